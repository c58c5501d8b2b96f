/** Section 6: form II.06a/VPCP/KSTT, by field. */
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

/** Its table: columns 1 to 13, a row a field, the total. */
export function formTableOf(form: CaseForm, language: Language): Table {
  const say = (name: Parameters<typeof periodicLabel>[0]) => periodicLabel(name, language);
  const numbersOf = (row: FormRow): Cell[] => columns.map(([name]) => wholeCell(row[name], language));
  return {
    kind: "table",
    caption: "",
    hasTotal: true,
    columns: [
      numbers(`${say("formNumber")} (1)`),
      words(`${say("formField")} (2)`),
      ...columns.map(([, over, name], i) => numbers(`${say(name)} (${i + 3})`, say(over))),
    ],
    rows: [
      ...form.fields.map((row, i) => [
        wholeCell(i + 1, language),
        cell(clean(row.field) === "" ? label("noName", language) : clean(row.field)),
        ...numbersOf(row),
      ]),
      [cell(""), cell(say("total")), ...numbersOf(form.total)],
    ],
  };
}

export function formSection({ report, language, office }: Making): Section | null {
  const { periodic } = report;
  if (periodic === undefined) return null;
  const say = (name: Parameters<typeof periodicLabel>[0]) => periodicLabel(name, language);
  const head = { id: "form", title: say("form") };
  const { form } = periodic;
  if (form === null) return { ...head, blocks: [text(periodicSentence("formLacks", {}, language))] };
  const beyond = beyondTheLog(report, form.asOf, language);
  const notes = [
    ...(form.asOf === null || beyond !== null ? [] : [periodicSentence("formAsOf", { asOf: form.asOf }, language)]),
    periodicSentence("formIdentities", {}, language),
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
    text(`${say("formName")}.`),
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
