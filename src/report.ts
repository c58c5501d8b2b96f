/**
 * The Report: the one contract that every output is made from (cli.md). Keys, ids and codes are never translated;
 * nothing in it depends on the clock, the machine or the folder, so that the same logs and options give the same
 * bytes. Its schema is in report-schema.ts.
 */

import type { Slack, Verdict } from "./judge.ts";
import type { Input, Unit } from "./kpi.ts";
import type { Bilingual } from "./text.ts";

export interface Report {
  readonly schema: "kpi-report/1";
  readonly tool: { readonly name: "kpi"; readonly version: string };
  readonly plan: {
    readonly id: string;
    readonly year: number;
    readonly title: Bilingual;
    /** The file of a plan of the user's own, without its folder; null for one that comes with the program. */
    readonly file: string | null;
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
    /** The day at whose end open cases are judged; null when the log has no date. */
    readonly asOf: string | null;
    /** Above this share (`"5%"`) or number of rejected rows no figure is trusted. */
    readonly maxRejects: string;
    readonly requireAll: boolean;
    readonly allowNoData: boolean;
    readonly by: readonly string[];
    /** Groups beyond this many are counted, not listed, in text. */
    readonly top: number;
  };
  readonly inputs: readonly ReportInput[];
  /** First and last day with a receipt; null without dates. */
  readonly days: { readonly from: string; readonly to: string } | null;
  /** The column that stands for each event, and for the two times that are worked out; null where none does. */
  readonly basis: Readonly<Record<string, string | null>>;
  readonly ledger: Ledger;
  readonly notes: readonly Note[];
  readonly results: readonly Result[];
  readonly summary: {
    readonly pass: number;
    readonly fail: number;
    readonly noData: number;
    readonly notSupplied: number;
    /** Of those without data: milestones whose day has not come. */
    readonly notDue: number;
  };
  readonly exitCode: number;
}

/** A file that was read: a case log, or one of the small logs. */
export interface ReportInput {
  readonly kind: "cases" | "procedures" | "petitions" | "figures" | "calendar";
  readonly name: string;
  readonly bytes: number;
  readonly encoding: string;
  /** What the table was packed in. */
  readonly container: "gzip" | "xlsx" | null;
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
    readonly input: string;
  }[];
  /** Words that no table knows, in coded columns. */
  readonly unknownWords: readonly {
    readonly column: string;
    readonly word: string;
    readonly count: number;
    readonly firstLine: number;
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

/** A mean of one channel. */
export interface ReportMean {
  readonly sum: number;
  readonly n: number;
}

export type ReportMeasure =
  | {
      readonly kind: "ratio";
      readonly value: number | null;
      readonly numerator: number;
      readonly denominator: number;
    }
  | { readonly kind: "mean"; readonly value: number | null; readonly sum: number; readonly n: number }
  | {
      readonly kind: "reduction";
      readonly value: number | null;
      readonly inPerson: ReportMean;
      readonly online: ReportMean;
      /** The sums are of seconds; of whole days where the log holds dates only. */
      readonly sumsIn: "seconds" | "days";
    }
  | { readonly kind: "count"; readonly value: number | null }
  | { readonly kind: "average"; readonly value: number | null; readonly sum: number; readonly n: number }
  | {
      readonly kind: "minimum";
      readonly value: number | null;
      /** The procedure that has it, and its prescribed days. */
      readonly of: { readonly procedure: string; readonly inPerson: number; readonly online: number } | null;
    }
  | {
      readonly kind: "date";
      readonly value: string | null;
      readonly source: string | null;
      readonly statedOn: string | null;
    }
  | {
      readonly kind: "stated";
      readonly value: number | null;
      readonly numerator?: number;
      readonly denominator?: number;
      readonly source: string;
      readonly statedOn: string;
    };

export interface ReportTarget {
  readonly below?: number;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly above?: number;
  readonly by?: string;
}

export interface Result {
  /** The KPI and its clause, with a counter where both recur; the KPI alone where the plan has no target. */
  readonly key: string;
  readonly kpi: string;
  /** Where the figure comes from. */
  readonly input: Input;
  readonly unit: Unit;
  readonly title: Bilingual;
  readonly section: "quantity" | "quality" | "tasks" | null;
  readonly target: ReportTarget | null;
  readonly clause: string | null;
  readonly also: readonly string[];
  readonly quote: string | null;
  readonly interpretation: Bilingual | null;
  readonly aspirational: boolean;
  /** The plan sets the target for each group: this is the result of one of them, and it counts as any other. */
  readonly each: boolean;
  /** Null where the plan has no target. */
  readonly verdict: Verdict | null;
  /** Null when not supplied. */
  readonly measure: ReportMeasure | null;
  /** 95 %, in the KPI's unit. */
  readonly interval: readonly [number, number] | null;
  readonly small: boolean;
  readonly fragile: boolean;
  /** Lowest and highest value if the excluded cases had all gone one way. */
  readonly bounds: readonly [number, number] | null;
  readonly slack: Slack | null;
  readonly alongside: Readonly<Record<string, number | null>>;
  readonly excluded: Readonly<Record<string, number>>;
  /** Why there is no value. */
  readonly reason: string | null;
  /** The columns, inputs or KPIs that the reason speaks of. */
  readonly lacks: readonly string[];
  readonly group: { readonly by: string; readonly name: string | null } | null;
}

/** Whether so many rows were rejected that no figure can be trusted. */
export function tooManyRejected({ options, ledger }: Pick<Report, "options" | "ledger">): boolean {
  const { maxRejects } = options;
  if (!maxRejects.endsWith("%")) return ledger.rejected > Number(maxRejects);
  // Cross-multiplied: rejected ÷ read > p ÷ 100.
  return ledger.rejected * 100 > Number(maxRejects.slice(0, -1)) * ledger.read;
}

/**
 * The exit code that a report means (cli.md): 0 met, 1 missed, 3 not judged for want of data or too many rows rejected.
 * No format or option of the output changes it.
 */
export function exitCode(report: Omit<Report, "exitCode">): number {
  if (tooManyRejected(report)) return 3;
  if (report.summary.fail > 0) return 1;
  if (report.options.requireAll && report.summary.notSupplied > 0) return 3;
  const noData = report.summary.noData > report.summary.notDue || report.ledger.counted === 0;
  return noData && !report.options.allowNoData ? 3 : 0;
}
