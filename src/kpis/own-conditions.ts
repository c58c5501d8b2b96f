/**
 * The conditions of a plan's own KPI as tests of a case, by the logic of three values (Kleene): what hangs on a cell that
 * is blank or cannot be read is not known, and neither is what an unknown part could turn.
 */
import { exact } from "../measures/exact.ts";
import type { CellWord, Condition, Limits, PeriodEnd, PeriodUnit, Stretch } from "../measures/rule.ts";
import {
  absentEvent,
  badEvent,
  bit,
  type Case,
  codes,
  type Field,
  type FieldOf,
  fieldKinds,
  fieldOf,
  type Need,
  type Reason,
  snake,
} from "../records/case.ts";
import { wordKey } from "../records/spelling.ts";
import { dayOf } from "../time/civil.ts";
import type { WorkingClock } from "../time/working.ts";

/** What is not known is neither. */
export type Truth = "yes" | "no" | "unknown";

/** A condition made ready. */
export interface Test {
  readonly truth: (c: Case) => Truth;
  /** Which cell is the reason that the truth is not known; of a case of which it is known it means nothing. */
  readonly why: (c: Case) => Reason;
}

/** What a rule reads. */
export interface OwnReads {
  readonly needs: Set<Need>;
  readonly texts: Set<"agency" | "field">;
}

/** What a condition is made ready with. */
export interface TestMaking {
  readonly reads: OwnReads;
  /** What a blank cell of a yes or no means: by the rule of all KPIs it is no, and told where it might have turned a share. */
  readonly blankFlag: Truth;
  readonly clock: () => WorkingClock;
}

/** What a field of a condition is: how its cell is read, and what it can be held against. */
export type FieldUse = "word" | "yesNo" | "rating" | "money" | "name" | "time";

/** What a condition can do with a field by its name in files; null for one that no KPI is given. */
export function useOf(name: string): FieldUse | null {
  if (name === "procedure" || name === "agency" || name === "field") return "name";
  const field = fieldOf(name);
  if (field === undefined) return null;
  if (field === "rating") return "rating";
  const kind = fieldKinds[field];
  return kind === "text" || kind === "duration" ? null : kind;
}

/** The codes of a coded field, by its name in files. */
export function codesOfField(name: string): readonly string[] {
  const field = fieldOf(name);
  return field !== undefined && field in codes ? codes[field as keyof typeof codes] : [];
}

const isYes = new Map<CellWord, boolean>([
  [true, true],
  ["yes", true],
  [false, false],
  ["no", false],
]);

/** Yes or no as a plan writes it; undefined for what is neither. */
export function yesOrNo(value: CellWord): boolean | undefined {
  return isYes.get(value);
}

const truthOf = (holds: boolean): Truth => (holds ? "yes" : "no");

/** Makes a condition ready. */
export function testOf(condition: Condition, making: TestMaking): Test {
  const { and, or, not } = condition;
  if (and !== undefined)
    return joined(
      and.map((one) => testOf(one, making)),
      "no",
      "yes",
    );
  if (or !== undefined)
    return joined(
      or.map((one) => testOf(one, making)),
      "yes",
      "no",
    );
  if (not !== undefined) {
    const inner = testOf(not, making);
    return { ...inner, truth: (c) => opposite[inner.truth(c)] };
  }
  const told = condition.known ?? condition.blank;
  if (told !== undefined) return saysSomething(told, condition.known !== undefined, making);
  if (condition.field !== undefined) return ofField(condition.field, condition, making);
  return ofStretch(condition as Stretch & Limits, making);
}

const opposite = { yes: "no", no: "yes", unknown: "unknown" } as const;

/** @param decides one part that has it gives it to the whole; @param else_ what the whole is when all parts are known and none has */
function joined(parts: readonly Test[], decides: Truth, else_: Truth): Test {
  return {
    truth(c) {
      let isUnknown = false;
      for (let i = 0; i < parts.length; i++) {
        const truth = parts[i].truth(c);
        if (truth === decides) return decides;
        if (truth === "unknown") isUnknown = true;
      }
      return isUnknown ? "unknown" : else_;
    },
    why: (c) => (parts.find((part) => part.truth(c) === "unknown") ?? parts[0]).why(c),
  };
}

const dashed = (field: string) => snake(field).replaceAll("_", "-");

/** Why a cell says nothing: its log has no such column, it is blank, or it cannot be read. */
function whyOf(field: Need): (c: Case) => Reason {
  const [blank, bad] = [`no-${dashed(field)}`, `bad-${dashed(field)}`] as const;
  const own = bit[field];
  return (c) => {
    if ((c.absent & own) !== 0) return "no-column";
    if ((c.blank & own) !== 0) return blank;
    return field === "dueAt" ? c.dueReason : bad;
  };
}

/** Whether a cell holds something; of one that cannot be read it is not known what. */
function saysSomething(name: string, wanted: boolean, { reads }: TestMaking): Test {
  const [there, not] = wanted ? (["yes", "no"] as const) : (["no", "yes"] as const);
  const end = endNamed(name);
  if (end !== null) {
    const { time, why } = endOf(end, reads);
    return {
      truth: (c) => (time(c) !== null ? there : /^no-(?!column)/.test(why(c)) ? not : "unknown"),
      why,
    };
  }
  if (useOf(name) === "name") {
    const text = textOf(name, reads);
    return { truth: (c) => (text(c) === null ? not : there), why: () => `no-${dashed(name)}` };
  }
  const field = fieldOf(name) as Exclude<Need, "procedure">;
  reads.needs.add(field);
  const own = bit[field];
  return {
    truth: (c) => (((c.absent | c.fault) & own) !== 0 ? "unknown" : (c.blank & own) !== 0 ? not : there),
    why: whyOf(field),
  };
}

/** The end of a stretch of a name, or of the column of a time. */
function endNamed(name: string): PeriodEnd | FieldOf<"time"> | null {
  if (name in endColumns || name === "finished" || name === "completed") return name as PeriodEnd;
  const field = fieldOf(name);
  return field !== undefined && fieldKinds[field] === "time" ? (field as FieldOf<"time">) : null;
}

function textOf(name: string, { needs, texts }: OwnReads): (c: Case) => string | null {
  if (name === "procedure") {
    needs.add("procedure");
    return (c) => c.procedure;
  }
  texts.add(name as "agency" | "field");
  return name === "agency" ? (c) => c.agency : (c) => c.field;
}

function ofField(name: string, condition: Condition, making: TestMaking): Test {
  const { reads } = making;
  const wanted = condition.is !== undefined ? [condition.is] : Array.isArray(condition.in) ? condition.in : null;
  const use = useOf(name) as FieldUse;
  if (use === "name") return ofName(name, wanted ?? [], reads);
  const field = fieldOf(name) as Field & Need;
  reads.needs.add(field);
  const own = bit[field];
  const why = whyOf(field);
  if (use === "yesNo") {
    const is = wanted?.some((one) => yesOrNo(one)) === true;
    const isNot = wanted?.some((one) => yesOrNo(one) === false) === true;
    const blank = making.blankFlag === "unknown" ? "unknown" : truthOf(isNot);
    const flag = field as FieldOf<"yesNo">;
    return {
      truth: (c) =>
        ((c.absent | c.fault) & own) !== 0
          ? "unknown"
          : (c.blank & own) !== 0
            ? blank
            : truthOf(c[flag] === true ? is : isNot),
      why,
    };
  }
  if (wanted !== null) {
    const set = new Set<unknown>(wanted);
    return { truth: (c) => (c[field] === null ? "unknown" : truthOf(set.has(c[field]))), why };
  }
  const isWithin = within(condition, 1);
  return { truth: (c) => (c[field] === null ? "unknown" : truthOf(isWithin(c[field] as number))), why };
}

/** Names are compared as groups are: by what their spellings have in common. */
function ofName(name: string, wanted: readonly CellWord[], reads: OwnReads): Test {
  const keys = new Set(wanted.map((one) => wordKey(String(one))));
  const known = new Map<string, Truth>();
  const text = textOf(name, reads);
  const absent = name === "procedure" ? bit.procedure : 0;
  return {
    truth(c) {
      const said = text(c);
      if (said === null) return "unknown";
      let truth = known.get(said);
      if (truth === undefined) {
        truth = truthOf(keys.has(wordKey(said)));
        known.set(said, truth);
      }
      return truth;
    },
    why: (c) => ((c.absent & absent) !== 0 ? "no-column" : `no-${name}`),
  };
}

/** Whether a whole number keeps to a limit of a unit of `per`, in whole numbers: 0.1 × 3 is not 0.3 in floating point. */
function within({ below, atMost, atLeast, above }: Limits, per: number): (value: number) => boolean {
  const limit = exact(below ?? atMost ?? atLeast ?? above ?? 0);
  const [num, den] = [limit.num * BigInt(per), limit.den];
  const floor = num >= 0n || num % den === 0n ? num / den : num / den - 1n;
  const least = Number(floor);
  const isWhole = floor * den === num;
  if (below !== undefined) return (value) => (isWhole ? value < least : value <= least);
  if (atMost !== undefined) return (value) => value <= least;
  if (atLeast !== undefined) return (value) => (isWhole ? value >= least : value > least);
  return (value) => value > least;
}

/** How many of what a stretch is told in are one of its unit: seconds of an hour, days of a day. */
export const perUnit: Readonly<Record<PeriodUnit, number>> = {
  minutes: 60,
  hours: 3600,
  "working-hours": 3600,
  days: 1,
  "working-days": 1,
};

/** Whether a stretch is told in whole days. */
const inDays = (unit: PeriodUnit) => perUnit[unit] === 1;

/** An end of a stretch made ready. */
interface End {
  readonly time: (c: Case) => number | null;
  readonly why: (c: Case) => Reason;
  /** It has no time of day. */
  readonly isDay: (c: Case) => boolean;
}

/** The ends that are a column of their own. */
const endColumns = {
  login: "loginAt",
  submitted: "submittedAt",
  received: "receivedAt",
  transferred: "transferredAt",
  due: "dueAt",
  rated: "ratedAt",
} as const satisfies Partial<Record<PeriodEnd, FieldOf<"time">>>;

function endOf(name: PeriodEnd | FieldOf<"time">, { needs }: OwnReads): End {
  if (name === "finished" || name === "completed") {
    // Either column will do, as it does for the events: which of them serves was decided once for all logs.
    needs.add("completedAt");
    const isFinished = name === "finished";
    const column = (c: Case): "returnedAt" | "finishedAt" => {
      const [first, other] = isFinished
        ? (["returnedAt", "finishedAt"] as const)
        : (["finishedAt", "returnedAt"] as const);
      return (c.absent & bit[first]) !== 0 || (!isFinished && c[first] === null && c[other] !== null) ? other : first;
    };
    return {
      time: isFinished
        ? (c) => (c.finished >= 0 ? c.finished : null)
        : (c) => ((c.fault & bit.completedAt) === 0 ? c.completedAt : null),
      why(c) {
        const event = isFinished ? c.finished : c.completed;
        if (event === absentEvent) return "no-column";
        if (!isFinished && (c.fault & bit.completedAt) !== 0) return c.completedReason;
        // Where the end of the work is blank it is the return that cannot be read.
        const isReturn = !isFinished && (c.fault & (bit.finishedAt | bit.returnedAt)) === bit.returnedAt;
        return `${event === badEvent ? "bad" : "no"}-${dashed(event === badEvent && isReturn ? "returnedAt" : column(c))}`;
      },
      isDay: (c) => (c.dateOnly & bit[column(c)]) !== 0,
    };
  }
  const field = name in endColumns ? endColumns[name as keyof typeof endColumns] : (name as FieldOf<"time">);
  needs.add(field);
  const own = bit[field];
  // A due day is the end of that day.
  return { time: (c) => c[field], why: whyOf(field), isDay: (c) => field !== "dueAt" && (c.dateOnly & own) !== 0 };
}

/** The length of a stretch, in seconds or days; why there is none. */
export function lengthOf({ from, to, in: unit }: Stretch, { reads, clock }: TestMaking): (c: Case) => number | Reason {
  const [start, end] = [endOf(from, reads), endOf(to, reads)];
  // What is due may be so before or after anything.
  const hasDue = from === "due" || to === "due";
  const backwards: Reason = `bad-${dashed(to in endColumns ? endColumns[to as keyof typeof endColumns] : "finishedAt")}`;
  const length = (a: number, b: number): number | null => {
    switch (unit) {
      case "days":
        return dayOf(b) - dayOf(a);
      case "working-days":
        return clock().days(dayOf(a), dayOf(b));
      case "working-hours":
        return clock().seconds(a, b);
      default:
        return b - a;
    }
  };
  return (c) => {
    const [a, b] = [start.time(c), end.time(c)];
    if (a === null) return start.why(c);
    if (b === null) return end.why(c);
    const hasDay = start.isDay(c) || end.isDay(c);
    const isBackwards = hasDay ? dayOf(b) < dayOf(a) : b < a;
    if (isBackwards && !hasDue) return backwards;
    if (hasDay && !inDays(unit)) return "no-clock-time";
    const found = b < a ? length(b, a) : length(a, b);
    // 0 has no sign.
    return found === null ? "no-calendar-year" : b < a && found !== 0 ? -found : found;
  };
}

function ofStretch(condition: Stretch & Limits, making: TestMaking): Test {
  const length = lengthOf(condition, making);
  const isWithin = within(condition, perUnit[condition.in]);
  return {
    truth(c) {
      const found = length(c);
      return typeof found === "string" ? "unknown" : truthOf(isWithin(found));
    },
    why: (c) => length(c) as Reason,
  };
}
