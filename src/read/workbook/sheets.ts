/** Which of the sheets of a file make the log, and their cells as CSV: of workbooks, and of the tables of a page. */
import { UserError } from "../../errors.ts";
import type { SheetFacts, SheetPlan } from "./lines.ts";

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
  /** They are tables of a page, named by their numbers: #1. */
  readonly isPage?: boolean;
}

export interface SheetOptions {
  /** A sheet's name, or its number from 1; `all` for every visible sheet; null for what has a header. */
  readonly sheet: string | null;
  /** How many columns of a header in this head are known. */
  readonly fieldsIn: (head: Uint8Array) => number;
  /** A file of nothing into which the text is written. */
  readonly rewind: () => void;
  readonly write: (bytes: Uint8Array) => void;
  readonly progress?: (bytes: number) => void;
}

/** A sheet by its name, in the order of its tabs. */
export interface Named {
  readonly name: string;
  readonly isHidden: boolean;
}

/** What the first rows of a sheet say. */
export interface Head {
  /** The row in which most columns are known, 0 where there is none, and its text. */
  readonly row: number;
  readonly text: string;
  /** Cells of the widest row. */
  readonly width: number;
  /** Rows of a table of a page, of which the largest is the log; 0 of a sheet, of which the first is. */
  readonly rows: number;
}

/** A file with sheets. */
export interface Sheets<S extends Named> {
  readonly sheets: readonly S[];
  readonly isPage: boolean;
  readonly heads: (sheets: readonly S[]) => Promise<Head[]>;
  /** Writes sheets one behind the other, in their order. */
  readonly write: (
    jobs: readonly { readonly sheet: S; readonly plan: SheetPlan }[],
    write: (bytes: Uint8Array) => void,
    progress?: (bytes: number) => void,
  ) => Promise<SheetFacts[]>;
}

/** Rows of a sheet among which its header is. */
export const headRows = 30;
export const nothingKnown: SheetPlan = {
  without: 0,
  header: 0,
  merges: [],
  timed: new Map(),
  width: 0,
  rows: Number.POSITIVE_INFINITY,
};

/** The row of a head's lines in which most columns are known. */
export function sheetHead(head: string, width: number, rows: number, fieldsIn: SheetOptions["fieldsIn"]): Head {
  const lines = head.split("\r\n");
  const counts = lines.map((line) => fieldsIn(new TextEncoder().encode(line)));
  const most = Math.max(0, ...counts);
  const row = most === 0 ? 0 : counts.indexOf(most) + 1;
  return { row, text: row === 0 ? "" : lines[row - 1], width: row === 0 ? 0 : width, rows };
}

/** Writes the log of a file with sheets as CSV. @throws UserError `no-sheet`, `page-without-table` */
export async function writeSheets<S extends Named>(
  file: string,
  source: Sheets<S>,
  options: SheetOptions,
): Promise<SheetsRead> {
  const { chosen, headers, width, others } = await chosenSheets(file, source, options);
  const sheets: { name: string; line: number }[] = [];
  let [line, hiddenRows, filled] = [1, 0, 0];
  // Each sheet is written once with what it seems to be, and all once more where one turned out to be otherwise.
  const plans: SheetPlan[] = chosen.map((_, i) => ({
    ...nothingKnown,
    width,
    header: headers[i],
    without: i === 0 ? 0 : headers[i],
  }));
  for (const isLast of [false, true]) {
    options.rewind();
    sheets.length = 0;
    [line, hiddenRows, filled] = [1, 0, 0];
    let isMistaken = false;
    const jobs = chosen.map((sheet, i) => ({ sheet, plan: plans[i] }));
    for (const [i, facts] of (await source.write(jobs, options.write, options.progress)).entries()) {
      sheets.push({ name: chosen[i].name, line });
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
  const rest = source.sheets.filter((sheet) => !chosen.includes(sheet));
  return {
    sheets,
    isChosen: options.sheet !== null,
    others: (others ?? rest.filter(({ isHidden }) => !isHidden)).map(({ name }) => name),
    hidden: rest.filter(({ isHidden }) => isHidden).map(({ name }) => name),
    hiddenRows,
    filled,
    ...(source.isPage && { isPage: true }),
  };
}

/** The sheets to read, and the number of the row in which each has its header; 0 without one. */
async function chosenSheets<S extends Named>(
  file: string,
  { sheets, isPage, heads: headsOf }: Sheets<S>,
  { sheet: wanted }: SheetOptions,
): Promise<{ chosen: readonly S[]; headers: readonly number[]; width: number; others?: readonly S[] }> {
  const names = () => sheets.map(({ name }) => name);
  if (wanted !== null && wanted !== "all") {
    const same = (name: string) => name.normalize("NFC").trim() === wanted.normalize("NFC").trim();
    const isNth = ({ name }: S, i: number) => (isPage ? name === `#${wanted}` : String(i + 1) === wanted);
    const found = sheets.find((one) => same(one.name)) ?? sheets.find(isNth);
    if (found === undefined) throw new UserError("no-sheet", { file, sheet: wanted, sheets: names() });
    const [head] = await headsOf([found]);
    return { chosen: [found], headers: [head.row], width: head.width };
  }
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  if (visible.length === 0) throw new UserError("no-sheet", { file, sheet: "", sheets: names() });
  const all = await headsOf(visible);
  const heads = visible.map((sheet, i) => ({ sheet, ...all[i] }));
  const larger = (a: (typeof heads)[number], b: (typeof heads)[number]) => (b.rows > a.rows ? b : a);
  const withHeader = heads.filter(({ row }) => row > 0);
  const first = (withHeader.length > 0 ? withHeader : heads).reduce(larger);
  // A page is made of tables that hold no cases: forms, menus.
  if (isPage && first.row === 0 && first.rows < 2) throw new UserError("page-without-table", { file });
  // Months, or offices, of one log: the same columns in the same order.
  const alike = first.row === 0 ? [first] : heads.filter(({ text }) => text === first.text);
  return {
    chosen: alike.map(({ sheet }) => sheet),
    headers: alike.map(({ row }) => row),
    width: first.width,
    ...(isPage && { others: withHeader.filter((one) => !alike.includes(one)).map(({ sheet }) => sheet) }),
  };
}
