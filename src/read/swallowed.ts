/** Rows that stand between two stray quotation marks: to a reader of CSV they are one cell of several lines. */
import { fieldKinds } from "../records/case.ts";
import type { Layout } from "./layout.ts";

const aDate = /^\W*\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/;

/** Knows a row of the log from a line of an address or a note. */
export class Swallowed {
  private readonly delimiter: number;
  private readonly least: number;
  private readonly times: readonly number[];

  constructor({ columns, delimiter, least }: Layout) {
    this.delimiter = delimiter;
    this.least = least;
    this.times = columns.filter(({ field }) => fieldKinds[field] === "time").map(({ index }) => index);
  }

  /**
   * Which lines of a record of several lines are rows of their own, counted from 0; empty when none is but the record itself.
   *
   * A line is one when it has as many cells as the header and a date where the header has one. A record whose first cell
   * goes over two lines has such a line too: but not the delimiters of two rows.
   */
  linesIn(record: Uint8Array): number[] {
    // Nearly always the cell goes on for a few words, and what follows has fewer delimiters than a row.
    const [lf, cr] = [record.indexOf(10), record.indexOf(13)];
    const first = lf < 0 || (cr >= 0 && cr < lf) ? cr : lf;
    const behind = this.delimitersIn(record, first);
    if (behind < this.least - 1 || behind + this.delimitersIn(record, 0, first) < 2 * (this.least - 1)) return [];
    const text = new TextDecoder().decode(record);
    const lines = text.split(/\r\n|\n|\r/);
    const rows = lines.flatMap((line, i) => (i > 0 && this.isRow(line) ? [i] : []));
    return rows.length === 0 ? [] : [0, ...rows];
  }

  private delimitersIn(record: Uint8Array, from: number, to = record.length): number {
    let count = 0;
    for (let i = from; i < to; i++) if (record[i] === this.delimiter) count++;
    return count;
  }

  private isRow(line: string): boolean {
    const cells = line.split(String.fromCharCode(this.delimiter));
    return cells.length >= this.least && this.times.some((index) => aDate.test(cells[index]));
  }
}
