/** What `kpi help CODE` adds to the sentence of a code: an example, and how it is mended. */
import type { Bilingual } from "./language.ts";

/** An example of what brings the code out, what follows from it, and the mend. */
export interface CodePage {
  readonly example: Bilingual;
  readonly follows: Bilingual;
  readonly mend: Bilingual;
}

const rejected: Bilingual = {
  vi: "Dòng bị loại, được đếm trong sổ đối chiếu; các dòng khác không đổi.",
  en: "The row is rejected and counted in the ledger; no other row changes.",
};
const outOfTheKpis: Bilingual = {
  vi: "Hồ sơ vẫn được tính, trừ ở các chỉ tiêu cần ô này.",
  en: "The case counts, but for the KPIs that need the cell.",
};
const undated: Bilingual = {
  vi: "Chỉ tiêu tính theo kết quả không có hồ sơ này; không có cả hai ngày thì tỷ lệ đúng hạn tính là chưa xong.",
  en: "No KPI over results has the case; on time it counts as open where both days are missing.",
};
const seeRejects: Bilingual = {
  vi: "Xem đủ các dòng: --rejects loi.csv; sửa ở hệ thống rồi xuất lại.",
  en: "To see every row: --rejects faults.csv; mend them in the system and export again.",
};
const correctInSystem: Bilingual = {
  vi: "Kiểm tra hai ô của hồ sơ trên hệ thống; mốc ghi sai thì sửa rồi xuất lại.",
  en: "Look up both cells of the case in the system; correct the one that is wrong and export again.",
};
const leftOut: Bilingual = {
  vi: "Dòng vẫn được tính, nhưng không tính vào các chỉ tiêu dùng đến ô mâu thuẫn.",
  en: "The row still counts, but not for the KPIs that rest on what is contradicted.",
};
const counted: Bilingual = {
  vi: "Chỉ kpi validate báo; kpi check vẫn tính hồ sơ theo các ô của nó.",
  en: "Told by kpi validate only; kpi check counts the case by its cells.",
};

/** Faults of rows and cells of a log. */
export const issuePages = {
  "too-few-cells": {
    example: { vi: "HS2,Trực tuyến (tiêu đề có 6 cột)", en: "HS2,online (the header has 6 columns)" },
    follows: rejected,
    mend: seeRejects,
  },
  "too-many-cells": {
    example: {
      vi: "HS2,UBND xã A, huyện B,… – dấu phẩy trong ô không có dấu nháy kép",
      en: "HS2,UBND xã A, huyện B,… – a comma in a cell that is not quoted",
    },
    follows: rejected,
    mend: {
      vi: "Đặt ô trong dấu nháy kép, hoặc xuất với dấu phân cách khác (chấm phẩy, tab).",
      en: "Put the cell in quotation marks, or export with another delimiter (semicolon, tab).",
    },
  },
  "bad-quote": {
    example: { vi: 'HS2,"Trực" tuyến,…', en: 'HS2,"on" line,…' },
    follows: rejected,
    mend: {
      vi: 'Viết "" cho một dấu nháy kép trong ô có nháy.',
      en: 'Write "" for a quotation mark in a quoted cell.',
    },
  },
  "unclosed-quote": {
    example: { vi: 'HS2,"Trực tuyến,01/09/2025,…', en: 'HS2,"online,01/09/2025,…' },
    follows: {
      vi: "Dòng bị loại; chương trình đọc tiếp từ dòng sau.",
      en: "The row is rejected; reading goes on at the next line.",
    },
    mend: { vi: "Thêm dấu nháy kép đóng, hoặc bỏ dấu mở.", en: "Close the quotation mark, or take the first one out." },
  },
  "rows-in-cell": {
    example: {
      vi: 'HS2,…,"A\nHS3,…,A\nHS4,…,A" – dấu nháy mở ở HS2, đóng ở HS4',
      en: 'HS2,…,"A\nHS3,…,A\nHS4,…,A" – a quotation mark opens in HS2 and closes in HS4',
    },
    follows: {
      vi: "Mọi dòng từ dấu nháy mở đến dấu nháy đóng bị loại, mỗi dòng được đếm và nêu số dòng.",
      en: "Every row from the first mark to the second is rejected, counted and named by its line.",
    },
    mend: { vi: "Bỏ hai dấu nháy kép rồi chạy lại.", en: "Take both marks out and run again." },
  },
  "bad-encoding": {
    example: { vi: "byte 0xFF giữa chữ UTF-8", en: "the byte 0xFF amid UTF-8" },
    follows: rejected,
    mend: {
      vi: "Lưu lại dưới dạng UTF-8; nếu cả tệp ở bảng mã khác: --encoding windows-1258, tcvn3, vni.",
      en: "Save the file as UTF-8; if all of it is in another encoding: --encoding windows-1258, tcvn3, vni.",
    },
  },
  "cell-too-long": {
    example: { vi: "một ô dài 12 MiB", en: "a cell of 12 MiB" },
    follows: rejected,
    mend: { vi: "Bỏ nội dung tệp đính kèm khỏi ô.", en: "Take the pasted file out of the cell." },
  },
  "row-too-long": {
    example: { vi: "một dòng dài 50 MiB", en: "a row of 50 MiB" },
    follows: rejected,
    mend: { vi: "Bỏ nội dung tệp đính kèm khỏi dòng.", en: "Take the pasted file out of the row." },
  },
  truncated: {
    example: { vi: "…\nHS9,Trực tuyến,01/0 (hết tệp)", en: "…\nHS9,online,01/0 (end of file)" },
    follows: rejected,
    mend: {
      vi: "Tệp có thể chưa ghi xong hoặc tải dở: xuất lại hoặc tải lại.",
      en: "The file may still be being written, or was not fetched whole: export or fetch it again.",
    },
  },
  "no-event-time": {
    example: { vi: "mọi ô ngày của hồ sơ đều trống", en: "every date of the case is blank" },
    follows: rejected,
    mend: {
      vi: "Ghi ngày tiếp nhận; nếu cột ngày có tên lạ: --map received_at=…",
      en: "Give its date of receipt; if the column has an unusual header: --map received_at=…",
    },
  },
  "other-header": {
    example: {
      vi: "giữa tệp: Mã hồ sơ, Ngày trả kết quả, Ngày tiếp nhận, …",
      en: "within the log: Mã hồ sơ, Ngày trả kết quả, Ngày tiếp nhận, …",
    },
    follows: rejected,
    mend: { vi: "Tách tệp tại dòng đó và đưa vào như hai tệp.", en: "Split the file there and give both parts." },
  },
  "unknown-word": {
    example: { vi: "Hình thức nộp: Kiosk", en: "channel: Kiosk" },
    follows: outOfTheKpis,
    mend: {
      vi: 'Khai báo từ: --map-value channel:"Kiosk"=in_person, hoặc map-value trong tệp cấu hình.',
      en: 'Say what it means: --map-value channel:"Kiosk"=in_person, or map-value in a configuration.',
    },
  },
  "bare-number": {
    example: { vi: "Hình thức nộp: 1", en: "channel: 1" },
    follows: {
      vi: "Không tính gì (mã thoát 2): có hai cách mã hóa đang được dùng.",
      en: "Nothing is judged (exit code 2): two codings are in use.",
    },
    mend: {
      vi: "Khai báo từng số: --map-value channel:1=online --map-value channel:0=in_person",
      en: "Say what each means: --map-value channel:1=online --map-value channel:0=in_person",
    },
  },
  "bad-time": {
    example: { vi: "31/02/2025; 01/09/25; hôm qua", en: "31/02/2025; 01/09/25; yesterday" },
    follows: outOfTheKpis,
    mend: {
      vi: "Ghi như 31/12/2025 08:30:00 hoặc 2025-12-31 08:30:00, năm đủ bốn chữ số.",
      en: "Write it as 31/12/2025 08:30:00 or 2025-12-31 08:30:00, with all four digits of the year.",
    },
  },
  "month-first": {
    example: { vi: "03/25/2025", en: "03/25/2025" },
    follows: {
      vi: "Ô không đọc được; quá một phần hai mươi số ô như vậy thì không tính gì (mã thoát 2).",
      en: "The cell cannot be read; with more than one in twenty of them nothing is judged (exit code 2).",
    },
    mend: {
      vi: "Nếu cả cột ghi tháng trước: --date-format MM/dd/yyyy. Nếu Excel đã đảo: xuất lại, không mở bằng Excel.",
      en: "If the whole column is month first: --date-format MM/dd/yyyy. If Excel did it: export again without opening the file in it.",
    },
  },
  "bad-number": {
    example: { vi: "Thời gian xử lý (giờ): hai ngày", en: "processing_hours: two days" },
    follows: outOfTheKpis,
    mend: { vi: "Ghi số, đơn vị ở tiêu đề cột: 2,5.", en: "Write a number, with its unit in the header: 2.5." },
  },
  "ambiguous-number": {
    example: {
      vi: "1.234 – một nghìn hai trăm ba mươi tư, hay một phẩy hai ba tư?",
      en: "1.234 – one thousand two hundred and thirty-four, or one point two?",
    },
    follows: {
      vi: "Cột không được dùng khi không ô nào cho biết dấu thập phân.",
      en: "The column is not used while no cell of it says which sign is the decimal one.",
    },
    mend: { vi: "--decimal comma hoặc --decimal point", en: "--decimal comma or --decimal point" },
  },
  "negative-duration": {
    example: { vi: "Thời gian xử lý (giờ): −3", en: "processing_hours: −3" },
    follows: outOfTheKpis,
    mend: seeRejects,
  },
  "cut-id": {
    example: { vi: "2,51008E+14 thay cho 251008000000012", en: "2.51008E+14 for 251008000000012" },
    follows: {
      vi: "Mỗi dòng được tính là một hồ sơ: không biết dòng nào trùng mã.",
      en: "Each row counts as a case of its own: which are the same case cannot be known.",
    },
    mend: {
      vi: "Xuất lại từ hệ thống và đưa thẳng vào kpi, không mở bằng Excel; trong Excel, cột mã hồ sơ phải là Văn bản.",
      en: "Export again and give the file to kpi as it comes, without opening it in Excel; in Excel the column must be Text.",
    },
  },
  "error-cell": {
    example: { vi: "Đơn vị xử lý: #REF!", en: "agency: #REF!" },
    follows: {
      vi: "Hồ sơ vẫn được tính; ở nơi cần ô này, hồ sơ thuộc nhóm không có tên; ô mã hồ sơ thì không biết dòng nào trùng.",
      en: "The case counts; where the cell is needed it is among those without a name; of ids, which are the same cannot be known.",
    },
    mend: {
      vi: "Mở bảng tính bằng Excel, sửa công thức của ô (nêu trong thông báo) nếu vẫn báo lỗi, lưu lại rồi chạy lại.",
      en: "Open the workbook in Excel, mend the formula of the cell that is named if it still shows an error, save it and run again.",
    },
  },
  "login-after-submission": {
    example: { vi: "đăng nhập 09:00, nộp 08:00 cùng ngày", en: "login at 09:00, submission at 08:00 of the same day" },
    follows: outOfTheKpis,
    mend: correctInSystem,
  },
  "received-before-submitted": {
    example: { vi: "tiếp nhận 01/09, nộp 05/09", en: "received on 1 September, submitted on the 5th" },
    follows: outOfTheKpis,
    mend: correctInSystem,
  },
  "finished-before-received": {
    example: { vi: "xử lý xong 31/08, tiếp nhận 01/09", en: "finished on 31 August, received on 1 September" },
    follows: outOfTheKpis,
    mend: correctInSystem,
  },
  "returned-before-received": {
    example: { vi: "trả kết quả 31/08, tiếp nhận 01/09", en: "returned on 31 August, received on 1 September" },
    follows: outOfTheKpis,
    mend: correctInSystem,
  },
  "due-before-received": {
    example: { vi: "hẹn trả 01/09, tiếp nhận 02/09", en: "due on 1 September, received on the 2nd" },
    follows: leftOut,
    mend: correctInSystem,
  },
  "returned-while-open": {
    example: { vi: "Đang xử lý, ngày trả kết quả 03/09/2025", en: "status processing, returned on 03/09/2025" },
    follows: leftOut,
    mend: correctInSystem,
  },
  "finished-while-open": {
    example: { vi: "Được tiếp nhận, ngày xử lý xong 03/09/2025", en: "status received, finished on 03/09/2025" },
    follows: leftOut,
    mend: correctInSystem,
  },
  "returned-without-date": {
    example: { vi: "Đã trả kết quả, ngày trả để trống", en: "status returned, no date of return" },
    follows: undated,
    mend: correctInSystem,
  },
  "finished-without-date": {
    example: { vi: "Đã xử lý xong, ngày xử lý xong để trống", en: "status finished, no date of the end" },
    follows: undated,
    mend: correctInSystem,
  },
  "odd-year": {
    example: { vi: "tiếp nhận 01/09/2025, trả 03/09/2052", en: "received on 01/09/2025, returned on 03/09/2052" },
    follows: leftOut,
    mend: correctInSystem,
  },
  "after-as-of": {
    example: { vi: "trả kết quả 05/10 khi --as-of 2025-09-30", en: "returned on 5 October with --as-of 2025-09-30" },
    follows: outOfTheKpis,
    mend: {
      vi: "Nếu mốc này ghi nhầm: sửa trong hệ thống. Nếu đúng: bỏ --as-of hoặc chọn ngày muộn hơn.",
      en: "If the time is a slip, correct it in the system; if it is right, leave --as-of out, or choose a later day.",
    },
  },
} as const satisfies Record<string, CodePage>;

/** What the cells of one case say against each other (`kpi validate`). */
export const checkPages = {
  "id-of-another-day": {
    example: { vi: "000.01.H24-250105-0001, nộp 02/01/2025", en: "000.01.H24-250105-0001, submitted on 02/01/2025" },
    follows: counted,
    mend: correctInSystem,
  },
  "half-swapped": {
    example: {
      vi: "25/03/2025 là chữ, bên cạnh 2025-05-03 vốn là ngày 5 tháng 3",
      en: "25/03/2025 as text, beside 2025-05-03 that was the 5th of March",
    },
    follows: {
      vi: "Cảnh báo: các ngày được đọc như đang ghi, có thể sai tháng.",
      en: "A warning: the dates are read as they stand, and may be of another month.",
    },
    mend: {
      vi: "Xuất lại từ hệ thống và đưa thẳng vào kpi, không mở bằng Excel.",
      en: "Export again and give the file to kpi as it comes, without opening it in Excel.",
    },
  },
  "blank-id": {
    example: {
      vi: "ô mã hồ sơ để trống, ghi “-”, hoặc 123456789012345000",
      en: "a blank cell, “-”, or 123456789012345000",
    },
    follows: {
      vi: "Dòng được tính là một hồ sơ riêng; hồ sơ ghi hai lần thì không nhận ra được.",
      en: "The row counts as a case of its own; one that is written twice cannot be found.",
    },
    mend: { vi: "Xuất lại tệp với mã hồ sơ dạng văn bản.", en: "Export the ids again, as text." },
  },
  "no-case-id": {
    example: { vi: "tệp không có cột “Mã hồ sơ”", en: "a log without a column “Mã hồ sơ”" },
    follows: {
      vi: "Hồ sơ xuất hai lần được tính hai lần.",
      en: "A case that was exported twice counts twice.",
    },
    mend: {
      vi: 'Khai báo cột: --map case_id="Tiêu đề trong tệp".',
      en: 'Map the column: --map case_id="Header in the file".',
    },
  },
  "odd-id": {
    example: { vi: "AB-7 giữa các mã 000.01.H24-250102-0001", en: "AB-7 among ids as 000.01.H24-250102-0001" },
    follows: {
      vi: "Cảnh báo, không tính vào --max-issues.",
      en: "A warning; it does not count towards --max-issues.",
    },
    mend: { vi: "Kiểm tra mã hồ sơ trên hệ thống.", en: "Look the case up in the system." },
  },
  duplicate: {
    example: { vi: "hai dòng cùng mã hồ sơ", en: "two rows with one case id" },
    follows: {
      vi: "Dòng cho biết nhiều nhất được tính (nếu như nhau thì dòng sau; nhiều tệp thì tệp sau), các dòng khác coi như không có; là cảnh báo.",
      en: "The row that knows most counts (of equals the later one, of several files the later file), as if the others had never stood there; a warning.",
    },
    mend: {
      vi: "Không cần sửa nếu các dòng là tình trạng của một hồ sơ; để tệp cũ trước, tệp mới sau.",
      en: "Nothing, if the rows are states of one case; name older files first.",
    },
  },
} as const satisfies Record<string, CodePage>;

/** What mends what stands in the way of a value, where that is no column or file. */
export const reasonMends: Readonly<Record<string, Bilingual>> = {
  "none-read": {
    vi: "Xem các từ và số chưa đọc được dưới bảng: khai báo từ bằng --map-value; ô để trống thì nhập trong hệ thống rồi xuất lại.",
    en: "The words and cells that were not read stand below the table: map words with --map-value; fill blank cells in the system and export again.",
  },
  "day-in-doubt": {
    vi: "Sửa ngày ghi nhầm trong hệ thống rồi xuất lại tệp; nếu ngày đó là thật: --as-of với ngày xuất tệp; nếu không sửa được: --as-of với ngày tính số liệu in trong báo cáo. Từ chưa khai báo của trạng thái: --map-value.",
    en: "Correct the slip in the system and export again; where the day is real, give the day of the export (--as-of); where it cannot be corrected, the day of the figures that is printed. A word of the status that no table knows: --map-value.",
  },
  "midnights-in-doubt": {
    vi: "Hạn trả 0 giờ được tính là đến hết ngày đó. Xuất lại cột hạn trả với giờ hẹn thật (17:00), hoặc với ngày không kèm giờ; nếu tệp có cột chỉ ghi ngày hẹn: --map due_at=….",
    en: "A due time of midnight is taken for the whole of its day. Export the times that were promised (17:00), or days without a time; if the log has a column of days: --map due_at=….",
  },
  "cases-in-doubt": {
    vi: "Xem các dòng trùng mã (kpi validate); sửa mã hồ sơ trong hệ thống rồi xuất lại, hoặc để trống mã giữ chỗ (99999…). Nếu mỗi dòng là một bước xử lý, xuất danh sách mỗi hồ sơ một dòng.",
    en: "Look up the rows of one id (kpi validate); correct the ids in the system and export again, or leave those blank that only stand in for one (99999 …). Where each row is a step, export the list of cases, a row a case.",
  },
};

/** How what a note tells of can be changed. */
export const noteMends: Readonly<Record<string, Bilingual>> = {
  "stand-in": {
    vi: "Nếu tệp có cột riêng: --map rated_at=… (tên trường như trong kpi inspect).",
    en: "If the log has a column of its own: --map rated_at=… (fields as in kpi inspect).",
  },
  "no-period": { vi: "Chọn kỳ báo cáo: --period 2025.", en: "Choose the period: --period 2025." },
  "other-year": {
    vi: "Chọn năm của kỳ báo cáo: --year; để nguyên nếu muốn đánh giá theo chỉ tiêu của năm khác.",
    en: "Give the year of the period: --year; leave it to judge by the targets of another year.",
  },
  "period-not-covered": {
    vi: "Xuất lại tệp cho đủ kỳ báo cáo; để nguyên nếu kỳ chưa kết thúc hoặc đơn vị mới hoạt động.",
    en: "Export the whole period; leave it if the period is not over, or the office is new.",
  },
  "dates-unreadable": {
    vi: "Xuất lại với ngày giờ ở một trong các dạng trên; ngày đứng trước tháng, hoặc nêu thứ tự: --date-format.",
    en: "Export again with times in one of these forms, day before month, or say their order: --date-format.",
  },
  "secondary-header": { vi: "Chọn cột kia bằng --map.", en: "Choose the other column with --map." },
  "column-missing": {
    vi: "Xuất các tệp với cùng các cột.",
    en: "Export the logs with the same columns.",
  },
  "stray-day": { vi: "Chọn ngày tính: --as-of 2025-12-31.", en: "Choose the day: --as-of 2025-12-31." },
  "half-swapped": {
    vi: "Xuất lại từ hệ thống và đưa thẳng vào kpi, không mở bằng Excel; kpi inspect cho biết các dạng ngày.",
    en: "Export again and give the file to kpi as it comes, without opening it in Excel; kpi inspect shows the forms of dates.",
  },
  "returned-without-date": correctInSystem,
  "finished-without-date": correctInSystem,
  truncated: { vi: "Xuất lại hoặc tải lại tệp.", en: "Export or fetch the file again." },
  "padded-codes": {
    vi: "Không cần làm gì; trong Excel, định dạng cột mã TTHC là Văn bản.",
    en: "Nothing; in Excel, make the column of procedure codes Text.",
  },
  "old-levels": {
    vi: "Không cần làm gì; nếu số có nghĩa khác: --map-value service_level:4=…",
    en: "Nothing; if the numbers mean something else: --map-value service_level:4=…",
  },
  "part-missing": {
    vi: "Bổ sung tệp tổng hợp rồi chạy lại, không dùng --allow-missing-parts.",
    en: "Supply the part and run again, without --allow-missing-parts.",
  },
  "min-cell": {
    vi: "Nếu được phép, lập lại tệp tổng hợp không có --min-cell.",
    en: "Where that is allowed, tally again without --min-cell.",
  },
  "no-petitions": {
    vi: "Không cần làm gì nếu đúng là không có; nếu có, xuất lại sổ phản ánh, kiến nghị.",
    en: "Nothing, where that is so; else export the petitions log again.",
  },
  "part-by-content": {
    vi: "Không cần làm gì; để tên gọn, đổi lại thành TÊN.kpi.json.",
    en: "Nothing; to have its name again, rename it to NAME.kpi.json.",
  },
  "overlap-unchecked": {
    vi: "Lập lại mọi tệp tổng hợp: kpi tally … --case-hashes --key-file KHÓA, cùng một khóa.",
    en: "Make all parts anew: kpi tally … --case-hashes --key-file KEY, one key for all.",
  },
  overlap: {
    vi: "Hai đơn vị thống nhất bên nào báo cáo hồ sơ đó, rồi lập lại tệp tổng hợp.",
    en: "The two offices agree on which of them reports the cases, and tally again.",
  },
  "log-grew": {
    vi: "Chạy lại khi hệ thống đã xuất xong tệp, không dùng --allow-growing.",
    en: "Run again when the export is at its end, without --allow-growing.",
  },
  "changing-clock": {
    vi: "Ở Việt Nam, bỏ --time-zone.",
    en: "In Việt Nam, leave --time-zone out.",
  },
  "stray-end": {
    vi: "Sửa ngày kết thúc của hồ sơ đó trong hệ thống, hoặc nêu thời điểm: --as-of NGÀY.",
    en: "Correct that end in the system, or say the moment: --as-of DATE.",
  },
  superseded: {
    vi: "Không phải làm gì: mỗi hồ sơ tính một lần, theo dòng cho biết nhiều nhất.",
    en: "Nothing needs to be done: a case counts once, by the row that knows most of it.",
  },
  "ids-shared": {
    vi: "Xuất thêm cột mã hồ sơ đầy đủ của hệ thống, nếu có.",
    en: "Export the system's full case id, if there is one.",
  },
  "rows-of-steps": {
    vi: "Xuất danh sách hồ sơ, mỗi hồ sơ một dòng, không xuất danh sách bước xử lý.",
    en: "Export the list of cases, a row a case, not that of their steps.",
  },
  "ids-apart": {
    vi: "Xem các dòng trùng mã (kpi validate); sửa mã hồ sơ trong hệ thống rồi xuất lại, hoặc để trống mã giữ chỗ (99999…). Nếu đúng là một hồ sơ: không phải làm gì.",
    en: "Look up the rows of one id (kpi validate); correct the ids in the system and export again, or leave those blank that only stand in for one (99999 …). If they are one case: nothing.",
  },
  "ids-in-doubt": {
    vi: "Xuất cột mã hồ sơ đầy đủ của hệ thống, hoặc thêm cột đơn vị, cột thủ tục và cột ngày tiếp nhận; nếu không có mã đầy đủ, bỏ cột số thứ tự khỏi mã hồ sơ. Nếu mỗi dòng là một bước xử lý, xuất danh sách mỗi hồ sơ một dòng.",
    en: "Export the system's full case id, or columns of the agency, the procedure and the receipt; where there is no full id, export none. Where each row is a step, export the list of cases, a row a case.",
  },
  "due-in-days": {
    vi: "Nếu hạn thật sự là 0 giờ: xuất cột hạn trả với giờ hẹn thật.",
    en: "If a case is really due at midnight: export the times that were promised.",
  },
  "due-midnights": {
    vi: "Nếu hạn là hết ngày: không phải làm gì. Nếu hạn là giờ khác: xuất lại với giờ hẹn thật (17:00), hoặc chọn cột khác: --map due_at=….",
    en: "If the whole day is meant: nothing. If the cases are due at another time: export the times that were promised (17:00), or choose another column: --map due_at=….",
  },
  "appointment-column": {
    vi: 'Khai báo cột đó là ngày hẹn trả: --map due_at=…. Nếu các hồ sơ đã trả thật vào đúng hạn: khai báo các trạng thái (--map-value status:"…"=returned).',
    en: 'Map that column as the due time: --map due_at=…. If the results were really returned at their due times: map the statuses (--map-value status:"…"=returned).',
  },
  "columns-reordered": {
    vi: "Không phải làm gì; nếu số liệu lạ, đưa từng tệp vào riêng.",
    en: "Nothing needs to be done; if figures look odd, give the files one by one.",
  },
  "no-case-id": {
    vi: 'Tệp không có cột mã hồ sơ được nhận ra. Hồ sơ xuất hai lần (hai dòng, hai tệp) khi đó được tính hai lần. Khai báo cột: --map case_id="Tiêu đề trong tệp".',
    en: 'The log has no column that is known as the case id. A case that stands twice (in two rows, in two files) is then counted twice. To map it: --map case_id="Header in the file".',
  },
  "blank-ids": {
    vi: "Ô mã hồ sơ để trống, hoặc ghi một từ thay cho ô trống, hoặc bị Excel làm mất chữ số. Mỗi dòng như vậy được tính là một hồ sơ riêng.",
    en: "The cell of the case id is blank, holds a word for nothing, or has lost digits to Excel. Each such row counts as a case of its own.",
  },
  "plan-period": {
    vi: "Kế hoạch chỉ giao chỉ tiêu cho một phần của năm (dòng period của kế hoạch), nên hồ sơ của phần đó mới được tính, trừ khi nêu --period.",
    en: "The plan sets targets for a part of the year only (its period), so that the cases of that part count unless --period says otherwise.",
  },
  "columns-near": {
    vi: "Một chỉ tiêu thiếu cột, và tệp có cột chưa đọc mà tên gần giống. Chương trình không tự đoán: nếu đúng, chép tùy chọn --map đã in.",
    en: "A KPI lacks a column, and the log has one of nearly that name which is not read. Nothing is guessed: where it is right, give the --map option that is printed.",
  },
  "words-unmet": {
    vi: "Từ khai báo bằng --map-value hoặc trong tệp cấu hình không có trong cột: có thể viết khác (xem kpi inspect), hoặc tháng này không có.",
    en: "A word given by --map-value or the configuration is not in its column: it may be spelled otherwise (see kpi inspect), or not be there this month.",
  },
  "names-joined": {
    vi: "Không phải làm gì; nếu là hai đơn vị khác nhau thì sửa tên trong tệp.",
    en: "Nothing needs to be done; if two are different, give them different names in the file.",
  },
  "several-names": {
    vi: "Không phải làm gì; các nhóm phân theo mã. Nếu một mã được dùng cho hai thủ tục thì sửa trong hệ thống.",
    en: "Nothing needs to be done: groups go by code. If one code stands for two procedures, mend it in the system.",
  },
  "times-joined": {
    vi: "Không phải làm gì; nếu hai cột không cùng một việc, đổi tên cột giờ.",
    en: "Nothing needs to be done; if the two columns are of different things, name the one of times otherwise.",
  },
  "times-apart": {
    vi: "Đặt tên cột giờ như cột ngày của nó (“Ngày tiếp nhận”, “Giờ tiếp nhận”) và ghi giờ 08:00, hoặc xuất một cột có cả ngày và giờ. Nếu giờ đó không phải của cột ngày nào: không phải làm gì.",
    en: "Name the column as that of its day is named (“Ngày tiếp nhận”, “Giờ tiếp nhận”) and write 08:00, or export one column of days with their times. If the times are of no such day: nothing.",
  },
  "lines-unwrapped": {
    vi: "Không phải làm gì; nếu xuất lại được thì chọn CSV thông thường.",
    en: "Nothing needs to be done; a plain CSV would do better, if the system exports one.",
  },
  "sheets-read": {
    vi: "Một trang tính: --sheet TÊN; mọi trang có cùng tiêu đề: --sheet all. Trang không có tiêu đề được đọc tiếp khi các cột ngày và mã khớp với trang trước.",
    en: "One sheet: --sheet NAME; every sheet of that header: --sheet all. A sheet without a header is read on where its dates and ids stand in the columns of the one before.",
  },
  "tables-read": {
    vi: "Một bảng của trang: --sheet và số thứ tự; mọi bảng có cùng tiêu đề: --sheet all. Bảng không có tiêu đề được đọc tiếp khi các cột ngày và mã khớp với bảng trước.",
    en: "One table of the page: --sheet and its number; every table of that header: --sheet all. A table without a header is read on where its dates and ids stand in the columns of the one before.",
  },
  "hidden-sheets": { vi: "Cần đọc trang bị ẩn: --sheet TÊN.", en: "To read a hidden sheet: --sheet NAME." },
  "hidden-rows": {
    vi: "Nếu chỉ tính các dòng đang hiện: bỏ lọc, xóa các dòng không cần rồi lưu lại.",
    en: "If only the rows shown are meant: take the filter off, delete the others, save again.",
  },
  "merged-cells": {
    vi: "Nếu ô gộp không có nghĩa như vậy: bỏ gộp ô (Merge & Center) rồi ghi từng ô.",
    en: "If that is not what the merged cell means: unmerge it and write each cell.",
  },
  "in-days": {
    vi: "Xuất cả giờ phút nếu hệ thống có.",
    en: "Export times of day, if the system has them.",
  },
  "decimal-chosen": {
    vi: "Nếu không đúng: --decimal comma hoặc --decimal point.",
    en: "If that is wrong: --decimal comma or --decimal point.",
  },
  "notes-passed-over": {
    vi: "Xem dòng được nêu; nếu đó là hồ sơ, ghi đủ mã và ngày.",
    en: "Look at the line; if it is a case, give it an id and a date.",
  },
  "fillers-passed-over": {
    vi: "Không cần làm gì, trừ khi trong đó có hồ sơ: ghi mã hồ sơ cho các dòng ấy.",
    en: "Nothing, unless cases are among them: give those rows their ids.",
  },
  "totals-passed-over": {
    vi: "Không cần làm gì, trừ khi có hồ sơ trong đó: ô đầu của hồ sơ không được ghi như dòng tổng.",
    en: "Nothing, unless a case is among them: its first cell must not say that it is a sum.",
  },
  "headers-passed-over": { vi: "Không cần làm gì.", en: "Nothing." },
  "columns-not-read": {
    vi: "Nếu cần cột đó, đặt tiêu đề như trong kpi words.",
    en: "If the column is needed, give it kpi words.",
  },
  "padded-table-codes": {
    vi: "Không cần làm gì; trong Excel, định dạng cột mã TTHC là Văn bản.",
    en: "Nothing; in Excel, make the column of procedure codes Text.",
  },
  "unused-input": {
    vi: "Bỏ tùy chọn, hoặc chọn kế hoạch, năm khác.",
    en: "Leave the option out, or choose another plan or year.",
  },
  "unused-figures": {
    vi: "Kiểm tra kế hoạch và năm; kpi plans show cho biết kế hoạch cần số liệu nào.",
    en: "Check plan and year; kpi plans show tells which figures a plan asks for.",
  },
  "codes-not-in-catalogue": {
    vi: "Chỉ tiêu nói về một phần TTHC, và tệp có mã mà danh mục (--procedures) không có. Hồ sơ của các mã đó được tính theo cả hai cách: nếu kết luận khác nhau thì chưa kết luận được. Thêm các mã vào danh mục.",
    en: "A target speaks of some procedures, and the log has codes that the catalogue (--procedures) does not. Their cases are taken both ways; where the verdict would differ it is undecided. Add the codes to the catalogue.",
  },
  "too-many-words": {
    vi: "Cột có thể bị nhận nhầm: xem kpi inspect, chọn cột khác bằng --map.",
    en: "The column may be the wrong one: see kpi inspect, choose another with --map.",
  },
};

/** The headings of a page, and the mend of faults whose sentence says what is wanted. */
export const codeWords = {
  issue: { vi: "Lỗi của dòng hoặc ô trong tệp hồ sơ", en: "A fault of a row or a cell of a case log" },
  check: {
    vi: "Các ô của một hồ sơ mâu thuẫn nhau (kpi validate)",
    en: "What the cells of one case say (kpi validate)",
  },
  exclusion: { vi: "Lý do hồ sơ không được tính vào một chỉ tiêu", en: "Why a case is left out of a KPI" },
  reason: { vi: "Vì sao một chỉ tiêu không có giá trị", en: "Why a KPI has no value" },
  note: { vi: "Ghi chú dưới bảng", en: "A note below the table" },
  error: { vi: "Lỗi dừng chương trình (mã thoát 2)", en: "What stops the run (exit code 2)" },
  table: {
    vi: "Lỗi trong tệp danh mục, PAKN, số liệu hoặc lịch (mã thoát 2)",
    en: "A fault of a catalogue, petitions, figures or calendar (exit code 2)",
  },
  plan: {
    vi: "Lỗi trong tệp kế hoạch hoặc cấu hình (mã thoát 2)",
    en: "A fault of a plan or a configuration (exit code 2)",
  },
  example: { vi: "Ví dụ", en: "Example" },
  follows: { vi: "Kết quả", en: "Then" },
  mend: { vi: "Cách sửa", en: "To mend it" },
  tableMend: {
    vi: "Sửa ô tại dòng, cột được nêu rồi chạy lại; chưa có gì được tính.",
    en: "Mend the cell at the line and column that are named, and run again; nothing was judged.",
  },
  planMend: {
    vi: "Sửa tại dòng được nêu, kiểm tra lại bằng kpi plans check (kế hoạch) hoặc --show-config (cấu hình).",
    en: "Mend it at the line that is named, and check again: kpi plans check for a plan, --show-config for a configuration.",
  },
  errorMend: {
    vi: "Làm theo câu báo lỗi rồi chạy lại; chưa có gì được tính hay ghi.",
    en: "Do as the message says and run again; nothing was judged or written.",
  },
  reasonMend: {
    vi: "Đưa thêm cột hoặc tệp được nêu; kpi inspect cho biết tệp hồ sơ có những cột nào.",
    en: "Give the column or the file that is named; kpi inspect tells which columns a log has.",
  },
  exclusionMend: {
    vi: "Ghi ô này trên hệ thống nếu có số liệu; xem một hồ sơ: kpi explain CHỈ-TIÊU TỆP --case MÃ-HỒ-SƠ.",
    en: "Fill the cell in the system, where it is known; for one case: kpi explain KPI FILE --case ID.",
  },
} as const satisfies Record<string, Bilingual>;
