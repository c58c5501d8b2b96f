import type { Result } from "../judge/verdict.ts";
import type { Report } from "../report/report.ts";
import { clean, type Language } from "../text/language.ts";
import { sentence } from "../text/sentences.ts";
import type { RenderOptions } from "./options.ts";
import { isOwn } from "./rows.ts";
import { explanation } from "./wording/explanations.ts";
import { heading, serviceLines, summaryLine } from "./wording/frame.ts";
import { target } from "./wording/targets.ts";
import { groupName, title } from "./wording/titles.ts";
import { measured } from "./wording/values.ts";

/** GitHub shows no more annotations of a kind from one step; the last says how many there are beyond. */
const mostOfAKind = 10;

/** Annotations of a GitHub Actions run: a missed target is an error, one without data a warning; then the sum. */
export function github(report: Report, { language }: RenderOptions): string {
  // The groups of a report of a period were not asked for one by one.
  const results = report.periodic === undefined ? report.results : report.results.filter(isOwn);
  const of = (verdict: Result["verdict"]) =>
    results.filter((result) => result.verdict === verdict && result.reason !== "not-due");
  const counts = summaryLine(report, language);
  const sum = [`${heading(report, language)}: ${counts}`, ...serviceLines(report, language)].join(". ");
  return [
    ...annotations("error", of("fail"), report, language),
    ...annotations("warning", [...of("undecided"), ...of("no-data")], report, language),
    command("notice", "kpi", sum),
    "",
  ].join("\n");
}

function annotations(kind: string, results: readonly Result[], report: Report, language: Language): string[] {
  const shown = results.length > mostOfAKind ? results.slice(0, mostOfAKind - 1) : results;
  const rest = results.length - shown.length;
  return [
    ...shown.map((result) => {
      const group = isOwn(result) ? "" : ` · ${groupName(result, language)}`;
      const value = [measured(result, language), target(result, language)].filter((text) => text !== "").join(" · ");
      const said = explanation(result, report, language);
      return command(kind, `${title(result, language)}${group} (${result.clause})`, [value, said].join(". "));
    }),
    ...(rest > 0 ? [command(kind, "kpi", sentence("moreResults", { count: rest }, language))] : []),
  ];
}

/** A workflow command; what would end it, or one of its properties, is written as GitHub has it. */
function command(kind: string, name: string, message: string): string {
  const data = (text: string) => clean(text).replace(/[%\r\n]/g, encoded);
  return `::${kind} title=${data(name).replace(/[:,]/g, encoded)}::${data(message)}`;
}

function encoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
