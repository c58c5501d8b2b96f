/** kpi explain: what a KPI is, and one case's way through its rule. */

import { UserError } from "../errors.ts";
import { lacking } from "../kpis/ground.ts";
import { kpiOf } from "../kpis/index.ts";
import type { AnyKpi } from "../kpis/kpi.ts";
import { ownKpis } from "../kpis/own.ts";
import { shippedPlans } from "../plans/index.ts";
import { idText } from "../read/ids.ts";
import type { RowReader } from "../read/rows.ts";
import type { SheetPlace } from "../read/workbook/place.ts";
import { allFields, type FieldOf, fieldKinds } from "../records/case.ts";
import { type Page, pageMarkdown, pageText } from "../render/page.ts";
import { wayOf } from "../run/case-way.ts";
import { choiceOf, formatsOf } from "../run/choices.ts";
import type { Context } from "../run/io.ts";
import { kpiNamed } from "../run/kpi-names.ts";
import { methodPageOf, pageOf } from "../run/kpi-page.ts";
import { expanded, isPart, type LogOptions, openLogs, refuseGrown } from "../run/logs.ts";
import { planOf } from "../run/plan.ts";
import { progressLine } from "../run/progress.ts";
import { tellFiles } from "../run/tell-files.ts";
import { decimalsInDoubt, placeOf, refuseDoubt, refuseScale, totalOf } from "../tally/doubt.ts";
import { lookingOnly, pass } from "../tally/pass.ts";
import type { Where } from "../tally/retell.ts";
import { wayText } from "../text/exclusions.ts";
import { clean } from "../text/language.ts";
import { methodIds } from "../text/method-pages.ts";
import { periodOf } from "../time/period.ts";
import type { OptionsOf } from "./options.ts";

/** The options of `kpi explain`. */
type ExplainOptions = LogOptions & OptionsOf<"planOfOwn" | "case" | "periodOfCase" | "formatOfExplain">;

/** Runs the command; returns its exit code. */
export async function explainCommand(
  name: string,
  files: readonly string[],
  options: ExplainOptions,
  context: Context,
): Promise<number> {
  const { language } = context;
  const method = methodIds.find((one) => one === name.trim().toLowerCase());
  if (method !== undefined && files.length === 0 && options.case === undefined) {
    const format = choiceOf("--format", options.format, formatsOf.explain);
    return printed(methodPageOf(method, language), format, context);
  }
  const plan = options.plan === undefined ? null : (await planOf(options.plan)).plan;
  const own = ownKpis(plan?.kpis);
  const id = kpiNamed(name, own);
  const about = kpiOf(id, own) as AnyKpi;
  const format = choiceOf("--format", options.format, formatsOf.explain);
  if (files.length > 0 || options.case !== undefined) return explainCase(about, files, options, context);
  const shipped = await shippedPlans();
  const plans = plan === null || shipped.includes(plan) ? shipped : [...shipped, plan];
  return printed(pageOf(about, plans, language), format, context);
}

function printed(page: Page, format: (typeof formatsOf.explain)[number], { io, language }: Context): number {
  if (format === "json") io.out(`${JSON.stringify(page, null, 2)}\n`);
  else io.out(format === "markdown" ? pageMarkdown(page, language) : pageText(page, language, io.columns ?? 100));
  return 0;
}

async function explainCase(
  kpi: AnyKpi,
  files: readonly string[],
  options: ExplainOptions,
  context: Context,
): Promise<number> {
  const { io, language } = context;
  const { format } = options;
  if (format === "markdown") {
    throw new UserError("bad-choice", { option: "--case, --format", value: format, choices: ["text", "json"] });
  }
  const wanted = options.case === undefined ? undefined : idText(options.case.normalize("NFC").trim());
  if (wanted === undefined) throw new UserError("missing-option", { option: "--case <id>", command: "explain" });
  if (files.length === 0) throw new UserError("missing-argument", { argument: "files...", command: "explain" });
  if (kpi.over !== "cases" && kpi.over !== "cases+procedures") throw new UserError("no-cases-in-kpi", { kpi: kpi.id });
  const period = periodOf(options.period);
  const given = await expanded(files);
  // A part holds no case: beside logs it is named as not looked in; alone, openLogs refuses it.
  const parts = given.every(isPart) ? [] : given.filter(isPart);
  const logs = given.filter((file) => !parts.includes(file));
  const open = await openLogs(logs, options, io);
  // A case that is not found may stand on a sheet that was not read.
  tellFiles(open.logs, context);
  const { basis } = open;
  if (!basis.fields.includes("caseId")) throw new UserError("no-case-ids", { file: open.logs[0].name });
  const ground = {
    ...basis,
    hasPeriod: period !== null,
    numbersInDoubt: [],
    casesInDoubt: null,
    returnsInDoubt: false,
  };
  const lacks = lacking(kpi, ground);
  if (lacks.length > 0) throw new UserError("kpi-lacks-columns", { kpi: kpi.id, lacks });
  const texts = allFields.filter((field): field is FieldOf<"text"> => {
    return field === "caseId" || field === basis.procedure || fieldKinds[field] === "text";
  });
  const job = { ...lookingOnly(open.logs, { ...open.reading, texts, hasPeriod: period !== null }), period };
  const progress = progressLine(context);
  try {
    // What is known of the log as a whole comes first; then the rows of that id, each as it counts.
    const first = await pass(job, { progress: progress.show });
    refuseDoubt(first.accounts, open.reading.dateOrders);
    if (kpi.needs.includes("rating")) refuseScale(first.accounts);
    const decided = [...decimalsInDoubt(first.accounts)].flatMap(([field, sign]) =>
      sign === null ? [] : [[field, sign] as const],
    );
    const reading = { ...job.reading, decimals: new Map([...job.reading.decimals, ...decided]) };
    const ways: (Partial<SheetPlace> & { file: string; line: number; head: string; lines: string[] })[] = [];
    const retell = (reader: RowReader, { log, line, superseded }: Where) => {
      if (reader.textOf("caseId") !== wanted) return;
      const account = first.accounts.find(({ name }) => name === log);
      const place = account === undefined ? {} : placeOf(account, "caseId", line);
      const head = wayText("head", { id: clean(wanted), file: clean(log), line, ...place }, language);
      const lines = superseded
        ? [wayText("superseded", {}, language)]
        : wayOf(reader.case, { kpi, ground: { events: basis.events }, facts: first.facts, period, language });
      ways.push({ file: log, line, ...place, head, lines });
    };
    await pass({ ...job, reading }, { retell, retellSuperseded: true });
    refuseGrown(open.logs);
    progress.done(totalOf(first.accounts).read);
    if (ways.length === 0)
      throw new UserError("no-such-case", { id: wanted, files: open.logs.map(({ name }) => name), parts });
    if (format === "json") {
      const told = ways.map(({ head: _head, ...way }) => way);
      io.out(`${JSON.stringify({ kpi: kpi.id, case: wanted, rows: told, notLookedIn: parts }, null, 2)}\n`);
      return 0;
    }
    const blocks = ways.map(({ head, lines }) => [head, ...lines.map((text) => `  ${text}`)].join("\n"));
    if (parts.length > 0) blocks.push(wayText("notLookedIn", { parts: parts.map(clean) }, language));
    io.out(`${kpi.title[language]} (${kpi.id})\n\n${blocks.join("\n\n")}\n`);
    return 0;
  } finally {
    progress.clear();
  }
}
