import { share } from "../measures/sums.ts";
import { isBlank } from "../records/case.ts";
import { defineKpi } from "./kpi.ts";

export default defineKpi(
  {
    id: "portal-sync-share",
    when: "received",
    unit: "percent",
    needs: ["portalSynced"],
    title: { vi: "Tỷ lệ hồ sơ đồng bộ trên Cổng DVCQG", en: "Cases synchronised with the national portal" },
    definition: {
      vi: "Số hồ sơ đồng bộ đầy đủ trên Cổng Dịch vụ công quốc gia trên tổng số hồ sơ tiếp nhận.",
      en: "Cases fully synchronised with the National Public Service Portal over all cases received.",
    },
    formula: {
      vi: "số hồ sơ đồng bộ đầy đủ ÷ số hồ sơ tiếp nhận",
      en: "cases fully synchronised ÷ cases received",
    },
    regulation: {
      vi: "Quyết định 766/QĐ-TTg có chỉ số “Tỷ lệ hồ sơ đồng bộ lên cổng Dịch vụ công quốc gia”.",
      en: "Decision 766/QĐ-TTg has the index “Tỷ lệ hồ sơ đồng bộ lên cổng Dịch vụ công quốc gia”.",
    },
    choices: [
      {
        vi: "Ô trống trong cột có/không tính là “không”.",
        en: "A blank in a yes/no column is no.",
      },
    ],
    example: {
      cases: [{ portalSynced: true }, { portalSynced: false }, { portalSynced: true }],
      gives: { kind: "ratio", numerator: 2, denominator: 3 },
    },
  },
  share({ is: (c) => c.portalSynced, mayBe: (c) => isBlank(c, "portalSynced") }),
);
