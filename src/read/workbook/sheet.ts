/**
 * The cells of a sheet as lines of CSV, one a row, in a stream: what Excel would write, but for dates, which are ISO
 * here. A row keeps its number as its line; line ends within a cell become spaces.
 */
import type { Book, NumberKind, Sheet } from "./book.ts";
import {
  cellTypes,
  clockText,
  columnOf,
  decimalNumber,
  digits,
  errorWord,
  isWhole,
  noValue,
  numberText,
  typeOf,
} from "./values.ts";
import { cellString, latin, type Tag, TagScanner } from "./xml.ts";
import { inflated } from "./zip.ts";

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
  /** Merged areas to fill downwards. */
  readonly merges: readonly Merge[];
  /** Columns whose midnights are times; null for one of which nothing is known yet. */
  readonly timed: ReadonlyMap<number, boolean>;
  /** Cells of a row at the least: a workbook leaves out the blank ones at its end. */
  readonly width: number;
  /** No more rows than these are wanted. */
  readonly rows: number;
}

/** What was seen of a sheet. */
export interface SheetFacts {
  /** The number of the last row that was written. */
  readonly rows: number;
  readonly hiddenRows: number;
  readonly merges: readonly Merge[];
  /** Cells that were filled from the merged cell above. */
  readonly filled: number;
  /** For each column with a midnight whether midnights of it are times. */
  readonly timed: ReadonlyMap<number, boolean>;
  /** Some midnight was written as the other columns' cells show that it is not. */
  readonly isMistaken: boolean;
}

/** Where so few of a column's times are midnight, these are times too; elsewhere midnight is a date without a time. */
const fewMidnights = 0.01;
/** A row so far below the last one that something strayed there: the rows between are not written. */
const farBelow = 10_000;

const [comma, quote, space] = [44, 34, 32];
const encoder = new TextEncoder();

/** Dates that a column holds, and how many of them are midnights. */
interface Dates {
  all: number;
  midnights: number;
  /** How midnights were written. */
  asTime: boolean | null;
}

export class SheetWriter {
  private readonly book: Book;
  private readonly plan: SheetPlan;
  private readonly write: (bytes: Uint8Array) => void;
  private readonly dates = new Map<number, Dates>();
  private readonly merges: Merge[] = [];
  private readonly starting: ReadonlyMap<number, readonly Merge[]>;
  private reaching: { readonly merge: Merge; readonly text: Uint8Array }[] = [];
  private filled = 0;
  private hiddenRows = 0;
  /** The row in hand, from 1; 0 before the first. */
  private row = 0;
  private written = 0;
  /** Texts of the row's cells, ready for the line, one behind the other. */
  private cells: Uint8Array = new Uint8Array(1 << 12);
  private used = 0;
  private readonly columns: number[] = [];
  private readonly ends: number[] = [];
  /** Cells of the widest row so far. */
  widest = 0;
  private isInData = false;
  /** Lines that are not written yet. */
  private out: Uint8Array = new Uint8Array(1 << 18);
  private outUsed = 0;
  // The cell in hand.
  private column = -1;
  private type: number = cellTypes.number;
  private style = 0;
  private hasFormula = false;
  private hasValue = false;
  private inline: string | null = null;
  private isPhonetic = false;
  private readonly days = new Map<number, string>();

  constructor(book: Book, plan: SheetPlan, write: (bytes: Uint8Array) => void) {
    this.book = book;
    this.plan = plan;
    this.write = write;
    const starting = new Map<number, Merge[]>();
    for (const merge of plan.merges) starting.set(merge.from, [...(starting.get(merge.from) ?? []), merge]);
    this.starting = starting;
  }

  /** Reads the sheet; throws whatever the unpacker says of damaged bytes. */
  async read(path: string, sheet: Sheet, progress: (bytes: number) => void = () => {}): Promise<SheetFacts> {
    const scanner = new TagScanner((tag) => this.see(tag));
    for await (const piece of inflated(path, sheet.entry)) {
      scanner.push(piece);
      progress(piece.length);
      if (this.row > this.plan.rows) break;
    }
    if (this.row <= this.plan.rows) scanner.end();
    this.endRow();
    this.flush();
    const timed = new Map<number, boolean>();
    let isMistaken = false;
    for (const [column, { all, midnights, asTime }] of this.dates) {
      if (midnights === 0) continue;
      const isTime = midnights <= fewMidnights * all;
      timed.set(column, isTime);
      if (asTime !== isTime) isMistaken = true;
    }
    const { written: rows, hiddenRows, merges, filled } = this;
    return { rows, hiddenRows, merges, filled, timed, isMistaken };
  }

  private see(tag: Tag): void {
    const { bytes, name } = tag;
    const length = tag.nameEnd - name;
    if (length === 1) {
      const letter = bytes[name];
      if (letter === 99) this.seeCell(tag);
      else if (letter === 118 && !tag.isEnd) this.value(bytes, tag.text, tag.textEnd);
      else if (letter === 102) this.hasFormula = true;
      else if (letter === 116 && !tag.isEnd && this.type === cellTypes.inline && !this.isPhonetic && !tag.isEmpty) {
        this.inline = (this.inline ?? "") + cellString(bytes, tag.text, tag.textEnd);
      }
      return;
    }
    if (length === 3 && tag.is("row")) {
      if (!tag.isEnd && this.isInData) this.seeRow(tag);
    } else if (length === 3 && tag.is("rPh")) this.isPhonetic = !tag.isEnd && !tag.isEmpty;
    else if (tag.is("sheetData")) this.isInData = !tag.isEnd;
    else if (!tag.isEnd && tag.is("mergeCell")) this.seeMerge(tag.attribute("ref") ?? "");
  }

  private seeRow(tag: Tag): void {
    const number = Number(tag.attribute("r") ?? Number.NaN);
    const row = number > 0 ? number : this.row + 1;
    // One that was begun by a tag before goes on.
    if (row === this.row) return;
    this.endRow();
    this.row = row;
    this.column = -1;
    if (/^(1|true|on)$/i.test(tag.attribute("hidden") ?? "")) this.hiddenRows++;
  }

  private seeCell(tag: Tag): void {
    if (tag.isEnd) {
      this.endCell();
      return;
    }
    const { bytes } = tag;
    this.type = cellTypes.number;
    this.style = 0;
    this.hasFormula = false;
    this.hasValue = false;
    this.inline = null;
    let column = this.column + 1;
    // Attributes of one letter, r="A1" s="1" t="s": read where they stand, since there are thirty of them a row.
    const { end } = tag;
    for (let p = tag.nameEnd; p < end; ) {
      while (p < end && bytes[p] !== 61) p++;
      const letter = bytes[p - 2] <= 32 || bytes[p - 2] === 58 ? bytes[p - 1] : 0;
      const quoted = bytes[p + 1];
      if (quoted !== 34 && quoted !== 39) break;
      const value = p + 2;
      for (p = value; p < end && bytes[p] !== quoted; ) p++;
      if (letter === 114) column = columnOf(bytes, value, p);
      else if (letter === 115) this.style = digits(bytes, value, p);
      else if (letter === 116) this.type = typeOf(bytes, value, p);
      p++;
    }
    this.column = column;
    if (tag.isEmpty) this.endCell();
  }

  /** The text of a `<v>`. */
  private value(bytes: Uint8Array, from: number, to: number): void {
    if (from === to) return;
    this.hasValue = true;
    switch (this.type) {
      case cellTypes.number:
        this.number(bytes, from, to);
        return;
      case cellTypes.shared: {
        const text = this.book.strings.at(digits(bytes, from, to));
        if (text !== null) this.add(text, 0, text.length);
        return;
      }
      case cellTypes.boolean:
        this.text(bytes[from] === 49 || bytes[from] === 116 ? "true" : "false");
        return;
      case cellTypes.error:
        this.text(errorWord(latin(bytes, from, to)));
        return;
      case cellTypes.date:
        this.isoDate(latin(bytes, from, to));
        return;
      default:
        this.text(cellString(bytes, from, to));
    }
  }

  private endCell(): void {
    if (this.inline !== null) this.text(this.inline);
    // A formula whose value nobody has worked out is no blank cell; one whose value is an empty text is.
    else if (this.hasFormula && !this.hasValue && this.type !== cellTypes.string) this.text(noValue);
    this.inline = null;
    this.hasFormula = false;
  }

  private number(bytes: Uint8Array, from: number, to: number): void {
    const kind: NumberKind = this.book.kinds[this.style] ?? "number";
    if (kind === "number") {
      if (to - from < 16 && isWhole(bytes, from, to)) this.add(bytes, from, to);
      else this.text(numberText(Number(latin(bytes, from, to))));
      return;
    }
    const serial = decimalNumber(bytes, from, to);
    const seconds = Math.round(serial * 86_400);
    if (!Number.isFinite(serial) || seconds < 0) this.text(latin(bytes, from, to));
    else if (kind === "duration" || (kind === "time" && serial < 1)) this.text(clockText(seconds));
    // The last day that Excel knows is 31/12/9999.
    else if (serial < 2_958_466) this.moment(seconds - 86_400 * (this.book.from1904 ? 24_107 : 25_569));
    else this.text(latin(bytes, from, to));
  }

  /** A date of ISO 8601, as strict workbooks have them. */
  private isoDate(text: string): void {
    const [, day, hour, minute, second = "00"] =
      /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?Z?)?$/.exec(text) ?? [];
    if (day === undefined) this.text(text.replace("T", " "));
    else if (hour === undefined) this.text(day);
    else if (`${hour}${minute}${second}` === "000000") this.midnight(day);
    else this.time(day, `${hour}:${minute}:${second}`);
  }

  /** @param seconds since 1970 */
  private moment(seconds: number): void {
    const number = Math.floor(seconds / 86_400);
    let day = this.days.get(number);
    if (day === undefined) {
      day = new Date(number * 86_400_000).toISOString().slice(0, 10);
      this.days.set(number, day);
    }
    const rest = seconds - number * 86_400;
    if (rest === 0) this.midnight(day);
    else this.time(day, clockText(rest));
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

  private time(day: string, clock: string): void {
    const dates = this.datesOf();
    dates.asTime ??= true;
    this.ascii(day);
    this.cells[this.used++] = space;
    this.ascii(clock);
    this.endText();
  }

  /** Excel keeps a date and the midnight of that day as one number: the rest of its column says which is meant. */
  private midnight(day: string): void {
    const dates = this.datesOf();
    dates.midnights++;
    dates.asTime ??= false;
    this.text(dates.asTime ? `${day} 00:00:00` : day);
  }

  private text(text: string): void {
    const bytes = encoder.encode(text);
    this.add(bytes, 0, bytes.length);
  }

  /** Adds letters that need no quoting: a part of the cell in hand. */
  private ascii(text: string): void {
    this.makeRoom(text.length + 1);
    for (let i = 0; i < text.length; i++) this.cells[this.used++] = text.charCodeAt(i);
  }

  private endText(): void {
    this.columns.push(this.column);
    this.ends.push(this.used);
  }

  private makeRoom(bytes: number): void {
    if (this.used + bytes <= this.cells.length) return;
    const more = new Uint8Array(2 * (this.used + bytes));
    more.set(this.cells.subarray(0, this.used));
    this.cells = more;
  }

  /** Adds the text of the cell in hand, quoted where it must be. */
  private add(bytes: Uint8Array, from: number, to: number): void {
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
    if (row === 0 || row > plan.rows) return;
    if (row - this.written <= farBelow) while (this.written < row - 1) this.endLine();
    if (row > plan.without) {
      if (plan.merges.length > 0 || !isAscending(this.columns)) this.writeCells(this.withMerged(row));
      else this.writeRow();
    }
    this.endLine();
    this.columns.length = 0;
    this.ends.length = 0;
    this.used = 0;
  }

  /** Writes the cells of a row as they came. */
  private writeRow(): void {
    const { columns, ends, cells, plan } = this;
    if (columns.length === 0) return;
    const last = Math.max(columns[columns.length - 1], plan.width - 1);
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
  private writeCells(line: readonly { readonly column: number; readonly text: Uint8Array }[]): void {
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
    const line = this.columns.map((column, i) => ({
      column,
      text: this.cells.subarray(i === 0 ? 0 : this.ends[i - 1], this.ends[i]),
    }));
    this.reaching = this.reaching.filter(({ merge }) => merge.to >= row);
    const isBlank = line.length === 0;
    for (const { merge, text } of this.reaching) {
      // A row in which nothing else stands is none.
      if (isBlank || line.some(({ column }) => column === merge.column)) continue;
      line.push({ column: merge.column, text });
      this.filled++;
    }
    line.sort((a, b) => a.column - b.column);
    for (const merge of this.starting.get(row) ?? []) {
      const text = line.find(({ column }) => column === merge.column)?.text;
      if (text !== undefined) this.reaching.push({ merge, text: text.slice() });
    }
    return line;
  }

  private seeMerge(ref: string): void {
    const [, letters, from, to] = /^\$?([A-Z]+)\$?(\d+):\$?[A-Z]+\$?(\d+)$/i.exec(ref) ?? [];
    if (letters === undefined || from === to) return;
    const column = [...letters.toUpperCase()].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
    this.merges.push({ column, from: Number(from), to: Number(to) });
  }
}

function isAscending(columns: readonly number[]): boolean {
  for (let i = 1; i < columns.length; i++) if (columns[i] <= columns[i - 1]) return false;
  return true;
}
