import type { Report } from "../report/report.ts";

/** The Report itself, numbers unrounded. */
export function json(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
