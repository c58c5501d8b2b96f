/** Logs whose lines stand in one pair of quotes each, some lines bare: 3 of 4 in time. */
import { describe, expect, it } from "vitest";
import { kpi, log, report } from "../run.ts";

const asked = ["--year", "2025", "--kpi", "on-time-share"];
const lines = [
  "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái",
  ...["02", "03", "04", "09"].map(
    (day, n) => `HS${n},Trực tuyến,01/09/2025 08:00,04/09/2025 17:00,${day}/09/2025 08:00,Đã trả kết quả`,
  ),
];
const quoted = lines.map((line) => `"${line}"\n`).join("");

describe("lines in one pair of quotes each", () => {
  it.each([
    ["500 zeros behind them", `${quoted}${"\0".repeat(500)}`],
    ["70,000 zeros, and no last line end", `${quoted.slice(0, -1)}${"\0".repeat(70_000)}`],
    ["the mark of an end behind them", `${quoted}\u001a`],
    ["sep= before them", `sep=,\n${quoted}`],
    ["a comment", `# x\n${quoted}`],
    ["a title", `DANH SÁCH,,,,,\n${quoted}`],
    ["a row of totals", `${quoted}Tổng cộng,,,,,4\n`],
    ["a blank row", `${quoted}${","}${",,,,"}\n`],
    ["a case that is bare", `${quoted.slice(0, quoted.lastIndexOf('"HS3'))}${lines[4]}\n`],
    ["two marks of UTF-8, and a title in quotes", `\ufeff\ufeff"DANH SÁCH,,,,,"\n${quoted}`],
    ["rows that are bare", `"${lines[0]}"\n${lines.slice(1).join("\n")}\n`],
  ])("with %s are read without them: 3 of 4, nothing lost", async (_, text) => {
    const { results, ledger, notes } = await report([log(text), ...asked]);
    expect(results[0].measure).toMatchObject({ numerator: 3, denominator: 4 });
    expect([ledger.read, ledger.rejected, notes.some(({ code }) => code === "lines-unwrapped")]).toEqual([4, 0, true]);
  });

  it("with a quote at the front of each of 5 alone are refused, and never with --map or lost letters", async () => {
    const file = log(lines.map((line) => `"${line}\n`).join(""));
    const { code, err } = await kpi(["check", file, ...asked, "--lang", "en"]);
    expect([code, err.includes("--map"), err.includes("question marks")]).toEqual([2, false, false]);
    expect(err).toContain("line 1: the whole header stands in one cell, for quotation marks stand around each line");
    const { err: inVietnamese } = await kpi(["check", file, ...asked, "--lang", "vi"]);
    expect(inVietnamese).toContain("dòng 1: cả dòng tiêu đề nằm trong một ô");
  });
});
