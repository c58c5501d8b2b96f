/** What is said where figures decide nothing, or decide although some of it is not known. */
import { type Message, many, n } from "./language.ts";
import { counted } from "./titles.ts";

export const undecidedSentences = {
  undecided: {
    vi: (d) =>
      d.kind === "minimum"
        ? `${counted(d.count, d.noun, "vi")} chưa ghi đủ số liệu có thể có mức thấp hơn`
        : d.count === 0
          ? `kết quả từ ${d.low} đến ${d.high}: ${d.why}`
          : d.low === null
            ? `${n(d.count, "vi")} trong ${counted(d.of, d.noun, "vi")} không tính được nên chưa kết luận được: ${d.why}`
            : `tùy ${counted(d.count, d.noun, "vi")} không tính được, kết quả từ ${d.low} đến ${d.high}: ${d.why}`,
    en: (d) =>
      d.kind === "minimum"
        ? `${counted(d.count, d.noun, "en")} without their figures may have less`
        : d.count === 0
          ? `the result lies between ${d.low} and ${d.high}: ${d.why}`
          : d.low === null
            ? `${n(d.count, "en")} of ${counted(d.of, d.noun, "en")} could not be used, so that nothing can be concluded: ${d.why}`
            : `depending on the ${counted(d.count, d.noun, "en")} that could not be used, the result lies between ${d.low} and ${d.high}: ${d.why}`,
  },
  undecidedWords: {
    vi: (d) => `từ chưa khai báo: ${d.words}${d.more === 0 ? "" : ` và ${n(d.more, "vi")} từ khác`}`,
    en: (d) => `words not known: ${d.words}${d.more === 0 ? "" : ` and ${n(d.more, "en")} more`}`,
  },
  leftOut: {
    vi: (d) => `${n(d.count, "vi")} trong ${n(d.of, "vi")} hồ sơ không tính được: ${d.why}`,
    en: (d) => `${n(d.count, "en")} of ${many(d.of, "case")} left out: ${d.why}`,
  },
  robust: {
    vi: (d) =>
      `vẫn ${d.verdict} kể cả khi tính ${counted(d.excluded, d.noun, "vi")} không tính được theo hướng ${d.isMiss ? "có lợi" : "bất lợi"} nhất`,
    en: (d) =>
      `still ${d.verdict} even if the ${counted(d.excluded, d.noun, "en")} that could not be used had gone the other way`,
  },
  criteriaUndecided: {
    vi: (d) => `tiêu chí chưa kết luận được: ${d.titles}`,
    en: (d) => `criteria that are undecided: ${d.titles}`,
  },
  blanksUnsure: {
    vi: (d) => `ô số hóa để trống của hồ sơ không rõ hình thức nộp (${n(d.count, "vi")})`,
    en: (d) => `blank cells of cases whose channel is not known, digital already if it is online (${n(d.count, "en")})`,
  },
  readingsDiffer: {
    vi: () => "câu chữ của mục này hiểu được theo hai cách, hai cách cho kết luận khác nhau",
    en: () => "the words of the clause can be read in two ways, and these differ",
  },
  robustReadings: {
    vi: (d) => `${d.verdict} theo cả hai cách hiểu câu chữ của mục này`,
    en: (d) => `${d.verdict} by either reading of the clause's words`,
  },
  paymentsUnsure: {
    vi: (d) => `hình thức thanh toán để trống của hồ sơ có lệ phí (${n(d.count, "vi")})`,
    en: (d) => `blank payment methods of cases with a fee (${n(d.count, "en")})`,
  },
  feesUnread: {
    vi: (d) =>
      `ô lệ phí không đọc được của hồ sơ không thanh toán trực tuyến, bằng 0 thì được tính (${n(d.count, "vi")})`,
    en: (d) =>
      `fees that cannot be read of cases not paid online, which count where the fee is 0 (${n(d.count, "en")})`,
  },
  codesUnknown: {
    vi: (d) => `mã TTHC không có trong danh mục (${n(d.count, "vi")})`,
    en: (d) => `codes of procedures that the catalogue does not have (${n(d.count, "en")})`,
  },
} as const satisfies Record<string, Message>;
