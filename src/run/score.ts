/** From files and options to the points of the national index: what `kpi index` and `kpi verify` have in common. */
import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { Source } from "../read/source.ts";
import { readPortal } from "../read/tables/portal.ts";
import { casesOfIndex, isReached, tooManyRejected } from "../report/exit.ts";
import type { Reporting } from "../report/period.ts";
import { withPortal } from "../report/score-beside-portal.ts";
import { reportingPeriod } from "../time/period.ts";
import type { Made, ReportOptions } from "./ask.ts";
import type { Context } from "./io.ts";
import { reportOf } from "./report.ts";
import { type PeriodOptions, reportingOf } from "./reporting.ts";

/** What the index fixes, its plan, groups and calendar months, is no option. */
export type ScoreAsked = Omit<
  ReportOptions,
  "plan" | "groups" | "statutory" | "clock" | "kpi" | "requireAll" | "period" | "by"
> &
  Pick<PeriodOptions, "month" | "quarter"> & {
    /** Saved answers of the portal's statistics pages, and which of their offices this is. */
    readonly portal?: readonly string[];
    readonly unit?: string;
  };

/** The options with what the index fixes. */
export function scoreOptions<O extends ScoreAsked>(given: O) {
  return {
    ...given,
    ...{ plan: "qd-766", groups: [], statutory: false, requireAll: false, listCases: false },
    ...{ period: "all", by: [], year: String(reportingIn(given).period.year) },
  };
}

/** The report with the portal's points beside it. @throws UserError `score-period`, and those of `reportOf` */
export async function scoreMade(files: readonly string[], given: ScoreAsked, context: Context): Promise<Made> {
  const reporting = reportingIn(given);
  const { portal = [], unit } = given;
  // What is not there is told with its folder.
  for (const file of portal) new Source(file).close();
  const saved = portal.map((path) => ({ path, name: machine.paths.basename(path) }));
  const shown = saved.length === 0 ? null : readPortal(saved, unit ?? null);
  const made = await reportOf(files, scoreOptions(given), context, reporting);
  // What lacks is a range of points; without any case, or with too few rows to trust, there is nothing to give points for.
  const isEmpty =
    (made.report.ledger.counted + casesOfIndex(made.report) === 0 || !isReached(made.report)) && !given.allowNoData;
  const exitCode = isEmpty || tooManyRejected(made.report) ? 3 : 0;
  const { score } = made.report;
  const told = shown === null || score === undefined ? made.report : withPortal({ ...made.report, score }, shown);
  return { ...made, report: { ...told, exitCode } };
}

/** A month, a quarter, or the whole of a year. @throws UserError `score-period`, `bad-report-period`, `bad-period` */
function reportingIn(options: ScoreAsked): Reporting {
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
