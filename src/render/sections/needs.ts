/** Section 5: what the rest of the year must be for each target of the year. */
import type { Need, Report, Result } from "../../report/report.ts";
import { aboutBeside, type Clock, keeping, type Language, processingTime, withUnit } from "../../text/language.ts";
import { periodicLabel, periodicSentence } from "../../text/periodic.ts";
import { type Block, cell, type Making, numbers, type Section, type Tone, text, words } from "../document.ts";
import { target, targetLimit, title } from "../wording.ts";
import { inUnit, wholeCell } from "./cells.ts";

export function needsSection({ report, language }: Making): Section | null {
  const { periodic } = report;
  if (periodic === undefined || periodic.needs.length === 0) return null;
  const { needs } = periodic;
  const { clock } = report.options;
  const say = (name: Parameters<typeof periodicLabel>[0]) => periodicLabel(name, language);
  const head = { id: "needs", title: say("needs") };
  if (needs.every(({ state }) => state === "over")) {
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
            caption: say("needs"),
            columns: [
              words(say("kpi")),
              numbers(say("target")),
              numbers(say("done")),
              numbers(say("expected")),
              numbers(say("required")),
              words(say("needState")),
            ],
            rows: known.map((need) => {
              const result = resultOf(report, need);
              return [
                cell(title(result, language)),
                cell(target(result, language)),
                cell(doneText(need, result, clock, language)),
                wholeCell(need.expected?.n ?? null, language),
                // More than all cannot be reached: the number would only confuse.
                need.required === null || need.state === "secured" || need.state === "unreachable"
                  ? cell("")
                  : {
                      text: requiredText(need, result, clock, language),
                      value: need.required,
                      format: "decimal" as const,
                    },
                cell(say(need.state), tones[need.state]),
              ];
            }),
          },
          {
            kind: "list" as const,
            items: known.map((need) => needText(need, resultOf(report, need), clock, language)),
          },
        ]),
    ...(unknown.length === 0
      ? []
      : [
          text(
            periodicSentence(
              "needUnknown",
              { titles: unknown.map((need) => title(resultOf(report, need), language)) },
              language,
            ),
          ),
        ]),
  ];
  return { ...head, blocks };
}

const tones: Readonly<Record<Need["state"], Tone>> = {
  secured: "pass",
  reachable: "none",
  unreachable: "fail",
  over: "none",
  unknown: "none",
};

/** The result of the year to date that a need speaks of. */
function resultOf({ periodic }: Report, { key }: Need): Result {
  return periodic?.yearToDate.results.find((one) => one.key === key && one.group === null) as Result;
}

/** Of a reduction it is a time that is required. */
function unitOf({ inPersonMean }: Need, result: Result): string {
  if (inPersonMean === null) return result.unit;
  return result.measure?.kind === "reduction" ? result.measure.sumsIn : "seconds";
}

function doneText(need: Need, result: Result, clock: Clock, language: Language): string {
  const { sum, n } = need.done;
  const { measure } = result;
  if (measure?.kind === "ratio") return `${wholeCell(sum, language).text}/${wholeCell(n, language).text}`;
  if (measure?.kind === "mean")
    return withUnit(aboutBeside(sum / n / 60, targetLimit(result), language, 2), "minutes", language);
  return inUnit(sum / n, unitOf(need, result), language, { clock });
}

/** The rate that is required, with a hundredth, rounded to the side that keeps the target. */
function requiredText(need: Need, result: Result, clock: Clock, language: Language): string {
  if (need.required === null) return "";
  const unit = unitOf(need, result);
  // Of a reduction it is the time online that may not be longer.
  const side = isUpper(result) || need.inPersonMean !== null ? "most" : "least";
  if (unit === "seconds" || unit === "days") return processingTime(need.required, unit, clock, language, side);
  return withUnit(keeping(need.required, side, 2, language), unit, language);
}

function isUpper({ target: bound }: Result): boolean {
  return bound?.below !== undefined || bound?.atMost !== undefined;
}

/** What a target takes, in a sentence. */
export function needText(need: Need, result: Result, clock: Clock, language: Language): string {
  const { state, done, expected, cases, inPersonMean } = need;
  const upper = isUpper(result);
  const data = {
    title: title(result, language),
    target: target(result, language),
    sum: done.sum,
    n: done.n,
    more: expected?.n ?? 0,
    cases: cases ?? 0,
    done: doneText(need, result, clock, language),
    required: requiredText(need, result, clock, language),
    inPerson: inPersonMean === null ? "" : inUnit(inPersonMean, unitOf(need, result), language, { clock }),
    bound: result.target?.below !== undefined ? "<" : upper ? "≤" : "≥",
  };
  if (state === "secured") return periodicSentence("needSecured", data, language);
  if (state === "unreachable") return periodicSentence("needUnreachable", data, language);
  if (inPersonMean !== null) return periodicSentence("needReduction", data, language);
  if (cases === null) return periodicSentence("needMean", data, language);
  return periodicSentence(upper ? "needCeiling" : "needShare", data, language);
}
