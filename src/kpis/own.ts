/** The KPIs that a plan writes itself (measures/rule.ts), made into KPIs like any other. */
import { finishedBy, sift } from "../measures/combinators.ts";
import { exact } from "../measures/exact.ts";
import type { KeptFold } from "../measures/fold.ts";
import { exactValue } from "../measures/kinds.ts";
import type { Measure } from "../measures/measure.ts";
import {
  type CellWord,
  type Condition,
  type OwnGives,
  type OwnKpi,
  type OwnRule,
  stretchOf,
} from "../measures/rule.ts";
import { mean, share, tally } from "../measures/sums.ts";
import { basisOf } from "../records/basis.ts";
import {
  bit,
  type Case,
  type Event,
  type Field,
  fieldKinds,
  fieldOf,
  type Need,
  noEvent,
  openStatuses,
  type Readable,
  type Status,
  snake,
  timelessEvent,
} from "../records/case.ts";
import { isDue, populationWithout } from "../records/population.ts";
import type { Bilingual } from "../text/language.ts";
import { calendarOf, shippedCalendar } from "../time/calendar.ts";
import { dayNumber, secondsADay } from "../time/civil.ts";
import type { ExceptionalDay } from "../time/holidays.ts";
import { type WorkingClock, workingClock } from "../time/working.ts";
import type { Kpi } from "./kpi.ts";
import { lengthOf, type OwnReads, perUnit, type Test, type TestMaking, testOf, yesOrNo } from "./own-conditions.ts";

/** What a share sees of a case: whether it is, and whether a blank cell that counts as no might have made it otherwise. */
interface Seen {
  is: boolean;
  isOpen: boolean;
}

const made = new WeakMap<readonly OwnKpi[], readonly Kpi[]>();

/**
 * The KPIs of a plan, in its order.
 *
 * @param days of the working calendar; that which comes with the program, unless given
 */
export function ownKpis(definitions: readonly OwnKpi[] | undefined, days?: readonly ExceptionalDay[]): readonly Kpi[] {
  if (definitions === undefined) return [];
  const known = days === undefined ? made.get(definitions) : undefined;
  if (known !== undefined) return known;
  let clock: WorkingClock | undefined;
  const clockOf = () => {
    clock ??= workingClock(days === undefined ? shippedCalendar() : calendarOf(days));
    return clock;
  };
  const kpis = definitions.map((definition) => ownKpi(definition, clockOf));
  if (days === undefined) made.set(definitions, kpis);
  return kpis;
}

function ownKpi(definition: OwnKpi, clock: () => WorkingClock): Kpi {
  const { id, title, definition: says, formula, clause, when, channels, example } = definition;
  const reads: OwnReads = { needs: new Set(), texts: new Set() };
  const fold = foldOf(definition, reads, clock);
  const choices = choicesOf(definition, reads);
  const cited = clause === undefined ? {} : { regulation: { vi: clause, en: clause } };
  return {
    id,
    over: "cases",
    input: "cases",
    unit: stretchOf(definition)?.in ?? "percent",
    title,
    definition: says,
    formula: formula ?? says,
    ...cited,
    choices,
    when,
    ...(channels !== undefined && { channels }),
    needs: [...reads.needs],
    texts: [...reads.texts],
    isOwn: true,
    fold: fold as unknown as Kpi["fold"],
    example: {
      cases: example.cases.map((cells) =>
        Object.fromEntries(Object.entries(cells).map(([name, value]) => [fieldOf(name) ?? name, value])),
      ) as Partial<Readable>[],
      gives: measureOf(
        fold,
        exampleCases(example.cases).filter((c) => isOf(c, when)),
      ),
    },
  };
}

/** How the program reads what a rule leaves open. */
function choicesOf(rule: OwnRule, { needs }: OwnReads): Bilingual[] {
  const has = (kind: string) => [...needs].some((need) => need in fieldKinds && fieldKinds[need as Field] === kind);
  const asked: readonly (readonly [boolean, Bilingual])[] = [
    [
      rule.median !== undefined || rule.percentile !== undefined,
      {
        vi: "Lấy theo thứ hạng: giá trị nhỏ nhất mà ít nhất số phần trăm hồ sơ đó không vượt quá.",
        en: "By nearest rank: the least value that at least so many percent of the cases do not exceed.",
      },
    ],
    [
      has("time"),
      {
        vi: "Giờ và phút tính từ giờ đến giờ; ngày là số ngày theo lịch, không kể ngày đầu. Giờ, ngày làm việc theo lịch làm việc (--calendar).",
        en: "Hours and minutes run from moment to moment; days are those of the calendar, the first not counted. Working hours and days are those of the working calendar (--calendar).",
      },
    ],
    [has("yesNo"), { vi: "Ô trống trong cột có/không tính là “không”.", en: "A blank in a yes/no column is no." }],
    [
      needs.has("rating"),
      {
        vi: "Hồ sơ chưa được đánh giá không thuộc phạm vi của điều kiện về mức đánh giá.",
        en: "A case that nobody rated does not bear on what asks how it was rated.",
      },
    ],
    [
      true,
      {
        vi: "Hồ sơ mà ô trống hoặc ô không đọc được quyết định kết quả thì không tính, và được nêu kèm lý do; nếu các hồ sơ đó có thể đảo kết quả thì chưa kết luận.",
        en: "A case of which a blank or an unreadable cell decides is left out and told of with its reason; where such cases could turn the verdict there is none.",
      },
    ],
  ];
  return asked.flatMap(([isAsked, choice]) => (isAsked ? [choice] : []));
}

/** Only the cases of some channels: a condition like any other, so that a case of which nothing else bears is left alone. */
function ofChannels({ channels }: OwnRule, condition: Condition | undefined): Condition | null {
  const own: Condition | null = channels === undefined ? null : { field: "channel", in: channels };
  if (own === null || condition === undefined) return own ?? condition ?? null;
  return { and: [own, condition] };
}

function foldOf(rule: OwnRule, reads: OwnReads, clock: () => WorkingClock): KeptFold<Case, unknown, Measure> {
  const making: TestMaking = { reads, blankFlag: "no", clock };
  const { share: ratio } = rule;
  const among = ofChannels(rule, ratio === undefined ? rule.where : ratio.of);
  const of = among === null ? null : testOf(among, making);
  const stretch = stretchOf(rule);
  const length = stretch === null ? null : lengthOf(stretch, making);
  const is = ratio === undefined ? null : testOf(ratio.is, making);
  // Who has not rated does not bear on what asks how, whatever else is wrong with the case.
  const asksRating = [among, ratio?.is].some((one) => one != null && comparesRating(one));
  const beside = (c: Case): boolean => asksRating && (c.blank & bit.rating) !== 0;
  if (is !== null && ratio !== undefined) {
    const strict = testOf(ratio.is, { ...making, blankFlag: "unknown" });
    const flags = [...reads.needs].some((need) => need in fieldKinds && fieldKinds[need as Field] === "yesNo");
    return sift(shareOf(of, is, strict, beside), shareFold(flags)) as unknown as KeptFold<Case, unknown, Measure>;
  }
  const seen = { value: 0 };
  const see = (c: Case) => {
    if (beside(c)) return null;
    const truth = of === null ? "yes" : of.truth(c);
    if (truth === "no") return null;
    if (truth === "unknown") return (of as Test).why(c);
    const found = (length as (c: Case) => number | string)(c);
    if (typeof found === "string") return found;
    seen.value = found;
    return seen;
  };
  const per = perUnit[(stretch as NonNullable<typeof stretch>).in];
  const value = ({ value }: { value: number }) => value;
  if (rule.mean !== undefined) {
    const fold = finishedBy(mean(value), (parts) => ({ kind: "mean" as const, ...parts, per }));
    return sift(see, fold) as unknown as KeptFold<Case, unknown, Measure>;
  }
  const p = rule.percentile?.p ?? 50;
  const fold = finishedBy(tally(value, true), (values) => {
    const n = values.reduce((sum, [, count]) => sum + count, 0);
    return { kind: "quantile" as const, p, n, per, values };
  });
  return sift(see, fold) as unknown as KeptFold<Case, unknown, Measure>;
}

function shareOf(of: Test | null, is: Test, strict: Test, beside: (c: Case) => boolean) {
  const seen: Seen = { is: false, isOpen: false };
  return (c: Case): Seen | string | null => {
    if (beside(c)) return null;
    const among = of === null ? "yes" : of.truth(c);
    if (among === "no") return null;
    if (among === "unknown") return (of as Test).why(c);
    const truth = is.truth(c);
    if (truth === "unknown") return is.why(c);
    seen.is = truth === "yes";
    seen.isOpen = strict.truth(c) === "unknown";
    return seen;
  };
}

function shareFold(hasFlags: boolean) {
  const is = (seen: Seen) => seen.is;
  const isOpen = (seen: Seen) => seen.isOpen;
  return share<Seen>(hasFlags ? { is, mayBe: isOpen, assumed: isOpen } : { is });
}

/** Whether a condition asks how a case was rated, and not only whether. */
function comparesRating({ field, and, or, not }: Condition): boolean {
  if (field === "rating") return true;
  return [...(and ?? []), ...(or ?? []), ...(not === undefined ? [] : [not])].some(comparesRating);
}

const noFacts = { asOfDay: null, lastDay: null, processingInDays: false, submissionInDays: false };

function measureOf(fold: KeptFold<Case, unknown, Measure>, cases: readonly Case[]): Measure {
  const state = fold.start(false);
  for (const c of cases) fold.add(state, c, 1);
  return fold.finish(state, noFacts);
}

/** A moment as an example writes it, 2025-09-01 08:00; a day without a time of day; null for what is none. */
export function exampleMoment(text: CellWord): { readonly seconds: number; readonly isDay: boolean } | null {
  const [, ...digits] = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(String(text)) ?? [];
  if (digits.length === 0) return null;
  const [year, month, day, hour = 0, minute = 0, second = 0] = digits.map((one) => Number(one ?? 0));
  const days = dayNumber(year, month, day);
  const isDate = new Date(days * 86_400_000).toISOString().startsWith(String(text).slice(0, 10));
  if (!isDate || hour > 23 || minute > 59 || second > 59) return null;
  return { seconds: days * secondsADay + hour * 3600 + minute * 60 + second, isDay: digits[3] === undefined };
}

/** Whether a case of an example is of an event, as a case of a log is: it happened, and its status is of the population. */
function isOf(c: Case, event: Event): boolean {
  if (c[event] === noEvent || (event === "completed" && !isDue(c))) return false;
  return c.status === null || populationWithout[event]?.includes(c.status) !== true;
}

/** The cases of an example: rows of a log that has the columns which any of them names. */
function exampleCases(rows: OwnKpi["example"]["cases"]): Case[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const fields = columns.map(fieldOf).filter((field) => field !== undefined);
  const { events } = basisOf(new Set(fields));
  const there = [...fields, ...(columns.includes("procedure") ? (["procedure"] as const) : [])];
  const absent = Object.entries(bit).reduce((mask, [need, own]) => {
    return (need in fieldKinds || need === "procedure") && !there.includes(need as Field) ? mask | own : mask;
  }, 0);
  return rows.map((row) => {
    const c: Record<string, unknown> = Object.fromEntries(Object.keys(fieldKinds).map((field) => [field, null]));
    c.procedure = row.procedure ?? null;
    let [blank, dateOnly] = [0, 0];
    for (const field of there) {
      const value = row[snake(field)] ?? null;
      const own = field in bit ? bit[field as Need] : 0;
      const kind = field === "procedure" ? "text" : fieldKinds[field];
      if (value === null) blank |= own;
      else if (kind === "time") {
        const moment = exampleMoment(value) ?? { seconds: 0, isDay: false };
        if (moment.isDay) dateOnly |= own;
        c[field] = moment.seconds + (moment.isDay && field === "dueAt" ? secondsADay - 1 : 0);
      } else c[field] = kind === "yesNo" ? yesOrNo(value) : value;
    }
    // Without a column for an event all rows have it, as in a log.
    const time = (field: Field | null) => (field === null ? timelessEvent : ((c[field] as number | null) ?? noEvent));
    const times = Object.fromEntries(Object.entries(events).map(([event, field]) => [event, time(field)]));
    // While work goes on nothing has ended, whatever day stands there.
    const ended = c.finishedAt ?? c.returnedAt ?? null;
    const isAhead = ended !== null && openStatuses.has(c.status as Status | null);
    const completedAt = isAhead ? null : ended;
    const open = completedAt === null && events.completed !== null;
    return {
      ...c,
      blank,
      fault: 0,
      absent,
      dateOnly,
      completedAt,
      ...times,
      ...(isAhead && { finished: noEvent }),
      completed: open ? (c.dueAt ?? times.received) : (completedAt ?? timelessEvent),
      open,
      isAhead,
    } as unknown as Case;
  });
}

/** Whether an example came to what it says; a value that has no end is told by as many decimals as one likes. */
export function isGiven(measure: Measure, gives: OwnGives): boolean {
  const excluded = "excluded" in measure ? Object.values(measure.excluded ?? {}).reduce((sum, n) => sum + n, 0) : 0;
  if (excluded !== (gives.excluded ?? 0)) return false;
  if (measure.kind === "ratio") {
    return measure.numerator === gives.numerator && measure.denominator === gives.denominator;
  }
  if ((measure.kind !== "mean" && measure.kind !== "quantile") || measure.n !== gives.cases) return false;
  const value = exactValue(measure);
  if (value === null || gives.value === undefined) return value === null && gives.value === undefined;
  const said = exact(gives.value);
  const apart = value.num * said.den - said.num * value.den;
  // Half of the last decimal that is written.
  return 2n * (apart < 0n ? -apart : apart) <= (said.den === 1n ? 0n : value.den);
}
