import { count } from "../measures/sums.ts";
import { isOnlineService } from "../records/procedure.ts";
import { defineCatalogueKpi } from "./kpi.ts";

export default defineCatalogueKpi(
  {
    id: "online-services",
    unit: "count",
    needs: ["onPortal", "serviceLevel", "excluded"],
    // What is not on the portal is no online service, whatever its level.
    mayBeBlank: ["serviceLevel"],
    without: (p) => (p.onPortal && p.serviceLevel === null ? "no-service-level" : null),
    title: { vi: "Số DVC trực tuyến được cung cấp", en: "Online services provided" },
    definition: {
      vi: "Số DVCTT trên Cổng DVCQG, trừ trường hợp không áp dụng.",
      en: "Services on the portal, full or partial, but for those that the plan excludes.",
    },
    formula: {
      vi: "số TTHC có trên Cổng DVCQG, toàn trình hoặc một phần, không thuộc diện không áp dụng",
      en: "procedures on the portal, full or partial, that are not marked as excluded",
    },
    choices: [
      {
        vi: "Thủ tục có tần suất thấp, ít đối tượng tuân thủ hoặc thuộc lĩnh vực đặc thù do đơn vị đánh dấu trong cột Không áp dụng.",
        en: "Procedures of low frequency, few obliged subjects or special fields are those that the office marks as excluded.",
      },
    ],
    example: {
      rows: [
        { onPortal: true, serviceLevel: "full", excluded: false },
        { onPortal: true, serviceLevel: "partial", excluded: false },
        { onPortal: true, serviceLevel: "full", excluded: true },
        { onPortal: true, serviceLevel: "none", excluded: false },
      ],
      gives: { kind: "count", count: 2, of: 4 },
    },
  },
  count({ is: (p) => isOnlineService(p) && !p.excluded }),
);
