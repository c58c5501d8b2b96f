/** The header of a log: the row among the first in which most columns are known, and what each of them stands for. */
import { type Field, fieldKinds, fieldOf } from "../records/case.ts";
import { cellText } from "./clean.ts";
import { isNumbering } from "./numbering.ts";
import { isQuoted, Scanner } from "./scan.ts";
import { type HeaderMeaning, headerMeaning, headerTable, unitIn, withoutMarks, wordKey } from "./words.ts";

/** `--map`: a field's English id (a duration's with its unit) and the header that it has in this log. */
export type HeaderMap = ReadonlyMap<string, string>;

export const headRows = 30;
/** Rows of a header at the most. */
const tallestHeader = 3;
export const delimiters = [44, 59, 9, 124];

/** A row of the head: its cells, and where it ends. */
export interface HeadRow {
  readonly cells: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** The head is scanned in such pieces: a header shows in its first lines. */
const headStride = 4096;

/** The first rows of some bytes; one more than `most`, since a header may take several. */
export function headRowsOf(
  bytes: Uint8Array,
  from: number,
  to: number,
  final: boolean,
  delimiter: number,
  most = headRows,
): HeadRow[] {
  const scanner = new Scanner({ delimiter });
  const rows: HeadRow[] = [];
  let at = from;
  while (rows.length <= most) {
    const next = scanner.scan(bytes, at, Math.min(to, at + headStride), to, final);
    for (let r = 0; r < scanner.count && rows.length <= most; r++) {
      const cells: string[] = [];
      let start = scanner.start(r);
      for (let k = scanner.firstCell(r); k < scanner.endCell(r); k++) {
        const end = scanner.cells[k] >>> 1;
        cells.push(quotedText(bytes, start, end, (scanner.cells[k] & isQuoted) !== 0));
        start = end + 1;
      }
      const end = r + 1 < scanner.count ? scanner.start(r + 1) : next;
      rows.push({ cells, start: scanner.start(r), end });
    }
    if (next === at) break;
    at = next;
  }
  return rows;
}

/** The text of a cell that may stand in quotes. */
export function quotedText(bytes: Uint8Array, from: number, to: number, quoted: boolean): string {
  return quoted ? cellText(bytes, from + 1, to - 1).replaceAll('""', '"') : cellText(bytes, from, to);
}

/** A cell longer than this is no header. */
const longestHeader = 120;

/** A header row, or two: its cells, how many rows it takes, and the fields that it resolves to. */
interface Header {
  /** The number of its first row; -1 without one. */
  readonly header: number;
  readonly height: number;
  readonly cells: readonly string[];
  readonly fields: number;
}

/**
 * The row in which the most fields resolve, at least two; with the row or the two rows below, where merged cells above
 * ("Thời gian") are finished there ("nộp", "tiếp nhận") and the rows together resolve to more. Filters above a header name
 * some of its columns too: of rows with equally many the first is taken.
 */
export function headerAmong(rows: readonly HeadRow[], map: HeaderMap): Header {
  let best: Header = { header: -1, height: 1, cells: [], fields: 0 };
  rows.slice(0, headRows).forEach((row, i) => {
    let { cells } = row;
    for (let height = 1; height <= tallestHeader; height++) {
      if (height > 1) {
        const below = rows[i + height - 1]?.cells ?? [];
        if (!isLowerHeader(below)) break;
        cells = merged(cells, below, map);
        // A title or a blank row above a header adds nothing to it.
        if (fieldsIn(below, map) >= fieldsIn(cells, map)) continue;
      }
      const fields = fieldsIn(cells, map);
      const isBetter = fields > best.fields || (fields === best.fields && height < best.height);
      if (fields >= 2 && isBetter) best = { header: i, height, cells, fields };
    }
  });
  return best;
}

/** The second row of a header names columns: it holds no number and no date. */
function isLowerHeader(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 0 && filled.every((cell) => !/\d{2}|\d[./-]\d/.test(cell));
}

/** What two rows of a header say of each column: a merged cell above reaches over the blank ones to its right. */
function merged(above: readonly string[], below: readonly string[], map: HeaderMap): string[] {
  let reaching = "";
  return Array.from({ length: Math.max(above.length, below.length) }, (_, i) => {
    const [upper, lower] = [above[i] ?? "", below[i] ?? ""];
    if (upper !== "") reaching = upper;
    if (lower === "") return upper;
    const both = `${reaching} ${lower}`;
    // The fuller name first: "Ngày" and "trả" together are known, and so may be the lower one alone.
    return [both, lower, upper].find((name) => meaningOf(name, map) !== undefined) ?? both.trim();
  });
}

export function meaningOf(header: string, map: HeaderMap): HeaderMeaning | undefined {
  if (header.length > longestHeader) return undefined;
  // A row is looked at alone and as part of taller headers, and the same again for each delimiter.
  const known = meanings.get(map) ?? new Map<string, HeaderMeaning | undefined>();
  meanings.set(map, known);
  if (!known.has(header)) known.set(header, meaningBy(header, map));
  return known.get(header);
}

const meanings = new WeakMap<HeaderMap, Map<string, HeaderMeaning | undefined>>();

function meaningBy(header: string, map: HeaderMap): HeaderMeaning | undefined {
  // The cells of rows are asked too: no word of the table is without a letter.
  if (map.size === 0 && !/\p{L}/u.test(header)) return undefined;
  const key = wordKey(header);
  if (key === "") return undefined;
  for (const [id, mapped] of map) {
    if (wordKey(mapped) !== key) continue;
    const known = headerTable().get(wordKey(id)) ?? { field: fieldOf(id) as Field };
    return { ...known, rank: -1 };
  }
  return headerMeaning(header);
}

export function fieldsIn(cells: readonly string[], map: HeaderMap): number {
  if (cells.length < 2) return 0;
  return new Set(cells.map((cell) => meaningOf(cell, map)?.field).filter((field) => field !== undefined)).size;
}

/** A column by which the headers of two sheets are held against each other. */
export interface HeaderCell {
  readonly text: string;
  /** Its words without case, marks and spaces beside them. */
  readonly key: string;
  readonly field: Field | null;
  /** Seconds in the unit of a duration. */
  readonly unit: number | null;
  /** Where it stands among its field's headers. */
  readonly rank: number;
}

/** The header of a sheet: its first row and the last, with the numbers of its columns below, from 1. */
export interface SheetHeader {
  readonly first: number;
  readonly last: number;
  readonly cells: readonly HeaderCell[];
}

/** The header among the first rows of a sheet, as CSV; null without one. */
export function headerIn(head: Uint8Array, map: HeaderMap): SheetHeader | null {
  const rows = headRowsOf(head, 0, head.length, true, delimiters[0]);
  const { header, height, cells } = headerAmong(rows, map);
  if (header < 0) return null;
  const meanings = cells.map((cell) => meaningOf(cell, map));
  const behind = header + height;
  const hasTimes = meanings.some((meaning) => meaning !== undefined && fieldKinds[meaning.field] === "time");
  const isNumbered = rows[behind] !== undefined && isNumbering(rows[behind].cells, hasTimes);
  return {
    first: header + 1,
    last: behind + (isNumbered ? 1 : 0),
    cells: cells.map((text, i) => {
      const { field = null, unit = null, rank = 0 } = meanings[i] ?? {};
      const isDuration = field !== null && fieldKinds[field] === "duration";
      const key = wordKey(withoutMarks(text));
      return { text, key, field, unit: isDuration ? (unit ?? unitIn(text) ?? null) : null, rank };
    }),
  };
}

/** Columns that a catalogue has as well: a log of these alone shows no case. */
export const fieldsOfProcedures: readonly Field[] = [
  "procedureCode",
  "procedureName",
  "field",
  "agency",
  "serviceLevel",
];

/** How many fields a header in this head resolves to; 0 when there is none. */
export function fieldsFound(head: Uint8Array, map: HeaderMap, delimiter: string | null): number {
  const given = delimiter === null ? delimiters : [delimiter.charCodeAt(0)];
  const counts = given.map((d) => {
    const rows = headRowsOf(head, 0, head.length, true, d);
    return Math.max(0, ...rows.map(({ cells }) => fieldsIn(cells, map)));
  });
  const most = Math.max(...counts);
  return most >= 2 ? most : 0;
}
