import { combine, finishedBy, groupBy } from "../measures/combinators.ts";
import type { Values } from "../measures/measure.ts";
import { mean, share, tally } from "../measures/sums.ts";
import type { Readable } from "../records/case.ts";
import { defineKpi, type OverCases } from "./kpi.ts";

/** Times of cases of an unknown channel: each might have been online. */
export const submissionOfUnknownChannel: OverCases<Values> = {
  id: "submission-time/unknown-channel",
  when: "submitted",
  channels: [null],
  needs: ["submissionTime"],
  fold: finishedBy(
    groupBy(({ submissionTime }: Pick<Readable, "submissionTime">) => submissionTime, share({ is: () => true })),
    (times): Values =>
      times.flatMap(([value, { denominator }]) => (denominator === 0 ? [] : [[value, denominator] as const])),
  ) as OverCases<Values>["fold"],
};

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
    formula: {
      vi: "tổng thời gian từ lúc đăng nhập đến khi nộp thành công ÷ số hồ sơ trực tuyến đã nộp",
      en: "total time from login to successful submission ÷ online cases submitted",
    },
    regulation: {
      vi: "Nghị định 45/2020/NĐ-CP, Điều 11 khoản 1: Cổng Dịch vụ công phản hồi tự động xác nhận đã gửi thành công và thông báo thời điểm tiếp nhận chính thức; hai mốc khác nhau, ở đây tính đến khi nộp thành công.",
      en: "Decree 45/2020/NĐ-CP, article 11(1): the portal confirms that a file was sent and says when it is officially received; those are two moments, and this measures up to the first.",
    },
    choices: [
      {
        vi: "Tệp có cả thời điểm và cột thời gian nộp thì dùng thời điểm, cho mọi hồ sơ. Hồ sơ có đăng nhập sau khi nộp không tính.",
        en: "Where a log has both times and a column of durations, the times serve, for every case. A case whose login lies after its submission is left out.",
      },
      {
        vi: "Hồ sơ không rõ hình thức nộp có thể là trực tuyến hoặc không: tính thử mọi cách; nếu có cách cho kết luận khác thì chưa kết luận được.",
        en: "A case of an unknown channel may be online or not: where one way of taking them would turn the verdict it is undecided.",
      },
      {
        vi: "Luôn tính theo thời gian thực, không theo giờ làm việc.",
        en: "Always elapsed time, never working time.",
      },
    ],
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
