import { bySide, combine, finishedBy, groupBy } from "../measures/combinators.ts";
import { compare, exact } from "../measures/exact.ts";
import type { Measure, Values } from "../measures/measure.ts";
import { nameKey } from "../measures/names.ts";
import { mean, share, type TotalState, tally, total } from "../measures/sums.ts";
import type { Readable } from "../records/case.ts";
import { defineKpi, type OverCases } from "./kpi.ts";

type C = Pick<Readable, "channel" | "processingTime" | "procedure">;
/** Of a case from its receipt to its result; `seconds` is null where one end has no time of day. */
type Time = Readable["processingTime"];

/** Seconds; days where one end has no time of day. */
const time = ({ seconds, days }: Time) => seconds ?? days;
/** Minutes, of which a median is exact to the minute, rounded down; days as above. */
const tallied = ({ seconds, days }: Time) => (seconds === null ? days : Math.floor(seconds / 60));

/** The cases of one channel: their mean, their values, and the mean of each procedure. */
const ofChannel = combine(
  {
    mean: mean((c: C) => time(c.processingTime)),
    values: tally((c: C) => tallied(c.processingTime)),
    procedures: groupBy(
      ({ procedure }: C) => procedure,
      total(({ processingTime }: C) => time(processingTime)),
      ({ n }) => n,
    ),
  },
  (of) => of,
);

/** In person, online; the same of cases of which whole days are known. */
const side = (channel: C["channel"], { seconds }: Time) =>
  (channel === "in_person" ? 0 : 1) + (seconds === null ? 2 : 0);

type Procedures = readonly (readonly [key: string, mean: TotalState])[];

/**
 * The reduction with each procedure's means weighted by its online cases, over the procedures that have both channels,
 * in percent, and the share of online cases so covered. Summed in the order of the procedures, so that the same log
 * gives the same bits however it was cut.
 */
function likeForLike(
  inPerson: Procedures,
  online: Procedures,
  onlineCases: number,
): { value: number | null; cover: number | null } {
  const counterparts = new Map(inPerson.map(([procedure, mean]) => [nameKey(procedure), mean]));
  let actual = 0;
  let expected = 0;
  let covered = 0;
  const parts: Part[] = [];
  for (const [procedure, mean] of online) {
    const counterpart = counterparts.get(nameKey(procedure));
    // A procedure of which every case was taken out again has none.
    if (counterpart === undefined || counterpart.n === 0 || mean.n === 0) continue;
    actual += mean.sum;
    expected += (mean.n * counterpart.sum) / counterpart.n;
    covered += mean.n;
    parts.push([mean.n, counterpart]);
  }
  return {
    value: expected > 0 ? onItsSide(100 * (1 - actual / expected), actual, parts) : null,
    cover: onlineCases > 0 ? (100 * covered) / onlineCases : null,
  };
}

/** So many online cases of a procedure, and its cases in person. */
type Part = readonly [n: number, inPerson: TotalState];

/** Decimals of which a target is none finer. */
const finest = 6;

/**
 * A cut in percent that is as good as a round number, on the side of it on which whole numbers say that it lies: of 80,000 s
 * beside 100,000 s doubles make 19.999999999999996. Only then is it worked out exactly.
 */
function onItsSide(value: number, actual: number, parts: readonly Part[]): number {
  const round = Number(value.toFixed(finest));
  if (Math.abs(value - round) > 1e-9) return value;
  let expected = { num: 0n, den: 1n };
  for (const [n, { sum, n: of }] of parts) {
    const part = { num: BigInt(n) * BigInt(sum), den: BigInt(of) };
    expected = { num: expected.num * part.den + part.num * expected.den, den: expected.den * part.den };
  }
  const cut = { num: 100n * (expected.num - BigInt(actual) * expected.den), den: expected.num };
  return round + 1e-12 * compare(cut, exact(round));
}

type Beside = Pick<Readable, "channel" | "otherTime">;

/**
 * The same measure by the clock that is not judged, for a run that tells both; cases that leave the years of the calendar
 * have no working time. Only its means and their quotient are told: no quantiles and no procedures.
 */
export const byOtherClock: OverCases<Measure> = {
  id: "processing-time-reduction/other-clock",
  when: "finished",
  channels: ["in_person", "online"],
  needs: ["channel", "otherTime"],
  isWhole: true,
  fold: finishedBy(
    bySide(
      4,
      ({ channel, otherTime }: Beside) => (otherTime === null ? -1 : side(channel, otherTime)),
      mean(({ otherTime }: Beside) => (otherTime === null ? 0 : time(otherTime))),
    ),
    ([inPersonTimed, onlineTimed, inPersonDated, onlineDated], { processingInDays }): Measure => ({
      kind: "reduction",
      inPerson: processingInDays ? inPersonDated : inPersonTimed,
      online: processingInDays ? onlineDated : onlineTimed,
      inDays: processingInDays,
      excluded: {},
      likeForLike: { value: null, cover: null },
      values: { inPerson: [], online: [] },
    }),
  ) as OverCases<Measure>["fold"],
};

/** Cases of an unknown channel, by their times: each might have been of either side, or of neither. */
export const reductionOfUnknownChannel: OverCases<Values> = {
  id: "processing-time-reduction/unknown-channel",
  when: "finished",
  channels: [null],
  needs: ["processingTime"],
  fold: finishedBy(
    bySide(
      2,
      ({ processingTime }: Pick<Readable, "processingTime">) => (processingTime.seconds === null ? 1 : 0),
      groupBy(
        ({ processingTime }: Pick<Readable, "processingTime">) => time(processingTime),
        share({ is: () => true }),
      ),
    ),
    ([timed, dated], { processingInDays }): Values =>
      (processingInDays ? dated : timed).flatMap(([value, { denominator }]) =>
        denominator === 0 ? [] : [[value, denominator] as const],
      ),
  ) as OverCases<Values>["fold"],
};

export default defineKpi(
  {
    id: "processing-time-reduction",
    comparesChannels: true,
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
    formula: {
      vi: "(thời gian trung bình của hồ sơ trực tiếp − thời gian trung bình của hồ sơ trực tuyến) ÷ thời gian trung bình của hồ sơ trực tiếp",
      en: "(mean time of cases in person − mean time of online cases) ÷ mean time of cases in person",
    },
    choices: [
      {
        vi: "Thời gian tính từ khi tiếp nhận đến khi trả kết quả; tệp không có ngày trả thì đến khi xử lý xong, cho mọi hồ sơ.",
        en: "From receipt to return of the result; where the log has no return, to the end of the work, for every case.",
      },
      {
        vi: "Cột chỉ có ngày, không có giờ thì tính theo số ngày lịch.",
        en: "Where a column holds dates without a time of day, whole calendar days are counted.",
      },
      {
        vi: "Hồ sơ không rõ hình thức nộp có thể là trực tiếp, trực tuyến hoặc bưu chính (không tính vào bên nào): tính thử mọi cách cho từng hồ sơ; nếu có cách cho kết luận khác thì chưa kết luận được.",
        en: "A case of an unknown channel may be in person, online or postal (in neither): where one way of taking them, each by itself, would turn the verdict it is undecided.",
      },
    ],
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
  finishedBy(
    bySide(4, ({ channel, processingTime }: C) => side(channel, processingTime), ofChannel),
    ([inPersonTimed, onlineTimed, inPersonDated, onlineDated], { processingInDays }) => {
      const timed = [inPersonTimed, onlineTimed] as const;
      const dated = [inPersonDated, onlineDated] as const;
      const [inPerson, online] = processingInDays ? dated : timed;
      const unused = processingInDays ? timed : dated;
      return {
        kind: "reduction",
        inPerson: inPerson.mean,
        online: online.mean,
        inDays: processingInDays,
        excluded: { "no-time-of-day": unused[0].mean.n + unused[1].mean.n },
        likeForLike: likeForLike(inPerson.procedures, online.procedures, online.mean.n),
        values: { inPerson: inPerson.values, online: online.values },
      };
    },
  ),
);
