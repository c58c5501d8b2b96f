/**
 * In which half-months the cases of a log have events, so that the ledger of any period can be had later: a case is in a
 * period when one of its events falls in it.
 *
 * A case with events in the half-months a < b < c is counted at a, b and c, and at the pairs (a, b) and (b, c). Of a
 * stretch of half-months the cases that have an event in it are then the counts within it less the pairs within it: the
 * events of a case that lie in a stretch follow one another.
 */

import type { Weight } from "../measures/fold.ts";
import { type Case, timelessEvent } from "../records/case.ts";
import { dayOf } from "../time/civil.ts";
import { halfMonthOf } from "../time/half-month.ts";

/** Cases by half-month, and by pairs of half-months that follow one another in a case. */
export interface HitCounts {
  cases: number;
  readonly at: Map<number, number>;
  readonly pairs: Map<number, number>;
}

/** Plain data. */
export interface Hits {
  readonly timed: HitCounts;
  /** Cases that have an event without a time, in a log that has no column for it: they are in every year. */
  readonly timeless: HitCounts;
}

export function newHits(): Hits {
  const none = (): HitCounts => ({ cases: 0, at: new Map(), pairs: new Map() });
  return { timed: none(), timeless: none() };
}

/** Half-months are below this. */
const pairRoom = 4096;

export function pairKey(first: number, second: number): number {
  return first * pairRoom + second;
}

export function pairOf(key: number): readonly [first: number, second: number] {
  return [Math.floor(key / pairRoom), key % pairRoom];
}

function bump(counts: Map<number, number>, key: number, weight: Weight): void {
  counts.set(key, (counts.get(key) ?? 0) + weight);
}

const seen: number[] = [];

export function addHits(hits: Hits, c: Case, weight: Weight): void {
  seen.length = 0;
  // Each is noted, also behind one without a time.
  const timeless = [note(c.submitted), note(c.received), note(c.finished), note(c.rated), note(c.completed)];
  const isTimeless = timeless.includes(true);
  const counts = isTimeless ? hits.timeless : hits.timed;
  counts.cases += weight;
  seen.sort((a, b) => a - b);
  let before = -1;
  for (const at of seen) {
    if (at === before) continue;
    bump(counts.at, at, weight);
    if (before >= 0) bump(counts.pairs, pairKey(before, at), weight);
    before = at;
  }
}

/** Notes the half-month of an event; whether it is one without a time. */
function note(time: number): boolean {
  if (time >= 0) seen.push(halfMonthOf(dayOf(time)));
  return time === timelessEvent;
}

export function mergeHits(into: Hits, from: Hits): void {
  for (const kind of ["timed", "timeless"] as const) {
    into[kind].cases += from[kind].cases;
    for (const [key, n] of from[kind].at) bump(into[kind].at, key, n);
    for (const [key, n] of from[kind].pairs) bump(into[kind].pairs, key, n);
  }
}

/** How many cases have an event in the half-months from `from` to `to`, both inclusive. */
export function casesWithin({ at, pairs }: HitCounts, from: number, to: number): number {
  let sum = 0;
  for (const [halfMonth, n] of at) if (halfMonth >= from && halfMonth <= to) sum += n;
  for (const [key, n] of pairs) {
    const [first, second] = pairOf(key);
    if (first >= from && second <= to) sum -= n;
  }
  return sum;
}
