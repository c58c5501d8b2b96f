/** What a cell of a page says that holds more than text: tables, lists, boxes, pictures, and the number behind a date. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { momentBehind } from "../../src/read/workbook/behind.ts";
import { folder, kpi, report } from "../run.ts";

const headers = ["Mã hồ sơ", "Hình thức nộp", "Ngày tiếp nhận", "Số hóa hồ sơ"];
const row = (...cells: readonly string[]) =>
  `<tr>${cells.map((cell) => (cell.startsWith("<td") ? cell : `<td>${cell}</td>`)).join("")}</tr>\n`;
const boxed = (text: string) => `<table><tr><td>${text}</td></tr></table>`;
const day = "01/09/2025 08:00";

function write(...rows: readonly string[]): string {
  const file = join(folder(), "export.xls");
  writeFileSync(file, `<html><meta charset="utf-8"><table border=1>${rows.join("")}</table></html>`);
  return file;
}

async function converted(...rows: readonly string[]): Promise<string[]> {
  const { out, err } = await kpi(["convert", write(row(...headers), ...rows), "--out", "-", "--lang", "en"]);
  if (out === "") throw new Error(err);
  return out.replace("\ufeff", "").trimEnd().split(/\r?\n/).slice(1);
}

describe("a table within a cell", () => {
  it("of one cell is what the cell says, in a header too: A,online,true", async () => {
    const boxes = (cells: readonly string[]) => row(...cells.map(boxed));
    const file = write(boxes(headers), boxes(["A", "Trực tuyến", day, "Có"]), boxes(["B", "Trực tiếp", day, "Không"]));
    const { out } = await kpi(["convert", file, "--out", "-", "--lang", "en"]);
    expect(out.trimEnd().split(/\r?\n/).slice(1)).toEqual([
      "A,online,2025-09-01T08:00:00,true",
      "B,in_person,2025-09-01T08:00:00,false",
    ]);
  });

  it("of some of the cells alone too: two of ten that are no are 8/10, not 8/8", async () => {
    const rows = Array.from({ length: 10 }, (_, i) =>
      row(`H${i}`, "Trực tiếp", day, i < 8 ? "Có" : boxed(`<b>Không</b>`)),
    );
    const made = await report([
      write(row(...headers), ...rows),
      "--year",
      "2025",
      "--kpi",
      "record-digitisation-share",
    ]);
    expect(made.results[0].measure).toMatchObject({ numerator: 8, denominator: 10 });
  });

  it("of pages below the list, or of a case's steps below the case, is none of its cells: 2 cases", async () => {
    const pager = `<tr><td colspan=4><table><tr><td>1</td><td>2</td><td><select><option>20</option></select></td></tr></table></td></tr>`;
    const steps = `<tr><td></td><td colspan=3><table>${row("Bước", "Ngày")}${row("Tiếp nhận", day)}${row("Thẩm định", day)}</table></td></tr>`;
    expect(await converted(row("A", "Trực tuyến", day, "Có"), steps, row("B", "Trực tuyến", day, "Có"), pager)).toEqual(
      ["A,online,2025-09-01T08:00:00,true", "B,online,2025-09-01T08:00:00,true"],
    );
  });

  it("is none of the page's: 25,000 of them are no page of too many tables", async () => {
    const rows = Array.from({ length: 25_000 }, (_, i) => row(`H${i}`, "Trực tuyến", day, boxed("Có")));
    expect(await converted(...rows)).toHaveLength(25_000);
  });
});

describe("a cell without text", () => {
  it("is what is chosen of a list, the first where nothing is said; a prompt is no choice", async () => {
    const list = (...options: readonly string[]) => `<select>${options.join("")}</select>`;
    expect(
      await converted(
        row("A", list("<option>Trực tiếp", "<option selected>Trực tuyến"), day, "Có"),
        row("B", list("<option>Trực tiếp</option>", "<option>Trực tuyến</option>"), day, "Có"),
        row("C", list("<option>-- Chọn --</option>", "<option>Trực tuyến</option>"), day, "Có"),
        row("D", `${list("<option>Trực tuyến</option>")}Trực tiếp`, day, "Có"),
      ),
    ).toEqual([
      "A,online,2025-09-01T08:00:00,true",
      "B,in_person,2025-09-01T08:00:00,true",
      "C,,2025-09-01T08:00:00,true",
      "D,in_person,2025-09-01T08:00:00,true",
    ]);
  });

  it("is what is written in a box, or true where it is checked, or the words of a picture; no button's", async () => {
    const box = (attributes: string) => `<input ${attributes}>`;
    expect(
      await converted(
        row(
          `${box("type=checkbox checked")}A`,
          box('value="Trực tuyến"'),
          `${box(`value="${day}"`)}<img alt="Chọn ngày">`,
          box("type=checkbox checked"),
        ),
        row(`${box("type=hidden value=7")}B`, "<textarea>Trực tiếp</textarea>", day, '<img src="x.png" alt="Không">'),
        row("C", "Trực tiếp", day, box("type=checkbox") + box('type=button value="Có"')),
      ),
    ).toEqual([
      "A,online,2025-09-01T08:00:00,true",
      "B,in_person,2025-09-01T08:00:00,false",
      "C,in_person,2025-09-01T08:00:00,",
    ]);
  });
});

it("what is not shown is none of the text: keys for sorting, with tags within", async () => {
  const key = '<span style="display:none">2025<span>09</span>01</span>';
  expect(await converted(row("A", "Trực tuyến", `${key}${day}`, "Có"))).toEqual(["A,online,2025-09-01T08:00:00,true"]);
});

it('rowspan="0" reaches to the end: each of two rows below is its own', async () => {
  const rows = [row("A", '<td rowspan="0">Trực tuyến</td>', day, "Có"), row("B", day, "Không"), row("C", day, "Có")];
  expect(await converted(...rows)).toEqual([
    "A,online,2025-09-01T08:00:00,true",
    "B,online,2025-09-01T08:00:00,false",
    "C,online,2025-09-01T08:00:00,true",
  ]);
});

describe("the number behind a date", () => {
  it("says the order of day and month: 45901 behind 9/1/2025 is 1 September; not where it says another day", async () => {
    const at = (number: string, shown: string) => `<td x:num="${number}">${shown}</td>`;
    expect(
      await converted(
        row("A", "Trực tuyến", at("45901.333333333336", "9/1/2025 08:00"), "Có"),
        row("B", "Trực tuyến", '<td sdval="45901.3333333333" sdnum="1066;0;DD/MM/YY">01/09/25</td>', "Có"),
        row("C", "Trực tuyến", at("45903.333333333336", "9/3/2025 08:00"), "Có"),
      ),
    ).toEqual(["A", "B", "C"].map((id, i) => `${id},online,2025-09-0${i === 2 ? 3 : 1}T08:00:00,true`));
    expect(await converted(row("A", "Trực tuyến", at("44439.3333", "13/01/2025 08:00"), "Có"))).toEqual([
      "A,online,2025-01-13T08:00:00,true",
    ]);
  });

  it("is a moment in every reading that agrees, and null in all others", () => {
    for (const shown of [
      "1/9/2025",
      "9/1/25",
      "01-09-2025 08:00",
      "2025-09-01 8:00:00",
      "1-Sep-25",
      "01/09/2025 8:00 AM",
    ])
      expect(momentBehind(shown, "45901.333333"), shown).toBe("2025-09-01T08:00:00");
    for (const shown of ["2/9/2025", "01/09/2024", "01/09/2025 09:00", "HS 1/9/2025", "45.901", "2-Sep-25", ""])
      expect(momentBehind(shown, "45901.333333"), shown).toBeNull();
    for (const number of ["", "1.5", "x", "100000"]) expect(momentBehind("01/09/2025", number)).toBeNull();
    // 20:00 is shown as 8:00 PM.
    expect(momentBehind("9/1/2025 8:00 PM", "45901.8333333333")).toBe("2025-09-01T20:00:00");
  });
});
