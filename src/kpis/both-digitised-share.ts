import { share } from "../measures/sums.ts";
import { isBlank } from "../records/case.ts";
import { defineKpi } from "./kpi.ts";

export default defineKpi(
  {
    id: "both-digitised-share",
    when: "finished",
    unit: "percent",
    needs: ["recordDigitised", "resultDigitised"],
    title: { vi: "Tỷ lệ hồ sơ số hóa cả thành phần, kết quả", en: "Cases with record and result digitised" },
    definition: {
      vi: "Số hồ sơ đã giải quyết có cả thành phần hồ sơ và kết quả được số hóa trên tổng số hồ sơ đã giải quyết.",
      en: "Finished cases of which both the record and the result are digitised over all cases finished.",
    },
    formula: {
      vi: "số hồ sơ có tệp thành phần và tệp kết quả ÷ số hồ sơ đã giải quyết, kể cả hồ sơ trực tuyến",
      en: "cases with a component file and a result file ÷ cases finished, online ones too",
    },
    regulation: {
      vi: "Quyết định 766/QĐ-TTg, nhóm số hóa hồ sơ; công thức theo mô tả công khai cách Cổng tính.",
      en: "Decision 766/QĐ-TTg, digitisation; the formula follows a public description of how the portal counts.",
    },
    choices: [{ vi: "Ô trống trong cột có/không tính là “không”.", en: "A blank in a yes/no column is no." }],
    example: {
      cases: [
        { recordDigitised: true, resultDigitised: true },
        { recordDigitised: true, resultDigitised: false },
        { recordDigitised: false, resultDigitised: true },
        { recordDigitised: true, resultDigitised: true },
      ],
      gives: { kind: "ratio", numerator: 2, denominator: 4 },
    },
  },
  share({
    is: (c) => c.recordDigitised && c.resultDigitised,
    mayBe: (c) =>
      (c.recordDigitised || isBlank(c, "recordDigitised")) && (c.resultDigitised || isBlank(c, "resultDigitised")),
  }),
);
