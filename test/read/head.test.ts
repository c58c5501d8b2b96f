/** The head of a file: logs and small tables find their header by one code, and what one of them knew both know. */

import { describe, expect, it } from "vitest";
import type { UserError } from "../../src/errors.ts";
import { fieldsFound } from "../../src/read/head.ts";
import { logHeaders } from "../../src/read/header.ts";
import { readForms } from "../../src/read/tables/forms.ts";
import { readPetitions } from "../../src/read/tables/petitions.ts";
import { readCatalogue } from "../../src/read/tables/procedures.ts";
import { onceEncoded } from "../../src/read/twice.ts";
import { shippedCalendar } from "../../src/time/calendar.ts";
import { isoDate } from "../../src/time/civil.ts";
import { kpi, log, report } from "../run.ts";

const calendar = shippedCalendar();
const catalogue = (content: string | Uint8Array) =>
  readCatalogue(log(content, "procedures.csv"), "procedures.csv", calendar);
const petitions = (content: string) => readPetitions(log(content, "petitions.csv"), "petitions.csv", calendar);
/** The code and the data of what a file is refused for. */
function refused(read: () => unknown): Pick<UserError, "code" | "data"> | null {
  try {
    read();
    return null;
  } catch (error) {
    const { code, data } = error as UserError;
    return { code, data };
  }
}

describe("the header of a small table", () => {
  it("of two rows, below a title, has 4 columns: 10 days in person and 7.5 online", () => {
    const { rows, headerLine, passedOver } = catalogue(
      "DANH MỤC,,,\nMã TTHC,Cấp,Thời hạn,\n,,trực tiếp,trực tuyến\n(1),(2),(3),(4)\n1.000001,Xã,10,7.5\n",
    );
    expect(rows).toMatchObject([{ procedureCode: "1.000001", level: "commune", daysInPerson: 10, daysOnline: 7.5 }]);
    expect([headerLine, passedOver]).toEqual([2, { title: 1, numbering: 1 }]);
  });

  it("of three rows: 1 procedure of 3 columns", () => {
    const { rows } = catalogue("Mã,Thời hạn,\nTTHC,nộp,\n,trực tiếp (ngày),trực tuyến (ngày)\n1.000001,10,7\n");
    expect(rows).toMatchObject([{ procedureCode: "1.000001", daysInPerson: 10, daysOnline: 7 }]);
  });

  it("is the row of 3 known columns, and not the filter above it of 2", () => {
    const { headerLine, rows } = catalogue("Lĩnh vực,Cấp\n\nMã TTHC,Lĩnh vực,Cấp\n1.000001,Đất đai,Xã\n");
    expect([headerLine, rows.length]).toEqual([3, 1]);
  });

  it("of 1 column has no delimiter that could be in doubt: 2 procedures", () => {
    expect(catalogue("Mã TTHC\n1.000001\n1.000002\n").rows).toHaveLength(2);
  });

  it("may say in brackets how its days are written: 1 petition of 05/03/2025; of months first, none", () => {
    const of = (form: string) => petitions(`Mã PAKN,Ngày tiếp nhận (${form})\nA,05/03/2025\n`);
    expect(isoDate(of("dd/mm/yyyy").rows[0].receivedOn)).toBe("2025-03-05");
    expect(refused(() => of("mm/dd/yyyy"))?.code).toBe("table-columns");
  });

  it("that stands again among 4 procedures, in other letters too, is none of them", () => {
    const { rows, passedOver } = catalogue(
      "Mã TTHC,Lĩnh vực\n(1),(2)\n1.000001,A\n1.000002,A\nMã TTHC,Lĩnh vực\n(1),(2)\n1.000003,B\nMÃ TTHC,LĨNH VỰC\n1.000004,B\n",
    );
    expect([rows.length, passedOver]).toEqual([4, { numbering: 1, header: 3 }]);
  });

  it("on line 32 stands too low, and is told with its line", () => {
    const text = `${"Sở Tư pháp\n".repeat(31)}Mã TTHC,Lĩnh vực\n1.000001,A\n`;
    expect(refused(() => catalogue(text))).toMatchObject({ code: "header-too-low", data: { line: 32, most: 30 } });
  });

  it("of letters that were encoded twice, or lost, is told as that", () => {
    const twice = Buffer.from(Buffer.from("Mã TTHC,Lĩnh vực\n1.000001,A\n").toString("latin1"));
    expect(refused(() => catalogue(twice))?.code).toBe("encoded-twice");
    // UTF-8 read as the page of Vietnamese Windows, of DOS (two), of the Mac, of Central Europe, Russia and Thailand; three times; in signs.
    for (const header of [
      ...[
        "MĂ£ TTHC,LÄ©nh vá»±c",
        "M├ú TTHC,L─®nh vß╗▒c",
        "M├ú TTHC,L─⌐nh vß╗▒c",
        "M√£ TTHC,Lƒ©nh v·ª±c",
        "MĂŁ TTHC,LÄ©nh vá»±c",
      ],
      ...["MГЈ TTHC,LД©nh vб»±c", "Mรฃ TTHC,LฤฉnhแปฑcX,Lฤฉnh vแปฑc", "MÃƒÂ£ TTHC,LÃ„Â©nh vÃ¡Â»Â±c"],
      ...["M\\u00e3 TTHC,L\\u0129nh v\\u1ef1c"],
      ...[
        "M%C3%A3 TTHC,L%C4%A9nh v%E1%BB%B1c",
        "M=C3=A3 TTHC,L=C4=A9nh v=E1=BB=B1c",
        "M_x00E3_ TTHC,L_x0129_nh v_x1EF1_c",
      ],
    ]) {
      expect(refused(() => catalogue(`${header}\n1.000001,A\n`))?.code, header).toBe("encoded-twice");
    }
    for (const sound of [
      "Ngày trả",
      "Mã TTHC",
      "UBND XÃ",
      "Thủ tục “LÔ”",
      "KÊ – TÊN",
      "100%25",
      "a=b=cc=dd",
      "Mã_x000D_ hồ sơ",
    ]) {
      expect(onceEncoded(sound)).toBe(sound);
    }
    expect(refused(() => catalogue("M? TTHC,L?nh v?c\n1.000001,A\n"))?.code).toBe("letters-lost");
  });
});

describe("the rows of a small table", () => {
  it("below which a page, a day of printing and who signs stand: 1 procedure, 3 notes", () => {
    const { rows, passedOver } = catalogue(
      "Mã TTHC,Lĩnh vực,Cấp\n1.000001,A,Xã\nTrang 1/2,,\nNgày in: 05/01/2026,,\nNgười lập biểu,,Chủ tịch UBND\n",
    );
    expect([rows.length, passedOver]).toEqual([1, { note: 3 }]);
  });

  it("may have a quotation mark within a cell; of 2 rows at fault beside it each is told with the line of its own", () => {
    const file = 'Mã TTHC,Tên TTHC\n1.000001,Cấp "giấy" phép\n1.000002,"A"B\nX,Y\n';
    expect(catalogue('Mã TTHC,Tên TTHC\n1.000001,Cấp "giấy" phép\n').rows[0].procedureName).toBe('Cấp "giấy" phép');
    const faults = refused(() => catalogue(file))?.data.faults as { line: number; code: string }[];
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [3, "bad-quote"],
      [4, "bad-code"],
    ]);
  });

  it("end where 200 zeros of a longer file begin: 1 procedure", () => {
    const head = new TextEncoder().encode(`Mã TTHC,Tên TTHC\n1.000001,${"A".repeat(5000)}\n`);
    const bytes = new Uint8Array(head.length + 200);
    bytes.set(head);
    expect(catalogue(bytes).rows).toHaveLength(1);
  });

  it("stand behind a mark alone: 0 bytes of text are an empty file", () => {
    expect(refused(() => catalogue("\ufeff"))?.code).toBe("empty-file");
  });
});

it("a log's sep= line may end as on an old Mac: 1 case of 2 columns", async () => {
  const { inputs } = await report([log("sep=|\rMã hồ sơ|Ngày tiếp nhận\rA|01/03/2025 08:00\r"), "--year", "2025"]);
  expect(inputs[0]).toMatchObject({ delimiter: "|", headerLine: 2, passedOver: { separator: 1 }, ledger: { read: 1 } });
});

describe("filters above the header of a log", () => {
  const header = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái";
  const rows = [
    "HS1,Trực tuyến,01/09/2025 08:00:00,03/09/2025 17:00:00,02/09/2025 08:00:00,Đã trả kết quả",
    "HS2,Trực tiếp,01/09/2025 08:00:00,03/09/2025 17:00:00,04/09/2025 08:00:00,Đã trả kết quả",
  ];
  it.each([
    ["as many", "Lĩnh vực,Thủ tục,Đơn vị,Trạng thái,Kênh nộp,Đối tượng"],
    ["more", "Lĩnh vực,Thủ tục,Đơn vị,Trạng thái,Kênh nộp,Đối tượng,Mức độ"],
  ])("with %s known words, over what was chosen, are none: 2 cases, 1 in time", async (_, filters) => {
    const chosen = filters.replaceAll(/[^,]+/g, "Tất cả");
    for (const above of [[filters, chosen], [filters, chosen, ",,,"], [filters]]) {
      const file = log(`${[...above, header, ...rows].join("\n")}\n`);
      const { results, ledger } = await report([file, "--year", "2025", "--kpi", "on-time-share"]);
      expect(results[0].measure).toMatchObject({ numerator: 1, denominator: 2 });
      expect(ledger).toMatchObject({ read: 2, unknownWords: [] });
    }
  });

  it("a header without ids and times is one, with cases below and another header further down: it stands on line 1", async () => {
    const list = "Lĩnh vực,Thủ tục,Đơn vị,Trạng thái,Hình thức nộp,Số hóa hồ sơ";
    const one = "Đất đai,Cấp đổi,UBND xã A,Đã trả kết quả,Trực tiếp,Có";
    const file = log(`${[list, one, one, one, "Mã hồ sơ,Ngày tiếp nhận,Ngày trả,,,"].join("\n")}\n`);
    const { inputs } = await report([file, "--year", "2025", "--kpi", "record-digitisation-share"]);
    expect(inputs[0]).toMatchObject({ headerLine: 1, passedOver: {} });
  });
});

it("a sep= line that names another sign than that between the columns is told, of logs and small tables, and --delimiter overrules it", async () => {
  const file = log("sep=,\r\nMã hồ sơ;Ngày tiếp nhận\r\nA;01/03/2025 08:00\r\n");
  const { code, err } = await kpi(["check", file, "--year", "2025"]);
  expect([
    code,
    err.includes("--map"),
    err.includes('line 1 says "sep=,", but the columns are divided by ";"'),
  ]).toEqual([2, false, true]);
  const { err: inVietnamese } = await kpi(["check", file, "--year", "2025", "--lang", "vi"]);
  expect(inVietnamese).toContain('dòng 1 ghi "sep=," nhưng các cột phân cách bằng ";"');
  const { ledger } = await report([file, "--year", "2025", "--delimiter", ";"]);
  expect(ledger.counted).toBe(1);
  expect(refused(() => catalogue("sep=;\nMã TTHC,Lĩnh vực\n1.000001,A\n"))?.code).toBe("separator-line");
});

it("a header of 2 rows, of which neither has 2 columns that are known, is known by its 2 columns", () => {
  const head = new TextEncoder().encode("Mã,Thời gian\nhồ sơ,tiếp nhận\nA,01/03/2025\n");
  expect(fieldsFound(head, logHeaders(new Map()))).toBe(2);
});

describe("a form", () => {
  it("of which a quotation mark on line 3 never closes is told with that line, as a small table is", () => {
    const heads = "STT,Đơn vị,Tổng số tiếp nhận,Trực tuyến,Kỳ trước chuyển sang\n";
    const file = log(`${heads}1,Xã A,3,2,1\n2,"Xã B,3,2,1\n`, "form.csv");
    expect(refused(() => readForms(file, "form.csv", false))).toMatchObject({
      code: "table-faults",
      data: { faults: [{ line: 3, code: "unclosed-quote" }] },
    });
  });
});
