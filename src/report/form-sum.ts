/** What the forms of several units come to: what is told of it, and what `kpi form read --format json` has. */
import type { FormId, FormPlace } from "../records/forms.ts";

/** A cell that is not what others make it. */
export interface FormFault {
  readonly file: string;
  readonly kind: "identity" | "total" | "unreadable" | "log" | "sheets";
  /** The row's name, or of a sheet that adds up others its own; null of the sum of all. */
  readonly name: string | null;
  /** The column's id; null of a cell that cannot be read. */
  readonly column: string | null;
  readonly place: FormPlace | null;
  readonly has: number | null;
  readonly should: number | null;
  /** Of an identity; of a log where several columns are one of its numbers. */
  readonly of: readonly string[];
}

/** A sheet that adds up the others of its workbook. */
export interface SumSheet {
  readonly file: string;
  readonly sheet: string;
}

export interface SheetsOfForm {
  readonly name: string;
  readonly read: readonly string[];
  readonly unread: readonly string[];
}

/** What the forms of several units come to. */
export interface FormSum {
  readonly form: FormId;
  readonly files: readonly {
    readonly name: string;
    readonly rows: number;
    readonly unknown: readonly string[];
    readonly passed: readonly number[];
    /** Rows that are sums of others, though no word says so. */
    readonly sums: readonly number[];
  }[];
  /** Of workbooks with several sheets: those that were read, and those that were not: hidden, or without such a form. */
  readonly sheets: readonly SheetsOfForm[];
  /** Sheets that add up the others of their workbooks: held against them, not added. */
  readonly sumSheets: readonly SumSheet[];
  /** Sums that could not be asked of a file: it has some of their columns, and not these. */
  readonly unasked: readonly {
    readonly file: string;
    readonly sum: string;
    readonly of: readonly string[];
    readonly lacks: readonly string[];
  }[];
  /** The periods that the forms' titles name, where they are not one: with a file of each. */
  readonly periods: readonly { readonly period: string; readonly file: string }[];
  /** Columns that a file leaves blank in every row: they count as 0, and no sum of them is asked. */
  readonly blank: readonly { readonly file: string; readonly columns: readonly string[] }[];
  /** Columns of which the logs say nothing; none where no logs were given. */
  readonly uncompared: readonly string[];
  /** Files of which every cell is as in another: each is added up once. */
  readonly copies: readonly { readonly name: string; readonly of: string }[];
  /** Tables whose rows are those of another, in a file that is none of its copies: added up, and told where nobody says that their offices are two. */
  readonly alike: readonly { readonly name: string; readonly of: string }[];
  /** Those that every file has, in the order of the first. */
  readonly columns: readonly string[];
  /** Columns that some files have and others have not. */
  readonly lacking: readonly { readonly file: string; readonly columns: readonly string[] }[];
  readonly units: readonly { readonly name: string; readonly cells: Readonly<Record<string, number>> }[];
  readonly total: Readonly<Record<string, number>>;
  readonly faults: readonly FormFault[];
}
