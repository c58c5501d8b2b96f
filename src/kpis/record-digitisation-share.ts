import { share } from "../fold.ts";
import { defineKpi } from "../kpi.ts";

export default defineKpi(
  {
    id: "record-digitisation-share",
    when: "received",
    unit: "percent",
    needs: ["recordDigitised"],
    title: { vi: "Tỷ lệ số hóa hồ sơ", en: "Records digitised" },
    definition: {
      vi: "Số hồ sơ được số hóa trên tổng số hồ sơ tiếp nhận.",
      en: "Cases whose papers were digitised over all cases received.",
    },
    example: {
      cases: [{ recordDigitised: true }, { recordDigitised: true }, { recordDigitised: false }],
      gives: { kind: "ratio", numerator: 2, denominator: 3 },
    },
  },
  share({ is: (c) => c.recordDigitised }),
);
