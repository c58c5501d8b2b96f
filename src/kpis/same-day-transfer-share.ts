import { share } from "../measures/sums.ts";
import { dayOf } from "../time/civil.ts";
import { defineKpi } from "./kpi.ts";

export default defineKpi(
  {
    id: "same-day-transfer-share",
    when: "received",
    unit: "percent",
    needs: ["receivedAt", "transferredAt"],
    title: { vi: "Tỷ lệ hồ sơ chuyển xử lý ngay trong ngày", en: "Cases transferred on the day of receipt" },
    definition: {
      vi: "Số hồ sơ chuyển bộ phận chuyên môn trong ngày tiếp nhận trên tổng số hồ sơ tiếp nhận.",
      en: "Cases passed to the department on the day of receipt over all cases received.",
    },
    formula: {
      vi: "số hồ sơ có ngày chuyển trùng ngày tiếp nhận ÷ số hồ sơ tiếp nhận",
      en: "cases transferred on the day of receipt ÷ cases received",
    },
    choices: [
      {
        vi: "Hồ sơ chưa chuyển vẫn tính ở mẫu số.",
        en: "A case not yet transferred stays in the denominator.",
      },
    ],
    example: {
      cases: [
        { receivedAt: 100, transferredAt: 86_399 },
        { receivedAt: 86_399, transferredAt: 86_400 },
        { receivedAt: 100, transferredAt: null },
      ],
      gives: { kind: "ratio", numerator: 1, denominator: 3 },
    },
  },
  share({ is: (c) => c.transferredAt !== null && dayOf(c.transferredAt) === dayOf(c.receivedAt) }),
);
