/** kpi index: the points of the national index (Decision 766/QĐ-TTg) for a period, and what costs them. */

import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { readPortal } from "../read/tables/portal.ts";
import { tooManyRejected } from "../report/exit.ts";
import type { Reporting } from "../report/period.ts";
import { withPortal } from "../report/score-beside-portal.ts";
import type { Made, ReportOptions } from "../run/ask.ts";
import type { Context } from "../run/io.ts";
import { reportOf } from "../run/report.ts";
import { type PeriodOptions, reportingOf } from "../run/reporting.ts";
import { reportingPeriod } from "../time/period.ts";
import { type OutputOptions, refuseVerdicts, withOutputs } from "./outputs.ts";

/** The options of `kpi index`: what the index fixes, its plan, groups and calendar months, is none. */
export type ScoreOptions = Omit<
  ReportOptions,
  "plan" | "groups" | "statutory" | "clock" | "kpi" | "requireAll" | "period" | "by"
> &
  OutputOptions &
  Pick<PeriodOptions, "month" | "quarter"> & {
    /** A saved answer of the portal's page on the index, and which of its offices this is. */
    readonly portal?: string;
    readonly unit?: string;
  };

/** What the index fixes. */
const fixed = {
  plan: "qd-766",
  groups: [],
  statutory: false,
  requireAll: false,
  listCases: false,
  only: "score" as const,
};

/** Runs the command: a score is no verdict, so that a target missed is no failure here. */
export async function scoreCommand(files: readonly string[], given: ScoreOptions, context: Context): Promise<number> {
  refuseVerdicts(given);
  const reporting = reportingIn(given);
  const options = {
    ...given,
    ...fixed,
    period: "all",
    by: [],
    year: String(reporting.period.year),
    alsoRead: given.portal === undefined ? [] : [given.portal],
  };
  if (given.unit !== undefined && given.portal === undefined) throw new UserError("unit-without-portal");
  return withOutputs(files, options, context, () => scoreMade(files, given, context));
}

/** What `kpi index` makes: the report with the portal's points beside it. */
export async function scoreMade(files: readonly string[], given: ScoreOptions, context: Context): Promise<Made> {
  const reporting = reportingIn(given);
  const { portal, unit } = given;
  const options = { ...given, ...fixed, period: "all", by: [], year: String(reporting.period.year) };
  const shown = portal === undefined ? null : readPortal(portal, machine.paths.basename(portal), unit ?? null);
  const made = await reportOf(files, options, context, reporting);
  // What lacks is a range of points; without any case, or with too few rows to trust, there is nothing to give points for.
  const handled = (made.report.score?.handled?.cases ?? 0) + (made.report.score?.handled?.unknown ?? 0);
  const isEmpty = made.report.ledger.counted + handled === 0 && !given.allowNoData;
  const exitCode = isEmpty || tooManyRejected(made.report) ? 3 : 0;
  const { score } = made.report;
  const told =
    shown === null || score === undefined ? made.report : { ...made.report, score: withPortal(score, shown) };
  return { ...made, report: { ...told, exitCode } };
}

/** A month, a quarter, or the whole of a year. @throws UserError `score-period`, `bad-report-period`, `bad-period` */
function reportingIn(options: ScoreOptions): Reporting {
  const { month, quarter, year } = options;
  const given = [month, quarter].filter((one) => one !== undefined);
  if (given.length > 1 || (given.length === 0 && (year === undefined || !/^\d{4}$/.test(year)))) {
    throw new UserError("score-period");
  }
  if (given.length === 0) return { period: reportingPeriod(year as string, false), expected: null, listCases: false };
  const reporting = reportingOf({ ...options, statutory: false, listCases: false });
  if (year !== undefined && year !== String(reporting.period.year)) throw new UserError("score-period");
  return reporting;
}
