/** kpi report: the report of a month, a quarter or another period of the year. */
import type { ReportOptions } from "../run/ask.ts";
import type { Context } from "../run/io.ts";
import { reportOf } from "../run/report.ts";
import { type PeriodOptions, reportingOf } from "../run/reporting.ts";
import { type OutputOptions, withOutputs } from "./outputs.ts";

/** The options of `kpi report`. */
export interface ReportCommandOptions extends Omit<ReportOptions, "period" | "by">, OutputOptions, PeriodOptions {}

/** Runs the command; returns its exit code. */
export async function reportCommand(
  files: readonly string[],
  given: ReportCommandOptions,
  context: Context,
): Promise<number> {
  const reporting = reportingOf(given);
  // The targets are those of the year in which the period lies, unless another is asked for.
  const options = { ...given, period: "all", by: [], year: given.year ?? String(reporting.period.year) };
  return withOutputs(files, options, context, () => reportOf(files, options, context, reporting));
}
