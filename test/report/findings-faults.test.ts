/** What a hostile reading of the methods' findings found: each log is as small as shows it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { folder, kpi } from "../run.ts";

const header =
  "Mã hồ sơ,Mã TTHC,Đơn vị xử lý,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Trạng thái,Mức độ hài lòng";

interface Row {
  readonly month: string;
  readonly day?: number;
  readonly agency?: string;
  readonly channel?: string;
  readonly good: boolean | null;
  readonly received?: string;
  readonly finished?: string;
}

function logOf(rows: readonly Row[]): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const lines = rows.map(({ month, day = 3, agency = "Xã A", channel = "Trực tuyến", good, ...times }, i) => {
    const [year, m] = month.split("-");
    const at = (d: number, clock: string) => `${two(d)}/${m}/${year} ${clock}`;
    const rating = good === null ? "" : good ? "Rất hài lòng" : "Không hài lòng";
    const { received = at(day, "08:00"), finished = at(day + 1, "10:00") } = times;
    return `H${i},1.000001,${agency},${channel},${received},${at(day + 5, "17:00")},${finished},Đã trả kết quả,${rating}`;
  });
  return [header, ...lines].join("\n");
}

/** So many cases a month, the first of each hundred parts good. */
const monthOf = (month: string, percent: number, n: number, more: Partial<Row> = {}): Row[] =>
  Array.from({ length: n }, (_, i) => ({
    month,
    day: 1 + Math.floor((27 * i) / n),
    good: (i * 100) / n < percent,
    ...more,
  }));

/** The last so many months up to September 2025. */
const monthsUpTo = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const at = 2025 * 12 + 8 - (count - 1 - i);
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });

function planOf(targets: string, kpis = ""): string {
  const head = ["id: mau", "title: { vi: Mẫu, en: Sample }", "issuer: Mẫu", "place: Mẫu", "sources: [sample]"];
  return [...head, kpis, "years:", "  2024:", targets, "  2025:", targets].join("\n");
}

const target = (id: string, bound: string, clause = "I.1") =>
  `    - { kpi: ${id}, ${bound}, clause: ${clause}, quote: mẫu, section: quality }`;
const satisfied = planOf(target("satisfaction", "atLeast: 90"));
const rarelyBad = planOf(
  target("bad", "below: 10"),
  `kpis:
  - id: bad
    title: { vi: Không hài lòng, en: Rated badly }
    definition: { vi: Đánh giá thấp., en: Rated badly. }
    clause: "1"
    when: finished
    share: { is: { not: { field: rating, atLeast: 4 } } }
    example:
      cases: [{ rating: 1, finished_at: 2025-09-03 08:00 }, { rating: 5, finished_at: 2025-09-03 08:00 }]
      gives: { numerator: 1, denominator: 2 }`,
);

async function reportOf(rows: readonly Row[], plan: string, ...more: string[]) {
  const dir = folder();
  writeFileSync(join(dir, "log.csv"), logOf(rows));
  writeFileSync(join(dir, "plan.yaml"), plan);
  const args = ["report", join(dir, "log.csv"), "--plan", join(dir, "plan.yaml"), "--month", "2025-09", ...more];
  const json = await kpi([...args, "--format", "json"]);
  if (json.out === "") throw new Error(json.err);
  const text = async (lang: string) => (await kpi([...args, "--format", "markdown", "--lang", lang])).out;
  const report = JSON.parse(json.out) as Report;
  return { report, periodic: report.periodic as NonNullable<Report["periodic"]>, text };
}

describe("what is undecided, cut off or of few cases", () => {
  it("a share that blank channels may turn has no variation, no forecast and no agency that is clear", async () => {
    const rows = monthsUpTo(14).flatMap((month) => [
      ...monthOf(month, 100, 40),
      ...monthOf(month, 0, 40, { channel: "" }),
    ]);
    const { report, periodic } = await reportOf(rows, planOf(target("satisfaction-online", "atLeast: 90")));
    expect(report.results[0].verdict).toBe("undecided");
    expect(periodic.trend.series[0].variation).toBeNull();
    expect(periodic.needs).toEqual([]);
    expect(periodic.funnels).toEqual([]);
  });

  it("a month of 4 ratings after 23 of 200 is no sign; neither is one of which the log has five days", async () => {
    const before = monthsUpTo(24)
      .slice(0, -1)
      .flatMap((month, i) => monthOf(month, i % 2 === 0 ? 90 : 92, 50));
    const few = await reportOf([...before, ...monthOf("2025-09", 75, 4, { day: 25 })], satisfied);
    expect(few.periodic.trend.series[0].variation).toBeNull();
    const cut = await reportOf(
      [...before, ...monthOf("2025-09", 50, 40, { day: 2 })],
      satisfied,
      "--as-of",
      "2025-09-05",
    );
    expect(cut.periodic.trend.series[0].variation).toBeNull();
    expect(cut.periodic.needs[0].forecast).toBeNull();
  });

  it("one bad rating of one, or two of two, is not clearly worse; cases without an agency are no third one", async () => {
    const agencies = ["Xã A", "Xã B", "Xã C"];
    const one = agencies.flatMap((agency) => monthOf("2025-09", 0, 1, { agency }));
    const found = await reportOf(one, planOf(target("satisfaction", "atLeast: 98")));
    expect(found.periodic.funnels[0].points.map(({ finding }) => finding)).toEqual(["usual", "usual", "usual"]);
    const two = [
      ...["Xã A", "Xã B"].flatMap((agency) => monthOf("2025-09", 90, 40, { agency })),
      ...monthOf("2025-09", 0, 20, { agency: "" }),
    ];
    expect((await reportOf(two, satisfied)).periodic.funnels).toEqual([]);
  });
});

describe("what is said of it", () => {
  it("below a ceiling is better: 0 of 100 is ▲, 60 of 100 ▼, and neither above nor short of it", async () => {
    const rows = [100, 90, 40].flatMap((good, i) => monthOf("2025-09", good, 100, { agency: `Xã ${"ABC"[i]}` }));
    const { periodic, text } = await reportOf(rows, rarelyBad);
    expect(periodic.funnels[0].points.map(({ name, finding }) => [name, finding])).toEqual([
      ["Xã A", "better"],
      ["Xã B", "usual"],
      ["Xã C", "worse"],
    ]);
    const said = await text("vi");
    expect(said).toContain("Tỷ lệ không có dấu");
    expect(said).not.toMatch(/vượt chỉ tiêu|vượt rõ/);
    expect(await text("en")).toContain("Xã C");
  });

  it("10 % in each month is never below 10 %: luôn không đạt", async () => {
    const { periodic } = await reportOf(
      monthsUpTo(14).flatMap((month) => monthOf(month, 90, 20)),
      rarelyBad,
    );
    expect(periodic.trend.series[0].variation).toMatchObject({ now: "usual", assurance: "misses" });
  });

  it("eight months at 95 % after sixteen at 80 % are better, and nothing is assured of them: chưa ổn định", async () => {
    const rows = monthsUpTo(24).flatMap((month, i) => monthOf(month, i < 16 ? 80 : 95, 20));
    const { periodic, text } = await reportOf(rows, satisfied);
    expect(periodic.trend.series[0].variation).toMatchObject({ now: "better", assurance: null });
    expect(await text("vi")).toContain("| chưa ổn định |");
  });

  it("four months of nine with 200 cases each are 800 ÷ 9 a month: 267 to come, and not 600", async () => {
    const rows = ["2025-01", "2025-02", "2025-03", "2025-09"].flatMap((month) => monthOf(month, 90, 200));
    const { periodic } = await reportOf(rows, satisfied);
    expect(periodic.needs[0].forecast?.expected).toEqual({ n: 267, from: "run-rate" });
  });

  it("stages of no time at all name none; 500 cases done on their day and one open for 8 days are no caution", async () => {
    const day = { received: "03/09/2025", finished: "03/09/2025" };
    const still = await reportOf(monthOf("2025-09", 90, 30, day), satisfied);
    expect(await still.text("vi")).not.toContain("()");
    const open = { month: "2025-09", good: null, received: "22/09/2025 08:00", finished: "" };
    const dir = folder();
    const text = logOf([...monthOf("2025-09", 90, 500, day), open]).replace(/,Đã trả kết quả,$/, ",Đang xử lý,");
    writeFileSync(join(dir, "log.csv"), text);
    const { out } = await kpi([
      "report",
      join(dir, "log.csv"),
      "--month",
      "2025-09",
      "--lang",
      "vi",
      "--format",
      "markdown",
    ]);
    expect(out).not.toContain("Cảnh báo: hồ sơ đã xong");
    expect(out).toContain("cần dưới 0,1 tuần");
  });

  it("no section of a page is undefined, with the index as plan and signs asked for", async () => {
    const file = join(folder(), "page.html");
    const { err } = await kpi([
      "report",
      "fixtures/sample/cases.csv",
      "--plan",
      "qd-766",
      "--month",
      "2025-09",
      "--signs",
      "--out",
      `html=${file}`,
    ]);
    const { readFileSync } = await import("node:fs");
    expect(err).not.toContain("Error");
    expect(readFileSync(file, "utf8").match(/<h2[^>]*>(undefined|NaN)/)).toBeNull();
  });

  it("a period that is not whole is said to be that, and not to be one of too few", async () => {
    const before = monthsUpTo(20)
      .slice(0, -1)
      .flatMap((month, i) => monthOf(month, 88 + (i % 3), 25));
    const { text } = await reportOf([...before, ...monthOf("2025-09", 90, 20, { day: 2 })], satisfied);
    expect(await text("vi")).toContain("Kỳ này, hoặc kỳ trước đó khiến không đủ 12 kỳ, chưa trọn");
    expect(await text("vi")).not.toContain("Chưa đủ 12 kỳ");
  });

  it("agencies of fewer than ten cases alone are said to be those, and no pair of 0 is spoken of", async () => {
    const rows = ["Xã A", "Xã B", "Xã C"].flatMap((agency) => monthOf("2025-09", 60, 5, { agency }));
    const said = await (await reportOf(rows, satisfied)).text("vi");
    expect(said).toMatch(/Tỷ lệ hài lòng[^\n]*: mọi đơn vị đều có dưới 10 lượt đánh giá, chưa so được với chỉ tiêu\./);
    expect(said).not.toContain("0 cặp");
  });

  it("with nothing to come a cut stands in its days, and a target that is strict asks for less than it", async () => {
    const { out } = await kpi([
      "report",
      "fixtures/sample/cases.csv",
      "--month",
      "2025-09",
      "--expected",
      "0",
      "--format",
      "markdown",
    ]);
    expect(out).not.toMatch(/\d{4,}[.,]\d %/);
    const late = monthsUpTo(9).flatMap((month) => monthOf(month, 90, 20));
    expect(await (await reportOf(late, rarelyBad)).text("en")).not.toContain("of at most 10.00 %");
  });
});
