// The figures of `kpi check` on a made-up log in English ids, in one SQL statement: what an analyst would write instead.
// Nothing is validated, and cases are told apart only to be counted.
import { DuckDBInstance } from "@duckdb/node-api";

const [file, threads = "2", by = ""] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(":memory:", { threads })).connect();
const reader = await connection.runAndReadAll(`
  with log as (
    select case_id, channel, status, procedure_code, try_cast(rating as tinyint) as rating${by === "" ? "" : `, ${by}`},
      rated_at <> '' as is_rated,
      returned_at <> '' and status not in ('withdrawn', 'stopped', 'refused') as is_finished,
      received_at <> '' and status not in ('registered', 'refused') as is_received,
      date_diff('second', nullif(login_at, '')::timestamp, nullif(submitted_at, '')::timestamp) as submitting,
      date_diff('second', nullif(received_at, '')::timestamp, nullif(returned_at, '')::timestamp) as processing,
      electronic_result = 'true' as electronic_result, record_digitised = 'true' as record_digitised,
      result_digitised = 'true' as result_digitised, data_reused = 'true' as data_reused
    from read_csv('${file}', all_varchar = true, header = true, delim = ',', quote = '"')
  ),
  figures as (
    select ${by === "" ? "" : `${by}, `}count(distinct case_id) as cases,
      sum(submitting) filter (channel = 'online') as submission_sum,
      count(submitting) filter (channel = 'online') as submission_n,
      stddev_samp(submitting) filter (channel = 'online') as submission_sd,
      quantile_cont(submitting, [0.5, 0.9]) filter (channel = 'online') as submission_quantiles,
      sum(processing) filter (is_finished and channel = 'online') as online_sum,
      count(processing) filter (is_finished and channel = 'online') as online_n,
      stddev_samp(processing) filter (is_finished and channel = 'online') as online_sd,
      median(processing // 60) filter (is_finished and channel = 'online') as online_median,
      sum(processing) filter (is_finished and channel = 'in_person') as in_person_sum,
      count(processing) filter (is_finished and channel = 'in_person') as in_person_n,
      stddev_samp(processing) filter (is_finished and channel = 'in_person') as in_person_sd,
      median(processing // 60) filter (is_finished and channel = 'in_person') as in_person_median,
      count(*) filter (channel = 'online' and is_rated and rating >= 4) as satisfied,
      count(*) filter (channel = 'online' and is_rated and rating is not null) as rated,
      count(*) filter (is_finished and electronic_result) as electronic_results,
      count(*) filter (is_finished and result_digitised) as results_digitised,
      count(*) filter (is_finished) as finished,
      count(*) filter (is_received and data_reused) as data_reused,
      count(*) filter (is_received and record_digitised) as records_digitised,
      count(*) filter (is_received) as received
    from log ${by === "" ? "" : `group by ${by}`}
  ),
  procedures as (
    select sum(processing) filter (channel = 'online') as o, count(*) filter (channel = 'online') as no,
      sum(processing) filter (channel = 'in_person') as p, count(*) filter (channel = 'in_person') as np
    from log where is_finished group by procedure_code
  )
  select *, (select 100 * (1 - sum(o) / sum(no * p / np)) from procedures where no > 0 and np > 0) as like_for_like
  from figures ${by === "" ? "" : `order by ${by}`}`);
const rows = reader.getRowObjectsJson();
console.log(JSON.stringify(by === "" ? rows[0] : rows));
