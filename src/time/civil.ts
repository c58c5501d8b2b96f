/**
 * Civil time as a whole number of seconds since 1970-01-01T00:00 in the log's own zone, and days since 1970-01-01. No
 * Date object, so that nothing depends on the time zone of the machine.
 */
export const secondsADay = 86_400;

/** The day on which a civil time lies. */
export function dayOf(seconds: number): number {
  return Math.floor(seconds / secondsADay);
}

/** The first day at whose end a case that is still open is past due: what was due on a day and not done when it ended. */
export function overdueFrom(dueAt: number): number {
  return dayOf(dueAt);
}

/** The first and last year that a log may speak of; anything else is a slip of the pen (case-log.md). */
export const firstYear = 2000;
export const lastYear = 2099;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** For month m (0-based) of year y, at (y - firstYear) * 12 + m: the day before its first, and its length. */
const dayBefore = new Int32Array((lastYear - firstYear + 1) * 12);
const length = new Uint8Array(dayBefore.length);
{
  let day = Date.UTC(firstYear, 0, 1) / 86_400_000 - 1;
  for (let i = 0; i < dayBefore.length; i++) {
    dayBefore[i] = day;
    length[i] = monthLengths[i % 12] + (i % 12 === 1 && isLeap(firstYear + Math.floor(i / 12)) ? 1 : 0);
    day += length[i];
  }
}

/** Days since 1970-01-01; -1 when there is no such day, or its year is not 2000 to 2099. */
export function dayNumber(year: number, month: number, day: number): number {
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1) return -1;
  const i = (year - firstYear) * 12 + month - 1;
  return day <= length[i] ? dayBefore[i] + day : -1;
}

/** Year, month (1 to 12) and day of a number of days since 1970-01-01. */
export function dateOf(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 2025-09-30. */
export function isoDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** 2025-09-30T16:05:00, the civil time without a zone. */
export function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}

/** The first and last day that a log may speak of. */
export const firstDay = dayNumber(firstYear, 1, 1);
export const lastDay = dayNumber(lastYear, 12, 31);

/** Days since 1970-01-01, both inclusive. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}
