/** The words of the rules that plans write themselves; who puts a sentence of them together is run/rule-words.ts. */
import { about, type Bilingual, clean, type Data, type Language, unitNames } from "./language.ts";
import { eventTitles, fieldTitle, groupLabel } from "./titles.ts";
import { meaningTitle } from "./words.ts";

/** The ends of stretches of time that are no event of their own. */
const ends: Readonly<Record<string, Bilingual>> = {
  ...eventTitles,
  login: { vi: "đăng nhập", en: "login" },
  transferred: { vi: "chuyển xử lý", en: "transfer" },
  due: { vi: "hẹn trả", en: "the due time" },
};

/** A number with its decimals, which are as many as it is written with. */
function number(value: unknown, language: Language): string {
  return about(value as number, String(value).split(".")[1]?.length ?? 0, language);
}

/** What a cell is held against, in words. */
function wantedWords(field: string, value: unknown, language: Language): string {
  if (typeof value === "number") return number(value, language);
  if (typeof value === "boolean" || value === "yes" || value === "no") {
    return (value === true || value === "yes" ? { vi: "có", en: "yes" } : { vi: "không", en: "no" })[language];
  }
  const text = clean(String(value));
  if (field === "channel") return groupLabel("channel", text, language);
  return language === "vi" ? meaningTitle(field, text, language) : text;
}

const signs = { below: "<", atMost: "≤", atLeast: "≥", above: ">" } as const;

/** ≤ 8 giờ làm việc: a limit of a condition, with its unit. */
function limitWords(d: Data, language: Language): string {
  const key = (Object.keys(signs) as (keyof typeof signs)[]).find((one) => d[one] !== undefined) ?? "atMost";
  return `${signs[key]} ${number(d[key], language)}`;
}

/** A unit of time in words. */
function unitWords(unit: unknown, language: Language): string {
  if (unit === "minutes") return language === "vi" ? "phút" : "minutes";
  return unitNames[unit as keyof typeof unitNames][language];
}

function titleOf(name: unknown, language: Language): string {
  const key = name === "procedure" ? "procedure_code" : String(name);
  return ends[key] !== undefined && key !== "field" ? ends[key][language] : fieldTitle(key, language);
}

const spanWords = (d: Data, language: Language) =>
  language === "vi"
    ? `từ ${titleOf(d.from, "vi")} đến ${titleOf(d.to, "vi")}`
    : `from ${titleOf(d.from, "en")} to ${titleOf(d.to, "en")}`;

/** Phrases of a rule, by what they say. */
const phrases = {
  isOf: (d: Data, language: Language) =>
    `${titleOf(d.field, language)} = ${(d.wanted as unknown[]).map((one) => wantedWords(String(d.field), one, language)).join(" / ")}`,
  limit: (d: Data, language: Language) => `${titleOf(d.field, language)} ${limitWords(d, language)}`,
  known: (d: Data, language: Language) =>
    language === "vi" ? `có ghi ${titleOf(d.name, "vi")}` : `${titleOf(d.name, "en")} is filled in`,
  blank: (d: Data, language: Language) =>
    language === "vi" ? `không ghi ${titleOf(d.name, "vi")}` : `${titleOf(d.name, "en")} is blank`,
  span: (d: Data, language: Language) =>
    `${spanWords(d, language)} ${limitWords(d, language)} ${unitWords(d.in, language)}`,
  not: (d: Data, language: Language) => (language === "vi" ? `không phải (${d.inner})` : `not (${d.inner})`),
  and: (d: Data, language: Language) => (d.parts as string[]).join(language === "vi" ? " và " : " and "),
  or: (d: Data, language: Language) => (d.parts as string[]).join(language === "vi" ? " hoặc " : " or "),
  all: (d: Data, language: Language) =>
    language === "vi" ? `hồ sơ ${eventTitles[String(d.when)].vi}` : `cases by ${eventTitles[String(d.when)].en}`,
  among: (d: Data, language: Language) =>
    language === "vi" ? `${d.all} mà ${d.condition}` : `${d.all} of which ${d.condition}`,
  share: (d: Data, language: Language) =>
    language === "vi" ? `số hồ sơ mà ${d.is} ÷ số ${d.of}` : `cases of which ${d.is} ÷ ${d.of}`,
  mean: (d: Data, language: Language) =>
    language === "vi"
      ? `trung bình của thời gian ${spanWords(d, "vi")}, tính bằng ${unitWords(d.in, "vi")}; ${d.of}`
      : `the mean time ${spanWords(d, "en")}, in ${unitWords(d.in, "en")}; ${d.of}`,
  quantile: (d: Data, language: Language) =>
    language === "vi"
      ? `mức thời gian nhỏ nhất ${spanWords(d, "vi")} mà ít nhất ${d.p}% hồ sơ không vượt quá, tính bằng ${unitWords(d.in, "vi")}; ${d.of}`
      : `the shortest time ${spanWords(d, "en")} that at least ${d.p} % of the cases do not exceed, in ${unitWords(d.in, "en")}; ${d.of}`,
};

/** A phrase of a rule. */
export function ruleWords(name: keyof typeof phrases, data: Data, language: Language): string {
  return phrases[name](data, language);
}
