/** By which groups a target is missed, in words and in charts: what is alike is alike, and few cases have a star. */
import { describe, expect, it } from "vitest";
import { draw } from "../../src/render/charts.ts";
import type { BarsDrawing, Chart } from "../../src/render/document.ts";
import { firstOf } from "../../src/render/first.ts";
import { documentOf } from "../../src/render/sections/index.ts";
import type { Report } from "../../src/report/report.ts";
import { periodicSentence } from "../../src/text/periodic.ts";
import { sentence } from "../../src/text/sentences.ts";
import { kpi, planFile, table } from "../run.ts";

/** Agencies with so many cases, of which the first few are not digitised. */
async function digitised(agencies: Readonly<Record<string, readonly [no: number, of: number]>>, bound: object) {
  const rows = Object.entries(agencies).flatMap(([name, [no, of]]) =>
    Array.from({ length: of }, (_, i) => `${name}${i},${name},in_person,2025-09-03,${i < no ? "no" : "yes"}`),
  );
  const log = table("case_id,agency,channel,received_at,record_digitised", ...rows);
  return reportOf(log, planFile({ kpi: "record-digitisation-share", ...bound }));
}

async function reportOf(log: string, plan: string) {
  const { out, err } = await kpi(["report", log, "--month", "2025-09", "--plan", plan, "--format", "json"]);
  if (out === "") throw new Error(err);
  const report = JSON.parse(out) as Report;
  const blocks = (lang: "vi" | "en") =>
    documentOf(report, lang, {}).sections.find(({ id }) => id === "groups")?.blocks ?? [];
  const bars = (lang: "vi" | "en") =>
    blocks(lang).find((block) => block.kind === "chart" && block.drawing.type === "bars") as Chart;
  const list = (lang: "vi" | "en") =>
    blocks(lang).flatMap((block) => (block.kind === "list" ? [...block.items] : []))[0];
  const agency = (lang: "vi" | "en") => firstOf(report, lang).misses[0]?.agency;
  return { bars, list, agency };
}

describe("agencies that are alike", () => {
  it("five of 10 to 14 cases are short of 2 each, two of 15 and 16 of 1: five, and no common number of cases", async () => {
    const sizes = { "Xã A": [2, 10], "Xã B": [2, 11], "Xã C": [2, 12], "Xã D": [2, 13], "Xã E": [2, 14] } as const;
    const found = await digitised({ ...sizes, "Xã F": [1, 15], "Xã G": [1, 16] }, { atLeast: 100 });
    expect(found.agency("vi")).toBe("5 đơn vị thiếu nhiều nhất, mỗi đơn vị 2 hồ sơ");
    expect(found.agency("en")).toBe("5 agencies most, each 2 cases short");
    expect(found.bars("vi").title).toBe("7 đơn vị thiếu, nhiều nhất là 5 đơn vị như nhau");
    expect(found.bars("en").title).toBe("7 groups fall short, 5 of them by the most, alike");
  });

  it("all of three are short of 2 in 10", async () => {
    const found = await digitised({ "Xã A": [2, 10], "Xã B": [2, 10], "Xã C": [2, 10] }, { atLeast: 100 });
    expect(found.agency("vi")).toBe("3 đơn vị như nhau, mỗi đơn vị thiếu 2 trong 10 hồ sơ");
    expect(found.agency("en")).toBe("3 agencies alike, each 2 short of 10 cases");
    expect(found.bars("vi").title).toBe("3 đơn vị thiếu như nhau");
    expect(found.bars("en").title).toBe("3 groups fall short alike");
  });
});

describe("what is short", () => {
  it("six are short of 8 cases together and the seventh has 6 to spare: 2, net of it, though five are listed", async () => {
    // At least 80 %: A to F are short of 2, 2, 1, 1, 1 and 1 cases, G has 6 more than it must: 2 are short in all.
    const six = { A: [4, 10], B: [4, 10], C: [3, 10], D: [3, 10], E: [3, 10], F: [3, 10] } as const;
    const found = await digitised({ ...six, G: [2, 40] }, { atLeast: 80 });
    expect(found.list("vi")).toContain("còn thiếu 2 hồ sơ để đạt chỉ tiêu, sau khi bù trừ với phần tốt hơn");
    expect(found.list("vi")).toContain("và 1 đơn vị khác");
    expect(found.list("en")).toContain("net of the groups better than the target");
  });

  it("with nobody better than 100 % nothing is net", async () => {
    const found = await digitised({ A: [2, 10], B: [0, 10] }, { atLeast: 100 });
    expect(found.list("vi")).not.toContain("bù trừ");
  });
});

describe("groups of few cases", () => {
  it("3 of 4 cases, which are most, stand before 1 of 40 and 0 of 40, neutral and with a star that a long name does not cut", async () => {
    const long = "Trung tâm Phục vụ hành chính công của một huyện có tên rất dài và dài nữa";
    const { bars } = await digitised({ [long]: [3, 4], "Xã B": [1, 40], "Xã C": [0, 40] }, { atLeast: 99 });
    const chart = bars("vi");
    const drawing = chart.drawing as BarsDrawing;
    expect(drawing.bars.map(({ label, tone, isFew }) => [label, tone, isFew])).toEqual([
      [long, "none", true],
      ["Xã B", "none", false],
      ["Xã C", "none", false],
    ]);
    expect(drawing.bars[0].note).toBe("25% · 4*");
    expect(draw(drawing, { title: "", description: "" })).toContain("25% · 4*");
    expect(chart.table?.rows.map(([name]) => name.text)).toEqual([`${long} *`, "Xã B", "Xã C"]);
  });
});

describe("the cut of the time by agency", () => {
  /** In person 10 hours at A, 20 at B; online 8 hours at A, 15 at B: 23.3 % less as a whole, 25 % at B. */
  const log = () => {
    const rows = ["A", "B"].flatMap((agency) =>
      ["in_person", "online"].flatMap((channel) =>
        Array.from({ length: 6 }, (_, i) => {
          const hours = { A: { in_person: 10, online: 8 }, B: { in_person: 20, online: 15 } }[agency as "A" | "B"];
          const end = hours[channel as "online"];
          return `${agency}${channel}${i},Xã ${agency},${channel},2025-09-03 00:00,2025-09-03 ${String(end).padStart(2, "0")}:00,finished`;
        }),
      ),
    );
    return table("case_id,agency,channel,received_at,finished_at,status", ...rows);
  };

  it("B takes 15 h online for 20 h in person, a quarter less: it is longer than 11.25 h, a quarter off the 15 h of all, and exceeds no target", async () => {
    const found = await reportOf(log(), planFile({ kpi: "processing-time-reduction", atLeast: 25 }));
    const said = found.list("vi");
    expect(said).toContain("dài hơn mức tính theo trung bình trực tiếp chung");
    expect(said).not.toContain("vượt mức chỉ tiêu");
    expect(found.agency("vi")).toContain("dài hơn");
    expect(found.agency("vi")).toContain("so với mức tính theo trung bình trực tiếp chung");
    expect(found.agency("en")).toContain("longer than the mean in person of all allows");
    expect(found.bars("vi").title).toBe("Xã B * dài hơn mức chung nhiều nhất");
  });
});

describe("a reduction that misses 20 % by a hair", () => {
  const rows = (online: string, inPerson: string) =>
    table(
      "case_id,channel,received_at,returned_at",
      ...Array.from({ length: 30 }, (_, i) => `O${i},online,2025-03-03 00:00:00,${online}`),
      ...Array.from({ length: 30 }, (_, i) => `P${i},in_person,2025-03-03 00:00:00,${inPerson}`),
    );
  const said = async (file: string, clock: string, lang: string) => {
    const plan = planFile({ kpi: "processing-time-reduction", atLeast: 20 });
    const { out } = await kpi(["check", file, "--year", "2025", "--plan", plan, "--clock", clock, "--lang", lang]);
    return out.replaceAll(/\s+/g, " ");
  };

  it("says the mean and what it must be apart: 80,001 s is 22.223 hours, 80,000 s of 100,000 s 22.222", async () => {
    const file = rows("2025-03-03 22:13:21", "2025-03-04 03:46:40");
    expect(await said(file, "elapsed", "en")).toContain(
      "online 22.223 hours, in person 1.16 days; to meet it, the mean online must be at most 22.222 hours",
    );
    expect(await said(file, "elapsed", "vi")).toContain("không quá 22,222 giờ");
  });

  it("is said to miss it under the clock by which nothing is judged too: 57,441 s of 71,800 s is 19.999 %, not 20.0 %", async () => {
    const file = rows("2025-03-03 15:57:21", "2025-03-03 19:56:40");
    expect(await said(file, "working", "en")).toContain("By elapsed time: a cut of 19.999 %");
    expect(await said(file, "working", "vi")).toContain("Tính theo thời gian thực: giảm 19,999%");
  });
});

describe("a chart of more groups than it has room for", () => {
  it("20 agencies of 6 cases at 100 %, 18 of 4 that are half short: 15 of the 18 have a bar, and 23 others are told, 3 of them short", async () => {
    const good = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`Xã ${i + 10}`, [0, 6] as const]));
    const bad = Object.fromEntries(Array.from({ length: 18 }, (_, i) => [`Xã ${i + 40}`, [2, 4] as const]));
    const { bars } = await digitised({ ...good, ...bad }, { atLeast: 95 });
    const chart = bars("vi");
    expect(chart.title).toBe("18 đơn vị thiếu như nhau");
    expect((chart.drawing as BarsDrawing).bars.map(({ value }) => value)).toEqual(Array(15).fill(50));
    expect(chart.source).toMatch(/Biểu đồ không vẽ 23 đơn vị khác, trong đó 3 đơn vị thiếu\.$/);
    expect(bars("en").source).toMatch(/Not drawn: 23 other groups, 3 of them short\.$/);
  });

  it("of a cut an agency without a case in person has no bar, and is counted with those that take longer", async () => {
    // In person 2 days (Xã A), online 4: Xã B has online cases alone.
    const rows = [
      ...Array.from({ length: 6 }, (_, i) => `A${i},Xã A,in_person,2025-09-01 08:00,2025-09-03 08:00`),
      ...Array.from({ length: 6 }, (_, i) => `B${i},Xã A,online,2025-09-01 08:00,2025-09-05 08:00`),
      ...Array.from({ length: 6 }, (_, i) => `C${i},Xã B,online,2025-09-01 08:00,2025-09-06 08:00`),
      ...Array.from({ length: 6 }, (_, i) => `D${i},Xã C,in_person,2025-09-01 08:00,2025-09-03 08:00`),
      ...Array.from({ length: 6 }, (_, i) => `E${i},Xã C,online,2025-09-01 08:00,2025-09-04 08:00`),
    ];
    const log = table("case_id,agency,channel,received_at,returned_at", ...rows);
    const { bars, list } = await reportOf(log, planFile({ kpi: "processing-time-reduction", atLeast: 20 }));
    expect(list("vi")).toContain("nhiều nhất ở Xã B");
    const chart = bars("vi");
    expect(chart.title).toMatch(/^3 đơn vị dài hơn mức chung/);
    expect((chart.drawing as BarsDrawing).bars.map(({ label }) => label)).toEqual(["Xã A", "Xã C"]);
    expect(chart.source).toMatch(/Biểu đồ không vẽ 1 đơn vị khác, trong đó 1 đơn vị dài hơn mức chung\.$/);
  });
});

describe("small words", () => {
  it("of two that both miss none does so by the most; of three the two that stand out do", () => {
    const data = { alike: 1, isSpread: false, by: "Đơn vị", names: ["Sở B", "Sở A"], way: "short" };
    const said = (count: number, lang: "vi" | "en") => periodicSentence("barsTitle", { ...data, count }, lang);
    expect(said(2, "en")).toBe("Sở B and Sở A fall short");
    expect(said(2, "vi")).toBe("Sở B và Sở A thiếu");
    expect(said(3, "en")).toBe("Sở B and Sở A fall short by the most");
    expect(said(3, "vi")).toBe("Sở B và Sở A thiếu nhiều nhất");
  });

  it("no service that can be judged is no 0 of 0", () => {
    const data = { met: 0, of: 0, share: null, without: 3 };
    expect(sentence("servicesMeetingAll", data, "en")).toBe(
      "no service can be judged by every criterion; of 3 too little is known",
    );
    expect(sentence("servicesMeetingAll", data, "vi")).toBe(
      "chưa dịch vụ nào đánh giá được theo mọi tiêu chí, 3 dịch vụ không đủ số liệu",
    );
  });

  it("a year that is out of reach has no forecast: 1 of 10 not digitised in each of 9 months, for 100 %", async () => {
    const rows = ["2024", "2025"].flatMap((year) =>
      Array.from({ length: year === "2024" ? 12 : 9 }, (_, m) =>
        Array.from({ length: 10 }, (_, i) => {
          const day = `${year}-${String(m + 1).padStart(2, "0")}-0${1 + (i % 9)}`;
          return `${day}#${i},in_person,${day},${i === 0 ? "no" : "yes"}`;
        }),
      ).flat(),
    );
    const file = table("case_id,channel,received_at,record_digitised", ...rows);
    const of = planFile({ kpi: "record-digitisation-share", atLeast: 100 });
    const { out } = await kpi([
      "report",
      file,
      "--plan",
      of,
      "--month",
      "2025-09",
      "--format",
      "markdown",
      "--lang",
      "en",
    ]);
    expect(out).toContain("out of reach for the year: Records digitised");
    expect(out).not.toContain("Forecast of the year");
  });
});
