/**
 * The cases of two exports held against each other, case by case, by their ids as text. Of the first every case is kept in
 * some 60 bytes; the second runs past it, whatever its size.
 */
import type { RowReader } from "../read/rows.ts";
import { bit, type Case, codes } from "../records/case.ts";
import { dayOf, firstDay } from "../time/civil.ts";
import type { Where } from "./retell.ts";

/** What is held against each other of one case: words, and the days of times. */
export const pairedFields = ["status", "channel", "receivedAt", "dueAt", "finishedAt", "returnedAt"] as const;
export type PairedField = (typeof pairedFields)[number];

/** What a cell says, in sixteen bits: a word by its place among the codes, a day by its number. */
const blank = 0;
const unreadable = 1;
const firstValue = 2;

/** The fields, and the day of receipt or what stands in for it. */
const wordsACase = pairedFields.length + 1;

/** How many of the cases that both exports have once differ in a field, and how. */
export interface FieldPairs {
  readonly field: PairedField;
  /** The second says what the first did not. */
  filled: number;
  /** The first says what the second does not. */
  lost: number;
  /** Both say something, and not the same. */
  changed: number;
  /** A cell of the two cannot be read, so that nobody knows. */
  unreadable: number;
}

/** A case that is listed. Lines from 1; null in the export that does not have it. */
export interface ListedCase {
  readonly id: string;
  readonly old: Place | null;
  readonly now: Place | null;
  /** In which it differs. */
  readonly fields: readonly PairedField[];
}

interface Place {
  readonly log: string;
  readonly line: number;
}

/** What came of it. old = oldOnly + both + sharedOld + oldWithoutId; now likewise. */
export interface CasePairs {
  readonly oldCases: number;
  readonly nowCases: number;
  readonly oldOnly: number;
  readonly nowOnly: number;
  readonly both: number;
  /** Ids that stand in both, in one of them for several cases: which is which nobody can tell. */
  readonly sharedIds: number;
  readonly sharedOld: number;
  readonly sharedNow: number;
  readonly oldWithoutId: number;
  readonly nowWithoutId: number;
  /** Of the cases that one export alone has: by day of receipt (that of the first of an id); of those without a day nothing. */
  readonly oldOnlyIn: ReadonlyMap<number, number>;
  readonly nowOnlyIn: ReadonlyMap<number, number>;
  /** Cases of both that differ in some field. */
  readonly differing: number;
  /** Of the fields that both exports have a column for. */
  readonly fields: readonly FieldPairs[];
  /** From which status to which, most first; null is a blank. */
  readonly statuses: readonly { readonly from: string | null; readonly to: string | null; readonly count: number }[];
  readonly lists: Readonly<Record<"oldOnly" | "nowOnly" | "differing", readonly ListedCase[]>>;
}

/** Texts and their numbers, from 0 in the order in which they came. */
class Ids {
  size = 0;
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();
  private bytes = new Uint8Array(1 << 16);
  private ends = new Uint32Array(1 << 10);
  /** An open table of numbers, each plus one. */
  private slots = new Int32Array(1 << 11);

  /** The number of a text; -1 for one that is not there and not to be added. */
  numberOf(text: string, isAdded: boolean): number {
    const from = this.end(this.size - 1);
    // A unit of UTF-16 has at most three bytes.
    this.bytes = grown(this.bytes, from + 3 * text.length);
    const to = from + this.encoder.encodeInto(text, this.bytes.subarray(from)).written;
    const mask = this.slots.length - 1;
    let slot = hashOf(this.bytes, from, to) & mask;
    for (; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.isAt(this.slots[slot] - 1, from, to)) return this.slots[slot] - 1;
    }
    if (!isAdded) return -1;
    this.slots[slot] = ++this.size;
    this.ends = grown(this.ends, this.size);
    this.ends[this.size - 1] = to;
    if (2 * this.size > mask) this.rehash();
    return this.size - 1;
  }

  textOf(number: number): string {
    return this.decoder.decode(this.bytes.subarray(this.end(number - 1), this.end(number)));
  }

  private end(number: number): number {
    return number < 0 ? 0 : this.ends[number];
  }

  private isAt(number: number, from: number, to: number): boolean {
    const start = this.end(number - 1);
    if (this.end(number) - start !== to - from) return false;
    // Ids of one office differ at their ends.
    for (let i = to - from - 1; i >= 0; i--) if (this.bytes[start + i] !== this.bytes[from + i]) return false;
    return true;
  }

  private rehash(): void {
    this.slots = new Int32Array(2 * this.slots.length);
    const mask = this.slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = hashOf(this.bytes, this.end(number - 1), this.end(number)) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}

/** FNV-1a, its high bits mixed into the low ones, which alone are used. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  return hash ^ (hash >>> 15);
}

/** An array with room for so many, with what it held. */
function grown<T extends Uint8Array | Uint16Array | Uint32Array>(held: T, size: number): T {
  if (size <= held.length) return held;
  const more = new (held.constructor as new (length: number) => T)(Math.max(2 * held.length, size));
  more.set(held);
  return more;
}

/** What one export says of the ids of the first. */
class Half {
  cases = 0;
  withoutId = 0;
  /** Cases by the number of their id. */
  counts = new Uint32Array(1 << 10);
  words = new Uint16Array(1 << 10);
  lines = new Uint32Array(1 << 10);
  logs = new Uint16Array(1 << 10);
  readonly names: string[] = [];

  /** Counts a case, and keeps the first of an id. */
  keep(number: number, c: Case, { log, line }: Where): void {
    this.counts = grown(this.counts, number + 1);
    if (this.counts[number]++ > 0) return;
    this.words = grown(this.words, wordsACase * (number + 1));
    this.lines = grown(this.lines, number + 1);
    this.logs = grown(this.logs, number + 1);
    pairedFields.forEach((field, i) => {
      this.words[wordsACase * number + i] = wordOf(c, field);
    });
    this.words[wordsACase * number + pairedFields.length] = dayWord(c.received);
    this.lines[number] = line;
    if (!this.names.includes(log)) this.names.push(log);
    this.logs[number] = this.names.indexOf(log);
  }

  placeOf(number: number): Place {
    return { log: this.names[this.logs[number]], line: this.lines[number] };
  }
}

function wordOf(c: Case, field: PairedField): number {
  const value = c[field];
  if (value === null) return (c.blank & bit[field]) !== 0 ? blank : unreadable;
  if (typeof value === "number") return dayWord(value);
  const known: readonly string[] = field === "status" ? codes.status : codes.channel;
  return firstValue + known.indexOf(value);
}

function dayWord(seconds: number): number {
  return seconds < 0 ? blank : firstValue + dayOf(seconds) - firstDay;
}

/** Takes the cases of the first export, then those of the second. */
export class CasePairing {
  private readonly most: number;
  private ids = new Ids();
  private old = new Half();
  private now = new Half();
  private nowOnly = 0;
  private nowOnlyIn = new Map<number, number>();
  private listed: ListedCase[] = [];

  /** @param most so many cases are listed of each kind */
  constructor(most: number) {
    this.most = most;
  }

  beginOld(): void {
    this.ids = new Ids();
    this.old = new Half();
  }

  beginNow(): void {
    this.now = new Half();
    this.nowOnly = 0;
    this.nowOnlyIn = new Map();
    this.listed = [];
  }

  takeOld(reader: RowReader, where: Where): void {
    this.old.cases++;
    const id = reader.idText;
    if (id === "") this.old.withoutId++;
    else this.old.keep(this.ids.numberOf(id, true), reader.case, where);
  }

  takeNow(reader: RowReader, where: Where): void {
    const { now } = this;
    now.cases++;
    const id = reader.idText;
    if (id === "") {
      now.withoutId++;
      return;
    }
    const number = this.ids.numberOf(id, false);
    if (number >= 0) {
      now.keep(number, reader.case, where);
      return;
    }
    this.nowOnly++;
    bump(this.nowOnlyIn, dayWord(reader.case.received), 1);
    this.list(this.listed, { id, old: null, now: { log: where.log, line: where.line }, fields: [] });
  }

  /** @param fields those that both exports have a column for */
  result(fields: readonly PairedField[]): CasePairs {
    const { ids, old, now } = this;
    const sums = { oldOnly: 0, both: 0, sharedIds: 0, sharedOld: 0, sharedNow: 0, differing: 0 };
    const oldOnlyIn = new Map<number, number>();
    const lists = { oldOnly: [] as ListedCase[], differing: [] as ListedCase[] };
    const pairs = fields.map((field): FieldPairs => ({ field, filled: 0, lost: 0, changed: 0, unreadable: 0 }));
    const places = fields.map((field) => pairedFields.indexOf(field));
    const statuses = new Map<number, number>();
    now.counts = grown(now.counts, ids.size);
    for (let number = 0; number < ids.size; number++) {
      const [inOld, inNow] = [old.counts[number], now.counts[number]];
      if (inNow === 0) {
        sums.oldOnly += inOld;
        bump(oldOnlyIn, old.words[wordsACase * number + pairedFields.length], inOld);
        if (this.most > 0) {
          this.list(lists.oldOnly, { id: ids.textOf(number), old: old.placeOf(number), now: null, fields: [] });
        }
        continue;
      }
      if (inOld > 1 || inNow > 1) {
        sums.sharedIds++;
        sums.sharedOld += inOld;
        sums.sharedNow += inNow;
        continue;
      }
      sums.both++;
      const differ: PairedField[] = [];
      places.forEach((place, i) => {
        const [a, b] = [old.words[wordsACase * number + place], now.words[wordsACase * number + place]];
        const kind = kindOf(a, b);
        if (kind === null) return;
        pairs[i][kind]++;
        if (kind === "unreadable") return;
        differ.push(fields[i]);
        if (fields[i] === "status") bump(statuses, a * 256 + b, 1);
      });
      if (differ.length === 0) continue;
      sums.differing++;
      if (this.most > 0) {
        const at = { old: old.placeOf(number), now: now.placeOf(number) };
        this.list(lists.differing, { id: ids.textOf(number), ...at, fields: differ });
      }
    }
    return {
      ...sums,
      oldCases: old.cases,
      nowCases: now.cases,
      nowOnly: this.nowOnly,
      oldWithoutId: old.withoutId,
      nowWithoutId: now.withoutId,
      oldOnlyIn: byDay(oldOnlyIn),
      nowOnlyIn: byDay(this.nowOnlyIn),
      fields: pairs,
      statuses: [...statuses]
        .map(([key, count]) => ({ from: statusOf(Math.floor(key / 256)), to: statusOf(key % 256), count, key }))
        .sort((a, b) => b.count - a.count || a.key - b.key)
        .map(({ from, to, count }) => ({ from, to, count })),
      lists: {
        oldOnly: this.shorten(lists.oldOnly),
        nowOnly: this.shorten(this.listed),
        differing: this.shorten(lists.differing),
      },
    };
  }

  /** The first in order are kept, whatever the order of the rows; the others go now and then. */
  private list(into: ListedCase[], one: ListedCase): void {
    if (this.most === 0) return;
    into.push(one);
    if (into.length > 2 * this.most + 1024) this.shorten(into);
  }

  private shorten(listed: ListedCase[]): ListedCase[] {
    listed.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    listed.length = Math.min(listed.length, this.most);
    return listed;
  }
}

function kindOf(a: number, b: number): Exclude<keyof FieldPairs, "field"> | null {
  if (a === unreadable || b === unreadable) return "unreadable";
  if (a === b) return null;
  return a === blank ? "filled" : b === blank ? "lost" : "changed";
}

function statusOf(word: number): string | null {
  return word === blank ? null : codes.status[word - firstValue];
}

function bump(counts: Map<number, number>, key: number, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function byDay(words: ReadonlyMap<number, number>): Map<number, number> {
  return new Map(
    [...words].flatMap(([word, count]) => (word >= firstValue ? [[word - firstValue + firstDay, count]] : [])),
  );
}
