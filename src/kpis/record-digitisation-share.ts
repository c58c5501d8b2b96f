import { share } from "../measures/sums.ts";
import { isBlank, type Said } from "../records/case.ts";
import { defineKpi } from "./kpi.ts";

/** The duty is to turn paper into data: what is submitted online is data, unless the log says no. */
function isDigitalAlready(c: Said): boolean {
  return c.channel === "online" && isBlank(c, "recordDigitised");
}

export default defineKpi(
  {
    id: "record-digitisation-share",
    when: "received",
    unit: "percent",
    needs: ["recordDigitised"],
    title: { vi: "Tỷ lệ số hóa hồ sơ", en: "Records digitised" },
    definition: {
      vi: "Số hồ sơ được số hóa trên tổng số hồ sơ tiếp nhận.",
      en: "Cases whose papers were digitised over all cases received.",
    },
    formula: {
      vi: "số hồ sơ được số hóa ÷ số hồ sơ tiếp nhận",
      en: "cases whose papers are digitised ÷ cases received",
    },
    regulation: {
      vi: "Thông tư 01/2023/TT-VPCP, Điều 3 khoản 1: số hóa là chuyển thông tin trên giấy của thành phần hồ sơ, kết quả giải quyết sang dữ liệu điện tử; Điều 4 nêu các giấy tờ phải số hóa.",
      en: "Circular 01/2023/TT-VPCP, article 3(1): to digitise is to turn what stands on the papers of a case or its result into electronic data; article 4 says which papers.",
    },
    choices: [
      {
        vi: "Ô trống của hồ sơ nộp trực tuyến tính là đã số hóa, vì hồ sơ vốn là dữ liệu điện tử (Thông tư 01/2023/TT-VPCP; Quyết định 766/QĐ-TTg cũng tính tệp nộp trực tuyến); “Không” vẫn là không. Ô trống của hồ sơ khác tính là “không”.",
        en: "A blank of an online case counts as digitised, since what is submitted online is data already (Circular 01/2023/TT-VPCP; the index of Decision 766/QĐ-TTg counts such files too); “Không” stays no. A blank of any other case is no.",
      },
    ],
    example: {
      cases: [{ recordDigitised: true }, { recordDigitised: true }, { recordDigitised: false }],
      gives: { kind: "ratio", numerator: 2, denominator: 3 },
    },
  },
  share({
    is: (c) => c.recordDigitised || isDigitalAlready(c),
    mayBe: (c) => isBlank(c, "recordDigitised"),
    assumed: (c) => !c.recordDigitised,
    // Were it online, it would be digital already.
    unsure: (c) => c.channel === null && isBlank(c, "recordDigitised"),
  }),
);
