/**
 * How long a case takes when the open ones are not forgotten (E. L. Kaplan and P. Meier, JASA 53, 1958), of all agencies and of
 * each. A mean over what is finished alone looks best where the hard cases are left lying.
 *
 * Times are whole days of the calendar.
 */
import { bump, type GroupedCounts, inGroup, newCounts } from "../measures/counts.ts";
import type { Weight } from "../measures/fold.ts";
import type { DayRange } from "../time/civil.ts";
import { halfMonthOf } from "../time/half-month.ts";

/** Of the cases received in so many half-months up to the end of a period it is told how long they take: a year. */
export const cohortHalfMonths = 24;

const halfMonths = 4096;
const days = 1 << 16;

/** A case that took longer is told of as one that is open: there is none within the hundred years of which a day is read. */
export const mostDays = days - 1;

/** Counts a case that ended, or takes it out again: by the half-months of its receipt and of its end, and its days. */
export function addTime(
  state: GroupedCounts,
  agency: string,
  { begun, done, took }: { readonly begun: number; readonly done: number; readonly took: number },
  weight: Weight,
): void {
  bump(inGroup(state.byAgency, agency, newCounts), (begun * halfMonths + done) * days + took, weight);
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
  /** Whether the mean over the finished ones leaves so much out that it misleads. */
  readonly isMisleading: boolean;
}

/** The open cases make a mean so much longer, and by so many days, when that of the finished ones misleads. */
const misleading = 1.1;
const leastDays = 0.5;

/**
 * Of the cases received in the cohort's half-months up to the end of the period: those that had ended by then, and those that
 * were open.
 *
 * @param counts of a group, by addTime
 * @param ages of its open cases at the end of a day
 */
export function timesIn(counts: ReadonlyMap<number, number>, ages: Counted, day: number, period: DayRange): Times {
  const to = halfMonthOf(period.to);
  const took = newCounts();
  for (const [key, n] of counts) {
    const done = Math.floor(key / days) % halfMonths;
    const begun = Math.floor(key / days / halfMonths);
    if (begun > to - cohortHalfMonths && begun <= to && done <= to) bump(took, key % days, n);
  }
  return timesOf(
    sorted(took, (time) => time),
    ages.filter(([age]) => halfMonthOf(day - age) > to - cohortHalfMonths),
  );
}

/** Days with how many cases have them, the fewest first. */
export type Counted = readonly (readonly [days: number, n: number])[];

/** @param of what a key says in days */
export function sorted(counts: ReadonlyMap<number, number>, of: (key: number) => number): Counted {
  const found = [...counts].flatMap(([key, n]) => (n === 0 ? [] : [[of(key), n] as const]));
  return found.sort(([a], [b]) => a - b);
}

export function countOf(counted: Counted): number {
  return counted.reduce((sum, [, n]) => sum + n, 0);
}

/** The least value that so many of all do not pass. */
export function nearestRank(counted: Counted, share: number): number | null {
  const rank = Math.ceil(countOf(counted) * share - 1e-9);
  let seen = 0;
  for (const [value, n] of counted) {
    seen += n;
    if (seen >= Math.max(1, rank)) return value;
  }
  return null;
}

/** Kaplan and Meier's estimate: of those who are still there at each time, the share that ends then. */
function timesOf(took: Counted, open: Counted): Times {
  const finished = countOf(took);
  const waiting = countOf(open);
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
  const finishedMean = finished === 0 ? null : sum / finished;
  return {
    finished,
    open: waiting,
    finishedMean,
    finishedMedian: nearestRank(took, 0.5),
    median,
    mean: finished + waiting === 0 ? null : area,
    isMisleading: finishedMean !== null && area > misleading * finishedMean && area - finishedMean >= leastDays,
  };
}
