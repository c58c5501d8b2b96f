/** One sheet of an Excel workbook (.xlsx) as the CSV that Excel would write of it, but for dates, which are ISO here. */
import readWorkbook, { readSheet } from "read-excel-file/node";
import { UserError } from "../errors.ts";
import { unpackedSize } from "./zip-size.ts";

type Cell = string | number | boolean | Date | null;

/**
 * @param sheet its name, or its number from 1; null for the first
 * @throws UserError `bad-workbook`, `no-sheet`, `workbook-too-large`
 */
export async function sheetText(path: string, file: string, sheet: string | null): Promise<string> {
  await refuseTooLarge(path, file);
  let rows: readonly (readonly Cell[])[];
  try {
    rows = (sheet === null ? await readSheet(path) : await chosen(path, file, sheet)) as readonly (readonly Cell[])[];
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError("bad-workbook", { file });
  }
  const timed = timedColumns(rows);
  return rows.map((row) => `${row.map((cell, i) => cellOf(cell, timed.has(i))).join(",")}\r\n`).join("");
}

/** A sheet stands in memory as a whole: more than this would take some four times as much of it. */
const mostUnpacked = 512 << 20;

async function refuseTooLarge(path: string, file: string): Promise<void> {
  const size = await unpackedSize(path, mostUnpacked);
  if (size !== null && size > mostUnpacked)
    throw new UserError("workbook-too-large", { file, most: mostUnpacked >> 20 });
}

/** Where so few of a column's times are midnight, these are times too; elsewhere midnight is a date without a time. */
const fewMidnights = 0.01;

/** Excel keeps a date and the midnight of that day as one number: the rest of its column says which is meant. */
function timedColumns(rows: readonly (readonly Cell[])[]): ReadonlySet<number> {
  const counts = new Map<number, { all: number; midnights: number }>();
  for (const row of rows) {
    row.forEach((cell, i) => {
      if (!(cell instanceof Date)) return;
      const count = counts.get(i) ?? { all: 0, midnights: 0 };
      count.all++;
      if (isoOf(cell).endsWith("T00:00:00")) count.midnights++;
      counts.set(i, count);
    });
  }
  return new Set([...counts].filter(([, { all, midnights }]) => midnights <= fewMidnights * all).map(([i]) => i));
}

async function chosen(path: string, file: string, sheet: string) {
  const sheets = (await readWorkbook(path)) as unknown as readonly {
    sheet: string;
    data: readonly (readonly Cell[])[];
  }[];
  const found = sheets.find(
    (one, i) => one.sheet.normalize("NFC") === sheet.normalize("NFC") || String(i + 1) === sheet,
  );
  if (found === undefined) throw new UserError("no-sheet", { file, sheet, sheets: sheets.map((one) => one.sheet) });
  return found.data;
}

function cellOf(value: Cell, timed: boolean): string {
  if (value === null || value === undefined) return "";
  const text =
    value instanceof Date ? timeOf(value, timed) : typeof value === "number" ? numberOf(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Excel keeps fifteen digits: an id of more is another number in the file already, and is told as Excel shows it. */
function numberOf(value: number): string {
  return Math.abs(value) < 1e15 ? String(value) : value.toExponential().replace("e", "E");
}

function timeOf(date: Date, timed: boolean): string {
  const iso = isoOf(date);
  return !timed && iso.endsWith("T00:00:00") ? iso.slice(0, 10) : iso.replace("T", " ");
}

/** A cell of Excel has no zone: its time stands in UTC here. Serial numbers are rounded to the second (case-log.md). */
function isoOf(date: Date): string {
  return new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19);
}
