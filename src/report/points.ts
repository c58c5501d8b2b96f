/** The points of the national index in a report: additions only within a version of the report's schema. */
import type { PointGroup, Sureness } from "../plans/plan.ts";
import type { Field } from "../records/case.ts";
import type { PortalCount } from "../records/portal.ts";
import type { Handled } from "../tally/handled.ts";
import type { Bilingual } from "../text/language.ts";

/** From the lowest that it may be to the highest. */
export interface PointSpan {
  readonly low: number;
  readonly high: number;
}

/** Where a metric's figure comes from. */
export type ScoreSource = "log" | "stated" | "part" | "not-supplied";

/** Cases, or procedures, that cost points, of one group. */
export interface CostlyGroup {
  readonly by: "agency" | "procedure";
  readonly name: string;
  /** What counts against the metric, of what. */
  readonly missing: number;
  readonly of: number;
  /** Points of the whole office that these cost. */
  readonly lost: number;
}

export interface ScoreMetric {
  readonly id: string;
  readonly group: PointGroup;
  readonly clause: string;
  readonly title: Bilingual;
  readonly formula: Bilingual;
  readonly sureness: Sureness;
  readonly points: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Percent; null where there is nothing to divide by. */
  readonly share: PointSpan | null;
  readonly score: PointSpan;
  readonly from: ScoreSource;
  /** How many more in the numerator would bring full marks; null where that is not known, or not a number of cases. */
  readonly regain: number | null;
  /** What must be known of it. */
  readonly notes: readonly ScoreNote[];
  readonly costly: readonly CostlyGroup[];
}

export type ScoreNote =
  | "no-cases"
  | "two-descriptions"
  | "weights-unknown"
  | "unknown-cases"
  | "payments-unknown"
  | "petitions-unknown"
  | "dislikes-unknown"
  | "documents-unknown"
  | "eligible-unknown"
  | "no-supplements"
  | "parts";

/** The columns without which some of the cases cannot be told: which are then null, not 0. */
export const columnsOfJudged = {
  disliked: "rating",
  ratedUnreadably: "rating",
  supplementedTwice: "supplementCount",
  apologised: "apology",
  renewed: "extendedTo",
} as const satisfies Partial<Record<keyof Handled, Field>>;

export type JudgedCases = Omit<Handled, keyof typeof columnsOfJudged | "inTimeOrOutside"> & {
  readonly [K in keyof typeof columnsOfJudged]: number | null;
};

/** An agency's own points, of the metrics that its cases show. */
export interface UnitScore {
  readonly name: string;
  /** Judged by the index's own rule. */
  readonly cases: number;
  /** The most that these metrics give. */
  readonly points: number;
  readonly score: PointSpan;
  readonly metrics: readonly Pick<ScoreMetric, "id" | "numerator" | "denominator" | "share" | "score">[];
}

export interface Score {
  readonly max: number;
  readonly total: PointSpan;
  readonly groups: readonly { readonly id: PointGroup; readonly points: number; readonly score: PointSpan }[];
  readonly metrics: readonly ScoreMetric[];
  /** The cases of the period as the index judges them; null where the log does not say. */
  readonly handled: JudgedCases | null;
  /** The agencies' own points, the fewest first; none of parts. */
  readonly units: readonly UnitScore[];
  /** What the national portal shows of the office, where its answer was given; by how much it lies outside the range. */
  readonly portal?: {
    /** Empty where no answer names it. */
    readonly unit: string;
    /** Null where no answer has it. */
    readonly total: PortalPoints | null;
    readonly groups: readonly (PortalPoints & { readonly id: PortalGroup })[];
    /** Groups of which the answer has more points than there are: it is not what the portal shows. */
    readonly aboveMax: readonly { readonly id: PortalGroup; readonly shown: number; readonly points: number }[];
    /** What the groups come to, where that is more than the total; null where it is not. */
    readonly sumAboveTotal: number | null;
    /** Numbers of cases that it shows, beside the log's own. */
    readonly counts: readonly PortalCases[];
    /** Groups of its answer that are none of the index's. */
    readonly unread: readonly string[];
  };
}

/** Online services and online payment may be told together: which of two members is which is not known. */
export type PortalGroup = PointGroup | "services+payment";

/** Cases that the portal counts: below (−) or above (+) those of the log, of which null is known where it does not say. */
export interface PortalCases {
  readonly id: PortalCount;
  readonly shown: number;
  readonly own: PointSpan | null;
  readonly apart: number | null;
}

/** Points that the portal shows, and how far they lie below (−) or above (+) what the log and the figures give; 0 within. */
export interface PortalPoints {
  readonly shown: number;
  readonly apart: number;
}
