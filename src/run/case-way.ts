/** One case's way through a KPI's rule: its event, its period, its cells, and whether it counts and how. */

import type { Ground } from "../kpis/ground.ts";
import type { Kpi, OverCases } from "../kpis/kpi.ts";
import type { Facts } from "../measures/fold.ts";
import { exactValue } from "../measures/kinds.ts";
import type { Measure } from "../measures/measure.ts";
import { bit, type Case, noEvent, snake, timelessEvent } from "../records/case.ts";
import { isDue, populationWithout } from "../records/population.ts";
import { inPeriod } from "../tally/bearing.ts";
import { plainReason } from "../tally/readings.ts";
import { Tallier } from "../tally/tallier.ts";
import { cellWords, exclusionText, wayText } from "../text/exclusions.ts";
import { about, dateTime, decimal, duration, type Language, whole, withUnit } from "../text/language.ts";
import { fieldTitle, groupLabel } from "../text/titles.ts";
import { meaningTitle } from "../text/words.ts";
import { isoDate, isoTime, overdueFrom, secondsADay } from "../time/civil.ts";
import type { Period } from "../time/period.ts";

/** What is known of the log and of the question. */
export interface Question {
  readonly kpi: OverCases<unknown>;
  readonly ground: Pick<Ground, "events">;
  readonly facts: Facts;
  /** Null when every case counts. */
  readonly period: Period | null;
  readonly language: Language;
}

/**
 * The lines that explain a case. Nothing of a case but codes, times and what the rule makes of them is told: no name, no
 * address, no column that the program does not read.
 */
export function wayOf(c: Case, { kpi, ground, facts, period, language }: Question): string[] {
  const say = (code: string, data: Readonly<Record<string, unknown>> = {}) => wayText(code, data, language);
  const time = c[kpi.when];
  // An open case is judged by when it was due, not by an end that it has not had.
  const column = kpi.when === "completed" && c.open ? "dueAt" : ground.events[kpi.when];
  const event = { event: kpi.when, column: column === null ? "" : fieldTitle(snake(column), language) };
  const lines: string[] = [];
  if (time >= 0)
    lines.push(
      say(c.open && kpi.when === "completed" ? "openUntil" : "event", {
        ...event,
        time: dateTime(isoTime(time), language),
      }),
    );
  else lines.push(say(time === noEvent ? "noEvent" : time === timelessEvent ? "timeless" : "badEvent", event));
  const named = period && { name: period.name, from: isoDate(period.from), to: isoDate(period.to) };
  // What did not happen lies in no period.
  if (named === null) lines.push(say("allPeriod"));
  else if (time !== noEvent) lines.push(say(isOutside(time, period) ? "outOfPeriod" : "inPeriod", named));
  if (kpi.when === "completed" && facts.asOfDay !== null) {
    // At the end of the period, where the log goes on.
    lines.push(say("asOf", { asOf: isoDate(Math.min(facts.asOfDay, period?.to ?? facts.asOfDay)) }));
  }
  for (const [title, value] of cellsOf(c, kpi, language)) lines.push(say("field", { title, value }));
  lines.push(verdictOn(c, { kpi, ground, facts, period, language }, say));
  return lines;
}

/** Whether an event that has a time lies outside the period. */
function isOutside(time: number, period: Period | null): boolean {
  return period !== null && time >= 0 && (time < period.from * 86_400 || time >= (period.to + 1) * 86_400);
}

/** Whether it was past due at the end of the period, and done behind it. */
function isDoneLater(c: Case, { when }: OverCases<unknown>, period: Period | null): boolean {
  if (when !== "completed" || c.open || period === null || c.dueAt === null) return false;
  return c.completed >= (period.to + 1) * secondsADay && overdueFrom(c.dueAt) <= period.to;
}

type Say = (code: string, data?: Readonly<Record<string, unknown>>) => string;

/** What the rule makes of the case, by the same code that makes the figures. */
function verdictOn(c: Case, { kpi, ground, facts, period, language }: Question, say: Say): string {
  const tallier = new Tallier([kpi], { period, year: { from: 0, to: 0 }, by: [] }, ground.events);
  const lies = tallier.add(c, 1);
  const [tally] = tallier.whole.totals;
  const [left] = tally.excluded.keys();
  const reason = left === undefined ? undefined : plainReason(left);
  if (reason !== undefined) return say("excluded", { why: exclusionText(reason, language), code: reason });
  if (tally.n === 0)
    return say("notConcerned", { why: whyNot(c, kpi, (lies & inPeriod) !== 0, period, say, language) });
  const measure = kpi.fold.finish(tally.state, facts);
  // A fold leaves out what its measure cannot use, as a date among times.
  const unused = Object.entries((measure as Parts).excluded ?? {}).find(([, count]) => count > 0)?.[0];
  if (unused !== undefined) return say("excluded", { why: exclusionText(unused, language), code: unused });
  const { kind, denominator, n } = measure as Parts;
  const isOutside = (kind === "ratio" && denominator === 0) || ((kind === "mean" || kind === "quantile") && n === 0);
  if (isOutside) return say("notConcerned", { why: say("neither") });
  return say("counted", { how: contribution(measure, kpi, c, say, language) });
}

function whyNot(
  c: Case,
  kpi: OverCases<unknown>,
  lies: boolean,
  period: Period | null,
  say: Say,
  language: Language,
): string {
  const time = c[kpi.when];
  if (kpi.channels !== undefined && c.channel !== null && !kpi.channels.includes(c.channel)) {
    return say("channel", { channel: groupLabel("channel", c.channel, language) });
  }
  if (time === noEvent) return say("didNotHappen");
  if (!lies || isOutside(time, period)) return say(isDoneLater(c, kpi, period) ? "doneLater" : "outside");
  if (kpi.when === "completed" && !isDue(c)) return say("notDue");
  if (c.status !== null && populationWithout[kpi.when]?.includes(c.status)) {
    const status = language === "vi" ? meaningTitle("status", c.status, language) : c.status;
    return say("status", { status });
  }
  return say("notRated");
}

interface Parts {
  readonly kind: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly sum?: number;
  readonly n?: number;
  readonly inPerson?: { readonly sum: number; readonly n: number };
  readonly online?: { readonly sum: number; readonly n: number };
  readonly inDays?: boolean;
  readonly excluded?: Readonly<Record<string, number>>;
}

/** What a measure of this case alone comes to. */
function contribution(measure: unknown, kpi: OverCases<unknown>, c: Case, say: Say, language: Language): string {
  const { kind, numerator, denominator, sum, inPerson, online, inDays } = measure as Parts;
  if (kind === "ratio") return say(numerator === denominator ? "both" : "denominator");
  if (kind === "mean" && kpi.isOwn !== true) return say("adds", { amount: duration(sum ?? 0, language) });
  if (kind === "mean" || kind === "quantile") {
    const value = exactValue(measure as Measure);
    const { unit } = kpi as Kpi;
    const amount =
      value === null
        ? ""
        : withUnit(decimal(value.num, value.den, unit.endsWith("days") ? 0 : 2, language), unit, language);
    return say(kind === "mean" ? "adds" : "quantile", { amount });
  }
  if (kind === "reduction") {
    const side = (inPerson?.n ?? 0) > 0 ? inPerson : online;
    if ((side?.n ?? 0) === 0) return exclusionText("no-time-of-day", language);
    const amount = inDays
      ? `${whole(side?.sum ?? 0, language)} ${cellWords.day[language]}`
      : duration(side?.sum ?? 0, language);
    return say("addsTo", { amount, side: groupLabel("channel", side === inPerson ? "in_person" : "online", language) });
  }
  return say("oneCase", { procedure: c.procedure ?? cellWords.blank[language] });
}

/** The cells on which the rule rests, as they were read. */
function cellsOf(c: Case, kpi: OverCases<unknown>, language: Language): [title: string, value: string][] {
  const cells: [string, string][] = [];
  const needs = [...new Set([...(kpi.channels === undefined ? [] : (["channel"] as const)), ...kpi.needs])];
  for (const need of needs) {
    if (need === "submissionTime") {
      cells.push(...timesOf(c, ["loginAt", "submittedAt", "submissionDuration"], language));
    } else if (need === "processingTime") {
      cells.push(...timesOf(c, ["receivedAt", "finishedAt", "returnedAt", "processingDuration"], language));
    } else if (need === "completedAt") {
      cells.push(...timesOf(c, ["finishedAt", "returnedAt"], language));
    } else if (need === "procedure") {
      cells.push([fieldTitle("procedure_code", language), c.procedure ?? cellWords.blank[language]]);
    } else {
      cells.push(...timesOf(c, [need], language));
    }
  }
  if (c.status !== null || (c.fault & bit.status) !== 0) cells.push(...timesOf(c, ["status"], language));
  const seen = new Set<string>();
  return cells.filter(([title]) => !seen.has(title) && seen.add(title));
}

function timesOf(c: Case, fields: readonly (keyof typeof bit)[], language: Language): [string, string][] {
  return fields
    .filter((field) => (c.absent & bit[field]) === 0)
    .map((field) => [fieldTitle(snake(field), language), valueText(c, field, language)]);
}

function valueText(c: Case, field: keyof typeof bit, language: Language): string {
  if ((c.fault & bit[field]) !== 0) return cellWords.unreadable[language];
  const value = c[field];
  if ((c.blank & bit[field]) !== 0 || value === null) return cellWords.blank[language];
  if (typeof value === "boolean") return cellWords[value ? "yes" : "no"][language];
  if (typeof value === "number" && /At$/.test(field)) return dateTime(isoTime(value), language);
  if (typeof value === "number" && /Duration$/.test(field)) return duration(value, language);
  if (field === "channel") return groupLabel("channel", String(value), language);
  // In English the codes are words.
  const meaning = language === "vi" ? meaningTitle(snake(field), String(value), language) : String(value);
  if (typeof value === "number")
    return meaning === String(value) ? about(value, 0, language) : `${about(value, 0, language)} (${meaning})`;
  return meaning;
}
