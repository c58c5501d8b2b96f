/** What `kpi inspect` finds, put into the reader's words and offered to be mended. */
import type { Inspected } from "../commands/inspect.ts";
import { mapName } from "../read/near.ts";
import { codesOf, headerTable } from "../read/words.ts";
import { allFields, type FieldOf, fieldKinds, fieldOf, snake } from "../records/case.ts";
import { issueMessages } from "../text/issues.ts";
import { type Language, whole } from "../text/language.ts";
import { sentence } from "../text/sentences.ts";
import { fieldTitle, label, passedOverTitle } from "../text/titles.ts";
import { meaningTitle } from "../text/words.ts";
import { firstDay, isoDate } from "../time/civil.ts";
import type { ColumnFound, LogFound, Understood } from "./messages.ts";

type Told = Inspected["told"];
type Column = Told["logs"][number]["columns"][number];

function columnOf(column: Column, read: number, language: Language): ColumnFound {
  const { field, header, blank, atFault, faults, forms, words = [], samples = [] } = column;
  const [fault] = faults;
  const kind = fieldKinds[fieldOf(field) ?? "caseId"];
  const isCoded = kind === "word" || kind === "yesNo";
  const codes = isCoded ? codesOf(fieldOf(field) as FieldOf<"word" | "yesNo">).map(String) : [];
  const titleOf = (code: string) => (code === "" ? label("blank", language) : meaningTitle(field, code, language));
  return {
    field,
    title: fieldTitle(field, language),
    header,
    blank: read === 0 ? 0 : Math.round((100 * blank) / read),
    atFault,
    fault:
      fault === undefined
        ? ""
        : `${issueMessages[fault.code][language]} (${label("line", language)} ${whole(fault.firstLine, language)})`,
    how:
      forms !== undefined
        ? Object.keys(forms).join(" · ")
        : words.length > 0
          ? sentence("differentWords", { count: column.differentWords ?? words.length }, language)
          : samples.join(" · "),
    words: words.map(({ word, count, means, near }) => ({
      word,
      count,
      means: means === null ? null : titleOf(means),
      canMend: means === null && near !== undefined,
      near: near ?? [],
    })),
    meanings: codes.map((code) => ({ code, title: titleOf(code) })),
  };
}

function logOf(log: Told["logs"][number], language: Language): LogFound {
  const passed = Object.entries(log.passedOver).map(
    ([kind, n]) => `${passedOverTitle(kind, language)} ${whole(n, language)}`,
  );
  return {
    name: log.name,
    facts: [
      ...(log.container === null ? [] : [log.container]),
      log.encoding,
      JSON.stringify(log.delimiter),
      sentence("headerOnLine", { line: log.headerLine, sheet: log.headerSheet, cell: log.headerRow }, language),
      ...(passed.length === 0 ? [] : [`${label("passedOver", language)}: ${passed.join(", ")}`]),
    ].join(" · "),
    rows: sentence("rowsRead", { read: log.read, rejected: log.rejected, duplicates: log.duplicates }, language),
    columns: log.columns.map((column) => columnOf(column, log.read, language)),
    unread: log.unread.map((header) => ({
      header,
      near: log.near.find((one) => one.header === header)?.fields ?? [],
    })),
  };
}

function monthsOf(receivedOn: Int32Array): string[] {
  const months = new Set<string>();
  receivedOn.forEach((count, day) => {
    if (count > 0) months.add(isoDate(firstDay + day).slice(0, 7));
  });
  return [...months].sort();
}

/** @param lacks the fields that some KPI lacks stand first among those to choose */
export function foundOf({ told, config, receivedOn }: Inspected, language: Language): Understood {
  const there = new Set(told.logs.flatMap(({ columns }) => columns.map(({ field }) => field)));
  const lacked = new Set(Object.values(told.lacking).flat());
  const names = allFields
    .filter((field) => !there.has(snake(field)))
    .sort((a, b) => Number(lacked.has(snake(b))) - Number(lacked.has(snake(a))))
    .flatMap((field) =>
      fieldKinds[field] === "duration"
        ? // Of a duration the name says the unit.
          [...new Set([1, 60, 3600, 86_400].map((unit) => mapName({ field, unit, rank: 0 } as never)))].map((name) => ({
            name,
            field,
          }))
        : [{ name: snake(field), field }],
    )
    .filter(({ name }) => fieldOf(name) !== undefined || headerTable().has(name));
  return {
    logs: told.logs.map((log) => logOf(log, language)),
    lackingFields: names.map(({ name, field }) => ({
      name,
      title: `${fieldTitle(snake(field), language)}${name === snake(field) ? "" : ` (${name})`}`,
    })),
    lacking: Object.entries(told.lacking).map(([id, fields]) =>
      sentence("kpiLacks", { id, fields: fields.map((field) => fieldTitle(field, language)).join(", ") }, language),
    ),
    measurable: told.plan.measurable.length,
    months: monthsOf(receivedOn),
    config: config("kpi.yaml"),
  };
}
