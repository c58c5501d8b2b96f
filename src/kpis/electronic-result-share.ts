import { share } from "../fold.ts";
import { defineKpi } from "../kpi.ts";

export default defineKpi(
  {
    id: "electronic-result-share",
    when: "finished",
    unit: "percent",
    needs: ["electronicResult"],
    title: { vi: "Tỷ lệ cấp kết quả điện tử", en: "Results issued electronically" },
    definition: {
      vi: "Số hồ sơ cấp kết quả điện tử trên tổng số hồ sơ đã giải quyết.",
      en: "Cases with an electronic result over all cases finished.",
    },
    example: {
      cases: [{ electronicResult: true }, { electronicResult: false }, { electronicResult: true }],
      gives: { kind: "ratio", numerator: 2, denominator: 3 },
    },
  },
  share({ is: (c) => c.electronicResult }),
);
