/** What follows from the cells of the row in hand: events, intervals, and times held against each other (time.md). */
import type { Weight } from "../measures/fold.ts";
import { absentNeeds, finishedWithoutTime } from "../records/basis.ts";
import {
  absentEvent,
  badEvent,
  bit,
  events,
  type Field,
  type FieldOf,
  type Need,
  noEvent,
  openStatuses,
  type PairFault,
  timelessEvent,
} from "../records/case.ts";
import { calendarOf } from "../time/calendar.ts";
import { dayOf, firstDay, lastDay, secondsADay } from "../time/civil.ts";
import { type WorkingClock, workingClock } from "../time/working.ts";
import { ambiguous, negative } from "./decode.ts";
import { isDigit, isWorded } from "./ids.ts";
import { rowHead, rowWord } from "./kernel.ts";
import { eventTimes } from "./kind-plan.ts";
import type { Layout } from "./layout.ts";
import type { Returns } from "./ledger.ts";
import { aYear, fiveYears, isOddYear, type Reading } from "./reading.ts";
import { isAfter, reasonOf } from "./row-case.ts";
import { RowCells } from "./row-cells.ts";
import type { Source } from "./source.ts";

const aMinute = 60;

/** A case has no processing time, by neither clock. */
const noProcessingTime = bit.processingTime | bit.otherTime;

/** The column of an event. */
interface EventColumn {
  readonly slot: number;
  readonly bit: number;
}

/** The row in hand as a Case whose times are held against each other. */
export abstract class RowEvents extends RowCells {
  /** How many cases were received on each day from `firstDay`, for the moment as of which the log speaks. */
  readonly receivedOn = new Int32Array(lastDay - firstDay + 1);
  /** The same of what happened to them last. */
  readonly endedOn = new Int32Array(lastDay - firstDay + 1);
  /** Bits of the needs for which this log has no column; the basis may rest on columns that only another log has. */
  protected readonly absent: number;
  /** Of cases whose status no table knows: what stands there as their end may be a day that was promised. */
  unsureOn: Int32Array | null = null;
  /** Of those the returns behind their due time: nobody promises a day that is too late. */
  lateOn: Int32Array | null = null;
  private readonly eventColumns: readonly (EventColumn | null)[];
  /** The column of the finished event; any where there is none. */
  private readonly finishes: EventColumn;
  private readonly asOfDay: "receivedAt" | "submittedAt" | null;
  protected readonly working: WorkingClock | null;
  /** Where both clocks are told: that by which elapsed time is told too, or any where working time is judged. */
  private readonly other: WorkingClock | null;
  private readonly otherTime: Between = { seconds: null, days: 0 };
  /** The row in hand says that work goes on, and when it ended; or that it ended, and not when. */
  protected isContradiction = false;
  /** The row in hand has a status that no table knows, whether or not its return outlives it. */
  hasUnknownStatus = false;

  constructor(source: Source, layout: Layout, reading: Reading) {
    super(source, layout, reading);
    this.working = reading.working === null ? null : workingClock(calendarOf(reading.working));
    this.other = reading.other == null ? null : (this.working ?? workingClock(calendarOf(reading.other)));
    const { basis } = reading;
    this.absent = absentNeeds(basis, (field) => layout.columns.some((column) => column.field === field));
    this.eventColumns = events.map((event) => {
      const field = basis.events[event] as FieldOf<"time"> | null;
      return field === null ? null : { slot: 4 * (this.slots.get(field) ?? 0), bit: bit[field] };
    });
    this.finishes = this.eventColumns[events.indexOf("finished")] ?? { slot: 0, bit: 0 };
    this.asOfDay = basis.fields.includes("receivedAt")
      ? "receivedAt"
      : basis.fields.includes("submittedAt")
        ? "submittedAt"
        : null;
  }

  /** Whether a row is to be looked at closer: words stand in place of its id, or no id and none of a channel either. */
  protected mayBeNoCase(row: number): boolean {
    const { words, bytes } = this.kernel;
    const read = words[row + rowWord.read];
    if (this.caseId < 0) return (read & (bit.channel | eventTimes)) === 0;
    const at = row + rowHead + this.caseId;
    if (words[at + 3] === 0) return (read & bit.channel) === 0;
    const [from, to] = [words[at + 1], words[at + 2]];
    return isWorded(bytes, from, to) || (this.hasLongIds && to - from < 4 && isDigit(bytes[from]));
  }

  /** Whether the id at `at` may be of another kind than the others: it has no digit, or is short. */
  protected mayBeOddId(at: number): boolean {
    const { words, bytes } = this.kernel;
    return words[at + 2] - words[at + 1] < 4 || isWorded(bytes, words[at + 1], words[at + 2]);
  }

  /** Works out events and intervals from the columns (time.md), and holds times against each other. */
  protected derive(): void {
    const { case: c, reading } = this;
    const { basis } = reading;
    if ((c.read & bit.submissionDuration) === 0) c.submissionDuration = null;
    if ((c.read & bit.processingDuration) === 0) c.processingDuration = null;
    c.dueReason = "bad-due-at";
    this.checkYears();
    // A return outlives a status that no table knows.
    this.hasUnknownStatus = (c.fault & bit.status) !== 0;
    const isBack = c.returnedAt !== null && this.happened(c.returnedAt) === c.returnedAt;
    if (isBack) c.fault &= ~bit.status;
    this.takeEvents();
    this.isContradiction = openStatuses.has(c.status) && (c.returnedAt !== null || c.finishedAt !== null);
    if (this.isContradiction) {
      if (c.returnedAt !== null) this.pairFault("returned-while-open", "returnedAt");
      if (c.finishedAt !== null) this.pairFault("finished-while-open", "finishedAt");
    }
    this.tellUndated();
    if (c.dueAt !== null && c.receivedAt !== null && c.dueAt < c.receivedAt) {
      this.pairFault("due-before-received", "dueAt");
      c.dueReason = "due-before-received";
      c.fault |= bit.dueAt;
      c.read &= ~bit.dueAt;
    }

    if (basis.submissionTime === "timestamps") {
      const { loginAt, submittedAt } = c;
      if (loginAt === null || submittedAt === null) {
        c.submissionReason = reasonOf(c, loginAt === null ? "loginAt" : "submittedAt");
        c.fault |= bit.submissionTime;
      } else if (isAfter(c, loginAt, "loginAt", submittedAt, "submittedAt")) {
        this.pairFault("login-after-submission", "loginAt");
        c.submissionReason = "login-after-submission";
        c.fault |= bit.submissionTime;
      } else if ((c.dateOnly & (bit.loginAt | bit.submittedAt)) !== 0) {
        c.submissionReason = "no-time-of-day";
        c.fault |= bit.submissionTime;
      } else {
        this.takeSubmissionTime();
      }
    } else if (basis.submissionTime === "duration") {
      if (c.submissionDuration === null) {
        c.submissionReason = this.durationReason("submissionDuration");
        c.fault |= bit.submissionTime;
      } else {
        c.submissionTime = c.submissionDuration;
      }
    }

    const { receivedAt, submittedAt } = c;
    if (receivedAt !== null && submittedAt !== null && submittedAt - receivedAt > secondsADay) {
      this.pairFault("received-before-submitted", "receivedAt");
    }
    let badPair: PairFault | null = null;
    if (
      receivedAt !== null &&
      c.finishedAt !== null &&
      isAfter(c, receivedAt, "receivedAt", c.finishedAt, "finishedAt")
    ) {
      badPair = "finished-before-received";
      this.pairFault(badPair, "finishedAt");
    }
    const done = c.open || c.completedAt === null ? null : c.endedByReturn ? "returnedAt" : basis.events.completed;
    if (badPair !== null && done === "finishedAt") this.takeOutEnd(badPair);
    const finishedByReturn = basis.events.finished === "returnedAt";
    if (finishedByReturn) badPair = null;
    if (
      receivedAt !== null &&
      c.returnedAt !== null &&
      isAfter(c, receivedAt, "receivedAt", c.returnedAt, "returnedAt")
    ) {
      this.pairFault("returned-before-received", "returnedAt");
      if (finishedByReturn) badPair = "returned-before-received";
      if (done === "returnedAt") this.takeOutEnd("returned-before-received");
    }

    if (basis.processingTime === "timestamps") {
      const finished = c.finished;
      if (receivedAt === null || finished < 0) {
        c.processingReason = reasonOf(c, receivedAt === null ? "receivedAt" : (basis.events.finished as Need & Field));
        c.fault |= noProcessingTime;
      } else if (badPair !== null) {
        c.processingReason = badPair;
        c.fault |= noProcessingTime;
      } else {
        this.takeProcessingTime();
      }
    } else if (basis.processingTime === "duration") {
      if (c.processingDuration === null) {
        c.processingReason = this.durationReason("processingDuration");
        c.fault |= noProcessingTime;
      } else {
        c.processingTime.seconds = c.processingDuration;
        c.processingTime.days = 0;
      }
    }

    if (reading.asOf !== null) this.checkAsOf(reading.asOf);
  }

  /** When each event happened, and whether and when the work was done. */
  protected takeEvents(): void {
    const { case: c } = this;
    const [submitted, received, finishing, rated, completed] = this.eventColumns;
    c.submitted = this.happened(this.eventTime(submitted));
    c.received = this.happened(this.eventTime(received));
    c.finished = this.happened(this.eventTime(finishing));
    c.rated = this.happened(this.eventTime(rated));
    if (finishing === null && c.finished === timelessEvent) c.finished = finishedWithoutTime(c, this.reading.basis);
    if (completed === null) return;
    c.isAhead = false;
    const ended = this.eventTime(completed);
    const done = ended === noEvent ? c.returnInstead : ended;
    // While work goes on nothing has ended, whatever stands there: a day that was promised, or "waits for a signature".
    const goesOn = done !== noEvent && openStatuses.has(c.status);
    c.isAhead = goesOn || this.happened(done) !== done;
    if (goesOn) c.finished = noEvent;
    c.open = done === noEvent || c.isAhead;
    c.completed = c.open ? (c.dueAt ?? c.received) : done;
  }

  /** A case that has ended by its status, and nobody wrote when: it is in no KPI over what was finished, which must be told. */
  private tellUndated(): void {
    const { case: c } = this;
    // A row without any time is rejected.
    if ((c.read & eventTimes) === 0) return;
    const { finished, completed } = this.reading.basis.events;
    if (c.status === "returned" && finished !== null && (c.blank & bit[finished as Need]) !== 0) {
      this.isContradiction = true;
      this.pairFault("returned-without-date", finished);
    } else if (c.status === "finished" && completed !== null) {
      const ends = bit[completed as Need] | (bit.returnedAt & this.present);
      if ((c.blank & ends) !== ends) return;
      this.isContradiction = true;
      this.pairFault("finished-without-date", completed);
    }
  }

  /** An end before the receipt says nothing of whether it was in time. */
  private takeOutEnd(why: PairFault): void {
    this.case.completedReason = why;
    this.case.fault |= bit.completedAt;
  }

  /**
   * Takes out a time that lies years away from the others of its case: a mistyped digit, 2099 for never. Of two times a year
   * or more apart the one is believed that lies among the days of the log; where nobody knows those yet it is noted.
   */
  private checkYears(): void {
    const { case: c } = this;
    const { words } = this.kernel;
    let [first, last] = [Number.POSITIVE_INFINITY, 0];
    for (const { slot, bit: own } of this.times) {
      if ((c.read & own) === 0) continue;
      const time = words[this.at + slot];
      if (time < first) first = time;
      if (time > last) last = time;
    }
    if (last - first <= aYear || last === 0) return;
    const there = this.times.filter(({ bit: own }) => (c.read & own) !== 0);
    const timeOf = (slot: number) => words[this.at + slot];
    const nearest = (one: (typeof there)[number]) =>
      Math.min(...there.flatMap((other) => (other === one ? [] : [Math.abs(timeOf(one.slot) - timeOf(other.slot))])));
    const lonely = there.filter((one) => nearest(one) > aYear);
    const { usual = null } = this.reading;
    if (usual === null) {
      // Where nothing is lonely two that agree may still be the ones that the days of the log show to be wrong.
      for (const { slot } of last - first > fiveYears ? there : lonely) {
        const day = dayOf(timeOf(slot));
        const { lonely: seen } = this.ledger;
        this.ledger.lonely = { from: Math.min(day, seen?.from ?? day), to: Math.max(day, seen?.to ?? day) };
      }
    } else {
      const odd = lonely.filter((one) => isOddYear(usual, timeOf(one.slot), one.field, nearest(one)));
      // Of a case all of whose times lie elsewhere none is odd beside the others.
      if (odd.length < there.length) {
        for (const { field, bit: own } of odd) {
          this.pairFault("odd-year", field);
          c.read &= ~own;
          c.fault |= own;
        }
      }
      if (odd.length > 0) return;
    }
    if (last - first <= fiveYears) return;
    const isOfLog = (time: number) => usual !== null && dayOf(time) >= usual.from && dayOf(time) <= usual.to;
    const all = there.map(({ slot }) => timeOf(slot)).sort((a, b) => a - b);
    const inLog = all.filter(isOfLog);
    // Those among the days of the log are believed, else the one in the middle; of two the earlier.
    const inOrder = inLog.length > 0 ? inLog : all;
    const middle = inOrder[(inOrder.length - 1) >>> 1];
    for (const { field, slot, bit: own } of there) {
      if (Math.abs(timeOf(slot) - middle) <= fiveYears) continue;
      this.pairFault("odd-year", field);
      c.read &= ~own;
      c.fault |= own;
    }
  }

  /** What is dated after the moment of `--as-of` has not happened. */
  private happened(time: number): number {
    const { asOf } = this.reading;
    return asOf !== null && time > asOf ? noEvent : time;
  }

  /** From login to submission, both of which the row has. */
  protected takeSubmissionTime(): void {
    const { case: c } = this;
    const { words, at, slot } = c;
    c.submissionTime = words[at + slot.submittedAt] - words[at + slot.loginAt];
  }

  /** From receipt to result, both of which the row has. */
  protected takeProcessingTime(): void {
    const { case: c, finishes } = this;
    const { words, at, slot } = c;
    const finished = words[at + finishes.slot];
    const received = words[at + slot.receivedAt];
    const isTimed = (c.dateOnly & (bit.receivedAt | finishes.bit)) === 0;
    const { processingTime } = c;
    if (this.working === null) {
      takeElapsed(processingTime, received, finished, isTimed);
      if (this.other !== null) {
        c.otherTime = takeWorked(this.otherTime, this.other, received, finished, isTimed) ? this.otherTime : null;
      }
      return;
    }
    if (this.other !== null) {
      takeElapsed(this.otherTime, received, finished, isTimed);
      c.otherTime = this.otherTime;
    }
    if (!takeWorked(processingTime, this.working, received, finished, isTimed)) {
      c.processingReason = "outside-calendar";
      c.fault |= bit.processingTime;
    }
  }

  /** The time of an event's column; what there is instead of it where the cell, or the column, gives none. */
  private eventTime(event: EventColumn | null): number {
    if (event === null) return this.reading.hasPeriod ? noEvent : timelessEvent;
    const { case: c } = this;
    if ((c.read & event.bit) !== 0) return this.kernel.words[this.at + event.slot];
    if ((c.absent & event.bit) !== 0) return absentEvent;
    return (c.fault & event.bit) === 0 ? noEvent : badEvent;
  }

  /** The due time of the row in hand, also one that contradicts its receipt; null where none can be read. */
  get statedDue(): number | null {
    const { case: c } = this;
    return c.dueReason === "due-before-received" ? c.dueThere : c.dueAt;
  }

  private pairFault(code: PairFault, field: Field): void {
    this.issue(code, field);
  }

  private checkAsOf(asOf: number): void {
    for (const { field } of this.times) {
      const time = this.case[field as FieldOf<"time">];
      // A due time lies ahead by nature.
      if (time !== null && field !== "dueAt" && time > asOf) this.issue("after-as-of", field);
    }
  }

  private durationReason(field: FieldOf<"duration">) {
    if ((this.case.fault & bit[field]) === 0) return reasonOf(this.case, field);
    if (this.durationFault === negative) return "negative-duration" as const;
    if (this.durationFault === ambiguous) return "ambiguous-number" as const;
    return reasonOf(this.case, field);
  }

  protected noteDay(weight: Weight): void {
    if (!this.ledger.returns.isOther) this.noteReturn(this.ledger.returns);
    const received = this.asOfDay === null ? null : this.case[this.asOfDay];
    if (received !== null) this.receivedOn[dayOf(received) - firstDay] += weight;
    const last = this.lastEvent();
    if (last < 0) return;
    if (this.hasUnknownStatus && !this.isSure(last)) {
      const { case: c } = this;
      const isLate = last === c.returnedAt && c.dueAt !== null && isAfter(c, last, "returnedAt", c.dueAt, "dueAt");
      const counts = (isLate ? this.lateOn : this.unsureOn) ?? new Int32Array(lastDay - firstDay + 1);
      if (isLate) this.lateOn = counts;
      else this.unsureOn = counts;
      counts[dayOf(last) - firstDay] += weight;
    } else this.endedOn[dayOf(last) - firstDay] += weight;
  }

  /** Whether the return of the row in hand is its due time; most logs show in their first row that theirs are not. */
  private noteReturn(returns: Returns): void {
    const { case: c } = this;
    const both = bit.returnedAt | bit.dueAt;
    if ((this.present & both) !== both || (c.status !== null && !openStatuses.has(c.status))) {
      returns.isOther = true;
    } else if ((c.read & both) === both) {
      const [returned, due] = [
        this.kernel.words[this.at + c.slot.returnedAt],
        this.kernel.words[this.at + c.slot.dueAt],
      ];
      const isTimed = (c.dateOnly & both) === 0 && (returned % secondsADay !== 0 || due % secondsADay !== 0);
      const unit = isTimed ? aMinute : secondsADay;
      if (Math.floor(returned / unit) !== Math.floor(due / unit)) returns.isOther = true;
      else {
        returns.asDue++;
        if (!isTimed) returns.inDays++;
      }
    } else if ((c.blank & bit.returnedAt) !== 0) returns.none++;
    else if ((c.blank & bit.dueAt) !== 0) returns.isOther = true;
  }

  /** Whether a case was submitted or rated then, whatever its status is. */
  private isSure(time: number): boolean {
    const [submitted, , , rated] = this.eventColumns;
    const { ratedAt, rating } = this.case;
    return (
      time === this.eventTime(submitted) || (ratedAt !== null && rating !== null && time === this.eventTime(rated))
    );
  }

  /** When the last of what counts of a case happened: its submission, its end, its return, its rating. */
  private lastEvent(): number {
    const { case: c } = this;
    const [submitted, , finishing, rated] = this.eventColumns;
    let last = c.open ? noEvent : (c.completedAt ?? noEvent);
    // A return that stands in the row of a case on which work goes on may be one that was promised.
    if (!c.isAhead) last = Math.max(last, this.eventTime(finishing));
    if ((this.present & ~c.blank & bit.rating) !== 0) last = Math.max(last, this.eventTime(rated));
    return Math.max(last, this.eventTime(submitted));
  }
}

/** A time between two moments; days where one has no time of day. */
interface Between {
  seconds: number | null;
  days: number;
}

function takeElapsed(into: Between, from: number, to: number, isTimed: boolean): void {
  into.seconds = isTimed ? to - from : null;
  into.days = dayOf(to) - dayOf(from);
}

/** The years that the calendar covers are asked for once: by the seconds, or, without times of day, by the days. @returns whether they do */
function takeWorked(into: Between, clock: WorkingClock, from: number, to: number, isTimed: boolean): boolean {
  const worked = isTimed ? clock.seconds(from, to) : clock.days(dayOf(from), dayOf(to));
  into.seconds = isTimed ? worked : null;
  into.days = isTimed ? 0 : (worked ?? 0);
  return worked !== null;
}
