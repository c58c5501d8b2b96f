/** What a report says of a change, a run of misses and a figure that is not there: each held against what it is of. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, kpi, report, table } from "../run.ts";

const headers = "case_id,channel,received_at,returned_at,status,rating";
/** Online cases of a month, so many of them content. */
const rated = (month: string, cases: number, content: number) =>
  Array.from({ length: cases }, (_, i) => {
    const day = `2025-${month}-02`;
    return `${month}-${i},online,${day} 08:00,${day} 10:00,returned,${i < content ? 5 : 1}`;
  });
const told = async (file: string, ...args: string[]) =>
  (await kpi(["report", file, "--year", "2025", ...args, "--out", "markdown=-", "--quiet"])).out;
/** How often a name stands in the text of a picture. */
const namesInCharts = (page: string, name: string) =>
  (page.match(/<svg.*?<\/svg>/gs) ?? []).reduce((sum, svg) => sum + svg.split(name).length - 1, 0);
const ofRatings = ["--month", "2025-09", "--kpi", "satisfaction-online"];

describe("a report says", () => {
  it("that 1,799 of 2,000 after 1,800 is 0.05 points lower, and not unchanged", async () => {
    const file = table(headers, ...rated("08", 2000, 1800), ...rated("09", 2000, 1799));
    const out = await told(file, ...ofRatings, "--lang", "en");
    expect(out).toContain("0.05 percentage points");
    expect(out).not.toContain("unchanged");
    expect(await told(file, ...ofRatings, "--lang", "vi")).toMatch(/−0,05 \|/);
  });

  it("that two agencies are a second too long alike, in as many decimals as that takes, and no 0.0 minutes", async () => {
    const row = (id: string, agency: string, channel: string, end: string) =>
      `${id},${agency},${channel},2025-09-02 08:00:00,2025-09-02 ${end},returned`;
    const file = table(
      "case_id,agency,channel,received_at,returned_at,status",
      // In person 2 hours: of online cases 1 h 36 min is the target, and these take a second more each.
      row("A1", "Sở A", "in_person", "10:00:00"),
      row("A2", "Sở B", "in_person", "10:00:00"),
      row("A3", "Sở A", "online", "09:36:01"),
      row("A4", "Sở B", "online", "09:36:01"),
    );
    const args = ["--month", "2025-09", "--kpi", "processing-time-reduction", "--lang"];
    const [vi, en] = [await told(file, ...args, "vi"), await told(file, ...args, "en")];
    expect(vi).toContain("mỗi đơn vị dài hơn 0,02 phút");
    expect(vi).toContain("Sở A (0,02 phút/1 hồ sơ)");
    expect(vi).not.toMatch(/[^\d,]0,0 phút/);
    expect(en).toContain("0.02 min");
    expect(en).not.toMatch(/[^\d.]0\.0 min/);
  });

  it("beside each other in a picture, +0,20 and −0,01 of days without their unit: the ends have it", async () => {
    const out = join(folder(), "a.html");
    const sample = "fixtures/sample/cases.csv";
    await kpi(["report", sample, "--month", "2025-09", "--lang", "vi", "--out", `html=${out}`, "--quiet"]);
    const drawn = [...readFileSync(out, "utf8").matchAll(/<figure class="chart steps">.*?<svg.*?<\/svg>/gs)];
    const texts = drawn.flatMap(([figure]) =>
      [...figure.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text),
    );
    expect(texts).toContain("+0,20");
    expect(texts).toContain("1,88 ngày");
    expect(texts.filter((text) => /^[−+].*ngày$/.test(text))).toEqual([]);
  });

  it("in English whole names as Vietnamese: Hải An, and Đăng ký kinh doanh, are one each", async () => {
    const rows = ["UBND phường Hải An", "Sở Y tế"].flatMap((agency, a) =>
      [1, 2, 3, 4, 5, 6].map(
        (i) =>
          `${a}${i},${agency},Đăng ký kinh doanh,online,2025-09-02 08:00,2025-09-02 10:00,returned,${i > 3 ? 5 : 1}`,
      ),
    );
    const file = table("case_id,agency,field,channel,received_at,returned_at,status,rating", ...rows);
    const out = join(folder(), "a.html");
    await kpi(["report", file, ...ofRatings, "--year", "2025", "--lang", "en", "--out", `html=${out}`, "--quiet"]);
    const page = readFileSync(out, "utf8");
    for (const name of ["UBND phường Hải An", "Đăng ký kinh doanh"]) {
      expect(page).toContain(`<span lang="vi">${name}</span>`);
      expect(page.split(name).length).toBe(
        page.split(`<span lang="vi">${name}</span>`).length + namesInCharts(page, name),
      );
    }
  });

  it("missed in 3 of the 4 periods that are judged, and no run over May, July and August, of which nothing is known", async () => {
    const months = [
      ["03", 10],
      ["04", 5],
      ["06", 5],
      ["09", 5],
    ] as const;
    const file = table(headers, ...months.flatMap(([month, content]) => rated(month, 10, content)));
    const out = await told(file, ...ofRatings, "--lang", "en");
    expect(out).toContain("missed in 3 of the 4 periods that are judged;");
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
});

it("the share of Decision 766 is 2 of 4 in every output, where 2 late cases have no receipt; without a due day it is a range, and in none", async () => {
  const head = "case_id,received_at,due_at,finished_at,returned_at,status";
  const row = (id: string, from: string, due: string, end: string) => `${id},${from},${due},${end},${end},returned`;
  const file = table(
    head,
    row("A1", "2025-09-03", "2025-09-10", "2025-09-05"),
    row("A2", "", "2025-09-10", "2025-09-15"),
    row("A3", "", "2025-09-10", "2025-09-15"),
    "A4,2025-09-29,2025-10-10,,,processing",
  );
  const shareOf = async (log: string, ...args: string[]) => {
    const { out } = await kpi(["report", log, "--month", "2025-09", "--allow-no-data", "--format", "json", ...args]);
    return JSON.parse(out).service.index;
  };
  const half = { inTime: 2, of: 4 };
  expect([await shareOf(file), await shareOf(file, "--plan", "qd-766")]).toEqual([half, half]);
  expect((await report([file, "--year", "2025"])).service?.index).toEqual(half);
  const other = table(
    head,
    row("A1", "2025-09-03", "", "2025-09-05"),
    row("A2", "2025-09-03", "2025-09-10", "2025-09-15"),
  );
  expect([await shareOf(other), await shareOf(other, "--plan", "qd-766")]).toEqual([null, null]);
  expect((await report([other, "--year", "2025"])).service?.index).toBeNull();
});

describe("a case past due on 30/9 and done on 3/10", () => {
  const head = "case_id,received_at,due_at,finished_at,returned_at,status";
  const late = "A1,2025-09-09 10:00,2025-09-10 12:00,2025-10-03 10:00,2025-10-05 12:00,returned";
  const inTime = "A2,2025-09-09 10:00,2025-09-12 12:00,2025-09-11 10:00,2025-09-11 12:00,returned";
  /** Past due on 30/9 too, and open still. */
  const open = "A3,2025-09-09 10:00,2025-09-29 12:00,,,processing";
  const line = (out: string) => out.replace(/\s+/g, " ");
  const check = async (file: string, ...args: string[]) =>
    line((await kpi(["check", file, "--year", "2025", "--plan", "qd-766", ...args])).out);
  const share = async (file: string, period: string) =>
    (await report([file, "--year", "2025", "--period", period, "--kpi", "on-time-share"])).results[0].measure;

  it("is open at September's end and late in October: 1 of 1, and the one of 1 overdue that was done later is told", async () => {
    const file = table(head, late, inTime);
    const out = await told(file, "--month", "2025-09", "--lang", "en");
    expect(out).toContain("1 of 1 done in the period, or due in it and not done by the end of 5 Oct 2025");
    expect(out).toContain("at the end 1 open case overdue; of these 1 was done later, and counts late in the period");
    expect(await told(file, "--month", "2025-09", "--lang", "vi")).toContain(
      "còn 1 hồ sơ quá hạn; trong đó 1 hồ sơ được giải quyết sau đó: tính là trễ hạn trong kỳ giải quyết xong",
    );
    expect(await share(file, "2025-09")).toMatchObject({ numerator: 1, denominator: 1 });
    expect(await share(file, "2025-10")).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it("is told by check and by explain, and both days stand beside the period: 30/9 of open cases, 5/10 of the log", async () => {
    const file = table(head, late, inTime);
    const out = await check(file, "--period", "2025-09", "--lang", "en");
    expect(out).toContain(
      "; 1 more case past due at the end of the period was done later, and counts late in the period",
    );
    expect(out).toContain("as of the end of 30 Sep 2025 (the log speaks up to the end of 5 Oct 2025)");
    expect(await check(file, "--period", "2025-09", "--lang", "vi")).toContain(
      "; ngoài ra 1 hồ sơ quá hạn khi hết kỳ, được giải quyết sau đó: tính là trễ hạn trong kỳ giải quyết xong",
    );
    const way = ["explain", "on-time-share", file, "--case", "A1", "--period", "2025-09", "--lang", "en"];
    expect(line((await kpi(way)).out)).toContain("it was past due at the end of the period and was done later");
  });

  it("is 1 in the JSON of the whole month and of its parts, beside one that is open still; of September alone nothing is said", async () => {
    const file = table(head, late, inTime, open);
    const part = join(folder(), "a.kpi.json");
    expect((await kpi(["tally", file, "--out", part])).code).toBe(0);
    for (const one of [file, part]) {
      const { service } = await report([one, "--year", "2025", "--plan", "qd-766", "--period", "2025-09"]);
      expect(service).toMatchObject({ onTime: 1, of: 2, doneLater: 1 });
    }
    const whole = await report([file, "--year", "2025", "--plan", "qd-766"]);
    expect(whole.service).not.toHaveProperty("doneLater");
    const asOf = await report([
      file,
      "--year",
      "2025",
      "--plan",
      "qd-766",
      "--period",
      "2025-09",
      "--as-of",
      "2025-09-30",
    ]);
    expect(asOf.service).toMatchObject({ onTime: 1, of: 3 });
    expect(asOf.service).not.toHaveProperty("doneLater");
    // Of days within a half-month it is not known.
    const days = await report([file, "--year", "2025", "--plan", "qd-766", "--period", "2025-09-01..2025-09-20"]);
    expect(days.service).not.toHaveProperty("doneLater");
  });

  it("alone: 0 of 0 in September, and the line says that it was done later", async () => {
    const out = await check(table(head, late), "--period", "2025-09", "--lang", "en");
    expect(out).toContain(" 1 case past due at the end of the period was done later");
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
