/** When a case ended, where its cells do not say so plainly: an end that cannot be read, one before the receipt, a status against it. */
import { describe, expect, it } from "vitest";
import { kpi, log, report, table } from "../run.ts";

const onTime = ["--year", "2025", "--plan", "qd-766", "--kpi", "on-time-share"];
const results = ["--year", "2025", "--plan", "hai-phong-219", "--kpi", "electronic-result-share"];
const of = async (file: string, args: readonly string[]) => (await report([file, ...args])).results[0];

describe("an end that cannot be read", () => {
  const header = "case_id,received_at,due_at,finished_at,returned_at,status";
  const two = [
    "2,2025-03-01 08:00,2025-03-10 17:00,2025-03-05 08:00,2025-03-05 09:00,Đã trả kết quả",
    "3,2025-04-01 08:00,2025-04-10 17:00,2025-04-05 08:00,2025-04-05 09:00,Đã trả kết quả",
  ];

  it.each([
    ["of the work", "09/03/2025 lúc chiều,", "bad-finished-at"],
    ["of the return, where that of the work is blank,", ",09/03/2025 lúc chiều", "bad-returned-at"],
  ])("%s leaves on time undecided: 66.7 – 100 %", async (_, ends, reason) => {
    const file = table(header, `1,2025-03-01 08:00,2025-03-10 17:00,${ends},Đã trả kết quả`, ...two);
    expect(await of(file, onTime)).toMatchObject({
      verdict: "undecided",
      measure: { numerator: 2, denominator: 2 },
      excluded: { [reason]: 1 },
      bounds: [200 / 3, 100],
    });
  });

  it("is none where the status says that work goes on: open and past due, 2 of 3, of either column", async () => {
    for (const ends of ["đang chờ ký,", ",đang chờ ký", "đang chờ ký,2025-03-05 08:00"]) {
      const file = table(header, `1,2025-03-01 08:00,2025-03-10 17:00,${ends},Đang xử lý`, ...two);
      expect(await of(file, onTime)).toMatchObject({
        verdict: "fail",
        measure: { numerator: 2, denominator: 3 },
        excluded: {},
      });
    }
  });

  it("makes no open case a finished one: 2 of 2 results electronic, PASS", async () => {
    for (const ends of ["chờ ký,2025-08-02 08:00", "chờ ký,", ",chờ ký"]) {
      const file = table(
        "case_id,received_at,finished_at,returned_at,status,electronic_result",
        "1,2025-08-01 08:00,2025-08-02 08:00,2025-08-02 08:00,Đã trả kết quả,Có",
        "2,2025-08-01 08:00,2025-08-02 08:00,2025-08-02 08:00,Đã trả kết quả,Có",
        `3,2025-08-01 08:00,${ends},Đang xử lý,`,
      );
      expect(await of(file, results)).toMatchObject({
        verdict: "pass",
        measure: { numerator: 2, denominator: 2 },
        excluded: {},
      });
    }
  });
});

describe("an end of the work that another log has", () => {
  const header = "case_id,received_at,due_at,finished_at,returned_at,status";
  const both = () =>
    log(`${header}\nA1,2025-03-03 08:00,2025-03-10 17:00,2025-03-07 09:00,2025-03-07 10:00,returned\n`, "a.csv");
  const own = (...rows: string[]) =>
    log(`${["case_id,received_at,due_at,returned_at,status", ...rows].join("\n")}\n`, "b.csv");
  const late = "B1,2025-03-03 08:00,2025-03-10 17:00,2025-03-17 10:00,returned";
  const open = "B2,2025-03-03 08:00,2025-03-10 17:00,,processing";

  it("is the return in a log that has none: 1 of 3, the late one and the open one count; nothing is said to lack", async () => {
    for (const logs of [
      [both(), own(late, open)],
      [own(late, open), both()],
    ]) {
      const { results, notes } = await report([...logs, ...onTime]);
      expect(results[0]).toMatchObject({
        verdict: "fail",
        measure: { numerator: 1, denominator: 3 },
        excluded: {},
        alongside: { finishedOnly: 50 },
      });
      expect(notes.map(({ code }) => code)).not.toContain("column-missing");
    }
  });

  it("of a log with neither leaves its cases out and says so: 1 of 1, no column", async () => {
    const neither = log("case_id,received_at,due_at,status\nC1,2025-03-03 08:00,2025-03-10 17:00,returned\n", "c.csv");
    const { results, notes } = await report([both(), neither, ...onTime]);
    expect(results[0]).toMatchObject({ measure: { numerator: 1, denominator: 1 }, excluded: { "no-column": 1 } });
    expect(notes.find(({ code }) => code === "column-missing")?.data.fields).toBe("finished_at, returned_at");
  });

  it("gives the same of parts, in either order, with form II.06a: 3 received, 2 settled, 1 of them late, 1 open and overdue", async () => {
    const logs = [both(), own(late, open)];
    const parts = await Promise.all(
      logs.map(async (file, i) => {
        const { out } = await kpi(["tally", file, "--by", "agency,procedure,field,channel", "--out", "-"]);
        return log(out, `${i}.kpi.json`);
      }),
    );
    const made = async (files: readonly string[]) =>
      (await kpi(["report", ...files, "--year", "2025", "--month", "2025-03", "--plan", "qd-766", "--format", "json"]))
        .out;
    const [whole, joined, turned] = [await made(logs), await made(parts), await made(parts.toReversed())];
    expect(JSON.parse(whole).periodic.form.total).toMatchObject({
      received: 3,
      resolved: 2,
      late: 1,
      open: 1,
      overdue: 1,
    });
    expect(JSON.parse(joined).results).toEqual(JSON.parse(whole).results);
    expect(JSON.parse(joined).periodic).toEqual(JSON.parse(whole).periodic);
    expect(turned).toBe(joined);
  });
});

describe("times that contradict each other", () => {
  it("returned on 1/9 and received on 10/9: not on time but left out, told, and undecided; 1 of 1 without it", async () => {
    const file = table(
      "case_id,received_at,due_at,returned_at,status",
      "HS1,10/09/2025,15/09/2025,01/09/2025,Đã trả kết quả",
      "HS2,10/09/2025,15/09/2025,12/09/2025,Đã trả kết quả",
    );
    expect(await of(file, onTime)).toMatchObject({
      verdict: "undecided",
      measure: { numerator: 1, denominator: 1 },
      excluded: { "returned-before-received": 1 },
      bounds: [50, 100],
    });
    const { out } = await kpi(["explain", "on-time-share", file, "--case", "HS1", "--lang", "en"]);
    expect(out).toContain("EXCLUDED: result returned before receipt (returned-before-received)");
  });

  it("finished before the receipt is left out, also where the return is in order; the return alone before it is not", async () => {
    const file = table(
      "case_id,received_at,due_at,finished_at,returned_at",
      "1,2025-09-10 08:00,2025-09-15,2025-09-09 08:00,2025-09-12 08:00",
      "2,2025-09-10 08:00,2025-09-15,2025-09-12 08:00,2025-09-09 08:00",
      // Days say nothing of hours: received and done on the 10th.
      "3,2025-09-10 08:00,2025-09-15,2025-09-10,",
    );
    expect(await of(file, onTime)).toMatchObject({
      measure: { numerator: 2, denominator: 2 },
      excluded: { "finished-before-received": 1 },
    });
  });

  it("due before the receipt is told as that, not as a cell that cannot be read", async () => {
    const file = table(
      "case_id,received_at,due_at,finished_at",
      "1,03/03/2025 08:00,04/03/2025 09:00,04/03/2025 00:40",
      "2,03/03/2025 08:00,02/03/2025 07:00,04/03/2025 00:40",
      "3,03/03/2025 08:00,x,04/03/2025 00:40",
    );
    expect(await of(file, onTime)).toMatchObject({
      verdict: "undecided",
      excluded: { "bad-due-at": 1, "due-before-received": 1 },
    });
    const said = async (lang: string) =>
      (await kpi(["check", file, ...onTime, "--lang", lang])).out.replace(/\s+/g, " ");
    expect(await said("en")).toContain("due before it was received (1)");
    expect(await said("vi")).toContain("hẹn trả trước ngày tiếp nhận (1)");
  });
});

describe("a case that has ended by its status, and nobody wrote when", () => {
  const header = "case_id,channel,received_at,finished_at,returned_at,status,electronic_result";
  const rows = [
    "1,online,2025-03-03 10:00,2025-03-04 10:00,2025-03-04 10:00,returned,yes",
    "2,online,2025-03-03 10:00,2025-03-04 10:00,,returned,no",
    "3,online,2025-03-03 10:00,,,returned,no",
    "4,online,2025-03-03 10:00,,,finished,no",
    // Finished, and not returned yet: nothing is lacking.
    "5,online,2025-03-03 10:00,2025-03-04 10:00,,finished,no",
    "6,online,2025-03-03 10:00,,,processing,no",
  ];

  it("is told beside 1 of 1 electronic, 100 %: 2 returned from line 3, 1 finished at line 5, once, in every output", async () => {
    const file = table(header, ...rows);
    const { results: found, notes, ledger } = await report([file, ...results]);
    expect(found[0]).toMatchObject({ verdict: "pass", measure: { numerator: 1, denominator: 1 } });
    expect(notes.filter(({ code }) => code.endsWith("-without-date")).map(({ code, data }) => [code, data])).toEqual([
      ["returned-without-date", { input: "cases.csv", count: 2, line: 3 }],
      ["finished-without-date", { input: "cases.csv", count: 1, line: 5 }],
    ]);
    expect(ledger.issues.map(({ code, column, count }) => [code, column, count])).toEqual([
      ["returned-without-date", "returned_at", 2],
      ["finished-without-date", "finished_at", 1],
    ]);
    for (const format of ["table", "html", "markdown"]) {
      const { out } = await kpi(["check", file, ...results, "--format", format, "--lang", "en"]);
      const said = out.replace(/\s+/g, " ");
      expect(said.match(/2 cases are returned by their status and have no day of return/g)).toHaveLength(1);
      expect(said).toContain("1 case is finished by its status and has no day of it (first: line 5): it is in no KPI");
    }
    const month = ["--year", "2025", "--month", "2025-03", "--plan", "hai-phong-219"];
    const { out } = await kpi(["report", file, ...month, "--format", "markdown", "--lang", "vi"]);
    expect(out).toContain("2 hồ sơ có trạng thái đã trả kết quả mà không có ngày trả (đầu tiên: dòng 3)");
  });

  it("is told of one case returned without a day in the singular: 1 case is", async () => {
    const { out } = await kpi([
      "check",
      table(header, ...rows.slice(0, 2), ...rows.slice(3)),
      ...results,
      "--lang",
      "en",
    ]);
    expect(out.replace(/\s+/g, " ")).toMatch(
      /1 case is returned by its status and has no day of return .*: it is in no/,
    );
  });

  it("is told of each of 40 rows that are alike, not of the first alone", async () => {
    const file = table(header, ...Array.from({ length: 40 }, (_, i) => `${i}${rows[2].slice(1)}`));
    expect(
      (await report([file, ...results])).notes.find(({ code }) => code === "returned-without-date")?.data,
    ).toMatchObject({ count: 40, line: 2 });
  });

  it("is not told of a log that has no column of ends, whose statuses say which are finished: 3 of 5 without period", async () => {
    const file = table(
      "case_id,channel,received_at,status,electronic_result",
      ...rows.map((row) => row.split(",").toSpliced(3, 2).join(",")),
    );
    const { notes, results: found } = await report([file, ...results]);
    expect(notes.filter(({ code }) => code.endsWith("-without-date"))).toEqual([]);
    expect(found[0].measure).toMatchObject({ numerator: 1, denominator: 5 });
  });
});
