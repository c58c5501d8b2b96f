// Mutated files, for as long as is asked for: no crash, no hang, no ledger out of balance, no memory over 400 MB.
//
//   npm run fuzz -- --minutes 10 --seed 1
//
// Every file is made from its seed and number alone, so that what is found can be made again: `--seed S --only N` runs one
// and keeps its file. The files of fixtures/faults and the sample are what is mutated; a file that brings out a fault
// becomes one of them, with the ledger that test/read/fixtures.test.ts holds it to.
import { fork } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import writeXlsxFile from "write-excel-file/node";
import { plansInside } from "../plan-files.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const most = 400 * 1024 * 1024;
/** Longer than any of these small files can take. */
const hangAfter = 20_000;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    program: { type: "string" },
    from: { type: "string", default: "0" },
  },
});
const seed = Number(values.seed);

/** Starts the child, and again after a crash or a hang, one file further on. */
async function parent() {
  const folder = mkdtempSync(join(tmpdir(), "kpi-fuzz-"));
  await build({
    absWorkingDir: root,
    entryPoints: { program: "src/cli/main.ts" },
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    outExtension: { ".js": ".mjs" },
    plugins: [plansInside],
    define: { __VERSION__: '"fuzz"' },
    banner: { js: 'import { createRequire as __r } from "node:module";const require = __r(import.meta.url);' },
    logLevel: "error",
  });
  const end = Date.now() + Number(values.minutes) * 60_000;
  const faults = [];
  /** Runs by exit code: were all of them 2, nothing would be tried. */
  const codes = {};
  let [from, runs, peak] = [Number(values.from), 0, 0];
  while (Date.now() < end && faults.length < 20) {
    const args = ["--program", join(folder, "program.mjs"), "--seed", values.seed, "--from", String(from)];
    if (values.only !== undefined) args.push("--only", values.only);
    const running = fork(fileURLToPath(import.meta.url), args, { execArgv: ["--expose-gc"] });
    const over = await new Promise((resolve) => {
      let timer = setTimeout(() => {}, 0);
      let at = from;
      const stop = (why) => {
        clearTimeout(timer);
        running.kill("SIGKILL");
        resolve({ at, why });
      };
      running.on("message", (message) => {
        clearTimeout(timer);
        if (message.done) return stop(null);
        at = message.at;
        runs++;
        codes[message.code] = (codes[message.code] ?? 0) + 1;
        peak = Math.max(peak, message.rss);
        if (message.fault !== undefined) faults.push({ at, ...message });
        if (Date.now() > end) return stop(null);
        timer = setTimeout(() => stop("hang"), hangAfter);
      });
      running.on("exit", (code) => {
        if (code !== null) stop(`exit ${code}`);
      });
    });
    if (over.why === null) break;
    faults.push({ at: over.at + 1, fault: over.why });
    from = over.at + 2;
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(
    `${runs} files, seed ${seed}, peak ${Math.round(peak / 1024 / 1024)} MiB, ${faults.length} faults; by exit code ${JSON.stringify(codes)}`,
  );
  for (const { at, fault, args, detail } of faults)
    console.log(`--only ${at}: ${fault} ${args ?? ""}\n${detail ?? ""}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

async function child() {
  const { main } = await import(pathToFileURL(values.program).href);
  const folder = mkdtempSync(join(tmpdir(), "kpi-fuzz-"));
  const bases = await corpus();
  const first = values.only === undefined ? Number(values.from) : Number(values.only);
  for (let at = first; ; at++) {
    const random = generator(at);
    const base = bases[random(bases.length)];
    const name = `${at}-${base.name}`;
    const bytes = mutated(base.bytes, base, random);
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const args = argsOf(base, file, folder, random);
    const { code, ...found } = await faultOf(main, args);
    if (values.only === undefined) rmSync(file, { force: true });
    if (global.gc !== undefined && at % 200 === 0) global.gc();
    const { rss } = process.memoryUsage();
    const fault = rss > most ? { fault: `${Math.round(rss / 1024 / 1024)} MiB` } : found;
    process.send({ at, rss, code, ...fault, ...(fault.fault === undefined ? {} : { args: args.join(" ") }) });
    if (values.only !== undefined) {
      console.log(file, args.join(" "));
      process.send({ done: true });
      return;
    }
  }
}

/** A number below n, from the seed and the number of the file. */
function generator(at) {
  const made = xoroshiro128plus((seed * 1_000_003 + at) | 0);
  for (let i = 0; i < 4; i++) made.next();
  return (n) => (made.next() >>> 0) % n;
}

async function corpus() {
  const of = (folder, kind, cut) =>
    readdirSync(join(root, folder))
      .filter((name) => /\.(csv|xlsx|gz)$/.test(name))
      .map((name) => ({ name, kind, bytes: readFileSync(join(root, folder, name)).subarray(0, cut) }));
  const logs = [
    ...of("fixtures/faults", "cases", 20_000),
    ...of("fixtures/sample", "cases", 12_000).filter(({ name }) => /^(cases|durations|english|register)/.test(name)),
  ];
  const small = of("fixtures/sample", "small", 12_000).filter(({ name }) =>
    /^(figures|petitions|procedures)/.test(name),
  );
  const text = logs.find(({ name }) => name === "cases.csv").bytes.toString("utf8");
  const rows = text
    .split("\n")
    .slice(0, 25)
    .map((row) => row.split(",").map((value) => ({ value, type: String })));
  const workbook = await writeXlsxFile(rows, {}).toBuffer();
  return [
    ...logs,
    ...small.map((one) => ({ ...one, kind: one.name.replace(".csv", "") })),
    { name: "utf16.csv", kind: "cases", bytes: Buffer.from(`\ufeff${text}`, "utf16le") },
    { name: "cases.csv.gz", kind: "packed", bytes: gzipSync(text) },
    { name: "cases.xlsx", kind: "packed", bytes: Buffer.from(workbook) },
  ];
}

const pieces = [
  '"',
  '""',
  '"\n',
  ",",
  ";",
  "\t",
  "|",
  "\r",
  "\n",
  "\r\n",
  "\0",
  "\u001a",
  "\ufeff",
  "=1+1",
  "é",
  "e\u0301",
  "\u202e",
  "-",
  "31/02/2025",
  "25/13/2025",
  "2025-02-30",
  "45000,5",
  "45000.5",
  "1.234",
  "1,234",
  "1e9",
  "-1",
  "99999999999999999999",
  "0",
  "NaN",
  "Tổng cộng",
  "(1)",
  "Trực tuyến",
  "Kiosk",
  "Mã hồ sơ",
  "sep=;\n",
  "__proto__",
  "constructor",
  "100%",
  "000.01.H24-250102-0001",
].map((text) => Buffer.from(text));

/** The bytes with one to six changes: flipped, cut, doubled, moved, put in. */
function mutated(base, { kind }, random) {
  let bytes = Buffer.from(base);
  const place = () => random(bytes.length + 1);
  for (let i = random(6); i >= 0; i--) {
    const [a, b] = [place(), place()].sort((x, y) => x - y);
    const near = Math.min(b, a + 1 + random(200));
    switch (random(kind === "packed" ? 3 : 9)) {
      case 0:
        if (bytes.length > 0) bytes[a % bytes.length] = random(256);
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, a), bytes.subarray(near)]);
        break;
      case 2:
        if (random(4) === 0) bytes = bytes.subarray(0, a);
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, near), bytes.subarray(a, near), bytes.subarray(near)]);
        break;
      case 4:
        bytes = Buffer.concat([bytes.subarray(0, a), Buffer.alloc(random(300_000), "x"), bytes.subarray(a)]);
        break;
      case 5:
        bytes = Buffer.concat([bytes, bytes.subarray(a)]);
        break;
      default:
        bytes = Buffer.concat([bytes.subarray(0, a), pieces[random(pieces.length)], bytes.subarray(a)]);
    }
  }
  return bytes;
}

function argsOf({ kind }, file, folder, random) {
  if (["figures", "petitions", "procedures"].includes(kind)) {
    const log = join(root, "fixtures/faults/duplicates.csv");
    return ["check", log, "--year", "2025", `--${kind}`, file, "--format", "json"];
  }
  const decided = random(3) === 0 ? ["--date-format", "dd/MM/yyyy", "--decimal", "comma"] : [];
  switch (random(8)) {
    case 0:
      return ["inspect", file, "--format", "json", ...decided];
    case 1:
      return ["validate", file, "--format", "json", "--rejects", join(folder, "rejects.csv"), ...decided];
    case 2:
      return ["convert", file, "--out", join(folder, "converted.csv"), ...decided];
    case 3:
      return [
        "check",
        file,
        join(root, "fixtures/sample/english.csv"),
        "--year",
        "2025",
        "--format",
        "json",
        ...decided,
      ];
    default:
      return ["check", file, "--year", "2025", "--format", "json", "--by", "agency,month", ...decided];
  }
}

/** The exit code of a run, and what is wrong with it. */
async function faultOf(main, args) {
  let [out, err] = ["", ""];
  const temporary = new Set();
  const io = {
    stdin: Readable.from([""]),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env: { LANG: "en_US.UTF-8" },
    columns: undefined,
    errIsTerminal: false,
    temporary,
  };
  let code;
  try {
    code = await main(args, io);
  } catch (error) {
    return { fault: "thrown", detail: String(error.stack) };
  }
  if (![0, 1, 2, 3].includes(code)) return { code, fault: `code ${code}`, detail: err };
  if (/^\s+at .+:\d+:\d+/m.test(err)) return { code, fault: "a stack", detail: err };
  if (code === 2 && err === "") return { code, fault: "code 2 without a word" };
  if (code === 2 && out !== "") return { code, fault: "code 2 with a result" };
  if (temporary.size > 0) return { code, fault: "temporary files left", detail: [...temporary].join(" ") };
  if (code === 2 || !args.includes("json")) return { code };
  return { code, ...reportFault(args[0], out) };
}

function reportFault(command, out) {
  const told = JSON.parse(out);
  if (/\bNaN\b|Infinity|undefined|\[object/.test(out.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')))
    return { fault: "NaN", detail: out };
  if (command !== "check") return null;
  const { read, counted, outOfPeriod, duplicates, rejected, issues } = told.ledger;
  if (read !== counted + outOfPeriod + duplicates + rejected)
    return { fault: "ledger", detail: JSON.stringify(told.ledger) };
  if (issues.some(({ count, firstLine }) => !(count > 0 && firstLine > 0))) {
    return { fault: "issue", detail: JSON.stringify(issues) };
  }
  for (const { key, measure, excluded, verdict, reason } of told.results) {
    const parts = [measure?.numerator, measure?.denominator, measure?.n, ...Object.values(excluded)].filter(
      (x) => x !== undefined,
    );
    if (!parts.every((x) => Number.isInteger(x) && x >= 0))
      return { fault: "count", detail: `${key} ${JSON.stringify(measure)}` };
    if (measure?.numerator > measure?.denominator) return { fault: "share over 1", detail: key };
    // A milestone of which nothing is stated has been missed.
    if (measure?.value === null && (verdict === "pass" || verdict === "fail") && reason !== "milestone-missed")
      return { fault: "verdict of nothing", detail: key };
  }
  return null;
}

if (values.program === undefined) await parent();
else await child();
