/**
 * What comes in, what is resolved and what is open, by field and by agency: what form II.06a/VPCP/KSTT and the list of
 * open cases are made of.
 *
 * Flows are counted by half-month (split at the 1st and the 15th), stocks at the end of each, so that any calendar or
 * statutory period can be had of them, and so that the parts of a log add up. A case that is still open has no end up to
 * which it could be counted: those are kept by the day on which they are due.
 */
import { bit, type Case, noEvent, type Status } from "./case.ts";
import type { Weight } from "./fold.ts";
import { dayOf } from "./time/civil.ts";
import { halfMonthOf, lastDayOfHalfMonth } from "./time/half-month.ts";

/** What to count; plain data. */
export interface FlowScope {
  /** First and last half-month of which flows are wanted; stocks are kept from the end of the one before. */
  readonly from: number;
  readonly to: number;
  /** For each half-month from the one before `from`: the last day that is due soon at its end; null where not known. */
  readonly soonUntil: readonly (number | null)[];
}

/** Counts of one group. */
export interface FlowCounts {
  /** By half-month and what happened in it, or how things stood at its end (`keyOf`). */
  readonly counts: Map<number, number>;
  /** Open cases by the half-month of receipt and the day due (`openKey`). */
  readonly open: Map<number, number>;
}

/** Plain data; a state may be part of several sums. */
export interface FlowState {
  readonly byField: Map<string, FlowCounts>;
  /** Stocks and open cases alone. */
  readonly byAgency: Map<string, FlowCounts>;
}

/** What is counted of a half-month. */
export const flows = [
  "receivedOnline",
  "receivedDirect",
  /** The channel is blank or not known. */
  "receivedUnknown",
  "early",
  "onDay",
  "late",
  "resolvedWithoutDue",
  "openInTime",
  /** Of those in time: due within three working days. */
  "openSoon",
  "openOverdue",
  "openWithoutDue",
  /** Withdrawn, stopped or finished, and nobody wrote when: by the half-month of receipt. */
  "endedWithoutTime",
  /** Not accepted yet, or refused: by the half-month of receipt. */
  "outside",
  /** The status, or the end, cannot be read: by the half-month of receipt. */
  "unreadable",
] as const;
export type FlowKind = (typeof flows)[number];

const kindNumber = Object.fromEntries(flows.map((kind, i) => [kind, i])) as Readonly<Record<FlowKind, number>>;
const kindRoom = 16;

export function keyOf(halfMonth: number, kind: FlowKind): number {
  return halfMonth * kindRoom + kindNumber[kind];
}

/** Days from 2000 on are below this; 0 stands for no due day. */
const dayRoom = 1 << 16;

export function openKey(halfMonth: number, dueDay: number | null): number {
  return halfMonth * dayRoom + (dueDay ?? 0);
}

/** Receipt and due day of an open case. */
export function openOf(key: number): { halfMonth: number; dueDay: number | null } {
  const day = key % dayRoom;
  return { halfMonth: Math.floor(key / dayRoom), dueDay: day === 0 ? null : day };
}

export function newFlow(): FlowState {
  return { byField: new Map(), byAgency: new Map() };
}

function countsIn(groups: Map<string, FlowCounts>, name: string): FlowCounts {
  let counts = groups.get(name);
  if (counts === undefined) {
    counts = { counts: new Map(), open: new Map() };
    groups.set(name, counts);
  }
  return counts;
}

function bump(counts: Map<number, number>, key: number, weight: Weight): void {
  counts.set(key, (counts.get(key) ?? 0) + weight);
}

const outside: ReadonlySet<Status | null> = new Set(["registered", "refused"]);
/** A case of such a status is not open, whatever its times say. */
const ended: ReadonlySet<Status | null> = new Set(["withdrawn", "stopped", "finished", "returned"]);

/** The first day at whose end a case is past due: one that is due when its day ends is so a day later. */
export function overdueFrom(dueAt: number): number {
  return dayOf(dueAt + 1);
}

/** Whether a case is open or has ended, as far as the log goes; what stands outside the form where it is neither. */
export function openStatus(c: Case): "open" | "ended" | "outside" | "unreadable" | "endedWithoutTime" {
  const { status } = c;
  const isOpen = c.open || c.completed === noEvent;
  if (outside.has(status)) return "outside";
  if ((c.fault & bit.status) !== 0 || (!isOpen && c.completed < 0)) return "unreadable";
  if (!isOpen) return "ended";
  return ended.has(status) ? "endedWithoutTime" : "open";
}

/** Counts a case, or takes it out again. A case without a time of receipt is in no period and is not counted. */
export function addFlow(state: FlowState, scope: FlowScope, c: Case, weight: Weight): void {
  const { received } = c;
  if (received < 0) return;
  const start = halfMonthOf(dayOf(received));
  if (start > scope.to) return;
  const standingNow = openStatus(c);
  const isOpen = c.open || c.completed === noEvent;
  // One that was finished before it was received was so on its receipt.
  const end = isOpen || c.completed < 0 ? null : halfMonthOf(dayOf(Math.max(c.completed, received)));
  if (end !== null && end < scope.from) return;
  const isNew = start >= scope.from;
  if (standingNow !== "open" && standingNow !== "ended") {
    if (isNew) bump(countsIn(state.byField, c.field ?? "").counts, keyOf(start, standingNow), weight);
    return;
  }
  const field = countsIn(state.byField, c.field ?? "");
  if (isNew) {
    const { channel } = c;
    const kind = channel === null ? "receivedUnknown" : channel === "online" ? "receivedOnline" : "receivedDirect";
    bump(field.counts, keyOf(start, kind), weight);
  }
  const { dueAt } = c;
  if (end === null) {
    const key = openKey(start, dueAt === null ? null : overdueFrom(dueAt));
    bump(field.open, key, weight);
    bump(countsIn(state.byAgency, c.agency ?? "").open, key, weight);
    return;
  }
  const done = Math.max(c.completed, received);
  if (end <= scope.to) {
    const kind =
      dueAt === null ? "resolvedWithoutDue" : done > dueAt ? "late" : dayOf(done) === dayOf(dueAt) ? "onDay" : "early";
    bump(field.counts, keyOf(end, kind), weight);
  }
  // At the end of each half-month from its receipt to before its end it was open.
  const first = Math.max(start, scope.from - 1);
  const last = Math.min(end - 1, scope.to);
  if (last < first) return;
  const agency = countsIn(state.byAgency, c.agency ?? "");
  for (let at = first; at <= last; at++) {
    const kind = standing(dueAt, lastDayOfHalfMonth(at), scope.soonUntil[at - scope.from + 1] ?? null);
    bump(field.counts, keyOf(at, kind), weight);
    bump(agency.counts, keyOf(at, kind), weight);
  }
}

/** How a case that is open at the end of a day stands. */
export function standing(dueAt: number | null, day: number, soonUntil: number | null): FlowKind {
  if (dueAt === null) return "openWithoutDue";
  if (overdueFrom(dueAt) <= day) return "openOverdue";
  return soonUntil !== null && overdueFrom(dueAt) - 1 <= soonUntil ? "openSoon" : "openInTime";
}

export function mergeFlow(into: FlowState, from: FlowState): void {
  for (const by of ["byField", "byAgency"] as const) {
    for (const [name, { counts, open }] of from[by]) {
      const held = countsIn(into[by], name);
      for (const [key, n] of counts) bump(held.counts, key, n);
      for (const [key, n] of open) bump(held.open, key, n);
    }
  }
}
