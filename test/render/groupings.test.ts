/** Every grouping that `--by` takes has its heading in a page. */
import { describe, expect, it } from "vitest";
import { kpi } from "../run.ts";

/** What `--by` takes, and how an official calls it. */
const headings = [
  ["agency", "Đơn vị", "Agency"],
  ["procedure", "Thủ tục", "Procedure"],
  ["field", "Lĩnh vực", "Field"],
  ["channel", "Hình thức nộp", "Channel"],
  ["month", "Tháng", "Month"],
] as const;

describe("the 5 groupings", () => {
  it.each(headings)("--by %s has the heading %s, %s in a page", async (by, vi, en) => {
    for (const [lang, heading] of [
      ["vi", vi],
      ["en", en],
    ]) {
      const { out, err } = await kpi([
        "check",
        "fixtures/sample/cases.csv",
        "--year",
        "2025",
        "--by",
        by,
        "--format",
        "html",
        "--lang",
        lang as string,
      ]);
      expect(err).not.toContain("TypeError");
      expect(out).toMatch(new RegExp(`<h[1-6][^>]*>${heading}`));
    }
  });
});
