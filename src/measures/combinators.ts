/** Folds made of folds: of the cases that are let through, side by side, group by group. Their states are those of their parts. */

import { type Facts, type KeptFold, NotAState, writtenList, writtenWhole } from "./fold.ts";
import { nameKey } from "./names.ts";

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
      const both = writtenList(written, 2);
      fold.take(inner, both[0]);
      const reasons = writtenList(both[1], -1);
      for (let i = 0; i < reasons.length; i += 2) {
        const reason = reasons[i];
        if (typeof reason !== "string") throw new NotAState();
        exclude(excluded, reason, writtenWhole(reasons[i + 1]));
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
export function bySide<C, S, M>(sides: number, side: (c: C) => number, fold: KeptFold<C, S, M>): KeptFold<C, S[], M[]> {
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
      const sidesWritten = writtenList(written, sides);
      for (let at = 0; at < sides; at++) fold.take(states[at], sidesWritten[at]);
    },
  };
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
      const pairs = writtenList(written, -1);
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
      const both = writtenList(written, 2);
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
      const statesWritten = writtenList(written, parts.length);
      for (let i = 0; i < parts.length; i++) parts[i].take(states[i], statesWritten[i]);
    },
  };
}
