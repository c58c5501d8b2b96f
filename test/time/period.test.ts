import { describe, expect, it } from "vitest";
import { dayNumber, dayOf, firstDay, isoDate, lastDay } from "../../src/time/civil.ts";
import { dayOfIso, periodOf, yearRange } from "../../src/time/period.ts";
import { offsetOf } from "../../src/time/zone.ts";

it.each([
  ["2025", "2025-01-01", "2025-12-31"],
  ["2025-H1", "2025-01-01", "2025-06-30"],
  ["2025-H2", "2025-07-01", "2025-12-31"],
  ["2025-9M", "2025-01-01", "2025-09-30"],
  ["2025-Q3", "2025-07-01", "2025-09-30"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2025-09-01..2025-09-15", "2025-09-01", "2025-09-15"],
])("--period %s is %s to %s, both inclusive", (name, from, to) => {
  const period = periodOf(name);
  expect(period && [isoDate(period.from), isoDate(period.to)]).toEqual([from, to]);
});

it.each([
  ["2025-01", "2024-12-15", "2025-01-14"],
  ["2025-09", "2025-08-15", "2025-09-14"],
  ["2024-03", "2024-02-15", "2024-03-14"],
  ["2025-Q1", "2024-12-15", "2025-03-14"],
  ["2025-Q2", "2025-03-15", "2025-06-14"],
  ["2025-Q3", "2025-06-15", "2025-09-14"],
  ["2025-Q4", "2025-09-15", "2025-12-14"],
  ["2025-H1", "2024-12-15", "2025-06-14"],
  ["2025-H2", "2025-06-15", "2025-12-14"],
  ["2025-9M", "2024-12-15", "2025-09-14"],
  ["2025", "2024-12-15", "2025-12-14"],
])("--period %s --statutory is %s to %s (time.md, after Nghị định 09/2019/NĐ-CP, điều 12)", (name, from, to) => {
  const period = periodOf(name, true);
  expect(period && [isoDate(period.from), isoDate(period.to), period.basis]).toEqual([from, to, "statutory"]);
});

it("--period all is no period", () => {
  expect(periodOf("all")).toBeNull();
});

it.each(["2025-13", "2025-Q5", "1999", "25-01", "2025-02-30..2025-03-01", "September", ""])(
  "--period %s is refused",
  (name) => {
    expect(() => periodOf(name)).toThrow("bad-period");
  },
);

it("a range that ends before it begins is refused", () => {
  expect(() => periodOf("2025-09-30..2025-09-01")).toThrow("period-backwards");
});

it("a year has 365 days, 366 in a leap year", () => {
  expect([2025, 2028].map((year) => yearRange(year).to - yearRange(year).from + 1)).toEqual([365, 366]);
});

describe("days", () => {
  it("are those of the calendar, for every day of 2000 to 2099", () => {
    let day = firstDay;
    for (let at = Date.UTC(2000, 0, 1); at <= Date.UTC(2099, 11, 31); at += 86_400_000, day++) {
      const date = new Date(at);
      expect(dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
    }
    expect(day - 1).toBe(lastDay);
  });

  it("do not exist on 31 February, 29 February 2025 or in 1999 and 2100", () => {
    expect([dayNumber(2025, 2, 31), dayNumber(2025, 2, 29), dayNumber(1999, 12, 31), dayNumber(2100, 1, 1)]).toEqual([
      -1, -1, -1, -1,
    ]);
  });

  it("begin at midnight: 86,399 s is day 0, 86,400 s day 1", () => {
    expect([dayOf(86_399), dayOf(86_400)]).toEqual([0, 1]);
  });

  it("2025-02-30 is none", () => {
    expect(dayOfIso("2025-02-30")).toBeNull();
  });
});

it("Asia/Ho_Chi_Minh is 7 hours ahead, New York 4 in July and 5 in January", () => {
  const july = Date.UTC(2025, 6, 1) / 1000;
  const january = Date.UTC(2025, 0, 1) / 1000;
  const newYork = offsetOf("America/New_York");
  expect([offsetOf("Asia/Ho_Chi_Minh")(july) / 3600, newYork(july) / 3600, newYork(january) / 3600]).toEqual([
    7, -4, -5,
  ]);
  expect(() => offsetOf("Hải Phòng")).toThrow("unknown-time-zone");
});
