/** By how much the mean online is below that in person: 1 − (So/no) ÷ (Sp/np). */

import { type Bounds, type Exact, limitOf } from "./exact.ts";
import { reductionInterval } from "./interval.ts";
import type { MeasureKind } from "./kind.ts";
import type { ReductionMeasure, Values } from "./measure.ts";

export const reductionKind: MeasureKind<ReductionMeasure> = {
  exact: exactReduction,
  fewest: ({ inPerson, online }) => Math.min(inPerson.n, online.n),
  interval: ({ inPerson, online }) => reductionInterval(inPerson, online),
  /** As if each case of an unknown channel were of the side on which it lowers, or raises, it most, or of neither. */
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
 * The least and the greatest reduction over all ways in which the cases of an unknown channel may be online, in person or
 * neither. It is greatest with the shortest of them online and the longest in person, and one that lies between the two means
 * in neither: of so many on each side no others would do better.
 */
function reductionBounds(measure: ReductionMeasure, unknown: Values): Bounds | null {
  const times = unknown.flatMap(([value, count]) => Array<number>(count).fill(value)).sort((a, b) => a - b);
  const low = exactReduction(furthest(measure, times.toReversed(), -1));
  const high = exactReduction(furthest(measure, times, 1));
  return low === null || high === null ? null : { low, high };
}

/**
 * The measure with those of the cases on its sides that change it most.
 *
 * @param ordered from those that are online first to those that are in person first
 * @param sign 1 where the mean in person is to rise, -1 where it is to fall
 */
function furthest(measure: ReductionMeasure, ordered: readonly number[], sign: 1 | -1): ReductionMeasure {
  const { online, inPerson } = measure;
  const all = ordered.length;
  // The sums in person with so many from the end: each helps until one lies on the other side of the mean.
  const sums = [inPerson.sum];
  for (let i = all - 1; i >= 0; i--) {
    const [n, sum] = [inPerson.n + sums.length - 1, sums[sums.length - 1]];
    if (sign * (ordered[i] * n - sum) <= 0) break;
    sums.push(sum + ordered[i]);
  }
  // Looked for among numbers; what is found is exact.
  const quotient = (one: ReductionMeasure) => (one.online.sum / one.online.n) * (one.inPerson.n / one.inPerson.sum);
  let found = measure;
  let sum = online.sum;
  for (let moved = 0; moved <= all; moved++) {
    const others = Math.min(sums.length - 1, all - moved);
    const one = {
      ...measure,
      online: { ...online, n: online.n + moved, sum },
      inPerson: { ...inPerson, n: inPerson.n + others, sum: sums[others] },
    };
    if (sign * (quotient(one) - quotient(found)) < 0) found = one;
    sum += ordered[moved] ?? 0;
  }
  return found;
}
