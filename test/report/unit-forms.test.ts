/** Forms that units have filled in: read by their heads, checked, added up, held against the logs. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FormSum } from "../../src/report/form-sum.ts";
import { cellName } from "../../src/text/forms.ts";
import { folder, kpi, log } from "../run.ts";
import { runs } from "../runs.ts";
import { rowOf, xlsxOf } from "../workbooks.ts";

const sample = "fixtures/sample/cases.csv";

/** Form II.06a as offices have it: a first column left blank, heads merged over three rows, numbers of columns below. */
const heads = [
  ["", "Biểu số II.06a/VPCP/KSTT"],
  ["", "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"],
  [
    "",
    "STT",
    "Đơn vị",
    "Tiếp nhận",
    "",
    "",
    "",
    "Số lượng hồ sơ đã giải quyết",
    "",
    "",
    "",
    "Hồ sơ đang xử lý",
    "",
    "",
  ],
  [
    "",
    "",
    "",
    "Tổng số",
    "Trong kỳ",
    "",
    "Kỳ trước",
    "Tổng số",
    "Trước hạn",
    "Đúng hạn",
    "Quá hạn",
    "Tổng số",
    "Đúng hạn",
    "Quá hạn",
  ],
  ["", "", "", "", "Trực tuyến", "Trực tiếp, dịch vụ bưu chính", "", "", "", "", "", "", "", ""],
  ["", ...Array.from({ length: 13 }, (_, i) => `(${i + 1})`)],
];
/** received, online, direct, carried over; resolved, early, on the day, late; open, in time, overdue */
const rowOfForm = (n: number, name: string, cells: readonly (number | string)[]) => [
  "",
  String(n),
  name,
  ...cells.map(String),
];
const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((cell) => (/[",]/.test(cell) ? `"${cell}"` : cell)).join(",")).join("\n");
const file = (name: string, ...rows: readonly (readonly string[])[]) => log(`${csv([...heads, ...rows])}\n`, name);

async function read(args: readonly string[]): Promise<{ code: number; sum: FormSum }> {
  const { code, out, err } = await kpi(["form", "read", ...args, "--format", "json"]);
  if (out === "") throw new Error(err);
  return { code, sum: JSON.parse(out) as FormSum };
}

describe("kpi form read of II.06a", () => {
  const a = file("a.csv", rowOfForm(1, "UBND xã A", ["1.234", "1.000", 200, 34, "1.200", "1.100", 90, 10, 34, 30, 4]));
  const b = file("b.csv", rowOfForm(1, "Ủy ban nhân dân xã B", [10, 5, 5, "-", 8, 8, "", 0, 2, 2, 0]));
  const c = file("c.csv", rowOfForm(1, "UBND Xã  B", [5, 2, 2, 1, 4, 4, 0, 0, 1, 0, 1]));

  it("adds 1.234, 10 and 5 up to 1,249 received, and takes UBND xã B and Ủy ban nhân dân xã B for one", async () => {
    const { code, sum } = await read([a, b, c]);
    expect([code, sum.faults]).toEqual([0, []]);
    expect(sum.total).toMatchObject({
      received: 1249,
      online: 1007,
      direct: 207,
      carriedOver: 35,
      resolved: 1212,
      open: 37,
    });
    expect(sum.units.map(({ name, cells }) => [name, cells.received])).toEqual([
      ["UBND xã A", 1234],
      ["Ủy ban nhân dân xã B", 15],
    ]);
  });

  it("names the one wrong cell of three units' workbooks: L7 of the second, 3 where 2 and 0 come to 2", async () => {
    const dir = folder();
    const books = [
      ["1.xlsx", "UBND xã A", [10, 5, 5, 0, 8, 8, 0, 0, 2, 2, 0]],
      ["2.xlsx", "UBND xã B", [11, 6, 5, 0, 8, 8, 0, 0, 3, 2, 0]],
      ["3.xlsx", "UBND xã C", [10, 5, 5, 0, 8, 8, 0, 0, 2, 2, 0]],
    ].map(([name, unit, cells]) => {
      const rows = [...heads, rowOfForm(1, unit as string, cells as number[])];
      const xml = rows.map((row, i) => rowOf(i + 1, ...row)).join("");
      const path = join(dir, name as string);
      writeFileSync(path, xlsxOf([{ name: "Biểu 06a", xml }]));
      return path;
    });
    const { code, sum } = await read(books);
    expect(code).toBe(1);
    expect(sum.faults).toEqual([
      {
        ...{ file: "2.xlsx", kind: "identity", name: "UBND xã B", column: "open" },
        ...{ place: { row: 7, column: 12 }, has: 3, should: 2, of: ["inTime", "overdue"] },
      },
    ]);
    const { out } = await kpi(["form", "read", ...books, "--lang", "vi"]);
    expect(out.replaceAll(/\s+/g, " ")).toContain("2.xlsx L7 UBND xã B: Đang giải quyết: tổng số là 3");
  });

  it("holds the row of totals against its rows: 12 where they come to 10; headings and signatures are no rows", async () => {
    const one = file(
      "d.csv",
      ["", "I", "Cấp xã"],
      rowOfForm(1, "UBND xã A", [10, 5, 5, 0, 8, 8, 0, 0, 2, 2, 0]),
      ["", "TỔNG CỘNG", "", "12", "5", "5", "0", "8", "8", "0", "0", "2", "2", "0"],
      ["", "", "", "", "", "", "", "", "", "", "", "Người lập biểu"],
    );
    const { sum } = await read([one]);
    expect(sum.units).toHaveLength(1);
    expect(sum.faults).toEqual([
      {
        ...{ file: "d.csv", kind: "total", name: null, column: "received", place: { row: 9, column: 4 } },
        ...{ has: 12, should: 10, of: [] },
      },
    ]);
  });

  it("says which cell holds no number, and counts it as nothing: E7", async () => {
    const one = file("e.csv", rowOfForm(1, "UBND xã A", [5, "nhiều", 5, 0, 5, 5, 0, 0, 0, 0, 0]));
    const { code, sum } = await read([one]);
    expect(code).toBe(1);
    expect(sum.faults.map(({ kind, place }) => [kind, place])).toEqual([["unreadable", { row: 7, column: 5 }]]);
  });

  it("reads columns by their heads, wherever they stand: the carried over ones first", async () => {
    const text = [
      "STT,Lĩnh vực,Hồ sơ tiếp nhận,,,,Hồ sơ đã giải quyết,,,",
      ",,Từ kỳ trước,Trực tiếp,Trực tuyến,Tổng số,Quá hạn,Đúng hạn,Trước hạn,Tổng số",
      "1,Hộ tịch,1,2,3,6,0,1,5,6",
    ].join("\n");
    const { code, sum } = await read([log(text, "f.csv")]);
    expect([code, sum.total]).toEqual([
      0,
      { carriedOver: 1, direct: 2, online: 3, received: 6, late: 0, onDay: 1, early: 5, resolved: 6 },
    ]);
  });
});

describe("kpi form read of 07a/BTP", () => {
  const text = [
    ",Biểu số 07a/BTP,,,,,,,,,,,,,,,,",
    ",STT,Đơn vị,Hồ sơ chờ tiếp nhận,,Tiếp nhận,,,,,,,Đã giải quyết,,,,Đang giải quyết,,",
    ",,,Đúng hạn,Quá hạn,Tổng số,Trực tiếp,Trực tuyến toàn trình,Trực tuyến một phần,Dịch vụ bưu chính,Trực tuyến hình thức khác,Từ kỳ trước,Tổng số,Trước và đúng hạn,Quá hạn đã có thư xin lỗi,Quá hạn chưa có thư xin lỗi,Tổng số,Trong hạn,Quá hạn",
    ",1,UBND xã A,3,1,21,1,2,3,4,5,6,10,7,2,1,11,9,2",
  ].join("\n");

  it("knows its columns: 21 received of six ways, 10 resolved with 2 and 1 late, 3 and 1 that wait", async () => {
    const { code, sum } = await read([log(text, "g.csv")]);
    expect([code, sum.form, sum.faults]).toEqual([0, "07a/BTP", []]);
    expect(sum.total).toMatchObject({
      ...{ waitingInTime: 3, waitingLate: 1, received: 21, direct: 1, onlineFull: 2, onlinePartial: 3, postal: 4 },
      ...{
        onlineOther: 5,
        carriedOver: 6,
        resolvedInTime: 7,
        lateApologised: 2,
        lateWithout: 1,
        inTime: 9,
        overdue: 2,
      },
    });
  });

  it("is not added to a II.06a: exit code 2, with both names", async () => {
    const other = file("a.csv", rowOfForm(1, "A", [1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0]));
    const { code, err } = await kpi(["form", "read", log(text, "g.csv"), other]);
    expect([code, err.includes("07a/BTP"), err.includes("II.06a/VPCP/KSTT")]).toEqual([2, true, true]);
  });
});

describe("what the program writes it reads back", () => {
  it.each([
    ["xlsx", "vi"],
    ["html", "vi"],
    ["xlsx", "en"],
    ["html", "en"],
  ])(
    "the form of the sample's September in %s, %s, is that of its log; without 2 cases it is not",
    async (format, lang) => {
      const out = join(folder(), `r.${format}`);
      await kpi(["report", sample, "--month", "2025-09", "--lang", lang, "--out", `${format}=${out}`]);
      const { code, sum } = await read([out, "--cases", sample, "--month", "2025-09"]);
      expect([code, sum.faults, sum.total.received]).toEqual([0, [], 248]);
      const { out: told } = await kpi(["form", "read", out, "--cases", sample, "--month", "2025-08"]);
      expect(told).toMatch(/Total: Received is 248; the logs give \d+/);
    },
  );
});

describe("kpi form write", () => {
  const written = (...args: string[]) => kpi(["form", "write", sample, "--month", "2025-09", ...args]);

  it.each(["csv", "xlsx", "html"].flatMap((format) => ["vi", "en"].map((lang) => [format, lang])))(
    "writes a form in %s, %s, that is read back: 248 received, 8 fields, no fault",
    async (format, lang) => {
      const out = join(folder(), `b.${format}`);
      expect((await written("--lang", lang, "--out", `${format}=${out}`)).code).toBe(0);
      const { code, sum } = await read([out, "--cases", sample, "--month", "2025-09"]);
      expect([code, sum.faults, sum.total.received, sum.units.length]).toEqual([0, [], 248, 8]);
    },
  );

  it("is held against the logs of two files, --cases given once for each", async () => {
    const out = join(folder(), "b.csv");
    await written("--out", `csv=${out}`);
    const [head = "", ...rows] = readFileSync(sample, "utf8").split("\r\n");
    const halves = [rows.slice(0, 100), rows.slice(100)].map((some) => log([head, ...some].join("\r\n")));
    const { code, sum } = await read([out, ...halves.flatMap((half) => ["--cases", half]), "--month", "2025-09"]);
    expect([code, sum.faults, sum.total.received]).toEqual([0, [], 248]);
  });

  it.each(["vi", "en"])("is its golden table, CSV and Markdown in %s", async (lang) => {
    const outs = [];
    for (const format of ["table", "csv", "markdown"])
      outs.push((await written("--lang", lang, "--format", format)).out);
    await expect(outs.join("\n=====\n")).toMatchFileSnapshot(`../golden/form-write.${lang}.txt`);
  });

  it("stays within 80 columns", async () => {
    const { out } = await kpi(["form", "write", sample, "--month", "2025-09", "--lang", "vi"], { columns: 80 });
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("has no verdict: 0 where targets are missed, 3 without a case, 2 with JUnit, without or with two periods", async () => {
    expect((await written()).code).toBe(0);
    expect((await kpi(["form", "write", sample, "--month", "2024-01"])).code).toBe(3);
    expect((await written("--format", "junit")).code).toBe(2);
    expect((await written("--quarter", "2025-Q3")).code).toBe(2);
    expect((await kpi(["form", "write", sample])).code).toBe(2);
  });

  it("of a month in which nothing came or went has what is open from before: 1 carried over, in progress", async () => {
    const file = log(
      "Mã hồ sơ,Mã thủ tục,Hình thức nộp,Ngày tiếp nhận,Hạn xử lý,Ngày trả kết quả,Trạng thái\n" +
        "1,1.000001,Trực tuyến,05/01/2023 10:00,10/01/2023 17:00,,Đang xử lý\n",
      "old.csv",
    );
    const out = join(folder(), "b.csv");
    const { code } = await kpi([
      "form",
      "write",
      file,
      "--month",
      "2023-03",
      "--as-of",
      "2023-03-31",
      "--out",
      `csv=${out}`,
    ]);
    const { sum } = await read([out]);
    const { carriedOver, received, overdue } = sum.total;
    expect([code, carriedOver, received, overdue]).toEqual([0, 1, 1, 1]);
  });

  it("is of no plan: a month of 2023 without a case is exit code 3, its form all 0 where that is allowed", async () => {
    const none = await kpi(["form", "write", sample, "--month", "2023-09"]);
    expect([none.code, none.out.includes("(13)")]).toEqual([3, true]);
    const allowed = await kpi(["form", "write", sample, "--month", "2023-09", "--allow-no-data"]);
    expect([allowed.code, allowed.err]).toEqual([0, ""]);
  });

  it("a log without a column of receipt is refused, and nothing is written", async () => {
    const out = join(folder(), "b.csv");
    const bare = log("Mã hồ sơ,Hình thức nộp,Ngày trả kết quả\n1,Trực tuyến,05/09/2025 10:00\n", "c.csv");
    const { code, err } = await kpi(["form", "write", bare, "--month", "2025-09", "--out", `csv=${out}`]);
    expect([code, existsSync(out)], err).toEqual([2, false]);
  });
});

it(`a table of any numbers whose sums hold has no fault, and one cell that is another is named: ${runs(40)} tables`, () => {
  const numbers = fc.tuple(...Array.from({ length: 6 }, () => fc.nat(5000)));
  return fc.assert(
    fc.asyncProperty(fc.array(numbers, { minLength: 1, maxLength: 6 }), fc.nat(), async (units, where) => {
      const rows = units.map(([online, direct, carried, early, onDay, late], i) => {
        const [received, resolved] = [online + direct + carried, early + onDay + late];
        const all = Math.max(received, resolved);
        // What is open makes the whole come out.
        const cells = [
          all,
          online,
          direct + all - received,
          carried,
          resolved,
          early,
          onDay,
          late,
          all - resolved,
          0,
          all - resolved,
        ];
        return rowOfForm(i + 1, `Xã ${i}`, cells);
      });
      expect((await read([file("x.csv", ...rows)])).sum.faults).toEqual([]);
      const [row, column] = [where % rows.length, 3 + (where % 11)];
      const changed = rows.map((cells, i) =>
        i === row ? cells.map((cell, c) => (c === column ? String(Number(cell) + 1) : cell)) : cells,
      );
      const { sum } = await read([file("x.csv", ...changed)]);
      expect(sum.faults.length).toBeGreaterThan(0);
      expect(sum.faults.every(({ name }) => name === `Xã ${row}`)).toBe(true);
    }),
    { numRuns: runs(40) },
  );
}, 60_000);

it("a cell is called as a spreadsheet calls it: A1, Z1, AA1, AZ3", () => {
  expect([1, 26, 27, 52].map((column) => cellName(column === 52 ? 3 : 1, column))).toEqual(["A1", "Z1", "AA1", "AZ3"]);
});

it("a file without a form is said to have none, and so is a period without logs", async () => {
  const { code, err } = await kpi(["form", "read", sample]);
  expect([code, err.includes("no form")]).toEqual([2, true]);
  const other = await kpi([
    "form",
    "read",
    file("a.csv", rowOfForm(1, "A", [1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0])),
    "--month",
    "2025-09",
  ]);
  expect([other.code, other.err.includes("--cases")]).toEqual([2, true]);
});
