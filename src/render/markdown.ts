import type { Report } from "../report.ts";
import { label } from "../text/titles.ts";
import type { RenderOptions } from "./index.ts";
import {
  cases,
  clause,
  closing,
  explanations,
  groupName,
  heading,
  isOwn,
  measured,
  sections,
  source,
  target,
  title,
  verdict,
  warnings,
} from "./wording.ts";

/** The table and its explanations for mail and wikis. */
export function markdown(report: Report, { language }: RenderOptions): string {
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

/** Names come from outside: nothing of them may become markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#!~]/g, (sign) => (sign === "<" ? "&lt;" : sign === ">" ? "&gt;" : `\\${sign}`));
}
