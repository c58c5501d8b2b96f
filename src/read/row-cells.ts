import {
  allFields,
  bit,
  type Field,
  type FieldKind,
  type FieldOf,
  fieldKinds,
  type Need,
  timesAsTexts,
} from "../records/case.ts";
import { secondsADay } from "../time/civil.ts";
import { workingDay } from "../time/working.ts";
import { offsetOf } from "../time/zone.ts";
import { isBlankWord, isNoId, isNotYet } from "./blanks.ts";
import { cellText } from "./clean.ts";
import {
  blank,
  type DateOrder,
  DurationColumn,
  numberFault,
  readCode,
  TimeColumn,
  WordMemo,
  yearFirst,
} from "./decode.ts";
import { idText, isCutId, isDigit, mayBeLong, mayBeNoId } from "./ids.ts";
import { type Kernel, kinds, type Planned, rowHead, rowWord, slotFlags } from "./kernel.ts";
import type { Layout } from "./layout.ts";
import { type BlockLedger, countIssue, countUnknownWord, type IssueCode, newLedger } from "./ledger.ts";
import { feeOf, isBareCode, isOffScale, meaningIn, type Sign, signOf } from "./meaning.ts";
import type { Reading } from "./reading.ts";
import { Records } from "./records.ts";
import { RowCase } from "./row-case.ts";
import type { Source } from "./source.ts";
import { tellable, tellableTime } from "./tellable.ts";
import type { Hear } from "./visitor.ts";
import { isErrorWord, type Meaning, unknown, type Value } from "./words.ts";

/** A column whose cells the inner loop may ask about: where it stands, and how such a cell is read. */
export interface Asking<R> {
  readonly field: Field;
  readonly index: number;
  /** The first word of its slot, from the row's first. */
  readonly slot: number;
  readonly bit: number;
  readonly reader: R;
}

/** A text column has no bit of its own: all of them share one that no need has. */
const textBit = 31;

/** The numbers of the inner loop's words are below this, each of one spelling; those above are of one meaning. */
export const mostKernelWords = 1 << 13;

/** The row in hand of one log, cell by cell: the inner loop's answers, and ours where it has none. */
export abstract class RowCells {
  readonly case: RowCase;
  protected readonly reading: Reading;
  /** The order of day and month by field, where a header of this log says it. */
  private readonly headerOrders: ReadonlyMap<Field, DateOrder>;
  protected readonly records: Records;
  protected readonly kernel: Kernel;
  /** Procedure codes that somewhere lacked their last zeros. */
  protected readonly paddedCodes: Set<string> = new Set();
  /** What each spelling that the inner loop has numbered means; the numbers behind its last are ours. */
  private readonly values: (Value | null)[] = [null];
  /** What each spelling shows of its log, by the same numbers. */
  private readonly signs: (Sign | undefined)[] = [];
  private readonly ownNumbers = new Map<Value, number>();
  private scratch = new Uint8Array(256);

  protected readonly times: Asking<TimeColumn>[];
  protected readonly durations: Asking<DurationColumn>[];
  protected readonly words: Asking<WordMemo<Meaning<Value>>>[];
  /** Those whose words show more of the log, and those of them that the visitor in hand has a use for. */
  protected readonly showing: Asking<WordMemo<Meaning<Value>>>[];
  protected shown: Asking<WordMemo<Meaning<Value>>>[] = [];
  private readonly texts: Asking<WordMemo<Meaning<Value>>>[];
  protected readonly procedureCodes: Asking<unknown> | null;
  /** Bits of the columns that this log has, and of those whose blanks are told. */
  protected readonly present: number;
  protected readonly told: number;
  protected readonly caseId: number;
  /** Of a log without times: a short number is no id of its kind. */
  protected readonly hasLongIds: boolean;
  protected readonly slots: ReadonlyMap<Field, number>;
  /** Where the slots of the row in hand begin in the kernel's words. */
  protected at = 0;
  protected ledger: BlockLedger = newLedger();
  protected hear: Hear | null = null;
  /** The block in hand: its row, the line from its first, and what is made of it. */
  row = 0;
  line = 0;
  /** The numbers of digits of long ids that are whole in this log, as bits; null while that is not known. */
  wholeIds: number | null = null;
  protected durationFault = 0;

  constructor(source: Source, layout: Layout, reading: Reading) {
    this.reading = reading;
    this.headerOrders = new Map(layout.columns.flatMap(({ field, order }) => (order ? [[field, order]] : [])));
    const slots = new Map<Field, number>();
    const plan: Planned[] = [];
    // Texts and ids first: the inner loop tells of a blank one by its slot, of the others by their bits.
    const byBit = layout.columns.toSorted((a, b) => Number(a.field in bit) - Number(b.field in bit));
    for (const { field, index } of byBit) {
      const kind = this.kindOf(field);
      if (kind === kinds.skipped) continue;
      const need = field in bit ? 31 - Math.clz32(bit[field as Need]) : textBit;
      plan.push({ index, kind, slot: slots.size, bit: need });
      slots.set(field, slots.size);
    }
    this.slots = slots;
    const clear = plan.filter(({ bit: need }) => need === textBit).length;
    this.records = new Records(source, layout, plan, slots.size, clear);
    this.kernel = this.records.kernel;
    const isDueInDays = layout.columns.some(({ field, isOfDays }) => field === "dueAt" && isOfDays === true);
    this.case = new RowCase(this.values, reading.dueAtMidnight === true && !isDueInDays);
    this.case.place(slots, reading.basis);
    const offsetAt = offsetOf(reading.timeZone);
    const asking = <R>(wanted: readonly FieldKind[], reader: (field: Field, unit: number) => R): Asking<R>[] =>
      layout.columns
        .filter(({ field }) => slots.has(field) && field !== "caseId" && wanted.includes(fieldKinds[field]))
        .map(({ field, index, unit = 1 }) => {
          const slot = 4 * (slots.get(field) as number);
          return { field, index, slot, bit: field in bit ? bit[field as Need] : 0, reader: reader(field, unit) };
        });
    this.times = asking(["time"], (field) => new TimeColumn(this.orderOf(field) ?? "dmy", offsetAt, field === "dueAt"));
    this.durations = asking(["duration"], (field, unit) => {
      // By the working clock a day of work is one of eight hours; a time to submit is always elapsed.
      const isWorked = reading.working !== null && field === "processingDuration" && unit === secondsADay;
      const day = reading.working !== null && field === "processingDuration" ? workingDay : secondsADay;
      return new DurationColumn(isWorked ? workingDay : unit, reading.decimals.get(field) ?? null, day);
    });
    this.words = asking(["word", "yesNo", "money"], (field) =>
      field === "fee"
        ? new WordMemo<Meaning<Value>>(feeOf, 4096)
        : new WordMemo(meaningIn(field as FieldOf<"word" | "yesNo">, reading), 4096),
    );
    // A time that is read as a text is read by the orders of the run: one that this log's headers order is made plain.
    const written = (field: Field, text: string) => {
      if (!(timesAsTexts as readonly Field[]).includes(field) || reading.dateOrders.has(field)) return text;
      const { headerOrders: orders } = this;
      const order = orders.get(field) ?? orders.get("receivedAt") ?? orders.get("submittedAt");
      return order === undefined ? text : yearFirst(text, order);
    };
    this.texts = asking(
      ["text"],
      (field) =>
        new WordMemo<Meaning<Value>>(
          field === "procedureCode"
            ? (text) => this.procedureCode(text)
            : (text) => (text === "" || isBlankWord(text) ? null : isErrorWord(text) ? unknown : written(field, text)),
          1 << 20,
        ),
    );
    this.procedureCodes = this.texts.find(({ field }) => field === "procedureCode") ?? null;
    const columns = [...this.times, ...this.durations, ...this.words];
    this.showing = this.words.filter(({ field }) => shows.has(field) || reading.words.has(field));
    this.present = columns.reduce((mask, column) => mask | column.bit, 0);
    this.told = columns.reduce((mask, { field, bit }) => (blanksAreTold.has(field) ? mask | bit : mask), 0);
    this.hasLongIds = layout.ids === "long";
    this.caseId = slots.has("caseId") ? 4 * (slots.get("caseId") as number) : -1;
  }

  private orderOf(field: Field): DateOrder | undefined {
    return this.reading.dateOrders.get(field) ?? this.headerOrders.get(field);
  }

  /** What the inner loop does with a field's cells. */
  private kindOf(field: Field): number {
    if (field === "caseId") return kinds.id;
    switch (fieldKinds[field]) {
      case "time":
        return (this.orderOf(field) ?? "dmy") === "dmy" ? kinds.time : kinds.otherTime;
      case "text":
        return (this.reading.texts as Field[]).includes(field) ? kinds.word : kinds.skipped;
      case "duration":
        return kinds.bytes;
      case "yesNo":
        return kinds.flag;
      default:
        return kinds.word;
    }
  }

  /** The cell of the row in hand in a field's column as it stands in the log, cleaned; "" where there is none. */
  textOf(field: Field): string {
    const slot = this.slots.get(field);
    if (slot === undefined) return "";
    const isBlank =
      field in bit ? (this.case.blank & bit[field as Need]) !== 0 : this.kernel.words[this.at + 4 * slot + 3] === 0;
    if (isBlank) return "";
    if (field === "caseId") return this.idAt(4 * slot);
    const { bytes, from, to } = this.cell(4 * slot);
    return cellText(bytes, from, to);
  }

  protected issue(code: IssueCode, field: Field | null, value: string | null = null): void {
    countIssue(this.ledger, code, field, this.line, value);
    this.hear?.(this.row, this.line, code, field, value);
  }

  /** Reads the cells that the inner loop has not, and writes them where it would have. */
  protected answer(asks: number): void {
    const { case: c } = this;
    const { words } = this.kernel;
    for (const column of this.times) if ((asks & column.bit) !== 0) this.answerTime(column);
    for (const column of this.words) {
      if ((asks & column.bit) === 0) continue;
      const { field, slot, bit } = column;
      const value = this.learn(column);
      if (value === null) {
        c.blank |= bit;
      } else if (value === unknown) {
        c.fault |= bit;
        this.tellUnknown(field, this.textAt(slot));
      } else {
        c.read |= bit;
        if (value === true) c.yes |= bit;
      }
    }
    for (const { field, slot, bit, reader } of this.durations) {
      if ((asks & bit) === 0) continue;
      const { bytes, from, to } = this.cell(slot);
      const seconds = reader.read(bytes, from, to);
      if (seconds >= 0) {
        c.read |= bit;
        if (field === "submissionDuration") c.submissionDuration = seconds;
        else c.processingDuration = seconds;
      } else if (seconds === blank) {
        c.blank |= bit;
      } else {
        c.fault |= bit;
        this.issue(numberFault(seconds), field, this.textAt(slot));
        this.durationFault = seconds;
      }
    }
    if ((asks & (1 << textBit)) === 0) return;
    for (const column of this.texts) {
      if ((words[this.at + column.slot + 3] & slotFlags.asks) === 0 || this.learn(column) !== unknown) continue;
      this.issue("error-cell", column.field, this.textAt(column.slot));
      words[this.at + column.slot + 3] = 0;
    }
  }

  private answerTime({ field, slot, bit, reader }: Asking<TimeColumn>): void {
    const { case: c } = this;
    const { bytes, from, to } = this.cell(slot);
    const time = reader.read(bytes, from, to);
    if (time >= 0) {
      c.read |= bit;
      if (reader.dateOnly) c.dateOnly |= bit;
      this.kernel.words[this.at + slot] = time;
    } else if (time === blank) {
      c.blank |= bit;
    } else {
      const text = this.textAt(slot);
      if ((field === "finishedAt" || field === "returnedAt") && isNotYet(text)) {
        c.blank |= bit;
        return;
      }
      c.fault |= bit;
      // What has no digit is no date that was mistyped: it may be a name that stands in the wrong column.
      const code = reader.monthFirst ? "month-first" : "bad-time";
      this.issue(code, field, isErrorWord(text) ? text : /\d/.test(text) ? tellableTime(text) : "…");
    }
  }

  /** What a spelling means that the inner loop has not seen, which it is told for the next time. */
  private learn({ field, index, slot, reader }: Asking<WordMemo<Meaning<Value>>>): Meaning<Value> {
    const { words } = this.kernel;
    const at = this.at + slot;
    const cell = this.cell(slot);
    const value = reader.read(cell.bytes, cell.from, cell.to);
    // A text that is blank after all is as one that is not there.
    if (value === null) words[at + 3] = 0;
    if (value === unknown) return value;
    const sign = fieldKinds[field] === "text" ? undefined : signOf(field, this.textAt(slot), this.reading);
    if (value === null) {
      if (sign !== undefined) this.ledger.signs.add(sign);
      return value;
    }
    const says = value === true ? 2 : 1;
    // The inner loop keeps no number of a yes or no: one that shows something is asked about again.
    const isKept = (words[at + 3] & slotFlags.escaped) === 0 && (sign === undefined || fieldKinds[field] !== "yesNo");
    const number = isKept ? this.kernel.learn(index, words[at + 1], words[at + 2], says) : 0;
    if (number > 0) this.values[number] = value;
    if (number > 0) this.signs[number] = sign;
    else if (sign !== undefined) this.ledger.signs.add(sign);
    words[at] = number > 0 ? number : this.ownNumber(value);
    return value;
  }

  /** Notes what the words of a row show of its log. */
  protected noteSigns(at: number): void {
    const { words } = this.kernel;
    for (const { slot, bit: own } of this.shown) {
      if ((this.case.read & own) === 0) continue;
      const sign = this.signs[words[at + slot]];
      if (sign !== undefined) this.ledger.signs.add(sign);
    }
  }

  /** A number for a value whose spelling the inner loop has no room for. */
  private ownNumber(value: Value): number {
    let number = this.ownNumbers.get(value);
    if (number === undefined) {
      number = mostKernelWords + this.ownNumbers.size;
      this.ownNumbers.set(value, number);
      this.values[number] = value;
    }
    return number;
  }

  private tellUnknown(field: Field, said: string): void {
    // A fee is a number, however long.
    const word = field === "fee" ? tellableTime(said) : tellable(said);
    if (field === "fee") {
      this.issue("bad-number", field, word);
      return;
    }
    const isBare = field === "channel" ? isBareCode(word) : field === "rating" && isOffScale(said, this.reading);
    this.issue(isBare ? "bare-number" : "unknown-word", field, word);
    countUnknownWord(this.ledger, field, word, this.line);
  }

  protected tellBlanks(): void {
    for (const { field, bit } of this.words) if ((this.case.blank & this.told & bit) !== 0) this.countBlank(field);
  }

  private countBlank(field: Field): void {
    this.ledger.blanks.set(field, (this.ledger.blanks.get(field) ?? 0) + 1);
  }

  /** A code in full has a sixth digit behind the point, at its eighth byte. */
  protected countPadded(slot: number): void {
    const code = this.case.procedureCode;
    if (code === null || !this.paddedCodes.has(code)) return;
    const { bytes, from, to } = this.cell(slot);
    if (to - from < 8 || !isDigit(bytes[from + 7])) this.ledger.paddedCodes++;
  }

  protected hashOf(slot: number, hashes: Int32Array, hashAt: number): void {
    const { words } = this.kernel;
    const flags = words[this.at + slot + 3];
    const [from, to] = [words[this.at + slot + 1], words[this.at + slot + 2]];
    const { longIds } = this.ledger;
    const isCut =
      flags !== 0 &&
      mayBeLong(this.kernel.bytes, from, to, longIds.found) &&
      isCutId(this.idAt(slot), to - from, longIds, this);
    if (isCut) this.issue("cut-id", "caseId", this.textAt(slot));
    if (isCut || flags === 0 || this.isNoIdAt(slot)) {
      this.ledger.blankIds++;
      hashes[hashAt] = 0;
      hashes[hashAt + 1] = 0;
      return;
    }
    // A formula of a text is that text, and so is what stands behind an apostrophe.
    const first = this.kernel.bytes[words[this.at + slot + 1]];
    if ((flags & slotFlags.asks) === 0 && first !== 61 && first !== 39) {
      hashes[hashAt] = words[this.at - rowHead + rowWord.idHigh];
      hashes[hashAt + 1] = words[this.at + slot];
      return;
    }
    // Two spellings of one text (NFD, a space before it) must give one hash: those go by the text.
    const text = new TextEncoder().encode(this.idAt(slot));
    if (text.length === 0) this.ledger.blankIds++;
    const [high, low] = text.length === 0 ? [0, 0] : this.kernel.hash(text);
    hashes[hashAt] = high;
    hashes[hashAt + 1] = low;
  }

  /** A word for nothing is no id: every such case would be the same. */
  private isNoIdAt(slot: number): boolean {
    const { words, bytes } = this.kernel;
    const from = words[this.at + slot + 1];
    const to = words[this.at + slot + 2];
    if (!mayBeNoId(bytes, from, to)) return false;
    const id = this.idAt(slot);
    if (isErrorWord(id)) this.issue("error-cell", "caseId", id);
    return isNoId(id);
  }

  /** The id in a slot, without what marks it as a text. */
  private idAt(slot: number): string {
    const { bytes, from, to } = this.cell(slot);
    return idText(cellText(bytes, from, to));
  }

  /** The bytes of a cell without its quotes, `""` made one. */
  protected cell(slot: number): CellBytes {
    const { words, bytes } = this.kernel;
    const at = cellAt;
    at.bytes = bytes;
    const flags = words[this.at + slot + 3];
    at.from = words[this.at + slot + 1];
    at.to = words[this.at + slot + 2];
    if ((flags & slotFlags.escaped) === 0) return at;
    if (this.scratch.length < at.to - at.from) this.scratch = new Uint8Array(2 * (at.to - at.from));
    let length = 0;
    for (let j = at.from; j < at.to; j++) {
      this.scratch[length++] = bytes[j];
      if (bytes[j] === 34) j++;
    }
    at.bytes = this.scratch;
    at.from = 0;
    at.to = length;
    return at;
  }

  /** The text of a cell for a message or the rejects file, of no more than 200 bytes. */
  protected textAt(slot: number): string {
    const { bytes, from, to } = this.cell(slot);
    return cellText(bytes, from, Math.min(to, from + 200));
  }

  private procedureCode(text: string): Meaning<Value> {
    if (text === "" || isBlankWord(text)) return null;
    if (isErrorWord(text)) return unknown;
    const { code, padded } = readCode(text);
    if (padded) this.paddedCodes.add(code);
    return code;
  }
}

/** Fields whose words show more of their log than each of them means (meaning.ts). */
const shows: ReadonlySet<Field> = new Set<Field>(["rating", "serviceLevel"]);

/** Fields in which a blank stands for "no" or "not recorded": how many there are is told. */
const blanksAreTold: ReadonlySet<Field> = new Set(
  allFields.filter((field) => fieldKinds[field] === "yesNo" || field === "paymentMethod"),
);

/** A stretch of bytes that one cell fills. */
interface CellBytes {
  bytes: Uint8Array;
  from: number;
  to: number;
}
/** Filled again for every cell. */
const cellAt: CellBytes = { bytes: new Uint8Array(0), from: 0, to: 0 };
