/** Rows that are no case of logs without times, by what stands before them or in place of an id; and cases that only look so. */
import { describe, expect, it } from "vitest";
import { areCounts, isOddId, kindOfIds } from "../../src/read/odd-ids.ts";
import { log, report } from "../run.ts";

/** How many of how many cases are digitised, and how many rows of each kind were passed over. */
async function digitised(lines: readonly string[]) {
  const file = log(`${lines.join("\n")}\n`);
  const made = await report([file, "--year", "2025", "--kpi", "record-digitisation-share"]);
  const { numerator, denominator } = made.results[0].measure as { numerator: number; denominator: number };
  const { total = 0, note = 0, blank = 0 } = made.inputs[0].passedOver;
  return { share: [numerator, denominator], over: total + note + blank, unknown: made.ledger.unknownWords };
}

const header = "Mã hồ sơ,Hình thức nộp,Số hóa hồ sơ,Kết quả điện tử,Lĩnh vực";
const three = ["HS1,Trực tuyến,Có,Có,Đất đai", "HS2,Trực tiếp,Có,Không,Đất đai", "HS3,Trực tiếp,Không,Có,Hộ tịch"];

describe("a running number before a row that is no case", () => {
  const rows = [0, 1, 2, 3, 4, 5].map((n) => `${n},HS${n},Trực tuyến,${n < 4 ? 1 : 0},1,Đất đai`);
  const ends = [
    "6,Tổng cộng,,,,",
    "6,Tổng cộng,6,4,6,",
    "6,Grand Total,,,,6",
    "6,Trang 1/2,,,,",
    "6,Cộng UBND xã A,,,,",
  ];
  const others = [
    "6,Người lập biểu,,,,",
    "6,I,,,,",
    "6,NaN,NaN,NaN,NaN,NaN",
    "count,6,6,6,6,6",
    "6,,,4,6,",
    "All,,,4,6,",
  ];
  it.each(["", "STT", "Unnamed: 0"])("below “%s”: each of 11 rows is passed over, 4 of 6 digitised", async (index) => {
    for (const end of [...ends, ...others]) {
      const { share, over, unknown } = await digitised([`${index},${header}`, ...rows, end]);
      expect([end, share, over, unknown]).toEqual([end, [4, 6], 1, []]);
    }
  });

  it("is none where the first column says something: 7 of 7 of the communes 1 to 7 are cases", async () => {
    const communes = [1, 2, 3, 4, 5, 6, 7].map((n) => `${n},Cộng Hòa ${n},Trực tuyến,1`);
    const { share } = await digitised(["Mã hồ sơ,Đơn vị xử lý,Hình thức nộp,Số hóa hồ sơ", ...communes]);
    expect(share).toEqual([7, 7]);
  });

  it("in the part of a joined log whose columns stand in another order, a row of totals stays one: 3 of 5", async () => {
    const other = "Kết quả điện tử,Số hóa hồ sơ,Lĩnh vực,Hình thức nộp,Mã hồ sơ";
    const below = ["Có,Có,Đất đai,Trực tiếp,HS4", "Có,Không,Đất đai,Trực tiếp,HS5"];
    for (const end of ["Tổng cộng,,,,2", "Tổng cộng,2,2,2,2"]) {
      const { share, over } = await digitised([header, ...three, other, ...below, end]);
      expect([end, share, over]).toEqual([end, [3, 5], 1]);
    }
  });
});

describe("in place of an id a note, a group or a word of a sum, in a log without times", () => {
  const notes = ["* Số liệu tạm tính,,,,", "A,Đất đai,,,", "A,Trực tuyến,,,", "1,,,,", "#,,,,", "1,Đất đai,,,"];
  const sums = ["Không,,1,0,", "%,,66.7,100,", "Đạt,,2,3,", "Gesamt,,2,3,", "0,0,0,0,0", ",,2,3,"];
  it.each([...notes, ...sums])("%s is passed over: 2 of 3 digitised", async (row) => {
    const { share, over, unknown } = await digitised([header, ...three, row]);
    expect([share, over, unknown]).toEqual([[2, 3], 1, []]);
  });

  it.each([
    "HSX,Trực tuyến,Có,Có,",
    "A,Trực tuyến,Có,,",
    "A,,x,x,",
    "1,Trực tuyến,1,0,",
    "12,,1,0,",
    "Không,Trực tuyến,1,0,",
    "Chưa cấp,Trực tuyến,1,0,",
    "NULL,,1,0,",
    "KHSX,,1,1,",
    "* HS4,Trực tuyến,1,,",
    "HS4,,,,",
    "1234,,,,",
    ",Trực tuyến,1,0,",
    ",,1,0,Đất đai",
  ])("%s is a case: 4 of 4", async (row) => {
    expect((await digitised([header, ...three, row])).share[1]).toBe(4);
  });

  it("ids of letters, of small numbers or of communes have no kind that a short one is not of: 4 of 4, 5 of 5", async () => {
    const of = (ids: readonly string[]) => digitised([header, ...ids.map((id) => `${id},Trực tuyến,1,0,`)]);
    expect((await of(["A", "B", "C", "Đ"])).share[1]).toBe(4);
    expect((await of(["1", "2", "3", "4", "5"])).share[1]).toBe(5);
    expect((await of(["Cộng Hiền", "Nam Định", "Kỳ Anh", "Thăng Bình"])).share[1]).toBe(4);
    expect((await digitised([header, "1001,Zalo,1,0,", "1002,Zalo,1,0,", "7,,1,0,"])).share[1]).toBe(3);
  });

  it("of a log with one coded column one word is all that a case can say: 3 of 3 digitised", async () => {
    expect((await digitised(["Mã hồ sơ,Số hóa hồ sơ,Lĩnh vực", "HS1,Có,A", "HS2,Có,A", "B,Có,A"])).share).toEqual([
      3, 3,
    ]);
  });

  it("the kind of some ids: 3 long ones, of 1 to 3 small numbers, of 2 words none", () => {
    expect([["HS1", "HS2", "HS3", "1"], ["1", "2", "3"], ["A", "B"], ["HS1"]].map(kindOfIds)).toEqual([
      "long",
      "numbered",
      undefined,
      undefined,
    ]);
    expect([isOddId("HSX", "long", [], false), isOddId("12", "numbered", [], false)]).toEqual([false, false]);
    expect(
      [
        ["", "1", "2"],
        ["", "1", "0"],
        ["A", "1", "2"],
      ].map((row) => areCounts(row, 0, [1, 2], false)),
    ).toEqual([true, false, false]);
  });
});
