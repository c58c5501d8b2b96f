/** A made-up procedure catalogue that goes with the made-up cases, and what every KPI over it must come to. */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { ServiceLevel } from "../records/case.ts";
import { isoDate } from "../time/civil.ts";
import { caseProcedures, type Profile } from "./made-up.ts";

/** A made-up procedure. */
export interface MadeUpProcedure {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly level: "province" | "commune";
  readonly serviceLevel: ServiceLevel;
  readonly eligible: ServiceLevel;
  readonly onPortal: boolean;
  readonly business: boolean;
  readonly restructured: boolean;
  readonly interactiveForm: boolean;
  readonly prefilled: boolean;
  readonly atCenter: boolean;
  readonly centerExempt: boolean;
  readonly boundaryFree: boolean;
  readonly excluded: boolean;
  readonly lists: readonly string[];
  readonly group: string;
  /** Days since 1970-01-01. */
  readonly announcedOn: number | null;
  readonly publishedOn: number | null;
  readonly daysInPerson: number;
  readonly daysOnline: number;
}

/** Procedures that the plan of Hải Phòng names: two to be upgraded, five to become friendly services. */
const named = [
  ["1.000028", "Cấp giấy phép lưu hành xe quá tải trọng, xe quá khổ giới hạn", "Đường bộ"],
  ["1.004616", "Cấp chứng chỉ hành nghề dược theo hình thức xét hồ sơ", "Y tế"],
  ["1.005092", "Cấp bản sao văn bằng, chứng chỉ từ sổ gốc", "Giáo dục"],
  ["2.000535", "Cấp lại giấy chứng nhận đủ điều kiện an toàn thực phẩm", "Công Thương"],
  ["2.000648", "Cấp giấy chứng nhận cửa hàng đủ điều kiện bán lẻ xăng dầu", "Công Thương"],
  ["2.000645", "Cấp sửa đổi giấy chứng nhận cửa hàng bán lẻ xăng dầu", "Công Thương"],
] as const;

const fields = ["Hộ tịch", "Đất đai", "Xây dựng", "Y tế", "Giáo dục", "Công Thương", "Nội vụ", "Bảo trợ xã hội"];

/** So many procedures beside those of the cases and those that the plan names. */
const others = 1030;
/** Of them the first stand in groups of three, on the list of 82 groups. */
const groups = 82;
/** 6 January 2025, a Monday: announcements fall on Mondays after it. */
const firstMonday = 20_094;

/** Makes the catalogue; `good` meets every target of 2025 that it can, `mixed` misses some. */
export function madeUpProcedures(seed: number, profile: Profile): MadeUpProcedure[] {
  const random = xoroshiro128plus(seed ^ 0x5eed);
  const upTo = (n: number) => uniformInt(random, 0, n - 1);
  const done = () => profile === "good" || upTo(100) < 97;

  function made(code: string, name: string, field: string, level: ServiceLevel, i: number, isOther: boolean) {
    const isGrouped = isOther && i < 3 * groups;
    const eligible = level;
    // What qualifies for full may be partial yet; what stands on a list of full services is full where all is well.
    const serviceLevel: ServiceLevel = eligible === "full" && !done() ? "partial" : eligible;
    const isOnline = serviceLevel !== "none";
    // A few are announced in the year; published within a week, or more than six weeks later.
    const isAnnounced = i % 12 === 5;
    const announcedOn = isAnnounced ? firstMonday + 7 * upTo(40) : null;
    const inPerson = 5 + upTo(20);
    return {
      code,
      name,
      field,
      level: i % 3 === 0 ? ("commune" as const) : ("province" as const),
      serviceLevel,
      eligible,
      onPortal: isOnline,
      business: i % 4 === 0 && isOnline,
      restructured: done(),
      interactiveForm: isOnline && done(),
      prefilled: isOnline && done(),
      atCenter: i % 50 !== 7 && done(),
      centerExempt: i % 50 === 7,
      boundaryFree: done(),
      excluded: isOther && i >= others - 20,
      lists: [
        ...(isGrouped ? ["nhom-82"] : []),
        ...(isOther && i < 25 ? ["dvctt-25"] : []),
        ...(isOther && i >= 30 && i < 50 ? ["kh02-pl4"] : []),
        ...(isOther && i >= 50 && i < 65 ? ["kh02-pl3"] : []),
        // Those of which the log has cases.
        ...(!isOther && i < 8 ? ["kh02-pl5"] : []),
      ],
      group: isGrouped ? `Nhóm ${String(Math.floor(i / 3) + 1).padStart(2, "0")}` : "",
      announcedOn,
      publishedOn: announcedOn === null ? null : announcedOn + (done() ? 1 + upTo(7) : 45),
      daysInPerson: inPerson,
      // Thirty percent less, rounded down to a tenth: never less than a cut of 30 %.
      daysOnline: done() ? Math.floor(inPerson * 7) / 10 : inPerson,
    };
  }

  return [
    ...caseProcedures.map(({ code, name, field, level }, i) => made(code, name, field, level, i, false)),
    ...named.map(([code, name, field], i) => made(code, name, field, "full", i, false)),
    ...Array.from({ length: others }, (_, i) => {
      const level: ServiceLevel = i < 700 ? "full" : i < 1000 ? "partial" : i < 1010 ? "none" : "full";
      const field = fields[i % fields.length];
      return made(`3.${String(i + 1).padStart(6, "0")}`, `Thủ tục mẫu số ${i + 1}`, field, level, i, true);
    }),
  ];
}

interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * What every KPI over the catalogue must come to, counted from the made-up procedures themselves; `received` are the
 * online cases of a year by procedure, null where the log cannot tell them.
 */
export function catalogueAnswers(
  all: readonly MadeUpProcedure[],
  received: ReadonlyMap<string, number> | null,
): Record<string, Ratio | { value: number } | { sum: number; n: number }> {
  const ratio = (of: readonly MadeUpProcedure[], is: (p: MadeUpProcedure) => boolean): Ratio => {
    return { numerator: of.filter(is).length, denominator: of.length };
  };
  const online = all.filter(({ onPortal }) => onPortal);
  const tagged = (tag: string) => all.filter(({ lists }) => lists.includes(tag));
  const isFull = ({ serviceLevel }: MadeUpProcedure) => serviceLevel === "full";
  const grouped = new Map<string, boolean>();
  for (const p of tagged("nhom-82")) grouped.set(p.group, (grouped.get(p.group) ?? true) && isFull(p));
  const announced = all.filter(({ announcedOn }) => announcedOn !== null);
  // In tenths of a day, which are whole: 1 − 4.9 ÷ 7 is less than 0.3 in floating point.
  const cuts = online.map(({ daysInPerson, daysOnline }) => {
    return (100 * (10 * daysInPerson - Math.round(10 * daysOnline))) / (10 * daysInPerson);
  });
  return {
    "prefilled-form-share": ratio(online, (p) => p.interactiveForm && p.prefilled),
    "listed-services": { value: tagged("dvctt-25").filter(isFull).length },
    "online-services": { value: online.filter(({ excluded }) => !excluded).length },
    "full-online-groups": { value: [...grouped.values()].filter(Boolean).length },
    "restructured-share": ratio(all, (p) => p.restructured),
    "full-online-share": ratio(
      all.filter(({ eligible }) => eligible === "full"),
      isFull,
    ),
    "online-provision-share": ratio(
      all.filter(({ eligible }) => eligible !== "none"),
      (p) => p.serviceLevel === p.eligible,
    ),
    "business-online-share": ratio(
      all.filter(({ business }) => business),
      (p) => p.onPortal,
    ),
    "at-center-share": ratio(
      all.filter(({ centerExempt }) => !centerExempt),
      (p) => p.atCenter,
    ),
    "boundary-free-share": ratio(all, (p) => p.boundaryFree),
    // Ten working days are more than a week and less than six, whatever holidays lie between.
    "publication-within-10-days": ratio(announced, (p) => (p.publishedOn as number) - (p.announcedOn as number) <= 7),
    "prescribed-time-reduction": { value: Math.min(...cuts) },
    "upgraded-services": {
      value: all.filter((p) => (p.code === "1.000028" || p.code === "1.004616") && isFull(p)).length,
    },
    ...(received !== null && { "cases-per-service": casesPerService(online, received) }),
  };
}

function casesPerService(onPortal: readonly MadeUpProcedure[], received: ReadonlyMap<string, number>) {
  const services = onPortal.filter(({ excluded }) => !excluded);
  return { sum: services.reduce((sum, { code }) => sum + (received.get(code) ?? 0), 0), n: services.length };
}

const levelWords = { province: "Cấp tỉnh", commune: "Cấp xã" } as const;
const serviceWords = { full: "Toàn trình", partial: "Một phần", none: "Còn lại" } as const;
const yes = (value: boolean) => (value ? "Có" : "Không");

function vietnameseDay(day: number | null): string {
  return day === null ? "" : isoDate(day).split("-").reverse().join("/");
}

/** The columns of the file: header, English id, and what stands in it in Vietnamese and as a code. */
export const procedureColumns: readonly (readonly [
  vi: string,
  id: string,
  inVietnamese: (p: MadeUpProcedure) => string | number,
  asCode?: (p: MadeUpProcedure) => string | number | null,
])[] = [
  ["Mã TTHC", "procedure_code", (p) => p.code],
  ["Tên thủ tục hành chính", "procedure_name", (p) => p.name],
  ["Lĩnh vực", "field", (p) => p.field],
  ["Cấp thực hiện", "level", (p) => levelWords[p.level], (p) => p.level],
  ["Mức độ DVC", "service_level", (p) => serviceWords[p.serviceLevel], (p) => p.serviceLevel],
  ["Đủ điều kiện", "eligible", (p) => serviceWords[p.eligible], (p) => p.eligible],
  ["Trên Cổng DVCQG", "on_portal", (p) => yes(p.onPortal), (p) => String(p.onPortal)],
  ["Liên quan đến doanh nghiệp", "business", (p) => yes(p.business), (p) => String(p.business)],
  ["Đã tái cấu trúc", "restructured", (p) => yes(p.restructured), (p) => String(p.restructured)],
  ["Biểu mẫu điện tử tương tác", "interactive_form", (p) => yes(p.interactiveForm), (p) => String(p.interactiveForm)],
  ["Tự động điền dữ liệu", "prefilled", (p) => yes(p.prefilled), (p) => String(p.prefilled)],
  ["Thực hiện tại Trung tâm", "at_center", (p) => yes(p.atCenter), (p) => String(p.atCenter)],
  ["Không phải thực hiện tại Trung tâm", "center_exempt", (p) => yes(p.centerExempt), (p) => String(p.centerExempt)],
  ["Không phụ thuộc địa giới", "boundary_free", (p) => yes(p.boundaryFree), (p) => String(p.boundaryFree)],
  ["Không áp dụng chỉ tiêu", "excluded", (p) => yes(p.excluded), (p) => String(p.excluded)],
  ["Danh mục", "lists", (p) => p.lists.join(";")],
  ["Nhóm TTHC", "group", (p) => p.group],
  [
    "Ngày Bộ công bố",
    "announced_on",
    (p) => vietnameseDay(p.announcedOn),
    (p) => (p.announcedOn === null ? null : isoDate(p.announcedOn)),
  ],
  [
    "Ngày công bố",
    "published_on",
    (p) => vietnameseDay(p.publishedOn),
    (p) => (p.publishedOn === null ? null : isoDate(p.publishedOn)),
  ],
  [
    "Thời hạn nộp trực tiếp (ngày)",
    "days_in_person",
    (p) => String(p.daysInPerson).replace(".", ","),
    (p) => p.daysInPerson,
  ],
  ["Thời hạn nộp trực tuyến (ngày)", "days_online", (p) => String(p.daysOnline).replace(".", ","), (p) => p.daysOnline],
];
