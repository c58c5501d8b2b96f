/**
 * A day and its time of day in two columns ("Ngày nộp", "Giờ nộp"): the two are put together in the first, which is read
 * like any column of times.
 */
import { fieldKinds } from "../records/case.ts";
import { isNoDay } from "./blanks.ts";
import { utf8 } from "./bytes.ts";
import { cellText } from "./clean.ts";
import type { HeaderMeaning } from "./words.ts";
import { withoutMarks, wordKey } from "./words.ts";

/** The columns of a day and of its time, by their places in a row and their headers. */
export interface DayAndTime {
  readonly day: number;
  readonly time: number;
  readonly dayHeader: string;
  readonly timeHeader: string;
}

const aloneTimes = new Set(["gio", "gio phut", "thoi gian", "time", "hour"]);
const key = (header: string) => wordKey(withoutMarks(header));

/** What a header says beside that it is a day, or a time of day: "nop" of "Ngày nộp"; null where it is neither. */
function restOf(header: string, kind: "day" | "time"): string | null {
  const words = kind === "day" ? "ngay|date" : "gio|time";
  const [, before, after] = new RegExp(`^(?:(?:${words}) (.+)|(.+) (?:${words}))$`).exec(key(header)) ?? [];
  return before ?? after ?? null;
}

/** Of several columns of days the one of which a time is: of the same words, or of words that begin or end alike; else to its left. */
function dayOf(time: number, cells: readonly string[], isDay: (index: number) => boolean): number {
  const rest = restOf(cells[time], "time");
  if (rest === null) return aloneTimes.has(key(cells[time])) && time > 0 && isDay(time - 1) ? time - 1 : -1;
  const days = cells.map((cell, i) => (isDay(i) ? restOf(cell, "day") : null));
  const same = days.indexOf(rest);
  if (same >= 0) return same;
  const near = (isAlike: (day: string) => boolean) => {
    const found = days.flatMap((day, i) => (day !== null && isAlike(day) ? [i] : []));
    return found.length === 1 ? found[0] : -1;
  };
  // "Giờ trả" is of "Ngày trả kết quả" and not of "Ngày hẹn trả": how it begins says more.
  const begun = near((day) => day.startsWith(`${rest} `) || rest.startsWith(`${day} `));
  return begun >= 0 ? begun : near((day) => day.endsWith(` ${rest}`) || rest.endsWith(` ${day}`));
}

const timeOfDay =
  /^(?:\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?(?:SA|CH|AM|PM|sáng|trưa|chiều|tối|sang|trua|chieu|toi))?|\d{1,2} ?(?:h|g|giờ|gio)(?: ?\d{1,2} ?(?:phút|phut|ph|p|'|’)?)?(?: (?:sáng|trưa|chiều|tối|sang|trua|chieu|toi))?|0[.,]\d+)$/iu;
/** What Excel shows before a time of day that it holds as a date. */
const dayOfNone = /^(?:30\/12\/1899|1899-12-30|0{1,2}\/0?1\/1900|1\/0\/1900|0?1\/0?1\/1900)[T ]/;
const midnight = /[T ]0?0:00(?::00(?:\.0+)?)?$/;
const bareDay = /^(?:\d{1,4}([/.-])\d{1,2}\1\d{1,4}|20\d{6}|[2-7]\d{4})$/;

const timeText = (cell: string) => cell.replace(dayOfNone, "");
const dayText = (cell: string) => cell.replace(midnight, "");

/**
 * The pairs of columns of which one holds days and the other times of day.
 *
 * @param rows some rows of the log, to see what the columns hold
 */
export function dayAndTimeColumns(
  cells: readonly string[],
  rows: readonly (readonly string[])[],
  meaningOf: (header: string) => HeaderMeaning | undefined,
): DayAndTime[] {
  const filled = (index: number, bare: (cell: string) => string) =>
    rows.map((row) => bare(row[index] ?? "")).filter((cell) => cell !== "" && !isNoDay(cell));
  const isDay = (index: number) => {
    const meaning = meaningOf(cells[index]);
    return meaning !== undefined && fieldKinds[meaning.field] === "time" && restOf(cells[index], "time") === null;
  };
  return cells.flatMap((timeHeader, time) => {
    const day = dayOf(time, cells, (index) => index !== time && isDay(index));
    if (day < 0) return [];
    const [days, times] = [filled(day, dayText), filled(time, timeText)];
    // Here and there stands something else: a word, the header again, a day with its time.
    const isPair =
      isMostly(times, (cell) => timeOfDay.test(cell)) &&
      isMostly(days, (cell) => bareDay.test(cell) || !/\d:\d|\d ?h/.test(cell));
    return isPair ? [{ day, time, dayHeader: cells[day], timeHeader }] : [];
  });
}

function isMostly(cells: readonly string[], is: (cell: string) => boolean): boolean {
  return 2 * cells.filter(is).length > cells.length;
}

/** A time of day that a workbook holds as a part of a day: 0.5 is 12:00:00. */
function clockOf(part: string): string {
  const seconds = Math.round(Number(part.replace(",", ".")) * 86_400) % 86_400;
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((n) => String(Math.floor(n)).padStart(2, "0"))
    .join(":");
}

/** The cells of a row with its days and times put together; null where there are none. */
export function withTimes(cells: readonly Uint8Array[], pairs: readonly DayAndTime[]): readonly Uint8Array[] | null {
  let out: Uint8Array[] | null = null;
  for (const { day, time } of pairs) {
    if (day >= cells.length || time >= cells.length) continue;
    const [date, clock] = [dayText(textOfCell(cells[day])), timeText(textOfCell(cells[time]))];
    if (clock === "" || isNoDay(clock) || !/\d/.test(date) || isNoDay(date) || /\d:\d/.test(date)) continue;
    // With what is no time of day the day becomes a time that cannot be read, and is told: without it nobody would know.
    const written = /^0[.,]/.test(clock) && timeOfDay.test(clock) ? clockOf(clock) : clock;
    const both = utf8(`"${`${date} ${written}`.replaceAll('"', '""')}"`);
    out ??= [...cells];
    out[day] = both;
    // Where the time's own header is known too ("Giờ đăng nhập") its column is the one that is read.
    out[time] = both;
  }
  return out;
}

/** The text of a cell that may stand in quotes, from its bytes with them. */
export function textOfCell(cell: Uint8Array): string {
  const text = cellText(cell, 0, cell.length);
  return /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}
