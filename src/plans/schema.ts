/** The schema of a plan: of those that come with the program and of those that users write. Apart, for what only reads plans. */
// The smaller form of zod, which the report's schema uses too.
import * as z from "zod/mini";
import { ownKpiSchema } from "./own-schema.ts";
import { bounds, dueEvery, type Plan, pointGroups, pointRules, surenesses, weekdays } from "./plan.ts";

const text = z.string().check(z.minLength(1));
const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** Both languages of what a user sees. */
const bilingual = z.strictObject({ vi: text, en: text });

/** A target: one KPI of one year, with the bound that the plan sets and the words that set it. */
export const targetSchema = z
  .strictObject({
    kpi: id,
    below: z.optional(z.number()),
    atMost: z.optional(z.number()),
    atLeast: z.optional(z.number()),
    above: z.optional(z.number()),
    /** A milestone: the last day on which it is met. */
    by: z.optional(z.iso.date()),
    /** The day by which the clause wants the number reached: one that is not is not due before it. */
    deadline: z.optional(z.iso.date()),
    /** As printed, with a counter where the original repeats a number: "III.2(2).g". */
    clause: text,
    /** Other clauses that say the same. */
    also: z.optional(z.array(text)),
    /** The plan's own words. */
    quote: text,
    /** The part of the table in which the target stands. */
    section: z.enum(["quantity", "quality", "tasks"]),
    /** Who leads (chủ trì), who works with them (phối hợp), and what comes of it (sản phẩm). */
    owner: z.optional(text),
    coOwner: z.optional(text),
    product: z.optional(text),
    /** Which procedures count. */
    population: z.optional(
      z.strictObject({
        levels: z.optional(z.array(z.enum(["province", "commune"]))),
        fields: z.optional(z.array(text)),
        /** Without those that the catalogue marks as left out. */
        excluded: z.optional(z.literal(false)),
        onPortal: z.optional(z.literal(true)),
        eligible: z.optional(z.literal("full")),
      }),
    ),
    /** A target for every group of a field. */
    each: z.optional(z.enum(["agency", "procedure", "field", "channel"])),
    groups: z.optional(z.array(text).check(z.minLength(1))),
    /** The procedures that the plan lists. */
    codes: z.optional(z.array(z.string().check(z.regex(/^\d\.\d{6}$/))).check(z.minLength(1))),
    /** The tag of a list of services in the catalogue. */
    list: z.optional(text),
    /** What was read into the words. */
    interpretation: z.optional(bilingual),
    /** "phấn đấu": striven for, not promised. */
    aspirational: z.optional(z.boolean()),
    /** What it is worth in an index. */
    points: z.optional(
      z.strictObject({
        metric: id,
        group: z.enum(pointGroups),
        max: z.number().check(z.positive()),
        rule: z.optional(z.enum(pointRules)),
        part: z.optional(text),
        orFullAt: z.optional(z.number().check(z.positive())),
        empty: z.optional(z.literal("full")),
        sureness: z.optional(z.enum(surenesses)),
        of: z.optional(z.enum(["documents", "eligible"])),
        title: z.optional(bilingual),
        formula: z.optional(bilingual),
      }),
    ),
  })
  .check(({ value, issues }) => {
    const found = bounds.filter((key) => value[key] !== undefined);
    if (found.length !== 1) {
      issues.push({ code: "custom", input: value, params: { code: "one-bound", bounds, found } });
    }
    if (value.groups !== undefined && value.each === undefined) {
      issues.push({ code: "custom", input: value, path: ["groups"], params: { code: "groups-without-each" } });
    }
  });

/** Which keys of a rule go with what, and how far their numbers go. */
const ofRule = { weekday: ["week"], day: ["month", "quarter", "half", "year"], month: ["year"] } as const;
const most = { day: 31, month: 12 } as const;

/** When a duty is due. */
export const dueSchema = z
  .strictObject({
    every: z.optional(z.enum(dueEvery)),
    weekday: z.optional(z.enum(weekdays)),
    /** Of the last month of what recurs; without it the last day: "trước ngày 15" is 14. */
    day: z.optional(z.number()),
    /** Of what is due every year; without it December. */
    month: z.optional(z.number()),
    /** The day of what is due once. */
    date: z.optional(z.iso.date()),
    /** By the clock of Vietnam. */
    at: z.optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
  })
  .check(({ value, issues }) => {
    const fault = (key: string, params: Readonly<Record<string, unknown>>) =>
      issues.push({ code: "custom", input: value, path: key === "" ? [] : [key], params });
    const { every } = value;
    if ((every === undefined) === (value.date === undefined)) fault("", { code: "every-or-date" });
    if (every === "week" && value.weekday === undefined) fault("", { code: "missing", key: "weekday" });
    for (const [key, often] of Object.entries(ofRule) as [keyof typeof ofRule, readonly string[]][]) {
      if (value[key] !== undefined && !often.includes(every ?? ""))
        fault(key, { code: "not-with", key, values: often });
    }
    for (const [key, top] of Object.entries(most) as [keyof typeof most, number][]) {
      const number = value[key] ?? 1;
      if (!Number.isInteger(number) || number < 1 || number > top) {
        fault(key, { code: "not-one-of", values: [`1 – ${top}`] });
      }
    }
  });

/** What must be done again and again, such as a monthly report: told by `kpi plans duties`, never judged. */
export const dutySchema = z.strictObject({
  clause: text,
  quote: text,
  owner: z.optional(text),
  /** What was read into the words. */
  interpretation: z.optional(bilingual),
  /** The first and last day; else those of the plan and its years. */
  from: z.optional(z.iso.date()),
  until: z.optional(z.iso.date()),
  /** Left out where the plan says neither how often nor when. */
  due: z.optional(z.array(dueSchema).check(z.minLength(1))),
});

/** Where a plan says two things of one. */
const contradictionSchema = z.strictObject({ clauses: z.array(text).check(z.minLength(1)), says: bilingual });

/** A plan: the targets of each year, with their clauses and quotes (plans.md). */
export const planSchema = z.strictObject({
  id,
  /** As an official cites it. */
  title: bilingual,
  issuer: text,
  number: z.optional(text),
  date: z.optional(z.iso.date()),
  place: text,
  replaces: z.optional(text),
  sources: z.array(text).check(z.minLength(1)),
  /** The part of a year of which the plan speaks, where it is not the whole. */
  period: z.optional(z.string().check(z.regex(/^20\d\d-(H[12]|9M|Q[1-4]|(0[1-9]|1[0-2]))$/))),
  /** KPIs of the plan's own, which its targets name as they name others. */
  kpis: z.optional(z.array(ownKpiSchema)),
  /** The targets of each year, in the order of the report. */
  years: z.record(z.string().check(z.regex(/^20\d\d$/)), z.array(targetSchema).check(z.minLength(1))),
  duties: z.optional(z.array(dutySchema)),
  /** Told by `kpi plans show`. */
  contradictions: z.optional(z.array(contradictionSchema)),
});

/** What keeps to the schema is a Plan: else this does not compile. */
type Keeps<T, U extends T> = U;
export type Checked = Keeps<Plan, z.infer<typeof planSchema>>;
