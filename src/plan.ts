import { z } from "zod";

/** Both languages of what a user sees. */
const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

const number = z.number().finite();

/** A target: one KPI of one year, with the bound that the plan sets and the words that set it. */
export const targetSchema = z
  .strictObject({
    kpi: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    below: number.optional(),
    atMost: number.optional(),
    atLeast: number.optional(),
    above: number.optional(),
    /** A milestone: the last day on which it is met. */
    by: z.iso.date().optional(),
    /** As printed, with a counter where the original repeats a number: "III.2(2).g". */
    clause: z.string().min(1),
    /** Other clauses that say the same. */
    also: z.array(z.string().min(1)).optional(),
    /** The plan's own words. */
    quote: z.string().min(1),
    /** The part of the table in which the target stands. */
    section: z.enum(["quantity", "quality", "tasks"]),
    /** Which procedures count. */
    population: z
      .strictObject({
        levels: z.array(z.enum(["province", "commune"])).optional(),
        fields: z.array(z.string().min(1)).optional(),
      })
      .optional(),
    /** A target for every group of a field. */
    each: z.enum(["agency", "procedure", "field", "channel"]).optional(),
    groups: z.array(z.string().min(1)).optional(),
    /** The procedures that the plan lists. */
    codes: z.array(z.string().regex(/^\d\.\d{6}$/)).optional(),
    /** The tag of a list of services in the catalogue. */
    list: z.string().min(1).optional(),
    /** What was read into the words. */
    interpretation: bilingual.optional(),
    /** "phấn đấu": striven for, not promised. */
    aspirational: z.boolean().optional(),
  })
  .superRefine((target, context) => {
    const bounds = (["below", "atMost", "atLeast", "above", "by"] as const).filter((key) => target[key] !== undefined);
    if (bounds.length !== 1) {
      context.addIssue({
        code: "custom",
        message: `exactly one of below, atMost, atLeast, above, by (found: ${bounds.join(", ") || "none"})`,
      });
    }
    if (target.groups !== undefined && target.each === undefined) {
      context.addIssue({ code: "custom", path: ["groups"], message: "groups need each" });
    }
  });

export const planSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** As an official cites it. */
  title: bilingual,
  issuer: z.string().min(1),
  number: z.string().min(1).optional(),
  date: z.iso.date().optional(),
  place: z.string().min(1),
  replaces: z.string().min(1).optional(),
  sources: z.array(z.string().min(1)).min(1),
  /** The targets of each year, in the order of the report. */
  years: z.record(z.string().regex(/^20\d\d$/), z.array(targetSchema).min(1)),
});

export type Plan = z.infer<typeof planSchema>;
export type Target = z.infer<typeof targetSchema>;
