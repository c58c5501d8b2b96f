/** kpi inspect: what it says of a log, and that it says nothing of a person. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isHalfSwapped } from "../../src/read/date-facts.ts";
import { TimeColumn } from "../../src/read/decode.ts";
import { masked, timeFormOf } from "../../src/read/shapes.ts";
import { folder, kpi, log, report, table } from "../run.ts";
import { rowOf, xlsxOf } from "../workbooks.ts";

const sample = "fixtures/sample/cases.csv";

async function inspected(args: readonly string[]) {
  const run = await kpi(["inspect", ...args, "--format", "json"]);
  return { code: run.code, told: JSON.parse(run.out) };
}

/** Thirty text dates after the twelfth and thirty that Excel turned round, as it leaves them under American settings. */
function halfSwapped(late: number): string {
  const rows = [...Array(30)].map((_, i) => `A${i},Trực tuyến,${13 + (i % 15)}/0${1 + (i % 9)}/2025,`);
  const turned = [...Array(30)].map(
    (_, i) => `B${i},Trực tuyến,2025-${10 + (i % 3)}-${i < late ? "25" : `0${1 + (i % 9)}`},`,
  );
  return table("Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả", ...rows, ...turned);
}

describe("kpi inspect", () => {
  it("of the sample tells dialect, columns, 2,005 rows and its 3 words of channel, and exits 0", async () => {
    const { code, told } = await inspected([sample]);
    expect(code).toBe(0);
    const [found] = told.logs;
    expect(found).toMatchObject({
      encoding: "utf-8-bom",
      delimiter: ",",
      headerLine: 1,
      read: 2005,
      duplicates: 5,
      unread: ["STT", "Chủ hồ sơ", "Địa chỉ"],
    });
    expect(found.columns.find((column: { field: string }) => column.field === "channel")).toMatchObject({
      header: "Hình thức nộp",
      blank: 0,
      atFault: 0,
      differentWords: 3,
      words: [
        { word: "Trực tuyến", count: 1307, means: "online" },
        { word: "Trực tiếp", count: 605, means: "in_person" },
        { word: "Bưu chính công ích", count: 93, means: "postal" },
      ],
    });
    expect(found.columns.find((column: { field: string }) => column.field === "received_at")).toMatchObject({
      blank: 6,
      forms: { "dd/MM/yyyy HH:mm:ss": 1999 },
    });
    expect(told.plan.measurable).toContain("submission-time");
  });

  it("of a log without times of login says what submission-time lacks", async () => {
    const file = table("Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả", "A,Trực tuyến,02/01/2025,03/01/2025");
    const { told } = await inspected([file]);
    expect(told.lacking["submission-time"]).toEqual(["login_at", "submitted_at"]);
    expect((await kpi(["inspect", file, "--lang", "vi"])).out).toContain("submission-time: thiếu cột");
  });

  it("of 2 words that it does not know exits 1, with the words, the count and the line", async () => {
    const run = await kpi(["inspect", "fixtures/faults/unknown-word.csv"]);
    expect(run.code).toBe(1);
    expect(run.out).toContain("Kiosk → ? (2)");
    expect(run.out).toMatch(/2 \(a word that is not known, line 3\)/);
  });

  it("of what is no log exits 2 and writes nothing", async () => {
    const config = join(folder(), "kpi.yaml");
    const run = await kpi(["inspect", "fixtures/faults/binary.csv", "--write-config", config]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(() => readFileSync(config)).toThrow();
  });

  it.each([
    ["thirty days over 12 as text and thirty up to 12 as dates", 0, true],
    ["one date after the twelfth among the turned ones", 1, false],
  ])("with %s: half swapped is said or not", async (_, late, said) => {
    const file = halfSwapped(late);
    const { code, told } = await inspected([file]);
    expect(told.logs[0].halfSwapped).toEqual(said ? ["Ngày tiếp nhận"] : []);
    expect(code).toBe(said ? 1 : 0);
    const { notes } = await report([file, "--year", "2025"]);
    expect(notes.some((note) => note.code === "half-swapped")).toBe(said);
  });

  it("shows texts by their shape, so that no name is printed, even of a column that was mapped wrongly", async () => {
    const rows = [...Array(50)].map(
      (_, i) => `H${i},Nguyễn Văn ${String.fromCharCode(65 + (i % 26))}${i},02/01/2025,03/01/2025`,
    );
    const file = table("Mã hồ sơ,Chủ hồ sơ,Ngày tiếp nhận,Ngày trả kết quả", ...rows);
    for (const field of ["agency", "channel"]) {
      const run = await kpi(["inspect", file, "--map", `${field}=Chủ hồ sơ`]);
      expect(run.out).not.toMatch(/Nguyễn|Văn/);
      expect(run.out).toContain("Aaaaaa Aaa A9");
    }
    const json = await kpi(["inspect", file, "--map", "channel=Chủ hồ sơ", "--format", "json"]);
    expect(json.out).not.toMatch(/Nguyễn|Văn/);
  });

  it("writes the mapping of a run; a check with it gives the same results as with the options", async () => {
    const file = table(
      "Số,Nguồn,Ngày tiếp nhận,Ngày trả kết quả,Giờ xử lý",
      'A,Kiosk,02/07/2025,03/07/2025,"1.234"',
      "B,Trực tuyến,02/07/2025,02/07/2025,2",
      "C,Kiosk,02/07/2025,04/07/2025,3",
    );
    const options = ["--map", "case_id=Số", "--map", "channel=Nguồn", "--map", "processing_hours=Giờ xử lý"];
    const more = ["--map-value", 'channel:"Kiosk"=in_person', "--decimal", "point", "--date-format", "dd/MM/yyyy"];
    const config = join(folder(), "kpi.yaml");
    const run = await kpi(["inspect", file, ...options, ...more, "--plan", "ngoai-vu-76", "--write-config", config]);
    expect(run.err).toBe("");
    expect(readFileSync(config, "utf8")).toBe(
      [
        "plan: ngoai-vu-76",
        "decimal: point",
        "date-format: dd/MM/yyyy",
        "map:",
        "  case_id: Số",
        "  channel: Nguồn",
        "  received_at: Ngày tiếp nhận",
        "  returned_at: Ngày trả kết quả",
        "  processing_hours: Giờ xử lý",
        "map-value:",
        "  channel:",
        "    Kiosk: in_person",
        "",
      ].join("\n"),
    );
    const byOptions = await report([file, ...options, ...more, "--plan", "ngoai-vu-76", "--year", "2025"]);
    const byConfig = await report([file, "--config", config, "--year", "2025"]);
    expect(byConfig).toEqual(byOptions);
    expect(byOptions.ledger).toMatchObject({ counted: 3, rejected: 0 });
  });

  it("names a column that two logs call differently in a comment of the configuration", async () => {
    const config = join(folder(), "kpi.yaml");
    const two = ["fixtures/sample/register.csv", "fixtures/faults/unknown-word.csv"];
    await kpi(["inspect", ...two, "--write-config", config]);
    expect(readFileSync(config, "utf8")).toMatch(/^# received_at: .*"Ngày nhận", "Ngày tiếp nhận"$/m);
    expect((await kpi(["inspect", ...two, "--config", config])).err).toBe("");
  });

  it("keeps one order of dates for all and another for one field, the time zone, and a plan beside it", async () => {
    const dir = folder();
    const file = table(
      "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Trạng thái",
      "A1,Trực tuyến,10/01/2025 08:00:00,02/10/2025 08:00:00,Đã trả kết quả",
      "A2,Trực tiếp,10/01/2025 08:00:00,05/10/2025 08:00:00,Đã trả kết quả",
    );
    writeFileSync(join(dir, "plan.json"), (await kpi(["plans", "show", "tan-an", "--format", "json"])).out);
    mkdirSync(join(dir, "office"));
    const config = join(dir, "office", "kpi.yaml");
    const orders = ["--date-format", "MM/dd/yyyy", "--date-format", "returned_at=dd/MM/yyyy", "--time-zone", "UTC"];
    const options = [...orders, "--plan", join(dir, "plan.json")];
    expect((await kpi(["inspect", file, ...options, "--write-config", config])).err).toBe("");
    const check = ["--year", "2025", "--kpi", "processing-time-reduction"];
    const byOptions = await report([file, ...options, ...check]);
    // 1 day online, 4 days in person: a cut of 75 %.
    expect(byOptions.results[0].measure?.value).toBe(75);
    expect(await report([file, "--config", config, ...check])).toEqual(byOptions);
  });

  it("writes the configuration to standard output with -, in place of what it found", async () => {
    const run = await kpi(["inspect", "fixtures/faults/old-mac.csv", "--write-config", "-"]);
    expect(run.out.split("\n").slice(0, 3)).toEqual(["plan: hai-phong-219", "map:", "  case_id: Mã hồ sơ"]);
  });

  it("what is said of one column of dates wins over what is said of all, in either order", async () => {
    const file = table("Mã hồ sơ,Ngày tiếp nhận,Ngày trả kết quả", "A,10/01/2025 08:00:00,02/10/2025 08:00:00");
    const orders = [
      ["--date-format", "MM/dd/yyyy"],
      ["--date-format", "returned_at=dd/MM/yyyy"],
    ];
    for (const given of [orders, orders.toReversed()]) {
      const { out } = await kpi(["convert", file, "--out", "-", ...given.flat()]);
      expect(out).toContain("A,2025-10-01T08:00:00,2025-10-02T08:00:00");
    }
  });

  it("does not write over a configuration that is there", async () => {
    const config = join(folder(), "kpi.yaml");
    writeFileSync(config, "year: 2025\n");
    const run = await kpi(["inspect", sample, "--write-config", config]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(readFileSync(config, "utf8")).toBe("year: 2025\n");
  });

  it("a telephone number in a coded column is told by nothing", async () => {
    const word = "Chờ bà Nguyễn Thị Mật 0912 345 678 bổ sung";
    const file = table("Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Trạng thái", `A,Trực tuyến,02/01/2025,${word}`);
    for (const args of [
      ["check", file, "--year", "2025", "--kpi", "all"],
      ["inspect", file],
      ["validate", file, "--rejects", "-"],
    ]) {
      const { out, err } = await kpi(args);
      expect(out + err).not.toMatch(/Nguyễn|0912/);
    }
  });

  it("does not write the configuration over a log", async () => {
    const file = table("Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận", "A,Trực tuyến,02/01/2025");
    const before = readFileSync(file, "utf8");
    expect((await kpi(["inspect", file, "--write-config", file])).code).toBe(2);
    expect(readFileSync(file, "utf8")).toBe(before);
  });
});

describe("the form of a time", () => {
  it("of a workbook's moments and days is told apart: 1 with a time of day, 1 without", async () => {
    const file = join(folder(), "cases.xlsx");
    const rows = [rowOf(1, "Mã hồ sơ", "Ngày tiếp nhận"), rowOf(2, "A", 45_901.375), rowOf(3, "B", "2025-09-02")];
    writeFileSync(file, xlsxOf([{ name: "S", xml: rows.join("") }]));
    const { logs } = JSON.parse((await kpi(["inspect", file, "--format", "json"])).out);
    expect(logs[0].columns[1].forms).toEqual({ "yyyy-MM-dd": 1, "yyyy-MM-dd HH:mm:ss": 1 });
    expect((await kpi(["inspect", file, "--lang", "en"])).out).toContain("yyyy-MM-dd (1) · yyyy-MM-dd HH:mm:ss (1)");
  });

  it.each([
    ["05/03/2025", "dd/MM/yyyy"],
    ["05-03-2025 07:08", "dd/MM/yyyy HH:mm"],
    ["05.03.2025 07:08:09", "dd/MM/yyyy HH:mm:ss"],
    ["07:08:09 05/03/2025", "dd/MM/yyyy HH:mm:ss"],
    ["5/3/2025", "d/M/yyyy"],
    ["5/3/2025 7:08", "d/M/yyyy HH:mm"],
    ["2025-03-05", "yyyy-MM-dd"],
    ["2025-03-05 07:08", "yyyy-MM-dd HH:mm"],
    ["2025-03-05T07:08:09+07:00", "yyyy-MM-dd HH:mm:ss"],
    ["2025-03-05+07:00", "yyyy-MM-dd"],
    ["20250305", "yyyyMMdd"],
    ["20251305", "other"],
    ["20250305070809", "yyyyMMddHHmmss"],
    ["45721.5", "Excel"],
    ["hôm qua", "other"],
  ])("of %s is %s", (text, form) => expect(timeFormOf(text)).toBe(form));
});

describe("a half that Excel swapped", () => {
  const facts = (texts: readonly string[]) => {
    const column = new TimeColumn("dmy", () => 0);
    for (const text of texts) column.read(Buffer.from(text), 0, text.length);
    return column.facts;
  };
  const late = (count: number) => Array<string>(count).fill("25/03/2025");
  // 5 March as ISO, as the number of days since 1899-12-30, and without separators.
  it.each(["2025-03-05", "45721", "20250305070809"])(
    "is suspected from 20 values a half on, not from 19: %s",
    (other) => {
      const turned = (count: number) => Array<string>(count).fill(other);
      expect(isHalfSwapped(facts([...late(20), ...turned(20)]))).toBe(true);
      expect(isHalfSwapped(facts([...late(19), ...turned(20)]))).toBe(false);
      expect(isHalfSwapped(facts([...late(20), ...turned(19)]))).toBe(false);
    },
  );

  it.each(["05/03/2025", "5/3/2025", "2025-03-25", "45741", "20250325070809"])(
    "is not suspected where one value is %s",
    (one) => expect(isHalfSwapped(facts([...late(20), ...Array<string>(20).fill("2025-03-05"), one]))).toBe(false),
  );
});

describe("a masked text", () => {
  it.each([
    ["Nguyễn Văn Ánh, 12 Lê Lợi", "Aaaaaa Aaa Aaa, 99 Aa Aaa"],
    ["Đỗ Ẩn".normalize("NFD"), "Aa Aa"],
    ["000.55.H24-251008-0000001", "999.99.A99-999999-9999999"],
    ["x".repeat(60), `${"a".repeat(39)}…`],
  ])("of %s is %s", (text, shape) => expect(masked(text)).toBe(shape));
});

describe("headers that no field claims", () => {
  it.each([
    ["Người xuất: Nguyễn Văn An - 0912345678", "Aaaaa aaaa: Aaaaaa Aaa Aa - 9999999999"],
    ["Người lập: Trần Thị Bình", "Aaaaa aaa: Aaaa Aaa Aaaa"],
    ["an.nguyen@example.org", "aa.aaaaaa@aaaaaaa.aaa"],
  ])("%s, of a person, stands in no output but by its shape", async (header, shape) => {
    const file = log(`Mã hồ sơ,Hình thức nộp,"${header}"\nHS1,Trực tuyến,x\n`);
    const { out } = await kpi(["inspect", file]);
    const json = (await kpi(["inspect", file, "--format", "json"])).out;
    expect([out, json].some((text) => text.includes(header))).toBe(false);
    expect(out).toContain(shape);
    expect(JSON.parse(json).logs[0].unread).toEqual([shape]);
  });

  it.each(["STT", "Lý Do Từ Chối", "LÝ DO DỪNG", "Số nhà", "Địa chỉ (thôn/xóm)", "Hồ Sơ Kèm Theo", "Ghi chú 2025"])(
    "%s is said as it is",
    async (header) => {
      const { out } = await kpi(["inspect", log(`Mã hồ sơ,Hình thức nộp,${header}\nHS1,Trực tuyến,x\n`)]);
      expect(out).toContain(`: ${header}.`);
    },
  );
});
