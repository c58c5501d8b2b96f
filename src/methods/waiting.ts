/**
 * The cases that wait, as hospitals judge those who wait (NHS referral to treatment): how old the open ones are, and how many
 * are past due; and how long a case takes when the open ones are not forgotten (E. L. Kaplan and P. Meier, JASA 53, 1958). A
 * mean over what is finished alone looks best where the hard cases are left lying.
 *
 * Ages and times are whole days of the calendar.
 */
import { bump, type GroupedCounts, inGroup, newCounts } from "../measures/counts.ts";
import type { Weight } from "../measures/fold.ts";
import type { Case } from "../records/case.ts";
import { endOf } from "../records/ended.ts";
import { type DayRange, dayOf, overdueFrom } from "../time/civil.ts";
import { halfMonthOf, lastDayOfHalfMonth } from "../time/half-month.ts";

/** What to count; plain data. */
export interface WaitingScope {
  /** Half-months: of which ends are wanted, and at whose ends it may be asked what is open. */
  readonly from: number;
  readonly openFrom: number;
  readonly to: number;
  /** The moment that `--as-of` gave. */
  readonly asOf: number | null;
}

/** Of the cases received in so many days up to the end of the period it is told how long they take. */
export const cohortDays = 365;

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

/** Counts a case, or takes it out again. Values are the days of receipt, each with the days that the case took. */
export function addWaiting(state: GroupedCounts, scope: WaitingScope, c: Case, weight: Weight): void {
  const { asOf } = scope;
  if (c.received < 0 || (asOf !== null && c.received > asOf)) return;
  const received = dayOf(c.received);
  const begun = halfMonthOf(received);
  const end = endOf(c, asOf);
  if (begun > scope.to || typeof end === "string") return;
  const endedOn = end === null ? null : dayOf(end);
  const done = endedOn === null ? null : halfMonthOf(endedOn);
  if (endedOn !== null && endedOn - received < days && (done as number) <= scope.to) {
    // Of cases too old for the cohort of any period that may be asked for nothing is told.
    if (received > lastDayOfHalfMonth(scope.openFrom) - cohortDays) {
      bump(state.values, received * days + endedOn - received, weight);
    }
    if ((done as number) < Math.min(scope.from, scope.openFrom)) return;
  }
  const due = c.dueAt === null ? null : overdueFrom(c.dueAt);
  for (const counts of [state.all, inGroup(state.byAgency, c.agency ?? "", newCounts)]) {
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
  /** Of all agencies together. */
  readonly times: Times | null;
}

/** How long the cases of the cohort take. */
export interface Times {
  readonly finished: number;
  readonly open: number;
  /** Over the finished ones alone. */
  readonly finishedMean: number | null;
  readonly finishedMedian: number | null;
  /** The day by which half of all have ended; null where fewer have. */
  readonly median: number | null;
  /** The mean with the open ones, up to the longest time seen: at least so much. */
  readonly mean: number | null;
}

/**
 * What counts come to at the end of a day.
 *
 * @param values those of all cases, for how long they take; null of a group, of which that is not kept
 * @param day at whose end it is told; the period, of whole half-months, ends then or later
 */
export function waitingAt(
  counts: ReadonlyMap<number, number>,
  values: ReadonlyMap<number, number> | null,
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
  const count = total(ages);
  const late = sorted(due, (since) => day - since + 1);
  return {
    open: count,
    ages: banded(ages, ageBands),
    medianAge: nearestRank(ages, 0.5),
    age92: nearestRank(ages, 0.92),
    pastDue: banded(
      late.filter(([past]) => past > 0),
      pastDueBands,
    ),
    within: { inTime: total(late.filter(([past]) => past <= 0)), of: total(late) },
    ended,
    weeksToClear: ended > 0 ? (count * (day - period.from + 1)) / (7 * ended) : null,
    times: values === null ? null : timesIn(values, ages, day, period),
  };
}

/** Of the cases of the cohort: those that had ended by the end of the period, and those that were open then. */
function timesIn(values: ReadonlyMap<number, number>, ages: Counted, day: number, period: DayRange): Times {
  const took = new Map<number, number>();
  for (const [key, n] of values) {
    const [received, time] = [Math.floor(key / days), key % days];
    if (received > period.to - cohortDays && received + time <= period.to) bump(took, time, n);
  }
  return timesOf(
    sorted(took, (time) => time),
    ages.filter(([age]) => day - age > period.to - cohortDays),
  );
}

/** Days with how many cases have them, the fewest first. */
type Counted = readonly (readonly [days: number, n: number])[];

function sorted(counts: ReadonlyMap<number, number>, of: (key: number) => number): Counted {
  const found = [...counts].flatMap(([key, n]) => (n === 0 ? [] : [[of(key), n] as const]));
  return found.sort(([a], [b]) => a - b);
}

function total(counted: Counted): number {
  return counted.reduce((sum, [, n]) => sum + n, 0);
}

function banded(counted: Counted, bands: readonly number[]): number[] {
  const found = [...bands.map(() => 0), 0];
  for (const [days, n] of counted) {
    const band = bands.findIndex((last) => days <= last);
    found[band < 0 ? bands.length : band] += n;
  }
  return found;
}

/** The least value that so many of all do not pass. */
export function nearestRank(counted: Counted, share: number): number | null {
  const rank = Math.ceil(total(counted) * share - 1e-9);
  let seen = 0;
  for (const [value, n] of counted) {
    seen += n;
    if (seen >= Math.max(1, rank)) return value;
  }
  return null;
}

/** Kaplan and Meier's estimate: of those who are still there at each time, the share that ends then. */
function timesOf(took: Counted, open: Counted): Times {
  const finished = total(took);
  const waiting = total(open);
  let [left, place] = [finished + waiting, 0];
  let [share, area, last] = [1, 0, 0];
  let median: number | null = null;
  for (const [time, n] of took) {
    // A case that is as old as another took is still there then.
    for (; place < open.length && open[place][0] < time; place++) left -= open[place][1];
    area += share * (time - last);
    share *= 1 - n / left;
    left -= n;
    last = time;
    if (median === null && share <= 0.5 + 1e-12) median = time;
  }
  area += share * Math.max(0, (open.at(-1)?.[0] ?? 0) - last);
  const sum = took.reduce((all, [time, n]) => all + time * n, 0);
  return {
    finished,
    open: waiting,
    finishedMean: finished === 0 ? null : sum / finished,
    finishedMedian: nearestRank(took, 0.5),
    median,
    mean: finished + waiting === 0 ? null : area,
  };
}
