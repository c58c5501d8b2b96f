/** kpi words, and docs/words.md, which is made from the same tables. */
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { wordsMarkdown } from "../../src/commands/words.ts";
import { formatsOf } from "../../src/run/choices.ts";
import { kpi } from "../run.ts";

const table = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true });

it("docs/words.md is what the tables say (renewed with npx vitest run -u)", () => {
  const made = `# kpi words\n\n${wordsMarkdown("vi")}\n${wordsMarkdown("en")}`;
  const state = expect.getState().snapshotState as unknown as { _updateSnapshot?: string };
  if (state._updateSnapshot === "all") writeFileSync("docs/words.md", made);
  expect(readFileSync("docs/words.md", "utf8")).toBe(made);
});

describe("kpi words", () => {
  it("without a field has a line for each of the 35 fields, in both languages", async () => {
    const texts = await Promise.all(["vi", "en"].map((lang) => kpi(["words", "--lang", lang])));
    expect(texts.map(({ code }) => code)).toEqual([0, 0]);
    await expect(texts.map(({ out }) => out).join("\n\n")).toMatchFileSnapshot("../golden/words.txt");
    const [, ...lines] = texts[1].out.split("\n").filter((line) => /^[a-z_]+ {2,}/.test(line));
    expect(lines).toHaveLength(35);
  });

  it.each([["channel"], ["Hình thức nộp"], ["HINH THUC NOP"], ["  hình  thức nộp : "], ["HinhThuc"]])(
    "%j is channel, with its headers and what its words mean",
    async (name) => {
      const { out, code } = await kpi(["words", name, "--lang", "en"]);
      expect(code).toBe(0);
      expect(out).toMatch(/^channel \(channel\): words with a meaning\n/);
      expect(out).toContain("  in_person: in person\n");
      for (const word of ["Nộp trực tiếp tại bộ phận một cửa", "VNPost", "Phương thức nộp"])
        expect(out).toContain(word);
    },
  );

  it.each([
    ["Ngày tiếp nhận (YYYY-MM-DD)", "received_at"],
    ["receivedAt", "received_at"],
    ["Thời gian xử lý", "processing_duration"],
    ["processing_hours", "processing_duration"],
    ["Số hóa", "record_digitised"],
  ])("%j is %s", async (name, field) => {
    expect(JSON.parse((await kpi(["words", name, "--format", "json"])).out).field).toBe(field);
  });

  it("a field that there is not: one message with the nearest and all there are, exit 2", async () => {
    const wrong = await kpi(["words", "chanel", "--lang", "en"]);
    expect([wrong.code, wrong.out]).toEqual([2, ""]);
    expect(wrong.err).toContain('kpi: there is no field or header "chanel". Did you mean channel?');
    expect(wrong.err).toContain("case_id, procedure_code");
    expect((await kpi(["words", "Hình thức nôp", "--lang", "vi"])).err).toContain("channel");
    expect((await kpi(["words", "channel", "--format", "xml"])).code).toBe(2);
  });

  it("says the same in every format: each word of channel once, with its meaning", async () => {
    const outs = Object.fromEntries(
      await Promise.all(
        formatsOf.words.map(async (format) => [format, (await kpi(["words", "channel", "--format", format])).out]),
      ),
    );
    const { words, headers } = JSON.parse(outs.json);
    const rows = table(outs.csv);
    const flat = words.flatMap((one: { means: string; words: string[] }) => one.words.map((word) => [one.means, word]));
    expect(rows.filter(({ kind }) => kind === "word").map(({ means, word }) => [means, word])).toEqual(flat);
    expect(rows.filter(({ kind }) => kind === "header").map(({ word }) => word)).toEqual(headers);
    const unwrapped = outs.table.replace(/\n +/g, " ");
    for (const [, word] of flat) {
      expect(unwrapped).toContain(word);
      expect(outs.markdown).toContain(`\`${word}\``);
    }
  });

  it("as CSV has every word that stands for nothing, without a field", async () => {
    const rows = table((await kpi(["words", "--format", "csv"])).out);
    const blanks = rows.filter(({ kind, field }) => kind === "blank" && field === "").map(({ word }) => word);
    expect(blanks).toEqual(expect.arrayContaining(["N/A", "không có", "chưa đánh giá", "'-"]));
  });
});
