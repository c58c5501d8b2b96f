/** The national index: points by group and metric, what they cost, and how sure each formula is. */
import type { CostlyGroup, PointSpan, Score, ScoreMetric } from "../../report/points.ts";
import { about, capital, clean, type Language, whole } from "../../text/language.ts";
import {
  type ScoreLabel,
  scoreFromTitles,
  scoreGroupTitles,
  scoreLabel,
  scoreNotes,
  scoreSentence,
  spanText,
  surenessTitles,
} from "../../text/score.ts";
import {
  type Block,
  type Cell,
  cell,
  type Making,
  numbers,
  type Section,
  type Table,
  text,
  words,
} from "../document.ts";
import { fullName } from "../wording/titles.ts";
import { wholeCell } from "./cells.ts";

/** Decimals of points; of what is almost all of them more. */
const [places, mostPlaces] = [2, 6];

export function scoreSection({ report, language }: Making): Section | null {
  const { score } = report;
  if (score === undefined) return null;
  const say = (name: ScoreLabel) => scoreLabel(name, language);
  return {
    id: "index",
    title: say("index"),
    blocks: [
      ...leadOf(report.period, score, language).map((line) => text(line)),
      metricsTable(score, language),
      ...(score.portal === undefined ? [] : [{ kind: "list", items: portalSentences(score, language) } as const]),
      ...handledLines(score, language),
      ...unitTables(report.options.top, score, language),
      ...costlyTables(report.options.top, score, (by, name) => fullName(by, name, report, language), language),
      { kind: "heading", text: say("formulas") },
      { kind: "list", items: score.metrics.map((metric) => formulaOf(metric, language)) },
    ],
  };
}

/** The total and why it is a range, in sentences. */
export function leadOf(
  period: { readonly name: string; readonly from: string; readonly to: string } | null,
  { total, metrics }: Score,
  language: Language,
): string[] {
  const unsupplied = metrics.filter(({ from }) => from === "not-supplied");
  const data = {
    unsupplied: unsupplied.length,
    unsuppliedPoints: unsupplied.reduce((sum, { score }) => sum + score.high - score.low, 0),
  };
  return [
    ...(period === null
      ? []
      : [
          scoreSentence(
            "total",
            { period: period.name, from: period.from, to: period.to, total: spanText(total, language) },
            language,
          ),
        ]),
    ...(total.low === total.high ? [] : [scoreSentence("range", data, language)]),
    scoreSentence("unofficial", {}, language),
  ];
}

/** 27 ÷ 30. */
export function fractionOf({ numerator, denominator, from }: ScoreMetric, language: Language): string {
  if (from === "not-supplied") return scoreFromTitles[from][language];
  const shown =
    numerator === null || denominator === null ? "" : `${whole(numerator, language)} ÷ ${whole(denominator, language)}`;
  return from === "log" || from === "part"
    ? shown
    : shown === ""
      ? scoreFromTitles[from][language]
      : `${shown} (${scoreFromTitles[from][language]})`;
}

export function shareOf({ share }: ScoreMetric, language: Language): string {
  return share === null ? "" : `${spanText(share, language)}${language === "vi" ? "%" : " %"}`;
}

/** Decimals with which points that are not all of them are not said to be: 3.996 of 4, which lack 0.004. */
export function pointPlaces({ points, score }: Pick<ScoreMetric, "points" | "score">): number {
  const isRounded = (of: number) =>
    [score.low, score.high].some((value) => points - value > 1e-9 && Number(about(value, of, "en")) === points);
  let own = places;
  while (own < mostPlaces && isRounded(own)) own++;
  return own;
}

/** What is lost of the points, both to so many decimals: the two come to the whole, in whole numbers, without a double's dust. */
export function lostOf(one: Pick<ScoreMetric, "points" | "score">, decimals = pointPlaces(one)): PointSpan {
  const { points, score } = one;
  const scale = 10 ** decimals;
  const lost = (value: number) =>
    Math.round(points * scale - Math.round(Number(about(value, decimals, "en")) * scale)) / scale;
  return { low: lost(score.high), high: lost(score.low) };
}

/** What cases of a group cost, as it is shown: never more than the metric has lost, by the same rounding. */
export function lostIn({ lost, metric }: Pick<CostlyGroup, "lost"> & { readonly metric: ScoreMetric }): number {
  return Math.min(lost, lostOf(metric).high);
}

/** A number where both ends are one as they are shown. */
const pointsCell = (value: PointSpan, language: Language, decimals = places): Cell => {
  const shown = spanText(value, language, decimals);
  return shown === about(value.low, decimals, language)
    ? { text: shown, value: value.low, format: "decimal", places: decimals }
    : { text: shown };
};

function shareCell(own: ScoreMetric, language: Language): Cell {
  const shown = shareOf(own, language);
  return own.share === null || own.share.low !== own.share.high
    ? cell(shown)
    : { text: shown, value: own.share.low, format: "percent", places };
}

const lostCell = (lost: number, language: Language): Cell => ({
  ...{ text: about(lost, 2, language), value: lost, format: "decimal", places: 2 },
});

function metricsTable({ metrics, groups, total, max }: Score, language: Language): Table {
  const say = (name: ScoreLabel) => scoreLabel(name, language);
  const row = (title: string, one: Pick<ScoreMetric, "points" | "score">, own?: ScoreMetric): Cell[] => [
    cell(title),
    wholeCell(one.points, language),
    pointsCell(one.score, language, pointPlaces(one)),
    pointsCell(lostOf(one), language, pointPlaces(one)),
    // A fraction stays in one line.
    cell(own === undefined ? "" : fractionOf(own, language).replaceAll(" ÷ ", "\u00a0÷\u00a0")),
    own === undefined ? cell("") : shareCell(own, language),
    own === undefined || own.regain === null ? cell("") : wholeCell(own.regain, language),
  ];
  return {
    kind: "table",
    caption: "",
    hasTotal: true,
    columns: [
      words(say("metric")),
      numbers(say("max")),
      numbers(say("points")),
      numbers(say("lost")),
      numbers(say("fraction")),
      numbers(say("share")),
      numbers(say("regain")),
    ],
    rows: [
      ...groups.flatMap(({ id, points, score }) => {
        const own = metrics.filter(({ group }) => group === id);
        const title = scoreGroupTitles[id][language];
        const whole = row(title.toLocaleUpperCase(language), { points, score });
        return [whole, ...own.map((metric) => row(`${metric.clause} ${metric.title[language]}`, metric, metric))];
      }),
      row(say("total"), { points: max, score: total }),
    ],
  };
}

/** How the cases of the period stand by the index's own rule. */
export function handledSentences({ handled }: Score, language: Language): string[] {
  if (handled === null || handled.cases + handled.unknown === 0) return [];
  const { cases, inTime, renewed, supplementedTwice, unknown } = handled;
  const share = (count: number) =>
    cases === 0 ? "" : `${about((100 * count) / cases, 2, language)}${language === "vi" ? "%" : " %"}`;
  return [
    scoreSentence("handled", { ...handled, inTime }, language),
    ...(renewed !== null && renewed > 0
      ? [scoreSentence("renewed", { renewed, share: share(renewed) }, language)]
      : []),
    ...(supplementedTwice !== null && supplementedTwice > 0
      ? [scoreSentence("twice", { twice: supplementedTwice }, language)]
      : []),
    ...(unknown > 0 ? [scoreSentence("unknown", { unknown }, language)] : []),
  ];
}

/** Online services and online payment may be told together. */
function groupTitle(id: string, language: Language): string {
  return id
    .split("+")
    .map((one) => scoreGroupTitles[one][language])
    .join(" + ");
}

/** What the portal shows, which groups lie outside what is worked out, and whose numbers of cases are not the log's. */
export function portalSentences({ portal }: Score, language: Language): string[] {
  if (portal === undefined) return [];
  const points = (value: number) => about(value, 2, language);
  const apartOf = (apart: number) =>
    apart === 0 ? "" : scoreSentence(apart > 0 ? "above" : "below", { by: points(Math.abs(apart)) }, language);
  const { unit, total, groups, aboveMax, sumAboveTotal, counts, unread } = portal;
  const isSound = aboveMax.length === 0 && sumAboveTotal === null;
  const same = counts.filter(({ apart }) => apart === 0).map(({ id }) => id);
  const said: string[] = [];
  if (total !== null) {
    const data = { unit: clean(unit), shown: points(total.shown), apart: apartOf(total.apart), isSound };
    said.push(scoreSentence("portal", data, language));
  }
  for (const { id, shown, points: most } of aboveMax) {
    const group = groupTitle(id, language);
    said.push(scoreSentence("aboveMax", { group, shown: points(shown), points: most }, language));
  }
  if (sumAboveTotal !== null && total !== null) {
    const data = { sum: points(sumAboveTotal), total: points(total.shown) };
    said.push(scoreSentence("sumAboveTotal", data, language));
  }
  for (const { id, shown, apart } of groups.filter((one) => one.apart !== 0)) {
    const data = { group: groupTitle(id, language), shown: points(shown), apart: apartOf(apart) };
    said.push(scoreSentence("apart", data, language));
  }
  for (const { id, shown, own, apart } of counts.filter((one) => one.apart !== 0)) {
    const ofLog = own === null ? null : [...new Set([own.low, own.high])].map((n) => whole(n, language)).join(" – ");
    said.push(scoreSentence("portalCases", { count: id, shown, own: ofLog, apart }, language));
  }
  // Where nothing is apart somebody wants to know that it was looked at.
  if (said.length === 0 && groups.length > 0) said.push(scoreSentence("portalWithin", {}, language));
  if (same.length > 0) said.push(scoreSentence("portalSame", { counts: same }, language));
  if (unread.length > 0) said.push(scoreSentence("portalUnread", { titles: unread.map(clean) }, language));
  return said;
}

function handledLines(score: Score, language: Language): Block[] {
  const items = handledSentences(score, language);
  return items.length === 0
    ? []
    : [
        { kind: "heading", text: scoreLabel("handled", language) },
        { kind: "list", items },
      ];
}

/** What the agencies' own points are of; null where there are not two agencies to tell apart. */
export function unitSentence({ units }: Score, language: Language): string | null {
  if (units.length < 2) return null;
  const [{ metrics, points }] = units;
  return scoreSentence("units", { metrics: metrics.length, points }, language);
}

/** The agencies' own points, by metric. */
function unitTables(top: number, score: Score, language: Language): Block[] {
  const sentence = unitSentence(score, language);
  if (sentence === null) return [];
  const say = (name: ScoreLabel) => scoreLabel(name, language);
  const { units, metrics } = score;
  const shown = metrics.filter(({ id }) => units[0].metrics.some((own) => own.id === id));
  return [
    { kind: "heading", text: say("units") },
    text(sentence),
    {
      kind: "table",
      caption: "",
      top,
      columns: [
        words(say("agency")),
        numbers(say("cases")),
        ...shown.map(({ clause, title, points }) => numbers(`${clause} ${title[language]} (${points})`)),
        numbers(`${say("unitPoints")} (${units[0].points})`),
      ],
      rows: units.map(({ name, cases, score: own, metrics: ofUnit }) => [
        cell(clean(name) === "" ? say("noName") : clean(name)),
        wholeCell(cases, language),
        ...ofUnit.map((one) => pointsCell(one.score, language)),
        pointsCell(own, language),
      ]),
    },
  ];
}

/** Groups with the metric that they cost points in; most points first. None where the log names no group. */
export function costly(score: Score, by: CostlyGroup["by"]): (CostlyGroup & { readonly metric: ScoreMetric })[] {
  const found = score.metrics
    .flatMap((metric) => metric.costly.filter((one) => one.by === by).map((one) => ({ ...one, metric })))
    .sort((a, b) => b.lost - a.lost || (a.name < b.name ? -1 : 1));
  return found.every(({ name }) => clean(name) === "") ? [] : found;
}

function costlyTables(
  top: number,
  score: Score,
  nameOf: (by: string, name: string) => string,
  language: Language,
): Block[] {
  const say = (name: ScoreLabel) => scoreLabel(name, language);
  return (
    [
      ["agency", "costlyAgencies"],
      ["procedure", "costlyProcedures"],
    ] as const
  ).flatMap(([by, caption]): Block[] => {
    const rows = costly(score, by);
    if (rows.length === 0) return [];
    return [
      {
        kind: "table",
        caption: say(caption),
        top,
        columns: [
          words(say(by)),
          words(say("metric")),
          numbers(say("missing")),
          numbers(say("of")),
          numbers(say("lost")),
        ],
        rows: rows.map(({ name, metric, missing, of, ...own }) => [
          cell(clean(name) === "" ? say("noName") : nameOf(by, name)),
          cell(metric.title[language]),
          wholeCell(missing, language),
          wholeCell(of, language),
          lostCell(lostIn({ ...own, metric }), language),
        ]),
      },
    ];
  });
}

/** A metric's formula, where it comes from, and what must be known of its figure. */
export function formulaOf(metric: ScoreMetric, language: Language): string {
  const { clause, title, formula, sureness, notes, from } = metric;
  const said = [
    surenessTitles[sureness][language],
    ...(from === "log" ? [] : [scoreFromTitles[from][language]]),
    ...notes.map((note) => scoreNotes[note][language]),
  ];
  return `${clause} ${title[language]}: ${formula[language]}. ${capital(said.join("; "))}.`;
}
