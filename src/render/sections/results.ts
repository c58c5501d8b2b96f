/** Section 1: the verdicts of the period, beside those of the period before, of a year before and of the year to date. */

import type { Result } from "../../judge/verdict.ts";
import type { Report, View } from "../../report/report.ts";
import { capital } from "../../text/language.ts";
import { periodicLabel, periodicSentence } from "../../text/periodic.ts";
import { reasonText } from "../../text/reasons.ts";
import { label } from "../../text/titles.ts";
import {
  type Block,
  type Cell,
  cell,
  type Making,
  noteOn,
  numbers,
  type Section,
  type Table,
  text,
  words,
} from "../document.ts";
import { isOwn, sections } from "../rows.ts";
import { explanations } from "../wording/explanations.ts";
import { warnings } from "../wording/frame.ts";
import { clause, target, targetLimit } from "../wording/targets.ts";
import { title } from "../wording/titles.ts";
import { changeCell, countColumn, signed, valueCell, verdictCell } from "./cells.ts";

export function resultsSection({ report, language }: Making): Section {
  const { periodic } = report;
  const say = (name: Parameters<typeof periodicLabel>[0]) => periodicLabel(name, language);
  const tables = sections(report).map(({ section, rows }): Table => {
    const own = rows.filter(({ result }) => isOwn(result)).map(({ result }) => result);
    const sum = countColumn(own, language);
    return {
      kind: "table",
      caption: label(section ?? "other", language),
      columns: [
        words(say("kpi")),
        numbers(say("value")),
        numbers(say("target")),
        words(say("verdict")),
        sum.column,
        ...(periodic === undefined ? [] : besideColumns(report, say)),
        words(say("clause")),
      ],
      rows: own.map((result) => [
        cell(title(result, language)),
        valueCell(result, language),
        cell(target(result, language)),
        verdictCell(result, language),
        sum.cell(result),
        ...(periodic === undefined ? [] : besideCells(result, report, language)),
        cell(clause(result, language)),
      ]),
    };
  });
  const beside: Block[] = [periodic?.before, periodic?.yearBefore, periodic?.yearToDate].flatMap((view) =>
    view?.partial === true && report.days !== null
      ? [text(periodicSentence("partialView", { from: report.days.from, period: view.name }, language), true)]
      : [],
  );
  // Blank cells of the past that only today's catalogue, or today's statement, could fill.
  const noPast = [periodic?.before, periodic?.yearBefore].some((view) =>
    view?.results.some(({ reason }) => reason === "no-past"),
  );
  if (noPast) beside.push(text(`${capital(reasonText("no-past", [], language))}.`));
  return {
    id: "results",
    title: say("results"),
    blocks: [
      ...warnings(report, language).map((line) => text(line, true)),
      ...tables,
      ...(hasChanges(report) ? [noteOn("changes", periodicLabel("points", language))] : []),
      ...beside,
      {
        kind: "list",
        items: explanations(report, language).map((said) => said.replace(/^[✓✗?·] /, "")),
      },
    ],
  };
}

function besideColumns({ periodic }: Report, say: (name: Parameters<typeof periodicLabel>[0]) => string) {
  const views = viewsOf(periodic);
  return views.flatMap(({ name, view }) => {
    // A plan for a part of the year is judged from its first month on.
    const over = say(name === "yearToDate" && view?.name.slice(5, 7) !== "01" ? "planToDate" : name);
    if (name === "yearToDate") return [numbers(say("value"), over), words(say("verdict"), over)];
    return view === null ? [] : [numbers(say("value"), over), numbers(say("change"), over)];
  });
}

function hasChanges({ periodic }: Report): boolean {
  return periodic !== undefined && (periodic.before !== null || periodic.yearBefore !== null);
}

function viewsOf(periodic: Report["periodic"]) {
  const of = (name: "before" | "yearBefore" | "yearToDate") => ({
    name,
    view: (periodic?.[name] ?? null) as View | null,
  });
  return [of("before"), of("yearBefore"), of("yearToDate")];
}

function besideCells(result: Result, { periodic }: Report, language: Making["language"]): Cell[] {
  return viewsOf(periodic).flatMap(({ name, view }) => {
    if (view === null) return [];
    const there = view.results.find(({ key, group }) => key === result.key && group?.name === result.group?.name);
    if (name === "yearToDate") return [valueCell(there, language), verdictCell(there, language)];
    // Of a period without a target of its own beside that of this one: what has not changed is shown alike.
    const limit = there === undefined ? null : (targetLimit(there) ?? targetLimit(result));
    return [valueCell(there, language, limit), movedCell(result, there, language)];
  });
}

function movedCell(now: Result, before: Result | undefined, language: Making["language"]): Cell {
  const [a, b] = [before?.measure?.value, now.measure?.value];
  if (typeof a !== "number" || typeof b !== "number") return { text: "" };
  // Of what may be anywhere between two ends no change is known.
  if (now.verdict === "undecided" || before?.verdict === "undecided") return { text: "" };
  const moved = changeCell(b - a, now.unit, language);
  // Of shares in percentage points, as the line below the table says.
  return now.unit === "percent" ? { ...moved, text: signed(b - a, "number", language) } : moved;
}
