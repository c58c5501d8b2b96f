import { share } from "../measures/sums.ts";
import { defineKpi } from "./kpi.ts";

export default defineKpi(
  {
    id: "full-online-case-share",
    when: "received",
    unit: "percent",
    needs: ["channel", "serviceLevel"],
    title: { vi: "Tỷ lệ hồ sơ trực tuyến toàn trình", en: "Cases online in full" },
    definition: {
      vi: "Số hồ sơ nộp trực tuyến toàn trình trên tổng số hồ sơ tiếp nhận.",
      en: "Cases submitted online in full over all cases received.",
    },
    formula: {
      vi: "số hồ sơ nộp trực tuyến, mức độ toàn trình ÷ số hồ sơ tiếp nhận",
      en: "cases submitted online at the level “full” ÷ cases received",
    },
    regulation: {
      vi: "Quyết định 766/QĐ-TTg, nhóm dịch vụ công trực tuyến: theo một mô tả công khai, mẫu số là hồ sơ của thủ tục đủ điều kiện toàn trình; mô tả khác nêu ba thành phần.",
      en: "Decision 766/QĐ-TTg, online services: by one public description the denominator is the cases of procedures eligible for full; another has three parts.",
    },
    example: {
      cases: [
        { channel: "online", serviceLevel: "full" },
        { channel: "in_person", serviceLevel: "full" },
        { channel: "online", serviceLevel: "partial" },
      ],
      gives: { kind: "ratio", numerator: 1, denominator: 3 },
    },
  },
  share({ is: (c) => c.channel === "online" && c.serviceLevel === "full" }),
);
