/**
 * Partial results: what was tallied of some logs, by half-month, so that plan, period and groups can be chosen later and
 * the parts of many offices add up. A part holds sums and counts: no row, no case id, no name of a person.
 *
 * In memory a part is what a pass leaves (Part); as a file it is JSON (part-schema.ts) of which what is bulky, groups and
 * counts of values, is packed.
 */

import type { OverCases } from "../kpis/kpi.ts";
import type { GroupedCounts } from "../measures/counts.ts";
import type { Json } from "../measures/fold.ts";
import type { Kept } from "../methods/kept.ts";
import { machine } from "../platform/index.ts";
import { scaleSigns } from "../read/meaning.ts";
import type { Basis } from "../records/basis.ts";
import { type Event, events, type Field, snake } from "../records/case.ts";
import { firstDay } from "../time/civil.ts";
import { firstDayOfHalfMonth, halfMonthName, lastDayOfHalfMonth, lastHalfMonth } from "../time/half-month.ts";
import type { Account } from "./account.ts";
import { type FlowCounts, type FlowState, mergeFlow, newFlow } from "./caseload.ts";
import { areDueInDays } from "./doubt.ts";
import type { PartFile, WrittenLog, WrittenSpan } from "./file-schema.ts";
import { casesWithin, type HitCounts, type Hits, mergeHits, newHits } from "./headcount.ts";
import type { ProcedureNames } from "./names.ts";
import { type Packable, pack } from "./pack.ts";
import { writtenOrigin } from "./part-origin.ts";
import type { SameCases } from "./same-case.ts";
import { type CaseGrouping, mergedTallies, type Span, type SpanTallies, type Tally } from "./tally.ts";

/** What parts must have in common to be added up, as text that can be compared and told. */
export interface Settings {
  readonly tool: string;
  /** Of the KPIs' definitions. */
  readonly definitions: string;
  readonly clock: "elapsed" | "working";
  /** Of the calendar's exceptional days. */
  readonly calendar: string;
  readonly timeZone: string;
  /** The day that `--as-of` gave; null where the log's own last day is to serve. */
  readonly asOf: string | null;
  /** The column that stands for each event. */
  readonly events: Readonly<Record<Event, string | null>>;
  /** The sign of the fraction in columns of durations that were in doubt. */
  readonly decimals: Readonly<Record<string, string>>;
}

/** The accounts of one log, with the hash of its bytes and when its cases had events. */
export interface PartLog {
  readonly account: Account;
  readonly sha256: string;
  readonly hits: Hits;
}

/** Keyed hashes of the ids of the cases that count, in order: two words each. */
export interface CaseHashes {
  /** Of the key, so that hashes under two keys are not compared. */
  readonly key: string;
  readonly hashes: BigUint64Array;
}

/** A part without what is bulky. */
export interface PartHead {
  /** The file, for messages. */
  readonly name: string;
  readonly settings: Settings;
  /** The columns from which the two intervals and the procedures are known; null where the logs have none. */
  readonly basis: Pick<Basis, "submissionTime" | "processingTime" | "procedure">;
  readonly fields: readonly Field[];
  readonly logs: readonly PartLog[];
  /** What became of rows of one id. */
  readonly sameCases: SameCases;
  readonly numbersInDoubt: readonly Field[];
  /** Columns of durations whose sign the log itself has decided. */
  readonly decided: readonly Field[];
  /** The groupings that every span has. */
  readonly by: readonly CaseGrouping[];
  /** Groups of fewer cases than this were pooled or left out. */
  readonly minCell: number;
  /** The hash of the rule of each KPI of a plan's own that was tallied, by its id. */
  readonly own: Readonly<Record<string, string>>;
  readonly ids: CaseHashes | null;
}

/** The KPIs of tallies, in their order. */
type Folds = readonly OverCases<unknown>[];

export interface Part extends PartHead {
  /** What the spans have tallies of. */
  readonly kpis: Folds;
  /** Receipts, and ends of the work, by day, from `firstDay` on. */
  readonly receivedOn: Int32Array;
  readonly endedOn: Int32Array;
  /** One a half-month from January 2000 on, then those without a time that can be read, and without any. */
  readonly spans: readonly (SpanTallies | undefined)[];
  readonly flow: FlowState;
  /** For the methods beside the KPIs; null of a part that was made without. */
  readonly kept: Kept | null;
  /** What the logs call their procedures; of groups by procedure. */
  readonly names: ProcedureNames;
}

/** The stretches of days in which a part keeps its tallies. */
export function halfMonths(by: readonly CaseGrouping[]): Span[] {
  return Array.from({ length: lastHalfMonth + 1 }, (_, at) => {
    return { from: firstDayOfHalfMonth(at), to: lastDayOfHalfMonth(at), by };
  });
}

/** The names of the spans of cases without a time. */
export const specialSpans = ["undated", "timeless"] as const;

function spanName(at: number): string {
  return at <= lastHalfMonth ? halfMonthName(at) : specialSpans[at - lastHalfMonth - 1];
}

/** Numbers below this many stand as they are: a file that can be read is worth more than a few bytes. */
const leastPacked = 32;

/** A list that is packed, so that no text of a list is taken for one. */
interface Packed {
  readonly packed: string;
}

/** A state with its long lists packed. */
function packed(state: Json): unknown {
  if (!Array.isArray(state)) return state;
  if (state.length >= leastPacked) return { packed: pack(state) } satisfies Packed;
  return state.map(packed);
}

/** A tally in a file, unpacked. */
export type WrittenTally = readonly [n: number, excluded: Readonly<Record<string, number>>, state: Json];

function writtenTally(
  { fold }: OverCases<unknown>,
  { n, excluded, state }: Tally,
  minCell: number,
): WrittenTally | null {
  const reasons = [...excluded].filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  if (n === 0 && reasons.length === 0) return null;
  return [n, Object.fromEntries(reasons), fold.write(state, { minCell })];
}

/** The groups of one grouping: by KPI, by name. */
export type WrittenGroups = Readonly<Record<string, Readonly<Record<string, WrittenTally>>>>;

/** The group of those that are too small to be told by themselves. */
export const pooledGroup = "(khác / other)";

/** How many cases bear on a group: on the KPI on which most do. */
function casesOf(tallies: readonly Tally[]): number {
  return Math.max(
    0,
    ...tallies.map(({ n, excluded }) => [...excluded.values()].reduce((sum, count) => sum + count, n)),
  );
}

/** The names that are pooled: those of too few cases, and, where all of these together are too few, the next above. */
function tooSmall(sizes: ReadonlyMap<string, number>, minCell: number): Set<string> {
  const inOrder = [...sizes].filter(([, n]) => n > 0).sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
  const small = inOrder.filter(([, n]) => n < minCell);
  const together = small.reduce((sum, [, n]) => sum + n, 0);
  const next = inOrder[small.length];
  if (small.length > 0 && together < minCell && next !== undefined) small.push(next);
  return new Set(small.map(([name]) => name));
}

/** The groups of a grouping with small ones pooled. */
function pooledGroups(
  kpis: Folds,
  groups: readonly ReadonlyMap<string, Tally>[],
  minCell: number,
): ReadonlyMap<string, Tally>[] {
  if (minCell === 0) return [...groups];
  const names = new Set(groups.flatMap((group) => [...group.keys()]));
  const sizes = new Map(
    [...names].map((name) => [name, casesOf(groups.flatMap((group) => group.get(name) ?? []))] as const),
  );
  const small = tooSmall(sizes, minCell);
  return groups.map((group, i) => {
    const kept = [...group].filter(([name]) => !small.has(name));
    const gone = [...group].filter(([name]) => small.has(name)).map(([, tally]) => tally);
    return new Map(gone.length === 0 ? kept : [...kept, [pooledGroup, mergedTallies(kpis[i], gone)]]);
  });
}

/** The same of what came in and went out: a name of which some half-month has too few cases is pooled. */
function pooledFlow(groups: ReadonlyMap<string, FlowCounts>, minCell: number): ReadonlyMap<string, FlowCounts> {
  if (minCell === 0) return groups;
  const least = ({ counts, open }: FlowCounts) =>
    Math.min(...[...counts.values(), ...open.values()].filter((n) => n > 0), Number.POSITIVE_INFINITY);
  const small = [...groups].filter(([, counts]) => least(counts) < minCell);
  const pool = newFlow();
  const rest = newFlow();
  for (const [name, counts] of groups) {
    const isSmall = small.some(([one]) => one === name);
    mergeFlow(isSmall ? pool : rest, { ...newFlow(), byField: new Map([[isSmall ? pooledGroup : name, counts]]) });
  }
  return new Map([...rest.byField, ...pool.byField]);
}

function writtenSpan(at: number, span: SpanTallies, { kpis, by, minCell }: Part): WrittenSpan | null {
  const totals = kpis.flatMap((kpi, i) => {
    const tally = writtenTally(kpi, span.totals[i], minCell);
    if (tally === null) return [];
    const [n, excluded, state] = tally;
    return [[kpi.id, [n, excluded, packed(state)]]];
  });
  if (totals.length === 0 && span.cases.every((n) => n === 0)) return null;
  const groups = by.map((grouping, g) => {
    const pooled = pooledGroups(kpis, span.groups[g], minCell);
    const ofKpis: WrittenGroups = Object.fromEntries(
      kpis.flatMap((kpi, i): [string, Record<string, WrittenTally>][] => {
        if (kpi.isWhole === true) return [];
        const own = [...pooled[i]]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .flatMap(([name, tally]): [string, WrittenTally][] => {
            const written = writtenTally(kpi, tally, minCell);
            return written === null ? [] : [[name, written]];
          });
        return [[kpi.id, Object.fromEntries(own)]];
      }),
    );
    return [grouping, pack(ofKpis as unknown as Packable)];
  });
  return {
    from: spanName(at),
    cases: [...span.cases],
    totals: Object.fromEntries(totals),
    groups: Object.fromEntries(groups),
  };
}

function pairs(counts: ReadonlyMap<number, number>): number[] {
  return [...counts]
    .filter(([, n]) => n !== 0)
    .sort(([a], [b]) => a - b)
    .flat();
}

/** The same with each key as what it is more than the one before: of many keys that lie close together, a third of the bytes. */
function steps(counts: ReadonlyMap<number, number>): number[] {
  const written = pairs(counts);
  for (let i = written.length - 2; i > 0; i -= 2) written[i] -= written[i - 2];
  return written;
}

function writtenHits({ cases, at, pairs: both }: HitCounts) {
  return { cases, at: pairs(at), pairs: pairs(both) };
}

function writtenLog({ account, sha256, hits }: PartLog): WrittenLog {
  const { layout, origin } = account;
  return {
    name: account.name,
    bytes: account.bytes,
    sha256,
    ...writtenOrigin(origin),
    bom: layout.bom,
    delimiter: String.fromCharCode(layout.delimiter),
    headerLine: layout.headerLine,
    dueInDays: areDueInDays(account),
    columns: layout.columns.map(({ field, header }) => ({ field: snake(field), header })),
    unread: layout.unread.length,
    secondary: layout.secondary.map(({ header, field, taken }) => ({ header, field: snake(field), taken })),
    passedOver: { ...account.passedOver },
    firstNote: account.firstNote,
    ...(account.fillers !== null && { fillers: account.fillers }),
    read: account.read,
    counted: account.read - account.duplicates - account.rejected,
    duplicates: account.duplicates,
    rejected: account.rejected,
    // The first value of an issue stays where the log is, and so do words that no table knows: they may be names.
    issues: account.issues.map(({ code, field, count, firstLine, value }) => {
      const shape = code !== "month-first" && value !== null ? { shape: value } : {};
      return { code, column: field && snake(field), count, firstLine, ...shape };
    }),
    tooManyWords: account.tooManyWords.map(snake),
    blanks: Object.fromEntries([...account.blanks].map(([field, n]) => [snake(field), n])),
    paddedCodes: account.paddedCodes,
    blankIds: account.blankIds,
    ...(account.returnedAsDue > 0 && { returnedAsDue: account.returnedAsDue }),
    signs: scaleSigns.filter((sign) => account.signs.has(sign)),
    dates: Object.fromEntries([...account.dates].map(([field, facts]) => [snake(field), { ...facts }])),
    truncated: account.truncated,
    hits: { timed: writtenHits(hits.timed), timeless: writtenHits(hits.timeless) },
  };
}

/** What a file says of a part; the hash of its bytes is put behind it. */
export function writtenPart(part: Part): Omit<PartFile, "sha256"> {
  const { settings, basis, by, minCell, ids } = part;
  const { tool, ...rest } = settings;
  const written = (groups: readonly (readonly [string, readonly (readonly number[])[]])[]) =>
    pack(
      Object.fromEntries(
        [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([, lists]) => lists.some(({ length }) => length > 0)),
      ),
    );
  const flowOf = (groups: ReadonlyMap<string, FlowCounts>) =>
    written([...pooledFlow(groups, minCell)].map(([name, { counts, open }]) => [name, [pairs(counts), pairs(open)]]));
  const listed = (groups: GroupedCounts["byAgency"]) =>
    written([...groups].map(([name, counts]) => [name, [steps(counts)]]));
  const keptOf = ({ all, values, byAgency, byProcedure }: GroupedCounts) => ({
    all: pack([steps(all), steps(values)]),
    agencies: listed(byAgency),
    procedures: listed(by.includes("procedure") ? byProcedure : new Map()),
  });
  return {
    schema: "kpi-tally/1",
    tool: { name: "kpi", version: tool },
    settings: rest,
    basis,
    fields: part.fields.map(snake),
    by: [...by],
    minCell,
    ...(Object.keys(part.own).length > 0 && { own: part.own }),
    sameCases: part.sameCases,
    numbersInDoubt: part.numbersInDoubt.map(snake),
    decided: part.decided.map(snake),
    logs: part.logs.map(writtenLog),
    receivedOn: packedDays(part.receivedOn),
    endedOn: packedDays(part.endedOn),
    spans: part.spans.flatMap((span, at) => {
      const written = span === undefined ? null : writtenSpan(at, span, part);
      return written === null ? [] : [written];
    }),
    flow: {
      fields: flowOf(part.flow.byField),
      agencies: flowOf(part.flow.byAgency),
    },
    // Days of single cases stay at home where groups of so few do.
    ...(part.kept !== null &&
      minCell === 0 && {
        kept: {
          ...{ waiting: keptOf(part.kept.waiting), times: keptOf(part.kept.times) },
          stages: keptOf(part.kept.stages),
        },
      }),
    names: pack(
      Object.fromEntries(
        [...part.names]
          .map(([code, own]) => [code, pairsOfNames(own, minCell)] as const)
          .filter(([, own]) => own.length > 0)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    ),
    ids: ids && { key: ids.key, hashes: machine.texts.base64(new Uint8Array(ids.hashes.buffer)) },
  };
}

/** Names with their cases, in order; those of too few stay at home, as groups of so few do. */
function pairsOfNames(names: ReadonlyMap<string, number>, minCell: number): (string | number)[] {
  return [...names]
    .filter(([, n]) => n > 0 && n >= minCell)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat();
}

function packedDays(counts: Int32Array): string {
  const found: number[] = [];
  // Two hundred years of days, of which a log has some hundreds.
  for (let i = 0; i < counts.length; i++) if (counts[i] !== 0) found.push(firstDay + i, counts[i]);
  return pack(found);
}

/** The ledger of a log for a period (of whole half-months; null for every case) and a year. */
export function accountOf(
  { account, hits }: PartLog,
  period: readonly [number, number] | null,
  year: readonly [number, number],
): Account {
  const all = newHits();
  mergeHits(all, hits);
  const cases = all.timed.cases + all.timeless.cases;
  const inPeriod = period === null ? cases : casesWithin(all.timed, ...period) + casesWithin(all.timeless, ...period);
  // Without a period a case that has an event without a time is in every year.
  const inYear =
    casesWithin(all.timed, ...year) + (period === null ? all.timeless.cases : casesWithin(all.timeless, ...year));
  return { ...account, counted: inPeriod, outOfPeriod: cases - inPeriod, outOfYear: cases - inYear };
}

/** The events' columns, as settings have them. */
export function eventsOf(basis: Basis): Settings["events"] {
  return Object.fromEntries(
    events.map((event) => {
      const column = basis.events[event];
      return [event, column === null ? null : snake(column)];
    }),
  ) as Settings["events"];
}
