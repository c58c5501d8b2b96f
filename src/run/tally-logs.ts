/** From logs to a part: one pass that keeps everything by half-month. */

import { allKpis, foldable } from "../kpis/index.ts";
import { ownKpis } from "../kpis/own.ts";
import type { OwnKpi } from "../measures/rule.ts";
import { machine } from "../platform/index.ts";
import type { RowReader } from "../read/rows.ts";
import { snake } from "../records/case.ts";
import { type CaseHashes, eventsOf, halfMonths, type Part, type Settings } from "../tally/file.ts";
import { soonDays } from "../tally/open-list.ts";
import type { CaseGrouping, Tallies } from "../tally/tally.ts";
import type { Calendar } from "../time/calendar.ts";
import { isoDate } from "../time/civil.ts";
import { lastDayOfHalfMonth, lastHalfMonth } from "../time/half-month.ts";
import { yearRange } from "../time/period.ts";
import type { ReportOptions } from "./ask.ts";
import type { Context } from "./io.ts";
import type { OpenLogs } from "./logs.ts";
import { hashOfFile } from "./manifest.ts";
import { jobOf, procedureOf, reckon, type See } from "./read-through.ts";
import type { RejectsOptions } from "./rejects.ts";
import { keptScope } from "./scopes.ts";
import type { CrewFor } from "./threads.ts";

declare const __VERSION__: string;

/** How the logs are tallied. */
export interface PartOptions {
  readonly by: readonly CaseGrouping[];
  readonly clock: "elapsed" | "working";
  readonly calendar: Calendar;
  readonly minCell: number;
  /** KPIs of a plan's own. */
  readonly own: readonly OwnKpi[];
  /** The key of the hashes of case ids; null where none are wanted. */
  readonly key: Uint8Array | null;
  readonly options: RejectsOptions & Pick<ReportOptions, "allowGrowing" | "timeZone">;
}

/** What the KPIs are, as far as figures depend on it. */
export function definitionsHash(): string {
  return sha256(JSON.stringify(allKpis.map(({ id, unit, definition, formula }) => [id, unit, definition, formula])));
}

/** What a KPI of a plan's own counts, whatever it is called. */
export function ruleHash(kpi: OwnKpi): string {
  const { when, channels, share, mean, median, percentile, where } = kpi;
  return sha256(JSON.stringify(inOrder({ when, channels, share, mean, median, percentile, where })));
}

/** The same, however its keys are ordered. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, inOrder(one)]),
  );
}

export function calendarHash({ days }: Calendar): string {
  return sha256(JSON.stringify(days));
}

function sha256(text: string): string {
  return machine.sha256().update(text).digest();
}

/** Tallies logs. */
export async function partOfLogs(
  name: string,
  open: OpenLogs,
  { by, clock, calendar, minCell, own, key, options }: PartOptions,
  crewFor: CrewFor,
  context: Context,
): Promise<Part> {
  const { basis, reading } = open;
  const job = jobOf(open, clock, calendar, {
    kpis: [...foldable, ...ownKpis(own, calendar.days)],
    own: { kpis: own, days: calendar.days },
    period: null,
    // Which year matters only for a count that is had of the half-months instead.
    year: yearRange(2000),
    by: [],
    spans: halfMonths(by),
    names: by.includes("procedure"),
    // What all parts have, whatever groups are kept.
    texts: ["agency", "field", ...procedureOf(basis), ...(key === null ? [] : (["caseId"] as const))],
    flow: { from: 0, to: lastHalfMonth, soonUntil: soonAfterHalfMonths(calendar), asOf: reading.asOf },
    kept: keptScope(null, basis, calendar, reading.asOf),
    hits: true,
  });
  const hashes: bigint[] = [];
  const see = key === null ? null : hashed(hashes, key);
  const { reckoning, decimals } = await reckon(
    job,
    { crewFor, open, options, openCases: null, ...(see && { see }) },
    context,
  );
  const { tallies } = reckoning.tallier;
  const { hits } = tallies;
  const decided = [...decimals].flatMap(([field, sign]) => (sign === null ? [] : [[snake(field), sign] as const]));
  const settings: Settings = {
    tool: __VERSION__,
    definitions: definitionsHash(),
    clock,
    calendar: calendarHash(calendar),
    timeZone: options.timeZone,
    asOf: reading.asOf === null ? null : isoDate(Math.floor(reading.asOf / 86_400)),
    events: eventsOf(basis),
    decimals: Object.fromEntries(
      [...reading.decimals].map(([field, sign]) => [snake(field), sign]).concat(decided as [string, "comma"][]),
    ),
  };
  return {
    name,
    settings,
    basis: { submissionTime: basis.submissionTime, processingTime: basis.processingTime, procedure: basis.procedure },
    fields: basis.fields,
    logs: reckoning.accounts.map((account, i) => ({
      account,
      sha256: hashOfFile(open.logs[i].file),
      hits: hits[i] ?? {
        timed: { cases: 0, at: new Map(), pairs: new Map() },
        timeless: { cases: 0, at: new Map(), pairs: new Map() },
      },
    })),
    receivedOn: reckoning.receivedOn,
    endedOn: reckoning.endedOn,
    sameCases: reckoning.sameCases,
    numbersInDoubt: [...decimals].filter(([, sign]) => sign === null).map(([field]) => field),
    decided: [...decimals].filter(([, sign]) => sign !== null).map(([field]) => field),
    by,
    minCell,
    kpis: [...foldable, ...ownKpis(own, calendar.days)],
    own: Object.fromEntries(own.map((kpi) => [kpi.id, ruleHash(kpi)])),
    spans: tallies.spans,
    flow: tallies.flow as NonNullable<Tallies["flow"]>,
    kept: tallies.kept,
    names: tallies.names ?? new Map(),
    ids: key === null ? null : caseHashes(hashes, key),
  };
}

function hashed(hashes: bigint[], key: Uint8Array): See {
  return {
    begin: () => {
      hashes.length = 0;
    },
    see: (reader: RowReader) => addHash(hashes, key, reader.textOf("caseId")),
  };
}

function soonAfterHalfMonths(calendar: Calendar): (number | null)[] {
  // From the end of the half-month before the first, which no log speaks of.
  return [
    null,
    ...Array.from({ length: lastHalfMonth + 1 }, (_, at) => calendar.after(lastDayOfHalfMonth(at), soonDays)),
  ];
}

function addHash(hashes: bigint[], key: Uint8Array, id: string | null): void {
  if (id === null || id === "") return;
  hashes.push(new DataView(Uint8Array.from(machine.hmac(key, id)).buffer).getBigUint64(0));
}

function caseHashes(hashes: readonly bigint[], key: Uint8Array): CaseHashes {
  const inOrder = BigUint64Array.from(hashes).sort();
  const check = machine.hmac(key, "kpi-tally/1: which key this is").subarray(0, 8);
  const digits = Array.from(check, (byte) => byte.toString(16).padStart(2, "0"));
  return { key: digits.join(""), hashes: inOrder };
}
