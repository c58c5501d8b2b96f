/** The sentences of reports: faults of the data, reasons, notes, and what stands under the table. */
import {
  type Bilingual,
  clean,
  type Data,
  date,
  type Language,
  list,
  type Message,
  many,
  minutes,
  n,
  q,
} from "../text.ts";
import { counted, eventTitles, fieldTitle, inputTitle } from "./titles.ts";

/** A number of days as it is written: 7.5 is 7,5 in Vietnamese. */
function days(value: unknown, language: Language): string {
  return language === "vi" ? String(value).replace(".", ",") : String(value);
}

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
  "unknown-word": { vi: "từ chưa được khai báo", en: "a word that is not known" },
  "bare-number": { vi: "số chưa được khai báo", en: "a number that is not mapped" },
  "bad-time": { vi: "ngày giờ không đọc được", en: "a date that cannot be read" },
  "month-first": { vi: "ngày ghi theo tháng/ngày", en: "a date written month first" },
  "bad-number": { vi: "số không đọc được", en: "a number that cannot be read" },
  "ambiguous-number": { vi: "số có thể hiểu hai cách", en: "a number that can be read two ways" },
  "negative-duration": { vi: "thời gian âm", en: "a negative duration" },
  "cut-id": {
    vi: "mã hồ sơ bị Excel rút gọn (2,5E+14), không phân biệt được hồ sơ",
    en: "a case id that Excel has cut (2.5E+14) tells no cases apart",
  },
  "login-after-submission": { vi: "đăng nhập sau khi nộp", en: "login after submission" },
  "received-before-submitted": {
    vi: "tiếp nhận trước khi nộp hơn một ngày",
    en: "received more than a day before submission",
  },
  "finished-before-received": { vi: "xử lý xong trước khi tiếp nhận", en: "finished before receipt" },
  "returned-before-received": { vi: "trả kết quả trước khi tiếp nhận", en: "result returned before receipt" },
  "after-as-of": { vi: "sau thời điểm tính (--as-of)", en: "later than --as-of" },
} as const satisfies Record<string, Bilingual>;

/** What the cells of one case say against each other, by the code of `kpi validate`. */
export const checkMessages = {
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
  "id-of-another-day": {
    vi: "ngày trong mã hồ sơ khác ngày nộp, tiếp nhận",
    en: "the date inside the case id is of another day",
  },
  "half-swapped": {
    vi: "có thể Excel đã đảo ngày và tháng của một nửa số ô",
    en: "Excel may have swapped day and month in half of the cells",
  },
  "odd-id": { vi: "mã hồ sơ khác dạng các mã khác", en: "a case id of another form than the rest" },
  duplicate: { vi: "trùng mã hồ sơ với một dòng sau", en: "a later row has the same case id" },
} as const satisfies Record<string, Bilingual>;

/** Why there is no value. */
const reasons: Readonly<Record<string, Message>> = {
  "no-column": {
    vi: (d) =>
      `tệp không có cột ${(d.lacks as string[]).map((f) => `"${fieldTitle(f, "vi")}"`).join(", ")} (khai báo cột: ${(d.lacks as string[]).map((f) => `--map ${f}="…"`).join(" ")})`,
    en: (d) =>
      `the log has no column ${(d.lacks as string[]).map((f) => `${f} ("${fieldTitle(f, "vi")}")`).join(", ")} (to map it: ${(d.lacks as string[]).map((f) => `--map ${f}="…"`).join(" ")})`,
  },
  "no-event-column": {
    vi: () => "tệp không có cột ngày để xác định hồ sơ thuộc kỳ báo cáo nào",
    en: () => "the log has no column of times that would say in which period a case lies",
  },
  "ambiguous-number": {
    vi: (d) =>
      `cột ${(d.lacks as string[]).map((f) => `"${fieldTitle(f, "vi")}"`).join(", ")} có số hiểu được hai cách, như 1.234 (ghi rõ: --decimal comma hoặc --decimal point)`,
    en: (d) =>
      `the column ${list(d.lacks)} has numbers that can be read two ways, such as 1.234 (say which: --decimal comma or --decimal point)`,
  },
  "dates-only": {
    vi: () => "cột đăng nhập hoặc cột nộp chỉ có ngày, không có giờ",
    en: () => "the column of logins or of submissions holds dates without a time of day",
  },
  "no-case": { vi: () => "không có hồ sơ nào để tính", en: () => "no case bears on it" },
  "no-case-in-person": {
    vi: () => "không có hồ sơ nộp trực tiếp để so sánh",
    en: () => "there is no case in person to compare with",
  },
  "no-case-online": {
    vi: () => "không có hồ sơ nộp trực tuyến để so sánh",
    en: () => "there is no online case to compare",
  },
  "mean-in-person-zero": {
    vi: () => "thời gian trung bình của hồ sơ trực tiếp bằng 0",
    en: () => "the mean time in person is 0",
  },
  "no-table-column": {
    vi: (d) =>
      `${d.input === "petitions" ? "sổ phản ánh, kiến nghị" : "danh mục TTHC"} không có cột ${(d.lacks as string[]).map((f) => `"${fieldTitle(f, "vi")}"`).join(", ")}; thêm cột vào tệp`,
    en: (d) =>
      `the ${d.input === "petitions" ? "petitions log" : "catalogue"} has no column ${(d.lacks as string[]).map((f) => `${f} ("${fieldTitle(f, "vi")}")`).join(", ")}; add it to the file`,
  },
  "no-row": {
    vi: () => "danh mục TTHC không có thủ tục nào thuộc phạm vi của chỉ tiêu",
    en: () => "no procedure of the catalogue is of those that the target speaks of",
  },
  "no-tagged-row": {
    vi: (d) =>
      `không có TTHC nào mang ký hiệu ${q((d.lacks as string[])[0])} trong cột Danh mục (có: ${list((d.lacks as string[]).slice(1)) || "không có ký hiệu nào"})`,
    en: (d) =>
      `no procedure of the catalogue carries the tag ${q((d.lacks as string[])[0])} among its lists (found: ${list((d.lacks as string[]).slice(1)) || "none"})`,
  },
  "no-list": {
    vi: () => "chỉ tính được theo danh mục hoặc các mã mà chỉ tiêu của kế hoạch nêu",
    en: () => "it is measured only for the list or the codes that a plan's target names",
  },
  "no-petition": {
    vi: () => "không có phản ánh, kiến nghị nào đến hạn",
    en: () => "no petition is due",
  },
  "figure-not-stated": {
    vi: (d) => `tệp số liệu báo cáo không có dòng ${(d.lacks as string[])[0]} của năm ${(d.lacks as string[])[1]}`,
    en: (d) => `the figures file has no row ${(d.lacks as string[])[0]} for ${(d.lacks as string[])[1]}`,
  },
  "no-as-of": {
    vi: () => "tệp hồ sơ không có ngày; ghi rõ thời điểm tính: --as-of 2025-12-31",
    en: () => "the log has no date; say as of when: --as-of 2025-12-31",
  },
  "not-due": {
    vi: () => "chưa đến ngày mà kế hoạch nêu, và chưa có báo cáo hoàn thành",
    en: () => "the plan's day has not come, and it is not stated as done",
  },
  "no-such-group": {
    vi: (d) => `không có hồ sơ nào thuộc ${q((d.lacks as string[])[0])}; kiểm tra lại tên trong --groups`,
    en: (d) => `no case belongs to ${q((d.lacks as string[])[0])}; check the name in --groups`,
  },
  "criteria-not-judged": {
    vi: (d) => `chưa đánh giá được: ${(d.lacks as string[]).join("; ")}`,
    en: (d) => `not judged yet: ${(d.lacks as string[]).join("; ")}`,
  },
  "milestone-missed": {
    vi: () => "đã qua ngày mà kế hoạch nêu, tệp số liệu báo cáo không ghi là đã hoàn thành",
    en: () => "the plan's day has passed, and the figures file does not state it as done",
  },
  "groups-not-named": {
    vi: () => 'kế hoạch không nêu tên các nhóm của chỉ tiêu (nêu tên: --groups MỤC="tên;tên")',
    en: () => 'the plan does not name the groups that the target is for (to name them: --groups CLAUSE="name;name")',
  },
  "needs-whole-year": {
    vi: () => "chỉ tính cho cả năm (--period 2025)",
    en: () => "it is measured for a whole year only (--period 2025)",
  },
  "input-not-given": {
    vi: (d) => `cần ${list((d.lacks as string[]).map((input) => inputTitle(input, "vi")))}`,
    en: (d) => `needs ${list((d.lacks as string[]).map((input) => inputTitle(input, "en")))}`,
  },
};

/** The codes of all reasons. */
export const reasonCodes = Object.keys(reasons);

/** Why there is no value; `input` is where the figure would have come from. */
export function reasonText(reason: string, lacks: readonly string[], language: Language, input = "cases"): string {
  return reasons[reason]?.[language]({ lacks, input }) ?? reason;
}

/** What is wrong with a cell or a row of a small table, and what to write instead. */
const tableFaults: Readonly<Record<string, Message>> = {
  "too-few-cells": { vi: () => "dòng thiếu ô", en: () => "too few cells in the row" },
  "too-many-cells": { vi: () => "dòng thừa ô", en: () => "too many cells in the row" },
  "bad-quote": { vi: () => "dấu nháy kép sai chỗ", en: () => "a quotation mark out of place" },
  "unclosed-quote": { vi: () => "dấu nháy kép không đóng", en: () => "a quotation mark that never closes" },
  "blank-cell": { vi: () => "ô không được để trống", en: () => "the cell must not be blank" },
  "same-row": {
    vi: (d) => `trùng với dòng ${n(d.first, "vi")}; xóa một dòng`,
    en: (d) => `the same as line ${n(d.first, "en")}; remove one of them`,
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
  "of-zero": { vi: () => "tổng số không được bằng 0", en: () => "the total must not be 0" },
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

/** What the reader of the figures should know. */
const notes: Readonly<Record<string, Message>> = {
  "stand-in": {
    vi: (d) =>
      `Tệp không có cột riêng cho thời điểm ${eventTitles[String(d.event)].vi}: dùng cột ${q(d.header)} cho mọi hồ sơ.`,
    en: (d) =>
      `The log has no column of its own for the ${eventTitles[String(d.event)].en}: ${q(d.header)} stands in for every case.`,
  },
  "no-period": {
    vi: (d) => `${n(d.count, "vi")} hồ sơ không phát sinh trong năm ${d.year}; để loại ra: --period ${d.year}`,
    en: (d) => `${n(d.count, "en")} cases have no event in ${d.year}; to leave them out: --period ${d.year}`,
  },
  "secondary-header": {
    vi: (d) =>
      `${d.input}: dùng cột ${q(d.taken)}, không dùng cột ${q(d.header)} (cùng nghĩa; để đổi: --map ${d.field}=${q(d.header)}).`,
    en: (d) =>
      `${d.input}: the column ${q(d.taken)} is used, ${q(d.header)} of the same meaning is not (to change that: --map ${d.field}=${q(d.header)}).`,
  },
  "column-missing": {
    vi: (d) =>
      `${d.input}: không có ${n(d.count, "vi")} cột mà tệp khác có (${d.fields}); hồ sơ của tệp này không được tính vào các chỉ tiêu cần các cột đó.`,
    en: (d) =>
      `${d.input}: lacks ${n(d.count, "en")} columns that another log has (${d.fields}); its cases are left out of the KPIs that need them.`,
  },
  "stray-day": {
    vi: (d) =>
      `Ngày tiếp nhận muộn nhất (${date(String(d.day), "vi")}) cách xa các ngày khác, coi là ghi nhầm; tính đến hết ngày ${date(String(d.asOf), "vi")}.`,
    en: (d) =>
      `The latest receipt (${date(String(d.day), "en")}) lies far behind all others and is taken for a slip; judged as of ${date(String(d.asOf), "en")}.`,
  },
  "half-swapped": {
    vi: (d) =>
      `${d.input}: cột ${q(d.header)}: có thể Excel đã đảo ngày và tháng của một nửa số ô (mọi ngày còn là chữ đều lớn hơn 12, mọi ngày khác đều không quá 12). Xuất lại dữ liệu, không mở bằng Excel.`,
    en: (d) =>
      `${d.input}: column ${q(d.header)}: Excel may have swapped day and month in half of the cells (every date that is text has a day over 12, every other one a day up to 12). Export the log again without opening it in Excel.`,
  },
  truncated: {
    vi: (d) => `${d.input}: dòng cuối bị cắt; có thể tệp chưa ghi xong.`,
    en: (d) => `${d.input}: the last row is cut off; the file may still be being written.`,
  },
  "padded-codes": {
    vi: (d) => `${n(d.count, "vi")} hồ sơ có mã TTHC bị Excel cắt số 0 ở cuối; đã thêm lại cho đủ 6 chữ số.`,
    en: (d) =>
      `${n(d.count, "en")} cases have a procedure code whose last zeros Excel had cut off; they were put back.`,
  },
  "old-levels": {
    vi: () => "Mức độ DVC ghi theo thang cũ 1–4: 4 là toàn trình, 3 là một phần.",
    en: () => "Service levels are on the older scale of 1 to 4: 4 is full, 3 is partial.",
  },
  "changing-clock": {
    vi: (d) =>
      `Múi giờ ${d.timeZone} có đổi giờ theo mùa: khoảng thời gian đi qua lúc đổi giờ bị lệch đúng bằng mức đổi.`,
    en: (d) => `The zone ${d.timeZone} changes its clocks: an interval that spans a change is off by as much.`,
  },
  "in-days": {
    vi: () => "Cột ngày chỉ có ngày, không có giờ: thời gian xử lý tính theo số ngày lịch.",
    en: () => "A column holds dates without a time of day: processing time is counted in whole calendar days.",
  },
  "decimal-chosen": {
    vi: (d) =>
      `Cột "${fieldTitle(String(d.field), "vi")}": dấu thập phân là ${d.decimal === "comma" ? "dấu phẩy" : "dấu chấm"}, theo các giá trị chỉ đọc được một cách.`,
    en: (d) => `Column ${d.field}: the decimal sign is the ${d.decimal}, by the values that can be read one way only.`,
  },
  "notes-passed-over": {
    vi: (d) =>
      `${d.input}: bỏ qua ${n(d.count, "vi")} dòng không phải hồ sơ (tiêu đề, địa danh, chữ ký), dòng đầu tiên là ${n(d.line, "vi")}.`,
    en: (d) =>
      `${d.input}: ${n(d.count, "en")} ${d.count === 1 ? "row" : "rows"} that ${d.count === 1 ? "is" : "are"} no case (titles, place and date, signatories) passed over, the first in line ${n(d.line, "en")}.`,
  },
  "totals-passed-over": {
    vi: (d) => `${d.input}: bỏ qua ${n(d.count, "vi")} dòng tổng.`,
    en: (d) => `${d.input}: ${many(d.count, "row")} of totals passed over.`,
  },
  "headers-passed-over": {
    vi: (d) => `${d.input}: bỏ qua ${n(d.count, "vi")} dòng tiêu đề lặp lại.`,
    en: (d) => `${d.input}: ${n(d.count, "en")} repeated header ${d.count === 1 ? "row" : "rows"} passed over.`,
  },
  "columns-not-read": {
    vi: (d) => `${d.input}: không đọc các cột: ${clean(String(d.headers))}.`,
    en: (d) => `${d.input}: columns not read: ${clean(String(d.headers))}.`,
  },
  "padded-table-codes": {
    vi: (d) => `${d.input}: ${n(d.count, "vi")} mã TTHC bị Excel cắt số 0 ở cuối; đã thêm lại cho đủ 6 chữ số.`,
    en: (d) =>
      `${d.input}: the last zeros of ${n(d.count, "en")} procedure codes, which Excel had cut off, were put back.`,
  },
  "unused-input": {
    vi: (d) => `${d.option}: kế hoạch của năm này không có chỉ tiêu nào cần tệp này.`,
    en: (d) => `${d.option}: no target of the plan and year asks for it.`,
  },
  "unused-figures": {
    vi: (d) => `Số liệu báo cáo không ứng với chỉ tiêu nào của kế hoạch: ${n(d.count, "vi")} (${d.ids}).`,
    en: (d) => `Stated figures that no target of the plan asks for: ${n(d.count, "en")} (${d.ids}).`,
  },
  "population-not-applied": {
    vi: (d) =>
      `Mục ${d.clauses}: chỉ tiêu nói về một phần TTHC (cấp, lĩnh vực); mọi hồ sơ trong tệp đều được tính, nên tệp chỉ được có hồ sơ của phần đó.`,
    en: (d) =>
      `Clause ${d.clauses}: the target speaks of some procedures (a level, a field); every case of the log counts, so the log must hold no others.`,
  },
  "too-many-words": {
    vi: (d) =>
      `${d.input}: cột "${fieldTitle(String(d.field), "vi")}" có hơn 1.000 từ khác nhau chưa được khai báo; kiểm tra lại cột.`,
    en: (d) =>
      `${d.input}: the column ${d.field} has more than 1,000 different unknown words; check that it is the right column.`,
  },
};

/** The codes of all notes, and of all faults of a small table. */
export const noteCodes = Object.keys(notes);
export const tableFaultCodes = Object.keys(tableFaults);

export function noteText(code: string, data: Data, language: Language): string {
  const message = notes[code];
  if (message === undefined) throw new Error(`no text for the note ${code}`);
  return message[language](data);
}

/** Sentences under the table. */
export const sentences = {
  period: {
    vi: (d) => `Kỳ báo cáo ${d.name}: ${date(String(d.from), "vi")} – ${date(String(d.to), "vi")}`,
    en: (d) => `Period ${d.name}: ${date(String(d.from), "en")} – ${date(String(d.to), "en")}`,
  },
  asOf: {
    vi: (d) => `tính đến hết ngày ${date(String(d.asOf), "vi")}`,
    en: (d) => `open cases as of the end of ${date(String(d.asOf), "en")}`,
  },
  ledger: {
    vi: (d) =>
      `Đối soát dữ liệu: đã đọc ${n(d.read, "vi")} = đưa vào tính ${n(d.counted, "vi")} + ngoài kỳ báo cáo ${n(d.outOfPeriod, "vi")} + trùng mã hồ sơ ${n(d.duplicates, "vi")} + bị loại ${n(d.rejected, "vi")}`,
    en: (d) =>
      `Ledger: read ${n(d.read, "en")} = counted ${n(d.counted, "en")} + out of period ${n(d.outOfPeriod, "en")} + duplicates ${n(d.duplicates, "en")} + rejected ${n(d.rejected, "en")}`,
  },
  summary: {
    vi: (d) =>
      `${d.pass} đạt · ${d.fail} chưa đạt · ${Number(d.noData) - Number(d.notDue)} chưa có số liệu${d.notDue === 0 ? "" : ` · ${d.notDue} chưa đến hạn`}${d.notSupplied === 0 ? "" : ` · ${d.notSupplied} thiếu dữ liệu đầu vào`}`,
    en: (d) =>
      `${d.pass} passed · ${d.fail} failed · ${Number(d.noData) - Number(d.notDue)} without data${d.notDue === 0 ? "" : ` · ${d.notDue} not due`}${d.notSupplied === 0 ? "" : ` · ${d.notSupplied} not supplied`}`,
  },
  tooManyRejected: {
    vi: (d) =>
      `Số dòng bị loại (${n(d.rejected, "vi")} trên ${n(d.read, "vi")}) vượt mức ${d.limit}: kết quả dưới đây không đủ tin cậy (mã thoát 3). Xem các dòng đó: --rejects TỆP`,
    en: (d) =>
      `Too many rows were rejected (${n(d.rejected, "en")} of ${n(d.read, "en")}, more than ${d.limit}): no figure below can be trusted (exit code 3). To see them: --rejects FILE`,
  },
  noCase: {
    vi: (d) =>
      d.from === null
        ? "Không có hồ sơ nào trong kỳ báo cáo: tệp không có cột ngày nên không lọc được theo kỳ; bỏ --period."
        : `Không có hồ sơ nào trong kỳ báo cáo; tệp có hồ sơ từ ${date(String(d.from), "vi")} đến ${date(String(d.to), "vi")}.`,
    en: (d) =>
      d.from === null
        ? "No case lies in the period: the log has no column of times to tell; leave --period out."
        : `No case lies in the period; the log has cases from ${date(String(d.from), "en")} to ${date(String(d.to), "en")}.`,
  },
  casesMore: {
    vi: (d) =>
      d.noun === "ratings"
        ? `để đạt chỉ tiêu, cần thêm ${n(d.cases, "vi")} lượt hài lòng trong số ${counted(d.of, d.noun, "vi")}`
        : `để đạt chỉ tiêu, cần thêm ${n(d.cases, "vi")} trong số ${counted(d.of, d.noun, "vi")}`,
    en: (d) =>
      d.noun === "ratings"
        ? `${n(d.cases, "en")} more satisfied ratings of ${n(d.of, "en")} would meet it`
        : `${n(d.cases, "en")} more of ${counted(d.of, d.noun, "en")} would meet it`,
  },
  casesFewer: {
    vi: (d) => `để đạt chỉ tiêu, cần giảm ${n(d.cases, "vi")} trong số ${counted(d.of, d.noun, "vi")}`,
    en: (d) => `${n(d.cases, "en")} fewer of ${counted(d.of, d.noun, "en")} would meet it`,
  },
  thingsMore: {
    vi: (d) => `để đạt chỉ tiêu, cần thêm ${n(d.count, "vi")}`,
    en: (d) => `${n(d.count, "en")} more would meet it`,
  },
  moreCases: {
    vi: (d) => `để đạt chỉ tiêu, cần thêm ${n(d.count, "vi")} hồ sơ trực tuyến`,
    en: (d) => `${n(d.count, "en")} more online cases would meet it`,
  },
  late: {
    vi: (d) => `muộn ${n(d.days, "vi")} ngày`,
    en: (d) => `${n(d.days, "en")} ${d.days === 1 ? "day" : "days"} late`,
  },
  criteriaMissed: {
    vi: (d) => `chưa đạt: ${d.titles}`,
    en: (d) => `not met: ${d.titles}`,
  },
  stated: {
    vi: (d) => `Đơn vị báo cáo: ${clean(String(d.source))} (${date(String(d.statedOn), "vi")}): ${d.titles}.`,
    en: (d) => `Stated by ${clean(String(d.source))} (${date(String(d.statedOn), "en")}): ${d.titles}.`,
  },
  least: {
    vi: (d) => `thấp nhất ở TTHC ${d.procedure}: ${days(d.online, "vi")} ngày so với ${days(d.inPerson, "vi")} ngày`,
    en: (d) => `the least is that of ${d.procedure}: ${days(d.online, "en")} days against ${days(d.inPerson, "en")}`,
  },
  wholeProvince: {
    vi: (d) =>
      `${n(d.cases, "vi")} hồ sơ trực tuyến của ${n(d.services, "vi")} dịch vụ; kế hoạch tính theo tỉnh: chỉ đúng khi tệp có hồ sơ của toàn tỉnh, cả năm`,
    en: (d) =>
      `${n(d.cases, "en")} online cases of ${n(d.services, "en")} services; the plan counts by province: it holds only for the log of a whole province and year`,
  },
  notInCatalogue: {
    vi: (d) => `${n(d.count, "vi")} mã của chỉ tiêu không có trong danh mục TTHC`,
    en: (d) => `${n(d.count, "en")} of the target's codes ${d.count === 1 ? "is" : "are"} not in the catalogue`,
  },
  notDueYet: {
    vi: (d) => `${counted(d.count, d.noun, "vi")} chưa đến hạn, chưa xét`,
    en: (d) => `${counted(d.count, d.noun, "en")} not due yet, not counted`,
  },
  outsideCalendar: {
    vi: (d) => `${counted(d.count, d.noun, "vi")} ngoài các năm của lịch làm việc, không tính được (--calendar)`,
    en: (d) => `${counted(d.count, d.noun, "en")} outside the years of the working calendar, not counted (--calendar)`,
  },
  groupsNotNamed: {
    vi: (d) => `${d.title}: kế hoạch không nêu tên các nhóm; ghi rõ: --groups "${d.clause}=tên nhóm;tên nhóm"`,
    en: (d) => `${d.title}: the plan does not name the groups; name them by --groups "${d.clause}=name;name"`,
  },
  needsWholeYear: {
    vi: (d) => `${d.title}: chỉ tính cho cả năm: --period ${d.year}`,
    en: (d) => `${d.title}: it is measured for a whole year only: --period ${d.year}`,
  },
  planYear: {
    vi: (d) => `Năm ${d.year}: ${d.count} chỉ tiêu`,
    en: (d) => `${d.year}: ${d.count} targets`,
  },
  planSound: {
    vi: (d) => `${d.file}: dùng được, ${d.count} chỉ tiêu (${d.years}).`,
    en: (d) => `${d.file}: sound, ${d.count} ${d.count === 1 ? "target" : "targets"} (${d.years}).`,
  },
  planFaults: {
    vi: (d) => `${d.file}: ${d.count} lỗi.`,
    en: (d) => `${d.file}: ${d.count} ${d.count === 1 ? "fault" : "faults"}.`,
  },
  headerOnLine: {
    vi: (d) => `tiêu đề ở dòng ${n(d.line, "vi")}`,
    en: (d) => `header on line ${n(d.line, "en")}`,
  },
  rowsRead: {
    vi: (d) =>
      `${n(d.read, "vi")} dòng đã đọc, ${n(d.rejected, "vi")} bị loại, ${n(d.duplicates, "vi")} trùng mã hồ sơ`,
    en: (d) => `${many(d.read, "row")} read, ${n(d.rejected, "en")} rejected, ${many(d.duplicates, "duplicate")}`,
  },
  columnsUnread: {
    vi: (d) => `Không đọc ${n(d.count, "vi")} cột khác, không có trong kết quả nào: ${list(d.headers, 60)}.`,
    en: (d) => `not read, and in no output: ${many(d.count, "other column")}: ${list(d.headers, 60)}.`,
  },
  measurable: {
    vi: (d) => `Kế hoạch ${d.plan}: các cột của tệp đủ để tính ${d.count} chỉ tiêu: ${d.kpis}.`,
    en: (d) => `Plan ${d.plan}: ${many(d.count, "KPI")} can be measured from the columns of the log: ${d.kpis}.`,
  },
  differentWords: {
    vi: (d) => `${n(d.count, "vi")} từ, xem bên dưới`,
    en: (d) => `${n(d.count, "en")} ${d.count === 1 ? "word" : "words"}, below`,
  },
  severalHeaders: {
    vi: (d) => `${d.name}: các tệp đặt tên cột khác nhau: ${(d.headers as string[]).map(q).join(", ")}`,
    en: (d) => `${d.name}: the logs name the column differently: ${(d.headers as string[]).map(q).join(", ")}`,
  },
  kpiLacks: {
    vi: (d) => `${d.id}: thiếu cột ${d.fields}`,
    en: (d) => `${d.id} lacks ${d.fields}`,
  },
  validated: {
    vi: (d) => `${n(d.read, "vi")} dòng đã đọc · ${n(d.issues, "vi")} lỗi · số loại cảnh báo: ${n(d.warnings, "vi")}`,
    en: (d) => `${many(d.read, "row")} read · ${many(d.issues, "issue")} · kinds of warning: ${n(d.warnings, "en")}`,
  },
  workingDays: {
    vi: (d) =>
      `Lịch làm việc năm ${d.year}: ${n(d.workingDays, "vi")} ngày làm việc; các ngày khác ngày thường trong tuần:`,
    en: (d) =>
      `Working calendar of ${d.year}: ${n(d.workingDays, "en")} working days; the days that are not as others of their weekday:`,
  },
  beside: {
    vi: (d) => `Dữ liệu kèm theo: ${d.inputs}`,
    en: (d) => `Beside the log: ${d.inputs}`,
  },
  meanTooLong: {
    vi: (d) =>
      `để đạt chỉ tiêu, thời gian trung bình phải giảm ít nhất ${minutes(d.seconds as number, "vi")} mỗi hồ sơ`,
    en: (d) => `${minutes(d.seconds as number, "en")} a case less would meet it`,
  },
  meanTooShort: {
    vi: (d) => `để đạt chỉ tiêu, giá trị trung bình phải tăng ít nhất ${minutes(d.seconds as number, "vi")} mỗi hồ sơ`,
    en: (d) => `${minutes(d.seconds as number, "en")} a case more would meet it`,
  },
  bothMeans: {
    vi: (d) => `trực tuyến ${d.online}, trực tiếp ${d.inPerson}`,
    en: (d) => `online ${d.online}, in person ${d.inPerson}`,
  },
  onlineMean: {
    vi: (d) => `để đạt chỉ tiêu, thời gian trung bình trực tuyến không quá ${d.mean}`,
    en: (d) => `to meet it, the mean online must be at most ${d.mean}`,
  },
  likeForLike: {
    vi: (d) =>
      `Tính trên cùng thủ tục: ${Number(d.value) < 0 ? "tăng" : "giảm"} ${d.shown} (${d.cover} hồ sơ trực tuyến).`,
    en: (d) =>
      `On the same procedures: ${d.shown} ${Number(d.value) < 0 ? "longer" : "shorter"} (${d.cover} of online cases).`,
  },
  mixDecides: {
    vi: () => "Kết quả chủ yếu do cơ cấu thủ tục, không do tốc độ giải quyết.",
    en: () => "The mix of procedures decides the result, not the speed of the office.",
  },
  fragile: {
    vi: (d) =>
      `có thể thay đổi: ${counted(d.excluded, d.noun, "vi")} không tính được; tùy các trường hợp đó, kết quả từ ${d.low} đến ${d.high}`,
    en: (d) =>
      `fragile: ${counted(d.excluded, d.noun, "en")} could not be used; depending on them the result lies between ${d.low} and ${d.high}`,
  },
  fragileLeast: {
    vi: (d) => `có thể thay đổi: ${counted(d.excluded, d.noun, "vi")} chưa ghi đủ số liệu có thể có mức thấp hơn`,
    en: (d) => `fragile: ${counted(d.excluded, d.noun, "en")} without their figures may have less`,
  },
  robust: {
    vi: (d) =>
      `vẫn ${d.verdict} kể cả khi tính ${counted(d.excluded, d.noun, "vi")} không tính được theo hướng bất lợi nhất`,
    en: (d) =>
      `still ${d.verdict} even if the ${counted(d.excluded, d.noun, "en")} that could not be used had gone the other way`,
  },
  inputsLacking: {
    vi: (d) => `Thiếu dữ liệu đầu vào: ${d.inputs}`,
    en: (d) => `Not supplied: ${d.inputs}`,
  },
  inputLacking: {
    vi: (d) => `${d.count} chỉ tiêu cần ${inputTitle(String(d.input), "vi")}`,
    en: (d) => `${d.count} ${d.count === 1 ? "target needs" : "targets need"} ${inputTitle(String(d.input), "en")}`,
  },
  moreGroups: {
    vi: (d) => `… và ${n(d.count, "vi")} nhóm khác (xem hết: --top ${d.all})`,
    en: (d) => `… and ${n(d.count, "en")} more groups (--top ${d.all} shows all)`,
  },
  issue: {
    vi: (d) =>
      `${d.input}, dòng ${n(d.line, "vi")}${d.header === null ? "" : `, cột ${q(d.header)}`}: ${(issueMessages as Record<string, Bilingual>)[String(d.code)].vi} (${n(d.count, "vi")} lần)`,
    en: (d) =>
      `${d.input}, line ${n(d.line, "en")}${d.header === null ? "" : `, column ${q(d.header)}`}: ${(issueMessages as Record<string, Bilingual>)[String(d.code)].en} (×${n(d.count, "en")})`,
  },
  unknownWord: {
    vi: (d) =>
      `${d.input}, dòng ${n(d.line, "vi")}, cột ${q(d.header)}: giá trị ${q(d.word)} chưa được khai báo (${n(d.count, "vi")} ô); khai báo: --map-value ${d.column}:"${clean(String(d.word))}"=… (${d.codes})`,
    en: (d) =>
      `${d.input}, line ${n(d.line, "en")}, column ${q(d.header)}: the word ${q(d.word)} is not known (×${n(d.count, "en")}); to map it: --map-value ${d.column}:"${clean(String(d.word))}"=… (${d.codes})`,
  },
  moreIssues: {
    vi: (d) => `… và ${n(d.count, "vi")} loại lỗi khác; xem hết: --rejects FILE`,
    en: (d) => `… and ${n(d.count, "en")} more kinds of fault; all of them: --rejects FILE`,
  },
  blanks: {
    vi: (d) => `Ô trống tính là “không” hoặc “không ghi”: ${d.columns}`,
    en: (d) => `Blank cells taken as “no” or “not recorded”: ${d.columns}`,
  },
} as const satisfies Record<string, Message>;

export type Sentence = keyof typeof sentences;

export function sentence(name: Sentence, data: Data, language: Language): string {
  return sentences[name][language](data);
}
