/** The schema of a file of partial results, kpi-tally/1: additions only within a version. */
import * as z from "zod/mini";
import { scaleSigns } from "../read/meaning.ts";

const count = z.int().check(z.nonnegative());
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const name = z.string();
/** JSON by columns, compressed (Brotli, RFC 7932), in base64 (RFC 4648): pack.ts says how. */
const packed = z.base64();

/** Half-months or pairs of them (4096 × first + second), each with its number of cases: key, count, key, count … */
const hits = z.strictObject({ cases: count, at: z.array(count), pairs: z.array(count) });

/** Which sheets of a workbook, or tables of a page, were read, and which were not. */
const book = z.strictObject({
  read: z.array(name),
  others: z.array(name),
  hidden: z.array(name),
  /** Read, without a header of their own. */
  continued: z.optional(z.array(name)),
  hiddenRows: count,
  filled: count,
  isChosen: z.boolean(),
  isAll: z.boolean(),
  isPage: z.boolean(),
});

const log = z.strictObject({
  name,
  bytes: count,
  sha256,
  encoding: z.string(),
  container: z.nullable(z.enum(["gzip", "xlsx", "html", "xml"])),
  book: z.optional(book),
  /** Exports of several orders of columns were put into one; quotes around whole lines were taken off. */
  isReordered: z.optional(z.boolean()),
  isUnwrapped: z.optional(z.boolean()),
  /** Days and times of day of two columns that were put together: their headers. */
  timesJoined: z.optional(z.array(z.tuple([z.string(), z.string()]))),
  /** Headers of times of day that were put together with no day. */
  timesApart: z.optional(z.array(z.string())),
  bom: z.boolean(),
  delimiter: z.string().check(z.length(1)),
  headerLine: count,
  dueInDays: z.boolean(),
  columns: z.array(z.strictObject({ field: name, header: z.string() })),
  /** How many columns no field claims; their headers stay where the log is. */
  unread: count,
  secondary: z.array(z.strictObject({ header: z.string(), field: name, taken: z.string() })),
  passedOver: z.record(z.string(), count),
  firstNote: z.nullable(count),
  fillers: z.optional(z.strictObject({ first: count, last: count })),
  /** read = counted + duplicates + rejected */
  read: count,
  counted: count,
  duplicates: count,
  rejected: count,
  issues: z.array(
    z.strictObject({
      code: z.string(),
      column: z.nullable(name),
      count,
      firstLine: count,
      /** Of dates that cannot be read: 99/99/99 9:99. */
      shape: z.optional(z.string()),
    }),
  ),
  tooManyWords: z.array(name),
  blanks: z.record(z.string(), count),
  paddedCodes: count,
  blankIds: count,
  /** Cases whose return is their due time, where that is so of all. */
  returnedAsDue: z.optional(count),
  /** What its words show of their scales. */
  signs: z.array(z.enum(scaleSigns)),
  /** By column: how many values of which form. */
  dates: z.record(z.string(), z.record(z.string(), count)),
  truncated: z.boolean(),
  /** Cases without an event that has no time, and those with one. */
  hits: z.strictObject({ timed: hits, timeless: hits }),
});

/** Cases, those left out by reason, and the state of the fold; a long list in it stands as { packed }. */
const tally = z.tuple([count, z.record(z.string(), count), z.unknown()]);

const span = z.strictObject({
  /** The first day of the half-month; undated for cases whose event cannot be read, timeless for those that need none. */
  from: z.string().check(z.regex(/^(\d{4}-\d\d-(01|15)|undated|timeless)$/)),
  /** Of the events submitted, received, finished, rated, completed. */
  cases: z.array(count).check(z.length(5)),
  /** By KPI. */
  totals: z.record(z.string(), tally),
  /** By grouping, packed: by KPI, by name, tallies. */
  groups: z.record(z.string(), packed),
});

const grouped = z.strictObject({ all: packed, agencies: packed, procedures: packed });

export const partSchema = z.strictObject({
  schema: z.literal("kpi-tally/1"),
  tool: z.strictObject({ name: z.literal("kpi"), version: z.string() }),
  /** Parts are added up only where all of these are the same. */
  settings: z.strictObject({
    definitions: sha256,
    clock: z.enum(["elapsed", "working"]),
    calendar: sha256,
    timeZone: z.string(),
    asOf: z.nullable(z.iso.date()),
    events: z.strictObject({
      submitted: z.nullable(name),
      received: z.nullable(name),
      finished: z.nullable(name),
      rated: z.nullable(name),
      completed: z.nullable(name),
    }),
    decimals: z.record(z.string(), z.string()),
  }),
  basis: z.strictObject({
    submissionTime: z.nullable(z.enum(["timestamps", "duration"])),
    processingTime: z.nullable(z.enum(["timestamps", "duration"])),
    procedure: z.nullable(z.enum(["procedureCode", "procedureName"])),
  }),
  fields: z.array(name),
  by: z.array(z.enum(["agency", "procedure", "field", "channel"])),
  minCell: count,
  /** By KPI of a plan's own that was tallied: the hash of its rule, in whose place no other may stand. */
  own: z.optional(z.record(z.string(), sha256)),
  sameCases: z.strictObject({
    files: count,
    states: count,
    repeated: count,
    sharedIds: count,
    steps: count,
    apart: count,
  }),
  numbersInDoubt: z.array(name),
  decided: z.array(name),
  logs: z.array(log).check(z.minLength(1)),
  /** Packed: days since 1970-01-01, each with its number of receipts. */
  receivedOn: packed,
  /** The same of the ends of the work. */
  endedOn: packed,
  spans: z.array(span),
  /** Packed: by name, what came in and went out, and what is open (flow.ts). */
  flow: z.strictObject({ fields: packed, agencies: packed }),
  /** Packed: how long cases wait and take, and their stages (methods/kept.ts). */
  kept: z.optional(z.strictObject({ waiting: grouped, times: grouped, stages: grouped })),
  /** Packed: by code of procedure, its names in the logs, each with its number of cases. */
  names: z.optional(packed),
  /** HMAC-SHA256 of the case ids under a key that is not here, the first eight bytes of each, in order, in base64. */
  ids: z.nullable(z.strictObject({ key: z.string().check(z.regex(/^[0-9a-f]{16}$/)), hashes: z.base64() })),
  /** Of the bytes of the file before `,"sha256":` of this one. */
  sha256,
});

export type PartFile = z.infer<typeof partSchema>;
export type WrittenLog = PartFile["logs"][number];
export type WrittenSpan = PartFile["spans"][number];
