/** From files and options to the form of a period: what `kpi form` and `kpi verify` have in common. */
import { UserError } from "../errors.ts";
import type { Plan } from "../plans/plan.ts";
import type { FormId } from "../records/forms.ts";
import { isReached, tooManyRejected } from "../report/exit.ts";
import type { CaseForm } from "../report/report.ts";
import type { Made, ReportOptions } from "./ask.ts";
import { usual } from "./choices.ts";
import type { Context } from "./io.ts";
import { reportOf } from "./report.ts";
import { isOfBtp, type PeriodOptions, reportingOf } from "./reporting.ts";

/** What the form does not hang on, plan and groups, is no option. */
export type FormAsked = Omit<
  ReportOptions,
  "plan" | "groups" | "clock" | "kpi" | "requireAll" | "period" | "by" | "year"
> &
  Pick<PeriodOptions, "month" | "quarter" | "half" | "nineMonths" | "yearToDate" | "form">;

/** What a manifest of form 07a/BTP calls its plan. */
export const planOfBtp = "form-07a";

/** A form is of no plan: a year without a target, so that nothing is counted for one, and any year has a form. */
function withoutTargets(year: number, isBtp: boolean): Plan {
  const form: FormId = isBtp ? "07a/BTP" : "II.06a/VPCP/KSTT";
  const title = { vi: `Biểu ${form}`, en: `Form ${form}` };
  return { id: isBtp ? planOfBtp : "form", title, issuer: "", place: "", sources: [], years: { [year]: [] } };
}

/** What the command for reports has where nobody asks. */
export const ofForms = {
  ...usual,
  ...{ plan: "form", allowNoData: true, period: "all" },
};

/** What `kpi form write` makes: the report that its form is taken from. @throws UserError `report-period`, `form-lacks` */
export async function formMade(files: readonly string[], given: FormAsked, context: Context): Promise<Made> {
  const { made, form } = await reportOfForm(files, { ...ofForms, ...given }, context);
  const isEmpty = (form.total.received === 0 || !isReached(made.report)) && !given.allowNoData;
  return { ...made, report: { ...made.report, exitCode: isEmpty || tooManyRejected(made.report) ? 3 : 0 } };
}

/** The report of logs that the form is taken from. @throws UserError `report-period`, `form-lacks` */
export async function reportOfForm(
  files: readonly string[],
  options: ReportOptions & Omit<PeriodOptions, "listCases">,
  context: Context,
): Promise<{ made: Made; form: CaseForm }> {
  const reporting = reportingOf({ ...options, listCases: false });
  const { year } = reporting.period;
  const made = await reportOf(
    files,
    { ...options, year: String(year) },
    context,
    reporting,
    withoutTargets(year, isOfBtp(options)),
  );
  const form = made.report.periodic?.form ?? null;
  if (form === null) throw new UserError("form-lacks", { file: files[0] });
  return { made, form };
}
