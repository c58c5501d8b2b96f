/** What `kpi explain` and the pages of docs/ say beside what the KPIs say of themselves. */

import { issueMessages } from "./issues.ts";
import { type Bilingual, type Data, date, type Language, type Message, q, where, whole } from "./language.ts";
import { methodHeadings } from "./method-pages.ts";
import { eventTitles, fieldTitle } from "./titles.ts";

/** The headings of an explanation. */
export const headings = {
  ...methodHeadings,
  definition: { vi: "Định nghĩa", en: "What it is" },
  formula: { vi: "Cách tính", en: "Formula" },
  input: { vi: "Nguồn số liệu", en: "Input" },
  event: { vi: "Sự kiện", en: "Event" },
  channels: { vi: "Hình thức nộp", en: "Channels" },
  columns: { vi: "Cột cần có", en: "Columns" },
  targets: { vi: "Chỉ tiêu", en: "Targets" },
  regulation: { vi: "Quy định", en: "Regulation" },
  choices: { vi: "Khi kế hoạch không nêu rõ", en: "Where the plans are silent" },
  example: { vi: "Ví dụ", en: "Worked example" },
  gives: { vi: "Kết quả", en: "Result" },
} as const satisfies Record<string, Bilingual>;

/** A heading of an explanation. */
export type Heading = keyof typeof headings;

/** Which cases an event counts, with what stands in when a log has no such column (time.md). */
const eventRules: Readonly<Record<string, Bilingual>> = {
  submitted: {
    vi: "nộp hồ sơ: submitted_at; tệp không có cột này thì received_at",
    en: "submission: submitted_at; received_at where the log has no such column",
  },
  received: {
    vi: "tiếp nhận: received_at; tệp không có cột này thì submitted_at. Không tính hồ sơ mới đăng ký, hồ sơ không được tiếp nhận",
    en: "receipt: received_at; submitted_at where the log has no such column. Cases not yet accepted or refused do not count",
  },
  finished: {
    vi: "trả kết quả: returned_at; tệp không có cột này thì finished_at. Không tính hồ sơ đã rút, dừng xử lý, không được tiếp nhận",
    en: "return of the result: returned_at; finished_at where the log has no such column. Cases withdrawn, stopped or refused do not count",
  },
  rated: {
    vi: "đánh giá: rated_at; tệp không có cột này thì ngày trả kết quả, rồi ngày tiếp nhận",
    en: "rating: rated_at; else the return of the result, else the receipt, where the log has no such column",
  },
  completed: {
    vi: "giải quyết xong: finished_at; ô này trống hoặc tệp không có cột này thì returned_at. Việc có ngày sau thời điểm tính coi như chưa diễn ra. Hồ sơ đang giải quyết thuộc kỳ của ngày hẹn trả",
    en: "end of the work: finished_at; returned_at where that is blank or the log has no such column. What is dated after the as-of day has not happened yet. An open case lies in the period of its due time",
  },
};

/** Which cases an event counts. */
export function eventRule(event: string, language: Language): string {
  return eventRules[event]?.[language] ?? event;
}

const inputs: Readonly<Record<string, Bilingual>> = {
  cases: { vi: "danh sách hồ sơ", en: "the case log" },
  procedures: { vi: "danh mục TTHC (--procedures)", en: "the procedure catalogue (--procedures)" },
  joint: {
    vi: "danh sách hồ sơ cùng danh mục TTHC (--procedures), cả năm",
    en: "the case log and the procedure catalogue (--procedures), of a whole year",
  },
  petitions: { vi: "sổ phản ánh, kiến nghị (--petitions)", en: "the petitions log (--petitions)" },
  figures: { vi: "số liệu do đơn vị báo cáo (--figures)", en: "figures that the office states (--figures)" },
  verdicts: { vi: "kết quả đánh giá của các chỉ tiêu khác", en: "the verdicts on other targets" },
};

/** Where a KPI's figures come from. */
export function inputRule(input: string, language: Language): string {
  return inputs[input]?.[language] ?? input;
}

/** Said where no plan sets a target. */
export const noPlan: Bilingual = {
  vi: "không kế hoạch nào có sẵn nêu chỉ tiêu này; tính được bằng --kpi",
  en: "no plan that comes with the program sets it; --kpi measures it",
};

/** The cases that could not be used, by their reasons. */
export function leftOutWords(
  excluded: readonly (readonly [reason: string, count: number])[],
  language: Language,
): string {
  const reasons = excluded.map(([reason, count]) => `${exclusionText(reason, language)} (${whole(count, language)})`);
  return `${language === "vi" ? "Không tính" : "Left out"}: ${reasons.join("; ")}`;
}

/** What a quantile is of: half or nine in ten of so many cases. */
export function quantileWords(p: number, cases: number, language: Language): string {
  return language === "vi"
    ? `${p}% trong ${whole(cases, "vi")} hồ sơ không quá`
    : `${p} % of ${whole(cases, "en")} cases take no more than`;
}

/** Words of cells in worked examples and in a case's way. */
export const cellWords = {
  blank: { vi: "(trống)", en: "(blank)" },
  unreadable: { vi: "(không đọc được)", en: "(cannot be read)" },
  yes: { vi: "có", en: "yes" },
  no: { vi: "không", en: "no" },
  day: { vi: "ngày", en: "day" },
} as const satisfies Record<string, Bilingual>;

const way: Readonly<Record<string, Message>> = {
  head: {
    vi: (d) => `Hồ sơ ${q(d.id)}: ${d.file}, ${where(d, "vi")}`,
    en: (d) => `Case ${q(d.id)}: ${d.file}, ${where(d, "en")}`,
  },
  notLookedIn: {
    vi: (d) => `Không tra cứu trong ${(d.parts as string[]).join(", ")}: tệp tổng hợp không có hồ sơ nào.`,
    en: (d) => `Not looked in: ${(d.parts as string[]).join(", ")}; a part holds no case.`,
  },
  superseded: {
    vi: () => "một dòng khác cùng mã hồ sơ được tính thay dòng này: như chưa từng có",
    en: () => "another row of the same id stands for the case: as if this one had never stood there",
  },
  event: {
    vi: (d) => `Sự kiện ${eventTitles[String(d.event)].vi}: ${d.column} = ${d.time}`,
    en: (d) => `Event, ${eventTitles[String(d.event)].en}: ${d.column} = ${d.time}`,
  },
  openUntil: {
    vi: (d) => `Hồ sơ đang giải quyết, xét theo ${d.column} = ${d.time}`,
    en: (d) => `The case is open, and judged by its ${d.column} = ${d.time}`,
  },
  noEvent: {
    vi: (d) => `Sự kiện ${eventTitles[String(d.event)].vi}: chưa có`,
    en: (d) => `Event, ${eventTitles[String(d.event)].en}: it did not happen`,
  },
  timeless: {
    vi: (d) => `Sự kiện ${eventTitles[String(d.event)].vi}: tệp không có cột ngày, xét theo trạng thái`,
    en: (d) => `Event, ${eventTitles[String(d.event)].en}: the log has no column of it; the status decides`,
  },
  badEvent: {
    vi: (d) => `Sự kiện ${eventTitles[String(d.event)].vi}: ô ${d.column} không đọc được`,
    en: (d) => `Event, ${eventTitles[String(d.event)].en}: the cell of ${d.column} cannot be read`,
  },
  allPeriod: { vi: () => "Kỳ báo cáo: mọi hồ sơ", en: () => "Period: every case" },
  inPeriod: {
    vi: (d) => `Kỳ báo cáo ${d.name} (${date(String(d.from), "vi")} – ${date(String(d.to), "vi")}): trong kỳ`,
    en: (d) => `Period ${d.name} (${date(String(d.from), "en")} – ${date(String(d.to), "en")}): inside`,
  },
  outOfPeriod: {
    vi: (d) => `Kỳ báo cáo ${d.name} (${date(String(d.from), "vi")} – ${date(String(d.to), "vi")}): ngoài kỳ`,
    en: (d) => `Period ${d.name} (${date(String(d.from), "en")} – ${date(String(d.to), "en")}): outside`,
  },
  asOf: {
    vi: (d) => `Thời điểm tính: hết ngày ${date(String(d.asOf), "vi")}`,
    en: (d) => `As of the end of ${date(String(d.asOf), "en")}`,
  },
  field: { vi: (d) => `${d.title}: ${d.value}`, en: (d) => `${d.title}: ${d.value}` },
  // The verdict on the case.
  counted: { vi: (d) => `→ ĐƯỢC TÍNH: ${d.how}`, en: (d) => `→ COUNTED: ${d.how}` },
  excluded: { vi: (d) => `→ KHÔNG TÍNH: ${d.why} (${d.code})`, en: (d) => `→ EXCLUDED: ${d.why} (${d.code})` },
  notConcerned: { vi: (d) => `→ KHÔNG THUỘC PHẠM VI: ${d.why}`, en: (d) => `→ DOES NOT BEAR ON IT: ${d.why}` },
  both: { vi: () => "vào mẫu số và tử số", en: () => "in the denominator and in the numerator" },
  denominator: { vi: () => "vào mẫu số, không vào tử số", en: () => "in the denominator, not in the numerator" },
  neither: {
    vi: () => "theo quy tắc, hồ sơ này không vào mẫu số",
    en: () => "by the rule it is not in the denominator",
  },
  adds: {
    vi: (d) => `cộng ${d.amount} vào tổng`,
    en: (d) => `it adds ${d.amount} to the sum`,
  },
  quantile: {
    vi: (d) => `${d.amount}, một giá trị để xếp hạng`,
    en: (d) => `${d.amount}, one of the values that are ranked`,
  },
  addsTo: {
    vi: (d) => `cộng ${d.amount} vào tổng của hồ sơ ${d.side}`,
    en: (d) => `it adds ${d.amount} to the sum of ${d.side} cases`,
  },
  oneCase: {
    vi: (d) => `một hồ sơ của TTHC ${d.procedure}`,
    en: (d) => `one case of the procedure ${d.procedure}`,
  },
  // Why it does not bear on the KPI.
  didNotHappen: { vi: () => "sự kiện chưa phát sinh", en: () => "the event did not happen" },
  outside: { vi: () => "sự kiện nằm ngoài kỳ báo cáo", en: () => "the event lies outside the period" },
  doneLater: {
    vi: () => "quá hạn khi hết kỳ báo cáo, được giải quyết sau đó: tính là trễ hạn trong kỳ giải quyết xong",
    en: () =>
      "it was past due at the end of the period and was done later: it counts late in the period in which it was done",
  },
  status: {
    vi: (d) => `trạng thái “${d.status}” không thuộc phạm vi`,
    en: (d) => `the status ${d.status} is not of its population`,
  },
  channel: {
    vi: (d) => `hình thức nộp ${d.channel}`,
    en: (d) => `its channel is ${d.channel}`,
  },
  notRated: { vi: () => "chưa được đánh giá", en: () => "nobody rated it" },
  notDue: { vi: () => "hồ sơ chưa được tiếp nhận", en: () => "it was not received yet" },
};

/** A sentence of a case's way through a rule. */
export function wayText(code: string, data: Data, language: Language): string {
  const message = way[code];
  if (message === undefined) throw new Error(`no text for ${code}`);
  return message[language](data);
}

const reasons: Readonly<Record<string, Bilingual>> = {
  "no-time-of-day": { vi: "một mốc chỉ có ngày, không có giờ", en: "one end is a date without a time of day" },
  "no-clock-time": { vi: "một mốc chỉ có ngày, không có giờ", en: "one end is a date without a time of day" },
  "no-calendar-year": {
    vi: "thời gian ra ngoài các năm của lịch làm việc (--calendar)",
    en: "its time runs into days that the working calendar does not have (--calendar)",
  },
  "no-column": { vi: "tệp của hồ sơ này không có cột cần thiết", en: "the log of this case lacks a column" },
  "not-due": {
    vi: "chưa đến hạn vào thời điểm tính và chưa thực hiện",
    en: "not done, and its time is not over as of the day of judgement",
  },
  "outside-calendar": {
    vi: "thời gian xử lý hoặc hạn ra ngoài các năm của lịch làm việc (--calendar)",
    en: "its time runs into days that the working calendar does not have (--calendar)",
  },
  refused: { vi: "phản ánh, kiến nghị không được tiếp nhận", en: "the petition was refused" },
  withdrawn: { vi: "phản ánh, kiến nghị đã rút", en: "the petition was withdrawn" },
};

/** The reasons that are not of one cell. */
export const ownReasons = Object.keys(reasons);

/** Whether a word is the code of a reason for which something is left out: no-answered-on, not-due. */
export function isExclusion(word: string): boolean {
  return word in reasons || word in issueMessages || /^(no|bad|zero)-/.test(word);
}

/** Why a case is left out of a KPI that it bears on, by the code of the exclusion. */
export function exclusionText(reason: string, language: Language): string {
  const known = reasons[reason] ?? (issueMessages as Readonly<Record<string, Bilingual>>)[reason];
  if (known !== undefined) return known[language];
  const [, kind, field = ""] = /^(no|bad)-(.+)$/.exec(reason) ?? [];
  const title = q(fieldTitle(field.replaceAll("-", "_"), language));
  if (kind === "no") return language === "vi" ? `ô ${title} để trống` : `the cell of ${title} is blank`;
  // A time is read or not; one that was read may be taken for a slip of its year.
  if (field.endsWith("-at")) {
    return language === "vi"
      ? `ô ${title} không đọc được hoặc ghi nhầm năm`
      : `the cell of ${title} cannot be read, or its year is taken for a slip`;
  }
  return language === "vi"
    ? `ô ${title} không đọc được hoặc có từ chưa khai báo`
    : `the cell of ${title} cannot be read, or holds a word that is not known`;
}
