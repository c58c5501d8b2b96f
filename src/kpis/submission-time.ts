import { combine, mean, tally } from "../fold.ts";
import { defineKpi } from "../kpi.ts";

export default defineKpi(
  {
    id: "submission-time",
    when: "submitted",
    unit: "minutes",
    channels: ["online"],
    needs: ["submissionTime"],
    title: { vi: "Thời gian nộp hồ sơ trực tuyến trung bình", en: "Time to submit online" },
    definition: {
      vi: "Thời gian trung bình từ lúc đăng nhập đến khi nộp hồ sơ trực tuyến thành công.",
      en: "Mean time from login to successful submission of online cases.",
    },
    example: {
      cases: [
        { channel: "online", submissionTime: 300 },
        { channel: "online", submissionTime: 420 },
        { channel: "in_person", submissionTime: 3600 },
      ],
      gives: {
        kind: "mean",
        sum: 720,
        n: 2,
        squares: 266_400n, // 300² + 420²
        tally: [
          [300, 1],
          [420, 1],
        ],
      },
    },
  },
  combine({ mean: mean((c) => c.submissionTime), tally: tally((c) => c.submissionTime) }, ({ mean, tally }) => ({
    kind: "mean",
    ...mean,
    ...(tally.length > 0 && { tally }),
  })),
);
