import { share } from "../measures/sums.ts";
import { defineKpi } from "./kpi.ts";

export default defineKpi(
  {
    id: "satisfaction-online",
    when: "rated",
    unit: "percent",
    channels: ["online"],
    needs: ["rating"],
    title: { vi: "Tỷ lệ hài lòng khi sử dụng DVC trực tuyến", en: "Satisfaction with online services" },
    definition: {
      vi: "Số lượt đánh giá hài lòng trên tổng số lượt đánh giá hồ sơ trực tuyến. Hài lòng là mức 4 và 5; thang điểm khác (“8/10”, “85%”) thì từ 80% mức cao nhất trở lên.",
      en: "Satisfied ratings over all ratings of online cases. Satisfied is 4 or 5; on another scale (“8/10”, “85 %”) it is 80 % of the highest or more.",
    },
    formula: {
      vi: "số lượt đánh giá mức 4, 5 của hồ sơ trực tuyến ÷ số lượt đánh giá hồ sơ trực tuyến",
      en: "ratings of 4 and 5 of online cases ÷ ratings of online cases",
    },
    choices: [
      {
        vi: "“Bình thường” (mức 3) không tính là hài lòng; ô trống là chưa đánh giá.",
        en: "“Bình thường” (3) is not satisfied; a blank is no rating.",
      },
    ],
    example: {
      cases: [
        { channel: "online", rating: 5 },
        { channel: "online", rating: 4 },
        { channel: "online", rating: 3 },
        { channel: "in_person", rating: 1 },
      ],
      gives: { kind: "ratio", numerator: 2, denominator: 3 },
    },
  },
  share({ is: (c) => c.rating >= 4 }),
);
