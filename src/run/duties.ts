/** The days on which a plan's duties are due, as a table, as data and as a calendar. */
import { UserError } from "../errors.ts";
import { type DutyDay, dutyDays } from "../plans/due.ts";
import type { Duty, Plan } from "../plans/plan.ts";
import { csvCell } from "../render/delimited.ts";
import { type CalendarEvent, ics } from "../render/ics.ts";
import { columns, wrap } from "../render/lines.ts";
import { responsible } from "../render/wording/targets.ts";
import { dueOfText, dueText } from "../text/due.ts";
import { capital, clean, date, type Language } from "../text/language.ts";
import { sentence } from "../text/sentences.ts";
import { clauseTitle, label, weekday } from "../text/titles.ts";
import { dayNumber, isoDate } from "../time/civil.ts";
import type { formatsOf } from "./choices.ts";

/** What is asked for. */
interface Asked {
  readonly plan: Plan;
  readonly years: readonly number[];
  readonly language: Language;
  /** Columns of the terminal. */
  readonly width: number;
}

/** @throws UserError `no-due-days`, of a calendar that would have none: the standard has no such calendar */
export function dutiesText(asked: Asked, format: (typeof formatsOf.duties)[number]): string {
  const { plan, years } = asked;
  const days = years.flatMap((year) => dutyDays(plan, year));
  switch (format) {
    case "table":
      return `${tableLines(asked, days).join("\n")}\n`;
    case "csv":
      return `\ufeffdate,until,time,every,period,clause,owner,quote\r\n${days.map(csvRow).join("")}`;
    case "json":
      return `${JSON.stringify(dataOf(asked, days), null, 2)}\n`;
    case "ics":
      if (days.length === 0) throw new UserError("no-due-days", { plan: plan.id });
      return ics(plan.title[asked.language], madeOn(plan), eventsOf(asked, days));
  }
}

/** Of a plan without a date: the first day of its years. */
function madeOn({ date: on, years }: Plan): number {
  const [year, month, day] = (on ?? `${Object.keys(years)[0]}-01-01`).split("-").map(Number);
  return dayNumber(year, month, day);
}

function tableLines({ plan, years, language, width }: Asked, days: readonly DutyDay[]): string[] {
  const say = (name: Parameters<typeof label>[0]) => label(name, language);
  const head = [say("date"), say("weekday"), say("time"), say("dutyOf"), say("clause"), say("duty")];
  const rows = days.map(({ day, until, at, duty, ...of }) => [
    date(isoDate(day), language) + (until === null ? "" : ` – ${date(isoDate(until), language)}`),
    until === null ? weekday(day, language) : "",
    at ?? "",
    dueOfText(of, language),
    clauseTitle(clean(duty.clause), language),
    clean(duty.quote),
  ]);
  return [
    ...wrap(clean(plan.title[language]), width),
    sentence("dueDays", { years: years.join(", "), count: days.length }, language),
    ...(days.length === 0 ? [] : ["", ...columns([head, ...rows]).map((line) => cut(` ${line}`, width))]),
    "",
    ...(plan.duties ?? []).flatMap((duty) => dutyLines(duty, language, width)),
  ];
}

/** A duty in the plan's words, with when it is due, who has it in hand and what was read into it. */
export function dutyLines({ clause, quote, due, owner, interpretation }: Duty, language: Language, width: number) {
  const rules = (due ?? []).map((rule) => dueText(rule, language));
  const details = [
    rules.length === 0 ? label("withoutDue", language) : rules.join("; "),
    ...responsible({ owner }, language),
  ];
  return [
    ...wrap(`  ${clauseTitle(clean(clause), language)}: “${clean(quote)}”`, width),
    ...wrap(`    ${details.join(" · ")}`, width),
    ...(interpretation === undefined
      ? []
      : wrap(`    † ${label("interpretation", language)}: ${clean(interpretation[language])}`, width)),
  ];
}

/** As much of a text as there is room for, to the end of a word. */
function cut(text: string, width: number): string {
  if (text.length <= width) return text;
  const room = text.slice(0, width - 1);
  return `${room.slice(0, Math.max(room.lastIndexOf(" "), 1)).trimEnd()}…`;
}

function csvRow({ day, until, at, every, period, duty }: DutyDay): string {
  const last = until === null ? "" : isoDate(until);
  const row = [isoDate(day), last, at, every, period, duty.clause, duty.owner ?? "", duty.quote];
  return `${row.map(csvCell).join(",")}\r\n`;
}

function dataOf({ plan, years }: Asked, days: readonly DutyDay[]) {
  return {
    plan: plan.id,
    title: plan.title,
    years,
    duties: (plan.duties ?? []).map((duty) => ({
      clause: duty.clause,
      quote: duty.quote,
      owner: duty.owner ?? null,
      interpretation: duty.interpretation ?? null,
      due: duty.due ?? [],
      days: days
        .filter(({ duty: own }) => own === duty)
        .map(({ day, until, at, every, period }) => ({
          date: isoDate(day),
          until: until === null ? null : isoDate(until),
          time: at,
          every,
          period,
        })),
    })),
  };
}

/** Letters of a heading on a phone. */
const summaryLength = 90;

function eventsOf({ plan, language }: Asked, days: readonly DutyDay[]): CalendarEvent[] {
  return days.map(({ day, until, at, every, period, duty, nth }) => {
    const { clause, quote, owner, interpretation } = duty;
    const of = dueOfText({ every, period }, language);
    const mark = [clause.replaceAll(/[^\p{L}\p{N}.]+/gu, "-"), nth, every ?? "once", isoDate(day)];
    return {
      uid: `${[plan.id, ...mark, ...(at === null ? [] : [at.replace(":", "")])].join("-")}@kpi`,
      day,
      until,
      at,
      summary: cut(of === "" ? clean(quote) : `${of}: ${clean(quote)}`, summaryLength),
      description: [
        `“${clean(quote)}”`,
        `${label("clause", language)} ${clauseTitle(clean(clause), language)}. ${clean(plan.title[language])}`,
        ...(owner === undefined ? [] : [`${capital(label("owner", language))}: ${clean(owner)}`]),
        ...(interpretation === undefined ? [] : [`† ${clean(interpretation[language])}`]),
      ].join("\n"),
    };
  });
}
