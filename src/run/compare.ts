/** From two exports to a Comparison: logs, read as kpi check reads them, or parts. */
import { UserError } from "../errors.ts";
import { foldable, overCases } from "../kpis/index.ts";
import { tellable } from "../read/tellable.ts";
import { wordKey } from "../read/words.ts";
import { type Event, type Field, type FieldOf, fieldKinds, type Need, snake } from "../records/case.ts";
import { compared } from "../report/comparison.ts";
import { countWithin } from "../report/comparison-rules.ts";
import { type Comparison, type Reliability, reliabilityOf } from "../report/reliability.ts";
import type { Report } from "../report/report.ts";
import { CasePairing, pairedFields } from "../tally/case-pairs.ts";
import type { Part } from "../tally/file.ts";
import { readPart } from "../tally/part-file.ts";
import { lookingOnly } from "../tally/pass.ts";
import { Look, type Side, sideOfLogs, sideOfPart } from "../tally/side.ts";
import { headOf, PartSum } from "../tally/sum.ts";
import { shippedCalendar } from "../time/calendar.ts";
import type { DayRange } from "../time/civil.ts";
import type { ReportOptions } from "./ask.ts";
import { usual, wholeNumber } from "./choices.ts";
import type { Context } from "./io.ts";
import {
  expanded,
  isPart,
  type LogOptions,
  mapsOf,
  type OpenLogs,
  openSides,
  refuseReading,
  withoutReading,
} from "./logs.ts";
import { reckon, type See } from "./read-through.ts";
import { reportOf } from "./report.ts";
import { partOfLogs } from "./tally-logs.ts";
import { tellFiles } from "./tell-files.ts";
import { type CrewFor, withCrew } from "./threads.ts";

declare const __VERSION__: string;

/** The options of a comparison. */
export interface CompareOptions
  extends LogOptions,
    Pick<ReportOptions, "year" | "plan" | "period" | "statutory" | "maxRejects" | "allowGrowing" | "threads"> {
  /** How many cases of each kind are listed; of a configuration whether some are. */
  readonly listCases?: string | boolean;
}

/** So many where a configuration says no number. */
const usuallyListed = 20;

/**
 * Holds an export against an earlier one, each a log or a part, or a pattern of some.
 *
 * @throws UserError for options that cannot be meant and files that cannot be read
 */
export async function comparisonOf(
  files: readonly [old: string, now: string],
  options: CompareOptions,
  context: Context,
): Promise<Comparison> {
  const { listCases = false } = options;
  const most =
    typeof listCases === "string" ? wholeNumber("--list-cases", listCases, 1) : listCases ? usuallyListed : 0;
  const threads = options.threads === undefined ? undefined : wholeNumber("--threads", options.threads, 1);
  const named = [await expanded([files[0]]), await expanded([files[1]])] as const;
  const isLog = named.map((own) => !own.every(isPart));
  const logs = named.filter((_, i) => isLog[i]);
  if (logs.length === 0) refuseReading(options);
  const opened = await openSides(logs, options, context.io);
  for (const { logs: own } of opened) tellFiles(own, context);
  const open = isLog.map((one, i) => (one ? opened[i === 1 && isLog[0] ? 1 : 0] : null));
  const isPaired = open.every((one) => one?.basis.fields.includes("caseId") === true);
  if (most > 0 && !isPaired) throw new UserError("list-without-ids");
  const pairing = isPaired ? new CasePairing(most) : null;
  const takings = [
    pairing && { begin: () => pairing.beginOld(), see: pairing.takeOld.bind(pairing) },
    pairing && { begin: () => pairing.beginNow(), see: pairing.takeNow.bind(pairing) },
  ];
  const [old, now] = await withCrew(logs.flat(), threads, context.io, async (crewFor) => {
    const isOfParts = !isLog.every((one) => one);
    const sides: Side[] = [];
    for (const [i, own] of open.entries()) {
      if (own === null) sides.push(sideOfParts(named[i], options, context));
      else if (isOfParts) sides.push(sideOfPart(await tallied(own, options, crewFor, context), false));
      else sides.push(await sideOfOpen(own, takings[i], options, crewFor, context));
    }
    return sides;
  });
  const found = compared({
    tool: { name: "kpi", version: __VERSION__ },
    old,
    now,
    pairs:
      pairing?.result(pairedFields.filter((field) => open.every((one) => one?.basis.fields.includes(field)))) ?? null,
    isListed: most > 0,
    columnOf: snake,
    keyOf: wordKey,
    tellable,
  });
  const reliability =
    options.year === undefined ? null : await gradesOf(named[1], open[1], { found, old }, options, context);
  return { ...found, reliability };
}

/** What looks at the cases beside what every side is asked. */
interface Taking {
  readonly begin: () => void;
  readonly see: CasePairing["takeOld"];
}

/** One pass, as that of kpi check, and a look at its cases. */
async function sideOfOpen(
  open: OpenLogs,
  taking: Taking | null,
  options: CompareOptions,
  crewFor: CrewFor,
  context: Context,
): Promise<Side> {
  const { fields } = open.basis;
  const look = new Look(fields);
  const see: See = {
    begin: () => {
      look.begin();
      taking?.begin();
    },
    see: (reader, where) => {
      look.take(reader);
      taking?.see(reader, where);
    },
  };
  const texts = fields.filter((field): field is FieldOf<"text"> => fieldKinds[field] === "text");
  const job = lookingOnly(open.logs, { ...open.reading, texts, hasPeriod: false });
  const { reckoning } = await reckon(job, { crewFor, open, options, openCases: null, see }, context);
  return sideOfLogs(reckoning, look);
}

/** Of logs that are held against a part: what a part of them keeps. */
function tallied(open: OpenLogs, options: CompareOptions, crewFor: CrewFor, context: Context): Promise<Part> {
  const by = open.basis.fields.includes("agency") ? (["agency"] as const) : [];
  const how = { by, clock: "elapsed" as const, calendar: shippedCalendar(), minCell: 0, own: [], key: null, options };
  return partOfLogs(open.logs[0].name, open, how, crewFor, context);
}

/** @throws UserError `part-damaged`, `parts-differ`, `part-twice`, `part-other`, and those of a file that is no part */
function sideOfParts(files: readonly string[], { timeZone }: CompareOptions, context: Context): Side {
  const sum = new PartSum({ kpis: foldable, by: ["agency"], days: null, groupDays: null });
  for (const name of files) {
    const { file, isWhole } = readPart(name);
    const head = headOf(name, file);
    sum.take(head, file);
    tellFiles(
      head.logs.map(({ account }) => account),
      context,
    );
    if (!isWhole) throw new UserError("part-damaged", { file: name });
    // By another zone cases are of other days.
    const { timeZone: value } = file.settings;
    if (value !== timeZone)
      throw new UserError("part-other", { file: name, key: "timeZone", value, otherValue: timeZone });
  }
  return sideOfPart(sum.whole(), true);
}

/** The grades of the plan's KPIs, by the Report of the new export. */
async function gradesOf(
  files: readonly string[],
  open: OpenLogs | null,
  { found, old: { byDay } }: { readonly found: Parameters<typeof reliabilityOf>[1]; readonly old: Side },
  options: CompareOptions,
  context: Context,
): Promise<Reliability[]> {
  // What came through a pipe is read again from where it was put.
  const logs = open?.logs.map(({ file }) => file) ?? files;
  const map = open === null ? [] : mapsOf(open.logs, options.map);
  const own = open === null ? withoutReading(options) : options;
  const { report } = await reportOf(logs, { ...usual, ...own, map }, context);
  const inOld = (days: DayRange) => byDay && countWithin(byDay, days);
  return reliabilityOf(report, found, (kpi) => columnsOf(kpi, report), inOld);
}

/** The columns of what is worked out of some. */
const columnsOfNeed: Partial<Readonly<Record<Need, readonly Field[]>>> = {
  submissionTime: ["loginAt", "submittedAt", "submissionDuration"],
  processingTime: ["receivedAt", "finishedAt", "returnedAt", "processingDuration"],
  completedAt: ["finishedAt", "returnedAt"],
  procedure: ["procedureCode", "procedureName"],
};

/** The columns on which a KPI rests, that of its event too. */
function columnsOf(id: string, { basis }: Report): string[] {
  const kpi = overCases.find((one) => one.id === id);
  if (kpi === undefined) return [];
  const needs: readonly Need[] = kpi.channels === undefined ? kpi.needs : ["channel", ...kpi.needs];
  const event = basis[kpi.when satisfies Event];
  return [
    ...needs.flatMap((need) => columnsOfNeed[need] ?? [need as Field]).map(snake),
    ...(event === null || event === undefined ? [] : [event]),
  ];
}
