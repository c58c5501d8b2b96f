/**
 * Folds every KPI over the cases, in one pass: for each, which cases count (event, period, channel, needs), why the
 * others do not, and the same again in every group that was asked for.
 */

import { UserError } from "../errors.ts";
import type { OverCases } from "../kpis/kpi.ts";
import type { Weight } from "../measures/fold.ts";
import { boundsShare } from "../measures/left-out.ts";
import type { RatioState } from "../measures/sums.ts";
import { addKept, type Kept, type KeptScope, mergeKept, newKept } from "../methods/kept.ts";
import type { Alike, Kinds } from "../read/visitor.ts";
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
  type Readable,
  type Reason,
  type Said,
  type Status,
  snake,
  timelessEvent,
} from "../records/case.ts";
import { isDue, populationWithout } from "../records/population.ts";
import { type DayRange, dayOf, firstDay, lastDay, secondsADay } from "../time/civil.ts";
import { addFlow, type FlowScope, type FlowState, mergeFlow, newFlow } from "./caseload.ts";
import { Cells } from "./cells.ts";
import { addHandled, type HandledScope, type HandledState, mergeHandled, newHandled } from "./handled.ts";
import { addHits, type Hits, mergeHits, newHits } from "./headcount.ts";
import { addName, mergeNames, type ProcedureNames } from "./names.ts";
import { settled, unreadIn } from "./readings.ts";

export const groupings = ["agency", "procedure", "field", "channel", "month"] as const;
export type Grouping = (typeof groupings)[number];

/** One of a case's events falls in the period, or in the plan's year. */
export const inPeriod = 1;
export const inYear = 2;

/** What one KPI has seen, of all cases or of one group. Plain data: it passes between threads. */
export interface Tally {
  state: unknown;
  /** Cases that reached the fold. */
  n: number;
  /** Cases of the event and period that could not be used, by reason. */
  excluded: ReadonlyMap<Reason, number>;
}

/** A stretch of days of which KPIs are tallied apart, and the groups that are kept in it. */
export interface Span extends DayRange {
  readonly by: readonly Grouping[];
}

/** What all KPIs have seen of one span. Plain data. */
export interface SpanTallies {
  /** One a KPI. */
  readonly totals: Tally[];
  /** Cases of each event, in the order of `events`. */
  readonly cases: number[];
  /** For each grouping of the span, for each KPI: the groups by name. */
  readonly groups: Map<string, Tally>[][];
}

/** What has been seen of all cases. Plain data. */
export interface Tallies {
  /**
   * One a span, undefined where nothing was seen of it; behind them the cases whose event has no time that can be read, which may lie in any period, and those
   * that count without one in a log that has no column for it. Without spans there is one for all cases of the period.
   */
  readonly spans: (SpanTallies | undefined)[];
  /** In which half-months the cases of each log have events; empty where nobody asked. */
  readonly hits: Hits[];
  /** What came in, went out and is open; null where nobody asked. */
  readonly flow: FlowState | null;
  /** What the procedures are called; null where nobody asked. */
  readonly names: ProcedureNames | null;
  /** What was received or processed, as the national index judges it; null where nobody asked. */
  readonly handled: HandledState | null;
  /** For the methods beside the KPIs; null where nobody asked. */
  readonly kept: Kept | null;
}

/** What a Tallier is to tell apart. */
export interface Scope {
  /** Null when every case counts. */
  readonly period: DayRange | null;
  /** The plan's year, only to say how many cases lie outside it. */
  readonly year: DayRange;
  /** The groups of the period. */
  readonly by: readonly Grouping[];
  /** Disjoint stretches of days to tally instead of the period; the ledger still speaks of the period. */
  readonly spans?: readonly Span[];
  readonly flow?: FlowScope;
  /** Tells for each log in which half-months its cases have events, so that any period can be counted later. */
  readonly hits?: boolean;
  /** Counts the names of procedures beside their codes. */
  readonly names?: boolean;
  readonly handled?: HandledScope;
  readonly kept?: KeptScope;
}

/** A KPI made ready: masks in place of names. */
interface Ready {
  readonly kpi: OverCases<unknown>;
  /** What it has seen of all cases. */
  readonly total: Tally;
  readonly index: number;
  readonly needs: number;
  readonly blanks: number;
  readonly channels: readonly (Channel | null)[] | null;
  /** It is enough for it how many cases say the same. */
  readonly counts: boolean;
  /** It is a share of words, flags and fees: what it makes of every reading of a cell can be tried. */
  readonly isShare: boolean;
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

/** A KPI on which a case bears, at which of its events, and why it cannot be used for it. */
interface Bearing {
  readonly ready: Ready;
  readonly reason: Reason | null;
  readonly e: number;
}

/**
 * Cases that are alike in all but their times, texts and amounts: on which KPIs they bear, and why they cannot be used
 * for some, is worked out once. A KPI that reads words and flags alone is folded once for all of them.
 */
interface Kind extends Alike {
  readonly number: number;
  /** Bits of the events in whose population, and in the period, they are. */
  readonly events: number;
  /** Bits of the events at which they bear on a KPI. */
  readonly bearsAt: number;
  /** KPIs that must see each case. */
  readonly each: readonly Bearing[];
  /** KPIs for which it is enough how many cases there are. */
  readonly counted: readonly Bearing[];
  /** Both by event. */
  readonly eachAt: readonly (readonly Bearing[])[];
  /** The numbers of what its cases do to the KPIs that only count. */
  readonly effectsAt: readonly Int32Array[];
  /** What the words and flags of each case say. */
  readonly says: Readable;
  count: number;
}

/** A group of cases, and its tally for each KPI that has seen one of them. */
interface Place {
  readonly number: number;
  readonly span: number;
  /** `allCases` for the total of a span. */
  readonly grouping: number;
  readonly name: string;
  /** Only for KPIs of this event: a month, or a span, is that of an event. */
  readonly e: number;
  readonly tallies: (Tally | undefined)[];
  /** Cases by the number of what they do, in a span. */
  counts: Int32Array;
}

/**
 * More groups than this are no agencies, procedures or fields: the country has some 4,000 communes and departments and
 * 6,500 procedures. Each group has tallies of its own, and a million of them would take the machine's memory.
 */
export const mostGroups = 10_000;

const noCounts = new Int32Array(0);

/** What a case does to a KPI that only counts: why it is left out, or what it says. */
interface Effect {
  readonly ready: Ready;
  readonly reason: Reason | null;
  readonly says: Readable;
}

/** The number of being a case of the event and its population. */
const inPopulationEffect = 0;

/** A place of cases whatever their events. */
const anyEvent = -1;
/** The place of all cases of a span. */
const allCases = -1;

/** What a KPI may need and still be folded once for all cases that say the same. */
const saysOnly: ReadonlySet<Need> = new Set(
  allFields.filter((field): field is FieldOf<"word" | "yesNo"> => ["word", "yesNo"].includes(fieldKinds[field])),
);

/** What the words and flags of a case say: of a case that is filled again for the next row. */
function saidBy(c: Case | (Readable & Said)): Readable & Said {
  return { ...Object.fromEntries([...saysOnly].map((need) => [need, c[need]])), blank: c.blank } as Readable & Said;
}

/** Whether a fold's state is that of a share. */
function isRatioState(state: unknown): boolean {
  return typeof state === "object" && state !== null && "numerator" in state && "unsure" in state;
}

/** A number for what a fold that only counts made of one case. */
function outcomeOf({ numerator, denominator, asNo, asYes, unsure }: RatioState): number {
  return numerator + 2 * denominator + 4 * asNo + 8 * asYes + 16 * unsure;
}

/** Puts cases into tallies. */
export class Tallier {
  readonly tallies: Tallies;
  readonly kpis: readonly OverCases<unknown>[];
  /** What is made of cases that are alike; who reads them need not use it. */
  readonly kinds: Kinds = {
    needs: 0,
    ranges: [],
    times: false,
    of: (c) => this.kindOf(c),
    add: (kind, c, weight) => this.addOfKind(kind as Kind, c, weight),
  };
  /** One an event, in the order of `events`; `without`: some status is not of its population. */
  private readonly byEvent: readonly { readonly ready: readonly Ready[]; readonly without: boolean }[];
  private readonly from: number;
  private readonly to: number;
  private readonly hasPeriod: boolean;
  private readonly yearFrom: number;
  private readonly yearTo: number;
  private readonly badEvent: readonly Reason[];
  /** The groupings of each span, those of the period where there are none. */
  private readonly bys: readonly (readonly Grouping[])[];
  /** The span of each day from `firstDay`, -1 for none; null where only the period is told apart. */
  private readonly spanOfDay: Int16Array | null;
  private readonly flow: FlowScope | null;
  private readonly handled: HandledScope | null;
  private readonly kept: KeptScope | null;
  private readonly hasHits: boolean;
  /** The log that the cases are of. */
  log = 0;
  private readonly known: Kind[] = [];
  /** Cases by place and kind, of which the KPIs that only count are not told before `settle`. */
  private readonly cells = new Cells();
  private readonly places: Place[] = [];
  /** By number; the first is that of the population. */
  private readonly effects: (Effect | null)[] = [null];
  private readonly effectNumbers = new Map<string, number>();
  /** Of the case in hand, by event: the numbers of what it does, and the KPIs that must see it. */
  private readonly doing: number[][] = events.map(() => []);
  private readonly bearing: Bearing[][] = events.map(() => []);
  /** By span, by grouping, by event where the group depends on it: the places by name. */
  private readonly placesOf: Map<string, Place>[][][];
  /** By span, by event: the places of all cases. */
  private readonly wholes: (Place | undefined)[][];
  /** The case that `bearings` looks at, and how it is added. */
  private inHand: Case | null = null;
  private weight: Weight = 1;
  /** Bits of the events in whose population, and in the period, that case is. */
  private inPopulation = 0;

  /** @param eventFields the columns in which an unreadable cell leaves a case without the event */
  constructor(
    kpis: readonly OverCases<unknown>[],
    { period, year, by, spans, flow, hits = false, names = false, handled, kept }: Scope,
    eventFields: Readonly<Record<Event, Field | null>>,
  ) {
    this.kpis = kpis;
    this.yearFrom = year.from * secondsADay;
    this.yearTo = (year.to + 1) * secondsADay - 1;
    this.badEvent = events.map(
      (event) => `bad-${snake(eventFields[event] ?? "processingDuration").replaceAll("_", "-")}` as const,
    );
    this.bys = spans === undefined ? [by] : [...spans.map((span) => span.by), groupingsIn(spans), groupingsIn(spans)];
    this.spanOfDay = spans === undefined ? null : spansByDay(spans);
    this.flow = flow ?? null;
    this.handled = handled ?? null;
    this.kept = kept ?? null;
    this.hasHits = hits;
    this.tallies = {
      spans: this.bys.map(() => undefined),
      hits: [],
      flow: flow === undefined ? null : newFlow(),
      names: names ? new Map() : null,
      handled: handled === undefined ? null : newHandled(),
      kept: kept === undefined ? null : newKept(),
    };
    const whole = newSpan(kpis, this.bys[0]);
    // Where only the period is told apart there is one span, and it is always there.
    if (spans === undefined) this.tallies.spans[0] = whole;
    this.hasPeriod = period !== null;
    this.from = period === null ? Number.NEGATIVE_INFINITY : period.from * secondsADay;
    this.to = period === null ? Number.POSITIVE_INFINITY : (period.to + 1) * secondsADay - 1;
    const ready = kpis.map((kpi, index) => {
      // Without a procedure a case is in no like-for-like pair; a fee that cannot be read does not say 0. A plan's own KPI
      // sees the cells that are not there, and says itself what hangs on them.
      const isOwn = kpi.isOwn === true;
      const needs = isOwn ? 0 : kpi.needs.reduce((mask, need) => mask | bit[need], 0) & ~optionalNeeds;
      return {
        kpi,
        total: whole.totals[index],
        index,
        needs,
        blanks: needs & outWhenBlank,
        channels: isOwn ? null : (kpi.channels ?? null),
        counts: !isOwn && kpi.needs.every((need) => saysOnly.has(need)),
        isShare:
          !isOwn &&
          isRatioState(kpi.fold.start(true)) &&
          kpi.needs.every((need) => saysOnly.has(need) || need === "fee"),
        isWhole: kpi.isWhole === true,
        scratch: { numerator: 0, denominator: 0, asNo: 0, asYes: 0, unsure: 0 },
        outcomes: [],
        reasons: new Map<Reason, number>(),
      };
    });
    this.byEvent = events.map((event) => {
      return { ready: ready.filter(({ kpi }) => kpi.when === event), without: populationWithout[event] !== null };
    });
    this.placesOf = this.bys.map((own) => own.map(() => events.map(() => new Map())));
    this.wholes = this.bys.map(() => []);
    this.kinds = {
      ...this.kinds,
      needs: ready.reduce((mask, { kpi }) => kpi.needs.reduce((all, need) => all | bit[need], mask), 0),
      ranges: [
        [Math.max(0, this.yearFrom), this.yearTo],
        ...(period === null ? [] : [[Math.max(0, this.from), this.to] as const]),
      ],
      times:
        kpis.some(({ isOwn }) => isOwn === true) ||
        this.spanOfDay !== null ||
        by.includes("month") ||
        this.flow !== null ||
        this.handled !== null ||
        this.kept !== null ||
        hits,
    };
  }

  /**
   * Adds a case to every KPI on which it bears, or takes it out again.
   *
   * @returns `inPeriod` and `inYear`, where one of its events falls in them
   */
  add(c: Case, weight: Weight): number {
    this.weight = weight;
    if (this.spanOfDay !== null) return this.addSingly(c, weight);
    const lies = this.bearings(c, this.putOne);
    for (let e = 0; e < events.length; e++) {
      if ((this.inPopulation & (1 << e)) === 0) continue;
      this.spanTallies(0).cases[e] += weight;
    }
    return lies;
  }

  /** A case by itself, in the spans of its events: first what it does to each KPI, then in which places. */
  private addSingly(c: Case, weight: Weight): number {
    for (let e = 0; e < events.length; e++) {
      this.doing[e].length = 0;
      this.bearing[e].length = 0;
    }
    const lies = this.bearings(c, this.noteOne);
    if (this.hasHits) addHits(this.hitsOfLog(), c, weight);
    if (this.flow !== null) addFlow(this.tallies.flow as FlowState, this.flow, c, weight);
    if (this.tallies.names !== null) addName(this.tallies.names, c, weight);
    if (this.handled !== null) addHandled(this.tallies.handled as HandledState, this.handled, c, weight);
    if (this.kept !== null) addKept(this.tallies.kept as Kept, this.kept, c, weight);
    const readable = c as unknown as Readable;
    for (let e = 0; e < events.length; e++) {
      const effects = this.doing[e];
      const each = this.bearing[e];
      if ((this.inPopulation & (1 << e)) !== 0) effects.push(inPopulationEffect);
      if (effects.length + each.length === 0) continue;
      const span = this.spanOf(timeOf(c, e));
      if (span < 0) continue;
      this.addIn(this.wholeOf(span, e), each, effects, readable, weight);
      const by = this.bys[span];
      for (let g = 0; g < by.length; g++) this.addIn(this.placeOf(c, span, g, e), each, effects, readable, weight);
    }
    return lies;
  }

  private readonly noteOne = (ready: Ready, reason: Reason | null, e: number): void => {
    if (reason === null && !ready.counts) this.bearing[e].push({ ready, reason, e });
    else this.doing[e].push(this.effectOf(ready, reason, this.inHand as Case));
  };

  /** The number of what a case does to a KPI that only counts, or of why it is left out. */
  private effectOf(ready: Ready, reason: Reason | null, c: Case): number {
    if (reason !== null) {
      return ready.reasons.get(reason) ?? this.newEffect(ready, `${reason}`, reason, c);
    }
    const { scratch, kpi, outcomes } = ready;
    scratch.numerator = 0;
    scratch.denominator = 0;
    scratch.asNo = 0;
    scratch.asYes = 0;
    scratch.unsure = 0;
    kpi.fold.add(scratch, c as unknown as Readable, 1);
    return (
      outcomes[outcomeOf(scratch)] ??
      this.newEffect(ready, JSON.stringify(kpi.fold.write(scratch, { minCell: 0 })), null, c)
    );
  }

  private newEffect(ready: Ready, what: string, reason: Reason | null, c: Case | (Readable & Said)): number {
    const key = `${ready.index} ${what}`;
    let number = this.effectNumbers.get(key);
    if (number === undefined) {
      number = this.effects.length;
      this.effectNumbers.set(key, number);
      this.effects.push({ ready, reason, says: saidBy(c) });
    }
    if (reason !== null) ready.reasons.set(reason, number);
    else ready.outcomes[outcomeOf(ready.scratch)] = number;
    return number;
  }

  /** Bound once: a closure a case would cost more than the work in it. */
  private readonly putOne = (ready: Ready, reason: Reason | null, e: number): void => {
    this.put(this.inHand as Case, ready, this.weight, reason, e);
  };

  /**
   * Tells of each KPI on which a case bears, and why it cannot be used for it (null when it can).
   *
   * @returns `inPeriod` and `inYear`, where one of its events falls in them
   */
  private bearings(c: Case, take: (ready: Ready, reason: Reason | null, e: number) => void): number {
    this.inHand = c;
    this.inPopulation = 0;
    // Without a period every case counts, one without any event too.
    let lies = this.hasPeriod ? 0 : inPeriod;
    const { status } = c;
    const outside = status === null ? 0 : (eventsWithout.get(status) ?? 0);
    const hasBadStatus = (c.fault & bit.status) !== 0;
    for (let e = 0; e < this.byEvent.length; e++) {
      const { ready, without } = this.byEvent[e];
      const time = timeOf(c, e);
      if (time === noEvent) continue;
      if (time >= 0) {
        if (time >= this.yearFrom && time <= this.yearTo) lies |= inYear;
        if (time >= this.from && time <= this.to) lies |= inPeriod;
        else if (this.spanOfDay === null) continue;
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
        take(ready[i], isOpen ? this.settledFor(c, ready[i], reason, badStatus || time < 0) : reason, e);
      }
    }
    return lies;
  }

  private kindOf(c: Case): Kind {
    const each: Bearing[] = [];
    const counted: Bearing[] = [];
    const lies = this.bearings(c, (ready, reason, e) => {
      (ready.counts || reason !== null ? counted : each).push({ ready, reason, e });
    });
    const says = saidBy(c);
    const kind = {
      number: this.known.length,
      lies,
      events: this.inPopulation,
      bearsAt: [...each, ...counted].reduce((mask, { e }) => mask | (1 << e), 0),
      each,
      counted,
      eachAt: events.map((_, e) => each.filter((bearing) => bearing.e === e)),
      effectsAt: events.map((_, e) => this.effectsOf(counted, e, says)),
      says,
      count: 0,
    };
    this.known.push(kind);
    return kind;
  }

  private addOfKind(kind: Kind, c: Case, weight: Weight): void {
    const readable = c as unknown as Readable;
    if (this.hasHits) addHits(this.hitsOfLog(), c, weight);
    if (this.flow !== null) addFlow(this.tallies.flow as FlowState, this.flow, c, weight);
    if (this.tallies.names !== null) addName(this.tallies.names, c, weight);
    if (this.handled !== null) addHandled(this.tallies.handled as HandledState, this.handled, c, weight);
    if (this.kept !== null) addKept(this.tallies.kept as Kept, this.kept, c, weight);
    if (this.spanOfDay !== null) {
      this.addInSpans(kind, c, weight);
      return;
    }
    kind.count += weight;
    const { each } = kind;
    for (let i = 0; i < each.length; i++) {
      const { total, kpi } = each[i].ready;
      total.n += weight;
      kpi.fold.add(total.state, readable, weight);
    }
    const by = this.bys[0];
    for (let g = 0; g < by.length; g++) {
      if (by[g] !== "month") {
        this.addAt(this.placeOf(c, 0, g, anyEvent), kind, readable, weight);
        continue;
      }
      // A case lies in the month of each of its events.
      for (let e = 0; e < events.length; e++) {
        if ((kind.bearsAt & (1 << e)) !== 0) this.addAt(this.placeOf(c, 0, g, e), kind, readable, weight);
      }
    }
  }

  /** A case lies in the span of each of its events. */
  private addInSpans(kind: Kind, c: Case, weight: Weight): void {
    const readable = c as unknown as Readable;
    const bears = kind.bearsAt | kind.events;
    for (let e = 0; e < events.length; e++) {
      if ((bears & (1 << e)) === 0) continue;
      const span = this.spanOf(timeOf(c, e));
      if (span < 0) continue;
      const each = kind.eachAt[e];
      const effects = kind.effectsAt[e];
      this.addIn(this.wholeOf(span, e), each, effects, readable, weight);
      const by = this.bys[span];
      for (let g = 0; g < by.length; g++) this.addIn(this.placeOf(c, span, g, e), each, effects, readable, weight);
    }
  }

  /** What a case of a kind does to each KPI that only counts, at one of its events. */
  private effectsOf(counted: readonly Bearing[], e: number, says: Readable): Int32Array {
    const numbers = counted.flatMap((bearing): number[] => {
      if (this.spanOfDay === null || bearing.e !== e) return [];
      return [this.effectOf(bearing.ready, bearing.reason, says as unknown as Case)];
    });
    return Int32Array.from((this.inPopulation & (1 << e)) === 0 ? numbers : [inPopulationEffect, ...numbers]);
  }

  /**
   * Spans have many places, and each its tallies: to touch a dozen of them for every case would be to wait for memory. What
   * cases do to the KPIs that only count is counted by number, in one short array a place, and told in the end.
   */
  private addIn(place: Place, each: readonly Bearing[], effects: ArrayLike<number>, c: Readable, weight: Weight): void {
    this.addEach(each, place, c, weight);
    for (let i = 0; i < effects.length; i++) {
      const number = effects[i];
      if (number >= place.counts.length) {
        const wider = new Int32Array(2 * number + 8);
        wider.set(place.counts);
        place.counts = wider;
      }
      place.counts[number] += weight;
    }
  }

  /** Tells the KPIs that only count what was counted by number in a place of a span. */
  private settlePlace(place: Place): void {
    const { counts } = place;
    counts.forEach((n, number) => {
      if (n === 0) return;
      const effect = this.effects[number];
      if (effect !== null) {
        if (effect.ready.isWhole && place.grouping !== allCases) return;
        count(this.tallyIn(place, effect.ready), effect.ready.kpi, effect.says, n, effect.reason);
      } else if (place.grouping === allCases) this.spanTallies(place.span).cases[place.e] += n;
    });
    counts.fill(0);
  }

  private addEach(each: readonly Bearing[], place: Place, c: Readable, weight: Weight): void {
    for (let i = 0; i < each.length; i++) {
      const { ready } = each[i];
      if (ready.isWhole && place.grouping !== allCases) continue;
      const tally = this.tallyIn(place, ready);
      tally.n += weight;
      ready.kpi.fold.add(tally.state, c, weight);
    }
  }

  /** What was seen of all cases of the period, where nothing else is told apart. */
  get whole(): SpanTallies {
    return this.spanTallies(0);
  }

  private spanTallies(span: number): SpanTallies {
    let tallies = this.tallies.spans[span];
    if (tallies === undefined) {
      tallies = newSpan(this.kpis, this.bys[span]);
      this.tallies.spans[span] = tallies;
    }
    return tallies;
  }

  private hitsOfLog(): Hits {
    const { hits } = this.tallies;
    while (hits.length <= this.log) hits.push(newHits());
    return hits[this.log];
  }

  /** The span in which an event lies; -1 when none. */
  private spanOf(time: number): number {
    if (this.spanOfDay === null) return 0;
    if (time >= 0) return this.spanOfDay[dayOf(time) - firstDay];
    return time === timelessEvent ? this.bys.length - 1 : this.bys.length - 2;
  }

  private addAt(place: Place, { number, each, counted }: Kind, c: Readable, weight: Weight): void {
    for (let i = 0; i < each.length; i++) {
      const { ready, e } = each[i];
      if (ready.isWhole || (place.e !== anyEvent && place.e !== e)) continue;
      const tally = this.tallyIn(place, ready);
      tally.n += weight;
      ready.kpi.fold.add(tally.state, c, weight);
    }
    if (counted.length > 0) this.cells.add(place.number, number, weight);
  }

  /** Tells the KPIs that only count how many cases of each kind there were. */
  settle(): void {
    for (const kind of this.known) {
      if (kind.count === 0) continue;
      for (let e = 0; e < events.length; e++) {
        if ((kind.events & (1 << e)) !== 0) this.spanTallies(0).cases[e] += kind.count;
      }
      for (const { ready, reason } of kind.counted) count(ready.total, ready.kpi, kind.says, kind.count, reason);
      kind.count = 0;
    }
    if (this.spanOfDay !== null) for (const place of this.places) this.settlePlace(place);
    this.cells.drain((at, number, n) => {
      const place = this.places[at];
      const { counted, says } = this.known[number];
      for (const { ready, reason, e } of counted) {
        if (ready.isWhole) continue;
        if (place.e === anyEvent || place.e === e) count(this.tallyIn(place, ready), ready.kpi, says, n, reason);
      }
    });
  }

  /** What becomes of a case that was to be left out of a share, whatever its unread cells say. */
  private settledFor(c: Case, { kpi, needs, blanks, scratch, channels }: Ready, reason: Reason, mayBeOut: boolean) {
    const own = kpi.needs.includes("channel") || channels !== null ? needs | bit.channel : needs;
    const unread = unreadIn(c, own, blanks);
    return settled(c, kpi, { scratch, unread, reason, mayBeOut });
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
    if ((missing & bit.processingTime) !== 0) return c.processingReason;
    if ((missing & bit.completedAt) !== 0) return c.completedReason;
    if ((missing & c.fault & bit.dueAt) !== 0) return c.dueReason;
    const need = 31 - Math.clz32(missing & -missing);
    return ((c.fault & (missing & -missing)) === 0 ? blankReasons : faultReasons)[need];
  }

  private put(c: Case, ready: Ready, weight: Weight, reason: Reason | null, e: number): void {
    // The masks have shown that every field which the KPI needs is there.
    const readable = c as unknown as Readable;
    count(ready.total, ready.kpi, readable, weight, reason);
    if (ready.isWhole) return;
    const by = this.bys[0];
    for (let g = 0; g < by.length; g++) {
      const place = this.placeOf(c, 0, g, by[g] === "month" ? e : anyEvent);
      count(this.tallyIn(place, ready), ready.kpi, readable, weight, reason);
    }
  }

  private placeOf(c: Case, span: number, grouping: number, e: number): Place {
    const by = this.bys[span][grouping];
    const name = groupOf(c, by, e);
    const places = this.placesOf[span][grouping][Math.max(e, 0)];
    let place = places.get(name);
    if (place === undefined) {
      if (places.size === mostGroups) throw new UserError("too-many-groups", { by, most: mostGroups });
      place = this.newPlace(span, grouping, name, e);
      places.set(name, place);
    }
    return place;
  }

  private wholeOf(span: number, e: number): Place {
    const wholes = this.wholes[span];
    wholes[e] ??= this.newPlace(span, allCases, "", e);
    return wholes[e];
  }

  private newPlace(span: number, grouping: number, name: string, e: number): Place {
    const place = { number: this.places.length, span, grouping, name, e, tallies: [], counts: noCounts };
    this.places.push(place);
    return place;
  }

  private tallyIn({ span, grouping, name, tallies }: Place, { kpi, index }: Ready): Tally {
    let tally = tallies[index];
    if (tally === undefined) {
      const own = this.spanTallies(span);
      if (grouping === allCases) {
        tallies[index] = own.totals[index];
        return own.totals[index];
      }
      const groups = own.groups[grouping][index];
      tally = groups.get(name) ?? newTally(kpi, true);
      groups.set(name, tally);
      tallies[index] = tally;
    }
    return tally;
  }

  /** Adds what another pass has seen of other cases; it is not used afterwards. */
  merge(from: Tallies): void {
    from.spans.forEach((span, s) => {
      if (span !== undefined) mergeSpan(this.kpis, this.spanTallies(s), span, this.bys[s]);
    });
    from.hits.forEach((hits, log) => {
      this.log = log;
      mergeHits(this.hitsOfLog(), hits);
    });
    if (this.tallies.flow !== null && from.flow !== null) mergeFlow(this.tallies.flow, from.flow);
    if (this.tallies.names !== null && from.names !== null) mergeNames(this.tallies.names, from.names);
    if (this.tallies.handled !== null && from.handled !== null) mergeHandled(this.tallies.handled, from.handled);
    if (this.tallies.kept !== null && from.kept !== null) mergeKept(this.tallies.kept, from.kept);
  }
}

/**
 * Adds the tallies of one span to another's; `from` stays as it is.
 *
 * @param by the groupings that both have
 * @throws UserError `too-many-groups`
 */
export function mergeSpan(
  kpis: readonly OverCases<unknown>[],
  into: SpanTallies,
  from: SpanTallies,
  by: readonly Grouping[],
): void {
  from.cases.forEach((n, e) => {
    into.cases[e] += n;
  });
  kpis.forEach((kpi, i) => {
    mergeTally(kpi, into.totals[i], from.totals[i]);
    by.forEach((grouping, g) => {
      const groups = into.groups[g][i];
      for (const [name, tally] of from.groups[g][i]) mergeTally(kpi, groupIn(kpi, groups, name, grouping), tally);
    });
  });
}

/** The tally of a group, which is made if there is none yet. @throws UserError `too-many-groups` */
export function groupIn(kpi: OverCases<unknown>, groups: Map<string, Tally>, name: string, by: Grouping): Tally {
  let held = groups.get(name);
  if (held === undefined) {
    if (groups.size === mostGroups) throw new UserError("too-many-groups", { by, most: mostGroups });
    held = newTally(kpi, true);
    groups.set(name, held);
  }
  return held;
}

/** Nothing seen yet. */
export function newSpan(kpis: readonly OverCases<unknown>[], by: readonly Grouping[]): SpanTallies {
  return {
    totals: kpis.map((kpi) => newTally(kpi, false)),
    cases: events.map(() => 0),
    groups: by.map(() => kpis.map(() => new Map())),
  };
}

/** The groupings that some span has: cases without a time have all of them. */
export function groupingsIn(spans: readonly Span[]): Grouping[] {
  return [...new Set(spans.flatMap(({ by }) => by))];
}

function spansByDay(spans: readonly Span[]): Int16Array {
  const spanOfDay = new Int16Array(lastDay - firstDay + 1).fill(-1);
  spans.forEach(({ from, to }, i) => {
    spanOfDay.fill(i, Math.max(0, from - firstDay), Math.max(0, to + 1 - firstDay));
  });
  return spanOfDay;
}

const completed = events.indexOf("completed");

/** The time of the e-th event: a property by a name that varies would be looked up each time. */
function timeOf(c: Case, e: number): number {
  switch (e) {
    case 0:
      return c.submitted;
    case 1:
      return c.received;
    case 2:
      return c.finished;
    case 3:
      return c.rated;
    default:
      return c.completed;
  }
}

/** By the number of a need's bit. */
const blankReasons = needsIn(-1).map((need): Reason => `no-${snake(need).replaceAll("_", "-")}`);
const faultReasons = needsIn(-1).map((need): Reason => `bad-${snake(need).replaceAll("_", "-")}`);

const badReturn: Reason = `bad-${snake("returnedAt").replaceAll("_", "-")}`;

const notConcerned = Symbol("not concerned");

/** Nothing seen yet. */
export function newTally(kpi: OverCases<unknown>, inGroup: boolean): Tally {
  return { state: kpi.fold.start(inGroup), n: 0, excluded: noneExcluded };
}

function count(tally: Tally, kpi: OverCases<unknown>, c: Readable, weight: Weight, reason: Reason | null): void {
  if (reason === null) {
    tally.n += weight;
    kpi.fold.add(tally.state, c, weight);
  } else {
    exclude(tally, reason, weight);
  }
}

/** Most tallies of groups exclude no case: one empty map serves all of them, and is never written to. */
const noneExcluded: ReadonlyMap<Reason, number> = new Map();

/** Counts cases that could not be used. */
export function exclude(tally: Tally, reason: Reason, weight: Weight): void {
  if (tally.excluded === noneExcluded) tally.excluded = new Map();
  const excluded = tally.excluded as Map<Reason, number>;
  excluded.set(reason, (excluded.get(reason) ?? 0) + weight);
}

/** Adds a tally to another, and leaves it as it is. */
export function mergeTally(kpi: OverCases<unknown>, into: Tally, from: Tally): void {
  kpi.fold.merge(into.state, from.state);
  into.n += from.n;
  for (const [reason, count] of from.excluded) exclude(into, reason, count);
}

/** The tallies of several groups as one, which are left as they are. */
export function mergedTallies(kpi: OverCases<unknown>, tallies: readonly Tally[]): Tally {
  if (tallies.length === 1) return tallies[0];
  const merged = newTally(kpi, true);
  for (const tally of tallies) mergeTally(kpi, merged, tally);
  return merged;
}

/** The group of a case, for its e-th event where that matters; "" when the column is blank. */
function groupOf(c: Case, by: Grouping, e: number): string {
  switch (by) {
    case "agency":
      return c.agency ?? "";
    case "procedure":
      return c.procedure ?? "";
    case "field":
      return c.field ?? "";
    case "channel":
      return c.channel ?? "";
    case "month": {
      const time = timeOf(c, e);
      return time < 0 ? "" : monthOf(dayOf(time));
    }
  }
}

const months = new Map<number, string>();

/** 2025-09. */
function monthOf(day: number): string {
  let month = months.get(day);
  if (month === undefined) {
    month = new Date(day * 86_400_000).toISOString().slice(0, 7);
    months.set(day, month);
  }
  return month;
}
