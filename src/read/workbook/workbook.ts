/**
 * An Excel workbook (.xlsx) as the CSV that Excel would write of its log, in a stream. Written here, since the kept
 * readers hold a whole sheet in memory (read-excel-file, SheetJS) or are kept no more (exceljs), and none tells of merged
 * cells, hidden rows and cells at fault.
 */
import { UserError } from "../../errors.ts";
import { systemCode } from "../../platform/platform.ts";
import { headRows } from "../head.ts";
import { type Book, bookOf, type Sheet } from "./book.ts";
import type { SheetFacts } from "./lines.ts";
import { SheetWriter } from "./sheet.ts";
import { nothingKnown, type SheetOptions, type SheetsRead, sheetHead, writeSheets } from "./sheets.ts";
import type { Head } from "./union.ts";
import { type Entry, entriesOf } from "./zip.ts";

/**
 * Writes the log of a workbook as CSV.
 *
 * @throws UserError `bad-workbook`, `damaged-workbook`, `no-sheet`, `all-hidden`, `open-document`, `binary-workbook`,
 *   `other-document`, `zip-archive`
 */
export async function writeWorkbook(path: string, file: string, options: SheetOptions): Promise<SheetsRead> {
  const entries = entriesOf(path);
  // What begins as a zip and does not end as one was cut off on its way.
  if (entries === null) throw new UserError("damaged-workbook", { file });
  const other = otherThanWorkbook(entries);
  if (other !== null) throw new UserError(other, { file, files: entries.map(({ name }) => name) });
  try {
    const book = await bookOf(path, file, entries);
    if (book === null || book.sheets.length === 0) throw new UserError("bad-workbook", { file });
    const source = {
      sheets: book.sheets,
      isPage: false,
      heads: async (sheets: readonly Sheet[]) => {
        const heads: Head[] = [];
        for (const sheet of sheets) heads.push(await headerOf(path, book, sheet, options));
        return heads;
      },
      write: async (jobs, write, progress) => {
        const facts: SheetFacts[] = [];
        for (const { sheet, plan } of jobs)
          facts.push(await new SheetWriter(book, plan, write).read(path, sheet, progress));
        return facts;
      },
    } satisfies Parameters<typeof writeSheets<Sheet>>[1];
    return await writeSheets(file, source, options);
  } catch (error) {
    if (error instanceof UserError || isOfDisk(error)) throw error;
    throw new UserError("damaged-workbook", { file });
  }
}

/** What an archive is that holds no workbook of this kind, by the names in it; null for one that may be. */
function otherThanWorkbook(entries: readonly Entry[]): string | null {
  const has = (name: RegExp) => entries.some((entry) => name.test(entry.name));
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return "open-document";
  if (has(/^xl\/workbook\.bin$/i)) return "binary-workbook";
  if (has(/^word\/|^ppt\//i)) return "other-document";
  // Of a workbook everything is told by its relations.
  return has(/^_rels\/\.rels$|^xl\//i) ? null : "zip-archive";
}

/** A full disk, or a file that may not be read, is no fault of the workbook. */
function isOfDisk(error: unknown): boolean {
  const code = systemCode(error);
  return /^E[A-Z]+$/.test(code) && !code.startsWith("ERR_");
}

async function headerOf(path: string, book: Book, sheet: Sheet, options: SheetOptions): Promise<Head> {
  let head = "";
  const decoder = new TextDecoder();
  const writer = new SheetWriter(book, { ...nothingKnown, rows: headRows }, (bytes) => {
    head += decoder.decode(bytes, { stream: true });
  });
  await writer.read(path, sheet);
  return sheetHead(head, writer.widest, 0, options);
}
