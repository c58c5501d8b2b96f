/** What a forge runs and asks for: the workflow and the form of an issue. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { kpi } from "../run.ts";

interface Job {
  readonly "runs-on": string;
  readonly strategy?: { readonly matrix: { readonly node: readonly string[] } };
  readonly env?: { readonly TZ?: string; readonly KPI_TEST_RUNS?: string };
  readonly steps: readonly { readonly run?: string }[];
}

const { jobs } = parse(readFileSync(".github/workflows/ci.yml", "utf8")) as { jobs: Readonly<Record<string, Job>> };
const linesOf = (job: Job | undefined) => job?.steps.flatMap(({ run }) => (run === undefined ? [] : [run])) ?? [];

it("the workflow runs Node 20.19, 22 and 24 on Linux and Windows, the oldest as package.json has it", () => {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const [name, system] of [
    ["linux", "ubuntu-latest"],
    ["windows", "windows-latest"],
  ] as const) {
    expect(jobs[name]?.["runs-on"]).toBe(system);
    expect(jobs[name]?.strategy?.matrix.node).toEqual([engines.node.replace(">=", ""), "22", "24"]);
  }
});

it("the workflow does what .ci/run does, once more in another time zone, and the README's main job on Windows", () => {
  expect(linesOf(jobs.linux)).toContain(".ci/run");
  expect(linesOf(jobs.zone)).toEqual([".ci/run"]);
  expect(jobs.zone?.env?.TZ).not.toBe("Asia/Ho_Chi_Minh");
  const main = linesOf(jobs.windows).find((line) => line.startsWith("node bin/kpi.js"));
  expect(readFileSync("README.md", "utf8")).toContain(`npm ci && ${main}\n`);
});

it("the workflow of the night does the same with ten times as many made-up logs, by the name that tests ask", () => {
  const { jobs: night } = parse(readFileSync(".github/workflows/night.yml", "utf8")) as { jobs: typeof jobs };
  expect(linesOf(night.chance)).toEqual([".ci/run"]);
  expect(night.chance?.env).toEqual({ KPI_TEST_RUNS: "10" });
  expect(readFileSync("test/runs.ts", "utf8")).toContain("process.env.KPI_TEST_RUNS");
});

it("the form of an issue asks for kpi inspect and a made-up log, and takes nothing that is real", async () => {
  const { body } = parse(readFileSync(".github/ISSUE_TEMPLATE/fault.yml", "utf8"));
  const fields = new Map((body as { id?: string; validations?: { required?: boolean } }[]).map((one) => [one.id, one]));
  for (const id of ["version", "command", "expected", "inspect", "log"]) {
    expect(fields.get(id)?.validations?.required, id).toBe(true);
  }
  expect(JSON.stringify(fields.get("inspect"))).toContain("kpi inspect FILE --format json");
  const { code, out } = await kpi(["inspect", "fixtures/sample/cases.csv", "--format", "json"]);
  expect(code).toBe(0);
  expect(() => JSON.parse(out)).not.toThrow();
  expect(JSON.stringify(fields.get("made-up"))).toContain('"required":true');
});
