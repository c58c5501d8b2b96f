/**
 * Small tables that people keep by hand: the procedure catalogue, the petitions log, the figures that an office states,
 * a working calendar. They are read whole; a fault in any cell stops the run, all of them named at once, since a row
 * left out of a catalogue would be a figure nobody asked for.
 */
import { closest, distance } from "fastest-levenshtein";
import type * as z from "zod/mini";
import { UserError } from "../../errors.ts";
import { machine } from "../../platform/index.ts";
import { snake } from "../../records/case.ts";
import { readCode } from "../decode.ts";
import {
  allRowsOf,
  type FileHead,
  fieldsFound,
  type HeadRow,
  headerOfSheet,
  headOfFile,
  type Refusals,
} from "../head.ts";
import type { SheetHeader } from "../header.ts";
import { HeaderAgain } from "../header-again.ts";
import { orderIn } from "../header-forms.ts";
import type { Headers } from "../header-rows.ts";
import { looksLikeData, mostOfNote } from "../records.ts";
import { Source } from "../source.ts";
import { isFooter, isTotal, meaningAmong, withoutMarks, wordKey } from "../words.ts";

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
export interface SmallTable<Row> extends Pick<FileHead, "bom" | "delimiter" | "headerLine" | "passedOver"> {
  readonly name: string;
  /** Field (camelCase) to header. */
  readonly columns: Readonly<Record<string, string>>;
  /** The headers of the columns that are not read. */
  readonly others: readonly string[];
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

/**
 * Reads a small table.
 *
 * @param name what messages and reports call the file
 * @throws UserError `no-file`, `cannot-read`, `table-not-utf-8`, what `headOfFile` throws, `table-columns`, `table-delimiter`,
 *   `two-headers`, `table-no-rows`, `table-faults`
 */
export function readTable<Row>(path: string, name: string, spec: TableSpec<Row>): SmallTable<Row> {
  const bytes = textOf(path, name);
  const table = headerTable(spec.headers);
  const headers = headersOf(table, spec.required);
  const refusals: Refusals = {
    unknown: (cells, rows) =>
      quoteFault(name, rows) ?? new UserError("table-columns", { file: name, ...nearestOf(cells, spec, table, []) }),
    inDoubt: "table-delimiter",
  };
  const head = headOfFile(name, bytes, true, headers, refusals);
  const { cells: names, delimiter, bom, headerLine } = head;
  const passedOver: Record<string, number> = { ...head.passedOver };
  const columns = resolve(name, head, headers);
  const lacking = spec.required.filter((field) => !columns.has(field));
  if (lacking.length > 0) {
    throw new UserError("table-columns", { file: name, ...nearestOf(names, spec, table, lacking) });
  }

  const rows: Row[] = [];
  const faults: TableFault[] = [];
  const seen = new Map<string, number>();
  let padded = 0;
  const width = names.length;
  const named = [...columns].map(([field, column]) => ({ field, ...column }));
  const last = Math.max(...named.map(({ index }) => index));
  const again = new HeaderAgain({ headers: head.headers, columns: named });
  const isHeader = ({ cells, start, end }: HeadRow) =>
    again.is(bytes, start, end) || again.saidBy(named.map(({ field, index }) => [field, cells[index] ?? ""])) === "own";
  for (const row of allRowsOf(bytes, head.end, delimiter)) {
    const { cells, line } = row;
    const filled = cells.filter((cell) => cell !== "");
    if (filled.length === 0) continue;
    if (row.fault === null) {
      const key = cells[columns.get(spec.required[0])?.index ?? 0] ?? "";
      const other = isHeader(row)
        ? "header"
        : isTotal(filled[0])
          ? "total"
          : isNote(filled, key, width)
            ? "note"
            : null;
      if (other !== null) {
        passedOver[other] = (passedOver[other] ?? 0) + 1;
        continue;
      }
    }
    const isWide = cells.slice(width).some((cell) => cell !== "");
    const wrong = row.fault ?? (isWide ? "too-many-cells" : cells.length <= last ? "too-few-cells" : null);
    if (wrong !== null) {
      faults.push({ line, column: null, code: wrong, data: {} });
      continue;
    }
    if (readCode(cells[columns.get("procedureCode")?.index ?? -1] ?? "").padded) padded++;
    const raw: Record<string, string> = {};
    for (const field of Object.keys(spec.headers)) raw[field] = cells[columns.get(field)?.index ?? -1] ?? "";
    const parsed = spec.row.safeParse(raw);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) faults.push(faultOf(issue, line, columns));
      continue;
    }
    const key = spec.key(parsed.data);
    const first = seen.get(key);
    if (first !== undefined) faults.push({ line, column: null, code: "same-row", data: { key, first } });
    else seen.set(key, line);
    rows.push(parsed.data);
  }
  if (faults.length > 0) throw faultsOf(name, faults);
  if (rows.length === 0 && spec.mayBeEmpty !== true) throw new UserError("table-no-rows", { file: name });
  return {
    name,
    bom,
    delimiter,
    headerLine,
    columns: Object.fromEntries(named.map(({ field, header }) => [field, header])),
    others: names.filter((cell, i) => cell !== "" && !named.some(({ index }) => index === i)),
    passedOver,
    rows,
    padded,
  };
}

/**
 * A title, a place and date, a signatory: few cells of many, and none with a long number or a date; or what stands below a
 * table in the place of a key, with little beside it.
 */
function isNote(filled: readonly string[], key: string, width: number): boolean {
  if (filled.length > mostOfNote) return false;
  if (key === "") return 2 * filled.length < width && filled.every((cell) => !looksLikeData.test(cell));
  return key === filled[0] && isFooter(key, filled.length > 1) && filled.slice(1).every((cell) => !/\d/.test(cell));
}

/** By what a kind of table is known: how many of its columns stand in a head, and its header among the first rows of a sheet. */
export function knownColumns(names: TableSpec<unknown>["headers"]) {
  const headers = headersOf(headerTable(names));
  return {
    fieldsIn: (head: Uint8Array) => fieldsFound(head, headers),
    headerIn: (head: Uint8Array): SheetHeader | null => {
      const found = headerOfSheet(head, headers);
      return found && { ...found, cells: [], key: wordKey(withoutMarks(found.cells.join(",").replace(/,+$/, ""))) };
    },
  };
}

/**
 * The bytes of a text.
 *
 * @throws UserError `table-not-utf-8` with the line of the first bytes that are not
 */
export function textOf(path: string, file: string): Uint8Array {
  const source = new Source(path, file);
  try {
    const bytes = source.bytesOf(0, source.sizeOfText());
    if (machine.texts.isUtf8(bytes)) return bytes;
    let line = 1;
    // No letter of several bytes has a line feed in it.
    for (let start = 0; ; line++) {
      const end = bytes.indexOf(10, start) + 1;
      if (end === 0 || !machine.texts.isUtf8(bytes.subarray(start, end))) break;
      start = end;
    }
    throw new UserError("table-not-utf-8", { file, line });
  } finally {
    source.close();
  }
}

/** Quotes that cannot be made out, where some rows have such; null where none has. */
export function quoteFault(file: string, rows: readonly HeadRow[]): UserError | null {
  const faults = rows.flatMap(({ line, fault }): TableFault[] =>
    fault === null ? [] : [{ line, column: null, code: fault, data: {} }],
  );
  return faults.length === 0 ? null : faultsOf(file, faults);
}

function faultsOf(file: string, faults: readonly TableFault[]): UserError {
  return new UserError("table-faults", { file, faults: faults.slice(0, mostFaults), count: faults.length });
}

/** Field by header. */
function headerTable(headers: TableSpec<unknown>["headers"]): Map<string, string> {
  const table = new Map<string, string>();
  for (const [field, names] of Object.entries(headers)) {
    for (const name of [snake(field), ...names]) {
      for (const key of [wordKey(name), wordKey(withoutMarks(name))]) if (!table.has(key)) table.set(key, field);
    }
  }
  return table;
}

/** Months that come first are not read in a small table: such a column is none of it. */
function headersOf(table: ReadonlyMap<string, string>, enough?: readonly string[]): Headers {
  const fieldOf = (header: string) => (orderIn(header) === "mdy" ? undefined : meaningAmong(table, header));
  return { fieldOf, isTime: () => true, ...(enough !== undefined && { enough }) };
}

/** The column of each field. */
function resolve(file: string, { cells, headerLine }: FileHead, { fieldOf }: Headers) {
  const found = new Map<string, { index: number; header: string }>();
  cells.forEach((header, index) => {
    const field = fieldOf(header);
    if (field === undefined) return;
    const held = found.get(field);
    // In a table kept by hand a second column for one field is a slip: which of them is meant is not ours to say.
    if (held !== undefined) {
      const headers = [held.header, header];
      throw new UserError("two-headers", { file, line: headerLine, headers, positions: [held.index + 1, index + 1] });
    }
    found.set(field, { index, header });
  });
  return found;
}

/** What the user is told of a table whose columns are not to be made out. */
function nearestOf(
  cells: readonly string[],
  spec: Pick<TableSpec<unknown>, "headers" | "required" | "example">,
  table: ReadonlyMap<string, string>,
  lacking: readonly string[],
) {
  const unknown = cells.filter((text) => text !== "" && meaningAmong(table, text) === undefined);
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
