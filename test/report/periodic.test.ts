/** What a report of a period says beyond its verdicts: the arithmetic, worked by hand. */
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Target } from "../../src/plans/plan.ts";
import { neededOf } from "../../src/report/needs.ts";
import { split } from "../../src/report/periodic.ts";
import { spansOf } from "../../src/tally/slice.ts";
import { folder, kpi, log, table } from "../run.ts";

const atLeast = (limit: number) => ({ kpi: "x", atLeast: limit, clause: "I", quote: "", section: "quality" }) as Target;
const below = (limit: number) => ({ kpi: "x", below: limit, clause: "I", quote: "", section: "quality" }) as Target;

describe("why a figure moved", () => {
  const before = new Map([
    ["A", { sum: 48, n: 60 }],
    ["B", { sum: 20, n: 40 }],
  ]);

  it("A 80 % of 60 and B 50 % of 40, then A 90 % of 50 and B 40 % of 50: 68 % to 65 %, of which 1 by performance and −4 by mix", () => {
    const now = new Map([
      ["A", { sum: 45, n: 50 }],
      ["B", { sum: 20, n: 50 }],
    ]);
    const move = split({ sum: 68, n: 100 }, { sum: 65, n: 100 }, before, now, 100);
    expect([move.before, move.now]).toEqual([68, 65]);
    // A: ½(0.6 + 0.5)(90 − 80) = 5.5; B: ½(0.4 + 0.5)(40 − 50) = −4.5.
    expect(move.performance).toBeCloseTo(1, 12);
    // Held against R̄ = ½(68 + 65) = 66.5. A: (85 − 66.5)(0.5 − 0.6) = −1.85; B: (45 − 66.5)(0.5 − 0.4) = −2.15.
    expect(move.mix).toBeCloseTo(-4, 12);
    expect(move.groups.find(({ name }) => name === "A")?.mix).toBeCloseTo(-1.85, 12);
    expect(move.groups.find(({ name }) => name === "B")?.mix).toBeCloseTo(-2.15, 12);
    // −4.5 − 2.15 of B weighs more than 5.5 − 1.85 of A.
    expect(move.groups.map(({ name }) => name)).toEqual(["B", "A"]);
    // One procedure rose and one fell: not most of them.
    expect(move.opposite).toBe(false);
  });

  it("a shift between procedures that stay at 100 % is no mix where the whole stays at 100 %", () => {
    const at = (a: number, b: number) =>
      new Map([
        ["A", { sum: a, n: a }],
        ["B", { sum: b, n: b }],
      ]);
    const move = split({ sum: 100, n: 100 }, { sum: 100, n: 100 }, at(90, 10), at(10, 90), 100);
    expect(move).toMatchObject({ performance: 0, mix: 0 });
    expect(move.groups.map(({ mix }) => Math.abs(mix))).toEqual([0, 0]);
  });

  it("C, there in the second period only with 30 of 60, goes to mix: 0.5 × (50 − 66.5) = −8.25", () => {
    const now = new Map([
      ["A", { sum: 48, n: 60 }],
      ["C", { sum: 30, n: 60 }],
    ]);
    const { groups, performance, mix } = split({ sum: 68, n: 100 }, { sum: 78, n: 120 }, before, now, 100);
    expect(groups.find(({ name }) => name === "C")).toMatchObject({
      before: null,
      now: 50,
      performance: 0,
      mix: -8.25,
    });
    expect(groups.find(({ name }) => name === "B")).toMatchObject({
      before: 50,
      now: null,
      performance: 0,
      mix: expect.closeTo(6.6, 12),
    });
    expect(performance).toBe(0);
    expect(mix).toBeCloseTo(-3, 12);
  });

  it("warns where both procedures rose by 5 points and the whole fell from 68 % to 61.5 % (Simpson)", () => {
    const now = new Map([
      ["A", { sum: 17, n: 20 }],
      ["B", { sum: 44, n: 80 }],
    ]);
    const move = split({ sum: 68, n: 100 }, { sum: 61, n: 100 }, before, now, 100);
    expect(move.opposite).toBe(true);
    expect(move.performance).toBeCloseTo(5, 12);
    expect(move.mix).toBeCloseTo(-12, 12);
  });

  it("performance and mix are the change, of 500 random pairs of periods to within 1e-9 of 100", () => {
    const groups = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.nat(1000), fc.nat(1000)), { minLength: 1 });
    const parts = (rows: readonly (readonly [number, number, number])[]) => {
      const all = new Map<string, { sum: number; n: number }>();
      for (const [name, a, b] of rows) {
        const held = all.get(String(name)) ?? { sum: 0, n: 0 };
        all.set(String(name), { sum: held.sum + Math.min(a, b), n: held.n + Math.max(a, b) });
      }
      return all;
    };
    const whole = (all: ReadonlyMap<string, { sum: number; n: number }>) =>
      [...all.values()].reduce((sum, one) => ({ sum: sum.sum + one.sum, n: sum.n + one.n }), { sum: 0, n: 0 });
    fc.assert(
      fc.property(groups, groups, (one, two) => {
        const [a, b] = [parts(one), parts(two)];
        fc.pre(whole(a).n > 0 && whole(b).n > 0);
        const move = split(whole(a), whole(b), a, b, 100);
        expect(Math.abs(move.performance + move.mix - (move.now - move.before))).toBeLessThan(1e-9);
        // As it was before each procedure was held against the whole: Σ ½(r₀ + r₁)(w₁ − w₀).
        const names = new Set([...a.keys(), ...b.keys()]);
        let mix = 0;
        for (const name of names) {
          const [x, y] = [a.get(name), b.get(name)];
          const rate = (part: typeof x) => (part === undefined || part.n === 0 ? null : (100 * part.sum) / part.n);
          const [r0, r1] = [rate(x), rate(y)];
          const shift = (y?.n ?? 0) / whole(b).n - (x?.n ?? 0) / whole(a).n;
          mix += (((r0 ?? r1 ?? 0) + (r1 ?? r0 ?? 0)) / 2) * shift;
        }
        expect(Math.abs(move.mix - mix)).toBeLessThan(1e-9);
      }),
      { numRuns: 500 },
    );
  });
});

describe("what the rest of the year takes", () => {
  const ratio = (numerator: number, denominator: number) => ({ kind: "ratio", numerator, denominator }) as const;

  it("850 of 1,000 against 90 %, 500 to come: (0.9 × 1,500 − 850) ÷ 500 = 100 %, all 500 of them", () => {
    expect(neededOf(ratio(850, 1000), atLeast(90), 500)).toEqual({ state: "reachable", required: 100, cases: 500 });
  });

  it("849 of 1,000: 100.2 % would be needed, so that 90 % can no longer be reached", () => {
    expect(neededOf(ratio(849, 1000), atLeast(90), 500)).toMatchObject({ state: "unreachable", cases: null });
  });

  it("990 of 1,000, 100 to come: met with none of them, since 990 of 1,100 is 90 %", () => {
    expect(neededOf(ratio(990, 1000), atLeast(90), 100)).toEqual({ state: "secured", required: 0, cases: 0 });
    expect(neededOf(ratio(989, 1000), atLeast(90), 100)).toMatchObject({ state: "reachable", cases: 1 });
  });

  it("920 of 1,000 and 333 to come: 0.9 × 1,333 = 1,199.7, so 280 cases, not 279", () => {
    const need = neededOf(ratio(920, 1000), atLeast(90), 333);
    expect(need.cases).toBe(280);
    expect(need.required).toBeCloseTo((100 * 280) / 333, 9);
  });

  it("the fewest cases that meet it, and one less does not, in 1,000 random years", () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.nat(2000),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 999 }),
        (a, b, more, tenths) => {
          const [numerator, denominator] = [Math.min(a, b), Math.max(a, b)];
          fc.pre(denominator > 0);
          const meets = (cases: number) => 1000 * (numerator + cases) >= tenths * (denominator + more);
          const { state, cases } = neededOf(ratio(numerator, denominator), atLeast(tenths / 10), more);
          if (state === "secured") expect(meets(0)).toBe(true);
          else if (state === "unreachable") expect(meets(more)).toBe(false);
          else {
            expect(meets(cases as number)).toBe(true);
            expect(meets((cases as number) - 1)).toBe(false);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("a mean of 9 minutes over 100 cases against below 8, 100 to come: below 7", () => {
    const mean = { kind: "mean", sum: 54_000, n: 100, squares: 0n } as const;
    expect(neededOf(mean, below(8), 100)).toEqual({ state: "reachable", required: 7 });
    // 9 × 100 minutes are more than 8 × 110 already.
    expect(neededOf(mean, below(8), 10)).toMatchObject({ state: "unreachable" });
  });

  it("online 50 h over 10 cases, in person 60 h, a fifth less wanted, 10 to come: 46 h at most", () => {
    const side = (mean: number, n: number) => ({ sum: mean * n * 3600, n, squares: 0n });
    const reduction = {
      kind: "reduction",
      inPerson: side(60, 5),
      online: side(50, 10),
      inDays: false,
      excluded: {},
      likeForLike: { value: null, cover: null },
      values: { inPerson: [], online: [] },
    } as const;
    expect(neededOf(reduction, atLeast(20), 10)).toEqual({
      state: "reachable",
      required: 46 * 3600,
      inPersonMean: 60 * 3600,
    });
  });
});

describe("spans", () => {
  it("of 10..20 with agencies, 15..30 and 40..50 are 10..14, 15..20, 21..30 and 40..50; the first two have agencies", () => {
    const wanted = [
      { from: 10, to: 20, by: ["agency"] as const },
      { from: 15, to: 30, by: [] },
      { from: 40, to: 50, by: [] },
    ];
    expect(spansOf(wanted)).toEqual([
      { from: 10, to: 14, by: ["agency"] },
      { from: 15, to: 20, by: ["agency"] },
      { from: 21, to: 30, by: [] },
      { from: 40, to: 50, by: [] },
    ]);
  });
});

/** A small log over two Septembers; ten columns. */
const headers = "case_id,channel,received_at,due_at,finished_at,status,agency,field,procedure_code,rating";
const rows = [
  // Open before September 2025, resolved in it a day late: carried over.
  "1,online,2025-08-20 08:00,2025-09-04,2025-09-05 10:00,finished,A,Đất đai,1.000001,5",
  // Received and resolved in it: early, on the day, late by an hour on the day.
  "2,online,2025-09-01 08:00,2025-09-05,2025-09-03 10:00,finished,A,Đất đai,1.000001,5",
  "3,in_person,2025-09-01 08:00,2025-09-05,2025-09-05 16:00,finished,B,Đất đai,1.000001,2",
  "4,postal,2025-09-01 08:00,2025-09-05 10:00,2025-09-05 11:00,finished,B,Hộ tịch,1.000002,4",
  // Without a due day: resolved, and open.
  "5,online,2025-09-02 08:00,,2025-09-04 10:00,finished,A,Hộ tịch,1.000002,",
  "6,online,2025-09-03 08:00,,,processing,A,Hộ tịch,1.000002,",
  // Open at the end of September: overdue; due on Thursday 2 October, the second working day; later.
  "7,in_person,2025-09-10 08:00,2025-09-20,,processing,B,Hộ tịch,1.000002,",
  "8,in_person,2025-09-10 08:00,2025-10-02,2025-10-01 08:00,finished,B,Hộ tịch,1.000002,",
  "9,online,2025-09-10 08:00,2025-10-20,,processing,A,Đất đai,1.000001,",
  // Its channel is not known.
  "10,,2025-09-11 08:00,2025-09-12,2025-09-12 08:00,finished,A,Đất đai,1.000001,",
  // Outside: not accepted, refused, withdrawn without and with an end.
  "11,online,2025-09-12 08:00,2025-09-20,,registered,A,Đất đai,1.000001,",
  "12,online,2025-09-12 08:00,2025-09-20,,refused,A,Đất đai,1.000001,",
  "13,online,2025-09-12 08:00,2025-09-20,,withdrawn,A,Đất đai,1.000001,",
  "14,online,2025-09-12 08:00,2025-09-20,2025-09-15 08:00,withdrawn,A,Đất đai,1.000001,",
  // Another year.
  "15,online,2024-09-12 08:00,2024-09-20,2024-09-15 08:00,finished,A,Đất đai,1.000001,5",
  // Makes the log reach the end of October.
  "16,in_person,2025-10-31 08:00,2025-11-20,,processing,B,Đất đai,1.000001,",
];

async function reportOf(...args: string[]) {
  const { out, err } = await kpi([
    "report",
    table(headers, ...rows),
    "--year",
    "2025",
    "--kpi",
    "all",
    "--format",
    "json",
    ...args,
  ]);
  if (out === "") throw new Error(err);
  return JSON.parse(out);
}

describe("form II.06a", () => {
  it("of September 2025: 11 received of which 5 online, 5 others and 1 carried over; 7 resolved; 4 open, 1 of them overdue", async () => {
    const { periodic } = await reportOf("--month", "2025-09");
    expect(periodic.form.total).toEqual({
      received: 11,
      online: 5,
      direct: 5,
      carriedOver: 1,
      resolved: 7,
      // 2 and 14; 3, 5 (no due day) and 10; 1 and 4.
      early: 2,
      onDay: 3,
      late: 2,
      open: 4,
      inTime: 3,
      overdue: 1,
    });
    expect(periodic.form).toMatchObject({
      asOf: "2025-09-30",
      endedWithoutTime: 1,
      outside: 2,
      unreadable: 0,
      unreadableBefore: 0,
      withoutDue: { resolved: 1, open: 1 },
      withoutChannel: 1,
    });
    expect(periodic.form.fields.map(({ field }: { field: string }) => field)).toEqual(["Đất đai", "Hộ tịch"]);
  });

  it("says with the verdicts when receipts of 2 to 8 September are not the month, and when the targets are another year's", async () => {
    const file = table(
      headers,
      ...[2, 5, 8].map((d) => `${d},online,2025-09-0${d},2025-09-20,2025-09-1${d},finished,A,F,1.000001,5`),
    );
    const args = ["report", file, "--year", "2026", "--month", "2025-09"];
    const { notes } = JSON.parse((await kpi([...args, "--format", "json"])).out);
    expect(notes).toEqual(
      expect.arrayContaining([
        { code: "other-year", data: { year: 2026 } },
        { code: "period-not-covered", data: { from: "2025-09-02", to: "2025-09-08" } },
      ]),
    );
    const { out } = await kpi([...args, "--format", "markdown", "--lang", "vi"]);
    const lead = out.slice(0, out.indexOf("## "));
    expect(lead).toContain("Tệp chỉ có hồ sơ tiếp nhận từ ngày 02/9/2025 đến ngày 08/9/2025, chưa đủ kỳ báo cáo.");
    expect(lead).toContain("Kỳ báo cáo không thuộc năm 2026 nhưng được đánh giá theo chỉ tiêu năm 2026");
    // A log that goes on to the 23rd is a week short, and begins with it: nothing is said.
    const whole = table(
      headers,
      "1,online,2025-09-01,,,processing,A,F,1.000001,",
      "2,online,2025-09-23,,,processing,A,F,1.000001,",
    );
    const silent = await kpi(["report", whole, "--year", "2025", "--month", "2025-09", "--format", "json"]);
    expect(silent.out).not.toContain("period-not-covered");
  });

  it("a log without a column of statuses says beside the open cases that those without an end count as open", async () => {
    const file = table(
      "case_id,received_at,due_at,finished_at,agency",
      "1,2025-09-01,2025-09-05,,A",
      "2,2025-09-25,2025-09-28,2025-09-26,A",
    );
    const args = ["report", file, "--year", "2025", "--month", "2025-09", "--format", "markdown"];
    const { out } = await kpi([...args, "--lang", "en"]);
    expect(out.split("The log has no column of statuses: a case with no day of its end counts as open").length).toBe(3);
    expect((await kpi(["report", table(headers, ...rows), ...args.slice(2), "--lang", "en"])).out).not.toContain(
      "no column of statuses",
    );
  });

  it("tells beside the form whose status cannot be read: 1 received in September, and 2 before it that may be open still", async () => {
    const file = table(
      headers,
      "1,online,2025-07-01 08:00,2025-07-10,,Đang ở đâu đó,A,F,1.000001,",
      "2,online,2025-08-20 08:00,2025-09-10,,Đang ở đâu đó,B,F,1.000001,",
      "3,online,2025-09-20 08:00,2025-10-10,,Đang ở đâu đó,A,G,1.000001,",
      "4,online,2025-09-21 08:00,2025-10-10,,processing,A,G,1.000001,",
      "5,online,2025-10-01 08:00,2025-10-10,,Đang ở đâu đó,A,G,1.000001,",
    );
    const part = join(folder(), "a.kpi.json");
    await kpi(["tally", file, "--by", "agency,field,procedure,channel", "--out", part, "--quiet"]);
    for (const input of [file, part]) {
      const args = ["report", input, "--year", "2025", "--month", "2025-09"];
      const { periodic } = JSON.parse((await kpi([...args, "--format", "json"])).out);
      expect(periodic.form).toMatchObject({
        unreadable: 1,
        unreadableBefore: 2,
        total: { received: 1, carriedOver: 0, open: 1 },
      });
      expect((await kpi([...args, "--format", "markdown", "--lang", "vi"])).out).toContain(
        "3 hồ sơ có trạng thái hoặc ngày kết thúc không đọc được (1 tiếp nhận trong kỳ, 2 từ kỳ trước)",
      );
    }
  });

  it("lists at the end of September the case overdue and the one due on 2 October, by agency; ids only where asked for", async () => {
    const { periodic } = await reportOf("--month", "2025-09");
    expect(periodic.open).toEqual({
      asOf: "2025-09-30",
      soonUntil: "2025-10-03",
      agencies: [
        { name: "B", open: 2, overdue: 1, soon: 1 },
        { name: "A", open: 2, overdue: 0, soon: 0 },
      ],
    });
    const asked = await reportOf("--month", "2025-09", "--list-cases");
    expect(asked.periodic.open.cases).toEqual([
      { id: "7", agency: "B", due: "2025-09-20", overdue: true },
      { id: "8", agency: "B", due: "2025-10-02", overdue: false },
    ]);
  });

  it("of statutory September (15 August to 14 September) leaves out what came on the 15th, and has 1 carried over from 14 August: none", async () => {
    const { periodic, period } = await reportOf("--month", "2025-09", "--statutory");
    expect(period).toEqual({ name: "2025-09", basis: "statutory", from: "2025-08-15", to: "2025-09-14" });
    // Case 1 came on 20 August; 14 was withdrawn on the 15th, and is open at the end.
    expect(periodic.form.total).toMatchObject({ received: 11, carriedOver: 0, online: 6, resolved: 6, open: 5 });
  });

  it("of a log that does not say when a case ended is none, and says so", async () => {
    const file = table(
      "case_id,channel,received_at,status",
      "1,online,2025-09-01,finished",
      "2,online,2025-09-02,finished",
    );
    const { out } = await kpi(["report", file, "--year", "2025", "--month", "2025-09", "--format", "json"]);
    expect(JSON.parse(out).periodic).toMatchObject({ form: null, open: null });
    const page = await kpi(["report", file, "--year", "2025", "--month", "2025-09", "--format", "markdown"]);
    expect(page.out).toContain("The log has no column for the receipt, or none for the end, of a case");
  });
});

describe("the periods of a report", () => {
  it.each([
    [["--month", "2025-09"], "2025-09", "2025-08", "2024-09", "2025-01..2025-09"],
    [["--quarter", "2025-Q3"], "2025-Q3", "2025-Q2", "2024-Q3", "2025-01..2025-09"],
    [["--half", "2025-H2"], "2025-H2", "2025-H1", "2024-H2", "2025-01..2025-12"],
  ] as const)(
    "%s: this, the one before, that of a year before, the year to date",
    async (args, name, before, year, ytd) => {
      const { period, periodic } = await reportOf(...args);
      expect(period.name).toBe(name);
      expect([periodic.before?.name ?? before, periodic.yearBefore?.name ?? year]).toEqual([before, year]);
      expect(periodic.yearToDate.name).toBe(ytd);
      expect(periodic.trend.periods.length).toBeGreaterThanOrEqual(12);
      expect(periodic.trend.periods.at(-1).name).toBe(name);
    },
  );

  it("nine months and a year to date have none before them; their trend is by month", async () => {
    for (const args of [
      ["--nine-months", "2025"],
      ["--year-to-date", "2025-09"],
    ]) {
      const { periodic } = await reportOf(...args);
      expect(periodic.before).toBeNull();
      expect(periodic.yearBefore.results.length).toBeGreaterThan(5);
      expect(periodic.trend.periods.at(-1).name).toBe("2025-09");
    }
  });

  it("says with a catalogue what its procedures are called: in tables and sentences the name stands behind the code", async () => {
    const file = log(
      `${headers}\n${[1, 2, 3].map((i) => `A${i},online,2025-08-0${i},2025-09-01,2025-08-2${i},returned,X,F,1.00000${i},${i === 3 ? 5 : 1}`).join("\n")}\n${[1, 2].map((i) => `B${i},online,2025-09-0${i},2025-10-01,2025-09-2${i},returned,X,F,1.00000${i},${i === 1 ? 5 : 1}`).join("\n")}\n`,
    );
    const catalogue = log(
      "Mã TTHC,Tên TTHC\n1.000002,Đăng ký | khai sinh\n1.000003,\n1.000001,=1+1\n9.999999,Không có hồ sơ\n",
      "procedures.csv",
    );
    const args = ["report", file, "--year", "2025", "--month", "2025-09"];
    const { periodic } = JSON.parse((await kpi([...args, "--procedures", catalogue, "--format", "json"])).out);
    expect(periodic?.procedures).toEqual([
      { code: "1.000001", name: "=1+1" },
      { code: "1.000002", name: "Đăng ký | khai sinh" },
    ]);
    const { out } = await kpi([...args, "--procedures", catalogue, "--format", "markdown", "--lang", "vi"]);
    // Of 2 ratings 1 is satisfied; all that is short of 90 % is short at the second procedure.
    expect(out).toContain("ở 1.000002 Đăng ký \\| khai sinh (0,9/1 lượt đánh giá)");
    expect(out).toMatch(/\| 1\.000001 =1\+1 \|/);
    const without = JSON.parse((await kpi([...args, "--format", "json"])).out);
    expect(without.periodic?.procedures).toEqual([]);
    expect((await kpi([...args, "--format", "markdown", "--lang", "vi"])).out).toContain("ở 1.000002 (0,9/1");
  });

  it("each view is what kpi check says of those days: verdicts and measures of September, August, and of January to September", async () => {
    const file = table(headers, ...rows);
    const { out } = await kpi([
      "report",
      file,
      "--year",
      "2025",
      "--month",
      "2025-09",
      "--kpi",
      "all",
      "--format",
      "json",
    ]);
    const report = JSON.parse(out);
    const views = [
      [report.results, "2025-09"],
      [report.periodic.before.results, "2025-08"],
      [report.periodic.yearToDate.results, "2025-01-01..2025-09-30"],
    ] as const;
    for (const [results, period] of views) {
      const check = await kpi([
        "check",
        file,
        "--year",
        "2025",
        "--period",
        period,
        "--kpi",
        "all",
        "--format",
        "json",
      ]);
      const own = results.filter(({ group }: { group: unknown }) => group === null);
      const bare = (one: { alongside: Record<string, unknown> }) => {
        const { otherClock: _1, otherClockInPersonMean: _2, otherClockOnlineMean: _3, ...alongside } = one.alongside;
        return { ...one, alongside };
      };
      expect(own.map(bare)).toEqual(JSON.parse(check.out).results.map(bare));
    }
  });

  it("its groups, and the reduction by the working clock, are those of kpi check --by and --clock", async () => {
    const file = table(headers, ...rows);
    const by = "agency,field,procedure,channel";
    const run = async (...args: string[]) =>
      JSON.parse((await kpi([...args, "--year", "2025", "--format", "json"])).out);
    const { results, options } = await run("report", file, "--month", "2025-09");
    expect(options.by).toEqual(by.split(","));
    const check = await run("check", file, "--period", "2025-09", "--by", by, "--clock", "elapsed");
    expect(results).toEqual(check.results);
  });

  it("asks for one period, and says how each is written", async () => {
    const none = await kpi(["report", "a.csv", "--year", "2025"]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("--month 2025-09")]);
    const two = await kpi(["report", "a.csv", "--year", "2025", "--month", "2025-09", "--half", "2025-H1"]);
    expect(two.err).toContain("not of --month and --half");
    const wrong = await kpi(["report", "a.csv", "--year", "2025", "--quarter", "2025-09"]);
    expect(wrong.err).toContain('--quarter "2025-09": no such period.\n  Write it as: --quarter 2025-Q3');
  });

  it("says what the year takes from the cases that are expected: 100 of --expected, shared out by each KPI's own", async () => {
    const { periodic } = await reportOf("--month", "2025-09", "--expected", "100");
    const need = periodic.needs.find(({ key }: { key: string }) => key.startsWith("satisfaction-online"));
    // Received in the year so far, neither registered nor refused: 1 to 10, 13 and 14; 2 of them rated online.
    expect(need.expected).toEqual({ n: Math.round((100 * 2) / 12), from: "given" });
    const without = await reportOf("--month", "2025-09");
    expect(without.periodic.needs.every(({ state }: { state: string }) => state === "unknown")).toBe(true);
  });
});

describe("what a second reader of the report found", () => {
  const run = async (headers_: string, lines: string[], ...args: string[]) => {
    const { out, err } = await kpi([
      "report",
      table(headers_, ...lines),
      "--year",
      "2025",
      "--month",
      "2025-09",
      ...args,
    ]);
    if (out === "") throw new Error(err);
    return out;
  };
  const json = async (headers_: string, lines: string[], ...args: string[]) =>
    JSON.parse(await run(headers_, lines, "--format", "json", ...args));
  const flow = "case_id,agency,field,channel,received_at,due_at,finished_at,status";

  it("due soon is by the due day: 10:00 on the fourth working day is not, the end of the third is", async () => {
    const { periodic } = await json(
      flow,
      [
        "1,X,F,online,2025-09-02,2025-09-15 10:00,,processing",
        "2,X,F,online,2025-09-02,2025-09-16 10:00,,processing",
        "3,X,F,online,2025-09-02,2025-09-15,,processing",
        "4,X,F,online,2025-09-02,2025-09-16,,processing",
        "5,X,F,online,2025-09-10,2025-12-15 10:00,,processing",
      ],
      "--list-cases",
    );
    expect(periodic.open).toMatchObject({ asOf: "2025-09-10", soonUntil: "2025-09-15" });
    expect(periodic.open.agencies).toEqual([{ name: "X", open: 5, overdue: 0, soon: 2 }]);
    expect(periodic.open.cases.map(({ id }: { id: string }) => id)).toEqual(["1", "3"]);
  });

  const later = [
    "5,Y,F,online,2025-09-01,2025-09-09 10:00,2025-09-20,finished",
    "6,Y,F,online,2025-09-02,2025-09-20 10:00,2025-10-03,finished",
    "7,Z,F,online,2025-09-10,2025-12-15 10:00,,processing",
  ];

  it("the last receipt is not the last that a log says: all is as of 3 October, when a case ended, form and list of 30 September", async () => {
    const { periodic, options } = await json(flow, later, "--list-cases");
    expect([options.asOf, periodic.form.asOf, periodic.open.asOf]).toEqual(["2025-10-03", "2025-09-30", "2025-09-30"]);
    expect(periodic.form.total).toMatchObject({ received: 3, resolved: 1, late: 1, open: 2, overdue: 1 });
    expect(periodic.open.agencies).toEqual([
      { name: "Y", open: 1, overdue: 1, soon: 0 },
      { name: "Z", open: 1, overdue: 0, soon: 0 },
    ]);
    expect(periodic.open.cases).toEqual([{ id: "6", agency: "Y", due: "2025-09-20", overdue: true }]);
  });

  it("--as-of 8 September: what was received on the 10th is not there, what ended on the 20th is open", async () => {
    const { periodic } = await json(flow, later, "--list-cases", "--as-of", "2025-09-08");
    expect(periodic.form).toMatchObject({
      asOf: "2025-09-08",
      total: { received: 2, resolved: 0, open: 2, overdue: 0 },
    });
    expect(periodic.open.cases).toEqual([{ id: "5", agency: "Y", due: "2025-09-09", overdue: false }]);
  });

  it("warns of no opposite move where one of five procedures went down and four did not move", async () => {
    const lines: string[] = [];
    const add = (month: string, procedure: number, n: number, yes: number) => {
      for (let i = 0; i < n; i++) {
        const at = `2025-${month}-02`;
        lines.push(`${lines.length},online,${at} 08:00,${at} 09:00,finished,${procedure},${i < yes ? "x" : ""}`);
      }
    };
    for (const procedure of [1, 2, 3, 4]) for (const month of ["08", "09"]) add(month, procedure, 10, 5);
    add("08", 5, 10, 10);
    add("09", 5, 100, 95);
    const { periodic } = await json(
      "case_id,channel,received_at,finished_at,status,procedure_code,electronic_result",
      lines,
      "--kpi",
      "electronic-result-share",
    );
    expect(periodic.moves[0].now).toBeGreaterThan(periodic.moves[0].before);
    expect(periodic.moves[0].opposite).toBe(false);
  });

  it("rates that are equal fractions have not moved: 117 ÷ 20 and 351 ÷ 60", () => {
    const parts = (scale: number) => new Map([["A", { sum: 117 * scale, n: 20 * scale }]]);
    const whole = (scale: number) => ({ sum: 117 * scale, n: 20 * scale });
    expect(split(whole(1), whole(3), parts(1), parts(3), 1)).toMatchObject({ performance: 0, opposite: false });
  });

  it("a target that is now without data is said to be, not that nothing changed", async () => {
    const lines = ["1,online,2025-08-01,2025-08-02,5,finished", "2,online,2025-09-01,2025-09-02,,finished"];
    const args = ["--kpi", "satisfaction-online", "--format", "markdown"];
    const head = "case_id,channel,received_at,finished_at,rating,status";
    expect(await run(head, lines, ...args)).toContain(
      "Against August 2025, 1 target now without data or undecided (Satisfaction with online services).",
    );
    expect(await run(head, lines, ...args, "--lang", "vi")).toContain(
      "1 chỉ tiêu nay chưa kết luận được hoặc chưa có số liệu",
    );
  });

  it("a month before the first receipt has its submissions: 7 minutes of 2 cases in August", async () => {
    const { periodic } = await json("case_id,channel,login_at,submitted_at,received_at", [
      "1,online,2025-08-29 20:00,2025-08-29 20:05,2025-09-01 08:00",
      "2,online,2025-08-30 20:00,2025-08-30 20:09,2025-09-03 08:00",
      "3,online,2025-09-04 20:00,2025-09-04 20:09,2025-09-05 08:00",
    ]);
    const time = periodic.before.results.find((one: { kpi: string }) => one.kpi === "submission-time");
    expect(time.measure).toMatchObject({ value: 7, n: 2 });
    expect(periodic.trend.series[0].points.at(-2)).toMatchObject({ value: 7, n: 2, verdict: "pass" });
  });

  it("a case without a receipt stands below the form; in a log without a column for its end an open case is open", async () => {
    const one = await json(flow, [
      "1,X,F,online,,2025-09-15,2025-09-10,finished",
      "2,X,F,online,2025-09-01,2025-09-15,2025-09-10,finished",
    ]);
    expect(one.periodic.form).toMatchObject({ withoutReceipt: 1, total: { resolved: 1 } });
    const other = table(
      "case_id,agency,channel,received_at,status",
      "M1,X,online,2025-09-01,finished",
      "M2,X,online,2025-09-02,processing",
    );
    const { out } = await kpi([
      "report",
      table(flow, "2,X,F,online,2025-09-01,2025-09-15,2025-09-10,finished"),
      other,
      "--year",
      "2025",
      "--month",
      "2025-09",
      "--format",
      "json",
    ]);
    expect(JSON.parse(out).periodic.form).toMatchObject({
      endedWithoutTime: 1,
      unreadable: 0,
      unreadableBefore: 0,
      total: { received: 2, open: 1 },
    });
  });

  it("one receipt of 2015 among a hundred and more does not make whole years of a log that begins in August", async () => {
    const lines = Array.from({ length: 120 }, (_, i) => `${i},online,2025-0${i % 2 === 0 ? 8 : 9}-10,5`);
    const { periodic } = await json("case_id,channel,received_at,rating", [...lines, "x,online,2015-03-05,5"]);
    expect(periodic.trend.periods.map(({ partial }: { partial: boolean }) => partial)).toEqual([
      ...Array(11).fill(true).slice(0, 10),
      true,
      false,
    ]);
  });

  it("what was left out is told in words, without empty brackets or codes", async () => {
    const page = await run(flow, later, "--format", "markdown", "--as-of", "2025-09-08");
    expect(page).not.toMatch(/\(\s*\)|: \)|after-as-of|no-column| {2}\(/);
  });

  it("--expected 0 leaves the year as it is", async () => {
    const lines = ["1,online,2025-09-01,5", "2,online,2025-09-02,1"];
    const { periodic } = await json("case_id,channel,received_at,rating", lines, "--expected", "0");
    expect(periodic.needs).toEqual([
      expect.objectContaining({ state: "unreachable", expected: { n: 0, from: "given" } }),
    ]);
    expect(periodic.expected).toBe(0);
  });

  it("a report of January 2000 has nothing before it, and is made", async () => {
    const file = table("case_id,channel,received_at,rating", "1,online,2000-01-05,5");
    const { code, err } = await kpi(["report", file, "--year", "2025", "--month", "2000-01", "--format", "json"]);
    expect([code, err]).toEqual([3, ""]);
  });
});
