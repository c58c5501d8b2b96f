/**
 * The funnel plot of shares against a target (D. J. Spiegelhalter, Statistics in Medicine 24, 2005): an office of few cases
 * strays further from it by chance than one of many, so that its share alone says little. Limits are exact binomial ones;
 * where offices differ among themselves by more than chance (φ, from winsorised residuals about their median share), they
 * are widened by √φ. Which offices differ clearly is decided for all offices and figures of a report at once, by Benjamini
 * and Hochberg (JRSS B 57, 1995): of those that are called different, at most 5 % are expected to be so by chance.
 */
import {
  binomialAtLeast,
  binomialAtMost,
  binomialQuantile,
  normalAbove,
  normalAboveQuantile,
} from "./distributions.ts";

/** An office: so many of its cases count. */
export interface OfficeShare {
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** Shares between which so many parts of a hundred lie by chance. */
export type ChanceLimits = readonly [low: number, high: number];

export interface FunnelPoint extends OfficeShare {
  /** From 0 to 1, at this office's number of cases. */
  readonly within95: ChanceLimits;
  readonly within998: ChanceLimits;
  /** Two-sided: how often chance alone would bring a share so far from the target; with φ. */
  readonly p: number;
}

export interface FunnelOfShares {
  readonly target: number;
  /** 1 where the offices differ by no more than chance. */
  readonly phi: number;
  readonly points: readonly FunnelPoint[];
  /** The limits for numbers of cases from the fewest to the most. */
  readonly curve: readonly { readonly n: number; readonly within95: ChanceLimits; readonly within998: ChanceLimits }[];
}

/** Fewer offices than this say nothing of how offices differ. */
const fewestForPhi = 10;
const tails = { within95: 0.025, within998: 0.001 } as const;
/**
 * Of the residuals at either end this share is drawn in to the next. Of few offices a tenth is one: two that stand apart
 * would widen the limits until they stood within them.
 */
const winsorised = 0.2;

/** @param target from 0 to 1, neither of the two @param shares those of offices with cases */
export function funnelOf(shares: readonly OfficeShare[], target: number): FunnelOfShares {
  const phi = overdispersion(shares);
  const points = shares.map((share): FunnelPoint => {
    const { numerator, denominator } = share;
    return {
      ...share,
      within95: limitsAt(denominator, target, "within95", phi),
      within998: limitsAt(denominator, target, "within998", phi),
      p: twoSided(numerator, denominator, target, phi),
    };
  });
  const counts = shares.map(({ denominator }) => denominator);
  const [fewest, most] = [Math.max(1, Math.min(...counts) * 0.8), Math.max(...counts) * 1.05];
  const places = Array.from({ length: steps + 1 }, (_, i) => Math.round(fewest * (most / fewest) ** (i / steps)));
  const curve = [...new Set(places)].map((n) => ({
    n,
    within95: limitsAt(n, target, "within95", phi),
    within998: limitsAt(n, target, "within998", phi),
  }));
  return { target, phi, points, curve };
}

/** The parts of a curve. */
const steps = 16;

/** The limits for so many cases. */
export function limitsAt(n: number, target: number, width: keyof typeof tails, phi: number): ChanceLimits {
  const tail = phi === 1 ? tails[width] : normalAbove(normalAboveQuantile(tails[width]) * Math.sqrt(phi));
  // The upper limit of what succeeds is the lower one of what does not.
  return [atTail(n, target, tail), 1 - atTail(n, 1 - target, tail)];
}

/**
 * The lower limit, interpolated between the two counts of which one is too rare and the other not, so that a curve of them is
 * smooth.
 */
function atTail(n: number, target: number, tail: number): number {
  const count = binomialQuantile(tail, n, target);
  const [at, before] = [binomialAtMost(count, n, target), binomialAtMost(count - 1, n, target)];
  const part = at === before ? 0 : (at - tail) / (at - before);
  return Math.min(1, Math.max(0, (count - part) / n));
}

function twoSided(numerator: number, denominator: number, target: number, phi: number): number {
  const one = Math.min(
    binomialAtMost(numerator, denominator, target),
    binomialAtLeast(numerator, denominator, target),
    0.5,
  );
  if (phi === 1) return 2 * one;
  return 2 * normalAbove(normalAboveQuantile(Math.max(one, 1e-290)) / Math.sqrt(phi));
}

/**
 * φ, the mean of the squared residuals about the median share, which those that stand apart do not move; 1 where it is not
 * clearly more (φ ≤ 1 + 2·√(2 ÷ I)).
 */
function overdispersion(shares: readonly OfficeShare[]): number {
  const count = shares.length;
  if (count < fewestForPhi) return 1;
  const rates = shares.map(({ numerator, denominator }) => numerator / denominator).sort((a, b) => a - b);
  const middle = (rates[Math.floor((count - 1) / 2)] + rates[Math.ceil((count - 1) / 2)]) / 2;
  if (middle <= 0 || middle >= 1) return 1;
  const residuals = shares
    .map(({ numerator, denominator: n }) => (numerator - n * middle) / Math.sqrt(n * middle * (1 - middle)))
    .sort((a, b) => a - b);
  const cut = Math.floor(count * winsorised);
  const [low, high] = [residuals[cut], residuals[count - 1 - cut]];
  const phi = residuals.reduce((sum, z) => sum + Math.min(high, Math.max(low, z)) ** 2, 0) / count;
  return phi > 1 + 2 * Math.sqrt(2 / count) ? phi : 1;
}

/**
 * Which of many differences are clear, if at most so many parts of 1 of those called clear may be chance: the greatest k
 * with p₍ₖ₎ ≤ k·q ÷ m, and all that are no greater.
 */
export function clearAmong(ps: readonly number[], q = 0.05): boolean[] {
  const ordered = ps.toSorted((a, b) => a - b);
  const last = ordered.findLastIndex((p, i) => p <= ((i + 1) * q) / ps.length);
  return ps.map((p) => last >= 0 && p <= ordered[last]);
}
