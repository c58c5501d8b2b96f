/** What is known of one side of a comparison, of logs or of parts; columns by the names that files give them. */
import { foldable } from "../kpis/index.ts";
import type { OverCases } from "../kpis/kpi.ts";
import type { RowReader } from "../read/rows.ts";
import { bit, type Field, type FieldOf, fieldKinds, type Need, outWhenBlank, snake } from "../records/case.ts";
import { lastHalfMonth } from "../time/half-month.ts";
import { totalOf } from "./doubt.ts";
import type { Part } from "./file.ts";
import { factsOf } from "./pass.ts";
import type { Tally } from "./tallier.ts";

/** So many of how many. */
export interface Share {
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
  readonly blanks: ReadonlyMap<string, Share> | null;
  /** The same of what a part keeps of them. */
  readonly blanksOfPart: ReadonlyMap<string, Share>;
  readonly volume: ByMonth;
  /** By name; null where a part has no groups by agency, or pools the small ones. */
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

/** Looks at the cases of logs for what no part keeps: blanks of every column, and the words of columns with codes. */
export class Look {
  private cases = 0;
  private blanks: number[] = [];
  /** By column, by the number that its reader gives a spelling. */
  private words: Map<string, CodedWord>[] = [];
  private numbers = new Map<RowReader, Map<number, CodedWord>[]>();
  private readonly fields: readonly Field[];

  constructor(fields: readonly Field[]) {
    this.fields = fields;
    this.begin();
  }

  begin(): void {
    this.cases = 0;
    this.blanks = this.fields.map(() => 0);
    this.words = this.fields.map(() => new Map());
    this.numbers = new Map();
  }

  take(reader: RowReader): void {
    const { case: c } = reader;
    this.cases++;
    let numbers = this.numbers.get(reader);
    if (numbers === undefined) {
      numbers = this.fields.map(() => new Map());
      this.numbers.set(reader, numbers);
    }
    for (let i = 0; i < this.fields.length; i++) {
      const field = this.fields[i];
      if (fieldKinds[field] === "text") {
        const text = field === "caseId" ? reader.idText : c[field as Exclude<FieldOf<"text">, "caseId">];
        if (text === null || text === "") this.blanks[i]++;
        continue;
      }
      const own = bit[field as Need];
      if (((c.blank | c.absent) & own) !== 0) this.blanks[i]++;
      else if (fieldKinds[field] === "word" && (c.read & own) !== 0) {
        const number = c.words[c.at + c.slot[field]];
        const word = numbers[i].get(number) ?? this.learn(numbers[i], i, number, reader);
        word.count++;
      }
    }
  }

  private learn(numbers: Map<number, CodedWord>, i: number, number: number, reader: RowReader): CodedWord {
    const field = this.fields[i];
    const word = reader.textOf(field);
    let held = this.words[i].get(word);
    if (held === undefined) {
      held = { column: snake(field), word, means: String(reader.case[field as FieldOf<"word">]), count: 0 };
      this.words[i].set(word, held);
    }
    numbers.set(number, held);
    return held;
  }

  get seen(): Pick<Side, "blanks" | "knownWords"> {
    return {
      blanks: new Map(this.fields.map((field, i) => [snake(field), { count: this.blanks[i], of: this.cases }])),
      knownWords: this.words.flatMap((own) => [...own.values()].filter(({ count }) => count > 0)),
    };
  }
}

/** @param look what was seen of the cases; null of parts */
export function sideOf(part: Part, look: Look | null): Side {
  const accounts = part.logs.map(({ account }) => account);
  const { rejected, read, duplicates } = totalOf(accounts);
  const { days, begins, lastReceipt } = factsOf(
    { asOf: null, basis: { ...part.basis, events: noEvents } },
    accounts,
    part,
    null,
  );
  const columns = new Map<string, string[]>();
  for (const { field, header } of accounts.flatMap(({ layout }) => layout.columns)) {
    const held = columns.get(snake(field)) ?? [];
    columns.set(snake(field), held.includes(header) ? held : [...held, header].sort());
  }
  const isPart = look === null;
  return {
    names: accounts.map(({ name }) => name),
    isPart,
    rows: { read, counted: read - duplicates - rejected, duplicates, rejected },
    days: days && { from: begins ?? days.from, to: lastReceipt ?? days.to },
    columns,
    unread: isPart ? [] : accounts.flatMap(({ layout }) => layout.unread),
    issues: summed(
      accounts.flatMap(({ issues }) =>
        issues.map(({ code, field, count }) => ({ code, column: field && snake(field), count })),
      ),
      ({ code, column }) => `${code} ${column}`,
    ),
    unknownWords: isPart
      ? null
      : summed(
          accounts.flatMap((account) =>
            account.unknownWords.map(({ field, word, count }) => ({ column: snake(field), word, count })),
          ),
          ({ column, word }) => `${column} ${word}`,
        ),
    tooManyWords: [...new Set(accounts.flatMap((account) => account.tooManyWords.map(snake)))],
    ...(look?.seen ?? { blanks: null, knownWords: null }),
    blanksOfPart: blanksOf(part),
    ...volumeOf(part),
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
  const add = (into: ByMonth, month: number, count: number) => {
    if (count > 0) into.set(month, (into.get(month) ?? 0) + count);
  };
  spans.forEach((span, at) => {
    if (span === undefined) return;
    const month = at > lastHalfMonth ? -1 : at >> 1;
    add(volume, month, Math.max(0, ...ofReceived.map((i) => casesIn(span.totals[i]))));
    if (g < 0) return;
    const names = new Set(ofReceived.flatMap((i) => [...span.groups[g][i].keys()]));
    for (const name of names) {
      const tallies = ofReceived.flatMap((i) => span.groups[g][i].get(name) ?? []);
      const count = Math.max(0, ...tallies.map(casesIn));
      if (count === 0) continue;
      const months = agencies.get(name) ?? new Map();
      agencies.set(name, months);
      add(months, month, count);
    }
  });
  return { volume, agencies: g < 0 || minCell > 0 ? null : agencies };
}

/**
 * Blank cells that a part tells of: those that stand for no or for not recorded, of all its cases; of the others those that
 * the first KPI over cases of every channel leaves out for them.
 */
function blanksOf({ fields, logs, spans }: Part): Map<string, Share> {
  const told = new Map<string, Share>();
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
    const kpi = foldable.findIndex((one) => isOfAll(one) && one.needs.includes(field as Need));
    if (kpi < 0) continue;
    const reason = `no-${snake(field).replaceAll("_", "-")}` as const;
    const tallies = spans.flatMap((span) => (span === undefined ? [] : [span.totals[kpi]]));
    const count = tallies.reduce((sum, { excluded }) => sum + (excluded.get(reason) ?? 0), 0);
    told.set(snake(field), { count, of: tallies.reduce((sum, tally) => sum + casesIn(tally), 0) });
  }
  return told;
}
