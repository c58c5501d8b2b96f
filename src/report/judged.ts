/** The Report: the results of a plan's targets, and what is said of the run, with the exit code that they mean. */

import { type Otherwise, ofBothReadings } from "../judge/both-readings.ts";
import type { Aim, Known } from "../judge/known.ts";
import { resultsFor, summaryOf } from "../judge/results.ts";
import type { Result } from "../judge/verdict.ts";
import { ownKpis } from "../kpis/own.ts";
import { exitCode } from "./exit.ts";
import { type Frame, toldBasis } from "./frame.ts";
import type { Report } from "./report.ts";

/**
 * The report of a plan's targets of a year.
 *
 * @param others what is known where the logs are read in another way
 */
export function judgedReport(
  { plan, year, ...aim }: Aim,
  known: Known,
  frame: Frame,
  others: readonly Otherwise<Known>[],
): Report {
  const results = others.reduce(
    (all, { reason, known: other }) => ofBothReadings(all, resultsFor({ plan, year, ...aim }, other), reason),
    resultsFor({ plan, year, ...aim }, known) as readonly Result[],
  );
  const own = ownKpis(plan.kpis).map(({ id, when, title, definition, formula, choices = [], regulation = null }) => {
    return { kpi: id, when, title, definition, formula, choices, regulation };
  });
  const report = {
    schema: "kpi-report/2" as const,
    tool: frame.tool,
    plan: { id: plan.id, year, title: plan.title, file: frame.planFile, ...(own.length > 0 && { kpis: own }) },
    period: frame.period,
    options: frame.options,
    inputs: frame.inputs,
    days: frame.days,
    basis: toldBasis(known.ground),
    ledger: frame.ledger,
    notes: frame.notes,
    service: frame.service,
    results,
    summary: summaryOf(results),
    ...(frame.periodic !== undefined && { periodic: frame.periodic }),
  };
  return { ...report, exitCode: exitCode(report) };
}
