/** What a pass has seen of cases: a Tally for each KPI, of all cases and of each group, and how two of them are one. */

import { UserError } from "../errors.ts";
import type { OverCases } from "../kpis/kpi.ts";
import type { Weight } from "../measures/fold.ts";
import type { Kept } from "../methods/kept.ts";
import { events, type Reason } from "../records/case.ts";
import type { DayRange } from "../time/civil.ts";
import type { FlowState } from "./caseload.ts";
import type { HandledState } from "./handled.ts";
import type { Hits } from "./headcount.ts";
import type { ProcedureNames } from "./names.ts";

/** What a case has by itself. */
export const caseGroupings = ["agency", "procedure", "field", "channel"] as const;
export type CaseGrouping = (typeof caseGroupings)[number];
/** With its month, which is that of an event: it is told of the days in which that lies. */
export const groupings = [...caseGroupings, "month"] as const;
export type Grouping = (typeof groupings)[number];

/** What one KPI has seen, of all cases or of one group. Plain data: it passes between threads. */
export interface Tally {
  state: unknown;
  /** Cases that reached the fold. */
  n: number;
  /** Cases of the event and period that could not be used, by reason. */
  excluded: ReadonlyMap<Reason, number>;
}

/** A stretch of days of which KPIs are tallied apart, and the groups that are kept in it. */
export interface Span extends DayRange {
  readonly by: readonly CaseGrouping[];
}

/** What all KPIs have seen of one span. Plain data. */
export interface SpanTallies {
  /** One a KPI. */
  readonly totals: Tally[];
  /** Cases of each event, in the order of `events`. */
  readonly cases: number[];
  /** For each grouping of the span, for each KPI: the groups by name. */
  readonly groups: Map<string, Tally>[][];
}

/** What has been seen of all cases. Plain data. */
export interface Tallies {
  /**
   * One a span, undefined where nothing was seen of it; behind them the cases whose event has no time that can be read, which may lie in any period, and those
   * that count without one in a log that has no column for it. Without spans there is one for all cases of the period.
   */
  readonly spans: (SpanTallies | undefined)[];
  /** In which half-months the cases of each log have events; empty where nobody asked. */
  readonly hits: Hits[];
  /** What came in, went out and is open; null where nobody asked. */
  readonly flow: FlowState | null;
  /** What the procedures are called; null where nobody asked. */
  readonly names: ProcedureNames | null;
  /** What was received or processed, as the national index judges it; null where nobody asked. */
  readonly handled: HandledState | null;
  /** For the methods beside the KPIs; null where nobody asked. */
  readonly kept: Kept | null;
}

/**
 * More groups than this are no agencies, procedures or fields: the country has some 4,000 communes and departments and
 * 6,500 procedures. Each group has tallies of its own, and a million of them would take the machine's memory.
 */
export const mostGroups = 10_000;

/**
 * Adds the tallies of one span to another's; `from` stays as it is.
 *
 * @param by the groupings that both have
 * @throws UserError `too-many-groups`
 */
export function mergeSpan(
  kpis: readonly OverCases<unknown>[],
  into: SpanTallies,
  from: SpanTallies,
  by: readonly Grouping[],
): void {
  from.cases.forEach((n, e) => {
    into.cases[e] += n;
  });
  kpis.forEach((kpi, i) => {
    mergeTally(kpi, into.totals[i], from.totals[i]);
    by.forEach((grouping, g) => {
      const groups = into.groups[g][i];
      for (const [name, tally] of from.groups[g][i]) mergeTally(kpi, groupIn(kpi, groups, name, grouping), tally);
    });
  });
}

/** The tally of a group, which is made if there is none yet. @throws UserError `too-many-groups` */
export function groupIn(kpi: OverCases<unknown>, groups: Map<string, Tally>, name: string, by: Grouping): Tally {
  let held = groups.get(name);
  if (held === undefined) {
    if (groups.size === mostGroups) throw new UserError("too-many-groups", { by, most: mostGroups });
    held = newTally(kpi, true);
    groups.set(name, held);
  }
  return held;
}

/** Nothing seen yet. */
export function newSpan(kpis: readonly OverCases<unknown>[], by: readonly Grouping[]): SpanTallies {
  return {
    totals: kpis.map((kpi) => newTally(kpi, false)),
    cases: events.map(() => 0),
    groups: by.map(() => kpis.map(() => new Map())),
  };
}

/** The groupings that some span has: cases without a time have all of them. */
export function groupingsIn(spans: readonly Span[]): CaseGrouping[] {
  const found = new Set<CaseGrouping>();
  for (const { by } of spans) for (const grouping of by) found.add(grouping);
  return [...found];
}

/** Nothing seen yet. */
export function newTally(kpi: OverCases<unknown>, inGroup: boolean): Tally {
  return { state: kpi.fold.start(inGroup), n: 0, excluded: noneExcluded };
}

/** Most tallies of groups exclude no case: one empty map serves all of them, and is never written to. */
const noneExcluded: ReadonlyMap<Reason, number> = new Map();

/** Counts cases that could not be used. */
export function exclude(tally: Tally, reason: Reason, weight: Weight): void {
  if (tally.excluded === noneExcluded) tally.excluded = new Map();
  const excluded = tally.excluded as Map<Reason, number>;
  excluded.set(reason, (excluded.get(reason) ?? 0) + weight);
}

/** Adds a tally to another, and leaves it as it is. */
export function mergeTally(kpi: OverCases<unknown>, into: Tally, from: Tally): void {
  kpi.fold.merge(into.state, from.state);
  into.n += from.n;
  for (const [reason, count] of from.excluded) exclude(into, reason, count);
}

/** The tallies of several groups as one, which are left as they are. */
export function mergedTallies(kpi: OverCases<unknown>, tallies: readonly Tally[]): Tally {
  if (tallies.length === 1) return tallies[0];
  const merged = newTally(kpi, true);
  for (const tally of tallies) mergeTally(kpi, merged, tally);
  return merged;
}
