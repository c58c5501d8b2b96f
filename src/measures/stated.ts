/** What an office states: a number or a share of two, and the day of a milestone. */

import { exact } from "./exact.ts";
import type { MeasureKind } from "./kind.ts";
import type { DateMeasure, StatedMeasure } from "./measure.ts";
import { shareSlack } from "./ratio.ts";

export const statedKind: MeasureKind<StatedMeasure> = {
  exact: (measure) => {
    const value = exact(measure.value);
    if (measure.of === null) return value;
    const of = exact(measure.of);
    // There was none.
    if (of.num === 0n) return null;
    return { num: 100n * value.num * of.den, den: value.den * of.num };
  },
  slack: ({ value, of }, _, bound, isMet) =>
    of === null ? null : shareSlack({ numerator: Number(value), denominator: Number(of) }, bound, isMet),
};

/** A day is judged by its own rule. */
export const dateKind: MeasureKind<DateMeasure> = { exact: () => null };

/** Whether a milestone's day meets its target; the target's day is still in time. */
export function isInTime(date: string, by: string): boolean {
  // ISO dates are ordered as text is.
  return date <= by;
}
