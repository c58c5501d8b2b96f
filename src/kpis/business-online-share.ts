import { share } from "../measures/sums.ts";
import { isOnlineService } from "../records/procedure.ts";
import { defineCatalogueKpi } from "./kpi.ts";

export default defineCatalogueKpi(
  {
    id: "business-online-share",
    unit: "percent",
    needs: ["business", "onPortal", "serviceLevel"],
    // What is not on the portal is not provided, whatever its level.
    mayBeBlank: ["serviceLevel"],
    without: (p) => (p.business && p.onPortal && p.serviceLevel === null ? "no-service-level" : null),
    title: { vi: "Tỷ lệ TTHC doanh nghiệp thực hiện trực tuyến", en: "Business procedures online" },
    definition: {
      vi: "Số TTHC liên quan đến doanh nghiệp thực hiện trực tuyến trên tổng số TTHC cùng loại.",
      en: "Procedures of businesses that are online over all procedures of businesses.",
    },
    formula: {
      vi: "số TTHC liên quan đến doanh nghiệp có trên Cổng DVCQG, toàn trình hoặc một phần ÷ số TTHC liên quan đến doanh nghiệp",
      en: "procedures of businesses on the portal, full or partial ÷ procedures of businesses",
    },
    example: {
      rows: [
        { business: true, onPortal: true, serviceLevel: "partial" },
        { business: true, onPortal: false, serviceLevel: "full" },
        { business: false, onPortal: true, serviceLevel: "full" },
      ],
      gives: { kind: "ratio", numerator: 1, denominator: 2 },
    },
  },
  share({ of: (p) => p.business, is: (p) => isOnlineService(p) }),
);
