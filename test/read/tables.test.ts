/** The small logs: what is read of them, and how their faults are told. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFigures } from "../../src/read/tables/figures.ts";
import { readPetitions } from "../../src/read/tables/petitions.ts";
import { readCatalogue } from "../../src/read/tables/procedures.ts";
import { shippedCalendar } from "../../src/time/calendar.ts";
import { isoDate } from "../../src/time/civil.ts";
import { folder, kpi, log, report } from "../run.ts";

const calendar = shippedCalendar();
const catalogue = (text: string) => readCatalogue(log(text, "procedures.csv"), "procedures.csv", calendar).rows;
const petitions = (text: string) => readPetitions(log(text, "petitions.csv"), "petitions.csv", calendar).rows;
const known = {
  units: new Map([
    ["security-level", "level"],
    ["staff-trained-share", "percent"],
    ["stations-5g-share", "percent"],
    ["report-sent", "date"],
  ]),
  titles: new Map([["Cấp độ an toàn hệ thống thông tin", "security-level"]]),
  mayBeNone: new Set<string>(),
  mayExceed: new Set(["stations-5g-share"]),
  workedOut: new Set(["submission-time"]),
};
const figures = (text: string) => readFigures(log(text, "figures.csv"), "figures.csv", known).rows;
const day = (value: number | null | undefined) => (value == null ? value : isoDate(value));

describe("the catalogue", () => {
  it("is read under Vietnamese headers with title, numbering and total rows, a semicolon and a mark", () => {
    const text =
      '\ufeffDANH MỤC TTHC;;;\nMã TTHC;Mức độ DVC;Trên Cổng DVCQG;Danh mục\n(1);(2);(3);(4)\n1.00461;Toàn trình;Có;"dvctt-25; NHOM-82"\n\n1.000028.000.00.00.H38;Một phần;;\nTổng cộng;2;;\n';
    expect(catalogue(text)).toMatchObject([
      { procedureCode: "1.004610", serviceLevel: "full", onPortal: true, lists: ["dvctt-25", "nhom-82"], level: null },
      { procedureCode: "1.000028", serviceLevel: "partial", onPortal: false, lists: [] },
    ]);
  });

  it("works out by when a procedure is published in time: ten working days after 24/4/2026 are 13/5/2026", () => {
    // 27/4, 30/4 and 1/5 are off.
    const [first, second, third] = catalogue(
      "procedure_code,announced_on\n1.000001,24/04/2026\n1.000002,2027-03-01\n1.000003,\n",
    );
    expect([day(first.publishBy), second.publishBy, third.publishBy]).toEqual(["2026-05-13", null, null]);
  });

  it("reads days with a decimal sign of either kind: 7,5 and 7.5 are the same", () => {
    const rows = catalogue('procedure_code,days_in_person,days_online\n1.000001,"7,5",7.5\n');
    expect(rows[0]).toMatchObject({ daysInPerson: 7.5, daysOnline: 7.5 });
  });
});

describe("the petitions log", () => {
  it("takes the due day as it stands, else the fifteenth working day: 13/02/2026 and 15 are 13/3/2026", () => {
    // Tết: 16 to 20/2 off.
    const rows = petitions(
      "Mã PAKN,Ngày tiếp nhận,Hạn trả lời,Ngày trả lời,Trạng thái\nA,13/02/2026,,,Đang xử lý\nB,13/02/2026,20/02/2026,19/02/2026,Đã trả lời\n",
    );
    expect(rows.map(({ answerBy, status }) => [day(answerBy), status])).toEqual([
      ["2026-03-13", "processing"],
      ["2026-02-20", "answered"],
    ]);
  });
});

describe("the figures", () => {
  it.each([
    ["security-level,2025,3,,x,20/12/2025", { value: "3", of: null }],
    ["staff-trained-share,2025,1.234,2.000,x,20/12/2025", { value: "1234", of: "2000" }],
    ['staff-trained-share,2025,"98,50",,x,20/12/2025', { value: "98.5", of: null }],
    ["staff-trained-share,2025,100,,x,20/12/2025", { value: "100", of: null }],
    ["stations-5g-share,2025,300,200,x,20/12/2025", { value: "300", of: "200" }],
    ["Cấp độ an toàn hệ thống thông tin,2025,3,,x,20/12/2025", { figure: "security-level", value: "3" }],
    ['staff-trained-share,2025,"98,5%",,x,20/12/2025', { value: "98.5", of: null }],
    ["report-sent,2025,07/11/2025,,x,20/12/2025", { value: "2025-11-07", of: null, statedOn: "2025-12-20" }],
  ])("%s", (row, read) => {
    expect(figures(`figure,year,value,of,source,stated_on\n${row}\n`)[0]).toMatchObject(read);
  });
});

const faults: readonly (readonly [file: string, option: string, text: string])[] = [
  ["no-header.csv", "procedures", "Tên,Giá\nA,1\n"],
  ["lacks-a-column.csv", "petitions", "Mã phản ảnh,Ngày trả lời,Trạng thái\nA,01/01/2025,\n"],
  ["two-columns.csv", "procedures", "Mã TTHC,Mã thủ tục,Lĩnh vực\n1.000001,1.000001,\n"],
  ["header-only.csv", "procedures", "Mã TTHC,Lĩnh vực\n"],
  ["in-doubt.csv", "procedures", "Mã TTHC,Cấp,x;Lĩnh vực;Nhóm\n1.000001,,x;A;B\n"],
  ["empty.csv", "figures", ""],
  ["not-utf-8.csv", "procedures", "Mã TTHC,Lĩnh vực\n1.000001,?\n"],
  ["unclosed-quote.csv", "procedures", 'Mã TTHC,Lĩnh vực\n1.000001,"A\n1.000002,B\n'],
  ["ragged.csv", "procedures", "Mã TTHC,Lĩnh vực\n1.000001\n1.000002,B,C\n"],
  [
    "procedures.csv",
    "procedures",
    "Mã TTHC,Mức độ DVC,Trên Cổng DVCQG,Ngày Bộ công bố,Ngày công bố,Thời hạn trực tiếp\n" +
      "1.46.2,Mức cao,Có lẽ,31/02/2025,,mười\n,Toàn trình,Có,03/25/2025,,1.234\n" +
      "1.000001,Toàn trình,Có,10/03/2025,01/03/2025,5\n1.000002,,,,,\n1.000002,,,,,\n",
  ],
  [
    "tags.csv",
    "procedures",
    'procedure_code,lists\n1.000001,"dvctt-25,nhom-82"\n1.000002,Phụ lục I\n1.000003,dvctt-25;nhom-82\n',
  ],
  ["calendar.csv", "calendar", "Ngày,Tên,Nguồn\n01/01/2027,Tết,UBND\n"],
  [
    "procedures-2.csv",
    "procedures",
    "Mã TTHC,Tên TTHC,Lĩnh vực,Cấp,Mức độ DVC,Danh mục,Nhóm\n1.000001,A,B,Cấp Sở,,,\n,Người lập biểu,,,,Chủ tịch,\nTổng cộng: 1 thủ tục,,,,,,\n",
  ],
  [
    "petitions.csv",
    "petitions",
    "petition_id,received_on,due_on,answered_on,status\n,01/03/2025,,,\nA,,,,\nB,10/03/2025,,,Xong rồi\nC,10/03/2025,01/03/2025,01/02/2025,\n",
  ],
  [
    "figures.csv",
    "figures",
    "figure,year,value,of,source,stated_on\n" +
      "staff-traned-share,2025,1,2,x,20/12/2025\nstaff-trained-share,25,1,2,x,20/12/2025\n" +
      "staff-trained-share,2025,3,2,x,20/12/2025\nstaff-trained-share,2024,1,0,x,20/12/2025\n" +
      "staff-trained-share,2023,150,,x,20/12/2025\nstaff-trained-share,2022,1.234,,x,20/12/2025\n" +
      "security-level,2025,ba,,x,20/12/2025\nsecurity-level,2024,3,4,x,20/12/2025\n" +
      'security-level,2023,"3,5",,x,20/12/2025\nreport-sent,2025,24/12/2025,,x,20/12/2025\n' +
      "report-sent,2024,07/11/2024,5,x,20/12/2025\nsubmission-time,2025,5,,x,20/12/2025\nhouseholds,2025,5,,x,20/12/2025\nstaff-trained-share,2020,0.985,,x,20/12/2025\nreport-sent,2023,xong,,,20/12/2025\nstaff-trained-share,2021,nhiều,,x,\n",
  ],
];

describe("a fault in a small log", () => {
  it.each(["vi", "en"])(
    "stops the run with all faults named by line and column: the golden messages in %s",
    async (lang) => {
      let text = "";
      for (const [name, option, content] of faults) {
        const bytes = new TextEncoder().encode(content);
        if (name === "not-utf-8.csv") bytes[bytes.indexOf(63)] = 0xe9;
        const file = log(bytes, name);
        const args = ["check", "fixtures/sample/cases.csv", "--year", "2025", `--${option}`, file, "--lang", lang];
        const run = await kpi(args);
        expect([run.code, run.out], name).toEqual([2, ""]);
        text += `${run.err.replaceAll(file, name)}\n`;
      }
      await expect(text).toMatchFileSnapshot(`../golden/table-faults-${lang}.txt`);
    },
  );

  it("a file that does not exist is named", async () => {
    const run = await kpi(["check", "fixtures/sample/cases.csv", "--year", "2025", "--figures", "none.csv"]);
    expect([run.code, run.err]).toEqual([2, 'kpi: there is no file "none.csv".\n  Check its name and folder.\n']);
  });

  it("of any text in any cell is told, or the cell is read: never a crash, never a row lost", () => {
    const cell = fc.oneof(
      fc.constantFrom("", "1.000001", "Toàn trình", "Có", "10/03/2025", "x;y", "7,5", '"', "1\n2"),
      fc.string({ maxLength: 8 }),
    );
    const headers = "procedure_code,service_level,on_portal,announced_on,days_online,lists";
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        // Every row has a code of its own, so that none is blank, a total or a duplicate.
        const lines = rows.map(([, ...cells], i) => [`1.00000${i}`, ...cells].map(quoted).join(","));
        try {
          expect(catalogue(`${[headers, ...lines].join("\n")}\n`)).toHaveLength(rows.length);
        } catch (error) {
          const { code, data } = error as { code?: string; data?: { count: number } };
          expect([code, (data?.count ?? 0) > 0]).toEqual(["table-faults", true]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("the sample's small logs", () => {
  const sample = (form: string, profile: string) => async () => {
    const dir = folder();
    await kpi(["sample", "--cases", "3000", "--seed", "11", "--form", form, "--profile", profile, "--out", dir, "-q"]);
    const answers = JSON.parse(readFileSync(`${dir}/answers.json`, "utf8"));
    const beside = ["procedures", "petitions", "figures"].flatMap((name) => [`--${name}`, `${dir}/${name}.csv`]);
    const args = [`${dir}/cases.csv`, "--year", "2025", "--kpi", "all", "--period", "2025", ...beside];
    const found = await report(args);
    for (const part of ["procedures", "petitions", "figures"]) {
      for (const [id, measure] of Object.entries(answers[part])) {
        const result = found.results.find((one) => one.kpi === id);
        expect(result?.measure, id).toMatchObject(measure as object);
      }
    }
  };

  it.each([
    ["full", "good"],
    ["full", "mixed"],
    ["english", "mixed"],
  ])("of the form %s, profile %s, come to the known answers", (form, profile) => sample(form, profile)());

  it("the Vietnamese and the English form give the same results", async () => {
    const reports = await Promise.all(
      ["full", "english"].map(async (form) => {
        const dir = folder();
        await kpi(["sample", "--cases", "300", "--seed", "3", "--form", form, "--out", dir, "-q"]);
        const beside = ["procedures", "petitions", "figures"].flatMap((name) => [`--${name}`, `${dir}/${name}.csv`]);
        return report([`${dir}/cases.csv`, "--year", "2025", "--period", "2025", ...beside]);
      }),
    );
    expect(reports[0].results).toEqual(reports[1].results);
  });

  it("those of fixtures/sample are what the program makes of seed 7", async () => {
    const dir = folder();
    await kpi(["sample", "--cases", "2000", "--seed", "7", "--profile", "good", "--out", dir, "-q"]);
    for (const name of ["procedures.csv", "petitions.csv", "figures.csv", "answers.json"]) {
      expect(readFileSync(`${dir}/${name}`, "utf8"), name).toBe(readFileSync(`fixtures/sample/${name}`, "utf8"));
    }
  });
});
