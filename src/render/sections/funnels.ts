/** The agencies against the target of each share (methods/funnel.ts). */

import type { Result } from "../../judge/verdict.ts";
import type { Report } from "../../report/report.ts";
import { about, type Language, whole, withUnit } from "../../text/language.ts";
import { methodSentence } from "../../text/methods.ts";
import { countHead } from "../../text/titles.ts";
import { type Block, type Chart, cell, type Making, numbers, text, words } from "../document.ts";
import { target } from "../wording/targets.ts";
import { fullName, title } from "../wording/titles.ts";
import { nounOf } from "../wording/values.ts";
import { sourceOf, unitCell, wholeCell } from "./cells.ts";

import { saying, signs, toneFor } from "./findings.ts";

type Funnels = NonNullable<Report["periodic"]>["funnels"];

/** What of an agency's share is told by the funnel: clearly better or worse, or usual; null where no funnel has it. */
export function findingOf(
  report: Report,
  key: string,
  name: string,
): Funnels[number]["points"][number]["finding"] | null {
  const funnel = report.periodic?.funnels.find((one) => one.key === key);
  return funnel?.points.find((one) => one.name === name)?.finding ?? null;
}

/** A chart a share in which some agency differs clearly; of the others the table. */
export function funnelBlocks({ report, language }: Making): Block[] {
  const funnels = report.periodic?.funnels ?? [];
  if (funnels.length === 0) return [];
  if (funnels[0].tested === 0) {
    const untold = funnels.flatMap(({ key }) => report.results.filter((one) => one.key === key && one.group === null));
    const isRating = untold.every((one) => nounOf(one).noun === "ratings");
    const titles = untold.map((one) => title(one, language));
    return [text(methodSentence("funnelNone", { titles, isRating }, language))];
  }
  const isWide = funnels.some(({ phi }) => phi > 1);
  return [
    text(methodSentence("funnelNote", { tested: funnels[0].tested, isWide }, language)),
    ...funnels.flatMap((funnel) => {
      const result = report.results.find((one) => one.key === funnel.key && one.group === null);
      return result === undefined ? [] : [funnelChart(funnel, result, report, language)];
    }),
  ];
}

function funnelChart(funnel: Funnels[number], result: Result, report: Report, language: Language): Chart {
  const say = saying(language);
  const name = (agency: string) => fullName("agency", agency, report, language);
  const named = (finding: string) =>
    funnel.points.filter((one) => one.finding === finding).map((one) => name(one.name));
  const share = (value: number) => withUnit(about(value, 1, language), "percent", language);
  const subtitle = `${title(result, language)} · ${say("funnels")}`;
  const finding = { better: say("funnelBetter"), worse: say("funnelWorse"), usual: say("funnelUsual") };
  return {
    kind: "chart",
    title: methodSentence("funnelTitle", { worse: named("worse"), better: named("better") }, language),
    subtitle,
    source: sourceOf(report, result, language),
    description: methodSentence(
      "funnelChart",
      {
        title: title(result, language),
        count: funnel.points.length,
        target: target(result, language),
        phi: funnel.phi > 1 ? about(funnel.phi, 1, language) : null,
      },
      language,
    ),
    isMain: funnel.points.some((one) => one.finding !== "usual"),
    drawing: {
      type: "funnel",
      target: funnel.target,
      targetText: target(result, language),
      xLabel: say(nounOf(result).noun === "ratings" ? "xRatings" : "xAxis"),
      counted: (n) => whole(n, language),
      shown: share,
      points: funnel.points.map((one) => ({
        label: name(one.name),
        n: one.denominator,
        value: (100 * one.numerator) / one.denominator,
        tone: toneFor(one.finding),
      })),
      curve: funnel.curve,
    },
    table: {
      kind: "table",
      caption: subtitle,
      columns: [
        words(say("agency")),
        numbers(say("value")),
        numbers(countHead(nounOf(result).noun, language)),
        words(say("within95")),
        words(say("within998")),
        words(say("finding")),
      ],
      rows: funnel.points.map((one) => {
        const value = (100 * one.numerator) / one.denominator;
        return [
          cell(name(one.name)),
          unitCell(share(value), value, "percent", language, "elapsed"),
          wholeCell(one.denominator, language),
          cell(one.within95.map(share).join(" – ")),
          cell(one.within998.map(share).join(" – ")),
          cell(`${signs[one.finding] ?? ""}${finding[one.finding]}`, toneFor(one.finding)),
        ];
      }),
    },
  };
}
