/** kpi compare: what is found between two exports, by hand and by relations; case by case held to a naive Map. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasRisen, volumeChange } from "../../src/report/comparison-rules.ts";
import type { Comparison } from "../../src/report/reliability.ts";
import { comparisonSchema } from "../../src/run/comparison-schema.ts";
import { folder, kpi, log, table } from "../run.ts";

const sample = "fixtures/sample/cases.csv";

async function compared(old: string, now: string, ...more: string[]) {
  const run = await kpi(["compare", old, now, "--format", "json", ...more]);
  if (run.out === "") throw new Error(run.err);
  const made = comparisonSchema.parse(JSON.parse(run.out)) as unknown as Comparison;
  const of = (code: string) => made.findings.filter((one) => one.code === code).map(({ data }) => data);
  return { code: run.code, made, of, codes: [...new Set(made.findings.map(({ code }) => code))] };
}

interface Row {
  readonly id: string;
  readonly agency: string;
  readonly channel: string;
  /** Of 2025. */
  readonly month: number;
  readonly day: number;
  readonly status: string;
  /** Days after receipt; null for none. */
  readonly due: number | null;
  readonly done: number | null;
}

const header = "Mã hồ sơ,Đơn vị xử lý,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái";
const iso = (month: number, day: number) => new Date(Date.UTC(2025, month - 1, day)).toISOString().slice(0, 10);

function lineOf({ id, agency, channel, month, day, status, due, done }: Row): string {
  const after = (days: number | null) => (days === null ? "" : iso(month, day + days));
  return [id, agency, channel, iso(month, day), after(due), after(done), status].join(",");
}

const logOf = (rows: readonly Row[], head = header) => table(head, ...rows.map(lineOf));
const withoutIds = (rows: readonly Row[]) =>
  table(header.slice("Mã hồ sơ,".length), ...rows.map((row) => lineOf(row).slice(row.id.length + 1)));

/** So many cases of an agency in a month, spread over its days from the first to the 28th. */
function month(agency: string, of: number, count: number, changed: Partial<Row> = {}): Row[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `${agency}-${of}-${i}`,
    agency,
    channel: "Trực tuyến",
    month: of,
    day: i === 0 ? 1 : i === 1 ? 28 : 1 + (i % 28),
    status: "Đã trả kết quả",
    due: 5,
    done: 3,
    ...changed,
  }));
}

const quarter = ["A", "B", "C"].flatMap((agency) => [1, 2, 3].flatMap((of) => month(agency, of, 30)));

describe("the rules, worked by hand", () => {
  it.each([
    // (3 − 20)² = 289 > 9 · 23 = 207, and 3 is less than half of 20.
    [20, 1, 3, 1, "fell"],
    [3, 1, 20, 1, "rose"],
    // (9 − 20)² = 121 ≤ 9 · 29 = 261.
    [20, 1, 9, 1, null],
    // 19 cases are too few to speak of.
    [19, 1, 0, 1, null],
    // Half is not less than half: (200 − 400)² > 9 · 600 all the same.
    [400, 1, 200, 1, null],
    [400, 1, 199, 1, "fell"],
    [400, 1, 800, 1, null],
    [400, 1, 801, 1, "rose"],
    // 20 a month and 8 a month: (8·3 − 60·1)² = 1296 > 9 · (8·9 + 60) = 1188; with 9 it is 1089 ≤ 1269.
    [60, 3, 8, 1, "fell"],
    [60, 3, 9, 1, null],
  ] as const)("%i cases in %i months, then %i in %i: %s", (x, a, y, b, change) => {
    expect(volumeChange(x, a, y, b)).toBe(change);
  });

  it.each([
    // 8 points: z² = 800²·200 ÷ (100·100·8·192) = 8.33; 9 points: 900²·200 ÷ (100·100·9·191) = 9.42 > 9.
    [0, 100, 8, 100, 5, false],
    [0, 100, 9, 100, 5, true],
    // Sure, but 4.9 points; 5 points; the same the other way round.
    [0, 1000, 49, 1000, 5, false],
    [0, 1000, 50, 1000, 5, true],
    [50, 1000, 0, 1000, 5, false],
    [0, 0, 0, 0, 5, false],
    [0, 0, 50, 100, 5, false],
  ])("%i of %i, then %i of %i, by %i points: %s", (x, n, y, m, points, rose) => {
    expect(hasRisen({ count: x, of: n }, { count: y, of: m }, points)).toBe(rose);
  });
});

describe("kpi compare", () => {
  it("of a log and itself finds nothing and exits 0; every case is in both, and none differs", async () => {
    const { code, made } = await compared(sample, sample);
    expect([code, made.findings]).toEqual([0, []]);
    expect(made.cases).toMatchObject({ both: 2000, oldOnly: 0, nowOnly: 0, differing: 0, sharedIds: 0 });
    expect(made.now.names).toEqual(["cases.csv (2)"]);
  });

  it("of each file of the fixtures that can be read and itself finds nothing, and nothing beside its own part", async () => {
    const files = readdirSync("fixtures/faults").map((name) => `fixtures/faults/${name}`);
    let readable = 0;
    for (const file of files) {
      const run = await kpi(["compare", file, file, "--format", "json"]);
      if (run.code === 2) continue;
      readable++;
      const part = `${folder()}/part.kpi.json`;
      await kpi(["tally", file, "--by", "agency", "--out", part]);
      const beside = await compared(part, file);
      const made = JSON.parse(run.out) as Comparison;
      expect([run.code, made.findings, beside.made.findings], file).toEqual([0, [], []]);
      expect([beside.made.months, beside.made.agencies], file).toEqual([made.months, made.agencies]);
    }
    expect(readable).toBeGreaterThan(30);
  }, 60_000);

  it("of a log without a case in some months says so only where the other has one, or does not go so far", async () => {
    const sparse = [...month("A", 1, 2), ...month("A", 4, 2)];
    expect((await compared(withoutIds(sparse), withoutIds(sparse))).codes).toEqual([]);
    const { of } = await compared(withoutIds([...month("A", 1, 2), ...month("A", 2, 2)]), withoutIds(sparse));
    expect(of("month-missing")).toEqual([
      { month: "2025-02", old: 2 },
      { month: "2025-03", old: 0 },
    ]);
  });

  it("of an agency that is gone, a column, a month, half of the channels and a new word names each, most serious first", async () => {
    const kept = quarter
      .filter(({ agency, month: of }) => agency !== "B" && of !== 2)
      .map((row, i) => ({
        ...row,
        channel: i % 2 === 0 ? "" : i === 1 ? "Kiosk" : i === 3 ? "Nộp trực tiếp" : row.channel,
      }));
    const now = kept.map((row) => lineOf(row).split(",").toSpliced(4, 1).join(","));
    const { code, made, of, codes } = await compared(
      logOf(quarter),
      table(header.replace("Ngày hẹn trả,", ""), ...now),
    );
    expect(code).toBe(1);
    expect(codes).toEqual([
      "column-gone",
      "agency-missing",
      "month-missing",
      "cases-gone",
      "volume-fell",
      "blanks-rose",
      "unknown-word",
      "cells-changed",
      "known-word",
    ]);
    expect(of("column-gone")).toEqual([{ column: "due_at", headers: ["Ngày hẹn trả"], maps: [] }]);
    expect(of("agency-missing")).toEqual([{ agency: "B", old: 90 }]);
    expect(of("month-missing")).toEqual([{ month: "2025-02", old: 90 }]);
    // Of 270 the 120 of A and C in January and March are left.
    expect(of("cases-gone")).toEqual([{ count: 150 }]);
    // February alone: 90 → 60 over three months is no half. The sum of both says nothing of a month that is told already.
    expect(of("volume-fell")).toEqual(
      ["A", "C"].map((agency) => ({
        agency,
        months: [{ month: "2025-02", old: 30, now: 0 }],
        oldMonths: 3,
        nowMonths: 3,
      })),
    );
    expect(of("blanks-rose")).toEqual([{ column: "channel", old: { count: 0, of: 270 }, now: { count: 60, of: 120 } }]);
    expect(of("unknown-word")).toEqual([{ column: "channel", word: "Kiosk", count: 1 }]);
    expect(of("known-word")).toEqual([{ column: "channel", word: "Nộp trực tiếp", means: "in_person", count: 1 }]);
    // Kiosk cannot be read, so that nobody knows whether it differs.
    expect(of("cells-changed")).toEqual([{ column: "channel", lost: 60, changed: 1, of: 120 }]);
    expect(made.cases?.fields[1]).toEqual({ column: "channel", filled: 0, lost: 60, changed: 1, unreadable: 1 });
  });

  it("names an agency whose volume fell over the months that both cover, where no month of it alone shows it", async () => {
    // 8 → 2 a month is chance; 24 → 6 in three months is not: 18² = 324 > 9 · 30 = 270.
    const small = (count: number) => [1, 2, 3].flatMap((of) => month("D", of, count));
    const { of, codes } = await compared(withoutIds([...quarter, ...small(8)]), withoutIds([...quarter, ...small(2)]));
    expect(codes).toEqual(["volume-fell"]);
    expect(of("volume-fell")).toEqual([
      { agency: "D", months: [{ month: null, old: 24, now: 6 }], oldMonths: 3, nowMonths: 3 },
    ]);
  });

  it("of exports of two months compares by the month: 60 then 60 is the same, of an agency 30 then 70 is more than double", async () => {
    const before = [...month("A", 1, 30), ...month("B", 1, 30)];
    const after = [...month("A", 2, 30), ...month("B", 2, 70)];
    const { of, codes, made } = await compared(withoutIds(before), withoutIds(after));
    expect(codes).toEqual(["volume-rose"]);
    expect(of("volume-rose")).toEqual([
      { agency: "B", months: [{ month: null, old: 30, now: 70 }], oldMonths: 1, nowMonths: 1 },
    ]);
    expect(made.uncompared).toEqual([
      { what: "days", because: "no-day-in-common" },
      { what: "cases", because: "no-ids" },
    ]);
    // Nothing can be gone from days that only one of them covers.
    expect((await compared(logOf(before), logOf(after))).made.cases).toMatchObject({
      oldOnly: 60,
      gone: null,
      added: null,
    });
  });

  it("of a log of half a month says that no month is whole, and finds no volume in it", async () => {
    const half = quarter.filter(({ month: of, day }) => of === 1 && day < 15);
    const { made, codes } = await compared(withoutIds(quarter), withoutIds(half));
    expect(codes).toEqual(["ends-early"]);
    expect(made.uncompared).toContainEqual({ what: "volume", because: "no-whole-month" });
    expect(made.months[0]).toMatchObject({ month: "2025-01", old: 90, oldCovered: true, nowCovered: false });
  });

  it("of exports without a day in common says that, and finds neither that one ends early nor that it begins late", async () => {
    const [first, second] = [month("A", 1, 30), month("A", 2, 30)];
    for (const [old, now] of [
      [first, second],
      [second, first],
    ]) {
      const { code, made } = await compared(logOf(old), logOf(now));
      expect([code, made.findings]).toEqual([0, []]);
      expect(made.uncompared).toEqual([{ what: "days", because: "no-day-in-common" }]);
      expect(made.cases).toMatchObject({ oldOnly: 30, gone: null, added: null });
    }
    const run = await kpi(["compare", logOf(first), logOf(second), "--lang", "en"]);
    expect(run.out).toContain("Not compared: days of receipt (they have none in common).");
  });

  it("of a log without days tells no number of cases by month, and no 0", async () => {
    const { made } = await compared("fixtures/sample/register.csv", "fixtures/sample/durations.csv");
    expect(made.months[0]).toMatchObject({ month: "2025-01", old: 19, now: null });
    expect((await kpi(["compare", "fixtures/sample/register.csv", "fixtures/sample/durations.csv"])).out).toMatch(
      / 19 +– +1\/2025/,
    );
  });

  it("names rejected rows and faults that rise by a point, and headers and columns that changed", async () => {
    const bad = quarter.map((row, i) => (i < 10 ? lineOf(row).replace(/2025-\d\d-\d\d/, "hôm qua") : lineOf(row)));
    const broken = Array.from({ length: 10 }, (_, i) => `X${i},A`);
    const head = `${header.replace("Hình thức nộp", "Kênh tiếp nhận")},Lệ phí`;
    const now = table(head, ...bad.map((line) => `${line},0`), ...broken);
    const { of, codes } = await compared(logOf(quarter), now);
    expect(codes).toEqual(["rejected-rose", "issue-rose", "column-new", "header-changed"]);
    expect(of("rejected-rose")).toEqual([{ old: { count: 0, of: 270 }, now: { count: 10, of: 280 } }]);
    expect(
      of("issue-rose").map(({ code, column, now: share }) => [code, column, (share as { count: number }).count]),
    ).toEqual(
      [
        ["bad-time", "received_at", 10],
        ["too-few-cells", null, 10],
      ].sort(),
    );
    expect(of("column-new")).toEqual([{ column: "fee", headers: ["Lệ phí"] }]);
    expect(of("header-changed")).toEqual([{ column: "channel", old: ["Hình thức nộp"], now: ["Kênh tiếp nhận"] }]);
  });

  it.each(["", "hôm qua"])(
    "of an agency whose cases have %j for a day of receipt does not say that it is missing: its rows are there",
    async (day) => {
      const now = table(
        header,
        ...quarter.map((row) => (row.agency === "B" ? lineOf(row).replace(/2025-\d\d-\d\d/, day) : lineOf(row))),
      );
      const { made, of, codes } = await compared(logOf(quarter), now);
      expect(codes).not.toContain("agency-missing");
      // None of its 90 is received in a month any more.
      expect(of("volume-fell").map(({ agency }) => agency)).toEqual(["B"]);
      expect(made.cases).toMatchObject({ oldOnly: 0, both: 270 });
      expect((await compared(now, logOf(quarter))).codes).not.toContain("agency-new");
      // Beside a part too: it has them among the cases that were finished.
      const part = `${folder()}/part.kpi.json`;
      await kpi(["tally", logOf(quarter), "--by", "agency", "--out", part]);
      expect((await compared(part, now)).codes).not.toContain("agency-missing");
    },
  );

  it("of an agency that had cases without a day of receipt only, and is gone, tells no number of cases", async () => {
    const old = table(
      header,
      ...quarter.map((row) => (row.agency === "B" ? lineOf(row).replace(/2025-\d\d-\d\d/, "") : lineOf(row))),
    );
    const now = logOf(quarter.filter(({ agency }) => agency !== "B"));
    expect((await compared(old, now)).of("agency-missing")).toEqual([{ agency: "B", old: 0 }]);
    expect((await kpi(["compare", old, now, "--lang", "en"])).out).toContain(
      "B: it had cases, none counted as received",
    );
    expect((await kpi(["compare", old, now, "--lang", "vi"])).out).toContain(
      "B: trước có hồ sơ, không hồ sơ nào được tính là đã tiếp nhận",
    );
    expect((await compared(now, old)).of("agency-new")).toEqual([{ agency: "B", now: 0 }]);
  });

  it("of rows shifted by a cell tells no name of a person among the agencies, nor a number of one", async () => {
    const persons = ["Nguyễn Văn Bí Mật 0912345678", "Trần Thị Kín", "Số nhà 12 ngõ 3"];
    const shifted = persons.map((agency, i) => ({ ...month("A", 2, 1)[0], agency, id: `S${i}` }));
    const with_ = logOf([...quarter, ...shifted]);
    for (const [old, now, code, count] of [
      [logOf(quarter), with_, "agency-new", "now"],
      [with_, logOf(quarter), "agency-missing", "old"],
    ] as const) {
      const { of, made } = await compared(old, now, "--year", "2025");
      expect(of(code)).toEqual([{ agency: "…", [count]: 3 }]);
      expect(made.agencies?.map(({ name }) => name).sort()).toEqual(["A", "B", "C", "…"]);
      for (const args of [
        ["--lang", "vi"],
        ["--lang", "en"],
        ["--format", "json"],
      ]) {
        const { out } = await kpi(["compare", old, now, ...args]);
        expect(out).not.toMatch(/Bí Mật|0912|Kín|ngõ/);
        expect(out).toContain("…");
      }
    }
    // What stands in both is no row gone astray, and is told as it is.
    const both = logOf([...quarter, ...month("Lê Chân", 1, 30)]);
    expect((await compared(both, both)).made.agencies?.map(({ name }) => name)).toEqual(["A", "B", "C", "Lê Chân"]);
    expect((await compared(both, logOf([...quarter, ...shifted]))).of("agency-missing")).toEqual([
      { agency: "…", old: 30 },
    ]);
  });

  it("offers the header that comes near a column that is gone", async () => {
    const { of } = await compared(
      logOf(quarter),
      logOf(quarter, header.replace("Trạng thái", "Trang thai ho so hien tai x")),
    );
    expect(of("column-gone")).toEqual([
      { column: "status", headers: ["Trạng thái"], maps: ['--map status="Trang thai ho so hien tai x"'] },
    ]);
  });

  it("offers no column of persons for one that is gone: the owner of a case is no channel", async () => {
    const { of } = await compared(sample, "fixtures/sample/register.csv");
    expect(of("column-gone")).toContainEqual({ column: "channel", headers: ["Hình thức nộp"], maps: [] });
  });

  it("a mapping of a header that one of the two has is of that one alone", async () => {
    const other = logOf(quarter, header.replace("Hình thức nộp", "Nguồn"));
    const { code, codes } = await compared(logOf(quarter), other, "--map", "channel=Nguồn", "--year", "2025");
    expect([code, codes]).toEqual([1, ["header-changed"]]);
    const wrong = await kpi(["compare", sample, other, "--map", "channel=Nguồn khác"]);
    expect([wrong.code, wrong.out]).toEqual([2, ""]);
  });

  it("reads one of the two from standard input, the reliability of it too", async () => {
    const run = await kpi(["compare", sample, "-", "--year", "2025", "--format", "json"], {
      input: readFileSync(sample, "utf8"),
    });
    expect([run.code, run.err]).toEqual([0, ""]);
    expect(JSON.parse(run.out).reliability.map(({ grade }: { grade: string }) => grade)).toEqual(
      Array(7).fill("sufficient"),
    );
  });

  it.each([
    ["a file that is not there", ["gone.csv"], /no file "gone.csv"/],
    ["a log without a row", [log(`${header}\n`)], /header row but no case/],
    ["no cases to list in a log without ids", [withoutIds(quarter), "--list-cases", "3"], /column of case ids/],
    ["a number that is none", [sample, "--list-cases", "0"], /whole number of 1 or more/],
    ["a format that is none", [sample, "--format", "xlsx"], /table, json/],
    ["an output in place of a log", [sample, "--out", sample], /two outputs/],
    ["a plan without targets of that year", [sample, "--year", "2031"], /2031/],
  ])("of %s exits 2 with a sentence and prints nothing", async (_, args, said) => {
    const run = await kpi(["compare", sample, ...args, "--lang", "en"]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toMatch(said);
  });

  it("writes to a file, whole, what it prints", async () => {
    const file = `${folder()}/kq.json`;
    const run = await kpi(["compare", sample, sample, "--format", "json", "--out", file]);
    expect([run.code, run.out]).toEqual([0, ""]);
    expect(readFileSync(file, "utf8")).toBe((await kpi(["compare", sample, sample, "--format", "json"])).out);
  });
});

describe("an export that is cut off", () => {
  const days = (from: number, to: number, count = 10) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((day) =>
      Array.from({ length: count }, (_, i): Row => {
        const [of, on] = [
          new Date(Date.UTC(2025, 0, day)).getUTCMonth() + 1,
          new Date(Date.UTC(2025, 0, day)).getUTCDate(),
        ];
        return { ...month("A", of, 1)[0], id: `${day}-${i}`, day: on };
      }),
    );
  /** 1 January to 30 June: 181 days, 1,810 cases. */
  const whole = days(1, 181);
  it("behind 10 March ends early: 112 days of 10 cases are missing", async () => {
    const { code, made, of, codes } = await compared(logOf(whole), logOf(days(1, 69)));
    expect([code, codes]).toEqual([1, ["ends-early"]]);
    expect(of("ends-early")).toEqual([{ from: "2025-03-11", to: "2025-06-30", old: 1120 }]);
    expect(made.cases).toMatchObject({ oldOnly: 1120, gone: 0 });
  });

  it("before 1 April begins late: 90 days are missing at the start; without ids it is told all the same", async () => {
    const { code, of, codes } = await compared(withoutIds(whole), withoutIds(days(91, 181)));
    expect([code, codes]).toEqual([1, ["begins-late"]]);
    expect(of("begins-late")).toEqual([{ from: "2025-01-01", to: "2025-03-31", old: 900 }]);
  });

  it("of 60 cases of a month keeps one: it ends early, and its day has one case too few", async () => {
    // Two cases a day for 30 days; one of the first day is left.
    const { code, of, codes, made } = await compared(logOf(days(1, 30, 2)), logOf(days(1, 1, 1)));
    expect([code, codes]).toEqual([1, ["ends-early", "cases-gone"]]);
    expect(of("ends-early")).toEqual([{ from: "2025-01-02", to: "2025-01-30", old: 58 }]);
    expect([of("cases-gone"), made.cases?.oldOnly]).toEqual([[{ count: 1 }], 59]);
  });

  it("is found from the eighth day on; a day fewer is the week's end or a holiday", async () => {
    for (const [first, last, codes] of [
      [1, 174, []],
      [1, 173, ["ends-early"]],
      [8, 181, []],
      [9, 181, ["begins-late"]],
    ] as const) {
      expect((await compared(withoutIds(whole), withoutIds(days(first, last)))).codes, `${first}–${last}`).toEqual(
        codes,
      );
    }
  });

  it("a case gone within days that both have is told where no whole month is in both, and none is added on a last day", async () => {
    // 11 to 20 January, and 15 to 24 January: 15 to 20 are in both.
    const now = days(15, 24).filter(({ id }) => id !== "15-0" && id !== "20-0");
    const old = days(11, 20).filter(({ id }) => id !== "16-0" && id !== "20-1");
    const { of, made } = await compared(logOf(old), logOf(now));
    expect(of("cases-gone")).toEqual([{ count: 2 }]);
    // The old export was made before its last day was over: 20-1 came after.
    expect(of("cases-added")).toEqual([{ count: 1 }]);
    expect(made.cases).toMatchObject({ oldOnly: 42, nowOnly: 42, gone: 2, added: 1 });
    // Where the new one ends with it, that day is over for both.
    const same = await compared(logOf(old), logOf(days(15, 20)));
    expect(same.of("cases-added")).toEqual([{ count: 2 }]);
  });

  it("beside a part is told without a number of cases, of which a part keeps no days", async () => {
    const part = `${folder()}/part.kpi.json`;
    await kpi(["tally", withoutIds(whole), "--by", "agency", "--out", part]);
    const now = withoutIds(days(1, 69));
    expect((await compared(part, now)).of("ends-early")).toEqual([{ from: "2025-03-11", to: "2025-06-30", old: null }]);
    for (const [lang, said] of [
      ["en", "few or no receipts 11 Mar 2025 – 30 Jun 2025"],
      ["vi", "không có hồ sơ tiếp nhận 11/3/2025"],
    ] as const) {
      const { out } = await kpi(["compare", part, now, "--lang", lang]);
      expect(out).toContain(said);
      expect(out).not.toMatch(/null|undefined|NaN/);
    }
  });
});

describe("case by case", () => {
  const row = (id: string, more: Partial<Row> = {}): Row => ({ ...month("A", 1, 1)[0], id, ...more });
  const open = { status: "Đang xử lý", done: null };

  it("counts in one only, in both, and how each cell goes on; ids that several cases share are not compared", async () => {
    const old = logOf([
      row("1"),
      row("2", open),
      row("3"),
      row("4", { channel: "Trực tiếp" }),
      row("5"),
      row("", {}),
      // Two cases of one id: of another agency and another day.
      row("6"),
      row("6", { agency: "B", day: 9 }),
    ]);
    const now = logOf([
      row("7"),
      row("6"),
      row("5", { done: null }),
      row("4", { due: 9, channel: "Kiosk" }),
      row("3", { day: 2 }),
      row("2"),
    ]);
    const { made } = await compared(old, now, "--list-cases", "2");
    expect(made.cases).toMatchObject({
      oldCases: 8,
      nowCases: 6,
      oldOnly: 1,
      nowOnly: 1,
      both: 4,
      differing: 4,
      sharedIds: 1,
      sharedOld: 2,
      sharedNow: 1,
      oldWithoutId: 1,
      nowWithoutId: 0,
      statuses: [{ from: "processing", to: "returned", count: 1 }],
    });
    expect(Object.fromEntries((made.cases?.fields ?? []).map(({ column, ...how }) => [column, how]))).toEqual({
      status: { filled: 0, lost: 0, changed: 1, unreadable: 0 },
      channel: { filled: 0, lost: 0, changed: 0, unreadable: 1 },
      // A day later all of its days are.
      received_at: { filled: 0, lost: 0, changed: 1, unreadable: 0 },
      due_at: { filled: 0, lost: 0, changed: 2, unreadable: 0 },
      returned_at: { filled: 1, lost: 1, changed: 1, unreadable: 0 },
    });
    const at = (line: number, log = "cases.csv") => ({ log, line });
    expect(made.cases?.lists).toEqual({
      oldOnly: [{ id: "1", old: at(2), now: null, columns: [] }],
      nowOnly: [{ id: "7", old: null, now: at(2, "cases.csv (2)"), columns: [] }],
      differing: [
        { id: "2", old: at(3), now: at(7, "cases.csv (2)"), columns: ["status", "returned_at"] },
        { id: "3", old: at(4), now: at(6, "cases.csv (2)"), columns: ["received_at", "due_at", "returned_at"] },
      ],
    });
  });

  it("names no id where none is asked for", async () => {
    const now = logOf(quarter.slice(1).map((one) => ({ ...one, channel: "Trực tiếp" })));
    for (const format of ["table", "json"]) {
      const { out } = await kpi(["compare", logOf(quarter), now, "--format", format]);
      expect(out).not.toMatch(/A-1-0|A-1-1\b/);
      expect(out).not.toContain("lists");
    }
  });

  it("lists some where a configuration says that cases are listed", async () => {
    const file = log("list-cases: true\n", "kpi.yaml");
    const { made } = await compared(logOf([row("1")]), logOf([row("2")]), "--config", file);
    expect(made.cases?.lists?.oldOnly.map(({ id }) => id)).toEqual(["1"]);
  });

  it("of 5,000 that are gone lists the first 3 in order, in whatever order they stand", async () => {
    const many = Array.from({ length: 5000 }, (_, i) => row(String(99_999 - i)));
    const { made } = await compared(logOf([...many, row("X")]), logOf([row("X")]), "--list-cases", "3");
    expect(made.cases).toMatchObject({ oldOnly: 5000, both: 1 });
    expect(made.cases?.lists?.oldOnly.map(({ id }) => id)).toEqual(["95000", "95001", "95002"]);
  });

  it("a case that went on is no finding: it was finished, and its status moved", async () => {
    const same = [row("8"), row("9", open)];
    const old = logOf([row("1", open), row("2", { ...open, due: null }), ...same]);
    const { code, made } = await compared(old, logOf([row("1"), row("2"), ...same]));
    expect([made.findings, code, made.cases?.differing]).toEqual([[], 0, 2]);
  });
});

describe("the reliability of each KPI", () => {
  const gradesOf = (made: Comparison) =>
    new Map(made.reliability?.map(({ kpi: id, grade, reasons }) => [id, [grade, ...reasons.map(({ code }) => code)]]));

  it("is sufficient for the seven of the sample; without --year nothing is said of it", async () => {
    const { made } = await compared(sample, sample, "--year", "2025");
    expect([...gradesOf(made).values()]).toEqual(Array(7).fill(["sufficient"]));
    expect((await compared(sample, sample)).made.reliability).toBeNull();
  });

  it("is insufficient for want of a column, undetermined where a fifth of the channels went, sufficient elsewhere", async () => {
    const [head = "", ...lines] = readFileSync(sample, "utf8").trimEnd().split(/\r?\n/);
    const at = head.split(",").indexOf("Hình thức nộp");
    const rating = head.split(",").indexOf("Mức độ hài lòng");
    // Cells of the sample that hold a comma are quoted.
    const cells = (line: string) => line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((one) => one.replace(/,$/, "")) ?? [];
    const rows = lines.map((line, i) => {
      const own = cells(line).slice(0, head.split(",").length);
      if (i % 5 === 0) own[at] = "";
      return own.toSpliced(rating, 1).join(",");
    });
    const file = table(head.split(",").toSpliced(rating, 1).join(","), ...rows);
    const { made, codes } = await compared(sample, file, "--year", "2025");
    expect(codes).toEqual(["column-gone", "blanks-rose", "cells-changed"]);
    const grades = gradesOf(made);
    expect(grades.get("satisfaction-online")).toEqual(["insufficient", "lacking"]);
    // The cases of an unknown channel bound it, and cannot turn it.
    expect(grades.get("submission-time")).toEqual(["undetermined", "left-out", "blanks"]);
    expect(grades.get("electronic-result-share")).toEqual(["sufficient"]);
  });

  it("is undetermined for every KPI where the export ends early or begins late within the period, and in no other", async () => {
    const [head = "", ...lines] = readFileSync(sample, "utf8").trimEnd().split(/\r?\n/);
    const received = (line: string) => (line.match(/(\d\d)\/(\d\d)\/2025/) ?? []).slice(1, 3).reverse().join("-");
    // The first of a row's days, of login or of receipt: that of receipt is the same day or a day behind it.
    const within = (from: string, to: string) =>
      table(head, ...lines.filter((line) => received(line) >= from && received(line) <= to));
    for (const [from, to, period, reason] of [
      ["01-01", "06-30", "all", "ends-early"],
      ["07-01", "12-31", "all", "begins-late"],
      ["01-01", "02-28", "2025-Q1", "ends-early"],
      ["01-01", "06-30", "2025-Q1", null],
      ["02-15", "12-31", "2025-Q1", "begins-late"],
      ["02-15", "12-31", "2025-Q2", null],
    ] as const) {
      const { made } = await compared(sample, within(from, to), "--year", "2025", "--period", period);
      const grades = [...gradesOf(made).values()];
      expect(grades.length).toBe(7);
      for (const [grade, ...reasons] of grades) {
        if (grade === "insufficient") continue;
        expect(
          reasons.filter((one) => /^(ends|begins)/.test(one)),
          `${from} ${period}`,
        ).toEqual(reason === null ? [] : [reason]);
        if (reason !== null) expect(grade).toBe("undetermined");
      }
      expect(grades.filter(([grade]) => grade === "insufficient").length).toBeLessThan(3);
    }
  });

  it("is insufficient for all where too many rows are rejected, and undetermined where an agency is missing", async () => {
    const lines = readFileSync(sample, "utf8").trimEnd().split(/\r?\n/);
    const broken = log(`${[...lines, ...Array(200).fill("1,2")].join("\n")}\n`);
    const { made } = await compared(sample, broken, "--year", "2025");
    for (const [, [grade, ...reasons]] of gradesOf(made))
      expect([grade, reasons[0]]).toEqual(["insufficient", "rejected"]);
    const gone = log(`${lines.filter((line) => !line.includes("Sở Y tế")).join("\n")}\n`);
    const without = gradesOf((await compared(sample, gone, "--year", "2025")).made);
    for (const grade of without.values()) expect(grade).toEqual(["undetermined", "incomplete"]);
  });
});

describe("parts", () => {
  const tallied = async (file: string, ...more: string[]) => {
    const part = `${folder()}/part.kpi.json`;
    await kpi(["tally", file, "--out", part, ...more]);
    return part;
  };

  it("a log and its own part are the same, in volumes by agency and month to the case", async () => {
    const part = await tallied(sample, "--by", "agency");
    const ofLogs = (await compared(sample, sample)).made;
    for (const [old, now] of [
      [part, sample],
      [sample, part],
      [part, part],
    ] as const) {
      const { code, made } = await compared(old, now, "--year", "2025");
      expect([code, made.findings]).toEqual([0, []]);
      expect([made.months, made.agencies]).toEqual([ofLogs.months, ofLogs.agencies]);
      expect(made.uncompared.map(({ what }) => what)).toEqual(["words", "blanks", "cases"]);
    }
  });

  it("beside a part the channels that went are told of what it keeps; agencies are not where it has none or pools them", async () => {
    const now = logOf(quarter.map((one, i) => ({ ...one, channel: i % 2 === 0 ? "" : one.channel })));
    const { of, made } = await compared(await tallied(logOf(quarter)), now);
    expect(of("blanks-rose")).toEqual([
      { column: "channel", old: { count: 0, of: 270 }, now: { count: 135, of: 270 } },
    ]);
    expect(made.uncompared).toContainEqual({ what: "agencies", because: "not-kept" });
    const pooled = await compared(await tallied(logOf(quarter), "--by", "agency", "--min-cell", "5"), now);
    expect(pooled.made.agencies).toBeNull();
  });

  it("a part of another zone is refused", async () => {
    const run = await kpi(["compare", await tallied(sample, "--time-zone", "UTC"), sample]);
    expect([run.code, run.out]).toEqual([2, ""]);
  });
});

describe("relations", () => {
  const agencies = ["A", "B", "C", "Đ"];
  const cell = <T>(...values: T[]) => fc.constantFrom(...values);
  /** Every agency has cases on the first and the 28th of each month, so that it is the rest that varies. */
  const anchors = agencies.flatMap((agency) => [1, 2, 3].flatMap((of) => month(agency, of, 2)));
  const rows = fc
    .array(
      fc.record({
        agency: cell(...agencies),
        channel: cell("Trực tuyến", "Trực tiếp"),
        month: fc.integer({ min: 1, max: 3 }),
        day: fc.integer({ min: 1, max: 28 }),
        status: cell("Đã trả kết quả", "Đang xử lý"),
        due: cell(null, 3, 5),
      }),
      { maxLength: 40 },
    )
    .map((more): Row[] => [
      ...anchors,
      ...more.map((one, i) => ({ ...one, id: `H${i}`, done: one.status === "Đang xử lý" ? null : 2 })),
    ]);

  it("a log with itself finds nothing; without an agency exactly that agency", async () => {
    await fc.assert(
      fc.asyncProperty(rows, cell(...agencies), async (all, gone) => {
        expect((await compared(logOf(all), logOf(all))).made.findings).toEqual([]);
        const { made } = await compared(withoutIds(all), withoutIds(all.filter(({ agency }) => agency !== gone)));
        const left = made.findings.filter(({ code }) => code !== "blanks-rose");
        expect(left.map(({ code, data }) => [code, data.agency])).toEqual([["agency-missing", gone]]);
      }),
      { numRuns: 10 },
    );
  });

  it("rows in any order give the same bytes", async () => {
    const twoOrders = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    await fc.assert(
      fc.asyncProperty(twoOrders, rows, async ([all, shuffled], other) => {
        const made = async (list: readonly Row[]) =>
          (await kpi(["compare", logOf(list), logOf(other), "--format", "json"])).out;
        expect(await made(shuffled)).toBe(await made(all));
      }),
      { numRuns: 10 },
    );
  });

  it("case by case it counts what a naive Map counts", async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (old, now) => {
        const { made } = await compared(logOf(old), logOf(now), "--list-cases", "5");
        const before = new Map(old.map((row) => [row.id, row]));
        const after = new Map(now.map((row) => [row.id, row]));
        const gone = [...before.keys()].filter((id) => !after.has(id));
        const come = [...after.keys()].filter((id) => !before.has(id));
        const cellsOf = (line: string) => line.split(",").slice(2);
        const both = [...before].flatMap(([id, row]) => {
          const other = after.get(id);
          return other === undefined ? [] : [{ id, a: cellsOf(lineOf(row)), b: cellsOf(lineOf(other)) }];
        });
        const differing = both.filter(({ a, b }) => a.join() !== b.join()).map(({ id }) => id);
        expect(made.cases).toMatchObject({
          oldOnly: gone.length,
          nowOnly: come.length,
          both: both.length,
          differing: differing.length,
        });
        const { oldCases, sharedOld, oldWithoutId } = made.cases as NonNullable<typeof made.cases>;
        expect([oldCases, sharedOld, oldWithoutId]).toEqual([gone.length + both.length, 0, 0]);
        for (const [i, column] of ["channel", "received_at", "due_at", "returned_at", "status"].entries()) {
          const counts = { filled: 0, lost: 0, changed: 0 };
          for (const { a, b } of both) {
            if (a[i] !== b[i]) counts[a[i] === "" ? "filled" : b[i] === "" ? "lost" : "changed"]++;
          }
          expect(made.cases?.fields.find((one) => one.column === column)).toEqual({ column, ...counts, unreadable: 0 });
        }
        const lists = made.cases?.lists;
        expect(lists?.oldOnly.map(({ id }) => id)).toEqual(gone.sort().slice(0, 5));
        expect(lists?.nowOnly.map(({ id }) => id)).toEqual(come.sort().slice(0, 5));
        expect(lists?.differing.map(({ id }) => id)).toEqual(differing.sort().slice(0, 5));
      }),
      { numRuns: 15 },
    );
  });
});

describe("what it prints", () => {
  const [head = "", ...lines] = readFileSync(sample, "utf8").trimEnd().split(/\r?\n/);
  const words = ["", "Kiosk 24h", "Nộp qua mạng"];
  const changed = () =>
    table(
      head.replace("Ngày hẹn trả", "Cột khác"),
      ...lines
        .filter((line) => !line.includes("Sở Y tế"))
        .map((line, i) => (i % 4 === 3 ? line : line.replace(/,Trực tuyến,/, `,${words[i % 4]},`))),
    );
  const printed = (lang: string, columns: number, ...more: string[]) =>
    kpi(["compare", sample, changed(), "--lang", lang, "--year", "2025", "--list-cases", "2", ...more], { columns });

  it.each(["vi", "en"])("is the golden page in %s at 100 columns", async (lang) => {
    const run = await printed(lang, 100);
    expect(run.code).toBe(1);
    await expect(run.out).toMatchFileSnapshot(`../golden/compare-${lang}.txt`);
  });

  it("fits terminals of 60 to 160 columns in both languages, and cuts no number", async () => {
    for (const lang of ["vi", "en"]) {
      for (const width of [60, 80, 100, 160]) {
        const { out } = await printed(lang, width);
        expect(out.split("\n").filter((line) => line.length > width)).toEqual([]);
        expect(out).not.toMatch(/\d…|undefined|\[object|NaN/);
      }
    }
  });

  it("is held to its schema, which kpi schema compare prints", async () => {
    const { out } = await printed("en", 100, "--format", "json");
    expect(comparisonSchema.safeParse(JSON.parse(out)).success).toBe(true);
    expect(JSON.parse((await kpi(["schema", "compare"])).out).properties.schema).toEqual({
      type: "string",
      const: "kpi-compare/1",
    });
  });
});
