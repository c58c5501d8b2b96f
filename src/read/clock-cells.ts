/** What a cell of times of day looks like, in a column beside that of its days. */

const halves = "SA|CH|[AP]\\.?M\\.?|sáng|trưa|chiều|tối|sang|trua|chieu|toi";
/** 18:00, 6:00 p.m., 18:00:00.000, 18:00:00+07:00, 18h, 18h00'00", 6 giờ chiều. */
const spelledClock = new RegExp(
  [
    `^\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(?: ?(?:${halves}))?(?: ?(?:Z|[+-]\\d\\d(?::?\\d\\d)?))?$`,
    `^\\d{1,2} ?(?:h|g|giờ|gio)(?: ?\\d{1,2} ?(?:phút|phut|ph|p|'|’|′)?(?: ?\\d{1,2} ?(?:giây|giay|s|"|”|″|'')?)?)?(?: (?:${halves}))?$`,
  ].join("|"),
  "iu",
);
/** 18.00 and 1800: numbers too, which only a column that says so makes times of day. */
const dottedClock = /^(\d|[01]\d|2[0-3])\.([0-5]\d)(?:\.([0-5]\d))?$/;
const bareClock = /^([01]\d|2[0-3])([0-5]\d)$/;
/** As a workbook holds it, a part of a day. */
const partOfDay = /^0[.,]\d+$/;

/** What programs write before a time of day that they hold as a date: the days on which Excel, SQL and Unix begin to count. */
const dayOfNone =
  /^(?:(?:3[01]\/12|12\/3[01])\/1899|1899-12-3[01]|(?:1900|1970|0001)-01-01|0{1,2}\/0?1\/1900|1\/0\/1900|0?1\/0?1\/(?:1900|1970|0001))[T ]/;
/** A clock on a wall as UTC: in 1899 no other had whole minutes, since Hà Nội was seven hours, six minutes and some seconds ahead. */
const wallClock = /^(1899-12-3[01]T\d\d:\d\d:00(?:\.0+)?)Z$/;
const before = /^(?:['’]|T(?=\d)|(?:(?:vào|vao)\s+)?(?:lúc|luc|vào|vao|hồi|hoi|at)\s+)/iu;

/**
 * What a cell says of the time of day, without the marks and the days that stand for nothing before it.
 *
 * @param day the cell of its day, where the other may say it once more
 */
export function clockOfCell(cell: string, day = ""): string {
  const text = cell.replace(wallClock, "$1").replace(dayOfNone, "").replace(before, "");
  const isSaidAgain = day !== "" && text.startsWith(day) && /[T ]/.test(text.charAt(day.length));
  return (isSaidAgain ? text.slice(day.length + 1) : text).replace(/ ?: ?/g, ":");
}

/** How the cells of a column write the time of day: in words of times, or as numbers that are hours and minutes (18.00). */
export type ClockForm = "spelled" | "dotted";

function isClock(text: string): boolean {
  return spelledClock.test(text) || dottedClock.test(text) || bareClock.test(text) || partOfDay.test(text);
}

/** Whether a text is a time of day, and can be nothing else. */
export function isSpelledClock(text: string): boolean {
  return spelledClock.test(text);
}

/** How most cells of a column write a time of day; null where they are none. */
export function clockFormOf(texts: readonly string[]): ClockForm | null {
  if (2 * texts.filter(isClock).length <= texts.length) return null;
  // 0.30 is half past midnight beside 18.00, and else 7:12, a part of a day.
  return texts.some((text) => dottedClock.test(text) && !partOfDay.test(text)) ? "dotted" : "spelled";
}

/** A time of day in a form that a column of times reads; what is none stays as it is. */
export function usualClock(text: string, form: ClockForm): string {
  const [, hour, minute, second = "00"] =
    (form === "dotted" ? dottedClock.exec(text) : null) ?? bareClock.exec(text) ?? [];
  if (hour !== undefined) return `${hour.padStart(2, "0")}:${minute}:${second}`;
  if (!partOfDay.test(text) || form === "dotted") return text;
  const seconds = Math.round(Number(text.replace(",", ".")) * 86_400) % 86_400;
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((n) => String(Math.floor(n)).padStart(2, "0"))
    .join(":");
}
