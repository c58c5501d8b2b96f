/** Documents leave out what only a command line can do, and nothing else. */
import { expect, it } from "vitest";
import { withoutOptions } from "../../src/render/sections/cells.ts";
import { kpi } from "../run.ts";

const sample = "fixtures/sample/cases.csv";

it.each([
  ["Title: it is measured for a whole year only: --period 2025", "Title: it is measured for a whole year only."],
  ["a.csv: cột chưa đọc có thể là cột còn thiếu: --map channel=“K”", "a.csv: cột chưa đọc có thể là cột còn thiếu."],
  ["3 hồ sơ không phát sinh trong năm 2025; để loại ra: --period 2025", "3 hồ sơ không phát sinh trong năm 2025."],
  ["No figure can be trusted (exit code 3). To see them: --rejects FILE", "No figure can be trusted (exit code 3)."],
  ["A (to map it: --map due_at=“B”).", "A."],
])("%s → %s", (said, left) => {
  expect(withoutOptions(said)).toBe(left);
});

it.each([
  ["vi", "Số hồ sơ trung bình của mỗi DVC trực tuyến: chỉ tính cho cả năm."],
  ["en", "Cases per online service: it is measured for a whole year only."],
])("an HTML report says why the cases of a service are not told (%s)", async (lang, said) => {
  const args = ["check", sample, "--year", "2025", "--procedures", "fixtures/sample/procedures.csv", "--lang", lang];
  const { out } = await kpi([...args, "--format", "html"]);
  expect(out).toContain(`<li>${said}</li>`);
});
