/** kpi check: the plan's targets held against the logs. */
import { UserError } from "../errors.ts";
import { type Format, formats, renderers } from "../render/index.ts";
import type { Report } from "../report.ts";
import type { Language } from "../text.ts";
import { choiceOf } from "./choices.ts";
import { appendTo, type Context, Output, refuseOverwriting } from "./io.ts";
import { type ReportOptions, reportOf } from "./report-of.ts";

/** The options of `kpi check`. */
export interface CheckOptions extends ReportOptions {
  readonly out: readonly string[];
  readonly format?: string;
}

/** Runs the command; returns its exit code. */
export async function checkCommand(files: readonly string[], options: CheckOptions, context: Context): Promise<number> {
  const outputs = outputsOf(options);
  refuseOverwriting(
    [...files, ...filesBeside(options)],
    [...outputs.map(({ file }) => file), ...(options.rejects === undefined ? [] : [options.rejects])],
  );
  const { report } = await reportOf(files, options, context);
  write(report, outputs, context, context.language);
  return report.exitCode;
}

/** The files that are read beside the logs; an id of a plan is none. */
function filesBeside({ procedures, petitions, figures, calendar, plan }: CheckOptions): string[] {
  return [procedures, petitions, figures, calendar, plan].filter((file) => file !== undefined);
}

/** Where each output goes; "-" is standard output. */
function outputsOf({ out, format, rejects }: CheckOptions): { format: Format; file: string }[] {
  if (format !== undefined) choiceOf("--format", format, formats);
  const wanted = [...out, ...(format === undefined ? [] : [`${format}=-`])];
  // Where the rejects go to standard output, the table does not.
  const outputs = (wanted.length === 0 && rejects !== "-" ? ["table=-"] : wanted).map((value) => {
    const [, name, file] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
    const known = formats.find((one) => one === name);
    if (known === undefined) throw new UserError("bad-out", { value, formats });
    return { format: known, file };
  });
  const files = [...outputs.map(({ file }) => file), ...(rejects === undefined ? [] : [rejects])];
  const twice = files.find((file, i) => files.indexOf(file) !== i);
  if (twice !== undefined) throw new UserError("same-output", { file: twice });
  return outputs;
}

/** Every output is made before the first is written. */
function write(
  report: Report,
  outputs: readonly { format: Format; file: string }[],
  { io, colour }: Context,
  language: Language,
): void {
  const made = outputs.map(({ format, file }) => {
    const toTerminal = file === "-";
    const options = { language, colour: toTerminal && colour, width: toTerminal ? (io.columns ?? 120) : 120 };
    return { file, text: renderers[format](report, options) };
  });
  const files = made
    .filter(({ file }) => file !== "-")
    .map(({ file, text }) => {
      const output = new Output(file, io);
      output.write(text);
      return output;
    });
  for (const output of files) output.keep();
  // GitHub shows this file's Markdown on the page of the run; more steps may write to it.
  const { GITHUB_STEP_SUMMARY: summary } = io.env;
  if (summary && outputs.some(({ format }) => format === "github")) {
    appendTo(summary, `${renderers.markdown(report, { language, colour: false, width: 120 })}\n`);
  }
  for (const { file, text } of made) if (file === "-") io.out(text);
}
