/**
 * Holds a measure against a target, in whole numbers: in floating point 0.57 × 100 < 57, and a verdict must not turn
 * on that. The value judged is never a rounded one.
 */
import type { MeanMeasure, Measure, QuantileMeasure, ReductionMeasure, Values } from "./measure.ts";

/** `undecided`: what could not be read may turn it. */
export type Verdict = "pass" | "fail" | "undecided" | "no-data" | "not-supplied";

/** A fraction; den > 0, and 0 of a highest value that nothing bounds (`hasEnd`). */
export interface Exact {
  readonly num: bigint;
  readonly den: bigint;
}

/** A target as a bound on a number: it has exactly one of these, or none where it is a day. */
export interface Bound {
  readonly below?: number | undefined;
  readonly atMost?: number | undefined;
  readonly atLeast?: number | undefined;
  readonly above?: number | undefined;
}

/** The part of a measure, or of its form in the report, that says of how many cases it speaks. */
type Sized =
  | { readonly kind: "ratio"; readonly denominator: number }
  | { readonly kind: "mean" | "quantile"; readonly n: number }
  | { readonly kind: "reduction"; readonly inPerson: { readonly n: number }; readonly online: { readonly n: number } }
  | { readonly kind: "count" | "average" | "minimum" | "date" | "stated" };

/** The cases on which a measure over cases rests; null for any other. */
export function casesBearing(measure: Sized): number | null {
  switch (measure.kind) {
    case "ratio":
      return measure.denominator;
    case "mean":
    case "quantile":
      return measure.n;
    case "reduction":
      return measure.inPerson.n + measure.online.n;
    default:
      return null;
  }
}

/** The exact value of a number as it is written: 97.5 is 975/10. */
export function exact(value: number | string): Exact {
  const [digits, exponent = "0"] = String(value).split("e");
  const [whole, fraction = ""] = digits.split(".");
  const power = Number(exponent) - fraction.length;
  const num = BigInt(whole + fraction);
  return power >= 0 ? { num: num * 10n ** BigInt(power), den: 1n } : { num, den: 10n ** BigInt(-power) };
}

/**
 * The value of a measure in its KPI's unit: percent for ratios and reductions, minutes for means of seconds.
 *
 * @returns null when nothing bears on it (or, for a reduction, the mean in person is 0: nothing can be less), and for a
 *   day
 */
export function exactValue(measure: Measure): Exact | null {
  switch (measure.kind) {
    case "ratio":
      return measure.denominator === 0
        ? null
        : { num: 100n * BigInt(measure.numerator), den: BigInt(measure.denominator) };
    case "mean":
      return measure.n === 0 ? null : { num: BigInt(measure.sum), den: BigInt((measure.per ?? 60) * measure.n) };
    case "quantile":
      return atRank(measure, rankOf(measure, measure.n));
    case "reduction": {
      const { inPerson, online } = measure;
      if (inPerson.n === 0 || online.n === 0 || inPerson.sum === 0) return null;
      // 100 × (1 − (So/no) ÷ (Sp/np))
      const whole = BigInt(inPerson.sum) * BigInt(online.n);
      return { num: 100n * (whole - BigInt(online.sum) * BigInt(inPerson.n)), den: whole };
    }
    case "count":
      return measure.of === 0 ? null : { num: BigInt(measure.count), den: 1n };
    case "average":
      return measure.n === 0 ? null : { num: BigInt(measure.sum), den: BigInt(measure.n) };
    case "minimum": {
      if (measure.least === null) return null;
      // 100 × (a − b) ÷ a, of two decimal numbers.
      const a = exact(measure.least.inPerson);
      const b = exact(measure.least.online);
      return { num: 100n * (a.num * b.den - b.num * a.den), den: a.num * b.den };
    }
    case "stated": {
      const value = exact(measure.value);
      if (measure.of === null) return value;
      const of = exact(measure.of);
      // There was none.
      if (of.num === 0n) return null;
      return { num: 100n * value.num * of.den, den: value.den * of.num };
    }
    case "date":
      // A day is judged by its own rule (isInTime).
      return null;
  }
}

/** The rank of a quantile among so many cases, from 1: the fewest of them that are p of a hundred. */
export function rankOf({ p }: Pick<QuantileMeasure, "p">, n: number): number {
  return Math.ceil((p * n) / 100);
}

/** The value of a rank, from 1; null where there is none. */
function atRank({ values, per }: QuantileMeasure, rank: number): Exact | null {
  let before = 0;
  for (const [value, count] of values) {
    before += count;
    if (before >= rank) return { num: BigInt(value), den: BigInt(per) };
  }
  return null;
}

/** Whether a milestone's day meets its target; the target's day is still in time. */
export function isInTime(date: string, by: string): boolean {
  // ISO dates are ordered as text is.
  return date <= by;
}

/** -1, 0 or 1 as a is less than, equal to or more than b. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The number of a bound; null for a target that is none (a date). */
export function limitOf(bound: Bound): number | null {
  return bound.below ?? bound.atMost ?? bound.atLeast ?? bound.above ?? null;
}

/** Whether a value meets a target. "dưới 8 phút" is strict: exactly 8 fails. */
export function meets(value: Exact, bound: Bound): boolean {
  const limit = limitOf(bound);
  if (limit === null) throw new RangeError("a target without a bound");
  const order = compare(value, exact(limit));
  if (bound.below !== undefined) return order < 0;
  if (bound.atMost !== undefined) return order <= 0;
  return bound.above !== undefined ? order > 0 : order >= 0;
}

/** Whether a count is beyond a limit, which is written as a number or as a percentage of all: 500, 5%. */
export function isBeyond(count: number, of: number, limit: string): boolean {
  if (!limit.endsWith("%")) return count > Number(limit);
  // Cross-multiplied: count ÷ of > p ÷ 100.
  return count * 100 > Number(limit.slice(0, -1)) * of;
}

/** The nearest whole number at or above a fraction. */
function ceil({ num, den }: Exact): bigint {
  return num >= 0n ? (num + den - 1n) / den : -(-num / den);
}

function floor({ num, den }: Exact): bigint {
  return -ceil({ num: -num, den });
}

/** How far a result is from its target: short on a miss, spare on a pass. */
export type Slack =
  /** So many cases more in (or out of) the numerator, at the same denominator, would turn the verdict. */
  | { readonly cases: number; readonly direction: "short" | "spare" }
  /** So many services, groups or criteria. */
  | { readonly things: number; readonly direction: "short" | "spare" }
  /** So many whole seconds a case. */
  | { readonly secondsPerCase: number; readonly direction: "short" | "spare" }
  /** The mean online, in seconds (days where the log holds dates only), up to which the target is met. */
  | { readonly onlineMean: number; readonly direction: "short" | "spare" };

/** Numerator and denominator of a share, worked out or stated in whole numbers; null for other measures. */
function shareOf(measure: Measure): { numerator: number; denominator: number } | null {
  if (measure.kind === "ratio") return measure;
  if (measure.kind !== "stated" || measure.of === null) return null;
  return { numerator: Number(measure.value), denominator: Number(measure.of) };
}

/** The slack of a judged measure; null where the kind of target has none. */
export function slackOf(measure: Measure, bound: Bound): Slack | null {
  const value = exactValue(measure);
  const limit = limitOf(bound);
  if (value === null || limit === null) return null;
  const met = meets(value, bound);
  const direction = met ? "spare" : "short";
  const target = exact(limit);
  const share = shareOf(measure);
  if (share !== null) {
    const numerator = BigInt(share.numerator);
    const exactly = { num: target.num * BigInt(share.denominator), den: 100n * target.den };
    if (bound.atLeast !== undefined || bound.above !== undefined) {
      const least = bound.above === undefined ? ceil(exactly) : floor(exactly) + 1n;
      // More than all of them: no number of cases would do.
      if (least > BigInt(share.denominator)) return null;
      return { cases: Number(met ? numerator - least : least - numerator), direction };
    }
    const most = bound.below === undefined ? floor(exactly) : ceil(exactly) - 1n;
    if (most < 0n) return null;
    return { cases: Number(met ? most - numerator : numerator - most), direction };
  }
  if (measure.kind === "quantile") {
    // So many cases fewer (or more) beyond the limit; of a limit from below nothing is told.
    if (bound.below === undefined && bound.atMost === undefined) return null;
    const within = measure.values.reduce((sum, [value, count]) => {
      return meets({ num: BigInt(value), den: BigInt(measure.per) }, bound) ? sum + count : sum;
    }, 0);
    return { cases: Math.abs(rankOf(measure, measure.n) - within), direction };
  }
  if (measure.kind === "mean") {
    const per = measure.per ?? 60;
    // Days have no seconds.
    if (per === 1) return null;
    // Seconds between the mean and the target, exactly.
    const gap = {
      num: BigInt(per) * (target.num * value.den - value.num * target.den),
      den: target.den * value.den,
    };
    const upper = bound.below !== undefined || bound.atMost !== undefined;
    const towards = upper ? gap : { num: -gap.num, den: gap.den };
    const strict = bound.below !== undefined || bound.above !== undefined;
    const seconds = met
      ? strict
        ? ceil(towards) - 1n
        : floor(towards)
      : strict
        ? floor({ num: -towards.num, den: towards.den }) + 1n
        : ceil({ num: -towards.num, den: towards.den });
    return { secondsPerCase: Number(seconds), direction };
  }
  if (measure.kind === "count" || measure.kind === "average") {
    if (bound.atLeast === undefined) return null;
    // Whole things, over all services of an average.
    const needed = ceil({ num: target.num * value.den, den: target.den });
    const gap = needed - value.num;
    const more = Number(gap > 0n ? gap : -gap);
    return measure.kind === "count" ? { things: more, direction } : { cases: more, direction };
  }
  if (measure.kind !== "reduction") return null;
  const { inPerson } = measure;
  return { onlineMean: (inPerson.sum / inPerson.n) * (1 - limit / 100), direction };
}

/** More than any number, as a quantile of times is that may be one which was left out. */
const endless: Exact = { num: 1n, den: 0n };

/** Whether a highest value is bounded at all. */
export function hasEnd({ den }: Exact): boolean {
  return den > 0n;
}

/** The lowest and highest value that a measure could have if what was excluded had all gone one way. */
export interface Bounds {
  readonly low: Exact;
  readonly high: Exact;
}

/** What is known of what was left out. */
interface OtherWays {
  /** Of a reduction the cases that may be of either side; of a mean, those that may be in it. */
  readonly unknownSide?: Values | null;
  /** Of a ratio, the cases that may be of the clause's procedures or of others. */
  readonly outside?: Measure | undefined;
  /** Of a ratio, how many of the excluded are in it as a no or not at all; as a yes or not at all. */
  readonly outOrNo?: number;
  readonly outOrYes?: number;
}

/**
 * Of a ratio num ÷ (den + x) and (num + x) ÷ (den + x), in percent; of a count and an average none or all of x more; of
 * a reduction as if each case of an unknown channel were of the side on which it lowers, or raises, it most; of a mean of
 * one channel as if those of them were of it that lower, or raise, it.
 *
 * @param excluded what might have counted: cases, procedures, petitions
 * @returns null for other measures, and when nothing bears on it even so
 */
export function boundsOf(
  measure: Measure,
  excluded: number,
  { unknownSide = null, outside, outOrNo = 0, outOrYes = 0 }: OtherWays = {},
): Bounds | null {
  switch (measure.kind) {
    case "ratio": {
      const den = measure.denominator + excluded;
      // Of cases that are known, and may be of the clause or not, those that help one end are in and the others out.
      const more = outside?.kind === "ratio" ? outside : { numerator: 0, denominator: 0 };
      const least = den + more.denominator - more.numerator - outOrYes;
      const most = den + more.numerator - outOrNo;
      if (least === 0 || most === 0) return null;
      const own = {
        low: { num: 100n * BigInt(measure.numerator), den: BigInt(least) },
        high: {
          num: 100n * BigInt(measure.numerator + (measure.blanks?.unsure ?? 0) + excluded - outOrNo + more.numerator),
          den: BigInt(most),
        },
      };
      const { reading, ...rest } = measure;
      const other = reading === undefined ? null : boundsOf({ ...rest, ...reading }, excluded);
      if (other === null) return own;
      const isLess = (a: Exact, b: Exact) => a.num * b.den < b.num * a.den;
      return {
        low: isLess(other.low, own.low) ? other.low : own.low,
        high: isLess(own.high, other.high) ? other.high : own.high,
      };
    }
    case "quantile": {
      // As if those that were left out had taken no time at all, or longer than any other.
      if (measure.n + excluded === 0) return null;
      const rank = rankOf(measure, measure.n + excluded);
      const low = rank <= excluded ? { num: 0n, den: 1n } : atRank(measure, rank - excluded);
      return low && { low, high: atRank(measure, rank) ?? endless };
    }
    case "count":
      return {
        low: { num: BigInt(measure.count), den: 1n },
        high: { num: BigInt(measure.count + excluded), den: 1n },
      };
    case "average": {
      if (measure.n === 0) return null;
      const den = BigInt(measure.n);
      return { low: { num: BigInt(measure.sum), den }, high: { num: BigInt(measure.sum + excluded), den } };
    }
    case "mean":
      return unknownSide === null ? null : meanBounds(measure, unknownSide);
    case "reduction":
      return unknownSide === null ? null : reductionBounds(measure, unknownSide);
    default:
      return null;
  }
}

/** The least and the greatest mean over all choices of the cases that may be in it: a case lowers it while it lies below. */
function meanBounds(measure: MeanMeasure, unknown: Values): Bounds {
  const end = (ordered: Values, sign: -1n | 1n): Exact => {
    let [sum, n] = [BigInt(measure.sum), BigInt(measure.n)];
    for (const [value, count] of ordered) {
      if (n > 0n && sign * (BigInt(value) * n - sum) <= 0n) break;
      sum += BigInt(value) * BigInt(count);
      n += BigInt(count);
    }
    return { num: sum, den: n * BigInt(measure.per ?? 60) };
  };
  const rising = unknown.toSorted(([a], [b]) => a - b);
  return { low: end(rising, -1n), high: end(rising.toReversed(), 1n) };
}

/**
 * The least and the greatest reduction over all ways in which the cases of an unknown channel may be of the two sides. Of
 * so many online the mean online is greatest with the longest of them, and the mean in person then least: it is enough to try
 * how many of the longest, or of the shortest, are online.
 */
function reductionBounds(measure: ReductionMeasure, unknown: Values): Bounds | null {
  const times = unknown.flatMap(([value, count]) => Array<number>(count).fill(value)).sort((a, b) => a - b);
  const all = times.reduce((sum, time) => sum + time, 0);
  const with_ = (moved: number, sum: number): ReductionMeasure => ({
    ...measure,
    online: { ...measure.online, n: measure.online.n + moved, sum: measure.online.sum + sum },
    inPerson: {
      ...measure.inPerson,
      n: measure.inPerson.n + times.length - moved,
      sum: measure.inPerson.sum + all - sum,
    },
  });
  let [least, greatest] = [measure, measure];
  // Looked for among numbers; what is found is exact.
  const quotient = ({ online, inPerson }: ReductionMeasure) => (online.sum / online.n) * (inPerson.n / inPerson.sum);
  for (const ordered of [times, times.toReversed()]) {
    let sum = 0;
    for (let moved = 0; moved <= ordered.length; moved++) {
      const one = with_(moved, sum);
      if (!(quotient(one) <= quotient(least))) least = Number.isFinite(quotient(one)) ? one : least;
      if (quotient(one) < quotient(greatest)) greatest = one;
      sum += ordered[moved] ?? 0;
    }
  }
  const [low, high] = [exactValue(least), exactValue(greatest)];
  return low === null || high === null ? null : { low, high };
}
