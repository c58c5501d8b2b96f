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
  });
});

describe("GNU parallel", () => {
  it.skipIf(!has("parallel"))("tallies three exports and reports a month of them, as one pass does", async () => {
    const dir = folder();
    const exports_ = join(dir, "xuất dữ liệu");
    mkdirSync(exports_);
    for (const office of [1, 2, 3]) {
      const text = readFileSync("fixtures/sample/cases.csv", "utf8").replaceAll("000.", `00${office}.`);
      writeFileSync(join(exports_, `office-${office}.csv`), text);
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
