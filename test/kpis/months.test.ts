/** What is due counts in one month, the one of its due day: months add up to their quarters, quarters to the year. */
import { describe, expect, it } from "vitest";
import { log, report, table } from "../run.ts";

const months = Array.from({ length: 12 }, (_, m) => `2025-${String(m + 1).padStart(2, "0")}`);
const quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];

/** A log that goes on to 2026. */
const later = () => table("case_id,received_at,returned_at,channel,rating", "1,2026-02-01,2026-02-02,online,5");

async function shares(args: readonly string[], periods: readonly string[]): Promise<[number, number][]> {
  const found: [number, number][] = [];
  for (const period of periods) {
    const [{ measure }] = (await report([...args, "--period", period])).results;
    if (measure?.kind !== "ratio") throw new Error("no share");
    found.push([measure.numerator, measure.denominator]);
  }
  return found;
}

const sum = (shares: readonly [number, number][]) =>
  shares.reduce(([a, b], [n, d]): [number, number] => [a + n, b + d], [0, 0] as [number, number]);

/** Numbers that a seed gives, below a bound. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

/** A day of 2025; one in four is the last of its month. */
function day(roll: (below: number) => number): string {
  const m = roll(12);
  const last = new Date(Date.UTC(2025, m + 1, 0)).getUTCDate();
  return new Date(Date.UTC(2025, m, roll(4) === 0 ? last : 1 + roll(last))).toISOString().slice(0, 10);
}

function daysFrom(date: string, days: number): string {
  return new Date(Date.parse(date) + 86_400_000 * days).toISOString().slice(0, 10);
}

async function addsUp(args: readonly string[]): Promise<void> {
  const [ofMonths, ofQuarters, [year]] = [
    await shares(args, months),
    await shares(args, quarters),
    await shares(args, ["2025"]),
  ];
  expect(quarters.map((_, q) => sum(ofMonths.slice(3 * q, 3 * q + 3)))).toEqual(ofQuarters);
  expect(sum(ofQuarters)).toEqual(year);
  expect(year[1]).toBeGreaterThan(20);
}

describe("petitions", () => {
  const args = (petitions: string, cases = later()) =>
    [cases, "--year", "2025", "--plan", "ngoai-vu-76", "--kpi", "petition-resolution-share", "--petitions"].concat(
      log(`petition_id,received_on,due_on,answered_on,status\n${petitions}`, "petitions.csv"),
    );

  it("due on 31/8 and not answered by its end are late in August: 1 of 3, September 1 of 1, the quarter 2 of 4", async () => {
    const four = args(
      "1,2025-08-01,2025-08-31,,Đang xử lý\n2,2025-08-01,2025-08-20,2025-08-19,Đã trả lời\n3,2025-08-01,2025-09-20,2025-09-19,Đã trả lời\n4,2025-08-01,2025-08-31,2025-09-15,Đã trả lời\n",
    );
    expect(await shares(four, ["2025-08", "2025-09", "2025-Q3", "2025"])).toEqual([
      [1, 3],
      [1, 1],
      [2, 4],
      [2, 4],
    ]);
    const [august] = (await report([...four, "--period", "2025-08"])).results;
    expect(august.verdict).toBe("fail");
    // The same of the day that is printed.
    expect(await shares([...four, "--as-of", "2025-08-31"], ["2025-08"])).toEqual([[1, 3]]);
  });

  it.each([1, 2, 3])("of made-up logs add up (%i)", async (seed) => {
    const roll = dice(seed);
    const rows = Array.from({ length: 80 }, (_, i) => {
      const due = day(roll);
      const answered = roll(3) === 0 ? "" : daysFrom(due, roll(9) - 5);
      return `${i},${daysFrom(due, -20)},${due},${answered},${answered === "" ? "processing" : "answered"}\n`;
    });
    await addsUp(args(rows.join("")));
    await addsUp([...args(rows.join("")), "--as-of", "2025-08-31"]);
  });
});

describe("publications", () => {
  const args = (procedures: string) =>
    [
      later(),
      "--year",
      "2025",
      "--plan",
      "hai-phong-219",
      "--kpi",
      "publication-within-10-days",
      "--procedures",
    ].concat(log(`procedure_code,announced_on,published_on\n${procedures}`, "procedures.csv"));

  it("announced on 18/8, due on 3/9 after two holidays: late in September, and in one month only", async () => {
    const two = args("1.000001,2025-08-18,\n1.000002,2025-08-15,2025-08-29\n");
    // Ten working days after 15/8 is 29/8.
    expect(await shares(two, ["2025-08", "2025-09", "2025-Q3"])).toEqual([
      [1, 1],
      [0, 1],
      [1, 2],
    ]);
  });

  it("due on the last day of August, the 29th, and not published by its end are late as of that day: 0 of 1", async () => {
    expect(await shares([...args("1.000001,2025-08-15,\n"), "--as-of", "2025-08-29"], ["2025-08"])).toEqual([[0, 1]]);
    expect(await shares([...args("1.000001,2025-08-15,\n"), "--as-of", "2025-08-28"], ["2025-08"])).toEqual([[0, 0]]);
  });

  it.each([1, 2, 3])("of made-up catalogues add up (%i)", async (seed) => {
    const roll = dice(seed);
    const rows = Array.from({ length: 80 }, (_, i) => {
      const announced = day(roll);
      const published = roll(3) === 0 ? "" : daysFrom(announced, roll(25));
      return `1.${String(i).padStart(6, "0")},${announced},${published}\n`;
    });
    await addsUp(args(rows.join("")));
  });
});

describe("cases", () => {
  const args = (file: string) => [file, "--year", "2025", "--plan", "qd-766", "--kpi", "on-time-share"];
  const header = "case_id,received_at,due_at,finished_at,status";

  it("due on 31/8, written as a day, and open at the end are past due in August: 1 of 2, September 1 of 1, the quarter 2 of 3", async () => {
    const file = table(
      header,
      "1,2025-08-01 08:00,2025-08-31,,Đang xử lý",
      "2,2025-08-01 08:00,2025-08-20,2025-08-19 08:00,Đã xử lý xong",
      "3,2025-09-01 08:00,2025-09-20,2025-09-19 08:00,Đã xử lý xong",
      "4,2025-10-20 08:00,2025-10-25,2025-10-24 08:00,Đã xử lý xong",
    );
    expect(await shares(args(file), ["2025-08", "2025-09", "2025-Q3", "2025"])).toEqual([
      [1, 2],
      [1, 1],
      [2, 3],
      [3, 4],
    ]);
    expect(await shares([...args(file), "--as-of", "2025-08-31"], ["2025-08"])).toEqual([[1, 2]]);
    expect(await shares([...args(file), "--as-of", "2025-08-30"], ["2025-08"])).toEqual([[1, 1]]);
  });

  it.each([1, 2, 3])("of made-up logs add up (%i)", async (seed) => {
    const roll = dice(seed);
    const rows = Array.from({ length: 120 }, (_, i) => {
      const due = day(roll);
      const done = roll(2) === 0 ? "" : `${daysFrom(due, roll(9) - 5)} 09:00`;
      const dueAt = roll(2) === 0 ? due : `${due} 17:00`;
      return `${i},${daysFrom(due, -10)} 08:00,${dueAt},${done},${done === "" ? "Đang xử lý" : "Đã xử lý xong"}`;
    });
    await addsUp(args(table(header, ...rows)));
  });
});
