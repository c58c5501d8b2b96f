/** kpi compare: an export held against an earlier one, or one system's against another's. */
import { comparisonText } from "../render/comparison.ts";
import { choiceOf, formatsOf } from "../run/choices.ts";
import { type CompareOptions, comparisonOf } from "../run/compare.ts";
import { type Context, lockAll, Output } from "../run/io.ts";
import { refuseOverwriting } from "../run/overwriting.ts";
import type { OptionsOf } from "./options.ts";
import { filesBeside } from "./outputs.ts";

/** The options of `kpi compare`. */
type CompareCommandOptions = CompareOptions & OptionsOf<"formatOfComparison" | "outOfForm">;

/** Runs the command: 0 where nothing needs a look, 1 where something was found, 2 for files that cannot be read. */
export async function compareCommand(
  old: string,
  now: string,
  options: CompareCommandOptions,
  context: Context,
): Promise<number> {
  const { io, language } = context;
  const format = choiceOf("--format", options.format, formatsOf.compare);
  const out = options.out ?? "-";
  await refuseOverwriting({ logs: [old, now], beside: filesBeside(options), outputs: [out] });
  const release = out === "-" ? () => {} : lockAll([out], io);
  try {
    const made = await comparisonOf([old, now], options, context);
    const width = out === "-" ? (io.columns ?? 120) : 120;
    const text = format === "json" ? `${JSON.stringify(made, null, 2)}\n` : comparisonText(made, language, width);
    if (out === "-") io.out(text);
    else {
      const output = new Output(out, io);
      output.write(text);
      output.keep();
    }
    return made.findings.length > 0 ? 1 : 0;
  } finally {
    release();
  }
}
