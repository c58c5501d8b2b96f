/** What single cells of workbooks hold that is more than their text: every value worked by hand. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { packing } from "../../src/platform/browser/packing.ts";
import { formatOf } from "../../src/read/workbook/book.ts";
import { percentText } from "../../src/read/workbook/values.ts";
import { folder, kpi, report } from "../run.ts";
import { type BookXml, bookOf, rowOf, xlsxOf } from "../workbooks.ts";

const headers = ["Mã hồ sơ", "Hình thức nộp", "Ngày tiếp nhận", "Ngày trả kết quả", "Trạng thái", "Mức độ hài lòng"];
const cells = (id: string, rating: string, received: string | number = "01/09/2025 08:00") => [
  id,
  "Trực tuyến",
  received,
  "02/09/2025 08:00",
  "Đã trả kết quả",
  rating,
];

function written(bytes: Uint8Array, name = "cases.xlsx"): string {
  const file = join(folder(), name);
  writeFileSync(file, bytes);
  return file;
}

const workbook = (rows: readonly (readonly (string | number | null)[])[], book: BookXml = {}) =>
  written(xlsxOf([{ name: "S", xml: rows.map((row, i) => rowOf(i + 1, ...row)).join("") }], book));

async function converted(file: string, ...args: string[]): Promise<string[]> {
  const { out, err } = await kpi(["convert", file, "--out", "-", "--lang", "en", ...args]);
  if (out === "") throw new Error(err);
  return out.replace("\ufeff", "").trimEnd().split(/\r?\n/);
}

const satisfaction = ["--year", "2025", "--kpi", "satisfaction-online"];
const refused = async (file: string) => {
  const { code, err } = await kpi(["check", file, ...satisfaction, "--lang", "en"]);
  return [code, err.split("\n")[0]];
};

describe("errors of Excel's", () => {
  it.each(["#N/A", "#REF!", "#GETTING_DATA", "#DIV/0!", "#NAME?", "#SPILL!"])(
    "%s as an id is no id: three such rows are three cases, each without one",
    async (word) => {
      const id = `<c t="e"><v>${word}</v></c>`;
      const made = await report([workbook([headers, ...[1, 2, 3].map(() => cells(id, "Hài lòng"))]), ...satisfaction]);
      expect(made.ledger).toMatchObject({ counted: 3, duplicates: 0 });
      expect(made.notes.find(({ code }) => code === "blank-ids")?.data.count).toBe(3);
    },
  );

  it("in a name are a fault with its code and its cell, and the group is that of blank names: A 1, blank 1", async () => {
    const error = '<c t="e"><v>#REF!</v></c>';
    const file = workbook([
      [...headers, "Đơn vị xử lý"],
      [...cells("E1", "Hài lòng"), "A"],
      [...cells("E2", "Hài lòng"), error],
    ]);
    const made = await report([file, ...satisfaction, "--by", "agency"]);
    expect(made.ledger.issues).toEqual([
      expect.objectContaining({ code: "error-cell", column: "agency", count: 1, cell: "G3", shape: "#REF!" }),
    ]);
    const { out } = await kpi(["check", file, ...satisfaction, "--by", "agency", "--lang", "en"]);
    expect(out).toContain("(blank)");
    expect(out).not.toMatch(/^ +#REF!/m);
  });

  it("in a date are told as what they are, and no option maps one in a column of words", async () => {
    const error = '<c t="e"><v>#REF!</v></c>';
    const file = workbook([headers, ["E1", error, "01/09/2025", error, "Đã trả kết quả", "Hài lòng"]]);
    for (const lang of ["vi", "en"]) {
      const { out } = await kpi(["check", file, ...satisfaction, "--lang", lang]);
      expect(out.match(/#REF!/g)?.length).toBeGreaterThan(1);
      expect(out).not.toMatch(/--map-value|…/);
    }
  });
});

describe("texts", () => {
  it("of CDATA, with comments among them, are what stands in them; entities in them are none", async () => {
    const id = '<c t="inlineStr"><is><t>A<![CDATA[<&amp;>]]>]<!-- > --><![CDATA[1]]></t></is></c>';
    const shared = '<c t="s"><v>0</v></c>';
    const file = workbook([headers, [id, shared, ...cells("", "Hài lòng").slice(2)]], {
      strings: ["<t><![CDATA[Trực tuyến]]></t>"],
    });
    expect((await converted(file))[1]).toMatch(/^A<&amp;>\]1,online,/);
  });

  it("of a number that the shared texts do not have are a fault of the cell, never a blank", async () => {
    const lost = '<c t="s"><v>7</v></c>';
    const made = await report([workbook([headers, cells("A", "Hài lòng"), cells("B", lost)]), ...satisfaction]);
    expect(made.results[0].excluded).toEqual({ "bad-rating": 1 });
    expect(made.ledger.unknownWords).toMatchObject([{ word: "#TEXT?", cell: "F3" }]);
  });
});

describe("numbers", () => {
  it("have no doubtful sign: 1.125 and 3.5 hours online, 9.25 twice in person are 75 % less", async () => {
    const of = (id: string, channel: string, hours: string) => [
      id,
      channel,
      "01/09/2025 08:00",
      "Đã trả kết quả",
      hours,
    ];
    const number = (value: number) => `<c><v>${value}</v></c>`;
    const head = ["Mã hồ sơ", "Hình thức nộp", "Ngày tiếp nhận", "Trạng thái", "Thời gian xử lý (giờ)"];
    for (const [second, third] of [
      ["3,5", "9,25"],
      [number(3.5), number(9.25)],
    ]) {
      const file = workbook([
        head,
        of("D1", "Trực tuyến", number(1.125)),
        of("D2", "Trực tuyến", second),
        of("D3", "Trực tiếp", third),
        of("D4", "Trực tiếp", third),
      ]);
      const made = await report([file, "--year", "2025", "--kpi", "processing-time-reduction"]);
      expect(made.results[0]).toMatchObject({ verdict: "pass", measure: { value: 75 } });
    }
    // All of three decimals: 1.125 and 2.125 hours are 4,050 and 7,650 seconds.
    const all = workbook([head, of("D1", "Trực tuyến", number(1.125)), of("D2", "Trực tuyến", number(2.125))]);
    const [named, ...rows] = (await converted(all)).map((line) => line.split(","));
    const seconds = named.indexOf("processing_seconds");
    expect(rows.map((row) => row[seconds])).toEqual(["4050", "7650"]);
  });

  it("of percent formats are what Excel shows: 0.95 is 95%, 1.005 is 100.5% or 101%, 0.5 is 50.00%", () => {
    expect([
      percentText(0.95, 0, 0),
      percentText(1.005, 0, 1),
      percentText(1.005, 0, 0),
      percentText(0.5, 2, 2),
      percentText(0.285, 0, 0),
      percentText(0.123, 0, 4),
      percentText(-0.05, 0, 0),
      percentText(0, 1, 1),
    ]).toEqual(["95%", "100.5%", "101%", "50.00%", "29%", "12.3%", "-5%", "0.0%"]);
    expect(["0%", "0.00%", "0.0#%", "#,##0%", "Percent", "000000", "[Red]000;0", '"HS"000', "0"].map(formatOf)).toEqual(
      [
        { kind: "percent", least: 0, most: 0 },
        { kind: "percent", least: 2, most: 2 },
        { kind: "percent", least: 1, most: 2 },
        { kind: "percent", least: 0, most: 0 },
        { kind: "percent", least: 2, most: 2 },
        { kind: "zeros", least: 6, most: 6 },
        { kind: "zeros", least: 3, most: 3 },
        { kind: "number", least: 0, most: 0 },
        { kind: "number", least: 0, most: 0 },
      ],
    );
  });

  it.each([9, "0%", 10, "0.00%"])(
    "ratings of format %s are read as those of a CSV: 3 of 4 satisfied",
    async (format) => {
      const shares = [0.25, 1, 0.8, 0.9];
      const rows = shares.map((share, i) => cells(`P${i}`, `<c s="1"><v>${share}</v></c>`));
      const csv = [headers, ...shares.map((share, i) => cells(`P${i}`, `${100 * share}%`))].map((row) => row.join(","));
      const figure = async (file: string) => (await report([file, ...satisfaction])).results[0].measure;
      const own = await figure(workbook([headers, ...rows], { formats: [format] }));
      expect(own).toEqual(await figure(written(strToU8(csv.join("\n")), "cases.csv")));
      expect(own).toMatchObject({ numerator: 3, denominator: 4 });
    },
  );

  it("of the format 000000 keep their zeros: 12 is 000012, the id of the CSV", async () => {
    const file = workbook([headers, cells('<c s="1"><v>12</v></c>', "Hài lòng")], { formats: ["000000"] });
    expect((await converted(file))[1]).toMatch(/^000012,/);
  });

  it("of a workbook from 1904 are days in a column of days without a format: 44,439 is 1 September 2025", async () => {
    const day = "<c><v>44439</v></c>";
    const file = workbook([headers, cells("44439", "Hài lòng", day)], { properties: 'date1904="1"' });
    expect((await converted(file))[1]).toMatch(/^44439,online,2025-09-01,/);
  });
});

it("a date of ISO has the clock of the sheet, whose Z is no zone: 08:00 is 08:00; another offset is one: 10:00 +09:00", async () => {
  const at = (text: string) => `<c t="d"><v>${text}</v></c>`;
  const moments = [
    ...["2025-09-01T08:00:00.000Z", "2025-09-01T08:00:00Z", "2025-09-01T08:00:00+00:00", "2025-09-01T08:00Z"],
    ...["2025-09-01T10:00:00+09:00", "2025-09-01T08:00:00+07:00", "2025-09-01T08:00:00"],
  ];
  const lines = await converted(workbook([headers, ...moments.map((text, i) => cells(`Z${i}`, "Hài lòng", at(text)))]));
  expect(lines.slice(1).map((line) => line.split(",")[2])).toEqual(moments.map(() => "2025-09-01T08:00:00"));
});

describe("a damaged workbook is refused as that", () => {
  const rows = [headers, cells("A", "Hài lòng"), cells("B", "Hài lòng")].map((row, i) => rowOf(i + 1, ...row)).join("");
  const files = bookOf([{ name: "S", xml: rows }]);
  const damaged = [2, expect.stringContaining("is damaged or cut off")];

  it("where a sheet ends between two rows, or within one, or without its last tag", async () => {
    const part = "xl/worksheets/sheet1.xml";
    const whole = new TextDecoder().decode(files[part]);
    for (const end of ['<row r="3"', ">B<", "</sheetData>", "</worksheet>"]) {
      const cut = { ...files, [part]: strToU8(whole.slice(0, whole.indexOf(end))) };
      expect(await refused(written(zipSync(cut))), end).toEqual(damaged);
    }
  });

  it("where a stored byte is another than what was packed, or a sum or a size is", async () => {
    const stored = zipSync(files, { level: 0 });
    const at = Buffer.from(stored).indexOf("Hài lòng");
    expect(await refused(written(stored.with(at, 74)))).toEqual(damaged);
    const directory = Buffer.from(stored).indexOf("PK\u0001\u0002");
    for (const offset of [16, 24]) {
      expect(await refused(written(stored.with(directory + offset, stored[directory + offset] ^ 1)))).toEqual(damaged);
    }
  });

  it("the sum is that of zip in a browser too: cbf43926 of 123456789, in one piece and in two", () => {
    expect(packing.crc32(strToU8("123456789"), 0)).toBe(0xcbf43926);
    expect(packing.crc32(strToU8("56789"), packing.crc32(strToU8("1234"), 0))).toBe(0xcbf43926);
  });
});

describe("archives", () => {
  it("a gzipped workbook is read: 1 case", async () => {
    const { gzipSync } = await import("node:zlib");
    const bytes = xlsxOf([{ name: "S", xml: rowOf(1, ...headers) + rowOf(2, ...cells("A", "Hài lòng")) }]);
    const made = await report([written(gzipSync(bytes), "cases.xlsx.gz"), ...satisfaction]);
    expect(made.inputs[0]).toMatchObject({ container: "xlsx", ledger: { counted: 1 } });
  });

  it.each([
    ["a zip of logs", { "thang-9.csv": "x" }, "it holds thang-9.csv"],
    ["a document of Word", { "[Content_Types].xml": "x", "_rels/.rels": "x", "word/document.xml": "x" }, ".docx"],
    ["a binary workbook", { "_rels/.rels": "x", "xl/workbook.bin": "x" }, ".xlsb"],
  ])("%s is said to be one", async (_, parts, said) => {
    const entries = Object.entries(parts as Record<string, string>).map(([name, text]) => [name, strToU8(text)]);
    expect(await refused(written(zipSync(Object.fromEntries(entries))))).toEqual([2, expect.stringContaining(said)]);
  });
});

describe("a workbook of XML (Excel 2003)", () => {
  const of = (id: string, received: string, rating: string, style = "") =>
    `<Row><Cell${style}>${id}</Cell><Cell><Data ss:Type="String">Trực tuyến</Data></Cell><Cell>${received}</Cell><Cell><Data ss:Type="String">02/09/2025</Data></Cell><Cell><Data ss:Type="String">Đã trả kết quả</Data></Cell><Cell ss:StyleID="p">${rating}</Cell></Row>`;
  const data = (type: string, text: string) => `<Data ss:Type="${type}">${text}</Data>`;
  const book = (rows: string, before = "") =>
    `<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:x">${before}<Styles><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style><Style ss:ID="z"><NumberFormat ss:Format="000000"/></Style></Styles><Worksheet ss:Name="S"><Table><Row>${headers.map((text) => `<Cell>${data("String", text)}</Cell>`).join("")}</Row>${rows}</Table></Worksheet></Workbook>`;

  it("shows percents and zeros, converts offsets and days from 1904, and has blank ids for errors", async () => {
    const rows =
      of(data("Number", "12"), data("DateTime", "2025-09-01T01:00:00Z"), data("Number", "1"), ' ss:StyleID="z"') +
      of(data("Error", "#N/A"), data("Number", "44439"), data("Number", "0.95")) +
      of(data("Error", "#N/A"), data("Number", "44439"), data("Number", "0.95"));
    const file = written(strToU8(book(rows, "<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook>")), "cases.xml");
    const lines = await converted(file);
    expect(lines.slice(1).map((line) => line.split(",")[2])).toEqual([
      "2025-09-01T08:00:00",
      "2025-09-01",
      "2025-09-01",
    ]);
    expect(lines[1]).toMatch(/^000012,/);
    const made = await report([file, ...satisfaction]);
    expect(made.ledger).toMatchObject({ counted: 3, duplicates: 0 });
    expect(made.results[0].measure).toMatchObject({ numerator: 3, denominator: 3 });
  });

  it("that ends between two rows is refused as damaged", async () => {
    const rows = ["A", "B"].map((id) => of(data("String", id), data("String", "01/09/2025"), data("String", "5")));
    const text = book(rows.join(""));
    expect(await refused(written(strToU8(text.slice(0, text.lastIndexOf("<Row>"))), "cases.xml"))).toEqual([
      2,
      expect.stringContaining("is damaged or cut off"),
    ]);
  });
});
