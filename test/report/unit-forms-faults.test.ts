/** Forms as offices send them, with what a hostile reading found: rows and columns that are no unit's, or that were lost. */
import { describe, expect, it } from "vitest";
import type { FormSum } from "../../src/report/unit-forms.ts";
import { kpi, log, table } from "../run.ts";

const heads = [
  "STT,Lĩnh vực giải quyết,Số lượng hồ sơ tiếp nhận,,,,Số lượng hồ sơ đã giải quyết,,,,Số lượng hồ sơ đang giải quyết,,",
  ",,Tổng số,Trong kỳ,,Từ kỳ trước,Tổng số,Trước hạn,Đúng hạn,Quá hạn,Tổng số,Trong hạn,Quá hạn",
  ',,,Trực tuyến,"Trực tiếp, dịch vụ bưu chính",,,,,,,,',
];
const [a, b] = ["1,Xã A,10,6,3,1,8,5,2,1,2,1,1", "2,Xã B,20,12,6,2,16,10,4,2,4,2,2"];
const total = "Tổng cộng,,30,18,9,3,24,15,6,3,6,3,3";

async function read(...lines: string[]): Promise<{ sum: FormSum; code: number }> {
  const file = log(lines.map((line) => `${line}\n`).join(""), "b.csv");
  const { out, code } = await kpi(["form", "read", file, "--format", "json"]);
  return { sum: JSON.parse(out) as FormSum, code };
}

describe("no row is lost", () => {
  it("a unit whose cells are all #REF! is named cell by cell: 11 faults, exit code 1", async () => {
    const { sum, code } = await read(...heads, a, `2,Xã B${",#REF!".repeat(11)}`);
    expect([code, sum.faults.length, sum.units.map(({ name }) => name)]).toEqual([1, 11, ["Xã A", "Xã B"]]);
  });

  it.each(["(5)", "5*", "12 hồ sơ", "#N/A"])(
    "a unit without a number whose cells are %s is named, not lost: 11 faults",
    async (text) => {
      const { sum, code } = await read(...heads, a.replace("1,", ","), `,Xã B${`,${text}`.repeat(11)}`);
      expect([code, sum.faults.length, sum.units.length]).toEqual([1, 11, 2]);
    },
  );

  it("a row with a number and no name is added up: 10 + 20", async () => {
    const { sum, code } = await read(...heads, a, b.replace("Xã B", ""));
    expect([code, sum.total.received, sum.units.length]).toEqual([0, 30, 2]);
  });

  it("a unit's name that is merged over two rows is that of both: 20 of 30", async () => {
    const { sum } = await read(
      ...heads,
      a,
      a.replace("1,Xã A", ","),
      b.replace("20,12,6,2,16,10,4,2,4,2,2", "10,6,3,1,8,5,2,1,2,1,1"),
    );
    expect(sum.units.map(({ name, cells }) => [name, cells.received])).toEqual([
      ["Xã A", 20],
      ["Xã B", 10],
    ]);
  });
});

describe("what is no unit is not added up", () => {
  it.each([
    ["a sum without a name", [a, b, total.replace("Tổng cộng", "")], []],
    [
      "a sum without a name below a group",
      ["I,Cấp xã,30,18,9,3,24,15,6,3,6,3,3", a, b, total.replace("Tổng cộng", "")],
      [4],
    ],
    ["a sum above units without a number", [total, a.replace("1,", ","), b.replace("2,", ",")], []],
    ["a sum above units a and b", [total, a.replace("1,", "a,"), b.replace("2,", "b,")], []],
    ["the sum of a group", ["I,Cấp xã,30,18,9,3,24,15,6,3,6,3,3", a, b, total], [4]],
    [
      "the sum of 1.1 and 1.2",
      ["1,Cấp xã,30,18,9,3,24,15,6,3,6,3,3", a.replace("1,", "1.1,"), b.replace("2,", "1.2,"), total],
      [4],
    ],
    [
      "the sum of a and b",
      ["1,Cấp xã,30,18,9,3,24,15,6,3,6,3,3", a.replace("1,", "a,"), b.replace("2,", "b,"), total],
      [4],
    ],
    [
      "sums of A and of I",
      ["A,Cả tỉnh,30,18,9,3,24,15,6,3,6,3,3", "I,Cấp xã,30,18,9,3,24,15,6,3,6,3,3", a, b, total],
      [4, 5],
    ],
    ["the sum of a group A", ["A,Cấp xã,30,18,9,3,24,15,6,3,6,3,3", a, b, total], [4]],
    [
      "the sum of rows without a number",
      ["1,Cấp xã,30,18,9,3,24,15,6,3,6,3,3", a.replace("1,Xã", ",- Xã"), b.replace("2,Xã", ",- Xã"), total],
      [4],
    ],
    ["what stands below the totals", [a, b, total, ",Trong đó: trực tuyến,6,6,,,,,,,,,"], [7]],
    ["who signs", [a, b, total, ",Người lập biểu,Ngày 5 tháng 10 năm 2025,,,,,,,,,,"], []],
    ["a line A B 1 2 …", ["A,B,1,2,3,4,5,6,7,8,9,10,11", a, b, total], []],
    ["a line 1 2 3=4+5+6 …", ["1,2,3=4+5+6,4,5,6,7=8+9+10,8,9,10,11=12+13,12,13", a, b, total], []],
    [
      "a line (A) (B) (1)=(2)+(3)+(4) …",
      ["(A),(B),(1)=(2)+(3)+(4),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11)", a, b, total],
      [],
    ],
  ])("%s: 30 received of 2 units, no fault", async (_, lines, passed) => {
    const { sum, code } = await read(...heads, ...lines);
    expect([code, sum.total.received, sum.total.open, sum.units.length]).toEqual([0, 30, 6, 2]);
    expect(sum.files[0].passed).toEqual(passed);
  });

  it("two units with the same cells, the second without its number, are two: 20", async () => {
    const { sum } = await read(...heads, a, a.replace("1,Xã A", ",Xã B"));
    expect([sum.total.received, sum.units.length]).toEqual([20, 2]);
  });

  it("groups I and II without rows of their own are units: 10 + 20", async () => {
    const { sum } = await read(...heads, a.replace("1,", "I,"), b.replace("2,", "II,"), total);
    expect([sum.total.received, sum.units.length]).toEqual([30, 2]);
  });

  it("a column of shares is not read, whatever it is of: 5 + 5 early, no 62 + 62", async () => {
    const { sum } = await read(
      "STT,Đơn vị,Số lượng hồ sơ tiếp nhận,Số lượng hồ sơ đã giải quyết,,,,,Số lượng hồ sơ đang giải quyết,,",
      ",,Tổng số,Tổng số,Tỷ lệ trước hạn (%),Trước hạn,Đúng hạn,Quá hạn,Tổng số,Trong hạn,Quá hạn",
      "1,Xã A,10,8,62,5,2,1,2,1,1",
      "2,Xã B,10,8,62,5,2,1,2,1,1",
    );
    expect([sum.total.early, sum.faults, sum.files[0].unknown.length]).toEqual([10, [], 1]);
  });

  it("a file that is given twice is added up once: 10", async () => {
    const file = log([...heads, a].join("\n"), "a.csv");
    const copy = log([...heads, a].join("\n"), "a2.csv");
    const { out } = await kpi(["form", "read", file, copy]);
    expect(out).toMatch(/Received +10\b/);
    expect(out).toContain("a2.csv says what a.csv says");
  });
});

it("cases by post in a column of their own belong to what was received: 6 + 2 + 1 + 1 is 10", async () => {
  const { sum } = await read(
    "STT,Lĩnh vực,Số lượng hồ sơ tiếp nhận,,,,,Số lượng hồ sơ đã giải quyết,,,,Số lượng hồ sơ đang giải quyết,,",
    ",,Tổng số,Trực tuyến,Trực tiếp,Bưu chính,Từ kỳ trước,Tổng số,Trước hạn,Đúng hạn,Quá hạn,Tổng số,Trong hạn,Quá hạn",
    "1,Xã A,10,6,2,1,1,8,5,2,1,2,1,1",
  );
  expect(sum.faults).toEqual([]);
});

describe("the form of a log", () => {
  const head = "Mã hồ sơ,Mã thủ tục,Hình thức nộp,Ngày tiếp nhận,Hạn xử lý,Ngày trả kết quả,Trạng thái";

  it("tells of cases that ended before the period with no day of their end: 2", async () => {
    const file = table(
      head,
      "1,A,Trực tuyến,15/08/2025 08:00,12/09/2025 17:00,,Đã rút",
      "2,A,Trực tuyến,15/08/2025 08:00,12/09/2025 17:00,,Đã trả kết quả",
      "3,A,Trực tuyến,15/09/2025 08:00,22/09/2025 17:00,20/09/2025 08:00,Đã trả kết quả",
    );
    const { out } = await kpi(["form", "write", file, "--month", "2025-09"]);
    expect(out.replace(/\s+/g, " ")).toContain(
      "2 cases withdrawn, stopped or finished with no day of their end (0 received in the period, 2 before it)",
    );
  });

  it("does not say that a due day before the receipt is none: 1 such case", async () => {
    const file = table(
      head,
      "1,A,Trực tuyến,15/09/2025 08:00,12/09/2025 17:00,28/09/2025 08:00,Đã trả kết quả",
      "2,A,Trực tuyến,15/09/2025 08:00,22/09/2025 17:00,20/09/2025 08:00,Đã trả kết quả",
    );
    const { out } = await kpi(["form", "write", file, "--month", "2025-09"]);
    expect(out.replace(/\s+/g, " ")).toContain(
      "1 case without a due day that can be used (blank, unreadable, or before the receipt)",
    );
  });
});

it.each([1, 2])(
  "of a case sent back in July, asked %i times, the index of September knows nothing: 1 of 1",
  async (times) => {
    const file = table(
      "Mã hồ sơ,Mã thủ tục,Hình thức nộp,Ngày tiếp nhận,Hạn xử lý,Ngày trả kết quả,Trạng thái,Ngày yêu cầu bổ sung,Số lần bổ sung",
      `1,A,Trực tuyến,01/07/2025 08:00,20/07/2025 17:00,,Yêu cầu bổ sung,10/07/2025 08:00,${times}`,
      "2,A,Trực tuyến,01/09/2025 08:00,05/09/2025 17:00,03/09/2025 09:00,Đã trả kết quả,,",
    );
    const { out } = await kpi(["index", file, "--month", "2025-09"]);
    expect(out).toMatch(/2 On time +1 ÷ 1 /);
  },
);
