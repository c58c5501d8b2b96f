/** What every kind of measure can say of itself: a file a kind, and what a new one lacks does not compile. */

import type { Bound, Bounds, Exact } from "./exact.ts";
import type { Interval } from "./interval.ts";
import type { Measure, Values } from "./measure.ts";

/** How far a result is from its target: short on a miss, spare on a pass. */
export type Slack =
  /** So many cases more in (or out of) the numerator, at the same denominator, would turn the verdict. */
  | { readonly cases: number; readonly direction: "short" | "spare" }
  /** So many services, groups or criteria. */
  | { readonly things: number; readonly direction: "short" | "spare" }
  /** So many whole seconds a case. */
  | { readonly secondsPerCase: number; readonly direction: "short" | "spare" }
  /** The mean online, in seconds (days where the log holds dates only), up to which the target is met. */
  | { readonly onlineMean: number; readonly direction: "short" | "spare" };

/** What is known of what was left out. */
export interface OtherWays {
  /** Of a reduction the cases that may be of either side, or of neither; of a mean, those that may be in it. */
  readonly unknownSide?: Values | null;
  /** Of a ratio, the cases that may be of the clause's procedures or of others. */
  readonly outside?: Measure | undefined;
  /** Of a ratio, how many of the excluded are in it as a no or not at all; as a yes or not at all. */
  readonly outOrNo?: number;
  readonly outOrYes?: number;
}

/** A kind of measure. */
export interface MeasureKind<M extends Measure> {
  /**
   * The value in its KPI's unit: percent for ratios and reductions, minutes for means of seconds.
   *
   * @returns null when nothing bears on it, and for a day
   */
  readonly exact: (measure: M) => Exact | null;
  /** The cases on which it rests; of a reduction those of the side that has fewer. Absent where it is not over cases. */
  readonly fewest?: (measure: M) => number;
  /** 95 %; `isExact`: of few cases, where the usual intervals are too narrow. */
  readonly interval?: (measure: M, isExact: boolean) => Interval | null;
  /**
   * The lowest and the highest value if what was left out had all gone one way.
   *
   * @param excluded what might have counted: cases, procedures, petitions
   * @returns null when nothing bears on it even so
   */
  readonly bounds?: (
    measure: M,
    excluded: number,
    ways: Required<Pick<OtherWays, "outOrNo" | "outOrYes">> & OtherWays,
  ) => Bounds | null;
  /** How far it is from a target that it meets, or not; null where that cannot be said. */
  readonly slack?: (measure: M, value: Exact, bound: Bound, isMet: boolean) => Slack | null;
}
