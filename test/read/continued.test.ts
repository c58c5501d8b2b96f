/** Tables and sheets without a header that go on with the one before them: which are read, and what is said of each. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, kpi, report } from "../run.ts";
import { rowOf, type SheetXml, xlsxOf } from "../workbooks.ts";

type Rows = readonly (readonly string[])[];

const headers = ["Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả kết quả", "Trạng thái"];
const day = (n: number) => String(n).padStart(2, "0");
/** A case of a day in March, due in five days and returned in three, or late in eight. */
const caseOf = (n: number, days = 3): string[] => [
  `H24-${n}`,
  `${day(n)}/03/2025 08:00`,
  `${day(n + 5)}/03/2025 17:00`,
  `${day(n + days)}/03/2025 09:00`,
  "Đã trả kết quả",
];
const onTime = [1, 2, 3].map((n) => caseOf(n));
const late = [4, 5, 6].map((n) => caseOf(n, 8));

function page(...tables: readonly Rows[]): string {
  const file = join(folder(), "cases.xls");
  const cells = (row: readonly string[]) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  writeFileSync(file, `<html>${tables.map((rows) => `<table>${rows.map(cells).join("")}</table>`).join("")}</html>`);
  return file;
}

function workbook(...sheets: readonly Rows[]): string {
  const file = join(folder(), "cases.xlsx");
  const xml = (rows: Rows, i: number): SheetXml => ({
    name: `S${i + 1}`,
    xml: rows.map((cells, at) => rowOf(at + 1, ...cells)).join(""),
  });
  writeFileSync(file, xlsxOf(sheets.map(xml)));
  return file;
}

const asked = ["--year", "2025", "--kpi", "on-time-share"];

/** Cases on time, of how many, what is said of the tables, and the rows rejected. */
async function read(file: string, ...args: string[]) {
  const made = await report([file, ...asked, ...args]);
  const note = made.notes.find(({ code }) => code === "sheets-read" || code === "tables-read");
  const { numerator, denominator } = made.results[0].measure as { numerator?: number; denominator?: number };
  const { sheets, others, continued } = note?.data ?? {};
  return { figure: [numerator, denominator], sheets, others, continued, rejected: made.ledger.rejected };
}

describe("a table without a header behind one that has it", () => {
  it.each<[string, (...tables: readonly Rows[]) => string, string[]]>([
    ["a page", page, ["#1", "#2"]],
    ["a workbook", workbook, ["S1", "S2"]],
  ])("of %s is read on, 3 on time of 3 + 3, and said", async (_, make, [first, second]) => {
    const found = await read(make([headers, ...onTime], late));
    expect(found).toMatchObject({ figure: [3, 6], sheets: `${first}, ${second}`, continued: second, rejected: 0 });
  });

  it("is read on though another table stands between: 3 of 6, of the pages 1 and 2", async () => {
    const found = await read(page([["Danh sách"]], [headers, ...onTime], [["Trang 1/2", "01/04/2025"]], late));
    expect(found).toMatchObject({ figure: [3, 6], sheets: "#2, #4", continued: "#4", others: "" });
  });

  it("is the log where the head of a grid stands in a table of its own: 3 of 6", async () => {
    expect(await read(page([headers], [...onTime, ...late]))).toMatchObject({ figure: [3, 6], continued: "#2" });
  });

  it("with blank cells at its end and one more table to come: 3 of 9, two of them read on", async () => {
    const open = [7, 8, 9].map((n) => [...caseOf(n).slice(0, 3), "", ""]);
    const file = page([headers, ...onTime], late, open);
    expect(await read(file)).toMatchObject({ figure: [3, 9], continued: "#2, #3", rejected: 0 });
  });

  it("goes in the order of the table that it goes on with: 3 of 9", async () => {
    const turned = (row: readonly string[]) => row.toReversed();
    const file = page([headers, ...onTime], [turned(headers), turned(late[0])], late.slice(1).map(turned));
    expect(await read(file)).toMatchObject({ figure: [3, 6], continued: "#3", rejected: 0 });
  });

  it.each<[string, Rows]>([
    ["its dates stand a column further", late.map((row) => ["x", ...row.slice(0, 4)])],
    ["it is wider", late.map((row) => [...row, "x"])],
    ["it has no ids", late.map((row) => ["", ...row.slice(1)])],
    ["a column of words has dates", late.map((row) => [...row.slice(0, 4), row[1]])],
  ])("is not read where %s, and that is said: 3 of 3", async (_, rows) => {
    expect(await read(page([headers, ...onTime], rows))).toMatchObject({ figure: [3, 3], sheets: "#1", others: "#2" });
    expect(await read(workbook([headers, ...onTime], rows))).toMatchObject({ figure: [3, 3], others: "S2" });
  });

  it("a menu of as many cells, and a calendar, are no rest of a log and not named", async () => {
    const menu = [1, 2, 3].map((n) => headers.map((_, i) => `Mục ${n}.${i}`));
    const days = [1, 8, 15].map((n) => [0, 1, 2, 3, 4].map((i) => String(n + i)));
    expect(await read(page(menu, [headers, ...onTime], days))).toMatchObject({ figure: [3, 3], sheets: undefined });
  });

  it("one that was named alone is read alone: 3 of 3", async () => {
    expect(await read(page([headers, ...onTime], late), "--sheet", "1")).toMatchObject({ figure: [3, 3] });
  });

  it("a fault in it names its own row: table 2, row 2", async () => {
    const broken = [late[0], ["H24-9", "32/03/2025 08:00", "", "", ""], late[1]];
    const { ledger } = await report([page([headers, ...onTime], broken), ...asked]);
    expect(ledger.issues.find(({ code }) => code === "bad-time")).toMatchObject({ sheet: "#2", cell: "B2" });
  });
});

describe("what was not read of a file is said by every command", () => {
  const file = () => workbook([headers, ...onTime], [["Ghi chú", "x"]]);
  const said = 'cases.xlsx: read the sheet "S1"; not read: "S2" (to choose: --sheet).';

  it("inspect and validate, in text and in JSON", async () => {
    for (const command of ["inspect", "validate"]) {
      expect((await kpi([command, file(), "--lang", "en"])).out).toContain(said);
      const { notes, logs } = JSON.parse((await kpi([command, file(), "--format", "json"])).out);
      const data = { input: "cases.xlsx", count: 1, sheets: "S1", others: "S2" };
      expect(notes ?? logs[0].notes).toEqual([{ code: "sheets-read", data }]);
    }
    const csv = await kpi(["validate", file(), "--format", "csv", "--lang", "en"]);
    expect([csv.out.includes("S2"), csv.err]).toEqual([false, expect.stringContaining(said)]);
  });

  it("convert, tally, compare and form write to standard error, and nothing under --quiet", async () => {
    const now = file();
    const part = join(folder(), "part.kpi.json");
    const commands = [
      ["convert", now, "--out", "-"],
      ["tally", now, "--out", part],
      ["compare", now, file()],
      ["form", "write", now, "--quarter", "2025-Q1"],
      ["index", now, "--quarter", "2025-Q1"],
    ];
    for (const args of commands) {
      expect([args[0], (await kpi([...args, "--lang", "en"])).err]).toEqual([args[0], expect.stringContaining(said)]);
      expect((await kpi([...args, "--lang", "en", "--quiet"])).err).not.toContain("S2");
    }
    const { err } = await kpi(["convert", now, "--out", "-", "--lang", "vi"]);
    expect(err).toContain('cases.xlsx: đọc trang tính "S1"; không đọc "S2" (chọn: --sheet).');
  });

  it("a check of the part that tally made, as of the log itself; its faults are lines", async () => {
    const rows = [...onTime, ["H24-9", "32/03/2025 08:00", "", "", ""]];
    const log = workbook([headers, ...rows], late, [["Ghi chú", "x"]]);
    const part = join(folder(), "part.kpi.json");
    expect((await kpi(["tally", log, "--out", part])).code).toBe(0);
    const [ofLog, ofPart] = [await report([log, ...asked]), await report([part, ...asked])];
    const of = (made: typeof ofLog) => made.notes.filter(({ code }) => code === "sheets-read");
    expect(of(ofPart)).toEqual(of(ofLog));
    expect(of(ofPart)[0].data).toMatchObject({ sheets: "S1, S2", others: "S3", continued: "S2" });
    const fault = ofPart.ledger.issues.find(({ code }) => code === "bad-time");
    expect([fault?.firstLine, fault?.sheet]).toEqual([5, undefined]);
  });
});

describe("a row without an id", () => {
  it("is named by the first that has none: row 3 of 4, cell A3", async () => {
    const rows = [headers, onTime[0], ["", ...onTime[1].slice(1)], ["", ...onTime[2].slice(1)]];
    const { out } = await kpi(["validate", workbook(rows), "--format", "json"]);
    const fault = JSON.parse(out).found.find(({ code }: { code: string }) => code === "blank-id");
    expect(fault).toMatchObject({ count: 2, firstLine: 3, sheet: "S1", cell: "A3" });
  });
});
