/** What of a log nobody reads, and what its headers and words come near: offered to whoever says what they mean. */

import type { OverCases } from "../kpis/kpi.ts";
import { mapName, nearMeanings } from "../read/near.ts";
import { isEncodedAnew } from "../read/twice.ts";
import { codesOf, isErrorWord, wordKey } from "../read/words.ts";
import { type Field, type FieldOf, fieldOf, snake } from "../records/case.ts";
import type { Account } from "./account.ts";

/** Options that would read headers as one of the fields that they come near. */
export function mapsNear(headers: readonly string[], fields: readonly string[]): string[] {
  if (fields.length === 0) return [];
  return [...new Set(headers)].flatMap((header) => {
    const near = nearMeanings(header).find(({ field }) => fields.includes(snake(field)));
    return near === undefined ? [] : [`--map ${mapName(near)}="${header}"`];
  });
}

/** The codes of a column, to one of which an unknown word of it may be mapped. No word is meant by an error of Excel's, nor by letters that are not as they were. */
export function meantBy(field: Field, word: string): string[] {
  return isErrorWord(word) || isEncodedAnew(word) ? [] : codesOf(field as FieldOf<"word" | "yesNo">).map(String);
}

/** The faults of columns of which no date can be read; an error is no form in which anybody writes dates. */
export function unreadDates({ issues, dates }: Account): Account["issues"][number][] {
  return issues.filter(({ code, field, value }) => {
    const own = code === "bad-time" && field !== null ? dates.get(field) : undefined;
    return own !== undefined && own.timed + own.dated === 0 && !isErrorWord(value ?? "");
  });
}

/** Words that were given a meaning and that no row of the logs has, of columns that a KPI reads or that no log has. */
export function unmetWords<W extends { readonly id: string; readonly word: string }>(
  accounts: readonly Account[],
  given: readonly W[],
  kpis: readonly OverCases<unknown>[],
): W[] {
  const read = new Set<Field>(["channel", "status", ...kpis.flatMap(({ needs }) => needs as Field[])]);
  return given.filter(({ id, word }) => {
    const field = fieldOf(id) as Field;
    const sign = `${field}:${wordKey(word)}` as const;
    const isThere = accounts.some(({ layout }) => layout.columns.some((column) => column.field === field));
    return (read.has(field) || !isThere) && !accounts.some(({ signs }) => signs.has(sign));
  });
}
