/** What a report of a period comes to, in a few sentences; each is made of its figures by a rule. */
import type { Report, Result, View } from "../report/report.ts";
import type { Language } from "../text/language.ts";
import { noteText } from "../text/notes.ts";
import { periodicSentence } from "../text/periodic.ts";
import { isOwn, serviceLines } from "./wording.ts";

const titlesOf = (results: readonly Result[], language: Language) =>
  results.map((result) => result.title[language] + (result.each ? ` ${result.group?.name ?? ""}` : ""));

/** What it comes to: the verdicts, how they changed, and the year. */
export function leadOf(report: Report, language: Language): string[] {
  const { periodic, period, summary } = report;
  if (periodic === undefined || period === null) return [];
  const own = report.results.filter(isOwn);
  const with_ = (v: Result["verdict"]) =>
    titlesOf(
      own.filter((result) => result.verdict === v && result.reason !== "not-due"),
      language,
    );
  const judged = summary.pass + summary.fail;
  const noData = with_("no-data");
  const undecided = with_("undecided");
  const { yearToDate: ytd } = periodic;
  const unreachable = periodic.needs
    .filter(({ state }) => state === "unreachable")
    .map(({ key }) => own.find((result) => result.key === key))
    .filter((result) => result !== undefined);
  // What the figures are not of comes with them, not in a later section.
  const limits = report.notes.filter(({ code }) => code === "other-year" || code === "period-not-covered");
  return [
    ...limits.map(({ code, data }) => noteText(code, data, language)),
    judged === 0
      ? periodicSentence("nothingJudged", { period: period.name }, language)
      : periodicSentence(
          "verdicts",
          { judged, pass: summary.pass, fail: summary.fail, failed: with_("fail"), period: period.name },
          language,
        ),
    ...serviceLines(report, language),
    ...(undecided.length > 0 ? [periodicSentence("undecided", { titles: undecided }, language)] : []),
    ...(noData.length > 0 ? [periodicSentence("noData", { titles: noData }, language)] : []),
    ...[periodic.before, periodic.yearBefore].flatMap((view) => (view === null ? [] : [changes(view, own, language)])),
    ...(ytd.summary.pass + ytd.summary.fail > 0 && ytd.name !== period.name
      ? [
          periodicSentence(
            "yearToDate",
            {
              period: ytd.name,
              pass: ytd.summary.pass,
              judged: ytd.summary.pass + ytd.summary.fail,
              unreachable: titlesOf(unreachable, language),
            },
            language,
          ),
        ]
      : []),
  ];
}

/** Which verdicts changed since another period. */
function changes(view: View, own: readonly Result[], language: Language): string {
  const was = new Map(view.results.map((result) => [`${result.key} ${result.group?.name}`, result.verdict]));
  const turned = (from: Result["verdict"], to: Result["verdict"]) =>
    titlesOf(
      own.filter((result) => result.verdict === to && was.get(`${result.key} ${result.group?.name}`) === from),
      language,
    );
  const gained = turned("fail", "pass");
  const lost = turned("pass", "fail");
  const withoutVerdict = ["no-data", "undecided"] as const;
  const gone = withoutVerdict.flatMap((to) => [...turned("pass", to), ...turned("fail", to)]);
  const come = withoutVerdict.flatMap((from) => [...turned(from, "pass"), ...turned(from, "fail")]);
  if ([gained, lost, gone, come].every(({ length }) => length === 0)) {
    return periodicSentence("sameVerdicts", { period: view.name }, language);
  }
  return periodicSentence("changedVerdicts", { period: view.name, gained, lost, gone, come }, language);
}
