/** What the methods beside the KPIs are, each on a page: the source of `kpi explain` and of docs/kpis/methods.md. */
import type { Bilingual } from "./language.ts";

/** A method on one page. */
export interface MethodPage {
  readonly title: Bilingual;
  /** The question that it answers. */
  readonly answers: Bilingual;
  readonly method: Bilingual;
  /** What is taken for granted: where that does not hold, neither does what the method says. */
  readonly assumes: Bilingual;
  readonly worked: Bilingual;
  readonly source: Bilingual;
}

/** A citation is the same in both languages. */
const same = (text: string): Bilingual => ({ vi: text, en: text });

export const methodPages = {
  xmr: {
    title: { vi: "Biểu đồ kiểm soát (XmR)", en: "Control chart (XmR)" },
    answers: {
      vi: "Số liệu kỳ này thay đổi thật hay chỉ dao động như mọi kỳ? Với cách làm hiện nay có luôn đạt chỉ tiêu không?",
      en: "Has the figure changed, or does it vary as it always does? Will the process as it is meet its target?",
    },
    method: {
      vi: "Lấy từ 12 đến 24 kỳ có số liệu. Giới hạn dao động = trung bình ± 2,66 × trung bình chênh lệch giữa hai kỳ liền nhau. Dấu hiệu thay đổi: một kỳ nằm ngoài giới hạn; tám kỳ liền ở cùng một phía của trung bình; sáu kỳ liền cùng tăng hoặc cùng giảm. Chỉ tiêu nằm ngoài giới hạn về phía dễ: luôn đạt; về phía khó: luôn không đạt; ở giữa: lúc đạt, lúc không; giới hạn bị chặn ở 0% hoặc 100% thì còn phải có ít nhất một kỳ đạt. Khi có dấu hiệu thay đổi thì chưa nói được (chưa ổn định).",
      en: "Of 12 to 24 periods with a value. Limits are the mean ± 2.66 × the mean difference between neighbours. Signs of change: a period outside the limits; eight in a row on one side of the mean; six in a row that rise, or fall. A target beyond the limits on the easy side is always met, on the hard side never, between them now and then, if one period has met it where the limit is cut off at 0 or 100 %; where there is a sign of change it cannot be said (not stable).",
    },
    assumes: {
      vi: "Các kỳ có số hồ sơ không quá khác nhau; không lấy kỳ chỉ có một phần số liệu, kỳ có số hồ sơ dưới một phần tư mức thường, kỳ chưa kết luận được. Dưới 12 kỳ thì chưa nói đến xu hướng.",
      en: "Periods do not differ much in their cases; left out are those of which the log has a part, those with less than a quarter of the usual cases, and undecided ones. Fewer than 12 periods show no trend.",
    },
    worked: {
      vi: "49, 51, 49, 51 … (12 kỳ): trung bình 50, chênh lệch trung bình 2, giới hạn 44,68 đến 55,32. Chỉ tiêu từ 44 trở lên: luôn đạt; từ 50 trở lên: lúc đạt, lúc không.",
      en: "49, 51, 49, 51 … (12 periods): mean 50, mean difference 2, limits 44.68 to 55.32. A floor of 44 is always met, one of 50 now and then.",
    },
    source: same("D. J. Wheeler, Understanding Variation, 1993; NHS England, Making Data Count"),
  },
  funnel: {
    title: { vi: "Biểu đồ phễu", en: "Funnel plot" },
    answers: {
      vi: "Đơn vị nào thật sự kém hoặc vượt chỉ tiêu, đơn vị nào chỉ lệch do ngẫu nhiên vì ít hồ sơ?",
      en: "Which agency is really short of the target, and which strays from it by chance, having few cases?",
    },
    method: {
      vi: "Với số hồ sơ của từng đơn vị, tính giới hạn nhị thức chính xác 95% và 99,8% quanh chỉ tiêu. Khi các đơn vị khác nhau hơn mức ngẫu nhiên (φ > 1, tính từ phần dư quanh tỷ lệ trung vị, thu gọn 20% ở mỗi đầu, ít nhất 10 đơn vị), giới hạn nới rộng √φ lần. Đơn vị “khác biệt rõ” được chọn đồng thời cho mọi đơn vị và chỉ tiêu theo Benjamini–Hochberg: trong số được nêu, trung bình không quá 5% là do ngẫu nhiên.",
      en: "Exact binomial limits of 95 % and 99.8 % about the target, for each agency's number of cases. Where agencies differ by more than chance (φ > 1, of residuals about the median share, winsorised by 20 % at either end, of at least 10 agencies), the limits are √φ times as wide. Which differ clearly is decided for all agencies and figures at once by Benjamini and Hochberg: of those named, at most 5 % are expected to be chance.",
    },
    assumes: {
      vi: "Hồ sơ độc lập với nhau và các đơn vị có loại hồ sơ tương tự. Chỉ xét các tỷ lệ có chỉ tiêu, từ ba đơn vị có tên trở lên; đơn vị dưới 10 hồ sơ không được nêu; đánh giá đạt hay chưa đạt không thay đổi.",
      en: "Cases are independent, and agencies have cases of a like kind. Shares with a target alone, of three named agencies or more; one of fewer than 10 cases is not called different; no verdict changes.",
    },
    worked: {
      vi: "Chỉ tiêu 90%, 50 hồ sơ: ngẫu nhiên 95% nằm giữa 80,0% và 98,6%. Đơn vị đạt 82% chưa thể nói là kém.",
      en: "A target of 90 %, 50 cases: chance puts 95 % between 80.0 % and 98.6 %. An agency with 82 % cannot be called worse.",
    },
    source: same(
      "D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202; Y. Benjamini, Y. Hochberg, JRSS B 57 (1995) 289–300",
    ),
  },
  forecast: {
    title: { vi: "Khả năng đạt chỉ tiêu năm", en: "Will the year's target be met" },
    answers: {
      vi: "Nếu các tháng còn lại diễn ra như các tháng đã qua, khả năng đạt chỉ tiêu cả năm là bao nhiêu?",
      en: "If the months to come are such as those that were, how likely is the year's target to be met?",
    },
    method: {
      vi: "Tỷ lệ: số hồ sơ đạt còn lại có phân phối beta-nhị thức, dao động như 12 kỳ gần nhất, kỳ sau có trọng số lớn hơn (mỗi kỳ trước × 0,85; ước lượng mô-men của DerSimonian–Laird, phương sai giữa các kỳ × 1,5 vì các kỳ gần nhau thì giống nhau). Thời gian trung bình: rút lại 4.000 lần các kỳ đã qua, hạt giống cố định, nới rộng √(1,5 × k ÷ (k − 3)) lần vì chỉ có k kỳ và các kỳ gần nhau thì giống nhau. Số hồ sơ còn lại bằng cùng kỳ năm trước, hoặc số đã khai báo; nếu không có thì theo nhịp từ đầu năm. Nêu xác suất và khoảng mà giá trị cả năm nằm trong đó chín trên mười lần.",
      en: "A share: what is to come is beta-binomial and varies as the last 12 periods did, the later weighing more (each before × 0.85; DerSimonian and Laird's moments, the variance between periods × 1.5 since those near to each other are alike). A mean: the periods that were are drawn again 4,000 times, with a fixed seed, and spread √(1.5 × k ÷ (k − 3)) times as wide for being k alone, and alike. The cases to come are those of the same months a year before, or those given; else the pace of the year so far. Told are the probability, and the interval in which the year's value lies nine times in ten.",
    },
    assumes: {
      vi: "Cách làm và loại hồ sơ không đổi; ít nhất bốn kỳ có số liệu. Kiểm chứng (bench/README.md): trên số liệu giả lập, nêu khoảng 80% thì đúng 74% đến 89%, khoảng 90% đúng 81% đến 95%; trên một bộ số liệu công khai mười hai năm, nêu khoảng 80% thì đúng 70% (tỷ lệ) và 83% (thời gian trung bình), khoảng 90% đúng 90% và 92%; trong năm đầu của một bộ khác, khoảng đó chỉ đúng 77% và 61%. Dự báo không phải kết quả và không làm thay đổi đánh giá.",
      en: "The process and its cases stay as they are; at least four periods are known. Back-tested (bench/README.md): on made-up logs what was said to be some 80 % came true in 74 to 89 %, and the 90 % interval held in 81 to 95 %; on a public log of twelve years 70 % (shares) and 83 % (means), and 90 % and 92 %; in the first year of another the interval held in 77 % and 61 % only. A forecast is no result and turns no verdict.",
    },
    worked: {
      vi: "Sáu tháng đạt 491/590; còn 600 hồ sơ, cần ít nhất 505: xác suất 36%, cả năm nằm giữa 81,1% và 85,1%.",
      en: "491 of 590 in six months; 600 to come, 505 needed: probability 36 %, the year between 81.1 % and 85.1 %.",
    },
    source: same(
      "R. DerSimonian, N. Laird, Controlled Clinical Trials 7 (1986) 177–188; B. Efron, Annals of Statistics 7 (1979) 1–26",
    ),
  },
  waiting: {
    title: { vi: "Hồ sơ đang chờ", en: "Waiting cases" },
    answers: {
      vi: "Hồ sơ đang giải quyết đã chờ bao lâu, bao nhiêu đã quá hạn, và thời gian giải quyết thật sự là bao lâu nếu tính cả hồ sơ chưa xong?",
      en: "How long have the open cases waited, how many are past due, and how long does a case take when those that are not finished count too?",
    },
    method: {
      vi: "Tuổi hồ sơ là số ngày dương lịch từ ngày tiếp nhận. Phân vị 92: 92% hồ sơ đang chờ không lâu hơn. Thời gian có kết quả theo Kaplan–Meier, của hồ sơ tiếp nhận trong 12 tháng (24 nửa tháng) đến hết kỳ, tính cả hồ sơ đang giải quyết, của tất cả và của từng đơn vị; nêu cạnh trung bình của riêng hồ sơ đã xong. Số tuần để giải quyết hết = số đang giải quyết ÷ số xong mỗi tuần trong kỳ.",
      en: "An age is in calendar days since receipt. The 92nd percentile: 92 % of the open cases have not waited longer. The time to the result is Kaplan and Meier's, of the cases received in the 12 months (24 half-months) up to the period's end with the open ones, of all and of each agency, beside the mean of the finished ones alone. Weeks to clear are the open cases over those finished a week in the period.",
    },
    assumes: {
      vi: "Hồ sơ không ghi ngày kết thúc là đang giải quyết. Trung bình có tính hồ sơ đang giải quyết là “ít nhất”, vì hồ sơ đang giải quyết còn kéo dài.",
      en: "A case without a day of its end is open. The mean with the open ones is at least so much, since they go on.",
    },
    worked: {
      vi: "Xong sau 1, 1, 2, 3, 3, 3, 5, 8 ngày; đang giải quyết 2, 4, 4, 9 ngày: trung bình hồ sơ đã xong 3,25 ngày, tính cả hồ sơ đang giải quyết ít nhất 4,6 ngày; trung vị 3 ngày.",
      en: "Finished after 1, 1, 2, 3, 3, 3, 5, 8 days; open for 2, 4, 4, 9: the mean of the finished is 3.25 days, with the open ones at least 4.6; the median is 3.",
    },
    source: same("E. L. Kaplan, P. Meier, JASA 53 (1958) 457–481; NHS England, Consultant-led referral to treatment"),
  },
  stages: {
    title: { vi: "Thời gian ở từng khâu", en: "Where the time goes" },
    answers: {
      vi: "Thời gian giải quyết nằm ở khâu nào; hồ sơ trễ hạn mất thời gian ở đâu?",
      en: "In which stage does the time lie, and where did the late cases lose theirs?",
    },
    method: {
      vi: "Với hồ sơ giải quyết xong trong kỳ: từ nộp đến tiếp nhận, chuyển xử lý, xử lý xong, trả kết quả, theo các cột có trong tệp. Mỗi khâu: trung bình, trung vị, phân vị 90 theo thời gian thực (giá trị nhỏ nhất mà ít nhất 50%, 90% số hồ sơ không vượt quá), trung bình theo giờ làm việc, tỷ trọng trong tổng thời gian và trong thời gian của hồ sơ trễ hạn.",
      en: "Of the cases finished in the period: from handing in to receipt, transfer, end of the work, hand-over of the result, as far as the log has the columns. Of each stage the mean, the median and the 90th percentile by the clock on the wall (by nearest rank: the least time that at least 50 %, 90 % of the cases do not exceed), the mean in working time, its share of all time and of the time of the late cases.",
    },
    assumes: {
      vi: "Mốc trống thì khâu nối hai mốc liền kề; khâu có mốc sau sớm hơn mốc trước thì không tính. Thời gian trả kết quả có thể do người dân chưa đến nhận.",
      en: "Where a milestone is blank the stage goes on to the next; one that ends before it begins is not counted. The hand-over may be late because nobody came for the result.",
    },
    worked: {
      vi: "Tiếp nhận 8:00, chuyển 9:00, xong 16:00 cùng ngày: 1 giờ (12,5%) và 7 giờ (87,5%; 5 giờ làm việc, trừ nghỉ trưa 2 giờ).",
      en: "Received at 8:00, transferred at 9:00, finished at 16:00 of the same day: 1 hour (12.5 %) and 7 hours (87.5 %; 5 hours of work, less the 2 of noon).",
    },
    source: same("W. M. P. van der Aalst, Process Mining, 2016"),
  },
  signs: {
    title: { vi: "Dấu hiệu cần kiểm tra", en: "Signs to look at" },
    answers: {
      vi: "Trước khi ký, có điều gì trong số liệu cần hỏi lại đơn vị?",
      en: "Before it is signed, is there anything in the figures that an agency should be asked about?",
    },
    method: {
      vi: "Theo từng đơn vị, trong kỳ, khi đủ số hồ sơ: xử lý xong dồn vào 24 giờ trước hạn (từ 30% hồ sơ có hạn, và gấp 10 lần 24 giờ sau hạn; từ 50 hồ sơ); xong trong vòng 5 phút từ khi tiếp nhận (từ 10%; từ 30); xong trong hai ngày cuối tháng (từ 20%, bình thường khoảng 7%; từ 50); hồ sơ trực tuyến nộp dồn, từ 10 hồ sơ trong 10 phút (từ 20%; từ 50); đánh giá dồn, từ 5 đánh giá giống nhau trong một phút (từ 20%; từ 20); giờ tiếp nhận có phút tận cùng 0 hoặc 5 (từ 40%, ngẫu nhiên 20%; từ 100).",
      en: "By agency, in the period, of enough cases: ends bunched in the 24 hours before the due time (30 % or more of those with one, and ten times those of the 24 hours after it; of 50 or more); ended within 5 minutes of receipt (10 %; of 30); ended on the last two days of a month (20 %, usually some 7 %; of 50); online cases handed in in bursts of 10 or more in ten minutes (20 %; of 50); ratings in bursts of 5 or more alike in a minute (20 %; of 20); minutes of receipt that end in 0 or 5 (40 %, by chance 20 %; of 100).",
    },
    assumes: {
      vi: "Mỗi dấu hiệu đều có thể có lý do bình thường, nêu bên cạnh; không phải kết luận sai phạm và không làm thay đổi kết quả. Chỉ nêu khi dùng --signs.",
      en: "Each has an innocent reason as often as not, which stands beside it; it is no finding of a fault and changes no figure. Told with --signs alone.",
    },
    worked: {
      vi: "60 hồ sơ có hạn, 45 xong trong 24 giờ trước hạn, 1 trong 24 giờ sau hạn: 75%, nêu dấu hiệu. Nếu 6 hồ sơ xong ngay sau hạn thì không nêu (45 < 10 × 6).",
      en: "60 cases with a due time, 45 ended in the 24 hours before it and 1 in the 24 hours after: 75 %, told. With 6 just after it is not (45 < 10 × 6).",
    },
    source: same(
      "M. J. Nigrini, Forensic Analytics, 2nd ed., 2020; R. Chetty et al., QJE 126 (2011) 749–804 (bunching)",
    ),
  },
  compare: {
    title: { vi: "So tệp mới với tệp trước", en: "An export against an earlier one" },
    answers: {
      vi: "Tệp mới có thiếu đơn vị, tháng, cột, hồ sơ nào so với tệp trước; số liệu của chỉ tiêu nào còn tin cậy được?",
      en: "Does the new export lack agencies, months, columns or cases that the last one had, and which KPIs can be relied on?",
    },
    method: {
      vi: "kpi compare tệp-trước tệp-mới. Số hồ sơ khác khi chưa bằng một nửa hoặc hơn gấp đôi, nhóm lớn có từ 20 hồ sơ và lệch quá ba độ lệch chuẩn (Poisson). Ô trống tăng khi cao hơn từ 5 điểm phần trăm, lỗi từ 1 điểm, với z của hai tỷ lệ trên 3. Tệp kết thúc sớm hoặc bắt đầu muộn hơn quá 7 ngày thì nêu. Hồ sơ so theo mã. Độ tin cậy: không đủ khi thiếu cột cần có; chưa xác định khi thiếu đơn vị, tháng, ô trống tăng, quá 5% hồ sơ không tính được hoặc phần không tính được có thể đảo kết quả; còn lại là đủ tin cậy.",
      en: "kpi compare OLD NEW. Volumes differ where one is less than half of the other, the larger has 20 cases or more, and they lie three standard deviations (Poisson) apart. Blanks rose by 5 points or more, faults by 1, with a two-proportion z above 3. An export that ends more than 7 days earlier, or begins more than 7 days later, is told. Cases are held against each other by id. Reliability: insufficient where a needed column is gone; undetermined where an agency or month is missing, blanks rose, more than 5 % of the cases are left out, or what is left out could turn the verdict; else sufficient.",
    },
    assumes: {
      vi: "Hai tệp cùng một hệ thống hoặc dùng chung mã hồ sơ. Hồ sơ tiến triển (ghi thêm ngày, đổi trạng thái) là bình thường, chỉ đếm.",
      en: "Both are of one system, or share their ids. That a case goes on, with a day filled or a status moved, is counted and no finding.",
    },
    worked: {
      vi: "20 → 9 hồ sơ là ngẫu nhiên ((9 − 20)² = 121 ≤ 9 × 29); 20 → 3 thì không ((3 − 20)² = 289 > 9 × 23).",
      en: "20 → 9 cases is chance ((9 − 20)² = 121 ≤ 9 × 29); 20 → 3 is not ((3 − 20)² = 289 > 9 × 23).",
    },
    source: same("docs/compare.md"),
  },
  public: {
    title: { vi: "Bảng số liệu công khai", en: "Tables for the public" },
    answers: {
      vi: "Công bố số liệu theo đơn vị, lĩnh vực mà không lộ nhóm dưới 5 hồ sơ, kể cả bằng phép trừ?",
      en: "How are figures by agency and field published without giving away a group of fewer than 5 cases, by subtraction either?",
    },
    method: {
      vi: "kpi report … --public thư-mục. Ô có từ 1 đến 4 hồ sơ (tử số, mẫu số, phần còn lại) không công bố; thêm các ô bù để từ mọi tổng đã công bố không suy ra được ô nào hẹp hơn 5 giá trị, hay biết ô nhỏ hơn 5. Tỷ lệ, trung bình đi cùng số hồ sơ của nó.",
      en: "kpi report … --public FOLDER. Cells of 1 to 4 cases (numerators, denominators, what is left) are withheld, and further cells so that nothing published leads to an interval of fewer than 5 values, or says that a cell is below 5. Shares and means go with their counts.",
    },
    assumes: {
      vi: "Chỉ công bố một loại kỳ, mỗi kỳ một lần, không kèm báo cáo đầy đủ.",
      en: "Periods of one length are published, each once, and not the full report beside them.",
    },
    worked: {
      vi: "Bốn đơn vị 40, 3, 30, 50, tổng 123: chỉ bỏ ô 3 thì 123 − 120 = 3; phải bỏ thêm một ô.",
      en: "Four agencies with 40, 3, 30, 50, total 123: with the 3 alone withheld 123 − 120 = 3; another cell must go.",
    },
    source: same("L. Willenborg, T. de Waal, Elements of Statistical Disclosure Control, 2001; docs/public-tables.md"),
  },
} as const satisfies Record<string, MethodPage>;

/** What each sign is, and what would explain it innocently. */
export const signWords: Readonly<Record<string, { readonly title: Bilingual; readonly innocent: Bilingual }>> = {
  "due-bunching": {
    title: { vi: "Xử lý xong dồn vào 24 giờ trước hạn", en: "Ends bunched in the 24 hours before the due time" },
    innocent: {
      vi: "Làm theo thứ tự đến hạn; hệ thống nhắc hạn trước một ngày.",
      en: "Work is done in the order of due times; the system reminds a day before.",
    },
  },
  "quick-closing": {
    title: { vi: "Xử lý xong trong 5 phút từ khi tiếp nhận", en: "Ended within 5 minutes of receipt" },
    innocent: {
      vi: "Thủ tục trả kết quả ngay (chứng thực, bản sao); hồ sơ giấy nhập vào hệ thống sau khi đã xong.",
      en: "Procedures with a result at once (certified copies); paper cases entered when they were done.",
    },
  },
  "month-end": {
    title: { vi: "Xử lý xong trong hai ngày cuối tháng", en: "Ended on the last two days of a month" },
    innocent: {
      vi: "Ký duyệt theo đợt; hạn của nhiều hồ sơ rơi vào cuối tháng.",
      en: "Results are signed in batches; many due times fall at the month's end.",
    },
  },
  "online-bursts": {
    title: {
      vi: "Hồ sơ trực tuyến nộp dồn (từ 10 hồ sơ trong 10 phút)",
      en: "Online cases in bursts (10 or more in 10 minutes)",
    },
    innocent: {
      vi: "Hỗ trợ nộp tập trung (trường học, doanh nghiệp, ngày hội); chuyển dữ liệu từ hệ thống khác.",
      en: "People were helped together (a school, an enterprise, a campaign); cases came from another system.",
    },
  },
  "rating-bursts": {
    title: {
      vi: "Đánh giá dồn (từ 5 đánh giá giống nhau trong một phút)",
      en: "Ratings in bursts (5 or more alike in a minute)",
    },
    innocent: {
      vi: "Thiết bị tại quầy gửi theo đợt; phiếu giấy nhập sau.",
      en: "The counter's device sends in batches; paper slips were entered later.",
    },
  },
  "round-minutes": {
    title: { vi: "Giờ tiếp nhận tròn 5 phút", en: "Minutes of receipt that end in 0 or 5" },
    innocent: {
      vi: "Giờ được ghi tay theo sổ; lịch hẹn theo khung giờ.",
      en: "Times are written by hand from a register; people come by appointment.",
    },
  },
};

export type MethodId = keyof typeof methodPages;
export const methodIds = Object.keys(methodPages) as MethodId[];

/** The parts of a method's page, in their order. */
export const methodHeadings = {
  answers: { vi: "Câu hỏi", en: "Question" },
  method: { vi: "Cách tính", en: "Method" },
  assumes: { vi: "Giả định", en: "Assumptions" },
  worked: { vi: "Ví dụ", en: "Example" },
  source: { vi: "Nguồn", en: "Source" },
} as const satisfies Record<string, Bilingual>;
