/** How a file became a log: what was read of it, what was not, and what was put right. Every command that reads logs says it. */
import type { Origin } from "../read/plain.ts";
import type { Note } from "./report.ts";

/** The notes on one file. */
export function fileNotes(
  name: string,
  { isReordered, timesJoined = [], timesApart = [], isUnwrapped, book }: Origin,
): Note[] {
  const notes: Note[] = [];
  const note = (code: string, data: Note["data"] = {}) => notes.push({ code, data: { input: name, ...data } });
  if (isReordered === true) note("columns-reordered");
  for (const { dayHeader, timeHeader } of timesJoined) note("times-joined", { header: dayHeader, other: timeHeader });
  if (timesApart.length > 0) note("times-apart", { header: timesApart.join('", "'), count: timesApart.length });
  if (isUnwrapped === true) note("lines-unwrapped");
  if (book === undefined) return notes;
  const list = (names: readonly string[]) => names.join(", ");
  if ((!book.isChosen || book.isAll === true) && (book.sheets.length > 1 || book.others.length > 0)) {
    note(book.isPage === true ? "tables-read" : "sheets-read", {
      count: book.sheets.length,
      sheets: list(book.sheets.map(({ name: sheet }) => sheet)),
      others: list(book.others),
      ...(book.continued !== undefined && { continued: list(book.continued) }),
      ...(book.isAll === true && { all: 1 }),
    });
  }
  if (book.hidden.length > 0) note("hidden-sheets", { sheets: list(book.hidden) });
  if (book.hiddenRows > 0) note("hidden-rows", { count: book.hiddenRows });
  if (book.filled > 0) note("merged-cells", { count: book.filled });
  return notes;
}

const codes = [
  "columns-reordered",
  "times-joined",
  "times-apart",
  "lines-unwrapped",
  "sheets-read",
  "tables-read",
  "hidden-sheets",
  "hidden-rows",
  "merged-cells",
];

/** Whether a note of a report is one of these. */
export function isFileNote({ code }: Note): boolean {
  return codes.includes(code);
}
