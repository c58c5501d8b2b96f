/** By how much the mean online is below that in person: 1 − (So/no) ÷ (Sp/np). */

import { type Bounds, type Exact, limitOf } from "./exact.ts";
import { reductionInterval } from "./interval.ts";
import type { MeasureKind } from "./kind.ts";
import type { ReductionMeasure, Values } from "./measure.ts";

export const reductionKind: MeasureKind<ReductionMeasure> = {
  exact: exactReduction,
  fewest: ({ inPerson, online }) => Math.min(inPerson.n, online.n),
  interval: ({ inPerson, online }) => reductionInterval(inPerson, online),
  /** As if each case of an unknown channel were of the side on which it lowers, or raises, it most. */
  bounds: (measure, _, { unknownSide }) => (unknownSide == null ? null : reductionBounds(measure, unknownSide)),
  slack: ({ inPerson }, _, bound, isMet) => ({
    onlineMean: (inPerson.sum / inPerson.n) * (1 - (limitOf(bound) as number) / 100),
    direction: isMet ? "spare" : "short",
  }),
};

/** Null where a side has no case, or the mean in person is 0: nothing can be less. */
function exactReduction({ inPerson, online }: ReductionMeasure): Exact | null {
  if (inPerson.n === 0 || online.n === 0 || inPerson.sum === 0) return null;
  const whole = BigInt(inPerson.sum) * BigInt(online.n);
  return { num: 100n * (whole - BigInt(online.sum) * BigInt(inPerson.n)), den: whole };
}

/**
 * The least and the greatest reduction over all ways in which the cases of an unknown channel may be of the two sides. Of
 * so many online the mean online is greatest with the longest of them, and the mean in person then least: it is enough to try
 * how many of the longest, or of the shortest, are online.
 */
function reductionBounds(measure: ReductionMeasure, unknown: Values): Bounds | null {
  const times = unknown.flatMap(([value, count]) => Array<number>(count).fill(value)).sort((a, b) => a - b);
  const all = times.reduce((sum, time) => sum + time, 0);
  const with_ = (moved: number, sum: number): ReductionMeasure => ({
    ...measure,
    online: { ...measure.online, n: measure.online.n + moved, sum: measure.online.sum + sum },
    inPerson: {
      ...measure.inPerson,
      n: measure.inPerson.n + times.length - moved,
      sum: measure.inPerson.sum + all - sum,
    },
  });
  let [least, greatest] = [measure, measure];
  // Looked for among numbers; what is found is exact.
  const quotient = ({ online, inPerson }: ReductionMeasure) => (online.sum / online.n) * (inPerson.n / inPerson.sum);
  for (const ordered of [times, times.toReversed()]) {
    let sum = 0;
    for (let moved = 0; moved <= ordered.length; moved++) {
      const one = with_(moved, sum);
      if (!(quotient(one) <= quotient(least))) least = Number.isFinite(quotient(one)) ? one : least;
      if (quotient(one) < quotient(greatest)) greatest = one;
      sum += ordered[moved] ?? 0;
    }
  }
  const [low, high] = [exactReduction(least), exactReduction(greatest)];
  return low === null || high === null ? null : { low, high };
}
