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
  /** Formats that show percents or zeros, by their styles; the style that is defined, and those of the row and cell in hand. */
  private readonly formats = new Map<string, NumberFormat>();
  private defined = "";
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
    } else if (name === "style") this.defined = attributes.get("id") ?? "";
    else if (name === "numberformat") {
      const format = formatOf(attributes.get("format") ?? "");
      if (format.kind === "percent" || format.kind === "zeros") this.formats.set(this.defined, format);
    } else if (name === "date1904") this.is1904 = true;
    else if (this.sink === null) return;
    else if (name === "row") this.beginRow(attributes);
    else if (name === "cell") {
      this.column = numberOf(attributes.get("index")) ?? this.column + 1 + this.across;
      this.across = (numberOf(attributes.get("mergeacross"), -1) ?? -1) + 1;
      this.down = (numberOf(attributes.get("mergedown"), -1) ?? -1) + 1;
      this.hasFormula = attributes.has("formula");
      this.style = attributes.get("styleid") ?? this.rowStyle;
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
    if (lines === null || lines.isPast || data === "") return;
    this.isSaid = true;
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
      case "datetime": {
        const [, clock] = noDay.exec(data) ?? [];
        if (clock !== undefined) this.say(clock);
        else if (this.place(lines)) {
          lines.isoDate(roundedMoment(data));
          lines.reach(this.down);
        }
        return;
      }
      default:
        this.say(data.trim() === "" ? "" : data);
    }
  }

  private number(lines: CellLines, data: string): void {
    const format = this.formats.get(this.style);
    if (format === undefined && data.length < 16 && /^\d+$/.test(data) && !this.is1904) {
      this.say(data);
      return;
    }
    if (!this.place(lines)) return;
    if (format !== undefined) lines.shown(Number(data), format);
    else if (this.is1904 && lines.isOfTimes) lines.number(from1904(Number(data)));
    else lines.number(Number(data));
    lines.reach(this.down);
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
