// The monthly report against kpi check on the same log: whole processes, in turn, pair by pair. The log is that of the
// golden reports, 300,000 cases of three years. Prints Markdown.
//
//   npm run bench:report [-- --pairs 9]
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const bin = join(dirname(here), "bin", "kpi.js");
const args = process.argv.slice(2);
const pairs = Number(args[args.indexOf("--pairs") + 1]) || 5;
const folder = join(here, "data", "report");
mkdirSync(folder, { recursive: true });
const log = join(folder, "cases.csv");

const maker = {
  entryPoints: [join(dirname(here), "test", "report", "three-years.ts")],
  bundle: true,
  platform: "node",
};
const { outputFiles } = await build({ ...maker, format: "esm", write: false });
const { writeLog } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
writeLog(log);

/** Wall seconds, and the peak in MiB (with GNU time). */
function run(command) {
  const start = process.hrtime.bigint();
  const timed = ["-f", "%M", process.execPath, bin, ...command];
  const child = spawnSync("/usr/bin/time", timed, { encoding: "utf8", maxBuffer: 1e9 });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (![0, 1, 3].includes(child.status)) throw new Error(child.stderr);
  return { wall, peak: Number(child.stderr.trim().split("\n").at(-1)) / 1024 };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const to = (format) => ["--out", `${format}=${join(folder, `report.${format}`)}`];
const check = ["check", log, "--year", "2025", "--period", "2025-09", "--quiet", ...to("json")];
const report = ["report", log, "--year", "2025", "--month", "2025-09", "--quiet"];
const rows = [
  ["JSON", to("json")],
  ["Markdown", to("markdown")],
  ["HTML", to("html")],
  ["XLSX", to("xlsx")],
  ["DOCX", to("docx")],
  ["HTML, DOCX and XLSX", [...to("html"), ...to("docx"), ...to("xlsx")]],
].map(([name, outputs]) => {
  run(check);
  run([...report, ...outputs]);
  const runs = Array.from({ length: pairs }, () => [run([...report, ...outputs]), run(check)]);
  const of = (value) => median(runs.map(value)).toFixed(2);
  const peak = Math.max(...runs.map(([own]) => own.peak));
  return `| ${name} | ${of(([own]) => own.wall)} s | ${of(([, other]) => other.wall)} s | **${of(([own, other]) => own.wall / other.wall)}** | ${peak.toFixed(0)} MiB |`;
});
console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}; medians of ${pairs} pairs, the ratio is that of the pairs' ratios

| kpi report of a month | | kpi check of it | ratio | peak |
|---|--:|--:|--:|--:|
${rows.join("\n")}`);
