import { share } from "../measures/sums.ts";
import { isBlank } from "../records/case.ts";
import { defineKpi } from "./kpi.ts";

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
    formula: {
      vi: "số hồ sơ có kết quả được số hóa ÷ số hồ sơ đã giải quyết",
      en: "cases whose result is digitised ÷ cases finished",
    },
    regulation: {
      vi: "Thông tư 01/2023/TT-VPCP, Điều 3 khoản 1: số hóa là chuyển thông tin trên giấy của thành phần hồ sơ, kết quả giải quyết sang dữ liệu điện tử.",
      en: "Circular 01/2023/TT-VPCP, article 3(1): to digitise is to turn what stands on the papers of a case or its result into electronic data.",
    },
    choices: [
      {
        vi: "Ô trống trong cột có/không tính là “không”.",
        en: "A blank in a yes/no column is no.",
      },
    ],
    example: {
      cases: [{ resultDigitised: true }, { resultDigitised: false }],
      gives: { kind: "ratio", numerator: 1, denominator: 2 },
    },
  },
  share({ is: (c) => c.resultDigitised, mayBe: (c) => isBlank(c, "resultDigitised") }),
);
