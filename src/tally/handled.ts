/**
 * Cases received or processed in a period, as the national index judges them (Decision 766/QĐ-TTg, by the public description
 * of its formulas): the end of the work, or the end of the period for what is open, is held against the due time. The time
 * between a request for supplements and its answer is taken off; a request that waits ends the case at that moment; more
 * than one request makes it late. Unlike a KPI's, the population is that of a period and not of one event, so that a case
 * received in it and open at its end counts too.
 */
import type { Weight } from "../measures/fold.ts";
import { utf8 } from "../read/bytes.ts";
import { type DateOrder, TimeColumn } from "../read/decode.ts";
import { wordKey, wordTable } from "../read/words.ts";
import type { Case } from "../records/case.ts";
import { type DayRange, secondsADay } from "../time/civil.ts";
import { endOf, overdueFrom } from "./caseload.ts";

/** What to count; plain data. */
export interface HandledScope {
  /** The period, and the moment that `--as-of` gave. */
  readonly period: DayRange;
  readonly asOf: number | null;
  /** How the days of supplements and extensions are written. */
  readonly order: DateOrder;
}

/** Cases of one group. Plain data. */
export interface HandledCounts {
  /** Received or processed in the period, and judged. */
  judged: number;
  /** Of these done in the period in time, and late. */
  inTime: number;
  late: number;
  /** Of the late ones: more than one request for supplements; somebody wrote a letter of apology. */
  supplementedTwice: number;
  apologised: number;
  /** In time by the new due time alone. */
  renewed: number;
  /** No due time, or one of the times cannot be read: on time or not, nobody knows. */
  unknown: number;
  /** Rated 1 or 2. */
  disliked: number;
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
    disliked: 0,
    open: new Map(),
    openBefore: new Map(),
  };
}

export function newHandled(): HandledState {
  return { all: none(), byAgency: new Map(), byProcedure: new Map() };
}

/** What becomes of one case: counted in each of its groups. */
interface Judged {
  readonly verdict: "inTime" | "late" | "open" | "unknown";
  readonly isTwice: boolean;
  readonly isApologised: boolean;
  readonly isRenewed: boolean;
  readonly isDisliked: boolean;
  /** Of an open case. */
  readonly overdueFrom: number;
  readonly overdueBefore: number;
}

/** A case that is late whatever the hour. */
const never = 0;

/** The column of a time that is read as a text; made once, since each case asks. */
const columns = new Map<DateOrder, TimeColumn>();

/** A time; null for a blank, undefined for what cannot be read. A day is its first second, or its last where it is due. */
function timeIn(text: string | null, order: DateOrder, isDue = false): number | null | undefined {
  if (text === null) return null;
  let column = columns.get(order);
  if (column === undefined) {
    column = new TimeColumn(order, () => 7 * 3600);
    columns.set(order, column);
  }
  const bytes = utf8(text);
  const time = column.read(bytes, 0, bytes.length);
  if (time === -1) return null;
  if (time < 0) return undefined;
  return isDue && column.dateOnly ? time + secondsADay - 1 : time;
}

/** A number of requests; a blank is none, and what is no whole number nobody knows. */
function countIn(text: string | null): number | undefined {
  if (text === null) return 0;
  return /^\d{1,3}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : undefined;
}

function saysYes(text: string | null): boolean {
  return text !== null && (wordTable("onSystem").get(wordKey(text)) ?? true) === true;
}

/** How the index judges a case; null where it is not of the period, or stands outside (not accepted, refused). */
function judge(c: Case, { period, asOf, order }: HandledScope): Judged | null {
  const [from, to] = [period.from * secondsADay, (period.to + 1) * secondsADay - 1];
  const until = asOf === null ? to : Math.min(to, asOf);
  const end = endOf(c, asOf);
  if (end === "outside") return null;
  const received = c.received >= 0 ? c.received : typeof end === "number" ? end : null;
  if (received === null || received > until) return null;
  const told = {
    isTwice: false,
    isApologised: saysYes(c.apology),
    isRenewed: false,
    isDisliked: c.rating !== null && c.rating <= 2 && (c.rated < 0 || c.rated <= until),
    overdueFrom: 0,
    overdueBefore: 0,
  };
  if (typeof end === "string") return received >= from ? { ...told, verdict: "unknown" } : null;
  if (end !== null && end < from) return null;
  const requested = timeIn(c.supplementRequestedAt, order);
  const answered = timeIn(c.supplementReceivedAt, order);
  const requests = countIn(c.supplementCount);
  const renewed = timeIn(c.extendedTo, order, true);
  const due = c.dueAt;
  if (
    due === null ||
    requested === undefined ||
    answered === undefined ||
    requests === undefined ||
    renewed === undefined
  ) {
    return { ...told, verdict: "unknown" };
  }
  // A request after the period has not been made yet.
  const isAsked = requested !== null && requested <= until;
  const isWaiting = isAsked && (answered === null || answered > until) && (end === null || end > until);
  const pause = isAsked && answered !== null && answered <= until && answered > requested ? answered - requested : 0;
  const isTwice = requests > 1;
  const before = isTwice ? never : due + pause;
  const by = isTwice ? never : Math.max(before, renewed === null ? 0 : renewed + pause);
  const done = isWaiting ? (requested as number) : end !== null && end <= until ? end : null;
  if (done !== null) {
    // A case that waits for its applicant was done when it was sent back, which may lie before the period.
    const isInTime = done <= by;
    return { ...told, isTwice, isRenewed: isInTime && done > before, verdict: isInTime ? "inTime" : "late" };
  }
  return { ...told, isTwice, verdict: "open", overdueFrom: overdueFrom(by), overdueBefore: overdueFrom(before) };
}

function bump(counts: Map<number, number>, day: number, weight: Weight): void {
  counts.set(day, (counts.get(day) ?? 0) + weight);
}

function count(into: HandledCounts, judged: Judged, weight: Weight): void {
  if (judged.isDisliked) into.disliked += weight;
  if (judged.verdict === "unknown") {
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
  if (judged.isRenewed) into.renewed += weight;
  if (judged.verdict === "late") {
    if (judged.isTwice) into.supplementedTwice += weight;
    if (judged.isApologised) into.apologised += weight;
  }
}

function countsOf(groups: Map<string, HandledCounts>, name: string): HandledCounts {
  let counts = groups.get(name);
  if (counts === undefined) {
    counts = none();
    groups.set(name, counts);
  }
  return counts;
}

/** Counts a case, or takes it out again. */
export function addHandled(state: HandledState, scope: HandledScope, c: Case, weight: Weight): void {
  const judged = judge(c, scope);
  if (judged === null) return;
  count(state.all, judged, weight);
  count(countsOf(state.byAgency, c.agency ?? ""), judged, weight);
  count(countsOf(state.byProcedure, c.procedure ?? ""), judged, weight);
}

const sums = [
  "judged",
  "inTime",
  "late",
  "supplementedTwice",
  "apologised",
  "renewed",
  "unknown",
  "disliked",
] as const satisfies readonly (keyof HandledCounts)[];

function mergeCounts(into: HandledCounts, from: HandledCounts): void {
  for (const key of sums) into[key] += from[key];
  for (const [day, n] of from.open) bump(into.open, day, n);
  for (const [day, n] of from.openBefore) bump(into.openBefore, day, n);
}

export function mergeHandled(into: HandledState, from: HandledState): void {
  mergeCounts(into.all, from.all);
  for (const by of ["byAgency", "byProcedure"] as const) {
    for (const [name, counts] of from[by]) mergeCounts(countsOf(into[by], name), counts);
  }
}

/** What a group comes to at the end of a day. */
export interface Handled {
  /** Cases that are judged, and those of which nobody knows whether they were in time. */
  readonly cases: number;
  readonly unknown: number;
  readonly inTime: number;
  readonly disliked: number;
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
    disliked: counts.disliked,
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
