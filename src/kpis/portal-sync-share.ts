import { share } from "../fold.ts";
import { defineKpi } from "../kpi.ts";

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
    example: {
      cases: [{ portalSynced: true }, { portalSynced: false }, { portalSynced: true }],
      gives: { kind: "ratio", numerator: 2, denominator: 3 },
    },
  },
  share({ is: (c) => c.portalSynced }),
);
