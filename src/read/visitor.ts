/** Between who reads cases and who folds them: what cases that are alike are to either. */

import type { Weight } from "../measures/fold.ts";
import type { Case, Field } from "../records/case.ts";
import type { DateFacts } from "./date-facts.ts";
import type { NumberFacts } from "./decode.ts";
import type { BlockLedger, IssueCode } from "./ledger.ts";

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

/** What reading a stretch gave. Plain data; the id hashes are eight bytes a row. */
export interface ReadBlock {
  readonly start: number;
  /** Where the next stretch begins. */
  readonly end: number;
  readonly rows: number;
  readonly lines: number;
  readonly ledger: BlockLedger;
  /** Two words a row; (0, 0) for a row that is no case or has no id. */
  readonly hashes: Int32Array;
  /** For every `rowsAMark`-th row its offset behind `start`. */
  readonly marks: Uint32Array;
  /** What the columns of times and durations hold, by field. */
  readonly dates: Map<Field, DateFacts>;
  readonly numbers: Map<Field, NumberFacts>;
}

export const rowsAMark = 16;

/** Sees each row that can be used, in the one Case object that is filled again for every row. */
export interface Visitor {
  /** @returns bits: 1 when one of the case's events falls in the period, 2 when one falls in the plan's year */
  add(c: Case, weight: Weight): number;
  /** Cases that are alike are sorted out once, where the visitor can make use of it. */
  readonly kinds?: Kinds;
}

/** Hears of each fault of a row: its row number in the block (from 0), its line from the first of the block. */
export type Hear = (row: number, line: number, code: IssueCode, field: Field | null, value: string | null) => void;

export interface BlockOptions {
  /** -1 takes the stretch's cases out again. */
  readonly weight?: Weight;
  /** The stretch has been read and counted before: only its ledger is made anew. */
  readonly again?: boolean;
  /** Row numbers, ascending, of cases that a later row supersedes: they are not counted. */
  readonly skip?: readonly number[];
  readonly hear?: Hear | null;
  /** Hears of every record, whatever it is: its offset in the log, in their order. */
  readonly mark?: ((offset: number) => void) | null;
}
