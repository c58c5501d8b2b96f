/** Section 6: form II.06a/VPCP/KSTT, by field; in its place form 07a/BTP, where that is asked for. */
import type { CaseForm, FormRow } from "../../report/report.ts";
import { clean, type Language } from "../../text/language.ts";
import { periodicLabel, periodicSentence } from "../../text/periodic.ts";
import { label } from "../../text/titles.ts";
import {
  type Block,
  type Cell,
  cell,
  type Making,
  numbers,
  type Section,
  type Table,
  text,
  words,
} from "../document.ts";
import { addresseesOf } from "../office.ts";
import { beyondTheLog, hasStatus, wholeCell } from "./cells.ts";
import { btpCells, btpHeads, btpLines, btpNotes, outsideOfBtp } from "./form-btp.ts";

/** Columns 3 to 13 with the heading over each. */
const columns = [
  ["received", "received", "total"],
  ["online", "received", "formOnline"],
  ["direct", "received", "formDirect"],
  ["carriedOver", "received", "carriedOver"],
  ["resolved", "resolved", "total"],
  ["early", "resolved", "early"],
  ["onDay", "resolved", "onDay"],
  ["late", "resolved", "late"],
  ["open", "inProgress", "total"],
  ["inTime", "inProgress", "inTime"],
  ["overdue", "inProgress", "overdue"],
] as const satisfies readonly (readonly [keyof FormRow, string, string])[];

/** Its table: columns 1 to 13 (of 07a/BTP to 25), a row a field, the total. */
export function formTableOf(form: CaseForm, language: Language): Table {
  const say = (name: Parameters<typeof periodicLabel>[0]) => periodicLabel(name, language);
  const numbersOf = (row: FormRow): Cell[] => columns.map(([name]) => wholeCell(row[name], language));
  const { btp } = form;
  const rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[] =
    btp === undefined
      ? form.fields.map((row) => ({ name: row.field, cells: numbersOf(row) }))
      : btp.fields.map((row) => ({ name: row.field, cells: btpCells(row, language) }));
  return {
    kind: "table",
    caption: "",
    hasTotal: true,
    columns: [
      numbers(`${say("formNumber")} (1)`),
      words(`${say("formField")} (2)`),
      ...(btp === undefined
        ? columns.map(([, over, name], i) => numbers(`${say(name)} (${i + 3})`, say(over)))
        : btpHeads(language)),
    ],
    rows: [
      ...rows.map(({ name, cells }, i) => [
        wholeCell(i + 1, language),
        cell(clean(name) === "" ? label("noName", language) : clean(name)),
        ...cells,
      ]),
      [cell(""), cell(say("total")), ...(btp === undefined ? numbersOf(form.total) : btpCells(btp.total, language))],
    ],
  };
}

export function formSection({ report, language, office }: Making): Section | null {
  const { periodic } = report;
  if (periodic === undefined) return null;
  const say = (name: Parameters<typeof periodicLabel>[0]) => periodicLabel(name, language);
  const all = periodic.form;
  const btp = all?.btp;
  const head =
    btp === undefined
      ? { id: "form", title: say("form") }
      : { id: "form", title: say("formOfBtp"), sheet: say("btpSheet") };
  const form = all === null || btp === undefined ? all : outsideOfBtp(all, btp);
  if (form === null || all === null) return { ...head, blocks: [text(periodicSentence("formLacks", {}, language))] };
  const beyond = beyondTheLog(report, form.asOf, language);
  const notes = [
    ...(form.asOf === null || beyond !== null ? [] : [periodicSentence("formAsOf", { asOf: form.asOf }, language)]),
    ...(btp === undefined ? [periodicSentence("formIdentities", {}, language)] : btpNotes(all, btp, language)),
    ...(form.withoutDue.resolved + form.withoutDue.open > 0
      ? [periodicSentence("formWithoutDue", form.withoutDue, language)]
      : []),
    ...(form.withoutChannel > 0
      ? [periodicSentence("formWithoutChannel", { count: form.withoutChannel }, language)]
      : []),
    ...(form.endedWithoutTime + form.endedWithoutTimeBefore > 0
      ? [periodicSentence("formEnded", { count: form.endedWithoutTime, before: form.endedWithoutTimeBefore }, language)]
      : []),
    ...(form.outside > 0 ? [periodicSentence("formOutside", { count: form.outside }, language)] : []),
    ...(form.withoutReceipt > 0
      ? [periodicSentence("formWithoutReceipt", { count: form.withoutReceipt }, language)]
      : []),
    ...(hasStatus(report) ? [] : [periodicSentence("withoutStatus", {}, language)]),
    ...(form.unreadable + form.unreadableBefore > 0
      ? [periodicSentence("formUnreadable", { count: form.unreadable, before: form.unreadableBefore }, language)]
      : []),
  ];
  const { period } = report;
  const blank = "……………";
  const blocks: Block[] = [
    // The head of the form as the circular prints it.
    ...(btp === undefined ? [`${say("formName")}.`] : btpLines(btp, language)).map((line) => text(line)),
    ...(period === null
      ? []
      : [
          text(
            periodicSentence(
              "formPeriod",
              {
                period: period.name,
                from: period.from,
                to: period.to,
                reporter: clean(office.name ?? blank),
                receiver: addresseesOf(office).join("; ") || blank,
              },
              language,
            ),
          ),
        ]),
    // Of what nobody knows no 0 is printed.
    ...(beyond !== null
      ? [text(beyond, true)]
      : [formTableOf(form, language), { kind: "list" as const, items: notes }]),
  ];
  return { ...head, blocks };
}
