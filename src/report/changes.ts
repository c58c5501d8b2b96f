/** What is recorded of a report, and what has changed since. */

import type { Bilingual } from "../text/language.ts";
import type { Counts, Report } from "./report.ts";

/** What is held of one log: its figures, verdicts and ledger, and nothing of a case. */
export interface Recorded {
  readonly name: string;
  readonly ledger: Counts;
  readonly issues: readonly { readonly code: string; readonly column: string | null; readonly count: number }[];
  readonly results: readonly RecordedResult[];
  readonly exitCode: number;
}

export interface RecordedResult {
  readonly key: string;
  readonly title: Bilingual;
  readonly group: { readonly by: string; readonly name: string | null } | null;
  readonly value: number | string | null;
  readonly verdict: string | null;
  readonly excluded: Readonly<Record<string, number>>;
}

/** Something that is not as it was; the sentence is made in text/changes.ts. */
export interface Change {
  readonly code: ChangeCode;
  readonly data: Readonly<Record<string, unknown>>;
}

export const changeCodes = [
  "value-changed",
  "verdict-changed",
  "excluded-changed",
  "result-new",
  "result-gone",
  "ledger-changed",
  "issue-changed",
  "exit-code-changed",
  "log-new",
  "log-gone",
  "options-changed",
  "command-changed",
  "version-changed",
  "plan-changed",
  "calendar-changed",
  "input-changed",
  "inputs-changed",
  "report-changed",
] as const;
export type ChangeCode = (typeof changeCodes)[number];

/** What is recorded of the report of one log. */
export function recordOf(name: string, { ledger, results, exitCode }: Report): Recorded {
  const { read, counted, outOfPeriod, duplicates, rejected } = ledger;
  return {
    name,
    ledger: { read, counted, outOfPeriod, duplicates, rejected },
    issues: ledger.issues.map(({ code, column, count }) => ({ code, column, count })),
    results: results.map(({ key, title, group, measure, verdict, excluded }) => {
      return { key, title, group, value: measure?.value ?? null, verdict, excluded };
    }),
    exitCode,
  };
}

/** What of a log is not as it was recorded. */
export function changesOf(before: Recorded, now: Recorded): Change[] {
  const { name } = now;
  const changes: Change[] = [];
  const change = (code: ChangeCode, data: Record<string, unknown>) =>
    changes.push({ code, data: { log: name, ...data } });
  for (const [count, value] of Object.entries(now.ledger)) {
    const was = before.ledger[count as keyof Counts];
    if (was !== value) change("ledger-changed", { count, before: was, now: value });
  }
  pairs(
    before.issues,
    now.issues,
    ({ code, column }) => `${code} ${column}`,
    (was, is) => {
      if (was?.count === is?.count) return;
      const { code, column } = (is ?? was) as Recorded["issues"][number];
      change("issue-changed", { code, column, before: was?.count ?? 0, now: is?.count ?? 0 });
    },
  );
  const keyOf = ({ key, group }: RecordedResult) => `${key} ${group?.by} ${group?.name}`;
  pairs(before.results, now.results, keyOf, (was, is) => {
    const { title, key, group } = (is ?? was) as RecordedResult;
    const told = { title, key, group };
    if (was === undefined) return change("result-new", { ...told, value: is?.value, verdict: is?.verdict });
    if (is === undefined) return change("result-gone", told);
    if (was.value !== is.value) change("value-changed", { ...told, before: was.value, now: is.value });
    if (was.verdict !== is.verdict) change("verdict-changed", { ...told, before: was.verdict, now: is.verdict });
    for (const reason of new Set([...Object.keys(was.excluded), ...Object.keys(is.excluded)])) {
      const [a, b] = [was.excluded[reason] ?? 0, is.excluded[reason] ?? 0];
      if (a !== b) change("excluded-changed", { ...told, reason, before: a, now: b });
    }
  });
  if (before.exitCode !== now.exitCode) {
    change("exit-code-changed", { before: before.exitCode, now: now.exitCode });
  }
  return changes;
}

/** Shows the things of two lists that have one key together, in the order of the second, then what only the first has. */
function pairs<T>(
  before: readonly T[],
  now: readonly T[],
  keyOf: (thing: T) => string,
  show: (was: T | undefined, is: T | undefined) => unknown,
): void {
  const held = new Map(before.map((thing) => [keyOf(thing), thing]));
  for (const thing of now) {
    const key = keyOf(thing);
    show(held.get(key), thing);
    held.delete(key);
  }
  for (const thing of held.values()) show(thing, undefined);
}
