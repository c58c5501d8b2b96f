/** kpi calendar: the working days of a year, and the days that are not as their weekday would have them. */
import { UserError } from "../errors.ts";
import { csvCell } from "../render/delimited.ts";
import { columns, wrap } from "../render/lines.ts";
import { choiceOf, formatsOf } from "../run/choices.ts";
import type { Context } from "../run/io.ts";
import { readSupplied } from "../run/tables.ts";
import { clean, date } from "../text/language.ts";
import { sentence } from "../text/sentences.ts";
import { dayKindTitle, label, weekday } from "../text/titles.ts";
import { dayNumber } from "../time/civil.ts";
import type { ExceptionalDay } from "../time/holidays.ts";
import type { OptionsOf } from "./options.ts";

/** Runs the command; returns its exit code. */
export async function calendarCommand(
  value: string,
  options: OptionsOf<"calendar" | "formatOfCalendar">,
  { io, language }: Context,
): Promise<number> {
  const format = choiceOf("--format", options.format, formatsOf.calendar);
  const { calendar } = await readSupplied(options.calendar === undefined ? {} : { calendar: options.calendar }, io);
  if (!calendar.years.map(String).includes(value)) {
    throw new UserError("year-outside-calendar", { year: value, years: calendar.years });
  }
  const year = Number(value);
  const days = calendar.days.filter(({ date: on }) => on.startsWith(`${value}-`));
  const first = dayNumber(year, 1, 1);
  const last = dayNumber(year, 12, 31);
  // The first of January is never worked; were it, `between` would not count it.
  const workingDays = (calendar.between(first, last) as number) + (calendar.isWorked(first) ? 1 : 0);
  if (format === "json") {
    io.out(`${JSON.stringify({ year, workingDays, days }, null, 2)}\n`);
    return 0;
  }
  if (format === "csv") {
    io.out(`\ufeffdate,kind,name_vi,name_en,source,provisional,hours\r\n${days.map(csvRow).join("")}`);
    return 0;
  }
  const rows = days.map(({ date: on, kind, name, source, provisional, hours }) => {
    const [, month, day] = on.split("-").map(Number);
    const mark = provisional ? ` (${label("provisional", language)})` : "";
    return [
      date(on, language),
      weekday(dayNumber(year, month, day), language),
      dayKindTitle(kind, language) + (hours === undefined ? "" : ` ${hours}`),
      clean(name[language]) + mark,
      clean(source),
    ];
  });
  const lines = [
    ...wrap(sentence("workingDays", { year, workingDays }, language), io.columns ?? 100),
    "",
    ...columns(rows, io.columns === undefined ? undefined : io.columns - 1).map((row) => ` ${row}`),
  ];
  io.out(`${lines.join("\n")}\n`);
  return 0;
}

function csvRow({ date: on, kind, name, source, provisional, hours }: ExceptionalDay): string {
  return `${[on, kind, name.vi, name.en, source, provisional, hours ?? ""].map(csvCell).join(",")}\r\n`;
}
