/** A period that the log does not reach, and one of which it has due days alone. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, kpi, planFile, table } from "../run.ts";

/** Three cases of September; one is done on the 4th, one past due, one due on 3 October. */
const log = () =>
  table(
    "case_id,field,agency,channel,received_at,due_at,returned_at,status",
    "H1,Hộ tịch,Xã A,online,2025-09-02 08:00,2025-09-05 17:00,2025-09-04 09:00,returned",
    "H2,Hộ tịch,Xã A,online,2025-09-10 08:00,2025-09-15 17:00,,Đang xử lý",
    "H3,Hộ tịch,Xã A,online,2025-09-29 08:00,2025-10-03 17:00,,Đang xử lý",
  );

const of = (month: string, ...more: string[]) => kpi(["report", log(), "--year", "2025", "--month", month, ...more]);

describe("October of a log that ends on 29 September", () => {
  it("has the due day of one case and no case: no document, and 3", async () => {
    const file = join(folder(), "letter.docx");
    const { code, err } = await of("2025-10", "--out", `docx=${file}`);
    expect(code).toBe(3);
    expect(err).toContain("no case lies in the period 2025-10");
    expect(existsSync(file)).toBe(false);
  });

  it("where it is allowed: no share of 0 cases, no form as of a day before it, and the day up to which the log goes", async () => {
    const vi = (await of("2025-10", "--allow-no-data", "--format", "markdown", "--lang", "vi")).out;
    expect(vi).not.toMatch(/0 trên 0|đến cuối kỳ|Số liệu đang giải quyết tính đến/);
    expect(vi).toContain("đến hết ngày 29/9/2025 còn 1 hồ sơ quá hạn");
    expect(vi).toContain("Tệp chỉ có số liệu đến hết ngày 29/9/2025, trước kỳ báo cáo");
    // The form has no 0 of what nobody knows, and the year is said to be known from 2 to 29 September.
    expect(vi).not.toContain("| STT (1) |");
    const en = (await of("2025-10", "--allow-no-data", "--format", "markdown", "--lang", "en")).out;
    expect(en).not.toMatch(/0 of 0/);
    expect(en).toContain("at the end of 29 Sep 2025 1 open case overdue");
    expect(en).toContain("The log ends on 29 Sep 2025, before the period");
  });

  it("of the year to date both ends are told: from 2 to 29 September", async () => {
    const year = table(
      "case_id,channel,received_at,record_digitised",
      "A,in_person,2025-09-02,yes",
      "B,in_person,2025-09-29,yes",
    );
    const plan = planFile({ kpi: "record-digitisation-share", atLeast: 100 });
    const args = [year, "--plan", plan, "--month", "2025-11", "--allow-no-data", "--format", "markdown"];
    const { out: vi } = await kpi(["report", ...args, "--lang", "vi"]);
    expect(vi).toContain(
      "Tính từ đầu năm đến hết tháng 11 năm 2025 (tệp chỉ có hồ sơ từ ngày 02/9/2025 đến ngày 29/9/2025)",
    );
    const { out: en } = await kpi(["report", ...args, "--lang", "en"]);
    expect(en).toContain("January to November 2025 (the log has cases from 2 Sep 2025 to 29 Sep 2025 only)");
  });

  it("the form alone is none either: 3, though two cases are carried over", async () => {
    const args = ["form", "write", log(), "--month", "2025-10", "--format", "csv"];
    expect((await kpi(args)).code).toBe(3);
  });

  it("its points in the index are none either: 3 and no document, for who asks for them and in a report", async () => {
    const args = ["index", log(), "--month", "2025-10"];
    expect((await kpi(args)).code).toBe(3);
    const file = join(folder(), "index.docx");
    expect((await of("2025-10", "--plan", "qd-766", "--out", `docx=${file}`)).code).toBe(3);
    expect(existsSync(file)).toBe(false);
  });

  it("September has cases, 1 of 2 done in time, and one is overdue at the end of the 29th", async () => {
    const { out } = await of("2025-09", "--format", "markdown", "--lang", "vi");
    expect(out).toContain("Đúng hạn: 50% (1 trên 2 hồ sơ");
    expect(out).toContain("đến hết ngày 29/9/2025 còn 1 hồ sơ quá hạn");
  });
});
