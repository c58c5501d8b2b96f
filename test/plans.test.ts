import { expect, it } from "vitest";
import { allKpis } from "../src/check.ts";
import { planSchema } from "../src/plan.ts";
import { plans } from "../src/plans/index.ts";

it.each(plans.map((plan) => [plan.id, plan] as const))(
  "%s keeps to the schema, and names KPIs that exist",
  (_, plan) => {
    expect(planSchema.parse(plan)).toEqual(plan);
    const known = allKpis.map(({ id }) => id);
    for (const { kpi } of Object.values(plan.years).flat()) expect(known).toContain(kpi);
  },
);

it("hai-phong-219 has 34 targets for 2025 and 12 for 2026", () => {
  const [{ years }] = plans;
  expect([years[2025].length, years[2026].length]).toEqual([34, 12]);
});

it("hai-phong-219 sets 8 and 5 minutes, 20 and 30 %, 90 and 95 % (I.2.a, I.2.b)", () => {
  const bound = (year: number, id: string) => {
    const target = plans[0].years[year].find(({ kpi }) => kpi === id);
    return [target?.below ?? target?.atLeast, target?.clause];
  };
  expect([2025, 2026].map((year) => bound(year, "submission-time"))).toEqual([
    [8, "I.2.a"],
    [5, "I.2.b"],
  ]);
  expect([2025, 2026].map((year) => bound(year, "processing-time-reduction"))).toEqual([
    [20, "I.2.a"],
    [30, "I.2.b"],
  ]);
  expect([2025, 2026].map((year) => bound(year, "satisfaction-online"))).toEqual([
    [90, "I.2.a"],
    [95, "I.2.b"],
  ]);
});

it("every target has exactly one bound, and a plan with none or two is refused", () => {
  const plan = structuredClone(plans[0]);
  Object.assign(plan.years[2025][0], { below: 3 });
  expect(planSchema.safeParse(plan).error?.issues[0]).toMatchObject({ path: ["years", "2025", 0] });
  delete plan.years[2025][0].below;
  delete plan.years[2025][0].atLeast;
  expect(planSchema.safeParse(plan).success).toBe(false);
});

it("every title has at most 45 characters in Vietnamese", () => {
  for (const { id, title } of allKpis) expect(title.vi.length, id).toBeLessThanOrEqual(45);
});
