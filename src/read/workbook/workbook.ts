/**
 * An Excel workbook (.xlsx) as the CSV that Excel would write of its log, in a stream. Written here, since the kept
 * readers hold a whole sheet in memory (read-excel-file, SheetJS) or are kept no more (exceljs), and none tells of merged
 * cells, hidden rows and cells at fault.
 */
import { UserError } from "../../errors.ts";
import { systemCode } from "../../platform/platform.ts";
import { type Book, bookOf, type Sheet } from "./book.ts";
import type { SheetFacts } from "./lines.ts";
import { SheetWriter } from "./sheet.ts";
import {
  type Head,
  headRows,
  nothingKnown,
  type SheetOptions,
  type SheetsRead,
  sheetHead,
  writeSheets,
} from "./sheets.ts";
import { entriesOf } from "./zip.ts";

/**
 * Writes the log of a workbook as CSV.
 *
 * @throws UserError `bad-workbook`, `no-sheet`, `no-visible-sheet`, `open-document`
 */
export async function writeWorkbook(path: string, file: string, options: SheetOptions): Promise<SheetsRead> {
  const entries = entriesOf(path);
  if (entries?.[0]?.name === "mimetype" && entries.some(({ name }) => name === "content.xml")) {
    throw new UserError("open-document", { file });
  }
  try {
    const book = entries === null ? null : await bookOf(path, file, entries);
    if (book === null || book.sheets.length === 0) throw new UserError("bad-workbook", { file });
    const source = {
      sheets: book.sheets,
      isPage: false,
      heads: async (sheets: readonly Sheet[]) => {
        const heads: Head[] = [];
        for (const sheet of sheets) heads.push(await headerOf(path, book, sheet, options.fieldsIn));
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
    throw new UserError("bad-workbook", { file });
  }
}

/** A full disk, or a file that may not be read, is no fault of the workbook. */
function isOfDisk(error: unknown): boolean {
  const code = systemCode(error);
  return /^E[A-Z]+$/.test(code) && !code.startsWith("ERR_");
}

async function headerOf(path: string, book: Book, sheet: Sheet, fieldsIn: SheetOptions["fieldsIn"]): Promise<Head> {
  let head = "";
  const decoder = new TextDecoder();
  const writer = new SheetWriter(book, { ...nothingKnown, rows: headRows }, (bytes) => {
    head += decoder.decode(bytes, { stream: true });
  });
  await writer.read(path, sheet);
  return sheetHead(head, writer.widest, 0, fieldsIn);
}
