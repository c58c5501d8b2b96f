/** kpi check: the plan's targets held against the logs. */

import type { ReportOptions } from "../run/ask.ts";
import type { Context } from "../run/io.ts";
import { reportOf } from "../run/report.ts";
import { type OutputOptions, withOutputs } from "./outputs.ts";

/** The options of `kpi check`. */
export interface CheckCommandOptions extends ReportOptions, OutputOptions {}

/** Runs the command; returns its exit code. */
export function checkCommand(
  files: readonly string[],
  options: CheckCommandOptions,
  context: Context,
): Promise<number> {
  return withOutputs(files, options, context, () => reportOf(files, options, context));
}
