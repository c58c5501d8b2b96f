/** The page's worker: the program, asked by messages in place of a command line. */
import { optionsIn, restIn } from "../commands/config.ts";
import { inspected } from "../commands/inspect.ts";
import { UserError } from "../errors.ts";
import { planFiles } from "../plans/index.ts";
import type { Plan } from "../plans/plan.ts";
import { taken } from "../platform/browser/files.ts";
import { runThreadsOf } from "../platform/browser.ts";
import { machine } from "../platform/index.ts";
import { utf8 } from "../read/bytes.ts";
import { type Format, renderers } from "../render/index.ts";
import type { Office } from "../render/options.ts";
import { summaryLine } from "../render/wording/frame.ts";
import type { Report } from "../report/report.ts";
import type { ReportOptions } from "../run/ask.ts";
import { usual } from "../run/choices.ts";
import { type Context, type Io, sweep } from "../run/io.ts";
import { planOf } from "../run/plan.ts";
import { unpackingLine } from "../run/progress.ts";
import { reportOf } from "../run/report.ts";
import { reportingOf } from "../run/reporting.ts";
import { sentenceOfError } from "../text/errors.ts";
import type { Language } from "../text/language.ts";
// A thread runs the same script, and is given tasks in place of questions.
import "../run/worker.ts";
import { periodOption } from "./command.ts";
import { foundOf } from "./found.ts";
import type { Ask, Heard, MadeReport, Options, PlanChoice, Replies, Trouble } from "./messages.ts";
import { rolesOf } from "./roles.ts";

/** What the page's own script has put beside this one. */
declare function postMessage(said: Heard): void;
declare function importScripts(url: string): void;

const temporary = new Set<string>();

function contextOf(language: Language): Context {
  const err = (text: string) => {
    // Lines of progress, as a terminal would show them.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the sign with which a line begins anew.
    const line = text.replace(/\r|\u001b\[K/g, "").trim();
    if (line !== "") postMessage({ progress: line });
  };
  const io: Io = {
    stdin: nothing(),
    out: () => {},
    err,
    env: {},
    columns: undefined,
    errIsTerminal: true,
    ...(machine.threads.program !== undefined && { worker: machine.threads.program }),
    self: { pid: 0, host: "page", isAlive: () => true },
    temporary,
  };
  return {
    io: { ...io, unpacking: unpackingLine({ io, language, quiet: false }) },
    language,
    colour: false,
    quiet: false,
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Parts of the program that are unpacked when they are first used, by the outputs that need them. */
const partsOf: Partial<Record<Format, readonly string[]>> = {
  html: ["charts"],
  docx: ["charts", "docx"],
  xlsx: ["xlsx"],
};
const loaded = new Map<string, Promise<void>>();
const awaited = new Map<string, (blob: Blob) => void>();

function load(part: string): Promise<void> {
  const known = loaded.get(part);
  if (known !== undefined) return known;
  const loading = new Promise<Blob>((resolve) => {
    awaited.set(part, resolve);
    postMessage({ part });
  }).then((blob) => {
    const url = URL.createObjectURL(blob);
    importScripts(url);
    URL.revokeObjectURL(url);
  });
  loaded.set(part, loading);
  return loading;
}

/** @param office whose report it is, where a configuration says so */
async function rendered(report: Report, format: Format, language: Language, office?: Office) {
  for (const part of partsOf[format] ?? []) await load(part);
  return await renderers[format](report, { language, colour: false, width: 120, ...(office && { office }) });
}

function choiceOf({ id, title, place, years, period }: Plan, language: Language, name: string = id): PlanChoice {
  return { id: name, title: title[language], place, years: Object.keys(years).sort(), period: period ?? null };
}

/** The report of a period as `kpi report` makes it, with what a configuration says to that. */
function reportingIn(period: string, { statutory, expected, listCases, signs }: Options) {
  const [name, value] = periodOption(period);
  return reportingOf({
    statutory: statutory === true,
    listCases: listCases === true,
    signs: signs === true,
    ...(expected !== undefined && { expected: String(expected) }),
    [name]: value,
  });
}

/** Megabytes whose cells are looked at one by one, which takes ten times as long as to count them. */
const looked = 8;

let last: { readonly report: Report; readonly office: Office | undefined } | null = null;

async function made(ask: Ask & { ask: "report" | "rejects" }, more: Options = {}): Promise<Report> {
  const { logs, options, period, language } = ask;
  const asked = { ...usual, ...options, ...more } as unknown as ReportOptions;
  const ofPeriod = period === null ? null : reportingIn(period, options);
  // As the two commands have them.
  const own = ofPeriod === null ? asked : { ...asked, period: "all", by: [] };
  const { report } = await reportOf(logs, own, contextOf(language), ofPeriod);
  return report;
}

const mimes: Readonly<Record<string, string>> = {
  html: "text/html",
  json: "application/json",
  csv: "text/csv",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

function blobOf(content: string | Uint8Array, type: string): Blob {
  const bytes = typeof content === "string" ? utf8(content) : (content as Uint8Array<ArrayBuffer>);
  return new Blob([bytes], { type });
}

const answer: { [K in Ask["ask"]]: (ask: Ask & { ask: K }) => Promise<Replies[K]> } = {
  plans: ({ language }) =>
    Promise.all(Object.values(planFiles).map(async (plan) => choiceOf((await plan()).default, language))),
  files: ({ files, language }) => rolesOf(files, contextOf(language).io),
  config: async ({ path }) => ({ options: optionsIn(path), more: restIn(path) }),
  plan: async ({ path, language }) => choiceOf((await planOf(path)).plan, language, path),
  async inspect({ logs, options, language }) {
    const asked = { ...usual, ...options } as unknown as ReportOptions;
    return foundOf(await inspected(logs, asked, contextOf(language), looked), language);
  },
  async report(ask): Promise<MadeReport> {
    const report = await made(ask);
    const office = ask.options.office as Office | undefined;
    last = { report, office };
    const { exitCode, inputs } = report;
    return {
      html: (await rendered(report, "html", ask.language, office)) as string,
      summary: summaryLine(report, ask.language),
      exitCode,
      rejected: inputs.reduce((sum, { ledger }) => sum + ledger.rejected, 0),
    };
  },
  async output({ format, language }) {
    if (last === null) throw new Error("no report was made");
    return blobOf(await rendered(last.report, format as Format, language, last.office), mimes[format] ?? "text/plain");
  },
  async rejects(ask) {
    await made(ask, { rejects: "rejects.csv" });
    return taken("rejects.csv") ?? new Blob([]);
  },
};

function troubleOf(error: unknown, language: Language): Trouble {
  if (error instanceof UserError) {
    const { code, data } = error;
    return { code, text: sentenceOfError(code, data, language), data };
  }
  return { code: null, text: error instanceof Error ? `${error.message}\n${error.stack}` : String(error), data: {} };
}

/** One after the other: a file is not read while another is told apart. */
let queue: Promise<void> = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent) => {
  if ("task" in data) return;
  if ("script" in data) {
    runThreadsOf(data.script);
    return;
  }
  if ("part" in data) {
    awaited.get(data.part)?.(data.blob);
    return;
  }
  const { id, ask } = data as { id: number; ask: Ask };
  queue = queue.then(async () => {
    try {
      postMessage({ id, answer: await (answer[ask.ask] as (ask: Ask) => Promise<unknown>)(ask) });
    } catch (error) {
      postMessage({ id, trouble: troubleOf(error, ask.language) });
    } finally {
      sweep(temporary);
    }
  });
});
