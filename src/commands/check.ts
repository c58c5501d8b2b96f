/** kpi check: the plan's targets held against the logs. */

import { type Event, events, type Field, type FieldOf, snake } from "../case.ts";
import { type Aim, check, type Frame, type Known, type Measured, withCriteria } from "../check.ts";
import { UserError } from "../errors.ts";
import { type Ground, lacking } from "../ground.ts";
import type { Measure, OverCases } from "../kpi.ts";
import { allKpis, overCases } from "../kpis/index.ts";
import processingTimeReduction from "../kpis/processing-time-reduction.ts";
import { type Account, type Fault, type Job, pass, type Reckoning } from "../pass.ts";
import type { Plan, Target } from "../plan.ts";
import type { Basis } from "../read/basis.ts";
import { codesOf, wordKey } from "../read/words.ts";
import { type Format, formats, renderers } from "../render/index.ts";
import type { Counts, Ledger, Note, Report, ReportInput } from "../report.ts";
import type { Supplied } from "../supplied.ts";
import { type Grouping, groupings } from "../tally.ts";
import type { Language } from "../text.ts";
import type { Calendar } from "../time/calendar.ts";
import { isoDate } from "../time/civil.ts";
import { type Period, periodOf, yearRange } from "../time/period.ts";
import { changesClock } from "../time/zone.ts";
import { choiceOf, nearest } from "./choices.ts";
import { type CrewFor, withCrew } from "./crew-of.ts";
import { appendTo, type Context, Output, refuseOverwriting } from "./io.ts";
import { decimalsInDoubt, halfSwapped, type LogOptions, type OpenLogs, openLogs, refuseDoubt } from "./logs.ts";
import { planOf, yearOf } from "./plan-of.ts";
import { progressLine } from "./progress.ts";
import { rejectColumns, rejectRow } from "./rejects.ts";
import { readSupplied, type SuppliedOptions } from "./supplied.ts";

declare const __VERSION__: string;

/** The options of `kpi check`. */
export interface CheckOptions extends LogOptions, SuppliedOptions {
  /** Required; asked for here, so that a misspelt option is named first. */
  readonly year?: string;
  readonly plan: string;
  readonly period: string;
  readonly statutory: boolean;
  /** Elapsed unless given; where it is given, the other is told beside it. */
  readonly clock?: string;
  readonly kpi?: string;
  readonly by: readonly string[];
  /** CLAUSE=name;name */
  readonly groups: readonly string[];
  readonly top: string;
  readonly rejects?: string;
  readonly maxRejects: string;
  readonly requireAll: boolean;
  readonly allowNoData: boolean;
  readonly out: readonly string[];
  readonly format?: string;
  readonly threads?: string;
}

/** Runs the command; returns its exit code. */
export async function checkCommand(files: readonly string[], options: CheckOptions, context: Context): Promise<number> {
  const { io, language } = context;
  const { plan, file: planFile } = await planOf(options.plan);
  const year = yearOf(plan, options.year, "check");
  const only = kpisOf(options);
  const groups = groupsOf(options.groups, plan, year);
  const period = periodOf(options.period, options.statutory);
  const clock = options.clock === undefined ? null : choiceOf("--clock", options.clock, clocks);
  const by = choices("--by", options.by, groupings);
  const top = wholeNumber("--top", options.top, 1);
  const threads = options.threads === undefined ? undefined : wholeNumber("--threads", options.threads, 1);
  const outputs = outputsOf(options);
  const beside = [options.procedures, options.petitions, options.figures, options.calendar, planFile && options.plan];
  refuseOverwriting(
    [...files, ...beside.filter((file) => typeof file === "string")],
    [...outputs.map(({ file }) => file), ...(options.rejects === undefined ? [] : [options.rejects])],
  );
  if (!/^(\d+|\d+(\.\d+)?%)$/.test(options.maxRejects))
    throw new UserError("bad-max-rejects", { value: options.maxRejects });

  return await withCrew(files, threads, io, async (crewFor) => {
    const { supplied, inputs, notes: ofSupplied, calendar } = await readSupplied(options, io);
    const open = await openLogs(files, options, io);
    const targets = plan.years[year];
    const wanted = only === null ? targets.map(({ kpi }) => kpi) : withCriteria(only);
    const isWholeYear = period !== null && isYear(period);
    // The cases of each procedure are wanted only where the services are known.
    const joins = supplied.procedures !== null && isWholeYear;
    const kpis: OverCases<unknown>[] = overCases.filter(
      ({ id, input }) => wanted.includes(id) && (input === "cases" || joins),
    );
    // Groups that the plan itself names are counted with those asked for.
    const each = targets.flatMap((target) => (target.each === undefined ? [] : [target.each]));
    const grouped: Grouping[] = [...new Set([...by, ...each])];
    const job: Job = {
      logs: open.logs,
      reading: {
        ...open.reading,
        texts: textsFor(
          grouped,
          kpis.some(({ needs }) => needs.includes("procedure")),
          open.basis,
        ),
        working: clock === "working" ? calendar.days : null,
        hasPeriod: period !== null,
      },
      kpis: kpis.map(({ id }) => id),
      period,
      year: yearRange(year),
      by: grouped,
    };
    const { reckoning, decimals } = await reckon(job, { crewFor, rejects: options.rejects, open }, context);
    const { tallies } = reckoning.tallier;
    const otherClock = clock === null ? null : await underOtherClock(job, calendar, crewFor);
    const measured: Measured = {
      kpis,
      totals: tallies.totals,
      groups: grouped.map((name, g) => ({ by: name, tallies: tallies.groups[g] })),
      otherClock,
      finished: tallies.cases[events.indexOf("finished")],
      facts: reckoning.facts,
    };
    const ground: Ground = {
      ...open.basis,
      hasPeriod: period !== null,
      numbersInDoubt: [...decimals].filter(([, decided]) => decided === null).map(([field]) => field),
    };
    const { asOfDay } = reckoning.facts;
    const when = { asOfDay, asOf: asOfDay === null ? null : isoDate(asOfDay), period, year, isWholeYear };
    const notes = [
      ...notesOf(reckoning, open, kpis, ground, period, year),
      ...decimalNotes(decimals),
      ...ofSupplied,
      ...unusedNotes(supplied, wanted, year),
      ...populationNotes(targets.filter(({ kpi }) => wanted.includes(kpi))),
      ...(changesClock(options.timeZone, year)
        ? [{ code: "changing-clock", data: { timeZone: options.timeZone } }]
        : []),
    ];
    const aim: Aim = { plan, year, only, by, groups, isSameName: (a, b) => wordKey(a) === wordKey(b) };
    const known: Known = { ground, measured, supplied, when };
    const frame = frameOf(reckoning, options, { by, top, period, clock: clock ?? "elapsed", notes });
    const report = check(aim, known, { ...frame, planFile, inputs: [...frame.inputs, ...inputs] });
    write(report, outputs, context, language);
    return report.exitCode;
  });
}

export const clocks = ["elapsed", "working"] as const;

/** The processing-time reduction under the clock that was not asked for; null where it is not measured from times. */
async function underOtherClock(job: Job, calendar: Calendar, crewFor: CrewFor): Promise<Measure | null> {
  const { reading, kpis } = job;
  if (!kpis.includes(processingTimeReduction.id) || reading.basis.processingTime !== "timestamps") return null;
  const working = reading.working === null ? calendar.days : null;
  const other: Job = { ...job, kpis: [processingTimeReduction.id], by: [], reading: { ...reading, working } };
  const { tallier, facts } = await pass(other, { crewFor });
  return processingTimeReduction.fold.finish(tallier.tallies.totals[0].state, facts);
}

interface ReckonOptions {
  readonly crewFor: CrewFor;
  readonly rejects: string | undefined;
  readonly open: OpenLogs;
}

/** One pass; a second where the first showed how the numbers of a duration column are to be read. */
async function reckon(job: Job, { crewFor, rejects, open }: ReckonOptions, context: Context) {
  const { io, language } = context;
  const progress = progressLine(context);
  const run = async (j: Job) => {
    const output = rejects === undefined || rejects === "-" ? null : new Output(rejects, io);
    let held = "";
    const write = (text: string) => {
      if (output === null) held += text;
      else output.write(text);
    };
    if (rejects !== undefined) write(`\ufeff${rejectColumns.join(",")}\r\n`);
    const reckoning = await pass(j, {
      crewFor,
      ...(rejects !== undefined && { hear: (fault: Fault) => write(rejectRow(fault, language)) }),
      progress: progress.show,
    });
    return { reckoning, output, held };
  };
  try {
    let { reckoning, output, held } = await run(job);
    const decimals = decimalsInDoubt(reckoning.accounts);
    const decided = [...decimals].filter(([, decimal]) => decimal !== null) as [Field, "comma" | "point"][];
    if (decided.length > 0) {
      const again = { ...job.reading, decimals: new Map([...job.reading.decimals, ...decided]) };
      ({ reckoning, output, held } = await run({ ...job, reading: again }));
    }
    refuseDoubt(reckoning.accounts, open.reading.dateOrders);
    if (reckoning.accounts.every(({ read }) => read === 0)) {
      throw new UserError("no-rows", { file: reckoning.accounts[0].name });
    }
    output?.keep();
    if (held !== "") io.out(held);
    return { reckoning, decimals };
  } finally {
    progress.clear();
  }
}

/** The ids of `--kpi`; null without it. `all` is every KPI whose input was given. */
function kpisOf({ kpi: value, procedures, petitions, figures }: CheckOptions): string[] | null {
  if (value === undefined) return null;
  const ids = value.split(",").map((id) => id.trim());
  if (ids.includes("all")) {
    const given = { cases: true, procedures, petitions, figures, verdicts: undefined };
    return allKpis.filter(({ input }) => given[input] !== undefined).map(({ id }) => id);
  }
  const known = allKpis.map(({ id }) => id);
  for (const id of ids) {
    if (!known.includes(id)) throw new UserError("unknown-kpi", { kpi: id, nearest: nearest(id, known) });
  }
  return [...new Set(ids)];
}

/** CLAUSE=name;name: the groups of a target that the plan leaves open. */
function groupsOf(values: readonly string[], plan: Plan, year: number): Map<string, string[]> {
  const clauses = plan.years[year].filter(({ each }) => each !== undefined).map(({ clause }) => clause);
  const groups = new Map<string, string[]>();
  for (const value of values) {
    const [, clause, list] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
    const names = (list ?? "").split(";").map((name) => name.normalize("NFC").trim());
    if (clause === undefined || names.includes("")) throw new UserError("bad-groups", { value, clauses });
    if (!clauses.includes(clause)) {
      throw new UserError("groups-without-clause", { clause, clauses, nearest: nearest(clause, clauses) });
    }
    groups.set(clause, [...new Set([...(groups.get(clause) ?? []), ...names])]);
  }
  return groups;
}

/** Whether a period is a year: of the calendar, by whatever name, or of the official reports. */
function isYear({ name, basis, from, to }: Period): boolean {
  if (basis === "statutory") return /^\d{4}$/.test(name);
  const year = yearRange(Number(isoDate(from).slice(0, 4)));
  return year.from === from && year.to === to;
}

function choices<T extends string>(option: string, values: readonly string[], known: readonly T[]): T[] {
  return [...new Set(values.flatMap((value) => value.split(",")))].map((value) => choiceOf(option, value, known));
}

export function wholeNumber(option: string, value: string, least: number): number {
  if (!/^\d{1,9}$/.test(value) || Number(value) < least) throw new UserError("bad-number", { option, value, least });
  return Number(value);
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

/** Text is read only where somebody needs it: for groups, and for the reduction on the same procedures. */
function textsFor(by: readonly Grouping[], procedure: boolean, basis: Basis): FieldOf<"text">[] {
  const texts = new Set<FieldOf<"text">>();
  if (by.includes("agency")) texts.add("agency");
  if (by.includes("field")) texts.add("field");
  if ((procedure || by.includes("procedure")) && basis.procedure !== null) texts.add(basis.procedure);
  return [...texts];
}

const firstColumns: Readonly<Record<Event, Field>> = {
  submitted: "submittedAt",
  received: "receivedAt",
  finished: "returnedAt",
  rated: "ratedAt",
  completed: "finishedAt",
};

function notesOf(
  { accounts, facts, strayDay, oldLevels }: Reckoning,
  { basis, logs }: OpenLogs,
  kpis: readonly OverCases<unknown>[],
  ground: Ground,
  period: Period | null,
  year: number,
): Note[] {
  const notes: Note[] = [];
  const note = (code: string, data: Note["data"] = {}) => notes.push({ code, data });
  for (const event of events) {
    const field = basis.events[event];
    const isMeasured = kpis.some((kpi) => kpi.when === event && lacking(kpi, ground).length === 0);
    if (field === null || field === firstColumns[event] || !isMeasured) continue;
    const column = logs.flatMap(({ layout }) => layout.columns).find((one) => one.field === field);
    note("stand-in", { event, field: snake(field), header: column?.header ?? null });
  }
  for (const { name, layout } of logs) {
    for (const { header, field, taken } of layout.secondary) {
      note("secondary-header", { input: name, header, field: snake(field), taken });
    }
    const has = new Set(layout.columns.map(({ field }) => field));
    const missing = basis.fields.filter((field) => !has.has(field));
    if (missing.length > 0) {
      note("column-missing", { input: name, count: missing.length, fields: missing.map(snake).join(", ") });
    }
  }
  for (const account of accounts) {
    for (const { header } of halfSwapped(account)) note("half-swapped", { input: account.name, header });
  }
  const outOfYear = accounts.reduce((sum, account) => sum + account.outOfYear, 0);
  if (period === null && outOfYear > 0) note("no-period", { count: outOfYear, year });
  if (strayDay !== null && facts.asOfDay !== null)
    note("stray-day", { day: isoDate(strayDay), asOf: isoDate(facts.asOfDay) });
  for (const { name, passedOver, firstNote } of accounts) {
    if (firstNote !== null) note("notes-passed-over", { input: name, count: passedOver.note, line: firstNote });
    if ((passedOver.total ?? 0) > 0) note("totals-passed-over", { input: name, count: passedOver.total });
    if ((passedOver.header ?? 0) > 0) note("headers-passed-over", { input: name, count: passedOver.header });
  }
  for (const { name, truncated } of accounts) if (truncated) note("truncated", { input: name });
  const padded = accounts.reduce((sum, account) => sum + account.paddedCodes, 0);
  if (padded > 0) note("padded-codes", { count: padded });
  if (oldLevels) note("old-levels");
  if (facts.processingInDays && kpis.some(({ id }) => id === "processing-time-reduction")) note("in-days");
  for (const { name, tooManyWords } of accounts) {
    for (const field of tooManyWords) note("too-many-words", { input: name, field: snake(field) });
  }
  return notes;
}

function decimalNotes(decimals: ReadonlyMap<Field, string | null>): Note[] {
  return [...decimals].flatMap(([field, decimal]) =>
    decimal === null ? [] : [{ code: "decimal-chosen", data: { field: snake(field), decimal } }],
  );
}

/** What was given and no target of the plan asks for. */
function unusedNotes({ procedures, petitions, figures }: Supplied, wanted: readonly string[], year: number): Note[] {
  const asked = new Set(allKpis.filter(({ id }) => wanted.includes(id)).map(({ input }) => input));
  const idle = [
    ...(procedures !== null && !asked.has("procedures") ? ["--procedures"] : []),
    ...(petitions !== null && !asked.has("petitions") ? ["--petitions"] : []),
  ];
  const unused = (figures ?? []).filter((figure) => figure.year === year && !wanted.includes(figure.figure));
  return [
    ...idle.map((option) => ({ code: "unused-input", data: { option } })),
    ...(unused.length === 0
      ? []
      : [
          {
            code: "unused-figures",
            data: { count: unused.length, ids: unused.map(({ figure }) => figure).join(", ") },
          },
        ]),
  ];
}

/** Targets over the case log whose plan names a population: every case of the log given counts all the same. */
function populationNotes(targets: readonly Target[]): Note[] {
  const log = new Set(allKpis.filter(({ input }) => input === "cases").map(({ id }) => id));
  const clauses = targets.filter(({ kpi, population = {} }) => Object.keys(population).length > 0 && log.has(kpi));
  if (clauses.length === 0) return [];
  return [{ code: "population-not-applied", data: { clauses: clauses.map(({ clause }) => clause).join("; ") } }];
}

function countsOf({ read, counted, outOfPeriod, duplicates, rejected }: Account): Counts {
  return { read, counted, outOfPeriod, duplicates, rejected };
}

function inputOf(account: Account): ReportInput {
  const { name, bytes, origin, layout, passedOver } = account;
  return {
    kind: "cases",
    name,
    bytes,
    encoding: origin.encoding === "utf-8" && layout.bom ? "utf-8-bom" : origin.encoding,
    container: origin.container,
    delimiter: String.fromCharCode(layout.delimiter),
    headerLine: layout.headerLine,
    columns: Object.fromEntries(layout.columns.map(({ field, header }) => [snake(field), header])),
    unread: layout.unread.length,
    passedOver,
    ledger: countsOf(account),
  };
}

function ledgerOf(accounts: readonly Account[]): Ledger {
  const sum = (key: keyof Counts) => accounts.reduce((total, account) => total + account[key], 0);
  const blanks: Record<string, number> = {};
  for (const account of accounts) {
    for (const [field, count] of account.blanks) blanks[snake(field)] = (blanks[snake(field)] ?? 0) + count;
  }
  return {
    read: sum("read"),
    counted: sum("counted"),
    outOfPeriod: sum("outOfPeriod"),
    duplicates: sum("duplicates"),
    rejected: sum("rejected"),
    issues: accounts.flatMap(({ name, issues }) =>
      issues.map(({ code, field, count, firstLine }) => {
        return { code, column: field && snake(field), count, firstLine, input: name };
      }),
    ),
    unknownWords: accounts.flatMap(({ name, unknownWords }) =>
      unknownWords.map(({ field, word, count, firstLine }) => {
        const codes = codesOf(field as FieldOf<"word" | "yesNo">).map(String);
        return { column: snake(field), word, count, firstLine, input: name, codes };
      }),
    ),
    blanks,
  };
}

function frameOf(
  { accounts, facts, days }: Reckoning,
  { timeZone, maxRejects, requireAll, allowNoData }: CheckOptions,
  {
    by,
    top,
    period,
    clock,
    notes,
  }: {
    by: readonly string[];
    top: number;
    period: Period | null;
    clock: (typeof clocks)[number];
    notes: readonly Note[];
  },
): Omit<Frame, "planFile"> {
  return {
    tool: { name: "kpi", version: __VERSION__ },
    period: period && { name: period.name, basis: period.basis, from: isoDate(period.from), to: isoDate(period.to) },
    options: {
      clock,
      timeZone,
      asOf: facts.asOfDay === null ? null : isoDate(facts.asOfDay),
      maxRejects,
      requireAll,
      allowNoData,
      by,
      top,
    },
    inputs: accounts.map(inputOf),
    days: days && { from: isoDate(days.from), to: isoDate(days.to) },
    ledger: ledgerOf(accounts),
    notes,
  };
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
