// The smaller of the two: the other makes formatters of Intl when it is loaded, which takes 30 ms.
import { UTCDateMini as UTCDate } from "@date-fns/utc/date/mini";
import { addDays, addMonths, isValid, lastDayOfMonth, parseISO, subDays, subMonths } from "date-fns";
import { UserError } from "../errors.ts";
import type { DayRange } from "./civil.ts";
import { firstYear, lastYear } from "./civil.ts";
import { usualDay, usualPeriod } from "./spelled-period.ts";

/** A reporting period with the name that the user gave it; days since 1970-01-01, both inclusive. */
export interface Period extends DayRange {
  readonly name: string;
  /** By the calendar, or from the 15th to the 14th as official reports are (Nghị định 09/2019/NĐ-CP, điều 12). */
  readonly basis: "calendar" | "statutory";
}

/** Months of a year that a name stands for: the first (0-based) and how many. */
const parts: Readonly<Record<string, readonly [first: number, months: number]>> = {
  "": [0, 12],
  H1: [0, 6],
  H2: [6, 6],
  "9M": [0, 9],
  Q1: [0, 3],
  Q2: [3, 3],
  Q3: [6, 3],
  Q4: [9, 3],
};

/**
 * The period of a name (time.md): 2025, 2025-H1, 2025-9M, 2025-Q3, 2025-09, 2025-09-01..2025-09-30, or the same as people
 * write it (9/2025, quý III/2025); null for `all`.
 *
 * @param statutory data from the 15th of the month before the first to the 14th of the last
 * @throws UserError `bad-period`, `period-backwards`, `statutory-without-name`
 */
export function periodOf(given: string, statutory = false): Period | null {
  const name = usualPeriod(given);
  if (statutory && (name === "all" || name.includes("..")))
    throw new UserError("statutory-without-name", { period: name });
  if (name === "all") return null;
  const range = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(name);
  if (range !== null) {
    const from = dayOfIso(range[1]);
    const to = dayOfIso(range[2]);
    if (from === null || to === null) throw new UserError("bad-period", { period: given });
    if (to < from) throw new UserError("period-backwards", { period: name });
    return { name, basis: "calendar", from, to };
  }
  const match = /^(\d{4})(?:-(H1|H2|9M|Q[1-4]|0[1-9]|1[0-2]))?$/.exec(name);
  const year = Number(match?.[1]);
  if (match === null || year < firstYear || year > lastYear) throw new UserError("bad-period", { period: given });
  const part = match[2] ?? "";
  const [first, months] = parts[part] ?? [Number(part) - 1, 1];
  const start = new UTCDate(year, first, 1);
  const last = addMonths(start, months - 1);
  if (statutory) {
    return { name, basis: "statutory", from: dayOf(addDays(subMonths(start, 1), 14)), to: dayOf(addDays(last, 13)) };
  }
  return { name, basis: "calendar", from: dayOf(start), to: dayOf(lastDayOfMonth(last)) };
}

/** How long a reporting period is. */
export type PeriodLength = "month" | "quarter" | "half" | "nine-months" | "year" | "year-to-date";

/** A period that a report is written for, with what is needed to find those beside it. */
export interface ReportingPeriod extends Period {
  readonly length: PeriodLength;
  readonly year: number;
  /** Its first and last month, from 1. */
  readonly firstMonth: number;
  readonly lastMonth: number;
}

const lengths: readonly (readonly [RegExp, PeriodLength])[] = [
  [/^\d{4}$/, "year"],
  [/-9M$/, "nine-months"],
  [/-H[12]$/, "half"],
  [/-Q[1-4]$/, "quarter"],
  [/-\d\d$/, "month"],
];

/**
 * The reporting period of a name such as 2025-09 or 2025-Q3.
 *
 * @throws UserError `bad-period`; a range of days has no periods beside it
 */
export function reportingPeriod(given: string, statutory: boolean): ReportingPeriod {
  const name = usualPeriod(given);
  const period = name.includes("..") ? null : periodOf(name, statutory);
  const length = lengths.find(([pattern]) => pattern.test(name))?.[1];
  if (period === null || length === undefined) throw new UserError("bad-period", { period: given });
  const year = Number(name.slice(0, 4));
  const [first, months] = parts[name.slice(5)] ?? [Number(name.slice(5)) - 1, 1];
  return { ...period, length, year, firstMonth: first + 1, lastMonth: first + months };
}

/**
 * From the first day of a year's reports to the end of one of its months.
 *
 * @param firstMonth of a plan for a part of the year the first month of it
 */
export function yearToDate(year: number, lastMonth: number, statutory: boolean, firstMonth = 1): ReportingPeriod {
  const { from } = reportingPeriod(monthName(year, firstMonth), statutory);
  const { to } = reportingPeriod(monthName(year, lastMonth), statutory);
  const name = `${monthName(year, firstMonth)}..${monthName(year, lastMonth)}`;
  const basis = statutory ? "statutory" : "calendar";
  return { name, basis, from, to, length: "year-to-date", year, firstMonth, lastMonth };
}

function monthName(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** How many months there are from one period to the next of its length; null where periods do not follow one another. */
const steps: Readonly<Record<PeriodLength, number | null>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  "nine-months": null,
  "year-to-date": null,
};

const suffixes: Partial<Record<PeriodLength, (lastMonth: number) => string>> = {
  month: (last) => `-${String(last).padStart(2, "0")}`,
  quarter: (last) => `-Q${last / 3}`,
  half: (last) => `-H${last / 6}`,
  "nine-months": () => "-9M",
  year: () => "",
};

/** The period so many months before (or, negative, after) one; null where there is none or it leaves the years. */
function shifted(period: ReportingPeriod, months: number): ReportingPeriod | null {
  const at = period.year * 12 + period.lastMonth - 1 - months;
  const [year, lastMonth] = [Math.floor(at / 12), (at % 12) + 1];
  // The statutory January begins in the year before.
  if (year <= firstYear || year > lastYear) return null;
  const statutory = period.basis === "statutory";
  const suffix = suffixes[period.length];
  return suffix === undefined
    ? yearToDate(year, lastMonth, statutory)
    : reportingPeriod(`${year}${suffix(lastMonth)}`, statutory);
}

/** The period before one of the same length; null for nine months and a year to date, which have none. */
export function periodBefore(period: ReportingPeriod): ReportingPeriod | null {
  const step = steps[period.length];
  return step === null ? null : shifted(period, step);
}

/** The same period a year before. */
export function yearBefore(period: ReportingPeriod): ReportingPeriod | null {
  return shifted(period, 12);
}

/** The last so many periods up to and with one, in their order; months where periods of its length do not follow. */
export function periodsUpTo(period: ReportingPeriod, count: number): ReportingPeriod[] {
  const step = steps[period.length];
  const last =
    step === null ? reportingPeriod(monthName(period.year, period.lastMonth), period.basis === "statutory") : period;
  return Array.from({ length: count }, (_, i) => shifted(last, (count - 1 - i) * (step ?? 1))).filter(
    (one) => one !== null,
  );
}

/**
 * The days of a period's year after its end; null when none is left.
 *
 * @param until of a plan for a part of the year the last month of it
 */
export function restOfYear({ year, to, basis }: ReportingPeriod, until = 12): DayRange | null {
  const end = reportingPeriod(monthName(year, until), basis === "statutory").to;
  return to < end ? { from: to + 1, to: end } : null;
}

/** The days of a calendar year. */
export function yearRange(year: number): DayRange {
  const start = new UTCDate(year, 0, 1);
  return { from: dayOf(start), to: dayOf(subDays(addMonths(start, 12), 1)) };
}

/** Days since 1970-01-01 of a date such as 30/9/2025 or 2025-09-30; null when there is no such day, or no such year here. */
export function dayOfDate(text: string): number | null {
  return dayOfIso(usualDay(text));
}

/** Days since 1970-01-01 of a date such as 2025-09-30; null when there is no such day, or no such year here. */
export function dayOfIso(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const date = parseISO(`${text}T00:00:00Z`);
  const year = Number(text.slice(0, 4));
  return isValid(date) && year >= firstYear && year <= lastYear ? dayOf(date) : null;
}

function dayOf(date: Date): number {
  return Math.floor(date.getTime() / 86_400_000);
}
