/** The commands, each said once: its words, arguments, options and examples; what does it is loaded when it is called. */
import { command } from "../commands/command.ts";
import { ofEvery } from "../commands/options.ts";

/** How logs are read. */
const ofLogs = [
  ...["map", "mapValue", "dateFormat", "delimiter", "encoding", "sheet", "decimal", "ratingScale", "timeZone", "asOf"],
  ...["config", "showConfig"],
] as const;
/** What stands beside the log. */
const ofTables = ["procedures", "petitions", "figures", "preferStated", "calendar"] as const;
/** How a run is done, and when it is refused. */
const ofRun = [
  ...["top", "maxRejects", "allowNoData", "allowGrowing", "manifest", "onOverlap", "allowMissingParts", "threads"],
] as const;
/** What is held against what. */
const ofJudging = ["groups", "statutory", "clock", "kpi", "requireAll"] as const;
const ofPlan = [...ofLogs, "year", "plan", ...ofTables, ...ofJudging, ...ofRun] as const;
const ofTargets = [...ofPlan, "period", "by"] as const;
/** Of which period a report is. */
const ofLengths = ["month", "quarter", "half", "nineMonths", "yearToDate"] as const;
/** With what it is to say beyond its verdicts. */
const ofPeriod = [...ofLengths, "expected", "listCases", "signs"] as const;
/** Where a report goes. */
const ofOutput = ["rejects", "rejectsRaw", "out"] as const;

// Those of one command, where they are many.
const ofScore = ["month", "quarter", "yearOfScore", "portal", "unit"] as const;
const ofTally = [
  ...["outOfTally", "byOfTally", "planOfOwn", "clockOfTally", "calendar", "minCell", "caseHashes", "keyFile"],
  ...["allowGrowing", "threads"],
] as const;
const ofComparison = [
  ...["yearOfComparison", "plan", "period", "statutory", "casesOfComparison", "maxRejects", "allowGrowing"],
  ...["threads", "formatOfComparison", "outOfForm"],
] as const;
/** Those of logs are for the ones that the forms are held against. */
const ofForms = [
  ...ofLogs,
  ...["casesOfForm", "month", "quarter", "half", "statutory", "formatOfForm", "outOfForm"],
] as const;

export const kpi = command("kpi", {
  vi: "Đọc danh sách hồ sơ xuất từ hệ thống một cửa và cho biết chỉ tiêu nào của kế hoạch đã đạt.",
  en: "Reads a case log exported from a case-handling system and says which targets of the plan are met.",
  options: ofEvery,
  examples: ["kpi check fixtures/sample/cases.csv --year 2025", "kpi check --help --lang vi"],
  commands: [
    command("check", {
      vi: "Tính các chỉ tiêu của kế hoạch từ danh sách hồ sơ và đánh giá đạt hay chưa đạt.",
      en: "Works out the plan's KPIs from case logs and says which targets are met.",
      arguments: ["files"],
      options: [...ofTargets, ...ofOutput, "format"],
      examples: [
        "kpi check cases.csv --year 2025",
        "kpi check 2025-*.csv --year 2025 --period 2025-09 --by agency --out json=-",
      ],
      run: async () => (await import("../commands/check.ts")).checkCommand,
    }),
    command("report", {
      vi: "Lập báo cáo định kỳ: kết quả, xu hướng, nguyên nhân, đơn vị, biểu II.06a; HTML, Word, Excel, Markdown.",
      en: "Writes the report of a period: verdicts, trend, why, who, form II.06a; HTML, Word, Excel, Markdown.",
      arguments: ["files"],
      options: [...ofPlan, ...ofPeriod, ...ofOutput, "format", "public"],
      examples: [
        "kpi report cases.csv --year 2025 --month 2025-09 --out docx=thang-9.docx",
        "kpi report cases.csv --year 2025 --quarter 2025-Q3 --out html=q3.html",
      ],
      run: async () => (await import("../commands/report.ts")).reportCommand,
    }),
    command("index", {
      vi: "Tính điểm Bộ chỉ số theo Quyết định 766/QĐ-TTg: sáu nhóm, điểm mất, hồ sơ làm mất điểm theo đơn vị, thủ tục.",
      en: "The points of the national index (Decision 766/QĐ-TTg): six groups, points lost, and the cases that cost them.",
      arguments: ["files"],
      options: [...ofLogs, ...ofScore, ...ofTables, ...ofRun, ...ofOutput, "formatOfPart"],
      examples: ["kpi index cases.csv --month 2026-09", "kpi index cases.csv --quarter 2026-Q3 --out xlsx=diem.xlsx"],
      run: async () => (await import("../commands/score.ts")).scoreCommand,
    }),
    command("verify", {
      vi: "So kết quả với số liệu đã ghi (--expect), hoặc kiểm tra có tính lại được báo cáo đã lập không (--manifest).",
      en: "Holds logs to recorded figures (--expect), or says whether a report can be had again (--manifest).",
      arguments: ["files"],
      options: [...ofTargets, ...ofPeriod, "expect", "update", "portal", "unit"],
      examples: [
        "kpi verify samples/*.csv --year 2025 --expect expected.json",
        "kpi verify cases.csv --year 2025 --manifest thang-9.json",
      ],
      run: async () => (await import("../commands/verify.ts")).verifyCommand,
    }),
    command("tally", {
      vi: "Tổng hợp danh sách hồ sơ thành tệp chỉ có tổng số, để cộng với tệp của nơi khác; không có hồ sơ, mã, tên.",
      en: "Tallies logs into a file of sums, to be added to those of others: no row, no case id, no name in it.",
      arguments: ["files"],
      options: [...ofLogs, ...ofTally],
      examples: [
        "kpi tally cases.csv --by agency,procedure --out an-duong.kpi.json",
        "kpi check parts/*.kpi.json --year 2025 --period 2025-09 --by agency",
      ],
      run: async () => (await import("../commands/tally.ts")).tallyCommand,
    }),
    command("convert", {
      vi: "Ghi lại các hồ sơ như chương trình hiểu, với tiêu đề và mã chuẩn.",
      en: "Writes the cases as understood, with standard headers and codes.",
      arguments: ["files"],
      options: [...ofLogs, "outOfConvert"],
      examples: [
        "kpi convert cases.csv --out canonical.csv",
        'kpi convert cases.csv --map channel="Nguồn hồ sơ" --out -',
      ],
      run: async () => (await import("../commands/convert.ts")).convertCommand,
    }),
    command("sample", {
      vi: "Tạo dữ liệu mẫu (giả định): hồ sơ, danh mục TTHC, phản ánh, số liệu báo cáo, kèm đáp án (answers.json).",
      en: "Makes up a case log, a catalogue, petitions and figures, with known answers (answers.json).",
      options: ["cases", "seed", "form", "profile", "duplicates", "force", "outOfSample"],
      examples: ["kpi sample --cases 2000 --seed 7 --out mau", "kpi sample --form durations --out mau"],
      run: async () => (await import("../commands/sample.ts")).sampleCommand,
    }),
    command("validate", {
      vi: "Nêu mọi lỗi của các dòng, các ô và các ô mâu thuẫn với nhau; dùng cho kiểm tra tự động.",
      en: "Names every fault of rows and cells, and cells that contradict each other; for automatic checks.",
      arguments: ["files"],
      options: [...ofLogs, "maxIssues", "rejects", "rejectsRaw", "formatOfValidate"],
      examples: ["kpi validate samples/*.csv", "kpi validate cases.csv --rejects loi.csv"],
      run: async () => (await import("../commands/validate.ts")).validateCommand,
    }),
    command("inspect", {
      vi: "Cho biết chương trình hiểu tệp này thế nào: bảng mã, cột, từ, ngày, chỉ tiêu tính được.",
      en: "Says what the program understands of a log: encoding, columns, words, dates, the KPIs it can measure.",
      arguments: ["files"],
      options: [...ofLogs, "plan", "writeConfig", "formatOfInspect"],
      examples: ["kpi inspect cases.csv", "kpi inspect cases.xlsx --write-config kpi.yaml"],
      run: async () => (await import("../commands/inspect.ts")).inspectCommand,
    }),
    command("compare", {
      vi: "So tệp mới với tệp cũ: đơn vị, tháng, cột thiếu; ô trống, từ mới; từng hồ sơ; mức độ tin cậy của từng chỉ tiêu.",
      en: "Holds an export against an earlier one: agencies, months, columns missing; blanks; case by case; reliability.",
      arguments: ["old", "new"],
      options: [...ofLogs, ...ofComparison],
      examples: [
        "kpi compare thang-8.csv thang-9.csv",
        "kpi compare thang-8.csv thang-9.csv --year 2025 --list-cases 20",
      ],
      run: async () => (await import("../commands/compare.ts")).compareCommand,
    }),
    command("calendar", {
      vi: "In lịch làm việc của một năm: ngày nghỉ lễ, ngày hoán đổi, ngày làm bù.",
      en: "Prints the working calendar of a year: holidays, swaps and days worked for them.",
      arguments: ["year"],
      options: ["calendar", "formatOfCalendar"],
      examples: ["kpi calendar 2026", "kpi calendar 2026 --format csv > lich.csv"],
      run: async () => (await import("../commands/calendar.ts")).calendarCommand,
    }),
    command("words", {
      vi: "In các tiêu đề cột và các từ mà chương trình nhận ra, và nghĩa của mỗi từ.",
      en: "Prints the headers and cell words that the program knows, and what each means.",
      arguments: ["field"],
      options: ["formatOfWords"],
      examples: ["kpi words channel", "kpi words --format csv > tu-ngu.csv"],
      run: async () => (await import("../commands/words.ts")).wordsCommand,
    }),
    command("form", {
      vi: "Lập biểu II.06a/VPCP/KSTT, 07a/BTP từ danh sách hồ sơ; đọc biểu các đơn vị đã lập.",
      en: "Writes forms II.06a/VPCP/KSTT and 07a/BTP of case logs, and reads those of units.",
      examples: [
        "kpi form write cases.csv --month 2025-09 --out docx=bieu.docx",
        "kpi form read don-vi-1.xlsx don-vi-2.xlsx",
      ],
      commands: [
        command("write", {
          vi: "Lập biểu II.06a/VPCP/KSTT hoặc 07a/BTP từ danh sách hồ sơ: table, csv, html, docx, xlsx, markdown, json.",
          en: "Writes form II.06a/VPCP/KSTT or 07a/BTP of case logs: table, csv, html, docx, xlsx, markdown, json.",
          arguments: ["files"],
          options: ["formOfWrite", ...ofLengths, "statutory", ...ofLogs, ...ofRun, ...ofOutput, "formatOfPart"],
          examples: ["kpi form write cases.csv --month 2025-09 --out xlsx=bieu.xlsx"],
          run: async () => (await import("../commands/form.ts")).formWriteCommand,
        }),
        command("read", {
          vi: "Kiểm tra các tổng trong từng biểu, cộng các đơn vị, nêu từng ô không khớp.",
          en: "Checks the sums of each form, adds the units up, and names every cell that differs.",
          arguments: ["forms"],
          options: [...ofForms],
          examples: ["kpi form read don-vi-1.xlsx don-vi-2.xlsx --cases cases.csv --month 2025-09"],
          run: async () => (await import("../commands/form.ts")).formCommand,
        }),
      ],
    }),
    command("plans", {
      vi: "Liệt kê các kế hoạch có sẵn.",
      en: "Lists the plans that come with the program.",
      examples: ["kpi plans", "kpi plans show ngoai-vu-76"],
      run: async () => (await import("../commands/plans.ts")).listPlans,
      commands: [
        command("show", {
          vi: "In mọi chỉ tiêu của một kế hoạch, với mục và nguyên văn.",
          en: "Prints every target of a plan, with its clause and the plan's words.",
          arguments: ["plan"],
          options: ["yearOfPlan", "formatOfPlan"],
          examples: ["kpi plans show tan-an", "kpi plans show hai-phong-219 --format yaml > ke-hoach.yaml"],
          run: async () => (await import("../commands/plans.ts")).showPlan,
        }),
        command("duties", {
          vi: "Liệt kê các ngày đến hạn của nhiệm vụ định kỳ (báo cáo, khảo sát); xuất được thành lịch .ics.",
          en: "Lists the days on which recurring duties (reports, surveys) are due; also as an .ics calendar.",
          arguments: ["plan"],
          options: ["yearOfDuties", "formatOfDuties"],
          examples: [
            "kpi plans duties ngoai-vu-76 --year 2025",
            "kpi plans duties tan-an --year 2026 --format ics > lich.ics",
          ],
          run: async () => (await import("../commands/plans.ts")).planDuties,
        }),
        command("check", {
          vi: "Kiểm tra tệp kế hoạch của đơn vị (JSON hoặc YAML), nêu mọi lỗi.",
          en: "Checks a plan of your own (JSON or YAML) and names every fault.",
          arguments: ["planFile"],
          examples: ["kpi plans check ke-hoach.yaml", "kpi plans check plan.json --lang en"],
          run: async () => (await import("../commands/plans.ts")).checkPlan,
        }),
        command("schema", {
          vi: "In lược đồ JSON của kế hoạch.",
          en: "Prints the JSON Schema of a plan.",
          examples: ["kpi plans schema", "kpi plans schema > plan.schema.json"],
          run: async () => (await import("../commands/plans.ts")).planSchemaCommand,
        }),
      ],
    }),
    command("explain", {
      vi: "Giải thích một chỉ tiêu hoặc phương pháp: cách tính, căn cứ, ví dụ; và một hồ sơ được tính thế nào.",
      en: "Explains a KPI or a method: how it is worked out, by what words, an example; and one case's way through it.",
      arguments: ["kpi", "filesIfAny"],
      options: [...ofLogs, "planOfOwn", "case", "periodOfCase", "formatOfExplain"],
      examples: ["kpi explain submission-time", "kpi explain on-time-share cases.csv --case 000.00.15.H24-250102-0001"],
      run: async () => (await import("../commands/explain.ts")).explainCommand,
    }),
    command("schema", {
      vi: "In lược đồ JSON của báo cáo hoặc của tệp cấu hình.",
      en: "Prints the JSON Schema of the report or of a configuration.",
      arguments: ["schema"],
      examples: ["kpi schema report", "kpi schema report > kpi-report.schema.json"],
      run: async () => (await import("../commands/schema.ts")).schemaCommand,
    }),
    command("completion", {
      vi: "In mã hoàn thành lệnh cho bash, zsh, fish hoặc PowerShell.",
      en: "Prints the completion of commands for bash, zsh, fish or PowerShell.",
      arguments: ["shell"],
      examples: ["source <(kpi completion bash)", "kpi completion fish | source"],
    }),
    command("man", {
      vi: "In trang hướng dẫn (man).",
      en: "Prints the manual page.",
      examples: ["kpi man > kpi.1", "kpi man --lang en | man -l -"],
    }),
    command("help", {
      vi: "hướng dẫn của một lệnh, hoặc giải thích một mã trong thông báo và kết quả",
      en: "the help of a command, or what a code in messages and results means",
      arguments: ["topic"],
      examples: ["kpi help check", "kpi help unknown-word"],
    }),
  ],
});
