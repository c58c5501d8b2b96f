/** Tables of a document on its pages: a short one is kept whole, one whose rows are long is not; the signature has words above it. */
import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import type { Table } from "../../src/render/document.ts";
import { TablesInXml } from "../../src/render/docx-table.ts";
import { kpi, planFile, table } from "../run.ts";

const held = (letters: number) => {
  const inXml = new TablesInXml();
  const made: Table = {
    kind: "table",
    caption: "",
    columns: [
      { title: "A", isNumber: false },
      { title: "B", isNumber: false },
    ],
    rows: Array.from({ length: 6 }, () => [{ text: "x" }, { text: "mười chữ ".repeat(letters / 9) }]),
  };
  inXml.add(made, 165);
  const xml = inXml.in("<w:p><w:r><w:t>\ue0f00\ue0f1</w:t></w:r></w:p>");
  // The head is kept with the first row always.
  return xml.split("<w:tr>").filter((row) => row.includes("<w:keepNext/>")).length;
};

it("six rows of a line are kept together, six of ten lines each are not", () => {
  expect(held(45)).toBe(6);
  expect(held(900)).toBe(1);
});

it("the last sentence of the last section stays with the signature", async () => {
  const log = table("case_id,channel,received_at,record_digitised", "A,in_person,2025-09-02,yes");
  const plan = planFile({ kpi: "record-digitisation-share", atLeast: 100 });
  const { bytes } = await kpi(["report", log, "--plan", plan, "--month", "2025-09", "--format", "docx"]);
  const xml = new TextDecoder().decode(unzipSync(bytes)["word/document.xml"]);
  const before = xml.slice(0, xml.indexOf("Trên đây là"));
  const [last] = before.split("<w:p>").slice(-2);
  expect(last).toContain("<w:keepNext/>");
});

const bodyOf = async (log: string, plan: string) => {
  const { bytes } = await kpi(["report", log, "--plan", plan, "--month", "2025-09", "--format", "docx"]);
  const xml = new TextDecoder().decode(unzipSync(bytes)["word/document.xml"]);
  const end = xml.indexOf("Trên đây là");
  return { body: xml.slice(0, end), appendices: xml.slice(end) };
};
const twoMonths = (done: (month: string, i: number) => string) =>
  table(
    "case_id,agency,channel,received_at,transferred_at,finished_at,returned_at,record_digitised,status",
    ...["08", "09"].flatMap((month) =>
      Array.from({ length: 12 }, (_, i) => {
        const at = (day: string) => `2025-${month}-${day} 08:00`;
        const agency = i < 2 ? "Xã A" : "Xã B";
        return `${month}${i},${agency},in_person,${at("01")},${at("02")},${at("03")},${at("04")},${done(month, i)},returned`;
      }),
    ),
  );

it("a table that ends the last section stays with the signature, every row of it and what is below", async () => {
  const plan = planFile({ kpi: "record-digitisation-share", atLeast: 100 });
  const { body } = await bodyOf(
    twoMonths(() => "yes"),
    plan,
  );
  const last = body.slice(body.lastIndexOf("<w:tbl>"));
  expect(last).toContain("Khâu");
  const [tableXml, below] = last.split("</w:tbl>");
  for (const row of tableXml.split("<w:tr>").slice(1)) expect(row).toContain("<w:keepNext/>");
  expect(below).toContain("<w:keepNext/>");
});

it("a note stands where its column does: of changes in the appendix alone, of stars where there is one", async () => {
  const plan = planFile({ kpi: "record-digitisation-share", atLeast: 100 });
  const changes = "tính bằng điểm phần trăm";
  const stars = "* ít hồ sơ, để tham khảo";
  const { body, appendices } = await bodyOf(
    twoMonths((_, i) => (i === 0 || i === 5 ? "no" : "yes")),
    plan,
  );
  // The table of the results has two columns of other periods: whole it stands in the appendix.
  expect([body.includes(changes), appendices.includes(changes)]).toEqual([false, true]);
  // Xã A has 2 cases, in the bars of the body and in the table of the appendix.
  expect([body.includes(stars), appendices.includes(stars)]).toEqual([true, true]);
  const met = await bodyOf(
    twoMonths(() => "yes"),
    plan,
  );
  // With nothing missed no bars are drawn: its star is in the appendix alone.
  expect([met.body.includes(stars), met.appendices.includes(stars)]).toEqual([false, true]);
});
