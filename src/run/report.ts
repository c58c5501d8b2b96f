/** From files and options to the Report: what `kpi check` and `kpi verify` have in common. */

import { UserError } from "../errors.ts";
import type { Aim, Known, Measured } from "../judge/known.ts";
import { isOfDocument, isSelective } from "../judge/population.ts";
import { eachOf, withCriteria } from "../judge/results.ts";
import { type Ground, lacking } from "../kpis/ground.ts";
import { allKpis, overCases } from "../kpis/index.ts";
import onTimeShare from "../kpis/on-time-share.ts";
import { ownKpis } from "../kpis/own.ts";
import type { Plan, Target } from "../plans/plan.ts";
import { wordKey } from "../read/words.ts";
import { events } from "../records/case.ts";
import { exitCode } from "../report/exit.ts";
import { doneLaterOf } from "../report/form.ts";
import {
  coverNotes,
  decimalNotes,
  frameOf,
  joinedNotes,
  namesNotes,
  nearNotes,
  notesOf,
  toldByAll,
  unknownCodeNotes,
  unusedNotes,
} from "../report/frame.ts";
import { judgedReport } from "../report/judged.ts";
import type { Reporting } from "../report/period.ts";
import { daysOf, isWholeYear } from "../report/periodic.ts";
import { serviceOf, withForm } from "../report/service.ts";
import { mayBePromised } from "../tally/doubt.ts";
import { doubtOf } from "../tally/same-case.ts";
import { groupings } from "../tally/tally.ts";
import { wordsOfAllCases } from "../text/populations.ts";
import { type DayRange, isoDate } from "../time/civil.ts";
import { type Period, periodOf, type ReportingPeriod, reportingPeriod, yearRange } from "../time/period.ts";
import { changesClock } from "../time/zone.ts";
import type { Made, Read, ReportOptions, Sought } from "./ask.ts";
import { choiceOf, choicesOf, clocks, groupNamesIn, nearest, wholeNumber } from "./choices.ts";
import { fromLogs, otherReadings } from "./from-logs.ts";
import type { Context } from "./io.ts";
import { kpisNamed } from "./kpi-names.ts";
import { asOfDay as asOfGiven, expanded, isPart, openLogs } from "./logs.ts";
import { planOf, yearOf } from "./plan.ts";
import { readSupplied } from "./tables.ts";
import { withCrew } from "./threads.ts";

/**
 * Holds a plan's targets against the logs.
 *
 * @param reporting of a report of a period, whose groups are those of every column that the logs have
 * @param given a plan that is in no file, in place of that which the options name
 * @throws UserError for options that cannot be meant and files that cannot be read
 */
export async function reportOf(
  files: readonly string[],
  options: ReportOptions,
  context: Context,
  reporting: Reporting | null = null,
  given: Plan | null = null,
): Promise<Made> {
  const { io } = context;
  const { plan, file: planFile } = given === null ? await planOf(options.plan) : { plan: given, file: null };
  const year = yearOf(plan, options.year, reporting === null ? "check" : "report");
  const only = kpisOf(options, plan);
  const groups = groupsOf(options.groups, plan, year);
  const preferStated = options.preferStated === undefined ? [] : kpisNamed(options.preferStated, ownKpis(plan.kpis));
  if (preferStated.length > 0 && options.figures === undefined) throw new UserError("prefer-without-figures");
  const ownPeriod = options.period === undefined && reporting === null ? periodOfPlan(plan, year) : null;
  const period = reporting?.period ?? periodOf(options.period ?? ownPeriod ?? "all", options.statutory);
  const clock = options.clock === undefined ? null : choiceOf("--clock", options.clock, clocks);
  const asked = choicesOf("--by", options.by, groupings);
  const top = wholeNumber("--top", options.top, 1);
  const threads = options.threads === undefined ? undefined : wholeNumber("--threads", options.threads, 1);
  if (!/^(\d+|\d+(\.\d+)?%)$/.test(options.maxRejects))
    throw new UserError("bad-max-rejects", { value: options.maxRejects });

  const named = await expanded(files);
  const parts = named.filter(isPart);
  const logs = named.filter((file) => !isPart(file));
  return await withCrew(logs, threads, io, async (crewFor) => {
    const { supplied, inputs, notes: ofSupplied, calendar, copies } = await readSupplied(options, io, plan.kpis);
    const tools = { calendar, crewFor, options, copies };
    const targets = plan.years[year];
    const wanted = only === null ? targets.map(({ kpi }) => kpi) : withCriteria(only);
    const own = { kpis: plan.kpis?.filter(({ id }) => wanted.includes(id)) ?? [], days: calendar.days };
    const days = reporting === null ? null : daysOf(reporting.period, monthsOfPlan(plan, reporting.period));
    const isYear = days === null ? period !== null && isYearByName(period) : isWholeYear(days.period);
    // The cases of each procedure are wanted only where the services are known, and of a year; that of a month of
    // December is the year to date.
    const joins = supplied.procedures !== null && (isYear || (days !== null && isWholeYear(days.yearToDate)));
    const sought: Sought = {
      year,
      period,
      asked,
      // Groups that the plan itself names are counted with those asked for.
      each: eachOf(targets),
      isSelective:
        supplied.procedures !== null && targets.some((one) => wanted.includes(one.kpi) && countsSome(one, plan)),
      clock,
      reporting,
      isScored: only === null && targets.some(({ points }) => points !== undefined),
      days,
      own,
      kpis: [
        ...overCases.filter(
          ({ id, input }) =>
            (wanted.includes(id) || (only === null && id === onTimeShare.id)) && (input === "cases" || joins),
        ),
        ...ownKpis(own.kpis),
      ],
    };
    const open = parts.length === 0 ? await openLogs(logs, options, io) : null;
    const read =
      open !== null
        ? await fromLogs(open, sought, tools, context)
        : await (await import("./tally-files.ts")).fromParts(parts, logs, sought, tools, context);
    const { basis, reckoned, kpis, by, grouped, decimals } = read;
    const lastDays = [asOfGiven(options), period?.to ?? null].filter((day) => day !== null);
    const ofRun = {
      statedUntil: lastDays.length === 0 ? null : isoDate(Math.min(...lastDays)),
      period,
      year,
      isWholeYear: isYear,
    };
    const known = knownOf(read, supplied, ofRun);
    const { ground, measured } = known;
    // Without what is folded for the summary alone.
    const ofPlan = kpis.filter(({ id }) => id !== onTimeShare.id || wanted.includes(id));
    const notes = [
      ...(ownPeriod === null ? [] : [{ code: "plan-period", data: { period: ownPeriod } }]),
      ...notesOf(reckoned, basis, ofPlan, ground, period, year, read.clock),
      ...(reporting === null ? [] : coverNotes(reckoned, reporting.period)),
      ...decimalNotes(decimals),
      ...ofSupplied,
      ...unusedNotes(supplied, sought.isSelective, [...wanted, ...targets.map(({ kpi }) => kpi)], year),
      ...(sought.isSelective && supplied.procedures !== null && basis.procedure === "procedureCode"
        ? unknownCodeNotes(codesIn(measured), new Set(supplied.procedures.rows.map((one) => one.procedureCode)))
        : []),
      ...read.notes,
      ...joinedNotes(read.joinedNames),
      ...(reporting === null ? [] : namesNotes(read.names)),
      ...nearNotes(
        reckoned.accounts,
        ofPlan.flatMap((kpi) => lacking(kpi, ground)),
      ),
      ...(changesClock(options.timeZone, year)
        ? [{ code: "changing-clock", data: { timeZone: options.timeZone } }]
        : []),
    ];
    const aim: Aim = {
      plan,
      year,
      only,
      by,
      groups,
      preferStated: new Set(preferStated),
      isSameName: (a, b) => wordKey(a) === wordKey(b),
      wordsOfAllCases,
    };
    const frame = frameOf(reckoned, options, { by, top, period, clock: read.clock, notes, preferStated });
    const doneLater = period === null ? null : doneLaterOf(read.flow, period, reckoned.facts.asOfDay, ground);
    const service = only === null ? serviceOf(known, doneLater) : null;
    const all = [...frame.inputs, ...inputs];
    // Loaded where it is asked for: few runs leave a manifest.
    const isHashed = options.manifest !== undefined || reporting !== null;
    const told = isHashed ? await read.withHashes(all) : all;
    const others = open === null ? [] : await otherReadings(read, open, sought, tools, context);
    const report = read.finished(
      judgedReport(
        aim,
        known,
        { ...frame, planFile, inputs: told, service },
        others.map(({ reason, known: other }) => ({ reason, known: knownOf(other, supplied, ofRun) })),
      ),
    );
    if (reporting === null || sought.days === null) return { report, plan, calendar, parts: parts.length };
    const { periodicOf } = await import("../report/period.ts");
    const periodic = periodicOf(report, {
      aim,
      known,
      days: sought.days,
      view: read.view,
      others: others.map(({ reason, known: { view, reckoned: own } }) => ({
        reason,
        known: { view, facts: own.facts },
      })),
      clauses:
        sought.isSelective && grouped.includes("procedure") && basis.procedure === "procedureCode" ? ["procedure"] : [],
      flow: read.flow,
      kept: read.kept,
      names: read.names,
      reckoning: reckoned,
      calendar,
      reporting,
      openCases: read.openCases,
      kpis,
    });
    const made = { ...report, service: withForm(service, periodic.form, known), periodic };
    const whole = { ...made, exitCode: exitCode(made) };
    if (!sought.isScored) return { report: whole, plan, calendar, parts: parts.length };
    const { scoreOfPeriod } = await import("../report/score-of-period.ts");
    const score = scoreOfPeriod(whole, {
      handled: read.handled,
      days: sought.days,
      known,
      targets,
      toldByAll: toldByAll(report, basis.fields),
      asOfDay: reckoned.facts.asOfDay,
    });
    // One document, one figure by the index's own rule.
    const { handled } = score;
    const index = handled === null || handled.unknown > 0 ? null : { inTime: handled.inTime, of: handled.cases };
    const byRule = whole.service === null ? null : { ...whole.service, index };
    const scored = { ...whole, service: byRule, score };
    return { report: { ...scored, exitCode: exitCode(scored) }, plan, calendar, parts: parts.length };
  });
}

/** What was read, as results are judged from it. */
function knownOf(
  { basis, reckoned, tallies, kpis, grouped, otherClock, numbersInDoubt }: Read,
  supplied: Known["supplied"],
  ofRun: Omit<Known["when"], "asOf" | "asOfDay">,
): Known {
  const measured: Measured = {
    kpis,
    totals: tallies.totals,
    groups: grouped.map((name, g) => ({ by: name, tallies: tallies.groups[g] })),
    otherClock,
    finished: tallies.cases[events.indexOf("finished")],
    facts: reckoned.facts,
  };
  const casesInDoubt = doubtOf(reckoned.sameCases, reckoned.accounts);
  const returnsInDoubt = reckoned.accounts.some(mayBePromised);
  const ground: Ground = {
    ...basis,
    hasPeriod: ofRun.period !== null,
    ...{ numbersInDoubt, casesInDoubt, returnsInDoubt },
  };
  // Of a period nothing is judged that is dated after its end.
  const asOfDay = judgedOn(reckoned.facts.asOfDay, ofRun.period);
  const when = { ...ofRun, asOfDay, asOf: asOfDay === null ? null : isoDate(asOfDay) };
  return { ground, measured, supplied, when };
}

/** Whether a target over the case log may count the cases of some procedures only. */
function countsSome(target: Target, plan: Plan): boolean {
  const isOverCases = [...overCases, ...ownKpis(plan.kpis)].some(
    ({ id, input }) => id === target.kpi && input === "cases",
  );
  return isOverCases && (isSelective(target) || isOfDocument({ id: target.kpi }));
}

/** The procedures of the cases that bear on some KPI. */
function codesIn({ groups }: Measured): string[] {
  const tallies = groups.find(({ by }) => by === "procedure")?.tallies ?? [];
  return [...new Set(tallies.flatMap((byName) => [...byName].flatMap(([name, { n }]) => (n > 0 ? [name] : []))))];
}

/** The period for which a plan sets its targets of a year, where it is not the whole of it. */
function periodOfPlan({ period }: Plan, year: number): string | null {
  const own = period === undefined ? null : periodOf(period);
  const ofYear = yearRange(year);
  return own !== null && own.from >= ofYear.from && own.to <= ofYear.to ? (period ?? null) : null;
}

/** The months for which a plan sets its targets, where a report's period lies in them; else those of the year. */
function monthsOfPlan(plan: Plan, { from, to, year, basis }: ReportingPeriod) {
  const name = periodOfPlan(plan, year);
  const own = name === null ? null : reportingPeriod(name, basis === "statutory");
  if (own === null || from < own.from || to > own.to) return undefined;
  return { first: own.firstMonth, last: own.lastMonth };
}

/** The ids of `--kpi`; null without it. `all` is every KPI whose input was given. */
function kpisOf({ kpi: value, procedures, petitions, figures }: ReportOptions, plan: Plan): string[] | null {
  if (value === undefined) return null;
  const own = ownKpis(plan.kpis);
  if (value.split(",").some((id) => id.trim() === "all")) {
    const given = { cases: true, procedures, petitions, figures, verdicts: undefined };
    return [...allKpis, ...own].filter(({ input }) => given[input] !== undefined).map(({ id }) => id);
  }
  return kpisNamed(value, own);
}

/** CLAUSE=name;name: the groups of a target that the plan leaves open. */
function groupsOf(values: readonly string[], plan: Plan, year: number): Map<string, string[]> {
  const clauses = plan.years[year].filter(({ each }) => each !== undefined).map(({ clause }) => clause);
  const groups = new Map<string, string[]>();
  for (const value of values) {
    const [, clause, list] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
    const names = groupNamesIn(list ?? "").map((name) => name.normalize("NFC").trim());
    if (clause === undefined || names.includes("")) throw new UserError("bad-groups", { value, clauses });
    if (!clauses.includes(clause)) {
      throw new UserError("groups-without-clause", { clause, clauses, nearest: nearest(clause, clauses) });
    }
    groups.set(clause, [...new Set([...(groups.get(clause) ?? []), ...names])]);
  }
  return groups;
}

/** Whether a period is a year: of the calendar, by whatever name, or of the official reports. */
function isYearByName({ name, basis, from, to }: Period): boolean {
  if (basis === "statutory") return /^\d{4}$/.test(name);
  const year = yearRange(Number(isoDate(from).slice(0, 4)));
  return year.from === from && year.to === to;
}

/** The day at whose end things are judged: that up to which the log goes, or the period's last. */
function judgedOn(asOfDay: number | null, period: DayRange | null): number | null {
  return asOfDay === null || period === null ? asOfDay : Math.min(asOfDay, period.to);
}
