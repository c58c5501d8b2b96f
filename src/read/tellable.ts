/** What of a cell may be told: words of a system, never what looks like a name, a number or an address of a person. */
import { withoutMarks } from "./words.ts";

/** The word, or an ellipsis for what may be of a person: a row shifted by a cell puts names where words should stand. */
export function tellable(word: string): string {
  return isLongNumber(word) || isName(word) || isAddress(word) ? "…" : word;
}

/** A telephone or an identity number among letters. */
function isLongNumber(word: string): boolean {
  return /\d{6}/.test(word.replace(/[\s.-]/g, "")) && /\p{L}/u.test(word);
}

/** The commonest family names; those that are words too when written without marks (dang, ho, do, le …) only with them. */
const families = new Set(
  "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô dương lý đoàn đào trịnh đinh lâm phùng trương lương tô vương"
    .concat(" nguyen tran pham hoang huynh phan bui ngo duong trinh dinh truong luong vuong")
    .split(" "),
);

/** Two to six words that begin with capitals, of which the first is a family name. */
function isName(text: string): boolean {
  const words = text.normalize("NFC").trim().split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    words.every((word) => /^\p{Lu}[\p{L}\p{M}.]*$/u.test(word)) &&
    families.has(words[0].toLowerCase())
  );
}

/** A house number before or behind what streets and hamlets are called. */
function isAddress(text: string): boolean {
  const bare = withoutMarks(text).toLowerCase();
  return (
    /\bso nha\b/.test(bare) ||
    (/\d/.test(bare) && /\b(?:duong|pho|thon|xom|ngo|ngach|hem|to dan pho|khu pho)\b/.test(bare))
  );
}
