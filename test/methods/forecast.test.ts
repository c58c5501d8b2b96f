import { describe, expect, it } from "vitest";
import { forecastShare, forecastSums } from "../../src/methods/forecast.ts";

const past = [80, 85, 78, 90, 88, 70].map((sum, i) => ({ sum, n: [100, 100, 95, 105, 100, 90][i] }));
const done = { sum: 491, n: 590 };

describe("will the year's target be met", () => {
  it("six months of 83 %: 505 or more of 600 to come have 35.54 %, nine times in ten 474 to 522 (worked in floating point apart)", () => {
    const found = forecastShare(past, done, { n: 600, periods: 6 }, { least: 505, isCeiling: false });
    expect(found?.probability).toBeCloseTo(0.355412512431, 9);
    expect(found?.low).toBeCloseTo((491 + 474) / 1190, 12);
    expect(found?.high).toBeCloseTo((491 + 522) / 1190, 12);
    expect(found?.periods).toBe(6);
  });
  it("of a ceiling the two sides add up to 1: at most 504 is not 505 or more", () => {
    const found = forecastShare(past, done, { n: 600, periods: 6 }, { least: 504, isCeiling: true });
    expect(found?.probability).toBeCloseTo(1 - 0.355412512431, 9);
  });
  it("what no number of cases would meet has probability 0, what 0 would meet 1", () => {
    expect(forecastShare(past, done, { n: 600, periods: 6 }, { least: null, isCeiling: false })?.probability).toBe(0);
    expect(forecastShare(past, done, { n: 600, periods: 6 }, { least: 0, isCeiling: false })?.probability).toBe(1);
  });
  it("three periods say nothing; periods without a case are none", () => {
    const none = { sum: 0, n: 0 };
    expect(
      forecastShare([...past.slice(0, 3), none], done, { n: 600, periods: 6 }, { least: 505, isCeiling: false }),
    ).toBeNull();
  });
  it("months that were all 100 % leave 600 more near 100 %, and not surely so", () => {
    const all = past.map(({ n }) => ({ sum: n, n }));
    const found = forecastShare(all, { sum: 590, n: 590 }, { n: 600, periods: 6 }, { least: 600, isCeiling: false });
    expect(found?.probability).toBeGreaterThan(0.5);
    expect(found?.probability).toBeLessThan(0.95);
  });
  it("months whose rates differ by more than chance make a wider interval than months that do not", () => {
    const wild = [40, 100, 55, 105, 99, 92].map((sum, i) => ({ sum, n: past[i].n }));
    const width = (periods: typeof past) => {
      const found = forecastShare(periods, done, { n: 600, periods: 6 }, { least: 505, isCeiling: false });
      return (found?.high as number) - (found?.low as number);
    };
    expect(width(wild)).toBeGreaterThan(2 * width(past));
  });
  it("a mean of months that were all 400 s is 400 s in the year too: met under 480 surely, under 360 never", () => {
    const even = past.map(({ n }) => [{ sum: 400 * n, n }]);
    const mean = ([{ sum, n }]: readonly { sum: number; n: number }[]) => sum / n;
    const of = (limit: number) =>
      forecastSums(even, [{ sum: 40_000, n: 100 }], { n: [600], periods: 6 }, mean, (value) => value < limit);
    expect(of(480)).toEqual({ probability: 1, low: 400, high: 400, periods: 6 });
    expect(of(360)?.probability).toBe(0);
  });
  it("no time is below 0, whatever is drawn: four periods of which one took long", () => {
    const wild = [0, 0, 20, 0].map((sum) => [{ sum: 5 * sum, n: 5 }]);
    const mean = ([{ sum, n }]: readonly { sum: number; n: number }[]) => sum / n;
    const found = forecastSums(wild, [{ sum: 100, n: 20 }], { n: [55], periods: 11 }, mean, (value) => value < 1);
    // Of 20 cases that took 100 in all and 55 more the mean is 100 ÷ 75 at least.
    expect(found?.low).toBeGreaterThanOrEqual(100 / 75 - 1e-12);
    expect(found?.probability).toBe(0);
  });
  it("the same months give the same draws, whatever else was drawn before", () => {
    const months = past.map(({ sum, n }) => [{ sum: sum * 5, n }]);
    const mean = ([{ sum, n }]: readonly { sum: number; n: number }[]) => sum / n;
    const found = () =>
      forecastSums(months, [{ sum: 2450, n: 590 }], { n: [600], periods: 6 }, mean, (value) => value < 4.2);
    expect(found()).toEqual(found());
    expect(found()?.probability).toBeGreaterThan(0.5);
  });
});
