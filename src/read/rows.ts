import type { Weight } from "../measures/fold.ts";
import { machine } from "../platform/index.ts";
import { absentNeeds, finishedWithoutTime } from "../records/basis.ts";
import {
  absentEvent,
  allFields,
  badEvent,
  bit,
  type Case,
  events,
  type Field,
  type FieldKind,
  type FieldOf,
  fieldKinds,
  type Need,
  noEvent,
  openStatuses,
  type PairFault,
  timelessEvent,
} from "../records/case.ts";
import { calendarOf } from "../time/calendar.ts";
import { dayOf, firstDay, lastDay, secondsADay } from "../time/civil.ts";
import { type WorkingClock, workingClock, workingDay } from "../time/working.ts";
import { offsetOf } from "../time/zone.ts";
import { isBlankWord, isNoId } from "./blanks.ts";
import { cellText } from "./clean.ts";
import {
  ambiguous,
  blank,
  type DateFacts,
  DurationColumn,
  damageText,
  dateFacts,
  type NumberFacts,
  negative,
  readCode,
  readMoney,
  TimeColumn,
  WordMemo,
} from "./decode.ts";
import { type Kernel, kinds, maybeTotal, type Planned, rowHead, rowWord, slotFlags } from "./kernel.ts";
import { eventTimes, kindPlan } from "./kind-plan.ts";
import type { Layout } from "./layout.ts";
import { type BlockLedger, countIssue, countUnknownWord, type IssueCode, newLedger, type RowFault } from "./ledger.ts";
import { isOffScale, type Meaning, meaningIn, type Sign, signOf, unknown } from "./meaning.ts";
import { aYear, isOddYear, mostYearsApart, type Reading } from "./reading.ts";
import { type LogStretch, type NoCase, Records, type Walker } from "./records.ts";
import { isAfter, RowCase, reasonOf } from "./row-case.ts";
import { hasInnerLineEnd, lineEnds } from "./scan.ts";
import type { Source } from "./source.ts";
import { Swallowed } from "./swallowed.ts";
import { tellable, tellableTime } from "./tellable.ts";
import type { Alike, Kinds } from "./visitor.ts";
import { isErrorWord, type Value, withoutMarks, wordKey } from "./words.ts";

/** What reading a stretch gave. Plain data; the id hashes are eight bytes a row. */
export interface ReadBlock {
  readonly start: number;
  /** Where the next stretch begins. */
  readonly end: number;
  readonly rows: number;
  readonly lines: number;
  readonly ledger: BlockLedger;
  /** Two words a row; (0, 0) for a row that is no case or has no id. */
  readonly hashes: Int32Array;
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
  /** Cases that are alike are sorted out once, where the visitor can make use of it. */
  readonly kinds?: Kinds;
}

/** Hears of each fault of a row: its row number in the block (from 0), its line from the first of the block. */
export type Hear = (row: number, line: number, code: IssueCode, field: Field | null, value: string | null) => void;

export interface BlockOptions {
  /** -1 takes the stretch's cases out again. */
  readonly weight?: Weight;
  /** The stretch has been read and counted before: only its ledger is made anew. */
  readonly again?: boolean;
  /** Row numbers, ascending, of cases that a later row supersedes: they are not counted. */
  readonly skip?: readonly number[];
  readonly hear?: Hear | null;
  /** Hears of every record, whatever it is: its offset in the log, in their order. */
  readonly mark?: ((offset: number) => void) | null;
}

/** Behind the end of a stretch that ends with a record. */
const exactSlack = 64;

/** A column whose cells the inner loop may ask about: where it stands, and how such a cell is read. */
interface Asking<R> {
  readonly field: Field;
  readonly index: number;
  /** The first word of its slot, from the row's first. */
  readonly slot: number;
  readonly bit: number;
  readonly reader: R;
}

/** The column of an event. */
interface EventColumn {
  readonly slot: number;
  readonly bit: number;
}

/** A text column has no bit of its own: all of them share one that no need has. */
const textBit = 31;

/** What this log adds to a kind: blanks to tell, what of the intervals is not to be had, whether its cases are open. */
interface KindOfRow {
  readonly alike: Alike;
  readonly blank: number;
  readonly fault: number;
  readonly open: boolean;
  readonly isContradiction: boolean;
  /** The two times of the interval are there, and in order. */
  readonly isSubmitted: boolean;
  readonly isProcessed: boolean;
  /** The block in which what its words show has been noted. */
  shownIn: BlockLedger | null;
}

/** The numbers of the inner loop's words are below this, each of one spelling; those above are of one meaning. */
export const mostKernelWords = 1 << 13;

/** Reads the rows of one log into Cases. */
export class RowReader implements Walker {
  readonly case: RowCase;
  /** How many cases were received on each day from `firstDay`, for the moment as of which the log speaks. */
  readonly receivedOn = new Int32Array(lastDay - firstDay + 1);
  /** The same of what happened to them last. */
  readonly endedOn = new Int32Array(lastDay - firstDay + 1);
  /** Procedure codes that somewhere lacked their last zeros. */
  private readonly paddedCodes: Set<string> = new Set();
  private readonly reading: Reading;
  private readonly records: Records;
  private readonly kernel: Kernel;
  /** What each spelling that the inner loop has numbered means; the numbers behind its last are ours. */
  private readonly values: (Value | null)[] = [null];
  /** What each spelling shows of its log, by the same numbers. */
  private readonly signs: (Sign | undefined)[] = [];
  private readonly ownNumbers = new Map<Value, number>();
  private scratch = new Uint8Array(256);

  private readonly times: Asking<TimeColumn>[];
  private readonly durations: Asking<DurationColumn>[];
  private readonly words: Asking<WordMemo<Meaning<Value>>>[];
  /** Those whose words show more of the log, and those of them that the visitor in hand has a use for. */
  private readonly showing: Asking<WordMemo<Meaning<Value>>>[];
  private shown: Asking<WordMemo<Meaning<Value>>>[] = [];
  private readonly texts: Asking<WordMemo<Meaning<Value>>>[];
  private readonly procedureCodes: Asking<unknown> | null;
  /** Bits of the columns that this log has, and of those whose blanks are told. */
  private readonly present: number;
  private readonly told: number;
  private readonly caseId: number;
  private readonly slots: ReadonlyMap<Field, number>;
  /** Bits of the needs for which this log has no column; the basis may rest on columns that only another log has. */
  private readonly absent: number;
  private readonly hasEventColumns: boolean;
  private readonly headers: readonly Uint8Array[];
  private readonly swallowed: Swallowed;
  private readonly eventColumns: readonly (EventColumn | null)[];
  /** The column of the finished event; any where there is none. */
  private readonly finishes: EventColumn;
  private readonly asOfDay: "receivedAt" | "submittedAt" | null;
  /** Where the slots of the row in hand begin in the kernel's words. */
  private at = 0;
  private ledger: BlockLedger = newLedger();
  private hear: Hear | null = null;
  private mark: ((offset: number) => void) | null = null;
  /** The block in hand: its row, the line from its first, and what is made of it. */
  private row = 0;
  private line = 0;
  private stretchStart = 0;
  private hashes: Int32Array = new Int32Array(1024);
  private marks: number[] = [];
  private skip: readonly number[] = [];
  private skipped = 0;
  private visitor: Visitor = { add: () => 0 };
  private weight: Weight = 1;
  private notesDays = false;
  private readonly working: WorkingClock | null;
  private readonly beside: WorkingClock | null;
  private readonly besideTime: { seconds: number | null; days: number } = { seconds: null, days: 0 };
  /** Whose kinds the inner loop tells apart; what is known of each by its number; whether this block's visitor is it. */
  private sorter: Kinds | null = null;
  private readonly alike: (KindOfRow | undefined)[] = [];
  private isSorted = false;

  constructor(source: Source, layout: Layout, reading: Reading) {
    this.reading = reading;
    this.working = reading.working === null ? null : workingClock(calendarOf(reading.working));
    this.beside = reading.beside == null ? null : workingClock(calendarOf(reading.beside));
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
    this.swallowed = new Swallowed(layout);
    this.records = new Records(source, layout, plan, slots.size, clear);
    this.kernel = this.records.kernel;
    this.case = new RowCase(this.values, layout.dueInDays);
    this.case.place(slots, reading.basis);
    const offsetAt = offsetOf(reading.timeZone);
    const asking = <R>(wanted: readonly FieldKind[], reader: (field: Field, unit: number) => R): Asking<R>[] =>
      layout.columns
        .filter(({ field }) => slots.has(field) && field !== "caseId" && wanted.includes(fieldKinds[field]))
        .map(({ field, index, unit = 1 }) => {
          const slot = 4 * (slots.get(field) as number);
          return { field, index, slot, bit: field in bit ? bit[field as Need] : 0, reader: reader(field, unit) };
        });
    this.times = asking(["time"], (field) => new TimeColumn(reading.dateOrders.get(field) ?? "dmy", offsetAt));
    this.durations = asking(["duration"], (field, unit) => {
      // By the working clock a day of work is one of eight hours; a time to submit is always elapsed.
      const isWorked = reading.working !== null && field === "processingDuration" && unit === secondsADay;
      const day = reading.working !== null && field === "processingDuration" ? workingDay : secondsADay;
      return new DurationColumn(isWorked ? workingDay : unit, reading.decimals.get(field) ?? null, day);
    });
    this.words = asking(["word", "yesNo", "money"], (field) =>
      field === "fee"
        ? new WordMemo<Meaning<Value>>(moneyOf, 4096)
        : new WordMemo(meaningIn(field as FieldOf<"word" | "yesNo">, reading), 4096),
    );
    this.texts = asking(
      ["text"],
      (field) =>
        new WordMemo<Meaning<Value>>(
          field === "procedureCode"
            ? (text) => this.procedureCode(text)
            : (text) => (text === "" || isBlankWord(text) ? null : isErrorWord(text) ? unknown : text),
          1 << 20,
        ),
    );
    this.procedureCodes = this.texts.find(({ field }) => field === "procedureCode") ?? null;
    const columns = [...this.times, ...this.durations, ...this.words];
    this.showing = this.words.filter(({ field }) => shows.has(field) || reading.words.has(field));
    this.present = columns.reduce((mask, column) => mask | column.bit, 0);
    this.told = columns.reduce((mask, { field, bit }) => (blanksAreTold.has(field) ? mask | bit : mask), 0);
    this.caseId = slots.has("caseId") ? 4 * (slots.get("caseId") as number) : -1;

    const has = (field: Field) => layout.columns.some((column) => column.field === field);
    const { basis } = reading;
    this.absent = absentNeeds(basis, has);
    const timesOfEvents: Field[] = ["submittedAt", "receivedAt", "returnedAt", "finishedAt", "ratedAt"];
    this.hasEventColumns = timesOfEvents.some(has);
    this.headers = layout.headers;
    this.headerTexts = new Set(layout.columns.map(({ header }) => header));
    this.headerKeys = new Map(layout.columns.map(({ field, header }) => [field, nameOfHeader(header)]));
    this.eventColumns = events.map((event) => {
      const field = basis.events[event] as FieldOf<"time"> | null;
      return field === null ? null : { slot: 4 * (slots.get(field) ?? 0), bit: bit[field] };
    });
    this.finishes = this.eventColumns[events.indexOf("finished")] ?? { slot: 0, bit: 0 };
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

  /** Reads the records that begin in the stretch. */
  block(
    stretch: LogStretch,
    visitor: Visitor,
    { weight = 1, again = false, skip = [], hear = null, mark = null }: BlockOptions = {},
  ): ReadBlock {
    const ledger = newLedger();
    this.ledger = ledger;
    this.hear = hear;
    this.mark = mark;
    this.row = 0;
    this.line = 0;
    for (const { reader } of this.times) Object.assign(reader.facts, noDates);
    for (const { reader } of this.durations) Object.assign(reader.facts, noNumbers);
    this.kernel.seen.fill(0);
    this.hashes.fill(0);
    this.marks = [];
    this.stretchStart = stretch.start;
    this.skip = skip;
    this.skipped = 0;
    this.visitor = visitor;
    this.weight = weight;
    this.notesDays = !again;
    this.isSorted = this.isSortedFor(visitor);
    // Of cases that are alike only the words that matter are: the others show nothing, however the cases are counted.
    this.shown = this.showing.filter(
      ({ bit: own }) => visitor.kinds === undefined || ((visitor.kinds.needs | bit.status | bit.channel) & own) !== 0,
    );
    const end = this.records.walk(stretch, this);
    const { seen } = this.kernel;
    return {
      start: stretch.start,
      end,
      rows: this.row,
      lines: this.line,
      ledger,
      hashes: shared(this.hashes, this.row * 2),
      marks: Uint32Array.from(this.marks),
      dates: new Map(this.times.map(({ field, slot, reader }) => [field, dateFacts(reader.facts, seen, 2 * slot)])),
      numbers: new Map(this.durations.map(({ field, reader }) => [field, { ...reader.facts }])),
    };
  }

  /** Whether the inner loop's kinds are this visitor's; the first that has a use for them decides on them. */
  private isSortedFor({ kinds: wanted }: Visitor): boolean {
    // Whether an interval leaves the calendar depends on its times: no two cases are alike in that.
    if (wanted === undefined || this.working !== null) return false;
    if (this.sorter === null) {
      this.sorter = wanted;
      this.kernel.tellKinds(kindPlan(wanted, this.reading, this.slots, this.told));
    }
    return this.sorter === wanted;
  }

  /** The place of the row in hand in its block, from 0. */
  get here(): { readonly row: number; readonly line: number } {
    return { row: this.row, line: this.line };
  }

  /** Rows that the inner loop has read (Walker). */
  rows(count: number, position: number, valid: boolean): void {
    const { kernel, ledger, visitor, weight } = this;
    const { words } = kernel;
    this.case.words = words;
    this.makeRoom(count);
    for (let r = 0; r < count; r++) {
      const row = kernel.row(r);
      const from = words[row + rowWord.start];
      const counts = this.begin(position + from - kernel.bufferAt);
      const kind = words[row + rowWord.kind];
      if (kind !== 0 && valid && this.isSorted) {
        if (counts) this.countAlike(row, kind);
        this.line++;
        this.row++;
        continue;
      }
      const bits = words[row + rowWord.bits];
      const end = words[row + rowWord.end];
      let isCase = counts;
      if (isCase && (bits & hasInnerLineEnd) !== 0) isCase = !this.rejectRowsIn(kernel.bytes.subarray(from, end));
      if (isCase && ((bits & maybeTotal) !== 0 || !valid)) isCase = !this.isNoCase(row, valid, position);
      // What a row that is none says of its times is no fact of their columns.
      if (counts && !isCase) this.forgetTimes(row);
      if (isCase && this.isHeader(from, end)) {
        this.ledger.passedOver.header++;
        isCase = false;
      }
      if (isCase && this.fill(row + rowHead, this.hashes, 2 * this.row)) {
        if (this.notesDays) this.noteDay(weight);
        const lies = visitor.add(this.case, weight);
        if ((lies & 1) === 0) ledger.outOfPeriod++;
        if ((lies & 2) === 0) ledger.outOfYear++;
      }
      this.line += (bits & hasInnerLineEnd) === 0 ? 1 : lineEnds(kernel.bytes, from, end);
      this.row++;
    }
  }

  /** A row of which nothing is at fault, and which is like others before it: the kind says what they have in common. */
  private countAlike(row: number, number: number): void {
    const { case: c, ledger, weight } = this;
    const { words } = this.kernel;
    const at = row + rowHead;
    const sorter = this.sorter as Kinds;
    let kind = this.alike[number];
    if (kind?.isContradiction === true) {
      // Each such row is told of, and is in a period by another time than the inner loop takes it to be.
      this.fill(at, this.hashes, 2 * this.row);
      if (this.notesDays) this.noteDay(weight);
      const lies = this.visitor.add(c, weight);
      if ((lies & 1) === 0) ledger.outOfPeriod++;
      if ((lies & 2) === 0) ledger.outOfYear++;
      return;
    }
    if (kind === undefined) {
      this.fill(at, this.hashes, 2 * this.row);
      kind = {
        alike: sorter.of(c),
        isContradiction: this.isContradiction,
        blank: c.blank & this.told,
        fault: c.fault,
        open: c.open,
        shownIn: ledger,
        isSubmitted: this.reading.basis.submissionTime === "timestamps" && (c.fault & bit.submissionTime) === 0,
        isProcessed: this.reading.basis.processingTime === "timestamps" && (c.fault & bit.processingTime) === 0,
      };
      this.alike[number] = kind;
    } else {
      this.at = at;
      ledger.read++;
      c.at = at;
      c.yes = words[row + rowWord.yes];
      c.read = words[row + rowWord.read];
      c.dateOnly = words[row + rowWord.dateOnly];
      c.blank = this.present & ~c.read;
      c.fault = kind.fault;
      c.open = kind.open;
      c.isAhead = false;
      c.submissionDuration = null;
      c.processingDuration = null;
      if (kind.blank !== 0) this.tellBlanks();
      if (this.paddedCodes.size > 0 && this.procedureCodes !== null) this.countPadded(this.procedureCodes.slot);
      if (kind.isSubmitted) this.takeSubmissionTime();
      if (kind.isProcessed) this.takeProcessingTime();
      if (sorter.times) this.takeEvents();
      if (this.caseId >= 0) this.hashOf(this.caseId, this.hashes, 2 * this.row);
    }
    if (this.notesDays) this.noteDay(weight);
    sorter.add(kind.alike, c, weight);
    if (kind.shownIn !== ledger) {
      this.noteSigns(at);
      kind.shownIn = ledger;
    }
    const { lies } = kind.alike;
    if ((lies & 1) === 0) ledger.outOfPeriod++;
    if ((lies & 2) === 0) ledger.outOfYear++;
  }

  /** A record that is no case (Walker). */
  odd(what: NoCase, offset: number, lines: number, row?: Uint8Array): void {
    this.makeRoom(1);
    this.begin(offset);
    if (lines === 1 || row === undefined || !this.rejectRowsIn(row)) {
      if (what === "bad-encoding" && row !== undefined) this.reject(what, damageText(row, offset));
      else this.countOdd(what);
    }
    this.line += lines;
    this.row++;
  }

  /** Makes room for the hashes of so many rows more. */
  private makeRoom(count: number): void {
    const wanted = 2 * (this.row + count);
    if (wanted <= this.hashes.length) return;
    const wider = new Int32Array(Math.max(wanted, this.hashes.length * 2));
    wider.set(this.hashes);
    this.hashes = wider;
  }

  /** Notes where a row begins; returns whether it counts. */
  private begin(offset: number): boolean {
    if (this.row % rowsAMark === 0) this.marks.push(offset - this.stretchStart);
    this.mark?.(offset);
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
  again(
    block: ReadBlock,
    wanted: readonly number[],
    visit: (row: number, c: RowCase, ledger: BlockLedger) => void,
  ): void {
    const { kernel } = this;
    const hashes = new Int32Array(2);
    this.hear = null;
    this.mark = null;
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
              this.case.words = kernel.words;
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

  private forgetTimes(row: number): void {
    const { words, seen } = this.kernel;
    for (const { slot, bit: own } of this.times) {
      if ((words[row + rowWord.read] & own) === 0) continue;
      seen[2 * slot + ((words[row + rowHead + slot + 3] >>> 2) & 7)]--;
    }
  }

  /** A row of the kernel's that is no case after all, or not UTF-8. */
  private isNoCase(row: number, valid: boolean, position: number): boolean {
    const { words, bytes, bufferAt } = this.kernel;
    if ((words[row + rowWord.bits] & maybeTotal) !== 0) {
      const hasTime = (words[row + rowWord.read] & eventTimes) !== 0;
      const what = this.records.noCaseAt(words[row + rowWord.start], words[row + rowWord.end], hasTime);
      if (what !== null) {
        this.countOdd(what);
        return true;
      }
    }
    const [from, end] = [words[row + rowWord.start], words[row + rowWord.end]];
    const own = bytes.subarray(from, end);
    if (valid || machine.texts.isUtf8(own)) return false;
    if (this.records.isCutOff(end)) this.reject("truncated");
    else this.reject("bad-encoding", damageText(own, position + from - bufferAt));
    return true;
  }

  /** A header row that stands again among the cases, where months were pasted together. */
  private isHeader(start: number, to: number): boolean {
    const { bytes } = this.kernel;
    // Exports that were joined keep the mark that each file began with.
    const from = bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf ? start + 3 : start;
    // Line ends are one byte or two; most rows are of another length, and need no further look.
    const length = to - from;
    for (const header of this.headers) {
      if (length < header.length || length > header.length + 2 || bytes[from] !== header[0]) continue;
      let i = 1;
      while (i < header.length && bytes[from + i] === header[i]) i++;
      if (i === header.length) return true;
    }
    return false;
  }

  /** Rejects each row of a record that holds several, by its own line; false where it holds one. */
  private rejectRowsIn(record: Uint8Array): boolean {
    const { line } = this;
    const lines = this.swallowed.linesIn(record);
    for (const below of lines) {
      this.line = line + below;
      this.reject("rows-in-cell");
    }
    this.line = line;
    return lines.length > 0;
  }

  private countOdd(what: NoCase): void {
    if (what === "note") this.countNote();
    else if (what === "blank" || what === "total") this.ledger.passedOver[what]++;
    else this.reject(what);
  }

  private countNote(): void {
    const { ledger } = this;
    if (ledger.firstNote < 0) ledger.firstNote = this.line;
    ledger.passedOver.note++;
  }

  /** The cell of the row in hand in a field's column as it stands in the log, cleaned; "" where there is none. */
  textOf(field: Field): string {
    const slot = this.slots.get(field);
    if (slot === undefined) return "";
    const isBlank =
      field in bit ? (this.case.blank & bit[field as Need]) !== 0 : this.kernel.words[this.at + 4 * slot + 3] === 0;
    if (isBlank) return "";
    const { bytes, from, to } = this.cell(4 * slot);
    return cellText(bytes, from, to);
  }

  /** The id of the row in hand; "" where it has none that tells cases apart. */
  get idText(): string {
    return this.hasId ? this.textOf("caseId") : "";
  }

  get hasId(): boolean {
    return (this.hashes[2 * this.row] | this.hashes[2 * this.row + 1]) !== 0;
  }

  /** The offset of the first record that begins at or after `offset`, if no quoted cell reaches over it: a guess. */
  guessStart(offset: number): number {
    return this.records.lineEndBehind(offset - 1);
  }

  private issue(code: IssueCode, field: Field | null, value: string | null = null): void {
    countIssue(this.ledger, code, field, this.line, value);
    this.hear?.(this.row, this.line, code, field, value);
  }

  private reject(code: RowFault, value: string | null = null): void {
    this.ledger.read++;
    this.ledger.rejected++;
    this.issue(code, null, value);
  }

  /**
   * Fills the case from the slots at `at` and counts what is wrong with its cells.
   *
   * @returns false when the row has no event time at all and is rejected
   */
  private fill(at: number, hashes: Int32Array, hashAt: number): boolean {
    const { case: c } = this;
    const { words } = this.kernel;
    const head = at - rowHead;
    this.at = at;
    this.ledger.read++;
    c.at = at;
    c.absent = this.absent;
    c.fault = 0;
    c.yes = words[head + rowWord.yes];
    c.read = words[head + rowWord.read];
    c.dateOnly = words[head + rowWord.dateOnly];
    const asks = words[head + rowWord.asks] | 0;
    c.blank = this.present & ~(c.read | asks);
    if ((c.read & eventTimes) === 0) {
      if (this.isNote(at)) {
        this.ledger.read--;
        this.countNote();
        return false;
      }
      if (asks !== 0 && this.isHeaderInOtherLetters()) {
        this.ledger.read--;
        this.ledger.passedOver.header++;
        return false;
      }
    }
    if (asks !== 0) this.answer(asks);
    this.noteSigns(at);
    if ((c.blank & this.told) !== 0) this.tellBlanks();
    if (this.paddedCodes.size > 0 && this.procedureCodes !== null) this.countPadded(this.procedureCodes.slot);
    this.derive();
    if (this.hasEventColumns && (c.read & eventTimes) === 0) {
      this.ledger.read--;
      // Below a header in another order every row would be read by the wrong columns.
      const isHeader = this.times.some(({ slot }) => this.headerTexts.has(this.textAt(slot)));
      this.reject(isHeader ? "other-header" : "no-event-time");
      return false;
    }
    if (this.caseId >= 0) this.hashOf(this.caseId, hashes, hashAt);
    return true;
  }

  /** Whether the row says the names of its columns in other letters than the header: capitals, a space more, without marks. */
  private isHeaderInOtherLetters(): boolean {
    let alike = 0;
    for (const { field, slot } of [...this.times, ...this.words]) {
      const key = nameOfHeader(this.textAt(slot));
      if (key === "") continue;
      if (key !== this.headerKeys.get(field)) return false;
      alike++;
    }
    return alike > 1;
  }

  /** Whether a row without a time is a note; where the log has no times, one that shows an id must hold nothing else. */
  private isNote(at: number): boolean {
    const { words } = this.kernel;
    const row = at - rowHead;
    const hasId = this.caseId >= 0 && words[at + this.caseId + 3] !== 0;
    const alone = !this.hasEventColumns && hasId;
    return this.records.isNoteAt(words[row + rowWord.start], words[row + rowWord.end], alone);
  }

  /** Reads the cells that the inner loop has not, and writes them where it would have. */
  private answer(asks: number): void {
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
      c.fault |= bit;
      // What has no digit is no date that was mistyped: it may be a name that stands in the wrong column.
      const text = this.textAt(slot);
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
  private noteSigns(at: number): void {
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
    const isBare = field === "channel" ? /^\d+$/.test(word) : field === "rating" && isOffScale(said, this.reading);
    this.issue(isBare ? "bare-number" : "unknown-word", field, word);
    countUnknownWord(this.ledger, field, word, this.line);
  }

  private tellBlanks(): void {
    for (const { field, bit } of this.words) if ((this.case.blank & this.told & bit) !== 0) this.countBlank(field);
  }

  /** A code in full has a sixth digit behind the point, at its eighth byte. */
  private countPadded(slot: number): void {
    const code = this.case.procedureCode;
    if (code === null || !this.paddedCodes.has(code)) return;
    const { bytes, from, to } = this.cell(slot);
    if (to - from < 8 || !isDigit(bytes[from + 7])) this.ledger.paddedCodes++;
  }

  private hashOf(slot: number, hashes: Int32Array, hashAt: number): void {
    const { words } = this.kernel;
    const flags = words[this.at + slot + 3];
    const isCut = flags !== 0 && this.isCutId(slot);
    if (isCut) this.issue("cut-id", "caseId", this.textAt(slot));
    if (isCut || flags === 0 || this.isNoIdAt(slot)) {
      this.ledger.blankIds++;
      hashes[hashAt] = 0;
      hashes[hashAt + 1] = 0;
      return;
    }
    // A formula of a text is that text.
    if ((flags & slotFlags.asks) === 0 && this.kernel.bytes[words[this.at + slot + 1]] !== 61) {
      hashes[hashAt] = words[this.at - rowHead + rowWord.idHigh];
      hashes[hashAt + 1] = words[this.at + slot];
      return;
    }
    // Two spellings of one text (NFD, a space before it) must give one hash: those go by the text.
    const { bytes, from, to } = this.cell(slot);
    const text = new TextEncoder().encode(cellText(bytes, from, to));
    if (text.length === 0) this.ledger.blankIds++;
    const [high, low] = text.length === 0 ? [0, 0] : this.kernel.hash(text);
    hashes[hashAt] = high;
    hashes[hashAt + 1] = low;
  }

  /**
   * Excel writes a number of more than eleven digits as 2.51008E+14, and keeps fifteen digits of any: many cases would
   * have one id.
   */
  private isCutId(slot: number): boolean {
    const { words, bytes } = this.kernel;
    const from = words[this.at + slot + 1];
    const to = words[this.at + slot + 2];
    if (bytes[to - 3] === 43 || bytes[to - 2] === 43) {
      return /^\d+(?:[.,]\d+)?E\+\d\d?$/i.test(this.textAt(slot));
    }
    if (bytes[to - 1] !== 48 || to - from < 16) return false;
    // Digits, or digits in threes: 251.008.000.000.012.000.
    for (let p = from; p < from + 15; p++) if (!isDigit(bytes[p]) && bytes[p] !== 46 && bytes[p] !== 44) return false;
    const text = this.textAt(slot);
    const digits = /^\d{1,3}([.,])\d{3}(?:\1\d{3})+$/.test(text) ? text.replace(/[.,]/g, "") : text;
    return /^\d{15}0+(?:[.,]0+)?$/.test(digits);
  }

  /** A word for nothing is no id: every such case would be the same. */
  private isNoIdAt(slot: number): boolean {
    const { words, bytes } = this.kernel;
    const to = words[this.at + slot + 2];
    // None of them has a digit but 0: looked at byte by byte, since every row has an id.
    for (let p = words[this.at + slot + 1]; p < to; p++) if (bytes[p] > 48 && bytes[p] <= 57) return false;
    return isNoId(this.textAt(slot));
  }

  private durationFault = 0;
  /** The names of the columns that are read. */
  private readonly headerTexts: ReadonlySet<string>;
  private readonly headerKeys: ReadonlyMap<Field, string>;
  /** The row in hand says that work goes on, and when it ended. */
  private isContradiction = false;

  /** Works out events and intervals from the columns (time.md), and holds times against each other. */
  private derive(): void {
    const { case: c, reading } = this;
    const { basis } = reading;
    if ((c.read & bit.submissionDuration) === 0) c.submissionDuration = null;
    if ((c.read & bit.processingDuration) === 0) c.processingDuration = null;
    c.dueReason = "bad-due-at";
    this.checkYears();
    // A return outlives a status that no table knows.
    const isBack = c.returnedAt !== null && this.happened(c.returnedAt) === c.returnedAt;
    if (isBack) c.fault &= ~bit.status;
    this.takeEvents();
    this.isContradiction = openStatuses.has(c.status) && (c.returnedAt !== null || c.finishedAt !== null);
    if (this.isContradiction) {
      if (c.returnedAt !== null) this.pairFault("returned-while-open", "returnedAt");
      if (c.finishedAt !== null) this.pairFault("finished-while-open", "finishedAt");
    }
    if (c.dueAt !== null && c.receivedAt !== null && c.dueAt < c.receivedAt) {
      this.pairFault("due-before-received", "dueAt");
      c.dueReason = "due-before-received";
      c.fault |= bit.dueAt;
      c.read &= ~bit.dueAt;
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
        this.takeSubmissionTime();
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
    const done = c.open || c.completedAt === null ? null : c.endedByReturn ? "returnedAt" : basis.events.completed;
    if (badPair !== null && done === "finishedAt") this.takeOutEnd(badPair);
    const finishedByReturn = basis.events.finished === "returnedAt";
    if (finishedByReturn) badPair = null;
    if (
      receivedAt !== null &&
      c.returnedAt !== null &&
      isAfter(c, receivedAt, "receivedAt", c.returnedAt, "returnedAt")
    ) {
      this.pairFault("returned-before-received", "returnedAt");
      if (finishedByReturn) badPair = "returned-before-received";
      if (done === "returnedAt") this.takeOutEnd("returned-before-received");
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
        this.takeProcessingTime();
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

    if (reading.asOf !== null) this.checkAsOf(reading.asOf);
  }

  /** When each event happened, and whether and when the work was done. */
  private takeEvents(): void {
    const { case: c } = this;
    const [submitted, received, finishing, rated, completed] = this.eventColumns;
    c.submitted = this.happened(this.eventTime(submitted));
    c.received = this.happened(this.eventTime(received));
    c.finished = this.happened(this.eventTime(finishing));
    c.rated = this.happened(this.eventTime(rated));
    if (finishing === null && c.finished === timelessEvent) c.finished = finishedWithoutTime(c, this.reading.basis);
    if (completed === null) return;
    c.isAhead = false;
    const ended = this.eventTime(completed);
    const done = ended === noEvent ? c.returnInstead : ended;
    // While work goes on nothing has ended, whatever stands there: a day that was promised, or "waits for a signature".
    const goesOn = done !== noEvent && openStatuses.has(c.status);
    c.isAhead = goesOn || this.happened(done) !== done;
    if (goesOn) c.finished = noEvent;
    c.open = done === noEvent || c.isAhead;
    c.completed = c.open ? (c.dueAt ?? c.received) : done;
  }

  /** An end before the receipt says nothing of whether it was in time. */
  private takeOutEnd(why: PairFault): void {
    this.case.completedReason = why;
    this.case.fault |= bit.completedAt;
  }

  /**
   * Takes out a time that lies years away from the others of its case: a mistyped digit, 2099 for never. Of two times a year
   * or more apart the one is believed that lies among the days of the log; where nobody knows those yet it is noted.
   */
  private checkYears(): void {
    const { case: c } = this;
    const { words } = this.kernel;
    let [first, last] = [Number.POSITIVE_INFINITY, 0];
    for (const { slot, bit: own } of this.times) {
      if ((c.read & own) === 0) continue;
      const time = words[this.at + slot];
      if (time < first) first = time;
      if (time > last) last = time;
    }
    if (last - first <= aYear || last === 0) return;
    const there = this.times.filter(({ bit: own }) => (c.read & own) !== 0);
    const timeOf = (slot: number) => words[this.at + slot];
    const nearest = (one: (typeof there)[number]) =>
      Math.min(...there.flatMap((other) => (other === one ? [] : [Math.abs(timeOf(one.slot) - timeOf(other.slot))])));
    const lonely = there.filter((one) => nearest(one) > aYear);
    const { usual = null } = this.reading;
    if (usual === null) {
      for (const { slot } of lonely) {
        const day = dayOf(timeOf(slot));
        const { lonely: seen } = this.ledger;
        this.ledger.lonely = { from: Math.min(day, seen?.from ?? day), to: Math.max(day, seen?.to ?? day) };
      }
    } else {
      const odd = lonely.filter((one) => isOddYear(usual, timeOf(one.slot), one.field, nearest(one)));
      // Of a case all of whose times lie elsewhere none is odd beside the others.
      if (odd.length < there.length) {
        for (const { field, bit: own } of odd) {
          this.pairFault("odd-year", field);
          c.read &= ~own;
          c.fault |= own;
        }
      }
      if (odd.length > 0) return;
    }
    if (last - first <= mostYearsApart) return;
    const inOrder = there.map(({ slot }) => timeOf(slot)).sort((a, b) => a - b);
    // Of two the earlier is believed.
    const middle = inOrder[(inOrder.length - 1) >>> 1];
    for (const { field, slot, bit: own } of there) {
      if (Math.abs(timeOf(slot) - middle) <= mostYearsApart) continue;
      this.pairFault("odd-year", field);
      c.read &= ~own;
      c.fault |= own;
    }
  }

  /** What is dated after the moment of `--as-of` has not happened. */
  private happened(time: number): number {
    const { asOf } = this.reading;
    return asOf !== null && time > asOf ? noEvent : time;
  }

  /** From login to submission, both of which the row has. */
  private takeSubmissionTime(): void {
    const { case: c } = this;
    const { words, at, slot } = c;
    c.submissionTime = words[at + slot.submittedAt] - words[at + slot.loginAt];
  }

  /** From receipt to result, both of which the row has. */
  private takeProcessingTime(): void {
    const { case: c, finishes } = this;
    const { words, at, slot } = c;
    const finished = words[at + finishes.slot];
    const received = words[at + slot.receivedAt];
    const isTimed = (c.dateOnly & (bit.receivedAt | finishes.bit)) === 0;
    const { processingTime } = c;
    if (this.working === null) {
      processingTime.seconds = isTimed ? finished - received : null;
      processingTime.days = dayOf(finished) - dayOf(received);
      if (this.beside !== null) this.takeBeside(this.beside, received, finished, isTimed);
      return;
    }
    const days = this.working.days(dayOf(received), dayOf(finished));
    processingTime.seconds = isTimed ? this.working.seconds(received, finished) : null;
    processingTime.days = days ?? 0;
    if (days === null) {
      c.processingReason = "outside-calendar";
      c.fault |= bit.processingTime;
    }
  }

  /** The years that the calendar covers are asked for once: by the seconds, or, without times of day, by the days. */
  private takeBeside(clock: WorkingClock, received: number, finished: number, isTimed: boolean): void {
    const { besideTime } = this;
    const worked = isTimed ? clock.seconds(received, finished) : clock.days(dayOf(received), dayOf(finished));
    this.case.workingTime = worked === null ? null : besideTime;
    besideTime.seconds = isTimed ? worked : null;
    besideTime.days = isTimed ? 0 : (worked ?? 0);
  }

  /** The time of an event's column; what there is instead of it where the cell, or the column, gives none. */
  private eventTime(event: EventColumn | null): number {
    if (event === null) return this.reading.hasPeriod ? noEvent : timelessEvent;
    const { case: c } = this;
    if ((c.read & event.bit) !== 0) return this.kernel.words[this.at + event.slot];
    if ((c.absent & event.bit) !== 0) return absentEvent;
    return (c.fault & event.bit) === 0 ? noEvent : badEvent;
  }

  private pairFault(code: PairFault, field: Field): void {
    this.issue(code, field);
  }

  private checkAsOf(asOf: number): void {
    for (const { field } of this.times) {
      const time = this.case[field as FieldOf<"time">];
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
    const received = this.asOfDay === null ? null : this.case[this.asOfDay];
    if (received !== null) this.receivedOn[dayOf(received) - firstDay] += weight;
    const last = this.lastEvent();
    if (last >= 0) this.endedOn[dayOf(last) - firstDay] += weight;
  }

  /** When the last of what counts of a case happened: its submission, its end, its return, its rating. */
  private lastEvent(): number {
    const { case: c } = this;
    const [submitted, , finishing, rated] = this.eventColumns;
    let last = c.open ? noEvent : (c.completedAt ?? noEvent);
    // A return that stands in the row of a case on which work goes on may be one that was promised.
    if (!c.isAhead) last = Math.max(last, this.eventTime(finishing));
    if ((this.present & ~c.blank & bit.rating) !== 0) last = Math.max(last, this.eventTime(rated));
    return Math.max(last, this.eventTime(submitted));
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

/** Đồng; null when blank. */
/** What a header says, whatever its letters. */
const nameOfHeader = (text: string) => wordKey(withoutMarks(text));

function moneyOf(text: string): Meaning<Value> {
  const fee = readMoney(text);
  return fee === blank ? null : fee < 0 ? unknown : fee;
}

/** A copy that all threads see. */
function shared(words: Int32Array, length: number): Int32Array {
  const copy = new Int32Array(machine.threads.shared(4 * length));
  copy.set(words.subarray(0, length));
  return copy;
}

const noDates: DateFacts = { timed: 0, dated: 0, dayFirst: 0, monthFirst: 0, other: 0, otherPast12: 0 };
const noNumbers: NumberFacts = { comma: 0, point: 0, ambiguous: 0 };

/** A stretch of bytes that one cell fills. */
interface CellBytes {
  bytes: Uint8Array;
  from: number;
  to: number;
}
/** Filled again for every cell. */
const cellAt: CellBytes = { bytes: new Uint8Array(0), from: 0, to: 0 };
function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function numberFault(value: number): IssueCode {
  return value === negative ? "negative-duration" : value === ambiguous ? "ambiguous-number" : "bad-number";
}
