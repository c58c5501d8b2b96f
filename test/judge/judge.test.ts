import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, exact, meets } from "../../src/measures/exact.ts";
import { boundsOf, exactValue, slackOf } from "../../src/measures/kinds.ts";
import type { Measure, RatioMeasure } from "../../src/measures/measure.ts";
import { isInTime } from "../../src/measures/stated.ts";

const ratio = (numerator: number, denominator: number): RatioMeasure => ({ kind: "ratio", numerator, denominator });
const mean = (sum: number, n: number): Measure => ({ kind: "mean", sum, n, squares: 0n });
const reduction = (inPerson: [number, number], online: [number, number]): Measure => ({
  kind: "reduction",
  inPerson: { sum: inPerson[0], n: inPerson[1], squares: 0n },
  online: { sum: online[0], n: online[1], squares: 0n },
  inDays: false,
  excluded: {},
  likeForLike: { value: null, cover: null },
  values: { inPerson: [], online: [] },
});

const verdict = (measure: Measure, bound: Parameters<typeof meets>[1]) => {
  const value = exactValue(measure);
  return value === null ? "no value" : meets(value, bound);
};

describe("a target", () => {
  it.each([
    // "dưới 8 phút" is strict.
    [mean(480 * 10, 10), { below: 8 }, false],
    [mean(480 * 10 - 1, 10), { below: 8 }, true],
    [mean(480 * 10, 10), { atMost: 8 }, true],
    // 57 of 100 against 57 %: 0.57 × 100 is 56.99999999999999 in floating point.
    [ratio(57, 100), { atLeast: 57 }, true],
    [ratio(29, 50), { above: 58 }, false],
    [ratio(8997, 10_000), { atLeast: 90 }, false],
    [ratio(9, 10), { atLeast: 90 }, true],
    // 97.5 % is 975/10, not its binary neighbour.
    [ratio(39, 40), { atLeast: 97.5 }, true],
    // 25 of 25 services; 981 of the 982.
    [{ kind: "count", count: 25, of: 40 }, { atLeast: 25 }, true],
    [{ kind: "count", count: 981, of: 1041 }, { atLeast: 982 }, false],
    // 1,095 cases of 1,021 services are 1.07 each; 2,000 of 2 are 1,000.
    [{ kind: "average", sum: 1095, n: 1021 }, { atLeast: 1000 }, false],
    [{ kind: "average", sum: 2000, n: 2 }, { atLeast: 1000 }, true],
    // 7 days in person, 4.9 online: cut by exactly 30 %, though 1 − 4.9 ÷ 7 is 0.29999999999999993 in floating point.
    [{ kind: "minimum", n: 1, least: { name: "1.000028", inPerson: 7, online: 4.9 } }, { atLeast: 30 }, true],
    [{ kind: "minimum", n: 1, least: { name: "1.000028", inPerson: 7, online: 4.91 } }, { atLeast: 30 }, false],
    // Stated: 1,320 of 2,480 are 53.2 %; 97.5 as it is written.
    [{ kind: "stated", value: "1320", of: "2480", source: "x", statedOn: "2025-12-20" }, { atLeast: 50 }, true],
    [{ kind: "stated", value: "97.5", of: null, source: "x", statedOn: "2025-12-20" }, { atLeast: 97.5 }, true],
    [{ kind: "stated", value: "2", of: null, source: "x", statedOn: "2025-12-20" }, { atLeast: 3 }, false],
    [{ kind: "count", count: 0, of: 0 }, { atLeast: 25 }, "no value"],
    // Means 100 s and 80 s: cut by exactly 20 %.
    [reduction([300, 3], [160, 2]), { atLeast: 20 }, true],
    [reduction([300, 3], [161, 2]), { atLeast: 20 }, false],
    // Nothing bears on it.
    [ratio(0, 0), { atLeast: 90 }, "no value"],
    [mean(0, 0), { below: 8 }, "no value"],
    [reduction([300, 3], [0, 0]), { atLeast: 20 }, "no value"],
    // Nothing can be less than a mean of 0.
    [reduction([0, 3], [0, 3]), { atLeast: 20 }, "no value"],
  ] as const)("%o against %o: %s", (measure, bound, met) => {
    expect(verdict(measure as Measure, bound)).toBe(met);
  });

  it("is judged as whole numbers are compared, for any share and any limit of two decimals", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), fc.nat(10_000), (a, b, hundredths) => {
        const numerator = Math.min(a, b);
        expect(verdict(ratio(numerator, b), { atLeast: hundredths / 100 })).toBe(
          BigInt(numerator) * 10_000n >= BigInt(hundredths) * BigInt(b),
        );
      }),
    );
  });
});

describe("slack", () => {
  it.each([
    // 90 % of 812 is 730.8: 731 are needed, 690 are there.
    [ratio(690, 812), { atLeast: 90 }, { cases: 41, direction: "short" }],
    [ratio(731, 812), { atLeast: 90 }, { cases: 0, direction: "spare" }],
    [ratio(740, 812), { atLeast: 90 }, { cases: 9, direction: "spare" }],
    // More than 90 % of 10 is 10.
    [ratio(9, 10), { above: 90 }, { cases: 1, direction: "short" }],
    // No number of cases makes more than 100 %.
    [ratio(10, 10), { above: 100 }, null],
    // 6.41 minutes: 384.6 s of fewer than 480.
    [mean(3_846_000, 10_000), { below: 8 }, { secondsPerCase: 95, direction: "spare" }],
    [mean(480, 1), { below: 8 }, { secondsPerCase: 1, direction: "short" }],
    [mean(500, 1), { below: 8 }, { secondsPerCase: 21, direction: "short" }],
    [{ kind: "count", count: 23, of: 30 }, { atLeast: 25 }, { things: 2, direction: "short" }],
    [{ kind: "count", count: 27, of: 30 }, { atLeast: 25 }, { things: 2, direction: "spare" }],
    // 1,000 cases for each of 1,021 services are 1,021,000: 1,019,905 more than 1,095.
    [{ kind: "average", sum: 1095, n: 1021 }, { atLeast: 1000 }, { cases: 1_019_905, direction: "short" }],
    // A mean of 4.1 days in person: 20 % less is 3.28.
    [reduction([41, 10], [34, 10]), { atLeast: 20 }, { onlineMean: 3.28, direction: "short" }],
  ] as const)("of %o against %o is %o", (measure, bound, slack) => {
    const found = slackOf(measure as Measure, bound);
    if (found !== null && "onlineMean" in found) {
      expect({ ...found, onlineMean: Math.round(found.onlineMean * 1e9) / 1e9 }).toEqual(slack);
    } else expect(found).toEqual(slack);
  });

  it("turns the verdict of a ratio with exactly that many cases, and not with one fewer", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(500),
        fc.integer({ min: 0, max: 100 }),
        (den, num, limit) => {
          const numerator = Math.min(num, den);
          const slack = slackOf(ratio(numerator, den), { atLeast: limit });
          if (slack === null || !("cases" in slack)) throw new Error("a share of at most 100 % always has a slack");
          if (slack.direction === "short") {
            expect(verdict(ratio(numerator + slack.cases, den), { atLeast: limit })).toBe(true);
            expect(verdict(ratio(numerator + slack.cases - 1, den), { atLeast: limit })).toBe(false);
          } else {
            expect(verdict(ratio(numerator - slack.cases, den), { atLeast: limit })).toBe(true);
          }
        },
      ),
    );
  });
});

it("bounds of 9 of 10 with 5 excluded: 9/15 to 14/15", () => {
  const bounds = boundsOf(ratio(9, 10), 5);
  expect(bounds && compare(bounds.low, { num: 60n, den: 1n })).toBe(0);
  expect(bounds && compare(bounds.high, { num: 1400n, den: 15n })).toBe(0);
});

it.each([
  [97.5, { num: 975n, den: 10n }],
  [1e-7, { num: 1n, den: 10_000_000n }],
  [5e21, { num: 5_000_000_000_000_000_000_000n, den: 1n }],
] as const)("%f is read as it is written", (value, fraction) => {
  expect(exact(value)).toEqual(fraction);
});

it.each([
  ["2025-11-09", "2025-11-09", true],
  ["2025-11-10", "2025-11-09", false],
  ["2024-12-31", "2025-01-01", true],
] as const)("a milestone done on %s is in time for %s: %s", (date, by, inTime) => {
  expect(isInTime(date, by)).toBe(inTime);
});

it("a count of 24 with 2 excluded lies between 24 and 26, an average of 10 over 4 with 2 between 2.5 and 3", () => {
  const count = boundsOf({ kind: "count", count: 24, of: 30 }, 2);
  expect([count?.low.num, count?.high.num]).toEqual([24n, 26n]);
  const average = boundsOf({ kind: "average", sum: 10, n: 4 }, 2);
  expect(average).toEqual({ low: { num: 10n, den: 4n }, high: { num: 12n, den: 4n } });
});
