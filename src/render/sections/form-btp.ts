/** Form 07a/BTP: its table, and what is said below it. */
import { btpColumns, btpParts, type BtpColumn as Column, formIdentities } from "../../records/forms.ts";
import type { CaseForm } from "../../report/report.ts";
import { btpSentence, formTitles, partTitles } from "../../text/form-btp.ts";
import type { Language } from "../../text/language.ts";
import { periodicLabel } from "../../text/periodic.ts";
import { type Cell, numbers, type TableColumn } from "../document.ts";
import { wholeCell } from "./cells.ts";

type Btp = NonNullable<CaseForm["btp"]>;

const sums: readonly Column[] = ["received", "resolved", "open", "payments"];

export function btpHeads(language: Language): TableColumn[] {
  return btpParts.flatMap(([over, ids]) =>
    ids.map((id: Column) => {
      const title = sums.includes(id) ? periodicLabel("total", language) : formTitles[id][language];
      return numbers(`${title} ${numberOf(id)}`, partTitles[over][language]);
    }),
  );
}

export function btpCells(row: Btp["total"], language: Language): Cell[] {
  return btpColumns.map((id) => wholeCell(row[id], language));
}

function numberOf(id: string): string {
  return `(${(btpColumns as readonly string[]).indexOf(id) + 3})`;
}

/** That nobody has verified it, and which columns are blank: what every output says of it. */
export function btpLines({ blank, isOfParts }: Btp, language: Language): string[] {
  const names = blank.map((id) => `${formTitles[id][language]} ${numberOf(id)}`).join(", ");
  return [
    btpSentence("unverified", {}, language),
    ...(blank.length === 0 ? [] : [btpSentence(isOfParts ? "blankOfParts" : "blank", { columns: names }, language)]),
  ];
}

/** What is said of the columns, where something is to be said; `form` has what II.06a counts and these columns stand for. */
export function btpNotes(form: CaseForm, btp: Btp, language: Language): string[] {
  const say = (name: Parameters<typeof btpSentence>[0], data: Parameters<typeof btpSentence>[1] = {}) =>
    btpSentence(name, data, language);
  const isBlank = (id: string) => btp.blank.some((one) => one === id);
  // The sums that were checked, without those of which a column is blank.
  const held = formIdentities["07a/BTP"]
    .filter(({ sum, of }) => ![sum, ...of].some(isBlank))
    .map(({ sum, of }) => `${numberOf(sum)} = ${of.map(numberOf).join(" + ")}`);
  const { online, direct, late } = form.total;
  const unsplit = [
    ...(isBlank("onlineFull") ? [say("online", { count: online })] : []),
    ...(isBlank("direct") ? [say("direct", { count: direct })] : []),
    ...(isBlank("lateWithout") ? [say("late", { count: late })] : []),
  ];
  const { waiting, withoutLevel, transfers, unreadablePayments, endedAndResolved, withoutDay } = btp;
  return [
    say("held", {
      sums: [...held, `${numberOf("received")} = ${numberOf("resolved")} + ${numberOf("open")}`].join("; "),
    }),
    ...(unsplit.length > 0 ? [say("unsplit", { counts: unsplit.join("; ") })] : []),
    ...(waiting === 0 || btp.isOfParts || isBlank("notAccepted")
      ? []
      : isBlank("waitingLate")
        ? [say("waitingBlank", { count: waiting, without: btp.waitingWithoutDue })]
        : [say("waiting", { count: waiting })]),
    ...(withoutLevel === 0 || isBlank("onlineOther")
      ? []
      : [say("withoutLevel", { count: withoutLevel, column: numberOf("onlineOther") })]),
    ...(form.withoutChannel === 0 || isBlank("direct")
      ? []
      : [say("withoutChannel", { count: form.withoutChannel, column: numberOf("direct") })]),
    ...(isBlank("payments")
      ? []
      : [
          say("payments"),
          ...(transfers === 0 ? [] : [say("transfers", { count: transfers, column: numberOf("paidInPerson") })]),
          ...(unreadablePayments === 0 ? [] : [say("unreadablePayments", { count: unreadablePayments })]),
        ]),
    ...(endedAndResolved === 0 || isBlank("stopped") ? [] : [say("endedAndResolved", { count: endedAndResolved })]),
    ...(withoutDay === 0 || isBlank("notAccepted") ? [] : [say("withoutDay", { count: withoutDay })]),
  ];
}

/** Form II.06a's counts of what it leaves out, less what has a column here. */
export function outsideOfBtp(form: CaseForm, btp: Btp): CaseForm {
  if (btp.blank.includes("notAccepted")) return { ...form, withoutChannel: 0 };
  return {
    ...form,
    withoutChannel: 0,
    outside: 0,
    endedWithoutTime: form.endedWithoutTime - btp.endedWithoutTime,
    withoutReceipt: form.withoutReceipt - btp.withoutReceipt,
  };
}
