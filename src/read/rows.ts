import { isUtf8 } from "node:buffer";
import {
  allFields,
  badEvent,
  bit,
  Case,
  type Channel,
  type Event,
  type Field,
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
import { dayOf, secondsADay } from "../time/civil.ts";
import { offsetOf } from "../time/zone.ts";
import {
  ambiguous,
  blank,
  cellText,
  type DateFacts,
  type DateOrder,
  type Decimal,
  DurationColumn,
  hashId,
  negative,
  type NumberFacts,
  readMoney,
  TimeColumn,
  WordMemo,
} from "./decode.ts";
import type { Column, Layout } from "./layout.ts";
import { type BlockLedger, countIssue, countUnknownWord, type IssueCode, newLedger, type RowFault } from "./ledger.ts";
import { hasInnerLineEnd, isDamaged, isQuoted, isUnclosed, lineEnds, Scanner } from "./scan.ts";
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
    procedure: present.has("procedureCode")
      ? "procedureCode"
      : present.has("procedureName")
        ? "procedureName"
        : null,
    fields: allFields.filter((field) => present.has(field)),
  };
}

/** A stretch of a log: the records that begin at or after `start` and before `limit`. */
export interface Span {
  readonly start: number;
  readonly limit: number;
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

export const rowsAMark = 64;

/**
 * Sees each row that can be used, in the one Case object that is filled again for every row.
 *
 * @returns bits: 1 when one of the case's events falls in the period, 2 when one falls in the plan's year
 */
export type Visit = (c: Case, weight: Weight) => number;

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

/** A cell may be this long, a row this many times as long. */
const longestCell = 1 << 20;
const longestRow = 8 << 20;
/** Read behind the limit of a span, so that the last record is mostly at hand. */
const slack = 1 << 15;

const unknown = Symbol("unknown");

/** A coded column: what its words mean, by their bytes. */
interface WordColumn {
  readonly field: FieldOf<"word" | "yesNo">;
  readonly index: number;
  readonly bit: number;
  readonly yesNo: boolean;
  readonly memo: WordMemo<Value | null | typeof unknown>;
}

/** Reads the rows of one log into Cases. */
export class RowReader {
  readonly case = new Case();
  /** A service level is written on the older scale of 1 to 4. */
  oldLevels = false;
  /** How many cases were received on each day since 1970-01-01, for the moment as of which the log speaks. */
  readonly receivedOn: Map<number, number> = new Map();
  /** Procedure codes that somewhere lacked their last zeros. */
  private readonly paddedCodes: Set<string> = new Set();
  private readonly source: Source;
  private readonly layout: Layout;
  private readonly reading: Reading;
  private readonly scanner: Scanner;
  private buffer: Uint8Array = new Uint8Array(0);
  private readonly scratch = new Uint8Array(longestCell + 16);

  private readonly times: { field: FieldOf<"time">; index: number; bit: number; column: TimeColumn }[];
  private readonly words: WordColumn[];
  private readonly durations: { field: FieldOf<"duration">; index: number; bit: number; column: DurationColumn }[];
  private readonly texts: { field: FieldOf<"text">; index: number; memo: WordMemo<string | null> }[];
  private readonly fee: number;
  private readonly caseId: number;
  /** Bits of the needs for which this log has no column; the basis may rest on columns that only another log has. */
  private readonly absent: number;
  private readonly hasEventColumns: boolean;
  private readonly eventFields: readonly (Field | null)[];
  private readonly asOfDay: "receivedAt" | "submittedAt" | null;
  /** The bytes and the record of the case. */
  private bytes: Uint8Array = this.buffer;
  private record = 0;
  private ledger: BlockLedger = newLedger();
  private hear: Hear | null = null;
  private row = 0;
  private line = 0;

  constructor(source: Source, layout: Layout, reading: Reading) {
    this.source = source;
    this.layout = layout;
    this.reading = reading;
    this.scanner = new Scanner({ delimiter: layout.delimiter });
    const offsetAt = offsetOf(reading.timeZone);
    const ofKind = <K extends string>(...kinds: K[]) =>
      layout.columns.filter(({ field }) => (kinds as string[]).includes(fieldKinds[field]));
    this.times = ofKind("time").map(({ field, index }) => ({
      field: field as FieldOf<"time">,
      index,
      bit: bit[field as FieldOf<"time">],
      column: new TimeColumn(reading.dateOrders.get(field) ?? "dmy", field === "dueAt", offsetAt),
    }));
    this.durations = ofKind("duration").map(({ field, index, unit }) => ({
      field: field as FieldOf<"duration">,
      index,
      bit: bit[field as FieldOf<"duration">],
      column: new DurationColumn(unit ?? 1, reading.decimals.get(field) ?? null),
    }));
    this.words = ofKind("word", "yesNo").map((column) => this.wordColumn(column));
    this.texts = ofKind("text")
      .filter(({ field }) => (reading.texts as Field[]).includes(field))
      .map(({ field, index }) => ({
        field: field as FieldOf<"text">,
        index,
        memo: new WordMemo(
          field === "procedureCode" ? (text) => this.procedureCode(text) : (text) => (text === "" ? null : text),
          // Every case has an id of its own: remembering them would only cost memory.
          field === "caseId" ? 0 : 1 << 20,
        ),
      }));
    const indexOf = (field: Field) => layout.columns.find((column) => column.field === field)?.index ?? -1;
    this.fee = indexOf("fee");
    this.caseId = indexOf("caseId");

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
    const eventColumns: Field[] = ["submittedAt", "receivedAt", "returnedAt", "finishedAt", "ratedAt"];
    this.hasEventColumns = eventColumns.some(has);
    this.eventFields = [basis.events.submitted, basis.events.received, finished, basis.events.rated];
    this.asOfDay = basis.fields.includes("receivedAt")
      ? "receivedAt"
      : basis.fields.includes("submittedAt")
        ? "submittedAt"
        : null;
  }

  /** Reads the records that begin in the span. */
  block(span: Span, visit: Visit, { weight = 1, again = false, skip = [], hear = null }: BlockOptions = {}): Block {
    const { source, scanner } = this;
    const ledger = newLedger();
    this.ledger = ledger;
    this.hear = hear;
    this.row = 0;
    this.line = 0;
    for (const { column } of this.times) Object.assign(column.facts, noDates);
    for (const { column } of this.durations) Object.assign(column.facts, noNumbers);
    let hashes: Uint32Array = new Uint32Array(1024);
    const marks: number[] = [];
    let skipped = 0;

    let position = span.start;
    let bytes = this.room(Math.min(span.limit, source.size) - span.start + slack);
    let have = source.read(bytes, 0, bytes.length, position);
    let at = 0;
    for (;;) {
      const limit = Math.min(span.limit - position, have);
      if (at >= limit && (at >= have || position + at >= span.limit)) break;
      const final = position + have >= source.size;
      let next = scanner.scan(bytes, at, limit, have, final);
      if (next === at) {
        // No whole record is at hand. Read on behind what there is of it, up to the longest row.
        if (have - at < longestRow) {
          bytes.copyWithin(0, at, have);
          position += at;
          const rest = have - at;
          if (rest * 2 > bytes.length) {
            const wider = new Uint8Array(Math.max(bytes.length * 2, slack * 2));
            wider.set(bytes.subarray(0, rest));
            this.buffer = wider;
            bytes = wider;
          }
          have = rest + source.read(bytes, rest, bytes.length - rest, position + rest);
          at = 0;
          continue;
        }
        next = scanner.scan(bytes, at, limit, have, true);
        if (scanner.count === 1 && (scanner.bits(0) & isDamaged) === 0) {
          this.reject("row-too-long");
          hashes = this.hashRoom(hashes);
          this.row++;
          this.line++;
          position = this.lineEndBehind(position + next);
          have = source.read(bytes, 0, bytes.length, position);
          at = 0;
          continue;
        }
      }
      const valid = isUtf8(bytes.subarray(at, next));
      for (let r = 0; r < scanner.count; r++) {
        if (this.row % rowsAMark === 0) marks.push(position + scanner.start(r) - span.start);
        hashes = this.hashRoom(hashes);
        const bits = scanner.bits(r);
        const start = scanner.start(r);
        const end = r + 1 < scanner.count ? scanner.start(r + 1) : next;
        if (skipped < skip.length && skip[skipped] === this.row) {
          skipped++;
        } else if (this.fits(bytes, r, start, end, bits, valid, position + end >= source.size)) {
          if (this.fill(bytes, r, hashes)) {
            if (this.asOfDay !== null && !again) this.noteDay(weight);
            const lies = visit(this.case, weight);
            if ((lies & 1) === 0) ledger.outOfPeriod++;
            if ((lies & 2) === 0) ledger.outOfYear++;
          }
        }
        this.line += (bits & hasInnerLineEnd) === 0 ? 1 : lineEnds(bytes, start, end);
        this.row++;
      }
      at = next;
    }
    return {
      start: span.start,
      end: position + at,
      rows: this.row,
      lines: this.line,
      ledger,
      hashes: hashes.slice(0, this.row * 2),
      marks: Uint32Array.from(marks),
      dates: new Map(this.times.map(({ field, column }) => [field, { ...column.facts }])),
      numbers: new Map(this.durations.map(({ field, column }) => [field, { ...column.facts }])),
    };
  }

  /**
   * Reads single rows of a block again.
   *
   * @param wanted row numbers, ascending
   * @param visit sees each with its own ledger
   */
  rows(block: Block, wanted: readonly number[], visit: (row: number, c: Case, ledger: BlockLedger) => void): void {
    const { scanner, source } = this;
    const hashes = new Uint32Array(2);
    this.hear = null;
    let w = 0;
    while (w < wanted.length) {
      const mark = Math.floor(wanted[w] / rowsAMark);
      const position = block.start + block.marks[mark];
      const end = mark + 1 < block.marks.length ? block.start + block.marks[mark + 1] : block.end;
      const bytes = this.room(end - position);
      const have = source.read(bytes, 0, end - position, position);
      let at = 0;
      let row = mark * rowsAMark;
      while (at < have && w < wanted.length) {
        const next = scanner.scan(bytes, at, have, have, true);
        for (let r = 0; r < scanner.count; r++, row++) {
          if (wanted[w] !== row) continue;
          this.ledger = newLedger();
          this.fill(bytes, r, hashes, 0);
          this.case.caseId = this.idOf(bytes, r);
          visit(row, this.case, this.ledger);
          w++;
        }
        at = next;
      }
    }
  }

  /** The case id as text, trimmed; null when there is none. */
  private idOf(bytes: Uint8Array, r: number): string | null {
    const width = this.scanner.endCell(r) - this.scanner.firstCell(r);
    if (this.caseId < 0 || this.caseId >= width) return null;
    const { bytes: b, from, to } = this.cell(bytes, r, this.caseId);
    return cellText(b, from, to) || null;
  }

  /** The cell of the present case in a field's column as it stands in the log, cleaned; "" where there is none. */
  textOf(field: Field): string {
    const index = this.layout.columns.find((column) => column.field === field)?.index ?? -1;
    const { scanner, record } = this;
    if (index < 0 || index >= scanner.endCell(record) - scanner.firstCell(record)) return "";
    const { bytes, from, to } = this.cell(this.bytes, record, index);
    return cellText(bytes, from, to);
  }

  /** The offset of the first record that begins at or after `offset`, if no quoted cell reaches over it: a guess. */
  guessStart(offset: number): number {
    return this.lineEndBehind(offset - 1);
  }

  private lineEndBehind(offset: number): number {
    const bytes = new Uint8Array(slack);
    for (let position = offset; position < this.source.size; position += slack) {
      const have = this.source.read(bytes, 0, slack, position);
      for (let i = 0; i < have; i++) {
        if (bytes[i] === 10) return position + i + 1;
        if (bytes[i] === 13) {
          const after = new Uint8Array(1);
          const isCrLf = this.source.read(after, 0, 1, position + i + 1) === 1 && after[0] === 10;
          return position + i + (isCrLf ? 2 : 1);
        }
      }
    }
    return this.source.size;
  }

  private room(length: number): Uint8Array {
    if (this.buffer.length < length) this.buffer = new Uint8Array(length);
    return this.buffer;
  }

  private hashRoom(hashes: Uint32Array): Uint32Array {
    if (2 * this.row + 2 <= hashes.length) return hashes;
    const wider = new Uint32Array(hashes.length * 2);
    wider.set(hashes);
    return wider;
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

  /** Whether a record is a row of the table; if not, says what it is. */
  private fits(
    bytes: Uint8Array,
    r: number,
    start: number,
    end: number,
    bits: number,
    valid: boolean,
    last: boolean,
  ): boolean {
    const { scanner, layout } = this;
    const first = scanner.firstCell(r);
    const cells = scanner.endCell(r) - first;
    const unended = last && !isLineEnd(bytes[end - 1]);
    if ((bits & isDamaged) !== 0) {
      this.reject(unended ? "truncated" : (bits & isUnclosed) !== 0 ? "unclosed-quote" : "bad-quote");
      return false;
    }
    if (cells === 1 && isBlank(bytes, start, end)) {
      this.ledger.passedOver.blank++;
      return false;
    }
    if (!valid && !isUtf8(bytes.subarray(start, end))) {
      this.reject(unended ? "truncated" : "bad-encoding");
      return false;
    }
    if (cells !== layout.width) {
      let filled = cells;
      while (filled > 0 && this.isBlankCell(bytes, r, first + filled - 1)) filled--;
      if (filled === 0) {
        this.ledger.passedOver.blank++;
        return false;
      }
      if (this.isTotal(bytes, r)) return false;
      if (cells < layout.least) {
        this.reject(unended ? "truncated" : "too-few-cells");
        return false;
      }
      if (filled > layout.width) {
        this.reject("too-many-cells");
        return false;
      }
    } else if (this.isTotal(bytes, r)) {
      return false;
    } else if (isBlankRow(bytes, start, end, layout.delimiter)) {
      this.ledger.passedOver.blank++;
      return false;
    }
    if (end - start > longestCell) {
      for (let k = first; k < first + cells; k++) {
        if ((scanner.cells[k] >>> 1) - this.startOf(r, k) > longestCell) {
          this.reject("cell-too-long");
          return false;
        }
      }
    }
    return true;
  }

  /** The offset of a cell's first byte; in quotes, of the quote. */
  private startOf(r: number, k: number): number {
    return k === this.scanner.firstCell(r) ? this.scanner.start(r) : (this.scanner.cells[k - 1] >>> 1) + 1;
  }

  private isBlankCell(bytes: Uint8Array, r: number, k: number): boolean {
    return isBlank(bytes, this.startOf(r, k), this.scanner.cells[k] >>> 1);
  }

  /** A row whose first filled cell says "Tổng cộng" or "Cộng" is a sum, not a case. */
  private isTotal(bytes: Uint8Array, r: number): boolean {
    const { scanner } = this;
    const end = scanner.endCell(r);
    let k = scanner.firstCell(r);
    while (k < end && this.isBlankCell(bytes, r, k)) k++;
    if (k === end) return false;
    let from = this.startOf(r, k);
    let to = scanner.cells[k] >>> 1;
    while (bytes[from] === 34 || bytes[from] === 32) from++;
    const letter = bytes[from] | 32;
    if ((letter !== 116 && letter !== 99) || to - from > 40) return false;
    while (bytes[to - 1] === 34) to--;
    if (!totals.has(wordKey(new TextDecoder().decode(bytes.subarray(from, to))))) return false;
    this.ledger.passedOver.total++;
    return true;
  }

  /**
   * Fills the case from record r and counts what is wrong with its cells.
   *
   * @returns false when the row has no event time at all and is rejected
   */
  private fill(bytes: Uint8Array, r: number, hashes: Uint32Array, hashAt = 2 * this.row): boolean {
    const { scanner, case: c } = this;
    const { cells } = scanner;
    const first = scanner.firstCell(r);
    const width = scanner.endCell(r) - first;
    const start = scanner.start(r);
    this.bytes = bytes;
    this.record = r;
    this.ledger.read++;
    c.absent = this.absent;
    c.blank = 0;
    c.fault = 0;
    c.dateOnly = 0;

    for (let i = 0; i < this.times.length; i++) {
      const { field, index, bit, column } = this.times[i];
      const k = first + index;
      let time = blank;
      if (index < width) {
        const cell = cells[k];
        const from = index === 0 ? start : (cells[k - 1] >>> 1) + 1;
        time =
          (cell & isQuoted) === 0 ? column.read(bytes, from, cell >>> 1) : column.read(bytes, from + 1, (cell >>> 1) - 1);
      }
      if (time >= 0) {
        if (column.dateOnly) c.dateOnly |= bit;
        setTime(c, field, time);
      } else {
        setTime(c, field, null);
        if (time === blank) c.blank |= bit;
        else {
          c.fault |= bit;
          this.issue(column.monthFirst ? "month-first" : "bad-time", field, this.valueOf(bytes, r, index));
        }
      }
    }

    for (let i = 0; i < this.words.length; i++) {
      const column = this.words[i];
      const { index } = column;
      const k = first + index;
      let value: Value | null | typeof unknown = null;
      if (index < width) {
        const cell = cells[k];
        let from = index === 0 ? start : (cells[k - 1] >>> 1) + 1;
        let to = cell >>> 1;
        if ((cell & isQuoted) !== 0) {
          from++;
          to--;
        }
        value = from === to ? null : column.memo.read(bytes, from, to);
      }
      if (value === null) {
        c.blank |= column.bit;
        setWord(c, column.field, null);
        if (column.yesNo || column.field === "paymentMethod") this.countBlank(column.field);
      } else if (value === unknown) {
        c.fault |= column.bit;
        setWord(c, column.field, null);
        const word = this.valueOf(bytes, r, index);
        const bare = column.field === "channel" && /^\d+$/.test(word);
        this.issue(bare ? "bare-number" : "unknown-word", column.field, word);
        countUnknownWord(this.ledger, column.field, word, this.line);
      } else {
        setWord(c, column.field, value);
      }
    }

    for (let i = 0; i < this.durations.length; i++) {
      const { field, index, bit, column } = this.durations[i];
      const text = index < width ? this.cell(bytes, r, index) : nothing;
      const seconds = column.read(text.bytes, text.from, text.to);
      if (field === "submissionDuration") c.submissionDuration = seconds >= 0 ? seconds : null;
      else c.processingDuration = seconds >= 0 ? seconds : null;
      if (seconds === blank) c.blank |= bit;
      else if (seconds < 0) {
        c.fault |= bit;
        this.issue(numberFault(seconds), field, this.valueOf(bytes, r, index));
        this.durationFault = seconds;
      }
    }

    if (this.fee >= 0) {
      const text = this.fee < width ? this.cell(bytes, r, this.fee) : nothing;
      const fee = readMoney(text.bytes, text.from, text.to);
      c.fee = fee >= 0 ? fee : null;
      if (fee < 0 && fee !== blank) {
        c.fault |= bit.fee;
        this.issue("bad-number", "fee", this.valueOf(bytes, r, this.fee));
      }
    }

    for (let i = 0; i < this.texts.length; i++) {
      const { field, index, memo } = this.texts[i];
      let value: string | null = null;
      if (index < width) {
        const { bytes: b, from, to } = this.cell(bytes, r, index);
        value = from === to ? null : memo.read(b, from, to);
        // A code in full has a sixth digit behind the point, at its eighth byte.
        if (value !== null && this.paddedCodes.has(value) && (to - from < 8 || !isDigit(b[from + 7]))) {
          this.ledger.paddedCodes++;
        }
      }
      setText(c, field, value);
    }

    this.derive();
    if (this.hasEventColumns && !hasEvent(c)) {
      this.ledger.read--;
      this.reject("no-event-time");
      return false;
    }
    if (this.caseId >= 0 && this.caseId < width) {
      const { bytes: b, from, to } = this.cell(bytes, r, this.caseId);
      hashId(b, from, to, hashes, hashAt);
    } else {
      hashes[hashAt] = 0;
      hashes[hashAt + 1] = 0;
    }
    return true;
  }

  private durationFault = 0;

  /** Works out events and intervals from the columns (time.md), and holds times against each other. */
  private derive(): void {
    const { case: c, reading } = this;
    const { basis } = reading;
    c.submitted = this.eventTime(this.eventFields[0]);
    c.received = this.eventTime(this.eventFields[1]);
    c.finished = this.eventTime(this.eventFields[2]);
    c.rated = this.eventTime(this.eventFields[3]);
    if (this.eventFields[2] === null && c.finished === timelessEvent && !isDone(c, basis)) c.finished = noEvent;

    if (basis.events.completed !== null) {
      const done = this.eventTime(basis.events.completed);
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
    if (receivedAt !== null && c.finishedAt !== null && isAfter(c, receivedAt, "receivedAt", c.finishedAt, "finishedAt")) {
      badPair = "finished-before-received";
      this.pairFault(badPair, "finishedAt");
    }
    const finishedByReturn = basis.events.finished === "returnedAt";
    if (finishedByReturn) badPair = null;
    if (receivedAt !== null && c.returnedAt !== null && isAfter(c, receivedAt, "receivedAt", c.returnedAt, "returnedAt")) {
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
  private eventTime(field: Field | null): number {
    if (field === null) return this.reading.hasPeriod ? noEvent : timelessEvent;
    const c = this.case;
    const time = c[field as FieldOf<"time">];
    if (time !== null) return time;
    return (c.fault & bit[field as FieldOf<"time">]) === 0 ? noEvent : badEvent;
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
    const day = dayOf(time);
    this.receivedOn.set(day, (this.receivedOn.get(day) ?? 0) + weight);
  }

  private countBlank(field: Field): void {
    this.ledger.blanks.set(field, (this.ledger.blanks.get(field) ?? 0) + 1);
  }

  /** The bytes of a cell without its quotes, `""` made one. */
  private cell(bytes: Uint8Array, r: number, index: number): CellBytes {
    const { scanner, scratch } = this;
    const k = scanner.firstCell(r) + index;
    const at = cellAt;
    at.bytes = bytes;
    at.from = this.startOf(r, k);
    at.to = scanner.cells[k] >>> 1;
    if ((scanner.cells[k] & isQuoted) !== 0) {
      at.from++;
      at.to--;
      let i = at.from;
      while (i < at.to && bytes[i] !== 34) i++;
      if (i < at.to) {
        let length = 0;
        for (let j = at.from; j < at.to; j++) {
          scratch[length++] = bytes[j];
          if (bytes[j] === 34) j++;
        }
        at.bytes = scratch;
        at.from = 0;
        at.to = length;
      }
    }
    return at;
  }

  private valueOf(bytes: Uint8Array, r: number, index: number): string {
    const { bytes: b, from, to } = this.cell(bytes, r, index);
    return new TextDecoder().decode(b.subarray(from, Math.min(to, from + 200))).normalize("NFC").trim();
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

  private wordColumn({ field, index }: Column): WordColumn {
    const coded = field as FieldOf<"word" | "yesNo">;
    const table = wordTable(coded);
    const added = this.reading.words.get(field);
    const memo = new WordMemo<Value | null | typeof unknown>((text) => {
      if (text === "") return null;
      const key = wordKey(text);
      if (field === "serviceLevel" && /[1-4]$/.test(key)) this.oldLevels = true;
      return added?.get(key) ?? table.get(key) ?? unknown;
    }, 4096);
    return { field: coded, index, bit: bit[coded], yesNo: fieldKinds[field] === "yesNo", memo };
  }
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
const totals = new Set(["Tổng cộng", "Cộng", "Tong cong", "Cong"].map(wordKey));

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function isLineEnd(byte: number): boolean {
  return byte === 10 || byte === 13;
}

/** Nothing but spaces, quotes, tabs and line ends. */
function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] > 34 || bytes[i] === 33) return false;
  return true;
}

function isBlankRow(bytes: Uint8Array, from: number, to: number, delimiter: number): boolean {
  for (let i = from; i < to; i++) {
    const b = bytes[i];
    if (b !== delimiter && (b > 34 || b === 33)) return false;
  }
  return true;
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

// One assignment for each field keeps the case's shape, and the engine's view of it, fixed; c[field] would not.
function setTime(c: Case, field: FieldOf<"time">, time: number | null): void {
  switch (field) {
    case "loginAt":
      c.loginAt = time;
      break;
    case "submittedAt":
      c.submittedAt = time;
      break;
    case "receivedAt":
      c.receivedAt = time;
      break;
    case "transferredAt":
      c.transferredAt = time;
      break;
    case "dueAt":
      c.dueAt = time;
      break;
    case "finishedAt":
      c.finishedAt = time;
      break;
    case "returnedAt":
      c.returnedAt = time;
      break;
    case "ratedAt":
      c.ratedAt = time;
      break;
    default:
      field satisfies never;
  }
}

function setWord(c: Case, field: FieldOf<"word" | "yesNo">, value: Value | null): void {
  switch (field) {
    case "channel":
      c.channel = value as Channel | null;
      break;
    case "status":
      c.status = value as Status | null;
      break;
    case "rating":
      c.rating = value as Rating | null;
      break;
    case "paymentMethod":
      c.paymentMethod = value as PaymentMethod | null;
      break;
    case "serviceLevel":
      c.serviceLevel = value as ServiceLevel | null;
      break;
    case "applicantType":
      c.applicantType = value as Case["applicantType"];
      break;
    case "processedOnline":
      c.processedOnline = value === true;
      break;
    case "electronicResult":
      c.electronicResult = value === true;
      break;
    case "recordDigitised":
      c.recordDigitised = value === true;
      break;
    case "resultDigitised":
      c.resultDigitised = value === true;
      break;
    case "dataReused":
      c.dataReused = value === true;
      break;
    case "onSystem":
      c.onSystem = value === true;
      break;
    case "portalSynced":
      c.portalSynced = value === true;
      break;
    case "viaPortal":
      c.viaPortal = value === true;
      break;
    default:
      field satisfies never;
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
