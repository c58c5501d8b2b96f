/** The program as it is started: the bundle, its streams, other time zones and languages. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder } from "../run.ts";

const bin = "bin/kpi.js";
const sample = "fixtures/sample/cases.csv";
const run = (args: readonly string[], env: Record<string, string> = {}, input?: string | Buffer) =>
  spawnSync(process.execPath, [bin, ...args], {
    env: { PATH: process.env.PATH, ...env },
    input,
    encoding: "utf8",
    maxBuffer: 1e9,
  });

describe("the bundle", () => {
  it("reads standard input as it reads a file, and leaves no temporary file", () => {
    // A folder of its own: other tests make temporary files meanwhile.
    const TMPDIR = folder();
    const piped = run(["check", "-", "--year", "2025", "--format", "csv"], { TMPDIR }, readFileSync(sample));
    expect(piped.stdout).toBe(run(["check", sample, "--year", "2025", "--format", "csv"]).stdout);
    const fifo = spawnSync(
      "bash",
      ["--norc", "-c", `${process.execPath} ${bin} check <(cat ${sample}) --year 2025 --format csv`],
      {
        encoding: "utf8",
        env: { PATH: process.env.PATH, TMPDIR },
      },
    );
    expect(fifo.stdout).toBe(piped.stdout);
    expect(piped.status).toBe(0);
    expect(readdirSync(TMPDIR)).toEqual([]);
  });

  it.each(["America/New_York", "Asia/Ho_Chi_Minh", "Pacific/Kiritimati"])("gives the same bytes under TZ=%s", (TZ) => {
    const args = ["check", sample, "--year", "2025", "--period", "2025-09", "--by", "month", "--format", "json"];
    expect(run(args, { TZ }).stdout).toBe(run(args, { TZ: "UTC" }).stdout);
  });

  it.each(["C", "vi_VN.UTF-8", "en_US.UTF-8"])(
    "gives the same JSON under LANG=%s; only text has a language",
    (LANG) => {
      const args = ["check", sample, "--year", "2025"];
      expect(run([...args, "--format", "json"], { LANG }).stdout).toBe(
        run([...args, "--format", "json"], { LANG: "C" }).stdout,
      );
      const golden = LANG.startsWith("vi") ? "vi" : "en";
      expect(run(args, { LANG }).stdout).toBe(readFileSync(`test/golden/sample-2025-${golden}.txt`, "utf8"));
    },
  );

  it("takes the language from --lang, then KPI_LANG, LC_ALL, LC_MESSAGES, LANG", () => {
    const first = (args: string[], env: Record<string, string>) =>
      run(["check", "none.csv", "--year", "2025", ...args], env).stderr;
    expect(first(["--lang", "en"], { KPI_LANG: "vi" })).toContain("there is no file");
    expect(first([], { KPI_LANG: "vi", LC_ALL: "en_US" })).toContain("không tìm thấy tệp");
    expect(first([], { LC_ALL: "vi_VN", LANG: "en_US" })).toContain("không tìm thấy tệp");
    expect(first([], { LANG: "vi_VN.UTF-8" })).toContain("không tìm thấy tệp");
  });

  it("a closed pipe (| head -1) keeps the verdict's exit code and prints no error", () => {
    const shell = (command: string) =>
      spawnSync("bash", ["--norc", "-c", `set -o pipefail; ${command}`], {
        encoding: "utf8",
        env: { PATH: process.env.PATH },
      });
    const missed = shell(`${process.execPath} ${bin} check ${sample} --year 2026 --format json | head -1`);
    expect([missed.stdout, missed.stderr, missed.status]).toEqual(["{\n", "", 1]);
  });

  it("prints more than a pipe holds at once, whole", () => {
    const { stdout } = run(["check", sample, "--year", "2025", "--by", "agency,month,procedure", "--format", "json"]);
    expect(stdout.length).toBeGreaterThan(200_000);
    expect(JSON.parse(stdout).exitCode).toBe(0);
  });

  it("a Ctrl-C while it waits for standard input ends it with 130 and leaves nothing behind", async () => {
    const dir = folder();
    const child = spawn(process.execPath, [bin, "check", "-", "--year", "2025"], {
      env: { PATH: process.env.PATH, TMPDIR: dir },
    });
    child.stdin.write("case_id,channel\n");
    // It has begun to copy its input when its folder is there.
    while (readdirSync(dir).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGINT");
    expect(await new Promise((resolve) => child.on("exit", (code) => resolve(code)))).toBe(130);
    expect(readdirSync(dir)).toEqual([]);
  });

  it("knows the letters of Vietnamese in what it reads, as its sources do: đ, VNI, an en dash, a minus sign", () => {
    const figure = (text: string | Buffer, kpi: string, ...more: string[]) => {
      const { stdout, stderr } = run(
        ["check", "-", "--year", "2025", "--kpi", kpi, "--format", "json", ...more],
        {},
        text,
      );
      if (stdout === "") throw new Error(stderr);
      return JSON.parse(stdout);
    };
    const online = "channel,status,processed_online,electronic_result,payment_method,fee\nonline,returned,x,x,,0 đ\n";
    expect(figure(online, "end-to-end-online-share").results[0].measure).toMatchObject({
      numerator: 1,
      denominator: 1,
    });
    // "Hình thức nộp" and "Trực tuyến" in VNI: a letter, and its mark as a letter of its own.
    const vni = Buffer.from("H\xecnh th\xf6\xf9c no\xe4p,rating\nTr\xf6\xefc tuye\xe1n,5\n", "latin1");
    expect(figure(vni, "satisfaction-online", "--encoding", "vni").inputs[0].columns.channel).toBe("Hình thức nộp");
    const calendar = join(folder(), "lich.csv");
    writeFileSync(calendar, "date,kind,name_vi,source,hours\n20/09/2025,worked,Thứ Bảy,QĐ,07:30–11:30\n");
    const day = "channel,received_at,returned_at\nin_person,2025-09-20 07:00,2025-09-20 18:00\n";
    const worked = figure(day, "processing-time-reduction", "--clock", "working", "--calendar", calendar);
    expect(worked.results[0].measure.inPerson).toEqual({ sum: 4 * 3600, n: 1 });
    const minus = figure("channel,processing_hours,status\nonline,−5,returned\n", "processing-time-reduction");
    expect(minus.ledger.issues[0].code).toBe("negative-duration");
  });

  it("is ASCII: it is read as bytes of one letter each", () => {
    expect(readFileSync("dist/kpi.cjs").findIndex((byte) => byte > 127)).toBe(-1);
  });

  it("says its version", () => {
    expect(execFileSync(process.execPath, [bin, "--version"], { encoding: "utf8" })).toBe(
      `${JSON.parse(readFileSync("package.json", "utf8")).version}\n`,
    );
  });
});
