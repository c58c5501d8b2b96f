/** Rows of a template that was filled down behind the last case: none of them is a case, and they are told. */
import { describe, expect, it } from "vitest";
import { kpi, report, table } from "../run.ts";

const only = (id: string) => ["--year", "2025", "--kpi", id];
const times = (count: number, row: (i: number) => string) => Array.from({ length: count }, (_, i) => row(i));

describe("rows that were filled down behind the last case", () => {
  const cases = ["HS1,Trực tiếp,Xã A,Có", "HS2,Trực tiếp,Xã A,Không", "HS3,Trực tiếp,Xã A,Có"];
  const log = (...rows: string[]) => table("Mã hồ sơ,Hình thức nộp,Đơn vị,Số hóa hồ sơ", ...rows);
  const digitised = async (file: string) => {
    const { results, inputs, ledger, notes } = await report([file, ...only("record-digitisation-share")]);
    return { measure: results[0].measure, passedOver: inputs[0].passedOver, counted: ledger.counted, notes };
  };

  it.each([
    ["Không of a formula", () => ",,,Không"],
    ["Có of a formula", () => ",,,Có"],
    ["a check box", () => ",,,FALSE"],
    ["a channel", () => ",Trực tiếp,,"],
    ["the office and a channel, quoted", () => '"","Trực tiếp","Xã A",'],
  ])("%s in 6 rows of a log without dates: 2 of 3 digitised, 6 passed over, in lines 5 to 10", async (_, row) => {
    const made = await digitised(log(...cases, ...times(6, row)));
    expect(made).toMatchObject({ measure: { numerator: 2, denominator: 3 }, counted: 3, passedOver: { filler: 6 } });
    expect(made.notes).toContainEqual({
      code: "fillers-passed-over",
      data: expect.objectContaining({ count: 6, line: 5, to: 10 }),
    });
  });

  it.each([
    ["the office", (n: number) => `${n},,,,,,,,Xã A`],
    ["a check box", (n: number) => `${n},,,,,,FALSE,,`],
    ["a number that goes on alone", (n: number) => `${n},,,,,,,,`],
    ["a status and a day of nothing", (n: number) => `${n},,Trực tiếp,,00/01/1900,,Đã trả kết quả,,Xã A`],
  ])("numbers and %s in 6 rows of a log with dates: 2 of 3 in time, none rejected", async (_, row) => {
    const file = table(
      "STT,Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái,Mức độ hài lòng,Đơn vị",
      "1,HS1,Trực tuyến,01/09/2025 08:00,03/09/2025 17:00,02/09/2025 08:00,Đã trả kết quả,Hài lòng,Xã A",
      "2,HS2,Trực tiếp,01/09/2025 08:00,03/09/2025 17:00,04/09/2025 08:00,Đã trả kết quả,Không hài lòng,Xã A",
      "3,HS3,Trực tuyến,02/09/2025 08:00,05/09/2025 17:00,03/09/2025 08:00,Đã trả kết quả,Hài lòng,Xã A",
      ...times(6, (i) => row(i + 4)),
    );
    const { code } = await kpi(["check", file, ...only("on-time-share"), "--lang", "en"]);
    expect(code).toBe(0);
    const made = await report([file, ...only("on-time-share")]);
    expect(made.results[0].measure).toMatchObject({ numerator: 2, denominator: 3 });
    expect([made.ledger.rejected, made.inputs[0].passedOver]).toEqual([0, { filler: 6 }]);
  });

  it("are told in both languages", async () => {
    const file = log(...cases, ...times(6, () => ",,,Không"));
    const said = async (lang: string) =>
      (await kpi(["check", file, ...only("record-digitisation-share"), "--lang", lang])).out.replaceAll(/\s+/g, " ");
    expect(await said("en")).toContain(
      "6 rows of a template that was filled down behind the last case (without an id or a day, running numbers or the same in all) passed over, from line 5 to 10.",
    );
    expect(await said("vi")).toContain("bỏ qua 6 dòng mẫu kéo sẵn sau hồ sơ cuối cùng");
    expect((await kpi(["help", "fillers-passed-over", "--lang", "en"])).out).toContain("give those rows their ids");
  });

  it("200,000 of them in three blocks, blank rows among them: 3 cases, the others in lines 5 to 200,006", async () => {
    const rows = times(200_000, (i) => `,Trực tiếp,Xã A,Không${i === 70_000 || i === 140_000 ? "\n,,," : ""}`);
    const made = await digitised(log(...cases, rows.join("\n")));
    expect(made).toMatchObject({ counted: 3, passedOver: { filler: 200_000, blank: 2 } });
    expect(made.notes).toContainEqual({
      code: "fillers-passed-over",
      data: expect.objectContaining({ count: 200_000, line: 5, to: 200_006 }),
    });
  });

  it.each([
    ["among the cases", [",,,Không", ",,,Không", "HS4,Trực tiếp,Xã A,Có"], 6],
    ["of which one says another word", [",,,Không", ",,,Có"], 5],
    ["before a row with a name", [",,,Không", ",,,Không", ",Trực tiếp,Phường B,Có"], 6],
    ["of one alone", [",,,Không"], 4],
    ["with numbers that do not go on", [",Trực tiếp,1,Có", ",Trực tiếp,3,Có"], 5],
    ["behind a case without an id and with the same tick", [",Trực tuyến,Xã B,Không", ",,,Không", ",,,Không"], 6],
    ["behind a case without an id", [",Trực tuyến,Xã B,Có", ",,,Không", ",,,Không"], 6],
  ])("%s are counted as before", async (_, rows, counted) => {
    const made = await digitised(log(...cases, ...rows));
    expect(made.counted).toBe(counted);
    expect(made.passedOver).toEqual({});
  });

  it("are none where a citizen rated in them, nor where the rows before have words in place of ids: 5 cases of 5", async () => {
    const of = async (...rows: string[]) =>
      (await report([table("Mã hồ sơ,Hình thức nộp,Mức độ hài lòng", ...rows), ...only("satisfaction")])).ledger
        .counted;
    expect(await of(...times(3, (i) => `HS${i},Trực tuyến,Hài lòng`), ...times(2, () => ",Trực tuyến,Tệ"))).toBe(5);
    expect(await of(...times(3, () => "Chưa phân số,Trực tuyến,Hài lòng"), ...times(2, () => ",Trực tuyến,"))).toBe(5);
  });

  it("are not looked for in a log without ids, nor in one of nothing else", async () => {
    const none = table("Hình thức nộp,Đơn vị,Số hóa hồ sơ", ...times(4, () => "Trực tiếp,Xã A,Có"));
    expect(await digitised(none)).toMatchObject({ counted: 4, passedOver: {} });
    expect((await digitised(log(...times(4, () => ",Trực tiếp,Xã A,Có")))).counted).toBe(4);
  });
});
