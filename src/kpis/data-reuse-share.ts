import { share } from "../fold.ts";
import { defineKpi } from "../kpi.ts";

export default defineKpi(
  {
    id: "data-reuse-share",
    when: "received",
    unit: "percent",
    needs: ["dataReused"],
    title: { vi: "Tỷ lệ khai thác, tái sử dụng dữ liệu số hóa", en: "Digitised data reused" },
    definition: {
      vi: "Số hồ sơ tái sử dụng dữ liệu số hóa trên tổng số hồ sơ tiếp nhận. Kế hoạch tính trên dữ liệu; tệp chỉ cho phép tính theo hồ sơ.",
      en: "Cases that reused digitised data over all cases received. The plans count data; a case is the unit that a log has.",
    },
    example: {
      cases: [{ dataReused: true }, { dataReused: false }, { dataReused: false }, { dataReused: false }],
      gives: { kind: "ratio", numerator: 1, denominator: 4 },
    },
  },
  share({ is: (c) => c.dataReused }),
);
