/** The working calendar: which days are worked, and how many lie between two. */
import { dayNumber } from "./civil.ts";
import { type ExceptionalDay, exceptionalDays } from "./holidays.ts";

/** Days are whole numbers since 1970-01-01. */
export interface Calendar {
  /** The years that it covers, in order: those of which it holds at least eight days off. */
  readonly years: readonly number[];
  /** In the order of their dates, one a date. */
  readonly days: readonly ExceptionalDay[];
  /** Whether a day is worked; null in a year that the calendar does not cover. */
  isWorked(day: number): boolean | null;
  /**
   * The n-th working day after a day, that day not counted (time.md).
   *
   * @returns null when it lies in a year that the calendar does not cover, or such a year lies on the way
   */
  after(day: number, n: number): number | null;
  /** How many working days lie after `from`, up to and with `to`; null when the calendar does not cover all of them. */
  between(from: number, to: number): number | null;
}

/** Days since 1970-01-01 of 2025-04-30. */
function dayOf(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  return dayNumber(year, month, day);
}

function isWeekend(day: number): boolean {
  // 1970-01-01 was a Thursday.
  return (day + 4) % 7 === 0 || (day + 4) % 7 === 6;
}

/** Eleven days off are given by law; fewer than these cannot be a year's, whatever falls on week-ends. */
const leastDaysOff = 8;

/**
 * A calendar of exceptional days.
 *
 * @param added days beside the given ones; one of a date that stands there already takes its place
 */
export function calendarOf(days: readonly ExceptionalDay[], added: readonly ExceptionalDay[] = []): Calendar {
  const byDate = new Map([...days, ...added].map((day) => [day.date, day]));
  const inOrder = [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  const off = inOrder.filter(({ kind }) => kind !== "worked").map(({ date }) => Number(date.slice(0, 4)));
  const years = [...new Set(off)].filter((year) => off.filter((one) => one === year).length >= leastDaysOff);
  /** For each day of a year that is covered: the working days of that year up to and with it. */
  const counts = new Map<number, { readonly first: number; readonly upTo: Uint16Array }>();
  for (const year of years) {
    const first = dayNumber(year, 1, 1);
    const upTo = new Uint16Array(dayNumber(year, 12, 31) - first + 1);
    const exceptions = new Map(
      inOrder.filter(({ date }) => date.startsWith(`${year}-`)).map(({ date, kind }) => [dayOf(date), kind]),
    );
    let count = 0;
    upTo.forEach((_, i) => {
      const kind = exceptions.get(first + i);
      if (kind === undefined ? !isWeekend(first + i) : kind === "worked") count++;
      upTo[i] = count;
    });
    counts.set(year, { first, upTo });
  }

  function yearOf(day: number): number {
    return new Date(day * 86_400_000).getUTCFullYear();
  }

  /** Working days of the day's year up to and with it; null when the year is not covered. */
  function countOf(day: number): number | null {
    const year = counts.get(yearOf(day));
    return year === undefined ? null : year.upTo[day - year.first];
  }

  function totalOf(year: number): number | null {
    return counts.get(year)?.upTo.at(-1) ?? null;
  }

  const calendar: Calendar = {
    years,
    days: inOrder,
    isWorked(day) {
      const count = countOf(day);
      if (count === null) return null;
      return count !== (day === counts.get(yearOf(day))?.first ? 0 : countOf(day - 1));
    },
    between(from, to) {
      if (to < from) return null;
      const start = countOf(from);
      const end = countOf(to);
      if (start === null || end === null) return null;
      let sum = end - start;
      for (let year = yearOf(from); year < yearOf(to); year++) {
        const total = totalOf(year);
        if (total === null) return null;
        sum += total;
      }
      return sum;
    },
    after(day, n) {
      let left = n;
      let from = countOf(day);
      if (from === null) return null;
      for (let year = yearOf(day); ; year++) {
        const covered = counts.get(year);
        if (covered === undefined) return null;
        const rest = (covered.upTo.at(-1) as number) - from;
        if (left <= rest) {
          const wanted = from + left;
          // The first day up to which so many are worked; no day after 0 more than the day itself.
          return n === 0 ? day : covered.first + covered.upTo.indexOf(wanted);
        }
        left -= rest;
        from = 0;
      }
    },
  };
  return calendar;
}

let shipped: Calendar | undefined;

/** The calendar that comes with the program. */
export function shippedCalendar(): Calendar {
  shipped ??= calendarOf(exceptionalDays);
  return shipped;
}
