import type { Plan, Target } from "./plan.ts";

const prefilledForms = {
  kpi: "prefilled-form-share",
  atLeast: 100,
  section: "quality",
  interpretation: {
    vi: "Kế hoạch không nêu tỷ lệ: “có biểu mẫu” được hiểu là mọi dịch vụ công trực tuyến đều phải có (100%).",
    en: "The plan gives no share: “có biểu mẫu” is read as every online service must have one (100 %).",
  },
} as const satisfies Partial<Target>;

/** "thời gian giải quyết hồ sơ" of clause II.1: measured time, as for the same KPI under I.2. */
const shorterTime = {
  kpi: "processing-time-reduction",
  clause: "II.1 dash 2",
  section: "tasks",
  interpretation: {
    vi: "“Rút ngắn thời gian giải quyết hồ sơ” được hiểu là kết quả đo được, vì kế hoạch không yêu cầu ban hành chính sách.",
    en: "“Rút ngắn … thời gian giải quyết hồ sơ” is read as an outcome, since the clause asks for no policy.",
  },
} as const satisfies Partial<Target>;

const electronicServices =
  "Cung cấp 982 dịch vụ công trực tuyến đáp ứng yêu cầu cung cấp 100% kết quả điện tử và tái sử dụng thông tin, dữ liệu (không áp dụng chỉ tiêu này đối với những thủ tục hành chính có tần suất thấp, đối tượng tuân thủ và thuộc những lĩnh vực đặc thù)";

const digitisedAtOnce =
  "bảo đảm 100% hồ sơ, kết quả mới được số hóa ngay khi tiếp nhận, xử lý, giải quyết và hoàn thành mục tiêu số hóa 100% kết quả giải quyết thủ tục hành chính";

const atOnce = {
  vi: "Kế hoạch không nêu năm; “ngay khi” không đo được bằng có hay không.",
  en: "The clause names no year; “ngay khi” (at once) is not measured by yes or no.",
};

/** Clauses that hold in both years. */
const bothYears: Target[] = [
  {
    kpi: "record-digitisation-share",
    atLeast: 100,
    clause: "II.6 dash 3",
    quote: digitisedAtOnce,
    section: "quality",
    interpretation: atOnce,
  },
  {
    kpi: "result-digitisation-share",
    atLeast: 100,
    clause: "II.6 dash 3",
    quote: digitisedAtOnce,
    section: "quality",
    interpretation: atOnce,
  },
  {
    kpi: "staff-online-share",
    atLeast: 100,
    clause: "I.1 dash 4",
    quote:
      "Cán bộ, công chức, viên chức phải là người đi đầu và vận động, hướng dẫn người thân trong gia đình thực hiện thủ tục hành chính 100% trên môi trường điện tử",
    section: "tasks",
    interpretation: {
      vi: "Kế hoạch không nêu năm cho nội dung này.",
      en: "The clause names no year.",
    },
  },
];

const plan: Plan = {
  id: "tan-an",
  title: {
    vi: "Kế hoạch tháng 10/2025 của UBND xã Tân An, thành phố Hải Phòng",
    en: "Plan of Tân An commune, Hải Phòng (October 2025)",
  },
  issuer: "Ủy ban nhân dân xã Tân An",
  place: "Tân An, Hải Phòng",
  sources: [
    "Kế hoạch số 219/KH-UBND ngày 26/8/2025 của Ủy ban nhân dân thành phố Hải Phòng",
    "Quyết định số 1565/QĐ-TTg ngày 18/7/2025 của Thủ tướng Chính phủ",
  ],
  years: {
    "2025": [
      {
        kpi: "listed-services",
        atLeast: 25,
        list: "dvctt-25",
        clause: "I.2.a",
        also: ["PL I A.I.1"],
        quote:
          "Duy trì và khai thác, sử dụng hiệu quả 25 dịch vụ công trực tuyến toàn trình đã tích hợp trên Cổng Dịch vụ công Quốc gia phục vụ người dân, doanh nghiệp",
        section: "quantity",
      },
      {
        kpi: "online-services",
        atLeast: 982,
        clause: "I.2.a",
        also: ["PL I A.I.2"],
        quote: "Khai thác, sử dụng hiệu quả 982 dịch vụ công trực tuyến trên Cổng dịch vụ công Quốc gia",
        section: "quantity",
      },
      {
        kpi: "full-online-groups",
        atLeast: 82,
        list: "nhom-82",
        clause: "I.2.a",
        quote: "Khai thác, sử dụng dịch vụ công trực tuyến toàn trình đối với 82 nhóm thủ tục hành chính",
        section: "quantity",
        interpretation: {
          vi: "“Khai thác, sử dụng” được hiểu là được cung cấp toàn trình.",
          en: "“Khai thác, sử dụng” (to use) is read as provided in full.",
        },
      },
      {
        kpi: "restructured-share",
        atLeast: 100,
        population: { levels: ["commune"] },
        clause: "I.2.a",
        quote:
          "Hoàn thành tái cấu trúc quy trình 100% thủ tục hành chính, thực hiện xây dựng và cung cấp các dịch vụ công trực tuyến toàn trình thuộc thẩm quyền giải quyết của cấp xã",
        section: "quantity",
        interpretation: {
          vi: "“Cấp xã” được hiểu là bổ nghĩa cho cả 100% thủ tục hành chính.",
          en: "“Cấp xã” is read as speaking of the 100 % of procedures too.",
        },
      },
      {
        ...prefilledForms,
        clause: "I.2.a",
        quote:
          "Có biểu mẫu điện tử tương tác và tự động điền dữ liệu khi đã có sẵn trong các cơ sở dữ liệu quốc gia, cơ sở dữ liệu của bộ, ngành, cơ sở dữ liệu của địa phương vào biểu mẫu điện tử",
      },
      {
        kpi: "submission-time",
        below: 8,
        clause: "I.2.a",
        also: ["PL I A.I.3"],
        quote:
          "Đảm bảo thời gian trung bình tính từ lúc đăng nhập cho đến khi người dân, doanh nghiệp nộp hồ sơ trực tuyến thành công đối với các dịch vụ công trực tuyến là dưới 08 phút",
        section: "quality",
      },
      {
        kpi: "processing-time-reduction",
        atLeast: 20,
        clause: "I.2.a",
        also: ["PL I A.I.4"],
        quote:
          "Thời gian trung bình tính từ khi công chức, viên chức tiếp nhận, xử lý hồ sơ cho đến khi trả kết quả cho người dân, doanh nghiệp trong trường hợp nộp trực tuyến giảm tối thiểu 20% so với hình thức nộp trực tiếp",
        section: "quality",
      },
      {
        kpi: "satisfaction-online",
        atLeast: 90,
        clause: "I.2.a",
        also: ["PL I A.I.5"],
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
        clause: "PL I A.I.2",
        quote: electronicServices,
        section: "quality",
        interpretation: {
          vi: "Kế hoạch nói về 982 dịch vụ; tệp có tất cả hồ sơ.",
          en: "The clause speaks of the 982 services; a log has all cases.",
        },
      },
      {
        kpi: "data-reuse-share",
        atLeast: 100,
        clause: "PL I A.I.2",
        quote: electronicServices,
        section: "quality",
        interpretation: {
          vi: "“100%” đứng trước “kết quả điện tử”, được hiểu là cho cả tái sử dụng dữ liệu; kế hoạch nói về 982 dịch vụ, tệp có tất cả hồ sơ.",
          en: "The 100 % stands before “kết quả điện tử” and is read as meant for reuse too; the clause speaks of the 982 services, a log has all cases.",
        },
      },
      ...bothYears,
      {
        ...shorterTime,
        atLeast: 20,
        quote: "rút ngắn tối thiểu 20% thời gian giải quyết hồ sơ so với nộp hồ sơ trực tiếp trong năm 2025",
      },
      {
        kpi: "valid-results-digitised-share",
        atLeast: 100,
        clause: "II.6 dash 3",
        quote: "hoàn thành mục tiêu số hóa 100% kết quả giải quyết thủ tục hành chính",
        section: "tasks",
        interpretation: {
          vi: "Kế hoạch nói về mọi kết quả, không ghi “còn hiệu lực”; số liệu do đơn vị báo cáo tính trên kết quả còn hiệu lực.",
          en: "The clause speaks of all results, without “còn hiệu lực”; the stated figure is of those still in force.",
        },
      },
      {
        kpi: "fibre-household-share",
        atLeast: 100,
        clause: "II.7",
        quote: "Phối hợp với các doanh nghiệp viễn thông để phổ cập Internet băng rộng cáp quang đến từng hộ gia đình",
        section: "tasks",
        interpretation: {
          vi: "“Đến từng hộ gia đình” được hiểu là 100% số hộ.",
          en: "“Đến từng hộ gia đình” (to every household) is read as 100 %.",
        },
      },
      {
        kpi: "security-level",
        atLeast: 3,
        clause: "II.8 dash 1",
        quote: "Hệ thống thông tin giải quyết thủ tục hành chính đáp ứng tối thiểu cấp độ 3",
        section: "tasks",
      },
      {
        kpi: "secured-systems-share",
        atLeast: 100,
        clause: "II.8 dash 2",
        quote:
          "Triển khai đầy đủ phương án bảo đảm an toàn thông tin theo cấp độ được phê duyệt đối với 100% hệ thống thông tin đang vận hành",
        section: "tasks",
      },
      {
        kpi: "youth-account-share",
        atLeast: 100,
        clause: "III.8",
        quote: "Phấn đấu đảm bảo 100% đoàn viên thanh niên có tài khoản trên Cổng dịch vụ công trực tuyến Quốc gia",
        section: "tasks",
        aspirational: true,
      },
      {
        kpi: "households-skilled",
        atLeast: 1,
        clause: "III.10",
        quote:
          "đảm bảo mỗi hộ gia đình có ít nhất 01 người biết cách sử dụng tài khoản VNeID, đăng nhập và sử dụng dịch vụ công trực tuyến trên các Cổng dịch vụ công Quốc gia",
        section: "tasks",
      },
      {
        kpi: "friendly-services",
        atLeast: 1,
        codes: ["1.005092"],
        clause: "PL 2",
        quote: "Triển khai dịch vụ công thân thiện, thông minh",
        section: "tasks",
        interpretation: {
          vi: "Phụ lục 2 là đề xuất; được hiểu là dịch vụ được nêu phải triển khai.",
          en: "Appendix 2 is a proposal; read as the one service that it lists.",
        },
      },
      {
        kpi: "eligible-list-published",
        by: "2025-10-31",
        clause: "II.1 dash 1",
        quote:
          "Hoàn thành rà soát, niêm yết công khai thủ tục hành chính đủ điều kiện cung cấp trực tuyến toàn trình. Thời gian hoàn thành tháng 10/2025",
        section: "tasks",
      },
      {
        kpi: "report-sent",
        by: "2025-11-09",
        clause: "III.3",
        quote:
          "tham mưu cho UBND xã báo cáo Ủy ban nhân dân thành phố Hải Phòng (qua Sở Khoa học và Công nghệ) trước ngày 10/11/2025",
        section: "tasks",
      },
    ],
    "2026": [
      {
        kpi: "online-provision-share",
        atLeast: 100,
        clause: "I.2.b",
        quote:
          "Tiếp tục duy trì cung cấp dịch vụ công trực tuyến trên Cổng Dịch vụ công Quốc gia đối với toàn bộ thủ tục hành chính đủ điều kiện cung cấp dịch vụ công trực tuyến toàn trình, một phần",
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
        ...shorterTime,
        atLeast: 30,
        quote:
          "rút ngắn tối thiểu 30% thời gian giải quyết hồ sơ so với nộp hồ sơ trực tiếp trong năm 2026 để khuyến khích người dân sử dụng dịch vụ công trực tuyến",
      },
    ],
  },
  duties: [
    {
      clause: "III.6",
      quote:
        "Duy trì chế độ báo cáo định kỳ hàng ngày, tuần, tháng, quý, năm về kết quả tiếp nhận, giải quyết thủ tục hành chính trên Hệ thống thông tin báo cáo của thành phố Hải Phòng",
    },
  ],
};

export default plan;
