/** The number that a page keeps behind the text of a cell (`x:num`, `sdval`), and whether it is what the cell says. */
import { clockText, isLogDay } from "./values.ts";

const aDate = /^\D{0,12}\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/;
/** A number as it is shown: grouped, with decimals, in a currency; and the signs of a column that is too narrow. */
const shownNumber = /^[-−(]?\d{1,3}(?:[.,\s]\d+)+(?:\s*(?:đ|₫|vnđ|vnd|đồng))?\)?$/iu;

/** Whether the number is what is shown, where that is a number or signs that there is no room; never a date, an id, a word. */
export function isNumberBehind(shown: string, number: string): boolean {
  if (number.trim() === "" || !Number.isFinite(Number(number)) || aDate.test(shown)) return false;
  return shown === "" || /^#+$/.test(shown) || shownNumber.test(shown);
}

const ofNumbers =
  /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[\sT,]+(\d{1,2})[:hg](\d{1,2})(?::\d{1,2})?\s*(?:[ap]m|sa|ch)?)?$/iu;
/** 01-Sep-25. */
const ofName = /^(\d{1,2})[-\s/]\p{L}{3,12}\.?[-\s/](\d{2}|\d{4})$/u;

/**
 * The moment behind a date, as ISO 8601: the order of day and month, and the century, which the text leaves open, the
 * number does not.
 *
 * @returns null where the text is no date, or says another one in every reading
 */
export function momentBehind(shown: string, number: string): string | null {
  const serial = Number(number);
  if (number.trim() === "" || !isLogDay(serial)) return null;
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  const iso = new Date((days - 25_569) * 86_400_000).toISOString().slice(0, 10);
  const [year, month, day] = iso.split("-").map(Number);
  const isYear = (text: string) => Number(text) === (text.length > 2 ? year : year % 100);
  const clock = seconds - 86_400 * days;
  const named = ofName.exec(shown);
  if (named !== null) return Number(named[1]) === day && isYear(named[2]) ? `${iso}T${clockText(clock)}` : null;
  const [, a, , b, c, hour, minute] = ofNumbers.exec(shown) ?? [];
  if (a === undefined) return null;
  const isDay =
    (isYear(c) && ((Number(a) === day && Number(b) === month) || (Number(a) === month && Number(b) === day))) ||
    (isYear(a) && Number(b) === month && Number(c) === day);
  // Twelve hours are shown as twenty-four, or not; seconds as they are, or rounded.
  const apart = hour === undefined ? 0 : Math.abs(3600 * Number(hour) + 60 * Number(minute) - clock) % 43_200;
  return isDay && (apart < 120 || apart > 43_080) ? `${iso}T${clockText(clock)}` : null;
}
