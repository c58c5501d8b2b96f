import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { variationOf } from "../../src/methods/xmr.ts";

/** Twelve values, mean 50, each 2 from the last: limits 50 ± 2.66 × 2. */
const usual = [49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 49, 51];
const floor = { limit: 44, isCeiling: false };

describe("control chart of single values", () => {
  it("values that go 49, 51, 49 … have the mean 50 and limits 50 ± 2.66 × 2", () => {
    const found = variationOf(usual, null);
    expect(found).toMatchObject({ n: 12, mean: 50, meanRange: 2, signs: [], now: "usual", assurance: null });
    expect(found?.low).toBeCloseTo(44.68, 10);
    expect(found?.high).toBeCloseTo(55.32, 10);
  });
  it("11 values give no limits, and neither does a series without a value now", () => {
    expect(variationOf(usual.slice(1), null)).toBeNull();
    expect(variationOf([...usual, null], null)).toBeNull();
    expect(variationOf([null, ...usual], null)).toMatchObject({ n: 12 });
  });
  it("a floor of 44 is met always, one of 56 never, one of 50 now and then; of a ceiling the other way round", () => {
    const assured = (limit: number, isCeiling: boolean) => variationOf(usual, { limit, isCeiling })?.assurance;
    expect([44, 56, 50].map((limit) => assured(limit, false))).toEqual(["meets", "misses", "hit-or-miss"]);
    expect([44, 56, 50].map((limit) => assured(limit, true))).toEqual(["misses", "meets", "hit-or-miss"]);
  });
  it("96 and 99 by turns never reach 100 %, though the limit of 105.5 is cut off there; 96 and 100 do now and then", () => {
    const turns = (a: number, b: number) => Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? a : b));
    const share = (values: readonly number[], limit: number, isCeiling: boolean) =>
      variationOf(values, { limit, isCeiling }, [0, 100]);
    expect(share(turns(96, 99), 100, false)).toMatchObject({ high: 100, assurance: "misses" });
    expect(share(turns(96, 100), 100, false)).toMatchObject({ high: 100, assurance: "hit-or-miss" });
    expect(share(turns(1, 4), 0, true)).toMatchObject({ low: 0, assurance: "misses" });
    expect(share(turns(0, 4), 0, true)).toMatchObject({ low: 0, assurance: "hit-or-miss" });
  });
  it("a thirteenth value of 70 is outside: mean 51.54, mean range 3.42, upper limit 60.63; better for a floor, worse for a ceiling", () => {
    // mean (12 × 50 + 70) ÷ 13; ranges (11 × 2 + 19) ÷ 12 = 3.4167
    const found = variationOf([...usual, 70], floor);
    expect(found?.high).toBeCloseTo(670 / 13 + (2.66 * 41) / 12, 10);
    expect(found?.now).toBe("better");
    expect(found?.signs).toEqual([
      { rule: "outside", side: "higher", from: 12, to: 12, count: 1 },
      // The twelve before lie below the mean that the thirteenth has drawn up.
      { rule: "run", side: "lower", from: 0, to: 11, count: 12 },
    ]);
    expect(variationOf([...usual, 70], { limit: 44, isCeiling: true })?.now).toBe("worse");
    expect(variationOf([...usual, 70], null)?.now).toBe("higher");
  });
  it("eight values on one side of the mean are a sign, seven are none", () => {
    // mean (6 × 48 + 8 × 52) ÷ 14 = 50.3; mean range 4 ÷ 13, so the limits lie 0.8 about it: all are outside as well
    const step = [48, 51, 48, 51, 48, 51, 53, 51, 53, 51, 53, 51, 53, 51];
    // mean 50.93: from the seventh on 53, 51 … all above
    const signs = variationOf(step, floor)?.signs.filter(({ rule }) => rule === "run");
    expect(signs).toEqual([{ rule: "run", side: "higher", from: 5, to: 13, count: 9 }]);
    const seven = [48, 51, 48, 51, 48, 51, 48, 53, 51, 53, 51, 53, 51, 53];
    expect(variationOf(seven, floor)?.signs.filter(({ rule }) => rule === "run")).toEqual([]);
  });
  it("six values that each fall are a sign, five are none; a period without a value is passed over", () => {
    const drift = (values: (number | null)[]) =>
      variationOf(values, floor)?.signs.filter(({ rule }) => rule === "drift");
    expect(drift([...usual, 50.9, 50.8, null, 50.7, 50.6, 50.5])).toEqual([
      { rule: "drift", side: "lower", from: 11, to: 17, count: 6 },
    ]);
    expect(drift([...usual, 50.9, 50.8, 50.7, 50.6])).toEqual([]);
  });
  it("values that never change have no signs, and the target is met always where they meet it", () => {
    const still = Array.from({ length: 14 }, () => 0.1 + 0.2);
    expect(variationOf(still, { limit: 0.3, isCeiling: false })).toMatchObject({
      signs: [],
      now: "usual",
      assurance: "meets",
    });
  });
  it("a value that is the limit of a strict target misses it: always 10 % is never below 10 %, and always at most 10 %", () => {
    const ten = Array.from({ length: 14 }, () => 10);
    const assured = (isStrict: boolean) => variationOf(ten, { limit: 10, isCeiling: true, isStrict })?.assurance;
    expect([assured(true), assured(false)]).toEqual(["misses", "meets"]);
  });
  it("where a sign says that the process has changed nothing is assured of it", () => {
    const step = [...Array.from({ length: 12 }, (_, i) => 80 + (i % 2)), ...Array.from({ length: 8 }, () => 95)];
    expect(variationOf(step, { limit: 90, isCeiling: false })).toMatchObject({ now: "better", assurance: null });
  });
  it("what lies below its mean and has risen seven times has not become worse", () => {
    const both = [...Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? 100 : 86)), 70, 72, 74, 76, 78, 80, 82, 84];
    expect(variationOf(both, { limit: 90, isCeiling: false })?.now).toBe("better");
  });
  it("a run over two periods without a value counts the eight values that it has", () => {
    const gap = [...usual, ...Array.from({ length: 4 }, () => 53), null, null, ...Array.from({ length: 4 }, () => 53)];
    expect(variationOf(gap, null)?.signs.find(({ rule, to }) => rule === "run" && to === 21)?.count).toBe(8);
  });
  it("a share has no limit above 100", () => {
    const share = usual.map((value) => value + 47);
    expect(variationOf(share, null, [0, 100])?.high).toBe(100);
  });
  it("of more than 24 periods only the last 24 speak", () => {
    const found = variationOf([...Array.from({ length: 20 }, () => 500), ...usual, ...usual], null);
    expect(found).toMatchObject({ n: 24, mean: 50 });
  });
  it("mirrored at 0 everything is mirrored", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 24 }), (values) => {
        const one = variationOf(values, { limit: 3, isCeiling: false });
        const other = variationOf(
          values.map((value) => -value),
          { limit: -3, isCeiling: true },
        );
        expect(other?.now).toBe(one?.now);
        expect(other?.assurance).toBe(one?.assurance);
        expect(other?.low).toBeCloseTo(-(one?.high as number), 9);
      }),
    );
  });
});
