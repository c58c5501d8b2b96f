/** A comparison for a terminal: what needs a look first, then what it was found in. */
import type { CasesTold } from "../report/comparison.ts";
import type { Comparison } from "../report/reliability.ts";
import {
  type ComparisonLabel,
  comparisonLabel,
  comparisonSentence,
  findingHeading,
  findingText,
  nameOf,
  reliabilityReason,
  shareText,
  uncomparedText,
} from "../text/comparison.ts";
import { capital, clean, type Language, whole } from "../text/language.ts";
import { periodLabel } from "../text/periods.ts";
import { fieldTitle, label } from "../text/titles.ts";
import { meaningTitle } from "../text/words.ts";
import { columns, wrap } from "./lines.ts";

/** Findings of one code, agencies, and moves of statuses beyond these are counted. */
const most = 10;

export function comparisonText(made: Comparison, language: Language, width: number): string {
  const say = (name: ComparisonLabel) => comparisonLabel(name, language);
  const heading = (name: ComparisonLabel, lines: readonly string[]) =>
    lines.length === 0 ? [] : [say(name), ...lines];
  const blocks = [
    (["old", "now"] as const).flatMap((side) =>
      wrap(`${say(side)}: ${comparisonSentence("side", { ...made[side] }, language)}`, width),
    ),
    made.findings.length === 0 ? [say("nothing")] : [`${say("findings")}:`, ...findingLines(made, language, width)],
    heading("months", monthLines(made, language, width)),
    heading("agencies", agencyLines(made, language, width)),
    heading("blanks", blankLines(made, language, width)),
    made.cases === null ? [] : heading("cases", caseLines(made.cases, language, width)),
    reliabilityLines(made, language, width),
    [
      ...(made.uncompared.length === 0
        ? []
        : wrap(`${say("uncompared")}: ${uncomparedText(made.uncompared, language)}.`, width)),
      ...wrap(comparisonSentence("rules", made.rules, language), width),
      ...(made.reliability === null ? wrap(comparisonSentence("noYear", {}, language), width) : []),
    ],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** The first lines, and how many things more there are. */
function cut(lines: readonly string[], language: Language): string[] {
  const more = lines.length - most;
  return more <= 0 ? [...lines] : [...lines.slice(0, most), comparisonSentence("more", { count: more }, language)];
}

function findingLines({ findings }: Comparison, language: Language, width: number): string[] {
  return [...new Set(findings.map(({ code }) => code))].flatMap((code) => {
    const own = findings.filter((one) => one.code === code).map((one) => findingText(one, language));
    return [
      ` ✗ ${findingHeading(code, language)}`,
      ...cut(own, language).flatMap((line) => wrap(`     ${line}`, width)),
    ];
  });
}

/** A name is not made narrower than this for the numbers before it, which are never cut. */
const leastName = 16;

/** Numbers to the right, the text last, indented by one. */
function tableOf(rows: readonly (readonly string[])[], width: number): string[] {
  const wide = rows[0].slice(0, -1).map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  const padded = rows.map((row) => row.map((text, i) => text.padStart(wide[i] ?? 0)));
  const least = wide.reduce((sum, one) => sum + one + 2, leastName);
  return columns(padded, Math.max(width - 1, least)).map((line) => ` ${line}`.trimEnd());
}

function monthLines({ months }: Comparison, language: Language, width: number): string[] {
  if (months.length === 0) return [];
  const mark = (count: number | null, isCovered: boolean) =>
    count === null ? "– " : `${whole(count, language)}${count > 0 && !isCovered ? "*" : " "}`;
  const head = (["old", "now"] as const).map((name) => `${comparisonLabel(name, language)} `);
  const rows = months.map(({ month, old, now, oldCovered, nowCovered }) => [
    mark(old, oldCovered),
    mark(now, nowCovered),
    periodLabel(month, language),
  ]);
  const isPartial = rows.some((row) => row.some((text) => text.endsWith("*")));
  return [
    ...tableOf([[...head, comparisonLabel("month", language)], ...rows], width),
    ...(isPartial ? [` ${comparisonLabel("notWhole", language)}`] : []),
  ];
}

function agencyLines({ agencies }: Comparison, language: Language, width: number): string[] {
  if (agencies === null || agencies.length === 0) return [];
  const head = (["old", "now", "agency"] as const).map((name) => comparisonLabel(name, language));
  // Those that moved most first: of equal moves in order of names.
  const inOrder = [...agencies].sort((a, b) => Math.abs(b.now - b.old) - Math.abs(a.now - a.old));
  const rows = inOrder.map(({ name, old, now }) => [
    whole(old, language),
    whole(now, language),
    nameOf(name, language),
  ]);
  const shown = tableOf([head, ...rows.slice(0, most)], width);
  const more = rows.length - most;
  return more <= 0 ? shown : [...shown, ` ${comparisonSentence("more", { count: more }, language)}`];
}

function blankLines({ blanks }: Comparison, language: Language, width: number): string[] {
  const told = blanks
    .map(({ column, old, now }) => [shareText(old, language), shareText(now, language), titleOf(column, language)])
    .filter(([old, now]) => old !== now);
  if (told.length === 0) return [];
  const head = (["old", "now", "column"] as const).map((name) => comparisonLabel(name, language));
  return tableOf([head, ...told], width);
}

function titleOf(column: string, language: Language): string {
  return capital(fieldTitle(column, language));
}

function caseLines(cases: CasesTold, language: Language, width: number): string[] {
  const say = (name: ComparisonLabel) => comparisonLabel(name, language);
  const { fields, statuses, lists } = cases;
  const lines = [
    comparisonSentence("both", { ...cases }, language),
    comparisonSentence("only", { ...cases }, language),
    ...(cases.sharedIds === 0 ? [] : [comparisonSentence("shared", { ...cases }, language)]),
    ...(cases.oldWithoutId + cases.nowWithoutId === 0 ? [] : [comparisonSentence("without", { ...cases }, language)]),
  ].flatMap((line) => wrap(` ${line}`, width));
  const differing = fields.filter((one) => one.filled + one.lost + one.changed + one.unreadable > 0);
  const kinds = ["filled", "changed", "lost", "unreadable"] as const;
  const rows = differing.map((one) => [
    ...kinds.map((kind) => whole(one[kind], language)),
    titleOf(one.column, language),
  ]);
  const status = (code: string | null) =>
    code === null ? label("noName", language) : meaningTitle("status", code, language);
  const moves = statuses.map(({ from, to, count }) => [whole(count, language), `${status(from)} → ${status(to)}`]);
  const moreMoves = moves.length - most;
  return [
    ...lines,
    ...(rows.length === 0 ? [] : tableOf([[...kinds.map(say), say("column")], ...rows], width)),
    ...(moves.length === 0
      ? []
      : [` ${say("statuses")}`, ...tableOf(moves.slice(0, most), width).map((line) => `  ${line}`)]),
    ...(moreMoves > 0 ? [`   ${comparisonSentence("more", { count: moreMoves }, language)}`] : []),
    ...(lists === undefined ? [] : listLines(lists, language, width)),
  ];
}

function listLines(lists: NonNullable<CasesTold["lists"]>, language: Language, width: number): string[] {
  const place = (at: { readonly log: string; readonly line: number } | null) =>
    at === null ? [] : [`${clean(at.log)}:${whole(at.line, language)}`];
  return (["oldOnly", "nowOnly", "differing"] as const).flatMap((kind) => {
    const lines = lists[kind].map(({ id, old, now, columns: own }) => {
      const what = own.length === 0 ? "" : ` (${own.map((one) => fieldTitle(one, language)).join(", ")})`;
      return `${clean(id)} ${[...place(old), ...place(now)].join(" · ")}${what}`;
    });
    return lines.length === 0
      ? []
      : [` ${comparisonLabel(kind, language)}`, ...lines.flatMap((line) => wrap(`   ${line}`, width))];
  });
}

const signs = { sufficient: "✓", undetermined: "?", insufficient: "✗" } as const;

function reliabilityLines({ reliability }: Comparison, language: Language, width: number): string[] {
  if (reliability === null || reliability.length === 0) return [];
  const rows = reliability.map(({ title, group, grade, reasons }) => {
    const name = group === null ? "" : ` · ${group.name ? clean(group.name) : label("noName", language)}`;
    const why = reasons.map((one) => reliabilityReason(one, language)).join("; ");
    return [
      `${signs[grade]} ${comparisonLabel(grade, language)}`,
      `${title[language]}${name}${why === "" ? "" : `: ${why}`}`,
    ];
  });
  return [comparisonLabel("reliability", language), ...columns(rows, width - 1).map((line) => ` ${line}`)];
}
