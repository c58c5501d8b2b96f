/** A mean of times, of which whole-number sums are kept. */

import { type Bounds, ceil, type Exact, exact, floor, limitOf } from "./exact.ts";
import { meanInterval } from "./interval.ts";
import type { MeasureKind } from "./kind.ts";
import type { MeanMeasure, Values } from "./measure.ts";

export const meanKind: MeasureKind<MeanMeasure> = {
  exact: ({ sum, n, per = 60 }) => (n === 0 ? null : { num: BigInt(sum), den: BigInt(per * n) }),
  fewest: ({ n }) => n,
  interval: (measure, isExact) => meanInterval(measure, measure.per ?? 60, isExact),
  /** Of a mean of one channel, as if those of an unknown one were of it that lower, or raise, it. */
  bounds: (measure, _, { unknownSide }) => (unknownSide == null ? null : meanBounds(measure, unknownSide)),
  slack: ({ per = 60 }, value, bound, isMet) => {
    // Days have no seconds.
    if (per === 1) return null;
    const target = exact(limitOf(bound) as number);
    // Seconds between the mean and the target, exactly.
    const gap = {
      num: BigInt(per) * (target.num * value.den - value.num * target.den),
      den: target.den * value.den,
    };
    const isUpper = bound.below !== undefined || bound.atMost !== undefined;
    const towards = isUpper ? gap : { num: -gap.num, den: gap.den };
    const isStrict = bound.below !== undefined || bound.above !== undefined;
    const away = { num: -towards.num, den: towards.den };
    const spare = () => (isStrict ? ceil(towards) - 1n : floor(towards));
    const short = () => (isStrict ? floor(away) + 1n : ceil(away));
    return { secondsPerCase: Number(isMet ? spare() : short()), direction: isMet ? "spare" : "short" };
  },
};

/** The least and the greatest mean over all choices of the cases that may be in it: a case lowers it while it lies below. */
function meanBounds(measure: MeanMeasure, unknown: Values): Bounds {
  const end = (ordered: Values, sign: -1n | 1n): Exact => {
    let [sum, n] = [BigInt(measure.sum), BigInt(measure.n)];
    for (const [value, count] of ordered) {
      if (n > 0n && sign * (BigInt(value) * n - sum) <= 0n) break;
      sum += BigInt(value) * BigInt(count);
      n += BigInt(count);
    }
    return { num: sum, den: n * BigInt(measure.per ?? 60) };
  };
  const rising = unknown.toSorted(([a], [b]) => a - b);
  return { low: end(rising, -1n), high: end(rising.toReversed(), 1n) };
}
