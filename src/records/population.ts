/** Which cases an event is of (time.md): for a log, and for the example of a plan's own KPI. */
import { type Case, type Event, noEvent, type Status } from "./case.ts";

/** The statuses that are not of an event's population (time.md); null where every status is. */
export const populationWithout: Readonly<Record<Event, readonly Status[] | null>> = {
  submitted: null,
  received: ["registered", "refused"],
  finished: ["withdrawn", "stopped", "refused"],
  rated: null,
  completed: ["withdrawn", "stopped", "refused"],
};

/** Whether on-time-share looks at a case: done, or received and still open. */
export function isDue(c: Pick<Case, "open" | "received" | "status">): boolean {
  return !c.open || (c.received !== noEvent && c.status !== "registered");
}
