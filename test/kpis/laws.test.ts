import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overRows } from "../../src/judge/tables.ts";
import { allKpis, caseKpis, catalogueKpis, overCases, petitionKpis } from "../../src/kpis/index.ts";
import type { JointKpi, Kpi, RowKpi } from "../../src/kpis/kpi.ts";
import type { Facts } from "../../src/measures/fold.ts";
import { exactValue } from "../../src/measures/kinds.ts";
import { allFields, type Case, codes, noEvent, type Readable } from "../../src/records/case.ts";
import type { Procedure } from "../../src/records/procedure.ts";
import { Tallier } from "../../src/tally/tallier.ts";

it.each(allKpis.map((kpi) => [kpi.id, kpi] as const))("%s says nothing of itself twice", (_, kpi) => {
  for (const lang of ["vi", "en"] as const) {
    const said = [kpi.definition, ...(kpi.choices ?? [])].flatMap((one) => one[lang].split(/(?<=[.;]) /));
    expect(new Set(said).size, said.join(" | ")).toBe(said.length);
  }
});

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
    isAhead: false,
    ...fields,
  } as unknown as Case;
}

function tallied(kpi: Kpi, cases: readonly Case[]): Tallier {
  const tallier = new Tallier([kpi], { period: null, year, by: [] }, columns);
  for (const c of cases) tallier.add(c, 1);
  tallier.settle();
  return tallier;
}

const finish = (kpi: Kpi, tallier: Tallier) => kpi.fold.finish(tallier.whole.totals[0].state, facts);

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

describe.each(caseKpis.map((kpi) => [kpi.id, kpi] as const))("%s", (_, kpi) => {
  it("gives what its worked example says", () => {
    const tallier = tallied(kpi, kpi.example.cases.map(caseOf));
    expect(finish(kpi, tallier)).toEqual(kpi.example.gives);
  });

  it("has no value for no case: 0 of 0, never 0 % or NaN", () => {
    const measure = finish(kpi, tallied(kpi, []));
    expect(exactValue(measure)).toBeNull();
    expect(Object.values(measure).filter((part) => typeof part === "number" && part !== 0)).toEqual([]);
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
          expect(first.whole.totals[0].n).toBe(whole.whole.totals[0].n);
          expect(first.whole.totals[0].excluded).toEqual(whole.whole.totals[0].excluded);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("is the same after it was written to a file and read again", () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 40 }), (cases) => {
        const tallier = tallied(kpi, cases);
        const { state } = tallier.whole.totals[0];
        const written = JSON.stringify(kpi.fold.write(state, { minCell: 0 }));
        const read = kpi.fold.start(false);
        kpi.fold.take(read, JSON.parse(written));
        expect(kpi.fold.finish(read, facts)).toEqual(kpi.fold.finish(state, facts));
        // What was read is a state like any other: it can be added to, and more of a file too.
        kpi.fold.merge(read, state);
        const twice = tallied(kpi, [...cases, ...cases]);
        expect(kpi.fold.finish(read, facts)).toEqual(finish(kpi, twice));
        kpi.fold.take(read, JSON.parse(written));
        expect(kpi.fold.finish(read, facts)).toEqual(finish(kpi, tallied(kpi, [...cases, ...cases, ...cases])));
      }),
      { numRuns: 50 },
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

/** A row with the given cells and blanks for the rest. */
const rowOf = (cells: object) => ({ lists: [], procedureName: null, field: null, ...cells });

const rowKpis = [...catalogueKpis, ...petitionKpis] as unknown as RowKpi<object>[];

describe.each(rowKpis.map((kpi) => [kpi.id, kpi] as const))("%s", (_, kpi) => {
  const { rows, asOfDay = null, gives } = kpi.example;
  const over = (some: readonly object[]) => overRows(kpi, some.map(rowOf), { asOfDay, period: null });

  it("gives what its worked example says", () => {
    expect(over(rows).measure).toEqual(gives);
  });

  it("has no value for no row", () => {
    expect(exactValue(over([]).measure)).toBeNull();
  });

  it("gives the same in whatever order the rows stand, and in parts merged", () => {
    const order = fc.shuffledSubarray([...rows, ...rows], { minLength: 2 * rows.length });
    fc.assert(
      fc.property(order, fc.nat(2 * rows.length), (shuffled, cut) => {
        expect(over(shuffled)).toEqual(over([...rows, ...rows]));
        const parts = [shuffled.slice(0, cut), shuffled.slice(cut)].map((part) => {
          const state = kpi.fold.start(false);
          for (const row of part.map(rowOf)) if (kpi.without?.(row, { asOfDay }) == null) kpi.fold.add(state, row, 1);
          return state;
        });
        kpi.fold.merge(parts[0], parts[1]);
        const whole = kpi.fold.start(false);
        for (const row of shuffled.map(rowOf)) {
          if (kpi.without?.(row, { asOfDay }) == null) kpi.fold.add(whole, row, 1);
        }
        expect(kpi.fold.finish(parts[0], facts)).toEqual(kpi.fold.finish(whole, facts));
      }),
    );
  });

  it("leaves a row out whose needed cell is blank, by the name of the cell", () => {
    const blanks = kpi.needs.filter((need) => {
      const values = rows.map((row) => (row as Record<string, unknown>)[need as string]);
      return !kpi.mayBeBlank.includes(need) && values.every((value) => value !== null && typeof value !== "boolean");
    });
    for (const need of blanks.filter((name) => name !== "lists")) {
      const made = over([{ ...rows[0], [need]: null }]);
      const reason = `no-${String(need).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      expect(made.excluded, String(need)).toEqual({ [reason]: 1 });
    }
  });
});

it("cases-per-service gives what its worked example says: 3 cases of 2 services", () => {
  const kpi = overCases.find(({ over }) => over === "cases+procedures") as JointKpi;
  const tallier = new Tallier([kpi], { period: null, year, by: [] }, columns);
  for (const c of kpi.example.cases.map(caseOf)) tallier.add(c, 1);
  const folded = kpi.fold.finish(tallier.whole.totals[0].state, facts);
  expect(kpi.join(folded, kpi.example.procedures as Procedure[])).toEqual(kpi.example.gives);
});

it("every KPI has a title of at most 45 characters in Vietnamese, one in English, a definition and a formula", () => {
  for (const { id, title, definition, formula, choices = [], regulation = title } of allKpis) {
    expect(title.vi.length, id).toBeLessThanOrEqual(45);
    for (const text of [title, definition, formula, regulation, ...choices]) {
      expect([text.vi.length > 0, text.en.length > 0], id).toEqual([true, true]);
    }
  }
});
