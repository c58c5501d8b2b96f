/** What the cells of a small table hold: text in, value or fault out. */
import * as z from "zod/mini";
import { sessionsOf } from "../../time/working.ts";
import { offsetOf } from "../../time/zone.ts";
import { readCode, readNumber, TimeColumn } from "../decode.ts";
import { type Words, yesNo } from "../word-tables.ts";
import { wordKey, wordLookup } from "../words.ts";

/** A fault that a cell's reader names. */
export class TableCellFault {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: string, data: Readonly<Record<string, unknown>> = {}) {
    this.code = code;
    this.data = data;
  }
}

/** A cell as zod sees it. */
export function cellAs<T>(read: (text: string) => T | TableCellFault) {
  return z.pipe(
    z.string(),
    z.transform((text: string, context) => {
      const value = read(text);
      if (!(value instanceof TableCellFault)) return value;
      const params = { code: value.code, ...value.data };
      context.issues.push({ code: "custom", input: text, params });
      return z.NEVER;
    }),
  );
}

/** A rule over several cells of a row; `path` is the field at fault. */
export function faultIn(field: string, code: string, input: unknown, data: Readonly<Record<string, unknown>> = {}) {
  return { code: "custom" as const, input, path: [field], params: { code, ...data } };
}

export const blankCell = new TableCellFault("blank-cell");

export const textCell = cellAs((value) => (value === "" ? null : value));
export const requiredText = cellAs((value) => (value === "" ? blankCell : value));

/** Made once, when the first cell asks: a catalogue has some ten thousand. */
let yesNoWords: ReadonlyMap<string, boolean> | undefined;

/** Yes or no; a blank is what it is said to be. */
function yesOrNo(blank: boolean) {
  return cellAs((value): boolean | TableCellFault => {
    if (value === "") return blank;
    yesNoWords ??= wordLookup(yesNo);
    return yesNoWords.get(wordKey(value)) ?? new TableCellFault("unknown-cell-word", { value, words: ["Có", "Không"] });
  });
}

/** Yes or no; blank is no. */
export const yesNoCell = yesOrNo(false);
/** Yes or no; blank is yes. */
export const yesUnlessNoCell = yesOrNo(true);

function readWord<V extends string>(words: Words<V>): (value: string) => V | TableCellFault {
  const table = wordLookup(words);
  const shown = words.map(([code, [first]]) => first ?? code);
  return (value) => table.get(wordKey(value)) ?? new TableCellFault("unknown-cell-word", { value, words: shown });
}

/** A word of a table; blank is null. */
export function wordCell<V extends string>(words: Words<V>) {
  const read = readWord(words);
  return cellAs((value): V | null | TableCellFault => (value === "" ? null : read(value)));
}

export function requiredWord<V extends string>(words: Words<V>) {
  const read = readWord(words);
  return cellAs((value): V | TableCellFault => (value === "" ? blankCell : read(value)));
}

/** A value with an offset of its own is the day that it was in Việt Nam. */
const times = new TimeColumn("dmy", offsetOf("Asia/Ho_Chi_Minh"));
const encoder = new TextEncoder();

/** A day, in the forms that a case log may have, without its time; null for no day, a fault for what is none. */
export function readDay(value: string): number | null | TableCellFault {
  if (value === "") return null;
  const bytes = encoder.encode(value);
  const time = times.read(bytes, 0, bytes.length);
  if (time >= 0) return Math.floor(time / 86_400);
  return new TableCellFault(times.monthFirst ? "month-first" : "bad-time", { value });
}

export const dayCell = cellAs(readDay);
export const requiredDay = cellAs((value) => readDay(value) ?? blankCell);

export const codeCell = cellAs((value) => {
  if (value === "") return blankCell;
  const { code } = readCode(value);
  return /^\d\.\d{6}$/.test(code) ? code : new TableCellFault("bad-code", { value });
});

/** Hours of a day: 07:30-11:30, several by semicolons; blank is null. */
export const hoursCell = cellAs((value): string | null | TableCellFault => {
  if (value === "") return null;
  return sessionsOf(value) === null ? new TableCellFault("bad-hours", { value }) : value;
});

/** Tags between semicolons. */
export const tagsCell = cellAs((value) => {
  const tags = value
    .split(";")
    .map((tag) => tag.trim().toLowerCase())
    .filter((tag) => tag !== "");
  const bad = tags.find((tag) => !/^[\p{L}\d][\p{L}\d._-]*$/u.test(tag));
  return bad === undefined ? tags : new TableCellFault("bad-tag", { value: bad });
});

/** A number of days, whole or with at most two decimals. */
export const daysCell = cellAs((value) => {
  if (value === "") return null;
  const number = readNumber(value, false);
  if (number === "ambiguous") return new TableCellFault("ambiguous-number", { value });
  if (number === null || !/^\d{1,4}(\.\d{1,2})?$/.test(number)) return new TableCellFault("bad-number", { value });
  return Number(number);
});
