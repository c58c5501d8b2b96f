import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf, shippedCalendar } from "../../src/time/calendar.ts";
import { exceptionalDays } from "../../src/time/holidays.ts";
import { dayOfIso } from "../../src/time/period.ts";
import { sessionsOf, usualHours, workingClock, workingDay } from "../../src/time/working.ts";

/** Seconds of civil time of 2025-09-03 08:30. */
const at = (text: string) => {
  const [date, hours, minutes] = text.split(/[ :]/);
  return (dayOfIso(date) as number) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60;
};
const clock = workingClock(shippedCalendar());
const hours = (from: string, to: string) => {
  const seconds = clock.seconds(at(from), at(to));
  return seconds === null ? null : seconds / 3600;
};

describe("working time", () => {
  it.each([
    ["2025-09-15 08:00", "2025-09-15 10:00", 2, "within a morning"],
    ["2025-09-15 06:00", "2025-09-15 07:30", 0, "before the office opens"],
    ["2025-09-15 11:00", "2025-09-15 14:00", 1, "over noon: half an hour on either side"],
    ["2025-09-15 00:00", "2025-09-16 00:00", 8, "a whole day"],
    ["2025-08-29 16:30", "2025-09-03 08:30", 2, "Friday evening to Wednesday: Quốc khánh, 1 and 2/9, lies between"],
    ["2025-04-25 17:00", "2025-04-28 08:00", 9, "Saturday 26/4 is worked for 2/5: 0.5 + 8 + 0.5"],
    ["2025-01-01 00:00", "2025-12-31 23:59", 2000, "2025 has 250 working days"],
    ["2026-01-01 00:00", "2026-12-31 23:59", 1992, "2026 has 249"],
    ["2025-12-31 17:00", "2026-01-05 08:00", 1, "over two years: 1 and 2/1 are off, then a week-end"],
    ["2024-12-31 10:00", "2025-01-02 10:00", null, "2024 is not in the calendar"],
    ["2016-01-01 00:00", "2026-01-01 00:00", null, "nor are the ten years before"],
  ])("from %s to %s is %s hours: %s", (from, to, expected, _) => {
    expect(hours(from, to)).toBe(expected);
  });

  it("adds up however an interval is cut, and is what a walk over its minutes counts", () => {
    const minute = fc.integer({ min: at("2025-01-01 00:00") / 60, max: at("2026-12-31 00:00") / 60 });
    const step = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(minute, step, step, (start, first, second) => {
        const [a, b, c] = [start, start + first, start + first + second].map((m) => Math.min(m, 29_875_679) * 60);
        const whole = clock.seconds(a, c);
        expect((clock.seconds(a, b) as number) + (clock.seconds(b, c) as number)).toBe(whole);
        let walked = 0;
        for (let time = a; time < c; time += 60) {
          const ofDay = time % 86_400;
          const isOpen = usualHours.some(([from, to]) => ofDay >= from && ofDay < to);
          if (isOpen && shippedCalendar().isWorked(Math.floor(time / 86_400)) === true) walked += 60;
        }
        expect(whole).toBe(walked);
      }),
      { numRuns: 60 },
    );
  });

  it("takes a centre's own hours from its calendar: Saturday 20/9/2025 from 07:30 to 11:30", () => {
    const saturday = {
      date: "2025-09-20",
      kind: "worked" as const,
      name: { vi: "Sáng thứ Bảy", en: "Saturday morning" },
      source: "Quyết định của Trung tâm",
      provisional: false,
      hours: "07:30-11:30",
    };
    const own = workingClock(calendarOf(exceptionalDays, [saturday]));
    expect(own.seconds(at("2025-09-19 17:00"), at("2025-09-22 08:00"))).toBe(0.5 * 3600 + 4 * 3600 + 0.5 * 3600);
    expect(hours("2025-09-19 17:00", "2025-09-22 08:00")).toBe(1);
  });

  it("has days of eight hours", () => {
    expect(workingDay).toBe(28_800);
  });
});

describe("hours as a calendar writes them", () => {
  it.each([
    ["07:30-11:30", [[27_000, 41_400]]],
    [
      "7:30 – 11:30; 13:00-16:30",
      [
        [27_000, 41_400],
        [46_800, 59_400],
      ],
    ],
    ["", null],
    ["11:30-07:30", null],
    ["13:00-17:00;07:00-11:00", null],
    ["07:30-25:00", null],
    ["buổi sáng", null],
  ])("%j is %j", (text, expected) => {
    expect(sessionsOf(text)).toEqual(expected);
  });
});
