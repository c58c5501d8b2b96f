/** What the reader of the figures should know, by code. */
import { clean, type Data, date, type Language, type Message, many, n, q, where } from "./language.ts";
import { type PeriodicLabel, periodicLabel } from "./periodic.ts";
import { eventTitles, fieldTitle } from "./titles.ts";
import { uncheckedText } from "./unchecked.ts";

/** The forms in which times are read. */
const timeFormsRead = {
  vi: "31/12/2025 hoặc 2025-12-31, năm đủ bốn chữ số, kèm 16:30, 16:30:05, 4:30 CH, 16h30 ở sau hoặc trước; 20251231, 20251231163005, 31 tháng 12 năm 2025, 31-Dec-2025, số ngày của Excel",
  en: "31/12/2025 or 2025-12-31, the year in four digits, with 16:30, 16:30:05, 4:30 PM or 16h30 behind or before; 20251231, 20251231163005, 31 tháng 12 năm 2025, 31-Dec-2025, Excel's day numbers",
} as const;

/** What is given beside the logs, by its option. */
const given: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  "--procedures": { vi: "Danh mục TTHC", en: "The procedure catalogue" },
  "--petitions": { vi: "Danh sách phản ánh, kiến nghị", en: "The petitions log" },
  "--figures": { vi: "Số liệu báo cáo", en: "The figures file" },
};
/** Whether sheets are read for their one header, each with its own. */
const isOfOneHeader = ({ all, continued }: Data) => all !== 1 && continued === undefined;
/** Which of the sheets that were read have no header of their own. */
const goesOn = ({ continued }: Data, language: Language) => {
  if (continued === undefined) return "";
  return language === "vi"
    ? `; ${q(continued)} không có tiêu đề, được đọc tiếp theo phần trước`
    : `; ${q(continued)} without a header, read on from the one before`;
};

/** How a sheet is chosen: of a log. */
const bySheet = ({ supplied }: Data, said: string) => (supplied === undefined ? ` (${said})` : "");

/** What the reader of the figures should know. */
const notes: Readonly<Record<string, Message>> = {
  "stand-in": {
    vi: (d) =>
      `Tệp không có cột riêng cho thời điểm ${eventTitles[String(d.event)].vi}: dùng cột ${q(d.header)} cho mọi hồ sơ.`,
    en: (d) =>
      `The log has no column of its own for the day of ${eventTitles[String(d.event)].en}: ${q(d.header)} stands in for every case.`,
  },
  "no-period": {
    vi: (d) => `${n(d.count, "vi")} hồ sơ không phát sinh trong năm ${d.year}; để loại ra: --period ${d.year}`,
    en: (d) => `${n(d.count, "en")} cases have no event in ${d.year}; to leave them out: --period ${d.year}`,
  },
  "other-year": {
    vi: (d) => `Kỳ báo cáo không thuộc năm ${d.year} nhưng được đánh giá theo chỉ tiêu năm ${d.year} (--year).`,
    en: (d) => `The period is not of ${d.year}, and is judged by the targets of ${d.year} (--year).`,
  },
  "period-not-covered": {
    vi: (d) =>
      `Tệp chỉ có hồ sơ tiếp nhận từ ngày ${date(String(d.from), "vi")} đến ngày ${date(String(d.to), "vi")}, chưa đủ kỳ báo cáo.`,
    en: (d) =>
      `The log has receipts from ${date(String(d.from), "en")} to ${date(String(d.to), "en")} only: not the whole period.`,
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
  "dates-unreadable": {
    vi: (d) =>
      `${d.input}, cột ${q(d.header)}: không đọc được ngày nào trong ${n(d.count, "vi")} ô${d.shape === null ? "" : ` (dạng ${clean(String(d.shape))})`}. Các dạng đọc được: ${timeFormsRead.vi} (kpi help bad-time).`,
    en: (d) =>
      `${d.input}, column ${q(d.header)}: none of its ${n(d.count, "en")} dates can be read${d.shape === null ? "" : ` (written ${clean(String(d.shape))})`}. Forms that are read: ${timeFormsRead.en} (kpi help bad-time).`,
  },
  "half-swapped": {
    vi: (d) =>
      `${d.input}: cột ${q(d.header)}: có thể Excel đã đảo ngày và tháng của một nửa số ô (mọi ngày còn là chữ đều lớn hơn 12, mọi ngày khác đều không quá 12). Xuất lại dữ liệu, không mở bằng Excel.`,
    en: (d) =>
      `${d.input}: column ${q(d.header)}: Excel may have swapped day and month in half of the cells (every date that is text has a day over 12, every other one a day up to 12). Export the log again without opening it in Excel.`,
  },
  "part-missing": {
    vi: (d) => `Thiếu tệp tổng hợp ${q(d.input)}: kết quả không có hồ sơ của tệp này.`,
    en: (d) => `The part ${q(d.input)} is missing: its cases are in no figure.`,
  },
  "min-cell": {
    vi: (d) =>
      `Tệp tổng hợp gộp các nhóm dưới ${n(d.least, "vi")} hồ sơ: tổng số không đổi, kết quả theo nhóm và trên cùng thủ tục thiếu các hồ sơ đó; không có tuổi hồ sơ đang giải quyết và thời gian từng khâu.`,
    en: (d) =>
      `The parts pool groups of fewer than ${n(d.least, "en")} cases: the total is exact, figures by group and on the same procedures lack these cases; ages of open cases and times of stages are not in them.`,
  },
  "no-petitions": {
    vi: (d) => `${d.input} chỉ có dòng tiêu đề: hiểu là không có phản ánh, kiến nghị nào.`,
    en: (d) => `${d.input} has a header row and no other: read as no petition came.`,
  },
  "part-by-content": {
    vi: (d) => `${q(d.input)}: đọc như tệp tổng hợp theo nội dung, tuy tên không kết thúc bằng .kpi.json.`,
    en: (d) => `${q(d.input)} is read as a part, which its content is, though its name does not end in .kpi.json.`,
  },
  "overlap-unchecked": {
    vi: (d) => `Không kiểm tra được hết hồ sơ báo cáo hai lần: ${uncheckedText(d, "vi")}.`,
    en: (d) => `Whether cases were reported twice could not be checked for all: ${uncheckedText(d, "en")}.`,
  },
  overlap: {
    vi: (d) =>
      `${n(d.count, "vi")} hồ sơ có trong cả ${q(d.input)} và ${q(d.other)}, được tính hai lần; mức ảnh hưởng của từng tỷ lệ có trong JSON (overlapLow, overlapHigh).`,
    en: (d) =>
      `${many(d.count, "case")} reported by both ${q(d.input)} and ${q(d.other)} count twice; how far each share could move for it is in the JSON (overlapLow, overlapHigh).`,
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
  "log-grew": {
    vi: (d) => `${d.input} được ghi thêm trong khi đọc: chỉ tính ${n(d.bytes, "vi")} byte có lúc bắt đầu.`,
    en: (d) =>
      `${d.input} was written to while it was read: the ${n(d.bytes, "en")} bytes of its beginning are counted.`,
  },
  "changing-clock": {
    vi: (d) =>
      `Múi giờ ${d.timeZone} có đổi giờ theo mùa: khoảng thời gian đi qua lúc đổi giờ bị lệch đúng bằng mức đổi.`,
    en: (d) => `The zone ${d.timeZone} changes its clocks: an interval that spans a change is off by as much.`,
  },
  "stray-end": {
    vi: (d) =>
      `Ngày trả kết quả, kết thúc hoặc đánh giá muộn nhất (${date(String(d.day), "vi")}) cách xa các ngày khác, có thể là ghi nhầm: tính đến hết ngày ${date(String(d.asOf), "vi")}, coi như chưa xảy ra; kết luận nào thay đổi nếu ngày đó là thật thì chưa kết luận được.`,
    en: (d) =>
      `The latest end, return or rating of a case (${date(String(d.day), "en")}) lies far behind the others and may be a slip of the pen: judged as of ${date(String(d.asOf), "en")}, as if it had not happened; a verdict that is another if it is real is undecided.`,
  },
  "lines-unwrapped": {
    vi: (d) => `${d.input}: có dòng nằm trong một cặp dấu nháy kép; đã bỏ dấu nháy để đọc.`,
    en: (d) => `${d.input}: lines stand in one pair of quotes each, which were taken off.`,
  },
  superseded: {
    vi: (d) =>
      `Dòng trùng mã hồ sơ không tính: ${[
        ...(d.repeated === 0 ? [] : [`${n(d.repeated, "vi")} lặp lại`]),
        ...(d.states === 0 ? [] : [`${n(d.states, "vi")} là tình trạng trước đó của hồ sơ`]),
        ...(d.files === 0 ? [] : [`${n(d.files, "vi")} có trong tệp sau`]),
      ].join(", ")}.`,
    en: (d) =>
      `Rows of an id that stands again, not counted: ${[
        ...(d.repeated === 0 ? [] : [`${n(d.repeated, "en")} repeated`]),
        ...(d.states === 0 ? [] : [`${many(d.states, "earlier state")} of a case`]),
        ...(d.files === 0 ? [] : [`${n(d.files, "en")} that a later file has`]),
      ].join(", ")}.`,
  },
  "ids-shared": {
    vi: (d) =>
      `${n(d.count, "vi")} mã hồ sơ dùng cho nhiều hồ sơ khác nhau (khác ít nhất hai trong ba: đơn vị, thủ tục, ngày tiếp nhận): tính là các hồ sơ riêng.`,
    en: (d) =>
      `${many(d.count, "id")} shared by different cases (they differ in two of agency, procedure and day of receipt): counted as cases of their own.`,
  },
  "rows-of-steps": {
    vi: (d) =>
      `${n(d.count, "vi")} dòng cùng một hồ sơ có thời điểm tiếp nhận khác với dòng được tính: có thể mỗi dòng là một bước xử lý, không phải một hồ sơ; thời điểm tiếp nhận khi đó không đúng.`,
    en: (d) =>
      `${many(d.count, "row")} of a case with another time of receipt than the row that counts: each may be a row a step and not a case, and the times of receipt are then wrong.`,
  },
  // Also of rows that are counted beside each other, and of parts, of which no other reading can be tried.
  "ids-apart": {
    vi: (d) =>
      `${n(d.count, "vi")} dòng trùng mã hồ sơ với dòng khác nhưng khác đơn vị, thủ tục, hoặc khác cả ngày tiếp nhận và hạn trả: có thể là hồ sơ riêng (mã giữ chỗ, mã cấp lại). Tính là hồ sơ riêng mà đổi kết luận thì chưa kết luận; tệp tổng hợp không có từng hồ sơ nên không xét được điều này.`,
    en: (d) =>
      `${many(d.count, "row")} with the id of another row, but of another agency or procedure, or received and due on other days: ${d.count === 1 ? "it may be a case of its own" : "they may be cases of their own"} (an id that stands in for none, or was given twice). A verdict that is another if they count so is undecided where the logs themselves are read; of parts, which hold no rows, it stands.`,
  },
  "ids-in-doubt": {
    vi: (d) =>
      `${n(d.count, "vi")} dòng có mã hồ sơ đã đứng ở dòng khác, khác đơn vị, thủ tục hoặc ngày tiếp nhận: chưa rõ là một hồ sơ, các bước của một hồ sơ hay các hồ sơ riêng đánh số lại từ đầu; chưa kết luận.`,
    en: (d) =>
      `${many(d.count, "row")} with an id that stands in another row too, of another agency, procedure or day of receipt: one case, steps of one, or cases of their own whose numbers begin anew, is not known; nothing is judged.`,
  },
  "due-in-days": {
    vi: (d) => {
      const cells = d.midnights === d.timed ? "ở mọi ô" : `ở ${n(d.midnights, "vi")}/${n(d.timed, "vi")} ô có giờ`;
      return `${d.input}: giờ trong cột ${q(d.header)} ${cells} là 0 giờ, các ô này coi là ngày: hạn là đến hết ngày.`;
    },
    en: (d) => {
      const every = d.midnights === d.timed;
      const cells = every ? "every time" : `${n(d.midnights, "en")} of ${n(d.timed, "en")} times`;
      return `${d.input}: ${cells} of the column ${q(d.header)} ${every ? "is a midnight: it holds days" : "are midnights: these are days"}, each due when it ends.`;
    },
  },
  "due-midnights": {
    vi: (d) =>
      `${d.input}: ${n(d.midnights, "vi")}/${n(d.timed, "vi")} ô có giờ của cột ${q(d.header)} là 0 giờ, coi là ngày: hạn là đến hết ngày đó. Nếu hạn là giờ khác: ghi giờ hẹn thật (17:00), hoặc chọn cột khác: --map due_at=….`,
    en: (d) =>
      `${d.input}: ${n(d.midnights, "en")} of ${many(d.timed, "time")} of the column ${q(d.header)} ${d.midnights === 1 ? "is a midnight and is" : "are midnights and are"} taken for the day: each is due when it ends. If another time is meant: write the time that was promised (17:00), or choose another column: --map due_at=….`,
  },
  "appointment-column": {
    vi: (d) =>
      d.due !== undefined
        ? `${d.input}: cột ${q(d.header)} trùng với cột ${q(d.due)} ở mọi hồ sơ (${n(d.count, "vi")}), và không trạng thái nào cho biết đã trả kết quả: có thể đó là ngày hẹn trả (khai báo: --map due_at=${q(d.header)}); nếu đã trả thật: ${d.status === null ? "xuất thêm cột trạng thái" : 'khai báo các trạng thái (--map-value status:"…"=returned)'}.`
        : `${d.input}: hầu hết hồ sơ (${n(d.count, "vi")}) đang giải quyết mà cột ${q(d.header)} có ngày trả kết quả: có thể đó là ngày hẹn trả (khai báo: --map due_at=${q(d.header)}).`,
    en: (d) =>
      d.due !== undefined
        ? `${d.input}: ${q(d.header)} is the same as ${q(d.due)} in all cases (${n(d.count, "en")}), and no status says that a result was returned: it may be the day that was promised (to map it: --map due_at=${q(d.header)}); if they were returned: ${d.status === null ? "export the column of states too" : 'map the statuses (--map-value status:"…"=returned)'}.`
        : `${d.input}: nearly all cases (${n(d.count, "en")}) are open and have a day of return in ${q(d.header)}: it may be the day that was promised (to map it: --map due_at=${q(d.header)}).`,
  },
  "returned-without-date": {
    vi: (d) =>
      `${d.input}: ${n(d.count, "vi")} hồ sơ có trạng thái đã trả kết quả mà không có ngày trả (đầu tiên: ${where(d, "vi")}): các chỉ tiêu tính theo ngày trả kết quả không có hồ sơ này; hồ sơ không có cả ngày xử lý xong thì tỷ lệ đúng hạn tính là chưa xong.`,
    en: (d) =>
      `${d.input}: ${d.count === 1 ? "1 case is returned by its status and has" : `${n(d.count, "en")} cases are returned by their status and have`} no day of return (first: ${where(d, "en")}): ${d.count === 1 ? "it is" : "they are"} in no KPI that counts by the return of the result; on time, one without an end too counts as open.`,
  },
  "finished-without-date": {
    vi: (d) =>
      `${d.input}: ${n(d.count, "vi")} hồ sơ có trạng thái đã xử lý xong mà không có ngày xử lý xong (đầu tiên: ${where(d, "vi")}): các chỉ tiêu tính theo kết quả không có hồ sơ này; tỷ lệ đúng hạn tính là chưa xong.`,
    en: (d) =>
      `${d.input}: ${d.count === 1 ? "1 case is finished by its status and has" : `${n(d.count, "en")} cases are finished by their status and have`} no day of it (first: ${where(d, "en")}): ${d.count === 1 ? "it is in no KPI that counts by the result; on time it counts" : "they are in no KPI that counts by the result; on time they count"} as open.`,
  },
  "columns-reordered": {
    vi: (d) => `${d.input}: giữa tệp có dòng tiêu đề với các cột theo thứ tự khác; đã đọc theo tiêu đề của từng phần.`,
    en: (d) => `${d.input}: a header within the log has the columns in another order; each part was read by its own.`,
  },
  "no-case-id": {
    vi: (d) =>
      `${d.input}: không có cột mã hồ sơ nên không nhận ra được hồ sơ ghi hai lần.${d.maps === "" ? "" : ` Cột có thể là mã hồ sơ: ${clean(String(d.maps))}`}`,
    en: (d) =>
      `${d.input}: there is no column of case ids, so that a case written twice cannot be found.${d.maps === "" ? "" : ` It may be: ${clean(String(d.maps))}`}`,
  },
  "blank-ids": {
    vi: (d) => `${d.input}: ${n(d.count, "vi")} hồ sơ không có mã; nếu có hồ sơ ghi hai lần thì không nhận ra được.`,
    en: (d) => `${d.input}: ${many(d.count, "case")} without an id; those written twice cannot be found.`,
  },
  "plan-period": {
    vi: (d) => `Kế hoạch giao chỉ tiêu cho kỳ ${d.period}: đánh giá theo kỳ đó (--period all: mọi hồ sơ trong tệp).`,
    en: (d) =>
      `The plan sets its targets for ${d.period}, over which they are judged (--period all: every case of the log).`,
  },
  "columns-near": {
    vi: (d) => `${d.input}: cột chưa đọc có thể là cột còn thiếu: ${clean(String(d.maps))}`,
    en: (d) => `${d.input}: columns that are not read and may be those that lack: ${clean(String(d.maps))}`,
  },
  "words-unmet": {
    vi: (d) => `Từ được khai báo (--map-value) mà tệp không có: ${clean(String(d.words))}.`,
    en: (d) => `Words that were mapped (--map-value) and that the log does not have: ${clean(String(d.words))}.`,
  },
  "names-joined": {
    vi: (d) =>
      `${periodicLabel(d.by as PeriodicLabel, "vi")}: ${n(d.count, "vi")} tên có nhiều cách viết (chữ hoa, chữ thường, dấu cách) được gộp làm một: ${q(d.other)} vào ${q(d.name)}${d.count === 1 ? "" : "…"}.`,
    en: (d) =>
      `${periodicLabel(d.by as PeriodicLabel, "en")}: ${many(d.count, "name")} spelled in several ways (case, spaces), each taken as one: ${q(d.other)} as ${q(d.name)}${d.count === 1 ? "" : " …"}.`,
  },
  "several-names": {
    vi: (d) =>
      `${n(d.count, "vi")} mã thủ tục có nhiều tên trong tệp; báo cáo ghi tên của nhiều hồ sơ nhất (${q(d.procedure)}: ${q(d.name)}).`,
    en: (d) =>
      `${many(d.count, "code")} of procedures with several names in the log; the commonest is printed (${q(d.procedure)}: ${q(d.name)}).`,
  },
  "times-joined": {
    vi: (d) => `${d.input}: ngày ở cột ${q(d.header)}, giờ ở cột ${q(d.other)}: đã ghép thành một thời điểm.`,
    en: (d) => `${d.input}: the day stands in the column ${q(d.header)}, its time in ${q(d.other)}: read together.`,
  },
  "times-apart": {
    vi: (d) =>
      `${d.input}: cột ${q(d.header)} ghi giờ mà không ghép được với cột ngày nào; các ngày được đọc là không có giờ. Đặt tên cột giờ như cột ngày (“Ngày tiếp nhận”, “Giờ tiếp nhận”) và ghi giờ 08:00.`,
    en: (d) =>
      `${d.input}: the ${d.count === 1 ? "column" : "columns"} ${q(d.header)} ${d.count === 1 ? "holds" : "hold"} times of day and ${d.count === 1 ? "was" : "were"} put together with no column of days: days are read without a time. Name each as its day is named (“Ngày tiếp nhận”, “Giờ tiếp nhận”), and write 08:00.`,
  },
  "sheets-read": {
    vi: (d) =>
      `${d.input}: đọc ${d.count === 1 ? "trang tính" : `${n(d.count, "vi")} trang tính${isOfOneHeader(d) ? " có cùng tiêu đề" : ""}`} ${q(d.sheets)}${goesOn(d, "vi")}${d.others === "" ? "" : `; không đọc ${q(d.others)}`}${bySheet(d, "chọn: --sheet")}.`,
    en: (d) =>
      `${d.input}: read ${d.count === 1 ? "the sheet" : `${n(d.count, "en")} sheets${isOfOneHeader(d) ? " of one header" : ""},`} ${q(d.sheets)}${goesOn(d, "en")}${d.others === "" ? "" : `; not read: ${q(d.others)}`}${bySheet(d, "to choose: --sheet")}.`,
  },
  "tables-read": {
    vi: (d) =>
      `${d.input}: đọc ${d.count === 1 ? "bảng" : `${n(d.count, "vi")} bảng${isOfOneHeader(d) ? " có cùng tiêu đề" : ""}`} ${q(d.sheets)} của trang${goesOn(d, "vi")}${d.others === "" ? "" : `; không đọc ${q(d.others)}`}${bySheet(d, "chọn: --sheet 2")}.`,
    en: (d) =>
      `${d.input}: read ${d.count === 1 ? "the table" : `${n(d.count, "en")} tables${isOfOneHeader(d) ? " of one header" : ""},`} ${q(d.sheets)}${goesOn(d, "en")}${d.others === "" ? "" : `; not read: ${q(d.others)}`}${bySheet(d, "to choose: --sheet 2")}.`,
  },
  "hidden-sheets": {
    vi: (d) => `${d.input}: không đọc trang tính bị ẩn ${q(d.sheets)}${bySheet(d, "đọc: --sheet")}.`,
    en: (d) => `${d.input}: hidden sheets are not read: ${q(d.sheets)}${bySheet(d, "to read one: --sheet")}.`,
  },
  "hidden-rows": {
    vi: (d) => `${d.input}: ${n(d.count, "vi")} dòng đang bị ẩn hoặc lọc vẫn được đọc.`,
    en: (d) => `${d.input}: ${many(d.count, "row")} hidden, as by a filter, read all the same.`,
  },
  "merged-cells": {
    vi: (d) => `${d.input}: ${n(d.count, "vi")} ô trống dưới ô đã gộp (merged) được lấy theo ô gộp.`,
    en: (d) => `${d.input}: ${many(d.count, "blank cell")} filled from the merged cell above.`,
  },
  "in-days": {
    vi: (d) =>
      `Cột ngày chỉ có ngày, không có giờ: thời gian xử lý tính theo số ngày ${d.clock === "working" ? "làm việc" : "lịch"}.`,
    en: (d) =>
      `A column holds dates without a time of day: processing time is counted in whole ${d.clock === "working" ? "working" : "calendar"} days.`,
  },
  "decimal-chosen": {
    vi: (d) =>
      `Cột "${fieldTitle(String(d.field), "vi")}": dấu thập phân là ${d.decimal === "comma" ? "dấu phẩy" : "dấu chấm"}, theo các giá trị chỉ đọc được một cách.`,
    en: (d) => `Column ${d.field}: the decimal sign is the ${d.decimal}, by the values that can be read one way only.`,
  },
  "notes-passed-over": {
    vi: (d) =>
      `${d.input}: bỏ qua ${n(d.count, "vi")} dòng không phải hồ sơ (tiêu đề, địa danh, chữ ký), dòng đầu tiên là ${d.cell === undefined ? n(d.line, "vi") : where(d, "vi")}.`,
    en: (d) =>
      `${d.input}: ${n(d.count, "en")} ${d.count === 1 ? "row" : "rows"} that ${d.count === 1 ? "is" : "are"} no case (titles, place and date, signatories) passed over, the first in ${where(d, "en")}.`,
  },
  "fillers-passed-over": {
    vi: (d) =>
      `${d.input}: bỏ qua ${n(d.count, "vi")} dòng mẫu kéo sẵn sau hồ sơ cuối cùng (không có mã, không có ngày, chỉ có số thứ tự hoặc giá trị như nhau), từ ${d.cell === undefined ? `dòng ${n(d.line, "vi")}` : where(d, "vi")} đến dòng ${n(Number(d.to), "vi")}.`,
    en: (d) =>
      `${d.input}: ${many(d.count, "row")} of a template that was filled down behind the last case (without an id or a day, running numbers or the same in all) passed over, from ${where(d, "en")} to ${n(Number(d.to), "en")}.`,
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
    vi: (d) => `${given[String(d.option)]?.vi} (${d.option}): kế hoạch của năm này không có chỉ tiêu nào cần tệp này.`,
    en: (d) => `${given[String(d.option)]?.en} (${d.option}): no target of the plan and year asks for it.`,
  },
  "unused-figures": {
    vi: (d) => `Số liệu báo cáo không ứng với chỉ tiêu nào của kế hoạch: ${n(d.count, "vi")} (${d.vi}).`,
    en: (d) => `Stated figures that no target of the plan asks for: ${n(d.count, "en")} (${d.en}).`,
  },
  "codes-not-in-catalogue": {
    vi: (d) =>
      `${n(d.count, "vi")} mã TTHC trong tệp không có trong danh mục: ${d.codes}${Number(d.count) > 5 ? "…" : ""}; không rõ hồ sơ của các mã này có thuộc phạm vi chỉ tiêu hay không.`,
    en: (d) =>
      `${many(d.count, "procedure code")} of the log are not in the catalogue: ${d.codes}${Number(d.count) > 5 ? " …" : ""}; whether their cases are of a clause's procedures is not known.`,
  },
  "too-many-words": {
    vi: (d) =>
      `${d.input}: cột "${fieldTitle(String(d.field), "vi")}" có hơn 1.000 từ khác nhau chưa được khai báo; kiểm tra lại cột.`,
    en: (d) =>
      `${d.input}: the column ${d.field} has more than 1,000 different unknown words; check that it is the right column.`,
  },
};

/** The codes of all notes. */
export const noteCodes = Object.keys(notes);

export function noteText(code: string, data: Data, language: Language): string {
  const message = notes[code];
  if (message === undefined) throw new Error(`no text for the note ${code}`);
  return message[language](data);
}
