/** Tasks with a day in the plan: one rule for what is stated, whether its day lies behind the log's own last day or not. */
import { describe, expect, it } from "vitest";
import { kpi, log, report, table } from "../run.ts";

const cases = () => table("case_id,received_at,returned_at", "1,2025-09-01 09:00,2025-09-03 08:00");
// Due on 30/9 and on 31/8.
const args = () => [
  cases(),
  ...["--year", "2025", "--plan", "hai-phong-219", "--kpi", "eligible-list-published,action-plan-issued", "--figures"],
  log(
    "figure,year,value,of,source,stated_on\neligible-list-published,2025,2025-09-30,,VP,2025-10-01\naction-plan-issued,2025,2025-10-05,,VP,2025-10-06\n",
    "figures.csv",
  ),
];
const verdicts = async (...more: string[]) =>
  (await report([...args(), ...more])).results.map(({ verdict, reason, lacks }) => [verdict, reason, ...lacks]);

describe("two tasks that are stated as done behind the last day of a log that ends on 3/9", () => {
  it("are both judged by the stated day: 30/9 in time, 5/10 late", async () => {
    expect(await verdicts()).toEqual([
      ["pass", null],
      ["fail", null],
    ]);
  });

  it.each([
    ["--as-of", "2025-09-03"],
    ["--period", "2025-09-01..2025-09-03"],
  ])(
    "are both not done then where %s %s is given: one not due, one late, each with the stated day",
    async (...more) => {
      expect(await verdicts(...more)).toEqual([
        ["no-data", "not-due", "2025-09-30", "2025-09-03"],
        ["fail", "milestone-missed", "2025-10-05", "2025-09-03"],
      ]);
      const said = async (lang: string) =>
        (await kpi(["check", ...args(), ...more, "--lang", lang])).out.replace(/\s+/g, " ");
      expect(await said("en")).toContain(
        "the plan's day has not come, and the figures file says 30 Sep 2025, which lies after the last day that is judged (3 Sep 2025)",
      );
      expect(await said("vi")).toContain(
        "đã qua ngày mà kế hoạch nêu, số liệu báo cáo ghi ngày 05/10/2025, sau ngày cuối được xét (03/9/2025)",
      );
    },
  );
});

it("a task that was done on 29 August and stated in December is on time in the third quarter: the day of the deed counts", async () => {
  const figures = log(
    "figure,year,value,of,source,stated_on\naction-plan-issued,2025,2025-08-29,,x,2025-12-20\n",
    "figures.csv",
  );
  const made = await report([
    "fixtures/sample/cases.csv",
    "--year",
    "2025",
    "--period",
    "2025-Q3",
    "--figures",
    figures,
  ]);
  expect(made.results.find(({ kpi }) => kpi === "action-plan-issued")).toMatchObject({
    ...{ verdict: "pass", measure: { value: "2025-08-29" } },
  });
});
