/** From what a pass of the logs has counted, and what is supplied beside them, to the results. */

import { kpiOf } from "../kpis/index.ts";
import type { AnyKpi } from "../kpis/kpi.ts";
import { ownKpis } from "../kpis/own.ts";
import qualityCriteriaMet, { qualityCriteria } from "../kpis/quality-criteria-met.ts";
import { limitOf, meets } from "../measures/exact.ts";
import type { Verdict } from "../measures/kinds.ts";
import type { Target } from "../plans/plan.ts";
import { withEvidence } from "./evidence.ts";
import type { Aim, Known } from "./known.ts";
import { groupedResults, joined, overLog } from "./over-cases.ts";
import { type Held, notSupplied } from "./result.ts";
import { servicesMeetingAll } from "./services.ts";
import { fromCatalogue, fromFigures, fromPetitions, type When } from "./tables.ts";
import type { Result, Summary } from "./verdict.ts";

/** Judges a plan's targets of a year; what is asked for and has no target is measured. */
export function resultsFor(aim: Aim, known: Known): Result[] {
  const { plan, year, only } = aim;
  const wanted = only === null ? null : withCriteria(only);
  const targets = (plan.years[year] ?? []).filter(({ kpi }) => wanted === null || wanted.includes(kpi));
  const results: Result[] = [];
  for (const { key, target } of keyed(targets)) {
    results.push(...resultsOf(heldAs(aim, key, target.kpi, target), aim, known));
  }
  for (const id of only ?? []) {
    if (!targets.some(({ kpi }) => kpi === id)) results.push(...resultsOf(heldAs(aim, id, id, null), aim, known));
  }
  return results
    .map((result) => (result.kpi === qualityCriteriaMet.id ? withVerdicts(result, results, targets, known) : result))
    .filter(({ kpi }) => only === null || only.includes(kpi));
}

/** Targets with the keys of their results: a second one of a KPI and clause has a number behind it. */
export function keyed(targets: readonly Target[]): { readonly key: string; readonly target: Target }[] {
  const counts = new Map<string, number>();
  return targets.map((target) => {
    const base = `${target.kpi}@${target.clause}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return { key: count === 1 ? base : `${base}(${count})`, target };
  });
}

/** The groupings by which a plan sets targets. */
export function eachOf(targets: readonly Target[]): NonNullable<Target["each"]>[] {
  return [...new Set(targets.flatMap(({ each }) => (each === undefined ? [] : [each])))];
}

/** How many targets have which verdict. */
export function summaryOf(results: readonly Result[]): Summary {
  // A group that the plan itself names is a target of its own; one of --by is not.
  const own = results.filter(({ group, each }) => group === null || each);
  const count = (verdict: Verdict) => own.filter((result) => result.verdict === verdict).length;
  return {
    pass: count("pass"),
    fail: count("fail"),
    undecided: count("undecided"),
    noData: count("no-data"),
    notSupplied: count("not-supplied"),
    notDue: own.filter(({ verdict, reason }) => verdict === "no-data" && reason === "not-due").length,
  };
}

/** The KPIs to measure for those asked for: one over verdicts needs the KPIs that are judged. */
export function withCriteria(only: readonly string[]): string[] {
  return [...new Set([...only, ...(only.includes(qualityCriteriaMet.id) ? qualityCriteria : [])])];
}

/** The KPI of a target: one that comes with the program, or the plan's own. */
function heldAs({ plan }: Aim, key: string, id: string, target: Target | null): Held {
  return { key, about: kpiOf(id, ownKpis(plan.kpis)) as AnyKpi, target };
}

/** The result of a target; or one for each group that the plan names; and then those of the groups asked for. */
function resultsOf(held: Held, aim: Aim, known: Known): Result[] {
  const { deadline } = held.target ?? {};
  const results = judgedResults(held, aim, known);
  return deadline === undefined ? results : results.map((result) => heldUntil(deadline, result, known.when));
}

/** Why a number that has a day is not reached: none of these is a miss before it. */
const notReached: ReadonlySet<string | null> = new Set([null, "figure-not-stated", "stated-later"]);

/** A number that is wanted by a day and not reached is not due before it; reached, it passes. */
function heldUntil(deadline: string, result: Result, { asOf }: When): Result {
  const { verdict, reason, measure } = result;
  // What was stated on the day or after it is what it came to.
  if (measure?.kind === "stated" && measure.statedOn >= deadline) return result;
  if (verdict === null || verdict === "pass" || verdict === "not-supplied" || !notReached.has(reason)) return result;
  return asOf === null || asOf >= deadline ? result : { ...result, verdict: "no-data", reason: "not-due" };
}

function judgedResults(held: Held, aim: Aim, known: Known): Result[] {
  const { target } = held;
  if (target?.each === undefined) return [resultOf(held, null, aim, known), ...groupedResults(held, aim, known)];
  const by = target.each;
  const names = aim.groups.get(target.clause) ?? target.groups;
  if (names === undefined) return [notSupplied(held, "groups-not-named", [target.clause], { by, name: null })];
  return names.map((name) => resultOf(held, { by, name }, aim, known));
}

function resultOf(held: Held, group: Result["group"], aim: Aim, known: Known): Result {
  const result = workedOut(held, group, aim, known);
  const { id, input } = held.about;
  if (group !== null || input === "figures" || input === "verdicts") return result;
  return withEvidence(result, held, known.supplied, known.when, aim.preferStated.has(id));
}

function workedOut(held: Held, group: Result["group"], aim: Aim, known: Known): Result {
  const { about } = held;
  const { supplied, when } = known;
  switch (about.over) {
    case "cases":
      return overLog(held, about, group, aim, known);
    case "cases+procedures":
      return joined(held, about, aim, known);
    case "procedures":
      return fromCatalogue(held, about, supplied, when, group, aim.isSameName);
    case "petitions":
      return fromPetitions(held, about, supplied, when);
    case "figures":
      return fromFigures(held, supplied, when);
    case "verdicts":
      // Known once the others are judged.
      return notSupplied(held, "criteria-not-judged", []);
  }
}

/** How many of the plan's own quality criteria pass, those of the same clause where it has them. */
function withVerdicts(
  result: Result,
  results: readonly Result[],
  targets: readonly Target[],
  { supplied, when }: Known,
): Result {
  const own =
    result.target === null ? qualityCriteria : qualityCriteria.filter((id) => targets.some(({ kpi }) => kpi === id));
  const criteria = own.map((id) => {
    const found = results.filter(({ kpi, group }) => kpi === id && group === null);
    return found.find(({ clause }) => clause === result.clause) ?? found[0];
  });
  const missing = own.filter((_, i) => {
    const verdict = criteria[i]?.verdict;
    return verdict !== "pass" && verdict !== "fail" && verdict !== "undecided";
  });
  const noData = criteria.some((criterion) => criterion?.verdict === "no-data");
  if (missing.length > 0) {
    // Where an input was not given, nothing is wrong with the data: it must not look as if there were.
    return {
      ...result,
      verdict: result.target === null ? null : noData ? "no-data" : "not-supplied",
      measure: noData ? { kind: "count", value: null } : null,
      reason: "criteria-not-judged",
      lacks: missing,
    };
  }
  const value = criteria.filter((criterion) => criterion?.verdict === "pass").length;
  const bound = result.target;
  const most = value + criteria.filter((criterion) => criterion?.verdict === "undecided").length;
  const isMet = (n: number) => bound === null || limitOf(bound) === null || meets({ num: BigInt(n), den: 1n }, bound);
  const met = isMet(value);
  const isOpen = bound !== null && met !== isMet(most);
  return {
    ...result,
    measure: { kind: "count", value },
    verdict: bound === null ? null : isOpen ? "undecided" : met ? "pass" : "fail",
    bounds: most === value ? null : [value, most],
    reason: null,
    alongside: servicesMeetingAll(
      criteria.filter((criterion) => criterion !== undefined),
      results,
      supplied,
      when,
    ),
    // The criteria that are not met, or on which it hangs.
    lacks: own.filter((_, i) => criteria[i]?.verdict === (isOpen ? "undecided" : "fail")),
  };
}
