/**
 * Which rows of a form's table are units, and which are sums of others: groups by their numbers (I over 1, 2; 1 over 1.1), rows
 * of totals by their names, any row by its cells. What is neither is told of by its row.
 */
import type { FormPlace, SumRow, UnitRow } from "../../records/forms.ts";
import { isTotal, withoutMarks } from "../words.ts";

/** A row of the table as it stands there, below the heads. */
export interface TableRow extends UnitRow {
  /** What stands in the column of numbers. */
  readonly number: string;
  /** The texts of the row before its first column of the form: one may say that it is a sum. */
  readonly texts: readonly string[];
  /** Whether a column of the form holds a number, whether what holds a digit or an error, whether anything. */
  readonly hasNumbers: boolean;
  readonly isMeant: boolean;
  readonly isBlank: boolean;
  readonly unreadable: readonly FormPlace[];
}

export interface SortedRows {
  readonly units: readonly UnitRow[];
  readonly sums: readonly SumRow[];
  readonly unreadable: readonly FormPlace[];
  /** Rows, from 1, with numbers that are no unit's and no sum's. */
  readonly passed: readonly number[];
}

/** A row of totals: null where a word says so, its name else; so many units stand above it. */
interface TotalRow {
  readonly row: TableRow;
  readonly name: string | null;
  readonly above: number;
}

/** How a number is written: 1. and 1) and (1) are 1. */
const bareNumber = (number: string) => number.replace(/^\(|[.)/]+$/g, "").trim();

/** 1, 1.2: the number of a row. */
export const isRowNumber = (cell: string) => /^\d+(\.\d+)*$/.test(bareNumber(cell));

const plain = (text: string) => withoutMarks(text).toLowerCase().trim();

/** A part of what stands above, or another period's: no unit, where it has no number. */
const ofOthers = /^(trong do|luy ke|cung ky|so voi|ky truoc|of which|year to date)\b/;

/** Whether a text of a row says that it is a sum; one that has its own number is a unit of a name that begins so. */
function saysSum(text: string, isNumbered: boolean): boolean {
  if (text === "") return false;
  return isNumbered
    ? /^(tong( cong| so)?|cong|total)$/.test(plain(text))
    : isTotal(text) || /^(tong|cong)( so)?\s*([(:]|$)/.test(plain(text));
}

/** Whether a sheet's name says that it adds others up: Tổng hợp, Tổng; not Chứng thực, Công thương. */
export function isSheetOfSums(name: string): boolean {
  return /^(tong|summary|total)$|^(bieu )?tong (hop|cong|so)\b|^toan (huyen|xa|phuong|tinh|thanh pho|nganh)$/.test(
    plain(name),
  );
}

/** “I. Cấp xã”, “A. Cấp tỉnh” in one cell: the number and the name. */
export function numberAndName(number: string, name: string): { number: string; name: string } {
  // Merged over both columns it is the text of both.
  const text = name === "" || name === number ? number : number === "" ? name : "";
  const [, own, rest] = /^([A-ZĐ]|[IVX]+|\d+(?:\.\d+)*)[.)/]\s*(\p{L}.*)$/u.exec(text) ?? [];
  return own === undefined ? { number, name } : { number: own, name: rest };
}

/** The kind of a row's number. */
function kindOf({ number, name }: TableRow, isLetterI: boolean): string {
  const text = bareNumber(number);
  if (/^[-–—+•*]/.test(text === "" ? name : text)) return "dash";
  if (text === "") return "none";
  if (isRowNumber(text)) return `digits ${text.split(".").length}`;
  if (/^[IVX]+$/.test(text) && !(text === "I" && isLetterI)) return "roman";
  if (/^[A-ZĐ]$/.test(text)) return "letter";
  return /^([a-zđ]|[ivx]+)$/.test(text) ? "small" : "none";
}

/** Whether each cell of a row is the sum of those of others. */
function isSumOf({ cells }: UnitRow, rows: readonly UnitRow[]): boolean {
  return [...cells].every(
    ([id, { value }]) => value === rows.reduce((sum, row) => sum + (row.cells.get(id)?.value ?? 0), 0),
  );
}

const isFilled = ({ cells }: UnitRow) => [...cells.values()].some(({ value }) => value > 0);

/**
 * The rows that are sums of the deeper ones below them, each with these. Of numbers of one rank those nest deeper whose kind the
 * table shows later: A, I; 1, a, none; “-”.
 */
function groupsOf(rows: readonly TableRow[]): Map<TableRow, readonly TableRow[]> {
  const isLetterI = rows.some(({ number }) => bareNumber(number) === "H");
  const kinds = rows.map((row) => kindOf(row, isLetterI));
  // A first heading (A. Cấp xã) may be taken for one of the table's own heads: letters and Roman numbers are above all the same.
  const rank = (kind: string) => (kind === "letter" || kind === "roman" ? 0 : kind === "dash" ? 2 : 1);
  const order = [...new Set(kinds)].sort((one, other) => rank(one) - rank(other));
  const depths = kinds.map((kind) => order.indexOf(kind));
  const groups = new Map<TableRow, readonly TableRow[]>();
  for (let at = rows.length - 2; at >= 0; at--) {
    const end = depths.findIndex((depth, i) => i > at && depth <= depths[at]);
    const below = rows.slice(at + 1, end < 0 ? rows.length : end);
    if (below.length === 0) continue;
    const parts = below.filter((one) => !groups.has(one));
    const [kind, under] = [kinds[at], kinds[at + 1]];
    const isByNumber = under === "dash" || (kind !== "none" && kind !== "dash" && under !== "none");
    // One row without a number below or above another may be a unit whose number was forgotten.
    const canBe = parts.length > 1 || kind === "roman" || kind === "letter";
    if (isByNumber || (canBe && isFilled(rows[at]) && isSumOf(rows[at], parts))) groups.set(rows[at], parts);
  }
  return groups;
}

/** Sorts the rows of a table. */
export function sortedRows(rows: readonly TableRow[]): SortedRows {
  const units: TableRow[] = [];
  /** Rows of totals, each with how many of the units stand above it. */
  const totals: TotalRow[] = [];
  const passed: number[] = [];
  let lastName = { name: "", number: "" };
  const lastRow = rows.findLast(({ hasNumbers }) => hasNumbers);
  /** Without a name, a number, a text: the first or the last of a table, or what all above it come to. */
  const isNamelessSum = (row: TableRow) =>
    (row.texts.length === 0 && (row === lastRow || units.length === 0)) || (units.length > 1 && isSumOf(row, units));
  for (const row of rows) {
    const isNumbered = isRowNumber(row.number);
    const [name = ""] = [row.name, ...row.texts].filter((text) => text !== "");
    if (row.texts.some((text) => saysSum(text, isNumbered)) || saysSum(row.name, isNumbered)) {
      if (row.name !== "" && !saysSum(row.name, isNumbered)) lastName = row;
      if (!row.isBlank) totals.push({ row, name: null, above: units.length });
      continue;
    }
    // A heading, a note or a signature has no number in any column; a row that has its own should.
    const isHeading = !row.hasNumbers && !row.isMeant && !(isNumbered && row.name !== "");
    if (isHeading && bareNumber(row.number) === "") continue;
    if (!isNumbered && ofOthers.test(plain(name))) {
      passed.push(row.row);
      continue;
    }
    if (row.name !== "" || row.number !== "") {
      const named = row.name === "" ? { ...row, name: row.number } : row;
      units.push(named);
      lastName = named;
    } else if (isNamelessSum(row)) totals.push({ row, name: "", above: units.length });
    // A name that is merged over several rows stands in the first of them.
    else units.push({ ...row, name: lastName.name, number: lastName.number });
  }
  return told(units, totals, passed);
}

function told(rows: readonly TableRow[], named: readonly TotalRow[], passed: number[]): SortedRows {
  const groups = groupsOf(rows);
  const isUnit = (row: TableRow) => !groups.has(row) && !(row.isBlank && !isRowNumber(row.number));
  const totals = [...named];
  const last = named.at(-1);
  const units: TableRow[] = [];
  /** A total further down that comes to all rows above it says that each of them is a unit, and none their sum. */
  const isProved = (i: number) =>
    named.some(
      ({ row, name, above }) => name === null && above > i && isSumOf(row, rows.slice(0, above).filter(isUnit)),
    );
  rows.forEach((row, i) => {
    if (!isUnit(row)) return;
    const isUnnumbered = bareNumber(row.number) === "";
    // Below the last sum stand parts of it, and who signs.
    if (isUnnumbered && last !== undefined && last.above > 0 && i >= last.above) passed.push(row.row);
    // A row of any name that is the sum of all above it.
    else if (isUnnumbered && units.length > 1 && isFilled(row) && isSumOf(row, units) && !isProved(i))
      totals.push({ row, name: row.name, above: i });
    else units.push(row);
  });
  const places = totals.map(({ above }) => above).sort((a, b) => a - b);
  const sums = totals.map(({ row, name, above }): SumRow => {
    const before = places.filter((place) => place < above).at(-1) ?? 0;
    const behind = places.find((place) => place > above) ?? rows.length;
    const among = (from: number, to: number) => rows.slice(from, to).filter((one) => units.includes(one));
    const sets = [among(0, above), among(before, above), among(above, behind), units].filter((set) => set.length > 0);
    const isLast = above === places.at(-1);
    // What it is the sum of is what it comes to; of a wrong one all above it, or those since the sum before.
    const of = sets.find((set) => isSumOf(row, set)) ?? (isLast || above === 0 ? sets[0] : (sets[1] ?? sets[0])) ?? [];
    return { ...row, name, of };
  });
  const grouped = [...groups]
    .filter(([row]) => !row.isBlank)
    .map(([row, of]): SumRow => ({ ...row, of: of.filter((one) => units.includes(one)) }));
  const kept = [...units, ...totals.map(({ row }) => row), ...[...groups.keys()]];
  return {
    units,
    sums: [...grouped, ...sums].sort((a, b) => a.row - b.row),
    unreadable: kept.sort((a, b) => a.row - b.row).flatMap(({ unreadable }) => unreadable),
    passed: passed.sort((a, b) => a - b),
  };
}
