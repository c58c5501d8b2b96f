/**
 * Partial results: what was tallied of some logs, by half-month, so that plan, period and groups can be chosen later and
 * the parts of many offices add up. A part holds sums and counts: no row, no case id, no name of a person.
 *
 * In memory a part is what a pass leaves (Part); as a file it is JSON (part-schema.ts) of which what is bulky, groups and
 * counts of values, is packed.
 */
import { type Event, events, type Field, fieldOf, type Reason, snake } from "./case.ts";
import { UserError } from "./errors.ts";
import { type FlowCounts, type FlowState, mergeFlow, newFlow } from "./flow.ts";
import { type Json, NotAState } from "./fold.ts";
import { casesWithin, type HitCounts, type Hits, mergeHits, newHits } from "./hits.ts";
import { foldable } from "./kpis/index.ts";
import { type Packable, pack, unpack } from "./pack.ts";
import type { PartFile, WrittenLog, WrittenSpan } from "./part-schema.ts";
import type { Account } from "./pass.ts";
import type { Basis } from "./read/basis.ts";
import type { DateFacts } from "./read/decode.ts";
import type { Layout } from "./read/layout.ts";
import type { Issue } from "./read/ledger.ts";
import {
  type DayRange,
  type Grouping,
  mergedTallies,
  mergeSpan,
  newSpan,
  type Span,
  type SpanTallies,
  type Tally,
} from "./tally.ts";
import { firstDay, lastDay } from "./time/civil.ts";
import {
  firstDayOfHalfMonth,
  halfMonthName,
  halfMonthNamed,
  lastDayOfHalfMonth,
  lastHalfMonth,
} from "./time/half-month.ts";

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

export interface Part {
  /** The file, for messages. */
  readonly name: string;
  readonly settings: Settings;
  /** The columns from which the two intervals and the procedures are known; null where the logs have none. */
  readonly basis: Pick<Basis, "submissionTime" | "processingTime" | "procedure">;
  readonly fields: readonly Field[];
  readonly logs: readonly PartLog[];
  readonly receivedOn: Int32Array;
  readonly oldLevels: boolean;
  readonly numbersInDoubt: readonly Field[];
  /** Columns of durations whose sign the log itself has decided. */
  readonly decided: readonly Field[];
  /** The groupings that every span has. */
  readonly by: readonly Grouping[];
  /** Groups of fewer cases than this were pooled or left out. */
  readonly minCell: number;
  /** One a half-month from January 2000 on, then those without a time that can be read, and without any. */
  readonly spans: readonly (SpanTallies | undefined)[];
  readonly flow: FlowState;
  readonly ids: CaseHashes | null;
}

/** The stretches of days in which a part keeps its tallies. */
export function halfMonths(by: readonly Grouping[]): Span[] {
  return Array.from({ length: lastHalfMonth + 1 }, (_, at) => {
    return { from: firstDayOfHalfMonth(at), to: lastDayOfHalfMonth(at), by };
  });
}

const specialSpans = ["undated", "timeless"] as const;

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

function unpacked(state: unknown): Json {
  if (Array.isArray(state)) return state.map(unpacked);
  if (typeof state !== "object" || state === null) return state as Json;
  if (!("packed" in state) || typeof state.packed !== "string") throw new NotAState();
  return unpack(state.packed) as Json;
}

type WrittenTally = readonly [n: number, excluded: Readonly<Record<string, number>>, state: Json];

function writtenTally(i: number, { n, excluded, state }: Tally, minCell: number): WrittenTally | null {
  const reasons = [...excluded].filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  if (n === 0 && reasons.length === 0) return null;
  return [n, Object.fromEntries(reasons), foldable[i].fold.write(state, { minCell })];
}

function tallyOf(i: number, [n, excluded, state]: WrittenTally): Tally {
  return { n, excluded: new Map(Object.entries(excluded) as [Reason, number][]), state: foldable[i].fold.read(state) };
}

/** The groups of one grouping: by KPI, by name. */
type WrittenGroups = Readonly<Record<string, Readonly<Record<string, WrittenTally>>>>;

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
function pooledGroups(groups: readonly ReadonlyMap<string, Tally>[], minCell: number): ReadonlyMap<string, Tally>[] {
  if (minCell === 0) return [...groups];
  const names = new Set(groups.flatMap((group) => [...group.keys()]));
  const sizes = new Map(
    [...names].map((name) => [name, casesOf(groups.flatMap((group) => group.get(name) ?? []))] as const),
  );
  const small = tooSmall(sizes, minCell);
  return groups.map((group, i) => {
    const kept = [...group].filter(([name]) => !small.has(name));
    const gone = [...group].filter(([name]) => small.has(name)).map(([, tally]) => tally);
    return new Map(gone.length === 0 ? kept : [...kept, [pooledGroup, mergedTallies(foldable[i], gone)]]);
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

function writtenSpan(at: number, span: SpanTallies, by: readonly Grouping[], minCell: number): WrittenSpan | null {
  const totals = foldable.flatMap(({ id }, i) => {
    const tally = writtenTally(i, span.totals[i], minCell);
    if (tally === null) return [];
    const [n, excluded, state] = tally;
    return [[id, [n, excluded, packed(state)]]];
  });
  if (totals.length === 0 && span.cases.every((n) => n === 0)) return null;
  const groups = by.map((grouping, g) => {
    const pooled = pooledGroups(span.groups[g], minCell);
    const ofKpis: WrittenGroups = Object.fromEntries(
      foldable.flatMap(({ id, isWhole }, i): [string, Record<string, WrittenTally>][] => {
        if (isWhole === true) return [];
        const own = [...pooled[i]]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .flatMap(([name, tally]): [string, WrittenTally][] => {
            const written = writtenTally(i, tally, minCell);
            return written === null ? [] : [[name, written]];
          });
        return [[id, Object.fromEntries(own)]];
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

/** A span as it is read: groups are unpacked when somebody asks for them. */
function spanOf(written: WrittenSpan, by: readonly Grouping[], wanted: readonly Grouping[]): SpanTallies {
  const span = newSpan(foldable, by);
  written.cases.forEach((n, e) => {
    span.cases[e] = n;
  });
  foldable.forEach(({ id }, i) => {
    const tally = Object.hasOwn(written.totals, id) ? written.totals[id] : undefined;
    if (tally === undefined) return;
    const [n, excluded, state] = tally;
    span.totals[i] = tallyOf(i, [n, excluded, unpacked(state)]);
  });
  by.forEach((grouping, g) => {
    if (!wanted.includes(grouping)) return;
    const groups = unpack(written.groups[grouping] ?? "") as unknown as WrittenGroups;
    foldable.forEach(({ id }, i) => {
      for (const [name, tally] of Object.entries(groups[id] ?? {})) span.groups[g][i].set(name, tallyOf(i, tally));
    });
  });
  return span;
}

function pairs(counts: ReadonlyMap<number, number>): number[] {
  return [...counts]
    .filter(([, n]) => n !== 0)
    .sort(([a], [b]) => a - b)
    .flat();
}

function mapOf(written: Json): Map<number, number> {
  const numbers = written as readonly number[];
  const counts = new Map<number, number>();
  for (let i = 0; i < numbers.length; i += 2) counts.set(numbers[i], numbers[i + 1]);
  return counts;
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
    encoding: origin.encoding,
    container: origin.container,
    bom: layout.bom,
    delimiter: String.fromCharCode(layout.delimiter),
    headerLine: layout.headerLine,
    columns: layout.columns.map(({ field, header }) => ({ field: snake(field), header })),
    unread: layout.unread.length,
    secondary: layout.secondary.map(({ header, field, taken }) => ({ header, field: snake(field), taken })),
    passedOver: { ...account.passedOver },
    firstNote: account.firstNote,
    read: account.read,
    counted: account.read - account.duplicates - account.rejected,
    duplicates: account.duplicates,
    rejected: account.rejected,
    // The first value of an issue stays where the log is, and so do words that no table knows: they may be names.
    issues: account.issues.map(({ code, field, count, firstLine }) => {
      return { code, column: field && snake(field), count, firstLine };
    }),
    tooManyWords: account.tooManyWords.map(snake),
    blanks: Object.fromEntries([...account.blanks].map(([field, n]) => [snake(field), n])),
    paddedCodes: account.paddedCodes,
    dates: Object.fromEntries([...account.dates].map(([field, facts]) => [snake(field), { ...facts }])),
    truncated: account.truncated,
    hits: { timed: writtenHits(hits.timed), timeless: writtenHits(hits.timeless) },
  };
}

function field(name: string): Field {
  const known = fieldOf(name);
  if (known === undefined) throw new NotAState();
  return known;
}

function logOf(written: WrittenLog): PartLog {
  const { name, bytes, sha256, columns, unread, secondary, hits, counted, ...rest } = written;
  const layout: Pick<Layout, "bom" | "delimiter" | "headerLine" | "columns" | "unread" | "secondary"> = {
    bom: rest.bom,
    delimiter: rest.delimiter.charCodeAt(0),
    headerLine: rest.headerLine,
    columns: columns.map((column, index) => ({ field: field(column.field), header: column.header, index })),
    unread: Array.from({ length: unread }, () => ""),
    secondary: secondary.map((one) => ({ ...one, field: field(one.field) })),
  };
  const account: Account = {
    name,
    bytes,
    origin: { encoding: rest.encoding as Account["origin"]["encoding"], container: rest.container },
    layout: layout as Layout,
    passedOver: rest.passedOver,
    firstNote: rest.firstNote,
    read: rest.read,
    counted,
    outOfPeriod: 0,
    outOfYear: 0,
    duplicates: rest.duplicates,
    rejected: rest.rejected,
    issues: rest.issues.map(({ code, column, count, firstLine }) => {
      return { code, field: column === null ? null : field(column), count, firstLine, value: null } as Issue;
    }),
    unknownWords: [],
    tooManyWords: rest.tooManyWords.map(field),
    blanks: new Map(Object.entries(rest.blanks).map(([one, n]) => [field(one), n])),
    paddedCodes: rest.paddedCodes,
    dates: new Map(Object.entries(rest.dates).map(([one, facts]) => [field(one), facts as unknown as DateFacts])),
    numbers: new Map(),
    truncated: rest.truncated,
  };
  const countsOf = ({ cases, at, pairs: both }: WrittenLog["hits"]["timed"]): HitCounts => {
    return { cases, at: mapOf(at), pairs: mapOf(both) };
  };
  return { account, sha256, hits: { timed: countsOf(hits.timed), timeless: countsOf(hits.timeless) } };
}

/** A part as a file. */
export function writtenPart(part: Part): PartFile {
  const { settings, basis, by, minCell, ids } = part;
  const { tool, ...rest } = settings;
  const flowOf = (groups: ReadonlyMap<string, FlowCounts>) =>
    pack(
      Object.fromEntries(
        [...pooledFlow(groups, minCell)]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, { counts, open }]) => [name, [pairs(counts), pairs(open)]])
          .filter(([, counts]) => (counts as number[][]).some(({ length }) => length > 0)),
      ),
    );
  return {
    schema: "kpi-tally/1",
    tool: { name: "kpi", version: tool },
    settings: rest,
    basis,
    fields: part.fields.map(snake),
    by: by.filter((grouping) => grouping !== "month"),
    minCell,
    oldLevels: part.oldLevels,
    numbersInDoubt: part.numbersInDoubt.map(snake),
    decided: part.decided.map(snake),
    logs: part.logs.map(writtenLog),
    receivedOn: pack([...part.receivedOn].flatMap((n, i) => (n === 0 ? [] : [firstDay + i, n]))),
    spans: part.spans.flatMap((span, at) => {
      const written = span === undefined ? null : writtenSpan(at, span, by, minCell);
      return written === null ? [] : [written];
    }),
    flow: {
      fields: flowOf(part.flow.byField),
      agencies: flowOf(part.flow.byAgency),
      endedOn: pack(pairs(part.flow.endedOn)),
    },
    ids: ids && { key: ids.key, hashes: Buffer.from(ids.hashes.buffer).toString("base64") },
  };
}

/**
 * A part of a file that has the form of one.
 *
 * @param wanted what somebody will ask for: the rest stays packed
 * @throws UserError `part-unbalanced`, `part-damaged`
 */
export function partOf(name: string, file: PartFile, wanted: WantedOfPart): Part {
  const by = file.by as Grouping[];
  try {
    const logs = file.logs.map(logOf);
    for (const { account, hits } of logs) {
      const { read, counted, duplicates, rejected } = account;
      const seen = hits.timed.cases + hits.timeless.cases;
      if (read !== counted + duplicates + rejected || counted !== seen) {
        throw new UserError("part-unbalanced", {
          file: name,
          log: account.name,
          read,
          counted,
          duplicates,
          rejected,
          seen,
        });
      }
    }
    const spans: (SpanTallies | undefined)[] = [];
    for (const written of file.spans) {
      const special = specialSpans.indexOf(written.from as "undated");
      const at = special < 0 ? halfMonthNamed(written.from) : lastHalfMonth + 1 + special;
      if (at === null || spans[at] !== undefined) throw new NotAState();
      if (special < 0 && wanted.days !== null && !liesIn(at, wanted.days)) continue;
      const hasGroups = special >= 0 || wanted.groupDays === null || liesIn(at, wanted.groupDays);
      const own = hasGroups ? wanted.by : [];
      const span = spanOf(written, by, own);
      refuseUneven(name, written.from, span, by, own, file.minCell);
      spans[at] = span;
    }
    while (spans.length < lastHalfMonth + 3) spans.push(undefined);
    const flow = newFlow();
    for (const [groups, text] of [
      [flow.byField, file.flow.fields],
      [flow.byAgency, file.flow.agencies],
    ] as const) {
      for (const [group, [counts, open]] of Object.entries(unpack(text) as unknown as Record<string, Json[]>)) {
        groups.set(group, { counts: mapOf(counts), open: mapOf(open) });
      }
    }
    for (const [day, n] of mapOf(unpack(file.flow.endedOn) as Json)) flow.endedOn.set(day, n);
    const receivedOn = new Int32Array(lastDay - firstDay + 1);
    for (const [day, n] of mapOf(unpack(file.receivedOn) as Json)) receivedOn[day - firstDay] = n;
    return {
      name,
      settings: { ...file.settings, tool: file.tool.version },
      basis: file.basis,
      fields: file.fields.map(field),
      logs,
      receivedOn,
      oldLevels: file.oldLevels,
      numbersInDoubt: file.numbersInDoubt.map(field),
      decided: file.decided.map(field),
      by,
      minCell: file.minCell,
      spans,
      flow,
      ids: file.ids && { key: file.ids.key, hashes: hashesOf(file.ids.hashes) },
    };
  } catch (error) {
    if (error instanceof UserError) throw error;
    // What is not a state, not base64, not deflated or not JSON: somebody, or a disk, has changed it.
    throw new UserError("part-damaged", { file: name });
  }
}

/** What of a part somebody will ask for; days are null for all. */
export interface WantedOfPart {
  readonly by: readonly Grouping[];
  readonly days: DayRange | null;
  /** Groups are asked for in these days alone. */
  readonly groupDays: DayRange | null;
}

function liesIn(halfMonth: number, { from, to }: DayRange): boolean {
  return lastDayOfHalfMonth(halfMonth) >= from && firstDayOfHalfMonth(halfMonth) <= to;
}

function hashesOf(text: string): BigUint64Array {
  const bytes = Buffer.from(text, "base64");
  const copy = new Uint8Array(bytes.length - (bytes.length % 8));
  copy.set(bytes.subarray(0, copy.length));
  return new BigUint64Array(copy.buffer);
}

/** The groups of a span are its cases: none is in two, and none in none. */
function refuseUneven(
  file: string,
  from: string,
  span: SpanTallies,
  by: readonly Grouping[],
  wanted: readonly Grouping[],
  minCell: number,
): void {
  if (minCell > 0) return;
  by.forEach((grouping, g) => {
    if (!wanted.includes(grouping)) return;
    span.totals.forEach(({ n }, i) => {
      if (foldable[i].isWhole === true) return;
      const sum = [...span.groups[g][i].values()].reduce((total, tally) => total + tally.n, 0);
      if (sum !== n)
        throw new UserError("part-uneven", { file, from, by: grouping, kpi: foldable[i].id, total: n, sum });
    });
  });
}

/** What must be the same of two parts, and is not. */
function differing(a: Part, b: Part): string | null {
  const keys = Object.keys(a.settings) as (keyof Settings)[];
  const setting = keys.find((key) => JSON.stringify(a.settings[key]) !== JSON.stringify(b.settings[key]));
  if (setting !== undefined) return setting;
  const basis = (["submissionTime", "processingTime", "procedure"] as const).find(
    (key) => a.basis[key] !== null && b.basis[key] !== null && a.basis[key] !== b.basis[key],
  );
  return basis ?? null;
}

/** A setting of a part as a message tells it. */
function told(part: Part, key: string): string {
  const value = key in part.basis ? part.basis[key as "procedure"] : part.settings[key as keyof Settings];
  if (key === "events") {
    return Object.entries(part.settings.events)
      .map(([event, column]) => `${event}: ${column ?? "–"}`)
      .join(", ");
  }
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "–");
}

/**
 * Several parts as one; what it is does not depend on their order.
 *
 * @throws UserError `parts-differ`, `part-twice`
 */
export function mergedParts(parts: readonly Part[]): Part {
  const [first] = parts;
  for (const part of parts) {
    const key = differing(first, part);
    if (key !== null) {
      const data = { file: first.name, other: part.name, key, value: told(first, key), otherValue: told(part, key) };
      throw new UserError("parts-differ", data);
    }
  }
  const logs = parts.flatMap(({ name, logs: own }) => own.map((log) => ({ ...log, part: name })));
  // By their names, then by what they hold: the order of the parts says nothing.
  logs.sort((a, b) =>
    a.account.name < b.account.name ? -1 : a.account.name > b.account.name ? 1 : a.sha256 < b.sha256 ? -1 : 1,
  );
  logs.forEach((log, i) => {
    const before = logs[i - 1];
    if (before?.sha256 === log.sha256 && before.account.read > 0) {
      throw new UserError("part-twice", { log: log.account.name, file: before.part, other: log.part });
    }
  });
  const by = first.by.filter((grouping) => parts.every((part) => part.by.includes(grouping)));
  const spans: (SpanTallies | undefined)[] = Array.from({ length: lastHalfMonth + 3 });
  for (const part of parts) {
    part.spans.forEach((span, at) => {
      if (span === undefined) return;
      spans[at] ??= newSpan(foldable, by);
      const groups = by.map((grouping) => span.groups[part.by.indexOf(grouping)]);
      mergeSpan(foldable, spans[at], { ...span, groups }, by);
    });
  }
  const flow = newFlow();
  const receivedOn = new Int32Array(lastDay - firstDay + 1);
  for (const part of parts) {
    mergeFlow(flow, part.flow);
    part.receivedOn.forEach((n, i) => {
      receivedOn[i] += n;
    });
  }
  const basisOf = <K extends keyof Part["basis"]>(key: K): Part["basis"][K] => {
    return parts.find((part) => part.basis[key] !== null)?.basis[key] ?? first.basis[key];
  };
  const fields = new Set(parts.flatMap((part) => part.fields));
  return {
    name: first.name,
    settings: first.settings,
    basis: {
      submissionTime: basisOf("submissionTime"),
      processingTime: basisOf("processingTime"),
      procedure: basisOf("procedure"),
    },
    fields: [...fields],
    logs: logs.map(({ account, sha256, hits }) => ({ account, sha256, hits })),
    receivedOn,
    oldLevels: parts.some(({ oldLevels }) => oldLevels),
    numbersInDoubt: [...new Set(parts.flatMap(({ numbersInDoubt }) => numbersInDoubt))],
    decided: [...new Set(parts.flatMap(({ decided }) => decided))],
    by,
    minCell: Math.max(...parts.map(({ minCell }) => minCell)),
    spans,
    flow,
    ids: null,
  };
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

/** How many cases two parts have in common, by their keyed hashes, which are in order. */
export function overlap(a: BigUint64Array, b: BigUint64Array): number {
  let [i, j, n] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      n++;
      i++;
      j++;
    } else if (a[i] < b[j]) i++;
    else j++;
  }
  return n;
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
