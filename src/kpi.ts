import type { Channel, Event, Need, Readable } from "./case.ts";
import type { Fold, Measure } from "./fold.ts";
import type { Bilingual } from "./text.ts";

export type { Measure } from "./fold.ts";

/** What a value counts: percent for ratios and reductions, minutes for the time to submit. */
export type Unit = "percent" | "minutes" | "count" | "cases" | "level" | "people" | "date";

/** Where the figures come from: an input of `kpi check`, or the verdicts of other KPIs. */
export type Input = "cases" | "procedures" | "petitions" | "figures" | "verdicts";

/** What a KPI is, apart from how it is worked out. */
export interface About {
  /** Its file, its key in JSON, its anchor in the docs; never translated. */
  readonly id: string;
  readonly unit: Unit;
  readonly input: Input;
  /** At most 45 characters in Vietnamese. */
  readonly title: Bilingual;
  /** The rule in one sentence, as regulation words it, and the choices made where it is silent. */
  readonly definition: Bilingual;
}

/** A case of a worked example: the needed fields of cases that have the event. */
export type ExampleCase<N extends Need> = Pick<Readable, N> & { readonly channel?: Channel };

export interface Meta<N extends Need> extends Omit<About, "input"> {
  /** The event: which cases count (time.md), and in which period. */
  readonly when: Event;
  /** Only cases of these channels bear on it; all, unless given. */
  readonly channels?: readonly Channel[];
  /** A fold sees these fields only, and only cases in which each can be used. */
  readonly needs: readonly N[];
  readonly example: { readonly cases: readonly ExampleCase<N>[]; readonly gives: Measure };
}

/** A KPI over the case log. */
export interface Kpi extends About {
  readonly input: "cases";
  readonly when: Event;
  readonly channels?: readonly Channel[];
  readonly needs: readonly Need[];
  readonly example: { readonly cases: readonly Partial<Readable>[]; readonly gives: Measure };
  readonly fold: Fold<Readable, unknown, Measure>;
}

/**
 * Defines a KPI over the case log. The fold's case has the fields of `needs` only, so that reading any other does not
 * compile.
 */
export function defineKpi<const N extends Need, S>(meta: Meta<N>, fold: Fold<Pick<Readable, N>, S, Measure>): Kpi {
  // A fold of fewer fields is a fold of all; its state is its own affair.
  return { ...meta, input: "cases", fold: fold as unknown as Fold<Readable, unknown, Measure> };
}
