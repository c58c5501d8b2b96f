import { share } from "../measures/sums.ts";
import { isBlank } from "../records/case.ts";
import { defineKpi } from "./kpi.ts";

export default defineKpi(
  {
    id: "data-reuse-share",
    when: "received",
    unit: "percent",
    needs: ["dataReused"],
    title: { vi: "Tỷ lệ khai thác, tái sử dụng dữ liệu số hóa", en: "Digitised data reused" },
    definition: {
      vi: "Số hồ sơ tái sử dụng dữ liệu số hóa trên tổng số hồ sơ tiếp nhận.",
      en: "Cases that reused digitised data over all cases received.",
    },
    formula: {
      vi: "số hồ sơ tái sử dụng dữ liệu số hóa ÷ số hồ sơ tiếp nhận",
      en: "cases that reused digitised data ÷ cases received",
    },
    regulation: {
      vi: "Nghị quyết 66.7/2025/NQ-CP, Điều 2: cơ quan giải quyết khai thác thông tin đã có trong các cơ sở dữ liệu để thay thế thành phần hồ sơ, không yêu cầu cung cấp lại.",
      en: "Resolution 66.7/2025/NQ-CP, article 2: offices use what the databases hold in place of papers, and do not ask for it again.",
    },
    choices: [
      {
        vi: "Kế hoạch tính “dữ liệu”; tệp hồ sơ chỉ cho biết theo hồ sơ.",
        en: "The plans count data; a case is the unit that a log has.",
      },
    ],
    example: {
      cases: [{ dataReused: true }, { dataReused: false }, { dataReused: false }, { dataReused: false }],
      gives: { kind: "ratio", numerator: 1, denominator: 4 },
    },
  },
  share({ is: (c) => c.dataReused, mayBe: (c) => isBlank(c, "dataReused") }),
);
