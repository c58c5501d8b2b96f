import { share } from "../measures/sums.ts";
import { isBlank } from "../records/case.ts";
import { defineKpi } from "./kpi.ts";

export default defineKpi(
  {
    id: "on-system-share",
    when: "received",
    unit: "percent",
    needs: ["onSystem"],
    title: { vi: "Tỷ lệ hồ sơ cập nhật, xử lý trên hệ thống", en: "Cases handled on the case-handling system" },
    definition: {
      vi: "Số hồ sơ cập nhật, xử lý trên Hệ thống thông tin giải quyết TTHC trên tổng số hồ sơ tiếp nhận.",
      en: "Cases recorded and processed on the case-handling system over all cases received.",
    },
    formula: {
      vi: "số hồ sơ cập nhật, xử lý trên hệ thống ÷ số hồ sơ tiếp nhận",
      en: "cases recorded and processed on the system ÷ cases received",
    },
    choices: [
      {
        vi: "Ô trống trong cột có/không tính là “không”.",
        en: "A blank in a yes/no column is no.",
      },
    ],
    example: {
      cases: [{ onSystem: true }, { onSystem: true }, { onSystem: true }, { onSystem: false }],
      gives: { kind: "ratio", numerator: 3, denominator: 4 },
    },
  },
  share({ is: (c) => c.onSystem, mayBe: (c) => isBlank(c, "onSystem") }),
);
