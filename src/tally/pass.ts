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
import { keptAsOf } from "../methods/kept.ts";
import { machine } from "../platform/index.ts";
import { duplicates } from "../read/duplicates.ts";
import type { Reading } from "../read/reading.ts";
import type { ReadBlock } from "../read/visitor.ts";
import { type DayRange, secondsADay } from "../time/civil.ts";
import { yearRange } from "../time/period.ts";
import { accountOfBlocks } from "./account.ts";
import { blankCutIds } from "./cut-ids.ts";
import { addUp, endsOf, factsOf, type Reckoned, reachOf, usualDays } from "./facts.ts";
import { Hand } from "./hand.ts";
import type { Job, Log, Place, Share } from "./job.ts";
import { type Hearers, retellCases, tellFaults } from "./retell.ts";
import { takeOut } from "./superseded.ts";
import type { Tallier } from "./tallier.ts";
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

/** What a pass gives. */
export interface Reckoning extends Reckoned {
  readonly tallier: Tallier;
  /** Receipts, and ends of the work, by day. */
  readonly receivedOn: Int32Array;
  readonly endedOn: Int32Array;
}

/** A job that measures nothing: for who looks at the rows. A year is asked for only to say what lies outside it. */
export function lookingOnly(logs: readonly Log[], reading: Reading): Job {
  return { logs, reading, kpis: [], period: null, year: yearRange(2000), by: [] };
}

export interface PassOptions extends Hearers {
  /** Who reads so many bytes together with this thread; without it everything is read here. */
  readonly crewFor?: (bytes: number) => Promise<Crew | null>;
  readonly blockBytes?: number;
  /** Told now and then how many blocks have been read, of how many. */
  readonly progress?: (far: () => Far) => void;
}

/** How far the reading is. */
export interface Far {
  readonly bytes: number;
  readonly ofBytes: number;
  readonly rows: number;
}

function farOf(places: readonly Place[], blocks: readonly (ReadBlock | undefined)[]): Far {
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

/** Blocks between two of which signals, and messages of other threads, are heard. */
const blocksABreath = 8;

/** Reads the logs and folds their cases. */
export async function pass(job: Job, options: PassOptions = {}): Promise<Reckoning> {
  const hand = new Hand(job);
  try {
    const sizes = hand.sources.map(({ size }) => size);
    const places = placesOf(job.logs, sizes, options.blockBytes ?? blockBytes);
    const blocks: ReadBlock[] = new Array(places.length);
    const crew = places.length < 2 ? null : ((await options.crewFor?.(sizes.reduce((a, b) => a + b, 0))) ?? null);
    const shares =
      crew === null
        ? await readAlone(places, hand, options, blocks)
        : await readTogether(job, places, hand, crew, options, blocks);
    mend(places, blocks, hand);
    blankCutIds(places, blocks, hand);
    for (const { tallies } of shares) hand.tallier.merge(tallies);
    const own = hand.share();
    const all = [own, ...shares];
    const hashes = blocks.map((block) => block.hashes);
    const equal = await (crew === null ? duplicates(hashes) : crew.duplicates(hashes));
    const { superseded, sameCases } = takeOut(equal, places, blocks, hand, job.reading.keepsApart === true);
    // What was taken out was counted by number, as everything before it.
    hand.tallier.settle();
    const usual =
      job.reading.usual === undefined
        ? usualDays(
            all.map((share) => share.receivedOn),
            all.map((share) => share.endedOn),
            lonelyIn(blocks),
          )
        : null;
    // Which of two times is the odd one only the whole log says: it is read once more, with that known.
    if (usual !== null) return await pass({ ...job, reading: { ...job.reading, usual } }, options);
    const receivedOn = addUp(all.map((share) => share.receivedOn));
    const { endedOn, lastUnsure } = endsOf(addUp(all.map((share) => share.endedOn)), receivedOn, {
      unsureOn: all.flatMap(({ unsureOn }) => unsureOn ?? []),
      lateOn: all.flatMap(({ lateOn }) => lateOn ?? []),
    });
    const reach = reachOf(job.reading.asOf, { receivedOn, endedOn });
    const { asOfDay, strayDay, strayEnd } = reach;
    const beyond = Math.max(...[strayDay, strayEnd, lastUnsure].map((day) => day ?? Number.NEGATIVE_INFINITY));
    // What lies behind the day up to which the logs go has not happened, as if that day had been given. A part keeps it: of
    // all parts together another day may come.
    if (job.reading.asOf === null && asOfDay !== null && beyond > asOfDay && job.hits !== true) {
      const again = await pass(upTo(asOfDay, job), options);
      return { ...again, strayDay, strayEnd, beyond, receivedOn, endedOn };
    }
    if (options.hear !== undefined || options.hearRejected !== undefined) {
      tellFaults(job, places, blocks, hand, superseded, options);
    }
    if (options.retell !== undefined) retellCases(job, places, blocks, hand, superseded, options);
    const accounts = job.logs.map((log, i) => accountOfBlocks(log, i, places, blocks, superseded));
    return {
      tallier: hand.tallier,
      ...factsOf(job.reading, accounts, { receivedOn, endedOn }, job.period, reach),
      beyond: null,
      receivedOn,
      endedOn,
      sameCases,
      accounts,
    };
  } finally {
    hand.close();
  }
}

/** The job as of the end of a day. */
function upTo(day: number, job: Job): Job {
  const asOf = (day + 1) * secondsADay - 1;
  const { usual = null } = job.reading;
  return {
    ...job,
    reading: { ...job.reading, usual, asOf },
    ...(job.flow !== undefined && { flow: { ...job.flow, asOf } }),
    ...(job.handled !== undefined && { handled: { ...job.handled, asOf } }),
    ...(job.kept !== undefined && { kept: keptAsOf(job.kept, asOf) }),
  };
}

async function readAlone(
  places: readonly Place[],
  hand: Hand,
  { progress }: PassOptions,
  blocks: ReadBlock[],
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
  blocks: ReadBlock[],
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

/** The first and the last day that lies a year from all others of its case. */
function lonelyIn(blocks: readonly ReadBlock[]): DayRange | null {
  return blocks.reduce<DayRange | null>((all, { ledger: { lonely } }) => {
    if (all === null || lonely === null) return all ?? lonely;
    return { from: Math.min(all.from, lonely.from), to: Math.max(all.to, lonely.to) };
  }, null);
}

/** Reads again each block that did not begin where the one before it ended. */
function mend(places: readonly Place[], blocks: ReadBlock[], hand: Hand): void {
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
