/**
 * The head of a file, a log or a small table: what stands above its first row. The header is the row in which most columns are
 * known, whatever they are columns of.
 */
import { UserError } from "../errors.ts";
import { cellText } from "./clean.ts";
import {
  areChoice,
  areTwo,
  fieldsIn,
  type Headers,
  isFilledRow,
  isLowerHeader,
  merged,
  numberingBelow,
  tellsApart,
} from "./header-rows.ts";
import { hasInnerLineEnd, isDamaged, isQuoted, isUnclosed, lineEnds, Scanner } from "./scan.ts";
import { onceEncoded } from "./twice.ts";

/** How a file is refused that has no header, or several. */
export interface Refusals {
  /** @param cells of what the user takes for the header; none where they may be a case's */
  readonly unknown: (cells: readonly string[], rows: readonly HeadRow[]) => UserError;
  readonly inDoubt: string;
}

export const headRows = 30;
/** Rows in which a header is looked for that stands too low. */
export const sampleRows = 2_000;
/** Filled rows of filters, their names and what was chosen, above a header at the most. */
const mostFilterRows = 2;
/** Rows of a header at the most. */
const tallestHeader = 3;
export const delimiters = [44, 59, 9, 124];

/** A row: its cells, the line on which it begins, from 1, its bytes, and whether its quotes can be made out. */
export interface HeadRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly fault: "unclosed-quote" | "bad-quote" | null;
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
  let line = 1 + lineEnds(bytes, 0, from);
  let at = Math.max(from, markOf(bytes));
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
      const bits = scanner.bits(r);
      const fault = (bits & isDamaged) === 0 ? null : (bits & isUnclosed) !== 0 ? "unclosed-quote" : "bad-quote";
      rows.push({ cells, line, start: scanner.start(r), end, fault });
      line += (bits & hasInnerLineEnd) === 0 ? 1 : lineEnds(bytes, scanner.start(r), end);
    }
    if (next === at) break;
    at = next;
  }
  return rows;
}

/** All rows of a text that is at hand as a whole. */
export function allRowsOf(bytes: Uint8Array, from: number, delimiter: number): HeadRow[] {
  return headRowsOf(bytes, from, bytes.length, true, delimiter, Number.POSITIVE_INFINITY);
}

/** The text of a cell that may stand in quotes. */
function quotedText(bytes: Uint8Array, from: number, to: number, quoted: boolean): string {
  return quoted ? cellText(bytes, from + 1, to - 1).replaceAll('""', '"') : cellText(bytes, from, to);
}

/**
 * The row in which the most fields resolve, at least two; with the row or the two rows below, where merged cells above
 * ("Thời gian") are finished there ("nộp", "tiếp nhận") and the rows together resolve to more. Filters above a header name
 * columns too: of rows with equally many the first is taken, and before one without an id or a time one close below it that has
 * them, if it is not much smaller.
 *
 * @returns the number of its first row, from 0, or -1, of the row behind it and behind the numbers of its columns, what its
 *   columns are called, and how many fields they resolve to
 */
function headerAmong(all: readonly HeadRow[], headers: Headers) {
  // Blank rows stand anywhere: of line ends of three bytes (CR CR LF) every other one is blank.
  const places = all.flatMap((row, i) => (isFilledRow(row) ? [i] : []));
  const rows = places.map((place) => all[place]);
  let best = { header: -1, height: 1, cells: [] as readonly string[], fields: 0, isOfRows: false };
  const areFilters = (from: number, to: number) => to - from <= mostFilterRows;
  /** Rows as full as a header, of which one has two days or long numbers. */
  const areCases = (from: number, to: number, fields: number) => {
    return rows.slice(from, to).some(({ cells }) => {
      return (
        cells.filter((cell) => cell !== "").length >= fields &&
        cells.filter((cell) => /\d{5}|\d[./-]\d/.test(cell)).length > 1
      );
    });
  };
  rows.slice(0, places.filter((place) => place < headRows).length).forEach((row, i) => {
    let { cells } = row;
    for (let height = 1; height <= tallestHeader; height++) {
      if (height > 1) {
        const below = rows[i + height - 1]?.cells ?? [];
        if (!isLowerHeader(below) || areTwo(cells, below, headers)) break;
        cells = merged(cells, below, headers);
        // A title above a header adds nothing to it.
        if (fieldsIn(below, headers).size >= fieldsIn(cells, headers).size) continue;
      }
      const fields = fieldsIn(cells, headers);
      const isOfRows = [...fields].some((field) => headers.isOwn?.(field) === true);
      const isBelowFilters =
        isOfRows && !best.isOfRows && 2 * fields.size >= best.fields && fields.size > 2 && areFilters(best.header, i);
      const isBelowChoice =
        best.header >= 0 && i === best.header + 2 && areChoice(best.cells, rows[i - 1].cells, cells, headers);
      // Below cases, or the rows of a table, stands the header of others that were joined to them: theirs is the first.
      if (
        best.header >= 0 &&
        !isBelowChoice &&
        2 * best.fields >= fields.size &&
        areCases(best.header + best.height, i, best.fields)
      )
        break;
      const isBetter =
        isBelowFilters ||
        isBelowChoice ||
        fields.size > best.fields ||
        (fields.size === best.fields && height < best.height);
      if (isBetter && areHeader(fields, headers)) best = { header: i, height, cells, fields: fields.size, isOfRows };
    }
  });
  if (best.header < 0) return { header: -1, behind: 0, numbered: -1, titlesBelow: 0, cells: [], fields: 0 };
  let { cells, height } = best;
  let behind = best.header + height;
  for (; height < tallestHeader && tellsApart(cells, rows[behind]?.cells ?? [], headers); height++) {
    cells = merged(cells, rows[behind++].cells, headers);
  }
  const titlesBelow = numberingBelow(rows.slice(behind), cells, headers);
  const isNumbered = titlesBelow >= 0;
  const numbered = isNumbered ? places[behind + titlesBelow] : -1;
  return {
    header: places[best.header],
    behind: isNumbered ? numbered + 1 : places[behind - 1] + 1,
    /** The place of the numbers of the columns, or -1, and how many titles stand between them and the header. */
    numbered,
    titlesBelow: isNumbered ? titlesBelow : 0,
    cells,
    fields: fieldsIn(cells, headers).size,
  };
}

/** The header among the first rows of a sheet, as CSV, whose rows are told from 1; null without one. */
export function headerOfSheet(head: Uint8Array, headers: Headers) {
  const rows = headRowsOf(head, 0, head.length, true, delimiters[0]);
  const { header, behind, ...found } = headerAmong(rows, headers);
  return header < 0 ? null : { first: header + 1, last: behind, ...found };
}

function areHeader(fields: ReadonlySet<string>, { enough }: Headers): boolean {
  return fields.size >= 2 || enough?.every((field) => fields.has(field)) === true;
}

/** How many fields a header in this head resolves to; 0 when there is none. */
export function fieldsFound(head: Uint8Array, headers: Headers, delimiter: string | null = null): number {
  const given = delimiter === null ? delimiters : [delimiter.charCodeAt(0)];
  return Math.max(...given.map((d) => headerAmong(headRowsOf(head, 0, head.length, true, d), headers).fields));
}

/** Where the rows of a file begin, what its columns are called, and what was passed over. */
export interface FileHead {
  readonly bom: boolean;
  readonly delimiter: number;
  readonly headerLine: number;
  readonly cells: readonly string[];
  /** The offset of the first byte behind the header row and the rows passed over below it. */
  readonly end: number;
  /**
   * The bytes of the header's rows, and of the numbering row below, without their line ends: where one stands again among
   * the rows it is none of them.
   */
  readonly headers: readonly Uint8Array[];
  /** Rows above the first of the table that are not of it, by kind. */
  readonly passedOver: Readonly<Record<string, number>>;
}

/**
 * Finds the delimiter and the header of a file.
 *
 * The delimiter is the one under which the header row resolves to the most fields; the header is among the first 30 rows.
 *
 * @param final the bytes are all that there are
 * @param given the delimiter that the user gave; null to find it
 * @throws UserError `empty-file`, `binary-file`, `header-too-low`, `separator-line`, `encoded-twice`, `header-in-quotes`, `letters-lost`, and as the refusals are
 */
export function headOfFile(
  file: string,
  bytes: Uint8Array,
  final: boolean,
  headers: Headers,
  refusals: Refusals,
  given: string | null = null,
): FileHead {
  const mark = markOf(bytes);
  let from = mark;
  if (bytes.length === from) throw new UserError("empty-file", { file });
  refuseBinary(file, bytes);
  const passedOver: Record<string, number> = {};
  let sign = given;
  const separator = /^sep=(.)(?:\r\n?|\n)/.exec(new TextDecoder("latin1").decode(bytes.subarray(from, from + 8)));
  if (separator !== null) {
    sign ??= separator[1];
    from += separator[0].length;
    passedOver.separator = 1;
  }
  const candidates = (sign === null ? delimiters : [sign.charCodeAt(0)]).map((delimiter) => {
    const rows = headRowsOf(bytes, from, bytes.length, final, delimiter);
    return { delimiter, rows, ...headerAmong(rows, headers) };
  });
  const best = candidates.reduce((a, b) => (b.fields > a.fields ? b : a));
  if (best.header < 0) {
    for (const { delimiter } of candidates) {
      const low = headRowsOf(bytes, from, bytes.length, final, delimiter, sampleRows).find(({ cells }) =>
        areHeader(fieldsIn(cells, headers), headers),
      );
      if (low !== undefined) throw new UserError("header-too-low", { file, line: low.line, most: headRows });
    }
    // Nothing is wrong with a header but the line that says how its columns are divided.
    const other =
      separator === null || given !== null
        ? undefined
        : delimiters.find((d) => headerAmong(headRowsOf(bytes, from, bytes.length, final, d), headers).header >= 0);
    if (other !== undefined) {
      throw new UserError("separator-line", { file, said: sign, delimiter: String.fromCharCode(other) });
    }
    const widest = candidates.reduce((a, b) => (widthOf(b.rows) > widthOf(a.rows) ? b : a));
    throw headerless(file, widest.rows, headers, refusals);
  }
  const { delimiter, rows, header, behind, numbered, titlesBelow, cells } = best;
  // Of one column no delimiter is in doubt.
  const rival = candidates.find((c) => c !== best && c.fields === best.fields && c.cells.length > 1);
  if (rival !== undefined) {
    const names = [best, rival].map((c) => String.fromCharCode(c.delimiter));
    throw new UserError(refusals.inDoubt, { file, delimiters: names });
  }
  const titles = rows.slice(0, header).filter(isFilledRow).length + titlesBelow;
  if (titles > 0) passedOver.title = titles;
  if (numbered >= 0) passedOver.numbering = 1;
  const above = rows.slice(header, behind).filter(isFilledRow);
  return {
    bom: mark > 0,
    delimiter,
    headerLine: rows[header].line,
    cells,
    end: rows[behind - 1].end,
    headers: above
      .filter((_, i) => i < above.length - titlesBelow - 1 || i === above.length - 1 || titlesBelow === 0)
      .map(({ start, end }) => bytes.slice(start, endOfRow(bytes, start, end))),
    passedOver,
  };
}

/** What is told of a file in whose rows no header was found. */
function headerless(file: string, rows: readonly HeadRow[], headers: Headers, { unknown }: Refusals): UserError {
  // What was read as windows-1252 and written as UTF-8 is put right where it was made; no header of it is near another.
  const isTwice = ({ cells }: HeadRow) => {
    const once = cells.map(onceEncoded);
    return once.some((cell, i) => cell !== cells[i]) && areHeader(fieldsIn(once, headers), headers);
  };
  if (rows.some(isTwice)) return new UserError("encoded-twice", { file });
  // A header in one cell: it stands in quotes as a whole, or behind one that does not close.
  const inOneCell = rows.find(({ cells: [cell = ""] }) =>
    delimiters.some((sign) => {
      const names = (/^[^\r\n]*/.exec(cell) as RegExpExecArray)[0].split(String.fromCharCode(sign));
      return areHeader(
        fieldsIn(
          names.map((name) => name.replace(/^[\s"'“”]+|[\s"'“”]+$/gu, "")),
          headers,
        ),
        headers,
      );
    }),
  );
  if (inOneCell !== undefined) return new UserError("header-in-quotes", { file, line: inOneCell.line });
  // A cell that a quote left open ends where the head was cut, in a letter may be.
  const whole = rows.filter(({ fault }) => fault === null);
  if (whole.some(({ cells }) => cells.some((cell) => /\p{L}\?\p{L}|\?{2,}|\ufffd/u.test(cell)))) {
    return new UserError("letters-lost", { file });
  }
  // The first row of several cells is what the user takes for the header.
  const { cells = [] } = rows.find((row) => row.cells.filter((cell) => cell !== "").length > 1) ?? rows[0] ?? {};
  // A row with a long number in it is a case, not a header: its names and numbers are nobody's business.
  return unknown(cells.some((cell) => /\d{4}/.test(cell)) ? [] : cells, rows);
}

/** The bytes of the mark with which UTF-8 may begin. */
function markOf(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** Where a row ends without its line end. */
function endOfRow(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && (bytes[at - 1] === 10 || bytes[at - 1] === 13)) at--;
  return at;
}

export function widthOf(rows: readonly HeadRow[]): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}

/** One control character in so many bytes of the head, and a file is no text. */
const textBytes = 20;

/** Refuses a file that is no text. A control character here and there is a slip of an export. */
export function refuseBinary(file: string, bytes: Uint8Array): void {
  let head = bytes.subarray(0, 4096);
  // A file that was written over a longer one, or into room that was set aside for it, ends in zeros.
  while (head.length > 0 && head[head.length - 1] === 0) head = head.subarray(0, -1);
  const controls = head.reduce((sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  if (controls * textBytes > head.length) throw new UserError("binary-file", { file });
}
