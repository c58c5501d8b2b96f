/** By which targets periods of other years are judged: those of their own year, else by none. */

import { keyed } from "../judge/results.ts";
import type { Result } from "../judge/verdict.ts";
import { bounds, type Plan, type Target } from "../plans/plan.ts";

/** What is judged in a year of the past: this year's targets, with the bounds of that year. */
export interface PastTargets {
  readonly targets: readonly Target[];
  /** What that year's target was, by the key of this year's; null where the plan had none. */
  readonly was: ReadonlyMap<string, Target | null>;
}

/**
 * This year's targets as that year had them. A figure is measured as this year's target says, so that periods can be held beside one
 * another; the bound is that of the year, where the plan then spoke of the same cases or procedures.
 */
export function targetsOfPast({ years }: Plan, year: number, past: number): PastTargets {
  const all = years[past] ?? [];
  const own = keyed(years[year] ?? []).map(({ key, target }) => ({ key, target, old: sameOf(target, all) }));
  return {
    targets: own.map(({ target, old }) => (old === null ? target : withBound(target, old))),
    was: new Map(own.map(({ key, old }) => [key, old])),
  };
}

/** The target of another year for the same figure: of several the one of the same clause. */
function sameOf(target: Target, all: readonly Target[]): Target | null {
  // A milestone of another year is another task.
  if (target.by !== undefined) return null;
  const alike = all.filter((old) => old.kpi === target.kpi && old.by === undefined && selects(old) === selects(target));
  return alike.find(({ clause }) => clause === target.clause) ?? (alike.length === 1 ? alike[0] : null);
}

/** Of what a target speaks. */
function selects({ population, each, groups, codes, list }: Target): string {
  return JSON.stringify([population, each, groups, codes, list]);
}

function withBound(target: Target, old: Target): Target {
  const none = Object.fromEntries(bounds.map((bound) => [bound, undefined]));
  const limits = Object.fromEntries(bounds.map((bound) => [bound, old[bound]]));
  return { ...target, ...none, ...limits, deadline: old.deadline };
}

/** Stays so whatever the target: what could not be read may turn the figure, or nothing was given to make it of. */
const unjudged: ReadonlySet<Result["verdict"]> = new Set(["undecided", "not-supplied"]);

/** A result of a year for which the plan has no target: measured and not judged. */
export function withoutTarget(result: Result): Result {
  const verdict = unjudged.has(result.verdict) ? result.verdict : null;
  return { ...result, target: null, slack: null, small: false, verdict };
}
