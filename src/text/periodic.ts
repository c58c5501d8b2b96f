/** What the report of a period says in words, by rules: every sentence is made of figures that stand in the report. */
import { type Data, date, type Language, type Message, many, n } from "./language.ts";
import { asPeriod, namesIn, periodTitle } from "./periods.ts";
import { lower, shortSentences } from "./short.ts";

const names = (value: unknown, language: Language) => namesIn(value as readonly string[], language);
/** In English: 1 case is, 2 cases are. */
const casesAre = (value: unknown) => `${many(value, "case")} ${value === 1 ? "is" : "are"}`;

const sideVi = (side: unknown) => (side === "online" ? "trực tuyến" : "trực tiếp");
const sideEn = (side: unknown) => (side === "online" ? "online" : "in person");

/** The headings, labels and columns of the report. */
export const periodicLabels = {
  title: {
    vi: "BÁO CÁO",
    en: "REPORT",
  },
  result: { vi: "kết quả thực hiện các chỉ tiêu", en: "results" },
  formSubject: {
    vi: "Tình hình, kết quả giải quyết thủ tục hành chính",
    en: "The handling of cases of administrative procedures",
  },
  formResult: {
    vi: "tình hình, kết quả giải quyết thủ tục hành chính",
    en: "the handling of cases of administrative procedures",
  },
  subject: {
    vi: "Kết quả thực hiện các chỉ tiêu về dịch vụ công trực tuyến và giải quyết thủ tục hành chính",
    en: "Targets of online public services and the handling of administrative procedures",
  },
  results: { vi: "Kết quả thực hiện các chỉ tiêu", en: "Results against the targets" },
  trend: { vi: "Xu hướng qua các kỳ", en: "Trend" },
  groups: {
    vi: "Kết quả theo đơn vị, lĩnh vực, thủ tục, hình thức nộp",
    en: "By agency, field, procedure and channel",
  },
  why: { vi: "Phân tích thay đổi so với kỳ trước", en: "How the figures moved" },
  needs: { vi: "Yêu cầu trong thời gian còn lại của năm", en: "What it takes over the rest of the year" },
  form: {
    vi: "Tình hình tiếp nhận, giải quyết hồ sơ (Biểu II.06a/VPCP/KSTT)",
    en: "Cases received and resolved (form II.06a/VPCP/KSTT)",
  },
  formOfBtp: {
    vi: "Tình hình tiếp nhận, giải quyết hồ sơ (Biểu 07a/BTP)",
    en: "Cases received and resolved (form 07a/BTP)",
  },
  open: { vi: "Hồ sơ quá hạn và sắp đến hạn", en: "Open cases overdue and due soon" },
  quality: { vi: "Chất lượng dữ liệu", en: "Quality of the data" },
  definitions: { vi: "Cách tính, căn cứ, lịch làm việc, tùy chọn", en: "Definitions, sources, calendar, options" },
  kpi: { vi: "Chỉ tiêu", en: "KPI" },
  period: { vi: "Kỳ báo cáo", en: "Period" },
  before: { vi: "Kỳ trước", en: "Period before" },
  yearBefore: { vi: "Cùng kỳ năm trước", en: "A year before" },
  yearToDate: { vi: "Từ đầu năm", en: "Year to date" },
  planToDate: { vi: "Từ đầu kỳ kế hoạch", en: "Plan to date" },
  value: { vi: "Kết quả", en: "Measured" },
  target: { vi: "Chỉ tiêu giao", en: "Target" },
  verdict: { vi: "Đánh giá", en: "Verdict" },
  cases: { vi: "Số hồ sơ", en: "Cases" },
  /** Of cases, ratings and procedures in one column. */
  count: { vi: "Số lượng", en: "Number" },
  clause: { vi: "Mục", en: "Clause" },
  change: { vi: "Thay đổi", en: "Change" },
  performance: { vi: "Phần thay đổi trong từng thủ tục", en: "Within procedures" },
  mix: { vi: "Phần do dịch chuyển cơ cấu", en: "Shift of the mix" },
  now: { vi: "Kỳ này", en: "This period" },
  agency: { vi: "Đơn vị", en: "Agency" },
  field: { vi: "Lĩnh vực", en: "Field" },
  procedure: { vi: "Thủ tục", en: "Procedure" },
  channel: { vi: "Hình thức nộp", en: "Channel" },
  month: { vi: "Tháng", en: "Month" },
  group: { vi: "Nhóm", en: "Group" },
  short: { vi: "Còn thiếu", en: "Short by" },
  shareBefore: { vi: "Tỷ trọng kỳ trước", en: "Weight before" },
  shareNow: { vi: "Tỷ trọng kỳ này", en: "Weight now" },
  done: { vi: "Đã có", en: "So far" },
  expected: { vi: "Dự kiến đến hết năm", en: "Expected to come" },
  required: { vi: "Mức cần đạt", en: "Required" },
  best: { vi: "Tốt nhất 12 kỳ gần nhất", en: "Best of the last 12 periods" },
  needState: { vi: "Khả năng", en: "State" },
  secured: { vi: "Chắc chắn đạt", en: "Secured" },
  reachable: { vi: "Có thể đạt về số học", en: "Possible by arithmetic" },
  unreachable: { vi: "Không còn khả năng đạt", en: "Out of reach" },
  over: { vi: "Đã hết năm", en: "The year is over" },
  unknown: { vi: "Chưa xác định", en: "Not known" },
  received: { vi: "Số lượng hồ sơ tiếp nhận", en: "Received" },
  resolved: { vi: "Số lượng hồ sơ đã giải quyết", en: "Resolved" },
  inProgress: { vi: "Số lượng hồ sơ đang giải quyết", en: "In progress" },
  total: { vi: "Tổng số", en: "Total" },
  online: { vi: "Trực tuyến", en: "Online" },
  formOnline: { vi: "Trong kỳ: trực tuyến", en: "In the period: online" },
  formDirect: { vi: "Trong kỳ: trực tiếp, dịch vụ bưu chính", en: "In the period: in person, postal" },
  formField: { vi: "Lĩnh vực giải quyết", en: "Field" },
  formNumber: { vi: "STT", en: "No" },
  inPerson: { vi: "Trực tiếp", en: "In person" },
  carriedOver: { vi: "Từ kỳ trước", en: "Carried over" },
  early: { vi: "Trước hạn", en: "Early" },
  onDay: { vi: "Đúng hạn", en: "On the day" },
  late: { vi: "Quá hạn", en: "Late" },
  inTime: { vi: "Trong hạn", en: "In time" },
  overdue: { vi: "Quá hạn", en: "Overdue" },
  soon: { vi: "Sắp đến hạn", en: "Due soon" },
  openTotal: { vi: "Đang giải quyết", en: "Open" },
  caseId: { vi: "Mã hồ sơ", en: "Case" },
  due: { vi: "Ngày hẹn trả", en: "Due" },
  number: { vi: "TT", en: "No" },
  reason: { vi: "Lý do", en: "Reason" },
  excluded: { vi: "Không tính được", en: "Excluded" },
  log: { vi: "Tệp", en: "Log" },
  read: { vi: "Đã đọc", en: "Read" },
  counted: { vi: "Đưa vào tính", en: "Counted" },
  outOfPeriod: { vi: "Ngoài kỳ báo cáo", en: "Out of period" },
  duplicates: { vi: "Trùng mã hồ sơ", en: "Duplicates" },
  rejected: { vi: "Bị loại", en: "Rejected" },
  definition: { vi: "Định nghĩa", en: "Definition" },
  formula: { vi: "Công thức", en: "Formula" },
  quote: { vi: "Nguyên văn kế hoạch", en: "The plan's words" },
  date: { vi: "Ngày", en: "Date" },
  kind: { vi: "Loại", en: "Kind" },
  name: { vi: "Tên", en: "Name" },
  source: { vi: "Căn cứ", en: "Source" },
  option: { vi: "Tùy chọn", en: "Option" },
  columnsOf: { vi: "Cột của tệp", en: "Columns of the log" },
  fieldName: { vi: "Nội dung", en: "Field" },
  header: { vi: "Tiêu đề cột", en: "Header" },
  setting: { vi: "Giá trị", en: "Value" },
  table: { vi: "Số liệu của biểu đồ", en: "The figures of the chart" },
  contents: { vi: "Nội dung", en: "Contents" },
  met: { vi: "đạt", en: "met" },
  missed: { vi: "chưa đạt", en: "missed" },
  filter: { vi: "Lọc:", en: "Filter:" },
  reporter: { vi: "Đơn vị báo cáo", en: "Reporting office" },
  receiver: { vi: "Đơn vị nhận báo cáo", en: "Receiving office" },
  formName: {
    vi: "Biểu số II.06a/VPCP/KSTT: Tình hình, kết quả giải quyết TTHC tại cơ quan, đơn vị trực tiếp giải quyết TTHC",
    en: "Form II.06a/VPCP/KSTT: cases of administrative procedures at the office that handles them",
  },
  calendarDays: { vi: "Ngày nghỉ, làm bù của lịch làm việc", en: "Exceptional days of the working calendar" },
  optionsTable: { vi: "Tùy chọn đã dùng", en: "Options of this run" },
  inputFiles: { vi: "Tệp dữ liệu", en: "Files that were read" },
  noValue: { vi: "–", en: "–" },
  interval: { vi: "Khoảng tin cậy 95%", en: "95 % interval" },
  input: { vi: "Dữ liệu", en: "Input" },
  rows: { vi: "Số dòng", en: "Rows" },
  none: { vi: "Không có.", en: "None." },
  points: {
    vi: "Thay đổi của các tỷ lệ tính bằng điểm phần trăm. Số liệu đã làm tròn nên tổng có thể lệch ở chữ số cuối.",
    en: "Changes of shares are in percentage points. Figures are rounded: sums may differ in the last digit.",
  },
  summarySheet: { vi: "Tóm tắt", en: "Summary" },
  indexSheet: { vi: "Điểm 766", en: "Index 766" },
  resultsSheet: { vi: "Kết quả", en: "Results" },
  trendSheet: { vi: "Xu hướng", en: "Trend" },
  groupsSheet: { vi: "Theo nhóm", en: "Groups" },
  whySheet: { vi: "Thay đổi", en: "Why" },
  needsSheet: { vi: "Cần đạt", en: "Needed" },
  formSheet: { vi: "Biểu II.06a", en: "Form II.06a" },
  btpSheet: { vi: "Biểu 07a", en: "Form 07a" },
  openSheet: { vi: "Đang giải quyết", en: "Open cases" },
  signsSheet: { vi: "Cần kiểm tra", en: "To look at" },
  stagesSheet: { vi: "Từng khâu", en: "Stages" },
  qualitySheet: { vi: "Dữ liệu", en: "Data" },
  definitionsSheet: { vi: "Cách tính", en: "Definitions" },
} as const satisfies Record<string, { vi: string; en: string }>;

export type PeriodicLabel = keyof typeof periodicLabels;

export function periodicLabel(name: PeriodicLabel, language: Language): string {
  return periodicLabels[name][language];
}

/** Sentences of the report of a period. */
export const periodicSentences = {
  ...shortSentences,
  opening: {
    vi: (d) =>
      `Thực hiện ${d.plan}, kết quả ${periodTitle(String(d.period), "vi")} (số liệu từ ngày ${date(String(d.from), "vi")} đến ngày ${date(String(d.to), "vi")}) như sau:`,
    en: (d) =>
      `Under ${d.plan}: results of ${periodTitle(String(d.period), "en")} (from ${date(String(d.from), "en")} to ${date(String(d.to), "en")}).`,
  },
  formOpening: {
    vi: (d) =>
      `Tình hình, kết quả giải quyết ${periodTitle(String(d.period), "vi")} tổng hợp theo Biểu số ${d.form}, số liệu từ ngày ${date(String(d.from), "vi")} đến ngày ${date(String(d.to), "vi")}.`,
    en: (d) =>
      `Cases of ${periodTitle(String(d.period), "en")} by form ${d.form} (from ${date(String(d.from), "en")} to ${date(String(d.to), "en")}).`,
  },
  partialView: {
    vi: (d) =>
      `Tệp chỉ có hồ sơ từ ngày ${date(String(d.from), "vi")}, không đủ ${asPeriod(String(d.period), "vi")}: không dùng để so sánh chính thức.`,
    en: (d) =>
      `The log begins on ${date(String(d.from), "en")}, within ${periodTitle(String(d.period), "en")}: only a part of it can be compared.`,
  },
  partialTrend: {
    vi: (d) => `* Tệp không có đủ hồ sơ của ${names(d.periods, "vi")}.`,
    en: (d) => `* The log does not hold all of ${names(d.periods, "en")}.`,
  },
  noView: {
    vi: (d) => `Tệp không có hồ sơ của ${asPeriod(String(d.period), "vi")} nên không so sánh được.`,
    en: (d) => `The log has no case of ${periodTitle(String(d.period), "en")} to compare with.`,
  },
  // Neither part is a cause, and a change of one period is no trend: higher and lower, not better and worse.
  move: {
    vi: (d) =>
      `${d.title}${d.side === null ? "" : ` (thời gian trung bình ${sideVi(d.side)})`}: ${d.direction === "same" ? `giữ nguyên ${d.now}` : `${d.now}, ${d.direction === "up" ? "cao hơn" : "thấp hơn"} kỳ trước (${d.before}) là ${d.size}`}${d.isStill ? "" : `; phần thay đổi trong từng thủ tục ${d.performance}, phần do dịch chuyển cơ cấu ${d.mix}`}.`,
    en: (d) =>
      `${d.title}${d.side === null ? "" : ` (mean time ${sideEn(d.side)})`}: ${d.direction === "same" ? `unchanged at ${d.now}` : `${d.now}, ${d.size} ${d.direction === "up" ? "higher" : "lower"} than the period before (${d.before})`}${d.isStill ? "" : `; ${d.performance} within the procedures, ${d.mix} by the shift between them`}.`,
  },
  opposite: {
    vi: (d) =>
      `Lưu ý: ${d.side === null ? lower(d.title) : `thời gian trung bình ${sideVi(d.side)}`} chung ${d.direction === "up" ? "tăng" : "giảm"} trong khi ở phần lớn thủ tục lại ${d.direction === "up" ? "giảm" : "tăng"}${d.side === null ? "" : ` (so với nộp trực tiếp, thời gian trực tuyến kỳ trước ${d.cutBefore}, kỳ này ${d.cutNow})`}; cần xem theo từng thủ tục.`,
    en: (d) =>
      `Note: ${d.side === null ? "the figure" : `the mean time ${sideEn(d.side)}`} as a whole went ${d.direction} while at most procedures it went ${d.direction === "up" ? "down" : "up"}${d.side === null ? "" : ` (online against in person: ${d.cutBefore} before, ${d.cutNow} now)`}; read it by procedure.`,
  },
  // A cut below 0 is no cut: what takes longer is said to take longer.
  cut: {
    vi: (d) => (d.size === null ? "chưa có số liệu" : `${d.isLonger ? "tăng" : "giảm"} ${d.size}`),
    en: (d) => (d.size === null ? "without data" : `${d.size} ${d.isLonger ? "longer" : "shorter"}`),
  },
  likeForLike: {
    vi: (d) =>
      d.isNone
        ? `Kỳ này không có thủ tục nào có cả hồ sơ trực tuyến và trực tiếp để so sánh trên cùng thủ tục (kỳ trước ${d.before}); tính chung ${d.raw}.`
        : `Tính trên cùng thủ tục, thời gian trực tuyến ${d.now} so với nộp trực tiếp (kỳ trước ${d.before}); tính chung ${d.raw}.`,
    en: (d) =>
      d.isNone
        ? `No procedure has cases of both ways in this period, so that there is nothing to compare on the same procedures (${d.before} in the period before); as a whole the time online is ${d.raw}.`
        : `On the same procedures the time online is ${d.now} than in person (${d.before} in the period before); as a whole it is ${d.raw}.`,
  },
  needInPerson: {
    vi: (d) =>
      `${d.title}: mức cần đạt là thời gian trung bình trực tuyến, nếu trung bình trực tiếp giữ ở ${d.inPerson}.`,
    en: (d) => `${d.title}: required is the mean time online, if the mean in person stays at ${d.inPerson}.`,
  },
  // Arithmetic is no forecast: what no period has reached is said to be that.
  neverYet: {
    vi: (d) => `${d.state}; chưa kỳ nào trong ${n(d.count, "vi")} kỳ đạt mức này`,
    en: (d) =>
      `${d.state}; ${d.count === 1 ? "the period before did not reach it" : `none of ${n(d.count, "en")} periods has reached it`}`,
  },
  // By name of what is to come: beside it stands how far the period is from its target.
  needStep: {
    vi: (d) =>
      `để cả năm đạt, từ nay đến hết năm ${
        d.kind === "share"
          ? `cần ${d.isCeiling ? "không quá" : "ít nhất"} ${n(d.cases, "vi")} trong ${n(d.more, "vi")} ${d.isRating ? "lượt đánh giá" : "hồ sơ"} dự kiến (${d.required})`
          : d.kind === "reduction"
            ? `thời gian trung bình trực tuyến không quá ${d.required}, nếu trung bình trực tiếp của cả năm giữ ở ${d.inPerson}`
            : `giá trị trung bình ${d.isCeiling ? (d.isStrict ? "dưới" : "không quá") : d.isStrict ? "trên" : "ít nhất"} ${d.required}`
      }${d.never === 0 ? "" : `; chưa kỳ nào trong ${n(d.never, "vi")} kỳ đạt mức này`}`,
    en: (d) =>
      `for the year to meet it, over the rest of the year ${
        d.kind === "share"
          ? `${d.isCeiling ? "at most" : "at least"} ${n(d.cases, "en")} of the ${n(d.more, "en")} ${d.isRating ? "ratings" : "cases"} expected (${d.required})`
          : d.kind === "reduction"
            ? `a mean online of at most ${d.required}, if the mean in person of the year stays at ${d.inPerson}`
            : `a mean ${d.isCeiling ? (d.isStrict ? "below" : "of at most") : d.isStrict ? "above" : "of at least"} ${d.required}`
      }${d.never === 0 ? "" : `; none of ${n(d.never, "en")} periods has reached it`}`,
  },
  needOver: {
    vi: () => "Kỳ báo cáo kết thúc cùng năm: không còn thời gian để thay đổi kết quả của năm.",
    en: () => "The period ends with the year: nothing is left of it to change the figures.",
  },
  needUnknown: {
    vi: (d) =>
      `Chưa biết số hồ sơ từ nay đến hết năm của: ${names(d.titles, "vi")} (${d.why === "not-whole" ? "tệp không có đủ hồ sơ của cùng kỳ năm trước" : d.why === "outside-calendar" ? "lịch làm việc không có năm trước nên hồ sơ của cùng kỳ năm trước không tính được" : d.why === "not-used" ? "tệp có hồ sơ của cùng kỳ năm trước nhưng không hồ sơ nào tính được" : "tệp không có hồ sơ của cùng kỳ năm trước"}).`,
    en: (d) =>
      `Not known how many cases are to come for ${names(d.titles, "en")} (${d.why === "not-whole" ? "the log does not hold all of those months of the year before" : d.why === "outside-calendar" ? "the working calendar does not have the year before, so that its cases cannot be counted" : d.why === "not-used" ? "the log has cases of those months of the year before, of which none could be used" : "the log has no case of those months of the year before"}).`,
  },
  needOpen: {
    vi: (d) =>
      `Từ đầu năm đến nay chưa kết luận được nên không tính mức cần đạt, không dự báo: ${names(d.titles, "vi")}.`,
    en: (d) =>
      `Undecided over the year to date, so that neither what is required nor a forecast is told: ${names(d.titles, "en")}.`,
  },
  expectedFrom: {
    vi: (d) =>
      d.from === "given"
        ? "Số hồ sơ dự kiến theo số đã khai báo, chia theo tỷ lệ của từng chỉ tiêu đến nay."
        : d.from === "given-own"
          ? "Tệp không có ngày tiếp nhận nên không biết tỷ lệ so với hồ sơ tiếp nhận: số dự kiến đã khai báo được dùng nguyên cho từng chỉ tiêu."
          : "Số hồ sơ dự kiến bằng số hồ sơ của cùng kỳ năm trước.",
    en: (d) =>
      d.from === "given"
        ? "The cases to come are those that were given, shared out as each KPI's cases of the year so far."
        : d.from === "given-own"
          ? "The log has no receipts, so that shares of received cases cannot be known: the number given is taken as each KPI's own."
          : "The cases to come are those of the same months a year before.",
  },
  arithmetic: {
    vi: () => "Cách tính: (chỉ tiêu × (đã có + dự kiến) − phần đã đạt) ÷ dự kiến.",
    en: () => "Worked out as (target × (so far + to come) − what counts so far) ÷ to come.",
  },
  formPeriod: {
    vi: (d) =>
      `Kỳ báo cáo: ${periodTitle(String(d.period), "vi")} (từ ngày ${date(String(d.from), "vi")} đến ngày ${date(String(d.to), "vi")}). Đơn vị báo cáo: ${d.reporter}. Đơn vị nhận báo cáo: ${d.receiver}. Đơn vị tính: số hồ sơ TTHC.`,
    en: (d) =>
      `Period: ${periodTitle(String(d.period), "en")} (${date(String(d.from), "en")} to ${date(String(d.to), "en")}). Reporting office: ${d.reporter}. Receiving office: ${d.receiver}. Unit: cases.`,
  },
  notReached: {
    vi: (d) =>
      `Tệp chỉ có số liệu đến hết ngày ${date(String(d.asOf), "vi")}, trước kỳ báo cáo: chưa biết hồ sơ nào được tiếp nhận, giải quyết trong kỳ.`,
    en: (d) =>
      `The log ends on ${date(String(d.asOf), "en")}, before the period: what was received and resolved in it is not known.`,
  },
  notBegun: {
    vi: (d) =>
      `Tệp chỉ có hồ sơ từ ngày ${date(String(d.from), "vi")}, sau kỳ báo cáo: chưa biết hồ sơ nào được tiếp nhận, giải quyết trong kỳ.`,
    en: (d) =>
      `The log begins on ${date(String(d.from), "en")}, after the period: what was received and resolved in it is not known.`,
  },
  formAsOf: {
    vi: (d) => `Số liệu đang giải quyết tính đến hết ngày ${date(String(d.asOf), "vi")}.`,
    en: (d) => `In progress as of the end of ${date(String(d.asOf), "en")}.`,
  },
  formIdentities: {
    vi: () => "Đã đối chiếu: (3) = (4) + (5) + (6); (7) = (8) + (9) + (10); (11) = (12) + (13); (3) = (7) + (11).",
    en: () => "Checked: (3) = (4) + (5) + (6); (7) = (8) + (9) + (10); (11) = (12) + (13); (3) = (7) + (11).",
  },
  formWithoutDue: {
    vi: (d) =>
      `${n(Number(d.resolved) + Number(d.open), "vi")} hồ sơ không có ngày hẹn trả dùng được (trống, không đọc được hoặc trước ngày tiếp nhận): ${n(d.resolved, "vi")} đã giải quyết tính là đúng hạn, ${n(d.open, "vi")} đang giải quyết tính là trong hạn.`,
    en: (d) =>
      `${many(Number(d.resolved) + Number(d.open), "case")} without a due day that can be used (blank, unreadable, or before the receipt): ${n(d.resolved, "en")} resolved count as on it, ${n(d.open, "en")} open as in time.`,
  },
  formWithoutChannel: {
    vi: (d) => `${n(d.count, "vi")} hồ sơ không rõ hình thức nộp, tính vào cột (5).`,
    en: (d) => `${n(d.count, "en")} cases whose channel is not known stand in column (5).`,
  },
  formEnded: {
    vi: (d) =>
      `Ngoài biểu: ${n(Number(d.count) + Number(d.before), "vi")} hồ sơ đã rút, dừng hoặc đã giải quyết nhưng không ghi ngày kết thúc (${n(d.count, "vi")} tiếp nhận trong kỳ, ${n(d.before, "vi")} từ kỳ trước).`,
    en: (d) =>
      `Outside the form: ${many(Number(d.count) + Number(d.before), "case")} withdrawn, stopped or finished with no day of their end (${n(d.count, "en")} received in the period, ${n(d.before, "en")} before it).`,
  },
  formOutside: {
    vi: (d) => `Ngoài biểu: ${n(d.count, "vi")} hồ sơ chưa được tiếp nhận hoặc bị từ chối.`,
    en: (d) => `Outside the form: ${n(d.count, "en")} cases not accepted yet or refused.`,
  },
  formWithoutReceipt: {
    vi: (d) => `Ngoài biểu: ${n(d.count, "vi")} hồ sơ đã giải quyết trong kỳ nhưng không ghi ngày tiếp nhận.`,
    en: (d) => `Outside the form: ${many(d.count, "case")} resolved in the period with no day of receipt.`,
  },
  formUnreadable: {
    vi: (d) =>
      `Ngoài biểu: ${n(Number(d.count) + Number(d.before), "vi")} hồ sơ có trạng thái hoặc ngày kết thúc không đọc được (${n(d.count, "vi")} tiếp nhận trong kỳ, ${n(d.before, "vi")} từ kỳ trước), không tính vào cột nào.`,
    en: (d) =>
      `Outside the form: ${many(Number(d.count) + Number(d.before), "case")} whose status or end cannot be read (${n(d.count, "en")} received in the period, ${n(d.before, "en")} before it), in none of its columns.`,
  },
  withoutStatus: {
    vi: () =>
      "Tệp không có cột trạng thái: hồ sơ không ghi ngày kết thúc được tính là đang giải quyết, nên số đang giải quyết và quá hạn có thể cao hơn thực tế.",
    en: () =>
      "The log has no column of statuses: a case with no day of its end counts as open, so that more may be open and overdue here than are.",
  },
  formLacks: {
    vi: () => "Tệp không có cột ngày tiếp nhận hoặc ngày kết thúc xử lý nên không lập được biểu này.",
    en: () => "The log has no column for the receipt, or none for the end, of a case: the form cannot be made.",
  },
  openSum: {
    vi: (d) =>
      `Đến hết ngày ${date(String(d.asOf), "vi")}, ${n(d.open, "vi")} hồ sơ đang giải quyết, trong đó ${n(d.overdue, "vi")} quá hạn${d.soonUntil === null ? "" : `, ${n(d.soon, "vi")} đến hạn trong ba ngày làm việc tiếp theo (đến ${date(String(d.soonUntil), "vi")})`}.`,
    en: (d) =>
      `At the end of ${date(String(d.asOf), "en")} ${casesAre(d.open)} open, ${d.open === 1 ? "" : "of them "}${n(d.overdue, "en")} overdue${d.soonUntil === null ? "" : `, ${n(d.soon, "en")} due within the next three working days (by ${date(String(d.soonUntil), "en")})`}.`,
  },
  openWithoutCalendar: {
    vi: () => "Lịch làm việc không có các ngày tiếp theo nên không xác định được hồ sơ sắp đến hạn.",
    en: () => "The working calendar does not cover the days ahead: what is due soon is not known.",
  },
  moreRows: {
    vi: (d) => `… và ${n(d.count, "vi")} dòng khác; xem đủ trong tệp Excel hoặc JSON.`,
    en: (d) => `… and ${n(d.count, "en")} more; all of them are in the workbook and the JSON.`,
  },
  /** Points of other years. */
  otherTargets: {
    vi: (d) =>
      `Các kỳ của năm khác được đánh giá theo chỉ tiêu mà kế hoạch giao cho năm đó, không theo chỉ tiêu năm ${d.year}; kỳ mà kế hoạch không giao chỉ tiêu thì không đánh giá.`,
    en: (d) =>
      `Periods of other years are judged by the targets that the plan sets for those years, not by those of ${d.year}; where it sets none they are not judged.`,
  },
  trendChart: {
    vi: (d) =>
      `${d.title} qua ${n(d.count, "vi")} kỳ: ${d.isStill ? `giữ nguyên ${d.low}` : `thấp nhất ${d.low} (${d.lowAt}), cao nhất ${d.high} (${d.highAt})`}, kỳ này ${d.now === "–" ? "chưa có số liệu" : d.now}${d.target === "" ? "" : `; chỉ tiêu giao ${d.target}`}.`,
    en: (d) =>
      `${d.title} over ${n(d.count, "en")} periods: ${d.isStill ? `unchanged at ${d.low}` : `least ${d.low} (${d.lowAt}), most ${d.high} (${d.highAt})`}, now ${d.now === "–" ? "without data" : d.now}${d.target === "" ? "" : `; target ${d.target}`}.`,
  },
  /** The title of a chart is what it says. */
  trendTitle: {
    vi: (d) =>
      `${d.now === "–" ? "Kỳ này chưa có số liệu" : `Kỳ này ${d.now}`}${d.variation === null ? "" : `, ${d.variation}`}${d.judged === 0 ? "" : d.missed === 0 ? `; đạt cả ${n(d.judged, "vi")} kỳ` : d.missed === d.judged ? `; chưa đạt kỳ nào trong ${n(d.judged, "vi")} kỳ` : `; chưa đạt ${n(d.missed, "vi")}/${n(d.judged, "vi")} kỳ`}`,
    en: (d) =>
      `${d.now === "–" ? "No data now" : `${d.now} now`}${d.variation === null ? "" : `, ${d.variation}`}${d.judged === 0 ? "" : d.missed === 0 ? `; met in all ${n(d.judged, "en")} periods` : d.missed === d.judged ? `; met in none of ${n(d.judged, "en")} periods` : `; missed in ${n(d.missed, "en")} of ${n(d.judged, "en")} periods`}`,
  },
  /** A cut below 0 is no cut. */
  longer: {
    vi: (d) => `tăng ${d.size}`,
    en: (d) => `${d.size} longer`,
  },
  moveTitle: {
    vi: (d) =>
      d.direction === "same"
        ? `Giữ nguyên ${d.now}`
        : `${d.now}, ${d.direction === "up" ? "cao hơn" : "thấp hơn"} kỳ trước ${d.size}`,
    en: (d) =>
      d.direction === "same"
        ? `Unchanged at ${d.now}`
        : `${d.now}, ${d.size} ${d.direction === "up" ? "higher" : "lower"} than before`,
  },
  source: {
    vi: (d) =>
      `Nguồn: ${typeof d.files === "number" ? `${n(d.files, "vi")} tệp` : d.files}${d.n === null ? "" : `; ${d.n}`}.`,
    en: (d) =>
      `Source: ${typeof d.files === "number" ? `${n(d.files, "en")} files` : d.files}${d.n === null ? "" : `; ${d.n}`}.`,
  },
  showAll: {
    vi: (d) => `Xem cả ${n(d.count, "vi")} dòng`,
    en: (d) => `Show all ${n(d.count, "en")} rows`,
  },
  showFew: {
    vi: (d) => `Chỉ xem ${n(d.count, "vi")} dòng đầu`,
    en: (d) => `Show the first ${n(d.count, "en")} only`,
  },
  moveChart: {
    vi: (d) =>
      `${d.title}: kỳ trước ${d.before}, phần thay đổi trong từng thủ tục ${d.performance}, phần do dịch chuyển cơ cấu ${d.mix}, kỳ này ${d.now}.`,
    en: (d) =>
      `${d.title}: ${d.before} before, ${d.performance} within the procedures, ${d.mix} by the shift between them, ${d.now} now.`,
  },
} as const satisfies Record<string, Message>;

export function periodicSentence(name: keyof typeof periodicSentences, data: Data, language: Language): string {
  return periodicSentences[name][language](data);
}
