/** Which rows of one id are states of one case, and which of them is told. */
import type { CasesInDoubt } from "../kpis/ground.ts";
import { wordKey } from "../read/words.ts";
import type { Status } from "../records/case.ts";
import { dayOf } from "../time/civil.ts";

/** A time of a case as its row has it. */
export interface WhenOfCase {
  /** Seconds. */
  readonly at: number;
  /** It is a day, of no time. */
  readonly isDay: boolean;
}

/** What a row says of its case, as far as that tells cases and their states apart. */
export interface RowOfCase {
  /** The log, and the row's place in the order of all rows. */
  readonly log: number;
  readonly at: number;
  /** "" where the cell is blank, or says nothing. */
  readonly agency: string;
  /** The code as it is read, so that two spellings of one are one. */
  readonly procedureCode: string;
  readonly procedureName: string;
  /** Null where nobody wrote when it was received, as before a case is. */
  readonly received: WhenOfCase | null;
  readonly submitted: WhenOfCase | null;
  /** The due time, which may contradict the receipt, or the text of one that cannot be read; "" where there is none. */
  readonly due: number | string;
  /** Null where there is none, or where work goes on: what stands there then was promised. */
  readonly returnedAt: number | null;
  readonly finishedAt: number | null;
  /** `unknown` for a word that no table has: whether it comes before or behind another nobody knows. */
  readonly status: Status | "unknown" | null;
}

/** How many rows were given up for another, and why; ids that several cases share, and cases of several receipts. */
export interface SameCases {
  /** An earlier export of the same case. */
  files: number;
  /** A state that knew less: no return, no end, an earlier status. */
  states: number;
  /** The same again. */
  repeated: number;
  /** Ids under which cases stand that differ in two of agency, procedure and day of receipt. */
  sharedIds: number;
  /** Rows given up whose receipt is another than that of the row that is told: steps of a case. */
  steps: number;
  /** Rows of which it is not known whether they are of the case that is told, or of one of their own. */
  apart: number;
}

export function noSameCases(): SameCases {
  return { files: 0, states: 0, repeated: 0, sharedIds: 0, steps: 0, apart: 0 };
}

export function sumOfSame(a: SameCases, b: SameCases): SameCases {
  return {
    files: a.files + b.files,
    states: a.states + b.states,
    repeated: a.repeated + b.repeated,
    sharedIds: a.sharedIds + b.sharedIds,
    steps: a.steps + b.steps,
    apart: a.apart + b.apart,
  };
}

const rank: Readonly<Record<Status, number>> = {
  registered: 0,
  received: 1,
  processing: 2,
  awaiting_supplement: 2,
  awaiting_payment: 2,
  refused: 4,
  withdrawn: 4,
  stopped: 4,
  finished: 3,
  returned: 4,
};

/** As many as one row in twenty, and no fewer, are in doubt. */
const mostOfRows = 20;

/**
 * Whether rows that differ in their receipt are what most rows of one id are: a row a step and not a row a case; or, of
 * other agencies, procedures or due days too, cases whose numbers begin anew in each of them, of which most would be given
 * up. Over several files a receipt may be put right in the later one: those few are no steps.
 */
export function doubtOf(
  { files, states, repeated, steps, apart }: SameCases,
  accounts: readonly { readonly read: number }[],
): CasesInDoubt | null {
  const read = accounts.reduce((sum, account) => sum + account.read, 0);
  const given = files + states + repeated;
  if (2 * apart > given && mostOfRows * apart > read) return "ids-in-doubt";
  return 2 * steps > given && (files === 0 || mostOfRows * steps > read) ? "rows-of-steps" : null;
}

/** Two times of receipt of one case: seconds are lost where a log is saved by a spreadsheet. */
const aMinute = 60;

/** When the two rows began, of one kind: a case is received later than it is submitted. Null where they have none in common. */
function beginningsOf(a: RowOfCase, b: RowOfCase): readonly [WhenOfCase, WhenOfCase] | null {
  if (a.received !== null && b.received !== null) return [a.received, b.received];
  return a.submitted !== null && b.submitted !== null ? [a.submitted, b.submitted] : null;
}

/** Whether two receipts are not the same, as far as they are written. */
function isOtherReceipt(a: RowOfCase, b: RowOfCase): boolean {
  const both = beginningsOf(a, b);
  if (both === null) return isOtherDay(a, b);
  const [one, two] = both;
  return one.isDay || two.isDay ? isOtherDay(a, b) : Math.abs(one.at - two.at) >= aMinute;
}

function isOtherDay(a: RowOfCase, b: RowOfCase): boolean {
  const both = beginningsOf(a, b);
  if (both !== null) return dayOf(both[0].at) !== dayOf(both[1].at);
  // None is received on a day before it is submitted.
  return isReceivedBefore(a, b) || isReceivedBefore(b, a);
}

function isReceivedBefore({ received }: RowOfCase, { submitted }: RowOfCase): boolean {
  return received !== null && submitted !== null && dayOf(received.at) < dayOf(submitted.at);
}

/** When the work on a case began, as far as the row says. */
const startOf = ({ received, submitted }: RowOfCase) => (received ?? submitted)?.at ?? null;

const differs = (one: string, two: string) => one !== "" && two !== "" && wordKey(one) !== wordKey(two);

function isOtherProcedure(a: RowOfCase, b: RowOfCase): boolean {
  return a.procedureCode !== "" && b.procedureCode !== ""
    ? differs(a.procedureCode, b.procedureCode)
    : differs(a.procedureName, b.procedureName);
}

/** When the work ended, as far as the row says. */
const endOf = ({ finishedAt, returnedAt }: RowOfCase) => returnedAt ?? finishedAt;

/**
 * Whether two rows ended at two times, by what both of them say: a case is finished and then returned, so that the finish
 * of the one is no other end than the return that the other has beside the same finish.
 */
function isOtherEnd(a: RowOfCase, b: RowOfCase): boolean {
  if (a.returnedAt !== null && b.returnedAt !== null) return a.returnedAt !== b.returnedAt;
  if (a.finishedAt !== null && b.finishedAt !== null) return a.finishedAt !== b.finishedAt;
  const [one, two] = [endOf(a), endOf(b)];
  return one !== null && two !== null && one !== two;
}

/**
 * Whether two rows that differ in their agency or procedure are one case that was handed on or put right: received at the
 * same time and due on the same, as far as it is written, and not ended at two times.
 */
function isHandedOn(a: RowOfCase, b: RowOfCase): boolean {
  const both = beginningsOf(a, b);
  if (both === null || isOtherReceipt(a, b) || isOtherEnd(a, b)) return false;
  // Many are received on one day.
  return a.due === "" || b.due === "" ? !both.some(({ isDay }) => isDay) : a.due === b.due;
}

/** Whether two rows may be of one case by the days on which they are due, though their days of receipt differ. */
function isDueAlike(row: RowOfCase, last: RowOfCase): boolean {
  if (row.due !== "") return row.due === last.due;
  // What is registered has no due day as yet, and may have its submission for a receipt.
  if (last.due === "" || endOf(row) !== null) return false;
  return row.received !== null && last.received !== null && row.received.at < last.received.at;
}

/**
 * Whether a row that another one of its id stands for may be a case of its own: of another agency or procedure; received on
 * another day, and not due on the same; or a step that ended later than the one that stands.
 */
function isApart(row: RowOfCase, last: RowOfCase): boolean {
  if ((differs(row.agency, last.agency) || isOtherProcedure(row, last)) && !isHandedOn(row, last)) return true;
  if (isOtherDay(row, last) && !isDueAlike(row, last)) return true;
  const [end, lastEnd] = [endOf(row), endOf(last)];
  return isOtherReceipt(row, last) && end !== null && lastEnd !== null && end > lastEnd;
}

/** So many cases of one id that is a word are of none. */
const mostOfAWord = 3;
/** One digit and no other, five times or more, with letters before it or without: 999999999, HS000000. */
const oneDigit = /^(?:\p{L}{1,6}[-._/ ]?)?(\d)\1{4,}$/u;

/**
 * Whether an id stands in place of one: it is a word, or one digit again and again, and stands in rows that were received on several
 * days and are due on several; or it is several words where no row has a day. No list of such words is whole, and a case may
 * well have the number 99999.
 */
export function isInPlaceOfId(id: string, rows: readonly RowOfCase[]): boolean {
  if (rows.length < mostOfAWord || (/\p{N}/u.test(id) && !oneDigit.test(id))) return false;
  const receipts = new Set(rows.map(startOf).map((at) => (at === null ? null : dayOf(at))));
  const dues = new Set(rows.map(({ due }) => due));
  const hasDues = dues.size > 1 || !dues.has("");
  if (!hasDues && receipts.size === 1 && receipts.has(null)) return /\p{L}\s+\p{L}/u.test(id);
  return receipts.size >= mostOfAWord && (!hasDues || dues.size >= mostOfAWord);
}

/** How much a row knows of when its case ended. */
function ends({ returnedAt, finishedAt }: RowOfCase): number {
  return (returnedAt === null ? 0 : 2) + (finishedAt === null ? 0 : 1);
}

/** How late a status is; of an unknown one nobody knows. */
function lateness({ status }: RowOfCase): number {
  return status === null || status === "unknown" ? 0 : 1 + rank[status];
}

/** Whether a row knows less of its case than the one that is told, or says something else of it. */
function isOtherState(row: RowOfCase, last: RowOfCase): boolean {
  if (ends(row) !== ends(last)) return true;
  const isUnknown = row.status === "unknown" || last.status === "unknown";
  return isUnknown ? row.status !== last.status : lateness(row) !== lateness(last);
}

/** Two rows of one id are two cases where they differ in two of agency, procedure and day of receipt. */
function isOther(a: RowOfCase, b: RowOfCase): boolean {
  const differences = [differs(a.agency, b.agency), isOtherProcedure(a, b), isOtherDay(a, b)];
  return differences.filter((one) => one).length >= 2;
}

/**
 * Whether two rows that would be two cases look like steps of one, each at a desk of its own: due on the same, and the one
 * received when the other ended, or on the day after.
 */
function isNextStep(a: RowOfCase, b: RowOfCase): boolean {
  const follows = (first: RowOfCase, next: RowOfCase) => {
    const [end, start] = [endOf(first), startOf(next)];
    return end !== null && start !== null && dayOf(start) - dayOf(end) >= 0 && dayOf(start) - dayOf(end) <= 1;
  };
  return a.due !== "" && a.due === b.due && !isOtherProcedure(a, b) && (follows(a, b) || follows(b, a));
}

/**
 * The rows of one id that another row stands for.
 *
 * @param rows in the order of all rows
 * @param seen is added up
 * @param keepsApart a row that may be of a case of its own is none of them
 */
export function supersededOf(rows: readonly RowOfCase[], seen: SameCases, keepsApart = false): RowOfCase[] {
  const cases: RowOfCase[][] = [];
  for (const row of rows) {
    // Rows that are one case with a third are one case, in whatever order they stand.
    const own = cases.filter((one) => one.some((held) => !isOther(held, row)));
    const joined = [...own.flat(), row].sort((a, b) => a.log - b.log || a.at - b.at);
    for (const one of own) cases.splice(cases.indexOf(one), 1);
    cases.push(joined);
  }
  if (cases.length > 1) {
    seen.sharedIds++;
    const told = cases.map(standing);
    seen.apart += told.filter((one) => told.some((other) => other !== one && isNextStep(one, other))).length;
  }
  return cases.flatMap((states) => {
    const last = standing(states);
    return states.filter((row) => {
      if (row === last) return false;
      if (isApart(row, last)) {
        if (keepsApart) return false;
        seen.apart++;
      }
      if (row.log !== last.log) seen.files++;
      else if (isOtherState(row, last)) seen.states++;
      else seen.repeated++;
      if (isOtherReceipt(row, last)) seen.steps++;
      return true;
    });
  });
}

/**
 * The row that stands for all of one case. A later file tells more than an earlier one; within one the row that knows more:
 * a return before an end before a later status, then the one that stands later. Behind the latest status that is known one
 * that is not may be anything: it stands.
 *
 * @param states in the order of all rows
 */
function standing(states: readonly RowOfCase[]): RowOfCase {
  const { log } = states[states.length - 1];
  const own = states.filter((row) => row.log === log);
  const most = Math.max(...own.map(ends));
  const knowing = own.filter((row) => ends(row) === most);
  const known = knowing.filter(({ status }) => status !== "unknown");
  const latest = Math.max(...known.map(lateness));
  const best = known.findLast((row) => lateness(row) === latest);
  const unknown = knowing.findLast(({ status }) => status === "unknown");
  return best === undefined || (unknown !== undefined && unknown.at > best.at) ? (unknown as RowOfCase) : best;
}
