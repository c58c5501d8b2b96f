/** Forms as offices send them, with what a hostile reading found: rows and columns that are no unit's, or that were lost. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { FormSum } from "../../src/report/form-sum.ts";
import { folder, kpi, log, table } from "../run.ts";
import { rowOf, xlsxOf } from "../workbooks.ts";

const heads = [
  "STT,Lĩnh vực giải quyết,Số lượng hồ sơ tiếp nhận,,,,Số lượng hồ sơ đã giải quyết,,,,Số lượng hồ sơ đang giải quyết,,",
  ",,Tổng số,Trong kỳ,,Từ kỳ trước,Tổng số,Trước hạn,Đúng hạn,Quá hạn,Tổng số,Trong hạn,Quá hạn",
  ',,,Trực tuyến,"Trực tiếp, dịch vụ bưu chính",,,,,,,,',
];
const [a, b] = ["1,Xã A,10,6,3,1,8,5,2,1,2,1,1", "2,Xã B,20,12,6,2,16,10,4,2,4,2,2"];
const total = "Tổng cộng,,30,18,9,3,24,15,6,3,6,3,3";

async function read(...lines: string[]): Promise<{ sum: FormSum; code: number }> {
  const file = log(lines.map((line) => `${line}\n`).join(""), "b.csv");
  const { out, code } = await kpi(["form", "read", file, "--format", "json"]);
  return { sum: JSON.parse(out) as FormSum, code };
}

describe("no row is lost", () => {
  it("a unit whose cells are all #REF! is named cell by cell: 11 faults, exit code 1", async () => {
    const { sum, code } = await read(...heads, a, `2,Xã B${",#REF!".repeat(11)}`);
    expect([code, sum.faults.length, sum.units.map(({ name }) => name)]).toEqual([1, 11, ["Xã A", "Xã B"]]);
  });

  it.each(["(5)", "5*", "12 hồ sơ", "#N/A"])(
    "a unit without a number whose cells are %s is named, not lost: 11 faults",
    async (text) => {
      const { sum, code } = await read(...heads, a.replace("1,", ","), `,Xã B${`,${text}`.repeat(11)}`);
      expect([code, sum.faults.length, sum.units.length]).toEqual([1, 11, 2]);
    },
  );

  it("a row with a number and no name is added up: 10 + 20", async () => {
    const { sum, code } = await read(...heads, a, b.replace("Xã B", ""));
    expect([code, sum.total.received, sum.units.length]).toEqual([0, 30, 2]);
  });

  it("a unit's name that is merged over two rows is that of both: 20 of 30", async () => {
    const { sum } = await read(
      ...heads,
      a,
      a.replace("1,Xã A", ","),
      b.replace("20,12,6,2,16,10,4,2,4,2,2", "10,6,3,1,8,5,2,1,2,1,1"),
    );
    expect(sum.units.map(({ name, cells }) => [name, cells.received])).toEqual([
      ["Xã A", 20],
      ["Xã B", 10],
    ]);
  });
});

describe("what is no unit is not added up", () => {
  it.each([
    ["a sum without a name", [a, b, total.replace("Tổng cộng", "")], [6]],
    [
      "a sum without a name below a group",
      ["I,Cấp xã,30,18,9,3,24,15,6,3,6,3,3", a, b, total.replace("Tổng cộng", "")],
      [4, 7],
    ],
    ["a sum above units without a number", [total, a.replace("1,", ","), b.replace("2,", ",")], []],
    ["a sum above units a and b", [total, a.replace("1,", "a,"), b.replace("2,", "b,")], []],
    ["the sum of a group", ["I,Cấp xã,30,18,9,3,24,15,6,3,6,3,3", a, b, total], [4]],
    [
      "the sum of 1.1 and 1.2",
      ["1,Cấp xã,30,18,9,3,24,15,6,3,6,3,3", a.replace("1,", "1.1,"), b.replace("2,", "1.2,"), total],
      [4],
    ],
    [
      "the sum of a and b",
      ["1,Cấp xã,30,18,9,3,24,15,6,3,6,3,3", a.replace("1,", "a,"), b.replace("2,", "b,"), total],
      [4],
    ],
    [
      "sums of A and of I",
      ["A,Cả tỉnh,30,18,9,3,24,15,6,3,6,3,3", "I,Cấp xã,30,18,9,3,24,15,6,3,6,3,3", a, b, total],
      [4, 5],
    ],
    ["the sum of a group A", ["A,Cấp xã,30,18,9,3,24,15,6,3,6,3,3", a, b, total], [4]],
    [
      "the sum of rows without a number",
      ["1,Cấp xã,30,18,9,3,24,15,6,3,6,3,3", a.replace("1,Xã", ",- Xã"), b.replace("2,Xã", ",- Xã"), total],
      [4],
    ],
    ["what stands below the totals", [a, b, total, ",Trong đó: trực tuyến,6,6,,,,,,,,,"], [7]],
    ["who signs", [a, b, total, ",Người lập biểu,Ngày 5 tháng 10 năm 2025,,,,,,,,,,"], []],
    ["a line A B 1 2 …", ["A,B,1,2,3,4,5,6,7,8,9,10,11", a, b, total], []],
    ["a line 1 2 3=4+5+6 …", ["1,2,3=4+5+6,4,5,6,7=8+9+10,8,9,10,11=12+13,12,13", a, b, total], []],
    [
      "a line (A) (B) (1)=(2)+(3)+(4) …",
      ["(A),(B),(1)=(2)+(3)+(4),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11)", a, b, total],
      [],
    ],
  ])("%s: 30 received of 2 units, no fault", async (_, lines, told) => {
    const { sum, code } = await read(...heads, ...lines);
    expect([code, sum.total.received, sum.total.open, sum.units.length]).toEqual([0, 30, 6, 2]);
    // Each is told of: as a sum that was held against its rows, or as passed over.
    const [{ passed, sums }] = sum.files;
    expect([...sums, ...passed].sort()).toEqual(told);
  });

  it.each([
    [
      "merged over both columns",
      ["A. Cấp tỉnh,,10,6,3,1,8,5,2,1,2,1,1", a, "B. Cấp xã,,20,12,6,2,16,10,4,2,4,2,2", b, total],
      [4, 6],
    ],
    ["over both columns, and no numbers", ["A. Cấp tỉnh,,,,,,,,,,,,", a, "B. Cấp xã,,,,,,,,,,,,", b, total], []],
    ["in the name", [",I. UBND xã A,30,18,9,3,24,15,6,3,6,3,3", a, b], [4]],
    ["of details with a dash", ["1,UBND,30,18,9,3,24,15,6,3,6,3,3", a.replace("1,", "-,"), b.replace("2,", "-,")], [4]],
  ])("a group's number %s: 30 received", async (_, lines, sums) => {
    const { sum, code } = await read(...heads, ...lines);
    expect([code, sum.total.received, sum.files[0].sums]).toEqual([0, 30, sums]);
  });

  it("a group's sum that is not that of its rows is a fault, by its name: 40 where they come to 30", async () => {
    const { sum, code } = await read(...heads, "I,Cấp xã,40,28,9,3,34,25,6,3,6,3,3", a, b, total);
    expect([code, sum.total.received]).toEqual([1, 30]);
    expect(sum.faults.filter(({ column }) => column === "received")).toMatchObject([
      { kind: "total", name: "Cấp xã", place: { row: 4, column: 3 }, has: 40, should: 30 },
    ]);
  });

  it("a row of totals without a name that is wrong is a fault, and no unit: 31 where they come to 30", async () => {
    const { sum, code } = await read(...heads, a, b, ",,31,19,9,3,24,15,6,3,6,3,3");
    expect([code, sum.total.received, sum.units.length]).toEqual([1, 30, 2]);
  });

  it.each(["Lũy kế từ đầu năm", "Cùng kỳ năm trước", "Trong đó: cấp xã"])(
    "%s is passed over, and said: row 6",
    async (name) => {
      const { sum } = await read(...heads, a, b, `,${name},60,36,18,6,48,30,12,6,12,6,6`);
      expect([sum.total.received, sum.files[0].passed]).toEqual([30, [6]]);
    },
  );

  it("a unit whose name begins like a sum, and has its number, is a unit: 10 + 20", async () => {
    const { sum } = await read(...heads, a.replace("Xã A", "Tổng số hồ sơ đất đai"), b, total);
    expect([sum.total.received, sum.units.length]).toEqual([30, 2]);
  });

  it("each sum of a part is held against its part: 10, 20, and 30 of all", async () => {
    const { sum, code } = await read(...heads, a, a.replace("1,Xã A", "Cộng,"), b, b.replace("2,Xã B", "Cộng,"), total);
    expect([code, sum.total.received]).toEqual([0, 30]);
  });

  it("a second table of a file has its own heads: 6 + 12 online, though its columns stand elsewhere", async () => {
    const other = heads[1].replace("Trong kỳ,,Từ kỳ trước", "Từ kỳ trước,Trực tuyến,Trực tiếp");
    const { sum, code } = await read(...heads, a, "", heads[0], other, "1,Xã B,20,2,12,6,16,10,4,2,4,2,2");
    expect([code, sum.total.online, sum.total.carriedOver, sum.faults]).toEqual([0, 18, 3, []]);
  });

  it("two units with the same cells, the second without its number, are two: 20", async () => {
    const { sum } = await read(...heads, a, a.replace("1,Xã A", ",Xã B"));
    expect([sum.total.received, sum.units.length]).toEqual([20, 2]);
  });

  it("groups I and II without rows of their own are units: 10 + 20", async () => {
    const { sum } = await read(...heads, a.replace("1,", "I,"), b.replace("2,", "II,"), total);
    expect([sum.total.received, sum.units.length]).toEqual([30, 2]);
  });

  it("a column of shares is not read, whatever it is of: 5 + 5 early, no 62 + 62", async () => {
    const { sum } = await read(
      "STT,Đơn vị,Số lượng hồ sơ tiếp nhận,Số lượng hồ sơ đã giải quyết,,,,,Số lượng hồ sơ đang giải quyết,,",
      ",,Tổng số,Tổng số,Tỷ lệ trước hạn (%),Trước hạn,Đúng hạn,Quá hạn,Tổng số,Trong hạn,Quá hạn",
      "1,Xã A,10,8,62,5,2,1,2,1,1",
      "2,Xã B,10,8,62,5,2,1,2,1,1",
    );
    expect([sum.total.early, sum.faults, sum.files[0].unknown.length]).toEqual([10, [], 1]);
  });

  it("a file that is given twice is added up once: 10", async () => {
    const file = log([...heads, a].join("\n"), "a.csv");
    const copy = log([...heads, a].join("\n"), "a2.csv");
    const { out } = await kpi(["form", "read", file, copy]);
    expect(out).toMatch(/Received +10\b/);
    expect(out).toContain("a2.csv says what a.csv says");
  });
});

describe("tables of the same numbers", () => {
  const of = (name: string, ...lines: string[]) => log([...lines, ...heads, a].join("\n"), name);
  const both = async (...files: string[]) => {
    const { out } = await kpi(["form", "read", ...files, "--format", "json"]);
    const { total, copies, alike } = JSON.parse(out) as FormSum;
    return [total.received, copies.length, alike.length];
  };

  it("of two offices that line 1 names are two: 10 + 10 received, and nothing to say", async () => {
    const files = ["An Dương", "Kiến An"].map((name) => of(`${name}.csv`, `Đơn vị báo cáo: UBND xã ${name},,`));
    expect(await both(...files)).toEqual([20, 0, 0]);
  });

  it("in files that differ without naming an office are added up, 10 + 10, and said in both languages", async () => {
    const files = [of("a.csv", "Kỳ báo cáo: tháng 9,,"), of("b.csv", "Kỳ báo cáo: tháng 9 năm 2025,,")];
    expect(await both(...files)).toEqual([20, 0, 1]);
    const said = async (language: string) =>
      (await kpi(["form", "read", ...files, "--lang", language])).out.replace(/\s+/g, " ");
    expect(await said("en")).toContain("b.csv has the numbers of a.csv, and nothing says that they are of two units");
    expect(await said("vi")).toContain("b.csv có số liệu giống a.csv mà không rõ là của hai đơn vị, đã cộng cả hai");
  });

  it("of nothing but zeros are added up without a word: 0", async () => {
    const none = `1,Xã A${",0".repeat(11)}`;
    const files = ["a", "b"].map((name) => log([`${name},,`, ...heads, none].join("\n"), `${name}.csv`));
    expect(await both(...files)).toEqual([0, 0, 0]);
  });

  it("in files of one name in two folders are told by their paths: 2 files, 20 received", async () => {
    const files = ["An Dương", "Kiến An"].map((name) => of("bieu.csv", `Đơn vị báo cáo: UBND xã ${name},,`));
    const { out } = await kpi(["form", "read", ...files, "--format", "json"]);
    const sum = JSON.parse(out) as FormSum;
    expect([sum.total.received, sum.files.map(({ name }) => name)]).toEqual([20, files]);
  });

  it("in two tables of one file are two: 10 + 10, and said", async () => {
    expect(await both(log([...heads, a, "", ...heads, a].join("\n"), "a.csv"))).toEqual([20, 0, 1]);
  });
});

it("cases by post in a column of their own belong to what was received: 6 + 2 + 1 + 1 is 10", async () => {
  const { sum } = await read(
    "STT,Lĩnh vực,Số lượng hồ sơ tiếp nhận,,,,,Số lượng hồ sơ đã giải quyết,,,,Số lượng hồ sơ đang giải quyết,,",
    ",,Tổng số,Trực tuyến,Trực tiếp,Bưu chính,Từ kỳ trước,Tổng số,Trước hạn,Đúng hạn,Quá hạn,Tổng số,Trong hạn,Quá hạn",
    "1,Xã A,10,6,2,1,1,8,5,2,1,2,1,1",
  );
  expect(sum.faults).toEqual([]);
});

describe("the form of a log", () => {
  const head = "Mã hồ sơ,Mã thủ tục,Hình thức nộp,Ngày tiếp nhận,Hạn xử lý,Ngày trả kết quả,Trạng thái";

  it("tells of cases that ended before the period with no day of their end: 2", async () => {
    const file = table(
      head,
      "1,A,Trực tuyến,15/08/2025 08:00,12/09/2025 17:00,,Đã rút",
      "2,A,Trực tuyến,15/08/2025 08:00,12/09/2025 17:00,,Đã trả kết quả",
      "3,A,Trực tuyến,15/09/2025 08:00,22/09/2025 17:00,20/09/2025 08:00,Đã trả kết quả",
    );
    const { out } = await kpi(["form", "write", file, "--month", "2025-09"]);
    expect(out.replace(/\s+/g, " ")).toContain(
      "2 cases withdrawn, stopped or finished with no day of their end (0 received in the period, 2 before it)",
    );
  });

  it("does not say that a due day before the receipt is none: 1 such case", async () => {
    const file = table(
      head,
      "1,A,Trực tuyến,15/09/2025 08:00,12/09/2025 17:00,28/09/2025 08:00,Đã trả kết quả",
      "2,A,Trực tuyến,15/09/2025 08:00,22/09/2025 17:00,20/09/2025 08:00,Đã trả kết quả",
    );
    const { out } = await kpi(["form", "write", file, "--month", "2025-09"]);
    expect(out.replace(/\s+/g, " ")).toContain(
      "1 case without a due day that can be used (blank, unreadable, or before the receipt)",
    );
  });
});

it.each([1, 2])(
  "of a case sent back in July, asked %i times, the index of September knows nothing: 1 of 1",
  async (times) => {
    const file = table(
      "Mã hồ sơ,Mã thủ tục,Hình thức nộp,Ngày tiếp nhận,Hạn xử lý,Ngày trả kết quả,Trạng thái,Ngày yêu cầu bổ sung,Số lần bổ sung",
      `1,A,Trực tuyến,01/07/2025 08:00,20/07/2025 17:00,,Yêu cầu bổ sung,10/07/2025 08:00,${times}`,
      "2,A,Trực tuyến,01/09/2025 08:00,05/09/2025 17:00,03/09/2025 09:00,Đã trả kết quả,,",
    );
    const { out } = await kpi(["index", file, "--month", "2025-09"]);
    expect(out).toMatch(/2 On time +1 ÷ 1 /);
  },
);

describe("a workbook", () => {
  const bookOf = (...sheets: { name: string; rows: string[] }[]) => {
    const path = join(folder(), "b.xlsx");
    const xml = (rows: string[]) =>
      rows.map((line, i) => rowOf(i + 1, ...(parse(line)[0] as string[]).map((cell) => cell || null))).join("");
    writeFileSync(path, xlsxOf(sheets.map(({ name, rows }) => ({ name, xml: xml(rows) }))));
    return path;
  };

  it("whose sheets have other heads is read sheet by sheet; a cover is named as not read: 10 + 20", async () => {
    const other = heads.map((line) => line.replaceAll("Số lượng hồ sơ", "Số hồ sơ"));
    const path = bookOf(
      { name: "Bìa", rows: ["Báo cáo tháng 9"] },
      { name: "Xã A", rows: [...heads, a] },
      { name: "Xã B", rows: [...other, b.replace("12,6,2", "12,7,2")] },
    );
    const { out, code } = await kpi(["form", "read", path, "--format", "json"]);
    const sum = JSON.parse(out) as FormSum;
    expect([code, sum.total.received, sum.sheets]).toEqual([
      1,
      30,
      [{ name: "b.xlsx", read: ["Xã A", "Xã B"], unread: ["Bìa"] }],
    ]);
    expect(sum.faults).toMatchObject([
      { name: "Xã B", place: { sheet: "Xã B", row: 4, column: 3 }, has: 20, should: 21 },
    ]);
  });
});

it.each(["test", "no-such.csv"])("%s is refused in a sentence, exit code 2", async (file) => {
  const { code, err } = await kpi(["form", "read", file]);
  expect([code, err.includes("bug")]).toEqual([2, false]);
});

describe("logs that the forms are held against", () => {
  // Received and returned in March; by day first it would be no date.
  const american = () =>
    table(
      "Mã hồ sơ,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả,Hình thức",
      "A1,03/25/2025 08:00,03/28/2025,03/27/2025 09:00,Quầy số 1",
    );
  const reading = [
    ...["--date-format", "MM/dd/yyyy", "--map", 'returned_at="Ngày trả"', "--map", 'channel="Hình thức"'],
    ...["--map-value", 'channel:"Quầy số 1"=in_person'],
  ];
  const march = ["--month", "2025-03", "--lang", "en"];

  it("are read as kpi form write reads them: month first, mapped: 1 received, and no fault; by their configuration too", async () => {
    const cases = american();
    const dir = folder();
    const form = join(dir, "form.csv");
    const config = join(dir, "kpi.yaml");
    writeFileSync(
      config,
      'date-format: MM/dd/yyyy\nmap: {returned_at: "Ngày trả", channel: "Hình thức"}\nmap-value: {channel: {"Quầy số 1": in_person}}\n',
    );
    const written = await kpi(["form", "write", cases, ...march, ...reading, "--out", `csv=${form}`, "--quiet"]);
    expect(written.code).toBe(0);
    for (const how of [reading, ["--config", config]]) {
      const { code, out, err } = await kpi([
        "form",
        "read",
        form,
        "--cases",
        cases,
        ...march,
        ...how,
        "--format",
        "json",
      ]);
      expect([code, err]).toEqual([0, ""]);
      expect(JSON.parse(out)).toMatchObject({ total: { received: 1 }, faults: [] });
    }
    // What is advised without them is an option that there is.
    const { code, err } = await kpi(["form", "read", form, "--cases", cases, ...march]);
    expect(code).toBe(2);
    expect(err).toContain("--date-format MM/dd/yyyy");
  });
});
