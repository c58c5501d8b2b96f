/** Results as of two days: with and without what lies far behind all else, or ended by a word that no table knows. */

import type { Result } from "./verdict.ts";

/**
 * Where it is real, the logs go on until then. A verdict that is another if it is believed is no verdict.
 *
 * @param believed the results of the same targets as of that day
 */
export function ofBothDays(results: readonly Result[], believed: readonly Result[]): Result[] {
  const nameOf = ({ key, group }: Result) => JSON.stringify([key, group]);
  const others = new Map(believed.map((result) => [nameOf(result), result]));
  return results.map((result) => {
    const { verdict, measure } = result;
    const other = others.get(nameOf(result));
    if ((verdict !== "pass" && verdict !== "fail") || other === undefined || other.verdict === verdict) return result;
    const values = [measure?.value, other.measure?.value].filter((value) => typeof value === "number");
    const ends = [...values, ...(result.bounds ?? []), ...(other.bounds ?? [])];
    return {
      ...result,
      verdict: "undecided",
      reason: "day-in-doubt",
      bounds: values.length < 2 ? null : [Math.min(...ends), Math.max(...ends)],
      slack: null,
    };
  });
}
