import { share } from "../measures/sums.ts";
import { isBlank } from "../records/case.ts";
import { defineKpi } from "./kpi.ts";

export default defineKpi(
  {
    id: "online-handling-share",
    when: "received",
    unit: "percent",
    needs: ["channel", "processedOnline"],
    title: { vi: "Tỷ lệ hồ sơ tiếp nhận và xử lý trực tuyến", en: "Cases received and processed online" },
    definition: {
      vi: "Số hồ sơ vừa tiếp nhận vừa xử lý trực tuyến trên tổng số hồ sơ tiếp nhận.",
      en: "Cases both received and processed online over all cases received.",
    },
    formula: {
      vi: "số hồ sơ vừa nộp vừa xử lý trực tuyến ÷ số hồ sơ tiếp nhận",
      en: "cases both submitted and processed online ÷ cases received",
    },
    choices: [
      {
        vi: "Ô trống trong cột có/không tính là “không”.",
        en: "A blank in a yes/no column is no.",
      },
    ],
    example: {
      cases: [
        { channel: "online", processedOnline: true },
        { channel: "online", processedOnline: false },
        { channel: "in_person", processedOnline: true },
      ],
      gives: { kind: "ratio", numerator: 1, denominator: 3 },
    },
  },
  share({
    is: (c) => c.channel === "online" && c.processedOnline,
    mayBe: (c) => c.channel === "online" && isBlank(c, "processedOnline"),
  }),
);
