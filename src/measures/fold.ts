/**
 * A Fold turns cases into a state that can be merged, and the state into a Measure.
 *
 * Laws, held by test/kpis/laws.test.ts for every KPI: cases folded in parts and merged in any order give the state of one
 * pass; a case added with weight 1 and then with weight -1 leaves no trace (that is how a superseded case is taken out
 * again). Both need every number in a state to be a whole number below 2^53, never a sum of fractions.
 *
 * States are plain data (objects, arrays, Maps, typed arrays): they pass between threads as they are.
 */
export interface Fold<C, S, M> {
  /** In a group no tally is kept: groups may be many, and have no quantiles. */
  start(inGroup: boolean): S;
  add(state: S, c: C, weight: Weight): void;
  /** Adds `from` to `into`, and leaves it as it is: a state may be part of several sums. */
  merge(into: S, from: S): void;
  finish(state: S, facts: Facts): M;
}

/** A fold whose state can be kept in a file of partial results (part.ts). */
export interface KeptFold<C, S, M> extends Fold<C, S, M> {
  write(state: S, how: Writing): Json;
  /**
   * Adds a state that was written to one of `start`, with no state made in between: of a country's parts there are
   * many. @throws NotAState, and what was added to is of no more use
   */
  take(state: S, written: Json): void;
}

/** What JSON can say; what a fold reads of it was checked when the file was opened, or is thrown away as not its own. */
export type Json = null | number | string | readonly Json[];

/** How states are written. */
export interface Writing {
  /** Of groups of people's times and counts: those of fewer cases are left out; 0 keeps all. */
  readonly minCell: number;
}

/** A written state that is none of this fold's. */
export class NotAState extends Error {}

/** A list that was written, of so many; of any number where that is negative. @throws NotAState */
export function writtenList(written: Json, length: number): readonly Json[] {
  if (!Array.isArray(written) || (length >= 0 && written.length !== length)) throw new NotAState();
  return written;
}

/** A count or sum that was written. @throws NotAState */
export function writtenWhole(written: unknown): number {
  if (typeof written !== "number" || !Number.isSafeInteger(written) || written < 0) throw new NotAState();
  return written;
}

/**
 * 1 adds a case, -1 takes one out that was added before. A fold that reads words and flags alone may be given any whole
 * number: so many cases that say the same.
 */
export type Weight = number;

/** What is known of the whole log only after its last row. */
export interface Facts {
  /** The day (days since 1970-01-01) at whose end open cases are judged; null when the log has no date. */
  readonly asOfDay: number | null;
  /** The last day of the period; null when every case counts. */
  readonly lastDay: number | null;
  /** A column that bears on the processing time holds dates without a time of day only. */
  readonly processingInDays: boolean;
  /** The same for the time to submit. */
  readonly submissionInDays: boolean;
}
