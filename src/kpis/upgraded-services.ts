import { count } from "../measures/sums.ts";
import { defineCatalogueKpi } from "./kpi.ts";

export default defineCatalogueKpi(
  {
    id: "upgraded-services",
    unit: "count",
    needs: ["procedureCode", "onPortal", "serviceLevel"],
    // A blank level is not full.
    mayBeBlank: ["serviceLevel"],
    selects: "codes",
    title: { vi: "Số TTHC được nâng lên toàn trình", en: "Procedures upgraded to full" },
    definition: {
      vi: "Số TTHC thuộc danh mục đã chuyển sang toàn trình.",
      en: "Procedures of the target's list that are full online services.",
    },
    formula: {
      vi: "số TTHC trong các mã mà chỉ tiêu nêu có mức độ toàn trình và có trên Cổng Dịch vụ công quốc gia",
      en: "procedures among the codes that the target names whose level is full and that are on the national portal",
    },
    choices: [
      {
        vi: "Mã không có trong danh mục TTHC thì chưa được tính là đã nâng lên toàn trình; không có mã nào thì chưa có số liệu.",
        en: "A code that the catalogue does not hold does not count as upgraded; when it holds none of them there is no data.",
      },
    ],
    example: {
      rows: [
        { procedureCode: "1.000028", onPortal: true, serviceLevel: "full" },
        { procedureCode: "1.004616", onPortal: true, serviceLevel: "partial" },
      ],
      gives: { kind: "count", count: 1, of: 2 },
    },
  },
  count({ is: (p) => p.onPortal && p.serviceLevel === "full" }),
);
