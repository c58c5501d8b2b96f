/** What the house is not yet: each line goes with the fault that it names, and none may be added. */
export const faults: {
  readonly imports: readonly string[];
  readonly circles: readonly string[];
  /** Files that are long for a reason. */
  readonly longWithReason: Readonly<Record<string, string>>;
  readonly long: readonly string[];
  readonly names: readonly string[];
  readonly ids: readonly string[];
  readonly mostLinesOfAll: number;
} = {
  imports: [
    "judge/evidence.ts → report/report.ts (type)",
    "judge/over-cases.ts → report/report.ts (type)",
    "judge/population.ts → text/language.ts (type)",
    "judge/population.ts → text/populations.ts",
    "judge/result.ts → report/report.ts (type)",
    "judge/results.ts → report/exit.ts",
    "judge/results.ts → report/report.ts (type)",
    "judge/tables.ts → report/report.ts (type)",
    "measures/kinds.ts → kpis/kpi.ts (type)",
    "measures/kinds.ts → plans/plan.ts (type)",
    "records/ground.ts → kpis/kpi.ts (type)",
    "records/ground.ts → measures/fold.ts (type)",
    "report/frame.ts → read/near.ts",
    "report/frame.ts → read/words.ts",
    "report/frame.ts → records/case.ts",
    "report/frame.ts → records/ground.ts",
    "report/findings-schema.ts → zod/mini",
    "report/schema.ts → zod/mini",
    "report/service.ts → records/ground.ts",
    "tally/open-list.ts → report/report.ts (type)",
    "text/changes.ts → report/changes.ts (type)",
  ],
  circles: [],
  longWithReason: {
    "read/kernel.as.ts": "the inner loop: one function that the compiler turns into one",
    "read/word-tables.ts": "tables of words",
    "text/errors.ts": "a table of sentences",
    "text/codes.ts": "a table of sentences",
  },
  long: ["measures/fold.ts", "read/rows.ts", "tally/pass.ts", "tally/tallier.ts"],
  names: [
    "Block: read/rows.ts render/document.ts",
    "CellFault: read/ledger.ts read/tables/cells.ts",
    "CheckOptions: commands/check.ts index.ts",
    "Circumstances: judge/result.ts run/case-way.ts",
    "Column: read/layout.ts render/document.ts",
    "Days: judge/tables.ts report/periodic.ts",
    "Need: records/case.ts report/report.ts",
    "Part: read/duplicates.ts tally/file.ts",
    "Span: read/records.ts tally/tallier.ts",
    "Table: read/tables/table.ts render/document.ts",
    "Told: read/kernel.ts report/periodic.ts tally/threads.ts",
    "cell: render/delimited.ts render/document.ts",
    "check: index.ts judge/results.ts",
    "errorText: index.ts text/errors.ts",
    "kpis: index.ts kpis/index.ts",
    "plans: index.ts plans/index.ts",
    "split: measures/fold.ts report/periodic.ts",
    "text: read/tables/cells.ts render/document.ts",
    "whole: measures/fold.ts text/language.ts",
    "words: read/word-tables.ts render/document.ts text/exclusions.ts",
  ],
  ids: [
    "commands/sample.ts: cases-per-service",
    "read/tables/figures.ts: stations-5g-share",
    "report/frame.ts: processing-time-reduction",
    "run/plan-file.ts: processing-time-reduction",
    "run/plan-file.ts: stations-5g-share",
    "run/tally-files.ts: processing-time-reduction",
    "run/yaml-file.ts: online-receipt-share",
    "text/codes.ts: report-sent",
    "text/codes.ts: submission-time",
  ],
  mostLinesOfAll: 54_600,
};
