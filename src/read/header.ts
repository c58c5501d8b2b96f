/** What the columns of a log are called, and what each of them stands for. */
import { type Field, fieldKinds, fieldOf } from "../records/case.ts";
import { headerOfSheet } from "./head.ts";
import type { Headers } from "./header-rows.ts";
import {
  type HeaderMeaning,
  headerMeaning,
  headerTable,
  longestHeader,
  unitIn,
  withoutMarks,
  wordKey,
} from "./words.ts";

/** `--map`: a field's English id (a duration's with its unit) and the header that it has in this log. */
export type HeaderMap = ReadonlyMap<string, string>;

/** The headers of a log. */
export function logHeaders(map: HeaderMap): Headers {
  return {
    fieldOf: (header) => meaningOf(header, map)?.field,
    isTime: (field) => fieldKinds[field as Field] === "time",
    isOwn: (field) => field === "caseId" || fieldKinds[field as Field] === "time",
  };
}

export function meaningOf(header: string, map: HeaderMap): HeaderMeaning | undefined {
  if (header.length > longestHeader) return undefined;
  // A row is looked at alone and as part of taller headers, and the same again for each delimiter.
  const known = meanings.get(map) ?? new Map<string, HeaderMeaning | undefined>();
  meanings.set(map, known);
  if (!known.has(header)) known.set(header, meaningBy(header, map));
  return known.get(header);
}

const meanings = new WeakMap<HeaderMap, Map<string, HeaderMeaning | undefined>>();

function meaningBy(header: string, map: HeaderMap): HeaderMeaning | undefined {
  // The cells of rows are asked too: no word of the table is without a letter.
  if (map.size === 0 && !/\p{L}/u.test(header)) return undefined;
  const key = wordKey(header);
  if (key === "") return undefined;
  for (const [id, mapped] of map) {
    if (wordKey(mapped) !== key) continue;
    const known = headerTable().get(wordKey(id)) ?? { field: fieldOf(id) as Field };
    return { ...known, rank: -1 };
  }
  return headerMeaning(header);
}

/** A column by which the headers of two sheets are held against each other. */
export interface HeaderCell {
  readonly text: string;
  /** Its words without case, marks and spaces beside them. */
  readonly key: string;
  readonly field: Field | null;
  /** Seconds in the unit of a duration. */
  readonly unit: number | null;
  /** Where it stands among its field's headers. */
  readonly rank: number;
}

/** The header of a sheet: its first row and the last, with the numbers of its columns below, from 1. */
export interface SheetHeader {
  readonly first: number;
  readonly last: number;
  /** None of a small table, whose header is held against others as a whole, by its key. */
  readonly cells: readonly HeaderCell[];
  readonly key: string;
  /** How many columns are known. */
  readonly fields: number;
}

/** The header among the first rows of a log's sheet, as CSV; null without one. */
export function headerIn(head: Uint8Array, map: HeaderMap): SheetHeader | null {
  const found = headerOfSheet(head, logHeaders(map));
  if (found === null) return null;
  const cells = found.cells.map((text) => {
    const { field = null, unit = null, rank = 0 } = meaningOf(text, map) ?? {};
    const isDuration = field !== null && fieldKinds[field] === "duration";
    const key = wordKey(withoutMarks(text));
    return { text, key, field, unit: isDuration ? (unit ?? unitIn(text) ?? null) : null, rank };
  });
  return { ...found, cells, key: "", fields: cells.filter(({ field }) => field !== null).length };
}

/** Columns that a catalogue has as well: a log of these alone shows no case. */
export const fieldsOfProcedures: readonly Field[] = [
  "procedureCode",
  "procedureName",
  "field",
  "agency",
  "serviceLevel",
];
