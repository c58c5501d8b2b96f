/** The codes of the coded fields. Every code is itself a word that a log may hold. */
export const codes = {
  channel: ["online", "in_person", "postal"],
  status: [
    "registered",
    "received",
    "refused",
    "processing",
    "awaiting_supplement",
    "awaiting_payment",
    "withdrawn",
    "stopped",
    "finished",
    "returned",
  ],
  paymentMethod: ["online", "transfer", "card", "cash", "none"],
  serviceLevel: ["full", "partial", "none"],
  applicantType: ["citizen", "business"],
} as const;

export type Channel = (typeof codes.channel)[number];
export type Status = (typeof codes.status)[number];
export type PaymentMethod = (typeof codes.paymentMethod)[number];
export type ServiceLevel = (typeof codes.serviceLevel)[number];
export type ApplicantType = (typeof codes.applicantType)[number];
/** 5 is very satisfied, 1 very dissatisfied; 4 and 5 are satisfied. */
export type Rating = 1 | 2 | 3 | 4 | 5;

/** The kinds of column that a log has, by field; the order is the one in which fields are listed to a user. */
export const fieldKinds = {
  caseId: "text",
  procedureCode: "text",
  procedureName: "text",
  field: "text",
  agency: "text",
  channel: "word",
  loginAt: "time",
  submittedAt: "time",
  submissionDuration: "duration",
  receivedAt: "time",
  transferredAt: "time",
  dueAt: "time",
  finishedAt: "time",
  returnedAt: "time",
  processingDuration: "duration",
  status: "word",
  rating: "word",
  ratedAt: "time",
  paymentMethod: "word",
  fee: "money",
  serviceLevel: "word",
  processedOnline: "yesNo",
  electronicResult: "yesNo",
  recordDigitised: "yesNo",
  resultDigitised: "yesNo",
  dataReused: "yesNo",
  onSystem: "yesNo",
  portalSynced: "yesNo",
  viaPortal: "yesNo",
  applicantType: "word",
  // What the national index asks beside. Few logs have them, and no KPI: they are read as texts, and understood by what
  // asks for them (handled.ts), since the masks of a row have one word of bits.
  supplementRequestedAt: "text",
  supplementReceivedAt: "text",
  supplementCount: "text",
  extendedTo: "text",
  apology: "text",
} as const;

export type Field = keyof typeof fieldKinds;
export type FieldKind = (typeof fieldKinds)[Field];
export type FieldOf<K extends FieldKind> = { [F in Field]: (typeof fieldKinds)[F] extends K ? F : never }[Field];

export const allFields = Object.keys(fieldKinds) as Field[];

/** The name of a field in files, options and reports: `receivedAt` is `received_at` there. */
export function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const bySnake = new Map(allFields.map((field) => [snake(field), field]));

/** The field of a name as files and options write it; undefined when there is none. */
export function fieldOf(name: string): Field | undefined {
  return bySnake.get(name);
}

/**
 * What a KPI can need: a column, or a time that is worked out of columns (time.md): the time to submit, the processing
 * time, also by the clock that is not judged, and the moment at which work on the case was done (finished_at, else
 * returned_at).
 */
export type Need =
  | Exclude<Field, FieldOf<"text">>
  | "submissionTime"
  | "processingTime"
  | "otherTime"
  | "completedAt"
  | "procedure";

const needs: readonly Need[] = [
  ...allFields.filter((field): field is Exclude<Field, FieldOf<"text">> => fieldKinds[field] !== "text"),
  "submissionTime",
  "processingTime",
  "otherTime",
  "completedAt",
  "procedure",
];

/** The times that are read as texts: few ask for them, and a bit of their own would cost every row. */
export const timesAsTexts = ["supplementRequestedAt", "supplementReceivedAt", "extendedTo"] as const;

/** One bit a need, so that a row's missing cells are held against a KPI's needs in one operation. */
export const bit = Object.fromEntries(needs.map((need, i) => [need, 1 << i])) as Readonly<Record<Need, number>>;

/** The needs whose bits are set, in the order of the fields. */
export function needsIn(mask: number): Need[] {
  return needs.filter((need) => (mask & bit[need]) !== 0);
}

/** A log without a column for these still gives the KPIs that use them: there is just no such figure in it. */
export const optionalNeeds = bit.procedure | bit.fee;

/** A blank cell of these takes a case out of the KPIs that need it; elsewhere a blank has a meaning of its own. */
export const outWhenBlank =
  bit.channel |
  bit.serviceLevel |
  bit.loginAt |
  bit.dueAt |
  bit.receivedAt |
  bit.submissionTime |
  bit.processingTime |
  bit.otherTime |
  bit.applicantType;

/**
 * What a KPI reads of a case. A field that a KPI names in its needs is there and readable when its fold sees the case;
 * `null` is a blank with a meaning (case-log.md): not transferred, payment not recorded, no status. Times are whole
 * seconds of civil time since 1970-01-01T00:00 in the log's zone, durations whole seconds.
 */
export interface Readable {
  channel: Channel;
  loginAt: number;
  submittedAt: number | null;
  submissionDuration: number | null;
  receivedAt: number;
  transferredAt: number | null;
  dueAt: number;
  finishedAt: number | null;
  returnedAt: number | null;
  processingDuration: number | null;
  status: Status | null;
  rating: Rating;
  ratedAt: number | null;
  paymentMethod: PaymentMethod | null;
  /** Đồng; null when not recorded. */
  fee: number | null;
  serviceLevel: ServiceLevel;
  processedOnline: boolean;
  electronicResult: boolean;
  recordDigitised: boolean;
  resultDigitised: boolean;
  dataReused: boolean;
  onSystem: boolean;
  portalSynced: boolean;
  viaPortal: boolean;
  applicantType: ApplicantType;
  /** Seconds from login to submission. */
  submissionTime: number;
  /** From receipt to result; `seconds` is null where one end has no time of day, `days` are calendar days. */
  processingTime: { seconds: number | null; days: number };
  /**
   * The same by the other clock, where a run tells both: working time beside elapsed time, elapsed beside working time. Null
   * where not to be had: a case that leaves the years of the calendar has no working time.
   */
  otherTime: { seconds: number | null; days: number } | null;
  /** When work on the case was done: finished_at, else returned_at; null for an open case. */
  completedAt: number | null;
  /** Tells procedures apart: the code, else the name, decided once for the log; null when blank. */
  procedure: string | null;
}

/** What a fold may look at beside the needs of its KPI: which cells are blank or unread, and the channel where it is known. */
export interface Said {
  /** Bits of the needs whose cells are blank, and of those whose cells cannot be read. */
  readonly blank: number;
  readonly fault: number;
  readonly channel: Channel | null;
}

/** Whether the cell of a yes or no is blank. */
export function isBlank({ blank }: Pick<Said, "blank">, need: FieldOf<"yesNo">): boolean {
  return (blank & bit[need]) !== 0;
}

/** Whether the fee cannot be read: it may be 0, and more. */
export function isFeeUnread({ fault }: Pick<Said, "fault">): boolean {
  return (fault & bit.fee) !== 0;
}

/**
 * Why a case is excluded from a KPI: `no-…` for a blank cell, `bad-…` for one that cannot be read or a word that is
 * not known, with the name of the field; the rest are faults of two cells together, or of the log.
 */
export type Reason =
  | `${"no" | "bad"}-${string}`
  | "no-time-of-day"
  | "outside-calendar"
  | "no-column"
  | "ambiguous-number"
  | "negative-duration"
  | PairFault;

/** What the cells of one case say against each other, or a time after the moment for which the log speaks. */
export type PairFault =
  | "due-before-received"
  | "returned-while-open"
  | "finished-while-open"
  | "returned-without-date"
  | "finished-without-date"
  | "odd-year"
  | "login-after-submission"
  | "received-before-submitted"
  | "finished-before-received"
  | "returned-before-received"
  | "after-as-of";

/** The events of a case (time.md); `completed` is that of on-time-share: done, or due while still open. */
export type Event = "submitted" | "received" | "finished" | "rated" | "completed";
export const events = ["submitted", "received", "finished", "rated", "completed"] as const satisfies readonly Event[];

/** Statuses of cases on which work goes on: nothing of them has ended. */
export const openStatuses: ReadonlySet<Status | null> = new Set([
  "registered",
  "received",
  "processing",
  "awaiting_supplement",
  "awaiting_payment",
]);

/** An event that did not happen, or whose cell is blank. */
export const noEvent = -1;
/** An event whose cell cannot be read. */
export const badEvent = -2;
/** An event that counts without a time, in a log that has no column for it. */
export const timelessEvent = -3;
/** An event whose column another log of the run has, and this one not. */
export const absentEvent = -4;

/**
 * A case as it is read and folded: what each field says, null where it says nothing, and what is missing of it. A KPI
 * sees the fields that it needs of it (Readable).
 */
export type Case = { readonly [F in keyof Readable]: Readable[F] | null } & {
  readonly agency: string | null;
  /** What the log calls its procedure, beside the code. */
  readonly procedureName: string | null;
  /** As they are written (handled.ts). */
  readonly supplementRequestedAt: string | null;
  readonly supplementReceivedAt: string | null;
  readonly supplementCount: string | null;
  readonly extendedTo: string | null;
  readonly apology: string | null;
  /** The field of the procedure (lĩnh vực). */
  readonly field: string | null;
  /** Bits of the needs whose cells are blank, cannot be read, or have no column in this log. */
  readonly blank: number;
  readonly fault: number;
  readonly absent: number;
  /** Bits of the times that are days: without a time of day. */
  readonly dateOnly: number;
  /** Why submissionTime, processingTime, dueAt and completedAt are not to be had, when their fault bit is set. */
  readonly submissionReason: Reason;
  readonly processingReason: Reason;
  readonly dueReason: Reason;
  readonly completedReason: Reason;
} & {
  /** When each event happened: seconds, or noEvent, badEvent, timelessEvent. */
  readonly [E in Event]: number;
} & {
  /** Not done yet: `completed` is then the due time. */
  readonly open: boolean;
  /** It ended after the moment of `--as-of`: it is open, whatever its status says. */
  readonly isAhead: boolean;
};
