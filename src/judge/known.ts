/** What results are judged from: what was measured, what is supplied beside it, and what is asked. */

import type { Ground } from "../kpis/ground.ts";
import type { OverCases } from "../kpis/kpi.ts";
import type { Facts } from "../measures/fold.ts";
import type { Measure } from "../measures/measure.ts";
import type { Plan, Target } from "../plans/plan.ts";
import type { Tally } from "../tally/tally.ts";
import type { Supplied, When } from "./tables.ts";

/** What was measured: one tally a KPI over the log, in the order of `kpis`, and the groups of each. */
export interface Measured {
  readonly kpis: readonly OverCases<unknown>[];
  readonly totals: readonly Tally[];
  readonly groups: readonly { readonly by: string; readonly tallies: readonly ReadonlyMap<string, Tally>[] }[];
  /** The processing-time reduction under the clock that was not asked for; null where none was. */
  readonly otherClock: Measure | null;
  /** Cases that are finished in the period. */
  readonly finished: number;
  readonly facts: Facts;
}

/** What is held against what. */
export interface Aim {
  readonly plan: Plan;
  readonly year: number;
  /** The KPIs asked for, also ones without a target; null for the plan's own. */
  readonly only: readonly string[] | null;
  /** The groupings asked for beside the plan's own. */
  readonly by: readonly string[];
  /** Names for the groups that a plan leaves open, by clause. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** The KPIs of which a stated figure is judged where the log shows one too. */
  readonly preferStated: ReadonlySet<string>;
  /** Whether two spellings name the same group. */
  readonly isSameName: (a: string, b: string) => boolean;
  /** What is said where every case counts instead of a clause's own, or (null) instead of those with a document. */
  readonly wordsOfAllCases: (clause: Target | null) => NonNullable<Target["interpretation"]>;
}

/** What is known of the run. */
export interface Known {
  readonly ground: Ground;
  readonly measured: Measured;
  readonly supplied: Supplied;
  readonly when: When;
}
