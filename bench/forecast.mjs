/**
 * Back-tests the forecast of the year (src/methods/forecast.ts) on made-up offices: months whose rates differ by chance alone, by
 * more than chance, and that drift. Of all forecasts that said so many percent, so many should have come true; the year's value
 * should lie in the interval nine times in ten.
 *
 * node bench/forecast.mjs [offices a kind]
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { printCalibration } from "./calibration.mjs";

const offices = Number(process.argv[2] ?? 400);
const outfile = join(mkdtempSync(join(tmpdir(), "kpi-forecast-")), "forecast.mjs");
await build({ entryPoints: ["src/methods/forecast.ts"], bundle: true, format: "esm", outfile, logLevel: "error" });
const { forecastShare, forecastSums } = await import(pathToFileURL(outfile).href);

const random = xoroshiro128plus(20_251_128);
const uniform = () => uniformInt(random, 0, 2 ** 30 - 1) / 2 ** 30;
const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
const clipped = (share) => Math.min(0.999, Math.max(0.001, share));

/** Cases that succeed, drawn one by one: slow, and nothing to argue about. */
function successes(n, share) {
  let count = 0;
  for (let i = 0; i < n; i++) if (uniform() < share) count++;
  return count;
}

/** The rates of 24 months. */
const kinds = {
  "chance alone": (share) => Array.from({ length: 24 }, () => share),
  "months differ": (share) => Array.from({ length: 24 }, () => clipped(share + 0.04 * normal())),
  "slow drift": (share) => {
    let now = share;
    return Array.from({ length: 24 }, () => {
      now = clipped(now + 0.01 * normal());
      return now;
    });
  },
};

for (const [kind, ratesOf] of Object.entries(kinds)) {
  const rows = [];
  for (let office = 0; office < offices; office++) {
    const rates = ratesOf(0.75 + 0.2 * uniform());
    const months = rates.map((rate) => {
      const n = uniformInt(random, 40, 400);
      return { sum: successes(n, rate), n };
    });
    const year = months.slice(12);
    const whole = year.reduce((a, b) => ({ sum: a.sum + b.sum, n: a.n + b.n }));
    const standing = months.slice(0, 12).reduce((a, b) => ({ sum: a.sum + b.sum, n: a.n + b.n }));
    // A target near to where the year before ended: one far from it is foreseen by anybody, and one that is set by how this
    // year ends would make of every forecast the throw of a coin.
    const target = standing.sum / standing.n + 0.03 * normal();
    for (const gone of [3, 6, 9, 11]) {
      const done = year.slice(0, gone).reduce((a, b) => ({ sum: a.sum + b.sum, n: a.n + b.n }));
      const rest = { n: whole.n - done.n, periods: 12 - gone };
      const least = Math.max(0, Math.ceil(target * whole.n - 1e-9) - done.sum);
      const past = months.slice(gone, 12 + gone);
      const found = forecastShare(past, done, rest, { least: least > rest.n ? null : least, isCeiling: false });
      rows.push({ ...found, value: whole.sum / whole.n, met: whole.sum >= target * whole.n - 1e-9 });
    }
  }
  printCalibration(`Shares, ${kind}`, rows);
}

for (const [kind, spread] of [
  ["chance alone", 0],
  ["months differ", 0.15],
]) {
  const rows = [];
  for (let office = 0; office < offices; office++) {
    const months = Array.from({ length: 24 }, () => {
      const n = uniformInt(random, 40, 400);
      const mean = 400 * Math.exp(spread * normal());
      let sum = 0;
      // Times are skewed: most are short and some are long.
      for (let i = 0; i < n; i++) sum -= mean * Math.log(1 - uniform());
      return { sum, n };
    });
    const year = months.slice(12);
    const whole = year.reduce((a, b) => ({ sum: a.sum + b.sum, n: a.n + b.n }));
    const value = whole.sum / whole.n;
    const standing = months.slice(0, 12).reduce((a, b) => ({ sum: a.sum + b.sum, n: a.n + b.n }));
    const target = (standing.sum / standing.n) * (1 + 0.08 * normal());
    for (const gone of [3, 6, 9, 11]) {
      const done = year.slice(0, gone).reduce((a, b) => ({ sum: a.sum + b.sum, n: a.n + b.n }));
      const past = months.slice(gone, 12 + gone).map((one) => [one]);
      const rest = { n: [whole.n - done.n], periods: 12 - gone };
      const found = forecastSums(
        past,
        [done],
        rest,
        ([{ sum, n }]) => sum / n,
        (one) => one < target,
      );
      rows.push({ ...found, value, met: value < target });
    }
  }
  printCalibration(`Means, ${kind}`, rows);
}
