/**
 * kpi form write: form II.06a/VPCP/KSTT, or 07a/BTP, of logs, alone. kpi form read: forms II.06a/VPCP/KSTT and 07a/BTP of several units,
 * checked, added up, and held against the logs.
 */

import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { plainOf } from "../read/plain.ts";
import { Source } from "../read/source.ts";
import { type FilledForm, formHeadsIn, readForms, unitKey } from "../read/tables/forms.ts";
import { formsCsv, formsTable } from "../render/unit-forms.ts";
import type { SheetsOfForm } from "../report/form-sum.ts";
import { sumOfForms } from "../report/unit-forms.ts";
import { choiceOf, formatsOf } from "../run/choices.ts";
import { type FormAsked, formMade, ofForms, reportOfForm } from "../run/form.ts";
import { type Context, Output, orCannotRead, temporaryFile } from "../run/io.ts";
import { expanded, type LogOptions } from "../run/logs.ts";
import { refuseOverwriting } from "../run/overwriting.ts";
import type { PeriodOptions } from "../run/reporting.ts";
import type { OptionsOf } from "./options.ts";
import { type OutputOptions, refuseVerdicts, withOutputs } from "./outputs.ts";

type FormOptions = Pick<PeriodOptions, "month" | "quarter" | "half" | "statutory"> &
  LogOptions &
  OptionsOf<"casesOfForm" | "formatOfForm" | "outOfForm">;

/** Runs the command: 0, or 1 when a cell differs. @throws UserError `no-form`, `forms-differ`, `report-period` */
export async function formCommand(files: readonly string[], options: FormOptions, context: Context): Promise<number> {
  const { io, language } = context;
  const format = choiceOf("--format", options.format, formatsOf.forms);
  const given = await expanded(files);
  const { out } = options;
  await refuseOverwriting({
    logs: [...files, ...options.cases],
    beside: [options.config],
    outputs: out === undefined ? [] : [out],
  });
  if (options.cases.length === 0 && (options.month ?? options.quarter ?? options.half) !== undefined) {
    throw new UserError("period-without-cases");
  }
  const found: FormsOfFile[] = [];
  const names = given.map((file) => machine.paths.basename(file));
  // Offices send files of one name, which stand in folders of theirs.
  const nameOf = (file: string, name: string) => (names.filter((one) => one === name).length > 1 ? file : name);
  for (const [i, file] of given.entries()) {
    found.push(await formsIn(file, nameOf(file, names[i]), options.sheet ?? null, context));
  }
  const forms = found.flatMap((one) => one.forms);
  const other = forms.find(({ form }) => form !== forms[0].form);
  if (other !== undefined) {
    throw new UserError("forms-differ", {
      file: forms[0].file,
      form: forms[0].form,
      other: other.file,
      otherForm: other.form,
    });
  }
  // Of the logs the same form is wanted.
  const asked = { ...ofForms, ...options, form: forms[0].form === "07a/BTP" ? "07a" : "II.06a" };
  const log = options.cases.length === 0 ? null : (await reportOfForm(options.cases, asked, context)).form;
  const sheets = found.flatMap((one) => (one.sheets === null ? [] : [one.sheets]));
  const sum = sumOfForms(
    found.map((one) => one.forms),
    unitKey,
    log,
    sheets,
  );
  const text =
    format === "json"
      ? `${JSON.stringify({ schema: "kpi-forms/1", ...sum }, null, 2)}\n`
      : format === "csv"
        ? formsCsv(sum, language)
        : formsTable(sum, language, io.columns ?? 120, log !== null);
  if (out === undefined || out === "-") io.out(text);
  else {
    const output = new Output(out, io);
    output.write(text);
    output.keep();
  }
  return sum.faults.length > 0 || sum.periods.length > 0 ? 1 : 0;
}

/** The options of `kpi form write`. */
export type FormWriteOptions = FormAsked & OutputOptions;

/**
 * Writes the form: 0, or 3 where no case is in the period or too many rows were rejected.
 *
 * @throws UserError `report-period`, `form-lacks`, `bad-choice`
 */
export async function formWriteCommand(
  files: readonly string[],
  given: FormWriteOptions,
  context: Context,
): Promise<number> {
  refuseVerdicts(given);
  const options = { ...ofForms, ...given, only: "form" as const };
  return withOutputs(files, options, context, () => formMade(files, given, context));
}

interface FormsOfFile {
  readonly forms: readonly FilledForm[];
  /** Of a workbook with several. */
  readonly sheets: SheetsOfForm | null;
}

/** The forms of a file; of a workbook each sheet is read for itself, since heads may differ below their first row. */
async function formsIn(file: string, name: string, sheet: string | null, { io }: Context): Promise<FormsOfFile> {
  // Says what cannot be read, as of a log.
  new Source(file).close();
  const plainWith = (which: string | null) =>
    orCannotRead(name, () =>
      plainOf({ path: file, name }, () => temporaryFile(io), { given: null, sheet: which, fieldsIn: formHeadsIn }),
    );
  const { path, origin } = await plainWith(sheet);
  const { book } = origin;
  // Of a page, tables that do not look like a form are none.
  const others = book === undefined || book.isPage === true ? [] : book.others;
  const names = book === undefined ? [] : [...book.sheets.map((one) => one.name), ...others];
  if (book === undefined || sheet !== null || names.length < 2) {
    const hidden = book?.hidden ?? [];
    const read = (book?.sheets ?? []).map((one) => one.name);
    return {
      forms: readForms(path, name, book !== undefined),
      sheets: hidden.length === 0 ? null : { name, read, unread: hidden },
    };
  }
  const forms: FilledForm[] = [];
  const [read, unread]: string[][] = [[], [...book.hidden]];
  for (const one of names) {
    const found = formsOf((await plainWith(one)).path, name, one);
    // A sheet of another form is for a run of its own.
    const own = found.filter(({ form }) => form === (forms[0] ?? found[0])?.form);
    (own.length === 0 ? unread : read).push(one);
    forms.push(...own);
  }
  if (forms.length === 0) throw new UserError("no-form", { file: name });
  return { forms, sheets: { name, read, unread } };
}

/** The forms of a sheet; a cover page has none. */
function formsOf(path: string, name: string, sheet: string): readonly FilledForm[] {
  try {
    return readForms(path, name, true, sheet);
  } catch (error) {
    if (error instanceof UserError && error.code === "no-form") return [];
    throw error;
  }
}
