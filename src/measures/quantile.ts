/** A quantile by nearest rank: the least value that at least p of a hundred cases do not exceed. */

import { type Exact, endless, meets } from "./exact.ts";
import type { MeasureKind } from "./kind.ts";
import type { QuantileMeasure } from "./measure.ts";

export const quantileKind: MeasureKind<QuantileMeasure> = {
  exact: (measure) => atRank(measure, rankOf(measure, measure.n)),
  fewest: ({ n }) => n,
  /** As if those that were left out had taken no time at all, or longer than any other. */
  bounds: (measure, excluded) => {
    if (measure.n + excluded === 0) return null;
    const rank = rankOf(measure, measure.n + excluded);
    const low = rank <= excluded ? { num: 0n, den: 1n } : atRank(measure, rank - excluded);
    return low && { low, high: atRank(measure, rank) ?? endless };
  },
  /** So many cases fewer (or more) beyond the limit; of a limit from below nothing is told. */
  slack: (measure, _, bound, isMet) => {
    if (bound.below === undefined && bound.atMost === undefined) return null;
    const within = measure.values.reduce((sum, [value, count]) => {
      return meets({ num: BigInt(value), den: BigInt(measure.per) }, bound) ? sum + count : sum;
    }, 0);
    return { cases: Math.abs(rankOf(measure, measure.n) - within), direction: isMet ? "spare" : "short" };
  },
};

/** The rank of a quantile among so many cases, from 1: the fewest of them that are p of a hundred. */
export function rankOf({ p }: Pick<QuantileMeasure, "p">, n: number): number {
  return Math.ceil((p * n) / 100);
}

/** The value of a rank, from 1; null where there is none. */
function atRank({ values, per }: QuantileMeasure, rank: number): Exact | null {
  let before = 0;
  for (const [value, count] of values) {
    before += count;
    if (before >= rank) return { num: BigInt(value), den: BigInt(per) };
  }
  return null;
}
