/** What is said of the tables for the public: the dictionary of their columns, and the rule by which cells are withheld. */
import { type Bilingual, type Data, type Language, type Message, many, n, q } from "./language.ts";

/** What each column of the CSV holds, in its order. */
export const publicColumns = {
  period: { vi: "Kỳ báo cáo: 2025-09, 2025-Q3, 2025-H1, 2025-9M, 2025", en: "The period: 2025-09, 2025-Q3, 2025" },
  from: { vi: "Ngày đầu của kỳ", en: "First day of the period" },
  to: { vi: "Ngày cuối của kỳ", en: "Last day of the period" },
  kind: {
    vi: "kpi: chỉ tiêu của kế hoạch; form: cột của biểu II.06a/VPCP/KSTT; open: hồ sơ đang giải quyết cuối kỳ",
    en: "kpi: a KPI of the plan; form: a column of form II.06a/VPCP/KSTT; open: cases that are open at the end",
  },
  id: { vi: "Mã chỉ tiêu hoặc cột của biểu; không dịch", en: "The KPI, or the form's column; never translated" },
  title: { vi: "Tên chỉ tiêu hoặc cột", en: "Its title" },
  clause: { vi: "Mục của kế hoạch giao chỉ tiêu", en: "The clause of the plan that sets the target" },
  group_by: {
    vi: "Phân theo: agency đơn vị, field lĩnh vực, channel hình thức nộp; trống: toàn bộ",
    en: "By what: agency, field, channel; blank for the whole",
  },
  group: { vi: "Tên đơn vị, lĩnh vực, hình thức nộp", en: "The agency, field or channel" },
  numerator: { vi: "Tử số: số hồ sơ đạt", en: "Numerator: the cases that count" },
  denominator: { vi: "Mẫu số: số hồ sơ được tính", en: "Denominator: the cases of which it speaks" },
  value: {
    vi: "Kết quả theo đơn vị tính, không làm tròn; của biểu và hồ sơ đang giải quyết là số hồ sơ; trung vị, bách phân vị chỉ công bố khi mỗi phía có ít nhất 5 hồ sơ",
    en: "The value in its unit, not rounded; of the form and of open cases their number; of a median or percentile where at least 5 cases lie on either side",
  },
  unit: { vi: "Đơn vị tính", en: "The unit" },
  comparison: {
    vi: "So với mức giao: atLeast tối thiểu, atMost tối đa, above trên, below dưới, by chậm nhất ngày",
    en: "How the target compares: atLeast, atMost, above, below, by a day",
  },
  target: { vi: "Mức giao", en: "The target" },
  verdict: {
    vi: "pass đạt, fail chưa đạt, undecided chưa kết luận được, no-data chưa có số liệu, not-supplied thiếu dữ liệu",
    en: "pass, fail, undecided, no-data, not-supplied",
  },
  status: {
    vi: "shown công bố; part chỉ công bố mẫu số; withheld không công bố để bảo vệ người dân; none không có số liệu",
    en: "shown; part: the denominator alone; withheld for the protection of persons; none: there is no figure",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type PublicColumn = keyof typeof publicColumns;

const sentences = {
  title: {
    vi: (d) => `Kết quả giải quyết thủ tục hành chính, kỳ ${d.period}`,
    en: (d) => `The handling of administrative procedures, ${d.period}`,
  },
  description: {
    vi: (d) =>
      `Số liệu kỳ ${d.period} (từ ${d.from} đến ${d.to}) theo ${d.plan}. Mỗi dòng là một số liệu; không có số liệu của từng hồ sơ, từng người.`,
    en: (d) =>
      `Figures of ${d.period} (${d.from} to ${d.to}) under ${d.plan}. A row is a figure; nothing in it is of a single case or person.`,
  },
  rule: {
    vi: (d) =>
      `Số hồ sơ từ 1 đến ${Number(d.least) - 1} (tử số, mẫu số, phần còn lại) không công bố; cùng với đó là các ô có thể dùng để trừ ra. Từ mọi số đã công bố, một số không công bố vẫn có thể từ ${d.least} trở lên, và không suy ra được trong khoảng hẹp hơn ${d.least}. Tỷ lệ, số trung bình, đánh giá đi cùng số hồ sơ. Trung vị, bách phân vị là thời gian của một hồ sơ: chỉ công bố khi có ít nhất ${d.least} hồ sơ ở mỗi phía theo thứ hạng. Không phân theo thủ tục. Chỉ công bố một loại kỳ (tháng hoặc quý hoặc năm): kỳ dài trừ các kỳ ngắn làm lộ số không công bố.`,
    en: (d) =>
      `Counts of cases from 1 to ${Number(d.least) - 1} (numerators, denominators, what is left of them) are withheld, and with them the cells from which they could be had by subtraction. By all that is published a withheld count may still be ${d.least} or more, and cannot be found within less than ${d.least}. Shares, means and verdicts go with their counts. A median or percentile is the time of one case: it is told where by rank at least ${d.least} cases lie on either side. Nothing is told by procedure. Publish periods of one length only (months, or quarters, or years): a longer one less the shorter ones gives withheld counts back.`,
  },
  written: {
    vi: (d) =>
      `Bảng công bố ${q(d.folder)}: ${n(d.rows, "vi")} số liệu, không công bố ${n(Number(d.primary) + Number(d.secondary), "vi")} (${n(d.primary, "vi")} vì dưới ${d.least} hồ sơ, ${n(d.secondary, "vi")} để không trừ ra được).`,
    en: (d) =>
      `Tables for the public in ${q(d.folder)}: ${many(d.rows, "figure")}, ${n(Number(d.primary) + Number(d.secondary), "en")} withheld (${n(d.primary, "en")} of fewer than ${d.least} cases, ${n(d.secondary, "en")} that would give one back).`,
  },
} as const satisfies Record<string, Message>;

export function publicSentence(name: keyof typeof sentences, data: Data, language: Language): string {
  return sentences[name][language](data);
}
