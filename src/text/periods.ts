/** Reporting periods as an official names them, by the name that a report has for them (2025-09, 2025-Q3 …). */
import { clean, type Language, list } from "./language.ts";

const englishMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const roman = ["I", "II", "III", "IV"];

/** tháng 9 năm 2025; quý III năm 2025; 6 tháng đầu năm 2025; September 2025. */
export function periodTitle(name: string, language: Language): string {
  const year = name.slice(0, 4);
  const range = /^(\d{4})-(\d\d)\.\.\1-(\d\d)$/.exec(name);
  if (range !== null) {
    const [first, last] = [Number(range[2]), Number(range[3])];
    if (first === last) return periodTitle(`${year}-${range[2]}`, language);
    return language === "vi"
      ? `từ ${first === 1 ? "đầu năm" : `tháng ${first}`} đến hết tháng ${last} năm ${year}`
      : `${englishMonths[first - 1]} to ${englishMonths[last - 1]} ${year}`;
  }
  const part = name.slice(5);
  if (part === "") return language === "vi" ? `năm ${year}` : `the year ${year}`;
  if (part === "9M") return language === "vi" ? `9 tháng đầu năm ${year}` : `the first nine months of ${year}`;
  if (part.startsWith("H")) {
    const isFirst = part === "H1";
    return language === "vi"
      ? `6 tháng ${isFirst ? "đầu" : "cuối"} năm ${year}`
      : `the ${isFirst ? "first" : "second"} half of ${year}`;
  }
  if (part.startsWith("Q")) {
    const quarter = Number(part[1]);
    return language === "vi" ? `quý ${roman[quarter - 1]} năm ${year}` : `quarter ${quarter} of ${year}`;
  }
  const month = Number(part);
  return language === "vi" ? `tháng ${month} năm ${year}` : `${englishMonths[month - 1]} ${year}`;
}

/** The same behind a word that asks for a noun: kỳ từ đầu năm đến hết tháng 8 năm 2024. */
export function asPeriod(name: string, language: Language): string {
  const title = periodTitle(name, language);
  return title.startsWith("từ ") ? `kỳ ${title}` : title;
}

/** T9/2025, Q3/2025, 6T đầu/2025; 9/2025: for axes and the heads of narrow columns. */
export function periodLabel(name: string, language: Language): string {
  const year = name.slice(0, 4);
  const part = name.slice(5);
  if (name.includes("..")) {
    const [first, last] = [Number(name.slice(5, 7)), Number(name.slice(-2))];
    return language === "vi" ? `T${first}–T${last}/${year}` : `${first}–${last}/${year}`;
  }
  if (part === "") return year;
  if (/^\d\d$/.test(part)) return `${language === "vi" ? "T" : ""}${Number(part)}/${year}`;
  if (language === "en" || part.startsWith("Q")) return `${part}/${year}`;
  return `${part === "9M" ? "9T" : part === "H1" ? "6T đầu" : "6T cuối"}/${year}`;
}

/** Names in a sentence: A, B và C; by semicolons where one of them has a comma of its own. */
export function namesIn(names: readonly string[], language: Language): string {
  if (names.length < 2) return names.join("");
  if (names.some((name) => name.includes(","))) return names.map(clean).join("; ");
  const and = language === "vi" ? " và " : " and ";
  return `${list(names.slice(0, -1))}${and}${names[names.length - 1]}`;
}
