/** kpi form read: forms II.06a/VPCP/KSTT and 07a/BTP of several units, checked, added up, and held against the logs. */
import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { plainOf } from "../read/plain.ts";
import { type FilledForm, formHeadsIn, readForm, unitKey } from "../read/tables/forms.ts";
import { formsCsv, formsTable } from "../render/unit-forms.ts";
import type { CaseForm } from "../report/report.ts";
import { sumOfForms } from "../report/unit-forms.ts";
import { choiceOf } from "../run/choices.ts";
import { type Context, Output, refuseOverwriting, temporaryFile } from "../run/io.ts";
import { expanded } from "../run/logs.ts";
import { reportOf } from "../run/report.ts";
import { type PeriodOptions, reportingOf } from "../run/reporting.ts";

export interface FormOptions extends Pick<PeriodOptions, "month" | "quarter" | "half" | "statutory"> {
  readonly sheet?: string;
  /** Logs of the same period; with it the period. */
  readonly cases: readonly string[];
  readonly format: string;
  readonly out?: string;
}

const formats = ["table", "json", "csv"] as const;

/** What the command for reports has where nobody asks. */
const usual = {
  ...{ map: [], mapValue: [], dateFormat: [], timeZone: "Asia/Ho_Chi_Minh", plan: "qd-766", groups: [], by: [] },
  ...{ top: "20", maxRejects: "5%", requireAll: false, allowNoData: true, allowGrowing: false, period: "all" },
  ...{ onOverlap: "warn", allowMissingParts: false, showConfig: false },
};

/** Runs the command: 0, or 1 when a cell differs. @throws UserError `no-form`, `forms-differ`, `report-period` */
export async function formCommand(files: readonly string[], options: FormOptions, context: Context): Promise<number> {
  const { io, language } = context;
  const format = choiceOf("--format", options.format, formats);
  const given = await expanded(files);
  const { out } = options;
  refuseOverwriting([...given, ...options.cases], out === undefined || out === "-" ? [] : [out]);
  if (options.cases.length === 0 && (options.month ?? options.quarter ?? options.half) !== undefined) {
    throw new UserError("period-without-cases");
  }
  const log = options.cases.length === 0 ? null : await formOfLogs(options, context);
  const forms: FilledForm[] = [];
  for (const file of given) forms.push(await formIn(file, options.sheet ?? null, context));
  const other = forms.find(({ form }) => form !== forms[0].form);
  if (other !== undefined) {
    throw new UserError("forms-differ", {
      file: forms[0].file,
      form: forms[0].form,
      other: other.file,
      otherForm: other.form,
    });
  }
  const sum = sumOfForms(forms, unitKey, log);
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
  return sum.faults.length > 0 ? 1 : 0;
}

async function formIn(file: string, sheet: string | null, { io }: Context): Promise<FilledForm> {
  const name = machine.paths.basename(file);
  if (machine.files.facts(file) === null) throw new UserError("no-file", { file });
  const how = { given: null, sheet, fieldsIn: formHeadsIn };
  const { path } = await plainOf({ path: file, name }, () => temporaryFile(io), how);
  return readForm(path, name);
}

/** The form of the same period, of the logs. */
async function formOfLogs(options: FormOptions, context: Context): Promise<CaseForm> {
  const { month, quarter, half, statutory } = options;
  const period = { ...(month && { month }), ...(quarter && { quarter }), ...(half && { half }) };
  const reporting = reportingOf({ ...period, statutory, listCases: false });
  const asked = { ...usual, statutory, year: String(reporting.period.year) };
  const { report } = await reportOf(options.cases, asked, context, reporting);
  const form = report.periodic?.form ?? null;
  if (form === null) throw new UserError("form-lacks", { file: options.cases[0] });
  return form;
}
