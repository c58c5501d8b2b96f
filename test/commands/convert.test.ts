import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folder, kpi, planFile, report, table } from "../run.ts";

it.each(["cases", "english", "register", "durations"])("%s.csv, converted, comes to the same results", async (name) => {
  const file = `fixtures/sample/${name}.csv`;
  const out = join(folder(), "canonical.csv");
  const { code, err } = await kpi(["convert", file, "--out", out]);
  expect(code).toBe(0);
  expect(err).toMatch(/^Ledger: read /);
  const [before, after] = await Promise.all([file, out].map((of) => report([of, "--year", "2025", "--kpi", "all"])));
  expect(after.results).toEqual(before.results);
});

it("writes what cannot be read as it stands, so that the same faults are found again", async () => {
  const file = table(
    "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Thời gian nộp (phút),Lệ phí,Số hóa hồ sơ,Đơn vị xử lý",
    'H1,Kiosk,31/02/2025,05/09/2025,"2,5",50.000 đ,,=A1',
    'H2,Trực tuyến,01/09/2025 08:00,05/09/2025 17:00:00,-1,chưa rõ,Có,"Sở, ban"',
    "H3,Bưu chính,01/09/2025,,,0,Không, ",
    // The last of an id stands for all of them.
    "H3,Trực tiếp,01/09/2025,,,0,Không, ",
  );
  const { out } = await kpi(["convert", file, "--out", "-", "--quiet"]);
  expect(out).toBe(
    [
      "case_id,agency,channel,submission_seconds,received_at,due_at,fee,record_digitised",
      'H2,"Sở, ban",online,\'-1,2025-09-01T08:00:00,2025-09-05T17:00:00,chưa rõ,true',
      "H3,,in_person,,2025-09-01,,0,false",
      "",
    ].join("\r\n"),
  );
});

it("a formula in a text cell is guarded on the way out and read back as it was", async () => {
  const file = table("case_id,agency,received_at", "1,=1+1,2025-01-01T08:00:00");
  const out = join(folder(), "c.csv");
  await kpi(["convert", file, "--out", out, "--quiet"]);
  expect(readFileSync(out, "utf8")).toContain("1,'=1+1,");
  const found = await report([out, "--year", "2025", "--kpi", "on-time-share", "--by", "agency"]);
  expect(found.inputs[0].ledger.counted).toBe(1);
});

it("refuses to write over the log that it reads", async () => {
  const file = table("case_id,agency,received_at", "1,A,2025-01-01T08:00:00");
  expect((await kpi(["convert", file, "--out", file])).code).toBe(2);
});

it("refuses what it could not write without changing a figure: a yes/no column of one log only, numbers in doubt", async () => {
  const a = table("case_id,received_at,on_system", "1,01/03/2025 08:00,x");
  const b = table("case_id,received_at", "2,01/03/2025 08:00");
  expect((await kpi(["convert", a, b, "--out", "-"])).code).toBe(2);
  const hours = table("case_id,channel,processing_hours", "1,online,1.234", "2,in_person,2.500");
  expect((await kpi(["convert", hours, "--out", "-"])).code).toBe(2);
  expect((await kpi(["convert", hours, "--out", "-", "--decimal", "point"])).out).toContain("1,online,4442");
});

it("one month-first date among forty day-first ones stays one fault when converted", async () => {
  const days = Array.from({ length: 40 }, (_, i) => `${i},${13 + (i % 15)}/03/2025 08:00,01/02/2025`);
  const file = table("case_id,submitted_at,received_at", ...days, "x,03/25/2025 08:00,01/02/2025");
  const out = join(folder(), "c.csv");
  await kpi(["convert", file, "--out", out, "--quiet"]);
  const issues = async (of: string) => (await report([of, "--year", "2025"])).ledger.issues.map(({ count }) => count);
  expect(await issues(out)).toEqual(await issues(file));
});

/** Results of a log, and those of what it is converted to. */
async function bothOf(file: string, ...args: string[]) {
  const out = join(folder(), "c.csv");
  expect((await kpi(["convert", file, "--out", out, "--quiet"])).code).toBe(0);
  const [before, after] = await Promise.all([file, out].map((of) => report([of, "--year", "2025", ...args])));
  const strip = ({ measure, verdict, reason }: (typeof before.results)[number]) => ({ measure, verdict, reason });
  return { before: strip(before.results[0]), after: strip(after.results[0]), text: readFileSync(out, "utf8") };
}

it("a 2 without a unit is no two seconds once converted: undecided before and after, one online case of two read", async () => {
  const file = table(
    "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Thời gian xử lý",
    "1,Trực tiếp,01/09/2025,36 giờ",
    "2,Trực tuyến,01/09/2025,24 giờ",
    "3,Trực tuyến,01/09/2025,2",
  );
  const { before, after, text } = await bothOf(file, "--kpi", "processing-time-reduction");
  expect(text).toContain("? 2");
  expect(before).toMatchObject({ verdict: "undecided", measure: { online: { n: 1 } } });
  expect(after).toEqual(before);
});

it.each([
  ["Thời gian xử lý", "3 ngày", "36 giờ"],
  ["Thời gian xử lý (ngày)", "3", "4,5"],
])(
  "days of %s stay days by the working clock: online 24 hours, in person 36, −33.3 %",
  async (header, online, inPerson) => {
    const file = table(
      `Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,${header}`,
      `1,Trực tiếp,01/09/2025,"${inPerson}"`,
      `2,Trực tuyến,01/09/2025,${online}`,
    );
    const { before, after } = await bothOf(file, "--kpi", "processing-time-reduction", "--clock", "working");
    expect(before.measure).toMatchObject({ inPerson: { sum: 36 * 3600 }, online: { sum: 24 * 3600 } });
    expect(after).toEqual(before);
  },
);

it("a due midnight among times is one again: undecided before and after", async () => {
  const file = table(
    "case_id,received_at,due_at,finished_at",
    "1,2025-09-01T08:00:00,2025-09-05T00:00:00,2025-09-05T10:00:00",
    "2,2025-09-01T08:00:00,2025-09-05T17:00:00,2025-09-05T10:00:00",
    "3,2025-09-01T08:00:00,2025-09-05T17:00:00,2025-09-05T10:00:00",
  );
  const { before, after, text } = await bothOf(file, "--plan", planFile({ kpi: "on-time-share", atLeast: 90 }));
  expect(text).toContain("2025-09-05T00:00:00");
  expect(before).toMatchObject({ verdict: "undecided", reason: "midnights-in-doubt" });
  expect(after).toEqual(before);
});

const ratings = ["--year", "2025", "--kpi", "satisfaction-online"];
/** A case a rating, all of them online. */
const rated = (...values: string[]) =>
  table(
    "case_id,received_at,returned_at,status,channel,rating",
    ...values.map((value, i) => `${i},2025-09-03T08:00:00,2025-09-09T08:00:00,returned,online,${value}`),
  );
const converted = async (file: string, ...args: string[]) => {
  const out = join(folder(), "c.csv");
  expect((await kpi(["convert", file, ...args, "--out", out, "--quiet"])).code).toBe(0);
  return out;
};

it.each([
  ["Bình thường and Không hài lòng", ["Bình thường", "Không hài lòng"], [], 0, 2],
  ["2 and 3 on a given scale of 3", ["2", "3"], ["--rating-scale", "3"], 1, 2],
  ["3, which is mapped to 5, and 1 to 1", ["3", "1"], ["--map-value", "rating:3=5", "--map-value", "rating:1=1"], 1, 2],
  ["2/3 and 3 stars", ["2/3", "★★★"], [], 0, 2],
] as const)(
  "%s read back without an option, as they were: not as numbers on a scale in doubt",
  async (_, values, args, satisfied, of) => {
    const file = rated(...values);
    const [before] = (await report([file, ...ratings, ...args])).results;
    expect(before.measure).toMatchObject({ numerator: satisfied, denominator: of });
    const [after] = (await report([await converted(file, ...args), ...ratings])).results;
    expect(after).toEqual(before);
  },
);

it("bare ratings of which none is above 3 stay in doubt when converted, beside words for 3 and 4 too", async () => {
  for (const file of [rated("3", "2"), rated("3", "Bình thường", "Hài lòng")]) {
    for (const one of [file, await converted(file)]) {
      const { code, err } = await kpi(["check", one, ...ratings, "--lang", "en"]);
      expect(code).toBe(2);
      expect(err).toContain("their scale is in doubt");
    }
  }
});
