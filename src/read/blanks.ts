/** Words that stand for nothing: a table to add to. A word that its own column knows (“Không” of a yes/no) is none of them. */
import { isErrorWord, withoutMarks, wordKey } from "./words.ts";

/** What systems and people write where nothing is to be said, in any column. */
export const blankWords = [
  "NULL",
  "(null)",
  "None",
  "nil",
  "NaN",
  "N/A",
  "#N/A",
  "NA",
  "n.a.",
  "-",
  "--",
  "---",
  "–",
  "—",
  "_",
  ".",
  "..",
  "...",
  "…",
  "/",
  "?",
  "\\N",
  "(trống)",
  "trống",
  "(blank)",
  "(empty)",
  "(không ghi)",
  "<null>",
  "NaT",
  "rỗng",
  "no data",
  "N\\A",
  "chưa có",
  "chưa trả",
  "chưa cập nhật",
  "chưa nhập",
  "chưa xác định",
  "chưa đánh giá",
  "không có",
  "không xác định",
  "không rõ",
  "không có dữ liệu",
  "undefined",
  "unknown",
  "<NA>",
  "[NULL]",
  "''",
  '""',
  "[]",
  "{}",
  "&nbsp;",
  "<br>",
] as const;

/** The days that systems write for no day, with or without a time: 00/00/0000, 01/01/0001, 1900 and 9999, Excel's day 0, Unix's. */
const noDay =
  /^(?:0{1,2}[/.-]0{1,2}[/.-]0{2,4}|0000-00-00|0?1[/.-]0?1[/.-](?:0001|1900|1753|1601|1970)|(?:0001|1900|1753|1601|1970)[/-]0?1[/-]0?[01]|0{1,2}[/.-]0?1[/.-]1900|0?1[/.-]0{1,2}[/.-]1900|30[/.-]12[/.-]1899|1899-12-3[01]|31[/.-]12[/.-]9999|9999-12-31)(?:[T ]\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?: (?:SA|AM))?)?(?:Z|[+-]\d\d:?\d\d)?$/i;

let keys: ReadonlySet<string> | undefined;

/** Signs alone, however many: what is filled in by hand and by forms ("-----", "………", "***"). */
const signsAlone = /^[-–—_.…/\\?*~=\s]+$/;

/** "Không" by itself: no time, no name; but where a column asks which of several it is an answer, and not a blank. */
const noAlone = wordKey("Không");

/** Whether a text stands for nothing in a column of codes, in which "Không" is a word like any other. */
export function isBlankCode(text: string): boolean {
  if (text.length > 24) return false;
  // With a time of day it may be a duration, as Excel shows one: 01/01/1900 12:00.
  if (signsAlone.test(text) || (noDay.test(text) && !/[T ].*[1-9]/.test(text))) return true;
  keys ??= new Set(blankWords.map(wordKey));
  return keys.has(wordKey(text));
}

/** A line of a table that was drawn with signs. */
const ruleOfTable = /^[-+|=_:\s]+$/;
/** What a system writes for nothing; "Không có" and "Chưa có" are words of a person, and may be an answer. */
const wordsOfSystems = /^(?:[(<]?null[)>]?|none|nil|nan|nat|#?n\/a|na|\\n|\(blank\)|\(empty\)|\(?trống\)?)$/iu;

/** Whether a cell holds signs alone, or a system's word for nothing: a row of such cells is a blank one. */
export function isBlankSign(text: string): boolean {
  return text !== "" && (signsAlone.test(text) || ruleOfTable.test(text) || wordsOfSystems.test(text));
}

/** Whether a text stands for nothing in a column of texts, times or numbers. */
export function isBlankWord(text: string): boolean {
  return isBlankCode(text) || wordKey(text) === noAlone;
}

/** What programs make of no day: zeros, also of SAP (00000000, 99991231), days before all others, and behind them. */
const daysOfPrograms =
  /^(?:(?:0{8}|00010101|18991230|19000101|19700101|99991231)(?:0{6})?|99991231235959|0000[/.-]0{1,2}[/.-]0{1,2}|0\/0\/0|31[/.-]12[/.-]1899|12[/.-]30[/.-]1899|0?1[/.-]0?1[/.-]2100|2100-01-01|31[/.-]12[/.-](?:2999|3000))$/;
/** A number or a clock of nothing, where both a day and a time of day should stand. */
const noMoment = /^(?:-1|0{1,2}(?:[.,]0+)?|0?0:00(?::00(?:[.,]0+)?)?)$/;
/** A form that nobody has filled in: __/__/____ __:__, .../.../2025, ngày … tháng … năm ……, dd/mm/yyyy. */
const emptyForm =
  /^(?:[-–—_.…/\\?*~=:\s]+|(?:[_.…\s]*[/-]){2}[_.…\s]*20(?:\d\d|[_.…]+)|ng[àa]y[_.…\s]*th[áa]ng[_.…\s]*n[ăa]m[_.…\s]*(?:20(?:\d\d|[_.…]+))?|[dmyhs]{1,4}(?:[/.:\s-][dmyhs]{1,4}){2,5})$/iu;
/** The words of programs and people for no day, in a column of times alone. */
const noDayWords = /^(?:invalid date|nan([/-])nan\1nan|no date|not set|not available|none set|never|null null)$/i;
/** No day beside no time of day, as they are put together. */
const blankDayAndClock = /^(\S+) 0?0:00(?::00(?:[.,]0+)?)?$/;

/** Whether a cell of days, or of times of day, says that there is none. */
export function isNoDay(text: string): boolean {
  if (text === "0") return true;
  if (text.length > 40) return false;
  if (daysOfPrograms.test(text) || noDay.test(text) || emptyForm.test(text) || noDayWords.test(text)) return true;
  return isBlankWord(blankDayAndClock.exec(text)?.[1] ?? text);
}

/** Whether a cell of times says that there is none. */
export function isNoTime(text: string): boolean {
  return noMoment.test(text) || isNoDay(text);
}

/** How it begins what is said of a case on which work goes on. */
const notYet =
  /^(?:(?:ho so|hs) )?(?:chua|dang|cho)(?: |$)|^(?:pending|awaiting|waiting|in progress|not yet|not returned|unassigned|tbd)(?: |$)/;

/** Whether a cell of ends says in words that there is none yet: "Chưa có kết quả", "Đang giải quyết", "Chờ trả". */
export function isNotYet(text: string): boolean {
  return text.length <= 60 && !/\p{N}/u.test(text) && notYet.test(wordKey(withoutMarks(text)));
}

/** Zeros with what may stand between them, less than none (-1, -99), an error of Excel's, a column too narrow for it, crosses. */
const noIdSigns = /^(?:-(?:1|9+)|['’]?[0.,/ -]*0[0.,/ -]*|#(?:#*|[A-Z0/_!?]+)|=?\w*NA\(\)|x{3,}|tb[ad])$/i;
/** An error of LibreOffice. */
const errorOfCalc = /^Err:\d{3}$/;
/** "Chưa cấp", "Chờ cấp mã", "Không có mã hồ sơ", "Không số", "Bổ sung sau", "Hồ sơ giấy": no number was given. */
const noIdWords = new RegExp(
  [
    "^(?:chua|khong|cho|dang)(?: (?:cap|co|ghi|nhap|tao|sinh|dong bo|vao so))?(?: (?:ma|so))?(?: (?:ho so|hs|bien nhan|tiep nhan))?(?: tren he thong)?$",
    "^(?:bo sung|cap|cap nhat|nhap|dien) (?:ma )?sau$",
    "^ho so giay$",
    "^(?:n ?/ ?a|-? ?nt ?-?)$",
  ].join("|"),
);

/** Whether an id is none: a word for nothing, a zero, an error of Excel's. */
export function isNoId(text: string): boolean {
  return (
    text === "" ||
    noIdSigns.test(text) ||
    errorOfCalc.test(text) ||
    isErrorWord(text) ||
    isBlankWord(text) ||
    (text.length <= 32 && noIdWords.test(wordKey(withoutMarks(text))))
  );
}
