/**
 * Turns the bytes of a cell into a value, where the inner loop (kernel.as.ts) does not: what it has not seen before, or
 * what is not in the usual form.
 */

import { dateOf, dayNumber, dayOf, firstDay, lastDay, secondsADay } from "../time/civil.ts";
import { isBlankWord, isNoTime } from "./blanks.ts";
import { utf8 } from "./bytes.ts";
import { cellText } from "./clean.ts";
import { type DateFacts, newDateFacts } from "./date-facts.ts";
import { usualTime } from "./spelled-times.ts";

/** A blank cell, and one that cannot be read: every value proper is 0 or more. */
export const blank = -1;
export const unreadable = -2;
/** A number that may be a thousand or a fraction: 1.234. */
export const ambiguous = -3;
export const negative = -4;

/** What is wrong with a number that was not read. */
export function numberFault(value: number): "negative-duration" | "ambiguous-number" | "bad-number" {
  return value === negative ? "negative-duration" : value === ambiguous ? "ambiguous-number" : "bad-number";
}

/** The order of day, month and year in a column; the separators are `/`, `-` or `.` in each. */
export type DateOrder = "dmy" | "mdy" | "ymd";

/** Reads the times of one column that are in none of the forms which the inner loop knows (kernel.as.ts). */
export class TimeColumn {
  readonly facts: DateFacts = newDateFacts();
  /** Whether the value read last has no time of day. */
  dateOnly = false;
  /** Whether the value read last fits month/day only. */
  monthFirst = false;
  private readonly order: DateOrder;
  private readonly offsetAt: (utcSeconds: number) => number;
  private readonly isDue: boolean;

  /**
   * @param offsetAt the seconds by which the log's zone is ahead of UTC, for values with an offset of their own
   * @param isDue its midnights are days: programs of the web write a day as its midnight in UTC, which is no time of work here
   */
  constructor(order: DateOrder, offsetAt: (utcSeconds: number) => number, isDue = false) {
    this.order = order;
    this.offsetAt = offsetAt;
    this.isDue = isDue;
  }

  /** Seconds of civil time, `blank` or `unreadable`. */
  read(bytes: Uint8Array, from: number, to: number): number {
    this.dateOnly = false;
    this.monthFirst = false;
    if (from === to) return blank;
    const value = cellText(bytes, from, to);
    if (value === "") return blank;
    if (isNoTime(value)) return blank;
    let time = this.parse(value);
    // It may be another spelling.
    if (time === unreadable) time = this.parse(usualTime(value));
    if (time === unreadable) return unreadable;
    if (this.dateOnly) {
      this.facts.dated++;
      return time;
    }
    this.facts.timed++;
    if (time % secondsADay === 0) this.facts.midnights++;
    return time;
  }

  private parse(value: string): number {
    const bare = /^(20\d\d)(\d\d)(\d\d)$/.exec(value);
    if (bare !== null) {
      const [year, month, day] = bare.slice(1).map(Number);
      this.countOther(day);
      this.dateOnly = true;
      const date = dayNumber(year, month, day);
      return date < 0 ? unreadable : date * secondsADay;
    }
    const serial = /^([2-7]\d{4}|80000)(?:[.,](\d+))?$/.exec(value);
    if (serial !== null) {
      // Excel counts days from 1899-12-30, which is day -25569.
      this.dateOnly = serial[2] === undefined;
      const seconds = this.dateOnly ? 0 : Math.round(Number(`0.${serial[2]}`) * secondsADay);
      const time = (Number(serial[1]) - 25_569) * secondsADay + seconds;
      this.countOther(dateOf(dayOf(time)).day);
      return within(time);
    }
    const compact = /^(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d(?::?\d\d)?)?$/i.exec(value);
    if (compact !== null) {
      const [year, month, day, hour, minute, second] = compact.slice(1, 7).map(Number);
      this.countOther(day);
      const time = civil(dayNumber(year, month, day), hour, minute, second);
      return time === unreadable || compact[7] === undefined ? time : this.fromZone(time, compact[7]);
    }
    const match =
      /^(?:(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)? )?(\d{1,4})([/\-.])(\d{1,2})\5(\d{1,4})(?:(?:T|,? )(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?(?: ?(Z|[+-]\d\d(?::?\d\d)?))?$/i.exec(
        value,
      );
    if (match === null) return unreadable;
    const [, hour0, minute0, second0, a, , b, c, hour1, minute1, second1, zone] = match;
    if (hour0 !== undefined && hour1 !== undefined) return unreadable;
    const hour = hour0 ?? hour1;
    const date = this.dateOf(a, b, c);
    if (date < 0) return unreadable;
    if (hour === undefined) {
      if (zone !== undefined) return unreadable;
      this.dateOnly = true;
      return date * secondsADay;
    }
    const time = civil(date, Number(hour), Number(minute0 ?? minute1), Number(second0 ?? second1 ?? 0));
    if (time === unreadable || zone === undefined) return time;
    return this.fromZone(time, zone);
  }

  /** A time with an offset of its own, in the log's zone. */
  private fromZone(time: number, zone: string): number {
    const offset = offsetSeconds(zone);
    if (this.isDue && offset === 0 && time % secondsADay === 0) return within(time);
    return offset === null ? unreadable : within(time - offset + this.offsetAt(time - offset));
  }

  private countOther(day: number): void {
    this.facts.other++;
    if (day > 12) this.facts.otherPast12++;
  }

  private dateOf(a: string, b: string, c: string): number {
    if (a.length === 4) this.countOther(Number(c));
    if (a.length === 4) return c.length <= 2 ? dayNumber(Number(a), Number(b), Number(c)) : -1;
    // A year of two digits may be anything.
    if (this.order === "ymd" || a.length > 2 || c.length !== 4) return -1;
    const year = Number(c);
    const dayFirst = dayNumber(year, Number(b), Number(a));
    const monthFirst = dayNumber(year, Number(a), Number(b));
    if (dayFirst >= 0 && monthFirst < 0) this.facts.dayFirst++;
    if (dayFirst < 0 && monthFirst >= 0) {
      this.facts.monthFirst++;
      this.monthFirst = true;
    }
    return this.order === "mdy" ? monthFirst : dayFirst;
  }
}

/** A time as a text, its day in the given order, with the year first. */
export function yearFirst(text: string, order: DateOrder): string {
  return text.replace(/(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/, (_, first, _sign, second, year) => {
    const [month, day] = order === "mdy" ? [first, second] : [second, first];
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  });
}

function civil(day: number, hour: number, minute: number, second: number): number {
  // 24:00 is the end of that day.
  if (day >= 0 && hour === 24 && minute === 0 && second === 0) return (day + 1) * secondsADay - 1;
  if (day < 0 || hour > 23 || minute > 59 || second > 59) return unreadable;
  return day * secondsADay + hour * 3600 + minute * 60 + second;
}

/** The time, where it lies in the years that a log may speak of. */
function within(time: number): number {
  return time >= firstDay * secondsADay && time < (lastDay + 1) * secondsADay ? time : unreadable;
}

/** Seconds of an offset such as Z, +07:00, +0700 or +07; null for one that no place on Earth has. */
function offsetSeconds(zone: string): number | null {
  if (zone.toUpperCase() === "Z") return 0;
  const [, sign, hours, minutes = "0"] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  if (Number(minutes) > 59 || Number(hours) > 14) return null;
  return (sign === "-" ? -60 : 60) * (Number(hours) * 60 + Number(minutes));
}

/** The sign between a number's whole part and its fraction. */
export type Decimal = "comma" | "point";

/** How the numbers of a column can be read. */
export interface NumberFacts {
  comma: number;
  point: number;
  ambiguous: number;
}

/** A whole part, in groups of three or not, and a fraction, by the sign before the fraction. */
const numberForms: Readonly<Record<Decimal, RegExp>> = {
  comma: /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+)?(?:,(\d+))?$/,
  point: /^(\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)?(?:\.(\d+))?$/,
};

/** Digits of a number without its decimal sign, and how many of them stand behind it. */
interface Digits {
  readonly digits: string;
  readonly decimals: number;
}

/** Reads `1.234,5` with the given sign; null when the value does not fit it. */
function withDecimal(value: string, decimal: Decimal): Digits | null {
  const [found, whole = "", fraction = ""] = numberForms[decimal].exec(value) ?? [];
  if (found === undefined || found === "") return null;
  return { digits: whole.replace(/[^\d]/g, "") + fraction, decimals: fraction.length };
}

const partOfUnit = /^(\d+)[.,](\d{1,2}) ?(ngày|days?|d|giờ|hours?|h|g|phút|minutes?|min|p|m)$/iu;

/**
 * Seconds of a duration that names its units itself: "2 ngày 4 giờ", "36:00:00", PT3H; null for a bare number.
 *
 * @param day seconds of a day
 */
function spelledSeconds(value: string, day: number): number | null {
  const clock = /^(\d{1,5}):(\d\d)(?::(\d\d))?$/.exec(value);
  if (clock !== null) {
    const [hours, minutes, seconds] = [clock[1], clock[2], clock[3] ?? "0"].map(Number);
    return minutes > 59 || seconds > 59 ? unreadable : hours * 3600 + minutes * 60 + seconds;
  }
  // As pandas and .NET write days with a time: "3 days 04:05:06", "1.02:30:00".
  const both = /^(\d{1,5})(?:\.| ?(?:ngày|days?),? )(\d{1,2}):(\d\d):(\d\d)(?:\.\d+)?$/iu.exec(value);
  if (both !== null) {
    const [days, hours, minutes, seconds] = both.slice(1).map(Number);
    if (hours > 23 || minutes > 59 || seconds > 59) return unreadable;
    return days * day + hours * 3600 + minutes * 60 + seconds;
  }
  // A part of one unit. Three digits behind a point may be a thousand.
  const [, whole, part, unit] = partOfUnit.exec(value) ?? [];
  if (unit !== undefined) {
    const letter = unit[0].toLowerCase();
    const seconds = /^(?:ng|d)/i.test(unit) ? day : letter === "g" || letter === "h" ? 3600 : 60;
    return Math.round(Number(`${whole}.${part}`) * seconds);
  }
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/i.exec(value);
  const named =
    /^(?:(\d+) ?(?:ngày|days?|d))?(?:[ ,]*(\d+) ?(?:giờ|hours?|h|g))?(?:[ ,]*(\d+) ?(?:phút|minutes?|min|p|m|['’]|(?<=(?:giờ|h|g) ?\d\d?)$))?(?:[ ,]*(\d+) ?(?:giây|seconds?|s))?$/iu.exec(
      value,
    );
  const parts = iso ?? named;
  if (parts === null || parts.slice(1).every((part) => part === undefined)) return null;
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return days * day + hours * 3600 + minutes * 60 + seconds;
}

/** Whether a duration says by itself what it is of: "3 ngày", "36:00:00"; of 02:30 it is not known. */
export function namesUnit(value: string): boolean {
  return !/^\d{1,5}:\d\d$/.test(value) && (spelledSeconds(value, secondsADay) ?? unreadable) >= 0;
}

/** Reads durations, in whole seconds, rounded half up. */
export class DurationColumn {
  readonly facts: NumberFacts = { comma: 0, point: 0, ambiguous: 0 };
  private readonly unit: number;
  private readonly decimal: Decimal | null;

  private readonly dayOf: number;

  /**
   * @param unit seconds in the column's unit; 0 where each cell names its own
   * @param dayOf seconds of a day where a cell names days itself: those of a working day under the working clock
   */
  constructor(unit: number, decimal: Decimal | null, dayOf: number = secondsADay) {
    this.unit = unit;
    this.decimal = decimal;
    this.dayOf = dayOf;
  }

  /** Seconds, or `blank`, `unreadable`, `negative`, `ambiguous`. */
  read(bytes: Uint8Array, from: number, to: number): number {
    const value = cellText(bytes, from, to);
    if (value === "" || isBlankWord(value)) return blank;
    if (/^[-−]\s*\d/.test(value)) return negative;
    // Under "(phút)" 06:30 is as likely six minutes and a half as it is six hours and a half.
    if (this.unit < 3600 && /^\d{1,5}:\d\d$/.test(value)) return unreadable;
    const spelled = spelledSeconds(value, this.dayOf);
    if (spelled !== null) return spelled;
    if (this.unit === 0) return unreadable;
    const comma = withDecimal(value, "comma");
    const point = withDecimal(value, "point");
    if (comma !== null && point === null) this.facts.comma++;
    if (comma === null && point !== null) this.facts.point++;
    const same = comma?.digits === point?.digits && comma?.decimals === point?.decimals;
    if (comma !== null && point !== null && !same) {
      if (this.decimal === null) {
        this.facts.ambiguous++;
        return ambiguous;
      }
    }
    const read = this.decimal === null ? (comma ?? point) : this.decimal === "comma" ? comma : point;
    return read === null ? unreadable : this.seconds(read);
  }

  private seconds({ digits, decimals }: Digits): number {
    const scale = 10n ** BigInt(decimals);
    const seconds = (2n * BigInt(digits) * BigInt(this.unit) + scale) / (2n * scale);
    // A duration of a thousand years is a slip of the pen.
    return seconds > 31_557_600_000n ? unreadable : Number(seconds);
  }
}

/** Đồng of `50.000 đ`, `1.234,5 VND`; or `blank`, `unreadable`, `negative`. A single group of three is a thousand. */
export function readMoney(text: string): number {
  const value = text.replace(/\s*(?:đồng|đ|₫|vnđ|vnd)\.?$/iu, "").replace(/^(?:vnđ|vnd|₫)\s*/iu, "");
  if (value === "" || isBlankWord(value)) return blank;
  if (/^[-−]\s*\d/.test(value)) return negative;
  const comma = withDecimal(value, "comma");
  const point = withDecimal(value, "point");
  const candidates = [comma, point].filter((read) => read !== null);
  // "50.000" fits both: the reading without decimals is the thousand.
  const read = candidates.find(({ decimals }) => decimals === 0) ?? candidates[0];
  return read === undefined ? unreadable : Number(read.digits) / Number(`1e${read.decimals}`);
}

/** A procedure code's head d.dddddd, with the last zeros that Excel cut off a code it took for a number. */
export function readCode(text: string): { code: string; padded: boolean } {
  const head = /^(\d)\.(\d{1,6})(?!\d)/.exec(text);
  if (head === null) return { code: text, padded: false };
  return { code: `${head[1]}.${head[2].padEnd(6, "0")}`, padded: head[2].length < 6 };
}

/**
 * A number of a small table as it would be written in English, `1234.5`. A single group of three behind a point or comma
 * may be a thousand or a fraction: it is a thousand where only whole numbers can be meant, and ambiguous elsewhere.
 *
 * @returns null for what is no number
 */
export function readNumber(text: string, whole: boolean): string | "ambiguous" | null {
  const comma = withDecimal(text, "comma");
  const point = withDecimal(text, "point");
  const candidates = [comma, point].filter((read) => read !== null);
  const same = comma?.digits === point?.digits && comma?.decimals === point?.decimals;
  if (candidates.length === 2 && !same && !whole) return "ambiguous";
  const read = candidates.find(({ decimals }) => decimals === 0) ?? candidates[0];
  if (read === undefined) return null;
  const { digits, decimals } = read;
  const units = digits.slice(0, digits.length - decimals).replace(/^0+(?=\d)/, "") || "0";
  const fraction = decimals === 0 ? "" : digits.slice(-decimals).replace(/0+$/, "");
  return fraction === "" ? units : `${units}.${fraction}`;
}

/**
 * Remembers what the words of a column mean: each distinct spelling is made a string and looked up once, then found
 * again by its bytes. The number of spellings kept is bounded; a column of a million different words is only slower.
 */
export class WordMemo<V> {
  private readonly meaning: (text: string) => V;
  private readonly most: number;
  private slots = new Int32Array(64);
  private offsets: number[] = [];
  private lengths: number[] = [];
  private readonly values: V[] = [];
  private arena = new Uint8Array(1 << 10);
  private used = 0;

  constructor(meaning: (text: string) => V, most: number) {
    this.meaning = meaning;
    this.most = most;
  }

  read(bytes: Uint8Array, from: number, to: number): V {
    const length = to - from;
    const mask = this.slots.length - 1;
    let slot = hash(bytes, from, length) & mask;
    for (;;) {
      const entry = this.slots[slot];
      if (entry === 0) return this.learn(bytes, from, to, slot);
      if (this.lengths[entry - 1] === length && this.same(this.offsets[entry - 1], bytes, from, length)) {
        return this.values[entry - 1];
      }
      slot = (slot + 1) & mask;
    }
  }

  private same(offset: number, bytes: Uint8Array, from: number, length: number): boolean {
    const { arena } = this;
    for (let i = 0; i < length; i++) if (arena[offset + i] !== bytes[from + i]) return false;
    return true;
  }

  private learn(bytes: Uint8Array, from: number, to: number, slot: number): V {
    const value = this.meaning(cellText(bytes, from, to));
    const length = to - from;
    if (this.values.length >= this.most || length > 4096) return value;
    if (this.used + length > this.arena.length) {
      const wider = new Uint8Array(Math.max(this.arena.length * 2, this.used + length));
      wider.set(this.arena);
      this.arena = wider;
    }
    this.arena.set(bytes.subarray(from, to), this.used);
    this.offsets.push(this.used);
    this.lengths.push(length);
    this.values.push(value);
    this.used += length;
    this.slots[slot] = this.values.length;
    if (this.values.length * 2 > this.slots.length) this.widen();
    return value;
  }

  private widen(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    this.offsets.forEach((offset, i) => {
      let slot = hash(this.arena, offset, this.lengths[i]) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = i + 1;
    });
  }
}

/** A hash of a few bytes spread over the word; words that share them only share a slot. */
function hash(bytes: Uint8Array, from: number, length: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < length; i++) h = Math.imul(h ^ bytes[from + i], 0x01000193);
  // The last bytes reach the bits that tell the place: numbered names would lie in a row otherwise.
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The first byte of a row that is not UTF-8, and where it stands in the file: 0xff (byte 27), counted from 1. */
export function damageText(row: Uint8Array, offset: number): string {
  let at = 0;
  // What cannot be decoded becomes U+FFFD, which may also stand there by right.
  for (const sound of whole.decode(row).split("\ufffd")) {
    at += utf8(sound).length;
    if (row[at] !== 0xef || row[at + 1] !== 0xbf || row[at + 2] !== 0xbd) break;
    at += 3;
  }
  return `0x${(row[at] ?? 0).toString(16)} (byte ${offset + at + 1})`;
}

const whole = new TextDecoder("utf-8", { ignoreBOM: true });
