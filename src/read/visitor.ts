/** Between who reads cases and who folds them: what cases that are alike are to either. */

import type { Weight } from "../measures/fold.ts";
import type { Case } from "../records/case.ts";

/**
 * What is made of cases that are alike: they say the same in every word and flag that matters, have the same
 * cells blank, no cell or pair of times at fault, and the same events in the same ranges. Only their times, texts and
 * amounts differ.
 */
export interface Kinds {
  /** Bits of the needs that matter. */
  readonly needs: number;
  /** First and last second of each range in which an event may lie. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
  /** `add` looks at when the events were: they are set. */
  readonly times: boolean;
  /** What there is to know of cases like this one, which is filled as for `add`. */
  of(c: Case): Alike;
  /** A case of a kind, whose fields are those that a KPI reads; its events are set only where `times` asks for them. */
  add(kind: Alike, c: Case, weight: Weight): void;
}

/** Cases that are alike. */
export interface Alike {
  /** What `add` returns for each of them. */
  readonly lies: number;
}
