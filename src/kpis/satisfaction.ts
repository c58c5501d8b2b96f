import { share } from "../measures/sums.ts";
import { defineKpi } from "./kpi.ts";

export default defineKpi(
  {
    id: "satisfaction",
    when: "rated",
    unit: "percent",
    needs: ["rating"],
    title: { vi: "Tỷ lệ hài lòng về giải quyết TTHC", en: "Satisfaction, all channels" },
    definition: {
      vi: "Số lượt đánh giá hài lòng trên tổng số lượt đánh giá. Hài lòng là mức 4 và 5; thang điểm khác (“8/10”, “85%”) thì từ 80% mức cao nhất trở lên.",
      en: "Satisfied ratings over all ratings, whatever the channel. Satisfied is 4 or 5; on another scale (“8/10”, “85 %”) it is 80 % of the highest or more.",
    },
    formula: {
      vi: "số lượt đánh giá mức 4, 5 ÷ số lượt đánh giá",
      en: "ratings of 4 and 5 ÷ ratings",
    },
    regulation: {
      vi: "Quyết định 766/QĐ-TTg tính khác (theo bản tóm tắt đã công bố): tổng số hồ sơ trừ hồ sơ không hài lòng, có phản ánh, kiến nghị hoặc quá hạn, chia tổng số hồ sơ. Kế hoạch nói về tỷ lệ người đánh giá hài lòng nên ở đây chia cho số lượt đánh giá.",
      en: "Decision 766/QĐ-TTg measures something else (by its published summary): all cases less those unsatisfied, petitioned against or overdue, over all cases. The plans speak of people who rate, so ratings are the denominator here.",
    },
    choices: [
      {
        vi: "“Bình thường” (mức 3) không tính là hài lòng; ô trống là chưa đánh giá.",
        en: "“Bình thường” (3) is not satisfied; a blank is no rating.",
      },
    ],
    example: {
      cases: [{ rating: 5 }, { rating: 4 }, { rating: 2 }, { rating: 4 }],
      gives: { kind: "ratio", numerator: 3, denominator: 4 },
    },
  },
  share({ is: (c) => c.rating >= 4 }),
);
