/** What it says of a figure that something was left out of it, by the code of the reason. */

/** It is known that these do not count, or not yet. */
const known: ReadonlySet<string> = new Set(["not-due", "refused", "withdrawn", "zero-days"]);
/** What the log or the calendar does not have, rather than what a cell says. */
const ofForm: ReadonlySet<string> = new Set(["no-column", "no-time-of-day", "outside-calendar"]);

/** Whether the figure does not speak for what was left out, though it might have to: it is told beside it. */
export function mightBear(reason: string): boolean {
  return !known.has(reason);
}

/** Whether cells that cannot be read, are blank or contradict each other hide what a thing would count as: it bounds a share. */
export function boundsShare(reason: string): boolean {
  return !known.has(reason) && !ofForm.has(reason);
}
