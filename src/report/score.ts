/**
 * The national index (Decision 766/QĐ-TTg of 23/6/2022): 100 points in six groups, from the results of a report and from the
 * cases as the index judges them. The decision's text was not at hand: each metric says where its formula comes from and how
 * sure that is. Where two descriptions differ, or an input is missing, a metric is a range, and so is the total.
 */

import type { Result } from "../judge/verdict.ts";
import { type Points, pointGroups, type Target } from "../plans/plan.ts";
import type { Field } from "../records/case.ts";
import type { Petition } from "../records/petition.ts";
import type { Handled } from "../tally/handled.ts";
import {
  columnsOfJudged,
  type JudgedCases,
  type PointSpan,
  type Score,
  type ScoreMetric,
  type ScoreSource,
} from "./points.ts";
import type { Report } from "./report.ts";
import { costlyOf, regainOf, regainOfResult, sharedOut } from "./score-costs.ts";

/** What the score is worked out of. */
export interface Scored {
  readonly report: Pick<Report, "results">;
  /** Of the year. */
  readonly targets: readonly Target[];
  /** The cases of the period as the index judges them, and the groups of them; null where the log does not say. */
  readonly handled: {
    readonly all: Handled;
    readonly agency: readonly (readonly [name: string, handled: Handled])[];
    readonly procedure: readonly (readonly [name: string, handled: Handled])[];
  } | null;
  /** The day at whose end open cases are judged, and the first of the period. */
  readonly day: number;
  readonly from: number;
  /** The cases are those of parts: without supplements, ratings and groups. */
  readonly isOfParts: boolean;
  readonly hasRatings: boolean;
  readonly hasSupplements: boolean;
  /** Those that the log has; none of parts. */
  readonly fields: readonly Field[];
  /** A catalogue says which procedures give a document, and which qualify for being online in full. */
  readonly hasDocuments: boolean;
  readonly hasEligible: boolean;
  /** Null where none were supplied. */
  readonly petitions: readonly Petition[] | null;
}

/** A target that leads a metric. */
type Leading = Target & { readonly points: Points };

/** What a metric is, whatever its figure. */
type Head = Pick<ScoreMetric, "id" | "group" | "clause" | "title" | "formula" | "sureness" | "points">;

function headOf({ clause, points }: Leading): Head {
  const { metric, group, max, title, formula, sureness = "fits" } = points;
  const none = { vi: metric, en: metric };
  return { id: metric, group, clause, title: title ?? none, formula: formula ?? none, sureness, points: max };
}

/** The share at which a target gives full points; two where two descriptions differ. */
function fullAtOf({ atLeast = 100, points }: Pick<Target, "atLeast" | "points">): number[] {
  return [atLeast, ...(points?.orFullAt === undefined ? [] : [points.orFullAt])];
}

const nothing: PointSpan = { low: 0, high: 0 };
const whole = (points: number): PointSpan => ({ low: 0, high: points });

/** What is known of a share: its fraction, and between which it lies; null where nothing is. */
interface Known {
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Percent. */
  readonly share: PointSpan | null;
  readonly from: ScoreSource;
}

function knownOf(results: readonly Result[], kpi: string): Known {
  const result = results.find((one) => one.kpi === kpi && one.group === null);
  const measure = result?.measure ?? null;
  // A column that no log has, or that no cell of the period fills, is an input that is missing, not a zero.
  const lacks = result?.verdict === "no-data" && (result.lacks.length > 0 || Object.keys(result.excluded).length > 0);
  if (result === undefined || result.verdict === "not-supplied" || measure === null || lacks) {
    return { numerator: null, denominator: null, share: null, from: "not-supplied" };
  }
  const from: ScoreSource = measure.kind === "stated" ? "stated" : "log";
  const [numerator, denominator] =
    measure.kind === "ratio" || measure.kind === "stated"
      ? [measure.numerator ?? null, measure.denominator ?? null]
      : [null, null];
  const value = typeof measure.value === "number" ? measure.value : null;
  if (value === null) return { numerator, denominator, share: null, from };
  const exact = numerator === null || !denominator ? value : (100 * numerator) / denominator;
  const [low, high] = result.bounds ?? [exact, exact];
  const within = (share: number) => Math.min(100, Math.max(0, share));
  return { numerator, denominator, share: { low: within(low), high: within(high) }, from };
}

/** Points of a share: linear up to the share that is full. */
function pointsOf(points: number, share: PointSpan, fullAt: readonly number[]): PointSpan {
  const at = (value: number, full: number) => (value >= full ? points : (points * value) / full);
  return {
    low: Math.min(...fullAt.map((full) => at(share.low, full))),
    high: Math.max(...fullAt.map((full) => at(share.high, full))),
  };
}

/**
 * What is known of a target. Procedures without a document can have no electronic one: where no catalogue says which those
 * are, the share is at least what it is of all cases.
 */
function knownOfTarget({ kpi, points }: Target, { report: { results }, hasDocuments }: Scored) {
  const counted = knownOf(results, kpi);
  const isAtLeast = points?.of === "documents" && counted.from === "log" && !hasDocuments;
  const known = isAtLeast && counted.share !== null ? { ...counted, share: { ...counted.share, high: 100 } } : counted;
  return { known, isAtLeast };
}

/** Somebody closed it, and did not write when. */
function isClosedWithoutDay({ answeredOn, status }: Petition): boolean {
  return answeredOn === null && (status === "answered" || status === "refused");
}

/** The petitions of a period: received in it, answered in it, or waiting; and those that may have been answered in it. */
function petitionsOf({ petitions, from, day }: Pick<Scored, "petitions" | "from" | "day">): Petition[] {
  return (petitions ?? []).filter((one) => {
    if (one.status === "withdrawn" || one.receivedOn > day) return false;
    return one.receivedOn >= from || one.answeredOn === null || one.answeredOn >= from;
  });
}

/** How many more bring a share to so many percent: of one that the log gives, whatever was left out. */
function regainAt(known: Known, fullAt: number, kpi: string, results: readonly Result[]): number | null {
  if (known.share === null) return null;
  return known.from === "log" ? regainOfResult(results, kpi, fullAt) : regainOf(known, fullAt);
}

/** A metric that is a share. */
function ofShare(target: Leading, scored: Scored): ScoreMetric {
  const { results } = scored.report;
  const head = headOf(target);
  const { points } = head;
  const fullAt = fullAtOf(target);
  const { known, isAtLeast } = knownOfTarget(target, scored);
  const isNone = scored.petitions !== null && petitionsOf(scored).length === 0;
  const isEmpty = known.from !== "not-supplied" && known.share === null;
  const isFull = target.points.empty === "full" && known.share === null && (isEmpty || isNone);
  const score =
    known.share !== null
      ? pointsOf(points, known.share, fullAt)
      : isFull
        ? { low: points, high: points }
        : whole(points);
  return {
    ...head,
    ...known,
    ...(isFull && !isEmpty && { from: "log" as const }),
    score,
    regain: regainAt(known, Math.max(...fullAt), target.kpi, results),
    notes: [
      ...(isEmpty || isFull ? (["no-cases"] as const) : []),
      ...(fullAt.length > 1 ? (["two-descriptions"] as const) : []),
      ...(isAtLeast ? (["documents-unknown"] as const) : []),
    ],
    costly: costlyOf(results, target.kpi, points - score.low, known.from),
  };
}

/** On time by the index's own rule, linear. */
function onTime(target: Leading, { report, handled, hasSupplements, isOfParts }: Scored): ScoreMetric {
  const head = headOf(target);
  const { points } = head;
  // Stated, where that was preferred to what the log shows.
  const stated = knownOf(report.results, target.kpi);
  if (stated.from === "stated" && stated.share !== null) {
    const score = pointsOf(points, stated.share, fullAtOf(target));
    return { ...head, ...stated, score, regain: regainOf(stated, 100), notes: [], costly: [] };
  }
  if (isOfParts && hasSupplements) {
    // What was asked for and when is not in them: some are late, and some are not, that the form has otherwise.
    const none = { numerator: null, denominator: null, share: null, from: "not-supplied", regain: null } as const;
    return { ...head, ...none, score: whole(points), notes: ["parts"], costly: [] };
  }
  const own = handled?.all ?? null;
  const of = own === null ? 0 : own.cases + own.unknown;
  const share = own === null || of === 0 ? null : onTimeSpan(own);
  const score = share === null ? whole(points) : pointsOf(points, share, [100]);
  const lost = points - score.low;
  const groups = (by: "agency" | "procedure") =>
    sharedOut(
      by,
      (handled?.[by] ?? []).flatMap(([name, one]) => {
        const missing = one.late + one.overdue + one.supplementedTwice + one.unknown;
        return missing === 0 ? [] : [{ name, missing, of: one.cases + one.unknown }];
      }),
      lost,
    );
  return {
    ...head,
    ...{ score, share },
    numerator: own?.inTime ?? null,
    denominator: own === null ? null : of,
    from: own === null ? "not-supplied" : "log",
    regain: own === null || of === 0 ? null : of - own.inTime,
    notes: [
      ...(own !== null && of === 0 ? (["no-cases"] as const) : []),
      ...(isUnsure(own) ? (["unknown-cases"] as const) : []),
      ...(own !== null && !hasSupplements ? (["no-supplements"] as const) : []),
      ...(own !== null && isOfParts ? (["parts"] as const) : []),
    ],
    costly: [...groups("agency"), ...groups("procedure")],
  };
}

/** On time at the least, and at the most: at the least those are none of the cases that were in time and may be outside. */
function onTimeSpan({ cases, unknown, inTime, inTimeOrOutside }: Handled): PointSpan {
  const of = cases + unknown;
  const rest = of - inTimeOrOutside;
  const least = rest === 0 ? 100 : (100 * (inTime - inTimeOrOutside)) / rest;
  return { low: least, high: (100 * (inTime + unknown)) / of };
}

const spanOf = (low: number, high: number, of: number): PointSpan => ({
  low: (100 * low) / of,
  high: (100 * high) / of,
});

/** Online services: of one share, or of parts of which nobody says how they weigh. */
function online(target: Leading, scored: Scored): ScoreMetric {
  const { hasEligible, targets } = scored;
  const { results } = scored.report;
  const head = headOf(target);
  const { points } = head;
  const counted = knownOf(results, target.kpi);
  // Of all procedures the share says nothing of those that qualify.
  const isOfAll = counted.from === "log" && !hasEligible;
  const first: Known = isOfAll ? { ...counted, share: null, from: "not-supplied" } : counted;
  const parts = partsOf(targets, head.id).map((part) => {
    const { share } = knownOfTarget(part, scored).known;
    return share === null ? whole(points) : pointsOf(points, share, fullAtOf(part));
  });
  const a = first.share === null ? whole(points) : pointsOf(points, first.share, [100]);
  // Whatever the weights, the second lies between the least and the greatest of its parts.
  const b = { low: Math.min(...parts.map(({ low }) => low)), high: Math.max(...parts.map(({ high }) => high)) };
  const score = { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
  return {
    ...head,
    ...first,
    score,
    regain: regainAt(first, 100, target.kpi, results),
    notes: ["two-descriptions", "weights-unknown", ...(isOfAll ? (["eligible-unknown"] as const) : [])],
    costly: first.share === null ? [] : costlyOf(results, target.kpi, points - a.low, first.from),
  };
}

/** Payment: 6 A + min(2, 2.5 B) + 2.5 C, of 10; nothing to divide by gives 0. */
function payment(target: Leading, { report: { results }, targets }: Scored): ScoreMetric {
  const head = headOf(target);
  const { points } = head;
  const paid = knownOf(results, target.kpi);
  const shareOf = ({ share, from }: Known) => share ?? (from === "not-supplied" ? whole(100) : nothing);
  const a = shareOf(paid);
  const [b, c] = partsOf(targets, head.id).map((part) => shareOf(knownOf(results, part.kpi)));
  const sum = (side: keyof PointSpan, mostOfC: number) =>
    (6 * a[side]) / 100 + Math.min(2, (2.5 * b[side]) / 100) + Math.min(mostOfC, (2.5 * c[side]) / 100);
  // The formula bounds B and not C, and could exceed 10: what C is worth at most is 2, or what is left.
  const score = { low: sum("low", 2), high: Math.min(points, sum("high", 2.5)) };
  return {
    ...head,
    ...paid,
    score,
    regain: regainAt(paid, 100, target.kpi, results),
    notes: [
      ...(paid.from === "log" && paid.share === null ? (["no-cases"] as const) : []),
      ...(paid.from === "log" && paid.share !== null && paid.share.low < paid.share.high
        ? (["payments-unknown"] as const)
        : []),
    ],
    costly: costlyOf(results, target.kpi, 6 - (6 * a.low) / 100, paid.from),
  };
}

/** Petitions: answered in time, or waiting within it, of all that came; full where there is none. */
function petitionsInTime(target: Leading, scored: Scored): ScoreMetric {
  const { report, petitions, day } = scored;
  const head = headOf(target);
  const { points } = head;
  const stated = knownOf(report.results, target.kpi);
  // Stated that there was none: a petitions log that has some says more.
  const isNone = stated.from === "stated" && stated.share === null;
  if (petitions === null || (stated.from === "stated" && !(isNone && petitionsOf(scored).length > 0))) {
    const score =
      stated.share !== null
        ? pointsOf(points, stated.share, fullAtOf(target))
        : isNone
          ? { low: points, high: points }
          : whole(points);
    const regain = stated.share === null ? null : regainOf(stated, 100);
    return { ...head, ...stated, score, regain, notes: isNone ? ["no-cases"] : [], costly: [] };
  }
  const own = petitionsOf(scored);
  const isUnknown = (one: Petition) => one.answerBy === null || isClosedWithoutDay(one);
  const unknown = own.filter(isUnknown).length;
  const inTime = own.filter((one) => {
    if (isUnknown(one)) return false;
    const answered = one.answeredOn !== null && one.answeredOn <= day ? one.answeredOn : null;
    return (answered ?? day) <= (one.answerBy as number);
  }).length;
  const share = own.length === 0 ? null : spanOf(inTime, inTime + unknown, own.length);
  return {
    ...head,
    ...{ numerator: inTime, denominator: own.length, share, from: "log" },
    score: share === null ? { low: points, high: points } : pointsOf(points, share, [100]),
    regain: own.length - inTime,
    costly: [],
    notes: [...(own.length === 0 ? (["no-cases"] as const) : []), ...(unknown > 0 ? (["unknown-cases"] as const) : [])],
  };
}

/** Handling: 100 % less the shares of late cases and of cases with a petition or a dislike; full at 90 %, no case gives 0. */
function handling(target: Leading, scored: Scored): ScoreMetric {
  const { handled, day, hasRatings, petitions, from, report, isOfParts, hasSupplements } = scored;
  const head = headOf(target);
  const { points } = head;
  const fullAt = fullAtOf(target);
  const stated = knownOf(report.results, target.kpi);
  if (stated.share !== null) {
    return {
      ...head,
      ...stated,
      ...{ score: pointsOf(points, stated.share, fullAt), regain: regainOf(stated, fullAt[0]), notes: [], costly: [] },
    };
  }
  const own = handled?.all ?? null;
  if (own === null) {
    return {
      ...head,
      ...{ numerator: null, denominator: null, share: null, score: whole(points), from: "not-supplied" },
      ...{ regain: null, notes: isOfParts && hasSupplements ? ["parts"] : [], costly: [] },
    };
  }
  const of = own.cases + own.unknown;
  if (of === 0) {
    return {
      ...head,
      ...{ numerator: 0, denominator: 0, share: null, score: nothing, from: "log", regain: null },
      ...{ notes: ["no-cases"], costly: [] },
    };
  }
  const late = own.late + own.overdue + own.supplementedTwice;
  const received = petitions?.filter((one) => one.receivedOn >= from && one.receivedOn <= day).length ?? of;
  // A case that is both late and disliked counts twice in the formula; petitions may all be of other cases, or of none.
  const disliked = hasRatings ? own.disliked + own.ratedUnreadably : of;
  const low = Math.max(0, of - late - own.unknown - Math.min(of, disliked + received));
  const high = Math.max(0, of - late - (hasRatings ? own.disliked : 0));
  // The fewer the cases, the more each of the others weighs: at the least those are out that may be.
  const out = Math.min(low, own.inTimeOrOutside);
  const share = { low: low === 0 ? 0 : out === of ? 100 : (100 * (low - out)) / (of - out), high: (100 * high) / of };
  return {
    ...head,
    ...{ numerator: high, denominator: of, share, score: pointsOf(points, share, fullAt), from: "part" },
    // Of a share that is known in part nobody knows how many are short.
    regain: share.low === share.high ? Math.max(0, Math.ceil((fullAt[0] * of) / 100) - high) : null,
    notes: [
      ...(isUnsure(own) || (hasRatings && own.ratedUnreadably > 0) ? (["unknown-cases"] as const) : []),
      ...(petitions === null ? (["petitions-unknown"] as const) : []),
      ...(hasRatings ? [] : (["dislikes-unknown"] as const)),
    ],
    costly: [],
  };
}

const rules = { "on-time": onTime, online, payment, petitions: petitionsInTime, handling } as const;

/** The targets that are parts of a metric, in the plan's order. */
function partsOf(targets: readonly Target[], metric: string): Target[] {
  return targets.filter(({ points }) => points?.metric === metric && points.part !== undefined);
}

/** The score of a report's period, as a whole. */
export function scoreOf(scored: Scored): Omit<Score, "units"> {
  const leading = scored.targets.filter(
    (target): target is Leading => target.points !== undefined && target.points.part === undefined,
  );
  const metrics = leading.map((target) => {
    const { rule } = target.points;
    return (rule === undefined ? ofShare : rules[rule])(target, scored);
  });
  const sum = (of: readonly ScoreMetric[]): PointSpan => ({
    low: of.reduce((all, { score }) => all + score.low, 0),
    high: of.reduce((all, { score }) => all + score.high, 0),
  });
  return {
    max: metrics.reduce((all, { points }) => all + points, 0),
    total: sum(metrics),
    groups: pointGroups.flatMap((id) => {
      const own = metrics.filter(({ group }) => group === id);
      return own.length === 0
        ? []
        : [{ id, points: own.reduce((all, { points }) => all + points, 0), score: sum(own) }];
    }),
    metrics,
    handled: scored.handled === null ? null : judgedOf(scored.handled.all, scored.fields),
  };
}

/** Whether some of the cases count both ways. */
function isUnsure(own: Handled | null): boolean {
  return own !== null && own.unknown + own.inTimeOrOutside > 0;
}

/** What is told of the cases: nothing where no column says it. */
function judgedOf({ inTimeOrOutside: _, ...all }: Handled, fields: readonly Field[]): JudgedCases {
  const told = Object.entries(columnsOfJudged).map(([name, field]) => [
    name,
    fields.includes(field) ? all[name as keyof typeof columnsOfJudged] : null,
  ]);
  return { ...all, ...(Object.fromEntries(told) as Pick<JudgedCases, keyof typeof columnsOfJudged>) };
}
