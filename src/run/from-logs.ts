/** The cases of a report from logs: one pass of them, and what is made of it. */

import type { Otherwise, TwoReadings } from "../judge/both-readings.ts";
import onTimeShare from "../kpis/on-time-share.ts";
import type { FieldOf } from "../records/case.ts";
import { unmetNotes } from "../report/frame.ts";
import { wantedOf } from "../report/periodic.ts";
import { hasDueMidnights } from "../tally/doubt.ts";
import { OpenList } from "../tally/open-list.ts";
import { doubtOf } from "../tally/same-case.ts";
import { monthSpans, spansOf } from "../tally/slice.ts";
import { secondsADay } from "../time/civil.ts";
import { yearRange } from "../time/period.ts";
import { type Read, type Sought, type Tools, withProcedures } from "./ask.ts";
import { type CaseSums, foldsFor, groupedBy, readOf, withoutMonth } from "./case-sums.ts";
import type { Context } from "./io.ts";
import { grownLogs, type OpenLogs, wordPair, writingOf } from "./logs.ts";
import { jobOf, procedureOf, reckon } from "./read-through.ts";
import { flowScope, keptScope } from "./scopes.ts";

/** What is known of the cases of logs. */
export async function fromLogs(open: OpenLogs, given: Sought, tools: Tools, context: Context): Promise<Read> {
  const { basis, reading, logs } = open;
  const sought = withProcedures(given, basis.procedure === "procedureCode");
  const { year, period, reporting, days, isScored, own } = sought;
  const { calendar, crewFor, options, copies } = tools;
  const clock = sought.clock ?? "elapsed";
  const groups = groupedBy(sought, basis);
  const by = withoutMonth(groups.grouped);
  const folds = foldsFor(sought, basis);
  const cut =
    days !== null
      ? spansOf(wantedOf(days, withoutMonth(groups.by), sought.each))
      : groups.grouped.includes("month")
        ? monthSpans(period, by)
        : null;
  const job = jobOf(open, clock, calendar, {
    kpis: folds,
    own,
    period,
    year: yearRange(year),
    by,
    ...(cut !== null && { spans: cut }),
    names: days !== null && by.includes("procedure"),
    texts: [
      ...(folds.some(({ needs }) => needs.includes("procedure")) ? procedureOf(basis) : []),
      ...(isScored ? ofIndex : []),
      ...(reporting?.isBtp === true ? (["apology"] as const) : []),
      ...folds.flatMap(({ texts = [] }) => texts),
    ],
    ...(days !== null &&
      isScored && { handled: { period: days.period, asOf: reading.asOf, writing: writingOf(reading) } }),
    ...(days !== null && {
      flow: flowScope(days.period, calendar, reading.asOf, reporting?.isBtp),
      kept: keptScope(days.period, basis, calendar, reading.asOf, reporting?.signs),
    }),
    // How many were past due at the end of the period, and done behind it.
    ...(days === null &&
      period !== null &&
      folds.some(({ id }) => id === onTimeShare.id) && {
        flow: flowScope({ from: period.to, to: period.to }, calendar, reading.asOf),
      }),
  });
  const openCases = reporting?.listCases === true ? new OpenList(basis, reading.asOf) : null;
  const { reckoning, decimals } = await reckon(job, { crewFor, open, options, openCases }, context);
  const sums: CaseSums = {
    basis,
    reckoned: reckoning,
    folds,
    cut,
    tallies: reckoning.tallier.tallies,
    clock,
    decimals,
    numbersInDoubt: [...decimals].filter(([, decided]) => decided === null).map(([field]) => field),
    notes: [
      ...grownLogs(logs).map(({ file, before }) => ({ code: "log-grew", data: { input: file, bytes: before } })),
      ...unmetNotes(reckoning.accounts, options.mapValue.map(wordPair), folds),
    ],
    openCases,
    withHashes: async (inputs) => (await import("./manifest.ts")).withHashes(inputs, logs, { ...options, ...copies }),
    finished: (report) => report,
  };
  return readOf(sums, sought, groups);
}

/** What can be meant in two ways in logs that were read, and the logs as they are read in the other. */
function waysOf({ reckoned: { beyond, sameCases, accounts }, kpis }: Read, open: OpenLogs): [TwoReadings, OpenLogs][] {
  const { reading } = open;
  const ways: [TwoReadings, OpenLogs][] = [];
  const add = (reason: TwoReadings, other: Partial<OpenLogs["reading"]>, logs = open.logs) =>
    ways.push([reason, { ...open, logs, reading: { ...reading, ...other } }]);
  if (beyond !== null) add("day-in-doubt", { asOf: (beyond + 1) * secondsADay - 1 });
  const isDueRead = kpis.some(({ needs }) => (needs as readonly string[]).includes("dueAt"));
  if (isDueRead && accounts.some(hasDueMidnights)) {
    // A log whose column holds days, or no midnight, is not in doubt for another one.
    const logs = open.logs.map((log, i) => (hasDueMidnights(accounts[i]) ? log : inDays(log)));
    add("midnights-in-doubt", { dueAtMidnight: true }, logs);
  }
  if (sameCases.apart > 0 && doubtOf(sameCases, accounts) !== "ids-in-doubt") {
    add("cases-in-doubt", { keepsApart: true });
  }
  return ways;
}

function inDays(log: OpenLogs["logs"][number]): OpenLogs["logs"][number] {
  const columns = log.layout.columns.map((one) => (one.field === "dueAt" ? { ...one, isOfDays: true as const } : one));
  return { ...log, layout: { ...log.layout, columns } };
}

/** The logs as they are in each other way in which they can be read. */
export async function otherReadings(
  read: Read,
  open: OpenLogs,
  sought: Sought,
  tools: Tools,
  context: Context,
): Promise<Otherwise<Read>[]> {
  const { reporting } = sought;
  const { rejects: _rejects, rejectsRaw: _raw, ...options } = tools.options;
  const asked = { ...sought, reporting: reporting && { ...reporting, listCases: false, signs: false } };
  const others: Otherwise<Read>[] = [];
  for (const [reason, other] of waysOf(read, open)) {
    others.push({ reason, known: await fromLogs(other, asked, { ...tools, options }, context) });
  }
  return others;
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
