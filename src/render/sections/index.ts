/** The sections of a report, in the order in which a reader meets them: adding one is adding a line here. */
import type { Report } from "../../report/report.ts";
import { clean, type Language } from "../../text/language.ts";
import { type PeriodicLabel, periodicLabel, periodicSentence } from "../../text/periodic.ts";
import { periodTitle } from "../../text/periods.ts";
import { spelledOut } from "../abbreviations.ts";
import type { Block, Document, Making, Section } from "../document.ts";
import { firstOf } from "../first.ts";
import type { Office } from "../options.ts";
import { heading, source } from "../wording.ts";
import { withoutOptions } from "./cells.ts";
import { definitionsSection } from "./definitions.ts";
import { formSection } from "./form.ts";
import { groupsSection } from "./groups.ts";
import { needsSection } from "./needs.ts";
import { openSection } from "./open.ts";
import { qualitySection } from "./quality.ts";
import { resultsSection } from "./results.ts";
import { scoreSection } from "./score.ts";
import { trendSection } from "./trend.ts";
import { whySection } from "./why.ts";

const sections: readonly ((making: Making) => Section | null)[] = [
  scoreSection,
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

/** What was made of a report: several outputs of one run are made of the same. */
const made = new WeakMap<Report, Map<string, Document>>();

/** The report as a document. One of `kpi check` has the sections that it has figures for. */
export function documentOf(report: Report, language: Language, office: Office = {}): Document {
  const held = made.get(report) ?? new Map<string, Document>();
  made.set(report, held);
  const key = `${language} ${JSON.stringify(office)}`;
  const known = held.get(key) ?? newDocument(report, language, office);
  held.set(key, known);
  return known;
}

function newDocument(report: Report, language: Language, office: Office): Document {
  const making = { report, language, office };
  const say = (name: PeriodicLabel) => periodicLabel(name, language);
  const { period } = report;
  const name = period?.name ?? null;
  const isNamed = name !== null && !/^\d{4}-\d\d-\d\d/.test(name);
  const document: Document = {
    language,
    issuer: office.name === undefined ? null : `${say("reporter")}: ${clean(office.name)}`,
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
    first: firstOf(report, language),
    sections: sections
      .map((make) => make(making))
      .filter((section) => section !== null)
      .map((section) => ({ ...section, blocks: section.blocks.map(forReaders) })),
  };
  return language === "vi" ? spelledOut(document) : document;
}

/** Options of the command line say nothing to who reads a document. */
function forReaders(block: Block): Block {
  if (block.kind === "text") return { ...block, text: withoutOptions(block.text) };
  return block.kind === "list" ? { ...block, items: block.items.map(withoutOptions) } : block;
}
