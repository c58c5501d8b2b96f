import { describe, expect, it } from "vitest";
import { addSigns, type SignsScope, type SignsState, signsIn } from "../../src/methods/signs.ts";
import { absentEvent, type Case } from "../../src/records/case.ts";
import { dayNumber } from "../../src/time/civil.ts";

const at = (d: number, hour: number, minute = 0, second = 0) =>
  dayNumber(2025, 9, d) * 86_400 + hour * 3600 + minute * 60 + second;
const scope: SignsScope = { period: { from: dayNumber(2025, 9, 1), to: dayNumber(2025, 9, 30) }, asOf: null };

function caseOf(over: Partial<Case>): Case {
  const { completedAt = null, receivedAt = null } = over;
  return {
    ...{ agency: "A", channel: "in_person", status: completedAt === null ? "processing" : "finished", dateOnly: 0 },
    ...{ receivedAt, submittedAt: null, finishedAt: completedAt, dueAt: null, rating: null, ratedAt: null, fault: 0 },
    ...{
      received: receivedAt ?? -1,
      completed: completedAt ?? absentEvent,
      open: completedAt === null,
      isAhead: false,
    },
    ...over,
  } as unknown as Case;
}

/** The signs of so many cases, made by their numbers. */
function signsOf(...made: readonly (readonly [count: number, of: (i: number) => Partial<Case>])[]) {
  const state: SignsState = new Map();
  for (const [count, of] of made) for (let i = 0; i < count; i++) addSigns(state, scope, caseOf(of(i)), 1);
  return signsIn(state.get("A") ?? new Map());
}

/** Received at minutes 1, 3, 7, 9 of some hour, days apart, and done the day after. */
const plain = (i: number) => ({
  receivedAt: at(3 + (i % 20), 8, [1, 13, 27, 39][i % 4], 7),
  completedAt: at(4 + (i % 20), 9),
});

describe("signs to look at", () => {
  it("45 of 60 that ended in the 24 hours before they were due, 1 in the 24 after: told; with 6 after: not", () => {
    const due = (hours: number) => (i: number) => ({
      ...plain(i),
      dueAt: (plain(i).completedAt as number) + hours * 3600,
    });
    expect(signsOf([45, due(5)], [1, due(-5)], [14, due(60)])).toEqual([{ sign: "due-bunching", count: 45, of: 60 }]);
    expect(signsOf([45, due(5)], [6, due(-5)], [9, due(60)])).toEqual([]);
    // 49 are too few to say anything of.
    expect(signsOf([49, due(5)])).toEqual([]);
  });
  it("6 of 60 that ended within 300 s of their receipt are a tenth: told; 5 are not, nor are ends that are days", () => {
    const quick = (seconds: number) => (i: number) => ({ ...plain(i), completedAt: plain(i).receivedAt + seconds });
    expect(signsOf([54, plain], [6, quick(300)])).toEqual([{ sign: "quick-closing", count: 6, of: 60 }]);
    expect(signsOf([54, plain], [6, quick(301)])).toEqual([]);
    expect(signsOf([55, plain], [5, quick(300)])).toEqual([]);
    expect(signsOf([60, (i) => ({ ...quick(0)(i), dateOnly: -1 })])).toEqual([]);
    // What ended before it was received is a fault of order, and not quick.
    expect(signsOf([60, quick(-3600)])).toEqual([]);
  });
  it("12 of 60 that ended on 29 and 30 September are a fifth: told; on the 28th they are not", () => {
    const on = (d: number) => (i: number) => ({ receivedAt: at(10, 8, 1 + (i % 3), 7), completedAt: at(d, 9) });
    expect(signsOf([48, plain], [6, on(29)], [6, on(30)])).toEqual([{ sign: "month-end", count: 12, of: 60 }]);
    expect(signsOf([48, plain], [12, on(28)])).toEqual([]);
  });
  it("10 online cases in ten minutes are a burst, 9 are none; 5 ratings alike in a minute are one, of two kinds none", () => {
    const online = (d: number) => (i: number) => ({ channel: "online" as const, submittedAt: at(d, 9, i % 10, 5) });
    const spread = (i: number) => ({ channel: "online" as const, submittedAt: at(1 + (i % 28), 8 + (i % 9), 30) });
    expect(signsOf([10, online(3)], [40, spread])).toEqual([{ sign: "online-bursts", count: 10, of: 50 }]);
    expect(signsOf([9, online(3)], [41, spread])).toEqual([]);
    const rated = (rating: 4 | 5) => (i: number) => ({ rating, ratedAt: at(5, 9, 0, i) });
    const apart = (i: number) => ({ rating: 5 as const, ratedAt: at(6, 9, i) });
    expect(signsOf([5, rated(5)], [20, apart])).toEqual([{ sign: "rating-bursts", count: 5, of: 25 }]);
    expect(signsOf([3, rated(5)], [2, rated(4)], [20, apart])).toEqual([]);
  });
  it("40 of 100 received at minutes that end in 0 or 5: told; 39 are not", () => {
    const round = (i: number) => ({ receivedAt: at(1 + (i % 28), 8, 5 * (i % 12)) });
    const other = (i: number) => ({ receivedAt: at(1 + (i % 28), 8, 1 + (i % 4)) });
    expect(signsOf([40, round], [60, other])).toEqual([{ sign: "round-minutes", count: 40, of: 100 }]);
    expect(signsOf([39, round], [61, other])).toEqual([]);
  });
  it("a case taken out again leaves nothing behind", () => {
    const state: SignsState = new Map();
    const c = caseOf({ ...plain(1), dueAt: at(9, 9), channel: "online", submittedAt: at(3, 8) });
    addSigns(state, scope, c, 1);
    addSigns(state, scope, c, -1);
    expect([...(state.get("A") ?? []).values()].every((n) => n === 0)).toBe(true);
  });
});
