/** The first screen of a report in words: counts, what is missed and by how much, since when, where, whose it is. */
import { capital, type Data, date, type Language, type Message, many, n } from "./language.ts";
import { asPeriod, namesIn, periodTitle } from "./periods.ts";

/** Names of which no more are listed in a sentence. */
const mostNames = 3;

/** A, B và C; of more: A, B, C và 14 chỉ tiêu khác. */
function fewNames(value: unknown, language: Language): string {
  const names = value as readonly string[];
  if (names.length <= mostNames) return namesIn(names, language);
  const shown = names.slice(0, mostNames).join(names.some((name) => name.includes(",")) ? "; " : ", ");
  const more = n(names.length - mostNames, language);
  return language === "vi" ? `${shown} và ${more} chỉ tiêu khác` : `${shown} and ${more} more`;
}

const count = (value: unknown) => (value as readonly unknown[]).length;
const turned = (titles: unknown, what: string, language: Language) =>
  count(titles) === 0
    ? []
    : [
        language === "vi"
          ? `${n(count(titles), "vi")} chỉ tiêu ${what} (${fewNames(titles, "vi")})`
          : `${many(count(titles), "target")} ${what} (${fewNames(titles, "en")})`,
      ];

/** Short labels of what is told of a miss. */
export const firstLabels = {
  misses: { vi: "Chỉ tiêu chưa đạt, xa mức giao nhất trước", en: "Missed, furthest from the target first" },
  undecided: { vi: "Chưa kết luận được", en: "Undecided" },
  passes: { vi: "Chỉ tiêu đạt", en: "Met" },
  gap: { vi: "Cách chỉ tiêu", en: "Gap" },
  since: { vi: "Thời gian", en: "Since" },
  agency: { vi: "Đơn vị", en: "Agency" },
  owner: { vi: "Chủ trì", en: "Lead" },
  step: { vi: "Việc cần làm", en: "Step" },
  target: { vi: "chỉ tiêu giao", en: "target" },
  skip: { vi: "Đến kết quả chi tiết", en: "Skip to the results" },
} as const satisfies Record<string, { vi: string; en: string }>;

export function firstLabel(name: keyof typeof firstLabels, language: Language): string {
  return firstLabels[name][language];
}

export const firstSentences = {
  counts: {
    vi: (d) =>
      d.judged === 0 && d.undecided === 0
        ? `Không có chỉ tiêu nào được đánh giá${behindVi(d)}.`
        : `${n(d.judged, "vi")} chỉ tiêu được đánh giá: ${n(d.pass, "vi")} đạt, ${n(d.fail, "vi")} chưa đạt${d.undecided === 0 ? "" : `; ${n(d.undecided, "vi")} chưa kết luận được`}${behindVi(d)}.`,
    en: (d) =>
      d.judged === 0 && d.undecided === 0
        ? `No target was judged${behindEn(d)}.`
        : `${many(d.judged, "target")} judged: ${n(d.pass, "en")} met, ${n(d.fail, "en")} missed${d.undecided === 0 ? "" : `; ${n(d.undecided, "en")} undecided`}${behindEn(d)}.`,
  },
  gapPoints: {
    vi: (d) => `${d.points}${d.cases === null ? "" : ` (${d.cases})`}`,
    en: (d) => `${d.points}${d.cases === null ? "" : ` (${d.cases})`}`,
  },
  gapTime: {
    vi: (d) => `${d.time} mỗi hồ sơ ${d.isOnline ? "trực tuyến" : ""}`.trim(),
    en: (d) => `${d.time} ${d.isOnline ? "an online case" : "a case"}`,
  },
  gapLate: {
    vi: (d) => `muộn ${n(d.days, "vi")} ngày`,
    en: (d) => `${many(d.days, "day")} late`,
  },
  since: {
    vi: (d) =>
      `chưa đạt ${n(d.missed, "vi")}/${n(d.of, "vi")} kỳ ${d.isOfThoseJudged ? "được đánh giá" : "gần nhất"}${d.from === null ? "" : `, liên tục từ ${d.from}`}`,
    en: (d) =>
      `missed in ${n(d.missed, "en")} of the ${d.isOfThoseJudged ? `${n(d.of, "en")} periods that are judged` : `last ${n(d.of, "en")} periods`}${d.from === null ? "" : `, without a break since ${d.from}`}`,
  },
  missLine: {
    vi: (d) =>
      `${d.title}: ${d.value} (chỉ tiêu giao ${d.target})${d.gap === "" ? "" : `, cách ${d.gap}`}${(d.facts as string[]).map((fact) => `; ${fact}`).join("")}.`,
    en: (d) =>
      `${d.title}: ${d.value} (target ${d.target})${d.gap === "" ? "" : `, ${d.gap} away`}${(d.facts as string[]).map((fact) => `; ${fact}`).join("")}.`,
  },
  moreMisses: {
    vi: (d) => `Còn ${n(d.count, "vi")} chỉ tiêu chưa đạt khác, nêu ở mục I.`,
    en: (d) => `${many(d.count, "more target")} missed, told in section I.`,
  },
  passesLine: {
    vi: (d) => `${n(d.count, "vi")} chỉ tiêu đạt`,
    en: (d) => `${many(d.count, "target")} met`,
  },
  sameVerdicts: {
    vi: (d) =>
      `So với ${asPeriod(String(d.period), "vi")}, đánh giá ${d.isAll ? "các chỉ tiêu" : `${n(d.same, "vi")} chỉ tiêu so sánh được`} không thay đổi${ofOwnYear(d, "vi")}.`,
    en: (d) =>
      d.isAll
        ? `The verdicts are those of ${periodTitle(String(d.period), "en")}${ofOwnYear(d, "en")}.`
        : `Against ${periodTitle(String(d.period), "en")}, the ${d.same === 1 ? "verdict" : "verdicts"} of the ${many(d.same, "target")} that can be compared ${d.same === 1 ? "is" : "are"} the same${ofOwnYear(d, "en")}.`,
  },
  changedVerdicts: {
    vi: (d) =>
      `So với ${asPeriod(String(d.period), "vi")}, ${[
        ...turned(d.gained, "chuyển từ chưa đạt sang đạt", "vi"),
        ...turned(d.lost, "chuyển từ đạt sang chưa đạt", "vi"),
        ...turned(d.fallenDue, "đã đến hạn mà chưa đạt", "vi"),
        ...turned(d.reached, "khi đó chưa đến hạn, nay đã đạt", "vi"),
        ...turned(d.gone, "nay chưa kết luận được hoặc chưa có số liệu", "vi"),
        ...turned(d.come, "nay đã kết luận được", "vi"),
      ].join(", ")}${ofOwnYear(d, "vi")}.`,
    en: (d) =>
      `Against ${periodTitle(String(d.period), "en")}, ${[
        ...turned(d.gained, "now met", "en"),
        ...turned(d.lost, "no longer met", "en"),
        ...turned(d.fallenDue, "fallen due and missed", "en"),
        ...turned(d.reached, "not due then, now met", "en"),
        ...turned(d.gone, "now without data or undecided", "en"),
        ...turned(d.come, "now decided", "en"),
      ].join(", ")}${ofOwnYear(d, "en")}.`,
  },
  /** A milestone that nobody states as done, in place of its day, and what is left to do for it. */
  notDone: { vi: () => "chưa ghi là đã hoàn thành", en: () => "not stated as done" },
  finish: {
    vi: () => "hoàn thành và ghi ngày hoàn thành vào tệp số liệu báo cáo",
    en: () => "finish it and state its day in the figures file",
  },
  yearToDate: {
    vi: (d) => {
      const begins = d.days === null ? "" : ` (tệp chỉ có hồ sơ ${daysOf(d.days, "vi")})`;
      const met =
        d.pass !== 0
          ? `${n(d.pass, "vi")} trong ${n(d.judged, "vi")} chỉ tiêu đạt`
          : d.judged === 1
            ? "chỉ tiêu duy nhất được đánh giá chưa đạt"
            : `không chỉ tiêu nào trong ${n(d.judged, "vi")} chỉ tiêu đạt`;
      return `Tính ${periodTitle(String(d.period), "vi")}${begins}: ${met}${count(d.unreachable) === 0 ? "" : `; không còn khả năng hoàn thành trong năm: ${fewNames(d.unreachable, "vi")}`}.`;
    },
    en: (d) => {
      const begins = d.days === null ? "" : ` (the log ${daysOf(d.days, "en")})`;
      const met =
        d.pass === 0 && d.judged === 1
          ? "the one target that is judged is missed"
          : `${d.pass === 0 ? "none" : n(d.pass, "en")} of ${many(d.judged, "target")} met`;
      return `${capital(periodTitle(String(d.period), "en"))}${begins}: ${met}${count(d.unreachable) === 0 ? "" : `; out of reach for the year: ${fewNames(d.unreachable, "en")}`}.`;
    },
  },
  /** Where the period is the year so far, its counts are those of the first line. */
  unreachable: {
    vi: (d) => `Không còn khả năng hoàn thành trong năm: ${fewNames(d.unreachable, "vi")}.`,
    en: (d) => `Out of reach for the year: ${fewNames(d.unreachable, "en")}.`,
  },
} as const satisfies Record<string, Message>;

/** Of which days of a year the log speaks: of its beginning and its end those that it does not cover. */
function daysOf(days: unknown, language: Language): string {
  const { from, to } = days as { readonly from: string | null; readonly to: string | null };
  const [first, last] = [from, to].map((day) => (day === null ? null : date(day, language)));
  if (language === "vi") {
    return [first === null ? [] : `từ ngày ${first}`, last === null ? [] : `đến ngày ${last}`].flat().join(" ");
  }
  if (last === null) return `begins on ${first}`;
  return first === null ? `ends on ${last}` : `has cases from ${first} to ${last} only`;
}

/** Where another year had other targets. */
function ofOwnYear({ hasOtherTargets }: Data, language: Language): string {
  if (!hasOtherTargets) return "";
  return language === "vi" ? "; mỗi kỳ xét theo chỉ tiêu của năm đó" : "; each period by the targets of its year";
}

/** What was not judged, behind the counts of what was. */
function behindVi(d: Data): string {
  return [
    d.noData === 0 ? "" : `; ${n(d.noData, "vi")} chưa có số liệu`,
    d.notDue === 0 ? "" : `; ${n(d.notDue, "vi")} chưa đến hạn`,
    d.notSupplied === 0 ? "" : `; ${n(d.notSupplied, "vi")} thiếu dữ liệu đầu vào`,
    d.notOfPeriod === 0 ? "" : `; ${n(d.notOfPeriod, "vi")} không đánh giá trong kỳ này`,
  ].join("");
}

function behindEn(d: Data): string {
  return [
    d.noData === 0 ? "" : `; ${n(d.noData, "en")} without data`,
    d.notDue === 0 ? "" : `; ${n(d.notDue, "en")} not due yet`,
    d.notSupplied === 0 ? "" : `; ${n(d.notSupplied, "en")} not supplied`,
    d.notOfPeriod === 0 ? "" : `; ${n(d.notOfPeriod, "en")} not judged in this period`,
  ].join("");
}

export function firstSentence(name: keyof typeof firstSentences, data: Data, language: Language): string {
  return firstSentences[name][language](data);
}
