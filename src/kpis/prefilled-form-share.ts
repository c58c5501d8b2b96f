import { share } from "../measures/sums.ts";
import { isOnlineService } from "../records/procedure.ts";
import { defineCatalogueKpi } from "./kpi.ts";

export default defineCatalogueKpi(
  {
    id: "prefilled-form-share",
    unit: "percent",
    needs: ["onPortal", "serviceLevel", "interactiveForm", "prefilled"],
    // What is not on the portal is no online service, whatever its level.
    mayBeBlank: ["serviceLevel"],
    without: (p) => (p.onPortal && p.serviceLevel === null ? "no-service-level" : null),
    title: { vi: "Tỷ lệ DVCTT có biểu mẫu tự động điền dữ liệu", en: "Online services with prefilled forms" },
    definition: {
      vi: "Số DVCTT có biểu mẫu điện tử tương tác, tự động điền dữ liệu trên tổng số DVCTT.",
      en: "Online services with an interactive form and prefilled data over online services.",
    },
    formula: {
      vi: "số DVCTT vừa có biểu mẫu điện tử tương tác vừa tự động điền dữ liệu ÷ số DVCTT (có trên Cổng DVCQG, toàn trình hoặc một phần)",
      en: "online services with both an interactive form and prefilled data ÷ online services (on the portal, full or partial)",
    },
    choices: [
      {
        vi: "Kế hoạch không nêu tỷ lệ; “có biểu mẫu” được hiểu là mọi DVCTT đều phải có, tức 100%.",
        en: "The plans give no share; “có biểu mẫu” is read as every online service must have one, so 100 %.",
      },
    ],
    example: {
      rows: [
        { onPortal: true, serviceLevel: "full", interactiveForm: true, prefilled: true },
        { onPortal: true, serviceLevel: "partial", interactiveForm: true, prefilled: false },
        { onPortal: false, serviceLevel: "full", interactiveForm: true, prefilled: true },
      ],
      gives: { kind: "ratio", numerator: 1, denominator: 2 },
    },
  },
  share({ of: (p) => isOnlineService(p), is: (p) => p.interactiveForm && p.prefilled }),
);
