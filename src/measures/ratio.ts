/** A share of cases: numerator ÷ denominator. */

import { type Bound, ceil, compare, type Exact, exact, floor, limitOf } from "./exact.ts";
import { clopperPearson, wilson } from "./interval.ts";
import type { MeasureKind, Slack } from "./kind.ts";
import type { RatioMeasure } from "./measure.ts";

export const ratioKind: MeasureKind<RatioMeasure> = {
  exact: ({ numerator, denominator }) =>
    denominator === 0 ? null : { num: 100n * BigInt(numerator), den: BigInt(denominator) },
  fewest: ({ denominator }) => denominator,
  interval: ({ numerator, denominator }, isExact) => (isExact ? clopperPearson : wilson)(numerator, denominator),
  slack: (measure, _, bound, isMet) => shareSlack(measure, bound, isMet),
  /** num ÷ (den + x) and (num + x) ÷ (den + x). */
  bounds: (measure, excluded, ways) => {
    const { outside, outOrNo, outOrYes } = ways;
    const den = measure.denominator + excluded;
    // Of cases that are known, and may be of the clause or not, those that help one end are in and the others out.
    const more = outside?.kind === "ratio" ? outside : { numerator: 0, denominator: 0 };
    const least = den + more.denominator - more.numerator - outOrYes;
    const most = den + more.numerator - outOrNo;
    if (least === 0 || most === 0) return null;
    const own = {
      low: { num: 100n * BigInt(measure.numerator), den: BigInt(least) },
      high: {
        num: 100n * BigInt(measure.numerator + (measure.blanks?.unsure ?? 0) + excluded - outOrNo + more.numerator),
        den: BigInt(most),
      },
    };
    const { reading, ...rest } = measure;
    const other =
      reading === undefined
        ? null
        : (ratioKind.bounds?.({ ...rest, ...reading }, excluded, { outOrNo: 0, outOrYes: 0 }) ?? null);
    return other === null ? own : { low: lesser(own.low, other.low), high: greater(own.high, other.high) };
  },
};

/** So many cases more in (or out of) the numerator, at the same denominator, would turn the verdict. */
export function shareSlack(
  share: { readonly numerator: number; readonly denominator: number },
  bound: Bound,
  isMet: boolean,
): Slack | null {
  const target = exact(limitOf(bound) as number);
  const numerator = BigInt(share.numerator);
  const exactly = { num: target.num * BigInt(share.denominator), den: 100n * target.den };
  const direction = isMet ? "spare" : "short";
  if (bound.atLeast !== undefined || bound.above !== undefined) {
    const least = bound.above === undefined ? ceil(exactly) : floor(exactly) + 1n;
    // More than all of them: no number of cases would do.
    if (least > BigInt(share.denominator)) return null;
    return { cases: Number(isMet ? numerator - least : least - numerator), direction };
  }
  const most = bound.below === undefined ? floor(exactly) : ceil(exactly) - 1n;
  if (most < 0n) return null;
  return { cases: Number(isMet ? most - numerator : numerator - most), direction };
}

const lesser = (a: Exact, b: Exact) => (compare(b, a) < 0 ? b : a);
const greater = (a: Exact, b: Exact) => (compare(a, b) < 0 ? b : a);
