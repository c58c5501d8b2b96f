// The smaller of the two: the other makes formatters of Intl when it is loaded, which takes 30 ms.
import { UTCDateMini as UTCDate } from "@date-fns/utc/date/mini";
import { addDays, addMonths, isValid, lastDayOfMonth, parseISO, subDays, subMonths } from "date-fns";
import { UserError } from "../errors.ts";
import type { DayRange } from "../tally.ts";
import { firstYear, lastYear } from "./civil.ts";

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
 * The period of a name (time.md): 2025, 2025-H1, 2025-9M, 2025-Q3, 2025-09, 2025-09-01..2025-09-30; null for `all`.
 *
 * @param statutory data from the 15th of the month before the first to the 14th of the last
 * @throws UserError `bad-period`, `period-backwards`, `statutory-without-name`
 */
export function periodOf(name: string, statutory = false): Period | null {
  if (statutory && (name === "all" || name.includes("..")))
    throw new UserError("statutory-without-name", { period: name });
  if (name === "all") return null;
  const range = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(name);
  if (range !== null) {
    const from = dayOfIso(range[1]);
    const to = dayOfIso(range[2]);
    if (from === null || to === null) throw new UserError("bad-period", { period: name });
    if (to < from) throw new UserError("period-backwards", { period: name });
    return { name, basis: "calendar", from, to };
  }
  const match = /^(\d{4})(?:-(H1|H2|9M|Q[1-4]|0[1-9]|1[0-2]))?$/.exec(name);
  const year = Number(match?.[1]);
  if (match === null || year < firstYear || year > lastYear) throw new UserError("bad-period", { period: name });
  const part = match[2] ?? "";
  const [first, months] = parts[part] ?? [Number(part) - 1, 1];
  const start = new UTCDate(year, first, 1);
  const last = addMonths(start, months - 1);
  if (statutory) {
    return { name, basis: "statutory", from: dayOf(addDays(subMonths(start, 1), 14)), to: dayOf(addDays(last, 13)) };
  }
  return { name, basis: "calendar", from: dayOf(start), to: dayOf(lastDayOfMonth(last)) };
}

/** The days of a calendar year. */
export function yearRange(year: number): DayRange {
  const start = new UTCDate(year, 0, 1);
  return { from: dayOf(start), to: dayOf(subDays(addMonths(start, 12), 1)) };
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
