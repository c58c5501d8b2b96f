/** Section 2: each KPI over the last periods, with its target. */

import type { Result } from "../../judge/verdict.ts";
import type { TrendPoint } from "../../report/findings.ts";
import type { Report } from "../../report/report.ts";
import { firstLabel } from "../../text/first.ts";
import type { Language } from "../../text/language.ts";
import { methodLabel } from "../../text/methods.ts";
import { periodicLabel, periodicSentence } from "../../text/periodic.ts";
import { periodLabel } from "../../text/periods.ts";
import { type Chart, cell, type Making, numbers, type Section, type TrendDrawing, text, words } from "../document.ts";
import { target, targetLimit } from "../wording/targets.ts";
import { title } from "../wording/titles.ts";
import { verdict } from "../wording/verdicts.ts";
import { countColumn, inUnit, sourceOf, toneOf, unitCell, wholeCell } from "./cells.ts";
import { variationBlocks } from "./variation.ts";

/** A trend of fewer points is none. */
const leastPoints = 2;

export function trendSection(making: Making): Section | null {
  const { report, language } = making;
  const { periodic } = report;
  if (periodic === undefined) return null;
  const charts = onOneScale(
    report.results.flatMap((result) => {
      const chart = trendChart(report, result, language);
      // A cut is no share of a whole: it may be below 0, and has a scale of its own.
      const scale = result.measure?.kind === "reduction" ? "cut" : result.unit;
      return chart === null ? [] : [{ chart, scale }];
    }),
  );
  if (charts.length === 0) return null;
  // Those that are drawn: a picture may have no room for the name under each point.
  const partial = periodic.trend.periods
    .map(({ name, partial: isPart }) => ({ isPart, label: periodLabel(name, language) }))
    .filter(({ isPart, label }) => isPart && charts.some((one) => hasPoint(one, label)));
  const periods = partial.map(({ label }) => label);
  const hasOtherTargets = charts.some(({ drawing }) =>
    (drawing as TrendDrawing).points.some(({ target: own }) => own !== undefined),
  );
  return {
    id: "trend",
    title: periodicLabel("trend", language),
    blocks: [
      ...variationBlocks(making),
      ...charts,
      ...(hasOtherTargets ? [text(periodicSentence("otherTargets", { year: report.plan.year }, language))] : []),
      ...(periods.length === 0 ? [] : [text(periodicSentence("partialTrend", { periods }, language))]),
    ],
  };
}

function hasPoint({ drawing }: Chart, period: string): boolean {
  return (drawing as TrendDrawing).points.some(({ label, value }) => label === `${period}*` && value !== null);
}

/** Charts of one unit have one scale, so that what looks higher is higher. */
function onOneScale(all: readonly { readonly chart: Chart; readonly scale: string }[]): Chart[] {
  const domains = new Map<string, [number, number]>();
  for (const scale of new Set(all.map((one) => one.scale))) {
    const drawings = all.filter((one) => one.scale === scale).map(({ chart }) => chart.drawing as TrendDrawing);
    const values = drawings.flatMap(({ points, target, usual }) => [
      ...(usual == null ? [] : [usual.low, usual.high]),
      ...points.flatMap(({ value }) => (value === null ? [] : [value])),
      ...points.flatMap((point) => (point.target == null ? [] : [point.target])),
      ...(target === null ? [] : [target]),
    ]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = high > low ? (high - low) * 0.12 : Math.max(1, Math.abs(high) * 0.05);
    const most = Math.min(...drawings.map((one) => one.most ?? Number.POSITIVE_INFINITY));
    domains.set(scale, [low - room, Math.max(high, Math.min(high + room, most))]);
  }
  return all.map(({ chart, scale }) => {
    const domain = domains.get(scale) as [number, number];
    return { ...chart, drawing: { ...(chart.drawing as TrendDrawing), domain } };
  });
}

/** The line of a result; null for one that has none. */
export function trendDrawing({ periodic }: Report, result: Result, language: Language): TrendDrawing | null {
  const series = result.group === null ? periodic?.trend.series.find(({ key }) => key === result.key) : undefined;
  if (periodic === undefined || series === undefined) return null;
  // A period that what could not be read may turn has no point.
  const decided = series.points.map(({ value, verdict: v }) => (v === "undecided" ? null : value));
  if (decided.filter((value) => value !== null).length < leastPoints) return null;
  return {
    type: "trend",
    ...(result.unit === "percent" && { most: 100 }),
    target: targetLimit(result),
    targetText: target(result, language),
    usual: series.variation,
    key: [periodicLabel("met", language), periodicLabel("missed", language)],
    shown: (value) => inUnit(value, result.unit, language, { limit: targetLimit(result) }),
    points: series.points.map(({ verdict: v, target: own }, i) => {
      const { name, partial } = periodic.trend.periods[i];
      const label = periodLabel(name, language) + (partial && series.points[i].value !== null ? "*" : "");
      const other = own !== undefined && { target: targetLimit({ ...result, target: own }) };
      return { label, value: decided[i], tone: toneOf({ verdict: v }), ...other };
    }),
  };
}

function trendChart(report: Report, result: Result, language: Language): Chart | null {
  const drawing = trendDrawing(report, result, language);
  const series = report.periodic?.trend.series.find(({ key }) => key === result.key);
  if (drawing === null || series === undefined) return null;
  const there = drawing.points.filter(({ value }) => value !== null) as { label: string; value: number }[];
  const low = there.reduce((a, b) => (b.value < a.value ? b : a));
  const high = there.reduce((a, b) => (b.value > a.value ? b : a));
  const name = title(result, language);
  const judged = series.points.flatMap(({ verdict: v }) => (v === "pass" || v === "fail" ? [v] : []));
  const data = {
    title: name,
    // What never moves has no lowest and no highest.
    isStill: low.value === high.value,
    judged: judged.length,
    missed: judged.filter((v) => v === "fail").length,
    count: there.length,
    low: drawing.shown(low.value),
    lowAt: low.label,
    high: drawing.shown(high.value),
    highAt: high.label,
    now: shownNow(drawing, series.points.at(-1), language),
    target: target(result, language),
    variation: series.variation === null ? null : methodLabel(series.variation.now, language),
  };
  const say = (one: Parameters<typeof periodicLabel>[0]) => periodicLabel(one, language);
  return {
    kind: "chart",
    title: periodicSentence("trendTitle", data, language),
    subtitle: name,
    source: sourceOf(report, result, language),
    description: periodicSentence("trendChart", data, language),
    drawing,
    isMain: result.verdict === "fail",
    table: {
      kind: "table",
      caption: name,
      columns: [
        words(say("period")),
        numbers(say("value")),
        words(say("verdict")),
        countColumn([result], language).column,
      ],
      rows: drawing.points.map(({ label: period, value, tone }, i) => {
        const { verdict: v, value: known, n } = series.points[i];
        return [
          cell(period),
          value === null
            ? cell(rangeOf(drawing, series.points[i]))
            : unitCell(drawing.shown(value), value, result.unit, language, "elapsed"),
          cell(known === null ? "" : verdict({ ...result, verdict: v, small: false, bounds: null }, language), tone),
          wholeCell(known === null ? null : n, language),
        ];
      }),
    },
  };
}

/** Both ends of a point that is undecided; "" where nothing bounds it. */
function rangeOf({ shown }: TrendDrawing, { bounds }: TrendPoint): string {
  return bounds == null ? "" : bounds.map(shown).join(" – ");
}

/** The value of this period, or its two ends. */
function shownNow(drawing: TrendDrawing, now: TrendPoint | undefined, language: Language): string {
  if (now?.value == null) return periodicLabel("noValue", language);
  if (now.verdict !== "undecided") return drawing.shown(now.value);
  return rangeOf(drawing, now) || firstLabel("undecided", language).toLocaleLowerCase(language);
}
