/** kpi validate: every check, where it stands, and the exit code. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dayInId } from "../../src/commands/validate.ts";
import { checkMessages } from "../../src/text/issues.ts";
import { dayNumber } from "../../src/time/civil.ts";
import { folder, kpi, table } from "../run.ts";

const headers =
  "Mã hồ sơ,Hình thức nộp,Ngày nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Ngày trả kết quả,Trạng thái";
const sound = "000.01.H24-250102-0001,Trực tuyến,02/01/2025,02/01/2025,06/01/2025,03/01/2025,03/01/2025,Đã trả kết quả";

async function validated(file: string, ...args: string[]) {
  const run = await kpi(["validate", file, ...args, "--format", "json"]);
  return { code: run.code, told: JSON.parse(run.out) };
}

describe("kpi validate", () => {
  it("of a sound case finds 0 issues and exits 0", async () => {
    const { code, told } = await validated(table(headers, sound));
    expect([code, told]).toEqual([
      0,
      { issues: 0, ledger: { read: 1, rejected: 0, duplicates: 0 }, found: [], notes: [] },
    ]);
  });

  const checks: [code: string, row: string][] = [
    ["due-before-received", "A,Trực tuyến,,02/01/2025,01/01/2025,,03/01/2025,Đã trả kết quả"],
    ["returned-while-open", "A,Trực tuyến,,02/01/2025,,,03/01/2025,Đang xử lý"],
    ["finished-while-open", "A,Trực tuyến,,02/01/2025,,03/01/2025,,Được tiếp nhận"],
    ["returned-without-date", "A,Trực tuyến,,02/01/2025,,,,Đã trả kết quả"],
    ["finished-without-date", "A,Trực tuyến,,02/01/2025,,,,Đã xử lý xong"],
    ["id-of-another-day", "000.01.H24-250105-0001,Trực tuyến,02/01/2025,02/01/2025,,,03/01/2025,Đã trả kết quả"],
    ["received-before-submitted", "A,Trực tuyến,05/01/2025,02/01/2025,,,06/01/2025,Đã trả kết quả"],
    ["returned-before-received", "A,Trực tuyến,,02/01/2025,,,01/01/2025,Đã trả kết quả"],
    ["unknown-word", "A,Kiosk,,02/01/2025,,,03/01/2025,Đã trả kết quả"],
    ["bad-time", "A,Trực tuyến,,02/01/2025,31/02/2025,,03/01/2025,Đã trả kết quả"],
  ];

  it.each(checks)("finds %s once, on line 3, and exits 1", async (code, row) => {
    const { code: exit, told } = await validated(table(headers, sound, row));
    expect(told.found.filter((one: { isWarning: boolean }) => !one.isWarning)).toMatchObject([
      { code, count: 1, firstLine: 3 },
    ]);
    expect([exit, told.issues]).toEqual([1, 1]);
  });

  it("takes every check and warning of its list", () => {
    const tried = [...checks.map(([code]) => code), "odd-id", "no-case-id", "blank-id", "duplicate", "half-swapped"];
    expect(Object.keys(checkMessages).filter((code) => !tried.includes(code))).toEqual([]);
  });

  it.each([
    ["the day of submission", "000.01.H24-250102-0001,Trực tuyến,02/01/2025,06/01/2025,,,07/01/2025,Đã trả kết quả"],
    ["the day before", "000.01.H24-250101-0001,Trực tuyến,02/01/2025,02/01/2025,,,03/01/2025,Đã trả kết quả"],
    ["no day at all", "H24.999999-0001,Trực tuyến,02/01/2025,02/01/2025,,,03/01/2025,Đã trả kết quả"],
  ])("holds an id with %s for sound", async (_, row) => {
    expect((await validated(table(headers, row))).told.issues).toBe(0);
  });

  it("reads 250102 in an id as 2 January 2025, and 259902 as no day", () => {
    expect(dayInId("000.01.H24-250102-0001")).toBe(dayNumber(2025, 1, 2));
    expect(dayInId("000.01.H24-259902-0001")).toBeNull();
  });

  it("warns of a log without a column of ids, once, and of 2 cases without an id of 3", async () => {
    const without = await validated(
      table("Ngày tiếp nhận,Hình thức nộp", "02/01/2025,Trực tuyến", "02/01/2025,Trực tuyến"),
    );
    expect(without.told.found).toMatchObject([{ code: "no-case-id", isWarning: true, count: 1 }]);
    const blank = await validated(table("Mã hồ sơ,Ngày tiếp nhận", ",02/01/2025", "-,02/01/2025", "A,02/01/2025"));
    expect(blank.told.found).toMatchObject([{ code: "blank-id", isWarning: true, count: 2 }]);
  });

  it("warns of 1 odd id among 10 of the national form, not of 1 among 9; a warning does not count", async () => {
    const rows = (n: number) => [...Array(n)].map((_, i) => sound.replace("0001", `000${i}`));
    const odd = sound.replace(/^[^,]*/, "AB-7");
    const warned = await validated(table(headers, ...rows(10), odd));
    expect(warned.told.found).toMatchObject([{ code: "odd-id", isWarning: true, count: 1, firstLine: 12 }]);
    expect([warned.code, warned.told.issues]).toEqual([0, 0]);
    expect((await validated(table(headers, ...rows(9), odd))).told.found).toEqual([]);
  });

  it("warns of 2 rows that a later one replaces, at the first of them", async () => {
    const { code, told } = await validated(table(headers, sound, sound, sound));
    expect(told.found).toMatchObject([{ code: "duplicate", isWarning: true, count: 2, firstLine: 2 }]);
    expect([code, told.ledger.duplicates]).toEqual([0, 2]);
  });

  it("with --max-issues 2 exits 0 at two issues and 1 at three", async () => {
    const row = (id: string) => `${id},Kiosk,,02/01/2025,,,03/01/2025,Đã trả kết quả`;
    const two = table(headers, row("A"), row("B"));
    expect((await validated(two, "--max-issues", "2")).code).toBe(0);
    expect((await validated(two, "--max-issues", "1")).code).toBe(1);
    expect((await kpi(["validate", two, "--max-issues", "-1"])).code).toBe(2);
  });

  it("writes every fault with --rejects: 2 cells and 1 case, each with its line", async () => {
    const file = table(
      headers,
      ...checks.slice(0, 1).map(([, row]) => row),
      "B,Kiosk,,02/01/2025,,,03/01/2025,Đã trả kết quả",
    );
    const out = join(folder(), "loi.csv");
    await kpi(["validate", file, "--rejects", out, "--lang", "en"]);
    expect(readFileSync(out, "utf8").replace("\ufeff", "").split("\r\n").sort()).toEqual([
      "",
      "cases.csv,2,1,Ngày hẹn trả,due-before-received,due before it was received,,false",
      "cases.csv,3,2,Hình thức nộp,unknown-word,a word that is not known,Kiosk,false",
      "file,line,record,column,code,message,value,superseded",
    ]);
  });

  it("as csv has a row for each kind of fault; as a table the same, in both languages", async () => {
    const file = table(headers, ...checks.map(([, row], i) => row.replace(/^A/, `A${i}`)));
    const csv = (await kpi(["validate", file, "--format", "csv"])).out.split("\r\n");
    expect(csv[0]).toBe("\ufefffile,code,column,kind,count,first_line");
    for (const [code] of checks) expect(csv.filter((row) => row.includes(`,${code},`))).toHaveLength(1);
    const vi = (await kpi(["validate", file, "--lang", "vi"])).out;
    expect(vi).toContain("10 dòng đã đọc · 10 lỗi");
    expect(vi).toContain("trạng thái đã trả kết quả mà không có ngày trả");
    expect((await kpi(["validate", file, "--lang", "en"])).out).toContain("10 rows read · 10 issues");
  });

  it("warns of a half-swapped column with the 20 values that are in doubt, and names a duplicate by the log's header", async () => {
    const { code, told } = await validated("fixtures/faults/half-swapped.csv");
    const warned = { code: "half-swapped", column: "Ngày tiếp nhận", isWarning: true, count: 20, firstLine: 1 };
    expect([code, told.found]).toEqual([0, [expect.objectContaining(warned)]]);
    const twice = await validated(table(headers, sound, sound));
    expect(twice.told.found).toMatchObject([{ code: "duplicate", column: "Mã hồ sơ" }]);
  });

  it("prints nothing of a run that is refused, and no rejects among JSON", async () => {
    const refused = await kpi(["validate", "fixtures/faults/month-first.csv", "--rejects", "-"]);
    expect([refused.code, refused.out]).toEqual([2, ""]);
    const both = await kpi(["validate", table(headers, sound), "--rejects", "-", "--format", "json"]);
    expect([both.code, both.out]).toEqual([2, ""]);
  });

  it("a name in a column of dates is told by nothing", async () => {
    const file = table(headers, "A,Trực tuyến,Nguyễn Thị Lộ,02/01/2025,,,03/01/2025,Đã trả kết quả");
    const { out } = await kpi(["validate", file, "--rejects", "-", "--lang", "en"]);
    expect(out.split("\r\n")[1]).toBe("cases.csv,2,1,Ngày nộp,bad-time,a date that cannot be read,…,false");
  });

  it("of a file without a header exits 2", async () => {
    expect((await kpi(["validate", "fixtures/faults/no-header.csv"])).code).toBe(2);
  });
});
