/** What folds come to: the kinds of measures. Counts and sums are whole numbers, of which a value is worked out exactly. */

/** How many cases have each value, in order of the value. */
export type Values = readonly (readonly [value: number, count: number])[];

/** Numerator and denominator, whole numbers. */
export interface RatioMeasure {
  readonly kind: "ratio";
  readonly numerator: number;
  readonly denominator: number;
  /** Blank cells that count as no and might have been yes, and the other way round; absent where there are none. */
  readonly blanks?: {
    readonly asNo: number;
    readonly asYes: number;
    readonly unsure: number;
    /** Which cell would say it of the unsure ones; the channel, unless given. */
    readonly of?: "payment" | "fee";
  };
  /** Cases that only the fold could exclude, by reason; absent where there are none. */
  readonly excluded?: Readonly<Record<string, number>>;
  /** Informational figures of the KPI's own, in percent. */
  readonly alongside?: Readonly<Record<string, number | null>>;
  /** What the same words come to by another reading of them: the share lies between the two. */
  readonly reading?: { readonly numerator: number; readonly denominator: number };
}

/** A share of cases on time, with the open ones that are past due and those that are not. */
export interface OnTimeMeasure extends RatioMeasure {
  readonly cases: { readonly overdue: number; readonly notDue: number };
}

/** A whole-number sum of seconds (of a plan's own KPI perhaps of days) over n cases, with the sum of squares for its interval. */
export interface MeanMeasure extends MeanParts {
  readonly kind: "mean";
  /** How many of what is summed are one of the KPI's unit; absent for 60, minutes of seconds. */
  readonly per?: number;
  readonly excluded?: Readonly<Record<string, number>>;
  /** Absent in a group, which has no quantiles. */
  readonly tally?: Values;
}

/**
 * By nearest rank: the least value that at least p of a hundred cases do not exceed. "p90 ≤ 5" says just that at least 90 %
 * of the cases have 5 or less.
 */
export interface QuantileMeasure {
  readonly kind: "quantile";
  readonly p: number;
  readonly n: number;
  /** As of a mean; 1 where the values are in the KPI's unit. */
  readonly per: number;
  readonly values: Values;
  readonly excluded?: Readonly<Record<string, number>>;
}

/** (mean in person − mean online) ÷ mean in person. */
export interface ReductionMeasure {
  readonly kind: "reduction";
  readonly inPerson: MeanParts;
  readonly online: MeanParts;
  /** The sums are of whole calendar days, since a column holds dates only; else of seconds. */
  readonly inDays: boolean;
  /** Cases that only the fold could exclude, by reason: whether a column has times is known at its end. */
  readonly excluded: Readonly<Record<string, number>>;
  /** Percent: the reduction at equal procedures, and the share of online cases that it covers. */
  readonly likeForLike: { readonly value: number | null; readonly cover: number | null };
  /** Minutes (days, if inDays); empty in a group. */
  readonly values: { readonly inPerson: Values; readonly online: Values };
}

/** One side of a reduction. Seconds, or days where the log holds dates only. */
export interface MeanParts {
  readonly sum: number;
  readonly n: number;
  readonly squares: bigint;
}

/** A number of things. */
export interface CountMeasure {
  readonly kind: "count";
  readonly count: number;
  /** Things that could have counted; 0 when nothing bears on it. */
  readonly of: number;
}

/** A whole-number sum over n things, in the KPI's own unit. */
export interface AverageMeasure {
  readonly kind: "average";
  readonly sum: number;
  readonly n: number;
}

/** The smallest reduction of a number of days among things, and the one that has it. */
export interface MinimumMeasure {
  readonly kind: "minimum";
  readonly n: number;
  /** Null when nothing bears on it. */
  readonly least: { readonly name: string; readonly inPerson: number; readonly online: number } | null;
}

/** The day of a milestone. */
export interface DateMeasure {
  readonly kind: "date";
  /** 2025-11-05. */
  readonly date: string;
  readonly source: string;
  readonly statedOn: string;
}

/** What the office states: a number as it is written, or a share of two whole numbers. */
export interface StatedMeasure {
  readonly kind: "stated";
  readonly value: string;
  readonly of: string | null;
  readonly source: string;
  readonly statedOn: string;
}

export type Measure =
  | RatioMeasure
  | MeanMeasure
  | QuantileMeasure
  | ReductionMeasure
  | CountMeasure
  | AverageMeasure
  | MinimumMeasure
  | DateMeasure
  | StatedMeasure;

/** What a fold over log and catalogue leaves for the services: the number of cases of each procedure. */
export interface CasesByProcedure {
  readonly kind: "by-procedure";
  readonly cases: readonly (readonly [procedure: string, cases: number])[];
  /** Cases whose procedure is not recorded. */
  readonly without: number;
}
