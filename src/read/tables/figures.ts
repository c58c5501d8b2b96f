/** The figures that an office states: one row a figure and year. */
import { closest, distance } from "fastest-levenshtein";
import * as z from "zod/mini";
import type { Figure } from "../../records/figure.ts";
import { isoDate } from "../../time/civil.ts";
import { readNumber } from "../decode.ts";
import { wordKey } from "../words.ts";
import { blankCell, cellAs, faultIn, readDay, requiredDay, requiredText, TableCellFault, textCell } from "./cells.ts";
import { readTable, type SmallTable, type TableSpec } from "./table.ts";

/** The headers of each column beside its English id; a table to add to. */
export const figureHeaders = {
  figure: ["Mã chỉ tiêu", "Chỉ tiêu"],
  year: ["Năm"],
  clause: ["Mục"],
  value: ["Giá trị", "Kết quả"],
  of: ["Trên tổng số", "Tổng số"],
  source: ["Nguồn", "Nguồn số liệu", "Đơn vị báo cáo"],
  statedOn: ["Ngày báo cáo", "Ngày số liệu"],
} as const satisfies Record<keyof Figure, readonly string[]>;

/** What may be stated: the unit of each figure by its id; `date` for a milestone. And what is worked out instead. */
export interface KnownFigures {
  readonly units: ReadonlyMap<string, string>;
  /** Ids by title, in both languages. */
  readonly titles: ReadonlyMap<string, string>;
  readonly workedOut: ReadonlySet<string>;
  /** Of these 0 of 0 says that there was none. */
  readonly mayBeNone: ReadonlySet<string>;
  /** Of these a share may be over 100 %. */
  readonly mayExceed: ReadonlySet<string>;
}

const yearCell = cellAs((value) => {
  if (value === "") return blankCell;
  return /^20\d\d$/.test(value) ? Number(value) : new TableCellFault("bad-year", { value });
});

const row = (known: KnownFigures) => {
  const titles = new Map([...known.titles].map(([title, id]) => [wordKey(title), id]));
  return z
    .object({
      figure: cellAs((value) => {
        if (value === "") return blankCell;
        if (known.units.has(value)) return value;
        if (known.workedOut.has(value)) return new TableCellFault("worked-out", { value });
        const byTitle = titles.get(wordKey(value));
        if (byTitle !== undefined) return byTitle;
        const near = closest(value, [...known.units.keys()]);
        return new TableCellFault("unknown-figure", {
          value,
          nearest: distance(value, near) * 2 <= near.length ? near : null,
        });
      }),
      year: yearCell,
      clause: textCell,
      value: requiredText,
      of: textCell,
      source: requiredText,
      statedOn: requiredDay,
    })
    .check(({ value: figure, issues }) => {
      const read = readValue(figure, known);
      if (read instanceof TableCellFault) {
        const { field = "value", ...data } = read.data;
        issues.push(faultIn(String(field), read.code, figure, data));
      }
    });
};

interface Cells {
  readonly figure: string;
  readonly year: number;
  readonly clause: string | null;
  readonly value: string;
  readonly of: string | null;
  readonly source: string;
  /** Days since 1970-01-01. */
  readonly statedOn: number;
}

/** The value and what it is out of, as numbers or a day are written here; or the fault of one of the two cells. */
function readValue(
  { figure, value, of, statedOn }: Cells,
  { units, mayBeNone, mayExceed }: KnownFigures,
): Pick<Figure, "value" | "of"> | TableCellFault {
  const unit = units.get(figure) ?? "count";
  if (unit === "date") {
    const day = readDay(value);
    if (day instanceof TableCellFault) return day;
    if (of !== null) return new TableCellFault("of-without-share", { field: "of" });
    // A day to come is a plan, not a fact.
    if ((day as number) > statedOn) return new TableCellFault("done-after-stated", { value });
    return { value: isoDate(day as number), of: null };
  }
  if (of !== null && unit !== "percent") return new TableCellFault("of-without-share", { field: "of" });
  // Levels are 1 to 5 (Nghị định 85/2016/NĐ-CP).
  if (unit === "level" && !/^[1-5]$/.test(value)) return new TableCellFault("bad-level", { value });
  const whole = ["count", "cases", "level"].includes(unit) || of !== null;
  // "98,5%" says what the column says already.
  const number = readNumber(unit === "percent" && of === null ? value.replace(/\s*%$/, "") : value, whole);
  if (number === "ambiguous") return new TableCellFault("ambiguous-number", { value });
  if (number === null || (whole && !/^\d{1,15}$/.test(number))) {
    return new TableCellFault(whole ? "not-whole" : "bad-number", { value });
  }
  if (of === null) {
    if (unit === "percent" && Number(number) > 100 && !mayExceed.has(figure)) {
      return new TableCellFault("over-hundred", { value });
    }
    // 0.985 may be what a workbook keeps of 98.5 %.
    if (unit === "percent" && Number(number) > 0 && Number(number) < 1)
      return new TableCellFault("under-one", { value });
    return { value: number, of: null };
  }
  const total = readNumber(of, true);
  if (total === null || !/^\d{1,15}$/.test(total)) return new TableCellFault("not-whole", { field: "of", value: of });
  if (Number(total) === 0 && !(mayBeNone.has(figure) && Number(number) === 0)) {
    return new TableCellFault("of-zero", { field: "of", mayBeNone: mayBeNone.has(figure) });
  }
  if (Number(number) > Number(total) && !mayExceed.has(figure))
    return new TableCellFault("more-than-of", { value, of });
  return { value: number, of: total };
}

/**
 * Reads the stated figures.
 *
 * @throws UserError as `readTable`
 */
export function readFigures(path: string, name: string, known: KnownFigures): SmallTable<Figure> {
  const read = z.pipe(
    row(known),
    z.transform((cells): Figure => {
      const { value, of } = readValue(cells, known) as Pick<Figure, "value" | "of">;
      return { ...cells, value, of, statedOn: isoDate(cells.statedOn) };
    }),
  );
  const spec: TableSpec<Figure> = {
    headers: figureHeaders,
    required: ["figure", "year", "value", "source", "statedOn"],
    row: read as TableSpec<Figure>["row"],
    key: ({ figure, year, clause }) => `${figure} ${year}${clause === null ? "" : ` ${clause}`}`,
    example: "kpi sample --out mau",
  };
  return readTable(path, name, spec);
}
