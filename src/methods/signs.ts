/**
 * Signs that somebody should look at before figures are signed: never an accusation, since each has an innocent reason as
 * often as not. By agency, of the cases that ended, were submitted or rated in a period; off unless asked for.
 */
import { bump, inGroup, newCounts } from "../measures/counts.ts";
import type { Weight } from "../measures/fold.ts";
import { bit, type Case } from "../records/case.ts";
import { endOf } from "../records/ended.ts";
import { type DayRange, dateOf, dayOf, secondsADay } from "../time/civil.ts";

/** In the order in which they are told. */
export const signKinds = [
  "due-bunching",
  "quick-closing",
  "month-end",
  "online-bursts",
  "rating-bursts",
  "round-minutes",
] as const;
export type SignKind = (typeof signKinds)[number];

/**
 * When it is told: of at least so many cases at least this share, in percent. By chance 7 % of ends lie in the last two days
 * of a month, 20 % of minutes end in 0 or 5; of the others there is no number but experience.
 */
export const signRules: Readonly<Record<SignKind, { readonly fewest: number; readonly share: number }>> = {
  "due-bunching": { fewest: 50, share: 30 },
  "quick-closing": { fewest: 30, share: 10 },
  "month-end": { fewest: 50, share: 20 },
  "online-bursts": { fewest: 50, share: 20 },
  "rating-bursts": { fewest: 20, share: 20 },
  "round-minutes": { fewest: 100, share: 40 },
};

/** Of so many times more in the day up to the due time than in the day after it is told. */
const bunching = 10;
const quickSeconds = 300;
const monthEndDays = 2;
const slotSeconds = 600;
const fewestInSlot = 10;
const fewestInMinute = 5;

/** What is counted of an agency, by a number: for online submissions of ten minutes, for ratings of a minute and a rating. */
const counted = [
  "ended",
  "withDue",
  "upToDue",
  "afterDue",
  "timed",
  "quick",
  "monthEnd",
  "clocked",
  "round",
  "slot",
  "minute",
] as const;
const room = 2 ** 40;

function keyOf(what: (typeof counted)[number], value = 0): number {
  return counted.indexOf(what) * room + value;
}

/** By agency. Plain data. */
export type SignsState = Map<string, Map<number, number>>;

/** Of which cases; plain data. */
export interface SignsScope {
  readonly period: DayRange;
  readonly asOf: number | null;
}

/** Counts a case, or takes it out again. */
export function addSigns(state: SignsState, { period, asOf }: SignsScope, c: Case, weight: Weight): void {
  const isIn = (time: number | null): time is number =>
    time !== null &&
    time >= period.from * secondsADay &&
    time < (period.to + 1) * secondsADay &&
    (asOf === null || time <= asOf);
  const isTimed = (mask: number) => (c.dateOnly & mask) === 0;
  const seen: number[] = [];
  const end = endOf(c, asOf);
  if (typeof end === "number" && isIn(end)) {
    const { day } = dateOf(dayOf(end));
    seen.push(keyOf("ended"));
    if (dateOf(dayOf(end) + monthEndDays).day < day) seen.push(keyOf("monthEnd"));
    if (c.dueAt !== null && isTimed(bit.finishedAt | bit.returnedAt)) {
      const left = c.dueAt - end;
      seen.push(keyOf("withDue"));
      if (left >= 0 && left < secondsADay) seen.push(keyOf("upToDue"));
      if (left < 0 && left >= -secondsADay) seen.push(keyOf("afterDue"));
    }
    if (c.receivedAt !== null && c.finishedAt !== null && isTimed(bit.receivedAt | bit.finishedAt)) {
      seen.push(keyOf("timed"));
      const took = c.finishedAt - c.receivedAt;
      if (took >= 0 && took <= quickSeconds) seen.push(keyOf("quick"));
    }
  }
  if (c.channel === "online" && isIn(c.submittedAt) && isTimed(bit.submittedAt)) {
    seen.push(keyOf("slot", Math.floor(c.submittedAt / slotSeconds)));
  }
  if (c.rating !== null && isIn(c.ratedAt) && isTimed(bit.ratedAt)) {
    seen.push(keyOf("minute", Math.floor(c.ratedAt / 60) * 8 + c.rating));
  }
  if (isIn(c.receivedAt) && isTimed(bit.receivedAt)) {
    seen.push(keyOf("clocked"));
    if (Math.floor(c.receivedAt / 60) % 5 === 0) seen.push(keyOf("round"));
  }
  if (seen.length === 0) return;
  const counts = inGroup(state, c.agency ?? "", newCounts);
  for (const key of seen) bump(counts, key, weight);
}

/** A sign of an agency: so many of its cases. */
export interface FoundSign {
  readonly sign: SignKind;
  readonly count: number;
  readonly of: number;
}

/** The signs in what was counted of an agency. */
export function signsIn(counts: ReadonlyMap<number, number>): FoundSign[] {
  const n = (what: (typeof counted)[number]) => counts.get(keyOf(what)) ?? 0;
  /** Those in slots that hold so many or more, and all. */
  const inBursts = (what: "slot" | "minute", fewest: number) => {
    let [burst, all] = [0, 0];
    for (const [key, count] of counts) {
      if (Math.floor(key / room) !== counted.indexOf(what)) continue;
      all += count;
      if (count >= fewest) burst += count;
    }
    return [burst, all] as const;
  };
  const found: Readonly<Record<SignKind, readonly [count: number, of: number]>> = {
    "due-bunching": [n("upToDue") >= bunching * Math.max(1, n("afterDue")) ? n("upToDue") : 0, n("withDue")],
    "quick-closing": [n("quick"), n("timed")],
    "month-end": [n("monthEnd"), n("ended")],
    "online-bursts": inBursts("slot", fewestInSlot),
    "rating-bursts": inBursts("minute", fewestInMinute),
    "round-minutes": [n("round"), n("clocked")],
  };
  return signKinds.flatMap((sign) => {
    const [count, of] = found[sign];
    const { fewest, share } = signRules[sign];
    return of >= fewest && count * 100 >= share * of ? [{ sign, count, of }] : [];
  });
}
