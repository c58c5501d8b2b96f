/** Where sections are joined: figures that an independent count of made-up logs found wrong, each worked by hand. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { folder, kpi, log, planFile, table } from "../run.ts";

const sample = "fixtures/sample/";

async function reported(args: readonly string[], command = "report"): Promise<Report> {
  const { out, err } = await kpi([command, ...args, "--format", "json"]);
  if (out === "") throw new Error(err);
  return JSON.parse(out) as Report;
}

const periodicOf = (report: Report) => report.periodic as NonNullable<Report["periodic"]>;
const own = (results: Report["results"], id: string) =>
  results.find(({ kpi: one, group }) => one === id && group === null);

describe("a report whose year to date is the whole year", () => {
  const catalogue = ["--procedures", `${sample}procedures.csv`];
  const cases = log(readFileSync(`${sample}cases.csv`, "utf8").split("\n").slice(0, 500).join("\n"));

  it("has cases per service of the year, in a month, a quarter, a half and its statutory form: as check --period 2025", async () => {
    const check = await reported([cases, "--year", "2025", "--period", "2025", ...catalogue], "check");
    const wanted = own(check.results, "cases-per-service")?.measure;
    expect(wanted).toMatchObject({ kind: "average", value: expect.any(Number) });
    for (const period of [
      ["--month", "2025-12"],
      ["--quarter", "2025-Q4"],
      ["--half", "2025-H2"],
      ["--year-to-date", "2025-12"],
    ]) {
      const report = await reported([cases, "--year", "2025", ...period, ...catalogue]);
      expect(own(periodicOf(report).yearToDate.results, "cases-per-service")?.measure, period.join(" ")).toEqual(
        wanted,
      );
      const statutory = await kpi(["report", cases, "--year", "2025", ...period, "--statutory", ...catalogue]);
      expect([0, 1, 3], period.join(" ")).toContain(statutory.code);
    }
  });

  it("has it from tally files too", async () => {
    const part = join(folder(), "office.kpi.json");
    await kpi(["tally", cases, "--out", part, "--by", "agency,procedure,field,channel"]);
    const of = async (file: string) =>
      periodicOf(await reported([file, "--year", "2025", "--month", "2025-12", ...catalogue])).yearToDate.results;
    expect(own(await of(part), "cases-per-service")?.measure).toEqual(
      own(await of(cases), "cases-per-service")?.measure,
    );
  });
});

describe("groups that the plan names", () => {
  const rows = table(
    "Mã hồ sơ,Lĩnh vực,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Trạng thái,Mức độ hài lòng",
    "A,X,Trực tiếp,04/08/2025 08:00,05/08/2025 08:00,Đã trả kết quả,5",
    "B,X,Trực tiếp,04/09/2025 08:00,05/09/2025 08:00,Đã trả kết quả,1",
  );
  const args = [
    rows,
    "--year",
    "2025",
    "--plan",
    "ngoai-vu-76",
    "--groups",
    "III.2=X",
    "--month",
    "2025-09",
    "--kpi",
    "satisfaction",
  ];

  it("are judged in the period before and the year to date: August 1 of 1 PASS, the year to date 1 of 2 FAIL", async () => {
    const { before, yearToDate } = periodicOf(await reported(args));
    const inX = (results: Report["results"] | undefined) => results?.find(({ group }) => group?.name === "X");
    expect(inX(before?.results)).toMatchObject({ verdict: "pass", measure: { numerator: 1, denominator: 1 } });
    expect(inX(yearToDate.results)).toMatchObject({ verdict: "fail", measure: { numerator: 1, denominator: 2 } });
  });

  it("of a part are those of its log: with 1 of 1 of July the plan to date is 2 of 3, without that of February", async () => {
    const file = table(
      "Mã hồ sơ,Lĩnh vực,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Trạng thái,Mức độ hài lòng",
      "A,X,Trực tiếp,04/08/2025 08:00,05/08/2025 08:00,Đã trả kết quả,5",
      "B,X,Trực tiếp,04/09/2025 08:00,05/09/2025 08:00,Đã trả kết quả,1",
      "C,X,Trực tiếp,04/07/2025 08:00,05/07/2025 08:00,Đã trả kết quả,5",
      "E,X,Trực tiếp,04/02/2025 08:00,05/02/2025 08:00,Đã trả kết quả,5",
      "D,X,Trực tiếp,04/09/2024 08:00,05/09/2024 08:00,Đã trả kết quả,5",
    );
    const part = join(folder(), "a.kpi.json");
    await kpi(["tally", file, "--out", part, "--by", "agency,procedure,field,channel"]);
    for (const one of [file, part]) {
      const { yearToDate, yearBefore } = periodicOf(await reported([one, ...args.slice(1)]));
      const inX = (results: Report["results"] | undefined) => results?.find(({ group }) => group?.name === "X");
      expect(inX(yearToDate.results)?.measure).toMatchObject({ numerator: 2, denominator: 3 });
      expect(inX(yearBefore?.results)?.measure).toMatchObject({ numerator: 1, denominator: 1 });
    }
  });

  it("are said to be no longer met", async () => {
    const { out } = await kpi(["report", ...args, "--lang", "en"]);
    expect(out).toMatch(/no longer met/);
  });
});

describe("what the rest of the year must be", () => {
  it("is told of each target of a clause by itself: of 90 of 100 and 100 to come, 95 % needs 100 of 100, 50 % 10 of 100", async () => {
    const lines = Array.from(
      { length: 100 },
      (_, i) => `${i},Trực tiếp,0${1 + (i % 9)}/01/2025,${i < 90 ? "Có" : "Không"}`,
    );
    const file = log(`Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Số hóa hồ sơ\n${lines.join("\n")}\n`);
    const plan = planFile(
      { kpi: "record-digitisation-share", atLeast: 50, clause: "I" },
      { kpi: "record-digitisation-share", atLeast: 95, clause: "I" },
    );
    const report = await reported([file, "--year", "2025", "--plan", plan, "--month", "2025-01", "--expected", "100"]);
    expect(periodicOf(report).needs.map(({ key, cases }) => [key, cases])).toEqual([
      ["record-digitisation-share@I", 10],
      ["record-digitisation-share@I(2)", 100],
    ]);
  });

  it("takes --expected as the KPI's own cases in a log without receipts: 1,000 stay 1,000", async () => {
    const file = table(
      "Mã hồ sơ,Ngày trả kết quả,Trạng thái,Kết quả điện tử",
      "A,05/01/2025,Đã trả kết quả,Có",
      "B,06/01/2025,Đã trả kết quả,Có",
    );
    const report = await reported([
      file,
      "--year",
      "2025",
      "--month",
      "2025-01",
      "--expected",
      "1000",
      "--kpi",
      "electronic-result-share",
    ]);
    expect(periodicOf(report).needs[0]).toMatchObject({ expected: { n: 1000, from: "given-own" } });
    const { out } = await kpi([
      "report",
      file,
      "--year",
      "2025",
      "--month",
      "2025-01",
      "--expected",
      "1000",
      "--kpi",
      "electronic-result-share",
      "--format",
      "markdown",
      "--lang",
      "en",
    ]);
    expect(out).toMatch(/received cases cannot be known/);
  });
});

describe("what has no past", () => {
  it("the catalogue and stated figures stand under the period alone; petitions and publication have days and keep theirs", async () => {
    const report = await reported([
      `${sample}cases.csv`,
      "--year",
      "2025",
      "--month",
      "2025-09",
      "--procedures",
      `${sample}procedures.csv`,
      "--petitions",
      `${sample}petitions.csv`,
      "--figures",
      `${sample}figures.csv`,
    ]);
    const { before } = periodicOf(report);
    const of = (id: string) => own(before?.results ?? [], id);
    for (const id of ["stations-5g-share", "restructured-share", "fibre-household-share"]) {
      expect([id, of(id)?.measure, of(id)?.verdict, of(id)?.reason]).toEqual([id, null, null, "no-past"]);
    }
    expect(of("publication-within-10-days")?.reason).not.toBe("no-past");
    const petitions = await reported([
      `${sample}cases.csv`,
      "--year",
      "2025",
      "--month",
      "2025-10",
      "--plan",
      "ngoai-vu-76",
      "--petitions",
      `${sample}petitions.csv`,
    ]);
    const september = own(periodicOf(petitions).before?.results ?? [], "petition-resolution-share");
    expect(september?.measure?.value).toEqual(expect.any(Number));
    const { out } = await kpi([
      "report",
      `${sample}cases.csv`,
      "--year",
      "2025",
      "--month",
      "2025-09",
      "--figures",
      `${sample}figures.csv`,
      "--format",
      "markdown",
      "--lang",
      "en",
    ]);
    expect(out).toMatch(/has no figure of the past/);
  });

  it("what was published has: 100 % of August and of September are 0.0 points apart", async () => {
    const { out } = await kpi([
      ...["report", `${sample}cases.csv`, "--month", "2025-09", "--procedures", `${sample}procedures.csv`],
      ...["--format", "markdown", "--lang", "en"],
    ]);
    const row = out.split("\n").find((line) => line.startsWith("| Procedures published")) as string;
    expect(row.split(" | ").slice(5, 7)).toEqual(["100 %", "0.0"]);
  });
});

describe("one case's way", () => {
  it("explain says what check says of a case with a date at one end and a time at the other: left out, no-time-of-day", async () => {
    const file = table(
      "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Trạng thái",
      "A,Trực tuyến,04/08/2025,05/08/2025 08:00,Đã trả kết quả",
      "B,Trực tuyến,04/08/2025 07:00,05/08/2025 08:00,Đã trả kết quả",
      "C,Trực tiếp,04/08/2025 07:00,06/08/2025 08:00,Đã trả kết quả",
    );
    const report = await reported([file, "--year", "2025", "--kpi", "processing-time-reduction"], "check");
    expect(report.results[0].excluded).toEqual({ "no-time-of-day": 1 });
    const { out } = await kpi(["explain", "processing-time-reduction", file, "--case", "A", "--lang", "en"]);
    expect(out).toMatch(/no-time-of-day/);
    expect(out).not.toMatch(/COUNTED/);
  });
});

describe("parts whose logs lack different columns", () => {
  it("name the missing columns in the order of the fields, whatever the order of the parts", async () => {
    const dir = folder();
    const part = async (name: string, text: string) => {
      const file = join(dir, `${name}.csv`);
      writeFileSync(file, text);
      await kpi(["tally", file, "--out", join(dir, `${name}.kpi.json`)]);
      return join(dir, `${name}.kpi.json`);
    };
    const a = await part("a", "Mã hồ sơ,Ngày tiếp nhận,Hình thức nộp,Số hóa hồ sơ\nA,04/08/2025,Trực tuyến,Có\n");
    const b = await part("b", "Mã hồ sơ,Ngày tiếp nhận,Hình thức nộp,Kết quả điện tử\nB,04/08/2025,Trực tuyến,Có\n");
    const c = await part(
      "c",
      "Mã hồ sơ,Ngày tiếp nhận,Hình thức nộp,Tái sử dụng dữ liệu\nC,04/08/2025,Trực tuyến,Có\n",
    );
    const notes = async (...files: string[]) =>
      (await reported([...files, "--year", "2025"], "check")).notes
        .filter(({ code }) => code === "column-missing")
        .map(({ data }) => JSON.stringify(data));
    const logs = ["a", "b", "c"].map((name) => join(dir, `${name}.csv`));
    expect((await notes(c, a, b)).sort()).toEqual((await notes(a, b, c)).sort());
    expect((await notes(a, b, c)).sort()).toEqual((await notes(...logs)).sort());
  });
});

describe("a clause that speaks of some procedures", () => {
  const rows = [7, 8, 9].flatMap((month) =>
    Array.from({ length: 40 }, (_, i) => [
      `${month}-${i}a,1.004300,2025-0${month}-05 08:00,2025-0${month}-06 08:00,${month < 9 || i < 36 ? "x" : ""}`,
      // The plan leaves this procedure out.
      `${month}-${i}b,1.000002,2025-0${month}-05 08:00,2025-0${month}-06 08:00,không`,
    ]).flat(),
  );
  const file = table("case_id,procedure_code,received_at,returned_at,electronic_result", ...rows);
  const catalogue = log("procedure_code,excluded\n1.004300,no\n1.000002,yes\n", "procedures.csv");

  it("does so in every view of a report: 36 of 40 in September, 40 of 40 in August, 116 of 120 in the year, of logs and of parts", async () => {
    const part = join(folder(), "a.kpi.json");
    await kpi(["tally", file, "--by", "procedure", "--out", part, "-q"]);
    for (const input of [file, part]) {
      const args = [
        "report",
        input,
        "--year",
        "2025",
        "--month",
        "2025-09",
        "--procedures",
        catalogue,
        "--expected",
        "1000",
      ];
      const made = JSON.parse((await kpi([...args, "--format", "json"])).out) as Report;
      const periodic = made.periodic as NonNullable<Report["periodic"]>;
      const shares = [made, periodic.before, periodic.yearToDate].map((view) => {
        return view?.results.find(({ kpi: id }) => id === "electronic-result-share")?.measure;
      });
      expect(shares).toMatchObject([
        { numerator: 36, denominator: 40 },
        { numerator: 40, denominator: 40 },
        { numerator: 116, denominator: 120 },
      ]);
      const key = "electronic-result-share@I.2.a";
      expect(periodic.trend.series.find((one) => one.key === key)?.points.slice(-2)).toMatchObject([
        { value: 100, n: 40 },
        { value: 90, n: 40 },
      ]);
      expect(periodic.needs.find((one) => one.key === key)).toMatchObject({ done: { sum: 116, n: 120 } });
    }
  });
});
