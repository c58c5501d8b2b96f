/**
 * Exact numbers, and whether one meets a target: in floating point 0.57 × 100 < 57, and a verdict must not turn on that.
 * The value judged is never a rounded one.
 */

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

/** The exact value of a number as it is written: 97.5 is 975/10. */
export function exact(value: number | string): Exact {
  const [digits, exponent = "0"] = String(value).split("e");
  const [whole, fraction = ""] = digits.split(".");
  const power = Number(exponent) - fraction.length;
  const num = BigInt(whole + fraction);
  return power >= 0 ? { num: num * 10n ** BigInt(power), den: 1n } : { num, den: 10n ** BigInt(-power) };
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
export function ceil({ num, den }: Exact): bigint {
  return num >= 0n ? (num + den - 1n) / den : -(-num / den);
}

export function floor({ num, den }: Exact): bigint {
  return -ceil({ num: -num, den });
}

/** More than any number, as a quantile of times is that may be one which was left out. */
export const endless: Exact = { num: 1n, den: 0n };

/** Whether a highest value is bounded at all. */
export function hasEnd({ den }: Exact): boolean {
  return den > 0n;
}

/** The lowest and highest value that a measure could have if what was excluded had all gone one way. */
export interface Bounds {
  readonly low: Exact;
  readonly high: Exact;
}
