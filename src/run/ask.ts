import type { OverCases } from "../kpis/kpi.ts";
import type { Measure } from "../measures/measure.ts";
import type { Kept } from "../methods/kept.ts";
import type { Plan } from "../plans/plan.ts";
import type { Basis } from "../records/basis.ts";
import type { Field } from "../records/case.ts";
import type { Reporting } from "../report/period.ts";
import type { ReportDays } from "../report/periodic.ts";
import type { Note, Report, ReportInput } from "../report/report.ts";
import type { FlowState } from "../tally/caseload.ts";
import type { Reckoned } from "../tally/facts.ts";
import type { HandledState } from "../tally/handled.ts";
import type { OwnFolds } from "../tally/job.ts";
import type { ProcedureName } from "../tally/names.ts";
import type { OpenList } from "../tally/open-list.ts";
import type { JoinedName } from "../tally/same-names.ts";
import type { CaseGrouping, Grouping, SpanTallies } from "../tally/tally.ts";
import type { Calendar } from "../time/calendar.ts";
import type { DayRange } from "../time/civil.ts";
import type { Period } from "../time/period.ts";
import type { clocks } from "./choices.ts";
import type { LogOptions } from "./logs.ts";
import type { RejectsOptions } from "./rejects.ts";
import type { SuppliedOptions } from "./tables.ts";
import type { CrewFor } from "./threads.ts";

/** The options on which a report depends. */
export interface ReportOptions extends LogOptions, SuppliedOptions, RejectsOptions {
  /** Required; asked for here, so that a misspelt option is named first. */
  readonly year?: string;
  readonly plan: string;
  /** Without it the plan's own period of the year, else every case. */
  readonly period?: string | undefined;
  readonly statutory: boolean;
  /** Elapsed unless given; where it is given, the other is told beside it. */
  readonly clock?: string;
  readonly kpi?: string;
  readonly by: readonly string[];
  /** CLAUSE=name;name */
  readonly groups: readonly string[];
  readonly top: string;
  readonly maxRejects: string;
  /** Names of KPIs, by commas. */
  readonly preferStated?: string;
  readonly requireAll: boolean;
  readonly allowNoData: boolean;
  /** A log that is written to while it is read stops the run, unless this is given. */
  readonly allowGrowing: boolean;
  /** The file that says of what the report was made: then each input is told with its hash. */
  readonly manifest?: string;
  readonly threads?: string;
  /** Of parts: what a case that two of them have does, and whether one may be missing. */
  readonly onOverlap: string;
  readonly allowMissingParts: boolean;
}

/** What a run has come to, and how. */
export interface Made {
  readonly report: Report;
  readonly plan: Plan;
  readonly calendar: Calendar;
  /** How many of the files were parts. */
  readonly parts: number;
}

/** What a report needs of the cases. */
export interface Sought {
  readonly year: number;
  readonly period: Period | null;
  /** The groupings asked for, and those of the plan. */
  readonly asked: readonly Grouping[];
  readonly each: readonly CaseGrouping[];
  /** Some target counts the cases of some procedures only, and a catalogue says which. */
  readonly isSelective: boolean;
  /** Null where none was given: elapsed time, and nothing of the other. */
  readonly clock: (typeof clocks)[number] | null;
  readonly reporting: Reporting | null;
  /** The plan's figures are worth points. */
  readonly isScored: boolean;
  readonly days: ReportDays | null;
  /** Those of the plan's own that are wanted. */
  readonly own: OwnFolds;
  /** The KPIs over the cases, those of the plan's own behind the others. */
  readonly kpis: readonly OverCases<unknown>[];
}

/** With what the cases are read. */
export interface Tools {
  readonly calendar: Calendar;
  readonly crewFor: CrewFor;
  readonly options: ReportOptions;
  /** Where what came by pipes has been put. */
  readonly copies: SuppliedOptions;
}

/** What is known of the cases, from logs or from parts. */
export interface Read {
  readonly basis: Basis;
  readonly reckoned: Reckoned;
  /** The KPIs in the order of the tallies. */
  readonly kpis: readonly OverCases<unknown>[];
  /** The groupings that the report tells, and with those of the plan. */
  readonly by: readonly Grouping[];
  readonly grouped: readonly Grouping[];
  /** Of the period. */
  readonly tallies: SpanTallies;
  readonly view: (days: DayRange, by: readonly Grouping[]) => SpanTallies;
  readonly flow: FlowState | null;
  /** What the logs call the procedures, where they have both codes and names. */
  readonly names: readonly ProcedureName[];
  /** Null where nobody asked, or parts do not keep it. */
  readonly handled: HandledState | null;
  /** For the methods beside the KPIs; null where nobody asked, or parts do not keep it. */
  readonly kept: Kept | null;
  readonly otherClock: Measure | null;
  readonly clock: (typeof clocks)[number];
  /** How the numbers of columns in doubt were read; null for one of which nothing decides. */
  readonly decimals: ReadonlyMap<Field, "comma" | "point" | null>;
  readonly numbersInDoubt: readonly Field[];
  readonly notes: readonly Note[];
  /** Groups whose names differ by case or spacing only, and are one. */
  readonly joinedNames: readonly JoinedName[];
  readonly openCases: OpenList | null;
  readonly withHashes: (inputs: readonly ReportInput[]) => Promise<ReportInput[]>;
  /** The report with what only the parts can add. */
  readonly finished: (report: Report) => Report;
}

/** The groups that a report of a period tells of: those of every column that the logs have. */
export function groupingsOf({ fields, procedure }: Basis): CaseGrouping[] {
  const has = { agency: fields.includes("agency"), field: fields.includes("field"), procedure: procedure !== null };
  return (["agency", "field", "procedure", "channel"] as const).filter((one) =>
    one === "channel" ? fields.includes("channel") : has[one],
  );
}

/** With the grouping by which the cases of a clause's procedures are told apart, where the logs have it. */
export function withProcedures(sought: Sought, hasCodes: boolean): Sought {
  return sought.isSelective && hasCodes
    ? { ...sought, each: [...new Set([...sought.each, "procedure" as const])] }
    : sought;
}
