/** From what a pass of the logs has counted to the Report: measures, verdicts, and how far to trust them. */
import { type Event, type Field, type Need, snake } from "./case.ts";
import type { Facts, Measure } from "./fold.ts";
import { boundsOf, type Exact, exactValue, limitOf, meets, slackOf, type Verdict } from "./judge.ts";
import type { About, Kpi } from "./kpi.ts";
import { elsewhere, qualityCriteria } from "./kpis/elsewhere.ts";
import { kpis as logKpis } from "./kpis/index.ts";
import type { Plan, Target } from "./plan.ts";
import { exitCode, type Note, type Report, type ReportInput, type ReportMeasure, type Result } from "./report.ts";
import { meanInterval, quantile, reductionInterval, wilson } from "./statistics.ts";
import type { Tally } from "./tally.ts";

/** Every KPI that a plan may name. */
export const allKpis: readonly About[] = [...logKpis, ...elsewhere];

/** Fewer cases than this decide nothing when the target lies inside the interval. */
const smallNumber = 30;

/** What is known of the log's columns. */
export interface Ground {
  /** Fields that at least one log has. */
  readonly fields: readonly Field[];
  readonly events: Readonly<Record<Event, Field | null>>;
  readonly submissionTime: "timestamps" | "duration" | null;
  readonly processingTime: "timestamps" | "duration" | null;
  readonly hasPeriod: boolean;
  /** Duration columns in which 1.234 may be a thousand or a fraction, and nothing decides. */
  readonly numbersInDoubt: readonly Field[];
}

/** What was measured: one tally a KPI over the log, in the order of `kpis`, and the groups of each. */
export interface Measured {
  readonly kpis: readonly Kpi[];
  readonly totals: readonly Tally[];
  readonly groups: readonly { readonly by: string; readonly tallies: readonly ReadonlyMap<string, Tally>[] }[];
  /** Cases that are finished in the period. */
  readonly finished: number;
  readonly facts: Facts;
}

/** What the report says of the run, apart from its results. */
export type Frame = Pick<Report, "tool" | "period" | "options" | "days" | "ledger"> & {
  readonly inputs: readonly ReportInput[];
  readonly notes: readonly Note[];
};

/**
 * Judges a plan's targets of a year.
 *
 * @param only the KPIs asked for, also ones without a target; null for the plan's own
 */
export function check(
  plan: Plan,
  year: number,
  only: readonly string[] | null,
  ground: Ground,
  measured: Measured,
  frame: Frame,
): Report {
  const wanted = only === null ? null : withCriteria(only);
  const targets = (plan.years[year] ?? []).filter(({ kpi }) => wanted === null || wanted.includes(kpi));
  const keys = new Map<string, number>();
  const results: Result[] = [];
  for (const target of targets) {
    const base = `${target.kpi}@${target.clause}`;
    const count = (keys.get(base) ?? 0) + 1;
    keys.set(base, count);
    results.push(...resultsOf(count === 1 ? base : `${base}(${count})`, target.kpi, target, ground, measured));
  }
  for (const id of only ?? []) {
    if (!targets.some(({ kpi }) => kpi === id)) results.push(...resultsOf(id, id, null, ground, measured));
  }
  const judged = results
    .map((result) => (result.kpi === "quality-criteria-met" ? withVerdicts(result, results) : result))
    .filter(({ kpi }) => only === null || only.includes(kpi));
  const own = judged.filter(({ group }) => group === null);
  const count = (verdict: Verdict) => own.filter((result) => result.verdict === verdict).length;
  const report = {
    schema: "kpi-report/1" as const,
    tool: frame.tool,
    plan: { id: plan.id, year, title: plan.title },
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
    results: judged,
    summary: {
      pass: count("pass"),
      fail: count("fail"),
      noData: count("no-data"),
      notSupplied: count("not-supplied"),
    },
  };
  return { ...report, exitCode: exitCode(report) };
}

/** The KPIs to measure for those asked for: one over verdicts needs the KPIs that are judged. */
export function withCriteria(only: readonly string[]): string[] {
  return [...new Set([...only, ...(only.includes("quality-criteria-met") ? qualityCriteria : [])])];
}

/** The result over all cases, then one for every group asked for. */
function resultsOf(key: string, id: string, target: Target | null, ground: Ground, measured: Measured): Result[] {
  const at = measured.kpis.findIndex((kpi) => kpi.id === id);
  if (at < 0) return [notSupplied(key, id, target)];
  const kpi = measured.kpis[at];
  const lacks = lacking(kpi, ground);
  const total = resultOf(key, kpi, target, measured.totals[at], null, ground, measured, lacks);
  if (lacks.length > 0) return [total];
  // A KPI that compares channels says nothing of one of them.
  const groupings = measured.groups.filter(({ by }) => by !== "channel" || (kpi.channels?.length ?? 1) === 1);
  const groups = groupings.flatMap(({ by, tallies }) =>
    [...tallies[at]]
      // A group that held only superseded cases never was.
      .filter(([, { n, excluded }]) => n !== 0 || [...excluded.values()].some((count) => count !== 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, tally]) => resultOf(key, kpi, target, tally, { by, name }, ground, measured, lacks)),
  );
  return [total, ...groups];
}

function described(key: string, about: About, target: Target | null) {
  const bound = target && { below: target.below, atMost: target.atMost, atLeast: target.atLeast, above: target.above };
  return {
    key,
    kpi: about.id,
    unit: about.unit,
    title: about.title,
    section: target?.section ?? null,
    target: target && {
      ...Object.fromEntries(Object.entries(bound ?? {}).filter(([, limit]) => limit !== undefined)),
      ...(target.by !== undefined && { by: target.by }),
    },
    clause: target?.clause ?? null,
    also: target?.also ?? [],
    quote: target?.quote ?? null,
    interpretation: target?.interpretation ?? null,
    aspirational: target?.aspirational ?? false,
  };
}

const nothingMeasured = {
  measure: null,
  interval: null,
  small: false,
  fragile: false,
  bounds: null,
  slack: null,
  alongside: {},
  excluded: {},
};

function notSupplied(key: string, id: string, target: Target | null): Result {
  const about = elsewhere.find((other) => other.id === id) as About;
  return {
    ...described(key, about, target),
    ...nothingMeasured,
    verdict: target === null ? null : "not-supplied",
    reason: "input-not-given",
    lacks: [about.input],
    group: null,
  };
}

function resultOf(
  key: string,
  kpi: Kpi,
  target: Target | null,
  tally: Tally,
  group: Result["group"],
  ground: Ground,
  { facts, finished }: Measured,
  lacks: readonly string[],
): Result {
  const measure = kpi.fold.finish(tally.state, facts);
  const inDoubt = doubted(kpi, ground);
  const value = lacks.length > 0 || inDoubt.length > 0 ? null : exactValue(measure);
  const bound = target !== null && limitOf(target) !== null ? target : null;
  const excluded = excludedOf(tally, measure);
  const interval = value === null ? null : intervalOf(measure);
  const verdict = bound === null ? null : value === null ? "no-data" : meets(value, bound) ? "pass" : "fail";
  const x = Object.entries(excluded).reduce((sum, [reason, count]) => (isOfCell(reason) ? sum + count : sum), 0);
  const bounds =
    measure.kind === "ratio" && value !== null && x > 0 ? boundsOf(measure.numerator, measure.denominator, x) : null;
  return {
    ...described(key, kpi, target),
    verdict,
    measure: reported(measure, value),
    interval,
    small: bound !== null && interval !== null && isFew(measure) && isInside(limitOf(bound) as number, interval),
    fragile: bounds !== null && bound !== null && meets(bounds.low, bound) !== meets(bounds.high, bound),
    bounds: bounds === null ? null : [toNumber(bounds.low), toNumber(bounds.high)],
    slack: bound === null || value === null ? null : slackOf(measure, bound),
    alongside: value === null ? {} : alongside(kpi, measure, bound, group === null ? finished : null),
    excluded,
    reason: value !== null ? null : reasonFor(kpi, measure, ground, facts, lacks, inDoubt),
    lacks: lacks.length > 0 ? lacks : inDoubt,
    group,
  };
}

/** Whether a case was excluded for a blank, unknown or unreadable cell: those might have gone either way. */
function isOfCell(reason: string): boolean {
  return /^(no|bad)-/.test(reason) && reason !== "no-column" && reason !== "no-time-of-day";
}

function toNumber({ num, den }: Exact): number {
  return Number(num) / Number(den);
}

function excludedOf(tally: Tally, measure: Measure): Record<string, number> {
  const excluded = new Map<string, number>(tally.excluded);
  for (const [reason, count] of Object.entries(measure.kind === "reduction" ? measure.excluded : {})) {
    excluded.set(reason, (excluded.get(reason) ?? 0) + count);
  }
  return Object.fromEntries([...excluded].filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function reported(measure: Measure, judged: Exact | null): ReportMeasure {
  const value = judged === null ? null : toNumber(judged);
  switch (measure.kind) {
    case "ratio":
      return { kind: "ratio", value, numerator: measure.numerator, denominator: measure.denominator };
    case "mean":
      return { kind: "mean", value, sum: measure.sum, n: measure.n };
    case "reduction":
      return {
        kind: "reduction",
        value,
        inPerson: { sum: measure.inPerson.sum, n: measure.inPerson.n },
        online: { sum: measure.online.sum, n: measure.online.n },
        sumsIn: measure.inDays ? "days" : "seconds",
      };
  }
}

function intervalOf(measure: Measure): [number, number] | null {
  const interval =
    measure.kind === "ratio"
      ? wilson(measure.numerator, measure.denominator)
      : measure.kind === "mean"
        ? meanInterval(measure, 60)
        : reductionInterval(measure.inPerson, measure.online);
  return interval === null ? null : [...interval];
}

/** The reduction rests on both channels. */
function isFew(measure: Measure): boolean {
  if (measure.kind === "reduction") return Math.min(measure.inPerson.n, measure.online.n) < smallNumber;
  return (measure.kind === "ratio" ? measure.denominator : measure.n) < smallNumber;
}

function isInside(limit: number, [low, high]: readonly [number, number]): boolean {
  return low <= limit && limit <= high;
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

/** The columns for want of which a KPI cannot be measured in any of the logs, as a user would name them. */
export function lacking(kpi: Kpi, ground: Ground): string[] {
  const lacks: string[] = [];
  const has = (field: Field) => ground.fields.includes(field);
  const needs: readonly Need[] = kpi.channels === undefined ? kpi.needs : ["channel", ...kpi.needs];
  for (const need of new Set(needs)) {
    if (need === "procedure" || need === "fee") continue;
    if (need === "submissionTime") {
      if (ground.submissionTime === null) {
        lacks.push(...(["loginAt", "submittedAt"] as const).filter((field) => !has(field)).map(snake));
      }
    } else if (need === "processingTime") {
      if (ground.processingTime === null) {
        if (!has("receivedAt")) lacks.push(snake("receivedAt"));
        if (!has("returnedAt") && !has("finishedAt")) lacks.push(snake("returnedAt"));
      }
    } else if (need === "completedAt") {
      if (ground.events.completed === null) lacks.push(snake("finishedAt"));
    } else if (!has(need)) {
      lacks.push(snake(need));
    }
  }
  return lacks;
}

/** Duration columns on which the KPI rests and whose numbers are in doubt. */
function doubted(kpi: Kpi, ground: Ground): string[] {
  return ground.numbersInDoubt
    .filter(
      (field) =>
        (field === "submissionDuration" &&
          ground.submissionTime === "duration" &&
          kpi.needs.includes("submissionTime")) ||
        (field === "processingDuration" &&
          ground.processingTime === "duration" &&
          kpi.needs.includes("processingTime")),
    )
    .map(snake);
}

function reasonFor(
  kpi: Kpi,
  measure: Measure,
  ground: Ground,
  facts: Facts,
  lacks: readonly string[],
  inDoubt: readonly string[],
): string {
  if (lacks.length > 0) return "no-column";
  if (inDoubt.length > 0) return "ambiguous-number";
  if (ground.hasPeriod && ground.events[kpi.when] === null) return "no-event-column";
  if (measure.kind === "mean" && facts.submissionInDays) return "dates-only";
  if (measure.kind === "reduction") {
    if (measure.inPerson.n === 0 && measure.online.n > 0) return "no-case-in-person";
    if (measure.online.n === 0 && measure.inPerson.n > 0) return "no-case-online";
    if (measure.inPerson.n > 0) return "mean-in-person-zero";
  }
  return "no-case";
}

/** How many of the plan's quality criteria pass: known once the others are judged. */
function withVerdicts(result: Result, results: readonly Result[]): Result {
  const criteria = qualityCriteria.map((id) => results.find(({ kpi, group }) => kpi === id && group === null));
  const missing = qualityCriteria.filter((_, i) => {
    const verdict = criteria[i]?.verdict;
    return verdict !== "pass" && verdict !== "fail";
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
  const met = value >= (result.target?.atLeast ?? qualityCriteria.length);
  return {
    ...result,
    measure: { kind: "count", value },
    verdict: result.target === null ? null : met ? "pass" : "fail",
    reason: null,
    lacks: [],
  };
}
