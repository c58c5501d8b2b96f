/** Results over the cases of the log: of all, of a group, of a clause's own procedures, and with the catalogue. */

import { doubted, doubtFor, type Ground, lacking, reasonFor } from "../kpis/ground.ts";
import { ofUnknownChannel } from "../kpis/index.ts";
import type { JointKpi, Kpi } from "../kpis/kpi.ts";
import { limitOf, meets } from "../measures/exact.ts";
import { quantile } from "../measures/interval.ts";
import { casesBearing, exactValue } from "../measures/kinds.ts";
import { boundsShare } from "../measures/left-out.ts";
import type { Measure, Values } from "../measures/measure.ts";
import type { Target } from "../plans/plan.ts";
import { snake } from "../records/case.ts";
import { oneWayIn, plainReason } from "../tally/readings.ts";
import { mergedTallies, type Tally } from "../tally/tally.ts";
import type { Aim, Known, Measured } from "./known.ts";
import { casePopulation, isSelective, overAllCases } from "./population.ts";
import { type Held, isTooMany, judged, notSupplied, withoutValue } from "./result.ts";
import { populationColumns, populationOf, tagsOf } from "./tables.ts";
import type { Result } from "./verdict.ts";

/** The result over the cases of the log, or over one group of them. */
export function overLog(held: Held, kpi: Kpi, group: Result["group"], aim: Aim, known: Known): Result {
  const { ground, measured } = known;
  const at = measured.kpis.findIndex(({ id }) => id === kpi.id);
  const lacks = lacking(kpi, ground);
  const ofClause = casesOfClause(held, kpi, aim, known);
  if (ofClause !== null && group === null && lacks.length === 0) {
    if (ofClause.procedures === 0) return withoutProcedures(held, known);
    return ofTally(held, kpi, ofClause.tally, null, ground, measured, ofClause);
  }
  const { target } = held;
  const shown =
    ofClause === null && target !== null && speaksOfSome(target, kpi, aim, known)
      ? { ...held, target: overAllCases(target, aim) }
      : held;
  if (group === null || lacks.length > 0) return ofTally(shown, kpi, measured.totals[at], group, ground, measured);
  const groups = measured.groups.find(({ by }) => by === group.by)?.tallies[at] ?? new Map<string, Tally>();
  const same = [...groups].filter(([name]) => name !== "" && aim.isSameName(name, group.name ?? ""));
  if (same.length === 0) {
    return withoutValue(shown, "no-such-group", [group.name ?? ""], { group });
  }
  const tally = mergedTallies(
    kpi,
    same.map(([, one]) => one),
  );
  return ofTally(shown, kpi, tally, group, ground, measured);
}

/** A clause of whose procedures the catalogue has none. */
function withoutProcedures(held: Held, { supplied }: Known): Result {
  const tag = held.target?.list;
  return tag === undefined
    ? withoutValue(held, "no-row", [])
    : withoutValue(held, "no-tagged-row", [tag, ...tagsOf(supplied.procedures?.rows ?? [])]);
}

/** The cases of the procedures of which a clause speaks. */
export interface CasesOfClause {
  readonly tally: Tally;
  /** Those of each procedure. */
  readonly groups: ReadonlyMap<string, Tally>;
  /** Cases whose code the catalogue does not have: they may be of the clause or not. */
  readonly unknown: Tally;
  readonly procedures: number;
}

/** Whether a target counts the cases of some procedures, whether or not they can be told apart. */
function speaksOfSome(target: Target, kpi: Kpi, aim: Aim, { supplied }: Known): boolean {
  return isSelective(target) || casePopulation(kpi, target, supplied.procedures, aim.isSameName) !== null;
}

/** The cases of the clause's own procedures; null where all count, or where log or catalogue cannot tell them apart. */
function casesOfClause(held: Held, kpi: Kpi, aim: Aim, { ground, measured, supplied }: Known): CasesOfClause | null {
  const groups = measured.groups.find(({ by }) => by === "procedure")?.tallies[
    measured.kpis.findIndex(({ id }) => id === kpi.id)
  ];
  return groups === undefined ? null : clauseOf(groups, held.target, kpi, aim, { ground, supplied });
}

/** Of the cases by procedure those of a clause; null where all count, or where log or catalogue cannot tell them apart. */
export function clauseOf(
  groups: ReadonlyMap<string, Tally>,
  target: Target | null,
  kpi: Kpi,
  aim: Pick<Aim, "isSameName">,
  { ground, supplied }: Pick<Known, "ground" | "supplied">,
): CasesOfClause | null {
  if (ground.procedure !== "procedureCode") return null;
  const population = casePopulation(kpi, target, supplied.procedures, aim.isSameName);
  if (population === null) return null;
  const own = new Map([...groups].filter(([code]) => population.codes.has(code)));
  const unknown = [...groups].filter(([code]) => !population.known.has(code));
  return {
    tally: mergedTallies(kpi, [...own.values()]),
    groups: own,
    unknown: mergedTallies(
      kpi,
      unknown.map(([, tally]) => tally),
    ),
    procedures: population.codes.size,
  };
}

/** The results in every group that was asked for. */
export function groupedResults(held: Held, aim: Aim, known: Known): Result[] {
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
      .map(([name, tally]) => ofTally(held, kpi, tally, { by, name }, ground, measured))
      // A plan's own KPI says itself on which cases it bears: of a group that has none there is nothing to say.
      .filter(
        ({ measure, excluded }) => kpi.isOwn !== true || measure?.value != null || Object.keys(excluded).length > 0,
      ),
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
  const unknown = unknownSide(kpi, measured, group);
  const bound = held.target !== null && limitOf(held.target) !== null ? held.target : null;
  const outside = ofClause === null ? undefined : kpi.fold.finish(ofClause.unknown.state, facts);
  return judged(held, measure, {
    group,
    excluded: excludedOf(
      tally,
      byFold(measure),
      // With the cases of procedures that the catalogue does not have: what cannot be read of them may be of the clause too.
      Object.fromEntries(ofClause?.unknown.excluded ?? []),
      outside === undefined || outside.kind === "reduction" ? {} : byFold(outside),
    ),
    ...(outside !== undefined && { outside }),
    alongside: {
      ...(ofClause !== null && { proceduresOfClause: ofClause.procedures }),
      ...(ofClause !== null && ofClause.unknown.n > 0 && { casesOfUnknownProcedures: ofClause.unknown.n }),
      ...alongside(kpi, measure, bound, group === null ? finished : null),
      ...besideClock(measure, other),
    },
    ...whyNone(kpi, tally, measure, ground, facts),
    unknownSide: unknown,
    oneWay: oneWayIn([...tally.excluded, ...(ofClause?.unknown.excluded ?? [])]),
    doubt: doubtFor(kpi, ground),
  });
}

/** Why there is no value, were there none; and the columns, or how many cases, that the reason speaks of. */
function whyNone(kpi: Kpi, tally: Tally, measure: Measure, ground: Ground, facts: Measured["facts"]) {
  const lacks = lacking(kpi, ground);
  const inDoubt = doubted(kpi, ground);
  const reason = leavesCalendar(tally) ? "outside-calendar" : reasonFor(kpi, measure, ground, facts, lacks, inDoubt);
  const unread = Object.entries(excludedOf(tally, byFold(measure))).filter(([why]) => boundsShare(why));
  const cases = unread.reduce((sum, [, count]) => sum + count, 0);
  // Of a figure that is there columns alone would take it away.
  if (reason === "no-case" && cases > 0 && exactValue(measure) === null) {
    return { reason: "none-read", lacks: [String(cases)] };
  }
  return { reason, lacks: lacks.length > 0 ? lacks : inDoubt };
}

/** The cases of all, or of a group, that may be of either side of a KPI over times of channels, or in it. */
function unknownSide(kpi: Kpi, { kpis, totals, groups, facts }: Measured, group: Result["group"]): Values | null {
  const fold = ofUnknownChannel.find(({ id }) => id === `${kpi.id}/unknown-channel`);
  const at = kpis.findIndex(({ id }) => id === fold?.id);
  if (fold === undefined || at < 0) return null;
  const tally =
    group === null ? totals[at] : groups.find(({ by }) => by === group.by)?.tallies[at].get(group.name ?? "");
  return tally === undefined ? null : (fold.fold.finish(tally.state, facts) as Values);
}

/** The result of a KPI over log and catalogue: a whole year of a whole province, or nothing. */
export function joined(held: Held, kpi: JointKpi, aim: Aim, { ground, measured, supplied, when }: Known): Result {
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

/** The cases that only the fold could exclude. */
function byFold(measure: Measure): Readonly<Record<string, number>> {
  return "excluded" in measure ? (measure.excluded ?? {}) : {};
}

function excludedOf(tally: Tally, ...more: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const excluded = new Map<string, number>();
  for (const [reason, count] of [...tally.excluded, ...more.flatMap(Object.entries<number>)]) {
    const plain = plainReason(reason);
    excluded.set(plain, (excluded.get(plain) ?? 0) + count);
  }
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
