// A country of shards: each log is made, tallied and deleted before the next is made, then the parts are merged. Prints
// times, sizes and memory as Markdown.
//
//   node bench/shards.mjs [--shards 34] [--cases 1000000]
//
// A shard has 120 agencies and 200 procedures; an agency handles forty of them, some often and some rarely, as offices do,
// and its cases stand in the order of their receipt, as exports have them.
import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const bin = join(dirname(here), "bin", "kpi.js");
const args = process.argv.slice(2);
const given = (name, usual) => Number(args[args.indexOf(name) + 1]) || usual;
const shards = given("--shards", 34);
const cases = given("--cases", 1_000_000);
const folder = join(here, "data", "shards");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const two = (n) => String(n).padStart(2, "0");
/** 2025-09-30T16:05:00 of a number of seconds since the start of 2025. */
const days = Array.from({ length: 400 }, (_, day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10));
const written = (seconds) => {
  const rest = seconds % 86_400;
  const [h, m, s] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${days[Math.floor(seconds / 86_400)]}T${two(h)}:${two(m)}:${two(s)}`;
};

function makeLog(file, shard) {
  let state = 12_345 + shard;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const fd = openSync(file, "w");
  writeSync(
    fd,
    "case_id,procedure_code,field,agency,channel,login_at,submitted_at,received_at,due_at,finished_at,returned_at,status,rating,rated_at,electronic_result,record_digitised,result_digitised,data_reused,payment_method\n",
  );
  let lines = [];
  for (let i = 0; i < cases; i++) {
    const agency = Math.floor(120 * random() ** 1.5);
    const procedure = (agency * 7 + Math.floor(40 * random() ** 5)) % 200;
    const draw = random();
    const channel = draw < 0.65 ? "online" : draw < 0.97 ? "in_person" : "postal";
    const isOnline = channel === "online";
    const received = Math.floor(((i + random()) / cases) * 350 * 86_400);
    const submitted = isOnline ? Math.max(0, received - Math.floor(7200 * random())) : null;
    const isDone = random() < 0.96;
    const finished = received + Math.floor((isOnline ? 0.75 : 1) * (1 + (procedure % 12)) * 86_400 * (0.4 + random()));
    const returned = finished + Math.floor(20_000 * random());
    const isRated = isDone && random() < 0.3;
    const yes = () => (random() < 0.95 ? "true" : "false");
    lines.push(
      [
        `${two(shard)}-${i}`,
        `${1 + (procedure % 2)}.${String(1000 + procedure * 37).padStart(6, "0")}`,
        `Field ${procedure % 20}`,
        `Agency ${agency}`,
        channel,
        submitted === null ? "" : written(Math.max(0, submitted - 120 - Math.floor(600 * random()))),
        submitted === null ? "" : written(submitted),
        written(received),
        written(received + (2 + (procedure % 12)) * 86_400),
        isDone ? written(finished) : "",
        isDone ? written(returned) : "",
        isDone ? "returned" : "processing",
        isRated ? (random() < 0.92 ? "5" : "2") : "",
        isRated ? written(returned) : "",
        yes(),
        yes(),
        yes(),
        yes(),
        random() < 0.5 ? "none" : "online",
      ].join(","),
    );
    if (lines.length === 20_000) {
      writeSync(fd, `${lines.join("\n")}\n`);
      lines = [];
    }
  }
  if (lines.length > 0) writeSync(fd, `${lines.join("\n")}\n`);
  closeSync(fd);
}

/** Wall seconds, and the peak in MiB (with GNU time). */
function run(command) {
  const start = process.hrtime.bigint();
  const child = spawnSync("/usr/bin/time", ["-f", "%M", process.execPath, bin, ...command], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (![0, 1, 3].includes(child.status)) throw new Error(child.stderr);
  return { wall, peak: Number(child.stderr.trim().split("\n").at(-1)) / 1024, out: child.stdout };
}

const started = Date.now();
const tallies = [];
let wideBytes = 0;
for (let shard = 1; shard <= shards; shard++) {
  const log = join(folder, `shard-${two(shard)}.csv`);
  makeLog(log, shard);
  const part = join(folder, `${two(shard)}.kpi.json`);
  const { wall, peak } = run(["tally", log, "--by", "agency", "--quiet", "--out", part]);
  tallies.push({ wall, peak, bytes: statSync(part).size, log: statSync(log).size });
  if (shard === 1) {
    const wide = join(folder, "wide.kpi.json");
    run(["tally", log, "--by", "agency,procedure", "--quiet", "--out", wide]);
    wideBytes = statSync(wide).size;
    rmSync(wide);
  }
  rmSync(log);
}
const whole = (Date.now() - started) / 1000;
const parts = readdirSync(folder)
  .filter((name) => name.endsWith(".kpi.json"))
  .map((name) => join(folder, name));
const merges = [
  ["kpi check of a month", ["check", ...parts, "--year", "2025", "--period", "2025-09"]],
  ["kpi check, the whole year", ["check", ...parts, "--year", "2025", "--period", "2025"]],
  ["kpi check of a month --by agency", ["check", ...parts, "--year", "2025", "--period", "2025-09", "--by", "agency"]],
  [
    "kpi report, HTML",
    ["report", ...parts, "--year", "2025", "--month", "2025-09", "--out", `html=${join(folder, "report.html")}`],
  ],
].map(([name, command]) => {
  const runs = [1, 2, 3].map(() => run(command));
  const walls = runs.map(({ wall }) => wall).sort((a, b) => a - b);
  return [name, walls[1], Math.max(...runs.map(({ peak }) => peak))];
});
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const largest = (values) => Math.max(...values);
console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}; ${shards} shards of ${cases.toLocaleString("en")} cases, 120 agencies, 200 procedures

| | time | peak | |
|---|--:|--:|---|
| making, tallying and deleting all | ${whole.toFixed(0)} s | | of it tallying ${tallies.reduce((sum, { wall }) => sum + wall, 0).toFixed(0)} s |
| kpi tally of one, median | ${median(tallies.map(({ wall }) => wall)).toFixed(2)} s | ${largest(tallies.map(({ peak }) => peak)).toFixed(0)} MiB | a log of ${(median(tallies.map(({ log }) => log)) / 1e6).toFixed(0)} MB, a part of at most ${(largest(tallies.map(({ bytes }) => bytes)) / 1e6).toFixed(2)} MB (by agency and procedure ${(wideBytes / 1e6).toFixed(2)} MB) |
${merges.map(([name, wall, peak]) => `| ${name}, ${shards} parts | ${wall.toFixed(2)} s | ${peak.toFixed(0)} MiB | |`).join("\n")}`);
