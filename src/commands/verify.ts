/** kpi verify: logs held to recorded figures, or a report that was made held to what can be had now. */

import * as z from "zod/mini";
import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { changesOf, type Recorded, recordOf } from "../report/changes.ts";
import type { Report } from "../report/report.ts";
import type { Made, ReportOptions } from "../run/ask.ts";
import type { FormAsked } from "../run/form.ts";
import { type Context, lockAll, Output } from "../run/io.ts";
import { expanded } from "../run/logs.ts";
import { type Manifest, type ManifestCommand, manifestOf, manifestSchema } from "../run/manifest.ts";
import { refuseOverwriting } from "../run/overwriting.ts";
import { reportOf } from "../run/report.ts";
import { asksForPeriod, type PeriodOptions, reportingOf } from "../run/reporting.ts";
import { readYaml } from "../run/yaml-file.ts";
import { type Change, changeText } from "../text/changes.ts";
import { sentence } from "../text/sentences.ts";
import type { OptionsOf } from "./options.ts";
import { filesBeside } from "./outputs.ts";

type VerifyOptions = ReportOptions & PeriodOptions & OptionsOf<"expect" | "update" | "portal" | "unit">;

const count = z.int();
const counts = z.strictObject({ read: count, counted: count, outOfPeriod: count, duplicates: count, rejected: count });
const recordedSchema = z.strictObject({
  name: z.string(),
  ledger: counts,
  issues: z.array(z.strictObject({ code: z.string(), column: z.nullable(z.string()), count })),
  results: z.array(
    z.strictObject({
      key: z.string(),
      title: z.strictObject({ vi: z.string(), en: z.string() }),
      group: z.nullable(z.strictObject({ by: z.string(), name: z.nullable(z.string()) })),
      value: z.nullable(z.union([z.number(), z.string()])),
      verdict: z.nullable(z.string()),
      excluded: z.record(z.string(), count),
    }),
  ),
  exitCode: count,
});
const expectedSchema = z.strictObject({
  schema: z.literal("kpi-expected/1"),
  /** Under which the figures were had: a figure of another year is another figure. */
  options: z.record(z.string(), z.unknown()),
  logs: z.array(recordedSchema),
});
type Expected = z.infer<typeof expectedSchema>;

/** Runs the command; returns 0 when all is as it was, 1 when something has changed. */
export async function verifyCommand(
  files: readonly string[],
  options: VerifyOptions,
  context: Context,
): Promise<number> {
  const { expect, manifest, update } = options;
  if ((expect === undefined) === (manifest === undefined)) throw new UserError("verify-what", {});
  if (expect === undefined) {
    if (update) throw new UserError("update-without-expect", {});
    return await againstManifest(files, options, manifest as string, context);
  }
  return await againstExpected(await expanded(files), options, expect, context);
}

async function againstExpected(
  files: readonly string[],
  options: VerifyOptions,
  file: string,
  context: Context,
): Promise<number> {
  const { io, language, quiet } = context;
  if (options.update) await refuseOverwriting({ logs: files, beside: filesBeside(options), outputs: [file] });
  // What was recorded is looked at before anything is read: a file that is none is said to be so at once.
  // What would be refused is not replaced either: a manifest, or a configuration, is no older record.
  const isThere = !options.update || (machine.files.facts(file)?.size ?? 0) > 0;
  const recorded = isThere ? readRecord<Expected>(file, expectedSchema) : null;
  const before = options.update ? null : recorded;
  const release = options.update ? lockAll([file], io) : () => {};
  try {
    const logs: Recorded[] = [];
    let told: Expected["options"] = {};
    const { reporting, asked } = askedOf(options);
    for (const one of files) {
      const { report } = await reportOf([one], asked, context, reporting);
      // The day that a log itself speaks up to is no option.
      told = { ...optionsIn(report), ...(options.asOf !== undefined && { asOfGiven: report.options.asOf }) };
      logs.push(recordOf(nameAmong(machine.paths.basename(one), logs), report));
    }
    if (before === null) {
      const output = new Output(file, io);
      const expected: Expected = { schema: "kpi-expected/1", options: told, logs: logs as Expected["logs"] };
      output.write(`${JSON.stringify(expected, null, 2)}\n`);
      output.keep();
      if (!quiet) io.err(`${sentence("recorded", { count: logs.length, file }, language)}\n`);
      return 0;
    }
    const byLog: [name: string, changes: Change[]][] = [
      ["", changedOptions(before.options, told)],
      ...logs.map((log): [string, Change[]] => {
        const was = before.logs.find(({ name }) => name === log.name);
        return [log.name, was === undefined ? [{ code: "log-new", data: {} }] : changesOf(was, log)];
      }),
      ...before.logs
        .filter(({ name }) => !logs.some((log) => log.name === name))
        .map(({ name }): [string, Change[]] => [name, [{ code: "log-gone", data: {} }]]),
    ];
    return tell(byLog, sentence("verified", { count: logs.length }, language), context);
  } finally {
    release();
  }
}

async function againstManifest(
  files: readonly string[],
  options: VerifyOptions,
  file: string,
  context: Context,
): Promise<number> {
  const before = readRecord<Manifest>(file, manifestSchema);
  const { made, command } = await madeAs(before, files, options, context);
  const now = manifestOf(made, command, [], command === "index" ? options.portal : []);
  const changes: Change[] = [];
  const change = (code: Change["code"], data: Change["data"]) => changes.push({ code, data });
  if (before.command !== undefined && before.command !== command) {
    change("command-changed", { before: before.command, now: command });
  }
  if (before.tool.version !== now.tool.version) {
    change("version-changed", { before: before.tool.version, now: now.tool.version });
  }
  const planOf = ({ plan: { id, year } }: Manifest) => `${id} ${year}`;
  if (before.plan.sha256 !== now.plan.sha256 || planOf(before) !== planOf(now)) {
    change("plan-changed", { before: planOf(before), now: planOf(now) });
  }
  if (before.calendar.sha256 !== now.calendar.sha256) change("calendar-changed", {});
  // Of the same inputs the day is another only where it was asked for.
  const hashes = ({ inputs }: Manifest) => JSON.stringify(inputs.map((input) => input.sha256));
  const day = ({ options: { asOf } }: Manifest) => (hashes(before) === hashes(now) ? { asOfGiven: asOf } : {});
  changes.push(
    ...changedOptions(
      { ...before.options, ...day(before), period: before.period },
      { ...now.options, ...day(now), period: now.period },
    ),
  );
  const names = ({ inputs }: Manifest) => inputs.map(({ kind, name }) => `${kind} ${name}`).join(", ");
  if (names(before) !== names(now)) change("inputs-changed", { before: names(before), now: names(now) });
  else {
    now.inputs.forEach(({ name, bytes, sha256 }, i) => {
      if (before.inputs[i].sha256 !== sha256)
        change("input-changed", { name, before: before.inputs[i].bytes, now: bytes });
    });
  }
  if (before.report.sha256 !== now.report.sha256) {
    change("report-changed", {});
    // Parts keep less than their logs, under whose names they stand.
    const [was, is] = [before.parts ?? 0, now.parts ?? 0];
    if (was !== is) change("parts-changed", { before: was, now: is });
  }
  return tell([["", changes]], sentence("sameReport", {}, context.language), context);
}

/** Of which period a report was, by what its manifest calls it: the option that asks for it. */
function optionOf(period: unknown): string {
  const name = String((period as { name?: unknown } | null)?.name ?? "");
  return name.includes("-Q") ? "--quarter <quarter>" : name.includes("-H") ? "--half <half>" : "--month <month>";
}

/**
 * The options with the period that they ask for, as kpi report has them: its year is that of the targets, unless another is given.
 *
 * @param needed the option that is needed where neither a period nor a year is given
 * @throws UserError `missing-option`
 */
function askedOf(options: VerifyOptions, needed = "--year <year>") {
  if (!asksForPeriod(options)) {
    if (options.year === undefined) throw new UserError("missing-option", { option: needed, command: "verify" });
    return { reporting: null, asked: options };
  }
  const reporting = reportingOf(options);
  const year = options.year ?? String(reporting.period.year);
  return { reporting, asked: { ...options, year, period: "all", by: [] } };
}

/** What the command of a manifest makes of the same files: of one that does not say, as kpi report or kpi check. */
async function madeAs(
  { command: told, plan, period }: Manifest,
  files: readonly string[],
  options: VerifyOptions,
  context: Context,
): Promise<{ made: Made; command: ManifestCommand }> {
  // A form is of no plan of its own.
  const command = told ?? (plan.id === "form" ? "form write" : undefined);
  // What these do not hang on is none of their options.
  const { plan: _plan, groups: _groups, by: _by, kpi: _kpi, clock: _clock, requireAll: _all, ...rest } = options;
  if (command === "index") {
    const { scoreMade } = await import("../run/score.ts");
    return { made: await scoreMade(files, rest, context), command };
  }
  if (command === "form write") {
    const { formMade, planOfBtp } = await import("../run/form.ts");
    const form = plan.id === planOfBtp ? "07a" : undefined;
    const asked = { ...rest, year: undefined, period: "all", form } as FormAsked;
    return { made: await formMade(files, asked, context), command };
  }
  const { reporting, asked } = askedOf(options, command === "report" ? optionOf(period) : undefined);
  return { made: await reportOf(files, asked, context, reporting), command: reporting === null ? "check" : "report" };
}

/** The options and the period of a report, and its plan. */
function optionsIn({ options, period, plan }: Report): Expected["options"] {
  return { ...options, period, plan: plan.id, year: plan.year };
}

function changedOptions(before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((option) => JSON.stringify(before[option]) !== JSON.stringify(now[option]))
    .filter((option) => {
      // The day as of which a log speaks is the log's own where no other was asked for. Records of before do not say that one was.
      if (option === "asOf") return false;
      return option !== "asOfGiven" || before[option] !== undefined || before.asOf !== now.asOf;
    })
    .map((option) => {
      const name = option === "asOfGiven" ? "asOf" : option;
      return { code: "options-changed", data: { option: name, before: before[option], now: now[option] } };
    });
}

/** Logs of several folders may have one name. */
function nameAmong(name: string, before: readonly Recorded[]): string {
  const same = before.filter((log) => log.name === name || log.name.startsWith(`${name} (`)).length;
  return same === 0 ? name : `${name} (${same + 1})`;
}

/** Prints what has changed; returns the exit code. */
function tell(byLog: readonly [name: string, changes: readonly Change[]][], same: string, context: Context): number {
  const { io, language } = context;
  const lines = byLog.flatMap(([name, changes]) => [
    ...(changes.length > 0 && name !== "" ? [name] : []),
    ...changes.map((change) => `${name === "" ? "" : "  "}${changeText(change, language)}`),
  ]);
  io.out(`${(lines.length === 0 ? [same] : lines).join("\n")}\n`);
  return lines.length === 0 ? 0 : 1;
}

/**
 * A file that kpi has written.
 *
 * @throws UserError `record-faults`, and those of a file that cannot be read
 */
function readRecord<T>(file: string, schema: z.ZodMiniType<T>): T {
  const { value, faults } = readYaml(file, schema, [], () => []);
  if (value === null) throw new UserError("record-faults", { file, faults });
  return value;
}
