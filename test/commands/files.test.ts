/** Files that cannot be read or written, files by two names, and outputs that would take the place of what is read. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { expanded } from "../../src/run/logs.ts";
import { folder, kpi, log } from "../run.ts";

const sample = "fixtures/sample/cases.csv";
const rows = "channel,received_at,returned_at,status\nonline,2025-03-01,2025-03-02,returned\n";

describe("no output takes the place of what is read", () => {
  let dir: string;
  let cases: string;
  let config: string;
  beforeAll(() => {
    dir = folder();
    cases = join(dir, "cases.csv");
    config = join(dir, "kpi.yaml");
    copyFileSync(sample, cases);
    copyFileSync("fixtures/sample/procedures.csv", join(dir, "procedures.csv"));
    writeFileSync(config, "year: 2025\n");
  });
  const inDir = (name: string) => join(dir, name);

  it.each<[string, () => string[], string]>([
    [
      "verify --update over the log",
      () => ["verify", cases, "--year", "2025", "--expect", cases, "--update"],
      "cases.csv",
    ],
    [
      "verify --update over the log by another spelling",
      () => [
        "verify",
        cases,
        "--year",
        "2025",
        "--expect",
        join(dir, "..", relative(join(dir, ".."), cases)),
        "--update",
      ],
      "cases.csv",
    ],
    [
      "verify --update over the catalogue",
      () => [
        ...["verify", cases, "--year", "2025", "--procedures", inDir("procedures.csv")],
        ...["--expect", inDir("procedures.csv"), "--update"],
      ],
      "procedures.csv",
    ],
    [
      "check --out over a log that a pattern has",
      () => ["check", inDir("ca*.csv"), "--year", "2025", "--out", `csv=${cases}`],
      "cases.csv",
    ],
    [
      "check --out over the configuration",
      () => ["check", cases, "--config", config, "--out", `csv=${config}`],
      "kpi.yaml",
    ],
    ["check --manifest over it", () => ["check", cases, "--config", config, "--manifest", config], "kpi.yaml"],
    [
      "inspect --write-config over it",
      () => ["inspect", cases, "--config", config, "--write-config", config],
      "kpi.yaml",
    ],
    ["compare --out over it", () => ["compare", cases, sample, "--config", config, "--out", config], "kpi.yaml"],
  ])("%s is refused, and nothing changes", async (_, args, file) => {
    const before = readFileSync(inDir(file));
    const { code, err } = await kpi(args());
    expect([code, err]).toEqual([2, expect.stringContaining("or it is a file that is being read")]);
    expect(readFileSync(inDir(file)).equals(before)).toBe(true);
  });

  it.each(["--rejects", "--rejects-raw"])(
    "%s of check and validate over a configuration without extension is refused",
    async (option) => {
      const bare = inDir("kpirc");
      writeFileSync(bare, "year: 2025\n");
      for (const command of ["check", "validate"]) {
        const { code, err } = await kpi([command, cases, "--config", bare, option, bare]);
        expect([code, err]).toEqual([2, expect.stringContaining("being read")]);
      }
      expect(readFileSync(bare, "utf8")).toBe("year: 2025\n");
    },
  );

  it("the configuration of KPI_CONFIG is one too: convert --out over it is refused", async () => {
    const bare = inDir("kpirc");
    const { code, err } = await kpi(["convert", cases, "--out", bare], {
      env: { LANG: "en_US.UTF-8", KPI_CONFIG: bare },
    });
    expect([code, err]).toEqual([2, expect.stringContaining("being read")]);
  });

  it.each([
    ["b.json", "./b.json"],
    ["b.json", "x/../b.json"],
  ])("two outputs to %s and %s are refused as one", async (one, other) => {
    mkdirSync(inDir("x"), { recursive: true });
    const there = [`${dir}/${one}`, `${dir}/${other}`];
    const { code, err } = await kpi([
      "check",
      cases,
      "--year",
      "2025",
      "--out",
      `json=${there[0]}`,
      "--out",
      `csv=${there[1]}`,
    ]);
    expect([code, err]).toEqual([2, expect.stringContaining("two outputs would go there")]);
    const rejects = await kpi(["validate", cases, "--rejects", `${dir}/r.csv`, "--rejects-raw", `${dir}/x/../r.csv`]);
    expect([rejects.code, rejects.err]).toEqual([2, expect.stringContaining("two outputs would go there")]);
    expect(existsSync(there[0])).toBe(false);
  });

  it.each([
    ["convert", "--out", "x.xlsx"],
    ["check", "--rejects", "x.XLSX"],
    ["validate", "--rejects-raw", "x.json"],
  ])("%s %s %s, which would be CSV, is refused", async (command, option, name) => {
    const { code, err } = await kpi([
      command,
      cases,
      ...(command === "check" ? ["--year", "2025"] : []),
      option,
      inDir(name),
    ]);
    expect([code, err]).toEqual([2, expect.stringContaining("what is written is CSV")]);
    expect(existsSync(inDir(name))).toBe(false);
  });
});

describe("a pattern", () => {
  it.each([
    ["hs (1)*.csv", ["hs (1) a.csv", "hs (1).csv"]],
    ["*(1).csv", ["[a] (1).csv", "hs (1).csv"]],
    ["hs (?).csv", ["hs (1).csv"]],
    ["!*.csv", ["!x.csv"]],
    ["(p)/*.csv", ["(p)/z.csv"]],
    ["[!h!]*.csv", ["[a] (1).csv", "y.csv"]],
    ["{y,!x}.csv", ["!x.csv", "y.csv"]],
  ])("%s finds %j of seven files, by whatever brackets they are named", async (pattern, names) => {
    const made = folder();
    mkdirSync(join(made, "(p)"));
    for (const name of ["hs (1) a.csv", "hs (1).csv", "!x.csv", "y.csv", "[a] (1).csv", "(p)/z.csv", "b.txt"]) {
      writeFileSync(join(made, name), rows);
    }
    const before = process.cwd();
    try {
      process.chdir(made);
      expect(await expanded([pattern])).toEqual(names);
    } finally {
      process.chdir(before);
    }
  });
});

describe("one file by two names would count its case twice", () => {
  it("by a pattern, a hard link, a symbolic link and another spelling: each is refused, and both names are told", async () => {
    const dir = folder();
    const file = join(dir, "noid.csv");
    writeFileSync(file, rows);
    linkSync(file, join(dir, "hard.csv"));
    symlinkSync(file, join(dir, "soft.csv"));
    for (const other of [join(dir, "noid*.csv"), join(dir, "hard.csv"), join(dir, "soft.csv"), `${dir}/./noid.csv`]) {
      for (const command of [["check", "--year", "2025"], ["inspect"], ["tally", "--out", "-"]]) {
        const { code, err } = await kpi([command[0], other, file, ...command.slice(1)]);
        expect([code, err]).toEqual([2, expect.stringContaining("are one file: its cases would count twice")]);
        expect(err).toContain("noid.csv");
      }
    }
  });

  it("two files that say the same are two", async () => {
    const { code } = await kpi(["check", log(rows, "a.csv"), log(rows, "b.csv"), "--year", "2025"]);
    expect(code).not.toBe(2);
  });
});

describe("what the system will not do is one message and exit 2", () => {
  const long = `${"a".repeat(300)}.csv`;
  const dir = () => {
    const made = folder();
    copyFileSync(sample, join(made, "cases.csv"));
    symlinkSync("loop", join(made, "loop"));
    return made;
  };

  it.each([
    ["cases.csv/x", "there is no file"],
    ["loop", "(its links lead in a circle)"],
    [long, "(its name is too long)"],
  ])("%s", async (name, said) => {
    const made = dir();
    const bad = join(made, name);
    const good = join(made, "cases.csv");
    const all = [
      ["check", bad, "--year", "2025"],
      ["check", good, "--year", "2025", "--procedures", bad],
      ["check", good, "--year", "2025", "--plan", bad],
      ["check", good, "--year", "2025", "--config", bad],
      ["inspect", bad],
      ["validate", bad],
      ["convert", bad, "--out", "-"],
      ["compare", bad, good],
      ["form", "read", bad],
      ["calendar", "2026", "--calendar", bad],
    ];
    for (const args of all) {
      const { code, err } = await kpi(args);
      expect([args[0], code, err]).toEqual([args[0], 2, expect.stringContaining(said)]);
      // With its folder, where there is none.
      expect(err).toContain(made);
    }
  });

  it("an output below a file, or by too long a name, is told in words: no ENOTDIR, no ENAMETOOLONG", async () => {
    const made = dir();
    for (const [name, vi] of [
      ["cases.csv/x", "(một phần đường dẫn là tệp, không phải thư mục)"],
      [long, "(tên quá dài)"],
    ]) {
      const args = ["check", sample, "--year", "2025", "--out", `json=${join(made, name)}`, "--lang", "vi"];
      const { code, err } = await kpi(args);
      expect([code, err]).toEqual([2, expect.stringContaining(vi)]);
    }
    const { err } = await kpi(["sample", "--out", join(made, "cases.csv")]);
    expect(err).toContain("(a file of that name is there)");
  });

  it.each(["d", "d/", "none/"])("an output by the name of a folder, %s, is said to be one", async (name) => {
    const made = dir();
    mkdirSync(join(made, "d"));
    for (const args of [
      ["check", sample, "--year", "2025", "--out", `html=${join(made, name)}${name.endsWith("/") ? "/" : ""}`],
      ["convert", sample, "--out", `${made}/${name}`],
    ]) {
      const { code, err } = await kpi(args);
      expect([code, err]).toEqual([2, expect.stringContaining("cannot be written (it is a folder)")]);
    }
  });

  const asNobody = process.platform === "linux" && process.getuid?.() === 0;
  it.runIf(asNobody)(
    "a folder that may not be entered: logs, patterns, catalogue; a temporary folder that is not there",
    () => {
      const made = dir();
      chmodSync(made, 0o755);
      mkdirSync(join(made, "closed"));
      copyFileSync(sample, join(made, "closed", "cases.csv"));
      chmodSync(join(made, "closed"), 0o600);
      writeFileSync(join(made, "cases.csv.gz"), gzipSync(readFileSync(sample)));
      chmodSync(join(made, "cases.csv.gz"), 0o644);
      chmodSync(join(made, "cases.csv"), 0o644);
      copyFileSync(sample, join(made, "own.csv"));
      chmodSync(join(made, "own.csv"), 0o600);
      const run = (env: Record<string, string>, ...args: string[]) =>
        spawnSync(process.execPath, [join(process.cwd(), "bin/kpi.js"), ...args], {
          cwd: made,
          uid: 65_534,
          gid: 65_534,
          encoding: "utf8",
          env: { PATH: process.env.PATH ?? "", LANG: "vi_VN.UTF-8", ...env },
        });
      for (const args of [
        ["check", "closed/cases.csv", "--year", "2025"],
        ["check", "closed/*.csv", "--year", "2025"],
        ["check", "cases.csv", "--year", "2025", "--procedures", "closed/x.csv"],
        ["inspect", "closed/cases.csv"],
        // One that lies in no closed folder, and is no temporary file.
        ["check", "own.csv", "--year", "2025"],
        ["check", "cases.csv", "--year", "2025", "--procedures", "own.csv"],
        ["compare", "own.csv", "cases.csv"],
      ]) {
        const { status, stderr } = run({}, ...args);
        expect([status, stderr]).toEqual([2, expect.stringContaining("(không có quyền đọc)")]);
      }
      const { status, stderr } = run({ TMPDIR: "/nonexistent" }, "check", "cases.csv.gz", "--year", "2025");
      expect([status, stderr]).toEqual([2, expect.stringContaining('không ghi được tệp tạm vào "/nonexistent"')]);
    },
  );
});

describe("- is standard input", () => {
  const beside = (name: string) => readFileSync(`fixtures/sample/${name}.csv`, "utf8");
  const args = ["check", sample, "--year", "2025", "--format", "json"];

  it.each(["procedures", "petitions", "figures"])("for --%s too: the verdicts are those of the file", async (name) => {
    const piped = JSON.parse((await kpi([...args, `--${name}`, "-"], { input: beside(name) })).out);
    const read = JSON.parse((await kpi([...args, `--${name}`, `fixtures/sample/${name}.csv`])).out);
    expect(piped.results).toEqual(read.results);
  });

  it("for --config too, with its faults told of -, and its files beside the folder of the run", async () => {
    const config = "year: 2025\nperiod: 2025-09\nprocedures: fixtures/sample/procedures.csv\n";
    const piped = await kpi(["check", sample, "--config", "-", "--format", "json"], { input: config });
    const said = ["--period", "2025-09", "--procedures", "fixtures/sample/procedures.csv"];
    expect(piped.out).toBe((await kpi([...args, ...said])).out);
    const { code, err } = await kpi(["check", sample, "--config", "-"], { input: "yaer: 2025\n" });
    expect([code, err]).toEqual([2, expect.stringContaining('the configuration "-"')]);
  });

  it("a manifest has the hash of what was piped", async () => {
    const file = join(folder(), "m.json");
    const input = beside("petitions");
    await kpi([...args, "--petitions", "-", "--manifest", file], { input });
    const { inputs } = JSON.parse(readFileSync(file, "utf8"));
    expect(inputs[1].sha256).toBe(createHash("sha256").update(input).digest("hex"));
  });

  it("once only", async () => {
    const { code, err } = await kpi(["check", "-", "--year", "2025", "--petitions", "-"], {
      input: beside("petitions"),
    });
    expect([code, err]).toEqual([2, expect.stringContaining("can be read only once")]);
  });
});

describe("what is offered in place of what cannot be meant", () => {
  it("a header that the tables know says which field --map and map: meant: case_id", async () => {
    const config = log("year: 2025\nmap:\n  id: Mã hồ sơ\n", "c.yaml");
    for (const args of [
      ["--year", "2025", "--map", "id=Mã hồ sơ"],
      ["--config", config],
    ]) {
      const { err } = await kpi(["check", sample, ...args]);
      expect(err).toContain('there is no field "id". Did you mean case_id?');
    }
  });

  it.each(["procedures", "petitions", "figures", "calendar"])(
    "a case log as --%s is said to look like one, in two lines",
    async (name) => {
      const { code, err } = await kpi(["check", sample, "--year", "2025", `--${name}`, sample]);
      expect([code, err]).toEqual([2, expect.stringContaining("it looks like a case log")]);
      expect(err.trim().split("\n")).toHaveLength(2);
    },
  );

  it("a table with faults of its own keeps them: a catalogue with one code twice", async () => {
    const text = readFileSync("fixtures/sample/procedures.csv", "utf8").trimEnd();
    const file = log(`${text}\n${text.split(/\r?\n/)[1]}\n`, "danh-muc.csv");
    const { err } = await kpi(["check", sample, "--year", "2025", "--procedures", file]);
    expect(err).toContain("1 fault, nothing was judged");
  });

  it("an empty configuration is to be written, and not exported again", async () => {
    const { code, err } = await kpi(["check", sample, "--config", log("", "kpi.yaml")]);
    expect([code, err]).toEqual([2, expect.stringContaining("Write what it is to say")]);
  });
});
