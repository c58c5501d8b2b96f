/**
 * How far the data behind each KPI can be relied on, in the three grades of audit offices (US GAO, Assessing Data Reliability,
 * GAO-20-283G: sufficiently reliable, of undetermined reliability, not sufficiently reliable). By what the Report of the new
 * export already knows: nothing is counted again.
 */

import type { Result } from "../judge/verdict.ts";
import { casesBearing } from "../measures/kinds.ts";
import type { Bilingual } from "../text/language.ts";
import type { DayRange } from "../time/civil.ts";
import { dayOfIso } from "../time/period.ts";
import type { Compared, Finding } from "./comparison.ts";
import { daysInBoth, rules } from "./comparison-rules.ts";
import { tooManyRejected } from "./exit.ts";
import type { Report } from "./report.ts";

export const grades = ["sufficient", "undetermined", "insufficient"] as const;
export type Grade = (typeof grades)[number];

export interface Reliability {
  readonly key: string;
  readonly kpi: string;
  readonly title: Bilingual;
  readonly clause: string | null;
  readonly group: Result["group"];
  readonly grade: Grade;
  /** Why it is not sufficient; its sentences are made in text/comparison.ts. */
  readonly reasons: readonly ReliabilityReason[];
}

export interface ReliabilityReason {
  readonly code:
    | "rejected"
    | "lacking"
    | "undecided"
    | "left-out"
    | "blanks"
    | "column-gone"
    | "ends-early"
    | "begins-late"
    | "incomplete";
  readonly data: Readonly<Record<string, unknown>>;
}

/** An export compared with an earlier one, and what that means for the KPIs of a plan. */
export interface Comparison extends Compared {
  /** Of each KPI of the plan over the cases; null where no year was given. */
  readonly reliability: readonly Reliability[] | null;
}

/** Null where nobody knows. */
type InOld = (days: DayRange) => number | null;

/** More than one case in this many left out of a KPI: nobody knows what they would have said. */
const oneIn = 20;

/**
 * The grade of each KPI over the cases, with its reasons.
 *
 * @param columnsOf the columns on which a KPI rests, by the names that files give them
 * @param inOld how many cases of the old export were received on some days
 */
export function reliabilityOf(
  report: Report,
  { findings }: Pick<Compared, "findings">,
  columnsOf: (kpi: string) => readonly string[],
  inOld: InOld,
): Reliability[] {
  const edges = edgesWithin(report.period, findings, inOld);
  return report.results
    .filter(({ input, group, each }) => input === "cases" && (group === null || each))
    .map((result) => {
      const { key, kpi, title, clause, group } = result;
      const bad = insufficient(report, result);
      const unsure = bad.length > 0 ? [] : [...undetermined(result, findings, columnsOf(kpi)), ...edges];
      const grade = bad.length > 0 ? "insufficient" : unsure.length > 0 ? "undetermined" : "sufficient";
      return { key, kpi, title, clause, group, grade, reasons: [...bad, ...unsure] };
    });
}

/**
 * Where the export ends early, or begins late, within the period: the old one has cases on those days of it, or, where
 * nobody knows how many, more than the days that an edge is allowed. Every such where every case counts.
 */
function edgesWithin(period: Report["period"], findings: readonly Finding[], inOld: InOld): ReliabilityReason[] {
  return findings.flatMap(({ code, data }) => {
    if (code !== "ends-early" && code !== "begins-late") return [];
    const range = ({ from, to }: { from?: unknown; to?: unknown }) => {
      const [first, last] = [from, to].map((day) => dayOfIso(String(day)));
      return first === null || last === null ? null : { from: first, to: last };
    };
    const lacking = range(data);
    const judged = period && range(period);
    if (lacking === null || judged === null) return [{ code, data }];
    const days = daysInBoth(lacking, judged);
    if (days === null) return [];
    const count = inOld(days);
    return (count === null ? days.to - days.from >= rules.edgeDays : count > 0) ? [{ code, data }] : [];
  });
}

function insufficient(report: Report, { measure, reason, lacks, input }: Result): ReliabilityReason[] {
  const { rejected, read } = report.ledger;
  return [
    ...(tooManyRejected(report) ? [{ code: "rejected" as const, data: { count: rejected, of: read } }] : []),
    ...(measure === null || measure.value === null
      ? [{ code: "lacking" as const, data: { reason, lacks, input } }]
      : []),
  ];
}

function undetermined(
  { verdict, measure, excluded, reason, lacks, input }: Result,
  findings: readonly Finding[],
  columns: readonly string[],
): ReliabilityReason[] {
  const count = Object.values(excluded).reduce((sum, n) => sum + n, 0);
  const bearing = measure === null ? null : casesBearing(measure);
  const of = bearing === null ? 0 : bearing + count;
  const ofColumn = (code: Finding["code"]) =>
    findings.filter((one) => one.code === code && columns.includes(String(one.data.column)));
  const missing = (code: Finding["code"]) => findings.filter((one) => one.code === code).length;
  const gaps = { agencies: missing("agency-missing"), months: missing("month-missing") };
  return [
    ...(verdict === "undecided" ? [{ code: "undecided" as const, data: { reason, lacks, input } }] : []),
    ...(count * oneIn > of && of > 0 ? [{ code: "left-out" as const, data: { count, of } }] : []),
    ...ofColumn("blanks-rose").map(({ data }) => ({ code: "blanks" as const, data })),
    ...ofColumn("column-gone").map(({ data }) => ({ code: "column-gone" as const, data })),
    ...(gaps.agencies + gaps.months > 0 ? [{ code: "incomplete" as const, data: gaps }] : []),
  ];
}
