import { UserError } from "../errors.ts";
import { allFields, type Field, fieldKinds, snake } from "../records/case.ts";
import { isBlankWord } from "./blanks.ts";
import { type DayAndTime, dayAndTimeColumns } from "./day-and-time.ts";
import { namesUnit } from "./decode.ts";
import { fillersFrom } from "./fillers.ts";
import { type FileHead, headOfFile, headRows, headRowsOf, type Refusals, sampleRows } from "./head.ts";
import { type HeaderMap, logHeaders, meaningOf } from "./header.ts";
import { orderIn } from "./header-forms.ts";
import { mapName, nearMeanings } from "./near.ts";
import { type KindOfIds, kindOfIds } from "./odd-ids.ts";
import { lineEnds } from "./scan.ts";
import type { Source } from "./source.ts";
import { bareKey, type HeaderMeaning, unitIn, unitlessMeaning, wordKey } from "./words.ts";

/** A column of the log that a field claims. */
export interface Column {
  readonly field: Field;
  /** Its place in a row, from 0. */
  readonly index: number;
  readonly header: string;
  /** Seconds in the unit of a duration; 0 where each cell names its own. */
  readonly unit?: number;
  /** The order of day and month that the header itself says; it speaks of this log alone. */
  readonly order?: "dmy" | "mdy";
  /** Its midnights are days, however those of other logs are read. */
  readonly isOfDays?: true;
}

/** What the head of a log says of the rest: plain data, so that threads share it. */
export interface Layout extends Omit<FileHead, "cells" | "end"> {
  /** The offset of the first byte behind the header row and the rows passed over below it. */
  readonly start: number;
  /** The line of the log that begins there, from 1. */
  readonly startLine: number;
  /** Cells of a row: at most, and without the trailing ones whose header is blank. */
  readonly width: number;
  readonly least: number;
  readonly columns: readonly Column[];
  /** The offset of the first row of a template that was filled down behind the last case. */
  readonly fillersFrom?: number | undefined;
  /** The headers that no field claims; their cells are not read. */
  readonly unread: readonly string[];
  /** Columns whose field is taken by a header that ranks before theirs. */
  readonly secondary: readonly { readonly header: string; readonly field: Field; readonly taken: string }[];
  /** Days and times of day that stand in two columns; in the log as it is read they are put together. */
  readonly dayAndTime: readonly DayAndTime[];
  /** Headers of times of day that were put together with no day, though days without a time stand there. */
  readonly timesApart: readonly string[];
  /** The first column numbers the rows: it has no name, or one of a number. */
  readonly isIndexed?: true;
  /** Of a log without times: what its ids have in common. */
  readonly ids?: KindOfIds;
}

/** What a column of running numbers is called, without marks. */
const indexName = /^(?:unnamed: ?\d+|stt|s\.t\.t\.?|tt|so tt|so thu tu|no\.?|#|index|row(?: no\.?| number)?)?$/;

const headBytes = 1 << 18;

/**
 * Finds the delimiter, the header row and the columns of a log.
 *
 * @param delimiter the one that the user gave; null to find it
 * @throws UserError `no-columns`, `delimiter-in-doubt`, what `headOfFile` throws, `same-header`, `unit-missing`, `no-rows`
 */
export function layoutOf(source: Source, map: HeaderMap, delimiter: string | null): Layout {
  const bytes = source.bytesOf(0, Math.min(headBytes, source.size));
  const final = bytes.length === source.size;
  const file = source.name;
  const refusals: Refusals = {
    unknown: (cells) => new UserError("no-columns", { file, ...nearestHeaders(cells) }),
    inDoubt: "delimiter-in-doubt",
  };
  const { cells, end, ...head } = headOfFile(file, bytes, final, logHeaders(map), refusals, delimiter);
  if (source.size <= end) throw new UserError("no-rows", { file });
  const below = (most: number) => headRowsOf(bytes, end, bytes.length, final, head.delimiter, most);
  const { columns, secondary } = resolve(file, cells, map, head.headerLine, (column) => {
    const filled = below(sampleRows).flatMap(({ cells: own }) => (isBlankWord(own[column] ?? "") ? [] : [own[column]]));
    const named = filled.filter((cell) => cell !== "" && namesUnit(cell)).length;
    return 2 * named > filled.filter((cell) => cell !== "").length;
  });
  let least = cells.length;
  while (least > 0 && cells[least - 1] === "") least--;
  const first = below(headRows);
  const { pairs: dayAndTime, apart: timesApart } = dayAndTimeColumns(
    cells,
    first.map((row) => row.cells),
    () => below(sampleRows).map((row) => row.cells),
    (cell) => meaningOf(cell, map),
  );
  const idAt = columns.find(({ field }) => field === "caseId")?.index;
  const isDateless = columns.every(({ field }) => fieldKinds[field] !== "time");
  const ids = idAt !== undefined && isDateless ? kindOfIds(first.map((row) => row.cells[idAt] ?? "")) : undefined;
  const isIndexed = columns.every(({ index }) => index > 0) && indexName.test(bareKey(wordKey(cells[0])));
  return {
    ...head,
    ...(ids !== undefined && { ids }),
    ...(isIndexed && { isIndexed }),
    start: end,
    startLine: 1 + lineEnds(bytes, 0, end),
    width: cells.length,
    least,
    columns,
    secondary,
    dayAndTime,
    timesApart,
    fillersFrom: fillersFrom(source, { ...head, start: end, width: cells.length, columns }),
    unread: cells.filter(
      (cell, i) =>
        cell !== "" && !columns.some(({ index }) => index === i) && !dayAndTime.some(({ time }) => time === i),
    ),
  };
}

/**
 * Gives each field its column: the header that ranks first.
 *
 * @param nameUnits whether the cells of a column name the units of their durations
 */
function resolve(
  file: string,
  cells: readonly string[],
  map: HeaderMap,
  line: number,
  nameUnits: (column: number) => boolean,
) {
  const byField = new Map<Field, { index: number; header: string; meaning: HeaderMeaning }[]>();
  cells.forEach((header, index) => {
    const ofCells = () => {
      const unitless = header === "" ? undefined : unitlessMeaning(header);
      return unitless !== undefined && nameUnits(index) ? { ...unitless, unit: 0 } : undefined;
    };
    const meaning = meaningOf(header, map) ?? ofCells();
    if (meaning === undefined) return;
    const found = byField.get(meaning.field) ?? [];
    found.push({ index, header, meaning });
    byField.set(meaning.field, found);
  });
  const columns: Column[] = [];
  const secondary: Layout["secondary"][number][] = [];
  for (const field of allFields) {
    const found = byField.get(field);
    if (found === undefined) continue;
    const same = found.find((a) => found.some((b) => b !== a && wordKey(b.header) === wordKey(a.header)));
    if (same !== undefined) {
      const positions = found.filter((a) => wordKey(a.header) === wordKey(same.header)).map(({ index }) => index + 1);
      throw new UserError("same-header", { file, line, header: same.header, positions });
    }
    found.sort((a, b) => a.meaning.rank - b.meaning.rank);
    const [{ index, header, meaning }, ...others] = found;
    if (fieldKinds[field] === "duration") {
      const unit = meaning.unit ?? unitIn(header) ?? (nameUnits(index) ? 0 : undefined);
      if (unit === undefined) {
        throw new UserError("unit-missing", { file, header, field: snake(field).replace("_duration", "") });
      }
      columns.push({ field, index, header, unit });
    } else {
      const order = orderIn(header);
      columns.push({ field, index, header, ...(order !== undefined && { order }) });
    }
    for (const other of others) secondary.push({ header: other.header, field, taken: header });
  }
  return { columns, secondary };
}

/** The headers of a row that no field claims, each with the known header that is nearest to it. */
function nearestHeaders(cells: readonly string[]): { found: string[]; nearest: string[] } {
  const found = cells.filter((cell) => cell !== "").slice(0, 30);
  const nearest = found.flatMap((cell) => {
    return nearMeanings(cell)
      .slice(0, 1)
      .map((meaning) => `${mapName(meaning)}="${cell}"`);
  });
  // Headers of which none is near a known one may as well be names of people.
  return nearest.length === 0 ? { found: [], nearest } : { found, nearest };
}
