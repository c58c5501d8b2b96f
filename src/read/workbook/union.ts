/** Sheets that make one log: which of them do, and where each of their columns stands in it. */
import { fieldKinds } from "../../records/case.ts";
import { fieldsOfProcedures, type HeaderCell, type SheetHeader } from "../header.ts";
import type { SheetPlan } from "./lines.ts";

/** What the first rows below the header look like; of a sheet without one all of the first rows. */
export interface Body {
  /** Rows with at least two cells. */
  readonly rows: number;
  /** By column how many of these rows have a cell there, and how many a date. */
  readonly filled: readonly number[];
  readonly dates: readonly number[];
}

/** What the first rows of a sheet say. */
export interface Head {
  /** Null where no column is known. */
  readonly header: SheetHeader | null;
  /** Cells of the widest row. */
  readonly width: number;
  /** Rows of a table of a page, of which the largest is the log; 0 of a sheet, of which the one of most columns is. */
  readonly rows: number;
  /** What stands below the header. */
  readonly body: Body;
}

const cellsOf = ({ header }: Head): readonly HeaderCell[] => header?.cells ?? [];
const isOfTimes = (head: Head) => cellsOf(head).some(({ field }) => field !== null && fieldKinds[field] === "time");
/** What a column is read as; hours and days of work are two things. */
const readAs = ({ field, unit }: HeaderCell) => (unit === null ? field : `${field} ${unit}`);
const allReadAs = (head: Head) =>
  new Set(
    cellsOf(head)
      .map(readAs)
      .filter((one) => one !== null),
  );

/**
 * The sheet that is the log: of a workbook the first in which most columns are known, those above all that only cases
 * have; of a page, whose forms for searching have them too, the largest table, of those with times if there are any.
 */
export function bestOf<H extends Head>(heads: readonly H[], isPage: boolean): H {
  const worth = (head: Head) => {
    const fields = new Set(cellsOf(head).flatMap(({ field }) => field ?? []));
    const ofCases = [...fields].filter((field) => !fieldsOfProcedures.includes(field)).length;
    return isPage
      ? Number(isOfTimes(head)) * 2 ** 32 + head.rows
      : ofCases * 2 ** 10 + Math.max(fields.size, cellsOf(head).length === 0 ? (head.header?.fields ?? 0) : 0);
  };
  return heads.reduce((a, b) => (worth(b) > worth(a) ? b : a));
}

/**
 * Whether a sheet with a header is read together with the best: one of the same fields is; when all are wanted any is
 * whose rows can be cases, and whose durations are in the same units.
 */
export function isReadBeside(best: Head, head: Head, isAll: boolean): boolean {
  const [wanted, own] = [allReadAs(best), allReadAs(head)];
  if (!isAll)
    return (
      best.header !== null &&
      best.header.key === head.header?.key &&
      own.size === wanted.size &&
      [...own].every((one) => wanted.has(one))
    );
  const units = new Map(cellsOf(best).flatMap(({ field, unit }) => (unit === null ? [] : [[field, unit]])));
  const isOther = cellsOf(head).some(({ field, unit }) => unit !== null && (units.get(field) ?? unit) !== unit);
  return !isOther && (isOfTimes(head) || !isOfTimes(best));
}

type Places = Pick<SheetPlan, "order" | "times" | "numbers">;

/**
 * Where the columns of each sheet stand in the log, whose header is that of the first sheet, with the columns behind it
 * that only others have: by what they are read as, else by their words.
 */
export function placesIn(heads: readonly Head[]): {
  readonly width: number;
  readonly places: readonly Places[];
  readonly added: readonly { readonly column: number; readonly text: string }[];
} {
  const filledUp = (head: Head): HeaderCell[] => {
    const cells = [...cellsOf(head)];
    while (cells.length > 0 && cells.length < head.width) cells.push(nameless);
    return cells;
  };
  const log = filledUp(heads[0]);
  const own = log.length;
  const places = heads.map((head, i) => {
    const cells = filledUp(head);
    const order = i === 0 || cells.length === 0 ? null : orderIn(log, cells);
    const isSame = order === null || order.every((to, from) => to === from);
    const of = (...kinds: readonly string[]) =>
      new Set(cells.flatMap(({ field }, at) => (field !== null && kinds.includes(fieldKinds[field]) ? [at] : [])));
    const numbers = cells.length === 0 ? null : of("duration", "money");
    return { order: isSame ? null : order, times: of("time"), numbers };
  });
  const added = log.slice(own).flatMap(({ text }, i) => (text === "" ? [] : [{ column: own + i, text }]));
  return { width: Math.max(log.length, heads[0].header === null ? 0 : heads[0].width), places, added };
}

const nameless: HeaderCell = { text: "", key: "", field: null, unit: null, rank: 0 };

/** For each column of a sheet its place among those of the log, to which what it has beyond them is added. */
function orderIn(log: HeaderCell[], cells: readonly HeaderCell[]): number[] {
  const order = cells.map(() => -1);
  const taken = new Set<number>();
  const place = (from: number, to: number) => {
    if (order[from] >= 0 || to < 0 || taken.has(to)) return;
    order[from] = to;
    taken.add(to);
  };
  const firstOf = (of: readonly HeaderCell[], field: HeaderCell["field"]) =>
    of.reduce((found, cell, i) => (cell.field === field && (found < 0 || cell.rank < of[found].rank) ? i : found), -1);
  for (const { field } of cells) if (field !== null) place(firstOf(cells, field), firstOf(log, field));
  for (const [i, { key }] of cells.entries()) {
    if (key !== "")
      place(
        i,
        log.findIndex((cell, to) => cell.key === key && !taken.has(to)),
      );
  }
  // A column without a name may hold the word of a sum: it stays where it is if that is free.
  for (const [i, { key }] of cells.entries()) if (key === "" && log[i]?.key === "") place(i, i);
  let free = 0;
  for (const [i, cell] of cells.entries()) {
    if (order[i] >= 0) continue;
    if (cell.key === "") {
      while (free < log.length && (log[free].key !== "" || taken.has(free))) free++;
      place(i, free < log.length ? free : -1);
      if (order[i] >= 0) continue;
    }
    // What another column of the sheet is read as already must not come before it in the log.
    const isSecond =
      cell.field !== null && cells.some((one, at) => at !== i && one.field === cell.field && one.key !== cell.key);
    log.push(isSecond ? nameless : cell);
    place(i, log.length - 1);
  }
  return order;
}
