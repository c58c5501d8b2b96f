/** Forms of several units added up: for a terminal, and for a spreadsheet. */
import type { FormFault, FormSum } from "../report/form-sum.ts";
import { btpSentence, formTitles } from "../text/form-btp.ts";
import { cellName, formSentence } from "../text/forms.ts";
import { clean, type Language, whole } from "../text/language.ts";
import { periodTitle } from "../text/periods.ts";
import { csvCell } from "./delimited.ts";
import { columns as inColumns, wrap } from "./lines.ts";

function titleOf(id: string, language: Language): string {
  return formTitles[id]?.[language] ?? id;
}

/** One fault in one sentence: which cell, what it has, what it should have. */
export function faultText(fault: FormFault, language: Language): string {
  const { kind, file, name, column, place, has, should, of } = fault;
  const sheet = place?.sheet === undefined ? "" : `${clean(place.sheet)}!`;
  const where = place === null ? "" : `${clean(file)} ${sheet}${cellName(place.row, place.column)}`;
  const data = {
    where,
    file: clean(file),
    name: name !== null ? clean(name) : kind === "total" ? "" : formSentence("total", {}, language),
    column:
      column === null
        ? ""
        : kind === "log" && of.length > 0
          ? of.map((id) => titleOf(id, language)).join(" + ")
          : titleOf(column, language),
    has,
    should,
    of: of.map((id) => titleOf(id, language)).join(" + "),
  };
  return formSentence(kind === "total" ? "sum" : kind, data, language);
}

/** The table of the sum, one column a column of the form turned on its side, and what does not hold. */
export function formsTable(sum: FormSum, language: Language, width: number, hasLog: boolean): string {
  const { form, files, sheets, sumSheets, copies, alike, units, columns, total, faults, lacking } = sum;
  const titles = (ids: readonly string[], between: string) => ids.map((id) => titleOf(id, language)).join(between);
  const say = (name: Parameters<typeof formSentence>[0], data = {}) => formSentence(name, data, language);
  const shown = faults.flatMap((fault) => wrap(`  ${faultText(fault, language)}`, width));
  const rows = [["", say("total")], ...columns.map((id) => [titleOf(id, language), whole(total[id], language)])];
  const blocks = [
    [say("head", { form, files: files.length, units: units.length })],
    inColumns(rows, width).map((line) => ` ${line}`.trimEnd()),
    faults.length === 0
      ? [say("sound", { log: hasLog, all: sum.unasked.length === 0 })]
      : [say("faults", { count: faults.length }), ...shown],
    sum.periods.length === 0
      ? []
      : wrap(
          say("periods", {
            periods: sum.periods.map(({ period, file }) => `${periodTitle(period, language)} (${clean(file)})`),
          }),
          width,
        ),
    [
      ...sum.unasked.map(({ file, sum: of, of: parts, lacks }) =>
        say("unasked", {
          file: clean(file),
          sum: titleOf(of, language),
          of: titles(parts, " + "),
          lacks: titles(lacks, ", "),
          isBlank: sum.blank.some((one) => one.file === file),
        }),
      ),
      ...(sum.uncompared.length === 0 ? [] : [say("uncompared", { columns: titles(sum.uncompared, ", ") })]),
      ...sum.blank.map(({ file, columns: own }) => say("blank", { file: clean(file), columns: titles(own, ", ") })),
      ...lacking.map(({ file, columns: own }) =>
        say("lacking", { file: clean(file), columns: own.map((id) => titleOf(id, language)).join(", ") }),
      ),
      ...files
        .filter(({ unknown }) => unknown.length > 0)
        .map(({ name, unknown }) => say("unknown", { file: clean(name), columns: unknown.map(clean) })),
      ...files
        .filter(({ passed }) => passed.length > 0)
        .map(({ name, passed }) => say("passed", { file: clean(name), rows: passed })),
      ...files
        .filter(({ sums }) => sums.length > 0)
        .map(({ name, sums }) => say("sums", { file: clean(name), rows: sums })),
      ...sheets.map(({ name, read, unread }) =>
        say("sheetsRead", { file: clean(name), read: read.map(clean), unread: unread.map(clean) }),
      ),
      ...sumSheets.map(({ file, sheet }) => say("sumSheet", { file: clean(file), sheet: clean(sheet) })),
      ...copies.map(({ name, of }) => say("copy", { file: clean(name), of: clean(of) })),
      ...alike.map(({ name, of }) => say("alike", { file: clean(name), of: clean(of) })),
      ...(form === "07a/BTP" ? [btpSentence("unverified", {}, language)] : []),
    ].flatMap((line) => wrap(line, width)),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** The sum as a table that a spreadsheet opens: a row a unit, then the total. */
export function formsCsv({ units, columns, total }: FormSum, language: Language): string {
  const rows = [
    [formSentence("unit", {}, language), ...columns.map((id) => titleOf(id, language))].map(csvCell),
    ...units.map(({ name, cells }) => [clean(name), ...columns.map((id) => cells[id])].map(csvCell)),
    [formSentence("total", {}, language), ...columns.map((id) => total[id])].map(csvCell),
  ];
  // Excel takes a file without a mark for windows-1258 and breaks every Vietnamese letter.
  return `\ufeff${rows.map((row) => `${row.join(",")}\r\n`).join("")}`;
}
