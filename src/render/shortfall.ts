/** What the groups of a target take from the whole: of its cases those, or the time, that they are short of at the target. */
import type { Result } from "../judge/verdict.ts";
import type { ShortWay } from "../text/short.ts";
import { targetLimit } from "./wording/targets.ts";

/** What of a group is short at the target of the whole; below 0 of one that is better. */
export function contribution(result: Result, { measure, slack }: Result): number {
  const limit = targetLimit(result);
  if (limit === null || measure === null) return 0;
  const sign = isUpper(result) ? -1 : 1;
  if (measure.kind === "ratio") return (sign * (limit * measure.denominator - 100 * measure.numerator)) / 100;
  if (measure.kind === "mean") return sign * (limit * (measure.per ?? 60) * measure.n - measure.sum);
  if (measure.kind === "quantile") {
    return slack === null || !("cases" in slack) ? 0 : slack.direction === "short" ? slack.cases : -slack.cases;
  }
  const own = result.measure;
  if (measure.kind !== "reduction" || own?.kind !== "reduction" || own.inPerson.n === 0) return 0;
  return measure.online.sum - (measure.online.n * own.inPerson.sum * (100 - limit)) / (100 * own.inPerson.n);
}

/** Of how many cases what is short is. */
export function weightOf({ measure }: Result): number {
  if (measure?.kind === "reduction") return measure.online.n;
  return measure?.kind === "ratio" ? measure.denominator : measure?.kind === "mean" ? measure.n : 0;
}

/** Whether parts fall short of a floor, go over a ceiling, or take longer online than the mean in person of all allows. */
export function shortWayOf(result: Result): ShortWay {
  return result.measure?.kind === "reduction" ? "cut" : isUpper(result) ? "over" : "short";
}

function isUpper({ target }: Result): boolean {
  return target?.below !== undefined || target?.atMost !== undefined;
}

/** Fractions that are equal may differ as doubles. */
const least = 1e-9;

/** The groups of a target that fall short, and those of them that do so most and alike. */
export function falling(result: Result, groups: readonly Result[]): { all: Result[]; alike: Result[]; isNet: boolean } {
  const parts = groups.map((group) => ({ group, short: contribution(result, group) }));
  const all = parts.filter(({ short }) => short > least);
  const most = Math.max(0, ...all.map(({ short }) => short));
  return {
    all: all.map(({ group }) => group),
    alike: all.filter(({ short }) => most - short < least * Math.max(1, most)).map(({ group }) => group),
    // Where some are better than the target asks, the whole is short of less than the parts add up to.
    isNet: parts.some(({ short }) => short < -least),
  };
}
