/** Titles of what reports and messages speak of: columns, events, inputs, words of the table. */
import { type Bilingual, clean, date, type Language, whole } from "./language.ts";

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
  undecided: { vi: "CHƯA KẾT LUẬN ĐƯỢC", en: "UNDECIDED" },
  tooFewCases: { vi: "quá ít hồ sơ", en: "too few cases" },
  "no-data": { vi: "CHƯA CÓ SỐ LIỆU", en: "NO DATA" },
  "not-supplied": { vi: "THIẾU DỮ LIỆU ĐẦU VÀO", en: "NOT SUPPLIED" },
  inTime: { vi: "ĐÚNG HẠN", en: "ON TIME" },
  late: { vi: "QUÁ HẠN", en: "LATE" },
  notDue: { vi: "CHƯA ĐẾN HẠN", en: "NOT DUE" },
  inPeriod: { vi: "trong kỳ", en: "in the period" },
  wholeLog: { vi: "tệp", en: "log" },
  stdin: { vi: "đầu vào chuẩn", en: "standard input" },
  doubtful: { vi: "* ít hồ sơ, để tham khảo", en: "* few cases: informational" },
  nothingJudged: { vi: "Không có chỉ tiêu nào được đánh giá.", en: "No target was judged." },
  casesShort: { vi: "", en: "" },
  ratingsShort: { vi: " lượt", en: "" },
  proceduresShort: { vi: " TTHC", en: " proc." },
  petitionsShort: { vi: " PAKN", en: " pet." },
  unitsShort: { vi: "", en: "" },
  /** Blank, or a word that no table knows. */
  noChannel: { vi: "(không rõ)", en: "(not known)" },
  noName: { vi: "(không ghi)", en: "(blank)" },
  interpretation: { vi: "theo cách hiểu", en: "interpretation" },
  aspirational: { vi: "phấn đấu", en: "aspirational" },
  owner: { vi: "chủ trì", en: "lead" },
  coOwner: { vi: "phối hợp", en: "with" },
  product: { vi: "sản phẩm", en: "product" },
  small: { vi: "ít hồ sơ, để tham khảo", en: "few cases: informational" },
  allPeriod: { vi: "Kỳ báo cáo: mọi hồ sơ trong tệp", en: "Period: every case of the log" },
  period: { vi: "Kỳ báo cáo", en: "Period" },
  line: { vi: "dòng", en: "line" },
  targets: { vi: "Số chỉ tiêu", en: "Targets" },
  plan: { vi: "Kế hoạch", en: "Plan" },
  replaces: { vi: "thay thế", en: "replaces" },
  source: { vi: "Căn cứ", en: "Source" },
  duties: { vi: "Nhiệm vụ định kỳ (không đánh giá)", en: "Recurring duties (never judged)" },
  contradictions: { vi: "Chỗ không khớp trong văn bản", en: "Where the document contradicts itself" },
  date: { vi: "Ngày", en: "Date" },
  weekday: { vi: "Thứ", en: "Weekday" },
  time: { vi: "Giờ", en: "Time" },
  dutyOf: { vi: "Kỳ", en: "Of" },
  duty: { vi: "Nhiệm vụ", en: "Duty" },
  withoutDue: { vi: "kế hoạch không nêu kỳ hạn", en: "the plan says neither how often nor when" },
  levels: { vi: "cấp", en: "levels" },
  fields: { vi: "lĩnh vực", en: "fields" },
  list: { vi: "danh mục", en: "list" },
  codes: { vi: "mã TTHC", en: "codes" },
  each: { vi: "theo từng", en: "for each" },
  deadline: { vi: "thời hạn", en: "by" },
  stated: { vi: "(báo cáo)", en: "(stated)" },
  byDefault: { vi: "mặc định", en: "default" },
  passedOver: { vi: "bỏ qua", en: "passed over" },
  fieldColumn: { vi: "Trường", en: "Field" },
  column: { vi: "Cột", en: "Column" },
  readAs: { vi: "Đọc là", en: "Read as" },
  blank: { vi: "Trống", en: "Blank" },
  atFault: { vi: "Lỗi", en: "At fault" },
  provisional: { vi: "dự kiến", en: "provisional" },
} as const satisfies Record<string, Bilingual>;

/** What results count, in a sentence. */
export const nouns = {
  cases: { vi: "hồ sơ", one: "case", many: "cases" },
  ratings: { vi: "lượt đánh giá", one: "rating", many: "ratings" },
  procedures: { vi: "TTHC", one: "procedure", many: "procedures" },
  petitions: { vi: "phản ánh, kiến nghị", one: "petition", many: "petitions" },
  satisfied: { vi: "lượt hài lòng", one: "satisfied rating", many: "satisfied ratings" },
  // What a stated figure counts only who stated it knows: households, accounts, services.
  units: { vi: "", one: "", many: "" },
} as const;

/** The name of what a result counts. */
export type Noun = keyof typeof nouns;

/** 12 hồ sơ; 1 case, 12 cases. */
export function counted(count: unknown, noun: unknown, language: Language): string {
  const { vi, one, many } = nouns[noun as Noun];
  return `${whole(count as number, language)} ${language === "vi" ? vi : count === 1 ? one : many}`.trim();
}

/** The head of a column of numbers of these: Số hồ sơ; Cases. */
export function countHead(noun: Noun, language: Language): string {
  const { vi, many } = nouns[noun];
  return language === "vi" ? `Số ${vi}` : many.charAt(0).toUpperCase() + many.slice(1);
}

const passedOver: Readonly<Record<string, Bilingual>> = {
  separator: { vi: "dòng sep=", en: "sep= line" },
  title: { vi: "dòng tên biểu", en: "titles" },
  numbering: { vi: "dòng đánh số cột", en: "column numbers" },
  header: { vi: "dòng tiêu đề lặp lại", en: "repeated headers" },
  blank: { vi: "dòng trống", en: "blank rows" },
  total: { vi: "dòng tổng", en: "totals" },
  note: { vi: "dòng ghi chú", en: "notes" },
  filler: { vi: "dòng mẫu kéo sẵn", en: "rows filled down" },
};

/** A kind of rows that are no cases. */
export function passedOverTitle(kind: string, language: Language): string {
  return passedOver[kind]?.[language] ?? kind;
}

/** A word of the table. */
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
  supplement_requested_at: { vi: "Ngày yêu cầu bổ sung", en: "supplement requested at" },
  supplement_received_at: { vi: "Ngày bổ sung", en: "supplement received at" },
  supplement_count: { vi: "Số lần bổ sung", en: "requests for supplements" },
  extended_to: { vi: "Gia hạn đến", en: "extended to" },
  apology: { vi: "Thư xin lỗi", en: "letter of apology" },
  level: { vi: "Cấp thực hiện", en: "level" },
  eligible: { vi: "Đủ điều kiện", en: "what it qualifies for" },
  on_portal: { vi: "Trên Cổng DVCQG", en: "on the portal" },
  business: { vi: "Liên quan đến doanh nghiệp", en: "concerns businesses" },
  restructured: { vi: "Đã tái cấu trúc", en: "restructured" },
  interactive_form: { vi: "Biểu mẫu điện tử tương tác", en: "interactive form" },
  prefilled: { vi: "Tự động điền dữ liệu", en: "prefilled" },
  at_center: { vi: "Thực hiện tại Trung tâm", en: "at the centre" },
  center_exempt: { vi: "Không phải thực hiện tại Trung tâm", en: "exempt from the centre" },
  boundary_free: { vi: "Không phụ thuộc địa giới", en: "free of boundaries" },
  has_document: { vi: "Có kết quả là giấy tờ", en: "result is a document" },
  excluded: { vi: "Không áp dụng chỉ tiêu", en: "excluded by the plan" },
  lists: { vi: "Danh mục", en: "lists" },
  group: { vi: "Nhóm TTHC", en: "group" },
  announced_on: { vi: "Ngày Bộ công bố", en: "day of announcement" },
  published_on: { vi: "Ngày công bố", en: "day of publication" },
  days_in_person: { vi: "Thời hạn nộp trực tiếp (ngày)", en: "prescribed days in person" },
  days_online: { vi: "Thời hạn nộp trực tuyến (ngày)", en: "prescribed days online" },
  publish_by: { vi: "Hạn công bố", en: "publish by" },
  answer_by: { vi: "Hạn trả lời", en: "answer by" },
  petition_id: { vi: "Mã PAKN", en: "petition id" },
  received_on: { vi: "Ngày tiếp nhận", en: "day of receipt" },
  due_on: { vi: "Hạn trả lời", en: "due day" },
  answered_on: { vi: "Ngày trả lời", en: "day of the answer" },
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
  procedures: { vi: "danh mục TTHC (--procedures)", en: "the procedure catalogue (--procedures)" },
  petitions: { vi: "sổ phản ánh, kiến nghị (--petitions)", en: "the petitions log (--petitions)" },
  figures: { vi: "số liệu báo cáo (--figures)", en: "stated figures (--figures)" },
  verdicts: { vi: "kết quả đánh giá các tiêu chí khác", en: "the verdicts on the other criteria" },
};

/** An input, with the option that gives it. */
export function inputTitle(input: string, language: Language): string {
  return inputTitles[input]?.[language] ?? input;
}

const levelTitles: Readonly<Record<string, Bilingual>> = {
  province: { vi: "cấp tỉnh", en: "province" },
  commune: { vi: "cấp xã", en: "commune" },
};

/** Who resolves a procedure. */
export function levelTitle(level: string, language: Language): string {
  return levelTitles[level]?.[language] ?? level;
}

/** A clause as it is shown: "dash" stands for a line of a list that the plan does not number. */
export function clauseTitle(clause: string, language: Language): string {
  return language === "vi" ? clause.replace(" dash ", " gạch đầu dòng ") : clause;
}

const weekdays = [
  { vi: "Chủ nhật", en: "Sunday" },
  { vi: "Thứ Hai", en: "Monday" },
  { vi: "Thứ Ba", en: "Tuesday" },
  { vi: "Thứ Tư", en: "Wednesday" },
  { vi: "Thứ Năm", en: "Thursday" },
  { vi: "Thứ Sáu", en: "Friday" },
  { vi: "Thứ Bảy", en: "Saturday" },
] as const;

/** The weekday of a day, since 1970-01-01 (a Thursday). */
export function weekday(day: number, language: Language): string {
  return weekdays[(((day + 4) % 7) + 7) % 7][language];
}

const dayKindTitles: Readonly<Record<string, Bilingual>> = {
  holiday: { vi: "Nghỉ lễ", en: "holiday" },
  swap: { vi: "Nghỉ hoán đổi", en: "off, swapped" },
  worked: { vi: "Làm bù", en: "worked" },
};

/** What an exceptional day of the calendar is. */
export function dayKindTitle(kind: string, language: Language): string {
  return dayKindTitles[kind]?.[language] ?? kind;
}

/** The options of a run, for who reads a report and not a command line. */
const optionTitles: Readonly<Record<string, Bilingual>> = {
  clock: { vi: "Cách tính thời gian", en: "clock" },
  timeZone: { vi: "Múi giờ", en: "time zone" },
  asOf: { vi: "Số liệu trong tệp đến hết ngày", en: "log up to the end of" },
  maxRejects: { vi: "Số dòng bị loại tối đa", en: "rejected rows at most" },
  requireAll: { vi: "Bắt buộc đủ dữ liệu đầu vào", en: "all inputs required" },
  allowNoData: { vi: "Chấp nhận chỉ tiêu chưa có số liệu", en: "no data forgiven" },
  by: { vi: "Nhóm theo", en: "groups" },
  top: { vi: "Số nhóm hiển thị tối đa", en: "groups shown at most" },
  plan: { vi: "Kế hoạch", en: "plan" },
  year: { vi: "Năm của chỉ tiêu", en: "year of the targets" },
  version: { vi: "Phiên bản chương trình", en: "version of kpi" },
  period: { vi: "Kỳ báo cáo", en: "period" },
  expected: { vi: "Số hồ sơ dự kiến", en: "cases expected" },
};

const optionValues: Readonly<Record<string, Bilingual>> = {
  elapsed: { vi: "thời gian thực", en: "elapsed time" },
  working: { vi: "giờ làm việc", en: "working time" },
  calendar: { vi: "theo lịch", en: "calendar" },
  statutory: { vi: "theo Nghị định 09/2019/NĐ-CP", en: "Decree 09/2019/NĐ-CP" },
  agency: { vi: "đơn vị", en: "agency" },
  procedure: { vi: "thủ tục", en: "procedure" },
  field: { vi: "lĩnh vực", en: "field" },
  channel: { vi: "hình thức nộp", en: "channel" },
  month: { vi: "tháng", en: "month" },
};

export function optionTitle(name: string, language: Language): string {
  return optionTitles[name]?.[language] ?? name;
}

/** The value of an option in words; ids and numbers as they are. */
export function optionValue(value: unknown, language: Language): string {
  if (value === null) return "–";
  if (typeof value === "boolean") return { vi: value ? "có" : "không", en: value ? "yes" : "no" }[language];
  const text = String(value);
  return optionValues[text]?.[language] ?? (/^\d{4}-\d\d-\d\d$/.test(text) ? date(text, language) : text);
}
