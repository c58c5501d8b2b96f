/** The schema of what the methods find (findings.ts). */
import * as z from "zod/mini";
import { signKinds } from "../methods/signs.ts";
import { milestones } from "../methods/stages.ts";

const count = z.int().check(z.nonnegative());
const date = z.iso.date();
const pair = z.tuple([z.number(), z.number()]);

const waiting = {
  open: count,
  ages: z.array(count),
  medianAge: z.nullable(z.int()),
  age92: z.nullable(z.int()),
  pastDue: z.array(count),
  within: z.strictObject({ inTime: count, of: count }),
  ended: count,
  weeksToClear: z.nullable(z.number()),
  times: z.strictObject({
    finished: count,
    open: count,
    finishedMean: z.nullable(z.number()),
    finishedMedian: z.nullable(z.int()),
    median: z.nullable(z.int()),
    mean: z.nullable(z.number()),
    isMisleading: z.boolean(),
  }),
};

const stageEnds = { from: z.enum(milestones), to: z.enum(milestones), n: count };
const heaviest = z.array(z.strictObject({ name: z.string(), ...stageEnds, share: z.number() }));

/** A point of a trend, without its verdict. */
export const trendPoint = {
  value: z.nullable(z.number()),
  n: count,
  bounds: z.optional(z.nullable(pair)),
  target: z.optional(
    z.nullable(
      z.strictObject({
        below: z.optional(z.number()),
        atMost: z.optional(z.number()),
        atLeast: z.optional(z.number()),
        above: z.optional(z.number()),
      }),
    ),
  ),
};

const specialCause = z.strictObject({
  rule: z.enum(["outside", "run", "drift"]),
  side: z.enum(["higher", "lower"]),
  from: count,
  to: count,
  count,
});

export const variation = z.nullable(
  z.strictObject({
    n: count,
    mean: z.number(),
    meanRange: z.number(),
    low: z.number(),
    high: z.number(),
    signs: z.array(specialCause),
    sign: z.nullable(specialCause),
    now: z.enum(["better", "worse", "higher", "lower", "usual"]),
    assurance: z.nullable(z.enum(["meets", "misses", "hit-or-miss"])),
  }),
);

export const forecast = z.nullable(
  z.strictObject({
    probability: z.number(),
    interval: pair,
    periods: count,
    expected: z.strictObject({ n: count, from: z.enum(["year-before", "given", "given-own", "run-rate"]) }),
  }),
);

/** Of `periodic`. */
export const findings = {
  funnels: z.array(
    z.strictObject({
      key: z.string(),
      by: z.literal("agency"),
      target: z.number(),
      phi: z.number(),
      tested: count,
      points: z.array(
        z.strictObject({
          name: z.string(),
          numerator: count,
          denominator: count,
          within95: pair,
          within998: pair,
          p: z.number(),
          finding: z.enum(["better", "worse", "usual"]),
        }),
      ),
      curve: z.array(z.strictObject({ n: count, within95: pair, within998: pair })),
    }),
  ),
  waiting: z.nullable(
    z.strictObject({
      asOf: date,
      bands: z.strictObject({ ages: z.array(count), pastDue: z.array(count) }),
      total: z.strictObject(waiting),
      agencies: z.array(z.strictObject({ name: z.string(), ...waiting })),
    }),
  ),
  signs: z.optional(z.array(z.strictObject({ agency: z.string(), sign: z.enum(signKinds), count, of: count }))),
  stages: z.nullable(
    z.strictObject({
      cases: count,
      late: count,
      disordered: count,
      stages: z.array(
        z.strictObject({
          ...stageEnds,
          mean: z.nullable(z.number()),
          median: z.nullable(z.number()),
          p90: z.nullable(z.number()),
          workingMean: z.nullable(z.number()),
          share: z.nullable(z.number()),
          lateShare: z.nullable(z.number()),
          isDays: z.boolean(),
        }),
      ),
      agencies: heaviest,
      procedures: heaviest,
    }),
  ),
};
