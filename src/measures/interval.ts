import type { MeanParts, Values } from "./measure.ts";

/** The 0.975 quantile of the standard normal distribution: 95 % lie within ± this. */
const z = 1.959963984540054;

export type Interval = readonly [low: number, high: number];

/**
 * The 95 % Wilson score interval of a proportion, in percent (E. B. Wilson, JASA 22, 1927). Unlike p ± z·se it stays
 * within 0 to 100 and holds for few cases and for shares near 0 or 100.
 *
 * @returns null when there is no case
 */
export function wilson(numerator: number, denominator: number): Interval | null {
  if (denominator === 0) return null;
  const n = denominator;
  const p = numerator / n;
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  // At the ends the bound is 0 or 100 by the formula; rounding must not leave 1e-15 there.
  return [
    numerator === 0 ? 0 : (100 * (centre - half)) / scale,
    numerator === n ? 100 : (100 * (centre + half)) / scale,
  ];
}

/** Multiplied out: what `**` gives in its last digit differs from one version of an engine to the next. */
function power(base: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent; i++) product *= base;
  return product;
}

/** The sample variance, from whole-number sums: (n·Σx² − (Σx)²) ÷ (n·(n − 1)); null for fewer than two cases. */
function variance({ sum, n, squares }: MeanParts): number | null {
  if (n < 2) return null;
  const exact = BigInt(n) * squares - BigInt(sum) * BigInt(sum);
  return Number(exact) / (n * (n - 1));
}

/**
 * The exact 95 % interval of a share (Clopper and Pearson, 1934): the shares under which so few successes, or so many, have
 * a probability of 2.5 % each. Found by halving; n is small.
 *
 * @returns in percent; null without a case
 */
export function clopperPearson(numerator: number, denominator: number): Interval | null {
  if (denominator === 0) return null;
  /** P(X ≤ k) of a binomial variable. */
  const atMost = (k: number, p: number) => {
    let [term, sum] = [power(1 - p, denominator), 0];
    for (let i = 0; i <= k; i++) {
      sum += term;
      term *= ((denominator - i) / (i + 1)) * (p / (1 - p));
    }
    return sum;
  };
  const found = (isBelow: (p: number) => boolean) => {
    let [low, high] = [0, 1];
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (isBelow(middle)) low = middle;
      else high = middle;
    }
    return 100 * low;
  };
  return [
    numerator === 0 ? 0 : found((p) => 1 - atMost(numerator - 1, p) < 0.025),
    numerator === denominator ? 100 : found((p) => atMost(numerator, p) > 0.025),
  ];
}

/** Student's t at 97.5 %, by degrees of freedom from 1 to 29 (any table of the distribution). */
const studentT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045,
];

/**
 * The 95 % interval of a mean, mean ± z·s/√n, in units of `scale`; null for fewer than two cases.
 *
 * @param isExact of few cases: Student's t in place of z
 */
export function meanInterval(parts: MeanParts, scale: number, isExact = false): Interval | null {
  const s2 = variance(parts);
  if (s2 === null) return null;
  const mean = parts.sum / parts.n;
  const half = (isExact ? (studentT[parts.n - 2] ?? z) : z) * Math.sqrt(s2 / parts.n);
  return [(mean - half) / scale, (mean + half) / scale];
}

/**
 * The 95 % interval of 1 − mo/mp in percent by the delta method: the variance of a quotient of two independent means
 * is about (mo/mp)² · (so²/(no·mo²) + sp²/(np·mp²)).
 *
 * @returns null when either side has fewer than two cases or a mean of 0
 */
export function reductionInterval(inPerson: MeanParts, online: MeanParts): Interval | null {
  const sp2 = variance(inPerson);
  const so2 = variance(online);
  if (sp2 === null || so2 === null || inPerson.sum === 0) return null;
  const mp = inPerson.sum / inPerson.n;
  const mo = online.sum / online.n;
  const reduction = 100 * (1 - mo / mp);
  // Multiplied out, so that a mean of 0 online is no division by 0.
  const half = 100 * z * Math.sqrt(so2 / online.n / power(mp, 2) + (power(mo, 2) * sp2) / inPerson.n / power(mp, 4));
  return [reduction - half, reduction + half];
}

/**
 * The quantile of type 7 (the default of R and numpy): at rank (n − 1)·p, between the two nearest values.
 *
 * @param values ascending
 * @returns null when there is no value
 */
export function quantile(values: Values, p: number): number | null {
  const n = values.reduce((sum, [, count]) => sum + count, 0);
  if (n === 0) return null;
  const rank = (n - 1) * p;
  const low = valueAt(values, Math.floor(rank));
  const high = valueAt(values, Math.ceil(rank));
  return low + (rank - Math.floor(rank)) * (high - low);
}

function valueAt(values: Values, rank: number): number {
  let seen = 0;
  for (const [value, count] of values) {
    seen += count;
    if (rank < seen) return value;
  }
  throw new RangeError(`rank ${rank} of ${seen} values`);
}
