import { codes, type Field, type FieldOf } from "../records/case.ts";

/**
 * The words of exports: the headers by which a field is known, and what the cells of the coded columns mean. These are
 * tables to add to; how they are matched stands in `wordKey`.
 */
export const headers: Readonly<Record<Exclude<Field, FieldOf<"duration">>, readonly string[]>> = {
  caseId: ["Mã hồ sơ", "Mã số hồ sơ", "Số hồ sơ", "Số biên nhận", "MaHoSo"],
  procedureCode: ["Mã TTHC", "Mã thủ tục", "Mã thủ tục hành chính", "MaTTHC"],
  procedureName: ["Tên TTHC", "Tên thủ tục hành chính", "Tên thủ tục", "Thủ tục hành chính", "Thủ tục", "TenTTHC"],
  field: ["Lĩnh vực", "Lĩnh vực giải quyết", "MaLinhVuc"],
  agency: [
    "Đơn vị xử lý",
    "Đơn vị tiếp nhận",
    "Đơn vị giải quyết",
    "Đơn vị thực hiện",
    "Cơ quan giải quyết",
    "Cơ quan thực hiện",
    "DonViXuLy",
  ],
  channel: [
    "Hình thức nộp",
    "Hình thức nộp hồ sơ",
    "Hình thức tiếp nhận",
    "Kênh nộp",
    "Kênh tiếp nhận",
    "Cách thức nộp",
    "HinhThuc",
    "KenhThucHien",
  ],
  loginAt: ["Thời điểm đăng nhập", "Thời gian đăng nhập", "Giờ đăng nhập"],
  submittedAt: ["Thời điểm nộp", "Thời gian nộp hồ sơ", "Ngày nộp", "Ngày nộp hồ sơ", "NgayNopHoSo"],
  receivedAt: ["Ngày tiếp nhận", "Ngày nhận", "Thời gian nhận", "Thời điểm tiếp nhận", "NgayTiepNhan"],
  transferredAt: ["Ngày chuyển xử lý", "Thời điểm chuyển", "Ngày chuyển hồ sơ"],
  dueAt: ["Ngày hẹn trả", "Ngày hẹn trả kết quả", "Hẹn trả", "Hạn trả", "Hạn giải quyết", "Hạn xử lý", "NgayHenTra"],
  finishedAt: ["Ngày kết thúc xử lý", "Ngày có kết quả", "Ngày xử lý xong", "Ngày hoàn thành", "NgayKetThucXuLy"],
  returnedAt: ["Ngày trả kết quả", "Ngày trả", "Thời điểm trả kết quả", "NgayTra"],
  status: ["Trạng thái", "Trạng thái hồ sơ", "Tình trạng", "Tình trạng hồ sơ", "TrangThaiHoSo"],
  rating: ["Mức độ hài lòng", "Đánh giá", "Đánh giá hài lòng", "Kết quả đánh giá"],
  ratedAt: ["Ngày đánh giá", "Thời điểm đánh giá"],
  paymentMethod: ["Hình thức thanh toán", "Phương thức thanh toán", "Kênh thanh toán"],
  fee: ["Phí", "Lệ phí", "Phí, lệ phí", "Số tiền", "Tổng tiền"],
  serviceLevel: ["Mức độ DVC", "Mức độ DVCTT", "Mức độ"],
  processedOnline: ["Xử lý trực tuyến"],
  electronicResult: ["Kết quả điện tử", "Có kết quả điện tử"],
  recordDigitised: ["Số hóa hồ sơ", "Số hóa thành phần hồ sơ"],
  resultDigitised: ["Số hóa kết quả"],
  dataReused: ["Tái sử dụng dữ liệu", "Khai thác, sử dụng lại dữ liệu số hóa"],
  onSystem: ["Cập nhật trên hệ thống"],
  portalSynced: ["Đồng bộ Cổng DVCQG"],
  viaPortal: ["Tiếp nhận trên Cổng DVCQG"],
  applicantType: ["Đối tượng", "Loại đối tượng"],
};

/** A duration's header without its unit, which follows in brackets; "Số ngày xử lý" names its own. */
const durationHeaders: Readonly<Record<FieldOf<"duration">, readonly string[]>> = {
  submissionDuration: ["Thời gian nộp", "Thời gian thực hiện nộp"],
  processingDuration: ["Thời gian xử lý", "Thời gian giải quyết"],
};

/** Seconds in a unit, by the words that a header names it with. */
const durationUnits = [
  [60, "phút", "minutes"],
  [3600, "giờ", "hours"],
  [86_400, "ngày", "days"],
  [1, "giây", "seconds"],
] as const;

/** Rows of a word table: what they mean, and the words that mean it. */
export type Words<V> = readonly (readonly [V, readonly string[]])[];

/** What a yes/no cell may say. */
export const yesNo: Words<boolean> = [
  [true, ["Có", "Đã", "Rồi", "x", "✓", "1", "true", "yes", "Y"]],
  [false, ["Không", "Chưa", "0", "false", "no", "N"]],
];

/** What the cells of the coded columns mean. */
export const words = {
  channel: [
    ["online", ["Trực tuyến", "Nộp trực tuyến", "Nộp trực tuyến qua Cổng DVC", "Qua mạng", "Online", "Cổng DVCQG"]],
    [
      "in_person",
      [
        "Trực tiếp",
        "Nộp trực tiếp",
        "Bộ phận Một cửa",
        "Tại bộ phận một cửa",
        "Tại quầy",
        "Trung tâm Phục vụ hành chính công",
      ],
    ],
    ["postal", ["Bưu chính", "Bưu chính công ích", "Dịch vụ bưu chính công ích", "BCCI", "Qua bưu điện"]],
  ],
  // The numbers are the national portal's, in the order of the codes.
  status: [
    ["registered", ["Mới đăng ký", "1"]],
    ["received", ["Được tiếp nhận", "Đã tiếp nhận", "2"]],
    ["refused", ["Không được tiếp nhận", "Không tiếp nhận", "Từ chối", "Từ chối tiếp nhận", "3"]],
    ["processing", ["Đang xử lý", "Đang giải quyết", "Chờ xử lý", "Chờ ký duyệt", "4"]],
    [
      "awaiting_supplement",
      ["Yêu cầu bổ sung", "Yêu cầu bổ sung giấy tờ", "Yêu cầu bổ sung hồ sơ", "Chờ bổ sung", "Chờ bổ sung hồ sơ", "5"],
    ],
    ["awaiting_payment", ["Yêu cầu thực hiện nghĩa vụ tài chính", "6"]],
    ["withdrawn", ["Công dân yêu cầu rút hồ sơ", "Công dân rút hồ sơ", "Đã rút", "Rút hồ sơ", "7"]],
    ["stopped", ["Dừng xử lý", "Hồ sơ không xử lý được", "8"]],
    ["finished", ["Đã xử lý xong", "Đã có kết quả", "Chờ trả kết quả", "Hoàn thành", "9"]],
    ["returned", ["Đã trả kết quả", "10"]],
  ],
  rating: [
    [5, ["Rất hài lòng", "Very satisfied", "5", "Like", "Thích"]],
    [4, ["Hài lòng", "Satisfied", "4"]],
    [3, ["Bình thường", "Neutral", "3"]],
    [2, ["Không hài lòng", "Dissatisfied", "2"]],
    [1, ["Rất không hài lòng", "Very dissatisfied", "1", "Dislike", "Không thích"]],
  ],
  paymentMethod: [
    [
      "online",
      [
        "Trực tuyến",
        "Thanh toán trực tuyến",
        "Online",
        "Payment Platform",
        "Nền tảng thanh toán",
        "Cổng DVCQG",
        "VNeID",
        "Ví điện tử",
        "Mobile Money",
      ],
    ],
    ["transfer", ["Chuyển khoản"]],
    ["card", ["Thẻ", "POS"]],
    ["cash", ["Tiền mặt"]],
    ["none", ["Không thu phí", "Miễn phí", "Đối tượng miễn phí", "Không"]],
  ],
  serviceLevel: [
    ["full", ["Toàn trình", "DVC trực tuyến toàn trình", "DVCTT toàn trình", "Trực tuyến toàn trình", "Mức độ 4", "4"]],
    ["partial", ["Một phần", "DVC trực tuyến một phần", "DVCTT một phần", "Trực tuyến một phần", "Mức độ 3", "3"]],
    ["none", ["Còn lại", "Không cung cấp trực tuyến", "Không đủ điều kiện", "Cung cấp thông tin trực tuyến", "1", "2"]],
  ],
  applicantType: [
    ["citizen", ["Cá nhân", "Công dân"]],
    ["business", ["Tổ chức", "Doanh nghiệp"]],
  ],
} as const satisfies Record<FieldOf<"word">, Words<string | number>>;

/** The value of a coded cell. */
export type Value = string | number | boolean;

/** The words of a coded field, by `wordKey`. */
export function wordTable(field: FieldOf<"word" | "yesNo">): ReadonlyMap<string, Value> {
  const rows: Words<Value> = field in words ? words[field as FieldOf<"word">] : yesNo;
  return wordLookup(rows);
}

/** The words of a table by `wordKey`, with and without marks; every code is a word too. */
export function wordLookup<V extends Value>(rows: Words<V>): ReadonlyMap<string, V> {
  const table = new Map<string, V>();
  for (const [value, names] of rows) {
    for (const name of [...names, String(value)]) {
      table.set(wordKey(name), value);
      table.set(wordKey(withoutMarks(name)), value);
    }
  }
  return table;
}

/** What a word given by the user (`--map-value`) may stand for: the field's own codes. */
export function meaningOfCode(field: FieldOf<"word" | "yesNo">, code: string): Value | undefined {
  return wordTable(field).get(wordKey(code));
}

/** The codes of a coded field, for a message that lists them. */
export function codesOf(field: FieldOf<"word" | "yesNo">): readonly Value[] {
  if (field === "rating") return [5, 4, 3, 2, 1];
  return field in codes ? codes[field as keyof typeof codes] : [true, false];
}

/** What a header stands for. */
export interface HeaderMeaning {
  readonly field: Field;
  /** Seconds in the unit of a duration. */
  readonly unit?: number;
  /** Where it stands among the field's headers: the lowest is taken when a log has two. */
  readonly rank: number;
}

let table: Map<string, HeaderMeaning> | undefined;

/** Every known header, by `wordKey`. */
export function headerTable(): ReadonlyMap<string, HeaderMeaning> {
  if (table !== undefined) return table;
  const made = new Map<string, HeaderMeaning>();
  const put = (header: string, meaning: HeaderMeaning) => {
    for (const key of [wordKey(header), wordKey(withoutMarks(header))]) if (!made.has(key)) made.set(key, meaning);
  };
  for (const [field, names] of Object.entries(headers) as [Field, readonly string[]][]) {
    // An English id ranks before every other header.
    put(
      field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      { field, rank: 0 },
    );
    names.forEach((name, i) => {
      put(name, { field, rank: i + 1 });
    });
  }
  for (const [field, names] of Object.entries(durationHeaders) as [FieldOf<"duration">, readonly string[]][]) {
    for (const [unit, ...unitNames] of durationUnits) {
      put(field.replace("Duration", `_${unitNames[1]}`), { field, unit, rank: 0 });
      names.forEach((name, i) => {
        for (const unitName of unitNames) put(`${name} (${unitName})`, { field, unit, rank: i + 1 });
      });
    }
  }
  put("Số ngày xử lý", { field: "processingDuration", unit: 86_400, rank: 9 });
  table = made;
  return made;
}

/** The seconds in the unit that a duration's header names anywhere in it ("TG xử lý - giờ"); undefined if none. */
export function unitIn(header: string): number | undefined {
  const parts = wordKey(header).split(/[^\p{L}\p{M}]+/u);
  return durationUnits.find(([, ...names]) =>
    names.some((name) => parts.includes(wordKey(name)) || parts.includes(wordKey(withoutMarks(name)))),
  )?.[0];
}

const endPunctuation = "\\s.,;:!?…*'\"“”‘’()\\[\\]{}–—";
const ends = new RegExp(`^(?:[${endPunctuation}]|-(?!\\d))+|[${endPunctuation}-]+$`, "gu");
/** Grave, acute, tilde, hook above, dot below: the marks of the tones, apart from those of the vowels. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

const hasTone = /[\u0300\u0301\u0303\u0309\u0323]/u;

/**
 * What two spellings of one word share: case, đ and d, the place of the tone mark in a word (hoà, hòa), spaces, and
 * punctuation at the ends do not tell them apart; every other mark does. A word in a log matches a word of a table when
 * their keys are equal, or when it is written without any marks and the table's word without marks has its key.
 */
export function wordKey(text: string): string {
  const folded = text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[\s\u00a0\u200b\ufeff]+/gu, " ");
  const trimmed = folded.replace(ends, "");
  const key = trimmed === "" ? folded.trim() : trimmed;
  // Most words of a log have no tone, and a pattern of all letters takes milliseconds to be made ready.
  if (!hasTone.test(key)) return key;
  return key.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const marks = word.match(tones);
    return marks === null ? word : word.replace(tones, "") + marks.join("");
  });
}

export function withoutMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}

const totals = new Set(["Tổng cộng", "Cộng", "Tong cong", "Cong"].map(wordKey));
const totalWords = ["Tổng cộng", "Tổng số", "Tong cong", "Tong so"].map(wordKey);

/** The word, or an ellipsis: what holds a telephone or an identity number is no word of a coded column, and is not told. */
export function tellable(word: string): string {
  return /\d{6}/.test(word.replace(/[\s.-]/g, "")) && /\p{L}/u.test(word) ? "…" : word;
}

/** Whether the first filled cell of a row says that the row is a sum: "Tổng cộng", "Tổng cộng: 4 hồ sơ", "Cộng". */
export function isTotal(text: string): boolean {
  const key = wordKey(text);
  return (
    totals.has(key) || totalWords.some((word) => key.startsWith(word) && /^[\s:.(\d]/.test(key.slice(word.length)))
  );
}
