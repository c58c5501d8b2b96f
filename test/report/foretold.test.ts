/** What a report foretells, and what it says of movements: nothing of a figure that is not known or not decided. */
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { kpi, ownPlanFile, planFile, table } from "../run.ts";

const two = (n: number) => String(n).padStart(2, "0");

/** Ten online cases a month, received and returned on one day, of which so many have each rating. */
function ratings(months: readonly string[], of: (month: string, i: number) => string, n = 10): string[] {
  return months.flatMap((month) =>
    Array.from({ length: n }, (_, i) => {
      const day = `${month}-${two(1 + (i % 28))}`;
      return `${month}#${i},Xã A,online,1.000001,${day} 08:00,${day} 16:00,returned,${of(month, i)}`;
    }),
  );
}

const head = "case_id,agency,channel,procedure_code,received_at,returned_at,status,rating";
const monthsOf = (year: number, last: number) => Array.from({ length: last }, (_, i) => `${year}-${two(i + 1)}`);

async function reportOf(file: string, plan: string, month: string, ...more: string[]) {
  const args = ["report", file, "--plan", plan, "--month", month, ...more];
  const { out, err } = await kpi([...args, "--format", "json"]);
  if (out === "") throw new Error(err);
  const text = async (lang: string) => (await kpi([...args, "--format", "markdown", "--lang", lang])).out;
  const report = JSON.parse(out) as Report;
  return { report, periodic: report.periodic as NonNullable<Report["periodic"]>, text };
}

describe("a target whose column the log lacks", () => {
  it("has no year to foresee, though 72 of 72 cases that the other column decides meet it", async () => {
    const plan = ownPlanFile(
      [
        {
          id: "well-or-paid",
          when: "rated",
          share: {
            is: {
              or: [
                { field: "rating", atLeast: 4 },
                { field: "payment_method", is: "online" },
              ],
            },
          },
          example: {
            cases: [
              { rating: 5, payment_method: "cash" },
              { rating: 2, payment_method: "cash" },
            ],
            gives: { numerator: 1, denominator: 2 },
          },
        },
      ],
      { kpi: "well-or-paid", atLeast: 95 },
    );
    const log = table(head, ...ratings([...monthsOf(2024, 12), ...monthsOf(2025, 8)], (_, i) => (i === 0 ? "1" : "4")));
    const { report, periodic, text } = await reportOf(log, plan, "2025-08");
    expect(report.results[0].verdict).toBe("no-data");
    expect(periodic.needs).toEqual([]);
    expect(await text("vi")).not.toMatch(/khả năng đạt|Mức cần đạt/);
  });
});

describe("what may turn", () => {
  /** Of 40 ratings a month a quarter in August and a half in September have a word that no table knows. */
  const open = () =>
    table(
      head,
      ...ratings(["2025-07"], (_, i) => (i < 38 ? "4" : "1"), 40),
      ...ratings(["2025-06"], (_, i) => (i < 36 ? "4" : "1"), 40),
      ...ratings(["2025-08"], (_, i) => (i < 10 ? "Nửa vời" : "4"), 40),
      ...ratings(["2025-09"], (_, i) => (i < 20 ? "Nửa vời" : "4"), 40),
    );
  const plan = () => planFile({ kpi: "satisfaction-online", atLeast: 92 });

  it("50 to 100 % after 75 to 100 % has no change, no movement and no need; its point says both ends", async () => {
    const { report, periodic } = await reportOf(open(), plan(), "2025-09");
    expect(report.results[0]).toMatchObject({ verdict: "undecided", bounds: [50, 100] });
    expect(periodic.moves).toEqual([]);
    // Over the year to date 144 to 154 of 160 may be satisfied: 78 to 92 %.
    expect(periodic.yearToDate.results[0].verdict).toBe("undecided");
    expect(periodic.needs).toEqual([]);
    expect(periodic.trend.series[0].points.slice(-2).map(({ bounds }) => bounds)).toEqual([
      [75, 100],
      [50, 100],
    ]);
  });

  it("the trend is of June's 90 % and July's 95 %, and now 50 to 100 %", async () => {
    const { text } = await reportOf(open(), plan(), "2025-09");
    const said = await text("vi");
    expect(said).toContain("qua 2 kỳ: thấp nhất 90% (T6/2025), cao nhất 95% (T7/2025), kỳ này 50% – 100%");
    expect(said).not.toMatch(/[Kk]ỳ này 100%|giữ nguyên 100/);
    expect(said).toMatch(/\| 75% – 100% \| +\|/);
    expect(said).toContain("chưa kết luận được nên không tính mức cần đạt");
    expect(await text("en")).toContain("Undecided over the year to date");
  });
});

describe("cases to come that nobody knows", () => {
  const kpis = [
    {
      id: "worked-hours",
      when: "completed",
      mean: { from: "received", to: "completed", in: "working-hours" },
      example: {
        cases: [{ received_at: "2025-09-03 08:00", finished_at: "2025-09-03 10:00" }],
        gives: { value: 2, cases: 1 },
      },
    },
  ];
  const plan = () => ownPlanFile(kpis, { kpi: "worked-hours", atMost: 40 });

  it("the calendar begins in 2025: 30 cases of October to December 2024 are there, and none can be counted", async () => {
    const log = table(head, ...ratings([...monthsOf(2024, 12), ...monthsOf(2025, 9)], () => "4"));
    const { periodic, text } = await reportOf(log, plan(), "2025-09");
    expect(periodic.needs[0]).toMatchObject({ state: "unknown", why: "outside-calendar" });
    expect(await text("vi")).toContain(
      "(lịch làm việc không có năm trước nên hồ sơ của cùng kỳ năm trước không tính được)",
    );
    expect(await text("en")).toContain("(the working calendar does not have the year before");
  });

  it("a log that begins in November 2024 does not hold October to December whole, one of 2025 has none of them", async () => {
    const of = async (months: readonly string[]) => {
      const log = table(head, ...ratings(months, (_, i) => (i === 0 ? "1" : "4")));
      return (await reportOf(log, planFile({ kpi: "satisfaction", atLeast: 80 }), "2025-09")).periodic.needs[0];
    };
    expect((await of(["2024-11", "2024-12", ...monthsOf(2025, 9)])).why).toBe("not-whole");
    expect((await of(monthsOf(2025, 9))).why).toBe("no-case");
  });
});
