/** What a hostile reading of the index found, each with the figure worked by hand. */
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Score, ScoreMetric } from "../../src/report/points.ts";
import type { Report } from "../../src/report/report.ts";
import { folder, kpi, log, table } from "../run.ts";

const head =
  "Mã hồ sơ,Mã TTHC,Đơn vị,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Trạng thái,Ngày yêu cầu bổ sung,Ngày bổ sung,Số lần bổ sung,Gia hạn đến,Thư xin lỗi";
const month = ["--month", "2026-09"];

async function reported(file: string, ...more: string[]): Promise<Report> {
  const { out, err } = await kpi(["index", file, ...month, ...more, "--format", "json"]);
  if (out === "") throw new Error(err);
  return JSON.parse(out) as Report;
}
const scored = async (file: string, ...more: string[]) => (await reported(file, ...more)).score as Score;
const metric = (score: Score, id: string) => score.metrics.find((one) => one.id === id) as ScoreMetric;
const onTime = async (rows: readonly string[], ...more: string[]) =>
  metric(await scored(table(head, ...rows), ...more), "on-time").score;

describe("waits for supplements", () => {
  it.each([
    [
      "after the end of the work are none: done on 5/9, due on 2/9, 0 points",
      "02/09/2026 17:00,05/09/2026 16:00,,06/09/2026 08:00,10/09/2026 08:00",
      0,
      0,
    ],
    [
      "are cut at the end: 3/9 to 5/9 makes 4/9 of 2/9, done on 5/9, 0 points",
      "02/09/2026 17:00,05/09/2026 16:00,,03/09/2026 08:00,10/09/2026 08:00",
      0,
      0,
    ],
    [
      "before the receipt contradict the log: 0 to 20",
      "10/09/2026 17:00,30/09/2026 16:00,,09/03/2026,09/06/2026",
      0,
      20,
    ],
    [
      "whose answer is before the request contradict it: 0 to 20",
      "10/09/2026 17:00,15/09/2026 16:00,,08/09/2026,05/09/2026",
      0,
      20,
    ],
  ])("%s", async (_, cells, low, high) => {
    expect(await onTime([`A,1.000001,S,01/09/2026 08:00,${cells},,,`])).toEqual({ low, high });
  });

  it("are read month first where somebody says so: 3/9 to 6/9 of a case due on 10/9 and done on 12/9 is 20", async () => {
    const rows = ["A,1.000001,S,01/09/2026 08:00,10/09/2026 17:00,12/09/2026 16:00,,09/03/2026,09/06/2026,1,,"];
    const said = ["supplement_requested_at", "supplement_received_at"].flatMap((field) => [
      "--date-format",
      `${field}=MM/dd/yyyy`,
    ]);
    expect(await onTime(rows, ...said)).toEqual({ low: 20, high: 20 });
  });

  it("are read month first where their headers say so: 3/9 to 6/9 of a case due on 10/9 and done on 12/9 is 20", async () => {
    const rows = ["A,1.000001,S,01/09/2026 08:00,10/09/2026 17:00,12/09/2026 16:00,,09/03/2026,09/06/2026,1,,"];
    const said = head.replace(
      /(Ngày yêu cầu bổ sung|Ngày bổ sung|supplement_requested_at|supplement_received_at)/g,
      "$1 (mm/dd/yyyy)",
    );
    expect(said).not.toBe(head);
    const { score } = metric(await scored(table(said, ...rows)), "on-time");
    expect(score).toEqual({ low: 20, high: 20 });
  });

  it("of two requests is late whatever is due, and told as that: 1, 0 past due; '2 lần' is 2", async () => {
    for (const count of ["2", "2 lần"]) {
      const file = table(head, `A,1.000001,S,01/09/2026 08:00,22/12/2026 17:00,,,,,${count},,`);
      const { handled } = await scored(file, "--as-of", "2026-09-30");
      expect(handled).toMatchObject({ cases: 1, inTime: 0, late: 0, overdue: 0, supplementedTwice: 1 });
    }
  });

  it("of two requests that is late by its times too is late for these: 1 late, 0 for the requests alone", async () => {
    const { handled } = await scored(table(head, "A,1.000001,S,01/09/2026,02/09/2026,05/09/2026,,,,2,,"));
    expect(handled).toMatchObject({ late: 1, supplementedTwice: 0 });
  });
});

describe("new dates and letters", () => {
  it("are by the clocks of the log's zone: 17:00Z is before 18:00Z, 0 points", async () => {
    const rows = ["A,1.000001,S,2026-09-01T08:00Z,2026-09-10T17:00Z,2026-09-12T18:00Z,,,,,2026-09-12T17:00Z,"];
    expect(await onTime(rows, "--time-zone", "UTC")).toEqual({ low: 0, high: 0 });
  });

  it("at midnight are days, as due days are: 2 of 2", async () => {
    const file = table(
      "case_id,procedure_code,received_at,due_at,finished_at,extended_to",
      "A,1.000001,2026-09-01 08:00:00,2026-09-10 00:00:00,2026-09-12 16:00:00,2026-09-12 00:00:00",
      "B,1.000001,2026-09-01 08:00:00,2026-09-12 00:00:00,2026-09-12 16:00:00,",
    );
    expect(metric(await scored(file), "on-time")).toMatchObject({ numerator: 2, denominator: 2 });
  });

  it.each([
    ["Có", 1],
    ["Số 12/XL", 1],
    ["không phải xin lỗi", 0],
    ["Chưa có", 0],
  ])("a letter %j is %i", async (text, n) => {
    const { handled } = await scored(table(head, `A,1.000001,S,01/09/2026,02/09/2026,05/09/2026,,,,,,${text}`));
    expect(handled?.apologised).toBe(n);
  });
});

describe("what is not there", () => {
  const plain = table(head, "A,1.000001,S,01/09/2026 08:00,10/09/2026 17:00,05/09/2026 16:00,,,,,,");

  it("of columns is not supplied, 0 to the maximum: 10 of payment, 6 of synchronised, and counted as such", async () => {
    const score = await scored(plain);
    for (const [id, points] of [
      ["payment", 10],
      ["synchronised", 6],
      ["electronic-results", 6],
      ["reused", 2],
    ] as const) {
      expect(metric(score, id), id).toMatchObject({ from: "not-supplied", score: { low: 0, high: points } });
    }
  });

  it("of ratings that cannot be read counts both ways: 1 of 3 disliked or 2, 33.3 to 66.7 %", async () => {
    const file = table(
      "Mã hồ sơ,Mã TTHC,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Mức độ hài lòng,Ngày đánh giá",
      "1,1.000001,01/09/2026 08:00,10/09/2026,05/09/2026 10:00,1,05/10/2026",
      "2,1.000001,01/09/2026 08:00,10/09/2026,05/09/2026 10:00,Foo,05/09/2026",
      "3,1.000001,01/09/2026 08:00,10/10/2026,,1,",
    );
    const none = table("Mã PAKN,Ngày tiếp nhận,Ngày trả lời", "1,01/08/2026,02/08/2026");
    const { share } = metric(await scored(file, "--petitions", none), "handling");
    expect(share?.low).toBeCloseTo(100 / 3, 10);
    expect(share?.high).toBeCloseTo(200 / 3, 10);
  });

  it("of petitions in the period gives 6 for both metrics where the log of them is there", async () => {
    const none = table("Mã PAKN,Ngày tiếp nhận,Ngày trả lời", "1,01/08/2026,02/08/2026");
    const score = await scored(plain, "--petitions", none);
    expect(metric(score, "petitions").score).toEqual({ low: 6, high: 6 });
    expect(metric(score, "petition-satisfaction").score).toEqual({ low: 6, high: 6 });
  });

  it("of a day on a petition that was refused is not known, 0 to 6; neither of January's own, which may have ended in September", async () => {
    const columns = "Mã PAKN,Ngày tiếp nhận,Thời hạn trả lời,Ngày trả lời,Trạng thái";
    const own = table(columns, "1,01/09/2026,20/09/2026,,Từ chối");
    expect(metric(await scored(plain, "--petitions", own), "petitions").score).toEqual({ low: 0, high: 6 });
    const old = table(columns, "1,01/01/2026,20/01/2026,,Từ chối", "2,01/01/2026,20/01/2026,,Đã trả lời");
    expect(metric(await scored(plain, "--petitions", old), "petitions").score).toEqual({ low: 0, high: 6 });
  });

  it("of petitions, where a figure is stated, is that: 70 % is 4.2", async () => {
    const figures = table("Chỉ tiêu,Năm,Giá trị,Ngày báo cáo,Nguồn", "petition-resolution-share,2026,70,30/09/2026,VP");
    const score = metric(await scored(plain, "--figures", figures), "petitions");
    expect(score).toMatchObject({ from: "stated", score: { low: 4.2, high: 4.2 } });
  });
});

it("a figure that is preferred counts, and costs nobody: 99 of 100 on time is 19.8, without agencies", async () => {
  const file = table(head, "A,1.000001,S,01/09/2026 08:00,02/09/2026 17:00,05/09/2026 16:00,,,,,,");
  const figures = table(
    "Chỉ tiêu,Năm,Giá trị,Trên tổng số,Ngày báo cáo,Nguồn",
    "on-time-share,2026,99,100,30/09/2026,x",
  );
  const score = metric(await scored(file, "--figures", figures, "--prefer-stated", "on-time-share"), "on-time");
  expect(score).toMatchObject({ from: "stated", score: { low: 19.8, high: 19.8 }, costly: [] });
});

describe("of parts", () => {
  const part = async (file: string, ...more: string[]) => {
    const out = join(folder(), "a.kpi.json");
    await kpi(["tally", file, "--by", "agency,procedure", "--out", out, ...more]);
    return out;
  };

  it("of a log with supplements nothing is known of being on time: 0 to 20, and said", async () => {
    const file = table(
      head,
      "A,1.000001,S,01/09/2026 08:00,10/09/2026 17:00,12/09/2026 16:00,,05/09/2026 08:00,08/09/2026 08:00,1,,",
    );
    expect(metric(await scored(file), "on-time").score).toEqual({ low: 20, high: 20 });
    expect(metric(await scored(await part(file)), "on-time")).toMatchObject({
      score: { low: 0, high: 20 },
      notes: ["parts"],
    });
  });

  it("cases that the form leaves out are not known: the range of a log lies in that of its part", async () => {
    const file = table(
      "Mã hồ sơ,Mã TTHC,Đơn vị,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Trạng thái",
      "13,1.000001,B,,30/09/2026 10:00,03/09/2026,",
      "14,1.000001,B,05/09/2026,04/09/2026 10:00,06/09/2026,Blah",
    );
    const day = ["--as-of", "2026-10-05"];
    expect(metric(await scored(file, ...day), "on-time").score).toEqual({ low: 10, high: 20 });
    expect(metric(await scored(await part(file, ...day), ...day), "on-time").score).toEqual({ low: 0, high: 20 });
  });
});

describe("one document", () => {
  it("has one figure by the index's rule: 1 of 1 in the first screen and in the points, after a wait", async () => {
    const file = table(
      head,
      "A,1.000001,S,01/09/2026 08:00,10/09/2026 17:00,12/09/2026 16:00,,05/09/2026 08:00,08/09/2026 08:00,1,,",
    );
    expect((await reported(file)).service?.index).toEqual({ inTime: 1, of: 1 });
    const { out } = await kpi(["report", file, "--year", "2026", ...month, "--format", "json"]);
    // Another plan does not look at waits: it says nothing of the index.
    expect((JSON.parse(out) as Report).service?.index ?? null).toBeNull();
  });

  it("of a month with carried over cases alone has their score: 1 case past due, 0 points, exit code 0", async () => {
    const file = table(head, "A,1.000001,S,02/08/2026,10/09/2026 17:00,05/10/2026,,,,,,");
    const { code, out } = await kpi(["index", file, ...month, "--format", "json"]);
    expect(code).toBe(0);
    expect(metric((JSON.parse(out) as Report).score as Score, "on-time")).toMatchObject({
      numerator: 0,
      denominator: 1,
    });
  });
});

it("of the electronic results of online cases those count that owe a document: 1 of 2, full marks from 50 %", async () => {
  const file = table(
    "Mã hồ sơ,Mã TTHC,Hình thức nộp,Mức độ DVC,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Kết quả điện tử",
    ...["1,1.000001,Có", "2,1.000001,Không", "3,1.000002,Không", "4,1.000002,Không"].map((row) => {
      const [id, code, result] = row.split(",");
      return `${id},${code},Trực tuyến,Một phần,01/09/2026 08:00,10/09/2026 17:00,05/09/2026 10:00,${result}`;
    }),
  );
  const catalogue = table(
    "Mã TTHC,Tên thủ tục hành chính,Mức độ DVC,Đủ điều kiện,Có kết quả là giấy tờ,Trên Cổng DVCQG",
    "1.000001,A,Còn lại,Toàn trình,Có,Có",
    "1.000002,B,Còn lại,Còn lại,Không,Không",
  );
  const figures = table(
    "Chỉ tiêu,Năm,Giá trị,Trên tổng số,Ngày báo cáo,Nguồn",
    "services-with-cases-share,2026,0,2,30/09/2026,x",
  );
  const report = await reported(file, "--procedures", catalogue, "--figures", figures);
  const part = report.results.find(({ kpi: id, group }) => id === "online-electronic-result-share" && group === null);
  expect(part?.measure).toMatchObject({ numerator: 1, denominator: 2 });
  expect(metric(report.score as Score, "online").score).toEqual({ low: 0, high: 12 });
});

it("a portal's total that its groups do not come to tells nothing of the sixth", async () => {
  const file = table(head, "A,1.000001,S,01/09/2026 08:00,10/09/2026 17:00,05/09/2026 16:00,,,,,,");
  const portal = log(
    JSON.stringify([{ TEN: "X", TONG_SCORE: 10, CKMB: 5, TDGQ: 5, TTTT: 5, MDHL: 5, MDSH: 5 }]),
    "p.json",
  );
  const { portal: shown } = await scored(file, "--portal", portal);
  expect(shown?.groups.map(({ id }) => id)).not.toContain("services");
});

it("a portal's answer with 30 of 18 for satisfaction, and groups of 78 in a total of 50, is told by name", async () => {
  const file = table(head, "A,1.000001,S,01/09/2026 08:00,10/09/2026 17:00,05/09/2026 16:00,,,,,,");
  const portal = log(
    JSON.stringify([{ TEN: "A", TONG_SCORE: 50, CKMB: 18, TDGQ: 20, TTTT: 10, CLGQ: 0, MDHL: 30 }]),
    "p.json",
  );
  const { portal: shown } = await scored(file, "--portal", portal);
  expect(shown?.aboveMax).toEqual([{ id: "satisfaction", shown: 30, points: 18 }]);
  expect(shown?.sumAboveTotal).toBe(78);
  const said = async (lang: string) =>
    (await kpi(["index", file, ...month, "--portal", portal, "--lang", lang])).out.replace(/\s+/g, " ");
  const en = await said("en");
  expect(en).toContain("Satisfaction: 30.00 points in the portal's answer are more than its maximum of 18");
  expect(en).toContain("The groups of the portal's answer come to 78.00 points, more than its total of 50.00");
  expect(en).not.toContain("within the range");
  const vi = await said("vi");
  expect(vi).toContain("Mức độ hài lòng: 30,00 điểm trong tệp của Cổng nhiều hơn mức tối đa 18");
  expect(vi).toContain("cộng lại 78,00 điểm, nhiều hơn tổng 50,00");
});

describe("what is lost, in a spreadsheet", () => {
  it("is the maximum less the score of its row, to the last decimal: 20 − 18.91 is 1.09, 20 − 20/3 is 13.3333333333", async () => {
    // Of 2,000 cases of A 109 late are 18.91 of 20; of B 2 of 3 late are 20/3.
    const rows = (agency: string, of: number, late: number) =>
      Array.from({ length: of }, (_, i) => {
        const end = i < late ? "12" : "08";
        return `${agency}${i},1.000001,${agency},01/09/2026 08:00,10/09/2026 17:00,${end}/09/2026 16:00,,,,,,`;
      });
    const read = async (...lines: string[]) => {
      const { out } = await kpi(["index", table(head, ...lines), ...month, "--format", "csv"]);
      const [columns, ...cells] = parse(out, { bom: true }) as string[][];
      return cells.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
    };
    const only = (all: Record<string, string>[], by: string) =>
      all.filter((row) => row.metric === "on-time" && row.by === by);
    const one = await read(...rows("A", 2000, 109));
    const [whole] = only(one, "");
    expect([whole.score_low, whole.lost_low, whole.lost_high]).toEqual(["18.91", "1.09", "1.09"]);
    expect(only(one, "agency").map(({ lost_low, lost_high }) => lost_low || lost_high)).toEqual(["1.09"]);
    const two = await read(...rows("A", 2000, 109), ...rows("B", 3, 2));
    expect(only(two, "agency-score").map(({ name, score_low, lost_low }) => [name, score_low, lost_low])).toEqual([
      ["B", "6.6666666667", "13.3333333333"],
      ["A", "18.91", "1.09"],
    ]);
    for (const row of two) {
      if (row.score_low === "") continue;
      // In whole numbers of the tenth decimal.
      const tenth = (text: string) => BigInt(Math.round(Number(text) * 1e10));
      expect(tenth(row.lost_low) + tenth(row.score_high)).toBe(tenth(row.points));
      expect(tenth(row.lost_high) + tenth(row.score_low)).toBe(tenth(row.points));
      expect(row.lost_high).not.toMatch(/\.\d{11}/);
    }
  });
});

it("validate names each cell of these columns that cannot be read, 4 of one row", async () => {
  const file = table(
    head,
    "1,1.000001,S,01/09/2026 08:00,10/09/2026 17:00,15/09/2026 08:00,,garbage,35/13/2026,hai lần,someday,",
  );
  const { out } = await kpi(["validate", file, "--format", "json"]);
  const { found } = JSON.parse(out) as { found: { code: string; column: string; count: number }[] };
  const own = found.filter(({ column }) =>
    ["Ngày yêu cầu bổ sung", "Ngày bổ sung", "Số lần bổ sung", "Gia hạn đến"].includes(column),
  );
  expect(own.map(({ code, count }) => [code, count])).toEqual([
    ["bad-time", 1],
    ["bad-time", 1],
    ["bad-time", 1],
    ["bad-number", 1],
  ]);
});

it.each([
  [["--year", "2026-09"]],
  [["--month", "2026-09", "--year", "2025"]],
  [["--month", "2026-09", "--quarter", "2026-Q3"]],
  [[]],
  [["--month", "2026-09", "--out", "junit=x.xml"]],
])("%j is refused with exit code 2", async (args) => {
  const { code } = await kpi(["index", "fixtures/sample/cases.csv", ...args]);
  expect(code).toBe(2);
});

it("what no column says is null, not 0: no letter of apology is told of, where there is a column 0 is", async () => {
  const row = "1,1.000001,S,01/09/2026 08:00,10/09/2026 17:00,15/09/2026 08:00";
  const with7 = table(head, `${row},,,,,,`);
  const bare = table(head.split(",").slice(0, 6).join(","), row);
  const texts: string[] = [];
  for (const file of [with7, bare]) {
    texts.push((await kpi(["index", file, "--month", "2026-09"])).out.replace(/\s+/g, " "));
  }
  expect(texts.map((text) => /1 done late[^,]*,/.exec(text)?.[0])).toEqual([
    "1 done late (0 with a letter of apology),",
    "1 done late,",
  ]);
  const { handled } = await scored(bare);
  expect([handled?.apologised, handled?.renewed, handled?.supplementedTwice, handled?.late]).toEqual([
    null,
    null,
    null,
    1,
  ]);
});

it("of two logs of which one has the columns no letter is told of, and that no wait was taken off is said", async () => {
  const row = (id: string) => `${id},1.000001,S,01/09/2026 08:00,10/09/2026 17:00,15/09/2026 08:00`;
  const file = table(head, `${row("1")},,,,,,Có`);
  const bare = log(`${head.split(",").slice(0, 6).join(",")}\n${row("2")}\n`, "bare.csv");
  const score = await scored(file, bare);
  expect([score.handled?.late, score.handled?.apologised]).toEqual([2, null]);
  expect(metric(score, "on-time").notes).toContain("no-supplements");
});

it.each(["test", "no-such.json"])(
  "--portal %s is refused in a sentence that says what it is, exit code 2",
  async (file) => {
    const { code, err } = await kpi(["index", "fixtures/sample/cases.csv", "--month", "2025-09", "--portal", file]);
    expect([code, /folder|no file/.test(err)]).toEqual([2, true]);
  },
);

describe("payment of cases with a duty to pay", () => {
  const payments = "Mã hồ sơ,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Trạng thái,Hình thức thanh toán,Lệ phí";
  const paid = (id: string, cells: string) => `${id},01/09/2026,05/09/2026,03/09/2026,Đã giải quyết,${cells}`;
  const figures = table(
    "figure,year,value,of,source,stated_on",
    "fee-procedures-payable-share,2026,5,5,VP,2026-09-30",
    "fee-procedures-used-share,2026,5,5,VP,2026-09-30",
  );
  const of = async (...cells: string[]) =>
    metric(
      await scored(table(payments, ...cells.map((own, i) => paid(`H${i}`, own))), "--figures", figures),
      "payment",
    );
  const blanks = (count: number, cells: string) => Array.from({ length: count }, () => cells);

  it("1 online and 8 with a fee and no method are 1 of 9 to 9 of 9: 6/9 + 2 + 2 = 4.67 to 10, 8 to regain", async () => {
    const found = await of("Trực tuyến,50000", ...blanks(8, ",50000"));
    expect(found).toMatchObject({ numerator: 1, denominator: 9, regain: 8, notes: ["payments-unknown"] });
    expect(found.share).toEqual({ low: 100 / 9, high: 100 });
    expect(found.score.low).toBeCloseTo(6 / 9 + 4, 12);
    expect(found.score.high).toBe(10);
  });

  it("1 online, 1 in cash and 2 with neither method nor fee are 1 of 4 to 3 of 4: 1.5 + 4 to 4.5 + 4.5", async () => {
    const found = await of("Trực tuyến,50000", "Tiền mặt,50000", ...blanks(2, ","));
    expect(found).toMatchObject({ numerator: 1, denominator: 2, share: { low: 25, high: 75 } });
    expect(found.score).toEqual({ low: 5.5, high: 9 });
  });

  it("1 online beside 3 free of charge, exempt or with a fee of 0 is 1 of 1 and no range", async () => {
    const found = await of("Trực tuyến,50000", ",0", "Không thu phí,0", "Được miễn,50000");
    expect(found).toMatchObject({ numerator: 1, denominator: 1, share: { low: 100, high: 100 }, notes: [] });
  });

  it("1 of 9 decides nothing against 100 %, and the clause of Ngoại vụ has its own 1 of 1", async () => {
    const rows = [paid("A", "Trực tuyến,50000"), ...blanks(8, ",50000").map((own, i) => paid(`B${i}`, own))];
    const of766 = await kpi(["check", table(payments, ...rows), "--plan", "qd-766", "--year", "2026", "--lang", "vi"]);
    expect(of766.out).toMatch(/thanh toán trực tuyến † +11,1% – 100% +≥ 100% +≈ CHƯA KẾT LUẬN ĐƯỢC/);
    const ngoaiVu = await kpi([
      ...["check", table(payments, ...rows.map((row) => row.replaceAll("/2026", "/2025")))],
      ...["--plan", "ngoai-vu-76", "--year", "2025", "--lang", "vi"],
    ]);
    expect(ngoaiVu.out).toMatch(/Tỷ lệ hồ sơ thanh toán trực tuyến † +100% +≥ 60%/);
  });
});

describe("procedures with an online service", () => {
  const cases = table(
    "Mã hồ sơ,Mã TTHC,Hình thức nộp,Mức độ,Kết quả điện tử,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Trạng thái",
    "A,1.000001,Trực tuyến,Toàn trình,Có,01/09/2026,05/09/2026,03/09/2026,Đã giải quyết",
  );
  const catalogue = table(
    "procedure_code,procedure_name,field,level,service_level,eligible,on_portal,has_document",
    "1.000001,P1,F,province,full,full,yes,yes",
    ...[2, 3, 4, 5].map((code) => `1.00000${code},P${code},F,province,none,none,no,yes`),
  );
  const figures = table("figure,year,value,of,source,stated_on", "services-with-cases-share,2026,1,1,VP,2026-09-30");

  it("are 1 of 5, or 1 of 1 eligible: 20/80 of 12 = 3 to 12 points, and the clause is undecided", async () => {
    const more = ["--procedures", catalogue, "--figures", figures];
    const { score } = metric(await scored(cases, ...more), "online");
    expect(score).toEqual({ low: 3, high: 12 });
    const vi = await kpi(["check", cases, "--plan", "qd-766", "--year", "2026", ...more, "--lang", "vi"]);
    expect(vi.out).toMatch(/Tỷ lệ TTHC có dịch vụ công trực tuyến † +20% – 100% +≥ 80% +≈ CHƯA KẾT LUẬN ĐƯỢC/);
    expect(vi.out.replace(/\s+/g, " ")).toContain(
      "kết quả từ 20% đến 100%: câu chữ của mục này hiểu được theo hai cách",
    );
    const en = await kpi(["check", cases, "--plan", "qd-766", "--year", "2026", ...more, "--lang", "en"]);
    expect(en.out.replace(/\s+/g, " ")).toContain("the result lies between 20 % and 100 %: the words of the clause");
  });
});

describe("an office without petitions", () => {
  const cases = table(head, "A,1.000001,S,01/09/2026 08:00,10/09/2026 17:00,09/09/2026 08:00,,,,,,");
  const none = () => table("Mã PAKN,Ngày tiếp nhận,Thời hạn trả lời,Ngày trả lời,Trạng thái");
  const stated = (...rows: string[]) => table("figure,year,value,of,source,stated_on", ...rows);

  it("says so by a log with a header and no row: 6 and 6 points, said in both languages", async () => {
    const { score, notes } = await reported(cases, "--petitions", none());
    expect(["petitions", "petition-satisfaction"].map((id) => metric(score as Score, id).score)).toEqual([
      { low: 6, high: 6 },
      { low: 6, high: 6 },
    ]);
    expect(notes.filter(({ code }) => code === "no-petitions")).toHaveLength(1);
    const said = async (lang: string) =>
      (await kpi(["index", cases, ...month, "--petitions", none(), "--lang", lang])).out;
    expect(await said("en")).toContain("read as no petition came");
    expect(await said("vi")).toContain("hiểu là không có phản ánh, kiến nghị nào");
  });

  it("says so by 0 of 0 stated: 6 and 6 points, and no verdict", async () => {
    const figures = stated(
      "petition-resolution-share,2026,0,0,VP,2026-09-30",
      "petition-satisfaction-share,2026,0,0,VP,2026-09-30",
    );
    const { score, results } = await reported(cases, "--figures", figures);
    for (const id of ["petitions", "petition-satisfaction"]) {
      expect(metric(score as Score, id)).toMatchObject({ score: { low: 6, high: 6 }, from: "stated", share: null });
    }
    const own = results.filter(({ kpi: id }) => id.startsWith("petition-"));
    expect(own.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ["no-data", "none-stated"],
      ["no-data", "none-stated"],
    ]);
    const { out } = await kpi([
      "check",
      cases,
      "--plan",
      "qd-766",
      "--year",
      "2026",
      "--figures",
      figures,
      "--lang",
      "en",
    ]);
    expect(out).toContain("stated: there was none (0 of 0)");
  });

  it("0 of 0 beside a petitions log that has one late is not held against it: 0 of 1, 0 points", async () => {
    const petitions = table("Mã PAKN,Ngày tiếp nhận,Hạn trả lời,Ngày trả lời", "P1,01/09/2026,03/09/2026,04/09/2026");
    const figures = stated("petition-resolution-share,2026,0,0,VP,2026-09-30");
    const { score, results } = await reported(cases, "--petitions", petitions, "--figures", figures);
    expect(metric(score as Score, "petitions")).toMatchObject({
      numerator: 0,
      denominator: 1,
      score: { low: 0, high: 0 },
    });
    const own = results.find(({ kpi: id }) => id === "petition-resolution-share");
    expect(own).toMatchObject({ measure: { numerator: 0, denominator: 1 } });
    expect(own?.beside ?? null).toBeNull();
  });

  it("1 of 0 is refused, and told how to say that there was none; of another figure to leave the row out", async () => {
    const of = async (row: string) =>
      (await kpi(["index", cases, ...month, "--figures", stated(row), "--lang", "en"])).err;
    expect(await of("petition-satisfaction-share,2026,1,0,VP,2026-09-30")).toContain("there was none, state 0 of 0");
    expect(await of("store-used-share,2026,0,0,VP,2026-09-30")).toContain("where there was none, leave the row out");
  });
});
