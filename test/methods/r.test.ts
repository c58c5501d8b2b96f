/** The distributions and limits against R itself, where it is installed; elsewhere the values that it gave stand in the other tests. */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { betaBinomialAtLeast, binomialAtMost, binomialQuantile, normalAbove } from "../../src/methods/distributions.ts";
import { limitsAt } from "../../src/methods/funnel.ts";

const hasR = spawnSync("Rscript", ["--version"]).status === 0;

/** What R prints of an expression, a number a line. */
function asR(expression: string): number[] {
  const { stdout, stderr } = spawnSync("Rscript", ["-e", `cat(sprintf("%.17g", ${expression}), sep = "\\n")`], {
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return stdout
    .trim()
    .split("\n")
    .map((line) => Number(line) + 0);
}

/** Cases of all sizes, and shares from 1 to 99 %. */
const sizes = [1, 2, 7, 40, 163, 999, 20_000];
const shares = [0.01, 0.2, 0.5, 0.9, 0.99];
const pairs = sizes.flatMap((n) => shares.map((p) => [n, p] as const));
const vector = (numbers: readonly number[]) => `c(${numbers.join(",")})`;

describe.skipIf(!hasR)("against R", () => {
  it("35 binomial tails, to 1e-9 of each", () => {
    const k = pairs.map(([n, p]) => Math.max(0, Math.floor(n * p - 3 * Math.sqrt(n * p * (1 - p)))));
    const wanted = asR(`pbinom(${vector(k)}, ${vector(pairs.map(([n]) => n))}, ${vector(pairs.map(([, p]) => p))})`);
    pairs.forEach(([n, p], i) => {
      expect(Math.abs(binomialAtMost(k[i], n, p) / wanted[i] - 1), `${k[i]} of ${n} at ${p}`).toBeLessThan(1e-9);
    });
  });
  it("35 quantiles at 0.1 % and at 97.5 %", () => {
    const [n, p] = [vector(pairs.map(([size]) => size)), vector(pairs.map(([, share]) => share))];
    for (const q of [0.001, 0.975]) {
      expect(pairs.map(([size, share]) => binomialQuantile(q, size, share))).toEqual(asR(`qbinom(${q}, ${n}, ${p})`));
    }
  });
  it("beta-binomial tails of 600 with several strengths, and normal tails to 1e-12", () => {
    const made = [2, 20, 200, 2000].map((strength) => [0.8 * strength, 0.2 * strength] as const);
    const density =
      "function(a, b) { k <- 480:600; sum(exp(lchoose(600, k) + lbeta(k + a, 600 - k + b) - lbeta(a, b))) }";
    const wanted = asR(`mapply(${density}, ${vector(made.map(([a]) => a))}, ${vector(made.map(([, b]) => b))})`);
    made.forEach(([a, b], i) => {
      expect(betaBinomialAtLeast(480, 600, a, b)).toBeCloseTo(wanted[i], 9);
    });
    const z = [0, 0.5, 1.96, 3, 5, 7];
    asR(`pnorm(${vector(z)}, lower.tail = FALSE)`).forEach((one, i) => {
      expect(Math.abs(normalAbove(z[i]) / one - 1)).toBeLessThan(1e-11);
    });
  });
  it("the lower limits of funnels, interpolated as Spiegelhalter does", () => {
    const limit =
      "function(n, t, p) { r <- qbinom(p, n, t); max(0, (r - (pbinom(r, n, t) - p) / dbinom(r, n, t)) / n) }";
    const few = pairs.filter(([n]) => n > 1);
    const [n, t] = [vector(few.map(([size]) => size)), vector(few.map(([, share]) => share))];
    asR(`mapply(${limit}, ${n}, ${t}, 0.025)`).forEach((one, i) => {
      expect(limitsAt(few[i][0], few[i][1], "within95", 1)[0]).toBeCloseTo(one, 8);
    });
  });
});
