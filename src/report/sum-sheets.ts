/** Workbooks with a sheet a unit and one that adds them up: it is held against the others, and not added to them. */
import type { FilledForm } from "../read/tables/forms.ts";
import type { FormFault, SumSheet } from "./form-sum.ts";

interface Sheet {
  readonly name: string;
  readonly forms: readonly FilledForm[];
}

const sumIn = (forms: readonly FilledForm[], id: string) =>
  forms.reduce((sum, { rows }) => sum + rows.reduce((all, { cells }) => all + (cells.get(id)?.value ?? 0), 0), 0);

/** The columns that all of these have, and whether in each of them one comes to the others together. */
function differing({ forms }: Sheet, others: readonly Sheet[]): { columns: string[]; wrong: string[] } {
  const all = [...forms, ...others.flatMap((one) => one.forms)];
  const columns = all[0].columns.filter((id) => all.every((one) => one.columns.includes(id)));
  const rest = others.flatMap((one) => one.forms);
  return { columns, wrong: columns.filter((id) => sumIn(forms, id) !== sumIn(rest, id)) };
}

/** Which sheet of a workbook adds up the others: one that comes to them in every column, or says so by its name. */
function sumSheetOf(sheets: readonly Sheet[]): Sheet | null {
  if (sheets.length < 2) return null;
  const [named, more] = sheets.filter(({ forms }) => forms.some(({ isOfSums }) => isOfSums));
  if (named !== undefined && more === undefined) return named;
  // Two sheets that are alike are two: only of three can one come to the others.
  if (sheets.length < 3) return null;
  const ends = [sheets.at(-1) as Sheet, sheets[0]];
  const found = ends.find((one) => {
    const { columns, wrong } = differing(
      one,
      sheets.filter((other) => other !== one),
    );
    return wrong.length === 0 && columns.some((id) => sumIn(one.forms, id) > 0);
  });
  return found ?? null;
}

/** The forms to add up, those sheets that are sums of others, and the cells in which they are not. */
export function withoutSumSheets(forms: readonly FilledForm[]): {
  forms: FilledForm[];
  sumSheets: SumSheet[];
  faults: FormFault[];
} {
  const out = new Set<FilledForm>();
  const sumSheets: SumSheet[] = [];
  const faults: FormFault[] = [];
  for (const file of new Set(forms.map((one) => one.file))) {
    const bySheet = new Map<string, FilledForm[]>();
    for (const one of forms) {
      if (one.file === file && one.sheet !== null) bySheet.set(one.sheet, [...(bySheet.get(one.sheet) ?? []), one]);
    }
    const sheets = [...bySheet].map(([name, own]): Sheet => ({ name, forms: own }));
    const sum = sumSheetOf(sheets);
    if (sum === null) continue;
    for (const one of sum.forms) out.add(one);
    sumSheets.push({ file, sheet: sum.name });
    const others = sheets.filter((one) => one !== sum);
    for (const column of differing(sum, others).wrong) {
      const [has, should] = [sum.forms, others.flatMap((one) => one.forms)].map((own) => sumIn(own, column));
      faults.push({ file, kind: "sheets", name: sum.name, column, place: null, has, should, of: [] });
    }
  }
  return { forms: forms.filter((one) => !out.has(one)), sumSheets, faults };
}
