import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allFields, type Case, codes, noEvent, type Readable } from "../src/case.ts";
import type { Facts } from "../src/fold.ts";
import type { Kpi } from "../src/kpi.ts";
import { kpis } from "../src/kpis/index.ts";
import { Tallier } from "../src/tally.ts";

const columns = { submitted: null, received: null, finished: null, rated: null, completed: null };
const year = { from: 0, to: 36_500 };
/** Ten days after 1970-01-01: the day on which the examples of on-time-share turn. */
const facts: Facts = { asOfDay: 10, lastDay: null, processingInDays: false, submissionInDays: false };

/** A case with every event on its first day, and the given fields. */
function caseOf(fields: Partial<Readable>): Case {
  return {
    agency: null,
    field: null,
    ...Object.fromEntries(allFields.map((field) => [field, null])),
    blank: 0,
    fault: 0,
    absent: 0,
    submissionReason: "no-time-of-day",
    processingReason: "no-time-of-day",
    submitted: 0,
    received: 0,
    finished: 0,
    rated: 0,
    completed: 0,
    open: "completedAt" in fields && fields.completedAt === null,
    ...fields,
  } as unknown as Case;
}

function tallied(kpi: Kpi, cases: readonly Case[]): Tallier {
  const tallier = new Tallier([kpi], null, year, [], columns);
  for (const c of cases) tallier.add(c, 1);
  return tallier;
}

const finish = (kpi: Kpi, tallier: Tallier) => kpi.fold.finish(tallier.tallies.totals[0].state, facts);

const time = fc.integer({ min: 0, max: 40 * 86_400 });
const or = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });

/** Any case: every field with a value that it can have, events or none. */
const anyCase = fc
  .record({
    channel: fc.constantFrom(...codes.channel),
    status: or(fc.constantFrom(...codes.status)),
    rating: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const),
    paymentMethod: or(fc.constantFrom(...codes.paymentMethod)),
    serviceLevel: fc.constantFrom(...codes.serviceLevel),
    fee: or(fc.constantFrom(0, 8000)),
    receivedAt: time,
    transferredAt: or(time),
    dueAt: time,
    completedAt: or(time),
    // Long enough that its square is over 2^53.
    submissionTime: fc.oneof(fc.integer({ min: 0, max: 90_000 }), fc.constant(200_000_000)),
    processingTime: fc.record({
      seconds: or(fc.integer({ min: 0, max: 300_000_000 })),
      days: fc.integer({ min: 0, max: 3000 }),
    }),
    procedure: or(fc.constantFrom("1.000001", "1.000002", "2.000003")),
    processedOnline: fc.boolean(),
    electronicResult: fc.boolean(),
    recordDigitised: fc.boolean(),
    resultDigitised: fc.boolean(),
    dataReused: fc.boolean(),
    onSystem: fc.boolean(),
    portalSynced: fc.boolean(),
    viaPortal: fc.boolean(),
    finished: fc.constantFrom(0, noEvent),
  })
  .map((fields) => caseOf(fields as unknown as Partial<Readable>));

describe.each(kpis.map((kpi) => [kpi.id, kpi] as const))("%s", (_, kpi) => {
  it("gives what its worked example says", () => {
    const tallier = tallied(kpi, kpi.example.cases.map(caseOf));
    expect(finish(kpi, tallier)).toEqual(kpi.example.gives);
  });

  it("has no value for no case: 0 of 0, never 0 % or NaN", () => {
    const measure = finish(kpi, tallied(kpi, []));
    const counts =
      measure.kind === "ratio"
        ? [measure.numerator, measure.denominator]
        : measure.kind === "mean"
          ? [measure.sum, measure.n]
          : [measure.inPerson.n, measure.online.n, measure.inPerson.sum, measure.online.sum];
    expect(counts.every((count) => count === 0)).toBe(true);
    expect(JSON.stringify(measure, (__, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(
      "NaN",
    );
  });

  it("gives the same measure, bit for bit, for a log cut anywhere and merged in any order", () => {
    fc.assert(
      fc.property(
        fc.array(anyCase, { maxLength: 40 }),
        fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }),
        fc.boolean(),
        (cases, parts, backwards) => {
          const whole = tallied(kpi, cases);
          const cut = [0, 1, 2, 3].map((part) =>
            tallied(
              kpi,
              cases.filter((__, i) => parts[i] === part),
            ),
          );
          const [first, ...rest] = backwards ? cut.reverse() : cut;
          for (const part of rest) first.merge(part.tallies);
          expect(finish(kpi, first)).toEqual(finish(kpi, whole));
          expect(first.tallies.totals[0].n).toBe(whole.tallies.totals[0].n);
          expect(first.tallies.totals[0].excluded).toEqual(whole.tallies.totals[0].excluded);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("forgets a case that is taken out again, as if it had never been added", () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 30 }), fc.array(anyCase, { maxLength: 10 }), (kept, gone) => {
        const tallier = tallied(kpi, [...gone, ...kept]);
        for (const c of gone) tallier.add(c, -1);
        expect(finish(kpi, tallier)).toEqual(finish(kpi, tallied(kpi, kept)));
      }),
      { numRuns: 100 },
    );
  });
});

it("every KPI has a title of at most 45 characters in Vietnamese, and one in English", () => {
  for (const { id, title } of kpis) {
    expect(title.vi.length, id).toBeLessThanOrEqual(45);
    expect(title.vi.length * title.en.length, id).toBeGreaterThan(0);
  }
});
