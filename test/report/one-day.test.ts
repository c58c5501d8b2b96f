/** One rule for every section: when work was done, up to when the log speaks, and what is judged on that day. */
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { kpi, log, report, table } from "../run.ts";

const headers = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Ngày trả kết quả,Trạng thái";

async function monthly(file: string, ...args: string[]): Promise<Report> {
  const { out, err } = await kpi(["report", file, "--year", "2025", "--month", "2025-09", "--format", "json", ...args]);
  if (out === "") throw new Error(err);
  return JSON.parse(out) as Report;
}

const onTime = (made: Report) => made.results.find(({ kpi: id }) => id === "on-time-share");

describe("a blank end of the work with a return of the result", () => {
  const file = () =>
    table(
      headers,
      "A,Trực tiếp,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00,02/09/2025 09:00,Đã trả kết quả",
      "B,Trực tiếp,01/09/2025 08:00,03/09/2025 17:00,,04/09/2025 09:00,Đã trả kết quả",
      "C,Trực tiếp,01/09/2025 08:00,03/09/2025 17:00,,02/09/2025 09:00,Đã trả kết quả",
    );

  it("is done at the return, for on-time and the form alike: A and C in time, B late, none open", async () => {
    const made = await monthly(file(), "--kpi", "on-time-share");
    expect(onTime(made)?.measure).toMatchObject({ numerator: 2, denominator: 3 });
    expect(made.periodic?.form?.total).toMatchObject({ resolved: 3, early: 2, onDay: 0, late: 1, open: 0 });
  });

  it("is told by explain as the end of the work", async () => {
    const { out } = await kpi(["explain", "on-time-share", file(), "--case", "B", "--lang", "en"]);
    expect(out).toContain("2025-09-04 09:00");
  });

  it("is the same on the way of rows that are alike: 300 such rows as of the three", async () => {
    const rows = Array.from(
      { length: 300 },
      (_, i) =>
        `${i},Trực tiếp,01/09/2025 08:00,03/09/2025 17:00,${i % 3 === 0 ? "02/09/2025 08:00" : ""},0${i % 3 === 1 ? 4 : 2}/09/2025 09:00,Đã trả kết quả`,
    );
    const made = await report([log(`${headers}\n${rows.join("\n")}\n`), "--year", "2025", "--kpi", "on-time-share"]);
    expect(onTime(made)?.measure).toMatchObject({ numerator: 200, denominator: 300 });
  });
});

describe("one day per report", () => {
  it("is the later of the last receipt and the last end: received 10/9, ended 20/9; check, form and open cases agree", async () => {
    const file = table(
      headers,
      "A,Trực tiếp,10/09/2025 08:00,15/09/2025 17:00,20/09/2025 08:00,20/09/2025 09:00,Đã trả kết quả",
      "B,Trực tiếp,01/09/2025 08:00,18/09/2025 17:00,,,Đang xử lý",
    );
    const made = await monthly(file, "--kpi", "on-time-share");
    expect([made.options.asOf, made.periodic?.form?.asOf, made.periodic?.open?.asOf]).toEqual([
      "2025-09-20",
      "2025-09-20",
      "2025-09-20",
    ]);
    // A late, B past due.
    expect(onTime(made)?.measure).toMatchObject({ numerator: 0, denominator: 2 });
    expect((await report([file, "--year", "2025"])).options.asOf).toBe("2025-09-20");
  });

  it("is not moved by an end years ahead, and says so", async () => {
    const rows = Array.from(
      { length: 200 },
      (_, i) => `${i},Trực tiếp,01/09/2025 08:00,05/09/2025,02/09/2025 08:00,,Đã xử lý xong`,
    );
    const file = log(
      `${headers}\n${rows.join("\n")}\nX,Trực tiếp,01/09/2025 08:00,05/09/2025,02/09/2028 08:00,,Đã xử lý xong\n`,
    );
    const made = await report([file, "--year", "2025"]);
    expect(made.options.asOf).toBe("2025-09-02");
    expect(made.ledger.issues).toEqual([
      expect.objectContaining({ code: "odd-year", column: "finished_at", count: 1 }),
    ]);
  });

  it("is not moved by an end two months behind all others, which is a slip that may be right, and says so", async () => {
    const rows = Array.from(
      { length: 1100 },
      (_, i) => `${i},Trực tiếp,01/09/2025 08:00,05/09/2025,02/09/2025 08:00,,Đã xử lý xong`,
    );
    const file = log(
      `${headers}\n${rows.join("\n")}\nX,Trực tiếp,01/09/2025 08:00,05/09/2025,12/11/2025 08:00,,Đã xử lý xong\n`,
    );
    const made = await report([file, "--year", "2025"]);
    expect(made.options.asOf).toBe("2025-09-02");
    expect(made.notes.map(({ code }) => code)).toContain("stray-end");
  });
});

describe("after the as-of day nothing has happened", () => {
  const file = () =>
    table(
      `${headers},Mức độ hài lòng,Ngày đánh giá`,
      "A,Trực tiếp,01/09/2025 08:00,05/09/2025 17:00,12/09/2025 08:00,12/09/2025 09:00,Đã trả kết quả,5,12/09/2025",
      "B,Trực tiếp,01/09/2025 08:00,20/09/2025 17:00,12/09/2025 08:00,12/09/2025 09:00,Đã trả kết quả,5,12/09/2025",
      "C,Trực tiếp,11/09/2025 08:00,20/09/2025 17:00,,,Đang xử lý,,",
    );

  it("for every KPI: as of 10/9 A is open and past due, B open, C not there, nobody has rated", async () => {
    const made = await report([
      file(),
      "--year",
      "2025",
      "--kpi",
      "on-time-share,satisfaction,online-receipt-share",
      "--as-of",
      "2025-09-10",
    ]);
    const of = (id: string) => made.results.find(({ kpi: one }) => one === id)?.measure;
    expect(of("on-time-share")).toMatchObject({ numerator: 0, denominator: 1 });
    expect(of("satisfaction")).toMatchObject({ denominator: 0 });
    expect(of("online-receipt-share")).toMatchObject({ numerator: 0, denominator: 2 });
  });

  it("for the form alike: 2 received, 0 resolved, 1 of 2 open overdue", async () => {
    const made = await monthly(file(), "--as-of", "2025-09-10");
    expect(made.periodic?.form?.total).toMatchObject({ received: 2, resolved: 0, open: 2, overdue: 1 });
  });

  it("due on the as-of day is judged at its end, petitions and cases alike: due on the 10th both are late when it ends, neither a day before", async () => {
    const cases = table(headers, "A,Trực tiếp,01/09/2025 08:00,10/09/2025,,,Đang xử lý");
    const petitions = log(
      "petition_id,received_on,due_on,answered_on,status\nP,2025-09-01,2025-09-10,,processing\nQ,2025-09-01,2025-09-10,2025-09-09,answered\n",
      "petitions.csv",
    );
    const args = [
      "--year",
      "2025",
      "--plan",
      "ngoai-vu-76",
      "--petitions",
      petitions,
      "--kpi",
      "on-time-share,petition-resolution-share",
    ];
    const on = async (day: string) => {
      const made = await report([cases, ...args, "--as-of", day]);
      return made.results.map(({ measure }) =>
        measure?.kind === "ratio" ? [measure.numerator, measure.denominator] : null,
      );
    };
    expect(await on("2025-09-09")).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(await on("2025-09-10")).toEqual([
      [1, 2],
      [0, 1],
    ]);
  });

  it("a task due in November is not due in a report of September, whatever was stated in December", async () => {
    const figures = log(
      "figure,year,value,source,stated_on\nexperience-survey-sent,2025,2025-12-20,Phòng VH-XH,2025-12-21\n",
      "figures.csv",
    );
    const cases = table(
      headers,
      "A,Trực tiếp,01/09/2025 08:00,05/09/2025,02/09/2025 08:00,,Đã xử lý xong",
      "B,Trực tiếp,01/12/2025 08:00,05/12/2025,30/12/2025 08:00,,Đã xử lý xong",
    );
    const made = await monthly(cases, "--figures", figures, "--kpi", "experience-survey-sent");
    expect(made.results[0]).toMatchObject({ verdict: "no-data", reason: "not-due" });
    const year = await report([cases, "--year", "2025", "--figures", figures, "--kpi", "experience-survey-sent"]);
    expect(year.results[0]).toMatchObject({ verdict: "fail" });
  });
});
