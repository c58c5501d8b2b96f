/** What stands under the table of a report, and in the lines of the other commands. */

import { blankSentences } from "./blanks.ts";
import { issueMessages } from "./issues.ts";
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
  where,
} from "./language.ts";
import { serviceSentences } from "./service.ts";
import { errorSaid, shapeSaid } from "./sheet-errors.ts";
import { counted, inputTitle } from "./titles.ts";
import { undecidedSentences } from "./undecided.ts";

/** A number of days as it is written: 7.5 is 7,5 in Vietnamese. */
function days(value: unknown, language: Language): string {
  return language === "vi" ? String(value).replace(".", ",") : String(value);
}

/** Whether a word has no letter and no digit: it may stand for nothing. */
function isOfSigns(word: unknown): boolean {
  return !/[\p{L}\p{N}]/u.test(String(word));
}

/** Sentences under the table. */
export const sentences = {
  period: {
    vi: (d) =>
      `Kỳ báo cáo ${d.name}${d.basis === "statutory" ? " (số liệu theo Điều 12 Nghị định 09/2019/NĐ-CP)" : ""}: ${date(String(d.from), "vi")} – ${date(String(d.to), "vi")}`,
    en: (d) =>
      `Period ${d.name}${d.basis === "statutory" ? " (as reports are due by article 12 of Decree 09/2019/NĐ-CP)" : ""}: ${date(String(d.from), "en")} – ${date(String(d.to), "en")}`,
  },
  asOf: {
    vi: (d) =>
      `${d.upTo == null ? "" : "hồ sơ đang giải quyết "}tính đến hết ngày ${date(String(d.asOf), "vi")}${d.upTo == null ? "" : ` (tệp có số liệu đến hết ngày ${date(String(d.upTo), "vi")})`}`,
    en: (d) =>
      `open cases as of the end of ${date(String(d.asOf), "en")}${d.upTo == null ? "" : ` (the log speaks up to the end of ${date(String(d.upTo), "en")})`}`,
  },
  workingClock: {
    vi: () => "Thời gian xử lý tính theo giờ làm việc của lịch làm việc (một ngày làm việc 8 giờ)",
    en: () => "Processing times are working time by the calendar (a working day has 8 hours)",
  },
  otherClock: {
    vi: (d) =>
      `Tính theo ${d.clock === "working" ? "giờ làm việc" : "thời gian thực"}: ${Number(d.value) < 0 ? "tăng" : "giảm"} ${d.shown} (trực tuyến ${d.online}, trực tiếp ${d.inPerson}${d.cases === d.of ? "" : `; ${n(d.cases, "vi")} trong ${n(d.of, "vi")} hồ sơ`})`,
    en: (d) =>
      `By ${d.clock === "working" ? "working" : "elapsed"} time: ${Number(d.value) < 0 ? "an increase" : "a cut"} of ${d.shown} (online ${d.online}, in person ${d.inPerson}${d.cases === d.of ? "" : `; ${n(d.cases, "en")} of ${many(d.of, "case")}`})`,
  },
  otherClockFew: {
    vi: (d) =>
      `Tính theo ${d.clock === "working" ? "giờ làm việc" : "thời gian thực"}: chỉ ${n(d.cases, "vi")} trong ${n(d.of, "vi")} hồ sơ nằm trong các năm của lịch làm việc, nên không nêu mức giảm (thêm năm: --calendar)`,
    en: (d) =>
      `By ${d.clock === "working" ? "working" : "elapsed"} time: no figure, since only ${n(d.cases, "en")} of ${many(d.of, "case")} lie in the years of the calendar (to add years: --calendar)`,
  },
  progress: {
    vi: (d) =>
      `Đang đọc: ${d.share} · ${d.bytes}/${d.ofBytes} MB · ${n(d.rows, "vi")} dòng · còn khoảng ${n(d.seconds, "vi")} giây`,
    en: (d) =>
      `Reading: ${d.share} · ${d.bytes} of ${d.ofBytes} MB · ${n(d.rows, "en")} rows · about ${n(d.seconds, "en")} s left`,
  },
  unpacking: {
    vi: (d) => `Đang giải nén bảng tính: ${d.bytes} MB`,
    en: (d) => `Unpacking the workbook: ${d.bytes} MB`,
  },
  opened: {
    vi: (d) =>
      `Đã mở ${q(d.file)}: ${n(d.bytes, "vi")} byte, ${[d.container, d.encoding].filter((one) => one !== null).join(", ")}, dấu phân cách ${q(d.delimiter)}, tiêu đề ở ${where(d, "vi")}; đọc ${n(d.columns, "vi")} cột, không đọc ${n(d.unread, "vi")} cột.`,
    en: (d) =>
      `Opened ${q(d.file)}: ${n(d.bytes, "en")} bytes, ${[d.container, d.encoding].filter((one) => one !== null).join(", ")}, delimiter ${q(d.delimiter)}, header ${d.cell === undefined ? "on" : "in"} ${where(d, "en")}; ${many(d.columns, "column")} read, ${n(d.unread, "en")} not.`,
  },
  partTaken: {
    vi: (d) => `Đã cộng tệp tổng hợp ${q(d.file)}: ${n(d.cases, "vi")} hồ sơ.`,
    en: (d) => `Added the part ${q(d.file)}: ${many(d.cases, "case")}.`,
  },
  threads: {
    vi: (d) => `Đọc bằng ${n(d.count, "vi")} luồng.`,
    en: (d) => `Reading on ${n(d.count, "en")} threads.`,
  },
  rowsIn: {
    vi: (d) => `Đã đọc ${n(d.rows, "vi")} dòng trong ${d.seconds} giây.`,
    en: (d) => `Read ${many(d.rows, "row")} in ${d.seconds} s.`,
  },
  reportWritten: {
    vi: (d) =>
      `Đã ghi ${(d.files as string[]).map(q).join(", ")}${d.summary === "" ? "" : `. ${d.summary}`} (mã thoát ${d.code}).`,
    en: (d) =>
      `Wrote ${(d.files as string[]).map(q).join(", ")}${d.summary === "" ? "" : `. ${d.summary}`} (exit code ${d.code}).`,
  },
  reportEmpty: {
    vi: (d) =>
      `không có hồ sơ nào trong kỳ báo cáo ${d.period}${d.from === null ? "" : ` (tệp có hồ sơ từ ${date(String(d.from), "vi")} đến ${date(String(d.to), "vi")})`}: không lập văn bản nào (mã thoát 3).\n  Nếu kỳ này đúng là không có hồ sơ: --allow-no-data`,
    en: (d) =>
      `no case lies in the period ${d.period}${d.from === null ? "" : ` (the log has cases from ${date(String(d.from), "en")} to ${date(String(d.to), "en")})`}: no document is written (exit code 3).\n  If there was none indeed: --allow-no-data`,
  },
  wholeReport: {
    vi: (d) =>
      `Trên đây là phần tóm tắt; báo cáo đầy đủ có ${d.count} mục (xu hướng, đơn vị, phân tích, biểu II.06a …): thêm --out docx=bao-cao.docx, --out html=bao-cao.html hoặc --out xlsx=bao-cao.xlsx`,
    en: (d) =>
      `This is the summary; the whole report has ${d.count} sections (trend, agencies, analysis, form II.06a …): add --out docx=report.docx, --out html=report.html or --out xlsx=report.xlsx`,
  },
  written: {
    vi: (d) => `Đã ghi ${q(d.file)}: ${n(d.bytes, "vi")} byte.`,
    en: (d) => `Wrote ${q(d.file)}: ${n(d.bytes, "en")} bytes.`,
  },
  recorded: {
    vi: (d) => `Đã ghi số liệu của ${n(d.count, "vi")} tệp vào ${q(d.file)}.`,
    en: (d) => `The figures of ${many(d.count, "log")} are recorded in ${q(d.file)}.`,
  },
  tallied: {
    vi: (d) =>
      `Đã tổng hợp ${n(d.cases, "vi")} hồ sơ vào ${q(d.file)} (${n(d.bytes, "vi")} byte).${d.minCell === 0 ? "" : ` Nhóm dưới ${n(d.minCell, "vi")} hồ sơ trong nửa tháng được gộp lại; tổng số không đổi, nhưng kết quả theo nhóm và kết quả tính trên cùng thủ tục thiếu các hồ sơ đó.`}`,
    en: (d) =>
      `${n(d.cases, "en")} cases are tallied in ${q(d.file)} (${n(d.bytes, "en")} bytes).${d.minCell === 0 ? "" : ` Groups of fewer than ${n(d.minCell, "en")} cases in a half-month are pooled: the total is exact, but figures by group, and those on the same procedures, lack these cases.`}`,
  },
  verified: {
    vi: (d) => `${n(d.count, "vi")} tệp: số liệu, đánh giá và đối soát đúng như đã ghi.`,
    en: (d) => `${many(d.count, "log")}: figures, verdicts and ledger are as recorded.`,
  },
  sameReport: {
    vi: () => "Báo cáo tính lại giống hệt báo cáo đã lập.",
    en: () => "The report can be had again: it is the same, byte for byte.",
  },
  moreResults: {
    vi: (d) => `và ${n(d.count, "vi")} chỉ tiêu khác; xem bảng kết quả.`,
    en: (d) => `and ${n(d.count, "en")} more; see the table.`,
  },
  ledger: {
    vi: (d) =>
      `Đối soát dữ liệu: đã đọc ${n(d.read, "vi")} = đưa vào tính ${n(d.counted, "vi")} + ngoài kỳ báo cáo ${n(d.outOfPeriod, "vi")} + trùng mã hồ sơ ${n(d.duplicates, "vi")} + bị loại ${n(d.rejected, "vi")}`,
    en: (d) =>
      `Ledger: read ${n(d.read, "en")} = counted ${n(d.counted, "en")} + out of period ${n(d.outOfPeriod, "en")} + duplicates ${n(d.duplicates, "en")} + rejected ${n(d.rejected, "en")}`,
  },
  summary: {
    vi: (d) =>
      `${d.pass} đạt · ${d.fail} chưa đạt · ${d.undecided === 0 ? "" : `${d.undecided} chưa kết luận được · `}${Number(d.noData) - Number(d.notDue)} chưa có số liệu${d.notDue === 0 ? "" : ` · ${d.notDue} chưa đến hạn`}${d.notSupplied === 0 ? "" : ` · ${d.notSupplied} thiếu dữ liệu đầu vào`}${d.notOfPeriod === 0 ? "" : ` · ${d.notOfPeriod} không đánh giá trong kỳ này`}`,
    en: (d) =>
      `${d.pass} passed · ${d.fail} failed · ${d.undecided === 0 ? "" : `${d.undecided} undecided · `}${Number(d.noData) - Number(d.notDue)} without data${d.notDue === 0 ? "" : ` · ${d.notDue} not due`}${d.notSupplied === 0 ? "" : ` · ${d.notSupplied} not supplied`}${d.notOfPeriod === 0 ? "" : ` · ${d.notOfPeriod} not judged in this period`}`,
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
        ? d.hasPeriod
          ? "Không có hồ sơ nào trong kỳ báo cáo: tệp không có ngày nào đọc được để biết hồ sơ thuộc kỳ nào; bỏ --period."
          : "Không có hồ sơ nào được tính: xem các lỗi được nêu bên dưới."
        : `Không có hồ sơ nào trong kỳ báo cáo; tệp có hồ sơ từ ${date(String(d.from), "vi")} đến ${date(String(d.to), "vi")}.`,
    en: (d) =>
      d.from === null
        ? d.hasPeriod
          ? "No case lies in the period: the log has no time that can be read to tell; leave --period out."
          : "No case could be counted: see the faults below."
        : `No case lies in the period; the log has cases from ${date(String(d.from), "en")} to ${date(String(d.to), "en")}.`,
  },
  casesMore: {
    vi: (d) =>
      d.noun === "ratings"
        ? `để đạt chỉ tiêu, cần thêm ${n(d.cases, "vi")} lượt hài lòng trong số ${counted(d.of, d.noun, "vi")}`
        : `để đạt chỉ tiêu, cần thêm ${n(d.cases, "vi")} trong số ${counted(d.of, d.noun, "vi")}`,
    en: (d) =>
      d.noun === "ratings"
        ? `${n(d.cases, "en")} more satisfied rating${d.cases === 1 ? "" : "s"} of ${n(d.of, "en")} would meet it`
        : `${n(d.cases, "en")} more of ${counted(d.of, d.noun, "en")} would meet it`,
  },
  casesFewer: {
    vi: (d) => `để đạt chỉ tiêu, cần giảm ${n(d.cases, "vi")} trong số ${counted(d.of, d.noun, "vi")}`,
    en: (d) => `${n(d.cases, "en")} fewer of ${counted(d.of, d.noun, "en")} would meet it`,
  },
  quantileCases: {
    vi: (d) =>
      `để đạt chỉ tiêu, cần thêm ${n(d.cases, "vi")} trong số ${counted(d.of, d.noun, "vi")} hoàn thành trong mức chỉ tiêu`,
    en: (d) => `${n(d.cases, "en")} more of ${counted(d.of, d.noun, "en")} within the time of the target would meet it`,
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
  servicesMeetingAll: {
    vi: (d) =>
      `${d.of === 0 ? "chưa dịch vụ nào đánh giá được theo mọi tiêu chí" : `${n(d.met, "vi")} trên ${n(d.of, "vi")} dịch vụ đánh giá được đạt mọi tiêu chí`}${d.share === null ? "" : ` (${d.share})`}${Number(d.without) === 0 ? "" : `, ${n(d.without, "vi")} dịch vụ không đủ số liệu`}`,
    en: (d) =>
      `${d.of === 0 ? "no service can be judged by every criterion" : `${n(d.met, "en")} of the ${n(d.of, "en")} services that can be judged ${d.met === 1 ? "meets" : "meet"} every criterion`}${d.share === null ? "" : ` (${d.share})`}${Number(d.without) === 0 ? "" : `; of ${n(d.without, "en")} too little is known`}`,
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
  dueDays: {
    vi: (d) => `Nhiệm vụ định kỳ năm ${d.years}: ${n(d.count, "vi")} lần đến hạn`,
    en: (d) => `Recurring duties of ${d.years}: due ${n(d.count, "en")} ${d.count === 1 ? "time" : "times"}`,
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
    vi: (d) => `tiêu đề ở ${where(d, "vi")}`,
    en: (d) => `header ${d.cell === undefined ? "on" : "in"} ${where(d, "en")}`,
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
  comesNear: {
    vi: (d) => `gần với ${d.words}`,
    en: (d) => `near ${d.words}`,
  },
  headerNear: {
    vi: (d) => `Cột ${q(d.header)} chưa đọc có thể là: ${d.maps}`,
    en: (d) => `the column ${q(d.header)}, which is not read, may be: ${d.maps}`,
  },
  stubHeaders: {
    vi: () => "Cột chưa đọc có thể dùng: bỏ dấu # ở dòng đúng.",
    en: () => "Columns that are not read and may be these: take the # away where one is right.",
  },
  stubWords: {
    vi: () =>
      "Từ chưa khai báo: điền nghĩa (các nghĩa khác ghi sau dấu #), rồi bỏ dấu # hoặc đưa vào map-value ở trên.",
    en: () =>
      "Words that are not known: give each its code (others stand behind it), then take the # away, or move it to map-value above.",
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
    vi: () => "Kết quả chung chủ yếu phụ thuộc cơ cấu thủ tục; cần xem theo từng thủ tục.",
    en: () => "The figure as a whole rests on the mix of procedures: read it by procedure.",
  },
  ...undecidedSentences,
  statedBeside: {
    vi: (d) =>
      `${clean(String(d.source))} báo cáo ${d.value} (${date(String(d.statedOn), "vi")})${d.difference === null ? ", khớp với tệp" : `, ${d.more ? "thấp hơn" : "cao hơn"} kết quả tính từ tệp ${d.difference}`}`,
    en: (d) =>
      `${clean(String(d.source))} states ${d.value} (${date(String(d.statedOn), "en")})${d.difference === null ? ", as the log shows" : `, ${d.difference} ${d.more ? "less" : "more"} than the log shows`}`,
  },
  workedOutBeside: {
    vi: (d) =>
      `lấy số liệu báo cáo; tính từ tệp là ${d.value}${d.difference === null ? ", khớp" : `, ${d.more ? "thấp hơn" : "cao hơn"} ${d.difference}`}`,
    en: (d) =>
      `the stated figure is judged; the log shows ${d.value}${d.difference === null ? ", the same" : `, ${d.difference} ${d.more ? "less" : "more"}`}`,
  },
  casesOfClause: {
    vi: (d) =>
      `chỉ tính hồ sơ của ${n(d.count, "vi")} TTHC thuộc phạm vi của mục này${d.unknown === 0 ? "" : `; ${n(d.unknown, "vi")} hồ sơ có mã TTHC không có trong danh mục, ${d.isMean ? "không đưa vào" : "tính theo cả hai cách"}`}`,
    en: (d) =>
      `cases of the ${many(d.count, "procedure")} of the clause only${d.unknown === 0 ? "" : `; ${many(d.unknown, "case")} of codes that the catalogue does not have, ${d.isMean ? "left out" : "taken both ways"}`}`,
  },
  ...blankSentences,
  ...serviceSentences,
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
      `${d.input}, ${where(d, "vi")}${d.header === null ? "" : `, cột ${q(d.header)}`}: ${(issueMessages as Record<string, Bilingual>)[String(d.code)].vi}${shapeSaid(d.shape, "vi")} (${n(d.count, "vi")} lần)`,
    en: (d) =>
      `${d.input}, ${where(d, "en")}${d.header === null ? "" : `, column ${q(d.header)}`}: ${(issueMessages as Record<string, Bilingual>)[String(d.code)].en}${shapeSaid(d.shape, "en")} (×${n(d.count, "en")})`,
  },
  unknownWord: {
    vi: (d) =>
      d.word === "…"
        ? `${d.input}, ${where(d, "vi")}, cột ${q(d.header)}: giá trị chưa được khai báo, không in ra vì giống tên, số hoặc địa chỉ của người (${n(d.count, "vi")} ô): dòng có thể bị lệch cột`
        : d.isError
          ? `${d.input}, ${where(d, "vi")}, cột ${q(d.header)}: ${errorSaid(d.word, "vi")} (${n(d.count, "vi")} ô)`
          : d.isRubbish
            ? `${d.input}, ${where(d, "vi")}, cột ${q(d.header)}: chữ đã bị mã hóa hai lần: ${q(d.word)} (${n(d.count, "vi")} ô); xuất lại tệp từ hệ thống`
            : `${d.input}, ${where(d, "vi")}, cột ${q(d.header)}: giá trị ${q(d.word)} chưa được khai báo (${n(d.count, "vi")} ô); khai báo: --map-value ${d.column}:"${clean(String(d.word))}"=… (${d.codes}${isOfSigns(d.word) ? "; ô bỏ trống: không ghi gì sau dấu =" : ""})`,
    en: (d) =>
      d.word === "…"
        ? `${d.input}, ${where(d, "en")}, column ${q(d.header)}: a value that is not known and not told, since it looks like a person's name, number or address (×${n(d.count, "en")}): the row may be shifted by a cell`
        : d.isError
          ? `${d.input}, ${where(d, "en")}, column ${q(d.header)}: ${errorSaid(d.word, "en")} (×${n(d.count, "en")})`
          : d.isRubbish
            ? `${d.input}, ${where(d, "en")}, column ${q(d.header)}: the letters of ${q(d.word)} were encoded twice (×${n(d.count, "en")}); export the file anew`
            : `${d.input}, ${where(d, "en")}, column ${q(d.header)}: the word ${q(d.word)} is not known (×${n(d.count, "en")}); to map it: --map-value ${d.column}:"${clean(String(d.word))}"=… (${d.codes}${isOfSigns(d.word) ? "; nothing after = for a blank" : ""})`,
  },
  moreIssues: {
    vi: (d) => `… và ${n(d.count, "vi")} loại lỗi khác; xem hết: --rejects FILE`,
    en: (d) => `… and ${n(d.count, "en")} more kinds of fault; all of them: --rejects FILE`,
  },
  blanks: {
    vi: (d) => `Ô trống${d.hasPeriod ? " (toàn bộ tệp)" : ""} tính là “không” hoặc “không ghi”: ${d.columns}`,
    en: (d) => `Blank cells${d.hasPeriod ? " of the whole log" : ""} taken as “no” or “not recorded”: ${d.columns}`,
  },
} as const satisfies Record<string, Message>;

export type Sentence = keyof typeof sentences;

export function sentence(name: Sentence, data: Data, language: Language): string {
  return sentences[name][language](data);
}
