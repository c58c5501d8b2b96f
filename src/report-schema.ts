/** The schema of the Report, kpi-report/1: additions only within a version. */
import { z } from "zod";
import type { Report } from "./report.ts";

const bilingual = z.strictObject({ vi: z.string(), en: z.string() });
const count = z.int().nonnegative();
const date = z.iso.date();

const counts = {
  read: count,
  counted: count,
  outOfPeriod: count,
  duplicates: count,
  rejected: count,
};

const mean = z.strictObject({ sum: z.int(), n: count });

const measure = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ratio"), value: z.number().nullable(), numerator: count, denominator: count }),
  z.strictObject({ kind: z.literal("mean"), value: z.number().nullable(), sum: z.int(), n: count }),
  z.strictObject({
    kind: z.literal("reduction"),
    value: z.number().nullable(),
    inPerson: mean,
    online: mean,
    sumsIn: z.enum(["seconds", "days"]),
  }),
  z.strictObject({ kind: z.literal("count"), value: z.number().nullable() }),
]);

const direction = z.enum(["short", "spare"]);

const result = z.strictObject({
  key: z.string().describe("The KPI and its clause"),
  kpi: z.string(),
  unit: z.enum(["percent", "minutes", "count", "cases", "level", "people", "date"]),
  title: bilingual,
  section: z.enum(["quantity", "quality", "tasks"]).nullable(),
  target: z
    .strictObject({
      below: z.number().optional(),
      atMost: z.number().optional(),
      atLeast: z.number().optional(),
      above: z.number().optional(),
      by: date.optional(),
    })
    .nullable(),
  clause: z.string().nullable(),
  also: z.array(z.string()),
  quote: z.string().nullable(),
  interpretation: bilingual.nullable(),
  aspirational: z.boolean(),
  verdict: z.enum(["pass", "fail", "no-data", "not-supplied"]).nullable(),
  measure: measure.nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable().describe("95 %, in the KPI's unit"),
  small: z.boolean(),
  fragile: z.boolean(),
  bounds: z.tuple([z.number(), z.number()]).nullable(),
  slack: z
    .union([
      z.strictObject({ cases: z.int(), direction }),
      z.strictObject({ secondsPerCase: z.int(), direction }),
      z.strictObject({ onlineMean: z.number(), direction }),
    ])
    .nullable(),
  alongside: z.record(z.string(), z.number().nullable()),
  excluded: z.record(z.string(), count),
  reason: z.string().nullable(),
  lacks: z.array(z.string()),
  group: z.strictObject({ by: z.string(), name: z.string().nullable() }).nullable(),
});

export const reportSchema = z.strictObject({
  schema: z.literal("kpi-report/1"),
  tool: z.strictObject({ name: z.literal("kpi"), version: z.string() }),
  plan: z.strictObject({ id: z.string(), year: z.int(), title: bilingual }),
  period: z.strictObject({ name: z.string(), basis: z.literal("calendar"), from: date, to: date }).nullable(),
  options: z.strictObject({
    clock: z.literal("elapsed"),
    timeZone: z.string(),
    asOf: date.nullable(),
    maxRejects: z.string(),
    requireAll: z.boolean(),
    allowNoData: z.boolean(),
    by: z.array(z.string()),
    top: count,
  }),
  inputs: z.array(
    z.strictObject({
      kind: z.literal("cases"),
      name: z.string(),
      bytes: count,
      encoding: z.string(),
      delimiter: z.string(),
      headerLine: count,
      columns: z.record(z.string(), z.string()),
      unread: count,
      passedOver: z.record(z.string(), count),
      ledger: z.strictObject(counts),
    }),
  ),
  days: z.strictObject({ from: date, to: date }).nullable(),
  basis: z.record(z.string(), z.string().nullable()),
  ledger: z.strictObject({
    ...counts,
    issues: z.array(
      z.strictObject({
        code: z.string(),
        column: z.string().nullable(),
        count,
        firstLine: count,
        input: z.string(),
      }),
    ),
    unknownWords: z.array(
      z.strictObject({ column: z.string(), word: z.string(), count, firstLine: count, input: z.string() }),
    ),
    blanks: z.record(z.string(), count),
  }),
  notes: z.array(
    z.strictObject({
      code: z.string(),
      data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
  results: z.array(result),
  summary: z.strictObject({ pass: count, fail: count, noData: count, notSupplied: count }),
  exitCode: z.int(),
}) satisfies z.ZodType<Report>;
