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
