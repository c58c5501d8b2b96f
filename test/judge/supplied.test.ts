/** Targets that need more than a case log: worked by hand on a few rows. */
import { describe, expect, it } from "vitest";
import type { Result } from "../../src/judge/verdict.ts";
import { kpi, log, report, table } from "../run.ts";

const cases = table(
  "case_id,procedure_code,field,channel,login_at,submitted_at,received_at,returned_at,rating,status",
  "1,1.000001,Hộ tịch,online,2025-01-10 08:00,2025-01-10 08:05,2025-01-10 09:00,2025-01-13 09:00,5,returned",
  "2,1.000001,Hộ tịch,online,2025-02-10 08:00,2025-02-10 08:05,2025-02-10 09:00,2025-02-13 09:00,2,returned",
  "3,1.000002,Đất đai,online,2025-03-10 08:00,2025-03-10 08:05,2025-03-10 09:00,2025-03-13 09:00,4,returned",
  "4,1.000009,Đất đai,online,2025-12-10 08:00,2025-12-10 08:05,2025-12-10 09:00,2025-12-13 09:00,,returned",
  "5,1.000001,hộ tịch,in_person,,,2025-04-10 09:00,2025-04-15 09:00,4,returned",
  "6,,Hộ tịch,online,2025-05-10 08:00,2025-05-10 08:05,2025-05-10 09:00,2025-05-13 09:00,,returned",
);

const procedures = log(
  `procedure_code,field,level,service_level,eligible,on_portal,excluded,lists,group,announced_on,published_on
1.000001,Hộ tịch,commune,full,full,yes,no,dvctt-25;nhom-82,A,,
1.000002,Đất đai,province,partial,full,yes,no,nhom-82,A,2025-09-29,2025-10-13
1.000003,Đất đai,province,full,full,yes,no,nhom-82,B,2025-09-29,2025-10-14
1.000004,,,full,full,yes,yes,,,2025-12-05,
1.000005,Y tế,commune,none,partial,no,no,,,2024-12-30,2025-01-02
1.000006,Y tế,commune,,full,no,no,nhom-82,C,,
`,
  "procedures.csv",
);

const only = (results: readonly Result[], id: string) => results.filter((result) => result.kpi === id);
const year = ["--year", "2025"];
const all = async (...args: string[]) => (await report([cases, ...year, "--procedures", procedures, ...args])).results;

describe("over the catalogue", () => {
  it("one listed service of 25 is short by 24; 3 online services of 982 by 979; group B alone is full: 1 of 82", async () => {
    const results = await all();
    const listed = only(results, "listed-services")[0];
    expect(listed).toMatchObject({ measure: { kind: "count", value: 1 }, slack: { things: 24, direction: "short" } });
    // 1.000004 is excluded by the plan, 1.000005 and 1.000006 are not on the portal, whatever their level.
    const services = only(results, "online-services")[0];
    expect(services).toMatchObject({ measure: { value: 3 }, excluded: {}, bounds: null });
    // A has a partial service, the level of C is not known.
    expect(only(results, "full-online-groups")[0].measure).toEqual({ kind: "count", value: 1 });
  });

  it("a catalogue without a column leaves its own KPIs without data, and says which column", async () => {
    const [result] = only(await all(), "restructured-share");
    expect(result).toMatchObject({ verdict: "no-data", reason: "no-table-column", lacks: ["restructured"] });
    const { out } = await kpi(["check", cases, ...year, "--procedures", procedures, "--lang", "vi"]);
    expect(out).toContain('danh mục TTHC không có cột "Đã tái cấu trúc"; thêm cột vào tệp');
  });

  it("a tag that no procedure carries is no data, not 0: kh02-pl4 of Dương Kinh", async () => {
    const [result] = only(await all("--plan", "duong-kinh-68"), "full-online-share");
    expect(result).toMatchObject({
      verdict: "no-data",
      reason: "no-tagged-row",
      lacks: ["kh02-pl4", "dvctt-25", "nhom-82"],
    });
  });

  it("published by the tenth working day after 29/9/2025, which is 13/10: one of two; one not due, one outside the calendar", async () => {
    const [result] = only(await all("--as-of", "2025-12-12"), "publication-within-10-days");
    expect(result).toMatchObject({
      measure: { numerator: 1, denominator: 2 },
      excluded: { "not-due": 1, "outside-calendar": 1 },
    });
    // Its ten days end on 19/12: a fortnight later it counts against the share.
    const [later] = only(await all("--as-of", "2025-12-31"), "publication-within-10-days");
    expect(later).toMatchObject({ measure: { numerator: 1, denominator: 3 }, excluded: { "outside-calendar": 1 } });
    const [q4] = only(await all("--as-of", "2025-12-31", "--period", "2025-Q4"), "publication-within-10-days");
    // By the tenth working days: 13/10 of both, and 19/12.
    expect(q4.measure).toMatchObject({ numerator: 1, denominator: 3 });
  });

  it("a calendar of the user's own moves the tenth working day, and covers more years", async () => {
    const own = log(
      `date,kind,name_vi,source\n2025-10-06,holiday,Nghỉ,UBND\n${Array.from({ length: 8 }, (_, i) => `2024-12-0${i + 1},holiday,Nghỉ,UBND\n`).join("")}`,
      "calendar.csv",
    );
    const [result] = only(await all("--as-of", "2025-12-12", "--calendar", own), "publication-within-10-days");
    // 14/10 is in time now; 30/12/2024 lies in a year that is covered.
    expect(result).toMatchObject({ measure: { numerator: 3, denominator: 3 }, excluded: { "not-due": 1 } });
  });

  it("of one level: full-online-share of communes (Vũ Quang II.2.a) is 1 of 2: what is not on the portal is not provided, whatever its level", async () => {
    const [result] = only(await all("--plan", "vu-quang"), "full-online-share");
    expect(result).toMatchObject({
      clause: "II.2.a",
      measure: { numerator: 1, denominator: 2 },
      excluded: { "no-level": 1 },
      verdict: "fail",
      bounds: [100 / 3, 200 / 3],
    });
  });
});

describe("cases-per-service", () => {
  it("is 3 online cases of 3 services in 2025: case 4 is of another service, 5 in person, 6 without a code", async () => {
    const [result] = only(await all("--period", "2025"), "cases-per-service");
    expect(result).toMatchObject({
      measure: { kind: "average", value: 1, sum: 3, n: 3 },
      excluded: { "no-procedure-code": 1 },
      slack: { cases: 2997, direction: "short" },
      verdict: "fail",
    });
    expect(result.bounds).toEqual([1, 4 / 3]);
  });

  it.each(["all", "2025-H1", "2025-01-01..2025-12-30"])(
    "of the period %s is not supplied: it takes a whole year",
    async (period) => {
      const [result] = only(await all("--period", period), "cases-per-service");
      expect(result).toMatchObject({ verdict: "not-supplied", reason: "needs-whole-year", measure: null });
    },
  );

  it("of 2025 by its days is measured, and speaks for a whole province", async () => {
    const args = ["--period", "2025-01-01..2025-12-31", "--procedures", procedures];
    const { out } = await kpi(["check", cases, ...year, ...args, "--lang", "en"]);
    expect(out).toContain("it holds only for the log of a whole province and year");
  });

  it("of a log without procedure codes is no data, with the column", async () => {
    const named = table("case_id,procedure_name,channel,received_at,status", "1,Khai sinh,online,2025-01-10,returned");
    const found = await report([named, ...year, "--procedures", procedures, "--period", "2025"]);
    const [result] = only(found.results, "cases-per-service");
    expect(result).toMatchObject({ verdict: "no-data", reason: "no-column", lacks: ["procedure_code"] });
  });
});

describe("petitions", () => {
  const petitions = log(
    `petition_id,received_on,due_on,answered_on,status
A,2025-02-03,2025-02-10,2025-02-10,answered
B,2025-02-03,2025-02-10,2025-02-11,answered
C,2025-02-03,,2025-02-24,answered
D,2025-02-03,2025-02-10,,answered
E,2025-02-03,2025-02-10,,refused
F,2025-12-01,2025-12-30,,processing
G,2025-03-03,2025-03-10,,
`,
    "petitions.csv",
  );

  it("two of four are in time: C by its fifteenth working day, 24/2; D says no day, E was refused, F is not due", async () => {
    const args = [cases, ...year, "--plan", "ngoai-vu-76", "--petitions", petitions];
    const [result] = only((await report([...args, "--period", "all"])).results, "petition-resolution-share");
    expect(result).toMatchObject({
      measure: { numerator: 2, denominator: 4 },
      excluded: { "no-answered-on": 1, "not-due": 1, refused: 1 },
      bounds: [40, 60],
    });
    const [q1] = only((await report([...args, "--period", "2025-03"])).results, "petition-resolution-share");
    expect(q1.measure).toMatchObject({ numerator: 0, denominator: 1 });
  });
});

describe("stated figures and milestones", () => {
  const figures = (...rows: string[]) =>
    log(`figure,year,value,of,source,stated_on\n${rows.join("\n")}\n`, "figures.csv");
  const stated = figures(
    "staff-online-share,2025,199,200,Sở Nội vụ,2025-12-20",
    "fibre-household-share,2025,100,,Sở KHCN,2025-12-20",
    "security-level,2026,3,,Công an,2025-12-20",
    "report-sent,2025,2025-11-10,,Phòng VHXH,2025-12-20",
    "eligible-list-published,2025,2025-09-30,,Văn phòng,2025-12-20",
  );

  it("199 of 200 fail 100 %, 100 % passes; a figure of another year is no data", async () => {
    const { results } = await report([cases, ...year, "--figures", stated]);
    expect(only(results, "staff-online-share")[0]).toMatchObject({
      verdict: "fail",
      measure: {
        kind: "stated",
        value: 99.5,
        numerator: 199,
        denominator: 200,
        source: "Sở Nội vụ",
        statedOn: "2025-12-20",
      },
    });
    expect(only(results, "fibre-household-share")[0]).toMatchObject({ verdict: "pass", measure: { value: 100 } });
    expect(only(results, "security-level")[0]).toMatchObject({ verdict: "no-data", reason: "figure-not-stated" });
  });

  it('"trước ngày 10/11" is missed on 10/11; the last day of September is in time', async () => {
    const { results } = await report([cases, ...year, "--figures", stated]);
    expect(only(results, "report-sent")[0]).toMatchObject({
      verdict: "fail",
      measure: { kind: "date", value: "2025-11-10" },
      target: { by: "2025-11-09" },
    });
    expect(only(results, "eligible-list-published")[0]).toMatchObject({ verdict: "pass" });
  });

  it("one left out is late when its day is before as-of, not due on that day and before: 31/12/2025", async () => {
    const run = async (asOf: string) => {
      const found = await report([cases, ...year, "--figures", stated, "--as-of", asOf]);
      const [result] = only(found.results, "training-plan-done");
      return [result.verdict, result.reason, found.summary.notDue];
    };
    // Three tasks; and three numbers that are wanted by the end of the year, and stated after that day.
    expect(await run("2025-12-13")).toEqual(["no-data", "not-due", 6]);
    expect(await run("2025-12-31")).toEqual(["no-data", "not-due", 3]);
    expect(await run("2026-01-01")).toEqual(["fail", "milestone-missed", 0]);
  });

  it("not due does not count for the exit code, and has a word of its own", async () => {
    const args = ["check", cases, ...year, "--plan", "duong-kinh-68", "--kpi", "all-tasks-done", "--figures", stated];
    const run = await kpi([...args, "--lang", "vi"]);
    expect(run.code).toBe(0);
    expect(run.out).toContain("CHƯA ĐẾN HẠN");
    expect(run.out).toContain("1 chưa đến hạn");
    expect((await kpi([...args, "--as-of", "2026-02-01", "--lang", "vi"])).code).toBe(1);
  });

  it("a log without dates cannot say what is due: no data, with the option", async () => {
    const dateless = table("case_id,channel,rating", "1,online,5", "2,online,4");
    const { results } = await report([dateless, ...year, "--figures", stated]);
    expect(only(results, "training-plan-done")[0]).toMatchObject({ verdict: "no-data", reason: "no-as-of" });
  });
});

describe("a target for each group", () => {
  const plan = ["--plan", "ngoai-vu-76", "--period", "all"];

  it("whose groups the plan leaves open is one result, not supplied, that says how to name them", async () => {
    const found = await report([cases, ...year, ...plan]);
    const [total, open] = only(found.results, "satisfaction");
    expect(total).toMatchObject({ clause: "II.b", measure: { numerator: 3, denominator: 4 } });
    expect(open).toMatchObject({
      verdict: "not-supplied",
      reason: "groups-not-named",
      group: { by: "field", name: null },
    });
    expect((await kpi(["check", cases, ...year, ...plan, "--lang", "en"])).out).toContain('--groups "III.2=name;name"');
  });

  it("is judged in each that is named, whatever its spelling, and counts for the exit code", async () => {
    const args = [cases, ...year, ...plan, "--kpi", "satisfaction", "--groups", "III.2=Hộ tịch;ĐẤT ĐAI"];
    const found = await report(args);
    const groups = only(found.results, "satisfaction").filter(({ each }) => each);
    // Hộ tịch: 5, 2 and, spelt "hộ tịch", 4; Đất đai: 4.
    expect(groups.map(({ group, verdict, measure }) => [group?.name, verdict, measure])).toEqual([
      ["Hộ tịch", "fail", { kind: "ratio", value: 200 / 3, numerator: 2, denominator: 3 }],
      ["ĐẤT ĐAI", "pass", { kind: "ratio", value: 100, numerator: 1, denominator: 1 }],
    ]);
    expect([found.summary.pass, found.summary.fail]).toEqual([1, 2]);
  });

  it("of a field that the log does not have is no data, with the name", async () => {
    const found = await report([cases, ...year, ...plan, "--kpi", "satisfaction", "--groups", "III.2=Hộ tich cu"]);
    expect(only(found.results, "satisfaction")[1]).toMatchObject({ verdict: "no-data", reason: "no-such-group" });
  });

  it("of the catalogue is judged by the field of its procedures (Vũ Quang IV.1, IV.3)", async () => {
    const results = await all("--plan", "vu-quang", "--groups", "IV.1=Hộ tịch", "--groups", "IV.3=Đất đai");
    const groups = only(results, "full-online-share").filter(({ each }) => each);
    expect(groups.map(({ clause, measure }) => [clause, measure])).toMatchObject([
      ["IV.1", { numerator: 1, denominator: 1 }],
      ["IV.3", { numerator: 1, denominator: 2 }],
    ]);
  });

  it("a clause without groups, and a name left blank, are refused with what exists", async () => {
    const err = async (value: string) => (await kpi(["check", cases, ...year, ...plan, "--groups", value])).err;
    expect(await err("III.3=A")).toContain("Did you mean III.2?");
    expect(await err("III.2=A;;B")).toContain("write clause=name;name");
  });
});

describe("quality-criteria-met", () => {
  const forms = log(
    "procedure_code,service_level,on_portal,interactive_form,prefilled\n1.000001,full,yes,yes,yes\n",
    "procedures.csv",
  );

  it("counts the verdicts of its own clause: Vũ Quang's satisfaction > 90 (IV.2) is none of the four", async () => {
    const { results } = await report([cases, ...year, "--plan", "vu-quang", "--procedures", forms]);
    // 5 minutes pass; 3 days against 5 are 40 % less; 2 of 3 are satisfied; the form is there.
    expect(only(results, "quality-criteria-met")[0]).toMatchObject({ measure: { value: 3 }, verdict: "fail" });
    expect(only(results, "satisfaction-online").map(({ clause }) => clause)).toEqual(["II.2.a", "IV.2"]);
  });

  // Of each service 5 cases online and 5 in person: 1 day against 2, which is half; all ratings are 5. 1.000001 takes 5 minutes
  // to submit and meets all four; 1.000002 takes 9, more than 8; 1.000003 has no prefilled form; 1.000004 has 4 cases online, and
  // 1.000005 none; 1.000006 is no online service.
  const five = [1, 2, 3, 4].flatMap((code) =>
    [1, 2, 3, 4, 5].flatMap((i) => {
      const [from, to] = ["2025-03-10 08:00", `2025-03-10 08:0${code === 2 ? 9 : 5}`];
      const id = `${code}${i}`;
      return [
        ...(code === 4 && i === 5
          ? []
          : [`o${id},1.00000${code},online,${from},${to},2025-03-10 09:00,2025-03-11 09:00,5,returned`]),
        `p${id},1.00000${code},in_person,,,2025-03-10 09:00,2025-03-12 09:00,5,returned`,
      ];
    }),
  );
  const byService = table(
    "case_id,procedure_code,channel,login_at,submitted_at,received_at,returned_at,rating,status",
    ...five,
  );
  const six = log(
    `procedure_code,service_level,on_portal,interactive_form,prefilled
1.000001,full,yes,yes,yes
1.000002,full,yes,yes,yes
1.000003,partial,yes,yes,no
1.000004,full,yes,yes,yes
1.000005,full,yes,yes,yes
1.000006,none,no,no,no
`,
    "procedures.csv",
  );

  it("of 5 online services 3 can be judged, and 1 meets all four criteria: told beside the verdict, by procedure alone", async () => {
    const args = [byService, ...year, "--procedures", six, "--kpi", "quality-criteria-met"];
    const [result] = only((await report([...args, "--by", "procedure"])).results, "quality-criteria-met");
    expect(result.alongside).toEqual({ servicesMeetingAll: 1, servicesJudged: 3, servicesNotJudged: 2 });
    const { out } = await kpi(["check", ...args, "--by", "procedure", "--lang", "vi"]);
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      "1 trên 3 dịch vụ đánh giá được đạt mọi tiêu chí (33,3%), 2 dịch vụ không đủ số liệu",
    );
    expect(only((await report(args)).results, "quality-criteria-met")[0].alongside).toEqual({});
  });
});

it("quality-criteria-met that hangs on one criterion names it: 3 met, 4 with a rating of three unknown words of 19", async () => {
  const rows = (channel: string, n: number, login: string, returned: string, rating: (i: number) => string) =>
    Array.from(
      { length: n },
      (_, i) => `${channel}${i},${channel},${login},2025-03-10 09:00,${returned},${rating(i)},returned`,
    );
  const file = table(
    "case_id,channel,login_at,submitted_at,received_at,returned_at,rating,status",
    ...rows("online", 19, "2025-03-10 08:00,2025-03-10 08:05", "2025-03-11 09:00", (i) => (i < 3 ? "Tốt lạ" : "5")),
    ...rows("in_person", 5, ",", "2025-03-12 09:00", () => "5"),
  );
  const forms = log(
    "procedure_code,service_level,on_portal,interactive_form,prefilled\n1.000001,full,yes,yes,yes\n",
    "procedures.csv",
  );
  const args = [file, "--year", "2025", "--plan", "hai-phong-219", "--procedures", forms];
  const [result] = only((await report(args)).results, "quality-criteria-met");
  expect(result).toMatchObject({
    verdict: "undecided",
    measure: { value: 3 },
    bounds: [3, 4],
    lacks: ["satisfaction-online"],
  });
  const said = async (...more: string[]) => (await kpi(["check", ...args, ...more])).out.replaceAll(/\s+/g, " ");
  expect(await said("--lang", "vi")).toContain(
    "kết quả từ 3 đến 4: tiêu chí chưa kết luận được: Tỷ lệ hài lòng khi sử dụng DVC trực tuyến.",
  );
  expect(await said("--lang", "en", "--format", "junit")).toContain(
    "the result lies between 3 and 4: criteria that are undecided: Satisfaction with online services.",
  );
});

it("a population that nobody can tell apart is said beside each of its clauses (Vũ Quang II.2.a, IV.4)", async () => {
  const { results } = await report([cases, ...year, "--plan", "vu-quang"]);
  const said = results.filter(({ interpretation }) => interpretation?.vi.includes("Mục này chỉ nói về TTHC cấp xã"));
  expect(said.map(({ kpi: id, clause }) => [id, clause])).toEqual([
    ["online-handling-share", "II.2.a"],
    ["portal-handling-share", "IV.4"],
  ]);
});

it("--kpi all measures every KPI whose input is given, and no other", async () => {
  const inputs = async (...args: string[]) => {
    const { results } = await report([cases, ...year, "--kpi", "all", ...args]);
    return [...new Set(results.map(({ input }) => input))].sort();
  };
  expect(await inputs()).toEqual(["cases"]);
  expect(await inputs("--procedures", procedures)).toEqual(["cases", "procedures"]);
});

it("the small logs stand among the inputs of the report, by name and without a folder", async () => {
  const { inputs } = await report([cases, ...year, "--procedures", procedures]);
  expect(inputs.map(({ kind, name, ledger }) => [kind, name, ledger.read])).toEqual([
    ["cases", "cases.csv", 6],
    ["procedures", "procedures.csv", 6],
  ]);
});

it("no output may take the place of a small log", async () => {
  const run = await kpi(["check", cases, ...year, "--procedures", procedures, "--out", `csv=${procedures}`]);
  expect([run.code, run.err]).toEqual([2, expect.stringContaining("procedures.csv")]);
});

describe("inputs that once gave a wrong number, or none", () => {
  const catalogueOf = (text: string) => ["--procedures", log(text, "procedures.csv")];

  it("a day with an offset is the day that it was in Việt Nam: 06:30 of 21/3 there is not 20/3", async () => {
    const petitions = log(
      "petition_id,received_on,due_on,answered_on,status\nA,2025-03-03,2025-03-20,2025-03-21T06:30:00+07:00,answered\n",
      "petitions.csv",
    );
    const args = [cases, ...year, "--plan", "ngoai-vu-76", "--petitions", petitions, "--period", "all"];
    const [result] = only((await report(args)).results, "petition-resolution-share");
    expect(result.measure).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it("a petition of 20/12/2024 without a due day is named under --period 2025, since no calendar says when it was due", async () => {
    const petitions = log(
      "petition_id,received_on,due_on,answered_on,status\nA,2024-12-20,,,processing\nB,2025-03-03,2025-03-10,2025-03-04,answered\n",
      "petitions.csv",
    );
    const args = [cases, ...year, "--plan", "ngoai-vu-76", "--petitions", petitions, "--period", "2025"];
    const [result] = only((await report(args)).results, "petition-resolution-share");
    expect(result).toMatchObject({ measure: { denominator: 1 }, excluded: { "outside-calendar": 1 } });
  });

  it("an online service without days leaves the least reduction in doubt: undecided, not a plain pass", async () => {
    const text =
      "procedure_code,on_portal,service_level,days_in_person,days_online\n1.000001,x,full,10,7\n1.000002,x,full,,\n1.000003,,none,,\n";
    const [result] = only((await report([cases, ...year, ...catalogueOf(text)])).results, "prescribed-time-reduction");
    expect(result).toMatchObject({ verdict: "undecided", excluded: { "no-days-in-person": 1 } });
    const { out } = await kpi(["check", cases, ...year, ...catalogueOf(text), "--lang", "en"]);
    expect(out.replace(/\s+/g, " ")).toContain("1 procedure without their figures may have less");
  });

  it("Hộ tịch and HỘ TỊCH are one group", async () => {
    const text =
      "procedure_code,lists,group,on_portal,service_level\n1.000001,nhom-82,Hộ tịch,x,full\n1.000002,nhom-82,HỘ TỊCH,x,partial\n";
    const [result] = only((await report([cases, ...year, ...catalogueOf(text)])).results, "full-online-groups");
    expect(result.measure).toEqual({ kind: "count", value: 0 });
  });

  it("what is published or done after the as-of day was not so on it", async () => {
    const text = "procedure_code,announced_on,published_on\n1.000001,2025-12-08,2025-12-15\n";
    const [result] = only(
      (await report([cases, ...year, ...catalogueOf(text), "--as-of", "2025-12-10"])).results,
      "publication-within-10-days",
    );
    expect(result).toMatchObject({ verdict: "no-data", excluded: { "not-due": 1 } });
    const figures = log(
      "figure,year,value,source,stated_on\ntraining-plan-done,2025,2025-12-05,x,2025-12-20\n",
      "figures.csv",
    );
    const run = async (asOf: string) => {
      const found = await report([cases, ...year, "--figures", figures, "--as-of", asOf]);
      return only(found.results, "training-plan-done")[0];
    };
    expect(await run("2025-06-30")).toMatchObject({ verdict: "no-data", reason: "not-due" });
    expect(await run("2025-12-31")).toMatchObject({ verdict: "pass" });
  });

  it("cases-per-service of a year without any case is no data, not 0", async () => {
    const found = await report([cases, "--year", "2025", "--procedures", procedures, "--period", "2024"]);
    expect(only(found.results, "cases-per-service")[0]).toMatchObject({ verdict: "no-data", reason: "no-case" });
  });

  it("one case on each side passes with the mark of few cases", async () => {
    const two = table(
      "channel,received_at,returned_at",
      "online,2025-03-03 08:00,2025-03-03 18:00",
      "in_person,2025-03-03 08:00,2025-03-04 08:00",
    );
    const [result] = only((await report([two, ...year])).results, "processing-time-reduction");
    expect(result).toMatchObject({ verdict: "pass", small: true });
  });

  it.each([
    ["--figures", ["check", cases, ...year, "--figures", "a.csv", "--figures=b.csv"]],
    // Of other commands it may be given again.
    ["--out", ["tally", cases, "--out", "a.kpi.json", "--out", "b.kpi.json"]],
  ])("an option that can be given once is refused twice, %s: the first would be ignored", async (option, args) => {
    const run = await kpi([...args, "--lang", "en"]);
    expect([run.code, run.err]).toEqual([2, `kpi: the option ${option} can be given once only.\n`]);
  });

  it("a header that no column has, and a code that Excel cut, are named", async () => {
    const { notes } = await report([
      cases,
      ...year,
      ...catalogueOf("Mã TTHC,Lĩnh vực,Mức độ cung cấp DVC\n1.00461,A,Toàn trình\n"),
    ]);
    expect(notes).toContainEqual({
      code: "columns-not-read",
      data: { input: "procedures.csv", headers: "Mức độ cung cấp DVC" },
    });
    expect(notes).toContainEqual({ code: "padded-table-codes", data: { input: "procedures.csv", count: 1 } });
  });

  it("figures and files that no target asks for are named", async () => {
    const figures = log(
      "figure,year,value,source,stated_on\ninteraction-channels,2025,2,x,2025-12-20\n",
      "figures.csv",
    );
    const petitions = log("petition_id,received_on\nA,2025-03-03\n", "petitions.csv");
    const { notes } = await report([cases, ...year, "--figures", figures, "--petitions", petitions]);
    expect(notes).toContainEqual({ code: "unused-input", data: { option: "--petitions" } });
    expect(notes.find(({ code }) => code === "unused-figures")?.data).toMatchObject({
      ...{ count: 1, ids: "interaction-channels" },
    });
  });

  it("one figure for each of two targets of the same KPI: by clause (Dương Kinh I.1 dash 2)", async () => {
    const figures = log(
      "figure,year,clause,value,of,source,stated_on\nunits-connected-share,2025,I.1 dash 2,10,10,x,2025-12-20\nunits-connected-share,2025,I.1 dash 2(2),9,10,x,2025-12-20\n",
      "figures.csv",
    );
    const { results } = await report([cases, ...year, "--plan", "duong-kinh-68", "--figures", figures]);
    expect(only(results, "units-connected-share").map(({ verdict }) => verdict)).toEqual(["pass", "fail"]);
  });

  it("a catalogue given as the case log is refused with the option that takes it", async () => {
    const run = await kpi(["check", "fixtures/sample/procedures.csv", ...year, "--lang", "en"]);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining("--procedures")]);
  });

  it("a cell that may be somebody's telephone number is not repeated", async () => {
    const petitions = log(
      "petition_id,received_on,status\nA,03/03/2025,Đã trả lời ông Nguyễn Văn An SĐT 0912345678\nB,hôm qua 0987 654 321,\n",
      "petitions.csv",
    );
    const { err } = await kpi(["check", cases, ...year, "--petitions", petitions]);
    expect(err).toMatch(/line 2.*\n.*line 3/);
    expect(err).not.toMatch(/Nguyễn|0912345678|654/);
  });

  it("kpi sample does not write over what is there", async () => {
    const { folder } = await import("../run.ts");
    const dir = folder();
    expect((await kpi(["sample", "--cases", "10", "--out", dir, "-q"])).code).toBe(0);
    const again = await kpi(["sample", "--cases", "10", "--out", dir, "--lang", "en"]);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('cases.csv" is there already')]);
    expect((await kpi(["sample", "--cases", "10", "--out", dir, "--force", "-q"])).code).toBe(0);
  });
});
