/** What kpi index prints of its points: what is cut is told, what is lost is certain, and almost all is not all. */
import { describe, expect, it } from "vitest";
import { emf } from "../../src/render/emf.ts";
import { kpi, table } from "../run.ts";

const head = "case_id,agency,received_at,due_at,finished_at,returned_at,status";
const row = (id: string, agency: string, end: number) =>
  `${id},${agency},2025-09-03,2025-09-10,2025-09-${end},2025-09-${end},returned`;
const index = async (file: string, ...args: string[]) =>
  (await kpi(["index", file, "--month", "2025-09", "--lang", "en", ...args])).out;

describe("kpi index", () => {
  /** 23 agencies with a case in time and a late one each. */
  const many = () =>
    table(
      head,
      ...Array.from({ length: 23 }, (_, i) => [row(`A${i}`, `Sở ${i}`, 5), row(`B${i}`, `Sở ${i}`, 12)]).flat(),
    );

  it("shows 20 of 23 agencies, 4 with --top 4, all with --top 23, and says what it leaves out", async () => {
    const file = many();
    const told = (out: string) => out.match(/… and \d+ more \(--top \d+ shows all\)/g) ?? [];
    // Their own points, and what they cost.
    expect(told(await index(file))).toEqual(Array(2).fill("… and 3 more (--top 23 shows all)"));
    const few = await index(file, "--top", "4");
    expect(told(few)).toEqual(Array(2).fill("… and 19 more (--top 23 shows all)"));
    expect(few.match(/^ Sở \d+ /gm)).toHaveLength(8);
    const all = await index(file, "--top", "23");
    expect(told(all)).toEqual([]);
    expect(all.match(/^ Sở \d+ /gm)).toHaveLength(46);
    const vi = (await kpi(["index", file, "--month", "2025-09", "--lang", "vi", "--top", "22"])).out;
    expect(vi).toContain("… và 1 dòng khác (xem hết: --top 23)");
    expect(await index(file, "--out", "markdown=-")).toContain("… and 3 more; all of them are in the workbook");
  });

  it("names on time where 10 of 20 points are lost for certain, and nothing of an agency with 1 of 1 in time", async () => {
    const out = await index(table(head, row("A1", "Sở A", 5), row("A2", "Sở B", 5), row("A3", "Sở B", 12)));
    expect(out).toMatch(/^ Sở A +1 +20\.00 – 26\.00$/m);
    expect(out).toMatch(/^ Sở B +2 +10\.00 – 13\.33 +On time$/m);
  });

  it("of 9,999 in 10,000 of 20 points has 19.998 and lost 0.002, and of a log without procedures none that cost points", async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => row(`A${i}`, "Sở A", i === 0 ? 12 : 5));
    const file = table(head, ...rows);
    const out = await index(file);
    expect(out).toMatch(/2 On time +9,999 ÷ 10,000 +99\.99 % +20 +19\.998 +0\.002 +1/);
    expect(out).not.toContain("Points lost by procedure");
  });
});

it("a bar whose name is cut with … has it in the metafile too: the words of the SVG without their title", () => {
  const text = (inner: string) => `<text x="5" y="10" fill="#000000">${inner}</text>`;
  const cut = text("Sở Nông nghiệp…<title>Sở Nông nghiệp và Môi trường</title>");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20">${cut}${text("Sở A")}</svg>`;
  const words = Buffer.from(emf(svg)).toString("utf16le");
  expect(words).toContain("Sở Nông nghiệp…");
  expect(words).not.toContain("Môi trường");
  expect(words).toContain("Sở A");
});
