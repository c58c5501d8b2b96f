/** Tables of HTML and workbooks of XML, which systems name .xls: every value worked by hand. */
import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join, resolve } from "node:path";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { folder, kpi, report } from "../run.ts";

function write(text: string | Uint8Array, name = "export.xls"): string {
  const file = join(folder(), name);
  writeFileSync(file, text);
  return file;
}

/** Words as windows-1258 writes them: a vowel with its mark, then the tone. */
function asWindows1258(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const [base, ...marks] = letter.normalize("NFD");
      const tones = marks.filter((mark) => "\u0300\u0301\u0303\u0309\u0323".includes(mark));
      const vowel = [base, ...marks.filter((mark) => !tones.includes(mark))].join("").normalize("NFC");
      const whole = iconv.encode(letter, "windows-1258");
      if (tones.length === 0 || whole.toString("latin1") !== "?") return [...whole];
      return [
        ...iconv.encode(vowel, "windows-1258"),
        ...tones.flatMap((tone) => [...iconv.encode(tone, "windows-1258")]),
      ];
    }),
  );
}

/** The cases as they were understood. */
async function converted(file: string, ...args: string[]): Promise<string[]> {
  const { out, err } = await kpi(["convert", file, "--out", "-", "--lang", "en", ...args]);
  if (out === "") throw new Error(err);
  return out.replace("\ufeff", "").trimEnd().split(/\r?\n/);
}

const headers = ["Mã hồ sơ", "Hình thức nộp", "Ngày tiếp nhận", "Số hóa hồ sơ"];
const tr = (cells: readonly string[], tag = "td") =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>\n`;
const page = (...rows: string[]) =>
  `<html><head><meta charset="utf-8"></head><body><table border=1>\n${rows.join("")}</table></body></html>\n`;
const head = tr(headers, "th");
const a = ["A", "Trực tuyến", "01/09/2025 08:00", "Có"];
const b = ["B", "Trực tiếp", "02/09/2025 09:30", "Không"];
const understood = ["A,online,2025-09-01T08:00:00,true", "B,in_person,2025-09-02T09:30:00,false"];

describe("a table of HTML", () => {
  it("is the log, whatever it is named", async () => {
    for (const name of ["export.xls", "export.html", "export.htm", "export.csv"]) {
      expect((await converted(write(page(head, tr(a), tr(b)), name))).slice(1)).toEqual(understood);
    }
    const made = await report([write(page(head, tr(a), tr(b))), "--year", "2025"]);
    expect(made.inputs[0]).toMatchObject({
      container: "html",
      encoding: "utf-8",
      columns: { channel: "Hình thức nộp" },
    });
    expect(made.ledger).toMatchObject({ read: 2, counted: 2, rejected: 0 });
  });

  it("has the entities, the breaks and the markup within its cells as they are shown", async () => {
    const row = [
      "<b>H&amp;1</b>&#8209;<i>x</i>",
      "&nbsp;Tr&#7921;c<br>tuy&#x1EBF;n ",
      "<p>01/09/2025</p><p>08:00</p>",
      '<font color="red">Có</font><!-- Không -->',
    ];
    expect((await converted(write(page(head, tr(row)))))[1]).toBe("H&1‑x,online,2025-09-01T08:00:00,true");
  });

  it("keeps its columns in place under colspan and rowspan; a cell that reaches down is that of the rows below", async () => {
    const rows = [
      '<tr><td colspan="4">DANH SÁCH HỒ SƠ</td></tr>',
      head,
      '<tr><td>A</td><td rowspan="2">Trực tuyến</td><td>01/09/2025 08:00</td><td>Có</td></tr>',
      "<tr><td>B</td><td>02/09/2025 09:30</td><td>Không</td></tr>",
      '<tr><td>C</td><td colspan="1">Trực tiếp</td><td>03/09/2025</td><td></td></tr>',
      '<tr><td>D</td><td colspan="2"></td><td>Có</td></tr>',
    ];
    const lines = await converted(write(page(...rows)));
    expect(lines.slice(1, 4)).toEqual([understood[0], "B,online,2025-09-02T09:30:00,false", "C,in_person,2025-09-03,"]);
    // D has no time of receipt: the row is rejected, and its Có stands in the last column.
    const made = await report([write(page(...rows)), "--year", "2025"]);
    expect(made.ledger).toMatchObject({ read: 4, counted: 3, rejected: 1 });
    expect(made.notes.find(({ code }) => code === "merged-cells")?.data).toMatchObject({ count: 1 });
  });

  it("has a header of two rows, merged in both directions", async () => {
    const two =
      '<tr><th rowspan="2">Mã hồ sơ</th><th rowspan="2">Hình thức nộp</th><th colspan="2">Ngày</th></tr><tr><th>tiếp nhận</th><th>hẹn trả</th></tr>';
    const lines = await converted(write(page(two, tr(["A", "Trực tuyến", "01/09/2025 08:00", "05/09/2025 17:00"]))));
    expect(lines).toEqual(["case_id,channel,received_at,due_at", "A,online,2025-09-01T08:00:00,2025-09-05T17:00:00"]);
  });

  it("has that header again on each page of a list: 2 cases of 2", async () => {
    const two =
      '<tr><th rowspan="2">Mã hồ sơ</th><th rowspan="2">Hình thức nộp</th><th colspan="2">Ngày</th></tr><tr><th>tiếp nhận</th><th>hẹn trả</th></tr>';
    const rows = ["A", "B"].map((id) => tr([id, "Trực tuyến", "01/09/2025 08:00", "05/09/2025 17:00"]));
    const made = await report([write(page(two, rows[0], two, rows[1])), "--year", "2025"]);
    expect(made.ledger).toMatchObject({ read: 2, counted: 2, rejected: 0 });
    expect(made.inputs[0].passedOver).toEqual({ header: 2 });
  });

  it("needs no end tags, no rows' and no cells'; scripts, styles and lists to choose from are no text", async () => {
    const open = `<TABLE><TR><TH>${headers.join("<TH>")}<TR><TD>${a.join("<TD>")}<TR><TD>B<script>if (1 < 2) document.write("<td>X</td>")</script><style>td{}</style><TD><select><option>Trực tuyến</option></select>Trực tiếp<TD>02/09/2025 09:30<TD>Không`;
    expect((await converted(write(open))).slice(1)).toEqual(understood);
  });

  it("is the largest with a header: menus and forms around it are none, tables of one header are one log", async () => {
    const menu = `<table>${Array.from({ length: 9 }, (_, i) => tr([`Mục ${i}`, "Trang", "Xem"])).join("")}</table>`;
    const small = `<table>${head}${tr(["Z", "Trực tiếp", "05/09/2025", ""])}</table>`;
    const other = `<table>${tr(["Mã hồ sơ", "Lĩnh vực", "Ngày tiếp nhận"], "th")}${tr(["Q", "Đất đai", "01/09/2025"])}</table>`;
    const layout = `<html><body>${menu}<table><tr><td>${menu}</td><td><table>${head}${tr(a)}${tr(b)}</table></td></tr></table>${other}${small}</body></html>`;
    const file = write(layout);
    expect((await converted(file)).slice(1)).toEqual([...understood, "Z,in_person,2025-09-05,"]);
    const made = await report([file, "--year", "2025"]);
    expect(made.notes.find(({ code }) => code === "tables-read")?.data).toEqual({
      input: "export.xls",
      count: 2,
      sheets: "#4, #6",
      others: "#5",
    });
    expect((await converted(file, "--sheet", "5"))[1]).toContain("Q,");
    const none = await kpi(["convert", file, "--out", "-", "--sheet", "9", "--lang", "en"]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("#6")]);
  });

  it("has the number behind what is shown where that is a rounded number or no room, and never of a date or an id", async () => {
    const cells = (cell: string) => page(tr(["Mã hồ sơ", "Ngày tiếp nhận", "Lệ phí"], "th"), `<tr>${cell}</tr>`);
    // 45,901.5 is noon of 1 September 2025.
    const shown = '<td x:num="123">000123</td><td x:num="45901.5">#######</td><td x:num="12345.6">12.346 đ</td>';
    expect((await converted(write(cells(shown))))[1]).toBe("000123,2025-09-01T12:00:00,12345.6");
    const date = '<td x:str>A1</td><td x:num="1.5">01/09/2025</td><td x:num>50.000</td>';
    expect((await converted(write(cells(date))))[1]).toBe("A1,2025-09-01,50000");
  });

  it("is read in the encoding of its bytes: UTF-16, windows-1258 by name and by its letters, entities alone", async () => {
    const text = page(head, tr(a), tr(b)).normalize("NFC");
    for (const bytes of [
      Buffer.from(`\ufeff${text}`, "utf16le"),
      iconv.encode(text, "utf-16be", { addBOM: true }),
      asWindows1258(text.replace("utf-8", "windows-1258")),
      asWindows1258(text.replace('<meta charset="utf-8">', "")),
      Buffer.from(
        text.replace(/[^\n -~]/gu, (letter) => `&#${letter.codePointAt(0)};`).replace("utf-8", "windows-1252"),
      ),
      // A page that says windows-1258 and is UTF-8.
      Buffer.from(text.replace("utf-8", "windows-1258")),
    ]) {
      expect((await converted(write(bytes))).slice(1)).toEqual(understood);
    }
  });

  it("says windows-1252 or iso-8859-1, has its Western letters so and the others as entities, as Excel writes it", async () => {
    const western = (charset: string) =>
      Buffer.from(
        page(head, tr(a), tr(b))
          .normalize("NFC")
          .replace(/[^\n -\u00ff]/gu, (letter) => `&#${letter.codePointAt(0)};`)
          .replace("utf-8", charset),
        "latin1",
      );
    for (const charset of ["windows-1252", "iso-8859-1"]) {
      expect((await converted(write(western(charset)))).slice(1)).toEqual(understood);
    }
    const made = await report([write(western("windows-1252")), "--year", "2025"]);
    expect(made.inputs[0].encoding).toBe("windows-1252");
    // VNI says the same of itself: its letters are two of windows-1252 each, and it is asked for by its name.
    const vni =
      "<meta charset=windows-1252><table><tr><td>Maõ hoà sô<td>Ngaøy tieáp nhaän<tr><td>A<td>01/09/2025</table>";
    const file = write(Buffer.from(vni, "latin1"));
    const { code, err } = await kpi(["convert", file, "--out", "-", "--lang", "en"]);
    expect([code, err]).toEqual([2, expect.stringContaining("vni")]);
  });

  it("has no delimiter: one that is given for other logs is no hindrance", async () => {
    for (const sign of [";", "tab", "|"]) {
      expect((await converted(write(page(head, tr(a), tr(b))), "--delimiter", sign)).slice(1)).toEqual(understood);
    }
  });

  it("rejects the row of a byte that is no UTF-8, and no other", async () => {
    const bytes = Buffer.from(page(head, tr(["A?", ...a.slice(1)]), tr(b)));
    bytes[bytes.indexOf("A?") + 1] = 0xff;
    const made = await report([write(bytes), "--year", "2025"]);
    expect(made.ledger).toMatchObject({ read: 2, counted: 1, rejected: 1 });
  });

  it("says where a fault is by table, row and column", async () => {
    const file = write(page('<tr><td colspan="4">Danh sách</td></tr>', head, tr(a), tr(["B", "Kiosk", "2025", ""])));
    const vi = await kpi(["validate", file, "--lang", "vi"]);
    expect(vi.out).toContain("bảng 1, dòng 4, cột 3");
    const en = await kpi(["validate", file, "--lang", "en"]);
    expect(en.out).toContain("table 1, row 4, column 2");
  });
});

describe("a page without cells", () => {
  const said = async (file: string) => {
    const run = async (language: string) => kpi(["check", file, "--year", "2025", "--lang", language]);
    const [vi, en] = [await run("vi"), await run("en")];
    return [vi.code, vi.err, en.err];
  };

  it("that is the frame of several sheets names the files that have them", async () => {
    const frame =
      '<html xmlns:v="urn:schemas-microsoft-com:vml"><head><link id="shLink" href="a_files/sheet001.htm"><link id="shLink" href="a_files/sheet002.htm"></head><frameset rows="*,39"><frame src="a_files/sheet001.htm"><frame src="a_files/tabstrip.htm"></frameset></html>';
    const [code, vi, en] = await said(write(frame, "a.htm"));
    expect(code).toBe(2);
    expect(vi).toContain("(a_files/sheet001.htm, a_files/sheet002.htm)");
    expect(en).toContain("in the folder beside it (a_files/sheet001.htm, a_files/sheet002.htm)");
  });

  it("that is an archive of one file (.mht) is said to be that", async () => {
    const archive = `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n${page(head, tr(a))}\r\n--x--`;
    const [code, vi, en] = await said(write(archive, "a.mht"));
    expect([code, vi, en]).toEqual([2, expect.stringContaining(".mht"), expect.stringContaining("(.mht)")]);
  });
});

const xml = (...sheets: string[]) =>
  `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">${sheets.join("")}</Workbook>\n`;
const sheet = (name: string, rows: string, more = "") =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${more}</Worksheet>`;
const cell = (text: string, type = "String", attributes = "") =>
  `<Cell${attributes}><Data ss:Type="${type}">${text}</Data></Cell>`;
const rowOf = (...cells: string[]) => `<Row>${cells.join("")}</Row>`;
const headRow = rowOf(...headers.map((text) => cell(text)));
const caseRow = (id: string, at: string) => rowOf(cell(id), cell("Trực tuyến"), cell(at, "DateTime"), cell("Có"));

describe("the format of a cell of a workbook of XML", () => {
  const styles = `<Styles><Style ss:ID="Default"/>${[
    ["d", "dd/mm/yyyy\\ hh:mm:ss"],
    ["sd", "Short Date"],
    ["t", "Long Time"],
    ["e", "[h]:mm:ss;@"],
    ["p", "0%"],
    ["s", "Scientific"],
  ]
    .map(([id, format]) => `<Style ss:ID="${id}"><NumberFormat ss:Format="${format}"/></Style>`)
    .join("")}<Style ss:ID="child" ss:Parent="p"><Font ss:Bold="1"/></Style></Styles>`;
  const book = (rows: readonly string[], columns = "") =>
    write(xml(`${styles}<Worksheet ss:Name="S"><Table>${columns}${rows.join("")}</Table></Worksheet>`));
  const of = (style: string) => ` ss:StyleID="${style}"`;
  const row = (id: string, last: string) =>
    rowOf(cell(id), cell("Trực tuyến"), cell("2025-09-01T08:00:00.000", "DateTime", of("d")), last);
  const rowsOf = (header: string, ...cells: readonly string[]) => [
    rowOf(...["Mã hồ sơ", "Hình thức nộp", "Ngày tiếp nhận", header].map((text) => cell(text))),
    ...cells.map((last, i) => row(`A${i}`, last)),
  ];

  it.each(["d", "sd"])("of days (%s) says that day 0 is none: not yet returned", async (style) => {
    const none = cell("1899-12-31T00:00:00.000", "DateTime", of(style));
    const day = cell("2025-09-03T00:00:00.000", "DateTime", of(style));
    const [, first, second] = await converted(book(rowsOf("Ngày trả kết quả", none, day)));
    expect([first, second]).toEqual(["A0,online,2025-09-01T08:00:00,", "A1,online,2025-09-01T08:00:00,2025-09-03"]);
  });

  it("of hours beyond a day counts them from day 0: 26 h 30 min, 3 h 15 min, 1,464 h (61 days, a 29 February 1900 among them)", async () => {
    const moments = ["1900-01-01T02:30:00.000", "1899-12-31T03:15:00.000", "1900-03-01T00:00:00.000"];
    const cells = moments.map((moment) => cell(moment, "DateTime", of("e")));
    const rows = rowsOf("Thời gian xử lý (giờ)", ...cells, cell("1.5", "Number", of("e")));
    const lines = await converted(book(rows));
    expect(lines.slice(1).map((line) => line.split(",").at(-1))).toEqual(["95400", "11700", "5270400", "129600"]);
  });

  it("of a time of day in a column of its own is read with the day beside it: 07:30", async () => {
    const rows = [
      rowOf(...["Mã hồ sơ", "Ngày tiếp nhận", "Giờ tiếp nhận"].map((text) => cell(text))),
      rowOf(
        cell("A"),
        cell("2025-09-01T00:00:00.000", "DateTime", of("sd")),
        cell("1899-12-31T07:30:00.000", "DateTime", of("t")),
      ),
    ];
    expect((await converted(book(rows)))[1]).toBe("A,2025-09-01T07:30:00");
  });

  it.each<[string, string, string, string]>([
    ["of the cell", of("p"), "", ""],
    ["of a style that is made of another", of("child"), "", ""],
    ["of its row", "", "", of("p")],
    ["of its column", "", '<Column ss:Span="2"/><Column ss:StyleID="p"/>', ""],
    ["of its column by number", "", '<Column ss:Index="4" ss:StyleID="child"/>', ""],
  ])("that shows percents is that %s: 95%% of a column of ratings is no 0.95", async (_, ofCell, columns, ofRow) => {
    const [head_, last] = rowsOf("Mức độ hài lòng", cell("0.95", "Number", ofCell));
    const file = book([head_, last.replace("<Row>", `<Row${ofRow}>`)], columns);
    const plain = write(
      "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Mức độ hài lòng\nA0,Trực tuyến,01/09/2025 08:00,95%\n",
      "a.csv",
    );
    expect((await converted(file))[1]).toBe((await converted(plain))[1]);
  });

  it("Scientific, Fixed and Currency are numbers, whatever letters they have: 0.5 is half an hour", async () => {
    const rows = rowsOf("Thời gian xử lý (giờ)", cell("0.5", "Number", of("s")));
    expect((await converted(book(rows)))[1].split(",").at(-1)).toBe("1800");
  });
});

describe("a workbook of XML", () => {
  it("has text, moments, numbers and what they reach over, in their columns", async () => {
    const rows = [
      `<Row ss:Index="3">${cell("DANH SÁCH", "String", ' ss:MergeAcross="3"')}</Row>`,
      headRow,
      caseRow("A", "2025-09-01T08:00:00.000"),
      // B's channel reaches down to C; C's own cells name their columns.
      rowOf(
        cell("B"),
        cell("Trực tiếp", "String", ' ss:MergeDown="1"'),
        cell("2025-09-02T09:29:59.999", "DateTime"),
        cell("0", "Boolean"),
      ),
      rowOf(
        cell("12345", "Number"),
        cell("45901.5", "Number", ' ss:Index="3"'),
        cell("<html:B>C</html:B><html:I>ó</html:I>"),
      ),
      `<Row ss:Index="12">${cell("<![CDATA[D&1]]>")}${cell("Trực tuyến")}${cell("03/09/2025")}<Cell><Comment ss:Author="x"><ss:Data>Không</ss:Data></Comment></Cell></Row>`,
    ];
    const lines = await converted(write(xml(sheet("Hồ sơ", rows.join("")))));
    expect(lines.slice(1)).toEqual([
      understood[0],
      understood[1],
      "12345,in_person,2025-09-01T12:00:00,true",
      "D&1,online,2025-09-03,",
    ]);
    const { out } = await kpi([
      "validate",
      write(
        xml(
          sheet(
            "Hồ sơ",
            headRow + caseRow("A", "2025-09-01T08:00:00.000") + rowOf(cell("B"), cell("Kiosk"), cell("01/09/2025")),
          ),
        ),
      ),
      "--lang",
      "en",
    ]);
    expect(out).toContain('sheet "Hồ sơ", cell B3');
  });

  it("days are days where most of their column are midnights, and a midnight among times is one", async () => {
    const days = [1, 2, 3].map((day) => caseRow(`A${day}`, `2025-09-0${day}T00:00:00.000`)).join("");
    expect((await converted(write(xml(sheet("S", headRow + days)))))[1]).toBe("A1,online,2025-09-01,true");
    const times = Array.from({ length: 199 }, (_, i) => caseRow(`T${i}`, "2025-09-01T08:00:00.000")).join("");
    const lines = await converted(write(xml(sheet("S", headRow + times + caseRow("M", "2025-09-02T00:00:00.000")))));
    expect(lines.at(-1)).toBe("M,online,2025-09-02T00:00:00,true");
  });

  it("sheets of one header are one log; a cover is not read, nor a hidden sheet; --sheet picks", async () => {
    const hidden = "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>";
    const file = write(
      xml(
        sheet("Bìa", rowOf(cell("Báo cáo"))),
        sheet("T8", headRow + caseRow("A", "2025-08-01T08:00:00.000")),
        sheet("Ẩn", headRow + caseRow("X", "2025-08-01T08:00:00.000"), hidden),
        sheet("T9", headRow + caseRow("B", "2025-09-01T08:00:00.000")),
      ),
      "export.xml",
    );
    expect((await converted(file)).slice(1).map((line) => line[0])).toEqual(["A", "B"]);
    const made = await report([file, "--year", "2025"]);
    expect(made.inputs[0]).toMatchObject({ container: "xml" });
    expect(made.notes.find(({ code }) => code === "sheets-read")?.data).toMatchObject({
      sheets: "T8, T9",
      others: "Bìa",
    });
    expect((await converted(file, "--sheet", "Ẩn"))[1]).toContain("X,");
    expect((await converted(file, "--sheet", "2"))[1]).toContain("A,");
  });

  it("errors and formulas without a value are no blank cells", async () => {
    const broken = rowOf(cell("A"), cell("#REF!", "Error"), cell("01/09/2025"), '<Cell ss:Formula="=RC[-1]"></Cell>');
    const made = await report([write(xml(sheet("S", headRow + broken))), "--year", "2025"]);
    expect(made.ledger.issues.map(({ column, count }) => [column, count])).toEqual(
      expect.arrayContaining([
        ["channel", 1],
        ["record_digitised", 1],
      ]),
    );
  });
});

it("a page or a workbook of XML that is cut off within a row loses that row, and says so", async () => {
  const rows = Array.from({ length: 30 }, (_, i) => [`A${i}`, ...a.slice(1)]);
  const html = page(head, ...rows.map((cells) => tr(cells)), tr(b));
  const book = xml(
    sheet(
      "S",
      headRow +
        rows.map(([id]) => caseRow(id, "2025-09-01T08:00:00.000")).join("") +
        caseRow("B", "2025-09-02T09:30:00.000"),
    ),
  );
  // Within B's channel, and behind its id.
  for (const text of [html.slice(0, html.indexOf("Trực tiếp") + 5), html.slice(0, html.indexOf(">B<") + 7)]) {
    const made = await report([write(text), "--year", "2025"]);
    expect(made.ledger).toMatchObject({ read: 31, counted: 30, rejected: 1 });
    expect(made.ledger.issues.map(({ code }) => code)).toContain("truncated");
  }
  const made = await report([write(book.slice(0, book.indexOf(">B<") + 40)), "--year", "2025"]);
  expect(made.ledger).toMatchObject({ read: 31, counted: 30, rejected: 1 });
});

describe("hostile pages", () => {
  const bin = resolve("bin/kpi.js");
  /** Peak memory and what was said, in a process of its own. */
  const run = (file: string) => {
    const child = spawnSync(process.execPath, ["--max-old-space-size=96", bin, "validate", file, "--lang", "en"], {
      encoding: "utf8",
    });
    return { code: child.status, said: child.stdout + child.stderr };
  };
  const repeated = (start: string, piece: string, bytes: number, end = "") => {
    const file = join(folder(), "hostile.html");
    const fd = openSync(file, "w");
    writeSync(fd, start);
    const block = piece.repeat(Math.ceil((1 << 20) / piece.length));
    for (let written = 0; written < bytes; written += block.length) writeSync(fd, block);
    writeSync(fd, end);
    closeSync(fd);
    return file;
  };
  const size = 12e6;

  it.each([
    [
      "text in one cell",
      `${page(head, tr(a)).replace("</table></body></html>", "")}<tr><td>`,
      "chữ ",
      "</td></tr></table>",
    ],
    ["a comment that does not end", `${page(head, tr(a))}<!--`, "x ", ""],
    [
      "an attribute",
      `${page(head, tr(a)).replace("</table></body></html>", "")}<tr><td title="`,
      "x ",
      '">B</td></tr></table>',
    ],
    ["a script", `${page(head, tr(a))}<script>`, "<td>x</td>", "</script>"],
    ["tags that are never closed", page(head, tr(a)), "<div><b><i>", ""],
    ["tables within tables", page(head, tr(a)), "<table><tr><td>", ""],
    ["tables without end", page(head, tr(a)), "<table></table>", ""],
    ["a tag's name", `${page(head, tr(a))}<`, "x", ""],
    ["cells of one row", `${page(head, tr(a)).replace("</table></body></html>", "")}<tr>`, "<td>x", "</table>"],
  ])("%s, 12 MB: the one case is read in 96 MB of heap, or refused", (_, start, piece, end) => {
    const { code, said } = run(repeated(start, piece, size, end));
    expect(said).not.toMatch(/bug|heap out of memory/);
    expect([0, 1, 2]).toContain(code);
    if (code === 2) expect(said).toMatch(/more than 20,000 tables/);
  });

  it("cells that reach over rows do not fill the disk", () => {
    // 10 kB to be written again in each row, in few cells: many would take time, and no more of the disk.
    const wide = `<tr>${`<td rowspan="60000">${"0123456789".repeat(10)}</td>`.repeat(100)}</tr>`;
    const file = repeated(`<table>${head}${tr(a)}${wide}`, "<tr><td>x</td></tr>", 2e6, "</table>");
    const { code, said } = run(file);
    expect(said).not.toContain("bug");
    expect([1, 2]).toContain(code);
  });

  it("says of a login page that it has no table of cases", async () => {
    const login = readFileSync("fixtures/faults/login-page.csv", "utf8");
    expect(login).toContain("<form");
    const vi = await kpi(["check", "fixtures/faults/login-page.csv", "--year", "2025", "--lang", "vi"]);
    expect([vi.code, vi.err]).toEqual([2, expect.stringContaining("trang web không có bảng hồ sơ")]);
  });
});
