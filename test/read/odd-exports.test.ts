/** What offices' exports hold beside cases, and how they write nothing: figures worked by hand. */
import { describe, expect, it } from "vitest";
import { kpi, log } from "../run.ts";

/** The result of one KPI over a log; its ledger; what was said. */
async function checked(id: string, text: string, ...args: readonly string[]) {
  const { out, err } = await kpi(["check", log(text), "--year", "2025", "--kpi", id, "--format", "json", ...args]);
  if (out === "") throw new Error(err);
  const report = JSON.parse(out);
  const [{ measure, verdict, excluded }] = report.results;
  return { measure, verdict, excluded, report };
}
const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const head = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả";
const withStatus = `${head},Trạng thái`;

describe("ids that are none", () => {
  it.each([
    ...["Chưa cấp", "########", "0.0", "00-00", "'000", "Chưa có mã", "Chưa có số", "Không số", "Không có mã hồ sơ"],
    ...["TBD", "xxx", "=NA()", "#GETTING_DATA", "251.008.000.000.012.000", "251008000000012e+3"],
  ])("three cases of the id %s and one more are four: 1 of 4 in time", async (id) => {
    const { measure, report } = await checked(
      "on-time-share",
      lines(
        head,
        "HS1,Trực tuyến,01/09/2025,03/09/2025,02/09/2025",
        `${id},Trực tuyến,01/09/2025,03/09/2025,05/09/2025`,
        `${id},Trực tiếp,01/09/2025,03/09/2025,06/09/2025`,
        `${id},Trực tiếp,01/09/2025,03/09/2025,06/09/2025`,
      ),
    );
    expect(measure).toMatchObject({ numerator: 1, denominator: 4 });
    expect(report.ledger).toMatchObject({ counted: 4, duplicates: 0 });
  });
});

describe("a day that is none", () => {
  const rated = `${withStatus},Mức độ hài lòng,Số hóa hồ sơ,Hình thức thanh toán`;
  const row = (id: string, back: string, ...rest: string[]) =>
    [id, "Trực tuyến", "01/09/2025 08:00:00", "03/09/2025 17:00:00", back, ...rest].join(",");

  it.each(["00/00/0000", "01/01/0001", "01/01/1900", "00/01/1900", "1900-01-01 00:00:00", "31/12/9999"])(
    "%s is a blank in columns of codes: 1 of 2 in time, 1 of 1 content, nothing unknown",
    async (none) => {
      const text = lines(
        rated,
        row("HS1", "02/09/2025 08:00:00", "Đã trả kết quả", "Hài lòng", "Có", none),
        row("HS2", "04/09/2025 08:00:00", none, none, none, none),
      );
      const { measure, report } = await checked("on-time-share", text);
      expect(measure).toMatchObject({ numerator: 1, denominator: 2 });
      expect(report.ledger.issues).toEqual([]);
      expect((await checked("satisfaction-online", text)).measure).toMatchObject({ numerator: 1, denominator: 1 });
    },
  );

  it("a duration that Excel shows as 01/01/1900 12:00 is no blank: 1 cell is told", async () => {
    const text = lines(
      "Mã hồ sơ,Hình thức nộp,Thời gian xử lý (giờ)",
      "HS1,Trực tuyến,01/01/1900 12:00:00",
      "HS2,Trực tiếp,3",
    );
    const { report } = await checked("processing-time-reduction", text);
    expect(report.ledger.issues).toEqual([expect.objectContaining({ code: "bad-number", count: 1 })]);
  });
});

describe("a due column in which every time is a midnight holds days, however midnight is written", () => {
  it.each([
    ...["03/09/2025 12:00:00 SA", "03/09/2025 12:00 AM", "03/09/2025 00:00:00 SA", "00:00 03/09/2025"],
    ...["2025-09-03T00:00:00+07:00", "2025-09-03 00:00:00+07", "20250903000000", "20250903T000000"],
    ...["03/09/2025 0h", "03/09/2025 00h00", "03/09/2025 0 giờ", "Sep 03 2025 12:00AM", "03/09/2025 0:00"],
  ])("%s: done at 10 and at 15 of the day, 2 of 2 in time", async (due) => {
    const row = (id: string, done: string) => `${id},Trực tuyến,01/09/2025 08:00:00,${due},03/09/2025 ${done}`;
    const { measure } = await checked("on-time-share", lines(head, row("HS1", "10:00:00"), row("HS2", "15:00:00")));
    expect(measure).toMatchObject({ numerator: 2, denominator: 2 });
  });
});

describe("days and times in two columns", () => {
  it("a placeholder among the times keeps nothing apart: 1 late, 2 past due, 1 in time by its day, 1 of 4", async () => {
    const { measure } = await checked(
      "on-time-share",
      lines(
        "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Giờ tiếp nhận,Ngày hẹn trả,Giờ hẹn trả,Ngày trả kết quả,Giờ trả kết quả,Trạng thái",
        "HS1,Trực tuyến,01/09/2025,08:00,03/09/2025,11:00,03/09/2025,15:00,Đã trả kết quả",
        "HS2,Trực tiếp,01/09/2025,08:00,03/09/2025,17:00,-,-,Đang xử lý",
        "HS3,Trực tiếp,01/09/2025,08:00,03/09/2025,17:00,,,Đang xử lý",
        "HS4,Trực tiếp,01/09/2025,08:00,03/09/2025,NULL,03/09/2025,16:00,Đã trả kết quả",
        "HS5,Trực tiếp,04/09/2025,08:00,20/09/2025,17:00,,,Đang xử lý",
      ),
    );
    expect(measure).toMatchObject({ numerator: 1, denominator: 4 });
  });

  it("“Giờ trả” is of “Ngày trả kết quả”, “Giờ hẹn trả” of “Ngày hẹn trả kết quả”: 1 of 2 in time, and inspect lists none of them", async () => {
    const text = lines(
      "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận hồ sơ,Giờ tiếp nhận,Ngày hẹn trả kết quả,Giờ hẹn trả,Ngày trả kết quả,Giờ trả,Trạng thái",
      "HS1,Trực tuyến,01/09/2025,08:00,03/09/2025,11:00,03/09/2025,15:00,Đã trả kết quả",
      "HS2,Trực tiếp,01/09/2025,08:00,03/09/2025,17:00,03/09/2025,15:00,Đã trả kết quả",
    );
    expect((await checked("on-time-share", text)).measure).toMatchObject({ numerator: 1, denominator: 2 });
    const { out } = await kpi(["inspect", log(text), "--lang", "en"]);
    expect(out).not.toContain("in no output");
  });
});

describe("words behind a date", () => {
  it("of a new date in brackets nobody knows which holds: the cell is told, and the case left out", async () => {
    const { measure, excluded, report } = await checked(
      "on-time-share",
      lines(
        head,
        "HS1,Trực tuyến,01/09/2025,03/09/2025 (gia hạn đến 10/09/2025),05/09/2025",
        "HS2,Trực tuyến,01/09/2025,03/09/2025,02/09/2025",
      ),
    );
    expect([measure.numerator, measure.denominator]).toEqual([1, 1]);
    expect(Object.values(excluded)).toEqual([1]);
    expect(report.ledger.issues.map(({ code }: { code: string }) => code)).toContain("bad-time");
  });
  it.each(["(Indochina Time)", "(UTC+7)", "(Giờ Đông Dương)", "(ICT)"])("%s is a time zone", async (zone) => {
    const { measure } = await checked(
      "on-time-share",
      lines(head, `HS1,Trực tuyến,01/09/2025,03/09/2025,02/09/2025 10:00 ${zone}`),
    );
    expect(measure).toMatchObject({ numerator: 1, denominator: 1 });
  });
});

it("“Không có” and “Chưa có” of a yes/no column are no: 1 of 3 digitised, and two blanks beside", async () => {
  const { measure, verdict } = await checked(
    "record-digitisation-share",
    lines(
      "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Số hóa hồ sơ",
      "HS1,Trực tiếp,01/09/2025 08:00:00,Có",
      "HS2,Trực tiếp,01/09/2025 08:00:00,Không có",
      "HS3,Trực tiếp,01/09/2025 08:00:00,Chưa có",
    ),
  );
  expect([measure.numerator, measure.denominator, verdict]).toEqual([1, 3, "fail"]);
});

it("cells and headers written as a formula of a text are what stands in them: 1 of 2 in time, and two rows of HS1 are one case", async () => {
  const cells = (...all: readonly string[]) => all.map((one) => `="${one}"`).join(",");
  const { measure, report } = await checked(
    "on-time-share",
    lines(
      cells(...head.split(",")),
      cells("HS1", "Trực tuyến", "01/09/2025", "03/09/2025", "02/09/2025"),
      cells("HS1", "Trực tuyến", "01/09/2025", "03/09/2025", "02/09/2025"),
      cells("HS2", "Trực tiếp", "01/09/2025", "03/09/2025", "04/09/2025"),
    ),
  );
  expect(measure).toMatchObject({ numerator: 1, denominator: 2 });
  expect(report.ledger.duplicates).toBe(1);
});

it("a header whose letters were lost to U+FFFD is said to be that, and no column is offered for it", async () => {
  const { code, err } = await kpi([
    "check",
    log("M\ufffd h\ufffd s\ufffd,H\ufffdnh th\ufffdc n\ufffdp\nHS1,Trực tuyến\n"),
    "--year",
    "2025",
  ]);
  expect(code).toBe(2);
  expect(err).toContain("are lost");
  expect(err).not.toContain("--map");
});

describe("what stands below a table and between its parts is no case", () => {
  const noDates = "Mã hồ sơ,Hình thức nộp,Tái sử dụng dữ liệu,Cập nhật trên hệ thống,Lĩnh vực";
  it.each([
    "Trang 1/2,,,,",
    "Người lập biểu,,Thủ trưởng đơn vị,,",
    "(Ký tên),,,(Ký tên),",
    "Nguyễn Văn A,,,Trần Thị B,",
    "I,Lĩnh vực Đất đai,,,",
    "II.,,,,",
    "Ngày 30/09/2025,,,,",
    "Cộng UBND xã A,2,2,2,",
    "Tổng UBND xã A,,2,2,",
    "Cộng trang,2,2,2,",
    "Lũy kế,2,2,2,",
    "Subtotal UBND A,2,2,2,",
    "Tháng 9/2025,,,,",
    "(5 rows affected),,,,",
    "5 record(s),,,,",
    "-- Hết --,,,,",
    "A,,,,",
    "Average,,,4,",
    "Chung,,,Có,",
    '"Tỷ lệ",100%,,100%,100%',
    "Số lượng,5,5,5,5",
  ])("%s: 3 cases without dates, 3 of 3 reused", async (line) => {
    const text = lines(
      noDates,
      "A1,Trực tuyến,Có,Có,Đất đai",
      "A2,Trực tiếp,Có,Có,Hộ tịch",
      line,
      "A3,Trực tiếp,Có,Có,Hộ tịch",
    );
    const { measure, report } = await checked("data-reuse-share", text);
    expect(measure).toMatchObject({ numerator: 3, denominator: 3 });
    expect(report.ledger).toMatchObject({ read: 3, rejected: 0 });
  });

  it.each([
    "Trang 1/2,,,,",
    "Ngày xuất báo cáo:,30/09/2025 10:00,,,",
    "Ngày in: 30/09/2025 10:00,,,,",
    "Cộng UBND xã A,2,2,2,2",
    "Lũy kế từ đầu năm,12,,,",
    "Điện thoại: 0225 3842 111,,,,",
    "Exported on,05/10/2025,,,",
    "Page 1 of 2,,,,05/10/2025",
    "Total: 7 rows,05/10/2025,,,",
    "In ngày,05/10/2025 10:00:00,,,",
    "Ngày xuất,05/10/2025,,,",
    "Hết,05/10/2025,,,",
    "Đã ký,,,,05/10/2025",
    "Tháng 9,01/10/2025,,,",
    "Danh sách gồm 2 (hai) hồ sơ,05/10/2025,,,",
    'Hải Phòng,,,,"ngày 05/10/2025"',
    "Bình quân,,,,1.2 ngày",
  ])("%s below two cases moves neither them nor the as-of day: 1 of 1 in time", async (line) => {
    const text = lines(
      "Mã hồ sơ,Ngày tiếp nhận,Hình thức nộp,Ngày hẹn trả,Ngày trả kết quả",
      "HS1,01/09/2025 08:00:00,Trực tuyến,03/09/2025 17:00:00,02/09/2025 08:00:00",
      "HS2,02/09/2025 08:00:00,Trực tiếp,15/09/2025 17:00:00,",
      line,
    );
    const { measure, report } = await checked("on-time-share", text);
    expect(measure).toMatchObject({ numerator: 1, denominator: 1 });
    expect(report.ledger).toMatchObject({ read: 2, rejected: 0 });
    expect(report.options.asOf).toBe("2025-09-02");
  });

  it("a case whose id has no digit, or begins as a footer does, is one with a channel or a second time: 6 of 6 online", async () => {
    const text = lines(
      "Mã hồ sơ,Ngày tiếp nhận,Hình thức nộp,Ngày hẹn trả,Ngày trả kết quả,Trạng thái",
      "AB,05/09/2025,Trực tuyến,,,",
      "Hồ sơ bà B,05/09/2025,Trực tuyến,,,",
      "Trang 1,05/09/2025,Trực tuyến,,,",
      "Tháng 9-1,05/09/2025,Trực tuyến,,,",
      "Total-1,05/09/2025,Trực tuyến,,,",
      "HS 5,05/09/2025,Trực tuyến,,,",
      "CD,05/09/2025,,08/09/2025,,",
      "HS6,05/09/2025,,,,",
    );
    const { measure, report } = await checked("online-receipt-share", text);
    expect(measure).toMatchObject({ numerator: 6, denominator: 6 });
    expect(report.ledger.counted).toBe(8);
  });

  it("a case whose agency is Tổng công ty, whose id begins with N, L, S, G, P, K, I or V, or is HS 1233, is one: 10 of 10", async () => {
    const ids = ["NG-01", "LU-02", "SU.03", "GH4", "PA5", "KE-6", "I7", "V-8", "HS 1233"];
    const text = lines(
      "Mã hồ sơ,Hình thức nộp,Tái sử dụng dữ liệu,Đơn vị",
      ...ids.map((id) => `${id},Trực tuyến,Có,Tổng công ty Điện lực`),
      "VI-10,Trực tuyến,Có,",
    );
    expect((await checked("data-reuse-share", text)).measure).toMatchObject({ numerator: 10, denominator: 10 });
  });
});

describe("a year that is mistyped", () => {
  const slip = (id: string, received: string, returned: string) =>
    `${id},Trực tiếp,${received} 08:00:00,05/09/2025 17:00:00,${returned} 08:00:00,Đã trả kết quả`;
  const online = "HS1,Trực tuyến,01/09/2025 08:00:00,05/09/2025 17:00:00,04/09/2025 08:00:00,Đã trả kết quả";
  const open = "HS4,Trực tiếp,02/09/2025 08:00:00,15/09/2025 17:00:00,,Đang xử lý";

  it("a return three years on is none: in person 2 days, online 3, −50 %; as of 4 September, and told", async () => {
    const text = lines(
      withStatus,
      online,
      slip("HS2", "01/09/2025", "03/09/2025"),
      slip("HS3", "01/09/2025", "03/09/2028"),
      open,
    );
    const { measure, verdict, report } = await checked("processing-time-reduction", text);
    expect(measure).toMatchObject({ value: -50, inPerson: { n: 1 }, online: { n: 1 } });
    expect(verdict).toBe("undecided");
    expect(report.ledger.issues).toEqual([
      expect.objectContaining({ code: "odd-year", column: "returned_at", count: 1, firstLine: 4 }),
    ]);
    expect((await checked("on-time-share", text)).measure).toMatchObject({ numerator: 2, denominator: 2 });
  });

  it("of a receipt of 2005 and a return of 2025 the receipt is at fault, which lies far from all others", async () => {
    const text = lines(
      withStatus,
      online,
      slip("HS2", "01/09/2025", "02/09/2025"),
      `HS3,Trực tiếp,02/09/2005 08:00:00,,03/09/2025 08:00:00,Đã trả kết quả`,
      slip("HS4", "02/09/2025", "03/09/2025"),
    );
    const { report } = await checked("on-time-share", text);
    expect(report.ledger.issues).toEqual([
      expect.objectContaining({ code: "odd-year", column: "received_at", firstLine: 4 }),
    ]);
    expect(report.days.from).toBe("2025-09-01");
  });

  it.each([
    ["02/09/2020", "03/09/2025", "received_at"],
    ["02/09/2025", "03/09/2020", "returned_at"],
    ["02/09/2025", "01/09/2030", "returned_at"],
  ])(
    "a receipt of %s and a return of %s, five years apart but for days, are not both right: undecided, and told of %s",
    async (received, returned, column) => {
      const some = [slip("HS2", "01/09/2025", "02/09/2025"), slip("HS5", "01/09/2025", "02/09/2025")];
      const text = lines(withStatus, online, ...some, slip("HS3", received, returned));
      const { measure, verdict, report } = await checked("processing-time-reduction", text);
      // Online three days, in person one.
      expect(measure).toMatchObject({ value: -200, inPerson: { n: 2 }, online: { n: 1 } });
      expect(verdict).toBe("undecided");
      expect(report.ledger.issues).toEqual([expect.objectContaining({ code: "odd-year", column, firstLine: 5 })]);
    },
  );

  it("a case that was open for four years and ten months is believed: 1,765 days", async () => {
    const old = "X,Trực tiếp,03/11/2020 08:00:00,,03/09/2025 08:00:00,Đã trả kết quả";
    const some = [slip("HS2", "01/09/2025", "02/09/2025"), slip("HS5", "01/09/2025", "02/09/2025")];
    const { measure, report } = await checked("processing-time-reduction", lines(withStatus, online, ...some, old));
    expect(measure).toMatchObject({ inPerson: { n: 3, sum: (1 + 1 + 1765) * 86_400 } });
    expect(report.ledger.issues).toEqual([]);
  });

  it("a case of 4.95 years whose end is a day of the log's own counts, late: 60 of 61 in time, nothing told", async () => {
    const some = Array.from({ length: 60 }, (_, i) => slip(`B${i}`, "01/09/2025", "04/09/2025"));
    const old = "X,Trực tiếp,25/09/2020 08:00:00,01/10/2020 17:00:00,04/09/2025 10:00:00,Đã trả kết quả";
    const { measure, report } = await checked("on-time-share", lines(withStatus, ...some, old));
    expect(measure).toMatchObject({ numerator: 60, denominator: 61 });
    expect(report.ledger.issues).toEqual([]);
  });

  it("of a receipt and a due time of 2015 and an end among the log's days the end is believed, and the other two are told", async () => {
    const some = Array.from({ length: 60 }, (_, i) => slip(`B${i}`, "01/09/2025", "04/09/2025"));
    const old = "X,Trực tiếp,25/09/2015 08:00:00,01/10/2015 17:00:00,04/09/2025 10:00:00,Đã trả kết quả";
    const args = ["--period", "2025-09"];
    const { measure, report } = await checked("on-time-share", lines(withStatus, ...some, old), ...args);
    expect(measure).toMatchObject({ numerator: 60, denominator: 60 });
    expect(report.ledger).toMatchObject({ counted: 61, outOfPeriod: 0 });
    expect(report.ledger.issues.map(({ column }: { column: string }) => column)).toEqual(["received_at", "due_at"]);
  });

  it("of a log of three rows a return four years on is none: −50 % and undecided, as of 4 September", async () => {
    const text = lines(
      withStatus,
      online,
      slip("HS2", "01/09/2025", "03/09/2025"),
      slip("HS3", "02/09/2025", "03/09/2029"),
    );
    const { measure, verdict, report } = await checked("processing-time-reduction", text);
    expect(measure).toMatchObject({ value: -50, inPerson: { n: 1 }, online: { n: 1 } });
    expect(verdict).toBe("undecided");
    expect(report.options.asOf).toBe("2025-09-04");
  });

  it("one return of 2029 among 200 cases moves nothing, −50 % still; a receipt of 2021 is believed: cases are open for years", async () => {
    const rows = Array.from({ length: 100 }, (_, i) => {
      const day = `${String((i % 9) + 10)}/09/2025 08:00:00`;
      const on = (days: number) => `${String((i % 9) + 10 + days)}/09/2025 08:00:00`;
      return [`P${i},Trực tiếp,${day},,${on(2)},Đã trả kết quả`, `O${i},Trực tuyến,${day},,${on(3)},Đã trả kết quả`];
    }).flat();
    const late = [...rows, "X,Trực tiếp,10/09/2025 08:00:00,,12/09/2029 08:00:00,Đã trả kết quả"];
    const early = [...rows, "X,Trực tuyến,10/09/2021 08:00:00,,13/09/2025 08:00:00,Đã trả kết quả"];
    const { measure, report } = await checked("processing-time-reduction", lines(withStatus, ...late));
    expect(measure.value).toBe(-50);
    expect(report.ledger.issues).toEqual([expect.objectContaining({ code: "odd-year", count: 1 })]);
    const old = await checked("processing-time-reduction", lines(withStatus, ...early));
    expect(old.measure.online.n).toBe(101);
    expect(old.report.ledger.issues).toEqual([]);
  });

  it("a case of 2022 whose due time is of 2022 too, or one of two dozen of that year, is as old as it says: 0 told", async () => {
    const old = "X,Trực tiếp,10/09/2022 08:00:00,20/09/2022 17:00:00,13/09/2025 08:00:00,Đã trả kết quả";
    const { report } = await checked(
      "on-time-share",
      lines(withStatus, online, slip("HS2", "01/09/2025", "02/09/2025"), slip("HS3", "01/09/2025", "02/09/2025"), old),
    );
    // The receipt and the due time stand by each other; the return is of the log's own days.
    expect(report.ledger.issues).toEqual([]);
    expect(report.ledger.counted).toBe(4);
  });
});

describe("a header that stands again in other letters", () => {
  it.each([
    "Mã hồ sơ ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả",
    "MÃ HỒ SƠ,HÌNH THỨC NỘP,NGÀY TIẾP NHẬN,NGÀY HẸN TRẢ,NGÀY TRẢ KẾT QUẢ",
    "Ma ho so,Hinh thuc nop,Ngay tiep nhan,Ngay hen tra,Ngay tra ket qua",
  ])("%s is a header: 3 rows, 2 of 3 in time", async (again) => {
    const text = lines(
      head,
      "HS1,Trực tuyến,01/09/2025,03/09/2025,02/09/2025",
      "HS2,Trực tiếp,01/09/2025,03/09/2025,04/09/2025",
      again,
      "HS9,Trực tiếp,01/09/2025,03/09/2025,02/09/2025",
    );
    const { measure, report } = await checked("on-time-share", text);
    expect(measure).toMatchObject({ numerator: 2, denominator: 3 });
    expect(report.ledger).toMatchObject({ read: 3, rejected: 0 });
    expect(report.ledger.unknownWords).toEqual([]);
  });
});

it.each(["\0\0\0\0", "\u001a", "\0"])(
  "what fills a file behind its last cell (%j) is no part of that cell: 1 of 2 in time",
  async (tail) => {
    const text =
      `${head},Hình thức nộp\nHS1,,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00,Trực tuyến\nHS2,,01/09/2025 08:00,03/09/2025 17:00,04/09/2025 08:00,Trực tiếp${tail}`.replace(
        ",Hình thức nộp,",
        ",Ghi chú,",
      );
    const { measure, report } = await checked("on-time-share", text);
    expect(measure).toMatchObject({ numerator: 1, denominator: 2 });
    expect(report.ledger.unknownWords).toEqual([]);
  },
);

it("06:30 in a column of minutes may be minutes or hours: told and left out, and the mean is that of the 7 beside it", async () => {
  const rows = [
    "HS1,Trực tuyến,01/09/2025 08:00:00,06:30",
    "HS2,Trực tuyến,01/09/2025 08:00:00,7",
    "HS3,Trực tuyến,01/09/2025 08:00:00,00:06:30",
  ];
  const { measure, verdict, report } = await checked(
    "submission-time",
    lines("Mã hồ sơ,Hình thức nộp,Thời điểm nộp,Thời gian nộp (phút)", ...rows),
  );
  // 7 minutes and 6 minutes 30 seconds, which names its seconds.
  expect(measure).toMatchObject({ sum: 420 + 390, n: 2 });
  expect(verdict).toBe("undecided");
  expect(report.ledger.issues).toEqual([expect.objectContaining({ code: "bad-number", count: 1, firstLine: 2 })]);
});

describe("what only looks like a footer, a blank or a slip is a case", () => {
  it("an open case of 2022 that was due in 2023 is overdue in a log of 2025: 8 of 9 in time", async () => {
    const rows = Array.from(
      { length: 8 },
      (_, i) => `A${i},Trực tuyến,0${i + 1}/03/2025,1${i + 1}/03/2025,0${i + 1}/03/2025`,
    );
    const { measure, report } = await checked(
      "on-time-share",
      lines(head, ...rows, "L1,Trực tuyến,10/01/2022,10/06/2023,"),
    );
    expect(measure).toMatchObject({ numerator: 8, denominator: 9 });
    expect(report.ledger).toMatchObject({ counted: 9, rejected: 0 });
  });

  it.each([
    "ĐT.0002",
    "ĐT/12",
    "Ký/2025/04",
    "Trang 9",
    "Nguồn/10",
    "Ngày 01/12",
    "Đơn vị 3",
    "CONG 0014",
    "TONG1616",
    "Cộng Hòa",
  ])("the id %s of a row with times is one: 3 cases, whatever the form of the times", async (id) => {
    for (const [from, to] of [
      ["01/03/2025", "05/03/2025"],
      ["08:30 01/03/2025", "17:00 05/03/2025"],
    ]) {
      const text = lines(
        "Mã hồ sơ,Ngày tiếp nhận,Ngày trả kết quả",
        `HS-1,${from},${to}`,
        `${id},${from},${to}`,
        `HS-2,${from},${to}`,
      );
      expect((await checked("processing-time-reduction", text)).report.ledger).toMatchObject({ read: 3, counted: 3 });
    }
  });

  it('="" is a blank: 6 cases of no id, 3 of them open, and ="T-1" is T-1', async () => {
    const row = (day: number, back: string) => `="",Trực tuyến,="0${day}/03/2025",="10/03/2025",${back}`;
    const closed = [1, 2, 3].map((day) => row(day, '="09/03/2025"'));
    const open = [4, 5, 6].map((day) => row(day, '=""'));
    const { report } = await checked("on-time-share", lines(head, ...closed, ...open));
    expect(report.ledger).toMatchObject({ counted: 6, duplicates: 0, issues: [], unknownWords: [] });
    const same = lines(
      head,
      '="T-1",Trực tuyến,01/03/2025,05/03/2025,',
      "T-1,Trực tuyến,01/03/2025,05/03/2025,04/03/2025",
    );
    expect((await checked("on-time-share", same)).report.ledger).toMatchObject({ counted: 1, duplicates: 1 });
  });

  it("a due column of bare days and of midnights holds days: 2 of 2 in time", async () => {
    const text = lines(
      head,
      "A0,Trực tuyến,01/03/2025 08:00:00,05/03/2025 00:00:00,05/03/2025 09:00:00",
      "A2,Trực tuyến,03/03/2025 08:00:00,07/03/2025,07/03/2025 09:00:00",
    );
    expect((await checked("on-time-share", text)).measure).toMatchObject({ numerator: 2, denominator: 2 });
  });

  it("one id of 41 rows that stands again on another day withholds no verdict", async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `H${i},Trực tuyến,07/01/2025,17/01/2025,09/01/2025`);
    const { report } = await checked(
      "on-time-share",
      lines(head, ...rows, "H7,Trực tuyến,09/01/2025,19/01/2025,10/01/2025"),
    );
    expect(report.notes.map(({ code }: { code: string }) => code)).not.toContain("ids-in-doubt");
  });
});
