/** Headers of several rows, filters above them and numbers below them, in logs. */
import { describe, expect, it } from "vitest";
import { kpi, log, report } from "../run.ts";

const asked = ["--year", "2025", "--kpi", "processing-time-reduction,on-time-share"];
/** Two cases online after 1 day, two in person after 8; due after 3: 2 of 4 in time, cut 87.5 %. */
const cases = (row: (online: boolean, days: [due: string, end: string]) => string) =>
  [1, 2, 3, 4].map((n) => `HS${n},${row(n % 2 === 1, n % 2 === 1 ? ["04", "02"] : ["04", "09"])}`);
const measures = async (text: string, ...more: string[]) => {
  const made = await report([log(text), ...asked, ...more]);
  const [cut, inTime] = ["processing-time-reduction", "on-time-share"].map(
    (kpi) => made.results.find((result) => result.kpi === kpi)?.measure,
  ) as { value?: number; numerator?: number; denominator?: number }[];
  return { ...made, cut: cut?.value ?? null, inTime: inTime === null ? null : [inTime.numerator, inTime.denominator] };
};

describe("one name over two columns that differ", () => {
  const head = (upper: string, promised: string, actual: string) =>
    `Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,${upper},,Trạng thái\n,,,${promised},${actual},\n`;
  const rows = cases(
    (online, [due, end]) =>
      `${online ? "Trực tuyến" : "Trực tiếp"},01/09/2025 08:00,${due}/09/2025 17:00,${end}/09/2025 08:00,Đã trả kết quả`,
  ).join("\n");

  it.each([
    ["Ngày trả kết quả", "Theo quy định", "Thực tế"],
    ["Ngày trả kết quả", "Hẹn", "Đã trả"],
    ["Ngày trả kết quả", "Dự kiến", "Thực tế"],
    ["Ngày trả kết quả", "Giấy hẹn", "Trả"],
    ["Date Returned", "Planned", "Actual"],
  ])("%s over %s and %s: a due day and a return, 2 of 4 in time, 87.5 %% less", async (...names) => {
    const { cut, inTime, ledger, inputs } = await measures(`${head(...names)}${rows}\n`);
    expect([cut, inTime, ledger.read, inputs[0].passedOver]).toEqual([87.5, [2, 4], 4, {}]);
  });

  it("of which neither is known is read by none: 0 of 4 returns, and --map says which is meant (2 of 4)", async () => {
    const text = `${head("Ngày trả kết quả", "Lần 1", "Lần 2").replace("Ngày tiếp nhận,", "Ngày tiếp nhận,Ngày hẹn trả,").replace(",,,L", ",,,,L")}${rows.replaceAll("01/09/2025 08:00,", "01/09/2025 08:00,04/09/2025 17:00,")}\n`;
    const { notes, inTime } = await measures(text);
    expect(inTime).toEqual([0, 0]);
    const near = notes.filter(({ code }) => code === "columns-near").map(({ data }) => String(data.maps));
    expect(near[0]).toContain('--map returned_at="Ngày trả kết quả Lần 1" --map returned_at="Ngày trả kết quả Lần 2"');
    expect((await measures(text, "--map", "returned_at=Ngày trả kết quả Lần 2")).inTime).toEqual([2, 4]);
  });

  it("of durations, the one that was taken counts: 24 hours against 192, 87.5 % less", async () => {
    const hours = cases(
      (online) => `${online ? "Trực tuyến,01/09/2025,72,24" : "Trực tiếp,01/09/2025,72,192"},Đã trả kết quả`,
    );
    const name = "Thời gian giải quyết (giờ)";
    for (const parts of ["Theo quy định,Thực tế", "Hẹn trả,Đã trả", "Planned,Actual"]) {
      const [promised, actual] = parts.split(",");
      expect((await measures(`${head(name, promised, actual)}${hours.join("\n")}\n`)).cut).toBe(87.5);
    }
  });

  it("of receipts, no place is taken for the day: the log has no receipt, 0 of 4, and both are named", async () => {
    const text = `Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,,Ngày trả kết quả,Trạng thái\n,,Phòng chuyên môn,Một cửa,,\n${rows}\n`;
    const { cut, notes } = await measures(text);
    expect(cut).toBe(null);
    expect(JSON.stringify(notes)).toContain('received_at=\\"Ngày tiếp nhận Một cửa\\"');
  });

  it("the name of a day over Ngày and Giờ stays its name: 4 of 4 by the hour, 17:00 being due", async () => {
    const text =
      "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,,Trạng thái\n,,,,Ngày,Giờ,\n" +
      cases(() => "Trực tuyến,01/09/2025 08:00,04/09/2025 17:00,04/09/2025,16:30,Đã trả kết quả").join("\n");
    expect((await measures(text)).inTime).toEqual([4, 4]);
  });

  it("cases below a last header that is blank are none of the header: 4 read", async () => {
    const dateless = ["HSA,Trực tuyến,Có,x,y", "HSB,Trực tiếp,Có,x,y", "HSC,Trực tiếp,Không,y,z", "HSD,Trực tiếp,Có,,"];
    const file = log(`Mã hồ sơ,Hình thức nộp,Số hóa hồ sơ,,\n${dateless.join("\n")}\n`);
    const { ledger } = await report([file, "--year", "2025", "--kpi", "record-digitisation-share"]);
    expect(ledger.read).toBe(4);
  });
});

const header = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái";
const body = cases(
  (online, [due, end]) =>
    `${online ? "Trực tuyến" : "Trực tiếp"},01/09/2025 08:00,${due}/09/2025 17:00,${end}/09/2025 08:00,Đã trả kết quả`,
);

describe("filters above a header, as names over values", () => {
  it.each([
    "Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Hình thức nộp,,\n01/09/2025,30/09/2025,30/09/2025,Tất cả,,",
    "Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,,,\n01/09/2025,30/09/2025,30/09/2025,,,",
    "Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,,,\nTrực tuyến,01/09/2025,30/09/2025,,,",
    "Ngày tiếp nhận,Ngày trả kết quả,Trạng thái,,,\n01/09/2025 08:00,30/09/2025 17:00,Tất cả,,,",
    "Đơn vị xử lý,Lĩnh vực,Thủ tục,Trạng thái,Hình thức nộp,Mã hồ sơ\nTất cả,Tất cả,Tất cả,Tất cả,Tất cả,",
  ])("%s: 2 rows are passed over, 2 of 4 in time", async (filters) => {
    const { inTime, cut, inputs, ledger } = await measures(`${[filters, header, ...body].join("\n")}\n`);
    expect([inTime, cut, ledger.read, ledger.unknownWords]).toEqual([[2, 4], 87.5, 4, []]);
    expect(inputs[0]).toMatchObject({ headerLine: 3, passedOver: { title: 2 } });
  });

  it("a case below a header of fewer columns is one, where another header follows: 5 of 5 read, each part by its own", async () => {
    const few = ["Mã hồ sơ,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,,", "A1,01/09/2025,03/09/2025,02/09/2025,,"];
    const { inTime, inputs } = await measures(`${[...few, header, ...body].join("\n")}\n`);
    expect([inTime, inputs[0].headerLine]).toEqual([[3, 5], 1]);
  });
});

describe("the numbers of the columns that do not stand directly below the header", () => {
  it.each([
    ["an empty line", "", "1,2,3,4,5,6"],
    ["an empty line, in brackets", "", "(1),(2),(3),(4),(5),(6)"],
    ["an empty row, in letters", ",,,,,", "A,B,1,2,3,4"],
    ["a title", "Đơn vị: UBND xã A,,,,,", "1,2,3,4,5,6"],
  ])("behind %s are passed over: 2 of 4 in time, nothing rejected", async (_, between, numbers) => {
    const { inTime, inputs, ledger } = await measures(`${[header, between, numbers, ...body].join("\n")}\n`);
    expect([inTime, ledger.read, ledger.rejected, ledger.issues]).toEqual([[2, 4], 4, 0, []]);
    expect(inputs[0].passedOver).toMatchObject({ numbering: 1 });
  });

  it("and behind CR CR LF, or an index before the columns: 2 of 4 in time", async () => {
    const lines = [header, "(1),(2),(3),(4),(5),(6)", ...body];
    expect((await measures(`${lines.join("\r\r\n")}\r\r\n`)).inTime).toEqual([2, 4]);
    for (const numbers of ["1,2,3,4,5,6", "(1),(2),(3),(4),(5),(6)"]) {
      const rows = [numbers, ...body].map((row, i) => `${i},${row}`);
      const { inTime, ledger } = await measures(`${[`,${header}`, ...rows].join("\n")}\n`);
      expect([inTime, ledger.read, ledger.issues]).toEqual([[2, 4], 4, []]);
    }
  });
});

describe("filters below the log", () => {
  it.each([
    "Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Hình thức nộp,,\n01/09/2025,30/09/2025,30/09/2025,Tất cả,,",
    "Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,,,\nTrực tuyến,01/09/2025,30/09/2025,,,",
    "Từ ngày,Đến ngày,Hình thức nộp,Trạng thái,,\n01/09/2025,30/09/2025,Trực tuyến,Đã trả kết quả,,",
    "Hình thức nộp,Trạng thái,Ngày tiếp nhận,,,\n\nAll,All,01/09/2025,,,",
    "Ngày tiếp nhận,Hình thức nộp,,,,",
    "Mã hồ sơ:,,Hình thức nộp:,Trực tuyến,Trạng thái:,Tất cả",
    "Ngày tiếp nhận từ,01/09/2025,Ngày tiếp nhận đến,30/09/2025,Trạng thái,Đã trả kết quả",
  ])("%s: none is a case, 2 of 4 in time", async (filters) => {
    const { inTime, cut, inputs, ledger } = await measures(`${[header, ...body, filters].join("\n")}\n`);
    expect([inTime, cut, ledger.read, ledger.issues]).toEqual([[2, 4], 87.5, 4, []]);
    const { title = 0, note = 0 } = inputs[0].passedOver;
    expect(title + note).toBe(filters.split("\n").filter((line) => line !== "").length);
  });

  it("names of fewer columns over a case with its id are no filters: the run stops at line 6; a last case is read: 5 of 5", async () => {
    const few = "Ngày tiếp nhận,Mã hồ sơ,Ngày hẹn trả,Ngày trả kết quả,,\n01/09/2025,HS9,03/09/2025,02/09/2025,,";
    const file = log(`${[header, ...body, few].join("\n")}\n`);
    const { code, err } = await kpi(["check", file, ...asked, "--lang", "en"]);
    expect([code, err.includes("line 6")]).toEqual([2, true]);
    const last = "HS9,Trực tuyến,01/09/2025,03/09/2025,02/09/2025,Received";
    expect((await measures(`${[header, ...body, last].join("\n")}\n`)).ledger.read).toBe(5);
  });
});
