/** Section 8: how far the data can be trusted. */

import { exclusionText } from "../../text/exclusions.ts";
import { clean } from "../../text/language.ts";
import { type PeriodicLabel, periodicLabel } from "../../text/periodic.ts";
import { type Block, cell, type Making, numbers, type Section, words } from "../document.ts";
import { isOwn } from "../rows.ts";
import { closing } from "../wording/frame.ts";
import { title } from "../wording/titles.ts";
import { wholeCell } from "./cells.ts";

const counts = ["read", "counted", "outOfPeriod", "duplicates", "rejected"] as const;

export function qualitySection({ report, language }: Making): Section {
  const say = (name: PeriodicLabel) => periodicLabel(name, language);
  const logs = report.inputs.filter(({ kind }) => kind === "cases");
  const excluded = report.results
    .filter((result) => isOwn(result))
    .flatMap((result) =>
      Object.entries(result.excluded).map(([reason, count]) => [
        cell(title(result, language)),
        cell(exclusionText(reason, language)),
        wholeCell(count, language),
      ]),
    );
  const blocks: Block[] = [
    {
      kind: "table",
      caption: say("log"),
      hasTotal: logs.length > 1,
      columns: [words(say("log")), ...counts.map((name) => numbers(say(name)))],
      rows: [
        ...logs.map(({ name, ledger }) => [
          cell(clean(name)),
          ...counts.map((count) => wholeCell(ledger[count], language)),
        ]),
        ...(logs.length > 1
          ? [[cell(say("total")), ...counts.map((count) => wholeCell(report.ledger[count], language))]]
          : []),
      ],
    },
    ...(excluded.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            caption: say("excluded"),
            columns: [words(say("kpi")), words(say("reason")), numbers(say("cases"))],
            rows: excluded,
          },
        ]),
    { kind: "list", items: closing(report, language) },
  ];
  return { id: "quality", title: say("quality"), blocks };
}
