/**
 * A KPI that a plan writes itself, as plain data: it passes between threads as it is. What its names of fields and events
 * mean is for who makes a KPI of it (kpis/own.ts).
 */

/** The ends of a stretch of time. `finished` is the return of the result (its own column, else the end of the work). */
export type PeriodEnd = "login" | "submitted" | "received" | "transferred" | "finished" | "completed" | "due" | "rated";

/** In what a stretch of time is told: whole seconds of the first three, whole days of the others. */
export type PeriodUnit = "minutes" | "hours" | "working-hours" | "days" | "working-days";

/** A stretch of time of a case. */
export interface Stretch {
  readonly from: PeriodEnd;
  readonly to: PeriodEnd;
  readonly in: PeriodUnit;
}

/** What a cell is held against: a code, a name, a number, yes or no. */
export type CellWord = string | number | boolean;

/** The comparisons with a number. */
export interface Limits {
  readonly below?: number | undefined;
  readonly atMost?: number | undefined;
  readonly atLeast?: number | undefined;
  readonly above?: number | undefined;
}

/** What a case is asked: exactly one of a field's word, whether a cell says something, a stretch of time, and, or, not. */
export interface Condition extends Limits {
  readonly field?: string | undefined;
  readonly is?: CellWord | undefined;
  /** Words of a field; the unit of a stretch of time. */
  readonly in?: PeriodUnit | readonly CellWord[] | undefined;
  readonly known?: string | undefined;
  readonly blank?: string | undefined;
  readonly from?: PeriodEnd | undefined;
  readonly to?: PeriodEnd | undefined;
  readonly and?: readonly Condition[] | undefined;
  readonly or?: readonly Condition[] | undefined;
  readonly not?: Condition | undefined;
}

/** Both languages of what a user sees. */
interface Both {
  readonly vi: string;
  readonly en: string;
}

/** What the example comes to: of a share its two numbers, of times the value in its unit and the cases it rests on. */
export interface OwnGives {
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  readonly value?: number | undefined;
  readonly cases?: number | undefined;
  /** Cases that cannot be used; none, unless given. */
  readonly excluded?: number | undefined;
}

/** The rule: exactly one of share, mean, median and percentile. */
export interface OwnRule {
  readonly when: "submitted" | "received" | "finished" | "rated" | "completed";
  readonly channels?: readonly ("online" | "in_person" | "postal")[] | undefined;
  readonly share?: { readonly of?: Condition | undefined; readonly is: Condition } | undefined;
  /** No end of a mean or quantile is `due`: such a time may run backwards, and a condition alone can ask for that. */
  readonly mean?: Stretch | undefined;
  readonly median?: Stretch | undefined;
  /** p of a hundred: 90. */
  readonly percentile?: (Stretch & { readonly p: number }) | undefined;
  /** Of times: of which cases. */
  readonly where?: Condition | undefined;
}

export interface OwnKpi extends OwnRule {
  readonly id: string;
  readonly title: Both;
  readonly definition: Both;
  /** Without it the rule in words. */
  readonly formula?: Both | undefined;
  /** The clause or act that says it. */
  readonly clause?: string | undefined;
  readonly example: {
    /** Rows of a log by the names of their columns; a cell that is not there is blank. */
    readonly cases: readonly Readonly<Record<string, CellWord | null>>[];
    readonly gives: OwnGives;
  };
}

/** A stretch whose quantile or mean a rule asks for; null of a share. */
export function stretchOf({ mean, median, percentile }: OwnRule): Stretch | null {
  return mean ?? median ?? percentile ?? null;
}
