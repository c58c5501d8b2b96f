/**
 * What the program says, in both languages. Whatever is thrown or noted elsewhere is a code with its data; here it
 * becomes a sentence that says what is wrong, where, and what to do. A sentence missing in one language does not
 * compile.
 */
export type Language = "vi" | "en";

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

// Numbers and dates. No Intl: the same bytes whatever the machine's ICU.

/** 12.480 in Vietnamese, 12,480 in English. */
export function whole(value: number | bigint, language: Language): string {
  const digits = String(value).replace(/^-/, "");
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, language === "vi" ? "." : ",");
  return (String(value).startsWith("-") ? "−" : "") + grouped;
}

/** A fraction rounded half away from zero to so many decimals, exactly. */
export function decimal(num: bigint, den: bigint, places: number, language: Language): string {
  const scale = 10n ** BigInt(places);
  const size = num < 0n ? -num : num;
  const rounded = (2n * size * scale + den) / (2n * den);
  const digits = String(rounded % scale).padStart(places, "0");
  const sign = num < 0n && rounded > 0n ? "−" : "";
  const units = whole(rounded / scale, language);
  return sign + (places === 0 ? units : `${units}${language === "vi" ? "," : "."}${digits}`);
}

/** A double as text, for figures that are told and never judged. */
export function about(value: number, places: number, language: Language): string {
  const scaled = BigInt(Math.round(value * 10 ** places));
  return decimal(scaled, 10n ** BigInt(places), places, language);
}

/**
 * A value rounded to the nearest tenth, or with as many more decimals as it takes to stand on the same side of the
 * target as the value itself: 89.97 against 90 is 89.97, not 90.0. A whole number has no decimals.
 */
export function beside(num: bigint, den: bigint, limit: number | null, language: Language): string {
  if (num % den === 0n) return decimal(num, den, 0, language);
  if (limit === null) return decimal(num, den, 1, language);
  const [wholePart, fraction = ""] = String(limit).split(".");
  const limitScale = 10n ** BigInt(fraction.length);
  const limitNum = BigInt(wholePart + fraction);
  const side = num * limitScale - limitNum * den > 0n;
  const isOn = num * limitScale === limitNum * den;
  for (let places = 1; places < 15; places++) {
    const scale = 10n ** BigInt(places);
    const size = num < 0n ? -num : num;
    const rounded = ((2n * size * scale + den) / (2n * den)) * (num < 0n ? -1n : 1n);
    const difference = rounded * limitScale - limitNum * scale;
    if (isOn ? difference === 0n : difference !== 0n && difference > 0n === side)
      return decimal(num, den, places, language);
  }
  return decimal(num, den, 15, language);
}

const englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 2025-09-30 as 30/9/2025 (a zero before days under 10 and January and February, as the State writes), 30 Sep 2025. */
export function date(iso: string, language: Language): string {
  const [year, month, day] = iso.split("-").map(Number);
  if (language === "en") return `${day} ${englishMonths[month - 1]} ${year}`;
  return `${String(day).padStart(2, "0")}/${month < 3 ? `0${month}` : month}/${year}`;
}

/** A share of time: seconds as minutes, hours or days, whichever reads best. */
export function duration(seconds: number, language: Language): string {
  const [size, places, vi, en] =
    seconds < 3600
      ? [60, 1, "phút", "min"]
      : seconds < 86_400
        ? [3600, 1, "giờ", "hours"]
        : [86_400, 2, "ngày", "days"];
  return `${about(seconds / (size as number), places as number, language)} ${language === "vi" ? vi : en}`;
}

/** 143 seconds as 2 phút 23 giây. */
function minutes(seconds: number, language: Language): string {
  const whole = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const [minute, second] = language === "vi" ? ["phút", "giây"] : ["min", "s"];
  return [...(whole > 0 ? [`${whole} ${minute}`] : []), ...(rest > 0 || whole === 0 ? [`${rest} ${second}`] : [])].join(
    " ",
  );
}

/** A unit behind a number. */
export function withUnit(number: string, unit: string, language: Language): string {
  switch (unit) {
    case "percent":
      return language === "vi" ? `${number}%` : `${number} %`;
    case "minutes":
      return language === "vi" ? `${number} phút` : `${number} min`;
    case "cases":
      return language === "vi" ? `${number} hồ sơ` : `${number} cases`;
    default:
      return number;
  }
}

/** Removes what could steer a terminal or a reader's eye: control and direction characters. */
export function clean(text: string): string {
  return text.replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu, " ").trim();
}

/** A name put between quotation marks. */
function q(value: unknown): string {
  return `"${clean(String(value))}"`;
}

function list(values: unknown, most = 20): string {
  const all = values as readonly unknown[];
  const shown = all.slice(0, most).map((value) => clean(String(value)));
  return shown.join(", ") + (all.length > most ? ", …" : "");
}

type Data = Readonly<Record<string, unknown>>;
type Message = { readonly vi: (d: Data) => string; readonly en: (d: Data) => string };

function nearestVi(d: Data): string {
  return d.nearest ? ` Có phải ${d.nearest}?` : "";
}
function nearestEn(d: Data): string {
  return d.nearest ? ` Did you mean ${d.nearest}?` : "";
}

/** Why the system would not, in words where the code is a common one. */
function systemReason(code: unknown, language: Language): string {
  const known: Readonly<Record<string, Bilingual>> = {
    ENOENT: { vi: "thư mục chưa có", en: "its folder does not exist" },
    EACCES: { vi: "không có quyền ghi", en: "no permission" },
    EPERM: { vi: "không có quyền ghi", en: "no permission" },
    EROFS: { vi: "ổ đĩa chỉ đọc", en: "a read-only disk" },
    ENOSPC: { vi: "ổ đĩa đầy", en: "the disk is full" },
    EISDIR: { vi: "là thư mục", en: "it is a folder" },
  };
  return known[String(code)]?.[language] ?? String(code);
}

/** Options that would map the nearest headers; an example where none is near. */
function mapsOf(nearest: readonly string[]): string {
  return nearest.length > 0 ? nearest.map((map) => `--map ${map}`).join(" ") : '--map channel="Hình thức nộp"';
}

const n = (value: unknown, language: Language) => whole(value as number, language);

/** What the user can mend. */
export const errorMessages = {
  usage: { vi: (d) => `${d.detail}`, en: (d) => `${d.detail}` },
  "unknown-option": {
    vi: (d) => `không có tùy chọn ${d.option}.${nearestVi(d)}\n  Xem: kpi ${d.command} --help`,
    en: (d) => `there is no option ${d.option}.${nearestEn(d)}\n  See: kpi ${d.command} --help`,
  },
  "unknown-command": {
    vi: (d) => `không có lệnh ${q(d.name)}.${nearestVi(d)}\n  Xem: kpi --help`,
    en: (d) => `there is no command ${q(d.name)}.${nearestEn(d)}\n  See: kpi --help`,
  },
  "missing-argument": {
    vi: (d) => `thiếu tham số <${d.argument}>.\n  Xem: kpi ${d.command} --help`,
    en: (d) => `the argument <${d.argument}> is missing.\n  See: kpi ${d.command} --help`,
  },
  "missing-value": {
    vi: (d) => `tùy chọn ${d.option} cần một giá trị.\n  Xem: kpi ${d.command} --help`,
    en: (d) => `the option ${d.option} needs a value.\n  See: kpi ${d.command} --help`,
  },
  "missing-option": {
    vi: (d) => `thiếu tùy chọn bắt buộc ${d.option}.\n  Xem: kpi ${d.command} --help`,
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
    vi: (d) => `không đọc được tệp ${q(d.file)} (${d.reason}).\n  Kiểm tra quyền truy cập.`,
    en: (d) => `the file ${q(d.file)} cannot be read (${d.reason}).\n  Check that you may read it.`,
  },
  "cannot-write": {
    vi: (d) => `không ghi được tệp ${q(d.file)} (${systemReason(d.reason, "vi")}); không có gì được ghi.`,
    en: (d) => `the file ${q(d.file)} cannot be written (${systemReason(d.reason, "en")}); nothing was written.`,
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
    vi: (d) => `tệp ${q(d.file)} chỉ có dòng tiêu đề, không có hồ sơ nào.`,
    en: (d) => `the file ${q(d.file)} has a header row but no case.`,
  },
  "binary-file": {
    vi: (d) => `tệp ${q(d.file)} không phải là văn bản (có byte NUL).\n  Xuất dữ liệu dưới dạng CSV UTF-8.`,
    en: (d) => `the file ${q(d.file)} is no text (it has NUL bytes).\n  Export the log as CSV in UTF-8.`,
  },
  "utf-16": {
    vi: (d) =>
      `tệp ${q(d.file)} dùng bảng mã UTF-16; phiên bản này chỉ đọc UTF-8.\n  Trong Excel: Lưu dưới dạng “CSV UTF-8”.`,
    en: (d) => `the file ${q(d.file)} is in UTF-16; this version reads UTF-8 only.\n  In Excel: save as “CSV UTF-8”.`,
  },
  workbook: {
    vi: (d) =>
      `tệp ${q(d.file)} là bảng tính Excel hoặc tệp nén; phiên bản này chỉ đọc CSV.\n  Trong Excel: Lưu dưới dạng “CSV UTF-8”.`,
    en: (d) =>
      `the file ${q(d.file)} is a workbook or an archive; this version reads CSV only.\n  In Excel: save as “CSV UTF-8”.`,
  },
  gzip: {
    vi: (d) =>
      `tệp ${q(d.file)} được nén gzip; phiên bản này chỉ đọc tệp chưa nén.\n  Giải nén trước: gzip -dc … | kpi check - …`,
    en: (d) =>
      `the file ${q(d.file)} is gzip; this version reads plain files only.\n  Unpack it first: gzip -dc … | kpi check - …`,
  },
  "no-columns": {
    vi: (d) =>
      `${d.file}: không tìm thấy dòng tiêu đề: trong 30 dòng đầu không có dòng nào có ít nhất hai cột đã biết.\n` +
      ((d.found as string[]).length > 0 ? `  Các cột tìm thấy: ${list(d.found)}.\n` : "") +
      ((d.found as string[]).length === 0 ? "  Tệp cần có dòng tiêu đề ghi tên các cột.\n" : "") +
      `  Khai báo cột: ${mapsOf(d.nearest as string[])}`,
    en: (d) =>
      `${d.file}: no header row was found: no row among the first 30 has two known columns.\n` +
      ((d.found as string[]).length > 0 ? `  Columns found: ${list(d.found)}.\n` : "") +
      ((d.found as string[]).length === 0 ? "  The log needs a row that names its columns.\n" : "") +
      `  To map a column: ${mapsOf(d.nearest as string[])}`,
  },
  "delimiter-in-doubt": {
    vi: (d) =>
      `${d.file}: có thể phân cách bằng ${(d.delimiters as string[]).map(q).join(" hoặc ")}.\n  Ghi rõ: --delimiter "${(d.delimiters as string[])[0]}"`,
    en: (d) =>
      `${d.file}: the delimiter may be ${(d.delimiters as string[]).map(q).join(" or ")}.\n  Say which: --delimiter "${(d.delimiters as string[])[0]}"`,
  },
  "same-header": {
    vi: (d) =>
      `${d.file}, dòng ${d.line}: tiêu đề ${q(d.header)} xuất hiện ở cột ${(d.positions as number[]).join(" và ")}.\n  Đổi tên hoặc xóa một cột.`,
    en: (d) =>
      `${d.file}, line ${d.line}: the header ${q(d.header)} stands in columns ${(d.positions as number[]).join(" and ")}.\n  Rename or remove one of them.`,
  },
  "unit-missing": {
    vi: (d) =>
      `${d.file}, cột ${q(d.header)}: không rõ đơn vị thời gian.\n  Khai báo kèm đơn vị: --map ${d.field}_hours="${clean(String(d.header))}" (hoặc _minutes, _days)`,
    en: (d) =>
      `${d.file}, column ${q(d.header)}: the unit of time is not known.\n  Map it with its unit: --map ${d.field}_hours="${clean(String(d.header))}" (or _minutes, _days)`,
  },
  "month-first": {
    vi: (d) =>
      `${d.file}, cột ${q(d.header)}: ngày tháng được ghi theo thứ tự tháng/ngày.\n` +
      `  ${d.value === "" ? "" : `Dòng ${n(d.line, "vi")}: ${clean(String(d.value))} không có tháng ${String(d.value).split(/[/.-]/)[1]}; `}${n(d.monthFirst, "vi")} giá trị chỉ đọc được theo tháng/ngày, ${n(d.dayFirst, "vi")} chỉ đọc được theo ngày/tháng, ${n(d.both, "vi")} đọc được theo cả hai.\n` +
      `  Nếu dữ liệu theo kiểu Mỹ: --date-format ${d.format}`,
    en: (d) =>
      `${d.file}, column ${q(d.header)}: these dates are month first.\n` +
      `  ${d.value === "" ? "" : `line ${n(d.line, "en")}: ${clean(String(d.value))} has no month ${String(d.value).split(/[/.-]/)[1]}; `}${n(d.monthFirst, "en")} values fit only month/day, ${n(d.dayFirst, "en")} only day/month, ${n(d.both, "en")} fit both.\n` +
      `  If the export is American: --date-format ${d.format}`,
  },
  "channel-codes": {
    vi: (d) =>
      `${d.file}, cột ${q(d.header)}, dòng ${n(d.line, "vi")}: hình thức nộp được ghi bằng số (${q(d.value)}).\n` +
      "  Có hai cách mã hóa: HinhThuc (0 trực tiếp, 1 trực tuyến) và KenhThucHien (1 trực tiếp, 2 trực tuyến, 3 bưu chính).\n" +
      "  Khai báo từng số: --map-value channel:1=online --map-value channel:0=in_person",
    en: (d) =>
      `${d.file}, column ${q(d.header)}, line ${n(d.line, "en")}: the channel is written as a number (${q(d.value)}).\n` +
      "  Two codings are known: HinhThuc (0 in person, 1 online) and KenhThucHien (1 in person, 2 online, 3 postal).\n" +
      "  Say what each means: --map-value channel:1=online --map-value channel:0=in_person",
  },
  "bad-map": {
    vi: (d) => `--map ${q(d.value)}: cần dạng cột="Tiêu đề trong tệp", ví dụ --map channel="Hình thức nộp".`,
    en: (d) => `--map ${q(d.value)}: write field="Header in the file", such as --map channel="Hình thức nộp".`,
  },
  "unknown-field": {
    vi: (d) => `không có trường ${q(d.field)}.${nearestVi(d)}\n  Các trường: ${list(d.fields, 40)}.`,
    en: (d) => `there is no field ${q(d.field)}.${nearestEn(d)}\n  Fields: ${list(d.fields, 40)}.`,
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
    vi: (d) => `${d.option} ${q(d.value)}: cần một ngày có thật, dạng 2025-12-31.`,
    en: (d) => `${d.option} ${q(d.value)}: give a day that exists, as 2025-12-31.`,
  },
  "bad-period": {
    vi: (d) =>
      `--period ${q(d.period)}: dùng 2025, 2025-H1, 2025-H2, 2025-9M, 2025-Q3, 2025-09, 2025-09-01..2025-09-30 hoặc all.`,
    en: (d) =>
      `--period ${q(d.period)}: use 2025, 2025-H1, 2025-H2, 2025-9M, 2025-Q3, 2025-09, 2025-09-01..2025-09-30 or all.`,
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
    vi: (d) => `không có chỉ tiêu ${q(d.kpi)}.${nearestVi(d)}`,
    en: (d) => `there is no KPI ${q(d.kpi)}.${nearestEn(d)}`,
  },
  "year-without-targets": {
    vi: (d) => `kế hoạch ${d.plan} không có chỉ tiêu cho năm ${q(d.year)}; các năm có chỉ tiêu: ${list(d.years)}.`,
    en: (d) => `the plan ${d.plan} has no targets for ${q(d.year)}; it has targets for ${list(d.years)}.`,
  },
  "bad-out": {
    vi: (d) =>
      `--out ${q(d.value)}: cần dạng định_dạng=tệp, ví dụ --out json=bao-cao.json (tệp “-” là màn hình). Định dạng: ${list(d.formats)}.`,
    en: (d) =>
      `--out ${q(d.value)}: write format=file, such as --out json=report.json (the file - is standard output). Formats: ${list(d.formats)}.`,
  },
  "same-output": {
    vi: (d) => `${q(d.file)}: hai kết quả cùng ghi vào đây, hoặc đây là tệp đang đọc.\n  Chọn tên tệp khác.`,
    en: (d) => `${q(d.file)}: two outputs would go there, or it is a log that is being read.\n  Choose another name.`,
  },
  "stdin-twice": {
    vi: () => "“-” (đầu vào chuẩn) chỉ được dùng một lần.",
    en: () => "- (standard input) can be read only once.",
  },
} as const satisfies Record<string, Message>;

export type ErrorCode = keyof typeof errorMessages;

/** The sentence of an error. */
export function errorText(code: string, data: Data, language: Language): string {
  const message = (errorMessages as Record<string, Message>)[code];
  if (message === undefined) throw new Error(`no message for the error ${code}`);
  return message[language](data);
}

/** What is wrong with rows and cells, by the code of the ledger. */
export const issueMessages = {
  "too-few-cells": { vi: "dòng thiếu ô", en: "too few cells in the row" },
  "too-many-cells": { vi: "dòng thừa ô", en: "too many cells in the row" },
  "bad-quote": { vi: "dấu nháy kép sai chỗ", en: "a quotation mark out of place" },
  "unclosed-quote": { vi: "dấu nháy kép không đóng", en: "a quotation mark that never closes" },
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
  "login-after-submission": { vi: "đăng nhập sau khi nộp", en: "login after submission" },
  "received-before-submitted": {
    vi: "tiếp nhận trước khi nộp hơn một ngày",
    en: "received more than a day before submission",
  },
  "finished-before-received": { vi: "xử lý xong trước khi tiếp nhận", en: "finished before receipt" },
  "returned-before-received": { vi: "trả kết quả trước khi tiếp nhận", en: "result returned before receipt" },
  "after-as-of": { vi: "sau thời điểm tính (--as-of)", en: "later than --as-of" },
} as const satisfies Record<string, Bilingual>;

/** Words of the table and the other text outputs. */
export const labels = {
  targetsOf: { vi: "chỉ tiêu năm", en: "targets of" },
  case: { vi: "hồ sơ", en: "case" },
  cases: { vi: "hồ sơ", en: "cases" },
  kpi: { vi: "Nội dung", en: "KPI" },
  measured: { vi: "Kết quả", en: "Measured" },
  target: { vi: "Chỉ tiêu giao", en: "Target" },
  verdict: { vi: "Đánh giá", en: "Verdict" },
  casesColumn: { vi: "Số hồ sơ", en: "Cases" },
  clause: { vi: "Mục", en: "Clause" },
  quantity: { vi: "Về số lượng", en: "Quantity" },
  quality: { vi: "Về chất lượng", en: "Quality" },
  tasks: { vi: "Nhiệm vụ, giải pháp", en: "Tasks" },
  other: { vi: "Không có chỉ tiêu trong kế hoạch", en: "Without a target in the plan" },
  pass: { vi: "ĐẠT", en: "PASS" },
  fail: { vi: "CHƯA ĐẠT", en: "FAIL" },
  "no-data": { vi: "CHƯA CÓ SỐ LIỆU", en: "NO DATA" },
  "not-supplied": { vi: "THIẾU DỮ LIỆU ĐẦU VÀO", en: "NOT SUPPLIED" },
  inPeriod: { vi: "trong kỳ", en: "in the period" },
  wholeLog: { vi: "tệp", en: "log" },
  stdin: { vi: "đầu vào chuẩn", en: "standard input" },
  doubtful: { vi: "* ít hồ sơ hoặc có thể thay đổi, để tham khảo", en: "* few cases or fragile: informational" },
  nothingJudged: { vi: "Không có chỉ tiêu nào được đánh giá.", en: "No target was judged." },
  ratingsShort: { vi: " lượt", en: "" },
  noName: { vi: "(không ghi)", en: "(blank)" },
  interpretation: { vi: "theo cách hiểu", en: "interpretation" },
  aspirational: { vi: "phấn đấu", en: "aspirational" },
  small: { vi: "ít hồ sơ, để tham khảo", en: "few cases: informational" },
  allPeriod: { vi: "Kỳ báo cáo: mọi hồ sơ trong tệp", en: "Period: every case of the log" },
  period: { vi: "Kỳ báo cáo", en: "Period" },
  line: { vi: "dòng", en: "line" },
} as const satisfies Record<string, Bilingual>;

export type Label = keyof typeof labels;

export function label(name: Label, language: Language): string {
  return labels[name][language];
}

const channelNames: Readonly<Record<string, Bilingual>> = {
  online: { vi: "Trực tuyến", en: "online" },
  in_person: { vi: "Trực tiếp", en: "in person" },
  postal: { vi: "Bưu chính công ích", en: "postal" },
};

/** A group's name in text; only the codes of the channels are ours to translate. */
export function groupLabel(by: string, name: string, language: Language): string {
  return (by === "channel" ? channelNames[name]?.[language] : undefined) ?? clean(name);
}

/** What a column holds, for a reader who does not know the field's id. */
const fieldTitles: Readonly<Record<string, Bilingual>> = {
  case_id: { vi: "Mã hồ sơ", en: "case id" },
  procedure_code: { vi: "Mã TTHC", en: "procedure code" },
  procedure_name: { vi: "Tên TTHC", en: "procedure name" },
  field: { vi: "Lĩnh vực", en: "field" },
  agency: { vi: "Đơn vị xử lý", en: "agency" },
  channel: { vi: "Hình thức nộp", en: "channel" },
  login_at: { vi: "Thời điểm đăng nhập", en: "time of login" },
  submitted_at: { vi: "Thời điểm nộp", en: "time of submission" },
  submission_duration: { vi: "Thời gian nộp", en: "time to submit" },
  received_at: { vi: "Ngày tiếp nhận", en: "time of receipt" },
  transferred_at: { vi: "Ngày chuyển xử lý", en: "time of transfer" },
  due_at: { vi: "Ngày hẹn trả", en: "due time" },
  finished_at: { vi: "Ngày kết thúc xử lý", en: "time of finishing" },
  returned_at: { vi: "Ngày trả kết quả", en: "time of return" },
  processing_duration: { vi: "Thời gian xử lý", en: "processing time" },
  status: { vi: "Trạng thái", en: "status" },
  rating: { vi: "Mức độ hài lòng", en: "rating" },
  rated_at: { vi: "Ngày đánh giá", en: "time of rating" },
  payment_method: { vi: "Hình thức thanh toán", en: "payment method" },
  fee: { vi: "Lệ phí", en: "fee" },
  service_level: { vi: "Mức độ DVC", en: "service level" },
  processed_online: { vi: "Xử lý trực tuyến", en: "processed online" },
  electronic_result: { vi: "Kết quả điện tử", en: "electronic result" },
  record_digitised: { vi: "Số hóa hồ sơ", en: "record digitised" },
  result_digitised: { vi: "Số hóa kết quả", en: "result digitised" },
  data_reused: { vi: "Tái sử dụng dữ liệu", en: "data reused" },
  on_system: { vi: "Cập nhật trên hệ thống", en: "on the system" },
  portal_synced: { vi: "Đồng bộ Cổng DVCQG", en: "portal synced" },
  via_portal: { vi: "Tiếp nhận trên Cổng DVCQG", en: "via the portal" },
  applicant_type: { vi: "Đối tượng", en: "applicant type" },
};

export function fieldTitle(field: string, language: Language): string {
  return fieldTitles[field]?.[language] ?? field;
}

const eventTitles: Readonly<Record<string, Bilingual>> = {
  submitted: { vi: "nộp hồ sơ", en: "submission" },
  received: { vi: "tiếp nhận", en: "receipt" },
  finished: { vi: "trả kết quả", en: "return of the result" },
  rated: { vi: "đánh giá", en: "rating" },
  completed: { vi: "giải quyết xong", en: "completion" },
};

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
  "criteria-not-judged": {
    vi: (d) => `chưa đánh giá được: ${(d.lacks as string[]).join("; ")}`,
    en: (d) => `not judged yet: ${(d.lacks as string[]).join("; ")}`,
  },
  "input-not-given": {
    vi: (d) => `cần ${list((d.lacks as string[]).map((input) => inputTitle(input, "vi")))}`,
    en: (d) => `needs ${list((d.lacks as string[]).map((input) => inputTitle(input, "en")))}`,
  },
};

export function reasonText(reason: string, lacks: readonly string[], language: Language): string {
  return reasons[reason]?.[language]({ lacks }) ?? reason;
}

const inputTitles: Readonly<Record<string, Bilingual>> = {
  procedures: { vi: "danh mục TTHC", en: "the procedure catalogue" },
  petitions: { vi: "sổ phản ánh, kiến nghị", en: "the petitions log" },
  figures: { vi: "số liệu báo cáo của đơn vị", en: "figures stated by the office" },
  verdicts: { vi: "đánh giá của các tiêu chí khác", en: "verdicts on the other criteria" },
};

export function inputTitle(input: string, language: Language): string {
  return inputTitles[input]?.[language] ?? input;
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
  "too-many-words": {
    vi: (d) =>
      `${d.input}: cột "${fieldTitle(String(d.field), "vi")}" có hơn 1.000 từ khác nhau chưa được khai báo; kiểm tra lại cột.`,
    en: (d) =>
      `${d.input}: the column ${d.field} has more than 1,000 different unknown words; check that it is the right column.`,
  },
};

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
      `${d.pass} đạt · ${d.fail} chưa đạt · ${d.noData} chưa có số liệu${d.notSupplied === 0 ? "" : ` · ${d.notSupplied} thiếu dữ liệu đầu vào`}`,
    en: (d) =>
      `${d.pass} passed · ${d.fail} failed · ${d.noData} without data${d.notSupplied === 0 ? "" : ` · ${d.notSupplied} not supplied`}`,
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
      d.ratings
        ? `để đạt chỉ tiêu, cần thêm ${n(d.cases, "vi")} lượt hài lòng trong số ${n(d.of, "vi")} lượt đánh giá`
        : `để đạt chỉ tiêu, cần thêm ${n(d.cases, "vi")} trong số ${n(d.of, "vi")} hồ sơ`,
    en: (d) =>
      d.ratings
        ? `${n(d.cases, "en")} more satisfied ratings of ${n(d.of, "en")} would meet it`
        : `${n(d.cases, "en")} more of ${n(d.of, "en")} cases would meet it`,
  },
  casesFewer: {
    vi: (d) => `để đạt chỉ tiêu, cần giảm ${n(d.cases, "vi")} trong số ${n(d.of, "vi")} hồ sơ`,
    en: (d) => `${n(d.cases, "en")} fewer of ${n(d.of, "en")} cases would meet it`,
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
      `có thể thay đổi: ${n(d.excluded, "vi")} hồ sơ không tính được; tùy các hồ sơ đó, kết quả từ ${d.low} đến ${d.high}`,
    en: (d) =>
      `fragile: ${d.excluded === 1 ? "1 case" : `${n(d.excluded, "en")} cases`} could not be used; depending on them the result lies between ${d.low} and ${d.high}`,
  },
  robust: {
    vi: (d) => `vẫn ${d.verdict} kể cả khi tính ${n(d.excluded, "vi")} hồ sơ không tính được theo hướng bất lợi nhất`,
    en: (d) =>
      `still ${d.verdict} even if ${d.excluded === 1 ? "the 1 case" : `the ${n(d.excluded, "en")} cases`} that could not be used had gone the other way`,
  },
  inputsLacking: {
    vi: (d) => `Thiếu dữ liệu đầu vào: ${d.inputs} (phiên bản này chưa nhận; danh sách: --format csv)`,
    en: (d) => `Not supplied: ${d.inputs} (this version takes none of them; --format csv lists the targets)`,
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
