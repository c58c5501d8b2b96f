/** The tables of a page of HTML: rows and cells with spans, unclosed tags and tables within tables. */
import { marked } from "../encodings.ts";
import type { CellLines } from "./lines.ts";
import type { MarkupHandler } from "./markup.ts";

/** What the rows of one table are given to; without lines they are counted only. */
export interface TableSink {
  readonly lines: CellLines | null;
  /** Letters of a cell that are kept. */
  readonly mostOfCell: number;
  /** @param rows that hold at least two cells */
  end(rows: number): void;
}

/** Tables within tables beyond this are none of the page's. */
const deepest = 40;
/** As many columns as a sheet of Excel's has, and what HTML allows a cell to span. */
const mostColumns = 16_384;
const mostSpan = 1_000;
const mostRowSpan = 65_534;
/** More letters than this in a row, and what follows is of no use: the reader gives up the row. */
const mostOfRow = 10 << 20;

/** Tags that end a line of text, whose words do not belong together. */
const breaking = new Set(["br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "hr", "tr", "table"]);
/** What stands in these is not shown as text of a cell. */
const silent = new Set(["script", "style", "title", "textarea", "select", "template", "noscript", "xml", "svg"]);
const aDate = /^\D{0,12}\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/;
/** A number as it is shown: grouped, with decimals, in a currency; and the signs of a column that is too narrow. */
const shownNumber = /^[-−(]?\d{1,3}(?:[.,\s]\d+)+(?:\s*(?:đ|₫|vnđ|vnd|đồng))?\)?$/iu;

/** A table that is open. */
interface Open {
  readonly index: number;
  /** From its first row on. */
  sink: TableSink | null;
  row: number;
  hasRow: boolean;
  /** Rows with at least two cells, and the cells of the row in hand. */
  rows: number;
  cells: number;
  /** Rows of it have end tags. */
  hasEnds: boolean;
  /** The next column that is free. */
  next: number;
  /** By column the last row over which a cell above reaches. */
  readonly taken: Map<number, number>;
  cell: { text: string; number: string | null; rowSpan: number; colSpan: number } | null;
  length: number;
  isFull: boolean;
}

export class PageReader implements MarkupHandler {
  readonly wanted: ReadonlySet<string> = new Set(["colspan", "rowspan", "x:num", "sdval", "style"]);
  isListening = false;
  private readonly open_: Open[] = [];
  private readonly begin: (index: number) => TableSink;
  private count = 0;
  private tooDeep = 0;
  private silence: string | null = null;

  /** @param begin hears of each table by its number from 0, in the order in which they begin */
  constructor(begin: (index: number) => TableSink) {
    this.begin = begin;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.silence !== null && !/^(?:table|tr|t[dh])$/.test(name)) return;
    const table = this.open_.at(-1);
    switch (name) {
      case "table":
        if (this.open_.length >= deepest) this.tooDeep++;
        else this.open_.push(newTable(this.count++));
        break;
      case "tr":
        if (table !== undefined && this.tooDeep === 0) this.beginRow(table, attributes);
        break;
      case "td":
      case "th":
        if (table !== undefined && this.tooDeep === 0) this.beginCell(table, attributes);
        break;
      default:
        if (silent.has(name)) this.silence = name;
        else if (breaking.has(name) && table?.cell != null) table.cell.text += " ";
        this.listen();
        return;
    }
    this.silence = null;
    this.listen();
  }

  close(name: string): void {
    if (this.silence !== null) {
      if (name === this.silence) this.silence = null;
      else if (!/^(?:table|tr|t[dh])$/.test(name)) return;
    }
    const table = this.open_.at(-1);
    if (table === undefined) return;
    if (this.tooDeep > 0) {
      if (name === "table") this.tooDeep--;
    } else if (name === "td" || name === "th") this.endCell(table);
    else if (name === "tr") {
      this.endRow(table);
      table.hasEnds = true;
    } else if (name === "table") this.endTable();
    else if (breaking.has(name) && table.cell !== null) table.cell.text += " ";
    this.listen();
  }

  text(text: string): void {
    const table = this.open_.at(-1);
    if (table?.cell == null || table.sink === null || table.length > mostOfRow) return;
    if (table.cell.text.length > table.sink.mostOfCell) return;
    table.cell.text += text;
    table.length += text.length;
  }

  end(): void {
    for (const { hasRow, hasEnds, sink } of this.open_) if (hasRow && hasEnds) sink?.lines?.cutOff();
    while (this.open_.length > 0) this.endTable();
  }

  private listen(): void {
    const table = this.open_.at(-1);
    const isOfUse = table?.cell != null && table.sink?.lines?.isPast === false;
    this.isListening = isOfUse && this.silence === null && this.tooDeep === 0;
  }

  private beginRow(table: Open, attributes: ReadonlyMap<string, string>): void {
    this.endRow(table);
    table.row++;
    table.hasRow = true;
    table.next = 0;
    table.cells = 0;
    table.length = 0;
    table.isFull = false;
    table.sink ??= this.begin(table.index);
    table.sink.lines?.beginRow(table.row, /display\s*:\s*none/i.test(attributes.get("style") ?? ""));
  }

  private beginCell(table: Open, attributes: ReadonlyMap<string, string>): void {
    this.endCell(table);
    if (!table.hasRow) this.beginRow(table, new Map());
    table.cells++;
    table.cell = {
      text: "",
      number: attributes.get("x:num") ?? attributes.get("sdval") ?? null,
      rowSpan: spanOf(attributes.get("rowspan"), mostRowSpan),
      colSpan: spanOf(attributes.get("colspan"), mostSpan),
    };
  }

  private endCell(table: Open): void {
    const { cell, sink, row } = table;
    if (cell === null) return;
    table.cell = null;
    while ((table.taken.get(table.next) ?? 0) >= row) table.next++;
    const column = table.next;
    table.next += cell.colSpan;
    if (cell.rowSpan > 1 && column < mostColumns) {
      for (let k = column; k < Math.min(table.next, mostColumns); k++) table.taken.set(k, row + cell.rowSpan - 1);
    }
    // One cell behind the last column of all says that the row has too many.
    if (sink?.lines == null || sink.lines.isPast || table.isFull) return;
    table.isFull = column >= mostColumns;
    const shown = cell.text.replace(/[\s\u00a0]+/g, " ").trim();
    const text = cell.number !== null && isNumberBehind(shown, cell.number) ? cell.number : shown;
    if (text === "") return;
    sink.lines.column = Math.min(column, mostColumns);
    if (text === cell.number) sink.lines.number(Number(text));
    else if (text.includes("\ufffd")) {
      const bytes = marked(text);
      sink.lines.add(bytes, 0, bytes.length);
    } else sink.lines.text(text);
    sink.lines.reach(cell.rowSpan - 1);
  }

  private endRow(table: Open): void {
    this.endCell(table);
    if (table.hasRow && table.cells > 1) table.rows++;
    table.hasRow = false;
  }

  private endTable(): void {
    const table = this.open_.pop() as Open;
    this.endRow(table);
    table.sink?.end(table.rows);
  }
}

function newTable(index: number): Open {
  const counts = { row: 0, rows: 0, cells: 0, next: 0, length: 0 };
  return { index, sink: null, ...counts, hasRow: false, hasEnds: false, taken: new Map(), cell: null, isFull: false };
}

function spanOf(value: string | undefined, most: number): number {
  const span = Number.parseInt(value ?? "1", 10);
  return span > 0 ? Math.min(span, most) : 1;
}

/** Whether the number is what is shown, where that is a number or signs that there is no room; never a date, an id, a word. */
function isNumberBehind(shown: string, number: string): boolean {
  if (number.trim() === "" || !Number.isFinite(Number(number)) || aDate.test(shown)) return false;
  return shown === "" || /^#+$/.test(shown) || shownNumber.test(shown);
}
