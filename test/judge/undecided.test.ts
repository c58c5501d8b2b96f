/** A verdict holds whatever the unread cells say, or is none. */
import { describe, expect, it } from "vitest";
import { clopperPearson, meanInterval } from "../../src/measures/interval.ts";
import { kpi, log, report } from "../run.ts";

/** A log of received cases whose cells of digitisation are these, with how many there are of each. */
function shareLog(...cells: [word: string, count: number][]): string {
  let i = 0;
  const rows = cells.flatMap(([word, count]) =>
    Array.from({ length: count }, () => `${i++},Trực tiếp,04/08/2025 08:00,${word}`),
  );
  return log(`Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Số hóa hồ sơ\n${rows.join("\n")}\n`);
}

const only = ["--year", "2025", "--plan", "ngoai-vu-76", "--kpi", "record-digitisation-share"];

describe("a share", () => {
  it("30 “Có” and 70 of a word that no table knows: undecided, 30 % – 100 %, exit 3, in every output", async () => {
    const file = shareLog(["Có", 30], ["Scan một phần", 70]);
    const [result] = (await report([file, ...only])).results;
    expect(result).toMatchObject({
      verdict: "undecided",
      measure: { numerator: 30, denominator: 30 },
      bounds: [30, 100],
    });
    const run = (...args: string[]) => kpi(["check", file, ...only, ...args]);
    const table = await run("--lang", "vi");
    expect(table.code).toBe(3);
    expect(table.out).toContain("30% – 100%");
    expect(table.out).toContain("≈ CHƯA KẾT LUẬN ĐƯỢC");
    const said = table.out.replace(/\s+/g, " ");
    expect(said).toContain('"Scan một phần" ×70 (--map-value record_digitised:"Scan một phần"=…)');
    expect(said).toContain("0 đạt · 0 chưa đạt · 1 chưa kết luận được");
    expect((await run("--allow-no-data")).code).toBe(0);
    expect((await run("--format", "junit")).out).toMatch(
      /errors="1"[\s\S]*<error type="undecided" message="30 % – 100 %/,
    );
    expect((await run("--format", "github")).out).toMatch(/^::warning title=Records digitised[^:]*::30 %25 – 100 %25/m);
    expect((await run("--format", "csv")).out).toMatch(/,undecided,/);
    expect((await run("--format", "html", "--lang", "en")).out).toContain("UNDECIDED");
    expect((await run("--format", "markdown", "--lang", "en")).out).toContain("UNDECIDED");
  });

  it("of August alone the 70 cells of the word in two months are no number of its cases: the word stands without one", async () => {
    const rows = (month: string) => [
      ...Array.from({ length: 10 }, (_, i) => `${month}-${i},Trực tiếp,04/${month}/2025 08:00,Có`),
      ...Array.from({ length: 35 }, (_, i) => `${month}+${i},Trực tiếp,04/${month}/2025 08:00,Scan một phần`),
    ];
    const file = log(
      `Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Số hóa hồ sơ\n${[...rows("07"), ...rows("08")].join("\n")}\n`,
    );
    const { out } = await kpi(["check", file, ...only, "--period", "2025-08", "--lang", "vi"]);
    const said = out.replace(/\s+/g, " ");
    expect(said).toContain('từ chưa khai báo: "Scan một phần" (--map-value');
    expect(said).not.toContain('"Scan một phần" ×70 (--map-value');
  });

  it("of 100 % with one unknown word is undecided; the word mapped to no it fails, to yes it passes", async () => {
    const file = shareLog(["Có", 99], ["Scan", 1]);
    const verdict = async (...args: string[]) => (await report([file, ...only, ...args])).results[0].verdict;
    expect(await verdict()).toBe("undecided");
    expect(await verdict("--map-value", 'record_digitised:"Scan"=false')).toBe("fail");
    expect(await verdict("--map-value", 'record_digitised:"Scan"=true')).toBe("pass");
  });

  it("92 % of 10,000 with two unknown against 50 % is a pass; 40 % with two a fail", async () => {
    const verdict = async (yes: number) =>
      (
        await report([
          shareLog(["Có", yes], ["Không", 10_000 - yes - 2], ["Scan", 2]),
          ...["--year", "2025", "--plan", "hai-phong-219", "--kpi", "record-digitisation-share"],
        ])
      ).results[0].bounds;
    expect(await verdict(9_200)).toEqual([92, 92.02]);
  });
});

describe("a mean or a reduction", () => {
  /** Online and in-person cases of one and two days, and so many with a date for a time. */
  const reductionLog = (timed: number, dated: number) => {
    const rows = [
      ...Array.from({ length: timed }, (_, i) => `T${i},Trực tiếp,04/08/2025 08:00,06/08/2025 08:00,Đã trả kết quả`),
      ...Array.from({ length: timed }, (_, i) => `O${i},Trực tuyến,04/08/2025 08:00,05/08/2025 08:00,Đã trả kết quả`),
      ...Array.from({ length: dated }, (_, i) => `D${i},Trực tuyến,04/08/2025,14/08/2025,Đã trả kết quả`),
    ];
    return log(`Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả,Trạng thái\n${rows.join("\n")}\n`);
  };
  const args = ["--year", "2025", "--kpi", "processing-time-reduction"];

  it("two timed rows and a thousand of dates: 50 % of 2 of 1,002 is undecided, and the thousand are told", async () => {
    const file = reductionLog(1, 1_000);
    const [result] = (await report([file, ...args])).results;
    expect(result).toMatchObject({ verdict: "undecided", leftOut: 1_000, excluded: { "no-time-of-day": 1_000 } });
    const { out, code } = await kpi(["check", file, ...args, "--lang", "en"]);
    expect(code).toBe(3);
    expect(out.replace(/\s+/g, " ")).toContain("1,000 of 1,002 cases could not be used");
  });

  it("one in twenty left out leaves the verdict and is told; one more makes it undecided", async () => {
    const [held] = (await report([reductionLog(95, 10), ...args])).results;
    expect(held).toMatchObject({ verdict: "pass", leftOut: 10 });
    const [turned] = (await report([reductionLog(95, 11), ...args])).results;
    expect(turned).toMatchObject({ verdict: "undecided", leftOut: 11 });
    const { out } = await kpi(["check", reductionLog(95, 10), ...args, "--lang", "en"]);
    expect(out.replace(/\s+/g, " ")).toContain("10 of 200 cases left out");
  });
});

describe("groups of --by", () => {
  const rows = (agency: string, yes: number, no: number) =>
    [...Array(yes).fill("Có"), ...Array(no).fill("Không")].map(
      (word, i) => `${agency}${i},Trực tiếp,04/08/2025 08:00,${word},${agency}`,
    );
  const file = () =>
    log(
      `Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Số hóa hồ sơ,Đơn vị xử lý\n${[...rows("A", 4, 0), ...rows("B", 10, 0), ...rows("C", 5, 5)].join("\n")}\n`,
    );
  const plan = [
    "--year",
    "2025",
    "--plan",
    "ngoai-vu-76",
    "--kpi",
    "data-reuse-share,record-digitisation-share",
    "--by",
    "agency",
  ];

  it("of 4 cases have no verdict, “too few cases”; from 5 to 29 the exact interval: 10 of 10 is 69.15 to 100 %", async () => {
    const found = await report([file(), ...plan]);
    const group = (name: string) =>
      found.results.find(({ kpi: id, group: one }) => id === "record-digitisation-share" && one?.name === name);
    expect(group("A")).toMatchObject({ verdict: null, reason: "too-few-cases" });
    expect(group("B")?.interval?.map((value) => value.toFixed(2))).toEqual(["69.15", "100.00"]);
    expect(group("B")).toMatchObject({ verdict: "pass", small: true });
    expect(group("C")?.interval?.map((value) => value.toFixed(2))).toEqual(["18.71", "81.29"]);
    expect((await kpi(["check", file(), ...plan, "--lang", "vi"])).out).toContain("quá ít hồ sơ");
  });
});

it("exact intervals are those of R: binom.test(8, 10) 44.39 to 97.48 %, (0, 5) 0 to 52.18 %; t of 5 values 2, 4, 4, 4, 6", () => {
  expect(clopperPearson(8, 10)?.map((value) => value.toFixed(2))).toEqual(["44.39", "97.48"]);
  expect(clopperPearson(0, 5)?.map((value) => value.toFixed(2))).toEqual(["0.00", "52.18"]);
  expect(clopperPearson(0, 0)).toBeNull();
  // Mean 4, s² = 2, so 4 ± 2.776 · √(2/5) = 4 ± 1.756.
  const parts = { sum: 20, n: 5, squares: 88n };
  expect(meanInterval(parts, 1, true)?.map((value) => value.toFixed(3))).toEqual(["2.244", "5.756"]);
});
