/** Cells of the report's tables. */

import type { Result } from "../../judge/verdict.ts";
import type { Report } from "../../report/report.ts";
import {
  about,
  aboutBeside,
  type Clock,
  clean,
  type Language,
  processingTime,
  unitNames,
  whole,
  withUnit,
} from "../../text/language.ts";
import { periodicLabel, periodicSentence } from "../../text/periodic.ts";
import { counted, countHead } from "../../text/titles.ts";
import { type Cell, numbers, type TableColumn, type Tone } from "../document.ts";
import { caseCount, measured, nounOf } from "../wording/values.ts";
import { verdict } from "../wording/verdicts.ts";

/** Whether some log tells the status of its cases. */
export function hasStatus({ inputs }: Report): boolean {
  return inputs.some(({ kind, columns }) => kind === "cases" && "status" in columns);
}

export function toneOf({ verdict: v }: Pick<Result, "verdict">): Tone {
  return v === "pass" || v === "fail" ? v : "none";
}

export function wholeCell(value: number | null, language: Language): Cell {
  return value === null ? { text: "" } : { text: whole(value, language), value, format: "whole" };
}

/**
 * A number in the unit of a KPI: its text for a reader, and for a spreadsheet the number with its unit. Durations are hours
 * there, since a column of minutes, hours and days cannot be summed or sorted.
 */
export function unitCell(text: string, value: number, unit: string, language: Language, clock: Clock): Cell {
  const worked = clock === "working" ? (language === "vi" ? " làm việc" : " of work") : "";
  switch (unit) {
    case "percent":
      return { text, value, format: "percent" };
    case "points":
      return { text, value, format: "decimal", unit: language === "vi" ? "điểm %" : "points" };
    case "minutes":
      return { text, value, format: "decimal", unit: language === "vi" ? "phút" : "min" };
    case "seconds":
      return {
        text,
        value: value / 3600,
        format: "decimal",
        unit: (language === "vi" ? "giờ" : "hours") + worked,
        places: 2,
      };
    case "days":
      return {
        text,
        value,
        format: "decimal",
        unit: language === "vi" ? `ngày${worked}` : clock === "working" ? "working days" : "days",
        places: 2,
      };
    case "hours":
    case "working-hours":
    case "working-days":
      return { text, value, format: "decimal", unit: unitNames[unit][language], places: 2 };
    case "cases":
      return { text, value, format: "whole", unit: language === "vi" ? "hồ sơ" : "cases" };
    default:
      return { text, value, format: Number.isInteger(value) ? "whole" : "decimal" };
  }
}

/** The measured value, as the verdict judges it; of an undecided one both ends, which are no number. */
export function valueCell(result: Result | undefined, language: Language, limit?: number | null): Cell {
  const value = result?.measure?.value;
  if (result === undefined) return { text: "" };
  const text = measured(result, language, limit);
  if (typeof value !== "number" || (result.verdict === "undecided" && result.bounds !== null)) return { text };
  return unitCell(text, value, result.unit, language, "elapsed");
}

export function verdictCell(result: Result | undefined, language: Language): Cell {
  return result === undefined ? { text: "" } : { text: verdict(result, language), tone: toneOf(result) };
}

/**
 * The column that says of how many cases (ratings, procedures) results are: it names what it counts, or each cell does where
 * they do not count the same.
 */
export function countColumn(
  results: readonly Result[],
  language: Language,
): { readonly column: TableColumn; readonly cell: (result: Result | undefined) => Cell } {
  const has = (result: Result) => result.measure?.value != null && caseCount(result) !== null;
  const counts = new Set(results.filter(has).map((result) => nounOf(result).noun));
  const [noun = "cases"] = counts;
  const isMixed = counts.size > 1;
  // What a stated figure counts only who stated it knows.
  const head = isMixed || noun === "units" ? periodicLabel("count", language) : countHead(noun, language);
  return {
    column: numbers(head),
    cell: (result) => {
      const n = result === undefined || !has(result) ? null : caseCount(result);
      const own = wholeCell(n, language);
      if (!isMixed || n === null || result === undefined || nounOf(result).noun === "units") return own;
      const text = counted(n, nounOf(result).noun, language);
      return { ...own, text, unit: text.replace(/^[\d.,\s]+/, "") };
    },
  };
}

/** How a number is shown: a processing time by its clock, a figure beside the bound that it must not seem to cross. */
export interface Showing {
  readonly clock?: Clock;
  readonly limit?: number | null;
  /** The time whose unit is taken. */
  readonly like?: number;
}

/** A number in the unit of a KPI. */
export function inUnit(
  value: number,
  unit: string,
  language: Language,
  { clock = "elapsed", limit, like = value }: Showing = {},
): string {
  if (unit === "seconds" || unit === "days") return processingTime(value, unit, clock, language, undefined, like);
  if (limit != null) return withUnit(aboutBeside(value, limit, language), unit, language);
  return withUnit(about(value, unit === "count" ? 0 : 1, language), unit, language);
}

/** A change with its sign. */
export function signed(
  value: number,
  unit: string,
  language: Language,
  clock: Clock = "elapsed",
  like = Math.abs(value),
): string {
  const own = unit === "percent" ? "points" : unit;
  const rounded = inUnit(Math.abs(value), own, language, { clock, like });
  const isTime = unit === "seconds" || unit === "days";
  // A change by little is a change: 0.05 points, and not 0.0. Of times a second is nothing.
  const text =
    value === 0 || isTime || /[1-9]/.test(rounded)
      ? rounded
      : withUnit(aboutBeside(Math.abs(value), 0, language), own, language);
  // What comes to nothing has no sign.
  return /[1-9]/.test(text) ? `${value < 0 ? "−" : "+"}${text}` : text;
}

/** Where the figures of a chart come from, and of how many cases (ratings, procedures) they are. */
export function sourceOf({ inputs }: Report, result: Result, language: Language): string {
  const files = inputs.filter(({ kind }) => kind === result.input).map(({ name }) => clean(name));
  const n = caseCount(result);
  return periodicSentence(
    "source",
    {
      files: files.length > 2 ? files.length : files.join(", "),
      n: n === null ? null : counted(n, nounOf(result).noun, language),
    },
    language,
  );
}

/** A change as a cell: of a share in percentage points. */
export function changeCell(
  value: number,
  unit: string,
  language: Language,
  clock: Clock = "elapsed",
  like = Math.abs(value),
): Cell {
  const text = signed(value, unit, language, clock, like);
  return unitCell(text, value, unit === "percent" ? "points" : unit, language, clock);
}

/**
 * That the log ends before the period begins, or begins after its end: it says nothing of what came, went and is open in it.
 *
 * @param asOf the day up to which it speaks
 */
export function beyondTheLog({ period, days }: Report, asOf: string | null, language: Language): string | null {
  if (period === null) return null;
  if (asOf !== null && asOf < period.from) return periodicSentence("notReached", { asOf }, language);
  return days !== null && days.from > period.to ? periodicSentence("notBegun", { from: days.from }, language) : null;
}

/** A sentence for who reads a document, to whom an option of the command line says nothing. */
export function withoutOptions(sentence: string): string {
  return (
    sentence
      .replace(/ ?\([^()]*--[a-z][^()]*\)/g, "")
      // A hint begins a clause of its own; what stands before a colon may be all that the sentence says.
      .replace(/[;.] [^;:.]*: --[a-z].*$/, ".")
      .replace(/[;:] --[a-z].*$/, ".")
      .replace(/; [^;]* --[a-z].*$/, ".")
  );
}
