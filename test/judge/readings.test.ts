/** What an unread cell can turn, and what it cannot: each case is bounded by what is known of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Result } from "../../src/judge/verdict.ts";
import { codes } from "../../src/records/case.ts";
import { planFile, report, table } from "../run.ts";
import { runs } from "../runs.ts";

const of = async (kpi: string, atLeast: number, header: string, ...rows: string[]) =>
  (await report([table(header, ...rows), "--year", "2025", "--plan", planFile({ kpi, atLeast }), "--kpi", kpi]))
    .results[0];

describe("a case of which something cannot be read", () => {
  it("and that lies outside the clause whatever it says turns nothing: 5 of 5 PASS, with a service of no level", async () => {
    const rows = [1, 2, 4, 5, 6].map((id) => `${id},2025-03-01,full,Có`);
    const header = "case_id,received_at,service_level,via_portal";
    expect(await of("portal-handling-share", 100, header, ...rows, "3,2025-03-01,none,zz")).toMatchObject({
      verdict: "pass",
      measure: { numerator: 5, denominator: 5 },
      excluded: { "bad-via-portal": 1 },
      bounds: null,
    });
    // Of one in full it may be a no.
    expect(await of("portal-handling-share", 100, header, ...rows, "3,2025-03-01,full,zz")).toMatchObject({
      verdict: "undecided",
      bounds: [500 / 6, 100],
    });
  });

  it("and that is satisfied is so online or not at all: PASS; one that is not is a no or not at all: 75 – 100 %", async () => {
    const header = "case_id,received_at,returned_at,channel,rating";
    const rows = [1, 2, 3].map((id) => `${id},2025-08-01,2025-08-02,online,Hài lòng`);
    expect(
      await of(
        "satisfaction-online",
        100,
        header,
        ...rows,
        "4,2025-08-01,2025-08-02,,Hài lòng",
        "5,2025-08-01,2025-08-02,Trực tiếp,zz",
      ),
    ).toMatchObject({ verdict: "pass", measure: { numerator: 3, denominator: 3 }, bounds: [100, 100] });
    expect(
      await of("satisfaction-online", 100, header, ...rows, "4,2025-08-01,2025-08-02,,Không hài lòng"),
    ).toMatchObject({
      verdict: "undecided",
      bounds: [75, 100],
    });
  });

  it("and that can never be in the numerator counts as what it is: 1 of 3 FAIL; nothing due is paid, whatever the method", async () => {
    const header = "case_id,received_at,returned_at,channel,processed_online,electronic_result,payment_method,fee";
    expect(
      await of(
        "end-to-end-online-share",
        80,
        header,
        "1,2025-08-01,2025-08-02,online,Có,Có,cash,0",
        "2,2025-08-01,2025-08-02,in_person,Không,zz,none,500",
        "3,2025-08-01,2025-08-02,in_person,zz,Có,none,500",
      ),
    ).toMatchObject({ verdict: "fail", measure: { numerator: 1, denominator: 3 }, excluded: {}, bounds: null });
  });
});

describe("a case of whose status nobody knows what it says", () => {
  const header = "case_id,received_at,transferred_at,due_at,finished_at,status,payment_method,fee";
  const statuses = [...codes.status, ""];
  const row = (id: string, transferred: string, finished: string, status: string, paid = "cash,500") =>
    `${id},2025-03-03 08:00,${transferred},2025-03-10 09:00,${finished},${status},${paid}`;
  const soon = "2025-03-03 09:00";
  const late = "2025-03-05 09:00";
  const [inTime, overdue] = ["2025-03-07 09:00", "2025-03-12 09:00"];
  const known = [
    row("A1", soon, inTime, "finished", "online,500"),
    row("A2", late, overdue, "finished"),
    row("A3", late, overdue, "finished"),
  ];
  const kpis = ["same-day-transfer-share", "on-time-share", "duty-paid-online-share"];
  const plan = (atLeast: number) => planFile(...kpis.map((kpi) => ({ kpi, atLeast })));
  const judged = async (atLeast: number, ...rows: string[]) => {
    const file = table(header, ...rows);
    const args = ["--year", "2025", "--plan", plan(atLeast), "--kpi", kpis.join(","), "--max-rejects", "100%"];
    return (await report([file, ...args])).results;
  };

  it("and that cannot be in time, on the day or online is a no or nothing: 1 of 3 or of 4 FAILs 34 %, as under each status", async () => {
    const found = await judged(34, ...known, row("A4", late, overdue, "Trạng thái lạ"));
    expect(found.map(({ kpi, verdict, bounds }) => [kpi, verdict, bounds])).toEqual(
      kpis.map((kpi) => [kpi, "fail", [25, 100 / 3]]),
    );
    for (const status of statuses) {
      const read = await judged(34, ...known, row("A4", late, overdue, status));
      expect(read.map(({ verdict }) => verdict)).toEqual(["fail", "fail", "fail"]);
    }
  });

  it("and that would be in the numerator leaves it undecided: 1 of 3 or 2 of 4; open or in time, so that on time any of three", async () => {
    const found = await judged(34, ...known, row("A4", soon, inTime, "Trạng thái lạ", "online,500"));
    expect(found.map(({ kpi, verdict, bounds }) => [kpi, verdict, bounds])).toEqual([
      ["same-day-transfer-share", "undecided", [100 / 3, 50]],
      ["on-time-share", "undecided", [25, 50]],
      ["duty-paid-online-share", "undecided", [100 / 3, 50]],
    ]);
  });

  it("bounds three shares no narrower than all its readings, and no reading turns a verdict: times and fees by brute force", async () => {
    const any = fc.tuple(
      fc.constantFrom(soon, late, ""),
      fc.constantFrom(inTime, overdue, ""),
      fc.constantFrom("online,500", "cash,500", ",500", ",0", "none,500", ","),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(any, { minLength: 1, maxLength: 2 }),
        fc.constantFrom(20, 34, 50),
        async (open, limit) => {
          const rows = (status: (i: number) => string) =>
            open.map(([transferred, finished, paid], i) => row(`B${i}`, transferred, finished, status(i), paid));
          const found = await judged(limit, ...known, ...rows(() => "zz"));
          for (const first of statuses) {
            for (const second of open.length === 1 ? [""] : statuses) {
              const read = await judged(limit, ...known, ...rows((i) => (i === 0 ? first : second)));
              found.forEach(({ kpi, measure, bounds, verdict }, i) => {
                const value = read[i].measure?.kind === "ratio" ? read[i].measure.value : null;
                if (value === null || measure?.kind !== "ratio" || measure.value === null) return;
                const [low, high] = bounds ?? [measure.value, measure.value];
                const isInside = value >= low - 1e-9 && value <= high + 1e-9;
                expect([kpi, first, second, isInside]).toEqual([kpi, first, second, true]);
                if ((verdict === "pass" || verdict === "fail") && read[i].verdict !== "undecided")
                  expect(read[i].verdict).toBe(verdict);
              });
            }
          }
        },
      ),
      { numRuns: runs(3) },
    );
  }, 120_000);
});

const words: Readonly<Record<string, readonly string[]>> = {
  channel: ["online", "in_person", "postal"],
  rating: ["Hài lòng", "Không hài lòng", ""],
  processed_online: ["Có", "Không"],
  electronic_result: ["Có", "Không"],
  record_digitised: ["Có", "Không"],
  via_portal: ["Có", "Không"],
  service_level: ["full", "partial", "none"],
  payment_method: ["online", "cash", "none", ""],
  fee: ["0", "500"],
};
const columns = Object.keys(words);
const kpis = [
  "satisfaction-online",
  "satisfaction",
  "online-receipt-share",
  "online-processing-share",
  "online-handling-share",
  "portal-handling-share",
  "online-payment-share",
  "end-to-end-online-share",
  "electronic-result-share",
  "record-digitisation-share",
];

const row = fc.record(
  Object.fromEntries(
    columns.map((column) => [column, fc.constantFrom(...words[column].filter((word) => word !== ""))]),
  ),
);
/** A few cells that are not read. */
const holes = fc.uniqueArray(fc.tuple(fc.nat(3), fc.constantFrom(...columns)), { minLength: 1, maxLength: 2 });

it("never bounds a share narrower than all readings of its unread cells, and no reading turns a verdict: ten shares, brute force", async () => {
  const plan = planFile(
    ...kpis.flatMap((kpi) => [
      { kpi, atLeast: 50 },
      { kpi, atLeast: 100, clause: "II" },
    ]),
  );
  const judged = async (rows: readonly Record<string, string>[]): Promise<readonly Result[]> => {
    const lines = rows.map((one, i) =>
      [i, "2025-08-01", "2025-08-02", ...columns.map((column) => one[column])].join(","),
    );
    const file = table(`case_id,received_at,returned_at,${columns.join(",")}`, ...lines);
    const args = [file, "--year", "2025", "--plan", plan, "--kpi", kpis.join(","), "--max-rejects", "100%"];
    return (await report(args)).results;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 4, maxLength: 4 }), holes, async (rows, unread) => {
      const filled = (value: (column: string, at: number) => string) =>
        rows.map((one, r) => ({
          ...one,
          ...Object.fromEntries(
            unread.flatMap(([at, column], u) => (at === r ? [[column, value(column, u)] as const] : [])),
          ),
        }));
      const found = await judged(filled((column) => (column === "fee" ? "x" : "zz")));
      const readings = unread.reduce<number[][]>(
        (all, [, column]) => all.flatMap((one) => words[column].map((_, w) => [...one, w])),
        [[]],
      );
      for (const reading of readings) {
        const read = await judged(filled((column, u) => words[column][reading[u]]));
        found.forEach((one, i) => {
          const value = read[i].measure?.kind === "ratio" ? read[i].measure.value : null;
          if (value === null || one.measure?.kind !== "ratio" || one.measure.value === null) return;
          const [low, high] = one.bounds ?? [one.measure.value, one.measure.value];
          expect([one.kpi, reading, value >= low - 1e-9, value <= high + 1e-9]).toEqual([one.kpi, reading, true, true]);
          if (one.verdict === "pass" || one.verdict === "fail") expect(read[i].verdict).toBe(one.verdict);
        });
      }
    }),
    { numRuns: runs(10) },
  );
}, 60_000);
