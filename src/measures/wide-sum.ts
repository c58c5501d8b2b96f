/** A sum of squares, exactly: of values whose squares, and many of them together, are beyond a double's whole numbers. */

import type { Weight } from "./fold.ts";

/** A sum of squares up to 2^105, as two doubles of whole value: high × 2^52 + low. A square may exceed 2^53. */
export interface WideSum {
  high: number;
  low: number;
}

const limb = 2 ** 52;
/** Below this a square is under 2^52, so that a low limb plus a square is exact. */
const exactRoot = 2 ** 26;

/** Adds weight × value² to the sum, exactly; value is a whole number under 2^53. */
export function addSquare(sum: WideSum, value: number, weight: Weight): void {
  if (value < exactRoot) {
    sum.low += weight * value * value;
  } else {
    const square = BigInt(value) * BigInt(value);
    sum.high += weight * Number(square / BigInt(limb));
    sum.low += weight * Number(square % BigInt(limb));
  }
  carry(sum);
}

/** Adds one sum to another. */
export function addWide(into: WideSum, from: WideSum): void {
  into.high += from.high;
  into.low += from.low;
  carry(into);
}

function carry(sum: WideSum): void {
  if (sum.low >= limb) {
    sum.low -= limb;
    sum.high += 1;
  } else if (sum.low < 0) {
    sum.low += limb;
    sum.high -= 1;
  }
}

/** The exact value. */
export function wideValue(sum: WideSum): bigint {
  return BigInt(sum.high) * BigInt(limb) + BigInt(sum.low);
}
