/** The cases of a report from parts, beside or in place of logs: nothing of it is in them but sums. */

import { UserError } from "../errors.ts";
import type { OwnKpi } from "../measures/rule.ts";
import { machine } from "../platform/index.ts";
import type { Basis } from "../records/basis.ts";
import { events, fieldOf, snake } from "../records/case.ts";
import { wantedOf } from "../report/periodic.ts";
import type { Note, Report } from "../report/report.ts";
import { totalOf } from "../tally/doubt.ts";
import { factsOf } from "../tally/facts.ts";
import { accountOf, halfMonths, type Part, type PartHead } from "../tally/file.ts";
import { foldableIn } from "../tally/job.ts";
import { readPart } from "../tally/part-file.ts";
import { headOf, overlap, PartSum, type WantedOfParts } from "../tally/sum.ts";
import { type CaseGrouping, caseGroupings } from "../tally/tally.ts";
import { isoDate, secondsADay } from "../time/civil.ts";
import { firstDayOfHalfMonth, halfMonthOf, lastDayOfHalfMonth } from "../time/half-month.ts";
import { dayOfIso, yearRange } from "../time/period.ts";
import { type Read, type Sought, type Tools, withProcedures } from "./ask.ts";
import { type CaseSums, groupedBy, readOf, withoutMonth } from "./case-sums.ts";
import { choiceOf, onOverlap } from "./choices.ts";
import type { Context } from "./io.ts";
import { asOfDay, isPartName, openLogs, refuseReading } from "./logs.ts";
import { calendarHash, definitionsHash, partOfLogs, ruleHash } from "./tally-logs.ts";

declare const __VERSION__: string;

/** Whether a part has its cases by code of procedure. */
function hasCodes(name: string): boolean {
  const { by, basis } = readPart(name).file;
  return by.includes("procedure") && basis.procedure === "procedureCode";
}

/** What is known of the cases of parts, and of logs beside them, which are tallied as the parts were. */
export async function fromParts(
  files: readonly string[],
  logs: readonly string[],
  given: Sought,
  { calendar, crewFor, options, copies }: Tools,
  context: Context,
): Promise<Read> {
  const { period, reporting, year } = given;
  if (reporting?.listCases === true) throw new UserError("part-without-cases", { option: "--list-cases" });
  if (reporting?.signs === true) throw new UserError("part-without-cases", { option: "--signs" });
  if (options.rejects !== undefined) throw new UserError("part-without-cases", { option: "--rejects" });
  if (options.rejectsRaw !== undefined) throw new UserError("part-without-cases", { option: "--rejects-raw" });
  const toFail = choiceOf("--on-overlap", options.onOverlap, onOverlap) === "fail";
  if (logs.length === 0) refuseReading(options);
  if (period !== null) refuseUnaligned(period);
  const missing = files.filter((file) => machine.files.facts(file) === null);
  if (missing.length > 0 && !options.allowMissingParts) throw new UserError("part-missing", { files: missing });
  const there = files.filter((file) => !missing.includes(file));
  // The procedures of a clause are told apart where every part has its groups by procedure, and by code.
  const sought = withProcedures(given, given.isSelective && there.every(hasCodes));
  const asked = reporting === null ? withoutMonth(sought.asked) : caseGroupings;
  const wanted = [...new Set([...asked, ...sought.each])];
  const folds = foldableIn(sought.own);
  const how = wantedOfParts(wanted, sought, folds);
  const sum = new PartSum(how);
  let { clock } = sought;
  const asOfGiven = asOfDay(options);
  const asOf = asOfGiven === null ? null : isoDate(asOfGiven);
  for (const name of there) {
    const { file, isWhole } = readPart(name);
    const head = headOf(name, file);
    clock ??= head.settings.clock;
    // Before what is in it is looked at: a part of another version may have what this one does not know.
    refuseOther(head, { clock, calendar: calendarHash(calendar), timeZone: options.timeZone, asOf });
    refuseOtherRules(head, sought.own.kpis);
    sum.take(head, file);
    // Last, since the other reasons say more.
    if (!isWhole) throw new UserError("part-damaged", { file: name });
    const { counted } = totalOf(head.logs.map(({ account }) => account));
    context.io.tell?.("partTaken", { file: name, cases: counted });
  }
  clock ??= "elapsed";
  const unchecked = uncheckedOf(sum.heads, logs);
  if (toFail && unchecked !== null) throw new UserError("overlap-unchecked", unchecked);
  if (logs.length > 0) {
    const open = await openLogs(logs, options, context.io);
    const tallied = {
      by: wanted,
      clock,
      calendar,
      minCell: 0,
      own: sought.own.kpis,
      key: null,
      options,
    };
    sum.add(await partOfLogs(open.logs[0].name, open, tallied, crewFor, context));
  }
  const { heads } = sum;
  if (heads.length === 0) throw new UserError("part-missing", { files: missing });
  const part = sum.whole();
  const basis: Basis = { ...part.basis, fields: part.fields, events: eventFields(part) };
  const groups = groupedBy(sought, basis, part.by);
  const lacking = withoutMonth(groups.grouped).find((one) => !part.by.includes(one));
  if (lacking !== undefined) {
    const without = heads.find((one) => !one.by.includes(lacking)) ?? part;
    throw new UserError("part-without-groups", { file: without.name, by: lacking });
  }
  const within = period && ([halfMonthOf(period.from), halfMonthOf(period.to)] as const);
  const ofYear = yearRange(year);
  const accounts = part.logs.map((log) => accountOf(log, within, [halfMonthOf(ofYear.from), halfMonthOf(ofYear.to)]));
  const lastDay = part.settings.asOf === null ? null : dayOfIso(part.settings.asOf);
  const asOfMoment = lastDay === null ? null : (lastDay + 1) * secondsADay - 1;
  const overlaps = overlapsOf(heads);
  if (overlaps.length > 0 && toFail) {
    throw new UserError("parts-overlap", { pairs: overlaps });
  }
  const notes: Note[] = [
    ...missing.map((file) => ({ code: "part-missing", data: { input: file } })),
    ...(part.minCell > 0 ? [{ code: "min-cell", data: { least: part.minCell } }] : []),
    ...there
      .filter((file) => !isPartName(file))
      .map((file) => ({ code: "part-by-content", data: { input: machine.paths.basename(file) } })),
    // Where no part has hashes nobody has asked for the check.
    ...(unchecked !== null && heads.some(({ ids }) => ids !== null)
      ? [{ code: "overlap-unchecked", data: unchecked }]
      : []),
    ...overlaps.map(({ file, other, count }) => ({ code: "overlap", data: { input: file, other, count } })),
  ];
  const sums: CaseSums = {
    basis,
    reckoned: {
      ...factsOf({ asOf: asOfMoment, basis }, accounts, part, period),
      accounts,
      beyond: null,
      sameCases: part.sameCases,
    },
    folds,
    cut: halfMonths(part.by),
    tallies: { spans: [...part.spans], hits: [], flow: part.flow, names: part.names, handled: null, kept: part.kept },
    clock,
    decimals: new Map(part.decided.map((field) => [field, part.settings.decimals[snake(field)] as "comma" | "point"])),
    numbersInDoubt: part.numbersInDoubt,
    notes,
    openCases: null,
    withHashes: async (inputs) => {
      const { withHashes } = await import("./manifest.ts");
      const own = inputs
        .filter(({ kind }) => kind === "cases")
        .map((input, i) => ({ ...input, sha256: part.logs[i].sha256 }));
      return [
        ...own,
        ...withHashes(
          inputs.filter(({ kind }) => kind !== "cases"),
          [],
          { ...options, ...copies },
        ),
      ];
    },
    finished: (report) =>
      withOverlap(
        report,
        overlaps.reduce((sum, { count }) => sum + count, 0),
      ),
  };
  return readOf(sums, sought, groups);
}

/** A report looks at days of two years, and at groups in some of them. */
function wantedOfParts(
  by: readonly CaseGrouping[],
  { period, days, each }: Sought,
  kpis: WantedOfParts["kpis"],
): WantedOfParts {
  if (days === null) return { kpis, by, days: period, groupDays: period };
  const grouped = wantedOf(days, by, each).filter((one) => one.by.length > 0);
  const from = Math.min(...grouped.map((one) => one.from));
  return { kpis, by, days: null, groupDays: { from, to: days.period.to } };
}

/** Parts keep half-months: other days cannot be had of them. */
function refuseUnaligned({
  name,
  from,
  to,
}: {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}): void {
  const isAligned = firstDayOfHalfMonth(halfMonthOf(from)) === from && lastDayOfHalfMonth(halfMonthOf(to)) === to;
  if (!isAligned) throw new UserError("part-period", { period: name });
}

/** What this run is asked for, and a part was not made under. */
function refuseOther(
  { name, settings }: PartHead,
  now: { readonly clock: string; readonly calendar: string; readonly timeZone: string; readonly asOf: string | null },
): void {
  const refuse = (key: string, value: string, otherValue: string) => {
    throw new UserError("part-other", { file: name, key, value, otherValue });
  };
  if (settings.definitions !== definitionsHash()) {
    const isSame = settings.tool === __VERSION__;
    const name = (hash: string, tool: string) => (isSame ? `${tool} ${hash.slice(0, 12)}` : tool);
    refuse("definitions", name(settings.definitions, settings.tool), name(definitionsHash(), __VERSION__));
  }
  if (settings.tool !== __VERSION__) refuse("tool", settings.tool, __VERSION__);
  if (settings.clock !== now.clock) refuse("clock", settings.clock, now.clock);
  if (settings.calendar !== now.calendar) refuse("calendar", settings.calendar.slice(0, 12), now.calendar.slice(0, 12));
  if (settings.timeZone !== now.timeZone) refuse("timeZone", settings.timeZone, now.timeZone);
  if (now.asOf !== null && settings.asOf !== now.asOf) refuse("asOf", settings.asOf ?? "–", now.asOf);
}

/** A figure of a plan's own KPI is one figure only where every part has counted by one rule. */
function refuseOtherRules({ name, own }: PartHead, wanted: readonly OwnKpi[]): void {
  for (const kpi of wanted) {
    const hash = Object.hasOwn(own, kpi.id) ? own[kpi.id] : null;
    if (hash !== ruleHash(kpi)) throw new UserError("part-other-rule", { file: name, kpi: kpi.id, has: hash !== null });
  }
}

function eventFields({ settings }: Part): Basis["events"] {
  return Object.fromEntries(
    events.map((event) => {
      const column = settings.events[event];
      return [event, column === null ? null : (fieldOf(column) ?? null)];
    }),
  ) as Basis["events"];
}

/** What stands in the way of looking for cases that are reported twice: parts without hashes, under several keys, logs. */
function uncheckedOf(parts: readonly PartHead[], logs: readonly string[]) {
  if (parts.length + logs.length < 2 || parts.length === 0) return null;
  const without = parts.filter(({ ids }) => ids === null).map(({ name }) => name);
  const byKey = new Map<string, string[]>();
  for (const { name, ids } of parts) if (ids !== null) byKey.set(ids.key, [...(byKey.get(ids.key) ?? []), name]);
  const keys = byKey.size < 2 ? [] : [...byKey.values()].map(([first]) => first);
  if (without.length + keys.length + logs.length === 0) return null;
  return { without: firstOf(without), keys: firstOf(keys), logs: firstOf(logs) };
}

/** Names as a sentence has them: of a hundred parts the first few. */
function firstOf(files: readonly string[]): string | null {
  const names = files.slice(0, 5).map((file) => machine.paths.basename(file));
  return files.length === 0 ? null : `${names.join(", ")}${files.length > 5 ? ` … (${files.length})` : ""}`;
}

/** Cases that two parts have in common, by pair of parts whose hashes were made under one key. */
function overlapsOf(parts: readonly PartHead[]): { file: string; other: string; count: number }[] {
  return parts.flatMap((part, i) =>
    parts.slice(i + 1).flatMap((other) => {
      if (part.ids === null || other.ids === null || part.ids.key !== other.ids.key) return [];
      const count = overlap(part.ids.hashes, other.ids.hashes);
      return count === 0 ? [] : [{ file: part.name, other: other.name, count }];
    }),
  );
}

/** How far each share could move if the cases that were reported twice had been counted once. */
function withOverlap(report: Report, count: number): Report {
  if (count === 0) return report;
  const results = report.results.map((result) => {
    const { measure } = result;
    if (measure?.kind !== "ratio" || measure.value === null || result.input !== "cases") return result;
    const { numerator, denominator } = measure;
    const once = denominator - Math.min(count, denominator);
    if (once === 0) return result;
    // Of those counted twice all may stand in the numerator, or none.
    const overlapLow = (100 * Math.max(0, numerator - count)) / once;
    const overlapHigh = (100 * Math.min(numerator, once)) / once;
    return { ...result, alongside: { ...result.alongside, overlapLow, overlapHigh } };
  });
  return { ...report, results };
}
