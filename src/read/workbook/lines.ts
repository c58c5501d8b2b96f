/**
 * Cells as lines of CSV, one a row, in a stream: what Excel would write, but for dates, which are ISO here. A row keeps
 * its number as its line; line ends within a cell become spaces.
 */
import { areSame } from "../bytes.ts";
import type { NumberFormat } from "./book.ts";
import { numberText, percentText } from "./values.ts";

/** A merged area that reaches over several rows; rows from 1, columns from 0, both inclusive. */
export interface Merge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** What is known of a sheet before it is written, or was learnt by writing it once. */
export interface SheetPlan {
  /** Rows up to this one are left blank: the header, where it stood on a sheet before. */
  readonly without: number;
  /** The row of the header: what reaches down from there is no case's. */
  readonly header: number;
  /** Merged areas to fill downwards. */
  readonly merges: readonly Merge[];
  /** Columns whose midnights are times; null for one of which nothing is known yet. */
  readonly timed: ReadonlyMap<number, boolean>;
  /** Cells of a row at the least: a workbook leaves out the blank ones at its end. */
  readonly width: number;
  /** No more rows than these are wanted. */
  readonly rows: number;
  /** For each column of the sheet its place in the log; null where these are the same. */
  readonly order: readonly number[] | null;
  /** The first row of the header: one like it below is a header too, as where months were pasted together. */
  readonly first: number;
  /** Headers of columns that only sheets behind this one have: they are to stand in its header. */
  readonly added: readonly { readonly column: number; readonly text: string }[];
  /** Columns of times; none where nothing is known of them. */
  readonly times: ReadonlySet<number>;
  /** Columns of numbers; null where any may be one. */
  readonly numbers: ReadonlySet<number> | null;
  /** A formula of the sheet has a value that was calculated: one of 0 is 0. */
  readonly isCalculated: boolean;
}

/** Dates that a column holds, how many of them are midnights, and how these were written. */
export interface Dates {
  all: number;
  midnights: number;
  asTime: boolean | null;
}

/** What was seen of a sheet. */
export interface SheetFacts {
  /** The number of the last row that was written. */
  readonly rows: number;
  readonly hiddenRows: number;
  readonly merges: readonly Merge[];
  /** Cells that were filled from the merged cell above. */
  readonly filled: number;
  readonly dates: ReadonlyMap<number, Dates>;
  /** Lines whose row is not the one behind the row of the line before: the line and its row, in turn. */
  readonly breaks: readonly number[];
  /** Values of 0 were taken for none, and another formula showed that they were calculated. */
  readonly isCalculated?: boolean;
}

/** A row so far below the last one that something strayed there: the rows between are not written. */
const farBelow = 10_000;

const [comma, quote, space] = [44, 34, 32];
const encoder = new TextEncoder();

export class CellLines {
  protected readonly plan: SheetPlan;
  private readonly write: (bytes: Uint8Array) => void;
  private readonly dates = new Map<number, Dates>();
  protected readonly merges: Merge[] = [];
  private readonly starting: ReadonlyMap<number, readonly Merge[]>;
  private reaching: { readonly merge: Merge; readonly text: Uint8Array }[] = [];
  /** Cells of the row in hand that reach down. */
  private readonly here: Merge[] = [];
  private filled = 0;
  private hiddenRows = 0;
  /** The row in hand, from 1; 0 before the first. */
  row = 0;
  /** The column of the cell in hand, from 0. */
  column = -1;
  private isCut = false;
  private written = 0;
  private readonly breaks: number[] = [];
  /** The texts of the header's rows, and to which of them the row in hand is the same; -1 for none. */
  private readonly header: Uint8Array[] = [];
  private headerRow = -1;
  /** How far the row in hand is below the lines that were written. */
  private ahead = 1;
  /** Texts of the row's cells, ready for the line, one behind the other. */
  private cells: Uint8Array = new Uint8Array(1 << 12);
  private used = 0;
  private readonly columns: number[] = [];
  private readonly ends: number[] = [];
  /** Cells of the widest row so far. */
  widest = 0;
  /** The text of one cell in UTF-8. */
  private encoded: Uint8Array = new Uint8Array(1 << 10);
  /** Lines that are not written yet. */
  private out: Uint8Array;
  private outUsed = 0;

  /** @param room for lines that are not written yet */
  constructor(plan: SheetPlan, write: (bytes: Uint8Array) => void, room = 1 << 18) {
    this.plan = plan;
    this.out = new Uint8Array(room);
    this.write = write;
    const starting = new Map<number, Merge[]>();
    for (const merge of plan.merges) starting.set(merge.from, [...(starting.get(merge.from) ?? []), merge]);
    this.starting = starting;
  }

  /** Whether the row in hand is behind those that are wanted. */
  get isPast(): boolean {
    return this.row > this.plan.rows;
  }

  /** Whether the column in hand is one of times. */
  get isOfTimes(): boolean {
    return this.plan.times.has(this.column);
  }

  /** Ends the row in hand and begins the one of this number. */
  beginRow(row: number, isHidden: boolean): void {
    this.endRow();
    this.row = row;
    this.column = -1;
    if (isHidden) this.hiddenRows++;
  }

  /** The cell in hand reaches over so many rows below it. */
  reach(rows: number): void {
    const { row, column } = this;
    if (rows > 0 && row > this.plan.header) this.here.push({ column, from: row, to: row + rows });
  }

  /** The file ends within the row in hand: it is written as far as it goes, without a line end, as a log that is cut off. */
  cutOff(): void {
    this.isCut = true;
  }

  /** What was seen, when all rows have been given. */
  facts(): SheetFacts {
    this.endRow();
    this.flush();
    const { written: rows, hiddenRows, merges, filled, dates, breaks } = this;
    return { rows, hiddenRows, merges, filled, dates, breaks };
  }

  /** A date of ISO 8601, as strict workbooks have them; one with an offset is read as in any log. */
  isoDate(text: string): void {
    const [, day, hour, minute, second = "00"] =
      /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?)?$/.exec(text) ?? [];
    if (day === undefined) this.text(text.replace("T", " "));
    else if (hour === undefined) this.text(day);
    else if (`${hour}${minute}${second}` === "000000") this.midnight(day);
    else this.time(day, `${hour}:${minute}:${second}`);
  }

  private datesOf(): Dates {
    let dates = this.dates.get(this.column);
    if (dates === undefined) {
      dates = { all: 0, midnights: 0, asTime: this.plan.timed.get(this.column) ?? null };
      this.dates.set(this.column, dates);
    }
    dates.all++;
    return dates;
  }

  protected time(day: string, clock: string): void {
    const dates = this.datesOf();
    dates.asTime ??= true;
    this.ascii(day);
    this.cells[this.used++] = space;
    this.ascii(clock);
    this.endText();
  }

  /** Excel keeps a date and the midnight of that day as one number: the rest of its column says which is meant. */
  protected midnight(day: string): void {
    const dates = this.datesOf();
    dates.midnights++;
    dates.asTime ??= false;
    this.text(dates.asTime ? `${day} 00:00:00` : day);
  }

  /** A number cell has no doubtful sign: where 1.125 may be taken for a thousand, a fourth decimal says that it is none. */
  number(value: number): void {
    const text = numberText(value);
    const isDoubtful = /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) && this.plan.numbers?.has(this.column) !== false;
    this.text(isDoubtful ? `${text}0` : text);
  }

  /** A number as its format shows it; of small tables, whose figures are judged, with all of its digits. */
  shown(value: number, { kind, least, most }: NumberFormat): void {
    if (!Number.isFinite(value)) this.number(value);
    else if (kind === "percent") this.text(percentText(value, least, this.plan.numbers === null ? 12 : most));
    else if (kind === "zeros" && Number.isInteger(value) && value >= 0)
      this.text(numberText(value).padStart(least, "0"));
    else this.number(value);
  }

  text(text: string): void {
    if (this.encoded.length < 3 * text.length) this.encoded = new Uint8Array(6 * text.length);
    this.add(this.encoded, 0, encoder.encodeInto(text, this.encoded).written);
  }

  /** Adds letters that need no quoting: a part of the cell in hand. */
  protected ascii(text: string): void {
    this.makeRoom(text.length + 1);
    for (let i = 0; i < text.length; i++) this.cells[this.used++] = text.charCodeAt(i);
  }

  protected endText(): void {
    this.columns.push(this.column);
    this.ends.push(this.used);
  }

  protected makeRoom(bytes: number): void {
    if (this.used + bytes <= this.cells.length) return;
    const more = new Uint8Array(2 * (this.used + bytes));
    more.set(this.cells.subarray(0, this.used));
    this.cells = more;
  }

  /** Adds the text of the cell in hand, quoted where it must be. */
  add(bytes: Uint8Array, from: number, to: number): void {
    if (from === to) return;
    this.makeRoom(2 * (to - from) + 2);
    const { cells } = this;
    let at = this.used;
    let isQuoted = false;
    for (let p = from; p < to; p++) if (bytes[p] === comma || bytes[p] === quote) isQuoted = true;
    if (isQuoted) cells[at++] = quote;
    for (let p = from; p < to; p++) {
      const byte = bytes[p];
      if (byte === quote) cells[at++] = quote;
      cells[at++] = byte === 10 || byte === 13 ? space : byte;
    }
    if (isQuoted) cells[at++] = quote;
    this.used = at;
    this.endText();
  }

  private endRow(): void {
    const { row, plan } = this;
    if (row === 0) return;
    if (row > plan.rows) {
      this.clear();
      return;
    }
    if (row - this.written <= farBelow) while (this.written < row - 1) this.endLine();
    if (row - this.written !== this.ahead) {
      this.ahead = row - this.written;
      this.breaks.push(this.written + 1, row);
    }
    this.seeHeader(row);
    const isHeader = this.headerRow >= 0;
    if (this.headerRow === 0) {
      for (const { column, text } of plan.added) {
        this.column = column;
        this.text(text);
      }
    }
    // Below the header of another sheet its own would be one in another order.
    if (row > plan.without && !(isHeader && plan.without > 0)) {
      const isMerged = plan.merges.length > 0 || this.here.length > 0 || this.reaching.length > 0;
      const isOther = plan.order !== null || isMerged || !isAscending(this.columns);
      if (isOther) this.writeCells(inOrder(this.withMerged(row), plan));
      else this.writeRow();
    }
    if (!this.isCut) this.endLine();
    this.clear();
  }

  /** Finds out whether the row in hand is one of the header's, where it stands or again below: its rows follow each other. */
  private seeHeader(row: number): void {
    const { plan } = this;
    if (plan.first > 0 && row >= plan.first && row <= plan.header)
      this.header[row - plan.first] = this.cells.slice(0, this.used);
    if (this.used > 0 && this.isAsHeader(0)) this.headerRow = 0;
    else this.headerRow = this.headerRow >= 0 && this.isAsHeader(this.headerRow + 1) ? this.headerRow + 1 : -1;
  }

  private isAsHeader(at: number): boolean {
    const { cells, used, header } = this;
    return used === header[at]?.length && areSame(cells.subarray(0, used), header[at]);
  }

  private clear(): void {
    this.columns.length = 0;
    this.ends.length = 0;
    this.here.length = 0;
    this.used = 0;
  }

  /** Writes the cells of a row as they came. */
  private writeRow(): void {
    const { columns, ends, cells, plan } = this;
    if (columns.length === 0) return;
    const last = Math.max(columns[columns.length - 1], this.isCut ? 0 : plan.width - 1);
    this.widest = Math.max(this.widest, last + 1);
    this.makeRoomInOut(this.used + last + 2);
    const { out } = this;
    let [at, next, from] = [this.outUsed, 0, 0];
    for (let i = 0; i < columns.length; i++) {
      for (; next < columns[i]; next++) out[at++] = comma;
      const to = ends[i];
      for (let p = from; p < to; p++) out[at++] = cells[p];
      from = to;
    }
    for (; next < last; next++) out[at++] = comma;
    this.outUsed = at;
  }

  /** The same of a row that was put in order, or filled. */
  private writeCells(line: readonly Cell[]): void {
    this.columns.length = 0;
    this.ends.length = 0;
    const cells = line.map(({ text }) => text.slice());
    this.used = 0;
    for (const [i, text] of cells.entries()) {
      this.makeRoom(text.length);
      this.cells.set(text, this.used);
      this.used += text.length;
      this.columns.push(line[i].column);
      this.ends.push(this.used);
    }
    this.writeRow();
  }

  private makeRoomInOut(bytes: number): void {
    if (this.outUsed + bytes <= this.out.length) return;
    this.flush();
    if (bytes > this.out.length) this.out = new Uint8Array(2 * bytes);
  }

  private endLine(): void {
    this.makeRoomInOut(2);
    this.out[this.outUsed++] = 13;
    this.out[this.outUsed++] = 10;
    this.written++;
  }

  private flush(): void {
    this.write(this.out.subarray(0, this.outUsed));
    this.outUsed = 0;
  }

  /** The cells of a row, with those that a merged cell above reaches over. */
  private withMerged(row: number) {
    const line = this.columns.map(
      (column, i): Cell => ({
        column,
        text: this.cells.subarray(i === 0 ? 0 : this.ends[i - 1], this.ends[i]),
      }),
    );
    this.reaching = this.reaching.filter(({ merge }) => merge.to >= row);
    const isBlank = line.length === 0;
    const own = new Set(this.columns);
    for (const { merge, text } of this.reaching) {
      // A row in which nothing else stands is none.
      if (isBlank || own.has(merge.column)) continue;
      own.add(merge.column);
      line.push({ column: merge.column, text });
      this.filled++;
    }
    line.sort((a, b) => a.column - b.column);
    // What a header has merged over its rows is no case's, where it stands again too.
    const starting = this.headerRow >= 0 ? [] : [...(this.starting.get(row) ?? []), ...this.here];
    const texts = new Map(starting.length === 0 ? [] : line.map(({ column, text }) => [column, text]));
    for (const merge of starting) {
      const text = texts.get(merge.column);
      if (text !== undefined) this.reaching.push({ merge, text: text.slice() });
    }
    return line;
  }
}

/** A cell with its place in a row. */
interface Cell {
  readonly column: number;
  readonly text: Uint8Array;
}

/** The cells where the log has their columns; those behind the header stay behind it, so that the row has too many. */
function inOrder(line: readonly Cell[], { order, width }: SheetPlan): readonly Cell[] {
  if (order === null) return line;
  return line
    .map(({ column, text }) => ({ column: order[column] ?? width + column - order.length, text }))
    .sort((a, b) => a.column - b.column);
}

function isAscending(columns: readonly number[]): boolean {
  for (let i = 1; i < columns.length; i++) if (columns[i] <= columns[i - 1]) return false;
  return true;
}
