/**
 * The exceptional days of the state sector: days off that fall on a weekday, and Saturdays worked for them. Every other
 * Monday to Friday is worked, every other Saturday and Sunday is not. A day that only moves to another (hoán đổi) is a
 * swap: off on the one, worked on the other.
 *
 * A swap of Monday 23/11/2026 was under consultation and is not here: nothing that was published says so.
 */
import type { Bilingual } from "../text/language.ts";

/** `holiday`: a public holiday, or the day off in place of one at a week-end; `swap`: off for a day worked elsewhere. */
export const dayKinds = ["holiday", "swap", "worked"] as const;
export type DayKind = (typeof dayKinds)[number];

/** One day that is not as its weekday would have it. */
export interface ExceptionalDay {
  /** 2025-04-30. */
  readonly date: string;
  readonly kind: DayKind;
  readonly name: Bilingual;
  /** Who says so. */
  readonly source: string;
  /** Announced, not yet decided. */
  readonly provisional: boolean;
  /** When a worked day is worked, where that is not as usual: 07:30-11:30, or several by semicolons. */
  readonly hours?: string;
}

const of2025 = "Công văn 8726/VPCP-KGVX; Thông báo 6150";
const of2026 = "Công văn 12729; Công văn 9859; Thông báo 9441";

const newYear = { vi: "Tết Dương lịch", en: "New Year's Day" };
const tet = { vi: "Tết Nguyên đán", en: "Lunar New Year (Tết)" };
const kings = { vi: "Giỗ Tổ Hùng Vương", en: "Hùng Kings' Commemoration Day" };
const reunification = { vi: "Ngày Chiến thắng", en: "Reunification Day" };
const labour = { vi: "Ngày Quốc tế lao động", en: "Labour Day" };
const national = { vi: "Quốc khánh", en: "National Day" };
const culture = { vi: "Ngày Văn hóa Việt Nam", en: "Vietnam Culture Day" };

function days(kind: DayKind, name: Bilingual, source: string, ...dates: readonly string[]): ExceptionalDay[] {
  return dates.map((date) => ({ date, kind, name, source, provisional: false }));
}

/** In the order of their dates. */
export const exceptionalDays: readonly ExceptionalDay[] = [
  ...days("holiday", newYear, of2025, "2025-01-01"),
  ...days("holiday", tet, of2025, "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"),
  ...days("holiday", kings, of2025, "2025-04-07"),
  ...days("worked", { vi: "Làm bù cho ngày 02/5", en: "worked for 2 May" }, of2025, "2025-04-26"),
  ...days("holiday", reunification, of2025, "2025-04-30"),
  ...days("holiday", labour, of2025, "2025-05-01"),
  ...days("swap", { vi: "Hoán đổi với ngày 26/4", en: "swapped with 26 April" }, of2025, "2025-05-02"),
  ...days("holiday", national, of2025, "2025-09-01", "2025-09-02"),
  ...days("holiday", newYear, of2026, "2026-01-01"),
  ...days("swap", { vi: "Hoán đổi với ngày 10/01", en: "swapped with 10 January" }, of2026, "2026-01-02"),
  ...days("worked", { vi: "Làm bù cho ngày 02/01", en: "worked for 2 January" }, of2026, "2026-01-10"),
  ...days("holiday", tet, of2026, "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"),
  // The tenth of the third lunar month is Sunday 26/4: the day off is the Monday after it.
  ...days("holiday", kings, of2026, "2026-04-27"),
  ...days("holiday", reunification, of2026, "2026-04-30"),
  ...days("holiday", labour, of2026, "2026-05-01"),
  ...days("worked", { vi: "Làm bù cho ngày 31/8", en: "worked for 31 August" }, of2026, "2026-08-22"),
  ...days("swap", { vi: "Hoán đổi với ngày 22/8", en: "swapped with 22 August" }, of2026, "2026-08-31"),
  ...days("holiday", national, of2026, "2026-09-01", "2026-09-02"),
  ...days("holiday", culture, "Nghị quyết 28/2026/QH16", "2026-11-24"),
];
