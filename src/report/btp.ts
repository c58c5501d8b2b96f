/** Form 07a/BTP of a period: form II.06a's cases in more columns, and beside them those that II.06a leaves out. */
import { Bug } from "../errors.ts";
import type { Field } from "../records/case.ts";
import { type BtpColumn, type BtpForm, type BtpRow, btpColumns } from "../records/forms.ts";
import type { btpCounts } from "../tally/btp.ts";
import type { FormRow } from "./report.ts";

type Beside = ReturnType<typeof btpCounts>;

/** A field by form II.06a, and what form 07a/BTP has beside. */
interface FieldOfBtp {
  readonly field: string;
  readonly row: FormRow;
  readonly endedWithoutTime: number;
  readonly withoutReceipt: number;
  readonly beside: Beside;
}

/** Whether a field has something that form II.06a has not: a note alone is no row. */
export function isToldOfBtp({ waiting, notAccepted, stopped, withdrawn }: Beside): boolean {
  return [waiting, notAccepted, stopped, withdrawn].some((n) => n !== 0);
}

/** The columns of which nobody knows without the log's column. */
const needed: readonly (readonly [field: Field, columns: readonly BtpColumn[]])[] = [
  ["channel", ["direct", "onlineFull", "onlinePartial", "postal", "onlineOther"]],
  ["serviceLevel", ["onlineFull", "onlinePartial", "onlineOther"]],
  ["status", ["waitingInTime", "waitingLate", "notAccepted", "stopped", "withdrawn"]],
  ["dueAt", ["waitingInTime", "waitingLate"]],
  ["apology", ["lateApologised", "lateWithout"]],
  ["paymentMethod", ["payments", "paidOnline", "paidInPerson"]],
];

/**
 * @param fields that every log has; null of parts, which keep what form II.06a has
 * @throws Bug when its columns do not come to those of form II.06a
 */
export function btpOf(rows: readonly FieldOfBtp[], fields: readonly Field[] | null): BtpForm {
  const total = (of: (beside: Beside) => number) => rows.reduce((sum, { beside }) => sum + of(beside), 0);
  const waitingWithoutDue = total((one) => one.waitingWithoutDue);
  const lacks = new Set<BtpColumn>([
    // No log says whose case was taken in for another place.
    "boundaryless",
    ...needed.flatMap(([field, columns]) => (fields?.includes(field) === true ? [] : columns)),
    // What waits has a due time in few logs: without it no case is in time.
    ...(waitingWithoutDue > 0 ? (["waitingInTime", "waitingLate"] as const) : []),
  ]);
  const blank = btpColumns.filter((id) => lacks.has(id));
  const told = rows.map((one) => ({ field: one.field, cells: cellsOf(one, fields !== null) }));
  const rowOf = (number: (id: BtpColumn) => number) =>
    Object.fromEntries(btpColumns.map((id) => [id, lacks.has(id) ? null : number(id)])) as BtpRow;
  return {
    orderVerified: false,
    fields: told
      .filter(({ cells }) => btpColumns.some((id) => !lacks.has(id) && cells[id] !== 0))
      .map(({ field, cells }) => ({ field, ...rowOf((id) => cells[id]) })),
    total: rowOf((id) => told.reduce((sum, { cells }) => sum + cells[id], 0)),
    blank,
    isOfParts: fields === null,
    waiting: total((one) => one.waiting),
    waitingWithoutDue,
    withoutLevel: total((one) => one.withoutLevel),
    transfers: total((one) => one.transfers),
    unreadablePayments: total((one) => one.unreadablePayments),
    endedAndResolved: total((one) => one.endedAndResolved),
    endedWithoutTime: total((one) => one.endedWithoutTime),
    withoutReceipt: total((one) => one.withoutReceipt),
    withoutDay: total((one) => one.withoutDay),
  };
}

function cellsOf({ row, beside }: FieldOfBtp, isKept: boolean): Record<BtpColumn, number> {
  const { direct, postal, onlineFull, onlinePartial, onlineOther, lateApologised, lateWithout } = beside;
  // One count of each case stands in both forms.
  const isSame =
    row.direct === direct + postal &&
    row.online === onlineFull + onlinePartial + onlineOther &&
    row.late === lateApologised + lateWithout;
  if (isKept && !isSame) throw new Bug("form 07a/BTP does not come to form II.06a");
  const { waiting, waitingLate, notAccepted, stopped, withdrawn, paidOnline, paidInPerson } = beside;
  return {
    ...{ waitingInTime: waiting - waitingLate, waitingLate, notAccepted, stopped, withdrawn },
    ...{ received: row.received, direct, onlineFull, onlinePartial, postal, onlineOther },
    ...{ carriedOver: row.carriedOver, boundaryless: 0 },
    ...{ resolved: row.resolved, resolvedInTime: row.early + row.onDay, lateApologised, lateWithout },
    ...{ open: row.open, inTime: row.inTime, overdue: row.overdue },
    ...{ payments: paidOnline + paidInPerson, paidOnline, paidInPerson },
  };
}
