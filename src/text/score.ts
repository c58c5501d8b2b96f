/** What is said of the national index. */
import { about, type Bilingual, type Data, date, type Language, type Message, many, n } from "./language.ts";
import { periodTitle } from "./periods.ts";

/** The six groups, as the portal names them. */
export const scoreGroupTitles: Readonly<Record<string, Bilingual>> = {
  transparency: { vi: "Công khai, minh bạch", en: "Transparency" },
  progress: { vi: "Tiến độ giải quyết", en: "Progress" },
  services: { vi: "Dịch vụ công trực tuyến", en: "Online services" },
  payment: { vi: "Thanh toán trực tuyến", en: "Online payment" },
  satisfaction: { vi: "Mức độ hài lòng", en: "Satisfaction" },
  digitisation: { vi: "Số hóa hồ sơ", en: "Digitisation" },
};

export const scoreLabels = {
  index: { vi: "Điểm Bộ chỉ số theo Quyết định 766/QĐ-TTg", en: "Points of the index of Decision 766/QĐ-TTg" },
  metric: { vi: "Chỉ số", en: "Metric" },
  share: { vi: "Tỷ lệ", en: "Share" },
  fraction: { vi: "Số liệu", en: "Figures" },
  max: { vi: "Tối đa", en: "Max" },
  points: { vi: "Điểm", en: "Points" },
  lost: { vi: "Điểm mất", en: "Lost" },
  regain: { vi: "Cần thêm", en: "To regain" },
  total: { vi: "Tổng điểm", en: "Total" },
  agency: { vi: "Đơn vị", en: "Agency" },
  procedure: { vi: "Thủ tục", en: "Procedure" },
  missing: { vi: "Làm mất điểm", en: "Cost points" },
  of: { vi: "Tổng số", en: "Of" },
  costlyAgencies: { vi: "Điểm mất theo đơn vị", en: "Points lost by agency" },
  costlyProcedures: { vi: "Điểm mất theo thủ tục", en: "Points lost by procedure" },
  units: { vi: "Điểm riêng của từng đơn vị", en: "Each agency's own points" },
  cases: { vi: "Số hồ sơ", en: "Cases" },
  mostLost: { vi: "Mất nhiều nhất ở", en: "Most lost at" },
  unitPoints: { vi: "Điểm", en: "Points" },
  formulas: { vi: "Công thức và mức độ chắc chắn", en: "Formulas, and how sure they are" },
  handled: { vi: "Tiến độ giải quyết theo cách tính của Bộ chỉ số", en: "Progress by the index's own rule" },
  noName: { vi: "(trống)", en: "(blank)" },
} as const satisfies Record<string, Bilingual>;

export type ScoreLabel = keyof typeof scoreLabels;

export function scoreLabel(name: ScoreLabel, language: Language): string {
  return scoreLabels[name][language];
}

/** How sure a formula is. */
export const surenessTitles: Readonly<Record<string, Bilingual>> = {
  fits: {
    vi: "tính lại khớp điểm Cổng hiển thị (một tỉnh, 26/9/2026)",
    en: "reproduces what the portal displayed (one province, 26 Sep 2026)",
  },
  "zero-seen": { vi: "mới chỉ thấy điểm 0 để đối chiếu", en: "only a score of 0 was seen" },
  displayed: {
    vi: "điểm tối đa như Cổng hiển thị, công thức chưa rõ",
    en: "the maximum as displayed, the formula not known",
  },
  unsettled: { vi: "hai nguồn mô tả khác nhau: điểm là một khoảng", en: "two sources differ: a range of both" },
};

/** Where a figure comes from, where that is not the log. */
export const scoreFromTitles: Readonly<Record<string, Bilingual>> = {
  stated: { vi: "số đã khai báo", en: "stated" },
  part: { vi: "một phần từ tệp", en: "in part from the log" },
  "not-supplied": { vi: "chưa có số liệu", en: "not supplied" },
  log: { vi: "từ tệp", en: "from the log" },
};

export const scoreNotes: Readonly<Record<string, Bilingual>> = {
  "no-cases": { vi: "không có gì để chia", en: "nothing to divide by" },
  "two-descriptions": { vi: "hai mô tả cho hai điểm", en: "two descriptions give two scores" },
  "weights-unknown": {
    vi: "mô tả thứ hai không nêu trọng số của ba thành phần",
    en: "the second description does not say how its three parts weigh",
  },
  "unknown-cases": {
    vi: "có trường hợp không xét được (thiếu hạn, ô không đọc được): điểm tính cả hai khả năng",
    en: "some cannot be judged (no due time, a cell that cannot be read): counted both ways",
  },
  "payments-unknown": {
    vi: "có hồ sơ để trống hình thức thanh toán mà có lệ phí hoặc không ghi lệ phí: điểm tính cả hai khả năng",
    en: "some cases have a fee, or none recorded, and a blank payment method: counted both ways",
  },
  "petitions-unknown": {
    vi: "chưa có sổ phản ánh, kiến nghị (--petitions)",
    en: "the petitions log is not supplied (--petitions)",
  },
  "dislikes-unknown": { vi: "tệp không có cột đánh giá", en: "the log has no ratings" },
  "documents-unknown": {
    vi: "chưa có danh mục nêu thủ tục nào có kết quả là giấy tờ (--procedures): tỷ lệ ít nhất như vậy",
    en: "no catalogue says which procedures give a document (--procedures): the share is at least that",
  },
  "eligible-unknown": {
    vi: "chưa có danh mục nêu thủ tục nào đủ điều kiện toàn trình (--procedures)",
    en: "no catalogue says which procedures qualify for being online in full (--procedures)",
  },
  parts: {
    vi: "tệp tổng hợp không giữ ngày bổ sung, đánh giá và nhóm",
    en: "tally files keep no supplements, ratings and groups",
  },
  "no-supplements": {
    vi: "có tệp không có cột ngày yêu cầu bổ sung: chưa trừ thời gian chờ bổ sung của hồ sơ trong tệp đó",
    en: "a log has no column of requests for supplements: no wait was taken off its cases",
  },
};

/** What the portal counts, by metric. */
const portalCountTitles: Readonly<Record<string, Bilingual>> = {
  handled: { vi: "Hồ sơ tiếp nhận, giải quyết trong kỳ", en: "Cases received or processed in the period" },
  synchronised: { vi: "Hồ sơ đồng bộ lên Cổng", en: "Cases synchronised" },
  receivedOnline: { vi: "Hồ sơ nộp trực tuyến", en: "Cases handed in online" },
  receivedDirect: { vi: "Hồ sơ nộp trực tiếp và qua bưu chính", en: "Cases handed in in person or by post" },
  doneInTime: { vi: "Hồ sơ xử lý xong đúng hạn", en: "Cases done in time" },
  doneLate: { vi: "Hồ sơ xử lý xong quá hạn", en: "Cases done late" },
  paidOnline: { vi: "Hồ sơ thanh toán trực tuyến", en: "Cases paid online" },
};

/** A title within a sentence. */
const small = (title: string) => title.charAt(0).toLowerCase() + title.slice(1);

/** 12,34; 12,34 – 15,00 where it may be either. */
export function spanText(
  { low, high }: { readonly low: number; readonly high: number },
  language: Language,
  places = 2,
): string {
  const [a, b] = [about(low, places, language), about(high, places, language)];
  return a === b ? a : `${a} – ${b}`;
}

const sentences = {
  more: {
    vi: (d) => `… và ${n(d.count, "vi")} dòng khác (xem hết: --top ${d.all})`,
    en: (d) => `… and ${n(d.count, "en")} more (--top ${d.all} shows all)`,
  },
  total: {
    vi: (d) =>
      `Điểm ${periodTitle(String(d.period), "vi")} (từ ngày ${date(String(d.from), "vi")} đến ngày ${date(String(d.to), "vi")}): ${d.total} trên 100.`,
    en: (d) =>
      `Points of ${periodTitle(String(d.period), "en")} (${date(String(d.from), "en")} to ${date(String(d.to), "en")}): ${d.total} of 100.`,
  },
  range: {
    vi: (d) =>
      `Điểm là một khoảng vì ${n(d.unsupplied, "vi")} chỉ số chưa có số liệu (${about(Number(d.unsuppliedPoints), 2, "vi")} điểm) và có chỉ số mà các nguồn mô tả khác nhau; không suy đoán.`,
    en: (d) =>
      `It is a range: ${n(d.unsupplied, "en")} metrics are not supplied (${about(Number(d.unsuppliedPoints), 2, "en")} points), and sources differ on some; nothing is guessed.`,
  },
  unofficial: {
    vi: () =>
      "Công thức theo mô tả công khai về cách Cổng Dịch vụ công quốc gia tính, không phải lời của Quyết định; điểm chính thức là điểm trên Cổng.",
    en: () =>
      "The formulas follow public descriptions of how the national portal counts, not the decision's text; the official score is the portal's.",
  },
  units: {
    vi: (d) =>
      `Theo hồ sơ của riêng đơn vị, gồm ${n(d.metrics, "vi")} chỉ số mà hồ sơ cho biết, tối đa ${n(d.points, "vi")} điểm; chỉ số từ danh mục, phản ánh, số khai báo không chia cho đơn vị. Đơn vị ít điểm nhất đứng trước.`,
    en: (d) =>
      `Of the agency's own cases: ${n(d.metrics, "en")} metrics that cases show, ${n(d.points, "en")} points at most; what comes of catalogues, petitions and stated figures is of no agency. Those with the fewest points first.`,
  },
  handled: {
    vi: (d) =>
      `${n(d.cases, "vi")} hồ sơ tiếp nhận, giải quyết trong kỳ được xét: ${n(d.inTime, "vi")} đúng hạn hoặc còn trong hạn, ${n(d.late, "vi")} giải quyết trễ hạn${d.apologised === null ? "" : ` (${n(d.apologised, "vi")} có thư xin lỗi)`}, ${n(d.overdue, "vi")} đang quá hạn.`,
    en: (d) =>
      `${many(d.cases, "case")} received or processed in the period ${d.cases === 1 ? "is" : "are"} judged: ${n(d.inTime, "en")} in time or within it, ${n(d.late, "en")} done late${d.apologised === null ? "" : ` (${n(d.apologised, "en")} with a letter of apology)`}, ${n(d.overdue, "en")} open past due.`,
  },
  portal: {
    vi: (d) =>
      `Cổng hiển thị${d.unit === "" ? "" : ` ${d.unit}`}: ${d.shown} điểm${!d.isSound ? "" : d.apart === "" ? ", trong khoảng tính được" : `, ${d.apart}`}.`,
    en: (d) =>
      `The portal shows${d.unit === "" ? "" : ` ${d.unit}`}: ${d.shown} points${!d.isSound ? "" : d.apart === "" ? ", within the range worked out" : `, ${d.apart}`}.`,
  },
  aboveMax: {
    vi: (d) =>
      `${d.group}: ${d.shown} điểm trong tệp của Cổng nhiều hơn mức tối đa ${n(d.points, "vi")}; lưu lại tệp từ Cổng.`,
    en: (d) =>
      `${d.group}: ${d.shown} points in the portal's answer are more than its maximum of ${n(d.points, "en")}; save the answer again.`,
  },
  sumAboveTotal: {
    vi: (d) => `Các nhóm trong tệp của Cổng cộng lại ${d.sum} điểm, nhiều hơn tổng ${d.total}; lưu lại tệp từ Cổng.`,
    en: (d) =>
      `The groups of the portal's answer come to ${d.sum} points, more than its total of ${d.total}; save the answer again.`,
  },
  apart: {
    vi: (d) => `${d.group}: Cổng ${d.shown}, ${d.apart}.`,
    en: (d) => `${d.group}: the portal ${d.shown}, ${d.apart}.`,
  },
  portalCases: {
    vi: (d) =>
      `${portalCountTitles[String(d.count)].vi}: Cổng ${n(d.shown, "vi")}, ${d.own === null ? "tệp không cho biết" : `tệp ${d.own} (${Number(d.apart) > 0 ? "Cổng nhiều hơn" : "Cổng ít hơn"} ${n(Math.abs(Number(d.apart)), "vi")})`}.`,
    en: (d) =>
      `${portalCountTitles[String(d.count)].en}: the portal ${n(d.shown, "en")}, ${d.own === null ? "the log does not say" : `the log ${d.own} (the portal has ${n(Math.abs(Number(d.apart)), "en")} ${Number(d.apart) > 0 ? "more" : "fewer"})`}.`,
  },
  portalSame: {
    vi: (d) =>
      `Số liệu của Cổng khớp tệp: ${(d.counts as string[]).map((id) => small(portalCountTitles[id].vi)).join("; ")}.`,
    en: (d) =>
      `The portal counts as the log does: ${(d.counts as string[]).map((id) => small(portalCountTitles[id].en)).join("; ")}.`,
  },
  portalWithin: {
    vi: () => "Điểm từng nhóm Cổng hiển thị nằm trong khoảng tính được.",
    en: () => "The points that the portal shows by group lie within the ranges worked out.",
  },
  portalUnread: {
    vi: (d) => `Mục trong tệp của Cổng không thuộc Bộ chỉ số, không so sánh: ${(d.titles as string[]).join("; ")}.`,
    en: (d) => `Of the portal's answer none of the index, and not compared: ${(d.titles as string[]).join("; ")}.`,
  },
  above: {
    vi: (d) => `cao hơn mức tính được ${d.by}`,
    en: (d) => `${d.by} above what is worked out`,
  },
  below: {
    vi: (d) => `thấp hơn mức tính được ${d.by}`,
    en: (d) => `${d.by} below what is worked out`,
  },
  renewed: {
    vi: (d) => `${n(d.renewed, "vi")} hồ sơ (${d.share}) đúng hạn chỉ nhờ ngày hẹn lại.`,
    en: (d) =>
      `${many(d.renewed, "case")} (${d.share}) ${d.renewed === 1 ? "is" : "are"} in time only thanks to a new date.`,
  },
  twice: {
    vi: (d) => `${n(d.twice, "vi")} hồ sơ bị tính trễ hạn chỉ vì yêu cầu bổ sung quá một lần.`,
    en: (d) =>
      `${many(d.twice, "case")} ${d.twice === 1 ? "is" : "are"} late only because supplements were asked for more than once.`,
  },
  unknown: {
    vi: (d) =>
      `${n(d.unknown, "vi")} hồ sơ không xét được (không có hạn, hoặc ô cần thiết trống, không đọc được, mâu thuẫn).`,
    en: (d) =>
      `${many(d.unknown, "case")} cannot be judged (no due time, or a cell that is wanted is blank, cannot be read, or contradicts another).`,
  },
} as const satisfies Record<string, Message>;

export function scoreSentence(name: keyof typeof sentences, data: Data, language: Language): string {
  return sentences[name][language](data);
}
