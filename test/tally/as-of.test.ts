/** The day that is printed is that of the figures: given by `--as-of` it changes none of them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { kpi, planFile, report, table } from "../run.ts";
import { runs } from "../runs.ts";

const args = ["--year", "2025", "--kpi", "all"];

describe("the as-of day", () => {
  it("is that of the last rating, 10/12, where the last end is of 5/12 and the last return of 10/12; with it the same figures", async () => {
    const file = table(
      "case_id,channel,received_at,finished_at,returned_at,rating,rated_at",
      "1,online,2025-12-01 08:00,2025-12-05 08:00,2025-12-05 08:00,5,2025-12-06 08:00",
      "2,online,2025-12-01 08:00,2025-12-05 08:00,2025-12-08 08:00,1,2025-12-09 08:00",
      "3,in_person,2025-12-01 08:00,2025-12-05 08:00,2025-12-10 08:00,5,2025-12-10 10:00",
    );
    const made = await report([file, ...args]);
    expect(made.options.asOf).toBe("2025-12-10");
    expect((await report([file, ...args, "--as-of", "2025-12-10"])).results).toEqual(made.results);
    expect((await kpi(["check", file, ...args, "--lang", "en"])).out).toContain("as of the end of 10 Dec 2025");
  });

  it("is not that of a return that was promised to an open case, nor of a day of rating without a rating", async () => {
    const file = table(
      "case_id,received_at,returned_at,status,rating,rated_at",
      "1,2025-12-01 08:00,2025-12-24 08:00,Đang xử lý,,",
      "2,2025-12-01 08:00,2025-12-03 08:00,Đã trả kết quả,,2025-12-20 08:00",
    );
    expect((await report([file, ...args])).options.asOf).toBe("2025-12-03");
  });

  it("an end of next May among 1,000 cases is a slip, and has not happened: the cut is that of --as-of, and the case is open", async () => {
    const rows = (back: string) =>
      Array.from({ length: 1000 }, (_, i) => {
        const day = `2025-0${1 + (i % 6)}-${String(1 + (i % 20)).padStart(2, "0")}`;
        const end = i === 500 ? back : `${day} 1${i % 2}:00`;
        return `${i},${i % 2 === 0 ? "online" : "in_person"},${day} 08:00,${end},returned`;
      });
    const of = (back: string, ...more: string[]) =>
      report([table("case_id,channel,received_at,returned_at,status", ...rows(back)), ...args, ...more]);
    const cut = ({ results }: Awaited<ReturnType<typeof report>>) =>
      results.find(({ kpi: id }) => id === "processing-time-reduction");
    const made = await of("2026-05-20 10:00");
    // 499 online cases of 2 hours and 500 in person of 3.
    expect(cut(made)?.measure).toMatchObject({
      online: { n: 499, sum: 499 * 7200 },
      inPerson: { n: 500, sum: 500 * 10_800 },
    });
    expect(made.options.asOf).toBe("2025-06-20");
    expect(made.notes).toContainEqual({ code: "stray-end", data: { day: "2026-05-20", asOf: "2025-06-20" } });
    expect(made.ledger.issues.map(({ code, count }) => [code, count])).toEqual([["after-as-of", 1]]);
    expect(cut(await of("2026-05-20 10:00", "--as-of", "2025-06-20"))?.measure).toEqual(cut(made)?.measure);
  });

  it("of an end 62 days behind 120 others, that may be real: 33.3 % without it, −1.7 % with it, so 20 % is undecided, in either order of files", async () => {
    const month = (name: string, back: string | null) => [
      ...Array.from({ length: 120 }, (_, i) => {
        const day = 1 + (i % 20);
        const date = (n: number) => `2025-${name}-${String(n).padStart(2, "0")} 08:00`;
        return `${name}${i},${i % 2 === 1 ? "online" : "in_person"},${date(day)},${date(day + (i % 2 === 1 ? 2 : 3))},returned`;
      }),
      ...(back === null ? [] : [`X,online,2025-${name}-05 08:00,${back},returned`]),
    ];
    const log = (...rows: string[]) => table("case_id,channel,received_at,returned_at,status", ...rows);
    const only = ["--year", "2025", "--kpi", "processing-time-reduction"];
    const [result] = (await report([log(...month("09", "2025-11-10 09:00")), ...only])).results;
    expect(result).toMatchObject({ verdict: "undecided", reason: "day-in-doubt", measure: { online: { n: 60 } } });
    // 60 of 2 days, 1 of 66 days and an hour: 186.04 ÷ 61 = 3.05 days against 3.
    expect(result.bounds?.map((value) => Math.round(value * 10) / 10)).toEqual([-1.7, 33.3]);
    const { out } = await kpi(["check", log(...month("09", "2025-11-10 09:00")), ...only, "--lang", "vi"]);
    expect(out.replaceAll(/\s+/g, " ")).toContain("kết luận khác nhau tùy các mốc thời gian nằm sau ngày tính số liệu");
    expect(out).toMatch(/−1,7% – 33,3%/);
    // A report's year to date is undecided as the check of the year is, whatever period it is of.
    const quarter = await kpi([
      ...["report", log(...month("09", "2025-11-10 09:00")), "--quarter", "2025-Q4", "--plan", "hai-phong-219"],
      ...["--kpi", "processing-time-reduction", "--format", "json"],
    ]);
    const { yearToDate, before } = (JSON.parse(quarter.out) as Report).periodic as NonNullable<Report["periodic"]>;
    expect(yearToDate.results[0]).toMatchObject({ verdict: "undecided", reason: "day-in-doubt" });
    expect(yearToDate.summary).toMatchObject({ pass: 0, undecided: 1 });
    // The quarter before has nothing of it.
    expect(before?.results[0]).toMatchObject({ verdict: "pass" });
    expect((await kpi(["help", "day-in-doubt"])).out).toContain("where the day is real");
    // Where October is there too, nothing lies behind it.
    const both = [log(...month("09", "2025-11-10 09:00")), log(...month("10", null))];
    for (const files of [both, both.toReversed()]) {
      expect((await report([...files, ...only])).results[0]).toMatchObject({
        verdict: "fail",
        measure: { online: { n: 121 } },
      });
    }
  });

  it("of an unknown status whose return lies behind it: 100 % and 80.4 % on time are undecided for 95 %", async () => {
    const rows = [
      ...Array.from({ length: 40 }, (_, i) => {
        const day = 1 + (i % 20);
        const date = (n: number) => `2025-06-${String(n).padStart(2, "0")}`;
        return `A${i},${date(day)} 08:00,${date(day + 5)} 17:00,${date(day + 3)} 10:00,Đã trả kết quả`;
      }),
      ...Array.from({ length: 10 }, (_, i) => `B${i},2025-06-20 08:00,2025-06-28 17:00,,Đang xử lý`),
      "C,2025-06-20 08:00,2025-07-08 17:00,2025-07-05 10:00,Phát kết quả",
    ];
    const file = table("case_id,received_at,due_at,returned_at,status", ...rows);
    const plan = planFile({ kpi: "on-time-share", atLeast: 95 });
    const [result] = (await report([file, "--year", "2025", "--plan", plan])).results;
    expect(result).toMatchObject({ verdict: "undecided", reason: "day-in-doubt" });
    // 41 of 51 where the ten were overdue on 5 July.
    expect(result.bounds?.[0]).toBeCloseTo((100 * 41) / 51, 6);
  });

  it("is not moved by the return of a status that no table knows: 5 of 5 in time and one left out, not 6 of 6", async () => {
    const row = (id: number, back: string, status: string) =>
      `${id},2025-09-0${id} 08:00,2025-09-10 17:00,${back},${status}`;
    const rows = [1, 2, 3, 4, 5].map((i) => row(i, `2025-09-0${i + 1} 10:00`, "Đã trả kết quả"));
    const of = (...lines: string[]) =>
      report([
        table("case_id,received_at,due_at,returned_at,status", ...lines),
        "--year",
        "2025",
        "--kpi",
        "on-time-share",
      ]);
    const promised = await of(...rows, row(6, "2025-12-31 17:00", "Chuyển bước"));
    expect(promised.options.asOf).toBe("2025-09-06");
    expect(promised.results[0]).toMatchObject({
      measure: { numerator: 5, denominator: 5 },
      excluded: { "bad-status": 1 },
    });
    // Where most ends are of such words they are what ends look like there.
    const all = await of(...rows.map((line) => line.replace("Đã trả kết quả", "Chuyển bước")));
    expect(all.options.asOf).toBe("2025-09-06");
    expect(all.results[0].measure).toMatchObject({ numerator: 5, denominator: 5 });
  });

  it("is that of a late return whatever its status is called: of 80 in time and 10 late by a week 88.9 %, and of one 99 days late 100 %", async () => {
    const rows = Array.from({ length: 80 }, (_, i) => `A${i},2025-09-01,2025-09-05,2025-09-0${2 + (i % 3)},returned`);
    const of = async (back: string, count: number) => {
      const late = Array.from({ length: count }, (_, i) => `L${i},2025-09-01,2025-09-05,${back},Phát tận tay`);
      const log = table("case_id,received_at,due_at,returned_at,status", ...rows, ...late);
      const made = await report([log, "--year", "2025", "--kpi", "on-time-share"]);
      return [made.options.asOf, made.results[0].measure];
    };
    expect(await of("2025-09-12", 10)).toMatchObject(["2025-09-12", { numerator: 80, denominator: 90 }]);
    // More than a month behind all else it may as well be a slip of the pen.
    expect(await of("2025-12-13", 1)).toMatchObject(["2025-09-04", { numerator: 80, denominator: 80 }]);
    // A day at or before the due one may have been promised.
    expect(await of("2025-09-05", 10)).toMatchObject(["2025-09-04", { numerator: 80, denominator: 80 }]);
  });

  const time = fc.option(
    fc.tuple(fc.integer({ min: 0, max: 89 }), fc.boolean()).map(([day, isDay]) => {
      const date = new Date(Date.UTC(2025, 8, 1 + day)).toISOString().slice(0, 10);
      return isDay ? date : `${date} 09:00`;
    }),
    { nil: "", freq: 4 },
  );
  const row = fc.record({
    channel: fc.constantFrom("online", "in_person", "", "zz"),
    login_at: time,
    submitted_at: time,
    received_at: time,
    transferred_at: time,
    due_at: time,
    finished_at: fc.oneof(time, fc.constant("chờ ký")),
    returned_at: fc.oneof(time, fc.constant("chờ ký")),
    status: fc.constantFrom("returned", "finished", "processing", "withdrawn", "", "zz"),
    rating: fc.constantFrom("Hài lòng", "Không hài lòng", "", "zz"),
    rated_at: time,
    electronic_result: fc.constantFrom("Có", "Không", "", "zz"),
  });
  const columns = ["submitted_at", "finished_at", "returned_at", "rated_at", "status"];

  it("that is printed changes no figure of random logs, whatever columns they lack", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), fc.subarray(columns), async (rows, dropped) => {
        const header = Object.keys(rows[0]).filter((column) => !dropped.includes(column));
        const lines = rows.map((one, i) => [i, ...header.map((column) => one[column as "status"])].join(","));
        const file = table(["case_id", ...header].join(","), ...lines);
        const more = [...args, "--max-rejects", "100%"];
        const made = await report([file, ...more]);
        if (made.options.asOf === null) return;
        const given = await report([file, ...more, "--as-of", made.options.asOf]);
        // A day that is given is in no doubt.
        const keys = made.results.filter(({ reason }) => reason !== "day-in-doubt").map(({ key }) => key);
        const of = ({ results }: typeof made) => results.filter(({ key }) => keys.includes(key));
        expect(of(given)).toEqual(of(made));
      }),
      { numRuns: runs(20) },
    );
  });
});
