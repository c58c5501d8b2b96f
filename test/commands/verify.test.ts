/** kpi verify: what has changed, in words; and what scheduled runs rest on: manifests, locks, logs still being written. */
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reportOf } from "../../src/run/report.ts";
import { folder, kpi, log, table } from "../run.ts";

const sample = "fixtures/sample/cases.csv";
const small = (ratings: readonly number[]) =>
  `case_id,channel,status,rating\n${ratings.map((rating, i) => `H${i},online,returned,${rating}`).join("\n")}\n`;
const nine = small([5, 5, 5, 5, 5, 5, 5, 5, 5, 1]);

describe("kpi verify --expect", () => {
  const recorded = async (...files: string[]) => {
    const expect_ = join(folder(), "expected.json");
    const run = await kpi(["verify", ...files, "--year", "2025", "--expect", expect_, "--update"]);
    expect([run.code, run.out]).toEqual([0, ""]);
    return expect_;
  };
  const verify = (files: readonly string[], file: string, ...more: string[]) =>
    kpi(["verify", ...files, "--year", "2025", "--expect", file, ...more]);

  it("exits 0 and says so where the sample and a small log are as they were recorded", async () => {
    const files = [sample, log(nine, "nho.csv")];
    const file = await recorded(...files);
    const run = await verify(files, file);
    expect([run.code, run.out]).toEqual([0, "2 logs: figures, verdicts and ledger are as recorded.\n"]);
  });

  it("says what changed when one of ten ratings falls and a row is lost: 90 to 80 %, PASS to FAIL", async () => {
    const path = log(nine, "nho.csv");
    const file = await recorded(path);
    writeFileSync(path, small([5, 5, 5, 5, 5, 5, 5, 5, 1, 1]));
    const run = await verify([path], file);
    expect(run.code).toBe(1);
    expect(run.out).toBe(
      "nho.csv\n" +
        "  Satisfaction with online services: 90 → 80\n" +
        "  Satisfaction with online services: PASS → FAIL\n" +
        "  Exit code: 3 → 1\n",
    );
    writeFileSync(path, `${small([5, 5, 5, 5, 5, 5, 5, 5, 5])}H9,online\n`);
    const lost = await verify([path], file, "--lang", "vi");
    expect(lost.out).toContain("Đối soát dữ liệu, bị loại: 0 → 1");
    expect(lost.out).toContain("Lỗi too-few-cells: 0 → 1");
  });

  it("names a log that was not recorded, one that is not given, and other options", async () => {
    const [a, b] = [log(nine, "a.csv"), log(nine, "b.csv")];
    const file = await recorded(a);
    expect((await verify([a, b], file)).out).toBe("b.csv\n  not recorded; to record it: --update\n");
    expect((await verify([b], file)).out).toContain("a.csv\n  recorded, and not among the logs given\n");
    const other = await kpi(["verify", a, "--year", "2026", "--expect", file]);
    expect(other.out).toContain("Option year: 2025 → 2026");
  });

  it("holds every fixture of faults and the sample to what is recorded in the repository", async () => {
    const files = ["fixtures/faults/unknown-word.csv", sample];
    const args = ["verify", ...files, "--year", "2025", "--expect", "fixtures/sample/expected.json"];
    expect((await kpi(args)).out).toBe("2 logs: figures, verdicts and ledger are as recorded.\n");
  });

  it("has no name, address or id of a case in its record", async () => {
    const text = readFileSync(await recorded(sample), "utf8");
    expect(text).not.toMatch(/Nguyễn|Lạch Tray|H24-25/);
  });

  it.each([
    [["--expect", "none.json"], "there is no file"],
    [[], "needs one of two"],
    [["--expect", "a", "--manifest", "b"], "needs one of two"],
    [["--manifest", "b", "--update"], "a manifest is written by kpi check"],
    [["--expect", log('{"schema":"kpi-report/1"}', "other.json")], "the record"],
  ])("%j exits 2", async (args, said) => {
    const run = await kpi(["verify", sample, "--year", "2025", ...args]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toContain(said);
  });
});

describe("--manifest", () => {
  const made = async (file: string, ...more: string[]) => {
    const dir = folder();
    const manifest = join(dir, "manifest.json");
    const out = join(dir, "kq.json");
    const args = ["check", file, "--year", "2025", ...more, "--out", `json=${out}`, "--manifest", manifest];
    await kpi(args);
    return { manifest, out };
  };
  const verify = (file: string, manifest: string, ...more: string[]) =>
    kpi(["verify", file, "--year", "2025", "--manifest", manifest, ...more]);

  it("says of what a report was made, by hashes; the report can be had again from a copy in another folder", async () => {
    const path = log(nine, "nho.csv");
    const { manifest, out } = await made(path);
    const told = JSON.parse(readFileSync(manifest, "utf8"));
    expect(told).toMatchObject({
      schema: "kpi-manifest/1",
      plan: { id: "hai-phong-219", year: 2025 },
      // printf of the ten rows | sha256sum
      inputs: [{ kind: "cases", name: "nho.csv", bytes: nine.length }],
      outputs: [{ format: "json", name: "kq.json" }],
    });
    const report = JSON.parse(readFileSync(out, "utf8"));
    expect(report.inputs[0].sha256).toBe(told.inputs[0].sha256);
    expect(told.outputs[0].sha256).toBe(told.report.sha256);
    const copy = log(nine, "nho.csv");
    expect(await verify(copy, manifest)).toMatchObject({
      code: 0,
      out: "The report can be had again: it is the same, byte for byte.\n",
    });
  });

  it("names what differs: the log, an option, the calendar, the plan's year", async () => {
    const path = log(nine, "nho.csv");
    const { manifest } = await made(path);
    writeFileSync(path, nine.replace("H9,online,returned,1", "H9,online,returned,2"));
    const log_ = await verify(path, manifest);
    expect(log_.code).toBe(1);
    expect(log_.out).toContain(`The file nho.csv differs: ${nine.length} → ${nine.length} bytes`);
    writeFileSync(path, nine);
    expect((await verify(path, manifest, "--clock", "working")).out).toContain('Option clock: "elapsed" → "working"');
    const calendar = log("date,kind,name_vi,source\n20/09/2025,worked,Thứ Bảy,QĐ\n", "lich.csv");
    expect((await verify(path, manifest, "--calendar", calendar)).out).toContain("The working calendar differs");
    const year = await kpi(["verify", path, "--year", "2026", "--manifest", manifest]);
    expect(year.out).toContain("Plan hai-phong-219 2025 → hai-phong-219 2026");
  });

  it("tells no hash, and takes no time for one, where it is not asked for", async () => {
    const { out } = await kpi(["check", log(nine), "--year", "2025", "--format", "json"]);
    expect(out).not.toContain("sha256");
  });
});

describe("the manifest of", () => {
  const same = { code: 0, out: "The report can be had again: it is the same, byte for byte.\n" };
  const month = ["--month", "2025-09"];
  const made = async (...args: string[]) => {
    const manifest = join(folder(), "manifest.json");
    await kpi([...args, "--out", `json=${join(folder(), "a.json")}`, "--manifest", manifest]);
    return manifest;
  };
  const verify = (manifest: string, ...args: string[]) => kpi(["verify", sample, "--manifest", manifest, ...args]);

  it("kpi report is verified with --month alone: its year is that of the month", async () => {
    expect(await verify(await made("report", sample, ...month), ...month)).toMatchObject(same);
  });

  it("kpi index is verified as an index, of a month and of a year, and with the portal's answer", async () => {
    expect(await verify(await made("index", sample, ...month), ...month)).toMatchObject(same);
    expect(await verify(await made("index", sample, "--year", "2025"), "--year", "2025")).toMatchObject(same);
    const portal = ["--portal", log(JSON.stringify([{ TEN: "Tỉnh A", TONG_SCORE: 50 }]), "cong.json")];
    const manifest = await made("index", sample, ...month, ...portal);
    expect(await verify(manifest, ...month, ...portal)).toMatchObject(same);
    const without = await verify(manifest, ...month);
    expect([without.code, without.out]).toEqual([1, expect.stringContaining("portal cong.json")]);
  });

  it("kpi form write is verified as a form", async () => {
    const manifest = await made("form", "write", sample, ...month);
    expect(await verify(manifest, ...month)).toMatchObject(same);
    expect((await verify(manifest, "--month", "2025-08")).code).toBe(1);
  });

  it("kpi report without its period, and kpi check with one, are named with what to do", async () => {
    const report = await verify(await made("report", sample, ...month), "--year", "2025");
    expect([report.code, report.out]).toEqual([
      1,
      expect.stringContaining("of kpi report, and this is what kpi check"),
    ]);
    const check = await verify(await made("check", sample, "--year", "2025"), "--lang", "vi", ...month);
    expect(check.out).toContain("Tệp kê khai là của kpi check, nay so với kpi report: bỏ --month");
  });

  it("figures recorded of a month are those of the month, and not of all cases", async () => {
    const file = join(folder(), "expected.json");
    await kpi(["verify", sample, ...month, "--expect", file, "--update"]);
    const { options } = JSON.parse(readFileSync(file, "utf8"));
    expect([options.year, options.period.name]).toEqual([2025, "2025-09"]);
    expect((await kpi(["verify", sample, ...month, "--expect", file])).code).toBe(0);
  });
});

describe("a log that is written to while it is read", () => {
  const growing = async (allowGrowing: boolean) => {
    const file = log(nine);
    const options = {
      year: "2025",
      plan: "hai-phong-219",
      period: "all",
      statutory: false,
      by: [],
      groups: [],
      top: "20",
      maxRejects: "5%",
      requireAll: false,
      allowNoData: true,
      allowGrowing,
      map: [],
      mapValue: [],
      dateFormat: [],
      timeZone: "Asia/Ho_Chi_Minh",
      onOverlap: "warn",
      allowMissingParts: false,
    };
    const io = { temporary: new Set<string>(), err: () => {}, errIsTerminal: true } as never;
    // Once the log is open and before it is read the exporting system writes on.
    const grows = new Proxy(options, {
      get(target, key) {
        if (key === "rejects") appendFileSync(file, "H10,online,returned,5\n");
        return target[key as keyof typeof options];
      },
    });
    return reportOf([file], grows, { io, language: "en", colour: false, quiet: true });
  };

  it("stops the run, with both sizes", async () => {
    await expect(growing(false)).rejects.toMatchObject({
      code: "log-grew",
      data: { before: nine.length, after: nine.length + 22 },
    });
  });

  it("is counted as far as it went with --allow-growing, and a note says so", async () => {
    const { report } = await growing(true);
    expect(report.ledger.read).toBe(10);
    expect(report.notes).toContainEqual({ code: "log-grew", data: { input: "cases.csv", bytes: nine.length } });
  });
});

describe("--update", () => {
  it.each([
    ["a manifest", '{"schema": "kpi-manifest/1", "tool": "kpi"}\n'],
    ["a configuration", "year: 2025\n"],
    ["notes", "Số liệu tháng 9\n"],
  ])("leaves %s as it is, which --expect would refuse: exit 2", async (_, text) => {
    const file = log(text, "x.json");
    const { code, err } = await kpi(["verify", log(nine), "--year", "2025", "--expect", file, "--update"]);
    expect([code, readFileSync(file, "utf8")]).toEqual([2, text]);
    expect(err).toContain("Give a file that kpi verify --update (for --expect)");
  });

  it("takes the place of an older record, and of an empty file", async () => {
    const file = log("", "x.json");
    const args = ["verify", log(nine), "--year", "2025", "--expect", file];
    for (let turn = 0; turn < 2; turn++) expect((await kpi([...args, "--update"])).code).toBe(0);
    expect((await kpi(args)).code).toBe(0);
  });
});

describe("two runs", () => {
  const args = (file: string, out: string) => ["check", file, "--year", "2025", "--out", `csv=${out}`];

  it("do not write one report: the second exits 2 and names the lock, and nothing is changed", async () => {
    const dir = folder();
    const out = join(dir, "kq.csv");
    writeFileSync(join(dir, ".kq.csv.kpi-lock"), "4711 test\n");
    const run = await kpi(args(log(nine), out));
    expect(run.code).toBe(2);
    expect(run.err).toContain("is being written by another run");
    expect(readdirSync(dir)).toEqual([".kq.csv.kpi-lock"]);
  });

  it("take over the lock of a run of this machine that is no more, not that of another machine", async () => {
    const dir = folder();
    const out = join(dir, "kq.csv");
    const lock = join(dir, ".kq.csv.kpi-lock");
    const self = { pid: 1, host: "test", isAlive: () => false };
    writeFileSync(lock, "4711 other\n");
    expect((await kpi(args(log(nine), out), { self })).code).toBe(2);
    writeFileSync(lock, "4711 test\n");
    expect((await kpi(args(log(nine), out), { self })).code).toBe(3);
    expect(readdirSync(dir)).toEqual(["kq.csv"]);
  });

  it("leave no lock behind, also where the run ends with a message", async () => {
    const dir = folder();
    await kpi(args("none.csv", join(dir, "kq.csv")));
    await kpi(["check", log(nine), "--year", "1999", "--out", `csv=${join(dir, "kq.csv")}`]);
    expect(readdirSync(dir)).toEqual([]);
  });

  it("a folder that is not there, or is no folder, is said so before anything is read", async () => {
    for (const out of [join(folder(), "none", "kq.csv"), join(log(nine), "kq.csv")]) {
      const run = await kpi(args(sample, out));
      expect(run.code).toBe(2);
      expect(run.err).toContain("cannot be written");
    }
  });
});

it("an older file of the same name stays whole until the new one takes its place", async () => {
  const dir = folder();
  const out = join(dir, "kq.csv");
  copyFileSync(sample, out);
  utimesSync(out, 0, 0);
  expect((await kpi(["check", log("not a log\n"), "--year", "2025", "--out", `csv=${out}`])).code).toBe(2);
  expect(readFileSync(out).equals(readFileSync(sample))).toBe(true);
  await kpi(["check", log(nine), "--year", "2025", "--out", `csv=${out}`]);
  expect(readFileSync(out, "utf8")).toContain("satisfaction-online");
  expect(existsSync(join(dir, ".kq.csv.kpi-lock"))).toBe(false);
});

it.each([
  ["report", ["report", "--month", "2025-09"], "--month <month>"],
  ["report", ["report", "--quarter", "2025-Q3"], "--quarter <quarter>"],
  ["check", ["check", "--year", "2025"], "--year <year>"],
])(
  "of a %s that was made by %j without its period the option is named that it takes, and where: %s",
  async (_, [command, ...args], option) => {
    const file = table(
      "case_id,channel,received_at,returned_at,status,rating",
      "1,online,2025-09-02,2025-09-03,returned,5",
    );
    const manifest = join(folder(), "m.json");
    await kpi([command, file, ...args, "--manifest", manifest, "--out", "json=-", "--quiet"]);
    const { code, err } = await kpi(["verify", file, "--manifest", manifest, "--lang", "en"]);
    expect([code, err]).toEqual([2, `kpi: the option ${option} is required.\n  See: kpi verify --help\n`]);
  },
);
