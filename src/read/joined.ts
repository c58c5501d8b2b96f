/**
 * Exports that were joined, one of which has its columns in another order: below such a header every row is read by the
 * wrong columns. What stands below is put into the order of the first header.
 */
import { cellText } from "./decode.ts";
import { isQuoted, Scanner } from "./scan.ts";

/** The cells of one row, as they stand in the bytes; null for more than one row, or one that is at fault. */
function cellsOf(row: Uint8Array, delimiter: number): Uint8Array[] {
  const scanner = new Scanner({ delimiter });
  scanner.scan(row, 0, 1, row.length, true);
  const cells: Uint8Array[] = [];
  let start = 0;
  for (let k = scanner.firstCell(0); k < scanner.endCell(0); k++) {
    const end = scanner.cells[k] >>> 1;
    cells.push(row.subarray(start, end));
    start = end + 1;
  }
  return cells;
}

function textOf(cell: Uint8Array, delimiter: number): string {
  const scanner = new Scanner({ delimiter });
  scanner.scan(cell, 0, 1, cell.length, true);
  const quoted = (scanner.cells[0] & isQuoted) !== 0;
  return quoted ? cellText(cell, 1, cell.length - 1).replaceAll('""', '"') : cellText(cell, 0, cell.length);
}

/** The cell of a header that is least likely to stand elsewhere. */
export function longestCell(header: Uint8Array, delimiter: number): Uint8Array {
  return cellsOf(header, delimiter).reduce((a, b) => (b.length > a.length ? b : a));
}

const [lf, cr] = [10, 13];

/** Where a line begins and ends, without its line end, around a place. */
function lineAround(bytes: Uint8Array, at: number): { from: number; to: number } {
  let from = at;
  while (from > 0 && bytes[from - 1] !== lf && bytes[from - 1] !== cr) from--;
  let to = at;
  while (to < bytes.length && bytes[to] !== lf && bytes[to] !== cr) to++;
  return { from, to };
}

/**
 * A log whose later headers have the columns of the first in another order, with its rows in the first one's.
 *
 * @param header the bytes of the header row, without its line end
 * @returns null where there is no such header
 */
export function inOneOrder(bytes: Uint8Array, header: Uint8Array, delimiter: number): Uint8Array[] | null {
  const first = cellsOf(header, delimiter).map((cell) => textOf(cell, delimiter));
  const longest = longestCell(header, delimiter);
  // Columns of one name cannot be told apart in another order.
  if (longest.length < 4 || new Set(first).size !== first.length) return null;
  const sorted = first.toSorted().join("\n");
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  /** By the place behind each header: for each column of the first where it stands below that header. */
  const orders: { readonly from: number; readonly order: readonly number[] }[] = [];
  for (let at = whole.indexOf(longest); at >= 0; at = whole.indexOf(longest, at + 1)) {
    const { from, to } = lineAround(bytes, at);
    const cells = cellsOf(bytes.subarray(from, to), delimiter).map((cell) => textOf(cell, delimiter));
    if (cells.length !== first.length || cells.toSorted().join("\n") !== sorted) continue;
    orders.push({ from, order: first.map((name) => cells.indexOf(name)) });
  }
  const isOther = (order: readonly number[]) => order.some((column, i) => column !== i);
  if (!orders.some(({ order }) => isOther(order))) return null;
  const pieces: Uint8Array[] = [bytes.subarray(0, orders[0].from)];
  orders.forEach(({ from, order }, i) => {
    const part = bytes.subarray(from, orders[i + 1]?.from ?? bytes.length);
    pieces.push(isOther(order) ? reordered(part, order, delimiter) : part);
  });
  return pieces;
}

/** The rows of a part with their columns in another order; one of another width stays as it is. */
function reordered(part: Uint8Array, order: readonly number[], delimiter: number): Uint8Array {
  const scanner = new Scanner({ delimiter });
  const out = new Uint8Array(part.length + 2);
  let used = 0;
  const put = (bytes: Uint8Array) => {
    out.set(bytes, used);
    used += bytes.length;
  };
  for (let at = 0; at < part.length; ) {
    const next = scanner.scan(part, at, at + 1, part.length, true);
    if (next === at) break;
    const cells: Uint8Array[] = [];
    let start = at;
    for (let k = scanner.firstCell(0); k < scanner.endCell(0); k++) {
      const end = scanner.cells[k] >>> 1;
      cells.push(part.subarray(start, end));
      start = end + 1;
    }
    const last = scanner.cells[scanner.endCell(0) - 1] >>> 1;
    if (cells.length === order.length) {
      order.forEach((column, i) => {
        if (i > 0) out[used++] = delimiter;
        put(cells[column]);
      });
      put(part.subarray(last, next));
    } else put(part.subarray(at, next));
    at = next;
  }
  return out.subarray(0, used);
}
