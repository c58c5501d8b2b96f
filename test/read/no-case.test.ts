/** Rows of totals, footers and rules among the cases, and the cases that only look like them: figures worked by hand. */
import { describe, expect, it } from "vitest";
import { log, report } from "../run.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
async function checked(kpi: string, ...rows: readonly string[]) {
  const { results, ledger } = await report([log(lines(...rows)), "--year", "2025", "--kpi", kpi]);
  return { measure: results[0].measure, ledger };
}
const onTime = (...rows: readonly string[]) => checked("on-time-share", ...rows);
const digitised = (...rows: readonly string[]) => checked("record-digitisation-share", ...rows);

const dated = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái,Mức độ hài lòng";
const threeCases = [
  "HS1,Trực tuyến,01/09/2025 08:00:00,03/09/2025 17:00:00,02/09/2025 08:00:00,Đã trả kết quả,Hài lòng",
  "HS2,Trực tiếp,01/09/2025 08:00:00,03/09/2025 17:00:00,04/09/2025 08:00:00,Đã trả kết quả,Không hài lòng",
  "HS3,Trực tuyến,02/09/2025 08:00:00,05/09/2025 17:00:00,03/09/2025 08:00:00,Đã trả kết quả,Hài lòng",
];

describe("a row of totals has dates beside it: the first receipt, the last due and return", () => {
  it.each([
    ...["Tổng cộng", "Cộng", "Tổng", "Tổng cộng: 3", "TONG CONG", "Total", "Grand Total", "Average", "Max"],
    ...["Lớn nhất", "Nhỏ nhất", "Bình quân"],
  ])("%s: 2 of 3 in time, as of 4 September", async (word) => {
    const { measure, ledger } = await onTime(
      dated,
      ...threeCases,
      `${word},,01/09/2025 08:00:00,05/09/2025 17:00:00,04/09/2025 08:00:00,,`,
      `${word},-,01/09/2025,,30/09/2025,,`,
    );
    expect(measure).toMatchObject({ numerator: 2, denominator: 3 });
    expect(ledger).toMatchObject({ read: 3, counted: 3, rejected: 0 });
  });

  it.each(["Grand Total", "Tổng cộng", "Max", "Trung bình"])(
    "%s in the column of the office, the id behind it: 1 of 2",
    async (word) => {
      const { measure, ledger } = await onTime(
        "Đơn vị,Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả",
        "UBND xã A,HS1,Trực tuyến,01/09/2025 08:00:00,03/09/2025 17:00:00,02/09/2025 08:00:00",
        "UBND xã A,HS2,Trực tuyến,01/09/2025 08:00:00,03/09/2025 17:00:00,04/09/2025 08:00:00",
        `${word},,,01/09/2025 08:00:00,03/09/2025 17:00:00,02/09/2025 08:00:00`,
      );
      expect(measure).toMatchObject({ numerator: 1, denominator: 2 });
      expect(ledger).toMatchObject({ read: 2, rejected: 0 });
    },
  );
});

describe("sums of parts where the id is not the first column, in a log without dates", () => {
  const head = "Đơn vị xử lý,Mã hồ sơ,Hình thức nộp,Số hóa hồ sơ";
  it.each([
    ["Excel's own subtotals", "UBND xã A Total,,,2", "Grand Total,,,3"],
    ["Excel's counts", "UBND xã A Count,,2,2", "Grand Count,,3,3"],
    ["sums by their first word", "Tổng UBND xã A,,,1", "Cộng xã A,,2,1"],
    ["the same without marks", "Tong UBND xa A,,,1", "Cong xa A,,2,1"],
    ["means", "Average,,,1", "Tỷ lệ,,,100%"],
    ["one sum", "Tổng cộng,,,1", "Cộng,,3,1"],
  ])("%s: 3 cases, 3 of 3", async (_, first, second) => {
    const { measure, ledger } = await digitised(
      head,
      "UBND xã A,A1,Trực tuyến,Có",
      "UBND xã A,A2,Trực tuyến,Có",
      first,
      "UBND xã B,B1,Trực tiếp,Có",
      second,
    );
    expect(measure).toMatchObject({ numerator: 3, denominator: 3 });
    expect(ledger).toMatchObject({ read: 3, counted: 3, rejected: 0 });
  });

  it("a case without an id of Tổng công ty, Tổng cục, Công an, Cộng Hòa, Trung Bình, or of Tống Thị B is one: 7 of 7", async () => {
    const { measure, ledger } = await digitised(
      head,
      "Tổng công ty Điện lực,,,1",
      "Tong cong ty Dien luc,,,1",
      "Tổng cục Thuế,,,1",
      "Công an huyện A,,,1",
      "Cộng Hòa,,,1",
      "Tống Thị B,,,1",
      "Tong Van A,,,1",
    );
    expect(measure).toMatchObject({ numerator: 7, denominator: 7 });
    expect(ledger).toMatchObject({ read: 7, counted: 7 });
  });

  it("a case of an office Tong cong ty, of Max, or called Total is one by its id and channel: 3 of 3", async () => {
    const { measure } = await digitised(
      head,
      "Tong cong ty Dien luc,A1,Trực tuyến,Có",
      "Max,A2,Trực tuyến,Có",
      "Công ty Total,A3,Trực tuyến,1",
    );
    expect(measure).toMatchObject({ numerator: 3, denominator: 3 });
  });

  it("without a column of ids Grand Total and a group's sum are none, an office Trung Bình is one: 3 of 3", async () => {
    const { measure } = await digitised(
      "Đơn vị xử lý,Lĩnh vực,Hình thức nộp,Số hóa hồ sơ",
      "I,Đất đai,,",
      "UBND xã A,Đất đai,Trực tuyến,Có",
      "UBND xã A Total,,,1",
      "II,Hộ tịch,,",
      "Trung Bình,Hộ tịch,Trực tuyến,Có",
      "Cộng Hòa,Hộ tịch,Trực tuyến,Có",
      "Grand Total,,,3",
    );
    expect(measure).toMatchObject({ numerator: 3, denominator: 3 });
  });
});

describe("cases whose id or name is that of a sum", () => {
  it.each(["Max", "Cộng Hòa", "Tổng 5", "Total-1", "Cộng 12", "Trung Bình"])(
    "the id %s with two times, in a log of no words: 3 cases",
    async (id) => {
      const row = (name: string) => `${name},01/03/2025 08:00:00,05/03/2025 08:00:00`;
      const { ledger } = await checked(
        "processing-time-reduction",
        "Mã hồ sơ,Ngày tiếp nhận,Ngày trả kết quả",
        row("HS-1"),
        row(id),
        row("HS-2"),
      );
      expect(ledger).toMatchObject({ read: 3, counted: 3 });
    },
  );

  it("the ids Max, Tổng A, Cộng Hòa with a channel or a status are cases: 6 of 7 in time", async () => {
    const rest = "01/09/2025 08:00:00,03/09/2025 17:00:00,02/09/2025 08:00:00";
    const { measure } = await onTime(
      dated,
      ...threeCases,
      `Max,Trực tuyến,${rest},,`,
      `Tổng A,,${rest},Đã trả kết quả,`,
      `Cộng Hòa,,${rest},,`,
      `Tổng cộng,Trực tuyến,${rest},Đã trả kết quả,`,
    );
    expect(measure).toMatchObject({ numerator: 6, denominator: 7 });
  });

  it("a case of an applicant Max, whose id is a number, and one of a day and a number alone: 3 cases", async () => {
    const { ledger } = await onTime(
      "Người nộp,Mã hồ sơ,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Lệ phí,Hình thức nộp",
      "Max,123,01/09/2025,03/09/2025,02/09/2025,,",
      ",,01/09/2025,,,5,",
      "An,125,01/09/2025,03/09/2025,02/09/2025,,Trực tuyến",
    );
    expect(ledger).toMatchObject({ read: 3, counted: 3 });
  });
});

describe("footers and rules in a log without dates", () => {
  const head = "Mã hồ sơ,Hình thức nộp,Số hóa hồ sơ,Lĩnh vực";
  it.each([
    ...[",,,Trang 1/2", ",,Page 1 of 2,", ",Trang 1,,", ",,,1/2", ",- 1 -,,", ",,Ngày in: 01/10/2025,"],
    ...[",,,In lúc 08:00 01/10/2025", '"Hà Nội, ngày 1/10/2025",,,', ',,"Hải Phòng, ngày 01/10/2025",'],
    ...['"UBND xã Đông Anh, huyện Đông Anh",,,', "Phòng Tài nguyên & Môi trường – Quận A,,,"],
    ...["------,------,------,------", "NULL,NULL,NULL,NULL", "-,-,-,-", "...,...,...,...", ",===,===,==="],
  ])("%s: 2 of 3 digitised", async (line) => {
    const { measure, ledger } = await digitised(
      head,
      "A1,Trực tuyến,Có,Đất đai",
      "A2,Trực tuyến,Không,Hộ tịch",
      line,
      "A3,Trực tiếp,Có,Hộ tịch",
    );
    expect(measure).toMatchObject({ numerator: 2, denominator: 3 });
    expect(ledger).toMatchObject({ read: 3, counted: 3, rejected: 0 });
  });

  it("the ids 1/2 and 12/2025, a case of “Không có” alone, and a tick without an id are cases: 1 of 5 digitised", async () => {
    const { measure, ledger } = await digitised(
      "Mã hồ sơ,Hình thức nộp,Số hóa hồ sơ,Lĩnh vực",
      "A1,Trực tiếp,Có,Đất đai",
      "1/2,Trực tiếp,Không,",
      "12/2025,Trực tiếp,Không,",
      "-,Trực tiếp,Không có,-",
      "V,Trực tiếp,Không,",
    );
    expect(measure).toMatchObject({ numerator: 1, denominator: 5 });
    expect(ledger).toMatchObject({ counted: 5 });
  });
});

describe("a row that stands in one pair of quotes as a whole", () => {
  const quoted = (row: string) => `"${row.replaceAll('"', '""')}"`;
  it("is what it is without them, above a bare header or among bare rows: 2 of 3 in time", async () => {
    for (const rows of [threeCases.map(quoted), [threeCases[0], quoted(threeCases[1]), threeCases[2]]]) {
      const { measure, ledger } = await onTime(dated, ...rows);
      expect(measure).toMatchObject({ numerator: 2, denominator: 3 });
      expect(ledger).toMatchObject({ read: 3, counted: 3, rejected: 0 });
    }
    // Days and times of day in two columns are put together in such rows too.
    const inTwo = [
      "H1,01/09/2025,08:00,01/09/2025,12:00,Trực tiếp",
      "H2,01/09/2025,08:00,01/09/2025,16:00,Trực tuyến",
    ].map(quoted);
    const { ledger, measure } = await checked(
      "processing-time-reduction",
      "Mã hồ sơ,Ngày tiếp nhận,Giờ tiếp nhận,Ngày trả kết quả,Giờ trả kết quả,Hình thức nộp",
      ...inTwo,
    );
    expect(ledger).toMatchObject({ read: 2, counted: 2, issues: [] });
    expect(measure).toMatchObject({ value: -100 });
  });

  it("may hold cells in quotes, and a total: 2 of 2 digitised", async () => {
    const { measure, ledger } = await digitised(
      "Mã hồ sơ,Hình thức nộp,Số hóa hồ sơ,Lĩnh vực",
      quoted('A1,Trực tuyến,Có,"Đất đai, nhà ở"'),
      "A2,Trực tuyến,Có,Đất đai",
      quoted("Tổng cộng,,2,"),
    );
    expect(measure).toMatchObject({ numerator: 2, denominator: 2 });
    expect(ledger).toMatchObject({ read: 2, rejected: 0 });
  });

  it("is a sentence, and no case, where a space stands behind its commas: 1 of 1 digitised", async () => {
    const { ledger } = await digitised(
      "Mã hồ sơ,Số hóa hồ sơ,Lĩnh vực",
      "A1,Có,Đất đai",
      quoted("Lập tại Hải Phòng, phòng Một cửa, tháng Chín"),
    );
    expect(ledger).toMatchObject({ read: 1, counted: 1 });
  });
});

describe("what only looks like a sum or a footer, in logs that have no more than ticks beside it", () => {
  it.each([
    ["a rating Trung bình", "Mức độ hài lòng,Số hóa hồ sơ", ["Tốt,1", "Tốt,1", "Trung bình,0", "Average,0"], 2, 4],
    ["the same beside a blank id", "Mã hồ sơ,Mức độ hài lòng,Số hóa hồ sơ", ["A1,Tốt,1", ",Trung bình,0"], 1, 2],
    [
      "the communes Cộng Hiền, Tổng Cọt",
      "Đơn vị xử lý,Số hóa hồ sơ",
      ["Vĩnh Bảo,1", "Cộng Hiền,0", "Tổng Cọt,0"],
      1,
      3,
    ],
    [
      "Nam Định, Quy Nhơn, Kỳ Anh",
      "Đơn vị xử lý,Số hóa hồ sơ",
      ["Hà Nội,Có", "Nam Định,", "Quy Nhơn,", "Kỳ Anh,"],
      1,
      4,
    ],
  ])("%s: each is a case", async (_, head, rows, numerator, denominator) => {
    const { measure, ledger } = await digitised(head, ...rows);
    expect(measure).toMatchObject({ numerator, denominator });
    expect(ledger).toMatchObject({ counted: denominator });
  });

  it("cases that say Office and Received, which are headers too, are no header: 1 of 2 received online", async () => {
    const { measure } = await checked(
      "online-receipt-share",
      "case_id,channel,status",
      "A1,Office,Received",
      "A2,Online,Completed",
    );
    expect(measure).toMatchObject({ numerator: 1, denominator: 2 });
  });
});

describe("a fuller header below cases", () => {
  const late = "Trực tuyến,01/09/2025 08:00,03/09/2025 17:00,05/09/2025 08:00,Đã trả kết quả";
  const inTime = "Trực tuyến,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00,Đã trả kết quả";
  it("is that of others that were joined: the 3 above it, all late, are 3 of 6, and no titles", async () => {
    const { measure, ledger } = await onTime(
      "Mã hồ sơ,Nộp ở đâu,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái",
      ...[1, 2, 3].map((i) => `HS${i},${late}`),
      "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái",
      ...[4, 5, 6].map((i) => `HS${i},${inTime}`),
    );
    expect(measure).toMatchObject({ numerator: 3, denominator: 6 });
    expect(ledger).toMatchObject({ read: 6, counted: 6 });
  });
});
