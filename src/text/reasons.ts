/** Why a result has no value, by code. */
import { date, type Language, list, type Message, many, n, q } from "./language.ts";
import { fieldTitle, inputTitle } from "./titles.ts";

/** What the figures file says of a day that lies too late to be judged; null where it says nothing. */
function statedAfter([day, until]: readonly string[], language: Language): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day ?? "") || until === undefined) return null;
  return language === "vi"
    ? `số liệu báo cáo ghi ngày ${date(day, "vi")}, sau ngày cuối được xét (${date(until, "vi")})`
    : `the figures file says ${date(day, "en")}, which lies after the last day that is judged (${date(until, "en")})`;
}

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
  "rows-of-steps": {
    vi: () =>
      "tệp ghi mỗi bước xử lý một dòng nên thời điểm tiếp nhận không phải của hồ sơ; cần tệp mỗi hồ sơ một dòng",
    en: () =>
      "the log has a row for each step, so that the times of receipt are not those of the cases; it takes one row a case",
  },
  "ids-in-doubt": {
    vi: () =>
      "nhiều mã hồ sơ đứng lại ở dòng khác đơn vị, thủ tục hoặc ngày tiếp nhận: chưa rõ là một hồ sơ, các bước của một hồ sơ hay nhiều hồ sơ đánh số lại từ đầu; cần cột mã hồ sơ đầy đủ, mỗi hồ sơ một dòng",
    en: () =>
      "many ids stand again in rows of another agency, procedure or day of receipt: one case, steps of one, or several whose numbers begin anew, is not known; it takes the full case id, and one row a case",
  },
  "appointment-column": {
    vi: () =>
      "ngày trả kết quả trùng với hạn trả ở mọi hồ sơ và không trạng thái nào cho biết đã trả: có thể là ngày hẹn trả; cần cột ngày trả thật, hoặc trạng thái đã trả kết quả",
    en: () =>
      "the return is the due time in all cases, and no status says that they were returned: it may be the day that was promised; it takes the real day of return, or statuses that are known",
  },
  "day-in-doubt": {
    vi: () =>
      "kết luận khác nhau tùy các mốc thời gian nằm sau ngày tính số liệu là thật hay ghi nhầm; sửa trong hệ thống, hoặc nêu ngày tính số liệu",
    en: () =>
      "it hangs on whether the times that lie behind the day of the figures are real or slips of the pen; correct them in the system, or give the day",
  },
  "midnights-in-doubt": {
    vi: () =>
      "kết luận khác nhau tùy hạn trả ghi 0 giờ là hết ngày đó hay đầu ngày đó; xuất cột hạn trả với giờ hẹn thật, hoặc với ngày không kèm giờ",
    en: () =>
      "it hangs on whether a case that is due at midnight is due when that day ends or when it begins; export the times that were promised, or days without a time",
  },
  "cases-in-doubt": {
    vi: () =>
      "kết luận khác nhau tùy các dòng trùng mã hồ sơ mà khác đơn vị, thủ tục, hoặc khác cả ngày tiếp nhận và hạn trả là một hồ sơ hay nhiều hồ sơ; sửa mã hồ sơ trong hệ thống, hoặc để trống mã không có thật",
    en: () =>
      "it hangs on whether rows of one id, of another agency or procedure or received and due on other days, are one case or several; correct the ids in the system, or leave those blank that are none",
  },
  "outside-calendar": {
    vi: () => "mọi hồ sơ đều có thời gian xử lý ra ngoài các năm của lịch làm việc (thêm năm: --calendar)",
    en: () => "the processing time of every case leaves the years of the working calendar (to add years: --calendar)",
  },
  "no-case": { vi: () => "không có hồ sơ nào để tính", en: () => "no case bears on it" },
  "none-read": {
    vi: (d) => `ô cần để tính của ${n(Number((d.lacks as string[])[0]), "vi")} hồ sơ đều để trống hoặc không đọc được`,
    en: (d) => `what it takes is blank or cannot be read in all of ${many(Number((d.lacks as string[])[0]), "case")}`,
  },
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
  "none-stated": {
    vi: () => "đã khai báo là không phát sinh (0 trên 0)",
    en: () => "stated: there was none (0 of 0)",
  },
  "figure-not-stated": {
    vi: (d) => `tệp số liệu báo cáo không có dòng ${(d.lacks as string[])[0]} của năm ${(d.lacks as string[])[1]}`,
    en: (d) => `the figures file has no row ${(d.lacks as string[])[0]} for ${(d.lacks as string[])[1]}`,
  },
  "stated-later": {
    vi: (d) => {
      const [day, until] = d.lacks as string[];
      return `số liệu báo cáo ghi ngày ${date(day, "vi")}, sau ngày cuối được xét (${date(until, "vi")}); nếu là số liệu của kỳ này thì ghi lại ngày số liệu trong tệp`;
    },
    en: (d) => {
      const [day, until] = d.lacks as string[];
      return `the figure is dated ${date(day, "en")}, after the last day that is judged (${date(until, "en")}); where it is of this period, date it so in the file`;
    },
  },
  "no-as-of": {
    vi: () => "tệp hồ sơ không có ngày; ghi rõ thời điểm tính: --as-of 2025-12-31",
    en: () => "the log has no date; say as of when: --as-of 2025-12-31",
  },
  "not-due": {
    vi: (d) =>
      `chưa đến ngày mà kế hoạch nêu, ${statedAfter(d.lacks as string[], "vi") ?? "và chưa có báo cáo hoàn thành"}`,
    en: (d) =>
      `the plan's day has not come, and ${statedAfter(d.lacks as string[], "en") ?? "it is not stated as done"}`,
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
    vi: (d) =>
      `đã qua ngày mà kế hoạch nêu, ${statedAfter(d.lacks as string[], "vi") ?? "tệp số liệu báo cáo không ghi là đã hoàn thành"}`,
    en: (d) =>
      `the plan's day has passed, and ${statedAfter(d.lacks as string[], "en") ?? "the figures file does not state it as done"}`,
  },
  "groups-not-named": {
    vi: () => 'kế hoạch không nêu tên các nhóm của chỉ tiêu (nêu tên: --groups MỤC="tên;tên")',
    en: () => 'the plan does not name the groups that the target is for (to name them: --groups CLAUSE="name;name")',
  },
  "too-few-cases": {
    vi: () => "nhóm có dưới 5 hồ sơ: không đánh giá",
    en: () => "the group has fewer than 5 cases: it is not judged",
  },
  "no-past": {
    vi: () =>
      "chỉ tiêu lấy theo danh mục TTHC hoặc số liệu báo cáo tại thời điểm hiện tại thì không có số của kỳ trước",
    en: () => "what a catalogue or stated figures say as they stand today has no figure of the past",
  },
  "needs-whole-year": {
    vi: (d) => `chỉ tính cho cả năm (--period ${(d.lacks as string[])[0]})`,
    en: (d) => `it is measured for a whole year only (--period ${(d.lacks as string[])[0]})`,
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
