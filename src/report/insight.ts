/** What the methods beside the KPIs say of a period (findings.ts); none turns a verdict. */

import type { Result } from "../judge/verdict.ts";
import { type GroupedCounts, inGroup, mergeCounted, newCounts, sumOfCounts } from "../measures/counts.ts";
import { type Bound, limitOf } from "../measures/exact.ts";
import { inVietnamese, nameKey } from "../measures/names.ts";
import { clearAmong, funnelOf } from "../methods/funnel.ts";
import { type SignsState, signKinds, signsIn } from "../methods/signs.ts";
import { endsIn, hasStage, heaviestIn, stagesIn } from "../methods/stages.ts";
import { ageBands, pastDueBands, waitingAt } from "../methods/waiting.ts";
import { type Variation, variationOf } from "../methods/xmr.ts";
import { sameNames } from "../tally/same-names.ts";
import { type DayRange, isoDate } from "../time/civil.ts";
import type { Funnel, SignOfAgency, StagesOfCases, TrendPoint, WaitingCases } from "./findings.ts";

/** A period of so few of the usual cases, as one of which the log has a part, says nothing beside the others. */
const fewestOfUsual = 4;

/**
 * What is variation in the points of a trend and what is a sign. A period has no value here that the log does not have whole, in
 * which few cases bear on the figure, or in which what could not be read may turn the verdict.
 */
export function variationIn(
  { target, unit, measure }: Result,
  points: readonly TrendPoint[],
  isPartial: (i: number) => boolean,
): Variation | null {
  const bound = target as Bound | null;
  const limit = bound === null ? null : limitOf(bound);
  const counts = points.flatMap(({ n, value }) => (value === null ? [] : [n])).sort((a, b) => a - b);
  const usual = counts[Math.floor(counts.length / 2)] ?? 0;
  const values = points.map(({ value, n, verdict }, i) =>
    isPartial(i) || n * fewestOfUsual < usual || verdict === "undecided" ? null : value,
  );
  const range: readonly [number, number] | undefined =
    measure?.kind === "reduction" ? [Number.NEGATIVE_INFINITY, 100] : unit === "percent" ? [0, 100] : undefined;
  const goal =
    bound === null || limit === null
      ? null
      : { limit, isCeiling: isCeiling(bound), isStrict: bound.below !== undefined || bound.above !== undefined };
  const found = variationOf(values, goal, range ?? [0, Number.POSITIVE_INFINITY]);
  if (found === null) return null;
  const { mean, meanRange, low, high } = found;
  return { ...found, mean: rounded(mean), meanRange: rounded(meanRange), low: rounded(low), high: rounded(high) };
}

/** To a millionth: the last digits of a logarithm are those of an engine, and a report has the same bytes everywhere. */
export function rounded(value: number): number {
  return Number(value.toFixed(6));
}

export function isCeiling({ below, atMost }: Bound): boolean {
  return below !== undefined || atMost !== undefined;
}

/** Two offices are compared, not held against a field of offices. */
const fewestOffices = 3;
/** Of fewer cases nothing is called clear, however far they lie from the target. */
const fewestCases = 10;

/** The agencies of each share that has a target, and which of all differ clearly from it. */
export function funnelsOf(results: readonly Result[]): Funnel[] {
  const found = results.flatMap((whole): Omit<Funnel, "tested">[] => {
    const { key, group, target, input, measure } = whole;
    const limit = target === null ? null : limitOf(target as Bound);
    if (group !== null || input !== "cases" || measure?.kind !== "ratio" || limit === null) return [];
    // Every case counts, or none does: nothing is by chance.
    if (limit <= 0 || limit >= 100) return [];
    const shares = results.flatMap((one) =>
      one.key === key &&
      one.group?.by === "agency" &&
      // Cases that name none are of no agency; of what may turn nothing is said.
      (one.group.name ?? "") !== "" &&
      one.verdict !== "undecided" &&
      one.measure?.kind === "ratio" &&
      one.measure.denominator > 0
        ? [{ name: one.group.name ?? "", ...one.measure }]
        : [],
    );
    if (shares.length < fewestOffices) return [];
    const { phi, points, curve } = funnelOf(shares, limit / 100);
    const percent = (limits: readonly [number, number]) =>
      [rounded(100 * limits[0]), rounded(100 * limits[1])] as const;
    return [
      {
        key,
        by: "agency",
        target: limit,
        phi: rounded(phi),
        points: points
          .map(({ name, numerator, denominator, within95, within998, p }) => ({
            ...{ name, numerator, denominator, p: Number(p.toPrecision(6)) },
            within95: percent(within95),
            within998: percent(within998),
            finding: numerator * 100 > limit * denominator !== isCeiling(target as Bound) ? "better" : "worse",
          }))
          .sort((a, b) => inVietnamese(a.name, b.name)) as Funnel["points"],
        curve: curve.map(({ n, within95, within998 }) => ({
          n,
          within95: percent(within95),
          within998: percent(within998),
        })),
      },
    ];
  });
  const isTested = ({ denominator }: Funnel["points"][number]) => denominator >= fewestCases;
  const clear = clearAmong(found.flatMap(({ points }) => points.filter(isTested).map(({ p }) => p)));
  let place = 0;
  return found.map((funnel) => ({
    ...funnel,
    tested: clear.length,
    points: funnel.points.map((point) => ({
      ...point,
      finding: isTested(point) && clear[place++] ? point.finding : "usual",
    })),
  }));
}

/** @param day at whose end open cases are looked at */
export function waitingOf(
  { waiting, times }: { readonly waiting: GroupedCounts; readonly times: GroupedCounts },
  period: DayRange,
  day: number,
): WaitingCases {
  const isTold = (counts: ReadonlyMap<number, number>) => {
    const { open, ended } = waitingAt(counts, newCounts(), day, period);
    return open + ended > 0;
  };
  // Of one agency are all the spellings of its name, also one under which it has no case in the period.
  const timesOf = new Map<string, Map<number, number>>();
  for (const [name, counts] of times.byAgency) mergeCounted(inGroup(timesOf, nameKey(name), newCounts), counts);
  return {
    asOf: isoDate(day),
    bands: { ages: ageBands, pastDue: pastDueBands },
    total: waitingAt(waiting.all, sumOfCounts([...timesOf.values()]), day, period),
    agencies: joined(waiting.byAgency, isTold)
      .map(([name, counts]) => ({
        name,
        ...waitingAt(counts, timesOf.get(nameKey(name)) ?? newCounts(), day, period),
      }))
      .sort((a, b) => b.open - a.open || inVietnamese(a.name, b.name)),
  };
}

/** Groups whose names are one, added up, of those of which something is told: the others give no name to one that is. */
function joined(
  groups: ReadonlyMap<string, ReadonlyMap<number, number>>,
  isTold: (counts: ReadonlyMap<number, number>) => boolean,
) {
  const told = [...groups].filter(([, counts]) => isTold(counts)).map(([name]) => name);
  return sameNames(told).map(
    (names) => [names[0], sumOfCounts(names.flatMap((name) => groups.get(name) ?? []))] as const,
  );
}

/** The signs of each agency, in the order of their kinds. */
export function signsOf(signs: SignsState): SignOfAgency[] {
  const found = joined(signs, (counts) => counts.size > 0).flatMap(([agency, counts]) =>
    signsIn(counts).map((sign) => ({ agency, ...sign })),
  );
  const place = ({ sign }: SignOfAgency) => signKinds.indexOf(sign);
  return found.sort((a, b) => place(a) - place(b) || inVietnamese(a.agency, b.agency));
}

/** The stages of the cases that ended in the period; null where no case has two milestones. */
export function stagesOf(stages: GroupedCounts, period: DayRange): StagesOfCases | null {
  const found = stagesIn(stages, period);
  if (found.length === 0) return null;
  const groupsOf = (by: ReadonlyMap<string, ReadonlyMap<number, number>>) =>
    joined(by, (counts) => hasStage(counts, period))
      .flatMap(([name, counts]) => {
        const heaviest = heaviestIn(counts, period);
        return heaviest === null ? [] : [{ name, heaviest }];
      })
      .sort((a, b) => b.heaviest.time - a.heaviest.time || inVietnamese(a.name, b.name))
      .map(({ name, heaviest: { time: _, ...heaviest } }) => ({ name, ...heaviest }));
  return {
    ...endsIn(stages, period),
    stages: found,
    agencies: groupsOf(stages.byAgency),
    procedures: groupsOf(stages.byProcedure),
  };
}
