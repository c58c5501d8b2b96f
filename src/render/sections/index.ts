/** The sections of a report, in the order in which a reader meets them: adding one is adding a line here. */
import type { Report } from "../../report/report.ts";
import { clean, type Language } from "../../text/language.ts";
import { type PeriodicLabel, periodicLabel, periodicSentence } from "../../text/periodic.ts";
import { periodTitle } from "../../text/periods.ts";
import type { Block, Card, Document, Making, Section } from "../document.ts";
import { leadOf } from "../lead.ts";
import { cases, heading, isOwn, measured, source, target, title, verdict } from "../wording.ts";
import { toneOf, withoutOptions } from "./cells.ts";
import { definitionsSection } from "./definitions.ts";
import { formSection } from "./form.ts";
import { groupsSection } from "./groups.ts";
import { needsSection } from "./needs.ts";
import { openSection } from "./open.ts";
import { qualitySection } from "./quality.ts";
import { resultsSection } from "./results.ts";
import { trendDrawing, trendSection } from "./trend.ts";
import { whySection } from "./why.ts";

const sections: readonly ((making: Making) => Section | null)[] = [
  resultsSection,
  trendSection,
  groupsSection,
  whySection,
  needsSection,
  formSection,
  openSection,
  qualitySection,
  definitionsSection,
];

/** The report as a document. One of `kpi check` has the sections that it has figures for. */
export function documentOf(report: Report, language: Language): Document {
  const making = { report, language };
  const say = (name: PeriodicLabel) => periodicLabel(name, language);
  const { period, periodic } = report;
  const name = period?.name ?? null;
  const isNamed = name !== null && !/^\d{4}-\d\d-\d\d/.test(name);
  return {
    language,
    title: say("title"),
    subject: say("subject"),
    period: isNamed ? periodTitle(name, language) : source(report, language),
    opening:
      period === null || !isNamed
        ? heading(report, language)
        : periodicSentence(
            "opening",
            { plan: clean(report.plan.title[language]), period: period.name, from: period.from, to: period.to },
            language,
          ),
    lead: periodic === undefined ? [] : leadOf(report, language),
    cards: cardsOf(report, language),
    sections: sections
      .map((make) => make(making))
      .filter((section) => section !== null)
      .map((section) => ({ ...section, blocks: section.blocks.map(forReaders) })),
    place: null,
  };
}

/** Options of the command line say nothing to who reads a document. */
function forReaders(block: Block): Block {
  if (block.kind === "text") return { ...block, text: withoutOptions(block.text) };
  return block.kind === "list" ? { ...block, items: block.items.map(withoutOptions) } : block;
}

/** A card for each target that was judged, misses first; one without data is told in the table. */
function cardsOf(report: Report, language: Language): Card[] {
  const judged = report.results.filter(isOwn).filter(({ verdict: v }) => v === "pass" || v === "fail");
  return judged
    .toSorted((a, b) => Number(b.verdict === "fail") - Number(a.verdict === "fail"))
    .map((result) => ({
      title: title(result, language),
      value: measured(result, language),
      target: target(result, language),
      verdict: verdict(result, language),
      tone: toneOf(result),
      cases: cases(result, language),
      trend: trendDrawing(report, result, language),
    }));
}
