/** The schema of the Report, kpi-report/2: additions only within a version. */
// The smaller form of zod: the whole would be half of the bundle.

import * as z from "zod/mini";
import { type BtpColumn, btpColumns } from "../records/forms.ts";
import { findings, forecast, trendPoint, variation } from "./findings-schema.ts";
import { pointsShape } from "./points-schema.ts";
import type { Report } from "./report.ts";

const bilingual = z.strictObject({ vi: z.string(), en: z.string() });
const count = z.int().check(z.nonnegative());
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
  z.strictObject({ kind: z.literal("ratio"), value: z.nullable(z.number()), numerator: count, denominator: count }),
  z.strictObject({
    kind: z.literal("mean"),
    value: z.nullable(z.number()),
    sum: z.int(),
    n: count,
    per: z.optional(count),
  }),
  z.strictObject({
    kind: z.literal("quantile"),
    value: z.nullable(z.number()),
    p: count,
    n: count,
    at: z.nullable(count),
    per: count,
  }),
  z.strictObject({
    kind: z.literal("reduction"),
    value: z.nullable(z.number()),
    inPerson: mean,
    online: mean,
    sumsIn: z.enum(["seconds", "days"]),
  }),
  z.strictObject({ kind: z.literal("count"), value: z.nullable(z.number()) }),
  z.strictObject({ kind: z.literal("average"), value: z.nullable(z.number()), sum: count, n: count }),
  z.strictObject({
    kind: z.literal("minimum"),
    value: z.nullable(z.number()),
    of: z.nullable(z.strictObject({ procedure: z.string(), inPerson: z.number(), online: z.number() })),
  }),
  z.strictObject({
    kind: z.literal("date"),
    value: z.nullable(date),
    source: z.nullable(z.string()),
    statedOn: z.nullable(date),
  }),
  z.strictObject({
    kind: z.literal("stated"),
    value: z.nullable(z.number()),
    numerator: z.optional(z.number()),
    denominator: z.optional(z.number()),
    source: z.string(),
    statedOn: date,
  }),
]);

const definition = z.strictObject({
  kpi: z.string(),
  title: bilingual,
  definition: bilingual,
  formula: bilingual,
  choices: z.array(bilingual),
  regulation: z.nullable(bilingual),
});

const ownDefinition = z.extend(definition, {
  when: z.enum(["submitted", "received", "finished", "rated", "completed"]),
});

const direction = z.enum(["short", "spare"]);

const result = z.strictObject({
  key: z.string(),
  kpi: z.string(),
  input: z.enum(["cases", "procedures", "petitions", "figures", "verdicts"]),
  unit: z.enum([
    "percent",
    "minutes",
    "hours",
    "working-hours",
    "days",
    "working-days",
    "count",
    "cases",
    "level",
    "date",
  ]),
  title: bilingual,
  section: z.nullable(z.enum(["quantity", "quality", "tasks"])),
  target: z.nullable(
    z.strictObject({
      below: z.optional(z.number()),
      atMost: z.optional(z.number()),
      atLeast: z.optional(z.number()),
      above: z.optional(z.number()),
      by: z.optional(date),
    }),
  ),
  clause: z.nullable(z.string()),
  also: z.array(z.string()),
  quote: z.nullable(z.string()),
  interpretation: z.nullable(bilingual),
  aspirational: z.boolean(),
  owner: z.nullable(z.string()),
  coOwner: z.nullable(z.string()),
  product: z.nullable(z.string()),
  each: z.boolean(),
  verdict: z.nullable(z.enum(["pass", "fail", "undecided", "no-data", "not-supplied"])),
  measure: z.nullable(measure),
  interval: z.nullable(z.tuple([z.number(), z.number()])),
  small: z.boolean(),
  leftOut: count,
  bounds: z.nullable(z.tuple([z.number(), z.number()])),
  slack: z.nullable(
    z.union([
      z.strictObject({ cases: z.int(), direction }),
      z.strictObject({ things: z.int(), direction }),
      z.strictObject({ secondsPerCase: z.int(), direction }),
      z.strictObject({ onlineMean: z.number(), direction }),
    ]),
  ),
  alongside: z.record(z.string(), z.nullable(z.number())),
  beside: z.optional(
    z.strictObject({
      from: z.enum(["figures", "log"]),
      value: z.number(),
      source: z.nullable(z.string()),
      statedOn: z.nullable(date),
    }),
  ),
  excluded: z.record(z.string(), count),
  reason: z.nullable(z.string()),
  lacks: z.array(z.string()),
  group: z.nullable(z.strictObject({ by: z.string(), name: z.nullable(z.string()) })),
});

const summary = z.strictObject({
  pass: count,
  fail: count,
  undecided: count,
  noData: count,
  notSupplied: count,
  notDue: count,
});
const verdict = z.nullable(z.enum(["pass", "fail", "undecided", "no-data", "not-supplied"]));
const days = { name: z.string(), from: date, to: date };
const view = z.strictObject({ ...days, partial: z.boolean(), results: z.array(result), summary });
const formRow = {
  received: count,
  online: count,
  direct: count,
  carriedOver: count,
  resolved: count,
  early: count,
  onDay: count,
  late: count,
  open: count,
  inTime: count,
  overdue: count,
};
const btpRow = Object.fromEntries(btpColumns.map((id) => [id, z.nullable(count)])) as Record<
  BtpColumn,
  z.ZodMiniNullable<typeof count>
>;

/** What only `kpi report` has. */
const periodic = z.strictObject({
  length: z.enum(["month", "quarter", "half", "nine-months", "year", "year-to-date"]),
  events: z.optional(count),
  expected: z.nullable(count),
  yearToDate: view,
  before: z.nullable(view),
  yearBefore: z.nullable(view),
  trend: z.strictObject({
    periods: z.array(z.strictObject({ ...days, partial: z.boolean() })),
    series: z.array(
      z.strictObject({
        key: z.string(),
        points: z.array(z.strictObject({ ...trendPoint, verdict })),
        variation,
      }),
    ),
  }),
  misses: z.array(
    z.strictObject({
      key: z.string(),
      by: z.string(),
      unit: z.enum(["cases", "seconds", "days"]),
      total: z.number(),
      groups: z.array(z.strictObject({ name: z.string(), n: count, short: z.number() })),
      more: count,
    }),
  ),
  moves: z.array(
    z.strictObject({
      key: z.string(),
      side: z.nullable(z.enum(["online", "inPerson"])),
      unit: z.enum(["percent", "minutes", "hours", "seconds", "days"]),
      before: z.number(),
      now: z.number(),
      performance: z.number(),
      mix: z.number(),
      groups: z.array(
        z.strictObject({
          name: z.string(),
          weightBefore: z.number(),
          weightNow: z.number(),
          before: z.nullable(z.number()),
          now: z.nullable(z.number()),
          performance: z.number(),
          mix: z.number(),
        }),
      ),
      more: count,
      opposite: z.boolean(),
      likeForLike: z.nullable(z.strictObject({ before: z.nullable(z.number()), now: z.nullable(z.number()) })),
    }),
  ),
  needs: z.array(
    z.strictObject({
      key: z.string(),
      state: z.enum(["secured", "reachable", "unreachable", "over", "unknown"]),
      why: z.optional(z.enum(["no-case", "not-whole", "outside-calendar", "not-used"])),
      done: mean,
      expected: z.nullable(z.strictObject({ n: count, from: z.enum(["year-before", "given", "given-own"]) })),
      required: z.nullable(z.number()),
      cases: z.nullable(count),
      inPersonMean: z.nullable(z.number()),
      best: z.nullable(z.strictObject({ value: z.number(), period: z.string(), of: count })),
      beyondBest: z.nullable(z.boolean()),
      forecast,
    }),
  ),
  form: z.nullable(
    z.strictObject({
      asOf: z.nullable(date),
      fields: z.array(z.strictObject({ field: z.string(), ...formRow })),
      total: z.strictObject(formRow),
      endedWithoutTime: count,
      endedWithoutTimeBefore: count,
      outside: count,
      unreadable: count,
      unreadableBefore: count,
      withoutReceipt: count,
      withoutDue: z.strictObject({ resolved: count, open: count }),
      withoutChannel: count,
      btp: z.optional(
        z.strictObject({
          orderVerified: z.literal(false),
          fields: z.array(z.strictObject({ field: z.string(), ...btpRow })),
          total: z.strictObject(btpRow),
          blank: z.array(z.enum(btpColumns)),
          isOfParts: z.boolean(),
          ...{ waiting: count, waitingWithoutDue: count, withoutLevel: count, transfers: count },
          ...{ unreadablePayments: count, endedAndResolved: count, endedWithoutTime: count },
          ...{ withoutReceipt: count, withoutDay: count },
        }),
      ),
    }),
  ),
  open: z.nullable(
    z.strictObject({
      asOf: date,
      soonUntil: z.nullable(date),
      agencies: z.array(z.strictObject({ name: z.string(), open: count, overdue: count, soon: z.nullable(count) })),
      cases: z.optional(
        z.array(z.strictObject({ id: z.string(), agency: z.string(), due: date, overdue: z.boolean() })),
      ),
    }),
  ),
  ...findings,
  procedures: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  definitions: z.array(definition),
  calendar: z.array(
    z.strictObject({
      date,
      kind: z.string(),
      name: bilingual,
      source: z.string(),
      provisional: z.boolean(),
    }),
  ),
});

/** How often a thing was found, and where first. */
const place = { firstLine: count, sheet: z.optional(z.string()), cell: z.optional(z.string()) };
const found = { count, ...place, input: z.string() };

export const reportSchema = z.strictObject({
  schema: z.literal("kpi-report/2"),
  tool: z.strictObject({ name: z.literal("kpi"), version: z.string() }),
  plan: z.strictObject({
    id: z.string(),
    year: z.int(),
    title: bilingual,
    file: z.nullable(z.string()),
    kpis: z.optional(z.array(ownDefinition)),
  }),
  period: z.nullable(
    z.strictObject({ name: z.string(), basis: z.enum(["calendar", "statutory"]), from: date, to: date }),
  ),
  service: z.nullable(
    z.strictObject({
      onTime: count,
      of: count,
      overdue: z.nullable(count),
      index: z.nullable(z.strictObject({ inTime: count, of: count })),
      doneLater: z.optional(count),
    }),
  ),
  options: z.strictObject({
    clock: z.enum(["elapsed", "working"]),
    timeZone: z.string(),
    asOf: z.nullable(date),
    maxRejects: z.string(),
    requireAll: z.boolean(),
    allowNoData: z.boolean(),
    by: z.array(z.string()),
    top: count,
    preferStated: z.optional(z.array(z.string())),
  }),
  inputs: z.array(
    z.strictObject({
      kind: z.enum(["cases", "procedures", "petitions", "figures", "calendar"]),
      name: z.string(),
      bytes: count,
      encoding: z.string(),
      container: z.nullable(z.enum(["gzip", "xlsx", "html", "xml"])),
      delimiter: z.string(),
      headerLine: count,
      columns: z.record(z.string(), z.string()),
      unread: count,
      passedOver: z.record(z.string(), count),
      ledger: z.strictObject(counts),
      sha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
    }),
  ),
  days: z.nullable(z.strictObject({ from: date, to: date })),
  basis: z.record(z.string(), z.nullable(z.string())),
  ledger: z.strictObject({
    ...counts,
    issues: z.array(
      z.strictObject({
        code: z.string(),
        column: z.nullable(z.string()),
        ...found,
        shape: z.optional(z.string()),
      }),
    ),
    unknownWords: z.array(
      z.strictObject({
        column: z.string(),
        word: z.string(),
        ...found,
        codes: z.array(z.string()),
      }),
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
  summary,
  exitCode: z.int(),
  periodic: z.optional(periodic),
  score: z.optional(pointsShape),
}) satisfies z.ZodMiniType<Report>;
