import { share } from "../measures/sums.ts";
import { defineCatalogueKpi } from "./kpi.ts";

export default defineCatalogueKpi(
  {
    id: "boundary-free-share",
    unit: "percent",
    needs: ["boundaryFree"],
    title: { vi: "Tỷ lệ TTHC không phụ thuộc địa giới", en: "Procedures free of boundaries" },
    definition: {
      vi: "Số TTHC không phụ thuộc địa giới hành chính trên tổng số TTHC.",
      en: "Procedures that can be handled wherever one lives in the province over all procedures.",
    },
    formula: {
      vi: "số TTHC thực hiện không phụ thuộc vào địa giới hành chính ÷ số TTHC",
      en: "procedures that do not depend on administrative boundaries ÷ procedures",
    },
    regulation: {
      vi: "Nghị định 118/2025/NĐ-CP: cho phép nộp hồ sơ và nhận kết quả trực tuyến, qua bưu chính công ích hoặc trực tiếp tại bất kỳ bộ phận một cửa nào, không phân biệt địa giới hành chính.",
      en: "Decree 118/2025/NĐ-CP: files are handed in and results fetched online, by post, or at any one-stop desk, wherever one lives.",
    },
    example: {
      rows: [{ boundaryFree: true }, { boundaryFree: true }, { boundaryFree: true }, { boundaryFree: false }],
      gives: { kind: "ratio", numerator: 3, denominator: 4 },
    },
  },
  share({ is: (p) => p.boundaryFree }),
);
