/** What stands for a value in options, arguments and usage lines, in the words of the reader. */
import type { Language } from "./language.ts";

const vi: Readonly<Record<string, string>> = {
  options: "tùy chọn",
  command: "lệnh",
  files: "tệp",
  file: "tệp",
  old: "cũ",
  new: "mới",
  dir: "thư mục",
  "field=header": "trường=tiêu đề",
  "field:word=code": "trường:từ=mã",
  "format=file": "dạng=tệp",
  "clause=names": "mục=tên",
  "id|file": "mã|tệp",
  field: "trường",
  format: "dạng",
  char: "ký tự",
  name: "tên",
  sign: "dấu",
  zone: "múi giờ",
  date: "ngày",
  year: "năm",
  month: "tháng",
  quarter: "quý",
  half: "nửa năm",
  period: "kỳ",
  group: "nhóm",
  plan: "kế hoạch",
  kpi: "mã",
  kpis: "chỉ tiêu",
  ids: "chỉ tiêu",
  id: "mã",
  clock: "cách tính",
  form: "dạng",
  profile: "kiểu",
  when: "khi nào",
  what: "lựa chọn",
  topic: "lệnh hoặc mã",
};

/** One name that stands for a value. */
export function placeholder(name: string, language: Language): string {
  return language === "vi" ? (vi[name] ?? name) : name;
}

/** A usage line or the term of an option: `--year <year>`, `check [options] <files...>`. */
export function withPlaceholders(term: string, language: Language): string {
  return term.replace(/([<[])([^<>[\]]+?)(\.\.\.)?([>\]])/g, (_, open, name, more = "", close) => {
    return `${open}${placeholder(name, language)}${more}${close}`;
  });
}
