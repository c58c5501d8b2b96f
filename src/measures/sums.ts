/** Folds that add up what is seen of each case: a share, a count, a mean, a total, and how many cases have each value. */

import { type KeptFold, NotAState, writtenList, writtenWhole } from "./fold.ts";
import type { CountMeasure, MeanParts, RatioMeasure, Values } from "./measure.ts";
import { addSquare, addWide, type WideSum, wideValue } from "./wide-sum.ts";

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
  unsureOf?: "payment" | "fee";
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
      const [numerator, denominator, asNo = 0, asYes = 0, open = 0] = writtenList(written, hasBlanks ? 5 : 2).map(
        writtenWhole,
      );
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
      const [sum, n, high, low] = writtenList(written, 4).map(writtenWhole);
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
      const pair = writtenList(written, 2);
      state.sum += writtenWhole(pair[0]);
      state.n += writtenWhole(pair[1]);
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
      const numbers = writtenList(written, -1);
      if (numbers.length % 2 !== 0) throw new NotAState();
      let at = 0;
      for (let i = 0; i < numbers.length; i += 2) {
        at += writtenWhole(numbers[i]);
        count(state, at, writtenWhole(numbers[i + 1]));
      }
    },
  };
}
