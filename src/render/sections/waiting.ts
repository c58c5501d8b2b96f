import { about, clean, type Language, withUnit } from "../../text/language.ts";
import { methodLabel, methodSentence } from "../../text/methods.ts";
import { type Block, cell, type Making, numbers, text, words } from "../document.ts";
import { unitCell, wholeCell } from "./cells.ts";

import { mostRows, saying } from "./findings.ts";

/** The mean of the finished cases alone is misleading where the open ones make it so much longer. */
const misleading = 1.1;
const leastDays = 0.5;

/** The open cases by age and by time past due, and how long cases take when they count too. */
export function waitingBlocks({ report, language }: Making): Block[] {
  const waiting = report.periodic?.waiting ?? null;
  if (waiting === null || waiting.total.open === 0) return [];
  const say = saying(language);
  const { total, agencies, bands } = waiting;
  const days = (value: number | null) => (value === null ? "" : about(value, 1, language));
  const { finishedMean = null, mean = null } = total.times ?? {};
  const data = { finished: days(finishedMean), all: days(mean) };
  const all = [...agencies.filter(({ open }) => open > 0), { ...total, name: null }];
  const shown = all.length === 2 ? all.slice(1) : all;
  return [
    text(
      methodSentence(
        "waitingSum",
        {
          ...{ open: total.open, median: total.medianAge, age92: total.age92 },
          ...{ inTime: total.within.inTime, of: total.within.of },
          weeks: total.weeksToClear === null ? null : weeksText(total.weeksToClear, language),
        },
        language,
      ),
    ),
    ...(finishedMean === null || mean === null
      ? []
      : mean > misleading * finishedMean && mean - finishedMean >= leastDays
        ? [text(methodSentence("survivors", data, language), true)]
        : [text(methodSentence("agrees", data, language))]),
    {
      kind: "table",
      caption: say("waiting"),
      top: mostRows,
      hasTotal: true,
      columns: [
        words(say("agency")),
        numbers(say("open")),
        ...bandTitles(bands.ages, 0, language).map((one) => numbers(one)),
        numbers(say("medianAge")),
        numbers(say("age92")),
        numbers(say("within")),
        numbers(say("weeks")),
      ],
      rows: shown.map((one) => [
        cell(one.name === null ? say("total") : agencyName(one.name, language)),
        wholeCell(one.open, language),
        ...one.ages.map((n) => wholeCell(n, language)),
        wholeCell(one.medianAge, language),
        wholeCell(one.age92, language),
        one.within.of === 0
          ? cell("")
          : unitCell(
              withUnit(about((100 * one.within.inTime) / one.within.of, 1, language), "percent", language),
              (100 * one.within.inTime) / one.within.of,
              "percent",
              language,
              "elapsed",
            ),
        one.weeksToClear === null
          ? cell("")
          : { text: weeksText(one.weeksToClear, language), value: one.weeksToClear, format: "decimal" as const },
      ]),
    },
    ...(total.pastDue.every((n) => n === 0)
      ? []
      : [
          {
            kind: "table" as const,
            caption: say("pastDue"),
            top: mostRows,
            hasTotal: true,
            columns: [
              words(say("agency")),
              ...bandTitles(bands.pastDue, 1, language).map((one) => numbers(one)),
              numbers(say("total")),
            ],
            rows: shown
              .filter(({ pastDue }) => pastDue.some((n) => n > 0))
              .map((one) => [
                cell(one.name === null ? say("total") : agencyName(one.name, language)),
                ...one.pastDue.map((n) => wholeCell(n, language)),
                wholeCell(
                  one.pastDue.reduce((sum, n) => sum + n, 0),
                  language,
                ),
              ]),
          },
        ]),
  ];
}

/** A case that is open is not cleared in no time. */
function weeksText(weeks: number, language: Language): string {
  return weeks > 0 && weeks < 0.05
    ? methodSentence("lessThan", { value: about(0.1, 1, language) }, language)
    : about(weeks, 1, language);
}

function agencyName(name: string, language: Language): string {
  return clean(name) === "" ? methodLabel("noName", language) : clean(name);
}

function bandTitles(bands: readonly number[], first: number, language: Language): string[] {
  return [...bands, null].map((to, i) =>
    methodSentence("ageBand", { from: i === 0 ? first : bands[i - 1] + 1, to }, language),
  );
}
