/** Whose cases cost points, and how many would bring them back: what cannot be read counts against a metric, as its least points do. */

import type { Result } from "../judge/verdict.ts";
import { boundsShare } from "../measures/left-out.ts";
import type { CostlyGroup, ScoreSource } from "./points.ts";

/** Of a share the numerator, and of how many at the worst: with the cases that were left out and may have counted. */
function atWorst({ measure, bounds, excluded, alongside }: Result): { numerator: number; of: number } | null {
  if (measure?.kind !== "ratio") return null;
  const { numerator, denominator } = measure;
  const leftOut = Object.entries(excluded).reduce((sum, [reason, count]) => sum + (boundsShare(reason) ? count : 0), 0);
  if (denominator === 0) return { numerator, of: leftOut };
  if (bounds === null) return { numerator, of: denominator };
  // Of those left out some may be known to move one end alone: the lowest value says how many count against it.
  const isExact = numerator > 0 && bounds[0] > 0 && alongside.otherReading === undefined;
  return { numerator, of: isExact ? Math.round((100 * numerator) / bounds[0]) : denominator + leftOut };
}

/** How many more in the numerator bring a share to so many percent, whatever was left out; null where the log gives none. */
export function regainOfResult(results: readonly Result[], kpi: string, fullAt: number): number | null {
  const result = results.find((one) => one.kpi === kpi && one.group === null);
  const share = result === undefined ? null : atWorst(result);
  return share === null ? null : regainOf({ ...share, denominator: share.of }, fullAt);
}

/** How many more in the numerator bring a share to so many percent. */
export function regainOf(
  { numerator, denominator }: { readonly numerator: number | null; readonly denominator: number | null },
  fullAt: number,
): number | null {
  if (numerator === null || denominator === null) return null;
  return Math.max(0, Math.ceil((fullAt * denominator) / 100) - numerator);
}

/** Whose cases count against a metric, or may: the points that they cost are as many parts of what is lost at the most. */
export function costlyOf(results: readonly Result[], kpi: string, lost: number, from: ScoreSource): CostlyGroup[] {
  // Of a figure that is stated nobody knows whose cases it is made of.
  if (from !== "log") return [];
  return (["agency", "procedure"] as const).flatMap((by) => {
    const groups = results.flatMap((result) => {
      const share = result.kpi === kpi && result.group?.by === by ? atWorst(result) : null;
      return share === null || share.of <= share.numerator
        ? []
        : [{ name: result.group?.name ?? "", missing: share.of - share.numerator, of: share.of }];
    });
    return sharedOut(by, groups, lost);
  });
}

/** The points lost, shared out by how many cases of each group count against the metric. */
export function sharedOut(
  by: CostlyGroup["by"],
  groups: readonly Pick<CostlyGroup, "name" | "missing" | "of">[],
  lost: number,
): CostlyGroup[] {
  const all = groups.reduce((sum, { missing }) => sum + missing, 0);
  if (Math.round(lost * 100) === 0) return [];
  return groups
    .map((group) => ({ by, ...group, lost: all === 0 ? 0 : (lost * group.missing) / all }))
    .sort((a, b) => b.missing - a.missing || (a.name < b.name ? -1 : 1));
}
