/** Forms of units beside what the logs say of the same period: column by column, or several columns where the log has them as one. */

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
  readonly inLog: (row: FormRow) => number;
}

/** What is held against the logs: columns of the form, one or several, and the number that the log has for them. */
function comparedOf(columns: readonly string[]): Compared[] {
  const found = columnsOfLog.flatMap(([column, forms]): Compared[] => {
    // On time alone is not the day alone where the form has no column for what was early.
    if (column === "onDay" && !columns.includes("early")) return [];
    const of = forms.find((ids) => ids.every((id) => columns.includes(id)));
    return of === undefined ? [] : [{ column, of, inLog: (row) => row[column] }];
  });
  const early = { column: "resolvedInTime", of: ["resolvedInTime"], inLog: (row: FormRow) => row.early + row.onDay };
  return columns.includes("resolvedInTime") ? [...found, early] : found;
}

/** The columns of which the logs say nothing. */
export function uncomparedOf(columns: readonly string[]): string[] {
  const compared = comparedOf(columns).flatMap(({ of }) => of);
  return columns.filter((id) => !compared.includes(id));
}

/** The cells that differ from what the logs say: of the sum of all, and of a field where the rows are fields. */
export function faultsBesideLog(
  { total, units, columns }: Pick<FormSum, "total" | "units" | "columns">,
  { total: all, fields }: CaseForm,
  keyOf: (name: string) => string,
  file: string,
): FormFault[] {
  const compared = comparedOf(columns);
  const differing = (name: string | null, cells: Readonly<Record<string, number>>, said: FormRow) =>
    compared.flatMap(({ column, of, inLog }): FormFault[] => {
      const [has, should] = [of.reduce((sum, id) => sum + cells[id], 0), inLog(said)];
      const parts = of.length > 1 ? of : [];
      return has === should ? [] : [{ file, kind: "log", name, column, place: null, has, should, of: parts }];
    });
  const byField = new Map(fields.map((row) => [keyOf(row.field), row]));
  return [
    ...differing(null, total, all),
    ...units.flatMap(({ name, cells }) => {
      const said = byField.get(keyOf(name));
      return said === undefined ? [] : differing(name, cells, said);
    }),
  ];
}
