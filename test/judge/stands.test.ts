/** A verdict that stands: what may turn it, of whose cases it speaks, of which days, and who says so. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Result } from "../../src/judge/verdict.ts";
import { folder, kpi, log, ownPlanFile, planFile, report, table } from "../run.ts";
import { runs } from "../runs.ts";

const year = ["--year", "2025"];
const one = async (args: readonly string[], id: string): Promise<Result> => {
  const { results } = await report([...args, ...year, "--kpi", id]);
  return results.find(({ kpi: own, group }) => own === id && group === null) as Result;
};

describe("a case of an unknown channel bounds the reduction", () => {
  const rows = (...unknown: string[]) =>
    table(
      "case_id,channel,received_at,returned_at",
      // Ten hours in person, five online: a cut of 50 %.
      "1,in_person,2025-09-01 08:00,2025-09-01 18:00",
      "2,online,2025-09-01 08:00,2025-09-01 13:00",
      ...unknown,
    );
  it("as if it were of either side: 20 hours online would make 12.5 h on average, 25 % more; in person 15 h, 66.7 % less", async () => {
    const result = await one([rows("3,,2025-09-01 08:00,2025-09-02 04:00")], "processing-time-reduction");
    expect(result).toMatchObject({
      verdict: "undecided",
      measure: { value: 50 },
      leftOut: 0,
      alongside: { unknownChannel: 1 },
    });
    expect(result.bounds?.[0]).toBeCloseTo(-25, 9);
    expect(result.bounds?.[1]).toBeCloseTo(100 * (1 - 5 / 15), 9);
  });
  it("each by itself: 100 h online and 1 h in person make it worse than both on one side, −57.0 % to 58.6 %", async () => {
    const three = (channel: string, hours: number, from: number) =>
      Array.from(
        { length: 3 },
        (_, i) => `${from + i},${channel},2025-09-01 00:00,2025-09-0${1 + Math.floor(hours / 24)} ${hours % 24}:00`,
      );
    const file = table(
      "case_id,channel,received_at,returned_at",
      ...three("in_person", 40, 1),
      ...three("online", 30, 4),
      "7,,2025-09-01 00:00,2025-09-05 04:00",
      "8,zz,2025-09-01 00:00,2025-09-01 01:00",
    );
    const result = await one([file], "processing-time-reduction");
    // Online (90 + 100) ÷ 4 = 47.5 h against (120 + 1) ÷ 4 = 30.25 h; online (90 + 1) ÷ 4 against (120 + 100) ÷ 4.
    expect(result.bounds?.[0]).toBeCloseTo(100 * (1 - 47.5 / 30.25), 9);
    expect(result.bounds?.[1]).toBeCloseTo(100 * (1 - 22.75 / 55), 9);
    expect(result.verdict).toBe("undecided");
  });
  it("and leaves the verdict where both ends meet it: 5 hours online 50 %, in person 33.3 %, of 20 %", async () => {
    const result = await one([rows("3,Kiosk,2025-09-01 08:00,2025-09-01 13:00")], "processing-time-reduction");
    expect(result).toMatchObject({ verdict: "pass", excluded: { "bad-channel": 1 } });
    expect(result.bounds?.[0]).toBeCloseTo(100 * (1 - 5 / 7.5), 9);
    expect(result.bounds?.[1]).toBeCloseTo(50, 9);
  });
  it("in each group by itself, and the same of parts: of A undecided, of B, which has none, a value without bounds", async () => {
    const group = (agency: string, from: number, last: string) =>
      Array.from({ length: 5 }, (_, i) => [
        `${agency}${from + 2 * i},in_person,2025-09-01 08:00,2025-09-01 18:00,${agency}`,
        `${agency}${from + 2 * i + 1},online,2025-09-01 08:00,2025-09-01 13:00,${agency}`,
      ])
        .flat()
        .concat(last === "" ? [] : [last]);
    const file = table(
      "case_id,channel,received_at,returned_at,agency",
      ...group("A", 1, "A99,,2025-09-01 08:00,2025-09-11 08:00,A"),
      ...group("B", 1, ""),
    );
    const part = join(folder(), "a.kpi.json");
    expect((await kpi(["tally", file, "--by", "agency", "--out", part, "-q"])).code).toBe(0);
    for (const input of [file, part]) {
      const { results } = await report([input, ...year, "--by", "agency", "--kpi", "processing-time-reduction"]);
      expect(results.map(({ group, verdict, bounds }) => [group?.name ?? null, verdict, bounds === null])).toEqual([
        [null, "undecided", false],
        ["A", "undecided", false],
        ["B", "pass", true],
      ]);
    }
  });
  it("one without a time too is left out, and not bounded: 1 of 3", async () => {
    const result = await one([rows("3,,,2025-09-01 13:00")], "processing-time-reduction");
    expect(result).toMatchObject({ verdict: "undecided", leftOut: 1, bounds: null });
  });
});

describe("a blank yes or no", () => {
  it("is no, and stands beside a miss that it could turn: 1 of 2, with the blank one 2 of 2", async () => {
    const file = table(
      "case_id,finished_at,received_at,electronic_result",
      "1,2025-09-02,2025-09-01,x",
      "2,2025-09-02,2025-09-01,",
    );
    const result = await one([file], "electronic-result-share");
    expect(result).toMatchObject({
      verdict: "fail",
      measure: { numerator: 1, denominator: 2 },
      alongside: { blanksAsNo: 1 },
    });
    const { out } = await kpi(["check", file, ...year, "--kpi", "electronic-result-share", "--lang", "en"]);
    expect(out.replace(/\s+/g, " ")).toContain("1 blank cell taken as no; were all yes it would be 100 %, a pass");
  });
  it("says nothing where it could not: 1 of 3 is no, whatever the blank one is", async () => {
    const file = table(
      "case_id,finished_at,received_at,electronic_result",
      "1,2025-09-02,2025-09-01,x",
      "2,2025-09-02,2025-09-01,",
      "3,2025-09-02,2025-09-01,không",
    );
    expect((await kpi(["check", file, ...year, "--kpi", "electronic-result-share", "--lang", "en"])).out).not.toContain(
      "taken as no;",
    );
  });
  it("of an online case is digitised already: 2 of 4, of which one for that; “Không” stays no, in person a blank is no", async () => {
    const file = table(
      "case_id,received_at,channel,record_digitised",
      "1,2025-09-01,online,",
      "2,2025-09-01,online,Không",
      "3,2025-09-01,in_person,",
      "4,2025-09-01,in_person,Có",
    );
    for (const input of [file]) {
      expect(await one([input], "record-digitisation-share")).toMatchObject({
        measure: { numerator: 2, denominator: 4 },
        alongside: { blanksAsYes: 1, blanksAsNo: 1 },
      });
    }
    const part = join(folder(), "a.kpi.json");
    await kpi(["tally", file, "--out", part, "-q"]);
    expect(await one([part], "record-digitisation-share")).toMatchObject({
      alongside: { blanksAsYes: 1, blanksAsNo: 1 },
    });
  });
});

it("an example gives what a log of its rows does: whatever the event, the status and the columns", async () => {
  const blank = (values: readonly string[]) => fc.constantFrom("", ...values);
  const columns = {
    status: blank(["registered", "processing", "finished", "returned", "withdrawn", "refused"]),
    received_at: blank(["2025-09-01 08:00"]),
    due_at: blank(["2025-09-04 08:00"]),
    finished_at: blank(["2025-09-03 08:00"]),
    returned_at: blank(["2025-09-03 09:00"]),
    rated_at: blank(["2025-09-03 10:00"]),
  };
  const when = fc.constantFrom("submitted", "received", "finished", "rated", "completed");
  const channel = fc.constantFrom("online", "in_person");
  const all = fc.array(fc.record({ channel, ...columns }), { minLength: 1, maxLength: 8 });
  const some = fc.subarray(Object.keys(columns) as (keyof typeof columns)[]);
  const run = async (event: string, rows: readonly Readonly<Record<string, string>>[], there: readonly string[]) => {
    const cells = rows.map((row) => Object.fromEntries(there.map((name) => [name, row[name]])));
    const cases = cells.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell || null])),
    );
    const is = { field: "channel", is: "online" };
    const own = (gives: object) => ({ id: "own", when: event, share: { is }, example: { cases, gives } });
    const file = table(
      `case_id,${there.join(",")}`,
      ...cells.map((row, i) => [`H${i}`, ...Object.values(row)].join(",")),
    );
    // An example that is not sound tells what came out.
    const wrong = ownPlanFile([own({ numerator: 99, denominator: 99 })], { kpi: "own", atLeast: 1 });
    const [, numerator, denominator] =
      /numerator: (\d+), denominator: (\d+)/.exec((await kpi(["plans", "check", wrong, "--lang", "en"])).out) ?? [];
    const gives = { numerator: Number(numerator), denominator: Number(denominator) };
    const plan = ownPlanFile([own(gives)], { kpi: "own", atLeast: 1 });
    const { results } = await report([file, ...year, "--plan", plan]);
    return { gives, measure: results[0].measure };
  };
  await fc.assert(
    fc.asyncProperty(when, all, some, async (event, rows, names) => {
      // A log with times has its own for the event; of an example that has none all rows have it.
      const has = (name: keyof typeof columns) => names.includes(name);
      fc.pre(has("received_at") || names.every((name) => name === "status"));
      const ends = has("finished_at") || has("returned_at");
      fc.pre(ends || (event !== "finished" && event !== "completed"));
      const { gives, measure } = await run(event, rows, ["channel", ...names]);
      expect(measure ?? {}).toMatchObject(gives);
    }),
    { numRuns: runs(25) },
  );
}, 120_000);

describe("a blank yes or no of a KPI of the plan's own", () => {
  const example = { cases: [{ data_reused: "yes" }], gives: { numerator: 0, denominator: 1 } };
  const said = async (is: object, gives: object, target: object, lang: string, ...cells: readonly string[]) => {
    const own = { id: "own", when: "received", share: { is }, example: { ...example, gives } };
    const plan = ownPlanFile([own], { kpi: "own", ...target });
    const file = table(
      "case_id,received_at,channel,data_reused",
      ...cells.map((cell, i) => `${i},2025-09-01,in_person,${cell}`),
    );
    return (await kpi(["check", file, ...year, "--plan", plan, "--lang", lang])).out.replace(/\s+/g, " ");
  };
  const fifty = (cell: string) => Array.from({ length: 50 }, () => cell);
  const reused = { field: "data_reused", is: "yes" };
  const none = [{ not: reused }, { numerator: 0, denominator: 1 }] as const;
  const some = [reused, { numerator: 1, denominator: 1 }] as const;
  // 50 say no and 50 nothing: all 100 have reused nothing, by their rule; of those that say so there are 50.
  const notReused = [...fifty("no"), ...fifty("")];
  it.each([
    ["en", "of these 50 cases with a blank yes/no cell count as meeting it; without them it would be 50 %, a miss"],
    ["vi", "trong đó 50 hồ sơ để trống cột có/không được tính là đạt; nếu không tính thì 50%, chưa đạt"],
  ])(
    "that counts as meeting it says so, and of no digitising: 100 of 100 in person, 50 without the blanks (%s)",
    async (lang, sentence) => {
      const out = await said(...none, { atLeast: 90 }, lang, ...notReused);
      expect(out).toContain(sentence);
      expect(out).not.toMatch(/digitised|số hóa/);
    },
  );
  it.each([
    ["en", "50 cases with a blank yes/no cell count as not meeting it; if all of them did it would be 100 %, a pass"],
    ["vi", "50 hồ sơ để trống cột có/không được tính là chưa đạt; nếu tính là đạt cả thì 100%, đạt"],
  ])(
    "that counts as not meeting it says so where it could turn the verdict: 50 of 100 (%s)",
    async (lang, sentence) => {
      expect(await said(...some, { atLeast: 90 }, lang, ...fifty("yes"), ...fifty(""))).toContain(sentence);
      expect(await said(...some, { atLeast: 40 }, lang, ...fifty("yes"), ...fifty(""))).not.toContain(sentence);
    },
  );
});

it("a blank of a case whose channel nobody knows leaves digitisation undecided: 1 of 2, 2 of 2 were it online", async () => {
  const file = table("case_id,received_at,channel,record_digitised", "1,2025-09-01,online,x", "2,2025-09-01,zz,");
  const result = await one([file], "record-digitisation-share");
  expect(result).toMatchObject({ verdict: "undecided", bounds: [50, 100], alongside: { blanksOfUnknownChannel: 1 } });
});

describe("the clause's own population", () => {
  const cases = table(
    "case_id,received_at,returned_at,procedure_code,electronic_result",
    "1,2025-09-01,2025-09-02,1.000001,x",
    "2,2025-09-01,2025-09-02,1.000002,",
    "3,2025-09-01,2025-09-02,1.000003,",
  );
  const catalogue = (...rows: string[]) =>
    log(`procedure_code,excluded,has_document,level\n${rows.join("\n")}\n`, "procedures.csv");
  const full = catalogue("1.000001,no,,commune", "1.000002,yes,,commune", "1.000003,no,Không,province");

  it("leaves out the procedure that the plan does (2) and the one that gives no document (3): 1 of 1, where 1 of 3", async () => {
    const without = await one([cases], "electronic-result-share");
    expect(without).toMatchObject({ verdict: "fail", measure: { numerator: 1, denominator: 3 } });
    expect(without.interpretation?.en).toContain("every case of the log counts here");
    const result = await one([cases, "--procedures", full], "electronic-result-share");
    expect(result).toMatchObject({
      verdict: "pass",
      measure: { numerator: 1, denominator: 1 },
      alongside: { proceduresOfClause: 1 },
    });
    expect(result.interpretation).toBeNull();
  });
  it("of a code that the catalogue does not have takes the cases both ways, and lists it: undecided, 50 % to 100 %", async () => {
    const short = catalogue("1.000001,no,,commune", "1.000002,yes,,commune");
    const made = await report([cases, ...year, "--procedures", short, "--kpi", "electronic-result-share"]);
    expect(made.results[0]).toMatchObject({
      verdict: "undecided",
      bounds: [50, 100],
      alongside: { casesOfUnknownProcedures: 1 },
    });
    expect(made.notes).toContainEqual({ code: "codes-not-in-catalogue", data: { count: 1, codes: "1.000003" } });
  });
  it("what cannot be read of a case of such a code counts too: 4 of 4, and one that may be no: 80 % to 100 %", async () => {
    const file = table(
      "case_id,received_at,returned_at,procedure_code,electronic_result",
      ...[1, 2, 3, 4].map((i) => `${i},2025-09-01,2025-09-02,1.000001,x`),
      "5,2025-09-01,2025-09-02,9.999999,zz",
    );
    const result = await one([file, "--procedures", full], "electronic-result-share");
    expect(result).toMatchObject({ verdict: "undecided", bounds: [80, 100] });
  });
  it("of a mean leaves out the cases of such a code, whose times bound nothing: 11 min, undecided of 1 of 2, and told of 1 of 21", async () => {
    const plan = planFile({ kpi: "submission-time", below: 12, population: { levels: ["commune"] } });
    const file = (known: number) =>
      table(
        "case_id,procedure_code,channel,login_at,submitted_at,received_at",
        ...Array.from(
          { length: known },
          (_, i) => `${i},1.000001,online,2025-09-01 08:00:00,2025-09-01 08:11:00,2025-09-01 08:30:00`,
        ),
        "last,9.999999,online,2025-09-01 08:00:00,2025-09-01 10:00:00,2025-09-01 10:30:00",
      );
    const args = (known: number) => [file(known), "--plan", plan, "--procedures", full];
    const few = await one(args(1), "submission-time");
    expect(few).toMatchObject({ verdict: "undecided", measure: { value: 11, n: 1 }, bounds: null, leftOut: 1 });
    const said = async (known: number, lang: string) =>
      (await kpi(["check", ...args(known), ...year, "--lang", lang])).out.replaceAll(/\s+/g, " ");
    expect(await said(1, "en")).toContain("11 min < 12 min ≈ UNDECIDED");
    expect(await said(1, "en")).toContain(
      "1 of 2 cases could not be used, so that nothing can be concluded: codes of procedures that the catalogue does not have (1); cases of the 2 procedures of the clause only; 1 case of codes that the catalogue does not have, left out",
    );
    expect(await one(args(20), "submission-time")).toMatchObject({ verdict: "pass", bounds: null, leftOut: 1 });
    expect(await said(20, "vi")).toContain("1 trong 21 hồ sơ không tính được: mã TTHC không có trong danh mục (1)");
  });
  it("is the same of parts with their groups by procedure; of parts without them a † says that it could not be", async () => {
    const dir = folder();
    const parts = ["procedure", "agency"].map((by) => join(dir, `${by}.kpi.json`));
    await kpi(["tally", cases, "--by", "procedure", "--out", parts[0], "-q"]);
    await kpi(["tally", cases, "--out", parts[1], "-q"]);
    expect(await one([parts[0], "--procedures", full], "electronic-result-share")).toMatchObject({
      measure: { numerator: 1, denominator: 1 },
    });
    const without = await one([parts[1], "--procedures", full], "electronic-result-share");
    expect(without.measure).toMatchObject({ denominator: 3 });
    expect(without.interpretation?.vi).toContain("ở đây tính mọi hồ sơ trong tệp");
  });
  it("has groups by procedure only, those of the clause", async () => {
    const many = table(
      "case_id,received_at,returned_at,procedure_code,electronic_result,agency",
      ...Array.from({ length: 10 }, (_, i) => `${i},2025-09-01,2025-09-02,1.00000${1 + (i % 2)},x,A`),
    );
    const args = [many, ...year, "--procedures", full, "--kpi", "electronic-result-share", "--by", "agency,procedure"];
    const { results } = await report(args);
    expect(results.map(({ group }) => group?.name ?? null)).toEqual([null, "1.000001"]);
  });
  it("by level: Vũ Quang II.2.a counts the commune's cases, 1 of 2, not 1 of 3", async () => {
    const handled = table(
      "case_id,received_at,returned_at,procedure_code,channel,processed_online",
      "1,2025-09-01,2025-09-02,1.000001,online,x",
      "2,2025-09-01,2025-09-02,1.000002,in_person,",
      "3,2025-09-01,2025-09-02,1.000003,in_person,",
    );
    const plan = ["--plan", "vu-quang"];
    expect(await one([handled, ...plan, "--procedures", full], "online-handling-share")).toMatchObject({
      measure: { numerator: 1, denominator: 2 },
    });
    expect((await one([handled, ...plan], "online-handling-share")).measure).toMatchObject({ denominator: 3 });
  });
  it("of a list of which the catalogue has none is no data, with the tag (Dương Kinh III.8(2), kh02-pl5)", async () => {
    const tagged = log("procedure_code,lists\n1.000001,x\n", "procedures.csv");
    expect(
      await one([cases, "--plan", "duong-kinh-68", "--procedures", tagged], "electronic-result-share"),
    ).toMatchObject({ verdict: "no-data", reason: "no-tagged-row", lacks: ["kh02-pl5", "x"] });
  });
});

describe("the plan's own days", () => {
  it("a plan of the second half of 2025 is judged over it: of June's case and July's one counts, and it is said", async () => {
    const cases = table("case_id,channel,received_at", "1,online,2025-06-30", "2,in_person,2025-07-01");
    const args = [cases, "--plan", "ngoai-vu-76"];
    const own = await report([...args, ...year, "--kpi", "online-receipt-share"]);
    expect(own.results[0].measure).toMatchObject({ numerator: 0, denominator: 1 });
    expect(own.period?.name).toBe("2025-H2");
    expect(own.notes).toContainEqual({ code: "plan-period", data: { period: "2025-H2" } });
    const all = await report([...args, ...year, "--kpi", "online-receipt-share", "--period", "all"]);
    expect(all.results[0].measure).toMatchObject({ numerator: 1, denominator: 2 });
  });

  const figures = (...rows: string[]) => log(`figure,year,value,source,stated_on\n${rows.join("\n")}\n`, "figures.csv");
  const cases = (last: string) => table("case_id,channel,received_at,returned_at", `1,online,2025-09-01,${last}`);
  it.each([
    ["40 % on 30/9, wanted by 31/12", "2025-09-30", "40", "no-data", "not-due"],
    ["60 % on 30/9, reached", "2025-09-30", "60", "pass", null],
    ["40 % on 31/12", "2025-12-31", "40", "fail", null],
  ])("5G at %s: as of %s", async (_, asOf, value, verdict, reason) => {
    const stated = figures(`stations-5g-share,2025,${value},x,2025-09-15`);
    const run = [cases("2025-09-30"), "--figures", stated, "--as-of", asOf];
    expect(await one(run, "stations-5g-share")).toMatchObject({ verdict, reason });
  });
  it("what is stated on the day or after it is what it came to: 40 % stated on 15/1/2026 of a log that ends in September", async () => {
    const late = figures("stations-5g-share,2025,40,x,2026-01-15");
    expect(await one([cases("2025-09-30"), "--figures", late], "stations-5g-share")).toMatchObject({ verdict: "fail" });
  });
  it("what is stated on 20/12 is not judged in September's report; one dated 30/9 is", async () => {
    const run = async (day: string) =>
      one(
        [cases("2025-12-30"), "--figures", figures(`staff-online-share,2025,100,x,${day}`), "--period", "2025-09"],
        "staff-online-share",
      );
    expect(await run("2025-12-20")).toMatchObject({
      verdict: "no-data",
      reason: "stated-later",
      lacks: ["2025-12-20", "2025-09-30"],
    });
    expect(await run("2025-09-30")).toMatchObject({ verdict: "pass" });
  });
});

describe("evidence for a KPI that the log shows, or does not", () => {
  const cases = table(
    "case_id,channel,received_at,returned_at,rating",
    ...Array.from({ length: 10 }, (_, i) => `${i},online,2025-09-01,2025-09-02,${i < 8 ? 5 : 1}`),
  );
  const figures = log(
    'figure,year,value,of,source,stated_on\nsatisfaction-online,2025,190,200,Khảo sát,2025-12-20\nsubmission-time,2025,"7,5",,Cổng DVCQG,2025-12-20\n',
    "figures.csv",
  );
  it("7.5 minutes stated on 20/12 are not passed over unsaid in September's report of a log without a login time", async () => {
    const result = await one([cases, "--figures", figures, "--period", "2025-09"], "submission-time");
    expect(result).toMatchObject({ verdict: "no-data", reason: "stated-later", lacks: ["2025-12-20", "2025-09-30"] });
  });
  it("the log wins where it can: 80 % is judged, 95 % stands beside it, 15 points more", async () => {
    const result = await one([cases, "--figures", figures], "satisfaction-online");
    expect(result).toMatchObject({
      verdict: "fail",
      measure: { kind: "ratio", value: 80 },
      beside: { from: "figures", value: 95, source: "Khảo sát", statedOn: "2025-12-20" },
    });
    const { out } = await kpi([
      "check",
      cases,
      ...year,
      "--figures",
      figures,
      "--kpi",
      "satisfaction-online",
      "--lang",
      "en",
    ]);
    expect(out.replace(/\s+/g, " ")).toContain(
      "Khảo sát states 95 % (20 Dec 2025), 15.0 percentage points more than the log shows",
    );
  });
  it("--prefer-stated turns that round; the report says which was preferred", async () => {
    const args = [
      cases,
      ...year,
      "--figures",
      figures,
      "--kpi",
      "satisfaction-online",
      "--prefer-stated",
      "Satisfaction with online services",
    ];
    const made = await report(args);
    expect(made.results[0]).toMatchObject({
      verdict: "pass",
      measure: { kind: "stated", value: 95 },
      beside: { from: "log", value: 80 },
    });
    expect(made.options.preferStated).toEqual(["satisfaction-online"]);
    const without = await kpi(["check", cases, ...year, "--prefer-stated", "satisfaction-online"]);
    expect([without.code, without.out]).toEqual([2, ""]);
  });
  it("without a column for it the stated one is judged, and marked: 7.5 minutes of under 8", async () => {
    expect(await one([cases, "--figures", figures], "submission-time")).toMatchObject({
      verdict: "pass",
      measure: { kind: "stated", value: 7.5 },
    });
    const { out } = await kpi([
      "check",
      cases,
      ...year,
      "--figures",
      figures,
      "--kpi",
      "submission-time",
      "--lang",
      "en",
    ]);
    expect(out).toContain("7.5 min (stated)");
  });
  it("counts among the quality criteria: one by the log, one stated", async () => {
    const dir = folder();
    const plan = join(dir, "plan.yaml");
    const shown = (await kpi(["plans", "show", "hai-phong-219", "--format", "yaml"])).out;
    writeFileSync(plan, shown);
    const { results } = await report([
      cases,
      ...year,
      "--plan",
      plan,
      "--figures",
      figures,
      "--prefer-stated",
      "satisfaction-online",
    ]);
    const met = results.filter(
      ({ kpi: id, verdict }) => ["submission-time", "satisfaction-online"].includes(id) && verdict === "pass",
    );
    expect(met).toHaveLength(2);
    // The other two are not known.
    expect(results.find(({ kpi: id }) => id === "quality-criteria-met")).toMatchObject({
      reason: "criteria-not-judged",
    });
  });
});

describe("beside the plan", () => {
  const rows = [
    "case_id,received_at,due_at,finished_at,status",
    "1,2025-09-01,2025-09-05,2025-09-03,finished", // in time
    "2,2025-09-01,2025-09-05,2025-09-08,finished", // late
    "3,2025-09-01,2025-09-05,,processing", // past due
    "4,2025-09-10,2025-09-30,,processing", // not yet due on 20/9
    "5,2025-09-20,2025-10-30,,processing",
  ];
  it("on time 1 of 3 by our rule, 3 of 5 as the index counts, 1 overdue, whatever the plan", async () => {
    const file = table(...(rows as [string, ...string[]]));
    expect((await report([file, ...year])).service).toEqual({
      onTime: 1,
      of: 3,
      overdue: 1,
      index: { inTime: 3, of: 5 },
    });
    const { out } = await kpi(["check", file, ...year, "--lang", "en"]);
    expect(out).toMatch(
      /On time: 33\.3 % \(1 of 3 done, or due and not done\); as the index of Decision 766\/QĐ-TTg counts: 60 % \(3 of 5/,
    );
    expect(out.replace(/\s+/g, " ")).toContain("at the end 1 open case overdue.");
  });
  it("of September: 1 of 3 in check, which knows of no other period's; in the report 3 of 5 and 1 overdue, as in its form", async () => {
    const file = table(...(rows as [string, ...string[]]));
    const month = await report([file, ...year, "--period", "2025-09"]);
    expect(month.service).toEqual({ onTime: 1, of: 3, overdue: null, index: null });
    const made = JSON.parse((await kpi(["report", file, ...year, "--month", "2025-09", "--format", "json"])).out);
    expect(made.service).toEqual({ onTime: 1, of: 3, overdue: 1, index: { inTime: 3, of: 5 } });
    expect(made.periodic.form.total).toMatchObject({ open: 3, overdue: 1 });
  });
  it("is absent where there is no due time, and where only some KPIs are asked for", async () => {
    expect((await report([table("case_id,received_at", "1,2025-09-01"), ...year])).service).toBeNull();
    expect(
      (await report([table(...(rows as [string, ...string[]])), ...year, "--kpi", "satisfaction"])).service,
    ).toBeNull();
  });
});

it("a stated percentage of 25 digits is printed, and is no fault of the program", async () => {
  const figures = log(
    "figure,year,value,source,stated_on\nstations-5g-share,2025,1234567890123456789012345,x,2025-09-01\n",
    "figures.csv",
  );
  const run = await kpi([
    "check",
    table("case_id,received_at", "1,2025-09-01"),
    ...year,
    "--figures",
    figures,
    "--kpi",
    "stations-5g-share",
    "--lang",
    "en",
  ]);
  expect([run.code, run.err]).toEqual([0, ""]);
});
