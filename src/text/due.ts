/** When something is due, in words. */
import { type Bilingual, capital, date, type Language } from "./language.ts";
import { periodTitle } from "./periods.ts";

/** A rule as the data of a plan has it. */
interface Rule {
  readonly every?: string | undefined;
  readonly weekday?: string | undefined;
  readonly day?: number | undefined;
  readonly month?: number | undefined;
  readonly date?: string | undefined;
  readonly at?: string | undefined;
}

const every: Readonly<Record<string, Bilingual>> = {
  day: { vi: "hằng ngày", en: "every day" },
  week: { vi: "hằng tuần", en: "every week" },
  month: { vi: "hằng tháng", en: "every month" },
  quarter: { vi: "hằng quý", en: "every quarter" },
  half: { vi: "6 tháng một lần", en: "every six months" },
  year: { vi: "hằng năm", en: "every year" },
};

const weekdayNames: Readonly<Record<string, Bilingual>> = {
  monday: { vi: "thứ Hai", en: "Monday" },
  tuesday: { vi: "thứ Ba", en: "Tuesday" },
  wednesday: { vi: "thứ Tư", en: "Wednesday" },
  thursday: { vi: "thứ Năm", en: "Thursday" },
  friday: { vi: "thứ Sáu", en: "Friday" },
  saturday: { vi: "thứ Bảy", en: "Saturday" },
  sunday: { vi: "Chủ nhật", en: "Sunday" },
};

/** In which month the day of a rule lies. */
const lastMonth: Readonly<Record<string, Bilingual>> = {
  month: { vi: "", en: "" },
  quarter: { vi: " của tháng cuối quý", en: " of its last month" },
  half: { vi: " của tháng cuối kỳ", en: " of its last month" },
};

/** hằng tuần, thứ Năm, 16:30; hằng quý, ngày 14 của tháng cuối quý. */
export function dueText(rule: Rule, language: Language): string {
  if (rule.date !== undefined) return [date(rule.date, language), ...(rule.at ? [rule.at] : [])].join(", ");
  const often = rule.every ?? "";
  const on = rule.weekday === undefined ? [] : [weekdayNames[rule.weekday][language]];
  return [every[often][language], ...on, ...dayText(often, rule, language), ...(rule.at ? [rule.at] : [])].join(", ");
}

function dayText(often: string, { day, month = 12 }: Rule, language: Language): string[] {
  if (often === "day" || often === "week") return [];
  if (often === "year") {
    const of = language === "vi" ? `tháng ${month}` : `month ${month}`;
    if (day === undefined) return [language === "vi" ? `ngày cuối ${of}` : `last day of ${of}`];
    return [language === "vi" ? `ngày ${day} ${of}` : `day ${day} of ${of}`];
  }
  if (day === undefined) return [language === "vi" ? "ngày cuối kỳ" : "its last day"];
  return [(language === "vi" ? `ngày ${day}` : `day ${day}`) + lastMonth[often][language]];
}

/** What a due day is of: Tháng 9 năm 2025; Hằng tuần; "" of what is due once. */
export function dueOfText(
  { every: often, period }: { readonly every: string | null; readonly period: string | null },
  language: Language,
): string {
  if (period !== null) return capital(periodTitle(period, language));
  return often === null ? "" : capital(every[often][language]);
}
