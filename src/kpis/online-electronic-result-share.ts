import { share } from "../measures/sums.ts";
import { isBlank } from "../records/case.ts";
import { defineKpi } from "./kpi.ts";

export default defineKpi(
  {
    id: "online-electronic-result-share",
    when: "finished",
    unit: "percent",
    channels: ["online"],
    needs: ["electronicResult"],
    title: { vi: "Hồ sơ trực tuyến có kết quả điện tử", en: "Online cases with an electronic result" },
    definition: {
      vi: "Số hồ sơ trực tuyến cấp kết quả điện tử trên số hồ sơ trực tuyến đã giải quyết.",
      en: "Online cases with an electronic result over the online cases finished.",
    },
    formula: {
      vi: "số hồ sơ trực tuyến có kết quả điện tử ÷ số hồ sơ trực tuyến đã giải quyết",
      en: "online cases with an electronic result ÷ online cases finished",
    },
    regulation: {
      vi: "Quyết định 766/QĐ-TTg, nhóm dịch vụ công trực tuyến; một trong ba thành phần theo mô tả công khai, đủ điểm từ 50%.",
      en: "Decision 766/QĐ-TTg, online services: one of three parts by a public description, full marks from 50 %.",
    },
    choices: [{ vi: "Ô trống trong cột có/không tính là “không”.", en: "A blank in a yes/no column is no." }],
    example: {
      cases: [
        { channel: "online", electronicResult: true },
        { channel: "online", electronicResult: false },
        { channel: "in_person", electronicResult: true },
      ],
      gives: { kind: "ratio", numerator: 1, denominator: 2 },
    },
  },
  share({ is: (c) => c.electronicResult, mayBe: (c) => isBlank(c, "electronicResult") }),
);
