/** Forms of several units: the sums that each must keep, all of them added up, and what the logs say instead. */
import type { FilledForm } from "../read/tables/forms.ts";
import type { FormId, FormPlace, SumRow, UnitRow } from "../records/forms.ts";
import type { CaseForm } from "./report.ts";

/** One column is the sum of others. */
interface Identity {
  readonly sum: string;
  readonly of: readonly string[];
  /** Columns that belong to the sum where the file has them. */
  readonly also?: readonly string[];
}

/** The sums of each form; one is asked of a file that has all of its columns. */
const formIdentities: Readonly<Record<FormId, readonly Identity[]>> = {
  "II.06a/VPCP/KSTT": [
    { sum: "received", of: ["online", "direct", "carriedOver"], also: ["postal"] },
    { sum: "resolved", of: ["early", "onDay", "late"] },
    { sum: "open", of: ["inTime", "overdue"] },
    { sum: "received", of: ["resolved", "open"] },
  ],
  "07a/BTP": [
    { sum: "received", of: ["direct", "onlineFull", "onlinePartial", "postal", "onlineOther", "carriedOver"] },
    { sum: "resolved", of: ["resolvedInTime", "lateApologised", "lateWithout"] },
    { sum: "open", of: ["inTime", "overdue"] },
    { sum: "payments", of: ["paidOnline", "paidInPerson"] },
  ],
};

/** A cell that is not what others make it. */
export interface FormFault {
  readonly file: string;
  readonly kind: "identity" | "total" | "unreadable" | "log";
  /** The row's name; null of the sum of all. */
  readonly name: string | null;
  /** The column's id; null of a cell that cannot be read. */
  readonly column: string | null;
  readonly place: FormPlace | null;
  readonly has: number | null;
  readonly should: number | null;
  /** Of an identity. */
  readonly of: readonly string[];
}

export interface SheetsOfForm {
  readonly name: string;
  readonly read: readonly string[];
  readonly unread: readonly string[];
}

/** What the forms of several units come to. */
export interface FormSum {
  readonly form: FormId;
  readonly files: readonly {
    readonly name: string;
    readonly rows: number;
    readonly unknown: readonly string[];
    readonly passed: readonly number[];
    /** Rows that are sums of others, though no word says so. */
    readonly sums: readonly number[];
  }[];
  /** Of workbooks with several sheets: those that were read, and those that were not: hidden, or without such a form. */
  readonly sheets: readonly SheetsOfForm[];
  /** Files of which every cell is as in another: each is added up once. */
  readonly copies: readonly { readonly name: string; readonly of: string }[];
  /** Tables whose rows are those of another, in a file that is none of its copies: added up, and told where nobody says that their offices are two. */
  readonly alike: readonly { readonly name: string; readonly of: string }[];
  /** Those that every file has, in the order of the first. */
  readonly columns: readonly string[];
  /** Columns that some files have and others have not. */
  readonly lacking: readonly { readonly file: string; readonly columns: readonly string[] }[];
  readonly units: readonly { readonly name: string; readonly cells: Readonly<Record<string, number>> }[];
  readonly total: Readonly<Record<string, number>>;
  readonly faults: readonly FormFault[];
}

/**
 * Adds forms up, unit by unit.
 *
 * @param given by file
 * @param keyOf what two spellings of one unit's name have in common
 * @param log what the logs say of the same period; null where none were given
 */
export function sumOfForms(
  given: readonly (readonly FilledForm[])[],
  keyOf: (name: string) => string,
  log: CaseForm | null,
  sheets: readonly SheetsOfForm[] = [],
): FormSum {
  const { forms, copies } = withoutCopies(given);
  const [first] = forms;
  const columns = first.columns.filter((id) => forms.every((one) => one.columns.includes(id)));
  const units = new Map<string, { name: string; cells: Record<string, number> }>();
  for (const { rows } of forms) {
    for (const { name, cells } of rows) {
      const held = units.get(keyOf(name)) ?? { name, cells: {} };
      units.set(keyOf(name), held);
      for (const id of columns) held.cells[id] = (held.cells[id] ?? 0) + (cells.get(id)?.value ?? 0);
    }
  }
  const told = [...units.values()];
  const total = Object.fromEntries(columns.map((id) => [id, told.reduce((sum, { cells }) => sum + cells[id], 0)]));
  const named = forms.length === 1 ? first.file : "";
  return {
    form: first.form,
    files: [...new Set(forms.map(({ file }) => file))].map((name) => {
      const own = forms.filter(({ file }) => file === name);
      return {
        name,
        rows: own.reduce((sum, { rows }) => sum + rows.length, 0),
        sums: own.flatMap(({ sums }) => sums.flatMap(({ name: of, row }) => (of === null ? [] : [row]))),
        unknown: [...new Set(own.flatMap(({ unknown }) => unknown))],
        passed: own.flatMap(({ passed }) => passed),
      };
    }),
    sheets,
    copies,
    alike: alikeIn(forms, keyOf),
    columns,
    lacking: forms
      .map(({ file, columns: own }) => ({
        file,
        columns: [...new Set(forms.flatMap((one) => one.columns))].filter((id) => !own.includes(id)),
      }))
      .filter(({ columns: lacks }) => lacks.length > 0),
    units: told,
    total,
    faults: [...forms.flatMap(faultsOf), ...(log === null ? [] : besideLog(total, told, columns, log, keyOf, named))],
  };
}

/** A file that was given twice, under whatever name, is one: every cell is the same, heads and titles too. */
function withoutCopies(given: readonly (readonly FilledForm[])[]) {
  const forms: FilledForm[] = [];
  const copies: { name: string; of: string }[] = [];
  for (const ofFile of given) {
    // Against the files before: two tables of one file are two.
    const before = new Map(forms.map((one) => [one.cells, one]));
    for (const one of ofFile) {
      const held = before.get(one.cells);
      if (held === undefined) forms.push(one);
      else if (!copies.some(({ name, of }) => name === one.file && of === held.file)) {
        copies.push({ name: one.file, of: held.file });
      }
    }
  }
  return { forms, copies };
}

/** Tables with the same rows, of offices that are not known to be two: small numbers are alike by chance, or one was sent twice. */
function alikeIn(forms: readonly FilledForm[], keyOf: (name: string) => string): FormSum["alike"] {
  const byRows = new Map<string, FilledForm[]>();
  for (const one of forms) {
    const values = one.rows.map(({ name, cells }) => [name, ...[...cells].map(([id, { value }]) => [id, value])]);
    // Where nothing came in every form is the same, and adds nothing.
    if (one.rows.every(({ cells }) => [...cells.values()].every(({ value }) => value === 0))) continue;
    const rows = JSON.stringify(values);
    byRows.set(rows, [...(byRows.get(rows) ?? []), one]);
  }
  return [...byRows.values()].flatMap(([first, ...others]) =>
    others
      .filter((one) => first.office === null || one.office === null || keyOf(first.office) === keyOf(one.office))
      .map((one) => ({ name: one.file, of: first.file })),
  );
}

/** The sums that a form must keep, of which it has all columns. */
function identitiesOf({ form, columns }: Pick<FilledForm, "form" | "columns">): readonly Identity[] {
  return formIdentities[form]
    .filter(({ sum, of }) => [sum, ...of].every((id) => columns.includes(id)))
    .map(({ sum, of, also = [] }) => ({ sum, of: [...of, ...also.filter((id) => columns.includes(id))] }));
}

function faultsOf(filled: FilledForm): FormFault[] {
  const { file, rows, sums, unreadable, columns } = filled;
  const numberIn = ({ cells }: Pick<UnitRow, "cells">, id: string) => cells.get(id)?.value ?? 0;
  const ofRow = (row: UnitRow): FormFault[] =>
    identitiesOf(filled).flatMap(({ sum, of }) => {
      const should = of.reduce((all, id) => all + numberIn(row, id), 0);
      const has = numberIn(row, sum);
      if (has === should) return [];
      const place = row.cells.get(sum)?.place ?? null;
      return [{ file, kind: "identity" as const, name: row.name, column: sum, place, has, should, of }];
    });
  const ofSum = (own: SumRow): FormFault[] =>
    columns.flatMap((id) => {
      const should = own.of.reduce((all, row) => all + numberIn(row, id), 0);
      const has = numberIn(own, id);
      const place = own.cells.get(id)?.place ?? null;
      return has === should
        ? []
        : [{ file, kind: "total" as const, name: own.name, column: id, place, has, should, of: [] }];
    });
  return [
    ...unreadable.map((place) => ({
      ...{ file, kind: "unreadable" as const, name: null, column: null, place },
      ...{ has: null, should: null, of: [] },
    })),
    ...rows.flatMap(ofRow),
    ...sums.flatMap(ofSum),
  ];
}

/** The cells that differ from what the logs say: of the sum of all, and of a field where the rows are fields. */
function besideLog(
  total: Readonly<Record<string, number>>,
  units: FormSum["units"],
  columns: readonly string[],
  { total: all, fields }: CaseForm,
  keyOf: (name: string) => string,
  file: string,
): FormFault[] {
  const differing = (
    name: string | null,
    cells: Readonly<Record<string, number>>,
    said: Readonly<Record<string, unknown>>,
  ) =>
    columns.flatMap((id): FormFault[] => {
      const should = said[id];
      if (typeof should !== "number" || should === cells[id]) return [];
      return [{ file, kind: "log", name, column: id, place: null, has: cells[id], should, of: [] }];
    });
  const byField = new Map(fields.map((row) => [keyOf(row.field), row]));
  const known = units.filter(({ name }) => byField.has(keyOf(name)));
  return [
    ...differing(null, total, { ...all }),
    ...known.flatMap(({ name, cells }) => differing(name, cells, { ...byField.get(keyOf(name)) })),
  ];
}
