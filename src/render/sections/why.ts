/** Section 4: why each figure moved since the period before: what moved within the procedures, and the shift between them. */

import type { Result } from "../../judge/verdict.ts";
import type { Move, Report } from "../../report/report.ts";
import { about, aboutBeside, type Clock, type Language, withUnit } from "../../text/language.ts";
import { periodicLabel, periodicSentence } from "../../text/periodic.ts";
import {
  type Block,
  type Cell,
  type Chart,
  cell,
  type Making,
  numbers,
  type Section,
  text,
  words,
} from "../document.ts";
import { targetLimit } from "../wording/targets.ts";
import { fullName, title } from "../wording/titles.ts";
import { clockOf, measured } from "../wording/values.ts";
import { changeCell, inUnit, signed, sourceOf, unitCell } from "./cells.ts";

export function whySection({ report, language }: Making): Section | null {
  const { periodic } = report;
  if (periodic === undefined || periodic.moves.length === 0) return null;
  return {
    id: "why",
    title: periodicLabel("why", language),
    // The sentences first: the pictures behind them stand beside each other.
    blocks: [
      ...periodic.moves.flatMap((move) => sentencesOf(move, report, language)),
      ...periodic.moves.flatMap((move) => {
        const result = report.results.find(({ key, group }) => key === move.key && group === null) as Result;
        return isStill(move, result, clockOf(result, report), language)
          ? []
          : [chartOf(move, result, report, language)];
      }),
    ],
  };
}

function sentencesOf(move: Move, report: Report, language: Language): Block[] {
  const result = report.results.find(({ key, group }) => key === move.key && group === null) as Result;
  const clock = clockOf(result, report);
  const name = title(result, language);
  const { side, before, now, performance, mix, opposite, likeForLike } = move;
  const unit = unitOf(move, result);
  const like = Math.max(before, now);
  const show = (value: number) =>
    inUnit(value, unit, language, { clock, like, limit: side === null ? targetLimit(result) : null });
  const change = signed(now - before, unit, language, clock, like);
  const direction = !/[1-9]/.test(change) ? "same" : now > before ? "up" : "down";
  // Beside the target with as many decimals as show on which side of it a cut lies.
  const limit = targetLimit(result);
  const data = {
    title: name,
    side,
    direction,
    isStill: isStill(move, result, clock, language),
    before: show(before),
    now: side === null ? measured(result, language) : show(now),
    size: change.replace(/^[−+]/, ""),
    performance: signed(performance, unit, language, clock, like),
    mix: signed(mix, unit, language, clock, like),
    cutBefore: cut(cutOf(move, report.periodic?.before?.results), limit, language),
    cutNow: cut(cutOf(move, report.results), limit, language),
  };
  return [
    text(periodicSentence("move", data, language)),
    ...(opposite ? [text(periodicSentence("opposite", data, language), true)] : []),
    ...(likeForLike === null || side !== "online"
      ? []
      : [
          text(
            periodicSentence(
              "likeForLike",
              {
                now: cut(likeForLike.now, limit, language),
                before: cut(likeForLike.before, limit, language),
                raw: data.cutNow,
                isNone: likeForLike.now === null,
              },
              language,
            ),
          ),
        ]),
  ];
}

/** The cut of a reduction in some days; null where it has none. */
function cutOf({ key }: Move, results: readonly Result[] = []): number | null {
  const measure = results.find((one) => one.key === key && one.group === null)?.measure;
  return measure?.kind === "reduction" ? measure.value : null;
}

/** A cut in words: 25 % shorter; one below 0 is so much longer. */
function cut(value: number | null, limit: number | null, language: Language): string {
  const size =
    value === null
      ? null
      : withUnit(value < 0 ? about(-value, 1, language) : aboutBeside(value, limit, language), "percent", language);
  return periodicSentence("cut", { size, isLonger: value !== null && value < 0 }, language);
}

/** Hours and days of a mean may be worked ones. */
function unitOf({ unit }: Move, { measure, unit: own }: Result): string {
  return measure?.kind === "mean" ? own : unit;
}

/** What did not move, as far as its decimals show, needs no picture. */
function isStill(move: Move, result: Result, clock: Clock, language: Language): boolean {
  const { before, now, performance, mix } = move;
  const unit = unitOf(move, result);
  const like = Math.max(before, now);
  return ![performance, mix].some((part) => /[1-9]/.test(signed(part, unit, language, clock, like)));
}

function chartOf(move: Move, result: Result, report: Report, language: Language): Chart {
  const clock = clockOf(result, report);
  const say = (name: Parameters<typeof periodicLabel>[0]) => periodicLabel(name, language);
  const { side, before, now, performance, mix } = move;
  const unit = unitOf(move, result);
  const sideName = side === null ? "" : ` · ${say(side)}`;
  // One unit for a picture: 4.13 days, +2.05 days, and never +0.0 minutes.
  const like = Math.max(before, now);
  const show = (value: number) =>
    inUnit(value, unit, language, { clock, like, limit: side === null ? targetLimit(result) : null });
  const moved = (value: number) => signed(value, unit, language, clock, like);
  const change = moved(now - before);
  const name = `${title(result, language)}${sideName}`;
  const rate = (value: number | null): Cell =>
    value === null ? cell("") : unitCell(show(value), value, unit, language, clock);
  const share = (value: number): Cell => {
    return {
      text: withUnit(about(100 * value, 1, language), "percent", language),
      value: 100 * value,
      format: "percent",
    };
  };
  const part = (value: number): Cell => changeCell(value, unit, language, clock, like);
  return {
    kind: "chart",
    title: periodicSentence(
      "moveTitle",
      {
        now: show(now),
        size: change.replace(/^[−+]/, ""),
        direction: !/[1-9]/.test(change) ? "same" : now > before ? "up" : "down",
      },
      language,
    ),
    subtitle: name,
    source: sourceOf(report, result, language),
    description: periodicSentence(
      "moveChart",
      { title: name, before: show(before), now: show(now), performance: moved(performance), mix: moved(mix) },
      language,
    ),
    isMain: result.verdict === "fail",
    drawing: {
      type: "steps",
      shown: show,
      // Beside each other there is room for short words only; the title has them whole.
      // A time has the unit of those at the ends.
      changed: (change) =>
        moved(change)
          .replace(/\u00a0%$/, "")
          .replace(/ percentage points$/, " pts")
          .replace(unit === "seconds" || unit === "days" ? /[\s\u00a0]\p{L}+(?: \p{L}+)*$/u : "", ""),
      from: { label: say("before"), value: before },
      steps: [
        { label: say("performance"), change: performance },
        { label: say("mix"), change: mix },
      ],
      to: { label: say("now"), value: now },
    },
    table: {
      kind: "table",
      caption: name,
      columns: [
        words(say("procedure")),
        numbers(say("shareBefore")),
        numbers(say("shareNow")),
        numbers(say("before")),
        numbers(say("now")),
        numbers(say("performance")),
        numbers(say("mix")),
      ],
      rows: move.groups.map((group) => [
        cell(fullName("procedure", group.name, report, language)),
        share(group.weightBefore),
        share(group.weightNow),
        rate(group.before),
        rate(group.now),
        part(group.performance),
        part(group.mix),
      ]),
    },
  };
}
