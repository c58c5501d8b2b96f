/** From what the program does not understand of a log to the options, or the configuration, that mend it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, kpi, log } from "../run.ts";

const odd = () =>
  log(`Mã hồ sơ,Hinh thuc nop hs,Ngày tiếp nhận,Ngày trả kết quả,Trạng thái,Mức độ hài lòng
1,Trực tuyến,01/09/2025 08:00,02/09/2025 08:00,Đã trả kq cho dân,Nguyễn Văn An
2,Trực tiếp,01/09/2025 08:00,03/09/2025 08:00,Đã trả kết quả,4/5
`);

describe("inspect", () => {
  it("names the unread header with the two fields that it comes near, and the word with the one", async () => {
    const { out } = await kpi(["inspect", odd()]);
    expect(out).toMatch(/--map channel="Hinh thuc nop hs" or --map\s+payment_method="Hinh thuc nop\s+hs"/);
    expect(out).toContain("Đã trả kq cho dân → ? (1; near returned, finished)");
    expect(out).toContain("Aaaaaa Aaa Aa → ? (1)");
    expect(out).not.toContain("Nguyễn");
  });

  it("--write-config writes a stub for each, which counts once its # is taken away: the cut is then 50 %", async () => {
    const [file, config] = [odd(), join(folder(), "kpi.yaml")];
    expect((await kpi(["inspect", file, "--write-config", config])).code).toBe(1);
    const text = readFileSync(config, "utf8");
    expect(text).toContain("  # channel: Hinh thuc nop hs\n");
    expect(text).toContain("#     Đã trả kq cho dân: returned   # finished, registered");
    expect(text).not.toContain("Nguyễn");
    const args = ["check", file, "--year", "2025", "--config", config, "--format", "json", "--kpi"];
    const before = JSON.parse((await kpi([...args, "processing-time-reduction"])).out);
    expect(before.results[0]).toMatchObject({ verdict: "no-data", reason: "no-column" });
    writeFileSync(
      config,
      text
        .replace("  # channel:", "  channel:")
        .replace("# map-value:", "map-value:")
        .replace("#   status:", "  status:")
        .replace("#     Đã", "    Đã"),
    );
    const after = JSON.parse((await kpi([...args, "processing-time-reduction"])).out);
    // One day online, two in person.
    expect(after.results[0]).toMatchObject({ verdict: "pass", measure: { value: 50 } });
    expect(after.ledger.unknownWords.map(({ column }: { column: string }) => column)).not.toContain("status");
  });

  it("a word whose code is still open is refused, and not taken as a blank", async () => {
    const file = log("Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận\n1,Kiosk,01/09/2025\n");
    const { out } = await kpi(["inspect", file, "--write-config", "-"]);
    expect(out).toContain('#     Kiosk: "?"   # online, in_person, postal');
    const config = join(folder(), "kpi.yaml");
    writeFileSync(config, out.replaceAll(/^# ( *)(map-value:|channel:|Kiosk)/gm, "$1$2"));
    const run = await kpi(["check", file, "--year", "2025", "--config", config]);
    expect(run.code).toBe(2);
    expect(run.err).toContain('"?"');
  });
});

describe("check", () => {
  it("names the unread header that comes near a column which lacks", async () => {
    const { out } = await kpi(["check", odd(), "--year", "2025"]);
    expect(out).toContain('columns that are not read and may be those that lack: --map channel="Hinh thuc nop hs"');
  });

  it("tells which of two words of --map-value the log does not have, as inspect spells it", async () => {
    const words = ["status:Đã trả kq cho dân=returned", "status:Dừng hẳn=stopped"].flatMap((w) => ["--map-value", w]);
    const { out } = await kpi(["check", odd(), "--year", "2025", ...words]);
    expect(out).toContain('Words that were mapped (--map-value) and that the log does not have: status:"Dừng hẳn".');
  });

  it("tells nothing of words that are blanks, or of a yes or no, where the log has them", async () => {
    const file = log(
      "Mã hồ sơ,Ngày tiếp nhận,Hình thức nộp,Kết quả điện tử,Mức độ hài lòng\n1,01/09/2025,Trực tuyến,rồi,khách bỏ qua\n",
    );
    const words = ["electronic_result:rồi=true", "rating:khách bỏ qua="].flatMap((w) => ["--map-value", w]);
    const { out } = await kpi(["check", file, "--year", "2025", ...words]);
    expect(out).not.toContain("Words that were mapped");
  });

  it("--kpi and explain take a title, with a comma in it or without marks, in either language", async () => {
    const args = ["check", odd(), "--year", "2025", "--format", "json", "--kpi"];
    const ids = async (names: string) =>
      JSON.parse((await kpi([...args, names])).out).results.map((one: { kpi: string }) => one.kpi);
    expect(await ids("Satisfaction, all channels,on-time-share")).toEqual(["satisfaction", "on-time-share"]);
    expect(await ids("ty le hai long ve giai quyet tthc")).toEqual(["satisfaction"]);
    expect((await kpi(["explain", "Cases resolved on time"])).out).toContain("(on-time-share)");
    const none = await kpi(["explain", "on-time"]);
    expect(none.code).toBe(2);
    expect(none.err).toMatch(/Did you mean on-time-share\?.*on-time-share — Cases resolved on time/s);
  });

  it("--verbose names each KPI of the table by its id too", async () => {
    expect((await kpi(["check", odd(), "--year", "2025", "-v"])).out).toContain("(processing-time-reduction)");
    expect((await kpi(["check", odd(), "--year", "2025"])).out).not.toContain("(processing-time-reduction)");
  });
});

it("rows of steps leave the cut undecided and the rest as it is: exit 3", async () => {
  const steps = log(`Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả
1,Trực tuyến,01/09/2025 08:00,05/09/2025 17:00,01/09/2025 09:00
1,Trực tuyến,01/09/2025 09:00,05/09/2025 17:00,04/09/2025 09:00
2,Trực tiếp,01/09/2025 08:00,05/09/2025 17:00,01/09/2025 09:00
2,Trực tiếp,01/09/2025 09:00,05/09/2025 17:00,03/09/2025 09:00
`);
  const run = await kpi([
    "check",
    steps,
    "--year",
    "2025",
    "--kpi",
    "processing-time-reduction,on-time-share",
    "--format",
    "json",
  ]);
  const { results } = JSON.parse(run.out);
  expect(run.code).toBe(3);
  expect(results.map(({ verdict, reason }: { verdict: string; reason: string }) => [verdict, reason])).toEqual([
    ["undecided", "rows-of-steps"],
    [null, null],
  ]);
  const { out } = await kpi([
    "check",
    steps,
    "--year",
    "2025",
    "--kpi",
    "processing-time-reduction",
    "--format",
    "junit",
  ]);
  expect(out).toMatch(/<error type="undecided" [^>]*>the log has a row for each step/);
});

describe("ids that begin anew", () => {
  const ofMonth = (offset: number, [online, inPerson]: readonly [number, number]) =>
    Array.from({ length: 8 }, (_, n) => {
      const i = n + 1;
      const day = (more: number) => `${String(i + offset + more).padStart(2, "0")}/09/2025`;
      const isOnline = i % 2 === 1;
      return `${i},${isOnline ? "Trực tuyến" : "Trực tiếp"},${day(0)} 08:00:00,${day(3)} 17:00:00,${day(isOnline ? online : inPerson)} 08:00:00,Đã trả kết quả`;
    });
  const header = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái";
  const [first, second] = [ofMonth(0, [1, 5]), ofMonth(10, [4, 2])];
  const judged = async (...files: readonly (readonly string[])[]) => {
    const logs = files.map((rows, i) => log([header, ...rows].join("\n"), `x${i}.csv`));
    const kpis = ["--kpi", "processing-time-reduction,on-time-share", "--plan", "qd-766"];
    const { out } = await kpi([
      "check",
      ...logs,
      "--year",
      "2025",
      "--kpi",
      "on-time-share,processing-time-reduction",
      "--format",
      "json",
    ]);
    const { results, notes } = JSON.parse(out);
    return {
      kpis,
      notes,
      verdicts: results.map(({ verdict, reason }: { verdict: string; reason: string }) => [verdict, reason]),
    };
  };

  it.each([
    ["of two files of 8, whichever stands first", [first, second]],
    ["of two files of 8, the other first", [second, first]],
    ["of one file of 16", [[...first, ...second]]],
  ] as const)("%s: 8 rows would be given up, so nothing is judged, and it is said", async (_, files) => {
    const { verdicts, notes } = await judged(...files);
    for (const [verdict, reason] of verdicts)
      if (verdict !== null) expect([verdict, reason]).toEqual(["undecided", "ids-in-doubt"]);
    expect(notes).toContainEqual({ code: "ids-in-doubt", data: { count: 8 } });
  });

  it("a later export of the same 8 cases, due on the same day whatever became of them, is judged: no note", async () => {
    const later = first.map((row) =>
      row.replace(" 17:00:00,", " 17:00:00,").replace(/,Đã trả kết quả$/, ",Đã trả kết quả"),
    );
    const { verdicts, notes } = await judged(first, later);
    expect(verdicts.map(([verdict]: string[]) => verdict)).toContain("pass");
    expect(notes.map(({ code }: { code: string }) => code)).not.toContain("ids-in-doubt");
  });

  it("2 of 8 cases that a later file has with another day of receipt are corrections: judged", async () => {
    const later = first.map((row, i) => (i < 2 ? row.replace(/(0\d)\/09\/2025 08/, "28/08/2025 08") : row));
    const { notes } = await judged(first, later);
    expect(notes.map(({ code }: { code: string }) => code)).not.toContain("ids-in-doubt");
  });
});
