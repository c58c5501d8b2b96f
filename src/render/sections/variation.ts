/** What of each trend is usual, and what a sign of change (methods/xmr.ts). */
import type { Result } from "../../judge/verdict.ts";
import { methodSentence } from "../../text/methods.ts";
import { type Block, cell, type Making, numbers, text, words } from "../document.ts";
import { title } from "../wording/titles.ts";
import { inUnit, unitCell, valueCell } from "./cells.ts";

import { saying, signs, toneFor } from "./findings.ts";

/** Fewer periods with a value show no trend (methods/xmr.ts). */
const fewestPeriods = 12;

/** Each KPI's usual variation, what of it is a sign of change, and whether the process as it is meets its target. */
export function variationBlocks({ report, language }: Making): Block[] {
  const say = saying(language);
  const series = report.periodic?.trend.series ?? [];
  const known = series.flatMap(({ key, variation }) => {
    const result = report.results.find((one) => one.key === key && one.group === null);
    return variation === null || result === undefined ? [] : [{ result, variation }];
  });
  if (known.length === 0) {
    if (series.length === 0) return [];
    const hasEnough = series.some(({ points }) => points.filter(({ value }) => value !== null).length >= fewestPeriods);
    return [text(methodSentence(hasEnough ? "notNow" : "tooFew", {}, language))];
  }
  const shown = (value: number, { unit }: Result) =>
    unitCell(inUnit(value, unit, language), value, unit, language, "elapsed");
  return [
    text(methodSentence("xmrNote", { count: Math.max(...known.map(({ variation }) => variation.n)) }, language)),
    {
      kind: "table",
      caption: say("variation"),
      columns: [
        words(say("kpi")),
        numbers(say("now")),
        numbers(say("mean")),
        numbers(say("from"), say("limits")),
        numbers(say("to"), say("limits")),
        words(say("change")),
        words(say("sign")),
        words(say("assurance")),
      ],
      rows: known.map(({ result, variation }) => {
        const { mean, low, high, now, sign, assurance } = variation;
        const why = sign === null ? "" : methodSentence(sign.rule, { side: sign.side, count: sign.count }, language);
        return [
          cell(title(result, language)),
          valueCell(result, language),
          shown(mean, result),
          shown(low, result),
          shown(high, result),
          cell(`${signs[now] ?? ""}${say(now)}`, toneFor(now)),
          cell(why),
          cell(assurance !== null ? say(assurance) : result.target === null ? "" : say("unstable"), toneFor(assurance)),
        ];
      }),
    },
  ];
}
