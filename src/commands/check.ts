/** kpi check: the plan's targets held against the logs. */
import { UserError } from "../errors.ts";
import { type Format, formats, renderers } from "../render/index.ts";
import type { Report } from "../report.ts";
import type { Language } from "../text.ts";
import { choiceOf } from "./choices.ts";
import { appendTo, type Context, lockAll, Output, refuseOverwriting } from "./io.ts";
import { type Made, type ReportOptions, reportOf } from "./report-of.ts";

/** The options of `kpi check`. */
export interface CheckOptions extends ReportOptions {
  readonly out: readonly string[];
  readonly format?: string;
}

/** Runs the command; returns its exit code. */
export async function checkCommand(files: readonly string[], options: CheckOptions, context: Context): Promise<number> {
  const outputs = outputsOf(options);
  const beside = [options.rejects, options.manifest].filter((file) => file !== undefined);
  const written = [...outputs.map(({ file }) => file), ...beside];
  const twice = written.find((file, i) => written.indexOf(file) !== i);
  if (twice !== undefined) throw new UserError("same-output", { file: twice });
  refuseOverwriting([...files, ...filesBeside(options)], written);
  const release = lockAll(
    written.filter((file) => file !== "-"),
    context.io,
  );
  try {
    const made = await reportOf(files, options, context);
    await write(made, outputs, options.manifest, context);
    return made.report.exitCode;
  } finally {
    release();
  }
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
  return outputs;
}

/** Bytes of Markdown that GitHub takes from one step: of more it shows nothing. */
const mostOfSummary = 1 << 20;

/** The Markdown of a report; without the groups of `--by` where GitHub would not take it with them. */
function summaryOf(report: Report, language: Language): string {
  const made = (of: Report) => renderers.markdown(of, { language, colour: false, width: 120 });
  const whole = made(report);
  if (Buffer.byteLength(whole) < mostOfSummary) return whole;
  return made({ ...report, results: report.results.filter(({ group, each }) => group === null || each) });
}

/** Every output is made before the first is written, and takes its name when all are. */
async function write(
  made: Made,
  outputs: readonly { format: Format; file: string }[],
  manifest: string | undefined,
  { io, colour, language }: Context,
): Promise<void> {
  const { report } = made;
  const texts = outputs.map(({ format, file }) => {
    const toTerminal = file === "-";
    const options = { language, colour: toTerminal && colour, width: toTerminal ? (io.columns ?? 120) : 120 };
    return { format, file, text: renderers[format](report, options) };
  });
  if (manifest !== undefined) {
    const { manifestOf } = await import("./manifest.ts");
    const inFiles = texts.filter(({ file }) => file !== "-");
    texts.push({ format: "json", file: manifest, text: `${JSON.stringify(manifestOf(made, inFiles), null, 2)}\n` });
  }
  const files = texts
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
    appendTo(summary, `${summaryOf(report, language)}\n`);
  }
  for (const { file, text } of texts) if (file === "-") io.out(text);
}
