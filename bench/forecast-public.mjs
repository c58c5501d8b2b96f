/**
 * Back-tests the forecast of the year (src/methods/forecast.ts) on two public logs, which npm packages carry as examples:
 *
 * - the receipt phase of environmental permits at a Dutch municipality, 1,434 cases of October 2010 to January 2012 (CoSeLoG,
 *   4TU.ResearchData, doi 10.4121/12709127), in pm4js;
 * - bird strikes of aircraft, 10,000 reports of 1990 to 2002 (Federal Aviation Administration), in vega-datasets.
 *
 * Both are fetched from the npm registry when this is run, in versions named here; neither is kept in the repository. Each
 * year is foreseen from what stood in the log after 3, 6, 9 and 11 months, as the report does it: of the last twelve months,
 * with as many cases to come as came in the same months of the year before, or at the pace of the year so far.
 *
 * node bench/forecast-public.mjs
 */
import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse";
import { build } from "esbuild";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { printCalibration } from "./calibration.mjs";

const folder = mkdtempSync(join(tmpdir(), "kpi-forecast-"));
const outfile = join(folder, "forecast.mjs");
await build({ entryPoints: ["src/methods/forecast.ts"], bundle: true, format: "esm", outfile, logLevel: "error" });
const { forecastShare, forecastSums } = await import(pathToFileURL(outfile).href);

const random = xoroshiro128plus(20_251_128);
const uniform = () => uniformInt(random, 0, 2 ** 30 - 1) / 2 ** 30;
const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

/** A file of a package, unpacked beside what this run makes. */
async function rowsOf(name, version, file) {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const packed = execFileSync(npm, ["pack", `${name}@${version}`, "--silent"], {
    cwd: folder,
    encoding: "utf8",
  }).trim();
  execFileSync("tar", ["-xzf", packed, `package/${file}`], { cwd: folder });
  const rows = [];
  for await (const row of createReadStream(join(folder, "package", file)).pipe(parse({ columns: true })))
    rows.push(row);
  return rows;
}

/** Node 20 has no Map.groupBy. */
function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** Months since January of the year 0. */
const monthOf = (day) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;

/** The sums of each month, from the first to the last. */
function byMonth(items, from, to) {
  const months = Array.from({ length: to - from + 1 }, () => ({ sum: 0, n: 0 }));
  for (const { month, value } of items) {
    if (month < from || month > to) continue;
    months[month - from].sum += value;
    months[month - from].n++;
  }
  return months;
}

const plus = (a, b) => ({ sum: a.sum + b.sum, n: a.n + b.n });
const nothing = { sum: 0, n: 0 };

/** Forecasts of the years of a series of months that begins with month `from`. */
function* forecasts(months, from, isShare) {
  for (let year = Math.ceil(from / 12); 12 * year + 11 < from + months.length; year++) {
    const first = 12 * year - from;
    const whole = months.slice(first, first + 12).reduce(plus, nothing);
    for (const gone of [3, 6, 9, 11]) {
      const done = months.slice(first, first + gone).reduce(plus, nothing);
      if (done.n === 0 || whole.n === done.n) continue;
      const past = months.slice(Math.max(0, first + gone - 12), first + gone);
      const before = first >= 12 ? months.slice(first - 12 + gone, first).reduce(plus, nothing).n : 0;
      const n = before > 0 ? before : Math.round((done.n * (12 - gone)) / gone);
      const value = whole.sum / whole.n;
      // A target near to what the last twelve months were; where the year will end nobody knows who sets one.
      const standing = past.reduce(plus, nothing);
      const target =
        (standing.sum / standing.n) * (isShare ? 1 : 1 + 0.08 * normal()) + (isShare ? 0.03 * normal() : 0);
      const least = Math.max(0, Math.ceil(target * (done.n + n) - 1e-9) - done.sum);
      const found = isShare
        ? forecastShare(past, done, { n, periods: 12 - gone }, { least: least > n ? null : least, isCeiling: false })
        : forecastSums(
            past.map((one) => [one]),
            [done],
            { n: [n], periods: 12 - gone },
            ([sum]) => sum.sum / sum.n,
            (one) => one < target,
          );
      if (found !== null) yield { ...found, value, met: isShare ? value >= target - 1e-12 : value < target };
    }
  }
}

/** Forecasts of each measure in each group with at least `fewest` cases. */
function backTest(cases, { from, to, groups, measures, fewest }, isShare) {
  return groups.flatMap((group) =>
    [...groupBy(cases, group)].flatMap(([name, own]) =>
      name === "" || own.length < fewest
        ? []
        : measures.flatMap((measure) => {
            const items = own.flatMap((one) => {
              const value = measure(one);
              return value === null ? [] : [{ month: one.month, value: Number(value) }];
            });
            return [...forecasts(byMonth(items, from, to), from, isShare)];
          }),
    ),
  );
}

const events = await rowsOf("pm4js", "0.0.28", "examples/input_data/receipt.csv");
const permits = [...groupBy(events, (one) => one["case:concept:name"]).values()].map((steps) => {
  const begun = Date.parse(`${steps[0]["case:startdate"].replace(" ", "T")}Z`);
  const times = steps.map((one) => (Date.parse(`${one["time:timestamp"].replace(" ", "T")}Z`) - begun) / 86_400_000);
  return {
    month: monthOf(steps[0]["case:startdate"]),
    channel: steps[0]["case:channel"],
    responsible: steps[0]["case:responsible"],
    first: Math.max(0, Math.min(...times)),
    last: Math.max(0, ...times),
  };
});
const permitScope = {
  from: monthOf("2010-10"),
  to: monthOf("2011-12"),
  groups: [() => "all", (one) => one.channel, (one) => one.responsible],
  fewest: 100,
};
printCalibration(
  "Permits, shares",
  backTest(
    permits,
    {
      ...permitScope,
      measures: [
        (one) => one.first <= 1 / 24,
        (one) => one.first <= 1,
        (one) => one.last <= 1,
        (one) => one.last <= 3,
        (one) => one.last <= 7,
        (one) => one.channel === "Internet",
      ],
    },
    true,
  ),
);
printCalibration(
  "Permits, means",
  backTest(
    permits,
    { ...permitScope, measures: [(one) => one.first, (one) => one.last, (one) => Math.min(30, one.last)] },
    false,
  ),
);

const strikes = (await rowsOf("vega-datasets", "3.2.1", "data/birdstrikes.csv")).map((one) => ({
  ...one,
  month: monthOf(one["Flight Date"]),
}));
const strikeScope = {
  from: monthOf("1990-01"),
  to: monthOf("2001-12"),
  groups: [() => "all", (one) => one["Origin State"], (one) => one["Aircraft Airline Operator"]],
  fewest: 400,
};
const known = (value, is) => (value === "" || value === "Unknown" ? null : is);
printCalibration(
  "Bird strikes, shares",
  backTest(
    strikes,
    {
      ...strikeScope,
      measures: [
        (one) => one["Effect Amount of damage"] === "None",
        (one) => known(one["Phase of flight"], one["Phase of flight"] === "Approach"),
        (one) => known(one["Time of day"], one["Time of day"] === "Day"),
        (one) => known(one["Wildlife Size"], one["Wildlife Size"] === "Small"),
      ],
    },
    true,
  ),
);
printCalibration(
  "Bird strikes, means",
  backTest(
    strikes,
    { ...strikeScope, measures: [(one) => known(one["Speed IAS in knots"], Number(one["Speed IAS in knots"]))] },
    false,
  ),
);
