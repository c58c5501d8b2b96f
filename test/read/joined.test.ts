/** Exports that were joined, one below the other, each with its header: figures worked by hand. */
import { describe, expect, it } from "vitest";
import { kpi, log, report } from "../run.ts";

const head = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái";
/** Online 1 day, in person 2; each is due after 3. The day of return before the due day where they are swapped. */
const row = (n: number, isSwapped: boolean) => {
  const on = (days: number) => `${String(n + 1 + days).padStart(2, "0")}/09/2025 08:00:00`;
  const [channel, days] = n % 2 === 0 ? ["Trực tuyến", 1] : ["Trực tiếp", 2];
  const [due, back] = [on(3), on(days as number)];
  return [`HS${n}`, channel, on(0), ...(isSwapped ? [back, due] : [due, back]), "Đã trả kết quả"].join(",");
};
const rows = (from: number, isSwapped: boolean) => Array.from({ length: 5 }, (_, i) => row(from + i, isSwapped));
const joined = (header: string, isSwapped = true) =>
  log(`${[head, ...rows(0, false), header, ...rows(5, isSwapped)].join("\n")}\n`);
const options = ["--year", "2025", "--kpi", "processing-time-reduction,on-time-share"];

describe("a header that stands again in other words", () => {
  it.each([
    "MÃ HỒ SƠ,HÌNH THỨC NỘP,NGÀY TIẾP NHẬN,NGÀY TRẢ KẾT QUẢ,NGÀY HẸN TRẢ,TRẠNG THÁI",
    "Ma ho so,Hinh thuc nop,Ngay tiep nhan,Ngay tra ket qua,Ngay hen tra,Trang thai",
    "Số hồ sơ,Kênh nộp,Ngày nhận,Ngày trả,Hạn trả,Tình trạng",
    "MaHoSo,HinhThuc,NgayTiepNhan,NgayTra,NgayHenTra,TrangThaiHoSo",
    "case_id,channel,received_at,returned_at,due_at,status",
    "Mã hồ sơ (*),Hình thức nộp (*),Ngày tiếp nhận (*),Ngày trả kết quả (*),Ngày hẹn trả (*),Trạng thái (*)",
    "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận (dd/MM/yyyy),Ngày trả kết quả (dd/MM/yyyy),Ngày hẹn trả (dd/MM/yyyy),Trạng thái",
    "Mã hồ sơ:,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Ngày hẹn trả,Trạng thái:",
  ])("with the columns in another order, %s: 50 % and 10 of 10 in time, and told", async (header) => {
    const { results, ledger, notes } = await report([joined(header), ...options]);
    expect(results.map(({ measure }) => measure)).toMatchObject([{ value: 50 }, { numerator: 10, denominator: 10 }]);
    expect(ledger).toMatchObject({ read: 10, counted: 10, rejected: 0, unknownWords: [] });
    expect(notes.map(({ code }) => code)).toContain("columns-reordered");
  });

  it.each([
    "Số hồ sơ,Kênh nộp,Ngày nhận,Hạn trả,Ngày trả,Tình trạng",
    "MA HO SO,HINH THUC NOP,NGAY TIEP NHAN,NGAY HEN TRA,NGAY TRA KET QUA,TRANG THAI",
    `\u001a${head}`,
  ])("and the columns in the same order, %s: 10 of 10, 1 header passed over", async (header) => {
    const { results, ledger, inputs } = await report([joined(header, false), ...options]);
    expect(results[1].measure).toMatchObject({ numerator: 10, denominator: 10 });
    expect(ledger).toMatchObject({ read: 10, rejected: 0, unknownWords: [] });
    expect(inputs[0].passedOver).toEqual({ header: 1 });
  });

  it.each([
    ["a name that is not known", "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Cột lạ,Trạng thái"],
    ["days that are month first", "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận (mm/dd/yyyy),Hạn trả,Ngày trả,Trạng thái"],
  ])("with %s stops the run at line 7: nobody knows what stands below", async (_, header) => {
    for (const [language, said] of [
      ["en", "line 7: a header within the log"],
      ["vi", "dòng 7: giữa tệp có dòng tiêu đề"],
    ]) {
      const { code, err } = await kpi(["check", joined(header), ...options, "--lang", language]);
      expect([code, err.includes(said)], err).toEqual([2, true]);
    }
  });

  it("in a log without dates, the ticks swapped: 3 of 4 digitised, 4 cases", async () => {
    const text = [
      "Mã hồ sơ,Hình thức nộp,Kết quả điện tử,Số hóa hồ sơ",
      "A1,Trực tuyến,Không,Có",
      "A2,Trực tuyến,Không,Không",
      "MÃ HỒ SƠ,HÌNH THỨC NỘP,SỐ HÓA HỒ SƠ,KẾT QUẢ ĐIỆN TỬ",
      "A3,Trực tuyến,Có,Không",
      "A4,Trực tuyến,Có,Không",
    ];
    const run = ["--year", "2025", "--kpi", "record-digitisation-share"];
    const { results, ledger } = await report([log(`${text.join("\n")}\n`), ...run]);
    expect(results[0].measure).toMatchObject({ numerator: 3, denominator: 4 });
    expect(ledger.counted).toBe(4);
  });

  it("of three parts the last is in the order of the first: 15 of 15 in time", async () => {
    const other = "Số hồ sơ,Kênh nộp,Ngày nhận,Ngày trả,Hạn trả,Tình trạng";
    const text = [head, ...rows(0, false), other, ...rows(5, true), head.toUpperCase(), ...rows(10, false)];
    const { results, ledger } = await report([log(`${text.join("\n")}\n`), ...options]);
    expect(results[1].measure).toMatchObject({ numerator: 15, denominator: 15 });
    expect(ledger).toMatchObject({ counted: 15, rejected: 0 });
  });
});

it("a row of other names right below the header, one of them unknown, is one too: 5 cases, 1 header passed over", async () => {
  const api = "case_id,channel,received_at,due_at,returned_at,trang_thai_hs_2";
  const { ledger, inputs } = await report([log(`${[head, api, ...rows(0, false)].join("\n")}\n`), ...options]);
  expect(ledger).toMatchObject({ counted: 5, rejected: 0 });
  expect(inputs[0].passedOver).toEqual({ header: 1 });
});

it("a case whose words are names of columns is one, with its times: 11 cases", async () => {
  const file = log(
    `${[head, ...rows(0, false), "Trạng thái,Hình thức nộp,12/09/2025 08:00:00,15/09/2025 08:00:00,13/09/2025 08:00:00,Trạng thái", ...rows(5, false)].join("\n")}\n`,
  );
  expect((await report([file, ...options])).ledger.counted).toBe(11);
});
