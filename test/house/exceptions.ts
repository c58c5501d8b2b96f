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
    "judge/population.ts → text/populations.ts",
    "judge/result.ts → report/report.ts (type)",
    "judge/results.ts → report/report.ts (type)",
    "judge/tables.ts → report/report.ts (type)",
    "report/frame.ts → read/near.ts",
    "report/frame.ts → read/words.ts",
    "report/frame.ts → records/case.ts",
    "report/findings-schema.ts → zod/mini",
    "report/schema.ts → zod/mini",
  ],
  circles: [],
  longWithReason: {
    "read/kernel.as.ts": "the inner loop: one function that the compiler turns into one",
    "read/word-tables.ts": "tables of words",
    "text/errors.ts": "a table of sentences",
    "text/codes.ts": "a table of sentences",
  },
  long: ["read/rows.ts", "tally/tallier.ts"],
  names: ["CheckOptions: commands/check.ts index.ts", "errorText: index.ts text/errors.ts"],
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
  mostLinesOfAll: 54_700,
};
