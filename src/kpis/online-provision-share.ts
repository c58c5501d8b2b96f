import { share } from "../measures/sums.ts";
import { defineCatalogueKpi } from "./kpi.ts";

export default defineCatalogueKpi(
  {
    id: "online-provision-share",
    unit: "percent",
    needs: ["eligible", "onPortal", "serviceLevel"],
    // What is not on the portal is not provided, whatever its level.
    mayBeBlank: ["serviceLevel"],
    without: (p) =>
      (p.eligible === "full" || p.eligible === "partial") && p.onPortal && p.serviceLevel === null
        ? "no-service-level"
        : null,
    title: { vi: "Tỷ lệ TTHC được cung cấp trực tuyến", en: "Procedures provided online" },
    definition: {
      vi: "Số TTHC cung cấp đúng mức độ trên tổng số TTHC đủ điều kiện toàn trình, một phần.",
      en: "Procedures on the portal at their level over those that qualify for full or partial online service.",
    },
    formula: {
      vi: "số TTHC có trên Cổng DVCQG với mức độ từ mức đủ điều kiện trở lên ÷ số TTHC đủ điều kiện toàn trình hoặc một phần",
      en: "procedures on the portal at the level they qualify for or above ÷ procedures eligible for full or partial",
    },
    regulation: {
      vi: "Nghị định 42/2022/NĐ-CP, Điều 11 khoản 1 phân biệt dịch vụ công trực tuyến toàn trình và một phần.",
      en: "Decree 42/2022/NĐ-CP, article 11(1) tells full from partial online services.",
    },
    choices: [
      {
        vi: "TTHC đủ điều kiện một phần mà cung cấp toàn trình được tính là đúng mức độ.",
        en: "A procedure that qualifies for partial and is provided in full counts as at its level.",
      },
    ],
    example: {
      rows: [
        { eligible: "full", onPortal: true, serviceLevel: "full" },
        { eligible: "full", onPortal: true, serviceLevel: "partial" },
        { eligible: "partial", onPortal: true, serviceLevel: "full" },
        { eligible: "partial", onPortal: false, serviceLevel: "partial" },
        { eligible: "none", onPortal: false, serviceLevel: "none" },
      ],
      gives: { kind: "ratio", numerator: 2, denominator: 4 },
    },
  },
  share({
    of: (p) => p.eligible === "full" || p.eligible === "partial",
    is: (p) => p.onPortal && (p.serviceLevel === "full" || p.serviceLevel === p.eligible),
  }),
);
