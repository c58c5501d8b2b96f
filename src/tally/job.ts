/** What is asked of the threads that read logs, and what each answers; plain data. */
import { foldable } from "../kpis/index.ts";
import type { OverCases } from "../kpis/kpi.ts";
import { ownKpis } from "../kpis/own.ts";
import type { OwnKpi } from "../measures/rule.ts";
import type { Layout } from "../read/layout.ts";
import type { Origin } from "../read/plain.ts";
import type { Reading } from "../read/reading.ts";
import type { ExceptionalDay } from "../time/holidays.ts";
import type { Scope } from "./tallier.ts";
import type { Tallies } from "./tally.ts";

/** One log of a run. */
export interface Log {
  /** The plain text of the log: itself, or a temporary file that was made of it. */
  readonly path: string;
  readonly name: string;
  /** The bytes of the plain text when it was opened: what is written behind them meanwhile is not read. */
  readonly size: number;
  /** Its size as it was given. */
  readonly bytes: number;
  /** The file as it was given, or the copy of what came through a pipe. */
  readonly file: string;
  /** When that was last written, as it was opened: milliseconds; null for a pipe, which ends by itself. */
  readonly writtenAt: number | null;
  readonly origin: Origin;
  readonly layout: Layout;
}

/** All that a thread must know; plain data. */
export interface Job extends Scope {
  readonly logs: readonly Log[];
  readonly reading: Reading;
  /** Ids of the KPIs to measure. */
  readonly kpis: readonly string[];
  /** The plan's own KPIs, behind the others in their order; their ids are among `kpis`. */
  readonly own?: OwnFolds;
}

/** What a plan's own KPIs are made of. */
export interface OwnFolds {
  readonly kpis: readonly OwnKpi[];
  /** Of the working calendar. */
  readonly days: readonly ExceptionalDay[];
}

/** Everything that a job may fold. */
export function foldableIn(own: OwnFolds | undefined): readonly OverCases<unknown>[] {
  return own === undefined ? foldable : [...foldable, ...ownKpis(own.kpis, own.days)];
}

/** What a thread sends when there is nothing left to read. */
export interface Share {
  readonly tallies: Tallies;
  readonly receivedOn: Int32Array;
  readonly endedOn: Int32Array;
  /** Null where every end is sure. */
  readonly unsureOn: Int32Array | null;
  readonly lateOn: Int32Array | null;
}

/** A place in the list of all blocks of all logs. */
export interface Place {
  readonly log: number;
  readonly start: number;
  readonly limit: number;
}
