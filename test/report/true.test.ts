/** A report says what is true: units of the workbook, movements and their words, and what arithmetic does not promise. */

import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { xlsx } from "../../src/render/xlsx.ts";
import type { Report } from "../../src/report/report.ts";
import { kpi, table } from "../run.ts";

const args = ["--year", "2025", "--month", "2025-09"];
const headers = "case_id,channel,received_at,finished_at,status,procedure_code";

/** So many cases of a procedure, received on the 2nd of a month at 00:00, that take so many hours. */
function cases(month: string, channel: string, procedure: string, n: number, hours: number): string[] {
  return Array.from({ length: n }, (_, i) => {
    const day = String(2 + Math.floor(hours / 24)).padStart(2, "0");
    const hour = String(hours % 24).padStart(2, "0");
    return `${month}${channel}${procedure}${i},${channel},2025-${month}-02 00:00,2025-${month}-${day} ${hour}:00,finished,${procedure}`;
  });
}

/** In person the quick procedure takes 10 h, then 9, the slow one 100, then 90; of ten cases 8, then 2 are quick. */
const opposite = () =>
  table(
    headers,
    ...cases("08", "in_person", "1.000001", 8, 10),
    ...cases("08", "in_person", "1.000002", 2, 100),
    ...cases("08", "online", "1.000001", 10, 20),
    ...cases("09", "in_person", "1.000001", 2, 9),
    ...cases("09", "in_person", "1.000002", 8, 90),
    ...cases("09", "online", "1.000001", 10, 20),
  );

describe("opposite movements", () => {
  it("the mean in person rose from 28 h to 73.8 h while both procedures fell: the warning speaks of it, and of the cut from 28.6 % to 72.9 %", async () => {
    const run = async (lang: string) =>
      (
        await kpi([
          "report",
          opposite(),
          ...args,
          "--kpi",
          "processing-time-reduction",
          "--format",
          "markdown",
          "--lang",
          lang,
        ])
      ).out;
    expect(await run("vi")).toContain(
      "Lưu ý: thời gian trung bình trực tiếp chung tăng trong khi ở phần lớn thủ tục lại giảm (so với nộp trực tiếp, thời gian trực tuyến kỳ trước giảm 28,6%, kỳ này giảm 72,9%)",
    );
    expect(await run("en")).toContain(
      "Note: the mean time in person as a whole went up while at most procedures it went down (online against in person: 28.6 % shorter before, 72.9 % shorter now)",
    );
    expect(await run("vi")).not.toMatch(/mức giảm.{0,60}(tăng|giảm) trong khi/);
  });

  it("a change of one period is higher or lower, and its parts are no causes", async () => {
    const { out } = await kpi(["report", opposite(), ...args, "--format", "markdown", "--lang", "vi"]);
    expect(out).toMatch(/cao hơn kỳ trước \(28,0 giờ|cao hơn kỳ trước \(1,17 ngày\) là 1,91 ngày/);
    expect(out).toMatch(/phần thay đổi trong từng thủ tục .*, phần do dịch chuyển cơ cấu /);
    expect(out).not.toMatch(/do kết quả của từng thủ tục|do cơ cấu thủ tục/);
  });
});

/** A year of which September needs an online mean such as no month has had. */
function hardYear(): string {
  const rows: string[] = [];
  const add = (month: string, channel: string, n: number, hours: number) =>
    rows.push(...cases(month, channel, "1.000001", n, hours));
  add("08", "in_person", 10, 40);
  add("08", "online", 10, 36);
  add("09", "in_person", 10, 40);
  add("09", "online", 10, 35);
  return table(headers, ...rows);
}

describe("what arithmetic does not promise", () => {
  it("online 35.5 h of 20 cases, 32 h wanted, 20 to come: 28.5 h is possible, and below the 35 h of the best of 2 months", async () => {
    const options = [
      ...args,
      "--kpi",
      "processing-time-reduction",
      // Of 40 received in the year so far 20 are online: 40 to come are 20 of them.
      "--expected",
      "40",
    ];
    const { out } = await kpi(["report", hardYear(), ...options, "--format", "json"]);
    const [need] = (JSON.parse(out) as Report).periodic?.needs ?? [];
    expect(need).toMatchObject({
      state: "reachable",
      required: 28.5 * 3600,
      best: { value: 35 * 3600, period: "2025-09", of: 2 },
      beyondBest: true,
    });
    const page = await kpi(["report", hardYear(), ...options, "--format", "markdown", "--lang", "vi"]);
    expect(page.out).toContain("Có thể đạt về số học; chưa kỳ nào trong 2 kỳ đạt mức này");
  });
});

describe("the workbook", () => {
  it("what is required is 28.5 hours, and its head says hours; no number of it stands for seconds", async () => {
    const options = [...args, "--kpi", "processing-time-reduction", "--expected", "40"];
    const { out } = await kpi(["report", hardYear(), ...options, "--format", "json"]);
    const bytes = await xlsx(JSON.parse(out), { language: "vi", colour: false, width: 80 });
    const rows = await readSheet(Buffer.from(bytes), "Cần đạt");
    const at = rows[0].findIndex((head) => String(head).startsWith("Mức cần đạt"));
    expect([rows[0][at], rows[1][at]]).toEqual(["Mức cần đạt (giờ)", 28.5]);
    const files = unzipSync(bytes);
    for (const [name, part] of Object.entries(files)) {
      if (!name.startsWith("xl/worksheets/sheet")) continue;
      const numbers = [...strFromU8(part).matchAll(/<c [^>]*?(?<!t="s")><v>([^<]+)<\/v>/g)].map(([, value]) =>
        Number(value),
      );
      expect(Math.max(0, ...numbers), name).toBeLessThan(1000);
    }
  });

  it("a change of a share is in points, of a time in minutes: the format of the cell says so where one column has both", async () => {
    const file = table(
      "case_id,channel,login_at,submitted_at,received_at,rating",
      "1,online,2025-08-04 08:00,2025-08-04 08:05,2025-08-04 09:00,5",
      "2,online,2025-09-04 08:00,2025-09-04 08:07,2025-09-04 09:00,5",
      "3,online,2025-09-04 08:00,2025-09-04 08:07,2025-09-04 09:00,1",
    );
    const { out } = await kpi(["report", file, ...args, "--format", "json"]);
    const bytes = await xlsx(JSON.parse(out), { language: "vi", colour: false, width: 80 });
    const formats = [...strFromU8(unzipSync(bytes)["xl/styles.xml"]).matchAll(/formatCode="([^"]+)"/g)];
    const codes = formats.map(([, code]) => code.replaceAll("&quot;", '"'));
    expect(codes).toEqual(expect.arrayContaining(['#,##0.0" điểm %"', '#,##0.0" phút"']));
    const rows = await readSheet(Buffer.from(bytes), "Kết quả");
    const at = rows[1].indexOf("Thay đổi");
    // 5 to 7 minutes; 100 % of 1 to 50 % of 2.
    expect(rows.slice(2).map((row) => row[at])).toEqual(expect.arrayContaining([2, -50]));
  });
});
