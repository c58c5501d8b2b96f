/** Forms with sheets, pages, periods and columns of their own kinds: what is added up, what is asked, and what is held against logs. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { FormSum } from "../../src/report/form-sum.ts";
import { folder, kpi, log, table } from "../run.ts";
import { rowOf, xlsxOf } from "../workbooks.ts";

const heads = [
  "STT,Lĩnh vực,Số hồ sơ tiếp nhận,,,,Số hồ sơ đã giải quyết,,,,Số hồ sơ đang giải quyết,,",
  ",,Tổng số,Trực tuyến,Trực tiếp,Kỳ trước,Tổng số,Trước hạn,Đúng hạn,Quá hạn,Tổng số,Trong hạn,Quá hạn",
];
const [a, b] = ["1,Hộ tịch,10,6,3,1,8,5,2,1,2,1,1", "2,Đất đai,20,12,6,2,16,10,4,2,4,2,2"];
const both = "30,18,9,3,24,15,6,3,6,3,3";

const file = (name: string, ...lines: string[]) => log(lines.map((line) => `${line}\n`).join(""), name);

async function read(...args: string[]): Promise<{ sum: FormSum; code: number }> {
  const { out, err, code } = await kpi(["form", "read", ...args, "--format", "json"]);
  if (out === "") throw new Error(err);
  return { sum: JSON.parse(out) as FormSum, code };
}

async function said(language: string, ...args: string[]): Promise<string> {
  return (await kpi(["form", "read", ...args, "--lang", language])).out.replace(/\s+/g, " ");
}

describe("a workbook with a sheet a unit", () => {
  const bookOf = (...sheets: [name: string, rows: string[]][]) => {
    const path = join(folder(), "b.xlsx");
    const xml = (rows: string[]) =>
      rows.map((line, i) => rowOf(i + 1, ...(parse(line)[0] as string[]).map((cell) => cell || null))).join("");
    writeFileSync(path, xlsxOf(sheets.map(([name, rows]) => ({ name, xml: xml(rows) }))));
    return path;
  };
  const twice = ["1,Hộ tịch,20,12,6,2,16,10,4,2,4,2,2", "2,Đất đai,40,24,12,4,32,20,8,4,8,4,4"];

  it.each(["Tổng hợp", "Trang cuối"])(
    "and a last one, %s, that adds them up counts each once: 30 + 30",
    async (name) => {
      const path = bookOf(["P. A", [...heads, a, b]], ["P. B", [...heads, a, b]], [name, [...heads, ...twice]]);
      const { sum, code } = await read(path);
      expect([code, sum.total.received, sum.sumSheets]).toEqual([0, 60, [{ file: "b.xlsx", sheet: name }]]);
      expect(await said("vi", path)).toContain(`trang "${name}" là tổng của các trang khác, đã đối chiếu`);
      expect(await said("en", path)).toContain(`sheet "${name}" adds up the others; it was held against them`);
    },
  );

  it("and one called Tổng hợp that does not come to them is held against them: 21 where they come to 20", async () => {
    const path = bookOf(
      ["Tổng hợp", [...heads, "1,Hộ tịch,21,13,6,2,16,10,4,2,5,3,2"]],
      ["P. A", [...heads, a]],
      ["P. B", [...heads, a]],
    );
    const { sum, code } = await read(path);
    expect([code, sum.total.received]).toEqual([1, 20]);
    expect(sum.faults[0]).toMatchObject({ kind: "sheets", name: "Tổng hợp", column: "received", has: 21, should: 20 });
    expect(await said("en", path)).toContain('b.xlsx, sheet "Tổng hợp": Received is 21; the other sheets come to 20');
  });

  it.each(["Chứng thực", "Công thương"])(
    "of which one, %s, only begins like a sum has three units: 10 + 10 + 10",
    async (name) => {
      const path = bookOf([name, [...heads, a]], ["Hộ tịch", [...heads, a]], ["Đất đai", [...heads, a]]);
      expect((await read(path)).sum.total.received).toBe(30);
    },
  );
});

describe("heads that a page repeats", () => {
  it("begin no table where the numbers go on: 10 + 20, and the total of both pages holds", async () => {
    const { sum, code } = await read(file("a.csv", ...heads, a, "Trang 1/2", ...heads, b, `Tổng cộng,,${both}`));
    expect([code, sum.total.received, sum.units.length, sum.faults]).toEqual([0, 30, 2, []]);
  });

  it("begin another behind a total: each holds its own", async () => {
    const total = (row: string) => `Tổng cộng,,${row.split(",").slice(2)}`;
    const { sum, code } = await read(file("a.csv", ...heads, a, total(a), ...heads, b, total(b)));
    expect([code, sum.total.received]).toEqual([0, 30]);
  });
});

it("a unit that comes to those above it by chance is one where the total says so: 1 + 1 + 2 is 4", async () => {
  const rows = ["Hộ tịch,1,1", "Đất đai,1,1", "Y tế,2,2"].map(
    (row) => `,${row},0,0,${row.slice(-1)},${row.slice(-1)},0,0,0,0,0`,
  );
  const { sum, code } = await read(file("a.csv", ...heads, ...rows, "Tổng cộng,,4,4,0,0,4,4,0,0,0,0,0"));
  expect([code, sum.total.received, sum.units.length]).toEqual([0, 4, 3]);
});

describe("which form, which period, which sums", () => {
  const btp = [
    "STT,Lĩnh vực,Số hồ sơ tiếp nhận,,,,,,,Số hồ sơ đã giải quyết,,,,Số hồ sơ đang giải quyết,,",
    ",,Tổng số,Trực tiếp,Trực tuyến toàn trình,Trực tuyến một phần,Bưu chính,Trực tuyến khác,Kỳ trước chuyển sang,Tổng số,Trước và đúng hạn,Quá hạn có thư xin lỗi,Quá hạn không có thư xin lỗi,Tổng số,Trong hạn,Quá hạn",
    "1,Hộ tịch,21,5,6,4,1,2,3,15,12,2,1,4,3,1",
  ];

  it("of a table without a title the columns say that it is 07a/BTP: 21 received are not asked to be 15 + 4", async () => {
    const { sum, code } = await read(file("a.csv", ...btp));
    expect([code, sum.form, sum.faults]).toEqual([0, "07a/BTP", []]);
  });

  it("a sum of which a column is missing is named as not asked: 15 = ? + 2 + 1", async () => {
    const path = file("a.csv", "Biểu 07a/BTP", ...btp.map((line) => line.replace("Trước và đúng hạn", "Đúng hạn")));
    const { sum } = await read(path);
    expect(sum.unasked).toMatchObject([{ sum: "resolved", lacks: ["resolvedInTime"] }]);
    expect(await said("en", path)).toContain("Every sum that could be checked holds.");
    expect(await said("vi", path)).toContain("vì không có cột Trước và đúng hạn");
  });

  it("of August and of September is said, 10 + 10, exit code 1", async () => {
    const files = [8, 9].map((month) => file(`${month}.csv`, `Kỳ báo cáo: tháng ${month} năm 2025,,`, ...heads, a));
    const { sum, code } = await read(...files);
    expect([code, sum.total.received, sum.periods.map(({ period }) => period)]).toEqual([
      1,
      20,
      ["2025-08", "2025-09"],
    ]);
    expect(await said("vi", ...files)).toContain("Các biểu không cùng một kỳ, vẫn cộng lại");
  });

  it("of a month by its name and by its days from the 15th are one: nothing to say", async () => {
    const lines = ["Kỳ báo cáo: tháng 9 năm 2025,,", "(Từ ngày 15/8/2025 đến ngày 14/9/2025),,"];
    const files = lines.map((line, i) => file(`${i}.csv`, line, ...heads, i === 0 ? a : b));
    const { sum, code } = await read(...files);
    expect([code, sum.periods]).toEqual([0, []]);
  });

  it.each(["(Từ ngày 15/8/2025 đến ngày 14/9/2025)", "Tháng 9/2025", "Quý III/2025"])(
    "of one period, %s, is nothing to say",
    async (line) => {
      const files = ["An", "Kiến"].map((name) => file(`${name}.csv`, `Đơn vị báo cáo: ${name},,`, line, ...heads, a));
      expect((await read(...files)).sum.periods).toEqual([]);
    },
  );
});

describe("beside the logs", () => {
  const logs = () =>
    table(
      "case_id,field,channel,received_at,due_at,finished_at,status",
      "P1,Hộ tịch,online,2025-09-03 08:00:00,2025-09-10 17:00:00,2025-09-05 08:00:00,finished",
      "P2,Hộ tịch,in_person,2025-09-03 08:00:00,2025-09-10 17:00:00,2025-09-05 08:00:00,finished",
      "P3,Hộ tịch,postal,2025-09-03 08:00:00,2025-09-10 17:00:00,2025-09-05 08:00:00,finished",
      "P4,Hộ tịch,in_person,2025-09-29 08:00:00,2025-10-10 17:00:00,,processing",
    );
  const held = (path: string) => [path, "--cases", logs(), "--month", "2025-09"];

  it("in person and by post in two columns are the log's 3 together: 2 + 1, nothing differs", async () => {
    const path = file(
      "a.csv",
      "STT,Lĩnh vực,Số hồ sơ tiếp nhận,,,,,Số hồ sơ đã giải quyết,,,,Số hồ sơ đang giải quyết,,",
      ",,Tổng số,Trực tuyến,Trực tiếp,Bưu chính,Kỳ trước,Tổng số,Trước hạn,Đúng hạn,Quá hạn,Tổng số,Trong hạn,Quá hạn",
      "1,Hộ tịch,4,1,2,1,0,3,3,0,0,1,1,0",
    );
    expect((await read(...held(path))).sum.faults).toEqual([]);
  });

  it("of 07a/BTP 0 in time and 2 + 1 late are not the log's 3 and 0; what was not compared is named", async () => {
    const path = file(
      "a.csv",
      "Biểu số 07a/BTP",
      "STT,Lĩnh vực,Số hồ sơ tiếp nhận,,,,,Số hồ sơ đã giải quyết,,,,Số hồ sơ đang giải quyết,,",
      ",,Tổng số,Trực tuyến toàn trình,Trực tiếp,Bưu chính,Kỳ trước,Tổng số,Trước và đúng hạn,Quá hạn có thư xin lỗi,Quá hạn không có thư xin lỗi,Tổng số,Trong hạn,Quá hạn",
      "1,Hộ tịch,4,1,3,0,0,3,0,2,1,1,1,0",
    );
    const { sum, code } = await read(...held(path));
    expect([code, sum.uncompared]).toEqual([1, ["onlineFull"]]);
    expect(sum.faults.filter(({ name }) => name === null)).toMatchObject([
      { column: "late", of: ["lateApologised", "lateWithout"], has: 3, should: 0 },
      { column: "resolvedInTime", has: 0, should: 3 },
    ]);
    expect(await said("vi", ...held(path))).toContain(
      "Quá hạn đã có thư xin lỗi + Quá hạn chưa có thư xin lỗi là 3; danh sách hồ sơ cho 0",
    );
    expect(await said("en", ...held(path))).toContain("these were not compared: Online in full");
  });
});
