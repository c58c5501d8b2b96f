import { Chalk, type ChalkInstance } from "chalk";
import CliTable from "cli-table3";
import type { Result } from "../judge/verdict.ts";
import type { Report } from "../report/report.ts";
import type { Language } from "../text/language.ts";
import { sentence } from "../text/sentences.ts";
import { label } from "../text/titles.ts";
import { firstOf } from "./first.ts";
import { leadLines } from "./lead.ts";
import { noLines, plainStyle, wrap } from "./lines.ts";
import type { RenderOptions } from "./options.ts";
import { isOwn, sections } from "./rows.ts";
import { documentOf } from "./sections/index.ts";
import { explanations } from "./wording/explanations.ts";
import { closing, heading, source, warnings } from "./wording/frame.ts";
import { clause, target } from "./wording/targets.ts";
import { groupName, title } from "./wording/titles.ts";
import { cases, measured } from "./wording/values.ts";
import { verdict } from "./wording/verdicts.ts";

/** The table for the terminal: verdict, number, target; then what to do; then how far to trust it. */
export function table(whole: Report, { language, colour, width, ids = false }: RenderOptions): string {
  const paint = new Chalk({ level: colour ? 1 : 0 });
  // The groups of a report of a period are for its other outputs: here they would bury what it comes to.
  const report = whole.periodic === undefined ? whole : { ...whole, results: whole.results.filter(isOwn) };
  const blocks = [
    [
      ...wrap(heading(report, language), width).map((line) => paint.bold(line)),
      ...wrap(source(report, language), width),
    ],
    // Of a check the table itself is the first screen.
    ...(whole.periodic === undefined
      ? []
      : [leadLines(firstOf(whole, language), language).flatMap((line) => wrap(line, width))]),
    (whole.periodic === undefined ? warnings(report, language) : []).flatMap((line) =>
      wrap(line, width).map((part) => paint.yellow(part)),
    ),
    ...sections(report).map(({ section, rows }) => [
      sectionTable(section, rows, { language, paint, width, ids }, report.options.top),
    ]),
    explanations(report, language).flatMap((line) => wrap(` ${line}`, width)),
    closing(report, language).flatMap((line) => wrap(` ${line}`, width)),
    ...(whole.periodic === undefined
      ? []
      : [wrap(sentence("wholeReport", { count: countOf(whole, language) }, language), width)]),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** The sections that the report has as a document. */
function countOf(report: Report, language: Language): number {
  return documentOf(report, language).sections.length;
}

/** Titles are not made narrower than this. */
const leastTitle = 14;

function sectionTable(
  section: Result["section"],
  rows: readonly { result: Result; hidden: number }[],
  { language, paint, width, ids }: { language: Language; paint: ChalkInstance; width: number; ids: boolean },
  top: number,
): string {
  const head = [
    label(section ?? "other", language),
    label("measured", language),
    label("target", language),
    label("verdict", language),
    label("casesColumn", language),
    label("clause", language),
  ];
  const cells = rows.map(({ result }) => [
    isOwn(result) ? `${title(result, language)}${ids ? ` (${result.kpi})` : ""}` : `  ${groupName(result, language)}`,
    measured(result, language),
    target(result, language),
    verdict(result, language),
    cases(result, language),
    clause(result, language),
  ]);
  // Every column is as wide as it must be; the titles get what is left, and wrap, and where that is too little the
  // clauses wrap as well.
  const widths = head.map((name, i) => Math.max(...[name, ...cells.map((row) => row[i])].map((text) => text.length)));
  const last = widths.length - 1;
  const needed = widths.reduce((sum, w) => sum + w, 1);
  const gutter = Math.max(1, Math.min(3, Math.floor((width - needed) / last)));
  const room = () => width - 2 - widths.slice(1).reduce((sum, w) => sum + w + gutter, 0);
  if (room() < leastTitle) {
    const words = [head[last], ...cells.map((row) => row[last])].flatMap((text) => text.split(" "));
    widths[last] = Math.max(...words.map((word) => word.length));
  }
  widths[0] = Math.max(leastTitle, Math.min(widths[0], room()));
  const made = new CliTable({
    head: head.map((name) => paint.dim(name)),
    chars: { ...noLines, middle: " ".repeat(gutter) },
    colWidths: widths,
    wordWrap: true,
    colAligns: ["left", "right", "right", "left", "right", "left"],
    style: plainStyle,
  });
  cells.forEach((row, i) => {
    const { result, hidden } = rows[i];
    const [name, value, bound, judged, count, ofClause] = row;
    const place = wrap(ofClause, widths[last]).map((line) => line.trim());
    made.push([
      wrap(name, widths[0]).join("\n"),
      value,
      bound,
      colourOf(result, paint)(judged),
      count,
      place.join("\n"),
    ]);
    if (hidden > 0) {
      made.push([
        { colSpan: 6, content: `  ${sentence("moreGroups", { count: hidden, all: hidden + top }, language)}` },
      ]);
    }
  });
  return made
    .toString()
    .split("\n")
    .map((line) => ` ${line}`.trimEnd())
    .join("\n");
}

function colourOf({ verdict: v }: Result, paint: ChalkInstance): (text: string) => string {
  if (v === "pass") return paint.green;
  if (v === "fail") return paint.red;
  return v === "no-data" || v === "undecided" ? paint.yellow : paint.dim;
}
