/** Section 5: what the rest of the year must be for each target of the year. */
import type { Need, Report, Result } from "../../report/report.ts";
import { about, type Language, withUnit } from "../../text/language.ts";
import { periodicLabel, periodicSentence } from "../../text/periodic.ts";
import { type Block, cell, type Making, numbers, type Section, type Tone, text, words } from "../document.ts";
import { target, title } from "../wording.ts";
import { inUnit, wholeCell } from "./cells.ts";

export function needsSection({ report, language }: Making): Section | null {
  const { periodic } = report;
  if (periodic === undefined || periodic.needs.length === 0) return null;
  const { needs } = periodic;
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
                cell(doneText(need, result, language)),
                wholeCell(need.expected?.n ?? null, language),
                // More than all cannot be reached: the number would only confuse.
                need.required === null || need.state === "secured" || need.state === "unreachable"
                  ? cell("")
                  : {
                      text: precisely(need.required, unitOf(need, result), language),
                      value: need.required,
                      format: "decimal" as const,
                    },
                cell(say(need.state), tones[need.state]),
              ];
            }),
          },
          { kind: "list" as const, items: known.map((need) => needText(need, resultOf(report, need), language)) },
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

function doneText(need: Need, result: Result, language: Language): string {
  const { sum, n } = need.done;
  const { measure } = result;
  if (measure?.kind === "ratio") return `${wholeCell(sum, language).text}/${wholeCell(n, language).text}`;
  if (measure?.kind === "mean") return precisely(sum / n / 60, "minutes", language);
  return inUnit(sum / n, unitOf(need, result), language);
}

/** With a hundredth: rounded to a tenth what is needed may look like the target itself. */
function precisely(value: number, unit: string, language: Language): string {
  return unit === "seconds" || unit === "days"
    ? inUnit(value, unit, language)
    : withUnit(about(value, 2, language), unit, language);
}

/** What a target takes, in a sentence. */
export function needText(need: Need, result: Result, language: Language): string {
  const { state, done, expected, required, cases, inPersonMean } = need;
  const upper = result.target?.below !== undefined || result.target?.atMost !== undefined;
  const data = {
    title: title(result, language),
    target: target(result, language),
    sum: done.sum,
    n: done.n,
    more: expected?.n ?? 0,
    cases: cases ?? 0,
    done: doneText(need, result, language),
    required: required === null ? "" : precisely(required, unitOf(need, result), language),
    inPerson: inPersonMean === null ? "" : inUnit(inPersonMean, unitOf(need, result), language),
    bound: result.target?.below !== undefined ? "<" : upper ? "≤" : "≥",
  };
  if (state === "secured") return periodicSentence("needSecured", data, language);
  if (state === "unreachable") return periodicSentence("needUnreachable", data, language);
  if (inPersonMean !== null) return periodicSentence("needReduction", data, language);
  if (cases === null) return periodicSentence("needMean", data, language);
  return periodicSentence(upper ? "needCeiling" : "needShare", data, language);
}
