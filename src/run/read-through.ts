/** Reads logs through: a second time only where the first shows how numbers in doubt are to be read. */

import { UserError } from "../errors.ts";
import type { OverCases } from "../kpis/kpi.ts";
import { byOtherClock } from "../kpis/processing-time-reduction.ts";
import type { RowReader } from "../read/rows.ts";
import { type Basis, hasNames } from "../records/basis.ts";
import type { Field, FieldOf } from "../records/case.ts";
import { decimalsInDoubt, refuseDoubt, totalOf } from "../tally/doubt.ts";
import type { Job } from "../tally/job.ts";
import type { OpenList } from "../tally/open-list.ts";
import { pass } from "../tally/pass.ts";
import type { Where } from "../tally/retell.ts";
import { groupingsIn } from "../tally/tally.ts";
import type { Calendar } from "../time/calendar.ts";
import type { ReportOptions } from "./ask.ts";
import type { Context } from "./io.ts";
import { type OpenLogs, refuseGrown } from "./logs.ts";
import { progressLine } from "./progress.ts";
import { Rejects, type RejectsOptions } from "./rejects.ts";
import { onSheet } from "./sheet-faults.ts";
import type { CrewFor } from "./threads.ts";

/** Sees the cases of logs one by one. */
export interface See {
  /** What was seen before is forgotten: the logs are read anew, by other signs of fractions. */
  readonly begin: () => void;
  readonly see: (reader: RowReader, where: Where) => void;
}

interface ReckonOptions {
  readonly crewFor: CrewFor;
  readonly open: OpenLogs;
  readonly options: RejectsOptions & Pick<ReportOptions, "allowGrowing">;
  readonly openCases: OpenList | null;
  /** Sees each case that counts, once all are read. */
  readonly see?: See;
}

/** What a pass is to count; `texts` are those that are looked at beside what groups need, where the logs have them. */
type Scoped = Omit<Job, "logs" | "reading" | "kpis"> & {
  readonly kpis: readonly OverCases<unknown>[];
  readonly texts: readonly FieldOf<"text">[];
};

/** The column that tells procedures apart. */
export function procedureOf({ procedure }: Basis): FieldOf<"text">[] {
  return procedure === null ? [] : [procedure];
}

/** What is asked of the threads that read logs. Text is read only where somebody needs it. */
export function jobOf(
  { logs, reading, basis }: OpenLogs,
  clock: "elapsed" | "working",
  { days }: Calendar,
  { kpis, texts, ...scope }: Scoped,
): Job {
  const groups = new Set([...scope.by, ...groupingsIn(scope.spans ?? [])]);
  const names = scope.names === true && hasNames(basis);
  const wanted = [
    ...(["agency", "field"] as const).filter((one) => groups.has(one)),
    ...(groups.has("procedure") ? procedureOf(basis) : []),
    ...(names ? (["procedureName"] as const) : []),
    ...texts,
  ];
  return {
    logs,
    reading: {
      ...reading,
      texts: [...new Set(wanted)].filter((field) => basis.fields.includes(field)),
      working: clock === "working" ? days : null,
      other: kpis.includes(byOtherClock) ? days : null,
      hasPeriod: scope.period !== null,
    },
    ...scope,
    names,
    kpis: kpis.map(({ id }) => id),
  };
}

/** One pass; a second where the first showed how the numbers of a duration column are to be read. */
export async function reckon(job: Job, { crewFor, open, options, openCases, see }: ReckonOptions, context: Context) {
  const { io, language } = context;
  const progress = progressLine(context);
  const run = async (j: Job) => {
    const rejects = new Rejects(options, open.logs, language, io);
    openCases?.clear();
    see?.begin();
    const reckoning = await pass(j, {
      crewFor,
      ...(openCases !== null && { retell: (reader: RowReader) => openCases.see(reader) }),
      ...(see !== undefined && { retell: see.see }),
      ...rejects.hears,
      progress: progress.show,
    });
    return { reckoning, rejects };
  };
  try {
    let { reckoning, rejects } = await run(job);
    const decimals = decimalsInDoubt(reckoning.accounts);
    const decided = [...decimals].filter(([, decimal]) => decimal !== null) as [Field, "comma" | "point"][];
    if (decided.length > 0) {
      const again = { ...job.reading, decimals: new Map([...job.reading.decimals, ...decided]) };
      ({ reckoning, rejects } = await run({ ...job, reading: again }));
    }
    refuseDoubt(reckoning.accounts, open.reading.dateOrders);
    if (!options.allowGrowing) refuseGrown(open.logs, true);
    if (reckoning.accounts.every(({ read }) => read === 0)) {
      const error = new UserError("no-rows", { file: reckoning.accounts[0].name });
      throw open.logs.length === 1 ? onSheet(error, open.logs[0].origin) : error;
    }
    progress.done(totalOf(reckoning.accounts).read);
    rejects.keep();
    return { reckoning, decimals };
  } finally {
    progress.clear();
  }
}
