/** Where a fault of a workbook or a page stands: of what stops a run its sheet, its row and its columns, and what else there is. */
import { UserError } from "../errors.ts";
import type { Origin } from "../read/plain.ts";
import type { TableFault } from "../read/tables/table.ts";
import { placeIn } from "../read/workbook/place.ts";

/** What was found wrong with the text of a file, told of the sheet that the text is of. */
export function onSheet(error: unknown, origin: Origin): unknown {
  const { book } = origin;
  const [first] = book?.sheets ?? [];
  if (!(error instanceof UserError) || book === undefined || first === undefined) return error;
  const { line, positions, faults } = error.data;
  const place = typeof line === "number" ? placeIn(origin, line, null) : { sheet: first.name };
  // Columns of a page have no letters.
  const columnsOf = (own: readonly number[]) =>
    own.map((column) => placeIn(origin, Number(line), column - 1)?.cell.replace(/\d+$/, "") ?? column);
  return new UserError(error.code, {
    ...error.data,
    ...place,
    ...(Array.isArray(positions) && book.isPage !== true && { positions: columnsOf(positions) }),
    ...(Array.isArray(faults) && { faults: faults.map((fault: TableFault) => faultOnSheet(fault, origin)) }),
    ...(book.others.length > 0 && { others: book.others }),
    ...(book.hidden.length > 0 && { hidden: book.hidden, hiddenLogs: book.hiddenLogs ?? [] }),
  });
}

/** A fault of a small table, and the row that it speaks of, where they stand. */
function faultOnSheet(fault: TableFault, origin: Origin) {
  const { line, data } = fault;
  const first = typeof data.first === "number" ? placeIn(origin, data.first, null) : null;
  return { ...fault, ...placeIn(origin, line, null), data: { ...data, ...first } };
}

/** Sheets that are looked through for a header that stands too low. */
const mostSheets = 20;

/** Where the sheet that seemed best has no header, another may have one that stands too low: that says more. */
export async function lowOnAnother(error: unknown, openSheet: (sheet: string) => Promise<unknown>): Promise<unknown> {
  if (!(error instanceof UserError) || error.code !== "no-columns") return error;
  const { others = [] } = error.data;
  for (const sheet of (others as readonly string[]).slice(0, mostSheets)) {
    try {
      await openSheet(sheet);
    } catch (other) {
      if (other instanceof UserError && other.code === "header-too-low") return other;
    }
  }
  return error;
}
