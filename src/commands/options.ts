/** Every option, said once: commander, `--help`, the configuration, completion and the manual page are made of this table. */
import { clocks, formatsOf, formsWritten, onOverlap, usual } from "../run/choices.ts";
import type { Bilingual } from "../text/language.ts";

/** Words that lie where nothing else of a command line needs them: completion.ts gets them. */
type OfLogs = "encodings" | "explained" | "fields" | "groupings" | "kpis" | "caseGroupings" | "plans";
type OfProgram = "commands" | "formats" | "forms" | "profiles" | "shells";
/** What may stand in a place, as far as completion offers it. */
export type Choices = readonly string[] | OfLogs | OfProgram;

/** How a configuration says an option, one value or several: config.ts has what each of these is. */
const ofOne = ["text", "number", "file", "plan", "commas"] as const;
const ofSeveral = ["list", "groups", "headers", "words", "orders"] as const;
export type ConfigForm = "flag" | (typeof ofOne)[number] | (typeof ofSeveral)[number];

interface Said extends Bilingual {
  readonly choices?: Choices;
}

/** An option as commander has it, and what it is where it is not given. */
export interface OptionSaid<F extends string = string, V = unknown> extends Said {
  readonly flags: F;
  readonly usually: V;
  /** Without it a command is refused. */
  readonly isNeeded?: boolean;
  readonly form: ConfigForm;
}

/** Makes options that take one value. */
interface One {
  <const F extends string>(flags: F, said: Said): OptionSaid<F, string | undefined>;
  <const F extends string>(flags: F, usually: string, said: Said): OptionSaid<F, string>;
}

function one(form: ConfigForm): One {
  return (flags: string, ...given: readonly [Said] | readonly [string, Said]) => {
    const [said, usually] = given.length === 1 ? given : [given[1], given[0]];
    return { flags, usually: usually as never, form, ...said };
  };
}

/** Makes options that may be given again and again. */
function several(form: ConfigForm) {
  return <const F extends string>(flags: F, said: Said): OptionSaid<F, readonly string[]> => {
    return { flags, usually: [], form, ...said };
  };
}

function flag<const F extends string>(flags: F, said: Said): OptionSaid<F, boolean> {
  return { flags, usually: false, form: "flag", ...said };
}

function needed<const F extends string>(flags: F, said: Said): OptionSaid<F, string> {
  return { flags, usually: undefined as never, isNeeded: true, form: "text", ...said };
}

const [text, number, file, plan, commas] = ofOne.map(one);
const [list, groups, headers, words, orders] = ofSeveral.map(several);

/** How a command prints that gives no report; the first unless another is asked for. */
function format(choices: readonly string[], vi = choices.join(", "), en = vi) {
  return text("--format <format>", choices[0], { choices, vi: `định dạng: ${vi}`, en: `format: ${en}` });
}

const printed = {
  vi: "định dạng in ra màn hình: table, json, csv, markdown, junit, github",
  en: "print as table, json, csv or markdown",
};

/** What a configuration may say too, in the order of `kpi schema config`. */
export const ofConfiguration = {
  plan: plan("--plan <id|file>", usual.plan, {
    choices: "plans",
    vi: "kế hoạch: mã (kpi plans) hoặc tệp của đơn vị",
    en: "the plan: its id (kpi plans) or a file of your own",
  }),
  year: number("--year <year>", {
    vi: "năm của chỉ tiêu (bắt buộc; của kpi report là năm của kỳ)",
    en: "the year of the targets (required; of kpi report that of its period)",
  }),
  period: number("--period <period>", {
    vi: "kỳ báo cáo: 2025, 2025-H1, 2025-9M, 2025-Q3, 2025-09, từ..đến, all (mặc định: all, hoặc kỳ riêng của kế hoạch)",
    en: "reporting period: 2025, 2025-H1, 2025-9M, 2025-Q3, 2025-09, from..to, all (default: all, or the plan's own period)",
  }),
  statutory: flag("--statutory", {
    vi: "kỳ theo Nghị định 09/2019/NĐ-CP: từ ngày 15 đến ngày 14",
    en: "the period by Decree 09/2019/NĐ-CP: from the 15th to the 14th",
  }),
  clock: text("--clock <clock>", {
    choices: clocks,
    vi: "thời gian xử lý: elapsed (thực) hoặc working (giờ làm việc); nêu cả hai",
    en: "processing time: elapsed or working hours; both are told where it is given",
  }),
  kpi: commas("--kpi <ids>", {
    choices: "kpis",
    vi: "chỉ tính các chỉ tiêu này (mã, cách nhau dấu phẩy; all)",
    en: "only these KPIs (ids, by commas; all)",
  }),
  by: list("--by <group>", {
    choices: "groupings",
    vi: "tính thêm theo nhóm: agency, procedure, field, channel, month",
    en: "also by group: agency, procedure, field, channel, month",
  }),
  groups: groups("--groups <clause=names>", {
    vi: 'tên các nhóm mà kế hoạch không nêu: "III.2=Hộ tịch;Đất đai"',
    en: 'names for the groups that a plan leaves open: "III.2=Hộ tịch;Đất đai"',
  }),
  top: number("--top <n>", usual.top, { vi: "số nhóm hiện trong bảng", en: "groups listed in text outputs" }),
  procedures: file("--procedures <file>", { vi: "danh mục TTHC (CSV)", en: "the procedure catalogue (CSV)" }),
  petitions: file("--petitions <file>", { vi: "sổ phản ánh, kiến nghị (CSV)", en: "the petitions log (CSV)" }),
  figures: file("--figures <file>", {
    vi: "số liệu do đơn vị báo cáo (CSV)",
    en: "the figures that the office states (CSV)",
  }),
  preferStated: commas("--prefer-stated <kpis>", {
    vi: "các chỉ tiêu (mã hoặc tên) lấy số liệu báo cáo (--figures) thay cho kết quả tính từ tệp",
    en: "KPIs (ids or titles) of which the stated figure (--figures) is judged and not what the log shows",
  }),
  calendar: file("--calendar <file>", {
    vi: "lịch làm việc của đơn vị: thêm hoặc thay các ngày của lịch có sẵn (CSV)",
    en: "a working calendar of your own: adds days or takes their place (CSV)",
  }),
  map: headers("--map <field=header>", {
    vi: 'khai báo cột: channel="Hình thức nộp"',
    en: 'map a column: channel="Hình thức nộp"',
  }),
  mapValue: words("--map-value <field:word=code>", {
    vi: 'khai báo từ: channel:"Kiosk"=in_person',
    en: 'map a word: channel:"Kiosk"=in_person',
  }),
  dateFormat: orders("--date-format <format>", {
    vi: "thứ tự ngày tháng: MM/dd/yyyy hoặc received_at=MM/dd/yyyy",
    en: "order of dates: MM/dd/yyyy, or received_at=MM/dd/yyyy",
  }),
  delimiter: text("--delimiter <char>", { vi: "ký tự phân cách cột; tab", en: "the delimiter; tab" }),
  encoding: text("--encoding <name>", {
    choices: "encodings",
    vi: "bảng mã: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni (mặc định: tự nhận)",
    en: "encoding: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni (found by itself)",
  }),
  sheet: number("--sheet <name>", {
    vi: "trang tính của bảng tính: tên hoặc số thứ tự; bảng thứ mấy của trang HTML",
    en: "the sheet of a workbook: its name or number; of an HTML page the n-th table",
  }),
  ratingScale: number("--rating-scale <n>", {
    vi: "mức cao nhất của thang điểm đánh giá: 3, 5, 10, 100",
    en: "the highest number of the scale of ratings: 3, 5, 10, 100",
  }),
  decimal: text("--decimal <sign>", {
    choices: ["comma", "point"],
    vi: "dấu thập phân của cột thời gian: comma, point",
    en: "decimal sign of durations: comma, point",
  }),
  timeZone: text("--time-zone <zone>", usual.timeZone, { vi: "múi giờ của dữ liệu", en: "the log's time zone" }),
  asOf: text("--as-of <date>", {
    vi: "tính hồ sơ chưa giải quyết xong đến hết ngày này",
    en: "judge open cases at the end of this day",
  }),
  maxRejects: number("--max-rejects <n|n%>", usual.maxRejects, {
    vi: "trên mức này kết quả không đủ tin cậy (mã thoát 3)",
    en: "above this no figure is trusted (exit code 3)",
  }),
  maxIssues: number("--max-issues <n>", "0", {
    vi: "mã thoát 1 khi nhiều lỗi hơn số này",
    en: "exit code 1 when there are more issues than this",
  }),
  requireAll: flag("--require-all", {
    vi: "coi chỉ tiêu thiếu dữ liệu đầu vào là chưa đánh giá được",
    en: "a target whose input was not given counts as not judged",
  }),
  allowNoData: flag("--allow-no-data", {
    vi: "không thoát với mã 3 khi thiếu số liệu",
    en: "no exit code 3 for want of data",
  }),
  allowGrowing: flag("--allow-growing", {
    vi: "vẫn tính khi tệp đang được ghi thêm",
    en: "go on when a log is written to while it is read",
  }),
  expected: number("--expected <n>", {
    vi: "số hồ sơ dự kiến tiếp nhận đến hết năm (mặc định: như cùng kỳ năm trước)",
    en: "cases expected over the rest of the year (by default: those of a year before)",
  }),
  listCases: flag("--list-cases", {
    vi: "nêu mã các hồ sơ quá hạn, sắp đến hạn",
    en: "list the ids of cases overdue or due soon",
  }),
  signs: flag("--signs", {
    vi: "nêu thêm, theo đơn vị, dấu hiệu cần kiểm tra trước khi ký (kpi explain signs)",
    en: "also tells, by agency, what to look at before signing (kpi explain signs)",
  }),
  onOverlap: text("--on-overlap <what>", usual.onOverlap, {
    choices: onOverlap,
    vi: "hồ sơ có trong hai tệp tổng hợp: warn, fail",
    en: "a case that two parts have: warn, fail",
  }),
  allowMissingParts: flag("--allow-missing-parts", {
    vi: "vẫn tính khi thiếu tệp tổng hợp",
    en: "go on without parts that are missing",
  }),
  minCell: number("--min-cell <n>", "0", {
    vi: "gộp các nhóm có ít hồ sơ hơn số này trong nửa tháng",
    en: "pool groups of fewer cases than this in a half-month",
  }),
};

/** What only a command line says. */
const ofLine = {
  planOfOwn: text("--plan <id|file>", {
    choices: "plans",
    vi: "kế hoạch có chỉ tiêu riêng: mã (kpi plans) hoặc tệp của đơn vị",
    en: "a plan with KPIs of its own: its id (kpi plans) or a file of your own",
  }),
  yearOfScore: text("--year <year>", {
    vi: "cả năm, nếu không nêu tháng hoặc quý",
    en: "the whole year, where no month or quarter is given",
  }),
  yearOfComparison: text("--year <year>", {
    vi: "năm của chỉ tiêu: nêu mức độ tin cậy của từng chỉ tiêu",
    en: "the year of the targets: tells how far each KPI's data can be relied on",
  }),
  yearOfPlan: text("--year <year>", { vi: "chỉ in chỉ tiêu của năm này", en: "only the targets of this year" }),
  yearOfDuties: text("--year <year>", { vi: "chỉ các ngày của năm này", en: "only the days of this year" }),
  periodOfCase: text("--period <period>", "all", {
    vi: "kỳ báo cáo: 2025, 2025-H1, 2025-9M, 2025-Q3, 2025-09, từ..đến, all",
    en: "reporting period: 2025, 2025-H1, 2025-9M, 2025-Q3, 2025-09, from..to, all",
  }),
  clockOfTally: text("--clock <clock>", clocks[0], {
    choices: clocks,
    vi: "thời gian xử lý: elapsed, working",
    en: "processing time: elapsed, working",
  }),
  byOfTally: list("--by <group>", {
    choices: "caseGroupings",
    vi: "giữ cả theo nhóm: agency, procedure, field, channel",
    en: "keep groups too: agency, procedure, field, channel",
  }),
  casesOfComparison: text("--list-cases <n>", {
    vi: "nêu mã của tối đa chừng này hồ sơ mỗi loại",
    en: "list the ids of so many cases of each kind at most",
  }),

  // How it is run, which a configuration cannot say.
  config: text("--config <file>", {
    vi: "tệp cấu hình (YAML, JSON): các tùy chọn theo tên; hoặc biến KPI_CONFIG",
    en: "a configuration (YAML, JSON): options by their names; else KPI_CONFIG",
  }),
  showConfig: flag("--show-config", {
    vi: "in mọi tùy chọn và nguồn gốc của giá trị",
    en: "print every option and where its value comes from",
  }),
  manifest: text("--manifest <file>", {
    vi: "tệp kê khai: dữ liệu, kế hoạch, tùy chọn, phiên bản đã dùng",
    en: "the manifest: of which inputs, plan, options, version the report is made",
  }),
  threads: text("--threads <n>", {
    vi: "số luồng đọc (mặc định: theo máy)",
    en: "threads to read with (by default: as the machine has)",
  }),
  caseHashes: flag("--case-hashes", {
    vi: "thêm mã băm có khóa của mã hồ sơ, để tìm hồ sơ báo cáo hai lần",
    en: "add keyed hashes of the case ids, to find cases reported twice",
  }),
  keyFile: text("--key-file <file>", {
    vi: "tệp khóa, do nơi tổng hợp cấp",
    en: "the key, given out by whoever merges",
  }),

  // Of which period a report is.
  month: text("--month <month>", { vi: "báo cáo tháng: 2025-09", en: "report of a month: 2025-09" }),
  quarter: text("--quarter <quarter>", { vi: "báo cáo quý: 2025-Q3", en: "report of a quarter: 2025-Q3" }),
  half: text("--half <half>", { vi: "báo cáo 6 tháng: 2025-H1", en: "report of six months: 2025-H1" }),
  nineMonths: text("--nine-months <year>", { vi: "báo cáo 9 tháng: 2025", en: "report of nine months: 2025" }),
  yearToDate: text("--year-to-date <month>", {
    vi: "báo cáo từ đầu năm đến hết tháng: 2025-09",
    en: "report from the start of the year to a month: 2025-09",
  }),

  // Where it goes.
  rejects: text("--rejects <file>", {
    vi: "ghi mọi dòng bị loại và mọi lỗi vào tệp",
    en: "write every rejected row and every issue to a file",
  }),
  rejectsRaw: text("--rejects-raw <file>", {
    vi: "ghi nguyên các dòng bị loại, kèm dòng tiêu đề, vào tệp để sửa rồi chạy lại",
    en: "write the rejected rows as they stand, below the header, to a file: to mend and run again",
  }),
  out: list("--out <format=file>", {
    vi: "ghi kết quả: html, docx, xlsx, markdown, table, json, csv, junit, github; ví dụ html=bao-cao.html",
    en: "write an output: html, docx, xlsx, markdown, table, json, csv, junit, github; such as html=report.html",
  }),
  outOfForm: text("--out <file>", { vi: "tệp sẽ ghi; “-” là màn hình", en: "the file to write; - is standard output" }),
  outOfTally: needed("--out <file>", {
    vi: "tệp .kpi.json sẽ ghi; “-” là màn hình",
    en: "the .kpi.json file to write; - is standard output",
  }),
  outOfConvert: needed("--out <file>", {
    vi: "tệp CSV sẽ ghi; “-” là màn hình",
    en: "the CSV file to write; - is standard output",
  }),
  outOfSample: needed("--out <dir>", { vi: "thư mục sẽ ghi", en: "the folder to write to" }),
  public: text("--public <dir>", {
    vi: "ghi bảng số liệu công bố (CSV mở, kèm mô tả cột) vào thư mục này; số dưới 5 không công bố",
    en: "write tables for the public (open CSV, data dictionary) to this folder; counts below 5 withheld",
  }),
  writeConfig: text("--write-config <file>", {
    vi: "ghi cách khai báo đã dùng thành tệp cấu hình",
    en: "write the mapping that was used as a configuration",
  }),
  format: text("--format <format>", { choices: "formats", ...printed }),
  formatOfPart: text("--format <format>", {
    choices: formatsOf.parts,
    vi: `định dạng in ra màn hình: ${formatsOf.parts.join(", ")}`,
    en: `print as ${formatsOf.parts.join(", ")}`,
  }),
  formatOfForm: format(formatsOf.forms),
  formatOfValidate: format(formatsOf.validate),
  formatOfCalendar: format(formatsOf.calendar),
  formatOfInspect: format(formatsOf.inspect),
  formatOfComparison: format(formatsOf.compare),
  formatOfWords: format(formatsOf.words),
  formatOfPlan: format(
    formatsOf.plan,
    "table, json; yaml: chính tệp kế hoạch, đủ các năm, để chép và sửa",
    "table, json; yaml: the plan's file itself, with all its years, to copy and change",
  ),
  formatOfDuties: format(
    formatsOf.duties,
    "table, csv, json; ics: lịch cho Outlook, Google, điện thoại",
    "table, csv, json; ics: a calendar for Outlook, Google, phones",
  ),
  formatOfExplain: format(formatsOf.explain),

  // What a command alone takes.
  expect: text("--expect <file>", {
    vi: "tệp số liệu đã ghi, của từng tệp hồ sơ",
    en: "the recorded figures, of each log by itself",
  }),
  update: flag("--update", { vi: "ghi lại số liệu hiện tại vào tệp đó", en: "record the present figures in it" }),
  portal: list("--portal <file>", {
    vi: "điểm, số hồ sơ Cổng hiển thị, đã lưu (JSON), để so",
    en: "points and cases that the portal shows, saved (JSON)",
  }),
  unit: text("--unit <name>", {
    vi: "cơ quan trong tệp của Cổng: tên hoặc mã",
    en: "the office in the portal's file: name or number",
  }),
  case: text("--case <id>", { vi: "mã hồ sơ cần giải thích", en: "the id of the case to explain" }),
  casesOfForm: list("--cases <file>", {
    vi: "danh sách hồ sơ của cùng kỳ, để so",
    en: "case logs of the same period, to hold them against",
  }),
  cases: text("--cases <n>", "2000", { vi: "số hồ sơ", en: "number of cases" }),
  seed: text("--seed <n>", "1", { vi: "số bất kỳ; cùng số thì cùng dữ liệu", en: "the same seed gives the same log" }),
  form: text("--form <form>", "full", {
    choices: "forms",
    vi: "dạng dữ liệu: full, english, register, durations",
    en: "form of the log: full, english, register, durations",
  }),
  formOfWrite: text("--form <form>", formsWritten[0], {
    choices: formsWritten,
    vi: "biểu cần lập: II.06a, 07a (07a/BTP, chưa đối chiếu được thứ tự cột)",
    en: "the form to write: II.06a, 07a (07a/BTP, the order of its columns not verified)",
  }),
  profile: text("--profile <profile>", "mixed", {
    choices: "profiles",
    vi: "mixed: đạt và chưa đạt; good: đạt chỉ tiêu năm 2025",
    en: "mixed: some targets missed; good: those of 2025 met",
  }),
  duplicates: text("--duplicates <n>", "2", {
    vi: "số hồ sơ trên 1.000 xuất hiện hai lần",
    en: "cases of 1,000 that stand twice",
  }),
  force: flag("--force", { vi: "ghi đè các tệp mẫu đã có", en: "write over sample files that are there" }),

  // Of every command.
  version: flag("-V, --version", { vi: "in phiên bản", en: "print the version" }),
  lang: text("--lang <vi|en>", { choices: ["vi", "en"], vi: "ngôn ngữ: vi, en", en: "language: vi, en" }),
  color: text("--color <when>", "auto", {
    choices: ["auto", "always", "never"],
    vi: "màu: auto, always, never",
    en: "colour: auto, always, never",
  }),
  quiet: flag("-q, --quiet", { vi: "không hiện tiến độ", en: "no progress line" }),
  verbose: flag("-v, --verbose", {
    vi: "cho biết đã mở tệp nào, đọc bao nhiêu dòng, ghi tệp nào (ra stderr)",
    en: "tell which files were opened, how many rows were read, what was written (on standard error)",
  }),
};

/** Where commands have an option of one name that is not the same, the key says whose it is. */
export const options = { ...ofConfiguration, ...ofLine };

export type OptionKey = keyof typeof options;

/** Those of every command, beside `--help` and `--version`. */
export const ofEvery = ["lang", "color", "quiet", "verbose"] as const satisfies readonly OptionKey[];

type Camel<S extends string> = S extends `${infer A}-${infer B}` ? `${A}${Capitalize<Camel<B>>}` : S;
type Long<F extends string> = F extends `${string}--${infer L}` ? (L extends `${infer N} <${string}` ? N : L) : never;

/** What commander makes of these options. */
export type OptionsOf<K extends OptionKey> = {
  readonly [P in K as Camel<Long<(typeof options)[P]["flags"]>>]: (typeof options)[P]["usually"];
};

/** `max-rejects` of `--max-rejects <n|n%>`. */
export function longName({ flags }: Pick<OptionSaid, "flags">): string {
  return /--([a-z-]+)/.exec(flags)?.[1] ?? "";
}
