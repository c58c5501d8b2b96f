/**
 * Small tables that people keep by hand: the procedure catalogue, the petitions log, the figures that an office states,
 * a working calendar. They are read whole, by csv-parse; a fault in any cell stops the run, all of them named at once,
 * since a row left out of a catalogue would be a figure nobody asked for.
 */
import { CsvError, parse } from "csv-parse/sync";
import { closest, distance } from "fastest-levenshtein";
import type * as z from "zod/mini";
import { UserError } from "../../errors.ts";
import { snake } from "../../records/case.ts";
import { cleanText } from "../clean.ts";
import { readCode } from "../decode.ts";
import { refuseBinary } from "../layout.ts";
import { isNumbering } from "../numbering.ts";
import { looksLikeData } from "../records.ts";
import { Source } from "../source.ts";
import { isTotal, withoutMarks, wordKey } from "../words.ts";

/** What a kind of small table looks like. */
export interface TableSpec<Row> {
  /** Vietnamese headers by field; the English id is a header too. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Fields without which the table says nothing. */
  readonly required: readonly string[];
  /** From the cells of a row, by field, to the row; a field without a column is "". */
  readonly row: z.ZodMiniType<Row, Readonly<Record<string, string>>>;
  /** What may stand in one row only. */
  readonly key: (row: Row) => string;
  /** A header alone says that there was none. */
  readonly mayBeEmpty?: boolean;
  /** The command that writes an example. */
  readonly example: string;
}

/** What was read, and how. */
export interface SmallTable<Row> {
  readonly name: string;
  readonly bytes: number;
  readonly bom: boolean;
  readonly delimiter: string;
  readonly headerLine: number;
  /** Field (camelCase) to header. */
  readonly columns: Readonly<Record<string, string>>;
  readonly unread: number;
  /** The headers of those columns. */
  readonly others: readonly string[];
  readonly passedOver: Readonly<Record<string, number>>;
  readonly rows: readonly Row[];
  /** Rows whose procedure code was padded with the zeros that Excel cut off. */
  readonly padded: number;
}

/** One fault of a table: where, what, and the data of its sentence (text/table-faults.ts). */
export interface TableFault {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Faults shown before the rest is counted. */
const mostFaults = 20;
const headRows = 30;
const delimiters = [",", ";", "\t", "|"];

interface Line {
  readonly cells: readonly string[];
  /** The line on which it begins, from 1. */
  readonly line: number;
}

/**
 * Reads a small table.
 *
 * @param name what messages and reports call the file
 * @throws UserError `no-file`, `cannot-read`, `empty-file`, `table-not-utf-8`, `table-columns`, `two-headers`,
 *   `table-delimiter`, `table-no-rows`, `table-faults`
 */
export function readTable<Row>(path: string, name: string, spec: TableSpec<Row>): SmallTable<Row> {
  const source = new Source(path, name);
  const bytes = new Uint8Array(source.size);
  try {
    source.read(bytes, 0, bytes.length, 0);
  } finally {
    source.close();
  }
  if (bytes.length === 0) throw new UserError("empty-file", { file: name });
  refuseBinary(name, bytes, bytes.length);
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let text = decoded(bytes.subarray(bom ? 3 : 0), name);
  const passedOver: Record<string, number> = {};
  const separator = /^sep=(.)(\r\n|\n|\r)/.exec(text);
  if (separator !== null) {
    text = text.slice(separator[0].length);
    passedOver.separator = 1;
  }
  const firstLine = separator === null ? 1 : 2;
  const table = headerTable(spec);
  const candidates = (separator === null ? delimiters : [separator[1]]).map((delimiter) => {
    const lines = linesOf(text, delimiter, firstLine, headRows);
    const header = lines.findIndex(({ cells }) => {
      const fields = fieldsIn(cells, table);
      return fields.length >= 2 || spec.required.every((field) => fields.includes(field));
    });
    return { delimiter, lines, header, fields: header < 0 ? 0 : fieldsIn(lines[header].cells, table).length };
  });
  const best = candidates.reduce((a, b) => (b.fields > a.fields ? b : a));
  if (best.header < 0) {
    // Under no delimiter are the quotes of the head sound: that is what is told.
    if (candidates.every(({ lines }) => lines.length === 0)) wholeLines(text, best.delimiter, firstLine, name);
    const widest = candidates.reduce((a, b) => (widthOf(b.lines) > widthOf(a.lines) ? b : a));
    const row = widest.lines.find(({ cells }) => cells.filter((cell) => cell !== "").length > 1);
    throw new UserError("table-columns", { file: name, ...nearestOf(row?.cells ?? [], spec, table, []) });
  }
  const rival = candidates.find((c) => c !== best && c.fields === best.fields);
  if (rival !== undefined) {
    throw new UserError("table-delimiter", { file: name, delimiters: [best.delimiter, rival.delimiter] });
  }
  const { delimiter } = best;
  const lines = wholeLines(text, delimiter, firstLine, name);
  const titles = lines.slice(0, best.header).filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (titles.length > 0) passedOver.title = titles.length;
  const header = lines[best.header];
  const columns = resolve(name, header, table);
  const lacking = spec.required.filter((field) => !columns.has(field));
  if (lacking.length > 0) {
    throw new UserError("table-columns", { file: name, ...nearestOf(header.cells, spec, table, lacking) });
  }

  const rows: Row[] = [];
  const faults: TableFault[] = [];
  const seen = new Map<string, number>();
  let padded = 0;
  lines.slice(best.header + 1).forEach(({ cells, line }, i) => {
    if (cells.every((cell) => cell === "")) return;
    if (i === 0 && isNumbering(cells, true)) {
      passedOver.numbering = 1;
      return;
    }
    if (isTotal(cells.find((cell) => cell !== "") as string)) {
      passedOver.total = (passedOver.total ?? 0) + 1;
      return;
    }
    const width = header.cells.length;
    const keyCell = cells[columns.get(spec.required[0])?.index ?? 0] ?? "";
    if (keyCell === "" && isNote(cells, width)) {
      passedOver.note = (passedOver.note ?? 0) + 1;
      return;
    }
    if (cells.slice(width).some((cell) => cell !== "")) {
      faults.push({ line, column: null, code: "too-many-cells", data: {} });
      return;
    }
    const last = Math.max(...[...columns.values()].map(({ index }) => index));
    if (cells.length <= last) {
      faults.push({ line, column: null, code: "too-few-cells", data: {} });
      return;
    }
    if (readCode(cells[columns.get("procedureCode")?.index ?? -1] ?? "").padded) padded++;
    const raw: Record<string, string> = {};
    for (const field of Object.keys(spec.headers)) raw[field] = cells[columns.get(field)?.index ?? -1] ?? "";
    const parsed = spec.row.safeParse(raw);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) faults.push(faultOf(issue, line, columns));
      return;
    }
    const key = spec.key(parsed.data);
    const first = seen.get(key);
    if (first !== undefined) faults.push({ line, column: null, code: "same-row", data: { key, first } });
    else seen.set(key, line);
    rows.push(parsed.data);
  });
  if (faults.length > 0) {
    throw new UserError("table-faults", { file: name, faults: faults.slice(0, mostFaults), count: faults.length });
  }
  if (rows.length === 0 && spec.mayBeEmpty !== true) throw new UserError("table-no-rows", { file: name });
  const others = header.cells.filter((cell, i) => {
    return cell !== "" && ![...columns.values()].some(({ index }) => index === i);
  });
  return {
    name,
    bytes: bytes.length,
    bom,
    delimiter,
    headerLine: header.line,
    columns: Object.fromEntries([...columns].map(([field, { header: own }]) => [field, own])),
    unread: others.length,
    others,
    passedOver,
    rows,
    padded,
  };
}

/** A title, a place and date, a signatory: few cells of many, and none with a long number or a date (read/records.ts). */
function isNote(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return filled.length <= 3 && 2 * filled.length < width && filled.every((cell) => !looksLikeData.test(cell));
}

/** How many columns of a header in this head are of the table; 0 when there is none. */
export function columnsFound(head: Uint8Array, headers: TableSpec<unknown>["headers"]): number {
  const table = headerTable({ headers });
  const text = new TextDecoder().decode(head);
  const counts = delimiters.flatMap((delimiter) =>
    linesOf(text, delimiter, 1, headRows).map(({ cells }) => fieldsIn(cells, table).length),
  );
  const most = Math.max(0, ...counts);
  return most >= 2 ? most : 0;
}

/** @throws UserError with the line of the first bytes that are not UTF-8 */
function decoded(bytes: Uint8Array, file: string): string {
  // A decoder that has failed once keeps what it failed on: each piece gets one of its own.
  const utf8 = (part: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(part);
  try {
    return utf8(bytes);
  } catch {
    let line = 1;
    for (let start = 0; start < bytes.length; line++) {
      const end = bytes.indexOf(10, start);
      const next = end < 0 ? bytes.length : end + 1;
      try {
        utf8(bytes.subarray(start, next));
      } catch {
        break;
      }
      start = next;
    }
    throw new UserError("table-not-utf-8", { file, line });
  }
}

/** Line ends in any mixture, as case logs have them. */
const lineEnds = ["\r\n", "\n", "\r"];

/** The rows of a table with their lines; csv-parse counts lines by its own rule, the raw text does not err. */
function linesOf(text: string, delimiter: string, firstLine: number, to?: number): Line[] {
  try {
    return parsed(text, delimiter, firstLine, to);
  } catch {
    // Under another delimiter the quotes may be sound.
    return [];
  }
}

function parsed(text: string, delimiter: string, firstLine: number, to?: number): Line[] {
  const records = parse(text, {
    delimiter,
    record_delimiter: lineEnds,
    relax_column_count: true,
    raw: true,
    ...(to !== undefined && { to }),
  }) as unknown as { raw: string; record: string[] }[];
  let line = firstLine;
  return records.map(({ raw, record }) => {
    const begins = line;
    line += raw.match(/\r\n|\n|\r/g)?.length ?? 0;
    return { cells: record.map(cleanText), line: begins };
  });
}

/** @throws UserError for quotes that csv-parse cannot make out */
function wholeLines(text: string, delimiter: string, firstLine: number, file: string): Line[] {
  try {
    return parsed(text, delimiter, firstLine);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 0) + firstLine - 1;
    const code = error.code === "CSV_QUOTE_NOT_CLOSED" ? "unclosed-quote" : "bad-quote";
    throw new UserError("table-faults", { file, faults: [{ line, column: null, code, data: {} }], count: 1 });
  }
}

function widthOf(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(({ cells }) => cells.length));
}

/** Field by header. */
function headerTable({ headers }: Pick<TableSpec<unknown>, "headers">): Map<string, string> {
  const table = new Map<string, string>();
  for (const [field, names] of Object.entries(headers)) {
    for (const name of [snake(field), ...names]) {
      for (const key of [wordKey(name), wordKey(withoutMarks(name))]) if (!table.has(key)) table.set(key, field);
    }
  }
  return table;
}

type Headers = ReturnType<typeof headerTable>;

function fieldsIn(cells: readonly string[], table: Headers): string[] {
  return [...new Set(cells.flatMap((cell) => table.get(wordKey(cell)) ?? []))];
}

/** The column of each field. */
function resolve(file: string, { cells, line }: Line, table: Headers): Map<string, { index: number; header: string }> {
  const found = new Map<string, { index: number; header: string }>();
  cells.forEach((header, index) => {
    const meaning = header === "" ? undefined : table.get(wordKey(header));
    if (meaning === undefined) return;
    const held = found.get(meaning);
    // In a table kept by hand a second column for one field is a slip: which of them is meant is not ours to say.
    if (held !== undefined) {
      const headers = [held.header, header];
      throw new UserError("two-headers", { file, line, headers, positions: [held.index + 1, index + 1] });
    }
    found.set(meaning, { index, header });
  });
  return found;
}

/** What the user is told of a table whose columns are not to be made out. */
function nearestOf(
  cells: readonly string[],
  spec: Pick<TableSpec<unknown>, "headers" | "required" | "example">,
  table: Headers,
  lacking: readonly string[],
) {
  // A row with a long number in it is no header: its names and numbers are nobody's business.
  const isData = cells.some((text) => /\d{4}/.test(text));
  const unknown = isData ? [] : cells.filter((text) => text !== "" && table.get(wordKey(text)) === undefined);
  const known = [...table.keys()];
  const nearest = unknown.flatMap((text) => {
    const key = wordKey(text);
    const near = closest(key, known);
    const field = table.get(near);
    // A column that is there already, or that the table can do without, is not what is looked for.
    const wantedHere = lacking.length > 0 ? lacking : spec.required;
    if (field === undefined || !wantedHere.includes(field) || distance(key, near) > key.length / 2) return [];
    return [{ header: text, means: spec.headers[field][0] ?? snake(field) }];
  });
  const wanted = (lacking.length > 0 ? lacking : spec.required).map((field) => {
    return { field: snake(field), header: spec.headers[field][0] };
  });
  return { wanted, nearest, example: spec.example };
}

/** zod says which cell; the code and its data are ours. */
function faultOf(issue: z.core.$ZodIssue, line: number, columns: ReadonlyMap<string, { header: string }>): TableFault {
  const field = String(issue.path[0] ?? "");
  const { code, ...data } = (issue.code === "custom" ? issue.params : undefined) ?? { code: "bad-cell" };
  return { line, column: columns.get(field)?.header ?? (field === "" ? null : snake(field)), code: String(code), data };
}
