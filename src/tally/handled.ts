/**
 * Cases received or processed in a period, as the national index judges them (Decision 766/QĐ-TTg, by the public description
 * of its formulas): the end of the work, or the end of the period for what is open, is held against the due time. The time
 * between a request for supplements and its answer is taken off; a request that waits ends the case at that moment; more
 * than one request makes it late. Unlike a KPI's, the population is that of a period and not of one event, so that a case
 * received in it and open at its end counts too.
 */
import { bump, inGroup } from "../measures/counts.ts";
import type { Weight } from "../measures/fold.ts";
import { utf8 } from "../read/bytes.ts";
import { blank, type DateOrder, TimeColumn } from "../read/decode.ts";
import { withoutMarks, wordKey, wordTable } from "../read/words.ts";
import { badEvent, bit, type Case, timesAsTexts } from "../records/case.ts";
import { endOf } from "../records/ended.ts";
import { type DayRange, overdueFrom, secondsADay } from "../time/civil.ts";
import { offsetOf } from "../time/zone.ts";

/** What to count; plain data. */
export interface HandledScope {
  /** The period, and the moment that `--as-of` gave. */
  readonly period: DayRange;
  readonly asOf: number | null;
  /** How the days of supplements and extensions are written, and by the clocks of which zone. */
  readonly writing: TimesAsWritten;
}

/** Plain data. */
export interface TimesAsWritten {
  readonly orders: Readonly<Partial<Record<HandledTime, DateOrder>>>;
  readonly timeZone: string;
}

type HandledTime = (typeof timesAsTexts)[number];

/** Cases of one group. Plain data. */
export interface HandledCounts {
  /** Received or processed in the period, and judged. */
  judged: number;
  /** Of these done in the period in time, and late; late for more than one request for supplements alone. */
  inTime: number;
  late: number;
  supplementedTwice: number;
  /** Of the late ones: somebody wrote a letter of apology. */
  apologised: number;
  /** In time by the new due time alone. */
  renewed: number;
  /** No due time, or a time or a status that cannot be read, or an end without a day: on time or not, nobody knows. */
  unknown: number;
  /** Of those in time: the return stands in for a status that no table knows, and might be of a refusal. */
  inTimeOrOutside: number;
  /** Rated 1 or 2; rated, and it cannot be read how, or whether in the period. */
  disliked: number;
  ratedUnreadably: number;
  /** Open at the end of the period, by the first day at whose end they are past due, and past the due time before a new one. */
  readonly open: Map<number, number>;
  readonly openBefore: Map<number, number>;
}

/** Plain data. */
export interface HandledState {
  readonly all: HandledCounts;
  readonly byAgency: Map<string, HandledCounts>;
  readonly byProcedure: Map<string, HandledCounts>;
}

function none(): HandledCounts {
  return {
    judged: 0,
    inTime: 0,
    late: 0,
    supplementedTwice: 0,
    apologised: 0,
    renewed: 0,
    unknown: 0,
    inTimeOrOutside: 0,
    disliked: 0,
    ratedUnreadably: 0,
    open: new Map(),
    openBefore: new Map(),
  };
}

export function newHandled(): HandledState {
  return { all: none(), byAgency: new Map(), byProcedure: new Map() };
}

/** What becomes of one case: counted in each of its groups. */
interface Judged {
  readonly verdict: "inTime" | "late" | "supplementedTwice" | "open" | "unknown";
  readonly isApologised: boolean;
  readonly isRenewed: boolean;
  readonly mayBeOutside: boolean;
  readonly rating: "disliked" | "ratedUnreadably" | null;
  /** Of an open case. */
  readonly overdueFrom: number;
  readonly overdueBefore: number;
}

/** The columns of times that are read as texts, by how they are written; made once, since each case asks. */
const columns = new Map<string, TimeColumn>();

/** A time; null for a blank, undefined for what cannot be read. A day is its first second, or its last where it is due. */
function timeIn(
  c: Pick<Case, HandledTime>,
  field: HandledTime,
  { orders, timeZone }: TimesAsWritten,
): number | null | undefined {
  const text = c[field];
  if (text === null) return null;
  const order = orders[field] ?? "dmy";
  const isDue = field === "extendedTo";
  const key = `${order} ${timeZone} ${isDue}`;
  let column = columns.get(key);
  if (column === undefined) {
    column = new TimeColumn(order, offsetOf(timeZone), isDue);
    columns.set(key, column);
  }
  const bytes = utf8(text);
  const time = column.read(bytes, 0, bytes.length);
  if (time === blank) return null;
  if (time < 0) return undefined;
  // Nobody sets a new date for the first second of a day: a database writes a day so.
  const isDay = column.dateOnly || time % secondsADay === 0;
  return isDue && isDay ? time + secondsADay - 1 : time;
}

/** A number of requests; a blank is none, and what is no whole number nobody knows. */
function countIn(text: string | null): number | undefined {
  if (text === null) return 0;
  const [, digits] = /^(\d{1,3})(?:[.,]0+)?(?:\s*(?:lần|lan|times?))?$/iu.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** Whether there is a letter: any word that does not say that there is none. */
export function saysYes(text: string | null): boolean {
  if (text === null) return false;
  const key = wordKey(text);
  return (wordTable("onSystem").get(key) ?? !/^(khong|chua)/.test(withoutMarks(key))) === true;
}

/** Which of the columns that are read as texts hold, of a case, what cannot be read. */
export function unreadableIn(c: Case, writing: TimesAsWritten): (HandledTime | "supplementCount")[] {
  return [
    ...timesAsTexts.filter((field) => timeIn(c, field, writing) === undefined),
    ...(countIn(c.supplementCount) === undefined ? (["supplementCount"] as const) : []),
  ];
}

function ratingOf(c: Case, until: number): Judged["rating"] {
  if ((c.fault & bit.rating) !== 0) return "ratedUnreadably";
  // When it was rated cannot be read: in the period or behind it.
  if (c.rated === badEvent && c.rating !== null && c.rating <= 2) return "ratedUnreadably";
  return c.rating !== null && c.rating <= 2 && (c.rated < 0 || c.rated <= until) ? "disliked" : null;
}

/** Whether the row has a status that no table knows, and a return that stands in for it: it may be that of a refusal. */
function hasUnknownStatus({ status, blank, absent, fault }: Case): boolean {
  return status === null && ((blank | absent | fault) & bit.status) === 0;
}

/** How the index judges a case; null where it is not of the period, or stands outside (not accepted, refused). */
function judge(c: Case, { period, asOf, writing }: HandledScope): Judged | null {
  const [from, to] = [period.from * secondsADay, (period.to + 1) * secondsADay - 1];
  const until = asOf === null ? to : Math.min(to, asOf);
  const end = endOf(c, asOf);
  if (end === "outside") return null;
  const received = c.received >= 0 ? c.received : typeof end === "number" ? end : null;
  if (received === null || received > until) return null;
  const told = {
    ...{ isApologised: saysYes(c.apology), isRenewed: false, rating: ratingOf(c, until) },
    mayBeOutside: hasUnknownStatus(c),
    ...{ overdueFrom: 0, overdueBefore: 0 },
  };
  if (typeof end === "string") {
    if (received >= from) return { ...told, verdict: "unknown" };
    // Whatever its status: of an end before the period it is none of its cases.
    if (!c.open && c.completed >= 0 && c.completed < from) return null;
    // It may have ended before the period, in it, or be open still: it counts both ways, and so does who disliked it.
    return { ...told, rating: told.rating === null ? null : "ratedUnreadably", verdict: "unknown" };
  }
  if (end !== null && end < from) return null;
  const ended = end !== null && end <= until ? end : null;
  const requested = timeIn(c, "supplementRequestedAt", writing);
  const answered = timeIn(c, "supplementReceivedAt", writing);
  const renewed = timeIn(c, "extendedTo", writing);
  const requests = countIn(c.supplementCount);
  const wait = waitOf({ requested, answered }, { received, ended, until });
  const done = (wait === "unknown" ? null : wait.since) ?? ended;
  // One that was sent back before the period, and has waited since, was neither received nor processed in it.
  if (done !== null && done < from && received < from) return null;
  if (requests !== undefined && requests > 1) {
    // Late whatever its times; one that is late by them too is no matter of its requests.
    const isLate = ended !== null && c.dueAt !== null && ended > c.dueAt;
    return { ...told, verdict: isLate ? "late" : "supplementedTwice" };
  }
  if (c.dueAt === null || wait === "unknown" || renewed === undefined || requests === undefined) {
    return { ...told, verdict: "unknown" };
  }
  const before = c.dueAt + wait.pause;
  const by = Math.max(before, typeof renewed === "number" ? renewed + wait.pause : 0);
  if (done === null) {
    return { ...told, verdict: "open", overdueFrom: overdueFrom(by), overdueBefore: overdueFrom(before) };
  }
  const isInTime = done <= by;
  return { ...told, isRenewed: isInTime && done > before, verdict: isInTime ? "inTime" : "late" };
}

/** Undefined is what cannot be read. */
interface Wait {
  readonly requested: number | null | undefined;
  readonly answered: number | null | undefined;
}

/**
 * What a wait for supplements takes off, and since when it lasts where it does. A request before the receipt, or an answer
 * before its request, contradicts the log: nobody knows. One after the end of the work, or of the period, is none yet.
 */
function waitOf(
  { requested, answered }: Wait,
  { received, ended, until }: { readonly received: number; readonly ended: number | null; readonly until: number },
): { readonly pause: number; readonly since: number | null } | "unknown" {
  if (requested === undefined || answered === undefined) return "unknown";
  if (requested === null || requested > (ended ?? until)) return { pause: 0, since: null };
  // A day has no hour: it may be that of the receipt.
  if (requested < received - (received % secondsADay)) return "unknown";
  if (answered === null) return { pause: 0, since: ended === null ? requested : null };
  if (answered < requested) return "unknown";
  if (ended === null && answered > until) return { pause: 0, since: requested };
  return { pause: Math.max(0, Math.min(answered, ended ?? until) - Math.max(requested, received)), since: null };
}

function count(into: HandledCounts, judged: Judged, weight: Weight): void {
  if (judged.rating !== null) into[judged.rating] += weight;
  // Late, or none of the index's cases: nobody knows.
  const isLate = judged.verdict === "late" || judged.verdict === "supplementedTwice";
  if (judged.verdict === "unknown" || (isLate && judged.mayBeOutside)) {
    into.unknown += weight;
    return;
  }
  into.judged += weight;
  if (judged.verdict === "open") {
    bump(into.open, judged.overdueFrom, weight);
    bump(into.openBefore, judged.overdueBefore, weight);
    return;
  }
  into[judged.verdict] += weight;
  if (judged.verdict === "inTime" && judged.mayBeOutside) into.inTimeOrOutside += weight;
  if (judged.isRenewed) into.renewed += weight;
  if (judged.verdict === "late" && judged.isApologised) into.apologised += weight;
}

/** Counts a case, or takes it out again. */
export function addHandled(state: HandledState, scope: HandledScope, c: Case, weight: Weight): void {
  const judged = judge(c, scope);
  if (judged === null) return;
  count(state.all, judged, weight);
  count(inGroup(state.byAgency, c.agency ?? "", none), judged, weight);
  count(inGroup(state.byProcedure, c.procedure ?? "", none), judged, weight);
}

const sums = [
  "judged",
  "inTime",
  "late",
  "supplementedTwice",
  "apologised",
  "renewed",
  "unknown",
  "inTimeOrOutside",
  "disliked",
  "ratedUnreadably",
] as const satisfies readonly (keyof HandledCounts)[];

function mergeCounts(into: HandledCounts, from: HandledCounts): void {
  for (const key of sums) into[key] += from[key];
  for (const [day, n] of from.open) bump(into.open, day, n);
  for (const [day, n] of from.openBefore) bump(into.openBefore, day, n);
}

export function mergeHandled(into: HandledState, from: HandledState): void {
  mergeCounts(into.all, from.all);
  for (const by of ["byAgency", "byProcedure"] as const) {
    for (const [name, counts] of from[by]) mergeCounts(inGroup(into[by], name, none), counts);
  }
}

/** What a group comes to at the end of a day. */
export interface Handled {
  /** Cases that are judged, and those of which nobody knows whether they were in time. */
  readonly cases: number;
  readonly unknown: number;
  readonly inTime: number;
  /** Of those in time: done, or ended by a request that still waits; not open within the due time. */
  readonly doneInTime: number;
  /** Of those in time: they may be none of the index's cases. */
  readonly inTimeOrOutside: number;
  readonly disliked: number;
  readonly ratedUnreadably: number;
  /** Late for more than one request for supplements alone. */
  readonly supplementedTwice: number;
  /** Late, and open past due. */
  readonly late: number;
  readonly overdue: number;
  readonly apologised: number;
  /** In time only thanks to a new date. */
  readonly renewed: number;
}

/** @param day at whose end open cases are judged */
export function handledAt(counts: HandledCounts, day: number): Handled {
  const pastDue = (open: ReadonlyMap<number, number>) =>
    [...open].reduce((sum, [from, n]) => (from <= day ? sum + n : sum), 0);
  const open = [...counts.open.values()].reduce((sum, n) => sum + n, 0);
  const overdue = pastDue(counts.open);
  return {
    cases: counts.judged,
    unknown: counts.unknown,
    inTime: counts.inTime + open - overdue,
    doneInTime: counts.inTime,
    inTimeOrOutside: counts.inTimeOrOutside,
    disliked: counts.disliked,
    ratedUnreadably: counts.ratedUnreadably,
    supplementedTwice: counts.supplementedTwice,
    late: counts.late,
    overdue,
    apologised: counts.apologised,
    renewed: counts.renewed + pastDue(counts.openBefore) - overdue,
  };
}

/** Several groups as one. */
export function sumOfHandled(groups: readonly HandledCounts[]): HandledCounts {
  const sum = none();
  for (const counts of groups) mergeCounts(sum, counts);
  return sum;
}
