/**
 * Each agency's own points: the same formulas over its cases alone. Of metrics that the cases show; what is stated for the
 * whole office, and petitions, are of no agency, and nothing of them is shared out.
 */

import type { Result } from "../judge/verdict.ts";
import { inVietnamese, nameKey } from "../measures/names.ts";
import { type Handled, handledAt, sumOfHandled } from "../tally/handled.ts";
import { sameNames } from "../tally/same-names.ts";
import type { PointSpan, ScoreMetric, UnitScore } from "./points.ts";
import { type Scored, scoreOf } from "./score.ts";

/** @returns those with the fewest points first; none where the cases are those of parts, which keep no groups */
export function unitScores(scored: Scored): UnitScore[] {
  const { handled, report, day } = scored;
  if (handled === null || scored.isOfParts) return [];
  const resultsOf = new Map<string, Result[]>();
  for (const result of report.results) {
    if (result.group?.by !== "agency") continue;
    const key = nameKey(result.group.name ?? "");
    resultsOf.set(key, [...(resultsOf.get(key) ?? []), { ...result, group: null }]);
  }
  const handledOf = new Map<string, Handled>(handled.agency.map(([name, own]) => [nameKey(name), own]));
  const names = sameNames([...handled.agency.map(([name]) => name), ...namesOf(report.results)]);
  const units = names.map(([name]) => {
    const all = handledOf.get(nameKey(name)) ?? handledAt(sumOfHandled([]), day);
    const { metrics } = scoreOf({
      ...scored,
      report: { results: resultsOf.get(nameKey(name)) ?? [] },
      handled: { all, agency: [], procedure: [] },
      petitions: null,
    });
    return { name, cases: all.cases + all.unknown, metrics };
  });
  // What no agency's cases show is of none of them: catalogues, petitions, figures of the whole office.
  const told = new Set(units.flatMap(({ metrics }) => metrics.filter(isOfCases).map(({ id }) => id)));
  return units
    .map(({ name, cases, metrics }): UnitScore => {
      const own = metrics.filter(({ id }) => told.has(id));
      return {
        ...{ name, cases, score: sumOf(own) },
        points: own.reduce((sum, { points }) => sum + points, 0),
        metrics: own.map(({ id, numerator, denominator, share, score }) => ({
          ...{ id, numerator, denominator, share, score },
        })),
      };
    })
    .sort((a, b) => a.score.low - b.score.low || a.score.high - b.score.high || inVietnamese(a.name, b.name));
}

function isOfCases({ from }: ScoreMetric): boolean {
  return from === "log" || from === "part";
}

function namesOf(results: readonly Result[]): string[] {
  return results.flatMap(({ group }) => (group?.by === "agency" ? [group.name ?? ""] : []));
}

function sumOf(metrics: readonly Pick<ScoreMetric, "score">[]): PointSpan {
  return {
    low: metrics.reduce((sum, { score }) => sum + score.low, 0),
    high: metrics.reduce((sum, { score }) => sum + score.high, 0),
  };
}
