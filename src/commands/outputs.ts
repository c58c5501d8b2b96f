/** Where the outputs of a report go: every one is made before the first is written, and none takes the place of an input. */
import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { systemCode } from "../platform/platform.ts";
import { utf8 } from "../read/bytes.ts";
import { type Format, formats, renderers } from "../render/index.ts";
import type { Office, Only } from "../render/options.ts";
import { summaryLine } from "../render/wording/frame.ts";
import { isReached, isWithoutCase } from "../report/exit.ts";
import type { Report } from "../report/report.ts";
import type { Made, ReportOptions } from "../run/ask.ts";
import { choiceOf } from "../run/choices.ts";
import { appendTo, type Context, lockAll, Output } from "../run/io.ts";
import { refuseOverwriting } from "../run/overwriting.ts";
import { rejectsFiles } from "../run/rejects.ts";
import { tellFileNotes } from "../run/tell-files.ts";
import type { Language } from "../text/language.ts";
import { sentence } from "../text/sentences.ts";

/** The options of a command that writes a report. */
export interface OutputOptions {
  readonly out: readonly string[];
  readonly format?: string;
  /** Whose report it is, of the configuration. */
  readonly office?: Office;
  /** The folder of the tables for the public. */
  readonly public?: string;
  /** A part of the report alone. */
  readonly only?: Only | undefined;
  /** Files that the command reads beside those of the options above: none is written over. */
  readonly alsoRead?: readonly string[];
}

type Options = ReportOptions & OutputOptions;
type Beside = Partial<Pick<ReportOptions, "procedures" | "petitions" | "figures" | "calendar" | "plan" | "config">>;

/**
 * Makes a report and writes it where it is wanted.
 *
 * @returns the exit code that the report means
 * @throws UserError `bad-out`, `same-output`, `binary-output`, `locked`, `cannot-write`
 */
export async function withOutputs(
  files: readonly string[],
  options: Options,
  context: Context,
  make: () => Promise<Made>,
): Promise<number> {
  const outputs = outputsOf(options);
  const binary = outputs.find(({ format, file }) => file === "-" && binaries.has(format));
  if (binary !== undefined && context.io.columns !== undefined) {
    throw new UserError("binary-output", { format: binary.format });
  }
  const forAll =
    options.public === undefined ? [] : publicFiles.map((name) => inFolder(options.public as string, name));
  const beside = [...rejectsFiles(options), ...(options.manifest === undefined ? [] : [options.manifest]), ...forAll];
  const written = [...outputs.map(({ file }) => file), ...beside];
  const read = [...filesBeside(options), ...(options.alsoRead ?? [])];
  await refuseOverwriting({ logs: files, beside: read, outputs: written });
  if (options.public !== undefined) makeFolder(options.public);
  const release = lockAll(
    written.filter((file) => file !== "-"),
    context.io,
  );
  try {
    const made = await make();
    // A form or an index shows no notes.
    if (options.only !== undefined) tellFileNotes(made.report.notes, context);
    // A document that says nothing of a month would be signed as if it did.
    if (isEmpty(made.report, options)) {
      const { days, period } = made.report;
      const data = { from: days?.from ?? null, to: days?.to ?? null, period: period?.name };
      context.io.err(`kpi: ${sentence("reportEmpty", data, context.language)}\n`);
      const rest = outputs.filter(({ format }) => !official.has(format));
      await write(made, rest, { office: options.office, only: options.only }, context);
      return made.report.exitCode;
    }
    await write(made, outputs, options, context);
    return made.report.exitCode;
  } finally {
    release();
  }
}

/** What the folder for the public holds: the figures, and what their columns mean. */
const publicFiles = ["data.csv", "datapackage.json"] as const;
const inFolder = machine.paths.join;

function makeFolder(folder: string): void {
  try {
    machine.files.makeFolder(folder);
  } catch (error) {
    throw new UserError("cannot-write", { file: folder, reason: systemCode(error) });
  }
}

/** The tables for the public, and the sentence that says how much of them is withheld. */
async function publicTexts(report: Report, folder: string, office: Office | undefined, language: Language) {
  const [{ publicOf }, { publicCsv, publicPackage }, { publicSentence }] = await Promise.all([
    import("../report/public.ts"),
    import("../render/public.ts"),
    import("../text/public.ts"),
  ]);
  const edition = publicOf(report);
  const [path] = publicFiles;
  const texts = [
    publicCsv(report, edition, language),
    publicPackage(report, { path, language, office, least: edition.least }),
  ];
  const data = { folder, rows: edition.rows.length, ...edition.withheld, least: edition.least };
  const formats = ["csv", "json"] as const;
  return {
    files: publicFiles.map((name, i) => ({ format: formats[i], file: inFolder(folder, name), text: texts[i] })),
    said: publicSentence("written", data, language),
  };
}

/** Outputs that are sent and signed. */
const official: ReadonlySet<string> = new Set(["docx", "xlsx", "html", "markdown"]);

/** Whether a report of a period has no case to speak of, and nobody said that it may. */
function isEmpty(report: Report, { allowNoData, only }: Options): boolean {
  const { periodic, score } = report;
  if (periodic === undefined || allowNoData) return false;
  if (!isReached(report)) return isWithoutCase(report);
  // The index judges cases of before that are still open too, and so does the form.
  const handled = (score?.handled?.cases ?? 0) + (score?.handled?.unknown ?? 0);
  const open = only === "form" ? (periodic.form?.total.received ?? 0) : 0;
  return isWithoutCase(report) && handled + open === 0;
}

/** Outputs that no terminal can show. */
const binaries: ReadonlySet<string> = new Set(["docx", "xlsx"]);

/** The files that are read beside the logs; an id of a plan is none. */
export function filesBeside(options: Beside): (string | undefined)[] {
  const { procedures, petitions, figures, calendar, plan, config } = options;
  return [procedures, petitions, figures, calendar, plan, config];
}

/** Where each output goes; "-" is standard output. */
function outputsOf({ out, format, public: folder, ...rest }: Options): { format: Format; file: string }[] {
  if (format !== undefined) choiceOf("--format", format, formats);
  const wanted = [...out, ...(format === undefined ? [] : [`${format}=-`])];
  // Where the rejects go to standard output, the table does not.
  const isElsewhere = folder !== undefined || rejectsFiles(rest).includes("-");
  const outputs = (wanted.length === 0 && !isElsewhere ? ["table=-"] : wanted).map((value) => {
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
  if (utf8(whole).length < mostOfSummary) return whole;
  return made({ ...report, results: report.results.filter(({ group, each }) => group === null || each) });
}

/** An output as it will be written. */
interface Rendered {
  readonly format: Format;
  readonly file: string;
  readonly text: string | Uint8Array;
}

/** Every output is made before the first is written, and takes its name when all are. */
async function write(
  made: Made,
  outputs: readonly { format: Format; file: string }[],
  {
    manifest,
    office,
    only,
    alsoRead,
    public: folder,
  }: Pick<Options, "only" | "public" | "alsoRead"> & {
    readonly manifest?: string | undefined;
    readonly office?: Office | undefined;
  },
  { io, colour, language, quiet }: Context,
): Promise<void> {
  const { report } = made;
  const texts: Rendered[] = [];
  for (const { format, file } of outputs) {
    const toTerminal = file === "-";
    const width = toTerminal ? (io.columns ?? 120) : 120;
    const options = {
      language,
      colour: toTerminal && colour,
      width,
      ids: toTerminal && io.tell !== undefined,
      ...(office !== undefined && { office }),
      ...(only !== undefined && { only }),
    };
    texts.push({ format, file, text: await renderers[format](report, options) });
  }
  const forAll = folder === undefined ? null : await publicTexts(report, folder, office, language);
  texts.push(...(forAll?.files ?? []));
  if (manifest !== undefined) {
    const { manifestOf } = await import("../run/manifest.ts");
    const inFiles = texts.filter(({ file }) => file !== "-");
    const command =
      only === "score" ? "index" : only === "form" ? "form write" : report.periodic === undefined ? "check" : "report";
    const told = manifestOf(made, command, inFiles, only === "score" ? alsoRead : []);
    texts.push({ format: "json", file: manifest, text: `${JSON.stringify(told, null, 2)}\n` });
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
  if (forAll !== null && !quiet) io.err(`${forAll.said}\n`);
  // At a desk a run that says nothing, and ends with 1, looks as if it had failed; a script hears nothing.
  if (io.errIsTerminal && !quiet && texts.length > 0 && texts.every(({ file }) => file !== "-")) {
    // A part has no verdicts to sum up.
    const summary = only === undefined ? summaryLine(report, language) : "";
    const data = { files: texts.map(({ file }) => file), summary, code: report.exitCode };
    io.err(`${sentence("reportWritten", data, language)}\n`);
  }
}

/** Outputs that say what is met and what is not: of a command that gives none. */
const ofVerdicts: readonly string[] = ["junit", "github"];

/** @throws UserError `bad-choice` */
export function refuseVerdicts({ out, format }: Pick<OutputOptions, "out" | "format">): void {
  const wanted = [...out.map((value) => value.split("=")[0]), ...(format === undefined ? [] : [format])];
  const other = wanted.find((name) => ofVerdicts.includes(name));
  if (other === undefined) return;
  const choices = formats.filter((name) => !ofVerdicts.includes(name));
  throw new UserError("bad-choice", { option: "--out", value: other, choices });
}
