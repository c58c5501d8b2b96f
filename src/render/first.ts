/**
 * The first screen: one line of counts, then the targets that are missed, furthest first, each with all that a chairman
 * asks of it; what is undecided; what is met folded; and in one line the inputs that were not given.
 */

import type { Result } from "../judge/verdict.ts";
import type { Miss, Report, View } from "../report/report.ts";
import { firstSentence } from "../text/first.ts";
import { about, aboutBeside, clean, type Language, leastTime, withUnit } from "../text/language.ts";
import { noteText } from "../text/notes.ts";
import { periodicSentence } from "../text/periodic.ts";
import { periodLabel } from "../text/periods.ts";
import { sentence } from "../text/sentences.ts";
import { counted, type Noun, nouns } from "../text/titles.ts";
import type { Card, First, MissCard } from "./document.ts";
import { isOwn } from "./rows.ts";
import { toneOf, withoutOptions } from "./sections/cells.ts";
import { firstFindings } from "./sections/findings.ts";
import { needStep } from "./sections/needs.ts";
import { trendDrawing } from "./sections/trend.ts";
import { falling, shortWayOf, weightOf } from "./shortfall.ts";
import { serviceLines, warnings } from "./wording/frame.ts";
import { lackingInputs, notOfPeriod, target, targetLimit } from "./wording/targets.ts";
import { groupName, title } from "./wording/titles.ts";
import { clockOf, measured, nounOf } from "./wording/values.ts";
import { takes, undecided, verdict } from "./wording/verdicts.ts";

/** Misses that are told at once; the others stand in section I. */
const mostMisses = 5;

/** Decimals of sums of what is shown, without a double's dust. */
const mostGapPlaces = 9;

/** Of a miss it is told how often it was one in so many periods. */
const mostPeriods = 12;

export function firstOf(report: Report, language: Language): First {
  const { summary, periodic } = report;
  const own = report.results.filter(isOwn);
  const missed = own
    .filter(({ verdict: v }) => v === "fail")
    .map((result) => ({ result, distance: distanceOf(result) }))
    .sort((a, b) => b.distance - a.distance)
    .map(({ result }) => result);
  const passed = own.filter(({ verdict: v }) => v === "pass");
  // What the figures are not of comes with them, not in a later section.
  const limits = report.notes.filter(({ code }) => code === "other-year" || code === "period-not-covered");
  const rest = notOfPeriod(report);
  const counts = {
    ...summary,
    notSupplied: summary.notSupplied - rest,
    notOfPeriod: rest,
    judged: summary.pass + summary.fail,
    noData: summary.noData - summary.notDue,
  };
  return {
    counts: firstSentence("counts", counts, language),
    limits: [
      ...warnings(report, language).map(withoutOptions),
      ...limits.map(({ code, data }) => withoutOptions(noteText(code, data, language))),
    ],
    service: serviceLines(report, language)[0] ?? null,
    misses: missed.slice(0, mostMisses).map((result) => missOf(result, report, language)),
    moreMisses:
      missed.length > mostMisses ? firstSentence("moreMisses", { count: missed.length - mostMisses }, language) : null,
    undecided: own
      .filter(({ verdict: v }) => v === "undecided")
      .map((result) => ({
        title: title(result, language),
        text: withoutOptions(undecided(result, report, language).join("; ")),
      })),
    passes: passed.map((result) => cardOf(result, report, language)),
    notSupplied: notSuppliedOf(report, language),
    compared:
      periodic === undefined
        ? []
        : [
            ...[periodic.before, periodic.yearBefore].flatMap((view) =>
              view === null ? [] : changes(view, own, language),
            ),
            ...yearToDate(report, own, language),
            ...firstFindings(report, language),
          ],
  };
}

/** What was not judged for want of an input, and what is of another period; for other wants section IX has a sentence each. */
function notSuppliedOf(report: Report, language: Language): string | null {
  const { results } = report;
  const hasLacking = results.some(
    ({ verdict: v, reason }) =>
      v === "not-supplied" && (reason === "input-not-given" || reason === "criteria-not-judged"),
  );
  const others = results.filter(({ group, reason }) => group === null && reason === "needs-whole-year");
  const lines = [
    ...(hasLacking ? lackingInputs(report, language).slice(0, 1) : []),
    ...others.map(({ title: name, lacks }) =>
      sentence("needsWholeYear", { title: name[language], year: lacks[0] }, language),
    ),
  ].map(withoutOptions);
  return lines.length === 0 ? null : lines.map((line) => line.replace(/\.$/, "")).join(". ");
}

function cardOf(result: Result, report: Report, language: Language): Card {
  return {
    title: title(result, language),
    value: shownValue(result, language),
    target: target(result, language),
    verdict: verdict(result, language),
    tone: toneOf(result),
    trend: trendDrawing(report, result, language),
  };
}

/** The value; a cut below 0 is told as what it is, a longer time. */
function shownValue(result: Result, language: Language): string {
  if (isOpenMilestone(result)) return firstSentence("notDone", {}, language);
  const said = measured(result, language);
  const { measure } = result;
  if (measure?.kind !== "reduction" || measure.value === null || measure.value >= 0 || result.verdict === "undecided")
    return said;
  return periodicSentence("longer", { size: said.replace(/^−/, "") }, language);
}

function missOf(result: Result, report: Report, language: Language): MissCard {
  return {
    ...cardOf(result, report, language),
    gap: gapOf(result, report, language),
    since: sinceOf(result, report, language),
    agency: agencyOf(result, report, language),
    owner: result.owner === null ? "" : clean(result.owner),
    step: stepOf(result, report, language),
  };
}

/** What is left to do; of a milestone that was late nothing is. */
function stepOf(result: Result, report: Report, language: Language): string {
  if (result.unit === "date") return isOpenMilestone(result) ? firstSentence("finish", {}, language) : "";
  return needStep(report, result, language) || withoutOptions(takes(result, report, language));
}

function isOpenMilestone({ unit, measure }: Result): boolean {
  return unit === "date" && measure?.value == null;
}

/**
 * How far a result is from its target, in cases: those that are short, and of a time as many as the excess would have been
 * done in at the time that the target allows, so that shares and times stand in one order.
 */
function distanceOf({ slack, measure, target: bound }: Result): number {
  if (slack === null) return 0;
  if ("cases" in slack) return Math.abs(slack.cases);
  if ("things" in slack) return Math.abs(slack.things);
  if ("secondsPerCase" in slack && measure?.kind === "mean") {
    const limit = bound?.below ?? bound?.atMost ?? bound?.atLeast ?? bound?.above ?? 0;
    return limit === 0 ? 0 : (Math.abs(slack.secondsPerCase) * measure.n) / ((measure.per ?? 60) * limit);
  }
  if ("onlineMean" in slack && measure?.kind === "reduction" && slack.onlineMean > 0) {
    return (measure.online.sum - slack.onlineMean * measure.online.n) / slack.onlineMean;
  }
  return 0;
}

/** What is missing to the target: points and cases of a share, time a case of a time, days of a milestone. */
function gapOf(result: Result, { options }: Report, language: Language): string {
  const { slack, measure, unit } = result;
  if (measure === null) return "";
  if (measure.kind === "date") {
    const { by } = result.target ?? {};
    if (measure.value === null || by === undefined) return "";
    return firstSentence("gapLate", { days: (Date.parse(measure.value) - Date.parse(by)) / 86_400_000 }, language);
  }
  if (slack !== null && "onlineMean" in slack && measure.kind === "reduction") {
    const excess = measure.online.sum / measure.online.n - slack.onlineMean;
    const time = leastTime(excess, measure.sumsIn, options.clock, language);
    return firstSentence("gapTime", { time, isOnline: true }, language);
  }
  const limit = targetLimit(result);
  if (limit === null || typeof measure.value !== "number") return "";
  const { value } = measure;
  const size = Math.abs(value - limit);
  const rounded = about(size, gapPlaces(value, limit, unit === "count" ? 0 : 1), language);
  // What is missed by little is missed: 0.03 minutes of 8.03 against 8, and not 0.0.
  const points = withUnit(
    /[1-9]/.test(rounded) ? rounded : aboutBeside(size, 0, language),
    unit === "percent" ? "points" : unit,
    language,
  );
  const cases = slack !== null && "cases" in slack ? counted(Math.abs(slack.cases), shortNoun(result), language) : null;
  return firstSentence("gapPoints", { points, cases }, language);
}

/** Decimals of a gap with which it and the value, as that is shown, come to the target: 96.3 % and 3.75 of 96.25. */
function gapPlaces(value: number, limit: number, least: number): number {
  const shown = aboutBeside(value, limit, "en", least);
  const decimals = shown.split(".")[1]?.length ?? least;
  const comes = (places: number) => {
    const gap = Number(about(Math.abs(value - limit), places, "en").replaceAll(",", ""));
    const sum = Number((value < limit ? limit - gap : limit + gap).toFixed(mostGapPlaces));
    return Number(about(sum, decimals, "en").replaceAll(",", "")) === Number(shown.replaceAll(",", ""));
  };
  const found = [0, 1, 2].find((more) => comes(least + more));
  return least + (found ?? 0);
}

/** What a share is short of: of ratings satisfied ones. */
function shortNoun(result: Result): Noun {
  const { noun } = nounOf(result);
  return noun === "ratings" ? "satisfied" : noun;
}

/** Missed 10 of the last 12 periods, and since when without a break. */
function sinceOf(result: Result, { periodic }: Report, language: Language): string {
  const series = result.group === null ? periodic?.trend.series.find(({ key }) => key === result.key) : undefined;
  if (periodic === undefined || series === undefined) return "";
  const points = series.points
    .map(({ verdict: v }, i) => ({ v, name: periodic.trend.periods[i].name }))
    .slice(-mostPeriods);
  const judged = points.filter(({ v }) => v === "pass" || v === "fail");
  if (judged.length < 2) return "";
  const missed = judged.filter(({ v }) => v === "fail").length;
  // Of a period without a verdict nobody knows: there the run ends.
  const run = points.slice(points.findLastIndex(({ v }) => v !== "fail") + 1);
  const from = run.length > 1 && run.length < judged.length ? periodLabel(run[0].name, language) : null;
  const isOfThoseJudged =
    points.slice(points.findIndex(({ v }) => v === "pass" || v === "fail")).length > judged.length;
  return firstSentence("since", { missed, of: judged.length, from, isOfThoseJudged }, language);
}

/** The agency that weighs most in a miss, or those that do alike; of one agency alone nothing is said. */
function agencyOf(result: Result, report: Report, language: Language): string {
  if (result.group !== null) return "";
  const miss = report.periodic?.misses.find(({ key, by }) => key === result.key && by === "agency");
  const agencies = report.results.filter(({ key, group }) => key === result.key && group?.by === "agency");
  if (miss === undefined || agencies.length < 2) return "";
  const [first] = miss.groups;
  const { noun } = nounOf(result);
  const { all, alike } = falling(result, agencies);
  const count = Math.max(1, alike.length);
  // Of how many cases: where it is one number for all of them.
  const of = new Set(alike.map(weightOf)).size === 1 ? counted(first.n, noun, language) : null;
  const shown = agencies.find(({ group }) => group?.name === first.name);
  return periodicSentence(
    "agencyShort",
    {
      count,
      isAll: count === all.length,
      way: shortWayOf(result),
      size: sizeOf(first.short, of === null, miss.unit, result, report, language),
      of,
      name: shown === undefined ? clean(first.name) : groupName(shown, language),
    },
    language,
  );
}

function sizeOf(
  short: number,
  isNamed: boolean,
  unit: Miss["unit"],
  result: Result,
  report: Report,
  language: Language,
): string {
  if (unit === "cases") {
    const rounded = Math.round(short * 10) / 10;
    const size = about(rounded, Number.isInteger(rounded) ? 0 : 1, language);
    const { vi, one, many } = nouns[nounOf(result).noun];
    return isNamed ? `${size} ${language === "vi" ? vi : rounded === 1 ? one : many}` : size;
  }
  return leastTime(short, unit, clockOf(result, report), language);
}

const titlesOf = (results: readonly Result[], language: Language) =>
  results.map((result) => result.title[language] + (result.each ? ` ${result.group?.name ?? ""}` : ""));

/** The days of the log where it does not have all of the year to date. */
function daysOfLog({ days, notes }: Report, { partial, to }: View): { from: string | null; to: string | null } | null {
  if (days === null) return null;
  // Where it ends so early that it does not cover the period of the report, the year to date is not whole either.
  const end = notes.find(({ code }) => code === "period-not-covered")?.data.to ?? null;
  const last = typeof end === "string" && end < to ? end : null;
  return partial || last !== null ? { from: partial ? days.from : null, to: last } : null;
}

function yearToDate(report: Report, own: readonly Result[], language: Language): string[] {
  const { periodic, period } = report;
  if (periodic === undefined || period === null) return [];
  const { yearToDate: ytd } = periodic;
  const judged = ytd.summary.pass + ytd.summary.fail;
  if (judged === 0) return [];
  const unreachable = periodic.needs
    .filter(({ state }) => state === "unreachable")
    .map(({ key }) => own.find((result) => result.key === key))
    .filter((result) => result !== undefined);
  // Of January, of nine months, of a year to date the first line has counted them.
  const isSame = ytd.from === period.from && ytd.to === period.to;
  const data = {
    period: ytd.name,
    pass: ytd.summary.pass,
    judged,
    unreachable: titlesOf(unreachable, language),
    days: daysOfLog(report, ytd),
  };
  if (isSame) return unreachable.length === 0 ? [] : [firstSentence("unreachable", data, language)];
  return [firstSentence("yearToDate", data, language)];
}

/** How a target stands: one that is not due yet is no miss, and there is nothing wrong with its data. */
type Standing = "pass" | "fail" | "undecided" | "no-data" | "not-due";

/** Null of what was not judged: without the input, without a target then, or known of today alone. */
function standingOf(result: Result | undefined): Standing | null {
  if (result === undefined || result.verdict === null || result.verdict === "not-supplied") return null;
  return result.reason === "not-due" && result.verdict === "no-data" ? "not-due" : result.verdict;
}

const isDecided = (standing: Standing) => standing === "pass" || standing === "fail";

/** Which verdicts changed since another period; nothing where no target was judged in either. */
function changes(view: View, own: readonly Result[], language: Language): string[] {
  const then = new Map(view.results.map((result) => [`${result.key} ${result.group?.name}`, result]));
  const compared = own.flatMap((result) => {
    const old = then.get(`${result.key} ${result.group?.name}`);
    const [from, to] = [standingOf(old), standingOf(result)];
    if (old === undefined || from === null || to === null) return [];
    // Two periods without a verdict say nothing of each other.
    return from === to && !isDecided(to) ? [] : [{ result, old, from, to }];
  });
  if (compared.length === 0) return [];
  const told = (is: (from: Standing, to: Standing) => boolean) =>
    titlesOf(
      compared.filter(({ from, to }) => from !== to && is(from, to)).map(({ result }) => result),
      language,
    );
  const data = {
    period: view.name,
    gained: told((from, to) => from === "fail" && to === "pass"),
    lost: told((from, to) => from === "pass" && to === "fail"),
    fallenDue: told((from, to) => from === "not-due" && to === "fail"),
    reached: told((from, to) => from === "not-due" && to === "pass"),
    gone: told((_, to) => !isDecided(to)),
    come: told((from, to) => isDecided(to) && (from === "no-data" || from === "undecided")),
    same: compared.filter(({ from, to }) => from === to).length,
    // What has a verdict now and was not judged then is none that stayed as it was.
    isAll: compared.length === own.filter((result) => isDecided(standingOf(result) ?? "not-due")).length,
    // Each period by its own year's target.
    hasOtherTargets: compared.some(({ result, old }) => targetLimit(result) !== targetLimit(old)),
  };
  return [
    firstSentence(compared.every(({ from, to }) => from === to) ? "sameVerdicts" : "changedVerdicts", data, language),
  ];
}
