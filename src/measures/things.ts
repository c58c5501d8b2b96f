/** Measures of things that are counted: how many there are, how much of something each has, which has the least of it. */

import { ceil, type Exact, exact, limitOf } from "./exact.ts";
import type { MeasureKind } from "./kind.ts";
import type { AverageMeasure, CountMeasure, MinimumMeasure } from "./measure.ts";

/** None or all of what was left out. */
export const countKind: MeasureKind<CountMeasure> = {
  exact: (measure) => (measure.of === 0 ? null : { num: BigInt(measure.count), den: 1n }),
  bounds: (measure, excluded) => ({
    low: { num: BigInt(measure.count), den: 1n },
    high: { num: BigInt(measure.count + excluded), den: 1n },
  }),
  slack: (_, value, bound, isMet) =>
    bound.atLeast === undefined
      ? null
      : { things: gapOf(value, limitOf(bound) as number), direction: isMet ? "spare" : "short" },
};

export const averageKind: MeasureKind<AverageMeasure> = {
  exact: ({ sum, n }) => (n === 0 ? null : { num: BigInt(sum), den: BigInt(n) }),
  bounds: ({ sum, n }, excluded) => {
    if (n === 0) return null;
    const den = BigInt(n);
    return { low: { num: BigInt(sum), den }, high: { num: BigInt(sum + excluded), den } };
  },
  slack: (_, value, bound, isMet) =>
    bound.atLeast === undefined
      ? null
      : { cases: gapOf(value, limitOf(bound) as number), direction: isMet ? "spare" : "short" },
};

export const minimumKind: MeasureKind<MinimumMeasure> = {
  exact: ({ least }) => {
    if (least === null) return null;
    // 100 × (a − b) ÷ a, of two decimal numbers.
    const a = exact(least.inPerson);
    const b = exact(least.online);
    return { num: 100n * (a.num * b.den - b.num * a.den), den: a.num * b.den };
  },
};

/** Whole things between a value and a limit, over all services of an average. */
function gapOf(value: Exact, limit: number): number {
  const target = exact(limit);
  const gap = ceil({ num: target.num * value.den, den: target.den }) - value.num;
  return Number(gap > 0n ? gap : -gap);
}
