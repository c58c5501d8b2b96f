/** At home in a shell: completion, the manual page, help, progress, signals, disks that are full. */
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { progressLine } from "../../src/run/progress.ts";
import { folder, kpi, log } from "../run.ts";

const sample = resolve("fixtures/sample/cases.csv");
const bin = resolve("bin/kpi.js");
const has = (command: string) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
const shell = (command: string, args: readonly string[]) =>
  spawnSync(command, args, { encoding: "utf8", env: { PATH: process.env.PATH, HOME: folder(), TERM: "dumb" } });

/** What is typed, and some of what is offered; `not`: what is not. */
const typed = [
  ["kpi ch", ["check"], ["convert"]],
  ["kpi check --per", ["--period"], ["--plan"]],
  ["kpi check --plan ", ["hai-phong-219", "ngoai-vu-76"], ["json"]],
  ["kpi check --format j", ["json", "junit"], ["csv"]],
  ["kpi plans ", ["show", "duties", "check", "schema"], ["convert"]],
  ["kpi plans show ", ["tan-an"], ["show"]],
  ["kpi explain submission", ["submission-time"], ["satisfaction"]],
  ["kpi --lang en ch", ["check"], ["convert"]],
  ["kpi --lang ", ["vi", "en"], ["check"]],
  ["kpi --quiet plans sh", ["show"], ["check"]],
  ["kpi --color never check --cl", ["--clock"], ["--seed"]],
] as const;

describe("completion", () => {
  const script = async (of: string) => (await kpi(["completion", of])).out;

  it.each(typed)("bash offers behind %j what there is", async (line, offered, not) => {
    const file = join(folder(), "kpi.bash");
    writeFileSync(file, await script("bash"));
    const words = line.split(" ");
    const array = words.map((word) => `'${word}'`).join(" ");
    const { stdout, stderr } = shell("bash", [
      "--norc",
      "-c",
      `source ${file}; COMP_WORDS=(${array}); COMP_CWORD=${words.length - 1}; _kpi; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ]);
    expect(stderr).toBe("");
    const found = stdout.trim().split("\n");
    expect(found).toEqual(expect.arrayContaining([...offered]));
    for (const word of not) expect(found).not.toContain(word);
  });

  it.runIf(has("zsh")).each(typed)("zsh offers behind %j what there is", async (line, offered, not) => {
    const file = join(folder(), "kpi.zsh");
    writeFileSync(file, await script("zsh"));
    const words = line.split(" ");
    // compadd and _files are zsh's own, and only work while its editor is at it: here they print.
    const setUp = `compdef() { :; }; compadd() { shift; for w in "$@"; do [[ $w == "$cur"* ]] && print -r -- "$w"; done; }; _files() { print FILES; }`;
    const { stdout, stderr } = shell("zsh", [
      "-f",
      "-c",
      `${setUp}; source ${file}; words=(${words.map((word) => `'${word}'`).join(" ")}); CURRENT=${words.length}; _kpi`,
    ]);
    expect(stderr).toBe("");
    const found = stdout.trim().split("\n");
    expect(found).toEqual(expect.arrayContaining([...offered]));
    for (const word of not) expect(found).not.toContain(word);
  });

  it.runIf(has("fish")).each(typed)("fish offers behind %j what there is", async (line, offered, not) => {
    const file = join(folder(), "kpi.fish");
    writeFileSync(file, await script("fish"));
    const { stdout } = shell("fish", ["--no-config", "-c", `source ${file}; complete -C '${line}'`]);
    const found = stdout
      .trim()
      .split("\n")
      .map((one) => one.split("\t")[0]);
    expect(found).toEqual(expect.arrayContaining([...offered]));
    for (const word of not) expect(found).not.toContain(word);
  });

  it("of PowerShell names every command with every option, and its brackets close", async () => {
    const text = await script("powershell");
    for (const word of ["'check' = @(", "'plans show' = @(", "'--statutory'", "'check:--format' = @('table'"]) {
      expect(text).toContain(word);
    }
    for (const [open, close] of ["()", "{}", "[]"]) {
      expect(text.split(open as string).length).toBe(text.split(close as string).length);
    }
  });

  it("without a shell, and for any command that is misused, says which help to see", async () => {
    expect((await kpi(["completion"])).err).toContain("See: kpi completion --help");
    expect((await kpi(["--foo"])).err).toContain("See: kpi --help");
    expect((await kpi(["verify"])).err).toContain("See: kpi verify --help");
    expect((await kpi(["man", "x"])).err).toContain("kpi man --help");
  });

  it("for another shell names the four, and exits 2", async () => {
    const run = await kpi(["completion", "tcsh"]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toContain("powershell");
  });
});

describe("the manual page", () => {
  it("names every command and every exit code, and groff has nothing to say against it", async () => {
    const { out } = await kpi(["man"]);
    const help = (await kpi(["--help"])).out;
    const commands = [...help.matchAll(/^ {2}([a-z]+)(?: [[<]| {3})/gm)].map(([, name]) => name);
    for (const name of commands) expect(out).toContain(`.SS "kpi ${name}"`);
    for (const code of [0, 1, 2, 3, 70, 130]) expect(out).toContain(`.B ${code}\n`);
    if (!has("groff")) return;
    const file = join(folder(), "kpi.1");
    writeFileSync(file, out);
    expect(shell("groff", ["-man", "-Tutf8", "-wall", "-k", file]).stderr).toBe("");
  });
});

describe("help", () => {
  it("of every command fits 80 columns, in both languages", async () => {
    const names = [...(await kpi(["--help"])).out.matchAll(/^ {2}([a-z]+)(?: [[<]| {3})/gm)].map(([, name]) => [
      name as string,
    ]);
    for (const lang of ["vi", "en"]) {
      for (const words of [
        [],
        ...names,
        ["plans", "show"],
        ["plans", "duties"],
        ["plans", "check"],
        ["plans", "schema"],
      ]) {
        const { out } = await kpi([...words, "--help", "--lang", lang]);
        const long = out.split("\n").filter((line) => [...line].length > 80);
        expect(long, words.join(" ")).toEqual([]);
      }
    }
  });
});

describe("progress", () => {
  const line = (language: "vi" | "en", terminal = true, quiet = false) => {
    let [said, time] = ["", 0];
    const io = { err: (text: string) => (said += text), errIsTerminal: terminal } as never;
    const progress = progressLine({ io, language, quiet }, () => time);
    const far = () => ({ bytes: 81_000_000, ofBytes: 324_000_000, rows: 250_000 });
    progress.show(far);
    time = 2000;
    progress.show(far);
    time = 2010;
    progress.show(far);
    progress.clear();
    return said;
  };

  it("says after half a second the share, bytes, rows and time left: a quarter in 2 s, so 6 s more; then it goes", () => {
    expect(line("en")).toBe("\r\u001b[KReading: 25 % · 81 of 324 MB · 250,000 rows · about 6 s left\r\u001b[K");
    expect(line("vi")).toBe("\r\u001b[KĐang đọc: 25% · 81/324 MB · 250.000 dòng · còn khoảng 6 giây\r\u001b[K");
  });

  it("says nothing where standard error is no terminal, and nothing with --quiet", () => {
    expect(line("en", false)).toBe("");
    expect(line("en", true, true)).toBe("");
  });
});

describe("--verbose", () => {
  it("tells on standard error what was opened, read and written, in both languages; figures and outputs stay the same", async () => {
    const dir = folder();
    const out = join(dir, "kq.csv");
    const args = ["check", sample, "--year", "2025", "--out", `csv=${out}`];
    const silent = await kpi([...args, "--lang", "en"]);
    expect(silent.err).toBe("");
    const before = readFileSync(out);
    const en = await kpi([...args, "--lang", "en", "--verbose"]);
    expect([en.code, en.out]).toEqual([silent.code, silent.out]);
    expect(readFileSync(out)).toEqual(before);
    const { size } = statSync(sample);
    const bytes = (n: number, mark: string) => String(n).replace(/\B(?=(\d{3})+$)/g, mark);
    expect(en.err.replace(/in \d+\.\d+ s/, "in 0.10 s").split("\n")).toEqual([
      `Opened "cases.csv": ${bytes(size, ",")} bytes, utf-8, delimiter ",", header on line 1; 27 columns read, 3 not.`,
      "Read 2,005 rows in 0.10 s.",
      `Wrote "${out}": ${bytes(before.length, ",")} bytes.`,
      "",
    ]);
    const vi = await kpi([...args, "--lang", "vi", "-v"]);
    expect(
      vi.err
        .replace(/\d+,\d+ giây/, "0,10 giây")
        .split("\n")
        .slice(1),
    ).toEqual([
      "Đã đọc 2.005 dòng trong 0,10 giây.",
      `Đã ghi "${out}": ${bytes(readFileSync(out).length, ".")} byte.`,
      "",
    ]);
  });

  it("tells of parts how many cases each adds", async () => {
    const part = join(folder(), "a.kpi.json");
    await kpi(["tally", sample, "--out", part, "--quiet"]);
    const { err } = await kpi(["check", part, "--year", "2025", "--lang", "en", "--verbose"]);
    expect(err).toBe(`Added the part "${part}": 2,000 cases.\n`);
  });
});

describe.runIf(process.platform === "linux")("an output that is no plain file", () => {
  it("a link stays a link, and what it points to has the new content", async () => {
    const dir = folder();
    mkdirSync(join(dir, "real"));
    const [real, link] = [join(dir, "real", "kq.csv"), join(dir, "kq.csv")];
    writeFileSync(real, "old");
    symlinkSync(real, link);
    const { code } = await kpi(["check", sample, "--year", "2025", "--out", `csv=${link}`]);
    expect(code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, "utf8")).toMatch(/^\ufeffkey,/);
    expect(readdirSync(dir)).toEqual(["kq.csv", "real"]);
    expect(readdirSync(join(dir, "real"))).toEqual(["kq.csv"]);
    // A link to nothing is not replaced by a file.
    symlinkSync(join(dir, "gone", "x.csv"), join(dir, "lost.csv"));
    const lost = await kpi(["check", sample, "--year", "2025", "--out", `csv=${join(dir, "lost.csv")}`]);
    expect([lost.code, lstatSync(join(dir, "lost.csv")).isSymbolicLink()]).toEqual([2, true]);
  });

  it("a named pipe is written to, and is there afterwards", () => {
    const dir = folder();
    const pipe = join(dir, "pipe");
    const { stdout } = spawnSync(
      "bash",
      [
        "--norc",
        "-c",
        `mkfifo ${pipe}; ${process.execPath} ${bin} check ${sample} --year 2025 --out csv=${pipe} & cat ${pipe}; wait`,
      ],
      { encoding: "utf8", env: { PATH: process.env.PATH } },
    );
    expect(stdout).toMatch(/^\ufeffkey,/);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(dir)).toEqual(["pipe"]);
  });

  it("a device stays one: /dev/null takes what it is given, and a full one is a full disk", async () => {
    const before = statSync("/dev/null").rdev;
    expect((await kpi(["check", sample, "--year", "2025", "--out", "json=/dev/null"])).code).toBe(0);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    expect(statSync("/dev/null").rdev).toBe(before);
    const full = await kpi(["check", sample, "--year", "2025", "--out", "json=/dev/full", "--lang", "en"]);
    expect([full.code, full.err]).toEqual([2, expect.stringContaining("disk is full")]);
    expect(statSync("/dev/full").isCharacterDevice()).toBe(true);
  });
});

describe("what may come between", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s ends a run with 130, no output and no lock", async (signal) => {
    const dir = folder();
    const args = ["check", "-", "--year", "2025", "--out", `csv=${join(dir, "kq.csv")}`];
    const child = spawn(process.execPath, [bin, ...args], { env: { PATH: process.env.PATH, TMPDIR: dir } });
    child.stdin.write("case_id,channel\n");
    while (readdirSync(dir).length < 2) await new Promise((done) => setTimeout(done, 20));
    child.kill(signal);
    expect(await new Promise((done) => child.on("exit", done))).toBe(130);
    expect(readdirSync(dir)).toEqual([]);
  });

  // /dev/full says of every write that the disk is full.
  it.runIf(process.platform === "linux")("a full disk is said to be one, exit 2, on standard output too", () => {
    const toFull = spawnSync("sh", ["-c", `${process.execPath} ${bin} check ${sample} --year 2025 > /dev/full`], {
      encoding: "utf8",
      env: { PATH: process.env.PATH, LANG: "en_US.UTF-8" },
    });
    expect(toFull.status).toBe(2);
    expect(toFull.stderr).toMatch(/^kpi: .*disk is full/);
    expect(toFull.stderr).not.toMatch(/\n\s+at /);
  });

  it.runIf(process.getuid?.() !== 0)("a folder that may not be written to is said so, exit 2", async () => {
    const dir = join(folder(), "closed");
    mkdirSync(dir);
    chmodSync(dir, 0o500);
    const run = await kpi(["check", sample, "--year", "2025", "--out", `csv=${join(dir, "kq.csv")}`]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toContain("cannot be written (no permission)");
  });

  // Root may write anywhere but into the kernel's own files.
  it.runIf(process.platform === "linux")("nor can a file be made where the system has none to make", async () => {
    const run = await kpi(["check", sample, "--year", "2025", "--out", "csv=/proc/kpi.csv"]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toMatch(/cannot be written/);
  });

  it("a run from another folder, by cron's environment, gives the same bytes", async () => {
    const dir = folder();
    const cron = spawnSync(process.execPath, [bin, "check", sample, "--year", "2025", "--format", "json"], {
      cwd: dir,
      env: { PATH: "/usr/bin:/bin", LANG: "C", HOME: "/nonexistent" },
      encoding: "utf8",
    });
    expect(cron.stdout).toBe((await kpi(["check", sample, "--year", "2025", "--format", "json"])).out);
    expect(readdirSync(dir)).toEqual([]);
  });

  it("a log named like an option, or with spaces and Vietnamese letters, is read", async () => {
    const file = log(readFileSync(sample), "hồ sơ tháng 9 (bản cuối).csv");
    expect((await kpi(["check", file, "--year", "2025"])).code).toBe(0);
  });
});
