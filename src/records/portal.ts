/** What the national portal shows of an office, beside what its log says. */

/** Numbers of cases that the portal's statistics have, by the metric of which they are part. */
export const portalCounts = [
  "handled",
  "synchronised",
  "receivedOnline",
  "receivedDirect",
  "doneInTime",
  "doneLate",
  "paidOnline",
] as const;

export type PortalCount = (typeof portalCounts)[number];

/** What the portal's answers say of one office. Plain data. */
export interface PortalScore {
  /** As the portal writes it; null where no answer names it. */
  readonly unit: string | null;
  readonly total: number | null;
  /** By the id of the group (plans/plan.ts). */
  readonly groups: Readonly<Record<string, number>>;
  /** Points of online services and of online payment together; null where they are not known, or each by itself is. */
  readonly both: number | null;
  readonly counts: Readonly<Partial<Record<PortalCount, number>>>;
  /** Groups of an answer that are none of the index's. */
  readonly unread: readonly string[];
}
