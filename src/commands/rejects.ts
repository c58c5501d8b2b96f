/** The rejects file: one row a fault, for `kpi check` and `kpi validate`. */
import { cell } from "../render/delimited.ts";
import { checkMessages, issueMessages } from "../text/issues.ts";
import type { Language } from "../text.ts";

export const rejectColumns = ["file", "line", "record", "column", "code", "message", "value", "superseded"];

/** A fault as it is written: of a check of several cells there is no value. */
export interface RejectedCell {
  readonly log: string;
  readonly line: number;
  readonly record: number;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly superseded: boolean;
}

export function rejectRow(fault: RejectedCell, language: Language): string {
  const { log, line, record, column, code, value, superseded } = fault;
  const known: Readonly<Record<string, { vi: string; en: string }>> = { ...issueMessages, ...checkMessages };
  const message = known[code]?.[language] ?? code;
  return `${[log, line, record === 0 ? null : record, column, code, message, value, superseded].map(cell).join(",")}\r\n`;
}
