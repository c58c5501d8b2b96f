/** CONTRIBUTING.md says how to add something: its steps are followed, all of them together, in a copy of the sources. */

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
  for (const [, file = "", how = "", line = "", text = ""] of steps.matchAll(
    /<!-- in: (\S+), (before|in place of): (.*?) -->\n```ts\n(.*?)```/gs,
  )) {
    const path = join(dir, file);
    const held = readFileSync(path, "utf8");
    const at = held.indexOf(`\n${line}`) + 1;
    expect(at, `${file} has a line that begins with ${line}`).toBeGreaterThan(0);
    const rest = how === "before" ? at : held.indexOf("\n", at) + 1;
    writeFileSync(path, held.slice(0, at) + text + held.slice(rest));
  }
  await build({
    absWorkingDir: dir,
    entryPoints: ["src/cli/main.ts"],
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

it("has steps: five files and sixteen places", () => {
  expect(steps.match(/<!-- file: /g)).toHaveLength(5);
  expect(steps.match(/<!-- in: /g)).toHaveLength(16);
});

/** Runs the command line of the copy. */
async function run(...args: string[]) {
  const { main } = (await import(pathToFileURL(join(dir, "cli.mjs")).href)) as typeof import("../../src/cli/main.ts");
  const said: string[] = [];
  const io = {
    out: (text: string) => said.push(text),
    err: (text: string) => said.push(text),
    env: { LANG: "en_US" },
    temporary: new Set(),
    self: { pid: 1, host: "test", isAlive: () => true },
  };
  return { code: await main(args, io as never), said: said.join("") };
}

it("give a KPI, a header word, a plan and an output that work together: 1 of 2 cases is 50 %, ≥ 30 %, PASS", async () => {
  const log = join(dir, "cases.csv");
  writeFileSync(
    log,
    "Kênh gửi hồ sơ,Ngày tiếp nhận,Đối tượng\nTrực tuyến,01/02/2026,Doanh nghiệp\nTrực tiếp,01/02/2026,Cá nhân\n",
  );
  const check = ["check", log, "--year", "2026", "--plan", "cat-hai", "--format", "brief"];
  expect(await run(...check)).toEqual({ code: 0, said: "Cases of businesses: 50 % ✓ PASS\n" });
  const { said } = await run(...check, "--kpi", "online-receipt-share");
  expect(said).toBe("Cases received online: 50 % \n");
});

it("give a section of the report: its title and the size of the log stand in the page", async () => {
  const log = join(dir, "one.csv");
  const text = "Ngày tiếp nhận,Đối tượng\n01/02/2026,Doanh nghiệp\n";
  writeFileSync(log, text);
  const page = join(dir, "report.html");
  expect(await run("check", log, "--year", "2026", "--plan", "cat-hai", "--out", `html=${page}`)).toMatchObject({
    code: 0,
  });
  const section = /<section id="files".*?<\/section>/s.exec(readFileSync(page, "utf8"))?.[0];
  expect(section).toContain("Files that were read");
  expect(section).toContain(
    `one.csv</th><td class="number" data-value="${Buffer.byteLength(text)}">${Buffer.byteLength(text)}</td>`,
  );
});

it("give an option: of 2026 two Saturdays are worked, no day of another kind is told, another word is refused", async () => {
  const worked = await run("calendar", "2026", "--kind", "worked", "--format", "csv");
  expect(worked.code).toBe(0);
  const kinds = worked.said
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(",")[1]);
  expect(kinds).toEqual(["worked", "worked"]);
  expect(await run("calendar", "2026", "--kind", "wroked")).toMatchObject({
    code: 2,
    said: expect.stringContaining("worked"),
  });
});

it("give a command: five working days after 28 April 2026 is 7 May, past the days off of 30 April and 1 May", async () => {
  expect(await run("deadline", "28/4/2026", "5")).toEqual({ code: 0, said: "7 May 2026\n" });
  expect(await run("deadline", "31/2/2026", "5")).toMatchObject({ code: 2 });
  expect((await run("man")).said).toContain('.SS "kpi deadline"');
  expect((await run("help", "deadline")).said).toContain("how many working days");
});

it("compile", () => {
  const { stdout } = spawnSync(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "--noEmit", "-p", dir], {
    encoding: "utf8",
  });
  expect(stdout.split("\n").filter((line) => line.startsWith("src/"))).toEqual([]);
});
