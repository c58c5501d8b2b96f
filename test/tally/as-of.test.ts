/** The day that is printed is that of the figures: given by `--as-of` it changes none of them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kpi, report, table } from "../run.ts";

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
        expect(given.results).toEqual(made.results);
      }),
      { numRuns: 60 },
    );
  });
});
