/** Tallies of any days, put together of those of the spans that lie in them. */
import { Bug } from "../errors.ts";
import type { OverCases } from "../kpis/kpi.ts";
import type { DayRange } from "../time/civil.ts";
import { type Grouping, groupingsIn, mergeSpan, newSpan, type Span, type SpanTallies, type Tallies } from "./tally.ts";

/** Days of which tallies are wanted together, and the groups that are wanted of them. */
export interface Wanted extends DayRange {
  readonly by: readonly Grouping[];
}

/** The fewest disjoint spans of which all wanted days can be put together. */
export function spansOf(wanted: readonly Wanted[]): Span[] {
  const cuts = [...new Set(wanted.flatMap(({ from, to }) => [from, to + 1]))].sort((a, b) => a - b);
  return cuts.slice(0, -1).flatMap((from, i) => {
    const to = cuts[i + 1] - 1;
    const around = wanted.filter((one) => one.from <= from && to <= one.to);
    return around.length === 0 ? [] : [{ from, to, by: [...new Set(around.flatMap(({ by }) => by))] }];
  });
}

/**
 * What was seen on some days, or, with null, on all.
 *
 * @param spans those of the tallies; each lies in the days or outside them
 * @param by groupings that each of the spans has
 */
export function viewOf(
  kpis: readonly OverCases<unknown>[],
  spans: readonly Span[],
  tallies: Tallies,
  days: DayRange | null,
  by: readonly Grouping[],
): SpanTallies {
  const view = newSpan(kpis, by);
  const add = (from: SpanTallies | undefined, own: readonly Grouping[]) => {
    if (from === undefined) return;
    const groups = by.map((grouping) => from.groups[own.indexOf(grouping)] ?? kpis.map(() => new Map()));
    mergeSpan(kpis, view, { ...from, groups }, by);
  };
  spans.forEach(({ from, to, by: own }, i) => {
    if (days !== null && (to < days.from || from > days.to)) return;
    if (days !== null && (from < days.from || to > days.to)) throw new Bug("a span lies across the days");
    add(tallies.spans[i], own);
  });
  // Cases whose event cannot be read may lie in any period, and are told in each.
  const all = groupingsIn(spans);
  add(tallies.spans[spans.length], all);
  // Without a time a case lies in no period.
  if (days === null) add(tallies.spans[spans.length + 1], all);
  return view;
}
