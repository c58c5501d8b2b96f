/** Of which period a report is: what the options say. */
import { UserError } from "../errors.ts";
import type { Reporting } from "../report/period.ts";
import { type ReportingPeriod, reportingPeriod, yearToDate } from "../time/period.ts";
import { usualPeriod } from "../time/spelled-period.ts";
import { choiceOf, formsWritten, wholeNumber } from "./choices.ts";

/** The options that say of which period a report is, and what it is to say beyond its verdicts. */
export interface PeriodOptions {
  readonly statutory: boolean;
  readonly month?: string;
  readonly quarter?: string;
  readonly half?: string;
  readonly nineMonths?: string;
  readonly yearToDate?: string;
  readonly expected?: string;
  readonly listCases: boolean;
  readonly signs?: boolean;
  /** Which form is written: II.06a, or 07a. */
  readonly form?: string;
}

/** How the name of each option's period is written. */
const patterns = {
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  quarter: /^\d{4}-Q[1-4]$/,
  half: /^\d{4}-H[12]$/,
  nineMonths: /^\d{4}$/,
  yearToDate: /^\d{4}-(0[1-9]|1[0-2])$/,
} as const;

const options = {
  month: "--month",
  quarter: "--quarter",
  half: "--half",
  nineMonths: "--nine-months",
  yearToDate: "--year-to-date",
} as const;

const names = Object.keys(patterns) as (keyof typeof patterns)[];

/** Whether a period is asked for. */
export function asksForPeriod(given: PeriodOptions): boolean {
  return names.some((name) => given[name] !== undefined);
}

/** @throws UserError `report-period` without exactly one, `bad-report-period`, `bad-number` */
export function reportingOf(given: PeriodOptions): Reporting {
  const expected = given.expected === undefined ? null : wholeNumber("--expected", given.expected, 0);
  return {
    period: periodOf(given),
    expected,
    listCases: given.listCases,
    ...(given.signs === true && { signs: true }),
    ...(isOfBtp(given) && { isBtp: true }),
  };
}

/** Whether form 07a/BTP is asked for. @throws UserError `bad-choice` */
export function isOfBtp({ form }: Pick<PeriodOptions, "form">): boolean {
  return form !== undefined && choiceOf("--form", form, formsWritten) === "07a";
}

function periodOf(given: PeriodOptions): ReportingPeriod {
  const asked = names.filter((name) => given[name] !== undefined);
  if (asked.length !== 1) throw new UserError("report-period", { given: asked.map((name) => options[name]) });
  const [name] = asked;
  const written = given[name] as string;
  const value = usualPeriod(written);
  if (!patterns[name].test(value)) throw new UserError("bad-report-period", { option: options[name], value: written });
  const { statutory } = given;
  if (name === "nineMonths") return reportingPeriod(`${value}-9M`, statutory);
  if (name !== "yearToDate") return reportingPeriod(value, statutory);
  // Its year is held against the years that a log may speak of.
  const { year, lastMonth } = reportingPeriod(value, statutory);
  return yearToDate(year, lastMonth, statutory);
}
