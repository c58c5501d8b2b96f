/** Which of the sheets of a file make the log, and their cells as CSV: of workbooks, and of the tables of a page. */
import { UserError } from "../../errors.ts";
import type { SheetHeader } from "../header.ts";
import { withoutMarks, wordKey } from "../words.ts";
import { bodyOf, continuedIn, headOfRest, holdsDates, noBody } from "./continued.ts";
import type { SheetFacts, SheetPlan } from "./lines.ts";
import { bestOf, type Head, isReadBeside, placesIn } from "./union.ts";

/** What was read of a workbook, and what was not; plain data. */
export interface SheetsRead {
  /** The sheets whose rows make the log. */
  readonly sheets: readonly SheetRead[];
  /** The user said which, or that all of them are to be read. */
  readonly isChosen: boolean;
  readonly isAll?: boolean;
  /** Of these the ones without a header of their own, which go on with one before them. */
  readonly continued?: readonly string[];
  /** Visible sheets that were not read, and hidden ones. */
  readonly others: readonly string[];
  readonly hidden: readonly string[];
  /** Of the hidden ones those that may be the log, and how many of their columns are known. */
  readonly hiddenLogs?: readonly HiddenLog[];
  /** Rows that are hidden, as by a filter: they are read. */
  readonly hiddenRows: number;
  /** Cells that were filled from a merged cell above. */
  readonly filled: number;
  /** They are tables of a page, named by their numbers: #1. */
  readonly isPage?: boolean;
}

/** A hidden sheet with a header. */
export interface HiddenLog {
  readonly name: string;
  readonly columns: number;
}

/** A sheet of which a part of the log was made. */
export interface SheetRead {
  readonly name: string;
  /** The line of the log that is its first row. */
  readonly line: number;
  /** For each column of the log the sheet's own; without it they are the same. */
  readonly columns?: readonly (number | null)[];
  /** Where rows are left out, or stand in another order (SheetFacts). */
  readonly breaks?: readonly number[];
}

export interface SheetOptions {
  /** A sheet's name, or its number from 1; `all` for every visible sheet; null for what has a header. */
  readonly sheet: string | null;
  /** How many columns of a header in this head are known. */
  readonly fieldsIn: (head: Uint8Array) => number;
  /** The header at the head of a sheet; without it it is the line in which most columns are known. */
  readonly headerIn?: (head: Uint8Array) => SheetHeader | null;
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

export const nothingKnown: SheetPlan = {
  without: 0,
  header: 0,
  merges: [],
  timed: new Map(),
  width: 0,
  rows: Number.POSITIVE_INFINITY,
  order: null,
  first: 0,
  added: [],
  times: new Set(),
  numbers: null,
  isCalculated: false,
};
/** Where so few of a column's times are midnight, these are times too; elsewhere midnight is a date without a time. */
const fewMidnights = 0.01;

/** The header at the head of a sheet; without `headerIn` the row in which most columns are known. */
export function sheetHead(
  head: string,
  width: number,
  rows: number,
  { headerIn, fieldsIn }: Pick<SheetOptions, "headerIn" | "fieldsIn">,
): Head {
  if (headerIn !== undefined) {
    const header = headerIn(new TextEncoder().encode(head));
    return { header, width, rows, body: header?.cells.length === 0 ? noBody : bodyOf(head, header?.last ?? 0) };
  }
  const lines = head.split("\r\n");
  const counts = lines.map((line) => fieldsIn(new TextEncoder().encode(line)));
  const most = Math.max(0, ...counts);
  const row = most === 0 ? 0 : counts.indexOf(most) + 1;
  if (row === 0) return { header: null, width, rows, body: noBody };
  const key = wordKey(withoutMarks(lines[row - 1].replace(/,+$/, "")));
  return { header: { first: row, last: row, cells: [], key, fields: most }, width, rows, body: noBody };
}

/** Writes the log of a file with sheets as CSV. @throws UserError `no-sheet`, `all-hidden`, `page-without-table` */
export async function writeSheets<S extends Named>(
  file: string,
  source: Sheets<S>,
  options: SheetOptions,
): Promise<SheetsRead> {
  const { chosen, heads, others, continued = [] } = await chosenSheets(file, source, options);
  const sheets: SheetRead[] = [];
  let [line, hiddenRows, filled] = [1, 0, 0];
  const { width, places, added } = placesIn(heads);
  // Each sheet is written once with what it seems to be, and all once more where one turned out to be otherwise.
  const plans: SheetPlan[] = heads.map(({ header }, i) => ({
    ...nothingKnown,
    ...places[i],
    width,
    header: header?.last ?? 0,
    without: i === 0 ? 0 : (header?.last ?? 0),
    first: header?.first ?? 0,
    ...(i === 0 && { added }),
  }));
  for (const isLast of [false, true]) {
    options.rewind();
    sheets.length = 0;
    [line, hiddenRows, filled] = [1, 0, 0];
    const jobs = chosen.map((sheet, i) => ({ sheet, plan: plans[i] }));
    const written = await source.write(jobs, options.write, options.progress);
    const areTimes = midnightsIn(written, plans);
    let isMistaken = false;
    for (const [i, facts] of written.entries()) {
      const { order } = plans[i];
      const columns = order === null ? null : ownColumns(order, width);
      sheets.push({
        name: chosen[i].name,
        line,
        ...(columns !== null && { columns }),
        ...(facts.breaks.length > 0 && { breaks: facts.breaks }),
      });
      line += facts.rows;
      hiddenRows += facts.hiddenRows;
      filled += facts.filled;
      // A title or a header that is merged over several rows is one all the same.
      const merges = facts.merges.filter(({ from }) => from > plans[i].header);
      const timed = new Map<number, boolean>();
      for (const [column, { midnights, asTime }] of facts.dates) {
        const isTime = areTimes(order?.[column] ?? column);
        timed.set(column, isTime);
        if (midnights > 0 && asTime !== isTime) isMistaken = true;
      }
      const isCalculated = facts.isCalculated ?? plans[i].isCalculated;
      if (merges.length > 0 || isCalculated) isMistaken = true;
      plans[i] = { ...plans[i], merges, timed, isCalculated };
    }
    if (isLast || !isMistaken) break;
  }
  const rest = source.sheets.filter((sheet) => !chosen.includes(sheet));
  const hiddenLogs = await logsIn(rest.filter(({ isHidden }) => isHidden).slice(0, mostHidden), source);
  return {
    sheets,
    isChosen: options.sheet !== null,
    ...(options.sheet === "all" && { isAll: true }),
    ...(continued.length > 0 && { continued: continued.map(({ name }) => name) }),
    others: (others ?? rest.filter(({ isHidden }) => !isHidden)).map(({ name }) => name),
    hidden: rest.filter(({ isHidden }) => isHidden).map(({ name }) => name),
    ...(hiddenLogs.length > 0 && { hiddenLogs }),
    hiddenRows,
    filled,
    ...(source.isPage && { isPage: true }),
  };
}

/** Hidden sheets whose heads are looked at. */
const mostHidden = 20;

/** Those of hidden sheets that have two known columns; one that is damaged is none, since nobody asked for it. */
async function logsIn<S extends Named>(hidden: readonly S[], { heads }: Sheets<S>): Promise<HiddenLog[]> {
  const found: HiddenLog[] = [];
  for (const sheet of hidden) {
    const [head] = await heads([sheet]).catch(() => []);
    const columns = head?.header?.fields ?? 0;
    if (columns > 1) found.push({ name: sheet.name, columns });
  }
  return found;
}

/** For each column of the log that of the sheet; null where it has none. */
function ownColumns(order: readonly number[], width: number): (number | null)[] {
  const columns: (number | null)[] = Array.from({ length: width }, () => null);
  for (const [own, to] of order.entries()) columns[to] = own;
  return columns;
}

/** Whether midnights of a column of the log are times, by the cells of all of its sheets. */
function midnightsIn(written: readonly SheetFacts[], plans: readonly SheetPlan[]): (column: number) => boolean {
  const sums = new Map<number, { all: number; midnights: number }>();
  for (const [i, { dates }] of written.entries()) {
    for (const [own, { all, midnights }] of dates) {
      const column = plans[i].order?.[own] ?? own;
      const sum = sums.get(column) ?? { all: 0, midnights: 0 };
      sums.set(column, { all: sum.all + all, midnights: sum.midnights + midnights });
    }
  }
  return (column) => {
    const { all, midnights } = sums.get(column) ?? { all: 0, midnights: 0 };
    return midnights <= fewMidnights * all;
  };
}

/** The sheets to read, what their first rows say, and of a page which other tables are to be named. */
async function chosenSheets<S extends Named>(
  file: string,
  { sheets, isPage, heads: headsOf }: Sheets<S>,
  { sheet: wanted }: SheetOptions,
): Promise<{ chosen: readonly S[]; heads: readonly Head[]; others?: readonly S[]; continued?: readonly S[] }> {
  const names = () => sheets.map(({ name }) => name);
  if (wanted !== null && wanted !== "all") {
    const same = (name: string) => name.normalize("NFC").trim() === wanted.normalize("NFC").trim();
    const isNth = ({ name }: S, i: number) => (isPage ? name === `#${wanted}` : String(i + 1) === wanted);
    const found = sheets.find((one) => same(one.name)) ?? sheets.find(isNth);
    if (found === undefined) throw new UserError("no-sheet", { file, sheet: wanted, sheets: names() });
    return { chosen: [found], heads: await headsOf([found]) };
  }
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  if (visible.length === 0) throw new UserError("all-hidden", { file, sheets: names() });
  const all = await headsOf(visible);
  const goesOnWith = continuedIn(all);
  // The head of a grid, or of the first of many pages, is as large as what goes on with it.
  const sizes = all.map(({ rows }) => rows);
  for (const [i, of] of goesOnWith.entries()) if (of !== null) sizes[of] += all[i].rows;
  const whole = all.map((head, i) => ({ ...head, rows: sizes[i] }));
  const withHeader = whole.filter(({ header }) => header !== null);
  // Of a workbook without any header the widest sheet is what was meant to be read, and not its cover.
  const widest = whole.reduce((a, b) => (b.width > a.width ? b : a));
  const best = withHeader.length > 0 ? bestOf(withHeader, isPage) : isPage ? bestOf(whole, true) : widest;
  // A page is made of tables that hold no cases: forms, menus.
  if (isPage && best.header === null && best.rows < 2) throw new UserError("page-without-table", { file });
  const isOwn = whole.map((head) => {
    return head === best || (head.header !== null && isReadBeside(best, head, wanted === "all"));
  });
  const isRest = goesOnWith.map((of) => of !== null && isOwn[of]);
  const isRead = (i: number) => isOwn[i] || isRest[i];
  const heads = whole.map((head, i) => {
    const of = goesOnWith[i];
    return of === null || !isRest[i] ? head : headOfRest(head, whole[of]);
  });
  // Of a page's tables without a header those are told that look like a log.
  const isTold = (head: Head) => head.header !== null || (best.header !== null && holdsDates(head));
  return {
    chosen: visible.filter((_, i) => isRead(i)),
    heads: heads.filter((_, i) => isRead(i)),
    continued: visible.filter((_, i) => isRest[i]),
    ...(isPage && { others: visible.filter((_, i) => isTold(whole[i]) && !isRead(i)) }),
  };
}
