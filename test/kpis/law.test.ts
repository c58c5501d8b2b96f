import { describe, expect, it } from "vitest";
import { regulationOn } from "../../src/kpis/law.ts";
import type { Report } from "../../src/report/report.ts";
import { kpi } from "../run.ts";

const cited = { vi: "Nghị định 42/2022/NĐ-CP, Điều 11.", en: "Decree 42/2022/NĐ-CP, article 11." };

describe("the law at the end of a period", () => {
  it.each([
    ["2026-06-30", false],
    ["2026-07-01", true],
  ])("on %s decree 42/2022 is said to be repealed: %s", (day, isRepealed) => {
    const { vi, en } = regulationOn(cited, day);
    expect(vi.startsWith(cited.vi)).toBe(true);
    expect(vi.includes("224/2026/NĐ-CP")).toBe(isRepealed);
    expect(en.includes("224/2026/NĐ-CP")).toBe(isRepealed);
  });

  it.each([
    ["2025-06-30", "có hiệu lực từ 01/7/2025", "367/2025"],
    ["2025-07-01", "367/2025", "có hiệu lực từ"],
  ])("of decree 118/2025 a period up to %s says %j, and nothing of %j", (day, has, lacks) => {
    const { vi } = regulationOn({ vi: "Nghị định 118/2025/NĐ-CP.", en: "Decree 118/2025/NĐ-CP." }, day);
    expect(vi).toContain(has);
    expect(vi).not.toContain(lacks);
  });

  it("an act of which nothing is known to have changed is cited as it is", () => {
    const other = { vi: "Nghị định 45/2020/NĐ-CP.", en: "Decree 45/2020/NĐ-CP." };
    expect(regulationOn(other, "2026-12-31")).toEqual(other);
  });

  it("a report of September 2025 cites 42/2022 as in force, kpi explain both days", async () => {
    const made = await kpi([
      "report",
      "fixtures/sample/cases.csv",
      "--month",
      "2025-09",
      "--plan",
      "hai-phong-219",
      "--procedures",
      "fixtures/sample/procedures.csv",
      "--format",
      "json",
    ]);
    const full = (JSON.parse(made.out) as Report).periodic?.definitions.find(
      ({ kpi: id }) => id === "full-online-share",
    );
    expect(full?.regulation?.vi).toContain("42/2022/NĐ-CP, Điều 11");
    expect(full?.regulation?.vi).not.toContain("224/2026");
    const { out } = await kpi(["explain", "full-online-share"]);
    expect(out).toContain("224/2026/NĐ-CP");
  });
});
