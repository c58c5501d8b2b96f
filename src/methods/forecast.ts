/**
 * Will the year's target be met: the probability, and the interval in which the year's value lies nine times in ten, if the
 * periods to come are such as those that were. Of a share the rest of the year is beta-binomial: its rate varies as the
 * rates of the periods before did, by more than chance where they did so. Of a mean, the periods to come are drawn again
 * and again from those that were, themselves drawn anew each time, since a few periods are but a sample of a process.
 *
 * A forecast says nothing of what an office will do; it turns no verdict.
 */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { betaBinomialAtLeast, betaBinomialQuantile } from "./distributions.ts";

/** Fewer periods than this say nothing of how much periods differ. */
export const fewestPast = 4;
const draws = 4000;
const seed = 766;
const tail = 0.05;
/** What a period weighs against the next. */
const fading = 0.85;
/**
 * How much more periods to come may differ than if each were drawn by itself: those near to each other are alike, so that
 * three tell what two would. Chosen on public logs (bench/README.md), where intervals held too seldom without it.
 */
const alike = 1.5;

export interface Forecast {
  /** From 0 to 1. */
  readonly probability: number;
  /** Of the year's value: shares from 0 to 1, means in the unit of their sums. */
  readonly low: number;
  readonly high: number;
  /** The periods of which it was made. */
  readonly periods: number;
}

/** So many cases, and what they sum up to: of a share those that count. */
export interface Sum {
  readonly sum: number;
  readonly n: number;
}

/** What is to come: so many cases in so many periods, which need not be whole. */
export interface Rest {
  readonly n: number;
  readonly periods: number;
}

/**
 * Of a share.
 *
 * @param past the periods before, each with cases
 * @param least the fewest successes of the rest with which the target is met, or, of a ceiling, the most; null where none will do
 * @returns null where there are too few periods
 */
export function forecastShare(
  past: readonly Sum[],
  done: Sum,
  rest: Rest,
  { least, isCeiling }: { readonly least: number | null; readonly isCeiling: boolean },
): Forecast | null {
  const periods = past.filter(({ n }) => n > 0);
  if (periods.length < fewestPast) return null;
  const { a, b } = betaOf(periods, rest.periods);
  const year = (successes: number) => (done.sum + successes) / (done.n + rest.n);
  const met = least === null ? 0 : betaBinomialAtLeast(isCeiling ? least + 1 : least, rest.n, a, b);
  return {
    probability: least === null ? 0 : isCeiling ? 1 - met : met,
    low: year(betaBinomialQuantile(tail, rest.n, a, b)),
    high: year(betaBinomialQuantile(1 - tail, rest.n, a, b)),
    periods: periods.length,
  };
}

/**
 * The beta distribution of the rate of the rest of the year. Its mean is that of the periods, the later ones weighing more,
 * since a process that drifts goes on from where it is; its variance that of a mean of so many periods to come about one
 * that is known from those that were. How periods differ beyond chance is DerSimonian and Laird's moment estimate
 * (Controlled Clinical Trials 7, 1986).
 */
function betaOf(periods: readonly Sum[], coming: number): { readonly a: number; readonly b: number } {
  const k = periods.length;
  const total = (of: (one: Sum, i: number) => number) => periods.reduce((all, one, i) => all + of(one, i), 0);
  const weight = (i: number) => fading ** (k - 1 - i);
  const n = total((one) => one.n);
  const weighed = total((one, i) => one.n * weight(i));
  // Half a case more either way: where all or none succeeded the next need not.
  const mean = (total((one, i) => one.sum * weight(i)) + 0.5) / (weighed + 1);
  const within = mean * (1 - mean);
  const q = total((one) => (one.n * (one.sum / one.n - mean) ** 2) / within);
  const between = (Math.max(0, (within * (q - (k - 1))) / (n - total((one) => one.n ** 2) / n)) * k) / (k - 3);
  // Periods to come are as unequal as those that were.
  const effective = n ** 2 / total((one) => one.n ** 2) / k / alike;
  const known = (alike * total((one, i) => (one.n * weight(i)) ** 2)) / weighed ** 2;
  const variance = between * (1 / Math.max(coming * effective, 1) + known) + within / weighed;
  // A rate varies between 0 and 1: no variance is more than that of a coin.
  const strength = Math.max(within / variance - 1, 0.02);
  return { a: mean * strength, b: (1 - mean) * strength };
}

/**
 * Of a mean, or of what is made of several: each period is as many sums as the figure needs.
 *
 * @param past by period its sums
 * @param done the sums of the year so far
 * @param rest the cases to come of each sum
 * @param value what the sums of a year come to; null where they come to nothing
 * @param meets whether a value meets the target
 */
export function forecastSums(
  past: readonly (readonly Sum[])[],
  done: readonly Sum[],
  rest: { readonly n: readonly number[]; readonly periods: number },
  value: (sums: readonly Sum[]) => number | null,
  meets: (value: number) => boolean,
): Forecast | null {
  const periods = past.filter((sums) => sums.every(({ n }) => n > 0));
  const k = periods.length;
  if (k < fewestPast) return null;
  const random = xoroshiro128plus(seed);
  const coming = Math.max(1, Math.round(rest.periods));
  // Of each sum its rate in each draw: plain arrays of numbers, since a report draws for every mean that it has.
  const rates = done.map(() => new Float64Array(draws));
  const sample = new Int32Array(k);
  const totals = done.map(() => ({ sum: 0, n: 0 }));
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < k; i++) sample[i] = uniformInt(random, 0, k - 1);
    for (const total of totals) total.sum = total.n = 0;
    for (let period = 0; period < coming; period++) {
      const sums = periods[sample[uniformInt(random, 0, k - 1)]];
      for (const [i, total] of totals.entries()) {
        total.sum += sums[i].sum;
        total.n += sums[i].n;
      }
    }
    for (const [i, { sum, n }] of totals.entries()) rates[i][draw] = sum / n;
  }
  // A sample of so few periods varies less than what it is drawn from: what is to come is spread, and no time is below 0.
  const wider = Math.sqrt((alike * k) / (k - 3));
  const means = rates.map((of) => of.reduce((sum, rate) => sum + rate, 0) / draws);
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const year = done.map(({ sum, n }, i) => {
      const spread = Math.max(0, means[i] + (rates[i][draw] - means[i]) * wider);
      return { sum: sum + spread * rest.n[i], n: n + rest.n[i] };
    });
    const one = value(year);
    if (one !== null) values.push(one);
  }
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  const at = (p: number) => values[Math.min(values.length - 1, Math.floor(p * values.length))];
  const met = values.filter(meets).length;
  return { probability: met / values.length, low: at(tail), high: at(1 - tail), periods: k };
}
