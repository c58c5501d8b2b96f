/** What is said of a result in sentences: the lines that explain the table, and those of one result. */

import type { Result } from "../../judge/verdict.ts";
import type { Report } from "../../report/report.ts";
import { capital, clean, type Language } from "../../text/language.ts";
import { reasonText } from "../../text/reasons.ts";
import { sentence } from "../../text/sentences.ts";
import { label } from "../../text/titles.ts";
import { isOwn } from "../rows.ts";
import { besides, underOtherClock } from "./beside.ts";
import { responsible } from "./targets.ts";
import { interpretationMark, named } from "./titles.ts";
import { takes, titlesOf, trust, undecided, verdictSigns } from "./verdicts.ts";

/** What each result would take, and how far it can be trusted. */
export function explanations(report: Report, language: Language): string[] {
  // Without a case there is one thing to say, and it has been said.
  if (report.ledger.counted === 0) return [];
  // A document of its own marks groups where they stand.
  const marked =
    report.periodic === undefined &&
    report.results.some(({ group, small, verdict: v }) => v && group !== null && small);
  return [
    ...missingColumns(report, language),
    ...results(report, language),
    ...statedResults(report, language),
    ...interpretations(report, language),
    ...(marked ? [label("doubtful", language)] : []),
  ];
}

/** Who states the figures that no log shows, once for all that somebody stated on a day. */
function statedResults(report: Report, language: Language): string[] {
  const bySource = new Map<string, { source: string; statedOn: string; titles: Set<string> }>();
  for (const { measure, title: own } of report.results) {
    if (measure?.kind !== "stated" && measure?.kind !== "date") continue;
    const { source, statedOn } = measure;
    if (source === null || statedOn === null) continue;
    const key = `${statedOn} ${source}`;
    const held = bySource.get(key) ?? { source, statedOn, titles: new Set() };
    held.titles.add(own[language]);
    bySource.set(key, held);
  }
  return [...bySource.values()].map(({ titles, ...data }) => {
    return sentence("stated", { ...data, titles: [...titles].join("; ") }, language);
  });
}

/** What was read into the plan's words, once for all targets of which it is said. */
function interpretations(report: Report, language: Language): string[] {
  const byText = new Map<string, string[]>();
  for (const result of report.results) {
    const { verdict: v, interpretation, title: own } = result;
    if (!isOwn(result) || v === "not-supplied" || interpretation === null) continue;
    const text = clean(interpretation[language]);
    byText.set(text, [...new Set([...(byText.get(text) ?? []), own[language]])]);
  }
  const says = label("interpretation", language);
  return [...byText].map(([text, titles]) => `${interpretationMark} ${titles.join("; ")} (${says}): ${text}`);
}

/** Results that lack the same columns, in one line. */
function missingColumns(report: Report, language: Language): string[] {
  const byColumns = new Map<string, Result[]>();
  for (const result of report.results) {
    if (!isOwn(result) || !lacksColumns(result)) continue;
    const key = `${result.reason} ${result.lacks.join(" ")}`;
    byColumns.set(key, [...(byColumns.get(key) ?? []), result]);
  }
  return [...byColumns.values()].map((same) => {
    const titles = [...new Set(same.map((result) => named(result, language)))].join("; ");
    return `${verdictSigns["no-data"]} ${titles}: ${reasonText(same[0].reason ?? "", same[0].lacks, language, same[0].input)}.`;
  });
}

function lacksColumns({ reason }: Result): boolean {
  return reason === "no-column" || reason === "no-table-column";
}

function results(report: Report, language: Language): string[] {
  return report.results.flatMap((result) => {
    if (!isOwn(result) || result.verdict === "not-supplied" || lacksColumns(result)) return [];
    const said = explanation(result, report, language);
    const sign = result.verdict === null ? "·" : verdictSigns[result.verdict];
    return said === "" ? [] : [`${sign} ${named(result, language)}: ${said}`];
  });
}

/** What there is to say of one result: why it has no value, what it would take, how far to trust it; "" for nothing. */
export function explanation(result: Result, report: Report, language: Language): string {
  const { verdict: v, reason } = result;
  const said = [
    ...(v === "no-data" || (v === null && reason !== null)
      ? [reasonText(reason ?? "", lacksOf(result, report, language), language, result.input)]
      : []),
    ...undecided(result, report, language),
    ...(v === "fail" ? [takes(result, report, language), missedCriteria(result, report, language)] : []),
    ...underOtherClock(result, report, language),
    ...besides(result, report, language),
    ...trust(result, language),
    // Who can mend it: a sentence of its own.
    ...(v === "fail" ? [capital(responsible(result, language).join("; "))] : []),
  ].filter((text) => text !== "");
  if (said.length === 0) return "";
  // What is a sentence of its own ends with a full stop already, which goes where something follows.
  const ended = (text: string) => text.replace(/\.+$/, "");
  return `${said.map(ended).reduce((a, b) => (/^\p{Lu}/u.test(b) ? `${a}. ${b}` : `${a}; ${b}`))}.`;
}

/** The quality criteria that failed, by their titles. */
function missedCriteria(result: Result, report: Report, language: Language): string {
  if (result.input !== "verdicts" || result.lacks.length === 0) return "";
  return sentence("criteriaMissed", { titles: titlesOf(result.lacks, report.results, language) }, language);
}

/** What a result lacks; other KPIs by their titles. */
function lacksOf({ reason, lacks }: Result, { results }: Report, language: Language): readonly string[] {
  if (reason !== "criteria-not-judged") return lacks;
  return lacks.map((id) => results.find(({ kpi }) => kpi === id)?.title[language] ?? id);
}
