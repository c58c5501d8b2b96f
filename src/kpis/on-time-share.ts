import { combine, groupBy, share, when } from "../fold.ts";
import { defineKpi } from "../kpi.ts";
import { dayOf } from "../time/civil.ts";

export default defineKpi(
  {
    id: "on-time-share",
    when: "completed",
    unit: "percent",
    needs: ["dueAt", "completedAt"],
    title: { vi: "Tỷ lệ hồ sơ giải quyết đúng hạn", en: "Cases resolved on time" },
    definition: {
      vi: "Số hồ sơ giải quyết trước hạn, đúng hạn trên tổng số hồ sơ đã giải quyết và hồ sơ đang giải quyết quá hạn. Tính đến khi giải quyết xong: người dân đến nhận kết quả muộn không phải là trễ hạn.",
      en: "Cases done by their due time over the cases done and the open ones past due. Done is finished_at, else returned_at: a result fetched late was not late. An open case counts in the period of its due time.",
    },
    example: {
      cases: [
        { dueAt: 86_399, completedAt: 86_399 },
        { dueAt: 86_399, completedAt: 86_400 },
        { dueAt: 86_399, completedAt: null }, // past due at the end of day 10
        { dueAt: 10 * 86_400 + 86_399, completedAt: null }, // due at the end of day 10: not past due yet
      ],
      gives: { kind: "ratio", numerator: 1, denominator: 3, alongside: { finishedOnly: 50 } },
    },
  },
  combine(
    {
      done: when((c) => c.completedAt !== null, share({ is: (c) => (c.completedAt as number) <= c.dueAt })),
      // By the first day at whose end the case is past due: one that is due when its day ends is so a day later.
      open: when(
        (c) => c.completedAt === null,
        groupBy((c) => dayOf(c.dueAt + 1), share({ is: () => true })),
      ),
    },
    ({ done, open }, { asOfDay, lastDay }) => {
      const day = Math.min(asOfDay ?? -1, lastDay ?? Number.MAX_SAFE_INTEGER);
      const pastDue = open.reduce((sum, [from, { denominator }]) => (from <= day ? sum + denominator : sum), 0);
      return {
        kind: "ratio",
        numerator: done.numerator,
        denominator: done.denominator + pastDue,
        alongside: { finishedOnly: done.denominator === 0 ? null : (100 * done.numerator) / done.denominator },
      };
    },
  ),
);
