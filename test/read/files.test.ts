/** Files as offices have them: other encodings, packed files, workbooks, and tables that are more than a header and cases. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { Decoder, encodings } from "../../src/read/encodings.ts";
import type { Report } from "../../src/report/report.ts";
import { folder, kpi, log, report, table } from "../run.ts";

const sample = readFileSync("fixtures/sample/cases.csv", "utf8").replace("\ufeff", "");

/** A report but for its inputs, of which only the ledger is the same. */
const rest = ({ inputs, ...others }: Report) => ({ ...others, ledgers: inputs.map(({ ledger }) => ledger) });

/** The sample's words as windows-1258 writes them: a vowel with its mark, then the tone. */
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

const lowerOf = new Map(
  Array.from({ length: 256 }, (_, byte) => [iconv.decode(Buffer.from([byte]), "tcvn"), byte] as const).reverse(),
);
const asTcvn3 = (text: string) => Uint8Array.from([...text].map((letter) => lowerOf.get(letter) ?? 63));

describe("an encoding", () => {
  it.each([
    ["Tröïc tuyeán", "Trực tuyến"],
    ["Hình thöùc noäp", "Hình thức nộp"],
    ["Ñaõ traû keát quaû", "Đã trả kết quả"],
    ["Maõ hoà sô", "Mã hồ sơ"],
    ["Ngöôøi, Nghóa vuï, Böu chính, chæ, kî", "Người, Nghĩa vụ, Bưu chính, chỉ, kỵ"],
    ["THUÛ TUÏC HAØNH CHÍNH, ÑÖÔØNG", "THỦ TỤC HÀNH CHÍNH, ĐƯỜNG"],
    ["Uyû ban, Höôùng, yù, lyù", "Uỷ ban, Hướng, ý, lý"],
  ])("VNI %s is %s, cut anywhere", (vni, text) => {
    const bytes = Uint8Array.from(Buffer.from(vni, "latin1"));
    for (let cut = 0; cut <= bytes.length; cut++) {
      const decoder = new Decoder("vni");
      expect(decoder.push(bytes.subarray(0, cut), false) + decoder.push(bytes.subarray(cut), true)).toBe(text);
    }
  });

  it("TCVN3 is TCVN 5712:1993 from 0x80 on, as another table has it", () => {
    const bytes = Uint8Array.from({ length: 128 }, (_, i) => 128 + i);
    expect(new Decoder("tcvn3").push(bytes, true)).toBe(iconv.decode(Buffer.from(bytes), "tcvn"));
  });
});

describe("the sample log made anew gives the same report but for its inputs", async () => {
  const plain = rest(await report(["fixtures/sample/cases.csv", "--year", "2025", "--kpi", "all"]));
  const semicolons = sample
    .split("\r\n")
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .slice(0, 30)
        .map(([, cell]) => cell)
        .join(";"),
    )
    .join("\r\n")
    .replace(/;+\r\n$/, "\r\n");
  type Made = [name: string, bytes: () => Uint8Array | string, encoding: string, option: string | null];
  const made: Made[] = [
    ["utf-16le.csv", () => Buffer.from(`\ufeff${sample}`, "utf16le"), "utf-16le", null],
    ["utf-16be.csv", () => Buffer.from(`\ufeff${sample}`, "utf16le").swap16(), "utf-16be", null],
    ["no-mark.csv", () => Buffer.from(sample, "utf16le"), "utf-16le", null],
    ["windows-1258.csv", () => asWindows1258(sample), "windows-1258", null],
    ["tcvn3.csv", () => asTcvn3(sample), "tcvn3", "tcvn3"],
    ["cases.csv.gz", () => gzipSync(`\ufeff${sample}`), "utf-8-bom", null],
    ["1258.csv.gz", () => gzipSync(asWindows1258(sample)), "windows-1258", null],
    ["decomposed.csv", () => sample.normalize("NFD"), "utf-8", null],
    ["unix.csv", () => sample.replaceAll("\r\n", "\n"), "utf-8", null],
    ["old-mac.csv", () => sample.replaceAll("\r\n", "\r"), "utf-8", null],
    ["semicolons.csv", () => `\ufeff${semicolons}`, "utf-8-bom", null],
    ["excel-unicode.txt", () => Buffer.from(`\ufeff${semicolons.replaceAll(";", "\t")}`, "utf16le"), "utf-16le", null],
  ];

  it.each(made)("%s", async (name, bytes, encoding, option) => {
    const file = log(bytes(), name);
    const args = option === null ? [] : ["--encoding", option];
    const found = await report([file, "--year", "2025", "--kpi", "all", ...args]);
    expect(found.inputs[0]).toMatchObject({ name, encoding, container: name.endsWith(".gz") ? "gzip" : null });
    expect(rest(found)).toEqual(plain);
  });

  it("cases.xlsx, its times as Excel keeps them, and its second sheet by name and by number", async () => {
    const rows = sample
      .trim()
      .split("\r\n")
      .map((line) =>
        [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)].slice(0, 30).map(([, a, b]) => a ?? b ?? ""),
      );
    const cellOf = (text: string) => {
      const [, day, month, year, time] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)$/.exec(text) ?? [];
      if (day === undefined) return { value: text, type: String };
      return { value: new Date(`${year}-${month}-${day}T${time}Z`), type: Date, format: "dd/mm/yyyy hh:mm:ss" };
    };
    const sheet = rows.map((row) => row.map(cellOf));
    const file = join(folder(), "cases.xlsx");
    const other = [[{ value: "Ghi chú", type: String }]];
    await writeWorkbook([
      { sheet: "Hồ sơ", data: sheet },
      { sheet: "Khác", data: other },
    ] as never).toFile(file);
    const found = await report([file, "--year", "2025", "--kpi", "all"]);
    const said = { input: "cases.xlsx", count: 1, sheets: "Hồ sơ", others: "Khác" };
    expect(rest(found)).toEqual({
      ...plain,
      notes: [{ code: "sheets-read", data: said }, ...(plain.notes as object[])],
    });
    expect(found.inputs[0]).toMatchObject({ name: "cases.xlsx", container: "xlsx" });
    expect(rest(await report([file, "--sheet", "Hồ sơ", "--year", "2025", "--kpi", "all"]))).toEqual(plain);
    const wrong = await kpi(["check", file, "--sheet", "Tháng 1", "--year", "2025", "--lang", "en"]);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("it has Hồ sơ, Khác")]);
    const second = await kpi(["check", file, "--sheet", "2", "--year", "2025", "--lang", "en"]);
    expect([second.code, second.err]).toEqual([2, expect.stringContaining("no header row was found")]);
  });
});

const cell = (value: string) => ({ value, type: String });

it("ids of 18 digits in a workbook are cut by Excel, and tell no cases apart: 2 cases, not 1", async () => {
  const file = join(folder(), "ids.xlsx");
  await writeWorkbook([
    ["Mã hồ sơ", "Hình thức nộp", "Ngày tiếp nhận"].map(cell),
    [{ value: 251_008_000_000_012_000 }, cell("Trực tuyến"), cell("01/09/2025 08:00:00")],
    [{ value: 251_008_000_000_012_000 }, cell("Trực tiếp"), cell("02/09/2025 08:00:00")],
    [{ value: 251_008_000_012 }, cell("Trực tiếp"), cell("02/09/2025 08:00:00")],
  ] as never).toFile(file);
  const { ledger } = await report([file, "--year", "2025"]);
  expect(ledger).toMatchObject({ read: 3, counted: 3, duplicates: 0 });
  expect(ledger.issues).toMatchObject([{ code: "cut-id", count: 2, firstLine: 2 }]);
});

describe("what cannot be decoded", () => {
  it.each([
    ["in the first cell", "\u00ff", 0, ""],
    ["behind a replacement character that stands there by right", "\u00ff", 0, "\ufffd"],
    ["as the first half of a character", "\u00c3", 3, "ễ"],
  ])("is named by its byte in the file, counted from 1: %s", async (_, byte, more, before) => {
    const header = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận\n";
    const sound = "A,Trực tuyến,01/09/2025 08:00:00\n";
    const start = `${header}${sound}${before}${"x".repeat(more)}`;
    const rest = ",Trực tuyến,01/09/2025 08:00:00\n";
    const file = log(Buffer.concat([Buffer.from(start), Buffer.from(byte, "latin1"), Buffer.from(rest + sound)]));
    const { out } = await kpi(["check", file, "--year", "2025", "--rejects", "-"]);
    const hex = byte.charCodeAt(0).toString(16);
    expect(out.split("\r\n")[1]).toBe(
      `cases.csv,3,2,,bad-encoding,bytes that are not UTF-8,0x${hex} (byte ${Buffer.byteLength(start) + 1}),false`,
    );
    expect(out.split("\r\n")).toHaveLength(3);
  });

  it("a lone surrogate in UTF-16 rejects its row and no other", async () => {
    const text = "case_id,channel,received_at\nA,online,2025-01-10\nB,on\ud800line,2025-01-10\nC,online,2025-01-10\n";
    const found = await report([log(Buffer.from(`\ufeff${text}`, "utf16le"), "x.csv"), "--year", "2025"]);
    expect(found.ledger).toMatchObject({ read: 3, counted: 2, rejected: 1 });
    expect(found.ledger.issues[0]).toMatchObject({ code: "bad-encoding", firstLine: 3 });
  });

  it.each([
    ["tcvn3", asTcvn3(sample), "--encoding tcvn3"],
    [
      "english headers over windows-1258",
      asWindows1258("case_id,agency,received_at\n".concat("1,Sở Tư pháp,2025-01-10\n".repeat(9))),
      "--encoding windows-1258",
    ],
  ])("%s stops the run with the option that decides", async (_, bytes, option) => {
    const run = await kpi(["check", log(bytes, "x.csv"), "--year", "2025", "--lang", "en"]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toContain(option);
  });

  it.each([
    ["cut.csv.gz", gzipSync(sample).subarray(0, 5000), "cannot be unpacked"],
    ["not.xlsx", Buffer.from("PK\u0003\u0004 and no more"), "damaged or cut off"],
    ["old.xls", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "old kind (.xls)"],
    ["picture.png", Uint8Array.from({ length: 400 }, (_, i) => i % 30), "no text"],
  ])("%s is refused: %s", async (name, bytes, message) => {
    const run = await kpi(["check", log(new Uint8Array(bytes), name), "--year", "2025", "--lang", "en"]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toContain(message);
  });

  it("an encoding that does not exist is refused with the nearest", async () => {
    const run = await kpi(["check", "fixtures/sample/cases.csv", "--year", "2025", "--encoding", "windows1258"]);
    expect(run.err).toContain("windows-1258");
    expect(encodings).toContain("vni");
  });
});

it("a gzip padded with 512 zeros between its two members is read whole: 40 cases, 20 in time", async () => {
  const row = (n: number, day: number) =>
    `H${n},online,2025-09-01T08:00:00,2025-09-03T17:00:00,2025-09-0${day}T08:00:00,returned\n`;
  const rows = (from: number, day: number) => Array.from({ length: 20 }, (_, i) => row(from + i, day)).join("");
  const head = "case_id,channel,received_at,due_at,returned_at,status\n";
  const packed = Buffer.concat([gzipSync(head + rows(0, 2)), new Uint8Array(512), gzipSync(rows(20, 9))]);
  const made = await report([log(packed, "p.csv.gz"), "--year", "2025", "--kpi", "on-time-share"]);
  expect(made.results[0].measure).toMatchObject({ numerator: 20, denominator: 40 });
});

describe("patterns", () => {
  it("stand for the files that match, in order; a file of that very name comes first; none is an error", async () => {
    const dir = folder();
    const row = (id: string) => `case_id,channel,received_at\n${id},online,2025-01-10\n`;
    for (const name of ["b.csv", "a.csv", "c.txt", "[x].csv"]) writeFileSync(join(dir, name), row(name));
    const names = async (pattern: string) => {
      const { inputs } = await report([join(dir, pattern), "--year", "2025"]);
      return inputs.map(({ name }) => name);
    };
    expect(await names("?.csv")).toEqual(["a.csv", "b.csv"]);
    expect(await names("[x].csv")).toEqual(["[x].csv"]);
    const none = await kpi(["check", join(dir, "*.xlsx"), "--year", "2025", "--lang", "en"]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("no file matches")]);
  });

  it("logs of different encodings, headers and dialects are read in one run", async () => {
    const vi = log(asWindows1258("Mã hồ sơ;Hình thức nộp;Ngày tiếp nhận\nA;Trực tuyến;10/01/2025\n"), "vi.csv");
    const en = log(Buffer.from("\ufeffcase_id\tchannel\treceived_at\nB\tin_person\t2025-01-11\n", "utf16le"), "en.txt");
    const found = await report([vi, en, "--year", "2025", "--kpi", "online-receipt-share"]);
    expect(found.results[0].measure).toMatchObject({ numerator: 1, denominator: 2 });
    expect(found.inputs.map(({ encoding, delimiter }) => [encoding, delimiter])).toEqual([
      ["windows-1258", ";"],
      ["utf-16le", "\t"],
    ]);
  });
});

describe("a small log", () => {
  it("may be a workbook or in another encoding too", async () => {
    const file = join(folder(), "danh-muc.xlsx");
    await writeWorkbook([
      ["Mã TTHC", "Không phụ thuộc địa giới"].map(cell),
      ["1.000001", "Có"].map(cell),
    ] as never).toFile(file);
    const old = log(asWindows1258("Mã TTHC,Không phụ thuộc địa giới\n1.000001,Có\n"), "danh-muc.csv");
    for (const procedures of [file, old]) {
      const args = [
        "fixtures/sample/cases.csv",
        "--year",
        "2025",
        "--plan",
        "ngoai-vu-76",
        "--kpi",
        "boundary-free-share",
      ];
      const found = await report([...args, "--procedures", procedures]);
      expect(found.results[0].measure).toMatchObject({ numerator: 1, denominator: 1 });
    }
  });
});

describe("rows that are cases, though they look like none", () => {
  const six = "Đơn vị xử lý,Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Trạng thái";
  const dates = "Trực tuyến,08/10/2025 15:10:23,09/10/2025 15:10:23,Đã trả kết quả";
  it.each(["Tong cong ty Dien luc", "Cộng", "Tổng số 1 cửa"])(
    "of an agency by the name of %s, with dates",
    async (name) => {
      const file = table(six, `A,HS1,${dates}`, `${name},HS2,${dates}`, "Tổng cộng: 2 hồ sơ,,,,,");
      const { ledger, inputs } = await report([file, "--year", "2025"]);
      expect([ledger.counted, inputs[0].passedOver]).toEqual([2, { total: 1 }]);
    },
  );

  it("with an id and no readable date: 4 rejected, none passed over", async () => {
    const file = table(
      "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Trạng thái,Đơn vị xử lý,Lĩnh vực",
      "1230,Trực tuyến,08/10/2025 15:10:23,09/10/2025 15:10:23,Đã trả kết quả,X,Y",
      "1231,Trực tuyến,,,Đang xử lý,,",
      "1232,Trực tuyến,hôm qua,,,,",
      "HS 1233,,8 tháng 10,,Đang xử lý,,",
      "1234,Trực tuyến,,,Đang xử lý,X,",
    );
    const { ledger, inputs } = await report([file, "--year", "2025"]);
    expect([ledger.read, ledger.rejected, inputs[0].passedOver]).toEqual([5, 4, {}]);
  });
});

describe("rows that are no cases", () => {
  it("signatories in a log without times are passed over: 2 cases of 2 digitised", async () => {
    const file = table(
      "Mã hồ sơ,Hình thức nộp,Mức độ hài lòng,Trạng thái,Số hóa hồ sơ,Lĩnh vực,Kết quả điện tử",
      "A1,Trực tuyến,Hài lòng,Đã trả kết quả,Có,X,Có",
      "A2,Trực tuyến,Hài lòng,Đã trả kết quả,Có,X,Có",
      ",,Người lập biểu,,,,",
      ",,,,,Nguyễn Văn Bí,",
    );
    const { ledger, results } = await report([file, "--year", "2025", "--kpi", "record-digitisation-share"]);
    expect(ledger).toMatchObject({ read: 2, counted: 2 });
    expect(results[0].measure).toMatchObject({ numerator: 2, denominator: 2 });
  });

  const headers = "STT,Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Trạng thái,Ghi chú";
  const row = (n: number) => `${n},A-${n},Trực tuyến,10/01/2025 08:00,1${n}/01/2025 08:00,Đã trả kết quả,`;

  it("a header in two rows, merged above, is put together: Ngày + tiếp nhận, Hình thức + nộp", async () => {
    const file = log(
      `UBND XÃ,,,,,\nDANH SÁCH HỒ SƠ,,,,,\n,,,,,\nSTT,Mã hồ sơ,Hình thức,Ngày,,Mức độ\n,,nộp,tiếp nhận,trả,hài lòng\n(1),(2),(3),(4),(5),(6)\n1,A,Trực tuyến,10/01/2025,12/01/2025,Hài lòng\n`,
    );
    const [input] = (await report([file, "--year", "2025"])).inputs;
    expect(input.columns).toEqual({
      case_id: "Mã hồ sơ",
      channel: "Hình thức nộp",
      received_at: "Ngày tiếp nhận",
      returned_at: "Ngày trả",
      rating: "Mức độ hài lòng",
    });
    expect(input.passedOver).toEqual({ title: 2, numbering: 1 });
    expect(input.ledger).toMatchObject({ read: 1, counted: 1 });
  });

  it("pasted months, total rows and the foot of a page are passed over and counted, and say where", async () => {
    const file = log(
      [
        headers,
        row(1),
        row(2),
        "Tổng cộng,2,,,,,",
        ",DANH SÁCH HỒ SƠ THÁNG 2,,,,,",
        headers,
        row(3),
        ',,,,"Hải Phòng, ngày 28 tháng 02 năm 2025",,',
        ",Người lập biểu,,,,Thủ trưởng đơn vị,",
        ",Nguyễn Văn A,,,,Trần Thị B,",
        "Nơi nhận: như trên",
        "",
      ].join("\n"),
    );
    const found = await report([file, "--year", "2025"]);
    expect(found.inputs[0].passedOver).toEqual({ total: 1, header: 1, note: 5 });
    expect(found.ledger).toMatchObject({ read: 3, counted: 3, rejected: 0, issues: [], unknownWords: [] });
    expect(found.notes).toContainEqual({ code: "notes-passed-over", data: { input: "cases.csv", count: 5, line: 5 } });
    const { out } = await kpi(["check", file, "--year", "2025", "--lang", "vi"]);
    expect(out).not.toContain("Trần Thị B");
  });

  it.each([
    ["a row with an id of digits", ",12345,,,,,"],
    ["a row with a date that cannot be", ",,,31/02/2025,,,"],
    ["a row with four cells", ",A,Trực tuyến,,,Đã trả kết quả,x"],
  ])("%s is rejected, not passed over", async (_, odd) => {
    const found = await report([log([headers, row(1), odd, ""].join("\n")), "--year", "2025"]);
    expect(found.ledger).toMatchObject({ read: 2, counted: 1, rejected: 1 });
  });

  it("a row of few cells in a narrow log is a case like any other", async () => {
    const file = table("case_id,channel,rating", "A,online,5", "B,,", "C,in_person,4");
    expect((await report([file, "--year", "2025"])).ledger).toMatchObject({ read: 3, counted: 3 });
  });
});
