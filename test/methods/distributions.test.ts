import { describe, expect, it } from "vitest";
import {
  betaBinomialAtLeast,
  betaBinomialQuantile,
  binomialAtLeast,
  binomialAtMost,
  binomialQuantile,
  logGamma,
  normalAbove,
  normalAboveQuantile,
} from "../../src/methods/distributions.ts";

/** Relative: a tail of 1e-6 is to be right in its digits too. */
function isAbout(value: number, wanted: number, within = 1e-9) {
  expect(Math.abs(value / wanted - 1)).toBeLessThan(within);
}

describe("distributions against R 4.5", () => {
  it("pbinom(37, 50, 0.8) = 0.186056993462619, pbinom(120000, 150000, 0.801) = 0.166802329833203", () => {
    isAbout(binomialAtMost(37, 50, 0.8), 0.186056993462619);
    isAbout(binomialAtMost(120_000, 150_000, 0.801), 0.166802329833203, 1e-8);
  });
  it("98 or more of 100 at 0.9 has 0.00194488465188003, 3 or fewer of 2,000 at 0.01 2.9768798966884e-06", () => {
    isAbout(binomialAtLeast(98, 100, 0.9), 0.00194488465188003);
    isAbout(binomialAtMost(3, 2000, 0.01), 2.9768798966884e-6);
  });
  it("at the ends and for a probability of 0 or 1 it is 0 or 1", () => {
    expect([binomialAtMost(-1, 5, 0.3), binomialAtMost(5, 5, 0.3), binomialAtLeast(0, 5, 0.3)]).toEqual([0, 1, 1]);
    expect([binomialAtMost(0, 5, 0), binomialAtMost(4, 5, 1), binomialAtLeast(6, 5, 0.3)]).toEqual([1, 0, 0]);
  });
  it("qbinom(0.025, 137, 0.9) = 116, qbinom(0.001, 137, 0.9) = 111", () => {
    expect([binomialQuantile(0.025, 137, 0.9), binomialQuantile(0.001, 137, 0.9)]).toEqual([116, 111]);
  });
  it("lgamma(0.5) = 0.5723649429247, lgamma(12345.6) = 103959.185066168", () => {
    isAbout(logGamma(0.5), 0.5723649429247, 1e-12);
    isAbout(logGamma(12_345.6), 103_959.185066168, 1e-14);
  });
  it("pnorm above 3 is 0.00134989803163009, above 6.5 4.01600058385912e-11; both quantiles lead back", () => {
    isAbout(normalAbove(3), 0.00134989803163009, 1e-12);
    isAbout(normalAbove(6.5), 4.01600058385912e-11, 1e-12);
    isAbout(normalAboveQuantile(0.001), 3.09023230616781, 1e-12);
    isAbout(normalAboveQuantile(1e-12), 7.03448382530113, 1e-12);
    expect(normalAbove(-3)).toBeCloseTo(0.99865010196837, 13);
  });
  it("beta-binomial: 80 or more of 100 with 40 and 10 has 0.557222824192315, 9,000 of 10,000 with 90 and 10 0.536179692433643", () => {
    isAbout(betaBinomialAtLeast(80, 100, 40, 10), 0.557222824192315);
    isAbout(betaBinomialAtLeast(9000, 10_000, 90, 10), 0.536179692433643, 1e-8);
    expect([betaBinomialQuantile(0.05, 10_000, 90, 10), betaBinomialQuantile(0.95, 10_000, 90, 10)]).toEqual([
      8465, 9444,
    ]);
  });
});
