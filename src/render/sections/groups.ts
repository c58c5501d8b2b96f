/** Section 3: the groups, and who contributes most to each miss. */

import type { Result } from "../../judge/verdict.ts";
import { inVietnamese } from "../../measures/names.ts";
import type { Miss, Report } from "../../report/report.ts";
import { firstLabel } from "../../text/first.ts";
import { type Clock, type Language, leastTime, whole } from "../../text/language.ts";
import { type PeriodicLabel, periodicLabel, periodicSentence } from "../../text/periodic.ts";
import { counted, label } from "../../text/titles.ts";
import {
  type BarsDrawing,
  type Block,
  type Cell,
  type Chart,
  cell,
  type Making,
  noteOn,
  numbers,
  type Section,
  type Table,
  type Tone,
  words,
} from "../document.ts";
import { isOwn } from "../rows.ts";
import { contribution, falling, shortWayOf, weightOf } from "../shortfall.ts";
import { target, targetLimit } from "../wording/targets.ts";
import { fullName, groupName, title } from "../wording/titles.ts";
import { caseCount, clockOf, measured } from "../wording/values.ts";
import { verdict } from "../wording/verdicts.ts";
import { countColumn, inUnit, sourceOf, toneOf, valueCell, verdictCell } from "./cells.ts";
import { findingOf, funnelBlocks } from "./funnels.ts";

/** Rows of groups on a page; a spreadsheet has all. */
const mostRows = 20;
/** Bars that a reader can take in, and those of a picture on paper: the others stand in the appendix. */
const mostBars = 15;
const mostBarsOnPaper = 8;

export function groupsSection(making: Making): Section | null {
  const { report, language } = making;
  const { by } = report.options;
  if (!report.results.some(({ group, each }) => group !== null && !each)) return null;
  const own = report.results.filter((result) => isOwn(result) && result.group === null && hasValue(result));
  const blocks = by.flatMap((grouping): Block[] => {
    const groups = report.results.filter(({ group }) => group?.by === grouping);
    if (groups.length === 0) return [];
    return [
      { kind: "heading", text: periodicLabel(grouping as PeriodicLabel, language) },
      ...misses(report, grouping, language),
      ...(grouping === "agency" ? funnelBlocks(making) : []),
      ...(grouping === "agency" || grouping === "field" ? barCharts(report, own, grouping, language) : []),
      matrix(own, groups, grouping, report, language),
    ];
  });
  const isMarked = report.results.some((result) => result.group !== null && !result.each && isDoubtful(result));
  return {
    id: "groups",
    title: periodicLabel("groups", language),
    blocks: [
      ...blocks,
      ...(isMarked ? [noteOn("stars", label("doubtful", language))] : []),
      allGroups(report, language),
    ],
  };
}

/** Of an agency's share whether it differs clearly from the target; null of other groups, and where that is not known. */
function clearOf({ key, group, verdict: v }: Result, report: Report) {
  if (group?.by !== "agency" || v === "undecided") return null;
  return findingOf(report, key, group.name ?? "");
}

function groupTone(result: Result, report: Report): Tone {
  const finding = clearOf(result, report);
  return finding === null ? toneOf(result) : ({ better: "pass", worse: "fail", usual: "none" } as const)[finding];
}

/** Of so few cases that nothing is judged. */
function isTooFew({ reason }: Result): boolean {
  return reason === "too-few-cases";
}

/** Of a target that few cases may turn, or of too few. */
function isDoubtful(result: Result): boolean {
  return isTooFew(result) || (result.verdict !== null && result.small);
}

/** The name of a group where it is compared, with a star where its cases are few. */
function starred(group: Result, report: Report, language: Language): string {
  const { by = "", name } = group.group ?? {};
  return `${fullName(by, name ?? "", report, language)}${isDoubtful(group) ? " *" : ""}`;
}

function hasValue({ measure }: Result): boolean {
  return typeof measure?.value === "number";
}

/** Of a share as many whole cases as it takes, as the results say; the parts stay fractions of them. */
function wholeShort({ slack }: Result, total: number): number {
  return slack !== null && "cases" in slack ? slack.cases : total;
}

/** What is short of a target, in words. */
function shortText(short: number, unit: Miss["unit"], result: Result, clock: Clock, language: Language): string {
  const way = shortWayOf(result);
  if (unit === "cases") return periodicSentence("shortCases", { short, way, isRating: isOfRatings(result) }, language);
  return periodicSentence("shortTime", { way, time: leastTime(short, unit, clock, language) }, language);
}

function isOfRatings({ kpi }: Result): boolean {
  return kpi.startsWith("satisfaction");
}

/** The results of one target by a grouping. */
function groupsOf({ results }: Report, { key }: Result, grouping: string): Result[] {
  return results.filter(({ key: own, group }) => own === key && group?.by === grouping);
}

function misses(report: Report, grouping: string, language: Language): Block[] {
  const items = (report.periodic?.misses ?? [])
    .filter(({ by }) => by === grouping)
    .map(({ key, unit, total, groups, more }) => {
      const result = report.results.find((one) => one.key === key && one.group === null) as Result;
      const clock = clockOf(result, report);
      const noun = isOfRatings(result) ? "ratings" : "cases";
      const parts = groups.map(({ name, short, n }) => {
        const named = fullName(grouping, name, report, language);
        const size = inParts(short, unit, clock, language);
        return `${named} (${size}/${counted(n, noun, language)})`;
      });
      const by = periodicLabel(grouping as PeriodicLabel, language);
      return periodicSentence(
        "miss",
        {
          title: title(result, language),
          whole: shortText(wholeShort(result, total), unit, result, clock, language),
          parts,
          more,
          by,
          way: shortWayOf(result),
          isOffset: falling(result, groupsOf(report, result, grouping)).isNet,
        },
        language,
      );
    });
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

function inParts(short: number, unit: Miss["unit"], clock: Clock, language: Language): string {
  if (unit !== "cases") return leastTime(short, unit, clock, language);
  const rounded = Math.round(short * 10) / 10;
  const text = inUnit(rounded, Number.isInteger(rounded) ? "count" : "number", language);
  return text;
}

/**
 * Bars by group of each missed target that is a share or a mean: by what each takes from the whole, since the worst rate is
 * as a rule that of the smallest group; those of few cases have a star.
 */
function barCharts(report: Report, own: readonly Result[], grouping: string, language: Language): Chart[] {
  const charts = own.flatMap((result): { chart: Chart; scale: string }[] => {
    if (result.verdict !== "fail") return [];
    const all = groupsOf(report, result, grouping);
    const groups = all.filter(hasValue);
    const miss = report.periodic?.misses.find(({ key, by }) => key === result.key && by === grouping);
    // One bar compares nothing.
    if (groups.length < 2) return [];
    const first = drawnOf(result, groups, language, mostBars);
    const by = periodicLabel(grouping as PeriodicLabel, language);
    const few = drawnOf(result, groups, language, mostBarsOnPaper);
    const sourceWith = (drawn: readonly Result[]) =>
      [sourceOf(report, result, language), ...notDrawn(result, all, drawn, by, language)].join(" ");
    const sum = countColumn(groups, language);
    const name = title(result, language);
    const scale = result.measure?.kind === "reduction" ? "cut" : result.unit;
    return [
      {
        scale,
        chart: {
          kind: "chart",
          title: barsTitle(miss, result, all, report, language) ?? `${name} · ${by}`,
          subtitle: `${name} · ${by}`,
          source: sourceWith(first),
          description: periodicSentence(
            "barsChart",
            { title: name, by, way: shortWayOf(result), target: target(result, language) },
            language,
          ),
          isMain: grouping === "agency",
          drawing: {
            type: "bars",
            target: targetLimit(result),
            targetText: `${firstLabel("target", language)} ${target(result, language)}`,
            shown: (value) => inUnit(value, result.unit, language, { limit: targetLimit(result) }),
            bars: first.map((group) => ({
              label: groupName(group, language),
              ...shownAs(group),
              // Behind the number, where no long name is cut.
              note: `${measured(group, language)} · ${whole(caseCount(group) ?? 0, language)}${isDoubtful(group) ? "*" : ""}`,
              tone: groupTone(group, report),
              isFew: isTooFew(group),
            })),
            onPaper: { bars: few.map((group) => first.indexOf(group)), source: sourceWith(few) },
          },
          table: {
            kind: "table",
            caption: `${name} · ${by}`,
            columns: [
              words(by),
              numbers(periodicLabel("value", language)),
              words(periodicLabel("interval", language)),
              words(periodicLabel("verdict", language)),
              sum.column,
            ],
            rows: first.map((group) => [
              cell(starred(group, report, language)),
              valueCell(group, language),
              intervalCell(group, language),
              verdictCell(group, language),
              sum.cell(group),
            ]),
          },
        },
      },
    ];
  });
  // Charts of one unit have one scale.
  return charts.map(({ chart, scale }) => {
    const alike = charts.filter((one) => one.scale === scale).map((one) => one.chart.drawing as BarsDrawing);
    const ends = alike.flatMap(({ bars: all, target: limit }) => [
      limit ?? 0,
      ...all.flatMap(({ value, interval }) => [value, ...(interval ?? [])]),
    ]);
    const most = Math.max(...ends);
    const domain = [Math.min(0, ...ends), scale === "percent" ? Math.max(100, most) : most] as const;
    return { ...chart, drawing: { ...(chart.drawing as BarsDrawing), domain } };
  });
}

/** The groups that have a bar: those that miss first, whatever their size, and of the others those of few cases last. */
function drawnOf(result: Result, groups: readonly Result[], language: Language, most: number): Result[] {
  const short = (group: Result) => contribution(result, group);
  const missing = new Set(falling(result, groups).all);
  return groups
    .toSorted(
      (a, b) =>
        Number(missing.has(b)) - Number(missing.has(a)) ||
        (missing.has(a)
          ? 0
          : Number(isTooFew(a)) - Number(isTooFew(b)) || Number(isDoubtful(a)) - Number(isDoubtful(b))) ||
        short(b) - short(a) ||
        inVietnamese(groupName(a, language), groupName(b, language)),
    )
    .slice(0, most);
}

/** How many groups have no bar, and how many of these miss; nothing where all that have a part in the figure have one. */
function notDrawn(
  result: Result,
  groups: readonly Result[],
  drawn: readonly Result[],
  by: string,
  language: Language,
): string[] {
  const others = groups.filter((group) => !drawn.includes(group) && (hasValue(group) || weightOf(group) > 0));
  if (others.length === 0) return [];
  const missing = falling(result, others).all.length;
  return [periodicSentence("notDrawn", { count: others.length, missing, by, way: shortWayOf(result) }, language)];
}

/** The bar of a group, and between what its value lies: of one that is undecided up to the lower end. */
function shownAs({
  measure,
  interval,
  verdict: v,
  bounds,
}: Result): Pick<BarsDrawing["bars"][number], "value" | "interval"> {
  if (v === "undecided" && bounds !== null) return { value: bounds[0], interval: bounds };
  return { value: measure?.value as number, interval };
}

/** Which groups a miss lies with, as a title; null where none falls short. */
function barsTitle(
  miss: Miss | undefined,
  result: Result,
  groups: readonly Result[],
  report: Report,
  language: Language,
): string | null {
  if (miss === undefined) return null;
  const [first, second, third] = miss.groups;
  const { all, alike } = falling(result, groups);
  const nameOf = (name: string) =>
    groups.filter(({ group }) => (group?.name ?? "") === name).map((group) => starred(group, report, language));
  // Two are named where they stand out together.
  const named =
    second !== undefined && (third === undefined || second.short > 2 * third.short) ? [first, second] : [first];
  return periodicSentence(
    "barsTitle",
    {
      alike: alike.length,
      // No group stands out where the next is nearly as much.
      isSpread: named.length === 1 && second !== undefined && first.short < 1.5 * second.short,
      count: all.length,
      by: periodicLabel(miss.by as PeriodicLabel, language),
      names: alike.length > named.length ? [] : named.flatMap(({ name }) => nameOf(name)),
      way: shortWayOf(result),
    },
    language,
  );
}

function intervalCell({ interval, unit }: Result, language: Language): Cell {
  if (interval === null) return cell("");
  return cell(interval.map((value) => inUnit(value, unit, language)).join(" – "));
}

/** A row a group, a column a KPI: for who reads a page. */
function matrix(
  own: readonly Result[],
  groups: readonly Result[],
  grouping: string,
  report: Report,
  language: Language,
): Table {
  const shown = own.filter(({ key }) => groups.some((group) => group.key === key && hasValue(group)));
  const names = [...new Set(groups.map(({ group }) => group?.name ?? ""))];
  const weight = (name: string) =>
    Math.max(0, ...groups.filter(({ group }) => group?.name === name).map((group) => caseCount(group) ?? 0));
  const inOrder = names
    .map((name) => ({ name, n: weight(name) }))
    .sort((a, b) => b.n - a.n || inVietnamese(a.name, b.name));
  const byName = new Map(groups.map((result) => [`${result.key} ${result.group?.name}`, result]));
  return {
    kind: "table",
    only: "page",
    top: mostRows,
    // The heading above says it.
    caption: "",
    columns: [
      words(periodicLabel(grouping as PeriodicLabel, language)),
      ...shown.map((result) =>
        numbers(`${result.title[language]}${result.target === null ? "" : ` (${target(result, language)})`}`),
      ),
    ],
    rows: inOrder.map(({ name }) => [
      cell(fullName(grouping, name, report, language)),
      ...shown.map(({ key }) => {
        const result = byName.get(`${key} ${name}`);
        if (result === undefined || !hasValue(result)) return cell("");
        const finding = clearOf(result, report);
        // Of agencies it is told what is clear, and not who is above and below by however little.
        const sign =
          finding !== null
            ? { better: "▲ ", worse: "▼ ", usual: "" }[finding]
            : result.verdict === null
              ? ""
              : `${verdict(result, language).slice(0, 1)} `;
        return cell(
          `${sign}${measured(result, language)} (${whole(caseCount(result) ?? 0, language)})${isDoubtful(result) ? "*" : ""}`,
          groupTone(result, report),
        );
      }),
    ]),
  };
}

/** Every result of every group: for a spreadsheet. */
function allGroups(report: Report, language: Language): Table {
  const { results, options } = report;
  const say = (name: PeriodicLabel) => periodicLabel(name, language);
  const groups = results.filter(({ group, each, measure }) => group !== null && !each && measure !== null);
  const sum = countColumn(groups, language);
  return {
    kind: "table",
    only: "sheet",
    caption: say("groups"),
    columns: [
      words(say("group")),
      words(say("name")),
      words(say("kpi")),
      numbers(say("value")),
      numbers(say("target")),
      words(say("verdict")),
      sum.column,
      words(say("clause")),
    ],
    rows: options.by.flatMap((by) =>
      groups
        .filter(({ group }) => group?.by === by)
        .map((result) => [
          cell(say(by as PeriodicLabel)),
          cell(fullName(by, result.group?.name ?? "", report, language)),
          cell(result.title[language]),
          valueCell(result, language),
          cell(target(result, language)),
          verdictCell(result, language),
          sum.cell(result),
          cell(result.clause ?? ""),
        ]),
    ),
  };
}
