/** Ids as spreadsheets and offices leave them: cut, marked as texts, or words in place of one. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isNoId } from "../../src/read/blanks.ts";
import { openLogs } from "../../src/run/logs.ts";
import { lookingOnly, pass } from "../../src/tally/pass.ts";
import { folder, kpi, planFile, report, table } from "../run.ts";

const headers = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái";
const two = (n: number) => String(n).padStart(2, "0");
/** Four cases under one id, received and due on four days. */
const four = (id: string) =>
  [1, 2, 3, 4].map(
    (d) => `${id},Trực tuyến,${two(d)}/09/2025 08:00,${two(d + 10)}/09/2025 17:00,${two(d + 1)}/09/2025 10:00,`,
  );
const args = ["--year", "2025", "--kpi", "on-time-share"];

it.each([
  "2.51008123456789E17",
  "1.23456789012346E+017",
  "1.23457E+17 ",
  '"1,23456789012346E17"',
  "'1.23457E+17",
  "’1.23457E+17",
  "‘123456789012345000",
  "'123456789012345000",
  '"=""123456789012345000"""',
  '"=123456789012345000"',
  "123 456 789 012 345 000",
  "123456789012345000 ",
  "123\u00a0456\u00a0789\u00a0012\u00a0345\u00a0000",
])("an id of %s was cut: 4 rows are 4 cases, and told", async (id) => {
  const made = await report([table(headers, ...four(id)), ...args]);
  expect(made.ledger).toMatchObject({ counted: 4, duplicates: 0 });
  expect(made.ledger.issues.map(({ code, count }) => [code, count])).toEqual([["cut-id", 4]]);
});

describe("numbers of 16 digits and more, of which a spreadsheet keeps 15", () => {
  const id = (n: number, digits: number) => `251008${String(n).padStart(digits - 6, "0")}`;
  const row = (n: number, digits: number, rest: string) =>
    `${id(n, digits)},Trực tuyến,01/09/2025 08:00,03/09/2025 17:00,${rest}`;
  const states = (digits: number, to: number) =>
    Array.from({ length: to }, (_, i) => [
      row(i + 1, digits, ",Đang xử lý"),
      row(i + 1, digits, "02/09/2025 08:00,Đã trả kết quả"),
    ]).flat();

  it.each([
    [16, 20],
    [17, 100],
    [18, 1000],
  ])("of %i digits from 1 to %i, each of two states, are whole: as many cases, all in time", async (digits, to) => {
    const made = await report([table(headers, ...states(digits, to)), ...args]);
    expect(made.results[0].measure).toMatchObject({ numerator: to, denominator: to });
    expect(made.ledger).toMatchObject({ counted: to, duplicates: to, issues: [] });
  });

  it("were cut where none of as many digits is whole: ten of 16, though one of 17 is, told from the first line on", async () => {
    const cut = Array.from({ length: 10 }, () => row(0, 16, "02/09/2025 08:00,"));
    const powers = row(0, 16, "02/09/2025 08:00,").replace(/^\d+/, "2.51008E+15");
    const made = await report([table(headers, row(1, 17, "02/09/2025 08:00,"), ...cut, powers), ...args]);
    expect(made.ledger).toMatchObject({ counted: 12, duplicates: 0 });
    expect(made.ledger.issues).toMatchObject([{ code: "cut-id", count: 11, firstLine: 3 }]);
    expect(made.notes).toContainEqual({ code: "blank-ids", data: { input: expect.any(String), count: 11 } });
  });

  it("are one or the other for the whole log, in blocks of 200 bytes too: the only whole one of 30 stands in the last row", async () => {
    const rows = [...Array.from({ length: 29 }, (_, i) => 10 * (i + 1)), 301].map((n) => row(n, 16, ","));
    for (const [some, counted, blank] of [
      [rows, 30, 0],
      [rows.slice(0, -1), 29, 29],
    ] as const) {
      const open = await openLogs(
        [table(headers, ...some)],
        { map: [], mapValue: [], dateFormat: [], timeZone: "Asia/Ho_Chi_Minh" },
        { temporary: new Set() } as never,
      );
      const { accounts } = await pass(lookingOnly(open.logs, { ...open.reading, texts: [], hasPeriod: false }), {
        blockBytes: 200,
      });
      expect(accounts).toMatchObject([{ counted, blankIds: blank }]);
    }
  });

  it("that were cut are written to the rejects file as they stand", async () => {
    const rejects = join(folder(), "rejects.csv");
    await kpi(["check", table(headers, row(0, 16, ","), row(0, 16, ",")), ...args, "--rejects", rejects]);
    expect(readFileSync(rejects, "utf8").match(/cut-id/g)).toHaveLength(2);
  });
});

it.each(["HS-2E17", "01E12", "H24-250102-0000", "123456789012345", "1234567890123456", "2025.000.000"])(
  "%s is an id: 4 rows of it are one case",
  async (id) => {
    const made = await report([table(headers, ...four(id)), ...args]);
    expect(made.ledger).toMatchObject({ counted: 1, duplicates: 3, issues: [] });
  },
);

it.each(["\u061c", "\u180e", "\u034f", "\ufe0f", "\u0085", "\u0007", "\u200b", "\ufffc"])(
  "an unseen sign, %j, before an id, a header, a time and a word is none: of three rows two are of one case, and 2 of 2 in time",
  async (sign) => {
    const row = (id: string, rest: string) =>
      `${id},${sign}Trực tuyến,01/09/2025 08:00,${sign}05/09/2025 17:00,${rest}`;
    const rows = [
      row("HS1", ",Đang xử lý"),
      row(`${sign}HS1`, "02/09/2025 10:00,Đã trả kết quả"),
      row("HS2", "02/09/2025 10:00,Ɖã trả kết quả"),
    ];
    const made = await report([table(headers.replace(/(^|,)/g, `$1${sign}`), ...rows), ...args]);
    expect(made.results[0].measure).toMatchObject({ numerator: 2, denominator: 2 });
    expect(made.ledger).toMatchObject({ counted: 2, duplicates: 1, issues: [], unknownWords: [] });
  },
);

it.each(["'00012", "’00012", "‘00012’"])(
  "an apostrophe before an id is Excel's mark of a text: %s and 00012 are one case, and found by either",
  async (id) => {
    const row = (id: string, rest: string) => `${id},Trực tuyến,01/09/2025 08:00,05/09/2025 17:00,${rest}`;
    const file = table(headers, row(id, ",Đang xử lý"), row("00012", "02/09/2025 10:00,Đã trả kết quả"));
    expect((await report([file, ...args])).ledger).toMatchObject({ counted: 1, duplicates: 1 });
    for (const asked of [id, "00012"]) {
      const { out } = await kpi(["explain", "on-time-share", file, "--case", asked, "--lang", "en"]);
      expect(out).toMatch(/line 2\n.*another row.*line 3\n/s);
    }
  },
);

describe("a number in place of an id", () => {
  /** 100 cases in time under ids of their own, and some late ones of five days each under one. */
  const hundred = Array.from(
    { length: 100 },
    (_, i) =>
      `HS${i + 1},Trực tuyến,${two((i % 28) + 1)}/08/2025 08:00,30/09/2025 17:00,31/08/2025 10:00,Đã trả kết quả`,
  );
  const late = (id: string, days: number) =>
    Array.from(
      { length: days },
      (_, i) =>
        `${id},Trực tiếp,${two(i + 1)}/09/2025 08:00,${two(i + 6)}/09/2025 17:00,${two(i + 8)}/09/2025 10:00,Đã trả kết quả`,
    );

  it.each(["-1", "-99", "999999999", "99999", "HS000000", "HS-111111"])(
    "%s in five rows of other receipts and due days is none: 100 of 105 in time",
    async (id) => {
      const made = await report([table(headers, ...hundred, ...late(id, 5)), ...args]);
      expect(made.results[0].measure).toMatchObject({ numerator: 100, denominator: 105 });
      expect(made.ledger).toMatchObject({ counted: 105, duplicates: 0 });
      expect(made.notes).toContainEqual(expect.objectContaining({ code: "blank-ids" }));
    },
  );

  it("99999 in two rows that are states of one case is an id: 101 of 102", async () => {
    const row = (rest: string) => `99999,Trực tiếp,01/09/2025 08:00,06/09/2025 17:00,${rest}`;
    const states = [row(",Đang xử lý"), row("05/09/2025 10:00,Đã trả kết quả")];
    const made = await report([table(headers, ...hundred, ...late("B1", 1), ...states), ...args]);
    expect(made.results[0].measure).toMatchObject({ numerator: 101, denominator: 102 });
  });

  it("five late rows of HS2025, received and due on other days: one case or several nobody knows, so that 98 % is undecided, from 95.2 %", async () => {
    const of98 = ["--year", "2025", "--plan", planFile({ kpi: "on-time-share", atLeast: 98 })];
    const some = [...hundred, ...late("HS2025", 5)];
    const made = await report([table(headers, ...some), ...of98]);
    expect(made.results[0]).toMatchObject({ verdict: "undecided", reason: "cases-in-doubt" });
    // 100 of 101, and 100 of 105.
    expect(made.results[0].measure).toMatchObject({ numerator: 100, denominator: 101 });
    expect(made.results[0].bounds?.map((value) => value.toFixed(2))).toEqual(["95.24", "99.01"]);
    expect(made.notes).toContainEqual({ code: "ids-apart", data: { count: 4 } });
    // Of a part no other reading can be tried, and the note says so.
    const part = join(folder(), "a.kpi.json");
    await kpi(["tally", table(headers, ...some), "--out", part]);
    const { out: ofPart } = await kpi(["check", part, ...of98, "--lang", "en"]);
    expect(ofPart.replace(/\s+/g, " ")).toContain("of parts, which hold no rows, it stands");
    // Where it turns nothing it is judged.
    const all = planFile({ kpi: "on-time-share", atLeast: 100 });
    const of100 = await report([table(headers, ...some), ...of98.with(3, all)]);
    expect(of100.results[0]).toMatchObject({ verdict: "fail", reason: null });
    for (const [lang, said] of [
      [
        "vi",
        "trùng mã hồ sơ mà khác đơn vị, thủ tục, hoặc khác cả ngày tiếp nhận và hạn trả là một hồ sơ hay nhiều hồ sơ",
      ],
      [
        "en",
        "rows of one id, of another agency or procedure or received and due on other days, are one case or several",
      ],
    ]) {
      const { out } = await kpi(["check", table(headers, ...some), ...of98, "--lang", lang]);
      expect(out.replace(/\s+/g, " ")).toContain(said);
      expect((await kpi(["help", "cases-in-doubt", "--lang", lang])).out).toContain("kpi validate");
      expect((await kpi(["help", "ids-apart", "--lang", lang])).out).toContain("99999");
    }
  });
});

describe("a word in place of an id", () => {
  it("is none, whatever it says, where it has no digit and stands in rows of many days: 4 cases, told", async () => {
    for (const word of ["Chuyển từ xã cũ", "Tiếp nhận tay"]) {
      const made = await report([table(headers, ...four(word)), ...args]);
      expect(made.ledger).toMatchObject({ counted: 4, duplicates: 0 });
      expect(made.notes).toContainEqual({ code: "blank-ids", data: { input: expect.any(String), count: 4 } });
    }
  });

  const rated = (head: string, row: (id: string, said: string) => string, id: string) =>
    report([
      table(
        head,
        ...Array.from({ length: 20 }, (_, i) => row(`HS${i}`, "Hài lòng")),
        ...Array.from({ length: 10 }, () => row("Chưa phân số", "Không hài lòng")),
        ...Array.from({ length: 3 }, () => row(id, "Không hài lòng")),
      ),
      ...["--year", "2025", "--kpi", "satisfaction"],
    ]);

  it.each<[head: string, row: (id: string, said: string) => string]>([
    ["Mã hồ sơ,Hình thức nộp,Mức độ hài lòng", (id, said) => `${id},Trực tuyến,${said}`],
    [
      "Mã hồ sơ,Tên TTHC,Hình thức nộp,Đơn vị xử lý,Lệ phí,Mức độ hài lòng",
      (id, said) => `${id},,Trực tuyến,,,${said}`,
    ],
    ["Mã hồ sơ,Đơn vị xử lý,Hình thức nộp,Mức độ hài lòng", (id, said) => `${id},A,Trực tuyến,${said}`],
  ])("is a case without an id below %s, not a signatory: 20 of 33 content, and none passed over", async (head, row) => {
    for (const id of ["Nộp tại xã", "(tại xã)", ""]) {
      const made = await rated(head, row, id);
      expect(made.ledger).toMatchObject({ counted: 33, duplicates: 0 });
      expect(made.results[0]).toMatchObject({ measure: { numerator: 20, denominator: 33 } });
      expect(made.notes).toContainEqual({ code: "blank-ids", data: { input: expect.any(String), count: 13 } });
    }
  });

  it("is a signatory or a mean where the cells beside are no words of their columns: 20 cases of 20", async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `HS${i},Trực tuyến,Hài lòng`);
    const below = ["Người lập biểu,,Thủ trưởng đơn vị", "Nguyễn Văn A,Trần Thị B,", "Điểm đánh giá,,4", "Người lập,-,"];
    const made = await report([
      table("Mã hồ sơ,Hình thức nộp,Mức độ hài lòng", ...rows, ...below),
      ...["--year", "2025", "--kpi", "satisfaction"],
    ]);
    expect(made.ledger.counted).toBe(20);
    expect(made.notes).toContainEqual(expect.objectContaining({ code: "notes-passed-over" }));
  });

  it("is an id where its rows are due on one day", async () => {
    const rows = four("HSX").map((row) => row.replace(/\d\d\/09\/2025 17:00/, "20/09/2025 17:00"));
    expect((await report([table(headers, ...rows), ...args])).ledger.counted).toBe(1);
  });

  it.each([
    "Chờ cấp mã",
    "n / a",
    "Đang cấp mã",
    "Bổ sung sau",
    "Hồ sơ giấy",
    "Chưa đồng bộ",
    "Err:508",
    "-nt-",
    "Chưa có trên hệ thống",
  ])("%s is known to be none", (word) => {
    expect(isNoId(word)).toBe(true);
  });
});

it("an end of “Chưa trả kết quả” has not happened, one of “Lỗi” is unread: of 2 ended, 1 overdue and 2 unread 1 of 3, between 20 and 60 %", async () => {
  const row = (id: number, due: string, end: string) => `${id},Trực tuyến,01/09/2025 08:00,${due}/09/2025 17:00,${end}`;
  for (const open of ["Chưa trả kết quả", "Chưa có kết quả", "Chưa", "chua xong", "Đang giải quyết"]) {
    const made = await report([
      table(
        headers.replace(",Trạng thái", ""),
        row(1, "10", "02/09/2025 10:00"),
        row(2, "10", "12/09/2025 10:00"),
        row(3, "02", "Lỗi"),
        row(4, "02", "Lỗi"),
        row(5, "02", open),
      ),
      ...args,
    ]);
    expect(made.results[0]).toMatchObject({ measure: { numerator: 1, denominator: 3 }, bounds: [20, 60] });
    expect(made.ledger.issues.map(({ code, count }) => [code, count])).toEqual([["bad-time", 2]]);
  }
});
