import { type Basis, basisIn } from "../records/basis.ts";
import type { Field, FieldOf } from "../records/case.ts";
import { type DayRange, dayOf, secondsADay } from "../time/civil.ts";
import type { ExceptionalDay } from "../time/holidays.ts";
import type { DateOrder, Decimal } from "./decode.ts";
import type { Layout } from "./layout.ts";
import type { Value } from "./words.ts";

/** How cells are read; plain data, so that threads share it. */
export interface Reading {
  /** Words added by the user, by field: `wordKey` to value. */
  readonly words: ReadonlyMap<Field, ReadonlyMap<string, Value>>;
  /** By field, as somebody has said; for the others what their headers say, else day first. */
  readonly dateOrders: ReadonlyMap<Field, DateOrder>;
  /** By field of a duration, where it is known. */
  readonly decimals: ReadonlyMap<Field, Decimal>;
  /** The highest of the numbers with which cases are rated, where it is known; null to take 5, unless that is in doubt. */
  readonly ratingScale: number | null;
  readonly timeZone: string;
  /** The moment that `--as-of` gave, seconds of civil time; null otherwise. */
  readonly asOf: number | null;
  /** Which column stands for each event, and what is worked out of which: decided once over all logs. */
  readonly basis: Basis;
  /** Text columns of which somebody needs the text; of the others nothing is read. */
  readonly texts: readonly FieldOf<"text">[];
  /** The days of the calendar by which the processing time is working time; null for elapsed time. */
  readonly working: readonly ExceptionalDay[] | null;
  /** The days of the calendar, where the processing time by the other clock is told too. */
  readonly other?: readonly ExceptionalDay[] | null;
  /**
   * The days of nearly all of the log, where a time of it was found to lie years away from them: such a one is taken out.
   * Null, or left out, where nothing did.
   */
  readonly usual?: DayRange | null;
  /** A due time at midnight means the beginning of its day: the other reading of one that is taken for a day. */
  readonly dueAtMidnight?: boolean;
  /** A row of which it is not known whether it is of the case whose id it has is a case of its own. */
  readonly keepsApart?: boolean;
  /** A period is asked for: an event without a column then has no time to lie in it. */
  readonly hasPeriod: boolean;
}

/** How the cells of one log are read. */
export function readingIn(reading: Reading, { columns }: Layout): Reading {
  return { ...reading, basis: basisIn(reading.basis, (field) => columns.some((column) => column.field === field)) };
}

/** Times of one case that lie further apart are not all right. */
export const fiveYears = (5 * 365 + 1) * secondsADay;
/** A time that lies so far from all others of its case and behind the log has a year mistyped by five, and a month to its neighbours. */
export const mostYearsApart = (5 * 365 - 30) * secondsADay;

/** A time that lies so far from all others of its case is looked at. */
export const aYear = 366 * secondsADay;
/** A due time may lie ahead by years. */
export const mostAhead = 3 * aYear;

/** How far behind the days of nearly all of the log no event of a real case lies. */
const mostBehind = 2.5 * aYear;

/**
 * Whether a time is odd that lies a year or more from all others of its case: one that lies years behind nearly all of the
 * log. An old one is believed, since cases are open for years, unless it is too old for that.
 *
 * @param nearest seconds to the nearest other time of the case
 */
export function isOddYear({ from, to }: DayRange, time: number, field: Field, nearest: number): boolean {
  const day = dayOf(time) * secondsADay;
  if (day < from * secondsADay - mostYearsApart) return nearest > mostYearsApart;
  return day > to * secondsADay + (field === "dueAt" ? mostAhead : mostBehind);
}
