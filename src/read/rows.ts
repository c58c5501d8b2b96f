/** Walks the rows of a log: which of them are cases, what becomes of each, and which are alike. */
import type { Weight } from "../measures/fold.ts";
import { machine } from "../platform/index.ts";
import { bit, type Field, fieldKinds } from "../records/case.ts";
import { sharedCopy } from "./bytes.ts";
import { type DateFacts, dateFacts, newDateFacts } from "./date-facts.ts";
import { damageText, type NumberFacts } from "./decode.ts";
import { HeaderAgain } from "./header-again.ts";
import { maybeTotal, rowHead, rowWord } from "./kernel.ts";
import { eventTimes, kindPlan } from "./kind-plan.ts";
import type { Layout } from "./layout.ts";
import { type BlockLedger, newLedger } from "./ledger.ts";
import { type Reading, readingIn } from "./reading.ts";
import type { LogStretch, NoCase, Walker } from "./records.ts";
import { RowBlock } from "./row-block.ts";
import type { RowCase } from "./row-case.ts";
import { hasInnerLineEnd, lineEnds } from "./scan.ts";
import type { Source } from "./source.ts";
import type { Alike, Kinds } from "./visitor.ts";
import { type BlockOptions, type ReadBlock, rowsAMark, type Visitor } from "./visitor.ts";
import { unknown } from "./words.ts";

/** Behind the end of a stretch that ends with a record. */
const exactSlack = 64;

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

/** Reads the rows of one log into Cases. */
export class RowReader extends RowBlock implements Walker {
  private readonly hasEventColumns: boolean;
  private readonly header: HeaderAgain;
  private readonly start: number;
  /** Where rows begin that were filled down behind the last case; the stretch in hand is there. */
  private readonly fillersFrom: number;
  private isBehindCases = false;
  private visitor: Visitor = { add: () => 0 };
  private weight: Weight = 1;
  private notesDays = false;
  /** Whose kinds the inner loop tells apart; what is known of each by its number; whether this block's visitor is it. */
  private sorter: Kinds | null = null;
  private readonly alike: (KindOfRow | undefined)[] = [];
  private isSorted = false;

  constructor(source: Source, layout: Layout, reading: Reading) {
    super(source, layout, readingIn(reading, layout));
    this.header = new HeaderAgain(layout);
    this.start = layout.start;
    this.fillersFrom = layout.fillersFrom ?? Number.POSITIVE_INFINITY;
    const timesOfEvents: Field[] = ["submittedAt", "receivedAt", "returnedAt", "finishedAt", "ratedAt"];
    this.hasEventColumns = timesOfEvents.some((field) => layout.columns.some((column) => column.field === field));
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
    const end = this.walk(stretch);
    const { seen } = this.kernel;
    return {
      start: stretch.start,
      end,
      rows: this.row,
      lines: this.line,
      ledger,
      hashes: sharedCopy(this.hashes, this.row * 2),
      marks: Uint32Array.from(this.marks),
      dates: new Map(this.times.map(({ field, slot, reader }) => [field, dateFacts(reader.facts, seen, slot)])),
      numbers: new Map(this.durations.map(({ field, reader }) => [field, { ...reader.facts }])),
    };
  }

  /** Walks a stretch, and by itself what of it stands behind the last case. */
  private walk(stretch: LogStretch): number {
    const { fillersFrom: behind } = this;
    this.isBehindCases = false;
    let { start } = stretch;
    if (start < behind) start = this.records.walk({ start, limit: Math.min(stretch.limit, behind) }, this);
    if (start < behind || start >= stretch.limit) return start;
    this.isBehindCases = true;
    return this.records.walk({ start, limit: stretch.limit }, this);
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

  /** Rows that the inner loop has read (Walker). */
  rows(count: number, position: number, valid: boolean): void {
    const { kernel, ledger, visitor, weight } = this;
    const { words } = kernel;
    this.case.words = words;
    this.makeRoom(count);
    if (this.isBehindCases) {
      this.countFillers(count, position);
      return;
    }
    for (let r = 0; r < count; r++) {
      const row = kernel.row(r);
      const from = words[row + rowWord.start];
      const counts = this.begin(position + from - kernel.bufferAt);
      const kind = words[row + rowWord.kind];
      const mayBeNone = this.mayBeNoCase(row);
      if (kind !== 0 && valid && this.isSorted && !mayBeNone) {
        if (counts) this.countAlike(row, kind);
        this.line++;
        this.row++;
        continue;
      }
      const bits = words[row + rowWord.bits];
      const end = words[row + rowWord.end];
      let isCase = counts;
      if (isCase && (bits & hasInnerLineEnd) !== 0) isCase = !this.rejectRowsIn(kernel.bytes.subarray(from, end));
      const isOdd = mayBeNone || (bits & maybeTotal) !== 0;
      if (isCase && (isOdd || !valid)) isCase = !this.isNoCase(row, isOdd, valid, position);
      // What a row that is none says of its times is no fact of their columns.
      if (counts && !isCase) this.forgetTimes(row);
      if (isCase && this.header.is(kernel.bytes, from, end)) {
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

  private countFillers(count: number, position: number): void {
    const { kernel } = this;
    for (let r = 0; r < count; r++) {
      const row = kernel.row(r);
      const [from, end] = [kernel.words[row + rowWord.start], kernel.words[row + rowWord.end]];
      if (this.begin(position + from - kernel.bufferAt)) {
        this.forgetTimes(row);
        this.countOdd(this.records.noCaseAt(from, end, false) === "blank" ? "blank" : "filler");
      }
      this.line++;
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
      this.hasUnknownStatus = false;
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
    if (this.isBehindCases) this.countOdd(what === "blank" ? what : "filler");
    else if (lines === 1 || row === undefined || !this.rejectRowsIn(row)) {
      if (what === "bad-encoding" && row !== undefined) this.reject(what, damageText(row, offset));
      else this.countOdd(what);
    }
    this.line += lines;
    this.row++;
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

  /** A row of the kernel's that is no case after all, or not UTF-8. */
  private isNoCase(row: number, isOdd: boolean, valid: boolean, position: number): boolean {
    const { words, bytes, bufferAt } = this.kernel;
    if (isOdd) {
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

  /** The offset of the first record that begins at or after `offset`, if no quoted cell reaches over it: a guess. */
  guessStart(offset: number): number {
    return this.records.source.lineEndBehind(offset - 1);
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
      const said = asks === 0 ? null : this.headerSaid(c.read | asks);
      if (said !== null) {
        this.ledger.read--;
        // The names in another language stand below the header, some of which are not known.
        const isBelowHeader = this.row === 0 && this.stretchStart === this.start;
        if (said === "own" || (said === "partly" && isBelowHeader)) this.ledger.passedOver.header++;
        else this.reject("other-header");
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
      const isHeader = this.header.hasNameIn(this.times.map(({ slot }) => this.textAt(slot)));
      this.reject(isHeader ? "other-header" : "no-event-time");
      return false;
    }
    if (this.caseId >= 0) this.hashOf(this.caseId, hashes, hashAt);
    return true;
  }

  private headerSaid(filled: number): ReturnType<HeaderAgain["saidBy"]> {
    const columns = [...this.times, ...this.words].filter(({ bit: own }) => (filled & own) !== 0);
    const id: [string, string][] = this.caseId < 0 ? [] : [["caseId", this.textAt(this.caseId)]];
    return this.header.saidBy([...columns.map(({ field, slot }) => [field, this.textAt(slot)] as const), ...id]);
  }

  /** Whether a row without a time is a note; where the log has no times, one that shows an id must hold nothing else. */
  private isNote(at: number): boolean {
    const { words } = this.kernel;
    const row = at - rowHead;
    const [from, to] = [words[row + rowWord.start], words[row + rowWord.end]];
    const hasId = this.caseId >= 0 && words[at + this.caseId + 3] !== 0;
    const alone = !this.hasEventColumns && hasId;
    const isOdd = alone && this.mayBeOddId(at + this.caseId) && this.records.isOddAt(from, to);
    if (!isOdd && !this.records.isNoteAt(from, to, alone)) return false;
    if (this.hasEventColumns) return true;
    // Words of its columns alone, or two: a case, whatever its id; of a number alone nobody knows.
    const { known, inLetters, isWorded, isUnknown } = this.wordsSaid(words[row + rowWord.asks]);
    return !(isOdd ? known >= Math.min(2, this.words.length) && inLetters : isWorded && !isUnknown);
  }

  /** What a row says in its coded columns: how many words that they know, whether in letters, and whether one that none knows. */
  private wordsSaid(asks: number) {
    const said = { known: 0, inLetters: false, isWorded: false, isUnknown: false };
    for (const { field, slot, bit, reader } of this.words) {
      if (((this.case.read | asks) & bit) === 0) continue;
      const { bytes, from, to } = this.cell(slot);
      const value = reader.read(bytes, from, to);
      if (value === unknown) said.isUnknown = true;
      if (value === unknown || value === null) continue;
      said.known++;
      said.isWorded ||= /\p{L}{2}/u.test(this.textAt(slot));
      said.inLetters ||= fieldKinds[field] === "word" || /\p{L}/u.test(this.textAt(slot));
    }
    return said;
  }
}

const noDates: DateFacts = newDateFacts();
const noNumbers: NumberFacts = { comma: 0, point: 0, ambiguous: 0 };
