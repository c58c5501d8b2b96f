import type { Readable } from "../case.ts";
import { combine, type Fold, groupBy, type MeanParts, mean, tally, type Values, when } from "../fold.ts";
import { defineKpi } from "../kpi.ts";

type C = Pick<Readable, "channel" | "processingTime" | "procedure">;

const seconds = (c: C) => c.processingTime.seconds as number;
const days = (c: C) => c.processingTime.days;

/** Both channels' means and values in one unit of time, over the cases that have it. */
function bothChannels<S>(value: (c: C) => number, values: Fold<C, S, Values>) {
  return combine(
    {
      inPerson: when((c: C) => c.channel === "in_person", mean(value)),
      online: when((c: C) => c.channel === "online", mean(value)),
      inPersonValues: when((c: C) => c.channel === "in_person", values),
      onlineValues: when((c: C) => c.channel === "online", values),
      procedures: groupBy(
        (c: C) => c.procedure,
        combine(
          {
            inPerson: when((c: C) => c.channel === "in_person", mean(value)),
            online: when((c: C) => c.channel === "online", mean(value)),
          },
          (means) => means,
        ),
      ),
    },
    (parts) => parts,
  );
}

/**
 * The reduction with each procedure's means weighted by its online cases, over the procedures that have both channels,
 * in percent, and the share of online cases so covered. Summed in the order of the procedures, so that the same log
 * gives the same bits however it was cut.
 */
function likeForLike(
  procedures: readonly (readonly [key: string, means: { inPerson: MeanParts; online: MeanParts }])[],
  onlineCases: number,
): { value: number | null; cover: number | null } {
  let online = 0;
  let expected = 0;
  let covered = 0;
  for (const [, means] of procedures) {
    if (means.inPerson.n === 0 || means.online.n === 0) continue;
    online += means.online.sum;
    expected += (means.online.n * means.inPerson.sum) / means.inPerson.n;
    covered += means.online.n;
  }
  return {
    value: expected > 0 ? 100 * (1 - online / expected) : null,
    cover: onlineCases > 0 ? (100 * covered) / onlineCases : null,
  };
}

export default defineKpi(
  {
    id: "processing-time-reduction",
    when: "finished",
    unit: "percent",
    channels: ["in_person", "online"],
    needs: ["channel", "processingTime", "procedure"],
    title: {
      vi: "Mức giảm thời gian xử lý so với nộp trực tiếp",
      en: "Processing time cut, online vs in person",
    },
    definition: {
      vi: "Mức giảm thời gian trung bình từ khi tiếp nhận đến khi trả kết quả của hồ sơ trực tuyến so với hồ sơ trực tiếp. Hồ sơ nộp qua bưu chính không tính vào bên nào.",
      en: "By how much the mean time from receipt to return of the result is lower for online cases than for cases handed in in person. Postal cases are in neither.",
    },
    example: {
      cases: [
        { channel: "in_person", processingTime: { seconds: 36_000, days: 0 }, procedure: "A" },
        { channel: "in_person", processingTime: { seconds: 72_000, days: 1 }, procedure: "B" },
        { channel: "online", processingTime: { seconds: 27_000, days: 0 }, procedure: "A" },
        { channel: "postal", processingTime: { seconds: 90_000, days: 1 }, procedure: "A" },
      ],
      gives: {
        kind: "reduction",
        // 54,000 s in person against 27,000 s online: half; on procedure A alone 36,000 s against 27,000 s: a quarter.
        inPerson: { sum: 108_000, n: 2, squares: 6_480_000_000n },
        online: { sum: 27_000, n: 1, squares: 729_000_000n },
        inDays: false,
        excluded: { "no-time-of-day": 0 },
        likeForLike: { value: 25, cover: 100 },
        values: {
          inPerson: [
            [600, 1],
            [1200, 1],
          ],
          online: [[450, 1]],
        },
      },
    },
  },
  combine(
    {
      // Minutes: a median exact to the minute, rounded down.
      timed: when(
        (c: C) => c.processingTime.seconds !== null,
        bothChannels(seconds, tally((c) => Math.floor(seconds(c) / 60))),
      ),
      dated: when((c: C) => c.processingTime.seconds === null, bothChannels(days, tally(days))),
    },
    ({ timed, dated }, { processingInDays }) => {
      const used = processingInDays ? dated : timed;
      const unused = processingInDays ? timed : dated;
      return {
        kind: "reduction",
        inPerson: used.inPerson,
        online: used.online,
        inDays: processingInDays,
        excluded: { "no-time-of-day": unused.inPerson.n + unused.online.n },
        likeForLike: likeForLike(used.procedures, used.online.n),
        values: { inPerson: used.inPersonValues, online: used.onlineValues },
      };
    },
  ),
);
