import { share } from "../fold.ts";
import { defineKpi } from "../kpi.ts";

export default defineKpi(
  {
    id: "satisfaction",
    when: "rated",
    unit: "percent",
    needs: ["rating"],
    title: { vi: "Tỷ lệ hài lòng về giải quyết TTHC", en: "Satisfaction, all channels" },
    definition: {
      vi: "Số lượt đánh giá hài lòng trên tổng số lượt đánh giá. Hài lòng là mức 4 và 5; “Bình thường” không tính là hài lòng.",
      en: "Satisfied ratings over all ratings, whatever the channel. Satisfied is 4 or 5; “Bình thường” (3) is not. A blank is not a rating.",
    },
    example: {
      cases: [{ rating: 5 }, { rating: 4 }, { rating: 2 }, { rating: 4 }],
      gives: { kind: "ratio", numerator: 3, denominator: 4 },
    },
  },
  share({ is: (c) => c.rating >= 4 }),
);
