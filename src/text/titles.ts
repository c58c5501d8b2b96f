/** Titles of what reports and messages speak of: columns, events, inputs, words of the table. */
import { type Bilingual, clean, type Language } from "../text.ts";

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

export const eventTitles: Readonly<Record<string, Bilingual>> = {
  submitted: { vi: "nộp hồ sơ", en: "submission" },
  received: { vi: "tiếp nhận", en: "receipt" },
  finished: { vi: "trả kết quả", en: "return of the result" },
  rated: { vi: "đánh giá", en: "rating" },
  completed: { vi: "giải quyết xong", en: "completion" },
};

const inputTitles: Readonly<Record<string, Bilingual>> = {
  procedures: { vi: "danh mục TTHC", en: "the procedure catalogue" },
  petitions: { vi: "sổ phản ánh, kiến nghị", en: "the petitions log" },
  figures: { vi: "số liệu báo cáo của đơn vị", en: "figures stated by the office" },
  verdicts: { vi: "đánh giá của các tiêu chí khác", en: "verdicts on the other criteria" },
};

export function inputTitle(input: string, language: Language): string {
  return inputTitles[input]?.[language] ?? input;
}
