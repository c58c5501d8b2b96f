/** The score beside what the portal shows: points as both are written, with two decimals, and numbers of cases. */
import { type PortalCount, type PortalScore, portalCounts } from "../records/portal.ts";
import type { PointSpan, Score, ScoreMetric } from "./points.ts";
import type { Report } from "./report.ts";

const hundredths = (value: number) => Math.round(value * 100);

/** Two groups that the portal may tell together. */
const together = ["services", "payment"];

/** The report with its score held against what the portal shows. */
export function withPortal<R extends Report & { readonly score: Score }>(report: R, portal: PortalScore): R {
  const { score } = report;
  const { unit, total, groups, both, counts, unread } = portal;
  const pair = score.groups.filter(({ id }) => together.includes(id));
  const told = [
    ...score.groups.flatMap(({ id, points, score: own }) => {
      const shown = groups[id];
      return shown === undefined ? [] : [{ id, points, own, shown }];
    }),
    // What is left of a total is no group's where the others exceed it: that is told of their sum.
    ...(both === null || both < 0
      ? []
      : [{ id: "services+payment" as const, points: sum(pair, "points"), own: spanOf(pair), shown: both }]),
  ];
  const shownInAll = told
    .filter(({ id }) => both === null || !together.includes(id))
    .map(({ shown }) => hundredths(shown));
  const all = shownInAll.reduce((one, other) => one + other, 0);
  return {
    ...report,
    score: {
      ...score,
      portal: {
        unit: unit ?? "",
        total: total === null ? null : { shown: total, apart: pointsApart(total, score.total) },
        groups: told
          .filter(({ shown, points }) => shown <= points)
          .map(({ id, shown, own }) => ({ id, shown, apart: pointsApart(shown, own) })),
        aboveMax: told
          .filter(({ shown, points }) => shown > points)
          .map(({ id, shown, points }) => ({ id, shown, points })),
        sumAboveTotal: total !== null && all > hundredths(total) ? all / 100 : null,
        counts: portalCounts.flatMap((id) => {
          const [shown, own] = [counts[id], ofLog(id, report)];
          return shown === undefined ? [] : [{ id, shown, own, apart: own === null ? null : apart(shown, own) }];
        }),
        unread,
      },
    },
  };
}

function apart(shown: number, { low, high }: PointSpan): number {
  return shown < low ? shown - low : shown > high ? shown - high : 0;
}

function pointsApart(shown: number, { low, high }: PointSpan): number {
  return apart(hundredths(shown), { low: hundredths(low), high: hundredths(high) }) / 100;
}

function sum(groups: Score["groups"], member: "points"): number {
  return groups.reduce((all, one) => all + one[member], 0);
}

function spanOf(groups: Score["groups"]): PointSpan {
  const of = (end: keyof PointSpan) => groups.reduce((all, { score }) => all + score[end], 0);
  return { low: of("low"), high: of("high") };
}

/** The log's own number of what the portal counts, from the fewest that it may be to the most; null where it does not say. */
function ofLog(id: PortalCount, { score, periodic }: Report & { readonly score: Score }): PointSpan | null {
  const { handled } = score;
  const form = periodic?.form ?? null;
  const judged = (n: number) => (handled === null ? null : { low: n, high: n + handled.unknown });
  const received = (n: number) => {
    // Of a case without a channel nobody knows which of the two it is; the form has it with those in person.
    const doubt = form?.withoutChannel ?? 0;
    return { low: id === "receivedOnline" ? n : n - doubt, high: id === "receivedOnline" ? n + doubt : n };
  };
  switch (id) {
    case "handled":
      return handled === null ? null : judged(handled.cases);
    case "doneInTime":
      return handled === null ? null : judged(handled.doneInTime);
    case "doneLate":
      return handled === null ? null : judged(handled.late + (handled.supplementedTwice ?? 0));
    case "receivedOnline":
      return form === null ? null : received(form.total.online);
    case "receivedDirect":
      return form === null ? null : received(form.total.direct);
    case "synchronised":
      return numeratorOf(score.metrics.find((one) => one.id === "synchronised"));
    case "paidOnline":
      return numeratorOf(score.metrics.find((one) => one.id === "payment"));
  }
}

function numeratorOf(metric: ScoreMetric | undefined): PointSpan | null {
  if (metric?.from !== "log" || metric.numerator === null || metric.denominator === null) return null;
  const most = metric.share === null ? metric.numerator : Math.round((metric.share.high * metric.denominator) / 100);
  return { low: metric.numerator, high: Math.max(metric.numerator, most) };
}
