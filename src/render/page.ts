/** A KPI's page (run/kpi-page.ts) as text for the terminal and as Markdown for docs/. */
import { type Heading, headings } from "../text/exclusions.ts";
import type { Language } from "../text/language.ts";
import { columns, wrap } from "./lines.ts";

/** A page: headings with their lines, and the worked example that is also the KPI's test. */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly { readonly heading: Heading; readonly lines: readonly string[] }[];
  readonly example: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly gives: string;
    readonly note: string | null;
  } | null;
}

/** The page for a terminal of so many columns. */
export function pageText({ id, title, parts, example }: Page, language: Language, width: number): string {
  const blocks = [
    [`${title} (${id})`],
    ...parts.map(({ heading, lines }) => [
      headings[heading][language],
      ...lines.flatMap((line) => wrap(lines.length > 1 ? `  – ${line}` : `  ${line}`, width)),
    ]),
    ...(example === null
      ? []
      : [
          [
            headings.example[language],
            ...columns([example.columns, ...example.rows]).map((line) => `  ${line}`),
            `  ${headings.gives[language]}: ${example.gives}`,
            ...(example.note === null ? [] : wrap(`  ${example.note}`, width)),
          ],
        ]),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The page as a section of Markdown. */
export function pageMarkdown({ title, parts, example }: Page, language: Language): string {
  const table = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  const blocks = [
    `## ${escaped(title)}`,
    ...parts.map(({ heading, lines }) => {
      const body = lines.length > 1 ? lines.map((line) => `- ${escaped(line)}`).join("\n") : escaped(lines[0]);
      return `**${headings[heading][language]}**\n\n${body}`;
    }),
    ...(example === null
      ? []
      : [
          [
            `**${headings.example[language]}**`,
            "",
            table(example.columns),
            `|${example.columns.map(() => "---|").join("")}`,
            ...example.rows.map(table),
            "",
            `${headings.gives[language]}: ${escaped(example.gives)}${example.note === null ? "" : ` (${escaped(example.note)})`}`,
          ].join("\n"),
        ]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#]/g, (sign) => (sign === "<" ? "&lt;" : sign === ">" ? "&gt;" : `\\${sign}`));
}
