/** What is said in Vietnamese is Vietnamese: placeholders, titles of columns, the language of a refusal. */
import { describe, expect, it } from "vitest";
import { petitionHeaders } from "../../src/read/tables/petitions.ts";
import { catalogueHeaders } from "../../src/read/tables/procedures.ts";
import { allFields, snake } from "../../src/records/case.ts";
import { withPlaceholders } from "../../src/text/placeholders.ts";
import { fieldTitle } from "../../src/text/titles.ts";
import { kpi } from "../run.ts";

const vi = { env: { LANG: "vi_VN.UTF-8" } };

describe("in Vietnamese", () => {
  it.each([
    ["--map <field=header>", "--map <trường=tiêu đề>"],
    ["check [options] <files...>", "check [tùy chọn] <tệp...>"],
    ["--threads <n>", "--threads <n>"],
  ])("%s is %s; in English it stays", (term, said) => {
    expect(withPlaceholders(term, "vi")).toBe(said);
    expect(withPlaceholders(term, "en")).toBe(term);
  });

  it.each<[string[], string]>([
    [["check"], "thiếu tham số <tệp>"],
    [["check", "a.csv"], "thiếu tùy chọn bắt buộc --year <năm>"],
    [["check", "a.csv", "--year"], "tùy chọn --year <năm> cần một giá trị"],
    [["form"], "Cách dùng: kpi form [tùy chọn] [lệnh]"],
    [["check", "fixtures/sample/cases.csv", "--year", "2025", "--map", "foo"], 'cần dạng trường="Tiêu đề trong tệp"'],
  ])("kpi %j: %s", async (args, said) => {
    const { err } = await kpi(args, vi);
    expect(err).toContain(said);
  });

  it("a language that is not known is refused in the one of KPI_LANG", async () => {
    const env = { LANG: "en_US.UTF-8", KPI_LANG: "vi" };
    expect((await kpi(["plans", "--lang", "fr"], { env })).err).toContain("chỉ nhận vi, en");
    expect((await kpi(["plans", "--lang", "en"], { env })).out).toContain("Targets");
  });

  it("every column of every table has a title", () => {
    const all = [...allFields, ...Object.keys(catalogueHeaders), ...Object.keys(petitionHeaders)];
    const untitled = all.map((field) => snake(field as never)).filter((name) => fieldTitle(name, "vi") === name);
    expect(untitled).toEqual([]);
  });

  it("figures that no target asks for are told by their titles: tan-an of 2026 asks for none of them", async () => {
    const args = ["check", "fixtures/sample/cases.csv", "--year", "2026", "--plan", "tan-an"];
    const { out } = await kpi([...args, "--figures", "fixtures/sample/figures.csv"], vi);
    expect(out).not.toMatch(/households-[a-z]+-share|report-sent/);
  });
});
