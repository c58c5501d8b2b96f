import { combine, groupBy } from "../measures/combinators.ts";
import { share } from "../measures/sums.ts";
import { defineCatalogueKpi } from "./kpi.ts";

export default defineCatalogueKpi(
  {
    id: "full-online-groups",
    unit: "count",
    needs: ["lists", "group", "onPortal", "serviceLevel"],
    // A blank level is not full: left out, it would make its group look complete.
    mayBeBlank: ["serviceLevel"],
    selects: "list",
    title: { vi: "Số nhóm TTHC cung cấp DVC toàn trình", en: "Procedure groups provided in full" },
    definition: {
      vi: "Số nhóm có tất cả TTHC cung cấp toàn trình.",
      en: "Groups all of whose services are provided in full.",
    },
    formula: {
      vi: "số nhóm (cột Nhóm TTHC, trong các TTHC có ký hiệu của danh mục) mà mọi TTHC đều toàn trình",
      en: "groups (of the procedures whose lists carry the target's tag) of which every procedure is full",
    },
    choices: [
      {
        vi: "TTHC không ghi mức độ được coi là chưa toàn trình.",
        en: "A procedure whose service level is blank is taken as not full.",
      },
    ],
    example: {
      rows: [
        { lists: ["nhom-82"], group: "Hộ tịch", onPortal: true, serviceLevel: "full" },
        { lists: ["nhom-82"], group: "Hộ tịch", onPortal: true, serviceLevel: "full" },
        { lists: ["nhom-82"], group: "Đất đai", onPortal: true, serviceLevel: "full" },
        { lists: ["nhom-82"], group: "Đất đai", onPortal: true, serviceLevel: "partial" },
      ],
      gives: { kind: "count", count: 1, of: 2 },
    },
  },
  combine(
    {
      groups: groupBy(
        (p) => p.group?.toLowerCase() ?? null,
        share({ is: (p) => p.onPortal && p.serviceLevel === "full" }),
      ),
    },
    ({ groups }) => ({
      kind: "count",
      count: groups.filter(([, { numerator, denominator }]) => numerator === denominator).length,
      of: groups.length,
    }),
  ),
);
