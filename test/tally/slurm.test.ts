/** The jobs of examples/slurm on a real Slurm: a controller and two node daemons on this machine; skipped without one. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kpi } from "../run.ts";

const has = (command: string) => spawnSync("sh", ["-c", `PATH="$PATH:/usr/sbin" command -v ${command}`]).status === 0;
const tools = ["sbatch", "slurmctld", "slurmd", "munged", "ss"];

describe.skipIf(!tools.every(has))("on a Slurm of two nodes", () => {
  // The path of a socket in it has at most 108 characters.
  const dir = mkdtempSync(join(tmpdir(), "kpi-slurm-"));
  const env: NodeJS.ProcessEnv = { ...process.env };
  const list = join(dir, "logs.txt");

  beforeAll(async () => {
    env.SLURM_CONF = execFileSync("bash", ["test/slurm/up.sh", join(dir, "engine")], { encoding: "utf8" }).trim();
    const logs: string[] = [];
    for (let office = 1; office <= 5; office++) {
      const folder = join(dir, `office ${office}`);
      await kpi(["sample", "--cases", "200", "--seed", String(office), "--out", folder]);
      const file = join(folder, `office-${office}.csv`);
      const text = readFileSync(join(folder, "cases.csv"), "utf8");
      writeFileSync(file, text.replaceAll("000.", `00${office}.`));
      logs.push(file);
    }
    writeFileSync(list, `${logs.join("\n")}\n`);
    // A program that fails once for the third shard, as a node that goes away would.
    const flaky = join(dir, "kpi");
    writeFileSync(
      flaky,
      `#!/bin/bash\nif [[ "$*" == *office-3.csv* && ! -e "${dir}/failed" ]]; then touch "${dir}/failed"; exit 70; fi\nexec "${process.execPath}" "${resolve("bin/kpi.js")}" "$@"\n`,
      { mode: 0o755 },
    );
    env.KPI = flaky;
  }, 60_000);

  afterAll(() => {
    spawnSync("bash", ["test/slurm/down.sh", join(dir, "engine")]);
    rmSync(dir, { recursive: true, force: true });
  }, 30_000);

  /** Submits the jobs and waits for the last; returns its state. */
  async function run(name: string, more: NodeJS.ProcessEnv = {}): Promise<string> {
    const cwd = join(dir, name);
    mkdirSync(cwd);
    const args = [resolve("examples/slurm/submit.sh"), list, join(cwd, "parts"), join(cwd, "reports"), "2025-09"];
    const job = execFileSync("bash", args, { cwd, env: { ...env, ...more }, encoding: "utf8" }).trim();
    for (;;) {
      const shown = execFileSync("scontrol", ["-o", "show", "job", job], { env, encoding: "utf8" });
      const [, state = ""] = /JobState=(\w+)/.exec(shown) ?? [];
      if (!["PENDING", "CONFIGURING", "RUNNING", "COMPLETING"].includes(state)) return state;
      await new Promise((done) => setTimeout(done, 200));
    }
  }

  it("five shards, one of which fails at first and is run again by the engine, give the report of one pass over the five logs", async () => {
    expect(await run("whole")).toBe("COMPLETED");
    expect(existsSync(join(dir, "failed"))).toBe(true);
    const logs = readFileSync(list, "utf8").trim().split("\n");
    const { out } = await kpi([
      "report",
      ...logs,
      "--year",
      "2025",
      "--month",
      "2025-09",
      "--format",
      "json",
      "--lang",
      "vi",
    ]);
    expect(readFileSync(join(dir, "whole", "reports", "2025-09.json"), "utf8")).toBe(out);
  }, 60_000);

  it("a shard that cannot be done is named by the merge, and nothing is judged; with --allow-missing-parts a note says so", async () => {
    const lines = readFileSync(list, "utf8");
    writeFileSync(list, `${lines}${join(dir, "no-such-log.csv")}\n`);
    expect(await run("missing", { KPI_TRIES: "1" })).toBe("FAILED");
    expect(existsSync(join(dir, "missing", "reports", "2025-09.json"))).toBe(false);
    const said = execFileSync("sh", ["-c", "cat logs/kpi-merge-*.out"], {
      cwd: join(dir, "missing"),
      encoding: "utf8",
    });
    expect(said).toMatch(/Thiếu tệp tổng hợp: .*0006\.kpi\.json\. Chưa đánh giá gì/);
    expect(await run("allowed", { KPI_TRIES: "1", KPI_OPTIONS: "--allow-missing-parts" })).toBe("COMPLETED");
    const { notes } = JSON.parse(readFileSync(join(dir, "allowed", "reports", "2025-09.json"), "utf8"));
    expect(notes.map(({ code }: { code: string }) => code)).toContain("part-missing");
  }, 60_000);
});
