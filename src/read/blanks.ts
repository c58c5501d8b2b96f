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

/** Whether a cell of times says that there is none. */
export function isNoDay(text: string): boolean {
  return text === "0" || noDay.test(text) || isBlankWord(text);
}

/** Whether a cell of ends says in words that there is none yet: "Chưa có kết quả", "Đang giải quyết". */
export function isNotYet(text: string): boolean {
  return text.length <= 60 && !/\p{N}/u.test(text) && /^(?:chua|dang)(?: |$)/.test(wordKey(withoutMarks(text)));
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
