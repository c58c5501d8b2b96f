import type { Facts, Fold, KeptFold } from "../measures/fold.ts";
import type { CasesByProcedure, Measure } from "../measures/measure.ts";
import type { PeriodUnit } from "../measures/rule.ts";
import type { Channel, Event, Need, Readable, Said } from "../records/case.ts";
import type { Petition } from "../records/petition.ts";
import type { Procedure } from "../records/procedure.ts";
import type { Bilingual } from "../text/language.ts";

/** What a value counts: percent for ratios and reductions, minutes for the time to submit, others of times for a plan's own. */
export type Unit = "percent" | PeriodUnit | "count" | "cases" | "level" | "date";

/** Where the figures come from: an input of `kpi check`, or the verdicts of other KPIs. */
export type Input = "cases" | "procedures" | "petitions" | "figures" | "verdicts";

/** What a KPI is, apart from how it is worked out. */
export interface About {
  /** Its file, its key in JSON, its anchor in the docs; never translated. */
  readonly id: string;
  readonly unit: Unit;
  readonly input: Input;
  /** It may be stated as 0 of 0: what it counts may not have come at all, which says nothing bad. */
  readonly mayBeNone?: boolean;
  /** What it counts is no part of what it is counted against: a share of over 100 % is no mistake. */
  readonly mayExceed?: boolean;
  /** It holds the channels against each other, and says nothing of one of them. */
  readonly comparesChannels?: boolean;
  /** At most 45 characters in Vietnamese. */
  readonly title: Bilingual;
  /** The rule in one sentence, as regulation words it, and the choices made where it is silent. */
  readonly definition: Bilingual;
  /** How the value is worked out, in words. */
  readonly formula: Bilingual;
  /** What was chosen where the plans are silent. */
  readonly choices?: readonly Bilingual[];
  /** What regulation says of it, with number and article. */
  readonly regulation?: Bilingual;
}

/** A case of a worked example: the needed fields of cases that have the event. */
export type ExampleCase<N extends Need> = Pick<Readable, N> & { readonly channel?: Channel };

export interface Meta<N extends Need, M = Measure> extends Omit<About, "input"> {
  /** The event: which cases count (time.md), and in which period. */
  readonly when: Event;
  /** Only cases of these channels bear on it; all, unless given. */
  readonly channels?: readonly Channel[];
  /** A fold sees these fields only, and only cases in which each can be used. */
  readonly needs: readonly N[];
  readonly example: { readonly cases: readonly ExampleCase<N>[]; readonly gives: M; readonly note?: Bilingual };
}

/** What is folded over the cases of a log. */
export interface OverCases<M> {
  readonly id: string;
  readonly when: Event;
  /** Null is a channel that is not known. */
  readonly channels?: readonly (Channel | null)[];
  readonly needs: readonly Need[];
  readonly fold: KeptFold<Readable, unknown, M>;
  /** It is told of all cases alone, never of a group. */
  readonly isWhole?: boolean;
  /** Of a plan: its fold sees each case whole (Case), and says itself which it cannot use, and which do not bear on it. */
  readonly isOwn?: boolean;
  /** Columns of texts that it reads. */
  readonly texts?: readonly ("agency" | "field")[];
}

/** A KPI over the case log. */
export interface Kpi extends About, OverCases<Measure> {
  readonly over: "cases";
  readonly id: string;
  readonly input: "cases";
  readonly example: {
    readonly cases: readonly Partial<Readable>[];
    readonly gives: Measure;
    /** What must be known beside the cases. */
    readonly note?: Bilingual;
  };
}

/**
 * Defines a KPI over the case log. The fold's case has the fields of `needs` only, so that reading any other does not
 * compile.
 */
export function defineKpi<const N extends Need, S>(
  meta: Meta<N>,
  fold: KeptFold<Pick<Readable, NoInfer<N>> & Said, S, Measure>,
): Kpi {
  // A fold of fewer fields is a fold of all; its state is its own affair.
  return { ...meta, over: "cases", input: "cases", fold: fold as unknown as KeptFold<Readable, unknown, Measure> };
}

/** A KPI over the case log and the catalogue together: the cases of each procedure, then what the services make of it. */
export interface JointKpi extends About, OverCases<CasesByProcedure> {
  readonly over: "cases+procedures";
  readonly id: string;
  readonly input: "procedures";
  readonly example: {
    readonly cases: readonly Partial<Readable>[];
    readonly procedures: readonly Partial<Procedure>[];
    readonly gives: Measure;
  };
  /** Columns of the catalogue that it needs. */
  readonly columns: readonly (keyof Procedure)[];
  readonly join: (cases: CasesByProcedure, procedures: readonly Procedure[]) => Measure;
}

/** Defines a KPI over log and catalogue; the fold's case has the fields of `needs` only. */
export function defineJointKpi<const N extends Need, S, const P extends keyof Procedure>(
  meta: Omit<Meta<N>, "example"> & {
    readonly columns: readonly P[];
    readonly example: {
      readonly cases: readonly ExampleCase<N>[];
      readonly procedures: readonly Pick<Procedure, P>[];
      readonly gives: Measure;
    };
  },
  fold: KeptFold<Pick<Readable, NoInfer<N>>, S, CasesByProcedure>,
  join: (cases: CasesByProcedure, procedures: readonly Pick<Procedure, P>[]) => Measure,
): JointKpi {
  return {
    ...meta,
    over: "cases+procedures",
    input: "procedures",
    fold: fold as unknown as KeptFold<Readable, unknown, CasesByProcedure>,
    isWhole: true,
    join,
  };
}

/** What is known beside the rows of a small log. */
export type RowFacts = Pick<Facts, "asOfDay">;

interface RowMeta<Row, N extends keyof Row> extends Omit<About, "input"> {
  /** A fold sees these columns only. */
  readonly needs: readonly N[];
  /** Of these a blank cell has a meaning of its own; a blank elsewhere takes the row out of the KPI. */
  readonly mayBeBlank?: readonly N[];
  /** It speaks of the procedures that the target names, and of nothing without them. */
  readonly selects?: "list" | "codes";
  /** The day that decides in which period a row counts; null for a row that does not bear on it at all. A row whose day
   * cannot be known is in every period, so that `without` can name it. */
  readonly when?: (row: Pick<Row, N>) => number | null | "unknown";
  /** Why a row cannot be counted (yet); null when it can. */
  readonly without?: (row: Pick<Row, N>, facts: RowFacts) => RowReason | null;
  readonly example: {
    readonly rows: readonly Pick<Row, N>[];
    readonly asOfDay?: number;
    readonly gives: Measure;
  };
}

/** Why a row of a small log is excluded: a blank cell, or one of these. */
export type RowReason = "outside-calendar" | "not-due" | "refused" | "withdrawn" | "zero-days" | `no-${string}`;

/** A KPI over the rows of a small log. */
export interface RowKpi<Row> extends About {
  readonly needs: readonly (keyof Row)[];
  readonly mayBeBlank: readonly (keyof Row)[];
  readonly selects?: "list" | "codes";
  readonly when?: (row: Row) => number | null | "unknown";
  readonly without?: (row: Row, facts: RowFacts) => RowReason | null;
  readonly fold: Fold<Row, unknown, Measure>;
  readonly example: { readonly rows: readonly Partial<Row>[]; readonly asOfDay?: number; readonly gives: Measure };
}

export type CatalogueKpi = RowKpi<Procedure> & { readonly over: "procedures"; readonly input: "procedures" };
export type PetitionKpi = RowKpi<Petition> & { readonly over: "petitions"; readonly input: "petitions" };

/** What an office states. */
export type StatedKpi = About & { readonly over: "figures"; readonly input: "figures" };

/** What is counted of the verdicts of other KPIs. */
export type VerdictKpi = About & { readonly over: "verdicts"; readonly input: "verdicts" };

/** What a plan may name: `over` says of what it is worked out. */
export type AnyKpi = Kpi | JointKpi | CatalogueKpi | PetitionKpi | StatedKpi | VerdictKpi;

/** Defines a KPI over the procedure catalogue. */
export function defineCatalogueKpi<const N extends keyof Procedure, S>(
  meta: RowMeta<Procedure, N>,
  fold: Fold<Pick<Procedure, NoInfer<N>>, S, Measure>,
): CatalogueKpi {
  return {
    mayBeBlank: [],
    ...meta,
    over: "procedures",
    input: "procedures",
    fold: fold as unknown as Fold<Procedure, unknown, Measure>,
  };
}

/** Defines a KPI over the petitions log. */
export function definePetitionKpi<const N extends keyof Petition, S>(
  meta: RowMeta<Petition, N>,
  fold: Fold<Pick<Petition, NoInfer<N>>, S, Measure>,
): PetitionKpi {
  return {
    mayBeBlank: [],
    ...meta,
    over: "petitions",
    input: "petitions",
    fold: fold as unknown as Fold<Petition, unknown, Measure>,
  };
}
