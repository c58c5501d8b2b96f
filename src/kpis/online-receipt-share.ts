import { share } from "../fold.ts";
import { defineKpi } from "../kpi.ts";

export default defineKpi(
  {
    id: "online-receipt-share",
    when: "received",
    unit: "percent",
    needs: ["channel"],
    title: { vi: "Tỷ lệ hồ sơ tiếp nhận trực tuyến", en: "Cases received online" },
    definition: {
      vi: "Số hồ sơ tiếp nhận trực tuyến trên tổng số hồ sơ tiếp nhận.",
      en: "Cases received online over all cases received.",
    },
    example: {
      cases: [{ channel: "online" }, { channel: "in_person" }, { channel: "online" }, { channel: "postal" }],
      gives: { kind: "ratio", numerator: 2, denominator: 4 },
    },
  },
  share({ is: (c) => c.channel === "online" }),
);
