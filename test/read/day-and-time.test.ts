/** A day and its time of day in two columns are one time, and said. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { folder, kpi, log, report } from "../run.ts";

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

/** HS1 is due on the third at 17:00 and returned at 18:00 of it, HS2 at 14:00: one of two is in time, where the hours are read. */
async function ofTwo(headers: string, received: readonly [string, string], returned: readonly [string, string]) {
  const [day, time, back, clock] = headers.split(";").map((header) => `"${header}"`);
  const rows = received.map((at, i) =>
    [`HS${i + 1}`, ["Trực tuyến", "Trực tiếp"][i], "01/09/2025", at, "03/09/2025 17:00", "03/09/2025", returned[i]]
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(","),
  );
  const head = `Mã hồ sơ,Hình thức nộp,${day},${time},Hạn trả,${back},${clock}`;
  const made = await report([log([head, ...rows, ""].join("\n")), "--year", "2025", "--kpi", "on-time-share"]);
  const { numerator, denominator } = made.results[0].measure as { numerator: number; denominator: number };
  const found = (code: string) => made.notes.filter((note) => note.code === code).map(({ data }) => data.header);
  return { share: `${numerator}/${denominator}`, joined: found("times-joined").length, apart: found("times-apart") };
}

it.each([
  "Ngày nhận;Thời gian nhận;Ngày trả;Thời gian trả",
  "Ngày nhận;Thời điểm nhận;Ngày trả;Thời điểm trả",
  "Ngày nhận;Giờ, phút nhận;Ngày trả;Giờ phút trả",
  "Ngày nhận;TG nhận;Ngày trả;TG trả",
  "Ngày nhận;Nhận lúc;Ngày trả;Trả lúc",
  "Ngày nhận;Giờ tiếp nhận hồ sơ;Ngày trả;Giờ trả (HH:mm)",
  "NgayTiepNhan;GioTiepNhan;NgayTra;GioTra",
])("times under %s are joined to their days: 1 of 2 in time", async (headers) => {
  const made = await ofTwo(headers, ["08:00", "09:00"], ["18:00", "14:00"]);
  expect(made).toEqual({ share: "1/2", joined: 2, apart: [] });
});

it.each([
  ["1900-01-01 18:00:00.000", "1900-01-01 14:00:00.000"],
  ["1970-01-01 18:00:00", "1970-01-01 14:00:00"],
  ["1899-12-31T18:00:00", "1899-12-31T14:00:00"],
  ["1899-12-30T18:00:00.000Z", "1899-12-30T14:00:00.000Z"],
  ["6:00 p.m.", "2:00 p.m."],
  ["18.00", "14.00"],
  ["18.30", "0.30"],
  ["1800", "1400"],
  ["18h00'00\"", "14h00'00\""],
  ["T18:00:00", "T14:00:00"],
  ["18:00:00+07:00", "14:00:00+07:00"],
  ["'18:00", "'14:00"],
  ["18 : 00", "14 : 00"],
  ["lúc 18:00", "vào lúc 14 giờ"],
  ["03/09/2025 18:00", "03/09/2025 14:00"],
])("a time of day written %s: 1 of 2 in time", async (late, early) => {
  const made = await ofTwo("Ngày nhận;Giờ nhận;Ngày trả;Giờ trả", ["08:00", "09:00"], [late, early]);
  expect(made).toEqual({ share: "1/2", joined: 2, apart: [] });
});

it("Giờ before each day is of the day behind it: 1 of 2 in time, and the due time is left alone", async () => {
  const made = await report([
    log(
      [
        "Mã hồ sơ,Hình thức nộp,Giờ,Ngày tiếp nhận,Ngày hẹn trả,Giờ,Ngày trả kết quả",
        "A,Trực tuyến,08:00,01/09/2025,03/09/2025 17:00,18:00,03/09/2025",
        "B,Trực tuyến,08:00,01/09/2025,03/09/2025 17:00,14:00,03/09/2025",
        "",
      ].join("\n"),
    ),
    ...["--year", "2025", "--kpi", "on-time-share"],
  ]);
  expect(made.results[0].measure).toMatchObject({ numerator: 1, denominator: 2 });
});

it("Giờ trả is not of Ngày hẹn trả, and times that are of no day are told, in both languages, and by a part", async () => {
  const file = log(
    [
      "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày có kết quả,Giờ trả",
      "A,Trực tuyến,01/09/2025,03/09/2025,03/09/2025,18:00",
      "",
    ].join("\n"),
  );
  const args = ["--year", "2025", "--kpi", "on-time-share"];
  const told = { code: "times-apart", data: { input: "cases.csv", header: "Giờ trả", count: 1 } };
  const made = await report([file, ...args]);
  expect(made.notes.filter(({ code }) => code.startsWith("times-"))).toEqual([told]);
  const part = join(folder(), "a.kpi.json");
  expect((await kpi(["tally", file, "--out", part])).code).toBe(0);
  expect((await report([part, ...args])).notes).toContainEqual(told);
  const said = async (lang: string) => (await kpi(["check", file, ...args, "--lang", lang])).out.replace(/\s+/g, " ");
  expect(await said("vi")).toContain('cột "Giờ trả" ghi giờ mà không ghép được với cột ngày nào');
  expect(await said("en")).toContain(
    'the column "Giờ trả" holds times of day and was put together with no column of days',
  );
});

it("a duration named Thời gian xử lý (giờ) that is written 08:00 stays one, and Thời gian họp of another thing is told alone", async () => {
  const made = await ofTwo(
    "Ngày nhận;Thời gian họp;Ngày trả;Thời gian xử lý (giờ)",
    ["8:00", "9:00"],
    ["08:00", "14:00"],
  );
  expect(made).toEqual({ share: "2/2", joined: 0, apart: ["Thời gian họp"] });
});

/** Two cases received, due and returned on the same three days; the second is returned an hour after it was due. */
async function ofColumns(headers: string, ...rows: readonly string[]) {
  const made = await report([log([headers, ...rows, ""].join("\n")), "--year", "2025", "--kpi", "on-time-share"]);
  const { numerator, denominator } = made.results[0].measure as { numerator: number; denominator: number };
  const joined = made.notes.filter(({ code }) => code === "times-joined").map(({ data }) => data.header);
  const apart = made.notes.find(({ code }) => code === "times-apart")?.data.count ?? 0;
  return { share: `${numerator}/${denominator}`, joined, apart };
}

it("Giờ nhận before its day, and Giờ before each other: no day takes two times, 1 of 2 in time", async () => {
  const made = await ofColumns(
    "Mã hồ sơ,Giờ nhận,Ngày nhận,Giờ,Ngày hẹn trả,Giờ,Ngày trả kết quả",
    "A,08:00,03/09/2025,17:00,05/09/2025,16:00,05/09/2025",
    "B,08:00,03/09/2025,17:00,05/09/2025,18:00,05/09/2025",
  );
  expect(made).toEqual({ share: "1/2", joined: ["Ngày nhận", "Ngày hẹn trả", "Ngày trả kết quả"], apart: 0 });
});

it("a first Giờ of another writing, 800, still says on which side the others stand: 1 of 2 in time, one column told", async () => {
  const made = await ofColumns(
    "Mã hồ sơ,Giờ,Ngày nhận,Giờ,Ngày hẹn trả,Giờ,Ngày trả kết quả",
    "A,800,05/09/2025,1700,05/09/2025,1600,05/09/2025",
    "B,800,05/09/2025,1700,05/09/2025,1800,05/09/2025",
  );
  expect(made).toEqual({ share: "1/2", joined: ["Ngày hẹn trả", "Ngày trả kết quả"], apart: 1 });
});

it("a Giờ between two days that could be of either is of none, and told: 2 of 2 by their days", async () => {
  const made = await ofColumns(
    "Mã hồ sơ,Ngày nhận,Giờ,Ngày hẹn trả,Ngày trả kết quả",
    "A,03/09/2025,17:00,05/09/2025,05/09/2025",
    "B,03/09/2025,17:00,05/09/2025,05/09/2025",
  );
  expect(made).toEqual({ share: "2/2", joined: [], apart: 1 });
});

it.each(["1900-01-01 17:00:00", "17.00", "1700"])(
  "Giờ hạn trả of no day is told where it is written %s",
  async (due) => {
    const made = await ofColumns(
      "Mã hồ sơ,Ngày nhận,Hạn trả kết quả,Giờ hạn trả,Ngày có kết quả",
      `A,03/09/2025,05/09/2025,${due},05/09/2025`,
    );
    expect(made).toEqual({ share: "1/1", joined: [], apart: 1 });
  },
);

it.each(["17:00h", "17", "05/09/2025 17:00", "930"])("a Giờ beside its day that is written %s is told", async (due) => {
  const made = await ofColumns(
    "Mã hồ sơ,Ngày nhận,Ngày hẹn trả,Giờ,Cán bộ,Ngày trả kết quả",
    `A,03/09/2025,05/09/2025,${due},N,05/09/2025`,
  );
  expect(made).toEqual({ share: "1/1", joined: [], apart: 1 });
});
