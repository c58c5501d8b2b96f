/** What the rest of the year must be for the targets of the year: arithmetic, and beside it the best of the last periods. */

import type { Result } from "../judge/verdict.ts";
import type { Kpi } from "../kpis/kpi.ts";
import { type Bound, exact, limitOf, meets } from "../measures/exact.ts";
import { exactValue } from "../measures/kinds.ts";
import type { Measure } from "../measures/measure.ts";
import type { Tally } from "../tally/tally.ts";
import type { DayRange } from "../time/civil.ts";
import { isCeiling } from "./insight.ts";
import { casesIn, isPartial, type RateParts, type Told } from "./periodic.ts";
import type { YearNeed } from "./report.ts";
import { decidedIn, isCut, type TrendViews } from "./trend.ts";
import { forecastOf } from "./year-forecast.ts";

/** The place of the received event among the events. */
const received = 1;

/** The best is that of a year. */
const lastPeriods = 12;

/** What the rest of the year must be, for each target over the log. */
export function needsOf(told: Told, yearResults: readonly Result[], views: TrendViews): YearNeed[] {
  const { days, known, facts } = told;
  const done = told.view(days.yearToDate, told.clauses);
  const coming = days.restBefore === null ? null : told.view(days.restBefore, told.clauses);
  const { from, to } = days.yearToDate;
  const begins = Math.max(from, told.range?.from ?? to + 1);
  const covered = (days.gone * Math.max(0, to - begins + 1)) / (to - from + 1);
  const restTo = days.restBefore?.to ?? 0;
  return yearResults.flatMap(({ key, kpi: id, input, group, target, verdict, measure }): YearNeed[] => {
    if (input !== "cases" || group !== null || target === null) return [];
    // Of a year to date without a figure nothing is foretold, nor of one that what could not be read may turn.
    if ((verdict !== "pass" && verdict !== "fail") || measure?.value == null) return [];
    const at = known.kpis.findIndex((kpi) => kpi.id === id);
    if (at < 0) return [];
    const kpi = known.kpis[at] as Kpi;
    const now = kpi.fold.finish(casesIn(told, kpi, key, done).total.state, { ...facts, lastDay: days.yearToDate.to });
    const pastCases = coming && casesIn(told, kpi, key, coming).total;
    const past = pastCases && kpi.fold.finish(pastCases.state, { ...facts, lastDay: restTo });
    const own = doneOf(now);
    if (own === null || exactValue(now) === null) return [];
    const hasPast = past !== null && !isPartial(told, days.restBefore as DayRange);
    const expected = days.isOver
      ? null
      : told.expected !== null
        ? givenOf(told.expected, own.n, done.cases[received])
        : hasPast
          ? { n: doneOf(past)?.n ?? 0, from: "year-before" as const }
          : null;
    const empty = { required: null, cases: null, inPersonMean: null, best: null, beyondBest: null, forecast: null };
    const head = { key, done: { sum: own.sum, n: own.n }, expected };
    if (days.isOver) return [{ ...head, ...empty, state: "over" }];
    // In a period that is not over nothing is foretold.
    const forecast = isCut(told, days.period)
      ? null
      : forecastOf(now, {
          ...{ target, expected, days, covered },
          needed: (n) => neededOf(now, target, n),
          past: views.map((view) => decidedIn(view, key)),
        });
    if (expected === null || (expected.n === 0 && expected.from === "year-before")) {
      const { restBefore } = days;
      const isCovered = expected !== null || restBefore === null || (told.range?.from ?? 0) > restBefore.to;
      const why = isCovered ? whyNone(pastCases, past) : "not-whole";
      return [{ ...head, ...empty, forecast, state: "unknown", why }];
    }
    // Where nothing is to come the year is what it is.
    if (expected.n === 0) return [{ ...head, ...empty, state: verdict === "pass" ? "secured" : "unreachable" }];
    const needed = neededOf(now, target, expected.n);
    return [
      { ...head, ...empty, forecast, ...needed, ...besideBest(needed, bestOf(told, key, target, views), target) },
    ];
  });
}

/** Why the months of a year before have no case that bears on a figure. */
function whyNone(cases: Tally | null, past: Measure | null): NonNullable<YearNeed["why"]> {
  // A plan's own KPI leaves out by itself.
  const own = past !== null && "excluded" in past ? Object.entries(past.excluded ?? {}) : [];
  const reasons = [...(cases?.excluded ?? []), ...own].filter(([, count]) => count > 0).map(([reason]) => reason);
  if (reasons.some((reason) => reason === "outside-calendar" || reason === "no-calendar-year"))
    return "outside-calendar";
  return reasons.length > 0 ? "not-used" : "no-case";
}

/**
 * The best of the last periods, in the unit of what is required: arithmetic alone says that a year can be saved by months
 * such as the office has never had.
 */
function bestOf({ days }: Told, key: string, target: Bound, views: TrendViews): YearNeed["best"] {
  const measured = views.slice(-lastPeriods).flatMap((view, i) => {
    const value = rateOf(decidedIn(view, key));
    return value === null ? [] : [{ value, period: days.trend.slice(-lastPeriods)[i].name }];
  });
  if (measured.length === 0) return null;
  const isLess = isCeiling(target) || views.some((view) => view.get(key)?.measure?.kind === "reduction");
  const best = measured.reduce((a, b) => ((isLess ? b.value < a.value : b.value > a.value) ? b : a));
  return { ...best, of: measured.length };
}

/** What of a measure can still change: a share in percent, a mean in minutes, of a reduction the mean online. */
function rateOf(measure: Result["measure"]): number | null {
  if (measure?.kind === "ratio" || measure?.kind === "mean") return measure.value;
  if (measure?.kind !== "reduction" || measure.online.n === 0) return null;
  return measure.online.sum / measure.online.n;
}

function besideBest(
  { state, required = null, inPersonMean = null }: ReturnType<typeof neededOf>,
  best: YearNeed["best"],
  target: Bound,
): Pick<YearNeed, "best" | "beyondBest"> {
  if (best === null || required === null || state !== "reachable") return { best, beyondBest: null };
  const isLess = isCeiling(target) || inPersonMean !== null;
  return { best, beyondBest: isLess ? required < best.value : required > best.value };
}

/** The expected receipts, shared out as the KPI's cases of the year so far; its own where no receipt is known. */
function givenOf(expected: number, n: number, received: number): NonNullable<YearNeed["expected"]> {
  if (received === 0) return { n: expected, from: "given-own" };
  return { n: Math.round((expected * n) / received), from: "given" };
}

/** Sum and number of cases of the part of a measure that can still change. */
function doneOf(measure: Measure): RateParts | null {
  switch (measure.kind) {
    case "ratio":
      return { sum: measure.numerator, n: measure.denominator };
    case "mean":
      return { sum: measure.sum, n: measure.n };
    case "reduction":
      return { sum: measure.online.sum, n: measure.online.n };
    default:
      return null;
  }
}

/**
 * The rate that so many cases more must have for a bound to be met over all.
 *
 * @param more cases to come
 */
export function neededOf(
  measure: Measure,
  bound: Bound,
  more: number,
): Pick<YearNeed, "state"> & Partial<Pick<YearNeed, "required" | "cases" | "inPersonMean">> {
  const limit = exact(limitOf(bound) as number);
  const upper = isCeiling(bound);
  if (measure.kind === "ratio") {
    const { numerator, denominator } = measure;
    const meetsWith = (cases: number) =>
      meets({ num: 100n * BigInt(numerator + cases), den: BigInt(denominator + more) }, bound);
    const required = ((Number(limit.num) / Number(limit.den)) * (denominator + more) - 100 * numerator) / more;
    // The fewest (or most) of the cases to come with which it is met; found by the verdict itself.
    const near = Math.round((required * more) / 100);
    const tried = [-2, -1, 0, 1, 2].map((step) => Math.min(more, Math.max(0, near + step)));
    const meeting = tried.filter(meetsWith).sort((a, b) => (upper ? b - a : a - b));
    if (meetsWith(upper ? more : 0)) return { state: "secured", required, cases: upper ? more : 0 };
    if (meeting.length === 0) return { state: "unreachable", required, cases: null };
    // The rate of whole cases, and not of the fraction of one that the target falls on.
    return { state: "reachable", required: (100 * meeting[0]) / more, cases: meeting[0] };
  }
  if (measure.kind === "mean") {
    const { per = 60 } = measure;
    const allowed = (per * Number(limit.num) * (measure.n + more)) / Number(limit.den) - measure.sum;
    const required = allowed / more / per;
    if (!upper) return { state: required <= 0 ? "secured" : "reachable", required };
    const isReachable = bound.below === undefined ? allowed >= 0 : allowed > 0;
    return { state: isReachable ? "reachable" : "unreachable", required };
  }
  if (measure.kind !== "reduction" || upper) return { state: "unknown" };
  const inPersonMean = measure.inPerson.sum / measure.inPerson.n;
  const mean = inPersonMean * (1 - Number(limit.num) / Number(limit.den) / 100);
  const allowed = mean * (measure.online.n + more) - measure.online.sum;
  return { state: allowed > 0 ? "reachable" : "unreachable", required: allowed / more, inPersonMean };
}
