/** What the logs as a whole say: from when and up to when they go, slips of the pen aside, and which columns hold dates only. */

import type { Facts } from "../measures/fold.ts";
import { isOddYear } from "../read/reading.ts";
import type { Basis } from "../records/basis.ts";
import type { Field } from "../records/case.ts";
import { type DayRange, dayOf, firstDay, lastDay, secondsADay } from "../time/civil.ts";
import type { Account } from "./account.ts";
import type { SameCases } from "./same-case.ts";

/** What is known of the logs as a whole, beside what was tallied. */
export interface Reckoned {
  readonly facts: Facts;
  readonly accounts: readonly Account[];
  /** First and last day with a receipt (else a submission); null without dates. */
  readonly days: DayRange | null;
  /** The first day of the log, but for a receipt that lies so far before the others that it is a slip of the pen. */
  readonly begins: number | null;
  /** The last day with a receipt, slips of the pen aside. */
  readonly lastReceipt: number | null;
  /** The latest receipt, and the latest of all else that happened, where they lie so far behind the others that they were taken for slips of the pen. */
  readonly strayDay: number | null;
  readonly strayEnd: number | null;
  /** The last day of what lies behind the day up to which the logs go, and was held not to have happened; null where nothing does. */
  readonly beyond: number | null;
  /** Rows of one id. */
  readonly sameCases: SameCases;
}

/** Cases by day of all logs and threads. */
export function addUp(parts: readonly Int32Array[]): Int32Array {
  if (parts.length === 1) return parts[0];
  const sum = new Int32Array(lastDay - firstDay + 1);
  for (const part of parts) {
    part.forEach((count, day) => {
      sum[day] += count;
    });
  }
  return sum;
}

/** A latest receipt this many days later than nearly all others is a slip of the pen; of a few rows, years later. */
const strayDays = 31;
const strayDaysOfFew = 366;
/** Fewer rows than these are few, and fewer than those say nothing. */
const fewRows = 100;
const tooFewRows = 10;

const rowsIn = (days: readonly (readonly [day: number, count: number])[]) =>
  days.reduce((sum, [, count]) => sum + count, 0);

/** The day among those of nearly all, counted from one end: a few that lie more than a month beyond are slips of the pen. */
function nearlyAll(days: readonly (readonly [day: number, count: number])[]): number {
  const rows = rowsIn(days);
  // Of a few rows all but one: the 99.9th percentile would be the last.
  const rank = rows < tooFewRows ? rows - 1 : rows < fewRows ? rows - 2 : Math.floor((rows - 1) * 0.999);
  return dayAtRank(days, rank);
}

/** The day of the row that stands at this place, from 0, in the order of days. */
function dayAtRank(days: readonly (readonly [day: number, count: number])[], rank: number): number {
  let seen = 0;
  for (const [day, count] of days) {
    seen += count;
    if (seen > rank) return day;
  }
  return days[days.length - 1][0];
}

/** Days on which something was counted, and the last of nearly all. */
interface DaysSeen {
  readonly from: number;
  readonly to: number;
  /** As `from` and `to`, slips of the pen aside. */
  readonly least: number;
  readonly most: number;
}

function daysSeen(counts: Int32Array): DaysSeen | null {
  const days: [day: number, count: number][] = [];
  for (let i = 0; i < counts.length; i++) if (counts[i] > 0) days.push([firstDay + i, counts[i]]);
  if (days.length === 0) return null;
  const [from, to] = [days[0][0], days[days.length - 1][0]];
  const [least, most] = [nearlyAll(days.toReversed()), nearlyAll(days)];
  const apart = rowsIn(days) < fewRows ? strayDaysOfFew : strayDays;
  return { from, to, least: least - from > apart ? least : from, most: to - most > apart ? most : to };
}

/**
 * The days of what happened last: with the ends of cases of unknown status where most cases are such, so that they are what
 * ends look like in these logs; else without them, and the last of them beside. Those among them that are late count where
 * they lie near all else: a day that was promised lies before the due one, and a late case must not leave by its word alone.
 */
export function endsOf(
  endedOn: Int32Array,
  receivedOn: Int32Array,
  { unsureOn, lateOn }: { readonly unsureOn: readonly Int32Array[]; readonly lateOn: readonly Int32Array[] },
): { endedOn: Int32Array; lastUnsure: number | null } {
  if (unsureOn.length + lateOn.length === 0) return { endedOn, lastUnsure: null };
  const unsure = addUp([...unsureOn, ...lateOn]);
  const sum = (counts: Int32Array) => counts.reduce((all, count) => all + count, 0);
  if (sum(unsure) > sum(endedOn)) return { endedOn: addUp([endedOn, unsure]), lastUnsure: null };
  const last = unsure.findLastIndex((count) => count > 0);
  const known = Math.max(...[receivedOn, endedOn].map((counts) => daysSeen(counts)?.most ?? Number.NEGATIVE_INFINITY));
  const near = lateOn.map((counts) => counts.map((count, i) => (firstDay + i <= known + strayDays ? count : 0)));
  return { endedOn: addUp([endedOn, ...near]), lastUnsure: last < 0 ? null : firstDay + last };
}

/** Of fewer rows nothing is nearly all: of two that differ either may be right. */
const fewestRows = 3;

/**
 * The days of nearly all of the logs, from the receipts up to the last that happened, of which a time is held to be where it
 * lies a year from all others of its case: all but one in a hundred at either side, of few all but one. Null where that says
 * nothing, or where no such time is odd.
 *
 * @param lonely the first and the last such day
 */
export function usualDays(
  receivedOn: readonly Int32Array[],
  endedOn: readonly Int32Array[],
  lonely: DayRange | null,
): DayRange | null {
  if (lonely === null) return null;
  const sides = [receivedOn, endedOn].flatMap((counts) => {
    const days = [...addUp(counts)].flatMap((count, i) => (count > 0 ? [[firstDay + i, count] as const] : []));
    const rows = rowsIn(days);
    const rank = rows - 1 - Math.max(1, Math.floor(rows / 100));
    return rows < fewestRows ? [] : [{ from: dayAtRank(days.toReversed(), rank), to: dayAtRank(days, rank) }];
  });
  if (sides.length === 0) return null;
  const usual = { from: sides[0].from, to: Math.max(...sides.map(({ to }) => to)) };
  const isOdd = (day: number) => isOddYear(usual, day * secondsADay, "receivedAt", Number.POSITIVE_INFINITY);
  return isOdd(lonely.from) || isOdd(lonely.to) ? usual : null;
}

/** Up to which day the logs speak, by themselves or as it was given, and what lies so far behind it that it is a slip. */
export function reachOf(
  asOf: number | null,
  { receivedOn, endedOn }: { readonly receivedOn: Int32Array; readonly endedOn: Int32Array },
) {
  const received = daysSeen(receivedOn);
  const ended = daysSeen(endedOn);
  // A log speaks up to its last entry: what ended, was returned or rated after the last receipt counts, and shows that it goes on.
  const lastEntry = [received?.most, ended?.most].filter((day) => day !== undefined);
  const beyond = (days: DaysSeen | null) => (asOf === null && days !== null && days.to > days.most ? days.to : null);
  return {
    asOfDay: asOf !== null ? dayOf(asOf) : lastEntry.length === 0 ? null : Math.max(...lastEntry),
    received,
    strayDay: beyond(received),
    strayEnd: beyond(ended),
  };
}

/** What the logs as a whole say: up to when they go, and which columns hold dates only. */
export function factsOf(
  {
    asOf,
    basis,
  }: { readonly asOf: number | null; readonly basis: Pick<Basis, "events" | "processingTime" | "submissionTime"> },
  accounts: readonly Pick<Account, "dates">[],
  { receivedOn, endedOn }: { readonly receivedOn: Int32Array; readonly endedOn: Int32Array },
  period: DayRange | null,
  reach = reachOf(asOf, { receivedOn, endedOn }),
) {
  const { asOfDay, received, strayDay, strayEnd } = reach;
  const datesOnly = (field: Field | null) =>
    field !== null &&
    accounts.some(({ dates }) => dates.has(field)) &&
    accounts.every(({ dates }) => (dates.get(field)?.timed ?? 0) === 0) &&
    accounts.some(({ dates }) => (dates.get(field)?.dated ?? 0) > 0);
  const facts: Facts = {
    asOfDay,
    lastDay: period?.to ?? null,
    processingInDays:
      basis.processingTime === "timestamps" && (datesOnly("receivedAt") || datesOnly(basis.events.finished)),
    submissionInDays: basis.submissionTime === "timestamps" && (datesOnly("loginAt") || datesOnly("submittedAt")),
  };
  return {
    facts,
    days: received && { from: received.from, to: received.to },
    begins: received?.least ?? null,
    lastReceipt: received?.most ?? null,
    strayDay,
    strayEnd,
  };
}
