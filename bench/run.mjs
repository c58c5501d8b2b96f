// Whole processes, in turn, pair by pair, on the same file in one run: kpi check against what an analyst would use
// instead. Prints medians, ratios pair by pair and peak memory, as Markdown.
//
//   npm run bench                 1,000,000 cases and the small log
//   npm run bench -- --all        10,000,000 cases too (3 GB in bench/data)
//   npm run bench -- --pairs 9
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const bin = join(root, "bin", "kpi.js");
const args = process.argv.slice(2);
const all = args.includes("--all");
const pairs = Number(args[args.indexOf("--pairs") + 1]) || 5;
const node = process.execPath;

if (args[0] === "--read") {
  // A bare read of the file, the least that anything can take.
  const bytes = Buffer.alloc(1 << 20);
  const fd = openSync(args[1], "r");
  while (readSync(fd, bytes, 0, bytes.length, null) > 0);
  closeSync(fd);
  process.exit(0);
}

/** A log of so many cases, made once. No case stands twice: SQL that takes the last of each would need another page. */
function log(cases, form) {
  const folder = join(here, "data", `${form}-${cases}`);
  const file = join(folder, "cases.csv");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const made = ["sample", "--cases", cases, "--seed", "1", "--form", form, "--duplicates", "0", "--out", folder];
    run([node, bin, ...made.map(String)]);
  }
  return file;
}

const time = "/usr/bin/time";
const hasTime = existsSync(time);

/** Runs a command; wall seconds, peak MiB (with GNU time), and what it printed. */
function run(command, allowed = [0, 1, 3]) {
  const start = process.hrtime.bigint();
  const measured = hasTime ? [time, "-f", "%M", ...command] : command;
  const child = spawnSync(measured[0], measured.slice(1), { encoding: "utf8", maxBuffer: 1e9, cwd: root });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (!allowed.includes(child.status)) throw new Error(`${command.join(" ")}: ${child.status}\n${child.stderr}`);
  const peak = hasTime ? Number(child.stderr.trim().split("\n").at(-1)) / 1024 : Number.NaN;
  return { wall, peak, out: child.stdout };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** The two in turn, after one run of each that does not count. */
function compare(a, b, times = pairs) {
  run(a);
  run(b);
  const runs = Array.from({ length: times }, () => [run(a), run(b)]);
  return {
    wall: [median(runs.map(([x]) => x.wall)), median(runs.map(([, y]) => y.wall))],
    peak: [median(runs.map(([x]) => x.peak)), median(runs.map(([, y]) => y.peak))],
    ratio: median(runs.map(([x, y]) => x.wall / y.wall)),
  };
}

const check = (file, ...more) => [node, bin, "check", file, "--year", "2025", "--format", "json", ...more];
const duckdb = (file, threads, by = "") => [node, join(here, "duckdb.mjs"), file, String(threads), by];

/** Before any is timed: they say the same. */
function agree(file) {
  const report = JSON.parse(run(check(file)).out);
  const sql = JSON.parse(run(duckdb(file, 2)).out);
  const of = (id) => report.results.find((result) => result.kpi === id && result.group === null);
  const reduction = of("processing-time-reduction");
  const submission = of("submission-time");
  const same = [
    [report.ledger.counted, sql.cases],
    [submission.measure.sum, sql.submission_sum],
    [submission.measure.n, sql.submission_n],
    [submission.alongside.median * 60, sql.submission_quantiles[0]],
    [submission.alongside.p90 * 60, sql.submission_quantiles[1]],
    [reduction.measure.online.sum, sql.online_sum],
    [reduction.measure.inPerson.n, sql.in_person_n],
    [reduction.alongside.onlineMedian / 60, sql.online_median],
    [Number(reduction.alongside.likeForLike.toFixed(9)), Number(sql.like_for_like.toFixed(9))],
    [of("satisfaction-online").measure.numerator, sql.satisfied],
    [of("electronic-result-share").measure.numerator, sql.electronic_results],
    [of("electronic-result-share").measure.denominator, sql.finished],
    [of("data-reuse-share").measure.numerator, sql.data_reused],
    [of("record-digitisation-share").measure.denominator, sql.received],
  ];
  for (const [ours, theirs] of same) {
    if (Math.abs(Number(ours) - Number(theirs)) > 1e-6) throw new Error(`kpi says ${ours}, DuckDB ${theirs}`);
  }
}

const rows = [];
const n = (value, places = 2) => value.toFixed(places);
function row(what, result, size) {
  const [ours, theirs] = result.wall;
  const rate = size === undefined ? "" : `${Math.round(size / ours / 1e6)} MB/s`;
  rows.push(
    `| ${what} | ${n(ours)} s | ${n(theirs)} s | **${n(result.ratio)}** | ${Math.round(result.peak[0])} MiB | ${Math.round(result.peak[1])} MiB | ${rate} |`,
  );
  console.error(rows.at(-1));
}

const has = (command) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
const million = log(1_000_000, "english");
const full = log(1_000_000, "full");
const small = log(10_000, "english");
const bytes = (file) => statSync(file).size;
agree(million);

row(
  "1,000,000 cases, one thread, against DuckDB on two",
  compare(check(million, "--threads", "1"), duckdb(million, 2)),
  bytes(million),
);
row(
  "1,000,000 cases, two threads, against DuckDB on two",
  compare(check(million, "--threads", "2"), duckdb(million, 2)),
  bytes(million),
);
row(
  "the same with --by agency",
  compare(check(million, "--by", "agency"), duckdb(million, 2, "agency")),
  bytes(million),
);
row(
  "the same with --by agency,procedure, against itself without",
  compare(check(million, "--by", "agency,procedure"), check(million)),
);
row(
  "30 columns, Vietnamese, quoted cells, against the 27 of the log above",
  compare(check(full), check(million)),
  bytes(full),
);
const few = log(1_000_000, "register");
row("a register of few columns, against the 27 of the log above", compare(check(few), check(million)), bytes(few));
row("10,000 cases against DuckDB", compare(check(small), duckdb(small, 2)));
if (all) {
  const tens = log(10_000_000, "english");
  row("10,000,000 cases against 1,000,000", compare(check(tens), check(million), 3), bytes(tens));
}
row(
  "1,000,000 cases against a csv-parse script",
  compare(check(million), [node, join(here, "csv-parse.mjs"), million], 1),
);
const python = ["python3", "/usr/bin/python3"].find((one) => spawnSync(one, ["-c", "import pandas"]).status === 0);
if (python !== undefined) {
  row("1,000,000 cases against pandas", compare(check(million), [python, join(here, "with-pandas.py"), million], 1));
}
if (spawnSync("Rscript", ["-e", "library(data.table)"]).status === 0) {
  row(
    "1,000,000 cases against data.table",
    compare(check(million), ["Rscript", join(here, "data-table.R"), million], 3),
  );
}
if (has("mlr")) row("1,000,000 cases against Miller", compare(check(million), [join(here, "miller.sh"), million], 1));
row("1,000,000 cases against wc -l", compare(check(million), ["wc", "-l", million]));
row(
  "1,000,000 cases against a bare read of the file",
  compare(check(million), [node, fileURLToPath(import.meta.url), "--read", million]),
);
const sample = join(root, "fixtures", "sample", "cases.csv");
row("the sample of 2,000 cases against node -e 0", compare(check(sample), [node, "-e", "0"], 2 * pairs));
row("kpi --version against node -e 0", compare([node, bin, "--version"], [node, "-e", "0"], 2 * pairs));

const size = Math.round(bytes(million) / 1_000_000);
console.log(`${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; a case of the main log has ${size} bytes. Medians of ${pairs} pairs; the ratio is the median of the pairs' ratios.

| | kpi | the other | ratio | peak, kpi | peak, other | |
|---|--:|--:|--:|--:|--:|--:|
${rows.join("\n")}`);
