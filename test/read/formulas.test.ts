/** Formulas that nobody has calculated: their cells have no value, which is neither blank nor 0. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, kpi, report } from "../run.ts";
import { rowOf, xlsxOf } from "../workbooks.ts";

const headers = ["Mã hồ sơ", "Hình thức nộp", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả kết quả", "Số hóa hồ sơ"];
/** 1 September 2025, 08:00. */
const morning = 45_901 + 1 / 3;
const onLoad = '<calcPr calcId="124519" fullCalcOnLoad="1"/>';

/** Three cases in person, returned a day after receipt, with a due date and a last cell of one's own. */
function book(last: readonly string[], { due = [], behind = "" }: { due?: string[]; behind?: string } = {}): string {
  const file = join(folder(), "cases.xlsx");
  const rows = last.map((cell, i) =>
    rowOf(i + 2, `H${i + 1}`, "Trực tiếp", morning, due[i] ?? morning + 2, morning + 1, cell.replace("@", `F${i + 2}`)),
  );
  writeFileSync(file, xlsxOf([{ name: "S", xml: rowOf(1, ...headers) + rows.join("") }], { behind }));
  return file;
}
const digitised = ["--year", "2025", "--kpi", "record-digitisation-share"];

describe("a formula without a value", () => {
  it("of type text is a fault where no value stands, and blank where it is an empty text: 1 of 2, one blank is no", async () => {
    const file = book(['<c r="@" t="str"><f>X</f></c>', '<c r="@" t="str"><f>X</f><v></v></c>', "Có"]);
    const made = await report([file, ...digitised]);
    expect(made.results[0].measure).toMatchObject({ numerator: 1, denominator: 2 });
    expect(made.results[0].excluded).toEqual({ "bad-record-digitised": 1 });
    expect(made.ledger.unknownWords).toMatchObject([{ word: "#CALC?", cell: "F2", count: 1 }]);
  });

  it("is told as what it is, in words, dates and ids: not by a code that Excel does not show", async () => {
    const none = '<c r="@"><f>X</f></c>';
    const file = book([none, "Có", "Có"], { due: ['<c r="D2"><f>X</f></c>'] });
    const args = ["check", file, "--year", "2025", "--kpi", "record-digitisation-share,on-time-share"];
    const { out: en } = await kpi([...args, "--lang", "en"]);
    expect(en).toContain('cell F2, column "Số hóa hồ sơ": a formula that was never calculated has no value; open');
    expect(en.replace(/\s+/g, " ")).toContain(
      'cell D2, column "Ngày hẹn trả": a date that cannot be read: a formula that was never calculated has no value',
    );
    const { out: vi } = await kpi([...args, "--lang", "vi"]);
    expect(vi.replace(/\s+/g, " ")).toContain(
      'cột "Số hóa hồ sơ": công thức chưa được tính nên chưa có giá trị; mở tệp bằng Excel, lưu lại rồi chạy lại (1 ô)',
    );
    const { out: inspected } = await kpi(["inspect", file, "--lang", "en"]);
    expect(inspected).toContain("formula not calculated → ?");
    expect(en + vi + inspected).not.toContain("#CALC");
  });

  it("and an error as an id are told by their cell: #N/A as it stands in the file", async () => {
    const file = join(folder(), "cases.xlsx");
    const row = (at: number, id: string) => rowOf(at, id, "Trực tiếp", morning, morning + 2, morning + 1, "Có");
    const rows = row(2, '<c r="A2" t="e"><v>#N/A</v></c>') + row(3, "H2");
    writeFileSync(file, xlsxOf([{ name: "S", xml: rowOf(1, ...headers) + rows }]));
    const made = await report([file, ...digitised]);
    expect(made.ledger.counted).toBe(2);
    expect(made.ledger.issues).toMatchObject([{ code: "error-cell", column: "case_id", cell: "A2", count: 1 }]);
    const { out } = await kpi(["check", file, ...digitised, "--lang", "en"]);
    expect(out).toContain("taken as blank, written #N/A (×1)");
  });
});

describe("a workbook that Excel is to calculate when it opens it", () => {
  const zero = '<c r="@"><f>IF(B2="Trực tiếp","Có","Không")</f><v>0</v></c>';

  it("has no values where each formula is 0: three unread cells, no share of 0/3; and due dates of 0 are unread", async () => {
    const made = await report([book([zero, zero, zero.replace(">0<", ">0.0<")], { behind: onLoad }), ...digitised]);
    expect(made.results[0].verdict).not.toBe("fail");
    expect(made.results[0].excluded).toEqual({ "bad-record-digitised": 3 });
    expect(made.ledger.unknownWords).toMatchObject([{ word: "#CALC?", cell: "F2", count: 3 }]);
    const due = [2, 3, 4].map((row) => `<c r="D${row}" s="1"><f>C${row}+2</f><v>0</v></c>`);
    const onTime = await report([
      book(["Có", "Có", "Có"], { due, behind: onLoad }),
      ...["--year", "2025", "--kpi", "on-time-share"],
    ]);
    expect(onTime.ledger.issues).toMatchObject([{ code: "bad-time", column: "due_at", count: 3, shape: "#CALC?" }]);
  });

  it("has them where another formula of the sheet has one, before or behind: 0 is no, 1/3", async () => {
    const yes = '<c r="@"><f>1</f><v>1</v></c>';
    for (const cells of [
      [zero, zero, yes],
      [yes, zero, zero],
    ]) {
      const made = await report([book(cells, { behind: onLoad }), ...digitised]);
      expect(made.results[0].measure).toMatchObject({ numerator: 1, denominator: 3 });
    }
  });

  it("and one that says nothing of it: 0 is a value, 0/3", async () => {
    const made = await report([book([zero, zero, zero]), ...digitised]);
    expect(made.results[0].measure).toMatchObject({ numerator: 0, denominator: 3 });
  });
});
