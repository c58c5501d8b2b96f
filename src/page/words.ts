/** What the page says of itself, in both languages; what it says of data is said as everywhere (text/). */
import type { Bilingual } from "../text/language.ts";
import type { Role } from "./messages.ts";

export const words = {
  title: { vi: "kpi – Đánh giá chỉ tiêu thủ tục hành chính", en: "kpi – Targets of administrative procedures" },
  intro: {
    vi: "Thả tệp danh sách hồ sơ xuất từ hệ thống vào đây để biết chỉ tiêu nào của kế hoạch đã đạt. Không cần cài đặt, không cần mạng.",
    en: "Drop the case log that your system exported to see which targets of the plan are met. Nothing to install, no network.",
  },
  drop: { vi: "Thả tệp vào đây", en: "Drop files here" },
  choose: { vi: "hoặc chọn tệp trong máy", en: "or choose them" },
  kinds: {
    vi: "CSV, Excel (xlsx), tệp nén gz, trang HTML; có thể kèm danh mục thủ tục, phản ánh kiến nghị, số liệu khai, lịch nghỉ, kế hoạch riêng, tệp cấu hình, kết quả cộng sẵn (*.kpi.json)",
    en: "CSV, Excel (xlsx), gz, HTML pages; with them procedures, petitions, stated figures, a calendar, a plan of your own, a configuration, partial results (*.kpi.json)",
  },
  files: { vi: "Tệp đã chọn", en: "Files" },
  is: { vi: "Là", en: "Is" },
  remove: { vi: "Bỏ", en: "Remove" },
  plan: { vi: "Kế hoạch", en: "Plan" },
  year: { vi: "Chỉ tiêu năm", en: "Targets of" },
  period: { vi: "Kỳ", en: "Period" },
  allCases: { vi: "Cả năm: mọi hồ sơ trong tệp", en: "The year: every case of the files" },
  check: { vi: "Đánh giá", en: "Check" },
  cancel: { vi: "Dừng lại", en: "Cancel" },
  working: { vi: "Đang đọc…", en: "Reading…" },
  cancelled: { vi: "Đã dừng.", en: "Cancelled." },
  found: { vi: "Chương trình hiểu tệp thế nào", en: "What the program understands of the files" },
  doubts: { vi: "Cần anh/chị cho biết", en: "Please say what these are" },
  noDoubts: { vi: "Không có điểm nào cần khai báo thêm.", en: "Nothing is left to be said." },
  doubtIntro: {
    vi: "Chương trình không tự đoán. Chọn nghĩa cho từng từ, từng cột dưới đây; chỗ nào không rõ thì để nguyên.",
    en: "The program does not guess. Choose what each word or column is; leave what you do not know.",
  },
  notSaid: { vi: "– để nguyên –", en: "– leave –" },
  asBlank: { vi: "như ô trống", en: "as a blank" },
  chosen: { vi: "Đã khai báo", en: "Said so far" },
  column: { vi: "Cột trong tệp", en: "Column" },
  field: { vi: "Được đọc là", en: "Is read as" },
  content: { vi: "Nội dung", en: "Content" },
  blank: { vi: "Trống", en: "Blank" },
  atFault: { vi: "Ô lỗi", en: "At fault" },
  notRead: { vi: "không đọc", en: "not read" },
  lacking: { vi: "Chỉ tiêu chưa tính được vì thiếu cột", en: "KPIs that lack a column" },
  how: { vi: "Cách đọc tệp", en: "How the files are read" },
  automatic: { vi: "tự nhận biết", en: "found by itself" },
  encoding: { vi: "Bảng mã", en: "Encoding" },
  delimiter: { vi: "Dấu phân cách", en: "Delimiter" },
  sheet: { vi: "Trang tính", en: "Sheet" },
  dateFormat: { vi: "Thứ tự ngày tháng", en: "Order of dates" },
  decimal: { vi: "Dấu thập phân", en: "Decimal sign" },
  ratingScale: { vi: "Mức cao nhất của thang điểm", en: "Highest mark of ratings" },
  comma: { vi: "dấu phẩy: 1,5", en: "comma: 1,5" },
  point: { vi: "dấu chấm: 1.5", en: "point: 1.5" },
  semicolon: { vi: "dấu chấm phẩy ;", en: "semicolon ;" },
  commaSign: { vi: "dấu phẩy ,", en: "comma ," },
  tab: { vi: "dấu tab", en: "tab" },
  bar: { vi: "gạch đứng |", en: "bar |" },
  same: { vi: "Làm lại bằng dòng lệnh", en: "The same on the command line" },
  config: { vi: "Tệp cấu hình (để dùng lại lần sau)", en: "The configuration, to keep" },
  withConfig: { vi: "Khi có tệp cấu hình:", en: "With the configuration:" },
  result: { vi: "Kết quả", en: "Result" },
  save: { vi: "Lưu", en: "Save" },
  configuration: { vi: "Cấu hình", en: "Configuration" },
  rejects: { vi: "Dòng lỗi", en: "Rejects" },
  report: { vi: "Báo cáo", en: "Report" },
  trouble: { vi: "Chưa làm được", en: "This could not be done" },
  bug: {
    vi: "Lỗi của chương trình, không phải của dữ liệu. Đề nghị báo lại kèm dòng sau:",
    en: "A bug in kpi, not a fault of the data. Please report it with this:",
  },
  noLog: {
    vi: "Chưa có danh sách hồ sơ: thả thêm tệp, hoặc ghi lại tệp nào là danh sách hồ sơ.",
    en: "There is no case log yet: drop one, or say which file is one.",
  },
  private: {
    vi: "Dữ liệu không rời khỏi máy này: trang không có kết nối nào, không lưu gì. Tự kiểm tra: ngắt mạng rồi dùng như thường; hoặc nhấn F12, mở thẻ Mạng (Network) – không có yêu cầu nào; dòng Content-Security-Policy ở đầu tệp cấm mọi kết nối.",
    en: "Nothing leaves this computer: the page has no connection and stores nothing. To check: unplug the network and use it; or press F12 and open Network – there is no request; the line Content-Security-Policy at the top of the file forbids every connection.",
  },
  language: { vi: "Ngôn ngữ", en: "Language" },
  reading: { vi: "đang nhận biết tệp", en: "looking at the files" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Word = keyof typeof words;

export const roleWords: Readonly<Record<Role, Bilingual>> = {
  cases: { vi: "Danh sách hồ sơ", en: "Case log" },
  procedures: { vi: "Danh mục thủ tục", en: "Procedures" },
  petitions: { vi: "Phản ánh, kiến nghị", en: "Petitions" },
  figures: { vi: "Số liệu khai", en: "Stated figures" },
  calendar: { vi: "Lịch nghỉ, làm bù", en: "Working calendar" },
  plan: { vi: "Kế hoạch riêng", en: "Plan" },
  config: { vi: "Cấu hình", en: "Configuration" },
  part: { vi: "Kết quả cộng sẵn", en: "Partial results" },
};

/** A period by its name. */
export function periodTitle(name: string): Bilingual {
  const [, year, part] = /^(\d{4})-(.+)$/.exec(name) ?? [];
  if (name.includes("..")) {
    const month = Number(name.slice(-2));
    return { vi: `Lũy kế từ đầu năm đến tháng ${month}/${year}`, en: `${year} up to month ${month}` };
  }
  const quarter = /^Q(\d)$/.exec(part)?.[1];
  if (quarter !== undefined)
    return { vi: `Quý ${["I", "II", "III", "IV"][Number(quarter) - 1]}/${year}`, en: `Quarter ${quarter} of ${year}` };
  if (part === "H1") return { vi: `6 tháng đầu năm ${year}`, en: `First half of ${year}` };
  if (part === "H2") return { vi: `6 tháng cuối năm ${year}`, en: `Second half of ${year}` };
  if (part === "9M") return { vi: `9 tháng đầu năm ${year}`, en: `Nine months of ${year}` };
  return { vi: `Tháng ${Number(part)}/${year}`, en: `Month ${Number(part)} of ${year}` };
}
