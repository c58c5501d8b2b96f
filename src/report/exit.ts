/** What a report means to a script. */
import { isBeyond } from "../measures/kinds.ts";
import type { Report } from "./report.ts";

/** Whether so many rows were rejected that no figure can be trusted. */
export function tooManyRejected({ options, ledger }: Pick<Report, "options" | "ledger">): boolean {
  return isBeyond(ledger.rejected, ledger.read, options.maxRejects);
}

/**
 * The exit code that a report means (cli.md): 0 met, 1 missed, 3 not judged for want of data or too many rows rejected.
 * No format or option of the output changes it.
 */
export function exitCode(report: Omit<Report, "exitCode">): number {
  if (tooManyRejected(report)) return 3;
  if (report.summary.fail > 0) return 1;
  if (report.options.requireAll && report.summary.notSupplied > 0) return 3;
  const { summary } = report;
  const noData = summary.undecided > 0 || summary.noData > summary.notDue || report.ledger.counted === 0;
  return noData && !report.options.allowNoData ? 3 : 0;
}
