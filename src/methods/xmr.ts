/**
 * The control chart of single values (XmR: D. J. Wheeler, Understanding Variation, 1993), read as the NHS reads it (Making
 * Data Count): what of a series is the usual variation of its process, what is a sign of a change, and whether the target
 * lies where the process will reach it.
 *
 * Limits are the mean ± 2.66 times the mean moving range: 2.66 is 3 ÷ 1.128, the mean range of two normal values. Nothing
 * is assumed of how many cases a value is of; where these differ much from period to period, the limits are rough.
 */

/** Fewer values than this give no limits, and more periods than that are of another process. */
export const fewestPeriods = 12;
export const mostPeriods = 24;
const rangesToLimits = 2.66;
/** So many values in a row on one side of the mean, and so many each further than the last, are a sign. */
const runLength = 8;
const driftLength = 6;

/** A sign that something other than the usual variation was at work; places in the series, both inclusive. */
export interface SpecialCause {
  readonly rule: "outside" | "run" | "drift";
  readonly side: "higher" | "lower";
  readonly from: number;
  readonly to: number;
  /** Values in it: a period without one has a place and no value. */
  readonly count: number;
}

export interface Variation {
  readonly n: number;
  readonly mean: number;
  readonly meanRange: number;
  readonly low: number;
  readonly high: number;
  readonly signs: readonly SpecialCause[];
  /** That which says what changes now; null of the usual variation. */
  readonly sign: SpecialCause | null;
  /** What the last value is part of: a sign, better or worse where the target says which is which, or the usual variation. */
  readonly now: "better" | "worse" | "higher" | "lower" | "usual";
  /**
   * Whether the process as it is will meet its target always, never, or now and then; null without one, and where a sign says
   * that the periods are not all of one process.
   */
  readonly assurance: "meets" | "misses" | "hit-or-miss" | null;
}

/** Where the target lies, and on which side it is met. */
export interface Goal {
  readonly limit: number;
  readonly isCeiling: boolean;
  /** A value that is the limit misses it: "dưới 8 phút". */
  readonly isStrict?: boolean;
}

/**
 * @param values one a period, the last one now; null where a period has none: its neighbours are then next to each other
 * @param range the least and the most that a value can be: a share has no limit above 100
 * @returns null where there are too few values, or none of now
 */
export function variationOf(
  values: readonly (number | null)[],
  goal: Goal | null,
  range: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): Variation | null {
  const first = Math.max(0, values.length - mostPeriods);
  const points = values.slice(first).flatMap((value, i) => (value === null ? [] : [{ value, place: first + i }]));
  const n = points.length;
  if (n < fewestPeriods || values.at(-1) === null) return null;
  const mean = points.reduce((sum, { value }) => sum + value, 0) / n;
  const ranges = points.slice(1).map(({ value }, i) => Math.abs(value - points[i].value));
  const meanRange = ranges.reduce((sum, one) => sum + one, 0) / (n - 1);
  const reach = rangesToLimits * meanRange;
  const [low, high] = [Math.max(range[0], mean - reach), Math.min(range[1], mean + reach)];
  // What differs by the rounding of sums does not differ.
  const least = 1e-9 * Math.max(1, Math.abs(mean));
  const sides = points.map(({ value }) => (Math.abs(value - mean) <= least ? 0 : value > mean ? 1 : -1));
  const steps = points.map(({ value }, i) => {
    const step = i === 0 ? 0 : value - points[i - 1].value;
    return Math.abs(step) <= least ? 0 : Math.sign(step);
  });
  const place = (i: number) => points[i].place;
  const signs: SpecialCause[] = [
    ...points.flatMap(({ value, place: at }): SpecialCause[] =>
      value > high + least || value < low - least
        ? [{ rule: "outside", side: value > high ? "higher" : "lower", from: at, to: at, count: 1 }]
        : [],
    ),
    ...stretches(sides, runLength).map(({ from, to }): SpecialCause => {
      return {
        rule: "run",
        side: sides[from] > 0 ? "higher" : "lower",
        from: place(from),
        to: place(to),
        count: to - from + 1,
      };
    }),
    // Six values that rise are five steps up.
    ...stretches(steps, driftLength - 1).map(({ from, to }): SpecialCause => {
      return {
        rule: "drift",
        side: steps[from] > 0 ? "higher" : "lower",
        from: place(from - 1),
        to: place(to),
        count: to - from + 2,
      };
    }),
  ];
  const last = signOfNow(signs, values.length - 1);
  return {
    ...{ n, mean, meanRange, low, high, signs },
    sign: last ?? null,
    now: last === undefined ? "usual" : goal === null ? last.side : isGood(last, goal) ? "better" : "worse",
    assurance:
      goal === null || signs.length > 0
        ? null
        : assuranceOf(
            goal,
            [mean - reach, mean + reach],
            range,
            points.map(({ value }) => value),
            least,
          ),
  };
}

/**
 * The sign that says what changes now. Where several do, a drift tells where the process goes, whatever its level is: one that
 * lies below its mean and rises has not become worse.
 */
function signOfNow(signs: readonly SpecialCause[], last: number): SpecialCause | undefined {
  const now = signs.filter(({ to }) => to === last);
  return now.find(({ rule }) => rule === "drift") ?? now[0];
}

function isGood({ side }: SpecialCause, { isCeiling }: Goal): boolean {
  return (side === "lower") === isCeiling;
}

/** @param natural the limits as they are worked out, which may lie beyond what a value can be */
function assuranceOf(
  { limit, isCeiling, isStrict = false }: Goal,
  natural: readonly [number, number],
  range: readonly [number, number],
  values: readonly number[],
  least: number,
): NonNullable<Variation["assurance"]> {
  const [low, high] = [Math.max(range[0], natural[0]), Math.min(range[1], natural[1])];
  const [worst, best] = isCeiling ? [high, low] : [low, high];
  // A limit that is cut off at what a value can be shows nothing: 100 is then met by no period that was.
  const isCut = isCeiling ? natural[0] < range[0] : natural[1] > range[1];
  // What differs by the rounding of sums is the limit itself.
  const room = isStrict ? -least : least;
  const meets = (value: number) => (isCeiling ? value <= limit + room : value >= limit - room);
  if (meets(worst)) return "meets";
  return meets(best) && (!isCut || values.some(meets)) ? "hit-or-miss" : "misses";
}

/** Where so many or more in a row are of one side, and not 0. */
function stretches(sides: readonly number[], fewest: number): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let from = 0; from < sides.length; ) {
    let to = from;
    while (to + 1 < sides.length && sides[to + 1] === sides[from]) to++;
    if (sides[from] !== 0 && to - from + 1 >= fewest) found.push({ from, to });
    from = to + 1;
  }
  return found;
}
