/** A working calendar of the user's own: one row an exceptional day, as `kpi calendar YEAR --format csv` prints them. */
import * as z from "zod/mini";
import { isoDate } from "../../time/civil.ts";
import type { DayKind, ExceptionalDay } from "../../time/holidays.ts";
import type { Words } from "../word-tables.ts";
import { faultIn, hoursCell, requiredDay, requiredText, requiredWord, textCell, yesNoCell } from "./cells.ts";
import { readTable, type SmallTable, type TableSpec } from "./table.ts";

/** The headers of each column beside its English id. */
export const calendarHeaders = {
  date: ["Ngày"],
  kind: ["Loại", "Loại ngày"],
  nameVi: ["Tên", "Tên ngày"],
  nameEn: ["Tên tiếng Anh"],
  source: ["Nguồn", "Căn cứ"],
  provisional: ["Dự kiến"],
  hours: ["Giờ làm việc"],
} as const;

const kindWords: Words<DayKind> = [
  ["holiday", ["Nghỉ lễ", "Nghỉ"]],
  ["swap", ["Hoán đổi", "Nghỉ hoán đổi"]],
  ["worked", ["Làm bù", "Làm việc"]],
];

const row = z.pipe(
  z
    .object({
      date: requiredDay,
      kind: requiredWord(kindWords),
      nameVi: requiredText,
      nameEn: textCell,
      source: requiredText,
      provisional: yesNoCell,
      hours: hoursCell,
    })
    .check(({ value, issues }) => {
      if (value.hours !== null && value.kind !== "worked") issues.push(faultIn("hours", "hours-of-day-off", value));
    }),
  z.transform(({ date, kind, nameVi, nameEn, source, provisional, hours }): ExceptionalDay => {
    const name = { vi: nameVi, en: nameEn ?? nameVi };
    return { date: isoDate(date), kind, name, source, provisional, ...(hours !== null && { hours }) };
  }),
);

/**
 * Reads a calendar's exceptional days.
 *
 * @throws UserError as `readTable`
 */
export function readCalendarFile(path: string, name: string): SmallTable<ExceptionalDay> {
  const spec: TableSpec<ExceptionalDay> = {
    headers: calendarHeaders,
    required: ["date", "kind", "nameVi", "source"],
    row: row as TableSpec<ExceptionalDay>["row"],
    key: ({ date }) => date,
    example: "kpi calendar 2026 --format csv",
  };
  return readTable(path, name, spec);
}
