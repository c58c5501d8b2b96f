/** Which results have a row of their own in the table, and in which order. */

import type { Result } from "../judge/verdict.ts";
import type { Report } from "../report/report.ts";
import { caseCount } from "./wording/values.ts";

/** Whether a result stands in the table in a row of its own; those of `--by` stand below theirs. */
export function isOwn({ group, each }: Result): boolean {
  return group === null || each;
}

/** The sections of the table with their results; groups follow their result, those beyond `top` are counted. */
export function sections(report: Report): { section: Result["section"]; rows: { result: Result; hidden: number }[] }[] {
  const shown = report.results.filter((result) => isOwn(result) && result.verdict !== "not-supplied");
  return (["quantity", "quality", "tasks", null] as const)
    .map((section) => ({
      section,
      rows: shown
        .filter((result) => result.section === section)
        .flatMap((result) => [{ result, hidden: 0 }, ...(result.each ? [] : topGroups(report, result))]),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function topGroups(report: Report, { key }: Result): { result: Result; hidden: number }[] {
  return report.options.by.flatMap((by) => {
    const groups = report.results.filter((result) => result.key === key && result.group?.by === by);
    const top = groups
      .toSorted((a, b) => (caseCount(b) ?? 0) - (caseCount(a) ?? 0))
      .slice(0, report.options.top)
      // Months are read in their order.
      .sort((a, b) => (by === "month" ? groups.indexOf(a) - groups.indexOf(b) : 0));
    const hidden = groups.length - top.length;
    return top.map((result, i) => ({ result, hidden: i === top.length - 1 ? hidden : 0 }));
  });
}
