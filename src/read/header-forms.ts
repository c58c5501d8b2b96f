/** What brackets behind a header say of how its days are written: `(dd/mm/yyyy)`, `(tháng/ngày/năm)`, `(hh:mm mm/dd/yyyy)`. */

/** How a day is to be written, in letters or in words. */
const dayForm =
  /^(?=.*d)(?=.*m)(?:[dmy]{3,8}|[dmyhsnt]{1,5}(?:[\s:/.,-]+[dmyhsnt]{1,5})+)$|^(?=.*ngày)(?=.*tháng)(?:(?:ngày|tháng|năm|giờ|phút|giây)[\s:/.,-]*)+$/iu;
/** A time of day within it, whose minutes are no months. */
const clockForm = /[ht]{1,4}[:.\s-]*(?:m{1,2}|n{1,2})(?:[:.\s-]*s{1,2})?(?![a-z])|(?:giờ|phút|giây)/giu;

/** A header with something in brackets behind it. */
const bracketed = /^(.*[^\s([])\s*[([]([^()[\]]*)[)\]][\s*:]*$/su;

/** A header without the brackets behind it, and what stands in them; null where there are none. */
export function inBrackets(header: string): { bare: string; inside: string } | null {
  const [, bare, inside] = bracketed.exec(header.normalize("NFC")) ?? [];
  return inside === undefined ? null : { bare, inside: inside.trim() };
}

/** The order of day, month and year that brackets say; `other` where the day stands between year and month; null of anything else. */
function orderOf(inside: string): "dmy" | "mdy" | "ymd" | "other" | null {
  if (!dayForm.test(inside)) return null;
  const letters = inside
    .toLowerCase()
    .replace(clockForm, " ")
    .replace(/ngày/gu, "d")
    .replace(/tháng/gu, "m")
    .replace(/năm/gu, "y");
  const [day, month, year] = ["d", "m", "y"].map((letter) => letters.indexOf(letter));
  if (day < 0 || month < 0) return null;
  if (year >= 0 && year < Math.min(day, month)) return month < day ? "ymd" : "other";
  return month < day ? "mdy" : "dmy";
}

/** Whether what stands in brackets says how a day is written, in an order that is read. */
export function isDayForm(inside: string): boolean {
  const order = orderOf(inside);
  return order !== null && order !== "other";
}

/** Whether a header says that its days are day first, or month first; undefined where it says neither. */
export function orderIn(header: string): "dmy" | "mdy" | undefined {
  const order = orderOf(inBrackets(header)?.inside ?? "");
  return order === "dmy" || order === "mdy" ? order : undefined;
}

/** Vietnam's zone, of which the times of a log are anyway: (GMT+7), (ICT), (giờ Việt Nam). */
const ownZone =
  /^(?:(?:giờ |múi giờ )?(?:GMT|UTC) ?\+ ?0?7(?::?00)?|ICT|giờ (?:Việt Nam|VN|Hà Nội|địa phương)|(?:Vietnam|Indochina) time|Asia\/(?:Ho_Chi_Minh|Saigon|Bangkok))$/iu;
/** The number of a column, before its name or in brackets behind it. */
const numberBefore = /^\(?\d{1,2}[.)]\s*(?=\p{L})/u;
const columnNumber = /^\d{1,2}$/;

/**
 * A header as words: databases write MA_HO_SO, programs CaseNumber, R Case.Number; forms number their columns. Null where
 * it is one already.
 */
export function spacedHeader(header: string): string | null {
  const text = header.normalize("NFC").trim();
  const found = inBrackets(text);
  const whole = found !== null && (ownZone.test(found.inside) || columnNumber.test(found.inside)) ? found.bare : text;
  const bare = whole.replace(numberBefore, "");
  const spaced = bare.includes(" ")
    ? bare
    : bare
        .replace(/[_.]+/g, " ")
        .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
        .trim();
  return spaced === text ? null : spaced;
}
