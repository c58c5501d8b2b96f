/** Section 9: enough to work every figure out again. */

import { isExclusion } from "../../text/exclusions.ts";
import { clean, date } from "../../text/language.ts";
import { type PeriodicLabel, periodicLabel } from "../../text/periodic.ts";
import { clauseTitle, dayKindTitle, fieldTitle, optionTitle, optionValue } from "../../text/titles.ts";
import { type Block, cell, type Making, type Section, words } from "../document.ts";
import { target } from "../wording/targets.ts";
import { withoutOptions } from "./cells.ts";
import { methodsTable } from "./findings.ts";

/** A sentence without the codes of what is left out, which say something to who reads the figures as data. */
function withoutCodes(sentence: string): string {
  return sentence.replace(/ \(([a-z]+(?:-[a-z]+)+)\)/g, (said, code) => (isExclusion(code) ? "" : said));
}

export function definitionsSection(making: Making): Section | null {
  const { report, language } = making;
  const { periodic } = report;
  if (periodic === undefined) return null;
  const say = (name: PeriodicLabel) => periodicLabel(name, language);
  const quotes = (kpi: string) => {
    const own = report.results.filter((result) => result.kpi === kpi && (result.group === null || result.each));
    const said = own.flatMap(({ clause, quote, ...rest }) =>
      clause === null
        ? []
        : [
            `${clauseTitle(clean(clause), language)} (${target({ ...rest, clause, quote }, language)}): “${clean(quote ?? "")}”`,
          ],
    );
    return [...new Set(said)].join(" · ");
  };
  const options = Object.entries({
    ...report.options,
    plan: report.plan.id,
    year: report.plan.year,
    version: report.tool.version,
    ...(report.period !== null && {
      period: `${report.period.name} (${optionValue(report.period.basis, language)}: ${date(report.period.from, language)} – ${date(report.period.to, language)})`,
    }),
    ...(periodic.expected !== null && { expected: periodic.expected }),
  });
  const blocks: Block[] = [
    {
      kind: "table",
      caption: "",
      columns: [words(say("kpi")), words(say("definition")), words(say("formula")), words(say("quote"))],
      rows: periodic.definitions.map(({ kpi, title, definition, formula, choices, regulation }) => [
        cell(`${title[language]} (${kpi})`),
        cell(
          [definition, ...choices, ...(regulation === null ? [] : [regulation])]
            .map((one) => withoutCodes(withoutOptions(one[language])))
            .join(" "),
        ),
        cell(formula[language]),
        cell(quotes(kpi)),
      ]),
    },
    ...methodsTable(making),
    {
      kind: "table",
      caption: say("inputFiles"),
      isFolded: true,
      columns: [words(say("input")), words("SHA-256")],
      rows: report.inputs.map(({ name, sha256 = "" }) => [cell(clean(name)), cell(sha256)]),
    },
    {
      kind: "table",
      caption: say("columnsOf"),
      isFolded: true,
      columns: [words(say("input")), words(say("fieldName")), words(say("header"))],
      rows: report.inputs
        .filter(({ kind }) => kind === "cases")
        .flatMap(({ name, columns }) =>
          Object.entries(columns).map(([field, header]) => [
            cell(clean(name)),
            cell(fieldTitle(field, language)),
            cell(clean(header)),
          ]),
        ),
    },
    {
      kind: "table",
      caption: say("optionsTable"),
      isFolded: true,
      columns: [words(say("option")), words(say("setting"))],
      rows: options.map(([option, value]) => [
        cell(optionTitle(option, language)),
        cell((Array.isArray(value) ? value : [value]).map((one) => optionValue(one, language)).join(", ") || "–"),
      ]),
    },
    ...(periodic.calendar.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            caption: say("calendarDays"),
            isFolded: true,
            columns: [words(say("date")), words(say("kind")), words(say("name")), words(say("source"))],
            rows: periodic.calendar.map(({ date: day, kind, name, source }) => [
              cell(date(day, language)),
              cell(dayKindTitle(kind, language)),
              cell(clean(name[language])),
              cell(clean(source)),
            ]),
          },
        ]),
  ];
  return { id: "definitions", title: say("definitions"), blocks };
}
