/** kpi verify: which files and which day a record was of; a part that somebody has compressed. */
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, kpi, table } from "../run.ts";

const logOf = () =>
  table(
    "case_id,agency,received_at,due_at,finished_at,status,supplement_requested_at",
    "A1,Sở A,2025-09-03 08:00:00,2025-09-08 17:00:00,2025-09-05 08:00:00,finished,",
    "A2,Sở A,2025-09-04 08:00:00,2025-09-09 17:00:00,2025-09-20 08:00:00,finished,",
  );

describe("a manifest", () => {
  const made = async () => {
    const log = logOf();
    const [part, manifest] = [join(folder(), "a.kpi.json"), join(folder(), "m.json")];
    await kpi(["tally", log, "--out", part]);
    await kpi([
      "index",
      part,
      "--month",
      "2025-09",
      "--manifest",
      manifest,
      "--out",
      `json=${join(folder(), "r.json")}`,
    ]);
    return { log, part, manifest };
  };
  const verify = (file: string, manifest: string, ...more: string[]) =>
    kpi(["verify", file, "--month", "2025-09", "--manifest", manifest, ...more]);

  it("of a part names that a log was given in its place: 1 part, then 0", async () => {
    const { log, part, manifest } = await made();
    expect((await verify(part, manifest)).code).toBe(0);
    const other = await verify(log, manifest);
    expect([other.code, other.out.includes("Parts (.kpi.json) among the files: 1 → 0")]).toEqual([1, true]);
    expect((await verify(log, manifest, "--lang", "vi")).out).toContain("trong các tệp đưa vào: 1 → 0");
  });

  it("of a log names the day that was asked for, and not then: 20/9 → 10/9", async () => {
    const log = logOf();
    const manifest = join(folder(), "m.json");
    await kpi(["check", log, "--year", "2025", "--manifest", manifest]);
    const { code, out } = await kpi(["verify", log, "--year", "2025", "--manifest", manifest, "--as-of", "2025-09-10"]);
    expect([code, out.includes('Option asOf: "2025-09-20" → "2025-09-10"')]).toEqual([1, true]);
  });
});

describe("a record of figures", () => {
  const expected = async (log: string, ...more: string[]) => {
    const file = join(folder(), "e.json");
    await kpi(["verify", log, "--year", "2025", "--expect", file, "--update", ...more]);
    return (...now: string[]) => kpi(["verify", log, "--year", "2025", "--expect", file, ...now]);
  };

  it("made without a day names the day that is asked for", async () => {
    const verify = await expected(logOf());
    expect((await verify("--as-of", "2025-09-10")).out).toContain('Option asOf: null → "2025-09-10"');
    expect((await verify()).code).toBe(0);
  });

  it("made as of a day names that none is asked for, and is the same with it", async () => {
    const verify = await expected(logOf(), "--as-of", "2025-09-10");
    expect((await verify()).out).toContain('Option asOf: "2025-09-10" → null');
    expect((await verify("--as-of", "2025-09-10")).code).toBe(0);
  });
});

it.each(["vi", "en"])("a part that was compressed is called one, with what to do, in %s", async (language) => {
  const { part } = await (async () => {
    const file = join(folder(), "a.kpi.json");
    await kpi(["tally", logOf(), "--out", file]);
    copyFileSync(file, `${file}.gz`);
    return { part: `${file}.gz` };
  })();
  const { code, err } = await kpi(["check", part, "--year", "2025", "--lang", language]);
  expect([code, err.includes(language === "vi" ? "tệp tổng hợp đã nén" : "a part that was compressed")]).toEqual([
    2,
    true,
  ]);
  expect(err).toContain("gunzip");
});
