/**
 * What a log calls its procedures: for each code, how many cases have which name. Groups are told apart by code; the name
 * that most cases have stands beside it.
 */

import type { Weight } from "../measures/fold.ts";
import { nameKey } from "../measures/names.ts";
import type { Case } from "../records/case.ts";

/** By code, by name: cases. Plain data. */
export type ProcedureNames = Map<string, Map<string, number>>;

/** A code and its commonest name, with how many others it has. */
export interface ProcedureName {
  readonly code: string;
  readonly name: string;
  readonly others: number;
}

/** Counts a case that has both. */
export function addName(names: ProcedureNames, c: Pick<Case, "procedure" | "procedureName">, weight: Weight): void {
  const { procedure: code, procedureName: name } = c;
  if (code !== null && name !== null) bump(names, code, name, weight);
}

function bump(names: ProcedureNames, code: string, name: string, weight: Weight): void {
  let own = names.get(code);
  if (own === undefined) {
    own = new Map();
    names.set(code, own);
  }
  own.set(name, (own.get(name) ?? 0) + weight);
}

export function mergeNames(into: ProcedureNames, from: ProcedureNames): void {
  for (const [code, own] of from) for (const [name, n] of own) bump(into, code, name, n);
}

/**
 * The commonest name of each code, in order of the codes; of two as common the first in order. Spellings that differ by
 * case or spacing only are one, of codes and of names; a name is told as most cases have it.
 */
export function commonestNames(names: ProcedureNames): ProcedureName[] {
  const byCode = new Map<string, { code: string; names: Map<string, Spelling> }>();
  for (const [code, own] of inOrder(names)) {
    const key = nameKey(code);
    const held = byCode.get(key) ?? { code, names: new Map<string, Spelling>() };
    byCode.set(key, held);
    for (const [name, n] of inOrder(own)) if (n > 0) addSpelling(held.names, name, n);
  }
  return [...byCode.values()].flatMap(({ code, names: own }) => {
    const [first, ...others] = [...own.values()].sort((a, b) => b.cases - a.cases);
    return first === undefined ? [] : [{ code, name: first.name, others: others.length }];
  });
}

/** A name as most of its cases spell it. */
interface Spelling {
  readonly name: string;
  readonly most: number;
  readonly cases: number;
}

function addSpelling(into: Map<string, Spelling>, name: string, n: number): void {
  const key = nameKey(name);
  const held = into.get(key);
  const cases = (held?.cases ?? 0) + n;
  into.set(key, held === undefined || n > held.most ? { name, most: n, cases } : { ...held, cases });
}

function inOrder<T>(map: ReadonlyMap<string, T>): (readonly [string, T])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
