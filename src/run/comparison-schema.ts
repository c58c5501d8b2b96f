/** The schema of a Comparison, kpi-compare/1: additions only within a version. */
import * as z from "zod/mini";
import { findingCodes } from "../report/comparison.ts";
import { rules } from "../report/comparison-rules.ts";
import { grades } from "../report/reliability.ts";

const count = z.int().check(z.nonnegative());
const text = z.string();
const month = z.string().check(z.regex(/^\d{4}-\d\d$/));
/** Of cases received; null of an export without days. */
const counts = { month, old: z.nullable(count), now: z.nullable(count) };
const share = z.strictObject({ count, of: count });
const data = z.record(text, z.unknown());
const bilingual = z.strictObject({ vi: text, en: text });

const side = z.strictObject({
  names: z.array(text),
  kind: z.enum(["logs", "parts"]),
  read: count,
  counted: count,
  duplicates: count,
  rejected: count,
  days: z.nullable(z.strictObject({ from: z.iso.date(), to: z.iso.date() })),
});

const place = z.nullable(z.strictObject({ log: text, line: count }));
const listed = z.array(z.strictObject({ id: text, old: place, now: place, columns: z.array(text) }));

const cases = z.strictObject({
  oldCases: count,
  nowCases: count,
  oldOnly: count,
  nowOnly: count,
  /** Of those received on days that both cover; null where there is none. */
  gone: z.nullable(count),
  added: z.nullable(count),
  both: count,
  differing: count,
  sharedIds: count,
  sharedOld: count,
  sharedNow: count,
  oldWithoutId: count,
  nowWithoutId: count,
  fields: z.array(z.strictObject({ column: text, filled: count, lost: count, changed: count, unreadable: count })),
  statuses: z.array(z.strictObject({ from: z.nullable(text), to: z.nullable(text), count })),
  lists: z.optional(z.strictObject({ oldOnly: listed, nowOnly: listed, differing: listed })),
});

export const comparisonSchema = z.strictObject({
  schema: z.literal("kpi-compare/1"),
  tool: z.strictObject({ name: z.literal("kpi"), version: text }),
  old: side,
  now: side,
  rules: z.strictObject({
    leastCases: z.literal(rules.leastCases),
    factor: z.literal(rules.factor),
    deviations: z.literal(rules.deviations),
    blankPoints: z.literal(rules.blankPoints),
    issuePoints: z.literal(rules.issuePoints),
    edgeDays: z.literal(rules.edgeDays),
  }),
  findings: z.array(z.strictObject({ code: z.enum(findingCodes), data })),
  uncompared: z.array(
    z.strictObject({
      what: z.enum(["days", "agencies", "volume", "words", "blanks", "cases"]),
      because: z.enum(["no-day-in-common", "not-kept", "no-column", "no-whole-month", "no-ids"]),
    }),
  ),
  months: z.array(z.strictObject({ ...counts, oldCovered: z.boolean(), nowCovered: z.boolean() })),
  agencies: z.nullable(
    z.array(
      z.strictObject({
        name: text,
        old: count,
        now: count,
        months: z.array(z.strictObject(counts)),
      }),
    ),
  ),
  blanks: z.array(z.strictObject({ column: text, old: share, now: share })),
  cases: z.nullable(cases),
  reliability: z.nullable(
    z.array(
      z.strictObject({
        key: text,
        kpi: text,
        title: bilingual,
        clause: z.nullable(text),
        group: z.nullable(z.strictObject({ by: text, name: z.nullable(text) })),
        grade: z.enum(grades),
        reasons: z.array(z.strictObject({ code: text, data })),
      }),
    ),
  ),
});
