/** From the tallies of many days to what a report of a period says beyond its verdicts (report.ts: Periodic). */

import { type Otherwise, ofBothReadings } from "../judge/both-readings.ts";
import type { Aim, Known, Measured } from "../judge/known.ts";
import { clauseOf } from "../judge/over-cases.ts";
import { resultsFor, summaryOf } from "../judge/results.ts";
import type { Result } from "../judge/verdict.ts";
import type { Ground } from "../kpis/ground.ts";
import { allKpis } from "../kpis/index.ts";
import type { Kpi } from "../kpis/kpi.ts";
import { regulationOn } from "../kpis/law.ts";
import { ownKpis } from "../kpis/own.ts";
import type { Facts } from "../measures/fold.ts";
import { exactValue } from "../measures/kinds.ts";
import type { MeanParts, Measure } from "../measures/measure.ts";
import { inVietnamese } from "../measures/names.ts";
import { mostPeriods } from "../methods/xmr.ts";
import type { Plan, Target } from "../plans/plan.ts";
import type { Wanted } from "../tally/slice.ts";
import type { CaseGrouping, Grouping, SpanTallies, Tally } from "../tally/tally.ts";
import type { DayRange } from "../time/civil.ts";
import { firstYear, isoDate } from "../time/civil.ts";
import { periodBefore, periodsUpTo, type ReportingPeriod, restOfYear, yearBefore, yearToDate } from "../time/period.ts";
import { type PastTargets, targetsOfPast, withoutTarget } from "./past-targets.ts";
import type { Definition, Miss, Move, MoveGroup, View } from "./report.ts";

/** The days that a report of a period speaks of. */
export interface ReportDays {
  readonly period: ReportingPeriod;
  readonly yearToDate: ReportingPeriod;
  readonly before: ReportingPeriod | null;
  readonly yearBefore: ReportingPeriod | null;
  readonly trend: readonly ReportingPeriod[];
  /** The same days a year before as those that are left of the year; null when none is left. */
  readonly restBefore: DayRange | null;
  /** The period ends with the year. */
  readonly isOver: boolean;
  /** So many of the trend's periods are left of the year, and went by of it. */
  readonly left: number;
  readonly gone: number;
}

/** From a month of a year to another, from 1. */
interface Months {
  readonly first: number;
  readonly last: number;
}

/** @param own months of the year for which the plan sets its targets: they are judged from the first of them on */
export function daysOf(period: ReportingPeriod, own: Months = { first: 1, last: 12 }): ReportDays {
  const { year, lastMonth, basis } = period;
  const statutory = basis === "statutory";
  const trend = periodsUpTo(period, mostPeriods);
  const last = trend.at(-1) ?? period;
  const months = last.lastMonth - last.firstMonth + 1;
  return {
    period,
    yearToDate: yearToDate(year, lastMonth, statutory, own.first),
    before: periodBefore(period),
    yearBefore: yearBefore(period),
    trend,
    restBefore:
      year - 1 <= firstYear
        ? null
        : restOfYear(period, own.last) && restOfYear(yearToDate(year - 1, lastMonth, statutory), own.last),
    isOver: restOfYear(period, own.last) === null,
    left: Math.max(0, own.last - lastMonth) / months,
    gone: (lastMonth - own.first + 1) / months,
  };
}

/**
 * The days to tally, and the groups of each.
 *
 * @param each the groupings by which the plan itself sets targets
 */
export function wantedOf(
  { period, yearToDate, before, yearBefore, trend, restBefore }: ReportDays,
  by: readonly CaseGrouping[],
  each: readonly CaseGrouping[],
): Wanted[] {
  const judged = [yearToDate, yearBefore, before].filter((days) => days !== null);
  const plain = [restBefore, ...trend].filter((days) => days !== null);
  return [
    { from: period.from, to: period.to, by: [...new Set([...by, ...each])] },
    // Groups that the plan names are targets of their own, in every view.
    ...judged.map(({ from, to }) => ({ from, to, by: each })),
    ...(before === null ? [] : [{ from: before.from, to: before.to, by: by.filter((one) => one === "procedure") }]),
    // A clause that speaks of some procedures does so in every view.
    ...plain.map(({ from, to }) => ({ from, to, by: each.filter((one) => one === "procedure") })),
  ];
}

/** What the sections are made of. */
export interface Told {
  readonly aim: Aim;
  readonly days: ReportDays;
  readonly ground: Ground;
  /** Without the tallies, which are those of each view. */
  readonly known: Omit<Known, "measured" | "when" | "ground"> & { readonly kpis: Measured["kpis"] };
  readonly facts: Facts;
  readonly view: (days: DayRange, by: readonly Grouping[]) => SpanTallies;
  /** The groupings by which the cases of a clause's own procedures are told apart, where some clause has such. */
  readonly clauses: readonly Grouping[];
  /** First and last day with a receipt. */
  readonly range: DayRange | null;
  /** The same where the logs are read in another way. */
  readonly others: readonly Otherwise<Pick<Told, "view" | "facts">>[];
  readonly isWorked: (day: number) => boolean;
  /** Cases that the user expects over the rest of the year; null without. */
  readonly expected: number | null;
}

/** What is known of some days, as `check` needs it. */
export function knownOf(told: Told, days: ReportingPeriod, by: readonly Grouping[], otherClock: Measure | null): Known {
  const { known, facts, ground, aim } = told;
  const { kpis, supplied } = known;
  const tallies = told.view(days, by);
  const asOfDay = facts.asOfDay === null ? null : Math.min(facts.asOfDay, days.to);
  return {
    ground,
    supplied,
    measured: {
      kpis,
      totals: tallies.totals,
      groups: by.map((name, g) => ({ by: name, tallies: tallies.groups[g] })),
      otherClock,
      finished: tallies.cases[finished],
      facts: { ...facts, lastDay: days.to },
    },
    when: {
      asOfDay,
      asOf: asOfDay === null ? null : isoDate(asOfDay),
      period: days,
      year: aim.year,
      statedUntil: isoDate(days.to),
      isWholeYear: isWholeYear(days),
    },
  };
}

/** The place of the finished event among the events. */
const finished = 2;

/** Whether the days are a whole year, of the calendar or of the official reports. */
export function isWholeYear({ length, lastMonth }: ReportingPeriod): boolean {
  return length === "year" || (length === "year-to-date" && lastMonth === 12);
}

/**
 * Results of other days; null where the log has no case of them.
 *
 * @param each the groupings by which the plan sets targets, where the tallies of these days have them
 */
export function viewResults(
  told: Told,
  days: ReportingPeriod | null,
  each: readonly Grouping[] = told.clauses,
): View | null {
  if (days === null) return null;
  const known = knownOf(told, days, each, null);
  // Cases whose event cannot be read are in every period, and make none.
  if (known.measured.totals.every(({ n }) => n === 0)) return null;
  const { aim } = told;
  const past = pastOf(told, days);
  const plan = past === null ? aim.plan : { ...aim.plan, years: { ...aim.plan.years, [aim.year]: past.targets } };
  const resultsOf = (one: Known) => resultsFor({ ...aim, plan, by: [] }, one);
  const both = told.others.reduce(
    (all, { reason, known: other }) =>
      ofBothReadings(all, resultsOf(knownOf({ ...told, ...other }, days, each, null)), reason),
    resultsOf(known) as readonly Result[],
  );
  const results = both.map((result) => (past?.was.get(result.key) === null ? withoutTarget(result) : result));
  return { ...rangeOf(days), partial: isPartial(told, days), results, summary: summaryOf(results) };
}

/** By what days of another year are judged; null of the report's own year. */
export function pastOf({ aim, days: { period } }: Told, { year }: ReportingPeriod): PastTargets | null {
  return year === period.year ? null : targetsOfPast(aim.plan, aim.year, year);
}

export function rangeOf({ name, from, to }: ReportingPeriod) {
  return { name, from: isoDate(from), to: isoDate(to) };
}

/** Whether the log begins behind a working day of these days. */
export function isPartial({ range, isWorked }: Told, { from, to }: DayRange): boolean {
  if (range === null) return false;
  for (let day = from; day < Math.min(range.from, to + 1); day++) if (isWorked(day)) return true;
  return false;
}

const mostListed = 5;

/** For each missed target over the log: the groups that fall short of it, by how much each. */
export function missesOf(results: readonly Result[], by: readonly string[]): Miss[] {
  const missed = results.filter(
    ({ group, verdict, input }) => group === null && verdict === "fail" && input === "cases",
  );
  return missed.flatMap((result) =>
    by.flatMap((grouping): Miss[] => {
      const groups = results.filter(({ key, group }) => key === result.key && group?.by === grouping);
      const shorts = groups.flatMap(({ group, measure }) => {
        const short = shortOf(result, measure);
        return short === null || short.n === 0 ? [] : [{ name: group?.name ?? "", ...short }];
      });
      const whole = shortOf(result, result.measure);
      const falling = shorts
        .filter(({ short }) => short > 0)
        .sort((a, b) => b.short - a.short || inVietnamese(a.name, b.name));
      if (whole === null || falling.length === 0) return [];
      return [
        {
          key: result.key,
          by: grouping,
          unit: unitOfShort(result.measure),
          total: whole.short,
          groups: falling.slice(0, mostListed),
          more: Math.max(0, falling.length - mostListed),
        },
      ];
    }),
  );
}

function unitOfShort(measure: Result["measure"]): Miss["unit"] {
  if (measure?.kind === "reduction") return measure.sumsIn;
  return measure?.kind === "ratio" ? "cases" : measure?.kind === "mean" && measure.per === 1 ? "days" : "seconds";
}

/**
 * By how much a part falls short of the target of the whole: cases of a share; seconds above (or below) what its cases
 * would have taken at the target. The parts add up to the whole, since the target is the same for all of them.
 */
function shortOf(whole: Result, measure: Result["measure"]): { n: number; short: number } | null {
  const { target } = whole;
  const limit = target?.atLeast ?? target?.above ?? target?.atMost ?? target?.below;
  if (limit === undefined || measure === null) return null;
  const upper = target?.atMost !== undefined || target?.below !== undefined;
  const sign = upper ? -1 : 1;
  if (measure.kind === "ratio") {
    const { numerator, denominator: n } = measure;
    return { n, short: (sign * (limit * n - 100 * numerator)) / 100 };
  }
  if (measure.kind === "mean")
    return { n: measure.n, short: sign * (limit * (measure.per ?? 60) * measure.n - measure.sum) };
  if (measure.kind !== "reduction" || whole.measure?.kind !== "reduction" || upper) return null;
  // Of the time online against the mean in person of the whole, less what the target takes off.
  const { inPerson } = whole.measure;
  if (inPerson.n === 0) return null;
  const { sum, n } = measure.online;
  return { n, short: sum - (n * inPerson.sum * (100 - limit)) / (100 * inPerson.n) };
}

/** A part's weight and rate: a rate is sum ÷ n in the unit of the whole. */
export interface RateParts {
  readonly sum: number;
  readonly n: number;
}

/** The parts of a figure by procedure, in two periods. */
interface Parts {
  readonly side: Move["side"];
  readonly unit: Move["unit"];
  /** What a sum ÷ n is multiplied by to be in the unit. */
  readonly scale: number;
  readonly of: (measure: Measure) => RateParts | null;
}

function partsOf(measure: Measure): Parts[] {
  switch (measure.kind) {
    case "ratio": {
      const of = (one: Measure) => (one.kind === "ratio" ? { sum: one.numerator, n: one.denominator } : null);
      return [{ side: null, unit: "percent", scale: 100, of }];
    }
    case "mean": {
      const of = (one: Measure) => (one.kind === "mean" ? one : null);
      const { per = 60 } = measure;
      return [{ side: null, unit: per === 60 ? "minutes" : per === 1 ? "days" : "hours", scale: 1 / per, of }];
    }
    case "reduction": {
      const unit = measure.inDays ? "days" : "seconds";
      const mean =
        (side: "online" | "inPerson") =>
        (one: Measure): MeanParts | null =>
          one.kind === "reduction" && one.inDays === measure.inDays ? one[side] : null;
      return (["online", "inPerson"] as const).map((side) => ({ side, unit, scale: 1, of: mean(side) }));
    }
    default:
      return [];
  }
}

/** A second target of one KPI and clause has a number behind it. */
function isKeyOf({ kpi, clause }: Target, key: string): boolean {
  const base = `${kpi}@${clause}`;
  return key === base || (key.startsWith(`${base}(`) && /^\(\d+\)$/.test(key.slice(base.length)));
}

/** The cases of a target and of its procedures: all of them, or those of its clause. */
export function casesIn(
  { aim, known, ground, clauses }: Told,
  kpi: Kpi,
  key: string,
  tallies: SpanTallies,
): { readonly total: Tally; readonly groups: ReadonlyMap<string, Tally> } {
  const at = known.kpis.findIndex(({ id }) => id === kpi.id);
  const groups: ReadonlyMap<string, Tally> = tallies.groups[0]?.[at] ?? new Map();
  const target = (aim.plan.years[aim.year] ?? []).find((one) => isKeyOf(one, key)) ?? null;
  const own = clauses.length === 0 ? null : clauseOf(groups, target, kpi, aim, { ground, supplied: known.supplied });
  return own === null ? { total: tallies.totals[at], groups } : { total: own.tally, groups: own.groups };
}

/** Why each figure over the log moved since the period before, by procedure. */
export function movesOf(told: Told, results: readonly Result[], now: SpanTallies, before: SpanTallies): Move[] {
  const { known, days, facts, ground } = told;
  if (days.before === null || ground.procedure === null) return [];
  const factsNow = { ...facts, lastDay: days.period.to };
  const factsBefore = { ...facts, lastDay: days.before.to };
  const own = results.filter(
    ({ group, input, measure }) => group === null && input === "cases" && measure?.value != null,
  );
  return own.flatMap(({ key, kpi: id }) => {
    const at = known.kpis.findIndex((kpi) => kpi.id === id);
    const kpi = known.kpis[at] as Kpi;
    const [ofNow, ofBefore] = [now, before].map((tallies) => casesIn(told, kpi, key, tallies));
    const wholeNow = kpi.fold.finish(ofNow.total.state, factsNow);
    const wholeBefore = kpi.fold.finish(ofBefore.total.state, factsBefore);
    if (exactValue(wholeNow) === null || exactValue(wholeBefore) === null) return [];
    const likeForLike =
      wholeNow.kind === "reduction" && wholeBefore.kind === "reduction"
        ? { before: wholeBefore.likeForLike.value, now: wholeNow.likeForLike.value }
        : null;
    return partsOf(wholeNow).flatMap((parts): Move[] => {
      const [one, two] = [parts.of(wholeBefore), parts.of(wholeNow)];
      if (one === null || two === null || one.n === 0 || two.n === 0) return [];
      const measured = (groups: ReadonlyMap<string, Tally>, of: Facts) =>
        new Map([...groups].map(([name, { state }]) => [name, parts.of(kpi.fold.finish(state, of))]));
      const groupsBefore = measured(ofBefore.groups, factsBefore);
      const groupsNow = measured(ofNow.groups, factsNow);
      return [
        {
          key,
          side: parts.side,
          unit: parts.unit,
          likeForLike,
          ...split(one, two, groupsBefore, groupsNow, parts.scale),
        },
      ];
    });
  });
}

type Groups = ReadonlyMap<string, RateParts | null>;

/** 1 where the second rate is more than the first, -1 where less, 0 where they are equal: in whole numbers. */
function movedOf(a: RateParts, b: RateParts): number {
  const difference = BigInt(b.sum) * BigInt(a.n) - BigInt(a.sum) * BigInt(b.n);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function sameRate(a: RateParts, b: RateParts): boolean {
  return movedOf(a, b) === 0;
}

/**
 * Splits a change into what moved within the procedures and what the shift between them did; summed in the order of the names, so that the same log gives the same bits.
 *
 * @param scale what a sum ÷ n is multiplied by
 */
export function split(
  before: RateParts,
  now: RateParts,
  groupsBefore: Groups,
  groupsNow: Groups,
  scale: number,
): Pick<Move, "before" | "now" | "performance" | "mix" | "groups" | "more" | "opposite"> {
  const names = [...new Set([...groupsBefore.keys(), ...groupsNow.keys()])].sort();
  const centre = ((scale * before.sum) / before.n + (scale * now.sum) / now.n) / 2;
  const all = names.flatMap((name): MoveGroup[] => {
    const [a, b] = [groupsBefore.get(name), groupsNow.get(name)];
    const w0 = (a?.n ?? 0) / before.n;
    const w1 = (b?.n ?? 0) / now.n;
    if (w0 === 0 && w1 === 0) return [];
    const r0 = a != null && a.n > 0 ? (scale * a.sum) / a.n : null;
    const r1 = b != null && b.n > 0 ? (scale * b.sum) / b.n : null;
    // Fractions that are equal may differ as doubles.
    const isSame = a != null && b != null && a.n > 0 && b.n > 0 && sameRate(a, b);
    const performance = r0 === null || r1 === null || isSame ? 0 : ((w0 + w1) / 2) * (r1 - r0);
    // One that is there in one period only has one rate. Held against the rate of the whole, so that a procedure as good
    // as the whole has no part in a shift to or from it; over all the weights' changes add up to 0, and so does what is
    // taken off.
    const mix = (((r0 ?? (r1 as number)) + (r1 ?? (r0 as number))) / 2 - centre) * (w1 - w0);
    return [{ name, weightBefore: w0, weightNow: w1, before: r0, now: r1, performance, mix }];
  });
  const sum = (of: (group: MoveGroup) => number) => all.reduce((total, group) => total + of(group), 0);
  const change = movedOf(before, now);
  const both = names.flatMap((name) => {
    const [a, b] = [groupsBefore.get(name), groupsNow.get(name)];
    return a != null && b != null && a.n > 0 && b.n > 0 ? [movedOf(a, b)] : [];
  });
  const against = both.filter((direction) => direction === -change);
  const weight = ({ performance, mix }: MoveGroup) => Math.abs(performance + mix);
  const heaviest = all.toSorted((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1));
  return {
    before: (scale * before.sum) / before.n,
    now: (scale * now.sum) / now.n,
    performance: sum((group) => group.performance),
    mix: sum((group) => group.mix),
    groups: heaviest.slice(0, mostListed),
    more: Math.max(0, heaviest.length - mostListed),
    opposite: change !== 0 && 2 * against.length > both.length,
  };
}

/** What the KPIs of the results are, in words, and by which law at the end of a period (an ISO day). */
export function definitionsOf(results: readonly Result[], own: Plan["kpis"], end: string): Definition[] {
  const wanted = new Set(results.filter(({ verdict }) => verdict !== "not-supplied").map(({ kpi }) => kpi));
  return [...allKpis, ...ownKpis(own)]
    .filter(({ id }) => wanted.has(id))
    .map(({ id, title, definition, formula, choices = [], regulation: cited }) => {
      const regulation = cited === undefined ? null : regulationOn(cited, end);
      return { kpi: id, title, definition, formula, choices, regulation };
    });
}
