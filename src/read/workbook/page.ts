/** The tables of a page of HTML: rows and cells with spans, unclosed tags and tables within tables. */
import { marked } from "../encodings.ts";
import { isNumberBehind, momentBehind } from "./behind.ts";
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
/** Letters of a choice. */
const mostOfChoice = 1_000;
/** More letters than this in a row, and what follows is of no use: the reader gives up the row. */
const mostOfRow = 10 << 20;

/** Tags of which tables are made. */
const ofTables = new Set(["table", "tr", "td", "th"]);
/** Tags that end a line of text, whose words do not belong together. */
const breaking = new Set(["br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "hr", "tr", "table"]);
/** What stands in these is not shown as text of a cell. */
const silent = new Set(["script", "style", "title", "template", "noscript", "xml", "svg"]);
/** Boxes whose words say what can be done, and what is not shown. */
const noValueOf = new Set(["hidden", "button", "submit", "reset", "image", "file", "password"]);
/** The choice that is none: "Tất cả", "-- Chọn --" of a row of filters. */
const aPrompt = /^[\s\u00a0.–—-]*(?:tất cả|chọn|vui lòng chọn|lọc|all|any|select|choose)(?![\p{L}\p{N}])/iu;
/** Tags that nothing can stand in. */
const empty = new Set(["input", "img", "br", "hr", "col", "meta", "link"]);

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
  cell: OpenCell | null;
  length: number;
  isFull: boolean;
}

/** A cell that is open. */
interface OpenCell {
  text: string;
  /** What stands for its text where it has none: what is chosen, written in a box or checked; else the words of a picture. */
  value: string;
  picture: string;
  readonly number: string | null;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** What it said before the table within it began. */
  before: string;
}

export class PageReader implements MarkupHandler {
  readonly wanted: ReadonlySet<string> = new Set([
    ...["colspan", "rowspan", "x:num", "sdval", "style"],
    ...["type", "value", "checked", "selected", "alt"],
  ]);
  isListening = false;
  private readonly open_: Open[] = [];
  private readonly begin: (index: number) => TableSink;
  private count = 0;
  private tooDeep = 0;
  private silence: string | null = null;
  /** Tags of that name within it. */
  private silent = 0;
  /** The list of choices in hand: what is chosen of it, which is the first where none is said to be, and the choice in hand. */
  private list: { chosen: string | null; option: string | null; isSelected: boolean } | null = null;

  /** @param begin hears of each table by its number from 0, in the order in which they begin */
  constructor(begin: (index: number) => TableSink) {
    this.begin = begin;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const isOfTable = ofTables.has(name);
    if (this.silence !== null && !isOfTable) {
      if (name === this.silence) this.silent++;
      return;
    }
    if (isOfTable && this.list !== null) this.endList();
    const table = this.open_.at(-1);
    switch (name) {
      case "table":
        if (this.open_.length >= deepest) this.tooDeep++;
        else {
          for (const { cell } of this.open_) if (cell !== null) cell.text += " ";
          if (table?.cell != null) table.cell.before = table.cell.text;
          this.open_.push(newTable(this.count++));
        }
        break;
      case "tr":
        if (table !== undefined && this.tooDeep === 0) this.beginRow(table, attributes);
        break;
      case "td":
      case "th":
        if (table !== undefined && this.tooDeep === 0) this.beginCell(table, attributes);
        break;
      default:
        this.openWithin(name, attributes);
        this.listen();
        return;
    }
    this.silence = null;
    this.listen();
  }

  /** A tag that is none of a table's. */
  private openWithin(name: string, attributes: ReadonlyMap<string, string>): void {
    const isHidden = !empty.has(name) && /display\s*:\s*none/i.test(attributes.get("style") ?? "");
    if (silent.has(name) || isHidden) {
      this.silence = name;
      this.silent = 0;
    } else if (name === "select") this.list = { chosen: null, option: null, isSelected: false };
    else if (name === "option") this.beginOption(attributes.has("selected"));
    else if (name === "input") this.seeInput(attributes);
    else if (name === "img") {
      for (const { cell } of this.open_) if (cell !== null) cell.picture ||= attributes.get("alt") ?? "";
    } else if (breaking.has(name)) this.add(" ");
  }

  close(name: string): void {
    if (this.silence !== null) {
      if (name === this.silence && this.silent-- === 0) this.silence = null;
      else if (!ofTables.has(name)) return;
    }
    const table = this.open_.at(-1);
    if (table === undefined) return;
    if (this.list !== null && (name === "select" || ofTables.has(name))) this.endList();
    if (this.tooDeep > 0) {
      if (name === "table") this.tooDeep--;
    } else if (name === "td" || name === "th") this.endCell(table);
    else if (name === "tr") {
      this.endRow(table);
      table.hasEnds = true;
    } else if (name === "table") this.endTable();
    else if (breaking.has(name)) this.add(" ");
    this.listen();
  }

  text(text: string): void {
    if (this.list === null) this.add(text);
    else if (this.list.option !== null && this.list.option.length < mostOfChoice) this.list.option += text;
  }

  /** Adds to the cell in hand, and to those in which its table stands. */
  private add(text: string): void {
    for (const table of this.open_) {
      const { cell, sink } = table;
      if (cell === null || sink === null || table.length > mostOfRow || cell.text.length > sink.mostOfCell) continue;
      cell.text += text;
      table.length += text.length;
    }
  }

  private beginOption(isSelected: boolean): void {
    this.endOption();
    if (this.list === null) return;
    this.list.option = "";
    this.list.isSelected = isSelected;
  }

  private endOption(): void {
    const { list } = this;
    if (list === null || list.option === null) return;
    if (list.isSelected) list.chosen = list.option;
    else list.chosen ??= list.option;
    list.option = null;
  }

  private endList(): void {
    this.endOption();
    const chosen = this.list?.chosen ?? null;
    this.list = null;
    if (chosen !== null && !aPrompt.test(chosen)) this.seeValue(chosen);
  }

  /** What is written in a box, and whether it is checked. */
  private seeInput(attributes: ReadonlyMap<string, string>): void {
    const type = (attributes.get("type") ?? "text").toLowerCase();
    if (type === "checkbox" || type === "radio") this.seeValue(attributes.has("checked") ? "true" : "");
    else if (!noValueOf.has(type)) this.seeValue(attributes.get("value") ?? "");
  }

  private seeValue(words: string): void {
    for (const { cell } of this.open_) {
      if (cell !== null && cell.value.length < mostOfChoice) cell.value = `${cell.value} ${words}`.trim();
    }
  }

  end(): void {
    for (const { hasRow, hasEnds, sink } of this.open_) if (hasRow && hasEnds) sink?.lines?.cutOff();
    while (this.open_.length > 0) this.endTable();
  }

  private listen(): void {
    this.isListening = false;
    if (this.silence !== null || this.tooDeep > 0) return;
    for (const { cell, sink } of this.open_)
      if (cell !== null && sink?.lines?.isPast === false) this.isListening = true;
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
      value: "",
      picture: "",
      before: "",
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
    const shown = plainText(cell.text) || plainText(cell.value) || plainText(cell.picture);
    const moment = cell.number === null ? null : momentBehind(shown, cell.number);
    const text = cell.number !== null && isNumberBehind(shown, cell.number) ? cell.number : shown;
    if (text === "") return;
    sink.lines.column = Math.min(column, mostColumns);
    if (moment !== null) sink.lines.isoDate(moment);
    else if (text === cell.number) sink.lines.number(Number(text));
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
    const around = this.open_.at(-1);
    const { cell = null } = around ?? {};
    if (around === undefined || cell === null) {
      table.sink?.end(table.rows);
      return;
    }
    if (isOwnTable(table.rows, around, cell)) {
      cell.text = cell.before;
      cell.value = "";
      cell.picture = "";
    }
    cell.text += " ";
    // A frame of one cell, or of one below the other, is none of the tables of the page.
    if (table.rows > 0) table.sink?.end(table.rows);
  }
}

/**
 * Whether a table within a cell is no part of what the cell says: the numbers of the pages below a list, the details
 * below a case, a log within a layout, one behind a cell that was never closed. Any other is (stars, boxes of reports).
 */
function isOwnTable(rows: number, around: Open, { colSpan, before }: OpenCell): boolean {
  return (rows > 0 && colSpan > 1) || (rows > 1 && (around.cells === 1 || before.trim() !== ""));
}

const plainText = (text: string) => text.replace(/[\s\u00a0]+/g, " ").trim();

function newTable(index: number): Open {
  const counts = { row: 0, rows: 0, cells: 0, next: 0, length: 0 };
  return { index, sink: null, ...counts, hasRow: false, hasEnds: false, taken: new Map(), cell: null, isFull: false };
}

function spanOf(value: string | undefined, most: number): number {
  const span = Number.parseInt(value ?? "1", 10);
  // rowspan="0" reaches to the end.
  if (span === 0 && most === mostRowSpan) return most;
  return span > 0 ? Math.min(span, most) : 1;
}
