/**
 * An export held against an earlier one, or one system's against another's: what is gone, new or otherwise, in counts. Pure:
 * of two sides it makes what is Compared, which has no line and no order of rows in it, and no id but those asked for.
 */
import { inVietnamese } from "../measures/names.ts";
import type { CasePairs, ListedCase, PairedField } from "../tally/case-pairs.ts";
import { sameNames } from "../tally/same-names.ts";
import type { ByMonth, CountOf, Side } from "../tally/side.ts";
import { mapsNear } from "../tally/unread.ts";
import { type DayRange, isoDate } from "../time/civil.ts";
import { daysOfMonth, monthName, monthOf } from "../time/half-month.ts";
import { countWithin, daysInBoth, edgesOf, hasRisen, rules, volumeChange } from "./comparison-rules.ts";
import { areCovered } from "./frame.ts";
import type { Report } from "./report.ts";

/** What is compared, as JSON; its schema is in run/comparison-schema.ts. */
export interface Compared {
  readonly schema: "kpi-compare/1";
  readonly tool: Report["tool"];
  readonly old: SideTold;
  readonly now: SideTold;
  /** The numbers of the rules by which something is found. */
  readonly rules: typeof rules;
  /** Most serious first. */
  readonly findings: readonly Finding[];
  /** What could not be compared, and why. */
  readonly uncompared: readonly Uncompared[];
  /** Months with a receipt in either, in order. */
  readonly months: readonly MonthVolume[];
  /** In order of their names; null where one of the two does not keep them. */
  readonly agencies: readonly AgencyVolume[] | null;
  /** Of the columns that both have and keep the blanks of. */
  readonly blanks: readonly { readonly column: string; readonly old: CountOf; readonly now: CountOf }[];
  /** Case by case; null where one of the two has no ids. */
  readonly cases: CasesTold | null;
}

export interface SideTold {
  readonly names: readonly string[];
  readonly kind: "logs" | "parts";
  readonly read: number;
  readonly counted: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** First and last receipt, slips of the pen aside. */
  readonly days: { readonly from: string; readonly to: string } | null;
}

/** Cases received; null of an export whose cases have no day of receipt. */
interface MonthCounts {
  readonly month: string;
  readonly old: number | null;
  readonly now: number | null;
}

/** A month is covered where the receipts of an export begin and end within a week of it. */
export interface MonthVolume extends MonthCounts {
  readonly oldCovered: boolean;
  readonly nowCovered: boolean;
}

export interface AgencyVolume {
  /** Blank of the cases that name none. */
  readonly name: string;
  readonly old: number;
  readonly now: number;
  readonly months: readonly MonthCounts[];
}

/** Counts of cases: oldOnly + both + sharedOld + oldWithoutId are those of the old export; of the new one likewise. */
export type CasesTold = Omit<CasePairs, "oldOnlyIn" | "nowOnlyIn" | "fields" | "lists"> & {
  /** Of those that one export alone has: received on days that both cover; null where there is no such day. */
  readonly gone: number | null;
  /** Without the last day of the old export where the new one goes further: it may have been made before that day was over. */
  readonly added: number | null;
  readonly fields: readonly (Omit<CasePairs["fields"][number], "field"> & { readonly column: string })[];
  /** Only where they are asked for. */
  readonly lists?: Readonly<Record<keyof CasePairs["lists"], readonly ListedTold[]>>;
};

/** Lines from 1; null in the export that does not have the case. */
export type ListedTold = Omit<ListedCase, "fields"> & { readonly columns: readonly string[] };

export const findingCodes = [
  "column-gone",
  "ends-early",
  "begins-late",
  "agency-missing",
  "month-missing",
  "cases-gone",
  "volume-fell",
  "blanks-rose",
  "too-many-words",
  "unknown-word",
  "rejected-rose",
  "issue-rose",
  "cells-changed",
  "cases-added",
  "volume-rose",
  "known-word",
  "agency-new",
  "column-new",
  "header-changed",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Something that needs a look; its sentence is made in text/comparison.ts. */
export interface Finding {
  readonly code: FindingCode;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Uncompared {
  readonly what: "days" | "agencies" | "volume" | "words" | "blanks" | "cases";
  readonly because: "no-day-in-common" | "not-kept" | "no-column" | "no-whole-month" | "no-ids";
}

/** What is compared of two sides beside their cases' ids. */
interface Given {
  readonly tool: Report["tool"];
  readonly old: Side;
  readonly now: Side;
  readonly pairs: CasePairs | null;
  readonly isListed: boolean;
  /** The name of a column in files. */
  readonly columnOf: (field: PairedField) => string;
  readonly keyOf: (word: string) => string;
  /** A word, or what stands for one that may be of a person. */
  readonly tellable: (word: string) => string;
}

/** What is found of two sides, in their order. */
export function compared({ tool, old, now, pairs, isListed, columnOf, keyOf, tellable }: Given): Compared {
  const covered = [coveredMonths(old), coveredMonths(now)] as const;
  const common = [...covered[0]].filter((month) => covered[1].has(month)).sort((a, b) => a - b);
  const agencies = agenciesOf(old, now, tellable);
  const cases = pairs === null ? null : casesTold(pairs, [old.days, now.days], isListed, columnOf);
  const blanks = blanksOf(old, now);
  const found = [
    ...columnFindings(old, now),
    ...edgeFindings(old, now),
    ...agencyFindings(agencies),
    ...monthFindings(old, now),
    ...volumeFindings(old, now, agencies, covered, common),
    ...blanks.filter((one) => hasRisen(one.old, one.now, rules.blankPoints)).map((one) => finding("blanks-rose", one)),
    ...wordFindings(old, now, keyOf),
    ...issueFindings(old, now),
    ...(cases === null ? [] : caseFindings(cases)),
  ];
  const ofPart = old.isPart || now.isPart;
  const hasColumn = old.columns.has("agency") && now.columns.has("agency");
  const hasNoMonth = covered.some(({ size }) => size === 0);
  const isApart = old.days !== null && now.days !== null && daysInBoth(old.days, now.days) === null;
  const uncompared: Uncompared[] = [
    ...(isApart ? [{ what: "days", because: "no-day-in-common" } as const] : []),
    ...(agencies !== null ? [] : [{ what: "agencies", because: hasColumn ? "not-kept" : "no-column" } as const]),
    ...(hasNoMonth ? [{ what: "volume", because: "no-whole-month" } as const] : []),
    ...(ofPart ? (["words", "blanks"] as const).map((what) => ({ what, because: "not-kept" as const })) : []),
    ...(pairs === null ? [{ what: "cases", because: ofPart ? "not-kept" : "no-ids" } as const] : []),
  ];
  const countIn = ({ days }: Side, volume: ByMonth, month: number) => (days === null ? null : (volume.get(month) ?? 0));
  const counts = (month: number, a: ByMonth, b: ByMonth): MonthCounts => {
    return { month: monthName(month), old: countIn(old, a, month), now: countIn(now, b, month) };
  };
  return {
    schema: "kpi-compare/1",
    tool,
    old: sideTold(old),
    now: sideTold(now),
    rules,
    // The order in which they were found stays among those of one code.
    findings: found.sort((a, b) => findingCodes.indexOf(a.code) - findingCodes.indexOf(b.code)),
    uncompared,
    months: monthsOf(old.volume, now.volume).map((month) => ({
      ...counts(month, old.volume, now.volume),
      oldCovered: covered[0].has(month),
      nowCovered: covered[1].has(month),
    })),
    agencies: agencies && agenciesTold(agencies, counts),
    blanks,
    cases,
  };
}

function finding(code: FindingCode, data: Finding["data"]): Finding {
  return { code, data };
}

function sideTold({ names, isPart, rows, days }: Side): SideTold {
  const told = days && { from: isoDate(days.from), to: isoDate(days.to) };
  return { names, kind: isPart ? "parts" : "logs", ...rows, days: told };
}

/** The months that the receipts of a side cover. */
function coveredMonths({ days }: Side): Set<number> {
  const months = new Set<number>();
  if (days === null) return months;
  for (let month = monthOf(days.from); month <= monthOf(days.to); month++) {
    if (areCovered(daysOfMonth(month), days.from, days.to)) months.add(month);
  }
  return months;
}

/** In order, without that of the cases without a day. */
function monthsOf(a: ByMonth, b: ByMonth): number[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((month) => month >= 0).sort((x, y) => x - y);
}

function sumOf(months: ByMonth): number {
  return [...months.values()].reduce((sum, count) => sum + count, 0);
}

/** Null in the export that has no case of it. */
interface AgencyOfBoth {
  readonly name: string;
  readonly old: ByMonth | null;
  readonly now: ByMonth | null;
}

const none: ByMonth = new Map();

/**
 * Names that differ by case or spacing only are one; in order. What one export alone has may be of a row that is shifted by
 * a cell: all that looks like a person is one agency without a name.
 */
function agenciesOf(old: Side, now: Side, tellable: Given["tellable"]): AgencyOfBoth[] | null {
  const [before, after] = [old.agencies, now.agencies];
  if (before === null || after === null || !old.columns.has("agency") || !now.columns.has("agency")) return null;
  const months = (from: ReadonlyMap<string, ByMonth>, names: readonly string[]) => {
    const own = names.flatMap((name) => from.get(name) ?? []);
    return own.length === 0 ? null : sumOfMonths(own);
  };
  const entry = (name: string, names: readonly string[]) => {
    return { name, old: months(before, names), now: months(after, names) };
  };
  const all = sameNames([...before.keys(), ...after.keys()]);
  const isOfOne = (names: readonly string[], own: ReadonlyMap<string, ByMonth>, other: ReadonlyMap<string, ByMonth>) =>
    names.some((name) => own.has(name)) && !names.some((name) => other.has(name));
  const masked = ([name]: readonly string[]) => tellable(name) !== name;
  const hidden = [
    all.filter((names) => masked(names) && isOfOne(names, before, after)),
    all.filter((names) => masked(names) && isOfOne(names, after, before)),
  ];
  return [
    ...all.filter((names) => !hidden.some((own) => own.includes(names))).map((names) => entry(names[0], names)),
    ...hidden.filter((own) => own.length > 0).map((own) => entry(tellable(own[0][0]), own.flat())),
  ].sort((a, b) => inVietnamese(a.name, b.name));
}

function sumOfMonths(all: readonly ByMonth[]): ByMonth {
  const sum: ByMonth = new Map();
  for (const months of all) for (const [month, count] of months) sum.set(month, (sum.get(month) ?? 0) + count);
  return sum;
}

/** Those with a case received. */
function agenciesTold(
  agencies: readonly AgencyOfBoth[],
  counts: (month: number, a: ByMonth, b: ByMonth) => MonthCounts,
): AgencyVolume[] {
  return agencies.flatMap(({ name, old, now }) => {
    const [a, b] = [old ?? none, now ?? none];
    if (a.size + b.size === 0) return [];
    return [{ name, old: sumOf(a), now: sumOf(b), months: monthsOf(a, b).map((month) => counts(month, a, b)) }];
  });
}

function columnFindings(old: Side, now: Side): Finding[] {
  const gone = [...old.columns].filter(([column]) => !now.columns.has(column));
  const added = [...now.columns].filter(([column]) => !old.columns.has(column));
  const renamed = [...now.columns].flatMap(([column, headers]) => {
    const before = old.columns.get(column);
    const isSame = before === undefined || before.join("\n") === headers.join("\n");
    return isSame ? [] : [{ column, old: before, now: headers }];
  });
  return [
    ...gone.map(([column, headers]) =>
      finding("column-gone", { column, headers, maps: mapsNear(now.unread, [column]) }),
    ),
    ...added.map(([column, headers]) => finding("column-new", { column, headers })),
    ...renamed.map((one) => finding("header-changed", one)),
  ];
}

/** How many cases of the old export stand where the new one has no day; null of a part, which keeps no days. */
function edgeFindings(old: Side, now: Side): Finding[] {
  const { before, behind } = edgesOf(old.days, now.days);
  const told = (code: FindingCode, days: DayRange | null) => {
    if (days === null) return [];
    const count = old.byDay === null ? null : countWithin(old.byDay, days);
    return [finding(code, { from: isoDate(days.from), to: isoDate(days.to), old: count })];
  };
  return [...told("ends-early", behind), ...told("begins-late", before)];
}

function agencyFindings(agencies: readonly AgencyOfBoth[] | null): Finding[] {
  return (agencies ?? []).flatMap(({ name, old, now }) => {
    if (name === "") return [];
    if (now === null) return [finding("agency-missing", { agency: name, old: sumOf(old ?? none) })];
    return old === null ? [finding("agency-new", { agency: name, now: sumOf(now) })] : [];
  });
}

/** Months between the first and the last receipt of the new export that have none, though the old one has, or says nothing. */
function monthFindings(old: Side, { days, volume }: Side): Finding[] {
  if (days === null) return [];
  const missing: Finding[] = [];
  for (let month = monthOf(days.from); month <= monthOf(days.to); month++) {
    const before = old.volume.get(month) ?? 0;
    const isSilent = old.days === null || month < monthOf(old.days.from) || month > monthOf(old.days.to);
    if ((volume.get(month) ?? 0) > 0 || (before === 0 && !isSilent)) continue;
    missing.push(finding("month-missing", { month: monthName(month), old: before }));
  }
  return missing;
}

type Months = ReadonlySet<number>;

/**
 * Over the months that both exports cover, and in each of them; where there is none, by the rate over those that each covers.
 * What all agencies that both have come to stands first.
 */
function volumeFindings(
  old: Side,
  now: Side,
  agencies: readonly AgencyOfBoth[] | null,
  covered: readonly [Months, Months],
  common: readonly number[],
): Finding[] {
  if (covered.some(({ size }) => size === 0)) return [];
  const shared = new Set(common);
  // An agency that is missing is told as that, and not again in the sum.
  const inBoth = agencies?.flatMap(({ name, old: x, now: y }) => (x && y ? [{ name, old: x, now: y }] : [])) ?? null;
  const sum = (key: "old" | "now", whole: ByMonth) =>
    inBoth === null ? whole : sumOfMonths(inBoth.map((one) => one[key]));
  const all = { name: null, old: sum("old", old.volume), now: sum("now", now.volume) };
  const within = (volume: ByMonth, months: Months) =>
    [...volume].reduce((total, [month, count]) => (months.has(month) ? total + count : total), 0);
  return [all, ...(inBoth ?? [])].flatMap(({ name, old: before, now: after }) => {
    const [ofBefore, ofAfter] = common.length > 0 ? [shared, shared] : covered;
    const sums = { month: null, old: within(before, ofBefore), now: within(after, ofAfter) };
    const changes = [
      { ...sums, change: volumeChange(sums.old, ofBefore.size, sums.now, ofAfter.size) },
      ...common.map((month) => {
        const [x, y] = [before.get(month) ?? 0, after.get(month) ?? 0];
        return { month: monthName(month), old: x, now: y, change: volumeChange(x, 1, y, 1) };
      }),
    ];
    const rates = { oldMonths: ofBefore.size, nowMonths: ofAfter.size };
    return (["fell", "rose"] as const).flatMap((direction) => {
      const own = changes.filter(({ change }) => change === direction);
      const months = own.map(({ month, old: x, now: y }) => ({ month, old: x, now: y }));
      // A month without any is told as that.
      const told = months.filter((one) => name !== null || one.month === null || one.now > 0);
      return told.length === 0 ? [] : [finding(`volume-${direction}`, { agency: name, months: told, ...rates })];
    });
  });
}

/** Of both columns alike: of all cases, or, beside a part, of what parts keep. */
function blanksOf(old: Side, now: Side): Compared["blanks"] {
  const [before, after] =
    old.blanks === null || now.blanks === null ? [old.blanksOfPart, now.blanksOfPart] : [old.blanks, now.blanks];
  return [...after].flatMap(([column, share]) => {
    const held = before.get(column);
    return held === undefined ? [] : [{ column, old: held, now: share }];
  });
}

function wordFindings(old: Side, now: Side, keyOf: Given["keyOf"]): Finding[] {
  const byCount = (a: { count: number; word: string }, b: { count: number; word: string }) =>
    b.count - a.count || inVietnamese(a.word, b.word);
  const isNew = (words: readonly { readonly column: string; readonly word: string }[]) => {
    const held = new Set(words.map(({ column, word }) => `${column} ${keyOf(word)}`));
    return ({ column, word }: { column: string; word: string }) => !held.has(`${column} ${keyOf(word)}`);
  };
  const tooMany = now.tooManyWords.filter((column) => !old.tooManyWords.includes(column));
  const unknown = (now.unknownWords ?? []).filter(isNew(old.unknownWords ?? []));
  // Of a column that is new every word is.
  const known = (now.knownWords ?? [])
    .filter(isNew(old.knownWords ?? []))
    .filter(({ column }) => old.columns.has(column));
  return [
    ...tooMany.map((column) => finding("too-many-words", { column })),
    ...(old.unknownWords === null ? [] : unknown.sort(byCount).map((one) => finding("unknown-word", { ...one }))),
    ...(old.knownWords === null ? [] : known.sort(byCount).map((one) => finding("known-word", { ...one }))),
  ];
}

function issueFindings(old: Side, now: Side): Finding[] {
  const rejected = {
    old: { count: old.rows.rejected, of: old.rows.read },
    now: { count: now.rows.rejected, of: now.rows.read },
  };
  const issues = now.issues.map(({ code, column, count }) => {
    const before = old.issues.find((one) => one.code === code && one.column === column)?.count ?? 0;
    return { code, column, old: { count: before, of: old.rows.read }, now: { count, of: now.rows.read } };
  });
  const key = ({ code, column }: { code: string; column: string | null }) => `${code} ${column}`;
  return [
    ...(hasRisen(rejected.old, rejected.now, rules.issuePoints) ? [finding("rejected-rose", rejected)] : []),
    ...issues
      .filter((one) => hasRisen(one.old, one.now, rules.issuePoints))
      .sort((a, b) => b.now.count - a.now.count || (key(a) < key(b) ? -1 : 1))
      .map((one) => finding("issue-rose", one)),
  ];
}

function casesTold(
  { oldOnlyIn, nowOnlyIn, fields, lists, ...counts }: CasePairs,
  [old, now]: readonly [DayRange | null, DayRange | null],
  isListed: boolean,
  columnOf: Given["columnOf"],
): CasesTold {
  const days = daysInBoth(old, now);
  const goesOn = old !== null && now !== null && now.to > old.to;
  const told = (cases: readonly ListedCase[]) =>
    cases.map(({ fields: own, ...one }): ListedTold => ({ ...one, columns: own.map(columnOf) }));
  return {
    ...counts,
    gone: days && countWithin(oldOnlyIn, days),
    added: days && countWithin(nowOnlyIn, goesOn ? { ...days, to: days.to - 1 } : days),
    fields: fields.map(({ field, ...how }) => ({ column: columnOf(field), ...how })),
    ...(isListed && {
      lists: { oldOnly: told(lists.oldOnly), nowOnly: told(lists.nowOnly), differing: told(lists.differing) },
    }),
  };
}

/** A case goes on: blanks are filled and statuses move. That anything else of it is not as it was needs a look. */
function caseFindings({ gone, added, both, fields }: CasesTold): Finding[] {
  const changed = fields.flatMap(({ column, lost, changed: other }) => {
    const rewritten = column === "status" ? 0 : other;
    return lost + rewritten === 0 ? [] : [finding("cells-changed", { column, lost, changed: rewritten, of: both })];
  });
  return [
    ...((gone ?? 0) > 0 ? [finding("cases-gone", { count: gone })] : []),
    ...changed,
    ...((added ?? 0) > 0 ? [finding("cases-added", { count: added })] : []),
  ];
}
