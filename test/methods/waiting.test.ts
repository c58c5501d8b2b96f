import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumOfCounts } from "../../src/measures/counts.ts";
import { addKept, type Kept, type KeptScope, mergeKept, newKept } from "../../src/methods/kept.ts";
import { endsIn, stagesIn } from "../../src/methods/stages.ts";
import { nearestRank } from "../../src/methods/times.ts";
import { waitingAt } from "../../src/methods/waiting.ts";
import { absentEvent, type Case } from "../../src/records/case.ts";
import { shippedCalendar } from "../../src/time/calendar.ts";
import { dayNumber } from "../../src/time/civil.ts";
import { halfMonthOf, lastHalfMonth } from "../../src/time/half-month.ts";

const day = (d: number, month = 9) => dayNumber(2025, month, d);
const at = (d: number, hour = 8) => day(d) * 86_400 + hour * 3600;

/** A case of which only what these methods read is filled in. */
function caseOf(over: Partial<Case>): Case {
  const { receivedAt = null, completedAt = null } = over;
  return {
    ...{ agency: "A", procedure: "1", channel: "online", status: completedAt === null ? "processing" : "finished" },
    ...{ submittedAt: null, transferredAt: null, finishedAt: completedAt, returnedAt: null, dueAt: null },
    ...{ blank: 0, fault: 0, absent: 0, dateOnly: 0, open: completedAt === null, isAhead: false },
    ...{ received: receivedAt ?? -1, completed: completedAt ?? absentEvent },
    ...over,
  } as unknown as Case;
}

const period = { from: day(1), to: day(30) };
const [first, last] = [halfMonthOf(period.from), halfMonthOf(period.to)];
const scope: KeptScope = {
  waiting: { from: first, openFrom: last, to: last, asOf: null },
  stages: {
    ...{ from: first, to: last, asOf: null },
    chain: ["submittedAt", "receivedAt", "transferredAt", "finishedAt"],
    calendar: shippedCalendar().days,
  },
};
/** As a part keeps it: of every half-month. */
const ofAll: KeptScope = {
  waiting: { ...scope.waiting, from: 0, openFrom: 0, to: lastHalfMonth },
  stages: { ...scope.stages, from: 0, to: lastHalfMonth },
};

function keptOf(cases: readonly Case[], by = scope) {
  const kept = newKept();
  for (const c of cases) addKept(kept, by, c, 1);
  return kept;
}

const waitingIn = ({ waiting, times }: Kept) =>
  waitingAt(waiting.all, sumOfCounts([...times.byAgency.values()]), day(30), period);
const agencyIn = ({ waiting, times }: Kept, name: string) =>
  waitingAt(waiting.byAgency.get(name) ?? new Map(), times.byAgency.get(name) ?? new Map(), day(30), period);

describe("waiting cases", () => {
  it("finished after 1, 1, 2, 3, 3, 3, 5, 8 days, open for 2, 4, 4, 9: median 3, mean at least 4.6146 beside 3.25 (R)", () => {
    const finished = [1, 1, 2, 3, 3, 3, 5, 8].map((days) =>
      caseOf({ receivedAt: at(10), completedAt: at(10 + days), dueAt: at(20) }),
    );
    const open = [2, 4, 4, 9].map((days) => caseOf({ receivedAt: at(30 - days), dueAt: at(27) }));
    const found = waitingIn(keptOf([...finished, ...open]));
    expect(found.times?.mean).toBeCloseTo(4.61458333333, 10);
    expect(found.times).toMatchObject({ finished: 8, open: 4, finishedMean: 3.25, finishedMedian: 3, median: 3 });
    expect(found).toMatchObject({ open: 4, medianAge: 4, age92: 9, ages: [3, 1, 0, 0, 0, 0, 0], ended: 8 });
    // Due on 27 September: at the end of the 30th past it by three days.
    expect(found.pastDue).toEqual([4, 0, 0, 0, 0]);
    expect(found.within).toEqual({ inTime: 0, of: 4 });
    // 4 open, 8 ended in 30 days: 4 ÷ (8 × 7 ÷ 30)
    expect(found.weeksToClear).toBeCloseTo(120 / 56, 12);
  });

  it("due today and 1, 3, 4, 7, 8, 30 and 31 days ago: 3, 2, 1, 1 and 1 by bands to 3, 7, 15, 30 and more; due tomorrow: in time", () => {
    const open = [-1, 0, 1, 3, 4, 7, 8, 30, 31].map((past) =>
      caseOf({ receivedAt: (day(30) - 40) * 86_400, dueAt: (day(30) - past) * 86_400 + 17 * 3600 }),
    );
    const found = waitingIn(keptOf(open));
    expect(found.pastDue).toEqual([3, 2, 1, 1, 1]);
    expect(found.within).toEqual({ inTime: 1, of: 9 });
  });

  it("of two agencies each has its own times: A 2 days with one open for 20, at least 11; B 4 days", () => {
    const ended = (agency: string, days: number) =>
      caseOf({ agency, receivedAt: at(10), completedAt: at(10 + days), dueAt: at(20) });
    const kept = keptOf([ended("A", 2), caseOf({ agency: "A", receivedAt: at(10) }), ended("B", 4)]);
    // A: half ends on day 2, the other half is still open on day 20: 2 × 1 + 18 × ½ = 11.
    expect(agencyIn(kept, "A").times).toEqual({
      ...{ finished: 1, open: 1, finishedMean: 2, finishedMedian: 2, median: 2, mean: 11, isMisleading: true },
    });
    expect(agencyIn(kept, "B").times).toMatchObject({ finished: 1, open: 0, finishedMean: 4, mean: 4 });
    // All three: a third ends on day 2, a third on day 4, the last is open: 2 × 1 + 2 × ⅔ + 16 × ⅓.
    expect(waitingIn(kept).times.mean).toBeCloseTo(2 + 4 / 3 + 16 / 3, 12);
  });

  it("of the 24 half-months up to the end of September 2025 is a case of 1 October 2024, none of the day before", () => {
    const of = (received: number) =>
      keptOf([caseOf({ receivedAt: received * 86_400, completedAt: received * 86_400 + 86_400 })]);
    const [first, before] = [dayNumber(2024, 10, 1), dayNumber(2024, 9, 30)];
    expect(waitingIn(of(first)).times.finished).toBe(1);
    expect(waitingIn(of(before)).times.finished).toBe(0);
    const open = keptOf([caseOf({ receivedAt: first * 86_400 }), caseOf({ receivedAt: before * 86_400 })]);
    expect(waitingIn(open)).toMatchObject({ open: 2, times: { open: 1 } });
  });

  it("a case that ends after the period is open at its end; one received after it is not there", () => {
    const later = caseOf({ receivedAt: at(28), completedAt: (day(2, 10) + 0.5) * 86_400 });
    const next = caseOf({ receivedAt: day(1, 10) * 86_400 });
    const found = waitingIn(keptOf([later, next]));
    expect(found).toMatchObject({ open: 1, medianAge: 2, weeksToClear: null, within: { inTime: 0, of: 0 } });
  });

  it("of nothing there is no age, no time and no 0 %", () => {
    const found = waitingIn(keptOf([]));
    expect(found).toMatchObject({ open: 0, medianAge: null, age92: null, weeksToClear: null });
    expect(found.times).toMatchObject({ finishedMean: null, median: null, mean: null });
  });

  it("92 % of 25 ages is the 23rd, of 1 the first", () => {
    const ages = Array.from({ length: 25 }, (_, i) => [i + 1, 1] as const);
    expect([nearestRank(ages, 0.92), nearestRank([[7, 1]], 0.92), nearestRank([], 0.5)]).toEqual([23, 7, null]);
  });
});

describe("stages", () => {
  it("received at 8:00, transferred at 9:00, finished at 16:00: 1 h and 7 h, 5 h of work; 12.5 % and 87.5 %", () => {
    // Tuesday, 2 September is a holiday; the 10th is a Wednesday, worked 7:30–11:30 and 13:30–17:30.
    const c = caseOf({ receivedAt: at(10), transferredAt: at(10, 9), completedAt: at(10, 16), dueAt: at(10, 15) });
    const found = stagesIn(keptOf([c]).stages, period);
    expect(found).toEqual([
      expect.objectContaining({ from: "receivedAt", n: 1, mean: 3600, median: 3600, share: 12.5, lateShare: 12.5 }),
      expect.objectContaining({ from: "transferredAt", mean: 25_200, workingMean: 18_000, share: 87.5, isDays: false }),
    ]);
  });

  it("where the transfer is blank the stage goes on to the end; one before its forerunner is counted as out of order", () => {
    const blank = caseOf({ receivedAt: at(10), completedAt: at(11) });
    // A transfer of the year before lengthens no stage: the one from the receipt goes on to the end.
    const wrong = caseOf({ receivedAt: at(10), transferredAt: at(10) - 365 * 86_400, completedAt: at(11) });
    const { stages } = keptOf([blank, wrong]);
    expect(endsIn(stages, period)).toEqual({ cases: 2, late: 0, disordered: 1 });
    expect(stagesIn(stages, period).map(({ from, to, n }) => [from, to, n])).toEqual([["receivedAt", "finishedAt", 2]]);
  });

  it("a case that ended outside the period, or is open, has no stage in it", () => {
    const before = caseOf({ receivedAt: at(1) - 9 * 86_400, completedAt: at(1) - 86_400 });
    expect(endsIn(keptOf([before, caseOf({ receivedAt: at(3) })]).stages, period).cases).toBe(0);
  });
});

describe("what a pass keeps", () => {
  const moment = fc.integer({ min: at(1) - 60 * 86_400, max: at(30) + 20 * 86_400 });
  const made = fc
    .record({
      receivedAt: moment,
      completedAt: fc.option(moment),
      transferredAt: fc.option(moment),
      dueAt: fc.option(moment),
      agency: fc.constantFrom("A", "B", null),
    })
    .map((over) => caseOf(over as Partial<Case>));

  it("cut anywhere and merged in any order it is the same, a case taken out again leaves what was before, and a part says the same of its month", () => {
    fc.assert(
      fc.property(fc.array(made, { maxLength: 30 }), fc.nat(30), made, (cases, cut, more) => {
        const plain = (kept: Kept) => ({
          waiting: waitingIn(kept),
          agencies: ["A", "B", ""].map((name) => agencyIn(kept, name)),
          stages: stagesIn(kept.stages, period),
          ends: endsIn(kept.stages, period),
        });
        const whole = plain(keptOf(cases));
        const [a, b] = [keptOf(cases.slice(0, cut)), keptOf(cases.slice(cut))];
        mergeKept(b, a);
        expect(plain(b)).toEqual(whole);
        const back = keptOf(cases);
        addKept(back, scope, more, 1);
        addKept(back, scope, more, -1);
        expect(plain(back)).toEqual(whole);
        expect(plain(keptOf(cases, ofAll))).toEqual(whole);
      }),
    );
  });
});
