/**
 * The library: the same code as the command line, without a terminal. Importing it does nothing.
 *
 * Everything that a user can mend is thrown as a UserError: a code, its data, and the sentence in both languages by
 * `errorText`. Anything else that is thrown is a bug.
 */
import { UserError } from "./errors.ts";
import { allKpis } from "./kpis/index.ts";
import type { About } from "./kpis/kpi.ts";
import { shippedPlans } from "./plans/index.ts";
import type { Plan } from "./plans/plan.ts";
import { machine } from "./platform/index.ts";
import {
  bit,
  type Channel,
  type Field,
  type FieldOf,
  fieldKinds,
  type Need,
  type Rating,
  type Status,
} from "./records/case.ts";
import type { Reporting } from "./report/period.ts";
import type { Counts, Report } from "./report/report.ts";
import { showCases } from "./run/cases.ts";
import { escapedName, nearest, usual, wholeNumber } from "./run/choices.ts";
import type { Context, Io } from "./run/io.ts";
import { sweep, systemFault } from "./run/io.ts";
import { openLogs } from "./run/logs.ts";
import { reportOf } from "./run/report.ts";
import { sentenceOfError } from "./text/errors.ts";
import type { Language } from "./text/language.ts";
import { isoDate, isoTime, secondsADay } from "./time/civil.ts";
import { reportingPeriod } from "./time/period.ts";

export type { ReportMeasure, ReportTarget, Result } from "./judge/verdict.ts";
export type { About } from "./kpis/kpi.ts";
export type { Verdict } from "./measures/kinds.ts";
export type { Plan, Target } from "./plans/plan.ts";
export type { Channel, Rating, Status } from "./records/case.ts";
export { type Format, formats, renderers } from "./render/index.ts";
export type { RenderOptions } from "./render/options.ts";
export type { Counts, Ledger, Note, Periodic, Report, ReportInput } from "./report/report.ts";
export type { Language } from "./text/language.ts";
export { UserError };

/** How logs are read; every one may be left out. */
export interface ReadOptions {
  /** Field to header: { channel: "Nguồn hồ sơ" }. */
  readonly map?: Readonly<Record<string, string>>;
  /** Field to word to code: { channel: { Kiosk: "in_person" } }. */
  readonly mapValue?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** One order of dates for all fields, or one for each: { received_at: "MM/dd/yyyy" }. */
  readonly dateFormat?: string | Readonly<Record<string, string>>;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly decimal?: "comma" | "point";
  /** The highest number of the scale of ratings, where they are numbers. */
  readonly ratingScale?: number;
  /** Asia/Ho_Chi_Minh unless given. */
  readonly timeZone?: string;
  /** 2025-12-31. */
  readonly asOf?: string;
}

/** What is held against what; only the year is needed. */
export interface CheckOptions extends ReadOptions {
  readonly year: number;
  /** The id of a plan, or the file of one; hai-phong-219 unless given. */
  readonly plan?: string;
  /** 2025, 2025-H1, 2025-Q3, 2025-09, 2025-09-01..2025-09-30; every case counts unless given. */
  readonly period?: string;
  readonly statutory?: boolean;
  readonly clock?: "elapsed" | "working";
  readonly kpi?: readonly string[];
  readonly by?: readonly ("agency" | "procedure" | "field" | "channel" | "month")[];
  /** Clause to the names of its groups. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly procedures?: string;
  readonly petitions?: string;
  readonly figures?: string;
  /** KPIs, by id or title, of which the stated figure is judged where the log shows one too. */
  readonly preferStated?: readonly string[];
  readonly calendar?: string;
  /** "5%" unless given. */
  readonly maxRejects?: string;
  readonly requireAll?: boolean;
  readonly allowNoData?: boolean;
  readonly allowGrowing?: boolean;
  /** As many as the machine has and the logs are worth, unless given. */
  readonly threads?: number;
}

/** A case as it is understood; null where the log has no such column, or the cell is blank or cannot be read. */
export interface LogCase {
  readonly log: string;
  /** From 1. */
  readonly line: number;
  readonly caseId: string | null;
  readonly procedureCode: string | null;
  readonly procedureName: string | null;
  readonly field: string | null;
  readonly agency: string | null;
  readonly channel: Channel | null;
  readonly status: Status | null;
  readonly rating: Rating | null;
  readonly paymentMethod: string | null;
  readonly serviceLevel: string | null;
  readonly applicantType: string | null;
  /** Civil time of the log's zone, 2025-09-30T16:05:00; a day alone where the cell holds no more. */
  readonly loginAt: string | null;
  readonly submittedAt: string | null;
  readonly receivedAt: string | null;
  readonly transferredAt: string | null;
  readonly dueAt: string | null;
  readonly finishedAt: string | null;
  readonly returnedAt: string | null;
  readonly ratedAt: string | null;
  /** Seconds. */
  readonly submissionDuration: number | null;
  readonly processingDuration: number | null;
  /** Đồng. */
  readonly fee: number | null;
  readonly processedOnline: boolean | null;
  readonly electronicResult: boolean | null;
  readonly recordDigitised: boolean | null;
  readonly resultDigitised: boolean | null;
  readonly dataReused: boolean | null;
  readonly onSystem: boolean | null;
  readonly portalSynced: boolean | null;
  readonly viaPortal: boolean | null;
  /** The fields whose cells cannot be read. */
  readonly unreadable: readonly string[];
}

/** Every KPI: its id, titles, definition, formula and unit. */
export const kpis: readonly About[] = allKpis;

/** The plans that come with the program. */
export function plans(): Promise<Plan[]> {
  return shippedPlans();
}

/** The sentence of a UserError: what was wrong, where, and what to do. */
export function errorText(error: UserError, language: Language = "en"): string {
  return sentenceOfError(error.code, error.data, language);
}

/**
 * Holds a plan's targets against case logs, as `kpi check` does.
 *
 * @param files paths and patterns, in the order in which a later row supersedes an earlier one of the same case
 * @throws UserError
 */
export async function check(files: string | readonly string[], options: CheckOptions): Promise<Report> {
  refuseUnknown("check", checkKeys, options);
  return await made(files, options, null);
}

/** What a report of a period is asked for beyond a check. */
export interface PeriodReportOptions extends Omit<CheckOptions, "period" | "by"> {
  /** 2025, 2025-H1, 2025-9M, 2025-Q3, 2025-09. */
  readonly period: string;
  /** Cases expected over the rest of the year; those of the same months a year before, unless given. */
  readonly expected?: number;
  /** Whether the ids of cases overdue and due soon are told. */
  readonly listCases?: boolean;
  /** Tells by agency what somebody should look at. */
  readonly signs?: boolean;
}

/**
 * The report of a period, as `kpi report` makes it; what it says beyond a check stands under `periodic`.
 *
 * @throws UserError
 */
export async function report(files: string | readonly string[], options: PeriodReportOptions): Promise<Report> {
  refuseUnknown("report", reportKeys, options);
  const { period, statutory = false, listCases = false, signs = false } = options;
  const expected = options.expected === undefined ? null : wholeNumber("expected", String(options.expected), 0);
  return await made(files, options, { period: reportingPeriod(period, statutory), expected, listCases, signs });
}

async function made(
  files: string | readonly string[],
  options: CheckOptions,
  reporting: Reporting | null,
): Promise<Report> {
  const { kpi, by = [], groups = {}, threads } = options;
  return await inSilence(async (context) => {
    const { report: of } = await reportOf(
      listed(files),
      {
        ...usual,
        ...readingOf(options),
        year: String(options.year),
        ...given(options, ["plan", "statutory", "maxRejects", "requireAll", "allowNoData", "allowGrowing"]),
        by,
        groups: Object.entries(groups).map(([clause, names]) => `${clause}=${names.map(escapedName).join(";")}`),
        ...(options.clock !== undefined && { clock: options.clock }),
        ...(kpi !== undefined && { kpi: kpi.join(",") }),
        ...(options.preferStated !== undefined && { preferStated: options.preferStated.join(",") }),
        ...(threads !== undefined && { threads: String(threads) }),
        ...given(options, ["procedures", "petitions", "figures", "calendar", "period"]),
      },
      context,
      reporting,
    );
    return of;
  });
}

/**
 * Shows every case of case logs that counts, in their order: superseded and rejected rows are none.
 *
 * @returns what became of the rows
 * @throws UserError
 */
export async function readCases(
  files: string | readonly string[],
  see: (c: LogCase) => void,
  options: ReadOptions = {},
): Promise<Counts> {
  refuseUnknown("readCases", readKeys, options);
  return await inSilence(async ({ io }) => {
    const open = await openLogs(listed(files), readingOf(options), io);
    const fields = Object.keys(fieldKinds) as Field[];
    return await showCases(open, (reader, { log, line }) => {
      const c = reader.case;
      const told: Record<string, unknown> = { log, line };
      const unreadable: string[] = [];
      for (const field of fields) {
        const has = open.basis.fields.includes(field);
        const kind = fieldKinds[field];
        if (kind === "text") {
          told[field] = has ? (field === "procedureCode" ? c.procedureCode : reader.textOf(field)) || null : null;
          continue;
        }
        const mask = bit[field as Exclude<Field, FieldOf<"text">> & Need];
        const isFault = (c.fault & mask) !== 0;
        if (isFault) unreadable.push(field);
        const isThere = has && !isFault && (c.blank & mask) === 0 && (c.absent & mask) === 0;
        const value = isThere ? c[field] : null;
        told[field] = kind === "time" && value !== null ? timeOf(value as number, (c.dateOnly & mask) !== 0) : value;
      }
      see({ ...told, unreadable } as unknown as LogCase);
    });
  });
}

function timeOf(seconds: number, isDay: boolean): string {
  return isDay ? isoDate(Math.floor(seconds / secondsADay)) : isoTime(seconds);
}

/** @throws UserError `no-files` */
function listed(files: string | readonly string[]): readonly string[] {
  const all = typeof files === "string" ? [files] : files;
  if (all.length === 0) throw new UserError("no-files");
  return all;
}

/** The options of each function: of an interface nothing is left when the program runs. */
const readKeys: Readonly<Record<keyof ReadOptions, true>> = {
  map: true,
  mapValue: true,
  dateFormat: true,
  delimiter: true,
  encoding: true,
  sheet: true,
  decimal: true,
  ratingScale: true,
  timeZone: true,
  asOf: true,
};
const checkKeys: Readonly<Record<keyof CheckOptions, true>> = {
  ...readKeys,
  year: true,
  plan: true,
  period: true,
  statutory: true,
  clock: true,
  kpi: true,
  by: true,
  groups: true,
  procedures: true,
  petitions: true,
  figures: true,
  preferStated: true,
  calendar: true,
  maxRejects: true,
  requireAll: true,
  allowNoData: true,
  allowGrowing: true,
  threads: true,
};
const { by: _by, ...withoutGroups } = checkKeys;
const reportKeys: Readonly<Record<keyof PeriodReportOptions, true>> = {
  ...withoutGroups,
  expected: true,
  listCases: true,
  signs: true,
};

/** What an option that is not known would have asked for would not be judged. @throws UserError `unknown-option` */
function refuseUnknown(command: string, keys: Readonly<Record<string, true>>, options: object): void {
  const known = Object.keys(keys);
  for (const [option, value] of Object.entries(options)) {
    if (value === undefined || known.includes(option)) continue;
    throw new UserError("unknown-option", { option, command, nearest: nearest(option, known), options: known });
  }
}

/** The options as the command line has them. */
function readingOf({
  map = {},
  mapValue = {},
  dateFormat,
  timeZone = usual.timeZone,
  ratingScale,
  ...rest
}: ReadOptions) {
  const orders =
    dateFormat === undefined
      ? []
      : typeof dateFormat === "string"
        ? [dateFormat]
        : Object.entries(dateFormat).map(([field, order]) => `${field}=${order}`);
  return {
    map: Object.entries(map).map(([field, header]) => `${field}=${header}`),
    mapValue: Object.entries(mapValue).flatMap(([field, words]) =>
      Object.entries(words).map(([word, code]) => `${field}:${word}=${code}`),
    ),
    dateFormat: orders,
    timeZone,
    ...(ratingScale !== undefined && { ratingScale: String(ratingScale) }),
    ...given(rest, ["delimiter", "encoding", "sheet", "decimal", "asOf"]),
  };
}

function given<T extends object, K extends keyof T>(
  options: T,
  keys: readonly K[],
): { [P in K]?: Exclude<T[P], undefined> } {
  return Object.fromEntries(keys.flatMap((key) => (options[key] === undefined ? [] : [[key, options[key]]]))) as never;
}

/** Without a terminal, and without the files that were made on the way. */
async function inSilence<T>(work: (context: Context) => Promise<T>): Promise<T> {
  const temporary = new Set<string>();
  const { program } = machine.threads;
  const io: Io = {
    stdin: nothing(),
    out: () => {},
    err: () => {},
    env: {},
    columns: undefined,
    errIsTerminal: false,
    ...(program !== undefined && { worker: program }),
    self: { pid: 0, host: machine.host(), isAlive: () => true },
    temporary,
  };
  try {
    return await work({ io, language: "en", colour: false, quiet: true });
  } catch (error) {
    throw systemFault(error, temporary) ?? error;
  } finally {
    sweep(temporary);
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
