/** What the methods beside the KPIs find of a period: the part of the Report (report.ts) that no verdict rests on. */
import type { Bound } from "../measures/exact.ts";
import type { Verdict } from "../measures/kinds.ts";
import type { FoundSign } from "../methods/signs.ts";
import type { Milestone, Stage } from "../methods/stages.ts";
import type { Waiting } from "../methods/waiting.ts";
import type { Variation } from "../methods/xmr.ts";

export interface Range {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export interface Trend {
  readonly periods: readonly (Range & { readonly partial: boolean })[];
  /** One a result of the report over the log, by its key: a point a period. */
  readonly series: readonly {
    readonly key: string;
    readonly points: readonly TrendPoint[];
    /** What is usual in them, and what a sign of change; null of fewer than twelve values. */
    readonly variation: Variation | null;
  }[];
}

/** Null where nothing bears on the KPI in that period. */
export interface TrendPoint {
  readonly value: number | null;
  readonly n: number;
  readonly verdict: Verdict | null;
  /** Of a point that is undecided: the lowest and the highest value; null where nothing bounds it. */
  readonly bounds?: readonly [number, number] | null;
  /** Of a period of another year: the target that it then had, where it is not that of the report; null where it had none. */
  readonly target?: Bound | null;
}

/** Agencies against the target of a share; shares and limits in percent (methods/funnel.ts). */
export interface Funnel {
  readonly key: string;
  readonly by: "agency";
  readonly target: number;
  readonly phi: number;
  /** So many agencies of so many figures were held against their targets at once. */
  readonly tested: number;
  readonly points: readonly {
    readonly name: string;
    readonly numerator: number;
    readonly denominator: number;
    readonly within95: readonly [number, number];
    readonly within998: readonly [number, number];
    readonly p: number;
    /** Clearly better or worse than the target, or within what chance does. */
    readonly finding: "better" | "worse" | "usual";
  }[];
  /** The limits for numbers of cases from the fewest to the most. */
  readonly curve: readonly {
    readonly n: number;
    readonly within95: readonly [number, number];
    readonly within998: readonly [number, number];
  }[];
}

/** The open cases at the end of a day, of all and by agency, most first (methods/waiting.ts). */
export interface WaitingCases {
  readonly asOf: string;
  /** The last day of each band of ages, and of days past due; what is more stands behind. */
  readonly bands: { readonly ages: readonly number[]; readonly pastDue: readonly number[] };
  readonly total: Waiting;
  readonly agencies: readonly (Waiting & { readonly name: string })[];
}

/** The stages of the cases that ended in the period (methods/stages.ts), and which takes most of a group's time. */
export interface StagesOfCases {
  readonly cases: number;
  readonly late: number;
  /** With a stage that ends before it begins: it is not counted. */
  readonly disordered: number;
  readonly stages: readonly Stage[];
  readonly agencies: readonly HeaviestStage[];
  readonly procedures: readonly HeaviestStage[];
}

/** A sign to look at (methods/signs.ts): so many of an agency's cases. */
export interface SignOfAgency extends FoundSign {
  readonly agency: string;
}

/** Of the group with most time first; the share is in percent of its time. */
export interface HeaviestStage {
  readonly name: string;
  readonly from: Milestone;
  readonly to: Milestone;
  readonly n: number;
  readonly share: number;
}

/** Of a year's value (methods/forecast.ts). */
export interface YearForecast {
  /** From 0 to 1. */
  readonly probability: number;
  /** Between these the year's value lies nine times in ten; in the KPI's unit. */
  readonly interval: readonly [number, number];
  /** The periods of which it was made. */
  readonly periods: number;
  /** Cases to come: of the year before, given, or at the pace of the year so far. */
  readonly expected: { readonly n: number; readonly from: "year-before" | "given" | "given-own" | "run-rate" };
}
