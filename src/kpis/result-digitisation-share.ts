import { share } from "../fold.ts";
import { defineKpi } from "../kpi.ts";

export default defineKpi(
  {
    id: "result-digitisation-share",
    when: "finished",
    unit: "percent",
    needs: ["resultDigitised"],
    title: { vi: "Tỷ lệ số hóa kết quả giải quyết TTHC", en: "Results digitised" },
    definition: {
      vi: "Số hồ sơ có kết quả được số hóa trên tổng số hồ sơ đã giải quyết.",
      en: "Cases whose result was digitised over all cases finished.",
    },
    example: {
      cases: [{ resultDigitised: true }, { resultDigitised: false }],
      gives: { kind: "ratio", numerator: 1, denominator: 2 },
    },
  },
  share({ is: (c) => c.resultDigitised }),
);
