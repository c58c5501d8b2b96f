/** kpi help CODE: nothing that the program says is without a page. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { explainedCodes } from "../../src/commands/codes.ts";
import { checkPages, issuePages, noteMends } from "../../src/text/codes.ts";
import { errorMessages } from "../../src/text/errors.ts";
import { checkMessages, issueMessages } from "../../src/text/issues.ts";
import { noteCodes } from "../../src/text/notes.ts";
import { planFaultCodes } from "../../src/text/plan-faults.ts";
import { tableFaultCodes } from "../../src/text/table-faults.ts";
import { kpi, report } from "../run.ts";

describe("kpi help CODE", () => {
  it.each(explainedCodes)("%s: what it is, and the mend, in both languages", async (code) => {
    for (const [lang, mend] of [
      ["vi", "Cách sửa: "],
      ["en", "To mend it: "],
    ]) {
      const { code: exit, out } = await kpi(["help", code, "--lang", lang]);
      expect(exit).toBe(0);
      expect(out.split("\n")[0]).toBe(code);
      expect(out).toContain(mend);
      expect(out).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  it("has every code of a message, and pages for each issue, check and note and for nothing else", () => {
    const codes = [issueMessages, checkMessages, errorMessages].flatMap((messages) => Object.keys(messages));
    for (const code of [...codes, ...noteCodes, ...tableFaultCodes, ...planFaultCodes])
      expect(explainedCodes).toContain(code);
    expect(Object.keys(issuePages).sort()).toEqual(Object.keys(issueMessages).sort());
    expect(Object.keys(checkPages).sort()).toEqual(Object.keys(checkMessages).sort());
    expect(Object.keys(noteMends).sort()).toEqual([...noteCodes].sort());
  });

  it("has every code that the reports of the fixtures and of the sample's four logs hold", async () => {
    const small = ["procedures", "petitions", "figures"].flatMap((name) => [
      `--${name}`,
      `fixtures/sample/${name}.csv`,
    ]);
    const runs = readdirSync("fixtures/faults").map((file) => [
      `fixtures/faults/${file}`,
      "--year",
      "2025",
      "--kpi",
      "all",
    ]);
    const codes = new Set<string>();
    for (const args of [...runs, ["fixtures/sample/cases.csv", "--year", "2025", "--kpi", "all", ...small]]) {
      const found = await report(args).catch(() => null);
      if (found === null) continue;
      for (const { code } of [...found.ledger.issues, ...found.notes]) codes.add(code);
      for (const { excluded, reason } of found.results) {
        for (const code of [...Object.keys(excluded), ...(reason === null ? [] : [reason])]) codes.add(code);
      }
    }
    expect(codes.size).toBeGreaterThan(30);
    expect([...codes].filter((code) => !explainedCodes.includes(code))).toEqual([]);
  });

  it("of a word that is no code names the nearest, and exits 2", async () => {
    const run = await kpi(["help", "unknown-wrod"]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toContain("unknown-word");
  });

  it("is the golden page for month-first in both languages", async () => {
    for (const lang of ["vi", "en"]) {
      await expect((await kpi(["help", "month-first", "--lang", lang])).out).toMatchFileSnapshot(
        `../golden/help-${lang}.txt`,
      );
    }
  });

  it("codes lists all of them; a command gives its help; nothing gives that of the program", async () => {
    expect((await kpi(["help", "codes"])).out.trim().split("\n")).toEqual(explainedCodes);
    expect((await kpi(["help", "check"])).out).toBe((await kpi(["check", "--help"])).out);
    expect((await kpi(["help", "plans", "show"])).out).toBe((await kpi(["plans", "show", "--help"])).out);
    expect((await kpi(["help"])).out).toBe((await kpi(["--help"])).out);
  });
});

it("every reason in the sources for which a KPI has no value has a page", () => {
  const files = ["judge", "records"].flatMap((room) => readdirSync(`src/${room}`).map((name) => `src/${room}/${name}`));
  const sources = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const reasons = [
    ...sources.matchAll(/(?:notSupplied|withoutValue)\(held, "([a-z-]+)"|return "(no-(?!data")[a-z-]+)"/g),
  ];
  expect(reasons.length).toBeGreaterThan(8);
  for (const [, a, b] of reasons) expect(explainedCodes).toContain(a ?? b);
});

describe("the example of a code is true of it", () => {
  it.each([
    ["unknown-option", "không có tùy chọn --formt. Có phải --format?"],
    ["bad-choice", '--clock "workin": chỉ nhận elapsed, working. Có phải working?'],
    ["map-without-column", '--map channel="Nguồn hồ sơ": không tệp nào có cột này.'],
    ["unit-missing", '--map processing_hours="Thời gian xử lý"'],
    ["unknown-command", 'không có lệnh "chek". Có phải check?'],
    ["year-without-targets", 'không có chỉ tiêu cho năm "2024"; các năm có chỉ tiêu: 2025, 2026'],
    ["bad-level", '"6" không phải là cấp độ; ghi từ 1 đến 5'],
    ["not-a-word", '"kiosk" không phải giá trị của "channel"'],
    ["bad-gzip", "không giải nén được (nội dung bị hỏng)"],
    ["changing-clock", "Múi giờ Europe/Berlin có đổi giờ"],
  ])("%s: %s", async (code, said) => {
    const { out } = await kpi(["help", code, "--lang", "vi"]);
    expect(out.replace(/\n {2,}/g, " ")).toContain(said);
  });

  it("offers a word only where the sentence has one like it, and no value of another option", async () => {
    for (const code of explainedCodes) {
      const { out } = await kpi(["help", code, "--lang", "en"]);
      const near = /"([^"]+)"\.? Did you mean ([^?]+)\?/.exec(out);
      if (near !== null) expect(near[2].slice(0, 2), code).toBe(near[1].slice(0, 2));
      if (code !== "month-first") expect(out, code).not.toMatch(/"03\/25\/2025"/);
    }
  });
});
