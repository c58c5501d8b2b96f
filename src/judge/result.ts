/** One Result of the Report: a measure held against a target, with what shows how far it can be trusted. */

import type { doubtFor } from "../kpis/ground.ts";
import type { AnyKpi } from "../kpis/kpi.ts";
import { type Exact, hasEnd, limitOf, meets } from "../measures/exact.ts";
import {
  boundsOf,
  casesBearing,
  exactValue,
  fewestCases,
  intervalOf,
  slackOf,
  type Verdict,
} from "../measures/kinds.ts";
import { boundsShare } from "../measures/left-out.ts";
import type { Measure, RatioMeasure, Values } from "../measures/measure.ts";
import { isInTime } from "../measures/stated.ts";
import type { Target } from "../plans/plan.ts";
import type { OneWay } from "../tally/readings.ts";
import type { ReportMeasure, Result } from "./verdict.ts";

/** Fewer cases than this decide nothing when the target lies inside the interval. */
const smallNumber = 30;

/** The target of a result: its key, the KPI, and the plan's words; null where the plan has no target for the KPI. */
export interface Held {
  readonly key: string;
  readonly about: AnyKpi;
  readonly target: Target | null;
}

/** What is told of every result, measured or not. */
function described({ key, about, target }: Held) {
  const bound = target && { below: target.below, atMost: target.atMost, atLeast: target.atLeast, above: target.above };
  return {
    key,
    kpi: about.id,
    input: about.input,
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
    owner: target?.owner ?? null,
    coOwner: target?.coOwner ?? null,
    product: target?.product ?? null,
    each: target?.each !== undefined,
  };
}

const nothingMeasured = {
  measure: null,
  interval: null,
  small: false,
  leftOut: 0,
  bounds: null,
  slack: null,
  alongside: {},
  excluded: {},
};

/** A target that needs what was not given: an input, a period, the names of groups. */
export function notSupplied(
  held: Held,
  reason: string,
  lacks: readonly string[],
  group: Result["group"] = null,
): Result {
  const verdict = held.target === null ? null : "not-supplied";
  return { ...described(held), ...nothingMeasured, verdict, reason, lacks, group };
}

/** A target whose input was given and says nothing of it; a verdict of its own where that says something after all. */
export function withoutValue(
  held: Held,
  reason: string,
  lacks: readonly string[],
  rest: Partial<Pick<Result, "measure" | "verdict" | "group" | "excluded">> = {},
): Result {
  const verdict = held.target === null ? null : "no-data";
  return { ...described(held), ...nothingMeasured, verdict, reason, lacks, group: null, ...rest };
}

/** A result of the past that only today's state could give: no value, and no verdict. */
export function withoutPast(result: Result): Result {
  return { ...result, ...nothingMeasured, verdict: null, reason: "no-past", lacks: [] };
}

/** More than one in twenty: nothing bounds a missing time, and a mean of the rest would not speak for all. */
export function isTooMany(leftOut: number, of: number): boolean {
  return 20 * leftOut > of;
}

/** What is known of a measure beside the measure. */
export interface Circumstances {
  readonly group: Result["group"];
  readonly excluded: Readonly<Record<string, number>>;
  readonly alongside?: Result["alongside"];
  /** Why there is no value, were there none; and what is lacking. */
  readonly reason: string;
  readonly lacks: readonly string[];
  /** A catalogue holds every procedure: its shares have no interval. */
  readonly isCensus?: boolean;
  /** Of a reduction the cases that may be of either side, of a mean over one channel those that may be in it. */
  readonly unknownSide?: Values | null;
  /** The measure of the cases of which nobody knows whether they are of the clause's procedures. */
  readonly outside?: Measure;
  /** Why the measure decides nothing, whatever it is. */
  readonly doubt?: ReturnType<typeof doubtFor>;
  /** Of the excluded those of which it is known that they would move one end only. */
  readonly oneWay?: OneWay;
  /** Cases that might have counted, where that is not what the exclusions say. */
  readonly uncertain?: number;
}

/** Judges a measure; `lacks` that is not empty leaves it without a value. */
export function judged(held: Held, measure: Measure, circumstances: Circumstances): Result {
  const { target } = held;
  const {
    group,
    excluded,
    alongside = {},
    lacks,
    isCensus = false,
    unknownSide = null,
    doubt = null,
    outside,
  } = circumstances;
  if (measure.kind === "date") return dated(held, measure, group);
  const value = lacks.length > 0 ? null : exactValue(measure);
  const bound = target !== null && limitOf(target) !== null ? target : null;
  const isGroup = group !== null && target?.each === undefined;
  const bearing = casesBearing(measure);
  const few = fewestCases(measure) ?? smallNumber;
  const uncertain =
    circumstances.uncertain ??
    Object.entries(excluded).reduce((sum, [reason, count]) => (boundsShare(reason) ? sum + count : sum), 0);
  const unsure = measure.kind === "ratio" ? (measure.blanks?.unsure ?? 0) : 0;
  const reading = measure.kind === "ratio" ? (measure.reading ?? null) : null;
  const isOfChannels = measure.kind === "reduction" || unknownSide !== null;
  const mayTurn = isOfChannels
    ? (unknownSide ?? []).reduce((sum, [, count]) => sum + count, 0)
    : uncertain - (circumstances.oneWay?.out ?? 0);
  const beyond = outside === undefined ? 0 : (casesBearing(outside) ?? 0);
  const isMean = measure.kind === "mean" || measure.kind === "reduction";
  // Of the times of cases that may be of the clause sums alone are known, which bound no mean.
  const mayBeIn = isMean ? 0 : beyond;
  const bounds =
    value === null || (mayTurn + mayBeIn + unsure === 0 && reading === null)
      ? null
      : boundsOf(measure, measure.kind === "quantile" ? mayTurn + beyond : mayTurn, {
          unknownSide,
          outside,
          ...circumstances.oneWay,
        });
  // Nothing bounds a missing time. Whatever the reason for which a case that bears on a mean is left out of it (a blank, a
  // contradiction, a log without the column), the mean does not speak for it.
  const leftOut = isMean
    ? Object.values(excluded).reduce((sum, n) => sum + n, 0) +
      beyond -
      // Those are bounded.
      (bounds === null ? 0 : mayTurn)
    : bounds !== null && !hasEnd(bounds.high)
      ? mayTurn + beyond
      : 0;
  const isTooFew = isGroup && value !== null && bearing !== null && bearing < leastOfGroup;
  const verdict = ((): Verdict | null => {
    if (bound === null || isTooFew) return null;
    if (value === null) return "no-data";
    if (doubt !== null) return "undecided";
    const met = meets(value, bound);
    if (bounds !== null && meets(bounds.low, bound) !== meets(bounds.high, bound)) return "undecided";
    if (isMean && isTooMany(leftOut, (bearing ?? 0) + leftOut)) return "undecided";
    // A service whose days are not recorded may have the least of all.
    if (measure.kind === "minimum" && met && uncertain > 0) return "undecided";
    return met ? "pass" : "fail";
  })();
  const interval = value === null || isCensus ? null : intervalOf(measure, isGroup && (bearing ?? 0) < smallNumber);
  return {
    ...described(held),
    verdict,
    measure: reported(measure, value),
    interval,
    // Of one case on a side there is no interval: that is the least that a figure can rest on.
    small:
      bound !== null &&
      value !== null &&
      !isCensus &&
      !isTooFew &&
      few < smallNumber &&
      (interval === null || isInside(limitOf(bound) as number, interval)),
    leftOut,
    bounds: bounds === null || !hasEnd(bounds.high) ? null : [toNumber(bounds.low), toNumber(bounds.high)],
    slack: bound === null || value === null ? null : slackOf(measure, bound),
    alongside:
      value === null
        ? {}
        : {
            ...alongside,
            ...(isOfChannels && bounds !== null && { unknownChannel: mayTurn }),
            ...(measure.kind === "ratio" && measure.blanks !== undefined && blanksOf(measure.blanks)),
            ...(reading !== null && { otherReading: percentOf(reading) }),
          },
    excluded,
    reason: value === null ? circumstances.reason : isTooFew ? "too-few-cases" : doubt,
    lacks,
    group,
  };
}

function percentOf({ numerator, denominator }: NonNullable<RatioMeasure["reading"]>): number | null {
  return denominator === 0 ? null : (100 * numerator) / denominator;
}

/** What the number of the unsure cases is called, by the cell that would say it of them. */
const unsureOf = {
  channel: "blanksOfUnknownChannel",
  payment: "blanksOfUnknownPayment",
  fee: "casesOfUnreadFee",
} as const;

/** How many blank cells count as no, and as yes. */
function blanksOf({ asNo, asYes, unsure, of }: NonNullable<RatioMeasure["blanks"]>): Record<string, number> {
  return {
    ...(asNo > 0 && { blanksAsNo: asNo }),
    ...(asYes > 0 && { blanksAsYes: asYes }),
    ...(unsure > 0 && { [unsureOf[of ?? "channel"]]: unsure }),
  };
}

/** A group of fewer cases says nothing of the office. */
const leastOfGroup = 5;

/** A milestone that the office dates. */
function dated(held: Held, { date, source, statedOn }: Measure & { kind: "date" }, group: Result["group"]): Result {
  const by = held.target?.by;
  return {
    ...described(held),
    ...nothingMeasured,
    measure: { kind: "date", value: date, source, statedOn },
    verdict: by === undefined ? null : isInTime(date, by) ? "pass" : "fail",
    reason: null,
    lacks: [],
    group,
  };
}

function toNumber({ num, den }: Exact): number {
  return Number(num) / Number(den);
}

function reported(measure: Exclude<Measure, { kind: "date" }>, judgedValue: Exact | null): ReportMeasure {
  const value = judgedValue === null ? null : toNumber(judgedValue);
  switch (measure.kind) {
    case "ratio":
      return { kind: "ratio", value, numerator: measure.numerator, denominator: measure.denominator };
    case "mean":
      return {
        kind: "mean",
        value,
        sum: measure.sum,
        n: measure.n,
        ...(measure.per !== undefined && { per: measure.per }),
      };
    case "quantile":
      return {
        kind: "quantile",
        value,
        p: measure.p,
        n: measure.n,
        at: judgedValue === null ? null : Number(judgedValue.num),
        per: measure.per,
      };
    case "reduction":
      return {
        kind: "reduction",
        value,
        inPerson: { sum: measure.inPerson.sum, n: measure.inPerson.n },
        online: { sum: measure.online.sum, n: measure.online.n },
        sumsIn: measure.inDays ? "days" : "seconds",
      };
    case "count":
      return { kind: "count", value };
    case "average":
      return { kind: "average", value, sum: measure.sum, n: measure.n };
    case "minimum": {
      const { least } = measure;
      return {
        kind: "minimum",
        value,
        of: least && { procedure: least.name, inPerson: least.inPerson, online: least.online },
      };
    }
    case "stated":
      return {
        kind: "stated",
        value,
        ...(measure.of !== null && { numerator: Number(measure.value), denominator: Number(measure.of) }),
        source: measure.source,
        statedOn: measure.statedOn,
      };
  }
}

function isInside(limit: number, [low, high]: readonly [number, number]): boolean {
  return low <= limit && limit <= high;
}
