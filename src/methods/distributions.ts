/**
 * The distributions of which the methods are made: normal, binomial, beta-binomial. Tails are summed outwards from the
 * value, where terms only fall, so that a probability of 1e-12 is as exact as one of a half. Each is held against R.
 *
 * Of libraries, stdlib's packages are sound and bring 212 others, jstat's incomplete beta stops at 3e-7, and R's own port
 * needs a logger of a release candidate: for four functions of one page none was taken.
 */

/** ln Γ(x) for x > 0, by Stirling's series from 10 on (Abramowitz and Stegun 6.1.40), below by Γ(x + 1) = x·Γ(x). */
export function logGamma(x: number): number {
  let [below, at] = [1, x];
  for (; at < 10; at++) below *= at;
  const square = 1 / (at * at);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188))))) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(below);
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

function logChoose(n: number, k: number): number {
  return k === 0 || k === n ? 0 : -Math.log(n + 1) - logBeta(n - k + 1, k + 1);
}

/** Terms below this share of their sum are nothing to it. */
const negligible = 1e-17;

/** What k of n successes have as probability, and the probability of k + 1 over that of k. */
interface Counts {
  readonly n: number;
  readonly at: (k: number) => number;
  readonly ratio: (k: number) => number;
}

function binomial(n: number, p: number): Counts {
  return {
    n,
    at: (k) => Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p)),
    ratio: (k) => ((n - k) / (k + 1)) * (p / (1 - p)),
  };
}

function betaBinomial(n: number, a: number, b: number): Counts {
  return {
    n,
    at: (k) => Math.exp(logChoose(n, k) + logBeta(k + a, n - k + b) - logBeta(a, b)),
    ratio: (k) => ((n - k) / (k + 1)) * ((k + a) / (n - k - 1 + b)),
  };
}

/** The sum of probabilities from k down to 0, or up to n. */
function outwards({ n, at, ratio }: Counts, k: number, step: 1 | -1): number {
  let term = at(k);
  let sum = term;
  for (let i = k; i + step >= 0 && i + step <= n; i += step) {
    const next = step === 1 ? term * ratio(i) : term / ratio(i - 1);
    if (!(next > sum * negligible) && next <= term) break;
    term = next;
    sum += term;
  }
  return Math.min(1, sum);
}

/** P(X ≤ k): summed on the side on which terms fall, and the other is what is left. */
function atMost(counts: Counts, k: number): number {
  if (k < 0) return 0;
  if (k >= counts.n) return 1;
  const falls = counts.ratio(k) >= 1;
  return falls ? outwards(counts, k, -1) : 1 - outwards(counts, k + 1, 1);
}

/** P(X ≥ k). */
function atLeast(counts: Counts, k: number): number {
  if (k <= 0) return 1;
  if (k > counts.n) return 0;
  const falls = counts.ratio(k - 1) <= 1;
  return falls ? outwards(counts, k, 1) : 1 - outwards(counts, k - 1, -1);
}

/** The least k with P(X ≤ k) ≥ p, by halving. */
function quantileOf(counts: Counts, p: number): number {
  let [low, high] = [0, counts.n];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (atMost(counts, middle) >= p) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** P(X ≤ k) of so many successes of n, each with probability p (from 0 to 1). */
export function binomialAtMost(k: number, n: number, p: number): number {
  if (p === 0 || p === 1) return k >= (p === 0 ? 0 : n) ? 1 : 0;
  return atMost(binomial(n, p), k);
}

/** P(X ≥ k), exact in its own tail. */
export function binomialAtLeast(k: number, n: number, p: number): number {
  if (p === 0 || p === 1) return k <= (p === 0 ? 0 : n) ? 1 : 0;
  return atLeast(binomial(n, p), k);
}

/** The least number of successes of n with P(X ≤ k) ≥ q; p strictly between 0 and 1. */
export function binomialQuantile(q: number, n: number, p: number): number {
  return quantileOf(binomial(n, p), q);
}

/** P(X ≥ k) of n successes whose probability is itself of a beta distribution with parameters a and b. */
export function betaBinomialAtLeast(k: number, n: number, a: number, b: number): number {
  return atLeast(betaBinomial(n, a, b), k);
}

/** The least k with P(X ≤ k) ≥ q of the same. */
export function betaBinomialQuantile(q: number, n: number, a: number, b: number): number {
  return quantileOf(betaBinomial(n, a, b), q);
}

/**
 * The upper tail P(Z > z) of the standard normal distribution: by the series of its integral up to 3, from there by the
 * continued fraction of Mills's ratio (Abramowitz and Stegun 26.2.10 and 26.2.14).
 */
export function normalAbove(z: number): number {
  if (z < 0) return 1 - normalAbove(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    let [term, sum] = [z, z];
    for (let i = 3; term > sum * negligible; i += 2) {
      term *= (z * z) / i;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let i = 100; i >= 1; i--) fraction = z + i / fraction;
  return density / fraction;
}

/** The z above which a normal variable lies with probability p, by halving; p from 1e-300 to a half. */
export function normalAboveQuantile(p: number): number {
  let [low, high] = [0, 38];
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (normalAbove(middle) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
