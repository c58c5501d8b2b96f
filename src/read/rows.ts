import { isUtf8 } from "node:buffer";
import {
  allFields,
  badEvent,
  bit,
  Case,
  type Channel,
  type Event,
  events,
  type Field,
  type FieldKind,
  type FieldOf,
  fieldKinds,
  type Need,
  noEvent,
  type PairFault,
  type PaymentMethod,
  type Rating,
  type Reason,
  type ServiceLevel,
  type Status,
  snake,
  timelessEvent,
} from "../case.ts";
import type { Weight } from "../fold.ts";
import { dayOf, firstDay, lastDay, secondsADay } from "../time/civil.ts";
import { offsetOf } from "../time/zone.ts";
import {
  ambiguous,
  blank,
  cellText,
  type DateFacts,
  type DateOrder,
  type Decimal,
  DurationColumn,
  type NumberFacts,
  negative,
  readMoney,
  TimeColumn,
  WordMemo,
} from "./decode.ts";
import { type Kernel, kinds, maybeTotal, type Planned, rowHead, rowWord, slotFlags } from "./kernel.ts";
import type { Layout } from "./layout.ts";
import { type BlockLedger, countIssue, countUnknownWord, type IssueCode, newLedger, type RowFault } from "./ledger.ts";
import { type NoCase, Records, type Span, type Walker } from "./records.ts";
import { hasInnerLineEnd, lineEnds } from "./scan.ts";
import type { Source } from "./source.ts";
import { type Value, wordKey, wordTable } from "./words.ts";

/** How cells are read; plain data, so that threads share it. */
export interface Reading {
  /** Words added by the user, by field: `wordKey` to value. */
  readonly words: ReadonlyMap<Field, ReadonlyMap<string, Value>>;
  /** By field; day first for the others. */
  readonly dateOrders: ReadonlyMap<Field, DateOrder>;
  /** By field of a duration, where it is known. */
  readonly decimals: ReadonlyMap<Field, Decimal>;
  readonly timeZone: string;
  /** The moment that `--as-of` gave, seconds of civil time; null otherwise. */
  readonly asOf: number | null;
  /** Which column stands for each event, and what is worked out of which: decided once over all logs. */
  readonly basis: Basis;
  /** Text columns of which somebody needs the text; of the others nothing is read. */
  readonly texts: readonly FieldOf<"text">[];
  /** A period is asked for: an event without a column then has no time to lie in it. */
  readonly hasPeriod: boolean;
}

/** The columns on which events and intervals rest (time.md), decided once for all logs of a run. */
export interface Basis {
  readonly events: Readonly<Record<Event, Field | null>>;
  readonly submissionTime: "timestamps" | "duration" | null;
  readonly processingTime: "timestamps" | "duration" | null;
  readonly procedure: "procedureCode" | "procedureName" | null;
  /** Fields that at least one log has. */
  readonly fields: readonly Field[];
}

/** Decides the basis from the fields that the logs have. */
export function basisOf(present: ReadonlySet<Field>): Basis {
  const first = (...fields: Field[]) => fields.find((field) => present.has(field)) ?? null;
  const received = first("receivedAt", "submittedAt");
  const finished = first("returnedAt", "finishedAt");
  const duration = (field: Field) => (present.has(field) ? ("duration" as const) : null);
  return {
    events: {
      submitted: first("submittedAt", "receivedAt"),
      received,
      finished,
      rated: first("ratedAt") ?? finished ?? received,
      completed: first("finishedAt", "returnedAt"),
    },
    submissionTime:
      present.has("loginAt") && present.has("submittedAt") ? "timestamps" : duration("submissionDuration"),
    processingTime: present.has("receivedAt") && finished !== null ? "timestamps" : duration("processingDuration"),
    procedure: present.has("procedureCode") ? "procedureCode" : present.has("procedureName") ? "procedureName" : null,
    fields: allFields.filter((field) => present.has(field)),
  };
}

/** What reading a span gave. Plain data; the id hashes are eight bytes a row. */
export interface Block {
  readonly start: number;
  /** Where the next span begins. */
  readonly end: number;
  readonly rows: number;
  readonly lines: number;
  readonly ledger: BlockLedger;
  /** Two words a row; (0, 0) for a row that is no case or has no id. */
  readonly hashes: Uint32Array;
  /** For every `rowsAMark`-th row its offset behind `start`. */
  readonly marks: Uint32Array;
  /** What the columns of times and durations hold, by field. */
  readonly dates: Map<Field, DateFacts>;
  readonly numbers: Map<Field, NumberFacts>;
}

export const rowsAMark = 16;

/** Sees each row that can be used, in the one Case object that is filled again for every row. */
export interface Visitor {
  /** @returns bits: 1 when one of the case's events falls in the period, 2 when one falls in the plan's year */
  add(c: Case, weight: Weight): number;
}

/** Hears of each fault of a row: its row number in the block (from 0), its line from the first of the block. */
export type Hear = (row: number, line: number, code: IssueCode, field: Field | null, value: string | null) => void;

export interface BlockOptions {
  /** -1 takes the span's cases out again. */
  readonly weight?: Weight;
  /** The span has been read and counted before: only its ledger is made anew. */
  readonly again?: boolean;
  /** Row numbers, ascending, of cases that a later row supersedes: they are not counted. */
  readonly skip?: readonly number[];
  readonly hear?: Hear | null;
}

/** Behind the end of a stretch that ends with a record. */
const exactSlack = 64;

const unknown = Symbol("unknown");

/** A cell that holds no value that is known. */
type Known<V> = V | null | typeof unknown;

/** A column whose cells repeat: what they mean, by the number that the inner loop gives each spelling. */
interface WordColumn<F extends Field, V> {
  readonly field: F;
  /** Its number in `wordFields`, for setWord. */
  readonly code: number;
  readonly index: number;
  readonly slot: number;
  readonly bit: number;
  /** A blank stands for "not recorded": how many there are is told. */
  readonly isTold: boolean;
  readonly memo: WordMemo<Known<V>>;
}

/** The column of an event. */
interface EventColumn {
  readonly code: number;
  readonly bit: number;
}

/** A column whose cells are read one by one. */
interface CellColumn<F extends Field, C> {
  readonly field: F;
  /** Its number in `timeFields`, for setTime. */
  readonly code: number;
  readonly slot: number;
  readonly bit: number;
  readonly column: C;
  /** How many cells the inner loop has read, by what it says of them. */
  readonly seen: Uint32Array;
}

/** Reads the rows of one log into Cases. */
export class RowReader implements Walker {
  readonly case = new Case();
  /** A service level is written on the older scale of 1 to 4. */
  oldLevels = false;
  /** How many cases were received on each day from `firstDay`, for the moment as of which the log speaks. */
  readonly receivedOn = new Int32Array(lastDay - firstDay + 1);
  /** Procedure codes that somewhere lacked their last zeros. */
  private readonly paddedCodes: Set<string> = new Set();
  private readonly reading: Reading;
  private readonly records: Records;
  private readonly kernel: Kernel;
  /** What each spelling that the inner loop has numbered means. */
  private readonly values: Known<Value>[] = [null];
  private scratch = new Uint8Array(256);

  private readonly times: CellColumn<FieldOf<"time">, TimeColumn>[];
  private readonly durations: CellColumn<FieldOf<"duration">, DurationColumn>[];
  private readonly words: WordColumn<FieldOf<"word">, Value>[];
  private readonly flags: WordColumn<FieldOf<"yesNo">, Value>[];
  private readonly flagMask: number;
  private readonly texts: WordColumn<FieldOf<"text">, string>[];
  private readonly fee: WordColumn<"fee", number> | null;
  private readonly caseId: number;
  private readonly slots: ReadonlyMap<Field, number>;
  /** Bits of the needs for which this log has no column; the basis may rest on columns that only another log has. */
  private readonly absent: number;
  private readonly hasEventColumns: boolean;
  private readonly eventColumns: readonly (EventColumn | null)[];
  private readonly asOfDay: "receivedAt" | "submittedAt" | null;
  /** Where the slots of the row in hand begin in the kernel's words. */
  private at = 0;
  private ledger: BlockLedger = newLedger();
  private hear: Hear | null = null;
  /** The block in hand: its row, the line from its first, and what is made of it. */
  private row = 0;
  private line = 0;
  private spanStart = 0;
  private hashes: Uint32Array = new Uint32Array(0);
  private marks: number[] = [];
  private skip: readonly number[] = [];
  private skipped = 0;
  private visitor: Visitor = { add: () => 0 };
  private weight: Weight = 1;
  private notesDays = false;

  constructor(source: Source, layout: Layout, reading: Reading) {
    this.reading = reading;
    const slots = new Map<Field, number>();
    const plan: Planned[] = [];
    for (const { field, index } of layout.columns) {
      const kind = this.kindOf(field);
      if (kind === kinds.skipped) continue;
      const flag = kind === kinds.flag ? 31 - Math.clz32(bit[field as Need]) : 0;
      plan.push({ index, kind, slot: slots.size, bit: flag });
      slots.set(field, slots.size);
    }
    this.slots = slots;
    this.records = new Records(source, layout, plan, slots.size);
    this.kernel = this.records.kernel;
    const offsetAt = offsetOf(reading.timeZone);
    const ofKind = <K extends FieldKind>(...wanted: K[]) =>
      layout.columns
        .filter(({ field }) => slots.has(field) && (wanted as FieldKind[]).includes(fieldKinds[field]))
        .map(({ field, index, unit }) => {
          return {
            field: field as FieldOf<K>,
            code: numberOf(field),
            index,
            unit,
            slot: 4 * (slots.get(field) as number),
            bit: field in bit ? bit[field as Need] : 0,
            seen: new Uint32Array(8),
            isTold: field === "paymentMethod",
          };
        });
    this.times = ofKind("time").map((at) => ({
      ...at,
      column: new TimeColumn(reading.dateOrders.get(at.field) ?? "dmy", at.field === "dueAt", offsetAt),
    }));
    this.durations = ofKind("duration").map((at) => ({
      ...at,
      column: new DurationColumn(at.unit ?? 1, reading.decimals.get(at.field) ?? null),
    }));
    this.words = ofKind("word").map((at) => ({ ...at, memo: this.wordMemo(at.field) }));
    this.flags = ofKind("yesNo").map((at) => ({ ...at, memo: this.wordMemo(at.field) }));
    this.flagMask = this.flags.reduce((mask, column) => mask | column.bit, 0);
    this.texts = ofKind("text")
      .filter(({ field }) => field !== "caseId")
      .map((at) => ({
        ...at,
        memo: new WordMemo<Known<string>>(
          at.field === "procedureCode" ? (text) => this.procedureCode(text) : (text) => (text === "" ? null : text),
          1 << 20,
        ),
      }));
    this.fee =
      ofKind("money").map((at) => ({
        ...at,
        memo: new WordMemo<Known<number>>((text) => moneyOf(text), 4096),
      }))[0] ?? null;
    this.caseId = slots.has("caseId") ? 4 * (slots.get("caseId") as number) : -1;

    const has = (field: Field) => layout.columns.some((column) => column.field === field);
    const { basis } = reading;
    const finished = basis.events.finished;
    let absent = 0;
    for (const need of Object.keys(bit) as Need[]) {
      const missing =
        need === "submissionTime"
          ? basis.submissionTime === null ||
            (basis.submissionTime === "duration" ? !has("submissionDuration") : !has("loginAt") || !has("submittedAt"))
          : need === "processingTime"
            ? basis.processingTime === null ||
              (basis.processingTime === "duration"
                ? !has("processingDuration")
                : !has("receivedAt") || finished === null || !has(finished))
            : need === "completedAt"
              ? basis.events.completed === null || !has(basis.events.completed)
              : need === "procedure"
                ? basis.procedure === null || !has(basis.procedure)
                : !has(need);
      if (missing) absent |= bit[need];
    }
    this.absent = absent;
    const timesOfEvents: Field[] = ["submittedAt", "receivedAt", "returnedAt", "finishedAt", "ratedAt"];
    this.hasEventColumns = timesOfEvents.some(has);
    this.eventColumns = events.map((event) => {
      const field = basis.events[event] as FieldOf<"time"> | null;
      return field === null ? null : { code: numberOf(field), bit: bit[field] };
    });
    this.asOfDay = basis.fields.includes("receivedAt")
      ? "receivedAt"
      : basis.fields.includes("submittedAt")
        ? "submittedAt"
        : null;
  }

  /** What the inner loop does with a field's cells. */
  private kindOf(field: Field): number {
    if (field === "caseId") return kinds.id;
    switch (fieldKinds[field]) {
      case "time":
        return (this.reading.dateOrders.get(field) ?? "dmy") === "dmy" ? kinds.time : kinds.otherTime;
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

  /** Reads the records that begin in the span. */
  block(span: Span, visitor: Visitor, { weight = 1, again = false, skip = [], hear = null }: BlockOptions = {}): Block {
    const ledger = newLedger();
    this.ledger = ledger;
    this.hear = hear;
    this.row = 0;
    this.line = 0;
    for (const { column, seen } of this.times) {
      Object.assign(column.facts, noDates);
      seen.fill(0);
    }
    for (const { column } of this.durations) Object.assign(column.facts, noNumbers);
    this.hashes = new Uint32Array(1024);
    this.marks = [];
    this.spanStart = span.start;
    this.skip = skip;
    this.skipped = 0;
    this.visitor = visitor;
    this.weight = weight;
    this.notesDays = this.asOfDay !== null && !again;
    const end = this.records.walk(span, this);
    return {
      start: span.start,
      end,
      rows: this.row,
      lines: this.line,
      ledger,
      hashes: this.hashes.slice(0, this.row * 2),
      marks: Uint32Array.from(this.marks),
      dates: new Map(this.times.map(({ field, column, seen }) => [field, dateFacts(column.facts, seen)])),
      numbers: new Map(this.durations.map(({ field, column }) => [field, { ...column.facts }])),
    };
  }

  /** Rows that the inner loop has read (Walker). */
  rows(count: number, position: number, valid: boolean): void {
    const { kernel, ledger, visitor, weight } = this;
    const { words } = kernel;
    for (let r = 0; r < count; r++) {
      const row = kernel.row(r);
      const from = words[row + rowWord.start];
      const bits = words[row + rowWord.bits];
      const counts = this.begin(position + from - kernel.bufferAt);
      const isCase = (bits & maybeTotal) === 0 && valid ? counts : counts && !this.isNoCase(row, valid);
      if (isCase && this.fill(row + rowHead, this.hashes, 2 * this.row)) {
        if (this.notesDays) this.noteDay(weight);
        const lies = visitor.add(this.case, weight);
        if ((lies & 1) === 0) ledger.outOfPeriod++;
        if ((lies & 2) === 0) ledger.outOfYear++;
      }
      this.line += (bits & hasInnerLineEnd) === 0 ? 1 : lineEnds(kernel.bytes, from, words[row + rowWord.end]);
      this.row++;
    }
  }

  /** A record that is no case (Walker). */
  odd(what: NoCase, offset: number, lines: number): void {
    this.begin(offset);
    this.countOdd(what);
    this.line += lines;
    this.row++;
  }

  /** Makes room for a row; returns whether it counts. */
  private begin(offset: number): boolean {
    if (this.row % rowsAMark === 0) this.marks.push(offset - this.spanStart);
    if (2 * this.row + 2 > this.hashes.length) {
      const wider = new Uint32Array(this.hashes.length * 2);
      wider.set(this.hashes);
      this.hashes = wider;
    }
    if (this.skipped === this.skip.length || this.skip[this.skipped] !== this.row) return true;
    this.skipped++;
    return false;
  }

  /**
   * Reads single rows of a block again.
   *
   * @param wanted row numbers, ascending
   * @param visit sees each with its own ledger
   */
  again(block: Block, wanted: readonly number[], visit: (row: number, c: Case, ledger: BlockLedger) => void): void {
    const { kernel } = this;
    const hashes = new Uint32Array(2);
    this.hear = null;
    let w = 0;
    while (w < wanted.length) {
      const mark = Math.floor(wanted[w] / rowsAMark);
      const start = block.start + block.marks[mark];
      const limit = mark + 1 < block.marks.length ? block.start + block.marks[mark + 1] : block.end;
      let row = mark * rowsAMark;
      this.records.walk(
        { start, limit },
        {
          rows: (count) => {
            for (let r = 0; r < count; r++, row++) {
              if (wanted[w] !== row) continue;
              this.ledger = newLedger();
              this.fill(kernel.row(r) + rowHead, hashes, 0);
              this.case.caseId = this.textOf("caseId") || null;
              visit(row, this.case, this.ledger);
              w++;
            }
          },
          odd: () => {
            row++;
          },
        },
        exactSlack,
      );
    }
  }

  /** A row of the kernel's that is no case after all, or not UTF-8. */
  private isNoCase(row: number, valid: boolean): boolean {
    const { words, bytes } = this.kernel;
    if ((words[row + rowWord.bits] & maybeTotal) !== 0) {
      const what = this.records.noCaseAt(words[row + rowWord.start], words[row + rowWord.end]);
      if (what !== null) {
        this.countOdd(what);
        return true;
      }
    }
    if (valid || isUtf8(bytes.subarray(words[row + rowWord.start], words[row + rowWord.end]))) return false;
    this.reject("bad-encoding");
    return true;
  }

  private countOdd(what: NoCase): void {
    if (what === "blank" || what === "total") this.ledger.passedOver[what]++;
    else this.reject(what);
  }

  /** The cell of the row in hand in a field's column as it stands in the log, cleaned; "" where there is none. */
  textOf(field: Field): string {
    const slot = this.slots.get(field);
    if (slot === undefined || this.kernel.words[this.at + 4 * slot + 3] === 0) return "";
    const { bytes, from, to } = this.cell(4 * slot);
    return cellText(bytes, from, to);
  }

  /** The offset of the first record that begins at or after `offset`, if no quoted cell reaches over it: a guess. */
  guessStart(offset: number): number {
    return this.records.lineEndBehind(offset - 1);
  }

  private issue(code: IssueCode, field: Field | null, value: string | null = null): void {
    countIssue(this.ledger, code, field, this.line, value);
    this.hear?.(this.row, this.line, code, field, value);
  }

  private reject(code: RowFault): void {
    this.ledger.read++;
    this.ledger.rejected++;
    this.issue(code, null);
  }

  /**
   * Fills the case from the slots at `at` and counts what is wrong with its cells.
   *
   * @returns false when the row has no event time at all and is rejected
   */
  private fill(at: number, hashes: Uint32Array, hashAt: number): boolean {
    const { case: c, values } = this;
    const { words } = this.kernel;
    this.at = at;
    this.ledger.read++;
    c.absent = this.absent;
    c.blank = 0;
    c.fault = 0;
    c.dateOnly = 0;

    for (let i = 0; i < this.times.length; i++) {
      const { field, code, slot, bit, seen } = this.times[i];
      const flags = words[at + slot + 3];
      if (flags === 0) {
        setTime(c, code, null);
        c.blank |= bit;
      } else if ((flags & slotFlags.asks) === 0) {
        seen[(flags >>> 2) & 7]++;
        let time = words[at + slot];
        if ((flags & slotFlags.dateOnly) !== 0) {
          c.dateOnly |= bit;
          if (field === "dueAt") time += secondsADay - 1;
        }
        setTime(c, code, time);
      } else {
        this.readTime(this.times[i]);
      }
    }

    for (let i = 0; i < this.words.length; i++) {
      const { field, code, slot, bit, isTold } = this.words[i];
      const flags = words[at + slot + 3];
      const value =
        flags === 0 ? null : (flags & slotFlags.asks) === 0 ? values[words[at + slot]] : this.learn(this.words[i]);
      if (value === null) {
        c.blank |= bit;
        setWord(c, code, null);
        if (isTold) this.countBlank(field);
      } else if (value === unknown) {
        c.fault |= bit;
        setWord(c, code, null);
        const word = this.textAt(slot);
        const bare = field === "channel" && /^\d+$/.test(word);
        this.issue(bare ? "bare-number" : "unknown-word", field, word);
        countUnknownWord(this.ledger, field, word, this.line);
      } else {
        setWord(c, code, value);
      }
    }

    c.yes = words[at - rowHead + rowWord.yes];
    const isRead = words[at - rowHead + rowWord.isRead];
    if ((this.flagMask & ~isRead) !== 0) this.readFlags(isRead);

    for (const { field, slot, bit, column } of this.durations) {
      const text = words[at + slot + 3] === 0 ? nothing : this.cell(slot);
      const seconds = column.read(text.bytes, text.from, text.to);
      if (field === "submissionDuration") c.submissionDuration = seconds >= 0 ? seconds : null;
      else c.processingDuration = seconds >= 0 ? seconds : null;
      if (seconds === blank) c.blank |= bit;
      else if (seconds < 0) {
        c.fault |= bit;
        this.issue(numberFault(seconds), field, this.textAt(slot));
        this.durationFault = seconds;
      }
    }

    if (this.fee !== null) {
      const { slot } = this.fee;
      const flags = words[at + slot + 3];
      const fee = flags === 0 ? null : (flags & slotFlags.asks) === 0 ? values[words[at + slot]] : this.learn(this.fee);
      c.fee = typeof fee === "number" ? fee : null;
      if (fee === unknown) {
        c.fault |= bit.fee;
        this.issue("bad-number", "fee", this.textAt(slot));
      }
    }

    for (let i = 0; i < this.texts.length; i++) {
      const column = this.texts[i];
      const flags = words[at + column.slot + 3];
      const value =
        flags === 0 ? null : (flags & slotFlags.asks) === 0 ? values[words[at + column.slot]] : this.learn(column);
      setText(c, column.field, value as string | null);
      if (this.paddedCodes.size > 0 && column.field === "procedureCode") this.countPadded(column.slot, value as string);
    }

    this.derive();
    if (this.hasEventColumns && !hasEvent(c)) {
      this.ledger.read--;
      this.reject("no-event-time");
      return false;
    }
    if (this.caseId >= 0) this.hashOf(this.caseId, hashes, hashAt);
    return true;
  }

  /** The yes/no cells that are blank, or that the inner loop does not know. */
  private readFlags(isRead: number): void {
    const { case: c } = this;
    const { words } = this.kernel;
    for (const column of this.flags) {
      const { field, slot, bit } = column;
      if ((isRead & bit) !== 0) continue;
      const value = words[this.at + slot + 3] === 0 ? null : this.learn(column);
      if (value === null) {
        c.blank |= bit;
        this.countBlank(field);
      } else if (value === unknown) {
        c.fault |= bit;
        const word = this.textAt(slot);
        this.issue("unknown-word", field, word);
        countUnknownWord(this.ledger, field, word, this.line);
      } else if (value === true) {
        c.yes |= bit;
      }
    }
  }

  /** Reads a time that the inner loop does not know. */
  private readTime({ field, code, slot, bit, column }: CellColumn<FieldOf<"time">, TimeColumn>): void {
    const { case: c } = this;
    const { bytes, from, to } = this.cell(slot);
    const time = column.read(bytes, from, to);
    if (time >= 0) {
      if (column.dateOnly) c.dateOnly |= bit;
      setTime(c, code, time);
      return;
    }
    setTime(c, code, null);
    if (time === blank) {
      c.blank |= bit;
      return;
    }
    c.fault |= bit;
    this.issue(column.monthFirst ? "month-first" : "bad-time", field, this.textAt(slot));
  }

  /** What a spelling means that the inner loop has not seen, which it is told for the next time. */
  private learn<V extends Value>({ index, slot, memo }: WordColumn<Field, V>): Known<V> {
    const { words } = this.kernel;
    const flags = words[this.at + slot + 3];
    const cell = this.cell(slot);
    const value = memo.read(cell.bytes, cell.from, cell.to);
    if ((flags & slotFlags.escaped) === 0) {
      const says = typeof value === "boolean" ? value : null;
      const number = this.kernel.learn(index, words[this.at + slot + 1], words[this.at + slot + 2], says);
      if (number > 0) this.values[number] = value;
    }
    return value;
  }

  /** A code in full has a sixth digit behind the point, at its eighth byte. */
  private countPadded(slot: number, code: string | null): void {
    if (code === null || !this.paddedCodes.has(code)) return;
    const { bytes, from, to } = this.cell(slot);
    if (to - from < 8 || !isDigit(bytes[from + 7])) this.ledger.paddedCodes++;
  }

  private hashOf(slot: number, hashes: Uint32Array, hashAt: number): void {
    const { words } = this.kernel;
    const flags = words[this.at + slot + 3];
    if ((flags & slotFlags.asks) === 0) {
      hashes[hashAt] = flags === 0 ? 0 : words[this.at - rowHead + rowWord.idHigh];
      hashes[hashAt + 1] = flags === 0 ? 0 : words[this.at + slot];
      return;
    }
    // Two spellings of one text (NFD, a space before it) must give one hash: those go by the text.
    const { bytes, from, to } = this.cell(slot);
    const text = new TextEncoder().encode(cellText(bytes, from, to));
    const [high, low] = text.length === 0 ? [0, 0] : this.kernel.hash(text);
    hashes[hashAt] = high;
    hashes[hashAt + 1] = low;
  }

  private durationFault = 0;

  /** Works out events and intervals from the columns (time.md), and holds times against each other. */
  private derive(): void {
    const { case: c, reading } = this;
    const { basis } = reading;
    const [submitted, received, finishing, rated, completed] = this.eventColumns;
    c.submitted = this.eventTime(submitted);
    c.received = this.eventTime(received);
    c.finished = this.eventTime(finishing);
    c.rated = this.eventTime(rated);
    if (finishing === null && c.finished === timelessEvent && !isDone(c, basis)) c.finished = noEvent;

    if (completed !== null) {
      const done = this.eventTime(completed);
      c.open = done === noEvent;
      c.completedAt = done >= 0 ? done : null;
      c.completed = c.open ? (c.dueAt ?? c.received) : done;
      if (done >= 0 && reading.asOf !== null && done > reading.asOf) c.fault |= bit.completedAt;
    }

    if (basis.submissionTime === "timestamps") {
      const { loginAt, submittedAt } = c;
      if (loginAt === null || submittedAt === null) {
        c.submissionReason = reasonOf(c, loginAt === null ? "loginAt" : "submittedAt");
        c.fault |= bit.submissionTime;
      } else if (isAfter(c, loginAt, "loginAt", submittedAt, "submittedAt")) {
        this.pairFault("login-after-submission", "loginAt");
        c.submissionReason = "login-after-submission";
        c.fault |= bit.submissionTime;
      } else if ((c.dateOnly & (bit.loginAt | bit.submittedAt)) !== 0) {
        c.submissionReason = "no-time-of-day";
        c.fault |= bit.submissionTime;
      } else {
        c.submissionTime = submittedAt - loginAt;
      }
    } else if (basis.submissionTime === "duration") {
      if (c.submissionDuration === null) {
        c.submissionReason = this.durationReason("submissionDuration");
        c.fault |= bit.submissionTime;
      } else {
        c.submissionTime = c.submissionDuration;
      }
    }

    const { receivedAt, submittedAt } = c;
    if (receivedAt !== null && submittedAt !== null && submittedAt - receivedAt > secondsADay) {
      this.pairFault("received-before-submitted", "receivedAt");
    }
    let badPair: PairFault | null = null;
    if (
      receivedAt !== null &&
      c.finishedAt !== null &&
      isAfter(c, receivedAt, "receivedAt", c.finishedAt, "finishedAt")
    ) {
      badPair = "finished-before-received";
      this.pairFault(badPair, "finishedAt");
    }
    const finishedByReturn = basis.events.finished === "returnedAt";
    if (finishedByReturn) badPair = null;
    if (
      receivedAt !== null &&
      c.returnedAt !== null &&
      isAfter(c, receivedAt, "receivedAt", c.returnedAt, "returnedAt")
    ) {
      this.pairFault("returned-before-received", "returnedAt");
      if (finishedByReturn) badPair = "returned-before-received";
    }

    if (basis.processingTime === "timestamps") {
      const finished = c.finished;
      if (receivedAt === null || finished < 0) {
        c.processingReason = reasonOf(c, receivedAt === null ? "receivedAt" : (basis.events.finished as Need & Field));
        c.fault |= bit.processingTime;
      } else if (badPair !== null) {
        c.processingReason = badPair;
        c.fault |= bit.processingTime;
      } else {
        const timed = (c.dateOnly & (bit.receivedAt | (finishedByReturn ? bit.returnedAt : bit.finishedAt))) === 0;
        c.processingTime.seconds = timed ? finished - receivedAt : null;
        c.processingTime.days = dayOf(finished) - dayOf(receivedAt);
      }
    } else if (basis.processingTime === "duration") {
      if (c.processingDuration === null) {
        c.processingReason = this.durationReason("processingDuration");
        c.fault |= bit.processingTime;
      } else {
        c.processingTime.seconds = c.processingDuration;
        c.processingTime.days = 0;
      }
    }
    c.procedure = basis.procedure === null ? null : c[basis.procedure];

    if (reading.asOf !== null) this.checkAsOf(reading.asOf);
  }

  /** The time of an event's column; what there is instead of it where the cell, or the column, gives none. */
  private eventTime(event: EventColumn | null): number {
    if (event === null) return this.reading.hasPeriod ? noEvent : timelessEvent;
    const time = timeOf(this.case, event.code);
    if (time !== null) return time;
    return (this.case.fault & event.bit) === 0 ? noEvent : badEvent;
  }

  private pairFault(code: PairFault, field: Field): void {
    this.issue(code, field);
  }

  private checkAsOf(asOf: number): void {
    for (const { field } of this.times) {
      const time = this.case[field];
      // A due time lies ahead by nature.
      if (time !== null && field !== "dueAt" && time > asOf) this.issue("after-as-of", field);
    }
  }

  private durationReason(field: FieldOf<"duration">) {
    if ((this.case.fault & bit[field]) === 0) return reasonOf(this.case, field);
    if (this.durationFault === negative) return "negative-duration" as const;
    if (this.durationFault === ambiguous) return "ambiguous-number" as const;
    return reasonOf(this.case, field);
  }

  private noteDay(weight: Weight): void {
    const time = this.case[this.asOfDay as "receivedAt"];
    if (time === null) return;
    this.receivedOn[dayOf(time) - firstDay] += weight;
  }

  private countBlank(field: Field): void {
    this.ledger.blanks.set(field, (this.ledger.blanks.get(field) ?? 0) + 1);
  }

  /** The bytes of a cell without its quotes, `""` made one. */
  private cell(slot: number): CellBytes {
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
  private textAt(slot: number): string {
    const { bytes, from, to } = this.cell(slot);
    return cellText(bytes, from, Math.min(to, from + 200));
  }

  /** The code's head d.dddddd, with the last zeros that Excel cut off a code it took for a number. */
  private procedureCode(text: string): string | null {
    if (text === "") return null;
    const head = /^(\d)\.(\d{1,6})(?!\d)/.exec(text);
    if (head === null) return text;
    const code = `${head[1]}.${head[2].padEnd(6, "0")}`;
    if (head[2].length < 6) this.paddedCodes.add(code);
    return code;
  }

  private wordMemo(field: FieldOf<"word" | "yesNo">): WordMemo<Known<Value>> {
    const table = wordTable(field);
    const added = this.reading.words.get(field);
    return new WordMemo<Known<Value>>((text) => {
      if (text === "") return null;
      const key = wordKey(text);
      if (field === "serviceLevel" && /[1-4]$/.test(key)) this.oldLevels = true;
      return added?.get(key) ?? table.get(key) ?? unknown;
    }, 4096);
  }
}

/** The number by which setTime and setWord know a field; -1 for the others. */
function numberOf(field: Field): number {
  return Math.max((timeFields as readonly Field[]).indexOf(field), (wordFields as readonly Field[]).indexOf(field));
}

/** Đồng; null when blank. */
function moneyOf(text: string): Known<number> {
  const fee = readMoney(text);
  return fee === blank ? null : fee < 0 ? unknown : fee;
}

/** What the inner loop and the column itself have seen of dates. */
function dateFacts(own: DateFacts, seen: Uint32Array): DateFacts {
  const sum = { ...own };
  seen.forEach((count, says) => {
    const flags = says << 2;
    if ((flags & slotFlags.dateOnly) !== 0) sum.dated += count;
    else sum.timed += count;
    if ((flags & slotFlags.dayFirst) !== 0) sum.dayFirst += count;
    if ((flags & slotFlags.orderless) !== 0) sum.other += count;
  });
  return sum;
}

const noDates: DateFacts = { timed: 0, dated: 0, dayFirst: 0, monthFirst: 0, other: 0 };
const noNumbers: NumberFacts = { comma: 0, point: 0, ambiguous: 0 };

/** A stretch of bytes that one cell fills. */
interface CellBytes {
  bytes: Uint8Array;
  from: number;
  to: number;
}
const nothing: CellBytes = { bytes: new Uint8Array(0), from: 0, to: 0 };
/** Filled again for every cell. */
const cellAt: CellBytes = { bytes: new Uint8Array(0), from: 0, to: 0 };
function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function numberFault(value: number): IssueCode {
  return value === negative ? "negative-duration" : value === ambiguous ? "ambiguous-number" : "bad-number";
}

/** The reasons that name a field, made once: most rows lack some time. */
const reasons = new Map(
  allFields.map((field) => {
    const name = snake(field).replaceAll("_", "-");
    return [field, { no: `no-${name}`, bad: `bad-${name}` }] as const;
  }),
);

function reasonOf(c: Case, field: Need & Field): Reason {
  const { no, bad } = reasons.get(field) as { no: Reason; bad: Reason };
  return (c.fault & bit[field]) === 0 ? no : bad;
}

/** Whether `a` is later than `b`; where one of them has no time of day, by the days alone. */
function isAfter(c: Case, a: number, aField: FieldOf<"time">, b: number, bField: FieldOf<"time">): boolean {
  if (a <= b) return false;
  return (c.dateOnly & (bit[aField] | bit[bField])) === 0 || dayOf(a) > dayOf(b);
}

function hasEvent(c: Case): boolean {
  return (
    c.submittedAt !== null ||
    c.receivedAt !== null ||
    c.returnedAt !== null ||
    c.finishedAt !== null ||
    c.ratedAt !== null
  );
}

/** Whether a case of a log without times of finishing is finished: by its status, else by having a duration. */
function isDone(c: Case, basis: Basis): boolean {
  if (basis.fields.includes("status")) return c.status === "finished" || c.status === "returned";
  return c.processingDuration !== null;
}

// One assignment for each field keeps the case's shape, and the engine's view of it, fixed; c[field] would not. The cases
// are numbers, since a switch over names compares them one by one: a dozen times a row that showed.
const timeFields = [
  "loginAt",
  "submittedAt",
  "receivedAt",
  "transferredAt",
  "dueAt",
  "finishedAt",
  "returnedAt",
  "ratedAt",
] as const satisfies readonly FieldOf<"time">[];

function timeOf(c: Case, time: number): number | null {
  switch (time) {
    case 0:
      return c.loginAt;
    case 1:
      return c.submittedAt;
    case 2:
      return c.receivedAt;
    case 3:
      return c.transferredAt;
    case 4:
      return c.dueAt;
    case 5:
      return c.finishedAt;
    case 6:
      return c.returnedAt;
    case 7:
      return c.ratedAt;
    default:
      throw new RangeError(`no time ${time}`);
  }
}

function setTime(c: Case, time: number, value: number | null): void {
  switch (time) {
    case 0:
      c.loginAt = value;
      break;
    case 1:
      c.submittedAt = value;
      break;
    case 2:
      c.receivedAt = value;
      break;
    case 3:
      c.transferredAt = value;
      break;
    case 4:
      c.dueAt = value;
      break;
    case 5:
      c.finishedAt = value;
      break;
    case 6:
      c.returnedAt = value;
      break;
    case 7:
      c.ratedAt = value;
      break;
    default:
      throw new RangeError(`no time ${time}`);
  }
}

const wordFields = [
  "channel",
  "status",
  "rating",
  "paymentMethod",
  "serviceLevel",
  "applicantType",
] as const satisfies readonly FieldOf<"word">[];

function setWord(c: Case, word: number, value: Value | null): void {
  switch (word) {
    case 0:
      c.channel = value as Channel | null;
      break;
    case 1:
      c.status = value as Status | null;
      break;
    case 2:
      c.rating = value as Rating | null;
      break;
    case 3:
      c.paymentMethod = value as PaymentMethod | null;
      break;
    case 4:
      c.serviceLevel = value as ServiceLevel | null;
      break;
    case 5:
      c.applicantType = value as Case["applicantType"];
      break;
    default:
      throw new RangeError(`no word ${word}`);
  }
}

function setText(c: Case, field: FieldOf<"text">, value: string | null): void {
  switch (field) {
    case "caseId":
      c.caseId = value;
      break;
    case "procedureCode":
      c.procedureCode = value;
      break;
    case "procedureName":
      c.procedureName = value;
      break;
    case "field":
      c.field = value;
      break;
    case "agency":
      c.agency = value;
      break;
    default:
      field satisfies never;
  }
}
