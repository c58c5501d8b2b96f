/**
 * Tables and sheets without a header that go on with one that has it: report tools repeat a table for each printed page and
 * put the head on the first alone, grids keep it in a table of its own, and an export that is too long for a sheet goes on in
 * the next.
 */
import { fieldKinds } from "../../records/case.ts";
import { delimiters, headRowsOf } from "../head.ts";
import { timeFormOf } from "../shapes.ts";
import type { Body, Head } from "./union.ts";

/** Of a small table, whose rows are not known by dates, and of one without any. */
export const noBody: Body = { rows: 0, filled: [], dates: [] };

/** A date of any writing; a year of two digits is one here too. */
const isDate = (cell: string) => timeFormOf(cell) !== "other" || /^\d{1,2}[./-]\d{1,2}[./-]\d{2}(?!\d)/.test(cell);

/** Looks at the first rows of a sheet, as CSV, behind so many of them. */
export function bodyOf(head: string, behind: number): Body {
  const bytes = new TextEncoder().encode(head);
  const rows = headRowsOf(bytes, 0, bytes.length, true, delimiters[0])
    .slice(behind)
    .map(({ cells }) => cells)
    .filter((cells) => cells.filter((cell) => cell !== "").length > 1);
  if (rows.length === 0) return noBody;
  const width = Math.max(...rows.map(({ length }) => length));
  const count = (is: (cell: string) => boolean) =>
    Array.from({ length: width }, (_, i) => rows.filter((cells) => is(cells[i] ?? "")).length);
  return { rows: rows.length, filled: count((cell) => cell !== ""), dates: count(isDate) };
}

/** Whether some column is mostly of dates, as that of a log is; a calendar or a menu has none. */
export function holdsDates({ body }: Head): boolean {
  return body.rows > 1 && body.dates.some((n) => 2 * n > body.rows);
}

/**
 * Whether a sheet without a header goes on with one that has it: it is no wider, its columns of times hold dates and nothing
 * else, its ids are there and most of what the first has, and no other column has dates that has none in the first. Where a log has no column of times
 * nothing shows that a row is a case.
 */
function goesOn({ header, body, width }: Head, of: Head): boolean {
  if (header !== null || of.header === null || body.rows === 0 || width > of.width) return false;
  const { cells } = of.header;
  const at = (is: (kind: string, field: string) => boolean) =>
    cells.flatMap(({ field }, i) => (field !== null && is(fieldKinds[field], field) ? [i] : []));
  const times = at((kind) => kind === "time");
  const sum = (counts: readonly number[]) => times.reduce((total, i) => total + (counts[i] ?? 0), 0);
  const isDated = times.some((i) => 2 * (body.dates[i] ?? 0) > body.rows);
  if (!isDated || sum(body.dates) * 10 < sum(body.filled) * 9) return false;
  const [id] = at((_, field) => field === "caseId");
  if (id !== undefined && (body.filled[id] ?? 0) * 10 < body.rows * 9) return false;
  // A page line with its date is no case: of what each row above has, most is there.
  const isMostly = ({ rows, filled }: Body, i: number) => 2 * (filled[i] ?? 0) > rows;
  const usual = cells.flatMap((_, i) => (of.body.rows === 0 || isMostly(of.body, i) ? [i] : []));
  if (2 * usual.filter((i) => isMostly(body, i)).length < usual.length) return false;
  return body.dates.every((n, i) => {
    return times.includes(i) || 2 * n <= body.rows || of.body.rows === 0 || 2 * (of.body.dates[i] ?? 0) > of.body.rows;
  });
}

/** For each sheet the one that it goes on with: the nearest before it that has a header and that it fits; null for none. */
export function continuedIn(heads: readonly Head[]): (number | null)[] {
  const headed: number[] = [];
  return heads.map((head, i) => {
    if (head.header !== null) headed.push(i);
    return headed.findLast((one) => goesOn(head, heads[one])) ?? null;
  });
}

/** The head of a sheet that goes on with another: its columns are that one's, and it has no row of them. */
export function headOfRest(head: Head, { header }: Head): Head {
  return { ...head, header: header && { ...header, first: 0, last: 0 } };
}
