/** Whether the year's target will be met, from the periods that were and the cases to come (methods/forecast.ts). */

import type { Result } from "../judge/verdict.ts";
import { type Bound, limitOf } from "../measures/exact.ts";
import type { Measure } from "../measures/measure.ts";
import { type Forecast, forecastShare, forecastSums, type Sum } from "../methods/forecast.ts";
import type { YearForecast } from "./findings.ts";
import { isCeiling, rounded } from "./insight.ts";
import type { ReportDays } from "./periodic.ts";
import type { YearNeed } from "./report.ts";

/** Older periods are of another year's process. */
const lastPeriods = 12;

/** What is known of a figure beside its year so far. */
interface Course {
  readonly target: Bound;
  readonly expected: YearNeed["expected"];
  readonly days: ReportDays;
  /** Periods of the year so far that the log covers, with parts of one, whether or not it has a case of them. */
  readonly covered: number;
  /** What so many cases more must be for the target to be met (needs.ts). */
  readonly needed: (n: number) => { readonly state: YearNeed["state"]; readonly cases?: number | null };
  /** Its measure in each of the last periods. */
  readonly past: readonly Result["measure"][];
}

/** @returns null where nothing is left of the year, where too few periods are known, or of a figure without cases */
export function forecastOf(
  now: Measure,
  { target, expected: given, days, covered, needed, past: all }: Course,
): YearForecast | null {
  const limit = limitOf(target);
  const past = all
    .slice(-lastPeriods)
    .map(sumsOf)
    .filter((sums) => sums !== null);
  const done = sumsOf(now);
  if (limit === null || done === null || days.left === 0) return null;
  const own = done.at(-1) as Sum;
  const expected = given !== null && given.n > 0 ? given : atPace(own.n, covered, days);
  if (expected === null || expected.n === 0) return null;
  const forecast = now.kind === "ratio" ? shareOf() : meanOf(now);
  if (forecast === null) return null;
  const { probability, low, high, periods } = forecast;
  const scale = now.kind === "ratio" ? 100 : now.kind === "mean" ? 1 / perOf(now) : 1;
  return {
    probability: rounded(probability),
    interval: [rounded(low * scale), rounded(high * scale)],
    periods,
    expected,
  };

  function shareOf(): Forecast | null {
    const rest = (expected as NonNullable<typeof expected>).n;
    const { state, cases = null } = needed(rest);
    const least = state === "unreachable" ? null : cases;
    return forecastShare(
      past.map(([one]) => one),
      own,
      { n: rest, periods: days.left },
      { least, isCeiling: isCeiling(target) },
    );
  }

  function meanOf(measure: Measure): Forecast | null {
    const { kind } = measure;
    // The last sum is the one of which the cases to come are known; the others keep their proportion to it.
    const n = (done as readonly Sum[]).map((one) => ((expected as { n: number }).n * one.n) / own.n);
    const scaled = (sums: readonly Sum[]): number | null => {
      const [one, other] = sums.map(({ sum, n: of }) => sum / of);
      if (kind === "mean") return one;
      return one === 0 ? null : 100 * (1 - other / one);
    };
    const bound = (limit as number) * (measure.kind === "mean" ? perOf(measure) : 1);
    const meets = (value: number) =>
      target.below !== undefined
        ? value < bound
        : target.atMost !== undefined
          ? value <= bound
          : target.above !== undefined
            ? value > bound
            : value >= bound;
    return forecastSums(past, done as readonly Sum[], { n, periods: days.left }, scaled, meets);
  }
}

/** What one of a mean's unit is in that of its sum: 60 seconds of a minute, unless a plan's own KPI is in another. */
function perOf({ per = 60 }: Extract<Measure, { kind: "mean" }>): number {
  return per;
}

/** At the pace of the year so far: months without a case are of it too, those before the log begins are not known. */
function atPace(n: number, covered: number, { left, gone }: ReportDays): YearForecast["expected"] | null {
  const periods = Math.min(gone, covered);
  return periods > 0 ? { n: Math.round((n * left) / periods), from: "run-rate" } : null;
}

/** The sums of which a figure is made: of a reduction those in person, then those online. */
function sumsOf(measure: Measure | Result["measure"]): Sum[] | null {
  switch (measure?.kind) {
    case "ratio":
      return measure.denominator === 0 ? null : [{ sum: measure.numerator, n: measure.denominator }];
    case "mean":
      return measure.n === 0 ? null : [{ sum: measure.sum, n: measure.n }];
    case "reduction":
      return measure.inPerson.n === 0 || measure.online.n === 0 ? null : [measure.inPerson, measure.online];
    default:
      return null;
  }
}
