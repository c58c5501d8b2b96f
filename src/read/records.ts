/**
 * Walks the records of a log: those in good order in batches through the inner loop (kernel.as.ts), any other one by
 * one through the Scanner, which says what is wrong with it.
 */
import { machine } from "../platform/index.ts";
import { fieldKinds } from "../records/case.ts";
import { isBlankSign } from "./blanks.ts";
import { areNamesAndValues, isNameOfColumn } from "./filters-below.ts";
import { Kernel, type Planned, stops } from "./kernel.ts";
import type { Layout } from "./layout.ts";
import type { RowFault } from "./ledger.ts";
import { areCounts, isOddId } from "./odd-ids.ts";
import { unwrapRecord } from "./quoted-lines.ts";
import { hasInnerLineEnd, isDamaged, isUnclosed, lineEnds, Scanner } from "./scan.ts";
import type { Source } from "./source.ts";
import { isFooter, nameLikeFooter, partOfExcel, sumSaid } from "./words.ts";

/** A stretch of a log: the records that begin at or after `start` and before `limit`. */
export interface LogStretch {
  readonly start: number;
  readonly limit: number;
}

/** A record that is no case: passed over, or at fault. */
export type NoCase = "blank" | "total" | "note" | "filler" | RowFault;

/** Hears of the records in their order. */
export interface Walker {
  /**
   * So many rows stand in the kernel's table.
   *
   * @param position the log's offset of the first byte of the kernel's buffer
   * @param valid all of their bytes are UTF-8
   */
  rows(count: number, position: number, valid: boolean): void;
  /** A record that is no case, at this offset of the log. */
  odd(what: NoCase, offset: number, lines: number, row?: Uint8Array): void;
}

/** A cell may be this long, a row this many times as long. */
const longestCell = 1 << 20;
const longestRow = 8 << 20;
/** Bytes of a cell that says a sum: "Tổng cộng: 12.480 hồ sơ". */
const longestTotal = 120;
/** Filled cells of a note, bytes of one, and what a note does not hold: a long number, a date. */
export const mostOfNote = 3;
const longestNote = 300;
/** So many columns or more are a wide log. */
const leastOfWide = 5;
export const looksLikeData = /\d{5}|\d[./-]\d/;
/** One word of digits and other signs, or of three digits: HS12, 1231. */
const looksLikeId = /^(?=\S*\d)(?=\S*(?:\D|\d{3}))\S+$/;
/** A few letters and a digit: looked at no closer, since every row may begin so. */
const anId = /^[A-Za-z]{1,3}[-_./]?\d/;
/** The number of a group of cases, with its name at most beside it. */
const aNumeral = /^(?:I{1,3}|IV|VI{0,3}|IX|X{1,3})[.)]?$/;
/** The number of a page. */
const aPage = /^(?:\d{1,4} ?\/ ?\d{1,4}|- ?\d{1,4} ?-)$/;
/** Two words or more, which no id is. */
const someWords = /^\p{L}[\p{L}\p{M}.]*(?:\s+(?:[\p{L}\p{M}\d.,():-]+|[\p{L}\p{M}&/–,]+))+$/u;
/** No digit, and a small letter or a space: few ids are such, and what a filter is called is asked of few rows. */
const likeName = /^(?=.*[\p{Ll} :])\D*$/u;
const aRunningNumber = /^\d{1,7}[.)]?$/;
const aDate = /^\W*\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/;
const aClock = /^\d{1,2}[:h]\d\d/;
/** Words, of a letter at least and no digit. */
const wordsAlone = /^(?=.*\p{L}{2})[^\p{N}]+$/u;
/** A number, or so many per cent or days. */
const aNumber = /^[\d.,% ]+(?:ngày|giờ|phút|days?|hours?|minutes?)?$/iu;
const decoder = new TextDecoder();
/** Read behind the limit of a stretch, so that the last record is mostly at hand. */
const slack = 1 << 15;

export class Records {
  readonly kernel: Kernel;
  readonly source: Source;
  private readonly layout: Layout;
  private readonly scanner: Scanner;
  /** The column of the ids, or −1. */
  private readonly idAt: number;
  /** The columns of words that say of a case what it is. */
  private readonly wordsAt: readonly number[];
  /** The same, and those of ticks. */
  private readonly codedAt: readonly number[];
  private readonly ticksAt: readonly number[];
  private readonly isDateless: boolean;
  /** The log's offset of the kernel's first byte. */
  private position = 0;

  constructor(source: Source, layout: Layout, plan: readonly Planned[], slots: number, clearSlots: number) {
    this.source = source;
    this.layout = layout;
    this.scanner = new Scanner({ delimiter: layout.delimiter });
    this.idAt = layout.columns.find(({ field }) => field === "caseId")?.index ?? -1;
    const at = (...kinds: readonly string[]) =>
      layout.columns.filter(({ field }) => kinds.includes(fieldKinds[field])).map(({ index }) => index);
    this.wordsAt = at("word");
    this.codedAt = at("word", "yesNo");
    this.ticksAt = at("yesNo");
    this.isDateless = at("time").length === 0;
    this.kernel = new Kernel(layout.delimiter, layout.width, layout.least, plan, slots, clearSlots);
  }

  /**
   * Walks the records of a stretch; returns the offset behind the last.
   *
   * @param behind how many bytes behind the stretch are read at once, for a last record that reaches over it
   */
  walk(stretch: LogStretch, walker: Walker, behind = slack): number {
    const { source, kernel } = this;
    const base = kernel.bufferAt;
    const wanted = Math.max(0, Math.min(stretch.limit, source.size) - stretch.start) + behind;
    kernel.reserve(wanted);
    let position = stretch.start;
    let have = source.read(kernel.bytes, base, wanted, position);
    let at = 0;
    for (;;) {
      const limit = Math.min(stretch.limit - position, have);
      if (at >= limit && (at >= have || position + at >= stretch.limit)) return position + at;
      const final = position + have >= source.size;
      const count = kernel.parse(base + at, base + limit, base + have, final);
      const next = kernel.next - base;
      const { stop } = kernel;
      this.position = position;
      if (count > 0) walker.rows(count, position, kernel.isUtf8(base + at, base + next));
      at = next;
      if (stop === stops.atLimit || stop === stops.full) continue;
      const shortOf = stop === stops.needsMore || !this.isWhole(at, have, final);
      if (shortOf && have - at < longestRow) {
        // Read on behind what there is of the record.
        const { bytes } = kernel;
        bytes.copyWithin(base, base + at, base + have);
        position += at;
        have -= at;
        at = 0;
        kernel.reserve(have * 2 + slack);
        have += source.read(kernel.bytes, base + have, kernel.capacity - have, position + have);
        continue;
      }
      if (shortOf && !this.isBadQuote(at, have)) {
        walker.odd("row-too-long", position + at, 1);
        position = source.lineEndBehind(position + have);
        have = source.read(kernel.bytes, base, kernel.capacity, position);
        at = 0;
        continue;
      }
      at = this.oddOne(at, have, position, walker);
    }
  }

  /** Whether the record at `at` ends within the bytes at hand. */
  private isWhole(at: number, have: number, final: boolean): boolean {
    const { bytes, bufferAt } = this.kernel;
    const view = bytes.subarray(bufferAt, bufferAt + have);
    return this.scanner.scan(view, at, at + 1, have, final) !== at;
  }

  /** Whether the longest of records is one whose quote does not close, and whose first line can be given up alone. */
  private isBadQuote(at: number, have: number): boolean {
    const { bytes, bufferAt } = this.kernel;
    this.scanner.scan(bytes.subarray(bufferAt, bufferAt + have), at, at + 1, have, true);
    const lineEnd = this.scanner.cells[this.scanner.endCell(0) - 1] >>> 1;
    return (this.scanner.bits(0) & isDamaged) !== 0 && lineEnd < have;
  }

  /** Says what the one record at `at` is; returns where the next begins. */
  private oddOne(at: number, have: number, position: number, walker: Walker): number {
    const { scanner, kernel, layout, source } = this;
    const base = kernel.bufferAt;
    const view = kernel.bytes.subarray(base, base + have);
    const next = scanner.scan(view, at, at + 1, have, true);
    const bits = scanner.bits(0);
    if (unwrapRecord(view, at, scanner, layout) && kernel.parse(base + at, base + at + 1, base + have, true) === 1) {
      walker.rows(1, position, kernel.isUtf8(base + at, base + next));
      return next;
    }
    const lines = (bits & hasInnerLineEnd) === 0 ? 1 : lineEnds(view, at, next);
    const atEnd = position + next >= source.size && !isLineEnd(view[next - 1]);
    const what = this.judge(view, at, next, atEnd);
    if (what !== null) {
      walker.odd(what, position + at, lines, view.subarray(at, next));
      return next;
    }
    // Nothing is wrong with it but its length.
    kernel.allow(longestRow + slack);
    const count = kernel.parse(base + at, base + at + 1, base + have, true);
    if (count === 1) walker.rows(1, position, true);
    else walker.odd("too-many-cells", position + at, lines);
    kernel.allow(longestCell);
    return next;
  }

  /** What a record is that the inner loop did not take; null when it is a row like any other. The scanner has it. */
  private judge(view: Uint8Array, from: number, next: number, atEnd: boolean): NoCase | null {
    const { scanner, layout } = this;
    const bits = scanner.bits(0);
    if ((bits & isDamaged) !== 0) {
      if (atEnd) return "truncated";
      return (bits & isUnclosed) !== 0 ? "unclosed-quote" : "bad-quote";
    }
    const noCase = this.noCase(view);
    if (noCase !== null) return noCase;
    if (!machine.texts.isUtf8(view.subarray(from, next))) return atEnd ? "truncated" : "bad-encoding";
    const cells = scanner.endCell(0);
    let filled = cells;
    while (filled > 0 && this.isBlankCell(view, filled - 1)) filled--;
    if (cells < layout.least) {
      // The beginning of a row that was cut off is no note, unless it is words.
      if (this.isNote(view) && (!atEnd || /^\D*\s\D*$/.test(this.textOf(view, this.firstOwn(view))))) return "note";
      return atEnd ? "truncated" : "too-few-cells";
    }
    if (filled > layout.width) return "too-many-cells";
    for (let k = 0; k < cells; k++) {
      if ((scanner.cells[k] >>> 1) - this.startOf(k) > longestCell) return "cell-too-long";
    }
    return null;
  }

  /** Whether a row that ends here in the kernel's memory is the log's last and has no line end: it may be cut off. */
  isCutOff(end: number): boolean {
    const { bytes, bufferAt } = this.kernel;
    return this.position + end - bufferAt >= this.source.size && !isLineEnd(bytes[end - 1]);
  }

  /** Whether the row from `from` to `to` in the kernel's memory is blank, a sum or a footer: looked at where it may be. */
  noCaseAt(from: number, to: number, hasTime: boolean): "blank" | "total" | "note" | null {
    const view = this.kernel.bytes.subarray(from, to);
    this.scanner.scan(view, 0, 1, view.length, true);
    return this.noCase(view, hasTime);
  }

  /**
   * A row without any text is blank; one whose first filled cell says "Tổng cộng" or "Cộng" is a sum; one that has in place
   * of an id "Trang 1/2" or "Ngày in: …", and little else, stands below or between the cases.
   */
  private noCase(view: Uint8Array, hasTime = false): "blank" | "total" | "note" | null {
    const { scanner } = this;
    const end = scanner.endCell(0);
    const k = this.firstOwn(view);
    if (k === end) return "blank";
    const from = this.startOf(k);
    const to = scanner.cells[k] >>> 1;
    if (to - from > longestTotal) return null;
    const text = this.textOf(view, k);
    if (anId.test(text)) return null;
    // A rule of dashes below the header, a row of NULL.
    if (isBlankSign(text) && this.isOfSigns(view, k + 1)) return "blank";
    if (k === this.idAt) {
      if (likeName.test(text) && isNameOfColumn(text) && areNamesAndValues(this.textsOf(view))) return "note";
      const filled = this.filledIn(view, k);
      if (filled <= mostOfNote && isFooter(text, hasTime || filled > 1)) return "note";
      // Words and a time: what was printed, or signed, then. A case has more than that.
      if (filled === 2 && 2 * filled < this.layout.width && this.hasDateAlone(view, k + 1)) {
        if (wordsAlone.test(text) || isFooter(text, false)) return "note";
        if (sumSaid(text, true) !== null) return "total";
      }
    }
    return this.isSum(view, k, text, hasTime) || this.isCounted(view) ? "total" : null;
  }

  /**
   * Whether a row whose first filled cell is the k-th, with this text, is a sum, a mean or the like: by its word alone, or by
   * one that a name may begin with too, such as that of an office, and numbers alone beside it. A case whose office or id
   * is called so has words beside it, or a time and another name.
   */
  private isSum(view: Uint8Array, k: number, text: string, hasTime: boolean): boolean {
    const isId = k === this.idAt;
    const said = sumSaid(text, isId);
    if (said === null) return false;
    const end = this.scanner.endCell(0);
    // Below an index "count" stands where the numbers of the rows do.
    if (k === 0 && this.layout.isIndexed === true && said === "figure" && !hasTime) {
      return this.textsOf(view)
        .slice(1)
        .every((cell) => cell === "" || aNumber.test(cell));
    }
    const isBare = (at: number) =>
      at >= end || this.isBlankCell(view, at) || !/[\p{L}\p{N}]/u.test(this.textOf(view, at));
    let [numbers, ticks, dates, words] = [0, 0, 0, 0];
    for (let i = k + 1; i < end; i++) {
      if (isBare(i)) continue;
      const beside = this.textOf(view, i);
      if (aDate.test(beside) || aClock.test(beside)) dates++;
      else if (!aNumber.test(beside)) words++;
      else if (/^[01]$/.test(beside)) ticks++;
      else numbers++;
    }
    const isDated = hasTime || dates > 0;
    // The first receipt and the last return stand in a row of totals too.
    if (said === "all") return words === 0 || !isDated;
    if (words > 0) return false;
    // So do the means of columns, but a case may be called "Max", or be of an office "Cộng Hòa".
    const hasNoId = this.idAt < 0 || isBare(this.idAt);
    if (!isId && !hasNoId) return false;
    if (isDated) return said === "figure" && this.wordsAt.length > 0 && this.wordsAt.every(isBare);
    if (isId) return true;
    // "Trung bình" is a rating too; and where no case has an id "Cộng Hiền" is a commune, 1 and 0 beside it a yes and a no.
    if (this.codedAt.includes(k)) return false;
    return numbers > 0 || (ticks > 0 && (this.idAt >= 0 || partOfExcel.test(text)));
  }

  private textsOf(view: Uint8Array): string[] {
    return Array.from({ length: this.scanner.endCell(0) }, (_, k) => this.textOf(view, k));
  }

  /** Whether all cells from the k-th on are blank, or a sign or word for nothing. */
  private isOfSigns(view: Uint8Array, k: number): boolean {
    for (let i = k; i < this.scanner.endCell(0); i++) {
      if (!this.isBlankCell(view, i) && !isBlankSign(this.textOf(view, i))) return false;
    }
    return true;
  }

  /** Whether a row of a log without times has no id, and counts alone. */
  private isCounted(view: Uint8Array): boolean {
    return this.isDateless && areCounts(this.textsOf(view), this.idAt, this.ticksAt, this.layout.isIndexed === true);
  }

  /** Whether the id of the row from `from` to `to` in the kernel's memory is of no kind that others have, and begins a note. */
  isOddAt(from: number, to: number): boolean {
    const { layout, idAt, wordsAt } = this;
    if (layout.ids === undefined) return false;
    const view = this.kernel.bytes.subarray(from, to);
    this.scanner.scan(view, 0, 1, view.length, true);
    const texts = this.textsOf(view);
    const isBeside = (k: number) => k !== idAt && !(k === 0 && layout.isIndexed === true) && texts[k] !== "";
    const beside = texts.filter((_, k) => isBeside(k));
    return isOddId(
      texts[idAt] ?? "",
      layout.ids,
      beside,
      wordsAt.some((k) => /^\d+$/.test(texts[k] ?? "")),
    );
  }

  /**
   * Whether the row from `from` to `to` in the kernel's memory is a note: looked at where it shows no time.
   *
   * @param alone it may be no more than words in one cell, such as the name of a group of cases
   */
  isNoteAt(from: number, to: number, alone = false): boolean {
    const view = this.kernel.bytes.subarray(from, to);
    this.scanner.scan(view, 0, 1, view.length, true);
    const k = this.firstOwn(view);
    const filled = this.filledIn(view, k);
    if (filled > mostOfNote) return false;
    const first = this.textOf(view, k);
    // Nothing but a page, a place and day, or who signs: no case, in whatever column it stands. An id may be 1/2.
    const isPage = this.idAt >= 0 && k !== this.idAt && aPage.test(first);
    if (filled === 1 && (isPage || isFooter(first, false)) && !nameLikeFooter.test(first)) return true;
    // The number of a group; in a column of ticks X is one.
    if (filled <= 2 && this.isDateless && aNumeral.test(first) && !this.codedAt.includes(k)) return true;
    if (!alone) return this.isNote(view);
    // No id is words without a digit: a signatory, and another beside.
    const isSigned = someWords.test(first) && !/\d/.test(first);
    if (isSigned || /^\([^()\d]+\)$/.test(first)) return true;
    // The letter of a group, in a log of some width: of a narrow one it is an id.
    const isLetter = /^\p{L}[.)]?$/u.test(first) && this.layout.width >= leastOfWide;
    if (isLetter && filled === 1) return true;
    return this.isNote(view, 1) && someWords.test(first);
  }

  /** Whether the one filled cell from the k-th on is a date. */
  private hasDateAlone(view: Uint8Array, k: number): boolean {
    let i = k;
    while (this.isBlankCell(view, i)) i++;
    return aDate.test(this.textOf(view, i).replace(/^"?ngày\s+/iu, ""));
  }

  private filledIn(view: Uint8Array, from: number): number {
    let filled = 0;
    for (let k = from; k < this.scanner.endCell(0); k++) if (!this.isBlankCell(view, k)) filled++;
    return filled;
  }

  /**
   * A title, a place and date, a signatory: at most three cells of many are filled, and none holds what an id, a date or
   * a number of a case would.
   */
  private isNote(view: Uint8Array, most = mostOfNote): boolean {
    const { scanner, layout } = this;
    const end = scanner.endCell(0);
    let filled = 0;
    let isNumbered = false;
    const first = this.firstOwn(view);
    // Behind the number of its row a number in place of an id is one: the row is cut off, and is told as that.
    if (first === this.idAt && first > 0 && !this.isBlankCell(view, 0) && /^\d+$/.test(this.textOf(view, first)))
      return false;
    for (let k = first; k < end; k++) {
      if (this.isBlankCell(view, k)) continue;
      filled++;
      // "HS 1233" with a status beside it is a case; a place and date stand alone.
      if (filled > most || (filled > 1 && isNumbered)) return false;
      if ((scanner.cells[k] >>> 1) - this.startOf(k) > longestNote) return false;
      const text = this.textOf(view, k);
      if (looksLikeData.test(text) || looksLikeId.test(text)) return false;
      isNumbered ||= filled === 1 && /\d/.test(text);
    }
    return filled > 0 && 2 * filled < layout.width;
  }

  /** The first cell that is filled; that behind the running number of the row, where there is one. */
  private firstOwn(view: Uint8Array): number {
    const end = this.scanner.endCell(0);
    let k = 0;
    while (k < end && this.isBlankCell(view, k)) k++;
    if (k > 0 || this.layout.isIndexed !== true || !aRunningNumber.test(this.textOf(view, k))) return k;
    let own = 1;
    while (own < end && this.isBlankCell(view, own)) own++;
    return own < end ? own : k;
  }

  /** A cell's text, without the quotes around it. */
  private textOf(view: Uint8Array, k: number): string {
    const text = decoder.decode(view.subarray(this.startOf(k), this.scanner.cells[k] >>> 1)).trim();
    return text.charCodeAt(0) === 34 ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
  }

  private startOf(k: number): number {
    return k === 0 ? this.scanner.start(0) : (this.scanner.cells[k - 1] >>> 1) + 1;
  }

  /** Nothing but spaces, quotes, tabs and line ends. */
  private isBlankCell(view: Uint8Array, k: number): boolean {
    const to = this.scanner.cells[k] >>> 1;
    for (let i = this.startOf(k); i < to; i++) if (view[i] > 34 || view[i] === 33) return false;
    return true;
  }
}

function isLineEnd(byte: number): boolean {
  return byte === 10 || byte === 13;
}
