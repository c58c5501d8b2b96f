/** Due columns of midnights: they hold days, and a case that is done in the course of its day is in time. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, kpi, log, planFile, report, table } from "../run.ts";
import { rowOf, xlsxOf } from "../workbooks.ts";

const head = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái";
const two = (n: number) => String(n).padStart(2, "0");
/** Case n is due on the n-th of September, and done at 10:00 of that day. */
const row = (n: number, due: string) =>
  `HS${n},Trực tuyến,2025-08-25 08:00:00,"${due}",2025-09-${two(n)} 10:00:00,Đã trả kết quả`;
const dueOn = (n: number) => `2025-09-${two(n)} 00:00:00`;
const args = ["--year", "2025", "--kpi", "on-time-share"];

/** In time, of how many; and what is said of the column. */
async function inTime(...rows: string[]) {
  const made = await report([log([head, ...rows, ""].join("\n")), ...args]);
  const { numerator, denominator } = made.results[0].measure as never;
  const { midnights, timed } = made.notes.find(({ code }) => code === "due-in-days")?.data ?? {};
  return [`${numerator}/${denominator}`, midnights, timed];
}

describe("a due column of midnights holds days", () => {
  it.each(["Không hẹn", "chưa hẹn", "1970-01-01 07:00:00", "6 hồ sơ", "Người lập biểu", "00/01/1900", "31/02/2025"])(
    "beside a cell that is no time, %s: 4 of 4 that are due are in time",
    async (cell) => {
      const [share] = await inTime(...[1, 2, 3, 4].map((n) => row(n, dueOn(n))), row(5, cell));
      expect(share).toBe("4/4");
    },
  );

  it("with the header again in its midst: 4 of 4", async () => {
    const rows = [1, 2, 3, 4].map((n) => row(n, dueOn(n)));
    expect(await inTime(...rows.slice(0, 2), head, ...rows.slice(2))).toEqual(["4/4", 4, 4]);
  });

  it("where one of ten times is none: 9 days and a case due at 9 and done at 10, 9 of 10", async () => {
    const rows = Array.from({ length: 10 }, (_, i) => row(i + 1, i === 0 ? "2025-09-01 09:00:00" : dueOn(i + 1)));
    expect(await inTime(...rows)).toEqual(["9/10", 9, 10]);
  });

  it("where half of the times are none a midnight is a day all the same: 2 of 2", async () => {
    expect(await inTime(row(1, dueOn(1)), row(2, "2025-09-02 16:00:00"))).toEqual(["2/2", undefined, undefined]);
  });

  it("one of 30 is a day too: a case is due when a day ends, whatever stands in the other rows", async () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      row(5, i === 0 ? dueOn(5) : "2025-09-05 16:00:00").replace("HS5", `E${i}`),
    );
    expect((await inTime(...rows))[0]).toBe("30/30");
  });

  it.each(["", "05/09/2025"])("whose first 31 cells are %j, and nine midnights follow: all in time", async (first) => {
    const begun = Array.from({ length: 31 }, (_, i) => row(5, first).replace("HS5", `A${i}`));
    const rows = Array.from({ length: 9 }, (_, i) => row(i + 1, `${two(i + 1)}/09/2025 00:00`));
    expect(await inTime(...begun, ...rows)).toEqual([first === "" ? "9/9" : "40/40", 9, 9]);
  });

  it("whose first rows are times and whose 40 others are midnights is read again: 40 of 42", async () => {
    const late = [1, 2].map((n) => row(n, `2025-09-${two(n)} 09:00:00`));
    const rows = Array.from({ length: 40 }, (_, i) => row(5, dueOn(5)).replace("HS5", `B${i}`));
    expect(await inTime(...late, ...rows)).toEqual(["40/42", 40, 42]);
  });

  it("whose first 31 are midnights and whose 40 others are times at 9, done at 10: 31 of 71", async () => {
    const rows = Array.from({ length: 71 }, (_, i) =>
      row(5, i < 31 ? dueOn(5) : "2025-09-05 09:00:00").replace("HS5", `C${i}`),
    );
    expect(await inTime(...rows)).toEqual(["31/71", undefined, undefined]);
  });

  // 17:00 of the fourth at Greenwich is the midnight at which the fifth begins here; day 45905 of Excel's is the fifth.
  it.each([
    ...["2025-09-04T17:00:00.000Z", "2025-09-04T17:00:00Z", "2025-09-04 17:00:00+00:00", "20250904T170000Z"],
    ...["45905.0", "2025-09-05 00:00:00,000", "2025-09-05T00:00:00+07:00"],
  ])("written as %s: 2 of 2 in time", async (due) => {
    expect(await inTime(row(5, due), row(5, due).replace("HS5", "HS6"))).toEqual(["2/2", 2, 2]);
  });

  // What new Date("2025-09-05").toISOString() gives, Power Query and databases of documents too: 7:00 here, before any office opens.
  it.each([
    ...["2025-09-05T00:00:00.000Z", "2025-09-05T00:00:00Z", "2025-09-05 00:00:00+00:00", "20250905T000000Z"],
    ...["2025-09-05T00:00:00+0000", "05/09/2025 00:00:00Z"],
  ])("written in UTC as %s: 2 of 2 done at 10:00 are in time, and it is said", async (due) => {
    expect(await inTime(row(5, due), row(5, due).replace("HS5", "HS6"))).toEqual(["2/2", 2, 2]);
  });

  it("in UTC beside two times of it: 4 of 4 as days, 2 of 4 as times, so that 60 % is undecided", async () => {
    const dues = ["2025-09-05T00:00:00Z", "2025-09-05T00:00:00Z", "2025-09-05T10:00:00Z", "2025-09-05T10:00:00Z"];
    const file = table(head, ...dues.map((due, i) => row(5, due).replace("HS5", `U${i}`)));
    const made = await report([file, "--year", "2025", "--plan", planFile({ kpi: "on-time-share", atLeast: 60 })]);
    expect(made.results[0]).toMatchObject({ verdict: "undecided", reason: "midnights-in-doubt" });
    expect(made.results[0].bounds).toEqual([50, 100]);
  });

  it("in UTC of no other column: what is received and returned at such a time is at 7:00 here", async () => {
    const file = table(head, 'HS1,Trực tuyến,2025-09-01T00:00:00Z,"2025-09-05 06:30:00",2025-09-05T00:00:00Z,');
    const made = await report([file, ...args]);
    expect(made.results[0].measure).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it("and day numbers beside texts: 3 of 3", async () => {
    expect((await inTime(row(5, "45905.0"), row(6, dueOn(6)), row(7, "45907")))[0]).toBe("3/3");
  });

  const mixed = (midnights: number, times: number) =>
    log(
      [
        head,
        ...Array.from({ length: midnights + times }, (_, i) =>
          row(5, i < midnights ? dueOn(5) : "2025-09-05 17:00:00").replace("HS5", `D${i}`),
        ),
        "",
      ].join("\n"),
    );

  it.each([
    [20, 20, true],
    [21, 19, false],
    [40, 60, true],
    [1, 19, true],
    [1, 20, false],
    [0, 20, false],
  ])("%i midnights beside %i times are told as days: %s", async (midnights, times, said) => {
    const { notes } = await report([mixed(midnights, times), ...args]);
    const data = { input: "cases.csv", header: "Ngày hẹn trả", midnights, timed: midnights + times };
    expect(notes.filter(({ code }) => code === "due-midnights")).toEqual(said ? [{ code: "due-midnights", data }] : []);
  });

  it.each(["check", "report"])(
    "20 midnights of 40 are told by %s in both languages, with what to do",
    async (command) => {
      const own = command === "check" ? args : ["--year", "2025", "--month", "2025-09", "--format", "markdown"];
      for (const [language, parts] of [
        ["vi", ["20/40 ô có giờ của cột", "là 0 giờ, coi là ngày: hạn là đến hết ngày đó", "17:00"]],
        ["en", ["20 of 40 times of the column", "are taken for the day: each is due when it ends", "17:00"]],
      ] as const) {
        const { out } = await kpi([command, mixed(20, 20), ...own, "--lang", language]);
        for (const part of parts) expect(out.replace(/\s+/g, " ")).toContain(part);
        // A document has no options in its words.
        expect(out.includes("--map due_at=")).toBe(command === "check");
      }
    },
  );

  it("of a part of sums is told too: 20 of 40", async () => {
    const part = join(folder(), "a.kpi.json");
    expect((await kpi(["tally", mixed(20, 20), "--out", part])).code).toBe(0);
    const { notes } = await report([part, ...args]);
    expect(notes.find(({ code }) => code === "due-midnights")?.data).toMatchObject({ midnights: 20, timed: 40 });
  });

  it("is told with how many of its times are midnights: 9 of 10", async () => {
    const rows = Array.from({ length: 10 }, (_, i) => row(i + 1, i === 0 ? "2025-09-01 09:00:00" : dueOn(i + 1)));
    const file = log([head, ...rows, ""].join("\n"));
    expect((await kpi(["check", file, ...args, "--lang", "en"])).out).toContain("9 of 10 times of the column");
    expect((await kpi(["check", file, ...args, "--lang", "vi"])).out).toContain("ở 9/10 ô có giờ là 0 giờ");
  });

  /** Two cases due on the third at midnight and four at 17:00, all done at 10:00 of it. */
  const halves = () => {
    const due = (day: string) => (id: string) =>
      `${id},Trực tuyến,2025-08-25 08:00:00,${day},2025-09-03 10:00:00,Đã trả kết quả`;
    return [["A1", "A2"].map(due(dueOn(3))), ["B1", "B2", "B3", "B4"].map(due("2025-09-03 17:00:00"))];
  };

  it("in two files, in two sheets and in one file: the same 6 of 6", async () => {
    const [a, b] = halves();
    const sheets = [a, b].map((rows, i) => ({
      name: `Tháng ${i + 8}`,
      xml: [head, ...rows].map((line, at) => rowOf(at + 1, ...line.split(","))).join(""),
    }));
    const book = join(folder(), "ab.xlsx");
    writeFileSync(book, xlsxOf(sheets));
    for (const files of [
      [table(head, ...a), table(head, ...b)],
      [book],
      [table(head, ...a, ...b)],
      [table(head, ...b, ...a)],
    ]) {
      const made = await report([...files, ...args]);
      expect(made.results[0].measure).toMatchObject({ numerator: 6, denominator: 6 });
    }
  });

  it("among times is undecided where its other meaning turns the verdict: 100 % or 66.7 % for 90 %, and not for 60 %", async () => {
    const file = table(head, ...halves().flat());
    const of = (atLeast: number) => ["--year", "2025", "--plan", planFile({ kpi: "on-time-share", atLeast })];
    const [result] = (await report([file, ...of(90)])).results;
    expect(result).toMatchObject({ verdict: "undecided", reason: "midnights-in-doubt" });
    expect(result.bounds?.map((value) => value.toFixed(1))).toEqual(["66.7", "100.0"]);
    expect((await report([file, ...of(60)])).results[0]).toMatchObject({ verdict: "pass", reason: null });
    // Of midnights alone nobody has a doubt.
    expect((await report([table(head, ...halves()[0]), ...of(90)])).results[0]).toMatchObject({ verdict: "pass" });
    for (const [lang, said, mend] of [
      ["vi", "tùy hạn trả ghi 0 giờ là hết ngày đó hay đầu ngày đó", "giờ hẹn thật (17:00)"],
      ["en", "due at midnight is due when that day ends or when it begins", "the times that were promised (17:00)"],
    ]) {
      const { out } = await kpi(["check", file, ...of(90), "--lang", lang]);
      expect(out.replace(/\s+/g, " ")).toContain(said);
      expect((await kpi(["help", "midnights-in-doubt", "--lang", lang])).out.replace(/\s+/g, " ")).toContain(mend);
    }
  });

  const own = ["--year", "2025", "--plan", planFile({ kpi: "on-time-share", atLeast: 90 })];

  it("days of one file are not in doubt for a midnight of another: 40 days and 10 times, done on their day, pass as one file does", async () => {
    const days = Array.from({ length: 40 }, (_, i) => row(5, dueOn(5)).replace("HS5", `F${i}`));
    // Done the day before, so in time by either meaning.
    const one = "G0,Trực tuyến,2025-08-25 08:00:00,2025-09-05 00:00:00,2025-09-04 10:00:00,Đã trả kết quả";
    const times = Array.from({ length: 9 }, (_, i) => row(5, "2025-09-05 17:00:00").replace("HS5", `G${i + 1}`));
    for (const files of [
      [days, [one, ...times]],
      [[one, ...times], days],
    ]) {
      const made = await report([...files.map((rows) => table(head, ...rows)), ...own]);
      expect(made.results[0]).toMatchObject({ verdict: "pass", measure: { numerator: 50, denominator: 50 } });
    }
  });

  it("a case that was received on the day of its midnight is due when that day ends: 9 of 10 either way", async () => {
    const sameDay = [1, 2, 3, 4].map((n) => row(n, dueOn(n)).replace("2025-08-25", `2025-09-${two(n)}`));
    const times = [5, 6, 7, 8, 9].map((n) => row(n, `2025-09-${two(n)} 17:00:00`));
    const made = await report([table(head, ...sameDay, ...times, row(10, "2025-09-10 09:00:00")), ...own]);
    expect(made.results[0]).toMatchObject({ verdict: "pass", measure: { numerator: 9, denominator: 10 } });
  });
});
