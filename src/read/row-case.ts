import type { Basis } from "../records/basis.ts";
import type { ApplicantType, Channel, PaymentMethod, Rating, ServiceLevel, Status } from "../records/case.ts";
import {
  allFields,
  badEvent,
  bit,
  type Case,
  type Field,
  type FieldOf,
  type Need,
  noEvent,
  type Reason,
  snake,
} from "../records/case.ts";
import { dayOf, secondsADay } from "../time/civil.ts";
import type { Value } from "./words.ts";

/**
 * The row in hand as a Case: one object for every row, whose fields are looked up in the table of rows when a KPI reads
 * them. Most fields of most rows are read by nobody; filling thirty fields a row took a third of the time.
 */
export class RowCase implements Case {
  /** The kernel's words, where the slots of the row begin in them, and the slot of each field (times four). */
  words: Uint32Array = new Uint32Array(0);
  at = 0;
  readonly slot = Object.fromEntries(allFields.map((field) => [field, -1])) as Record<Field, number>;
  /** What the numbers of words mean. */
  readonly values: (Value | null)[];
  /** Bits of the fields whose cells are read, of the flags that say yes, of the times that are dates only. */
  read = 0;
  yes = 0;
  dateOnly = 0;
  blank = 0;
  fault = 0;
  absent = 0;
  submissionReason: Reason = "no-time-of-day";
  processingReason: Reason = "no-time-of-day";
  dueReason: Reason = "bad-due-at";
  completedReason: Reason = "finished-before-received";
  /** Set where the log has the column: durations are worked out of their cells, an id is read when it is asked for. */
  submissionDuration: number | null = null;
  processingDuration: number | null = null;
  caseId: string | null = null;
  submissionTime = 0;
  readonly processingTime: { seconds: number | null; days: number } = { seconds: null, days: 0 };
  otherTime: { seconds: number | null; days: number } | null = null;
  /** The columns that tell when the work was done and which procedure it is (time.md): decided once for all logs. */
  private completedSlot = 0;
  private completedBit = 0;
  /** Of a blank end of the work the return of the result says when it was done at the latest. */
  private returnedBit = 0;
  /** The work was done after the moment of `--as-of`: it is not done yet. */
  isAhead = false;
  private procedureSlot = -1;
  submitted = noEvent;
  received = noEvent;
  finished = noEvent;
  rated = noEvent;
  completed = noEvent;
  open = false;

  private readonly dueAtMidnight: boolean;

  /** @param dueAtMidnight a due time at midnight means the beginning of its day, and not the day */
  constructor(values: (Value | null)[], dueAtMidnight: boolean) {
    this.values = values;
    this.dueAtMidnight = dueAtMidnight;
  }

  /** Says in which slots the cells of a row stand, once these are known. */
  place(slots: ReadonlyMap<Field, number>, { events, procedure }: Basis): void {
    for (const [field, slot] of slots) this.slot[field] = 4 * slot;
    if (events.completed !== null) {
      this.completedSlot = this.slot[events.completed];
      this.completedBit = bit[events.completed as Need];
      if (events.completed === "finishedAt" && slots.has("returnedAt")) this.returnedBit = bit.returnedAt;
    }
    if (procedure !== null) this.procedureSlot = this.slot[procedure];
  }

  get completedAt(): number | null {
    if (this.isAhead) return null;
    if ((this.read & this.completedBit) !== 0) return this.words[this.at + this.completedSlot];
    return this.endedByReturn ? this.words[this.at + this.slot.returnedAt] : null;
  }
  /** The end of the work is blank, and the return of the result is not. */
  get endedByReturn(): boolean {
    return (
      (this.read & this.returnedBit) !== 0 &&
      (this.read & this.completedBit) === 0 &&
      (this.fault & this.completedBit) === 0
    );
  }
  /** What the return of the result says where the end of the work is blank: its time, that it cannot be read, or nothing. */
  get returnInstead(): number {
    if ((this.read & this.returnedBit) !== 0) return this.words[this.at + this.slot.returnedAt];
    return (this.fault & this.returnedBit) === 0 ? noEvent : badEvent;
  }
  get procedure(): string | null {
    return this.text(this.procedureSlot);
  }
  get loginAt(): number | null {
    return (this.read & bit.loginAt) === 0 ? null : this.words[this.at + this.slot.loginAt];
  }
  get submittedAt(): number | null {
    return (this.read & bit.submittedAt) === 0 ? null : this.words[this.at + this.slot.submittedAt];
  }
  get receivedAt(): number | null {
    return (this.read & bit.receivedAt) === 0 ? null : this.words[this.at + this.slot.receivedAt];
  }
  get transferredAt(): number | null {
    return (this.read & bit.transferredAt) === 0 ? null : this.words[this.at + this.slot.transferredAt];
  }
  get finishedAt(): number | null {
    return (this.read & bit.finishedAt) === 0 ? null : this.words[this.at + this.slot.finishedAt];
  }
  get returnedAt(): number | null {
    return (this.read & bit.returnedAt) === 0 ? null : this.words[this.at + this.slot.returnedAt];
  }
  get ratedAt(): number | null {
    return (this.read & bit.ratedAt) === 0 ? null : this.words[this.at + this.slot.ratedAt];
  }
  get dueAt(): number | null {
    return (this.read & bit.dueAt) === 0 ? null : this.dueThere;
  }
  /** What is read in its cell, though it may not be used. A due date without a time means the end of that day, and so does its midnight. */
  get dueThere(): number {
    const time = this.words[this.at + this.slot.dueAt];
    const isDay =
      (this.dateOnly & bit.dueAt) !== 0 ||
      (time % secondsADay === 0 && (!this.dueAtMidnight || this.isReceivedOn(dayOf(time))));
    return isDay ? time + secondsADay - 1 : time;
  }
  /** What came in on a day was not due when that day began. */
  private isReceivedOn(day: number): boolean {
    const received = this.receivedAt ?? this.submittedAt;
    return received !== null && dayOf(received) === day;
  }
  get channel(): Channel | null {
    return (this.read & bit.channel) === 0 ? null : (this.values[this.words[this.at + this.slot.channel]] as Channel);
  }
  get status(): Status | null {
    return (this.read & bit.status) === 0 ? null : (this.values[this.words[this.at + this.slot.status]] as Status);
  }
  get rating(): Rating | null {
    return (this.read & bit.rating) === 0 ? null : (this.values[this.words[this.at + this.slot.rating]] as Rating);
  }
  get paymentMethod(): PaymentMethod | null {
    return (this.read & bit.paymentMethod) === 0
      ? null
      : (this.values[this.words[this.at + this.slot.paymentMethod]] as PaymentMethod);
  }
  get serviceLevel(): ServiceLevel | null {
    return (this.read & bit.serviceLevel) === 0
      ? null
      : (this.values[this.words[this.at + this.slot.serviceLevel]] as ServiceLevel);
  }
  get applicantType(): ApplicantType | null {
    return (this.read & bit.applicantType) === 0
      ? null
      : (this.values[this.words[this.at + this.slot.applicantType]] as ApplicantType);
  }
  get fee(): number | null {
    return (this.read & bit.fee) === 0 ? null : (this.values[this.words[this.at + this.slot.fee]] as number);
  }
  get processedOnline(): boolean {
    return (this.yes & bit.processedOnline) !== 0;
  }
  get electronicResult(): boolean {
    return (this.yes & bit.electronicResult) !== 0;
  }
  get recordDigitised(): boolean {
    return (this.yes & bit.recordDigitised) !== 0;
  }
  get resultDigitised(): boolean {
    return (this.yes & bit.resultDigitised) !== 0;
  }
  get dataReused(): boolean {
    return (this.yes & bit.dataReused) !== 0;
  }
  get onSystem(): boolean {
    return (this.yes & bit.onSystem) !== 0;
  }
  get portalSynced(): boolean {
    return (this.yes & bit.portalSynced) !== 0;
  }
  get viaPortal(): boolean {
    return (this.yes & bit.viaPortal) !== 0;
  }
  get procedureCode(): string | null {
    return this.text(this.slot.procedureCode);
  }
  get procedureName(): string | null {
    return this.text(this.slot.procedureName);
  }
  get supplementRequestedAt(): string | null {
    return this.text(this.slot.supplementRequestedAt);
  }
  get supplementReceivedAt(): string | null {
    return this.text(this.slot.supplementReceivedAt);
  }
  get supplementCount(): string | null {
    return this.text(this.slot.supplementCount);
  }
  get extendedTo(): string | null {
    return this.text(this.slot.extendedTo);
  }
  get apology(): string | null {
    return this.text(this.slot.apology);
  }
  get agency(): string | null {
    return this.text(this.slot.agency);
  }
  get field(): string | null {
    return this.text(this.slot.field);
  }

  private text(slot: number): string | null {
    if (slot < 0 || this.words[this.at + slot + 3] === 0) return null;
    return this.values[this.words[this.at + slot]] as string | null;
  }
}

/** The reasons that name a field, made once: most rows lack some time. */
const reasons = new Map(
  allFields.map((field) => {
    const name = snake(field).replaceAll("_", "-");
    return [field, { no: `no-${name}`, bad: `bad-${name}` }] as const;
  }),
);

export function reasonOf(c: Case, field: Need & Field): Reason {
  const { no, bad } = reasons.get(field) as { no: Reason; bad: Reason };
  return (c.fault & bit[field]) === 0 ? no : bad;
}

/** Whether `a` is later than `b`; where one of them has no time of day, by the days alone. */
export function isAfter(c: RowCase, a: number, aField: FieldOf<"time">, b: number, bField: FieldOf<"time">): boolean {
  if (a <= b) return false;
  return (c.dateOnly & (bit[aField] | bit[bField])) === 0 || dayOf(a) > dayOf(b);
}
