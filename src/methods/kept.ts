/** What a pass keeps of the cases for the methods that need more of them than a KPI: mergeable, and a case can be taken out. */
import { type GroupedCounts, inGroup, mergeCounted, mergeGrouped, newCounts, newGrouped } from "../measures/counts.ts";
import type { Weight } from "../measures/fold.ts";
import type { Case } from "../records/case.ts";
import { addSigns, type SignsScope, type SignsState } from "./signs.ts";
import { addStages, type StagesScope } from "./stages.ts";
import { addWaiting, type WaitingScope } from "./waiting.ts";

/** What to keep; plain data. */
export interface KeptScope {
  readonly waiting: WaitingScope;
  readonly stages: StagesScope;
  /** Left out unless they are asked for. */
  readonly signs?: SignsScope;
}

/** The same where nothing behind a moment has happened. */
export function keptAsOf({ waiting, stages, signs }: KeptScope, asOf: number): KeptScope {
  return {
    waiting: { ...waiting, asOf },
    stages: { ...stages, asOf },
    ...(signs !== undefined && { signs: { ...signs, asOf } }),
  };
}

/** By half-month, so that any period of whole half-months can be had of it. Plain data. */
export interface Kept {
  readonly waiting: GroupedCounts;
  readonly times: GroupedCounts;
  readonly stages: GroupedCounts;
  readonly signs: SignsState;
}

/** What a part keeps of it. */
export const groupedCounts = ["waiting", "times", "stages"] as const;

export function newKept(): Kept {
  return { waiting: newGrouped(), times: newGrouped(), stages: newGrouped(), signs: new Map() };
}

/** Counts a case, or takes it out again. */
export function addKept(kept: Kept, scope: KeptScope, c: Case, weight: Weight): void {
  addWaiting(kept, scope.waiting, c, weight);
  addStages(kept.stages, scope.stages, c, weight);
  if (scope.signs !== undefined) addSigns(kept.signs, scope.signs, c, weight);
}

export function mergeKept(into: Kept, from: Kept): void {
  for (const counts of groupedCounts) mergeGrouped(into[counts], from[counts]);
  for (const [name, counts] of from.signs) mergeCounted(inGroup(into.signs, name, newCounts), counts);
}
