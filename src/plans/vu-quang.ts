import type { Plan, Target } from "./plan.ts";

// The copy has lost most diacritics: the quotes are its words with them restored.

const prefilledForms = {
  kpi: "prefilled-form-share",
  atLeast: 100,
  section: "quality",
  interpretation: {
    vi: "Kế hoạch không nêu tỷ lệ: “có biểu mẫu” được hiểu là mọi dịch vụ công trực tuyến đều phải có (100%).",
    en: "The plan gives no share: “có biểu mẫu” is read as every online service must have one (100 %).",
  },
} as const satisfies Partial<Target>;

const handledOnline = {
  kpi: "online-handling-share",
  population: { levels: ["commune"] },
  section: "quantity",
  interpretation: {
    vi: "Kế hoạch không ghi “tối thiểu”; được hiểu là mức phải đạt trở lên.",
    en: "The clause does not say “tối thiểu”; it is read as at least.",
  },
} as const satisfies Partial<Target>;

const digitised = "số hóa 100% hồ sơ TTHC mới và cũ còn hiệu lực, tích hợp lên Cổng Dịch vụ công quốc gia";

const plan: Plan = {
  id: "vu-quang",
  title: {
    vi: "Kế hoạch nâng cao chất lượng cung cấp DVC trực tuyến toàn trình của UBND xã Vũ Quang",
    en: "Plan of Vũ Quang commune",
  },
  issuer: "Ủy ban nhân dân xã Vũ Quang",
  place: "Vũ Quang",
  sources: [
    "Quyết định số 1565/QĐ-TTg ngày 18/7/2025 của Thủ tướng Chính phủ",
    "Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ",
  ],
  years: {
    "2025": [
      {
        kpi: "full-online-share",
        atLeast: 100,
        population: { levels: ["commune"] },
        clause: "II.2.a",
        quote: "100% TTHC đủ điều kiện tại cấp xã được cung cấp trực tuyến mức độ toàn trình",
        section: "quantity",
      },
      {
        ...handledOnline,
        atLeast: 70,
        clause: "II.2.a",
        quote: "70% hồ sơ TTHC tại cấp xã được tiếp nhận và xử lý trực tuyến",
      },
      {
        ...prefilledForms,
        clause: "II.2.a",
        quote:
          "Có biểu mẫu điện tử tương tác và tự động điền dữ liệu khi đã có sẵn trong các cơ sở dữ liệu quốc gia, cơ sở dữ liệu của bộ, ngành, cơ sở dữ liệu của địa phương vào biểu mẫu điện tử",
      },
      {
        kpi: "submission-time",
        below: 8,
        clause: "II.2.a",
        quote:
          "Thời gian trung bình tính từ lúc đăng nhập cho đến khi người dân, doanh nghiệp nộp hồ sơ trực tuyến thành công đối với các dịch vụ công trực tuyến là dưới 08 phút",
        section: "quality",
      },
      {
        kpi: "processing-time-reduction",
        atLeast: 20,
        clause: "II.2.a",
        quote:
          "Thời gian trung bình tính từ khi công chức, viên chức tiếp nhận, xử lý hồ sơ cho đến khi trả kết quả cho người dân, doanh nghiệp trong trường hợp nộp trực tuyến giảm tối thiểu 20% so với hình thức nộp trực tiếp",
        section: "quality",
      },
      {
        kpi: "satisfaction-online",
        atLeast: 90,
        clause: "II.2.a",
        quote: "Tỷ lệ người dân, doanh nghiệp đánh giá hài lòng khi sử dụng dịch vụ công trực tuyến đạt tối thiểu 90%",
        section: "quality",
      },
      {
        kpi: "quality-criteria-met",
        atLeast: 4,
        clause: "II.2.a",
        quote: "đạt tối thiểu 04 nhóm tiêu chí chính",
        section: "quality",
      },
      {
        kpi: "satisfaction-online",
        above: 90,
        clause: "IV.2",
        quote: "đảm bảo tỷ lệ hài lòng đạt > 90% trong năm 2025",
        section: "quality",
        interpretation: {
          vi: "Mục II.2.a ghi “tối thiểu 90%”, mục này ghi “> 90%”: xét cả hai. Dấu “>” có thể do đọc nhầm “≥”, và nguồn số liệu của mục này là khảo sát.",
          en: "II.2.a says “tối thiểu 90%” and this clause “> 90%”: both stand. The “>” may be a misread “≥”, and the clause speaks of a survey.",
        },
      },
      {
        kpi: "portal-handling-share",
        atLeast: 100,
        population: { levels: ["commune"] },
        clause: "IV.4",
        quote:
          "tiếp nhận và xử lý 100% hồ sơ thủ tục hành chính (TTHC) cấp xã đủ điều kiện trên Cổng Dịch vụ công quốc gia",
        section: "quality",
      },
      {
        kpi: "record-digitisation-share",
        atLeast: 100,
        clause: "IV.4",
        quote: digitised,
        section: "quality",
      },
      {
        kpi: "portal-sync-share",
        atLeast: 100,
        clause: "IV.4",
        quote: digitised,
        section: "quality",
        interpretation: {
          vi: "“Tích hợp lên Cổng Dịch vụ công quốc gia” được hiểu là hồ sơ được đồng bộ đầy đủ.",
          en: "“Tích hợp lên Cổng” (integrated into the portal) is read as fully synchronised.",
        },
      },
      {
        kpi: "valid-results-digitised-share",
        atLeast: 100,
        clause: "IV.4",
        quote: digitised,
        section: "tasks",
        interpretation: {
          vi: "Kế hoạch tính hồ sơ cũ còn hiệu lực; số liệu do đơn vị báo cáo tính kết quả còn hiệu lực.",
          en: "The clause counts old records still in force; the stated figure is of results still in force.",
        },
      },
      {
        kpi: "households-guided-share",
        atLeast: 80,
        clause: "IV.1",
        quote: "ít nhất 80% hộ dân được hướng dẫn sử dụng dịch vụ",
        section: "tasks",
      },
      {
        kpi: "full-online-share",
        atLeast: 100,
        each: "field",
        clause: "IV.1",
        quote:
          "rà soát các TTHC thuộc lĩnh vực văn hóa, xã hội như: đăng ký khai sinh, khai tử, cấp giấy xác nhận tình trạng hôn nhân, trợ cấp xã hội, v.v. để đảm bảo 100% TTHC đủ điều kiện được cung cấp trực tuyến toàn trình",
        section: "tasks",
        interpretation: {
          vi: "Kế hoạch chỉ nêu ví dụ, không nêu tên các lĩnh vực và không nêu thời hạn; đơn vị ghi rõ các lĩnh vực bằng --groups.",
          en: "The clause names the fields only by example, and no date; the office names them by --groups.",
        },
      },
      {
        kpi: "full-online-share",
        atLeast: 100,
        each: "field",
        deadline: "2025-12-30",
        clause: "IV.3",
        quote:
          "rà soát, đánh giá các TTHC thuộc lĩnh vực kinh tế (ví dụ: đăng ký kinh doanh hộ cá thể, cấp phép hoạt động kinh doanh, hỗ trợ phát triển nông nghiệp, v.v.) nhằm đảm bảo 100% TTHC đủ điều kiện được cung cấp trực tuyến toàn trình trước ngày 31/12/2025",
        section: "tasks",
        interpretation: {
          vi: "Kế hoạch chỉ nêu ví dụ, không nêu tên các lĩnh vực; đơn vị ghi rõ các lĩnh vực bằng --groups.",
          en: "The clause names the fields only by example; the office names them by --groups.",
        },
      },
      {
        kpi: "households-informed-share",
        atLeast: 60,
        clause: "IV.6",
        quote: "ít nhất 60% hộ dân trên địa bàn được tiếp cận thông tin về Cổng Dịch vụ công quốc gia",
        section: "tasks",
      },
    ],
    "2026": [
      {
        kpi: "online-provision-share",
        atLeast: 100,
        clause: "II.2.b",
        quote:
          "Tiếp tục duy trì cung cấp dịch vụ công trực tuyến trên Cổng Dịch vụ công quốc gia đối với toàn bộ thủ tục hành chính đủ điều kiện cung cấp dịch vụ công trực tuyến toàn trình, một phần",
        section: "quantity",
      },
      {
        ...handledOnline,
        atLeast: 75,
        clause: "II.2.b",
        quote: "75% hồ sơ TTHC tại cấp xã được tiếp nhận và xử lý trực tuyến",
      },
      {
        ...prefilledForms,
        clause: "II.2.b",
        quote:
          "Có biểu mẫu điện tử tương tác và tự động điền dữ liệu có sẵn trong các cơ sở dữ liệu quốc gia, cơ sở dữ liệu của bộ, ngành, cơ sở dữ liệu của địa phương vào biểu mẫu điện tử",
      },
      {
        kpi: "submission-time",
        below: 5,
        clause: "II.2.b",
        quote:
          "Thời gian trung bình tính từ lúc đăng nhập cho đến khi người dân, doanh nghiệp nộp hồ sơ trực tuyến thành công đối với các dịch vụ công trực tuyến là dưới 05 phút",
        section: "quality",
      },
      {
        kpi: "processing-time-reduction",
        atLeast: 30,
        clause: "II.2.b",
        quote:
          "Thời gian trung bình tính từ khi công chức, viên chức tiếp nhận, xử lý hồ sơ cho đến khi trả kết quả cho người dân, doanh nghiệp trong trường hợp nộp trực tuyến giảm tối thiểu 30% so với hình thức nộp trực tiếp",
        section: "quality",
      },
      {
        kpi: "satisfaction-online",
        atLeast: 95,
        clause: "II.2.b",
        quote: "Tỷ lệ người dân, doanh nghiệp đánh giá hài lòng khi sử dụng dịch vụ công trực tuyến đạt tối thiểu 95%",
        section: "quality",
      },
      {
        kpi: "quality-criteria-met",
        atLeast: 4,
        clause: "II.2.b",
        quote: "đạt tối thiểu 04 nhóm tiêu chí chính",
        section: "quality",
      },
      {
        kpi: "staff-trained-share",
        atLeast: 100,
        clause: "II.2.b",
        quote: "100% cán bộ, công chức xã được tập huấn sử dụng, hỗ trợ người dân thực hiện dịch vụ số",
        section: "tasks",
      },
      {
        kpi: "interaction-channels",
        atLeast: 1,
        clause: "II.2.b",
        quote:
          "Tổ chức ít nhất 01 kênh tương tác điện tử giữa chính quyền xã và người dân (Zalo, app nội bộ, QR phản ánh…)",
        section: "tasks",
      },
    ],
  },
  duties: [
    {
      clause: "IV.4",
      quote:
        "Thu thập, tổng hợp thông tin từ các đơn vị liên quan để lập báo cáo định kỳ (hàng tháng/quý) và đột xuất về tiến độ thực hiện Kế hoạch, trình Chủ tịch UBND xã và báo cáo tỉnh theo quy định",
    },
  ],
};

export default plan;
