import { share } from "../measures/sums.ts";
import { isBlank } from "../records/case.ts";
import { defineKpi } from "./kpi.ts";

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
    formula: {
      vi: "số hồ sơ có kết quả điện tử ÷ số hồ sơ đã giải quyết",
      en: "cases with an electronic result ÷ cases finished",
    },
    regulation: {
      vi: "Nghị định 45/2020/NĐ-CP, Điều 14 khoản 3: kết quả bản điện tử phải có chữ ký số của cơ quan giải quyết, bảo đảm toàn vẹn và được đồng bộ vào Kho quản lý dữ liệu điện tử; bản quét không ký số không phải là kết quả điện tử.",
      en: "Decree 45/2020/NĐ-CP, article 14(3): an electronic result has the office's digital signature and is kept in the holder's store on the portal; a scan without a signature is none.",
    },
    choices: [
      {
        vi: "Ô trống trong cột có/không tính là “không”.",
        en: "A blank in a yes/no column is no.",
      },
    ],
    example: {
      cases: [{ electronicResult: true }, { electronicResult: false }, { electronicResult: true }],
      gives: { kind: "ratio", numerator: 2, denominator: 3 },
    },
  },
  share({ is: (c) => c.electronicResult, mayBe: (c) => isBlank(c, "electronicResult") }),
);
