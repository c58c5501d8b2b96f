import { share } from "../fold.ts";
import { defineKpi } from "../kpi.ts";

export default defineKpi(
  {
    id: "online-processing-share",
    when: "received",
    unit: "percent",
    needs: ["processedOnline"],
    title: { vi: "Tỷ lệ hồ sơ được xử lý trực tuyến", en: "Cases processed online" },
    definition: {
      vi: "Số hồ sơ xử lý trực tuyến trên tổng số hồ sơ tiếp nhận.",
      en: "Cases processed online over all cases received.",
    },
    example: {
      cases: [{ processedOnline: true }, { processedOnline: false }, { processedOnline: true }],
      gives: { kind: "ratio", numerator: 2, denominator: 3 },
    },
  },
  share({ is: (c) => c.processedOnline }),
);
