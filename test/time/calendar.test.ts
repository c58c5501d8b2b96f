import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf, shippedCalendar } from "../../src/time/calendar.ts";
import { isoDate } from "../../src/time/civil.ts";
import { exceptionalDays } from "../../src/time/holidays.ts";
import { dayOfIso } from "../../src/time/period.ts";

const calendar = shippedCalendar();
const day = (iso: string) => dayOfIso(iso) as number;

describe("the working calendar", () => {
  // 261 weekdays of each year; 12 off and 1 made up in 2025, 14 off and 2 made up in 2026 (time.md).
  it.each([
    [2025, 250],
    [2026, 249],
  ])("%i has %i working days", (year, n) => {
    expect(calendar.between(day(`${year}-01-01`), day(`${year}-12-31`))).toBe(n);
  });

  it.each([
    ["2025-04-25", 5, "2025-05-06"], // 26/4 worked; 30/4, 1/5, 2/5 off
    ["2025-08-29", 3, "2025-09-05"],
    ["2025-12-31", 5, "2026-01-09"], // over the end of a year; 1/1 and 2/1 off
    ["2026-02-13", 5, "2026-02-27"], // Tết
    ["2026-04-24", 3, "2026-05-04"], // 27/4, 30/4 and 1/5 off
    ["2026-08-21", 7, "2026-09-03"], // Saturday 22/8 worked
    ["2026-11-20", 3, "2026-11-26"], // 23/11 worked, 24/11 off
    ["2025-06-02", 0, "2025-06-02"],
  ])("%s and %i working days is %s", (from, n, to) => {
    const found = calendar.after(day(from), n);
    expect(found === null ? null : isoDate(found)).toBe(to);
    expect(calendar.between(day(from), day(to))).toBe(n);
  });

  it("says nothing of a year that it does not cover: 30/12/2026 and 5 days, or any day of 2024 or 2027", () => {
    expect(calendar.after(day("2026-12-30"), 1)).toBe(day("2026-12-31"));
    expect(calendar.after(day("2026-12-30"), 5)).toBeNull();
    expect([calendar.isWorked(day("2024-12-31")), calendar.isWorked(day("2027-01-04"))]).toEqual([null, null]);
    expect(calendar.between(day("2024-12-31"), day("2025-01-05"))).toBeNull();
  });

  it("a worked Saturday is worked, its swap is not: 26/4 and 2/5/2025", () => {
    expect(["2025-04-26", "2025-04-27", "2025-05-02", "2025-05-05"].map((iso) => calendar.isWorked(day(iso)))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it("counts as a walk over the days does", () => {
    const some = fc.integer({ min: day("2025-01-01"), max: day("2026-12-31") });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        let walked = 0;
        for (let at = from + 1; at <= to; at++) if (calendar.isWorked(at)) walked++;
        expect(calendar.between(from, to)).toBe(walked);
        const end = calendar.after(from, walked);
        // Days off after the last working day make no difference.
        if (walked > 0) expect(end !== null && end <= to && calendar.isWorked(end)).toBe(true);
      }),
    );
  });

  it("a day of the user's own takes the place of the shipped one, and a year is covered once it has eight days off", () => {
    const own = { name: { vi: "x", en: "x" }, source: "x", provisional: false };
    const made = calendarOf(exceptionalDays, [
      { ...own, date: "2026-11-23", kind: "swap" },
      { ...own, date: "2026-11-24", kind: "worked" },
      ...Array.from({ length: 8 }, (_, i) => ({ ...own, date: `2027-02-0${i + 1}`, kind: "holiday" as const })),
      { ...own, date: "2028-01-01", kind: "holiday" },
    ]);
    expect(made.isWorked(day("2026-11-23"))).toBe(false);
    expect(made.isWorked(day("2026-11-24"))).toBe(true);
    expect(made.years).toEqual([2025, 2026, 2027]);
    expect(made.days.filter(({ date }) => date === "2026-11-24")).toHaveLength(1);
  });
});

it("every exceptional day has a source, and is off on a weekday or worked at a week-end", () => {
  for (const { date, kind, source } of exceptionalDays) {
    const weekday = new Date(day(date) * 86_400_000).getUTCDay();
    expect(source.length, date).toBeGreaterThan(0);
    expect(weekday === 0 || weekday === 6, date).toBe(kind === "worked");
  }
});
