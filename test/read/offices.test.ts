/** What offices write: other spellings of times, words for nothing, ids that are none, headers as they come. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isNoId } from "../../src/read/blanks.ts";
import { DurationColumn, TimeColumn, unreadable } from "../../src/read/decode.ts";
import { usualTime } from "../../src/read/spelled-times.ts";
import { folder, kpi, log, report, table } from "../run.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const timeOf = (text: string) => {
  const time = new TimeColumn("dmy", () => 7 * 3600).read(bytes(text), 0, bytes(text).length);
  return time < 0 ? time : new Date(time * 1000).toISOString().slice(0, 19);
};
const blank = -1;

describe("a time", () => {
  it.each([
    ["01/09/2025 8:05 SA", "2025-09-01T08:05:00"],
    ["01/09/2025 02:30:00 CH", "2025-09-01T14:30:00"],
    ["01/09/2025 12:10 SA", "2025-09-01T00:10:00"],
    ["9/1/2025 12:10 PM", "2025-01-09T12:10:00"],
    ["09h05 01/09/2025", "2025-09-01T09:05:00"],
    ["08h30' ngày 01/09/2025", "2025-09-01T08:30:00"],
    ["8 giờ 30 phút ngày 1/9/2025", "2025-09-01T08:30:00"],
    ["14h, 01/09/2025", "2025-09-01T14:00:00"],
    ["01 tháng 9 năm 2025", "2025-09-01T00:00:00"],
    ["Thứ hai, 01/09/2025 08:00", "2025-09-01T08:00:00"],
    ["1-Sep-2025 17:00", "2025-09-01T17:00:00"],
    ["September 3, 2025 5:00 PM", "2025-09-03T17:00:00"],
    ["20250901", "2025-09-01T00:00:00"],
    ["\u200e01/09/2025\u200b 08:00\u2060", "2025-09-01T08:00:00"],
    ["01/09/2025 24:00:00", "2025-09-01T23:59:59"],
    ["01/09/25", unreadable],
    ["31 tháng 2 năm 2025", unreadable],
    ["13:00 CH 41/09/2025", unreadable],
    ["11 giờ trưa 01/09/2025", "2025-09-01T11:00:00"],
    ["01/09/2025 12:15 trưa", "2025-09-01T12:15:00"],
    ["01/09/2025 1:15 trưa", "2025-09-01T13:15:00"],
    ["01/09/2025 8:00 tối", "2025-09-01T20:00:00"],
    ["16h 01/09/2025", "2025-09-01T16:00:00"],
    ["01/09/2025 23:30 CH", "2025-09-01T23:30:00"],
    ["01/09/2025 8:05 p.m.", "2025-09-01T20:05:00"],
    ["01/09/2025 2:05 chieu", "2025-09-01T14:05:00"],
    ["T2, 01/09/2025 08:05", "2025-09-01T08:05:00"],
    ["'01/09/2025 08:05", "2025-09-01T08:05:00"],
    ["01/ 09 /2025 08:05", "2025-09-01T08:05:00"],
    ["20250901 08:05", "2025-09-01T08:05:00"],
    ["１/９/２０２５ ８:０５", "2025-09-01T08:05:00"],
    ["Mon Sep 01 2025 08:05:10 GMT+0700 (Indochina Time)", "2025-09-01T08:05:10"],
    ["01/09/2025 08:05 ICT", "2025-09-01T08:05:00"],
    ["01 Tháng Chín 2025 08:05", "2025-09-01T08:05:00"],
    ["01 tháng mười một năm 2025", "2025-11-01T00:00:00"],
    ["01 tháng mười hai 2025 17:00", "2025-12-01T17:00:00"],
    ["1 Tháng Mười 2025", "2025-10-01T00:00:00"],
    ["02 thang nam nam 2025", "2025-05-02T00:00:00"],
    ["02 tháng năm 2025", "2025-05-02T00:00:00"],
    ["31 Tháng Hai 2025", unreadable],
    ["08:05 ngày 01 tháng tư năm 2025", "2025-04-01T08:05:00"],
    ["01/thg 9/2025 08:05", "2025-09-01T08:05:00"],
    ["01/Thg9/2025", "2025-09-01T00:00:00"],
    ["01-T9-2025 08:05", "2025-09-01T08:05:00"],
    ["Sep-01-2025 08:05", "2025-09-01T08:05:00"],
    ["2025-Sep-01 08:05", "2025-09-01T08:05:00"],
    ["01SEP2025:08:05:00", "2025-09-01T08:05:00"],
    ["01/Sep/2025:08:05:00 +0700", "2025-09-01T08:05:00"],
    ["01-SEP-2025 08.05.00 AM", "2025-09-01T08:05:00"],
    ["01-SEP-2025 05.05.00.000000 PM", "2025-09-01T17:05:00"],
    ["2025-09-01T08:05:00+07:00[Asia/Ho_Chi_Minh]", "2025-09-01T08:05:00"],
    ["01/09/2025,08:05", "2025-09-01T08:05:00"],
    ["01/09/2025 SA 8:05", "2025-09-01T08:05:00"],
    ["01/09/2025 CH 5:05:00", "2025-09-01T17:05:00"],
    ["SA 8:05 01/09/2025", "2025-09-01T08:05:00"],
    ["01/09/2025 SA 13:05", unreadable],
    ["20250901T080500", "2025-09-01T08:05:00"],
    // Of which day it is the midnight, and which of the two is meant, nobody knows.
    ["01/09/2025 12:30 tối", unreadable],
    ["01/09/2025 13:30 SA", unreadable],
  ])("%s is %s", (text, time) => {
    expect(timeOf(text)).toBe(time);
  });

  it.each([
    "NULL",
    "N/A",
    "#N/A",
    "-",
    "--",
    "(trống)",
    "chưa trả",
    "00/00/0000",
    "0000-00-00 00:00:00",
    "01/01/0001 00:00:00",
    "01/01/1900",
    "31/12/9999",
  ])("%s is none", (text) => {
    expect(timeOf(text)).toBe(blank);
  });

  it("in the usual form stays as it is", () => {
    for (const text of ["01/09/2025 08:00:00", "2025-09-01T08:00:00+07:00", "08:00 01/09/2025"])
      expect(usualTime(text)).toBe(text);
  });
});

it.each([
  ["3 ngày", 259_200],
  ["2 ngày 4 giờ", 187_200],
  ["02:30", 9_000],
  ["36:00:00", 129_600],
  ["PT3H", 10_800],
  ["P1DT2H", 93_600],
  ["1 giờ 30 phút", 5_400],
  ["45", 162_000],
])("a duration of %s in a column of hours is %i seconds", (text, seconds) => {
  expect(new DurationColumn(3600, null).read(bytes(text), 0, bytes(text).length)).toBe(seconds);
});

const headers = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái";
const onTime = async (file: string, ...args: string[]) =>
  (await report([file, "--year", "2025", "--kpi", "on-time-share,processing-time-reduction", ...args])).results.find(
    ({ kpi: id }) => id === "on-time-share",
  )?.measure;

describe("rows of one id", () => {
  it("words for nothing and numbers that Excel has cut are no ids: six rows, six cases", async () => {
    expect(["NULL", "-", "#NAME?", "0", "N/A", "chưa có", "000"].map(isNoId)).toEqual(Array(7).fill(true));
    expect(["H24-1", "10", "A"].map(isNoId)).toEqual([false, false, false]);
    const row = (id: string) => `${id},Trực tiếp,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00,Đã trả kết quả`;
    const ids = ["NULL", "NULL", "#NAME?", "#NAME?", "123456789012345000", "123456789012345000"];
    const made = await report([table(headers, ...ids.map(row)), "--year", "2025"]);
    expect(made.ledger).toMatchObject({ counted: 6, duplicates: 0 });
    expect(made.ledger.issues.find(({ code }) => code === "cut-id")?.count).toBe(2);
  });

  it("that differ in two of agency, procedure and day of receipt are two cases, and said; in one alone they are one", async () => {
    const rows = (other: string) => [
      "1,UBND xã A,1.000001,Trực tiếp,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00,Đã trả kết quả",
      other,
    ];
    const of = async (other: string) =>
      await report([
        table(
          "Mã hồ sơ,Đơn vị xử lý,Mã TTHC,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái",
          ...rows(other),
        ),
        "--year",
        "2025",
      ]);
    const two = await of(
      "1,UBND xã B,1.000001,Trực tiếp,05/09/2025 08:00,09/09/2025 17:00,08/09/2025 08:00,Đã trả kết quả",
    );
    expect(two.ledger).toMatchObject({ counted: 2, duplicates: 0 });
    expect(two.notes).toContainEqual({ code: "ids-shared", data: { count: 1 } });
    const one = await of(
      "1,UBND XÃ  A,1.000001,Trực tiếp,05/09/2025 08:00,09/09/2025 17:00,08/09/2025 08:00,Đã trả kết quả",
    );
    expect(one.ledger).toMatchObject({ counted: 1, duplicates: 1 });
  });

  it("of one file: the state that knows more is told, wherever it stands; of two files the later file", async () => {
    const done = "H,Trực tiếp,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00,Đã trả kết quả";
    const open = "H,Trực tiếp,01/09/2025 08:00,03/09/2025 17:00,,Đang xử lý";
    const newestFirst = table(headers, done, open);
    expect(await onTime(newestFirst)).toMatchObject({ numerator: 1, denominator: 1 });
    const [a, b] = [
      table(headers, done),
      table(headers, open, "X,Trực tiếp,20/09/2025 08:00,25/09/2025 17:00,,Đang xử lý"),
    ];
    const made = await report([a, b, "--year", "2025", "--kpi", "on-time-share"]);
    expect(made.results[0].measure).toMatchObject({ numerator: 0, denominator: 1 });
    expect(made.notes).toContainEqual({ code: "superseded", data: { files: 1, states: 0, repeated: 0 } });
  });
});

it.each([
  ...["20250901080000.0", "2.0250901080000E13", "2.02509010800E11", "202509010800", "20250901080000000"],
  ...["20250901_080000", "20250901-080000", "2025-09-01 08:00:00:546", "01/09/2025 08:00:00:546"],
  ...["2025/09/01-08:00:00.546", "Sep  1 2025  8:00:00:546AM", "Mon Sep 01 08:00:00 2025", "Mon Sep  1 08:00:00 2025"],
  ...["01-SEP-2025 08.00.00.000000 AM +07:00", "September 1, 2025 at 08:00 AM", "2025-09-01 01:00:00 +0000 UTC"],
  ...["2025-09-01 08:00:00 +0700 +07", "2025-09-01T01:00:00+00:00[Etc/UTC]", 'ISODate("2025-09-01T01:00:00Z")'],
])("%s is 8:00 of the first of September", (text) => {
  expect(timeOf(text)).toBe("2025-09-01T08:00:00");
});

it.each(["20250901.0", "2.0250901E7", "2.0250901E+07", "1 Th9 2025", "20250901,00"])("%s is that day", (text) => {
  expect(timeOf(text)).toBe("2025-09-01T00:00:00");
});

it.each([
  ...["01092025", "01092025 08:00", "10102025", "20251301.0", "2.0251301E7", "202509012500", "20250901080"],
  ...["2025-09-01T08:00:00+07:00[Etc/UTC]", "2025-09-01 08:00:00 +0700 UTC", "01/09/25-08:00", "2.5E7"],
])("%s means several things, or none, and is not read", (text) => {
  expect(timeOf(text)).toBe(unreadable);
});

it.each([
  ...["00000000", "00000000000000", "99991231", "0000/00/00", "0/0/0", "31/12/1899", "12/30/1899", "01/01/2100"],
  ...[
    "<NA>",
    "Invalid date",
    "NaN/NaN/NaN",
    "NaN-NaN-NaN",
    "No date",
    "Never",
    "''",
    "&nbsp;",
    "<br>",
    "NULL 00:00:00",
  ],
  ...["00:00", "0.0", "-1", "__/__/____ __:__", ".../.../2025", "ngày … tháng … năm ……", "dd/mm/yyyy"],
  ...["Chờ trả", "Chờ bổ sung", "Hồ sơ đang xử lý", "Pending"],
])(
  "%j in place of a day of return is a blank: of three without a status two are done and in time, one is late",
  async (none) => {
    const made = await report([
      table(
        headers.replace(",Trạng thái", ""),
        "A,Trực tuyến,01/09/2025 08:00:00,03/09/2025 17:00:00,02/09/2025 10:00:00",
        `B,Trực tiếp,01/09/2025 09:00:00,03/09/2025 17:00:00,${none}`,
        "C,Trực tiếp,10/09/2025 09:00:00,13/09/2025 17:00:00,11/09/2025 09:00:00",
      ),
      ...["--year", "2025", "--kpi", "on-time-share"],
    ]);
    expect(made.results[0].measure).toMatchObject({ numerator: 2, denominator: 3 });
    expect(made.ledger.issues).toEqual([]);
  },
);

it.each(["31/02/2025", "/9/2025", "99/99/9999", "x", "10:30"])("%j is no blank, and is told", async (cell) => {
  const row = `A,Trực tuyến,01/09/2025 08:00,03/09/2025 17:00,${cell},Đã trả kết quả`;
  const made = await report([table(headers, row), "--year", "2025", "--kpi", "on-time-share"]);
  expect(made.ledger.issues).toMatchObject([{ code: "bad-time", count: 1 }]);
});

describe("headers that differ from those of the tables by their signs", () => {
  const cells = "A,online,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00,returned";
  it.each([
    "CASE_NUMBER,CHANNEL,DATE_RECEIVED,DUE_DATE,DATE_CLOSED,STATUS",
    "CaseNumber,Channel,DateReceived,DueDate,DateClosed,Status",
    "Case.Number,Channel,Date.Received,Due.Date,Date.Closed,Status",
    "MA_HO_SO,HINH_THUC_NOP,NGAY_TIEP_NHAN,NGAY_HEN_TRA,NGAY_TRA_KET_QUA,TRANG_THAI",
    "Mã_hồ_sơ,Hình_thức_nộp,Ngày_tiếp_nhận,Ngày_hẹn_trả,Ngày_trả_kết_quả,Trạng_thái",
    "1. Mã hồ sơ,2. Hình thức nộp,3. Ngày tiếp nhận,4. Ngày hẹn trả,5. Ngày trả kết quả,6. Trạng thái",
    "Mã hồ sơ (1),Hình thức nộp (2),Ngày tiếp nhận (3),Ngày hẹn trả (4),Ngày trả kết quả (5),Trạng thái (6)",
    "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận (GMT+7),Ngày hẹn trả (giờ Việt Nam),Ngày trả kết quả (ICT),Trạng thái",
  ])("%s: 1 of 1 in time", async (names) => {
    const made = await report([table(names, cells), "--year", "2025", "--kpi", "on-time-share"]);
    expect(made.results[0].measure).toMatchObject({ numerator: 1, denominator: 1 });
    expect(made.notes.filter(({ code }) => code === "no-case-id")).toEqual([]);
  });

  it("give way to one that is written as in the table, and one of another zone is none", async () => {
    const names = "Ngày_tiếp_nhận,Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả (UTC),Ngày trả kết quả,Trạng thái";
    const made = await report([table(names, `30/08/2025 08:00,${cells}`), "--year", "2025", "--kpi", "on-time-share"]);
    expect(made.inputs[0]).toMatchObject({ columns: { received_at: "Ngày tiếp nhận" } });
    expect(made.results[0].reason).toBe("no-column");
  });
});

it("words whose letters were encoded twice are told as that in both languages, and none is to be mapped", async () => {
  const file = table(headers, "A,Trá»±c tuyáº¿n,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00,Đã trả kết quả");
  for (const [lang, said] of [
    ["vi", "chữ đã bị mã hóa hai lần"],
    ["en", "were encoded twice"],
  ]) {
    const { out, err } = await kpi([
      "check",
      file,
      "--year",
      "2025",
      "--kpi",
      "processing-time-reduction",
      "--lang",
      lang,
    ]);
    expect(out).toContain(said);
    expect(out + err).not.toContain("--map");
  }
  const inspected = await kpi(["inspect", file]);
  expect(inspected.out).not.toContain('channel:"Trá');
});

describe("cells that contradict each other", () => {
  it("a day of return while work goes on: told by check, the case is open; nearly all of them, and it is an appointment", async () => {
    const rows = ["A", "B", "C"].map(
      (id) => `${id},Trực tiếp,01/09/2025 08:00,,0${id === "A" ? 8 : 9}/09/2025 17:00,Đang giải quyết`,
    );
    const made = await report([table(headers, ...rows), "--year", "2025", "--kpi", "processing-time-reduction"]);
    expect(made.results[0]).toMatchObject({ verdict: "no-data" });
    expect(made.ledger.issues.find(({ code }) => code === "returned-while-open")?.count).toBe(3);
    expect(made.notes.find(({ code }) => code === "appointment-column")?.data).toMatchObject({
      header: "Ngày trả kết quả",
    });
  });

  describe("returns that are the due times, of no state that has ended", () => {
    const row = (id: number, due: string, returned: string, status: string) =>
      `${id},${id % 2 === 0 ? "Trực tiếp" : "Trực tuyến"},0${1 + (id % 3)}/09/2025 08:00,${due},${returned},${status}`;
    const at = (id: number, time = " 17:00") => `${10 + id}/09/2025${time}`;
    const some = (count: number, status = "Ở phòng chuyên môn") =>
      Array.from({ length: count }, (_, i) => row(i, at(i), at(i), status));
    const cut = ["--year", "2025", "--kpi", "processing-time-reduction"];
    const codes = async (...rows: string[]) => {
      const made = await report([table(headers, ...rows), ...cut]);
      const { count } = made.notes.find(({ code }) => code === "appointment-column")?.data ?? {};
      return [made.results[0].reason, count];
    };
    const promised = "appointment-column";

    it.each([
      ["5 of an unknown state", some(5), [promised, 5]],
      ["5 without a state", some(5, ""), [promised, 5]],
      ["5, and one on which work goes on", [...some(5), row(5, at(5), "", "Đang xử lý")], [promised, 5]],
      ["4", some(4), [null, undefined]],
      ["5, and one returned by its state", [...some(5), row(5, at(5), at(5), "Đã trả kết quả")], [null, undefined]],
      ["5, and one a minute later", [...some(5), row(5, at(5), at(5, " 17:01"), "")], [null, undefined]],
      ["5, and one without a due time", [...some(5), row(5, "", at(5), "")], [null, undefined]],
      ["5 days", Array.from({ length: 5 }, (_, i) => row(i, at(i, ""), at(i, ""), "")), [promised, 5]],
      [
        "5 days, and a case without a return",
        [...Array.from({ length: 5 }, (_, i) => row(i, at(i, ""), at(i, ""), "")), row(5, at(5, ""), "", "")],
        [null, undefined],
      ],
    ])("%s", async (_, rows, told) => {
      expect(await codes(...rows)).toEqual(told);
    });

    it("of a log of 20 and a part of it: undecided, said in both languages with what to do; on time too, without a target; satisfaction is not", async () => {
      const file = table(`${headers},Mức độ hài lòng`, ...some(20).map((one) => `${one},Hài lòng`));
      const part = join(folder(), "a.kpi.json");
      await kpi(["tally", file, "--out", part]);
      for (const given of [file, part]) {
        const made = await report([given, "--year", "2025", "--kpi", "processing-time-reduction,on-time-share"]);
        expect(made.results.map(({ verdict, reason }) => [verdict, reason])).toEqual([
          ["undecided", promised],
          [null, promised],
        ]);
      }
      for (const [lang, said] of [
        ["vi", 'cột "Ngày trả kết quả" trùng với cột "Ngày hẹn trả" ở mọi hồ sơ (20)'],
        ["en", '"Ngày trả kết quả" is the same as "Ngày hẹn trả" in all cases (20)'],
      ]) {
        const { out } = await kpi(["check", file, ...cut, "--lang", lang]);
        expect(out.replace(/\s+/g, " ")).toContain(said);
        expect(out).toContain('--map due_at="Ngày trả kết quả"');
        expect((await kpi(["help", promised, "--lang", lang])).out).toContain("--map-value status");
      }
      const mapped = await report([file, ...cut, "--map-value", "status:Ở phòng chuyên môn=returned"]);
      expect(mapped.results[0].reason).toBeNull();
    });
  });

  it("the same of 500 rows that are alike, each told of", async () => {
    const rows = Array.from(
      { length: 500 },
      (_, i) =>
        `${i},Trực tiếp,01/09/2025 08:00,20/09/2025 17:00,0${1 + (i % 8)}/09/2025 17:00,${i % 2 === 0 ? "Đang xử lý" : "Đã trả kết quả"}`,
    );
    const made = await report([log(`${headers}\n${rows.join("\n")}\n`), "--year", "2025", "--kpi", "on-time-share"]);
    expect(made.ledger.issues.find(({ code }) => code === "returned-while-open")?.count).toBe(250);
    expect(made.results[0].measure).toMatchObject({ numerator: 250, denominator: 250 });
  });

  it("due before receipt leaves on-time; a year mistyped leaves what rests on it; both are told", async () => {
    const made = await report([
      table(
        headers,
        "A,Trực tiếp,05/09/2025 08:00,03/09/2025 17:00,06/09/2025 08:00,Đã trả kết quả",
        "B,Trực tiếp,01/09/2025 08:00,03/09/2025 17:00,02/09/2052 08:00,Đã trả kết quả",
        "C,Trực tiếp,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00,Đã trả kết quả",
      ),
      "--year",
      "2025",
      "--kpi",
      "on-time-share",
    ]);
    expect(made.ledger.issues.map(({ code, column }) => [code, column])).toEqual([
      ["due-before-received", "due_at"],
      ["odd-year", "returned_at"],
    ]);
    expect(made.results[0].measure).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it("a return outlives a status that no table knows", async () => {
    const file = table(headers, "A,Trực tiếp,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00,Hồ sơ mẫu 7");
    expect(await onTime(file)).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it("a due column of midnights holds days: done at 15:00 of the due day is in time", async () => {
    const file = table(headers, "A,Trực tiếp,01/09/2025 08:00,02/09/2025 00:00,02/09/2025 15:00,Đã trả kết quả");
    expect(await onTime(file)).toMatchObject({ numerator: 1, denominator: 1 });
    const mixed = table(
      headers,
      "A,Trực tiếp,01/09/2025 08:00,02/09/2025 00:00,02/09/2025 15:00,Đã trả kết quả",
      "B,Trực tiếp,01/09/2025 08:00,03/09/2025 16:00,02/09/2025 15:00,Đã trả kết quả",
    );
    expect(await onTime(mixed)).toMatchObject({ numerator: 2, denominator: 2 });
  });
});

describe("words and headers", () => {
  it("of the issue's tables mean what they say: 3 of 6 online, 1 postal", async () => {
    const words = [
      "Nộp qua mạng",
      "DVCQG",
      "Ứng dụng VNeID",
      "Nộp tại bộ phận một cửa",
      "Trực tiếp tại TTPVHCC",
      "Bưu điện",
    ];
    const file = table(
      "Mã HS,Phương thức nộp,Thời gian tiếp nhận,Trạng thái xử lý",
      ...words.map((word, i) => `${i},${word},01/09/2025 08:00,Đã giải quyết`),
    );
    const [result] = (await report([file, "--year", "2025", "--kpi", "online-receipt-share"])).results;
    expect(result).toMatchObject({ measure: { numerator: 3, denominator: 6 }, excluded: {} });
  });

  it("--map-value rating:“Khách bỏ qua”= is a blank; 10.0 is a code of 10; Quá hạn is no state", async () => {
    const file = table(
      "Mã hồ sơ,Ngày tiếp nhận,Ngày trả kết quả,Trạng thái,Mức độ hài lòng",
      "A,01/09/2025 08:00,02/09/2025 08:00,10.0,5",
      "B,01/09/2025 08:00,02/09/2025 08:00,Quá hạn,Khách bỏ qua",
    );
    const args = ["--year", "2025", "--kpi", "satisfaction,on-time-share"];
    const made = await report([file, ...args, "--map-value", "rating:Khách bỏ qua="]);
    expect(made.results.find(({ kpi: id }) => id === "satisfaction")).toMatchObject({
      measure: { numerator: 1, denominator: 1 },
      excluded: {},
    });
    expect(made.ledger.unknownWords).toEqual([]);
  });

  it("the header is the row of most known columns, in one to three rows, whatever filters stand above", async () => {
    const row = "A,Trực tuyến,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00,Đã trả kết quả";
    const made = await report([
      log(`Ngày tiếp nhận: từ 01/09,Hình thức nộp,,,,\nNgày tiếp nhận,Trạng thái,,,,\n${headers}\n${row}\n`),
      "--year",
      "2025",
    ]);
    expect(made.inputs[0]).toMatchObject({ headerLine: 3, passedOver: { title: 2 } });
    expect(made.ledger.counted).toBe(1);
  });

  it("a later header with the columns in another order is read by its own order: 3 of 3 in time", async () => {
    const swapped = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Ngày hẹn trả,Trạng thái";
    const file = log(
      [
        headers,
        "A,Trực tiếp,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00,Đã trả kết quả",
        swapped,
        "B,Trực tiếp,01/09/2025 08:00,02/09/2025 08:00,03/09/2025 17:00,Đã trả kết quả",
        '"C, D",Trực tiếp,01/09/2025 08:00,02/09/2025 08:00,03/09/2025 17:00,Đã trả kết quả',
        "",
      ].join("\r\n"),
    );
    expect(await onTime(file)).toMatchObject({ numerator: 3, denominator: 3 });
    expect((await kpi(["check", file, "--year", "2025", "--lang", "en"])).out).toMatch(/in another order/);
  });

  it.each([
    ["letters encoded twice", "MÃ£ há»“ sÆ¡,HÃ¬nh thá»©c ná»™p,NgÃ y tiáº¿p nháº­n\n1,2,3\n", "twice"],
    ["letters lost", "M? h? s?,H?nh th?c n?p,Ng?y ti?p nh?n\nA,B,C\n", "question marks"],
    [
      "a page of a login",
      "<html><body><form><table><tr><td>Tên</td><td><input></td></tr></table></form></body></html>\n",
      "page without a table of cases",
    ],
    ["XML of another kind", '<?xml version="1.0"?><records><record id="1"/></records>\n', "no workbook of Excel 2003"],
  ])("%s is said to be that, without a column to map", async (_, text, said) => {
    const run = await kpi(["check", log(text), "--year", "2025", "--lang", "en"]);
    expect(run.code).toBe(2);
    expect(run.err).toContain(said);
    expect(run.err).not.toContain("--map");
  });

  it("each line in one pair of quotes is unwrapped, and said", async () => {
    const lines = [headers, "A,Trực tiếp,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00,Đã trả kết quả"];
    const made = await report([log(lines.map((line) => `"${line}"\r\n`).join("")), "--year", "2025"]);
    expect(made.ledger.counted).toBe(1);
    expect(made.notes.map(({ code }) => code)).toContain("lines-unwrapped");
  });
});

it("a header that says its days are month first is believed: 09/01/2025 is 1 September, and --date-format has the last word", async () => {
  const file = log("Mã hồ sơ,Ngày tiếp nhận (mm/dd/yyyy)\n1,09/01/2025\n");
  const day = async (...more: string[]) =>
    (await kpi(["convert", file, "--out", "-", ...more])).out.match(/2025-\d\d-\d\d/)?.[0];
  expect(await day()).toBe("2025-09-01");
  expect(await day("--date-format", "dd/MM/yyyy")).toBe("2025-01-09");
});
