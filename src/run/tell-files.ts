/** To standard error: what was read of the files, and what was not, where the output itself does not say it. */
import { fileNotes, isFileNote } from "../report/file-notes.ts";
import type { Note } from "../report/report.ts";
import type { Log } from "../tally/job.ts";
import { noteText } from "../text/notes.ts";
import type { Context } from "./io.ts";

type Speaker = Pick<Context, "io" | "language" | "quiet">;

/** Tells it of logs, or of those that a part was made of. */
export function tellFiles(logs: readonly Pick<Log, "name" | "origin">[], speaker: Speaker): void {
  tell(
    logs.flatMap(({ name, origin }) => fileNotes(name, origin)),
    speaker,
  );
}

/** Tells it by the notes of a report, of which an output shows none. */
export function tellFileNotes(notes: readonly Note[], speaker: Speaker): void {
  tell(notes.filter(isFileNote), speaker);
}

function tell(notes: readonly Note[], { io, language, quiet }: Speaker): void {
  if (quiet) return;
  for (const { code, data } of notes) io.err(`${noteText(code, data, language)}\n`);
}
