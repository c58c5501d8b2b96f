/** Cells of the report's tables. */
import type { Report, Result } from "../../report/report.ts";
import { about, aboutBeside, type Clock, type Language, processingTime, whole, withUnit } from "../../text/language.ts";
import type { Cell, Tone } from "../document.ts";
import { casesOf, measured, verdict } from "../wording.ts";

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

/** The measured value, as the verdict judges it. */
export function valueCell(result: Result | undefined, language: Language): Cell {
  const value = result?.measure?.value;
  if (result === undefined || typeof value !== "number")
    return { text: result === undefined ? "" : measured(result, language) };
  const format = result.unit === "percent" ? "percent" : result.unit === "minutes" ? "decimal" : "whole";
  return { text: measured(result, language), value, format };
}

export function verdictCell(result: Result | undefined, language: Language): Cell {
  return result === undefined ? { text: "" } : { text: verdict(result, language), tone: toneOf(result) };
}

export function casesCell(result: Result | undefined, language: Language): Cell {
  return wholeCell(result?.measure?.value == null ? null : casesOf(result), language);
}

/** How a number is shown: a processing time by its clock, a figure beside the bound that it must not seem to cross. */
export interface Showing {
  readonly clock?: Clock;
  readonly limit?: number | null;
}

/** A number in the unit of a KPI. */
export function inUnit(
  value: number,
  unit: string,
  language: Language,
  { clock = "elapsed", limit }: Showing = {},
): string {
  if (unit === "seconds" || unit === "days") return processingTime(value, unit, clock, language);
  if (limit != null) return withUnit(aboutBeside(value, limit, language), unit, language);
  return withUnit(about(value, unit === "count" ? 0 : 1, language), unit, language);
}

/** A change with its sign. */
export function signed(value: number, unit: string, language: Language, clock: Clock = "elapsed"): string {
  const size = inUnit(Math.abs(value), unit === "percent" ? "points" : unit, language, { clock });
  const text = unit === "percent" ? `${size} ${language === "vi" ? "điểm %" : "points"}` : size;
  // What rounds to nothing has no sign.
  return /[1-9]/.test(text) ? `${value < 0 ? "−" : "+"}${text}` : text;
}

/** A sentence for who reads a document, to whom an option of the command line says nothing. */
export function withoutOptions(sentence: string): string {
  return sentence
    .replace(/ ?\([^()]*--[a-z][^()]*\)/g, "")
    .replace(/[;:] [^;:.]*: --[a-z].*$/, ".")
    .replace(/[;:] --[a-z].*$/, ".");
}
