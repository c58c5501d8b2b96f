/** Times as people and other programs spell them, made into the forms that columns of times read. */

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthNames =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

const isoDay = (year: string, month: number | string, day: string) =>
  `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
const monthOf = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const dayFirstNamed = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?[\\s./-]*(${monthNames})\\.?[\\s,./-]*(\\d{4})`, "i");
const monthFirstNamed = new RegExp(`(${monthNames})\\.?\\s*(\\d{1,2})(?:st|nd|rd|th)?,?\\s*(\\d{4})`, "i");
const vietnamese = /(\d{1,2})\s*tháng\s*(\d{1,2})\s*(?:,|năm)?\s*(\d{4})/i;
/** A time zone in words behind a time: JavaScript writes "GMT+0700 (Indochina Time)". Other words behind one say something else. */
const zoneWords =
  /\s*(?:(?:GMT|UTC)(?=[+-]\d))|\s*\((?:(?:GMT|UTC)?(?:[+-]\d{1,2}(?::?\d\d)?)?|ICT|[^()\d]*\b(?:time|giờ)(?![\p{L}])[^()\d]*)\)$/giu;
const weekday =
  /^(?:t[2-7]|cn|thứ\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s*nhật|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?),?\s+/i;
const clockWords =
  /(\d{1,2})\s*(?:h|g|giờ)(?:\s*(\d{1,2})(?![/.-]?\d)\s*(?:phút|ph|p|m|['’′])?(?:\s*(\d{1,2})\s*(?:giây|s|["”″]|''))?)?(?![\p{L}\d])/iu;
const halfDay =
  /(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(SA|CH|[AP]\.?M\.?|sáng|chiều|tối|trưa|sang|chieu|toi|trua)(?![\p{L}])/iu;

/**
 * A time such as "08h30' ngày 01/09/2025", "1 tháng 9 năm 2025", "Sep 1, 2025 5:00 PM" with its parts in the usual forms;
 * one that is in them already stays.
 */
export function usualTime(text: string): string {
  // Digits of full width are digits; an apostrophe before it is how Excel is told that a cell is text.
  let value = text.normalize("NFKC").replace(/^['’]/, "").replace(weekday, "");
  value = value.replace(zoneWords, "").replace(/\s*ICT$/, "+07:00");
  value = value.replace(/(\d)\s*([/.-])\s*(\d{1,2})\s*\2\s*(?=\d{4})/, "$1$2$3$2");
  value = value.replace(
    /^(\d{4})(\d\d)(\d\d)[ T](\d\d):?(\d\d)(?::?(\d\d))?$/,
    (_, year, month, day, hour, minute, second) => {
      return `${isoDay(year, month, day)} ${clock(hour, minute, second)}`;
    },
  );
  value = value.replace(vietnamese, (_, day, month, year) => isoDay(year, month, day));
  value = value.replace(dayFirstNamed, (_, day, name, year) => isoDay(year, monthOf(name), day));
  value = value.replace(monthFirstNamed, (_, name, day, year) => isoDay(year, monthOf(name), day));
  value = value.replace(/(?:^|\s)(?:ngày|lúc|vào)\s+/giu, " ");
  value = value.replace(clockWords, (_, hour, minute = "00", second) => clock(hour, minute, second));
  value = value.replace(halfDay, (written, hour, minute, second, half) => {
    const hours = of24(Number(hour), half);
    return hours === null ? written : clock(String(hours), minute, second);
  });
  // Between a time and a day a comma or a dash may stand.
  return value
    .replace(/(\d)\s*[,–-]\s+(?=\d)/g, "$1 ")
    .replace(/\s+/g, " ")
    .trim();
}

function clock(hour: string, minute: string, second: string | undefined): string {
  return `${hour}:${minute.padStart(2, "0")}${second === undefined ? "" : `:${second.padStart(2, "0")}`}`;
}

/**
 * An hour of the half of a day; one that is past twelve already says itself which it is. Noon has hours on both of its
 * sides: "11 giờ trưa" is 11, "1 giờ trưa" is 13.
 *
 * @returns null where the two contradict each other, and of "12 giờ tối": of which day it is the midnight nobody knows
 */
function of24(hour: number, half: string): number | null {
  const isMorning = /^(?:SA|A\.?M\.?|sáng|sang)$/i.test(half);
  if (hour > 12) return isMorning ? null : hour;
  if (isMorning) return hour % 12;
  if (/^tr[ưu]a$/i.test(half)) return hour >= 10 ? hour : hour >= 1 && hour <= 3 ? hour + 12 : null;
  if (/^t[ốo]i$/i.test(half) && hour === 12) return null;
  return (hour % 12) + 12;
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
