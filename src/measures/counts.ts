/** Counts by a key, and by a group: what every state that counts cases is made of. Plain data. */

/** Adds to the count of a key. */
export function bump(counts: Map<number, number>, key: number, n: number): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}

/** What is kept of a group, which is made if there is nothing yet. */
export function inGroup<T>(groups: Map<string, T>, name: string, made: () => T): T {
  let kept = groups.get(name);
  if (kept === undefined) {
    kept = made();
    groups.set(name, kept);
  }
  return kept;
}

/** Counts of all cases, and of each agency and procedure; `values` of all alone, since they have many keys. */
export interface GroupedCounts {
  readonly all: Map<number, number>;
  readonly values: Map<number, number>;
  readonly byAgency: Map<string, Map<number, number>>;
  readonly byProcedure: Map<string, Map<number, number>>;
}

export function newGrouped(): GroupedCounts {
  return { all: new Map(), values: new Map(), byAgency: new Map(), byProcedure: new Map() };
}

/** Adds counts to others. */
export function mergeCounted(into: Map<number, number>, from: ReadonlyMap<number, number>): void {
  for (const [key, n] of from) bump(into, key, n);
}

export function mergeGrouped(into: GroupedCounts, from: GroupedCounts): void {
  mergeCounted(into.all, from.all);
  mergeCounted(into.values, from.values);
  for (const by of ["byAgency", "byProcedure"] as const) {
    for (const [name, counts] of from[by]) mergeCounted(inGroup(into[by], name, newCounts), counts);
  }
}

/** No counts yet. */
export const newCounts = (): Map<number, number> => new Map();

/** Several groups as one. */
export function sumOfCounts(groups: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const sum = newCounts();
  for (const counts of groups) mergeCounted(sum, counts);
  return sum;
}
