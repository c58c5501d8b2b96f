/**
 * A report as a document: headings, sentences, tables and charts, whatever they are written as. The outputs for people
 * (html, docx, xlsx, markdown of a period) are made of it, so that all of them say the same.
 */
import type { Report } from "../report/report.ts";
import type { Language } from "../text/language.ts";
import type { Office } from "./options.ts";

/** A verdict in a colour; a word always says it too. */
export type Tone = "pass" | "fail" | "none";

export interface Cell {
  readonly text: string;
  /** The number behind the text, for a spreadsheet; of percent it is the percentage (12.5 for 12.5 %). */
  readonly value?: number | null;
  readonly format?: "whole" | "percent" | "decimal";
  /** What the number counts, in words; a duration is in one unit here, whatever its text says. */
  readonly unit?: string;
  /** What stands before the number: it is a bound, and no value. */
  readonly before?: string;
  /** Decimals of the number where they are not those of the text. */
  readonly places?: number;
  readonly tone?: Tone | undefined;
}

export interface TableColumn {
  readonly title: string;
  readonly isNumber: boolean;
  /** A heading that spans this column and its neighbours of the same. */
  readonly over?: string;
}

export interface Table {
  readonly kind: "table";
  /** Empty where the heading above says it. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** The last row is the sum of the others. */
  readonly hasTotal?: boolean;
  /** Rows beyond this many are counted in documents, and stand in spreadsheets. */
  readonly top?: number;
  /** Of what few readers want: on a page behind its caption. */
  readonly isFolded?: boolean;
  /** For a reader of a page, or for a spreadsheet, alone. */
  readonly only?: "page" | "sheet";
}

/** Something that is drawn; its title, description and table say the same. */
export interface Chart {
  readonly kind: "chart";
  /** What it shows, as a message. */
  readonly title: string;
  /** Of what it is: the KPI, its side, its grouping; the name of its rows in a spreadsheet. */
  readonly subtitle: string;
  /** Where its figures come from, and of how many cases they are; "" where nothing more can be said. */
  readonly source: string;
  readonly description: string;
  readonly drawing: Drawing;
  readonly table: Table;
  /** Of what the report is about: a document on paper has these alone. */
  readonly isMain: boolean;
}

export type Drawing = TrendDrawing | BarsDrawing | StepsDrawing | FunnelDrawing;

interface Scaled {
  readonly target: number | null;
  /** The target as its line is labelled. */
  readonly targetText: string;
  /** The ends of the scale where other charts of the unit share them. */
  readonly domain?: readonly [number, number];
  /** A number of the scale in words. */
  readonly shown: (value: number) => string;
}

/** A line over periods. */
export interface TrendDrawing extends Scaled {
  readonly type: "trend";
  /** No value is more: 100 of a share. */
  readonly most?: number;
  /** The mean of the periods, and between what they vary as a rule. */
  readonly usual?: { readonly low: number; readonly mean: number; readonly high: number } | null;
  /** What a full point and a hollow one stand for. */
  readonly key: readonly [string, string];
  readonly points: readonly {
    readonly label: string;
    readonly value: number | null;
    readonly tone: Tone;
    /** The target of that period where it is another than that of the report; null where it had none. */
    readonly target?: number | null;
  }[];
}

/** Shares of groups by how many cases they are of, between the limits of chance about a target. */
export interface FunnelDrawing extends Scaled {
  readonly type: "funnel";
  readonly xLabel: string;
  /** A number of cases in words. */
  readonly counted: (n: number) => string;
  readonly points: readonly {
    readonly label: string;
    readonly n: number;
    readonly value: number;
    readonly tone: Tone;
  }[];
  readonly curve: readonly {
    readonly n: number;
    readonly within95: readonly [number, number];
    readonly within998: readonly [number, number];
  }[];
}

/** Bars of groups. */
export interface BarsDrawing extends Scaled {
  readonly type: "bars";
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    /** Between which the value may well lie; null where that is not known. */
    readonly interval: readonly [number, number] | null;
    readonly note: string;
    readonly tone: Tone;
    /** Of so few cases that it says little. */
    readonly isFew: boolean;
  }[];
  /** For a picture on paper, where there is room for fewer: those that are drawn there, by their places, and the source that says so. */
  readonly onPaper: { readonly bars: readonly number[]; readonly source: string };
}

/** From a figure to the next by what changed it. */
export interface StepsDrawing {
  readonly type: "steps";
  readonly shown: (value: number) => string;
  /** A change in words, with its sign. */
  readonly changed: (change: number) => string;
  readonly from: { readonly label: string; readonly value: number };
  readonly steps: readonly { readonly label: string; readonly change: number }[];
  readonly to: { readonly label: string; readonly value: number };
}

export type Block =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly isWarning?: boolean;
      /** A note on what stands above it: it goes where that goes. */
      readonly on?: "stars" | "changes";
    }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "heading"; readonly text: string }
  | Table
  | Chart;

export interface Section {
  readonly id: string;
  /** What a workbook calls its sheet, where that is not the section's own. */
  readonly sheet?: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A verdict at a glance. */
export interface Card {
  readonly title: string;
  readonly value: string;
  readonly target: string;
  readonly verdict: string;
  readonly tone: Tone;
  readonly trend: TrendDrawing | null;
}

/** A target that is missed, with what is asked of it; "" for what is not known. */
export interface MissCard extends Card {
  readonly gap: string;
  readonly since: string;
  readonly agency: string;
  readonly owner: string;
  readonly step: string;
}

/** What a reader meets first. */
export interface First {
  /** One line: how many targets are met, missed, undecided, without data, not supplied. */
  readonly counts: string;
  /** What must be known before any figure is read. */
  readonly limits: readonly string[];
  readonly service: string | null;
  /** At most five, furthest from the target first. */
  readonly misses: readonly MissCard[];
  readonly moreMisses: string | null;
  readonly undecided: readonly { readonly title: string; readonly text: string }[];
  readonly passes: readonly Card[];
  /** The inputs that were not given, in one line. */
  readonly notSupplied: string | null;
  /** The verdicts beside those of other periods, and of the year. */
  readonly compared: readonly string[];
}

/** Of a document without verdicts. */
export const noFirst: First = {
  counts: "",
  limits: [],
  service: null,
  misses: [],
  moreMisses: null,
  undecided: [],
  passes: [],
  notSupplied: null,
  compared: [],
};

export interface Document {
  readonly language: Language;
  /** Đơn vị báo cáo: …; null where nobody said it. */
  readonly issuer: string | null;
  readonly title: string;
  readonly subject: string;
  readonly period: string;
  /** What the report is of, as its last sentence names it. */
  readonly result: string;
  /** The sentence with which the report opens. */
  readonly opening: string;
  readonly first: First;
  readonly sections: readonly Section[];
}

/** What a section is made from. */
export interface Making {
  readonly report: Report;
  readonly language: Language;
  readonly office: Office;
}

export function text(value: string, isWarning = false): Block {
  return isWarning ? { kind: "text", text: value, isWarning } : { kind: "text", text: value };
}

/** What must be known of stars, or of columns of changes, in the tables and charts above. */
export function noteOn(on: "stars" | "changes", value: string): Block {
  return { kind: "text", text: value, on };
}

export function cell(value: string, tone?: Tone): Cell {
  return tone === undefined ? { text: value } : { text: value, tone };
}

/** A column of words, and one of numbers. */
export function words(title: string, over?: string): TableColumn {
  return { title, isNumber: false, ...(over !== undefined && { over }) };
}

export function numbers(title: string, over?: string): TableColumn {
  return { title, isNumber: true, ...(over !== undefined && { over }) };
}
