/** The sentences of what is wrong with a plan of the user's own, by the code of the fault. */
import { leftOutWords } from "./exclusions.ts";
import { type Data, type Language, list, type Message, n, q } from "./language.ts";

const messages: Readonly<Record<string, Message>> = {
  "bad-syntax": { vi: () => "không đọc được JSON hoặc YAML từ chỗ này", en: () => "this is neither JSON nor YAML" },
  "bad-escape": {
    vi: () => "trong dấu nháy kép, \\ mở đầu một ký hiệu; dùng dấu nháy đơn, hoặc / thay cho \\",
    en: () => "within double quotes a \\ begins a sign; write single quotes, or / for \\",
  },
  "bad-tab": {
    vi: () => "thụt dòng bằng dấu cách, không bằng tab",
    en: () => "indent by spaces, not by tabs",
  },
  "same-key": { vi: () => "khóa đã có ở trên", en: () => "the key stands above already" },
  "unknown-key": {
    vi: (d) => `không có khóa ${q(d.key)}.${d.nearest ? ` Có phải ${d.nearest}?` : ""}`,
    en: (d) => `there is no key ${q(d.key)}.${d.nearest ? ` Did you mean ${d.nearest}?` : ""}`,
  },
  missing: { vi: (d) => `thiếu ${q(d.key)}`, en: (d) => `${q(d.key)} is missing` },
  "wrong-type": {
    vi: (d) => `cần ${typesOf(d, "vi")}`,
    en: (d) => `give ${typesOf(d, "en")}`,
  },
  "two-languages": {
    vi: () => "ghi hai thứ tiếng: vi: … và en: …",
    en: () => "write both languages: vi: … and en: …",
  },
  "same-target": {
    vi: () => "chỉ tiêu này đã có ở trên, cùng mục và cùng mức",
    en: () => "the same target stands above, with the same clause and bound",
  },
  "not-one-of": { vi: (d) => `chỉ nhận ${list(d.values)}`, en: (d) => `it takes ${list(d.values)}` },
  "bad-year-key": {
    vi: (d) => `${q(d.key)} không phải là năm; ghi như 2025`,
    en: (d) => `${q(d.key)} is no year; write it as 2025`,
  },
  "bad-date": { vi: () => "cần một ngày có thật, dạng 2025-12-31", en: () => "give a day that exists, as 2025-12-31" },
  "bad-form": { vi: (d) => `sai dạng; ghi như ${d.form}`, en: (d) => `not of this form: ${d.form}` },
  "bad-value": { vi: () => "giá trị không dùng được", en: () => "the value cannot be used" },
  empty: { vi: () => "không được để trống", en: () => "it must not be empty" },
  "one-bound": {
    vi: (d) => `cần đúng một trong ${list(d.bounds)} (có: ${list(d.found) || "không có"})`,
    en: (d) => `give exactly one of ${list(d.bounds)} (found: ${list(d.found) || "none"})`,
  },
  "every-or-date": {
    vi: () => "cần một trong hai: every (định kỳ) hoặc date (một ngày)",
    en: () => "give one of two: every (again and again) or date (one day)",
  },
  "not-with": {
    vi: (d) => `${d.key} chỉ đi với every: ${list(d.values)}`,
    en: (d) => `${d.key} goes with every: ${list(d.values)}`,
  },
  "groups-without-each": { vi: () => "groups cần có each", en: () => "groups need each" },
  "own-id-taken": {
    vi: (d) => `${q(d.kpi)} là mã của một chỉ tiêu có sẵn`,
    en: (d) => `${q(d.kpi)} is the id of a KPI that comes with the program`,
  },
  "title-too-long": { vi: (d) => `dài quá ${d.most} ký tự`, en: (d) => `longer than ${d.most} characters` },
  "one-of-keys": {
    vi: (d) => `cần đúng một trong ${list(d.keys)}${(d.found as string[]).length > 1 ? `; có ${list(d.found)}` : ""}`,
    en: (d) =>
      `it needs exactly one of ${list(d.keys)}${(d.found as string[]).length > 1 ? `; it has ${list(d.found)}` : ""}`,
  },
  "where-of-share": {
    vi: () => "where chỉ dùng cho thời gian; tỷ lệ tính trên những hồ sơ nào ghi ở share.of",
    en: () => "where is for times; of which cases a share is stands in share.of",
  },
  "not-beside": {
    vi: (d) => `${q(d.key)} không đi cùng ${d.form}`,
    en: (d) => `${q(d.key)} does not go with ${d.form}`,
  },
  "same-end": { vi: () => "hai mốc phải khác nhau", en: () => "the two ends must differ" },
  "due-of-time": {
    vi: (d) =>
      `hồ sơ có thể xong trước hoặc sau hạn, nên không lấy trung bình, trung vị, bách phân vị của thời gian có mốc due; hãy đặt một tỷ lệ: share: { is: { from: completed, to: due, atLeast: 0, in: ${d.unit} } }`,
    en: (d) =>
      `a case may be done before or after it is due, so a time from or to due has no mean, median or percentile; write a share: share: { is: { from: completed, to: due, atLeast: 0, in: ${d.unit} } }`,
  },
  "unknown-field": {
    vi: (d) => `chỉ tiêu không dùng được trường ${q(d.field)}.${d.nearest ? ` Có phải ${d.nearest}?` : ""}`,
    en: (d) => `no KPI is given a field ${q(d.field)}.${d.nearest ? ` Did you mean ${d.nearest}?` : ""}`,
  },
  "time-field": {
    vi: (d) => `${q(d.field)} là một mốc thời gian: dùng known, blank, hoặc from … to … in`,
    en: (d) => `${q(d.field)} is a time: use known, blank, or from … to … in`,
  },
  "not-for-field": {
    vi: (d) => `${d.key} không dùng được cho ${q(d.field)}; dùng ${list(d.possible)}`,
    en: (d) => `${d.key} is not for ${q(d.field)}, which takes ${list(d.possible)}`,
  },
  "not-a-word": {
    vi: (d) => `${q(d.value)} không phải giá trị của ${q(d.field)}; dùng ${list(d.words)}`,
    en: (d) => `${q(d.value)} is no value of ${q(d.field)}, which has ${list(d.words)}`,
  },
  "example-gives": {
    vi: (d) => `ví dụ không ra như vậy: ${cameOut(d, "vi")}`,
    en: (d) => `the example does not give this: ${cameOut(d, "en")}`,
  },
  "unknown-kpi": {
    vi: (d) => `không có chỉ tiêu ${q(d.kpi)}.${d.nearest ? ` Có phải ${d.nearest}?` : ""}`,
    en: (d) => `there is no KPI ${q(d.kpi)}.${d.nearest ? ` Did you mean ${d.nearest}?` : ""}`,
  },
  "milestone-needs-by": {
    vi: () => "nhiệm vụ có thời hạn cần by: một ngày",
    en: () => "a milestone needs by: a day",
  },
  "by-without-milestone": {
    vi: () => "by chỉ dùng cho nhiệm vụ có thời hạn; thời hạn của một con số ghi ở deadline",
    en: () => "by is for milestones; the day by which a number is wanted is its deadline",
  },
  "bad-alias": {
    vi: () => "bí danh YAML (*tên) không dùng được",
    en: () => "a YAML alias (*name) that stands for nothing, or for too much",
  },
  "never-met": { vi: () => "không giá trị nào đạt được mức này", en: () => "no value can meet it" },
  repeated: { vi: () => "đã có ở trên trong danh sách này", en: () => "it stands above in this list" },
  "more-than-codes": {
    vi: (d) => `chỉ có ${d.count} mã trong danh sách`,
    en: (d) => `there are only ${d.count} codes in the list`,
  },
  negative: { vi: () => "không được nhỏ hơn 0", en: () => "it must not be less than 0" },
  "over-hundred": {
    vi: () => "lớn hơn 100%, không thể đạt",
    en: () => "more than 100 %, which nothing can reach",
  },
  "needs-selection": {
    vi: (d) => `chỉ tiêu này cần ${q(d.key)}: ${d.key === "list" ? "ký hiệu của danh mục" : "các mã TTHC"}`,
    en: (d) => `this KPI needs ${q(d.key)}: ${d.key === "list" ? "the tag of a list" : "the procedure codes"}`,
  },
  "only-for-catalogue": {
    vi: (d) => `${d.key} chỉ dùng cho chỉ tiêu tính từ danh mục TTHC; chỉ tiêu tính từ hồ sơ xét mọi hồ sơ của tệp`,
    en: (d) => `${d.key} is for KPIs over the catalogue; one over the case log counts every case of the log`,
  },
  "bad-each": {
    vi: (d) =>
      (d.possible as string[]).length === 0 ? "chỉ tiêu này không chia nhóm được" : `chỉ nhận ${list(d.possible)}`,
    en: (d) => ((d.possible as string[]).length === 0 ? "this KPI has no groups" : `it takes ${list(d.possible)}`),
  },
  "criteria-lacking": {
    vi: (d) => `năm này chỉ có ${n(d.have, "vi")} tiêu chí chất lượng; thiếu ${list(d.lacks)}`,
    en: (d) => `this year has ${n(d.have, "en")} quality criteria only; it lacks ${list(d.lacks)}`,
  },
};

/** What an example has come to, as the plan would write it. */
function cameOut(d: Data, language: Language): string {
  const keys = d.isShare === true ? ["numerator", "denominator"] : ["value", "cases"];
  const excluded = Object.entries(d.excluded as Record<string, number>);
  const sum = excluded.reduce((total, [, count]) => total + count, 0);
  const said = keys.flatMap((key) => (d[key] === null ? [] : [`${key}: ${d[key]}`]));
  return `${[...said, ...(sum > 0 ? [`excluded: ${sum}`] : [])].join(", ")}${sum > 0 ? `. ${leftOutWords(excluded, language)}` : ""}`;
}

const typeNames: Readonly<Record<string, { vi: string; en: string }>> = {
  string: { vi: "chữ", en: "text" },
  number: { vi: "số", en: "a number" },
  array: { vi: "danh sách", en: "a list" },
  object: { vi: "các khóa và giá trị", en: "keys and values" },
  record: { vi: "các khóa và giá trị", en: "keys and values" },
  boolean: { vi: "true hoặc false", en: "true or false" },
  null: { vi: "để trống", en: "nothing" },
};

/** string, number or array: chữ, số hoặc danh sách. */
function typesOf({ expected }: Data, language: Language): string {
  const names = String(expected)
    .split(" or ")
    .map((one) => typeNames[one]?.[language] ?? one);
  const last = names.pop() as string;
  return names.length === 0 ? last : `${names.join(", ")} ${language === "vi" ? "hoặc" : "or"} ${last}`;
}

/** A fault with its place: line, column and path. */
export function planFaultText(
  { path, line, column, code, data }: { path: string; line: number; column: number; code: string; data: Data },
  language: Language,
): string {
  const message = messages[code];
  if (message === undefined) throw new Error(`no text for the plan fault ${code}`);
  const at = language === "vi" ? `dòng ${line}, ký tự ${column}` : `line ${line}, column ${column}`;
  return `${at}${path === "" ? "" : `, ${path}`}: ${message[language](data)}`;
}

/** The codes of all faults, for the test that holds the list complete. */
export const planFaultCodes = Object.keys(messages);
