/** The tables for the public: an open CSV, and what its columns mean as a data package (Frictionless). */
import type { PublicEdition, PublicRow } from "../report/public.ts";
import type { Report } from "../report/report.ts";
import { formTitles } from "../text/form-btp.ts";
import type { Bilingual, Language } from "../text/language.ts";
import { clean } from "../text/language.ts";
import { type PeriodicLabel, periodicLabel } from "../text/periodic.ts";
import { type PublicColumn, publicColumns, publicSentence } from "../text/public.ts";
import { csvCell } from "./delimited.ts";
import type { Office } from "./options.ts";
import { fullName } from "./wording/titles.ts";

type Cell = string | number | null;

/** The titles of the open cases' figures; those of the form have the form's. */
const openTitles: Readonly<Record<string, PeriodicLabel>> = { open: "openTotal", overdue: "overdue", soon: "soon" };

function titleOf({ kind, id, result }: PublicRow, language: Language): string {
  if (result !== null) return result.title[language];
  return kind === "form" ? (formTitles[id]?.[language] ?? id) : periodicLabel(openTitles[id], language);
}

/** A verdict is as telling as the value that it is of. */
const isTold = ({ status }: PublicRow) => status === "shown" || status === "none";

const cells: Readonly<Record<PublicColumn, (row: PublicRow, report: Report, language: Language) => Cell>> = {
  period: (_, { period }) => period?.name ?? null,
  from: (_, { period }) => period?.from ?? null,
  to: (_, { period }) => period?.to ?? null,
  kind: ({ kind }) => kind,
  id: ({ id }) => id,
  title: (row, _, language) => clean(titleOf(row, language)),
  clause: ({ result }) => (result?.clause ? clean(result.clause) : null),
  group_by: ({ by }) => by,
  group: ({ by, group }, report, language) => (by === null ? null : fullName(by, group ?? "", report, language)),
  numerator: ({ numerator }) => numerator,
  denominator: ({ denominator }) => denominator,
  value: ({ value }) => value,
  unit: ({ result }) => result?.unit ?? "cases",
  comparison: ({ result }) => Object.keys(result?.target ?? {})[0] ?? null,
  target: ({ result }) => Object.values(result?.target ?? {})[0] ?? null,
  verdict: (row) => (isTold(row) ? (row.result?.verdict ?? null) : null),
  status: ({ status }) => status,
};

/** A row a figure; names of columns and codes are never translated. */
export function publicCsv(report: Report, { rows }: PublicEdition, language: Language): string {
  const lines = rows.map((row) => Object.values(cells).map((of) => csvCell(of(row, report, language))));
  // Excel takes a file without a mark for windows-1258 and breaks every Vietnamese letter.
  return `\ufeff${[Object.keys(cells), ...lines].map((line) => `${line.join(",")}\r\n`).join("")}`;
}

/** The columns that hold something else than text, and words that a column of text is made of. */
const types: Readonly<Partial<Record<PublicColumn, { readonly type: string; readonly words?: readonly string[] }>>> = {
  from: { type: "date" },
  to: { type: "date" },
  kind: { type: "string", words: ["kpi", "form", "open"] },
  group_by: { type: "string", words: ["agency", "field", "channel"] },
  numerator: { type: "number" },
  denominator: { type: "number" },
  // A milestone's value, and its target, is a day.
  value: { type: "any" },
  target: { type: "any" },
  verdict: { type: "string", words: ["pass", "fail", "undecided", "no-data", "not-supplied"] },
  status: { type: "string", words: ["shown", "part", "withheld", "none"] },
};

/**
 * What the CSV is: a Data Package of version 1, with a Table Schema. Texts stand in the language of the run, and in both under
 * `descriptions`. It names no licence: that is the office's to choose.
 *
 * @param path the name of the CSV beside it
 */
export function publicPackage(
  { period, plan }: Report,
  { path, language, office, least }: { path: string; language: Language; office: Office | undefined; least: number },
): string {
  const { name = "", from = "", to = "" } = period ?? {};
  const both = (of: (language: Language) => string): Bilingual => ({ vi: of("vi"), en: of("en") });
  const described = (texts: Bilingual) => ({ description: texts[language], descriptions: texts });
  const made = {
    profile: "tabular-data-package",
    name: `kpi-${name.toLowerCase()}`,
    title: publicSentence("title", { period: name }, language),
    ...described(
      both((one) => publicSentence("description", { period: name, from, to, plan: clean(plan.title[one]) }, one)),
    ),
    ...(office?.name !== undefined && { contributors: [{ title: clean(office.name), role: "publisher" }] }),
    sources: [{ title: clean(plan.title[language]) }],
    temporal: { name, start: from, end: to },
    suppression: { least, ...described(both((one) => publicSentence("rule", { least }, one))) },
    resources: [
      {
        profile: "tabular-data-resource",
        name: "data",
        path,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
        schema: {
          missingValues: [""],
          fields: Object.entries(publicColumns).map(([column, texts]) => {
            const { type = "string", words } = types[column as PublicColumn] ?? {};
            return { name: column, type, ...described(texts), ...(words && { constraints: { enum: words } }) };
          }),
        },
      },
    ],
  };
  return `${JSON.stringify(made, null, 2)}\n`;
}
