import { UserError } from "../errors.ts";
import { allFields, type Field, fieldKinds, snake } from "../records/case.ts";
import { isBlankWord } from "./blanks.ts";
import { type DayAndTime, dayAndTimeColumns } from "./day-and-time.ts";
import { namesUnit } from "./decode.ts";
import {
  delimiters,
  fieldsIn,
  type HeaderMap,
  type HeadRow,
  headerAmong,
  headRows,
  headRowsOf,
  meaningOf,
} from "./header.ts";
import { orderIn } from "./header-forms.ts";
import { mapName, nearMeanings } from "./near.ts";
import { isNumbering } from "./numbering.ts";
import { lineEnds } from "./scan.ts";
import type { Source } from "./source.ts";
import { isEncodedTwice } from "./twice.ts";
import { type HeaderMeaning, unitIn, unitlessMeaning, wordKey } from "./words.ts";

/** A column of the log that a field claims. */
export interface Column {
  readonly field: Field;
  /** Its place in a row, from 0. */
  readonly index: number;
  readonly header: string;
  /** Seconds in the unit of a duration; 0 where each cell names its own. */
  readonly unit?: number;
  /** The order of day and month that the header itself says; it speaks of this log alone. */
  readonly order?: "dmy" | "mdy";
}

/** What the head of a log says of the rest: plain data, so that threads share it. */
export interface Layout {
  readonly bom: boolean;
  readonly delimiter: number;
  /** The offset of the first byte behind the header row and the rows passed over below it. */
  readonly start: number;
  /** The line of the log that begins there, from 1. */
  readonly startLine: number;
  readonly headerLine: number;
  /** Cells of a row: at most, and without the trailing ones whose header is blank. */
  readonly width: number;
  readonly least: number;
  readonly columns: readonly Column[];
  /**
   * The bytes of the header's rows, and of the numbering row below, without their line ends: where one stands again among
   * the cases it is no case.
   */
  readonly headers: readonly Uint8Array[];
  /** The headers that no field claims; their cells are not read. */
  readonly unread: readonly string[];
  /** Columns whose field is taken by a header that ranks before theirs. */
  readonly secondary: readonly { readonly header: string; readonly field: Field; readonly taken: string }[];
  /** Days and times of day that stand in two columns; in the log as it is read they are put together. */
  readonly dayAndTime: readonly DayAndTime[];
  /** Headers of times of day that were put together with no day, though days without a time stand there. */
  readonly timesApart: readonly string[];
  /** Rows above the first case that are not cases, by kind. */
  readonly passedOver: Readonly<Record<string, number>>;
}

const headBytes = 1 << 18;

/**
 * Finds the delimiter, the header row and the columns of a log.
 *
 * The delimiter is the one under which the header row resolves to the most fields; the header is the one of the first 30
 * rows in which most do, at least two.
 *
 * @param delimiter the one that the user gave; null to find it
 * @throws UserError `empty-file`, `binary-file`, `not-utf-8`, `no-columns`, `header-too-low`, `delimiter-in-doubt`,
 *   `same-header`, `unit-missing`, `no-rows`
 */
export function layoutOf(source: Source, map: HeaderMap, delimiter: string | null): Layout {
  const bytes = new Uint8Array(Math.min(headBytes, source.size));
  const length = source.read(bytes, 0, bytes.length, 0);
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let from = bom ? 3 : 0;
  if (length === from) throw new UserError("empty-file", { file: source.name });
  refuseBinary(source.name, bytes, length);

  const final = length === source.size;
  const passedOver: Record<string, number> = {};
  let given = delimiter === null ? null : delimiter.charCodeAt(0);
  const separator = /^sep=(.)\r?\n/.exec(new TextDecoder("latin1").decode(bytes.subarray(from, from + 8)));
  if (separator !== null) {
    given ??= separator[1].charCodeAt(0);
    from += separator[0].length;
    passedOver.separator = 1;
  }

  const candidates = (given === null ? delimiters : [given]).map((d) => {
    const rows = headRowsOf(bytes, from, length, final, d);
    return { delimiter: d, rows, ...headerAmong(rows, map) };
  });
  const best = candidates.reduce((a, b) => (b.fields > a.fields ? b : a));
  if (best.header < 0) {
    // The first row of several cells is what the user takes for the header.
    const widest = candidates.reduce((a, b) => (widthOf(b.rows) > widthOf(a.rows) ? b : a));
    const row = widest.rows.find(({ cells }) => cells.filter((cell) => cell !== "").length > 1) ?? widest.rows[0];
    for (const { delimiter: sign } of candidates) {
      const below = headRowsOf(bytes, from, length, final, sign, sampleRows).find(
        ({ cells }) => fieldsIn(cells, map) >= 2,
      );
      if (below === undefined) continue;
      const line = 1 + lineEnds(bytes, 0, below.start);
      throw new UserError("header-too-low", { file: source.name, line, most: headRows });
    }
    // What was read as windows-1252 and written as UTF-8 is put right where it was made; no header of it is near another.
    if (isEncodedTwice(widest.rows, map)) throw new UserError("encoded-twice", { file: source.name });
    if (widest.rows.some(({ cells }) => cells.some((cell) => /\p{L}\?\p{L}|\?{2,}|\ufffd/u.test(cell)))) {
      throw new UserError("letters-lost", { file: source.name });
    }
    throw new UserError("no-columns", { file: source.name, ...nearestHeaders(row?.cells ?? []) });
  }
  const rival = candidates.find((c) => c !== best && c.fields === best.fields);
  if (rival !== undefined) {
    const names = [best, rival].map((c) => String.fromCharCode(c.delimiter));
    throw new UserError("delimiter-in-doubt", { file: source.name, delimiters: names });
  }

  const { rows, header, cells, height } = best;
  const titles = rows.slice(0, header).filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (titles.length > 0) passedOver.title = titles.length;
  let last = header + height - 1;
  const hasTimes = cells.some((cell) => fieldKinds[meaningOf(cell, map)?.field ?? "caseId"] === "time");
  if (rows[last + 1] !== undefined && isNumbering(rows[last + 1].cells, hasTimes)) {
    passedOver.numbering = 1;
    last++;
  }
  const { end } = rows[last];
  if (source.size <= end) throw new UserError("no-rows", { file: source.name });

  const headerLine = 1 + lineEnds(bytes, 0, rows[header].start);
  let least = cells.length;
  while (least > 0 && cells[least - 1] === "") least--;
  const below = (most: number) => headRowsOf(bytes, end, length, final, best.delimiter, most);
  const { columns, secondary } = resolve(source.name, cells, map, headerLine, (column) => {
    const filled = below(sampleRows).flatMap(({ cells: own }) => (isBlankWord(own[column] ?? "") ? [] : [own[column]]));
    const named = filled.filter((cell) => cell !== "" && namesUnit(cell)).length;
    return 2 * named > filled.filter((cell) => cell !== "").length;
  });
  const first = below(headRows);
  const { pairs: dayAndTime, apart: timesApart } = dayAndTimeColumns(
    cells,
    first.map((row) => row.cells),
    () => below(sampleRows).map((row) => row.cells),
    (cell) => meaningOf(cell, map),
  );
  return {
    bom,
    delimiter: best.delimiter,
    start: end,
    startLine: 1 + lineEnds(bytes, 0, end),
    headerLine,
    headers: rows
      .slice(header, last + 1)
      .filter(({ cells: own }) => own.some((cell) => cell !== ""))
      .map(({ start, end }) => bytes.slice(start, endOfRow(bytes, start, end))),
    width: cells.length,
    least,
    columns,
    secondary,
    dayAndTime,
    timesApart,
    unread: cells.filter(
      (cell, i) =>
        cell !== "" && !columns.some(({ index }) => index === i) && !dayAndTime.some(({ time }) => time === i),
    ),
    passedOver,
  };
}

/** Where the first rows show nothing of what a column holds. */
const sampleRows = 2_000;
/** Where a row ends without its line end. */
function endOfRow(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && (bytes[at - 1] === 10 || bytes[at - 1] === 13)) at--;
  return at;
}

function widthOf(rows: readonly HeadRow[]): number {
  return Math.max(0, ...rows.map(({ cells }) => cells.length));
}

/** One control character in so many bytes of the head, and a file is no text. */
const textBytes = 20;

/** Refuses a file that is no text. A control character here and there is a slip of an export. */
export function refuseBinary(file: string, bytes: Uint8Array, length: number): void {
  let head = bytes.subarray(0, Math.min(length, 4096));
  // A file that was written over a longer one, or into room that was set aside for it, ends in zeros.
  while (head.length > 0 && head[head.length - 1] === 0) head = head.subarray(0, -1);
  const controls = head.reduce((sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  if (controls * textBytes > head.length) throw new UserError("binary-file", { file });
}

/**
 * Gives each field its column: the header that ranks first.
 *
 * @param nameUnits whether the cells of a column name the units of their durations
 */
function resolve(
  file: string,
  cells: readonly string[],
  map: HeaderMap,
  line: number,
  nameUnits: (column: number) => boolean,
) {
  const byField = new Map<Field, { index: number; header: string; meaning: HeaderMeaning }[]>();
  cells.forEach((header, index) => {
    const ofCells = () => {
      const unitless = header === "" ? undefined : unitlessMeaning(header);
      return unitless !== undefined && nameUnits(index) ? { ...unitless, unit: 0 } : undefined;
    };
    const meaning = meaningOf(header, map) ?? ofCells();
    if (meaning === undefined) return;
    const found = byField.get(meaning.field) ?? [];
    found.push({ index, header, meaning });
    byField.set(meaning.field, found);
  });
  const columns: Column[] = [];
  const secondary: Layout["secondary"][number][] = [];
  for (const field of allFields) {
    const found = byField.get(field);
    if (found === undefined) continue;
    const same = found.find((a) => found.some((b) => b !== a && wordKey(b.header) === wordKey(a.header)));
    if (same !== undefined) {
      const positions = found.filter((a) => wordKey(a.header) === wordKey(same.header)).map(({ index }) => index + 1);
      throw new UserError("same-header", { file, line, header: same.header, positions });
    }
    found.sort((a, b) => a.meaning.rank - b.meaning.rank);
    const [{ index, header, meaning }, ...others] = found;
    if (fieldKinds[field] === "duration") {
      const unit = meaning.unit ?? unitIn(header) ?? (nameUnits(index) ? 0 : undefined);
      if (unit === undefined) {
        throw new UserError("unit-missing", { file, header, field: snake(field).replace("_duration", "") });
      }
      columns.push({ field, index, header, unit });
    } else {
      const order = orderIn(header);
      columns.push({ field, index, header, ...(order !== undefined && { order }) });
    }
    for (const other of others) secondary.push({ header: other.header, field, taken: header });
  }
  return { columns, secondary };
}

/** The headers of a row that no field claims, each with the known header that is nearest to it. */
function nearestHeaders(cells: readonly string[]): { found: string[]; nearest: string[] } {
  // A row with a long number in it is a case, not a header: its names and numbers are nobody's business.
  if (cells.some((cell) => /\d{4}/.test(cell))) return { found: [], nearest: [] };
  const found = cells.filter((cell) => cell !== "").slice(0, 30);
  const nearest = found.flatMap((cell) => {
    return nearMeanings(cell)
      .slice(0, 1)
      .map((meaning) => `${mapName(meaning)}="${cell}"`);
  });
  // Headers of which none is near a known one may as well be names of people.
  return nearest.length === 0 ? { found: [], nearest } : { found, nearest };
}
