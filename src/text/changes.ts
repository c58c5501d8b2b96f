/** What has changed since figures were recorded, in words. */

import { type Bilingual, clean, type Data, type Language, type Message, n, q } from "./language.ts";
import { fieldTitle, groupLabel, label } from "./titles.ts";

/** A figure as it is recorded, to the sixth decimal: what changes must be seen. */
function figure(value: unknown, language: Language): string {
  if (value === null || value === undefined) return language === "vi" ? "không có giá trị" : "no value";
  const text = typeof value === "number" ? String(Number(value.toFixed(6))) : String(value);
  return language === "vi" && typeof value === "number" ? text.replace(".", ",") : text;
}

function verdictName(verdict: unknown, language: Language): string {
  const names = {
    pass: "pass",
    fail: "fail",
    undecided: "undecided",
    "no-data": "no-data",
    "not-supplied": "not-supplied",
  } as const;
  const name = names[verdict as keyof typeof names];
  return name === undefined ? "–" : label(name, language);
}

/** The title of a result, and its group. */
function titled(d: Data, language: Language): string {
  const { title, group } = d as { title: Bilingual; group: { by: string; name: string | null } | null };
  const name =
    group === null ? "" : ` · ${group.name ? groupLabel(group.by, group.name, language) : label("noName", language)}`;
  return `${title[language]}${name}`;
}

/** The value of an option: text in quotation marks, anything else as JSON writes it. */
function option(value: unknown): string {
  return typeof value === "string" ? q(value) : clean(JSON.stringify(value ?? null));
}

const counts = {
  read: { vi: "đã đọc", en: "read" },
  counted: { vi: "đưa vào tính", en: "counted" },
  outOfPeriod: { vi: "ngoài kỳ báo cáo", en: "out of period" },
  duplicates: { vi: "trùng mã hồ sơ", en: "duplicates" },
  rejected: { vi: "bị loại", en: "rejected" },
} as const;
const countName = (d: Data, language: Language) => counts[d.count as keyof typeof counts][language];
const column = (d: Data, language: Language) =>
  d.column === null ? "" : ` · ${fieldTitle(String(d.column), language)}`;

const sentences = {
  "value-changed": {
    vi: (d) => `${titled(d, "vi")}: ${figure(d.before, "vi")} → ${figure(d.now, "vi")}`,
    en: (d) => `${titled(d, "en")}: ${figure(d.before, "en")} → ${figure(d.now, "en")}`,
  },
  "verdict-changed": {
    vi: (d) => `${titled(d, "vi")}: ${verdictName(d.before, "vi")} → ${verdictName(d.now, "vi")}`,
    en: (d) => `${titled(d, "en")}: ${verdictName(d.before, "en")} → ${verdictName(d.now, "en")}`,
  },
  "excluded-changed": {
    vi: (d) => `${titled(d, "vi")}: hồ sơ không tính vì ${d.reason}: ${n(d.before, "vi")} → ${n(d.now, "vi")}`,
    en: (d) => `${titled(d, "en")}: left out for ${d.reason}: ${n(d.before, "en")} → ${n(d.now, "en")}`,
  },
  "result-new": {
    vi: (d) => `${titled(d, "vi")}: chưa được ghi; nay là ${figure(d.value, "vi")}, ${verdictName(d.verdict, "vi")}`,
    en: (d) => `${titled(d, "en")}: not recorded; it is ${figure(d.value, "en")}, ${verdictName(d.verdict, "en")}`,
  },
  "result-gone": {
    vi: (d) => `${titled(d, "vi")}: đã ghi, nay không còn`,
    en: (d) => `${titled(d, "en")}: recorded, and there no more`,
  },
  "ledger-changed": {
    vi: (d) => `Đối soát dữ liệu, ${countName(d, "vi")}: ${n(d.before, "vi")} → ${n(d.now, "vi")}`,
    en: (d) => `Ledger, ${countName(d, "en")}: ${n(d.before, "en")} → ${n(d.now, "en")}`,
  },
  "issue-changed": {
    vi: (d) => `Lỗi ${d.code}${column(d, "vi")}: ${n(d.before, "vi")} → ${n(d.now, "vi")}`,
    en: (d) => `Faults ${d.code}${column(d, "en")}: ${n(d.before, "en")} → ${n(d.now, "en")}`,
  },
  "exit-code-changed": {
    vi: (d) => `Mã thoát: ${d.before} → ${d.now}`,
    en: (d) => `Exit code: ${d.before} → ${d.now}`,
  },
  "log-new": {
    vi: () => "chưa được ghi; để ghi: --update",
    en: () => "not recorded; to record it: --update",
  },
  "log-gone": {
    vi: () => "đã ghi nhưng không có trong các tệp đưa vào",
    en: () => "recorded, and not among the logs given",
  },
  "options-changed": {
    vi: (d) => `Tùy chọn ${d.option}: ${option(d.before)} → ${option(d.now)}`,
    en: (d) => `Option ${d.option}: ${option(d.before)} → ${option(d.now)}`,
  },
  "command-changed": {
    vi: (d) =>
      `Tệp kê khai là của kpi ${d.before}, nay so với kpi ${d.now}: ${d.before === "report" ? "nêu kỳ như khi lập báo cáo, thí dụ --month 2025-09" : "bỏ --month, --quarter và các tùy chọn kỳ khác"}`,
    en: (d) =>
      `The manifest is of kpi ${d.before}, and this is what kpi ${d.now} makes: ${d.before === "report" ? "say the period as it was said then, as --month 2025-09" : "leave out --month, --quarter and the like"}`,
  },
  "version-changed": {
    vi: (d) => `Phiên bản kpi: ${d.before} → ${d.now}`,
    en: (d) => `Version of kpi: ${d.before} → ${d.now}`,
  },
  "plan-changed": {
    vi: (d) => `Kế hoạch ${d.before} → ${d.now}${d.before === d.now ? " (nội dung khác)" : ""}`,
    en: (d) => `Plan ${d.before} → ${d.now}${d.before === d.now ? " (its contents differ)" : ""}`,
  },
  "calendar-changed": {
    vi: () => "Lịch làm việc khác",
    en: () => "The working calendar differs",
  },
  "input-changed": {
    vi: (d) => `Tệp ${clean(String(d.name))} khác: ${n(d.before, "vi")} → ${n(d.now, "vi")} byte`,
    en: (d) => `The file ${clean(String(d.name))} differs: ${n(d.before, "en")} → ${n(d.now, "en")} bytes`,
  },
  "inputs-changed": {
    vi: (d) => `Các tệp đầu vào khác: ${d.before} → ${d.now}`,
    en: (d) => `The inputs differ: ${d.before} → ${d.now}`,
  },
  "parts-changed": {
    vi: (d) =>
      `Tệp tổng hợp (.kpi.json) trong các tệp đưa vào: ${n(d.before, "vi")} → ${n(d.now, "vi")}; tệp tổng hợp giữ ít hơn danh sách hồ sơ: đưa vào đúng các tệp như khi lập báo cáo`,
    en: (d) =>
      `Parts (.kpi.json) among the files: ${n(d.before, "en")} → ${n(d.now, "en")}; parts keep less than their logs: give the files of which the report was made`,
  },
  "report-changed": {
    vi: () => "Báo cáo tính lại không giống báo cáo đã lập",
    en: () => "The report made now is not the one that was made",
  },
} as const satisfies Record<string, Message>;

export type ChangeCode = keyof typeof sentences;

/** Something that is not as it was. */
export interface Change {
  readonly code: ChangeCode;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One change as a line. */
export function changeText({ code, data }: Change, language: Language): string {
  return sentences[code][language](data);
}
