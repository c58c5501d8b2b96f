/** The sentences of what is wrong with a small log, by the code of the fault. */
import { type Data, type Language, type Message, q, where } from "./language.ts";

/** What is wrong with a cell or a row of a small table, and what to write instead. */
const tableFaults: Readonly<Record<string, Message>> = {
  "too-few-cells": { vi: () => "dòng thiếu ô", en: () => "too few cells in the row" },
  "too-many-cells": { vi: () => "dòng thừa ô", en: () => "too many cells in the row" },
  "bad-quote": { vi: () => "dấu nháy kép sai chỗ", en: () => "a quotation mark out of place" },
  "unclosed-quote": { vi: () => "dấu nháy kép không đóng", en: () => "a quotation mark that never closes" },
  "blank-cell": { vi: () => "ô không được để trống", en: () => "the cell must not be blank" },
  "same-row": {
    vi: (d) => `trùng với ${where({ ...d, line: d.first }, "vi")}; xóa một dòng`,
    en: (d) => `the same as ${where({ ...d, line: d.first }, "en")}; remove one of them`,
  },
  "unknown-cell-word": {
    vi: (d) => `${q(d.value)} không rõ nghĩa; ghi ${(d.words as string[]).join(" hoặc ")}`,
    en: (d) => `${q(d.value)} is not known; write ${(d.words as string[]).join(" or ")}`,
  },
  "bad-time": {
    vi: (d) => `${q(d.value)} không phải là ngày; ghi như 31/12/2025`,
    en: (d) => `${q(d.value)} is no day; write it as 31/12/2025`,
  },
  "month-first": {
    vi: (d) => `${q(d.value)} ghi theo tháng/ngày; ghi ngày trước, như 31/12/2025`,
    en: (d) => `${q(d.value)} is month first; write the day first, as 31/12/2025`,
  },
  "bad-hours": {
    vi: (d) => `${q(d.value)} không phải là giờ làm việc; ghi như 07:30-11:30;13:30-17:30`,
    en: (d) => `${q(d.value)} are no hours; write them as 07:30-11:30;13:30-17:30`,
  },
  "hours-of-day-off": {
    vi: () => "ngày nghỉ không có giờ làm việc; xóa giờ, hoặc ghi loại ngày là Làm việc",
    en: () => "a day off has no hours; remove them, or make the day worked",
  },
  "bad-code": {
    vi: (d) => `${q(d.value)} không phải là mã TTHC; ghi như 1.004616`,
    en: (d) => `${q(d.value)} is no procedure code; write it as 1.004616`,
  },
  "bad-year": {
    vi: (d) => `${q(d.value)} không phải là năm; ghi như 2025`,
    en: (d) => `${q(d.value)} is no year; write it as 2025`,
  },
  "bad-number": {
    vi: (d) => `${q(d.value)} không phải là số; ghi như 12 hoặc 98,5`,
    en: (d) => `${q(d.value)} is no number; write it as 12 or 98.5`,
  },
  "not-whole": {
    vi: (d) => `${q(d.value)} không phải là số nguyên`,
    en: (d) => `${q(d.value)} is no whole number`,
  },
  "ambiguous-number": {
    vi: (d) =>
      `${q(d.value)} hiểu được hai cách; ghi không có dấu phân cách hàng nghìn, phần thập phân không quá hai chữ số`,
    en: (d) => `${q(d.value)} can be read two ways; write no thousands separator, and at most two decimals`,
  },
  "over-hundred": {
    vi: (d) => `${q(d.value)} lớn hơn 100%; nếu là số lượng, ghi tổng số vào cột “Trên tổng số”`,
    en: (d) => `${q(d.value)} is more than 100 %; if it is a number of things, write their total in the column “of”`,
  },
  "of-zero": {
    vi: (d) =>
      d.mayBeNone === true
        ? "tổng số không được bằng 0; nếu không phát sinh, ghi giá trị 0 trên tổng số 0"
        : "tổng số không được bằng 0; nếu không phát sinh, bỏ dòng này",
    en: (d) =>
      d.mayBeNone === true
        ? "the total must not be 0; where there was none, state 0 of 0"
        : "the total must not be 0; where there was none, leave the row out",
  },
  "of-without-share": {
    vi: () => "chỉ tiêu này không phải là tỷ lệ; để trống ô này",
    en: () => "this figure is no share; leave the cell blank",
  },
  "more-than-of": {
    vi: (d) => `${q(d.value)} lớn hơn tổng số ${q(d.of)}`,
    en: (d) => `${q(d.value)} is more than the total ${q(d.of)}`,
  },
  "done-after-stated": {
    vi: (d) => `${q(d.value)} sau ngày báo cáo: chỉ ghi việc đã hoàn thành`,
    en: (d) => `${q(d.value)} lies after the day on which it was stated: write only what is done`,
  },
  "unknown-figure": {
    vi: (d) => `không có chỉ tiêu ${q(d.value)}${d.nearest === null ? "" : `; có phải ${d.nearest}?`}`,
    en: (d) => `there is no figure ${q(d.value)}${d.nearest === null ? "" : `; did you mean ${d.nearest}?`}`,
  },
  "worked-out": {
    vi: (d) => `${q(d.value)} được tính từ dữ liệu, không ghi ở đây`,
    en: (d) => `${q(d.value)} is worked out of data and not stated here`,
  },
  "under-one": {
    vi: (d) => `${q(d.value)} là tỷ lệ hay phần trăm? Ghi phần trăm như 98,5, hoặc số lượng và tổng số`,
    en: (d) => `${q(d.value)}: a fraction or a percentage? Write percent, as 98.5, or a number and its total`,
  },
  "bad-level": {
    vi: (d) => `${q(d.value)} không phải là cấp độ; ghi từ 1 đến 5`,
    en: (d) => `${q(d.value)} is no level; write 1 to 5`,
  },
  "bad-tag": {
    vi: (d) =>
      `${q(d.value)} không phải là ký hiệu danh mục; các ký hiệu cách nhau dấu chấm phẩy, như dvctt-25;nhom-82`,
    en: (d) => `${q(d.value)} is no tag of a list; tags stand between semicolons, as dvctt-25;nhom-82`,
  },
  "published-before-announced": {
    vi: () => "ngày công bố trước ngày Bộ công bố",
    en: () => "published before it was announced",
  },
  "due-before-received": { vi: () => "hạn trước ngày tiếp nhận", en: () => "due before it was received" },
  "answered-before-received": {
    vi: () => "trả lời trước ngày tiếp nhận",
    en: () => "answered before it was received",
  },
};

/** A cell that is longer, or holds a long number, may be somebody's name or telephone number: it is not repeated. */
function shown(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return value.length > 40 || (/\d{6}/.test(value.replace(/[\s.-]/g, "")) && /\p{L}/u.test(value)) ? "…" : value;
}

/** The sentence of a fault of a small table. */
export function tableFaultText(code: string, given: Data, language: Language): string {
  const message = tableFaults[code];
  const data = { ...given, value: shown(given.value), key: shown(given.key) };
  if (message === undefined) throw new Error(`no text for the table fault ${code}`);
  return message[language](data);
}

/** The codes of all faults of a small table. */
export const tableFaultCodes = Object.keys(tableFaults);
