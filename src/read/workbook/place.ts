/** Where a line of a workbook's text stands in the workbook. */
import type { Origin } from "../plain.ts";

/** A cell as Excel names it, or a row where it is no cell. */
export interface SheetPlace {
  readonly sheet: string;
  readonly cell: string;
}

/**
 * The sheet and the cell of a line.
 *
 * @param line of the log, from 1
 * @param column its place in a row, from 0; null for a row
 * @returns null for a log that is no workbook
 */
export function placeIn({ book }: Origin, line: number, column: number | null): SheetPlace | null {
  const sheet = book?.sheets.findLast((one) => one.line <= line);
  if (sheet === undefined) return null;
  const row = line - sheet.line + 1;
  return { sheet: sheet.name, cell: column === null ? String(row) : `${lettersOf(column)}${row}` };
}

function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}
