/** The days on which what must be done again and again is due. Days off are not shifted: no plan says so. */
import { dateOf, dayNumber } from "../time/civil.ts";
import { type DueRule, type Duty, type Plan, weekdays } from "./plan.ts";

/** A day on which something is due; days since 1970-01-01. */
export interface DueDay {
  readonly day: number;
  /** Of what is due every day: the last of its days. */
  readonly until: number | null;
  /** 16:30, by the clock of Vietnam. */
  readonly at: string | null;
  readonly every: NonNullable<DueRule["every"]> | null;
  /** What it is of: 2025-09, 2025-Q3, 2025-H2, 2025; null of days, of weeks and of what is due once. */
  readonly period: string | null;
}

/** One of a plan's duties, and a day on which it is due. */
export interface DutyDay extends DueDay {
  readonly duty: Duty;
  /** Its place among the duties of the same clause, from 1. */
  readonly nth: number;
}

/** How many months what recurs with the months has. */
const months = { month: 1, quarter: 3, half: 6, year: 12 } as const;

const suffixes = {
  month: (last: number) => `-${String(last).padStart(2, "0")}`,
  quarter: (last: number) => `-Q${last / 3}`,
  half: (last: number) => `-H${last / 6}`,
  year: () => "",
} as const;

/** The days of a rule from one day to another, both inclusive, in their order. */
export function dueDays(rule: DueRule, from: number, to: number): DueDay[] {
  const { every = null, at = null } = rule;
  const isWithin = (day: number) => day >= from && day <= to;
  const on = (day: number, period: string | null = null): DueDay => ({ day, until: null, at, every, period });
  if (from > to) return [];
  if (every === null) {
    const day = dayOfIso(rule.date ?? "");
    return isWithin(day) ? [on(day)] : [];
  }
  if (every === "day") return [{ ...on(from), until: to }];
  if (every === "week") {
    const wanted = weekdays.indexOf(rule.weekday ?? "monday");
    // 1970-01-01 was a Thursday, the fourth of the week.
    const first = from + ((((wanted - (from + 3)) % 7) + 7) % 7);
    return Array.from({ length: Math.max(0, Math.floor((to - first) / 7) + 1) }, (_, i) => on(first + 7 * i));
  }
  const length = months[every];
  const years = Array.from({ length: dateOf(to).year - dateOf(from).year + 1 }, (_, i) => dateOf(from).year + i);
  return years
    .flatMap((year) =>
      Array.from({ length: 12 / length }, (_, i) => {
        const last = (i + 1) * length;
        return on(
          dayInMonth(year, every === "year" ? (rule.month ?? 12) : last, rule.day),
          `${year}${suffixes[every](last)}`,
        );
      }),
    )
    .filter(({ day }) => isWithin(day));
}

/** All days of a plan's duties in a year, in their order; none lies before the plan, or beyond what a duty says. */
export function dutyDays({ duties = [], date }: Pick<Plan, "duties" | "date">, year: number): DutyDay[] {
  const seen = new Map<string, number>();
  const all = duties.flatMap((duty) => {
    const nth = (seen.get(duty.clause) ?? 0) + 1;
    seen.set(duty.clause, nth);
    const from = Math.max(dayNumber(year, 1, 1), dayOfIso(duty.from ?? date ?? `${year}-01-01`));
    const to = Math.min(dayNumber(year, 12, 31), dayOfIso(duty.until ?? `${year}-12-31`));
    return (duty.due ?? []).flatMap((rule) => dueDays(rule, from, to).map((day) => ({ ...day, duty, nth })));
  });
  // What is due by the clock comes behind what is due on the day.
  return all.sort((a, b) => a.day - b.day || (a.at ?? "").localeCompare(b.at ?? "", "en"));
}

/** A day of a month, or its last where the month is shorter or no day is named. */
function dayInMonth(year: number, month: number, day = 31): number {
  const found = dayNumber(year, month, day);
  return found >= 0 ? found : dayInMonth(year, month, day - 1);
}

function dayOfIso(iso: string): number {
  const [year, month, day] = iso.split("-").map(Number);
  return dayNumber(year, month, day);
}
