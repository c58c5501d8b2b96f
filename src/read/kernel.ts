/** The memory and the calls of the inner loop (kernel.as.ts). */

import { Bug } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { dayNumber, firstYear, lastYear } from "../time/civil.ts";
import { kernelModule } from "./kernel.generated.ts";

/** What is to be done with a column. */
export const kinds = { skipped: 0, time: 1, word: 2, id: 3, otherTime: 4, bytes: 5, flag: 6 } as const;

/** What a slot says of its cell; 0 is a blank. `asks` is a cell that the inner loop leaves to its caller. */
export const slotFlags = {
  read: 1,
  asks: 2,
  dateOnly: 4,
  dayPast12: 8,
  orderless: 16,
  midnight: 32,
  quoted: 64,
  escaped: 128,
} as const;

/** How many kinds of times are counted for each slot: one for each combination of what its flags say. */
export const seenASlot = 16;

/** Where a time with these flags is counted among all counts; a slot is given by its first word. */
export function seenAt(slot: number, flags: number): number {
  return (slot / 4) * seenASlot + ((flags >>> 2) & (seenASlot - 1));
}

/** Why the inner loop stopped. */
export const stops = { atLimit: 0, full: 1, needsMore: 2, irregular: 3 } as const;

/** Words of a row before its slots: what they are stands in kernel.as.ts. */
export const rowHead = 12;
export const rowWord = {
  start: 0,
  end: 1,
  bits: 2,
  idHigh: 3,
  yes: 4,
  read: 5,
  asks: 6,
  dateOnly: 7,
  kind: 8,
} as const;

/** Bit of a row beside `hasInnerLineEnd`: its first filled cell begins as "Tổng cộng" does, or with a space. */
export const maybeTotal = 2;

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly next: WebAssembly.Global;
  readonly stop: WebAssembly.Global;
  configure(
    delimiter: number,
    width: number,
    least: number,
    slots: number,
    planAt: number,
    rowsAt: number,
    longest: number,
    daysAt: number,
    seenAt: number,
    timesAt: number,
    clearSlots: number,
  ): void;
  configureKinds(kindPlanAt: number, kindsAt: number, entries: number): void;
  configureWords(wordsAt: number, entries: number, arenaAt: number, arenaBytes: number): void;
  parse(from: number, limit: number, to: number, final: number, most: number): number;
  learn(column: number, from: number, to: number, says: number): number;
  hashId(from: number, to: number, into: number): void;
  isUtf8(from: number, to: number): number;
}

/** A column as the plan of the kinds names it: the first word of its slot, from the row's first slot, and its bit. */
export interface KindColumn {
  readonly slot: number;
  readonly bit: number;
}

/** What tells rows apart, and what must hold of one for it to be like others (kernel.as.ts). */
export interface KindPlan {
  /** Bits of which a row shows one at least. */
  readonly shows: number;
  /** Bits of the columns of which it matters whether the cell is blank, and of the flags that matter. */
  readonly read: number;
  readonly yes: number;
  /** The first time is not later than the second and so many seconds; than `latest` where there is no second. */
  readonly pairs: readonly {
    readonly first: KindColumn;
    readonly second: KindColumn | null;
    readonly seconds: number;
  }[];
  readonly latest: number;
  /** First and last second of each range in which an event may lie. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
  /** The column of each event; the ones that stand in for a blank cell, of which the second is a due day. */
  readonly events: readonly (readonly [
    column: KindColumn,
    instead?: KindColumn,
    due?: KindColumn,
    last?: KindColumn,
  ])[];
  readonly words: readonly KindColumn[];
}

const mostRows = 256;
/** Twice as many as there may be kinds; beyond, rows are looked at one by one. */
const kindEntries = 1 << 14;
const kindBytes = 52;
const mostKeyWords = 8;
const wordEntries = 1 << 13;
const entryBytes = 32;
const arenaBytes = 1 << 18;
const page = 1 << 16;
/** The inner loop loads sixteen bytes at a time, also at the end. */
const padding = 128;

let compiled: WebAssembly.Module | undefined;

/** One column of the plan: what to do with it, and the slot of its cells. */
export interface Planned {
  readonly index: number;
  readonly kind: number;
  readonly slot: number;
  /** The number of its bit in the row's masks. */
  readonly bit: number;
}

export class Kernel {
  /** Where the bytes of the log begin; offsets below are those of `bytes`. */
  readonly bufferAt: number;
  /** Words of a row: its own, then 4 a slot. */
  readonly rowWords: number;
  /** The whole memory; made anew when it grows. */
  bytes: Uint8Array;
  words: Uint32Array;
  private readonly rowsAt: number;
  private readonly scratchAt: number;
  private readonly exports: Exports;
  private readonly shape: readonly [delimiter: number, width: number, least: number, slots: number, planAt: number];
  private readonly daysAt: number;
  private readonly seenAt: number;
  private readonly timesAt: number;
  private readonly clearSlots: number;
  private readonly kindPlanAt: number;
  private readonly kindsAt: number;
  private longest = 0;
  /** Few at first: a word is known from the call behind the one that has met it, and until then each cell asks. */
  private atOnce = 8;

  /** @param clearSlots how many of the slots, the first, are told to be blank by their flags: texts and ids */
  constructor(
    delimiter: number,
    width: number,
    least: number,
    plan: readonly Planned[],
    slots: number,
    clearSlots: number,
  ) {
    compiled ??= new WebAssembly.Module(machine.texts.fromBase64(kernelModule));
    this.exports = new WebAssembly.Instance(compiled, { env: { abort: () => {} } }).exports as unknown as Exports;
    let at = 1 << 12;
    const place = (bytes: number) => {
      const here = at;
      at += (bytes + 63) & ~63;
      return here;
    };
    const planAt = place(width * 4);
    this.daysAt = place((lastYear - firstYear + 1) * 12 * 4);
    this.seenAt = place(slots * 4 * seenASlot);
    this.timesAt = place(slots * 4);
    this.clearSlots = clearSlots;
    const wordsAt = place(wordEntries * entryBytes);
    const arenaAt = place(arenaBytes + padding);
    this.scratchAt = place(64);
    this.rowWords = rowHead + slots * 4;
    this.rowsAt = place(mostRows * this.rowWords * 4);
    this.kindPlanAt = place(1 << 10);
    this.kindsAt = place(kindEntries * kindBytes);
    this.bufferAt = at;
    this.bytes = new Uint8Array(this.exports.memory.buffer);
    this.words = new Uint32Array(this.exports.memory.buffer);
    this.reserve(0);
    for (const { index, kind, slot, bit } of plan) this.words[planAt / 4 + index] = kind | (slot << 8) | (bit << 24);
    for (let year = firstYear; year <= lastYear; year++) {
      for (let month = 1; month <= 12; month++) {
        const first = dayNumber(year, month, 1);
        const next = month === 12 ? dayNumber(year, 12, 31) + 1 : dayNumber(year, month + 1, 1);
        this.words[this.daysAt / 4 + (year - firstYear) * 12 + month - 1] = ((first - 1) << 5) | (next - first);
      }
    }
    this.exports.configureWords(wordsAt, wordEntries, arenaAt, arenaBytes);
    this.shape = [delimiter, width, least, slots, planAt];
    this.allow(1 << 20);
  }

  /** Sets how long a record may be. */
  allow(longest: number): void {
    if (longest === this.longest) return;
    this.longest = longest;
    const { rowsAt, daysAt, seenAt, timesAt, clearSlots } = this;
    this.exports.configure(...this.shape, rowsAt, longest, daysAt, seenAt, timesAt, clearSlots);
  }

  /** Gives rows that are alike one number from now on: without this every row has the kind 0. */
  tellKinds({ shows, read, yes, pairs, latest, ranges, events, words }: KindPlan): void {
    if (words.length > mostKeyWords || events.length * ranges.length > 32) throw new Bug("too much to tell kinds by");
    const offset = ({ slot }: KindColumn) => (rowHead + slot) * 4;
    const plan = [
      [shows, read, yes, pairs.length, ranges.length, events.length, words.length, latest],
      ...pairs.map(({ first, second, seconds }) => {
        return second === null
          ? [offset(first), 0, first.bit, 0]
          : [offset(first), offset(second), first.bit | second.bit, seconds];
      }),
      ...ranges,
      ...events.map((columns) =>
        [0, 1, 2, 3].flatMap((i) => {
          const column = columns[i];
          return column === undefined ? [0, 0] : [offset(column), column.bit];
        }),
      ),
      ...words.map((column) => [offset(column), column.bit]),
    ].flat();
    this.words.set(plan, this.kindPlanAt / 4);
    this.exports.configureKinds(this.kindPlanAt, this.kindsAt, kindEntries);
  }

  /** Makes room for so many bytes of the log. What is there stays. */
  reserve(length: number): void {
    const { memory } = this.exports;
    const wanted = this.bufferAt + length + padding;
    if (memory.buffer.byteLength < wanted) {
      memory.grow(Math.ceil((wanted - memory.buffer.byteLength) / page));
      this.bytes = new Uint8Array(memory.buffer);
      this.words = new Uint32Array(memory.buffer);
    }
  }

  /** Room for bytes of the log. */
  get capacity(): number {
    return this.bytes.length - this.bufferAt - padding;
  }

  /**
   * Reads records into the table of rows.
   *
   * @returns how many; `next` and `stop` say where to go on, and why
   */
  parse(from: number, limit: number, to: number, final: boolean): number {
    const count = this.exports.parse(from, limit, to, final ? 1 : 0, this.atOnce);
    this.atOnce = Math.min(2 * this.atOnce, mostRows);
    return count;
  }

  get next(): number {
    return this.exports.next.value;
  }

  get stop(): number {
    return this.exports.stop.value;
  }

  /** For each slot sixteen counts of times read, by what is said of them; they go on until they are set to 0. */
  get seen(): Uint32Array {
    return this.words.subarray(this.seenAt / 4, this.seenAt / 4 + seenASlot * ((this.rowWords - rowHead) / 4));
  }

  /** The index in `words` of row r; its slots follow its own words. */
  row(r: number): number {
    return this.rowsAt / 4 + r * this.rowWords;
  }

  /**
   * Remembers a spelling; its number, or 0 when there is no room.
   *
   * @param says 0 when the caller wants to be asked again, 1 for a known word or no, 2 for yes
   */
  learn(column: number, from: number, to: number, says: 0 | 1 | 2): number {
    return this.exports.learn(column, from, to, says);
  }

  /** Whether the bytes from one offset to before another are well-formed UTF-8. */
  isUtf8(from: number, to: number): boolean {
    return machine.texts.isUtf8Native
      ? machine.texts.isUtf8(this.bytes.subarray(from, to))
      : this.exports.isUtf8(from, to) !== 0;
  }

  /** The hash of any text, the same as the inner loop gives to an id of plain letters. */
  hash(text: Uint8Array): readonly [high: number, low: number] {
    // Behind the buffer's beginning nothing is at hand while a slot asks: the text is put at its end.
    const from = this.bytes.length - padding - text.length;
    const held = this.bytes.slice(from, from + text.length);
    this.bytes.set(text, from);
    this.exports.hashId(from, from + text.length, this.scratchAt);
    this.bytes.set(held, from);
    return [this.words[this.scratchAt / 4], this.words[this.scratchAt / 4 + 1]];
  }
}
