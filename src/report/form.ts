/** Form II.06a/VPCP/KSTT and the open cases of a period, from what came in, went out and is open (flow.ts). */
import { Bug } from "../errors.ts";
import type { Ground } from "../kpis/ground.ts";
import { inVietnamese } from "../measures/names.ts";
import type { Field } from "../records/case.ts";
import { btpCounts } from "../tally/btp.ts";
import {
  type FlowCounts,
  type FlowKind,
  type FlowState,
  keyOf,
  mergeCounts,
  openOf,
  standing,
} from "../tally/caseload.ts";
import { sameNames } from "../tally/same-names.ts";
import type { DayRange } from "../time/civil.ts";
import { isoDate } from "../time/civil.ts";
import { halfMonthOf, lastDayOfHalfMonth } from "../time/half-month.ts";
import { btpOf, isToldOfBtp } from "./btp.ts";
import type { CaseForm, FormRow, OpenCases } from "./report.ts";

/** When the form speaks. */
export interface FormTime {
  /** Of whole half-months. */
  readonly period: DayRange;
  /** The last day of which the log speaks. */
  readonly upTo: number | null;
  /** The last day that is due soon at the end of a day; null where the calendar does not say. */
  readonly soonUntil: (day: number) => number | null;
}

/** The day at whose end open cases are looked at: the period's last, or that up to which the log goes. */
export function momentOf({ period, upTo }: FormTime): number {
  return Math.min(period.to, upTo ?? period.to);
}

const stocks = ["openInTime", "openSoon", "openOverdue", "openWithoutDue"] as const satisfies readonly FlowKind[];
type Stock = Record<(typeof stocks)[number], number>;

/** What is open at the end of a half-month, as it stands at the end of a day. */
function stockAt({ counts, open }: FlowCounts, halfMonth: number, day: number, soonUntil: number | null): Stock {
  const stock = Object.fromEntries(stocks.map((kind) => [kind, counts.get(keyOf(halfMonth, kind)) ?? 0])) as Stock;
  for (const [key, n] of open) {
    const { halfMonth: received, dueAt } = openOf(key);
    if (received <= halfMonth) stock[standing(dueAt, day, soonUntil) as keyof Stock] += n;
  }
  return stock;
}

/**
 * How many cases were past due at the end of a period and were done behind it; null where nobody knows: the log ends with
 * the period or before it, the period ends within a half-month, or a column is missing.
 */
export function doneLaterOf(
  flow: FlowState | null,
  { to }: DayRange,
  upTo: number | null,
  { events }: Pick<Ground, "events">,
): number | null {
  const at = halfMonthOf(to);
  const isKnown = events.received !== null && events.completed !== null && lastDayOfHalfMonth(at) === to;
  if (flow === null || upTo === null || upTo <= to || !isKnown) return null;
  // Those without an end are counted by themselves.
  return [...flow.byField.values()].reduce((sum, { counts }) => sum + (counts.get(keyOf(at, "openOverdue")) ?? 0), 0);
}

const all = (stock: Stock) => stocks.reduce((sum, kind) => sum + stock[kind], 0);

interface Counted {
  readonly row: FormRow;
  readonly endedWithoutTime: number;
  readonly endedWithoutTimeBefore: number;
  readonly outside: number;
  readonly unreadable: number;
  readonly unreadableBefore: number;
  readonly withoutReceipt: number;
  readonly withoutChannel: number;
  readonly resolvedWithoutDue: number;
  readonly openWithoutDue: number;
}

function counted(own: FlowCounts, time: FormTime): Counted {
  const from = halfMonthOf(time.period.from);
  const to = halfMonthOf(time.period.to);
  const sum = (kind: FlowKind) => {
    let n = 0;
    for (let at = from; at <= to; at++) n += own.counts.get(keyOf(at, kind)) ?? 0;
    return n;
  };
  const before = (kind: FlowKind) => {
    let n = 0;
    for (let at = 0; at < from; at++) n += own.counts.get(keyOf(at, kind)) ?? 0;
    return n;
  };
  const carriedOver = all(stockAt(own, from - 1, time.period.from - 1, null));
  const stock = stockAt(own, to, momentOf(time), null);
  const online = sum("receivedOnline");
  const direct = sum("receivedDirect") + sum("receivedUnknown");
  const resolvedWithoutDue = sum("resolvedWithoutDue");
  const [early, onDay, late] = [sum("early"), sum("onDay") + resolvedWithoutDue, sum("late")];
  const overdue = stock.openOverdue;
  const inTime = all(stock) - overdue;
  const row = {
    received: online + direct + carriedOver,
    online,
    direct,
    carriedOver,
    resolved: early + onDay + late,
    early,
    onDay,
    late,
    open: inTime + overdue,
    inTime,
    overdue,
  };
  // Columns 4 to 6 come from one count of each case, 8 to 10 from another, 12 and 13 from a third.
  if (row.received !== row.resolved + row.open) throw new Bug("form II.06a does not balance: 3 = 7 + 11");
  return {
    row,
    endedWithoutTime: sum("endedWithoutTime"),
    endedWithoutTimeBefore: before("endedWithoutTime"),
    outside: sum("outside"),
    unreadable: sum("unreadable"),
    unreadableBefore: before("unreadable"),
    withoutReceipt: sum("withoutReceipt"),
    withoutChannel: sum("receivedUnknown"),
    resolvedWithoutDue,
    openWithoutDue: stock.openWithoutDue,
  };
}

/** Counts by name, those of names that differ by case or spacing only together; the spellings that are told of decide. */
function joined(
  groups: ReadonlyMap<string, FlowCounts>,
  isTold: (own: FlowCounts) => boolean,
  besides: ReadonlyMap<string, FlowCounts> = new Map(),
  isToldBeside: (beside: FlowCounts) => boolean = () => false,
): (readonly [name: string, own: FlowCounts, beside: FlowCounts])[] {
  const nothing: FlowCounts = { counts: new Map(), open: new Map() };
  const of = (from: ReadonlyMap<string, FlowCounts>, names: readonly string[]) => {
    const sum: FlowCounts = { counts: new Map(), open: new Map() };
    for (const name of names) mergeCounts(sum, from.get(name) ?? nothing);
    return sum;
  };
  const all = new Set([...groups.keys(), ...besides.keys()]);
  // The others stand behind, and give no name to one that is told of; nor does form 07a/BTP to one of II.06a.
  const ranks = [
    [...all].filter((name) => isTold(groups.get(name) ?? nothing)),
    [...besides].filter(([, beside]) => isToldBeside(beside)).map(([name]) => name),
  ].map((told) => new Map(sameNames(told).flatMap((names) => names.map((name) => [name, names[0]] as const))));
  return sameNames(all).map((names) => {
    const name = ranks.flatMap((rank) => names.flatMap((one) => rank.get(one) ?? [])).at(0) ?? names[0];
    return [name, of(groups, names), of(besides, names)];
  });
}

/**
 * The form of a period, by field.
 *
 * @param fields that every log has, where form 07a/BTP is asked for beside it
 * @throws Bug when its columns do not add up
 */
export function formOf({ byField, btp }: FlowState, time: FormTime, fields: readonly Field[] | null = null): CaseForm {
  const columns = Object.keys(emptyRow) as (keyof FormRow)[];
  const isTold = ({ row }: Counted) => columns.some((column) => row[column] !== 0);
  const besideOf = (beside: FlowCounts) => btpCounts(beside, momentOf(time));
  const isToldOf = (own: FlowCounts) => isTold(counted(own, time));
  const rows = joined(byField, isToldOf, btp, (beside) => isToldOfBtp(besideOf(beside)))
    .map(([field, own, beside]) => ({ field, ...counted(own, time), beside: besideOf(beside) }))
    .sort((a, b) => inVietnamese(a.field, b.field));
  const total = (of: (one: Counted) => number) => rows.reduce((sum, one) => sum + of(one), 0);
  return {
    asOf: isoDate(momentOf(time)),
    fields: rows.filter(isTold).map(({ field, row }) => ({ field, ...row })),
    total: Object.fromEntries(columns.map((column) => [column, total(({ row }) => row[column])])) as unknown as FormRow,
    endedWithoutTime: total((one) => one.endedWithoutTime),
    endedWithoutTimeBefore: total((one) => one.endedWithoutTimeBefore),
    outside: total((one) => one.outside),
    unreadable: total((one) => one.unreadable),
    unreadableBefore: total((one) => one.unreadableBefore),
    withoutReceipt: total((one) => one.withoutReceipt),
    withoutDue: {
      resolved: total((one) => one.resolvedWithoutDue),
      open: total((one) => one.openWithoutDue),
    },
    withoutChannel: total((one) => one.withoutChannel),
    ...(fields !== null && { btp: btpOf(rows, btp === undefined ? null : fields) }),
  };
}

/** Of a field without a case. */
export const emptyRow: FormRow = {
  received: 0,
  online: 0,
  direct: 0,
  carriedOver: 0,
  resolved: 0,
  early: 0,
  onDay: 0,
  late: 0,
  open: 0,
  inTime: 0,
  overdue: 0,
};

/** The open cases at the end of a period, by agency; those with most overdue first. */
export function openCasesOf({ byAgency }: FlowState, time: FormTime): OpenCases {
  const day = momentOf(time);
  const soonUntil = time.soonUntil(day);
  const stockOf = (own: FlowCounts) => stockAt(own, halfMonthOf(time.period.to), day, soonUntil);
  const agencies = joined(byAgency, (own) => all(stockOf(own)) !== 0)
    .map(([name, own]) => {
      const stock = stockOf(own);
      return {
        name,
        open: all(stock),
        overdue: stock.openOverdue,
        soon: soonUntil === null ? null : stock.openSoon,
      };
    })
    .filter(({ open }) => open !== 0)
    .sort((a, b) => b.overdue - a.overdue || (b.soon ?? 0) - (a.soon ?? 0) || inVietnamese(a.name, b.name));
  return { asOf: isoDate(day), soonUntil: soonUntil === null ? null : isoDate(soonUntil), agencies };
}
