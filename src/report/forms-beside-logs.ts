/** Forms of units beside what the logs say of the same period: column by column, or several columns where the log has them as one. */

import type { BtpColumn, BtpRow } from "../records/forms.ts";
import { emptyRow } from "./form.ts";
import type { FormFault, FormSum } from "./form-sum.ts";
import type { CaseForm, FormRow } from "./report.ts";

/** What the log has as one number, and the columns in which forms have it: the first of these that a file has whole. */
const columnsOfLog: readonly (readonly [log: keyof FormRow, forms: readonly (readonly string[])[]])[] = [
  ["received", [["received"]]],
  ["online", [["online"], ["onlineFull", "onlinePartial", "onlineOther"]]],
  // By post counts as in person, whatever the column is called: where it has its own the two belong together.
  ["direct", [["direct", "postal"], ["direct"]]],
  ["carriedOver", [["carriedOver"]]],
  ["resolved", [["resolved"]]],
  ["early", [["early"]]],
  ["onDay", [["onDay"]]],
  ["late", [["late"], ["lateApologised", "lateWithout"]]],
  ["open", [["open"]]],
  ["inTime", [["inTime"]]],
  ["overdue", [["overdue"]]],
];

interface Compared {
  readonly column: string;
  readonly of: readonly string[];
  readonly inLog: (row: Said) => number;
}

/** What the logs say of a row: by form II.06a, and by 07a/BTP where that is asked for. */
interface Said {
  readonly row: FormRow;
  readonly btp?: BtpRow | undefined;
}

/** Columns that form 07a/BTP alone has, and that are no part of one of II.06a's. */
const ofBtpAlone = [
  ...(["waitingInTime", "waitingLate", "notAccepted", "stopped", "withdrawn"] as const),
  ...(["payments", "paidOnline", "paidInPerson"] as const),
] as const satisfies readonly BtpColumn[];

/** What is held against the logs: columns of the form, one or several, and the number that the log has for them. */
function comparedOf(columns: readonly string[], { btp }: CaseForm): Compared[] {
  const found = columnsOfLog.flatMap(([column, forms]): Compared[] => {
    // On time alone is not the day alone where the form has no column for what was early.
    if (column === "onDay" && !columns.includes("early")) return [];
    const of = forms.find((ids) => ids.every((id) => columns.includes(id)));
    return of === undefined ? [] : [{ column, of, inLog: ({ row }) => row[column] }];
  });
  const early = { column: "resolvedInTime", of: ["resolvedInTime"], inLog: ({ row }: Said) => row.early + row.onDay };
  const alone = ofBtpAlone
    .filter((id) => columns.includes(id) && btp !== undefined && !btp.blank.includes(id))
    .map((id) => ({ column: id, of: [id], inLog: (said: Said) => said.btp?.[id] ?? 0 }));
  return [...found, ...(columns.includes("resolvedInTime") ? [early] : []), ...alone];
}

/** The columns of which the logs say nothing. */
export function uncomparedOf(columns: readonly string[], log: CaseForm): string[] {
  const compared = comparedOf(columns, log).flatMap(({ of }) => of);
  return columns.filter((id) => !compared.includes(id));
}

/** The cells that differ from what the logs say: of the sum of all, and of a field where the rows are fields. */
export function faultsBesideLog(
  { total, units, columns }: Pick<FormSum, "total" | "units" | "columns">,
  log: CaseForm,
  keyOf: (name: string) => string,
  file: string,
): FormFault[] {
  const compared = comparedOf(columns, log);
  const differing = (name: string | null, cells: Readonly<Record<string, number>>, said: Said) =>
    compared.flatMap(({ column, of, inLog }): FormFault[] => {
      const [has, should] = [of.reduce((sum, id) => sum + cells[id], 0), inLog(said)];
      const parts = of.length > 1 ? of : [];
      return has === should ? [] : [{ file, kind: "log", name, column, place: null, has, should, of: parts }];
    });
  const byField = new Map<string, Said>(log.fields.map((row) => [keyOf(row.field), { row }]));
  // A field may stand in one of the forms alone.
  for (const btp of log.btp?.fields ?? []) {
    byField.set(keyOf(btp.field), { row: byField.get(keyOf(btp.field))?.row ?? emptyRow, btp });
  }
  return [
    ...differing(null, total, { row: log.total, btp: log.btp?.total }),
    ...units.flatMap(({ name, cells }) => {
      const said = byField.get(keyOf(name));
      return said === undefined ? [] : differing(name, cells, said);
    }),
  ];
}
