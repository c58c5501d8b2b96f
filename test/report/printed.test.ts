import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { kpi, log, planFile } from "../run.ts";

/** Two months: in each a case in person of ten working days and one online of five. */
const workingLog = [
  "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Trạng thái",
  "A,Trực tiếp,04/08/2025 07:30,15/08/2025 17:30,Đã trả kết quả",
  "B,Trực tuyến,04/08/2025 07:30,08/08/2025 17:30,Đã trả kết quả",
  "C,Trực tiếp,03/09/2025 07:30,16/09/2025 17:30,Đã trả kết quả",
  "D,Trực tuyến,03/09/2025 07:30,09/09/2025 17:30,Đã trả kết quả",
].join("\n");

describe("under the working clock", () => {
  const args = [
    "--year",
    "2025",
    "--month",
    "2025-09",
    "--clock",
    "working",
    "--kpi",
    "processing-time-reduction",
    "--expected",
    "10",
  ];
  /** The report without the sentence that speaks of the other clock by name. */
  const text = async (file: string, lang: string) =>
    (await kpi(["report", file, ...args, "--lang", lang, "--format", "markdown"])).out.replaceAll(
      /(By elapsed time|Tính theo thời gian thực):[^)]*\)/g,
      "",
    );

  it("ten working days are 10 working days in every section, never 3.33 days of 24 hours", async () => {
    const out = await text(log(workingLog), "en");
    expect(out).toMatch(/10(\.0+)? working days/);
    expect(out).not.toMatch(/\d days\b/);
    expect(out).not.toMatch(/\b3\.33\b|\b1\.67\b/);
  });

  it("a log of dates speaks of working days too, in Vietnamese of ngày làm việc", async () => {
    const dates = workingLog.replaceAll(/ \d\d:\d\d/g, "");
    expect(await text(log(dates), "en")).not.toMatch(/\d days\b/);
    expect(await text(log(dates), "vi")).not.toMatch(/\d ngày(?! làm việc)/);
  });
});

describe("the reduction by working time beside the elapsed one", () => {
  /** 40 of each side over New Year of 2024, of which the calendar knows nothing, and two of January. */
  const rows = ["Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Trạng thái"];
  for (let i = 0; i < 40; i++) {
    rows.push(`T${i},Trực tiếp,30/12/2024 08:00,03/01/2025 08:00,Đã trả kết quả`);
    rows.push(`O${i},Trực tuyến,30/12/2024 08:00,02/01/2025 08:00,Đã trả kết quả`);
  }
  rows.push("TX,Trực tiếp,06/01/2025 08:00,06/01/2025 09:00,Đã trả kết quả");
  rows.push("OX,Trực tuyến,06/01/2025 08:00,06/01/2025 10:00,Đã trả kết quả");
  const file = log(rows.join("\n"));
  const args = [file, "--year", "2025", "--kpi", "processing-time-reduction", "--clock", "elapsed"];

  it("is not told of 2 of 82 cases; that 80 lie outside the calendar is", async () => {
    const { out } = await kpi(["check", ...args, "--lang", "en"]);
    expect(out).not.toMatch(/working time[^.]*100/);
    expect(out).toMatch(/working time.*2 of 82/s);
    const report = JSON.parse((await kpi(["check", ...args, "--format", "json"])).out) as Report;
    expect(report.results[0].alongside.otherClock ?? null).toBeNull();
    expect(report.results[0].alongside).toMatchObject({ otherClockCases: 2, otherClockWithout: 80 });
  });
});

describe("a number beside a bound", () => {
  /** A log of received cases, so many of them digitised. */
  const shareLog = (yes: number, of: number, day = "15/09/2025") =>
    log(
      `Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Số hóa hồ sơ\n${Array.from(
        { length: of },
        (_, i) => `${i},Trực tiếp,${day},${i < yes ? "Có" : "Không"}`,
      ).join("\n")}\n`,
    );

  it("206 of 229 against 90 % is nowhere 90.0 %: 89.96 % in table, Markdown and page, with their trends and axes", async () => {
    const file = shareLog(206, 229);
    const plan = planFile({ kpi: "record-digitisation-share", atLeast: 90 });
    const args = [file, "--year", "2025", "--plan", plan, "--month", "2025-09", "--lang", "en"];
    for (const format of ["markdown", "html", "table"]) {
      const { out } = await kpi(["report", ...args, "--format", format]);
      expect(out, format).toMatch(/89\.96/);
      // The target itself is 90 %, without decimals.
      expect(out, format).not.toMatch(/90\.0/);
    }
  });
});
