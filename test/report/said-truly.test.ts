/** What a report says of a change, a run of misses and a figure that is not there: each held against what it is of. */
import { describe, expect, it } from "vitest";
import { kpi, report, table } from "../run.ts";

const headers = "case_id,channel,received_at,returned_at,status,rating";
/** Online cases of a month, so many of them content. */
const rated = (month: string, cases: number, content: number) =>
  Array.from({ length: cases }, (_, i) => {
    const day = `2025-${month}-02`;
    return `${month}-${i},online,${day} 08:00,${day} 10:00,returned,${i < content ? 5 : 1}`;
  });
const told = async (file: string, ...args: string[]) =>
  (await kpi(["report", file, "--year", "2025", ...args, "--out", "markdown=-", "--quiet"])).out;
const ofRatings = ["--month", "2025-09", "--kpi", "satisfaction-online"];

describe("a report says", () => {
  it("that 1,799 of 2,000 after 1,800 is 0.05 points lower, and not unchanged", async () => {
    const file = table(headers, ...rated("08", 2000, 1800), ...rated("09", 2000, 1799));
    const out = await told(file, ...ofRatings, "--lang", "en");
    expect(out).toContain("0.05 percentage points");
    expect(out).not.toContain("unchanged");
    expect(await told(file, ...ofRatings, "--lang", "vi")).toMatch(/−0,05 \|/);
  });

  it("missed in 3 of the 4 periods with a figure, and no run over May, July and August, of which nothing is known", async () => {
    const months = [
      ["03", 10],
      ["04", 5],
      ["06", 5],
      ["09", 5],
    ] as const;
    const file = table(headers, ...months.flatMap(([month, content]) => rated(month, 10, content)));
    const out = await told(file, ...ofRatings, "--lang", "en");
    expect(out).toContain("missed in 3 of the 4 periods with a figure;");
    expect(out).not.toContain("without a break");
  });

  it("that no procedure has both ways in September, where A has both in August and B and C one each since", async () => {
    const head = "case_id,channel,procedure_code,received_at,returned_at,status";
    const row = (id: string, channel: string, code: string, month: string, hour: string) =>
      `${id},${channel},1.00000${code},2025-${month}-02 08:00,2025-${month}-02 ${hour}:00,returned`;
    const file = table(
      head,
      row("A1", "online", "1", "08", "09"),
      row("A2", "in_person", "1", "08", "10"),
      row("A3", "online", "1", "09", "09"),
      row("A4", "in_person", "2", "09", "10"),
    );
    expect(await told(file, "--month", "2025-09", "--lang", "en")).toContain("No procedure has cases of both ways");
    expect(await told(file, "--month", "2025-09", "--lang", "vi")).not.toContain("chưa có số liệu so với");
  });

  it("of July nothing of a log that begins in September, and of October nothing of one that ends in September: no 0 open cases", async () => {
    const file = table(headers, ...rated("09", 1, 1));
    for (const [month, words] of [
      ["2025-07", "The log begins on 2 Sep 2025, after the period"],
      ["2025-10", "The log ends on 2 Sep 2025, before the period"],
    ]) {
      const out = await told(file, "--month", month, "--allow-no-data", "--lang", "en");
      expect(out.split(words)).toHaveLength(3);
      expect(out).not.toMatch(/\b0 cases are open|Checked: \(3\)/);
    }
  });

  it("a case past due on 30/9 and done on 3/10 is open at September's end and late in October: 1 of 1 by the end of 5/10", async () => {
    const file = table(
      "case_id,received_at,due_at,finished_at,returned_at,status",
      "A1,2025-09-09 10:00,2025-09-10 12:00,2025-10-03 10:00,2025-10-05 12:00,returned",
      "A2,2025-09-09 10:00,2025-09-12 12:00,2025-09-11 10:00,2025-09-11 12:00,returned",
    );
    const out = await told(file, "--month", "2025-09", "--lang", "en");
    expect(out).toContain("1 of 1 done, or due and not done by the end of 5 Oct 2025");
    expect(out).toContain("at the end 1 open case overdue");
    const october = await report([file, "--year", "2025", "--period", "2025-10", "--kpi", "on-time-share"]);
    expect(october.results[0].measure).toMatchObject({ numerator: 0, denominator: 1 });
  });
});

it("a share of 40 cases of which no cell is read has none-read in place of a figure, and not that no case bears on it", async () => {
  const rows = Array.from({ length: 40 }, (_, i) => `A${i},2025-09-03 08:00,Zz`);
  const args = ["--year", "2025", "--plan", "ngoai-vu-76", "--kpi", "on-system-share"];
  const file = table("case_id,received_at,on_system", ...rows);
  const { results } = await report([file, ...args]);
  expect(results[0]).toMatchObject({ verdict: "no-data", reason: "none-read", lacks: ["40"] });
  expect((await kpi(["check", file, ...args, "--lang", "en"])).out).toMatch(/cannot be read in all of 40\s+cases/);
});
