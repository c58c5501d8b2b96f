/** Made-up petitions and stated figures of 2025, and what the KPIs over them must come to. */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { isoDate } from "../time/civil.ts";
import type { Profile } from "./made-up.ts";

/** A made-up petition; days since 1970-01-01. */
export interface MadeUpPetition {
  readonly id: string;
  readonly receivedOn: number;
  /** Null where the log leaves it blank: fifteen working days, which are more than two weeks and less than seven. */
  readonly dueOn: number | null;
  readonly answeredOn: number | null;
  readonly status: "received" | "processing" | "answered" | "refused" | "withdrawn";
}

const petitions = 120;
/** 6 January 2025. */
const firstDay = 20_094;
/** 5 January 2026, later than every case of the sample. */
const nextYear = 20_458;

/** Makes the petitions log; `good` answers all in time. */
export function madeUpPetitions(seed: number, profile: Profile): MadeUpPetition[] {
  const random = xoroshiro128plus(seed ^ 0xfee1);
  const upTo = (n: number) => uniformInt(random, 0, n - 1);
  return Array.from({ length: petitions }, (_, i): MadeUpPetition => {
    const id = `PAKN-2025-${String(i + 1).padStart(4, "0")}`;
    // Received up to September, so that each is due before the last case of the year.
    const receivedOn = firstDay + upTo(260);
    const isLate = profile === "mixed" && upTo(100) < 6;
    if (i % 40 === 7) return { id, receivedOn, dueOn: null, answeredOn: null, status: "refused" };
    if (i % 60 === 11) return { id, receivedOn, dueOn: null, answeredOn: null, status: "withdrawn" };
    if (i % 30 === 3) return { id, receivedOn, dueOn: nextYear, answeredOn: null, status: "processing" };
    const dueOn = i % 5 === 0 ? null : receivedOn + 15;
    const answeredOn = receivedOn + (isLate ? 60 : 1 + upTo(13));
    return { id, receivedOn, dueOn, answeredOn, status: "answered" };
  });
}

/** What petition-resolution-share must come to. */
export function petitionAnswers(
  all: readonly MadeUpPetition[],
): Record<string, { numerator: number; denominator: number }> {
  const due = all.filter(({ status }) => status === "answered");
  const inTime = due.filter(({ receivedOn, answeredOn }) => (answeredOn as number) - receivedOn <= 14);
  return { "petition-resolution-share": { numerator: inTime.length, denominator: due.length } };
}

const statusWords = {
  received: "Đã tiếp nhận",
  processing: "Đang xử lý",
  answered: "Đã trả lời",
  refused: "Từ chối",
  withdrawn: "Đã rút",
} as const;

function vietnameseDay(day: number | null): string {
  return day === null ? "" : isoDate(day).split("-").reverse().join("/");
}

const isoDay = (day: number | null) => (day === null ? "" : isoDate(day));

/** The columns of the file: header, English id, and what stands in it in Vietnamese and as a code. */
export const petitionColumns: readonly (readonly [
  vi: string,
  id: string,
  inVietnamese: (p: MadeUpPetition) => string,
  asCode: (p: MadeUpPetition) => string,
])[] = [
  ["Mã PAKN", "petition_id", (p) => p.id, (p) => p.id],
  ["Ngày tiếp nhận", "received_on", (p) => vietnameseDay(p.receivedOn), (p) => isoDay(p.receivedOn)],
  ["Hạn trả lời", "due_on", (p) => vietnameseDay(p.dueOn), (p) => isoDay(p.dueOn)],
  ["Ngày trả lời", "answered_on", (p) => vietnameseDay(p.answeredOn), (p) => isoDay(p.answeredOn)],
  ["Trạng thái", "status", (p) => statusWords[p.status], (p) => p.status],
];

/** A stated figure: id, year, value in each profile, what it is out of, who says so. */
type FigureRow = readonly [id: string, year: number, good: string, mixed: string, of: string, source: string];

const science = "Sở Khoa học và Công nghệ";
const office = "Văn phòng HĐND và UBND";

/** Two tasks of Dương Kinh due on 31/12/2025 are left out: their day has not come when the log ends. */
const figures: readonly FigureRow[] = [
  ["valid-results-digitised-share", 2025, "48210", "46015", "48210", office],
  ["stations-5g-share", 2025, "1320", "1180", "2480", science],
  ["fibre-household-share", 2025, "100", "97.5", "", science],
  ["security-level", 2025, "3", "3", "", "Công an thành phố"],
  ["secured-systems-share", 2025, "14", "13", "14", "Công an thành phố"],
  ["youth-account-share", 2025, "20400", "18950", "20400", "Thành đoàn"],
  ["households-skilled", 2025, "2050", "1985", "2050", "Tổ Công nghệ số cộng đồng"],
  ["staff-online-share", 2025, "3150", "3150", "3150", "Sở Nội vụ"],
  ["friendly-services", 2025, "5", "4", "", science],
  ["households-guided-share", 2025, "1720", "1720", "2050", "Phòng Văn hóa - Xã hội"],
  ["households-informed-share", 2025, "1490", "1180", "2050", "Tổ Công nghệ số cộng đồng"],
  ["units-connected-share", 2025, "114", "114", "114", science],
  ["eligible-list-published", 2025, "26/9/2025", "26/9/2025", "", office],
  ["action-plan-issued", 2025, "29/8/2025", "29/8/2025", "", science],
  ["targets-given-to-heads", 2025, "29/8/2025", "29/8/2025", "", office],
  ["public-services-plan-done", 2025, "12/12/2025", "12/12/2025", "", science],
  ["training-plan-done", 2025, "05/12/2025", "05/12/2025", "", "Sở Nội vụ"],
  ["decision-1588-tasks-done", 2025, "10/12/2025", "10/12/2025", "", science],
  ["experience-survey-sent", 2025, "24/11/2025", "24/11/2025", "", science],
  ["report-sent", 2025, "07/11/2025", "12/11/2025", "", "Phòng Văn hóa - Xã hội"],
  ["city-decisions-published-share", 2025, "24", "23", "24", "Trung tâm Phục vụ hành chính công"],
  ["account-service-interruptions", 2025, "0", "1", "", "Công an phường"],
  ["data-synchronised", 2025, "15/12/2025", "15/12/2025", "", "Trung tâm Phục vụ hành chính công"],
  ["postal-provider-studied", 2025, "28/11/2025", "28/11/2025", "", "Trung tâm Phục vụ hành chính công"],
  ["systems-connected", 2025, "17/12/2025", "17/12/2025", "", office],
  ["skills-training-done", 2025, "20/11/2025", "20/11/2025", "", "Phòng Văn hóa - Xã hội"],
  ["portal-workflows-integrated", 2025, "18/7/2025", "18/7/2025", "", "Văn phòng Sở"],
  ["staff-online-share", 2026, "3150", "3150", "3150", "Sở Nội vụ"],
  ["valid-results-digitised-share", 2026, "51600", "50120", "51600", office],
  ["security-level", 2026, "3", "3", "", "Công an thành phố"],
  ["secured-systems-share", 2026, "14", "14", "14", "Công an thành phố"],
  ["youth-account-share", 2026, "20650", "20410", "20650", "Thành đoàn"],
  ["households-skilled", 2026, "2060", "2060", "2060", "Tổ Công nghệ số cộng đồng"],
  ["friendly-services", 2026, "5", "5", "", science],
  ["households-guided-share", 2026, "1960", "1810", "2060", "Phòng Văn hóa - Xã hội"],
  ["households-informed-share", 2026, "1850", "1702", "2060", "Tổ Công nghệ số cộng đồng"],
  ["staff-trained-share", 2026, "86", "80", "86", "Phòng Văn hóa - Xã hội"],
  ["interaction-channels", 2026, "2", "2", "", "Phòng Văn hóa - Xã hội"],
];

/** The rows of the figures file, stated on 20/12/2025. */
export function madeUpFigures(profile: Profile): readonly (readonly string[])[] {
  return figures.map(([id, year, good, mixed, of, source]) => [
    id,
    String(year),
    profile === "good" ? good : mixed,
    of,
    source,
    "20/12/2025",
  ]);
}

/** The headers of the figures file, in Vietnamese and as English ids. */
export const figureColumns = {
  vi: ["Mã chỉ tiêu", "Năm", "Giá trị", "Trên tổng số", "Nguồn", "Ngày báo cáo"],
  id: ["figure", "year", "value", "of", "source", "stated_on"],
} as const;

/** The shares that the figures of 2025 must come to. */
export function figureAnswers(profile: Profile): Record<string, { numerator: number; denominator: number }> {
  return Object.fromEntries(
    figures
      .filter(([, year, , , of]) => year === 2025 && of !== "")
      .map(([id, , good, mixed, of]) => [
        id,
        { numerator: Number(profile === "good" ? good : mixed), denominator: Number(of) },
      ]),
  );
}
