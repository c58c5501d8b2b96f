/** What a report says around its results: the plan and the logs, what must be known first, and the ledger below. */
import { isBeyond } from "../../measures/exact.ts";
import type { Report } from "../../report/report.ts";
import { beside, clean, date, type Language, whole, withUnit } from "../../text/language.ts";
import { noteText } from "../../text/notes.ts";
import { sentence } from "../../text/sentences.ts";
import { fieldTitle, label } from "../../text/titles.ts";
import { lackingInputs, notOfPeriod } from "./targets.ts";

/** The plan and its year, in the words in which an official cites them. */
export function heading(report: Report, language: Language): string {
  return `${clean(report.plan.title[language])} · ${label("targetsOf", language)} ${report.plan.year}`;
}

/** cases.csv · 12.480 hồ sơ · 02/01/2025 – 30/9/2025 */
export function source(report: Report, language: Language): string {
  const logs = report.inputs.filter(({ kind }) => kind === "cases");
  const names = logs.map(({ name }) => (name === "-" ? label("stdin", language) : clean(name))).join(", ");
  const { days, period, ledger } = report;
  const counted = `${whole(ledger.counted, language)} ${label(ledger.counted === 1 ? "case" : "cases", language)}`;
  const range = days === null ? "" : `${date(days.from, language)} – ${date(days.to, language)}`;
  if (period !== null) {
    return `${names} · ${counted} ${label("inPeriod", language)}${range === "" ? "" : ` (${label("wholeLog", language)}: ${range})`}`;
  }
  return [names, counted, ...(range === "" ? [] : [range])].join(" · ");
}

/** Kinds of fault that are listed before the rest is counted. */
const mostIssues = 8;

/** What must be known before the table is read. */
export function warnings(report: Report, language: Language): string[] {
  const { ledger, options, days, period } = report;
  const lines: string[] = [];
  if (isBeyond(ledger.rejected, ledger.read, options.maxRejects)) {
    lines.push(sentence("tooManyRejected", { ...ledger, limit: options.maxRejects }, language));
  }
  if (ledger.counted === 0 || isWithoutEvent(report)) {
    const data = { from: days?.from ?? null, to: days?.to ?? null, hasPeriod: period !== null };
    lines.push(sentence("noCase", data, language));
  }
  return lines;
}

/** Whether nothing happened in the period, and nothing of it is judged. */
function isWithoutEvent({ periodic, results }: Report): boolean {
  const isJudged = results.some(
    ({ input, verdict }) => input === "cases" && ["pass", "fail", "undecided"].includes(verdict ?? ""),
  );
  return periodic?.events === 0 && !isJudged;
}

/** How many cases are on time, and overdue, whatever the plan; nothing where the log has no due time. */
export function serviceLines({ service, options, period }: Report, language: Language): string[] {
  if (service === null) return [];
  const { onTime, of, overdue, index, doneLater = 0 } = service;
  if (of === 0 && index === null && overdue === null && doneLater === 0) return [];
  const share = (num: number, den: number) =>
    den === 0 ? "–" : withUnit(beside(100n * BigInt(num), BigInt(den), 100, language), "percent", language);
  const data = {
    share: share(onTime, of),
    onTime,
    of,
    doneLater,
    overdue,
    until: options.asOf !== null && period !== null && options.asOf < period.to ? options.asOf : null,
    // Behind a period that is over a case may have been done: it counts late in the period in which it was.
    since: options.asOf !== null && period !== null && options.asOf > period.to ? options.asOf : null,
    index: index === null || index.of === 0 ? null : share(index.inTime, index.of),
    inTime: index?.inTime,
    all: index?.of,
  };
  return [sentence("service", data, language)];
}

/** How many targets are met, and what became of the others. */
export function summaryLine(report: Pick<Report, "results" | "summary">, language: Language): string {
  const rest = notOfPeriod(report);
  const { notSupplied } = report.summary;
  return sentence("summary", { ...report.summary, notSupplied: notSupplied - rest, notOfPeriod: rest }, language);
}

/** Everything below the explanations: faults of the data, notes, ledger, period, inputs, sum. */
export function closing(report: Report, language: Language): string[] {
  const { ledger, period, options, summary } = report;
  const lines: string[] = [];
  const headerOf = (input: string, column: string | null) =>
    column === null ? null : (report.inputs.find(({ name }) => name === input)?.columns[column] ?? column);
  const known = new Set(ledger.unknownWords.map(({ input, column }) => `${input} ${column}`));
  const faults = [
    ...ledger.unknownWords.map((word) => {
      const { input, column, firstLine, codes } = word;
      return sentence(
        "unknownWord",
        {
          ...word,
          isError: word.word.startsWith("#"),
          isRubbish: codes.length === 0,
          line: firstLine,
          header: headerOf(input, column),
          codes: codes.join(", "),
        },
        language,
      );
    }),
    ...ledger.issues
      // What has a note of its own.
      .filter(
        ({ code, input, column }) =>
          !report.notes.some((note) => note.code === code) &&
          (code !== "unknown-word" || !known.has(`${input} ${column}`)),
      )
      .map((issue) =>
        sentence("issue", { ...issue, line: issue.firstLine, header: headerOf(issue.input, issue.column) }, language),
      ),
  ];
  lines.push(...faults.slice(0, mostIssues));
  if (faults.length > mostIssues) lines.push(sentence("moreIssues", { count: faults.length - mostIssues }, language));
  // A blank of an online case is digital already: what becomes of those stands beside the result.
  const isAssumed = report.inputs.some(({ columns: own }) => "channel" in own);
  const blanks = Object.entries(ledger.blanks).filter(([field]) => field !== "record_digitised" || !isAssumed);
  if (blanks.length > 0) {
    const columns = blanks
      .map(([field, count]) => `${fieldTitle(field, language)} ${whole(count, language)}`)
      .join(", ");
    lines.push(sentence("blanks", { columns, hasPeriod: period !== null }, language));
  }
  for (const { code, data } of report.notes) lines.push(noteText(code, data, language));
  // Open cases are judged at the end of the period, or of the log where that comes first.
  const judgedOn = options.asOf !== null && period !== null && period.to < options.asOf ? period.to : options.asOf;
  const upTo = judgedOn === options.asOf ? null : options.asOf;
  const asOf = judgedOn === null ? "" : ` · ${sentence("asOf", { asOf: judgedOn, upTo }, language)}`;
  lines.push((period === null ? label("allPeriod", language) : sentence("period", period, language)) + asOf);
  if (options.clock === "working") lines.push(sentence("workingClock", {}, language));
  lines.push(sentence("ledger", { ...ledger }, language));
  const others = report.inputs.filter(({ kind }) => kind !== "cases").map(({ name }) => clean(name));
  if (others.length > 0) lines.push(sentence("beside", { inputs: others.join(", ") }, language));
  lines.push(...lackingInputs(report, language));
  if (summary.pass + summary.fail + summary.undecided + summary.noData === 0)
    lines.push(label("nothingJudged", language));
  lines.push(...serviceLines(report, language));
  lines.push(summaryLine(report, language));
  return lines;
}

/** Notes on what was read, without which points or a form would say more than they do. */
const ofInputs: ReadonlySet<string> = new Set([
  "no-petitions",
  "part-missing",
  "part-by-content",
  "overlap",
  "overlap-unchecked",
]);

/** What must be known of the inputs where the rest of the notes is not told. */
export function inputNotes({ notes }: Report, language: Language): string[] {
  return notes.filter(({ code }) => ofInputs.has(code)).map(({ code, data }) => noteText(code, data, language));
}
