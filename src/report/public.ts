/** The figures of a period that anybody may have: counts by group, the small ones withheld with what would give them back. */

import type { Result } from "../judge/verdict.ts";
import { overCases } from "../kpis/index.ts";
import { inVietnamese, nameKey } from "../measures/names.ts";
import { rankOf } from "../measures/quantile.ts";
import { type ColumnCounts, leastCell, withheldCells } from "../methods/suppression.ts";
import type { CaseForm, FormRow, OpenCases, OwnDefinition, Report } from "./report.ts";

/**
 * By what the public edition tells figures apart. A procedure belongs to one field, as anybody can look up: with both told
 * the small ones of a field would be had by subtraction.
 */
const publicGroupings = ["agency", "field", "channel"] as const;
type PublicGrouping = (typeof publicGroupings)[number];

/** `part`: how many cases there are is told, and not how many of them count; `none`: there is no figure. */
export const publicStatuses = ["shown", "part", "withheld", "none"] as const;

/** One figure. What is null is not told, or is none. */
export interface PublicRow {
  readonly kind: "kpi" | "form" | "open";
  /** The id of the KPI, the column of form II.06a, or what of the open cases. */
  readonly id: string;
  /** The result of the report that this is; null where it is none. */
  readonly result: Result | null;
  readonly by: PublicGrouping | null;
  readonly group: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | string | null;
  readonly status: (typeof publicStatuses)[number];
}

export interface PublicEdition {
  readonly rows: readonly PublicRow[];
  /** Counts below this, above 0, are small. */
  readonly least: number;
  /** Figures that are small themselves, and those that would give one back. */
  readonly withheld: { readonly primary: number; readonly secondary: number };
}

/** A figure with the counts that it is made of: those of its numerator, and those that say of how many cases it speaks. */
interface Draft extends Omit<PublicRow, "status"> {
  /** The rows of the tables: that of its group, or the total. */
  readonly row: string;
  readonly parts: Readonly<Record<string, number>>;
  readonly wholes: Readonly<Record<string, number>>;
  /** Of a median or percentile: too few cases lie on a side of the one whose time it is. */
  readonly isFew?: boolean;
}

/** The columns of the form by what each is made of; the names that no column of the form has are of sums in between. */
const formSums = [
  ["received", "newlyReceived", "carriedOver"],
  ["newlyReceived", "online", "direct"],
  ["received", "resolved", "open"],
  ["resolved", "inTimeDone", "late"],
  ["inTimeDone", "early", "onDay"],
  ["resolved", "early", "notEarly"],
  ["notEarly", "onDay", "late"],
  ["open", "inTime", "overdue"],
] as const;
const openSums = [
  ["open", "overdue", "notOverdue"],
  ["notOverdue", "soon", "later"],
] as const;

/**
 * A figure of no case for each group that a table does not name and another one does: what is not there would be known to
 * be 0, and nothing could hide behind it.
 */
function withEmpty(drafts: readonly Draft[]): Draft[] {
  const tables = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const table = `${draft.kind} ${draft.result?.key ?? draft.id} ${draft.by}`;
    tables.set(table, [...(tables.get(table) ?? []), draft]);
  }
  const none = (counts: Draft["parts"]) => Object.fromEntries(Object.keys(counts).map((column) => [column, 0]));
  return [...tables.values()].flatMap((table) => {
    const [{ by, result, numerator, denominator, value, parts, wholes, ...rest }] = table;
    // Channels are told all or none, and a plan names the groups of a target for each of them.
    if (by === null || by === "channel" || result?.each === true) return table;
    const named = new Map(drafts.flatMap((one) => (one.by === by ? [[one.row, one.group] as const] : [])));
    const empty = [...named].flatMap(([row, group]): Draft[] => {
      if (table.some((one) => one.row === row)) return [];
      const own = result && { ...result, verdict: null, group: { by, name: group } };
      const zero = (count: number | string | null) => (count === null ? null : 0);
      return [
        {
          ...rest,
          ...{ by, row, group, result: own, parts: none(parts), wholes: none(wholes) },
          ...{ numerator: zero(numerator), denominator: zero(denominator) },
          value: result === null ? zero(value) : null,
          isFew: false,
        },
      ];
    });
    // In order of names: in the report agencies with most overdue come first, which would say what is withheld.
    return [...table, ...empty].sort((one, other) => inVietnamese(one.group ?? "", other.group ?? ""));
  });
}

/** The public edition of the report of a period. */
export function publicOf(report: Report): PublicEdition {
  const { periodic } = report;
  const drafts = withEmpty([
    ...report.results.flatMap(resultDraft),
    ...(periodic?.form ? formDrafts(periodic.form) : []),
    ...(periodic?.open ? openDrafts(periodic.open) : []),
  ]);
  const { isHeld, isHidden } = protection(drafts, report);
  const isSmall = (count: number) => count > 0 && count < leastCell;
  const withheld = { primary: 0, secondary: 0 };
  const rows = drafts
    .filter(({ id }) => id !== "")
    .map(({ row, parts, wholes, isFew = false, ...draft }): PublicRow => {
      const told = (counts: Draft["parts"]) => Object.keys(counts).every((column) => !isHeld(column, row));
      const hidden = isHidden(draft.by);
      const hasWhole = !hidden && told(wholes);
      const isTold = hasWhole && told(parts) && !isFew;
      if (draft.value === null && draft.denominator === null) return { ...draft, status: "none" };
      if (isTold) return { ...draft, status: "shown" };
      const isPrimary = isFew || [...Object.values(parts), ...Object.values(wholes)].some(isSmall);
      withheld[isPrimary ? "primary" : "secondary"]++;
      const status = hasWhole && draft.denominator !== null ? "part" : "withheld";
      return {
        ...draft,
        numerator: null,
        value: null,
        denominator: status === "part" ? draft.denominator : null,
        status,
      };
    });
  const isWhole = rows.every(
    ({ by, status, kind }) => by !== null || kind !== "kpi" || status === "shown" || status === "none",
  );
  // How many criteria are met says of a target that is withheld whether it is.
  const isCount = ({ result, status }: PublicRow) => result?.input === "verdicts" && status === "shown" && !isWhole;
  withheld.secondary += rows.filter(isCount).length;
  return {
    rows: rows.map((row) =>
      isCount(row) ? { ...row, numerator: null, denominator: null, value: null, status: "withheld" } : row,
    ),
    least: leastCell,
    withheld,
  };
}

/** What is to be withheld: by column and row, and of a grouping as a whole. */
function protection(drafts: readonly Draft[], { plan: { kpis: own = [] }, basis }: Report) {
  const isHidden = (by: PublicGrouping | null) => by === "channel" && !channelsAreSafe;
  const rowsOf = (by: PublicGrouping) => [...new Set(drafts.flatMap((one) => (one.by === by ? [one.row] : [])))].sort();
  const inTables = publicGroupings.filter((by) => by !== "channel");
  const rows = ["", ...inTables.flatMap(rowsOf)];
  const cells = new Map<string, Map<string, number>>();
  const groupingsOf = new Map<string, Set<PublicGrouping | null>>();
  for (const { row, by, parts, wholes, result } of drafts) {
    for (const [column, count] of Object.entries({ ...parts, ...wholes })) {
      cells.set(column, (cells.get(column) ?? new Map<string, number>()).set(row, count));
      // Of a target of each group the groups that the plan does not name are not none.
      const known = groupingsOf.get(column) ?? new Set();
      groupingsOf.set(column, known.add(result?.each === true ? null : by));
    }
  }
  const names = [...cells.keys()].sort();
  const columns = names.map((name): ColumnCounts => {
    const own = cells.get(name) as Map<string, number>;
    return rows.map((row) => own.get(row) ?? (groupingsOf.get(name)?.has(groupingOf(row)) && row !== "" ? 0 : null));
  });
  const at = (name: string) => names.indexOf(name);
  const sums = sumsOf(names).map(([whole, a, b]) => [at(whole), at(a), at(b)] as const);
  const groupings = inTables.map((by) => rowsOf(by).map((row) => rows.indexOf(row)));
  // What a KPI counts may be among what another one of the same event counts; what it leaves over is named by none but by
  // a KPI of the plan's own, whose condition may be any.
  // Beside such a KPI events that rest on one column are one.
  const columnOf = (event: string) => (own.length === 0 ? event : (basis[event] ?? event));
  const eventOf = new Map(
    drafts.flatMap(({ result }) => (result === null ? [] : [[result.key, columnOf(eventOfKpi(result, own))]])),
  );
  const withOwn = new Set(own.map(({ when }) => columnOf(when)));
  const nested = [...new Set(eventOf.values())].map((event) => {
    const counted = withOwn.has(event) ? / (of|in|out)$/ : / (of|in)$/;
    return names.filter((name) => counted.test(name) && eventOf.get(name.replace(counted, "")) === event).map(at);
  });
  const held = withheldCells({ columns, groupings, sums, nested });
  const isHeld = (column: string, row: string) => {
    const number = rows.indexOf(row);
    return number >= 0 && held[at(column)][number];
  };
  // What KPIs count of one channel only their totals give away: of the channels all is told, or nothing.
  const channelsAreSafe = drafts.every(({ by, parts, wholes }) =>
    Object.entries({ ...parts, ...wholes }).every(
      ([column, count]) => (by !== "channel" || count === 0 || count >= leastCell) && !isHeld(column, ""),
    ),
  );
  return { isHeld, isHidden };
}

/** The event by which cases are of a period; of other rows what they are rows of. */
const eventOfKpi = ({ kpi, input }: Result, own: readonly OwnDefinition[]): string =>
  own.find((one) => one.kpi === kpi)?.when ?? overCases.find(({ id }) => id === kpi)?.when ?? input;

const rowOf = (by: PublicGrouping, name: string) => `${by}:${nameKey(name)}`;

function groupingOf(row: string): PublicGrouping | null {
  return publicGroupings.find((by) => row.startsWith(`${by}:`)) ?? null;
}

/** What adds up to what, of the columns that there are. */
function sumsOf(names: readonly string[]): (readonly [string, string, string])[] {
  const known = new Set(names);
  const ofKpis = names.flatMap((name) => {
    const [, key] = /^(.*) of$/s.exec(name) ?? [];
    return key === undefined ? [] : [[name, `${key} in`, `${key} out`] as const];
  });
  const named = (prefix: string, sums: readonly (readonly [string, string, string])[]) =>
    sums.map(([whole, a, b]) => [`${prefix}.${whole}`, `${prefix}.${a}`, `${prefix}.${b}`] as const);
  return [...ofKpis, ...named("form", formSums), ...named("open", openSums)].filter((sum) =>
    sum.every((name) => known.has(name)),
  );
}

function resultDraft(result: Result): Draft[] {
  const { kpi, key, group, measure, input } = result;
  const by = group === null ? null : (publicGroupings.find((one) => one === group.by) ?? null);
  if (group !== null && (by === null || group.name === null)) return [];
  const row = by === null ? "" : rowOf(by, group?.name ?? "");
  const draft = { kind: "kpi", id: kpi, result, by, group: group?.name ?? null, row } as const;
  const value = measure?.value ?? null;
  const bare = { ...draft, value, numerator: null, denominator: null, parts: {}, wholes: {} };
  switch (measure?.kind) {
    case "ratio": {
      const { numerator, denominator } = measure;
      // Procedures of a catalogue are nobody's cases.
      if (input === "procedures") return [{ ...bare, numerator, denominator }];
      const parts = { [`${key} in`]: numerator, [`${key} out`]: denominator - numerator };
      return [{ ...bare, numerator, denominator, parts, wholes: { [`${key} of`]: denominator } }];
    }
    case "mean":
      return [{ ...bare, denominator: measure.n, wholes: { [`${key} of`]: measure.n } }];
    case "quantile": {
      const { n } = measure;
      // The time of one case, which so many of the others must hide from either side.
      const rank = rankOf(measure, n);
      const isFew = n > 0 && (rank < leastCell || n - rank < leastCell);
      return [{ ...bare, denominator: n, wholes: { [`${key} of`]: n }, isFew }];
    }
    case "reduction": {
      const [inPerson, online] = [measure.inPerson.n, measure.online.n];
      const wholes = { [`${key} of`]: inPerson + online, [`${key} in`]: online, [`${key} out`]: inPerson };
      return [{ ...bare, denominator: inPerson + online, wholes }];
    }
    case "average":
      return [{ ...bare, numerator: measure.sum, denominator: measure.n, parts: { [`${key} sum`]: measure.sum } }];
    case "stated": {
      const { numerator = null, denominator = null } = measure;
      if (numerator === null || denominator === null) return [bare];
      const parts = { [`${key} stated`]: numerator, [`${key} stated out`]: Math.max(0, denominator - numerator) };
      return [{ ...bare, numerator, denominator, parts, wholes: { [`${key} stated of`]: denominator } }];
    }
    default:
      return [bare];
  }
}

/** Figures of one count each, with the sums in between, which stand in no row. */
function countDrafts(
  kind: "form" | "open",
  counts: Readonly<Record<string, number>>,
  between: Readonly<Record<string, number>>,
  by: PublicGrouping | null,
  group: string | null,
): Draft[] {
  const named = Object.fromEntries(Object.entries(between).map(([id, count]) => [`${kind}.${id}`, count]));
  const row = by === null ? "" : rowOf(by, group ?? "");
  const draft = { kind, result: null, by, group, row, numerator: null, denominator: null };
  const hidden = { ...draft, id: "", value: null, parts: named, wholes: {} };
  const shown = Object.entries(counts).map(([id, value]) => {
    return { ...draft, id, value, parts: {}, wholes: { [`${kind}.${id}`]: value } };
  });
  return [...shown, hidden];
}

function formDrafts({ fields, total }: CaseForm): Draft[] {
  const of = (counts: FormRow, by: PublicGrouping | null, field: string | null) => {
    const between = {
      newlyReceived: counts.online + counts.direct,
      inTimeDone: counts.early + counts.onDay,
      notEarly: counts.onDay + counts.late,
    };
    return countDrafts("form", { ...counts }, between, by, field);
  };
  return [...of(total, null, null), ...fields.flatMap(({ field, ...counts }) => of(counts, "field", field))];
}

function openDrafts({ agencies }: OpenCases): Draft[] {
  const of = (open: number, overdue: number, soon: number | null, agency: string | null) =>
    countDrafts(
      "open",
      { open, overdue, ...(soon !== null && { soon }) },
      { notOverdue: open - overdue, ...(soon !== null && { later: open - overdue - soon }) },
      agency === null ? null : "agency",
      agency,
    );
  const sum = (count: (one: OpenCases["agencies"][number]) => number) => agencies.reduce((n, one) => n + count(one), 0);
  const knowsSoon = agencies.every(({ soon }) => soon !== null);
  return [
    ...of(
      sum((one) => one.open),
      sum((one) => one.overdue),
      knowsSoon ? sum((one) => one.soon ?? 0) : null,
      null,
    ),
    ...agencies.flatMap(({ open, overdue, soon, name }) => of(open, overdue, knowsSoon ? soon : null, name)),
  ];
}
