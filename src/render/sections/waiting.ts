import { inVietnamese } from "../../measures/names.ts";
import type { WaitingCases } from "../../report/findings.ts";
import { about, clean, type Language, withUnit } from "../../text/language.ts";
import { methodLabel, methodSentence } from "../../text/methods.ts";
import { type Block, cell, type Making, numbers, text, words } from "../document.ts";
import { unitCell, wholeCell } from "./cells.ts";

import { mostRows, saying } from "./findings.ts";

/** Of an agency with fewer cases nothing is said in a sentence. */
const fewestCases = 10;

/** The open cases by age and by time past due, and how long cases take when they count too. */
export function waitingBlocks({ report, language }: Making): Block[] {
  const waiting = report.periodic?.waiting ?? null;
  if (waiting === null || waiting.total.open === 0) return [];
  const say = saying(language);
  const { total, agencies, bands } = waiting;
  const days = (value: number | null) => (value === null ? "" : about(value, 1, language));
  const { finishedMean, mean } = total.times;
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
      : total.times.isMisleading
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
        ...bandTitles(bands.ages, language).map((one) => numbers(one)),
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
    ...timesBlocks(waiting, language),
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
              ...bandTitles(bands.pastDue, language).map((one) => numbers(one)),
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

/** How long the cases of each agency took, first those where the open ones change it most and last those that finished none. */
function timesBlocks({ agencies, total }: WaitingCases, language: Language): Block[] {
  const say = saying(language);
  const hidden = ({ finishedMean, mean }: WaitingCases["total"]["times"]) =>
    mean === null || finishedMean === null ? Number.MIN_SAFE_INTEGER : mean - finishedMean;
  const told = agencies
    .filter(({ times }) => times.finished + times.open > 0)
    .sort((a, b) => hidden(b.times) - hidden(a.times) || inVietnamese(a.name, b.name));
  if (told.length < 2) return [];
  const misled = told.filter(({ times }) => times.isMisleading && times.finished + times.open >= fewestCases);
  const decimal = (value: number | null) =>
    value === null
      ? cell("")
      : { text: about(value, 1, language), value: Number(value.toFixed(6)), format: "decimal" as const };
  return [
    ...(misled.length === 0
      ? []
      : [
          text(
            methodSentence("survivorsOf", { names: misled.map(({ name }) => agencyName(name, language)) }, language),
          ),
        ]),
    {
      kind: "table",
      caption: say("times"),
      top: mostRows,
      hasTotal: true,
      columns: [
        words(say("agency")),
        ...(["finished", "open", "finishedMean", "meanOfAll", "finishedMedian", "medianOfAll"] as const).map((one) =>
          numbers(say(one)),
        ),
      ],
      rows: [...told, { ...total, name: null }].map(({ name, times }) => [
        cell(name === null ? say("total") : agencyName(name, language)),
        wholeCell(times.finished, language),
        wholeCell(times.open, language),
        decimal(times.finishedMean),
        decimal(times.mean),
        wholeCell(times.finishedMedian, language),
        wholeCell(times.median, language),
      ]),
    },
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

function bandTitles(bands: readonly number[], language: Language): string[] {
  return [...bands, null].map((to, i) =>
    methodSentence("ageBand", { from: i === 0 ? 0 : bands[i - 1] + 1, to }, language),
  );
}
