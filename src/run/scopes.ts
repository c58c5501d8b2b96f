/** What a pass is to keep of the cases for a report of a period, beside what the KPIs fold. */
import type { KeptScope } from "../methods/kept.ts";
import { milestones } from "../methods/stages.ts";
import type { Basis } from "../records/basis.ts";
import type { FlowScope } from "../tally/caseload.ts";
import { soonDays } from "../tally/open-list.ts";
import type { Calendar } from "../time/calendar.ts";
import type { DayRange } from "../time/civil.ts";
import { halfMonthOf, lastDayOfHalfMonth, lastHalfMonth } from "../time/half-month.ts";

export function flowScope({ from, to }: DayRange, calendar: Calendar, asOf: number | null, isBtp = false): FlowScope {
  const [first, last] = [halfMonthOf(from), halfMonthOf(to)];
  const ends = Array.from({ length: last - first + 2 }, (_, i) => lastDayOfHalfMonth(first - 1 + i));
  const soonUntil = ends.map((day) => calendar.after(day, soonDays));
  return { from: first, to: last, soonUntil, asOf, ...(isBtp && { isBtp }) };
}

/** Of all half-months, so that any period can be told of them later, where no period is given. */
export function keptScope(
  period: DayRange | null,
  { fields }: Pick<Basis, "fields">,
  { days }: Calendar,
  asOf: number | null,
  hasSigns = false,
): KeptScope {
  const [from, to] = period === null ? [0, lastHalfMonth] : [halfMonthOf(period.from), halfMonthOf(period.to)];
  return {
    // A report asks what is open at its end alone.
    waiting: { from, openFrom: period === null ? 0 : to, to, asOf },
    ...(hasSigns && period !== null && { signs: { period: { from: period.from, to: period.to }, asOf } }),
    stages: { from, to, asOf, chain: milestones.filter((one) => fields.includes(one)), calendar: days },
  };
}
