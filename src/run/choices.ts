/** What an option may be, what it is where it is not given, and the word that may have been meant. */
import { closest } from "fastest-levenshtein";
import { UserError } from "../errors.ts";

/** How commands print that give no report, by what they print; the first unless another is asked for. */
export const formatsOf = {
  calendar: ["table", "csv", "json"],
  compare: ["table", "json"],
  duties: ["table", "csv", "json", "ics"],
  explain: ["text", "markdown", "json"],
  forms: ["table", "json", "csv"],
  inspect: ["table", "json"],
  /** Of the index, and of a form that is written: they give no verdicts. */
  parts: ["table", "json", "csv", "markdown", "html"],
  plan: ["table", "json", "yaml"],
  validate: ["table", "json", "csv"],
  words: ["table", "json", "csv", "markdown"],
} as const;

/** The forms that `kpi form write` writes; the first unless another is asked for. */
export const formsWritten = ["II.06a", "07a"] as const;

/** What `kpi schema` prints. */
export const schemaNames = ["report", "config", "tally", "compare"] as const;

/** How processing time is measured. */
export const clocks = ["elapsed", "working"] as const;

/** What a case does that two parts have. */
export const onOverlap = ["warn", "fail"] as const;

/** What the command line takes where an option is not given. */
export const usual = {
  map: [],
  mapValue: [],
  dateFormat: [],
  timeZone: "Asia/Ho_Chi_Minh",
  plan: "hai-phong-219",
  statutory: false,
  by: [],
  groups: [],
  top: "20",
  maxRejects: "5%",
  requireAll: false,
  allowNoData: false,
  allowGrowing: false,
  onOverlap: "warn",
  allowMissingParts: false,
} as const;

/** One of the choices of an option. @throws UserError `bad-choice` */
export function choiceOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((one) => one === value);
  if (found === undefined)
    throw new UserError("bad-choice", { option, value, choices, nearest: nearest(value, choices) });
  return found;
}

/** The word that may have been meant; null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const near = closest(word, known as string[]);
  return near !== undefined && near !== "" && sharesMost(word, near) ? near : null;
}

function sharesMost(a: string, b: string): boolean {
  const letters = new Set(b);
  return [...a].filter((letter) => letters.has(letter)).length * 2 >= b.length;
}

/** @throws UserError `bad-number` */
export function wholeNumber(option: string, value: string, least: number): number {
  if (!/^\d{1,9}$/.test(value) || Number(value) < least) throw new UserError("bad-number", { option, value, least });
  return Number(value);
}

/** Several choices, by commas or one by one. @throws UserError `bad-choice` */
export function choicesOf<T extends string>(option: string, values: readonly string[], known: readonly T[]): T[] {
  return [...new Set(values.flatMap((value) => value.split(",")))].map((value) => choiceOf(option, value, known));
}

/** Names between semicolons; one that is of a name stands behind a backslash. */
export function groupNamesIn(list: string): string[] {
  return list.split(/(?<!\\);/).map((name) => name.replaceAll("\\;", ";"));
}

/** A name as it stands between semicolons. */
export function escapedName(name: string): string {
  return name.replaceAll(";", "\\;");
}
