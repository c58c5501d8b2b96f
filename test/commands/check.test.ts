/** `kpi check` as a whole: what it prints, and its exit code. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { Report } from "../../src/report/report.ts";
import { reportSchema } from "../../src/report/schema.ts";
import { folder, kpi, log, report, table } from "../run.ts";

const sample = "fixtures/sample/cases.csv";
const result = (of: Report, id: string) => of.results.find(({ kpi, group }) => kpi === id && group === null);

describe("the sample log", () => {
  it.each([
    ["2025", "vi", 0],
    ["2025", "en", 0],
    ["2026", "vi", 1],
    ["2026", "en", 1],
  ] as const)("for %s in %s prints its golden table and exits %i", async (year, lang, code) => {
    const run = await kpi(["check", sample, "--year", year, "--lang", lang]);
    expect(run.code).toBe(code);
    await expect(run.out).toMatchFileSnapshot(`../golden/sample-${year}-${lang}.txt`);
    expect(run.err).toBe("");
  });

  it.each(["json", "csv", "markdown"] as const)("prints its golden %s", async (format) => {
    const { out } = await kpi([
      "check",
      sample,
      "--year",
      "2025",
      "--lang",
      "vi",
      "--by",
      "channel",
      "--format",
      format,
    ]);
    await expect(out).toMatchFileSnapshot(`../golden/sample-2025.${format}`);
  });

  it("comes to its known answers, in numerators and denominators, seconds and cases", async () => {
    const answers = JSON.parse(readFileSync("fixtures/sample/answers.json", "utf8"));
    const found = await report([sample, "--year", "2025", "--kpi", "all"]);
    for (const [id, expected] of Object.entries(answers.kpis))
      expect(result(found, id)?.measure, id).toMatchObject(expected as object);
    expect(Object.keys(answers.kpis)).toHaveLength(19);
    expect(found.ledger).toMatchObject({ ...answers.ledger, rejected: 0, outOfPeriod: 0 });
  });

  describe("with all four logs, for every plan and year", () => {
    const beside = ["procedures", "petitions", "figures"].flatMap((name) => [
      `--${name}`,
      `fixtures/sample/${name}.csv`,
    ]);
    const years = [
      ["hai-phong-219", "2025", 1],
      ["hai-phong-219", "2026", 1],
      ["tan-an", "2025", 0],
      ["tan-an", "2026", 1],
      ["vu-quang", "2025", 1],
      ["vu-quang", "2026", 1],
      ["duong-kinh-68", "2025", 0],
      ["ngoai-vu-76", "2025", 1],
    ] as const;

    it.each(years)("%s %s is the golden report in both languages, and exits %i", async (plan, year, code) => {
      const args = [sample, "--year", year, "--plan", plan, "--period", "2025", ...beside];
      for (const lang of ["vi", "en"]) {
        const run = await kpi(["check", ...args, "--lang", lang]);
        expect([run.code, run.err]).toEqual([code, ""]);
        await expect(run.out).toMatchFileSnapshot(`../golden/plans/${plan}-${year}-${lang}.txt`);
      }
      const found = await report(args);
      reportSchema.parse(found);
      // All that is not supplied are groups that the plan leaves open.
      const lacking = found.results.filter(({ verdict }) => verdict === "not-supplied");
      expect(lacking.every(({ reason }) => reason === "groups-not-named")).toBe(true);
      const open = new Map([
        ["vu-quang 2025", 2],
        ["vu-quang 2026", 1],
        ["ngoai-vu-76 2025", 1],
      ]);
      expect(lacking).toHaveLength(open.get(`${plan} ${year}`) ?? 0);
    });

    it("prints its golden JSON for hai-phong-219 and 2025", async () => {
      const { out } = await kpi(["check", sample, "--year", "2025", "--period", "2025", ...beside, "--format", "json"]);
      await expect(out).toMatchFileSnapshot("../golden/plans/hai-phong-219-2025.json");
    });

    it.each(years)("%s %s at 80 columns has no longer line", async (plan, year) => {
      const args = ["check", sample, "--year", year, "--plan", plan, "--period", "2025", ...beside];
      for (const lang of ["vi", "en"]) {
        const { out } = await kpi([...args, "--lang", lang], { columns: 80, env: { NO_COLOR: "1" } });
        for (const line of out.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
      }
    });
  });

  it("reads well at 80 columns without colour: no line is longer", async () => {
    for (const lang of ["vi", "en"]) {
      const { out } = await kpi(["check", sample, "--year", "2025", "--lang", lang, "--by", "agency"], {
        columns: 80,
        env: { NO_COLOR: "1" },
      });
      for (const line of out.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
    }
  });

  it("has colour codes on a terminal and with --color always, none when piped, under NO_COLOR or --color never", async () => {
    const coloured = async (args: string[], io: Parameters<typeof kpi>[1]) =>
      (await kpi(["check", sample, "--year", "2025", ...args], io)).out.includes("\u001b[");
    expect(await coloured([], { columns: 120, env: {} })).toBe(true);
    expect(await coloured(["--color", "always"], {})).toBe(true);
    expect(await coloured([], { env: { FORCE_COLOR: "1" } })).toBe(true);
    expect(await coloured([], {})).toBe(false);
    expect(await coloured([], { columns: 120, env: { NO_COLOR: "1" } })).toBe(false);
    expect(await coloured(["--color", "never"], { columns: 120, env: {} })).toBe(false);
  });
});

describe("every fixture", () => {
  const faults = readdirSync("fixtures/faults").map((name) => join("fixtures/faults", name));
  const samples = ["cases", "english", "register", "durations"].map((name) => `fixtures/sample/${name}.csv`);

  it.each([...faults, ...samples])(
    "%s: a balanced ledger that the schema accepts, or one clear message and exit code 2",
    async (file) => {
      const run = await kpi(["check", file, "--year", "2025", "--kpi", "all", "--by", "month", "--format", "json"]);
      if (run.code === 2) {
        expect(run.out).toBe("");
        expect(run.err).toMatch(/^kpi: /);
        expect(run.err).not.toMatch(/ at .+:\d+:\d+/);
        return;
      }
      const found = JSON.parse(run.out) as Report;
      reportSchema.parse(found);
      const { read, counted, outOfPeriod, duplicates, rejected } = found.ledger;
      expect(read).toBe(counted + outOfPeriod + duplicates + rejected);
      expect(found.exitCode).toBe(run.code);
      expect(run.out).not.toMatch(/NaN|Infinity/);
    },
  );

  it.each(["vi", "en"] as const)("the messages and faults of all of them in %s are the golden ones", async (lang) => {
    let text = "";
    for (const file of faults) {
      const run = await kpi([
        "check",
        file,
        "--year",
        "2025",
        "--lang",
        lang,
        "--kpi",
        "processing-time-reduction,satisfaction-online",
      ]);
      text += `=== ${file} → ${run.code}\n${run.out}${run.err}\n`;
    }
    await expect(text).toMatchFileSnapshot(`../golden/faults-${lang}.txt`);
  });
});

describe("exit codes", () => {
  const rows = (count: number, satisfied: number) =>
    Array.from({ length: count }, (_, i) => `${i},online,2025-01-01T08:00:00,${i < satisfied ? 5 : 1}`);
  const headers = "case_id,channel,received_at,rating";
  const only = ["--year", "2025", "--kpi", "satisfaction-online"];

  it("0 with 90 of 100 satisfied, 1 with 89", async () => {
    expect((await kpi(["check", table(headers, ...rows(100, 90)), ...only])).code).toBe(0);
    expect((await kpi(["check", table(headers, ...rows(100, 89)), ...only])).code).toBe(1);
  });

  it("3 without a rating, 0 with --allow-no-data", async () => {
    const file = table(headers, "1,online,2025-01-01T08:00:00,");
    expect((await kpi(["check", file, ...only])).code).toBe(3);
    expect((await kpi(["check", file, ...only, "--allow-no-data"])).code).toBe(0);
  });

  it("3 with no case in the period, whatever was asked for", async () => {
    const file = table(headers, ...rows(100, 90));
    const run = await kpi(["check", file, ...only, "--period", "2024"]);
    expect(run.code).toBe(3);
    expect(run.out).toContain("No case lies in the period;");
  });

  it("3 before 1 with 6 of 100 rows rejected; --max-rejects 6 or 6% lets the verdicts stand", async () => {
    const file = table(headers, ...rows(94, 50), ...Array.from({ length: 6 }, () => "x,online"));
    expect((await kpi(["check", file, ...only])).code).toBe(3);
    expect((await kpi(["check", file, ...only, "--max-rejects", "6"])).code).toBe(1);
    expect((await kpi(["check", file, ...only, "--max-rejects", "6%"])).code).toBe(1);
    expect((await kpi(["check", file, ...only, "--max-rejects", "5"])).code).toBe(3);
  });

  it("3 with --require-all where the catalogue was not given", async () => {
    expect((await kpi(["check", sample, "--year", "2025"])).code).toBe(0);
    expect((await kpi(["check", sample, "--year", "2025", "--require-all"])).code).toBe(3);
  });

  it("70 for a bug, shown as one with its stack", async () => {
    const broken = () => {
      throw new TypeError("out of order");
    };
    const run = await kpi(["check", sample, "--year", "2025"], { out: broken });
    expect(run.code).toBe(70);
    expect(run.err).toMatch(/this is a bug in kpi.*\n.*out of order/);
  });

  it.each([
    [["check", sample], "the option --year <year> is required"],
    [["check", "--year", "2025"], "the argument <files> is missing"],
    [["check", sample, "--yeer", "2025"], "Did you mean --year?"],
    [["chek", sample], 'there is no command "chek". Did you mean check?'],
    [["check", "none.csv", "--year", "2025"], 'there is no file "none.csv"'],
    [["check", "fixtures", "--year", "2025"], '"fixtures" is a folder'],
    [["check", sample, "--year", "2024"], "it has targets for 2025, 2026"],
    [["check", sample, "--year", "2025", "--plan", "hai-phong-291"], "Did you mean hai-phong-219?"],
    [["check", sample, "--year", "2025", "--kpi", "satisfaction-onlin"], "Did you mean satisfaction-online?"],
    [["check", sample, "--year", "2025", "--by", "agenci"], "Did you mean agency?"],
    [["check", sample, "--year", "2025", "--period", "2025-13"], "--period"],
    [["check", sample, "--year", "2025", "--as-of", "2025-02-30"], "give a day that exists"],
    [["check", sample, "--year", "2025", "--max-rejects", "lots"], "--max-rejects"],
    [["check", sample, "--year", "2025", "--top", "0"], "a whole number of 1 or more"],
    [["check", sample, "--year", "2025", "--format", "pdf"], "it takes table, json, csv, markdown"],
    [["check", sample, "--year", "2025", "--out", "json=-", "--out", "csv=-"], "two outputs"],
    [["check", sample, "--year", "2025", "--map", "chanel=X"], "Did you mean channel?"],
    [["check", sample, "--year", "2025", "--map", "channel=Nguồn"], "no file has that column"],
    [["check", sample, "--year", "2025", "--map-value", "channel:Kiosk=shop"], "Codes: online, in_person, postal"],
    [["check", sample, "--year", "2025", "--date-format", "dd/yy"], "--date-format"],
    [["check", sample, "--year", "2025", "--time-zone", "Asia/Hanoi2"], "no such zone"],
    [["check", sample, "--year", "2025", "--delimiter", "ab"], "one character"],
    [["check", sample, "--year", "2025", "--lang", "fr"], "--lang"],
    [["check", sample, "--year", "2025", "--out", "json=/nowhere/x.json"], "nothing was written"],
    [["schema", "raport"], "Did you mean report?"],
  ])("2 for %j, and says so", async (args, says) => {
    const run = await kpi([...args, ...(args.includes("--lang") ? [] : ["--lang", "en"])]);
    expect(run.code).toBe(2);
    expect(run.out).toBe("");
    expect(run.err).toContain(says);
    expect(run.err.match(/kpi: /g)).toHaveLength(1);
  });
});

describe("the figures", () => {
  it("a case twice counts once, as its last row says, within a file and across files", async () => {
    const headers = "case_id,channel,received_at,rating";
    const a = table(
      headers,
      "H1,online,2025-01-01T08:00:00,1",
      "H2,online,2025-01-01T08:00:00,5",
      " H1 ,online,2025-01-01T08:00:00,2",
    );
    const b = table(headers, "H1,online,2025-01-01T08:00:00,5");
    const one = await report([a, "--year", "2025", "--kpi", "satisfaction"]);
    expect(result(one, "satisfaction")?.measure).toMatchObject({ numerator: 1, denominator: 2 });
    expect(one.ledger).toMatchObject({ read: 3, counted: 2, duplicates: 1 });
    const both = await report([a, b, "--year", "2025", "--kpi", "satisfaction"]);
    expect(result(both, "satisfaction")?.measure).toMatchObject({ numerator: 2, denominator: 2 });
    expect(both.ledger).toMatchObject({ read: 4, counted: 2, duplicates: 2 });
    expect(both.inputs.map(({ ledger }) => ledger.duplicates)).toEqual([2, 0]);
  });

  it("a superseded row leaves no trace: its unknown word is not counted, and its group is gone", async () => {
    const file = table(
      "case_id,channel,received_at,agency",
      "H1,Kiosk,2025-01-01T08:00:00,A",
      "H1,online,2025-01-01T08:00:00,B",
      "H2,Kiosk,2025-01-01T08:00:00,B",
    );
    const found = await report([file, "--year", "2025", "--kpi", "online-receipt-share", "--by", "agency"]);
    expect(found.ledger.unknownWords).toEqual([
      {
        column: "channel",
        word: "Kiosk",
        count: 1,
        firstLine: 4,
        input: "cases.csv",
        codes: ["online", "in_person", "postal"],
      },
    ]);
    expect(found.results.map(({ group }) => group?.name ?? null)).toEqual([null, "B"]);
    expect(found.results[0]).toMatchObject({
      excluded: { "bad-channel": 1 },
      measure: { numerator: 1, denominator: 1 },
    });
  });

  it("a rejected row supersedes nothing", async () => {
    const file = table("case_id,channel,received_at", "H1,online,2025-01-01T08:00:00", "H1,online,");
    const found = await report([file, "--year", "2025", "--kpi", "online-receipt-share"]);
    expect(found.ledger).toMatchObject({ read: 2, counted: 1, duplicates: 0, rejected: 1 });
  });

  it("a period counts each case by its own event: received in August, finished in September", async () => {
    const file = table(
      "case_id,channel,received_at,returned_at,electronic_result,on_system",
      "H1,online,2025-08-31T08:00:00,2025-09-01T08:00:00,yes,no",
      "H2,online,2025-09-30T23:59:59,,no,yes",
      "H3,online,2025-07-01T08:00:00,2025-07-02T08:00:00,yes,yes",
    );
    const found = await report([
      file,
      "--year",
      "2025",
      "--kpi",
      "electronic-result-share,on-system-share",
      "--period",
      "2025-09",
    ]);
    expect(result(found, "electronic-result-share")?.measure).toMatchObject({ numerator: 1, denominator: 1 });
    expect(result(found, "on-system-share")?.measure).toMatchObject({ numerator: 1, denominator: 1 });
    expect(found.ledger).toMatchObject({ counted: 2, outOfPeriod: 1 });
    expect(found.period).toEqual({ name: "2025-09", basis: "calendar", from: "2025-09-01", to: "2025-09-30" });
  });

  it("80,000 s beside 100,000 s of one procedure is a cut of 20 %, raw and on the same procedures: nothing is said of a mix", async () => {
    const row = (id: string, channel: string, end: string) =>
      `${id},1.000001,${channel},2025-09-03T08:00:00,2025-09-04T${end},returned`;
    const file = table(
      "case_id,procedure_code,channel,received_at,returned_at,status",
      row("A1", "online", "06:13:20"),
      row("A2", "in_person", "11:46:40"),
    );
    const args = [file, "--year", "2025", "--kpi", "processing-time-reduction"];
    const found = result(await report(args), "processing-time-reduction");
    expect(found).toMatchObject({ verdict: "pass", measure: { value: 20 }, alongside: { likeForLike: 20 } });
    expect((await kpi(["check", ...args, "--lang", "en"])).out).not.toMatch(/same procedures|mix of/);
  });

  it("raw and like-for-like on different sides of the target: −12.5 % raw, 25 % on the same procedures, and a line says so", async () => {
    // Procedure A takes 10 h in person and 7.5 h online, B 40 h and 30 h; online has mostly B.
    const row = (id: number, channel: string, code: string, hours: number) =>
      `${id},${channel},${code},2025-01-01T00:00:00,${new Date(Date.UTC(2025, 0, 1) + hours * 3_600_000).toISOString().slice(0, 19)}`;
    const file = table(
      "case_id,channel,procedure_code,received_at,returned_at",
      ...[1, 2, 3].map((id) => row(id, "in_person", "1.000001", 10)),
      row(4, "in_person", "1.000002", 40),
      row(5, "online", "1.000001", 7.5),
      ...[6, 7].map((id) => row(id, "online", "1.000002", 30)),
    );
    const args = [file, "--year", "2025", "--kpi", "processing-time-reduction"];
    const found = result(await report(args), "processing-time-reduction");
    // In person (10·3 + 40)/4 = 17.5 h; online (7.5 + 60)/3 = 22.5 h.
    expect(found?.measure?.value).toBeCloseTo(100 * (1 - 22.5 / 17.5), 10);
    expect(found?.alongside.likeForLike).toBeCloseTo(25, 10);
    expect(found?.alongside).toMatchObject({ likeForLikeCover: 100, inPersonMedian: 36_000, onlineMedian: 108_000 });
    const { out } = await kpi(["check", ...args, "--lang", "vi"]);
    expect(out.replace(/\s+/g, " ")).toContain(
      "Tính trên cùng thủ tục: giảm 25% (100% hồ sơ trực tuyến). Kết quả chung chủ yếu phụ thuộc cơ cấu thủ tục; cần xem theo từng thủ tục",
    );
  });

  it("dates without a time of day: 2 days against 4 is a cut of 50 %, and it says so; no time to submit can be had", async () => {
    const file = table(
      "case_id,channel,received_at,returned_at,login_at,submitted_at",
      "1,online,01/09/2025,03/09/2025,01/09/2025,01/09/2025",
      "2,in_person,01/09/2025,05/09/2025,,",
    );
    const found = await report([file, "--year", "2025"]);
    expect(result(found, "processing-time-reduction")?.measure).toMatchObject({ value: 50, sumsIn: "days" });
    expect(found.notes.map(({ code }) => code)).toContain("in-days");
    expect(result(found, "submission-time")).toMatchObject({ verdict: "no-data", reason: "dates-only" });
  });

  it("one date without a time in a column of times takes that case out, under its reason", async () => {
    const file = table(
      "case_id,channel,received_at,returned_at",
      "1,online,2025-09-01T08:00:00,2025-09-03T08:00:00",
      "2,in_person,2025-09-01T08:00:00,2025-09-05T08:00:00",
      "3,in_person,2025-09-01T08:00:00,2025-09-06",
    );
    const found = result(await report([file, "--year", "2025"]), "processing-time-reduction");
    expect(found).toMatchObject({ excluded: { "no-time-of-day": 1 }, measure: { value: 50, inPerson: { n: 1 } } });
  });

  it("durations serve as timestamps do: 6 and 8 minutes are 7 on average; where a log has both, the timestamps serve", async () => {
    const minutes = table("case_id,channel,submission_minutes", "1,online,6", "2,online,8", "3,in_person,99");
    expect(result(await report([minutes, "--year", "2025"]), "submission-time")?.measure).toMatchObject({
      value: 7,
      n: 2,
    });
    const both = table(
      "case_id,channel,login_at,submitted_at,submission_minutes",
      "1,online,2025-01-01T08:00:00,2025-01-01T08:05:00,99",
    );
    expect(result(await report([both, "--year", "2025"]), "submission-time")?.measure).toMatchObject({ value: 5 });
  });

  it("open cases past due as of the end of the log's last day, and those due on it: 1 of 4 on time", async () => {
    const rows = [
      "1,2025-09-01T08:00:00,2025-09-02,2025-09-02T23:59:59,finished",
      "2,2025-09-01T08:00:00,2025-09-02,2025-09-03T00:00:00,finished",
      "3,2025-09-01T08:00:00,2025-09-09,,processing",
      "4,2025-09-10T08:00:00,2025-09-10,,processing", // due on the day at whose end it is judged
      "5,2025-09-01T08:00:00,2025-09-02,,withdrawn",
    ];
    const file = table("case_id,received_at,due_at,finished_at,status", ...rows);
    const args = [file, "--year", "2025", "--kpi", "on-time-share"];
    const found = await report(args);
    expect(result(found, "on-time-share")).toMatchObject({
      measure: { numerator: 1, denominator: 4 },
      alongside: { finishedOnly: 50 },
      verdict: null,
      target: null,
      clause: null,
    });
    expect(found.options.asOf).toBe("2025-09-10");
    const before = await report([...args, "--as-of", "2025-09-09"]);
    expect(result(before, "on-time-share")?.measure).toMatchObject({ numerator: 1, denominator: 3 });
  });

  it("the latest receipt, 40 days behind 99.9 % of 2,000 others, is taken for a slip of the pen", async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `${i},2025-03-01T08:00:00,2025-03-05T00:00:00`);
    const file = table("case_id,received_at,due_at", ...rows, "x,2025-04-10T08:00:00,");
    const found = await report([file, "--year", "2025", "--kpi", "on-time-share"]);
    expect(found.options.asOf).toBe("2025-03-01");
    expect(found.notes).toContainEqual({ code: "stray-day", data: { day: "2025-04-10", asOf: "2025-03-01" } });
  });

  it("undecided: 18 of 19 with 2 unknown ratings lies between 85.7 % and 95.2 %, on both sides of 90 %", async () => {
    const row = (i: number, rating: string) => `${i},online,2025-01-01T08:00:00,${rating}`;
    const rows = Array.from({ length: 19 }, (_, i) => row(i, i < 18 ? "5" : "1"));
    const file = table("case_id,channel,received_at,rating", ...rows, row(20, "khá"), row(21, "khá"), row(22, ""));
    const found = result(await report([file, "--year", "2025"]), "satisfaction-online");
    expect(found).toMatchObject({ verdict: "undecided", small: true, excluded: { "bad-rating": 2 } });
    expect(found?.bounds?.map((value) => value.toFixed(1))).toEqual(["85.7", "95.2"]);
  });

  it("a log without status, times or ratings names the columns that each KPI lacks", async () => {
    const found = await report(["fixtures/sample/register.csv", "--year", "2025"]);
    expect(result(found, "submission-time")).toMatchObject({ verdict: "no-data", reason: "no-column" });
    expect(result(found, "submission-time")?.lacks).toEqual(["channel", "login_at", "submitted_at"]);
    expect(result(found, "satisfaction-online")?.lacks).toEqual(["channel", "rating"]);
    expect(result(found, "record-digitisation-share")?.lacks).toEqual(["record_digitised"]);
    expect(found.exitCode).toBe(3);
  });

  it("two logs of different columns: what only one has is measured on that one, and the note says so", async () => {
    const a = table("case_id,channel,received_at,on_system", "1,online,2025-01-01T08:00:00,yes");
    const b = table("case_id,channel,received_at", "2,online,2025-01-01T08:00:00");
    const found = await report([a, b, "--year", "2025", "--kpi", "on-system-share"]);
    expect(result(found, "on-system-share")).toMatchObject({
      measure: { numerator: 1, denominator: 1 },
      excluded: { "no-column": 1 },
    });
    expect(found.notes).toContainEqual({
      code: "column-missing",
      data: { input: "cases.csv (2)", count: 1, fields: "on_system" },
    });
  });

  it("mappings: a header, a word, a number for a channel, a duration with its unit, American dates", async () => {
    const file = table("ID,Nguồn,Received,Đánh giá,TG", "1,Kiosk,03/25/2025 08:00,5,2", "2,1,03/26/2025 08:00,1,4");
    const args = [
      "--map",
      "case_id=ID",
      "--map",
      "channel=Nguồn",
      "--map",
      "received_at=Received",
      "--map",
      "processing_hours=TG",
    ];
    const values = ["--map-value", 'channel:"Kiosk"=in_person', "--map-value", "channel:1=online"];
    const found = await report([file, "--year", "2025", "--date-format", "received_at=MM/dd/yyyy", ...args, ...values]);
    expect(result(found, "satisfaction-online")?.measure).toMatchObject({ numerator: 0, denominator: 1 });
    expect(result(found, "processing-time-reduction")?.measure).toMatchObject({
      inPerson: { sum: 7200, n: 1 },
      online: { sum: 14_400, n: 1 },
    });
    expect(found.days).toEqual({ from: "2025-03-25", to: "2025-03-26" });
  });

  it("quality-criteria-met is not supplied while the catalogue is not, and no-data while a criterion of the log is", async () => {
    expect(result(await report([sample, "--year", "2025"]), "quality-criteria-met")).toMatchObject({
      verdict: "not-supplied",
      lacks: ["prefilled-form-share"],
    });
    expect(
      result(
        await report(["fixtures/sample/register.csv", "--year", "2025", "--kpi", "quality-criteria-met"]),
        "quality-criteria-met",
      ),
    ).toMatchObject({
      verdict: "no-data",
    });
  });

  it("by month of each KPI's own event, by channel, and beyond --top the groups are counted, not dropped", async () => {
    const args = [
      sample,
      "--year",
      "2025",
      "--kpi",
      "online-receipt-share",
      "--by",
      "month",
      "--by",
      "agency",
      "--top",
      "3",
    ];
    const found = await report(args);
    const months = found.results.filter(({ group }) => group?.by === "month");
    expect(months.map(({ group }) => group?.name)).toEqual(
      Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, "0")}`),
    );
    const total = result(found, "online-receipt-share")?.measure;
    const sum = months.reduce((n, { measure }) => n + (measure?.kind === "ratio" ? measure.denominator : 0), 0);
    expect(total).toMatchObject({ denominator: sum });
    const { out } = await kpi(["check", ...args]);
    expect(out).toContain("… and 16 more groups (--top 19 shows all)");
  });
});

describe("inputs that once gave a wrong number, or none", () => {
  const only = (kpis: string) => ["--year", "2025", "--kpi", kpis];

  it("a log without time columns beside one that has them: its cases count, and are excluded as having no column", async () => {
    const a = table("case_id,received_at,channel", "1,01/03/2025 08:00,online");
    const b = table("case_id,channel,submission_minutes", "7,online,5", "8,online,7");
    const found = await report([a, b, ...only("online-receipt-share,submission-time")]);
    expect(found.ledger).toMatchObject({ read: 3, counted: 3, outOfPeriod: 0 });
    expect(result(found, "online-receipt-share")).toMatchObject({
      measure: { denominator: 1 },
      excluded: { "no-column": 2 },
    });
  });

  it("a first case that reads 1, 2 is a case; (1), (2), and 1, 2 in a log with times, number the columns", async () => {
    const bare = await report([table("case_id,rating", "1,2", "2,5", "3,5"), ...only("satisfaction")]);
    expect(result(bare, "satisfaction")?.measure).toMatchObject({ numerator: 2, denominator: 3 });
    for (const row of ["(1),(2),(3)", "1,2,3"]) {
      const numbered = await report([
        table("case_id,received_at,rating", row, "9,01/03/2025,5"),
        ...only("satisfaction"),
      ]);
      expect(numbered.inputs[0].passedOver).toEqual({ numbering: 1 });
      expect(numbered.ledger.read).toBe(1);
    }
  });

  it("without finish columns, a status or a duration at fault is an exclusion, not a case that never was", async () => {
    const status = table(
      "case_id,received_at,status,electronic_result",
      "1,01/03/2025 08:00,finished,x",
      "2,01/03/2025 08:00,Bí ẩn,x",
      "3,01/03/2025 08:00,returned,",
    );
    expect(result(await report([status, ...only("electronic-result-share")]), "electronic-result-share")).toMatchObject(
      {
        measure: { numerator: 1, denominator: 2 },
        excluded: { "bad-status": 1 },
      },
    );
    const hours = table(
      "case_id,channel,processing_hours,electronic_result",
      "1,online,1,x",
      "2,in_person,-2,",
      "3,in_person,abc,",
    );
    expect(result(await report([hours, ...only("electronic-result-share")]), "electronic-result-share")).toMatchObject({
      measure: { numerator: 1, denominator: 1 },
      excluded: { "bad-processing-duration": 2 },
    });
  });

  it("a fee that cannot be read decides nothing where the payment does, and may be 0 beside none: 1 of 3, or 2", async () => {
    const row = (id: number, rest: string) => `${id},01/03/2025 08:00,02/03/2025 08:00,${rest}`;
    const file = table(
      "case_id,received_at,finished_at,channel,processed_online,electronic_result,payment_method,fee",
      row(1, "online,x,x,online,xem biên lai"),
      row(2, "in_person,,,cash,50.000"),
      row(3, "online,x,x,,Theo quy định"),
    );
    expect(result(await report([file, ...only("end-to-end-online-share")]), "end-to-end-online-share")).toMatchObject({
      measure: { numerator: 1, denominator: 3 },
      excluded: {},
      bounds: [100 / 3, 200 / 3],
      alongside: { casesOfUnreadFee: 1 },
    });
  });

  it("a blank rating is no rating, whatever stands in the column of its date", async () => {
    const file = table(
      "case_id,received_at,rated_at,rating",
      "1,01/03/2025 08:00,02/03/2025 08:00,5",
      "2,01/03/2025 08:00,Chưa đánh giá,",
    );
    expect(result(await report([file, ...only("satisfaction")]), "satisfaction")).toMatchObject({
      measure: { numerator: 1, denominator: 1 },
      excluded: {},
      bounds: null,
    });
  });

  it("0.125 is an eighth: no group of thousands begins with 0, so a column with 2,5 too is in doubt", async () => {
    const file = table("case_id;channel;processing_hours", "1;online;1.234", "2;in_person;2,5", "5;online;0.125");
    expect(
      result(await report([file, ...only("processing-time-reduction")]), "processing-time-reduction"),
    ).toMatchObject({
      verdict: "no-data",
      reason: "ambiguous-number",
    });
  });

  it("sums are no cases, also behind a bracket or an unbreaking space", async () => {
    const file = table(
      "case_id,channel,submission_minutes",
      "1,online,5",
      "\u00a0Tổng cộng,online,500",
      "(Tổng cộng),online,500",
      "Cộng,,505",
    );
    const found = await report([file, ...only("submission-time")]);
    expect(result(found, "submission-time")?.measure).toMatchObject({ value: 5, n: 1 });
    expect(found.inputs[0].passedOver).toEqual({ total: 3 });
  });

  it.each(["75000.5", "2099-12-31T23:00:00Z", "2000-01-01T00:30:00+14:00", "2025-03-01T08:00:00+99:99"])(
    "%s is no time of 2000 to 2099",
    async (time) => {
      const { ledger } = await report([
        table("case_id,received_at,submitted_at", `1,${time},2025-03-01`),
        "--year",
        "2025",
      ]);
      expect(ledger.issues).toMatchObject([{ code: "bad-time", count: 1 }]);
    },
  );

  it("2025-03-01T08:00:00+07 and 20250301T010000Z are 08:00 in Hà Nội", async () => {
    const file = table(
      "case_id,received_at,returned_at,channel",
      "1,2025-03-01T08:00:00+07,20250301T020000Z,online",
      "2,2025-03-01T08:00:00,2025-03-01T10:00:00,in_person",
    );
    expect(
      result(await report([file, ...only("processing-time-reduction")]), "processing-time-reduction")?.measure,
    ).toMatchObject({
      online: { sum: 3600 },
      inPerson: { sum: 7200 },
    });
  });

  it("bounds rest on blank and unreadable cells, not on a column that is missing or a time after --as-of", async () => {
    const a = table("case_id,received_at,on_system", "1,01/03/2025 08:00,x", "2,01/03/2025 08:00,nhiều");
    const b = table("case_id,received_at", "3,01/03/2025 08:00");
    expect(result(await report([a, b, ...only("on-system-share")]), "on-system-share")).toMatchObject({
      excluded: { "bad-on-system": 1, "no-column": 1 },
      bounds: [50, 100],
    });
  });

  it("a receipt of 2052 among 500 others is a slip of the pen", async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `${i},0${1 + (i % 9)}/03/2025 08:00,20/04/2025`);
    const found = await report([
      table("case_id,received_at,due_at", ...rows, "x,01/03/2052 08:00,"),
      ...only("on-time-share"),
    ]);
    expect(found.options.asOf).toBe("2025-03-09");
  });

  it.each(["constructor", "__proto__", "toString", "2024"])("--year %s is a year without targets", async (year) => {
    expect((await kpi(["check", sample, "--year", year])).code).toBe(2);
  });

  it("no folder stands in the report, and two logs of one name are told apart", async () => {
    const file = table("case_id,received_at", "1,hôm qua", "2,01/03/2025");
    const other = log(readFileSync(file));
    const { out } = await kpi(["check", file, other, "--year", "2025", "--format", "json"]);
    expect(out).not.toContain("kpi-test-");
    expect(JSON.parse(out).inputs.map(({ name }: { name: string }) => name)).toEqual(["cases.csv", "cases.csv (2)"]);
  });

  it("no output takes the place of a log that is read", async () => {
    const file = table("case_id,received_at", "1,01/03/2025");
    for (const args of [
      ["--out", `csv=${file}`],
      ["--rejects", file],
    ]) {
      expect((await kpi(["check", file, "--year", "2025", ...args])).code).toBe(2);
    }
    expect((await kpi(["convert", file, "--out", join(file, "..", "cases.csv")])).code).toBe(2);
    expect(readFileSync(file, "utf8")).toBe("case_id,received_at\n1,01/03/2025\n");
  });

  it("--rejects - writes them to standard output, in place of the table", async () => {
    const { out } = await kpi([
      "check",
      table("case_id,received_at", "1,hôm qua", "2,01/03/2025"),
      "--year",
      "2025",
      "--rejects",
      "-",
    ]);
    expect(out.split("\r\n")).toHaveLength(4);
  });

  it("half a character at the end is a log that is cut off, with a note", async () => {
    const file = log(
      Buffer.concat([
        Buffer.from("case_id,received_at,agency\n1,01/03/2025 08:00,A\n2,01/03/2025 08:00,Ph"),
        Buffer.from([0xe1, 0xbb]),
      ]),
    );
    const found = await report([file, "--year", "2025"]);
    expect(found.ledger.issues).toMatchObject([{ code: "truncated", count: 1, firstLine: 3 }]);
    expect(found.notes.map(({ code }) => code)).toContain("truncated");
  });

  it("a cell of 12 MiB, in quotes or not, costs its own row only, and the lines below keep their numbers", async () => {
    for (const cell of [`"${"x".repeat(12 << 20)}"`, "y".repeat(12 << 20)]) {
      const file = table(
        "case_id,channel,received_at,agency",
        "1,online,01/03/2025,A",
        `2,online,01/03/2025,${cell}`,
        "3,Kiosk,01/03/2025,B",
      );
      const { ledger } = await report([file, ...only("online-receipt-share")]);
      expect(ledger).toMatchObject({ read: 3, counted: 2, rejected: 1 });
      expect(ledger.issues.map(({ code, firstLine }) => [code, firstLine])).toEqual([
        ["row-too-long", 3],
        ["unknown-word", 4],
      ]);
    }
  });

  it("a header with blank lines below has no case: exit 2", async () => {
    expect((await kpi(["check", log("case_id,received_at,channel\n\n\n"), "--year", "2025"])).code).toBe(2);
  });

  it("a zone whose clocks change is said to be one; that of Việt Nam is not", async () => {
    const file = table("case_id,channel,login_at,submitted_at", "1,online,2025-03-09T06:58:00Z,2025-03-09T07:03:00Z");
    const codes = async (...more: string[]) =>
      (await report([file, ...only("submission-time"), ...more])).notes.map(({ code }) => code);
    expect(await codes("--time-zone", "America/New_York")).toContain("changing-clock");
    expect(await codes()).not.toContain("changing-clock");
  });

  it("what was read into the plan's words is marked and said below the table, once", async () => {
    const { out } = await kpi(["check", sample, "--year", "2025", "--lang", "vi"]);
    expect(out).toContain("Tỷ lệ số hóa hồ sơ †");
    expect(out.replace(/\s+/g, " ").match(/không đo được bằng có hay không/g)).toHaveLength(1);
  });

  it("two headers cannot be mapped to one column", async () => {
    const file = table("case_id,Ngày,channel", "1,01/03/2025 08:00,online");
    const run = await kpi(["check", file, "--year", "2025", "--map", "submitted_at=Ngày", "--map", "received_at=Ngày"]);
    expect([run.code, run.err.includes("submitted_at, received_at")]).toEqual([2, true]);
  });

  it("a log without a header shows nobody's name", async () => {
    const { err } = await kpi(["check", log("Nguyễn Văn A,12 Lê Lợi,Nam\nTrần B,3 X,Nữ\n"), "--year", "2025"]);
    expect(err).not.toMatch(/Nguyễn|Lê Lợi/);
  });
});

describe("outputs", () => {
  it("are written whole under their names, beside what goes to standard output", async () => {
    const dir = folder();
    const run = await kpi([
      "check",
      sample,
      "--year",
      "2025",
      "--out",
      `json=${dir}/a.json`,
      "--out",
      `csv=${dir}/a.csv`,
      "--out",
      "markdown=-",
    ]);
    expect(run.out).toMatch(/^## /);
    expect(readdirSync(dir).sort()).toEqual(["a.csv", "a.json"]);
    reportSchema.parse(JSON.parse(readFileSync(join(dir, "a.json"), "utf8")));
  });

  it("--rejects lists every fault with its line, record, column and value, and marks what a later row supersedes", async () => {
    const file = table(
      "case_id,channel,received_at,note",
      "1,Kiosk,2025-01-01T08:00:00,Nguyễn Văn Mẫu",
      "2,online,31/02/2025,x",
      "1,online,2025-01-01T08:00:00,x",
      "3,online",
    );
    const rejects = join(folder(), "rejects.csv");
    await kpi(["check", file, "--year", "2025", "--rejects", rejects, "--lang", "en"]);
    expect(readFileSync(rejects, "utf8").replaceAll("cases.csv", "a.csv")).toBe(
      [
        "\ufefffile,line,record,column,code,message,value,superseded",
        "a.csv,2,1,channel,unknown-word,a word that is not known,Kiosk,true",
        "a.csv,3,2,received_at,bad-time,a date that cannot be read,31/02/2025,false",
        "a.csv,3,2,,no-event-time,no readable time of any event,,false",
        "a.csv,5,4,,too-few-cells,too few cells in the row,,false",
        "",
      ].join("\r\n"),
    );
  });

  it("nothing of a column that no field claims reaches any output", async () => {
    const file = log(
      "Mã hồ sơ,Chủ hồ sơ,CCCD,Hình thức nộp,Ngày tiếp nhận\n1,Người Bí Mật,031099000001,Kiosk,hôm qua\n2,Người Bí Mật,031099000001,Trực tuyến,01/09/2025 08:00:00\n",
    );
    for (const format of ["table", "json", "csv", "markdown"]) {
      const { out, err } = await kpi(["check", file, "--year", "2025", "--by", "agency", "--format", format]);
      expect(out + err).not.toMatch(/Bí Mật|031099/);
    }
  });

  it("csv guards text against formulas and leaves numbers alone", async () => {
    const file = table("case_id,received_at,agency,on_system", '1,2025-01-01T08:00:00,"=HYPERLINK(""x"")",yes');
    const { out } = await kpi([
      "check",
      file,
      "--year",
      "2025",
      "--kpi",
      "on-system-share",
      "--by",
      "agency",
      "--format",
      "csv",
    ]);
    expect(out).toContain(`"'=HYPERLINK(""x"")"`);
    expect(out).toContain(",100,percent,1,1,1,");
  });

  it("kpi schema report prints the JSON Schema that the sample's report satisfies", async () => {
    const { out, code } = await kpi(["schema", "report"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(reportSchema))));
    expect(JSON.parse(out).required).toContain("ledger");
  });

  it("help is there in both languages, with two examples each", async () => {
    for (const command of ["check", "convert", "sample", "schema"]) {
      const vi = await kpi([command, "--help", "--lang", "vi"]);
      expect(vi.code).toBe(0);
      expect(vi.out).toContain("Ví dụ:");
      expect((await kpi([command, "--help", "--lang", "en"])).out.match(/^ {2}kpi /gm)).toHaveLength(2);
    }
    expect((await kpi(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
