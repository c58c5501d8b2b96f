/** What the dates of a column show together, of which a single cell says nothing. */
import { seenASlot, seenAt, slotFlags } from "./kernel.ts";

/** What the dates of one column look like, over the whole log. */
export interface DateFacts {
  /** Values with and without a time of day. */
  timed: number;
  dated: number;
  /** Those with a time of day of which it is a midnight. */
  midnights: number;
  /** Values that only one of the orders day/month and month/day fits. */
  dayFirst: number;
  monthFirst: number;
  /** Values in which the order of day and month is not in question, and those of them whose day is past the twelfth. */
  other: number;
  otherPast12: number;
}

/** Facts of a column of which nothing has been read. */
export function newDateFacts(): DateFacts {
  return { timed: 0, dated: 0, midnights: 0, dayFirst: 0, monthFirst: 0, other: 0, otherPast12: 0 };
}

/** Whether a column of due times holds days: most of its times are midnights, at which nobody promises anything. */
export function holdsDays({ timed, midnights }: DateFacts): boolean {
  return 2 * midnights > timed;
}

/** So many values of each half must agree before the other half is suspected. */
const leastOfHalf = 20;

/**
 * Excel with American settings takes 05/03/2025 for the third of May and leaves 25/03/2025 as text: then every value with
 * an order still has a day past the twelfth, and every other one a day up to it.
 */
export function isHalfSwapped({ timed, dated, dayFirst, other, otherPast12 }: DateFacts): boolean {
  const ordered = timed + dated - other;
  return dayFirst >= leastOfHalf && dayFirst === ordered && other >= leastOfHalf && otherPast12 === 0;
}

/** What the inner loop and the column itself have seen of dates. */
export function dateFacts(own: DateFacts, seen: Uint32Array, slot: number): DateFacts {
  const sum = { ...own };
  const from = seenAt(slot, 0);
  seen.subarray(from, from + seenASlot).forEach((count, says) => {
    const flags = says << 2;
    if ((flags & slotFlags.dateOnly) !== 0) sum.dated += count;
    else sum.timed += count;
    if ((flags & slotFlags.midnight) !== 0) sum.midnights += count;
    const isOther = (flags & slotFlags.orderless) !== 0;
    const isPast12 = (flags & slotFlags.dayPast12) !== 0;
    if (isOther) sum.other += count;
    if (isPast12) sum[isOther ? "otherPast12" : "dayFirst"] += count;
  });
  return sum;
}
