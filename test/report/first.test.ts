/** The first screen: what a chairman reads in a minute, its figures worked by hand. */
import { describe, expect, it } from "vitest";
import { inVietnamese } from "../../src/measures/names.ts";
import { spelledOut } from "../../src/render/abbreviations.ts";
import type { Document } from "../../src/render/document.ts";
import { firstOf } from "../../src/render/first.ts";
import type { Report } from "../../src/report/report.ts";
import { kpi, planFile, table } from "../run.ts";

/** Digitised: 8 of 10 in July, 10 of 10 in August, in September 4 of 6 at A and 1 of 4 at B; 9 of 10 results each month. */
function log(): string {
  const rows: string[] = [];
  const add = (month: string, agency: string, yes: number, of: number) => {
    for (let i = 0; i < of; i++) {
      const result = rows.length % 10 === 0 ? "no" : "yes";
      rows.push(
        `${rows.length},in_person,2025-${month}-02,2025-${month}-05,returned,${agency},${i < yes ? "yes" : "no"},${result}`,
      );
    }
  };
  add("07", "A", 8, 10);
  add("08", "A", 10, 10);
  add("09", "A", 4, 6);
  add("09", "B", 1, 4);
  return table("case_id,channel,received_at,returned_at,status,agency,record_digitised,result_digitised", ...rows);
}

async function first(lang: "vi" | "en") {
  const plan = planFile(
    { kpi: "result-digitisation-share", atLeast: 95 },
    { kpi: "record-digitisation-share", atLeast: 100, owner: "Văn phòng" },
    { kpi: "on-system-share", atLeast: 100 },
  );
  const { out } = await kpi(["report", log(), "--month", "2025-09", "--plan", plan, "--format", "json"]);
  return firstOf(JSON.parse(out) as Report, lang);
}

describe("the first screen", () => {
  it("counts in one line; 5 of 10 cases short come before 1 of 10", async () => {
    const made = await first("vi");
    expect(made.counts).toMatch(/^2 chỉ tiêu được đánh giá: 0 đạt, 2 chưa đạt/);
    expect(made.misses.map(({ value }) => value)).toEqual(["50%", "90%"]);
  });

  it("a miss has its gap, how many periods missed it, the agency that weighs most, and who leads", async () => {
    expect((await first("vi")).misses[0]).toMatchObject({
      gap: "50,0 điểm\u00a0% (5 hồ sơ)",
      since: "chưa đạt 2/3 kỳ gần nhất",
      agency: "B: thiếu 3 trong 4 hồ sơ",
      owner: "Văn phòng",
      step: "để đạt chỉ tiêu, cần thêm 5 trong số 10 hồ sơ",
    });
    expect((await first("en")).misses[0]).toMatchObject({
      since: "missed in 2 of the last 3 periods",
      agency: "B: 3 short of 4 cases",
    });
  });

  it("no sentence of it names more than three targets", async () => {
    const { out } = await kpi([
      "report",
      "fixtures/sample/cases.csv",
      "--month",
      "2025-09",
      "--plan",
      "ngoai-vu-76",
      "--format",
      "markdown",
      "--lang",
      "vi",
    ]);
    const lead = out.slice(0, out.indexOf("## "));
    for (const names of lead.matchAll(/\(([^()]*)\)/g)) expect(names[1].split(/[,;] /).length).toBeLessThan(6);
  });
});

describe("abbreviations", () => {
  it("DVC is spelled out where it stands first, not in a quotation, and once", () => {
    const blocks = [
      { kind: "text", text: "“DVC” của kế hoạch; tỷ lệ DVC trực tuyến" },
      { kind: "text", text: "DVC" },
    ];
    const made = spelledOut({
      first: { counts: "" },
      sections: [{ id: "x", title: "Kết quả", blocks }],
    } as unknown as Document);
    expect(made.sections[0].blocks).toEqual([
      { kind: "text", text: "“DVC” của kế hoạch; tỷ lệ DVC trực tuyến" },
      { kind: "text", text: "Dịch vụ công (DVC)" },
    ]);
  });
});

describe("the order of names", () => {
  it("Đ stands behind D and before E, numbers by their size", () => {
    const names = ["Xã 10", "Hộ tịch", "Đất đai", "Dân tộc", "Xã 9", "Ê-đê"];
    expect(names.sort(inVietnamese)).toEqual(["Dân tộc", "Đất đai", "Ê-đê", "Hộ tịch", "Xã 9", "Xã 10"]);
  });
});
