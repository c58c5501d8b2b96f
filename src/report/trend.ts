/** Each figure over the last periods, with what of it is usual variation. */

import type { Result } from "../judge/verdict.ts";
import { casesBearing } from "../measures/kinds.ts";
import type { DayRange } from "../time/civil.ts";
import type { Trend, TrendPoint } from "./findings.ts";
import { variationIn } from "./insight.ts";
import type { PastTargets } from "./past-targets.ts";
import { isPartial, pastOf, rangeOf, type Told, viewResults } from "./periodic.ts";

/** So many periods are told of at least; of more, up to what a control chart takes, as far as the log goes back. */
const trendLength = 12;

/** A log that ends so many days before a period does has not all of it: fewer may be days without a case. */
const weekOfDays = 7;

/** Whether the log, or what is asked of it, ends within these days. */
export function isCut({ facts }: Told, { to }: DayRange): boolean {
  return facts.asOfDay !== null && facts.asOfDay < to - weekOfDays;
}

/** The results of each of the last periods, by their keys; none of one without a case. */
export type TrendViews = readonly ReadonlyMap<string, Result>[];

export function trendViews(told: Told): TrendViews {
  return told.days.trend.map((days) => {
    const view = viewResults(told, days);
    return new Map(view?.results.map((result) => [result.key, result]));
  });
}

/** The measure of a result in a period; null where it has none, and where what could not be read may turn it. */
export function decidedIn(view: TrendViews[number], key: string): Result["measure"] {
  const one = view.get(key);
  return one === undefined || one.verdict === "undecided" ? null : one.measure;
}

/** The target that a period of another year had, where it is not that of the result. */
function otherTarget({ key, target }: Result, past: PastTargets | null): Pick<TrendPoint, "target"> {
  const was = past?.was.get(key);
  if (was === undefined || (was !== null && limits.every((bound) => was[bound] === target?.[bound]))) return {};
  if (was === null) return { target: null };
  return {
    target: Object.fromEntries(limits.flatMap((bound) => (was[bound] === undefined ? [] : [[bound, was[bound]]]))),
  };
}

const limits = ["below", "atMost", "atLeast", "above"] as const;

/** The last periods, of each result over the log that is no group. */
export function trendOf(told: Told, results: readonly Result[], views: TrendViews): Trend {
  const own = results.filter(({ group, input }) => group === null && input === "cases");
  const pasts = told.days.trend.map((days) => pastOf(told, days));
  const series = own.map((result) => ({
    result,
    points: views.map((view, i) => {
      const one = view.get(result.key);
      const value = one?.measure?.value;
      const point = typeof value === "number" ? value : null;
      return {
        value: point,
        n: point === null || one?.measure == null ? 0 : (casesBearing(one.measure) ?? 0),
        verdict: one?.verdict ?? null,
        ...(one?.verdict === "undecided" && { bounds: one.bounds }),
        ...otherTarget(result, pasts[i]),
      };
    }),
  }));
  const begins = views.findIndex((_, i) => series.some(({ points }) => points[i].value !== null));
  const first = Math.max(0, Math.min(begins < 0 ? views.length : begins, views.length - trendLength));
  const periods = told.days.trend.slice(first).map((days) => ({ ...rangeOf(days), partial: isPartial(told, days) }));
  return {
    periods,
    series: series.map(({ result, points: all }) => {
      const points = all.slice(first);
      return {
        key: result.key,
        points,
        variation: variationIn(result, points, (i) => periods[i].partial || isCut(told, told.days.trend[first + i])),
      };
    }),
  };
}
