import type { Result } from "../judge/verdict.ts";
import type { Report } from "../report/report.ts";
import { clean, type Language } from "../text/language.ts";
import { label } from "../text/titles.ts";
import type { RenderOptions } from "./options.ts";
import { isOwn } from "./rows.ts";
import { explanation } from "./wording/explanations.ts";
import { lackingInput, target } from "./wording/targets.ts";
import { groupName, title } from "./wording/titles.ts";
import { measured } from "./wording/values.ts";

/**
 * A test case for every target and group, as CI servers read them: a missed target is a failure, one that is undecided, or
 * without data, an error, one whose input was not given is skipped; so is a task whose day has not come, which no exit code counts.
 * Results without a target are none. No times and no host: the same inputs give the same bytes.
 */
export function junit(report: Report, { language }: RenderOptions): string {
  const judged = report.results.filter(({ verdict }) => verdict !== null);
  const suites = (["quantity", "quality", "tasks"] as const)
    .map((section) => ({ section, cases: judged.filter((result) => result.section === section) }))
    .filter(({ cases }) => cases.length > 0);
  const name = `${report.plan.id} ${report.plan.year}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name=${quoted(name)} ${counts(judged)}>`,
    ...suites.flatMap(({ section, cases }) => [
      `  <testsuite name=${quoted(`${name}: ${label(section, language)}`)} ${counts(cases)} skipped="${count(cases, "skipped")}">`,
      ...cases.flatMap((result) => testCase(result, report, language)),
      "  </testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n");
}

/** What a test server calls it. */
function outcome({ verdict, reason }: Result): "failure" | "error" | "skipped" | null {
  if (verdict === "fail") return "failure";
  if (verdict === "not-supplied" || reason === "not-due") return "skipped";
  return verdict === "no-data" || verdict === "undecided" ? "error" : null;
}

function count(results: readonly Result[], wanted: ReturnType<typeof outcome>): number {
  return results.filter((result) => outcome(result) === wanted).length;
}

function counts(results: readonly Result[]): string {
  return `tests="${results.length}" failures="${count(results, "failure")}" errors="${count(results, "error")}"`;
}

function testCase(result: Result, report: Report, language: Language): string[] {
  const { plan } = report;
  const group = isOwn(result) ? "" : ` · ${groupName(result, language)}`;
  const name = `${title(result, language)}${group} (${result.clause})`;
  const head = `    <testcase classname=${quoted(`${plan.id}.${plan.year}.${result.kpi}`)} name=${quoted(name)}`;
  const what = outcome(result);
  if (what === null) return [`${head}/>`];
  const said = what === "skipped" ? lacking(result, report, language) : explanation(result, report, language);
  const value = [measured(result, language), target(result, language)].filter((text) => text !== "").join(" · ");
  if (what === "skipped") return [`${head}>`, `      <skipped message=${quoted(said)}/>`, "    </testcase>"];
  return [
    `${head}>`,
    `      <${what} type=${quoted(result.verdict ?? "")} message=${quoted(value)}>${escaped(said)}</${what}>`,
    "    </testcase>",
  ];
}

function lacking(result: Result, report: Report, language: Language): string {
  return result.verdict === "not-supplied" ? lackingInput(result, language) : explanation(result, report, language);
}

function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** Names come from outside: nothing of them may become markup, or a character that XML does not have. */
function escaped(text: string): string {
  return clean(text)
    .replace(/[\p{Cs}\ufffe\uffff]/gu, " ")
    .replace(/[&<>"]/g, (sign) => entities[sign as keyof typeof entities]);
}

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
