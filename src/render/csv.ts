import type { Result } from "../judge/verdict.ts";
import type { Report } from "../report/report.ts";
import { clean } from "../text/language.ts";
import { csvCell } from "./delimited.ts";
import type { RenderOptions } from "./options.ts";
import { caseCount } from "./wording/values.ts";

type Cell = string | number | boolean | null;

const columns: Readonly<Record<string, (result: Result, options: RenderOptions) => Cell>> = {
  key: ({ key }) => key,
  kpi: ({ kpi }) => kpi,
  title: ({ title }, { language }) => title[language],
  group_by: ({ group }) => group?.by ?? null,
  group: ({ group }) => (group?.name === null || group === null ? null : clean(group.name)),
  value: ({ measure }) => measure?.value ?? null,
  unit: ({ unit }) => unit,
  numerator: ({ measure }) => (measure?.kind === "ratio" ? measure.numerator : null),
  denominator: ({ measure }) => (measure?.kind === "ratio" ? measure.denominator : null),
  cases: (result) => caseCount(result),
  comparison: ({ target }) => Object.keys(target ?? {})[0] ?? null,
  target: ({ target }) => Object.values(target ?? {})[0] ?? null,
  verdict: ({ verdict }) => verdict,
  reason: ({ reason }) => reason,
  clause: ({ clause }) => clause,
  interval_low: ({ interval }) => interval?.[0] ?? null,
  interval_high: ({ interval }) => interval?.[1] ?? null,
  excluded: ({ excluded }) => Object.values(excluded).reduce((sum, count) => sum + count, 0),
  small: ({ small }) => small,
  left_out: ({ leftOut }) => leftOut,
  low: ({ bounds }) => bounds?.[0] ?? null,
  high: ({ bounds }) => bounds?.[1] ?? null,
};

/** A row a result, for spreadsheets; names of columns and codes are never translated. */
export function csv(report: Report, options: RenderOptions): string {
  const rows = report.results.map((result) => Object.values(columns).map((read) => csvCell(read(result, options))));
  // Excel takes a file without a mark for windows-1258 and breaks every Vietnamese letter.
  return `\ufeff${[Object.keys(columns), ...rows].map((row) => `${row.join(",")}\r\n`).join("")}`;
}
