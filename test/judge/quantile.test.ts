/** The quantiles of a plan's own KPIs, judged in whole numbers: what was left out may have taken no time, or any. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judged } from "../../src/judge/result.ts";
import type { AnyKpi } from "../../src/kpis/kpi.ts";
import { hasEnd, meets } from "../../src/measures/exact.ts";
import { boundsOf, exactValue, slackOf } from "../../src/measures/kinds.ts";
import type { QuantileMeasure } from "../../src/measures/measure.ts";
import type { Target } from "../../src/plans/plan.ts";

const about = { id: "own", unit: "hours", over: "cases", input: "cases", title: { vi: "Riêng", en: "Own" } } as AnyKpi;
const target = (bound: Partial<Target>): Target => ({
  kpi: "own",
  clause: "I.1",
  quote: "…",
  section: "quality",
  ...bound,
});

/** A quantile of so many hours, each of one case. */
const of = (p: number, hours: readonly number[]): QuantileMeasure => ({
  kind: "quantile",
  p,
  n: hours.length,
  per: 3600,
  values: hours.toSorted((a, b) => a - b).map((hour) => [hour * 3600, 1] as const),
});
const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

const result = (p: number, bound: Partial<Target>, excluded: number) =>
  judged({ key: "own", about, target: target(bound) }, of(p, ten), {
    group: null,
    excluded: excluded === 0 ? {} : { "no-finished-at": excluded },
    reason: "no-case",
    lacks: [],
  });

describe("a quantile of 1 to 10 hours", () => {
  it.each<[number, Partial<Target>, number, string, readonly number[] | null, number]>([
    // The 9th of 10 is 9 hours.
    [90, { atMost: 9 }, 0, "pass", null, 0],
    [90, { below: 9 }, 0, "fail", null, 0],
    [90, { atLeast: 9 }, 0, "pass", null, 0],
    // Of 12 the 11th: the 9th of those that are known, or one that is not, however long.
    [90, { atMost: 9 }, 2, "undecided", null, 2],
    [90, { atMost: 8 }, 2, "fail", null, 2],
    [90, { atLeast: 9 }, 2, "pass", null, 2],
    [90, { atLeast: 9.5 }, 2, "undecided", null, 2],
    // Of 12 the 6th: the 4th of those that are known, or the 6th.
    [50, { atMost: 6 }, 2, "pass", [4, 6], 0],
    [50, { atMost: 5 }, 2, "undecided", [4, 6], 0],
    [50, { above: 6 }, 2, "fail", [4, 6], 0],
    // Of 40 the 20th is one of 30 that are not known.
    [50, { atMost: 6 }, 30, "undecided", null, 30],
  ])(
    "p%i with %j and %i left out is %s, from %j, with %i that nothing bounds",
    (p, bound, excluded, verdict, bounds, leftOut) => {
      expect(result(p, bound, excluded)).toMatchObject({ verdict, bounds, leftOut });
    },
  );

  it("says how many cases more must keep to it: 8 of 10 have at most 8 hours, of which p90 wants 9", () => {
    expect(slackOf(of(90, ten), { atMost: 8 })).toEqual({ cases: 1, direction: "short" });
    expect(slackOf(of(90, ten), { atMost: 9.5 })).toEqual({ cases: 0, direction: "spare" });
    expect(slackOf(of(50, ten), { below: 8 })).toEqual({ cases: 2, direction: "spare" });
  });

  it("of no case has no value, and no verdict", () => {
    expect(exactValue(of(90, []))).toBeNull();
  });
});

const hours = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 });
const percent = fc.integer({ min: 1, max: 99 });

it("p ≤ X says that at least p of a hundred cases have X or less, for any values", () => {
  fc.assert(
    fc.property(hours, percent, fc.integer({ min: 0, max: 40 }), (all, p, limit) => {
      const value = exactValue(of(p, all));
      const within = all.filter((hour) => hour <= limit).length;
      expect(value !== null && meets(value, { atMost: limit })).toBe(100 * within >= p * all.length);
    }),
  );
});

it("lies within its bounds, whatever was left out: any values in place of those", () => {
  fc.assert(
    fc.property(hours, fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 20 }), percent, (all, left, p) => {
      const bounds = boundsOf(of(p, all), left.length);
      const value = exactValue(of(p, [...all, ...left]));
      if (bounds === null || value === null) throw new Error("a quantile of some cases has both");
      const lies = (bound: typeof bounds.low) =>
        hasEnd(bound) ? Number(bound.num) / Number(bound.den) : Number.POSITIVE_INFINITY;
      expect(lies(value)).toBeGreaterThanOrEqual(lies(bounds.low));
      expect(lies(value)).toBeLessThanOrEqual(lies(bounds.high));
    }),
  );
});
