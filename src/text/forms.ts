/** What is said of forms that units have filled in. */
import { type Bilingual, type Data, type Language, list, type Message, many, n, q } from "./language.ts";

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

/** B7 of the row 7 and the second column. */
export function cellName(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

const sentences = {
  head: {
    vi: (d) => `Biểu ${d.form}: ${n(d.files, "vi")} tệp, ${n(d.units, "vi")} dòng cộng lại.`,
    en: (d) => `Form ${d.form}: ${many(d.files, "file")}, ${many(d.units, "row")} added up.`,
  },
  total: { vi: () => "Tổng cộng", en: () => "Total" },
  unit: { vi: () => "Đơn vị, lĩnh vực", en: () => "Unit or field" },
  sound: {
    vi: (d) =>
      `Các tổng ${d.all ? "" : "kiểm tra được "}đều khớp${d.log === true ? ", và khớp với danh sách hồ sơ" : ""}.`,
    en: (d) =>
      `Every sum ${d.all ? "" : "that could be checked "}holds${d.log === true ? ", and is what the logs say" : ""}.`,
  },
  faults: {
    vi: (d) => `${n(d.count, "vi")} ô không khớp:`,
    en: (d) => `${many(d.count, "cell")} ${d.count === 1 ? "differs" : "differ"}:`,
  },
  identity: {
    vi: (d) => `${d.where} ${d.name}: ${d.column} là ${n(d.has, "vi")}; ${d.of} cộng lại là ${n(d.should, "vi")}`,
    en: (d) => `${d.where} ${d.name}: ${d.column} is ${n(d.has, "en")}; ${d.of} come to ${n(d.should, "en")}`,
  },
  sum: {
    vi: (d) =>
      `${d.where} ${d.name === "" ? "dòng tổng" : d.name}: ${d.column} là ${n(d.has, "vi")}; các dòng cộng lại là ${n(d.should, "vi")}`,
    en: (d) =>
      `${d.where} ${d.name === "" ? "the row of totals" : d.name}: ${d.column} is ${n(d.has, "en")}; the rows come to ${n(d.should, "en")}`,
  },
  unreadable: {
    vi: (d) => `${d.where} không phải số hồ sơ: chưa cộng ô này`,
    en: (d) => `${d.where} is no number of cases: it was not added`,
  },
  log: {
    vi: (d) => `${d.name}: ${d.column} là ${n(d.has, "vi")}; danh sách hồ sơ cho ${n(d.should, "vi")}`,
    en: (d) => `${d.name}: ${d.column} is ${n(d.has, "en")}; the logs give ${n(d.should, "en")}`,
  },
  sheets: {
    vi: (d) =>
      `${d.file}, trang ${q(d.name)}: ${d.column} là ${n(d.has, "vi")}; các trang khác cộng lại là ${n(d.should, "vi")}`,
    en: (d) =>
      `${d.file}, sheet ${q(d.name)}: ${d.column} is ${n(d.has, "en")}; the other sheets come to ${n(d.should, "en")}`,
  },
  sumSheet: {
    vi: (d) =>
      `${d.file}: trang ${q(d.sheet)} là tổng của các trang khác, đã đối chiếu, không cộng lần nữa; nếu là của một đơn vị riêng thì tách trang đó ra tệp khác.`,
    en: (d) =>
      `${d.file}: sheet ${q(d.sheet)} adds up the others; it was held against them and not added again. If it is a unit's own, put it into a file of its own.`,
  },
  periods: {
    vi: (d) => `Các biểu không cùng một kỳ, vẫn cộng lại: ${list(d.periods)}. Chỉ nêu các biểu của một kỳ.`,
    en: (d) =>
      `The forms are not of one period, and were added up all the same: ${list(d.periods)}. Give those of one period.`,
  },
  unasked: {
    vi: (d) =>
      `${d.file}: chưa kiểm tra được ${d.sum} = ${d.of}, vì không có cột ${d.lacks}${d.isBlank === true ? ", hoặc cột để trống" : ""}.`,
    en: (d) =>
      `${d.file}: it could not be checked that ${d.sum} = ${d.of}: there is no column ${d.lacks}${d.isBlank === true ? ", or it is blank" : ""}.`,
  },
  uncompared: {
    vi: (d) => `Danh sách hồ sơ không cho biết, chưa so: ${d.columns}.`,
    en: (d) => `The logs do not say, and these were not compared: ${d.columns}.`,
  },
  blank: {
    vi: (d) => `${d.file} để trống cả cột ${d.columns}: cộng là 0, không so.`,
    en: (d) => `${d.file} leaves ${d.columns} blank: added as 0, and not compared.`,
  },
  lacking: {
    vi: (d) => `${d.file} không có cột ${d.columns}: các cột này không cộng.`,
    en: (d) => `${d.file} has no column ${d.columns}: these are not added up.`,
  },
  unknown: {
    vi: (d) => `${d.file}: cột không nhận ra, không đọc: ${(d.columns as string[]).map((one) => q(one)).join(", ")}.`,
    en: (d) =>
      `${d.file}: columns that are not known, and not read: ${(d.columns as string[]).map((one) => q(one)).join(", ")}.`,
  },
  passed: {
    vi: (d) =>
      `${d.file}: dòng có số nhưng không cộng (dòng dưới dòng tổng, “trong đó”, lũy kế, cùng kỳ): ${list(d.rows)}.`,
    en: (d) =>
      `${d.file}: rows with numbers that are not added up (below the totals, parts of others, other periods): ${list(d.rows)}.`,
  },
  copy: {
    vi: (d) => `${d.file} giống hệt ${d.of}, từng ô một: chỉ cộng một lần.`,
    en: (d) => `${d.file} says what ${d.of} says, cell by cell: it is added up once.`,
  },
  alike: {
    vi: (d) =>
      d.file === d.of
        ? `${d.file}: hai bảng có số liệu giống nhau, đã cộng cả hai; nếu là một bảng chép hai lần thì bỏ bớt một bảng.`
        : `${d.file} có số liệu giống ${d.of} mà không rõ là của hai đơn vị, đã cộng cả hai; nếu là biểu của một đơn vị thì chỉ nêu một tệp.`,
    en: (d) =>
      d.file === d.of
        ? `${d.file}: two tables have the same numbers, and both are added up; if one is a copy of the other, take it out.`
        : `${d.file} has the numbers of ${d.of}, and nothing says that they are of two units: both are added up; if they are one unit's, give one file alone.`,
  },
  sums: {
    vi: (d) => `${d.file}: dòng là tổng của các dòng khác, đã đối chiếu, không cộng lần nữa: ${list(d.rows)}.`,
    en: (d) => `${d.file}: rows that are sums of others, held against them and not added again: ${list(d.rows)}.`,
  },
  sheetsRead: {
    vi: (d) =>
      `${d.file}: đã đọc các trang tính ${list(d.read)}${(d.unread as string[]).length === 0 ? "" : `; không đọc ${list(d.unread)}`}.`,
    en: (d) =>
      `${d.file}: read the sheets ${list(d.read)}${(d.unread as string[]).length === 0 ? "" : `; not ${list(d.unread)}`}.`,
  },
  unverified: {
    vi: () => "Biểu 07a/BTP: chưa đối chiếu được thứ tự cột với văn bản; chỉ kiểm tra các tổng mà tiêu đề cột tự nêu.",
    en: () =>
      "Form 07a/BTP: the order of its columns could not be held against the circular; the sums that its heads state are checked.",
  },
  outside: {
    vi: (d) => `Kỳ của danh sách hồ sơ: ${d.period}.`,
    en: (d) => `Period of the logs: ${d.period}.`,
  },
} as const satisfies Record<string, Message>;

export function formSentence(name: keyof typeof sentences, data: Data, language: Language): string {
  return sentences[name][language](data);
}
