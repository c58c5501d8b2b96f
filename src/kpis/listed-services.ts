import { count } from "../measures/sums.ts";
import { defineCatalogueKpi } from "./kpi.ts";

export default defineCatalogueKpi(
  {
    id: "listed-services",
    unit: "count",
    needs: ["lists", "onPortal", "serviceLevel"],
    selects: "list",
    // What is not on the portal is no online service, whatever its level.
    mayBeBlank: ["serviceLevel"],
    without: (p) => (p.onPortal && p.serviceLevel === null ? "no-service-level" : null),
    title: { vi: "Số DVC toàn trình thuộc danh mục duy trì", en: "Listed services provided in full" },
    definition: {
      vi: "Số dịch vụ thuộc danh mục đang cung cấp toàn trình trên Cổng DVCQG.",
      en: "Services of the list that are on the portal in full.",
    },
    formula: {
      vi: "số TTHC có ký hiệu của danh mục trong cột Danh mục, có trên Cổng DVCQG và mức độ toàn trình",
      en: "procedures whose lists carry the target's tag, that are on the portal and full",
    },
    choices: [
      {
        vi: "Danh mục không có TTHC nào mang ký hiệu thì chưa có số liệu, không phải là 0.",
        en: "When no procedure of the catalogue carries the tag there is no data: that is not 0.",
      },
    ],
    example: {
      rows: [
        { lists: ["dvctt-25"], onPortal: true, serviceLevel: "full" },
        { lists: ["dvctt-25"], onPortal: true, serviceLevel: "partial" },
        { lists: ["dvctt-25", "nhom-82"], onPortal: false, serviceLevel: "full" },
      ],
      gives: { kind: "count", count: 1, of: 3 },
    },
  },
  count({ is: (p) => p.onPortal && p.serviceLevel === "full" }),
);
