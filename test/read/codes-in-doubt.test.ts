/** Cells of coded columns and of fees that say less, or more, than they seem to: figures worked by hand. */
import { describe, expect, it } from "vitest";
import { kpi, log, report } from "../run.ts";

const head =
  "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Hình thức thanh toán,Lệ phí,Xử lý trực tuyến,Kết quả điện tử";
const row = (id: string, paid: string, fee: string) =>
  `${id},Trực tuyến,01/09/2025 08:00,05/09/2025 08:00,${paid},"${fee}",Có,Có`;
const endToEnd = async (...rows: string[]) =>
  (await report([log([head, ...rows, ""].join("\n")), "--year", "2025", "--kpi", "end-to-end-online-share"]))
    .results[0];

describe("a fee", () => {
  it.each([
    "0",
    "0 ₫",
    "₫0",
    "0đ",
    "Miễn phí",
    "Không thu",
    "Không",
    "Không có",
    "khong co",
    "KHÔNG CÓ.",
    "Không có phí",
  ])("of %s is 0: nothing was to be paid, 2 of 2 online from end to end", async (fee) => {
    const { measure } = await endToEnd(row("A", "", fee), row("B", "VNPAY", "50.000 ₫"));
    expect(measure).toMatchObject({ numerator: 2, denominator: 2 });
  });

  it("that cannot be read, beside no method, may be 0: 24 of 40, and up to 40", async () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      row(`A${i}`, i < 16 ? "" : "VNPAY", i < 16 ? "năm chục" : "50000"),
    );
    const { measure, alongside, bounds, excluded } = await endToEnd(...rows);
    expect(measure).toMatchObject({ numerator: 24, denominator: 40 });
    expect(alongside).toMatchObject({ casesOfUnreadFee: 16 });
    expect(bounds).toEqual([60, 100]);
    expect(excluded).toEqual({});
  });

  it.each(["", "-", "NULL", "Không rõ", "Chưa có"])("of %j is not known to be 0: 1 of 2", async (fee) => {
    const { measure } = await endToEnd(row("A", "", fee), row("B", "VNPAY", "50.000 ₫"));
    expect(measure).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it("that cannot be read is told, and leaves a target of 80 % undecided: 24 of 40, or 40 of 40", async () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      row(`A${i}`, i < 16 ? "" : "VNPAY", i < 16 ? "0 đồng chẵn" : "50000"),
    );
    const plan = ["--plan", "ngoai-vu-76", "--period", "all", "--kpi", "end-to-end-online-share"];
    const file = log([head, ...rows, ""].join("\n"));
    expect((await report([file, "--year", "2025", ...plan])).results[0].verdict).toBe("undecided");
    expect((await kpi(["check", file, "--year", "2025", ...plan, "--lang", "en"])).out).toMatch(
      /line 2, column "Lệ phí": a number that cannot be read \(×16\)/,
    );
  });

  it("that cannot be read, beside a payment online, changes nothing: 2 of 2", async () => {
    const { measure, excluded } = await endToEnd(row("A", "VNPAY", "năm chục"), row("B", "VNPAY", "50000"));
    expect(measure).toMatchObject({ numerator: 2, denominator: 2 });
    expect(excluded).toEqual({});
  });
});

describe("“Không” in a column of codes", () => {
  it.each([
    ["Hình thức nộp", "online-receipt-share"],
    ["Trạng thái", "online-receipt-share"],
    ["Mức độ DVC", "full-online-case-share"],
  ])("%s is a word that is not known, and told", async (header, id) => {
    const cells = header === "Hình thức nộp" ? "Không" : "Trực tuyến,Không";
    const columns = header === "Hình thức nộp" ? header : `Hình thức nộp,${header}`;
    const file = log(`Mã hồ sơ,Ngày tiếp nhận,Ngày trả kết quả,${columns}\nA,01/09/2025,02/09/2025,${cells}\n`);
    const { ledger } = await report([file, "--year", "2025", "--kpi", id]);
    expect(ledger.issues).toMatchObject([{ code: "unknown-word", count: 1 }]);
  });

  it("of supplements, and of a time, is a blank: nothing is told", async () => {
    const file = log(
      "Mã hồ sơ,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Ngày yêu cầu bổ sung\nA,01/09/2025,Không,02/09/2025,Không\n",
    );
    const { ledger } = await report([file, "--year", "2025", "--kpi", "on-time-share"]);
    expect(ledger.issues).toEqual([]);
  });
});

it.each(["1", "1.0", "2,0"])("channels that are numbers of a system's, %s, stop the run", async (code) => {
  const file = log(`Mã hồ sơ;Hình thức nộp;Ngày tiếp nhận\nA;${code};01/09/2025\nB;Trực tuyến;01/09/2025\n`);
  const run = await kpi(["check", file, "--year", "2025", "--kpi", "online-receipt-share", "--lang", "en"]);
  expect([run.code, run.out]).toEqual([2, ""]);
  expect(run.err).toContain("--map-value");
});
