/** What the methods beside the KPIs say at once, and what all of their blocks share. */
import type { Report, YearNeed } from "../../report/report.ts";
import type { Language } from "../../text/language.ts";
import { type MethodId, methodHeadings, methodIds, methodPages } from "../../text/method-pages.ts";
import { type MethodLabel, methodLabel, methodSentence } from "../../text/methods.ts";
import { type Block, cell, type Making, type Tone, words } from "../document.ts";
import { isOwn } from "../rows.ts";
import { fullName, title } from "../wording/titles.ts";

type Say = (name: MethodLabel) => string;

export function saying(language: Language): Say {
  return (name) => methodLabel(name, language);
}

const tones: Readonly<Record<string, Tone>> = {
  ...{ better: "pass", worse: "fail", meets: "pass", misses: "fail" },
};
export const toneFor = (finding: string | null) => tones[finding ?? ""] ?? "none";
/** What is told by a colour is told by a sign too. */
export const signs: Readonly<Record<string, string>> = { better: "▲ ", worse: "▼ " };

/** Rows of agencies or procedures in a document. */
export const mostRows = 20;

/** From here on a target is likely to be met, and below that unlikely. */
export const likely = 0.8;
export const unlikely = 0.2;

/** What is out of reach needs no forecast: it is said to be that. */
export function isForetold({ forecast, state }: YearNeed): boolean {
  return forecast !== null && state !== "unreachable";
}

/** What the methods say at once, in at most three lines: what has changed, who is clearly short, what the year will be. */
export function firstFindings(report: Report, language: Language): string[] {
  const { periodic } = report;
  if (periodic === undefined) return [];
  const own = report.results.filter((result) => isOwn(result) && result.group === null);
  const titlesOf = (keys: readonly string[]) =>
    own.filter(({ key }) => keys.includes(key)).map((result) => title(result, language));
  const changed = (now: string) =>
    titlesOf(periodic.trend.series.filter(({ variation }) => variation?.now === now).map(({ key }) => key));
  const [better, worse] = [changed("better"), changed("worse")];
  const short = new Map<string, number>();
  for (const { points } of periodic.funnels) {
    for (const { name, finding } of points) {
      if (finding === "worse") short.set(name, (short.get(name) ?? 0) + 1);
    }
  }
  const names = [...short].sort(([, a], [, b]) => b - a).map(([name]) => fullName("agency", name, report, language));
  const foretold = periodic.needs.filter(isForetold);
  const forecast = (isIn: (p: number) => boolean) =>
    titlesOf(foretold.filter((need) => isIn(need.forecast?.probability ?? 0)).map(({ key }) => key));
  const year = {
    likely: forecast((p) => p >= likely),
    open: forecast((p) => p >= unlikely && p < likely),
    unlikely: forecast((p) => p < unlikely),
  };
  return [
    ...(better.length + worse.length === 0 ? [] : [methodSentence("firstChanges", { better, worse }, language)]),
    ...(names.length === 0 ? [] : [methodSentence("firstAgencies", { names }, language)]),
    ...(Object.values(year).every(({ length }) => length === 0)
      ? []
      : [methodSentence("firstForecast", year, language)]),
  ];
}

/** The methods of which the report speaks, with what they take for granted. */
export function methodsTable({ report, language }: Making): Block[] {
  const { periodic } = report;
  if (periodic === undefined) return [];
  const used: Readonly<Partial<Record<MethodId, boolean>>> = {
    xmr: periodic.trend.series.some(({ variation }) => variation !== null),
    funnel: periodic.funnels.length > 0,
    forecast: periodic.needs.some(isForetold),
    waiting: periodic.waiting !== null && periodic.waiting.total.open > 0,
    stages: periodic.stages !== null && periodic.stages.stages.length > 1,
    signs: periodic.signs !== undefined,
  };
  const ids = methodIds.filter((id) => used[id] === true);
  if (ids.length === 0) return [];
  return [
    {
      kind: "table",
      caption: methodLabel("methods", language),
      isFolded: true,
      columns: [
        words(methodLabel("methods", language)),
        words(methodHeadings.method[language]),
        words(methodHeadings.assumes[language]),
        words(methodHeadings.source[language]),
      ],
      rows: ids.map((id) => {
        const { title: name, method, assumes, source } = methodPages[id];
        return [cell(name[language]), cell(method[language]), cell(assumes[language]), cell(source[language])];
      }),
    },
  ];
}
