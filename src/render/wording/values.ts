/** What a result comes to in its unit, and how many of what it counts. */

import type { TwoReadings } from "../../judge/both-readings.ts";
import type { Result } from "../../judge/verdict.ts";
import { exact } from "../../measures/exact.ts";
import { casesBearing } from "../../measures/kinds.ts";
import type { Report } from "../../report/report.ts";
import { aboutBeside, beside, type Clock, date, type Language, whole, withUnit } from "../../text/language.ts";
import { type Label, label, type Noun } from "../../text/titles.ts";
import { targetLimit } from "./targets.ts";

/** A measure's exact value in its unit; null when there is none. */
function exactValue({ measure }: Result): readonly [num: bigint, den: bigint] | null {
  if (measure === null || measure.value === null) return null;
  switch (measure.kind) {
    case "ratio":
      return [100n * BigInt(measure.numerator), BigInt(measure.denominator)];
    case "mean":
      return [BigInt(measure.sum), BigInt((measure.per ?? 60) * measure.n)];
    case "quantile":
      return [BigInt(measure.at ?? 0), BigInt(measure.per)];
    case "reduction": {
      const base = BigInt(measure.inPerson.sum) * BigInt(measure.online.n);
      return [100n * (base - BigInt(measure.online.sum) * BigInt(measure.inPerson.n)), base];
    }
    case "average":
      return [BigInt(measure.sum), BigInt(measure.n)];
    case "count":
      return [BigInt(measure.value), 1n];
    case "minimum": {
      const { inPerson, online } = measure.of as NonNullable<typeof measure.of>;
      // Days have at most two decimals.
      const [a, b] = [inPerson, online].map((days) => BigInt(Math.round(days * 100)));
      return [100n * (a - b), a];
    }
    case "stated": {
      if (measure.denominator === undefined) {
        const { num, den } = exact(measure.value as number);
        return [num, den];
      }
      return [100n * BigInt(measure.numerator as number), BigInt(measure.denominator)];
    }
    case "date":
      return null;
  }
}

/** The lowest and the highest value, each on its own side of the target. */
export function bothEnds(result: Result, bounds: readonly [number, number], language: Language): string[] {
  const places = result.unit === "count" ? 0 : 1;
  return bounds.map((value) =>
    withUnit(aboutBeside(value, targetLimit(result), language, places), result.unit, language),
  );
}

/** Reasons of a verdict that hangs on how the logs are read. */
const twoReadings: ReadonlySet<string> = new Set<TwoReadings>(["day-in-doubt", "midnights-in-doubt", "cases-in-doubt"]);

/**
 * 17,2%: rounded so as never to contradict the verdict; of an undecided one both ends; "" when there is no value.
 *
 * @param limit beside which it is shown: the target's own
 */
export function measured(result: Result, language: Language, limit = targetLimit(result)): string {
  const hasEnds = result.reason === null || twoReadings.has(result.reason);
  if (result.verdict === "undecided" && hasEnds && result.bounds !== null)
    return bothEnds(result, result.bounds, language).join(" – ");
  if (result.measure?.kind === "date") return result.measure.value === null ? "" : date(result.measure.value, language);
  const value = exactValue(result);
  if (value === null) return "";
  const shown = withUnit(beside(...value, limit, language), result.unit, language);
  // Of a KPI that is worked out as a rule it is marked when it is not.
  const isStated = result.measure?.kind === "stated" && result.input !== "figures";
  return isStated ? `${shown} ${label("stated", language)}` : shown;
}

/** How many cases bear on a result; null when it was not measured. */
export function caseCount({ measure }: Result): number | null {
  if (measure === null) return null;
  return measure.kind === "average" ? measure.sum : casesBearing(measure);
}

/** 8.301; 4.012 lượt of ratings, 120 TTHC of procedures. */
export function cases(result: Result, language: Language): string {
  const n = caseCount(result);
  if (n === null || result.measure?.value === null) return "";
  return whole(n, language) + label(nounOf(result).short, language);
}

/** By what the time of a result was measured: only the reduction is measured by the clock that is asked for. */
export function clockOf({ unit, measure }: Result, { options }: Pick<Report, "options">): Clock {
  if (unit.startsWith("working-")) return "working";
  return measure?.kind === "reduction" ? options.clock : "elapsed";
}

/** What a result counts: cases unless it says otherwise. */
export function nounOf({ kpi, input, measure }: Result): { noun: Noun; short: Label } {
  if (kpi.startsWith("satisfaction")) return { noun: "ratings", short: "ratingsShort" };
  if (measure?.kind === "stated") return { noun: "units", short: "casesShort" };
  if (measure?.kind === "average") return { noun: "cases", short: "casesShort" };
  if (input === "procedures") return { noun: "procedures", short: "proceduresShort" };
  if (input === "petitions") return { noun: "petitions", short: "petitionsShort" };
  return { noun: "cases", short: "casesShort" };
}
