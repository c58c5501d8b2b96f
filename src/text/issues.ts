/** What is wrong with the rows and cells of a case log, by code. */
import type { Bilingual } from "./language.ts";

/** What is wrong with rows and cells, by the code of the ledger. */
export const issueMessages = {
  "too-few-cells": { vi: "dòng thiếu ô", en: "too few cells in the row" },
  "too-many-cells": { vi: "dòng thừa ô", en: "too many cells in the row" },
  "bad-quote": { vi: "dấu nháy kép sai chỗ", en: "a quotation mark out of place" },
  "unclosed-quote": { vi: "dấu nháy kép không đóng", en: "a quotation mark that never closes" },
  "rows-in-cell": {
    vi: "hai dấu nháy kép lạc bao cả các dòng khác",
    en: "rows between two stray quotation marks",
  },
  "bad-encoding": { vi: "byte không đúng UTF-8", en: "bytes that are not UTF-8" },
  "cell-too-long": { vi: "ô dài hơn 1 MiB", en: "a cell longer than 1 MiB" },
  "row-too-long": { vi: "dòng dài hơn 8 MiB", en: "a row longer than 8 MiB" },
  truncated: { vi: "dòng cuối bị cắt", en: "the last row is cut off" },
  "no-event-time": { vi: "không đọc được mốc thời gian nào", en: "no readable time of any event" },
  "other-header": {
    vi: "dòng tiêu đề có các cột theo thứ tự khác",
    en: "a header with the columns in another order",
  },
  "unknown-word": { vi: "từ chưa được khai báo", en: "a word that is not known" },
  "bare-number": { vi: "số chưa được khai báo", en: "a number that is not mapped" },
  "bad-time": { vi: "ngày giờ không đọc được", en: "a date that cannot be read" },
  "month-first": { vi: "ngày ghi theo tháng/ngày", en: "a date written month first" },
  "bad-number": { vi: "số không đọc được", en: "a number that cannot be read" },
  "ambiguous-number": { vi: "số có thể hiểu hai cách", en: "a number that can be read two ways" },
  "negative-duration": { vi: "thời gian âm", en: "a negative duration" },
  "cut-id": {
    vi: "mã hồ sơ bị Excel cắt bớt chữ số (2,5E+14, hoặc toàn số 0 từ chữ số thứ 16), không phân biệt được hồ sơ",
    en: "a case id that Excel has cut (2.5E+14, or zeros from the sixteenth digit on) tells no cases apart",
  },
  "error-cell": {
    vi: "ô báo lỗi hoặc không có giá trị, coi như để trống",
    en: "an error in the cell, or no value, taken as blank",
  },
  "login-after-submission": { vi: "đăng nhập sau khi nộp", en: "login after submission" },
  "received-before-submitted": {
    vi: "tiếp nhận trước khi nộp hơn một ngày",
    en: "received more than a day before submission",
  },
  "finished-before-received": { vi: "xử lý xong trước khi tiếp nhận", en: "finished before receipt" },
  "returned-before-received": { vi: "trả kết quả trước khi tiếp nhận", en: "result returned before receipt" },
  "due-before-received": { vi: "hẹn trả trước ngày tiếp nhận", en: "due before it was received" },
  "returned-while-open": {
    vi: "có ngày trả kết quả mà trạng thái là đang giải quyết",
    en: "returned, while its status is open",
  },
  "finished-while-open": {
    vi: "có ngày xử lý xong mà trạng thái là đang giải quyết",
    en: "finished, while its status is open",
  },
  "returned-without-date": {
    vi: "trạng thái đã trả kết quả mà không có ngày trả",
    en: "its status is returned, without a date",
  },
  "finished-without-date": {
    vi: "trạng thái đã xử lý xong mà không có ngày xử lý xong",
    en: "its status is finished, without a date",
  },
  "odd-year": {
    vi: "năm cách xa các ngày khác của hồ sơ và của tệp, coi là ghi nhầm",
    en: "a year far from the other dates of the case and of the log, taken for a slip of the pen",
  },
  "after-as-of": {
    vi: "sau thời điểm tính số liệu: coi như chưa xảy ra",
    en: "later than the day of the figures: it has not happened",
  },
} as const satisfies Record<string, Bilingual>;

/** What the cells of one case say against each other, by the code of `kpi validate`. */
export const checkMessages = {
  "id-of-another-day": {
    vi: "ngày trong mã hồ sơ khác ngày nộp, tiếp nhận",
    en: "the date inside the case id is of another day",
  },
  "half-swapped": {
    vi: "có thể Excel đã đảo ngày và tháng của một nửa số ô",
    en: "Excel may have swapped day and month in half of the cells",
  },
  "no-case-id": { vi: "không có cột mã hồ sơ", en: "no column of case ids" },
  "blank-id": { vi: "hồ sơ không có mã", en: "a case without an id" },
  "odd-id": { vi: "mã hồ sơ khác dạng các mã khác", en: "a case id of another form than the rest" },
  duplicate: { vi: "trùng mã hồ sơ với một dòng khác được tính", en: "another row of the same case id counts" },
} as const satisfies Record<string, Bilingual>;
