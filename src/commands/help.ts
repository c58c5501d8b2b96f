import type { Bilingual } from "../text/language.ts";

/** What `--help` says of each command and option, in both languages. */
export const help = {
  program: {
    vi: "Đọc danh sách hồ sơ xuất từ hệ thống một cửa và cho biết chỉ tiêu nào của kế hoạch đã đạt.",
    en: "Reads a case log exported from a case-handling system and says which targets of the plan are met.",
  },
  check: {
    vi: "Tính các chỉ tiêu của kế hoạch từ danh sách hồ sơ và đánh giá đạt hay chưa đạt.",
    en: "Works out the plan's KPIs from case logs and says which targets are met.",
  },
  report: {
    vi: "Lập báo cáo định kỳ: kết quả, xu hướng, nguyên nhân, đơn vị, biểu II.06a; HTML, Word, Excel, Markdown.",
    en: "Writes the report of a period: verdicts, trend, why, who, form II.06a; HTML, Word, Excel, Markdown.",
  },
  score: {
    vi: "Tính điểm Bộ chỉ số theo Quyết định 766/QĐ-TTg: sáu nhóm, điểm mất, hồ sơ làm mất điểm theo đơn vị, thủ tục.",
    en: "The points of the national index (Decision 766/QĐ-TTg): six groups, points lost, and the cases that cost them.",
  },
  forms: {
    vi: "Lập biểu II.06a/VPCP/KSTT từ danh sách hồ sơ; đọc biểu II.06a, 07a/BTP các đơn vị đã lập.",
    en: "Writes form II.06a/VPCP/KSTT of case logs, and reads forms II.06a and 07a/BTP of units.",
  },
  formWrite: {
    vi: "Lập biểu II.06a/VPCP/KSTT từ danh sách hồ sơ: table, csv, html, docx, xlsx, markdown, json.",
    en: "Writes form II.06a/VPCP/KSTT of case logs: table, csv, html, docx, xlsx, markdown, json.",
  },
  formRead: {
    vi: "Kiểm tra các tổng trong từng biểu, cộng các đơn vị, nêu từng ô không khớp.",
    en: "Checks the sums of each form, adds the units up, and names every cell that differs.",
  },
  formFiles: {
    vi: "biểu của các đơn vị: .xlsx, .xls (HTML, XML), CSV",
    en: "forms of units: .xlsx, .xls (HTML, XML), CSV",
  },
  formCases: { vi: "danh sách hồ sơ của cùng kỳ, để so", en: "case logs of the same period, to hold them against" },
  formOut: { vi: "tệp sẽ ghi; “-” là màn hình", en: "the file to write; - is standard output" },
  formFormat: { vi: "table, json, csv", en: "table, json, csv" },
  portal: {
    vi: "điểm Cổng hiển thị, đã lưu (JSON), để so sánh",
    en: "what the portal shows, saved (JSON), to compare",
  },
  unit: { vi: "cơ quan trong tệp của Cổng: tên hoặc mã", en: "the office in the portal's file: name or number" },
  scoreYear: { vi: "cả năm, nếu không nêu tháng hoặc quý", en: "the whole year, where no month or quarter is given" },
  tally: {
    vi: "Tổng hợp danh sách hồ sơ thành tệp chỉ có tổng số, để cộng với tệp của nơi khác; không có hồ sơ, mã, tên.",
    en: "Tallies logs into a file of sums, to be added to those of others: no row, no case id, no name in it.",
  },
  tallyOut: {
    vi: "tệp .kpi.json sẽ ghi; “-” là màn hình",
    en: "the .kpi.json file to write; - is standard output",
  },
  tallyBy: {
    vi: "giữ cả theo nhóm: agency, procedure, field, channel",
    en: "keep groups too: agency, procedure, field, channel",
  },
  tallyClock: { vi: "thời gian xử lý: elapsed, working", en: "processing time: elapsed, working" },
  minCell: {
    vi: "gộp các nhóm có ít hồ sơ hơn số này trong nửa tháng",
    en: "pool groups of fewer cases than this in a half-month",
  },
  caseHashes: {
    vi: "thêm mã băm có khóa của mã hồ sơ, để tìm hồ sơ báo cáo hai lần",
    en: "add keyed hashes of the case ids, to find cases reported twice",
  },
  keyFile: { vi: "tệp khóa, do nơi tổng hợp cấp", en: "the key, given out by whoever merges" },
  onOverlap: {
    vi: "hồ sơ có trong hai tệp tổng hợp: warn, fail",
    en: "a case that two parts have: warn, fail",
  },
  allowMissingParts: {
    vi: "vẫn tính khi thiếu tệp tổng hợp",
    en: "go on without parts that are missing",
  },
  month: { vi: "báo cáo tháng: 2025-09", en: "report of a month: 2025-09" },
  quarter: { vi: "báo cáo quý: 2025-Q3", en: "report of a quarter: 2025-Q3" },
  half: { vi: "báo cáo 6 tháng: 2025-H1", en: "report of six months: 2025-H1" },
  nineMonths: { vi: "báo cáo 9 tháng: 2025", en: "report of nine months: 2025" },
  yearToDate: {
    vi: "báo cáo từ đầu năm đến hết tháng: 2025-09",
    en: "report from the start of the year to a month: 2025-09",
  },
  expected: {
    vi: "số hồ sơ dự kiến tiếp nhận đến hết năm (mặc định: như cùng kỳ năm trước)",
    en: "cases expected over the rest of the year (by default: those of a year before)",
  },
  signs: {
    vi: "nêu thêm, theo đơn vị, dấu hiệu cần kiểm tra trước khi ký (kpi explain signs)",
    en: "also tells, by agency, what to look at before signing (kpi explain signs)",
  },
  listCases: {
    vi: "nêu mã các hồ sơ quá hạn, sắp đến hạn",
    en: "list the ids of cases overdue or due soon",
  },
  public: {
    vi: "ghi bảng số liệu công bố (CSV mở, kèm mô tả cột) vào thư mục này; số dưới 5 không công bố",
    en: "write tables for the public (open CSV, data dictionary) to this folder; counts below 5 withheld",
  },
  convert: {
    vi: "Ghi lại các hồ sơ như chương trình hiểu, với tiêu đề và mã chuẩn.",
    en: "Writes the cases as understood, with standard headers and codes.",
  },
  sample: {
    vi: "Tạo dữ liệu mẫu (giả định): hồ sơ, danh mục TTHC, phản ánh, số liệu báo cáo, kèm đáp án (answers.json).",
    en: "Makes up a case log, a catalogue, petitions and figures, with known answers (answers.json).",
  },
  schema: {
    vi: "In lược đồ JSON của báo cáo hoặc của tệp cấu hình.",
    en: "Prints the JSON Schema of the report or of a configuration.",
  },
  inspect: {
    vi: "Cho biết chương trình hiểu tệp này thế nào: bảng mã, cột, từ, ngày, chỉ tiêu tính được.",
    en: "Says what the program understands of a log: encoding, columns, words, dates, the KPIs it can measure.",
  },
  writeConfig: {
    vi: "ghi cách khai báo đã dùng thành tệp cấu hình",
    en: "write the mapping that was used as a configuration",
  },
  inspectFormat: { vi: "định dạng: table, json", en: "format: table, json" },
  validate: {
    vi: "Nêu mọi lỗi của các dòng, các ô và các ô mâu thuẫn với nhau; dùng cho kiểm tra tự động.",
    en: "Names every fault of rows and cells, and cells that contradict each other; for automatic checks.",
  },
  compare: {
    vi: "So tệp mới với tệp cũ: đơn vị, tháng, cột thiếu; ô trống, từ mới; từng hồ sơ; mức độ tin cậy của từng chỉ tiêu.",
    en: "Holds an export against an earlier one: agencies, months, columns missing; blanks; case by case; reliability.",
  },
  compareOld: { vi: "tệp cũ, hoặc của hệ thống thứ nhất; tệp tổng hợp", en: "the old export, or one system's; a part" },
  compareNew: { vi: "tệp mới, hoặc của hệ thống thứ hai; tệp tổng hợp", en: "the new export, or the other's; a part" },
  compareYear: {
    vi: "năm của chỉ tiêu: nêu mức độ tin cậy của từng chỉ tiêu",
    en: "the year of the targets: tells how far each KPI's data can be relied on",
  },
  compareCases: {
    vi: "nêu mã của tối đa chừng này hồ sơ mỗi loại",
    en: "list the ids of so many cases of each kind at most",
  },
  maxIssues: { vi: "mã thoát 1 khi nhiều lỗi hơn số này", en: "exit code 1 when there are more issues than this" },
  calendar: {
    vi: "In lịch làm việc của một năm: ngày nghỉ lễ, ngày hoán đổi, ngày làm bù.",
    en: "Prints the working calendar of a year: holidays, swaps and days worked for them.",
  },
  plans: { vi: "Liệt kê các kế hoạch có sẵn.", en: "Lists the plans that come with the program." },
  plansShow: {
    vi: "In mọi chỉ tiêu của một kế hoạch, với mục và nguyên văn.",
    en: "Prints every target of a plan, with its clause and the plan's words.",
  },
  plansCheck: {
    vi: "Kiểm tra tệp kế hoạch của đơn vị (JSON hoặc YAML), nêu mọi lỗi.",
    en: "Checks a plan of your own (JSON or YAML) and names every fault.",
  },
  plansDuties: {
    vi: "Liệt kê các ngày đến hạn của nhiệm vụ định kỳ (báo cáo, khảo sát); xuất được thành lịch .ics.",
    en: "Lists the days on which recurring duties (reports, surveys) are due; also as an .ics calendar.",
  },
  dutyYear: { vi: "chỉ các ngày của năm này", en: "only the days of this year" },
  dutyFormat: {
    vi: "định dạng: table, csv, json; ics: lịch cho Outlook, Google, điện thoại",
    en: "format: table, csv, json; ics: a calendar for Outlook, Google, phones",
  },
  plansSchema: { vi: "In lược đồ JSON của kế hoạch.", en: "Prints the JSON Schema of a plan." },
  explain: {
    vi: "Giải thích một chỉ tiêu hoặc phương pháp: cách tính, căn cứ, ví dụ; và một hồ sơ được tính thế nào.",
    en: "Explains a KPI or a method: how it is worked out, by what words, an example; and one case's way through it.",
  },
  explainKpi: {
    vi: "mã chỉ tiêu, ví dụ submission-time; hoặc phương pháp: xmr, funnel, forecast, waiting, stages, signs, compare, public",
    en: "the KPI's id, such as submission-time; or a method: xmr, funnel, forecast, waiting, stages, signs, compare, public",
  },
  explainFormat: { vi: "định dạng: text, json", en: "format: text, json" },
  case: { vi: "mã hồ sơ cần giải thích", en: "the id of the case to explain" },
  words: {
    vi: "In các tiêu đề cột và các từ mà chương trình nhận ra, và nghĩa của mỗi từ.",
    en: "Prints the headers and cell words that the program knows, and what each means.",
  },
  wordsField: {
    vi: "một trường (channel) hoặc tiêu đề của nó (Hình thức nộp); không ghi: mọi trường",
    en: "a field (channel), or a header of it (Hình thức nộp); without one, all fields",
  },
  wordsFormat: { vi: "định dạng: table, json, csv, markdown", en: "format: table, json, csv, markdown" },
  calendarYear: { vi: "năm", en: "the year" },
  calendarFormat: { vi: "định dạng: table, csv, json", en: "format: table, csv, json" },
  calendarFile: {
    vi: "lịch làm việc của đơn vị: thêm hoặc thay các ngày của lịch có sẵn (CSV)",
    en: "a working calendar of your own: adds days or takes their place (CSV)",
  },
  planYear: { vi: "chỉ in chỉ tiêu của năm này", en: "only the targets of this year" },
  planFormat: {
    vi: "định dạng: table, json; yaml: chính tệp kế hoạch, đủ các năm, để chép và sửa",
    en: "format: table, json; yaml: the plan's file itself, with all its years, to copy and change",
  },
  planFile: { vi: "tệp kế hoạch, JSON hoặc YAML", en: "the plan, in JSON or YAML" },
  procedures: { vi: "danh mục TTHC (CSV)", en: "the procedure catalogue (CSV)" },
  petitions: { vi: "sổ phản ánh, kiến nghị (CSV)", en: "the petitions log (CSV)" },
  figures: { vi: "số liệu do đơn vị báo cáo (CSV)", en: "the figures that the office states (CSV)" },
  groups: {
    vi: 'tên các nhóm mà kế hoạch không nêu: "III.2=Hộ tịch;Đất đai"',
    en: 'names for the groups that a plan leaves open: "III.2=Hộ tịch;Đất đai"',
  },
  files: {
    vi: "tệp CSV, TSV, .gz, .xlsx, .xls (HTML, XML) hoặc mẫu tên (*.csv); “-” là đầu vào chuẩn",
    en: "CSV, TSV, .gz, .xlsx, .xls (HTML, XML) files, or patterns (*.csv); - is standard input",
  },
  file: { vi: "tệp cần đọc", en: "the file to read" },
  what: {
    vi: "lược đồ cần in: report, config, tally, compare",
    en: "the schema to print: report, config, tally, compare",
  },
  year: {
    vi: "năm của chỉ tiêu (bắt buộc; của kpi report là năm của kỳ)",
    en: "the year of the targets (required; of kpi report that of its period)",
  },
  planOfOwn: {
    vi: "kế hoạch có chỉ tiêu riêng: mã (kpi plans) hoặc tệp của đơn vị",
    en: "a plan with KPIs of its own: its id (kpi plans) or a file of your own",
  },
  plan: {
    vi: "kế hoạch: mã (kpi plans) hoặc tệp của đơn vị",
    en: "the plan: its id (kpi plans) or a file of your own",
  },
  period: {
    vi: "kỳ báo cáo: 2025, 2025-H1, 2025-9M, 2025-Q3, 2025-09, từ..đến, all",
    en: "reporting period: 2025, 2025-H1, 2025-9M, 2025-Q3, 2025-09, from..to, all",
  },
  periodOfPlan: {
    vi: "kỳ báo cáo: 2025, 2025-H1, 2025-9M, 2025-Q3, 2025-09, từ..đến, all (mặc định: all, hoặc kỳ riêng của kế hoạch)",
    en: "reporting period: 2025, 2025-H1, 2025-9M, 2025-Q3, 2025-09, from..to, all (default: all, or the plan's own period)",
  },
  statutory: {
    vi: "kỳ theo Nghị định 09/2019/NĐ-CP: từ ngày 15 đến ngày 14",
    en: "the period by Decree 09/2019/NĐ-CP: from the 15th to the 14th",
  },
  clock: {
    vi: "thời gian xử lý: elapsed (thực) hoặc working (giờ làm việc); nêu cả hai",
    en: "processing time: elapsed or working hours; both are told where it is given",
  },
  allowGrowing: {
    vi: "vẫn tính khi tệp đang được ghi thêm",
    en: "go on when a log is written to while it is read",
  },
  manifest: {
    vi: "tệp kê khai: dữ liệu, kế hoạch, tùy chọn, phiên bản đã dùng",
    en: "the manifest: of which inputs, plan, options, version the report is made",
  },
  verify: {
    vi: "So kết quả với số liệu đã ghi (--expect), hoặc kiểm tra có tính lại được báo cáo đã lập không (--manifest).",
    en: "Holds logs to recorded figures (--expect), or says whether a report can be had again (--manifest).",
  },
  completion: {
    vi: "In mã hoàn thành lệnh cho bash, zsh, fish hoặc PowerShell.",
    en: "Prints the completion of commands for bash, zsh, fish or PowerShell.",
  },
  shell: { vi: "bash, zsh, fish hoặc powershell", en: "bash, zsh, fish or powershell" },
  man: { vi: "In trang hướng dẫn (man).", en: "Prints the manual page." },
  expect: { vi: "tệp số liệu đã ghi, của từng tệp hồ sơ", en: "the recorded figures, of each log by itself" },
  update: { vi: "ghi lại số liệu hiện tại vào tệp đó", en: "record the present figures in it" },
  kpi: { vi: "chỉ tính các chỉ tiêu này (mã, cách nhau dấu phẩy; all)", en: "only these KPIs (ids, by commas; all)" },
  by: {
    vi: "tính thêm theo nhóm: agency, procedure, field, channel, month",
    en: "also by group: agency, procedure, field, channel, month",
  },
  top: { vi: "số nhóm hiện trong bảng", en: "groups listed in text outputs" },
  map: { vi: 'khai báo cột: channel="Hình thức nộp"', en: 'map a column: channel="Hình thức nộp"' },
  mapValue: { vi: 'khai báo từ: channel:"Kiosk"=in_person', en: 'map a word: channel:"Kiosk"=in_person' },
  dateFormat: {
    vi: "thứ tự ngày tháng: MM/dd/yyyy hoặc received_at=MM/dd/yyyy",
    en: "order of dates: MM/dd/yyyy, or received_at=MM/dd/yyyy",
  },
  delimiter: { vi: "ký tự phân cách cột; tab", en: "the delimiter; tab" },
  config: {
    vi: "tệp cấu hình (YAML, JSON): các tùy chọn theo tên; hoặc biến KPI_CONFIG",
    en: "a configuration (YAML, JSON): options by their names; else KPI_CONFIG",
  },
  showConfig: {
    vi: "in mọi tùy chọn và nguồn gốc của giá trị",
    en: "print every option and where its value comes from",
  },
  encoding: {
    vi: "bảng mã: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni (mặc định: tự nhận)",
    en: "encoding: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni (found by itself)",
  },
  sheet: {
    vi: "trang tính của bảng tính: tên hoặc số thứ tự; bảng thứ mấy của trang HTML",
    en: "the sheet of a workbook: its name or number; of an HTML page the n-th table",
  },
  ratingScale: {
    vi: "mức cao nhất của thang điểm đánh giá: 3, 5, 10, 100",
    en: "the highest number of the scale of ratings: 3, 5, 10, 100",
  },
  decimal: { vi: "dấu thập phân của cột thời gian: comma, point", en: "decimal sign of durations: comma, point" },
  timeZone: { vi: "múi giờ của dữ liệu", en: "the log's time zone" },
  asOf: { vi: "tính hồ sơ chưa giải quyết xong đến hết ngày này", en: "judge open cases at the end of this day" },
  rejectsRaw: {
    vi: "ghi nguyên các dòng bị loại, kèm dòng tiêu đề, vào tệp để sửa rồi chạy lại",
    en: "write the rejected rows as they stand, below the header, to a file: to mend and run again",
  },
  rejects: { vi: "ghi mọi dòng bị loại và mọi lỗi vào tệp", en: "write every rejected row and every issue to a file" },
  maxRejects: {
    vi: "trên mức này kết quả không đủ tin cậy (mã thoát 3)",
    en: "above this no figure is trusted (exit code 3)",
  },
  preferStated: {
    vi: "các chỉ tiêu (mã hoặc tên) lấy số liệu báo cáo (--figures) thay cho kết quả tính từ tệp",
    en: "KPIs (ids or titles) of which the stated figure (--figures) is judged and not what the log shows",
  },
  requireAll: {
    vi: "coi chỉ tiêu thiếu dữ liệu đầu vào là chưa đánh giá được",
    en: "a target whose input was not given counts as not judged",
  },
  allowNoData: { vi: "không thoát với mã 3 khi thiếu số liệu", en: "no exit code 3 for want of data" },
  out: {
    vi: "ghi kết quả: html, docx, xlsx, markdown, table, json, csv, junit, github; ví dụ html=bao-cao.html",
    en: "write an output: html, docx, xlsx, markdown, table, json, csv, junit, github; such as html=report.html",
  },
  format: {
    vi: "định dạng in ra màn hình: table, json, csv, markdown, junit, github",
    en: "print as table, json, csv or markdown",
  },
  threads: { vi: "số luồng đọc (mặc định: theo máy)", en: "threads to read with (by default: as the machine has)" },
  lang: { vi: "ngôn ngữ: vi, en", en: "language: vi, en" },
  color: { vi: "màu: auto, always, never", en: "colour: auto, always, never" },
  verbose: {
    vi: "cho biết đã mở tệp nào, đọc bao nhiêu dòng, ghi tệp nào (ra stderr)",
    en: "tell which files were opened, how many rows were read, what was written (on standard error)",
  },
  quiet: { vi: "không hiện tiến độ", en: "no progress line" },
  version: { vi: "in phiên bản", en: "print the version" },
  helpCommand: {
    vi: "hướng dẫn của một lệnh, hoặc giải thích một mã trong thông báo và kết quả",
    en: "the help of a command, or what a code in messages and results means",
  },
  helpTopic: { vi: "lệnh, mã, hoặc codes (danh sách mã)", en: "a command, a code, or codes for all of them" },
  helpOption: { vi: "in hướng dẫn", en: "print this help" },
  convertOut: { vi: "tệp CSV sẽ ghi; “-” là màn hình", en: "the CSV file to write; - is standard output" },
  cases: { vi: "số hồ sơ", en: "number of cases" },
  seed: { vi: "số bất kỳ; cùng số thì cùng dữ liệu", en: "the same seed gives the same log" },
  force: { vi: "ghi đè các tệp mẫu đã có", en: "write over sample files that are there" },
  sampleOut: { vi: "thư mục sẽ ghi", en: "the folder to write to" },
  form: {
    vi: "dạng dữ liệu: full, english, register, durations",
    en: "form of the log: full, english, register, durations",
  },
  profile: {
    vi: "mixed: đạt và chưa đạt; good: đạt chỉ tiêu năm 2025",
    en: "mixed: some targets missed; good: those of 2025 met",
  },
  byDefault: { vi: "mặc định", en: "default" },
  duplicates: { vi: "số hồ sơ trên 1.000 xuất hiện hai lần", en: "cases of 1,000 that stand twice" },
  examples: { vi: "Ví dụ:", en: "Examples:" },
  usage: { vi: "Cách dùng:", en: "Usage:" },
  options: { vi: "Tùy chọn:", en: "Options:" },
  arguments: { vi: "Tham số:", en: "Arguments:" },
  commands: { vi: "Lệnh:", en: "Commands:" },
  globalOptions: { vi: "Tùy chọn chung:", en: "Options of every command:" },
} as const satisfies Record<string, Bilingual>;

/** The exit codes in words (cli.md), for the manual page. */
export const exitCodeMeanings: readonly (readonly [code: number, meaning: Bilingual])[] = [
  [0, { vi: "mọi chỉ tiêu đánh giá được đều đạt", en: "every target that could be judged was met" }],
  [1, { vi: "có chỉ tiêu chưa đạt", en: "at least one target was missed" }],
  [
    2,
    {
      vi: "không đánh giá được gì: lệnh, kế hoạch, khai báo hoặc tệp có lỗi",
      en: "nothing was judged: bad usage, plan, mapping or file",
    },
  ],
  [
    3,
    {
      vi: "chưa có số liệu, hoặc quá nhiều dòng bị loại",
      en: "no data for a target, or too many rows rejected",
    },
  ],
  [70, { vi: "lỗi của chương trình", en: "a bug in kpi" }],
  [130, { vi: "bị ngắt", en: "interrupted" }],
];
