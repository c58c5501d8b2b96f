/** What the columns of a run's logs allow: which KPIs can be measured, and why one has no value. */

import type { Facts } from "../measures/fold.ts";
import type { Measure } from "../measures/measure.ts";
import { type Event, type Field, type Need, snake } from "../records/case.ts";
import type { OverCases } from "./kpi.ts";

/** Why it is not known which rows are cases. */
export type CasesInDoubt = "rows-of-steps" | "ids-in-doubt";

/** What is known of the log's columns. */
export interface Ground {
  /** Fields that at least one log has. */
  readonly fields: readonly Field[];
  readonly events: Readonly<Record<Event, Field | null>>;
  readonly submissionTime: "timestamps" | "duration" | null;
  readonly processingTime: "timestamps" | "duration" | null;
  readonly procedure: "procedureCode" | "procedureName" | null;
  readonly hasPeriod: boolean;
  /** Duration columns in which 1.234 may be a thousand or a fraction, and nothing decides. */
  readonly numbersInDoubt: readonly Field[];
  /** The rows of the logs may be steps of a case, or cases whose ids are used again: then it is not known which are the cases. */
  readonly casesInDoubt: CasesInDoubt | null;
  /** The days of return of some log may have been promised. */
  readonly returnsInDoubt: boolean;
}

/** The columns for want of which a KPI cannot be measured in any of the logs, as a user would name them. */
export function lacking(kpi: OverCases<unknown>, ground: Ground): string[] {
  const lacks: string[] = [];
  const has = (field: Field) => ground.fields.includes(field);
  const needs: readonly Need[] = kpi.channels === undefined ? kpi.needs : ["channel", ...kpi.needs];
  for (const need of new Set(needs)) {
    if ((need === "procedure" || need === "fee") && kpi.isOwn !== true) continue;
    if (need === "submissionTime") {
      if (ground.submissionTime === null) {
        lacks.push(...(["loginAt", "submittedAt"] as const).filter((field) => !has(field)).map(snake));
      }
    } else if (need === "processingTime" || need === "otherTime") {
      if (ground.processingTime === null) {
        if (!has("receivedAt")) lacks.push(snake("receivedAt"));
        if (!has("returnedAt") && !has("finishedAt")) lacks.push(snake("returnedAt"));
      }
    } else if (need === "procedure") {
      if (ground.procedure === null) lacks.push(snake("procedureCode"));
    } else if (need === "completedAt") {
      if (ground.events.completed === null) lacks.push(snake("finishedAt"));
    } else if (!has(need)) {
      lacks.push(snake(need));
    }
  }
  lacks.push(...(kpi.texts ?? []).filter((field) => !has(field)));
  return lacks;
}

/** Duration columns on which the KPI rests and whose numbers are in doubt. */
export function doubted(kpi: OverCases<unknown>, ground: Ground): string[] {
  return ground.numbersInDoubt
    .filter(
      (field) =>
        (field === "submissionDuration" &&
          ground.submissionTime === "duration" &&
          kpi.needs.includes("submissionTime")) ||
        (field === "processingDuration" &&
          ground.processingTime === "duration" &&
          kpi.needs.includes("processingTime")),
    )
    .map(snake);
}

/** Whether a KPI over cases rests on when they were received: by what it measures, or by how a case is in the period. */
function restsOnReceipt({ needs, when }: OverCases<unknown>, ground: Ground): boolean {
  return (
    needs.includes("receivedAt") ||
    (needs.includes("processingTime") && ground.processingTime === "timestamps") ||
    (ground.hasPeriod && ground.events[when] === "receivedAt")
  );
}

/** Whether a KPI over cases rests on when their results were returned: by what it measures, or by which cases it is of. */
function restsOnReturn({ needs, when }: OverCases<unknown>, { events, processingTime }: Ground): boolean {
  return (
    events[when] === "returnedAt" ||
    needs.includes("returnedAt") ||
    (needs.includes("completedAt") && events.completed === "returnedAt") ||
    (needs.includes("processingTime") && processingTime === "timestamps" && events.finished === "returnedAt")
  );
}

/** Why a KPI over cases decides nothing, whatever it comes to. */
export function doubtFor(kpi: OverCases<unknown>, ground: Ground): CasesInDoubt | "appointment-column" | null {
  const { casesInDoubt, returnsInDoubt } = ground;
  if (casesInDoubt === "ids-in-doubt" || (casesInDoubt !== null && restsOnReceipt(kpi, ground))) return casesInDoubt;
  return returnsInDoubt && restsOnReturn(kpi, ground) ? "appointment-column" : null;
}

/** Why a measure over the cases has no value. */
export function reasonFor(
  kpi: OverCases<unknown>,
  measure: Measure,
  ground: Ground,
  facts: Facts,
  lacks: readonly string[],
  inDoubt: readonly string[],
): string {
  if (lacks.length > 0) return "no-column";
  if (inDoubt.length > 0) return "ambiguous-number";
  if (ground.hasPeriod && ground.events[kpi.when] === null) return "no-event-column";
  if (measure.kind === "mean" && facts.submissionInDays && kpi.needs.includes("submissionTime")) return "dates-only";
  if (measure.kind === "reduction") {
    if (measure.inPerson.n === 0 && measure.online.n > 0) return "no-case-in-person";
    if (measure.online.n === 0 && measure.inPerson.n > 0) return "no-case-online";
    if (measure.inPerson.n > 0) return "mean-in-person-zero";
  }
  return "no-case";
}
