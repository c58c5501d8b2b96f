/**
 * Logs whose rows are written anew before they are read: exports that were joined, one of which has its columns in
 * another order (below such a header every row would be read by the wrong columns), and days and times of day in columns
 * of their own.
 */
import { concatenated, utf8 } from "./bytes.ts";
import { type DayAndTime, textOfCell, withTimes } from "./day-and-time.ts";
import { columnIn, columnSaid, headerKey } from "./header-again.ts";
import type { Column } from "./layout.ts";
import { Scanner } from "./scan.ts";
import { sumSaid } from "./words.ts";

/** The cells of one row, as they stand in the bytes. */
type Cells = readonly Uint8Array[];

/** What a row is to be written as; null for as it is. */
export type Edit = (cells: Cells) => Cells | null;

/** The bytes of a log (Source). */
interface Bytes {
  readonly size: number;
  read(bytes: Uint8Array, at: number, length: number, position: number): number;
}

const pieceBytes = 1 << 20;

/** Gives every row of a log to `edit`, and what comes of it, with the row's own line end, to `write`. */
export function rewriteRows(source: Bytes, delimiter: number, edit: Edit, write: (bytes: Uint8Array) => void): void {
  const scanner = new Scanner({ delimiter });
  let bytes = new Uint8Array(pieceBytes);
  let [have, position] = [0, 0];
  for (;;) {
    const n = source.read(bytes, have, bytes.length - have, position);
    position += n;
    have += n;
    const final = position >= source.size || n === 0;
    let at = 0;
    for (let next = 0; at < have; at = next) {
      next = scanner.scan(bytes, at, have, have, final);
      if (next === at) break;
      write(concatenated(Array.from({ length: scanner.count }, (_, r) => rowOf(scanner, r, bytes, next, edit)).flat()));
    }
    if (final) {
      write(bytes.subarray(at, have));
      return;
    }
    bytes.copyWithin(0, at, have);
    have -= at;
    // A record longer than what is at hand.
    if (have === bytes.length) {
      const wider = new Uint8Array(2 * bytes.length);
      wider.set(bytes);
      bytes = wider;
    }
  }
}

function rowOf(scanner: Scanner, r: number, bytes: Uint8Array, behind: number, edit: Edit): Uint8Array[] {
  const from = scanner.start(r);
  const to = r + 1 < scanner.count ? scanner.start(r + 1) : behind;
  const ends = Array.from(scanner.cells.subarray(scanner.firstCell(r), scanner.endCell(r)), (cell) => cell >>> 1);
  const cells = ends.map((end, k) => bytes.subarray(k === 0 ? from : ends[k - 1] + 1, end));
  const edited = edit(cells);
  if (edited === null) return [bytes.subarray(from, to)];
  // Behind the first cell stands a delimiter.
  const sign = bytes.subarray(ends[0], ends[0] + 1);
  return [...edited.flatMap((cell, k) => (k === 0 ? [cell] : [sign, cell])), bytes.subarray(ends[ends.length - 1], to)];
}

/** The cell of a header that is least likely to stand elsewhere. */
export function longestCell(header: Uint8Array, delimiter: number): Uint8Array {
  return cellsOf(header, delimiter).reduce((a, b) => (b.length > a.length ? b : a));
}

function cellsOf(row: Uint8Array, delimiter: number): Uint8Array[] {
  const scanner = new Scanner({ delimiter });
  scanner.scan(row, 0, 1, row.length, true);
  let cells: Cells = [];
  rowOf(scanner, 0, row, row.length, (own) => {
    cells = own;
    return null;
  });
  return [...cells];
}

/** Rows without a digit of which so many are looked at: in a log of more, a header does not show by that. */
const mostDigitless = 1_000;

/** Whether one of the lines, which has no digit, says the names of several columns. */
export function linesOfNames(delimiter: number): (bytes: Uint8Array) => boolean {
  let looked = 0;
  return (bytes) => {
    for (let from = 0, to = 0; from < bytes.length && looked < mostDigitless; from = to + 1) {
      to = bytes.indexOf(10, from);
      if (to < 0) to = bytes.length;
      let at = from;
      while (at < to && !(bytes[at] >= 48 && bytes[at] <= 57)) at++;
      if (at < to || to - from < 4) continue;
      looked++;
      const cells = cellsOf(bytes.subarray(from, to), delimiter);
      if (cells.filter((cell) => columnIn(textOfCell(cell)) !== null).length >= 2) return true;
    }
    return false;
  };
}

/**
 * Puts the rows below a header that has the columns of the first in another order into that of the first, whatever words and
 * letters it names them by. A column that is not known may be any other that is not.
 *
 * @param header the bytes of the first header, without its line end
 * @param columns those of it that are known
 * @param needed places of others that are read, as are times of day
 * @returns null where columns of one name cannot be told apart
 */
export function inOneOrder(
  header: Uint8Array,
  delimiter: number,
  columns: readonly Column[],
  needed: readonly number[],
): { edit: Edit; wasOther: () => boolean } | null {
  const first = cellsOf(header, delimiter);
  const names = first.map(textOfCell);
  const named = names.flatMap((name, i) => (name === "" ? [] : [[headerKey(name), i] as const]));
  const byName = new Map(named);
  if (byName.size !== named.length) return null;
  // Of a header of several rows the first does not say what its columns are.
  const isOneRow = columns.every(({ index, header: name }) => name === names[index]);
  const bySaid = new Map((isOneRow ? columns : []).map((column) => [columnSaid(column), column.index]));
  const known = isOneRow ? [...columns.map(({ index }) => index), ...needed] : named.map(([, i]) => i);
  const haveNumbers = names.some((name) => hasNumber(utf8(name)));
  const places = (cells: Cells): number[] | null => {
    if (cells.length !== first.length || known.length < 2) return null;
    // No header holds a year, a time or the number of a case, but for one that is in the first as well.
    if (cells.some((cell) => hasNumber(cell) && !(haveNumbers && byName.has(headerKey(textOfCell(cell)))))) return null;
    const texts = cells.map(textOfCell);
    const own = first.map(() => -1);
    const rest: number[] = [];
    for (const [i, text] of texts.entries()) {
      const place = byName.get(headerKey(text)) ?? bySaid.get(columnIn(text) ?? "");
      if (place === undefined) rest.push(i);
      else if (own[place] >= 0) return null;
      else own[place] = i;
    }
    if (known.some((place) => own[place] < 0)) return null;
    return own.map((i) => (i < 0 ? (rest.shift() as number) : i));
  };
  /** For each column of the first where it stands below the header in hand; null where the order is the same. */
  let order: readonly number[] | null = null;
  let wasOther = false;
  const edit: Edit = (cells) => {
    const found = places(cells);
    if (found === null) {
      const isOther = order !== null && cells.length === first.length && !isSumAsItStands(cells);
      return isOther ? (order as readonly number[]).map((i) => cells[i]) : null;
    }
    order = found.some((column, i) => column !== i) ? found : null;
    wasOther ||= order !== null;
    return first;
  };
  return { edit, wasOther: () => wasOther };
}

/** A number, or a sign for none. */
const aNumber = /^[\d.,% -]*$/;

/** Whether the first filled cell of a row says that it is a sum, which it no longer is where the columns are put in another order. */
function isSumAsItStands(cells: Cells): boolean {
  const first = cells.findIndex((cell) => textOfCell(cell) !== "");
  if (first < 0) return false;
  // A sum may stand behind the number of its row.
  const [text, ...beside] = cells
    .slice(first)
    .map(textOfCell)
    .filter((cell) => cell !== "");
  const said = /^\d+$/.test(text) && beside.length > 0 ? (beside.shift() as string) : text;
  return sumSaid(said, false) === "all" && beside.every((cell) => aNumber.test(cell));
}

/** Whether two digits stand side by side. */
function hasNumber(bytes: Uint8Array): boolean {
  const isDigit = (byte: number) => byte >= 48 && byte <= 57;
  for (let i = 1; i < bytes.length; i++) if (isDigit(bytes[i]) && isDigit(bytes[i - 1])) return true;
  return false;
}

/** Puts days and times of day that stand in two columns together. */
export function inOneColumn(pairs: readonly DayAndTime[]): Edit {
  return (cells) => withTimes(cells, pairs);
}
