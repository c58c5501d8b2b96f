/** From what a pass of the logs has counted, and what is supplied beside them, to the Report. */

import { allKpis, catalogueKpis, jointKpis, petitionKpis } from "../kpis/index.ts";
import type { About, JointKpi, Kpi, OverCases } from "../kpis/kpi.ts";
import { ofUnknownChannel } from "../kpis/processing-time-reduction.ts";
import qualityCriteriaMet, { qualityCriteria } from "../kpis/quality-criteria-met.ts";
import type { Facts, MeanParts, Measure } from "../measures/fold.ts";
import { quantile } from "../measures/interval.ts";
import { casesBearing, exactValue, limitOf, meets, type Verdict } from "../measures/kinds.ts";
import type { Plan, Target } from "../plans/plan.ts";
import { snake } from "../records/case.ts";
import { doubted, type Ground, lacking, reasonFor, restsOnReceipt } from "../records/ground.ts";
import { exitCode, type Note, type Report, type ReportInput, type Result } from "../report/report.ts";
import { mergedTallies, type Tally } from "../tally/tallier.ts";
import { withEvidence } from "./evidence.ts";
import { casePopulation, isSelective, overAllCases } from "./population.ts";
import { type Held, isTooMany, judged, notSupplied, withoutValue } from "./result.ts";
import { servicesMeetingAll } from "./services.ts";
import {
  fromCatalogue,
  fromFigures,
  fromPetitions,
  populationColumns,
  populationOf,
  type Supplied,
  tagsOf,
  type When,
} from "./tables.ts";

/** What was measured: one tally a KPI over the log, in the order of `kpis`, and the groups of each. */
export interface Measured {
  readonly kpis: readonly OverCases<unknown>[];
  readonly totals: readonly Tally[];
  readonly groups: readonly { readonly by: string; readonly tallies: readonly ReadonlyMap<string, Tally>[] }[];
  /** The processing-time reduction under the clock that was not asked for; null where none was. */
  readonly otherClock: Measure | null;
  /** Cases that are finished in the period. */
  readonly finished: number;
  readonly facts: Facts;
}

/** What is held against what. */
export interface Aim {
  readonly plan: Plan;
  readonly year: number;
  /** The KPIs asked for, also ones without a target; null for the plan's own. */
  readonly only: readonly string[] | null;
  /** The groupings asked for beside the plan's own. */
  readonly by: readonly string[];
  /** Names for the groups that a plan leaves open, by clause. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** The KPIs of which a stated figure is judged where the log shows one too. */
  readonly preferStated: ReadonlySet<string>;
  /** Whether two spellings name the same group. */
  readonly isSameName: (a: string, b: string) => boolean;
}

/** What is known of the run. */
export interface Known {
  readonly ground: Ground;
  readonly measured: Measured;
  readonly supplied: Supplied;
  readonly when: When;
}

/** What the report says of the run, apart from its results. */
export type Frame = Pick<Report, "tool" | "period" | "options" | "days" | "ledger" | "service"> & {
  /** The file of a plan of the user's own. */
  readonly planFile: string | null;
  readonly inputs: readonly ReportInput[];
  readonly notes: readonly Note[];
  readonly periodic?: Report["periodic"];
};

/** Judges a plan's targets of a year; what is asked for and has no target is measured. */
export function resultsFor(aim: Aim, known: Known): Result[] {
  const { plan, year, only } = aim;
  const wanted = only === null ? null : withCriteria(only);
  const targets = (plan.years[year] ?? []).filter(({ kpi }) => wanted === null || wanted.includes(kpi));
  const keys = new Map<string, number>();
  const results: Result[] = [];
  for (const target of targets) {
    const base = `${target.kpi}@${target.clause}`;
    const count = (keys.get(base) ?? 0) + 1;
    keys.set(base, count);
    results.push(...resultsOf(heldAs(count === 1 ? base : `${base}(${count})`, target.kpi, target), aim, known));
  }
  for (const id of only ?? []) {
    if (!targets.some(({ kpi }) => kpi === id)) results.push(...resultsOf(heldAs(id, id, null), aim, known));
  }
  return results
    .map((result) => (result.kpi === qualityCriteriaMet.id ? withVerdicts(result, results, targets, known) : result))
    .filter(({ kpi }) => only === null || only.includes(kpi));
}

/** The groupings by which a plan sets targets. */
export function eachOf(targets: readonly Target[]): NonNullable<Target["each"]>[] {
  return [...new Set(targets.flatMap(({ each }) => (each === undefined ? [] : [each])))];
}

/** How many targets have which verdict. */
export function summaryOf(results: readonly Result[]): Report["summary"] {
  // A group that the plan itself names is a target of its own; one of --by is not.
  const own = results.filter(({ group, each }) => group === null || each);
  const count = (verdict: Verdict) => own.filter((result) => result.verdict === verdict).length;
  return {
    pass: count("pass"),
    fail: count("fail"),
    undecided: count("undecided"),
    noData: count("no-data"),
    notSupplied: count("not-supplied"),
    notDue: own.filter(({ verdict, reason }) => verdict === "no-data" && reason === "not-due").length,
  };
}

/** Judges a plan's targets of a year. */
export function check({ plan, year, ...aim }: Aim, known: Known, frame: Frame): Report {
  const results = resultsFor({ plan, year, ...aim }, known);
  const { ground } = known;
  const report = {
    schema: "kpi-report/2" as const,
    tool: frame.tool,
    plan: { id: plan.id, year, title: plan.title, file: frame.planFile },
    period: frame.period,
    options: frame.options,
    inputs: frame.inputs,
    days: frame.days,
    basis: {
      ...Object.fromEntries(Object.entries(ground.events).map(([event, field]) => [event, field && snake(field)])),
      submissionTime: ground.submissionTime,
      processingTime: ground.processingTime,
    },
    ledger: frame.ledger,
    notes: frame.notes,
    service: frame.service,
    results,
    summary: summaryOf(results),
    ...(frame.periodic !== undefined && { periodic: frame.periodic }),
  };
  return { ...report, exitCode: exitCode(report) };
}

/** The KPIs to measure for those asked for: one over verdicts needs the KPIs that are judged. */
export function withCriteria(only: readonly string[]): string[] {
  return [...new Set([...only, ...(only.includes(qualityCriteriaMet.id) ? qualityCriteria : [])])];
}

function heldAs(key: string, id: string, target: Target | null): Held {
  return { key, about: allKpis.find((about) => about.id === id) as About, target };
}

/** The result of a target; or one for each group that the plan names; and then those of the groups asked for. */
function resultsOf(held: Held, aim: Aim, known: Known): Result[] {
  const { deadline } = held.target ?? {};
  const results = judgedResults(held, aim, known);
  return deadline === undefined ? results : results.map((result) => heldUntil(deadline, result, known.when));
}

/** Why a number that has a day is not reached: none of these is a miss before it. */
const notReached: ReadonlySet<string | null> = new Set([null, "figure-not-stated", "stated-later"]);

/** A number that is wanted by a day and not reached is not due before it; reached, it passes. */
function heldUntil(deadline: string, result: Result, { asOf }: When): Result {
  const { verdict, reason } = result;
  if (verdict === null || verdict === "pass" || verdict === "not-supplied" || !notReached.has(reason)) return result;
  return asOf === null || asOf >= deadline ? result : { ...result, verdict: "no-data", reason: "not-due" };
}

function judgedResults(held: Held, aim: Aim, known: Known): Result[] {
  const { target } = held;
  if (target?.each === undefined) return [resultOf(held, null, aim, known), ...groupedResults(held, aim, known)];
  const by = target.each;
  const names = aim.groups.get(target.clause) ?? target.groups;
  if (names === undefined) return [notSupplied(held, "groups-not-named", [target.clause], { by, name: null })];
  return names.map((name) => resultOf(held, { by, name }, aim, known));
}

function resultOf(held: Held, group: Result["group"], aim: Aim, known: Known): Result {
  const result = workedOut(held, group, aim, known);
  const { id, input } = held.about;
  if (group !== null || input === "figures" || input === "verdicts") return result;
  return withEvidence(result, held, known.supplied, known.when, aim.preferStated.has(id));
}

function workedOut(held: Held, group: Result["group"], aim: Aim, known: Known): Result {
  const { about } = held;
  const { supplied, when } = known;
  const catalogueKpi = catalogueKpis.find(({ id }) => id === about.id);
  if (catalogueKpi !== undefined) return fromCatalogue(held, catalogueKpi, supplied, when, group, aim.isSameName);
  const petitionKpi = petitionKpis.find(({ id }) => id === about.id);
  if (petitionKpi !== undefined) return fromPetitions(held, petitionKpi, supplied, when);
  const jointKpi = jointKpis.find(({ id }) => id === about.id);
  if (jointKpi !== undefined) return joined(held, jointKpi, aim, known);
  // Known once the others are judged.
  if (about.input === "verdicts") return notSupplied(held, "criteria-not-judged", []);
  if (about.input === "figures") return fromFigures(held, supplied, when);
  return overLog(held, about as Kpi, group, aim, known);
}

/** The result over the cases of the log, or over one group of them. */
function overLog(held: Held, kpi: Kpi, group: Result["group"], aim: Aim, known: Known): Result {
  const { ground, measured } = known;
  const at = measured.kpis.findIndex(({ id }) => id === kpi.id);
  const lacks = lacking(kpi, ground);
  const ofClause = casesOfClause(held, kpi, aim, known);
  if (ofClause !== null && group === null && lacks.length === 0) {
    if (ofClause.procedures === 0) return withoutProcedures(held, known);
    return ofTally(held, kpi, ofClause.tally, null, ground, measured, ofClause);
  }
  if (ofClause === null && held.target !== null && isSelective(held.target)) {
    const target = overAllCases(held.target);
    return overLog(
      { ...held, target: { ...target, population: undefined, list: undefined, codes: undefined } },
      kpi,
      group,
      aim,
      known,
    );
  }
  if (group === null || lacks.length > 0) return ofTally(held, kpi, measured.totals[at], group, ground, measured);
  const groups = measured.groups.find(({ by }) => by === group.by)?.tallies[at] ?? new Map<string, Tally>();
  const same = [...groups].filter(([name]) => name !== "" && aim.isSameName(name, group.name ?? ""));
  if (same.length === 0) {
    return withoutValue(held, "no-such-group", [group.name ?? ""], { group });
  }
  const tally = mergedTallies(
    kpi,
    same.map(([, one]) => one),
  );
  return ofTally(held, kpi, tally, group, ground, measured);
}

/** A clause of whose procedures the catalogue has none. */
function withoutProcedures(held: Held, { supplied }: Known): Result {
  const tag = held.target?.list;
  return tag === undefined
    ? withoutValue(held, "no-row", [])
    : withoutValue(held, "no-tagged-row", [tag, ...tagsOf(supplied.procedures?.rows ?? [])]);
}

/** The cases of the procedures of which a clause speaks. */
interface CasesOfClause {
  readonly tally: Tally;
  /** Cases whose code the catalogue does not have: they may be of the clause or not. */
  readonly unknown: Tally;
  readonly procedures: number;
}

/** The cases of the clause's own procedures; null where all count, or where log or catalogue cannot tell them apart. */
function casesOfClause(
  { target }: Held,
  kpi: Kpi,
  aim: Aim,
  { ground, measured, supplied }: Known,
): CasesOfClause | null {
  const groups = measured.groups.find(({ by }) => by === "procedure");
  if (groups === undefined || ground.procedure !== "procedureCode") return null;
  const population = casePopulation(kpi, target, supplied.procedures, aim.isSameName);
  if (population === null) return null;
  const all = [...groups.tallies[measured.kpis.findIndex(({ id }) => id === kpi.id)]];
  const ofCodes = (isOne: (code: string) => boolean) =>
    mergedTallies(
      kpi,
      all.flatMap(([code, tally]) => (isOne(code) ? [tally] : [])),
    );
  return {
    tally: ofCodes((code) => population.codes.has(code)),
    unknown: ofCodes((code) => !population.known.has(code)),
    procedures: population.codes.size,
  };
}

/** The results in every group that was asked for. */
function groupedResults(held: Held, aim: Aim, known: Known): Result[] {
  const { by: wanted } = aim;
  const { ground, measured, supplied } = known;
  const at = measured.kpis.findIndex(({ id }) => id === held.about.id);
  if (held.about.input !== "cases" || at < 0) return [];
  const kpi = held.about as Kpi;
  if (lacking(kpi, ground).length > 0) return [];
  // A KPI that compares channels says nothing of one of them.
  const groupings = measured.groups.filter(
    ({ by }) => wanted.includes(by) && (by !== "channel" || (kpi.channels?.length ?? 1) === 1),
  );
  // Of the clause's own procedures the groups by procedure are known, and no others: an agency has cases of all.
  const population =
    casesOfClause(held, kpi, aim, known) === null
      ? null
      : casePopulation(kpi, held.target, supplied.procedures, aim.isSameName);
  return groupings.flatMap(({ by, tallies }) =>
    [...tallies[at]]
      // A group that held only superseded cases never was.
      .filter(([, { n, excluded }]) => n !== 0 || [...excluded.values()].some((count) => count !== 0))
      .filter(([name]) => population === null || (by === "procedure" && population.codes.has(name)))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, tally]) => ofTally(held, kpi, tally, { by, name }, ground, measured)),
  );
}

function ofTally(
  held: Held,
  kpi: Kpi,
  tally: Tally,
  group: Result["group"],
  ground: Ground,
  measured: Measured,
  ofClause: CasesOfClause | null = null,
): Result {
  const { facts, finished, otherClock } = measured;
  const measure = kpi.fold.finish(tally.state, facts);
  const other = measure.kind === "reduction" && group === null ? otherClock : null;
  const lacks = lacking(kpi, ground);
  const inDoubt = doubted(kpi, ground);
  const unknown = measure.kind === "reduction" ? unknownSide(measured, group) : null;
  const bound = held.target !== null && limitOf(held.target) !== null ? held.target : null;
  return judged(held, measure, {
    group,
    excluded: excludedOf(tally, measure.kind === "reduction" ? measure.excluded : {}),
    ...(ofClause !== null && { outside: kpi.fold.finish(ofClause.unknown.state, facts) }),
    alongside: {
      ...(ofClause !== null && { proceduresOfClause: ofClause.procedures }),
      ...(ofClause !== null && ofClause.unknown.n > 0 && { casesOfUnknownProcedures: ofClause.unknown.n }),
      ...alongside(kpi, measure, bound, group === null ? finished : null),
      ...besideClock(measure, other),
    },
    reason: leavesCalendar(tally) ? "outside-calendar" : reasonFor(kpi, measure, ground, facts, lacks, inDoubt),
    lacks: lacks.length > 0 ? lacks : inDoubt,
    unknownSide: unknown,
    doubt: ground.hasRowsOfSteps && restsOnReceipt(kpi, ground) ? "rows-of-steps" : null,
  });
}

/** The cases of all, or of a group, that may be of either side of the reduction. */
function unknownSide({ kpis, totals, groups, facts }: Measured, group: Result["group"]): MeanParts | null {
  const at = kpis.findIndex(({ id }) => id === ofUnknownChannel.id);
  if (at < 0) return null;
  const tally =
    group === null ? totals[at] : groups.find(({ by }) => by === group.by)?.tallies[at].get(group.name ?? "");
  return tally === undefined ? null : (ofUnknownChannel.fold.finish(tally.state, facts) as MeanParts);
}

/** The result of a KPI over log and catalogue: a whole year of a whole province, or nothing. */
function joined(held: Held, kpi: JointKpi, aim: Aim, { ground, measured, supplied, when }: Known): Result {
  const { procedures } = supplied;
  if (procedures === null) return notSupplied(held, "input-not-given", ["procedures"]);
  if (!when.isWholeYear) return notSupplied(held, "needs-whole-year", [String(when.year)]);
  const needed = [...kpi.columns, ...(held.target === null ? [] : populationColumns(held.target))];
  const absent = [...new Set(needed)].filter((column) => !procedures.columns.has(column));
  if (absent.length > 0) return withoutValue(held, "no-table-column", absent.map(snake));
  const lacks = lacking(kpi, ground);
  if (ground.procedure !== "procedureCode") lacks.push(snake("procedureCode"));
  const at = measured.kpis.findIndex(({ id }) => id === kpi.id);
  const tally = measured.totals[at];
  const folded = kpi.fold.finish(tally.state, measured.facts);
  const { rows, excluded } = populationOf(held.target, procedures.rows, null, aim.isSameName);
  const without: Record<string, number> = {
    ...Object.fromEntries(excluded),
    ...(folded.without > 0 && { "no-procedure-code": folded.without }),
  };
  // A year without any online case is a log of another year.
  const isEmpty = folded.cases.length === 0 && folded.without === 0;
  if (isEmpty && lacks.length === 0) return withoutValue(held, "no-case", []);
  return judged(held, kpi.join(folded, rows), {
    group: null,
    excluded: excludedOf(tally, without),
    reason: lacks.length > 0 ? "no-column" : ground.events[kpi.when] === null ? "no-event-column" : "no-row",
    lacks: lacks.length > 0 || ground.events[kpi.when] !== null ? lacks : [snake("receivedAt")],
    uncertain: folded.without,
  });
}

function excludedOf(tally: Tally, more: Readonly<Record<string, number>>): Record<string, number> {
  const excluded = new Map<string, number>(tally.excluded);
  for (const [reason, count] of Object.entries(more)) excluded.set(reason, (excluded.get(reason) ?? 0) + count);
  return Object.fromEntries([...excluded].filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether every case that bears on a KPI was left out because its time leaves the calendar. */
function leavesCalendar({ n, excluded }: Tally): boolean {
  return n === 0 && (excluded.get("outside-calendar") ?? 0) > 0;
}

/**
 * The means and the reduction under the other clock, in the units of the measure itself, and of how many cases: working
 * time leaves out those that leave the years of the calendar. No figure where more are left out than a mean can bear.
 */
function besideClock(own: Measure, other: Measure | null): Record<string, number | null> {
  if (other?.kind !== "reduction" || own.kind !== "reduction") return {};
  const value = exactValue(other);
  const cases = casesBearing(other) ?? 0;
  const without = Math.max(0, (casesBearing(own) ?? 0) - cases);
  if (value === null && without === 0) return {};
  const counts: Record<string, number> = without === 0 ? {} : { otherClockCases: cases, otherClockWithout: without };
  if (value === null || isTooMany(without, cases + without)) return { otherClock: null, ...counts };
  return {
    otherClock: Number(value.num) / Number(value.den),
    otherClockInPersonMean: other.inPerson.sum / other.inPerson.n,
    otherClockOnlineMean: other.online.sum / other.online.n,
    ...counts,
  };
}

/** Figures beside the measure: never judged. Times of the reduction in seconds, or days where it is in days. */
function alongside(
  kpi: Kpi,
  measure: Measure,
  bound: Target | null,
  finished: number | null,
): Record<string, number | null> {
  if (measure.kind === "mean" && measure.tally !== undefined) {
    const { tally, n } = measure;
    const minutes = (p: number) => (quantile(tally, p) as number) / 60;
    const meeting =
      bound === null
        ? 0
        : tally.reduce((sum, [seconds, count]) => {
            return meets({ num: BigInt(seconds), den: 60n }, bound) ? sum + count : sum;
          }, 0);
    return {
      median: minutes(0.5),
      p90: minutes(0.9),
      ...(bound !== null && { shareMeetingTarget: (100 * meeting) / n }),
    };
  }
  if (measure.kind === "reduction") {
    const scale = measure.inDays ? 1 : 60;
    const median = (values: typeof measure.values.online) => {
      const middle = quantile(values, 0.5);
      return middle === null ? null : middle * scale;
    };
    const hasMedians = measure.values.online.length > 0;
    return {
      inPersonMean: measure.inPerson.sum / measure.inPerson.n,
      onlineMean: measure.online.sum / measure.online.n,
      ...(hasMedians && {
        inPersonMedian: median(measure.values.inPerson),
        onlineMedian: median(measure.values.online),
      }),
      likeForLike: measure.likeForLike.value,
      likeForLikeCover: measure.likeForLike.cover,
    };
  }
  if (measure.kind !== "ratio") return {};
  return {
    ...measure.alongside,
    ...(kpi.id === "satisfaction" &&
      finished !== null &&
      finished > 0 && { responseRate: (100 * measure.denominator) / finished }),
  };
}

/** How many of the plan's own quality criteria pass, those of the same clause where it has them. */
function withVerdicts(
  result: Result,
  results: readonly Result[],
  targets: readonly Target[],
  { supplied, when }: Known,
): Result {
  const own =
    result.target === null ? qualityCriteria : qualityCriteria.filter((id) => targets.some(({ kpi }) => kpi === id));
  const criteria = own.map((id) => {
    const found = results.filter(({ kpi, group }) => kpi === id && group === null);
    return found.find(({ clause }) => clause === result.clause) ?? found[0];
  });
  const missing = own.filter((_, i) => {
    const verdict = criteria[i]?.verdict;
    return verdict !== "pass" && verdict !== "fail" && verdict !== "undecided";
  });
  const noData = criteria.some((criterion) => criterion?.verdict === "no-data");
  if (missing.length > 0) {
    // Where an input was not given, nothing is wrong with the data: it must not look as if there were.
    return {
      ...result,
      verdict: result.target === null ? null : noData ? "no-data" : "not-supplied",
      measure: noData ? { kind: "count", value: null } : null,
      reason: "criteria-not-judged",
      lacks: missing,
    };
  }
  const value = criteria.filter((criterion) => criterion?.verdict === "pass").length;
  const bound = result.target;
  const most = value + criteria.filter((criterion) => criterion?.verdict === "undecided").length;
  const isMet = (n: number) => bound === null || limitOf(bound) === null || meets({ num: BigInt(n), den: 1n }, bound);
  const met = isMet(value);
  return {
    ...result,
    measure: { kind: "count", value },
    verdict: bound === null ? null : met !== isMet(most) ? "undecided" : met ? "pass" : "fail",
    bounds: most === value ? null : [value, most],
    reason: null,
    alongside: servicesMeetingAll(
      criteria.filter((criterion) => criterion !== undefined),
      results,
      supplied,
      when,
    ),
    // The criteria that are not met.
    lacks: own.filter((_, i) => criteria[i]?.verdict === "fail"),
  };
}
