/** Parts of a workbook as few programs write them: valid, or against the format and plain all the same. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { folder, kpi } from "../run.ts";
import { bookOf, rowOf, type SheetXml } from "../workbooks.ts";

const headers = ["Mã hồ sơ", "Hình thức nộp", "Ngày tiếp nhận", "Số hóa hồ sơ"];
/** 1 September 2025, 08:00. */
const morning = 45_901 + 1 / 3;
const shared = (at: string, i: number) => `<c r="${at}" t="s"><v>${i}</v></c>`;
const strings = [...headers, "A", "Trực tuyến", "Có"].map((text) => `<t>${text}</t>`);
const cells = ["A1", "B1", "C1", "D1"].map(shared).join("");
const sheet: SheetXml = {
  name: "S",
  xml: `<row r="1">${cells}</row><row r="2">${shared("A2", 4)}${shared("B2", 5)}<c r="C2" s="1"><v>${morning}</v></c>${shared("D2", 6)}</row>`,
};
type Files = Record<string, Uint8Array>;
const files = (): Files => bookOf([sheet], { strings });

/** The one case of a workbook of these files. */
async function caseOf(parts: Files): Promise<string> {
  const file = join(folder(), "cases.xlsx");
  writeFileSync(file, zipSync(parts));
  const { out, err } = await kpi(["convert", file, "--out", "-", "--lang", "en"]);
  return out.trimEnd().split(/\r?\n/)[1] ?? err;
}
/** The same files, of which the text of some is another. */
const changed = (names: RegExp, change: (text: string) => string | Uint8Array): Files =>
  Object.fromEntries(
    Object.entries(files()).map(([name, bytes]) => {
      const made = names.test(name) ? change(strFromU8(bytes)) : bytes;
      return [name, typeof made === "string" ? strToU8(made) : made];
    }),
  );
const understood = "A,online,2025-09-01T08:00:00,true";

it.each([
  ["utf16le", "\ufeff"],
  ["utf16be", "\ufeff"],
  ["utf16le", ""],
] as const)("every part in %s with the mark %j is read", async (encoding, mark) => {
  const encoded = (text: string) => {
    const bytes = Buffer.from(mark + text.replace('encoding="UTF-8"', 'encoding="UTF-16"'), "utf16le");
    return encoding === "utf16le" ? bytes : bytes.swap16();
  };
  for (const names of [/sheet1/, /sharedStrings/, /\.xml|\.rels/])
    expect(await caseOf(changed(names, encoded))).toBe(understood);
});

it("spaces stand round the sign of an attribute", async () => {
  const spaced = (text: string) => text.replace(/ (r|s|t)="/g, ' $1 =\n "').replaceAll("='", " = '");
  expect(await caseOf(changed(/sheet1/, spaced))).toBe(understood);
});

it("targets have backslashes, and names of entries begin with a slash, or have backslashes", async () => {
  const targets = (text: string) =>
    text.replaceAll("worksheets/", "worksheets\\").replace("/xl/shared", "\\xl\\shared");
  expect(await caseOf(changed(/workbook\.xml\.rels/, targets))).toBe(understood);
  const named = (name: (own: string) => string) =>
    Object.fromEntries(Object.entries(files()).map(([own, bytes]) => [name(own), bytes]));
  expect(await caseOf(named((own) => `/${own}`))).toBe(understood);
  expect(await caseOf(named((own) => `\\${own.replaceAll("/", "\\")}`))).toBe(understood);
});

it("no relation names the texts, and a text within a cell has no type", async () => {
  const without = (text: string) => text.replace(/<Relationship Id="ss"[^>]*>/, "");
  expect(await caseOf(changed(/workbook\.xml\.rels/, without))).toBe(understood);
  const untyped = (text: string) => text.replace(shared("B2", 5), '<c r="B2"><is><t>Trực tuyến</t></is></c>');
  expect(await caseOf(changed(/sheet1/, untyped))).toBe(understood);
});

it("a boolean with spaces is what it says, NUL behind a text is nothing, and moments under [h]:mm are moments", async () => {
  const at = (xml: string) =>
    bookOf([{ name: "S", xml: rowOf(1, ...headers.map((one) => `${one}_x0000__x0000_`)) + xml }], {
      formats: ["[h]:mm"],
    });
  const boolean = '<c r="D2" t="b"><v> 1 </v></c>';
  expect(await caseOf(at(rowOf(2, "A", "Trực tuyến", morning, boolean)))).toBe(understood);
});

it("warnings of PHP stand before a page", async () => {
  const row = (...own: string[]) => `<tr>${own.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const file = join(folder(), "export.xls");
  const warning = "\nWarning: Undefined variable $x in /var/www/export.php on line 3\n";
  writeFileSync(file, `${warning}<table>${row(...headers)}${row("A", "Trực tuyến", "01/09/2025 08:00", "Có")}</table>`);
  const { out } = await kpi(["convert", file, "--out", "-", "--lang", "en"]);
  expect(out.trimEnd().split(/\r?\n/)[1]).toBe(understood);
});
