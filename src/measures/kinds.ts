/** The kinds of measures, and what is asked of any of them. */

import { type Bound, type Bounds, type Exact, limitOf, meets } from "./exact.ts";
import type { Interval } from "./interval.ts";
import type { MeasureKind, OtherWays, Slack } from "./kind.ts";
import { meanKind } from "./mean.ts";
import type { Measure } from "./measure.ts";
import { quantileKind } from "./quantile.ts";
import { ratioKind } from "./ratio.ts";
import { reductionKind } from "./reduction.ts";
import { dateKind, statedKind } from "./stated.ts";
import { averageKind, countKind, minimumKind } from "./things.ts";

/** `undecided`: what could not be read may turn it. */
export type Verdict = "pass" | "fail" | "undecided" | "no-data" | "not-supplied";

const kinds: { readonly [K in Measure["kind"]]: MeasureKind<Extract<Measure, { kind: K }>> } = {
  ratio: ratioKind,
  mean: meanKind,
  quantile: quantileKind,
  reduction: reductionKind,
  count: countKind,
  average: averageKind,
  minimum: minimumKind,
  date: dateKind,
  stated: statedKind,
};

function kindOf(measure: Measure): MeasureKind<Measure> {
  return kinds[measure.kind] as MeasureKind<never> as MeasureKind<Measure>;
}

/**
 * The value of a measure in its KPI's unit.
 *
 * @returns null when nothing bears on it, and for a day
 */
export function exactValue(measure: Measure): Exact | null {
  return kindOf(measure).exact(measure);
}

/** The slack of a judged measure; null where the kind of target has none. */
export function slackOf(measure: Measure, bound: Bound): Slack | null {
  const value = exactValue(measure);
  if (value === null || limitOf(bound) === null) return null;
  return kindOf(measure).slack?.(measure, value, bound, meets(value, bound)) ?? null;
}

/** 95 % of a measure over cases; null of any other. @param isExact of few cases, where the usual intervals are too narrow */
export function intervalOf(measure: Measure, isExact: boolean): Interval | null {
  return kindOf(measure).interval?.(measure, isExact) ?? null;
}

/** The cases of a measure over cases, of a reduction those of the side that has fewer; null of any other. */
export function fewestCases(measure: Measure): number | null {
  return kindOf(measure).fewest?.(measure) ?? null;
}

/**
 * The lowest and highest value that a measure could have if what was excluded had all gone one way.
 *
 * @param excluded what might have counted: cases, procedures, petitions
 * @returns null where nothing bounds it, and when nothing bears on it even so
 */
export function boundsOf(measure: Measure, excluded: number, ways: OtherWays = {}): Bounds | null {
  return kindOf(measure).bounds?.(measure, excluded, { outOrNo: 0, outOrYes: 0, ...ways }) ?? null;
}

/** The part of a measure, or of its form in the report, that says of how many cases it speaks. */
type Sized =
  | { readonly kind: "ratio"; readonly denominator: number }
  | { readonly kind: "mean" | "quantile"; readonly n: number }
  | { readonly kind: "reduction"; readonly inPerson: { readonly n: number }; readonly online: { readonly n: number } }
  | { readonly kind: "count" | "average" | "minimum" | "date" | "stated" };

/** The cases on which a measure over cases rests; null for any other. */
export function casesBearing(measure: Sized): number | null {
  switch (measure.kind) {
    case "ratio":
      return measure.denominator;
    case "mean":
    case "quantile":
      return measure.n;
    case "reduction":
      return measure.inPerson.n + measure.online.n;
    default:
      return null;
  }
}
