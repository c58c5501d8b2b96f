import { share } from "../measures/sums.ts";
import { isBlank } from "../records/case.ts";
import { defineKpi } from "./kpi.ts";

export default defineKpi(
  {
    id: "portal-handling-share",
    when: "received",
    unit: "percent",
    needs: ["viaPortal", "serviceLevel"],
    title: { vi: "Tỷ lệ hồ sơ tiếp nhận, xử lý trên Cổng DVCQG", en: "Cases handled on the national portal" },
    definition: {
      vi: "Số hồ sơ thực hiện trên Cổng Dịch vụ công quốc gia trên tổng số hồ sơ tiếp nhận thuộc thủ tục hành chính đủ điều kiện (toàn trình, một phần).",
      en: "Cases handled on the National Public Service Portal over the cases received of procedures that qualify (full or partial online service).",
    },
    formula: {
      vi: "số hồ sơ thực hiện trên Cổng DVCQG ÷ số hồ sơ tiếp nhận của TTHC toàn trình, một phần",
      en: "cases handled on the portal ÷ cases received of procedures that are full or partial",
    },
    choices: [
      {
        vi: "“Đủ điều kiện” được đọc từ cột Mức độ DVC của hồ sơ.",
        en: "What qualifies is read from the service level of the case.",
      },
    ],
    example: {
      cases: [
        { viaPortal: true, serviceLevel: "full" },
        { viaPortal: false, serviceLevel: "partial" },
        { viaPortal: true, serviceLevel: "none" },
      ],
      gives: { kind: "ratio", numerator: 1, denominator: 2 },
    },
  },
  share({ of: (c) => c.serviceLevel !== "none", is: (c) => c.viaPortal, mayBe: (c) => isBlank(c, "viaPortal") }),
);
