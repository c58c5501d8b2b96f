/** A day and its time of day in two columns are one time, and said. */
import { expect, it } from "vitest";
import { kpi, log, report } from "../run.ts";

const reduction = async (...lines: string[]) => {
  const made = await report([log(`${lines.join("\n")}\n`), "--year", "2025", "--kpi", "processing-time-reduction"]);
  return { measure: made.results[0].measure, notes: made.notes.filter(({ code }) => code === "times-joined") };
};

it("Ngày and Giờ of the same words: in person 9 hours, online 3, the cut is 66.7 %", async () => {
  const { measure, notes } = await reduction(
    "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Giờ tiếp nhận,Ngày trả kết quả,Giờ trả kết quả",
    "A,Trực tiếp,01/09/2025,08:00,01/09/2025,17:00",
    "B,Trực tuyến,01/09/2025,8:00 SA,01/09/2025,11h00",
  );
  expect(measure).toMatchObject({ inPerson: { sum: 9 * 3600 }, online: { sum: 3 * 3600 } });
  expect(notes.map(({ data }) => [data.header, data.other])).toEqual([
    ["Ngày tiếp nhận", "Giờ tiếp nhận"],
    ["Ngày trả kết quả", "Giờ trả kết quả"],
  ]);
});

it("a column named Giờ alone is of the day to its left; parts of a day, midnights of a database and quotes are read", async () => {
  const { measure } = await reduction(
    "Mã hồ sơ;Hình thức nộp;Ngày tiếp nhận;Giờ;Ngày trả;Giờ",
    'A;Trực tiếp;"01/09/2025";0,5;2025-09-02 00:00:00;30/12/1899 12:00:00',
    "B;Trực tuyến;01/09/2025;12:00;2025-09-01 00:00:00;18:00:00",
  );
  expect(measure).toMatchObject({ inPerson: { sum: 24 * 3600 }, online: { sum: 6 * 3600 } });
});

it("a blank time leaves a day, and English headers are known", async () => {
  const made = await report([
    log(
      [
        "Case Number,Channel,Date Received,Time Received,Due Date,Date Closed",
        "A,online,2025-09-01,08:00,2025-09-03,2025-09-02 10:00",
        "B,online,2025-09-01,,2025-09-03,2025-09-04 10:00",
        "",
      ].join("\n"),
    ),
    "--year",
    "2025",
    "--kpi",
    "on-time-share,processing-time-reduction",
  ]);
  expect(made.results.map(({ measure }) => measure)).toContainEqual(
    expect.objectContaining({ numerator: 1, denominator: 2 }),
  );
  expect(made.notes.some(({ code }) => code === "times-joined")).toBe(true);
});

it("a column of times of another thing, and one of whole times, are not joined", async () => {
  for (const header of ["Giờ họp", "Giờ tiếp nhận"]) {
    const clock = header === "Giờ họp" ? "10:00" : "01/09/2025 10:00";
    const { notes } = await reduction(
      `Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,${header}`,
      `A,Trực tiếp,01/09/2025 08:00,01/09/2025 17:00,${clock}`,
    );
    expect(notes).toEqual([]);
  }
});

it("login in two columns is known by either: 5 minutes", async () => {
  const made = await report([
    log(
      [
        "Mã hồ sơ,Hình thức nộp,Ngày đăng nhập,Giờ đăng nhập,Ngày nộp,Giờ nộp",
        "A,Trực tuyến,01/09/2025,08:00:00,01/09/2025,08:05:00",
        "",
      ].join("\n"),
    ),
    "--year",
    "2025",
    "--kpi",
    "submission-time",
  ]);
  expect(made.results[0].measure).toMatchObject({ sum: 300, n: 1 });
});

it("a log of 3 MB in which columns change their order twice is read by each header's own: 20,000 of 20,000 in time", async () => {
  const first = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Ghi chú của cán bộ";
  const other = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Ngày hẹn trả,Ghi chú của cán bộ";
  const [due, done] = ["03/09/2025 17:00:00", "02/09/2025 08:00:00"];
  const some = (from: number, ...cells: string[]) =>
    Array.from(
      { length: 10_000 },
      (_, i) => `${from + i},Trực tuyến,01/09/2025 08:00:00,${cells.join(",")},"a ""b"", ${"x".repeat(50)}"`,
    );
  const text = [first, ...some(0, due, done), other, ...some(10_000, done, due), first, ""].join("\n");
  const made = await report([log(text), "--year", "2025", "--kpi", "on-time-share"]);
  expect(made.results[0].measure).toMatchObject({ numerator: 20_000, denominator: 20_000 });
  expect((await kpi(["check", log(text), "--year", "2025", "--lang", "en"])).out).toMatch(/in another order/);
});
