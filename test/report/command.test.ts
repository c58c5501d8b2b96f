/** The command: its year, a month without a case, and what it says of what it left out or wrote. */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, kpi, table } from "../run.ts";

const file = () => table("case_id,channel,received_at,rating", "1,online,2025-09-01,5");

describe("kpi report", () => {
  it("takes the year of its period: --month 2025-09 is held to the targets of 2025", async () => {
    const { out } = await kpi(["report", file(), "--month", "2025-09", "--format", "json"]);
    expect(JSON.parse(out).plan.year).toBe(2025);
    const other = await kpi(["report", file(), "--month", "2024-09"]);
    expect([other.code, other.err]).toEqual([2, expect.stringContaining("2024")]);
  });

  it("of a month without a case exits 3, writes no document, and says when there are cases; --allow-no-data writes it", async () => {
    const dir = folder();
    const outputs = ["docx", "html", "xlsx", "json"].flatMap((one) => ["--out", `${one}=${join(dir, `r.${one}`)}`]);
    const empty = await kpi(["report", file(), "--month", "2025-03", ...outputs]);
    expect([empty.code, readdirSync(dir)]).toEqual([3, ["r.json"]]);
    expect(empty.err).toContain("no case lies in the period 2025-03 (the log has cases from 1 Sep 2025 to 1 Sep 2025)");
    expect(empty.err).toContain("--allow-no-data");
    const allowed = await kpi(["report", file(), "--month", "2025-03", ...outputs, "--allow-no-data"]);
    expect(allowed.code).toBe(0);
    expect(existsSync(join(dir, "r.docx"))).toBe(true);
  });

  it("without --out says how many sections there are, and how to have them", async () => {
    const { out } = await kpi(["report", file(), "--month", "2025-09", "--lang", "vi"]);
    expect(out).toMatch(/báo cáo đầy đủ có \d mục [\s\S]*docx=bao-cao\.docx/);
  });

  it("takes whose report it is from the configuration, whose faults are named", async () => {
    const config = (text: string) => {
      const name = join(folder(), "kpi.yaml");
      writeFileSync(name, text);
      return name;
    };
    const office = config("office:\n  name: UBND phường Dương Kinh\n  recipients: [UBND thành phố]\n");
    const args = ["report", file(), "--month", "2025-09", "--format", "markdown", "--lang", "vi"];
    const { out } = await kpi([...args, "--config", office]);
    expect(out).toContain("Đơn vị báo cáo: UBND phường Dương Kinh");
    const wrong = await kpi([...args, "--config", config("office:\n  signer: Giám đốc\n")]);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("office.signer")]);
  });

  it("kpi check --month names --period", async () => {
    const { err } = await kpi(["check", file(), "--year", "2025", "--month", "2025-09"]);
    expect(err).toContain("--period");
  });
});
