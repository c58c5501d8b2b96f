import { describe, expect, it } from "vitest";
import { daysOf } from "../../src/report/periodic.ts";
import { periodTitle } from "../../src/text/periods.ts";
import { isoDate } from "../../src/time/civil.ts";
import { reportingPeriod } from "../../src/time/period.ts";

describe("a plan for the second half of 2025 (76/KH-NV)", () => {
  const days = daysOf(reportingPeriod("2025-09", false), { first: 7, last: 12 });

  it("is judged to date from 1 July to 30 September, and not over", () => {
    const { name, from, to } = days.yearToDate;
    expect([name, isoDate(from), isoDate(to)]).toEqual(["2025-07..2025-09", "2025-07-01", "2025-09-30"]);
    expect(days.isOver).toBe(false);
  });

  it("of the year before has 1 October to 31 December left", () => {
    const { from, to } = days.restBefore as { from: number; to: number };
    expect([isoDate(from), isoDate(to)]).toEqual(["2024-10-01", "2024-12-31"]);
  });

  it("by the statutory months begins on 15 June", () => {
    const { from } = daysOf(reportingPeriod("2025-09", true), { first: 7, last: 12 }).yearToDate;
    expect(isoDate(from)).toBe("2025-06-15");
  });

  it("is told from tháng 7 to tháng 9, in English from July; its first month alone is that month", () => {
    expect(periodTitle("2025-07..2025-09", "vi")).toBe("từ tháng 7 đến hết tháng 9 năm 2025");
    expect(periodTitle("2025-07..2025-09", "en")).toBe("July to September 2025");
    expect(periodTitle("2025-07..2025-07", "vi")).toBe("tháng 7 năm 2025");
  });
});

it("a plan for the first half is over in June: nothing is left after 2025-06", () => {
  const days = daysOf(reportingPeriod("2025-06", false), { first: 1, last: 6 });
  expect([days.isOver, days.restBefore]).toEqual([true, null]);
});
