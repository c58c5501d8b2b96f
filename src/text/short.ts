/** What groups are short of a target, and which of them weigh most. */
import { about, type Data, type Message, many, n } from "./language.ts";
import { namesIn } from "./periods.ts";

/** How a part misses: it is short of a floor, over a ceiling, or over the time that the mean in person of all allows. */
export type ShortWay = "short" | "over" | "cut";

const verbVi = (way: unknown) => (way === "short" ? "thiếu" : way === "over" ? "vượt" : "dài hơn");
const ofAllVi = (way: unknown) => (way === "cut" ? " so với mức tính theo trung bình trực tiếp chung" : "");
const wayEn = (way: unknown) => (way === "short" ? "short" : way === "over" ? "over" : "longer");
const ofAllEn = (way: unknown) => (way === "cut" ? " than the mean in person of all allows" : "");
const whole = (value: unknown, language: "vi" | "en") =>
  about(Number(value), Number.isInteger(value) ? 0 : 1, language);
const listed = (value: unknown) => value as readonly string[];
/** Both that miss are named: none does so more than all. */
const isOfAll = ({ names, count }: Data) => listed(names).length > 1 && listed(names).length === count;

export const shortSentences = {
  miss: {
    vi: (d) =>
      `${d.title}: ${d.whole}${d.isOffset ? `, sau khi bù trừ với phần ${d.way === "cut" ? "ngắn hơn" : "tốt hơn mức chỉ tiêu"} của ${lower(d.by)} khác` : ""}; ${verbVi(d.way)} nhiều nhất ở ${namesIn(listed(d.parts), "vi")}${d.more === 0 ? "" : `; và ${n(d.more, "vi")} ${lower(d.by)} khác`}.`,
    en: (d) =>
      `${d.title}: ${d.whole}${d.isOffset ? `, net of the groups ${d.way === "cut" ? "that take less" : "better than the target"}` : ""}; most at ${namesIn(listed(d.parts), "en")}${d.more === 0 ? "" : `; and ${n(d.more, "en")} more`}.`,
  },
  shortCases: {
    vi: (d) => {
      const size = `${whole(d.short, "vi")} ${d.isRating ? (d.way === "short" ? "lượt hài lòng" : "lượt đánh giá") : "hồ sơ"}`;
      return d.way === "short" ? `còn thiếu ${size} để đạt chỉ tiêu` : `vượt mức chỉ tiêu ${size}`;
    },
    en: (d) =>
      `${whole(d.short, "en")} ${d.isRating ? (d.way === "short" ? "satisfied rating" : "rating") : "case"}${d.short === 1 ? "" : "s"} ${d.way === "short" ? "short of" : "over"} the target`,
  },
  shortTime: {
    vi: (d) =>
      d.way === "cut"
        ? `tổng thời gian trực tuyến dài hơn mức tính theo trung bình trực tiếp chung ${d.time}`
        : d.way === "over"
          ? `tổng thời gian vượt mức chỉ tiêu ${d.time}`
          : `tổng thời gian còn thiếu so với mức chỉ tiêu ${d.time}`,
    en: (d) =>
      d.way === "cut"
        ? `online ${d.time} more in all than the mean in person of all allows`
        : d.way === "over"
          ? `${d.time} in all beyond the target`
          : `${d.time} in all short of the target`,
  },
  /** Of agencies that are alike in what is missing: their number, and of how many cases each where that is one number. */
  agencyShort: {
    vi: (d) => {
      const size = `${d.size}${d.of === null ? "" : ` trong ${d.of}`}${ofAllVi(d.way)}`;
      if (d.count === 1) return `${d.name}: ${verbVi(d.way)} ${size}`;
      return d.isAll
        ? `${n(d.count, "vi")} đơn vị như nhau, mỗi đơn vị ${verbVi(d.way)} ${size}`
        : `${n(d.count, "vi")} đơn vị ${verbVi(d.way)} nhiều nhất, mỗi đơn vị ${size}`;
    },
    en: (d) => {
      const of = d.of === null ? "" : `${d.way === "short" ? " of" : " over"} ${d.of}`;
      const size =
        d.way === "cut"
          ? `${d.size} longer${ofAllEn(d.way)}${d.of === null ? "" : `, over ${d.of}`}`
          : d.of === null
            ? `${d.size} ${wayEn(d.way)}`
            : d.way === "short"
              ? `${d.size} short${of}`
              : `${d.size} too much${of}`;
      if (d.count === 1) return `${d.name}: ${size}`;
      return `${n(d.count, "en")} agencies ${d.isAll ? "alike" : "most"}, each ${size}`;
    },
  },
  barsTitle: {
    vi: (d) => {
      const verb = `${verbVi(d.way)}${d.way === "cut" ? " mức chung" : ""}`;
      const all = `${n(d.count, "vi")} ${lower(d.by)} ${verb}`;
      if (d.alike === d.count && Number(d.count) > 1) return `${all} như nhau`;
      if (Number(d.alike) > 1 && listed(d.names).length === 0)
        return `${all}, nhiều nhất là ${n(d.alike, "vi")} ${lower(d.by)} như nhau`;
      return d.isSpread
        ? `${all}, nhiều nhất là ${namesIn(listed(d.names), "vi")}`
        : `${namesIn(listed(d.names), "vi")} ${verb}${isOfAll(d) ? "" : " nhiều nhất"}`;
    },
    en: (d) => {
      const verb =
        d.way === "short"
          ? ["fall", "short"]
          : d.way === "over"
            ? ["go", "over"]
            : ["take", "longer than the average in person allows"];
      const all = `${many(d.count, "group")} ${Number(d.count) === 1 ? `${verb[0]}${verb[0] === "go" ? "es" : "s"}` : verb[0]} ${verb[1]}`;
      if (d.alike === d.count && Number(d.count) > 1) return `${all} alike`;
      const names = listed(d.names);
      if (Number(d.alike) > 1 && names.length === 0) return `${all}, ${n(d.alike, "en")} of them by the most, alike`;
      const one = names.length === 1 ? `${verb[0]}${verb[0] === "go" ? "es" : "s"}` : verb[0];
      return d.isSpread
        ? `${all}, ${namesIn(names, "en")} by the most`
        : `${namesIn(names, "en")} ${one} ${verb[1]}${isOfAll(d) ? "" : `${d.way === "cut" ? "," : ""} by the most`}`;
    },
  },
  /** Groups of a chart that have no bar in it. */
  notDrawn: {
    vi: (d) =>
      `Biểu đồ không vẽ ${n(d.count, "vi")} ${lower(d.by)} khác${d.missing === 0 ? "" : `, trong đó ${n(d.missing, "vi")} ${lower(d.by)} ${verbVi(d.way)}${d.way === "cut" ? " mức chung" : ""}`}.`,
    en: (d) =>
      `Not drawn: ${many(d.count, "other group")}${d.missing === 0 ? "" : `, ${n(d.missing, "en")} of them ${d.way === "short" ? "short" : d.way === "over" ? "over" : "longer"}`}.`,
  },
  barsChart: {
    vi: (d) =>
      `${d.title} theo ${lower(d.by)}, ${verbVi(d.way)} nhiều nhất trước; chỉ tiêu giao ${d.target}. Nét ngang: khoảng tin cậy 95%. * Nhóm ít hồ sơ, xếp sau.`,
    en: (d) =>
      `${d.title} by ${lower(d.by)}, those that miss most first; target ${d.target}. The line across is the 95 % interval. * Few cases, behind the others.`,
  },
} as const satisfies Record<string, Message>;

/** A word inside a sentence; an abbreviation keeps its letters. */
export function lower(value: unknown): string {
  const text = String(value);
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
