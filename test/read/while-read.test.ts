/** Logs that are written to, or a disk that fails, while they are read: exit 2 with a reason, never half a result. */
import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { machine } from "../../src/platform/index.ts";
import { folder, kpi, log } from "../run.ts";

const row = (i: number) =>
  `HS${String(i).padStart(6, "0")},Trực tuyến,2025-03-01,2025-03-05,2025-03-02,Đã trả kết quả\n`;
const rows = 20_000;
const long = `case_id,channel,received_at,due_at,returned_at,status\n${Array.from({ length: rows }, (_, i) => row(i)).join("")}`;

afterEach(() => {
  vi.restoreAllMocks();
});

/** Calls `meddle` once, before the first read of the rows. */
function beforeRows(meddle: () => void): void {
  const { read } = machine.files;
  let done = false;
  vi.spyOn(machine.files, "read").mockImplementation((file, bytes, at, length, position) => {
    if (!done && length > 500_000 && position > 0 && position < 5000) {
      done = true;
      meddle();
    }
    return read(file, bytes, at, length, position);
  });
}

const commands = (file: string, out: string): [string, string[]][] => [
  ["check", ["check", file, "--year", "2025", "--threads", "1"]],
  ["check, going on", ["check", file, "--year", "2025", "--threads", "1", "--allow-growing"]],
  ["tally", ["tally", file, "--out", `${out}.kpi.json`]],
  ["convert", ["convert", file, "--out", `${out}.csv`]],
  ["inspect", ["inspect", file]],
  ["validate", ["validate", file]],
  ["explain", ["explain", "on-time-share", "--case", "HS000001", file]],
];
const names = commands("", "").map(([name]) => name);

describe("a log of 20,000 rows that is cut to 100,000 bytes while it is read", () => {
  it.each(names)("%s ends with exit 2 and both sizes, prints nothing and writes nothing", async (name) => {
    const file = log(long);
    const out = join(folder(), "out");
    beforeRows(() => truncateSync(file, 100_000));
    const [, args] = commands(file, out).find(([one]) => one === name) as [string, string[]];
    const run = await kpi(args);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toContain("was written to while it was read");
    expect(run.err).toContain(`(${Buffer.byteLength(long).toLocaleString("en")} → 100,000 bytes)`);
    // What there was is no more: nothing to go on with.
    expect(run.err).not.toContain("--allow-growing");
    expect([existsSync(`${out}.csv`), existsSync(`${out}.kpi.json`)]).toEqual([false, false]);
  });
});

describe("a log that grows by one row while it is read", () => {
  it.each(["convert", "inspect", "validate", "explain"])("%s makes nothing of it: exit 2", async (name) => {
    const file = log(long);
    const out = join(folder(), "out");
    beforeRows(() => appendFileSync(file, row(rows)));
    const [, args] = commands(file, out).find(([one]) => one === name) as [string, string[]];
    const run = await kpi([...args, "--lang", "vi"]);
    expect([run.code, run.out, existsSync(`${out}.csv`)]).toEqual([2, "", false]);
    expect(run.err).toContain("bị ghi vào trong khi đang đọc");
    expect(run.err).not.toContain("--allow-growing");
  });

  it("check says how to go on with the 20,000 rows that were there", async () => {
    const file = log(long);
    beforeRows(() => appendFileSync(file, row(rows)));
    const { err } = await kpi(["check", file, "--year", "2025", "--threads", "1"]);
    expect(err).toContain("to go on with what was there: --allow-growing");
  });

  it("one that is written over without a change of size is not told by two equal sizes", async () => {
    const file = log(long);
    beforeRows(() => writeFileSync(file, long.replaceAll("03-02", "03-09")));
    const { code, err } = await kpi(["check", file, "--year", "2025", "--threads", "1"]);
    expect([code, err]).toEqual([2, expect.stringContaining("while it was read: the export is not at its end")]);
  });
});

describe("a disk that fails", () => {
  it.each<[string, (length: number, position: number) => boolean]>([
    ["at the first bytes", () => true],
    ["at the head", (length) => length > 64],
    ["in the rows", (length, position) => length > 500_000 && position > 0 && position < 5000],
  ])("%s is exit 2 with the file and the reason, for check, inspect and a catalogue", async (_, isBad) => {
    const file = log(long);
    const { read } = machine.files;
    vi.spyOn(machine.files, "read").mockImplementation((of, bytes, at, length, position) => {
      if (isBad(length, position)) throw Object.assign(new Error("EIO"), { code: "EIO", syscall: "read" });
      return read(of, bytes, at, length, position);
    });
    for (const args of [
      ["check", file, "--year", "2025", "--threads", "1"],
      ["inspect", file],
      ["convert", file, "--out", "-"],
    ]) {
      const { code, err } = await kpi(args);
      expect([code, err]).toEqual([2, expect.stringContaining('cases.csv" cannot be read (the disk is at fault)')]);
    }
  });

  it("a catalogue on it is named too", async () => {
    const file = log(readFileSync("fixtures/sample/procedures.csv"), "danh-muc.csv");
    const sample = "fixtures/sample/cases.csv";
    const { read, open } = machine.files;
    let of = -1;
    vi.spyOn(machine.files, "open").mockImplementation((path, as) => {
      const opened = open(path, as);
      if (path === file) of = opened;
      else if (of === opened) of = -1;
      return opened;
    });
    vi.spyOn(machine.files, "read").mockImplementation((from, bytes, at, length, position) => {
      if (from === of) throw Object.assign(new Error("EIO"), { code: "EIO", syscall: "read" });
      return read(from, bytes, at, length, position);
    });
    const { code, err } = await kpi(["check", sample, "--year", "2025", "--procedures", file]);
    expect([code, err]).toEqual([2, expect.stringContaining('danh-muc.csv" cannot be read (the disk is at fault)')]);
  });
});
