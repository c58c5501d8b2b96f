/** The package as it is packed, installed into an empty folder where nothing else is. */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { folder } from "../run.ts";

let dir = "";
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const run = (file: string, args: readonly string[]) =>
  spawnSync(file, args, { cwd: dir, encoding: "utf8", env: { PATH: process.env.PATH, LANG: "en_US.UTF-8" } });

beforeAll(() => {
  dir = folder();
  const packed = execFileSync(npm, ["pack", "--ignore-scripts", "--json", "--pack-destination", dir], {
    encoding: "utf8",
  });
  const { filename } = JSON.parse(packed)[0] as { filename: string };
  writeFileSync(join(dir, "package.json"), '{ "name": "office", "private": true, "type": "module" }');
  execFileSync(npm, ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", `./${filename}`], {
    cwd: dir,
    stdio: "ignore",
  });
  copyFileSync("fixtures/sample/cases.csv", join(dir, "cases.csv"));
}, 60_000);

const home = () => join(dir, "node_modules", "kpi");

describe("the package", () => {
  it("holds the program, the library with its types and the readme, and installs nothing else", () => {
    expect(readdirSync(join(dir, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["kpi"]);
    expect(readdirSync(home()).sort()).toEqual(["LICENSE", "README.md", "README.vi.md", "bin", "dist", "package.json"]);
    const files = readdirSync(home(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    expect(bytes).toBeLessThan(6.25 * 2 ** 20);
    expect(files.map(({ name }) => name).filter((name) => /\.(node|so|dll|dylib|exe)$/.test(name))).toEqual([]);
  });

  it("names no folder of the machine that built it in the code that V8 keeps", () => {
    expect(readFileSync("dist/kpi.cache").includes(process.cwd())).toBe(false);
  });

  it("holds the licences of what is bundled: what src imports by name, and what that takes in", () => {
    const notices = readFileSync(join(home(), "dist", "THIRD-PARTY-NOTICES.txt"), "utf8");
    const named = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+ \(.+\) https:/gm)].map(([, name]) => name);
    const code = readdirSync("src", { recursive: true, encoding: "utf8" })
      // What a browser needs is in the page, which is no part of the package.
      .filter((name) => name.endsWith(".ts") && !/^(?:page|platform[\\/]browser)/.test(name))
      .map((name) => readFileSync(join("src", name), "utf8"))
      .join("\n");
    const imported = [...code.matchAll(/^import (?!type)[^;]*? from "([a-z@][^:"]*)"|\bimport\("([a-z@][^:"]*)"\)/gm)];
    const packages = imported.map(([, one, other]) => /^(?:@[^/]+\/)?[^/]+/.exec(one ?? other ?? "")?.[0]);
    expect(packages.length).toBeGreaterThan(10);
    expect([...new Set(packages)].filter((name) => !named.includes(name as string))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(["assemblyscript", "d3-shape", "domhandler", "nanoid", "picomatch"]));
    expect(readFileSync(join(home(), "LICENSE"), "utf8")).toContain("Copyright (c) 2026 the kpi contributors");
  });

  it("checks the sample from its own command, as the repository does", () => {
    const bin = join("node_modules", ".bin", process.platform === "win32" ? "kpi.cmd" : "kpi");
    const { status, stdout } = run(bin, ["check", "cases.csv", "--year", "2025"]);
    expect([status, stdout]).toEqual([0, readFileSync("test/golden/sample-2025-en.txt", "utf8")]);
  });

  it.each([
    ["without V8's code", (file: string) => writeFileSync(file, "")],
    ["with another's", (file: string) => writeFileSync(file, "not code of V8's")],
  ])("runs %s", (_, spoil) => {
    const kept = join(home(), "dist", "kpi.cache");
    const bytes = readFileSync(kept);
    spoil(kept);
    const { status, stderr } = run(process.execPath, [join(home(), "bin", "kpi.js"), "--version"]);
    const check = run(process.execPath, [join(home(), "bin", "kpi.js"), "check", "cases.csv", "--year", "2025"]);
    writeFileSync(kept, bytes);
    expect([status, stderr, check.status]).toEqual([0, "", 0]);
  });

  it("never runs code of V8's that was damaged, or is of another text of the same length", () => {
    const program = (...args: string[]) => run(process.execPath, [join(home(), "bin", "kpi.js"), ...args]);
    const [kept, text] = [join(home(), "dist", "kpi.cache"), join(home(), "dist", "kpi.cjs")];
    const [code, script] = [readFileSync(kept), readFileSync(text)];
    const whole = program("check", "cases.csv", "--year", "2025", "--format", "json").stdout;
    for (const at of [3, 9, 1000, Math.floor(code.length / 2), code.length - 5]) {
      const damaged = Buffer.from(code);
      damaged[at] ^= 4;
      writeFileSync(kept, damaged);
      expect(program("check", "cases.csv", "--year", "2025", "--format", "json")).toMatchObject({
        status: 0,
        stdout: whole,
      });
    }
    writeFileSync(kept, code);
    writeFileSync(text, script.toString("latin1").replaceAll("0.1.0", "0.1.9"), "latin1");
    expect(program("--version").stdout).toBe("0.1.9\n");
    writeFileSync(text, script);
  });

  it("gives the library: the example of docs/library.md prints what the page says", () => {
    const page = readFileSync("docs/library.md", "utf8");
    const [, code = "", out = ""] = /<!-- library -->\n```js\n(.*?)```\n\n```\n(.*?)```/s.exec(page) ?? [];
    writeFileSync(join(dir, "example.js"), code);
    const { stdout, stderr } = run(process.execPath, ["example.js"]);
    expect(stderr).toBe("");
    expect(stdout).toBe(out);
    expect(out.length).toBeGreaterThan(40);
  });

  it("does nothing when it is imported", () => {
    const code =
      'const before = process._getActiveHandles().length; await import("kpi"); process.exitCode = process._getActiveHandles().length - before;';
    writeFileSync(join(dir, "import.js"), code);
    expect(run(process.execPath, ["import.js"])).toMatchObject({ status: 0, stdout: "", stderr: "" });
  });

  it("has types that compile in a strict project without any other package, and no any among them", () => {
    const source = `import { check, errorText, kpis, plans, readCases, renderers, UserError, type LogCase, type Report } from "kpi";
const report: Report = await check("cases.csv", { year: 2025, by: ["agency"] });
const target: number | undefined = (await plans())[0]?.years["2025"]?.[0]?.atLeast;
const title: string = kpis[0]?.title.vi ?? "";
await readCases("cases.csv", (c: LogCase) => { const channel: "online" | "in_person" | "postal" | null = c.channel; void channel; });
const text: string = renderers.markdown(report, { language: "vi", colour: false, width: 80 });
const say = (e: unknown): string => (e instanceof UserError ? errorText(e, "vi") : "");
// @ts-expect-error: an unknown option is none
await check("cases.csv", { year: 2025, yaer: 1 });
// @ts-expect-error: a verdict is no number
const none: number = report.results[0]!.verdict;
void [target, title, text, say, none];
`;
    mkdirSync(join(dir, "src"), { recursive: true });
    writeFileSync(join(dir, "src", "office.ts"), source);
    const options = [
      "--strict",
      "--noEmit",
      "--module",
      "nodenext",
      "--target",
      "es2023",
      "--types",
      "",
      "--skipLibCheck",
      "false",
    ];
    const { status, stdout } = run(process.execPath, [
      resolve("node_modules/typescript/bin/tsc"),
      ...options,
      join("src", "office.ts"),
    ]);
    expect([stdout, status]).toEqual(["", 0]);
    expect(existsSync(join(home(), "dist", "types", "index.d.ts"))).toBe(true);
  });
});

describe("the executable with Node in it", () => {
  it("checks the sample from an empty folder, with no Node on the PATH and no environment", () => {
    execFileSync(process.execPath, ["package.mjs"], { stdio: "ignore" });
    const there = folder();
    copyFileSync("fixtures/sample/cases.csv", join(there, "cases.csv"));
    const name = process.platform === "win32" ? "kpi.exe" : "kpi";
    const { status, stdout } = spawnSync(resolve("dist", "office", name), ["check", "cases.csv", "--year", "2025"], {
      cwd: there,
      encoding: "utf8",
      env: { LANG: "en_US.UTF-8" },
    });
    expect([status, stdout]).toEqual([0, readFileSync("test/golden/sample-2025-en.txt", "utf8")]);
  });
});
