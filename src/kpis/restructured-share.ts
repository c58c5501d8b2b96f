import { share } from "../measures/sums.ts";
import { defineCatalogueKpi } from "./kpi.ts";

export default defineCatalogueKpi(
  {
    id: "restructured-share",
    unit: "percent",
    needs: ["restructured"],
    title: { vi: "Tỷ lệ TTHC đã tái cấu trúc quy trình", en: "Procedures restructured" },
    definition: {
      vi: "Số TTHC đã tái cấu trúc trên tổng số TTHC.",
      en: "Restructured procedures over procedures.",
    },
    formula: {
      vi: "số TTHC đã tái cấu trúc quy trình ÷ số TTHC thuộc cấp mà chỉ tiêu nêu",
      en: "restructured procedures ÷ procedures of the levels that the target names",
    },
    regulation: {
      vi: "Thông tư 01/2023/TT-VPCP, Điều 3 khoản 3: tái cấu trúc là rà soát, đánh giá, thiết kế lại quy trình từ tiếp nhận, giải quyết đến trả kết quả để thực hiện trên môi trường điện tử.",
      en: "Circular 01/2023/TT-VPCP, article 3(3): to restructure is to review and redesign a procedure from receipt to result so that it can be carried out electronically.",
    },
    example: {
      rows: [{ restructured: true }, { restructured: true }, { restructured: false }],
      gives: { kind: "ratio", numerator: 2, denominator: 3 },
    },
  },
  share({ is: (p) => p.restructured }),
);
