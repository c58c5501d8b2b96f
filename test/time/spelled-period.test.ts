import { expect, it } from "vitest";
import { dayOfDate, dayOfIso, periodOf } from "../../src/time/period.ts";
import { usualDay, usualPeriod } from "../../src/time/spelled-period.ts";
import { kpi, log } from "../run.ts";

it.each([
  ["9/2025", "2025-09"],
  ["09-2025", "2025-09"],
  ["T9/2025", "2025-09"],
  ["Tháng 9 năm 2025", "2025-09"],
  ["tháng 12/2025", "2025-12"],
  ["2025/9", "2025-09"],
  ["Q3/2025", "2025-Q3"],
  ["quý III/2025", "2025-Q3"],
  ["Quý 4 năm 2025", "2025-Q4"],
  ["2025Q1", "2025-Q1"],
  ["6 tháng đầu năm 2025", "2025-H1"],
  ["6T/2025", "2025-H1"],
  ["6 tháng cuối năm 2025", "2025-H2"],
  ["9 tháng năm 2025", "2025-9M"],
  ["9T/2025", "2025-9M"],
  ["năm 2025", "2025"],
  ["01/09/2025-30/09/2025", "2025-09-01..2025-09-30"],
  ["1/9/2025 đến 30/9/2025", "2025-09-01..2025-09-30"],
  ["2025-09-01..2025-09-30", "2025-09-01..2025-09-30"],
  ["2025-09-01 - 2025-09-30", "2025-09-01..2025-09-30"],
  ["tất cả", "all"],
  ["2025-H1", "2025-H1"],
  ["mùa thu", "mùa thu"],
])("the period %s is %s", (written, name) => {
  expect(usualPeriod(written)).toBe(name);
});

it("a month that is written backwards is the same 30 days, and 13/2025 is none", () => {
  expect(periodOf("9/2025")).toEqual(periodOf("2025-09"));
  expect(() => periodOf("13/2025")).toThrow("bad-period");
});

it("31/03/2025, 31.3.2025 and 2025/03/31 are one day; 31/02/2025 and 31/03/25 are none", () => {
  expect(["31/03/2025", "31.3.2025", "2025/03/31"].map(dayOfDate)).toEqual(Array(3).fill(dayOfIso("2025-03-31")));
  expect(["31/02/2025", "31/03/25", "hôm nay"].map(dayOfDate)).toEqual([null, null, null]);
  expect(usualDay("31/03/25")).toBe("31/03/25");
});

it("--as-of, --period and --month take them: of two cases one is of 9/2025 and due by 30/09/2025", async () => {
  const file = log(
    [
      "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả",
      "A,Trực tuyến,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00",
      "B,Trực tuyến,01/10/2025 08:00,03/10/2025 17:00,02/10/2025 08:00",
      "",
    ].join("\n"),
  );
  const args = ["--year", "2025", "--out", "json=-"];
  const checked = JSON.parse(
    (await kpi(["check", file, ...args, "--period", "9/2025", "--as-of", "30/09/2025", "--kpi", "on-time-share"])).out,
  );
  expect(checked).toMatchObject({
    period: { name: "2025-09" },
    options: { asOf: "2025-09-30" },
    results: [{ measure: { numerator: 1, denominator: 1 } }],
  });
  const reported = JSON.parse((await kpi(["report", file, ...args, "--month", "tháng 9/2025"])).out);
  expect(reported.period).toMatchObject({ name: "2025-09", from: "2025-09-01", to: "2025-09-30" });
});
