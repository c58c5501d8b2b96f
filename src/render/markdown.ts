import type { Report } from "../report/report.ts";
import type { Language } from "../text/language.ts";
import { periodicSentence } from "../text/periodic.ts";
import { label } from "../text/titles.ts";
import type { Block, Document, Table } from "./document.ts";
import { leadLines } from "./lead.ts";
import type { RenderOptions } from "./options.ts";
import { isOwn, sections } from "./rows.ts";
import { documentOf } from "./sections/index.ts";
import { explanations } from "./wording/explanations.ts";
import { closing, heading, source, warnings } from "./wording/frame.ts";
import { clause, target } from "./wording/targets.ts";
import { groupName, title } from "./wording/titles.ts";
import { cases, measured } from "./wording/values.ts";
import { verdict } from "./wording/verdicts.ts";

/** The table and its explanations, or the report of a period, for mail and wikis. */
export function markdown(report: Report, { language, ...of }: RenderOptions): string {
  if (report.periodic !== undefined) return ofDocument(documentOf(report, language, of));
  const head = (["measured", "target", "verdict", "casesColumn", "clause"] as const).map((name) =>
    label(name, language),
  );
  const tables = sections(report).map(({ section, rows }) =>
    [
      `| ${[label(section ?? "other", language), ...head].join(" | ")} |`,
      "|---|--:|--:|---|--:|---|",
      ...rows.map(({ result }) => {
        const name = isOwn(result) ? title(result, language) : `↳ ${groupName(result, language)}`;
        const row = [
          name,
          measured(result, language),
          target(result, language),
          verdict(result, language),
          cases(result, language),
          clause(result, language),
        ];
        return `| ${row.map(escaped).join(" | ")} |`;
      }),
    ].join("\n"),
  );
  const lists = [explanations(report, language), closing(report, language)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `- ${escaped(line)}`).join("\n"));
  return `${[`## ${escaped(heading(report, language))}`, escaped(source(report, language)), ...warnings(report, language).map((line) => `**${escaped(line)}**`), ...tables, ...lists].join("\n\n")}\n`;
}

function ofDocument({ title, subject, period, issuer, opening, first, language, sections: parts }: Document): string {
  const head = [
    `# ${escaped(`${title}: ${subject}`)}`,
    `**${escaped(period)}**`,
    ...(issuer === null ? [] : [escaped(issuer)]),
    escaped(opening),
  ];
  const body = parts.flatMap((section) => [
    `## ${escaped(section.title)}`,
    ...section.blocks.map((block) => blockOf(block, language)).filter((text) => text !== ""),
  ]);
  return `${[...head, listOf(leadLines(first, language)), ...body].filter((part) => part !== "").join("\n\n")}\n`;
}

function blockOf(block: Block, language: Language): string {
  switch (block.kind) {
    case "text":
      return block.isWarning === true ? `**${escaped(block.text)}**` : escaped(block.text);
    case "heading":
      return `### ${escaped(block.text)}`;
    case "list":
      return listOf(block.items);
    case "chart":
      // What a chart shows stands in its words.
      return `- ${escaped(block.description)}`;
    case "table":
      return block.only === "sheet" ? "" : tableOf(block, language);
  }
}

function listOf(items: readonly string[]): string {
  return items.map((item) => `- ${escaped(item)}`).join("\n");
}

function tableOf({ caption, columns, rows, hasTotal = false, top }: Table, language: Language): string {
  const total = hasTotal ? rows.slice(-1) : [];
  const all = hasTotal ? rows.slice(0, -1) : rows;
  const shown = all.slice(0, top);
  const head = columns.map(({ title, over }) => (over === undefined ? title : `${over}: ${title}`));
  return [
    ...(caption === "" ? [] : [`**${escaped(caption)}**`]),
    "",
    `| ${head.map(escaped).join(" | ")} |`,
    `|${columns.map(({ isNumber }) => (isNumber ? "--:" : "---")).join("|")}|`,
    ...shown.map((row) => `| ${row.map(({ text }) => escaped(text)).join(" | ")} |`),
    ...total.map((row) => `| ${row.map(({ text }) => (text === "" ? "" : `**${escaped(text)}**`)).join(" | ")} |`),
    ...(all.length > shown.length
      ? ["", periodicSentence("moreRows", { count: all.length - shown.length }, language)]
      : []),
  ].join("\n");
}

/** Names come from outside: nothing of them may become markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#!~]/g, (sign) => (sign === "<" ? "&lt;" : sign === ">" ? "&gt;" : `\\${sign}`));
}
