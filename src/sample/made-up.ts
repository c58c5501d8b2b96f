/** Made-up cases of a made-up year, the same for the same seed. No person, office record or address is real. */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Channel, PaymentMethod, Rating, ServiceLevel, Status } from "../records/case.ts";

/** How an office does: `good` meets the targets of 2025 that a log can show, `mixed` misses some. */
export const profiles = {
  good: { onlineTime: 68, satisfied: 94, done: 1000 },
  mixed: { onlineTime: 86, satisfied: 88, done: 930 },
} as const;
export type Profile = keyof typeof profiles;

/** A made-up case. Times are seconds of civil time since 1970-01-01T00:00, null where nothing happened. */
export interface MadeUp {
  /** From 1. */
  readonly number: number;
  readonly caseId: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly field: string;
  readonly agency: string;
  readonly applicant: string;
  readonly address: string;
  readonly channel: Channel;
  readonly loginAt: number | null;
  readonly submittedAt: number | null;
  readonly receivedAt: number | null;
  readonly transferredAt: number | null;
  readonly dueAt: number | null;
  readonly finishedAt: number | null;
  readonly returnedAt: number | null;
  readonly status: Status;
  readonly rating: Rating | null;
  readonly ratedAt: number | null;
  readonly paymentMethod: PaymentMethod;
  /** Đồng. */
  readonly fee: number;
  readonly serviceLevel: ServiceLevel;
  readonly processedOnline: boolean;
  readonly electronicResult: boolean;
  readonly recordDigitised: boolean;
  readonly resultDigitised: boolean;
  readonly dataReused: boolean;
  readonly onSystem: boolean;
  readonly portalSynced: boolean;
  readonly viaPortal: boolean;
  /** False for a row that a later row with the same id supersedes. */
  readonly isLast: boolean;
}

const fields = [
  ["Hộ tịch", ["Đăng ký khai sinh", "Đăng ký kết hôn", "Đăng ký khai tử", "Cấp bản sao trích lục hộ tịch"]],
  ["Chứng thực", ["Chứng thực bản sao từ bản chính", "Chứng thực chữ ký trong giấy tờ, văn bản"]],
  ["Đất đai", ["Đăng ký biến động quyền sử dụng đất", "Cấp đổi giấy chứng nhận, cấp lại giấy chứng nhận"]],
  ["Xây dựng", ["Cấp giấy phép xây dựng nhà ở riêng lẻ", "Cấp giấy phép lưu hành xe quá tải trọng, quá khổ giới hạn"]],
  ["Đăng ký kinh doanh", ["Đăng ký thành lập hộ kinh doanh", "Đăng ký thay đổi nội dung đăng ký doanh nghiệp"]],
  ["Bảo trợ xã hội", ["Trợ cấp xã hội hằng tháng", "Hỗ trợ chi phí mai táng"]],
  ["Giáo dục", ["Cấp bản sao văn bằng, chứng chỉ từ sổ gốc", "Chuyển trường đối với học sinh trung học"]],
  ["Y tế", ["Cấp chứng chỉ hành nghề dược", "Cấp giấy phép hoạt động cơ sở khám bệnh, chữa bệnh"]],
] as const;

/** The procedures of the made-up cases. */
export const caseProcedures = fields
  .flatMap(([field, names]) => names.map((name) => ({ field, name })))
  .map((procedure, i) => ({
    ...procedure,
    code: `${1 + (i % 2)}.${String(1000 + i * 617).padStart(6, "0")}`,
    // Working time in hours, and how often a case is submitted online, of 100.
    hours: 12 + ((i * 37) % 11) * 14,
    onlineOf100: 50 + ((i * 29) % 7) * 6,
    level: (["full", "full", "partial", "full", "none"] as const)[i % 5],
    fee: [0, 0, 8000, 50_000, 150_000][(i * 3) % 5],
  }));

const agencies = [
  "Sở Tư pháp",
  "Sở Xây dựng",
  "Sở Y tế",
  "Sở Giáo dục và Đào tạo",
  "Sở Nông nghiệp và Môi trường",
  "Sở Tài chính",
  ...["Hồng Bàng", "Ngô Quyền", "Lê Chân", "Hải An", "Kiến An", "Đồ Sơn", "Dương Kinh"].map(
    (ward) => `UBND phường ${ward}`,
  ),
  ...["Tân An", "An Dương", "Kiến Thụy", "Tiên Lãng", "Vĩnh Bảo", "Cát Hải"].map((commune) => `UBND xã ${commune}`),
];

const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"];
const middles = ["Văn", "Thị", "Minh", "Ngọc", "Đức", "Thu"];
const names = ["An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Khánh", "Linh", "Mai", "Nam", "Phương", "Quân"];
const streets = ["Lạch Tray", "Tô Hiệu", "Cầu Đất", "Trần Phú", "Lê Hồng Phong", "Văn Cao"];

const day = 86_400;
/** 2 January 2025, and the days over which cases are received. */
const firstDay = 20_090;
const days = 352;

/**
 * Makes so many cases; a few stand twice, the first time as they were before.
 *
 * @param superseded how many of 1000 cases stand twice
 */
export function* madeUpCases(count: number, seed: number, profile: Profile, superseded: number): Generator<MadeUp> {
  const random = xoroshiro128plus(seed);
  const upTo = (n: number) => uniformInt(random, 0, n - 1);
  const pick = <T>(from: readonly T[]) => from[upTo(from.length)];
  const { onlineTime, satisfied, done } = profiles[profile];
  const isDone = () => upTo(1000) < done;
  const again: MadeUp[] = [];

  for (let number = 1; number <= count; number++) {
    const procedure = pick(caseProcedures);
    const draw = upTo(100);
    const channel: Channel = draw < procedure.onlineOf100 ? "online" : draw < 96 ? "in_person" : "postal";
    const online = channel === "online";
    const s = upTo(1000);
    const status: Status =
      s < 10 && online
        ? "registered"
        : s < 25
          ? "refused"
          : s < 60
            ? "processing"
            : s < 70
              ? "received"
              : s < 80
                ? "awaiting_supplement"
                : s < 85
                  ? "awaiting_payment"
                  : s < 95
                    ? "withdrawn"
                    : s < 100
                      ? "stopped"
                      : s < 140
                        ? "finished"
                        : "returned";

    const on = firstDay + upTo(days);
    const received = on * day + 27_000 + upTo(32_400);
    // Tenths of a minute and hundredths of an hour, so that a log of durations says the same.
    const submitting = 6 * (20 + upTo(61) + upTo(49));
    const submitted = online ? received - 60 - upTo(7200) : null;
    const isReceived = status !== "registered";
    const isFinished = status === "finished" || status === "returned" || status === "withdrawn" || status === "stopped";
    const hundredths = procedure.hours * (40 + upTo(41) + upTo(41)) * (online ? onlineTime : 100);
    const processing = 36 * Math.floor(hundredths / 100);
    const returned = status === "returned" ? received + processing : null;
    const finished = isFinished
      ? received + processing - (status === "returned" ? Math.min(1800, processing) : 0)
      : null;
    const rated = returned !== null && upTo(100) < 38;
    const satisfiedCase = upTo(100) < satisfied;
    const rating = !rated ? null : satisfiedCase ? (upTo(10) < 6 ? 5 : 4) : pick([3, 3, 2, 1] as const);
    const free = procedure.fee === 0;
    const isDue = isReceived && status !== "refused";
    const made: MadeUp = {
      number,
      caseId: `000.${String(10 + upTo(80))}.H24-${isoDay(on)}-${String(number).padStart(7, "0")}`,
      procedureCode: procedure.code,
      procedureName: procedure.name,
      field: procedure.field,
      agency: pick(agencies),
      applicant: `${pick(families)} ${pick(middles)} ${pick(names)}`,
      address: `Số ${1 + upTo(200)} đường ${pick(streets)}, Hải Phòng`,
      channel,
      loginAt: submitted === null ? null : submitted - submitting,
      submittedAt: submitted,
      receivedAt: isReceived ? received : null,
      transferredAt: isDue && upTo(100) < 97 ? received + 600 + upTo(upTo(20) === 0 ? 90_000 : 7200) : null,
      dueAt: isDue ? (Math.floor(received / day) + Math.ceil((procedure.hours * 1.1) / 24) + 1) * day + 61_200 : null,
      finishedAt: finished,
      returnedAt: returned,
      status,
      rating,
      ratedAt: rating === null || returned === null ? null : returned + upTo(2 * day),
      paymentMethod: free ? "none" : pick(["online", "online", "online", "transfer", "card", "cash"] as const),
      fee: procedure.fee,
      serviceLevel: procedure.level,
      processedOnline: online ? upTo(100) < 95 : upTo(100) < 60,
      electronicResult: isFinished && isDone(),
      recordDigitised: isReceived && isDone(),
      resultDigitised: isFinished && isDone(),
      dataReused: isReceived && isDone(),
      onSystem: upTo(1000) < 998,
      portalSynced: upTo(1000) < 990,
      viaPortal: online ? upTo(100) < 97 : upTo(100) < 20,
      isLast: true,
    };
    if (upTo(1000) >= superseded) {
      yield made;
      continue;
    }
    // As it was on the day of receipt; the case as it became stands at the end of the log.
    again.push(made);
    yield {
      ...made,
      status: made.status === "registered" ? "registered" : "processing",
      transferredAt: null,
      finishedAt: null,
      returnedAt: null,
      rating: null,
      ratedAt: null,
      electronicResult: false,
      resultDigitised: false,
      isLast: false,
    };
  }
  yield* again;
}

const isoDays = new Map<number, string>();

/** 250102. */
function isoDay(on: number): string {
  let text = isoDays.get(on);
  if (text === undefined) {
    text = new Date(on * 86_400_000).toISOString().slice(2, 10).replaceAll("-", "");
    isoDays.set(on, text);
  }
  return text;
}
