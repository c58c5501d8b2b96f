import { share } from "../measures/sums.ts";
import { defineCatalogueKpi } from "./kpi.ts";

export default defineCatalogueKpi(
  {
    id: "full-online-share",
    unit: "percent",
    needs: ["eligible", "onPortal", "serviceLevel"],
    // What is not on the portal is not provided, whatever its level.
    mayBeBlank: ["serviceLevel"],
    without: (p) => (p.eligible === "full" && p.onPortal && p.serviceLevel === null ? "no-service-level" : null),
    title: { vi: "Tỷ lệ TTHC được cung cấp toàn trình", en: "Procedures provided in full online" },
    definition: {
      vi: "Số TTHC cung cấp toàn trình trên tổng số TTHC đủ điều kiện.",
      en: "Procedures on the portal in full over those that qualify for it.",
    },
    formula: {
      vi: "số TTHC có trên Cổng DVCQG ở mức toàn trình ÷ số TTHC đủ điều kiện toàn trình (thuộc cấp, lĩnh vực, danh mục mà chỉ tiêu nêu)",
      en: "procedures on the portal and full ÷ procedures eligible for full (of the levels, fields and list that the target names)",
    },
    regulation: {
      vi: "Nghị định 42/2022/NĐ-CP, Điều 11 khoản 1: dịch vụ công trực tuyến toàn trình bảo đảm cung cấp toàn bộ thông tin, việc thực hiện và giải quyết đều trên môi trường mạng, trả kết quả trực tuyến hoặc qua bưu chính công ích; không bảo đảm các điều kiện đó là một phần.",
      en: "Decree 42/2022/NĐ-CP, article 11(1): a full online service gives all information and is carried out and resolved online, its result returned online or by post; any other is partial.",
    },
    example: {
      rows: [
        { eligible: "full", onPortal: true, serviceLevel: "full" },
        { eligible: "full", onPortal: true, serviceLevel: "partial" },
        { eligible: "partial", onPortal: true, serviceLevel: "partial" },
      ],
      gives: { kind: "ratio", numerator: 1, denominator: 2 },
    },
  },
  share({ of: (p) => p.eligible === "full", is: (p) => p.onPortal && p.serviceLevel === "full" }),
);
