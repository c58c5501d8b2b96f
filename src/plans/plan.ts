/** What a plan is; its schema is in plan-schema.ts. */
import type { Bound } from "../measures/exact.ts";
import type { OwnKpi } from "../measures/rule.ts";
import type { Bilingual } from "../text/language.ts";

/** The bounds of which a target has exactly one. */
export const bounds = ["below", "atMost", "atLeast", "above", "by"] as const;

/** The groups of the national index, in its order. */
export const pointGroups = ["transparency", "progress", "services", "payment", "satisfaction", "digitisation"] as const;
export type PointGroup = (typeof pointGroups)[number];

/** How points are worked out where they are no share: by the rules of score.ts. */
export const pointRules = ["on-time", "online", "payment", "petitions", "handling"] as const;

/** How sure a formula is: displayed scores were reproduced by it, only zeros were seen, the maximum alone is known, two differ. */
export const surenesses = ["fits", "zero-seen", "displayed", "unsettled"] as const;
export type Sureness = (typeof surenesses)[number];

/** What a target's figure is worth in an index: full points at its bound, and in proportion below. */
export interface Points {
  readonly metric: string;
  readonly group: PointGroup;
  readonly max: number;
  readonly rule?: (typeof pointRules)[number] | undefined;
  /** It is a part of a metric that another target leads. */
  readonly part?: string | undefined;
  /** A second description gives full points at this share. */
  readonly orFullAt?: number | undefined;
  /** What nothing to divide by gives. */
  readonly empty?: "full" | undefined;
  readonly sureness?: Sureness | undefined;
  /** It speaks of procedures that give a document, or that qualify for being online in full: a catalogue says which. */
  readonly of?: "documents" | "eligible" | undefined;
  /** Of the metric; its leading target has them. */
  readonly title?: Bilingual | undefined;
  readonly formula?: Bilingual | undefined;
}

/** A target: one KPI of one year, with the bound that the plan sets and the words that set it. */
export interface Target extends Bound {
  readonly kpi: string;
  /** A milestone: the last day on which it is met. */
  readonly by?: string | undefined;
  /** The day by which the clause wants the number reached: one that is not is not due before it. */
  readonly deadline?: string | undefined;
  /** As printed, with a counter where the original repeats a number: "III.2(2).g". */
  readonly clause: string;
  /** Other clauses that say the same. */
  readonly also?: readonly string[] | undefined;
  /** The plan's own words. */
  readonly quote: string;
  /** The part of the table in which the target stands. */
  readonly section: "quantity" | "quality" | "tasks";
  /** Who leads (chủ trì), who works with them (phối hợp), and what comes of it (sản phẩm), as the plan names them. */
  readonly owner?: string | undefined;
  readonly coOwner?: string | undefined;
  readonly product?: string | undefined;
  /** Which procedures count. */
  readonly population?:
    | {
        readonly levels?: readonly ("province" | "commune")[] | undefined;
        readonly fields?: readonly string[] | undefined;
        /** Without those that the catalogue marks as left out. */
        readonly excluded?: false | undefined;
        readonly onPortal?: true | undefined;
        /** Those that qualify for being online in full. */
        readonly eligible?: "full" | undefined;
      }
    | undefined;
  /** A target for every group of a field. */
  readonly each?: "agency" | "procedure" | "field" | "channel" | undefined;
  readonly groups?: readonly string[] | undefined;
  /** The procedures that the plan lists. */
  readonly codes?: readonly string[] | undefined;
  /** The tag of a list of services in the catalogue. */
  readonly list?: string | undefined;
  /** What was read into the words. */
  readonly interpretation?: Bilingual | undefined;
  /** "phấn đấu": striven for, not promised. */
  readonly aspirational?: boolean | undefined;
  readonly points?: Points | undefined;
}

/** The days of the week, from Monday. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** How often something may be due. */
export const dueEvery = ["day", "week", "month", "quarter", "half", "year"] as const;

/** When a duty is due: again and again, or on one `date`. */
export interface DueRule {
  readonly every?: (typeof dueEvery)[number] | undefined;
  readonly weekday?: (typeof weekdays)[number] | undefined;
  /** Of the last month of what recurs, which is its last day where none is given; "trước ngày 15" is 14. */
  readonly day?: number | undefined;
  /** Of a year: the month, else December. */
  readonly month?: number | undefined;
  readonly date?: string | undefined;
  /** 16:30, by the clock of Vietnam. */
  readonly at?: string | undefined;
}

/** What must be done again and again, such as a monthly report: told by `kpi plans duties`, never judged. */
export interface Duty {
  readonly clause: string;
  readonly quote: string;
  readonly owner?: string | undefined;
  /** What was read into the words. */
  readonly interpretation?: Bilingual | undefined;
  /** The first and last day; else those of the plan and its years. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** None where the plan says neither how often nor when. */
  readonly due?: readonly DueRule[] | undefined;
}

/** Where a plan says two things of one. */
export interface Contradiction {
  readonly clauses: readonly string[];
  readonly says: Bilingual;
}

/** A plan: the targets of each year, with their clauses and quotes (plans.md). */
export interface Plan {
  readonly id: string;
  /** As an official cites it. */
  readonly title: Bilingual;
  readonly issuer: string;
  readonly number?: string | undefined;
  readonly date?: string | undefined;
  readonly place: string;
  readonly replaces?: string | undefined;
  readonly sources: readonly string[];
  /** The part of a year of which the plan speaks, where it is not the whole: 2025-H2. */
  readonly period?: string | undefined;
  /** KPIs of the plan's own, which its targets name as they name others. */
  readonly kpis?: readonly OwnKpi[] | undefined;
  /** The targets of each year, in the order of the report. */
  readonly years: Readonly<Record<string, readonly Target[]>>;
  readonly duties?: readonly Duty[] | undefined;
  readonly contradictions?: readonly Contradiction[] | undefined;
}
