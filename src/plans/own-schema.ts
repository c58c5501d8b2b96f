/** The schema of the KPIs that a plan writes itself; what their words mean is looked at where the plan is read. */
import * as z from "zod/mini";
import type { Condition, OwnKpi } from "../measures/rule.ts";

const text = z.string().check(z.minLength(1));
const bilingual = z.strictObject({ vi: text, en: text });

export const periodEnds = [
  "login",
  "submitted",
  "received",
  "transferred",
  "finished",
  "completed",
  "due",
  "rated",
] as const;
export const periodUnits = ["minutes", "hours", "working-hours", "days", "working-days"] as const;
/** The measures of which an own KPI has exactly one. */
export const ownShapes = ["share", "mean", "median", "percentile"] as const;

const wanted = z.union([z.string(), z.number(), z.boolean()]);
const end = z.enum(periodEnds);
const stretch = { from: end, to: end, in: z.enum(periodUnits) };

/** One shape for all conditions: which keys go together is told by name (run/own-faults.ts), where a union would tell of nothing. */
const conditionShape = {
  field: z.optional(text),
  is: z.optional(wanted),
  in: z.optional(z.union([z.enum(periodUnits), z.array(wanted).check(z.minLength(1))])),
  below: z.optional(z.number()),
  atMost: z.optional(z.number()),
  atLeast: z.optional(z.number()),
  above: z.optional(z.number()),
  known: z.optional(text),
  blank: z.optional(text),
  from: z.optional(end),
  to: z.optional(end),
};
const condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.strictObject({
    ...conditionShape,
    and: z.optional(z.array(condition).check(z.minLength(1))),
    or: z.optional(z.array(condition).check(z.minLength(1))),
    not: z.optional(condition),
  }),
);

/** The keys of a condition. */
export const conditionKeys = [...Object.keys(conditionShape), "and", "or", "not"];

export const ownKpiSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  title: bilingual,
  definition: bilingual,
  formula: z.optional(bilingual),
  clause: z.optional(text),
  when: z.enum(["submitted", "received", "finished", "rated", "completed"]),
  channels: z.optional(z.array(z.enum(["online", "in_person", "postal"])).check(z.minLength(1))),
  share: z.optional(z.strictObject({ of: z.optional(condition), is: condition })),
  mean: z.optional(z.strictObject(stretch)),
  median: z.optional(z.strictObject(stretch)),
  percentile: z.optional(z.strictObject({ p: z.number(), ...stretch })),
  where: z.optional(condition),
  example: z.strictObject({
    cases: z.array(z.record(z.string(), z.nullable(wanted))).check(z.minLength(1)),
    gives: z.strictObject({
      numerator: z.optional(z.number()),
      denominator: z.optional(z.number()),
      value: z.optional(z.number()),
      cases: z.optional(z.number()),
      excluded: z.optional(z.number()),
    }),
  }),
});

/** What keeps to the schema is an OwnKpi: else this does not compile. */
type Keeps<T, U extends T> = U;
export type CheckedOwnKpi = Keeps<OwnKpi, z.infer<typeof ownKpiSchema>>;
