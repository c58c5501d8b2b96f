/**
 * Half-months, split at the 1st and the 15th: of them every period can be put together, by the calendar and from the
 * 15th to the 14th as official reports have it. Numbered from the first half of January 2000, which is 0.
 */
import { type DayRange, dateOf, dayNumber, firstDay, firstYear, lastDay, lastYear } from "./civil.ts";

export const lastHalfMonth = (lastYear - firstYear + 1) * 24 - 1;

/** Of each half-month its first day; of each day its half-month. Made when they are first asked for: a check of no period never asks. */
let tables: { readonly firstDays: Int32Array; readonly ofDay: Int16Array } | undefined;

function made(): NonNullable<typeof tables> {
  const ofDay = new Int16Array(lastDay - firstDay + 1);
  const firstDays = new Int32Array(lastHalfMonth + 2);
  for (let at = 0; at <= lastHalfMonth; at++) {
    firstDays[at] = dayNumber(firstYear + Math.floor(at / 24), 1 + (Math.floor(at / 2) % 12), at % 2 === 0 ? 1 : 15);
  }
  firstDays[lastHalfMonth + 1] = lastDay + 1;
  for (let at = 0; at <= lastHalfMonth; at++) ofDay.fill(at, firstDays[at] - firstDay, firstDays[at + 1] - firstDay);
  tables = { firstDays, ofDay };
  return tables;
}

/** The half-month of a day of the years 2000 to 2099. */
export function halfMonthOf(day: number): number {
  return (tables ?? made()).ofDay[day - firstDay];
}

export function firstDayOfHalfMonth(halfMonth: number): number {
  return (tables ?? made()).firstDays[halfMonth];
}

export function lastDayOfHalfMonth(halfMonth: number): number {
  return firstDayOfHalfMonth(halfMonth + 1) - 1;
}

/** 2025-09-15 of the second half of September 2025. */
export function halfMonthName(halfMonth: number): string {
  const { year, month, day } = dateOf(firstDayOfHalfMonth(halfMonth));
  return `${year}-${String(month).padStart(2, "0")}-${day === 1 ? "01" : "15"}`;
}

/** The half-month of its name; null for any other text. */
export function halfMonthNamed(name: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(01|15)$/.exec(name) ?? [];
  const first = year === undefined ? -1 : dayNumber(Number(year), Number(month), Number(day));
  return first < 0 ? null : halfMonthOf(first);
}

/** The month of a day of the years 2000 to 2099: 0 for January 2000. */
export function monthOf(day: number): number {
  return halfMonthOf(day) >> 1;
}

/** The first and last day of a month by its number. */
export function daysOfMonth(month: number): DayRange {
  return { from: firstDayOfHalfMonth(2 * month), to: firstDayOfHalfMonth(2 * month + 2) - 1 };
}

/** 2025-09, of a month by its number. */
export function monthName(month: number): string {
  return halfMonthName(2 * month).slice(0, 7);
}
