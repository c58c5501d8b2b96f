/** What the inner loop tells rows apart by, so that those of one kind can be counted together (kinds.ts). */
import { bit, events, type Field, fieldKinds, type Need } from "../records/case.ts";
import { secondsADay } from "../time/civil.ts";
import type { KindColumn, KindPlan } from "./kernel.ts";
import { aYear, type Reading } from "./reading.ts";
import type { Kinds } from "./visitor.ts";

/** A row that shows none of these is rejected. */
export const eventTimes = bit.submittedAt | bit.receivedAt | bit.returnedAt | bit.finishedAt | bit.ratedAt;

/** A column that the log does not have: no row shows its bit. */
const nothingTold: KindColumn = { slot: 0, bit: 0 };

/**
 * The plan of the kinds for one log.
 *
 * @param slots of the columns that the log has and somebody reads
 * @param toldBlanks bits of the columns whose blank cells are counted
 */
export function kindPlan(
  { needs, ranges }: Kinds,
  { basis, asOf }: Reading,
  slots: ReadonlyMap<Field, number>,
  toldBlanks: number,
): KindPlan {
  const told = (field: Field | null): KindColumn | null => {
    const slot = field === null ? undefined : slots.get(field);
    return slot === undefined ? null : { slot: 4 * slot, bit: bit[field as Need] };
  };
  const columns = (wanted: (field: Field) => boolean) =>
    [...slots.keys()].filter(wanted).map((field) => told(field) as KindColumn);
  const inOrder = (first: Field, second: Field, seconds = 0) => {
    const [a, b] = [told(first), told(second)];
    return a === null || b === null ? [] : [{ first: a, second: b, seconds }];
  };
  const fromColumns = (needs & bit.submissionTime) === 0 ? needs : needs | bit.loginAt | bit.submittedAt;
  // Each time is held against one that a row must show to be like others: within half of what may lie between two times of a
  // case, so that no two of the row lie further apart than all of it. Which of them is wrong rows.ts says.
  const anchor = (["receivedAt", "submittedAt", "finishedAt", "returnedAt"] as const).find((field) => slots.has(field));
  // The inner loop holds those of the events against each other by itself.
  const ofEvents = new Set(Object.values(basis.events));
  const others = [...slots.keys()].filter((field) => fieldKinds[field] === "time" && !ofEvents.has(field));
  const eventBits = events.reduce((mask, event) => mask | (told(basis.events[event])?.bit ?? 0), 0);
  const standsIn = told("returnedAt")?.bit ?? 0;
  return {
    shows: anchor === undefined ? eventTimes : bit[anchor],
    read: fromColumns | eventBits | standsIn | bit.dueAt | toldBlanks | bit.status | bit.channel,
    yes: needs,
    pairs: [
      ...(basis.submissionTime === "timestamps" ? inOrder("loginAt", "submittedAt") : []),
      ...inOrder("submittedAt", "receivedAt", secondsADay),
      ...inOrder("receivedAt", "finishedAt"),
      ...inOrder("receivedAt", "returnedAt"),
      ...inOrder("receivedAt", "dueAt"),
      ...(anchor === undefined
        ? []
        : others.flatMap((field) => [
            ...inOrder(field, anchor, aYear),
            // What stands in order above is not years before it.
            ...(anchor === "receivedAt" && (field === "dueAt" || field === "returnedAt")
              ? []
              : inOrder(anchor, field, aYear)),
          ])),
      // A due time lies ahead by nature.
      ...(asOf === null ? [] : columns((field) => fieldKinds[field] === "time" && field !== "dueAt")).map((first) => {
        return { first, second: null, seconds: 0 };
      }),
    ],
    latest: asOf ?? 0,
    ranges,
    events: events.flatMap((event): [KindColumn, KindColumn?, KindColumn?, KindColumn?][] => {
      const column = told(basis.events[event]);
      if (column === null) return [];
      // An open case counts at its due time, else when it was received.
      if (event === "completed") {
        const returned = basis.events.completed === "finishedAt" ? told("returnedAt") : null;
        return [
          [column, returned ?? nothingTold, told("dueAt") ?? nothingTold, told(basis.events.received) ?? nothingTold],
        ];
      }
      return [[column]];
    }),
    words: columns(
      (field) => fieldKinds[field] === "word" && (bit[field as Need] & (needs | bit.status | bit.channel)) !== 0,
    ),
  };
}
