/**
 * One pass of the logs through the tallies: block by block, on as many threads as pay, each block's accounts kept so
 * that the result is the same however the work was split; then the cases that a later row supersedes are taken out
 * again, as if they had never stood there.
 *
 * Blocks begin at fixed offsets. A thread guesses where the first record of its block begins (a quoted cell may hold
 * line ends, so that only reading from the start could tell); afterwards each block's start is held against the end of
 * the block before it, and a block that guessed wrong is taken out and read again from the right place.
 */

import { Bug } from "../errors.ts";
import type { Facts } from "../measures/fold.ts";
import { machine } from "../platform/index.ts";
import type { DateFacts, NumberFacts } from "../read/decode.ts";
import { duplicates, type RowOfBlock } from "../read/duplicates.ts";
import type { Layout } from "../read/layout.ts";
import { type Issue, isRowFault, mostUnknownWords, type UnknownWord } from "../read/ledger.ts";
import type { Sign } from "../read/meaning.ts";
import type { Origin } from "../read/plain.ts";
import type { Reading } from "../read/reading.ts";
import { type Block, type Hear, RowReader } from "../read/rows.ts";
import { Source } from "../read/source.ts";
import type { Basis } from "../records/basis.ts";
import type { Field } from "../records/case.ts";
import { type DayRange, firstDay, lastDay } from "../time/civil.ts";
import { yearRange } from "../time/period.ts";
import { foldableIn, type Job, type Log, type Place, type Share } from "./job.ts";
import { noSameCases, type RowOfCase, type SameCases, supersededOf } from "./same-case.ts";
import { inPeriod, inYear, Tallier } from "./tallier.ts";
import type { Crew } from "./threads.ts";

/** Bytes of a block: small enough to stay in the processor's cache between reading, splitting and decoding. */
export const blockBytes = 1 << 20;

/** The blocks of all logs, in order. */
export function placesOf(logs: readonly Log[], sizes: readonly number[], bytes: number): Place[] {
  return logs.flatMap(({ layout }, log) => {
    const places: Place[] = [];
    for (let limit = bytes; limit - bytes < sizes[log]; limit += bytes) {
      if (limit <= layout.start && limit < sizes[log]) continue;
      places.push({ log, start: Math.max(limit - bytes, layout.start), limit: Math.min(limit, sizes[log]) });
    }
    return places;
  });
}

/** Reads blocks of the logs of a job into tallies of its own: what each thread does. */
export class Hand {
  readonly tallier: Tallier;
  readonly readers: readonly RowReader[];
  readonly sources: readonly Source[];
  private readonly job: Job;

  constructor(job: Job) {
    this.job = job;
    const { reading, logs } = job;
    const kpis = foldableIn(job.own).filter(({ id }) => job.kpis.includes(id));
    this.tallier = new Tallier(kpis, job, reading.basis.events);
    this.sources = logs.map(({ path, name, size }) => new Source(path, name, size));
    this.readers = logs.map(({ layout }, i) => new RowReader(this.sources[i], layout, reading));
  }

  /** Reads a block whose first record must begin at, or is guessed to begin behind, its place. */
  read({ log, start, limit }: Place, exact: boolean): Block {
    const reader = this.readers[log];
    const from = exact || start === this.job.logs[log].layout.start ? start : reader.guessStart(start);
    this.tallier.log = log;
    return reader.block({ start: from, limit }, this.tallier);
  }

  /** Only says whether a case lies in the period and the year. */
  withoutKpis(): Tallier {
    const { period, year, reading } = this.job;
    return new Tallier([], { period, year, by: [] }, reading.basis.events);
  }

  /** Readers that see the texts by which cases of one id are told apart. */
  lookers(): RowReader[] {
    const { reading, logs } = this.job;
    return logs.map(({ layout }, i) => {
      const texts = (["agency", "procedureCode", "procedureName"] as const).filter((field) => {
        return layout.columns.some((column) => column.field === field);
      });
      const isThere = texts.every((field) => reading.texts.includes(field));
      return isThere ? this.readers[i] : new RowReader(this.sources[i], layout, { ...reading, texts });
    });
  }

  share(): Share {
    this.tallier.settle();
    return {
      tallies: this.tallier.tallies,
      receivedOn: addUp(this.readers.map(({ receivedOn }) => receivedOn)),
      endedOn: addUp(this.readers.map(({ endedOn }) => endedOn)),
    };
  }

  close(): void {
    for (const source of this.sources) source.close();
  }
}

/** Cases by day of all logs and threads. */
function addUp(parts: readonly Int32Array[]): Int32Array {
  if (parts.length === 1) return parts[0];
  const sum = new Int32Array(lastDay - firstDay + 1);
  for (const part of parts) {
    part.forEach((count, day) => {
      sum[day] += count;
    });
  }
  return sum;
}

/** The accounts of one log. Lines are those of the log, from 1. */
export interface Account {
  readonly name: string;
  readonly bytes: number;
  readonly origin: Origin;
  readonly layout: Layout;
  readonly passedOver: Readonly<Record<string, number>>;
  /** The line of the first title, place or signatory among the cases; null without one. */
  readonly firstNote: number | null;
  readonly read: number;
  readonly counted: number;
  readonly outOfPeriod: number;
  readonly outOfYear: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly issues: readonly Issue[];
  readonly unknownWords: readonly UnknownWord[];
  /** Fields with so many different unknown words that they are not listed with their counts. */
  readonly tooManyWords: readonly Field[];
  readonly blanks: ReadonlyMap<Field, number>;
  readonly paddedCodes: number;
  readonly blankIds: number;
  /** What its words show. */
  readonly signs: ReadonlySet<Sign>;
  readonly dates: ReadonlyMap<Field, DateFacts>;
  readonly numbers: ReadonlyMap<Field, NumberFacts>;
  /** The last record is cut off: the log was still being written. */
  readonly truncated: boolean;
}

/** What a pass gives. */
export interface Reckoning extends Reckoned {
  readonly tallier: Tallier;
  /** Receipts, and ends of the work, by day. */
  readonly receivedOn: Int32Array;
  readonly endedOn: Int32Array;
}

/** What is known of the logs as a whole, beside what was tallied. */
export interface Reckoned {
  readonly facts: Facts;
  readonly accounts: readonly Account[];
  /** First and last day with a receipt (else a submission); null without dates. */
  readonly days: DayRange | null;
  /** The first day of the log, but for a receipt that lies so far before the others that it is a slip of the pen. */
  readonly begins: number | null;
  /** The last day with a receipt, slips of the pen aside. */
  readonly lastReceipt: number | null;
  /** The latest receipt, and the latest end, where they lie so far behind the others that they were taken for slips of the pen. */
  readonly strayDay: number | null;
  readonly strayEnd: number | null;
  /** Rows of one id. */
  readonly sameCases: SameCases;
}

/** A fault of a row as `--rejects` writes it. */
export interface Fault {
  readonly log: string;
  readonly line: number;
  /** From 1, not counting the header; rows passed over count. */
  readonly record: number;
  readonly column: string | null;
  readonly code: string;
  readonly field: Field | null;
  readonly value: string | null;
  readonly superseded: boolean;
}

/** A job that measures nothing: for who looks at the rows. A year is asked for only to say what lies outside it. */
export function lookingOnly(logs: readonly Log[], reading: Reading): Job {
  return { logs, reading, kpis: [], period: null, year: yearRange(2000), by: [] };
}

export interface PassOptions {
  /** Who reads so many bytes together with this thread; without it everything is read here. */
  readonly crewFor?: (bytes: number) => Promise<Crew | null>;
  readonly blockBytes?: number;
  /** Hears of every fault, in the order of the logs. */
  readonly hear?: (fault: Fault) => void;
  /** Is given the bytes of every record that was rejected, with their line end, in the order of the logs. */
  readonly hearRejected?: (bytes: Uint8Array) => void;
  /** Sees every case that counts, in the order of the logs, once all are read; superseded ones too where that is asked. */
  readonly retell?: (reader: RowReader, where: Where) => void;
  readonly retellSuperseded?: boolean;
  /** Only those of so many blocks at the beginning of all. */
  readonly retellBlocks?: number;
  /** Told now and then how many blocks have been read, of how many. */
  readonly progress?: (far: () => Far) => void;
}

/** How far the reading is. */
export interface Far {
  readonly bytes: number;
  readonly ofBytes: number;
  readonly rows: number;
}

function farOf(places: readonly Place[], blocks: readonly (Block | undefined)[]): Far {
  let [bytes, ofBytes, rows] = [0, 0, 0];
  places.forEach(({ start, limit }, i) => {
    ofBytes += limit - start;
    const block = blocks[i];
    if (block === undefined) return;
    bytes += limit - start;
    rows += block.rows;
  });
  return { bytes, ofBytes, rows };
}

/** Where a case stands. */
export interface Where {
  readonly log: string;
  /** From 1. */
  readonly line: number;
  readonly superseded: boolean;
}

/** Blocks between two of which signals, and messages of other threads, are heard. */
const blocksABreath = 8;

/** Reads the logs and folds their cases. */
export async function pass(job: Job, options: PassOptions = {}): Promise<Reckoning> {
  const hand = new Hand(job);
  try {
    const sizes = hand.sources.map(({ size }) => size);
    const places = placesOf(job.logs, sizes, options.blockBytes ?? blockBytes);
    const blocks: Block[] = new Array(places.length);
    const crew = places.length < 2 ? null : ((await options.crewFor?.(sizes.reduce((a, b) => a + b, 0))) ?? null);
    const shares =
      crew === null
        ? await readAlone(places, hand, options, blocks)
        : await readTogether(job, places, hand, crew, options, blocks);
    mend(places, blocks, hand);
    for (const { tallies } of shares) hand.tallier.merge(tallies);
    const own = hand.share();
    const all = [own, ...shares];
    const hashes = blocks.map((block) => block.hashes);
    const equal = await (crew === null ? duplicates(hashes) : crew.duplicates(hashes));
    const { superseded, sameCases } = takeOut(equal, places, blocks, hand);
    // What was taken out was counted by number, as everything before it.
    hand.tallier.settle();
    if (options.hear !== undefined || options.hearRejected !== undefined) {
      tell(job, places, blocks, hand, superseded, options);
    }
    if (options.retell !== undefined) retellAll(job, places, blocks, hand, superseded, options);
    const accounts = job.logs.map((log, i) => account(log, i, places, blocks, superseded));
    const receivedOn = addUp(all.map((share) => share.receivedOn));
    const endedOn = addUp(all.map((share) => share.endedOn));
    return {
      tallier: hand.tallier,
      ...factsOf(job.reading, accounts, { receivedOn, endedOn }, job.period),
      receivedOn,
      endedOn,
      sameCases,
      accounts,
    };
  } finally {
    hand.close();
  }
}

async function readAlone(
  places: readonly Place[],
  hand: Hand,
  { progress }: PassOptions,
  blocks: Block[],
): Promise<Share[]> {
  for (const [i, place] of places.entries()) {
    const before = i > 0 && places[i - 1].log === place.log ? blocks[i - 1] : null;
    blocks[i] = hand.read(before === null ? place : { ...place, start: before.end }, true);
    if (i % blocksABreath === blocksABreath - 1) {
      progress?.(() => farOf(places, blocks));
      await machine.breathe();
    }
  }
  return [];
}

/** Every thread, this one too, takes the next block that nobody has taken, until there is none. */
async function readTogether(
  job: Job,
  places: readonly Place[],
  hand: Hand,
  crew: Crew,
  { progress }: PassOptions,
  blocks: Block[],
): Promise<Share[]> {
  return crew.read({ job, places }, blocks, async (turn) => {
    for (let at = turn(); at !== null; at = turn()) {
      blocks[at] = hand.read(places[at], false);
      if (at % blocksABreath === 0) {
        progress?.(() => farOf(places, blocks));
        await machine.breathe();
      }
    }
  });
}

/** Reads again each block that did not begin where the one before it ended. */
function mend(places: readonly Place[], blocks: Block[], hand: Hand): void {
  places.forEach((place, i) => {
    if (blocks[i] === undefined) throw new Bug(`block ${i} was not read`);
    if (i === 0 || places[i - 1].log !== place.log) return;
    const start = blocks[i - 1].end;
    if (blocks[i].start === start) return;
    const reader = hand.readers[place.log];
    hand.tallier.log = place.log;
    reader.block({ start: blocks[i].start, limit: place.limit }, hand.tallier, { weight: -1 });
    blocks[i] = reader.block({ start, limit: place.limit }, hand.tallier);
  });
}

/** Takes the cases that another row supersedes out of the tallies and the accounts. */
function takeOut(
  suspects: readonly RowOfBlock[][],
  places: readonly Place[],
  blocks: Block[],
  hand: Hand,
): { superseded: number[][]; sameCases: SameCases } {
  const superseded: number[][] = blocks.map(() => []);
  const sameCases = noSameCases();
  if (suspects.length === 0) return { superseded, sameCases };
  // Equal hashes are no proof: the ids are compared as text.
  const seen = new Map<RowOfBlock, RowOfCase & { readonly id: string }>();
  const rowsOf = new Map<number, RowOfBlock[]>();
  for (const row of suspects.flat()) {
    const rows = rowsOf.get(row.block);
    if (rows === undefined) rowsOf.set(row.block, [row]);
    else rows.push(row);
  }
  const readers = hand.lookers();
  // In the order in which they lie in the files.
  for (const [block, rows] of [...rowsOf].sort(([a], [b]) => a - b)) {
    rows.sort((a, b) => a.row - b.row);
    let i = 0;
    const { log } = places[block];
    const reader = readers[log];
    reader.again(
      blocks[block],
      rows.map(({ row }) => row),
      (_, c) => {
        const row = rows[i++];
        if (c.caseId === null) throw new Bug("a row that has a hash has no id");
        seen.set(row, {
          id: c.caseId,
          log,
          at: block * 2 ** 32 + row.row,
          agency: reader.textOf("agency"),
          procedure: reader.textOf("procedureCode") || reader.textOf("procedureName"),
          receivedAt: c.receivedAt ?? c.submittedAt,
          isReturned: c.returnedAt !== null,
          isFinished: c.finishedAt !== null,
          status: c.status,
        });
      },
    );
  }
  for (const group of suspects) {
    const byId = new Map<string, RowOfBlock[]>();
    for (const row of group) {
      const { id } = seen.get(row) as { id: string };
      byId.set(id, [...(byId.get(id) ?? []), row]);
    }
    for (const rows of byId.values()) {
      const rowOf = new Map(rows.map((row) => [seen.get(row) as RowOfCase, row]));
      for (const gone of supersededOf([...rowOf.keys()], sameCases)) {
        const { block, row } = rowOf.get(gone) as RowOfBlock;
        superseded[block].push(row);
      }
    }
  }
  superseded.forEach((rows, i) => {
    if (rows.length === 0) return;
    rows.sort((a, b) => a - b);
    const block = blocks[i];
    const reader = hand.readers[places[i].log];
    let clean = true;
    hand.tallier.log = places[i].log;
    reader.again(block, rows, (_, c, ledger) => {
      const lies = hand.tallier.add(c, -1);
      const into = block.ledger;
      into.read--;
      if ((lies & inPeriod) === 0) into.outOfPeriod--;
      if ((lies & inYear) === 0) into.outOfYear--;
      into.paddedCodes -= ledger.paddedCodes;
      for (const [field, count] of ledger.blanks) into.blanks.set(field, (into.blanks.get(field) ?? 0) - count);
      if (ledger.issues.size > 0) clean = false;
    });
    // An issue's first line cannot be taken back: the block's accounts are made anew without those rows.
    if (!clean) {
      const { start } = block;
      const probe = hand.withoutKpis();
      const again = reader.block({ start, limit: places[i].limit }, probe, {
        again: true,
        skip: rows,
      });
      // A word shows its log's scale in a row that another supersedes too.
      blocks[i] = { ...block, ledger: { ...again.ledger, signs: block.ledger.signs } };
    }
  });
  return { superseded, sameCases };
}

/** Reads the blocks that have faults once more, in order, and tells of each. */
function tell(
  job: Job,
  places: readonly Place[],
  blocks: readonly Block[],
  hand: Hand,
  superseded: readonly (readonly number[])[],
  { hear, hearRejected }: PassOptions,
): void {
  let line = 0;
  let record = 0;
  places.forEach(({ log, limit }, i) => {
    const { layout, name, path, file } = job.logs[log];
    // Places in a copy that was made of the file are not those of the file.
    const isCopy = path !== file;
    if (i === 0 || places[i - 1].log !== log) {
      line = layout.startLine;
      record = 1;
    }
    const block = blocks[i];
    const gone = new Set(superseded[i]);
    if (block.ledger.issues.size > 0 || gone.size > 0) {
      const offsets: number[] = [];
      const rejected = new Set<number>();
      const tellOne: Hear = (row, at, code, field, value) => {
        if (isRowFault(code)) rejected.add(row);
        const column = layout.columns.find((c) => c.field === field)?.header ?? null;
        hear?.({
          log: name,
          line: line + at,
          record: record + row,
          column,
          code,
          field,
          value: code === "bad-encoding" && isCopy ? null : value,
          superseded: gone.has(row),
        });
      };
      const mark = hearRejected === undefined ? null : (offset: number) => offsets.push(offset);
      hand.readers[log].block({ start: block.start, limit }, { add: () => 0 }, { again: true, hear: tellOne, mark });
      for (const row of rejected) {
        // A record ends where the next begins.
        hearRejected?.(hand.sources[log].bytesOf(offsets[row], offsets[row + 1] ?? block.end));
      }
    }
    line += block.lines;
    record += block.rows;
  });
}

/** Reads all blocks once more, in order, and shows each case. */
function retellAll(
  job: Job,
  places: readonly Place[],
  blocks: readonly Block[],
  hand: Hand,
  superseded: readonly (readonly number[])[],
  { retell, retellSuperseded = false, retellBlocks = places.length }: PassOptions,
): void {
  let line = 0;
  places.slice(0, retellBlocks).forEach(({ log, limit }, i) => {
    const { layout, name } = job.logs[log];
    if (i === 0 || places[i - 1].log !== log) line = layout.startLine;
    const reader = hand.readers[log];
    const gone = new Set(superseded[i]);
    const add = () => {
      const { row, line: at } = reader.here;
      retell?.(reader, { log: name, line: line + at, superseded: gone.has(row) });
      return 0;
    };
    const skip = retellSuperseded ? [] : superseded[i];
    reader.block({ start: blocks[i].start, limit }, { add }, { again: true, skip });
    line += blocks[i].lines;
  });
}

/** Adds the blocks of one log up. */
function account(
  { name, layout, bytes, origin }: Log,
  index: number,
  places: readonly Place[],
  blocks: readonly Block[],
  superseded: readonly (readonly number[])[],
): Account {
  const issues = new Map<string, Issue>();
  const words = new Map<string, UnknownWord>();
  const blanks = new Map<Field, number>();
  const dates = new Map<Field, DateFacts>();
  const numbers = new Map<Field, NumberFacts>();
  const passedOver: Record<string, number> = { ...layout.passedOver };
  const signs = new Set<Sign>();
  let [read, rejected, outOfPeriod, outOfYear, duplicateRows, paddedCodes, blankIds] = [0, 0, 0, 0, 0, 0, 0];
  let firstNote: number | null = null;
  let line = layout.startLine;
  blocks.forEach((block, i) => {
    if (places[i].log !== index) return;
    const { ledger } = block;
    read += ledger.read + superseded[i].length;
    rejected += ledger.rejected;
    outOfPeriod += ledger.outOfPeriod;
    outOfYear += ledger.outOfYear;
    paddedCodes += ledger.paddedCodes;
    blankIds += ledger.blankIds;
    for (const sign of ledger.signs) signs.add(sign);
    duplicateRows += superseded[i].length;
    if (ledger.firstNote >= 0) firstNote ??= line + ledger.firstNote;
    for (const [kind, count] of Object.entries(ledger.passedOver)) {
      if (count > 0) passedOver[kind] = (passedOver[kind] ?? 0) + count;
    }
    for (const [key, issue] of ledger.issues) addFirst(issues, key, issue, line);
    for (const [key, word] of ledger.unknownWords) addFirst(words, key, word, line);
    for (const [field, count] of ledger.blanks) if (count > 0) blanks.set(field, (blanks.get(field) ?? 0) + count);
    for (const [field, facts] of block.dates) addFacts(dates, field, facts);
    for (const [field, facts] of block.numbers) addFacts(numbers, field, facts);
    line += block.lines;
  });
  const distinct = new Map<Field, number>();
  for (const { field } of words.values()) distinct.set(field, (distinct.get(field) ?? 0) + 1);
  const tooManyWords = [...distinct].filter(([, n]) => n > mostUnknownWords).map(([field]) => field);
  const counted = read - rejected - outOfPeriod - duplicateRows;
  if (counted < 0) throw new Bug(`the ledger of ${name} does not balance`);
  return {
    name,
    bytes,
    origin,
    layout,
    passedOver,
    firstNote,
    read,
    counted,
    outOfPeriod,
    outOfYear,
    duplicates: duplicateRows,
    rejected,
    issues: [...issues.values()].sort(inOrder),
    unknownWords: [...words.values()].filter(({ field }) => !tooManyWords.includes(field)),
    tooManyWords,
    blanks,
    paddedCodes,
    blankIds,
    signs,
    dates,
    numbers,
    truncated: issues.has("truncated null"),
  };
}

function inOrder(a: Issue, b: Issue): number {
  return a.firstLine - b.firstLine || (a.code < b.code ? -1 : 1) || 0;
}

/** The first block in which a fault occurs has its first line. */
function addFirst<T extends Issue | UnknownWord>(into: Map<string, T>, key: string, from: T, line: number): void {
  const held = into.get(key);
  if (held === undefined) into.set(key, { ...from, firstLine: line + from.firstLine });
  else held.count += from.count;
}

function addFacts<F extends DateFacts | NumberFacts>(into: Map<Field, F>, field: Field, from: F): void {
  const held = into.get(field) as Record<string, number> | undefined;
  if (held === undefined) into.set(field, { ...from });
  else for (const [key, count] of Object.entries(from)) held[key] += count;
}

/** A latest receipt this many days later than nearly all others is a slip of the pen; of a few rows, years later. */
const strayDays = 31;
const strayDaysOfFew = 366;
/** Fewer rows than these are few, and fewer than those say nothing. */
const fewRows = 100;
const tooFewRows = 10;

const rowsIn = (days: readonly (readonly [day: number, count: number])[]) =>
  days.reduce((sum, [, count]) => sum + count, 0);

/** The day among those of nearly all, counted from one end: a few that lie more than a month beyond are slips of the pen. */
function nearlyAll(days: readonly (readonly [day: number, count: number])[]): number {
  const rows = rowsIn(days);
  // Of a few rows all but one: the 99.9th percentile would be the last.
  const rank = rows < tooFewRows ? rows - 1 : rows < fewRows ? rows - 2 : Math.floor((rows - 1) * 0.999);
  let seen = 0;
  for (const [day, count] of days) {
    seen += count;
    if (seen > rank) return day;
  }
  return days[days.length - 1][0];
}

/** Days on which something was counted, and the last of nearly all. */
interface DaysSeen {
  readonly from: number;
  readonly to: number;
  /** As `from` and `to`, slips of the pen aside. */
  readonly least: number;
  readonly most: number;
}

function daysSeen(counts: Int32Array): DaysSeen | null {
  const days: [day: number, count: number][] = [];
  for (let i = 0; i < counts.length; i++) if (counts[i] > 0) days.push([firstDay + i, counts[i]]);
  if (days.length === 0) return null;
  const [from, to] = [days[0][0], days[days.length - 1][0]];
  const [least, most] = [nearlyAll(days.toReversed()), nearlyAll(days)];
  const apart = rowsIn(days) < fewRows ? strayDaysOfFew : strayDays;
  return { from, to, least: least - from > apart ? least : from, most: to - most > apart ? most : to };
}

/** What the logs as a whole say: up to when they go, and which columns hold dates only. */
export function factsOf(
  {
    asOf,
    basis,
  }: { readonly asOf: number | null; readonly basis: Pick<Basis, "events" | "processingTime" | "submissionTime"> },
  accounts: readonly Pick<Account, "dates">[],
  { receivedOn, endedOn }: { readonly receivedOn: Int32Array; readonly endedOn: Int32Array },
  period: DayRange | null,
) {
  const received = daysSeen(receivedOn);
  const ended = daysSeen(endedOn);
  const isGiven = asOf !== null;
  // A log speaks up to its last entry: what ended after the last receipt shows that it goes on.
  const lastEntry = [received?.most, ended?.most].filter((day) => day !== undefined);
  const asOfDay = isGiven ? Math.floor(asOf / 86_400) : lastEntry.length === 0 ? null : Math.max(...lastEntry);
  const strayDay = !isGiven && received !== null && received.to > received.most ? received.to : null;
  const strayEnd = !isGiven && ended !== null && ended.to > ended.most ? ended.to : null;
  const datesOnly = (field: Field | null) =>
    field !== null &&
    accounts.some(({ dates }) => dates.has(field)) &&
    accounts.every(({ dates }) => (dates.get(field)?.timed ?? 0) === 0) &&
    accounts.some(({ dates }) => (dates.get(field)?.dated ?? 0) > 0);
  const facts: Facts = {
    asOfDay,
    lastDay: period?.to ?? null,
    processingInDays:
      basis.processingTime === "timestamps" && (datesOnly("receivedAt") || datesOnly(basis.events.finished)),
    submissionInDays: basis.submissionTime === "timestamps" && (datesOnly("loginAt") || datesOnly("submittedAt")),
  };
  return {
    facts,
    days: received && { from: received.from, to: received.to },
    begins: received?.least ?? null,
    lastReceipt: received?.most ?? null,
    strayDay,
    strayEnd,
  };
}
