import {
  allFields,
  badEvent,
  bit,
  type Case,
  type Event,
  type Field,
  type Need,
  noEvent,
  timelessEvent,
} from "./case.ts";

/** The columns on which events and intervals rest (time.md), decided once for all logs of a run. */
export interface Basis {
  readonly events: Readonly<Record<Event, Field | null>>;
  readonly submissionTime: "timestamps" | "duration" | null;
  readonly processingTime: "timestamps" | "duration" | null;
  readonly procedure: "procedureCode" | "procedureName" | null;
  /** Fields that at least one log has. */
  readonly fields: readonly Field[];
}

/** Decides the basis from the fields that the logs have. */
export function basisOf(present: ReadonlySet<Field>): Basis {
  const first = (...fields: Field[]) => fields.find((field) => present.has(field)) ?? null;
  const received = first("receivedAt", "submittedAt");
  const finished = first("returnedAt", "finishedAt");
  const duration = (field: Field) => (present.has(field) ? ("duration" as const) : null);
  return {
    events: {
      submitted: first("submittedAt", "receivedAt"),
      received,
      finished,
      rated: first("ratedAt") ?? finished ?? received,
      completed: first("finishedAt", "returnedAt"),
    },
    submissionTime:
      present.has("loginAt") && present.has("submittedAt") ? "timestamps" : duration("submissionDuration"),
    processingTime: present.has("receivedAt") && finished !== null ? "timestamps" : duration("processingDuration"),
    procedure: present.has("procedureCode") ? "procedureCode" : present.has("procedureName") ? "procedureName" : null,
    fields: allFields.filter((field) => present.has(field)),
  };
}

/**
 * The basis as one of the logs has it: the work is done at the end that its rows tell or, where it has no such column, at the
 * return, row by row as log by log. The other events are those of all logs.
 */
export function basisIn(basis: Basis, has: (field: Field) => boolean): Basis {
  if (basis.events.completed !== "finishedAt" || has("finishedAt") || !has("returnedAt")) return basis;
  return { ...basis, events: { ...basis.events, completed: "returnedAt" } };
}

/** Whether the logs have both the codes of procedures and their names. */
export function hasNames({ procedure, fields }: Basis): boolean {
  return procedure === "procedureCode" && fields.includes("procedureName");
}

/**
 * Whether a case of a log without times of finishing is finished: by its status, else by having a duration. A status
 * that is not known is for the tallier, which names it; a duration that cannot be read hides whether there was one.
 */
export function finishedWithoutTime(c: Case, basis: Basis): number {
  if (basis.fields.includes("status")) {
    const unknownStatus = (c.fault & bit.status) !== 0;
    return unknownStatus || c.status === "finished" || c.status === "returned" ? timelessEvent : noEvent;
  }
  if ((c.fault & bit.processingDuration) !== 0) return badEvent;
  return c.processingDuration === null ? noEvent : timelessEvent;
}

/** Bits of the needs for which a log has no column; the basis may rest on columns that only another log has. */
export function absentNeeds(basis: Basis, has: (field: Field) => boolean): number {
  const { finished } = basis.events;
  let absent = 0;
  for (const need of Object.keys(bit) as Need[]) {
    const missing =
      need === "submissionTime"
        ? basis.submissionTime === null ||
          (basis.submissionTime === "duration" ? !has("submissionDuration") : !has("loginAt") || !has("submittedAt"))
        : need === "processingTime" || need === "otherTime"
          ? basis.processingTime === null ||
            (basis.processingTime === "duration"
              ? !has("processingDuration")
              : !has("receivedAt") || finished === null || !has(finished))
          : need === "completedAt"
            ? basis.events.completed === null || !has(basis.events.completed)
            : need === "procedure"
              ? basis.procedure === null || !has(basis.procedure)
              : !has(need);
    if (missing) absent |= bit[need];
  }
  return absent;
}
