/** Shares that come with the program, written as KPIs of a plan's own, say the same: of logs, in groups, and of parts. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Result } from "../../src/judge/verdict.ts";
import type { Report } from "../../src/report/report.ts";
import { folder, kpi, log } from "../run.ts";
import { runs } from "../runs.ts";

/** Each KPI with the rule that says what it does. */
const twins = {
  satisfaction: { when: "rated", share: { is: { field: "rating", atLeast: 4 } } },
  "satisfaction-online": { when: "rated", channels: ["online"], share: { is: { field: "rating", in: [4, 5] } } },
  "online-receipt-share": { when: "received", share: { is: { field: "channel", is: "online" } } },
  "electronic-result-share": { when: "finished", share: { is: { field: "electronic_result", is: "yes" } } },
  "online-handling-share": {
    when: "received",
    share: {
      is: {
        and: [
          { field: "channel", is: "online" },
          { field: "processed_online", is: true },
        ],
      },
    },
  },
  "portal-handling-share": {
    when: "received",
    share: { of: { not: { field: "service_level", is: "none" } }, is: { field: "via_portal", is: "yes" } },
  },
  "online-payment-share": {
    when: "received",
    share: {
      of: { and: [{ known: "payment_method" }, { not: { field: "payment_method", is: "none" } }] },
      is: { field: "payment_method", is: "online" },
    },
  },
  "on-time-share": {
    when: "completed",
    share: { of: { known: "completed" }, is: { from: "completed", to: "due", in: "minutes", atLeast: 0 } },
  },
} as const;
const ids = Object.keys(twins);

/** Of no case: its example is nothing that this is about. */
const example = { cases: [{ channel: "postal" }], gives: { numerator: 0, denominator: 0 } };

function planWith(atLeast: number): string {
  const targets = ids
    .flatMap((id) => [id, `own-${id}`])
    .map((id) => {
      return { kpi: id, atLeast, clause: "I.1", quote: "…", section: "quality" };
    });
  return JSON.stringify({
    id: "own",
    title: { vi: "Riêng", en: "Own" },
    issuer: "UBND",
    place: "Xã",
    sources: ["sample"],
    kpis: Object.entries(twins).map(([id, rule]) => {
      const text = { vi: "Riêng", en: "Own" };
      return { id: `own-${id}`, title: text, definition: text, ...rule, example: { ...example, gives: gives[id] } };
    }),
    years: { "2025": targets },
  });
}
/** What a postal case that says nothing else gives. */
const gives: Readonly<Record<string, object>> = {
  satisfaction: { numerator: 0, denominator: 0, excluded: 1 },
  "satisfaction-online": { numerator: 0, denominator: 0 },
  "online-receipt-share": { numerator: 0, denominator: 1 },
  "electronic-result-share": { numerator: 0, denominator: 0, excluded: 1 },
  "online-handling-share": { numerator: 0, denominator: 1 },
  "portal-handling-share": { numerator: 0, denominator: 0, excluded: 1 },
  "online-payment-share": { numerator: 0, denominator: 0, excluded: 1 },
  "on-time-share": { numerator: 0, denominator: 0 },
};

const header =
  "case_id,channel,received_at,due_at,finished_at,returned_at,status,rating,rated_at,electronic_result,processed_online,via_portal,service_level,payment_method,agency,field,procedure_code";
const day = fc.constantFrom("2025-03-31 08:00", "2025-04-01 09:30", "2025-04-16 08:00", "2025-05-02 16:00");
/** @param more what a cell may hold beside its words: what is blank, or cannot be read */
const rowWith = (more: readonly string[]) => {
  const or = (...words: string[]) => fc.constantFrom(...words, ...words, ...more);
  return fc
    .record({
      channel: or("online", "in_person", "postal"),
      received: day,
      due: fc.constantFrom("2025-04-10 08:00", "2025-06-01 08:00", ...more),
      finished: day,
      returned: fc.constantFrom("2025-05-02 17:00", ""),
      status: fc.constantFrom("returned", "finished", "withdrawn", ""),
      rating: fc.constantFrom("5", "4", "2", "", ...more),
      rated: fc.constantFrom("2025-05-03 08:00", ""),
      electronic: fc.constantFrom("x", "không", "", ...more),
      processed: fc.constantFrom("có", "không", "", ...more),
      portal: fc.constantFrom("có", "không", ...more),
      level: or("full", "partial", "none"),
      payment: fc.constantFrom("online", "cash", "none", "", ...more),
      agency: fc.constantFrom("A", "a", "B", ""),
      field: fc.constantFrom("Đất đai", "Hộ tịch"),
      procedure: fc.constantFrom("1.000001", "1.000002"),
    })
    .map((cells) => Object.values(cells).join(","));
};
const written = (rows: readonly string[]) => `${[header, ...rows.map((row, i) => `H${i},${row}`)].join("\n")}\n`;

const check = async (file: string | readonly string[], plan: string, ...args: string[]): Promise<readonly Result[]> => {
  const { out, err } = await kpi([
    "check",
    ...[file].flat(),
    "--plan",
    plan,
    "--year",
    "2025",
    "--format",
    "json",
    "--as-of",
    "2025-12-31",
    // A part was read by it when it was made.
    ...([file].flat().every((one) => one.endsWith(".kpi.json")) ? [] : ["--rating-scale", "5"]),
    ...args,
  ]);
  if (out === "") throw new Error(err);
  return (JSON.parse(out) as Report).results;
};

/** What is judged of a KPI, in all and in each group, apart from what it is called. */
const said = (results: readonly Result[], id: string) =>
  results
    // A share says of a group that its denominator is 0; of one on which nothing bears an own KPI says nothing.
    .filter(({ kpi: own, group, measure, excluded }) => {
      return own === id && (group === null || measure?.value != null || Object.keys(excluded).length > 0);
    })
    .map(({ group, verdict, measure, bounds, interval, small, slack, excluded, reason, lacks, alongside }) => {
      const { finishedOnly: _, responseRate: __, ...rest } = alongside;
      return { group, verdict, measure, bounds, interval, small, slack, excluded, reason, lacks, rest };
    });

const atLeast = fc.constantFrom(30, 50, 80);
const by = fc.constantFrom(
  [],
  ["--by", "agency,month"],
  ["--by", "procedure,channel"],
  ["--by", "field", "--period", "2025-04"],
);

describe("a shipped share as an own KPI", () => {
  it(`has the same figure, bounds, verdict and exclusions, in all and in groups, of ${runs(5)} random logs, on one thread and on two`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rowWith([]), { minLength: 1, maxLength: 30 }),
        atLeast,
        by,
        async (rows, least, more) => {
          const [file, plan] = [log(written(rows)), log(planWith(least), "plan.json")];
          const results = await check(file, plan, "--threads", "1", ...more);
          for (const id of ids) expect(said(results, `own-${id}`), id).toEqual(said(results, id));
          expect(await check(file, plan, "--threads", "2", ...more)).toEqual(results);
        },
      ),
      { numRuns: runs(5) },
    );
  }, 120_000);

  it("of one cell it is the same where cells are blank or unread; of two cells what one of them settles is not left out: bounds have a value in common, and no verdict is another", async () => {
    const oneCell = ["satisfaction", "online-receipt-share", "electronic-result-share", "online-payment-share"];
    const rows = fc.array(rowWith(["??"]), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(rows, atLeast, by, async (all, least, more) => {
        const results = await check(log(written(all)), log(planWith(least), "plan.json"), ...more);
        for (const id of oneCell) expect(said(results, `own-${id}`), id).toEqual(said(results, id));
        for (const id of ids) {
          const [whole] = said(results, id);
          const [own] = said(results, `own-${id}`);
          if (whole.measure?.value == null || own.measure?.value == null) continue;
          const value = (one: typeof own) => one.measure?.value as number;
          const [low, high] = whole.bounds ?? [value(whole), value(whole)];
          const [ownLow, ownHigh] = own.bounds ?? [value(own), value(own)];
          // Each leaves out what it cannot tell by its own means; both hold for every reading.
          expect(ownLow, id).toBeLessThanOrEqual(high + 1e-9);
          expect(ownHigh, id).toBeGreaterThanOrEqual(low - 1e-9);
          const isDecided = [whole.verdict, own.verdict].every((verdict) => verdict === "pass" || verdict === "fail");
          if (isDecided) expect(own.verdict, id).toBe(whole.verdict);
        }
      }),
      { numRuns: runs(6) },
    );
  }, 120_000);

  it("of parts it is byte for byte what one pass says, with groups and of any period", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rowWith(["??", ""]), { minLength: 4, maxLength: 30 }),
        fc.constantFrom([], ["--period", "2025-04", "--statutory"], ["--by", "agency,month"]),
        async (rows, more) => {
          const dir = folder();
          const plan = log(planWith(50), "plan.json");
          const logs = [0, 1].map((part) => {
            const file = join(dir, `log-${part}.csv`);
            writeFileSync(
              file,
              `${[header, ...rows.flatMap((row, i) => (i % 2 === part ? [`H${i},${row}`] : []))].join("\n")}\n`,
            );
            return file;
          });
          const parts: string[] = [];
          for (const file of logs) {
            const out = file.replace(".csv", ".kpi.json");
            const made = await kpi([
              "tally",
              file,
              "--out",
              out,
              "--plan",
              plan,
              "--by",
              "agency",
              "--as-of",
              "2025-12-31",
              "--rating-scale",
              "5",
              "--quiet",
            ]);
            expect(made).toMatchObject({ code: 0, err: "" });
            parts.push(out);
          }
          const whole = await check(logs, plan, ...more);
          expect(await check(parts.toReversed(), plan, ...more)).toEqual(whole);
          // One as it is, the other as a part.
          expect(await check([logs[1], parts[0]], plan, ...more)).toEqual(whole);
        },
      ),
      { numRuns: runs(5) },
    );
  }, 120_000);
});

const times = (p: number, limit: number) =>
  JSON.stringify({
    ...JSON.parse(planWith(50)),
    kpis: [
      {
        id: "p-days",
        title: { vi: "Ngày làm việc", en: "Working days" },
        definition: { vi: "…", en: "…" },
        when: "completed",
        percentile: { p, from: "received", to: "completed", in: "working-days" },
        where: { known: "completed" },
        example: { cases: [{ received_at: "2025-09-03", finished_at: "2025-09-05" }], gives: { value: 2, cases: 1 } },
      },
    ],
    years: { "2025": [{ kpi: "p-days", atMost: limit, clause: "I.1", quote: "…", section: "quality" }] },
  });

describe("a percentile of working days", () => {
  // 1, 2, 3 and 4 working days, of two agencies.
  const rows = [1, 2, 3, 4].map((n) => `T${n},2025-09-15 08:00,2025-09-${15 + n} 09:00,${n % 2 === 0 ? "A" : "B"}`);
  const file = () => log(`case_id,received_at,finished_at,agency\n${rows.join("\n")}\n`);

  it("p75 is 3 of 1 to 4; in groups 4 of A and 3 of B; the same on two threads and of parts", async () => {
    const [cases, plan] = [file(), log(times(75, 3), "plan.json")];
    const results = await check(cases, plan, "--by", "agency");
    expect(results.map(({ group, verdict, measure }) => [group?.name ?? null, verdict, measure])).toEqual([
      [null, "pass", { kind: "quantile", value: 3, p: 75, n: 4, at: 3, per: 1 }],
      ["A", null, { kind: "quantile", value: 4, p: 75, n: 2, at: 4, per: 1 }],
      ["B", null, { kind: "quantile", value: 3, p: 75, n: 2, at: 3, per: 1 }],
    ]);
    expect(await check(cases, plan, "--by", "agency", "--threads", "2")).toEqual(results);
    const part = join(folder(), "a.kpi.json");
    await kpi(["tally", cases, "--out", part, "--plan", plan, "--by", "agency", "--as-of", "2025-12-31", "--quiet"]);
    expect(await check(part, plan, "--by", "agency")).toEqual(results);
  });

  it("of a part that was tallied without the plan, or by another rule, nothing is told", async () => {
    const part = join(folder(), "a.kpi.json");
    const cases = file();
    const check75 = () =>
      kpi(["check", part, "--plan", log(times(75, 3), "plan.json"), "--year", "2025", "--lang", "en"]);
    await kpi(["tally", cases, "--out", part, "--quiet"]);
    expect(await check75()).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining(`"p-days" was not tallied`),
    });
    await kpi(["tally", cases, "--out", part, "--quiet", "--plan", log(times(90, 3), "plan.json")]);
    expect(await check75()).toMatchObject({ code: 2, out: "", err: expect.stringContaining("by another rule") });
    // What the plan wants of it is no part of the rule.
    await kpi(["tally", cases, "--out", part, "--quiet", "--plan", log(times(75, 9), "plan.json")]);
    expect(await check75()).toMatchObject({ code: 0, err: "" });
  });
});

/** Rules of times and cells that the fast way through a log does not look at for anything else. */
const rules = {
  transferred: { when: "received", share: { is: { from: "received", to: "transferred", in: "hours", atMost: 24 } } },
  rated: { when: "received", share: { is: { known: "rated_at" } } },
  submitted: { when: "submitted", median: { from: "submitted", to: "received", in: "minutes" } },
  due: { when: "completed", share: { is: { from: "due", to: "completed", in: "working-days", atMost: 0 } } },
  fee: { when: "finished", share: { of: { known: "fee" }, is: { field: "fee", atMost: 5000 } } },
  returned: {
    when: "received",
    mean: { from: "transferred", to: "finished", in: "days" },
    where: { known: "finished" },
  },
} as const;

it("rows that are alike are counted as single ones are: the same under either clock, of which one reads every row by itself", async () => {
  const moment = fc.constantFrom(
    "2025-03-31 08:00",
    "2025-04-01 09:30",
    "2025-04-16",
    "31/02/2025",
    "2099-01-01 08:00",
    "",
  );
  const row = fc
    .tuple(
      moment,
      moment,
      moment,
      moment,
      moment,
      moment,
      moment,
      fc.constantFrom("returned", "processing", "??", ""),
      fc.constantFrom("0", "8000", "x", ""),
    )
    .map((cells) => cells.join(","));
  const plan = log(
    JSON.stringify({
      ...JSON.parse(planWith(50)),
      kpis: Object.entries(rules).map(([id, rule]) => {
        const text = { vi: "Riêng", en: "Own" };
        // Of no case: every cell is blank, and no event has happened.
        const gives = "share" in rule ? { numerator: 0, denominator: 0 } : { cases: 0 };
        const cells = {
          submitted_at: null,
          received_at: null,
          transferred_at: null,
          due_at: null,
          finished_at: null,
          rated_at: null,
          fee: null,
        };
        return {
          id,
          title: text,
          definition: text,
          ...rule,
          example: { cases: [cells], gives },
        };
      }),
      years: {
        "2025": Object.keys(rules).map((id) => ({
          kpi: id,
          atMost: 50,
          clause: "I.1",
          quote: "…",
          section: "quality",
        })),
      },
    }),
    "plan.json",
  );
  const head = "submitted_at,received_at,transferred_at,due_at,finished_at,returned_at,rated_at,status,fee";
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.constantFrom([], ["--period", "2025-04"]),
      async (rows, more) => {
        // Each row stands many times, so that it is one of a kind.
        const file = log(
          `${head}\n${Array.from({ length: 5 }, () => rows)
            .flat()
            .join("\n")}\n`,
        );
        const [fast, slow] = [await check(file, plan, ...more), await check(file, plan, "--clock", "working", ...more)];
        expect(fast).toEqual(slow);
      },
    ),
    { numRuns: runs(10) },
  );
}, 120_000);
