/**
 * Folds every KPI over the cases, in one pass: for each, which cases count (event, period, channel, needs), why the
 * others do not, and the same again in every group that was asked for.
 */

import type { OverCases } from "../kpis/kpi.ts";
import type { Weight } from "../measures/fold.ts";
import type { RatioState } from "../measures/sums.ts";
import { addKept, type KeptScope, mergeKept, newKept } from "../methods/kept.ts";
import type { Alike, Kinds } from "../read/visitor.ts";
import {
  bit,
  type Case,
  type Event,
  events,
  type Field,
  type Readable,
  type Reason,
  type Said,
} from "../records/case.ts";
import type { DayRange } from "../time/civil.ts";
import { Bearings, type Ready, saysOnly } from "./bearing.ts";
import { addBtp, wordsOfBtp } from "./btp.ts";
import { addFlow, type FlowScope, mergeFlow, newFlow } from "./caseload.ts";
import { addHandled, type HandledScope, mergeHandled, newHandled } from "./handled.ts";
import { addHits, type Hits, mergeHits, newHits } from "./headcount.ts";
import { addName, mergeNames } from "./names.ts";
import { allCases, type PlaceOfCases, Places, timeOf } from "./places.ts";
import { type CaseGrouping, exclude, mergeSpan, type Span, type SpanTallies, type Tallies } from "./tally.ts";

/** What a Tallier is to tell apart. */
export interface Scope {
  /** Null when every case counts. */
  readonly period: DayRange | null;
  /** The plan's year, only to say how many cases lie outside it. */
  readonly year: DayRange;
  /** The groups of the period. */
  readonly by: readonly CaseGrouping[];
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

/** What a case does at each of its events, one event behind the other. */
interface Deeds {
  /** Bits of the events in whose population it is. */
  events: number;
  /** The KPIs that must see it, and where those of each event end. */
  readonly each: Ready[];
  readonly eachEnd: Int32Array;
  /** The numbers of what it does to the KPIs that only count, and where those of each event end. */
  readonly effects: Int32Array;
  readonly effectsEnd: Int32Array;
}

/**
 * Cases that are alike in all but their times, texts and amounts: on which KPIs they bear, and why they cannot be used
 * for some, is worked out once. A KPI that reads words and flags alone is folded once for all of them.
 */
interface Kind extends Alike, Deeds {
  /** How many there are of all cases, of which the KPIs that only count are not told before `settle`. */
  count: number;
}

/** What a case does to a KPI that only counts: why it is left out, or what it says. */
interface Effect {
  readonly ready: Ready;
  readonly reason: Reason | null;
  readonly says: Readable;
}

/** The number of being a case of the event and its population. */
const inPopulationEffect = 0;

/** What the words and flags of a case say: of a case that is filled again for the next row. */
function saidBy(c: Case | (Readable & Said)): Readable & Said {
  return { ...Object.fromEntries([...saysOnly].map((need) => [need, c[need]])), blank: c.blank } as Readable & Said;
}

/** A number for what a fold that only counts made of one case. */
function outcomeOf({ numerator, denominator, asNo, asYes, unsure }: RatioState): number {
  return numerator + 2 * denominator + 4 * asNo + 8 * asYes + 16 * unsure;
}

/** Puts cases into tallies. */
export class Tallier {
  /** What has been seen, once it is settled. */
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
  private readonly bearings: Bearings;
  private readonly places: Places;
  /** Disjoint stretches of days are told apart, by the days of a case's events; else there is one span for all. */
  private readonly hasSpans: boolean;
  private readonly flow: FlowScope | null;
  private readonly handled: HandledScope | null;
  private readonly kept: KeptScope | null;
  private readonly hasHits: boolean;
  /** The log that the cases are of. */
  log = 0;
  private readonly known: Kind[] = [];
  /** By number; the first is that of the population. */
  private readonly effects: (Effect | null)[] = [null];
  private readonly effectNumbers = new Map<string, number>();
  /** Of the case in hand. */
  private readonly deeds: Deeds;
  private inHand: Case | null = null;
  private eachNoted = 0;
  private effectsNoted = 0;

  /** @param eventFields the columns in which an unreadable cell leaves a case without the event */
  constructor(
    kpis: readonly OverCases<unknown>[],
    { period, year, by, spans, flow, hits = false, names = false, handled, kept }: Scope,
    eventFields: Readonly<Record<Event, Field | null>>,
  ) {
    this.kpis = kpis;
    this.hasSpans = spans !== undefined;
    this.bearings = new Bearings(kpis, period, year, this.hasSpans, eventFields);
    this.places = new Places(kpis, by, spans);
    this.deeds = {
      events: 0,
      each: [],
      eachEnd: new Int32Array(events.length),
      effects: new Int32Array(kpis.length),
      effectsEnd: new Int32Array(events.length),
    };
    this.flow = flow ?? null;
    this.handled = handled ?? null;
    this.kept = kept ?? null;
    this.hasHits = hits;
    this.tallies = {
      spans: this.places.spans,
      hits: [],
      flow: flow === undefined ? null : newFlow(flow.isBtp),
      names: names ? new Map() : null,
      handled: handled === undefined ? null : newHandled(),
      kept: kept === undefined ? null : newKept(),
    };
    this.kinds = {
      ...this.kinds,
      needs: kpis.reduce(
        (mask, { needs }) => needs.reduce((all, need) => all | bit[need], mask),
        flow?.isBtp === true ? wordsOfBtp : 0,
      ),
      ranges: [rangeOf(this.bearings.year), ...(period === null ? [] : [rangeOf(this.bearings.period)])],
      times:
        kpis.some(({ isOwn }) => isOwn === true) ||
        this.hasSpans ||
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
    const lies = this.note(c);
    this.addBeside(c, weight);
    this.count(c, this.deeds, weight, true);
    return lies;
  }

  /** What is kept beside the KPIs. */
  private addBeside(c: Case, weight: Weight): void {
    const { flow, names, handled, kept } = this.tallies;
    if (this.hasHits) addHits(this.hitsOfLog(), c, weight);
    if (flow !== null) {
      addFlow(flow, this.flow as FlowScope, c, weight);
      if (flow.btp !== undefined) addBtp(flow.btp, this.flow as FlowScope, c, weight);
    }
    if (names !== null) addName(names, c, weight);
    if (handled !== null) addHandled(handled, this.handled as HandledScope, c, weight);
    if (kept !== null) addKept(kept, this.kept as KeptScope, c, weight);
  }

  /**
   * Counts a case at each of its events: in the span where that lies, and there in the groups that are its own.
   *
   * @param isWhole what it does is counted of all cases too
   */
  private count(c: Case, deeds: Deeds, weight: Weight, isWhole: boolean): void {
    const { places, hasSpans } = this;
    for (let e = 0, i = 0, j = 0; e < events.length; e++) {
      const from = i;
      const begin = j;
      i = deeds.eachEnd[e];
      j = deeds.effectsEnd[e];
      if (i === from && j === begin && (deeds.events & (1 << e)) === 0) continue;
      const span = hasSpans ? places.spanOf(timeOf(c, e)) : 0;
      if (span < 0) continue;
      const whole = places.wholeOf(span, e);
      if (i > from) this.addEach(deeds.each, from, i, whole, c, weight);
      if (isWhole) addEffects(whole, deeds, e, begin, weight);
      const by = places.bys[span];
      for (let g = 0; g < by.length; g++) {
        const place = places.placeOf(c, span, g, e);
        if (i > from) this.addEach(deeds.each, from, i, place, c, weight);
        addEffects(place, deeds, e, begin, weight);
      }
    }
  }

  /** Notes what a case does at each of its events, and which KPIs must see it. @returns what `add` does */
  private note(c: Case): number {
    const { bearings, deeds } = this;
    deeds.eachEnd.fill(0);
    deeds.effectsEnd.fill(0);
    this.eachNoted = 0;
    this.effectsNoted = 0;
    this.inHand = c;
    const lies = bearings.of(c, this.noteOne);
    deeds.events = bearings.inPopulation;
    for (let e = 1; e < events.length; e++) {
      if (deeds.eachEnd[e] < deeds.eachEnd[e - 1]) deeds.eachEnd[e] = deeds.eachEnd[e - 1];
      if (deeds.effectsEnd[e] < deeds.effectsEnd[e - 1]) deeds.effectsEnd[e] = deeds.effectsEnd[e - 1];
    }
    return lies;
  }

  /** Bound once: a closure a case would cost more than the work in it. */
  private readonly noteOne = (ready: Ready, reason: Reason | null, e: number): void => {
    const { deeds } = this;
    if (reason === null && !ready.counts) {
      deeds.each[this.eachNoted++] = ready;
      deeds.eachEnd[e] = this.eachNoted;
    } else {
      deeds.effects[this.effectsNoted++] = this.effectOf(ready, reason, this.inHand as Case);
      deeds.effectsEnd[e] = this.effectsNoted;
    }
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

  private kindOf(c: Case): Kind {
    const lies = this.note(c);
    const { events: own, each, eachEnd, effects, effectsEnd } = this.deeds;
    const kind = {
      lies,
      events: own,
      each: each.slice(0, this.eachNoted),
      eachEnd: eachEnd.slice(),
      effects: effects.slice(0, this.effectsNoted),
      effectsEnd: effectsEnd.slice(),
      count: 0,
    };
    this.known.push(kind);
    return kind;
  }

  private addOfKind(kind: Kind, c: Case, weight: Weight): void {
    this.addBeside(c, weight);
    // In which span they are shows no kind: of one span it is enough to count them.
    if (!this.hasSpans) kind.count += weight;
    this.count(c, kind, weight, this.hasSpans);
  }

  /** Tells the KPIs that only count what was counted by number in a place. */
  private settlePlace(place: PlaceOfCases): void {
    const { counts } = place;
    const { places } = this;
    counts.forEach((n, number) => {
      if (n === 0) return;
      const effect = this.effects[number];
      if (effect === null) {
        if (place.grouping === allCases) places.spanTallies(place.span).cases[place.e] += n;
        return;
      }
      const { ready, reason, says } = effect;
      if (ready.isWhole && place.grouping !== allCases) return;
      const tally = places.tallyIn(place, ready);
      if (reason !== null) exclude(tally, reason, n);
      else {
        tally.n += n;
        ready.kpi.fold.add(tally.state, says, n);
      }
    });
    counts.fill(0);
  }

  /** Shows a case to the KPIs that must see it. The masks have shown that every field which one needs is there. */
  private addEach(
    each: readonly Ready[],
    from: number,
    to: number,
    place: PlaceOfCases,
    c: Case,
    weight: Weight,
  ): void {
    for (let i = from; i < to; i++) {
      const ready = each[i];
      if (ready.isWhole && place.grouping !== allCases) continue;
      const tally = this.places.tallyIn(place, ready);
      tally.n += weight;
      ready.kpi.fold.add(tally.state, c as unknown as Readable, weight);
    }
  }

  /** What was seen of all cases of the period, where nothing else is told apart. */
  get whole(): SpanTallies {
    this.settle();
    return this.places.spanTallies(0);
  }

  private hitsOfLog(): Hits {
    const { hits } = this.tallies;
    while (hits.length <= this.log) hits.push(newHits());
    return hits[this.log];
  }

  /** Tells the KPIs that only count how many cases did what to them. */
  settle(): void {
    for (const kind of this.known) {
      if (kind.count === 0) continue;
      for (let e = 0; e < events.length; e++) {
        const begin = e === 0 ? 0 : kind.effectsEnd[e - 1];
        if (kind.effectsEnd[e] > begin || (kind.events & (1 << e)) !== 0) {
          addEffects(this.places.wholeOf(0, e), kind, e, begin, kind.count);
        }
      }
      kind.count = 0;
    }
    for (const place of this.places.all) this.settlePlace(place);
  }

  /** Adds what another pass has seen of other cases; it is not used afterwards. */
  merge(from: Tallies): void {
    from.spans.forEach((span, s) => {
      if (span !== undefined) mergeSpan(this.kpis, this.places.spanTallies(s), span, this.places.bys[s]);
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
 * A place may have many tallies: to touch a dozen of them for every case would be to wait for memory. What cases do to the
 * KPIs that only count is counted by number, in one short array a place, and told in the end.
 */
function addEffects(
  place: PlaceOfCases,
  { events: own, effects, effectsEnd }: Deeds,
  e: number,
  begin: number,
  n: number,
): void {
  if ((own & (1 << e)) !== 0) add(place, inPopulationEffect, n);
  for (let i = begin; i < effectsEnd[e]; i++) add(place, effects[i], n);
}

function add(place: PlaceOfCases, number: number, n: number): void {
  if (number >= place.counts.length) {
    const wider = new Int32Array(2 * number + 8);
    wider.set(place.counts);
    place.counts = wider;
  }
  place.counts[number] += n;
}

/** The inner loop knows no second before the first. */
function rangeOf([from, to]: readonly [from: number, to: number]): readonly [from: number, to: number] {
  return [Math.max(0, from), to];
}
