/** Periods of other years are judged by the targets of their own years; worked by hand. */
import { describe, expect, it } from "vitest";
import { firstOf } from "../../src/render/first.ts";
import type { Report } from "../../src/report/report.ts";
import { kpi, log, ownPlanFile, table } from "../run.ts";

const header = "case_id,channel,login_at,submitted_at,received_at,returned_at";
/** Submitted in 6 minutes. */
const online = (id: string, day: string) => `${id},online,${day} 08:00,${day} 08:06,${day} 08:10,${day} 10:00`;

async function reported(file: string, month: string, ...more: string[]) {
  const { out, err } = await kpi(["report", file, "--month", month, ...more, "--format", "json"]);
  if (out === "") throw new Error(err);
  return JSON.parse(out) as Report;
}

const ofTime = (report: Report) => ({
  now: report.results.find(({ kpi: id }) => id === "submission-time"),
  before: report.periodic?.before?.results.find(({ kpi: id }) => id === "submission-time"),
  points: report.periodic?.trend.series.find(({ key }) => key.startsWith("submission-time"))?.points ?? [],
});

/** Below 8 minutes in 2025, below 5 in 2026. */
const twoYears = () => table(header, online("A1", "2025-12-01"), online("A2", "2026-01-05"));

describe("the first month of a year, 6 minutes as in the month before: below 8 in 2025, below 5 in 2026", () => {
  it("December is met, as its own report says, and January missed", async () => {
    const december = ofTime(await reported(twoYears(), "2025-12"));
    expect(december.now?.verdict).toBe("pass");
    const january = ofTime(await reported(twoYears(), "2026-01"));
    expect(january.now?.verdict).toBe("fail");
    expect(january.before).toMatchObject({ verdict: "pass", target: { below: 8 } });
    expect(january.points.slice(-2).map(({ verdict }) => verdict)).toEqual(["pass", "fail"]);
    // Told where it is another than the report's.
    expect(january.points.map(({ target }) => target)).toEqual([...Array(11).fill({ below: 8 }), undefined]);
  });

  it("1 of 2 periods is missed, and one target is no longer met, by the targets of each year", async () => {
    const report = await reported(twoYears(), "2026-01");
    const vi = firstOf(report, "vi");
    expect(vi.misses[0].since).toBe("chưa đạt 1/2 kỳ gần nhất");
    expect(vi.compared[0]).toBe(
      "So với tháng 12 năm 2025, 1 chỉ tiêu chuyển từ đạt sang chưa đạt (Thời gian nộp hồ sơ trực tuyến trung bình); mỗi kỳ xét theo chỉ tiêu của năm đó.",
    );
    expect(firstOf(report, "en").compared[0]).toBe(
      "Against December 2025, 1 target no longer met (Time to submit online); each period by the targets of its year.",
    );
    // Half of the drawing for each month: 8 in the first, 5 in the second.
    const { out } = await kpi(["report", twoYears(), "--month", "2026-01", "--format", "html", "--lang", "vi"]);
    expect(out).toContain("không theo chỉ tiêu năm 2026");
  });

  it("a month of a year for which the plan has no target is measured and not judged", async () => {
    const file = table(header, online("A1", "2024-12-02"), online("A2", "2025-01-06"), online("A3", "2025-02-03"));
    const january = await reported(file, "2025-01");
    expect(ofTime(january).before).toMatchObject({ verdict: null, target: null, measure: { value: 6 } });
    expect(
      ofTime(january)
        .points.slice(-2)
        .map(({ verdict, target }) => [verdict, target]),
    ).toEqual([
      [null, null],
      ["pass", undefined],
    ]);
    expect(firstOf(january, "vi").compared.join()).not.toContain("So với");
    // Of February the month before is judged, and nothing changed.
    const february = firstOf(await reported(file, "2025-02"), "vi").compared;
    expect(february[0]).toBe("So với tháng 1 năm 2025, đánh giá các chỉ tiêu không thay đổi.");
  });
});

describe("a task that falls due", () => {
  const plan = () =>
    ownPlanFile(
      [],
      { kpi: "submission-time", below: 8 },
      { kpi: "data-synchronised", by: "2025-12-19", section: "tasks" },
    );
  const file = () => table(header, online("A1", "2025-11-03"), online("A2", "2025-12-01"), online("A3", "2025-12-31"));
  /** Another task is stated, or this one as done on a day. */
  const figures = (day?: string) =>
    log(
      `figure,year,value,stated_on,source\n${day === undefined ? "security-level,2025,3" : `data-synchronised,2025,${day}`},2025-12-31,BC\n`,
      "f.csv",
    );

  it('by 19 December: not due in November, overdue in December: not "unchanged"', async () => {
    const report = await reported(file(), "2025-12", "--plan", plan(), "--figures", figures());
    expect(firstOf(report, "vi").compared[0]).toMatch(
      /^So với tháng 11 năm 2025, 1 chỉ tiêu đã đến hạn mà chưa đạt \([^()]+\)\.$/,
    );
    expect(firstOf(report, "en").compared[0]).toMatch(
      /^Against November 2025, 1 target fallen due and missed \([^()]+\)\.$/,
    );
  });

  it("done on 10 December it was not due in November and is met now; done on 5 November it is as it was", async () => {
    const later = await reported(file(), "2025-12", "--plan", plan(), "--figures", figures("2025-12-10"));
    expect(firstOf(later, "vi").compared[0]).toContain("1 chỉ tiêu khi đó chưa đến hạn, nay đã đạt");
    const earlier = await reported(file(), "2025-12", "--plan", plan(), "--figures", figures("2025-11-05"));
    expect(firstOf(earlier, "vi").compared[0]).toBe("So với tháng 11 năm 2025, đánh giá các chỉ tiêu không thay đổi.");
  });

  it("where nothing is judged nothing is said of what changed; of one that was not judged before that so many are the same", async () => {
    const bare = table("case_id,received_at", "A1,2025-07-03", "A2,2025-08-01");
    const none = firstOf(await reported(bare, "2025-08", "--plan", "duong-kinh-68"), "vi");
    expect(none.counts).toMatch(/^Không có chỉ tiêu nào được đánh giá/);
    expect(none.compared).toEqual([]);
  });
});
