/** The sentences of what the user can mend, by the code of the UserError. */
import {
  type Bilingual,
  capital,
  clean,
  type Data,
  type Language,
  list,
  type Message,
  n,
  q,
  where,
} from "./language.ts";
import { placeholder, withPlaceholders } from "./placeholders.ts";
import { planFaultText } from "./plan-faults.ts";
import { tableFaultText } from "./table-faults.ts";
import { fieldTitle } from "./titles.ts";
import { uncheckedText } from "./unchecked.ts";

function nearestVi(d: Data): string {
  return d.nearest ? ` Có phải ${d.nearest}?` : "";
}
function nearestEn(d: Data): string {
  return d.nearest ? ` Did you mean ${d.nearest}?` : "";
}

/** The sheet of a workbook, or the table of a page, on which something is not as it should be; nothing of another file. */
function onSheet({ sheet }: Data, language: Language): string {
  if (sheet === undefined) return "";
  const table = /^#(\d+)$/.exec(String(sheet))?.[1];
  if (table !== undefined) return language === "vi" ? `, bảng ${table}` : `, table ${table}`;
  return language === "vi" ? `, trang tính ${q(sheet)}` : `, sheet ${q(sheet)}`;
}

/** The files of a page's sheets, which stand in a folder beside it. */
const framesIn = ({ frames }: Data) => ((frames as string[]).length === 0 ? "" : ` (${list(frames, 5)})`);

/** What else the file has, to be chosen. */
function otherSheets(d: Data, language: Language, option = " (--sheet)"): string {
  const names = (sheets: unknown) => (sheets as readonly string[]).slice(0, 20).map(q).join(", ");
  const said = language === "vi" ? "Các trang tính, bảng khác" : "Other sheets or tables";
  const others = d.others === undefined ? "" : `\n  ${said}${option}: ${names(d.others)}.`;
  if (d.hidden === undefined) return others;
  // What may be the log is told first.
  const logs = (d.hiddenLogs as readonly { name: string; columns: number }[]).map(({ name, columns }) =>
    language === "vi"
      ? `\n  Trang tính bị ẩn ${q(name)} có ${n(columns, "vi")} cột đã biết: --sheet ${q(name)}`
      : `\n  The hidden sheet ${q(name)} has ${n(columns, "en")} known columns: --sheet ${q(name)}`,
  );
  if (logs.length > 0 && option !== "") return logs.join("") + others;
  return `${others}\n  ${language === "vi" ? "Các trang tính bị ẩn" : "Hidden sheets"}${option}: ${names(d.hidden)}.`;
}

/** Why the system would not, by its code. */
const systemReasons: Readonly<Record<string, Bilingual>> = {
  ENOENT: { vi: "thư mục chưa có", en: "its folder does not exist" },
  EEXIST: { vi: "đã có tệp cùng tên", en: "a file of that name is there" },
  ENOTDIR: { vi: "một phần đường dẫn là tệp, không phải thư mục", en: "a part of its path is a file, not a folder" },
  ENAMETOOLONG: { vi: "tên quá dài", en: "its name is too long" },
  ELOOP: { vi: "liên kết trỏ vòng tròn", en: "its links lead in a circle" },
  EROFS: { vi: "ổ đĩa chỉ đọc", en: "a read-only disk" },
  ENOSPC: { vi: "ổ đĩa đầy", en: "the disk is full" },
  EFBIG: { vi: "vượt cỡ tệp cho phép", en: "a file may not become so large here" },
  EDQUOT: { vi: "hết dung lượng được cấp", en: "the disk quota is used up" },
  EIO: { vi: "ổ đĩa bị lỗi", en: "the disk is at fault" },
  EISDIR: { vi: "là thư mục", en: "it is a folder" },
  EBUSY: { vi: "chương trình khác đang dùng", en: "another program is using it" },
  EMFILE: { vi: "mở quá nhiều tệp", en: "too many files are open" },
  ENFILE: { vi: "mở quá nhiều tệp", en: "too many files are open" },
  EINVAL: { vi: "tên không hợp lệ", en: "its name is not allowed" },
  Z_DATA_ERROR: { vi: "nội dung bị hỏng", en: "its content is damaged" },
  Z_BUF_ERROR: { vi: "tệp bị cắt giữa chừng", en: "it is cut off" },
  // Of a browser.
  NotReadableError: { vi: "tệp đã thay đổi sau khi chọn", en: "it was changed after it was given" },
  NotFoundError: { vi: "tệp không còn ở đó", en: "it is no longer there" },
};
const refusals: ReadonlySet<unknown> = new Set(["EACCES", "EPERM"]);

/** Why the system would not, in words where the code is a common one. */
function systemReason(code: unknown, language: Language, to: "read" | "write" = "write"): string {
  if (refusals.has(code))
    return language === "en" ? "no permission" : `không có quyền ${to === "read" ? "đọc" : "ghi"}`;
  return systemReasons[String(code)]?.[language] ?? String(code);
}

/** Where the options stand; of the library's they are named. */
function seeOptions({ command, options }: Data, language: Language): string {
  const [see, are] = language === "vi" ? ["Xem", "Các tùy chọn"] : ["See", "The options are"];
  if (Array.isArray(options)) return `${are}: ${list(options)}.`;
  return `${see}: kpi ${command === "" ? "" : `${command} `}--help`;
}

/** The option, or the file that says it, with the two values. */
function contrary({ file, option, given }: Data): string {
  const place = file === null ? option : `${q(file)}, ${String(option).slice(2)}`;
  return `${place}: ${(given as string[]).map(q).join(", ")}`;
}

/** The bytes before and now, where they say that something has changed. */
function bytesChanged({ before, after }: Data, language: Language): string {
  return before === after
    ? ""
    : ` (${n(before, language)} → ${n(after, language)} byte${language === "vi" ? "" : "s"})`;
}

/** Options that would map the nearest headers; an example where none is near. */
function mapsOf(nearest: readonly string[]): string {
  return nearest.length > 0 ? nearest.map((map) => `--map ${map}`).join(" ") : '--map channel="Hình thức nộp"';
}
/** The columns that a small table lacks, with the header that each usually has. */
function wantedColumns(d: Data): string {
  const wanted = d.wanted as readonly { field: string; header?: string }[];
  return wanted.map(({ field, header }) => (header === undefined ? field : `${field} (${q(header)})`)).join(", ");
}

function renameColumns(d: Data, language: Language): string {
  const nearest = d.nearest as readonly { header: string; means: string }[];
  if (nearest.length === 0) {
    return language === "vi"
      ? `Tệp cần một dòng tiêu đề có các cột này; xem mẫu: ${d.example}`
      : `The file needs a header row with these columns; for an example: ${d.example}`;
  }
  const pairs = nearest.map(({ header, means }) => `${q(header)} → ${q(means)}`).join(", ");
  return language === "vi" ? `Đổi tên cột trong tệp: ${pairs}` : `Rename in the file: ${pairs}`;
}

function kpiLines(d: Data, language: Language): string {
  const known = d.known as readonly { id: string; title: Bilingual }[];
  return known.map(({ id, title }) => `\n    ${id} — ${title[language]}`).join("");
}

/** Every fault of a small table in a line of its own. */
function faultLines(d: Data, language: Language): string {
  const faults = d.faults as readonly { line: number; column: string | null; code: string; data: Data }[];
  const rest = Number(d.count) - faults.length;
  const head =
    language === "vi"
      ? `${n(d.count, "vi")} lỗi, chưa tính gì.`
      : `${n(d.count, "en")} ${d.count === 1 ? "fault" : "faults"}, nothing was judged.`;
  const lines = faults.map(({ column, code, data, ...place }) => {
    const at = column === null ? "" : `, ${language === "vi" ? "cột" : "column"} ${q(column)}`;
    return `\n  ${where(place, language)}${at}: ${tableFaultText(code, data, language)}`;
  });
  const more = language === "vi" ? `\n  … và ${n(rest, "vi")} lỗi khác` : `\n  … and ${n(rest, "en")} more`;
  return head + lines.join("") + (rest > 0 ? more : "");
}

/** Every fault of a plan in a line of its own. */
function planFaultLines(d: Data, language: Language): string {
  const faults = d.faults as readonly Parameters<typeof planFaultText>[0][];
  const head =
    language === "vi" ? `${faults.length} lỗi.` : `${faults.length} ${faults.length === 1 ? "fault" : "faults"}.`;
  return head + faults.map((fault) => `\n  ${planFaultText(fault, language)}`).join("");
}

/** What each option for a small table takes. */
const tablesMeant: Readonly<Record<string, Bilingual>> = {
  "--procedures": { vi: "danh mục TTHC", en: "a procedure catalogue" },
  "--petitions": { vi: "sổ phản ánh, kiến nghị", en: "a petitions log" },
  "--figures": { vi: "số liệu báo cáo", en: "stated figures" },
  "--calendar": { vi: "lịch làm việc", en: "a working calendar" },
};

/** What the user can mend. */
function overlaps(d: Data, language: Language): string {
  const pairs = d.pairs as readonly { file: string; other: string; count: number }[];
  return pairs.map(({ file, other, count }) => `${file} + ${other}: ${n(count, language)}`).join("; ");
}

/** How the period of each option of `kpi report` is written. */
const periodExamples: Readonly<Record<string, string>> = {
  "--month": "--month 2025-09",
  "--quarter": "--quarter 2025-Q3",
  "--half": "--half 2025-H1",
  "--nine-months": "--nine-months 2025",
  "--year-to-date": "--year-to-date 2025-09",
};

export const errorMessages = {
  usage: { vi: (d) => `${d.detail}`, en: (d) => `${d.detail}` },
  "unknown-option": {
    vi: (d) => `không có tùy chọn ${d.option}.${nearestVi(d)}\n  ${seeOptions(d, "vi")}`,
    en: (d) => `there is no option ${d.option}.${nearestEn(d)}\n  ${seeOptions(d, "en")}`,
  },
  "unknown-command": {
    vi: (d) => `không có lệnh ${q(d.name)}.${nearestVi(d)}\n  Xem: kpi --help`,
    en: (d) => `there is no command ${q(d.name)}.${nearestEn(d)}\n  See: kpi --help`,
  },
  "unknown-topic": {
    vi: (d) => `không có lệnh hay mã ${q(d.name)}.${nearestVi(d)}\n  Danh sách mã: kpi help codes`,
    en: (d) => `there is no command or code ${q(d.name)}.${nearestEn(d)}\n  All codes: kpi help codes`,
  },
  "missing-argument": {
    vi: (d) => `thiếu tham số <${placeholder(String(d.argument), "vi")}>.\n  Xem: kpi ${d.command} --help`,
    en: (d) => `the argument <${d.argument}> is missing.\n  See: kpi ${d.command} --help`,
  },
  "no-files": {
    vi: () => "chưa cho tệp nào để đọc.",
    en: () => "no file was given to read.",
  },
  "missing-value": {
    vi: (d) => `tùy chọn ${withPlaceholders(String(d.option), "vi")} cần một giá trị.\n  Xem: kpi ${d.command} --help`,
    en: (d) => `the option ${d.option} needs a value.\n  See: kpi ${d.command} --help`,
  },
  "missing-option": {
    vi: (d) => `thiếu tùy chọn bắt buộc ${withPlaceholders(String(d.option), "vi")}.\n  Xem: kpi ${d.command} --help`,
    en: (d) => `the option ${d.option} is required.\n  See: kpi ${d.command} --help`,
  },
  "too-many-arguments": {
    vi: (d) => `thừa tham số.\n  Xem: kpi ${d.command} --help`,
    en: (d) => `there are too many arguments.\n  See: kpi ${d.command} --help`,
  },
  "no-file": {
    vi: (d) => `không tìm thấy tệp ${q(d.file)}.\n  Kiểm tra lại tên tệp và thư mục.`,
    en: (d) => `there is no file ${q(d.file)}.\n  Check its name and folder.`,
  },
  "cannot-read": {
    vi: (d) =>
      `không đọc được tệp ${q(d.file)} (${systemReason(d.reason, "vi", "read")}).\n  ${refusals.has(d.reason) ? "Kiểm tra quyền đối với tệp và các thư mục chứa tệp." : "Kiểm tra lại tên tệp và ổ đĩa."}`,
    en: (d) =>
      `the file ${q(d.file)} cannot be read (${systemReason(d.reason, "en", "read")}).\n  ${refusals.has(d.reason) ? "Check that you may read it, and enter the folders that it is in." : "Check its name and its disk."}`,
  },
  "cannot-write": {
    vi: (d) =>
      `không ghi được tệp ${q(d.file)} (${systemReason(d.reason, "vi")}); không có gì được ghi.${d.reason === "ENOENT" ? "\n  Tạo thư mục trước, hoặc chọn nơi khác." : ""}`,
    en: (d) =>
      `the file ${q(d.file)} cannot be written (${systemReason(d.reason, "en")}); nothing was written.${d.reason === "ENOENT" ? "\n  Make the folder first, or choose another." : ""}`,
  },
  "cannot-write-temporary": {
    vi: (d) =>
      `không ghi được tệp tạm${d.folder === null ? "" : ` vào ${q(d.folder)}`} (${systemReason(d.reason, "vi")}).\n  Giải phóng ổ đĩa, hoặc chọn thư mục khác cho tệp tạm bằng biến môi trường TMPDIR (Windows: TEMP).`,
    en: (d) =>
      `a temporary file cannot be written${d.folder === null ? "" : ` to ${q(d.folder)}`} (${systemReason(d.reason, "en")}).\n  Make room on the disk, or name another folder for temporary files in the variable TMPDIR (Windows: TEMP).`,
  },
  "would-overwrite": {
    vi: (d) => `${q(d.file)} đã có; không ghi gì.\n  Chọn thư mục khác, hoặc ghi đè: --force`,
    en: (d) =>
      `${q(d.file)} is there already; nothing was written.\n  Choose another folder, or write over it: --force`,
  },
  "not-a-case-log": {
    vi: (d) =>
      `${d.file}: chỉ có cột của danh mục TTHC (${list(d.headers)}), không có cột nào của hồ sơ.\n  Nếu là danh mục TTHC: --procedures ${q(d.file)}`,
    en: (d) =>
      `${d.file} has columns of a procedure catalogue only (${list(d.headers)}), and none of cases.\n  If it is a catalogue: --procedures ${q(d.file)}`,
  },
  "is-directory": {
    vi: (d) => `${q(d.file)} là thư mục.\n  Ghi tên tệp trong thư mục, ví dụ ${q(`${d.file}/cases.csv`)}.`,
    en: (d) => `${q(d.file)} is a folder.\n  Name the files in it, such as ${q(`${d.file}/cases.csv`)}.`,
  },
  "empty-file": {
    vi: (d) => `tệp ${q(d.file)} không có nội dung.\n  Xuất lại dữ liệu từ hệ thống.`,
    en: (d) => `the file ${q(d.file)} is empty.\n  Export it again.`,
  },
  "no-rows": {
    vi: (d) => `tệp ${q(d.file)}${onSheet(d, "vi")} chỉ có dòng tiêu đề, không có hồ sơ nào.${otherSheets(d, "vi")}`,
    en: (d) => `the file ${q(d.file)}${onSheet(d, "en")} has a header row but no case.${otherSheets(d, "en")}`,
  },
  "binary-file": {
    vi: (d) => `tệp ${q(d.file)} không phải là văn bản (có byte NUL).\n  Xuất dữ liệu dưới dạng CSV UTF-8.`,
    en: (d) => `the file ${q(d.file)} is no text (it has NUL bytes).\n  Export the log as CSV in UTF-8.`,
  },
  "no-match": {
    vi: (d) => `không có tệp nào khớp với ${q(d.pattern)}.\n  Kiểm tra lại thư mục và mẫu tên tệp.`,
    en: (d) => `no file matches ${q(d.pattern)}.\n  Check the folder and the pattern.`,
  },
  "bad-gzip": {
    vi: (d) =>
      `tệp ${q(d.file)} được nén gzip nhưng không giải nén được (${systemReason(d.reason, "vi")}).\n  Nén lại hoặc dùng tệp chưa nén.`,
    en: (d) =>
      `the file ${q(d.file)} is gzip and cannot be unpacked (${systemReason(d.reason, "en")}).\n  Pack it again, or give the plain file.`,
  },
  "unpacked-too-large": {
    vi: (d) => `tệp ${q(d.file)} giải nén ra lớn hơn ${n(d.times, "vi")} lần; không phải là tệp dữ liệu thông thường.`,
    en: (d) => `the file ${q(d.file)} unpacks to more than ${n(d.times, "en")} times its size: that is no export.`,
  },
  "bad-workbook": {
    vi: (d) =>
      `tệp ${q(d.file)} không phải là bảng tính Excel (.xlsx) đọc được.\n  Mở bằng Excel rồi lưu lại dưới dạng .xlsx hoặc “CSV UTF-8”.`,
    en: (d) =>
      `the file ${q(d.file)} is no Excel workbook (.xlsx) that can be read.\n  Open it in Excel and save it as .xlsx or “CSV UTF-8”.`,
  },
  "damaged-workbook": {
    vi: (d) =>
      `tệp ${q(d.file)} bị hỏng hoặc bị cắt: nội dung không còn như khi được ghi.\n  Tải hoặc sao chép lại từ nguồn; nếu Excel mở và khôi phục được thì kiểm tra số dòng rồi lưu lại.`,
    en: (d) =>
      `the file ${q(d.file)} is damaged or cut off: it no longer holds what was written.\n  Download or copy it again; if Excel can open and repair it, check how many rows there are and save it again.`,
  },
  "zip-archive": {
    vi: (d) =>
      `tệp ${q(d.file)} là tệp nén zip, không phải bảng tính; trong đó có: ${list(d.files, 5)}.\n  Giải nén rồi đưa tệp dữ liệu bên trong vào.`,
    en: (d) =>
      `the file ${q(d.file)} is a zip archive, no workbook; it holds ${list(d.files, 5)}.\n  Unpack it and give the log that is in it.`,
  },
  "other-document": {
    vi: (d) =>
      `tệp ${q(d.file)} là văn bản Word (.docx) hoặc bản trình chiếu (.pptx), không phải bảng tính.\n  Chép bảng sang Excel rồi lưu dưới dạng .xlsx hoặc “CSV UTF-8”, hoặc xuất lại từ hệ thống.`,
    en: (d) =>
      `the file ${q(d.file)} is a document of Word (.docx) or PowerPoint (.pptx), no workbook.\n  Copy its table into Excel and save it as .xlsx or “CSV UTF-8”, or export it from the system.`,
  },
  "binary-workbook": {
    vi: (d) =>
      `tệp ${q(d.file)} là bảng tính Excel nhị phân (.xlsb).\n  Mở bằng Excel rồi lưu dưới dạng .xlsx hoặc “CSV UTF-8”.`,
    en: (d) =>
      `the file ${q(d.file)} is a binary workbook of Excel's (.xlsb).\n  Open it in Excel and save it as .xlsx or “CSV UTF-8”.`,
  },
  "other-header": {
    vi: (d) =>
      `${d.file}, ${where(d, "vi")}: giữa tệp có dòng tiêu đề với các cột theo thứ tự khác, hoặc có tên cột chưa biết; các dòng dưới đó có thể bị đọc sai cột.\n  Tách tệp tại dòng này và đưa vào như hai tệp.`,
    en: (d) =>
      `${d.file}, ${where(d, "en")}: a header within the log has the columns in another order, or a name that is not known; the rows below it may be read by the wrong columns.\n  Split the file at that line and give both parts.`,
  },
  "encoded-twice": {
    vi: (d) =>
      `${q(d.file)}: chữ tiếng Việt đã bị mã hóa hai lần (MÃ£ há»“ sÆ¡, M├ú hß╗ô s╞í hoặc M\\u00e3 thay cho Mã hồ sơ).\n  Xuất lại từ hệ thống, hoặc khi mở bằng Excel chọn Dữ liệu, Từ văn bản/CSV, mã 65001: UTF-8.`,
    en: (d) =>
      `${q(d.file)}: its letters were encoded twice (MÃ£ há»“ sÆ¡, M├ú hß╗ô s╞í or M\\u00e3 for Mã hồ sơ).\n  Export it anew, or open it in Excel by Data, From Text/CSV, 65001: UTF-8.`,
  },
  "page-without-table": {
    vi: (d) =>
      `${q(d.file)} là trang web không có bảng hồ sơ, có thể là trang đăng nhập hoặc trang báo lỗi.\n  Đăng nhập hệ thống rồi xuất lại; mở tệp bằng trình duyệt để xem.`,
    en: (d) =>
      `${q(d.file)} is a page without a table of cases, perhaps of a login or an error.\n  Log in to the system and export again; open the file in a browser to see it.`,
  },
  "page-of-frames": {
    vi: (d) =>
      `${q(d.file)} là trang khung mà Excel lưu từ nhiều trang tính (Web Page), không có ô dữ liệu.\n  Hồ sơ nằm trong thư mục đi kèm${framesIn(d)}: đưa tệp đó vào, hoặc mở bằng Excel rồi lưu dưới dạng .xlsx.`,
    en: (d) =>
      `${q(d.file)} is the frame of a page that Excel saved of several sheets, and holds no cell.\n  The cases are in the folder beside it${framesIn(d)}: give that file, or open this one in Excel and save it as .xlsx.`,
  },
  "web-archive": {
    vi: (d) =>
      `${q(d.file)} là trang web lưu thành một tệp (.mht).\n  Mở bằng Excel rồi lưu dưới dạng .xlsx hoặc “CSV UTF-8”, hoặc xuất lại từ hệ thống.`,
    en: (d) =>
      `${q(d.file)} is a web page in one file (.mht).\n  Open it in Excel and save it as .xlsx or “CSV UTF-8”, or export it again.`,
  },
  "too-many-tables": {
    vi: (d) =>
      `${q(d.file)}: trang có hơn ${n(d.most, "vi")} bảng; không thể là danh sách hồ sơ.\n  Xuất lại dưới dạng .xlsx hoặc “CSV UTF-8”.`,
    en: (d) =>
      `${q(d.file)}: the page has more than ${n(d.most, "en")} tables: that is no list of cases.\n  Export it as .xlsx or “CSV UTF-8”.`,
  },
  "unknown-xml": {
    vi: (d) =>
      `${q(d.file)} là tệp XML, không phải bảng tính XML của Excel 2003.\n  Xuất lại dưới dạng .xlsx hoặc “CSV UTF-8”.`,
    en: (d) => `${q(d.file)} is XML, but no workbook of Excel 2003.\n  Export it as .xlsx or “CSV UTF-8”.`,
  },
  "letters-lost": {
    vi: (d) =>
      `${q(d.file)}: chữ có dấu đã thành dấu hỏi (M? h? s?), không khôi phục được.\n  Xuất lại; khi lưu từ Excel chọn “CSV UTF-8”, không chọn “CSV (Comma delimited)”.`,
    en: (d) =>
      `${q(d.file)}: letters with marks have become question marks (M? h? s?) and are lost.\n  Export it anew; from Excel save it as “CSV UTF-8”, not as “CSV (Comma delimited)”.`,
  },
  "encrypted-workbook": {
    vi: (d) =>
      `tệp ${q(d.file)} được bảo vệ bằng mật khẩu.\n  Mở bằng Excel, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ sổ làm việc) rồi lưu lại.`,
    en: (d) =>
      `the file ${q(d.file)} is protected by a password.\n  Open it in Excel, take the password off (File, Info, Protect Workbook) and save it again.`,
  },
  "open-document": {
    vi: (d) => `tệp ${q(d.file)} là bảng tính OpenDocument (.ods).\n  Lưu lại dưới dạng .xlsx hoặc “CSV UTF-8”.`,
    en: (d) => `the file ${q(d.file)} is an OpenDocument spreadsheet (.ods).\n  Save it as .xlsx or “CSV UTF-8”.`,
  },
  "old-workbook": {
    vi: (d) =>
      `tệp ${q(d.file)} là bảng tính Excel kiểu cũ (.xls).\n  Mở bằng Excel rồi lưu dưới dạng .xlsx hoặc “CSV UTF-8”.`,
    en: (d) =>
      `the file ${q(d.file)} is a workbook of the old kind (.xls).\n  Open it in Excel and save it as .xlsx or “CSV UTF-8”.`,
  },
  "no-sheet": {
    vi: (d) => `--sheet ${q(d.sheet)}: tệp ${q(d.file)} không có trang tính này; có: ${list(d.sheets)}.`,
    en: (d) => `--sheet ${q(d.sheet)}: ${q(d.file)} has no such sheet; it has ${list(d.sheets)}.`,
  },
  "all-hidden": {
    vi: (d) =>
      `${q(d.file)}: mọi trang tính đều bị ẩn (${list(d.sheets)}).\n  Bỏ ẩn trang có danh sách hồ sơ trong Excel, hoặc chọn: --sheet ${q((d.sheets as string[])[0])}`,
    en: (d) =>
      `${q(d.file)}: all of its sheets are hidden (${list(d.sheets)}).\n  Unhide the one with the cases in Excel, or choose it: --sheet ${q((d.sheets as string[])[0])}`,
  },
  "encoding-in-doubt": {
    vi: (d) =>
      `${q(d.file)}: không phải UTF-8${(d.encodings as string[]).length === 1 ? `; tiêu đề đọc được theo ${(d.encodings as string[])[0]}` : ""}.\n  Ghi rõ bảng mã: ${(d.encodings as string[]).map((one) => `--encoding ${one}`).join(" hoặc ")}; hoặc trong Excel lưu dưới dạng “CSV UTF-8”.`,
    en: (d) =>
      `${q(d.file)} is not UTF-8${(d.encodings as string[]).length === 1 ? `; its header reads as ${(d.encodings as string[])[0]}` : ""}.\n  Say which encoding: ${(d.encodings as string[]).map((one) => `--encoding ${one}`).join(" or ")}; or save it as “CSV UTF-8” in Excel.`,
  },
  "no-columns": {
    vi: (d) =>
      `${d.file}${onSheet(d, "vi")}: không tìm thấy dòng tiêu đề: trong 30 dòng đầu không có dòng nào có ít nhất hai cột đã biết.\n` +
      ((d.found as string[]).length > 0 ? `  Các cột tìm thấy: ${list(d.found)}.\n` : "") +
      ((d.found as string[]).length === 0 ? "  Tệp cần có dòng tiêu đề ghi tên các cột.\n" : "") +
      `  Khai báo cột: ${mapsOf(d.nearest as string[])}${otherSheets(d, "vi")}`,
    en: (d) =>
      `${d.file}${onSheet(d, "en")}: no header row was found: no row among the first 30 has two known columns.\n` +
      ((d.found as string[]).length > 0 ? `  Columns found: ${list(d.found)}.\n` : "") +
      ((d.found as string[]).length === 0 ? "  The log needs a row that names its columns.\n" : "") +
      `  To map a column: ${mapsOf(d.nearest as string[])}${otherSheets(d, "en")}`,
  },
  "header-too-low": {
    vi: (d) =>
      `${d.file}: ${n(d.most, "vi")} dòng đầu không có dòng tiêu đề; dòng tiêu đề ở ${where(d, "vi")}.\n  Xóa bớt các dòng phía trên dòng tiêu đề.`,
    en: (d) =>
      `${d.file}: no header is among the first ${n(d.most, "en")} rows; it stands ${d.cell === undefined ? "on" : "in"} ${where(d, "en")}.\n  Delete rows above it.`,
  },
  "header-in-quotes": {
    vi: (d) =>
      `${d.file}, ${where(d, "vi")}: cả dòng tiêu đề nằm trong một ô vì dấu ngoặc kép bao quanh cả dòng hoặc thiếu dấu đóng.\n  Xuất lại, hoặc xóa dấu ngoặc kép ở đầu và cuối mỗi dòng.`,
    en: (d) =>
      `${d.file}, ${where(d, "en")}: the whole header stands in one cell, for quotation marks stand around each line, or one of them does not close.\n  Export it anew, or delete the quotation marks at the beginning and end of each line.`,
  },
  "separator-line": {
    vi: (d) =>
      `${d.file}: dòng 1 ghi ${q(`sep=${d.said}`)} nhưng các cột phân cách bằng ${d.delimiter === "\t" ? "tab" : q(d.delimiter)}.\n  Xóa dòng 1.`,
    en: (d) =>
      `${d.file}: line 1 says ${q(`sep=${d.said}`)}, but the columns are divided by ${d.delimiter === "\t" ? "tabs" : q(d.delimiter)}.\n  Delete line 1.`,
  },
  "delimiter-in-doubt": {
    vi: (d) =>
      `${d.file}: có thể phân cách bằng ${(d.delimiters as string[]).map(q).join(" hoặc ")}.\n  Ghi rõ: --delimiter "${(d.delimiters as string[])[0]}"`,
    en: (d) =>
      `${d.file}: the delimiter may be ${(d.delimiters as string[]).map(q).join(" or ")}.\n  Say which: --delimiter "${(d.delimiters as string[])[0]}"`,
  },
  "same-header": {
    vi: (d) =>
      `${d.file}, ${where(d, "vi")}: tiêu đề ${q(d.header)} xuất hiện ở cột ${(d.positions as (number | string)[]).join(" và ")}.\n  Đổi tên hoặc xóa một cột.`,
    en: (d) =>
      `${d.file}, ${where(d, "en")}: the header ${q(d.header)} stands in columns ${(d.positions as (number | string)[]).join(" and ")}.\n  Rename or remove one of them.`,
  },
  "unit-missing": {
    vi: (d) =>
      `${d.file}${onSheet(d, "vi")}, cột ${q(d.header)}: không rõ đơn vị thời gian.\n  Khai báo kèm đơn vị: --map ${d.field}_hours="${clean(String(d.header))}" (hoặc _minutes, _days)`,
    en: (d) =>
      `${d.file}${onSheet(d, "en")}, column ${q(d.header)}: the unit of time is not known.\n  Map it with its unit: --map ${d.field}_hours="${clean(String(d.header))}" (or _minutes, _days)`,
  },
  "month-first": {
    vi: (d) =>
      `${d.file}, cột ${q(d.header)}: ngày tháng được ghi theo thứ tự tháng/ngày.\n` +
      `  ${d.value === "" ? "" : `${capital(where(d, "vi"))}: ${clean(String(d.value))} không có tháng ${String(d.value).split(/[/.-]/)[1]}; `}${n(d.monthFirst, "vi")} giá trị chỉ đọc được theo tháng/ngày, ${n(d.dayFirst, "vi")} chỉ đọc được theo ngày/tháng, ${n(d.both, "vi")} đọc được theo cả hai.\n` +
      `  Nếu dữ liệu theo kiểu Mỹ: --date-format ${d.format}      (kpi help month-first)`,
    en: (d) =>
      `${d.file}, column ${q(d.header)}: these dates are month first.\n` +
      `  ${d.value === "" ? "" : `${where(d, "en")}: ${clean(String(d.value))} has no month ${String(d.value).split(/[/.-]/)[1]}; `}${n(d.monthFirst, "en")} values fit only month/day, ${n(d.dayFirst, "en")} only day/month, ${n(d.both, "en")} fit both.\n` +
      `  If the export is American: --date-format ${d.format}      (kpi help month-first)`,
  },
  "channel-codes": {
    vi: (d) =>
      `${d.file}, cột ${q(d.header)}, ${where(d, "vi")}: hình thức nộp được ghi bằng số (${q(d.value)}).\n` +
      "  Có hai cách mã hóa: HinhThuc (0 trực tiếp, 1 trực tuyến) và KenhThucHien (1 trực tiếp, 2 trực tuyến, 3 bưu chính).\n" +
      "  Khai báo từng số: --map-value channel:1=online --map-value channel:0=in_person",
    en: (d) =>
      `${d.file}, column ${q(d.header)}, ${where(d, "en")}: the channel is written as a number (${q(d.value)}).\n` +
      "  Two codings are known: HinhThuc (0 in person, 1 online) and KenhThucHien (1 in person, 2 online, 3 postal).\n" +
      "  Say what each means: --map-value channel:1=online --map-value channel:0=in_person",
  },
  "rating-scale": {
    vi: (d) =>
      `${d.file}, cột ${q(d.header)}${d.value === null ? ": đánh giá được ghi bằng số mà không số nào trên 3" : `, ${where(d, "vi")}: đánh giá được ghi bằng số trên 5 (${q(d.value)})`}, nên không rõ thang điểm.\n` +
      "  Nêu mức cao nhất của thang: --rating-scale 10 (hoặc 3, 5, 100), hoặc khai báo từng số: --map-value rating:3=5",
    en: (d) =>
      `${d.file}, column ${q(d.header)}${d.value === null ? ": ratings are numbers and none is above 3" : `, ${where(d, "en")}: a rating is a number above 5 (${q(d.value)})`}; their scale is in doubt.\n` +
      "  Say the scale's highest: --rating-scale 10 (or 3, 5, 100), or what each number means: --map-value rating:3=5",
  },
  "bad-map": {
    vi: (d) => `--map ${q(d.value)}: cần dạng trường="Tiêu đề trong tệp", ví dụ --map channel="Hình thức nộp".`,
    en: (d) => `--map ${q(d.value)}: write field="Header in the file", such as --map channel="Hình thức nộp".`,
  },
  "unknown-field": {
    vi: (d) => `không có trường ${q(d.field)}.${nearestVi(d)}\n  Các trường: ${list(d.fields, 40)}.`,
    en: (d) => `there is no field ${q(d.field)}.${nearestEn(d)}\n  Fields: ${list(d.fields, 40)}.`,
  },
  "unknown-words-field": {
    vi: (d) =>
      `không có trường hay tiêu đề ${q(d.field)}.${nearestVi(d)}\n  Các trường: ${list(d.fields, 40)}.\n  Mọi tiêu đề và từ: kpi words --format csv`,
    en: (d) =>
      `there is no field or header ${q(d.field)}.${nearestEn(d)}\n  Fields: ${list(d.fields, 40)}.\n  All headers and words: kpi words --format csv`,
  },
  "map-without-column": {
    vi: (d) => `--map ${d.field}=${q(d.header)}: không tệp nào có cột này.\n  Các cột: ${list(d.headers, 40)}.`,
    en: (d) => `--map ${d.field}=${q(d.header)}: no file has that column.\n  Columns: ${list(d.headers, 40)}.`,
  },
  "map-twice": {
    vi: (d) =>
      `--map: cột ${q(d.header)} được khai báo cho hai trường (${list(d.fields)}); mỗi cột chỉ dùng cho một trường.`,
    en: (d) =>
      `--map: the column ${q(d.header)} is mapped to two fields (${list(d.fields)}); a column serves one field only.`,
  },
  "contrary-values": {
    vi: (d) => `${contrary(d)} mâu thuẫn với nhau.\n  Chỉ giữ lại một.`,
    en: (d) => `${contrary(d)} contradict each other.\n  Keep one of them.`,
  },
  "different-columns": {
    vi: (d) =>
      `${d.file}: thiếu cột có/không mà tệp khác có; ô trống sẽ bị hiểu là “không”.\n  Chuyển đổi từng tệp một.`,
    en: (d) =>
      `${d.file}: lacks a yes/no column that another log has, and a blank would be read as no.\n  Convert the logs one by one.`,
  },
  "decimal-in-doubt": {
    vi: (d) =>
      `cột "${fieldTitle(String(d.field), "vi")}" có số hiểu được hai cách, như 1.234.\n  Ghi rõ: --decimal comma hoặc --decimal point`,
    en: (d) =>
      `the column ${d.field} has numbers that can be read two ways, such as 1.234.\n  Say which: --decimal comma or --decimal point`,
  },
  "bad-map-value": {
    vi: (d) =>
      `--map-value ${q(d.value)}: cần dạng trường:"Từ trong tệp"=mã, ví dụ --map-value channel:"Kiosk"=in_person.`,
    en: (d) =>
      `--map-value ${q(d.value)}: write field:"Word in the file"=code, such as --map-value channel:"Kiosk"=in_person.`,
  },
  "unknown-code": {
    vi: (d) => `--map-value: ${q(d.code)} không phải là mã của trường ${d.field}.\n  Các mã: ${list(d.codes)}.`,
    en: (d) => `--map-value: ${q(d.code)} is no code of the field ${d.field}.\n  Codes: ${list(d.codes)}.`,
  },
  "bad-date-format": {
    vi: (d) =>
      `--date-format ${q(d.value)}: cần ngày, tháng, năm như dd/MM/yyyy, MM/dd/yyyy hoặc yyyy-MM-dd (có thể kèm trường: received_at=MM/dd/yyyy).`,
    en: (d) =>
      `--date-format ${q(d.value)}: write day, month and year as dd/MM/yyyy, MM/dd/yyyy or yyyy-MM-dd (for one field: received_at=MM/dd/yyyy).`,
  },
  "bad-delimiter": {
    vi: (d) => `--delimiter ${q(d.value)}: cần một ký tự, hoặc "tab".`,
    en: (d) => `--delimiter ${q(d.value)}: give one character, or "tab".`,
  },
  "bad-choice": {
    vi: (d) => `${d.option} ${q(d.value)}: chỉ nhận ${list(d.choices, 40)}.${nearestVi(d)}`,
    en: (d) => `${d.option} ${q(d.value)}: it takes ${list(d.choices, 40)}.${nearestEn(d)}`,
  },
  "bad-number": {
    vi: (d) => `${d.option} ${q(d.value)}: cần số nguyên ${d.least === undefined ? "" : `từ ${d.least} trở lên`}.`,
    en: (d) =>
      `${d.option} ${q(d.value)}: give a whole number${d.least === undefined ? "" : ` of ${d.least} or more`}.`,
  },
  "bad-max-rejects": {
    vi: (d) => `--max-rejects ${q(d.value)}: cần một số hoặc tỷ lệ, ví dụ 100 hoặc 5%.`,
    en: (d) => `--max-rejects ${q(d.value)}: give a number or a share, such as 100 or 5%.`,
  },
  "bad-date": {
    vi: (d) => `${d.option} ${q(d.value)}: cần một ngày có thật, dạng 31/12/2025 hoặc 2025-12-31.`,
    en: (d) => `${d.option} ${q(d.value)}: give a day that exists, as 2025-12-31 or 31/12/2025.`,
  },
  "bad-period": {
    vi: (d) =>
      `--period ${q(d.period)}: dùng 2025, 2025-H1, 2025-H2, 2025-9M, 2025-Q3, 2025-09 (hoặc 9/2025), 2025-09-01..2025-09-30 (hoặc 01/09/2025-30/09/2025) hoặc all.`,
    en: (d) =>
      `--period ${q(d.period)}: use 2025, 2025-H1, 2025-H2, 2025-9M, 2025-Q3, 2025-09 (or 9/2025), 2025-09-01..2025-09-30 (or 01/09/2025-30/09/2025) or all.`,
  },
  "statutory-without-name": {
    vi: (d) =>
      `--statutory chỉ dùng với kỳ có tên: --period 2025-09, 2025-Q3, 2025-H1, 2025-9M hoặc 2025${d.period === "all" ? "" : `; không dùng với ${q(d.period)}`}.`,
    en: (d) =>
      `--statutory goes with a named period: --period 2025-09, 2025-Q3, 2025-H1, 2025-9M or 2025${d.period === "all" ? "" : `; not with ${q(d.period)}`}.`,
  },
  "period-backwards": {
    vi: (d) => `--period ${q(d.period)}: ngày cuối trước ngày đầu.`,
    en: (d) => `--period ${q(d.period)}: the last day is before the first.`,
  },
  "unknown-time-zone": {
    vi: (d) => `--time-zone ${q(d.timeZone)}: không có múi giờ này; ví dụ Asia/Ho_Chi_Minh.`,
    en: (d) => `--time-zone ${q(d.timeZone)}: there is no such zone; an example is Asia/Ho_Chi_Minh.`,
  },
  "unknown-plan": {
    vi: (d) => `không có kế hoạch ${q(d.plan)}.${nearestVi(d)}\n  Các kế hoạch: ${list(d.plans)}.`,
    en: (d) => `there is no plan ${q(d.plan)}.${nearestEn(d)}\n  Plans: ${list(d.plans)}.`,
  },
  "unknown-kpi": {
    vi: (d) => `không có chỉ tiêu ${q(d.kpi)}.${nearestVi(d)}\n  Các chỉ tiêu (mã hoặc tên):${kpiLines(d, "vi")}`,
    en: (d) => `there is no KPI ${q(d.kpi)}.${nearestEn(d)}\n  The KPIs, by id or title:${kpiLines(d, "en")}`,
  },
  "year-without-targets": {
    vi: (d) => `kế hoạch ${d.plan} không có chỉ tiêu cho năm ${q(d.year)}; các năm có chỉ tiêu: ${list(d.years)}.`,
    en: (d) => `the plan ${d.plan} has no targets for ${q(d.year)}; it has targets for ${list(d.years)}.`,
  },
  "no-due-days": {
    vi: (d) =>
      `kế hoạch ${d.plan}: không có nhiệm vụ định kỳ nào đến hạn trong năm đó nên không lập được lịch.\n  Xem các nhiệm vụ: kpi plans duties ${d.plan}`,
    en: (d) =>
      `the plan ${d.plan} has no duty that is due on a day of that year: there is nothing to put in a calendar.\n  To see its duties: kpi plans duties ${d.plan}`,
  },
  "no-cases-in-kpi": {
    vi: (d) => `${d.kpi} không tính từ hồ sơ; không có hồ sơ nào để giải thích.\n  Xem cách tính: kpi explain ${d.kpi}`,
    en: (d) =>
      `${d.kpi} is not worked out of cases: there is none to explain.\n  To see the rule: kpi explain ${d.kpi}`,
  },
  "no-case-ids": {
    vi: (d) => `${d.file}: không có cột mã hồ sơ.\n  Khai báo cột: --map case_id="Mã hồ sơ"`,
    en: (d) => `${d.file}: there is no column of case ids.\n  To map it: --map case_id="Mã hồ sơ"`,
  },
  "kpi-lacks-columns": {
    vi: (d) =>
      `${d.kpi}: tệp không có cột ${(d.lacks as string[]).map((f) => `"${fieldTitle(f, "vi")}"`).join(", ")}.\n  Khai báo cột: ${(d.lacks as string[]).map((f) => `--map ${f}="…"`).join(" ")}`,
    en: (d) =>
      `${d.kpi}: the log has no column ${(d.lacks as string[]).map((f) => `${f} ("${fieldTitle(f, "vi")}")`).join(", ")}.\n  To map it: ${(d.lacks as string[]).map((f) => `--map ${f}="…"`).join(" ")}`,
  },
  "no-such-case": {
    vi: (d) =>
      `không có hồ sơ ${q(d.id)} trong ${list(d.files)}.\n  Kiểm tra mã; dòng bị loại xem bằng: kpi check … --rejects loi.csv${(d.parts as string[]).length === 0 ? "" : `\n  Không tra cứu trong ${list(d.parts)}: tệp tổng hợp không có hồ sơ nào.`}`,
    en: (d) =>
      `there is no case ${q(d.id)} in ${list(d.files)}.\n  Check the id; rows that were rejected: kpi check … --rejects faults.csv${(d.parts as string[]).length === 0 ? "" : `\n  Not looked in: ${list(d.parts)}; a part holds no case.`}`,
  },
  "bad-groups": {
    vi: (d) => `--groups ${q(d.value)}: cần dạng mục=tên nhóm;tên nhóm, ví dụ --groups "III.2=Hộ tịch;Đất đai".`,
    en: (d) => `--groups ${q(d.value)}: write clause=name;name, such as --groups "III.2=Hộ tịch;Đất đai".`,
  },
  "groups-without-clause": {
    vi: (d) =>
      `--groups: kế hoạch không có chỉ tiêu theo nhóm ở mục ${q(d.clause)}.${nearestVi(d)}${(d.clauses as string[]).length === 0 ? "" : `\n  Các mục có chỉ tiêu theo nhóm: ${list(d.clauses)}.`}`,
    en: (d) =>
      `--groups: the plan has no target for groups in clause ${q(d.clause)}.${nearestEn(d)}${(d.clauses as string[]).length === 0 ? "" : `\n  Clauses with such targets: ${list(d.clauses)}.`}`,
  },
  "config-faults": {
    vi: (d) => `cấu hình ${q(d.file)}: ${planFaultLines(d, "vi")}`,
    en: (d) => `the configuration ${q(d.file)}: ${planFaultLines(d, "en")}`,
  },
  "record-faults": {
    vi: (d) =>
      `tệp số liệu đã ghi ${q(d.file)}: ${planFaultLines(d, "vi")}\n  Cần tệp do kpi verify --update (cho --expect) hoặc kpi check --manifest ghi ra.`,
    en: (d) =>
      `the record ${q(d.file)}: ${planFaultLines(d, "en")}\n  Give a file that kpi verify --update (for --expect) or kpi check --manifest has written.`,
  },
  "verify-what": {
    vi: () =>
      "kpi verify cần một trong hai: --expect TỆP (số liệu đã ghi) hoặc --manifest TỆP (kê khai của báo cáo đã lập).",
    en: () =>
      "kpi verify needs one of two: --expect FILE (recorded figures) or --manifest FILE (of a report that was made).",
  },
  "update-without-expect": {
    vi: () => "--update ghi vào tệp của --expect; kê khai được ghi bởi kpi check --manifest.",
    en: () => "--update records into the file of --expect; a manifest is written by kpi check --manifest.",
  },
  "prefer-without-figures": {
    vi: () => "--prefer-stated cần có số liệu báo cáo: thêm --figures TỆP.",
    en: () => "--prefer-stated needs the stated figures: add --figures FILE.",
  },
  "log-grew": {
    vi: (d) =>
      `${q(d.file)} bị ghi vào trong khi đang đọc${bytesChanged(d, "vi")}: việc xuất dữ liệu chưa xong; không tính gì.\n  Chạy lại khi đã xuất xong${d.canGoOn === true ? "; vẫn tính phần đã đọc: --allow-growing" : "."}`,
    en: (d) =>
      `${q(d.file)} was written to while it was read${bytesChanged(d, "en")}: the export is not at its end; nothing was made of it.\n  Run again when it is${d.canGoOn === true ? "; to go on with what was there: --allow-growing" : "."}`,
  },
  "too-many-groups": {
    vi: (d) =>
      `--by ${d.by}: có hơn ${n(d.most, "vi")} tên khác nhau; có lẽ cột được khai báo không phải là cột này.\n  Xem cột nào được đọc: kpi inspect; khai báo cột khác: --map ${d.by}="…"`,
    en: (d) =>
      `--by ${d.by}: there are more than ${n(d.most, "en")} different names; the column may be another than its header says.\n  To see which is read: kpi inspect; to map another: --map ${d.by}="…"`,
  },
  "workbook-too-large": {
    vi: (d) =>
      `${q(d.file)} khi giải nén lớn hơn ${n(d.most, "vi")} GB: không thể là một trang tính hồ sơ.\n  Lưu lại dưới dạng CSV UTF-8.`,
    en: (d) =>
      `${q(d.file)} holds more than ${n(d.most, "en")} GB when unpacked: that is no sheet of cases.\n  Save it as CSV UTF-8.`,
  },
  locked: {
    vi: (d) =>
      `${q(d.file)} đang được một lần chạy khác ghi.\n  Đợi lần chạy đó xong; nếu không còn lần chạy nào, xóa tệp ${q(d.lock)}.`,
    en: (d) =>
      `${q(d.file)} is being written by another run.\n  Wait for its end; if there is none, remove the file ${q(d.lock)}.`,
  },
  "config-there": {
    vi: (d) => `${q(d.file)} đã có; không ghi gì.\n  Chọn tên khác cho --write-config, hoặc xóa tệp cũ.`,
    en: (d) =>
      `${q(d.file)} is there already; nothing was written.\n  Choose another name for --write-config, or remove it.`,
  },
  "empty-yaml": {
    vi: (d) => `tệp ${q(d.file)} không có nội dung.\n  Ghi nội dung vào tệp, hoặc bỏ tùy chọn nêu tệp này.`,
    en: (d) => `the file ${q(d.file)} is empty.\n  Write what it is to say, or leave out the option that names it.`,
  },
  "yaml-not-utf-8": {
    vi: (d) => `${q(d.file)}: không phải là văn bản UTF-8.\n  Lưu lại dưới dạng UTF-8.`,
    en: (d) => `${q(d.file)} is no text in UTF-8.\n  Save it as UTF-8.`,
  },
  "option-twice": {
    vi: (d) => `tùy chọn ${d.option} chỉ được ghi một lần.`,
    en: (d) => `the option ${d.option} can be given once only.`,
  },
  "plan-faults": {
    vi: (d) => `kế hoạch ${q(d.file)}: ${planFaultLines(d, "vi")}`,
    en: (d) => `the plan ${q(d.file)}: ${planFaultLines(d, "en")}`,
  },
  "year-outside-calendar": {
    vi: (d) =>
      `lịch làm việc không có năm ${q(d.year)}; các năm có trong lịch: ${list(d.years)}.\n  Thêm ngày nghỉ của năm khác: --calendar TỆP`,
    en: (d) =>
      `the working calendar does not cover ${q(d.year)}; it covers ${list(d.years)}.\n  To add a year's holidays: --calendar FILE`,
  },
  "bad-out": {
    vi: (d) =>
      `--out ${q(d.value)}: cần dạng định_dạng=tệp, ví dụ --out json=bao-cao.json (tệp “-” là màn hình). Định dạng: ${list(d.formats)}.`,
    en: (d) =>
      `--out ${q(d.value)}: write format=file, such as --out json=report.json (the file - is standard output). Formats: ${list(d.formats)}.`,
  },
  "binary-output": {
    vi: (d) =>
      `--out ${d.format}=-: màn hình không hiện được tệp này.\n  Ghi ra tệp: --out ${d.format}=bao-cao.${d.format}`,
    en: (d) =>
      `--out ${d.format}=-: no terminal can show this file.\n  Write it to one: --out ${d.format}=report.${d.format}`,
  },
  "report-period": {
    vi: (d) =>
      `${(d.given as string[]).length === 0 ? "Chưa rõ kỳ báo cáo" : `Chỉ chọn một kỳ báo cáo, không phải ${(d.given as string[]).join(" và ")}`}.\n  Chọn một: --month 2025-09, --quarter 2025-Q3, --half 2025-H1, --nine-months 2025, --year-to-date 2025-09`,
    en: (d) =>
      `${(d.given as string[]).length === 0 ? "Which period is the report of" : `A report is of one period, not of ${(d.given as string[]).join(" and ")}`}?\n  One of: --month 2025-09, --quarter 2025-Q3, --half 2025-H1, --nine-months 2025, --year-to-date 2025-09`,
  },
  "bad-report-period": {
    vi: (d) => `${d.option} ${q(d.value)}: không phải kỳ báo cáo.\n  Viết như: ${periodExamples[String(d.option)]}`,
    en: (d) => `${d.option} ${q(d.value)}: no such period.\n  Write it as: ${periodExamples[String(d.option)]}`,
  },
  "bad-portal": {
    vi: (d) =>
      `${d.file}: không phải câu trả lời đã lưu của trang thống kê (JSON, có ${(d.members as string[]).join("; hoặc ")}).\n  Lưu lại từ trang thống kê của Cổng Dịch vụ công quốc gia; xem docs/index.md.`,
    en: (d) =>
      `${d.file}: not a saved answer of the portal's statistics (JSON with ${(d.members as string[]).join("; or ")}).\n  Save it again from the portal's statistics; see docs/index.md.`,
  },
  "no-form": {
    vi: (d) =>
      `${d.file}: không thấy biểu II.06a/VPCP/KSTT hoặc 07a/BTP (dòng tiêu đề có STT, các cột tiếp nhận, đã giải quyết, đang giải quyết).\n  Chọn trang tính khác: --sheet TÊN`,
    en: (d) =>
      `${d.file}: no form II.06a/VPCP/KSTT or 07a/BTP (a head with STT, columns of what was received, resolved and is open).\n  Choose another sheet: --sheet NAME`,
  },
  "forms-differ": {
    vi: (d) => `${d.file} là biểu ${d.form}, ${d.other} là biểu ${d.otherForm}.\n  Cộng từng loại biểu riêng.`,
    en: (d) => `${d.file} is form ${d.form}, ${d.other} is form ${d.otherForm}.\n  Add up one kind at a time.`,
  },
  "period-without-cases": {
    vi: () => "Kỳ báo cáo chỉ dùng khi so với danh sách hồ sơ.\n  Thêm --cases TỆP, hoặc bỏ kỳ.",
    en: () => "A period is for holding the forms against logs.\n  Add --cases FILE, or leave the period out.",
  },
  "form-lacks": {
    vi: (d) =>
      `${d.file}: danh sách hồ sơ không có cột ngày tiếp nhận hoặc ngày kết thúc xử lý nên không lập được biểu.\n  Xem kpi inspect.`,
    en: (d) =>
      `${d.file}: the log has no column for the receipt, or none for the end, of a case: the form cannot be made of it.\n  See kpi inspect.`,
  },
  "score-period": {
    vi: () =>
      "Tính điểm của kỳ nào?\n  Nêu một kỳ: --month 2026-09, --quarter 2026-Q3, hoặc cả năm --year 2026 (nếu nêu thêm --year thì phải là năm của kỳ)",
    en: () =>
      "Which period is the score of?\n  One of: --month 2026-09, --quarter 2026-Q3, or the whole year --year 2026 (beside a month or quarter, --year must be its year)",
  },
  "unit-without-portal": {
    vi: () => "--unit chọn một cơ quan trong tệp của Cổng.\n  Nêu cả tệp đó: --portal cong.json",
    en: () => "--unit chooses an office of the portal's file.\n  Give that too: --portal portal.json",
  },
  "bad-portal-number": {
    vi: (d) =>
      `${d.file}: ${q(d.member)} không phải ${d.of === "cases" ? "số hồ sơ" : "số điểm từ 0 đến 100"}.\n  Lưu lại tệp từ trang của Cổng.`,
    en: (d) =>
      `${d.file}: ${q(d.member)} is no number of ${d.of === "cases" ? "cases" : "points from 0 to 100"}.\n  Save the file again from the portal.`,
  },
  "portal-twice": {
    vi: (d) => `${d.file} và ${d.other} là cùng một loại câu trả lời của Cổng.\n  Chỉ nêu một tệp mỗi loại.`,
    en: (d) => `${d.file} and ${d.other} are the same kind of answer of the portal.\n  Give one file of a kind.`,
  },
  "portal-unit": {
    vi: (d) =>
      `${d.file}: ${d.unit === null ? `có ${n(d.count, "vi")} cơ quan` : d.count === 0 ? `không có cơ quan ${q(d.unit)}` : `có ${n(d.count, "vi")} cơ quan tên ${q(d.unit)}`}.\n  Chọn một: --unit "TÊN" (${(d.names as string[]).map((name) => q(name)).join(", ")}${d.more === true ? ", …" : ""})`,
    en: (d) =>
      `${d.file}: ${d.unit === null ? `${n(d.count, "en")} offices` : d.count === 0 ? `no office ${q(d.unit)}` : `${n(d.count, "en")} offices called ${q(d.unit)}`}.\n  Choose one: --unit "NAME" (${(d.names as string[]).map((name) => q(name)).join(", ")}${d.more === true ? ", …" : ""})`,
  },
  "not-csv": {
    vi: (d) =>
      `${d.option} ${q(d.file)}: tệp ghi ra là CSV, không mở được dưới tên này.\n  Đặt tên kết thúc bằng .csv; Excel mở được tệp CSV này.`,
    en: (d) =>
      `${d.option} ${q(d.file)}: what is written is CSV, which does not open under that name.\n  Give it a name that ends in .csv; Excel opens that.`,
  },
  "file-twice": {
    vi: (d) =>
      `${q(d.file)} và ${q(d.other)} là cùng một tệp; hồ sơ sẽ bị tính hai lần.\n  Chỉ ghi tệp một lần${d.file === d.other ? "" : " (mẫu tên có thể đã gồm tệp này)"}.`,
    en: (d) =>
      `${q(d.file)} and ${q(d.other)} are one file: its cases would count twice.\n  Name it once${d.file === d.other ? "" : " (a pattern may already have it)"}.`,
  },
  "part-name": {
    vi: (d) => `--out ${q(d.file)}: tệp tổng hợp phải có tên kết thúc bằng .kpi.json.`,
    en: (d) => `--out ${q(d.file)}: the name of a part ends in .kpi.json.`,
  },
  "part-compressed": {
    vi: (d) => `${d.file}: đây là tệp tổng hợp đã nén.\n  Giải nén rồi chạy lại: gunzip ${q(d.file)}`,
    en: (d) => `${d.file}: this is a part that was compressed.\n  Unpack it and run again: gunzip ${q(d.file)}`,
  },
  "part-not-log": {
    vi: (d) =>
      `${d.file}: đây là tệp tổng hợp, không có hồ sơ nào.\n  Lệnh này cần danh sách hồ sơ; tệp tổng hợp dùng cho kpi check và kpi report.`,
    en: (d) =>
      `${d.file}: a part holds sums, and no case.\n  This command needs a log; parts are for kpi check and kpi report.`,
  },
  "part-not-input": {
    vi: (d) => `${d.option}: ${q(d.file)} là tệp tổng hợp của kpi tally, không phải tệp cho tùy chọn này.`,
    en: (d) => `${d.option}: ${q(d.file)} is a part of kpi tally, and not what this option reads.`,
  },
  "part-without-cases": {
    vi: (d) =>
      `${d.option}: tệp tổng hợp không có hồ sơ nào để nêu.\n  Chạy trên danh sách hồ sơ, hoặc bỏ tùy chọn này.`,
    en: (d) => `${d.option}: parts hold no case that could be told.\n  Run it on the logs, or leave the option out.`,
  },
  "list-without-ids": {
    vi: () =>
      "--list-cases: cần cột mã hồ sơ ở cả hai tệp (tệp tổng hợp không có).\n  Khai báo cột: --map case_id=…, hoặc bỏ tùy chọn này.",
    en: () =>
      "--list-cases needs a column of case ids in both exports (parts have none).\n  Map it: --map case_id=…, or leave the option out.",
  },
  "part-missing": {
    vi: (d) =>
      `Thiếu tệp tổng hợp: ${list(d.files)}. Chưa đánh giá gì.\n  Bổ sung tệp, hoặc chấp nhận thiếu: --allow-missing-parts`,
    en: (d) =>
      `Parts are missing: ${list(d.files)}. Nothing is judged.\n  Supply them, or go on without: --allow-missing-parts`,
  },
  "part-not-json": {
    vi: (d) =>
      `${d.file}: không phải tệp tổng hợp của kpi tally, hoặc bị cắt giữa chừng (không đọc được JSON).\n  Lập lại bằng kpi tally.`,
    en: (d) => `${d.file}: not a part of kpi tally, or cut off (it is no JSON).\n  Make it again with kpi tally.`,
  },
  "part-version": {
    vi: (d) =>
      `${d.file}: ${d.schema === null ? "không phải tệp tổng hợp của kpi tally" : `dạng ${q(d.schema)}, chương trình này đọc dạng "kpi-tally/1"`}.\n  Lập lại bằng kpi tally của cùng phiên bản.`,
    en: (d) =>
      `${d.file}: ${d.schema === null ? "not a part of kpi tally" : `it is of the form ${q(d.schema)}, and this program reads "kpi-tally/1"`}.\n  Make it again with kpi tally of the same version.`,
  },
  "part-form": {
    vi: (d) => `${d.file}: ${q(d.path)} không đúng dạng tệp tổng hợp (kpi schema tally).\n  Lập lại bằng kpi tally.`,
    en: (d) => `${d.file}: ${q(d.path)} is not as a part has it (kpi schema tally).\n  Make it again with kpi tally.`,
  },
  "part-damaged": {
    vi: (d) => `${d.file}: nội dung đã bị thay đổi hoặc hỏng sau khi lập.\n  Lập lại bằng kpi tally và gửi nguyên tệp.`,
    en: (d) =>
      `${d.file}: its content was changed or damaged after it was made.\n  Make it again with kpi tally, and send the file as it is.`,
  },
  "part-unbalanced": {
    vi: (d) =>
      `${d.file}: đối soát của ${q(d.log)} không cân: đã đọc ${n(d.read, "vi")}, đưa vào tính ${n(d.counted, "vi")} (đếm được ${n(d.seen, "vi")}), trùng ${n(d.duplicates, "vi")}, bị loại ${n(d.rejected, "vi")}. Tệp đã bị sửa.\n  Lập lại bằng kpi tally.`,
    en: (d) =>
      `${d.file}: the ledger of ${q(d.log)} does not balance: read ${n(d.read, "en")}, counted ${n(d.counted, "en")} (its half-months have ${n(d.seen, "en")}), duplicates ${n(d.duplicates, "en")}, rejected ${n(d.rejected, "en")}. It was changed after it was made.\n  Make it again with kpi tally.`,
  },
  "part-uneven": {
    vi: (d) =>
      `${d.file}: ${d.from}, ${d.kpi}: tổng các nhóm ${d.by} là ${n(d.sum, "vi")}, khác tổng số ${n(d.total, "vi")}. Tệp đã bị sửa.\n  Lập lại bằng kpi tally.`,
    en: (d) =>
      `${d.file}: ${d.from}, ${d.kpi}: the groups by ${d.by} have ${n(d.sum, "en")} cases, the total ${n(d.total, "en")}. It was changed after it was made.\n  Make it again with kpi tally.`,
  },
  "part-twice": {
    vi: (d) => `${d.file} và ${d.other}: cùng tổng hợp tệp ${q(d.log)}; hồ sơ sẽ bị tính hai lần.\n  Bỏ một trong hai.`,
    en: (d) =>
      `${d.file} and ${d.other} both tally the log ${q(d.log)}: its cases would count twice.\n  Leave one of them out.`,
  },
  "parts-differ": {
    vi: (d) =>
      `${d.file} và ${d.other} được lập khác nhau (${d.key}): ${q(d.value)} và ${q(d.otherValue)}.\n  Lập lại với cùng tùy chọn, cùng các cột.`,
    en: (d) =>
      `${d.file} and ${d.other} were not made alike (${d.key}): ${q(d.value)} and ${q(d.otherValue)}.\n  Tally them again with the same options and columns.`,
  },
  "part-other-rule": {
    vi: (d) =>
      d.has === true
        ? `${d.file}: chỉ tiêu ${q(d.kpi)} được tổng hợp theo quy tắc khác với kế hoạch này.\n  Làm lại tệp: kpi tally … --plan KẾ-HOẠCH`
        : `${d.file}: chưa tổng hợp chỉ tiêu ${q(d.kpi)} của kế hoạch.\n  Làm lại tệp: kpi tally … --plan KẾ-HOẠCH`,
    en: (d) =>
      d.has === true
        ? `${d.file}: the KPI ${q(d.kpi)} was tallied by another rule than the plan's.\n  Make the part again: kpi tally … --plan PLAN`
        : `${d.file}: the plan's KPI ${q(d.kpi)} was not tallied.\n  Make the part again: kpi tally … --plan PLAN`,
  },
  "part-other": {
    vi: (d) =>
      `${d.file}: được lập với ${d.key} ${q(d.value)}, còn lần chạy này là ${q(d.otherValue)}.\n  Dùng cùng tùy chọn, hoặc lập lại bằng kpi tally.`,
    en: (d) =>
      `${d.file}: it was made with ${d.key} ${q(d.value)}, and this run has ${q(d.otherValue)}.\n  Use the same option, or tally the log again.`,
  },
  "part-without-groups": {
    vi: (d) => `${d.file}: không tổng hợp theo ${d.by}.\n  Lập lại: kpi tally … --by ${d.by}`,
    en: (d) => `${d.file}: it was not tallied by ${d.by}.\n  Make it again: kpi tally … --by ${d.by}`,
  },
  "part-period": {
    vi: (d) =>
      `--period ${q(d.period)}: tệp tổng hợp giữ số liệu theo nửa tháng (từ ngày 1 và ngày 15).\n  Chọn kỳ bắt đầu ngày 1 hoặc 15, kết thúc ngày 14 hoặc cuối tháng.`,
    en: (d) =>
      `--period ${q(d.period)}: parts keep half-months (from the 1st and the 15th).\n  Choose a period from the 1st or 15th to the 14th or the last of a month.`,
  },
  "parts-overlap": {
    vi: (d) =>
      `Hồ sơ được báo cáo hai lần: ${overlaps(d, "vi")}. Chưa đánh giá gì.\n  Bỏ hồ sơ trùng ở một bên, hoặc vẫn tính: --on-overlap warn`,
    en: (d) =>
      `Cases were reported twice: ${overlaps(d, "en")}. Nothing is judged.\n  Take them out of one, or go on: --on-overlap warn`,
  },
  "overlap-unchecked": {
    vi: (d) =>
      `--on-overlap fail: không kiểm tra được hồ sơ báo cáo hai lần: ${uncheckedText(d, "vi")}. Chưa đánh giá gì.\n  Lập lại mọi tệp: kpi tally … --case-hashes --key-file KHÓA (cùng một khóa), hoặc vẫn tính: --on-overlap warn`,
    en: (d) =>
      `--on-overlap fail: whether cases were reported twice cannot be checked: ${uncheckedText(d, "en")}. Nothing is judged.\n  Make all of them anew: kpi tally … --case-hashes --key-file KEY (one key for all), or go on: --on-overlap warn`,
  },
  "part-is-read": {
    vi: (d) =>
      `${list(d.options)}: tùy chọn nói cách đọc danh sách hồ sơ; ở đây chỉ có tệp tổng hợp, đã đọc từ trước.\n  Dùng tùy chọn khi lập tệp (kpi tally), hoặc bỏ đi.`,
    en: (d) =>
      `${list(d.options)}: this says how a log is read; here are parts alone, which were read when they were made.\n  Give it to kpi tally where the part is made, or leave it out.`,
  },
  "key-and-hashes": {
    vi: () => "--case-hashes và --key-file đi cùng nhau: mã băm của hồ sơ cần một khóa, do nơi tổng hợp cấp.",
    en: () => "--case-hashes and --key-file go together: hashes of case ids need a key, given out by whoever merges.",
  },
  "key-too-short": {
    vi: (d) => `${d.file}: khóa phải có ít nhất ${n(d.least, "vi")} byte.\n  Tạo khóa: openssl rand -out khoa.bin 32`,
    en: (d) => `${d.file}: a key has at least ${n(d.least, "en")} bytes.\n  To make one: openssl rand -out key.bin 32`,
  },
  "headers-differ": {
    vi: (d) =>
      `--rejects-raw: ${d.file} và ${d.other} có dòng tiêu đề khác nhau nên không ghi chung một tệp được.\n  Chạy riêng từng tệp.`,
    en: (d) =>
      `--rejects-raw: the headers of ${d.file} and ${d.other} differ, so that their rows do not fit in one file.\n  Run them one by one.`,
  },
  "same-output": {
    vi: (d) => `${q(d.file)}: hai kết quả cùng ghi vào đây, hoặc đây là tệp đang đọc.\n  Chọn tên tệp khác.`,
    en: (d) => `${q(d.file)}: two outputs would go there, or it is a file that is being read.\n  Choose another name.`,
  },
  "table-not-utf-8": {
    vi: (d) => `${d.file}, dòng ${n(d.line, "vi")}: byte không đúng UTF-8.\n  Trong Excel: Lưu dưới dạng “CSV UTF-8”.`,
    en: (d) => `${d.file}, line ${n(d.line, "en")}: bytes that are not UTF-8.\n  In Excel: save as “CSV UTF-8”.`,
  },
  "table-columns": {
    vi: (d) =>
      `${d.file}${onSheet(d, "vi")}: không tìm thấy cột ${wantedColumns(d)} trong 30 dòng đầu.\n  ${renameColumns(d, "vi")}${otherSheets(d, "vi", "")}`,
    en: (d) =>
      `${d.file}${onSheet(d, "en")}: no column ${wantedColumns(d)} was found among the first 30 rows.\n  ${renameColumns(d, "en")}${otherSheets(d, "en", "")}`,
  },
  "table-delimiter": {
    vi: (d) =>
      `${d.file}: có thể phân cách bằng ${(d.delimiters as string[]).map(q).join(" hoặc ")}.\n  Ghi rõ ở dòng đầu của tệp: sep=${(d.delimiters as string[])[0]}`,
    en: (d) =>
      `${d.file}: the delimiter may be ${(d.delimiters as string[]).map(q).join(" or ")}.\n  Say which in the file's first line: sep=${(d.delimiters as string[])[0]}`,
  },
  "two-headers": {
    vi: (d) =>
      `${d.file}, ${where(d, "vi")}: hai cột cùng nghĩa: ${(d.headers as string[]).map(q).join(" và ")} (cột ${(d.positions as (number | string)[]).join(" và ")}).\n  Đổi tên hoặc xóa một cột.`,
    en: (d) =>
      `${d.file}, ${where(d, "en")}: two columns mean the same: ${(d.headers as string[]).map(q).join(" and ")} (columns ${(d.positions as (number | string)[]).join(" and ")}).\n  Rename or remove one of them.`,
  },
  "table-no-rows": {
    vi: (d) => `tệp ${q(d.file)}${onSheet(d, "vi")} chỉ có dòng tiêu đề.${otherSheets(d, "vi", "")}`,
    en: (d) => `the file ${q(d.file)}${onSheet(d, "en")} has a header row and no other.${otherSheets(d, "en", "")}`,
  },
  "table-is-case-log": {
    vi: (d) =>
      `${d.option} ${q(d.file)}: tệp này có vẻ là danh sách hồ sơ, không phải ${tablesMeant[String(d.option)]?.vi}.\n  Danh sách hồ sơ ghi ngay sau tên lệnh, không cần tùy chọn; cho tùy chọn này, chọn tệp khác.`,
    en: (d) =>
      `${d.option} ${q(d.file)}: it looks like a case log, and not like ${tablesMeant[String(d.option)]?.en}.\n  A case log stands behind the command, without an option; give this option another file.`,
  },
  "table-faults": {
    vi: (d) => `${q(d.file)}: ${faultLines(d, "vi")}`,
    en: (d) => `${q(d.file)}: ${faultLines(d, "en")}`,
  },
  "stdin-twice": {
    vi: () => "“-” (đầu vào chuẩn) chỉ được dùng một lần.",
    en: () => "- (standard input) can be read only once.",
  },
} as const satisfies Record<string, Message>;

export type ErrorCode = keyof typeof errorMessages;

/** The sentence of an error. */
export function sentenceOfError(code: string, data: Data, language: Language): string {
  const message = (errorMessages as Record<string, Message>)[code];
  if (message === undefined) throw new Error(`no message for the error ${code}`);
  return message[language](Object.fromEntries(Object.entries(data).map(([key, value]) => [key, named(key, value)])));
}

/** Names of files are as whoever made them wrote them: some would act on a terminal. */
function named(key: string, value: unknown): unknown {
  if (key !== "file" && key !== "other" && key !== "files") return value;
  return Array.isArray(value) ? value.map((one) => named(key, one)) : typeof value === "string" ? clean(value) : value;
}
