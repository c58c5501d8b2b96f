/** The KPIs of a made-up log of 40,000 cases, worked out again in SQL over what `kpi convert` writes of it. */
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { folder, kpi, report } from "../run.ts";

const cases = 40_000;
let found: Report;
let sql: (query: string) => Promise<number[]>;

beforeAll(async () => {
  const dir = folder();
  await kpi(["sample", "--cases", String(cases), "--seed", "11", "--out", dir]);
  const canonical = join(dir, "canonical.csv");
  expect((await kpi(["convert", join(dir, "cases.csv"), "--out", canonical])).code).toBe(0);
  found = await report([join(dir, "cases.csv"), "--year", "2025", "--kpi", "all"]);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  // Blank cells are null in SQL; every time is ISO 8601 in what convert writes.
  await connection.run(`
    create table log as
    select *,
      -- finished: its result returned, and not withdrawn, stopped or refused
      returned_at is not null and status not in ('withdrawn', 'stopped', 'refused') as is_finished,
      received_at is not null and status not in ('registered', 'refused') as is_received,
      (select greatest(max(received_at), max(coalesce(finished_at, returned_at)), max(returned_at), max(rated_at))::date + interval 1 day - interval 1 second from '${canonical}') as as_of
    from read_csv('${canonical}', header = true, sample_size = -1)`);
  sql = async (query) => {
    const rows = await connection.runAndReadAll(`select ${query} from log`);
    return rows.getRows()[0].map(Number);
  };
}, 120_000);

const measureOf = (id: string) => found.results.find((result) => result.kpi === id)?.measure;

const received = (is: string, of = "true") =>
  `count(*) filter (is_received and ${of} and ${is}), count(*) filter (is_received and ${of})`;
const finished = (is: string) => `count(*) filter (is_finished and ${is}), count(*) filter (is_finished)`;

const ratios: [string, string][] = [
  [
    "satisfaction",
    "count(*) filter (rated_at is not null and rating >= 4), count(*) filter (rated_at is not null and rating is not null)",
  ],
  [
    "satisfaction-online",
    "count(*) filter (rated_at is not null and channel = 'online' and rating >= 4), count(*) filter (rated_at is not null and channel = 'online' and rating is not null)",
  ],
  ["online-receipt-share", received("channel = 'online'")],
  ["online-processing-share", received("processed_online")],
  ["online-handling-share", received("channel = 'online' and processed_online")],
  ["portal-handling-share", received("via_portal", "service_level in ('full', 'partial')")],
  [
    "online-payment-share",
    received("payment_method = 'online'", "payment_method is not null and payment_method <> 'none'"),
  ],
  [
    "duty-paid-online-share",
    received("payment_method = 'online'", "payment_method <> 'none' and (payment_method is not null or fee > 0)"),
  ],
  [
    "end-to-end-online-share",
    finished("channel = 'online' and processed_online and electronic_result and payment_method in ('online', 'none')"),
  ],
  ["electronic-result-share", finished("electronic_result")],
  ["record-digitisation-share", received("record_digitised")],
  ["result-digitisation-share", finished("result_digitised")],
  ["data-reuse-share", received("data_reused")],
  ["on-system-share", received("on_system")],
  ["portal-sync-share", received("portal_synced")],
  ["same-day-transfer-share", received("transferred_at is not null and transferred_at::date = received_at::date")],
  [
    "on-time-share",
    `count(*) filter (finished_at is not null and due_at is not null and status not in ('withdrawn', 'stopped', 'refused') and finished_at <= due_at),
     count(*) filter (due_at is not null and status not in ('withdrawn', 'stopped', 'refused') and
       (finished_at is not null or (status <> 'registered' and received_at is not null and due_at < as_of)))`,
  ],
];

describe("in SQL", () => {
  it.each(ratios)("%s has the same numerator and denominator", async (id, query) => {
    const [numerator, denominator] = await sql(query);
    expect(measureOf(id)).toMatchObject({ numerator, denominator });
    expect(denominator).toBeGreaterThan(1000);
    expect(numerator).toBeLessThan(denominator);
  });

  it("submission-time has the same sum of seconds and number of cases, median and 90th percentile", async () => {
    const seconds = "date_diff('second', login_at, submitted_at)";
    const [sum, n, median, p90] = await sql(
      `sum(${seconds}) filter (channel = 'online'), count(${seconds}) filter (channel = 'online'),
       quantile_cont(${seconds}, 0.5) filter (channel = 'online'), quantile_cont(${seconds}, 0.9) filter (channel = 'online')`,
    );
    expect(measureOf("submission-time")).toMatchObject({ sum, n });
    const { alongside } = found.results.find(({ kpi: id }) => id === "submission-time") as Report["results"][number];
    expect(alongside).toMatchObject({ median: median / 60, p90: p90 / 60 });
  });

  it("processing-time-reduction has the same sums and numbers on both sides, and the same like-for-like figure", async () => {
    const seconds = "date_diff('second', received_at, returned_at)";
    const side = (channel: string) =>
      `sum(${seconds}) filter (is_finished and channel = '${channel}'), count(${seconds}) filter (is_finished and channel = '${channel}')`;
    const [inPersonSum, inPersonN, onlineSum, onlineN] = await sql(`${side("in_person")}, ${side("online")}`);
    expect(measureOf("processing-time-reduction")).toMatchObject({
      inPerson: { sum: inPersonSum, n: inPersonN },
      online: { sum: onlineSum, n: onlineN },
    });
    const [likeForLike] = await sql(`distinct (
      select 100 * (1 - sum(o) / sum(no * p / np)) from (
        select sum(${seconds}) filter (channel = 'online') as o, count(*) filter (channel = 'online') as no,
               sum(${seconds}) filter (channel = 'in_person') as p, count(*) filter (channel = 'in_person') as np
        from log where is_finished group by procedure_code) where no > 0 and np > 0)`);
    const { alongside } = found.results.find(
      ({ kpi: id }) => id === "processing-time-reduction",
    ) as Report["results"][number];
    expect(alongside.likeForLike).toBeCloseTo(likeForLike, 9);
  });

  it("the ledger counts 40,000 distinct case ids", async () => {
    expect(await sql("count(distinct case_id)")).toEqual([cases]);
    expect(found.ledger.counted).toBe(cases);
  });
});
