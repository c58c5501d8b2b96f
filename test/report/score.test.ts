/** The national index of a small log, worked by hand (Decision 766/QĐ-TTg as shared descriptions have its formulas). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case } from "../../src/records/case.ts";
import type { Score, ScoreMetric } from "../../src/report/points.ts";
import type { Report } from "../../src/report/report.ts";
import { reportSchema } from "../../src/report/schema.ts";
import { addHandled, handledAt, mergeHandled, newHandled } from "../../src/tally/handled.ts";
import { kpi, log, table } from "../run.ts";

const head =
  "Mã hồ sơ,Mã TTHC,Đơn vị,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Trạng thái,Mức độ hài lòng," +
  "Ngày yêu cầu bổ sung,Ngày bổ sung,Số lần bổ sung,Gia hạn đến,Thư xin lỗi";
/** Of September 2026; what each is stands behind it. */
const rows = [
  "A,1.000001,Sở A,Trực tuyến,01/09/2026 08:00,10/09/2026 17:00,10/09/2026 16:00,Đã giải quyết,5,,,,,", // in time
  "B,1.000001,Sở A,Trực tuyến,01/09/2026 08:00,10/09/2026 17:00,12/09/2026 16:00,Đã giải quyết,,05/09/2026 08:00,08/09/2026 08:00,1,,", // 3 days off: in time
  "C,1.000001,Sở A,Trực tiếp,01/09/2026 08:00,10/09/2026 17:00,12/09/2026 16:00,Đã giải quyết,1,,,,,Có", // late
  "D,1.000002,Sở B,Trực tiếp,01/09/2026 08:00,10/09/2026 17:00,03/09/2026 08:00,Đã giải quyết,,02/09/2026 08:00,02/09/2026 09:00,2,,", // twice: late
  "E,1.000002,Sở B,Trực tiếp,01/09/2026 08:00,15/10/2026 17:00,,Đang xử lý,,,,,,", // open, within
  "F,1.000002,Sở B,Trực tiếp,01/09/2026 08:00,20/09/2026 17:00,,Đang xử lý,,,,,,", // open, past due
  "G,1.000002,Sở B,Trực tiếp,01/09/2026 08:00,10/09/2026 17:00,,Chờ bổ sung,,05/09/2026 08:00,,1,,", // waits since before it was due
  "H,1.000002,Sở B,Trực tiếp,01/09/2026 08:00,10/09/2026 17:00,12/09/2026 16:00,Đã giải quyết,,,,,15/09/2026,", // by the new date
  "I,1.000002,Sở B,Trực tiếp,20/08/2026 08:00,05/09/2026 17:00,02/09/2026 08:00,Đã giải quyết,,,,,,", // of August, done in September
  "J,1.000002,Sở B,Trực tiếp,20/08/2026 08:00,30/08/2026 17:00,25/08/2026 08:00,Đã giải quyết,,,,,,", // of August alone
  "K,1.000002,Sở B,Trực tiếp,01/09/2026 08:00,,12/09/2026 16:00,Đã giải quyết,,,,,,", // no due time
  "L,1.000002,Sở B,Trực tiếp,01/09/2026 08:00,10/09/2026 17:00,,Từ chối tiếp nhận,,,,,,", // outside
];
const petitions = table(
  "Mã PAKN,Ngày tiếp nhận,Thời hạn trả lời,Ngày trả lời,Trạng thái",
  "1,01/09/2026,20/09/2026,10/09/2026,Đã trả lời",
  "2,01/09/2026,20/09/2026,,Đang xử lý",
);

async function scored(
  args: readonly string[],
  lines: readonly [string, ...string[]] = [head, ...rows],
): Promise<Report> {
  const { out, err, code } = await kpi([
    "index",
    table(...lines),
    "--as-of",
    "2026-09-30",
    ...args,
    "--format",
    "json",
  ]);
  if (out === "") throw new Error(err);
  expect(code).toBe(0);
  const report = JSON.parse(out) as Report;
  expect(reportSchema.safeParse(report).error).toBeUndefined();
  return report;
}
const month = ["--month", "2026-09"];
const scoreIn = (report: Report) => report.score as Score;
const metric = (score: Score, id: string) => score.metrics.find((one) => one.id === id) as ScoreMetric;

describe("kpi index of twelve cases", () => {
  it("judges 9 cases of September, 6 of them in time (5 done), 1 by its new date alone, and cannot judge 1 without a due time", async () => {
    const { handled } = scoreIn(await scored(month));
    expect(handled).toEqual({
      ...{ cases: 9, unknown: 1, inTime: 6, doneInTime: 5, late: 1, overdue: 1, ratedUnreadably: 0 },
      ...{ supplementedTwice: 1, apologised: 1, renewed: 1, disliked: 1 },
    });
  });

  it("gives 12 to 14 of 20 for being on time: 6 of 10, or 7 where the one without a due time was", async () => {
    const score = scoreIn(await scored(month));
    expect(metric(score, "on-time")).toMatchObject({
      ...{ numerator: 6, denominator: 10, regain: 4, notes: ["unknown-cases"] },
      ...{ share: { low: 60, high: 70 }, score: { low: 12, high: 14 } },
    });
  });

  it("says that Sở B cost 6 of the 8 points, by 3 of 7 cases, and Sở A 2, by 1 of 3", async () => {
    const { costly } = metric(scoreIn(await scored(month)), "on-time");
    expect(costly.filter(({ by }) => by === "agency")).toEqual([
      { by: "agency", name: "Sở B", missing: 3, of: 7, lost: 6 },
      { by: "agency", name: "Sở A", missing: 1, of: 3, lost: 2 },
    ]);
  });

  it("gives each agency its own points, the fewest first: Sở B 4 or 5 of 7 in time, Sở A 2 of 3", async () => {
    const { units } = scoreIn(await scored([...month, "--petitions", petitions]));
    expect(units.map(({ name, cases, points }) => [name, cases, points])).toEqual([
      ["Sở B", 7, 26],
      ["Sở A", 3, 26],
    ]);
    const [b, a] = units.map(({ metrics }) => new Map(metrics.map((one) => [one.id, one])));
    expect([...a.keys()]).toEqual(["on-time", "handling"]);
    expect(b.get("on-time")).toMatchObject({ numerator: 4, denominator: 7 });
    expect(b.get("on-time")?.score.low).toBeCloseTo((20 * 4) / 7, 12);
    expect(b.get("on-time")?.score.high).toBeCloseTo((20 * 5) / 7, 12);
    expect(a.get("on-time")?.score.low).toBeCloseTo((20 * 2) / 3, 12);
    expect(a.get("on-time")?.score.high).toBeCloseTo((20 * 2) / 3, 12);
    // 3 − 1 late − 1 disliked of 3, of 90 %; the petitions are of no agency, and may be of these three cases.
    expect(a.get("handling")?.score.low).toBe(0);
    expect(a.get("handling")?.score.high).toBeCloseTo((6 * 100) / 3 / 90, 12);
    // 7 − 1 of two requests − 1 past due; none is disliked, and the one without a due time may be in time.
    expect(b.get("handling")?.score.high).toBeCloseTo((6 * 500) / 7 / 90, 12);
  });

  it("cases that name no agency have points of their own: 1 of 2 in time, 1 of 2 electronic", async () => {
    const lines = [
      "A1,Sở A,Trực tuyến,01/09/2026,10/09/2026,05/09/2026,Đã trả kết quả,Có",
      "A2,,Trực tuyến,01/09/2026,10/09/2026,05/09/2026,Đã trả kết quả,Có",
      "A3,,Trực tuyến,01/09/2026,10/09/2026,12/09/2026,Đã trả kết quả,Không",
    ];
    const columns =
      "Mã hồ sơ,Đơn vị,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái,Kết quả điện tử";
    const { units } = scoreIn(await scored(month, [columns, ...lines]));
    const blank = units.find(({ name }) => name === "");
    const figures = blank?.metrics.map(({ id, numerator, denominator }) => [id, numerator, denominator]);
    expect(figures).toContainEqual(["on-time", 1, 2]);
    expect(figures).toContainEqual(["electronic-results", 1, 2]);
  });

  it("adds the agencies' cases in time up to those of all, under names that differ by case", async () => {
    const lines = rows.map((row, i) => (i % 2 === 0 ? row.replace("Sở B", "SỞ B") : row));
    const score = scoreIn(await scored(month, [head, ...lines]));
    expect(score.units).toHaveLength(2);
    const sum = (of: "numerator" | "denominator") =>
      score.units.reduce((all, { metrics }) => all + (metrics.find(({ id }) => id === "on-time")?.[of] ?? 0), 0);
    const whole = metric(score, "on-time");
    expect([sum("numerator"), sum("denominator")]).toEqual([whole.numerator, whole.denominator]);
  });

  it("gives 3 of 6 for petitions, 1 of 2 in time, and 2 to 4 of 6 for handling: 30 to 60 % of 90", async () => {
    const score = scoreIn(await scored([...month, "--petitions", petitions]));
    expect(metric(score, "petitions")).toMatchObject({ numerator: 1, denominator: 2, score: { low: 3, high: 3 } });
    const { share, score: points } = metric(score, "handling");
    // 10 − 3 late − 1 unknown − (1 disliked + 2 petitions), and 10 − 3 late − 1 disliked.
    expect([share?.low, share?.high]).toEqual([30, 60]);
    expect([points.low, points.high]).toEqual([2, 4]);
  });

  it("gives 6 for petitions where the log of them is empty of the period, and 0 to 6 where there is none", async () => {
    const none = table("Mã PAKN,Ngày tiếp nhận,Ngày trả lời", "1,01/08/2026,02/08/2026");
    expect(metric(scoreIn(await scored([...month, "--petitions", none])), "petitions").score).toEqual({
      low: 6,
      high: 6,
    });
    expect(metric(scoreIn(await scored(month)), "petitions").score).toEqual({ low: 0, high: 6 });
  });

  it("has six groups of 18, 20, 12, 10, 18 and 22, 100 in all; what is not supplied is between 0 and its maximum", async () => {
    const score = scoreIn(await scored(month));
    expect(score.groups.map(({ points }) => points)).toEqual([18, 20, 12, 10, 18, 22]);
    expect(score.metrics.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    for (const { from, score: own, points } of score.metrics) {
      expect(own.low).toBeGreaterThanOrEqual(0);
      expect(own.high).toBeLessThanOrEqual(points);
      if (from === "not-supplied") expect(own).toEqual({ low: 0, high: points });
    }
    const sum = (side: "low" | "high") => score.metrics.reduce((all, one) => all + one.score[side], 0);
    expect([score.total.low, score.total.high]).toEqual([sum("low"), sum("high")]);
  });

  it("of August alone judges I and J: 1 open in time at its end, 1 done, 20 points", async () => {
    const { out } = await kpi(["index", table(head, ...rows), ...["--month", "2026-08", "--format", "json"]]);
    const score = (JSON.parse(out) as Report).score as Score;
    expect(score.handled).toMatchObject({ cases: 2, inTime: 2, unknown: 0 });
    expect(metric(score, "on-time").score).toEqual({ low: 20, high: 20 });
  });
});

describe("figures of the index that are stated", () => {
  it("give 6 × 45 ÷ 50 = 5.4 for what is published in time, and 4 × 0.5 = 2 for linked data", async () => {
    const figures = table(
      "Chỉ tiêu,Năm,Giá trị,Trên tổng số,Ngày báo cáo,Nguồn",
      "published-in-time-share,2026,45,50,30/09/2026,CSDLQG",
      "linked-data-share,2026,50,,30/09/2026,Cổng",
    );
    const score = scoreIn(await scored([...month, "--figures", figures]));
    expect(metric(score, "published").score).toEqual({ low: 5.4, high: 5.4 });
    expect(metric(score, "linked")).toMatchObject({ from: "stated", score: { low: 2, high: 2 } });
  });
});

describe("payment, 6 A + min(2, 2.5 B) + 2.5 C", () => {
  const lines: [string, ...string[]] = [
    "Mã hồ sơ,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Trạng thái,Hình thức thanh toán,Lệ phí",
    "A,01/09/2026 08:00,10/09/2026,02/09/2026,Đã giải quyết,Trực tuyến,1000",
    "B,01/09/2026 08:00,10/09/2026,02/09/2026,Đã giải quyết,Tiền mặt,1000",
  ];

  it("with A = 1/2, B = 40 % and C = 100 % is 3 + 1 + 2 to 3 + 1 + 2.5", async () => {
    const figures = table(
      "Chỉ tiêu,Năm,Giá trị,Trên tổng số,Ngày báo cáo,Nguồn",
      "fee-procedures-payable-share,2026,40,,30/09/2026,x",
      "fee-procedures-used-share,2026,100,,30/09/2026,x",
    );
    const score = scoreIn(await scored([...month, "--figures", figures], lines));
    expect(metric(score, "payment").score).toEqual({ low: 6, high: 6.5 });
  });

  it("where nobody had to pay A is 0: 0 to 4.5 without the other two", async () => {
    const [first, ...others] = lines;
    const free = others.map((line) => line.replace(/,[^,]*,1000$/, ",,0"));
    expect(metric(scoreIn(await scored(month, [first, ...free])), "payment").score).toEqual({ low: 0, high: 4.5 });
  });
});

describe("what the portal shows", () => {
  const office = { ID: "398126", TEN: "Tỉnh A", CKMB: "12.5", TDGQ: 15, TTTT: 4, MDHL: 6, MDSH: 10, TONG_SCORE: 50 };
  const saved = (value: unknown) => log(JSON.stringify(value), "cong.json");

  it("is 1 above the 12 to 14 of being on time; 6.5 of services and payment are what is left of 50", async () => {
    const { portal } = scoreIn(await scored([...month, "--portal", saved([office])]));
    expect(portal?.unit).toBe("Tỉnh A");
    expect(portal?.groups.find(({ id }) => id === "progress")).toEqual({ id: "progress", shown: 15, apart: 1 });
    expect(portal?.groups.find(({ id }) => id === "services+payment")).toMatchObject({ shown: 6.5, apart: 0 });
    expect(portal?.total).toEqual({ shown: 50, apart: 0 });
  });

  it("4 and 3 points of TTTT and CLGQ are 7 of services and payment, whichever is which; 24 are more than the 22 there are", async () => {
    const of = async (CLGQ: unknown) =>
      scoreIn(await scored([...month, "--portal", saved([{ ...office, CLGQ }])])).portal;
    expect((await of("3"))?.groups.map(({ id, shown }) => [id, shown])).toContainEqual(["services+payment", 7]);
    expect((await of(20))?.aboveMax).toEqual([{ id: "services+payment", shown: 24, points: 22 }]);
  });

  it("by group: 13 of 22 of online services are both groups', 7 of 12 the services' alone, and a rank is none of the index", async () => {
    const of = async (rows: readonly unknown[]) => {
      const { portal } = scoreIn(await scored([...month, "--portal", saved(rows)]));
      return [portal?.total, portal?.groups.map(({ id, shown }) => [id, shown]), portal?.unread];
    };
    const both = { DESCRIPTION: "Dịch vụ trực tuyến", SCORE: "13", MAX_SCORE: "22" };
    const open = { DESCRIPTION: "Công khai, minh bạch", SCORE: 12.5, MAX_SCORE: 18 };
    const rank = { DESCRIPTION: "Xếp hạng", SCORE: "12" };
    const shown = [
      ["transparency", 12.5],
      ["services+payment", 13],
    ];
    expect(await of([open, both, rank])).toEqual([null, shown, ["Xếp hạng"]]);
    expect((await of([{ ...both, SCORE: 7, MAX_SCORE: 12 }]))[1]).toEqual([["services", 7]]);
    const within = ["index", table(head, ...rows), ...month, "--portal", saved([{ ...both, SCORE: 7, MAX_SCORE: 12 }])];
    expect((await kpi([...within, "--lang", "en"])).out).toContain("by group lie within the ranges worked out");
  });

  it("of 5 cases, 2 of them online, 1 done late: the portal's 7, 2 and 0 are 2 more, the same, and 1 fewer, in both languages", async () => {
    const header = "case_id,channel,received_at,due_at,finished_at,returned_at,status";
    const of = (id: string, channel: string, end: string) =>
      `${id},${channel},2026-09-01T08:00:00,2026-09-10T17:00:00,${end},${end},${end === "" ? "processing" : "returned"}`;
    const done = "2026-09-05T08:00:00";
    const cases = log(
      `${[header, of("1", "online", done), of("2", "online", done), of("3", "in_person", done), of("4", "postal", ""), of("5", "in_person", "2026-09-12T08:00:00")].join("\n")}\n`,
    );
    const answer = {
      ROW: [
        {
          HS_TOTAL: "7",
          HTN_TRUCTUYEN_TOTAL: "1",
          HTN_TRUCTUYEN_KHONGCHUAN_TOTAL: 1,
          DXLTH_TOTAL: 3,
          DXLQH_TOTAL: "0",
          DB_TOTAL: 4,
        },
      ],
    };
    const args = ["index", cases, "--month", "2026-09", "--portal", saved(answer)];
    const { counts } = JSON.parse((await kpi([...args, "--format", "json"])).out).score.portal;
    expect(counts).toEqual([
      { id: "handled", shown: 7, own: { low: 5, high: 5 }, apart: 2 },
      { id: "synchronised", shown: 4, own: null, apart: null },
      { id: "receivedOnline", shown: 2, own: { low: 2, high: 2 }, apart: 0 },
      { id: "doneInTime", shown: 3, own: { low: 3, high: 3 }, apart: 0 },
      { id: "doneLate", shown: 0, own: { low: 1, high: 1 }, apart: -1 },
    ]);
    const said = async (lang: string) => (await kpi([...args, "--lang", lang])).out.replace(/\s+/g, " ");
    expect(await said("en")).toContain("in the period: the portal 7, the log 5 (the portal has 2 more).");
    expect(await said("en")).toContain("Cases done late: the portal 0, the log 1 (the portal has 1 fewer).");
    expect(await said("en")).toContain(
      "The portal counts as the log does: cases handed in online; cases done in time.",
    );
    expect(await said("vi")).toContain("Hồ sơ đồng bộ lên Cổng: Cổng 4, tệp không cho biết.");
    expect(await said("vi")).toContain("Hồ sơ xử lý xong quá hạn: Cổng 0, tệp 1 (Cổng ít hơn 1).");
  });

  it("of two answers of one kind, of two offices, or with half a case, the run stops with exit code 2", async () => {
    const stopped = async (...files: string[]) => {
      const { code, err } = await kpi([
        "index",
        table(head, ...rows),
        ...month,
        ...files.flatMap((one) => ["--portal", one]),
      ]);
      return [code, err];
    };
    const other = saved({ TEN_COQUAN: "Tỉnh B", HS_TOTAL: 5 });
    expect(await stopped(saved([office]), saved([office]))).toEqual([
      2,
      expect.stringContaining("same kind of answer"),
    ]);
    expect(await stopped(saved([office]), other)).toEqual([2, expect.stringContaining('"Tỉnh A", "Tỉnh B"')]);
    expect(await stopped(saved([{ HS_TOTAL: 5.5 }]))).toEqual([2, expect.stringContaining("no number of cases")]);
  });

  it("of two offices is that of --unit, by name or number; without it, or with another, the message lists the two", async () => {
    const file = saved({ data: [office, { ...office, ID: "2", TEN: "Tỉnh B", TDGQ: 13 }] });
    for (const unit of ["tỉnh  b", "2"]) {
      const { portal } = scoreIn(await scored([...month, "--portal", file, "--unit", unit]));
      expect(portal?.groups.find(({ id }) => id === "progress")).toEqual({ id: "progress", shown: 13, apart: 0 });
    }
    const args = ["index", table(head, ...rows), ...month, "--portal", file];
    for (const more of [[], ["--unit", "Tỉnh C"]]) {
      const { code, err } = await kpi([...args, ...more]);
      expect(code).toBe(2);
      expect(err).toContain('"Tỉnh A", "Tỉnh B"');
    }
  });

  it.each([
    ["no JSON", "<html>", "not a saved answer"],
    ["no list of offices", "{}", "not a saved answer"],
    ["points of 120", JSON.stringify([{ ...office, TDGQ: 120 }]), "no number of points"],
  ])("that is %s is said, with exit code 2", async (_, text, said) => {
    const { code, err } = await kpi(["index", table(head, ...rows), ...month, "--portal", log(text, "cong.json")]);
    expect([code, err.includes(said)]).toEqual([2, true]);
  });
});

describe("the cases as the index judges them, folded", () => {
  const scope = {
    period: { from: 20_697, to: 20_726 },
    asOf: null,
    writing: { orders: {}, timeZone: "Asia/Ho_Chi_Minh" },
  } as const;
  const at = (day: number) => day * 86_400;
  const made = fc
    .record({
      received: fc.integer({ min: 20_690, max: 20_735 }),
      takes: fc.option(fc.integer({ min: 0, max: 20 })),
      due: fc.option(fc.integer({ min: 1, max: 25 })),
      rating: fc.constantFrom(null, 1, 5),
      agency: fc.constantFrom("X", "x", "Y", null),
      count: fc.constantFrom(null, "0", "2", "nhiều"),
      extended: fc.constantFrom(null, "30/09/2026", "bậy"),
    })
    .map(
      ({ received, takes, due, rating, agency, count, extended }) =>
        ({
          ...{ received: at(received), completed: takes === null ? -1 : at(received + takes), open: takes === null },
          ...{ dueAt: due === null ? null : at(received + due), status: null, fault: 0, isAhead: false, rated: -1 },
          ...{ rating, agency, procedure: "1", supplementRequestedAt: null, supplementReceivedAt: null },
          ...{ supplementCount: count, extendedTo: extended, apology: null },
        }) as unknown as Case,
    );

  it("in parts and in any order give one pass; a case taken out again leaves no trace; groups are the whole", () => {
    fc.assert(
      fc.property(fc.array(made, { maxLength: 30 }), fc.nat(30), (cases, cut) => {
        const one = newHandled();
        for (const c of cases) addHandled(one, scope, c, 1);
        const [first, second] = [newHandled(), newHandled()];
        for (const c of cases.slice(cut).toReversed()) addHandled(first, scope, c, 1);
        for (const c of cases.slice(0, cut)) addHandled(second, scope, c, 1);
        mergeHandled(first, second);
        expect(handledAt(first.all, 20_726)).toEqual(handledAt(one.all, 20_726));
        for (const c of cases) addHandled(first, scope, c, -1);
        expect(Object.values(handledAt(first.all, 20_726)).every((n) => n === 0)).toBe(true);
        const agencies = [...one.byAgency.values()].map((counts) => handledAt(counts, 20_726));
        const all = handledAt(one.all, 20_726);
        expect(agencies.reduce((sum, { inTime }) => sum + inTime, 0)).toBe(all.inTime);
        expect(all.cases).toBe(all.inTime + all.late + all.overdue + all.supplementedTwice);
      }),
      { numRuns: 300 },
    );
  });
});

it("without supplements the index counts as form II.06a does: of the sample 166 of 248", async () => {
  const args = ["fixtures/sample/cases.csv", "--month", "2025-09", "--format", "json"];
  const { out } = await kpi(["index", ...args]);
  const { periodic, score, service } = JSON.parse(out) as Report;
  const form = periodic?.form?.total;
  expect(score?.handled).toMatchObject({ cases: 248, inTime: 166, unknown: 0 });
  expect(form === undefined ? 0 : form.resolved + form.open).toBe(248);
  expect(service?.index).toEqual({ inTime: 166, of: 248 });
});
