/** On which KPIs a case bears, at which of its events, and why it cannot be used for one. */

import type { OverCases } from "../kpis/kpi.ts";
import { boundsShare } from "../measures/left-out.ts";
import type { RatioState } from "../measures/sums.ts";
import {
  absentEvent,
  allFields,
  bit,
  type Case,
  type Channel,
  codes,
  type Event,
  events,
  type Field,
  type FieldOf,
  fieldKinds,
  type Need,
  needsIn,
  noEvent,
  optionalNeeds,
  outWhenBlank,
  type Reason,
  type Status,
  snake,
  timelessEvent,
} from "../records/case.ts";
import { isDue, populationWithout } from "../records/population.ts";
import { type DayRange, secondsADay } from "../time/civil.ts";
import { timeOf } from "./places.ts";
import { settled, unreadIn } from "./readings.ts";

/** One of a case's events falls in the period, or in the plan's year. */
export const inPeriod = 1;
export const inYear = 2;

/** A KPI made ready: masks in place of names. */
export interface Ready {
  readonly kpi: OverCases<unknown>;
  readonly index: number;
  readonly needs: number;
  readonly blanks: number;
  readonly channels: readonly (Channel | null)[] | null;
  /** It is enough for it how many cases say the same. */
  readonly counts: boolean;
  /** It is a share: what it makes of every reading of a word, a flag or a fee can be tried. */
  readonly isShare: boolean;
  /** It needs times, and says nothing of a case whose event has none. */
  readonly hasTimes: boolean;
  /** Its state is that of a ratio alone. */
  readonly isPlain: boolean;
  /** It is kept of all cases alone. */
  readonly isWhole: boolean;
  /** To see what one case does to it, where it only counts; and the numbers of what was seen. */
  readonly scratch: RatioState;
  readonly outcomes: (number | undefined)[];
  readonly reasons: Map<Reason, number>;
}

/** The events of whose population a status is not, a bit each. */
const eventsWithout: ReadonlyMap<Status, number> = new Map(
  codes.status.map((status) => [
    status,
    events.reduce((mask, event, e) => (populationWithout[event]?.includes(status) ? mask | (1 << e) : mask), 0),
  ]),
);

/** What a KPI may need and still be folded once for all cases that say the same. */
export const saysOnly: ReadonlySet<Need> = new Set(
  allFields.filter((field): field is FieldOf<"word" | "yesNo"> => ["word", "yesNo"].includes(fieldKinds[field])),
);

/** Whether a fold's state is that of a share. */
function isRatioState(state: unknown): boolean {
  return typeof state === "object" && state !== null && "numerator" in state && "unsure" in state;
}

/** Whether a fold comes to a share. */
function isShare({ fold }: OverCases<unknown>): boolean {
  const facts = { asOfDay: null, lastDay: null, processingInDays: false, submissionInDays: false };
  const measure = fold.finish(fold.start(true), facts);
  return typeof measure === "object" && measure !== null && "kind" in measure && measure.kind === "ratio";
}

/** The KPIs of a pass, and which cases bear on them. */
export class Bearings {
  readonly ready: readonly Ready[];
  /** The seconds of the period, and of the plan's year. */
  readonly period: readonly [from: number, to: number];
  readonly year: readonly [from: number, to: number];
  /** Bits of the events in whose population, and in the period, the case in hand is. */
  inPopulation = 0;
  /** One an event, in the order of `events`; `without`: some status is not of its population. */
  private readonly byEvent: readonly { readonly ready: readonly Ready[]; readonly without: boolean }[];
  private readonly hasPeriod: boolean;
  private readonly badEvent: readonly Reason[];
  /** Cases outside the period bear too: in another span. */
  private readonly hasSpans: boolean;

  /** @param eventFields the columns in which an unreadable cell leaves a case without the event */
  constructor(
    kpis: readonly OverCases<unknown>[],
    period: DayRange | null,
    year: DayRange,
    hasSpans: boolean,
    eventFields: Readonly<Record<Event, Field | null>>,
  ) {
    this.year = secondsOf(year);
    this.period = period === null ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : secondsOf(period);
    this.hasPeriod = period !== null;
    this.hasSpans = hasSpans;
    this.badEvent = events.map(
      (event) => `bad-${snake(eventFields[event] ?? "processingDuration").replaceAll("_", "-")}` as const,
    );
    this.ready = kpis.map(readyOf);
    this.byEvent = events.map((event) => {
      return { ready: this.ready.filter(({ kpi }) => kpi.when === event), without: populationWithout[event] !== null };
    });
  }

  /**
   * Tells of each KPI on which a case bears, and why it cannot be used for it (null when it can).
   *
   * @returns `inPeriod` and `inYear`, where one of its events falls in them
   */
  of(c: Case, take: (ready: Ready, reason: Reason | null, e: number) => void): number {
    this.inPopulation = 0;
    // Without a period every case counts, one without any event too.
    let lies = this.hasPeriod ? 0 : inPeriod;
    const { period, year } = this;
    const from = period[0];
    const to = period[1];
    const yearFrom = year[0];
    const yearTo = year[1];
    const { status } = c;
    const outside = status === null ? 0 : (eventsWithout.get(status) ?? 0);
    const hasBadStatus = (c.fault & bit.status) !== 0;
    for (let e = 0; e < this.byEvent.length; e++) {
      const { ready, without } = this.byEvent[e];
      const time = timeOf(c, e);
      if (time === noEvent) continue;
      if (time >= 0) {
        if (time >= yearFrom && time <= yearTo) lies |= inYear;
        if (time >= from && time <= to) lies |= inPeriod;
        else if (!this.hasSpans) continue;
      } else if (time === timelessEvent) {
        lies |= inPeriod | inYear;
      }
      if (e === completed && !isDue(c)) continue;
      if ((outside & (1 << e)) !== 0) continue;
      if (time >= 0 || time === timelessEvent) this.inPopulation |= 1 << e;
      const badStatus = hasBadStatus && without;
      // Where the end of the work is blank it is the return that cannot be read.
      const bad =
        e === completed && (c.fault & (bit.finishedAt | bit.returnedAt)) === bit.returnedAt
          ? badReturn
          : this.badEvent[e];
      for (let i = 0; i < ready.length; i++) {
        const reason = this.reasonAgainst(c, ready[i], time, badStatus, bad);
        if (reason === notConcerned) continue;
        const isOpen = reason !== null && ready[i].isShare && boundsShare(reason);
        take(ready[i], isOpen ? this.settledFor(c, ready[i], reason, badStatus, time) : reason, e);
      }
    }
    return lies;
  }

  /** What becomes of a case that was to be left out of a share, whatever its unread cells say. */
  private settledFor(c: Case, ready: Ready, reason: Reason, badStatus: boolean, time: number) {
    const { kpi, needs, blanks, channels, isPlain, hasTimes } = ready;
    const isUntimed = time < 0 && time !== timelessEvent;
    if (hasTimes && isUntimed) return reason;
    const own = kpi.needs.includes("channel") || channels !== null ? needs | bit.channel : needs;
    return settled(c, kpi, {
      scratch: isPlain ? ready.scratch : null,
      unread: unreadIn(c, own, blanks),
      reason,
      mayBeOut: badStatus || time < 0,
      mayBeOpen: badStatus && kpi.when === "completed",
    });
  }

  /** Why a case cannot be used; null when it can, `notConcerned` when it does not bear on the KPI at all. */
  private reasonAgainst(
    c: Case,
    { needs, blanks, channels }: Ready,
    time: number,
    badStatus: boolean,
    badEvent: Reason,
  ) {
    // A case that nobody rated does not bear on satisfaction, whatever else is wrong with it.
    if ((needs & bit.rating & c.blank) !== 0) return notConcerned;
    if (channels !== null) {
      if (!channels.includes(c.channel)) {
        if (c.channel !== null) return notConcerned;
        if ((c.absent & bit.channel) !== 0) return "no-column";
        return (c.fault & bit.channel) === 0 ? "no-channel" : "bad-channel";
      }
    }
    if (time === absentEvent) return "no-column";
    if (time < 0 && time !== timelessEvent) return badEvent;
    if (badStatus) return "bad-status";
    if ((needs & (c.absent | c.fault | c.blank)) === 0) return null;
    if ((needs & c.absent) !== 0) return "no-column";
    const missing = needs & (c.fault | (c.blank & blanks));
    if (missing === 0) return null;
    if ((missing & bit.submissionTime) !== 0) return c.submissionReason;
    if ((missing & (bit.processingTime | bit.otherTime)) !== 0) return c.processingReason;
    if ((missing & bit.completedAt) !== 0) return c.completedReason;
    if ((missing & c.fault & bit.dueAt) !== 0) return c.dueReason;
    const need = 31 - Math.clz32(missing & -missing);
    return ((c.fault & (missing & -missing)) === 0 ? blankReasons : faultReasons)[need];
  }
}

function secondsOf({ from, to }: DayRange): readonly [from: number, to: number] {
  return [from * secondsADay, (to + 1) * secondsADay - 1];
}

function readyOf(kpi: OverCases<unknown>, index: number): Ready {
  // Without a procedure a case is in no like-for-like pair; a fee that cannot be read does not say 0. A plan's own KPI
  // sees the cells that are not there, and says itself what hangs on them.
  const isOwn = kpi.isOwn === true;
  const needs = isOwn ? 0 : kpi.needs.reduce((mask, need) => mask | bit[need], 0) & ~optionalNeeds;
  return {
    kpi,
    index,
    needs,
    blanks: needs & outWhenBlank,
    channels: isOwn ? null : (kpi.channels ?? null),
    counts: !isOwn && kpi.needs.every((need) => saysOnly.has(need)),
    isShare: !isOwn && isShare(kpi),
    hasTimes: kpi.needs.some((need) => !saysOnly.has(need) && need !== "fee"),
    isPlain: isRatioState(kpi.fold.start(true)),
    isWhole: kpi.isWhole === true,
    scratch: { numerator: 0, denominator: 0, asNo: 0, asYes: 0, unsure: 0 },
    outcomes: [],
    reasons: new Map<Reason, number>(),
  };
}

/** By the number of a need's bit. */
const blankReasons = needsIn(-1).map((need): Reason => `no-${snake(need).replaceAll("_", "-")}`);
const faultReasons = needsIn(-1).map((need): Reason => `bad-${snake(need).replaceAll("_", "-")}`);

const badReturn: Reason = `bad-${snake("returnedAt").replaceAll("_", "-")}`;

const notConcerned = Symbol("not concerned");

const completed = events.indexOf("completed");
