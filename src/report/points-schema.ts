/** The schema of the points of the national index in a report (points.ts). */
import * as z from "zod/mini";
import { pointGroups, surenesses } from "../plans/plan.ts";
import { portalCounts } from "../records/portal.ts";

const bilingual = z.strictObject({ vi: z.string(), en: z.string() });
const count = z.int().check(z.nonnegative());

const span = z.strictObject({ low: z.number(), high: z.number() });

const shownOf = { id: z.enum([...pointGroups, "services+payment"]), shown: z.number() };
const metricFigure = {
  id: z.string(),
  numerator: z.nullable(z.number()),
  denominator: z.nullable(z.number()),
  share: z.nullable(span),
  score: span,
};

export const pointsShape = z.strictObject({
  units: z.array(
    z.strictObject({
      name: z.string(),
      cases: count,
      points: z.number(),
      score: span,
      metrics: z.array(z.strictObject(metricFigure)),
    }),
  ),
  portal: z.optional(
    z.strictObject({
      unit: z.string(),
      total: z.nullable(z.strictObject({ shown: z.number(), apart: z.number() })),
      groups: z.array(z.strictObject({ ...shownOf, apart: z.number() })),
      aboveMax: z.array(z.strictObject({ ...shownOf, points: z.number() })),
      sumAboveTotal: z.nullable(z.number()),
      counts: z.array(
        z.strictObject({
          id: z.enum(portalCounts),
          shown: count,
          own: z.nullable(span),
          apart: z.nullable(z.number()),
        }),
      ),
      unread: z.array(z.string()),
    }),
  ),
  max: z.number(),
  total: span,
  groups: z.array(z.strictObject({ id: z.enum(pointGroups), points: z.number(), score: span })),
  metrics: z.array(
    z.strictObject({
      ...metricFigure,
      group: z.enum(pointGroups),
      clause: z.string(),
      title: bilingual,
      formula: bilingual,
      sureness: z.enum(surenesses),
      points: z.number(),
      from: z.enum(["log", "stated", "part", "not-supplied"]),
      regain: z.nullable(count),
      notes: z.array(
        z.enum([
          "no-cases",
          "two-descriptions",
          "weights-unknown",
          "unknown-cases",
          "payments-unknown",
          "petitions-unknown",
          "dislikes-unknown",
          "documents-unknown",
          "eligible-unknown",
          "no-supplements",
          "parts",
        ]),
      ),
      costly: z.array(
        z.strictObject({
          by: z.enum(["agency", "procedure"]),
          name: z.string(),
          missing: count,
          of: count,
          lost: z.number(),
        }),
      ),
    }),
  ),
  handled: z.nullable(
    z.strictObject({
      cases: count,
      unknown: count,
      inTime: count,
      doneInTime: count,
      disliked: z.nullable(count),
      ratedUnreadably: z.nullable(count),
      supplementedTwice: z.nullable(count),
      late: count,
      overdue: count,
      apologised: z.nullable(count),
      renewed: z.nullable(count),
    }),
  ),
});
