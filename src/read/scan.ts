/**
 * Splits the bytes of a delimited table into records and cells, without looking at what a cell says.
 *
 * Quotes by RFC 4180: a cell that begins with a quote ends at the next quote that is not doubled; a quote elsewhere in
 * a cell is a letter like any other. A record ends at LF, CRLF or CR, which may be mixed. A quoted cell followed by
 * anything but a delimiter or a line end is damage; so is a quote that never closes. Then only the first line of the
 * record is given up, and reading goes on with the next: a stray quote never swallows the rest of a file.
 */
export interface Dialect {
  readonly delimiter: number;
}

const quote = 34;
const lf = 10;
const cr = 13;

/** Bits of a record. */
export const hasInnerLineEnd = 1;
export const isDamaged = 2;
/** A damaged record whose quote does not close before the end of the file, or within the longest record. */
export const isUnclosed = 4;
const recordBits = 3;

/** Bit of a cell: it stands in quotes, which are not part of it. */
export const isQuoted = 1;

export class Scanner {
  /** For cell i: (offset behind its last byte) << 1 | isQuoted. Its first byte follows the cell before. */
  cells = new Int32Array(1 << 12);
  /** For record r: the offset of its first byte at 2r; (index behind its last cell) << 3 | bits at 2r + 1. */
  records = new Int32Array(1 << 10);
  /** How many records the last scan found. */
  count = 0;
  private readonly ends: Uint8Array;
  private readonly delimiter: number;

  constructor(dialect: Dialect) {
    this.delimiter = dialect.delimiter;
    this.ends = new Uint8Array(256);
    this.ends[dialect.delimiter] = 1;
    this.ends[lf] = 1;
    this.ends[cr] = 1;
  }

  /**
   * Finds the records that begin at or after `from` and before `limit`, as many as fit into a table of about a
   * thousand cells.
   *
   * @param to the end of the bytes at hand
   * @param final no bytes follow behind `to`: a record may end there without a line end
   * @returns the offset at which the next scan goes on; equal to `from` when one whole record is not at hand
   */
  scan(bytes: Uint8Array, from: number, limit: number, to: number, final: boolean): number {
    const { ends, delimiter } = this;
    let { cells, records } = this;
    let cell = 0;
    let record = 0;
    let at = from;
    this.count = 0;
    scanning: while (at < limit && record < 500 && cell < 3000) {
      const start = at;
      const firstCell = cell;
      let bits = 0;
      for (;;) {
        if (cell === cells.length) {
          cells = new Int32Array(cell * 2);
          cells.set(this.cells);
          this.cells = cells;
        }
        let quoted = 0;
        if (bytes[at] === quote && at < to) {
          quoted = isQuoted;
          at++;
          for (;;) {
            while (at < to && bytes[at] !== quote) {
              if (bytes[at] === lf || bytes[at] === cr) bits |= hasInnerLineEnd;
              at++;
            }
            if (at >= to || (at + 1 >= to && !final)) {
              if (at < to || !final) break scanning;
              bits |= isDamaged | isUnclosed;
              break;
            }
            at++;
            if (at < to && bytes[at] === quote) at++;
            else break;
          }
          if (at < to && ends[bytes[at]] === 0) bits |= isDamaged;
        } else {
          while (at < to && ends[bytes[at]] === 0) at++;
        }
        if ((bits & isDamaged) !== 0) {
          // Only the first line is given up; its cells do not matter.
          at = start;
          while (at < to && bytes[at] !== lf && bytes[at] !== cr) at++;
          cell = firstCell;
          bits &= ~hasInnerLineEnd;
        }
        if (at >= to && !final) break scanning;
        cells[cell++] = (at << 1) | quoted;
        if (at >= to || bytes[at] !== delimiter || (bits & isDamaged) !== 0) break;
        at++;
      }
      if (at < to && bytes[at] === cr) {
        if (at + 1 >= to && !final) break;
        at++;
      }
      if (at < to && bytes[at] === lf) at++;
      if (2 * record === records.length) {
        records = new Int32Array(records.length * 2);
        records.set(this.records);
        this.records = records;
      }
      records[2 * record] = start;
      records[2 * record + 1] = (cell << recordBits) | bits;
      this.count = ++record;
    }
    if (this.count === 0) return from;
    return this.endOf(this.count - 1, bytes, to);
  }

  /** The index of the first cell of record r, and behind its last. */
  firstCell(r: number): number {
    return r === 0 ? 0 : this.records[2 * r - 1] >>> recordBits;
  }
  endCell(r: number): number {
    return this.records[2 * r + 1] >>> recordBits;
  }
  bits(r: number): number {
    return this.records[2 * r + 1] & ((1 << recordBits) - 1);
  }
  start(r: number): number {
    return this.records[2 * r];
  }

  /** The offset behind the line end of record r. */
  private endOf(r: number, bytes: Uint8Array, to: number): number {
    let end = this.cells[this.endCell(r) - 1] >>> 1;
    if (end < to && bytes[end] === cr) end++;
    // A line feed belongs to the carriage return before it, or ends the line itself.
    if (end < to && bytes[end] === lf) end++;
    return end;
  }
}

/** How many line ends (LF, CRLF, CR) stand in the bytes from `from` up to `to`. */
export function lineEnds(bytes: Uint8Array, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    if (bytes[at] === lf || (bytes[at] === cr && bytes[at + 1] !== lf)) lines++;
  }
  return lines;
}
