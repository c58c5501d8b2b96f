/** A workbook of a report: what is a number is one, with its unit's format, in every column of numbers. */
import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { xlsx } from "../../src/render/xlsx.ts";
import { kpi, planFile, table } from "../run.ts";

const two = (n: number) => String(n).padStart(2, "0");

/** Ten online cases in each month of two years up to September 2025: logged in 5 minutes before, in August 6; nine satisfied. */
function rows(): string[] {
  const months = Array.from({ length: 21 }, (_, i) => `${2024 + Math.floor(i / 12)}-${two((i % 12) + 1)}`);
  return months.flatMap((month) =>
    Array.from({ length: 10 }, (_, i) => {
      const at = (minute: number) => `${month}-${two(1 + 3 * i)} 08:${two(minute)}`;
      const minutes = month.endsWith("08") ? 6 : 5;
      const rating = i === 0 ? 1 : 5;
      return `${month}#${i},online,${at(0)},${at(minutes)},${at(10)},${at(30)},returned,${rating}`;
    }),
  );
}

let bytes: Uint8Array;
const sheet = async (name: string) => (await readSheet(Buffer.from(bytes), name)) as (string | number | null)[][];

beforeAll(async () => {
  const head = "case_id,channel,login_at,submitted_at,received_at,returned_at,status,rating";
  const plan = planFile({ kpi: "submission-time", below: 8 }, { kpi: "satisfaction", atLeast: 80 });
  const args = ["report", table(head, ...rows()), "--plan", plan, "--month", "2025-09"];
  const { out, err } = await kpi([...args, "--format", "json"]);
  if (out === "") throw new Error(err);
  bytes = await xlsx(JSON.parse(out), { language: "vi", colour: false, width: 80 });
});

describe("the workbook", () => {
  it("has the usual variation in numbers: 5 minutes now, about 5.1 in the mean; 90 % of the ratings, from 90 to 90 %", async () => {
    const [over, head, time, ratings] = await sheet("Xu hướng");
    expect(over.slice(0, 5)).toEqual([null, null, null, "Giới hạn dao động", null]);
    expect(head.slice(0, 5)).toEqual(["Chỉ tiêu", "Kỳ này", "Trung bình", "Từ", "Đến"]);
    expect(time[1]).toBe(5);
    expect(time.slice(2, 5).every((value) => typeof value === "number")).toBe(true);
    expect(ratings.slice(1, 5)).toEqual([0.9, 0.9, 0.9, 0.9]);
  });

  it("has what was reached as a share of 81 of 90, and the forecast in numbers, of which 99 % is a bound", async () => {
    const lines = await sheet("Cần đạt");
    const done = lines[0].indexOf("Đã có");
    expect(lines[2][done]).toBe(0.9);
    const at = lines.findIndex(([first], i) => i > 0 && first === "Chỉ tiêu");
    const of = (name: string) => lines[at].indexOf(name);
    for (const row of [lines[at + 1], lines[at + 2]]) {
      for (const name of ["Từ đầu năm", "Từ", "Đến", "Khả năng đạt cả năm", "Dự kiến đến hết năm"]) {
        expect(typeof row[of(name)], `${row[0]}: ${name}`).toBe("number");
      }
      expect(row[of("Khả năng đạt cả năm")]).toBe(0.99);
    }
    const styles = strFromU8(unzipSync(bytes)["xl/styles.xml"]).replaceAll("&quot;", '"');
    expect(styles).toContain('formatCode=""trên "0%"');
  });
});
