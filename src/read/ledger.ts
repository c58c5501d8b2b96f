import type { Field, PairFault } from "../records/case.ts";
import type { DayRange } from "../time/civil.ts";
import { type LongIds, noLongIds } from "./ids.ts";
import type { Sign } from "./meaning.ts";
import { timeShape } from "./spelled-times.ts";
import { isErrorWord } from "./words.ts";

/** What can be wrong with a row: the row itself, one cell, or two cells together. The published list of codes. */
export const rowFaults = [
  "too-few-cells",
  "too-many-cells",
  "bad-quote",
  "unclosed-quote",
  "rows-in-cell",
  "bad-encoding",
  "cell-too-long",
  "row-too-long",
  "truncated",
  "no-event-time",
  "other-header",
] as const;
export type RowFault = (typeof rowFaults)[number];

/** Whether a fault rejects its row. */
export function isRowFault(code: IssueCode): code is RowFault {
  return (rowFaults as readonly IssueCode[]).includes(code);
}

export const cellFaults = [
  "unknown-word",
  "bare-number",
  "bad-time",
  "month-first",
  "bad-number",
  "ambiguous-number",
  "negative-duration",
  "cut-id",
  "error-cell",
] as const;
export type CellFault = (typeof cellFaults)[number];

export const pairFaults = [
  "due-before-received",
  "returned-while-open",
  "finished-while-open",
  "returned-without-date",
  "finished-without-date",
  "odd-year",
  "login-after-submission",
  "received-before-submitted",
  "finished-before-received",
  "returned-before-received",
  "after-as-of",
] as const satisfies readonly PairFault[];

export type IssueCode = RowFault | CellFault | PairFault;

/** How often a fault occurs, and where first. Lines count from the first line of the block, then of the log. */
export interface Issue {
  readonly code: IssueCode;
  readonly field: Field | null;
  count: number;
  firstLine: number;
  /**
   * The first value, of a date whose form shows that it is one, and an error of Excel's: other cells may hold anything, and
   * of them the shape is told.
   */
  readonly value: string | null;
}

/** A word that no table knows. */
export interface UnknownWord {
  readonly field: Field;
  readonly word: string;
  count: number;
  firstLine: number;
}

/** More different unknown words than this in one column: the column is another than its header says. */
export const mostUnknownWords = 1000;

/** Days of return held against the due times: where all are the same, and no state says that anything ended, they may have been promised. */
export interface Returns {
  /** Rows in which the return is the due time, to the minute or, without times of day, to the day. */
  asDue: number;
  /** Those of them of which only the days are known to be the same. */
  inDays: number;
  /** Rows without a return. */
  none: number;
  /** Some row has another return, or a state in which a case has ended: nothing more is looked at. */
  isOther: boolean;
}

/** The accounts of one block of a log: what was read and what became of it. Plain data. */
export interface BlockLedger {
  read: number;
  rejected: number;
  outOfPeriod: number;
  /** Cases none of whose events falls in the plan's year; only told, never left out. */
  outOfYear: number;
  readonly passedOver: { blank: number; total: number; header: number; note: number; filler: number };
  /** The line of the first note; -1 without one. */
  firstNote: number;
  /** The first and the last line of rows that were filled down. */
  fillers: { readonly first: number; readonly last: number } | null;
  readonly issues: Map<string, Issue>;
  /** In order of first occurrence, one more than `mostUnknownWords` a column. */
  readonly unknownWords: Map<string, UnknownWord>;
  /** How many of those there are, by field. */
  readonly unknownByField: Map<Field, number>;
  /** What the words of its rows show. */
  readonly signs: Set<Sign>;
  /** Rows whose procedure code was padded with the zeros that Excel cut off. */
  paddedCodes: number;
  /** Cases without an id: which of them are one nobody can tell. */
  blankIds: number;
  readonly longIds: LongIds;
  readonly returns: Returns;
  /** Blank cells that stand for "no" or "not recorded", by field. */
  readonly blanks: Map<Field, number>;
  /** The first and the last day that lies a year from all others of its case; null where there is none. */
  lonely: DayRange | null;
}

export function newLedger(): BlockLedger {
  return {
    read: 0,
    rejected: 0,
    outOfPeriod: 0,
    outOfYear: 0,
    passedOver: { blank: 0, total: 0, header: 0, note: 0, filler: 0 },
    firstNote: -1,
    fillers: null,
    issues: new Map(),
    unknownWords: new Map(),
    unknownByField: new Map(),
    signs: new Set(),
    paddedCodes: 0,
    blankIds: 0,
    longIds: noLongIds(),
    returns: { asDue: 0, inDays: 0, none: 0, isOther: false },
    blanks: new Map(),
    lonely: null,
  };
}

/** Counts one fault. Rows come in order, but for what only the whole log shows. */
export function countIssue(
  ledger: BlockLedger,
  code: IssueCode,
  field: Field | null,
  line: number,
  value: string | null,
): void {
  const key = `${code} ${field}`;
  const issue = ledger.issues.get(key);
  if (issue === undefined) {
    ledger.issues.set(key, { code, field, count: 1, firstLine: line, value: toldOf(code, value) });
    return;
  }
  issue.count++;
  if (line < issue.firstLine) issue.firstLine = line;
}

function toldOf(code: IssueCode, value: string | null): string | null {
  if (value === null || code === "month-first" || isErrorWord(value)) return value;
  return code === "bad-time" ? timeShape(value) : null;
}

export function countUnknownWord(ledger: BlockLedger, field: Field, word: string, line: number): void {
  const key = `${field} ${word}`;
  const known = ledger.unknownWords.get(key);
  if (known !== undefined) {
    known.count++;
    return;
  }
  const distinct = ledger.unknownByField.get(field) ?? 0;
  if (distinct > mostUnknownWords) return;
  ledger.unknownByField.set(field, distinct + 1);
  ledger.unknownWords.set(key, { field, word, count: 1, firstLine: line });
}
