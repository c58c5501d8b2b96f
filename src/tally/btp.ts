/**
 * What form 07a/BTP has beyond II.06a, of the same cases: by channel and level, by apology, by payment, and those that stand
 * outside II.06a (waiting, not accepted, stopped, withdrawn). Folded only where the form is asked for, of one period.
 */
import { bump } from "../measures/counts.ts";
import type { Weight } from "../measures/fold.ts";
import { bit, type Case } from "../records/case.ts";
import { endOf } from "../records/ended.ts";
import { dayOf } from "../time/civil.ts";
import { halfMonthOf } from "../time/half-month.ts";
import { countsIn, type FlowCounts, type FlowScope, openKey, openOf, standing } from "./caseload.ts";
import { saysYes } from "./handled.ts";

/** What is counted of a period. */
const kinds = [
  ...(["direct", "postal", "onlineFull", "onlinePartial", "onlineOther"] as const),
  /** Of `onlineOther`: the level is blank or not known. */
  "withoutLevel",
  ...(["lateApologised", "lateWithout", "paidOnline", "paidInPerson"] as const),
  /** Of `paidInPerson`: by transfer or card. */
  "transfers",
  "unreadablePayments",
  ...(["notAccepted", "stopped", "withdrawn"] as const),
  /** Of these two: with a day of the end and of the receipt, so that they are resolved as well; without the one, or the other. */
  ...(["endedAndResolved", "endedWithoutTime", "withoutReceipt"] as const),
  /** Waiting or not accepted, and nobody wrote since when. */
  "withoutDay",
] as const;
export type BtpKind = (typeof kinds)[number];
const numberOf = Object.fromEntries(kinds.map((kind, i) => [kind, i])) as Readonly<Record<BtpKind, number>>;

/** The words that it looks at beside those that every row is read for. */
export const wordsOfBtp = bit.serviceLevel | bit.paymentMethod;

/** Counts a case, or takes it out again; those that wait by their due time. */
export function addBtp(groups: Map<string, FlowCounts>, scope: FlowScope, c: Case, weight: Weight): void {
  const { from, to, asOf } = scope;
  const count = (kind: BtpKind) => bump(countsIn(groups, c.field ?? "").counts, numberOf[kind], weight);
  /** Before the end of the period, and of what has happened. */
  const hasBeen = (time: number) => time >= 0 && (asOf === null || time <= asOf) && halfMonthOf(dayOf(time)) <= to;
  const isNew = (time: number) => hasBeen(time) && halfMonthOf(dayOf(time)) >= from;
  const { status, received, submitted } = c;
  // What was not received has no day of its own but that on which it was handed in.
  const begun = received >= 0 ? received : submitted;
  const isWaiting = status === "registered" || (received >= 0 && !hasBeen(received));
  if (status === "refused" || isWaiting) {
    if (begun < 0) count("withoutDay");
    else if (status === "refused") {
      if (isNew(begun)) count("notAccepted");
    } else if (hasBeen(submitted) || hasBeen(received)) {
      bump(countsIn(groups, c.field ?? "").open, openKey(0, c.dueAt), weight);
    }
    return;
  }
  const done = endOf(c, asOf);
  if (status === "stopped" || status === "withdrawn") {
    if (done === "endedWithoutTime" && isNew(begun)) {
      count(status);
      if (received >= 0) count("endedWithoutTime");
    }
    if (typeof done === "number" && isNew(done)) {
      count(status);
      count(received >= 0 ? "endedAndResolved" : "withoutReceipt");
    }
  }
  if (received < 0 || typeof done === "string") return;
  if (isNew(received)) {
    count(channelOf(c));
    if (c.channel === "online" && c.serviceLevel === null) count("withoutLevel");
    const { paymentMethod } = c;
    if ((c.fault & bit.paymentMethod) !== 0) count("unreadablePayments");
    else if (paymentMethod !== null && paymentMethod !== "none") {
      count(paymentMethod === "online" ? "paidOnline" : "paidInPerson");
      if (paymentMethod === "transfer" || paymentMethod === "card") count("transfers");
    }
  }
  if (done !== null && isNew(done) && c.dueAt !== null && done > c.dueAt) {
    count(saysYes(c.apology) ? "lateApologised" : "lateWithout");
  }
}

/** As in form II.06a what is of no known channel counts as in person; so does what is of no known level as otherwise online. */
function channelOf({ channel, serviceLevel }: Case): BtpKind {
  if (channel === "postal") return "postal";
  if (channel !== "online") return "direct";
  return serviceLevel === "full" ? "onlineFull" : serviceLevel === "partial" ? "onlinePartial" : "onlineOther";
}

/** What a group comes to; those that wait as they stand at the end of a day. */
export function btpCounts({ counts, open }: FlowCounts, day: number) {
  const of = Object.fromEntries(kinds.map((kind) => [kind, counts.get(numberOf[kind]) ?? 0])) as Record<
    BtpKind,
    number
  >;
  const waiting = { waiting: 0, waitingLate: 0, waitingWithoutDue: 0 };
  for (const [key, n] of open) {
    const { dueAt } = openOf(key);
    waiting.waiting += n;
    if (dueAt === null) waiting.waitingWithoutDue += n;
    else if (standing(dueAt, day, null) === "openOverdue") waiting.waitingLate += n;
  }
  return { ...of, ...waiting };
}
