/** Workbooks as other programs write them: every value worked by hand. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kindOfFormat } from "../../src/read/workbook/book.ts";
import type { Report } from "../../src/report/report.ts";
import { folder, kpi, report } from "../run.ts";
import { runs } from "../runs.ts";
import { type BookXml, rowOf, type SheetXml, xlsxOf } from "../workbooks.ts";

function write(sheets: readonly SheetXml[], book: BookXml = {}): string {
  const file = join(folder(), "cases.xlsx");
  writeFileSync(file, xlsxOf(sheets, book));
  return file;
}

/** The cases as they were understood. */
async function converted(file: string, ...args: string[]): Promise<string[]> {
  const { out, err } = await kpi(["convert", file, "--out", "-", "--lang", "en", ...args]);
  if (out === "") throw new Error(err);
  return out.replace("\ufeff", "").trimEnd().split(/\r?\n/);
}

const headers = ["Mã hồ sơ", "Hình thức nộp", "Ngày tiếp nhận", "Số hóa hồ sơ"];
/** 1 September 2025, 08:00. */
const morning = 45_901 + 1 / 3;

describe("cells", () => {
  it("dates by Excel's own formats and the user's, midnights as days where most are: 2025-09-01T08:00:00", async () => {
    const file = write([{ name: "S", xml: rowOf(1, ...headers) + rowOf(2, "A", "Trực tuyến", morning, "Có") }], {
      formats: ['dd/mm/yyyy "lúc" hh:mm'],
    });
    expect((await converted(file))[1]).toBe("A,online,2025-09-01T08:00:00,true");
  });

  it("a date of 1904 is the same day: 44,439 and 1,462 days; date1904 in every spelling", async () => {
    for (const properties of ['date1904="1"', 'date1904="true"', "date1904='on'"]) {
      const file = write(
        [{ name: "S", xml: rowOf(1, ...headers) + rowOf(2, "A", "Trực tuyến", morning - 1462, "Có") }],
        { properties },
      );
      expect((await converted(file))[1], properties).toBe("A,online,2025-09-01T08:00:00,true");
    }
  });

  it("without r, rows split in two, rows without numbers, names with a prefix", async () => {
    const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const bare = `<row>${headers.map(inline).join("")}</row><row>${inline("A")}${inline("Trực tuyến")}<c s="1"><v>${morning}</v></c>${inline("Có")}</row>`;
    expect((await converted(write([{ name: "S", xml: bare }])))[1]).toBe("A,online,2025-09-01T08:00:00,true");
    const split = `${rowOf(1, ...headers)}<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c></row><row r="2"><c r="B2" t="inlineStr"><is><t>Trực tuyến</t></is></c><c r="C2" s="1"><v>${morning}</v></c></row>`;
    expect((await converted(write([{ name: "S", xml: split }])))[1]).toBe("A,online,2025-09-01T08:00:00,");
    // Without numbers too: the cells say their row; three rows, each in two, are three.
    const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const [first, ...others] = headers.map((text, i) => cell(`${"ABCD"[i]}1`, text));
    const inTwo = (row: number, id: string) =>
      `<row>${cell(`A${row}`, id)}${cell(`$B$${row}`, "Trực tuyến")}</row><row><c r="C${row}" s="1"><v>${morning}</v></c>${cell(`D${row}`, "Có")}</row>`;
    const nameless = `<row>${first}</row><row>${others.join("")}</row>${inTwo(2, "A")}<row/>${inTwo(4, "B")}`;
    expect((await converted(write([{ name: "S", xml: nameless }]))).slice(1)).toEqual([
      "A,online,2025-09-01T08:00:00,true",
      "B,online,2025-09-01T08:00:00,true",
    ]);
    // Cells that all say row 1 are of a row a tag.
    const stuck = [headers, ["A", "Trực tuyến", "01/09/2025 08:00", "Có"]].map(
      (row) => `<row>${row.map((text, i) => cell(`${"ABCD"[i]}1`, text)).join("")}</row>`,
    );
    expect((await converted(write([{ name: "S", xml: stuck.join("") }])))[1]).toBe("A,online,2025-09-01T08:00:00,true");
    const prefixed = (rowOf(1, ...headers) + rowOf(2, "A", "Trực tuyến", morning, "Có")).replaceAll(
      /<(\/?)(\w)/g,
      "<$1x:$2",
    );
    expect((await converted(write([{ name: "S", xml: prefixed }], { prefix: "x" })))[1]).toBe(
      "A,online,2025-09-01T08:00:00,true",
    );
  });

  it("shared texts in runs, without how they are read aloud; entities and _x000D_ are the characters they stand for", async () => {
    const strings = [
      "<t>A&amp;1</t>",
      "<r><t>Trực </t></r><r><t>tuyến</t></r><rPh sb='0' eb='1'><t>xyz</t></rPh>",
      "<t>Có_x000D_\n</t>",
    ];
    const shared = (at: string, index: number) => `<c r="${at}" t="s"><v> ${index} </v></c>`;
    const row = `<row r="2">${shared("A2", 0)}${shared("B2", 1)}<c r="C2" s="1"><v>${morning}</v></c>${shared("D2", 2)}</row>`;
    expect((await converted(write([{ name: "S", xml: rowOf(1, ...headers) + row }], { strings })))[1]).toBe(
      "A&1,online,2025-09-01T08:00:00,true",
    );
  });

  it("an error and a formula without a value are faults with their code, never blank; an empty text of a formula is", async () => {
    const cells = [
      '<c r="D2" t="e"><v>#REF!</v></c>',
      '<c r="D3"><f>VLOOKUP(A3,X,2)</f></c>',
      '<c r="D4" t="str"><f>IF(1,"")</f><v></v></c>',
      '<c r="D5" t="e"><v>#N/A</v></c>',
    ];
    const rows = cells.map((cell, i) => rowOf(i + 2, `H${i}`, "Trực tuyến", morning, cell)).join("");
    const made = await report([
      write([{ name: "S", xml: rowOf(1, ...headers) + rows }]),
      "--year",
      "2025",
      "--kpi",
      "record-digitisation-share",
    ]);
    // The blank one is online: it is digital already.
    expect(made.results[0].measure).toMatchObject({ numerator: 1, denominator: 1 });
    expect(made.results[0].excluded).toEqual({ "bad-record-digitised": 3 });
    expect(made.ledger.unknownWords.map(({ word, sheet, cell }) => [word, sheet, cell])).toEqual([
      ["#REF!", "S", "D2"],
      ["#CALC?", "S", "D3"],
      ["#N/A (Excel)", "S", "D5"],
    ]);
  });

  it("a merged cell fills the cells below it, and is told; merged headers do not", async () => {
    const rows =
      rowOf(1, ...headers) +
      rowOf(2, "A", "Trực tuyến", morning, "Có") +
      rowOf(3, "B", null, morning, "Có") +
      rowOf(4, "C", null, morning, "Có");
    const file = write([
      { name: "S", xml: rows, behind: '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>' },
    ]);
    expect((await converted(file)).slice(1)).toEqual([
      "A,online,2025-09-01T08:00:00,true",
      "B,online,2025-09-01T08:00:00,true",
      "C,,2025-09-01T08:00:00,true",
    ]);
    const made = await report([file, "--year", "2025"]);
    expect(made.notes).toContainEqual({ code: "merged-cells", data: { input: "cases.xlsx", count: 1 } });
  });

  it("times of day, and durations over a day, are written as clocks", () => {
    expect(
      ["h:mm", "[h]:mm", "dd/mm/yyyy", "[$-409]mmm-yy;@", "#,##0.00", '0 "ngày"', "mm:ss", "General", "[Red]0"].map(
        kindOfFormat,
      ),
    ).toEqual(["time", "duration", "date", "date", "number", "number", "time", "number", "number"]);
  });

  it("rounds a fraction of a second: 45901.333333 is 08:00:00, and so is 45901.33333449", async () => {
    const file = write([
      {
        name: "S",
        xml:
          rowOf(1, ...headers) +
          rowOf(2, "A", "Trực tuyến", 45_901.333333, "Có") +
          rowOf(3, "B", "Trực tuyến", 45_901.33333449, "Có"),
      },
    ]);
    expect((await converted(file)).slice(1).map((line) => line.split(",")[2])).toEqual([
      "2025-09-01T08:00:00",
      "2025-09-01T08:00:00",
    ]);
  });
});

describe("sheets", () => {
  const cases = (id: string) => rowOf(1, ...headers) + rowOf(2, id, "Trực tuyến", morning, "Có");

  it("of one header are read together and said; a cover is not; --sheet decides, by name and number", async () => {
    const cover = { name: "Bìa", xml: rowOf(1, "Sổ theo dõi hồ sơ", "2025") };
    const file = write([cover, { name: "T8", xml: cases("A") }, { name: "T9", xml: cases("B") }]);
    const made = await report([file, "--year", "2025"]);
    expect(made.ledger.counted).toBe(2);
    expect(made.notes.find(({ code }) => code === "sheets-read")?.data).toEqual({
      input: "cases.xlsx",
      count: 2,
      sheets: "T8, T9",
      others: "Bìa",
    });
    expect((await converted(file, "--sheet", "T9")).slice(1)).toEqual(["B,online,2025-09-01T08:00:00,true"]);
    expect((await converted(file, "--sheet", "2")).slice(1)).toEqual(["A,online,2025-09-01T08:00:00,true"]);
    expect((await converted(file, "--sheet", "all")).slice(1)).toHaveLength(2);
  });

  it("that are hidden are told and not read; rows that a filter hides are read and told", async () => {
    const hidden = { name: "Cũ", xml: cases("X"), state: "hidden" as const };
    const rows = cases("A") + rowOf(3, "B", "Trực tuyến", morning, "Có").replace("<row ", '<row hidden="1" ');
    const made: Report = await report([write([hidden, { name: "Mới", xml: rows }]), "--year", "2025"]);
    expect(made.ledger.counted).toBe(2);
    const told = made.notes.map(({ code, data }) => [code, data.count ?? data.sheets]);
    expect(told).toContainEqual(["hidden-sheets", "Cũ"]);
    expect(told).toContainEqual(["hidden-rows", 1]);
  });

  it("a fault on the second sheet is named by that sheet and cell", async () => {
    const bad = rowOf(1, ...headers) + rowOf(2, "B", "Kiosk", morning, "Có");
    const { out } = await kpi([
      "check",
      write([
        { name: "T8", xml: cases("A") },
        { name: "T9", xml: bad },
      ]),
      "--year",
      "2025",
      "--lang",
      "en",
    ]);
    expect(out).toContain('cases.xlsx, sheet "T9", cell B2');
  });
});

describe("a header of two rows that stands again, merged as where it stood first", () => {
  const top = ["Mã hồ sơ", "Hình thức nộp", "Ngày", null, "Số hóa hồ sơ"];
  const bottom = [null, null, "tiếp nhận", "hẹn trả", null];
  const numbers = ["(1)", "(2)", "(3)", "(4)", "(5)"];
  const caseAt = (row: number, id: string) => rowOf(row, id, "Trực tuyến", morning, morning + 3, "Có");
  const xml = (from: number, ...rows: (string | null)[][]) =>
    rows.map((cells, i) => rowOf(from + i, ...cells)).join("");
  const cells = ["A1:A2", "B1:B2", "C1:D1", "E1:E2", "A5:A6", "B5:B6", "C5:D5", "E5:E6"];
  const merges = (refs: readonly string[]) =>
    `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;

  it("is passed over: 2 cases of 2, none rejected, and no cell filled", async () => {
    const rows = xml(1, top, bottom, numbers) + caseAt(4, "A") + xml(5, top, bottom, numbers) + caseAt(8, "B");
    const file = write([{ name: "S", xml: rows, behind: merges(cells) }]);
    const made = await report([file, "--year", "2025"]);
    expect(made.ledger).toMatchObject({ read: 2, counted: 2, rejected: 0 });
    expect(made.inputs[0].passedOver).toMatchObject({ numbering: 1, header: 3 });
    expect(made.notes.filter(({ code }) => code === "merged-cells")).toEqual([]);
  });

  it("and a cell of a case that is merged right below it is that of the next: 1 cell filled", async () => {
    const rows = `${xml(1, top, bottom)}${caseAt(3, "A")}${xml(5, top, bottom)}${caseAt(7, "B")}${rowOf(8, "C", null, morning, morning + 3, "Có")}`;
    const file = write([{ name: "S", xml: rows, behind: merges([...cells, "B7:B8"]) }]);
    expect((await converted(file)).slice(-1)[0]).toMatch(/^C,online,/);
    const made = await report([file, "--year", "2025"]);
    expect(made.notes.find(({ code }) => code === "merged-cells")?.data).toMatchObject({ count: 1 });
    expect(made.ledger).toMatchObject({ read: 3, counted: 3, rejected: 0 });
  });
});

describe("a workbook under a delimiter that is given for other logs", () => {
  it("is read by its cells, one of which holds that delimiter", async () => {
    const file = write([{ name: "S", xml: rowOf(1, ...headers) + rowOf(2, "A;B", "Trực tuyến", morning, "Có") }]);
    const [, ...rows] = await converted(file, "--delimiter", ";");
    expect(rows).toEqual(["A;B,online,2025-09-01T08:00:00,true"]);
  });
});

describe("no workbook of cases", () => {
  it.each([
    ["a password", "EncryptedPackage", "protected by a password"],
    ["the old kind", "Workbook", "of the old kind"],
  ])("%s is said to be what it is, exit 2", async (_, name, said) => {
    const file = join(folder(), "cases.xlsx");
    const bytes = Buffer.alloc(4096);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.write(name, 1024, "utf16le");
    writeFileSync(file, bytes);
    const run = await kpi(["check", file, "--year", "2025", "--lang", "en"]);
    expect([run.code, run.err.includes(said)]).toEqual([2, true]);
  });

  it("a cut archive is refused, wherever it is cut, and never shown as a bug", async () => {
    const whole = xlsxOf([{ name: "S", xml: rowOf(1, ...headers) + rowOf(2, "A", "Trực tuyến", morning, "Có") }]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: whole.length - 30 }), async (length) => {
        const file = join(folder(), "cut.xlsx");
        writeFileSync(file, whole.subarray(0, length));
        expect((await kpi(["check", file, "--year", "2025"])).code).toBe(2);
      }),
      { numRuns: runs(20) },
    );
  });
});

it("the texts of any cells come back as they were written, in any pieces of the archive", async () => {
  const text = fc
    .string({ unit: "grapheme", maxLength: 12 })
    // An eth or an Ɖ is read as the letter that it looks like (the Đ of old fonts); signs that nobody sees are taken off.
    .map((one) => one.replace(/[\p{C}\p{Z}\p{DI}\s_\ufffcðÐƉɖ]/gu, "").normalize("NFC"));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (ids) => {
      const escaped = (one: string) => one.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      const rows = ids.map((id, i) => rowOf(i + 2, `"${escaped(id)}"${i}`, "Trực tuyến", morning, "Có")).join("");
      const lines = await converted(write([{ name: "S", xml: rowOf(1, ...headers) + rows }]));
      const back = lines.slice(1).map((line) => /^"(.*)",online/.exec(line)?.[1].replaceAll('""', '"'));
      expect(back).toEqual(ids.map((id, i) => `"${id}"${i}`));
    }),
    { numRuns: runs(20) },
  );
});
