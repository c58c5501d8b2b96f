/** When a case ended, as far as its log goes: what the forms, the lists of open cases and the methods count by. */
import { absentEvent, bit, type Case, noEvent, type Status } from "./case.ts";

const outside: ReadonlySet<Status | null> = new Set(["registered", "refused"]);
/** A case of such a status is not open, whatever its times say. */
const ended: ReadonlySet<Status | null> = new Set(["withdrawn", "stopped", "finished", "returned"]);

/**
 * When a case ended, as far as the log and the moment of `--as-of` go: null while it is open; or what stands outside the
 * form where neither is known.
 */
export function endOf(c: Case, asOf: number | null): number | null | "outside" | "unreadable" | "endedWithoutTime" {
  const { status, completed } = c;
  if (outside.has(status)) return "outside";
  if ((c.fault & bit.status) !== 0) return "unreadable";
  if (c.isAhead) return null;
  // A log without the column says of no case when it ended; its status may say that it has.
  if (c.open || completed === noEvent || completed === absentEvent) {
    return ended.has(status) ? "endedWithoutTime" : null;
  }
  if (completed < 0) return "unreadable";
  if (asOf !== null && completed > asOf) return null;
  // One that was finished before it was received was so on its receipt.
  return Math.max(completed, c.received);
}

/** An open case that is overdue or due soon, as a report lists it. */
export interface PressingCase {
  readonly id: string;
  readonly agency: string;
  readonly due: string;
  readonly overdue: boolean;
}
