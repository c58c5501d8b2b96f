/** Partial results: what is tallied apart and added up is what one pass over everything says. */
import { createHmac } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/records/case.ts";
import type { Report } from "../../src/report/report.ts";
import { partSchema } from "../../src/tally/file-schema.ts";
import { addHits, casesWithin, type HitCounts, newHits } from "../../src/tally/headcount.ts";
import { type Packable, pack, unpack } from "../../src/tally/pack.ts";
import { dayNumber } from "../../src/time/civil.ts";
import { halfMonthOf } from "../../src/time/half-month.ts";
import { folder, kpi } from "../run.ts";
import { runs } from "../runs.ts";

const headers =
  "case_id,channel,login_at,submitted_at,received_at,due_at,finished_at,returned_at,status,rating,electronic_result,payment_method,agency,field,procedure_code";

const time = fc.constantFrom(
  "2025-03-31T23:59:59",
  "2025-04-01T00:00:00",
  "2025-04-14",
  "2025-04-15 08:00",
  "30/06/2025 12:00",
  "2024-12-31T08:00:00",
  "2025-02-07T09:00:00",
  "31/02/2025",
  "",
);
const anyRow = fc
  .tuple(
    fc.constantFrom("online", "in_person", "Trực tuyến", "postal", ""),
    fc.tuple(time, time, time, time, time, time),
    fc.constantFrom("returned", "processing", "withdrawn", "registered", "refused", ""),
    fc.constantFrom("5", "3/5", "Bình thường", ""),
    fc.constantFrom("x", ""),
    fc.constantFrom("online", "none", ""),
    // Some differ by case and spacing only.
    fc.constantFrom("A", "a", "B", ""),
    fc.constantFrom("Đất đai", "ĐẤT  ĐAI", "Hộ tịch"),
    fc.constantFrom("1.000001", "1.000002", ""),
  )
  .map((cells) => cells.flat().join(","));

/** Logs of rows: each row of the log whose number it has. Ids are told apart over all of them. */
function logsOf(rows: readonly (readonly [at: number, row: string])[], count: number): string[] {
  const dir = folder();
  return Array.from({ length: count }, (_, log) => {
    const file = join(dir, `log-${log}.csv`);
    const own = rows.flatMap(([at, row], i) => (at % count === log ? [`H${i},${row}`] : []));
    // A log without a row is none.
    writeFileSync(file, `${[headers, ...(own.length === 0 ? [`E${log},,,,2025-04-01,,,,,,,,,,`] : own)].join("\n")}\n`);
    return file;
  });
}

async function tally(file: string, ...args: string[]): Promise<string> {
  const out = file.replace(/\.csv$/, ".kpi.json");
  const { code, err } = await kpi(["tally", file, "--out", out, "--quiet", ...args]);
  if (code !== 0) throw new Error(err);
  return out;
}

const run = async (args: readonly string[]) => {
  const { out, err } = await kpi([...args, "--year", "2025", "--format", "json"]);
  if (out === "") throw new Error(err);
  // The words that no table knows stay where the log is.
  const report = JSON.parse(out) as Report;
  return JSON.stringify({ ...report, ledger: { ...report.ledger, unknownWords: [] } });
};

/** Byte for byte; where they are not, what differs is easier seen in the values. */
function expectSame(one: string, other: string): void {
  if (one !== other) expect(JSON.parse(one)).toEqual(JSON.parse(other));
  expect(one).toBe(other);
}

describe("parts that are added up", () => {
  it(`give byte for byte the report of one pass, of ${runs(5)} random logs cut in up to four, in any order, of any period, with groups, under either clock`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(3), anyRow), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        fc.constantFrom(
          [],
          ["--period", "2025"],
          ["--period", "2025-04"],
          ["--period", "2025-04", "--statutory"],
          ["--period", "2025-Q2", "--clock", "elapsed"],
          ["--period", "2025-04-15..2025-06-30"],
          ["--clock", "working", "--period", "2025-H1"],
        ),
        fc.constantFrom([], ["--by", "agency,month"], ["--by", "procedure", "--by", "channel"]),
        fc.constantFrom([], ["--as-of", "2025-05-01"]),
        async (rows, count, backwards, period, by, asOf) => {
          const logs = logsOf(rows, count);
          const clock = period.some((arg) => arg === "working") ? ["--clock", "working"] : [];
          const made = ["--by", "agency,procedure,channel", ...clock, ...asOf];
          const parts: string[] = [];
          for (const log of logs) parts.push(await tally(log, ...made));
          // The same day, as people here write it.
          const args = [...period, ...by, ...(asOf.length === 0 ? [] : ["--as-of", "1/5/2025"]), "--kpi", "all"];
          const whole = await run(["check", ...logs, ...args]);
          expectSame(await run(["check", ...(backwards ? parts.reverse() : parts), ...args]), whole);
          // The first as a log, the others as parts: what is beside parts is tallied as they were.
          if (count > 1 && asOf.length === 0) {
            const [first] = logs;
            const others = parts.filter((part) => part !== first.replace(/\.csv$/, ".kpi.json"));
            expectSame(await run(["check", first, ...others, ...args]), whole);
          }
        },
      ),
      { numRuns: runs(5) },
    );
  }, 120_000);

  it(`give the report of a period, of ${runs(4)} random logs cut in three: month, quarter and year to date, by calendar and statutory`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(3), anyRow), { minLength: 5, maxLength: 40 }),
        fc.constantFrom(
          ["--month", "2025-04"],
          ["--month", "2025-04", "--statutory"],
          ["--quarter", "2025-Q2"],
          ["--year-to-date", "2025-06", "--expected", "100"],
        ),
        async (rows, period) => {
          const logs = logsOf(rows, 3);
          const parts: string[] = [];
          for (const log of logs) parts.push(await tally(log, "--by", "agency,field,procedure,channel"));
          const whole = await run(["report", ...logs, ...period]);
          expectSame(await run(["report", ...parts.reverse(), ...period]), whole);
        },
      ),
      { numRuns: runs(4) },
    );
  }, 120_000);

  it("of five offices: plan, period and groups are chosen at the end, and all outputs are those of the five logs", async () => {
    const dir = folder();
    const logs: string[] = [];
    for (let office = 1; office <= 5; office++) {
      await kpi([
        "sample",
        "--cases",
        "400",
        "--seed",
        String(office),
        "--duplicates",
        "20",
        "--out",
        join(dir, String(office)),
      ]);
      const file = join(dir, `office-${office}.csv`);
      const text = readFileSync(join(dir, String(office), "cases.csv"), "utf8");
      // Every office numbers its cases by itself.
      writeFileSync(file, text.replaceAll("000.", `00${office}.`));
      logs.push(file);
    }
    const parts: string[] = [];
    for (const log of logs) parts.push(await tally(log, "--by", "agency", "--by", "field"));
    for (const args of [
      ["--year", "2025", "--period", "2025-09", "--by", "agency", "--format", "table"],
      ["--year", "2026", "--plan", "tan-an", "--period", "2025-H2", "--by", "field", "--format", "csv"],
      ["--year", "2025", "--plan", "ngoai-vu-76", "--by", "month", "--format", "markdown", "--lang", "vi"],
    ]) {
      const whole = await kpi(["check", ...logs, ...args]);
      const merged = await kpi(["check", ...parts.toReversed(), ...args]);
      expect([merged.code, merged.out]).toEqual([whole.code, whole.out]);
      expect(whole.out.length).toBeGreaterThan(500);
    }
  }, 60_000);

  it("of a log of 2,000 cases and 16 procedures, whose lists are long enough to be packed, give its report", async () => {
    const dir = folder();
    writeFileSync(join(dir, "cases.csv"), readFileSync("fixtures/sample/cases.csv"));
    const part = await tally(join(dir, "cases.csv"), "--by", "agency,field,procedure,channel");
    const args = ["--quarter", "2025-Q3", "--procedures", "fixtures/sample/procedures.csv"];
    expectSame(await run(["report", part, ...args]), await run(["report", join(dir, "cases.csv"), ...args]));
    const year = ["--period", "2025", "--procedures", "fixtures/sample/procedures.csv", "--by", "month"];
    expectSame(await run(["check", part, ...year]), await run(["check", join(dir, "cases.csv"), ...year]));
  });

  it("go through pipes: tally - --out -", async () => {
    const [log] = logsOf([[0, "online,,,2025-04-01 08:00,,,2025-04-02 08:00,returned,5,x,none,A,Hộ tịch,1.000001"]], 1);
    const piped = await kpi(["tally", "-", "--out", "-"], { input: readFileSync(log, "utf8") });
    const file = join(folder(), "piped.kpi.json");
    writeFileSync(file, piped.out);
    const { out } = await kpi(["check", file, "--year", "2025", "--kpi", "satisfaction-online", "--format", "json"]);
    expect(JSON.parse(out).results[0].measure).toMatchObject({ numerator: 1, denominator: 1 });
  });
});

describe("a part", () => {
  let file = "";
  let text = "";
  beforeAll(async () => {
    const dir = folder();
    await kpi(["sample", "--cases", "500", "--seed", "3", "--out", dir]);
    file = await tally(join(dir, "cases.csv"), "--by", "agency,procedure");
    text = readFileSync(file, "utf8");
  });

  it("has the published schema, and holds no id, no name and no address of the log, packed pieces included", () => {
    expect(partSchema.safeParse(JSON.parse(text)).success).toBe(true);
    const opened = text.replace(/"([A-Za-z0-9+/=]{16,})"/g, (whole, packed: string) => {
      try {
        return JSON.stringify(unpack(packed));
      } catch {
        return whole;
      }
    });
    expect(opened.length).toBeGreaterThan(text.length);
    const rows = readFileSync(file.replace(".kpi.json", ".csv"), "utf8").split("\n").slice(1);
    const personal = rows.flatMap((row) =>
      row.split(",").filter((cell) => /^(Nguyễn|Trần|Lê|Phạm|Hoàng) |^\d+\.\d+\.H24-|^Số \d+/.test(cell)),
    );
    expect(personal.length).toBeGreaterThan(300);
    for (const cell of personal) expect(opened).not.toContain(cell);
  });

  const refused = async (change: (part: string) => string, ...args: string[]) => {
    const changed = join(folder(), "part.kpi.json");
    writeFileSync(changed, change(text));
    const { code, out, err } = await kpi(["check", changed, "--year", "2025", ...args]);
    expect([code, out]).toEqual([2, ""]);
    return err;
  };
  const edited = (edit: (part: Record<string, never>) => void) => (part: string) => {
    const value = JSON.parse(part);
    edit(value);
    return JSON.stringify(value);
  };

  it("that is cut off, or a log under its name, is refused as no JSON", async () => {
    expect(await refused((part) => part.slice(0, part.length / 2))).toContain("not a part of kpi tally, or cut off");
    expect(await refused(() => "case_id,channel\n1,online\n")).toContain("not a part of kpi tally, or cut off");
  });

  it("that was edited so that its ledger no longer balances is refused with the numbers", async () => {
    const err = await refused(
      edited((part: { logs?: { read: number }[] }) => {
        if (part.logs) part.logs[0].read += 1;
      }),
    );
    expect(err).toMatch(/the ledger of "cases.csv" does not balance: read 501, counted 500/);
    const other = await refused(
      edited((part: { logs?: { read: number; counted: number }[] }) => {
        if (part.logs) Object.assign(part.logs[0], { read: part.logs[0].read - 1, counted: part.logs[0].counted - 1 });
      }),
    );
    expect(other).toContain("its half-months have 500");
  });

  it("whose groups are not its total, or whose packed pieces are damaged, is refused", async () => {
    const err = await refused(
      edited((part: { spans?: { totals: Record<string, [number]> }[] }) => {
        const totals = part.spans?.find(({ totals: one }) => one["online-receipt-share"])?.totals;
        if (totals) totals["online-receipt-share"][0] += 1;
      }),
      "--by",
      "agency",
    );
    expect(err).toMatch(/online-receipt-share: the groups by agency have \d+ cases, the total \d+/);
    const damaged = await refused(
      edited((part: { flow?: { fields: string } }) => {
        if (part.flow) part.flow.fields = part.flow.fields.slice(0, 40);
      }),
    );
    expect(damaged).toContain("was changed or damaged after it was made");
  });

  it("of which any letter or digit was changed is refused, also where it would still be read and add up", async () => {
    const reasons = new Set<string>();
    for (let i = 0; i < 60; i++) {
      const at = Math.floor(((i + 0.5) / 60) * text.length);
      const place = at + text.slice(at).search(/[a-zA-Z0-9]/);
      const changed = text[place] === "1" ? "2" : "1";
      const err = await refused((part) => `${part.slice(0, place)}${changed}${part.slice(place + 1)}`);
      reasons.add(
        err
          .split("\n")[0]
          .replace(/^.*part\.kpi\.json: /, "")
          .replace(/"[^"]*"/g, "…"),
      );
    }
    expect([...reasons].some((one) => one.includes("changed or damaged"))).toBe(true);
    // The numerator of a share by itself leaves everything in balance.
    const err = await refused(
      edited((part: { spans?: { totals: Record<string, [number, object, number[]]> }[] }) => {
        const totals = part.spans?.find(({ totals: one }) => one["online-receipt-share"])?.totals;
        if (totals) totals["online-receipt-share"][2][0] -= 1;
      }),
    );
    expect(err).toContain("its content was changed or damaged after it was made");
    expect(await refused((part) => `${JSON.stringify(JSON.parse(part), null, 2)}\n`)).toContain(
      "send the file as it is",
    );
  });

  it("of another version of the form, of the program, of other definitions, calendar, clock or time zone is refused with both", async () => {
    const setting = (key: string, value: unknown) =>
      edited((part: { settings?: Record<string, unknown> }) => {
        if (part.settings) part.settings[key] = value;
      });
    expect(await refused((part) => part.replace("kpi-tally/1", "kpi-tally/2"))).toContain('of the form "kpi-tally/2"');
    expect(await refused(() => '{"schema": "kpi-report/1"}')).toContain('of the form "kpi-report/1"');
    expect(await refused(setting("definitions", "0".repeat(64)))).toContain("made with definitions");
    expect(await refused(setting("calendar", "0".repeat(64)))).toContain("made with calendar");
    expect(await refused(setting("timeZone", "UTC"))).toContain(
      'made with timeZone "UTC", and this run has "Asia/Ho_Chi_Minh"',
    );
    expect(await refused((part) => part, "--clock", "working")).toContain(
      'made with clock "elapsed", and this run has "working"',
    );
    expect(
      await refused(
        edited((part: { tool?: { version: string } }) => {
          if (part.tool) part.tool.version = "0.0.9";
        }),
      ),
    ).toContain("0.0.9");
    expect(
      await refused(
        edited((part: { minCell?: unknown }) => {
          part.minCell = "x";
        }),
      ),
    ).toContain('"minCell" is not as a part has it');
  });

  it("is refused beside itself, beside one of other columns, for groups that it has not, and for days that it has not", async () => {
    const twice = await kpi(["check", file, file, "--year", "2025"]);
    expect(twice.err).toContain('both tally the log "cases.csv"');
    const other = await tally(logsOf([[0, "online,,,2025-04-01,,,,,,,,A,,"]], 1)[0]);
    const differing = await kpi(["check", file, other, "--year", "2025"]);
    expect(differing.err).toContain("were not made alike (events)");
    expect((await kpi(["check", file, "--year", "2025", "--by", "field"])).err).toContain(
      "it was not tallied by field",
    );
    const days = await kpi(["check", file, "--year", "2025", "--period", "2025-09-10..2025-09-20"]);
    expect(days.err).toContain("parts keep half-months");
  });

  it("has no case to be explained, listed, converted or looked into", async () => {
    for (const args of [
      ["explain", "satisfaction", file, "--case", "1"],
      ["convert", file, "--out", "-"],
      ["inspect", file],
      ["validate", file],
      ["tally", file, "--out", "-"],
    ]) {
      const { code, err } = await kpi(args);
      expect([code, err], args[0]).toEqual([2, expect.stringContaining("a part holds sums, and no case")]);
    }
    const listed = await kpi(["report", file, "--year", "2025", "--month", "2025-09", "--list-cases"]);
    expect(listed.err).toContain("--list-cases: parts hold no case");
  });

  it("beside a log is named by explain as not looked in, whether the log has the case or not", async () => {
    const log = logsOf([[0, "online,,,2025-04-01,,,,,,,5,A,,"]], 1)[0];
    const way = await kpi(["explain", "satisfaction", file, log, "--case", "H0", "--lang", "en"]);
    expect([way.code, way.err]).toEqual([0, ""]);
    expect(way.out.trimEnd().split("\n").at(-1)).toBe(`Not looked in: ${file}; a part holds no case.`);
    const json = await kpi(["explain", "satisfaction", log, file, "--case", "H0", "--format", "json"]);
    expect(JSON.parse(json.out).notLookedIn).toEqual([file]);
    const none = await kpi(["explain", "satisfaction", log, file, "--case", "Z-9", "--lang", "en"]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining(".kpi.json; a part holds no case")]);
  });

  it("that is missing is named, and nothing is judged; with --allow-missing-parts a note says so", async () => {
    const gone = join(folder(), "02.kpi.json");
    const missing = await kpi(["check", file, gone, "--year", "2025"]);
    expect([missing.code, missing.out]).toEqual([2, ""]);
    expect(missing.err).toContain("02.kpi.json");
    const { out } = await kpi(["check", file, gone, "--year", "2025", "--allow-missing-parts"]);
    expect(out).toMatch(/The part ".*02\.kpi\.json" is missing: its cases are in\s+no figure/);
  });
});

describe("small cells", () => {
  it("--min-cell 5 pools groups of fewer cases in a half-month: no group of 1 to 4 is in the file, and the total is exact", async () => {
    const dir = folder();
    await kpi(["sample", "--cases", "600", "--seed", "5", "--duplicates", "0", "--out", dir]);
    const log = join(dir, "cases.csv");
    const part = await tally(log, "--by", "agency,procedure", "--min-cell", "5");
    const value = JSON.parse(readFileSync(part, "utf8"));
    let groups = 0;
    for (const span of value.spans) {
      for (const packed of Object.values(span.groups) as string[]) {
        const byKpi = unpack(packed) as Record<string, unknown>;
        const sizes = new Map<string, number>();
        for (const tallies of Object.values(byKpi) as Record<string, [number, Record<string, number>]>[]) {
          for (const [name, [n, excluded]] of Object.entries(tallies)) {
            const all = Object.values(excluded).reduce((a, b) => a + b, n);
            sizes.set(name, Math.max(sizes.get(name) ?? 0, all));
          }
        }
        for (const [name, n] of sizes) {
          groups++;
          // A pool is small only where it holds all there is.
          if (sizes.size > 1 || name !== "(khác / other)") expect(n, name).toBeGreaterThanOrEqual(5);
        }
      }
    }
    expect(groups).toBeGreaterThan(20);
    const of = async (...args: string[]) =>
      JSON.parse((await kpi(["check", ...args, "--year", "2025", "--format", "json"])).out) as Report;
    const [whole, pooled] = [await of(log), await of(part)];
    for (const [i, { measure }] of whole.results.entries()) expect(pooled.results[i].measure).toEqual(measure);
    expect(pooled.notes).toContainEqual({ code: "min-cell", data: { least: 5 } });
  });
});

describe("of parts alone", () => {
  const file = join(folder(), "a.csv");
  writeFileSync(file, "case_id,channel,received_at,rating\n1,online,2025-04-01,5\n");

  it.each([
    ["--map", "rating=Mức độ"],
    ["--map-value", 'channel:"Lạ"=online'],
    ["--date-format", "MM/dd/yyyy"],
    ["--rating-scale", "10"],
    ["--decimal", "comma"],
    ["--encoding", "utf-8"],
    ["--sheet", "1"],
    ["--delimiter", ";"],
  ])("%s is refused by name, exit code 2, and not where a log stands beside", async (option, value) => {
    const part = await tally(file);
    const { code, err } = await kpi(["check", part, "--year", "2025", option, value]);
    expect([code, err.includes(`${option}: this says how a log is read`)]).toEqual([2, true]);
    const other = join(folder(), "b.csv");
    writeFileSync(other, "case_id,channel,received_at,rating\n2,online,2025-04-01,5\n");
    expect((await kpi(["check", part, other, "--year", "2025", option, value])).err).not.toContain("how a log is read");
  });

  it("a configuration may have them, since it serves the tally too", async () => {
    const config = join(folder(), "kpi.yaml");
    writeFileSync(config, "rating-scale: 5\n");
    const { err } = await kpi(["check", await tally(file), "--year", "2025", "--config", config]);
    expect(err).not.toContain("how a log is read");
  });

  it.each(["a.kpi (1).json", "A.KPI.JSON", "gửi.txt"])("one that is called %s is read by its content", async (name) => {
    const part = await tally(file);
    const renamed = join(folder(), name);
    // What a log with question marks would be refused for.
    copyFileSync(part, renamed);
    const of = async (path: string) =>
      JSON.parse((await kpi(["check", path, "--year", "2025", "--format", "json"])).out) as Report;
    const [own, other] = [await of(part), await of(renamed)];
    expect(other.results).toEqual(own.results);
    const isSaid = other.notes.some(({ code }) => code === "part-by-content");
    expect(isSaid).toBe(!name.toLowerCase().endsWith(".kpi.json"));
  });
});

describe("the same case from two offices", () => {
  const key = join(folder(), "key.bin");
  writeFileSync(key, "a key of more than sixteen bytes");
  const log = (name: string, ids: readonly string[]) => {
    const file = join(folder(), name);
    writeFileSync(
      file,
      `case_id,channel,received_at,rating\n${ids.map((id, i) => `${id},online,2025-04-0${1 + (i % 9)},${i % 2 === 0 ? 5 : 1}`).join("\n")}\n`,
    );
    return file;
  };

  it("2 of 4 and 5 cases are found by keyed hashes, told by pair, and each share with how far it could move", async () => {
    const a = await tally(log("a.csv", ["1", "2", "3", "4"]), "--case-hashes", "--key-file", key);
    const b = await tally(log("b.csv", ["3", "4", "5", "6", "7"]), "--case-hashes", "--key-file", key);
    const { out } = await kpi(["check", a, b, "--year", "2025", "--kpi", "satisfaction-online", "--format", "json"]);
    const { notes, results } = JSON.parse(out) as Report;
    expect(notes).toContainEqual({ code: "overlap", data: { input: a, other: b, count: 2 } });
    // 2 of 4 and 3 of 5 are satisfied: 5 of 9, and 3 to 5 of 7 if the two had been counted once.
    expect(results[0].measure).toMatchObject({ numerator: 5, denominator: 9 });
    expect(results[0].alongside).toMatchObject({ overlapLow: 300 / 7, overlapHigh: 500 / 7 });
    const failing = await kpi(["check", a, b, "--year", "2025", "--on-overlap", "fail"]);
    expect([failing.code, failing.out]).toEqual([2, ""]);
    expect(failing.err).toContain(": 2. Nothing is judged");
  });

  it("each case has one hash where the log was read twice, since 2.5 shows how 1.234 is to be read", async () => {
    const file = join(folder(), "hours.csv");
    writeFileSync(
      file,
      "case_id,channel,received_at,processing_hours\nA,online,2025-04-01,1.234\nB,online,2025-04-02,2.5\n",
    );
    const part = await tally(file, "--case-hashes", "--key-file", key);
    const { ids } = JSON.parse(readFileSync(part, "utf8"));
    expect(Buffer.from(ids.hashes, "base64")).toHaveLength(16);
  });

  it("a hash is the first eight bytes of HMAC-SHA256; the key is in no part, and hashes under two keys are not compared", async () => {
    const a = await tally(log("a.csv", ["1"]), "--case-hashes", "--key-file", key);
    const { ids } = JSON.parse(readFileSync(a, "utf8"));
    const bytes = Buffer.from(ids.hashes, "base64");
    const hmac = createHmac("sha256", readFileSync(key)).update("1").digest();
    // Numbers are written as this machine has them.
    expect(bytes.readBigUInt64LE(0)).toBe(hmac.readBigUInt64BE(0));
    expect(readFileSync(a, "utf8")).not.toContain("a key of more");
    const otherKey = join(folder(), "key.bin");
    writeFileSync(otherKey, "another key of sixteen bytes and more");
    const b = await tally(log("b.csv", ["1", "9"]), "--case-hashes", "--key-file", otherKey);
    const { out } = await kpi(["check", a, b, "--year", "2025", "--format", "json"]);
    const codes = JSON.parse(out).notes.map(({ code }: { code: string }) => code);
    expect([codes.includes("overlap"), codes.includes("overlap-unchecked")]).toEqual([false, true]);
    const failing = await kpi(["check", a, b, "--year", "2025", "--on-overlap", "fail"]);
    expect([failing.code, failing.out]).toEqual([2, ""]);
    expect(failing.err).toContain("made with different keys");
  });

  it("asked to fail, a part without hashes or a log beside one is refused by name, and one part alone is not", async () => {
    const hashed = await tally(log("a.csv", ["1", "2"]), "--case-hashes", "--key-file", key);
    const plain = await tally(log("b.csv", ["1", "9"]));
    const year = ["--year", "2025"];
    const asked = async (...files: string[]) => await kpi(["check", ...files, ...year, "--on-overlap", "fail"]);
    expect(await asked(hashed, plain)).toMatchObject({ code: 2, out: "" });
    expect((await asked(hashed, plain)).err).toContain(`without hashes of case ids: ${basename(plain)}`);
    expect((await asked(plain, await tally(log("c.csv", ["3"])))).code).toBe(2);
    expect((await asked(hashed, log("d.csv", ["1"]))).err).toContain("logs beside parts: d.csv");
    expect((await asked(hashed)).err).not.toContain("--on-overlap");
    // Where nobody asked for hashes nothing is said of them.
    const notes = async (...files: string[]) =>
      JSON.parse((await kpi(["check", ...files, ...year, "--format", "json"])).out).notes.map(
        ({ code }: { code: string }) => code,
      );
    expect(await notes(hashed, plain)).toContain("overlap-unchecked");
    expect(await notes(plain, log("d.csv", ["1"]))).not.toContain("overlap-unchecked");
  });

  it("a key of fewer than sixteen bytes, or hashes without one, are refused", async () => {
    const short = join(folder(), "key.bin");
    writeFileSync(short, "short");
    const args = ["tally", log("a.csv", ["1"]), "--out", "-"];
    expect((await kpi([...args, "--case-hashes", "--key-file", short])).err).toContain("at least 16 bytes");
    expect((await kpi([...args, "--case-hashes"])).err).toContain("go together");
  });
});

describe("in which period a case is", () => {
  it("cases with an event in a stretch of half-months, of 200 random logs and stretches, as by looking at each case", () => {
    const base = dayNumber(2025, 1, 1);
    const event = fc.oneof(
      fc.constant(-1),
      fc.nat(300).map((days) => (base + days) * 86_400),
    );
    const cases = fc.array(fc.tuple(event, event, event, event, event), { maxLength: 30 });
    fc.assert(
      fc.property(cases, fc.nat(20), fc.nat(20), (all, a, b) => {
        const hits = newHits();
        for (const [submitted, received, finished, rated, completed] of all) {
          addHits(hits, { submitted, received, finished, rated, completed } as unknown as Case, 1);
        }
        const first = halfMonthOf(base) + Math.min(a, b);
        const last = halfMonthOf(base) + Math.max(a, b);
        const inside = (time: number) => {
          const at = halfMonthOf(Math.floor(time / 86_400));
          return time >= 0 && at >= first && at <= last;
        };
        expect(casesWithin(hits.timed as HitCounts, first, last)).toBe(all.filter((one) => one.some(inside)).length);
      }),
      { numRuns: 200 },
    );
  });
});

it("the two parts of one log, tallied twice, are the same file byte for byte", async () => {
  const dir = folder();
  await kpi(["sample", "--cases", "300", "--seed", "9", "--out", dir]);
  const log = join(dir, "cases.csv");
  const once = readFileSync(await tally(log, "--by", "agency", "--threads", "1"), "utf8");
  expect(readFileSync(await tally(log, "--by", "agency", "--threads", "3"), "utf8")).toBe(once);
  expect(readdirSync(dir)).toContain("cases.kpi.json");
});

describe("packed pieces", () => {
  const json: fc.Arbitrary<Packable> = fc.letrec<{ value: Packable }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constant(null),
      fc.nat(300),
      fc.maxSafeNat(),
      fc.string(),
      fc.array(tie("value"), { maxLength: 12 }),
      fc.dictionary(fc.string(), tie("value"), { maxKeys: 5 }),
    ),
  })).value;

  it("500 random values come back as they were", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(unpack(pack(value))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it("what is cut off, or of one bit more, is refused or another value, and never more than there is", () => {
    const packed = Buffer.from(
      pack({ a: Array.from({ length: 50 }, (_, i) => [`name ${i}`, [i, i * 1000]]) }),
      "base64",
    );
    for (let at = 0; at < packed.length; at++) {
      const changed = Buffer.from(packed);
      changed[at] ^= 1;
      for (const bytes of [changed, packed.subarray(0, at)]) {
        let value: Packable = null;
        try {
          value = unpack(bytes.toString("base64"));
        } catch {
          // Refused.
        }
        expect(JSON.stringify(value).length).toBeLessThan(10_000);
      }
    }
  });
});
