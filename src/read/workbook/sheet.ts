/** The cells of an .xlsx sheet, from its XML in a stream. */
import type { Book, Sheet } from "./book.ts";
import { CellLines, type SheetFacts, type SheetPlan } from "./lines.ts";
import {
  cellTypes,
  clockText,
  columnOf,
  daysTo1904,
  decimalNumber,
  digits,
  errorWord,
  from1904,
  isLogDay,
  isWhole,
  noText,
  noValue,
  rowOf,
  typeOf,
} from "./values.ts";
import { cellString, inUtf8, latin, type Tag, TagScanner } from "./xml.ts";
import { inflated } from "./zip.ts";

export class SheetWriter extends CellLines {
  private readonly book: Book;
  private isInData = false;
  // The cell in hand.
  private type: number = cellTypes.number;
  private style = 0;
  private hasFormula = false;
  private hasValue = false;
  private inline: string | null = null;
  private isPhonetic = false;
  /** Formulas of which the value is 0, taken for none, and one with another value. */
  private hasZeros = false;
  private hasCalculated = false;
  private readonly days = new Map<number, string>();
  /** The row in hand has no number, and no cell yet. */
  private nameless: { readonly isHidden: boolean } | null = null;

  constructor(book: Book, plan: SheetPlan, write: (bytes: Uint8Array) => void) {
    super(plan, write);
    this.book = book;
  }

  /** Reads the sheet; throws whatever the unpacker says of damaged bytes. */
  async read(path: string, sheet: Sheet, progress: (bytes: number) => void = () => {}): Promise<SheetFacts> {
    const scanner = new TagScanner((tag) => this.see(tag));
    for await (const piece of inUtf8(inflated(path, sheet.entry))) {
      scanner.push(piece);
      progress(piece.length);
      if (this.row > this.plan.rows) break;
    }
    if (this.row <= this.plan.rows) scanner.end();
    this.endNameless();
    return { ...this.facts(), ...(this.hasZeros && this.hasCalculated && { isCalculated: true }) };
  }

  private see(tag: Tag): void {
    const { bytes, name } = tag;
    const length = tag.nameEnd - name;
    if (length === 1) {
      const letter = bytes[name];
      if (letter === 99) this.seeCell(tag);
      else if (letter === 118 && !tag.isEnd) this.value(bytes, tag.text, tag.isEmpty ? tag.text : tag.textEnd);
      else if (letter === 102) this.hasFormula = true;
      else if (letter === 116 && !tag.isEnd && this.isInline() && !this.isPhonetic && !tag.isEmpty) {
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

  /** Whether a text within a cell is the cell's; some writers leave its type out. */
  private isInline(): boolean {
    return this.type === cellTypes.inline || (this.type === cellTypes.number && !this.hasValue);
  }

  private seeRow(tag: Tag): void {
    const number = Number(tag.attribute("r") ?? Number.NaN);
    const isHidden = /^(1|true|on)$/i.test(tag.attribute("hidden") ?? "");
    this.endNameless();
    // Of a row without a number the first cell says it.
    if (!(number > 0)) this.nameless = { isHidden };
    // One that was begun by a tag before goes on.
    else if (number !== this.row) this.beginRow(number, isHidden);
  }

  /** The row of a tag that gives no number: the one behind the last where no cell has said otherwise. */
  private endNameless(): void {
    if (this.nameless !== null) this.beginRow(this.row + 1, this.nameless.isHidden);
    this.nameless = null;
  }

  /** The first cell of a row without a number: it goes on with the row before where it stands in that row, behind its last cell. */
  private seeRowOf(column: number, row: number): void {
    const { isHidden } = this.nameless as { isHidden: boolean };
    this.nameless = null;
    if (row === this.row && column > this.column) return;
    this.beginRow(row > this.row ? row : this.row + 1, isHidden);
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
    let column = -1;
    let row = 0;
    // Attributes of one letter, r="A1" s="1" t="s": read where they stand, since there are thirty of them a row.
    const { end } = tag;
    for (let p = tag.nameEnd; p < end; ) {
      while (p < end && bytes[p] !== 61) p++;
      // Spaces may stand on both sides of the sign.
      let name = p - 1;
      while (bytes[name] <= 32) name--;
      const letter = bytes[name - 1] <= 32 || bytes[name - 1] === 58 ? bytes[name] : 0;
      while (bytes[++p] <= 32);
      const quoted = bytes[p];
      if (quoted !== 34 && quoted !== 39) break;
      const value = p + 1;
      for (p = value; p < end && bytes[p] !== quoted; ) p++;
      if (letter === 114) {
        column = columnOf(bytes, value, p);
        if (this.nameless !== null) row = rowOf(bytes, value, p);
      } else if (letter === 115) this.style = digits(bytes, value, p);
      else if (letter === 116) this.type = typeOf(bytes, value, p);
      p++;
    }
    if (this.nameless !== null) this.seeRowOf(column, row);
    this.column = column < 0 ? this.column + 1 : column;
    if (tag.isEmpty) this.endCell();
  }

  /** The text of a `<v>`. */
  private value(bytes: Uint8Array, from: number, to: number): void {
    // The value of a formula may be an empty text; that of a number or a date is not.
    this.hasValue = from < to || this.type === cellTypes.string;
    if (from === to) return;
    if (this.hasFormula && this.book.isCalculatedOnLoad && this.isToCalculate(bytes, from, to)) return;
    switch (this.type) {
      case cellTypes.number:
        this.numberIn(bytes, from, to);
        return;
      case cellTypes.shared: {
        const at = digits(bytes, from, to);
        const text = this.book.strings.at(at < 0 ? Number(latin(bytes, from, to)) : at);
        if (text === null) this.text(noText);
        else this.add(text, 0, text.length);
        return;
      }
      case cellTypes.boolean:
        this.text(/^\s*[1t]/i.test(latin(bytes, from, to)) ? "true" : "false");
        return;
      case cellTypes.error:
        this.text(errorWord(latin(bytes, from, to)));
        return;
      case cellTypes.date:
        // A workbook has no time zone (ECMA-376): the Z that some writers put on its clock is none.
        this.isoDate(latin(bytes, from, to).replace(/\s*(?:Z|[+-]00:?00)$/i, ""));
        return;
      default:
        this.text(cellString(bytes, from, to));
    }
  }

  /**
   * Whether the value of a formula is the 0 of a program that calculates nothing: such a program asks Excel to do it when
   * it opens the workbook, and each of its formulas is 0 until then.
   */
  private isToCalculate(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.hasCalculated || this.plan.isCalculated) return false;
    const isZero = this.type === cellTypes.number && Number(latin(bytes, from, to)) === 0;
    if (isZero) {
      this.hasZeros = true;
      this.text(noValue);
    } else this.hasCalculated = true;
    return isZero;
  }

  private endCell(): void {
    if (this.inline !== null) this.text(this.inline);
    // A formula whose value nobody has worked out is no blank cell; one whose value is an empty text is.
    else if (this.hasFormula && !this.hasValue) this.text(noValue);
    this.inline = null;
    this.hasFormula = false;
  }

  private numberIn(bytes: Uint8Array, from: number, to: number): void {
    const format = this.book.formats[this.style];
    const kind = format?.kind ?? "number";
    if (kind === "number") {
      if (this.book.from1904 && this.isOfTimes) this.number(from1904(Number(latin(bytes, from, to))));
      else if (to - from < 16 && isWhole(bytes, from, to)) this.add(bytes, from, to);
      else this.number(Number(latin(bytes, from, to)));
      return;
    }
    if (kind === "percent" || kind === "zeros") {
      this.shown(Number(latin(bytes, from, to)), format);
      return;
    }
    const serial = decimalNumber(bytes, from, to);
    const seconds = Math.round(serial * 86_400);
    if (!Number.isFinite(serial) || seconds < 0) this.text(latin(bytes, from, to));
    // Hours since 1900 under the moments of a column of times are a slip of its format: [h]:mm.
    else if ((kind === "duration" && !(this.isOfTimes && isLogDay(serial))) || (kind === "time" && serial < 1))
      this.text(clockText(seconds));
    // The last day that Excel knows is 31/12/9999.
    else if (serial < 2_958_466) this.moment(seconds - 86_400 * (this.book.from1904 ? 25_569 - daysTo1904 : 25_569));
    else this.text(latin(bytes, from, to));
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

  private seeMerge(ref: string): void {
    const [, letters, from, to] = /^\$?([A-Z]+)\$?(\d+):\$?[A-Z]+\$?(\d+)$/i.exec(ref) ?? [];
    if (letters === undefined || from === to) return;
    const column = [...letters.toUpperCase()].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
    this.merges.push({ column, from: Number(from), to: Number(to) });
  }
}
