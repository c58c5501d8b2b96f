/** Section 7: open cases overdue and due soon, by agency. */
import type { OpenCases } from "../../report/report.ts";
import { clean, date } from "../../text/language.ts";
import { periodicLabel, periodicSentence } from "../../text/periodic.ts";
import { label } from "../../text/titles.ts";
import { type Block, cell, type Making, numbers, type Section, text, words } from "../document.ts";
import { beyondTheLog, hasStatus, wholeCell } from "./cells.ts";
import { waitingBlocks } from "./waiting.ts";

const mostRows = 20;

export function openSection(making: Making): Section | null {
  const { report, language } = making;
  const open = report.periodic?.open ?? null;
  if (open === null) return null;
  const say = (name: Parameters<typeof periodicLabel>[0]) => periodicLabel(name, language);
  const head = { id: "open", title: say("open") };
  const beyond = beyondTheLog(report, open.asOf, language);
  if (beyond !== null) return { ...head, blocks: [text(beyond, true)] };
  const sum = (of: (one: OpenCases["agencies"][number]) => number) =>
    open.agencies.reduce((total, one) => total + of(one), 0);
  const knowsSoon = open.soonUntil !== null;
  const total = {
    asOf: open.asOf,
    soonUntil: open.soonUntil,
    open: sum((one) => one.open),
    overdue: sum((one) => one.overdue),
    soon: sum((one) => one.soon ?? 0),
  };
  const name = (agency: string) => (clean(agency) === "" ? label("noName", language) : clean(agency));
  const blocks: Block[] = [
    text(periodicSentence("openSum", total, language)),
    ...(hasStatus(report) ? [] : [text(periodicSentence("withoutStatus", {}, language), true)]),
    ...(knowsSoon ? [] : [text(periodicSentence("openWithoutCalendar", {}, language), true)]),
    ...(open.agencies.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            caption: "",
            top: mostRows,
            hasTotal: true,
            columns: [
              words(say("agency")),
              numbers(say("openTotal")),
              numbers(say("overdue")),
              ...(knowsSoon ? [numbers(say("soon"))] : []),
            ],
            rows: [
              ...open.agencies.map((one) => [
                cell(name(one.name)),
                wholeCell(one.open, language),
                wholeCell(one.overdue, language),
                ...(knowsSoon ? [wholeCell(one.soon, language)] : []),
              ]),
              [
                cell(say("total")),
                wholeCell(total.open, language),
                wholeCell(total.overdue, language),
                ...(knowsSoon ? [wholeCell(total.soon, language)] : []),
              ],
            ],
          },
        ]),
    ...(open.cases === undefined || open.cases.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            caption: say("caseId"),
            columns: [words(say("caseId")), words(say("agency")), words(say("due")), words(say("verdict"))],
            rows: open.cases.map(({ id, agency, due, overdue }) => [
              cell(id === "" ? label("noName", language) : clean(id)),
              cell(name(agency)),
              cell(date(due, language)),
              cell(say(overdue ? "overdue" : "soon"), overdue ? "fail" : "none"),
            ]),
          },
        ]),
  ];
  return { ...head, blocks: [...blocks, ...waitingBlocks(making)] };
}
