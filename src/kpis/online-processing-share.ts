import { share } from "../measures/sums.ts";
import { isBlank } from "../records/case.ts";
import { defineKpi } from "./kpi.ts";

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
    formula: {
      vi: "số hồ sơ tiếp nhận được xử lý trực tuyến ÷ số hồ sơ tiếp nhận",
      en: "cases received that are processed online ÷ cases received",
    },
    choices: [
      {
        vi: "Ô trống trong cột có/không tính là “không”.",
        en: "A blank in a yes/no column is no.",
      },
    ],
    example: {
      cases: [{ processedOnline: true }, { processedOnline: false }, { processedOnline: true }],
      gives: { kind: "ratio", numerator: 2, denominator: 3 },
    },
  },
  share({ is: (c) => c.processedOnline, mayBe: (c) => isBlank(c, "processedOnline") }),
);
