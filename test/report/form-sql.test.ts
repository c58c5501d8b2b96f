/** Form II.06a of made-up logs, worked out again in SQL over what `kpi convert` writes of them: every cell of every field. */
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { folder, kpi } from "../run.ts";

/** Columns 4 to 6, 8 to 10, 12 and 13; the others are their sums. */
const queryOf = (canonical: string, from: string, behind: string) => `
  with cases as (
    select *, coalesce(finished_at, returned_at) as done
    from read_csv('${canonical}', header = true, sample_size = -1)
  ), form as (
    -- greatest() passes over null: an open case has no end
    select *, case when done is not null then greatest(done, received_at) end as ended
    from cases
    where received_at is not null
      and coalesce(status, '') not in ('registered', 'refused')
      -- whose status says that it has ended, and no time says when: beside the form
      and not (done is null and coalesce(status, '') in ('withdrawn', 'stopped', 'finished', 'returned'))
  ), told as (
    select *, received_at >= '${from}' and received_at < '${behind}' as is_new,
      ended >= '${from}' and ended < '${behind}' as is_resolved,
      received_at < '${behind}' and (ended is null or ended >= '${behind}') as is_open
    from form
  )
  select coalesce(field, '') as field,
    count(*) filter (is_new and channel = 'online') as online,
    count(*) filter (is_new and channel is distinct from 'online') as direct,
    count(*) filter (received_at < '${from}' and (ended is null or ended >= '${from}')) as carried_over,
    count(*) filter (is_resolved and ended <= due_at and ended::date <> due_at::date) as early,
    count(*) filter (is_resolved and (due_at is null or (ended <= due_at and ended::date = due_at::date))) as on_day,
    count(*) filter (is_resolved and ended > due_at) as late,
    count(*) filter (is_open and (due_at is null or (due_at + interval 1 second)::date >= '${behind}'::date)) as in_time,
    count(*) filter (is_open and (due_at + interval 1 second)::date < '${behind}'::date) as overdue
  from told group by 1`;

const periods = [
  ["--month", "2025-03", "2025-03-01", "2025-04-01"],
  ["--quarter", "2025-Q2", "2025-04-01", "2025-07-01"],
  ["--half", "2025-H2", "2025-07-01", "2026-01-01"],
] as const;

describe.each([3, 17, 2026])("a log of 4,000 cases made with seed %i", (seed) => {
  const dir = folder();
  const log = join(dir, "cases.csv");
  const canonical = join(dir, "canonical.csv");

  it.each(periods)(
    "form II.06a of %s %s has in each field the cells that SQL gives",
    async (option, name, from, behind) => {
      await kpi(["sample", "--cases", "4000", "--seed", String(seed), "--force", "--out", dir]);
      expect((await kpi(["convert", log, "--out", canonical])).code).toBe(0);
      const { out } = await kpi(["form", "write", log, option, name, "--as-of", "2025-12-31", "--format", "json"]);
      const form = (JSON.parse(out) as Report).periodic?.form;
      const connection = await (await DuckDBInstance.create(":memory:")).connect();
      const rows = (await connection.runAndReadAll(queryOf(canonical, from, behind))).getRows();
      const expected = Object.fromEntries(
        rows
          .map(([field, ...cells]) => [String(field), cells.map(Number)] as const)
          .filter(([, cells]) => cells.some((cell) => cell > 0)),
      );
      const found = Object.fromEntries(
        (form?.fields ?? []).map(({ field, online, direct, carriedOver, early, onDay, late, inTime, overdue }) => [
          field,
          [online, direct, carriedOver, early, onDay, late, inTime, overdue],
        ]),
      );
      expect(found).toEqual(expected);
      const total = form?.total;
      expect(total?.received).toBeGreaterThan(100);
      expect(total?.received).toBe((total?.resolved ?? 0) + (total?.open ?? 0));
    },
  );
});
