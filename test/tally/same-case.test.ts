/** Which rows of one id are one case, which of them stands, and when that is not known: figures worked by hand. */
import { describe, expect, it } from "vitest";
import { kpi, log, report, table } from "../run.ts";

const headers = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái";
const own = ["--year", "2025", "--kpi"];
const codes = ({ notes }: Awaited<ReturnType<typeof report>>) => notes.map(({ code }) => code);
const two = (n: number) => String(n).padStart(2, "0");
const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
/** Both orders of the rows: what is found must not hang on it. */
const bothWays = (rows: readonly string[]) => [rows, rows.toReversed()];

const resultOf = (made: Awaited<ReturnType<typeof report>>, id: string) => {
  const result = made.results.find(({ kpi: one }) => one === id);
  const { numerator, denominator } = (result?.measure ?? {}) as { numerator?: number; denominator?: number };
  return { reason: result?.reason, figure: `${numerator}/${denominator}` };
};

describe("ids that begin anew in each agency or procedure", () => {
  const logs: [what: string, header: string, kpiId: string, rows: string[]][] = [
    [
      "40 ids of two agencies without a date, none content in A and all in B",
      "Mã hồ sơ,Đơn vị xử lý,Hình thức nộp,Mức độ hài lòng",
      "satisfaction",
      ["A,Trực tuyến,Không hài lòng", "B,Trực tuyến,Hài lòng"].flatMap((rest) =>
        range(40).map((i) => `${i},UBND xã ${rest}`),
      ),
    ],
    [
      "40 ids of two agencies with due and return days and no receipt",
      "Mã hồ sơ,Đơn vị xử lý,Hình thức nộp,Ngày hẹn trả,Ngày trả kết quả",
      "on-time-share",
      [9, 12].flatMap((day, a) =>
        range(40).map((i) => {
          const [due, back] = [two(10 + (i % 10)), two(day + (i % 10))];
          return `${i},UBND xã ${"AB"[a]},Trực tuyến,${due}/09/2025 17:00:00,${back}/09/2025 09:00:00`;
        }),
      ),
    ],
    ...(["Đơn vị xử lý", "Tên TTHC"] as const).map((column): [string, string, string, string[]] => [
      `40 ids of two values of ${column}, received at the same time and due on the same, ended on two days`,
      `Mã hồ sơ,${column},Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả`,
      "on-time-share",
      [2, 6].flatMap((days, a) =>
        range(40).map((i) => {
          const day = (i % 20) + 1;
          const at = (more: number, hour: string) => `${two(day + more)}/09/2025 ${hour}:00:00`;
          return `${i},Một ${"AB"[a]},Trực tuyến,${at(0, "08")},${at(4, "17")},${at(days, "10")}`;
        }),
      ),
    ]),
  ];
  it.each(logs)("%s: 40 rows would be given up, so nothing is judged, in either order", async (_, head, id, rows) => {
    for (const some of bothWays(rows)) {
      const made = await report([table(head, ...some), ...own, id]);
      expect(made.ledger).toMatchObject({ counted: 40, duplicates: 40 });
      expect(made.notes).toContainEqual({ code: "ids-in-doubt", data: { count: 40 } });
      expect(resultOf(made, id).reason).toBe("ids-in-doubt");
    }
  });

  it("20 cases that were handed on to another desk, received and due at the same times, are 20: judged, 20 of 20 in time", async () => {
    const head = "Mã hồ sơ,Đơn vị xử lý,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái";
    const rows = range(20).flatMap((i) => {
      const times = `Trực tuyến,${two(i)}/09/2025 08:00:00,${two(i + 5)}/09/2025 17:00:00`;
      return [
        `HS${i},Phòng A,${times},,Đang xử lý`,
        `HS${i},Phòng B,${times},${two(i + 1)}/09/2025 08:00:00,Đã trả kết quả`,
      ];
    });
    for (const some of bothWays(rows)) {
      const made = await report([table(head, ...some), ...own, "on-time-share"]);
      expect(codes(made)).not.toContain("ids-in-doubt");
      expect(resultOf(made, "on-time-share")).toEqual({ reason: null, figure: "20/20" });
    }
  });

  it("due on the same in two forms (2025-09-10 17:00:00, 10/09/2025 17:00:00): 20 of 20 in time", async () => {
    const head = "Mã hồ sơ,Đơn vị xử lý,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái";
    const rows = range(20).flatMap((i) => {
      const received = `Trực tuyến,${two(i)}/09/2025 08:00:00`;
      return [
        `HS${i},Phòng A,${received},2025-09-${two(i + 5)} 17:00:00,,Đang xử lý`,
        `HS${i},Phòng B,${received},${two(i + 5)}/09/2025 17:00:00,${two(i + 1)}/09/2025 08:00:00,Đã trả kết quả`,
      ];
    });
    for (const some of bothWays(rows)) {
      const made = await report([table(head, ...some), ...own, "on-time-share"]);
      expect(codes(made)).not.toContain("ids-in-doubt");
      expect(resultOf(made, "on-time-share")).toEqual({ reason: null, figure: "20/20" });
    }
  });

  const handed =
    "Mã hồ sơ,Đơn vị xử lý,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Ngày trả kết quả,Trạng thái";
  const finishedAndReturned = (last: (i: number) => string) => [
    range(20).map(
      (i) =>
        `HS${i},Phòng A,Trực tuyến,${two(i)}/09/2025 08:00:00,${two(i + 5)}/09/2025 17:00:00,${two(i + 1)}/09/2025 10:00:00,,Đã xử lý xong`,
    ),
    range(20).map(
      (i) =>
        `HS${i},Một cửa,Trực tuyến,${two(i)}/09/2025 08:00:00,${two(i + 5)}/09/2025 17:00:00,${last(i)},Đã trả kết quả`,
    ),
  ];
  const withReturn = (i: number) => `${two(i + 1)}/09/2025 10:00:00,${two(i + 3)}/09/2025 09:00:00`;

  it("20 cases that A finished on a day, and another desk's row has returned two days later, are 20: judged, in one file and in two", async () => {
    const [first, then] = finishedAndReturned(withReturn);
    for (const some of bothWays([...first, ...then])) {
      const made = await report([table(handed, ...some), ...own, "on-time-share"]);
      expect(made.ledger).toMatchObject({ counted: 20, duplicates: 20 });
      expect(resultOf(made, "on-time-share")).toEqual({ reason: null, figure: "20/20" });
    }
    const made = await report([table(handed, ...first), table(handed, ...then), ...own, "on-time-share"]);
    expect(codes(made)).not.toContain("ids-in-doubt");
    expect(resultOf(made, "on-time-share")).toEqual({ reason: null, figure: "20/20" });
  });

  it.each([
    ["finished a day later too", (i: number) => `${two(i + 2)}/09/2025 10:00:00,${two(i + 3)}/09/2025 09:00:00`],
    ["returned, and finished on no day", (i: number) => `,${two(i + 3)}/09/2025 09:00:00`],
  ])("20 that another desk's row has %s are in doubt", async (_, last) => {
    const made = await report([table(handed, ...finishedAndReturned(last).flat()), ...own, "on-time-share"]);
    expect(made.notes).toContainEqual({ code: "ids-in-doubt", data: { count: 20 } });
  });

  it("is told in both languages", async () => {
    const [, head, , rows] = logs[0];
    const file = table(head, ...rows);
    const said = async (lang: string) => (await kpi(["check", file, ...own, "satisfaction", "--lang", lang])).out;
    expect(await said("vi")).toMatch(/40 dòng có mã hồ sơ đã đứng ở dòng khác,\s+khác đơn vị, thủ tục hoặc ngày/);
    expect(await said("en")).toMatch(
      /40 rows with an id that stands in another row too,\s+of another agency, procedure/,
    );
  });
});

describe("cases that are registered in one export, and received and returned in the next", () => {
  const head = "Mã hồ sơ,Đơn vị xử lý,Hình thức nộp,Ngày nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái";
  const returned = (i: number, desk = "A") =>
    `HS${i},${desk},Trực tuyến,0${i}/09/2025 08:00,0${i + 1}/09/2025 09:00,15/09/2025 17:00,10/09/2025 10:00,Đã trả kết quả`;
  const numbers = range(8);
  const both = async (june: readonly string[], july = numbers.map((i) => returned(i))) =>
    report([table(head, ...june), table(head, ...july), ...own, "on-time-share"]);

  it.each<[what: string, row: (i: number) => string]>([
    ["submitted the day before, of no receipt", (i) => `HS${i},A,Trực tuyến,0${i}/09/2025 08:00,,,,Mới đăng ký`],
    ["the same at another desk", (i) => `HS${i},B,Trực tuyến,0${i}/09/2025 08:00,,,,Mới đăng ký`],
    [
      "the submission under the receipt, due on no day",
      (i) => `HS${i},A,Trực tuyến,,0${i}/09/2025 08:00,,,Mới đăng ký`,
    ],
  ])("%s: 8 cases, 8 of 8 in time", async (_, row) => {
    const made = await both(numbers.map(row));
    expect(made.ledger).toMatchObject({ counted: 8, duplicates: 8 });
    expect(codes(made)).not.toContain("ids-in-doubt");
    expect(resultOf(made, "on-time-share")).toEqual({ reason: null, figure: "8/8" });
  });

  it.each<[what: string, row: (i: number) => string]>([
    ["submitted on another day", (i) => `HS${i},A,Trực tuyến,1${i}/08/2025 08:00,,,,Mới đăng ký`],
    [
      "returned themselves, received on another day and due on none",
      (i) => `HS${i},A,Trực tuyến,,1${i}/08/2025 08:00,,20/08/2025 10:00,Đã trả kết quả`,
    ],
  ])("%s: whether they are the same is not known", async (_, row) => {
    const made = await both(numbers.map(row));
    expect(made.notes).toContainEqual({ code: "ids-in-doubt", data: { count: 8 } });
  });

  it("submitted after those of the same ids were received, where these have no submission: not known", async () => {
    const made = await both(
      numbers.map((i) => `HS${i},A,Trực tuyến,1${i}/09/2025 08:00,,,,Mới đăng ký`),
      numbers.map((i) => returned(i).replace(/Trực tuyến,[^,]*/, "Trực tiếp,")),
    );
    expect(made.notes).toContainEqual({ code: "ids-in-doubt", data: { count: 8 } });
  });
});

describe("steps of a case", () => {
  const step = (receipt: string, back: string) =>
    range(20).map((i) => `HS${i},Trực tuyến,${receipt}/09/2025 10:00:00,05/09/2025 17:00:00,${back}/09/2025 10:00:00,`);
  const files = () => {
    return [step("01", "02"), step("02", "08")].map((rows, i) =>
      log(`${[headers, ...rows].join("\n")}\n`, `s${i}.csv`),
    );
  };

  it("in a file each: said; the last one first, 20 of 20 in time are not judged", async () => {
    const inOrder = await report([...files(), ...own, "on-time-share"]);
    expect(inOrder.notes).toContainEqual({ code: "rows-of-steps", data: { count: 20 } });
    expect(resultOf(inOrder, "on-time-share")).toEqual({ reason: null, figure: "0/20" });
    const reversed = await report([...files().toReversed(), ...own, "on-time-share"]);
    expect(resultOf(reversed, "on-time-share")).toEqual({ reason: "ids-in-doubt", figure: "20/20" });
  });

  it("a later export whose receipts have lost their seconds has none: nothing is said", async () => {
    const rows = (receipt: string) => range(20).map((i) => `HS${i},Trực tuyến,${receipt},05/09/2025 17:00,,Đang xử lý`);
    const made = await report([
      table(headers, ...rows("01/09/2025 08:05:10")),
      table(headers, ...rows("01/09/2025 08:05")),
      ...own,
      "on-time-share",
    ]);
    expect(made.ledger.duplicates).toBe(20);
    expect(codes(made)).not.toContain("rows-of-steps");
  });

  it("at a desk each, each received when the one before ended: 2 cases look like 6, and nothing is judged", async () => {
    const file = table(
      "Mã hồ sơ,Đơn vị xử lý,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả",
      ...["HS1,", "HS2,"].flatMap((id) =>
        [
          ["Bộ phận Một cửa", "01", "02"],
          ["Phòng Tài nguyên", "02", "05"],
          ["Văn phòng", "05", "08"],
        ].map(
          ([desk, from, to]) => `${id}${desk},Trực tuyến,${from}/09/2025 10:00,05/09/2025 17:00,${to}/09/2025 10:00`,
        ),
      ),
    );
    const made = await report([file, ...own, "on-time-share"]);
    expect(made.notes).toContainEqual({ code: "ids-in-doubt", data: { count: 6 } });
    expect(resultOf(made, "on-time-share").reason).toBe("ids-in-doubt");
  });
});

describe("of two states of one case", () => {
  const other = "HS9,Trực tuyến,20/09/2025 08:00,30/09/2025 17:00,20/09/2025 10:00,20/09/2025 10:00,Đã trả kết quả";
  const times = "Trực tuyến,01/09/2025 08:00,10/09/2025 17:00";

  it("one that is done on 9/9 stands before one that goes on with a return promised for 10/9: 2 of 2 in time", async () => {
    const head = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Ngày trả kết quả,Trạng thái";
    const rows = [`HS1,${times},,10/09/2025 17:00,Đang xử lý`, `HS1,${times},09/09/2025 10:00,,Đã xử lý xong`, other];
    for (const some of bothWays(rows)) {
      const made = await report([table(head, ...some), ...own, "on-time-share"]);
      expect(resultOf(made, "on-time-share").figure).toBe("2/2");
    }
  });

  it.each(["Mới đăng ký", "Từ chối tiếp nhận"])(
    "a later status that no table knows stands before %s, and its word is told",
    async (status) => {
      const rows = [`HS1,${times},,${status}`, `HS1,${times},,Chuyển mẫu 7`];
      const made = await report([table(headers, ...rows), ...own, "online-receipt-share"]);
      expect(made.ledger.unknownWords.map(({ word }) => word)).toEqual(["Chuyển mẫu 7"]);
      const reversed = await report([table(headers, ...rows.toReversed()), ...own, "online-receipt-share"]);
      expect(reversed.ledger.unknownWords).toEqual([]);
    },
  );

  it("of a code in two lengths, or beside its name, and another desk: one case", async () => {
    const head = `Mã hồ sơ,Mã TTHC,Tên TTHC,Đơn vị xử lý${headers.slice("Mã hồ sơ".length)}`;
    for (const [a, b] of [
      ["1.011442.000.00.00.H38", "1.011442"],
      ["1.00461", "1.004610"],
      ["", "1.004610"],
      ["N/A", "1.004610"],
    ]) {
      const rows = [
        `HS1,${a},Cấp bản sao,Phòng A,${times},,Đang xử lý`,
        `HS1,${b},Cấp bản sao,Phòng B,${times},05/09/2025 10:00,Đã trả kết quả`,
      ];
      const made = await report([table(head, ...rows), ...own, "on-time-share"]);
      expect(made.ledger).toMatchObject({ counted: 1, duplicates: 1 });
    }
  });

  it("explain and validate say of the one that is given up, in line 3 below the one that stands, that another stands", async () => {
    const file = table(headers, `HS1,${times},05/09/2025 10:00,Đã trả kết quả`, `HS1,${times},,Đang xử lý`);
    const explained = async (lang: string) =>
      (await kpi(["explain", "on-time-share", file, "--case", "HS1", "--lang", lang])).out;
    expect(await explained("en")).toMatch(/line 3\n {2}another row of the same id stands for the case/);
    expect(await explained("vi")).toMatch(/dòng 3\n {2}một dòng khác cùng mã hồ sơ được tính thay dòng này/);
    expect((await kpi(["validate", file, "--lang", "en"])).out).toContain("another row of the same case id counts");
  });
});
