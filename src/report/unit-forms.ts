/** Forms of several units: the sums that each must keep, all of them added up, and what the logs say instead. */
import type { FilledForm } from "../read/tables/forms.ts";
import { type FormIdentity, formIdentities, type SumRow, type UnitRow } from "../records/forms.ts";
import type { FormFault, FormSum, SheetsOfForm } from "./form-sum.ts";
import { faultsBesideLog, uncomparedOf } from "./forms-beside-logs.ts";
import type { CaseForm } from "./report.ts";
import { withoutSumSheets } from "./sum-sheets.ts";

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
  const { forms: told, copies } = withoutCopies(given);
  const { forms, sumSheets, faults: ofSheets } = withoutSumSheets(told);
  const [first] = forms;
  const columns = first.columns.filter((id) => forms.every((one) => one.columns.includes(id)));
  const blank = new Set(forms.flatMap((one) => one.blank));
  const units = new Map<string, { name: string; cells: Record<string, number> }>();
  for (const { rows } of forms) {
    for (const { name, cells } of rows) {
      const held = units.get(keyOf(name)) ?? { name, cells: {} };
      units.set(keyOf(name), held);
      for (const id of columns) held.cells[id] = (held.cells[id] ?? 0) + (cells.get(id)?.value ?? 0);
    }
  }
  const added = [...units.values()];
  const total = Object.fromEntries(columns.map((id) => [id, added.reduce((sum, { cells }) => sum + cells[id], 0)]));
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
    sumSheets,
    unasked: unaskedOf(told),
    periods: periodsOf(told),
    blank: told.filter(({ blank }) => blank.length > 0).map(({ file, blank }) => ({ file, columns: blank })),
    uncompared:
      log === null
        ? []
        : uncomparedOf(
            columns.filter((id) => !blank.has(id)),
            log,
          ),
    copies,
    alike: alikeIn(forms, keyOf),
    columns,
    lacking: forms
      .map(({ file, columns: own }) => ({
        file,
        columns: [...new Set(forms.flatMap((one) => one.columns))].filter((id) => !own.includes(id)),
      }))
      .filter(({ columns: lacks }) => lacks.length > 0),
    units: added,
    total,
    faults: [
      // What a sheet of sums says of itself must hold too.
      ...told.flatMap(faultsOf),
      ...ofSheets,
      ...(log === null
        ? []
        : faultsBesideLog({ total, units: added, columns: columns.filter((id) => !blank.has(id)) }, log, keyOf, named)),
    ],
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

/** The sums that a form must keep, of which it has all columns, and fills them in. */
function identitiesOf({
  form,
  columns,
  blank,
}: Pick<FilledForm, "form" | "columns" | "blank">): readonly FormIdentity[] {
  return formIdentities[form]
    .filter(({ sum, of }) => [sum, ...of].every((id) => columns.includes(id) && !blank.includes(id)))
    .map(({ sum, of, also = [] }) => ({ sum, of: [...of, ...also.filter((id) => columns.includes(id))] }));
}

/** The sums of which a file has some columns, and not all; each file's once. */
function unaskedOf(forms: readonly FilledForm[]): FormSum["unasked"] {
  const found = forms.flatMap(({ form, file, columns, blank }) =>
    formIdentities[form].flatMap(({ sum, of }) => {
      const lacks = [sum, ...of].filter((id) => !columns.includes(id) || blank.includes(id));
      // A single column of them is no sum that somebody would expect to be checked.
      return lacks.length === 0 || lacks.length >= of.length ? [] : [{ file, sum, of, lacks }];
    }),
  );
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** Periods that the lines above the tables name; none where they name one, or none. */
function periodsOf(forms: readonly FilledForm[]): FormSum["periods"] {
  const files = new Map<string, string>();
  for (const { period, file } of forms) if (period !== null && !files.has(period)) files.set(period, file);
  // A month may also be told by its days (from the 15th to the 14th), or beside its year: those are held against their own kind.
  const kindOf = (period: string) => (period.includes("..") ? "days" : /^\d{4}$/.test(period) ? "year" : "part");
  const told = [...files].map(([period, file]) => ({ period, file }));
  return told.filter((one) => told.some((other) => other !== one && kindOf(other.period) === kindOf(one.period)));
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
