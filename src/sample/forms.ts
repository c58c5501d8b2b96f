/** The forms in which a made-up log is written: what real exports look like. */
import { dateOf, isoTime } from "../time/civil.ts";
import type { MadeUp } from "./made-up.ts";

type Cell = string | number | null;
type Columns = Readonly<Record<string, (made: MadeUp) => Cell>>;

const channelWords = { online: "Trực tuyến", in_person: "Trực tiếp", postal: "Bưu chính công ích" } as const;
const statusWords = {
  registered: "Mới đăng ký",
  received: "Được tiếp nhận",
  refused: "Không được tiếp nhận",
  processing: "Đang xử lý",
  awaiting_supplement: "Yêu cầu bổ sung giấy tờ",
  awaiting_payment: "Yêu cầu thực hiện nghĩa vụ tài chính",
  withdrawn: "Công dân yêu cầu rút hồ sơ",
  stopped: "Dừng xử lý",
  finished: "Đã xử lý xong",
  returned: "Đã trả kết quả",
} as const;
const ratingWords = {
  5: "Rất hài lòng",
  4: "Hài lòng",
  3: "Bình thường",
  2: "Không hài lòng",
  1: "Rất không hài lòng",
} as const;
const paymentWords = {
  online: "Thanh toán trực tuyến",
  transfer: "Chuyển khoản",
  card: "Thẻ",
  cash: "Tiền mặt",
  none: "Không thu phí",
} as const;
const levelWords = { full: "Toàn trình", partial: "Một phần", none: "Còn lại" } as const;

const dates = new Map<number, string>();

/** 02/01/2025. */
function vietnameseDate(day: number): string {
  let text = dates.get(day);
  if (text === undefined) {
    const { year, month, day: date } = dateOf(day);
    text = `${String(date).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
    dates.set(day, text);
  }
  return text;
}

const two = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, "0"));

function vietnameseTime(seconds: number | null): string {
  if (seconds === null) return "";
  const day = Math.floor(seconds / 86_400);
  const of = seconds - day * 86_400;
  return `${vietnameseDate(day)} ${two[Math.floor(of / 3600)]}:${two[Math.floor(of / 60) % 60]}:${two[of % 60]}`;
}

const iso = (seconds: number | null) => (seconds === null ? "" : isoTime(seconds));
const yes = (value: boolean) => (value ? "Có" : "Không");

const full: Columns = {
  STT: ({ number }) => number,
  "Mã hồ sơ": ({ caseId }) => caseId,
  "Mã TTHC": ({ procedureCode }) => procedureCode,
  "Tên thủ tục hành chính": ({ procedureName }) => procedureName,
  "Lĩnh vực": ({ field }) => field,
  "Đơn vị xử lý": ({ agency }) => agency,
  "Chủ hồ sơ": ({ applicant }) => applicant,
  "Địa chỉ": ({ address }) => address,
  "Hình thức nộp": ({ channel }) => channelWords[channel],
  "Thời điểm đăng nhập": ({ loginAt }) => vietnameseTime(loginAt),
  "Thời điểm nộp": ({ submittedAt }) => vietnameseTime(submittedAt),
  "Ngày tiếp nhận": ({ receivedAt }) => vietnameseTime(receivedAt),
  "Ngày chuyển xử lý": ({ transferredAt }) => vietnameseTime(transferredAt),
  "Ngày hẹn trả": ({ dueAt }) => vietnameseTime(dueAt),
  "Ngày kết thúc xử lý": ({ finishedAt }) => vietnameseTime(finishedAt),
  "Ngày trả kết quả": ({ returnedAt }) => vietnameseTime(returnedAt),
  "Trạng thái": ({ status }) => statusWords[status],
  "Mức độ hài lòng": ({ rating }) => (rating === null ? "" : ratingWords[rating]),
  "Ngày đánh giá": ({ ratedAt }) => vietnameseTime(ratedAt),
  "Hình thức thanh toán": ({ paymentMethod }) => paymentWords[paymentMethod],
  "Lệ phí": ({ fee }) => fee,
  "Mức độ DVC": ({ serviceLevel }) => levelWords[serviceLevel],
  "Xử lý trực tuyến": ({ processedOnline }) => yes(processedOnline),
  "Kết quả điện tử": ({ electronicResult }) => yes(electronicResult),
  "Số hóa hồ sơ": ({ recordDigitised }) => yes(recordDigitised),
  "Số hóa kết quả": ({ resultDigitised }) => yes(resultDigitised),
  "Tái sử dụng dữ liệu": ({ dataReused }) => yes(dataReused),
  "Cập nhật trên hệ thống": ({ onSystem }) => yes(onSystem),
  "Đồng bộ Cổng DVCQG": ({ portalSynced }) => yes(portalSynced),
  "Tiếp nhận trên Cổng DVCQG": ({ viaPortal }) => yes(viaPortal),
};

const english: Columns = {
  case_id: ({ caseId }) => caseId,
  procedure_code: ({ procedureCode }) => procedureCode,
  procedure_name: ({ procedureName }) => procedureName,
  field: ({ field }) => field,
  agency: ({ agency }) => agency,
  channel: ({ channel }) => channel,
  login_at: ({ loginAt }) => iso(loginAt),
  submitted_at: ({ submittedAt }) => iso(submittedAt),
  received_at: ({ receivedAt }) => iso(receivedAt),
  transferred_at: ({ transferredAt }) => iso(transferredAt),
  due_at: ({ dueAt }) => iso(dueAt),
  finished_at: ({ finishedAt }) => iso(finishedAt),
  returned_at: ({ returnedAt }) => iso(returnedAt),
  status: ({ status }) => status,
  rating: ({ rating }) => rating,
  rated_at: ({ ratedAt }) => iso(ratedAt),
  payment_method: ({ paymentMethod }) => paymentMethod,
  fee: ({ fee }) => fee,
  service_level: ({ serviceLevel }) => serviceLevel,
  processed_online: ({ processedOnline }) => String(processedOnline),
  electronic_result: ({ electronicResult }) => String(electronicResult),
  record_digitised: ({ recordDigitised }) => String(recordDigitised),
  result_digitised: ({ resultDigitised }) => String(resultDigitised),
  data_reused: ({ dataReused }) => String(dataReused),
  on_system: ({ onSystem }) => String(onSystem),
  portal_synced: ({ portalSynced }) => String(portalSynced),
  via_portal: ({ viaPortal }) => String(viaPortal),
};

/** The eleven columns of a register as offices keep it: no channel, no rating. */
const register: Columns = {
  STT: ({ number }) => number,
  "Đơn vị tiếp nhận": ({ agency }) => agency,
  "Lĩnh vực": ({ field }) => field,
  "Tên thủ tục hành chính": ({ procedureName }) => procedureName,
  "Mã hồ sơ": ({ caseId }) => caseId,
  "Trạng thái": ({ status }) => statusWords[status],
  "Địa chỉ": ({ address }) => address,
  "Chủ hồ sơ": ({ applicant }) => applicant,
  "Ngày nhận": ({ receivedAt }) => vietnameseTime(receivedAt),
  "Ngày hẹn trả": ({ dueAt }) => vietnameseTime(dueAt),
  "Ngày kết thúc xử lý": ({ finishedAt }) => vietnameseTime(finishedAt),
};

/** No time of anything, only how long it took. */
const durations: Columns = {
  "Mã hồ sơ": ({ caseId }) => caseId,
  "Mã TTHC": ({ procedureCode }) => procedureCode,
  "Hình thức nộp": ({ channel }) => channelWords[channel],
  "Trạng thái": ({ status }) => statusWords[status],
  "Thời gian nộp (phút)": ({ loginAt, submittedAt }) =>
    loginAt === null || submittedAt === null ? "" : comma((submittedAt - loginAt) / 60, 1),
  "Thời gian xử lý (giờ)": ({ receivedAt, returnedAt }) =>
    receivedAt === null || returnedAt === null ? "" : comma((returnedAt - receivedAt) / 3600, 2),
  "Mức độ hài lòng": ({ rating }) => (rating === null ? "" : ratingWords[rating]),
};

function comma(value: number, places: number): string {
  return value.toFixed(places).replace(".", ",");
}

export const forms = {
  full: { columns: full, mark: "\ufeff" },
  english: { columns: english, mark: "" },
  register: { columns: register, mark: "\ufeff" },
  durations: { columns: durations, mark: "\ufeff" },
} as const;

export type Form = keyof typeof forms;
