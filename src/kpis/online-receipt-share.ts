import { share } from "../measures/sums.ts";
import { defineKpi } from "./kpi.ts";

export default defineKpi(
  {
    id: "online-receipt-share",
    when: "received",
    unit: "percent",
    needs: ["channel"],
    title: { vi: "Tỷ lệ hồ sơ tiếp nhận trực tuyến", en: "Cases received online" },
    definition: {
      vi: "Số hồ sơ tiếp nhận trực tuyến trên tổng số hồ sơ tiếp nhận.",
      en: "Cases received online over all cases received.",
    },
    formula: {
      vi: "số hồ sơ tiếp nhận nộp trực tuyến ÷ số hồ sơ tiếp nhận",
      en: "cases received that were submitted online ÷ cases received",
    },
    regulation: {
      vi: "Nghị định 45/2020/NĐ-CP, Điều 3 khoản 2: thực hiện TTHC trên môi trường điện tử là tiến hành toàn bộ hoặc một số bước bằng phương tiện điện tử thông qua dịch vụ công trực tuyến.",
      en: "Decree 45/2020/NĐ-CP, article 3(2): a procedure is carried out electronically when all or some of its steps are, through online public services.",
    },
    example: {
      cases: [{ channel: "online" }, { channel: "in_person" }, { channel: "online" }, { channel: "postal" }],
      gives: { kind: "ratio", numerator: 2, denominator: 4 },
    },
  },
  share({ is: (c) => c.channel === "online" }),
);
