/** The national index for a terminal, and for a spreadsheet. */
import CliTable from "cli-table3";
import type { Score, ScoreMetric } from "../report/points.ts";
import type { Report } from "../report/report.ts";
import { about, clean, type Language, whole } from "../text/language.ts";
import { type ScoreLabel, scoreGroupTitles, scoreLabel, scoreSentence, spanText } from "../text/score.ts";
import { csvCell } from "./delimited.ts";
import { noLines, plainStyle, wrap } from "./lines.ts";
import type { RenderOptions } from "./options.ts";
import {
  costly,
  fractionOf,
  handledSentences,
  leadOf,
  lostIn,
  lostOf,
  pointPlaces,
  portalSentences,
  shareOf,
  unitSentence,
} from "./sections/score.ts";
import { heading, inputNotes, source, warnings } from "./wording/frame.ts";
import { fullName } from "./wording/titles.ts";

const leastTitle = 16;

/** The points of a report by group and metric, and what cost most of them. */
export function scoreTable(report: Report & { readonly score: Score }, { language, width }: RenderOptions): string {
  const { score } = report;
  const { top } = report.options;
  const say = (name: ScoreLabel) => scoreLabel(name, language);
  const wrapped = (lines: readonly string[], indent = "") => lines.flatMap((line) => wrap(`${indent}${line}`, width));
  const rowOf = (title: string, one: Pick<ScoreMetric, "points" | "score">, own?: ScoreMetric) => [
    title,
    own === undefined ? "" : fractionOf(own, language),
    own === undefined ? "" : shareOf(own, language),
    String(one.points),
    spanText(one.score, language, pointPlaces(one)),
    spanText(lostOf(one), language, pointPlaces(one)),
    own === undefined || own.regain === null ? "" : whole(own.regain, language),
  ];
  const rows = [
    ...score.groups.flatMap(({ id, points, score: own }) => [
      rowOf(scoreGroupTitles[id][language], { points, score: own }),
      ...score.metrics
        .filter(({ group }) => group === id)
        .map((metric) => rowOf(`  ${metric.clause} ${metric.title[language]}`, metric, metric)),
    ]),
    rowOf(say("total"), { points: score.max, score: score.total }),
  ];
  const head = (["metric", "fraction", "share", "max", "points", "lost", "regain"] as const).map(say);
  const blocks = [
    [...wrap(heading(report, language), width), ...wrap(source(report, language), width)],
    wrapped(leadOf(report.period, score, language)),
    wrapped([...warnings(report, language), ...inputNotes(report, language)]),
    tableOf(head, rows, width),
    wrapped(portalSentences(score, language), " "),
    wrapped(handledSentences(score, language), " "),
    unitLines(report, language, width),
    ...(["agency", "procedure"] as const).map((by) => {
      const most = costly(score, by);
      if (most.length === 0) return [];
      const names = most
        .slice(0, top)
        .map(({ name, metric, missing, of, ...own }) => [
          clean(name) === "" ? say("noName") : fullName(by, name, report, language),
          metric.title[language],
          `${missing}/${of}`,
          about(lostIn({ ...own, metric }), 2, language),
        ]);
      const title = say(by === "agency" ? "costlyAgencies" : "costlyProcedures");
      const table = tableOf([title, say("metric"), say("missing"), say("lost")], names, width);
      return [...table, ...moreLines(most.length, top, language)];
    }),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** What a table leaves out, and how to see it. */
function moreLines(all: number, top: number, language: Language): string[] {
  return all > top ? [`   ${scoreSentence("more", { count: all - top, all }, language)}`] : [];
}

/** The agencies with the fewest points of their own; the metrics of each stand in the other outputs. */
function unitLines(report: Report & { readonly score: Score }, language: Language, width: number): string[] {
  const { score } = report;
  const { top } = report.options;
  const sentence = unitSentence(score, language);
  if (sentence === null) return [];
  const say = (name: ScoreLabel) => scoreLabel(name, language);
  const rows = score.units.slice(0, top).map(({ name, cases, score: own, metrics }) => {
    // By what is lost for certain: of a metric that may have all its points nothing is known to be.
    const [most] = metrics
      .flatMap((one) => score.metrics.filter(({ id }) => id === one.id).map((metric) => ({ metric, one })))
      .map(({ metric, one }) => ({ metric, lost: lostOf({ points: metric.points, score: one.score }).low }))
      .sort((a, b) => b.lost - a.lost);
    return [
      clean(name) === "" ? say("noName") : clean(name),
      whole(cases, language),
      spanText(own, language),
      most === undefined || most.lost === 0 ? "" : most.metric.title[language],
    ];
  });
  const head = [say("units"), say("cases"), say("unitPoints"), say("mostLost")];
  const table = tableOf(head, rows, width);
  return [...wrap(` ${sentence}`, width), ...table, ...moreLines(score.units.length, top, language)];
}

/** Columns as wide as they must be; the first gives way, and wraps. */
function tableOf(head: readonly string[], rows: readonly (readonly string[])[], width: number): string[] {
  const widths = head.map((name, i) => Math.max(...[name, ...rows.map((row) => row[i])].map(({ length }) => length)));
  const rest = widths.slice(1).reduce((sum, one) => sum + one + 2, 0) + 1;
  const first = Math.max(leastTitle, Math.min(widths[0], width - rest));
  const words = new Set(head.flatMap((_, i) => (i > 0 && rows.every((row) => !/^\d/.test(row[i])) ? [i] : [])));
  const table = new CliTable({
    chars: { ...noLines, middle: "  " },
    style: plainStyle,
    colWidths: [first, ...widths.slice(1)],
    colAligns: head.map((_, i) => (i === 0 || words.has(i) ? "left" : "right")),
  });
  table.push([...head], ...rows.map(([title, ...others]) => [wrap(title, first).join("\n"), ...others]));
  return table
    .toString()
    .split("\n")
    .map((line) => ` ${line}`.trimEnd());
}

/** Decimals of points in a file: a third of a point as it is, and none of a double's dust. */
const placesInFiles = 10;
const exactly = (value: number) => Number(about(value, placesInFiles, "en"));

/** A row a metric, and a row a group that cost points in it; names of columns and codes are never translated. */
export function scoreCsv({ score, period }: Report & { readonly score: Score }, { language }: RenderOptions): string {
  const columns = [
    ...["period", "group", "clause", "metric", "title", "by", "name", "numerator", "denominator", "missing"],
    ...[
      "share_low",
      "share_high",
      "points",
      "score_low",
      "score_high",
      "lost_low",
      "lost_high",
      "regain",
      "from",
      "sureness",
    ],
  ];
  const name = period?.name ?? "";
  const pointsIn = (one: Pick<ScoreMetric, "points" | "score">) => {
    const lost = lostOf(one, placesInFiles);
    return [one.points, exactly(one.score.low), exactly(one.score.high), lost.low, lost.high];
  };
  const rows = score.metrics.flatMap((one) => [
    [
      ...[name, one.group, one.clause, one.id, one.title[language], null, null, one.numerator, one.denominator, null],
      ...[one.share?.low ?? null, one.share?.high ?? null, ...pointsIn(one), one.regain, one.from, one.sureness],
    ],
    ...one.costly.map(({ by, name: own, missing, of, lost }) => [
      ...[name, one.group, one.clause, one.id, one.title[language], by, clean(own), of - missing, of, missing],
      ...[null, null, null, null, null, null, exactly(lost), null, null, null],
    ]),
  ]);
  const ofUnits = score.units.flatMap(({ name: own, metrics }) =>
    metrics.flatMap(({ id, numerator, denominator, share, score: ofUnit }) => {
      const one = score.metrics.find((metric) => metric.id === id);
      if (one === undefined) return [];
      return [
        [
          ...[name, one.group, one.clause, id, one.title[language], "agency-score", clean(own), numerator, denominator],
          ...[null, share?.low ?? null, share?.high ?? null, ...pointsIn({ points: one.points, score: ofUnit })],
          ...[null, null, null],
        ],
      ];
    }),
  );
  // Excel takes a file without a mark for windows-1258 and breaks every Vietnamese letter.
  return `\ufeff${[columns, ...[...rows, ...ofUnits].map((row) => row.map(csvCell))].map((row) => `${row.join(",")}\r\n`).join("")}`;
}
