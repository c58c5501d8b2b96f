/** What an official signs: no option, no exit code and no code of a left-out row in the words of a document, and nothing twice. */
import { describe, expect, it } from "vitest";
import { withoutOptions } from "../../src/render/sections/cells.ts";
import { documentOf } from "../../src/render/sections/index.ts";
import type { Report } from "../../src/report/report.ts";
import { kpi } from "../run.ts";

const sample = "fixtures/sample";
const given = ["procedures", "petitions", "figures"].flatMap((name) => [`--${name}`, `${sample}/${name}.csv`]);

describe.each(["hai-phong-219", "ngoai-vu-76", "duong-kinh-68"])("the document of %s", (plan) => {
  it.each(["vi", "en"] as const)("in %s has none of the words of the command line", async (lang) => {
    const args = ["report", `${sample}/cases.csv`, ...given, "--month", "2025-09", "--plan", plan];
    const { out } = await kpi([...args, "--format", "json"]);
    const { first, sections } = documentOf(JSON.parse(out) as Report, lang);
    const read = JSON.stringify([first, sections], (key, value) => (key === "drawing" ? undefined : value));
    expect(read).not.toMatch(/(?<![-\w])--[a-z]|mã thoát|exit code/);
    expect(read).not.toMatch(/\((not-due|outside-calendar|zero-days|no-answered-on|no-procedure-code)\)/);
    // Of each definition every sentence stands once.
    const definitions = sections.find(({ id }) => id === "definitions")?.blocks.find((block) => block.kind === "table");
    if (definitions?.kind !== "table") throw new Error("definitions");
    for (const [, { text }] of definitions.rows) {
      const said = text.split(/(?<=[.;]) /).filter((one) => one.length > 25);
      expect(new Set(said).size, text).toBe(said.length);
    }
  });
});

describe("an option", () => {
  it.each([
    ["A is not named (to name it: --groups X=y).", "A is not named."],
    ["A is not named; name it by --groups X=y", "A is not named."],
    ["The figures (--figures): no target asks for them.", "The figures: no target asks for them."],
    ["A – B is not C; D.", "A – B is not C; D."],
  ])("is left out of %j: %j", (said, left) => {
    expect(withoutOptions(said)).toBe(left);
  });
});
