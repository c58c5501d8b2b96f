import type { VerdictKpi } from "./kpi.ts";

/** The four criteria that the plans name under quality. */
export const qualityCriteria = [
  "prefilled-form-share",
  "submission-time",
  "processing-time-reduction",
  "satisfaction-online",
] as const;

/** Of the verdicts of other KPIs. */
const about: VerdictKpi = {
  id: "quality-criteria-met",
  unit: "count",
  over: "verdicts",
  input: "verdicts",
  title: { vi: "Số nhóm tiêu chí chất lượng đạt", en: "Quality criteria met" },
  definition: {
    vi: "Số nhóm tiêu chí chính về chất lượng đã đạt.",
    en: "How many of the plan's own quality criteria of that year are met.",
  },
  formula: {
    vi: `số chỉ tiêu ĐẠT trong các chỉ tiêu của cùng kế hoạch, cùng năm, cùng mục: ${qualityCriteria.join(", ")}`,
    en: `targets passed among those of the same plan, year and clause: ${qualityCriteria.join(", ")}`,
  },
  choices: [
    {
      vi: "Chỉ cần một tiêu chí chưa có số liệu thì chỉ tiêu này cũng chưa có số liệu; khi chỉ thiếu dữ liệu đầu vào của một tiêu chí thì chỉ tiêu này cũng thiếu dữ liệu đầu vào.",
      en: "No data while a criterion has no data; not supplied while one only lacks an input that was not given.",
    },
    {
      vi: "Khi kết quả nêu theo thủ tục và có danh mục TTHC: nêu thêm bao nhiêu DVCTT đạt mọi tiêu chí, trên số dịch vụ đánh giá được (mỗi tiêu chí có từ 5 hồ sơ trở lên); không dùng để đánh giá.",
      en: "With results by procedure and the catalogue: how many online services meet every criterion, of those that can be judged (5 cases or more for each criterion); told, never judged.",
    },
  ],
};

export default about;
