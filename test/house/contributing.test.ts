/** CONTRIBUTING.md says how to add something: its steps are followed in a copy of the sources. */

import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { beforeAll, expect, it } from "vitest";
import { plansInside } from "../../plan-files.mjs";
import { folder } from "../run.ts";

const steps = readFileSync("CONTRIBUTING.md", "utf8");
let dir = "";

beforeAll(async () => {
  dir = folder();
  cpSync("src", join(dir, "src"), { recursive: true });
  cpSync("tsconfig.json", join(dir, "tsconfig.json"));
  writeFileSync(join(dir, "package.json"), '{ "type": "module" }');
  symlinkSync(resolve("node_modules"), join(dir, "node_modules"));
  for (const [, file = "", text = ""] of steps.matchAll(/<!-- file: (\S+) -->\n```(?:ts|yaml)\n(.*?)```/gs)) {
    writeFileSync(join(dir, file), text);
  }
  for (const [, file = "", before = "", text = ""] of steps.matchAll(
    /<!-- in: (\S+), before: (.*?) -->\n```ts\n(.*?)```/gs,
  )) {
    const path = join(dir, file);
    const held = readFileSync(path, "utf8");
    const at = held.indexOf(`\n${before}`);
    expect(at, `${file} has a line that begins with ${before}`).toBeGreaterThan(0);
    writeFileSync(path, `${held.slice(0, at + 1)}${text}${held.slice(at + 1)}`);
  }
  await build({
    absWorkingDir: dir,
    entryPoints: ["src/cli.ts"],
    outfile: join(dir, "cli.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    plugins: [plansInside],
    define: { __VERSION__: '"0"' },
    banner: { js: 'import { createRequire as r } from "node:module";const require = r(import.meta.url);' },
    logLevel: "error",
  });
});

it("has steps: three files and six lines", () => {
  expect(steps.match(/<!-- file: /g)).toHaveLength(3);
  expect(steps.match(/<!-- in: /g)).toHaveLength(6);
});

it("give a KPI, a header word, a plan and an output that work together: 1 of 2 cases is 50 %, ≥ 30 %, PASS", async () => {
  const log = join(dir, "cases.csv");
  writeFileSync(
    log,
    "Kênh gửi hồ sơ,Ngày tiếp nhận,Đối tượng\nTrực tuyến,01/02/2026,Doanh nghiệp\nTrực tiếp,01/02/2026,Cá nhân\n",
  );
  const { main } = (await import(pathToFileURL(join(dir, "cli.mjs")).href)) as typeof import("../../src/cli.ts");
  const said: string[] = [];
  const io = {
    out: (text: string) => said.push(text),
    err: (text: string) => said.push(text),
    env: { LANG: "en_US" },
    temporary: new Set(),
    self: { pid: 1, host: "test", isAlive: () => true },
  };
  const run = (...args: string[]) => main(args, io as never);
  expect(await run("check", log, "--year", "2026", "--plan", "cat-hai", "--format", "brief")).toBe(0);
  expect(said.join("")).toBe("Cases of businesses: 50 % ✓ PASS\n");
  said.length = 0;
  await run("check", log, "--year", "2026", "--plan", "cat-hai", "--kpi", "online-receipt-share", "--format", "brief");
  expect(said.join("")).toBe("Cases received online: 50 % \n");
});

it("compile", () => {
  const { stdout } = spawnSync(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "--noEmit", "-p", dir], {
    encoding: "utf8",
  });
  expect(stdout.split("\n").filter((line) => line.startsWith("src/"))).toEqual([]);
});
