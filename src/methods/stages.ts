/**
 * Where the time goes: from handing in to receipt, to the department, to the end of the work, to the hand-over of the
 * result. Of the cases that ended in a period, each stage by its median, its 90th percentile and its share of all time, by
 * the clock on the wall and in working time; and the same of the cases that were late.
 *
 * A milestone that is blank, or of which the log has no column, is passed over: the stage goes on to the next that is known.
 * So all the time of a case lies in some stage. So is one that lies before the milestone that it should follow.
 */
import { bump, type GroupedCounts, inGroup, newCounts } from "../measures/counts.ts";
import type { Weight } from "../measures/fold.ts";
import { bit, type Case } from "../records/case.ts";
import { endOf } from "../records/ended.ts";
import { calendarOf } from "../time/calendar.ts";
import { type DayRange, dayOf, secondsADay } from "../time/civil.ts";
import { halfMonthOf } from "../time/half-month.ts";
import type { ExceptionalDay } from "../time/holidays.ts";
import { type WorkingClock, workingClock } from "../time/working.ts";
import { nearestRank } from "./times.ts";

/** The columns that end a stage and begin the next, in the order of a case. */
export const milestones = ["submittedAt", "receivedAt", "transferredAt", "finishedAt", "returnedAt"] as const;
export type Milestone = (typeof milestones)[number];

/** What to count; plain data. */
export interface StagesScope {
  /** Half-months of which ends are wanted. */
  readonly from: number;
  readonly to: number;
  readonly asOf: number | null;
  /** The milestones of which some log has a column. */
  readonly chain: readonly Milestone[];
  /** The days of the working calendar. */
  readonly calendar: readonly ExceptionalDay[];
}

/** What is summed up of a stage: cases and seconds, of all and of the late ones; `days` are cases with a day for an end. */
const sums = ["n", "sum", "workingN", "workingSum", "lateN", "lateSum", "days"] as const;
type StageSum = (typeof sums)[number];
/** Of no stage: cases that ended, those of them that were late, and those with a stage whose ends are not in order. */
const whole = ["cases", "late", "disordered"] as const;

/** From the first milestone to the second; a stage between the same is none, and stands for the whole case. */
const stageOf = (from: number, to: number) => from * milestones.length + to;
const stages = milestones.length * milestones.length;
const noStage = 0;

function keyOf(halfMonth: number, stage: number, sum: number): number {
  return (halfMonth * stages + stage) * sums.length + sum;
}

/** Minutes up to four years; what took longer counts as so long in a median. */
const mostMinutes = 1 << 21;

/** Made once: the years of a calendar take longer to sum up than a case to count. */
const clocks = new WeakMap<readonly ExceptionalDay[], WorkingClock>();

function clockOf(calendar: readonly ExceptionalDay[]): WorkingClock {
  const clock = clocks.get(calendar) ?? workingClock(calendarOf(calendar));
  clocks.set(calendar, clock);
  return clock;
}

/** Counts a case, or takes it out again. Values are whole minutes of each stage. */
export function addStages(state: GroupedCounts, scope: StagesScope, c: Case, weight: Weight): void {
  const { asOf } = scope;
  const end = endOf(c, asOf);
  if (typeof end !== "number") return;
  const at = halfMonthOf(dayOf(end));
  if (at < scope.from || at > scope.to) return;
  const isLate = c.dueAt !== null && end > c.dueAt;
  const clock = clockOf(scope.calendar);
  const agency = inGroup(state.byAgency, c.agency ?? "", newCounts);
  const procedure = inGroup(state.byProcedure, c.procedure ?? "", newCounts);
  const count = (what: (typeof whole)[number]) => bump(state.all, keyOf(at, noStage, whole.indexOf(what)), weight);
  count("cases");
  if (isLate) count("late");
  let isDisordered = false;
  const chain = scope.chain.filter((one) => c[one] !== null && (asOf === null || (c[one] as number) <= asOf));
  let fromField = chain[0];
  for (const toField of chain.slice(1)) {
    const [from, to] = [c[fromField] as number, c[toField] as number];
    const isDays = (c.dateOnly & (bit[fromField] | bit[toField])) !== 0;
    const time = isDays ? (dayOf(to) - dayOf(from)) * secondsADay : to - from;
    if (time < 0) {
      isDisordered = true;
      continue;
    }
    const stage = stageOf(milestones.indexOf(fromField), milestones.indexOf(toField));
    const worked = isDays ? null : clock.seconds(from, to);
    const told: Partial<Record<StageSum, number>> = {
      ...{ n: 1, sum: time },
      ...(worked !== null && { workingN: 1, workingSum: worked }),
      ...(isLate && { lateN: 1, lateSum: time }),
      ...(isDays && { days: 1 }),
    };
    bump(state.values, (at * stages + stage) * mostMinutes + Math.min(mostMinutes - 1, Math.round(time / 60)), weight);
    sums.forEach((sum, i) => {
      const by = told[sum];
      if (by === undefined) return;
      for (const counts of [state.all, agency, procedure]) bump(counts, keyOf(at, stage, i), weight * by);
    });
    fromField = toField;
  }
  if (isDisordered) count("disordered");
}

/** The sums of a group over a period of whole half-months, by stage. */
function sumsIn(counts: ReadonlyMap<number, number>, period: DayRange): Map<number, Record<StageSum, number>> {
  const [from, to] = [halfMonthOf(period.from), halfMonthOf(period.to)];
  const found = new Map<number, Record<StageSum, number>>();
  for (const [key, n] of counts) {
    const [place, sum] = [Math.floor(key / sums.length), key % sums.length];
    const [halfMonth, stage] = [Math.floor(place / stages), place % stages];
    if (halfMonth < from || halfMonth > to) continue;
    let own = found.get(stage);
    if (own === undefined) {
      own = { n: 0, sum: 0, workingN: 0, workingSum: 0, lateN: 0, lateSum: 0, days: 0 };
      found.set(stage, own);
    }
    own[sums[sum]] += n;
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

/** The stages alone, of those that some case has. */
function stagesAlone(found: ReadonlyMap<number, Record<StageSum, number>>) {
  return [...found].filter(([stage, { n }]) => stage !== noStage && n > 0);
}

/** Cases that ended in a period: all, late ones, and those with a stage whose ends are not in order. */
export function endsIn({ all }: Pick<GroupedCounts, "all">, period: DayRange): Record<(typeof whole)[number], number> {
  const own = sumsIn(all, period).get(noStage);
  return Object.fromEntries(whole.map((name, i) => [name, own?.[sums[i]] ?? 0])) as Record<
    (typeof whole)[number],
    number
  >;
}

/** A stage over all cases; times in seconds, whole days of 86,400 where its ends are days. */
export interface Stage {
  readonly from: Milestone;
  readonly to: Milestone;
  readonly n: number;
  readonly mean: number | null;
  /** To the nearest minute. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly workingMean: number | null;
  /** Of the time of all stages, in percent; and of that of the late cases. */
  readonly share: number | null;
  readonly lateShare: number | null;
  readonly isDays: boolean;
}

/** What was counted in a period, stage by stage; those that no case has are left out. */
export function stagesIn({ all, values }: Pick<GroupedCounts, "all" | "values">, period: DayRange): Stage[] {
  const found = stagesAlone(sumsIn(all, period));
  const sumOf = (key: StageSum) => found.reduce((total, [, own]) => total + own[key], 0);
  const [time, late] = [sumOf("sum"), sumOf("lateSum")];
  const minutes = minutesIn(values, period);
  return found.map(([stage, { n, sum, workingN, workingSum, lateSum, days }]) => {
    const counted = [...(minutes.get(stage) ?? [])].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
    const seconds = (share: number) => 60 * (nearestRank(counted, share) as number);
    return {
      ...endsOf(stage),
      n,
      mean: sum / n,
      median: seconds(0.5),
      p90: seconds(0.9),
      workingMean: workingN === 0 ? null : workingSum / workingN,
      share: time === 0 ? null : (100 * sum) / time,
      lateShare: late === 0 ? null : (100 * lateSum) / late,
      isDays: days === n,
    };
  });
}

function minutesIn(values: ReadonlyMap<number, number>, period: DayRange): Map<number, Map<number, number>> {
  const [from, to] = [halfMonthOf(period.from), halfMonthOf(period.to)];
  const found = new Map<number, Map<number, number>>();
  for (const [key, n] of values) {
    const place = Math.floor(key / mostMinutes);
    const [halfMonth, stage] = [Math.floor(place / stages), place % stages];
    if (halfMonth < from || halfMonth > to) continue;
    const own = found.get(stage) ?? newCounts();
    found.set(stage, own);
    bump(own, key % mostMinutes, n);
  }
  return found;
}

function endsOf(stage: number): { readonly from: Milestone; readonly to: Milestone } {
  return { from: milestones[Math.floor(stage / milestones.length)], to: milestones[stage % milestones.length] };
}

/** Whether some case of a group has a stage in a period. */
export function hasStage(counts: ReadonlyMap<number, number>, period: DayRange): boolean {
  return stagesAlone(sumsIn(counts, period)).length > 0;
}

/** The stage of a group that takes most of its time in a period, and that time in seconds; null where none takes any. */
export function heaviestIn(
  counts: ReadonlyMap<number, number>,
  period: DayRange,
): {
  readonly from: Milestone;
  readonly to: Milestone;
  readonly n: number;
  readonly share: number;
  readonly time: number;
} | null {
  const found = stagesAlone(sumsIn(counts, period));
  const time = found.reduce((all, [, { sum }]) => all + sum, 0);
  if (time === 0) return null;
  const [stage, { n, sum }] = found.reduce((most, one) => (one[1].sum > most[1].sum ? one : most));
  return { ...endsOf(stage), n, share: (100 * sum) / time, time };
}
