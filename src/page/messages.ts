/** What the page and its worker say to each other; plain data. */
import type { Language } from "../text/language.ts";

/** What a file that was dropped is. */
export const roles = ["cases", "procedures", "petitions", "figures", "calendar", "plan", "config", "part"] as const;
export type Role = (typeof roles)[number];

/** Options by their names in the program. */
export type Options = Readonly<Record<string, unknown>>;

/** What is asked of the worker. */
export type Ask = { readonly language: Language } & (
  | { readonly ask: "plans" }
  /** Gives it files; it says what each is. */
  | { readonly ask: "files"; readonly files: readonly { readonly path: string; readonly file: File }[] }
  | { readonly ask: "config"; readonly path: string }
  | { readonly ask: "plan"; readonly path: string }
  | { readonly ask: "inspect"; readonly logs: readonly string[]; readonly options: Options }
  /** The figures; of a period where one is named. */
  | {
      readonly ask: "report";
      readonly logs: readonly string[];
      readonly options: Options;
      readonly period: string | null;
    }
  /** The last report as a file. */
  | { readonly ask: "output"; readonly format: string }
  | {
      readonly ask: "rejects";
      readonly logs: readonly string[];
      readonly options: Options;
      readonly period: string | null;
    }
);

/** A plan to choose, with the years of which it has targets. */
export interface PlanChoice {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly years: readonly string[];
  /** That for which it sets its targets, where it is not the year. */
  readonly period: string | null;
}

/** What a configuration says: the options, and as YAML those that `kpi inspect` does not write. */
export interface ConfigSaid {
  readonly options: Options;
  readonly more: string;
}

/** A word of a column with a choice of meanings. */
export interface WordFound {
  readonly word: string;
  readonly count: number;
  /** What it means, in words; null where nothing is known. */
  readonly means: string | null;
  /** Whether it may be said what it means: a word that is told as it stands. */
  readonly canMend: boolean;
  readonly near: readonly string[];
}

export interface ColumnFound {
  readonly field: string;
  readonly title: string;
  readonly header: string;
  /** Percent. */
  readonly blank: number;
  readonly atFault: number;
  readonly fault: string;
  readonly how: string;
  readonly words: readonly WordFound[];
  readonly meanings: readonly { readonly code: string; readonly title: string }[];
}

export interface LogFound {
  readonly name: string;
  /** What the file is, in words. */
  readonly facts: string;
  readonly rows: string;
  readonly columns: readonly ColumnFound[];
  readonly unread: readonly { readonly header: string; readonly near: readonly string[] }[];
}

/** What `kpi inspect` finds, in the words of the reader. */
export interface Understood {
  readonly logs: readonly LogFound[];
  /** Names for `--map`, with their titles, of the columns that no log has. */
  readonly lackingFields: readonly { readonly name: string; readonly title: string }[];
  /** KPIs of the plan that cannot be measured, with what they lack. */
  readonly lacking: readonly string[];
  readonly measurable: number;
  /** Months with a receipt, 2025-09, in order. */
  readonly months: readonly string[];
  readonly config: string;
}

/** A report that was made. */
export interface MadeReport {
  readonly html: string;
  readonly summary: string;
  readonly exitCode: number;
  readonly rejected: number;
}

/** A fault that the user can mend, or one of the program. */
export interface Trouble {
  /** Of a UserError; null for a bug. */
  readonly code: string | null;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the worker says: an answer to the ask of that number, or how far it is. */
export type Heard =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly trouble: Trouble }
  | { readonly progress: string }
  /** A part of the program that is needed now. */
  | { readonly part: string };

/** What each ask is answered with. */
export interface Replies {
  readonly plans: readonly PlanChoice[];
  readonly files: readonly { readonly path: string; readonly role: Role | null }[];
  readonly config: ConfigSaid;
  readonly plan: PlanChoice;
  readonly inspect: Understood;
  readonly report: MadeReport;
  readonly output: Blob;
  readonly rejects: Blob;
}
