import fc from "fast-check";
import { expect, it } from "vitest";
import { meanInterval, quantile, reductionInterval, wilson } from "../../src/measures/interval.ts";
import { addSquare, wideValue } from "../../src/measures/wide-sum.ts";

const round = (values: readonly number[] | null, places = 4) => values?.map((value) => Number(value.toFixed(places)));

it("the Wilson interval of 81 of 263 is 25.5 % to 36.6 % (Newcombe, Statistics in Medicine 17, 1998, table I)", () => {
  expect(round(wilson(81, 263), 1)).toEqual([25.5, 36.6]);
});

it("the Wilson interval of 0 of 20 is 0 % to 16.1 %, of 1 of 29 0.6 % to 17.2 % (the same table), of 0 of 0 none", () => {
  expect(round(wilson(0, 20), 1)).toEqual([0, 16.1]);
  expect(round(wilson(1, 29), 1)).toEqual([0.6, 17.2]);
  expect(wilson(20, 20)?.[1]).toBe(100);
  expect(wilson(0, 0)).toBeNull();
});

it("the interval of the mean of 2, 4, 4, 4, 5, 5, 7, 9 is 5 ± 1.96 · √(32/7) ÷ √8", () => {
  const parts = { sum: 40, n: 8, squares: 232n };
  expect(round(meanInterval(parts, 1))).toEqual([3.5184, 6.4816]);
  expect(meanInterval({ sum: 3, n: 1, squares: 9n }, 1)).toBeNull();
});

it("the interval of a reduction from 100 ± 10 (n 25) to 80 ± 8 (n 16) is 20 % ± 5.01 %", () => {
  // var = (0.8)² · (64/(16·6400) + 100/(25·10000)) = 0.64 · (0.000625 + 0.0004) = 0.000656; ±1.96·√0.000656 = 5.02 %.
  const inPerson = { sum: 2500, n: 25, squares: 25n * 10_000n + 24n * 100n };
  const online = { sum: 1280, n: 16, squares: 16n * 6400n + 15n * 64n };
  expect(round(reductionInterval(inPerson, online), 2)).toEqual([14.98, 25.02]);
});

it("quantiles are of type 7: of 1, 2, 3, 4, 10 the median is 3 and the 90th percentile 7.6", () => {
  const values = [1, 2, 3, 4, 10].map((value) => [value, 1] as const);
  expect(quantile(values, 0.5)).toBe(3);
  expect(quantile(values, 0.9)).toBeCloseTo(7.6, 12);
  expect(quantile([[5, 2]], 0.9)).toBe(5);
  expect(quantile([], 0.5)).toBeNull();
});

it("a sum of squares over 2^53 is exact, and a square taken out leaves what was there", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 31), { maxLength: 60 }), (values) => {
      const sum = { high: 0, low: 0 };
      for (const value of values) addSquare(sum, value, 1);
      expect(wideValue(sum)).toBe(values.reduce((total, value) => total + BigInt(value) ** 2n, 0n));
      for (const value of values) addSquare(sum, value, -1);
      expect(wideValue(sum)).toBe(0n);
    }),
  );
});
