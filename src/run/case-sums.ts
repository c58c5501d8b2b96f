import { ofUnknownChannel } from "../kpis/index.ts";
import type { OverCases } from "../kpis/kpi.ts";
import processingTimeReduction, { byOtherClock } from "../kpis/processing-time-reduction.ts";
import type { Basis } from "../records/basis.ts";
import { wantedOf } from "../report/periodic.ts";
import { refuseScale } from "../tally/doubt.ts";
import { commonestNames } from "../tally/names.ts";
import { joinNames } from "../tally/same-names.ts";
import { monthsOf, viewOf } from "../tally/slice.ts";
import {
  type CaseGrouping,
  type Grouping,
  groupingsIn,
  newTally,
  type Span,
  type SpanTallies,
  type Tallies,
} from "../tally/tally.ts";
import type { DayRange } from "../time/civil.ts";
import { groupingsOf, type Read, type Sought } from "./ask.ts";

/** What was counted of logs, of parts, or of both. It holds no case. */
export interface CaseSums
  extends Pick<
    Read,
    "basis" | "reckoned" | "clock" | "decimals" | "numbersInDoubt" | "notes" | "openCases" | "withHashes" | "finished"
  > {
  /** What the tallies are of, in their order: all that is sought, and of parts more. */
  readonly folds: readonly OverCases<unknown>[];
  /** The stretches of days that are told apart; null where the days that are sought are all that was counted. */
  readonly cut: readonly Span[] | null;
  readonly tallies: Tallies;
}

/** The groupings that a report tells, and with those of the plan. */
export interface GroupedBy {
  readonly by: readonly Grouping[];
  readonly grouped: readonly Grouping[];
}

/** @param there those that can be told; all where nothing is counted yet */
export function groupedBy({ reporting, asked, each }: Sought, basis: Basis, there?: readonly Grouping[]): GroupedBy {
  const by = reporting === null ? asked : groupingsOf(basis).filter((one) => there?.includes(one) ?? true);
  return { by, grouped: [...new Set([...by, ...each])] };
}

/** Those of groupings that a case has by itself: its month is that of an event, and told of the days. */
export function withoutMonth(by: readonly Grouping[]): CaseGrouping[] {
  return by.filter((one) => one !== "month");
}

/**
 * The KPIs to fold for those that are sought: with what bounds those over times of channels, and the reduction by the other
 * clock, which a report tells, and a check that was given one.
 */
export function foldsFor({ kpis, reporting, clock }: Sought, { processingTime }: Basis): readonly OverCases<unknown>[] {
  const has = (id: string) => kpis.some((kpi) => kpi.id === id);
  const tellsBoth =
    (reporting !== null || clock !== null) && processingTime === "timestamps" && has(processingTimeReduction.id);
  const bounding = ofUnknownChannel.filter(({ id }) => kpis.some((kpi) => id === `${kpi.id}/unknown-channel`));
  // In the order in which a job has them.
  const own = kpis.filter(({ isOwn }) => isOwn === true);
  return [...kpis.filter((kpi) => !own.includes(kpi)), ...(tellsBoth ? [byOtherClock] : []), ...bounding, ...own];
}

/**
 * What a report is made of, of what was counted.
 *
 * @throws UserError `rating-scale`, `too-many-groups`
 */
export function readOf(sums: CaseSums, sought: Sought, { by, grouped }: GroupedBy): Read {
  const { basis, reckoned, tallies: all, cut, folds } = sums;
  const { period } = sought;
  const kpis = foldsFor(sought, basis);
  if (sought.isScored || kpis.some(({ needs }) => needs.includes("rating"))) refuseScale(reckoned.accounts);
  const joinedNames = joinNames(folds, toldSpans(sums, sought, { by, grouped }), kpis);
  const at = kpis.map((kpi) => folds.findIndex(({ id }) => id === kpi.id));
  const view = (days: DayRange | null, groups: readonly Grouping[]): SpanTallies => {
    const own = withoutMonth(groups);
    const whole = viewOf(folds, cut, all, days, own);
    const months = groups.includes("month") ? monthsOf(folds, cut ?? [], all, days) : [];
    // In no period lies what has no day.
    const isNowhere = kpis.map(({ when }) => days !== null && basis.events[when] === null);
    return {
      cases: whole.cases,
      totals: at.map((k, i) => (isNowhere[i] ? newTally(kpis[i], false) : whole.totals[k])),
      groups: groups.map((grouping) => {
        const ofKpis = grouping === "month" ? months : whole.groups[own.indexOf(grouping)];
        return at.map((k, i) => (isNowhere[i] ? new Map() : ofKpis[k]));
      }),
    };
  };
  const tallies = view(period, grouped);
  const other = kpis.indexOf(byOtherClock);
  return {
    ...sums,
    kpis,
    by,
    grouped,
    tallies,
    view,
    flow: all.flow,
    names: commonestNames(all.names ?? new Map()),
    handled: all.handled,
    kept: all.kept,
    otherClock: other < 0 ? null : byOtherClock.fold.finish(tallies.totals[other].state, reckoned.facts),
    joinedNames,
  };
}

/** The tallies of which this run tells, and the groupings that it tells of each. */
function toldSpans({ cut, tallies }: CaseSums, { days, period, each }: Sought, { by, grouped }: GroupedBy) {
  const wanted =
    days !== null ? wantedOf(days, withoutMonth(by), each) : period !== null ? [{ ...period, by: grouped }] : null;
  const all = wanted?.flatMap((one) => one.by) ?? grouped;
  return tallies.spans.flatMap((span, at) => {
    if (span === undefined) return [];
    if (cut === null) return [{ span, own: withoutMonth(grouped), by: grouped }];
    // Behind them stand those whose event cannot be read, and those without a time, which are in no period.
    if (at > cut.length && wanted !== null) return [];
    if (at >= cut.length) return [{ span, own: groupingsIn(cut), by: all }];
    const { from, to, by: own } = cut[at];
    const told = wanted?.filter((one) => one.from <= from && to <= one.to).flatMap((one) => one.by);
    return [{ span, own, by: told ?? grouped }];
  });
}
