/** Workbooks as one file of XML, as Excel 2003 writes them (SpreadsheetML). */
import { UserError } from "../../errors.ts";
import { marked } from "../encodings.ts";
import { formatOf, type NumberFormat } from "./book.ts";
import type { CellLines } from "./lines.ts";
import type { MarkupHandler } from "./markup.ts";
import { clockText, errorWord, from1904, noValue } from "./values.ts";

/** What the rows of one sheet are given to. */
export interface SheetSink {
  readonly lines: CellLines | null;
  readonly mostOfCell: number;
  end(isHidden: boolean): void;
}

const mostColumns = 16_384;
/** Styles that are made of each other, at the most. */
const deepestStyle = 20;
const mostOfRow = 10 << 20;
/** A time without a day is one of Excel's day 0. */
const noDay = /^(?:1899-12-3[01]|1900-01-00)T(\d\d:\d\d:\d\d)/;

export class XmlWorkbookReader implements MarkupHandler {
  readonly wanted: ReadonlySet<string> = new Set([
    "name",
    "index",
    "type",
    "mergeacross",
    "mergedown",
    "hidden",
    "formula",
    "id",
    "format",
    "styleid",
    "parent",
    "span",
  ]);
  isListening = false;
  private readonly begin: (name: string) => SheetSink;
  private sink: SheetSink | null = null;
  private isHidden = false;
  private isSaid = false;
  private row = 0;
  private inRow = false;
  private column = -1;
  private across = 0;
  private down = 0;
  private hasFormula = false;
  private isComment = false;
  private type = "";
  private data: string | null = null;
  private length = 0;
  private isFull = false;
  private inVisible = false;
  private isClosed = false;
  private is1904 = false;
  /** How styles show numbers, and of which other each is made; the style that is defined, and those of the row and cell in hand. */
  private readonly formats = new Map<string, NumberFormat>();
  private readonly parents = new Map<string, string>();
  private defined = "";
  /** The styles of columns of the sheet, from the first to the last of each. */
  private columns: { readonly from: number; readonly to: number; readonly style: string }[] = [];
  private nextColumn = 0;
  private tableStyle = "";
  private rowStyle = "";
  private style = "";
  private readonly file: string | null;

  /**
   * @param begin hears of each sheet by its name
   * @param file the name of a file that is read to its end; null of one of which only the head is
   */
  constructor(begin: (name: string) => SheetSink, file: string | null) {
    this.begin = begin;
    this.file = file;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === "worksheet") {
      this.endSheet();
      this.sink = this.begin(attributes.get("name") ?? "");
      this.row = 0;
      this.inRow = false;
      this.isHidden = false;
      this.columns = [];
      this.nextColumn = 0;
    } else if (name === "style") {
      this.defined = attributes.get("id") ?? "";
      const parent = attributes.get("parent");
      if (parent !== undefined) this.parents.set(this.defined, parent);
    } else if (name === "numberformat") this.formats.set(this.defined, formatOf(attributes.get("format") ?? ""));
    else if (name === "date1904") this.is1904 = true;
    else if (this.sink === null) return;
    else if (name === "table") this.tableStyle = attributes.get("styleid") ?? "";
    else if (name === "column") this.seeColumn(attributes);
    else if (name === "row") this.beginRow(attributes);
    else if (name === "cell") {
      this.column = numberOf(attributes.get("index")) ?? this.column + 1 + this.across;
      this.across = (numberOf(attributes.get("mergeacross"), -1) ?? -1) + 1;
      this.down = (numberOf(attributes.get("mergedown"), -1) ?? -1) + 1;
      this.hasFormula = attributes.has("formula");
      this.style = attributes.get("styleid") ?? (this.rowStyle || this.styleOfColumn());
      this.isSaid = false;
    } else if (name === "comment") this.isComment = true;
    else if (name === "data" && !this.isComment) {
      this.type = (attributes.get("type") ?? "").toLowerCase();
      this.data = "";
    } else if (name === "visible") {
      this.inVisible = true;
      this.data = "";
    } else if (name === "br" && this.data !== null) this.data += " ";
    this.isListening = this.data !== null;
  }

  close(name: string): void {
    if (name === "data" && this.data !== null) {
      this.value(this.data);
      this.data = null;
    } else if (name === "comment") this.isComment = false;
    else if (name === "cell") {
      // A formula whose value nobody has worked out is no blank cell.
      if (this.hasFormula && !this.isSaid) this.say(noValue);
    } else if (name === "visible" && this.inVisible) {
      this.isHidden = /hidden/i.test(this.data ?? "");
      this.inVisible = false;
      this.data = null;
    } else if (name === "row") this.inRow = false;
    else if (name === "worksheet") this.endSheet();
    else if (name === "workbook") this.isClosed = true;
    this.isListening = this.data !== null;
  }

  text(text: string): void {
    if (this.data === null || this.data.length > (this.sink?.mostOfCell ?? 0) || this.length > mostOfRow) return;
    this.data += text;
    this.length += text.length;
  }

  /** @throws UserError `damaged-workbook` where it ends between two rows, so that none of them shows it */
  end(): void {
    if (this.inRow) this.sink?.lines?.cutOff();
    else if (!this.isClosed && this.file !== null) throw new UserError("damaged-workbook", { file: this.file });
    this.endSheet();
  }

  private seeColumn(attributes: ReadonlyMap<string, string>): void {
    const from = numberOf(attributes.get("index")) ?? this.nextColumn;
    const to = from + Number(attributes.get("span") ?? 0);
    this.nextColumn = to + 1;
    const style = attributes.get("styleid");
    if (style !== undefined) this.columns.push({ from, to, style });
  }

  private styleOfColumn(): string {
    return this.columns.find(({ from, to }) => from <= this.column && this.column <= to)?.style ?? this.tableStyle;
  }

  /** How the cell in hand shows a number; a style that says nothing of it is as the one that it is made of. */
  private format(): NumberFormat | undefined {
    let style = this.style === "" ? "Default" : this.style;
    for (let depth = 0; depth < deepestStyle; depth++) {
      const format = this.formats.get(style);
      const parent = this.parents.get(style);
      if (format !== undefined || parent === undefined) return format;
      style = parent;
    }
    return undefined;
  }

  private beginRow(attributes: ReadonlyMap<string, string>): void {
    this.inRow = true;
    this.rowStyle = attributes.get("styleid") ?? "";
    this.row = Math.max(this.row + 1, (numberOf(attributes.get("index")) ?? -1) + 1);
    this.column = -1;
    this.across = 0;
    this.length = 0;
    this.isFull = false;
    this.sink?.lines?.beginRow(this.row, attributes.get("hidden") === "1");
  }

  private value(data: string): void {
    const lines = this.sink?.lines ?? null;
    if (lines === null || lines.isPast) return;
    // The value of a formula may be an empty text.
    this.isSaid = data !== "" || this.type === "string";
    if (data === "") return;
    switch (this.type) {
      case "number":
        this.number(lines, data);
        return;
      case "boolean":
        this.say(data.trim() === "1" ? "true" : "false");
        return;
      case "error":
        this.say(errorWord(data));
        return;
      case "datetime":
        this.moment(lines, data);
        return;
      default:
        this.say(data.trim() === "" ? "" : data);
    }
  }

  private number(lines: CellLines, data: string): void {
    const format = this.format();
    const kind = format?.kind ?? "number";
    if (kind === "number" && data.length < 16 && /^\d+$/.test(data) && !this.is1904) {
      this.say(data);
      return;
    }
    if (!this.place(lines)) return;
    const value = Number(data);
    if (format !== undefined && (kind === "percent" || kind === "zeros")) lines.shown(value, format);
    else if (value >= 0 && (kind === "duration" || (kind === "time" && value < 1)))
      lines.text(clockText(Math.round(86_400 * value)));
    else if (this.is1904 && lines.isOfTimes) lines.number(from1904(value));
    else lines.number(value);
    lines.reach(this.down);
  }

  /** A day, a time of day, or hours of which days are made: what is meant, its format shows. */
  private moment(lines: CellLines, data: string): void {
    const kind = this.format()?.kind;
    const at = roundedMoment(data);
    const [, clock] = noDay.exec(at) ?? [];
    if (kind === "duration") this.say(hoursIn(at, this.is1904) ?? at);
    else if (clock !== undefined && kind !== "date") this.say(clock);
    else if (this.place(lines)) {
      // Excel's day 0 is as that of any workbook, which stands for none.
      lines.isoDate(clock === undefined ? at : `1899-12-30T${clock}`);
      lines.reach(this.down);
    }
  }

  private say(text: string): void {
    const lines = this.sink?.lines ?? null;
    if (lines === null || lines.isPast || text === "" || !this.place(lines)) return;
    if (text.includes("\ufffd")) {
      const bytes = marked(text);
      lines.add(bytes, 0, bytes.length);
    } else lines.text(text);
    lines.reach(this.down);
  }

  /** One cell behind the last column of all says that the row has too many. */
  private place(lines: CellLines): boolean {
    if (this.isFull) return false;
    this.isFull = this.column >= mostColumns;
    lines.column = Math.min(this.column, mostColumns);
    return true;
  }

  private endSheet(): void {
    this.sink?.end(this.isHidden);
    this.sink = null;
    this.data = null;
    this.isComment = false;
  }
}

const msADay = 86_400_000;

/** Hours, minutes and seconds since day 0; Excel has a 29 February 1900, behind which each day is one further from it. */
function hoursIn(data: string, is1904: boolean): string | null {
  const moment = Date.parse(`${data}Z`);
  if (Number.isNaN(moment)) return null;
  const days = moment / msADay - Date.UTC(1899, 11, 31) / msADay;
  const since = is1904 ? (moment - Date.UTC(1904, 0, 1)) / msADay : days < 60 ? days : days + 1;
  return since < 0 ? null : clockText(Math.round(86_400 * since));
}

/** A number from 1 as one from 0. */
function numberOf(value: string | undefined, least = 0): number | null {
  const number = Number(value ?? Number.NaN) - 1;
  return Number.isInteger(number) && number >= least ? number : null;
}

/** A moment to the second: Excel's fractions of a day end in milliseconds that nobody wrote. */
function roundedMoment(data: string): string {
  const [, day, hour, minute, second, fraction] =
    /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?$/.exec(data.trim()) ?? [];
  if (day === undefined || fraction === undefined || Number(`0.${fraction}`) < 0.5) return data.trim();
  const seconds = 3600 * Number(hour) + 60 * Number(minute) + Number(second) + 1;
  return seconds < 86_400 ? `${day}T${clockText(seconds)}` : data.trim();
}
