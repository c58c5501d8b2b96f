import type { Plan, Target } from "./plan.ts";

// The copy has lost most diacritics: the quotes are its words with them restored.

const connected = {
  kpi: "units-connected-share",
  atLeast: 100,
  clause: "I.1 dash 2",
  quote:
    "đảm bảo 100% các đơn vị hành chính của thành phố và 100% xã, phường, đặc khu vận hành thông suốt, hiệu quả trên các nền tảng số, kết nối liên thông, đồng bộ với Cổng Dịch vụ công quốc gia",
  section: "quantity",
} as const satisfies Partial<Target>;

const listWithoutNumber = {
  vi: "Kế hoạch nêu danh mục, không nêu tỷ lệ; được hiểu là 100% danh mục.",
  en: "The clause names a list and no number; read as all of it.",
};

const results =
  "Cung cấp dịch vụ công trực tuyến và đáp ứng yêu cầu cung cấp 100% kết quả điện tử và tái sử dụng thông tin, dữ liệu (Phụ lục V kèm theo Kế hoạch số 02-KH/BCĐTW)";

const plan: Plan = {
  id: "duong-kinh-68",
  title: {
    vi: "Kế hoạch số 68/KH-UBND ngày 06/10/2025 của UBND phường Dương Kinh, thành phố Hải Phòng",
    en: "Plan 68/KH-UBND Dương Kinh ward, Hải Phòng (6 Oct 2025)",
  },
  issuer: "Ủy ban nhân dân phường Dương Kinh",
  number: "68/KH-UBND",
  date: "2025-10-06",
  place: "Dương Kinh, Hải Phòng",
  replaces: "09/KH-UBND, 24/7/2025",
  sources: [
    "Kế hoạch số 250/KH-UBND ngày 23/9/2025 của Ủy ban nhân dân thành phố Hải Phòng",
    "Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025 của Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
  ],
  years: {
    "2025": [
      {
        ...connected,
        interpretation: {
          vi: "Câu này nêu hai đối tượng; ở đây là các đơn vị hành chính của thành phố.",
          en: "The sentence names two groups of units; here the administrative units of the city.",
        },
      },
      {
        ...connected,
        // The sentence names two groups of units: the second has a counter, so that each can be stated.
        clause: "I.1 dash 2(2)",
        interpretation: {
          vi: "Câu này nêu hai đối tượng; ở đây là các xã, phường, đặc khu.",
          en: "The sentence names two groups of units; here the communes, wards and special zones.",
        },
      },
      {
        kpi: "listed-services",
        atLeast: 25,
        list: "dvctt-25",
        deadline: "2025-12-31",
        clause: "III.8(1)",
        quote:
          "Duy trì và cung cấp thực chất, hiệu quả 25 dịch vụ công trực tuyến toàn trình đã tích hợp trên Cổng Dịch vụ công quốc gia phục vụ người dân, doanh nghiệp (Phụ lục II kèm theo Kế hoạch số 02-KH/BCĐTW)",
        section: "quantity",
      },
      {
        kpi: "full-online-share",
        atLeast: 100,
        list: "kh02-pl4",
        deadline: "2025-12-31",
        clause: "III.8(3)",
        quote:
          "Cung cấp dịch vụ công trực tuyến toàn trình đối với nhóm TTHC theo (Phụ lục IV kèm theo Kế hoạch số 02-KH/BCĐTW)",
        section: "quantity",
        interpretation: listWithoutNumber,
      },
      {
        kpi: "online-provision-share",
        atLeast: 100,
        list: "kh02-pl3",
        deadline: "2025-12-31",
        clause: "III.8(4)",
        quote:
          "Cung cấp dịch vụ công trực tuyến đối với TTHC có thành phần hồ sơ được thay thế bằng dữ liệu, cắt giảm giấy tờ và chi phí (Phụ lục III kèm theo Kế hoạch số 02-KH/BCĐTW)",
        section: "quantity",
        interpretation: listWithoutNumber,
      },
      {
        kpi: "electronic-result-share",
        atLeast: 100,
        deadline: "2025-12-31",
        clause: "III.8(2)",
        quote: results,
        section: "quality",
        interpretation: {
          vi: "Kế hoạch nói về các dịch vụ của Phụ lục V; tệp có tất cả hồ sơ.",
          en: "The clause speaks of the services of appendix V; a log has all cases.",
        },
      },
      {
        kpi: "data-reuse-share",
        atLeast: 100,
        deadline: "2025-12-31",
        clause: "III.8(2)",
        quote: results,
        section: "quality",
        interpretation: {
          vi: "“100%” đứng trước “kết quả điện tử”, được hiểu là cho cả tái sử dụng dữ liệu; kế hoạch nói về các dịch vụ của Phụ lục V, tệp có tất cả hồ sơ.",
          en: "The 100 % stands before “kết quả điện tử” and is read as meant for reuse too; the clause speaks of the services of appendix V, a log has all cases.",
        },
      },
      {
        kpi: "data-synchronised",
        by: "2025-12-19",
        clause: "III.3",
        quote:
          "Đồng bộ dữ liệu cơ sở dữ liệu (CSDL) quốc gia, CSDL chuyên ngành về CSDL tổng hợp quốc gia để cắt giảm TTHC … Thời gian hoàn thành: Trước ngày 20/12/2025",
        section: "tasks",
      },
      {
        kpi: "postal-provider-studied",
        by: "2025-12-31",
        clause: "III.4",
        quote:
          "Nghiên cứu giải pháp giao doanh nghiệp cung ứng dịch vụ bưu chính công ích triển khai, đảm nhận một hoặc một số dịch vụ công của cơ quan nhà nước … Thời gian hoàn thành: 31/12/2025",
        section: "tasks",
      },
      {
        kpi: "systems-connected",
        by: "2025-12-31",
        clause: "III.5",
        quote:
          "Kết nối, liên thông các hệ thống thông tin phục vụ hoạt động và chỉ đạo, điều hành … Thời gian hoàn thành: 31/12/2025",
        section: "tasks",
      },
      {
        kpi: "systems-upgraded",
        by: "2025-12-31",
        clause: "III.8",
        quote:
          "Tiếp tục thực hiện rà soát, đánh giá, nâng cấp hệ thống thông tin, cơ sở dữ liệu, kết nối, chia sẻ dữ liệu … Thời gian hoàn thành: 31/12/2025",
        section: "tasks",
      },
      {
        kpi: "skills-training-done",
        by: "2025-12-31",
        clause: "III.9",
        quote:
          "Tham gia các khóa đào tạo, tập huấn về kỹ năng số, kỹ năng vận hành hệ thống mới cho cán bộ, công chức, viên chức … Thời gian hoàn thành: 31/12/2025",
        section: "tasks",
      },
      {
        kpi: "all-tasks-done",
        by: "2025-12-31",
        clause: "III",
        quote: "NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM (triển khai đến ngày 31/12/2025)",
        section: "tasks",
      },
    ],
  },
  duties: [
    {
      clause: "V.2",
      quote:
        "Định kỳ hoặc đột xuất, tổng hợp, đánh giá kết quả thực hiện báo cáo Thường trực Đảng ủy phường, Ủy ban nhân dân phường",
    },
    {
      clause: "V.3",
      quote: "Hướng dẫn, đôn đốc, kiểm tra, tổng hợp kết quả và định kỳ báo cáo Ủy ban nhân dân phường",
    },
    {
      clause: "V.7",
      quote:
        "Thực hiện chế độ báo cáo chuyên đề định kỳ về kết quả thực hiện Kế hoạch, gửi đồng thời về Ủy ban nhân dân phường (phòng Văn hóa – Xã hội phường) để tổng hợp, theo dõi",
    },
  ],
};

export default plan;
