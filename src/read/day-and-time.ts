/**
 * A day and its time of day in two columns ("Ngày nộp", "Giờ nộp"): the two are put together in the first, which is read
 * like any column of times.
 */
import { fieldKinds } from "../records/case.ts";
import { isNoDay } from "./blanks.ts";
import { utf8 } from "./bytes.ts";
import { cellText } from "./clean.ts";
import { type ClockForm, clockFormOf, clockOfCell, isSpelledClock, usualClock } from "./clock-cells.ts";
import { type HeaderMeaning, unitlessMeaning, withoutMarks, wordKey } from "./words.ts";

/** The columns of a day and of its time, by their places in a row and their headers. */
export interface DayAndTime {
  readonly day: number;
  readonly time: number;
  readonly dayHeader: string;
  readonly timeHeader: string;
  readonly form: ClockForm;
}

/** What is known of the columns of times of day of a log. */
export interface DaysAndTimes {
  readonly pairs: readonly DayAndTime[];
  /** The headers of those that are of no day, though days stand there without a time. */
  readonly apart: readonly string[];
}

const aloneTimes = new Set(["gio", "gio phut", "gio, phut", "thoi gian", "thoi diem", "time", "hour"]);

/** A header without marks and what stands in brackets behind it: NgayNhan and ngay_nhan too. */
function key(header: string): string {
  const spaced = header
    .normalize("NFC")
    .replace(/\s*[([].*$/su, "")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replaceAll("_", " ");
  return wordKey(withoutMarks(spaced));
}

const ofTime = /^(?:(?:gio(?:,? phut)?|time|hour) (.+)|(.+) (?:gio|time))$/;
/** These may be of a day with its time as well: what stands below them tells. */
const ofEither = /^(?:(?:thoi gian|thoi diem|tg|luc) (.+)|(.+) luc)$/;
const ofDay = /^(?:(?:ngay|date) (.+)|(.+) (?:ngay|date))$/;
/** How long something takes is no time of day. */
const ofWork = /^(?:xu ly|giai quyet|thuc hien|thu ly|cho)(?: |$)/;

/** What a header, by its key, says beside that it is a day, or a time of day: "nop" of "ngay nop"; null where it is neither. */
function restOf(header: string, ...forms: readonly RegExp[]): string | null {
  for (const form of forms) {
    const [found, before, after] = form.exec(header) ?? [];
    // Of a case everything is.
    if (found !== undefined) return (before ?? after).replace(/ (?:ho so|hs)$/, "");
  }
  return null;
}

/** The same of a time of day; null where it is none. */
function restOfTime(header: string): string | null {
  const rest = restOf(header, ofTime);
  const either = rest ?? restOf(header, ofEither);
  return rest === null && either !== null && ofWork.test(either) ? null : either;
}

/** What is promised is not what happened: "Giờ trả" is not of "Ngày hẹn trả". */
const promised = /(?:^| )(?:hen|han|du kien|due|expected|promised)(?: |$)/;

/** The column of days that says the same as a time does; -1 where none, or the column has no words of its own. */
function dayOfSameWords(time: number, keys: readonly string[], isDay: (index: number) => boolean): number {
  const rest = restOfTime(keys[time]);
  if (rest === null) return -1;
  const same = keys.findIndex((header, i) => isDay(i) && restOf(header, ofDay, ofEither) === rest);
  return same >= 0 ? same : keys.findIndex((header, i) => header === rest && isDay(i));
}

/** The one whose words begin or end as those of a time do. */
function dayOfLikeWords(time: number, keys: readonly string[], isDay: (index: number) => boolean): number {
  const rest = restOfTime(keys[time]);
  if (rest === null) return -1;
  const days = keys.map((header, i) => (isDay(i) ? restOf(header, ofDay, ofEither) : null));
  const near = (isAlike: (day: string) => boolean) => {
    const isOfIt = (day: string) => isAlike(day) && promised.test(day) === promised.test(rest);
    const found = days.flatMap((day, i) => (day !== null && isOfIt(day) ? [i] : []));
    return found.length === 1 ? found[0] : -1;
  };
  // "Giờ trả" is of "Ngày trả kết quả" and not of "Ngày hẹn trả": how it begins says more.
  const begun = near((day) => day.startsWith(`${rest} `) || rest.startsWith(`${day} `));
  return begun >= 0 ? begun : near((day) => day.endsWith(` ${rest}`) || rest.endsWith(` ${day}`));
}

/** The side on which the days of all columns "Giờ" stand; null where they do not say it with one voice. */
function sideOf(alone: readonly number[], isFree: (index: number) => boolean): -1 | 1 | null {
  const beside = alone.filter((i) => isFree(i - 1) || isFree(i + 1));
  const isBehind = beside.every((i) => isFree(i - 1));
  const isBefore = beside.every((i) => isFree(i + 1));
  return isBehind === isBefore ? null : isBehind ? -1 : 1;
}

const midnight = /[T ]0?0:00(?::00(?:\.0+)?)?$/;
const bareDay = /^(?:\d{1,4}([/.-])\d{1,2}\1\d{1,4}|20\d{6}|[2-7]\d{4})$/;

const dayText = (cell: string) => cell.replace(midnight, "");

/**
 * The pairs of columns of which one holds days and the other times of day, and the times of day that are in none.
 *
 * @param first some rows of the log, to see what the columns hold
 * @param more more of them, where those say nothing
 */
export function dayAndTimeColumns(
  cells: readonly string[],
  first: readonly (readonly string[])[],
  more: () => readonly (readonly string[])[],
  meaningOf: (header: string) => HeaderMeaning | undefined,
): DaysAndTimes {
  const keys = cells.map(key);
  const kinds = cells.map((cell) => {
    const meaning = meaningOf(cell);
    return meaning === undefined ? null : fieldKinds[meaning.field];
  });
  const isFilled = (cell: string) => cell !== "" && !isNoDay(cell);
  const filledIn = (index: number, textOf: (row: readonly string[]) => string) => {
    const some = first.map(textOf).filter(isFilled);
    return some.length > 0 || cells[index] === "" ? some : more().map(textOf).filter(isFilled);
  };
  const daysIn = (index: number) => filledIn(index, (row) => dayText(row[index] ?? ""));
  const timesIn = (index: number, day: number | null) =>
    // Only below "Giờ …" may a whole time be looked for the time of day in it: elsewhere it is the better of two times.
    filledIn(index, (row) =>
      clockOfCell(
        row[index] ?? "",
        day !== null && restOf(keys[index], ofTime) !== null ? dayText(row[day] ?? "") : "",
      ),
    );
  const isClockColumn = keys.map(
    (header, i) => (restOfTime(header) !== null || aloneTimes.has(header)) && clockFormOf(timesIn(i, null)) !== null,
  );
  const isDay = (index: number) =>
    kinds[index] === "time" && !isClockColumn[index] && restOf(keys[index], ofTime) === null;
  const hasDays = (index: number) => {
    const days = daysIn(index);
    // Here and there stands something else: a word, the header again, a day with its time.
    return isMostly(days, (cell) => bareDay.test(cell) || !/\d:\d|\d ?h/.test(cell));
  };
  const pairs: DayAndTime[] = [];
  const isPaired = (index: number) => pairs.some(({ day }) => day === index);
  const isOfNone = (time: number) =>
    kinds[time] !== "duration" &&
    unitlessMeaning(cells[time]) === undefined &&
    !pairs.some((pair) => pair.time === time);
  const besideHours = new Set<number>();
  const join = (time: number, day: number) => {
    if (day < 0 || !hasDays(day)) return;
    besideHours.add(time);
    const form = isPaired(day) ? null : clockFormOf(timesIn(time, day));
    if (form !== null) pairs.push({ day, time, dayHeader: cells[day], timeHeader: cells[time], form });
  };
  // A day has one time: that of its very words, else of words like them, else that beside it.
  for (const dayOf of [dayOfSameWords, dayOfLikeWords]) {
    keys.forEach((_, time) => {
      if (isOfNone(time))
        join(
          time,
          dayOf(time, keys, (index) => index !== time && isDay(index)),
        );
    });
  }
  const isFree = (index: number) => isDay(index) && hasDays(index) && !isPaired(index);
  // Where a column "Giờ" stands says on which side the others do, whatever is written below it.
  const alone = keys.flatMap((header, i) =>
    aloneTimes.has(header) && isOfNone(i) && (isClockColumn[i] || (kinds[i] !== "time" && /^(?:gio|hour)/.test(header)))
      ? [i]
      : [],
  );
  const side = sideOf(alone, isFree);
  for (const time of alone) {
    if (isFree(time - 1) || isFree(time + 1)) besideHours.add(time);
    if (side !== null && isFree(time + side)) join(time, time + side);
  }
  pairs.sort((a, b) => a.time - b.time);
  const apart = cells.filter((_, time) => {
    // What is read by a header of its own is told by what it says.
    if (!isOfNone(time) || kinds[time] === "time") return false;
    const isOfHours = restOf(keys[time], ofTime) !== null || aloneTimes.has(keys[time]);
    if (isOfHours && (isClockColumn[time] || (besideHours.has(time) && timesIn(time, null).length > 0))) return true;
    const below = first.map((row) => row[time] ?? "");
    // The day that a database writes before a time is no day: the time behind it is one.
    return (
      below.some(isClockAlone) &&
      isMostly(
        below.filter((cell) => isFilled(clockOfCell(cell))),
        isClockAlone,
      )
    );
  });
  if (apart.length === 0) return { pairs, apart };
  const areBare = cells.some((_, i) => isDay(i) && !isPaired(i) && isMostly(daysIn(i), (cell) => bareDay.test(cell)));
  return { pairs, apart: areBare ? apart : [] };
}

/** Most cells of most columns are told by a look. */
const isClockAlone = (cell: string) => /\d ?[:hg]/i.test(cell) && isSpelledClock(clockOfCell(cell));

function isMostly(cells: readonly string[], is: (cell: string) => boolean): boolean {
  return 2 * cells.filter(is).length > cells.length;
}

/** The cells of a row with its days and times put together; null where there are none. */
export function withTimes(cells: readonly Uint8Array[], pairs: readonly DayAndTime[]): readonly Uint8Array[] | null {
  let out: Uint8Array[] | null = null;
  for (const { day, time, form } of pairs) {
    if (day >= cells.length || time >= cells.length) continue;
    const date = dayText(textOfCell(cells[day]));
    const clock = clockOfCell(textOfCell(cells[time]), date);
    if (clock === "" || isNoDay(clock) || !/\d/.test(date) || isNoDay(date) || /\d:\d/.test(date)) continue;
    // With what is no time of day the day becomes a time that cannot be read, and is told: without it nobody would know.
    const both = utf8(`"${`${date} ${usualClock(clock, form)}`.replaceAll('"', '""')}"`);
    out ??= [...cells];
    out[day] = both;
    // Where the time's own header is known too ("Giờ đăng nhập") its column is the one that is read.
    out[time] = both;
  }
  return out;
}

/** The text of a cell that may stand in quotes, from its bytes with them. */
export function textOfCell(cell: Uint8Array): string {
  const text = cellText(cell, 0, cell.length);
  return /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}
