/** Form 07a/BTP as it is written: by hand, against II.06a on random logs, and read back. */
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { btpColumns } from "../../src/records/forms.ts";
import type { FormSum } from "../../src/report/form-sum.ts";
import type { CaseForm, Report } from "../../src/report/report.ts";
import { folder, kpi, log } from "../run.ts";
import { runs } from "../runs.ts";

const sample = "fixtures/sample/cases.csv";
const month = ["--month", "2025-09"];

async function made(file: string, ...args: string[]): Promise<CaseForm> {
  const { out, err, code } = await kpi(["form", "write", file, ...month, "--format", "json", ...args]);
  expect([code, err]).toEqual([0, ""]);
  return (JSON.parse(out) as Report).periodic?.form as CaseForm;
}

async function readBack(file: string, logs: string): Promise<{ code: number; sum: FormSum }> {
  const { code, out } = await kpi(["form", "read", file, "--cases", logs, ...month, "--format", "json"]);
  return { code, sum: JSON.parse(out) as FormSum };
}

const heads =
  "case_id,field,channel,service_level,submitted_at,received_at,due_at,finished_at,status,payment_method,apology";
const byHand = [
  "1,A,online,full,2025-09-02,2025-09-02,2025-09-10,2025-09-05,finished,online,",
  "2,A,online,partial,2025-09-03,2025-09-03,2025-09-10,2025-09-10,finished,cash,",
  "3,A,online,none,2025-09-04,2025-09-04,2025-09-08,2025-09-12,finished,transfer,có",
  // No level: otherwise online, and told.
  "4,A,online,,2025-09-05,2025-09-05,2025-10-30,,processing,,",
  "5,A,in_person,,2025-09-08,2025-09-08,2025-09-09,2025-09-15,finished,none,không",
  // The way of payment cannot be read: in no column of payments, and told.
  "6,A,postal,,2025-09-09,2025-09-09,2025-09-20,,processing,xyzzy,",
  // No channel: in person, as in II.06a.
  "7,A,,,2025-09-10,2025-09-10,2025-10-30,,processing,online,",
  "8,A,in_person,,2025-08-20,2025-08-20,2025-08-25,2025-09-02,finished,cash,đã gửi",
  "9,A,in_person,,2025-08-21,2025-08-21,2025-12-31,,processing,,",
  "10,A,online,full,2025-09-11,,,,refused,,",
  "11,A,online,full,2025-09-12,,2025-09-20,,registered,,",
  // Received behind the period, and handed in before its end: it waited then.
  "12,A,online,full,2025-09-30,2025-10-01,2025-10-15,,processing,,",
  "13,A,in_person,,2025-09-13,2025-09-13,2025-09-30,,stopped,cash,",
  // Ended on a day: in its own column, and resolved as in II.06a.
  "14,A,in_person,,2025-09-14,2025-09-14,2025-09-30,2025-09-16,withdrawn,,",
  "15,A,online,full,2025-09-15,,,2025-09-17,withdrawn,,",
  // Of the month before.
  "16,A,online,full,2025-08-05,,,,refused,,",
  "17,B,in_person,,2025-09-22,2025-09-22,2025-09-25,2025-09-23,finished,card,",
];
const logOf = (rows: readonly string[], head = heads) => log([head, ...rows].join("\n"));

describe("kpi form write --form 07a, worked by hand", () => {
  it("of 17 cases: waiting 1 in time and 1 late, 1 not accepted, 1 stopped, 2 withdrawn; 11 received = 4 in person + 1 full + 1 partial + 1 by post + 2 otherwise + 2 carried over; 7 resolved = 4 in time + 2 late with an apology + 1 without; 4 open = 3 + 1; 5 payments = 2 + 3", async () => {
    const form = await made(logOf(byHand), "--form", "07a");
    const { total, fields, ...told } = form.btp as NonNullable<CaseForm["btp"]>;
    expect(btpColumns.map((id) => total[id])).toEqual([
      ...[1, 1, 1, 1, 2],
      ...[11, 4, 1, 1, 1, 2, 2, null],
      ...[7, 4, 2, 1],
      ...[4, 3, 1],
      ...[5, 2, 3],
    ]);
    expect(fields.map(({ field, received, direct }) => [field, received, direct])).toEqual([
      ["A", 10, 3],
      ["B", 1, 1],
    ]);
    expect(told).toEqual({
      orderVerified: false,
      blank: ["boundaryless"],
      isOfParts: false,
      waiting: 2,
      waitingWithoutDue: 0,
      withoutLevel: 1,
      transfers: 2,
      unreadablePayments: 1,
      endedAndResolved: 1,
      endedWithoutTime: 1,
      withoutReceipt: 1,
      withoutDay: 0,
    });
    const { out } = await kpi(["form", "write", logOf(byHand), ...month, "--form", "07a"]);
    for (const line of [
      "Left blank, since the logs do not say: Received regardless of boundaries (15).",
      "1 case online at no known service level, in column (13).",
      "1 case of no known channel, in column (9).",
      "2 cases paid by transfer or card, past the portal, in column (25).",
      "1 case whose way of payment cannot be read, in no column of payments.",
      "2 cases waiting for receipt are judged by the due time",
      "Of those stopped or withdrawn 1 ended on a day of the period, and count as resolved too",
    ])
      expect(out.replace(/\n {2}/g, " ")).toContain(line);
    // Those have columns here.
    expect(out).not.toContain("Outside the form");
  });

  it("a column that the log has not is blank in every row, never 0, and named: of channel and day of receipt alone 14 of 23", async () => {
    const rows = byHand.map((row) => row.split(",")).map((cells) => [0, 1, 2, 5, 7].map((i) => cells[i]).join(","));
    const form = await made(
      logOf(rows, "case_id,field,channel,received_at,finished_at"),
      ...["--form", "07a", "--max-rejects", "100%"],
    );
    const blank = [
      ...["waitingInTime", "waitingLate", "notAccepted", "stopped", "withdrawn"],
      ...["direct", "onlineFull", "onlinePartial", "postal", "onlineOther"].slice(1, 3),
      ...["onlineOther", "boundaryless", "lateApologised", "lateWithout", "payments", "paidOnline", "paidInPerson"],
    ];
    expect(form.btp?.blank).toEqual(blank);
    for (const row of [form.btp?.total, ...(form.btp?.fields ?? [])]) {
      expect(btpColumns.filter((id) => row?.[id] === null)).toEqual(blank);
    }
  });

  it("of two logs of which one has no letters of apology, both columns of late cases are blank", async () => {
    const cut = logOf(
      byHand.slice(0, 3).map((row) => row.replace(/,[^,]*$/, "").replace(/^/, "z")),
      heads.replace(",apology", ""),
    );
    const { out } = await kpi([
      ...["form", "write", logOf(byHand), cut, ...month, "--form", "07a", "--format", "json"],
    ]);
    const btp = (JSON.parse(out) as Report).periodic?.form?.btp;
    expect([btp?.total.lateApologised, btp?.total.lateWithout, btp?.total.resolved]).toEqual([null, null, 10]);
  });

  it("a case that waits without a due time leaves both columns of waiting blank: 3 wait, 1 without", async () => {
    const form = await made(logOf([...byHand, "18,A,online,full,2025-09-12,,,,registered,,"]), "--form", "07a");
    const { total, waiting, waitingWithoutDue } = form.btp as NonNullable<CaseForm["btp"]>;
    expect([total.waitingInTime, total.waitingLate, waiting, waitingWithoutDue]).toEqual([null, null, 3, 1]);
  });

  it("of a part the columns that II.06a has are filled in, 9 of 23, and the others blank and told", async () => {
    const part = join(folder(), "t9.kpi.json");
    expect((await kpi(["tally", logOf(byHand), "--by", "field", "--out", part])).code).toBe(0);
    const form = await made(part, "--form", "07a");
    const filled = btpColumns.filter((id) => form.btp?.total[id] !== null);
    expect(filled.map((id) => [id, form.btp?.total[id]])).toEqual([
      ...[
        ["received", 11],
        ["carriedOver", 2],
        ["resolved", 7],
        ["resolvedInTime", 4],
      ],
      ...[
        ["open", 4],
        ["inTime", 3],
        ["overdue", 1],
      ],
    ]);
    const { out } = await kpi(["form", "write", part, ...month, "--form", "07a", "--lang", "vi"]);
    expect(out).toContain("Để trống vì tệp tổng hợp không giữ số liệu này: Chờ tiếp nhận đúng hạn (3)");
    expect(out.replace(/\n {2}/g, " ")).toContain(
      "trực tuyến 4; trực tiếp, bưu chính hoặc không rõ hình thức nộp 5; đã giải quyết quá hạn 3",
    );
  });

  it("an unknown form is refused with both that there are", async () => {
    const { code, err } = await kpi(["form", "write", sample, ...month, "--form", "06b"]);
    expect([code, err]).toEqual([2, expect.stringContaining("II.06a, 07a")]);
  });

  it("kpi verify makes the same form again, and no other", async () => {
    const manifest = join(folder(), "m.json");
    await kpi(["form", "write", sample, ...month, "--form", "07a", "--manifest", manifest]);
    expect((await kpi(["verify", sample, ...month, "--manifest", manifest])).code).toBe(0);
  });
});

const day = (from: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((n) => new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10));
const blankOr = (one: fc.Arbitrary<string>) => fc.oneof({ weight: 3, arbitrary: one }, fc.constant(""));
const columns: Readonly<Record<string, fc.Arbitrary<string>>> = {
  field: fc.constantFrom("Đất đai", "đất đai", "Hộ tịch", ""),
  channel: fc.constantFrom("online", "in_person", "postal", "", "?"),
  service_level: fc.constantFrom("full", "partial", "none", "", "?"),
  submitted_at: blankOr(day("2025-08-01", 60)),
  received_at: blankOr(day("2025-08-10", 60)),
  due_at: blankOr(day("2025-09-01", 50)),
  finished_at: blankOr(day("2025-08-20", 50)),
  status: fc.constantFrom(
    ...["registered", "received", "refused", "processing", "withdrawn", "stopped", "finished", "returned", "", "?"],
  ),
  payment_method: fc.constantFrom("online", "transfer", "cash", "none", "", "?"),
  apology: fc.constantFrom("có", "không", "", "thư ngày 5"),
};
/** Those that a log may be without. */
const optional = ["field", "channel", "service_level", "submitted_at", "due_at", "status", "payment_method", "apology"];
const aLog = fc.subarray(optional, { minLength: 3 }).chain((some) => {
  const names = Object.keys(columns).filter((name) => some.includes(name) || !optional.includes(name));
  const rows = fc.array(fc.tuple(...names.map((name) => columns[name])), { minLength: 20, maxLength: 60 });
  return rows.map((all) => ({
    head: ["case_id", ...names].join(","),
    rows: all.map((row, i) => `${i},${row.join(",")}`),
  }));
});

describe("the law of both forms", () => {
  it("on random logs II.06a's columns are the sums of 07a's that they are joined of, in each field; II.06a is what it is without; read back nothing differs", async () => {
    await fc.assert(
      fc.asyncProperty(aLog, async ({ head, rows }) => {
        const file = logOf(rows, head);
        const args = ["--max-rejects", "100%", "--allow-no-data"];
        const { btp, ...form } = await made(file, "--form", "07a", ...args);
        expect(form).toEqual(await made(file, ...args));
        const sameAs = (said: CaseForm["total"] | undefined, row: NonNullable<typeof btp>["total"]) => {
          const sum = (...ids: (keyof typeof row)[]) =>
            ids.some((id) => row[id] === null) ? null : ids.reduce((all, id) => all + (row[id] ?? 0), 0);
          const joined = {
            received: sum("received"),
            online: sum("onlineFull", "onlinePartial", "onlineOther"),
            direct: sum("direct", "postal"),
            carriedOver: sum("carriedOver"),
            resolved: sum("resolved"),
            late: sum("lateApologised", "lateWithout"),
            open: sum("open"),
            inTime: sum("inTime"),
            overdue: sum("overdue"),
          };
          for (const [id, n] of Object.entries(joined)) {
            if (n !== null) expect([id, n]).toEqual([id, said?.[id as keyof typeof joined] ?? 0]);
          }
          expect(sum("resolvedInTime")).toBe((said?.early ?? 0) + (said?.onDay ?? 0));
          expect(sum("payments")).toBe(sum("paidOnline", "paidInPerson"));
        };
        if (btp === undefined) throw new Error("no form 07a/BTP");
        sameAs(form.total, btp.total);
        for (const row of btp.fields)
          sameAs(
            form.fields.find(({ field }) => field === row.field),
            row,
          );
        const named = new Set(btp.fields.map(({ field }) => field));
        expect(form.fields.filter(({ field }) => !named.has(field))).toEqual([]);
        if (btp.fields.length === 0) return;
        const out = join(folder(), "b.csv");
        await kpi(["form", "write", file, ...month, "--form", "07a", "--out", `csv=${out}`, ...args]);
        const { code, sum } = await readBack(out, file);
        expect([code, sum.form, sum.faults]).toEqual([0, "07a/BTP", []]);
      }),
      { numRuns: runs(25) },
    );
  }, 300_000);
});

describe("form 07a/BTP of the sample", () => {
  it.each(["csv", "xlsx", "html"].flatMap((format) => ["vi", "en"].map((lang) => [format, lang])))(
    "written in %s, %s, is read back: 248 received, 8 fields, no fault, 5 columns blank",
    async (format, lang) => {
      const out = join(folder(), `b.${format}`);
      const write = ["form", "write", sample, ...month, "--form", "07a", "--lang", lang, "--out", `${format}=${out}`];
      expect((await kpi(write)).code).toBe(0);
      const { code, sum } = await readBack(out, sample);
      expect([code, sum.faults, sum.total.received, sum.units.length]).toEqual([0, [], 248, 8]);
      expect([sum.form, sum.files[0].unknown, sum.columns]).toEqual(["07a/BTP", [], [...btpColumns]]);
      expect(sum.uncompared.length).toBe(0);
      expect(sum.blank[0].columns.length).toBe(5);
    },
  );

  it("blanks of a form of one row that writes no 0 stay 0: 9 received of 4 in person and 4 in full is a fault, and none where a line says they are not told", async () => {
    const form = [
      "STT,Lĩnh vực,Tiếp nhận,,,,,,,Thanh toán,,",
      ",,Tổng số,Trực tiếp,Toàn trình,Một phần,Bưu chính,Khác,Kỳ trước,Tổng số,Trực tuyến,Trực tiếp",
      "1,A,9,4,4,,,,,2,1,1",
    ].join("\n");
    const faults = async (text: string) => {
      const { out } = await kpi(["form", "read", log(text), "--format", "json"]);
      return (JSON.parse(out) as FormSum).faults.map(({ column }) => column);
    };
    expect(await faults(form)).toEqual(["received"]);
    expect(await faults(`Để trống vì danh sách hồ sơ không cho biết: Bưu chính.\n${form}`)).toEqual([]);
  });

  it("a cell that was changed is found: 45 in person made 46 differs from its sum and from the logs", async () => {
    const written = await kpi(["form", "write", sample, ...month, "--form", "07a", "--format", "csv"]);
    const { code, sum } = await readBack(
      log(written.out.replace(",Total,,,3,0,2,248,45,", ",Total,,,4,0,2,248,46,")),
      sample,
    );
    expect([code, sum.faults.map(({ kind, column }) => [kind, column])]).toEqual([
      1,
      [
        ["total", "notAccepted"],
        ["total", "direct"],
      ],
    ]);
  });

  it.each(["vi", "en"])("is its golden table, CSV and Markdown in %s", async (lang) => {
    const outs = [];
    for (const format of ["table", "csv", "markdown"]) {
      outs.push(
        (await kpi(["form", "write", sample, ...month, "--form", "07a", "--lang", lang, "--format", format])).out,
      );
    }
    await expect(outs.join("\n=====\n")).toMatchFileSnapshot(`../golden/form-07a.${lang}.txt`);
  });

  it("stays within 80 columns, and says that its order is not verified in every output", async () => {
    const { out } = await kpi(["form", "write", sample, ...month, "--form", "07a", "--lang", "vi"], { columns: 80 });
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    for (const format of ["table", "csv", "markdown", "html"]) {
      const text = (await kpi(["form", "write", sample, ...month, "--form", "07a", "--format", format])).out;
      expect(text.replace(/\n {2}/g, " ")).toContain("the order of its columns could not be held against the circular");
    }
  });
});
