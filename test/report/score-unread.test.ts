/** What the index makes of cells that cannot be read and of parts that keep less than their logs, each worked by hand. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Score, ScoreMetric } from "../../src/report/points.ts";
import type { Report } from "../../src/report/report.ts";
import { folder, kpi, table } from "../run.ts";

const head = "case_id,agency,received_at,due_at,finished_at,returned_at,status";
const month = ["--month", "2025-09"];
const inTime = "A1,Sở A,2025-09-03 08:00:00,2025-09-08 17:00:00,2025-09-05 08:00:00,2025-09-05 09:00:00,returned";

async function reported(file: string, ...more: string[]): Promise<Report> {
  const { out, err } = await kpi(["index", file, ...month, ...more, "--format", "json"]);
  if (out === "") throw new Error(err);
  return JSON.parse(out) as Report;
}
const scored = async (file: string, ...more: string[]) => (await reported(file, ...more)).score as Score;
const metric = (score: Score, id: string) => score.metrics.find((one) => one.id === id) as ScoreMetric;

async function part(file: string): Promise<string> {
  const out = join(folder(), "a.kpi.json");
  await kpi(["tally", file, "--by", "agency,procedure", "--out", out]);
  return out;
}

describe("a case received before the period", () => {
  const caseOf = (cells: string) => table(head, inTime, `B1,Sở A,2025-08-20 08:00:00,2025-08-28 17:00:00,${cells}`);

  it.each([
    [
      "of an unknown status that ended late in it counts both ways: 1 of 2 to 2 of 2",
      "2025-09-10 08:00:00,,Chờ bàn giao",
    ],
    ["of an unknown status without an end counts both ways: 1 of 2 to 2 of 2", ",,Chờ bàn giao"],
    ["that is returned, nobody wrote when, counts both ways: 1 of 2 to 2 of 2", ",,returned"],
    ["whose end cannot be read counts both ways: 1 of 2 to 2 of 2", "hôm qua,,finished"],
  ])("%s", async (_, cells) => {
    const file = caseOf(cells);
    for (const one of [file, await part(file)]) {
      const found = metric(await scored(one), "on-time");
      expect(found).toMatchObject({ share: { low: 50, high: 100 }, score: { low: 10, high: 20 } });
      expect(found.notes).toContain("unknown-cases");
    }
  });

  it("of an unknown status that ended before it, too, is none of its cases: 1 of 1", async () => {
    const file = caseOf("2025-08-25 08:00:00,,Chờ bàn giao");
    expect(metric(await scored(file), "on-time")).toMatchObject({ numerator: 1, denominator: 1, score: { low: 20 } });
  });
});

describe("a return that stands in for a status that no table knows may be of a refusal", () => {
  const known = (day: string) =>
    `A1,Sở A,2025-09-03 08:00:00,2025-09-08 17:00:00,2025-09-${day} 08:00:00,2025-09-${day} 09:00:00,returned`;
  const unknown = (day: string) =>
    `B1,Sở A,2025-09-05 08:00:00,2025-09-10 17:00:00,2025-09-${day} 08:00:00,2025-09-${day} 09:00:00,Trả lại hồ sơ`;
  it.each([
    ["late beside one that is late: none of 2, counted both ways; 0 to 50 %", known("12"), unknown("12"), 0, 50],
    ["late beside one in time: 1 of 2 to all; 50 to 100 %", inTime, unknown("12"), 50, 100],
    ["in time beside one that is late: 1 of 2, or none of 1; 0 to 50 %", known("12"), unknown("10"), 0, 50],
    ["in time beside one in time: all of them, whatever it is", inTime, unknown("10"), 100, 100],
  ])("%s", async (_, one, other, low, high) => {
    const file = table(head, one, other);
    expect(metric(await scored(file, "--as-of", "2025-09-30"), "on-time").share).toEqual({ low, high });
  });
});

it("a petition that was answered, nobody wrote when, and came before the period counts both ways: 1 of 2 to 2 of 2", async () => {
  const petitions = table(
    "petition_id,received_on,due_on,answered_on,status",
    "P1,2025-09-02,2025-09-20,2025-09-10,answered",
    "P2,2025-08-20,2025-09-08,,answered",
  );
  const found = metric(await scored(table(head, inTime), "--petitions", petitions), "petitions");
  expect(found).toMatchObject({
    numerator: 1,
    denominator: 2,
    share: { low: 50, high: 100 },
    score: { low: 3, high: 6 },
  });
});

it("a dislike whose time cannot be read may be of another month: 0 or 1 of 2, 50 to 100 %", async () => {
  const file = table(
    `${head},rating`,
    `${inTime},5`,
    "A2,Sở A,2025-09-04 08:00:00,2025-09-29 17:00:00,2025-09-08 08:00:00,zzz,returned,1",
  );
  const petitions = table("petition_id,received_on,due_on,answered_on,status");
  expect(metric(await scored(file, "--petitions", petitions), "handling").share).toEqual({
    low: 50,
    high: 100,
  });
});

describe("parts of a log with supplements", () => {
  const file = () =>
    table(
      "case_id,agency,received_at,due_at,finished_at,status,supplement_requested_at,supplement_received_at",
      "A1,Sở A,2025-09-03 08:00:00,2025-09-08 17:00:00,2025-09-05 08:00:00,finished,,",
      "A2,Sở A,2025-09-03 08:00:00,2025-09-08 17:00:00,2025-09-12 08:00:00,finished,2025-09-04 08:00:00,2025-09-10 08:00:00",
    );

  it("know nothing of being late: handling 0 to 6, no count of cases, no share by the index's rule", async () => {
    expect(metric(await scored(file()), "handling").score).toEqual({ low: 0, high: 6 });
    const { score, service } = await reported(await part(file()));
    expect(metric(score as Score, "handling")).toMatchObject({
      score: { low: 0, high: 6 },
      share: null,
      notes: ["parts"],
    });
    expect([score?.handled, score?.total.high, service?.index]).toEqual([null, 100, null]);
  });

  it("of a month with a case that is open since before it have that month's points: exit code 0", async () => {
    const open = table(
      "case_id,agency,received_at,due_at,finished_at,status,supplement_requested_at,supplement_received_at",
      "A1,Sở A,2025-08-03 08:00:00,2025-09-08 17:00:00,2025-10-05 08:00:00,finished,,",
    );
    for (const one of [open, await part(open)]) expect((await kpi(["index", one, ...month])).code).toBe(0);
  });
});

describe("points that are lost to cells that cannot be read", () => {
  const row = (id: number, agency: string, result: string) =>
    `C${id},${agency},2025-09-03 08:00:00,2025-09-20 17:00:00,2025-09-05 08:00:00,2025-09-05 09:00:00,finished,${result}`;
  const rows = Array.from({ length: 20 }, (_, i) =>
    row(i, i < 10 ? "Sở A" : "Sở B", i === 0 ? "no" : i < 10 || i === 19 ? "yes" : "chưa rõ"),
  );
  const file = () => table(`${head},electronic_result`, ...rows);

  it("are those of the agency that has them: 9 of 10 are 2.7 of 3 points, 1 of 10 is 0.3", async () => {
    const { score, costly } = metric(await scored(file()), "electronic-results");
    expect(score).toEqual({ low: 3, high: 6 });
    const byAgency = costly.filter(({ by }) => by === "agency");
    expect(byAgency.map(({ name, missing, of }) => [name, missing, of])).toEqual([
      ["Sở B", 9, 10],
      ["Sở A", 1, 10],
    ]);
    expect(byAgency.map(({ lost }) => Math.round(lost * 100))).toEqual([270, 30]);
  });

  it("are regained with all of them: 20 − 10 is 10", async () => {
    expect(metric(await scored(file()), "electronic-results").regain).toBe(10);
  });
});
