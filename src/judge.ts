/**
 * Holds a measure against a target, in whole numbers: in floating point 0.57 × 100 < 57, and a verdict must not turn
 * on that. The value judged is never a rounded one.
 */
import type { Measure } from "./kpi.ts";
import type { Target } from "./plan.ts";

export type Verdict = "pass" | "fail" | "no-data" | "not-supplied";

/** A fraction; den > 0. */
export interface Exact {
  readonly num: bigint;
  readonly den: bigint;
}

/** A target as a bound on a number. */
export type Bound = Pick<Target, "below" | "atMost" | "atLeast" | "above">;

/** The exact value of a number as it is written: 97.5 is 975/10. */
export function exact(value: number): Exact {
  const [digits, exponent = "0"] = String(value).split("e");
  const [whole, fraction = ""] = digits.split(".");
  const power = Number(exponent) - fraction.length;
  const num = BigInt(whole + fraction);
  return power >= 0 ? { num: num * 10n ** BigInt(power), den: 1n } : { num, den: 10n ** BigInt(-power) };
}

/**
 * The value of a measure in its KPI's unit: percent for ratios and reductions, minutes for means of seconds.
 *
 * @returns null when no case bears on it (or, for a reduction, the mean in person is 0: nothing can be less)
 */
export function exactValue(measure: Measure): Exact | null {
  switch (measure.kind) {
    case "ratio":
      return measure.denominator === 0
        ? null
        : { num: 100n * BigInt(measure.numerator), den: BigInt(measure.denominator) };
    case "mean":
      return measure.n === 0 ? null : { num: BigInt(measure.sum), den: 60n * BigInt(measure.n) };
    case "reduction": {
      const { inPerson, online } = measure;
      if (inPerson.n === 0 || online.n === 0 || inPerson.sum === 0) return null;
      // 100 × (1 − (So/no) ÷ (Sp/np))
      const whole = BigInt(inPerson.sum) * BigInt(online.n);
      return { num: 100n * (whole - BigInt(online.sum) * BigInt(inPerson.n)), den: whole };
    }
  }
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
  /** So many whole seconds a case. */
  | { readonly secondsPerCase: number; readonly direction: "short" | "spare" }
  /** The mean online, in seconds (days where the log holds dates only), up to which the target is met. */
  | { readonly onlineMean: number; readonly direction: "short" | "spare" };

/** The slack of a judged measure; null where the kind of target has none. */
export function slackOf(measure: Measure, bound: Bound): Slack | null {
  const value = exactValue(measure);
  const limit = limitOf(bound);
  if (value === null || limit === null) return null;
  const met = meets(value, bound);
  const direction = met ? "spare" : "short";
  const target = exact(limit);
  if (measure.kind === "ratio") {
    const numerator = BigInt(measure.numerator);
    const exactly = { num: target.num * BigInt(measure.denominator), den: 100n * target.den };
    if (bound.atLeast !== undefined || bound.above !== undefined) {
      const least = bound.above === undefined ? ceil(exactly) : floor(exactly) + 1n;
      // More than all of them: no number of cases would do.
      if (least > BigInt(measure.denominator)) return null;
      return { cases: Number(met ? numerator - least : least - numerator), direction };
    }
    const most = bound.below === undefined ? floor(exactly) : ceil(exactly) - 1n;
    if (most < 0n) return null;
    return { cases: Number(met ? most - numerator : numerator - most), direction };
  }
  if (measure.kind === "mean") {
    // Seconds between the mean and the target, exactly.
    const gap = {
      num: 60n * (target.num * value.den - value.num * target.den),
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
  const { inPerson } = measure;
  return { onlineMean: (inPerson.sum / inPerson.n) * (1 - limit / 100), direction };
}

/** The lowest and highest value that a ratio could have if the excluded cases had all gone one way, in percent. */
export interface Bounds {
  readonly low: Exact;
  readonly high: Exact;
}

/** num ÷ (den + x) and (num + x) ÷ (den + x); null when nothing bears on it even so. */
export function boundsOf(numerator: number, denominator: number, excluded: number): Bounds | null {
  const den = BigInt(denominator + excluded);
  if (den === 0n) return null;
  return {
    low: { num: 100n * BigInt(numerator), den },
    high: { num: 100n * BigInt(numerator + excluded), den },
  };
}
