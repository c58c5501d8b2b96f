/** What a plan asks for: the bound, its clause, who has it in hand, and what would have to be given for it to be judged. */

import type { Result } from "../../judge/verdict.ts";
import { limitOf } from "../../measures/exact.ts";
import type { Report } from "../../report/report.ts";
import { about, clean, date, type Language, withUnit } from "../../text/language.ts";
import { sentence } from "../../text/sentences.ts";
import { clauseTitle, label } from "../../text/titles.ts";

/** The bound of a target; null for a date or none. */
export function targetLimit({ target }: Result): number | null {
  return target === null ? null : limitOf(target);
}

/** ≥ 20%; the day of a milestone; "" where the plan has no target. */
export function target(result: Result, language: Language): string {
  const bounds = result.target;
  if (bounds === null) return "";
  if (bounds.by !== undefined) return `≤ ${date(bounds.by, language)}`;
  const sign =
    bounds.below !== undefined ? "<" : bounds.atMost !== undefined ? "≤" : bounds.above !== undefined ? ">" : "≥";
  const limit = targetLimit(result) as number;
  const decimals = String(limit).split(".")[1]?.length ?? 0;
  return `${sign} ${withUnit(about(limit, decimals, language), result.unit, language)}`;
}

/** The clause in the table. */
export function clause({ clause: own }: Result, language: Language): string {
  return own === null ? "" : clauseTitle(clean(own), language);
}

/** Who has a target in hand, and what is to come of it: chủ trì: … */
export function responsible(
  target: Partial<Record<"owner" | "coOwner" | "product", string | null | undefined>>,
  language: Language,
): string[] {
  return (["owner", "coOwner", "product"] as const).flatMap((key) => {
    const named = target[key] ?? null;
    return named === null ? [] : [`${label(key, language)}: ${clean(named)}`];
  });
}

/** Why a target that was not judged for want of an input is none of those in the table. */
export function lackingInput(
  { title: own, reason, lacks, clause: ofClause, group }: Result,
  language: Language,
): string {
  if (reason === "groups-not-named" || reason === "needs-whole-year") {
    const data = { title: own[language], year: lacks[0], clause: ofClause, by: group?.by };
    return sentence(reason === "groups-not-named" ? "groupsNotNamed" : "needsWholeYear", data, language);
  }
  const input = reason === "criteria-not-judged" ? "verdicts" : lacks[0];
  return sentence("inputsLacking", { inputs: sentence("inputLacking", { input, count: 1 }, language) }, language);
}

/** How many targets lack no input: they are of a whole year only, and that is not the period. */
export function notOfPeriod({ results }: Pick<Report, "results">): number {
  return results.filter((one) => one.group === null && one.reason === "needs-whole-year").length;
}

/** The targets for which something was not given, by what would supply it. */
export function lackingInputs(report: Report, language: Language): string[] {
  const lacking = new Map<string, number>();
  const lines: string[] = [];
  for (const result of report.results) {
    const { verdict: v, lacks, reason, clause, group } = result;
    if (v !== "not-supplied") continue;
    if (reason === "input-not-given") lacking.set(lacks[0], (lacking.get(lacks[0]) ?? 0) + 1);
    else if (reason === "criteria-not-judged") lacking.set("verdicts", (lacking.get("verdicts") ?? 0) + 1);
    else {
      const data = { title: result.title[language], year: lacks[0], clause, by: group?.by };
      lines.push(sentence(reason === "groups-not-named" ? "groupsNotNamed" : "needsWholeYear", data, language));
    }
  }
  if (lacking.size === 0) return lines;
  const inputs = [...lacking].map(([input, count]) => sentence("inputLacking", { input, count }, language)).join(", ");
  return [sentence("inputsLacking", { inputs }, language), ...lines];
}
