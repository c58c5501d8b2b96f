/**
 * What plans set targets for and a case log cannot show: the figures come from the procedure catalogue, the petitions
 * log, or what the office states. A target of theirs is `not-supplied` until that input is given.
 */
import type { About, Input, Unit } from "../kpi.ts";

type Row = readonly [id: string, unit: Unit, vi: string, en: string, definitionVi: string, definitionEn: string];

const catalogue: readonly Row[] = [
  [
    "prefilled-form-share",
    "percent",
    "Tỷ lệ DVCTT có biểu mẫu tự động điền dữ liệu",
    "Online services with prefilled forms",
    "Số DVCTT có biểu mẫu điện tử tương tác, tự động điền dữ liệu trên tổng số DVCTT.",
    "Online services with an interactive form and prefilled data over online services.",
  ],
  [
    "listed-services",
    "count",
    "Số DVC toàn trình thuộc danh mục duy trì",
    "Listed services provided in full",
    "Số dịch vụ thuộc danh mục đang cung cấp toàn trình trên Cổng DVCQG.",
    "Services of the list that are on the portal in full.",
  ],
  [
    "online-services",
    "count",
    "Số DVC trực tuyến được cung cấp",
    "Online services provided",
    "Số DVCTT trên Cổng DVCQG, trừ trường hợp không áp dụng.",
    "Services on the portal, full or partial, but for those that the plan excludes.",
  ],
  [
    "cases-per-service",
    "cases",
    "Số hồ sơ trung bình của mỗi DVC trực tuyến",
    "Cases per online service",
    "Số hồ sơ trực tuyến trong năm chia cho số dịch vụ công trực tuyến.",
    "Online cases received in the year over the number of online services.",
  ],
  [
    "full-online-groups",
    "count",
    "Số nhóm TTHC cung cấp DVC toàn trình",
    "Procedure groups provided in full",
    "Số nhóm có tất cả TTHC cung cấp toàn trình.",
    "Groups all of whose services are provided in full.",
  ],
  [
    "restructured-share",
    "percent",
    "Tỷ lệ TTHC đã tái cấu trúc quy trình",
    "Procedures restructured",
    "Số TTHC đã tái cấu trúc trên tổng số TTHC.",
    "Restructured procedures over procedures.",
  ],
  [
    "online-provision-share",
    "percent",
    "Tỷ lệ TTHC được cung cấp trực tuyến",
    "Procedures provided online",
    "Số TTHC cung cấp đúng mức độ trên tổng số TTHC đủ điều kiện toàn trình, một phần.",
    "Procedures on the portal at their level over those that qualify for full or partial online service.",
  ],
  [
    "publication-within-10-days",
    "percent",
    "Tỷ lệ TTHC công bố trong 10 ngày làm việc",
    "Procedures published within 10 working days",
    "Số TTHC công bố trong 10 ngày làm việc kể từ ngày Bộ, ngành công bố trên tổng số phải công bố.",
    "Procedures published within ten working days of their announcement over those announced.",
  ],
  [
    "prescribed-time-reduction",
    "percent",
    "Mức rút ngắn thời hạn khi nộp trực tuyến",
    "Cut of the prescribed time online",
    "Mức rút ngắn thấp nhất của thời hạn quy định so với nộp trực tiếp.",
    "The smallest reduction of the prescribed days, online against in person.",
  ],
  [
    "upgraded-services",
    "count",
    "Số TTHC được nâng lên toàn trình",
    "Procedures upgraded to full",
    "Số TTHC thuộc danh mục đã chuyển sang toàn trình.",
    "Procedures of the target's list that are full online services.",
  ],
];

const stated: readonly Row[] = [
  [
    "valid-results-digitised-share",
    "percent",
    "Tỷ lệ số hóa kết quả còn hiệu lực",
    "Valid results digitised",
    "Số kết quả còn hiệu lực đã số hóa trên tổng số.",
    "Results still in force that are digitised over all of them.",
  ],
  [
    "staff-online-share",
    "percent",
    "Tỷ lệ CBCCVC thực hiện TTHC trực tuyến",
    "Staff doing their own procedures online",
    "Số cán bộ, công chức, viên chức thực hiện trực tuyến trên tổng số.",
    "Staff who carry out their own procedures online over all staff.",
  ],
  [
    "stations-5g-share",
    "percent",
    "Tỷ lệ trạm 5G so với trạm 4G",
    "5G stations to 4G stations",
    "Số trạm 5G chia số trạm 4G hiện nay.",
    "5G stations over today's 4G stations.",
  ],
  [
    "fibre-household-share",
    "percent",
    "Tỷ lệ hộ gia đình có Internet cáp quang",
    "Households with fibre",
    "Số hộ có cáp quang trên tổng số hộ.",
    "Households with a fibre connection over all households.",
  ],
  [
    "security-level",
    "level",
    "Cấp độ an toàn hệ thống thông tin",
    "Security level of the system",
    "Cấp độ được phê duyệt của Hệ thống.",
    "The approved level of the case-handling system.",
  ],
  [
    "secured-systems-share",
    "percent",
    "Tỷ lệ hệ thống bảo đảm an toàn theo cấp độ",
    "Systems secured at their level",
    "Số hệ thống triển khai đủ phương án trên tổng số đang vận hành.",
    "Systems with every measure of their level over systems in operation.",
  ],
  [
    "youth-account-share",
    "percent",
    "Tỷ lệ đoàn viên có tài khoản Cổng DVCQG",
    "Youth union members with an account",
    "Số đoàn viên có tài khoản trên tổng số.",
    "Members of the youth union who have an account on the portal over all members.",
  ],
  [
    "households-skilled",
    "people",
    "Số người biết sử dụng VNeID mỗi hộ gia đình",
    "People a household who can use VNeID",
    "Số người tối thiểu mỗi hộ biết dùng VNeID, DVCTT.",
    "The least number of people in any household who can use VNeID and online services.",
  ],
  [
    "friendly-services",
    "count",
    "Số DVC thân thiện, thông minh",
    "Friendly, smart services",
    "Số dịch vụ thuộc danh mục đã triển khai.",
    "Services of the target's list that are in place.",
  ],
];

const milestones: readonly (readonly [id: string, vi: string, en: string])[] = [
  ["eligible-list-published", "Công bố TTHC đủ điều kiện toàn trình", "List of eligible procedures published"],
  ["action-plan-issued", "Ban hành kế hoạch hành động", "Action plan issued"],
  ["public-services-plan-done", "Thực hiện KH cung cấp dịch vụ công ích", "Plan for public utility services done"],
  ["training-plan-done", "Đào tạo, bồi dưỡng chuyển đổi số", "Digital training done"],
  ["decision-1588-tasks-done", "Thực hiện nhiệm vụ theo Quyết định 1588", "Tasks of Decision 1588 done"],
  ["experience-survey-sent", "Gửi kết quả đánh giá trải nghiệm người dùng", "User experience survey sent"],
  ["report-sent", "Báo cáo kết quả thực hiện Kế hoạch", "Report on the plan sent"],
];

function about(rows: readonly Row[], input: Input): About[] {
  return rows.map(([id, unit, vi, en, definitionVi, definitionEn]) => ({
    id,
    unit,
    input,
    title: { vi, en },
    definition: { vi: definitionVi, en: definitionEn },
  }));
}

/** Of the verdicts of other KPIs. */
export const qualityCriteriaMet: About = {
  id: "quality-criteria-met",
  unit: "count",
  input: "verdicts",
  title: { vi: "Số nhóm tiêu chí chất lượng đạt", en: "Quality criteria met" },
  definition: {
    vi: "Số nhóm tiêu chí chính về chất lượng đã đạt.",
    en: "How many of the plan's own quality criteria of that year are met.",
  },
};

/** The four criteria that the plans name under quality. */
export const qualityCriteria = [
  "prefilled-form-share",
  "submission-time",
  "processing-time-reduction",
  "satisfaction-online",
] as const;

export const elsewhere: readonly About[] = [
  ...about(catalogue, "procedures"),
  ...about(stated, "figures"),
  ...about(
    milestones.map(([id, vi, en]) => [
      id,
      "date",
      vi,
      en,
      "Ngày hoàn thành nhiệm vụ.",
      "The day on which the task was completed.",
    ]),
    "figures",
  ),
  qualityCriteriaMet,
];
