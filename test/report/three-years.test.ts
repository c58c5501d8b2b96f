/** The report of September 2025 of a log of three years and 300,000 cases, of which everything is known (three-years.ts). */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import type { Result } from "../../src/judge/verdict.ts";
import type { Periodic, Report } from "../../src/report/report.ts";
import { hashOfFile } from "../../src/run/manifest.ts";
import { folder, kpi } from "../run.ts";
import { casesIn, months, writeLog } from "./three-years.ts";

const month = ["--year", "2025", "--month", "2025-09"];
let file = "";
let report: Report;
let periodic: Periodic;

const formats = ["json", "html", "docx", "xlsx", "markdown", "table"] as const;

/** Every output of one pass over the log, each a file under its name; the folder in which they are. */
async function reported(lang: string, threads: string): Promise<string> {
  const dir = folder();
  const outs = formats.flatMap((format) => ["--out", `${format}=${join(dir, format)}`]);
  const { code, err } = await kpi(["report", file, ...month, ...outs, "--lang", lang, "--threads", threads]);
  expect([code, err]).toEqual([1, ""]);
  return dir;
}

/** What one thread made in each language: the log is read once for all that is printed of it. */
const made = { vi: "", en: "" };
const printed = (lang: "vi" | "en", format: (typeof formats)[number]) => readFileSync(join(made[lang], format), "utf8");

beforeAll(async () => {
  file = join(folder(), "cases.csv");
  writeLog(file);
  for (const lang of ["vi", "en"] as const) made[lang] = await reported(lang, "1");
  report = JSON.parse(printed("en", "json"));
  periodic = report.periodic as Periodic;
}, 60_000);

const resultOf = (results: readonly Result[], id: string) =>
  results.find(({ kpi: one, group }) => one === id && group === null) as Result;
const moveOf = (id: string, side: string | null = null) =>
  periodic.moves.find(({ key, side: one }) => key.startsWith(`${id}@`) && one === side);

describe("what is known in advance", () => {
  it("300,000 rows are read, and 9,000 of them were received in September 2025", () => {
    expect(report.ledger.read).toBe(300_000);
    expect(Array.from({ length: months }, (_, m) => casesIn(m)).reduce((a, b) => a + b)).toBe(300_000);
    expect(resultOf(report.results, "record-digitisation-share").measure).toMatchObject({ denominator: 9000 });
  });

  it("the time to submit falls by 6 s a month: 7.6 minutes in October 2024, 6.5 in September 2025", () => {
    const trend = periodic.trend.series.find(({ key }) => key.startsWith("submission-time@"));
    // m = 12 to 35: 600 − 6 m seconds.
    const minutes = Array.from({ length: 24 }, (_, i) => (600 - 6 * (12 + i)) / 60);
    expect(trend?.points.map(({ value }) => value)).toEqual(minutes);
    // Online are five tenths of 9,000 until March 2025 (m = 26), then six, then seven from July (m = 27 to 35).
    expect(trend?.points.slice(12).map(({ n }) => n)).toEqual([5400, 5400, 5400, ...Array(9).fill(6300)]);
    expect(moveOf("submission-time")).toMatchObject({ before: 6.6, now: 6.5, performance: expect.closeTo(-0.1, 12) });
  });

  it("every procedure is a quarter faster online, in every month; September's mix turns a cut of 25 % into a rise", () => {
    const cut = (results: readonly Result[]) => resultOf(results, "processing-time-reduction");
    expect(cut(report.results).alongside.likeForLike).toBeCloseTo(25, 9);
    expect(cut(report.results).verdict).toBe("fail");
    expect(cut(report.results).measure?.value).toBeLessThan(0);
    expect(cut(periodic.before?.results ?? []).verdict).toBe("pass");
    const online = moveOf("processing-time-reduction", "online");
    // 45 and 180 hours before and now: nothing is by the procedures.
    expect(online?.performance).toBe(0);
    expect(online?.mix).toBeGreaterThan(100_000);
    expect(online?.likeForLike).toEqual({ before: expect.closeTo(25, 9), now: expect.closeTo(25, 9) });
  });

  it("agencies 11 and 12, which satisfy one of two, are the whole of the miss in satisfaction", () => {
    const miss = periodic.misses.find(({ key, by }) => key.startsWith("satisfaction-online@") && by === "agency");
    expect(miss?.groups.map(({ name }) => name)).toEqual(["UBND xã số 11", "UBND xã số 12"]);
    expect(miss?.more).toBe(0);
    const groups = report.results.filter(
      ({ kpi: id, group }) => id === "satisfaction-online" && group?.by === "agency",
    );
    const parts = groups.map(({ measure }) => {
      if (measure?.kind !== "ratio") throw new Error("a share");
      return 0.9 * measure.denominator - measure.numerator;
    });
    // What each is short of, or has to spare, adds up to what the whole is short of.
    expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(miss?.total ?? 0, 6);
  });

  it("96 of 100 records are digitised, always: 360 of 9,000 short of 100 %, which the year cannot reach any more", () => {
    const miss = periodic.misses.find(({ key, by }) => key.startsWith("record-digitisation-share@") && by === "agency");
    expect(miss?.total).toBe(360);
    const need = periodic.needs.find(({ key }) => key.startsWith("record-digitisation-share@"));
    // 81,000 in nine months, 27,000 in the last three months of 2024.
    expect(need).toMatchObject({
      state: "unreachable",
      done: { sum: 77_760, n: 81_000 },
      expected: { n: 27_000, from: "year-before" },
      required: 112,
    });
  });
});

describe("form II.06a against SQL", () => {
  it.each([
    ["calendar", "2025-09-01", "2025-09-30", []],
    ["statutory", "2025-08-15", "2025-09-14", ["--statutory"]],
  ] as const)(
    "%s September 2025: eleven columns by field are those of a count by DuckDB",
    async (_, from, to, options) => {
      const { out } = await kpi(["report", file, ...month, ...options, "--format", "json", "--threads", "1"]);
      const { form } = JSON.parse(out).periodic as Periodic;
      const connection = await (await DuckDBInstance.create(":memory:")).connect();
      const { asOf } = JSON.parse(out).options;
      const { rows } = await connection
        .runAndReadAll(
          `with log as (
           select "Lĩnh vực" as field, "Hình thức nộp" as channel,
             strptime("Ngày tiếp nhận", '%d/%m/%Y %H:%M:%S') as received,
             -- What was due before it was received has no due time.
             case when strptime("Ngày hẹn trả", '%d/%m/%Y %H:%M:%S') >= strptime("Ngày tiếp nhận", '%d/%m/%Y %H:%M:%S')
               then strptime("Ngày hẹn trả", '%d/%m/%Y %H:%M:%S') end as due,
             strptime(nullif("Ngày kết thúc xử lý", ''), '%d/%m/%Y %H:%M:%S') as done
           from read_csv('${file.replaceAll("\\", "/")}', header = true, all_varchar = true)),
         timed as (
           select *, received::date between '${from}' and '${to}' as came, received::date < '${from}' as earlier,
             coalesce(done::date, '2999-01-01'::date) as ended from log),
         marked as (
           select *, earlier and ended >= '${from}' as carried, ended between '${from}' and '${to}' as resolved,
             received::date <= '${to}' and ended > '${to}' as open,
             due < least('${to}'::date, '${asOf}'::date) + interval 1 day - interval 1 second as past from timed)
         select field,
           count(*) filter (came or carried), count(*) filter (came and channel = 'Trực tuyến'),
           count(*) filter (came and channel <> 'Trực tuyến'), count(*) filter (carried),
           count(*) filter (resolved), count(*) filter (resolved and done <= due and done::date < due::date),
           count(*) filter (resolved and (due is null or (done <= due and done::date = due::date))), count(*) filter (resolved and done > due),
           count(*) filter (open), count(*) filter (open and past is not true), count(*) filter (open and past)
         from marked group by field order by field`,
        )
        .then((result) => ({ rows: result.getRows() }));
      const counted = rows.map(([field, ...numbers]) => [field, ...numbers.map(Number)]);
      const made = form?.fields.map(({ field, ...row }) => [field, ...Object.values(row)]);
      expect(made).toEqual(counted);
      expect(counted).toHaveLength(2);
    },
  );
});

describe("what a reader asks", () => {
  it("who is really worse: communes 11 and 12, which satisfy 1 of 2, and none of the ten that satisfy 19 of 20", () => {
    const found = periodic.funnels.flatMap(({ key, points }) =>
      points.filter(({ finding }) => finding !== "usual").map(({ name, finding }) => [key, name, finding]),
    );
    expect(found).toEqual([
      ["satisfaction-online@I.2.a", "UBND xã số 11", "worse"],
      ["satisfaction-online@I.2.a", "UBND xã số 12", "worse"],
    ]);
  });

  it("what really changed: the cut is worse, outside its limits; the time to submit is better; the others vary as they do", () => {
    const now = periodic.trend.series.map(({ key, variation }) => [key.split("@")[0], variation?.now ?? null]);
    expect(Object.fromEntries(now)).toMatchObject({
      "processing-time-reduction": "worse",
      "submission-time": "better",
      "satisfaction-online": "usual",
      "record-digitisation-share": "usual",
    });
  });

  it("will the year be met: 8 minutes surely, 90 % satisfied and all records digitised never, the cut perhaps", () => {
    const probability = (id: string) => {
      const need = periodic.needs.find(({ key }) => key.startsWith(`${id}@`));
      return need?.forecast?.probability as number;
    };
    expect(probability("submission-time")).toBe(1);
    expect(probability("satisfaction-online")).toBeLessThan(0.01);
    expect(probability("record-digitisation-share")).toBe(0);
    expect(probability("processing-time-reduction")).toBeGreaterThan(0.5);
    expect(probability("processing-time-reduction")).toBeLessThan(0.95);
  });

  it("what waits, by commune, and where the time goes: ages, days past due and means are those of DuckDB", async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const log = `(select "Đơn vị xử lý" as agency, strptime("Ngày tiếp nhận", '%d/%m/%Y %H:%M:%S') as received,
        strptime("Ngày hẹn trả", '%d/%m/%Y %H:%M:%S') as due, strptime(nullif("Ngày kết thúc xử lý", ''), '%d/%m/%Y %H:%M:%S') as done
      from read_csv('${file.replaceAll("\\", "/")}', header = true, all_varchar = true))`;
    const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(Number));
    const { waiting, stages } = periodic;
    const open = `from (select *, '2025-09-30'::date - received::date as age, '2025-09-30'::date - due::date as past
      from ${log} where received < '2025-10-01' and (done is null or done >= '2025-10-01'))`;
    const told = waiting?.agencies.map((one) => [
      one.open,
      one.medianAge,
      one.age92,
      ...one.ages,
      ...one.pastDue,
      one.within.inTime,
    ]);
    const counted = await ask(`select count(*), quantile_disc(age, 0.5), quantile_disc(age, 0.92),
      count(*) filter (age <= 5), count(*) filter (age between 6 and 10), count(*) filter (age between 11 and 20),
      count(*) filter (age between 21 and 30), count(*) filter (age between 31 and 60), count(*) filter (age between 61 and 90), count(*) filter (age > 90),
      count(*) filter (past between 0 and 3), count(*) filter (past between 4 and 7), count(*) filter (past between 8 and 15),
      count(*) filter (past between 16 and 30), count(*) filter (past > 30), count(*) filter (past < 0)
      ${open} group by agency order by count(*) desc, agency`);
    expect(told).toEqual(counted);
    const [[n, mean, late, lateMean]] =
      await ask(`select count(*), avg(epoch(done) - epoch(received)), count(*) filter (done > due and due >= received),
      avg(epoch(done) - epoch(received)) filter (done > due) from ${log} where done >= '2025-09-01' and done < '2025-10-01'`);
    const whole = stages?.stages.find(({ from }) => from === "receivedAt");
    expect([stages?.cases, stages?.late, whole?.n]).toEqual([n, late, n]);
    expect(whole?.mean).toBeCloseTo(mean, 6);
    expect(lateMean).toBeGreaterThan(0);
    // The mean of what ended, of the cases received in the 365 days up to the end: since 1 October 2024.
    const [[ended, days]] = await ask(`select count(*), avg(done::date - received::date) from ${log}
      where received >= '2024-10-01' and done < '2025-10-01'`);
    expect(waiting?.total.times?.finished).toBe(ended);
    expect(waiting?.total.times?.finishedMean).toBeCloseTo(days, 9);
  });
});

describe("golden reports", () => {
  it.each(["vi", "en"] as const)("the report in Markdown, %s, is test/golden/report-2025-09.LANG.md", async (lang) => {
    await expect(printed(lang, "markdown")).toMatchFileSnapshot(`../golden/report-2025-09.${lang}.md`);
  });

  it.each(["vi", "en"] as const)("the table, %s, begins with what the report comes to", async (lang) => {
    await expect(printed(lang, "table")).toMatchFileSnapshot(`../golden/report-2025-09.${lang}.txt`);
  });

  it("the page, vi, is test/golden/report-2025-09.html; its one script is under 6 KB, it fetches nothing, and has less than 500 KB", async () => {
    const out = printed("vi", "html");
    await expect(out).toMatchFileSnapshot("../golden/report-2025-09.html");
    expect(Buffer.byteLength(out)).toBeLessThan(500_000);
    const scripts = [...out.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script);
    expect(scripts).toHaveLength(1);
    expect(Buffer.byteLength(scripts[0])).toBeLessThan(6_000);
    expect(scripts[0]).not.toMatch(/fetch|XMLHttp|WebSocket|import|localStorage|innerHTML|eval/);
    expect(out).not.toMatch(/<script |<link|<img|src=|url\(|@import|https?:(?!\/\/www\.w3\.org)/);
  });

  it("the same bytes on 1 and 3 threads, of json, html, docx and xlsx", async () => {
    if (!existsSync(join("dist", "thread.cjs"))) throw new Error("not built");
    const hashes = (dir: string) => formats.map((format) => [format, hashOfFile(join(dir, format))]);
    expect(hashes(await reported("en", "3"))).toEqual(hashes(made.en));
  });
});

describe("the workbook", () => {
  it("has a sheet a section, numbers as numbers, shares as fractions shown in percent, verdicts in words", async () => {
    const buffer = readFileSync(join(made.vi, "xlsx"));
    const rows = async (sheet: string) => (await readSheet(buffer, sheet)) as unknown[][];
    const results = await rows("Kết quả");
    // Two rows of heads: over the periods, and the columns.
    expect(results[1].slice(0, 5)).toEqual(["Chỉ tiêu", "Kết quả", "Chỉ tiêu giao", "Đánh giá", "Số lượng"]);
    const digitised = results.find(([name]) => String(name).startsWith("Tỷ lệ số hóa hồ sơ"));
    expect(digitised?.slice(1, 5)).toEqual([0.96, "≥ 100%", "✗ CHƯA ĐẠT", 9000]);
    const form = await rows("Biểu II.06a");
    const total = form.find(([, name]) => name === "Tổng số");
    expect(total?.slice(2)).toEqual(Object.values(periodic.form?.total ?? {}));
    const groups = await rows("Theo nhóm");
    const measured = report.results.filter(({ group, measure }) => group !== null && measure !== null);
    // Its heads, and a row a group and KPI; what stands below is words.
    expect(
      groups.filter(([by]) => by === "Đơn vị" || by === "Lĩnh vực" || by === "Thủ tục" || by === "Hình thức nộp"),
    ).toHaveLength(measured.length);
    for (const sheet of ["Tóm tắt", "Xu hướng", "Thay đổi", "Cần đạt", "Đang giải quyết", "Dữ liệu", "Cách tính"]) {
      expect((await rows(sheet)).length, sheet).toBeGreaterThan(3);
    }
  });
});
