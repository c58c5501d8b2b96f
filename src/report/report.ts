/**
 * The Report: the one contract that every output is made from (cli.md). Keys, ids and codes are never translated;
 * nothing in it depends on the clock, the machine or the folder, so that the same logs and options give the same
 * bytes. Its schema is in report-schema.ts.
 */

import type { Result, Summary } from "../judge/verdict.ts";
import type { PressingCase } from "../records/ended.ts";
import type { BtpForm } from "../records/forms.ts";
import type { Bilingual } from "../text/language.ts";
import type { Funnel, Range, SignOfAgency, StagesOfCases, Trend, WaitingCases, YearForecast } from "./findings.ts";
import type { Score } from "./points.ts";

export interface Report {
  readonly schema: "kpi-report/2";
  readonly tool: { readonly name: "kpi"; readonly version: string };
  readonly plan: {
    readonly id: string;
    readonly year: number;
    readonly title: Bilingual;
    /** The file of a plan of the user's own, without its folder; null for one that comes with the program. */
    readonly file: string | null;
    /** The KPIs that the plan writes itself; absent where it writes none. */
    readonly kpis?: readonly OwnDefinition[];
  };
  /** Null when every case counts. */
  readonly period: {
    readonly name: string;
    readonly basis: "calendar" | "statutory";
    readonly from: string;
    readonly to: string;
  } | null;
  readonly options: {
    /** How the processing time is counted: wall time, or working hours by the calendar. */
    readonly clock: "elapsed" | "working";
    readonly timeZone: string;
    /**
     * The day up to which the log speaks: what is dated behind it has not happened. Open cases are judged at its end, or at
     * that of the period where this comes first. Null when the log has no date.
     */
    readonly asOf: string | null;
    /** Above this share (`"5%"`) or number of rejected rows no figure is trusted. */
    readonly maxRejects: string;
    readonly requireAll: boolean;
    readonly allowNoData: boolean;
    readonly by: readonly string[];
    /** Groups beyond this many are counted, not listed, in text. */
    readonly top: number;
    /** The KPIs of which a stated figure was preferred. */
    readonly preferStated?: readonly string[];
  };
  readonly inputs: readonly ReportInput[];
  /** First and last day with a receipt; null without dates. */
  readonly days: { readonly from: string; readonly to: string } | null;
  /** The column that stands for each event, and for the two times that are worked out; null where none does. */
  readonly basis: Readonly<Record<string, string | null>>;
  readonly ledger: Ledger;
  readonly notes: readonly Note[];
  readonly results: readonly Result[];
  /** Null where the logs have no due time, or nobody asked for more than some KPIs. */
  readonly service: Service | null;
  readonly summary: Summary;
  readonly exitCode: number;
  /** What a report of a period says beyond its verdicts; only `kpi report` has it. */
  readonly periodic?: Periodic;
  /** The points of a plan that has some: those of the national index; of a report of a period. */
  readonly score?: Score;
}

/** What a report of a period says beyond its verdicts. Days are dates, both inclusive. */
export interface Periodic {
  readonly length: "month" | "quarter" | "half" | "nine-months" | "year" | "year-to-date";
  /** Times that a case was submitted, received, finished or rated in the period; 0 where at most due days lie in it. */
  readonly events?: number;
  /** Cases that the user expects over the rest of the year; null where those of a year before serve. */
  readonly expected: number | null;
  readonly yearToDate: View;
  /** Null where the log has no case of it, or periods of this length do not follow one another. */
  readonly before: View | null;
  /** The same period a year before. */
  readonly yearBefore: View | null;
  /** The last periods up to this one, or months where periods of this length do not follow one another. */
  readonly trend: Trend;
  readonly misses: readonly Miss[];
  readonly moves: readonly Move[];
  readonly needs: readonly YearNeed[];
  readonly form: CaseForm | null;
  readonly open: OpenCases | null;
  /** Agencies against the target of each share, where three have cases. */
  readonly funnels: readonly Funnel[];
  /** How long cases wait and take; null of parts, and of a log without receipt or end. */
  readonly waiting: WaitingCases | null;
  /** Where the time goes; null of parts, and of a log without two milestones. */
  readonly stages: StagesOfCases | null;
  /** By agency, what somebody should look at; only where it is asked for. */
  readonly signs?: readonly SignOfAgency[];
  readonly definitions: readonly Definition[];
  /** Names of the procedures of which groups speak, of the catalogue, in order of their codes; none without one. */
  readonly procedures: readonly { readonly code: string; readonly name: string }[];
  /** The exceptional days of the working calendar in the years of the report. */
  readonly calendar: readonly CalendarDay[];
}

/** Other days than those of the report, and the verdicts in them. */
export interface View extends Range {
  /** The log begins after the first working day of these days. */
  readonly partial: boolean;
  readonly results: readonly Result[];
  readonly summary: Summary;
}

/** By which groups a target is missed, and by how much of the whole each. */
export interface Miss {
  readonly key: string;
  readonly by: string;
  /** What is short: cases of a share, seconds (or days) of a time. */
  readonly unit: "cases" | "seconds" | "days";
  /** The sum over all groups, exactly what the whole is short of. */
  readonly total: number;
  /** The groups that fall short, most first. */
  readonly groups: readonly { readonly name: string; readonly n: number; readonly short: number }[];
  /** Groups that fall short beyond those listed. */
  readonly more: number;
}

/**
 * Why a figure moved since the period before: performance is Σ ½(w₀ + w₁)(r₁ − r₀), mix is Σ (½(r₀ + r₁) − R̄)(w₁ − w₀)
 * with R̄ the mean of both headlines, over procedures; one that is there in one period only goes to mix. Together they are
 * the change. Neither is a cause.
 */
export interface Move {
  readonly key: string;
  /** A reduction has two means, which move each for itself; null for every other figure. */
  readonly side: "online" | "inPerson" | null;
  /** Percent, minutes of the time to submit, seconds (or days) of a processing time; of a plan's own mean its unit, worked or not. */
  readonly unit: "percent" | "minutes" | "hours" | "seconds" | "days";
  readonly before: number;
  readonly now: number;
  readonly performance: number;
  readonly mix: number;
  /** The five that weigh most. */
  readonly groups: readonly MoveGroup[];
  /** Groups beyond these. */
  readonly more: number;
  /** The figure and most procedures moved in opposite directions: read it by procedure. */
  readonly opposite: boolean;
  /** Of a reduction: what it was and is on the same procedures, in percent. */
  readonly likeForLike: { readonly before: number | null; readonly now: number | null } | null;
}

/** Weights are shares of 1; null where the procedure was not there. */
export interface MoveGroup {
  readonly name: string;
  readonly weightBefore: number;
  readonly weightNow: number;
  readonly before: number | null;
  readonly now: number | null;
  readonly performance: number;
  readonly mix: number;
}

/** What the rest of the year must be for the target of the year to be met. */
export interface YearNeed {
  readonly key: string;
  /** over: no day is left; unknown: nothing says how many cases will come. */
  readonly state: "secured" | "reachable" | "unreachable" | "over" | "unknown";
  /**
   * Why nothing says it: the months of a year before have no case, are not whole in the log, lie outside the working calendar, or
   * have cases of which none could be used.
   */
  readonly why?: "no-case" | "not-whole" | "outside-calendar" | "not-used";
  /** The year to date: numerator and denominator, or a sum of seconds (days) and the number of cases. */
  readonly done: { readonly sum: number; readonly n: number };
  /** Cases to come, and how that is known: `given-own` is the user's number where the log has no receipts to share it by. */
  readonly expected: { readonly n: number; readonly from: "year-before" | "given" | "given-own" } | null;
  /** The rate that the rest must reach, in the KPI's unit; of a reduction the mean time online, in seconds (days). */
  readonly required: number | null;
  /** Of a share: the cases of those to come that it takes; least of a floor, most of a ceiling. */
  readonly cases: number | null;
  /** Of a reduction: the mean in person of the year to date, which is taken to stay. */
  readonly inPersonMean: number | null;
  /** The best of the last periods with a figure, in the unit of `required`, and how many these are; null without one. */
  readonly best: { readonly value: number; readonly period: string; readonly of: number } | null;
  /** What is required is more than the best of them; null where nothing is required. */
  readonly beyondBest: boolean | null;
  /** How likely the year meets the target, if what is to come is as what was; null where too little is known. */
  readonly forecast: YearForecast | null;
}

/** Columns 3 to 13 of form II.06a/VPCP/KSTT. */
/** Cases on time, whatever the plan. */
export interface Service {
  /** Done by their due time, of those done and the open ones past due. */
  readonly onTime: number;
  readonly of: number;
  /** Open and past due at the end; null of a period of which only its own cases are known. */
  readonly overdue: number | null;
  /** As the national index counts: done in time, or open and not yet due, of all; null where that is not known. */
  readonly index: { readonly inTime: number; readonly of: number } | null;
  /**
   * Past due at the end of the period, and done behind it: not in `of`, since each counts late in the period in which it was
   * done. Absent where the log does not go on behind the period, or where it is not known.
   */
  readonly doneLater?: number;
}

export interface FormRow {
  readonly received: number;
  readonly online: number;
  readonly direct: number;
  readonly carriedOver: number;
  readonly resolved: number;
  readonly early: number;
  readonly onDay: number;
  readonly late: number;
  readonly open: number;
  readonly inTime: number;
  readonly overdue: number;
}

export interface CaseForm {
  readonly asOf: string | null;
  readonly fields: readonly (FormRow & { readonly field: string })[];
  readonly total: FormRow;
  /** Beside the table: withdrawn, stopped or finished with nobody saying when. */
  readonly endedWithoutTime: number;
  /** Of before the period. */
  readonly endedWithoutTimeBefore: number;
  /** Not accepted yet, or refused. */
  readonly outside: number;
  /** The status or the end cannot be read: of cases received in the period, and before it. */
  readonly unreadable: number;
  readonly unreadableBefore: number;
  /** Ended in the period, and nobody wrote when they were received. */
  readonly withoutReceipt: number;
  /** In the table though a column is blank: no due day counts as on it, an unknown channel as handed in. */
  readonly withoutDue: { readonly resolved: number; readonly open: number };
  readonly withoutChannel: number;
  /** The same cases by form 07a/BTP; only where it is asked for. */
  readonly btp?: BtpForm;
}

export interface OpenCases {
  readonly asOf: string;
  /** The last day that is due soon: the third working day; null where the calendar does not cover it. */
  readonly soonUntil: string | null;
  readonly agencies: readonly {
    readonly name: string;
    readonly open: number;
    readonly overdue: number;
    readonly soon: number | null;
  }[];
  /** Only where they are asked for. */
  readonly cases?: readonly PressingCase[];
}

/** What a KPI is, in words. */
export interface Definition {
  readonly kpi: string;
  readonly title: Bilingual;
  readonly definition: Bilingual;
  readonly formula: Bilingual;
  readonly choices: readonly Bilingual[];
  readonly regulation: Bilingual | null;
}

/** Of a KPI that the plan writes itself, with the event by which its cases are of a period. */
export interface OwnDefinition extends Definition {
  readonly when: "submitted" | "received" | "finished" | "rated" | "completed";
}

export interface CalendarDay {
  readonly date: string;
  readonly kind: string;
  readonly name: Bilingual;
  readonly source: string;
  readonly provisional: boolean;
}

/** A file that was read: a case log, or one of the small logs. */
export interface ReportInput {
  readonly kind: "cases" | "procedures" | "petitions" | "figures" | "calendar";
  readonly name: string;
  readonly bytes: number;
  readonly encoding: string;
  /** What the table was packed in. */
  readonly container: "gzip" | "xlsx" | "html" | "xml" | null;
  readonly delimiter: string;
  readonly headerLine: number;
  /** Field to header. */
  readonly columns: Readonly<Record<string, string>>;
  /** How many columns no field claims. */
  readonly unread: number;
  readonly passedOver: Readonly<Record<string, number>>;
  /** Of a case log its rows; of a small log every row counts, or it would not have been read. */
  readonly ledger: Counts;
  /** Of the file's bytes; told where a manifest is asked for. */
  readonly sha256?: string;
}

/** read = counted + outOfPeriod + duplicates + rejected. */
export interface Counts {
  readonly read: number;
  readonly counted: number;
  readonly outOfPeriod: number;
  readonly duplicates: number;
  readonly rejected: number;
}

export interface Ledger extends Counts {
  readonly issues: readonly {
    readonly code: string;
    readonly column: string | null;
    readonly count: number;
    readonly firstLine: number;
    /** Of a workbook the sheet and the cell of that line, or the row where it is no cell. */
    readonly sheet?: string;
    readonly cell?: string;
    /** What the first value looks like, of a date that cannot be read: 99/99/99 9:99. */
    readonly shape?: string;
    readonly input: string;
  }[];
  /** Words that no table knows, in coded columns. */
  readonly unknownWords: readonly {
    readonly column: string;
    readonly word: string;
    readonly count: number;
    readonly firstLine: number;
    readonly sheet?: string;
    readonly cell?: string;
    readonly input: string;
    /** What it may be mapped to. */
    readonly codes: readonly string[];
  }[];
  /** Blank cells that stand for "no" or "not recorded", by column. */
  readonly blanks: Readonly<Record<string, number>>;
}

/** Something that the reader of the figures should know; the sentence is made in text.ts. */
export interface Note {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number | null>>;
}
