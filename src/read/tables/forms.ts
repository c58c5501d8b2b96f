/**
 * Reads forms that offices have filled in: columns by what their heads say, wherever they stand; merged heads of several rows,
 * a row “(1) (2) …”, a first column left blank, rows of totals and of headings, numbers as 1.234.
 */
import { parse } from "csv-parse/sync";
import { UserError } from "../../errors.ts";
import { machine } from "../../platform/index.ts";
import { type FormId, formColumns, partHeads } from "../../records/forms.ts";
import { cleanText } from "../clean.ts";
import { isTotal, withoutMarks, wordKey } from "../words.ts";

/** A cell of a form: its number, and where it stands. */
export interface FormCell {
  readonly value: number;
  readonly place: FormPlace;
}

export interface FormPlace {
  /** Row of the file, and column, both from 1. */
  readonly row: number;
  readonly column: number;
}

export interface UnitRow {
  readonly name: string;
  readonly row: number;
  readonly cells: ReadonlyMap<string, FormCell>;
}

/** A form as it was filled in. */
export interface FilledForm {
  readonly file: string;
  readonly form: FormId;
  /** By id of the column, in the order of the file. */
  readonly columns: readonly string[];
  readonly rows: readonly UnitRow[];
  /** What the file itself gives as the sum of its rows; null where it has no such row. */
  readonly total: UnitRow | null;
  /** Cells that hold no number: counted as nothing, and told. */
  readonly unreadable: readonly FormPlace[];
  /** Headings of columns of numbers that no column of a form has. */
  readonly unknown: readonly string[];
  /** Rows, from 1, with numbers that are no unit's: the sum of a group, what stands below the row of totals. */
  readonly passed: readonly number[];
}

const headRows = 40;
const delimiters = [",", ";", "\t"];

/** What stands in the head's first column. */
const isNumberHead = (cell: string) => ["stt", "tt", "so tt", "no"].includes(headOf(cell));

/** A head without the number of its column: Tổng số (3). */
function headOf(cell: string): string {
  return plain(cell).replace(/\s*\(\d+\)$/, "");
}

function plain(text: string): string {
  return withoutMarks(text).toLowerCase().replace(/\s+/g, " ").trim();
}

const isPartHead = (cell: string) => partHeads.some(([, head]) => head.test(plain(cell)));

/** How many heads of a form's columns are in these lines: by it the sheet is found. */
export function formHeadsIn(head: Uint8Array): number {
  const text = plain(new TextDecoder().decode(head));
  // Of a page the words stand in its tables, which are looked at as rows.
  if (text.startsWith("<")) return 0;
  const words = [
    /\b(stt|tt|no)\b/,
    /tiep nhan|received/,
    /giai quyet|resolved/,
    /tong so|total/,
    /(truoc|dung) han|early/,
    /qua han|late/,
    /ky truoc|carried over/,
  ];
  const found = words.filter((word) => word.test(text)).length;
  return words[0].test(text) && found > 2 ? found : 0;
}

/**
 * Reads a form of a plain file.
 *
 * @param name what messages call the file
 * @throws UserError `no-form`, `table-not-utf-8`
 */
export function readForm(path: string, name: string): FilledForm {
  const rows = rowsOf(machine.files.whole(path), name);
  const top = rows.slice(0, headRows).findIndex((cells) => cells.some(isNumberHead));
  if (top < 0) throw new UserError("no-form", { file: name });
  const first = rows[top].findIndex(isNumberHead);
  // The heads of the parts may stand above the number's own.
  let begin = top;
  while (begin > 0 && rows[begin - 1].slice(first + 2).some(isPartHead)) begin--;
  const { labels, behind } = headsOf(rows, { begin, top, first });
  const { columns, unknown } = columnsOf(labels, first + 2);
  if (columns.size < 3) throw new UserError("no-form", { file: name });
  const title = plain(rows.slice(0, begin).flat().join(" "));
  const unreadable: FormPlace[] = [];
  const read = (cells: readonly string[], row: number): UnitRow => {
    const own = new Map<string, FormCell>();
    for (const [id, index] of columns) {
      const place = { row: row + 1, column: index + 1 };
      const value = numberOf(cells[index] ?? "");
      if (value === null) unreadable.push(place);
      own.set(id, { value: value ?? 0, place });
    }
    return { name: nameIn(cells, first), row: row + 1, cells: own };
  };
  const filled: NumberedRow[] = [];
  const passed: number[] = [];
  /** The row of totals stands below the units, not above them. */
  let hasUnitsAbove = false;
  let total: UnitRow | null = null;
  const told = rows.map((cells, at) => ({ cells, at })).filter(({ at, cells }) => at >= behind && !isNumbering(cells));
  told.forEach(({ cells, at }) => {
    const number = cells[first] ?? "";
    const own = [...columns.values()].map((index) => cells[index] ?? "").filter((cell) => cell !== "");
    const hasNumbers = own.some((cell) => /\d/.test(cell) && numberOf(cell) !== null);
    if (cells.slice(0, first + 2).some(isSum)) {
      if (own.length > 0 && total === null) {
        total = read(cells, at);
        hasUnitsAbove = filled.length > 0;
      }
      return;
    }
    // A heading, a note or a signature has no number in any column; a row that has its own number should.
    const name = nameIn(cells, first);
    const meant = own.filter((cell) => cell !== name && /\p{Nd}|^#/u.test(cell));
    const isMeant = isRowNumber(number) ? own.length > 0 : name !== "" && meant.length > 1;
    if (!hasNumbers && !isMeant) return;
    // Below the sum stand parts of it, and who signs.
    const isBelow = hasUnitsAbove && !isRowNumber(number) && !isRoman(number);
    if (isBelow) {
      passed.push(at + 1);
      return;
    }
    const row = { ...read(cells, at), number };
    if (row.name !== "") filled.push(row);
    else if (number !== "") filled.push({ ...row, name: number });
    else if (total === null && isSumOf(row, withoutSums(filled))) {
      total = row;
      hasUnitsAbove = true;
    }
    // A name that is merged over several rows stands in the first of them.
    else if (filled.length > 0) {
      const { name, number: held } = filled[filled.length - 1];
      filled.push({ ...row, name, number: held });
    } else passed.push(at + 1);
  });
  const sums = groupSums(filled);
  const units = filled.filter((row) => !sums.has(row)).map(({ number: _, ...row }) => row);
  if (units.length === 0) throw new UserError("no-form", { file: name });
  passed.push(...[...sums].map(({ row }) => row));
  return {
    file: name,
    form: /07a|btp/.test(title) ? "07a/BTP" : "II.06a/VPCP/KSTT",
    columns: [...columns.keys()],
    rows: units,
    total,
    unreadable,
    unknown,
    passed: passed.sort((one, other) => one - other),
  };
}

type NumberedRow = UnitRow & { readonly number: string };

/** How deep a row's number stands: A, I, 1, 1.1, a, none. */
function depthOf(number: string): number {
  const text = number.replace(/[.)]+$/, "");
  if (/^[IVX]+$/.test(text)) return 0.5;
  if (/^[A-Z]$/.test(text)) return 0;
  if (/^\d+(\.\d+)*$/.test(text)) return text.split(".").length;
  return /^[a-z]$/.test(text) ? 10 : 11;
}

/**
 * Rows that are the sums of those below them: groups by their numbers (I over 1, 2; 1 over 1.1, 1.2), and any row above
 * deeper ones whose every cell is what these come to.
 */
function groupSums(rows: readonly NumberedRow[]): Set<NumberedRow> {
  const sums = new Set<NumberedRow>();
  for (let at = rows.length - 2; at >= 0; at--) {
    const row = rows[at];
    const depth = depthOf(row.number);
    const end = rows.findIndex((one, i) => i > at && depthOf(one.number) <= depth);
    const below = rows.slice(at + 1, end < 0 ? rows.length : end);
    if (below.length === 0) continue;
    const under = depthOf(below[0].number);
    const isByNumber = depth < 1 ? under < 10 : below[0].number.startsWith(`${row.number.replace(/\.$/, "")}.`);
    const parts = below.filter((one) => !sums.has(one));
    // One row without a number below another may be a unit whose number was forgotten.
    const canBe = depth < 1 || under < 11 || parts.length > 1;
    const isFilled = [...row.cells.values()].some(({ value }) => value > 0);
    if (isByNumber || (canBe && isFilled && isSumOf(row, parts, 1))) sums.add(row);
  }
  return sums;
}

function withoutSums(rows: readonly NumberedRow[]): NumberedRow[] {
  const sums = groupSums(rows);
  return rows.filter((row) => !sums.has(row));
}

/** A row without a name that is the sum of those above it. */
function isSumOf({ cells }: UnitRow, rows: readonly UnitRow[], least = 2): boolean {
  if (rows.length < least) return false;
  return [...cells].every(
    ([id, { value }]) => value === rows.reduce((sum, row) => sum + (row.cells.get(id)?.value ?? 0), 0),
  );
}

function rowsOf(bytes: Uint8Array, file: string): string[][] {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UserError("table-not-utf-8", { file, line: 1 });
  }
  const tried = delimiters.map((delimiter) => {
    try {
      const rows = parse(text, {
        delimiter,
        bom: true,
        relax_column_count: true,
        skip_empty_lines: false,
      }) as string[][];
      return rows.map((cells) => cells.map(cleanText));
    } catch {
      return [];
    }
  });
  const widthOf = (rows: readonly (readonly string[])[]) => Math.max(0, ...rows.map(({ length }) => length));
  return tried.reduce((a, b) => (widthOf(b) > widthOf(a) ? b : a));
}

/** Tổng cộng, or Tổng số alone. */
function isSum(cell: string): boolean {
  return cell !== "" && (isTotal(cell) || /^tong( so)?$/.test(plain(cell)));
}

/** “(1) (2) …”, 1 2 3 … from the first cell on, A B 1 2 …, with or without what each is the sum of: (3) = (4) + (5). */
function isNumbering(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  const numbers = filled.slice(filled.findIndex((cell) => !/^\(?[A-Z]\)?$/.test(cell)));
  return (
    numbers.length > 2 &&
    numbers.every((cell, i) => Number(/^\(?(\d+)\)?\s*(=.*)?$/.exec(cell)?.[1]) === i + 1) &&
    // A unit has a name: 1, 2, 3 … are its counts.
    filled.length - numbers.length < 3
  );
}

/** I, II, IV: the number of a group of rows. */
const isRoman = (cell: string) => /^[IVX]+\.?$/.test(cell);
/** 1, 1.2: the number of a row. */
const isRowNumber = (cell: string) => /^\d+(\.\d+)*\.?$/.test(cell);

/** The name of a row: the cell behind its number; of a row of totals, merged over both, its first. */
function nameIn(cells: readonly string[], first: number): string {
  const [number = "", name = ""] = cells.slice(first, first + 2);
  return name !== "" || !/\p{L}/u.test(number) || isNumberHead(number) ? name : number;
}

/**
 * The heads of each column, the upper ones first. A head that is merged over several columns stands in the first of them: it
 * reaches to the right as far as the head above it does.
 */
function headsOf(
  rows: readonly (readonly string[])[],
  { begin, top, first }: { readonly begin: number; readonly top: number; readonly first: number },
) {
  const width = Math.max(...rows.slice(begin, top + 8).map(({ length }) => length));
  const labels: string[][] = Array.from({ length: width }, () => []);
  /** For each column the number of the head that covers it in the row above. */
  let above = Array.from({ length: width }, () => 0);
  let behind = begin;
  for (; behind < Math.min(rows.length, top + 8); behind++) {
    const cells = rows[behind];
    const isData =
      behind > top && (isNumbering(cells) || isRowNumber(cells[first] ?? "") || isSum(nameIn(cells, first)));
    if (isData) break;
    // A heading of rows (I. Cấp tỉnh), or a name: a number stands in some column.
    if (behind > top && cells.slice(first + 2).some((cell) => /^[\d.,]+$/.test(cell))) break;
    const own: number[] = [];
    for (let c = 0; c < width; c++) {
      const cell = cells[c] ?? "";
      const reaches = cell === "" && c > first + 1 && (own[c - 1] ?? 0) > 0 && above[c] === above[c - 1];
      own[c] = cell !== "" ? behind * 1000 + c + 1 : reaches ? own[c - 1] : 0;
      const text = cell !== "" ? cell : reaches ? (labels[c - 1].at(-1) ?? "") : "";
      if (text !== "" && labels[c].at(-1) !== text) labels[c].push(text);
    }
    above = above.map((before, c) => (own[c] === 0 ? before : own[c]));
  }
  return { labels, behind };
}

/** The column of each number. */
function columnsOf(labels: readonly (readonly string[])[], from: number) {
  const columns = new Map<string, number>();
  const unknown: string[] = [];
  labels.forEach((heads, index) => {
    if (index < from || heads.length === 0) return;
    const keys = heads.map(headOf);
    const path = keys.join(" > ");
    const part = partHeads.find(([, head]) => head.test(path))?.[0] ?? null;
    const own = keys.at(-1) as string;
    // A share counts no cases.
    if (/%|ty le|phan tram|percent|share/.test(path)) {
      unknown.push(heads.join(" – "));
      return;
    }
    const fits = formColumns.find(
      ({ id, part: wanted, head }) =>
        wanted === part &&
        !columns.has(id) &&
        (head.test(own) || (heads.length > 1 && head.test(keys.slice(1).join(" ")))),
    );
    if (fits === undefined) unknown.push(heads.join(" – "));
    else columns.set(fits.id, index);
  });
  return { columns, unknown };
}

/** 1.234 and 1,234 are 1234; a blank or a dash is 0; null for what is no whole number of cases. */
function numberOf(cell: string): number | null {
  const text = cell.replace(/\s/g, "");
  if (text === "" || /^[-–—.]+$/.test(text)) return 0;
  if (/^\d+([.,]0+)?$/.test(text) && !/^\d{1,3}[.,]000$/.test(text)) return Number.parseInt(text, 10);
  return /^\d{1,3}([.,]\d{3})+$/.test(text) ? Number(text.replace(/[.,]/g, "")) : null;
}

/** What two spellings of a unit's or a field's name have in common: UBND and the words that it stands for are one. */
export function unitKey(name: string): string {
  return wordKey(name).replace(/^ubnd\b/, wordKey("Ủy ban nhân dân"));
}
