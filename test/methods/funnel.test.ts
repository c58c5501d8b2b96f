import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clearAmong, funnelOf, limitsAt } from "../../src/methods/funnel.ts";

const n = [100, 50, 200, 80, 40, 100, 500, 20, 70, 160, 10, 300];
const officesWith = (counts: readonly number[]) =>
  counts.map((numerator, i) => ({ name: `Phường ${i + 1}`, numerator, denominator: n[i] }));

describe("funnel plot of offices against a target of 90 %, against R 4.5", () => {
  const alike = officesWith([90, 45, 180, 70, 35, 88, 440, 17, 61, 140, 8, 262]);
  const unlike = officesWith([95, 48, 190, 50, 38, 99, 350, 12, 69, 120, 9, 299]);

  it("limits of 50 cases are 80.03 % to 98.61 % (95 %) and 73.99 % to 100 % (99.8 %)", () => {
    const close = (found: readonly number[], wanted: readonly number[]) =>
      found.map((one, i) => expect(one).toBeCloseTo(wanted[i], 9));
    close(limitsAt(50, 0.9, "within95", 1), [0.8002772724, 0.986137073]);
    close(limitsAt(50, 0.9, "within998", 1), [0.7398715812, 1]);
  });
  it("offices that differ by no more than chance have φ = 1, and p of 70 in 80 is 0.5531", () => {
    const { phi, points } = funnelOf(alike, 0.9);
    expect(phi).toBe(1);
    expect(points.map(({ p }) => Number(p.toFixed(9)))).toEqual([
      1, 1, 1, 0.553100168, 0.741964607, 0.593933799, 0.161974324, 0.64614639, 0.527473185, 0.352975664, 0.527802142,
      0.155746354,
    ]);
  });
  it("offices that differ by more have φ = 38.505: limits of 50 cases widen to 16.00 % and 100 %, p of 350 in 500 to 0.0464", () => {
    const { phi, points } = funnelOf(unlike, 0.9);
    expect(phi).toBeCloseTo(38.5050125313, 9);
    expect(points[1].within95[0]).toBeCloseTo(0.1600237707, 8);
    expect(points[1].within95[1]).toBeCloseTo(1, 9);
    expect(points.map(({ p }) => Number(p.toFixed(8)))).toEqual([
      0.79958099, 0.84446404, 0.69824929, 0.298527, 0.90217102, 0.58234651, 0.04644705, 0.59016017, 0.68197712,
      0.38748894, 1, 0.25282899,
    ]);
  });
  it("what nine in ten have by chance lies within: 1 of 1 and 5 of 5; 49 of 50 does (3.4 %), 50 of 50 does not (0.5 %)", () => {
    expect(limitsAt(1, 0.9, "within95", 1)[1]).toBe(1);
    expect(limitsAt(5, 0.9, "within95", 1)[1]).toBe(1);
    const [, high] = limitsAt(50, 0.9, "within95", 1);
    expect([49 / 50 <= high, 50 / 50 <= high]).toEqual([true, false]);
  });
  it("limits of what succeeds and of what does not mirror each other", () => {
    const [low, high] = limitsAt(137, 0.9, "within998", 1);
    expect(limitsAt(137, 0.1, "within998", 1)).toEqual([expect.closeTo(1 - high, 12), expect.closeTo(1 - low, 12)]);
  });
  it("two of twelve that stand apart at 50 % leave φ at 1: ten others are alike, and both are clear", () => {
    const apart = Array.from({ length: 12 }, (_, i) => ({
      ...{ name: `Xã ${i + 1}`, denominator: 160 },
      numerator: i < 2 ? 82 : 149 + (i % 3),
    }));
    const { phi, points } = funnelOf(apart, 0.9);
    expect(phi).toBe(1);
    expect(clearAmong(points.map(({ p }) => p)).filter((one) => one)).toHaveLength(2);
  });
  it("fewer than ten offices say nothing of how offices differ: φ = 1", () => {
    expect(funnelOf(unlike.slice(0, 9), 0.9).phi).toBe(1);
  });
  it("of p = 0.01, 0.03, 0.035, 0.9 three are clear at 5 % (0.035 ≤ 3 × 0.05 ÷ 4), of 0.02, 0.9 one, of 0.03, 0.9 none", () => {
    expect(clearAmong([0.9, 0.035, 0.01, 0.03])).toEqual([false, true, true, true]);
    expect(clearAmong([0.02, 0.9])).toEqual([true, false]);
    expect(clearAmong([0.03, 0.9])).toEqual([false, false]);
    expect(clearAmong([])).toEqual([]);
  });
  it("more cases never widen the limits by more than a case, and both hold the target", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 99 }), (cases, percent) => {
        const target = percent / 100;
        const [low, high] = limitsAt(cases, target, "within998", 1);
        expect(low).toBeLessThanOrEqual(target + 1 / cases);
        expect(high).toBeGreaterThanOrEqual(target - 1 / cases);
        const [low2, high2] = limitsAt(4 * cases, target, "within998", 1);
        expect(high2 - low2).toBeLessThanOrEqual(high - low + 1 / cases);
      }),
    );
  });
});
