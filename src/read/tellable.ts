/** What of a cell may be told: words of a system, never what looks like a name, a number or an address of a person. */
import { masked } from "./shapes.ts";
import { spelledMonth } from "./spelled-times.ts";
import { withoutMarks } from "./words.ts";

/**
 * The word of a coded column, or an ellipsis for what may be of a person: a row shifted by a cell puts names and numbers
 * where words should stand. No code of a system has seven digits.
 */
export function tellable(word: string): string {
  return digitsOf(word).length >= 7 || isOfPerson(word) ? "…" : word;
}

/** What a clock says is of nobody. */
const clock = /(?:(?<!\p{L})(?:SA|CH|AM|PM)\s+)?\d{1,2}:\d\d(?::\d\d)?/gu;

/** A time that cannot be read, or an ellipsis: digits alone may be a day, but not a telephone or an identity number. */
export function tellableTime(text: string): string {
  const isNumber = /^(?:\+?84|0)\d{8,10}$|^\d{9}$|^0\d{11}$/.test(text.replace(/[\s.()-]/g, ""));
  const bare = text.normalize("NFC").replace(clock, " : ").replace(spelledMonth, "tháng");
  const isLetters = /\p{L}/u.test(text) && /\d{6}/.test(bare.replace(/[\s.-]/g, ""));
  return isNumber || isLetters || isOfPerson(bare) ? "…" : text;
}

/**
 * A header that no field claims, or its shape where a part of it may be of a person: what a system prints above its tables
 * ("Người xuất: …") stands in a row that was taken for the header.
 */
export function tellableHeader(header: string): string {
  const parts = header.split(/[:;,/()|\n–-]+/).map((part) => part.trim());
  return digitsOf(header).length >= 7 || header.includes("@") || parts.some(isName) ? masked(header) : header;
}

function digitsOf(text: string): string {
  return (
    text
      .replace(/[\s.()+-]/g, "")
      .match(/\d+/g)
      ?.reduce((a, b) => (b.length > a.length ? b : a)) ?? ""
  );
}

function isOfPerson(text: string): boolean {
  return text.includes("@") || isName(text) || isAddress(text);
}

/** The commonest family names; those that are words too when written without marks (dang, ho, do, le …) only with them. */
const families = new Set(
  "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô dương lý đoàn đào trịnh đinh lâm phùng trương lương tô vương hồ"
    .concat(" nguyen tran pham hoang huynh phan bui ngo duong trinh dinh truong luong vuong")
    .split(" "),
);
/** Behind a family name these are of a person, in small letters too. */
const middles = new Set(["van", "thi", "huu", "duc", "ngoc", "minh", "thanh", "quang", "xuan", "dinh"]);
const addressed = new Set(["ông", "bà", "anh", "chị", "cô", "chú", "bác", "mr", "mr.", "mrs", "mrs.", "ms", "ms."]);

/** Two to six words of which the first is a family name, that begin with capitals or have a usual middle name. */
function isName(text: string): boolean {
  const words = text.normalize("NFC").trim().split(/\s+/);
  if (words.length < 2 || words.length > 6 || !words.every((word) => /^[\p{L}\p{M}.]+$/u.test(word))) return false;
  if (addressed.has(words[0].toLowerCase()) && words.slice(1).every((word) => /^\p{Lu}/u.test(word))) return true;
  const [family, middle] = words.map((word) => word.toLowerCase());
  if (!families.has(family) || (family === "hồ" && middle === "sơ") || (family === "lý" && middle === "do"))
    return false;
  return words.every((word) => /^\p{Lu}/u.test(word)) || middles.has(withoutMarks(middle));
}

/** A house number before a name, or what streets and hamlets are called before one. */
function isAddress(text: string): boolean {
  const bare = withoutMarks(text);
  return (
    /\bso nha\b/i.test(bare) ||
    /^[A-Z]?\d+[A-Za-z]?(?:\/\d+[A-Za-z]?)*,?\s+(?:\p{Lu}\p{L}*[\s,]*){2,}/u.test(text.normalize("NFC")) ||
    isStreet(bare) ||
    (/\d/.test(bare) && /\b(?:duong|pho|thon|xom|ngo|ngach|hem|to dan pho|khu pho)\b/i.test(bare))
  );
}

const streets = new Set(["duong", "pho", "thon", "xom", "ngo", "ngach", "hem", "to", "ap"]);

/** Thôn Đông, Tổ 5: what streets and hamlets are called, before a name or a number. */
function isStreet(bare: string): boolean {
  const [first, second = ""] = bare.trim().split(/\s+/);
  return streets.has(first.toLowerCase()) && /^[\p{Lu}\d]/u.test(second);
}
