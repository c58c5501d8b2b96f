import { combine, groupBy } from "../measures/combinators.ts";
import { share } from "../measures/sums.ts";
import { isOnlineService } from "../records/procedure.ts";
import { defineJointKpi } from "./kpi.ts";

export default defineJointKpi(
  {
    id: "cases-per-service",
    unit: "cases",
    when: "received",
    channels: ["online"],
    needs: ["procedure"],
    columns: ["procedureCode", "onPortal", "serviceLevel", "excluded"],
    title: { vi: "Số hồ sơ trung bình của mỗi DVC trực tuyến", en: "Cases per online service" },
    definition: {
      vi: "Số hồ sơ trực tuyến trong năm chia cho số dịch vụ công trực tuyến.",
      en: "Online cases received in the year over the number of online services.",
    },
    formula: {
      vi: "số hồ sơ nộp trực tuyến tiếp nhận trong năm của các DVCTT được tính ÷ số DVCTT được tính (như online-services)",
      en: "online cases received in the year of the services counted ÷ those services (as in online-services)",
    },
    choices: [
      {
        vi: "Kế hoạch tính theo năm và theo tỉnh: chỉ tính khi kỳ là cả năm, và tệp phải có hồ sơ của toàn tỉnh.",
        en: "The plan counts by year and province: it is measured for a period of a whole year only, and the log must be that of a whole province.",
      },
      {
        vi: "DVCTT không có hồ sơ nào vẫn tính ở mẫu số; hồ sơ không ghi mã TTHC không tính (no-procedure-code).",
        en: "A service without a case stays in the denominator; a case without a procedure code is left out (no-procedure-code).",
      },
    ],
    example: {
      cases: [
        { channel: "online", procedure: "1.000001" },
        { channel: "online", procedure: "1.000001" },
        { channel: "online", procedure: "1.000002" },
        { channel: "online", procedure: "1.000009" },
        { channel: "in_person", procedure: "1.000001" },
      ],
      procedures: [
        { procedureCode: "1.000001", onPortal: true, serviceLevel: "full", excluded: false },
        { procedureCode: "1.000002", onPortal: true, serviceLevel: "partial", excluded: false },
        { procedureCode: "1.000009", onPortal: true, serviceLevel: "full", excluded: true },
      ],
      gives: { kind: "average", sum: 3, n: 2 },
    },
  },
  combine(
    {
      cases: groupBy(
        (c) => c.procedure,
        share({ is: () => true }),
        ({ denominator }) => denominator,
      ),
      without: share({ is: (c) => c.procedure === null }),
    },
    ({ cases, without }) => ({
      kind: "by-procedure",
      cases: cases
        .filter(([, { denominator }]) => denominator !== 0)
        .map(([code, { denominator }]) => [code, denominator]),
      without: without.numerator,
    }),
  ),
  ({ cases }, procedures) => {
    const services = procedures.filter((p) => isOnlineService(p) && !p.excluded);
    const counts = new Map(cases);
    const sum = services.reduce((total, { procedureCode }) => total + (counts.get(procedureCode) ?? 0), 0);
    return { kind: "average", sum, n: services.length };
  },
);
