/**
 * Parts added up, one after the other, so that one at a time is in memory: a country has many. What is bulky is added to
 * the sum as it is unpacked, and stays packed where nobody will ask for it.
 */

import { UserError } from "../errors.ts";
import type { OverCases } from "../kpis/kpi.ts";
import { bump, inGroup, newCounts } from "../measures/counts.ts";
import { type Json, NotAState, writtenWhole } from "../measures/fold.ts";
import { groupedCounts, type Kept, mergeKept, newKept } from "../methods/kept.ts";
import { machine } from "../platform/index.ts";
import { newDateFacts } from "../read/date-facts.ts";
import type { Layout } from "../read/layout.ts";
import type { Issue } from "../read/ledger.ts";
import { allFields, type Field, fieldOf, type Reason } from "../records/case.ts";
import { type DayRange, firstDay, lastDay } from "../time/civil.ts";
import { firstDayOfHalfMonth, halfMonthNamed, lastDayOfHalfMonth, lastHalfMonth } from "../time/half-month.ts";
import type { Account } from "./account.ts";
import { countsIn, type FlowCounts, mergeFlow, newFlow } from "./caseload.ts";
import {
  type Part,
  type PartHead,
  type PartLog,
  type Settings,
  specialSpans,
  type WrittenGroups,
  type WrittenTally,
} from "./file.ts";
import type { PartFile, WrittenLog, WrittenSpan } from "./file-schema.ts";
import type { HitCounts } from "./headcount.ts";
import { mergeNames, type ProcedureNames } from "./names.ts";
import { unpack } from "./pack.ts";
import { originOf } from "./part-origin.ts";
import { noSameCases, sumOfSame } from "./same-case.ts";
import { type CaseGrouping, exclude, groupIn, mergeSpan, newSpan, type SpanTallies, type Tally } from "./tally.ts";

/** What of parts somebody will ask for; days are null for all. */
export interface WantedOfParts {
  /** All that a part may have tallies of, and this sum is to have. */
  readonly kpis: readonly OverCases<unknown>[];
  readonly by: readonly CaseGrouping[];
  readonly days: DayRange | null;
  /** Groups are asked for in these days alone. */
  readonly groupDays: DayRange | null;
}

/** The sum of parts; what it is does not depend on their order. */
export class PartSum {
  /** Of the parts so far, in their order. */
  readonly heads: PartHead[] = [];
  private readonly wanted: WantedOfParts;
  private readonly by: readonly CaseGrouping[];
  private readonly kpis: readonly OverCases<unknown>[];
  private readonly spans: (SpanTallies | undefined)[] = Array.from({ length: lastHalfMonth + 3 });
  private readonly flow = newFlow();
  /** Null once a part has come that does not keep it. */
  private kept: Kept | null = newKept();
  private readonly names: ProcedureNames = new Map();
  private readonly receivedOn = new Int32Array(lastDay - firstDay + 1);
  private readonly endedOn = new Int32Array(lastDay - firstDay + 1);

  constructor(wanted: WantedOfParts) {
    this.wanted = wanted;
    this.kpis = wanted.kpis;
    this.by = wanted.by;
  }

  /**
   * Adds what a pass has left.
   *
   * @throws UserError `parts-differ`, `too-many-groups`
   */
  add(part: Part): void {
    this.begin(part);
    part.spans.forEach((span, at) => {
      if (span === undefined) return;
      const groups = this.by.map((grouping) => {
        const own = part.by.indexOf(grouping);
        return own < 0 ? this.kpis.map(() => new Map<string, Tally>()) : span.groups[own];
      });
      mergeSpan(this.kpis, this.span(at), { ...span, groups }, this.by);
    });
    mergeFlow(this.flow, part.flow);
    if (this.kept !== null && part.kept !== null) mergeKept(this.kept, part.kept);
    else this.kept = null;
    mergeNames(this.names, part.names);
    for (const by of ["receivedOn", "endedOn"] as const) {
      part[by].forEach((n, i) => {
        this[by][i] += n;
      });
    }
  }

  /**
   * Adds a file.
   *
   * @param head what `headOf` has made of it
   * @throws UserError `parts-differ`, `part-uneven`, `part-damaged`, `too-many-groups`; the sum is then of no more use
   */
  take(head: PartHead, file: PartFile): void {
    this.begin(head);
    // What is not a state, not base64, not deflated or not JSON: somebody, or a disk, has changed it.
    orDamaged(head.name, () => {
      const seen = new Set<number>();
      for (const written of file.spans) {
        const special = specialSpans.indexOf(written.from as "undated");
        const at = special < 0 ? halfMonthNamed(written.from) : lastHalfMonth + 1 + special;
        if (at === null || seen.has(at)) throw new NotAState();
        seen.add(at);
        const { days, groupDays } = this.wanted;
        if (special < 0 && days !== null && !liesIn(at, days)) continue;
        const hasGroups = special >= 0 || groupDays === null || liesIn(at, groupDays);
        this.takeSpan(this.span(at), written, head, hasGroups ? this.by : []);
      }
      for (const by of ["receivedOn", "endedOn"] as const) {
        for (const [day, n] of pairsOf(unpack(file[by]) as Json)) this[by][day - firstDay] += n;
      }
      this.takeFlow(file.flow);
      this.takeKept(file.kept);
      if (file.names !== undefined) this.takeNames(file.names);
    });
  }

  private takeSpan(into: SpanTallies, written: WrittenSpan, head: PartHead, by: readonly CaseGrouping[]): void {
    written.cases.forEach((n, e) => {
      into.cases[e] += n;
    });
    const totals = this.kpis.map(({ id }) => (Object.hasOwn(written.totals, id) ? written.totals[id] : null));
    totals.forEach((tally, i) => {
      if (tally !== null) takeTally(this.kpis[i], into.totals[i], [tally[0], tally[1], unpacked(tally[2])]);
    });
    for (const grouping of by) {
      if (!head.by.includes(grouping)) continue;
      const ofKpis = unpack(written.groups[grouping] ?? "") as unknown as WrittenGroups;
      this.kpis.forEach((kpi, i) => {
        const groups = into.groups[this.by.indexOf(grouping)][i];
        let sum = 0;
        for (const [name, tally] of Object.entries(ofKpis[kpi.id] ?? {})) {
          takeTally(kpi, groupIn(kpi, groups, name, grouping), tally);
          sum += tally[0];
        }
        const total = totals[i]?.[0] ?? 0;
        // The groups of a span are its cases: none is in two, and none in none.
        if (head.minCell === 0 && kpi.isWhole !== true && sum !== total) {
          const data = { file: head.name, from: written.from, by: grouping, kpi: kpi.id, total, sum };
          throw new UserError("part-uneven", data);
        }
      });
    }
  }

  private takeFlow({ fields, agencies }: PartFile["flow"]): void {
    const take = (groups: Map<string, FlowCounts>, packed: string) => {
      for (const [name, [counts, open]] of Object.entries(unpack(packed) as unknown as Record<string, Json[]>)) {
        const held = countsIn(groups, name);
        for (const [key, n] of pairsOf(counts)) bump(held.counts, key, n);
        for (const [key, n] of pairsOf(open)) bump(held.open, key, n);
      }
    };
    take(this.flow.byField, fields);
    take(this.flow.byAgency, agencies);
  }

  private takeKept(written: PartFile["kept"]): void {
    if (written === undefined) this.kept = null;
    const { kept } = this;
    if (kept === null || written === undefined) return;
    const take = (groups: Map<string, Map<number, number>>, packed: string) => {
      for (const [name, [counts]] of Object.entries(unpack(packed) as unknown as Record<string, Json[]>)) {
        const held = inGroup(groups, name, newCounts);
        for (const [key, n] of stepsOf(counts)) bump(held, key, n);
      }
    };
    for (const of of groupedCounts) {
      const [all, values] = unpack(written[of].all) as Json[];
      for (const [key, n] of stepsOf(all)) bump(kept[of].all, key, n);
      for (const [key, n] of stepsOf(values)) bump(kept[of].values, key, n);
      take(kept[of].byAgency, written[of].agencies);
      take(kept[of].byProcedure, written[of].procedures);
    }
  }

  private takeNames(written: string): void {
    for (const [code, pairs] of Object.entries(unpack(written) as unknown as Record<string, Json[]>)) {
      for (let i = 0; i < pairs.length; i += 2) {
        const name = pairs[i];
        if (typeof name !== "string") throw new NotAState();
        mergeNames(this.names, new Map([[code, new Map([[name, writtenWhole(pairs[i + 1])]])]]));
      }
    }
  }

  private begin(head: PartHead): void {
    const [first] = this.heads;
    const key = first === undefined ? null : differing(first, head);
    if (key !== null) {
      const data = { file: first.name, other: head.name, key, value: told(first, key), otherValue: told(head, key) };
      throw new UserError("parts-differ", data);
    }
    this.heads.push(head);
  }

  private span(at: number): SpanTallies {
    this.spans[at] ??= newSpan(this.kpis, this.by);
    return this.spans[at];
  }

  /**
   * All of them as one, with the groupings that all have of those that are wanted.
   *
   * @throws UserError `part-twice`
   */
  whole(): Part {
    const { heads } = this;
    const logs = heads.flatMap(({ name, logs: own }) => own.map((log) => ({ ...log, part: name })));
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
    const [first] = heads;
    const by = this.by.filter((grouping) => heads.every((head) => head.by.includes(grouping)));
    const basisOf = <K extends keyof Part["basis"]>(key: K): Part["basis"][K] => {
      return heads.find(({ basis }) => basis[key] !== null)?.basis[key] ?? first.basis[key];
    };
    return {
      name: first.name,
      settings: { ...first.settings, events: { ...first.settings.events, completed: completedOf(heads) } },
      basis: {
        submissionTime: basisOf("submissionTime"),
        processingTime: basisOf("processingTime"),
        procedure: basisOf("procedure"),
      },
      fields: allFields.filter((field) => heads.some(({ fields }) => fields.includes(field))),
      logs: logs.map(({ account, sha256, hits }) => ({ account, sha256, hits })),
      receivedOn: this.receivedOn,
      endedOn: this.endedOn,
      sameCases: heads.reduce((sum, { sameCases }) => sumOfSame(sum, sameCases), noSameCases()),
      numbersInDoubt: [...new Set(heads.flatMap(({ numbersInDoubt }) => numbersInDoubt))],
      decided: [...new Set(heads.flatMap(({ decided }) => decided))],
      by,
      kpis: this.kpis,
      own: {},
      minCell: Math.max(...heads.map(({ minCell }) => minCell)),
      spans: this.spans.map((span) => {
        return span && { ...span, groups: by.map((grouping) => span.groups[this.by.indexOf(grouping)]) };
      }),
      flow: this.flow,
      kept: this.kept,
      names: this.names,
      ids: null,
    };
  }
}

/**
 * A part of a file that has the form of one, without what is bulky.
 *
 * @throws UserError `part-unbalanced`, `part-damaged`
 */
export function headOf(name: string, file: PartFile): PartHead {
  return orDamaged(name, () => {
    const logs = file.logs.map(logOf);
    for (const { account, hits } of logs) {
      const { read, counted, duplicates, rejected } = account;
      const seen = hits.timed.cases + hits.timeless.cases;
      if (read !== counted + duplicates + rejected || counted !== seen) {
        const data = { file: name, log: account.name, read, counted, duplicates, rejected, seen };
        throw new UserError("part-unbalanced", data);
      }
    }
    return {
      name,
      settings: { ...file.settings, tool: file.tool.version },
      basis: file.basis,
      fields: file.fields.map(field),
      logs,
      sameCases: file.sameCases,
      numbersInDoubt: file.numbersInDoubt.map(field),
      decided: file.decided.map(field),
      by: file.by,
      minCell: file.minCell,
      own: file.own ?? {},
      ids: file.ids && { key: file.ids.key, hashes: hashesOf(file.ids.hashes) },
    };
  });
}

/** @throws UserError `part-damaged` for whatever is no state, no text of `pack` and no JSON */
function orDamaged<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError("part-damaged", { file });
  }
}

function takeTally({ fold }: OverCases<unknown>, into: Tally, [n, excluded, state]: WrittenTally): void {
  into.n += writtenWhole(n);
  for (const [reason, count] of Object.entries(excluded)) exclude(into, reason as Reason, writtenWhole(count));
  fold.take(into.state, state);
}

function unpacked(state: unknown): Json {
  if (Array.isArray(state)) return state.map(unpacked);
  if (typeof state !== "object" || state === null) return state as Json;
  if (!("packed" in state) || typeof state.packed !== "string") throw new NotAState();
  return unpack(state.packed) as Json;
}

/** A list of keys and counts by turns. @throws NotAState */
function* pairsOf(written: Json): Generator<readonly [key: number, count: number]> {
  if (!Array.isArray(written) || written.length % 2 !== 0) throw new NotAState();
  for (let i = 0; i < written.length; i += 2) yield [writtenWhole(written[i]), writtenWhole(written[i + 1])];
}

/** The same where each key is written as what it is more than the one before. @throws NotAState */
function* stepsOf(written: Json): Generator<readonly [key: number, count: number]> {
  let at = 0;
  for (const [more, count] of pairsOf(written)) {
    at += more;
    yield [at, count];
  }
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
    origin: originOf(rest),
    layout: layout as Layout,
    passedOver: rest.passedOver,
    firstNote: rest.firstNote,
    fillers: rest.fillers ?? null,
    read: rest.read,
    counted,
    outOfPeriod: 0,
    outOfYear: 0,
    duplicates: rest.duplicates,
    rejected: rest.rejected,
    issues: rest.issues.map(({ code, column, count, firstLine, shape = null }) => {
      return { code, field: column === null ? null : field(column), count, firstLine, value: shape } as Issue;
    }),
    unknownWords: [],
    tooManyWords: rest.tooManyWords.map(field),
    blanks: new Map(Object.entries(rest.blanks).map(([one, n]) => [field(one), n])),
    paddedCodes: rest.paddedCodes,
    blankIds: rest.blankIds,
    returnedAsDue: rest.returnedAsDue ?? 0,
    signs: new Set(rest.signs),
    dates: new Map(
      Object.entries(rest.dates).map(([one, facts]) => [
        field(one),
        { ...newDateFacts(), midnights: facts.timed ?? 0, ...facts },
      ]),
    ),
    numbers: new Map(),
    truncated: rest.truncated,
  };
  const countsOf = ({ cases, at, pairs: both }: WrittenLog["hits"]["timed"]): HitCounts => {
    return { cases, at: new Map(pairsOf(at)), pairs: new Map(pairsOf(both)) };
  };
  return { account, sha256, hits: { timed: countsOf(hits.timed), timeless: countsOf(hits.timeless) } };
}

function liesIn(halfMonth: number, { from, to }: DayRange): boolean {
  return lastDayOfHalfMonth(halfMonth) >= from && firstDayOfHalfMonth(halfMonth) <= to;
}

function hashesOf(text: string): BigUint64Array {
  const bytes = machine.texts.fromBase64(text);
  const copy = new Uint8Array(bytes.length - (bytes.length % 8));
  copy.set(bytes.subarray(0, copy.length));
  return new BigUint64Array(copy.buffer);
}

/** The end of the work of any part, as of logs read together: where a log has none its returns stand in for it, in its part too. */
function completedOf(heads: readonly PartHead[]): Settings["events"]["completed"] {
  const columns = heads.map(({ settings }) => settings.events.completed);
  return columns.find((column) => column === "finished_at") ?? columns[0];
}

/** What must be the same of two parts, and is not. */
function differing(a: PartHead, b: PartHead): string | null {
  const keys = Object.keys(a.settings) as (keyof Settings)[];
  const said = ({ settings }: PartHead, key: keyof Settings) =>
    JSON.stringify(key === "events" ? { ...settings.events, completed: null } : settings[key]);
  const setting = keys.find((key) => said(a, key) !== said(b, key));
  if (setting !== undefined) return setting;
  const basis = (["submissionTime", "processingTime", "procedure"] as const).find(
    (key) => a.basis[key] !== null && b.basis[key] !== null && a.basis[key] !== b.basis[key],
  );
  return basis ?? null;
}

/** A setting of a part as a message tells it. */
function told(part: PartHead, key: string): string {
  const value = key in part.basis ? part.basis[key as "procedure"] : part.settings[key as keyof Settings];
  if (key === "events") {
    return Object.entries(part.settings.events)
      .map(([event, column]) => `${event}: ${column ?? "–"}`)
      .join(", ");
  }
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "–");
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
