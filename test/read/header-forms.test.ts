/** Headers that say how their days are written: each speaks of its own file, and of nothing else. */
import { describe, expect, it } from "vitest";
import { orderIn } from "../../src/read/header-forms.ts";
import { headerMeaning } from "../../src/read/words.ts";
import { kpi, log, report } from "../run.ts";

describe("a header", () => {
  it.each([
    ["Ngày tiếp nhận (mm/dd/yyyy)", "mdy"],
    ["Ngày tiếp nhận (tháng/ngày/năm)", "mdy"],
    ["Ngày tiếp nhận (hh:mm mm/dd/yyyy)", "mdy"],
    ["Ngày tiếp nhận (m/d/y)", "mdy"],
    ["Ngày tiếp nhận (mm dd yyyy)", "mdy"],
    ["Ngày tiếp nhận (mmddyyyy)", "mdy"],
    ["Ngày tiếp nhận (mm/dd)", "mdy"],
    ["Ngày tiếp nhận [MM-DD-YYYY HH:mm:ss]", "mdy"],
    ["Ngày tiếp nhận (dd/mm/yyyy hh:mm)", "dmy"],
    ["Ngày tiếp nhận (giờ:phút ngày/tháng/năm)", "dmy"],
    ["Ngày tiếp nhận (ddmmyyyy)", "dmy"],
    // Of these no day with a slash is meant.
    ["Ngày tiếp nhận (yyyy-mm-dd)", undefined],
    ["Ngày tiếp nhận (bắt buộc)", undefined],
    ["Ngày tiếp nhận", undefined],
  ])("%s says %s, and is known", (header, order) => {
    expect(orderIn(header)).toBe(order);
    expect(headerMeaning(header)?.field).toBe("receivedAt");
  });

  it.each(["Ngày tiếp nhận (yyyy-dd-mm)", "Ngày tiếp nhận (năm/ngày/tháng)"])(
    "%s is not known: no such day is read",
    (h) => {
      expect(headerMeaning(h)).toBeUndefined();
    },
  );
});

const file = (form: string, received: string, id: string) =>
  log(`Mã hồ sơ,Ngày tiếp nhận${form},Ngày trả kết quả\n${id},${received},2025-09-20\n`);
const args = ["--year", "2025", "--kpi", "on-system-share", "--period", "2025-09-04..2025-09-04"];
const onTheFourth = async (...files: string[]) => (await report([...files, ...args])).ledger.counted;

describe("the order that a header says holds for its own file", () => {
  const american = () => file(" (mm/dd/yyyy)", "09/04/2025", "A");
  it.each([" (dd/mm/yyyy)", "", " (bắt buộc)"])(
    "beside one with %j: 09/04 and 04/09 are both 4 September",
    async (form) => {
      expect(await onTheFourth(american(), file(form, "04/09/2025", "B"))).toBe(2);
      expect(await onTheFourth(file(form, "04/09/2025", "B"), american())).toBe(2);
    },
  );

  it("and --date-format has the last word over all of them: neither 09/04 nor 09/04 is 4 September", async () => {
    const made = await report([american(), file("", "09/04/2025", "B"), ...args, "--date-format", "dd/MM/yyyy"]);
    expect(made.ledger.counted).toBe(0);
  });

  it("so that month-first days below a header that says nothing stop the run, whatever another file says", async () => {
    const other = file("", "09/25/2025", "B");
    const run = await kpi(["check", american(), other, ...args, "--lang", "en"]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toContain("month first");
  });
});

describe("a register of the State's form, whose dates have one head over three", () => {
  const before = "Mã hồ sơ,Tên thủ tục hành chính,Số lượng hồ sơ (bộ)";
  const row = (id: string, returned: string) => `${id},Khai sinh,1,05/09/2025 08:00,08/09/2025,${returned},Trực tiếp`;
  const rows = [row("HS1", "08/09/2025 10:00"), row("HS2", "09/09/2025 10:00")];
  it.each([
    ['"Ngày, tháng, năm",,', "Nhận hồ sơ,Hẹn trả kết quả,Trả kết quả"],
    [
      '"Nhận và Trả kết quả",,',
      '"Ngày, tháng, năm nhận hồ sơ","Ngày, tháng, năm hẹn trả kết quả","Ngày, tháng, năm trả kết quả"',
    ],
    ["Ngày tháng năm,,", "nhận hồ sơ,hẹn trả kết quả,trả kết quả"],
  ])("%s over %s: one of two in time", async (above, below) => {
    const text = [
      "SỔ THEO DÕI HỒ SƠ,,,,,,",
      `${before},${above},Phương thức nhận kết quả`,
      `,,,${below},`,
      ...rows,
      "",
    ];
    const { results } = await report([log(text.join("\n")), "--year", "2025", "--kpi", "on-time-share"]);
    expect(results[0].measure).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it("has no day of birth among them", () => {
    expect(headerMeaning("Ngày, tháng, năm sinh")).toBeUndefined();
  });
});
