/** The line that the page prints: what a shell makes of it. */
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { commandOf, periodsOf, quoted } from "../../src/page/command.ts";

const names = [
  "cases.csv",
  "Danh sách hồ sơ.csv",
  "$HOME `id` \\ !x.csv",
  "a,b;c&d|e>f.csv",
  "it's.csv",
  "it's $5.csv",
  'a"b.csv',
  "'",
  "* ? [a] {b} ~ #.csv",
];

describe("a word of the printed command line", () => {
  it.each(names)("%s is one word to a POSIX shell, and itself", (name) => {
    const told = execFileSync("sh", ["-c", `printf '%s\\n' ${quoted(name)}`], { encoding: "utf8" });
    expect(told).toBe(`${name}\n`);
  });

  it("is in single quotes, which PowerShell reads too, unless it has one; then in double quotes where nothing in it is read", () => {
    expect(quoted("hồ sơ.csv")).toBe("'hồ sơ.csv'");
    expect(quoted("$HOME.csv")).toBe("'$HOME.csv'");
    expect(quoted("it's.csv")).toBe('"it\'s.csv"');
  });

  it("of a file whose name begins with a dash is no option", () => {
    expect(commandOf(["-a.csv"], { year: "2025" }, null)).toBe("kpi check ./-a.csv --year 2025");
  });

  it("has of a configuration what the command takes: --by of a check, --expected of a report", () => {
    const said = { year: "2025", by: ["agency"], expected: "9", maxIssues: "3", office: { name: "UBND" } };
    expect(commandOf(["a.csv"], said, null)).toBe("kpi check a.csv --year 2025 --by agency");
    expect(commandOf(["a.csv"], said, "2025-01..2025-08")).toBe(
      "kpi report a.csv --year 2025 --expected 9 --year-to-date 2025-08",
    );
  });
});

it("before a year is known there is no period to choose", () => {
  expect(periodsOf("", ["2025-01"])).toEqual([]);
});
