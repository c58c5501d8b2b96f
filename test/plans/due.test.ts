/** When duties are due, and the calendar of them. Days worked by hand on the calendar of 2025: 1 January is a Wednesday. */
import { describe, expect, it } from "vitest";
import { dueDays, dutyDays } from "../../src/plans/due.ts";
import { shippedPlans } from "../../src/plans/index.ts";
import type { DueRule } from "../../src/plans/plan.ts";
import { ics } from "../../src/render/ics.ts";
import { dayNumber, isoDate } from "../../src/time/civil.ts";
import { kpi, log } from "../run.ts";

const plans = await shippedPlans();
const day = (iso: string) => {
  const [year, month, date] = iso.split("-").map(Number);
  return dayNumber(year, month, date);
};
const days = (rule: DueRule, from: string, to: string) =>
  dueDays(rule, day(from), day(to)).map(({ day: one, period }) => isoDate(one) + (period === null ? "" : ` ${period}`));

describe("a rule", () => {
  it("of Thursdays: 5 January days from Thursday 2 to Thursday 30 January 2025, none from Friday 3 to Wednesday 8", () => {
    const rule: DueRule = { every: "week", weekday: "thursday" };
    expect(days(rule, "2025-01-02", "2025-01-30")).toEqual([
      "2025-01-02",
      "2025-01-09",
      "2025-01-16",
      "2025-01-23",
      "2025-01-30",
    ]);
    expect(days(rule, "2025-01-03", "2025-01-08")).toEqual([]);
  });

  it("of every weekday finds the one of 6 to 12 January 2025, from Monday to Sunday", () => {
    const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
    expect(names.map((weekday) => days({ every: "week", weekday }, "2025-01-06", "2025-01-12"))).toEqual(
      ["06", "07", "08", "09", "10", "11", "12"].map((date) => [`2025-01-${date}`]),
    );
  });

  it("of months has their day, or their last where they are shorter: 31 January, 28 February, 29 in 2028", () => {
    expect(days({ every: "month" }, "2025-01-15", "2025-02-28")).toEqual(["2025-01-31 2025-01", "2025-02-28 2025-02"]);
    expect(days({ every: "month", day: 30 }, "2028-02-01", "2028-03-30")).toEqual([
      "2028-02-29 2028-02",
      "2028-03-30 2028-03",
    ]);
  });

  it("of quarters, half-years and years falls in their last month", () => {
    expect(days({ every: "quarter", day: 14 }, "2025-01-01", "2025-12-31")).toEqual([
      "2025-03-14 2025-Q1",
      "2025-06-14 2025-Q2",
      "2025-09-14 2025-Q3",
      "2025-12-14 2025-Q4",
    ]);
    expect(days({ every: "half" }, "2025-01-01", "2025-12-31")).toEqual(["2025-06-30 2025-H1", "2025-12-31 2025-H2"]);
    expect(days({ every: "year" }, "2025-01-01", "2026-12-31")).toEqual(["2025-12-31 2025", "2026-12-31 2026"]);
    expect(days({ every: "year", month: 11, day: 5 }, "2025-01-01", "2025-12-31")).toEqual(["2025-11-05 2025"]);
  });

  it("of one day has it, and not outside what is asked for; of every day it is one entry with its last day", () => {
    expect(days({ date: "2025-11-30" }, "2025-01-01", "2025-12-31")).toEqual(["2025-11-30"]);
    expect(days({ date: "2025-11-30" }, "2026-01-01", "2026-12-31")).toEqual([]);
    expect(dueDays({ every: "day" }, day("2025-10-01"), day("2025-12-31"))).toEqual([
      { day: day("2025-10-01"), until: day("2025-12-31"), at: null, every: "day", period: null },
    ]);
    expect(days({ every: "day" }, "2025-02-01", "2025-01-31")).toEqual([]);
  });

  it("is not shifted by days off: 14 September 2025 is a Sunday, 30 April a holiday", () => {
    expect(days({ every: "month", day: 14 }, "2025-09-01", "2025-09-30")).toEqual(["2025-09-14 2025-09"]);
    expect(days({ every: "month", day: 30 }, "2025-04-01", "2025-04-30")).toEqual(["2025-04-30 2025-04"]);
  });
});

describe("the duties of the five plans", () => {
  // From the day of the plan: 10/7/2025 is a Thursday, and 168 days, 24 weeks, before 25/12: 25 Thursdays. The 14th of six
  // months, of two quarters and of the year, and one entry of every day: 35. Of 219, from 26/8: five months, two quarters and
  // the year; five months and the year of appendix I; two surveys: 16; of 2026 12 + 4 + 1 and the two surveys: 19. Of Tân An,
  // from 1/10: every day, 13 Fridays (3/10 to 26/12), 3 months, 1 quarter, the year; 3 months and the year: 23; of 2026 1 + 52
  // (2/1 to 25/12) + 12 + 4 + 1: 70. Of Vũ Quang, from 18/7: 6 months and 2 quarters: 8; of 2026 16.
  it.each([
    ["hai-phong-219", 2025, 16],
    ["hai-phong-219", 2026, 19],
    ["tan-an", 2025, 23],
    ["tan-an", 2026, 70],
    ["vu-quang", 2025, 8],
    ["vu-quang", 2026, 16],
    ["duong-kinh-68", 2025, 0],
    ["ngoai-vu-76", 2025, 35],
  ] as const)("%s in %i: due %i times", (id, year, count) => {
    const plan = plans.find((one) => one.id === id);
    expect(dutyDays(plan ?? {}, year).length).toBe(count);
  });

  it("come in the order of days, none before the plan of 10/7/2025, and what has an hour behind what has none", () => {
    const all = dutyDays(plans[4], 2025);
    expect(all.map(({ day: one }) => one)).toEqual(all.map(({ day: one }) => one).toSorted((a, b) => a - b));
    expect(isoDate(all[0].day)).toBe("2025-07-10");
    const august = all.filter(({ day: one }) => isoDate(one) === "2025-08-14");
    expect(august.map(({ at }) => at)).toEqual([null, "16:30"]);
  });

  it("that a plan sets for one year only end with it: appendix I of 219 has none in 2026", () => {
    const clauses = dutyDays(plans[0], 2026).map(({ duty }) => duty.clause);
    expect(new Set(clauses)).toEqual(new Set(["III.2(2).d", "III.5.b", "III.14.b"]));
  });
});

describe("kpi plans duties", () => {
  it.each(["vi", "en"])("lists the days as a table in %s, with what was read into the words", async (lang) => {
    const { out, code } = await kpi(["plans", "duties", "ngoai-vu-76", "--year", "2025", "--lang", lang]);
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot(`../golden/duties-ngoai-vu-76-${lang}.txt`);
  });

  it("has no longer line at 80 columns, and says every duty in full below the table", async () => {
    for (const { id, duties = [] } of plans) {
      const { out } = await kpi(["plans", "duties", id, "--lang", "vi"], { columns: 80 });
      for (const line of out.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
      const words = out.replaceAll(/\s+/g, " ");
      for (const { quote } of duties) expect(words).toContain(`“${quote}”`);
    }
    const { out } = await kpi(["plans", "duties", "duong-kinh-68", "--lang", "vi"]);
    expect(out.match(/kế hoạch không nêu kỳ hạn/g)).toHaveLength(3);
  });

  it("as csv: a row a day, 35 and the header, with the day, the hour and what it is of", async () => {
    const { out } = await kpi(["plans", "duties", "ngoai-vu-76", "--year", "2025", "--format", "csv"]);
    const rows = out.split("\r\n");
    expect([rows.length, rows.at(-1)]).toEqual([37, ""]);
    expect(rows[0]).toBe("\ufeffdate,until,time,every,period,clause,owner,quote");
    expect(rows[1]).toMatch(/^2025-07-10,2025-12-31,,day,,III\.9\(2\),Văn phòng Sở,/);
    expect(rows[2]).toMatch(/^2025-07-10,,16:30,week,,III\.9\(2\),Văn phòng Sở,Báo cáo tuần vào 16 giờ 30/);
    expect(rows).toContainEqual(expect.stringMatching(/^2025-09-14,,,quarter,2025-Q3,III\.9\(2\),/));
  });

  it("as json: each duty with its rules and days; one without a rule has none", async () => {
    const { out } = await kpi(["plans", "duties", "vu-quang", "--format", "json"]);
    const data = JSON.parse(out);
    expect([data.plan, data.years]).toEqual(["vu-quang", [2025, 2026]]);
    const [monthly, collected] = data.duties;
    expect(monthly.due).toEqual([{ every: "month" }, { every: "quarter" }]);
    expect(monthly.days[0]).toEqual({ date: "2025-07-31", until: null, time: null, every: "month", period: "2025-07" });
    expect(monthly.days.length).toBe(8 + 16);
    expect([collected.due, collected.days]).toEqual([[], []]);
  });

  it("of a year without targets, and of a plan that names no day as a calendar, is an error that says what to do", async () => {
    const year = await kpi(["plans", "duties", "ngoai-vu-76", "--year", "2026", "--lang", "en"]);
    expect([year.code, year.out]).toEqual([2, ""]);
    expect(year.err).toContain("it has targets for 2025");
    const none = await kpi(["plans", "duties", "duong-kinh-68", "--format", "ics", "--lang", "en"]);
    expect([none.code, none.out]).toEqual([2, ""]);
    expect(none.err).toContain("kpi plans duties duong-kinh-68");
    expect((await kpi(["plans", "duties", "tan-an", "--format", "ical", "--lang", "en"])).err).toContain("ics");
  });

  it("of a plan of one's own, in YAML: Monday mornings at 08:00 of January 2026 are 4", async () => {
    const text = `id: own
title: { vi: Kế hoạch thử, en: A trial plan }
issuer: UBND xã
place: Xã
sources: [Kế hoạch số 1]
years:
  2026: [{ kpi: online-receipt-share, atLeast: 60, clause: I.1, quote: 60% hồ sơ, section: quality }]
duties:
  - { clause: II.1, quote: giao ban, until: 2026-01-31, due: [{ every: week, weekday: monday, at: "08:00" }] }
`;
    const { out } = await kpi(["plans", "duties", log(text, "plan.yaml"), "--format", "csv"]);
    const rows = out.trimEnd().split("\r\n").slice(1);
    // 5, 12, 19 and 26 January.
    expect(rows.map((row) => row.slice(0, 18))).toEqual(["05", "12", "19", "26"].map((d) => `2026-01-${d},,08:00,`));
  });
});

describe("the calendar (RFC 5545)", () => {
  const calendar = async (id: string, ...more: string[]) =>
    (await kpi(["plans", "duties", id, "--format", "ics", ...more])).out;
  /** Its lines, unfolded. */
  const lines = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

  it("has lines that end in CRLF and have at most 75 octets, in whole characters", async () => {
    for (const id of ["hai-phong-219", "tan-an", "ngoai-vu-76"]) {
      const text = await calendar(id, "--lang", "vi");
      expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      const sizes = text.split("\r\n").map((line) => Buffer.byteLength(line));
      expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
      // Folded as late as it may be: a character has at most 4 octets.
      expect(Math.max(...sizes)).toBeGreaterThan(71);
      expect(text).not.toContain("\ufffd");
    }
  });

  it("has the hour of Vietnam as UTC: Thursday 10/7/2025 at 16:30 is 09:30, Friday 2/1/2026 at 06:00 the day before at 23:00", async () => {
    expect(lines(await calendar("ngoai-vu-76", "--year", "2025"))).toContain("DTSTART:20250710T093000Z");
    const event = { uid: "a", day: day("2026-01-02"), until: null, at: "06:00", summary: "a", description: "b" };
    expect(lines(ics("lịch", 0, [event]))).toContain("DTSTART:20260101T230000Z");
  });

  it("has what is due on a day as a day, and what is due every day once, with its last day", async () => {
    const all = lines(await calendar("tan-an", "--year", "2025"));
    const at = all.indexOf("DTSTART;VALUE=DATE:20251001");
    expect(all[at + 1]).toBe("RRULE:FREQ=DAILY;UNTIL=20251231");
    expect(all.filter((line) => line.startsWith("RRULE")).length).toBe(1);
    expect(all).toContain("DTSTART;VALUE=DATE:20251003");
  });

  it("has an id of its own for each event, that stays; and the day of the plan, not today's, as its stamp", async () => {
    for (const { id, date = "2025-01-01" } of plans.filter(
      ({ id: own }) => !["duong-kinh-68", "qd-766"].includes(own),
    )) {
      const all = lines(await calendar(id));
      const ids = all.filter((line) => line.startsWith("UID:"));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBe(all.filter((line) => line === "BEGIN:VEVENT").length);
      expect(new Set(all.filter((line) => line.startsWith("DTSTAMP")))).toEqual(
        new Set([`DTSTAMP:${date.replaceAll("-", "")}T000000Z`]),
      );
      expect(await calendar(id)).toBe(await calendar(id));
    }
    expect(lines(await calendar("ngoai-vu-76"))).toContain("UID:ngoai-vu-76-III.9-2--1-week-2025-07-10-1630@kpi");
  });

  it("escapes what has a meaning: backslash, semicolon, comma, end of line", () => {
    const event = { uid: "a", day: 0, until: null, at: null, summary: "a,b;c\\d", description: "1\n2" };
    const all = lines(ics("x", 0, [event]));
    expect(all).toContain("SUMMARY:a\\,b\\;c\\\\d");
    expect(all).toContain("DESCRIPTION:1\\n2");
  });
});
