/**
 * Logs whose rows are written anew before they are read: exports that were joined, one of which has its columns in
 * another order (below such a header every row would be read by the wrong columns), and days and times of day in columns
 * of their own.
 */
import { concatenated } from "./bytes.ts";
import { type DayAndTime, textOfCell, withTimes } from "./day-and-time.ts";
import { Scanner } from "./scan.ts";

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

/**
 * Puts the rows below a header that has the columns of the first in another order into that of the first.
 *
 * @param header the bytes of the first header, without its line end
 * @returns null where columns of one name cannot be told apart
 */
export function inOneOrder(header: Uint8Array, delimiter: number): { edit: Edit; wasOther: () => boolean } | null {
  const first = cellsOf(header, delimiter).map(textOfCell);
  if (new Set(first).size !== first.length) return null;
  const longest = first.reduce((a, b) => (b.length > a.length ? b : a));
  const sorted = first.toSorted().join("\n");
  /** For each column of the first where it stands below the header in hand; null where the order is the same. */
  let order: readonly number[] | null = null;
  let wasOther = false;
  const edit: Edit = (cells) => {
    if (cells.length !== first.length) return null;
    if (cells.some((cell) => cell.length >= longest.length && textOfCell(cell) === longest)) {
      const names = cells.map(textOfCell);
      if (names.toSorted().join("\n") === sorted) {
        const own = first.map((name) => names.indexOf(name));
        order = own.some((column, i) => column !== i) ? own : null;
        wasOther ||= order !== null;
      }
    }
    return order === null ? null : order.map((column) => cells[column]);
  };
  return { edit, wasOther: () => wasOther };
}

/** Puts days and times of day that stand in two columns together. */
export function inOneColumn(pairs: readonly DayAndTime[]): Edit {
  return (cells) => withTimes(cells, pairs);
}
