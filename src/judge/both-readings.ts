/** Results of logs that can be read in two ways, of which nobody knows which is right: a verdict that hangs on it is none. */

import type { Result } from "./verdict.ts";

/**
 * What of the logs can be meant in two ways: the day that lies far behind all else, or the end under a status that no table
 * knows; due times at midnight among others; rows that have the id of another one and little else of it.
 */
export type TwoReadings = "day-in-doubt" | "midnights-in-doubt" | "cases-in-doubt";

/** What there is where the logs are read in the other way. */
export interface Otherwise<T> {
  readonly reason: TwoReadings;
  readonly known: T;
}

/** @param other the results of the same targets, of the other reading */
export function ofBothReadings(
  results: readonly Result[],
  other: readonly Result[],
  reason: TwoReadings,
): readonly Result[] {
  const nameOf = ({ key, group }: Result) => JSON.stringify([key, group]);
  const others = new Map(other.map((result) => [nameOf(result), result]));
  return results.map((result) => {
    const { verdict, measure } = result;
    const second = others.get(nameOf(result));
    if ((verdict !== "pass" && verdict !== "fail") || second === undefined || second.verdict === verdict) return result;
    const values = [measure?.value, second.measure?.value].filter((value) => typeof value === "number");
    const ends = [...values, ...(result.bounds ?? []), ...(second.bounds ?? [])];
    return {
      ...result,
      verdict: "undecided",
      reason,
      bounds: values.length < 2 ? null : [Math.min(...ends), Math.max(...ends)],
      slack: null,
    };
  });
}
