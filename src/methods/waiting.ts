/**
 * The cases that wait, as hospitals judge those who wait (NHS referral to treatment): how old the open ones are, how many are
 * past due, and how long all take (times.ts). Ages are whole days of the calendar.
 */
import { bump, type GroupedCounts, inGroup, newCounts } from "../measures/counts.ts";
import type { Weight } from "../measures/fold.ts";
import type { Case } from "../records/case.ts";
import { endOf } from "../records/ended.ts";
import { type DayRange, dayOf, overdueFrom } from "../time/civil.ts";
import { halfMonthOf } from "../time/half-month.ts";
import {
  addTime,
  type Counted,
  cohortHalfMonths,
  countOf,
  mostDays,
  nearestRank,
  sorted,
  type Times,
  timesIn,
} from "./times.ts";

/** What to count; plain data. */
export interface WaitingScope {
  /** Half-months: of which ends are wanted, and at whose ends it may be asked what is open. */
  readonly from: number;
  readonly openFrom: number;
  readonly to: number;
  /** The moment that `--as-of` gave. */
  readonly asOf: number | null;
}

/**
 * What is counted, by half-month and day: open at the end of a half-month, by the day of receipt, and by the first day at
 * whose end a case is past due; the same of those that never ended, by the half-month of receipt; ends.
 */
const kinds = { open: 0, due: 1, openStill: 2, dueStill: 3, ended: 4 } as const;
const halfMonths = 4096;
const days = 1 << 16;

function keyOf(kind: keyof typeof kinds, halfMonth: number, day: number): number {
  return (kinds[kind] * halfMonths + halfMonth) * days + day;
}

/** Counts a case, or takes it out again: what waits at the ends of half-months, and how long what ended took. */
export function addWaiting(
  { waiting, times }: { readonly waiting: GroupedCounts; readonly times: GroupedCounts },
  scope: WaitingScope,
  c: Case,
  weight: Weight,
): void {
  const { asOf } = scope;
  if (c.received < 0 || (asOf !== null && c.received > asOf)) return;
  const received = dayOf(c.received);
  const begun = halfMonthOf(received);
  const end = endOf(c, asOf);
  if (begun > scope.to || typeof end === "string") return;
  const agency = c.agency ?? "";
  const endedOn = end === null ? null : dayOf(end);
  const done = endedOn === null ? null : halfMonthOf(endedOn);
  if (endedOn !== null && done !== null && endedOn - received <= mostDays && done <= scope.to) {
    // Of cases too old for the cohort of any period that may be asked for nothing is told.
    if (begun > scope.openFrom - cohortHalfMonths) {
      addTime(times, agency, { begun, done, took: endedOn - received }, weight);
    }
    if (done < Math.min(scope.from, scope.openFrom)) return;
  }
  const due = c.dueAt === null ? null : overdueFrom(c.dueAt);
  for (const counts of [waiting.all, inGroup(waiting.byAgency, agency, newCounts)]) {
    if (done === null) {
      bump(counts, keyOf("openStill", begun, received), weight);
      if (due !== null) bump(counts, keyOf("dueStill", begun, due), weight);
      continue;
    }
    if (done >= scope.from && done <= scope.to) bump(counts, keyOf("ended", done, 0), weight);
    for (let at = Math.max(begun, scope.openFrom); at < Math.min(done, scope.to + 1); at++) {
      bump(counts, keyOf("open", at, received), weight);
      if (due !== null) bump(counts, keyOf("due", at, due), weight);
    }
  }
}

/** The last day of each band of ages, and of times past due; the last band has none. */
export const ageBands = [5, 10, 20, 30, 60, 90] as const;
export const pastDueBands = [3, 7, 15, 30] as const;

/** The open cases of a group at the end of a day; days where nothing else is said. */
export interface Waiting {
  readonly open: number;
  /** By the bands, and what is older. */
  readonly ages: readonly number[];
  readonly medianAge: number | null;
  /** The age that 92 of 100 open cases have not passed, by which the NHS sets its standard. */
  readonly age92: number | null;
  readonly pastDue: readonly number[];
  /** Of those with a due time, those that are not past it. */
  readonly within: { readonly inTime: number; readonly of: number };
  readonly ended: number;
  /** At the pace of the period; null where nothing ended in it. */
  readonly weeksToClear: number | null;
  readonly times: Times;
}

/**
 * What counts come to at the end of a day.
 *
 * @param times of the same group, how long its cases took
 * @param day at whose end it is told; the period, of whole half-months, ends then or later
 */
export function waitingAt(
  counts: ReadonlyMap<number, number>,
  times: ReadonlyMap<number, number>,
  day: number,
  period: DayRange,
): Waiting {
  const [from, to] = [halfMonthOf(period.from), halfMonthOf(period.to)];
  const open = new Map<number, number>();
  const due = new Map<number, number>();
  let ended = 0;
  for (const [key, n] of counts) {
    const at = key % days;
    const halfMonth = Math.floor(key / days) % halfMonths;
    switch (Math.floor(key / days / halfMonths)) {
      case kinds.open:
        if (halfMonth === to) bump(open, at, n);
        break;
      case kinds.due:
        if (halfMonth === to) bump(due, at, n);
        break;
      case kinds.openStill:
        if (halfMonth <= to) bump(open, at, n);
        break;
      case kinds.dueStill:
        if (halfMonth <= to) bump(due, at, n);
        break;
      default:
        if (halfMonth >= from && halfMonth <= to) ended += n;
    }
  }
  const ages = sorted(open, (received) => day - received);
  const count = countOf(ages);
  // Due on the day itself and not done at its end: past due, and by no day yet.
  const late = sorted(due, (since) => day - since);
  return {
    open: count,
    ages: banded(ages, ageBands),
    medianAge: nearestRank(ages, 0.5),
    age92: nearestRank(ages, 0.92),
    pastDue: banded(
      late.filter(([past]) => past >= 0),
      pastDueBands,
    ),
    within: { inTime: countOf(late.filter(([past]) => past < 0)), of: countOf(late) },
    ended,
    weeksToClear: ended > 0 ? (count * (day - period.from + 1)) / (7 * ended) : null,
    times: timesIn(times, ages, day, period),
  };
}

function banded(counted: Counted, bands: readonly number[]): number[] {
  const found = [...bands.map(() => 0), 0];
  for (const [days, n] of counted) {
    const band = bands.findIndex((last) => days <= last);
    found[band < 0 ? bands.length : band] += n;
  }
  return found;
}
