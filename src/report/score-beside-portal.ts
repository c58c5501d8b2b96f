/** The score beside what the portal shows: as both are written, with two decimals. */
import type { PortalScore } from "../read/tables/portal.ts";
import type { PointSpan, Score } from "./points.ts";

const hundredths = (value: number) => Math.round(value * 100);

export function withPortal(score: Score, { unit, total, groups }: PortalScore): Score {
  const apart = (shown: number, { low, high }: PointSpan) => {
    const [at, least, most] = [shown, low, high].map(hundredths);
    return (at < least ? at - least : at > most ? at - most : 0) / 100;
  };
  const told = score.groups.flatMap(({ id, points, score: own }) =>
    groups[id] === undefined ? [] : [{ id, points, own, shown: groups[id] }],
  );
  // What is left of the total is no group's where the others exceed it: that is told of their sum.
  const others = told.filter(({ shown }) => shown >= 0);
  const sum = others.filter(({ id }) => id !== "services").reduce((all, { shown }) => all + hundredths(shown), 0);
  return {
    ...score,
    portal: {
      unit,
      total: { shown: total, apart: apart(total, score.total) },
      groups: others
        .filter(({ shown, points }) => shown <= points)
        .map(({ id, shown, own }) => ({ id, shown, apart: apart(shown, own) })),
      aboveMax: others
        .filter(({ shown, points }) => shown > points)
        .map(({ id, shown, points }) => ({ id, shown, points })),
      sumAboveTotal: sum > hundredths(total) ? sum / 100 : null,
    },
  };
}
