/** The KPIs that a plan writes itself: their conditions worked by hand, and the laws that hold for every KPI. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Kpi } from "../../src/kpis/kpi.ts";
import { ownKpis } from "../../src/kpis/own.ts";
import type { Facts } from "../../src/measures/fold.ts";
import { exactValue } from "../../src/measures/kinds.ts";
import type { Condition, OwnKpi, OwnRule, PeriodUnit } from "../../src/measures/rule.ts";
import { absentEvent, allFields, badEvent, bit, type Case, codes, type Need, noEvent } from "../../src/records/case.ts";
import { Tallier } from "../../src/tally/tallier.ts";
import { dayNumber } from "../../src/time/civil.ts";

const columns = { submitted: null, received: null, finished: null, rated: null, completed: null };
const facts: Facts = { asOfDay: null, lastDay: null, processingInDays: false, submissionInDays: false };

const kpiOf = (rule: OwnRule): Kpi => {
  const definition: OwnKpi = {
    id: "own",
    title: { vi: "Riêng", en: "Own" },
    definition: { vi: "Riêng.", en: "Own." },
    ...rule,
    example: { cases: [{}], gives: {} },
  };
  return ownKpis([definition])[0];
};

type Masks = Partial<Record<"blank" | "fault" | "absent" | "dateOnly", readonly Need[]>>;

/** A case with the given cells, whose other cells are blank; every event is on its first day unless it is given. */
function caseOf(cells: Readonly<Record<string, unknown>>, masks: Masks = {}): Case {
  const mask = (needs: readonly Need[] = []) => needs.reduce((all, need) => all | bit[need], 0);
  return {
    agency: null,
    field: null,
    procedure: null,
    completedAt: null,
    ...Object.fromEntries(allFields.map((field) => [field, null])),
    submitted: 0,
    received: 0,
    finished: 0,
    rated: 0,
    completed: 0,
    open: false,
    isAhead: false,
    submissionReason: "no-time-of-day",
    processingReason: "no-time-of-day",
    dueReason: "bad-due-at",
    completedReason: "finished-before-received",
    ...cells,
    blank: mask(masks.blank),
    fault: mask(masks.fault),
    absent: mask(masks.absent),
    dateOnly: mask(masks.dateOnly),
  } as unknown as Case;
}

function tallied(kpi: Kpi, cases: readonly Case[]): Tallier {
  const tallier = new Tallier([kpi], { period: null, year: { from: 0, to: 36_500 }, by: ["agency"] }, columns);
  for (const c of cases) tallier.add(c, 1);
  tallier.settle();
  return tallier;
}
const finish = (kpi: Kpi, tallier: Tallier) => kpi.fold.finish(tallier.whole.totals[0].state, facts);
const measured = (rule: OwnRule, ...cases: readonly Case[]) => finish(kpiOf(rule), tallied(kpiOf(rule), cases));

/** 2025-09-05 08:00, a Friday, in seconds. */
const at = (day: number, hour: number, minute = 0) => dayNumber(2025, 9, day) * 86_400 + hour * 3600 + minute * 60;
const share = (is: Condition, of?: Condition): OwnRule => ({ when: "received", share: { is, ...(of && { of }) } });

/** What a condition says of one case: in the numerator, in the denominator alone, or why it is left out. */
function says(is: Condition, c: Case): string {
  const measure = measured(share(is), c) as { numerator: number; denominator: number; excluded?: object };
  const [reason] = Object.keys(measure.excluded ?? {});
  return reason ?? (measure.numerator === 1 ? "yes" : measure.denominator === 1 ? "no" : "out");
}

describe("a condition", () => {
  const online = { field: "channel", is: "online" };
  const four = { field: "rating", atLeast: 4 };
  const flag = { field: "processed_online", is: "yes" };
  const unread = caseOf({}, { fault: ["channel"] });
  it.each<[string, Condition, Case, string]>([
    ["a word that is it", online, caseOf({ channel: "online" }), "yes"],
    ["a word that is another", online, caseOf({ channel: "postal" }), "no"],
    ["one of several", { field: "channel", in: ["online", "postal"] }, caseOf({ channel: "postal" }), "yes"],
    ["a word that cannot be read", online, unread, "bad-channel"],
    ["a blank word", online, caseOf({}, { blank: ["channel"] }), "no-channel"],
    ["a log without the column", online, caseOf({}, { absent: ["channel"] }), "no-column"],
    ["3 of at least 4", four, caseOf({ rating: 3 }), "no"],
    ["4 of at least 4", four, caseOf({ rating: 4 }), "yes"],
    ["a fee of 0 above 0", { field: "fee", above: 0 }, caseOf({ fee: 0 }), "no"],
    ["a fee of 8000 above 0", { field: "fee", above: 0 }, caseOf({ fee: 8000 }), "yes"],
    ["a fee of 1 of at most 1.5", { field: "fee", atMost: 1.5 }, caseOf({ fee: 1 }), "yes"],
    ["a fee of 2 below 1.5", { field: "fee", below: 1.5 }, caseOf({ fee: 2 }), "no"],
    ["a fee that cannot be read", { field: "fee", above: 0 }, caseOf({}, { fault: ["fee"] }), "bad-fee"],
    ["a name in another spelling", { field: "agency", is: "Sở Y tế" }, caseOf({ agency: "SỞ  Y TẾ" }), "yes"],
    ["a name that is blank", { field: "agency", is: "Sở Y tế" }, caseOf({}), "no-agency"],
    ["a procedure", { field: "procedure", in: ["1.000001"] }, caseOf({ procedure: "1.000002" }), "no"],
    ["a flag", flag, caseOf({ processedOnline: true }), "yes"],
    ["a blank flag, which is no", flag, caseOf({ processedOnline: false }, { blank: ["processedOnline"] }), "no"],
    ["a flag that cannot be read", flag, caseOf({}, { fault: ["processedOnline"] }), "bad-processed-online"],
    ["known, of a time that is there", { known: "finished_at" }, caseOf({ finishedAt: 5 }), "yes"],
    ["known, of a blank time", { known: "finished_at" }, caseOf({}, { blank: ["finishedAt"] }), "no"],
    [
      "known, of one that is unread",
      { known: "finished_at" },
      caseOf({}, { fault: ["finishedAt"] }),
      "bad-finished-at",
    ],
    ["blank, of a blank rating", { blank: "rating" }, caseOf({}, { blank: ["rating"] }), "yes"],
    ["known, of a result that is not returned", { known: "finished" }, caseOf({ finished: noEvent }), "no"],
    ["known, of a blank agency", { known: "agency" }, caseOf({}), "no"],
    // By Kleene: what is known decides where it can.
    ["no and unread", { and: [{ field: "fee", above: 0 }, online] }, { ...unread, fee: 0 }, "no"],
    ["yes and unread", { and: [{ field: "fee", above: 0 }, online] }, { ...unread, fee: 1 }, "bad-channel"],
    ["yes or unread", { or: [{ field: "fee", above: 0 }, online] }, { ...unread, fee: 1 }, "yes"],
    ["no or unread", { or: [{ field: "fee", above: 0 }, online] }, { ...unread, fee: 0 }, "bad-channel"],
    ["not yes", { not: online }, caseOf({ channel: "online" }), "no"],
    ["not unread", { not: online }, unread, "bad-channel"],
    // Who has not rated does not bear on what asks how, though the other part is no.
    ["unrated", { and: [four, online] }, caseOf({ channel: "postal" }, { blank: ["rating"] }), "out"],
  ])("%s", (_, condition, c, expected) => {
    expect(says(condition, c)).toBe(expected);
  });

  it("of a share: of unread, and yes of no is left out; of no it is not in the denominator", () => {
    const rule = share({ field: "fee", above: 0 }, { field: "channel", is: "online" });
    const cases = [
      caseOf({ channel: "online", fee: 1 }),
      caseOf({ channel: "online", fee: 0 }),
      caseOf({ channel: "postal" }, { fault: ["fee"] }),
      caseOf({ fee: 1 }, { blank: ["channel"] }),
      caseOf({ channel: "online" }, { fault: ["fee"] }),
    ];
    expect(measured(rule, ...cases)).toEqual({
      kind: "ratio",
      numerator: 1,
      denominator: 2,
      excluded: { "bad-fee": 1, "no-channel": 1 },
    });
  });

  it("of a share: a blank flag counts as no, and is told where it might have been yes; of one that not makes yes too", () => {
    const blank = caseOf({ channel: "online", processedOnline: false }, { blank: ["processedOnline"] });
    const both = share({ and: [{ field: "channel", is: "online" }, flag] });
    expect(measured(both, blank, { ...blank, channel: "postal" })).toEqual({
      kind: "ratio",
      numerator: 0,
      denominator: 2,
      blanks: { asNo: 1, asYes: 0, unsure: 0 },
    });
    expect(measured(share({ not: flag }), blank)).toMatchObject({ numerator: 1, blanks: { asNo: 0, asYes: 1 } });
  });
});

describe("a stretch of time", () => {
  const within = (unit: PeriodUnit, limit: object) =>
    ({ from: "received", to: "completed", in: unit, ...limit }) as const;
  const done = (from: number, to: number | null, masks: Masks = {}) =>
    caseOf({ receivedAt: from, completedAt: to, finishedAt: to }, masks);
  // Friday 5 Sept 2025 16:30 to Monday 8 Sept 09:00: 1 h to 17:30, and 1.5 h from 07:30. Elapsed 64.5 h, 3 days, 1 working day.
  const weekend = done(at(5, 16, 30), at(8, 9));
  it.each<[string, Condition, Case, string]>([
    ["2.5 working hours of at most 2.5", within("working-hours", { atMost: 2.5 }), weekend, "yes"],
    ["2.5 working hours of below 2.5", within("working-hours", { below: 2.5 }), weekend, "no"],
    ["64.5 hours of at least 64.5", within("hours", { atLeast: 64.5 }), weekend, "yes"],
    ["64.5 hours above 64.5", within("hours", { above: 64.5 }), weekend, "no"],
    ["3870 minutes", within("minutes", { atMost: 3870 }), weekend, "yes"],
    ["3 days", within("days", { atMost: 2 }), weekend, "no"],
    ["1 working day", within("working-days", { atMost: 1 }), weekend, "yes"],
    ["not done", within("days", { atMost: 2 }), done(at(5, 8), null), "no-finished-at"],
    [
      "an end that is unread",
      within("days", { atMost: 2 }),
      { ...done(at(5, 8), null), completed: badEvent },
      "bad-finished-at",
    ],
    [
      "a log without it",
      within("days", { atMost: 2 }),
      { ...done(at(5, 8), null), completed: absentEvent },
      "no-column",
    ],
    ["backwards", within("days", { atMost: 2 }), done(at(5, 8), at(4, 8)), "bad-finished-at"],
    [
      "a day has no hours",
      within("hours", { atMost: 2 }),
      done(at(5, 8), at(5, 0), { dateOnly: ["finishedAt"] }),
      "no-clock-time",
    ],
    ["a day is a day", within("days", { atMost: 0 }), done(at(5, 8), at(5, 0), { dateOnly: ["finishedAt"] }), "yes"],
    // The calendar begins in 2025: nothing is known of the holidays of 2024.
    [
      "outside the calendar",
      within("working-days", { atMost: 9 }),
      done(at(5, 8) - 300 * 86_400, at(5, 8)),
      "no-calendar-year",
    ],
    [
      "due before it was done",
      { from: "due", to: "completed", in: "days", atMost: 0 },
      { ...done(at(1, 8), at(5, 8)), dueAt: at(4, 8) },
      "no",
    ],
    [
      "due after it was done",
      { from: "due", to: "completed", in: "days", below: 0 },
      { ...done(at(1, 8), at(3, 8)), dueAt: at(4, 8) },
      "yes",
    ],
    [
      "due after it, in working hours: −8",
      { from: "due", to: "completed", in: "working-hours", atMost: -8 },
      { ...done(at(1, 8), at(3, 8)), dueAt: at(4, 8) },
      "yes",
    ],
    [
      "due on a blank day",
      { from: "due", to: "completed", in: "days", atMost: 0 },
      { ...done(at(1, 8), at(5, 8)), blank: bit.dueAt },
      "no-due-at",
    ],
  ])("%s", (_, condition, c, expected) => {
    expect(says(condition, c)).toBe(expected);
  });

  const times = { when: "completed", where: { known: "completed" } } as const;
  const stretch = { from: "received", to: "completed", in: "hours" } as const;
  // 1, 2, 3, 4 and 10 hours; one is not done.
  const hours = [3, 1, 10, 2, 4].map((n) => done(at(1, 8), at(1, 8 + n)));
  const cases = [...hours, done(at(1, 8), null)];

  it("has a mean: 20 hours over 5 cases is 4 hours", () => {
    const mean = measured({ ...times, mean: stretch }, ...cases);
    expect(mean).toMatchObject({ kind: "mean", sum: 72_000, n: 5, per: 3600 });
    expect(exactValue(mean)).toEqual({ num: 72_000n, den: 18_000n });
  });

  it.each([
    // The fewest of 5 that are p of a hundred: 3 of 50 %, 5 of 90 %, 1 of 20 %, 2 of 21 %.
    [{ median: stretch }, 3],
    [{ percentile: { ...stretch, p: 90 } }, 10],
    [{ percentile: { ...stretch, p: 20 } }, 1],
    [{ percentile: { ...stretch, p: 21 } }, 2],
  ])("has quantiles by nearest rank: %j is %i hours", (shape, expected) => {
    const value = exactValue(measured({ ...times, ...shape }, ...cases));
    expect(value && Number(value.num) / Number(value.den)).toBe(expected);
  });

  it("has quantiles in groups: the median of A is 1 hour, of B 4", () => {
    const kpi = kpiOf({ ...times, median: stretch });
    const tallier = tallied(
      kpi,
      hours.map((c, i) => ({ ...c, agency: i % 2 === 1 ? "A" : "B" })),
    );
    const groups = tallier.whole.groups[0][0];
    const of = (name: string) => exactValue(kpi.fold.finish(groups.get(name)?.state, facts))?.num;
    // A has 1 and 2 hours, of which the first is half; B 3, 4 and 10.
    expect([of("A"), of("B")]).toEqual([3600n, 4n * 3600n]);
  });

  it("leaves out what has no length, by the reason", () => {
    const rule: OwnRule = { when: "completed", channels: ["online"], mean: stretch };
    const online = (c: Case) => ({ ...c, channel: "online" }) as Case;
    expect(
      measured(rule, online(hours[0]), hours[1], { ...hours[2], fault: bit.channel }, online(done(at(1, 8), null))),
    ).toMatchObject({ sum: 3 * 3600, n: 1, excluded: { "bad-channel": 2, "no-finished-at": 1 } });
  });
});

describe("an example", () => {
  const online = { share: { is: { field: "channel", is: "online" } } } as const;
  const gives = (rule: OwnRule, ...cases: OwnKpi["example"]["cases"]) => {
    const own = { id: "own", title: { vi: "x", en: "x" }, definition: { vi: "x", en: "x" }, ...rule };
    const { kind, ...rest } = ownKpis([{ ...own, example: { cases, gives: {} } }])[0].example.gives;
    return rest;
  };
  const row = (channel: string, cells: OwnKpi["example"]["cases"][number] = {}) => ({ channel, ...cells });
  const at3 = "2025-09-03 08:00";
  it.each<[string, OwnRule, OwnKpi["example"]["cases"], number, number]>([
    [
      "that was not rated is none of one of ratings",
      { ...online, when: "rated" },
      [row("online", { rated_at: null }), row("in_person", { rated_at: at3 })],
      0,
      1,
    ],
    ["of an event without any column has it", { ...online, when: "rated" }, [row("online"), row("postal")], 1, 2],
    [
      "that was refused was not received",
      { ...online, when: "received" },
      [row("online", { status: "refused" }), row("online", { status: "processing" }), row("postal")],
      1,
      2,
    ],
    [
      "that was withdrawn is not completed, one that goes on is by its due time, one that is registered is not due",
      { ...online, when: "completed" },
      [
        row("online", { status: "withdrawn", finished_at: at3 }),
        row("online", { status: "registered", received_at: at3 }),
        row("online", { status: "processing", received_at: at3, due_at: at3 }),
        row("postal", { finished_at: at3, received_at: at3 }),
      ],
      1,
      2,
    ],
    [
      "on which work goes on is not finished, whatever day stands there",
      { ...online, when: "finished" },
      [row("online", { status: "processing", returned_at: at3 }), row("online", { returned_at: at3 })],
      1,
      1,
    ],
    [
      "of another channel is none",
      { ...online, when: "received", channels: ["online", "postal"] },
      [row("online"), row("postal"), row("in_person")],
      1,
      2,
    ],
  ])("a row %s", (_, rule, cases, numerator, denominator) => {
    expect(gives(rule, ...cases)).toEqual({ numerator, denominator });
  });
});

/** Any condition of the fields that any case below has. */
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Condition>(
      { field: "channel", is: "online" },
      { field: "status", in: ["finished", "returned"] },
      { field: "rating", atLeast: 4 },
      { field: "fee", above: 0 },
      { field: "agency", is: "A" },
      { field: "processed_online", is: "yes" },
      { field: "via_portal", is: false },
      { known: "payment_method" },
      { blank: "rating" },
      { from: "received", to: "completed", in: "working-hours", atMost: 8 },
      { from: "received", to: "due", in: "days", above: 2 },
      { from: "due", to: "completed", in: "minutes", atMost: 0 },
    ),
    fc.record({ and: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ or: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie("condition") }),
  ),
}));
const anyStretch = fc.record({
  from: fc.constantFrom("received" as const, "transferred" as const),
  to: fc.constantFrom("completed" as const, "finished" as const, "rated" as const),
  in: fc.constantFrom<PeriodUnit>("minutes", "hours", "working-hours", "days", "working-days"),
});
const anyRule: fc.Arbitrary<OwnRule> = fc
  .record({
    when: fc.constantFrom("received" as const, "completed" as const, "rated" as const),
    channels: fc.option(fc.constant(["online", "postal"] as const), { nil: undefined }),
    shape: fc.oneof(
      fc.record({ share: fc.record({ is: condition, of: fc.option(condition, { nil: undefined }) }) }),
      fc.record({ mean: anyStretch, where: fc.option(condition, { nil: undefined }) }),
      fc.record({ median: anyStretch, where: fc.option(condition, { nil: undefined }) }),
      anyStretch.map((one) => ({ percentile: { ...one, p: 90 } })),
    ),
  })
  .map(({ shape, ...rest }) => ({ ...rest, ...shape }));

const time = fc.integer({ min: dayNumber(2025, 1, 2), max: dayNumber(2025, 3, 1) }).map((day) => day * 86_400 + 30_000);
const or = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const masked: readonly Need[] = [
  "channel",
  "status",
  "rating",
  "fee",
  "processedOnline",
  "viaPortal",
  "paymentMethod",
  "receivedAt",
  "transferredAt",
  "dueAt",
];
const anyCase = fc
  .record({
    channel: fc.constantFrom(...codes.channel),
    status: fc.constantFrom(...codes.status),
    rating: fc.constantFrom(1, 3, 5),
    fee: fc.constantFrom(0, 8000),
    agency: or(fc.constantFrom("A", "a ", "B")),
    processedOnline: fc.boolean(),
    viaPortal: fc.boolean(),
    paymentMethod: fc.constantFrom(...codes.paymentMethod),
    receivedAt: time,
    transferredAt: time,
    dueAt: time,
    completedAt: or(time),
    lacks: fc.subarray([...masked], { maxLength: 2 }),
    how: fc.constantFrom("blank" as const, "fault" as const, "absent" as const),
    days: fc.subarray(["receivedAt", "finishedAt"] as Need[]),
  })
  .map(({ lacks, how, days, ...cells }) => {
    const without = Object.fromEntries(lacks.map((need) => [need, /Online|Portal/.test(need) ? false : null]));
    const made = { ...cells, finishedAt: cells.completedAt, finished: cells.completedAt ?? noEvent };
    return caseOf({ ...made, ...without }, { [how]: lacks, dateOnly: days });
  });

describe("any rule", () => {
  const cases = fc.array(anyCase, { maxLength: 30 });
  const groupsOf = (kpi: Kpi, tallier: Tallier) =>
    [...tallier.whole.groups[0][0]].sort().map(([name, { state }]) => [name, kpi.fold.finish(state, facts)]);

  it("has no value for no case: never 0 or NaN", () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(exactValue(measured(rule))).toBeNull();
      }),
    );
  });

  it("gives the same measure, in all and in groups, for a log cut anywhere and merged in any order", () => {
    fc.assert(
      fc.property(anyRule, cases, fc.array(fc.nat(2), { minLength: 30, maxLength: 30 }), (rule, all, parts) => {
        const kpi = kpiOf(rule);
        const [first, ...rest] = [2, 0, 1].map((part) =>
          tallied(
            kpi,
            all.filter((_, i) => parts[i] === part),
          ),
        );
        for (const part of rest) first.merge(part.tallies);
        const whole = tallied(kpi, all);
        expect(finish(kpi, first)).toEqual(finish(kpi, whole));
        expect(groupsOf(kpi, first)).toEqual(groupsOf(kpi, whole));
      }),
      { numRuns: 300 },
    );
  });

  it("is the same after it was written and read, in all and in groups, and forgets a case that is taken out again", () => {
    fc.assert(
      fc.property(anyRule, cases, fc.array(anyCase, { maxLength: 8 }), (rule, kept, gone) => {
        const kpi = kpiOf(rule);
        const tallier = tallied(kpi, [...gone, ...kept]);
        for (const c of gone) tallier.add(c, -1);
        expect(finish(kpi, tallier)).toEqual(finish(kpi, tallied(kpi, kept)));
        const states = [
          tallier.whole.totals[0].state,
          ...[...tallier.whole.groups[0][0].values()].map(({ state }) => state),
        ];
        states.forEach((state, i) => {
          const read = kpi.fold.start(i > 0);
          kpi.fold.take(read, JSON.parse(JSON.stringify(kpi.fold.write(state, { minCell: 0 }))));
          expect(kpi.fold.finish(read, facts)).toEqual(kpi.fold.finish(state, facts));
        });
      }),
      { numRuns: 300 },
    );
  });

  it("never lets an unread cell turn what it says: read either way, a share lies within its bounds", () => {
    // Each unread cell of a case is filled in with anything; the case then counts as yes, as no, or not at all.
    fc.assert(
      fc.property(condition, anyCase, anyCase, (is, c, filled) => {
        const kpi = kpiOf(share(is));
        const lacking = masked.filter((need) => (c.fault & bit[need]) !== 0);
        const whole = { ...c, ...Object.fromEntries(lacking.map((need) => [need, filled[need as "fee"]])) } as Case;
        const read = {
          ...whole,
          fault: 0,
          blank:
            c.blank |
            lacking.filter((need) => (filled.blank & bit[need]) !== 0).reduce((mask, need) => mask | bit[need], 0),
        };
        const before = finish(kpi, tallied(kpi, [c])) as { numerator: number; denominator: number; excluded?: object };
        const after = finish(kpi, tallied(kpi, [read])) as typeof before;
        // What was told of it stays as it was, unless nobody rated after all.
        if (before.denominator === 1 && after.denominator === 1) expect(after.numerator).toBe(before.numerator);
        if (before.denominator === 1 && after.denominator === 0) expect(read.blank & bit.rating).not.toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});
