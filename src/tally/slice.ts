/** Tallies of any days, put together of those of the spans that lie in them. */
import { Bug } from "../errors.ts";
import type { OverCases } from "../kpis/kpi.ts";
import { type DayRange, firstDay, isoDate, lastDay } from "../time/civil.ts";
import { firstDayOfHalfMonth, halfMonthOf, lastDayOfHalfMonth } from "../time/half-month.ts";
import {
  type CaseGrouping,
  groupIn,
  groupingsIn,
  mergeSpan,
  mergeTally,
  newSpan,
  type Span,
  type SpanTallies,
  type Tallies,
  type Tally,
} from "./tally.ts";

/** Days of which tallies are wanted together, and the groups that are wanted of them. */
export interface Wanted extends DayRange {
  readonly by: readonly CaseGrouping[];
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

/** The months that lie in some days, or, with null, all that a log may speak of: what is told by month is told of these. */
export function monthSpans(days: DayRange | null, by: readonly CaseGrouping[]): Span[] {
  const [from, to] = days === null ? [firstDay, lastDay] : [Math.max(days.from, firstDay), Math.min(days.to, lastDay)];
  const spans: Span[] = [];
  for (let at = halfMonthOf(from); at <= halfMonthOf(to); at += 2 - (at % 2)) {
    const last = at + 1 - (at % 2);
    spans.push({ from: Math.max(from, firstDayOfHalfMonth(at)), to: Math.min(to, lastDayOfHalfMonth(last)), by });
  }
  return spans;
}

/**
 * What was seen on some days, or, with null, on all.
 *
 * @param spans those of the tallies; each lies in the days or outside them. Null where those days are all that was tallied
 * @param by groupings that each of the spans has
 */
export function viewOf(
  kpis: readonly OverCases<unknown>[],
  spans: readonly Span[] | null,
  tallies: Tallies,
  days: DayRange | null,
  by: readonly CaseGrouping[],
): SpanTallies {
  if (spans === null) return tallies.spans[0] ?? newSpan(kpis, by);
  const view = newSpan(kpis, by);
  const add = (from: SpanTallies | undefined, own: readonly CaseGrouping[]) => {
    if (from === undefined) return;
    const groups = by.map((grouping) => from.groups[own.indexOf(grouping)] ?? kpis.map(() => new Map()));
    mergeSpan(kpis, view, { ...from, groups }, by);
  };
  for (const i of within(spans, days)) add(tallies.spans[i], spans[i].by);
  // Cases whose event cannot be read may lie in any period, and are told in each.
  const all = groupingsIn(spans);
  add(tallies.spans[spans.length], all);
  // Without a time a case lies in no period.
  if (days === null) add(tallies.spans[spans.length + 1], all);
  return view;
}

/** The groups by month of each KPI's own event, of the totals of spans that lie in one month each. */
export function monthsOf(
  kpis: readonly OverCases<unknown>[],
  spans: readonly Span[],
  tallies: Tallies,
  days: DayRange | null,
): Map<string, Tally>[] {
  const parts = within(spans, days).map((i) => [isoDate(spans[i].from).slice(0, 7), tallies.spans[i]] as const);
  // A case whose event has no time is in the group without a name.
  const undated = tallies.spans.slice(spans.length, days === null ? spans.length + 2 : spans.length + 1);
  return kpis.map((kpi, k) => {
    const groups = new Map<string, Tally>();
    for (const [name, span] of [...parts, ...undated.map((span) => ["", span] as const)]) {
      const tally = span?.totals[k];
      if (tally === undefined || (tally.n === 0 && tally.excluded.size === 0)) continue;
      mergeTally(kpi, groupIn(kpi, groups, name, "month"), tally);
    }
    return groups;
  });
}

/** The numbers of the spans that lie in some days. */
function within(spans: readonly Span[], days: DayRange | null): number[] {
  return spans.flatMap(({ from, to }, i) => {
    if (days !== null && (to < days.from || from > days.to)) return [];
    if (days !== null && (from < days.from || to > days.to)) throw new Bug("a span lies across the days");
    return [i];
  });
}
