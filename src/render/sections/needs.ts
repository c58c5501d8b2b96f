/** Section 5: what the rest of the year must be for each target of the year. */

import type { Result } from "../../judge/verdict.ts";
import type { Report, YearNeed } from "../../report/report.ts";
import { aboutBeside, type Clock, keeping, type Language, processingTime, withUnit } from "../../text/language.ts";
import { periodicLabel, periodicSentence } from "../../text/periodic.ts";
import { periodLabel } from "../../text/periods.ts";
import {
  type Block,
  type Cell,
  cell,
  type Making,
  numbers,
  type Section,
  type Tone,
  text,
  words,
} from "../document.ts";
import { target, targetLimit } from "../wording/targets.ts";
import { title } from "../wording/titles.ts";
import { clockOf } from "../wording/values.ts";
import { inUnit, unitCell, wholeCell } from "./cells.ts";
import { forecastBlocks } from "./forecast.ts";

export function needsSection(making: Making): Section | null {
  const { report, language } = making;
  const { periodic } = report;
  if (periodic === undefined) return null;
  const { needs } = periodic;
  const open = periodic.yearToDate.results.filter(
    ({ verdict, group, input, target: bound }) =>
      verdict === "undecided" && group === null && input === "cases" && bound !== null,
  );
  if (needs.length + open.length === 0) return null;
  const say = (name: Parameters<typeof periodicLabel>[0]) => periodicLabel(name, language);
  const head = { id: "needs", title: say("needs") };
  if (needs.length > 0 && needs.every(({ state }) => state === "over")) {
    return { ...head, blocks: [text(periodicSentence("needOver", {}, language))] };
  }
  const known = needs.filter(({ expected, state }) => expected !== null && state !== "unknown");
  const unknown = needs.filter(({ state }) => state === "unknown");
  const blocks: Block[] = [
    ...(known.length === 0
      ? []
      : [
          text(periodicSentence("expectedFrom", { from: known[0].expected?.from }, language)),
          text(periodicSentence("arithmetic", {}, language)),
          {
            kind: "table" as const,
            caption: "",
            columns: [
              words(say("kpi")),
              numbers(say("target")),
              numbers(say("done")),
              numbers(say("expected")),
              numbers(say("required")),
              numbers(say("best")),
              words(say("needState")),
            ],
            rows: known.map((need) => {
              const result = resultOf(report, need);
              const clock = clockOf(result, report);
              return [
                cell(title(result, language)),
                cell(target(result, language)),
                doneCell(need, result, clock, language),
                wholeCell(need.expected?.n ?? null, language),
                // More than all cannot be reached: the number would only confuse.
                need.state === "secured" || need.state === "unreachable"
                  ? cell("")
                  : requiredCell(need, result, clock, language),
                bestCell(need, result, clock, language),
                cell(stateText(need, language), tones[need.state]),
              ];
            }),
          },
          ...known.flatMap((need) => {
            if (need.inPersonMean === null || need.state !== "reachable") return [];
            const result = resultOf(report, need);
            const clock = clockOf(result, report);
            const inPerson = inUnit(need.inPersonMean, unitOf(need, result), language, { clock });
            return [text(periodicSentence("needInPerson", { title: title(result, language), inPerson }, language))];
          }),
        ]),
    ...whys.flatMap((why) => {
      const those = unknown.filter((need) => (need.why ?? "no-case") === why);
      const titles = those.map((need) => title(resultOf(report, need), language));
      return titles.length === 0 ? [] : [text(periodicSentence("needUnknown", { titles, why }, language))];
    }),
    ...(open.length === 0
      ? []
      : [text(periodicSentence("needOpen", { titles: open.map((one) => title(one, language)) }, language))]),
  ];
  return { ...head, blocks: [...blocks, ...forecastBlocks(making)] };
}

const whys = ["no-case", "not-whole", "outside-calendar", "not-used"] as const satisfies readonly NonNullable<
  YearNeed["why"]
>[];

const tones: Readonly<Record<YearNeed["state"], Tone>> = {
  secured: "pass",
  reachable: "none",
  unreachable: "fail",
  over: "none",
  unknown: "none",
};

/** The result of the year to date that a need speaks of. */
function resultOf({ periodic }: Report, { key }: YearNeed): Result {
  return periodic?.yearToDate.results.find((one) => one.key === key && one.group === null) as Result;
}

/** Of a reduction it is a time that is required. */
function unitOf({ inPersonMean }: YearNeed, result: Result): string {
  if (result.measure?.kind === "reduction") return result.measure.sumsIn;
  return inPersonMean === null ? result.unit : "seconds";
}

function doneText(need: YearNeed, result: Result, clock: Clock, language: Language): string {
  const { sum, n } = need.done;
  const { measure } = result;
  if (measure?.kind === "ratio") return `${wholeCell(sum, language).text}/${wholeCell(n, language).text}`;
  if (measure?.kind === "mean")
    return withUnit(
      aboutBeside(sum / n / (measure.per ?? 60), targetLimit(result), language, 2),
      result.unit,
      language,
    );
  return inUnit(sum / n, unitOf(need, result), language, { clock });
}

function doneCell(need: YearNeed, result: Result, clock: Clock, language: Language): Cell {
  const { sum, n } = need.done;
  const said = doneText(need, result, clock, language);
  // The share of them, where a number must be one.
  if (result.measure?.kind === "ratio") return { text: said, value: (100 * sum) / n, format: "percent", places: 2 };
  const { measure } = result;
  const per = measure?.kind === "mean" ? (measure.per ?? 60) : 1;
  return unitCell(said, sum / n / per, unitOf(need, result), language, clock);
}

/** The side to which what is required is rounded: of a reduction it is the time online that may not be longer. */
const sideOf = (need: YearNeed, result: Result) => (isUpper(result) || need.inPersonMean !== null ? "most" : "least");

/** The rate that is required, with a hundredth, rounded to the side that keeps the target. */
function requiredText(need: YearNeed, result: Result, clock: Clock, language: Language): string {
  if (need.required === null) return "";
  const unit = unitOf(need, result);
  const side = sideOf(need, result);
  if (unit === "seconds" || unit === "days") return processingTime(need.required, unit, clock, language, side);
  return withUnit(keeping(need.required, side, 2, language), unit, language);
}

function requiredCell(need: YearNeed, result: Result, clock: Clock, language: Language): Cell {
  if (need.required === null) return cell("");
  const said = requiredText(need, result, clock, language);
  const { value, ...rest } = unitCell(said, need.required, unitOf(need, result), language, clock);
  // A spreadsheet rounds what it shows to the nearest: the number keeps the target as the text does.
  const round = sideOf(need, result) === "most" ? Math.floor : Math.ceil;
  const kept = round(Number(((value ?? 0) * 100).toFixed(6))) / 100;
  return { ...rest, value: kept, places: 2 };
}

/** The best of the last periods, and when that was. */
function bestCell(need: YearNeed, result: Result, clock: Clock, language: Language): Cell {
  if (need.best === null) return cell("");
  const { value, period } = need.best;
  const unit = unitOf(need, result);
  const shown =
    unit === "seconds" || unit === "days"
      ? inUnit(value, unit, language, { clock })
      : withUnit(aboutBeside(value, need.required, language), unit, language);
  return unitCell(`${shown} (${periodLabel(period, language)})`, value, unit, language, clock);
}

/** What arithmetic says, and what the last periods say of it. */
function stateText({ state, beyondBest, best }: YearNeed, language: Language): string {
  const said = periodicLabel(state, language);
  if (beyondBest !== true || best === null) return said;
  return periodicSentence("neverYet", { state: said, count: best.of }, language);
}

function isUpper({ target: bound }: Result): boolean {
  return bound?.below !== undefined || bound?.atMost !== undefined;
}

/**
 * What the rest of the year must be for a target that a period missed, in a few words; "" where nothing can be said or done,
 * and where it allows what misses the target: of a year that still keeps it, or a mean in person that was longer.
 */
export function needStep(report: Report, missed: Result, language: Language): string {
  const need = report.periodic?.needs.find(({ key }) => key === missed.key);
  if (need === undefined || report.periodic === undefined) return "";
  const result = resultOf(report, need);
  const clock = clockOf(result, report);
  const { state, expected, cases, best, beyondBest, required, inPersonMean } = need;
  // That the year is lost is no step: it is said of all that are, in one line.
  if (state !== "reachable" || result.verdict !== "fail") return "";
  const { slack } = missed;
  if (slack !== null && "onlineMean" in slack && (required ?? 0) > slack.onlineMean) return "";
  const never = beyondBest === true && best !== null;
  return periodicSentence(
    "needStep",
    {
      kind: inPersonMean !== null ? "reduction" : cases === null ? "mean" : "share",
      cases,
      more: expected?.n ?? 0,
      isCeiling: isUpper(result),
      // "dưới 8 phút": a mean that is the bound misses it.
      isStrict: result.target?.below !== undefined || result.target?.above !== undefined,
      isRating: result.kpi.startsWith("satisfaction"),
      required: requiredText(need, result, clock, language),
      inPerson: inPersonMean === null ? "" : inUnit(inPersonMean, unitOf(need, result), language, { clock }),
      never: never ? best.of : 0,
    },
    language,
  );
}
