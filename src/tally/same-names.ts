/**
 * Agencies, fields and procedures whose names differ by case or spacing only are one. Which spelling stays is decided by the
 * spellings alone, of those that are told of: the same of logs and of their parts, whatever else the parts hold.
 */
import type { OverCases } from "../kpis/kpi.ts";
import { nameKey } from "../measures/names.ts";
import { type Grouping, mergedTallies, type SpanTallies, type Tally } from "./tally.ts";

/** Names that are one, under the spelling that stays. */
export interface JoinedName {
  readonly by: Grouping;
  readonly name: string;
  readonly others: readonly string[];
}

/** In letters of both sizes; of those that are so the first in order, in which a space stands before any letter. */
function isBetter(a: string, b: string): boolean {
  const oneSize = (name: string) => (name === name.toLowerCase() || name === name.toUpperCase() ? 1 : 0);
  return (oneSize(a) - oneSize(b) || (a < b ? -1 : 1)) < 0;
}

/** The names of each one that is told of, the spelling that stays first. */
export function sameNames(names: Iterable<string>): string[][] {
  const byKey = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const key = nameKey(name);
    const held = byKey.get(key);
    if (held === undefined) byKey.set(key, [name]);
    else if (isBetter(name, held[0])) held.unshift(name);
    else held.push(name);
  }
  return [...byKey.values()];
}

/** Whether a case bears on it, or was left out: of what a later row took out again nothing is left. */
function holdsAny({ n, excluded }: Tally): boolean {
  return n !== 0 || [...excluded.values()].some((count) => count !== 0);
}

/** The tallies of one span that are told of, and of which groupings. */
interface Told {
  readonly span: SpanTallies;
  /** Those that the span has, in order. */
  readonly own: readonly Grouping[];
  readonly by: readonly Grouping[];
}

/**
 * Joins the groups of such names, each under one name in all spans that are told of.
 *
 * @param wanted those that are told of, by their ids
 * @returns what was joined, in order
 */
export function joinNames(
  kpis: readonly OverCases<unknown>[],
  spans: readonly Told[],
  wanted: readonly OverCases<unknown>[],
): JoinedName[] {
  const named = ["agency", "field", "procedure"] as const;
  const isWanted = kpis.map(({ id }) => wanted.some((one) => one.id === id));
  return named.flatMap((by) => {
    const groups = spans
      .filter((one) => one.by.includes(by) && one.own.includes(by))
      .flatMap(({ span, own }) => span.groups[own.indexOf(by)].map((ofKpi, i) => ({ ofKpi, i })))
      .filter(({ i }) => isWanted[i]);
    const there = groups.flatMap(({ ofKpi }) =>
      [...ofKpi].filter(([, tally]) => holdsAny(tally)).map(([name]) => name),
    );
    const same = sameNames(there).filter(({ length }) => length > 1);
    for (const [stays, ...others] of same) {
      for (const { ofKpi, i } of groups) {
        for (const name of others) {
          const tally = ofKpi.get(name);
          if (tally === undefined) continue;
          const held = ofKpi.get(stays);
          ofKpi.delete(name);
          ofKpi.set(stays, held === undefined ? tally : mergedTallies(kpis[i], [held, tally]));
        }
      }
    }
    return same
      .map(([name, ...others]): JoinedName => ({ by, name, others: others.sort() }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  });
}
