/** The columns of forms, and what is said of form 07a/BTP: documents have these words without those of forms that are read. */
import { type Bilingual, type Data, type Language, type Message, many, n } from "./language.ts";

/** The columns of both forms. */
export const formTitles: Readonly<Record<string, Bilingual>> = {
  waitingInTime: { vi: "Chờ tiếp nhận đúng hạn", en: "Waiting for receipt in time" },
  waitingLate: { vi: "Chờ tiếp nhận quá hạn", en: "Waiting for receipt late" },
  notAccepted: { vi: "Không được tiếp nhận", en: "Not accepted" },
  stopped: { vi: "Dừng xử lý", en: "Stopped" },
  withdrawn: { vi: "Rút hồ sơ", en: "Withdrawn" },
  received: { vi: "Tiếp nhận: tổng số", en: "Received" },
  boundaryless: { vi: "Tiếp nhận phi địa giới", en: "Received regardless of boundaries" },
  carriedOver: { vi: "Từ kỳ trước", en: "Carried over" },
  onlineFull: { vi: "Trực tuyến toàn trình", en: "Online in full" },
  onlinePartial: { vi: "Trực tuyến một phần", en: "Online in part" },
  onlineOther: { vi: "Trực tuyến hình thức khác", en: "Online otherwise" },
  online: { vi: "Trực tuyến", en: "Online" },
  direct: { vi: "Trực tiếp", en: "In person" },
  postal: { vi: "Dịch vụ bưu chính", en: "By post" },
  resolved: { vi: "Đã giải quyết: tổng số", en: "Resolved" },
  lateWithout: { vi: "Quá hạn chưa có thư xin lỗi", en: "Late without an apology" },
  lateApologised: { vi: "Quá hạn đã có thư xin lỗi", en: "Late with an apology" },
  resolvedInTime: { vi: "Trước và đúng hạn", en: "Early or on time" },
  early: { vi: "Trước hạn", en: "Early" },
  onDay: { vi: "Đúng hạn", en: "On the day" },
  late: { vi: "Quá hạn", en: "Late" },
  open: { vi: "Đang giải quyết: tổng số", en: "In progress" },
  overdue: { vi: "Đang giải quyết quá hạn", en: "Overdue" },
  inTime: { vi: "Đang giải quyết trong hạn", en: "In time" },
  payments: { vi: "Thanh toán: tổng số", en: "Payments" },
  paidOnline: { vi: "Thanh toán trực tuyến", en: "Paid online" },
  paidInPerson: { vi: "Thanh toán trực tiếp", en: "Paid in person" },
};

/** What stands over the columns of form 07a/BTP. */
export const partTitles = {
  waiting: { vi: "Chưa tiếp nhận, không tiếp nhận", en: "Before receipt" },
  ended: { vi: "Dừng, rút hồ sơ", en: "Ended otherwise" },
  received: { vi: "Số lượng hồ sơ tiếp nhận", en: "Received" },
  resolved: { vi: "Số lượng hồ sơ đã giải quyết", en: "Resolved" },
  open: { vi: "Số lượng hồ sơ đang giải quyết", en: "In progress" },
  payments: { vi: "Hồ sơ có thanh toán", en: "Payments" },
} as const satisfies Record<string, Bilingual>;

/** What is said of form 07a/BTP where it is written. */
const ofBtp = {
  unverified: {
    vi: () => "Biểu 07a/BTP: chưa đối chiếu được thứ tự cột với văn bản; chỉ kiểm tra các tổng mà tiêu đề cột tự nêu.",
    en: () =>
      "Form 07a/BTP: the order of its columns could not be held against the circular; the sums that its heads state are checked.",
  },
  blank: {
    vi: (d) => `Để trống vì danh sách hồ sơ không cho biết: ${d.columns}.`,
    en: (d) => `Left blank, since the logs do not say: ${d.columns}.`,
  },
  blankOfParts: {
    vi: (d) => `Để trống vì tệp tổng hợp không giữ số liệu này: ${d.columns}.`,
    en: (d) => `Left blank, since parts do not keep them: ${d.columns}.`,
  },
  held: { vi: (d) => `Đã đối chiếu: ${d.sums}.`, en: (d) => `Checked: ${d.sums}.` },
  unsplit: {
    vi: (d) => `Các cột để trống có tổng là: ${d.counts}.`,
    en: (d) => `The blank columns come to: ${d.counts}.`,
  },
  online: { vi: (d) => `trực tuyến ${n(d.count, "vi")}`, en: (d) => `online ${n(d.count, "en")}` },
  direct: {
    vi: (d) => `trực tiếp, bưu chính hoặc không rõ hình thức nộp ${n(d.count, "vi")}`,
    en: (d) => `in person, by post or by no known channel ${n(d.count, "en")}`,
  },
  late: { vi: (d) => `đã giải quyết quá hạn ${n(d.count, "vi")}`, en: (d) => `resolved late ${n(d.count, "en")}` },
  waiting: {
    vi: (d) =>
      `${n(d.count, "vi")} hồ sơ chờ tiếp nhận xét theo ngày hẹn trả: danh sách hồ sơ không có hạn tiếp nhận riêng.`,
    en: (d) =>
      `${many(d.count, "case")} waiting for receipt ${d.count === 1 ? "is" : "are"} judged by the due time: the logs have none for the receipt.`,
  },
  waitingBlank: {
    vi: (d) =>
      `${n(d.count, "vi")} hồ sơ chờ tiếp nhận cuối kỳ, ${n(d.without, "vi")} không có ngày hẹn trả: không rõ trong hạn hay quá hạn.`,
    en: (d) =>
      `${many(d.count, "case")} waiting for receipt at the end, ${n(d.without, "en")} without a due time: whether in time is not known.`,
  },
  withoutLevel: {
    vi: (d) => `${n(d.count, "vi")} hồ sơ trực tuyến không rõ mức độ dịch vụ công, tính vào cột ${d.column}.`,
    en: (d) => `${many(d.count, "case")} online at no known service level, in column ${d.column}.`,
  },
  withoutChannel: {
    vi: (d) => `${n(d.count, "vi")} hồ sơ không rõ hình thức nộp, tính vào cột ${d.column}.`,
    en: (d) => `${many(d.count, "case")} of no known channel, in column ${d.column}.`,
  },
  payments: {
    vi: () => "Thanh toán: của hồ sơ tiếp nhận trong kỳ.",
    en: () => "Payments are those of cases received in the period.",
  },
  transfers: {
    vi: (d) => `${n(d.count, "vi")} hồ sơ chuyển khoản, quẹt thẻ không qua Cổng, tính vào cột ${d.column}.`,
    en: (d) => `${many(d.count, "case")} paid by transfer or card, past the portal, in column ${d.column}.`,
  },
  unreadablePayments: {
    vi: (d) => `${n(d.count, "vi")} hồ sơ có hình thức thanh toán không đọc được, không tính vào thanh toán.`,
    en: (d) => `${many(d.count, "case")} whose way of payment cannot be read, in no column of payments.`,
  },
  endedAndResolved: {
    vi: (d) =>
      `Trong số dừng xử lý, rút hồ sơ có ${n(d.count, "vi")} hồ sơ ghi ngày kết thúc trong kỳ: tính cả vào đã giải quyết, như biểu II.06a.`,
    en: (d) =>
      `Of those stopped or withdrawn ${n(d.count, "en")} ended on a day of the period, and count as resolved too, as in form II.06a.`,
  },
  withoutDay: {
    vi: (d) =>
      `Ngoài biểu: ${n(d.count, "vi")} hồ sơ chờ tiếp nhận hoặc không được tiếp nhận mà không ghi ngày nộp, ngày tiếp nhận.`,
    en: (d) =>
      `Outside the form: ${many(d.count, "case")} waiting or not accepted with no day of submission or receipt.`,
  },
} as const satisfies Record<string, Message>;

export function btpSentence(name: keyof typeof ofBtp, data: Data, language: Language): string {
  return ofBtp[name][language](data);
}
