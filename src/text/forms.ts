/** What is said of forms that units have filled in. */
import { type Data, type Language, list, type Message, many, n, q } from "./language.ts";

/** B7 of the row 7 and the second column. */
export function cellName(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

const sentences = {
  head: {
    vi: (d) => `Biểu ${d.form}: ${n(d.files, "vi")} tệp, ${n(d.units, "vi")} dòng cộng lại.`,
    en: (d) => `Form ${d.form}: ${many(d.files, "file")}, ${many(d.units, "row")} added up.`,
  },
  total: { vi: () => "Tổng cộng", en: () => "Total" },
  unit: { vi: () => "Đơn vị, lĩnh vực", en: () => "Unit or field" },
  sound: {
    vi: (d) =>
      `Các tổng ${d.all ? "" : "kiểm tra được "}đều khớp${d.log === true ? ", và khớp với danh sách hồ sơ" : ""}.`,
    en: (d) =>
      `Every sum ${d.all ? "" : "that could be checked "}holds${d.log === true ? ", and is what the logs say" : ""}.`,
  },
  faults: {
    vi: (d) => `${n(d.count, "vi")} ô không khớp:`,
    en: (d) => `${many(d.count, "cell")} ${d.count === 1 ? "differs" : "differ"}:`,
  },
  identity: {
    vi: (d) => `${d.where} ${d.name}: ${d.column} là ${n(d.has, "vi")}; ${d.of} cộng lại là ${n(d.should, "vi")}`,
    en: (d) => `${d.where} ${d.name}: ${d.column} is ${n(d.has, "en")}; ${d.of} come to ${n(d.should, "en")}`,
  },
  sum: {
    vi: (d) =>
      `${d.where} ${d.name === "" ? "dòng tổng" : d.name}: ${d.column} là ${n(d.has, "vi")}; các dòng cộng lại là ${n(d.should, "vi")}`,
    en: (d) =>
      `${d.where} ${d.name === "" ? "the row of totals" : d.name}: ${d.column} is ${n(d.has, "en")}; the rows come to ${n(d.should, "en")}`,
  },
  unreadable: {
    vi: (d) => `${d.where} không phải số hồ sơ: chưa cộng ô này`,
    en: (d) => `${d.where} is no number of cases: it was not added`,
  },
  log: {
    vi: (d) => `${d.name}: ${d.column} là ${n(d.has, "vi")}; danh sách hồ sơ cho ${n(d.should, "vi")}`,
    en: (d) => `${d.name}: ${d.column} is ${n(d.has, "en")}; the logs give ${n(d.should, "en")}`,
  },
  sheets: {
    vi: (d) =>
      `${d.file}, trang ${q(d.name)}: ${d.column} là ${n(d.has, "vi")}; các trang khác cộng lại là ${n(d.should, "vi")}`,
    en: (d) =>
      `${d.file}, sheet ${q(d.name)}: ${d.column} is ${n(d.has, "en")}; the other sheets come to ${n(d.should, "en")}`,
  },
  sumSheet: {
    vi: (d) =>
      `${d.file}: trang ${q(d.sheet)} là tổng của các trang khác, đã đối chiếu, không cộng lần nữa; nếu là của một đơn vị riêng thì tách trang đó ra tệp khác.`,
    en: (d) =>
      `${d.file}: sheet ${q(d.sheet)} adds up the others; it was held against them and not added again. If it is a unit's own, put it into a file of its own.`,
  },
  periods: {
    vi: (d) => `Các biểu không cùng một kỳ, vẫn cộng lại: ${list(d.periods)}. Chỉ nêu các biểu của một kỳ.`,
    en: (d) =>
      `The forms are not of one period, and were added up all the same: ${list(d.periods)}. Give those of one period.`,
  },
  unasked: {
    vi: (d) =>
      `${d.file}: chưa kiểm tra được ${d.sum} = ${d.of}, vì không có cột ${d.lacks}${d.isBlank === true ? ", hoặc cột để trống" : ""}.`,
    en: (d) =>
      `${d.file}: it could not be checked that ${d.sum} = ${d.of}: there is no column ${d.lacks}${d.isBlank === true ? ", or it is blank" : ""}.`,
  },
  uncompared: {
    vi: (d) => `Danh sách hồ sơ không cho biết, chưa so: ${d.columns}.`,
    en: (d) => `The logs do not say, and these were not compared: ${d.columns}.`,
  },
  blank: {
    vi: (d) => `${d.file} để trống cả cột ${d.columns}: cộng là 0, không so.`,
    en: (d) => `${d.file} leaves ${d.columns} blank: added as 0, and not compared.`,
  },
  lacking: {
    vi: (d) => `${d.file} không có cột ${d.columns}: các cột này không cộng.`,
    en: (d) => `${d.file} has no column ${d.columns}: these are not added up.`,
  },
  unknown: {
    vi: (d) => `${d.file}: cột không nhận ra, không đọc: ${(d.columns as string[]).map((one) => q(one)).join(", ")}.`,
    en: (d) =>
      `${d.file}: columns that are not known, and not read: ${(d.columns as string[]).map((one) => q(one)).join(", ")}.`,
  },
  passed: {
    vi: (d) =>
      `${d.file}: dòng có số nhưng không cộng (dòng dưới dòng tổng, “trong đó”, lũy kế, cùng kỳ): ${list(d.rows)}.`,
    en: (d) =>
      `${d.file}: rows with numbers that are not added up (below the totals, parts of others, other periods): ${list(d.rows)}.`,
  },
  copy: {
    vi: (d) => `${d.file} giống hệt ${d.of}, từng ô một: chỉ cộng một lần.`,
    en: (d) => `${d.file} says what ${d.of} says, cell by cell: it is added up once.`,
  },
  alike: {
    vi: (d) =>
      d.file === d.of
        ? `${d.file}: hai bảng có số liệu giống nhau, đã cộng cả hai; nếu là một bảng chép hai lần thì bỏ bớt một bảng.`
        : `${d.file} có số liệu giống ${d.of} mà không rõ là của hai đơn vị, đã cộng cả hai; nếu là biểu của một đơn vị thì chỉ nêu một tệp.`,
    en: (d) =>
      d.file === d.of
        ? `${d.file}: two tables have the same numbers, and both are added up; if one is a copy of the other, take it out.`
        : `${d.file} has the numbers of ${d.of}, and nothing says that they are of two units: both are added up; if they are one unit's, give one file alone.`,
  },
  sums: {
    vi: (d) => `${d.file}: dòng là tổng của các dòng khác, đã đối chiếu, không cộng lần nữa: ${list(d.rows)}.`,
    en: (d) => `${d.file}: rows that are sums of others, held against them and not added again: ${list(d.rows)}.`,
  },
  sheetsRead: {
    vi: (d) =>
      `${d.file}: đã đọc các trang tính ${list(d.read)}${(d.unread as string[]).length === 0 ? "" : `; không đọc ${list(d.unread)}`}.`,
    en: (d) =>
      `${d.file}: read the sheets ${list(d.read)}${(d.unread as string[]).length === 0 ? "" : `; not ${list(d.unread)}`}.`,
  },
  outside: {
    vi: (d) => `Kỳ của danh sách hồ sơ: ${d.period}.`,
    en: (d) => `Period of the logs: ${d.period}.`,
  },
} as const satisfies Record<string, Message>;

export function formSentence(name: keyof typeof sentences, data: Data, language: Language): string {
  return sentences[name][language](data);
}
