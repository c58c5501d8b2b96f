/**
 * What comes in, what is resolved and what is open, by field and by agency: what form II.06a/VPCP/KSTT and the list of
 * open cases are made of.
 *
 * Flows are counted by half-month (split at the 1st and the 15th), stocks at the end of each, so that any calendar or
 * statutory period can be had of them, and so that the parts of a log add up. A case that is still open has no end up to
 * which it could be counted: those are kept by the day on which they are due.
 */

import { bump, inGroup } from "../measures/counts.ts";
import type { Weight } from "../measures/fold.ts";
import type { Case } from "../records/case.ts";
import { endOf } from "../records/ended.ts";
import { dayOf, overdueFrom, secondsADay } from "../time/civil.ts";
import { halfMonthOf, lastDayOfHalfMonth } from "../time/half-month.ts";

/** What to count; plain data. */
export interface FlowScope {
  /** First and last half-month of which flows are wanted; stocks are kept from the end of the one before. */
  readonly from: number;
  readonly to: number;
  /** For each half-month from the one before `from`: the last day that is due soon at its end; null where not known. */
  readonly soonUntil: readonly (number | null)[];
  /** The moment that `--as-of` gave: what happened after it has not happened yet; null otherwise. */
  readonly asOf: number | null;
  /** Form 07a/BTP is asked for too (btp.ts). */
  readonly isBtp?: boolean;
}

/** Counts of one group. */
export interface FlowCounts {
  /** By half-month and what happened in it, or how things stood at its end (`keyOf`). */
  readonly counts: Map<number, number>;
  /** Open cases by the half-month of receipt and the due time (`openKey`). */
  readonly open: Map<number, number>;
}

/** Plain data; a state may be part of several sums. */
export interface FlowState {
  readonly byField: Map<string, FlowCounts>;
  /** Stocks and open cases alone. */
  readonly byAgency: Map<string, FlowCounts>;
  /** What form 07a/BTP has beside, by field (btp.ts); absent where nobody asked, and of parts. */
  readonly btp?: Map<string, FlowCounts>;
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
  /** Nobody wrote when it was received: by the half-month of its end. */
  "withoutReceipt",
] as const;
export type FlowKind = (typeof flows)[number];

const kindNumber = Object.fromEntries(flows.map((kind, i) => [kind, i])) as Readonly<Record<FlowKind, number>>;
const kindRoom = 16;

export function keyOf(halfMonth: number, kind: FlowKind): number {
  return halfMonth * kindRoom + kindNumber[kind];
}

/** Days from 2000 on are below this; 0 stands for no due day. */
const dayRoom = 1 << 16;

/** Of the due time it keeps the day. */
export function openKey(halfMonth: number, dueAt: number | null): number {
  return halfMonth * dayRoom + (dueAt === null ? 0 : dayOf(dueAt));
}

/** Receipt of an open case, and a due time on the same day. */
export function openOf(key: number): { halfMonth: number; dueAt: number | null } {
  const day = key % dayRoom;
  return { halfMonth: Math.floor(key / dayRoom), dueAt: day === 0 ? null : day * secondsADay };
}

export function newFlow(isBtp = false): FlowState {
  return { byField: new Map(), byAgency: new Map(), ...(isBtp && { btp: new Map() }) };
}

/** The counts of a group, which are made if there are none yet. */
export function countsIn(groups: Map<string, FlowCounts>, name: string): FlowCounts {
  return inGroup(groups, name, () => ({ counts: new Map(), open: new Map() }));
}

/** Counts a case, or takes it out again. */
export function addFlow(state: FlowState, scope: FlowScope, c: Case, weight: Weight): void {
  const { received } = c;
  const done = endOf(c, scope.asOf);
  if (received < 0) {
    // In which period it came nobody knows; that it ended in one is told.
    const at = typeof done === "number" ? halfMonthOf(dayOf(done)) : -1;
    if (at >= scope.from && at <= scope.to) {
      bump(countsIn(state.byField, c.field ?? "").counts, keyOf(at, "withoutReceipt"), weight);
    }
    return;
  }
  if (scope.asOf !== null && received > scope.asOf) return;
  const start = halfMonthOf(dayOf(received));
  if (start > scope.to) return;
  const end = typeof done === "number" ? halfMonthOf(dayOf(done)) : null;
  if (end !== null && end < scope.from) return;
  const isNew = start >= scope.from;
  if (typeof done === "string") {
    // What cannot be read may be open still, and what ended without a time may have ended in the period: those received
    // before are counted too, as of then.
    const at = isNew ? start : done === "outside" ? null : scope.from - 1;
    if (at !== null) bump(countsIn(state.byField, c.field ?? "").counts, keyOf(at, done), weight);
    return;
  }
  const field = countsIn(state.byField, c.field ?? "");
  if (isNew) {
    const { channel } = c;
    const kind = channel === null ? "receivedUnknown" : channel === "online" ? "receivedOnline" : "receivedDirect";
    bump(field.counts, keyOf(start, kind), weight);
  }
  const { dueAt } = c;
  if (done === null || end === null) {
    const key = openKey(start, dueAt);
    bump(field.open, key, weight);
    bump(countsIn(state.byAgency, c.agency ?? "").open, key, weight);
    return;
  }
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
  return soonUntil !== null && dayOf(dueAt) <= soonUntil ? "openSoon" : "openInTime";
}

export function mergeFlow(into: FlowState, from: FlowState): void {
  for (const by of ["byField", "byAgency"] as const) {
    for (const [name, counts] of from[by]) mergeCounts(countsIn(into[by], name), counts);
  }
  if (into.btp === undefined || from.btp === undefined) return;
  for (const [name, counts] of from.btp) mergeCounts(countsIn(into.btp, name), counts);
}

/** Adds the counts of one group to another's. */
export function mergeCounts(into: FlowCounts, { counts, open }: FlowCounts): void {
  for (const [key, n] of counts) bump(into.counts, key, n);
  for (const [key, n] of open) bump(into.open, key, n);
}
