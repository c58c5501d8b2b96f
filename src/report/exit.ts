/** What a report means to a script. */

import type { Result } from "../judge/verdict.ts";
import { isBeyond } from "../measures/exact.ts";
import type { Report } from "./report.ts";

/** Whether so many rows were rejected that no figure can be trusted. */
export function tooManyRejected({ options, ledger }: Pick<Report, "options" | "ledger">): boolean {
  return isBeyond(ledger.rejected, ledger.read, options.maxRejects);
}

/** Whether the log goes into the period: of one that begins behind its last day nobody knows what is open in it. */
export function isReached({ options, period }: Pick<Report, "options" | "period">): boolean {
  return options.asOf === null || period === null || options.asOf >= period.from;
}

/**
 * Whether the period has no case to speak of: nothing was received, finished, returned or rated in it. A due day alone is no
 * case of it, unless a target is judged by what is overdue.
 */
export function isWithoutCase(report: Omit<Report, "exitCode">): boolean {
  const { ledger, periodic, results, score } = report;
  if (ledger.counted === 0) return true;
  const isJudged = ({ input, verdict }: Result) =>
    input === "cases" && (verdict === "pass" || verdict === "fail" || verdict === "undecided");
  // The index judges cases of before that are still open too.
  const handled = isReached(report) && score !== undefined ? casesOfIndex({ score, periodic }) : 0;
  return periodic?.events === 0 && handled === 0 && !results.some(isJudged);
}

/** How many cases the index judges, or would if parts said how long they waited for supplements. */
export function casesOfIndex({ score, periodic }: Pick<Report, "score" | "periodic">): number {
  const handled = score?.handled ?? null;
  return handled === null ? (periodic?.form?.total.received ?? 0) : handled.cases + handled.unknown;
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
  const noData = summary.undecided > 0 || summary.noData > summary.notDue || isWithoutCase(report);
  return noData && !report.options.allowNoData ? 3 : 0;
}
