/** Agencies, fields and procedures whose names differ by case or spacing only are one: by the name that most cases have. */
import type { OverCases } from "../kpis/kpi.ts";
import { nameKey } from "../measures/fold.ts";
import { countsIn, type FlowCounts, mergeCounts } from "./caseload.ts";
import { type Grouping, mergedTallies, type SpanTallies, type Tallies, type Tally } from "./tallier.ts";

/** For each name that gives way to another the one that stays. */
type Renamed = ReadonlyMap<string, string>;

/** @param weights how often each name stands */
function renamed(weights: ReadonlyMap<string, number>): Renamed {
  const staying = new Map<string, string>();
  const isBetter = (name: string, held: string) => {
    const [a, b] = [weights.get(name) ?? 0, weights.get(held) ?? 0];
    return a > b || (a === b && name < held);
  };
  for (const name of weights.keys()) {
    const key = nameKey(name);
    const held = staying.get(key);
    if (held === undefined || isBetter(name, held)) staying.set(key, name);
  }
  if (staying.size === weights.size) return new Map();
  return new Map(
    [...weights.keys()].flatMap((name) => {
      const stays = staying.get(nameKey(name)) as string;
      return stays === name ? [] : [[name, stays]];
    }),
  );
}

function weigh(weights: Map<string, number>, name: string, cases: number): void {
  weights.set(name, (weights.get(name) ?? 0) + cases);
}

function casesOf({ n, excluded }: Tally): number {
  return [...excluded.values()].reduce((sum, count) => sum + count, n);
}

/**
 * Joins the groups of such names, each under one name in all spans.
 *
 * @param groupingsOf the groupings of the span with this number
 */
export function joinNames(
  kpis: readonly OverCases<unknown>[],
  { spans, flow }: Pick<Tallies, "spans" | "flow">,
  groupingsOf: (span: number) => readonly Grouping[],
): void {
  const named = ["agency", "field", "procedure"] as const;
  for (const grouping of named) {
    const weights = new Map<string, number>();
    const flows =
      flow === null ? [] : grouping === "agency" ? [flow.byAgency] : grouping === "field" ? [flow.byField] : [];
    const groups = spans.flatMap((span: SpanTallies | undefined, s) => {
      const at = groupingsOf(s).indexOf(grouping);
      return span === undefined || at < 0 ? [] : span.groups[at].map((ofKpi, i) => ({ ofKpi, kpi: kpis[i] }));
    });
    for (const { ofKpi } of groups) for (const [name, tally] of ofKpi) weigh(weights, name, casesOf(tally));
    for (const ofFlow of flows) for (const name of ofFlow.keys()) weigh(weights, name, 0);
    const names = renamed(weights);
    if (names.size === 0) continue;
    for (const { ofKpi, kpi } of groups) {
      for (const [name, stays] of names) {
        const tally = ofKpi.get(name);
        if (tally === undefined) continue;
        const held = ofKpi.get(stays);
        ofKpi.delete(name);
        ofKpi.set(stays, held === undefined ? tally : mergedTallies(kpi, [held, tally]));
      }
    }
    for (const ofFlow of flows) joinFlow(ofFlow, names);
  }
}

function joinFlow(groups: Map<string, FlowCounts>, names: Renamed): void {
  for (const [name, stays] of names) {
    const counts = groups.get(name);
    if (counts === undefined) continue;
    groups.delete(name);
    mergeCounts(countsIn(groups, stays), counts);
  }
}
