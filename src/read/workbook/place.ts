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
  const row = rowOf(line - sheet.line + 1, sheet.breaks ?? []);
  const own = column === null ? null : (sheet.columns?.[column] ?? (sheet.columns === undefined ? column : null));
  return { sheet: sheet.name, cell: own === null ? String(row) : `${lettersOf(own)}${row}` };
}

/** The row of a line, by the lines at which rows are left out or stand in another order. */
function rowOf(line: number, breaks: readonly number[]): number {
  let [low, high] = [0, breaks.length / 2];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (breaks[2 * middle] <= line) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? line : breaks[2 * low - 1] + line - breaks[2 * low - 2];
}

function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}
