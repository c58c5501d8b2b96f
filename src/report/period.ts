/** From a pass of the logs to what a report of a period says beyond its verdicts. */

import type { Aim, Known } from "../judge/known.ts";
import { withoutPast } from "../judge/result.ts";
import { eachOf, summaryOf } from "../judge/results.ts";
import type { Result } from "../judge/verdict.ts";
import { catalogueKpis } from "../kpis/index.ts";
import type { OverCases } from "../kpis/kpi.ts";
import { nameKey } from "../measures/names.ts";
import type { Kept } from "../methods/kept.ts";
import type { Procedure } from "../records/procedure.ts";
import type { FlowState } from "../tally/caseload.ts";
import type { Reckoned } from "../tally/facts.ts";
import type { ProcedureName } from "../tally/names.ts";
import { type OpenList, soonDays } from "../tally/open-list.ts";
import type { Calendar } from "../time/calendar.ts";
import { isoDate } from "../time/civil.ts";
import type { ReportingPeriod } from "../time/period.ts";
import { type FormTime, formOf, momentOf, openCasesOf } from "./form.ts";
import { toldByAll } from "./frame.ts";
import { funnelsOf, signsOf, stagesOf, waitingOf } from "./insight.ts";
import { needsOf } from "./needs.ts";
import { definitionsOf, missesOf, movesOf, type ReportDays, type Told, viewResults } from "./periodic.ts";
import type { CalendarDay, Move, OpenCases, Periodic, Report, View } from "./report.ts";
import { trendOf, trendViews } from "./trend.ts";

/** What a report of a period is to say beyond its verdicts. */
export interface Reporting {
  readonly period: ReportingPeriod;
  /** Cases that the user expects over the rest of the year. */
  readonly expected: number | null;
  readonly listCases: boolean;
  /** Signs that somebody should look at. */
  readonly signs?: boolean;
  /** Form 07a/BTP beside II.06a. */
  readonly isBtp?: boolean;
}

/** What a pass has left, and how it was asked for. */
export interface Passed {
  readonly aim: Aim;
  readonly known: Known;
  readonly days: ReportDays;
  readonly view: Told["view"];
  readonly others: Told["others"];
  readonly clauses: Told["clauses"];
  /** Null where nothing was counted of it. */
  readonly flow: FlowState | null;
  /** For the methods beside the KPIs; null of parts that do not keep it. */
  readonly kept: Kept | null;
  readonly names: readonly ProcedureName[];
  readonly reckoning: Reckoned;
  readonly calendar: Calendar;
  readonly reporting: Reporting;
  /** Null where nobody asked for the ids. */
  readonly openCases: OpenList | null;
  readonly kpis: readonly OverCases<unknown>[];
}

/** The place behind the events that happen: the last is when a case is done, or due while it is open. */
const done = 4;

export function periodicOf(report: Report, passed: Passed): Periodic {
  const { aim, known, days, view, reckoning, calendar, reporting, openCases, kpis } = passed;
  const told: Told = {
    aim,
    days,
    ground: known.ground,
    known: { supplied: known.supplied, kpis },
    facts: reckoning.facts,
    view,
    others: passed.others,
    clauses: passed.clauses,
    range: reckoning.days && { from: reckoning.begins ?? reckoning.days.from, to: reckoning.days.to },
    isWorked: (day) => calendar.isWorked(day) ?? isWeekday(day),
    expected: reporting.expected,
  };
  const { period, before } = days;
  const soonUntil = (day: number) => calendar.after(day, soonDays);
  const { events } = known.ground;
  const { asOfDay } = reckoning.facts;
  const time: FormTime = { period, upTo: asOfDay, soonUntil };
  // Without a column that says when a case was received, or when it was done, nothing can be said of either.
  const flow = events.received === null || events.completed === null ? null : passed.flow;
  const canMove = before !== null && known.ground.procedure !== null && report.options.by.includes("procedure");
  const targets = aim.plan.years[aim.year] ?? [];
  const each = [...new Set([...eachOf(targets), ...passed.clauses])];
  const viewBefore = (other: ReportingPeriod | null) => withoutSnapshots(viewResults(told, other, each));
  const yearToDate = viewResults(told, days.yearToDate, each) ?? asView(report, days);
  const views = trendViews(told);
  const viewOfBefore = viewBefore(before);
  const moves = canMove
    ? movesOf(
        told,
        decidedBoth(report.results, viewOfBefore),
        told.view(period, ["procedure"]),
        told.view(before, ["procedure"]),
      )
    : [];
  return {
    length: period.length,
    events: told.view(period, passed.clauses).cases.reduce((sum, n, e) => (e < done ? sum + n : sum), 0),
    expected: reporting.expected,
    yearToDate,
    before: viewOfBefore,
    yearBefore: viewBefore(days.yearBefore),
    trend: trendOf(told, report.results, views),
    misses: missesOf(report.results, report.options.by),
    moves,
    needs: needsOf(told, yearToDate.results, views),
    form: flow && formOf(flow, time, reporting.isBtp === true ? toldByAll(report, known.ground.fields) : null),
    open: flow && openOf(flow, time, openCases),
    funnels: funnelsOf(report.results),
    waiting: flow === null || passed.kept === null ? null : waitingOf(passed.kept, period, momentOf(time)),
    stages: passed.kept && stagesOf(passed.kept.stages, period),
    ...(reporting.signs === true && passed.kept !== null && { signs: signsOf(passed.kept.signs) }),
    definitions: definitionsOf(report.results, aim.plan.kpis, isoDate(period.to)),
    procedures: procedureNames(passed.names, known.supplied.procedures?.rows ?? [], report, moves),
    calendar: calendarDays(calendar, period.year),
  };
}

/** Of a view of the past: a catalogue, and what the office states, are as of today; nobody knows what they were then. */
function withoutSnapshots(view: View | null): View | null {
  if (view === null) return null;
  const results = view.results.map((result) => (isOfToday(result) ? withoutPast(result) : result));
  return { ...view, results, summary: summaryOf(results) };
}

/** Whether a result says how things stand today: its rows have no days, or it counts verdicts on such rows. A milestone has its day. */
function isOfToday({ kpi: id, input, verdict, measure, unit }: Result): boolean {
  if (unit === "date") return false;
  if (measure?.kind === "stated") return true;
  if (verdict === "not-supplied" || input === "cases" || input === "petitions") return false;
  return catalogueKpis.find((kpi) => kpi.id === id)?.when === undefined;
}

/** The results that what could not be read may turn neither now nor in the period before: of the others no movement is known. */
function decidedBoth(results: readonly Result[], before: View | null): Result[] {
  const open = [...results, ...(before?.results ?? [])].filter(
    ({ verdict, group }) => verdict === "undecided" && group === null,
  );
  const keys = new Set(open.map(({ key }) => key));
  return results.filter(({ key }) => !keys.has(key));
}

/** Groups are told by the codes of the log; what these are called the log itself says, else a catalogue. */
function procedureNames(
  names: readonly ProcedureName[],
  rows: readonly Procedure[],
  report: Report,
  moves: readonly Move[],
): Periodic["procedures"] {
  const groups = report.results.flatMap(({ group }) => (group?.by === "procedure" ? [group.name] : []));
  const codes = new Set([...groups, ...moves.flatMap((move) => move.groups.map(({ name }) => name))]);
  const known = new Map<string, string>();
  for (const { procedureCode: code, procedureName: name } of rows) if (name !== null) known.set(nameKey(code), name);
  for (const { code, name } of names) known.set(nameKey(code), name);
  return [...codes].sort().flatMap((code) => {
    if (code === null) return [];
    const name = known.get(nameKey(code));
    return name === undefined || name === code ? [] : [{ code, name }];
  });
}

/** Of a log without a case in the year: its results are those of the period. */
function asView(report: Report, { yearToDate }: ReportDays): View {
  const { results, summary } = report;
  const own = results.filter(({ group, each }) => group === null || each);
  const { from, to } = report.period as NonNullable<Report["period"]>;
  return { name: yearToDate.name, from, to, partial: false, results: own, summary };
}

function openOf(flow: FlowState, time: FormTime, openCases: OpenList | null): OpenCases {
  const open = openCasesOf(flow, time);
  if (openCases === null) return open;
  const day = momentOf(time);
  return { ...open, cases: openCases.at(day, time.soonUntil(day)) };
}

function calendarDays({ days }: Calendar, year: number): CalendarDay[] {
  return days
    .filter(({ date }) => date.startsWith(`${year}-`))
    .map(({ date, kind, name, source, provisional }) => ({ date, kind, name, source, provisional }));
}

function isWeekday(day: number): boolean {
  // 1970-01-01 was a Thursday.
  return (day + 4) % 7 !== 0 && (day + 4) % 7 !== 6;
}
