import type { Plan, Target } from "./plan.ts";

// The quotes are the words of the scanned original with their diacritics restored.

const prefilledForms = {
  kpi: "prefilled-form-share",
  atLeast: 100,
  section: "quality",
  interpretation: {
    vi: "Kế hoạch không nêu tỷ lệ: “có biểu mẫu” được hiểu là mọi dịch vụ công trực tuyến đều phải có (100%).",
    en: "The plan gives no share: “có biểu mẫu” is read as every online service must have one (100 %).",
  },
} as const satisfies Partial<Target>;

const prescribedTime = {
  kpi: "prescribed-time-reduction",
  clause: "II.1.b",
  section: "tasks",
  interpretation: {
    vi: "“Thời gian giải quyết” được hiểu là thời hạn quy định, vì kế hoạch yêu cầu ban hành chính sách.",
    en: "“Thời gian” is read as the prescribed time limit, since the clause asks for a policy.",
  },
} as const satisfies Partial<Target>;

const noYear = {
  vi: "Kế hoạch không nêu năm cho nội dung này.",
  en: "The clause names no year.",
};

/** Clauses that hold in both years. */
const bothYears: Target[] = [
  {
    kpi: "record-digitisation-share",
    atLeast: 100,
    clause: "II.7.c",
    quote: "bảo đảm 100% hồ sơ, kết quả mới được số hóa ngay khi tiếp nhận, xử lý, giải quyết",
    section: "quality",
    interpretation: {
      vi: "Kế hoạch không nêu năm; “ngay khi” không đo được bằng có hay không.",
      en: "The clause names no year; “ngay khi” (at once) is not measured by yes or no.",
    },
  },
  {
    kpi: "result-digitisation-share",
    atLeast: 100,
    clause: "II.7.c",
    quote: "bảo đảm 100% hồ sơ, kết quả mới được số hóa ngay khi tiếp nhận, xử lý, giải quyết",
    section: "quality",
    interpretation: {
      vi: "Kế hoạch không nêu năm; “ngay khi” không đo được bằng có hay không.",
      en: "The clause names no year; “ngay khi” (at once) is not measured by yes or no.",
    },
  },
  {
    kpi: "publication-within-10-days",
    atLeast: 100,
    clause: "III.1.d",
    quote:
      "kịp thời trình Chủ tịch Ủy ban nhân dân thành phố công bố danh mục TTHC thuộc thẩm quyền giải quyết của địa phương chậm nhất là 10 ngày làm việc kể từ ngày Bộ, ngành chủ quản công bố",
    section: "tasks",
    interpretation: {
      vi: "Là nhiệm vụ không nêu tỷ lệ, không nêu năm; được hiểu là 100%.",
      en: "A duty without share or year, read as 100 %.",
    },
  },
  {
    kpi: "staff-online-share",
    atLeast: 100,
    clause: "I.1.d",
    quote: "thực hiện thủ tục hành chính 100% trên môi trường điện tử",
    section: "tasks",
    interpretation: noYear,
  },
];

const plan: Plan = {
  id: "hai-phong-219",
  title: {
    vi: "Kế hoạch số 219/KH-UBND ngày 26/8/2025 của UBND thành phố Hải Phòng",
    en: "Plan 219/KH-UBND Hải Phòng (26 Aug 2025)",
  },
  issuer: "Ủy ban nhân dân thành phố Hải Phòng",
  number: "219/KH-UBND",
  date: "2025-08-26",
  place: "Hải Phòng",
  replaces: "132/KH-UBND, 2/6/2025",
  sources: ["Quyết định số 1565/QĐ-TTg ngày 18/7/2025 của Thủ tướng Chính phủ"],
  years: {
    "2025": [
      {
        kpi: "listed-services",
        atLeast: 25,
        list: "dvctt-25",
        clause: "I.2.a",
        also: ["PL I A.I.1"],
        quote:
          "Duy trì và cung cấp thực chất, hiệu quả 25 dịch vụ công trực tuyến toàn trình đã tích hợp trên Cổng Dịch vụ công quốc gia",
        section: "quantity",
      },
      {
        kpi: "online-services",
        atLeast: 982,
        clause: "I.2.a",
        also: ["PL I A.I.2"],
        quote:
          "Cung cấp 982 dịch vụ công trực tuyến với số lượng hồ sơ trung bình của mỗi dịch vụ công phát sinh ít nhất 1.000 hồ sơ/năm/tỉnh và đáp ứng yêu cầu cung cấp 100% kết quả điện tử và tái sử dụng thông tin, dữ liệu (không áp dụng chỉ tiêu này đối với những thủ tục hành chính có tần suất thấp, đối tượng tuân thủ và thuộc những lĩnh vực đặc thù)",
        section: "quantity",
      },
      {
        kpi: "cases-per-service",
        atLeast: 1000,
        clause: "I.2.a",
        also: ["PL I A.I.2"],
        quote:
          "Cung cấp 982 dịch vụ công trực tuyến với số lượng hồ sơ trung bình của mỗi dịch vụ công phát sinh ít nhất 1.000 hồ sơ/năm/tỉnh",
        section: "quantity",
      },
      {
        kpi: "full-online-groups",
        atLeast: 82,
        list: "nhom-82",
        clause: "I.2.a",
        also: ["PL I A.I.3"],
        quote: "Cung cấp dịch vụ công trực tuyến toàn trình đối với 82 nhóm thủ tục hành chính",
        section: "quantity",
      },
      {
        kpi: "restructured-share",
        atLeast: 100,
        population: { levels: ["province", "commune"] },
        clause: "I.2.a",
        also: ["PL I A.I.4"],
        quote:
          "Hoàn thành tái cấu trúc quy trình 100% thủ tục hành chính, thực hiện xây dựng và cung cấp các dịch vụ công trực tuyến toàn trình thuộc thẩm quyền giải quyết của cấp tỉnh, cấp xã",
        section: "quantity",
        interpretation: {
          vi: "“Cấp tỉnh, cấp xã” được hiểu là bổ nghĩa cho cả 100% thủ tục hành chính.",
          en: "“Cấp tỉnh, cấp xã” is read as speaking of the 100 % of procedures too.",
        },
      },
      {
        ...prefilledForms,
        clause: "I.2.a",
        also: ["PL I A.II.1"],
        quote:
          "Có biểu mẫu điện tử tương tác và tự động điền dữ liệu khi đã có sẵn trong các cơ sở dữ liệu quốc gia, cơ sở dữ liệu của bộ, ngành, cơ sở dữ liệu của địa phương vào biểu mẫu điện tử",
      },
      {
        kpi: "submission-time",
        below: 8,
        clause: "I.2.a",
        also: ["PL I A.II.2"],
        quote:
          "thời gian trung bình tính từ lúc đăng nhập cho đến khi người dân, doanh nghiệp nộp hồ sơ trực tuyến thành công đối với các dịch vụ công trực tuyến là dưới 08 phút",
        section: "quality",
      },
      {
        kpi: "processing-time-reduction",
        atLeast: 20,
        clause: "I.2.a",
        also: ["PL I A.II.3"],
        quote:
          "Thời gian trung bình tính từ khi công chức, viên chức tiếp nhận, xử lý hồ sơ cho đến khi trả kết quả cho người dân, doanh nghiệp trong trường hợp nộp trực tuyến giảm tối thiểu 20% so với hình thức nộp trực tiếp",
        section: "quality",
      },
      {
        kpi: "satisfaction-online",
        atLeast: 90,
        clause: "I.2.a",
        also: ["PL I A.II.4"],
        quote: "Tỷ lệ người dân, doanh nghiệp đánh giá hài lòng khi sử dụng dịch vụ công trực tuyến đạt tối thiểu 90%",
        section: "quality",
      },
      {
        kpi: "quality-criteria-met",
        atLeast: 4,
        clause: "I.2.a",
        quote: "đạt tối thiểu 04 nhóm tiêu chí chính",
        section: "quality",
      },
      {
        kpi: "electronic-result-share",
        atLeast: 100,
        clause: "I.2.a",
        also: ["PL I A.I.2"],
        quote: "đáp ứng yêu cầu cung cấp 100% kết quả điện tử và tái sử dụng thông tin, dữ liệu",
        section: "quality",
        interpretation: {
          vi: "Kế hoạch nói về 982 dịch vụ; tệp có tất cả hồ sơ.",
          en: "The clause speaks of the 982 services; a log has all cases.",
        },
      },
      {
        kpi: "data-reuse-share",
        atLeast: 100,
        clause: "I.2.a",
        also: ["PL I A.I.2"],
        quote: "đáp ứng yêu cầu cung cấp 100% kết quả điện tử và tái sử dụng thông tin, dữ liệu",
        section: "quality",
        interpretation: {
          vi: "“100%” đứng trước “kết quả điện tử”, được hiểu là cho cả tái sử dụng dữ liệu; kế hoạch nói về 982 dịch vụ, tệp có tất cả hồ sơ.",
          en: "The 100 % stands before “kết quả điện tử” and is read as meant for reuse too; the clause speaks of the 982 services, a log has all cases.",
        },
      },
      ...bothYears,
      {
        ...prescribedTime,
        atLeast: 20,
        quote:
          "ban hành chính sách rút ngắn tối thiểu 20% thời gian giải quyết hồ sơ so với nộp hồ sơ trực tiếp trong năm 2025",
      },
      {
        kpi: "valid-results-digitised-share",
        atLeast: 100,
        clause: "II.7.c",
        quote: "hoàn thành mục tiêu số hóa 100% kết quả giải quyết thủ tục hành chính còn hiệu lực",
        section: "tasks",
      },
      {
        kpi: "stations-5g-share",
        atLeast: 50,
        deadline: "2025-12-31",
        clause: "II.8.a",
        quote: "số lượng trạm phát sóng 5G đạt tối thiểu bằng 50% số trạm phát sóng 4G hiện nay",
        section: "tasks",
      },
      {
        kpi: "fibre-household-share",
        atLeast: 100,
        deadline: "2025-12-31",
        clause: "II.8.b",
        quote: "phổ cập Internet băng rộng cáp quang đến từng hộ gia đình",
        section: "tasks",
        interpretation: {
          vi: "“Đến từng hộ gia đình” được hiểu là 100% số hộ.",
          en: "“Đến từng hộ gia đình” (to every household) is read as 100 %.",
        },
      },
      {
        kpi: "security-level",
        atLeast: 3,
        clause: "II.9.a",
        quote: "phải đáp ứng tối thiểu cấp độ 3",
        section: "tasks",
      },
      {
        kpi: "secured-systems-share",
        atLeast: 100,
        deadline: "2025-12-31",
        clause: "II.9.b",
        quote: "đối với 100% hệ thống thông tin đang vận hành",
        section: "tasks",
      },
      {
        kpi: "youth-account-share",
        atLeast: 100,
        clause: "III.10",
        quote: "Phấn đấu đảm bảo 100% đoàn viên thanh niên có tài khoản trên Cổng dịch vụ công trực tuyến quốc gia",
        section: "tasks",
        aspirational: true,
      },
      {
        kpi: "households-skilled",
        atLeast: 1,
        clause: "III.13.b",
        quote:
          "mỗi hộ gia đình có ít nhất 01 người biết cách sử dụng tài khoản VNeID, đăng nhập và sử dụng dịch vụ công trực tuyến trên các Cổng dịch vụ công",
        section: "tasks",
      },
      {
        kpi: "upgraded-services",
        atLeast: 2,
        codes: ["1.000028", "1.004616"],
        clause: "III.1.b",
        also: ["PL II"],
        quote: "thủ tục hành chính phát sinh nhiều hồ sơ đủ điều kiện cung cấp dịch vụ công trực tuyến toàn trình",
        section: "tasks",
        interpretation: {
          vi: "Phụ lục II ghi mức độ hiện tại là Một phần, mức độ triển khai là Toàn trình; được hiểu là cả 2 thủ tục phải lên toàn trình.",
          en: "Appendix II gives the level today as partial and the one to come as full; read as both procedures must be full.",
        },
      },
      {
        kpi: "friendly-services",
        atLeast: 5,
        codes: ["1.005092", "2.000535", "2.000648", "2.000645", "1.004616"],
        clause: "III.1.c",
        also: ["PL III"],
        quote: "Triển khai dịch vụ công thân thiện, thông minh",
        section: "tasks",
        interpretation: {
          vi: "Phụ lục III là đề xuất; được hiểu là cả 5 dịch vụ.",
          en: "Appendix III is a proposal; read as all five services.",
        },
      },
      {
        kpi: "eligible-list-published",
        by: "2025-09-30",
        clause: "II.1.a",
        quote:
          "Hoàn thành rà soát, công bố thủ tục hành chính đủ điều kiện cung cấp trực tuyến toàn trình. Thời gian hoàn thành tháng 9/2025",
        section: "tasks",
      },
      {
        kpi: "action-plan-issued",
        by: "2025-08-31",
        clause: "II.1.b",
        quote:
          "Ban hành Kế hoạch hành động để nâng cao chất lượng cung cấp dịch vụ công trực tuyến … Thời gian hoàn thành tháng 8/2025",
        section: "tasks",
      },
      {
        kpi: "public-services-plan-done",
        by: "2025-12-31",
        clause: "II.1.c",
        quote:
          "Tổ chức thực hiện Kế hoạch cung cấp dịch vụ sự nghiệp công và dịch vụ công ích trực tuyến thuộc phạm vi quản lý … Thời gian hoàn thành: Tháng 12/2025",
        section: "tasks",
      },
      {
        kpi: "training-plan-done",
        by: "2025-12-31",
        clause: "II.10.a",
        quote:
          "Ban hành kế hoạch và tổ chức thực hiện kế hoạch đào tạo, bồi dưỡng … kiến thức về chuyển đổi số … Thời gian hoàn thành: tháng 12/2025",
        section: "tasks",
      },
      {
        kpi: "decision-1588-tasks-done",
        by: "2025-12-31",
        clause: "II.10.b",
        quote:
          "Triển khai và tổ chức thực hiện các nhiệm vụ được giao tại Quyết định số 1588/QĐ-TTg … Thời gian hoàn thành: tháng 12/2025",
        section: "tasks",
      },
      {
        kpi: "experience-survey-sent",
        by: "2025-11-30",
        clause: "II.11.a",
        quote: "Gửi kết quả về Bộ Khoa học và Công nghệ. Thời gian hoàn thành cho đánh giá của năm 2025: tháng 11/2025",
        section: "tasks",
      },
      {
        kpi: "report-sent",
        by: "2025-11-09",
        clause: "III.1.m",
        quote:
          "Tổng hợp kết quả triển khai thực hiện Kế hoạch này tại cơ quan, đơn vị báo cáo Ủy ban nhân dân thành phố (qua Sở Khoa học và Công nghệ) trước ngày 10/11/2025",
        section: "tasks",
      },
      {
        kpi: "experience-survey-sent",
        by: "2025-11-30",
        clause: "III.2(2).g",
        quote: "gửi kết quả về Bộ Khoa học và Công nghệ trong tháng 11 năm 2025",
        section: "tasks",
      },
    ],
    "2026": [
      {
        kpi: "online-provision-share",
        atLeast: 100,
        clause: "I.2.b",
        quote:
          "Tiếp tục duy trì cung cấp dịch vụ công trực tuyến trên Cổng Dịch vụ công quốc gia đối với toàn bộ thủ tục hành chính đủ điều kiện cung cấp dịch vụ công trực tuyến toàn trình, một phần",
        section: "quantity",
      },
      {
        ...prefilledForms,
        clause: "I.2.b",
        also: ["PL I B.I.1"],
        quote:
          "Có biểu mẫu điện tử tương tác và tự động điền dữ liệu có sẵn trong các cơ sở dữ liệu quốc gia, cơ sở dữ liệu của bộ, ngành, cơ sở dữ liệu của địa phương vào biểu mẫu điện tử",
      },
      {
        kpi: "submission-time",
        below: 5,
        clause: "I.2.b",
        also: ["PL I B.I.2"],
        quote:
          "Thời gian trung bình tính từ lúc đăng nhập cho đến khi người dân, doanh nghiệp nộp hồ sơ trực tuyến thành công đối với các dịch vụ công trực tuyến là dưới 05 phút",
        section: "quality",
      },
      {
        kpi: "processing-time-reduction",
        atLeast: 30,
        clause: "I.2.b",
        also: ["PL I B.I.3"],
        quote:
          "Thời gian trung bình tính từ khi công chức, viên chức tiếp nhận, xử lý hồ sơ cho đến khi trả kết quả cho người dân, doanh nghiệp trong trường hợp nộp trực tuyến giảm tối thiểu 30% so với hình thức nộp trực tiếp",
        section: "quality",
      },
      {
        kpi: "satisfaction-online",
        atLeast: 95,
        clause: "I.2.b",
        also: ["PL I B.I.4"],
        quote: "Tỷ lệ người dân, doanh nghiệp đánh giá hài lòng khi sử dụng dịch vụ công trực tuyến đạt tối thiểu 95%",
        section: "quality",
      },
      {
        kpi: "quality-criteria-met",
        atLeast: 4,
        clause: "I.2.b",
        quote: "đạt tối thiểu 04 nhóm tiêu chí chính",
        section: "quality",
      },
      ...bothYears,
      {
        ...prescribedTime,
        atLeast: 30,
        quote:
          "rút ngắn tối thiểu 30% thời gian giải quyết hồ sơ so với nộp hồ sơ trực tiếp trong năm 2026 để khuyến khích người dân sử dụng dịch vụ công trực tuyến",
      },
      {
        kpi: "experience-survey-sent",
        by: "2026-11-30",
        clause: "II.11.a",
        quote: "thời gian hoàn thành cho đánh giá của năm 2026: tháng 11/2026",
        section: "tasks",
      },
    ],
  },
  duties: [
    {
      clause: "III.2(2).d",
      quote:
        "Duy trì chế độ báo cáo định kỳ hằng tháng, quý, năm về tình hình khai thác, vận hành Hệ thống thông tin giải quyết thủ tục hành chính",
    },
    {
      clause: "III.14.b",
      quote:
        "Hằng năm, phối hợp với Cục Thống kê Hải Phòng khảo sát việc khai thác sử dụng dịch vụ công trực tuyến khi giải quyết thủ tục hành chính",
    },
  ],
};

export default plan;
