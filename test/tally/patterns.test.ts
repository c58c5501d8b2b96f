/** Cases that are alike are sorted out once: the same figures as looking at each case by itself. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overCases } from "../../src/kpis/index.ts";
import type { Facts } from "../../src/measures/fold.ts";
import type { Report } from "../../src/report/report.ts";
import { openLogs } from "../../src/run/logs.ts";
import type { Job } from "../../src/tally/job.ts";
import { pass } from "../../src/tally/pass.ts";
import { type Scope, Tallier } from "../../src/tally/tallier.ts";
import type { Tally } from "../../src/tally/tally.ts";
import { folder, kpi } from "../run.ts";
import { runs } from "../runs.ts";

const dir = folder();

const time = fc.constantFrom(
  "2025-03-31T23:59:59",
  "2025-04-01T00:00:00",
  "2025-04-01",
  "30/06/2025 12:00",
  "2024-12-31T08:00:00",
  "2025-07-02T09:00:00",
  "",
  "",
);
const flag = fc.constantFrom("true", "false", "có", "Không", "");
const row = fc
  .tuple(
    fc.constantFrom("online", "in_person", "Trực tuyến", "postal", "", "Kiosk"),
    fc.tuple(time, time, time, time, time, time, time),
    fc.constantFrom("returned", "processing", "withdrawn", "registered", "refused", ""),
    fc.constantFrom("5", "3", "", "tốt"),
    fc.tuple(flag, flag, flag, flag),
    fc.constantFrom("online", "none", "", "cash"),
    fc.constantFrom("0", "8000", ""),
    fc.tuple(fc.constantFrom("A", "B", "C"), fc.constantFrom("1.000001", "1.00002", "")),
  )
  .map((cells) => cells.flat());
/** Rows of which most differ from one of a few in one cell: what that cell says must tell their kinds apart. */
const rows = fc
  .tuple(
    fc.array(row, { minLength: 1, maxLength: 2 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), row), { minLength: 1, maxLength: 60 }),
  )
  .map(([few, others]) =>
    others.map(([which, cell, other]) => {
      const cells = [...few[which % few.length]];
      // Every second time a time: most of what can go wrong is in them.
      const at = cell % 2 === 0 ? 1 + (cell % 7) : cell % cells.length;
      cells[at] = other[at];
      return cells.join(",");
    }),
  );
const headers =
  "channel,login_at,submitted_at,received_at,transferred_at,due_at,finished_at,returned_at,status,rating,processed_online,electronic_result,record_digitised,via_portal,payment_method,fee,agency,procedure_code,service_level";

describe("cases that are alike", () => {
  it(`give the figures of each case by itself: all KPIs, three groupings, with and without a period and a moment, ${runs(120)} random logs`, async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(null, { from: 20_179, to: 20_269 }),
        fc.constantFrom(undefined, "2025-05-01"),
        fc.boolean(),
        async (lines, period, asOf, bySpans) => {
          const file = join(dir, "log.csv");
          // Each row three times: a kind is made of the first of its cases and used for the others.
          const thrice = lines.flatMap((one) => [one, one, one]);
          writeFileSync(file, `${headers}\n${thrice.map((one) => `${one},full`).join("\n")}\n`);
          const open = await openLogs(
            [file],
            { map: [], mapValue: [], dateFormat: [], timeZone: "Asia/Ho_Chi_Minh", ...(asOf && { asOf }) },
            { temporary: new Set() } as never,
          );
          const job: Job = {
            logs: open.logs,
            reading: { ...open.reading, texts: ["agency", "procedureCode"], hasPeriod: period !== null },
            kpis: overCases.map(({ id }) => id),
            period,
            year: { from: 20_089, to: 20_453 },
            by: ["agency", "procedure", "channel"],
            ...(bySpans && spanned),
          };
          const singly = new Tallier(overCases, job, open.basis.events);
          let [outOfPeriod, outOfYear] = [0, 0];
          const { tallier, accounts, facts } = await pass(job, {
            // The words of a block are known from the block before it.
            blockBytes: 400,
            retell: (reader) => {
              const lies = singly.add(reader.case, 1);
              if ((lies & 1) === 0) outOfPeriod++;
              if ((lies & 2) === 0) outOfYear++;
            },
          });
          singly.settle();
          expect(told(tallier, facts)).toEqual(told(singly, facts));
          // In one block no word is known before all rows are read: each is looked at by itself.
          const singlyRead = await pass(job);
          expect(accounts).toEqual(singlyRead.accounts);
          expect([accounts[0].outOfPeriod, accounts[0].outOfYear]).toEqual([outOfPeriod, outOfYear]);
        },
      ),
      { numRuns: runs(120) },
    );
  });
});

/** Some days apart, with groups in the middle ones, and what is open at the end of half-months. */
const spanned: Pick<Scope, "spans" | "flow" | "hits"> = {
  hits: true,
  spans: [
    { from: 20_000, to: 20_178, by: [] },
    { from: 20_179, to: 20_220, by: ["agency", "channel"] },
    { from: 20_230, to: 20_269, by: ["procedure"] },
  ],
  flow: {
    from: 605,
    to: 612,
    soonUntil: [20_180, 20_194, null, 20_225, 20_239, 20_256, 20_270, 20_285, 20_300],
    asOf: null,
  },
};

/** What a tallier has seen, without groups in which nothing is left. */
function told({ kpis, tallies }: Tallier, facts: Facts) {
  const one = (tally: Tally, i: number) => ({
    n: tally.n,
    excluded: [...tally.excluded].filter(([, count]) => count !== 0).sort(),
    measure: kpis[i].fold.finish(tally.state, facts),
  });
  const spans = tallies.spans.map(
    (span) =>
      span && {
        cases: span.cases,
        totals: span.totals.map(one),
        groups: span.groups.map((groups) =>
          groups.map((group, i) => [...group].sort().map(([name, tally]) => [name, one(tally, i)])),
        ),
      },
  );
  return { spans, hits: tallies.hits, flow: tallies.flow };
}

describe("times that lie years from the others of their case", () => {
  const rowOf = (due: string, transferred: string, received = "") =>
    `2025-03-31 08:00,${received},${transferred},${due},2025-04-02 08:00,2025-04-02 09:00,returned`;
  const checked = async (rows: readonly string[], clock: string) => {
    const head = "submitted_at,received_at,transferred_at,due_at,finished_at,returned_at,status";
    const file = join(dir, "years.csv");
    writeFileSync(file, [head, ...rows].join("\n"));
    const args = ["check", file, "--year", "2025", "--kpi", "on-time-share,same-day-transfer-share", "--clock", clock];
    const { ledger, results } = JSON.parse((await kpi([...args, "--format", "json"])).out) as Report;
    return [
      ledger.issues.map(({ code, column, count }) => [code, column, count]),
      results.map(({ measure }) => measure),
    ];
  };

  it("a due time of 2099, and a transfer of 2015, are told in each of 20 rows alike, with a receipt and without one", async () => {
    for (const received of ["", "2025-03-31 09:00"]) {
      const due = Array.from({ length: 20 }, () => rowOf("2099-01-01 08:00", "2025-03-31 10:00", received));
      const transfer = Array.from({ length: 20 }, () => rowOf("2025-04-05 08:00", "2015-03-31 10:00", received));
      // One that is right stands first: what is alike to it is not right for that.
      const rows = [rowOf("2025-04-05 08:00", "2025-03-31 10:00", received), ...due, ...transfer];
      const [issues, measures] = await checked(rows, "elapsed");
      expect(issues).toEqual(
        expect.arrayContaining([
          ["odd-year", "due_at", 20],
          ["odd-year", "transferred_at", 20],
        ]),
      );
      expect([issues, measures]).toEqual(await checked(rows, "working"));
    }
  });

  it(`${runs(40)} random logs of rows that are alike but for times five years off: the same under either clock, in any order`, async () => {
    // 1,791 days are within what two times may lie apart (1,795), and not of the middle of those behind them.
    const login = fc.constantFrom("2025-03-31 07:50", "2020-05-05 07:50", "");
    const times = fc.tuple(login, fc.constantFrom("2025-03-31 10:00", "2020-05-11 10:00", ""), fc.boolean());
    const head = "login_at,submitted_at,received_at,transferred_at,due_at,finished_at,status,channel";
    const file = join(dir, "five-years.csv");
    const checkedBy = async (rows: readonly string[], clock: string) => {
      writeFileSync(file, [head, ...rows].join("\n"));
      const kpis = "submission-time,same-day-transfer-share,on-time-share";
      const args = ["check", file, "--year", "2025", "--kpi", kpis, "--clock", clock, "--format", "json"];
      const { ledger, results } = JSON.parse((await kpi(args)).out) as Report;
      // The first line of each is another in another order.
      const issues = ledger.issues.map(({ code, column, count }) => [code, column, count].join(" ")).sort();
      return [issues, results.map(({ measure, excluded }) => [measure, excluded])];
    };
    await fc.assert(
      fc.asyncProperty(fc.array(times, { minLength: 2, maxLength: 14 }), async (made) => {
        const rows = made.map(
          ([first, transferred, isReceived]) =>
            `${first},2025-03-31 08:00,${isReceived ? "2025-03-31 09:00" : ""},${transferred},2025-04-20 08:00,2025-04-18 08:00,finished,online`,
        );
        const alike = await checkedBy(rows, "elapsed");
        expect(alike).toEqual(await checkedBy(rows, "working"));
        expect(alike).toEqual(await checkedBy(rows.toReversed(), "elapsed"));
      }),
      { numRuns: runs(40) },
    );
  });
});
