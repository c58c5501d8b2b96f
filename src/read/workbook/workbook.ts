/**
 * An Excel workbook (.xlsx) as the CSV that Excel would write of its log, in a stream. Written here, since the kept
 * readers hold a whole sheet in memory (read-excel-file, SheetJS) or are kept no more (exceljs), and none tells of merged
 * cells, hidden rows and cells at fault.
 */
import { UserError } from "../../errors.ts";
import { type Book, bookOf, type Sheet } from "./book.ts";
import { type SheetPlan, SheetWriter } from "./sheet.ts";
import { entriesOf } from "./zip.ts";

/** What was read of a workbook, and what was not; plain data. */
export interface SheetsRead {
  /** The sheets whose rows make the log: the name of each and the line of the log that is its first row. */
  readonly sheets: readonly { readonly name: string; readonly line: number }[];
  /** The user said which. */
  readonly isChosen: boolean;
  /** Visible sheets that were not read, and hidden ones. */
  readonly others: readonly string[];
  readonly hidden: readonly string[];
  /** Rows that are hidden, as by a filter: they are read. */
  readonly hiddenRows: number;
  /** Cells that were filled from a merged cell above. */
  readonly filled: number;
}

export interface WorkbookOptions {
  /** A sheet's name, or its number from 1; `all` for every visible sheet; null for what has a header. */
  readonly sheet: string | null;
  /** How many columns of a header in this head are known. */
  readonly fieldsIn: (head: Uint8Array) => number;
  /** A file of nothing into which the text is written. */
  readonly rewind: () => void;
  readonly write: (bytes: Uint8Array) => void;
  readonly progress?: (bytes: number) => void;
}

const headRows = 30;
const nothingKnown: SheetPlan = { without: 0, merges: [], timed: new Map(), width: 0, rows: Number.POSITIVE_INFINITY };

/**
 * Writes the log of a workbook as CSV.
 *
 * @throws UserError `bad-workbook`, `no-sheet`, `no-visible-sheet`, `open-document`
 */
export async function writeWorkbook(path: string, file: string, options: WorkbookOptions): Promise<SheetsRead> {
  const entries = entriesOf(path);
  if (entries?.[0]?.name === "mimetype" && entries.some(({ name }) => name === "content.xml")) {
    throw new UserError("open-document", { file });
  }
  try {
    const book = entries === null ? null : await bookOf(path, file, entries);
    if (book === null || book.sheets.length === 0) throw new UserError("bad-workbook", { file });
    return await written(path, file, book, options);
  } catch (error) {
    if (error instanceof UserError || isOfDisk(error)) throw error;
    throw new UserError("bad-workbook", { file });
  }
}

/** A full disk, or a file that may not be read, is no fault of the workbook. */
function isOfDisk(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return /^E[A-Z]+$/.test(code) && !code.startsWith("ERR_");
}

async function written(path: string, file: string, book: Book, options: WorkbookOptions): Promise<SheetsRead> {
  const { chosen, headers, width } = await chosenSheets(path, file, book, options);
  const sheets: { name: string; line: number }[] = [];
  let [line, hiddenRows, filled] = [1, 0, 0];
  // Each sheet is written once with what it seems to be, and all once more where one turned out to be otherwise.
  const plans: SheetPlan[] = chosen.map((_, i) => ({ ...nothingKnown, width, without: i === 0 ? 0 : headers[i] }));
  for (const isLast of [false, true]) {
    options.rewind();
    sheets.length = 0;
    [line, hiddenRows, filled] = [1, 0, 0];
    let isMistaken = false;
    for (const [i, sheet] of chosen.entries()) {
      const facts = await new SheetWriter(book, plans[i], options.write).read(path, sheet, options.progress);
      sheets.push({ name: sheet.name, line });
      line += facts.rows;
      hiddenRows += facts.hiddenRows;
      filled += facts.filled;
      // A title or a header that is merged over several rows is one all the same.
      const merges = facts.merges.filter(({ from }) => from > headers[i]);
      if (facts.isMistaken || merges.length > 0) isMistaken = true;
      plans[i] = { ...plans[i], merges, timed: facts.timed };
    }
    if (isLast || !isMistaken) break;
  }
  const isRead = (sheet: Sheet) => chosen.includes(sheet);
  const rest = book.sheets.filter((sheet) => !isRead(sheet));
  return {
    sheets,
    isChosen: options.sheet !== null,
    others: rest.filter(({ isHidden }) => !isHidden).map(({ name }) => name),
    hidden: rest.filter(({ isHidden }) => isHidden).map(({ name }) => name),
    hiddenRows,
    filled,
  };
}

/** The sheets to read, and the number of the row in which each has its header; 0 without one. */
async function chosenSheets(path: string, file: string, book: Book, { sheet: wanted, fieldsIn }: WorkbookOptions) {
  const { sheets } = book;
  if (wanted !== null && wanted !== "all") {
    const same = (name: string) => name.normalize("NFC").trim() === wanted.normalize("NFC").trim();
    const found = sheets.find((one) => same(one.name)) ?? sheets.find((_, i) => String(i + 1) === wanted);
    if (found === undefined)
      throw new UserError("no-sheet", { file, sheet: wanted, sheets: sheets.map(({ name }) => name) });
    const head = await headerOf(path, book, found, fieldsIn);
    return { chosen: [found], headers: [head.row], width: head.width };
  }
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  if (visible.length === 0)
    throw new UserError("no-sheet", { file, sheet: "", sheets: sheets.map(({ name }) => name) });
  const heads = [];
  for (const sheet of visible) heads.push({ sheet, ...(await headerOf(path, book, sheet, fieldsIn)) });
  const first = heads.find(({ row }) => row > 0) ?? heads[0];
  // Months, or offices, of one log: the same columns in the same order.
  const alike = first.row === 0 ? [first] : heads.filter(({ text }) => text === first.text);
  return { chosen: alike.map(({ sheet }) => sheet), headers: alike.map(({ row }) => row), width: first.width };
}

/** The row in which most columns are known, 0 where there is none; its text, and the cells of the head's widest row. */
async function headerOf(path: string, book: Book, sheet: Sheet, fieldsIn: WorkbookOptions["fieldsIn"]) {
  let head = "";
  const decoder = new TextDecoder();
  const writer = new SheetWriter(book, { ...nothingKnown, rows: headRows }, (bytes) => {
    head += decoder.decode(bytes, { stream: true });
  });
  await writer.read(path, sheet);
  const lines = head.split("\r\n");
  const counts = lines.map((line) => fieldsIn(new TextEncoder().encode(line)));
  const most = Math.max(0, ...counts);
  const row = most === 0 ? 0 : counts.indexOf(most) + 1;
  const text = row === 0 ? "" : lines[row - 1];
  return { row, text, width: row === 0 ? 0 : writer.widest };
}
