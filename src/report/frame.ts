/** What a report says of the run beside its results: how the logs were read, and what the reader should know. */

import type { Supplied } from "../judge/tables.ts";
import { type Ground, lacking } from "../kpis/ground.ts";
import { allKpis } from "../kpis/index.ts";
import type { OverCases } from "../kpis/kpi.ts";
import processingTimeReduction from "../kpis/processing-time-reduction.ts";
import { type Event, events, type Field, snake } from "../records/case.ts";
import type { Account } from "../tally/account.ts";
import {
  areDueInDays,
  dueMidnights,
  halfSwapped,
  hasOldLevels,
  mayBePromised,
  placeOf,
  totalOf,
} from "../tally/doubt.ts";
import type { Reckoned } from "../tally/facts.ts";
import type { ProcedureName } from "../tally/names.ts";
import { doubtOf } from "../tally/same-case.ts";
import type { JoinedName } from "../tally/same-names.ts";
import { mapsNear, meantBy, unmetWords, unreadDates } from "../tally/unread.ts";
import { type DayRange, isoDate } from "../time/civil.ts";
import { type Period, yearRange } from "../time/period.ts";
import { fileNotes } from "./file-notes.ts";
import type { Counts, Ledger, Note, Report, ReportInput } from "./report.ts";

declare const __VERSION__: string;

/** What the report says of the run, apart from its results. */
export type Frame = Pick<Report, "tool" | "period" | "options" | "days" | "ledger" | "service"> & {
  /** The file of a plan of the user's own. */
  readonly planFile: string | null;
  readonly inputs: readonly ReportInput[];
  readonly notes: readonly Note[];
  readonly periodic?: Report["periodic"];
};

const firstColumns: Readonly<Record<Event, Field>> = {
  submitted: "submittedAt",
  received: "receivedAt",
  finished: "returnedAt",
  rated: "ratedAt",
  completed: "finishedAt",
};

/** Faults of cases that are in no KPI over results: nothing else would tell of them beside a figure. */
const undatedEnds: ReadonlySet<string> = new Set(["returned-without-date", "finished-without-date"]);

export function notesOf(
  { accounts, facts, strayDay, strayEnd, sameCases }: Reckoned,
  basis: Pick<Ground, "events" | "fields">,
  kpis: readonly OverCases<unknown>[],
  ground: Ground,
  period: Period | null,
  year: number,
  clock: Report["options"]["clock"],
): Note[] {
  const notes: Note[] = [];
  const note = (code: string, data: Note["data"] = {}) => notes.push({ code, data });
  for (const event of events) {
    const field = basis.events[event];
    const isMeasured = kpis.some((kpi) => kpi.when === event && lacking(kpi, ground).length === 0);
    if (field === null || field === firstColumns[event] || !isMeasured) continue;
    const column = accounts.flatMap(({ layout }) => layout.columns).find((one) => one.field === field);
    note("stand-in", { event, field: snake(field), header: column?.header ?? null });
  }
  for (const { name, layout } of accounts) {
    for (const { header, field, taken } of layout.secondary) {
      note("secondary-header", { input: name, header, field: snake(field), taken });
    }
    const has = new Set(layout.columns.map(({ field }) => field));
    // Where the return stands in for the end of the work nothing is left out for want of it.
    const missing = basis.fields.filter(
      (field) => !has.has(field) && !(field === "finishedAt" && has.has("returnedAt")),
    );
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
  if (strayEnd !== null && facts.asOfDay !== null)
    note("stray-end", { day: isoDate(strayEnd), asOf: isoDate(facts.asOfDay) });
  const ofYear = yearRange(year);
  if (period !== null && (period.to < ofYear.from || period.from > ofYear.to)) note("other-year", { year });
  for (const account of accounts) {
    const { name, passedOver, firstNote, fillers } = account;
    if (firstNote !== null) {
      const place = placeOf(account, null, firstNote);
      note("notes-passed-over", { input: name, count: passedOver.note, line: firstNote, ...place });
    }
    if (fillers !== null) {
      const place = placeOf(account, null, fillers.first);
      const to = placeOf(account, null, fillers.last).cell ?? fillers.last;
      note("fillers-passed-over", { input: name, count: passedOver.filler, line: fillers.first, ...place, to });
    }
    if ((passedOver.total ?? 0) > 0) note("totals-passed-over", { input: name, count: passedOver.total });
    if ((passedOver.header ?? 0) > 0) note("headers-passed-over", { input: name, count: passedOver.header });
  }
  for (const account of accounts) {
    const { name, layout, issues, counted } = account;
    const headerOf = (field: Field) => layout.columns.find((one) => one.field === field)?.header ?? null;
    const unreadable = unreadDates(account);
    if (unreadable.length > 0) {
      const header = unreadable.map(({ field }) => headerOf(field as Field)).join('", "');
      const count = unreadable.reduce((sum, issue) => sum + issue.count, 0);
      note("dates-unreadable", { input: name, header, count, shape: unreadable[0].value });
    }
    if (areDueInDays(account)) {
      const { midnights = 0, timed = 0 } = account.dates.get("dueAt") ?? {};
      note("due-in-days", { input: name, header: headerOf("dueAt"), midnights, timed });
    }
    const some = dueMidnights(account);
    if (some !== null) {
      note("due-midnights", {
        input: name,
        header: headerOf("dueAt"),
        midnights: some.midnights,
        timed: some.timed,
      });
    }
    const promised = issues.find(({ code }) => code === "returned-while-open")?.count ?? 0;
    for (const { code, field, count, firstLine } of issues) {
      if (!undatedEnds.has(code)) continue;
      note(code, { input: name, count, line: firstLine, ...placeOf(account, field, firstLine) });
    }
    if (mayBePromised(account)) {
      const count = account.returnedAsDue;
      const [header, due, status] = (["returnedAt", "dueAt", "status"] as const).map(headerOf);
      note("appointment-column", { input: name, header, count, due, status });
    } else if (promised > 0 && promised * 10 >= counted * 9) {
      note("appointment-column", { input: name, header: headerOf("returnedAt"), count: promised });
    }
  }
  for (const { name, origin } of accounts) {
    notes.push(...fileNotes(name, origin));
  }
  const { files, states, repeated, sharedIds, steps, apart } = sameCases;
  if (files + states + repeated > 0) note("superseded", { files, states, repeated });
  if (sharedIds > 0) note("ids-shared", { count: sharedIds });
  const doubt = doubtOf(sameCases, accounts);
  if (doubt !== null) note(doubt, { count: doubt === "ids-in-doubt" ? apart : steps });
  if (apart > 0 && doubt !== "ids-in-doubt") note("ids-apart", { count: apart });
  for (const { name, layout, blankIds } of accounts) {
    if (layout.columns.every(({ field }) => field !== "caseId")) {
      note("no-case-id", { input: name, maps: mapsNear(layout.unread, ["case_id"]).join(" ") });
    } else if (blankIds > 0) {
      note("blank-ids", { input: name, count: blankIds });
    }
  }
  for (const { name, truncated } of accounts) if (truncated) note("truncated", { input: name });
  const padded = accounts.reduce((sum, account) => sum + account.paddedCodes, 0);
  if (padded > 0) note("padded-codes", { count: padded });
  if (hasOldLevels(accounts)) note("old-levels");
  if (facts.processingInDays && kpis.some(({ id }) => id === processingTimeReduction.id)) note("in-days", { clock });
  for (const { name, tooManyWords } of accounts) {
    for (const field of tooManyWords) note("too-many-words", { input: name, field: snake(field) });
  }
  return notes;
}

/** Receipts that begin, or end, more than a week within a period are not all of it. */
export const weekOfDays = 7;

/** Whether receipts from the first to the last day are all of some days. */
export function areCovered({ from, to }: DayRange, first: number, last: number): boolean {
  return first - from <= weekOfDays && to - last <= weekOfDays;
}

/** Of a report of a period that the receipts do not cover. */
export function coverNotes({ days, begins, lastReceipt }: Reckoned, period: Period): Note[] {
  if (days === null) return [];
  const first = begins ?? days.from;
  const last = lastReceipt ?? days.to;
  if (areCovered(period, first, last)) return [];
  return [{ code: "period-not-covered", data: { from: isoDate(first), to: isoDate(last) } }];
}

/** Groups that are one: their names differ by case or spacing only. */
export function joinedNotes(joined: readonly JoinedName[]): Note[] {
  return [...new Set(joined.map(({ by }) => by))].map((by) => {
    const own = joined.filter((one) => one.by === by);
    const [{ name, others }] = own;
    return { code: "names-joined", data: { by, count: own.length, name, other: others[0] } };
  });
}

/** Codes that the log calls by several names, of which the commonest is printed. */
export function namesNotes(names: readonly ProcedureName[]): Note[] {
  const several = names.filter(({ others }) => others > 0);
  if (several.length === 0) return [];
  const [{ code, name }] = several;
  return [{ code: "several-names", data: { count: several.length, procedure: code, name } }];
}

/** Unread columns that come near one for want of which a KPI has no value, with the option that would read each. */
export function nearNotes(accounts: readonly Account[], lacks: readonly string[]): Note[] {
  // What is worked out of two times may stand in a column of its own.
  const instead = [
    ...(lacks.some((field) => field === "received_at" || field === "returned_at") ? ["processing_duration"] : []),
    ...(lacks.some((field) => field === "login_at" || field === "submitted_at") ? ["submission_duration"] : []),
  ];
  return accounts.flatMap(({ name, layout }) => {
    const maps = mapsNear(layout.unread, [...lacks, ...instead]);
    return maps.length === 0 ? [] : [{ code: "columns-near", data: { input: name, maps: maps.join(" ") } }];
  });
}

/**
 * Words of `--map-value` that no row of the logs has, of columns that somebody reads: the word of the log may be spelled
 * otherwise than the user thinks.
 */
export function unmetNotes(...asked: Parameters<typeof unmetWords>): Note[] {
  const words = unmetWords(...asked).map(({ id, word }) => `${id}:"${word}"`);
  return words.length === 0 ? [] : [{ code: "words-unmet", data: { words: words.join(", ") } }];
}

export function decimalNotes(decimals: ReadonlyMap<Field, string | null>): Note[] {
  return [...decimals].flatMap(([field, decimal]) =>
    decimal === null ? [] : [{ code: "decimal-chosen", data: { field: snake(field), decimal } }],
  );
}

/** What was given and no target of the plan asks for. */
export function unusedNotes(
  { procedures, petitions, figures }: Supplied,
  isSelective: boolean,
  wanted: readonly string[],
  year: number,
): Note[] {
  const asked = new Set(allKpis.filter(({ id }) => wanted.includes(id)).map(({ input }) => input));
  const idle = [
    ...(procedures !== null && !asked.has("procedures") && !isSelective ? ["--procedures"] : []),
    ...(petitions !== null && !asked.has("petitions") ? ["--petitions"] : []),
  ];
  const unused = (figures ?? []).filter((figure) => figure.year === year && !wanted.includes(figure.figure));
  const titles = (language: "vi" | "en") =>
    unused.map(({ figure }) => allKpis.find(({ id }) => id === figure)?.title[language] ?? figure).join("; ");
  return [
    ...idle.map((option) => ({ code: "unused-input", data: { option } })),
    ...(unused.length === 0
      ? []
      : [
          {
            code: "unused-figures",
            data: {
              count: unused.length,
              ids: unused.map(({ figure }) => figure).join(", "),
              vi: titles("vi"),
              en: titles("en"),
            },
          },
        ]),
  ];
}

/** Codes of procedures in the log that the catalogue does not have, of the first so many. */
export function unknownCodeNotes(codes: readonly string[], known: ReadonlySet<string>): Note[] {
  const unknown = codes.filter((code) => code !== "" && !known.has(code)).sort();
  if (unknown.length === 0) return [];
  const shown = unknown.slice(0, mostCodes).join(", ");
  return [{ code: "codes-not-in-catalogue", data: { count: unknown.length, codes: shown } }];
}

const mostCodes = 5;

function countsOf({ read, counted, outOfPeriod, duplicates, rejected }: Account): Counts {
  return { read, counted, outOfPeriod, duplicates, rejected };
}

/** The fields of which every log of a run has the column. */
export function toldByAll({ inputs }: Pick<Report, "inputs">, fields: readonly Field[]): Field[] {
  const logs = inputs.filter(({ kind }) => kind === "cases");
  return fields.filter((field) => logs.every(({ columns }) => snake(field) in columns));
}

/** Which column stands for each event, and for the two times that are worked out. */
export function toldBasis({ events: columns, submissionTime, processingTime }: Ground): Report["basis"] {
  return {
    ...Object.fromEntries(Object.entries(columns).map(([event, field]) => [event, field && snake(field)])),
    submissionTime,
    processingTime,
  };
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
  const blanks: Record<string, number> = {};
  for (const account of accounts) {
    for (const [field, count] of account.blanks) blanks[snake(field)] = (blanks[snake(field)] ?? 0) + count;
  }
  return {
    ...totalOf(accounts),
    issues: accounts.flatMap((account) =>
      account.issues.map(({ code, field, count, firstLine, value }) => {
        const place = placeOf(account, field, firstLine);
        const shape = code !== "month-first" && value !== null ? { shape: value } : {};
        return { code, column: field && snake(field), count, firstLine, ...place, ...shape, input: account.name };
      }),
    ),
    unknownWords: accounts.flatMap((account) =>
      account.unknownWords.map(({ field, word, count, firstLine }) => {
        const place = placeOf(account, field, firstLine);
        return {
          column: snake(field),
          word,
          count,
          firstLine,
          ...place,
          input: account.name,
          codes: meantBy(field, word),
        };
      }),
    ),
    blanks,
  };
}

export function frameOf(
  { accounts, facts, days }: Reckoned,
  {
    timeZone,
    maxRejects,
    requireAll,
    allowNoData,
  }: Pick<Report["options"], "timeZone" | "maxRejects" | "requireAll" | "allowNoData">,
  {
    by,
    top,
    period,
    clock,
    notes,
    preferStated,
  }: {
    by: readonly string[];
    top: number;
    period: Period | null;
    clock: Report["options"]["clock"];
    notes: readonly Note[];
    preferStated: readonly string[];
  },
): Omit<Frame, "planFile" | "service"> {
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
      ...(preferStated.length > 0 && { preferStated }),
    },
    inputs: accounts.map(inputOf),
    days: days && { from: isoDate(days.from), to: isoDate(days.to) },
    ledger: ledgerOf(accounts),
    notes,
  };
}
