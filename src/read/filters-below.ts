/** What a list was filtered by, printed below it: the last rows of a log that are no case of it and no header either. */
import { isBlankWord } from "./blanks.ts";
import { allRowsOf, type HeadRow } from "./head.ts";
import { columnIn, isWordOf } from "./header-again.ts";
import { isFilledRow } from "./header-rows.ts";
import type { Layout } from "./layout.ts";
import { headerMeaning } from "./words.ts";

/** The end of a log in which they are looked for. */
const tailBytes = 4096;
/** From when, or until when: "Ngày tiếp nhận từ", "Ngày trả (đến)". */
const bound = /\s+\(?(?:từ|đến|từ ngày|đến ngày|from|to)\)?\s*:?\s*$/iu;

/** The bytes of a log (Source). */
interface Bytes {
  bytesOf(from: number, to: number): Uint8Array;
}

/** Whether a text is the name of a column that is known, or of its bound. */
export function isNameOfColumn(text: string): boolean {
  return columnIn(text) !== null || (bound.test(text) && columnIn(text.replace(bound, "")) !== null);
}

/** Whether names and what was chosen stand in turn in a row: no two names beside each other, each value behind a name. */
export function areNamesAndValues(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell !== "" && isNameOfColumn(cell));
  const values = cells.flatMap((cell, i) => (cell !== "" && !names[i] ? [i] : []));
  return values.length > 0 && values.every((i) => names[i - 1]) && !names.some((name, i) => name && names[i + 1]);
}

/** How many bytes a log has without the filters at its end, and how many rows they are: names, and one row of values at most. */
export function withoutFilters(source: Bytes, size: number, layout: Layout): { size: number; rows: number } {
  const from = Math.max(layout.start, size - tailBytes);
  const bytes = source.bytesOf(from, size);
  // No row of a header is so short that it stands at the very end alone; the first line may be the rest of one.
  const start = from === layout.start ? 0 : bytes.indexOf(10) + 1;
  const rows = allRowsOf(bytes, start, layout.delimiter).filter(isFilledRow);
  const [above, last] = rows.slice(-2);
  const isLast = (row: HeadRow | undefined) => row !== undefined && areNames(row.cells, layout);
  if (last !== undefined && isLast(above) && areValues(above.cells, last.cells))
    return { size: from + above.start, rows: 2 };
  const only = rows[rows.length - 1];
  return isLast(only) ? { size: from + only.start, rows: 1 } : { size, rows: 0 };
}

/** Names of columns that are fewer than the header has, and words of none of the columns in which they stand. */
function areNames(cells: readonly string[], { columns, unread, dayAndTime }: Layout): boolean {
  const filled = cells.filter((cell) => cell !== "");
  const known = filled.filter(isNameOfColumn).length;
  const isOfCase = columns.some(({ field, index }) => isWordOf(field, cells[index] ?? ""));
  const width = columns.length + unread.length + dayAndTime.length;
  return known > 1 && 2 * known >= filled.length && filled.length < width && !/\d/.test(filled.join("")) && !isOfCase;
}

/** What stands below them is no case: it has nothing where they have no name, and no id. */
function areValues(names: readonly string[], values: readonly string[]): boolean {
  return values.every((value, i) => {
    const isId = headerMeaning(names[i] ?? "")?.field === "caseId";
    return value === "" || ((names[i] ?? "") !== "" && !(isId && /\d/.test(value) && !isBlankWord(value)));
  });
}
