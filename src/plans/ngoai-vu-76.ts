import type { Plan } from "./plan.ts";

// The copy has lost most diacritics: the quotes are its words with them restored.

const shares =
  "Đạt tỷ lệ tối thiểu: 60% hồ sơ tiếp nhận trực tuyến trên tổng số hồ sơ tiếp nhận, giải quyết thủ tục hành chính; 80% hồ sơ thủ tục hành chính được xử lý trực tuyến";
const digitised =
  "Đạt tỷ lệ 100% số hóa hồ sơ, kết quả giải quyết thủ tục hành chính; 100% cấp kết quả giải quyết thủ tục hành chính điện tử";

const plan: Plan = {
  id: "ngoai-vu-76",
  title: {
    vi: "Kế hoạch số 76/KH-NV ngày 10/7/2025 của Sở Ngoại vụ thành phố Hải Phòng (6 tháng cuối năm 2025)",
    en: "Plan 76/KH-NV of the Department of Foreign Affairs, Hải Phòng (10 Jul 2025, second half of 2025)",
  },
  issuer: "Sở Ngoại vụ thành phố Hải Phòng",
  number: "76/KH-NV",
  date: "2025-07-10",
  place: "Hải Phòng",
  sources: [
    "Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ",
    "Quyết định số 2821/QĐ-UBND ngày 10/7/2025 của Ủy ban nhân dân thành phố Hải Phòng",
  ],
  years: {
    "2025": [
      {
        kpi: "at-center-share",
        atLeast: 100,
        clause: "II.a",
        also: ["I.2 dash 2", "III.1"],
        quote:
          "Đảm bảo tỷ lệ 100% thủ tục hành chính được đưa ra thực hiện tại Trung tâm Phục vụ hành chính công (trừ thủ tục hành chính được quy định tại khoản 3 Điều 14 Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ)",
        section: "quantity",
      },
      {
        kpi: "full-online-share",
        atLeast: 100,
        clause: "II.c",
        also: ["I.2 dash 2", "III.3"],
        quote:
          "Đạt tỷ lệ 100% thủ tục hành chính đủ điều kiện cung cấp dịch vụ công trực tuyến toàn trình được cung cấp trên Cổng Dịch vụ công quốc gia",
        section: "quantity",
      },
      {
        kpi: "business-online-share",
        atLeast: 100,
        clause: "II.c",
        quote: "100% thủ tục hành chính liên quan đến doanh nghiệp được thực hiện trực tuyến, thông suốt, liền mạch",
        section: "quantity",
      },
      {
        kpi: "boundary-free-share",
        atLeast: 100,
        clause: "II.e",
        quote:
          "Đạt tỷ lệ 100% thủ tục hành chính được thực hiện không phụ thuộc vào địa giới hành chính trong phạm vi thành phố",
        section: "quantity",
      },
      {
        kpi: "satisfaction",
        atLeast: 95,
        clause: "II.b",
        also: ["III.2"],
        quote: "Đạt tỷ lệ tối thiểu 95% mức độ hài lòng của người dân, doanh nghiệp về giải quyết thủ tục hành chính",
        section: "quality",
      },
      {
        kpi: "satisfaction",
        atLeast: 90,
        each: "field",
        clause: "III.2",
        quote: "Đạt tối thiểu 95% mức độ hài lòng; tối thiểu 90% với các lĩnh vực trọng tâm",
        section: "quality",
        interpretation: {
          vi: "Kế hoạch không nêu tên các lĩnh vực trọng tâm; đơn vị ghi rõ bằng --groups.",
          en: "The plan does not name the priority fields; the office names them by --groups.",
        },
      },
      {
        kpi: "online-receipt-share",
        atLeast: 60,
        clause: "II.d",
        quote: shares,
        section: "quality",
      },
      {
        kpi: "online-processing-share",
        atLeast: 80,
        clause: "II.d",
        quote: shares,
        section: "quality",
      },
      {
        kpi: "online-payment-share",
        atLeast: 60,
        clause: "II.đ",
        quote:
          "Đạt tỷ lệ tối thiểu 60% hồ sơ được thanh toán trực tuyến trên Cổng Dịch vụ công quốc gia trên tổng số giao dịch thanh toán của dịch vụ công",
        section: "quality",
        interpretation: {
          vi: "Kế hoạch so hồ sơ với giao dịch; ở đây tính theo hồ sơ. “Trực tuyến” trong tệp có thể là kênh khác Cổng Dịch vụ công quốc gia.",
          en: "The clause holds cases against transactions; cases are counted. A log's “trực tuyến” may be another channel than the portal.",
        },
      },
      {
        kpi: "on-system-share",
        atLeast: 100,
        clause: "II.g",
        quote:
          "Đạt tỷ lệ 100% hồ sơ giải quyết thủ tục hành chính của các cơ quan, đơn vị, địa phương được cập nhật, xử lý trên Hệ thống thông tin giải quyết thủ tục hành chính của thành phố hoặc trên Hệ thống do Bộ, ngành Trung ương quản lý",
        section: "quality",
      },
      {
        kpi: "portal-sync-share",
        atLeast: 100,
        clause: "II.h",
        quote:
          "Đạt tỷ lệ 100% hồ sơ giải quyết thủ tục hành chính của các cơ quan, đơn vị, địa phương được đồng bộ đầy đủ trên Cổng Dịch vụ công quốc gia",
        section: "quality",
      },
      {
        kpi: "record-digitisation-share",
        atLeast: 100,
        clause: "II.i",
        also: ["III.6"],
        quote: digitised,
        section: "quality",
      },
      {
        kpi: "result-digitisation-share",
        atLeast: 100,
        clause: "II.i",
        also: ["III.6"],
        quote: digitised,
        section: "quality",
      },
      {
        kpi: "electronic-result-share",
        atLeast: 100,
        clause: "II.i",
        also: ["III.6"],
        quote: digitised,
        section: "quality",
      },
      {
        kpi: "data-reuse-share",
        atLeast: 50,
        clause: "II.k",
        quote:
          "Đạt tỷ lệ tối thiểu 50% dữ liệu thông tin thủ tục hành chính được khai thác, tái sử dụng lại thông tin, dữ liệu đã được số hóa và kết nối, chia sẻ, đồng bộ dữ liệu giữa các hệ thống thông tin",
        section: "quality",
      },
      {
        kpi: "end-to-end-online-share",
        atLeast: 80,
        clause: "II.l",
        quote:
          "Tối thiểu 80% hồ sơ thủ tục hành chính được xử lý hoàn toàn trực tuyến, người dân chỉ phải nhập dữ liệu một lần",
        section: "quality",
        interpretation: {
          vi: "Việc người dân chỉ phải nhập dữ liệu một lần không thể hiện trong tệp hồ sơ nên không tính.",
          en: "That data are entered only once (“một lần”) is not in a log and is not measured.",
        },
      },
      {
        kpi: "petition-resolution-share",
        atLeast: 100,
        clause: "II.m",
        also: ["III.8"],
        quote: "100% phản ánh, kiến nghị của người dân, doanh nghiệp được xử lý theo quy định",
        section: "quality",
        interpretation: {
          vi: "“Theo quy định” được hiểu là trả lời đúng hạn.",
          en: "“Theo quy định” (as regulation has it) is read as answered in time.",
        },
      },
      {
        kpi: "same-day-transfer-share",
        atLeast: 100,
        clause: "III.1 dash 3",
        quote: "Phấn đấu thực hiện chuyển hồ sơ về bộ phận chuyên môn thụ lý ngay trong ngày",
        section: "tasks",
        aspirational: true,
        interpretation: {
          vi: "Kế hoạch không nêu tỷ lệ; được hiểu là 100% hồ sơ.",
          en: "The clause gives no share; read as every case.",
        },
      },
      {
        kpi: "full-online-share",
        atLeast: 100,
        clause: "III.3",
        quote: "Phối hợp với Bộ Ngoại giao phấn đấu đưa 100% TTHC tại địa phương đủ điều kiện cung cấp DVC toàn trình",
        section: "tasks",
        aspirational: true,
      },
      {
        kpi: "portal-workflows-integrated",
        by: "2025-07-19",
        clause: "III.3",
        quote:
          "chuẩn hóa quy trình nội bộ giải quyết TTHC bảo đảm tích hợp lên Cổng dịch vụ công quốc gia (Cổng DVCQG) trước ngày 20/7/2025",
        section: "tasks",
      },
    ],
  },
  duties: [
    {
      clause: "III.9(2)",
      quote: "Báo cáo tuần vào 16 giờ 30 ngày thứ Năm hàng tuần về Văn phòng Ủy ban nhân dân thành phố",
    },
    {
      clause: "III.9(2)",
      quote:
        "Báo cáo kết quả thực hiện hàng tháng, hàng quý và năm trong Báo cáo công tác kiểm soát TTHC (hàng quý, năm), Báo cáo cải cách TTHC (hàng tháng, quý, năm); và báo cáo trên hệ thống báo cáo của chính phủ (hàng quý, năm) trước ngày 15 hàng tháng",
    },
    {
      clause: "III.9(2)",
      quote:
        "Báo cáo kết quả thực hiện kết quả tiếp nhận và giải quyết TTHC hàng ngày (theo yêu cầu của Văn phòng Ủy ban nhân dân thành phố)",
    },
  ],
};

export default plan;
