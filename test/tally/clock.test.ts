/** Periods of official reports and the working clock, from the command line. */
import { dirname, join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { machine } from "../../src/platform/index.ts";
import { kpi, log, report, table } from "../run.ts";

const headers = "channel,received_at,returned_at,status,rating";
/** In person 2 h of work over 112 h, Quốc khánh between; online 1 h of either. */
const twoCases = () =>
  table(
    headers,
    "in_person,2025-08-29 16:30,2025-09-03 08:30,returned,5",
    "online,2025-09-03 08:00,2025-09-03 09:00,returned,5",
  );
const reduction = async (...args: string[]) =>
  (await report([...args, "--year", "2025"])).results.find(({ kpi: id }) => id === "processing-time-reduction");

describe("--clock", () => {
  it("working: 1 h against 2 h is a cut of 50 %; elapsed: 1 h against 112 h is 99.1 %; each tells the other", async () => {
    const file = twoCases();
    const working = await reduction(file, "--clock", "working");
    expect(working?.measure).toMatchObject({ value: 50, inPerson: { sum: 7200, n: 1 }, online: { sum: 3600, n: 1 } });
    expect(working?.alongside).toMatchObject({
      otherClock: 100 * (1 - 1 / 112),
      otherClockInPersonMean: 112 * 3600,
      otherClockOnlineMean: 3600,
    });
    const elapsed = await reduction(file, "--clock", "elapsed");
    expect(elapsed?.measure?.value).toBeCloseTo(99.107, 3);
    expect(elapsed?.alongside).toMatchObject({ otherClock: 50, otherClockInPersonMean: 7200 });
  });

  it("tells both clocks of one reading: no byte of 1,000 cases is read again for the other, in a check or a part", async () => {
    const rows = Array.from({ length: 1000 }, () => "online,2025-09-03 08:00,2025-09-03 09:00,returned,5");
    const file = table(headers, ...rows);
    const { read } = machine.files;
    let bytes = 0;
    const spy = vi.spyOn(machine.files, "read").mockImplementation((...args) => {
      const n = read(...args);
      bytes += n;
      return n;
    });
    const readBy = async (...args: string[]) => {
      bytes = 0;
      await kpi(args);
      return bytes;
    };
    const plain = await readBy("check", file, "--year", "2025");
    expect(plain).toBeGreaterThan(rows.length * rows[0].length);
    for (const clock of ["working", "elapsed"]) {
      expect(await readBy("check", file, "--year", "2025", "--clock", clock)).toBe(plain);
      expect(await readBy("tally", file, "--clock", clock, "--out", join(dirname(file), `${clock}.kpi.json`))).toBe(
        await readBy("tally", file, "--out", join(dirname(file), "plain.kpi.json")),
      );
    }
    spy.mockRestore();
  });

  it("is elapsed where it is not given, and nothing is told of the other", async () => {
    const plain = await reduction(twoCases());
    expect(plain?.measure?.value).toBeCloseTo(99.107, 3);
    expect(Object.keys(plain?.alongside ?? {}).filter((key) => key.startsWith("otherClock"))).toEqual([]);
  });

  it("counts working days where the log holds dates only: Friday 29/8 to Thursday 4/9 is 2, Wednesday to Thursday 1", async () => {
    const file = table(
      headers,
      "in_person,29/08/2025,04/09/2025,returned,5",
      "online,03/09/2025,04/09/2025,returned,5",
    );
    const { measure } = (await reduction(file, "--clock", "working")) ?? {};
    expect(measure).toMatchObject({ value: 50, inPerson: { sum: 2 }, online: { sum: 1 }, sumsIn: "days" });
  });

  it.each([
    ["two cells too many", "1,in_person,2025-09-01 08:00,2025-09-02 08:00,returned,5,,x,y"],
    ["a stray quote", 'in_person,2025-09-01 08:00,2025-09-02 08:00,returned,"5" x'],
    ["a byte that is none", "in_person,2025-09-01 08:00,2025-09-02 08:00,returned,\u00ff"],
    ["too few cells", "in_person,2025-09-01 08:00,2025-09-02 08:00"],
  ])("a rejected row with times makes no column of dates one of times: %s", async (_, bad) => {
    const rows = [headers, "in_person,01/09/2025,04/09/2025,returned,5", "online,03/09/2025,04/09/2025,returned,5"];
    const file = log(Buffer.from(`${rows.join("\n")}\n${bad}\n`, "latin1"));
    const { ledger, results } = await report([file, "--year", "2025", "--max-rejects", "100%"]);
    expect(ledger.rejected).toBe(1);
    const found = results.find(({ kpi: id }) => id === "processing-time-reduction");
    expect(found?.measure).toMatchObject({ sumsIn: "days", inPerson: { sum: 3, n: 1 }, online: { sum: 1, n: 1 } });
  });

  it("takes a day of a duration column for eight hours under the working clock: 1 day against 16 hours is 50 %", async () => {
    const file = table("channel,processing_days,status,rating", "in_person,2,returned,5", "online,1,returned,5");
    const { measure } = (await reduction(file, "--clock", "working")) ?? {};
    expect(measure).toMatchObject({ value: 50, inPerson: { sum: 57_600 }, online: { sum: 28_800 } });
  });

  it("leaves out a case whose time leaves the calendar's years, by its reason; all of them are no data", async () => {
    const old = "in_person,2024-12-30 08:00,2025-01-03 08:00,returned,5";
    const file = log(`${headers}\n${old}\n`);
    const none = await reduction(file, "--clock", "working");
    expect([none?.verdict, none?.reason, none?.excluded]).toEqual([
      "no-data",
      "outside-calendar",
      { "outside-calendar": 1 },
    ]);
    const text = (await kpi(["check", file, "--year", "2025", "--clock", "working"])).out;
    expect(text).toContain("leaves the years of the working calendar");
  });

  it("takes the hours of a calendar of one's own: Saturday morning 20/9/2025 makes 1 h in person 5 h", async () => {
    const calendar = log(
      "date,kind,name_vi,source,hours\n20/09/2025,worked,Sáng thứ Bảy,Quyết định của Trung tâm,07:30-11:30\n",
      "lich.csv",
    );
    const file = table(
      headers,
      "in_person,2025-09-19 17:00,2025-09-22 08:00,returned,5",
      "online,2025-09-22 08:00,2025-09-22 09:00,returned,5",
    );
    const own = await reduction(file, "--clock", "working", "--calendar", calendar);
    expect(own?.measure).toMatchObject({ inPerson: { sum: 5 * 3600 }, online: { sum: 3600 } });
    expect((await reduction(file, "--clock", "working"))?.measure).toMatchObject({ inPerson: { sum: 3600 } });
  });

  it("names hours of a day off, and hours that are none, by line and column", async () => {
    const calendar = log(
      "date,kind,name_vi,source,hours\n02/09/2025,holiday,Quốc khánh,Luật,07:30-11:30\n20/09/2025,worked,Thứ Bảy,QĐ,sáng\n",
      "lich.csv",
    );
    const run = await kpi(["check", twoCases(), "--year", "2025", "--calendar", calendar]);
    expect(run.code).toBe(2);
    expect(run.err).toContain("a day off has no hours");
    expect(run.err).toContain('"sáng" are no hours');
  });

  it("is told of in text: the clock, and the figure under the other", async () => {
    const file = twoCases();
    const told = async (...args: string[]) =>
      (await kpi(["check", file, "--year", "2026", ...args])).out.replace(/\s+/g, " ");
    const vi = await told("--clock", "working", "--lang", "vi");
    expect(vi).toContain("Thời gian xử lý tính theo giờ làm việc của lịch làm việc (một ngày làm việc 8 giờ)");
    expect(vi).toContain("Tính theo thời gian thực: giảm 99,1% (trực tuyến 1,0 giờ, trực tiếp 4,67 ngày)");
    const en = await told("--clock", "elapsed", "--lang", "en");
    expect(en).toContain("By working time: a cut of 50 % (online 1.0 hours, in person 2.0 hours)");
  });

  it("is one of two words", async () => {
    const run = await kpi(["check", twoCases(), "--year", "2025", "--clock", "office"]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toContain("working");
  });
});

describe("--statutory", () => {
  it("counts 14/9 in September and 15/9 in October, by Nghị định 09/2019/NĐ-CP, and prints the days", async () => {
    const file = table(
      headers,
      "online,2025-08-15 00:00,,processing,",
      "online,2025-09-14 23:59,,processing,",
      "online,2025-09-15 00:00,,processing,",
    );
    const args = [file, "--year", "2025", "--period", "2025-09", "--kpi", "online-receipt-share"];
    const statutory = await report([...args, "--statutory"]);
    expect(statutory.period).toEqual({ name: "2025-09", basis: "statutory", from: "2025-08-15", to: "2025-09-14" });
    expect(statutory.results[0].measure).toMatchObject({ numerator: 2 });
    expect((await report(args)).results[0].measure).toMatchObject({ numerator: 2 });
    expect((await report(args)).period).toMatchObject({ basis: "calendar", from: "2025-09-01", to: "2025-09-30" });
    const { out } = await kpi(["check", ...args, "--statutory", "--lang", "vi"]);
    expect(out).toContain("Kỳ báo cáo 2025-09 (số liệu theo Điều 12 Nghị định 09/2019/NĐ-CP): 15/8/2025 – 14/9/2025");
  });

  it.each([[["--period", "2025-09-01..2025-09-30"]], [["--period", "all"]], [[]]])(
    "needs the name of a period: %j exits 2",
    async (period) => {
      const run = await kpi(["check", twoCases(), "--year", "2025", "--statutory", ...period]);
      expect(run.code).toBe(2);
      expect(run.err).toContain("--statutory goes with a named period");
    },
  );
});
