/** The sections of a report, in the order in which a reader meets them: adding one is adding a line here. */
import type { Report } from "../../report/report.ts";
import { clean, type Language } from "../../text/language.ts";
import { type PeriodicLabel, periodicLabel, periodicSentence } from "../../text/periodic.ts";
import { periodTitle } from "../../text/periods.ts";
import { spelledOut } from "../abbreviations.ts";
import { type Block, type Document, type Making, noFirst, type Section } from "../document.ts";
import { firstOf } from "../first.ts";
import type { Office, RenderOptions } from "../options.ts";
import { heading, source } from "../wording/frame.ts";
import { withoutOptions } from "./cells.ts";
import { definitionsSection } from "./definitions.ts";
import { formSection } from "./form.ts";
import { groupsSection } from "./groups.ts";
import { needsSection } from "./needs.ts";
import { openSection } from "./open.ts";
import { qualitySection } from "./quality.ts";
import { resultsSection } from "./results.ts";
import { scoreSection } from "./score.ts";
import { signsSection } from "./signs.ts";
import { stagesSection } from "./stages.ts";
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
  stagesSection,
  signsSection,
  qualitySection,
  definitionsSection,
];

/** What was made of a report: several outputs of one run are made of the same. */
const made = new WeakMap<Report, Map<string, Document>>();

/** The report as a document. One of `kpi check` has the sections that it has figures for. */
export function documentOf(
  report: Report,
  language: Language,
  { office = {}, only }: Pick<RenderOptions, "office" | "only"> = {},
): Document {
  const held = made.get(report) ?? new Map<string, Document>();
  made.set(report, held);
  const key = `${language} ${JSON.stringify([office, only])}`;
  const known = held.get(key) ?? (only === "form" ? formDocument : newDocument)(report, language, office);
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
    result: say("result"),
    first: firstOf(report, language),
    sections: sectionsOf(sections, making),
  };
  return language === "vi" ? spelledOut(document) : document;
}

function sectionsOf(makes: readonly ((making: Making) => Section | null)[], making: Making): Section[] {
  return makes
    .map((make) => make(making))
    .filter((section) => section !== null)
    .map((section) => ({ ...section, blocks: section.blocks.map(forReaders) }));
}

/** A form alone: the head of the report, and what must be known before it is read; no target. */
function formDocument(report: Report, language: Language, office: Office): Document {
  const { opening: _, ...whole } = newDocument(report, language, office);
  const say = (name: PeriodicLabel) => periodicLabel(name, language);
  const { period } = report;
  const form = report.periodic?.form?.btp === undefined ? "II.06a/VPCP/KSTT" : "07a/BTP";
  const days = period === null ? {} : { period: period.name, from: period.from, to: period.to, form };
  return {
    ...whole,
    subject: say("formSubject"),
    result: say("formResult"),
    opening: periodicSentence("formOpening", days, language),
    first: { ...noFirst, limits: whole.first.limits },
    sections: sectionsOf([formSection], { report, language, office }),
  };
}

/** Options of the command line say nothing to who reads a document. */
function forReaders(block: Block): Block {
  if (block.kind === "text") return { ...block, text: withoutOptions(block.text) };
  return block.kind === "list" ? { ...block, items: block.items.map(withoutOptions) } : block;
}
