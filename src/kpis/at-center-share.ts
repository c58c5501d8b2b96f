import { share } from "../measures/sums.ts";
import { defineCatalogueKpi } from "./kpi.ts";

export default defineCatalogueKpi(
  {
    id: "at-center-share",
    unit: "percent",
    needs: ["atCenter", "centerExempt"],
    title: { vi: "Tỷ lệ TTHC thực hiện tại Trung tâm PVHCC", en: "Procedures handled at the centre" },
    definition: {
      vi: "Số TTHC thực hiện tại Trung tâm trên tổng số TTHC, trừ trường hợp loại trừ.",
      en: "Procedures handled at the public administration service centre over all but the exempt ones.",
    },
    formula: {
      vi: "số TTHC thực hiện tại Trung tâm ÷ số TTHC không thuộc diện loại trừ",
      en: "procedures handled at the centre ÷ procedures that are not exempt",
    },
    regulation: {
      vi: "Nghị định 118/2025/NĐ-CP, Điều 14 khoản 3 nêu các thủ tục không phải thực hiện tại Bộ phận Một cửa; đơn vị đánh dấu các thủ tục đó trong danh mục.",
      en: "Decree 118/2025/NĐ-CP, article 14(3) names the procedures that need not be handled at the one-stop desk; the office marks them in the catalogue.",
    },
    choices: [
      {
        vi: "TTHC thuộc diện loại trừ không tính ở cả tử số và mẫu số, kể cả khi vẫn thực hiện tại Trung tâm.",
        en: "An exempt procedure is in neither number, though it be handled at the centre.",
      },
    ],
    example: {
      rows: [
        { atCenter: true, centerExempt: false },
        { atCenter: false, centerExempt: false },
        { atCenter: true, centerExempt: true },
      ],
      gives: { kind: "ratio", numerator: 1, denominator: 2 },
    },
  },
  share({ of: (p) => !p.centerExempt, is: (p) => p.atCenter }),
);
