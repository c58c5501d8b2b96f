/** By which rules something is found between two exports. Pure, in whole numbers. */
import type { CountOf } from "../tally/side.ts";
import type { DayRange } from "../time/civil.ts";
import { weekOfDays } from "./frame.ts";

/**
 * When a difference is more than chance and more than small, in whole numbers.
 *
 * Volume: counts of cases are taken for Poisson counts. x cases in a months and y in b differ where one rate is less than half
 * of the other, the larger count has at least `leastCases`, and (y·a − x·b)² > deviations² · (y·a² + x·b²).
 *
 * Days: an export begins late, or ends early, by more than `edgeDays`.
 *
 * Shares: two shares x of n and y of m differ where they are so many points apart and the pooled two-proportion z is above
 * `deviations`: (y·n − x·m)² · (n + m) > deviations² · n·m·(x + y)·(n + m − x − y).
 */
export const rules = {
  leastCases: 20,
  factor: 2,
  deviations: 3,
  blankPoints: 5,
  issuePoints: 1,
  edgeDays: weekOfDays,
} as const;

/** How y cases in b months differ from x in a; null where they do not by the rule. */
export function volumeChange(x: number, a: number, y: number, b: number): "fell" | "rose" | null {
  const [before, now] = [BigInt(x) * BigInt(b), BigInt(y) * BigInt(a)];
  const spread = BigInt(y) * BigInt(a) ** 2n + BigInt(x) * BigInt(b) ** 2n;
  if (Math.max(x, y) < rules.leastCases) return null;
  if ((now - before) ** 2n <= BigInt(rules.deviations ** 2) * spread) return null;
  const factor = BigInt(rules.factor);
  return factor * now < before ? "fell" : now > factor * before ? "rose" : null;
}

/** Whether a share rose by the rule. */
export function hasRisen(old: CountOf, now: CountOf, points: number): boolean {
  const [x, n, y, m] = [old.count, old.of, now.count, now.of].map(BigInt);
  const apart = y * n - x * m;
  if (apart <= 0n || 100n * apart < BigInt(points) * n * m) return false;
  return apart ** 2n * (n + m) > BigInt(rules.deviations ** 2) * n * m * (x + y) * (n + m - x - y);
}

/** Days of the one export at which the other has none: null where it is there within `edgeDays`, or they have no day in common. */
export interface Edges {
  /** Before the first receipt of the new export. */
  readonly before: DayRange | null;
  /** Behind its last. */
  readonly behind: DayRange | null;
}

/** The days that both exports have; null where they have none in common. */
export function daysInBoth(old: DayRange | null, now: DayRange | null): DayRange | null {
  if (old === null || now === null) return null;
  const [from, to] = [Math.max(old.from, now.from), Math.min(old.to, now.to)];
  return from > to ? null : { from, to };
}

/** Where the new export begins late and ends early. */
export function edgesOf(old: DayRange | null, now: DayRange | null): Edges {
  if (old === null || now === null || daysInBoth(old, now) === null) return { before: null, behind: null };
  return {
    before: now.from - old.from > rules.edgeDays ? { from: old.from, to: now.from - 1 } : null,
    behind: old.to - now.to > rules.edgeDays ? { from: now.to + 1, to: old.to } : null,
  };
}

/** Cases of a range of days, of those by day. */
export function countWithin(byDay: ReadonlyMap<number, number>, { from, to }: DayRange): number {
  return [...byDay].reduce((sum, [day, count]) => (day >= from && day <= to ? sum + count : sum), 0);
}
