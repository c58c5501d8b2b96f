/** What a report says by the methods beside the KPIs (src/methods); no sentence accuses or judges. */
import { about, type Bilingual, type Data, type Language, type Message, many, n } from "./language.ts";
import { namesIn } from "./periods.ts";

const otherAgencies: Bilingual = { vi: "đơn vị khác", en: "more agencies" };

export const methodLabels = {
  kpi: { vi: "Chỉ tiêu", en: "KPI" },
  targetSet: { vi: "Chỉ tiêu giao", en: "Target" },
  soFar: { vi: "Từ đầu năm", en: "So far" },
  expected: { vi: "Dự kiến đến hết năm", en: "Expected to come" },
  variation: { vi: "Dao động và khả năng đạt", en: "Variation and assurance" },
  mean: { vi: "Trung bình", en: "Mean" },
  from: { vi: "Từ", en: "From" },
  to: { vi: "Đến", en: "To" },
  limits: { vi: "Giới hạn dao động", en: "Natural limits" },
  now: { vi: "Kỳ này", en: "Now" },
  change: { vi: "Thay đổi", en: "Change" },
  sign: { vi: "Dấu hiệu", en: "Sign" },
  assurance: { vi: "Khả năng đạt", en: "Assurance" },
  meets: { vi: "luôn đạt", en: "always met" },
  misses: { vi: "luôn không đạt", en: "never met" },
  unstable: { vi: "chưa ổn định", en: "not stable" },
  "hit-or-miss": { vi: "lúc đạt, lúc không", en: "met now and then" },
  better: { vi: "tốt lên rõ rệt", en: "clearly better" },
  worse: { vi: "xấu đi rõ rệt", en: "clearly worse" },
  higher: { vi: "cao lên rõ rệt", en: "clearly higher" },
  lower: { vi: "thấp đi rõ rệt", en: "clearly lower" },
  usual: { vi: "dao động thông thường", en: "usual variation" },
  funnels: { vi: "Khác biệt so với chỉ tiêu theo đơn vị", en: "Agencies against the target" },
  funnelBetter: { vi: "tốt hơn chỉ tiêu rõ", en: "clearly better" },
  funnelWorse: { vi: "kém chỉ tiêu rõ", en: "clearly worse" },
  funnelUsual: { vi: "trong phạm vi dao động", en: "within chance" },
  finding: { vi: "Nhận định", en: "Finding" },
  within95: { vi: "Phạm vi 95%", en: "95 % of chance" },
  within998: { vi: "Phạm vi 99,8%", en: "99.8 % of chance" },
  probability: { vi: "Khả năng đạt cả năm", en: "How likely it is met in the year" },
  yearInterval: { vi: "Cả năm dự kiến (90%)", en: "Year's value (90 %)" },
  forecast: { vi: "Dự báo cả năm", en: "Forecast of the year" },
  waiting: { vi: "Hồ sơ đang giải quyết theo tuổi", en: "Open cases by age" },
  times: { vi: "Thời gian có kết quả theo đơn vị (ngày)", en: "Time to a result by agency (days)" },
  finished: { vi: "Đã xong", en: "Finished" },
  finishedMean: { vi: "TB đã xong", en: "Mean, finished" },
  meanOfAll: { vi: "TB kể cả đang giải quyết, ít nhất", en: "Mean with the open, at least" },
  finishedMedian: { vi: "Trung vị đã xong", en: "Median, finished" },
  medianOfAll: { vi: "Trung vị kể cả đang giải quyết", en: "Median with the open" },
  pastDue: { vi: "Hồ sơ quá hạn theo số ngày quá hạn", en: "Cases past due by days past" },
  open: { vi: "Đang giải quyết", en: "Open" },
  medianAge: { vi: "Tuổi trung vị", en: "Median age" },
  age92: { vi: "Phân vị 92", en: "92nd percentile" },
  within: { vi: "Còn trong hạn", en: "Within the limit" },
  weeks: { vi: "Số tuần để hết", en: "Weeks to clear" },
  agency: { vi: "Đơn vị", en: "Agency" },
  total: { vi: "Tổng số", en: "Total" },
  cases: { vi: "Số hồ sơ", en: "Cases" },
  value: { vi: "Kết quả", en: "Measured" },
  stages: { vi: "Thời gian ở từng khâu", en: "Where the time goes" },
  stage: { vi: "Khâu", en: "Stage" },
  median: { vi: "Trung vị", en: "Median" },
  p90: { vi: "Phân vị 90", en: "90th percentile" },
  workingMean: { vi: "TB giờ làm việc", en: "Mean, working time" },
  share: { vi: "Tỷ trọng thời gian", en: "Share of time" },
  lateShare: { vi: "Của hồ sơ trễ hạn", en: "Of late cases' time" },
  heaviestAgency: { vi: "Khâu chiếm nhiều thời gian nhất theo đơn vị", en: "The stage that weighs most, by agency" },
  heaviestProcedure: {
    vi: "Khâu chiếm nhiều thời gian nhất theo thủ tục",
    en: "The stage that weighs most, by procedure",
  },
  procedure: { vi: "Thủ tục", en: "Procedure" },
  submittedAt: { vi: "nộp", en: "handed in" },
  receivedAt: { vi: "tiếp nhận", en: "received" },
  transferredAt: { vi: "chuyển xử lý", en: "transferred" },
  finishedAt: { vi: "xử lý xong", en: "finished" },
  returnedAt: { vi: "trả kết quả", en: "returned" },
  noName: { vi: "(trống)", en: "(blank)" },
  signs: { vi: "Dấu hiệu cần kiểm tra trước khi ký", en: "To look at before signing" },
  signKind: { vi: "Dấu hiệu", en: "Sign" },
  of: { vi: "Trên tổng số", en: "Of" },
  part: { vi: "Tỷ lệ", en: "Share" },
  innocent: { vi: "Có thể do", en: "May well be" },
  methods: { vi: "Phương pháp phân tích", en: "Methods" },
  xAxis: { vi: "Số hồ sơ", en: "Cases" },
  xRatings: { vi: "Số lượt đánh giá", en: "Ratings" },
} as const satisfies Record<string, Bilingual>;

export type MethodLabel = keyof typeof methodLabels;

export function methodLabel(name: MethodLabel, language: Language): string {
  return methodLabels[name][language];
}

const names = (value: unknown, language: Language) => namesIn(value as readonly string[], language);
const percentOf = (share: unknown, language: Language) =>
  `${about(100 * Number(share), 0, language)}${language === "vi" ? "%" : " %"}`;

/** A probability in words that promise nothing: never 0 % or 100 %. */
export function probabilityText(probability: number, language: Language): string {
  if (probability < 0.01) return language === "vi" ? "dưới 1%" : "below 1 %";
  if (probability > 0.99) return language === "vi" ? "trên 99%" : "above 99 %";
  return percentOf(probability, language);
}

const methodSentences = {
  tooFew: {
    vi: () => "Chưa đủ 12 kỳ có số liệu: cao hơn hay thấp hơn kỳ trước chưa phải là xu hướng.",
    en: () => "Fewer than 12 periods have a value: higher or lower than before is no trend yet.",
  },
  notNow: {
    vi: () =>
      "Kỳ này, hoặc kỳ trước đó khiến không đủ 12 kỳ, chưa trọn, chưa có số liệu, ít hồ sơ hơn hẳn các kỳ khác hoặc chưa kết luận được: chưa nói đến xu hướng.",
    en: () =>
      "This period, or one before that leaves fewer than 12, is not whole, has no value, far fewer cases than the others, or is undecided: no trend is told.",
  },
  xmrNote: {
    vi: (d) =>
      `Theo biểu đồ kiểm soát (XmR), ${n(d.count, "vi")} kỳ gần nhất: giới hạn là trung bình ± 2,66 lần chênh lệch trung bình giữa hai kỳ liền nhau; “rõ rệt” khi một kỳ ở ngoài giới hạn, tám kỳ liền ở một phía hoặc sáu kỳ liền cùng chiều.`,
    en: (d) =>
      `By the control chart (XmR) of the last ${n(d.count, "en")} periods: limits are the mean ± 2.66 times the mean difference between neighbours; “clearly” is a period outside them, eight in a row on one side, or six in a row one way.`,
  },
  outside: {
    vi: () => "ngoài giới hạn",
    en: () => "outside the limits",
  },
  run: {
    vi: (d) => `${n(d.count, "vi")} kỳ liền ${d.side === "higher" ? "trên" : "dưới"} trung bình`,
    en: (d) => `${n(d.count, "en")} periods ${d.side === "higher" ? "above" : "below"} the mean`,
  },
  drift: {
    vi: (d) => `${n(d.count, "vi")} kỳ liền ${d.side === "higher" ? "tăng" : "giảm"}`,
    en: (d) => `${n(d.count, "en")} periods ${d.side === "higher" ? "rising" : "falling"}`,
  },
  funnelNote: {
    vi: (d) =>
      `Theo biểu đồ phễu: giới hạn nhị thức quanh chỉ tiêu theo số hồ sơ của từng đơn vị${d.isWide ? ", nới rộng vì các đơn vị khác nhau hơn mức ngẫu nhiên" : ""}; xét đồng thời ${n(d.tested, "vi")} cặp đơn vị và chỉ tiêu, trong số được nêu là rõ trung bình không quá 5% do ngẫu nhiên. ▲ tốt hơn chỉ tiêu rõ, ▼ kém chỉ tiêu rõ. Tỷ lệ không có dấu: trong phạm vi dao động, hoặc không xét được (dưới 10 hồ sơ).`,
    en: (d) =>
      `By the funnel plot: binomial limits about the target for each agency's cases${d.isWide ? ", wider where agencies differ by more than chance" : ""}; ${n(d.tested, "en")} pairs of agency and figure are judged at once, and of those called clear at most 5 % are expected to be chance. ▲ clearly better than the target, ▼ clearly worse. A share without a sign is within chance, or cannot be told (fewer than 10 cases).`,
  },
  funnelNone: {
    vi: (d) =>
      `${namesIn(d.titles as string[], "vi")}: mọi đơn vị đều có dưới 10 ${d.isRating ? "lượt đánh giá" : "hồ sơ"}, chưa so được với chỉ tiêu.`,
    en: (d) =>
      `${namesIn(d.titles as string[], "en")}: every agency has fewer than 10 ${d.isRating ? "ratings" : "cases"}, so that none can be held against the target.`,
  },
  funnelTitle: {
    vi: (d) =>
      (d.worse as readonly string[]).length + (d.better as readonly string[]).length === 0
        ? "Không đơn vị nào khác chỉ tiêu rõ rệt"
        : [
            ...((d.worse as readonly string[]).length === 0 ? [] : [`Kém rõ: ${some(d.worse, "vi")}`]),
            ...((d.better as readonly string[]).length === 0 ? [] : [`tốt hơn rõ: ${some(d.better, "vi")}`]),
          ].join("; "),
    en: (d) =>
      (d.worse as readonly string[]).length + (d.better as readonly string[]).length === 0
        ? "No agency differs clearly from the target"
        : [
            ...((d.worse as readonly string[]).length === 0 ? [] : [`Clearly worse: ${some(d.worse, "en")}`]),
            ...((d.better as readonly string[]).length === 0 ? [] : [`clearly better: ${some(d.better, "en")}`]),
          ].join("; "),
  },
  funnelChart: {
    vi: (d) =>
      `${d.title} của ${n(d.count, "vi")} đơn vị theo số hồ sơ, quanh chỉ tiêu ${d.target}; đường trong là phạm vi 95%, đường ngoài 99,8%${d.phi === null ? "" : `, nới rộng √${d.phi} lần`}.`,
    en: (d) =>
      `${d.title} of ${n(d.count, "en")} agencies by their cases, about the target ${d.target}; the inner lines hold 95 % of chance, the outer 99.8 %${d.phi === null ? "" : `, √${d.phi} times as wide`}.`,
  },
  forecastNote: {
    vi: (d) =>
      `Khả năng đạt cả năm: nếu các kỳ còn lại như ${n(d.periods, "vi")} kỳ đã qua${pace(d, "vi")}. Đây là dự báo, không phải kết quả.`,
    en: (d) =>
      `How likely it is that it is met, if the periods to come are as the ${n(d.periods, "en")} that were${pace(d, "en")}. A forecast, no result.`,
  },
  waitingSum: {
    vi: (d) =>
      `${n(d.open, "vi")} hồ sơ đang giải quyết đã chờ: trung vị ${n(d.median, "vi")} ngày, 92% không quá ${n(d.age92, "vi")} ngày${d.of === 0 ? "" : `; ${n(d.inTime, "vi")}/${n(d.of, "vi")} còn trong hạn`}${d.weeks === null ? "" : `; với nhịp của kỳ này cần ${d.weeks} tuần để giải quyết hết`}.`,
    en: (d) =>
      `${many(d.open, "open case")} ${d.open === 1 ? "has" : "have"} waited: median ${n(d.median, "en")} days, 92 % no more than ${n(d.age92, "en")}${d.of === 0 ? "" : `; ${n(d.inTime, "en")} of ${n(d.of, "en")} within the limit`}${d.weeks === null ? "" : `; at the pace of the period ${d.weeks} weeks to clear`}.`,
  },
  survivors: {
    vi: (d) =>
      `Cảnh báo: hồ sơ đã xong mất trung bình ${d.finished} ngày, nhưng tính cả hồ sơ đang giải quyết (Kaplan–Meier, hồ sơ tiếp nhận trong 12 tháng gần nhất) ít nhất ${d.all} ngày: trung bình của riêng hồ sơ đã xong bỏ qua những hồ sơ chậm nhất.`,
    en: (d) =>
      `Caution: finished cases took ${d.finished} days on average, but with the open ones (Kaplan–Meier, cases received in the last 12 months) it is at least ${d.all}: the mean of what is finished leaves the slowest out.`,
  },
  survivorsOf: {
    vi: (d) =>
      `Trung bình của riêng hồ sơ đã xong che khuất hồ sơ chậm nhiều nhất ở ${some(d.names, "vi", otherAgencies)}.`,
    en: (d) => `The mean of what is finished hides slow cases most at ${some(d.names, "en", otherAgencies)}.`,
  },
  agrees: {
    vi: (d) =>
      `Thời gian có kết quả (Kaplan–Meier, kể cả hồ sơ đang giải quyết) trung bình ${d.all} ngày, của riêng hồ sơ đã xong ${d.finished} ngày: không khác nhau đáng kể.`,
    en: (d) =>
      `The time to a result (Kaplan–Meier, with the open cases) is ${d.all} days on average, of the finished ones alone ${d.finished}: no great difference.`,
  },
  lessThan: {
    vi: (d) => `dưới ${d.value}`,
    en: (d) => `less than ${d.value}`,
  },
  ageBand: {
    vi: (d) =>
      d.to === null ? `trên ${n(Number(d.from) - 1, "vi")} ngày` : `${n(d.from, "vi")}–${n(d.to, "vi")} ngày`,
    en: (d) =>
      d.to === null ? `over ${n(Number(d.from) - 1, "en")} days` : `${n(d.from, "en")}–${n(d.to, "en")} days`,
  },
  stagesSum: {
    vi: (d) =>
      `${n(d.cases, "vi")} hồ sơ giải quyết xong trong kỳ${d.stage === null ? "" : `; khâu chiếm nhiều thời gian nhất: ${d.stage} (${d.share})`}.${d.lateStage === null ? "" : ` Với ${n(d.late, "vi")} hồ sơ trễ hạn: ${d.lateStage} (${d.lateShare}).`}`,
    en: (d) =>
      `${many(d.cases, "case")} finished in the period${d.stage === null ? "" : `; the stage that takes most of the time: ${d.stage} (${d.share})`}.${d.lateStage === null ? "" : ` Of the ${n(d.late, "en")} late ones: ${d.lateStage} (${d.lateShare}).`}`,
  },
  stage: {
    vi: (d) => `${d.from} → ${d.to}`,
    en: (d) => `${d.from} → ${d.to}`,
  },
  disordered: {
    vi: (d) => `${n(d.count, "vi")} hồ sơ có mốc thời gian không đúng thứ tự: khâu đó không tính.`,
    en: (d) => `${many(d.count, "case")} with a stage that ends before it begins: that stage is not counted.`,
  },
  signsNote: {
    vi: () =>
      "Các dấu hiệu dưới đây không phải kết luận sai phạm và không làm thay đổi kết quả; mỗi dấu hiệu có thể có lý do bình thường, cần hỏi lại đơn vị.",
    en: () =>
      "None of these is a finding of a fault, and none changes a figure: each may well have an innocent reason; ask the agency.",
  },
  noSigns: {
    vi: () => "Không có dấu hiệu nào trong sáu dấu hiệu được xét.",
    en: () => "None of the six signs that are looked for.",
  },
  firstChanges: {
    vi: (d) =>
      `Ngoài dao động thông thường của các kỳ: ${parts(d, "vi", [
        ["better", "tốt lên"],
        ["worse", "xấu đi"],
      ])}.`,
    en: (d) =>
      `Beyond the usual variation: ${parts(d, "en", [
        ["better", "better"],
        ["worse", "worse"],
      ])}.`,
  },
  firstAgencies: {
    vi: (d) => `Đơn vị kém chỉ tiêu rõ, đã xét đến số hồ sơ nhiều hay ít: ${some(d.names, "vi", otherAgencies)}.`,
    en: (d) =>
      `Agencies clearly worse than a target, whatever their number of cases: ${some(d.names, "en", otherAgencies)}.`,
  },
  firstForecast: {
    vi: (d) =>
      `Dự báo cả năm, nếu các kỳ còn lại như các kỳ đã qua: ${parts(d, "vi", [
        ["likely", "nhiều khả năng đạt"],
        ["open", "chưa chắc"],
        ["unlikely", "ít khả năng đạt"],
      ])}.`,
    en: (d) =>
      `Forecast of the year, if what is to come is as what was: ${parts(d, "en", [
        ["likely", "likely met"],
        ["open", "open"],
        ["unlikely", "unlikely"],
      ])}.`,
  },
  forecastChanged: {
    vi: (d) =>
      `Kỳ này có thay đổi rõ rệt ở: ${some(d.titles, "vi")}. Dự báo lấy cả các kỳ trước thay đổi; nếu thay đổi kéo dài thì dự báo không còn đúng.`,
    en: (d) =>
      `Now there is a clear change in ${some(d.titles, "en")}: the forecast takes the periods before it as well, and does not hold if it lasts.`,
  },
} as const satisfies Record<string, Message>;

/** Of which targets the cases to come are those of the year so far. */
function pace({ atPace }: Data, language: Language): string {
  const isAll = atPace === "all";
  if (!isAll && (atPace as readonly string[]).length === 0) return "";
  const of = isAll ? "" : language === "vi" ? ` của ${some(atPace, "vi")}` : ` of ${some(atPace, "en")}`;
  return language === "vi"
    ? `; số hồ sơ còn lại${of} tính theo nhịp từ đầu năm vì chưa có số liệu cùng kỳ năm trước`
    : `; the cases to come${of} are at the pace of the year so far, since those of the year before are not known`;
}

/** Names of which no more are listed in a sentence. */
const mostNames = 3;

function some(value: unknown, language: Language, { vi, en }: Bilingual = { vi: "mục khác", en: "more" }): string {
  const all = value as readonly string[];
  if (all.length <= mostNames) return names(all, language);
  const rest = all.length - mostNames;
  const others = rest === 1 ? en.replace(/ies$/, "y") : en;
  return `${all.slice(0, mostNames).join(", ")} ${language === "vi" ? `và ${n(rest, "vi")} ${vi}` : `and ${n(rest, "en")} ${others}`}`;
}

/** Of each list that is not empty how many targets, what is said of them, and which. */
function parts(d: Data, language: Language, lists: readonly (readonly [key: string, words: string])[]): string {
  return lists
    .flatMap(([key, words]) => {
      const { length } = d[key] as readonly string[];
      if (length === 0) return [];
      const count = language === "vi" ? `${n(length, "vi")} chỉ tiêu` : many(length, "target");
      return [`${count} ${words} (${some(d[key], language)})`];
    })
    .join("; ");
}

export type MethodSentence = keyof typeof methodSentences;

export function methodSentence(name: MethodSentence, data: Data, language: Language): string {
  return methodSentences[name][language](data);
}
