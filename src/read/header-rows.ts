/** The rows of which a header is made: which belong together, what they say of each column, and which only look like one. */
import { isNumbering } from "./numbering.ts";
import { bareKey, partOf, wordKey } from "./words.ts";

/** What the headers of a file can be. */
export interface Headers {
  /** The field that a header stands for; undefined for one that is not known. */
  readonly fieldOf: (header: string) => string | undefined;
  /** Whether a field holds what a small number is not: below a header with one 1, 2, 3 are the numbers of columns. */
  readonly isTime: (field: string) => boolean;
  /** Whether a field is of one row alone, as ids and times are: what a list is filtered by is mostly of many. */
  readonly isOwn?: (field: string) => boolean;
  /** A row with all of these is a header, though it has no two. */
  readonly enough?: readonly string[];
}

/** The cells of a row. */
interface Row {
  readonly cells: readonly string[];
}

/** Titles between a header and the numbers of its columns, at the most. */
const mostTitlesBelow = 2;
/** What names the day itself, below a name that is a day's: "Ngày tiếp nhận" over "Ngày" and "Giờ". */
const dayAlone: ReadonlySet<string> = new Set(["ngay", "ngay thang", "ngay thang nam", "ngay gio", "date", "day"]);

export function isFilledRow({ cells }: Row): boolean {
  return cells.some((cell) => cell !== "");
}

export function fieldsIn(cells: readonly string[], { fieldOf }: Headers): Set<string> {
  return new Set(cells.flatMap((cell) => fieldOf(cell) ?? []));
}

/** The second row of a header names columns: it holds no number and no date. */
export function isLowerHeader(cells: readonly string[]): boolean {
  return isFilledRow({ cells }) && cells.every((cell) => !/\d{2}|\d[./-]\d/.test(cell));
}

/** Whether two rows name other columns in the same places, each by itself: filters and the header below them are not one. */
export function areTwo(above: readonly string[], below: readonly string[], { fieldOf }: Headers): boolean {
  const others = above.filter((upper, i) => {
    const [own, other] = [fieldOf(upper), fieldOf(below[i] ?? "")];
    return own !== undefined && other !== undefined && own !== other && fieldOf(`${upper} ${below[i]}`) === undefined;
  });
  return others.length > 1;
}

/** For each column where the name begins that reaches over it: a merged cell, or the same name in each of its columns. */
function groupsIn(above: readonly string[], width: number): number[] {
  let from = 0;
  return Array.from({ length: width }, (_, i) => {
    const upper = above[i] ?? "";
    if (upper !== "" && upper !== above[from]) from = i;
    return from;
  });
}

/**
 * What two rows of a header say of each column: a merged cell above reaches over the blank ones to its right. Of columns that
 * differ below one name ("Theo quy định", "Thực tế") none is what the name alone would say.
 */
export function merged(above: readonly string[], below: readonly string[], { fieldOf }: Headers): string[] {
  const width = Math.max(above.length, below.length);
  const groups = groupsIn(above, width);
  const isOfSeveral = (i: number) =>
    groups.some((group, j) => {
      const other = below[j] ?? "";
      return group === groups[i] && other !== "" && other !== below[i] && fieldOf(other) === undefined;
    });
  return Array.from({ length: width }, (_, i) => {
    const [upper, lower] = [above[i] ?? "", below[i] ?? ""];
    if (lower === "") return upper;
    const reaching = above[groups[i]] ?? "";
    const both = `${reaching} ${lower}`.trim();
    if (upper !== "" && dayAlone.has(bareKey(wordKey(lower)))) return upper;
    // The fuller name first: "Ngày" and "trả" together are known, and so may be the lower one alone.
    // "Hẹn trả" below "Thời gian giải quyết" is no day.
    const isPart = partOf(lower) !== undefined && fieldOf(reaching) !== undefined;
    const names = [both, ...(isPart ? [] : [lower]), ...(isOfSeveral(i) ? [] : [upper])];
    return names.find((name) => fieldOf(name) !== undefined) ?? both;
  });
}

/**
 * Whether a row tells the columns below one name apart, as the lower row of a header does: it says several things below names
 * that reach over several columns, and nothing below any other. A case has an id.
 */
export function tellsApart(above: readonly string[], below: readonly string[], headers: Headers): boolean {
  if (!isLowerHeader(below)) return false;
  const { fieldOf, isOwn, isTime } = headers;
  const groups = groupsIn(above, Math.max(above.length, below.length));
  const said = new Map<number, Set<string>>();
  for (const [i, lower] of below.entries()) {
    if (lower === "") continue;
    const [group, name] = [groups[i], above[groups[i]] ?? ""];
    if (groups.filter((other) => other === group).length === 1) {
      if (fieldOf(`${name} ${lower}`) === undefined && !/^\(.*\)$/.test(lower)) return false;
      continue;
    }
    const field = fieldOf(name);
    if (name === "" || (field !== undefined && isOwn?.(field) === true && !isTime(field))) return false;
    said.set(group, (said.get(group) ?? new Set()).add(lower));
  }
  return [...said].some(([group, names]) => names.size > 1 && (below[group] ?? "") !== "");
}

/**
 * Whether a row of names and the one row below it, of what was chosen, are the filters of a list whose header follows: that
 * names more, and what was chosen is of no case.
 */
export function areChoice(
  names: readonly string[],
  chosen: readonly string[],
  header: readonly string[],
  headers: Headers,
): boolean {
  const { isOwn, isTime } = headers;
  if (isOwn === undefined) return false;
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== "").length;
  const [upper, lower] = [fieldsIn(names, headers), fieldsIn(header, headers)];
  const ids = names.flatMap((name, i) => {
    const field = headers.fieldOf(name);
    return field !== undefined && isOwn(field) && !isTime(field) ? [chosen[i] ?? ""] : [];
  });
  const isNarrower = filled(names) < filled(header) && upper.size < lower.size;
  const isOfNoCase = ids.length > 0 && upper.size <= lower.size && [...lower].some(isTime) && ![...upper].some(isTime);
  return (isNarrower || isOfNoCase) && filled(chosen) <= filled(names) && ids.every((id) => !/\d/.test(id));
}

/**
 * The place among some rows of that which numbers the columns: the first, or behind titles. An index before the columns
 * goes on there.
 *
 * @returns -1 where none does
 */
export function numberingBelow(rows: readonly Row[], header: readonly string[], headers: Headers): number {
  const hasTimes = [...fieldsIn(header, headers)].some(headers.isTime);
  const isIndexed = headers.fieldOf(header[0] ?? "") === undefined;
  for (const [i, { cells }] of rows.slice(0, mostTitlesBelow + 1).entries()) {
    if (isNumbering(cells, hasTimes)) return i;
    if (isIndexed && /^\d+$/.test(cells[0]) && isNumbering(cells.slice(1), hasTimes)) return i;
    const filled = cells.filter((cell) => cell !== "");
    if (filled.length > 1 || /\d{5}|\d[./-]\d/.test(filled[0]) || !/\p{L}{2}.*\s/u.test(filled[0])) return -1;
  }
  return -1;
}
