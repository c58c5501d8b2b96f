/** The accounts of one log: what became of its rows, block by block and added up. */

import { Bug } from "../errors.ts";
import type { DateFacts } from "../read/date-facts.ts";
import type { NumberFacts } from "../read/decode.ts";
import type { Layout } from "../read/layout.ts";
import { type Issue, mostUnknownWords, type Returns, type UnknownWord } from "../read/ledger.ts";
import type { Sign } from "../read/meaning.ts";
import type { Origin } from "../read/plain.ts";
import type { ReadBlock } from "../read/visitor.ts";
import type { Field } from "../records/case.ts";
import type { Log, Place } from "./job.ts";

/** The accounts of one log. Lines are those of the log, from 1. */
export interface Account {
  readonly name: string;
  readonly bytes: number;
  readonly origin: Origin;
  readonly layout: Layout;
  readonly passedOver: Readonly<Record<string, number>>;
  /** The line of the first title, place or signatory among the cases; null without one. */
  readonly firstNote: number | null;
  /** The first and the last line of rows that were filled down behind the last case. */
  readonly fillers: { readonly first: number; readonly last: number } | null;
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
  /** Cases whose return is their due time, where that is so of all, and none has a state in which it has ended; else 0. */
  readonly returnedAsDue: number;
  /** What its words show. */
  readonly signs: ReadonlySet<Sign>;
  readonly dates: ReadonlyMap<Field, DateFacts>;
  readonly numbers: ReadonlyMap<Field, NumberFacts>;
  /** The last record is cut off: the log was still being written. */
  readonly truncated: boolean;
}

/** Adds the blocks of one log up. */
export function accountOfBlocks(
  { name, layout, bytes, origin }: Log,
  index: number,
  places: readonly Place[],
  blocks: readonly ReadBlock[],
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
  const returns: Returns = { asDue: 0, inDays: 0, none: 0, isOther: false };
  let firstNote: number | null = null;
  let fillers: Account["fillers"] = null;
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
    returns.asDue += ledger.returns.asDue;
    returns.inDays += ledger.returns.inDays;
    returns.none += ledger.returns.none;
    returns.isOther ||= ledger.returns.isOther;
    for (const sign of ledger.signs) signs.add(sign);
    duplicateRows += superseded[i].length;
    if (ledger.firstNote >= 0) firstNote ??= line + ledger.firstNote;
    if (ledger.fillers !== null) {
      const [first, last]: number[] = [line + ledger.fillers.first, line + ledger.fillers.last];
      fillers = { first: fillers?.first ?? first, last };
    }
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
    fillers,
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
    // A day on which several are done says little.
    returnedAsDue: returns.isOther || (returns.inDays > 0 && returns.none > 0) ? 0 : returns.asDue,
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
