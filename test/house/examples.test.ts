/** The examples do what they say: their commands are run as they stand. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { folder, kpi } from "../run.ts";

const has = (command: string) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
const run = (command: string) =>
  spawnSync("sh", ["-c", command], { encoding: "utf8", env: { PATH: process.env.PATH, LANG: "en_US.UTF-8" } });

describe("the CI jobs", () => {
  it("of GitHub print the annotations of output/github.txt, and find the figures as recorded", async () => {
    const { jobs } = parse(readFileSync("examples/github-actions.yml", "utf8"));
    const steps = (jobs.kpi.steps as { run?: string }[]).flatMap(({ run: line }) =>
      line?.includes("kpi.js") ? [line] : [],
    );
    expect(steps).toHaveLength(2);
    const [targets, figures] = steps.map(run);
    await expect(targets?.stdout).toMatchFileSnapshot("../../examples/output/github.txt");
    expect([targets?.status, figures?.status]).toEqual([0, 0]);
    expect(figures?.stdout).toContain("are as recorded");
  });

  it("of GitLab leave the JUnit report of output/kpi.xml", async () => {
    const { kpi } = parse(readFileSync("examples/gitlab-ci.yml", "utf8"));
    const dir = folder();
    const lines = (kpi.script as string[]).filter((line) => line.includes("kpi.js"));
    const results = lines.map((line) => run(line.replace("junit=", `junit=${dir}/`)));
    expect(results.map(({ status }) => status)).toEqual([0, 0]);
    await expect(readFileSync(join(dir, kpi.artifacts.reports.junit), "utf8")).toMatchFileSnapshot(
      "../../examples/output/kpi.xml",
    );
  });
});

describe("the plan with KPIs of its own", () => {
  const plan = "examples/own-kpis.yaml";
  const log = "fixtures/sample/cases.csv";

  // Worked out of the sample apart, day by day: 485 online cases without a fee that are done, 196 of them within 8 hours of
  // work; of 1,804 that are done the 1,624th (90 %) took 3 working days; 1,171 online ones 42,316,862 seconds together.
  it("is sound, and its figures are 196 of 485, 611 of 642 ratings, 3 working days and 10.04 working hours", async () => {
    expect((await kpi(["plans", "check", plan])).code).toBe(0);
    const { out } = await kpi(["check", log, "--plan", plan, "--year", "2025", "--format", "json"]);
    const { results, plan: said } = JSON.parse(out);
    expect(
      results.map(({ measure, verdict }: { measure: object; verdict: string }) => [measure, verdict]),
    ).toMatchObject([
      [{ kind: "ratio", numerator: 196, denominator: 485 }, "fail"],
      [{ kind: "ratio", numerator: 611, denominator: 642 }, "pass"],
      [{ kind: "quantile", p: 90, n: 1804, value: 3 }, "pass"],
      [{ kind: "mean", sum: 42_316_862, n: 1171, per: 3600 }, "fail"],
      [{ kind: "ratio", numerator: 1272, denominator: 1956 }, "pass"],
    ]);
    expect(said.kpis.map(({ kpi: id }: { kpi: string }) => id)).toEqual([
      "done-within-8-hours",
      "rated-well-or-paid-online",
      "processing-p90",
      "processing-mean-hours",
    ]);
  });

  it.each(["vi", "en"])("prints its table, its targets and its pages in %s", async (lang) => {
    const runs = [
      ["check", log, "--plan", plan, "--year", "2025", "--period", "2025-09", "--by", "channel"],
      ["plans", "show", plan],
      ["explain", "done-within-8-hours", "--plan", plan],
      ["explain", "processing-p90", "--plan", plan],
      ["explain", "processing-mean-hours", log, "--plan", plan, "--case", "000.55.H24-251008-0000001"],
      ["explain", "processing-p90", log, "--plan", plan, "--case", "000.55.H24-251008-0000001"],
    ];
    let printed = "";
    for (const args of runs) printed += `$ kpi ${args.join(" ")}\n${(await kpi([...args, "--lang", lang])).out}\n`;
    await expect(printed).toMatchFileSnapshot(`../golden/own-kpis-${lang}.txt`);
  });

  it("is a report of a period in every form, whose trend, groups and reasons speak of its KPIs too", async () => {
    const dir = folder();
    const outs = ["html", "docx", "xlsx", "markdown", "json"].flatMap((form) => [
      "--out",
      `${form}=${join(dir, form)}`,
    ]);
    const { code, err } = await kpi(["report", log, "--plan", plan, "--month", "2025-09", ...outs, "--lang", "en"]);
    expect([code, err]).toEqual([1, ""]);
    const { periodic } = JSON.parse(readFileSync(join(dir, "json"), "utf8"));
    expect(periodic.definitions.map(({ kpi: id }: { kpi: string }) => id)).toContain("processing-p90");
    const text = readFileSync(join(dir, "markdown"), "utf8");
    expect(text).toMatch(/90 % of the cases are done within over 9 periods: .*working days; target ≤ 5 working days/);
    expect(text).toMatch(/Mean working hours: .* hours within the procedures/);
  });
});

describe("the monthly script", () => {
  const exported = () => {
    const dir = folder();
    mkdirSync(join(dir, "xuất dữ liệu"));
    mkdirSync(join(dir, "reports"));
    copyFileSync("fixtures/sample/cases.csv", join(dir, "xuất dữ liệu", "cases.csv"));
    return dir;
  };
  const script = (dir: string, ...more: string[]) =>
    spawnSync("sh", [resolve("examples/monthly.sh"), join(dir, "xuất dữ liệu"), join(dir, "reports"), ...more], {
      cwd: "/",
      encoding: "utf8",
      // Last month is that of the zone in which the test asks for it.
      env: {
        PATH: "/usr/bin:/bin",
        KPI: `${process.execPath} ${resolve("bin/kpi.js")}`,
        ...(process.env.TZ !== undefined && { TZ: process.env.TZ }),
      },
    });

  it("writes September's report in four forms and a manifest, from any folder, and says nothing", () => {
    const dir = exported();
    const { status, stdout, stderr } = script(dir, "2025-09");
    expect([status, stdout, stderr]).toEqual([0, "", ""]);
    expect(readdirSync(join(dir, "reports")).sort()).toEqual([
      "2025-09.docx",
      "2025-09.html",
      "2025-09.json",
      "2025-09.manifest.json",
      "2025-09.xlsx",
    ]);
    const report = JSON.parse(readFileSync(join(dir, "reports", "2025-09.json"), "utf8"));
    expect(report.period).toMatchObject({ from: "2025-09-01", to: "2025-09-30" });
  });

  it("takes last month where none is given", () => {
    const dir = exported();
    const today = new Date();
    const last = new Date(Date.UTC(today.getFullYear(), today.getMonth() - 1, 1)).toISOString().slice(0, 7);
    script(dir);
    expect(readdirSync(join(dir, "reports"))).toContain(`${last}.json`);
  });

  it("writes nothing and exits 2 where an export cannot be read", () => {
    const dir = exported();
    writeFileSync(join(dir, "xuất dữ liệu", "other.csv"), "no header\n");
    const { status, stderr } = script(dir, "2025-09");
    expect(status).toBe(2);
    expect(stderr).toContain("kpi: ");
    expect(readdirSync(join(dir, "reports"))).toEqual([]);
  });
});

describe("the schedules", () => {
  it("have five fields of time, a calendar that systemd knows, and name the script", () => {
    const line =
      readFileSync("examples/crontab", "utf8")
        .split("\n")
        .find((one) => !one.startsWith("#")) ?? "";
    expect(line.split(" ").slice(0, 5)).toEqual(["0", "6", "2", "*", "*"]);
    for (const file of ["crontab", "kpi-monthly.service"]) {
      expect(readFileSync(join("examples", file), "utf8")).toContain("/opt/kpi/monthly.sh /srv/exports /srv/reports");
    }
    if (!has("systemd-analyze")) return;
    const on = /OnCalendar=(.*)/.exec(readFileSync("examples/kpi-monthly.timer", "utf8"))?.[1] ?? "";
    expect(spawnSync("systemd-analyze", ["calendar", on]).status).toBe(0);
  });

  it("of Windows keep to its line ends", () => {
    const text = readFileSync("examples/windows-task.cmd", "latin1");
    expect(text.split("\r\n").join("")).not.toContain("\n");
    expect(text).toContain("--manifest");
    // Of a command file that is started without "call" the exit codes below it are never mapped.
    expect(text).toMatch(/^call kpi report %LOGS% /m);
    for (const kind of ["csv", "xlsx"]) expect(text).toContain(`if exist "C:\\exports\\*.${kind}" set LOGS=`);
  });
});

describe("GNU parallel", () => {
  it.skipIf(!has("parallel"))("tallies three exports and reports a month of them, as one pass does", async () => {
    const dir = folder();
    const exports_ = join(dir, "xuất dữ liệu");
    mkdirSync(exports_);
    // Each begins as the sample does: a tally of all of it takes more time than all that is to be seen here.
    const some = readFileSync("fixtures/sample/cases.csv", "utf8").split("\n").slice(0, 300).join("\n");
    for (const office of [1, 2, 3]) {
      writeFileSync(join(exports_, `office-${office}.csv`), some.replaceAll("000.", `00${office}.`));
    }
    const env = { PATH: "/usr/bin:/bin", HOME: dir, KPI: `${process.execPath} ${resolve("bin/kpi.js")}` };
    const args = [resolve("examples/parallel.sh"), exports_, join(dir, "các phần"), join(dir, "reports"), "2025-09"];
    const { status, stderr } = spawnSync("bash", args, { cwd: "/", encoding: "utf8", env });
    expect([status, stderr]).toEqual([0, ""]);
    const report = JSON.parse(readFileSync(join(dir, "reports", "2025-09.json"), "utf8"));
    const logs = readdirSync(exports_).map((name) => join(exports_, name));
    const { out } = await kpi(["report", ...logs, "--year", "2025", "--month", "2025-09", "--format", "json"]);
    expect(report).toEqual(JSON.parse(out));
  });
});
