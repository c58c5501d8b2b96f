/** The forecast of a plan's own KPI is in its own unit. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { folder, kpi } from "../run.ts";

/** Of each month from January to September nine cases, all done two days (48 hours) after their receipt. */
function logOf(): string {
  const two = (day: number) => String(day).padStart(2, "0");
  const row = (month: number, i: number) =>
    `${month}-${i},Xã A,${two(1 + 3 * i)}/0${month}/2025 08:00,${two(3 + 3 * i)}/0${month}/2025 08:00,Đã trả kết quả`;
  const rows = Array.from({ length: 81 }, (_, at) => row(1 + Math.floor(at / 9), at % 9));
  return ["Mã hồ sơ,Đơn vị xử lý,Ngày tiếp nhận,Ngày kết thúc xử lý,Trạng thái", ...rows].join("\n");
}

it.each([
  ["hours", 48, 72],
  ["days", 2, 3],
  ["minutes", 2880, 4000],
] as const)(
  "a mean that was always 48 hours is %s of the year too: %d, at most %d is met surely",
  async (unit, mean, most) => {
    const dir = folder();
    const plan = `id: mau
title: { vi: Mẫu, en: Sample }
issuer: Mẫu
place: Mẫu
sources: [sample]
kpis:
  - id: own-mean
    title: { vi: Trung bình, en: Mean }
    definition: { vi: Trung bình., en: Mean. }
    clause: "1"
    when: completed
    mean: { from: received, to: completed, in: ${unit} }
    example:
      cases: [{ received_at: 2025-09-03 08:00, finished_at: 2025-09-05 08:00 }]
      gives: { value: ${mean}, cases: 1 }
years:
  2025: [{ kpi: own-mean, atMost: ${most}, clause: I.1, quote: mẫu, section: quality }]
`;
    writeFileSync(join(dir, "plan.yaml"), plan);
    writeFileSync(join(dir, "log.csv"), logOf());
    const args = [
      "report",
      join(dir, "log.csv"),
      "--plan",
      join(dir, "plan.yaml"),
      "--month",
      "2025-09",
      "--format",
      "json",
    ];
    const { out, err } = await kpi(args);
    if (out === "") throw new Error(err);
    const { periodic } = JSON.parse(out) as Report;
    expect(periodic?.needs[0]?.forecast).toMatchObject({ probability: 1, interval: [mean, mean], periods: 9 });
  },
);
