/** Which rows of one id are states of one case, and which of them is told. */
import type { CasesInDoubt } from "../kpis/ground.ts";
import { wordKey } from "../read/words.ts";
import type { Status } from "../records/case.ts";
import { dayOf } from "../time/civil.ts";

/** What a row says of its case, as far as that tells cases and their states apart. */
export interface RowOfCase {
  /** The log, and the row's place in the order of all rows. */
  readonly log: number;
  readonly at: number;
  readonly agency: string;
  readonly procedure: string;
  /** Seconds; null where nobody wrote when it was received. */
  readonly receivedAt: number | null;
  /** The due time as it stands there, which may contradict the receipt; "" where there is none. */
  readonly due: string;
  readonly isReturned: boolean;
  readonly isFinished: boolean;
  readonly status: Status | null;
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
  /** Rows of those states and repetitions whose receipt is another than that of the row that is told: steps of a case. */
  steps: number;
  /** Rows whose day of receipt is another, and whose due day is not known to be the same: other cases, it may be, of one id. */
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
 * other due days too, cases whose numbers begin anew each month or in each file, of which most would be given up.
 */
export function doubtOf(
  { files, states, repeated, steps, apart }: SameCases,
  accounts: readonly { readonly read: number }[],
): CasesInDoubt | null {
  const read = accounts.reduce((sum, account) => sum + account.read, 0);
  if (2 * apart > files + states + repeated && mostOfRows * apart > read) return "ids-in-doubt";
  return steps > 0 && 2 * steps > states + repeated ? "rows-of-steps" : null;
}

/** Whether two rows of one id may be two cases: received on two days, and not due on the same. */
function isApart(a: RowOfCase, b: RowOfCase): boolean {
  if (a.receivedAt === null || b.receivedAt === null || dayOf(a.receivedAt) === dayOf(b.receivedAt)) return false;
  return a.due === "" || a.due !== b.due;
}

/** How much a row knows of its case: a return before an end before a later status. */
function knowledge({ isReturned, isFinished, status }: RowOfCase): number {
  return (isReturned ? 20 : 0) + (isFinished ? 10 : 0) + (status === null ? 0 : 1 + rank[status]);
}

/** Two rows of one id are two cases where they differ in two of agency, procedure and day of receipt. */
function isOther(a: RowOfCase, b: RowOfCase): boolean {
  const differs = (one: string, two: string) => one !== "" && two !== "" && wordKey(one) !== wordKey(two);
  const [first, second] = [a.receivedAt, b.receivedAt];
  const differences = [
    differs(a.agency, b.agency),
    differs(a.procedure, b.procedure),
    first !== null && second !== null && dayOf(first) !== dayOf(second),
  ];
  return differences.filter((one) => one).length >= 2;
}

/**
 * The rows of one id that another row stands for.
 *
 * @param rows in the order of all rows
 * @param seen is added up
 */
export function supersededOf(rows: readonly RowOfCase[], seen: SameCases): RowOfCase[] {
  const cases: RowOfCase[][] = [];
  for (const row of rows) {
    // Rows that are one case with a third are one case, in whatever order they stand.
    const own = cases.filter((one) => one.some((held) => !isOther(held, row)));
    const joined = [...own.flat(), row].sort((a, b) => a.log - b.log || a.at - b.at);
    for (const one of own) cases.splice(cases.indexOf(one), 1);
    cases.push(joined);
  }
  if (cases.length > 1) seen.sharedIds++;
  return cases.flatMap((states) => {
    const last = states.reduce((held, row) => (isLater(held, row) ? row : held));
    return states.filter((row) => {
      if (row === last) return false;
      if (isApart(row, last)) seen.apart++;
      if (row.log !== last.log) seen.files++;
      else {
        if (knowledge(row) < knowledge(last)) seen.states++;
        else seen.repeated++;
        if (row.receivedAt !== last.receivedAt) seen.steps++;
      }
      return true;
    });
  });
}

/** A later file tells more than an earlier one; within one the row that knows more, then the one that stands later. */
function isLater(held: RowOfCase, row: RowOfCase): boolean {
  if (row.log !== held.log) return row.log > held.log;
  return knowledge(row) >= knowledge(held);
}
