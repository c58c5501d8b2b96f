/** What kpi words says beside the words themselves: what a kind of column holds, what a code stands for. */
import { type Bilingual, type Data, type Language, list, type Message } from "./language.ts";

const kinds: Readonly<Record<string, Bilingual>> = {
  text: { vi: "chữ", en: "text" },
  word: { vi: "từ có nghĩa", en: "words with a meaning" },
  time: { vi: "ngày, giờ", en: "dates and times" },
  duration: { vi: "khoảng thời gian", en: "a length of time" },
  money: { vi: "số tiền", en: "an amount of money" },
  yesNo: { vi: "có hoặc không", en: "yes or no" },
};

export function kindTitle(kind: string, language: Language): string {
  return kinds[kind]?.[language] ?? kind;
}

/** By the field and the code, in the order of the codes. */
const meanings: Readonly<Record<string, Bilingual>> = {
  "channel:online": { vi: "trực tuyến", en: "online" },
  "channel:in_person": { vi: "trực tiếp", en: "in person" },
  "channel:postal": { vi: "qua bưu chính công ích", en: "by post" },
  "status:registered": { vi: "mới đăng ký, chưa tiếp nhận", en: "registered, not received yet" },
  "status:received": { vi: "đã tiếp nhận", en: "received" },
  "status:refused": { vi: "không được tiếp nhận", en: "refused at receipt" },
  "status:processing": { vi: "đang giải quyết", en: "being processed" },
  "status:awaiting_supplement": { vi: "tạm dừng, chờ bổ sung hồ sơ", en: "stopped for more documents" },
  "status:awaiting_payment": { vi: "chờ thực hiện nghĩa vụ tài chính", en: "stopped for a payment" },
  "status:withdrawn": { vi: "đã rút hoặc hủy", en: "withdrawn or cancelled" },
  "status:stopped": { vi: "dừng giải quyết, không trả kết quả", en: "stopped without a result" },
  "status:finished": { vi: "đã có kết quả, chưa trả", en: "finished, not returned yet" },
  "status:returned": { vi: "đã trả kết quả", en: "result returned" },
  "rating:5": { vi: "rất hài lòng", en: "very satisfied" },
  "rating:4": { vi: "hài lòng", en: "satisfied" },
  "rating:3": { vi: "bình thường (không tính là hài lòng)", en: "neutral (not counted as satisfied)" },
  "rating:2": { vi: "không hài lòng", en: "dissatisfied" },
  "rating:1": { vi: "rất không hài lòng", en: "very dissatisfied" },
  "payment_method:online": { vi: "thanh toán trực tuyến", en: "paid online" },
  "payment_method:transfer": {
    vi: "chuyển khoản (không tính là trực tuyến)",
    en: "bank transfer (not counted as online)",
  },
  "payment_method:card": { vi: "thẻ tại quầy", en: "card at the counter" },
  "payment_method:cash": { vi: "tiền mặt", en: "cash" },
  "payment_method:none": { vi: "không phải nộp", en: "nothing to pay" },
  "service_level:full": { vi: "toàn trình", en: "fully online" },
  "service_level:partial": { vi: "một phần", en: "partly online" },
  "service_level:none": { vi: "không trực tuyến", en: "not online" },
  "applicant_type:citizen": { vi: "cá nhân", en: "citizen" },
  "applicant_type:business": { vi: "tổ chức, doanh nghiệp", en: "business or organisation" },
};

const yesNo: Readonly<Record<string, Bilingual>> = { true: { vi: "có", en: "yes" }, false: { vi: "không", en: "no" } };

/** What a code of a field stands for, in words. */
export function meaningTitle(field: string, code: string, language: Language): string {
  return (meanings[`${field}:${code}`] ?? yesNo[code])?.[language] ?? code;
}

const texts = {
  heading: { vi: () => "Từ ngữ của danh sách hồ sơ", en: () => "The words of case logs" },
  rule: {
    vi: () =>
      "Không phân biệt chữ hoa, chữ thường, dấu thanh đặt ở đâu (hoà, hòa), khoảng trắng và dấu câu ở hai đầu; viết không dấu cũng nhận, i thay y ở cuối tiếng (lí, lý) cũng vậy. Trong ô: dấu _, - hay viết liền thay khoảng trắng, số trùng nghĩa với từ (“5 - Rất hài lòng”), ngoặc nói thêm (“Trực tuyến (DVCQG)”), “đúng hạn, trước hạn, trễ hạn …” sau trạng thái đã xong không làm đổi nghĩa; ngoặc phủ định, hay có từ của mã khác, thì ô chưa được hiểu và được báo. Mã (channel, online …) cũng là tiêu đề, là từ. Tệp có hai tiêu đề của một trường thì lấy tiêu đề đứng trước trong danh sách.",
    en: () =>
      "Case, the place of a tone mark (hoà, hòa), spaces and punctuation at the ends do not matter; words without any marks are known too, and so is i for y at the end of a syllable (lí, lý). Within cells _, - or nothing for a space, a number that says what the word says (“5 - Rất hài lòng”), a bracket that adds to it (“Trực tuyến (DVCQG)”), and “đúng hạn, trước hạn, trễ hạn …” behind a state that is an end change no meaning; where a bracket negates, or has a word of another code, the cell is not known and is told. An id (channel, online …) is a header and a word itself. Where a log has two headers of one field, the one that stands first here is taken.",
  },
  field: { vi: () => "trường", en: () => "field" },
  title: { vi: () => "nội dung", en: () => "what it is" },
  kind: { vi: () => "ô là", en: () => "its cells" },
  headerCount: { vi: () => "tiêu đề", en: () => "headers" },
  wordCount: { vi: () => "từ", en: () => "words" },
  headers: { vi: () => "Tiêu đề cột", en: () => "Headers" },
  units: {
    vi: (d) => `Sau tiêu đề, đơn vị trong ngoặc: ${list(d.units)}`,
    en: (d) => `Behind the header, a unit in brackets: ${list(d.units)}`,
  },
  fillings: {
    vi: () => "Ngoặc sau tiêu đề nói cách ghi (YYYY-MM-DD, bắt buộc, nếu có, đồng …) được bỏ qua.",
    en: () => "Brackets behind a header that say how it is filled (YYYY-MM-DD, required, VND …) are passed over.",
  },
  words: { vi: () => "Từ trong ô", en: () => "Words of its cells" },
  same: { vi: (d) => `Từ trong ô: như của \`${d.field}\`.`, en: (d) => `Words of its cells: those of \`${d.field}\`.` },
  nothing: { vi: () => "không nói lên điều gì, coi như ô trống", en: () => "say nothing: as a blank cell" },
  blanks: {
    vi: () => "Từ coi như ô trống, ở mọi cột mà bảng từ của cột không có từ ấy",
    en: () => "Words that are as a blank cell, in every column whose own words do not have them",
  },
  more: {
    vi: () =>
      'Từ của một trường: kpi words channel · khai báo thêm: --map channel="Tiêu đề", --map-value channel:"Từ"=online',
    en: () =>
      'The words of a field: kpi words channel · to add some: --map channel="Header", --map-value channel:"Word"=online',
  },
} satisfies Readonly<Record<string, Message>>;

/** A sentence of kpi words. */
export function wordsText(name: keyof typeof texts, language: Language, data: Data = {}): string {
  return (texts[name] as Message)[language](data);
}
