/** What is said of an export that is held against an earlier one, by code. */

import { issueMessages } from "./issues.ts";
import {
  type Bilingual,
  capital,
  clean,
  type Data,
  date,
  decimal,
  type Language,
  list,
  type Message,
  many,
  n,
  q,
  withUnit,
} from "./language.ts";
import { periodLabel } from "./periods.ts";
import { reasonText } from "./reasons.ts";
import { fieldTitle, label } from "./titles.ts";
import { meaningTitle } from "./words.ts";

interface ShareOf {
  readonly count: number;
  readonly of: number;
}

/** 12,3% of whole numbers; – of none. */
export function shareText(share: unknown, language: Language): string {
  const { count, of } = share as ShareOf;
  return of === 0 ? "–" : withUnit(decimal(100n * BigInt(count), BigInt(of), 1, language), "percent", language);
}

/** 12 (1,3%) → 40 (4,5%). */
function fromTo({ old, now }: Data, language: Language): string {
  const told = (share: unknown) => `${n((share as ShareOf).count, language)} (${shareText(share, language)})`;
  return `${told(old)} → ${told(now)}`;
}

/** Hình thức nộp ("Kênh"): what a column holds, with its headers. */
function columnWith(column: unknown, headers: unknown, language: Language): string {
  return `${title(column, language)} (${(headers as readonly string[]).map(q).join(", ")})`;
}

function title(column: unknown, language: Language): string {
  return capital(fieldTitle(String(column), language));
}

/** Months that are told of one agency. */
const mostMonths = 6;

/** Tổng số: T3/2025 120 → 40; … */
function volume({ agency, months, oldMonths, nowMonths }: Data, language: Language): string {
  const all = months as readonly { month: string | null; old: number; now: number }[];
  const name = agency === null ? comparisonLabel("all", language) : nameOf(agency, language);
  const shown = all.slice(0, mostMonths).map(({ month, old, now }) => {
    const counts = `${n(old, language)} → ${n(now, language)}`;
    if (month !== null) return `${periodLabel(month, language)} ${counts}`;
    if (oldMonths === nowMonths) {
      return language === "vi"
        ? `${counts} trong ${n(oldMonths, "vi")} tháng`
        : `${counts} in ${many(oldMonths, "month")}`;
    }
    return language === "vi"
      ? `${counts} (trong ${n(oldMonths, "vi")} và ${n(nowMonths, "vi")} tháng)`
      : `${counts} (in ${n(oldMonths, "en")} and ${many(nowMonths, "month")})`;
  });
  return `${name}: ${shown.join("; ")}${all.length > mostMonths ? "; …" : ""}`;
}

const masked = {
  vi: "… (không nêu: có thể là tên, địa chỉ hoặc số của người)",
  en: "… (not told: it may be a name, an address or a number of a person)",
} as const satisfies Bilingual;

/** An agency; of cases that name none (không ghi). */
export function nameOf(name: unknown, language: Language): string {
  if (name === "…") return masked[language];
  return name === "" ? label("noName", language) : clean(String(name));
}

const labels = {
  findings: { vi: "Cần xem", en: "To be looked at" },
  nothing: {
    vi: "Không thấy gì cần xem thêm (mã thoát 0).",
    en: "Nothing was found that needs a look (exit code 0).",
  },
  all: { vi: "Tổng số", en: "All" },
  months: { vi: "Hồ sơ tiếp nhận theo tháng", en: "Cases received by month" },
  agencies: { vi: "Hồ sơ tiếp nhận theo đơn vị", en: "Cases received by agency" },
  blanks: { vi: "Ô trống có thay đổi", en: "Blank cells that changed" },
  cases: { vi: "Từng hồ sơ, theo mã hồ sơ", en: "Case by case, by id" },
  statuses: { vi: "Trạng thái đã chuyển", en: "Statuses that moved" },
  reliability: { vi: "Mức độ tin cậy của số liệu", en: "Reliability of the data" },
  uncompared: { vi: "Không so được", en: "Not compared" },
  month: { vi: "Tháng", en: "Month" },
  old: { vi: "Cũ", en: "Old" },
  now: { vi: "Mới", en: "New" },
  agency: { vi: "Đơn vị", en: "Agency" },
  column: { vi: "Cột", en: "Column" },
  filled: { vi: "Ghi thêm", en: "Filled" },
  changed: { vi: "Khác", en: "Changed" },
  lost: { vi: "Mất", en: "Lost" },
  unreadable: { vi: "Không rõ", en: "Unclear" },
  notWhole: { vi: "* tệp không đủ cả tháng", en: "* not the whole month" },
  oldOnly: { vi: "Chỉ có ở tệp cũ", en: "In the old export only" },
  nowOnly: { vi: "Chỉ có ở tệp mới", en: "In the new export only" },
  differing: { vi: "Có ở cả hai, khác nhau", en: "In both, differing" },
  sufficient: { vi: "đủ tin cậy", en: "sufficient" },
  undetermined: { vi: "chưa xác định", en: "undetermined" },
  insufficient: { vi: "không đủ", en: "insufficient" },
} as const satisfies Record<string, Bilingual>;
export type ComparisonLabel = keyof typeof labels;

export function comparisonLabel(name: ComparisonLabel, language: Language): string {
  return labels[name][language];
}

const headings: Readonly<Record<string, Bilingual>> = {
  "column-gone": { vi: "Cột không còn", en: "Columns gone" },
  "ends-early": { vi: "Tệp mới kết thúc sớm hơn tệp cũ", en: "The new export ends early" },
  "begins-late": { vi: "Tệp mới bắt đầu muộn hơn tệp cũ", en: "The new export begins late" },
  "agency-missing": { vi: "Đơn vị không còn hồ sơ nào", en: "Agencies missing" },
  "month-missing": { vi: "Tháng không có hồ sơ nào", en: "Months missing" },
  "cases-gone": { vi: "Hồ sơ không còn", en: "Cases gone" },
  "volume-fell": { vi: "Số hồ sơ tiếp nhận giảm quá nửa", en: "Cases received fell to less than half" },
  "blanks-rose": { vi: "Ô trống tăng", en: "Blank cells rose" },
  "too-many-words": { vi: "Cột có quá nhiều từ lạ", en: "Columns of too many unknown words" },
  "unknown-word": { vi: "Từ mới, chưa được khai báo", en: "New words that no table knows" },
  "rejected-rose": { vi: "Dòng bị loại tăng", en: "Rejected rows rose" },
  "issue-rose": { vi: "Lỗi tăng", en: "Faults rose" },
  "cells-changed": { vi: "Hồ sơ cũ bị sửa", en: "Cells of old cases were rewritten" },
  "cases-added": { vi: "Hồ sơ ghi thêm vào những ngày cũ", en: "Cases added to old days" },
  "volume-rose": { vi: "Số hồ sơ tiếp nhận tăng hơn gấp đôi", en: "Cases received more than doubled" },
  "known-word": { vi: "Từ mới, đã biết nghĩa", en: "New words that are known" },
  "agency-new": { vi: "Đơn vị mới", en: "New agencies" },
  "column-new": { vi: "Cột mới", en: "New columns" },
  "header-changed": { vi: "Tiêu đề cột đổi tên", en: "Headers that changed" },
};

/** What is found under one code. */
export function findingHeading(code: string, language: Language): string {
  return headings[code]?.[language] ?? code;
}

const issueText = (d: Data, language: Language) => {
  const said = issueMessages[d.code as keyof typeof issueMessages]?.[language] ?? String(d.code);
  return `${d.column === null ? "" : `${title(d.column, language)}: `}${said}: ${fromTo(d, language)}`;
};

const items: Readonly<Record<string, Message>> = {
  "column-gone": {
    vi: (d) => columnWith(d.column, d.headers, "vi") + near(d.maps, "vi"),
    en: (d) => columnWith(d.column, d.headers, "en") + near(d.maps, "en"),
  },
  "ends-early": { vi: (d) => edge(d, "vi"), en: (d) => edge(d, "en") },
  "begins-late": { vi: (d) => edge(d, "vi"), en: (d) => edge(d, "en") },
  "agency-missing": {
    vi: (d) =>
      `${nameOf(d.agency, "vi")}: trước có ${d.old === 0 ? "hồ sơ, không hồ sơ nào được tính là đã tiếp nhận" : `${n(d.old, "vi")} hồ sơ`}`,
    en: (d) =>
      `${nameOf(d.agency, "en")}: it had ${d.old === 0 ? "cases, none counted as received" : many(d.old, "case")}`,
  },
  "month-missing": {
    vi: (d) => `${periodLabel(String(d.month), "vi")}: tệp cũ có ${n(d.old, "vi")} hồ sơ`,
    en: (d) => `${periodLabel(String(d.month), "en")}: ${n(d.old, "en")} cases in the old export`,
  },
  "cases-gone": {
    vi: (d) => `${n(d.count, "vi")} hồ sơ tiếp nhận trong những ngày mà cả hai tệp đều có, tệp mới không có`,
    en: (d) => `${n(d.count, "en")} received on days that both exports cover, not in the new one`,
  },
  "volume-fell": { vi: (d) => volume(d, "vi"), en: (d) => volume(d, "en") },
  "volume-rose": { vi: (d) => volume(d, "vi"), en: (d) => volume(d, "en") },
  "blanks-rose": {
    vi: (d) => `${title(d.column, "vi")}: ${fromTo(d, "vi")}`,
    en: (d) => `${title(d.column, "en")}: ${fromTo(d, "en")}`,
  },
  "too-many-words": { vi: (d) => title(d.column, "vi"), en: (d) => title(d.column, "en") },
  "unknown-word": {
    vi: (d) => `${title(d.column, "vi")}: ${q(d.word)} (${n(d.count, "vi")})`,
    en: (d) => `${title(d.column, "en")}: ${q(d.word)} (${n(d.count, "en")})`,
  },
  "known-word": {
    vi: (d) => `${title(d.column, "vi")}: ${q(d.word)} = ${meant(d, "vi")} (${n(d.count, "vi")})`,
    en: (d) => `${title(d.column, "en")}: ${q(d.word)} = ${meant(d, "en")} (${n(d.count, "en")})`,
  },
  "rejected-rose": { vi: (d) => fromTo(d, "vi"), en: (d) => fromTo(d, "en") },
  "issue-rose": { vi: (d) => issueText(d, "vi"), en: (d) => issueText(d, "en") },
  "cells-changed": {
    vi: (d) =>
      `${title(d.column, "vi")}: ${n(d.changed, "vi")} hồ sơ ghi khác, ${n(d.lost, "vi")} hồ sơ bị bỏ trống, trên ${n(d.of, "vi")} hồ sơ có ở cả hai`,
    en: (d) =>
      `${title(d.column, "en")}: ${n(d.changed, "en")} changed and ${n(d.lost, "en")} made blank, of ${n(d.of, "en")} cases in both`,
  },
  "cases-added": {
    vi: (d) => `${n(d.count, "vi")} hồ sơ tiếp nhận trong những ngày mà cả hai tệp đều có, tệp cũ không có`,
    en: (d) => `${n(d.count, "en")} received on days that both exports cover, not in the old one`,
  },
  "agency-new": {
    vi: (d) =>
      `${nameOf(d.agency, "vi")}: ${d.now === 0 ? "có hồ sơ, không hồ sơ nào được tính là đã tiếp nhận" : `${n(d.now, "vi")} hồ sơ`}`,
    en: (d) => `${nameOf(d.agency, "en")}: ${d.now === 0 ? "cases, none counted as received" : many(d.now, "case")}`,
  },
  "column-new": {
    vi: (d) => columnWith(d.column, d.headers, "vi"),
    en: (d) => columnWith(d.column, d.headers, "en"),
  },
  "header-changed": {
    vi: (d) => `${columnWith(d.column, d.old, "vi")} → ${(d.now as string[]).map(q).join(", ")}`,
    en: (d) => `${columnWith(d.column, d.old, "en")} → ${(d.now as string[]).map(q).join(", ")}`,
  },
};

/** Days that the new export has no case of, with the cases of the old one where they are known. */
function edge({ from, to, old }: Data, language: Language): string {
  const range = `${date(String(from), language)} – ${date(String(to), language)}`;
  if (language === "vi") {
    return `hầu như không có hồ sơ tiếp nhận ${range}${old === null ? "" : `; tệp cũ có ${n(old, "vi")} hồ sơ trong những ngày ấy`}`;
  }
  return `few or no receipts ${range}${old === null ? "" : `, when the old export has ${many(old, "case")}`}`;
}

function meant({ column, means }: Data, language: Language): string {
  return meaningTitle(String(column), String(means), language);
}

/** Unread headers that come near the column. */
function near(maps: unknown, language: Language): string {
  const all = maps as readonly string[];
  if (all.length === 0) return "";
  const options = all.map(clean).join(language === "vi" ? " hoặc " : " or ");
  return language === "vi" ? `; nếu nay có tên khác: ${options}` : `; if it has another name now: ${options}`;
}

/** One finding under the heading of its code. */
export function findingText(
  { code, data }: { readonly code: string; readonly data: Data },
  language: Language,
): string {
  return items[code]?.[language](data) ?? code;
}

const reasons: Readonly<Record<string, Message>> = {
  rejected: {
    vi: (d) => `quá nhiều dòng bị loại: ${n(d.count, "vi")} (${shareText(d, "vi")})`,
    en: (d) => `too many rows were rejected: ${n(d.count, "en")} (${shareText(d, "en")})`,
  },
  lacking: { vi: (d) => lacking(d, "vi"), en: (d) => lacking(d, "en") },
  undecided: {
    vi: (d) => (d.reason === null ? "những gì không đọc được có thể làm đổi kết quả đánh giá" : lacking(d, "vi")),
    en: (d) => (d.reason === null ? "what could not be read may turn the verdict" : lacking(d, "en")),
  },
  "left-out": {
    vi: (d) => `${n(d.count, "vi")} hồ sơ không tính được (${shareText(d, "vi")}, quá 5%)`,
    en: (d) => `${n(d.count, "en")} cases are left out (${shareText(d, "en")}, more than 5 %)`,
  },
  blanks: {
    vi: (d) => `ô trống tăng ở cột ${title(d.column, "vi")}: ${shareText(d.old, "vi")} → ${shareText(d.now, "vi")}`,
    en: (d) =>
      `blanks rose in the column of ${title(d.column, "en")}: ${shareText(d.old, "en")} → ${shareText(d.now, "en")}`,
  },
  "column-gone": {
    vi: (d) => `cột ${title(d.column, "vi")} không còn, cột khác được dùng thay`,
    en: (d) => `the column of ${title(d.column, "en")} is gone, and another stands in`,
  },
  "ends-early": {
    vi: (d) => `tệp kết thúc sớm: ${edge(d, "vi")}`,
    en: (d) => `the export ends early: ${edge(d, "en")}`,
  },
  "begins-late": {
    vi: (d) => `tệp bắt đầu muộn: ${edge(d, "vi")}`,
    en: (d) => `the export begins late: ${edge(d, "en")}`,
  },
  incomplete: {
    vi: (d) =>
      `tệp thiếu ${[...(d.agencies === 0 ? [] : [`${n(d.agencies, "vi")} đơn vị`]), ...(d.months === 0 ? [] : [`${n(d.months, "vi")} tháng`])].join(", ")}`,
    en: (d) => {
      const agencies = `${n(d.agencies, "en")} ${d.agencies === 1 ? "agency" : "agencies"}`;
      return `the export lacks ${[...(d.agencies === 0 ? [] : [agencies]), ...(d.months === 0 ? [] : [many(d.months, "month")])].join(", ")}`;
    },
  },
};

function lacking({ reason, lacks, input }: Data, language: Language): string {
  if (reason === null) return language === "vi" ? "không có kết quả" : "it has no value";
  return reasonText(String(reason), lacks as string[], language, String(input));
}

/** Why the data behind a KPI are not sufficient. */
export function reliabilityReason(
  { code, data }: { readonly code: string; readonly data: Data },
  language: Language,
): string {
  return reasons[code]?.[language](data) ?? code;
}

const sentences = {
  side: {
    vi: (d) =>
      `${(d.names as string[]).map(q).join(", ")}: ${n(d.counted, "vi")} hồ sơ${days(d, "vi")}${d.rejected === 0 ? "" : `, bị loại ${n(d.rejected, "vi")} dòng`}${d.duplicates === 0 ? "" : `, trùng mã ${n(d.duplicates, "vi")} dòng`}`,
    en: (d) =>
      `${(d.names as string[]).map(q).join(", ")}: ${many(d.counted, "case")}${days(d, "en")}${d.rejected === 0 ? "" : `, ${many(d.rejected, "row")} rejected`}${d.duplicates === 0 ? "" : `, ${many(d.duplicates, "duplicate")}`}`,
  },
  more: {
    vi: (d) => `… và ${n(d.count, "vi")} mục khác (--format json)`,
    en: (d) => `… and ${n(d.count, "en")} more (--format json)`,
  },
  both: {
    vi: (d) => `Có ở cả hai: ${n(d.both, "vi")} · khác nhau: ${n(d.differing, "vi")}`,
    en: (d) => `In both: ${n(d.both, "en")} · differing: ${n(d.differing, "en")}`,
  },
  only: {
    vi: (d) =>
      `Chỉ có ở tệp cũ: ${n(d.oldOnly, "vi")}${d.gone === null ? "" : ` (trong những ngày cả hai tệp đều có: ${n(d.gone, "vi")})`} · chỉ có ở tệp mới: ${n(d.nowOnly, "vi")}${d.added === null ? "" : ` (trong những ngày ấy: ${n(d.added, "vi")})`}`,
    en: (d) =>
      `In the old export only: ${n(d.oldOnly, "en")}${d.gone === null ? "" : ` (on days that both cover: ${n(d.gone, "en")})`} · in the new one only: ${n(d.nowOnly, "en")}${d.added === null ? "" : ` (on those days: ${n(d.added, "en")})`}`,
  },
  shared: {
    vi: (d) =>
      `${n(d.sharedIds, "vi")} mã là của nhiều hồ sơ (${n(d.sharedOld, "vi")} ở tệp cũ, ${n(d.sharedNow, "vi")} ở tệp mới): không so được`,
    en: (d) =>
      `${n(d.sharedIds, "en")} ids are those of several cases (${n(d.sharedOld, "en")} in the old export, ${n(d.sharedNow, "en")} in the new one), and not compared`,
  },
  without: {
    vi: (d) => `Không có mã: ${n(d.oldWithoutId, "vi")} hồ sơ ở tệp cũ, ${n(d.nowWithoutId, "vi")} ở tệp mới`,
    en: (d) => `Without an id: ${n(d.oldWithoutId, "en")} in the old export, ${n(d.nowWithoutId, "en")} in the new one`,
  },
  rules: {
    vi: (d) =>
      `Quy tắc: số hồ sơ được nêu khi chưa bằng một nửa hoặc hơn gấp đôi, có ít nhất ${d.leastCases} hồ sơ và lệch quá ${d.deviations} độ lệch chuẩn (Poisson); ô trống khi tăng ít nhất ${d.blankPoints} điểm %, lỗi ít nhất ${d.issuePoints} điểm %, với z > ${d.deviations}; tệp bắt đầu muộn, kết thúc sớm khi lệch quá ${d.edgeDays} ngày.`,
    en: (d) =>
      `Rules: a volume is told below half or above double, from ${d.leastCases} cases on, beyond ${d.deviations} standard deviations (Poisson); blanks from ${d.blankPoints} points on, faults from ${d.issuePoints} on, with z > ${d.deviations}; an export that begins late or ends early by more than ${d.edgeDays} days.`,
  },
  noYear: {
    vi: () => "Mức độ tin cậy của từng chỉ tiêu: thêm --year 2025 (và --plan, --period như kpi check).",
    en: () => "For the reliability of each KPI add --year 2025 (and --plan, --period as of kpi check).",
  },
} as const satisfies Record<string, Message>;

function days({ days: told }: Data, language: Language): string {
  if (told === null) return "";
  const { from, to } = told as { from: string; to: string };
  const range = `${date(from, language)} – ${date(to, language)}`;
  return language === "vi" ? `, tiếp nhận ${range}` : `, received ${range}`;
}

/** A sentence of a comparison. */
export function comparisonSentence(name: keyof typeof sentences, data: Data, language: Language): string {
  return (sentences[name] as Message)[language](data);
}

const uncompared: Readonly<Record<string, Bilingual>> = {
  days: { vi: "ngày tiếp nhận", en: "days of receipt" },
  agencies: { vi: "đơn vị", en: "agencies" },
  volume: { vi: "số hồ sơ theo tháng", en: "volume by month" },
  words: { vi: "từ ngữ", en: "words" },
  blanks: { vi: "ô trống của một số cột", en: "blanks of some columns" },
  cases: { vi: "từng hồ sơ", en: "case by case" },
};
const because: Readonly<Record<string, Bilingual>> = {
  "no-day-in-common": { vi: "hai tệp không có ngày nào chung", en: "they have none in common" },
  "not-kept": { vi: "tệp tổng hợp không giữ", en: "parts do not keep it" },
  "no-column": { vi: "có tệp không có cột đơn vị", en: "one has no column of agencies" },
  "no-whole-month": { vi: "có tệp không đủ tháng nào", en: "one covers no whole month" },
  "no-ids": { vi: "có tệp không có cột mã hồ sơ", en: "one has no column of case ids" },
};

/** What could not be compared: từng hồ sơ (tệp tổng hợp không giữ). */
export function uncomparedText(
  all: readonly { readonly what: string; readonly because: string }[],
  language: Language,
): string {
  return list(all.map((one) => `${uncompared[one.what]?.[language]} (${because[one.because]?.[language]})`));
}
