/**
 * Reads forms that offices have filled in: columns by what their heads say, wherever they stand; merged heads of several rows,
 * a row “(1) (2) …”, a first column left blank, rows of totals and of headings, numbers as 1.234.
 */
import { parse } from "csv-parse/sync";
import { UserError } from "../../errors.ts";
import { machine } from "../../platform/index.ts";
import { type FormId, type FormPlace, formColumns, partHeads, type SumRow, type UnitRow } from "../../records/forms.ts";
import { usualPeriod } from "../../time/spelled-period.ts";
import { cleanText } from "../clean.ts";
import { allRowsOf, delimiters } from "../head.ts";
import { numberingIn } from "../numbering.ts";
import { isTotal, withoutMarks, wordKey } from "../words.ts";
import { isRowNumber, isSheetOfSums, numberAndName, sortedRows, type TableRow } from "./form-rows.ts";
import { quoteFault, textOf } from "./table.ts";

/** A form as it was filled in: a table of a file. */
export interface FilledForm {
  readonly file: string;
  readonly form: FormId;
  /** Whose form it is, where a line above the table says so. */
  readonly office: string | null;
  /** Of which period it is, by the name that the program gives it, where a line above the table says so. */
  readonly period: string | null;
  /** Of a workbook with several. */
  readonly sheet: string | null;
  /** The sheet's name says that it adds up others. */
  readonly isOfSums: boolean;
  /** Of every cell of its file, or of its sheet, and the table's number there: two files of the same cells are one. */
  readonly cells: string;
  /** By id of the column, in the order of the file. */
  readonly columns: readonly string[];
  /** Of these the ones that are left blank in every row of a form that fills in all others: not 0, but not told. */
  readonly blank: readonly string[];
  readonly rows: readonly UnitRow[];
  /** Rows that are sums of others: of groups, of all. */
  readonly sums: readonly SumRow[];
  /** Cells that hold no number: counted as nothing, and told. */
  readonly unreadable: readonly FormPlace[];
  /** Headings of columns of numbers that no column of a form has. */
  readonly unknown: readonly string[];
  /** Rows, from 1, with numbers that are no unit's and no sum's: what stands below the totals, other periods. */
  readonly passed: readonly number[];
}

/** What stands in the head's first column. */
const isNumberHead = (cell: string) => ["stt", "tt", "so tt", "no"].includes(headOf(cell));

/** A head without the number of its column: Tổng số (3). */
function headOf(cell: string): string {
  return plain(cell).replace(/\s*\(\d+\)$|\.$/, "");
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
 * Reads the forms of a plain file: a table each, one below the other.
 *
 * @param name what messages call the file
 * @param isBook a workbook's cells, of which the delimiter is known
 * @param sheet of a workbook with several
 * @throws UserError `no-form`, `table-not-utf-8`, `table-faults`
 */
export function readForms(path: string, name: string, isBook: boolean, sheet: string | null = null): FilledForm[] {
  const rows = rowsOf(path, name, isBook);
  const tops = rows.flatMap((cells, at) => (isHead(cells) ? [at] : []));
  const cells = cellsHash(rows);
  let form: FormId | null = null;
  let period: string | null = null;
  let title = 0;
  const forms = tablesIn(rows, tops).flatMap((place, i): FilledForm[] => {
    const above = rows.slice(title, place.begin);
    const cellsAbove = above.flat();
    const said = plain(cellsAbove.join(" "));
    // A table without a title of its own is of the form, and of the period, of that above it.
    if (/0[67]a|btp/.test(said)) form = /07a|btp/.test(said) ? "07a/BTP" : "II.06a/VPCP/KSTT";
    period = periodIn(cellsAbove) ?? period;
    title = lastCounted(rows, place) + 1;
    const filled = tableIn(rows, place, sheet);
    if (filled === null) return [];
    const id = form ?? formByColumns(filled.columns);
    // Of II.06a every log says every column.
    const blank = id === "07a/BTP" ? filled.blank : [];
    const own = { form: id, office: officeIn(cellsAbove), period };
    const isOfSums = sheet !== null && isSheetOfSums(sheet);
    return [{ file: name, ...own, sheet, isOfSums, cells: `${cells} ${i}`, ...filled, blank }];
  });
  if (forms.length === 0) throw new UserError("no-form", { file: name });
  return forms;
}

/** Of what the cells hold, however wide the rows are written. */
function cellsHash(rows: readonly (readonly string[])[]): string {
  const told = rows.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1));
  return machine
    .sha256()
    .update(JSON.stringify(told.filter(({ length }) => length > 0)))
    .digest();
}

/** Columns that form 07a/BTP alone has. */
const ofBtpAlone = [
  ...["onlineFull", "onlinePartial", "onlineOther", "resolvedInTime", "lateApologised", "lateWithout"],
  ...["payments", "paidOnline", "paidInPerson"],
];

/** Whose columns they are, where no line says which form it is. */
function formByColumns(columns: readonly string[]): FormId {
  return ofBtpAlone.filter((id) => columns.includes(id)).length > 1 ? "07a/BTP" : "II.06a/VPCP/KSTT";
}

/** The last row of a table that counts something: behind it stand who signs, and the title of the next. */
function lastCounted(rows: readonly (readonly string[])[], { top, first, end }: TablePlace): number {
  const counts = (cells: readonly string[]) =>
    cells.slice(first + 1).filter((cell) => /^[\d.,]+$/.test(cell)).length > 1;
  const last = rows.slice(0, end).findLastIndex(counts);
  return Math.max(top, last);
}

/**
 * The tables below these heads. Heads that a page repeats begin no table: they are the same, behind them the numbers go on, and
 * between them and the last row, which is no total, nothing stands but the number of the page.
 */
function tablesIn(rows: readonly (readonly string[])[], tops: readonly number[]): TablePlace[] {
  const places: TablePlace[] = [];
  tops.forEach((top, i) => {
    const first = rows[top].findIndex(isNumberHead);
    const begin = beginOf(rows, top, first);
    const next = tops[i + 1];
    const end = next === undefined ? rows.length : beginOf(rows, next, rows[next].findIndex(isNumberHead));
    const own: TablePlace = { begin, top, first, end, repeats: [] };
    const before = places.at(-1);
    const behind = before === undefined ? null : behindRepeated(rows, before, own);
    if (before === undefined || behind === null) places.push(own);
    else places[places.length - 1] = { ...before, end, repeats: [...before.repeats, { from: begin, to: behind }] };
  });
  return places;
}

/** The first row behind heads that repeat those of a table; null where they begin another. */
function behindRepeated(rows: readonly (readonly string[])[], before: TablePlace, own: TablePlace): number | null {
  const [heads, again] = [before, own].map((place) => headsOf(rows.slice(0, place.end), place));
  if (before.first !== own.first || JSON.stringify(heads.labels) !== JSON.stringify(again.labels)) return null;
  const last = lastCounted(rows, before);
  if (last < heads.behind || isTotal(nameIn(rows[last], own.first))) return null;
  const isPage = (cells: readonly string[]) => /^((trang|page)\b.*|[\d/\s-]*)$/.test(plain(cells.join(" ")));
  if (!rows.slice(last + 1, own.begin).every(isPage)) return null;
  const numberIn = (cells: readonly string[] | undefined) => (cells?.[own.first] ?? "").trim();
  // A page goes on where the one before ends: what begins anew is another table.
  const next = rows
    .slice(again.behind, own.end)
    .find((cells) => !isNumberingOfForm(cells) && cells.some((cell) => cell !== ""));
  return next === undefined || /^\(?(0*1|I|A)[.)]*$/.test(numberIn(next)) ? null : again.behind;
}

/** The period that the lines above a table name: “Kỳ báo cáo: tháng 9 năm 2025”, “(Từ ngày … đến ngày …)”. */
function periodIn(above: readonly string[]): string | null {
  for (const cell of above) {
    const told = cell.replace(/^\(|\)$/g, "").replace(/^(kỳ báo cáo|kỳ|báo cáo|reporting period|period)\s*:?\s*/iu, "");
    const name = [told, told.replace(/\s*\(.*$/, "")].map(usualPeriod).find((one) => /^\d{4}(-|$)/.test(one));
    // A number alone is no period, unless a word before it says so.
    if (name !== undefined && (name !== cell || told !== cell)) return name;
  }
  return null;
}

/** The office that the lines above a table name: “Đơn vị báo cáo: …”, or by what an office's name begins with. */
function officeIn(above: readonly string[]): string | null {
  for (const cell of above) {
    const said = /^(?:đơn vị|cơ quan|tên đơn vị|reporting office|office)[^:]{0,30}:\s*(.+)$/iu.exec(cell)?.[1] ?? null;
    // Who receives the form is another office.
    if (said !== null && !/nhận|receiv/iu.test(cell.slice(0, cell.indexOf(":")))) return said;
    if (/^(ubnd|uỷ ban|ủy ban|sở|phòng|trung tâm|chi cục|chi nhánh)\s/iu.test(cell)) return cell;
  }
  return null;
}

/** Whether a row is the head of a table: STT, and what else it counts. */
function isHead(cells: readonly string[]): boolean {
  return cells.slice(0, 4).some(isNumberHead) && cells.filter((cell) => cell !== "").length > 2;
}

/** The heads of the parts may stand above the number's own. */
function beginOf(rows: readonly (readonly string[])[], top: number, first: number): number {
  let begin = top;
  while (begin > 0 && rows[begin - 1].slice(first + 2).some(isPartHead)) begin--;
  return begin;
}

/** Where a table stands: its heads from `begin`, that with STT in `top`, in the column `first`; behind it `end`. */
interface TablePlace {
  readonly begin: number;
  readonly top: number;
  readonly first: number;
  readonly end: number;
  /** Heads that stand in it again, on another page: no rows of it. */
  readonly repeats: readonly { readonly from: number; readonly to: number }[];
}

/** The form of a table; null where it is none, or has no unit. */
function tableIn(
  all: readonly (readonly string[])[],
  place: TablePlace,
  sheet: string | null,
): Pick<FilledForm, "columns" | "blank" | "rows" | "sums" | "unreadable" | "unknown" | "passed"> | null {
  const rows = all.slice(0, place.end);
  const { first } = place;
  const { labels, behind } = headsOf(rows, place);
  const { columns, unknown } = columnsOf(labels, first + 2);
  if (columns.size < 3) return null;
  const firstColumn = Math.min(...columns.values());
  const rowAt = (cells: readonly string[], at: number): TableRow => {
    const read = [...columns].map(([id, index]) => {
      const cell = { ...(sheet !== null && { sheet }), row: at + 1, column: index + 1 };
      return { id, place: cell, text: cells[index] ?? "", value: numberOf(cells[index] ?? "") };
    });
    const filled = read.filter(({ text }) => text !== "");
    const told = numberAndName(cells[first] ?? "", nameIn(cells, first));
    const meant = filled.filter(({ text }) => text !== told.name && /\p{Nd}|^#/u.test(text));
    return {
      ...told,
      row: at + 1,
      cells: new Map(read.map(({ id, place: where, value }) => [id, { value: value ?? 0, place: where }])),
      texts: cells.slice(first, firstColumn).filter((text) => text !== "" && text !== told.number),
      hasNumbers: filled.some(({ text, value }) => /\d/.test(text) && value !== null),
      isMeant: isRowNumber(told.number) ? filled.length > 0 : told.name !== "" && meant.length > 1,
      isBlank: filled.length === 0,
      unreadable: read.flatMap(({ value, place: where }) => (value === null ? [where] : [])),
    };
  };
  const isHeads = (at: number) => at < behind || place.repeats.some(({ from, to }) => at >= from && at < to);
  const { units, ...told } = sortedRows(
    rows.flatMap((cells, at) => (isHeads(at) || isNumberingOfForm(cells) ? [] : [rowAt(cells, at)])),
  );
  const blank = leftBlank(
    columns,
    [...units, ...told.sums].map(({ row }) => all[row - 1]),
    all.some((cells) => cells.some((cell) => /^(de trong vi|left blank)/.test(plain(cell)))),
  );
  return units.length === 0 ? null : { columns: [...columns.keys()], blank, rows: units, ...told, unknown };
}

/**
 * Columns that are blank in every row, where every other is filled in, in every row: a blank is no 0 there.
 *
 * @param isSaid a line says that columns are left blank; else somewhere a 0 is written
 */
function leftBlank(
  columns: ReadonlyMap<string, number>,
  rows: readonly (readonly string[])[],
  isSaid: boolean,
): string[] {
  const cellsOf = (index: number) => rows.map((cells) => cells[index] ?? "");
  const isBlank = (index: number) => cellsOf(index).every((cell) => cell === "");
  const filled = [...columns.values()].filter((index) => !isBlank(index)).map(cellsOf);
  const isWhole =
    filled.every((cells) => !cells.includes("")) && (isSaid || filled.some((cells) => cells.includes("0")));
  return isWhole ? [...columns].filter(([, index]) => isBlank(index)).map(([id]) => id) : [];
}

const widthOf = (rows: readonly (readonly string[])[]) => Math.max(0, ...rows.map(({ length }) => length));

/** The rows of a file, by the delimiter under which they are widest. Few, and of many shapes: csv-parse splits them. */
function rowsOf(path: string, file: string, isBook: boolean): (readonly string[])[] {
  const bytes = textOf(path, file);
  const text = new TextDecoder().decode(bytes);
  const tried = (isBook ? delimiters.slice(0, 1) : delimiters).map((delimiter) => {
    try {
      const rows = parse(text, { delimiter: String.fromCharCode(delimiter), relax_column_count: true }) as string[][];
      return rows.map((cells) => cells.map(cleanText));
    } catch {
      return [];
    }
  });
  const rows = tried.reduce((a, b) => (widthOf(b) > widthOf(a) ? b : a));
  // A row that is given up may be a unit's: under no delimiter are the quotes sound.
  const fault = rows.length > 0 ? null : quoteFault(file, allRowsOf(bytes, 0, delimiters[0]));
  if (fault !== null) throw fault;
  return rows;
}

/** The numbers of the columns: a unit has a name, and 1, 2, 3 … are its counts. */
function isNumberingOfForm(cells: readonly string[]): boolean {
  const { letters, numbers } = numberingIn(cells) ?? { letters: 0, numbers: 0 };
  return numbers > 2 && letters < 3;
}

/** The name of a row: the cell behind its number; of a row of totals, merged over both, its first. */
function nameIn(cells: readonly string[], first: number): string {
  const [number = "", name = ""] = cells.slice(first, first + 2);
  return name !== "" || !/\p{L}/u.test(number) || isNumberHead(number) ? name : number;
}

/**
 * The heads of each column, the upper ones first. A head that is merged over several columns stands in the first of them: it
 * reaches to the right as far as the head above it does.
 */
function headsOf(rows: readonly (readonly string[])[], { begin, top, first }: TablePlace) {
  const width = Math.max(...rows.slice(begin, top + 8).map(({ length }) => length));
  const labels: string[][] = Array.from({ length: width }, () => []);
  /** For each column the number of the head that covers it in the row above. */
  let above = Array.from({ length: width }, () => 0);
  let behind = begin;
  for (; behind < Math.min(rows.length, top + 8); behind++) {
    const cells = rows[behind];
    const isData =
      behind > top && (isNumberingOfForm(cells) || isRowNumber(cells[first] ?? "") || isTotal(nameIn(cells, first)));
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
