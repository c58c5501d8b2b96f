/** The Report: the results of a plan's targets, and what is said of the run, with the exit code that they mean. */

import type { Aim, Known } from "../judge/known.ts";
import { resultsFor, summaryOf } from "../judge/results.ts";
import type { Result } from "../judge/verdict.ts";
import { ownKpis } from "../kpis/own.ts";
import { exitCode } from "./exit.ts";
import { type Frame, toldBasis } from "./frame.ts";
import type { Report } from "./report.ts";

/** The report of a plan's targets of a year. */
export function judgedReport({ plan, year, ...aim }: Aim, known: Known, frame: Frame): Report {
  const results = resultsFor({ plan, year, ...aim }, known);
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

/**
 * A report of logs of which something lies far behind all else, or ended by a word that no table knows: where it is real, the
 * logs go on until then. A verdict that is another if it is believed is no verdict.
 *
 * @param believed the results of the same targets as of that day
 */
export function withOtherDay(report: Report, believed: readonly Result[]): Report {
  const nameOf = ({ key, group }: Result) => JSON.stringify([key, group]);
  const others = new Map(believed.map((result) => [nameOf(result), result]));
  const results = report.results.map((result): Result => {
    const { verdict, measure } = result;
    const other = others.get(nameOf(result));
    if ((verdict !== "pass" && verdict !== "fail") || other === undefined || other.verdict === verdict) return result;
    const values = [measure?.value, other.measure?.value].filter((value) => typeof value === "number");
    const ends = [...values, ...(result.bounds ?? []), ...(other.bounds ?? [])];
    return {
      ...result,
      verdict: "undecided",
      reason: "day-in-doubt",
      bounds: values.length < 2 ? null : [Math.min(...ends), Math.max(...ends)],
      slack: null,
    };
  });
  const doubted = { ...report, results, summary: summaryOf(results) };
  return { ...doubted, exitCode: exitCode(doubted) };
}
