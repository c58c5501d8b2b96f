/** What is known of one side of a comparison, of logs or of parts; columns by the names that files give them. */

import { UserError } from "../errors.ts";
import { foldable } from "../kpis/index.ts";
import type { OverCases } from "../kpis/kpi.ts";
import { mostKernelWords } from "../read/row-cells.ts";
import type { RowReader } from "../read/rows.ts";
import {
  bit,
  type Case,
  type Field,
  type FieldOf,
  fieldKinds,
  type Need,
  noEvent,
  outWhenBlank,
  type Status,
  snake,
} from "../records/case.ts";
import { populationWithout } from "../records/population.ts";
import { dayOf } from "../time/civil.ts";
import { lastHalfMonth, monthOf } from "../time/half-month.ts";
import type { Account } from "./account.ts";
import { totalOf } from "./doubt.ts";
import { factsOf, type Reckoned } from "./facts.ts";
import type { Part } from "./file.ts";
import { plainReason } from "./readings.ts";
import { mostGroups, type Tally } from "./tally.ts";

/** So many of how many. */
export interface CountOf {
  readonly count: number;
  readonly of: number;
}

/** A word of a coded column, and what it means. */
export interface CodedWord {
  readonly column: string;
  readonly word: string;
  readonly means: string;
  count: number;
}

/** Cases received by month, from January 2000; -1 for those without a day. */
export type ByMonth = Map<number, number>;

export interface Side {
  readonly names: readonly string[];
  readonly isPart: boolean;
  readonly rows: {
    readonly read: number;
    readonly counted: number;
    readonly duplicates: number;
    readonly rejected: number;
  };
  /** First and last receipt, slips of the pen aside; null without days. */
  readonly days: { readonly from: number; readonly to: number } | null;
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** Headers that no field claims; of parts nothing. */
  readonly unread: readonly string[];
  /** By code and column. */
  readonly issues: readonly { readonly code: string; readonly column: string | null; readonly count: number }[];
  /** Words that no table knows; null where they are not kept. */
  readonly unknownWords: readonly { readonly column: string; readonly word: string; readonly count: number }[] | null;
  readonly tooManyWords: readonly string[];
  readonly knownWords: readonly CodedWord[] | null;
  /** Blank cells by column, of all cases; null where not all columns are kept. */
  readonly blanks: ReadonlyMap<string, CountOf> | null;
  /** The same of what a part keeps of them. */
  readonly blanksOfPart: ReadonlyMap<string, CountOf>;
  readonly volume: ByMonth;
  /** Cases received by day, -1 for those without one; null of a part, which keeps no days. */
  readonly byDay: ReadonlyMap<number, number> | null;
  /** By name, whatever its cases say of their receipt; null where a part has no groups by agency, or pools the small ones. */
  readonly agencies: ReadonlyMap<string, ByMonth> | null;
}

/** Cases received bear on each of these, whatever they say: what is counted of them, and left out, is all of them. */
const ofReceived = foldable.flatMap((kpi, i) => (kpi.when === "received" && isOfAll(kpi) ? [i] : []));

function isOfAll({ channels, isWhole }: OverCases<unknown>): boolean {
  return channels === undefined && isWhole !== true;
}

function casesIn({ n, excluded }: Tally): number {
  return [...excluded.values()].reduce((sum, count) => sum + count, n);
}

/** Looks at the cases of logs: whose they are and when they came, the blanks of every column, the words of those with codes. */
export class Look {
  private cases = 0;
  private byDay = new Map<number, number>();
  private agencies = new Map<string, ByMonth>();
  private blanks = new Map<Field, number>();
  private words = new Map<string, CodedWord>();
  /** By reader, since each numbers spellings by itself: by field, by number. */
  private numbers = new Map<RowReader, CodedWord[][]>();
  private readonly fields: readonly Field[];
  private readonly texts: readonly FieldOf<"text">[];
  private readonly coded: readonly FieldOf<"word">[];
  private readonly others: readonly (readonly [field: Field, bit: number])[];
  /** Bits of the columns that have one. */
  private readonly mask: number;

  constructor(fields: readonly Field[]) {
    this.fields = fields;
    this.texts = fields.filter((field): field is FieldOf<"text"> => fieldKinds[field] === "text");
    this.coded = fields.filter((field): field is FieldOf<"word"> => fieldKinds[field] === "word");
    this.others = fields.flatMap((field) => (field in bit ? [[field, bit[field as Need]] as const] : []));
    this.mask = this.others.reduce((mask, [, own]) => mask | own, 0);
  }

  begin(): void {
    this.cases = 0;
    this.byDay = new Map();
    this.agencies = new Map();
    this.blanks = new Map();
    this.words = new Map();
    this.numbers = new Map();
  }

  take(reader: RowReader): void {
    const { case: c } = reader;
    this.cases++;
    this.takeReceipt(c);
    const blank = (c.blank | c.absent) & this.mask;
    if (blank !== 0) for (const [field, own] of this.others) if ((blank & own) !== 0) bump(this.blanks, field, 1);
    for (const field of this.texts) {
      const isThere = field === "caseId" ? reader.hasId : c[field] !== null;
      if (!isThere) bump(this.blanks, field, 1);
    }
    let numbers = this.numbers.get(reader);
    if (numbers === undefined) {
      numbers = this.coded.map(() => []);
      this.numbers.set(reader, numbers);
    }
    for (let i = 0; i < this.coded.length; i++) {
      const field = this.coded[i];
      if ((c.read & bit[field]) === 0) continue;
      const number = c.words[c.at + c.slot[field]];
      const word = numbers[i][number] ?? this.learn(field, reader);
      if (number < mostKernelWords) numbers[i][number] = word;
      word.count++;
    }
  }

  /** As a tallier has it: those of the population of receipts, by the month of theirs. An agency is there by any case. */
  private takeReceipt({ received, status, agency }: Case): void {
    const name = agency ?? "";
    let months = this.agencies.get(name);
    if (months === undefined) {
      if (this.agencies.size === mostGroups) throw new UserError("too-many-groups", { by: "agency", most: mostGroups });
      months = new Map();
      this.agencies.set(name, months);
    }
    if (received === noEvent || (status !== null && notReceived.has(status))) return;
    const day = received < 0 ? -1 : dayOf(received);
    bump(this.byDay, day, 1);
    bump(months, monthOfDay(day), 1);
  }

  private learn(field: FieldOf<"word">, reader: RowReader): CodedWord {
    const word = reader.textOf(field);
    const key = `${field} ${word}`;
    const held = this.words.get(key) ?? { column: snake(field), word, means: String(reader.case[field]), count: 0 };
    this.words.set(key, held);
    return held;
  }

  get seen(): Pick<Side, "blanks" | "knownWords" | "volume" | "byDay" | "agencies"> {
    const of = this.cases;
    const volume: ByMonth = new Map();
    for (const [day, count] of this.byDay) bump(volume, monthOfDay(day), count);
    return {
      blanks: new Map(this.fields.map((field) => [snake(field), { count: this.blanks.get(field) ?? 0, of }])),
      knownWords: [...this.words.values()],
      volume,
      byDay: this.byDay,
      agencies: this.agencies,
    };
  }
}

function monthOfDay(day: number): number {
  return day < 0 ? -1 : monthOf(day);
}

const notReceived: ReadonlySet<Status> = new Set(populationWithout.received);

function bump<K>(counts: Map<K, number>, key: K, count: number): void {
  if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count);
}

/** What one pass of logs has shown. */
export function sideOfLogs(reckoned: Reckoned, look: Look): Side {
  return { ...sideOf(reckoned.accounts, reckoned, false), ...look.seen, blanksOfPart: new Map() };
}

/** @param isPart what was tallied of logs, to be held against a part, is none */
export function sideOfPart(part: Part, isPart: boolean): Side {
  const accounts = part.logs.map(({ account }) => account);
  const seen = factsOf({ asOf: null, basis: { ...part.basis, events: noEvents } }, accounts, part, null);
  return {
    ...sideOf(accounts, seen, isPart),
    blanks: null,
    knownWords: null,
    byDay: null,
    blanksOfPart: blanksOf(part),
    ...volumeOf(part),
  };
}

/** What the accounts show. */
function sideOf(
  accounts: readonly Account[],
  { days, begins, lastReceipt }: Pick<Reckoned, "days" | "begins" | "lastReceipt">,
  isPart: boolean,
) {
  const { rejected, read, duplicates } = totalOf(accounts);
  const columns = new Map<string, string[]>();
  for (const { field, header } of accounts.flatMap(({ layout }) => layout.columns)) {
    const held = columns.get(snake(field)) ?? [];
    columns.set(snake(field), held.includes(header) ? held : [...held, header].sort());
  }
  const issues = accounts.flatMap((account) =>
    account.issues.map(({ code, field, count }) => ({ code, column: field && snake(field), count })),
  );
  const words = accounts.flatMap((account) =>
    account.unknownWords.map(({ field, word, count }) => ({ column: snake(field), word, count })),
  );
  return {
    names: accounts.map(({ name }) => name),
    isPart,
    rows: { read, counted: read - duplicates - rejected, duplicates, rejected },
    days: days && { from: begins ?? days.from, to: lastReceipt ?? days.to },
    columns,
    unread: isPart ? [] : accounts.flatMap(({ layout }) => layout.unread),
    issues: summed(issues, ({ code, column }) => `${code} ${column}`),
    unknownWords: isPart ? null : summed(words, ({ column, word }) => `${column} ${word}`),
    tooManyWords: [...new Set(accounts.flatMap((account) => account.tooManyWords.map(snake)))],
  };
}

/** Of which columns only dates are held nobody asks here. */
const noEvents = { submitted: null, received: null, finished: null, rated: null, completed: null };

/** Counts of one key added up. */
function summed<T extends { readonly count: number }>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const sums = new Map<string, T>();
  for (const one of all) {
    const key = keyOf(one);
    sums.set(key, { ...one, count: one.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()];
}

function volumeOf({ spans, by, minCell }: Part): Pick<Side, "volume" | "agencies"> {
  const g = by.indexOf("agency");
  const volume: ByMonth = new Map();
  const agencies = new Map<string, ByMonth>();
  spans.forEach((span, at) => {
    if (span === undefined) return;
    const month = at > lastHalfMonth ? -1 : at >> 1;
    bump(volume, month, Math.max(0, ...ofReceived.map((i) => casesIn(span.totals[i]))));
    if (g < 0) return;
    for (const name of new Set(span.groups[g].flatMap((groups) => [...groups.keys()]))) {
      const tallies = ofReceived.flatMap((i) => span.groups[g][i].get(name) ?? []);
      const months = agencies.get(name) ?? new Map();
      agencies.set(name, months);
      bump(months, month, Math.max(0, ...tallies.map(casesIn)));
    }
  });
  return { volume, agencies: g < 0 || minCell > 0 ? null : agencies };
}

/**
 * Blank cells that a part tells of: those that stand for no or for not recorded, of all its cases; of the others those that
 * the KPI of fewest needs over cases of every channel leaves out for them.
 */
function blanksOf({ fields, logs, spans }: Part): Map<string, CountOf> {
  const told = new Map<string, CountOf>();
  for (const field of fields) {
    if (!(field in bit)) continue;
    if (fieldKinds[field] === "yesNo" || field === "paymentMethod") {
      const own = logs.filter(({ account }) => account.layout.columns.some((column) => column.field === field));
      const count = own.reduce((sum, { account }) => sum + (account.blanks.get(field) ?? 0), 0);
      const of = own.reduce(
        (sum, { account: { read, duplicates, rejected } }) => sum + read - duplicates - rejected,
        0,
      );
      told.set(snake(field), { count, of });
      continue;
    }
    // Elsewhere a blank has a meaning of its own, and is no reason.
    if ((bit[field as Need] & outWhenBlank) === 0) continue;
    const own = foldable.filter((one) => isOfAll(one) && one.needs.includes(field as Need));
    if (own.length === 0) continue;
    const kpi = foldable.indexOf(own.reduce((a, b) => (b.needs.length < a.needs.length ? b : a)));
    const reason = `no-${snake(field).replaceAll("_", "-")}` as const;
    const tallies = spans.flatMap((span) => (span === undefined ? [] : [span.totals[kpi]]));
    const count = tallies.reduce(
      (sum, { excluded }) =>
        sum + [...excluded].reduce((n, [one, count]) => (plainReason(one) === reason ? n + count : n), 0),
      0,
    );
    told.set(snake(field), { count, of: tallies.reduce((sum, tally) => sum + casesIn(tally), 0) });
  }
  return told;
}
