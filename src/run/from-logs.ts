/** The cases of a report from logs: one pass of them, and what is made of it. */

import processingTimeReduction, { byOtherClock } from "../kpis/processing-time-reduction.ts";
import type { Measure } from "../measures/measure.ts";
import { hasNames } from "../records/basis.ts";
import type { FieldOf } from "../records/case.ts";
import { unmetNotes } from "../report/frame.ts";
import { wantedOf } from "../report/periodic.ts";
import { refuseScale } from "../tally/doubt.ts";
import type { Job } from "../tally/job.ts";
import { commonestNames } from "../tally/names.ts";
import { OpenList } from "../tally/open-list.ts";
import { pass } from "../tally/pass.ts";
import { joinNames } from "../tally/same-names.ts";
import { spansOf, viewOf } from "../tally/slice.ts";
import { type Grouping, groupingsIn } from "../tally/tally.ts";
import type { Calendar } from "../time/calendar.ts";
import { type DayRange, secondsADay } from "../time/civil.ts";
import { yearRange } from "../time/period.ts";
import { groupingsOf, type Read, type Sought, type Tools, textsOf, withBeside, withProcedures } from "./ask.ts";
import type { Context } from "./io.ts";
import { grownLogs, type OpenLogs, wordPair, writingOf } from "./logs.ts";
import { reckon } from "./read-through.ts";
import { flowScope, keptScope } from "./scopes.ts";
import type { CrewFor } from "./threads.ts";

/** What is known of the cases of logs. */
export async function fromLogs(open: OpenLogs, given: Sought, tools: Tools, context: Context): Promise<Read> {
  const sought = withProcedures(given, open.basis.procedure === "procedureCode");
  const { year, period, reporting, clock, days } = sought;
  const { calendar, crewFor, options, copies } = tools;
  const by = reporting === null ? sought.asked : groupingsOf(open.basis);
  // A report tells the reduction under the other clock too, from the same pass where that is elapsed time.
  const tellsBoth =
    reporting !== null &&
    clock !== "working" &&
    open.basis.processingTime === "timestamps" &&
    sought.kpis.some(({ id }) => id === processingTimeReduction.id);
  const kpis = withBeside(sought.kpis, tellsBoth);
  const grouped: Grouping[] = [...new Set([...by, ...sought.each])];
  const spans = days === null ? undefined : spansOf(wantedOf(days, by, sought.each));
  const names = days !== null && grouped.includes("procedure") && hasNames(open.basis);
  const job: Job = {
    logs: open.logs,
    reading: {
      ...open.reading,
      texts: textsOf(
        grouped,
        kpis.some(({ needs }) => needs.includes("procedure")),
        open.basis,
        [
          ...(names ? (["procedureName"] as const) : []),
          ...(sought.isScored ? ofIndex : []),
          ...kpis.flatMap(({ texts = [] }) => texts),
        ],
      ),
      working: clock === "working" ? calendar.days : null,
      beside: tellsBoth ? calendar.days : null,
      hasPeriod: period !== null,
    },
    kpis: kpis.map(({ id }) => id),
    own: sought.own,
    period,
    year: yearRange(year),
    by: grouped,
    ...(spans !== undefined && { spans }),
    names,
    ...(days !== null &&
      sought.isScored && {
        handled: { period: days.period, asOf: open.reading.asOf, writing: writingOf(open.reading) },
      }),
    ...(days !== null && {
      flow: flowScope(days.period, calendar, open.reading.asOf),
      kept: keptScope(days.period, open.basis, calendar, open.reading.asOf, reporting?.signs),
    }),
  };
  const openCases = reporting?.listCases === true ? new OpenList(open.basis, open.reading.asOf) : null;
  const { reckoning, decimals } = await reckon(job, { crewFor, open, options, openCases }, context);
  if (sought.isScored || kpis.some(({ needs }) => needs.includes("rating"))) refuseScale(reckoning.accounts);
  const { tallies: all } = reckoning.tallier;
  const joinedNames = joinNames(
    kpis,
    all.spans.flatMap((span, at) => {
      const own = spans === undefined ? grouped : (spans[at]?.by ?? groupingsIn(spans));
      // Behind the spans stand those whose event cannot be read, and those without a time, which are in no period.
      return span === undefined || (spans !== undefined && at > spans.length) ? [] : [{ span, own, by: own }];
    }),
    kpis,
  );
  const view = (range: DayRange, groups: readonly Grouping[]) => viewOf(kpis, spans ?? [], all, range, groups);
  const tallies = spans === undefined || period === null ? reckoning.tallier.whole : view(period, grouped);
  const otherClock = tellsBoth
    ? byOtherClock.fold.finish(tallies.totals[kpis.indexOf(byOtherClock)].state, reckoning.facts)
    : clock === null && reporting === null
      ? null
      : await underOtherClock(job, calendar, crewFor);
  return {
    basis: open.basis,
    reckoned: reckoning,
    kpis,
    by,
    grouped,
    tallies,
    view,
    flow: all.flow,
    names: commonestNames(all.names ?? new Map()),
    handled: all.handled,
    kept: all.kept,
    otherClock,
    clock: clock ?? "elapsed",
    decimals,
    numbersInDoubt: [...decimals].filter(([, decided]) => decided === null).map(([field]) => field),
    joinedNames,
    notes: [
      ...grownLogs(open.logs).map(({ file, before }) => ({ code: "log-grew", data: { input: file, bytes: before } })),
      ...unmetNotes(reckoning.accounts, options.mapValue.map(wordPair), kpis),
    ],
    openCases,
    withHashes: async (inputs) =>
      (await import("./manifest.ts")).withHashes(inputs, open.logs, { ...options, ...copies }),
    finished: (report) => report,
  };
}

/** The logs as of a day: what lies behind the others, and was held not to have happened, is believed. */
export async function upToDay(
  day: number,
  open: OpenLogs,
  sought: Sought,
  tools: Tools,
  context: Context,
): Promise<Read> {
  const { reporting } = sought;
  const believed = { ...open, reading: { ...open.reading, asOf: (day + 1) * secondsADay - 1 } };
  const { rejects: _rejects, rejectsRaw: _raw, ...options } = tools.options;
  const asked = { ...sought, reporting: reporting && { ...reporting, listCases: false, signs: false } };
  return await fromLogs(believed, asked, { ...tools, options }, context);
}

/** What the national index looks at beside the fields of the KPIs. */
const ofIndex = [
  "agency",
  "supplementRequestedAt",
  "supplementReceivedAt",
  "supplementCount",
  "extendedTo",
  "apology",
] as const satisfies readonly FieldOf<"text">[];

/** The processing-time reduction under the clock that was not asked for; null where it is not measured from times. */
async function underOtherClock(job: Job, calendar: Calendar, crewFor: CrewFor): Promise<Measure | null> {
  const { reading, kpis } = job;
  if (!kpis.includes(processingTimeReduction.id) || reading.basis.processingTime !== "timestamps") return null;
  const working = reading.working === null ? calendar.days : null;
  const { spans: _spans, flow: _flow, names: _names, handled: _handled, kept: _kept, ...rest } = job;
  const other: Job = { ...rest, kpis: [processingTimeReduction.id], by: [], reading: { ...reading, working } };
  const { tallier, facts } = await pass(other, { crewFor });
  return processingTimeReduction.fold.finish(tallier.whole.totals[0].state, facts);
}
