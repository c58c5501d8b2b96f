/** Times as people and other programs spell them, made into the forms that columns of times read. */

import { withoutMarks } from "./words.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthNames =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

const isoDay = (year: string, month: number | string, day: string) =>
  `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
const monthOf = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Months by their numbers in words, without marks; the first and the last have a name beside. */
const spelledMonths = "gieng,hai,ba,tu,nam,sau,bay,tam,chin,muoi,muoi mot,chap".split(",");
const otherNames: Readonly<Record<string, number>> = { mot: 1, bon: 4, "muoi hai": 12 };
const spelledMonthNames =
  "m[ưu][ờo]i\\s+(?:m[ộo]t|hai)|m[ưu][ờo]i|m[ộo]t|gi[êe]ng|hai|ba|t[ưu]|b[ốo]n|n[ăa]m|s[áa]u|b[ảaẩâ]y|t[áa]m|ch[íi]n|ch[ạa]p";
/** "Tháng Chín": a month, and no name of a street behind the number of a house. */
export const spelledMonth = new RegExp(`(?:tháng|thang|thg)\\.?\\s+(${spelledMonthNames})(?!\\p{L})`, "giu");

function monthInWords(name: string): number {
  const key = withoutMarks(name).toLowerCase().replace(/\s+/g, " ");
  return otherNames[key] ?? spelledMonths.indexOf(key) + 1;
}

const dayFirstNamed = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?[\\s./-]*(${monthNames})\\.?[\\s,./-]*(\\d{4})`, "i");
const monthFirstNamed = new RegExp(`(${monthNames})\\.?[\\s./-]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,./-]*(\\d{4})`, "i");
const yearFirstNamed = new RegExp(`^(\\d{4})[\\s./-]*(${monthNames})\\.?[\\s./-]*(\\d{1,2})(?!\\d)`, "i");
const vietnamese =
  /(\d{1,2})(?:[\s./-]*(?:tháng|thang|thg)\.?[\s./-]*|[\s./-]th?)(\d{1,2})(?:\s*(?:[,./-]|năm|nam)?\s*)(\d{4})(?!\d)/i;
const vietnameseInWords = new RegExp(
  `(\\d{1,2})[\\s./-]*(?:tháng|thang|thg)\\.?[\\s./-]*(${spelledMonthNames})[\\s,./-]*(?:(?:năm|nam)\\s+)?(\\d{4})(?!\\d)`,
  "iu",
);
/** How Java writes a time: the year behind the clock and its zone. */
const yearLast = /^([a-z]{3} \d{1,2}) ([\d:]+) (\S+) (\d{4})$/i;
const aClock = /\d:\d\d|\d\s*(?:h|g|giờ|gio)(?!\p{L})/iu;
/** A clock with the offset of its zone behind it, after which a zone in brackets says the same in words. */
const withOffset = /:\d\d(?:[.,]\d+)?\s*(?:GMT|UTC)?(?:Z|[+-]\d\d(?::?\d\d)?)$/i;
const inBrackets = /\s*\(([^()]*)\)$/;
const nameOfZone = /^(?:(?:GMT|UTC)?(?:[+-]\d{1,2}(?::?\d\d)?)?|ICT|[^()\d]*\b(?:time|giờ)(?!\p{L})[^()\d]*)$/iu;
const offsetName = /^(?:giờ )?(?:GMT|UTC)? ?([+-])(\d{1,2})(?::?(\d\d))?$/iu;
const noOffset = /(?:Z|[+-]00(?::?00)?)$/i;
const greenwich = /^(?:giờ )?(?:(?:Etc\/)?(?:GMT|UTC)|Z|Coordinated Universal Time|Greenwich Mean Time)$/iu;
const vietnamZone =
  /^(?:ICT|Indochina(?: Standard)? Time|SE Asia Standard Time|(?:Vietnam|Ha ?noi|Bangkok)(?: Standard)? Time|Asia\/(?:Ho_Chi_Minh|Saigon|Bangkok)|giờ (?:Việt Nam|VN|Hà Nội|Đông Dương))$/iu;
const localZone = /^(?:|local(?: time)?|giờ địa phương)$/iu;

const offsetText = (sign: string, hours: string, minutes = "00") => ` ${sign}${hours.padStart(2, "0")}:${minutes}`;

/**
 * A time zone in words behind a time, as its offset: "(UTC)", "(GMT+9)", "(giờ Việt Nam)". JavaScript writes "GMT+0700
 * (Indochina Time)", which says it twice. Other words in brackets, and zones whose offset is not known here, stay: such a
 * cell cannot be read.
 */
function withZone(text: string): string {
  const [found, name] = inBrackets.exec(text) ?? [];
  if (found !== undefined && name !== undefined) {
    const before = text.slice(0, -found.length);
    if (withOffset.test(before)) {
      const isSame = nameOfZone.test(name) || vietnamZone.test(name) || (greenwich.test(name) && noOffset.test(before));
      return isSame ? before : text;
    }
    const [, sign, hours, minutes] = offsetName.exec(name) ?? [];
    const zone =
      sign !== undefined
        ? offsetText(sign, hours, minutes)
        : greenwich.test(name)
          ? " Z"
          : vietnamZone.test(name)
            ? " +07:00"
            : localZone.test(name)
              ? ""
              : null;
    if (zone === null) return text;
    // A day without a time is the same day wherever it was written.
    return aClock.test(before) ? before + zone : before;
  }
  return aClock.test(text) ? text.replace(/\s*(?:GMT|UTC)$/i, " Z").replace(/\s*ICT$/i, " +07:00") : text;
}
const weekday =
  /^(?:t[2-7]|cn|thứ\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s*nhật|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?),?\s+/i;
const clockWords =
  /(\d{1,2})\s*(?:h|g|giờ|gio)(?:\s*(\d{1,2})(?![/.-]?\d)\s*(?:phút|phut|ph|p|m|['’′])?(?:\s*(\d{1,2})\s*(?:giây|giay|s|["”″]|''))?)?(?![\p{L}\d])/iu;
/** The half of the day before its clock: "SA 8:00", as Windows may be told to write it. */
const halfBefore =
  /(?<!\S)(SA|CH|[AP]\.?M\.?|sáng|chiều|tối|trưa|sang|chieu|toi|trua)\s+(\d{1,2}:\d\d(?::\d\d)?)(?=$|\s+\d)/iu;
const halfDay =
  /(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(SA|CH|[AP]\.?M\.?|sáng|chiều|tối|trưa|sang|chieu|toi|trua)(?![\p{L}])/iu;

/**
 * A time such as "08h30' ngày 01/09/2025", "1 tháng 9 năm 2025", "Sep 1, 2025 5:00 PM" with its parts in the usual forms;
 * one that is in them already stays.
 */
export function usualTime(text: string): string {
  // Digits of full width are digits; an apostrophe before it is how Excel is told that a cell is text.
  let value = ofPrograms(text.normalize("NFKC").replace(/^['’]/, "").replace(weekday, ""));
  // A zone in square brackets is how Java says it once more.
  value = withZone(value.replace(/\[([^[\]]+)\]$/, "($1)").replace(yearLast, "$1 $4 $2 $3"));
  value = value.replace(/\s*(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d\d))?/i, (_, sign, hours, minutes) =>
    offsetText(sign, hours, minutes),
  );
  value = value.replace(/(\d)\s*([/.-])\s*(\d{1,2})\s*\2\s*(?=\d{4})/, "$1$2$3$2");
  value = value.replace(
    /^(20\d\d)(\d\d)(\d\d)[ T_-]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]?\d{3})?)?$/,
    (_, year, month, day, hour, minute, second) => {
      return `${isoDay(year, month, day)} ${clock(hour, minute, second)}`;
    },
  );
  value = withNamedDay(value);
  value = value.replace(/(?:^|\s)(?:ngày|lúc|vào|ngay|luc|vao)\s+/giu, " ");
  value = value.replace(clockWords, (_, hour, minute = "00", second) => clock(hour, minute, second));
  value = value.replace(halfBefore, "$2 $1");
  value = value.replace(halfDay, (written, hour, minute, second, half) => {
    const hours = of24(Number(hour), half);
    return hours === null ? written : clock(String(hours), minute, second);
  });
  // Between a time and a day a comma or a dash may stand.
  return value
    .replace(/(\d)(?:\s*[,–-]\s+(?=\d)|,(?=\d{1,2}:\d\d))/g, "$1 ")
    .replace(/\s+/g, " ")
    .trim();
}

/** A day, or a day with its time, as a number that a table of numbers has made a fraction, or of which it shows the first digits. */
const asFraction = /^(20\d{6}(?:\d{4}(?:\d\d)?)?)[.,]0+$/;
const inPowers = /^2\.0(\d{0,12})E\+?0?(7|11|13)$/i;

/** What databases and languages write that means one thing only, as others write it. */
function ofPrograms(text: string): string {
  return (
    text
      .replace(asFraction, "$1")
      .replace(inPowers, (_, digits, power) => `20${digits}`.padEnd(Number(power) + 1, "0"))
      .replace(/^ISODate\(["']?([^"']+?)["']?\)$/i, "$1")
      // C, and Go, which says the zone twice.
      .replace(/^([a-z]{3} {1,2}\d{1,2}) ([\d:]+) (\d{4})$/i, "$1 $3 $2")
      .replace(/\s\+0000 UTC$/, " Z")
      .replace(/\s\+0700 (?:\+07|ICT)$/, " +07:00")
      // Thousandths behind a colon, and a hyphen between a day and its time.
      .replace(/(\d{1,2}:\d\d:\d\d):\d{1,3}(?=$|\s?(?:[AP]M|SA|CH)$)/i, "$1")
      .replace(/^(\d{1,4}([/.-])\d{1,2}\2\d{1,4})-(?=\d{1,2}:\d\d)/, "$1 ")
      .replace(/(\d{4}) at (?=\d{1,2}:)/i, "$1 ")
  );
}

/** The day of a text in which its month is named, as 2025-09-01; SAS and Apache write a colon behind it, Oracle points in the clock. */
function withNamedDay(text: string): string {
  if (!/\p{L}/u.test(text)) return text;
  const value = text
    .replace(vietnameseInWords, (_, day, name, year) => isoDay(year, monthInWords(name), day))
    .replace(vietnamese, (_, day, month, year) => isoDay(year, month, day))
    .replace(dayFirstNamed, (_, day, name, year) => isoDay(year, monthOf(name), day))
    .replace(monthFirstNamed, (_, name, day, year) => isoDay(year, monthOf(name), day))
    .replace(yearFirstNamed, (_, year, name, day) => isoDay(year, monthOf(name), day));
  if (value === text) return text;
  return value
    .replace(/^(\d{4}-\d\d-\d\d):(?=\d\d?:\d\d)/, "$1 ")
    .replace(/^(\d{4}-\d\d-\d\d \d\d?)\.(\d\d)\.(\d\d)(?:\.\d+)?(?= ?[AP]M(?: [+-]\d\d:?\d\d)?$|$)/i, "$1:$2:$3");
}

function clock(hour: string, minute: string, second: string | undefined): string {
  return `${hour}:${minute.padStart(2, "0")}${second === undefined ? "" : `:${second.padStart(2, "0")}`}`;
}

/** The hours that the words for a part of the day are used for, of twenty-four; of the two halves of a clock all are. */
const hoursOf: readonly (readonly [words: RegExp, from: number, to: number])[] = [
  [/^tr[ưu]a$/i, 10, 15],
  [/^chi[ềe]u$/i, 12, 19],
  [/^t[ốo]i$/i, 17, 23],
];

/**
 * An hour of the half of a day; one that is past twelve already says itself which it is. Noon has hours on both of its
 * sides: "11 giờ trưa" is 11, "1 giờ trưa" is 13.
 *
 * @returns null where the two contradict each other ("10 giờ chiều", "1 giờ tối"), and of "12 giờ tối": of which day it is the
 *   midnight nobody knows
 */
function of24(hour: number, half: string): number | null {
  const isMorning = /^(?:SA|A\.?M\.?|sáng|sang)$/i.test(half);
  if (isMorning) return hour > 12 ? null : hour % 12;
  const [, from, to] = hoursOf.find(([words]) => words.test(half)) ?? [half, 12, 23];
  const isIn = (of24: number) => of24 >= from && of24 <= to;
  // A half of the clock begins with its twelve; of a part of the day nobody says 0.
  if (hour === 0) return from === 12 && to === 23 ? 12 : null;
  return isIn(hour) ? hour : hour < 12 && isIn(hour + 12) ? hour + 12 : null;
}

const wordsOfTime = new RegExp(
  `^(?:SA|CH|AM|PM|sáng|chiều|tối|trưa|ngày|tháng|năm|lúc|giờ|phút|giây|h|g|T|Z|UTC|GMT|${monthNames})$`,
  "iu",
);
const longestShape = 40;

/** What a time looks like without what it says: digits become 9, and letters a unless they are words of times. */
export function timeShape(text: string): string {
  const shape = text
    .normalize("NFC")
    .replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => (wordsOfTime.test(word) ? word : word.replace(/[\p{L}\p{M}]/gu, "a")))
    .replace(/\p{N}/gu, "9");
  return shape.length > longestShape ? `${shape.slice(0, longestShape - 1)}…` : shape;
}
