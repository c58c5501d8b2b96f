/** The values of a sheet's cells: numbers by their digits, errors and times as text. */
import { latin } from "./xml.ts";

/** The types of a cell. */
export const cellTypes = { number: 0, shared: 1, string: 2, inline: 3, boolean: 4, error: 5, date: 6 } as const;

/** What stands in a cell whose formula has no value: no blank, and no word that any table knows. */
export const noValue = "#CALC?";

/** What stands in a cell whose text is not among the texts of its workbook. */
export const noText = "#TEXT?";

/** An error as Excel shows it; #N/A, which registers write for nothing, is told apart from that word. */
export function errorWord(error: string): string {
  return error === "#N/A" ? "#N/A (Excel)" : error;
}

export function typeOf(bytes: Uint8Array, from: number, to: number): number {
  const [a, b] = [bytes[from], bytes[from + 1]];
  if (a === 115) return b === 116 && to - from === 3 ? cellTypes.string : cellTypes.shared;
  if (a === 105) return cellTypes.inline;
  if (a === 98) return cellTypes.boolean;
  if (a === 101) return cellTypes.error;
  return a === 100 ? cellTypes.date : cellTypes.number;
}

/** The column of a cell's name, from 0. */
export function columnOf(bytes: Uint8Array, from: number, to: number): number {
  let column = 0;
  for (let p = from; p < to; p++) {
    // Lower case is read too.
    const letter = bytes[p] & 0xdf;
    if (letter < 65 || letter > 90) {
      // "$A$2".
      if (bytes[p] === 36 && p === from) continue;
      break;
    }
    column = 26 * column + letter - 64;
  }
  return column - 1;
}

/** The row that a reference such as B12 names; 0 where it names none. */
export function rowOf(bytes: Uint8Array, from: number, to: number): number {
  let p = to;
  while (p > from && bytes[p - 1] >= 48 && bytes[p - 1] <= 57) p--;
  return p === to ? 0 : digits(bytes, p, to);
}

/** A whole number of digits alone, such as that of a style; -1 for anything else. */
export function digits(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let p = from; p < to; p++) {
    const digit = bytes[p] - 48;
    if (digit < 0 || digit > 9) return -1;
    number = 10 * number + digit;
  }
  return number;
}

/** A number such as 45901.33333333333; its last digits are far below the second to which it is rounded. */
export function decimalNumber(bytes: Uint8Array, from: number, to: number): number {
  let [number, scale] = [0, 0];
  for (let p = from; p < to; p++) {
    const byte = bytes[p];
    if (byte === 46 && scale === 0) scale = 1;
    else if (byte >= 48 && byte <= 57 && (scale === 0 || number < 1e14)) {
      number = 10 * number + byte - 48;
      if (scale > 0) scale *= 10;
    } else if (byte < 48 || byte > 57) return Number(latin(bytes, from, to));
  }
  return scale > 0 ? number / scale : number;
}

export function isWhole(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) if (bytes[p] < 48 || bytes[p] > 57) return false;
  return true;
}

/** Excel keeps fifteen digits: an id of more is another number in the file already, and is told as Excel shows it. */
export function numberText(value: number): string {
  return Math.abs(value) < 1e15 ? String(value) : value.toExponential().replace("e", "E");
}

/** A share as Excel shows it: 0.95 is 95% with no decimals and 95.00% with two. */
export function percentText(value: number, least: number, most: number): string {
  const percent = Number((100 * value).toPrecision(15));
  // Half is rounded up as it is written, whatever its bits are: 1.005 is 1.01.
  const isPlain = !/e/i.test(String(percent)) && Math.abs(percent) < 1e15;
  const size = Math.abs(percent);
  const rounded = isPlain ? Number(`${Math.round(Number(`${size}e${most}`))}e-${most}`) : size;
  const text = rounded.toFixed(most);
  let end = text.length;
  while (end > text.length - (most - least) && text[end - 1] === "0") end--;
  return `${percent < 0 && rounded > 0 ? "-" : ""}${text.slice(0, end).replace(/\.$/, "")}%`;
}

/** Days from Excel's usual day 0 to that of old Macintoshes. */
export const daysTo1904 = 1462;

/** Whether a day of Excel's count is one that a log may speak of: 1954 to 2119. */
export const isLogDay = (serial: number) => serial >= 20_000 && serial < 80_000;

/** A day of a workbook that counts from 1904 as one of any other, where it is a day that a log may speak of. */
export function from1904(serial: number): number {
  return isLogDay(serial) ? serial + daysTo1904 : serial;
}

const two = (n: number) => (n < 10 ? `0${n}` : String(n));

export function clockText(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
