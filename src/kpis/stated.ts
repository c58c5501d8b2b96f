/**
 * What no log can show: figures that the office states, with who says so, and the milestones of the plans (one id a
 * duty). Their values are read, never worked out, so they are rows of tables and not files.
 */
import type { StatedKpi, Unit } from "./kpi.ts";

type Row = readonly [id: string, unit: Unit, vi: string, en: string, formulaVi: string, formulaEn: string];

/** A share of two whole numbers, or one in percent. Of `stations-5g-share` the value may exceed what it is out of. */
const figures: readonly Row[] = [
  [
    "staff-trained-share",
    "percent",
    "Tỷ lệ cán bộ, công chức được tập huấn",
    "Staff trained",
    "số người được tập huấn ÷ tổng số cán bộ, công chức",
    "staff trained ÷ all staff",
  ],
  [
    "interaction-channels",
    "count",
    "Số kênh tương tác điện tử với người dân",
    "Electronic channels to the people",
    "số kênh đang hoạt động",
    "channels in operation",
  ],
  [
    "households-guided-share",
    "percent",
    "Tỷ lệ hộ dân được hướng dẫn sử dụng dịch vụ",
    "Households guided",
    "số hộ được hướng dẫn ÷ tổng số hộ",
    "households guided ÷ all households",
  ],
  [
    "households-informed-share",
    "percent",
    "Tỷ lệ hộ dân được tiếp cận thông tin",
    "Households informed",
    "số hộ biết thông tin về Cổng DVCQG ÷ tổng số hộ",
    "households that know of the portal ÷ all households",
  ],
  [
    "households-skilled",
    "percent",
    "Tỷ lệ hộ có người biết sử dụng DVCTT",
    "Households in which someone can use them",
    "số hộ có ít nhất 01 người biết sử dụng VNeID, DVCTT ÷ tổng số hộ",
    "households with at least one person who can use VNeID and online services ÷ all households",
  ],
  [
    "youth-account-share",
    "percent",
    "Tỷ lệ đoàn viên có tài khoản Cổng DVCQG",
    "Youth union members with an account",
    "số đoàn viên có tài khoản ÷ tổng số đoàn viên",
    "members of the youth union with an account on the portal ÷ all members",
  ],
  [
    "staff-online-share",
    "percent",
    "Tỷ lệ CBCCVC thực hiện TTHC trực tuyến",
    "Staff doing their own procedures online",
    "số cán bộ, công chức, viên chức thực hiện trực tuyến ÷ tổng số",
    "staff who carry out their own procedures online ÷ all staff",
  ],
  [
    "stations-5g-share",
    "percent",
    "Tỷ lệ trạm 5G so với trạm 4G",
    "5G stations to 4G stations",
    "số trạm 5G ÷ số trạm 4G hiện nay",
    "5G stations ÷ today's 4G stations",
  ],
  [
    "fibre-household-share",
    "percent",
    "Tỷ lệ hộ gia đình có Internet cáp quang",
    "Households with fibre",
    "số hộ có cáp quang ÷ tổng số hộ",
    "households with a fibre connection ÷ all households",
  ],
  [
    "security-level",
    "level",
    "Cấp độ an toàn hệ thống thông tin",
    "Security level of the system",
    "cấp độ được phê duyệt của Hệ thống thông tin giải quyết TTHC",
    "the approved level of the case-handling system",
  ],
  [
    "secured-systems-share",
    "percent",
    "Tỷ lệ hệ thống bảo đảm an toàn theo cấp độ",
    "Systems secured at their level",
    "số hệ thống triển khai đủ phương án ÷ số hệ thống đang vận hành",
    "systems with every measure of their level ÷ systems in operation",
  ],
  [
    "valid-results-digitised-share",
    "percent",
    "Tỷ lệ số hóa kết quả còn hiệu lực",
    "Valid results digitised",
    "số kết quả còn hiệu lực đã số hóa ÷ tổng số kết quả còn hiệu lực",
    "results still in force that are digitised ÷ all of them",
  ],
  [
    "units-connected-share",
    "percent",
    "Tỷ lệ đơn vị liên thông với Cổng DVCQG",
    "Units connected with the portal",
    "số đơn vị kết nối thông suốt ÷ tổng số đơn vị",
    "units connected throughout ÷ all units",
  ],
  [
    "friendly-services",
    "count",
    "Số DVC thân thiện, thông minh",
    "Friendly, smart services",
    "số dịch vụ thuộc danh mục của chỉ tiêu đã triển khai",
    "services of the target's list that are in place",
  ],
  [
    "city-decisions-published-share",
    "percent",
    "Tỷ lệ QĐ công bố TTHC được công bố ngay",
    "Decisions of the city published at once",
    "số quyết định công bố TTHC của thành phố được đơn vị công bố ngay ÷ tổng số quyết định công bố trong năm",
    "decisions of the city on procedures that the office published at once ÷ all of the year",
  ],
  [
    "account-service-interruptions",
    "count",
    "Số lần gián đoạn khi dùng tài khoản tổ chức",
    "Interruptions of organisation accounts",
    "số lần dịch vụ bị gián đoạn khi dùng tài khoản định danh tổ chức",
    "times that services were interrupted for accounts of organisations",
  ],
  // Of the national index (Decision 766/QĐ-TTg): what no log shows.
  [
    "published-in-time-share",
    "percent",
    "Tỷ lệ TTHC công bố, công khai đúng hạn",
    "Procedures published in time",
    "số TTHC công khai đúng hạn ÷ số TTHC phải công khai (CSDLQG về TTHC)",
    "procedures published in time ÷ procedures due (national procedure database)",
  ],
  [
    "updated-in-time-share",
    "percent",
    "Tỷ lệ TTHC cập nhật đúng hạn",
    "Procedures updated in time",
    "số TTHC cập nhật trong 5 ngày làm việc ÷ số TTHC thay đổi",
    "procedures updated within 5 working days ÷ procedures changed",
  ],
  [
    "complete-content-share",
    "percent",
    "Tỷ lệ TTHC công khai đủ nội dung",
    "Procedures published in full",
    "số TTHC đủ nội dung ÷ số TTHC công khai",
    "procedures with complete content ÷ procedures published",
  ],
  [
    "services-with-cases-share",
    "percent",
    "Tỷ lệ DVCTT có phát sinh hồ sơ",
    "Online services with a case",
    "số dịch vụ công trực tuyến có hồ sơ ÷ số dịch vụ công trực tuyến",
    "online services with at least one case ÷ online services",
  ],
  [
    "fee-procedures-payable-share",
    "percent",
    "Tỷ lệ TTHC có phí thanh toán trực tuyến được",
    "Procedures with a fee payable online",
    "số TTHC có giao dịch thanh toán trực tuyến ÷ số TTHC có phí, lệ phí",
    "procedures with an online payment ÷ procedures with a fee",
  ],
  [
    "fee-procedures-used-share",
    "percent",
    "Tỷ lệ TTHC có phí có phát sinh hồ sơ",
    "Procedures with a fee and a case",
    "số TTHC có phí có phát sinh hồ sơ ÷ số TTHC có phí, lệ phí",
    "procedures with a fee that had cases ÷ procedures with a fee",
  ],
  [
    "store-used-share",
    "percent",
    "Tỷ lệ hồ sơ dùng kho dữ liệu cá nhân",
    "Cases with papers of the personal store",
    "số hồ sơ có thành phần lấy từ kho dữ liệu ÷ số hồ sơ tiếp nhận",
    "cases with a component taken from the store ÷ cases received",
  ],
  [
    "linked-data-share",
    "percent",
    "Tỷ lệ TTHC kết nối, khai thác dữ liệu",
    "Procedures linked to databases",
    "số TTHC có kết nối, khai thác dữ liệu ÷ số TTHC phải kết nối",
    "procedures that read linked databases ÷ those that should",
  ],
  [
    "population-data-share",
    "percent",
    "Tỷ lệ khai thác CSDLQG về dân cư",
    "Use of the population database",
    "theo số công bố trên Cổng Dịch vụ công quốc gia",
    "as the national portal publishes it",
  ],
  [
    "linked-procedures-share",
    "percent",
    "Tỷ lệ TTHC liên thông, chứng thực điện tử",
    "Linked procedures, certified e-copies",
    "theo số công bố trên Cổng Dịch vụ công quốc gia",
    "as the national portal publishes it",
  ],
  [
    "petition-satisfaction-share",
    "percent",
    "Tỷ lệ hài lòng xử lý phản ánh, kiến nghị",
    "Satisfied with answers to petitions",
    "(tổng số − không hài lòng, gửi lại hoặc trễ hạn) ÷ tổng số",
    "(all − disliked, repeated or late) ÷ all petitions",
  ],
  [
    "handling-satisfaction-share",
    "percent",
    "Tỷ lệ hài lòng giải quyết TTHC (766)",
    "Satisfied with handling (766)",
    "100% − (tỷ lệ hồ sơ trễ hạn + tỷ lệ hồ sơ có phản ánh hoặc không hài lòng)",
    "100 % − (share of late cases + share of cases with a petition or a dislike)",
  ],
];

const milestones: readonly (readonly [id: string, vi: string, en: string])[] = [
  ["eligible-list-published", "Công bố TTHC đủ điều kiện toàn trình", "List of eligible procedures published"],
  ["action-plan-issued", "Ban hành kế hoạch hành động", "Action plan issued"],
  ["targets-given-to-heads", "Giao chỉ tiêu cho người đứng đầu đơn vị", "Targets given to heads of offices"],
  ["public-services-plan-done", "Thực hiện KH cung cấp dịch vụ công ích", "Plan for public utility services done"],
  ["training-plan-done", "Đào tạo, bồi dưỡng chuyển đổi số", "Digital training done"],
  ["decision-1588-tasks-done", "Thực hiện nhiệm vụ theo Quyết định 1588", "Tasks of Decision 1588 done"],
  ["experience-survey-sent", "Gửi kết quả đánh giá trải nghiệm người dùng", "User experience survey sent"],
  ["report-sent", "Báo cáo kết quả thực hiện Kế hoạch", "Report on the plan sent"],
  ["data-synchronised", "Đồng bộ dữ liệu về CSDL tổng hợp quốc gia", "Data synchronised with the national database"],
  ["postal-provider-studied", "Nghiên cứu giao DN bưu chính làm dịch vụ công", "Use of a postal provider studied"],
  ["systems-connected", "Kết nối, liên thông các hệ thống thông tin", "Information systems connected"],
  ["systems-upgraded", "Rà soát, nâng cấp hệ thống thông tin, CSDL", "Systems and databases upgraded"],
  ["skills-training-done", "Đào tạo, tập huấn kỹ năng số", "Digital skills training done"],
  ["all-tasks-done", "Hoàn thành các nhiệm vụ của Kế hoạch", "All tasks of the plan done"],
  ["portal-workflows-integrated", "Tích hợp quy trình nội bộ lên Cổng DVCQG", "Workflows integrated into the portal"],
];

/** Where there was none of these the index of Decision 766/QĐ-TTg gives full points. */
const mayBeNone: ReadonlySet<string> = new Set(["petition-satisfaction-share"]);
const mayExceed: ReadonlySet<string> = new Set(["stations-5g-share"]);

/** The sentence of a formula. */
function sentence(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

const spoken = (formula: string, of: string) => sentence(formula.replace(" ÷ ", ` ${of} `));

/** Every figure and milestone that an office may state. */
export const stated: readonly StatedKpi[] = [
  ...figures.map(([id, unit, vi, en, formulaVi, formulaEn]): StatedKpi => {
    return {
      id,
      unit,
      over: "figures",
      input: "figures",
      title: { vi, en },
      definition: { vi: spoken(formulaVi, "trên"), en: spoken(formulaEn, "over") },
      formula: { vi: formulaVi, en: formulaEn },
      ...(mayBeNone.has(id) && { mayBeNone: true }),
      ...(mayExceed.has(id) && { mayExceed: true }),
    };
  }),
  ...milestones.map(([id, vi, en]): StatedKpi => {
    return {
      id,
      unit: "date",
      over: "figures",
      input: "figures",
      title: { vi, en },
      definition: { vi: "Ngày hoàn thành nhiệm vụ.", en: "The day on which the task was completed." },
      formula: {
        vi: "ngày hoàn thành do đơn vị báo cáo, so với ngày mà kế hoạch nêu (kể cả ngày đó)",
        en: "the day of completion that the office states, held against the plan's day (which is still in time)",
      },
      choices: [
        {
          vi: "Có tệp số liệu báo cáo mà không ghi nhiệm vụ: nếu ngày của kế hoạch trước thời điểm tính thì quá hạn, nếu chưa đến thì chưa xét.",
          en: "Where the figures file leaves it out: late when the plan's day lies before the as-of day; else not due.",
        },
        {
          vi: "Ngày hoàn thành đã báo cáo thì được xét, kể cả khi tệp hồ sơ kết thúc trước ngày đó; báo cáo sau ngày cuối của kỳ hoặc sau ngày tính đã chọn thì không xét mà nêu ngày.",
          en: "A day that is stated is judged, though the log ends before it; what is stated after the end of the period, or after an as-of day that was chosen, is not, and its day is named.",
        },
      ],
    };
  }),
];
