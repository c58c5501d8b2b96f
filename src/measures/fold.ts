/**
 * A Fold turns cases into a state that can be merged, and the state into a Measure.
 *
 * Laws, held by test/kpis/laws.test.ts for every KPI: cases folded in parts and merged in any order give the state of one
 * pass; a case added with weight 1 and then with weight -1 leaves no trace (that is how a superseded case is taken out
 * again). Both need every number in a state to be a whole number below 2^53, never a sum of fractions.
 *
 * States are plain data (objects, arrays, Maps, typed arrays): they pass between threads as they are.
 */
export interface Fold<C, S, M> {
  /** In a group no tally is kept: groups may be many, and have no quantiles. */
  start(inGroup: boolean): S;
  add(state: S, c: C, weight: Weight): void;
  /** Adds `from` to `into`, and leaves it as it is: a state may be part of several sums. */
  merge(into: S, from: S): void;
  finish(state: S, facts: Facts): M;
}

/** A fold whose state can be kept in a file of partial results (part.ts). */
export interface KeptFold<C, S, M> extends Fold<C, S, M> {
  write(state: S, how: Writing): Json;
  /**
   * Adds a state that was written to one of `start`, with no state made in between: of a country's parts there are
   * many. @throws NotAState, and what was added to is of no more use
   */
  take(state: S, written: Json): void;
}

/** What JSON can say; what a fold reads of it was checked when the file was opened, or is thrown away as not its own. */
export type Json = null | number | string | readonly Json[];

/** How states are written. */
export interface Writing {
  /** Of groups of people's times and counts: those of fewer cases are left out; 0 keeps all. */
  readonly minCell: number;
}

/** A written state that is none of this fold's. */
export class NotAState extends Error {}

function list(written: Json, length: number): readonly Json[] {
  if (!Array.isArray(written) || (length >= 0 && written.length !== length)) throw new NotAState();
  return written;
}

/** A count or sum that was written. @throws NotAState */
export function whole(written: unknown): number {
  if (typeof written !== "number" || !Number.isSafeInteger(written) || written < 0) throw new NotAState();
  return written;
}

/**
 * 1 adds a case, -1 takes one out that was added before. A fold that reads words and flags alone may be given any whole
 * number: so many cases that say the same.
 */
export type Weight = number;

/** What is known of the whole log only after its last row. */
export interface Facts {
  /** The day (days since 1970-01-01) at whose end open cases are judged; null when the log has no date. */
  readonly asOfDay: number | null;
  /** The last day of the period; null when every case counts. */
  readonly lastDay: number | null;
  /** A column that bears on the processing time holds dates without a time of day only. */
  readonly processingInDays: boolean;
  /** The same for the time to submit. */
  readonly submissionInDays: boolean;
}

/** How many cases have each value, in order of the value. */
export type Values = readonly (readonly [value: number, count: number])[];

/** Numerator and denominator, whole numbers. */
export interface RatioMeasure {
  readonly kind: "ratio";
  readonly numerator: number;
  readonly denominator: number;
  /** Blank cells that count as no and might have been yes, and the other way round; absent where there are none. */
  readonly blanks?: {
    readonly asNo: number;
    readonly asYes: number;
    readonly unsure: number;
    /** Which cell would say it of the unsure ones; the channel, unless given. */
    readonly of?: "payment";
  };
  /** Cases that only the fold could exclude, by reason; absent where there are none. */
  readonly excluded?: Readonly<Record<string, number>>;
  /** Informational figures of the KPI's own, in percent. */
  readonly alongside?: Readonly<Record<string, number | null>>;
  /** What the same words come to by another reading of them: the share lies between the two. */
  readonly reading?: { readonly numerator: number; readonly denominator: number };
}

/** A share of cases on time, with the open ones that are past due and those that are not. */
export interface OnTimeMeasure extends RatioMeasure {
  readonly cases: { readonly overdue: number; readonly notDue: number };
}

/** A whole-number sum of seconds (of a plan's own KPI perhaps of days) over n cases, with the sum of squares for its interval. */
export interface MeanMeasure extends MeanParts {
  readonly kind: "mean";
  /** How many of what is summed are one of the KPI's unit; absent for 60, minutes of seconds. */
  readonly per?: number;
  readonly excluded?: Readonly<Record<string, number>>;
  /** Absent in a group, which has no quantiles. */
  readonly tally?: Values;
}

/**
 * By nearest rank: the least value that at least p of a hundred cases do not exceed. "p90 ≤ 5" says just that at least 90 %
 * of the cases have 5 or less.
 */
export interface QuantileMeasure {
  readonly kind: "quantile";
  readonly p: number;
  readonly n: number;
  /** As of a mean; 1 where the values are in the KPI's unit. */
  readonly per: number;
  readonly values: Values;
  readonly excluded?: Readonly<Record<string, number>>;
}

/** (mean in person − mean online) ÷ mean in person. */
export interface ReductionMeasure {
  readonly kind: "reduction";
  readonly inPerson: MeanParts;
  readonly online: MeanParts;
  /** The sums are of whole calendar days, since a column holds dates only; else of seconds. */
  readonly inDays: boolean;
  /** Cases that only the fold could exclude, by reason: whether a column has times is known at its end. */
  readonly excluded: Readonly<Record<string, number>>;
  /** Percent: the reduction at equal procedures, and the share of online cases that it covers. */
  readonly likeForLike: { readonly value: number | null; readonly cover: number | null };
  /** Minutes (days, if inDays); empty in a group. */
  readonly values: { readonly inPerson: Values; readonly online: Values };
}

/** One side of a reduction. Seconds, or days where the log holds dates only. */
export interface MeanParts {
  readonly sum: number;
  readonly n: number;
  readonly squares: bigint;
}

/** A number of things. */
export interface CountMeasure {
  readonly kind: "count";
  readonly count: number;
  /** Things that could have counted; 0 when nothing bears on it. */
  readonly of: number;
}

/** A whole-number sum over n things, in the KPI's own unit. */
export interface AverageMeasure {
  readonly kind: "average";
  readonly sum: number;
  readonly n: number;
}

/** The smallest reduction of a number of days among things, and the one that has it. */
export interface MinimumMeasure {
  readonly kind: "minimum";
  readonly n: number;
  /** Null when nothing bears on it. */
  readonly least: { readonly name: string; readonly inPerson: number; readonly online: number } | null;
}

/** The day of a milestone. */
export interface DateMeasure {
  readonly kind: "date";
  /** 2025-11-05. */
  readonly date: string;
  readonly source: string;
  readonly statedOn: string;
}

/** What the office states: a number as it is written, or a share of two whole numbers. */
export interface StatedMeasure {
  readonly kind: "stated";
  readonly value: string;
  readonly of: string | null;
  readonly source: string;
  readonly statedOn: string;
}

export type Measure =
  | RatioMeasure
  | MeanMeasure
  | QuantileMeasure
  | ReductionMeasure
  | CountMeasure
  | AverageMeasure
  | MinimumMeasure
  | DateMeasure
  | StatedMeasure;

/** What a fold over log and catalogue leaves for the services: the number of cases of each procedure. */
export interface CasesByProcedure {
  readonly kind: "by-procedure";
  readonly cases: readonly (readonly [procedure: string, cases: number])[];
  /** Cases whose procedure is not recorded. */
  readonly without: number;
}

/** A sum of squares up to 2^105, as two doubles of whole value: high × 2^52 + low. A square may exceed 2^53. */
export interface WideSum {
  high: number;
  low: number;
}

const limb = 2 ** 52;
/** Below this a square is under 2^52, so that a low limb plus a square is exact. */
const exactRoot = 2 ** 26;

/** Adds weight × value² to the sum, exactly; value is a whole number under 2^53. */
export function addSquare(sum: WideSum, value: number, weight: Weight): void {
  if (value < exactRoot) {
    sum.low += weight * value * value;
  } else {
    const square = BigInt(value) * BigInt(value);
    sum.high += weight * Number(square / BigInt(limb));
    sum.low += weight * Number(square % BigInt(limb));
  }
  carry(sum);
}

function addWide(into: WideSum, from: WideSum): void {
  into.high += from.high;
  into.low += from.low;
  carry(into);
}

function carry(sum: WideSum): void {
  if (sum.low >= limb) {
    sum.low -= limb;
    sum.high += 1;
  } else if (sum.low < 0) {
    sum.low += limb;
    sum.high -= 1;
  }
}

/** The exact value. */
export function wideValue(sum: WideSum): bigint {
  return BigInt(sum.high) * BigInt(limb) + BigInt(sum.low);
}

export interface RatioState {
  numerator: number;
  denominator: number;
  /** Blank cells that count as no, and as yes. */
  asNo: number;
  asYes: number;
  /** Counted as no, of which an unread cell would say whether they are. */
  unsure: number;
}

/**
 * The share of cases for which `is` holds among those for which `of` holds (all, unless given). Of blank cells that have a
 * meaning it is counted how many might have turned out otherwise: where `mayBe` holds and `is` does not, and where `is`
 * holds for `assumed` alone. What hangs on a cell that cannot be read (`unsure`) bounds the share.
 *
 * @returns a fold to a ratio; its denominator is 0 when no case bears on it
 */
export function share<C>(rule: {
  of?: (c: C) => boolean;
  is: (c: C) => boolean;
  mayBe?: (c: C) => boolean;
  assumed?: (c: C) => boolean;
  unsure?: (c: C) => boolean;
  unsureOf?: "payment";
}): KeptFold<C, RatioState, RatioMeasure> {
  const { of, is, mayBe, assumed, unsure, unsureOf } = rule;
  const hasBlanks = mayBe !== undefined || assumed !== undefined || unsure !== undefined;
  return {
    start: () => ({ numerator: 0, denominator: 0, asNo: 0, asYes: 0, unsure: 0 }),
    add(state, c, weight) {
      if (of !== undefined && !of(c)) return;
      state.denominator += weight;
      if (is(c)) {
        state.numerator += weight;
        if (assumed?.(c) === true) state.asYes += weight;
      } else if (unsure?.(c) === true) {
        state.unsure += weight;
      } else if (mayBe?.(c) === true) {
        state.asNo += weight;
      }
    },
    merge(into, from) {
      into.numerator += from.numerator;
      into.denominator += from.denominator;
      into.asNo += from.asNo;
      into.asYes += from.asYes;
      into.unsure += from.unsure;
    },
    finish: ({ numerator, denominator, asNo, asYes, unsure: open }) => ({
      kind: "ratio",
      numerator,
      denominator,
      ...(asNo + asYes + open > 0 && {
        blanks: { asNo, asYes, unsure: open, ...(unsureOf !== undefined && { of: unsureOf }) },
      }),
    }),
    write: ({ numerator, denominator, asNo, asYes, unsure: open }) => [
      numerator,
      denominator,
      ...(hasBlanks ? [asNo, asYes, open] : []),
    ],
    take(state, written) {
      const [numerator, denominator, asNo = 0, asYes = 0, open = 0] = list(written, hasBlanks ? 5 : 2).map(whole);
      if (numerator > denominator || asYes > numerator || asNo + open > denominator - numerator) throw new NotAState();
      state.numerator += numerator;
      state.denominator += denominator;
      state.asNo += asNo;
      state.asYes += asYes;
      state.unsure += open;
    },
  };
}

/** How many of the things have `is`. */
export function count<C>(rule: { is: (c: C) => boolean }): KeptFold<C, RatioState, CountMeasure> {
  const all = share(rule);
  return {
    ...all,
    finish: ({ numerator, denominator }) => ({ kind: "count", count: numerator, of: denominator }),
  };
}

export interface MeanState extends WideSum {
  sum: number;
  n: number;
}

/** The mean of a whole number over the cases. */
export function mean<C>(value: (c: C) => number): KeptFold<C, MeanState, MeanParts> {
  return {
    start: () => ({ sum: 0, n: 0, high: 0, low: 0 }),
    add(state, c, weight) {
      const v = value(c);
      state.sum += weight * v;
      state.n += weight;
      addSquare(state, v, weight);
    },
    merge(into, from) {
      into.sum += from.sum;
      into.n += from.n;
      addWide(into, from);
    },
    finish: (state) => ({ sum: state.sum, n: state.n, squares: wideValue(state) }),
    write: ({ sum, n, high, low }) => [sum, n, high, low],
    take(state, written) {
      const [sum, n, high, low] = list(written, 4).map(whole);
      state.sum += sum;
      state.n += n;
      addWide(state, { high, low });
    },
  };
}

/** A whole-number sum over n cases. */
export interface TotalState {
  sum: number;
  n: number;
}

/** The sum of a whole number over the cases: what a mean needs that has no interval. */
export function total<C>(value: (c: C) => number): KeptFold<C, TotalState, TotalState> {
  return {
    start: () => ({ sum: 0, n: 0 }),
    add(state, c, weight) {
      state.sum += weight * value(c);
      state.n += weight;
    },
    merge(into, from) {
      into.sum += from.sum;
      into.n += from.n;
    },
    finish: ({ sum, n }) => ({ sum, n }),
    write: ({ sum, n }) => [sum, n],
    take(state, written) {
      const pair = list(written, 2);
      state.sum += whole(pair[0]);
      state.n += whole(pair[1]);
    },
  };
}

/** Values below this are counted in an array, the few above in a Map. */
const denseValues = 1 << 15;

export interface TallyState {
  /** Counts by value; null where none are kept (in a group). */
  dense: Int32Array | null;
  sparse: Map<number, number>;
}

/**
 * How many cases have each value of a whole number ≥ 0: what an exact quantile needs.
 *
 * @param ofGroups groups have quantiles too, at the cost of a number a case and group
 */
export function tally<C>(value: (c: C) => number, ofGroups = false): KeptFold<C, TallyState, Values> {
  /** The dense counts of a state that has some, wide enough for a value. */
  function wideEnough(state: TallyState, v: number): Int32Array {
    let dense = state.dense as Int32Array;
    if (v >= dense.length) {
      dense = new Int32Array(Math.max(64, 2 ** Math.ceil(Math.log2(v + 1))));
      dense.set(state.dense as Int32Array);
      state.dense = dense;
    }
    return dense;
  }
  function count(state: TallyState, v: number, times: number): void {
    if (state.dense === null && !ofGroups) return;
    if (state.dense !== null && v < denseValues) {
      wideEnough(state, v)[v] += times;
    } else {
      state.sparse.set(v, (state.sparse.get(v) ?? 0) + times);
    }
  }
  function valuesOf(state: TallyState): Values {
    const counts: [number, number][] = [];
    state.dense?.forEach((times, v) => {
      if (times !== 0) counts.push([v, times]);
    });
    const beyond = [...state.sparse].filter(([, times]) => times !== 0).sort(([a], [b]) => a - b);
    return counts.concat(beyond);
  }
  return {
    start: (inGroup) => ({ dense: inGroup ? null : new Int32Array(0), sparse: new Map() }),
    add: (state, c, weight) => count(state, value(c), weight),
    merge(into, from) {
      const { dense } = from;
      if (dense !== null && into.dense === null && ofGroups) {
        dense.forEach((times, v) => {
          if (times !== 0) count(into, v, times);
        });
      } else if (dense !== null && into.dense !== null && dense.length > 0) {
        const sum = wideEnough(into, dense.length - 1);
        for (let v = 0; v < dense.length; v++) sum[v] += dense[v];
      }
      for (const [v, times] of from.sparse) count(into, v, times);
    },
    finish: valuesOf,
    /** Each value as its distance from the one before, with its count; null in a group. */
    write(state) {
      if (state.dense === null && !ofGroups) return null;
      let before = 0;
      return valuesOf(state).flatMap(([v, times]) => {
        const gap = v - before;
        before = v;
        return [gap, times];
      });
    },
    take(state, written) {
      if (written === null) return;
      const numbers = list(written, -1);
      if (numbers.length % 2 !== 0) throw new NotAState();
      let at = 0;
      for (let i = 0; i < numbers.length; i += 2) {
        at += whole(numbers[i]);
        count(state, at, whole(numbers[i + 1]));
      }
    },
  };
}

/** What a fold has seen, and how many cases of it could not be used, by reason. */
export interface SiftedState<S> {
  readonly inner: S;
  readonly excluded: Map<string, number>;
}

/**
 * Folds what is seen of each case.
 *
 * @param see what the fold sees; the reason for which the case cannot be used; null for one that does not bear on it
 */
export function sift<C, V extends object, S, M extends object>(
  see: (c: C) => V | string | null,
  fold: KeptFold<V, S, M>,
): KeptFold<C, SiftedState<S>, M & { readonly excluded?: Readonly<Record<string, number>> }> {
  const exclude = (excluded: Map<string, number>, reason: string, n: number) =>
    excluded.set(reason, (excluded.get(reason) ?? 0) + n);
  const told = (excluded: ReadonlyMap<string, number>) =>
    [...excluded].filter(([, n]) => n !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    start: (inGroup) => ({ inner: fold.start(inGroup), excluded: new Map() }),
    add({ inner, excluded }, c, weight) {
      const seen = see(c);
      if (typeof seen === "string") exclude(excluded, seen, weight);
      else if (seen !== null) fold.add(inner, seen, weight);
    },
    merge(into, from) {
      fold.merge(into.inner, from.inner);
      for (const [reason, n] of from.excluded) exclude(into.excluded, reason, n);
    },
    finish({ inner, excluded }, facts) {
      const reasons = told(excluded);
      return { ...fold.finish(inner, facts), ...(reasons.length > 0 && { excluded: Object.fromEntries(reasons) }) };
    },
    write: ({ inner, excluded }, how) => [fold.write(inner, how), told(excluded).flat()],
    take({ inner, excluded }, written) {
      const both = list(written, 2);
      fold.take(inner, both[0]);
      const reasons = list(both[1], -1);
      for (let i = 0; i < reasons.length; i += 2) {
        const reason = reasons[i];
        if (typeof reason !== "string") throw new NotAState();
        exclude(excluded, reason, whole(reasons[i + 1]));
      }
    },
  };
}

/** Folds only the cases for which `holds` is true. */
export function when<C, S, M>(holds: (c: C) => boolean, fold: KeptFold<C, S, M>): KeptFold<C, S, M> {
  return {
    ...fold,
    add(state, c, weight) {
      if (holds(c)) fold.add(state, c, weight);
    },
  };
}

/** One fold for each of a few sides: a case goes to the side whose number it has, to none when that is negative. */
export function split<C, S, M>(sides: number, side: (c: C) => number, fold: KeptFold<C, S, M>): KeptFold<C, S[], M[]> {
  return {
    start: (inGroup) => Array.from({ length: sides }, () => fold.start(inGroup)),
    add(states, c, weight) {
      const at = side(c);
      if (at >= 0) fold.add(states[at], c, weight);
    },
    merge(into, from) {
      from.forEach((state, at) => {
        fold.merge(into[at], state);
      });
    },
    finish: (states, facts) => states.map((state) => fold.finish(state, facts)),
    write: (states, how) => states.map((state) => fold.write(state, how)),
    take(states, written) {
      const sidesWritten = list(written, sides);
      for (let at = 0; at < sides; at++) fold.take(states[at], sidesWritten[at]);
    },
  };
}

/** What names that differ by case or spacing only have in common. */
export function nameKey(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/\s+/gu, "");
}

/**
 * One fold for every value of a key; a case whose key is null is in no group. Groups come out in order of their key;
 * names that differ by case or spacing only are one key.
 *
 * @param cases how many cases a group has, where small ones may have to stay at home (Writing)
 */
export function groupBy<C, K extends string | number, S, M>(
  key: (c: C) => K | null,
  fold: KeptFold<C, S, M>,
  cases?: (state: S) => number,
): KeptFold<C, Map<K, S>, [key: K, measure: M][]> {
  const groupOf = (groups: Map<K, S>, k: K): S => {
    let state = groups.get(k);
    if (state === undefined) {
      state = fold.start(true);
      groups.set(k, state);
    }
    return state;
  };
  const inOrder = (groups: ReadonlyMap<K, S>) => [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  /** The groups with one state for each name; the states stay as they are. */
  const joined = (groups: ReadonlyMap<K, S>): (readonly [K, S])[] => {
    const byName = new Map<string | number, [K, S]>();
    for (const [k, state] of inOrder(groups)) {
      const name = typeof k === "string" ? nameKey(k) : k;
      const held = byName.get(name);
      if (held === undefined) byName.set(name, [k, state]);
      else {
        const both = fold.start(true);
        fold.merge(both, held[1]);
        fold.merge(both, state);
        held[1] = both;
      }
    }
    return [...byName.values()];
  };
  return {
    start: () => new Map(),
    add(groups, c, weight) {
      const k = key(c);
      if (k !== null) fold.add(groupOf(groups, k), c, weight);
    },
    merge(into, from) {
      for (const [k, state] of from) fold.merge(groupOf(into, k), state);
    },
    finish: (groups, facts) => joined(groups).map(([k, state]): [K, M] => [k, fold.finish(state, facts)]),
    write: (groups, how) =>
      inOrder(groups).flatMap(([k, state]) => {
        if (cases !== undefined && (cases(state) === 0 || cases(state) < how.minCell)) return [];
        return [k, fold.write(state, how)];
      }),
    take(groups, written) {
      const pairs = list(written, -1);
      for (let i = 0; i < pairs.length; i += 2) {
        const k = pairs[i];
        if (typeof k !== "string" && typeof k !== "number") throw new NotAState();
        fold.take(groupOf(groups, k as K), pairs[i + 1] ?? null);
      }
    },
  };
}

/** Two folds, and what their measures make together: a case goes to the first where `holds` is true, else to the other. */
export function either<C, S, T, A, B, M>(
  holds: (c: C) => boolean,
  first: KeptFold<C, S, A>,
  other: KeptFold<C, T, B>,
  finish: (first: A, other: B, facts: Facts) => M,
): KeptFold<C, [S, T], M> {
  return {
    start: (inGroup) => [first.start(inGroup), other.start(inGroup)],
    add(states, c, weight) {
      if (holds(c)) first.add(states[0], c, weight);
      else other.add(states[1], c, weight);
    },
    merge(into, from) {
      first.merge(into[0], from[0]);
      other.merge(into[1], from[1]);
    },
    finish: (states, facts) => finish(first.finish(states[0], facts), other.finish(states[1], facts), facts),
    write: (states, how) => [first.write(states[0], how), other.write(states[1], how)],
    take(states, written) {
      const both = list(written, 2);
      first.take(states[0], both[0]);
      other.take(states[1], both[1]);
    },
  };
}

/** A fold whose measure is made into another. */
export function finishedBy<C, S, M, N>(
  fold: KeptFold<C, S, M>,
  finish: (measure: M, facts: Facts) => N,
): KeptFold<C, S, N> {
  return { ...fold, finish: (state, facts) => finish(fold.finish(state, facts), facts) };
}

/** Several folds over the same cases, and what their measures make together. */
export function combine<C, Ms extends Record<string, unknown>, M>(
  // biome-ignore lint/suspicious/noExplicitAny: each fold has a state of its own, which only itself looks into.
  folds: { readonly [K in keyof Ms]: KeptFold<C, any, Ms[K]> },
  finish: (measures: Ms, facts: Facts) => M,
): KeptFold<C, unknown[], M> {
  const names = Object.keys(folds) as (keyof Ms)[];
  const parts: readonly KeptFold<C, unknown, unknown>[] = names.map((name) => folds[name]);
  return {
    start: (inGroup) => parts.map((fold) => fold.start(inGroup)),
    add(states, c, weight) {
      for (let i = 0; i < parts.length; i++) parts[i].add(states[i], c, weight);
    },
    merge(into, from) {
      parts.forEach((fold, i) => {
        fold.merge(into[i], from[i]);
      });
    },
    finish: (states, facts) =>
      finish(Object.fromEntries(parts.map((fold, i) => [names[i], fold.finish(states[i], facts)])) as Ms, facts),
    write: (states, how) => parts.map((fold, i) => fold.write(states[i], how)),
    take(states, written) {
      const statesWritten = list(written, parts.length);
      for (let i = 0; i < parts.length; i++) parts[i].take(states[i], statesWritten[i]);
    },
  };
}
