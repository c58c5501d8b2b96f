/** What the first screen and the sections say: the cells agree with the counts, and no sentence says what is not so. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Chart, TrendDrawing } from "../../src/render/document.ts";
import { firstOf } from "../../src/render/first.ts";
import { documentOf } from "../../src/render/sections/index.ts";
import type { Report } from "../../src/report/report.ts";
import { kpi, planFile, table, log as written } from "../run.ts";

const two = (n: number) => String(n).padStart(2, "0");

/** So many cases of a month from the given day on, of which the first few are not digitised. */
function month(name: string, no: number, of = 10, day = 1): string[] {
  return Array.from(
    { length: of },
    (_, i) => `${name}#${i},Xã A,in_person,${name}-${two(day + (i % (29 - day)))},${i < no ? "no" : "yes"}`,
  );
}

const log = (...rows: string[][]) => table("case_id,agency,channel,received_at,record_digitised", ...rows.flat());
const plan = (...more: Record<string, unknown>[]) =>
  planFile({ kpi: "record-digitisation-share", atLeast: 100 }, ...more);

async function report(file: string, of: string, ...args: string[]): Promise<Report> {
  const { out, err } = await kpi(["report", file, "--plan", of, "--format", "json", ...args]);
  if (out === "") throw new Error(err);
  return JSON.parse(out) as Report;
}

const section = (of: Report, id: string, lang: "vi" | "en" = "vi") =>
  documentOf(of, lang).sections.find((one) => one.id === id)?.blocks ?? [];

describe("counts and cells", () => {
  it("six without data and nine not due are six and nine in the table, shares as well as milestones", async () => {
    const args = ["--procedures", "fixtures/sample/procedures.csv", "--figures", "fixtures/sample/figures.csv"];
    const { out } = await kpi([
      ...["report", "fixtures/sample/cases.csv", "--month", "2025-09", "--format", "json"],
      ...args,
    ]);
    const made = JSON.parse(out) as Report;
    const cells = section(made, "results").flatMap((block) =>
      block.kind === "table" ? block.rows.map((row) => row[3].text) : [],
    );
    const count = (text: string) => cells.filter((one) => one === text).length;
    expect(firstOf(made, "vi").counts).toContain("; 6 chưa có số liệu; 9 chưa đến hạn");
    expect([count("? CHƯA CÓ SỐ LIỆU"), count("? CHƯA ĐẾN HẠN")]).toEqual([6, 9]);
  });

  it("a milestone that nobody states as done has a value and a step that is one", async () => {
    const stated = readFileSync("fixtures/sample/figures.csv", "utf8").split("\n");
    const figures = written(stated.filter((line) => !line.startsWith("action-plan-issued")).join("\n"), "figures.csv");
    const args = ["--figures", figures, "--month", "2025-09"];
    const { out } = await kpi(["report", "fixtures/sample/cases.csv", "--format", "json", ...args]);
    const made = JSON.parse(out) as Report;
    const milestone = (lang: "vi" | "en") =>
      firstOf(made, lang).misses.find(({ title }) => /^(Ban hành kế hoạch hành động|Action plan)/.test(title));
    expect(milestone("vi")).toMatchObject({
      value: "chưa ghi là đã hoàn thành",
      step: "hoàn thành và ghi ngày hoàn thành vào tệp số liệu báo cáo",
    });
    expect(milestone("en")).toMatchObject({ value: "not stated as done" });
    expect((await kpi([...["report", "fixtures/sample/cases.csv"], ...args, "--format", "markdown"])).out).not.toMatch(
      /: {2}\(/,
    );
  });
});

describe("what a figure is of", () => {
  it("12 procedures are no cases: a column of both says of each what it is, and one of cases names them", async () => {
    const codes = Array.from({ length: 12 }, (_, i) => `1.0000${10 + i},full,full,yes`);
    const procedures = written(
      `procedure_code,service_level,eligible,on_portal\n${codes.join("\n")}\n`,
      "procedures.csv",
    );
    const both = planFile(
      { kpi: "record-digitisation-share", atLeast: 100 },
      { kpi: "full-online-share", atLeast: 80 },
    );
    const rows = month("2025-09", 0, 3);
    const made = await report(log(rows), both, "--month", "2025-09", "--procedures", procedures);
    const of = (lang: "vi" | "en") => {
      const [table] = section(made, "results", lang).filter((block) => block.kind === "table");
      return { head: table.columns[4].title, cells: table.rows.map((row) => row[4].text) };
    };
    expect(of("vi")).toEqual({ head: "Số lượng", cells: ["3 hồ sơ", "12 TTHC"] });
    expect(of("en")).toEqual({ head: "Number", cells: ["3 cases", "12 procedures"] });
    const alone = await report(log(rows), plan(), "--month", "2025-09");
    const [table] = section(alone, "results").filter((block) => block.kind === "table");
    expect([table.columns[4].title, table.rows[0][4].text]).toEqual(["Số hồ sơ", "3"]);
  });
});

describe("the year to date on the first screen", () => {
  const compared = async (lang: "vi" | "en", rows: string[][], ...args: string[]) =>
    firstOf(await report(log(...rows), plan(), ...args), lang).compared.join("\n");

  it("of a log from 2 to 11 September says so, and of one target that is missed no none of 1", async () => {
    const rows = [month("2025-09", 2, 10, 2)];
    expect(await compared("vi", rows, "--month", "2025-09")).toContain(
      "Tính từ đầu năm đến hết tháng 9 năm 2025 (tệp chỉ có hồ sơ từ ngày 02/9/2025 đến ngày 11/9/2025): chỉ tiêu duy nhất được đánh giá chưa đạt",
    );
    expect(await compared("en", rows, "--month", "2025-09")).toContain(
      "January to September 2025 (the log has cases from 2 Sep 2025 to 11 Sep 2025 only): the one target that is judged is missed",
    );
  });

  it("January, nine months and a year to date do not repeat the first line; what is lost for the year is said", async () => {
    const rows = [month("2024-12", 0), month("2025-01", 2)];
    const january = await compared("vi", rows, "--month", "2025-01", "--expected", "100");
    expect(january).not.toContain("Tính ");
    expect(january).toContain("Không còn khả năng hoàn thành trong năm:");
    const year = [...["01", "02", "03", "04", "05", "06", "07", "08", "09"].map((m) => month(`2025-${m}`, 1))];
    expect(await compared("vi", year, "--nine-months", "2025")).not.toContain("Tính ");
    expect(await compared("vi", year, "--year-to-date", "2025-09")).not.toContain("Tính ");
  });

  it("a year to date is compared with the period of a year before, by that word", async () => {
    const rows = ["2024", "2025"].flatMap((year) => [month(`${year}-01`, 1), month(`${year}-02`, 1)]);
    const own = JSON.parse(readFileSync(plan(), "utf8"));
    // Periods of 2024 are judged where the plan has a target for 2024.
    const both = written(JSON.stringify({ ...own, years: { ...own.years, 2024: own.years[2025] } }), "both.json");
    const made = await report(log(...rows), both, "--year-to-date", "2025-02");
    expect(firstOf(made, "vi").compared[0]).toMatch(/^So với kỳ từ đầu năm đến hết tháng 2 năm 2024, /);
  });

  it("that a year is lost is no step: the step is what the period was short of", async () => {
    const made = await report(log(month("2025-01", 2)), plan(), "--month", "2025-01", "--expected", "100");
    expect(made.periodic?.needs[0].state).toBe("unreachable");
    const step = (lang: "vi" | "en") => firstOf(made, lang).misses[0].step;
    expect(step("vi")).toBe("để đạt chỉ tiêu, cần thêm 2 trong số 10 hồ sơ");
    expect(step("en")).toBe("2 more of 10 cases would meet it");
  });

  const lastYear = ["10", "11", "12"].map((one) => `2024-${one}`);
  /** Sent in 5 minutes, 60,000 s online against 100,000 s in person; in September 9 minutes, 72,000 s against 80,000 s. */
  const timed = (months: readonly string[], { isYearLost = false } = {}) =>
    table(
      "case_id,channel,login_at,submitted_at,received_at,returned_at,status",
      ...months.flatMap((name) => {
        const isMissed = name === "2025-09" || isYearLost;
        const at = (seconds: number) =>
          new Date(Date.parse(`${name}-${name === lastYear[0] ? "01" : "10"}T08:00:00Z`) + 1000 * seconds)
            .toISOString()
            .slice(0, 19);
        const row = (channel: string, sent: number, took: number) =>
          `${name}${channel},${channel},${at(-sent)},${at(0)},${at(0)},${at(took)},returned`;
        return [
          row("online", isMissed ? 540 : 300, isMissed ? 72_000 : 60_000),
          row("in_person", 0, isMissed ? 80_000 : 100_000),
        ];
      }),
    );
  const thisYear = Array.from({ length: 9 }, (_, i) => `2025-${two(i + 1)}`);
  const stepsOf = async (file: string, lang: "vi" | "en") => {
    const args = ["--month", "2025-09", "--allow-no-data", "--kpi", "submission-time,processing-time-reduction"];
    const { out } = await kpi(["report", file, ...args, "--format", "json"]);
    return firstOf(JSON.parse(out) as Report, lang).misses.map(({ step }) => step);
  };

  it("of a year that keeps 8 minutes and 20 % the step is September's: a minute less, and 17.7 hours online, not 15.66 min and 1.49 days", async () => {
    const file = timed([...lastYear, ...thisYear]);
    expect(await stepsOf(file, "en")).toEqual([
      "1 min 1 s a case less would meet it",
      "online 20.0 hours, in person 22.2 hours; to meet it, the mean online must be at most 17.7 hours",
    ]);
    expect(await stepsOf(file, "vi")).toEqual([
      "để đạt chỉ tiêu, thời gian trung bình phải giảm ít nhất 1 phút 1 giây mỗi hồ sơ",
      "trực tuyến 20,0 giờ, trực tiếp 22,2 giờ; để đạt chỉ tiêu, thời gian trung bình trực tuyến không quá 17,7 giờ",
    ]);
  });

  it("of a year of 9 minutes and 10 % it is that of the rest of the year, by name, and what it takes to stay as it is", async () => {
    // (8 × 12 − 9 × 9) ÷ 3 = 5 min; (64,000 × 12 − 72,000 × 9) ÷ 3 = 40,000 s = 11.1 h beside 80,000 s = 22.2 h.
    const file = timed([...lastYear, ...thisYear], { isYearLost: true });
    expect(await stepsOf(file, "en")).toEqual([
      "for the year to meet it, over the rest of the year a mean below 5.00 min; none of 12 periods has reached it",
      "for the year to meet it, over the rest of the year a mean online of at most 11.1 hours, if the mean in person of the year stays at 22.2 hours; none of 12 periods has reached it",
    ]);
    expect((await stepsOf(file, "vi"))[1]).toBe(
      "để cả năm đạt, từ nay đến hết năm thời gian trung bình trực tuyến không quá 11,1 giờ, nếu trung bình trực tiếp của cả năm giữ ở 22,2 giờ; chưa kỳ nào trong 12 kỳ đạt mức này",
    );
  });
});

describe("a trend of which a period is not whole", () => {
  it("names it below, and stars it where it has a point", async () => {
    const made = await report(
      log(month("2025-07", 1, 10, 15), month("2025-08", 2), month("2025-09", 1)),
      plan(),
      ...["--month", "2025-09"],
    );
    const texts = (lang: "vi" | "en") =>
      section(made, "trend", lang).flatMap((block) => (block.kind === "text" ? [block.text] : []));
    expect(texts("vi")).toContain("* Tệp không có đủ hồ sơ của T7/2025.");
    expect(texts("en")).toContain("* The log does not hold all of 7/2025.");
    const chart = section(made, "trend").find((block) => block.kind === "chart") as Chart;
    const labels = (chart.drawing as TrendDrawing).points.map(({ label }) => label);
    expect(labels.filter((label) => label.endsWith("*"))).toEqual(["T7/2025*"]);
  });
});

describe("a gap", () => {
  it("of 1 case in 3,000 is 0.03 points, and not 0.0", async () => {
    const made = await report(log(month("2025-09", 1, 3000)), plan(), "--month", "2025-09");
    expect(firstOf(made, "vi").misses[0].gap).toBe("0,03 điểm\u00a0% (1 hồ sơ)");
    expect(firstOf(made, "en").misses[0].gap).toBe("0.03 percentage points (1 case)");
  });
});

describe("a cut that hangs on a channel", () => {
  it("lies between two ends for the 1 case from a kiosk; the 1 without a receipt bounds nothing, and by the other clock no figure is told", async () => {
    const row = (id: string, channel: string, from: string, to: string) => `${id},${channel},${from},${to},returned`;
    const [day, begun] = ["2025-09-04T", "2025-09-03T08:00:00"];
    const file = table(
      "case_id,channel,received_at,returned_at,status",
      ...Array.from({ length: 20 }, (_, i) => row(`O${i}`, "online", begun, `${day}03:00:00`)),
      ...Array.from({ length: 20 }, (_, i) => row(`P${i}`, "in_person", begun, `${day}08:00:00`)),
      row("K1", "Kiosk", begun, "2025-09-09T08:00:00"),
      row("B1", "online", "", `${day}08:00:00`),
    );
    const args = ["check", file, "--year", "2025", "--kpi", "processing-time-reduction", "--lang", "en"];
    const out = (await kpi(args)).out.replace(/\s+/g, " ");
    expect(out).toContain("depending on the 1 case that could not be used");
    expect(out).toMatch(
      /a word that is not known \(1\); 1 of 41 cases left out: the cell of "time of receipt" is blank/,
    );
    expect(out).not.toContain("By working time");
  });
});

describe("what is rounded", () => {
  it("77 of 80 are 96.3 % and 3.75 points from 100 %: not 3.8, which 96.3 and 3.8 exceed", async () => {
    const made = await report(log(month("2025-09", 3, 80)), plan(), "--month", "2025-09");
    expect(firstOf(made, "en").misses[0]).toMatchObject({ value: "96.3 %", gap: "3.75 percentage points (3 cases)" });
    // 96.2 %, and 3.8: nothing contradicts.
    const other = await report(log(month("2025-09", 3, 78)), plan(), "--month", "2025-09");
    expect(firstOf(other, "en").misses[0]).toMatchObject({ value: "96.2 %", gap: "3.8 percentage points (3 cases)" });
  });

  it("19.999 % is that in every sentence, and 8.02 min of a month before that has no target is not 8.0 min", async () => {
    const at = (seconds: number) => new Date(Date.UTC(2025, 0, 6, 8) + 1000 * seconds).toISOString().slice(0, 19);
    const rows = [-32 * 86_400, 0].flatMap((from, i) => [
      `A${i},1.000001,online,${at(from - 481)},${at(from)},${at(from)},${at(from + 80_001)},returned`,
      `B${i},1.000001,in_person,,${at(from)},${at(from)},${at(from + 100_000)},returned`,
    ]);
    const file = table("case_id,procedure_code,channel,login_at,submitted_at,received_at,returned_at,status", ...rows);
    const args = ["--kpi", "submission-time,processing-time-reduction", "--allow-no-data", "--lang", "en"];
    const { out } = await kpi(["report", file, "--month", "2025-01", ...args, "--out", "markdown=-"]);
    expect(out).toMatch(/8\.02 min \| &lt; 8 min \| ✗ FAIL \| 1 \| 8\.02 min \| 0\.0 min/);
    expect(out).toContain("the time online is 19.999 % shorter than in person (19.999 % shorter in the period before)");
    expect(out).not.toMatch(/\b20\.0 %|\b8\.0 min/);
  });
});

describe("the year on the first screen", () => {
  it("of a log from December on to 2 September has its end alone, and 1 target of a whole year is named", async () => {
    const made = await report(
      log(month("2024-12", 1), month("2025-01", 1), month("2025-09", 1, 1, 2)),
      plan({ kpi: "cases-per-service", atLeast: 1000 }),
      ...["--month", "2025-09", "--procedures", "fixtures/sample/procedures.csv"],
    );
    const [en, vi] = [firstOf(made, "en"), firstOf(made, "vi")];
    expect(en.compared.join(" ")).toContain("January to September 2025 (the log ends on 2 Sep 2025)");
    expect(vi.compared.join(" ")).toContain("(tệp chỉ có hồ sơ đến ngày 02/9/2025)");
    expect(made.results.some(({ reason }) => reason === "needs-whole-year")).toBe(true);
    expect(en.counts).toMatch(/; 1 not judged in this period\.$/);
    expect(vi.counts).toMatch(/; 1 không đánh giá trong kỳ này\.$/);
    expect(en.notSupplied).toBe("Cases per online service: it is measured for a whole year only");
  });
});
