/** Words of coded columns that no table has as they are written, by kind: with a number, a bracket, a place behind them. */
import type { Field, FieldOf } from "../records/case.ts";
import { inBrackets } from "./header-forms.ts";
import { isNothingIn, type Meaning, unknown, type Value, withoutMarks, wordKey, wordTable } from "./words.ts";

/** Longer texts are no words. */
const longestWord = 120;
const numberBefore = /^[([]?(\d{1,2})(?:\s*([-–.:)\]/])\s*|\s+)([^\d\s].*)$/su;
const numberBehind = /^(.*[^\d\s:–-])(?:\s*([-–:])\s*|\s+)(\d{1,2})$/su;
/** Whether a case was in time, behind the word for its state: "Đã trả kết quả trễ hạn". */
const inTimeBehind =
  /^(.*[^\s,;:–-])[\s,;:–-]+(?:trước|đúng|sớm|trễ|quá|truoc|dung|som|tre|qua)[\s_-](?:hạn|hẹn|han|hen)$/isu;
const isEnd: ReadonlySet<Meaning<Value>> = new Set(["finished", "returned"]);
/** The name of a place behind what it is: "Cổng DVC tỉnh Hà Tĩnh", "Trực tiếp tại UBND xã Tân An". */
const placeBehind = /^(.*(?:tỉnh|thành phố|xã|phường|đặc khu))(?:\s+\p{Lu}\p{Ll}+){1,4}$/u;
/** What takes back what stands before the bracket, or a part of it, or puts it off. */
const negation = new RegExp(
  [
    "^(?:không|khong|ko|k|kh|chưa|chua|chẳng|no|non|not|never|none|without|hủy|huỷ|huy|chờ|đang|dang|sẽ|se|sắp|sap|cần",
    "|dự|thiếu|thieu|sai|lỗi|loi|nhầm|nham|trừ|tru|hỏng|test|thử|part|partial|partly|pending|wrong|except)$",
  ].join(""),
);
const takenBack = /(?:^| )(?:(?:mot|1) (?:phan|nua)|tra (?:lai|ho so)|du kien|tam thoi|kinh doanh|gia han)(?: |$)/;

/**
 * What a writing means that is none of the table's words.
 *
 * @param known what a text means by itself
 */
export function spelledWord(
  field: FieldOf<"word" | "yesNo">,
  written: string,
  known: (text: string) => Meaning<Value>,
): Meaning<Value> {
  if (written.length > longestWord) return unknown;
  const text = written.normalize("NFC").trim();
  const whole = (word: string): Meaning<Value> => {
    const meaning = known(word);
    return meaning === unknown ? spelledWord(field, word, known) : meaning;
  };
  /** A word beside a number: in a column of ratings the number must say the same, in any other nothing else. */
  const withNumber = (number: string, word: string): Meaning<Value> => {
    const said = known(number);
    const meaning = whole(word);
    if (meaning !== null && (said === meaning || (said === unknown && field !== "rating"))) return meaning;
    return unknown;
  };
  const [, first, , rest] = numberOf(field, numberBefore.exec(text));
  if (first !== undefined) return withNumber(first, rest);
  const [, front, , last] = numberOf(field, numberBehind.exec(text));
  if (last !== undefined) return withNumber(last, front);
  const brackets = inBrackets(text);
  if (brackets !== null) {
    const meaning = whole(brackets.bare);
    if (meaning === null || meaning === unknown) return unknown;
    return isBeside(field, brackets.inside, meaning, whole) ? meaning : unknown;
  }
  if (field === "status") {
    const [, base] = inTimeBehind.exec(text) ?? [];
    const meaning = base === undefined ? unknown : whole(base);
    return isEnd.has(meaning) ? meaning : unknown;
  }
  const [, place] = field === "channel" ? (placeBehind.exec(text) ?? []) : [];
  return place === undefined ? unknown : known(place);
}

/** A number that nothing parts from the word may count what the word says, but where it rates it. */
function numberOf(field: Field, found: RegExpExecArray | null): readonly string[] {
  return found !== null && (field === "rating" || found[2] !== undefined) ? found : [];
}

/** Whether what stands in brackets leaves the word before them as it is. */
function isBeside(
  field: FieldOf<"word" | "yesNo">,
  inside: string,
  meaning: Value,
  whole: (text: string) => Meaning<Value>,
): boolean {
  const said = whole(inside);
  if (said === meaning) return true;
  const key = wordKey(inside);
  if (isNothingIn(field, key)) return true;
  if (said !== null && said !== unknown) return false;
  // A number that is no code of the column counts something; a rating it may contradict.
  if (field === "rating" && /[\d*★⭐]/u.test(inside)) return false;
  const bare = wordKey(withoutMarks(inside));
  if (takenBack.test(bare)) return false;
  const words = inside.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  if (words.some((word) => negation.test(word) || (word === "cho" && bare === key))) return false;
  // A word of another code within what stands there: "Trực tuyến (nộp trực tiếp tại xã)".
  for (const [word, value] of wordTable(field)) {
    if (value !== meaning && /^[a-z]{2}/.test(word) && ` ${key} `.includes(` ${word} `)) return false;
  }
  return true;
}
