/** How likely each target of the year is met. */
import type { Language } from "../../text/language.ts";
import { methodSentence, probabilityText } from "../../text/methods.ts";
import { type Block, type Cell, cell, type Making, numbers, text, words } from "../document.ts";
import { target } from "../wording/targets.ts";
import { title } from "../wording/titles.ts";
import { inUnit, unitCell, valueCell, wholeCell } from "./cells.ts";

import { isForetold, likely, saying, unlikely } from "./findings.ts";

/** How likely each target of the year is met. */
export function forecastBlocks({ report, language }: Making): Block[] {
  const say = saying(language);
  const known = (report.periodic?.needs ?? []).filter(isForetold);
  const year = report.periodic?.yearToDate.results ?? [];
  const rows = known.flatMap(({ key, forecast }) => {
    const result = year.find((one) => one.key === key && one.group === null);
    return result === undefined || forecast === null ? [] : [{ result, forecast }];
  });
  if (rows.length === 0) return [];
  const atPace = rows.filter(({ forecast }) => forecast.expected.from === "run-rate");
  const series = report.periodic?.trend.series ?? [];
  const changed = rows.flatMap(({ result }) => {
    const now = series.find(({ key }) => key === result.key)?.variation?.now ?? "usual";
    return now === "usual" ? [] : [title(result, language)];
  });
  return [
    text(
      methodSentence(
        "forecastNote",
        {
          periods: Math.max(...rows.map(({ forecast }) => forecast.periods)),
          atPace: atPace.length === rows.length ? "all" : atPace.map(({ result }) => title(result, language)),
        },
        language,
      ),
    ),
    ...(changed.length === 0 ? [] : [text(methodSentence("forecastChanged", { titles: changed }, language), true)]),
    {
      kind: "table",
      caption: say("forecast"),
      columns: [
        words(say("kpi")),
        numbers(say("targetSet")),
        numbers(say("soFar")),
        numbers(say("from"), say("yearInterval")),
        numbers(say("to"), say("yearInterval")),
        numbers(say("probability")),
        numbers(say("expected")),
      ],
      rows: rows.map(({ result, forecast }) => [
        cell(title(result, language)),
        cell(target(result, language)),
        valueCell(result, language),
        ...forecast.interval.map((value) =>
          unitCell(inUnit(value, result.unit, language), value, result.unit, language, "elapsed"),
        ),
        probabilityCell(forecast.probability, language),
        wholeCell(forecast.expected.n, language),
      ]),
    },
  ];
}

/** Of what is nearly sure, or hardly likely, the number is a bound: above 99 %. */
function probabilityCell(probability: number, language: Language): Cell {
  const said = probabilityText(probability, language);
  const tone = probability >= likely ? "pass" : probability < unlikely ? "fail" : "none";
  const [, before = ""] = /^([^\d]*?) ?\d/.exec(said) ?? [];
  const value = Math.round(100 * Math.min(0.99, Math.max(0.01, probability)));
  return { text: said, tone, value, format: "percent", ...(before !== "" && { before }) };
}
