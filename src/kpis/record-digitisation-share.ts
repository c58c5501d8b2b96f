import { share } from "../measures/fold.ts";
import { defineKpi } from "./kpi.ts";

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
    formula: {
      vi: "số hồ sơ được số hóa ÷ số hồ sơ tiếp nhận",
      en: "cases whose papers are digitised ÷ cases received",
    },
    regulation: {
      vi: "Thông tư 01/2023/TT-VPCP, Điều 3 khoản 1: số hóa là chuyển thông tin trên giấy của thành phần hồ sơ, kết quả giải quyết sang dữ liệu điện tử; Điều 4 nêu các giấy tờ phải số hóa.",
      en: "Circular 01/2023/TT-VPCP, article 3(1): to digitise is to turn what stands on the papers of a case or its result into electronic data; article 4 says which papers.",
    },
    choices: [
      {
        vi: "Ô trống trong cột có/không tính là “không”.",
        en: "A blank in a yes/no column is no.",
      },
    ],
    example: {
      cases: [{ recordDigitised: true }, { recordDigitised: true }, { recordDigitised: false }],
      gives: { kind: "ratio", numerator: 2, denominator: 3 },
    },
  },
  share({ is: (c) => c.recordDigitised }),
);
