/** Sheets and tables that make one log: which of them, where their columns stand in it, and where a fault is in them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, kpi, log, report } from "../run.ts";
import { rowOf, type SheetXml, xlsxOf } from "../workbooks.ts";

const headers = ["Mã hồ sơ", "Hình thức nộp", "Ngày tiếp nhận", "Ngày trả kết quả", "Trạng thái", "Mức độ hài lòng"];
const caseOf = (id: string, rating = "Hài lòng", channel = "Trực tuyến") => [
  id,
  channel,
  "01/09/2025 08:00",
  "02/09/2025 08:00",
  "Đã trả kết quả",
  rating,
];
const sheet = (name: string, rows: readonly (readonly (string | number | null)[])[]): SheetXml => ({
  name,
  xml: rows.map((cells, i) => rowOf(i + 1, ...cells)).join(""),
});

function workbook(...sheets: readonly SheetXml[]): string {
  const file = join(folder(), "cases.xlsx");
  writeFileSync(file, xlsxOf(sheets));
  return file;
}

function page(...tables: readonly (readonly (readonly string[])[])[]): string {
  const file = join(folder(), "cases.xls");
  const cells = (row: readonly string[]) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  writeFileSync(file, `<html>${tables.map((rows) => `<table>${rows.map(cells).join("")}</table>`).join("")}</html>`);
  return file;
}

const satisfaction = ["--year", "2025", "--kpi", "satisfaction-online"];
/** Satisfied, rated, and what the note says of the sheets. */
async function read(file: string, ...args: string[]) {
  const made = await report([file, ...satisfaction, ...args]);
  const note = made.notes.find(({ code }) => code === "sheets-read" || code === "tables-read");
  const { numerator, denominator } = made.results[0].measure as { numerator?: number; denominator?: number };
  return { figure: [numerator, denominator], sheets: note?.data.sheets, others: note?.data.others, made };
}

/** Two satisfied cases in August, three that are not in September: 2 of 5. */
const august = [headers, caseOf("A1"), caseOf("A2")];
const unhappy = (id: string) => caseOf(id, "Không hài lòng");

describe("sheets of one log", () => {
  it.each<[string, readonly (readonly (string | null)[])[]]>([
    ["a column more", [[...headers, "Ghi chú"], unhappy("B1"), unhappy("B2"), unhappy("B3")]],
    [
      "other case, marks and spaces",
      [headers.map((one) => ` ${one.toUpperCase()} `), ...["B1", "B2", "B3"].map(unhappy)],
    ],
    [
      "no marks",
      [
        headers.map((one) => one.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d")),
        ...["B1", "B2", "B3"].map(unhappy),
      ],
    ],
    ["another order", [headers.toReversed(), ...["B1", "B2", "B3"].map((id) => unhappy(id).toReversed())]],
    [
      "a column without a name in front",
      [[null, ...headers], ...["B1", "B2", "B3"].map((id) => [null, ...unhappy(id)])],
    ],
    [
      "another header of the same field",
      [headers.map((one) => (one === "Mã hồ sơ" ? "Số hồ sơ" : one)), ...["B1", "B2", "B3"].map(unhappy)],
    ],
  ])("%s is no other header: 2 of 5 satisfied, of both sheets and with --sheet all", async (_, rows) => {
    const file = workbook(sheet("Tháng 8", august), sheet("Tháng 9", rows));
    for (const args of [[], ["--sheet", "all"]]) {
      const { figure, sheets, others } = await read(file, ...args);
      expect([figure, sheets, others]).toEqual([[2, 5], "Tháng 8, Tháng 9", ""]);
    }
  });

  it("headers that stand again in them are none of their cases: 2 of 4 satisfied", async () => {
    const other = [...headers.map((one) => one.toUpperCase()), "Ghi chú"];
    const file = workbook(
      sheet("Tháng 8", [headers, caseOf("A1"), headers, caseOf("A2")]),
      sheet("Tháng 9", [other, unhappy("B1"), other, unhappy("B2")]),
    );
    const { figure, made } = await read(file);
    expect([figure, made.ledger.read, made.ledger.rejected]).toEqual([[2, 4], 4, 0]);
  });

  it("of other fields are read with --sheet all alone, each by its own header, and what is not is named", async () => {
    // Without a column of the channel: whether its two cases are online is not known.
    const short = headers.filter((one) => one !== "Trạng thái");
    const cells = (id: string) => unhappy(id).filter((cell) => cell !== "Đã trả kết quả");
    const file = workbook(
      sheet("Tháng 8", august),
      sheet("Tháng 9", [
        ["Đơn vị xử lý", ...short],
        ["UBND xã A", ...cells("B1")],
        ["UBND xã B", ...cells("B2")],
      ]),
      sheet("Tổng hợp", [
        ["Lĩnh vực", "Số hồ sơ"],
        ["Hộ tịch", "5"],
      ]),
      sheet("Bìa", [["Sổ theo dõi", "2025"]]),
    );
    const first = await read(file);
    expect([first.figure, first.sheets, first.others]).toEqual([[2, 2], "Tháng 8", "Tháng 9, Tổng hợp, Bìa"]);
    const all = await read(file, "--sheet", "all");
    expect([all.figure, all.sheets, all.others]).toEqual([[2, 4], "Tháng 8, Tháng 9", "Tổng hợp, Bìa"]);
    const { out } = await kpi(["convert", file, "--out", "-", "--sheet", "all"]);
    // The agency of the second sheet is read, though the first has no such column.
    expect(out).toContain("UBND xã B");
  });

  it("of durations in other units are not read as one column: hours and days", async () => {
    const of = (unit: string) => [
      ["Mã hồ sơ", "Ngày tiếp nhận", `Thời gian xử lý (${unit})`],
      ["A", "01/09/2025", "8"],
    ];
    const file = workbook(sheet("Giờ", of("giờ")), sheet("Ngày", of("ngày")));
    for (const args of [[], ["--sheet", "all"]]) {
      const { sheets, others } = await read(file, ...args);
      expect([sheets, others]).toEqual(["Giờ", "Ngày"]);
    }
  });

  it("are the best, not the first: a summary of two known columns is not the log, and said", async () => {
    const summary = sheet("Tổng hợp", [
      ["Lĩnh vực", "Số hồ sơ"],
      ["Hộ tịch", "5"],
    ]);
    const { figure, sheets, others } = await read(workbook(summary, sheet("Hồ sơ", august)));
    expect([figure, sheets, others]).toEqual([[2, 2], "Hồ sơ", "Tổng hợp"]);
  });

  it("that are hidden are named where the visible ones have no case, or no header: with their known columns and --sheet", async () => {
    const hidden = { ...sheet("Data", august), state: "veryHidden" as const };
    const cover = { name: "Báo cáo", xml: rowOf(1, "Báo cáo tháng 8") };
    const summary = { name: "Báo cáo", xml: rowOf(1, "Đơn vị", "Mã hồ sơ") + rowOf(2, "Xã A", "Tổng số: 3") };
    for (const shown of [cover, summary]) {
      const { err } = await kpi(["check", workbook(shown, hidden), ...satisfaction, "--lang", "en"]);
      expect(err).toMatch(/The hidden sheet "Data" has \d known columns: --sheet "Data"/);
    }
    const { err } = await kpi([
      "check",
      workbook(cover, { ...cover, name: "Ẩn", state: "hidden" }),
      ...satisfaction,
      "--lang",
      "vi",
    ]);
    expect(err).toContain('Các trang tính bị ẩn (--sheet): "Ẩn".');
  });

  it("that are hidden are told with --sheet too; when all are, that is said", async () => {
    const hidden = { ...sheet("Cũ", august), state: "hidden" as const };
    const { made } = await read(workbook(hidden, sheet("Mới", august)), "--sheet", "Mới");
    expect(made.notes.find(({ code }) => code === "hidden-sheets")?.data.sheets).toBe("Cũ");
    const run = await kpi(["check", workbook(hidden), ...satisfaction, "--lang", "en"]);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('--sheet "Cũ"')]);
  });

  it("a fault is named by the sheet's own cell: B2 of a sheet whose columns stand in another order", async () => {
    const rows = [
      headers.toReversed(),
      caseOf("B1", "Tàm tạm").toReversed(),
      caseOf("B2", "Hài lòng", "Kiosk").toReversed(),
    ];
    const file = workbook(sheet("T8", august), sheet("T9", rows));
    const { made } = await read(file);
    expect(made.ledger.unknownWords.map(({ word, sheet: own, cell }) => [word, own, cell])).toEqual([
      ["Tàm tạm", "T9", "A2"],
      ["Kiosk", "T9", "E3"],
    ]);
    const { out } = await kpi(["inspect", file, "--lang", "en"]);
    expect(out).toMatch(/sheet "T9",\s+cell A2/);
    const written = await kpi(["check", file, ...satisfaction, "--rejects", "-"]);
    expect(written.out.split(/\r?\n/).map((line) => line.split(",").slice(-3))).toEqual(
      expect.arrayContaining([
        ["superseded", "sheet", "cell"],
        ["false", "T9", "A2"],
        ["false", "T9", "E3"],
      ]),
    );
  });

  it("rows far below, and rows out of order, keep their numbers: B20000, B3", async () => {
    const far = sheet("S", august).xml + rowOf(20_000, ...caseOf("C", "Hài lòng", "Kiosk"));
    const mixed = rowOf(1, ...headers) + rowOf(4, ...caseOf("A")) + rowOf(3, ...caseOf("B", "Hài lòng", "Kiosk"));
    for (const [xml, cell] of [
      [far, "B20000"],
      [mixed, "B3"],
    ]) {
      const { made } = await read(workbook({ name: "S", xml }));
      expect(made.ledger.unknownWords.map((word) => word.cell)).toEqual([cell]);
    }
  });

  it("one midnight among 220 times of two sheets is a time, though it is one of 20 of its own sheet", async () => {
    const morning = 45_901.375;
    const of = (count: number, first: number) => [
      headers,
      ...Array.from({ length: count }, (_, i) => {
        const [, ...rest] = caseOf("");
        return [`${first}-${i}`, rest[0], i === 0 ? first : morning, ...rest.slice(2)];
      }),
    ];
    const file = workbook(sheet("T8", of(200, morning)), sheet("T9", of(20, 45_901)));
    const { out } = await kpi(["convert", file, "--out", "-"]);
    expect(out).toContain("45901-0,online,2025-09-01T00:00:00");
  });
});

describe("tables of a page", () => {
  it("of the same fields are read together, whatever their order: 2 of 5", async () => {
    const rows = [
      ["Ghi chú", ...headers.toReversed()],
      ...["B1", "B2", "B3"].map((id) => ["", ...unhappy(id).toReversed()]),
    ];
    const { figure, sheets } = await read(page(august, rows));
    expect([figure, sheets]).toEqual([[2, 5], "#1, #2"]);
  });

  it("a longer table of sums is not the log where another has times", async () => {
    const sums = [["Lĩnh vực", "Số hồ sơ"], ...Array.from({ length: 9 }, (_, i) => [`Lĩnh vực ${i}`, "5"])];
    const { figure, sheets, others } = await read(page(sums, august));
    expect([figure, sheets, others]).toEqual([[2, 2], "#2", "#1"]);
  });
});

describe("what is wrong with a sheet", () => {
  const cover = sheet("Bìa", [["SỞ NỘI VỤ"]]);
  const said = async (file: string) => {
    const run = async (language: string) => (await kpi(["check", file, ...satisfaction, "--lang", language])).err;
    return [await run("vi"), await run("en")];
  };

  it("is told with the sheet, the row and the letters of columns: D and G of row 2 of the second sheet", async () => {
    const rows = [["Danh sách"], [...headers, "Ngày trả kết quả"], [...caseOf("A"), ""]];
    const [vi, en] = await said(workbook(cover, sheet("Tháng 9", rows)));
    expect(vi).toContain('trang tính "Tháng 9", dòng 2: tiêu đề "Ngày trả kết quả" xuất hiện ở cột D và G');
    expect(en).toContain('sheet "Tháng 9", row 2: the header "Ngày trả kết quả" stands in columns D and G');
    const [ofPage] = await said(page(rows.map((row) => row.map((cell) => cell))));
    expect(ofPage).toContain("bảng 1, dòng 2");
    expect(ofPage).toContain("cột 4 và 7");
  });

  it("is that the header stands in row 41 of the second sheet", async () => {
    const low = [...Array.from({ length: 40 }, () => ["x"]), headers, caseOf("A")];
    const [vi, en] = await said(workbook(sheet("Bìa", [["a", "b", "c", "d", "e", "f", "g"]]), sheet("Tháng 9", low)));
    expect(vi).toContain('dòng tiêu đề ở trang tính "Tháng 9", dòng 41');
    expect(en).toContain('it stands in sheet "Tháng 9", row 41');
  });

  it("is that no sheet has a header: the widest is named, and the others are to choose from", async () => {
    const unknown = [
      ["Cột một", "Cột hai", "Nguồn"],
      ["1", "2", "3"],
    ];
    const [vi, en] = await said(workbook(cover, sheet("Tháng 9", unknown)));
    expect(vi).toContain('trang tính "Tháng 9": không tìm thấy dòng tiêu đề');
    expect(vi).toContain('khác (--sheet): "Bìa"');
    expect(en).toContain('sheet "Tháng 9": no header row was found');
  });

  it("is that the sheet that was read has no case, beside others", async () => {
    const [vi] = await said(workbook(sheet("Mẫu", [headers]), sheet("Khác", [["x"]])));
    expect(vi).toContain('trang tính "Mẫu" chỉ có dòng tiêu đề, không có hồ sơ nào.');
    expect(vi).toContain('"Khác"');
  });
});

describe("a header too low", () => {
  it("in row 31 is said to be there, and not taken for letters encoded twice", async () => {
    const file = join(folder(), "cases.csv");
    writeFileSync(file, `${"x,y\n".repeat(30)}${[headers, caseOf("A")].map((row) => row.join(",")).join("\n")}\n`);
    const run = await kpi(["check", file, ...satisfaction, "--lang", "en"]);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining("stands on line 31")]);
  });
});

describe("a workbook with a small table", () => {
  const book = (...sheets: SheetXml[]) => log(xlsxOf(sheets), "danh-muc.xlsx");
  const args = ["fixtures/sample/cases.csv", "--year", "2025"];

  it("of 3 sheets is told with the 1 that was read, the one that was not, and the hidden one", async () => {
    const file = book(
      { name: "Bìa", xml: rowOf(1, "Danh mục") },
      { name: "DM", xml: rowOf(1, "Mã TTHC", "Lĩnh vực") + rowOf(2, "1.000001", "A") },
      { name: "Cũ", xml: rowOf(1, "Mã TTHC", "Lĩnh vực") + rowOf(2, "1.000002", "A"), state: "hidden" },
    );
    const { notes } = await report([...args, "--procedures", file]);
    const told = notes.filter(({ data }) => data.input === "danh-muc.xlsx");
    expect(told).toEqual([
      { code: "sheets-read", data: { input: "danh-muc.xlsx", count: 1, sheets: "DM", others: "Bìa", supplied: 1 } },
      { code: "hidden-sheets", data: { input: "danh-muc.xlsx", sheets: "Cũ", supplied: 1 } },
    ]);
    const { out } = await kpi(["check", ...args, "--procedures", file, "--lang", "en"]);
    expect(out).toContain('danh-muc.xlsx: read the sheet "DM"; not read: "Bìa".');
    expect(out).toContain('danh-muc.xlsx: hidden sheets are not read: "Cũ".');
  });

  it("without a header of its own names its sheet and the 1 other; one with two columns of a kind its 2 letters", async () => {
    const none = book(
      { name: "Bìa", xml: rowOf(1, "Danh mục") },
      { name: "DM", xml: rowOf(1, "Tên", "Giá") + rowOf(2, "A", "1") },
    );
    const twice = book({
      name: "DM",
      xml: rowOf(1, "Mã TTHC", "Cấp", "Mã thủ tục") + rowOf(2, "1.000001", "Xã", "1.000001"),
    });
    const told = async (file: string) =>
      (await kpi(["check", ...args, "--procedures", file, "--lang", "en"])).err.split("\n");
    const [first, , other] = await told(none);
    expect(first).toBe(
      'kpi: danh-muc.xlsx, sheet "DM": no column procedure_code ("Mã TTHC") was found among the first 30 rows.',
    );
    expect(other).toBe('  Other sheets or tables: "Bìa".');
    expect((await told(twice))[0]).toBe(
      'kpi: danh-muc.xlsx, sheet "DM", row 1: two columns mean the same: "Mã TTHC" and "Mã thủ tục" (columns A and C).',
    );
  });

  it("with 2 faults on the second of its 2 sheets has them told with the sheet and rows 3 and 4", async () => {
    const rows = (...codes: string[]) => codes.map((code, i) => rowOf(i + 2, code, "A")).join("");
    const head = rowOf(1, "Mã TTHC", "Lĩnh vực");
    const sheets = [
      { name: "Tỉnh", xml: head + rows("1.000001", "1.000002") },
      { name: "Xã", xml: head + rows("1.000003", "X", "1.000002") },
    ];
    const { err } = await kpi(["check", ...args, "--procedures", book(...sheets), "--lang", "en"]);
    expect(err.split("\n").slice(1, 3)).toEqual([
      '  sheet "Xã", row 3, column "Mã TTHC": "X" is no procedure code; write it as 1.004616',
      '  sheet "Xã", row 4: the same as sheet "Tỉnh", row 3; remove one of them',
    ]);
  });

  it("is read on the sheet of most columns, 3, and not on the first, which has 2", async () => {
    const file = book(
      { name: "Lĩnh vực", xml: rowOf(1, "Lĩnh vực", "Cấp") + rowOf(2, "A", "Xã") },
      { name: "DM", xml: rowOf(1, "Mã TTHC", "Lĩnh vực", "Cấp") + rowOf(2, "1.000001", "A", "Xã") },
    );
    const { notes } = await report([...args, "--procedures", file]);
    expect(notes.find(({ code }) => code === "sheets-read")?.data).toMatchObject({ sheets: "DM", others: "Lĩnh vực" });
  });

  it("below a cover, its header merged over 2 rows, is read: 1 procedure within 10 days in person, 7 online", async () => {
    const file = book(
      { name: "Bìa", xml: rowOf(1, "Danh mục", "năm", "2025", "của", "UBND") },
      {
        name: "DM",
        xml:
          rowOf(1, "Mã TTHC", "Thời hạn") + rowOf(2, null, "trực tiếp", "trực tuyến") + rowOf(3, "1.000001", "10", "7"),
        behind: '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>',
      },
    );
    const { inputs } = await report([...args, "--procedures", file]);
    expect(inputs[1]).toMatchObject({
      columns: { procedure_code: "Mã TTHC", days_in_person: "Thời hạn trực tiếp", days_online: "Thời hạn trực tuyến" },
      ledger: { counted: 1 },
    });
  });
});

describe("what is told of a workbook names sheet and cell, and no line", () => {
  const withoutDay = (id: string) => [id, "Trực tuyến", "01/09/2025 08:00", null, "Đã trả kết quả", "Hài lòng"];
  /** Below a title, so that the line of the log is not the row of the sheet: header in row 2, cases from row 3. */
  const book = () =>
    workbook(
      sheet("Tháng 8", [["DANH SÁCH"], headers, caseOf("A1"), caseOf("A2"), ["Người lập biểu"]]),
      sheet("Tháng 9", [headers, caseOf("B1"), withoutDay("B2"), caseOf("B3")]),
    );

  it("a case without a day of return in sheet Tháng 9, cell D3; a signatory in sheet Tháng 8, row 5", async () => {
    const { notes } = await report([book(), ...satisfaction]);
    const dataOf = (code: string) => notes.find((note) => note.code === code)?.data;
    expect(dataOf("returned-without-date")).toMatchObject({ sheet: "Tháng 9", cell: "D3" });
    expect(dataOf("notes-passed-over")).toMatchObject({ sheet: "Tháng 8", cell: "5" });
    for (const [lang, parts] of [
      ["vi", ['(đầu tiên: trang tính "Tháng 9", ô D3)', 'dòng đầu tiên là trang tính "Tháng 8", dòng 5']],
      ["en", ['(first: sheet "Tháng 9", cell D3)', 'the first in sheet "Tháng 8", row 5']],
    ] as const) {
      const { out } = await kpi(["check", book(), ...satisfaction, "--lang", lang]);
      for (const part of parts) expect(out.replace(/\s+/g, " ")).toContain(part);
      expect(out).not.toMatch(/\bline \d/);
    }
  });

  it("inspect says where the header is, explain where the case, validate where an id is odd", async () => {
    const { out } = await kpi(["inspect", book(), "--lang", "en"]);
    expect(out).toContain('header in sheet "Tháng 8", row 2');
    const way = await kpi(["explain", "satisfaction-online", book(), "--case", "B3", "--lang", "en"]);
    expect(way.out).toContain('Case "B3": cases.xlsx, sheet "Tháng 9", cell A4');
    const valid = await kpi(["validate", book(), "--lang", "en"]);
    expect(valid.out).not.toMatch(/\bline \d/);
  });
});
