import { either, groupBy } from "../measures/combinators.ts";
import type { OnTimeMeasure } from "../measures/measure.ts";
import { share } from "../measures/sums.ts";
import { overdueFrom } from "../time/civil.ts";
import { defineKpi } from "./kpi.ts";

export default defineKpi(
  {
    id: "on-time-share",
    when: "completed",
    unit: "percent",
    needs: ["dueAt", "completedAt"],
    title: { vi: "Tỷ lệ hồ sơ giải quyết đúng hạn", en: "Cases resolved on time" },
    definition: {
      vi: "Số hồ sơ giải quyết trước hạn, đúng hạn trên tổng số hồ sơ đã giải quyết và hồ sơ đang giải quyết quá hạn. Tính đến khi giải quyết xong: người dân đến nhận kết quả muộn không phải là trễ hạn.",
      en: "Cases done by their due time over the cases done and the open ones past due. Done is finished_at, where that is blank returned_at: a result fetched late was not late. An open case counts in the period of its due time.",
    },
    formula: {
      vi: "số hồ sơ xử lý xong chậm nhất vào thời điểm hẹn trả ÷ (số hồ sơ đã xử lý xong + số hồ sơ đang giải quyết đã quá hạn)",
      en: "cases done by their due time ÷ (cases done + open cases past due)",
    },
    regulation: {
      vi: "Quyết định 766/QĐ-TTg ngày 23/6/2022 có chỉ số “Tỷ lệ hồ sơ xử lý trước hạn, đúng hạn”. Các địa phương tính mẫu số khác nhau: có nơi chỉ tính hồ sơ đã giải quyết, có nơi tính cả hồ sơ đang giải quyết đã trễ hạn; ở đây nêu cả hai.",
      en: "Decision 766/QĐ-TTg of 23/6/2022 has the index “Tỷ lệ hồ sơ xử lý trước hạn, đúng hạn”. Provinces use different denominators: finished cases only, or with the open ones past due; both are given here.",
    },
    choices: [
      {
        vi: "Ngày hẹn trả không ghi giờ là đến hết ngày. Hồ sơ đang giải quyết thuộc kỳ của ngày hẹn trả, xét khi hết ngày tính: hẹn trả trong ngày đó mà hết ngày chưa xong là quá hạn.",
        en: "A due date without a time is the end of that day. An open case lies in the period of its due time and is judged at the end of the as-of day: due on that day and not done when it ended is past due.",
      },
      {
        vi: "Hồ sơ xong trước khi tiếp nhận, hoặc hẹn trả trước ngày tiếp nhận thì không tính được; trạng thái là đang xử lý thì chưa xong, dù ô ngày ghi gì.",
        en: "A case that was done, or due, before it was received is left out; one whose status says that work goes on is not done, whatever stands in its cells.",
      },
      {
        vi: "Phần tóm tắt của mọi báo cáo nêu thêm cách tính của Quyết định 766/QĐ-TTg: (hồ sơ giải quyết đúng hạn + hồ sơ đang giải quyết chưa đến hạn) ÷ tất cả.",
        en: "Every summary gives beside it what the index of Decision 766/QĐ-TTg counts: (done in time + open and not yet due) ÷ all.",
      },
    ],
    example: {
      cases: [
        { dueAt: 86_399, completedAt: 86_399 },
        { dueAt: 86_399, completedAt: 86_400 },
        { dueAt: 10 * 86_400 + 86_399, completedAt: null }, // due on day 10, and not done when it ended
        { dueAt: 11 * 86_400 + 3_600, completedAt: null }, // due on day 11: not past due yet
      ],
      gives: {
        kind: "ratio",
        numerator: 1,
        denominator: 3,
        alongside: { finishedOnly: 50 },
        cases: { overdue: 1, notDue: 1 },
      } as OnTimeMeasure,
      note: {
        vi: "Tính đến hết ngày 11: hồ sơ thứ ba hẹn trả ngày đó mà hết ngày chưa xong nên đã quá hạn, hồ sơ thứ tư chưa đến hạn.",
        en: "As of the end of day 11: the third case was due on that day and was not done when it ended, so it is past due; the fourth is not due yet.",
      },
    },
  },
  either(
    (c) => c.completedAt !== null,
    share({ is: (c) => (c.completedAt as number) <= c.dueAt }),
    groupBy((c) => overdueFrom(c.dueAt), share({ is: () => true })),
    (done, open, { asOfDay, lastDay }): OnTimeMeasure => {
      const day = Math.min(asOfDay ?? -1, lastDay ?? Number.MAX_SAFE_INTEGER);
      const pastDue = open.reduce((sum, [from, { denominator }]) => (from <= day ? sum + denominator : sum), 0);
      const all = open.reduce((sum, [, { denominator }]) => sum + denominator, 0);
      return {
        kind: "ratio",
        numerator: done.numerator,
        denominator: done.denominator + pastDue,
        alongside: { finishedOnly: done.denominator === 0 ? null : (100 * done.numerator) / done.denominator },
        cases: { overdue: pastDue, notDue: all - pastDue },
      };
    },
  ),
);
