/** The verdict, what would turn it, what stands in the way of one, and how far it can be trusted. */

import type { Result } from "../../judge/verdict.ts";
import { exact, meets } from "../../measures/exact.ts";
import { boundsShare, mightBear } from "../../measures/left-out.ts";
import type { Report } from "../../report/report.ts";
import { exclusionText } from "../../text/exclusions.ts";
import { about, aboutBeside, clean, type Language, processingTime, q, whole, withUnit } from "../../text/language.ts";
import { reasonText } from "../../text/reasons.ts";
import { sentence } from "../../text/sentences.ts";
import { wordShown } from "../../text/sheet-errors.ts";
import { type Label, label } from "../../text/titles.ts";
import { targetLimit } from "./targets.ts";
import { bothEnds, caseCount, nounOf } from "./values.ts";

export const verdictSigns = { pass: "✓", fail: "✗", undecided: "≈", "no-data": "?", "not-supplied": "·" } as const;

/** ✓ ĐẠT. */
export function verdict(result: Result, language: Language): string {
  const { verdict: v, group, small, reason } = result;
  if (reason === "too-few-cases") return label("tooFewCases", language);
  // Of a result over all cases a line below says so.
  const mark = group !== null && small ? " *" : "";
  return v === null ? "" : `${verdictSigns[v]} ${label(verdictName(result) ?? v, language)}${mark}`;
}

/** What is not due is said to be that; a milestone has words of its own: in time, late. */
function verdictName({ verdict: v, unit, reason }: Result): Label | null {
  if (v === "no-data" && reason === "not-due") return "notDue";
  if (unit !== "date" || v === null || v === "not-supplied") return null;
  return v === "pass" ? "inTime" : v === "fail" ? "late" : null;
}

/** Decimals beyond the usual with which two means are told apart. */
const mostDecimalsMore = 9;

export function takes(result: Result, { options }: Report, language: Language): string {
  const { slack, measure } = result;
  if (result.reason === "milestone-missed") return reasonText(result.reason, result.lacks, language);
  if (measure?.kind === "date" && measure.value !== null && result.target?.by !== undefined) {
    return sentence("late", { days: daysBetween(result.target.by, measure.value) }, language);
  }
  if (slack === null) return "";
  const { noun } = nounOf(result);
  const upper = result.target?.below !== undefined || result.target?.atMost !== undefined;
  if ("things" in slack) return sentence("thingsMore", { count: slack.things }, language);
  if ("cases" in slack && measure?.kind === "average") {
    return sentence("moreCases", { count: slack.cases }, language);
  }
  if ("cases" in slack && (measure?.kind === "ratio" || measure?.kind === "stated")) {
    const data = { cases: slack.cases, of: measure.denominator, noun };
    return sentence(upper ? "casesFewer" : "casesMore", data, language);
  }
  if ("cases" in slack && measure?.kind === "quantile") {
    return sentence("quantileCases", { cases: slack.cases, of: measure.n, noun }, language);
  }
  if ("secondsPerCase" in slack) {
    return sentence(upper ? "meanTooLong" : "meanTooShort", { seconds: slack.secondsPerCase }, language);
  }
  if ("onlineMean" in slack && measure?.kind === "reduction") {
    const online = measure.online.sum / measure.online.n;
    const time = (value: number, more = 0, keeps?: "most") =>
      processingTime(value, measure.sumsIn, options.clock, language, keeps, value, more);
    const most = (more: number) => time(slack.onlineMean, more, "most");
    // A mean that misses the target by a second is not said to be what it must be.
    let more = 0;
    while (more < mostDecimalsMore && time(online, more) === most(more)) more++;
    const means = { online: time(online, more), inPerson: time(measure.inPerson.sum / measure.inPerson.n) };
    return `${sentence("bothMeans", means, language)}; ${sentence("onlineMean", { mean: most(more) }, language)}`;
  }
  return "";
}

/** Calendar days from one ISO date to a later one. */
function daysBetween(from: string, to: string): number {
  const day = (iso: string) => {
    const [year, month, date] = iso.split("-").map(Number);
    return Date.UTC(year, month - 1, date) / 86_400_000;
  };
  return day(to) - day(from);
}

/** Why cases could not be used, with how many: "ngày giờ không đọc được" 12. */
function reasonsOf(
  { excluded }: Pick<Result, "excluded">,
  language: Language,
  is: (reason: string) => boolean = () => true,
): string {
  return Object.entries(excluded)
    .filter(([reason]) => mightBear(reason) && is(reason))
    .map(([reason, count]) => `${exclusionText(reason, language)} (${whole(count, language)})`)
    .join("; ");
}

function codesUnknown({ alongside }: Result, language: Language): string[] {
  const count = alongside.casesOfUnknownProcedures ?? 0;
  return count === 0 ? [] : [sentence("codesUnknown", { count }, language)];
}

/** KPIs by their titles. */
export function titlesOf(kpis: readonly string[], results: readonly Result[], language: Language): string {
  return kpis.map((id) => results.find(({ kpi }) => kpi === id)?.title[language] ?? id).join("; ");
}

/** Words of which no more are listed. */
const mostListedWords = 3;

/** What stands in the way of a verdict: how many cases for what reason, the words, and the option that settles them. */
export function undecided(result: Result, { ledger, results }: Report, language: Language): string[] {
  if (result.verdict !== "undecided") return [];
  if (result.reason !== null) return [reasonText(result.reason, [], language)];
  const columns = new Set(
    Object.keys(result.excluded).flatMap((reason) => {
      return reason.startsWith("bad-") ? [reason.slice("bad-".length).replaceAll("-", "_")] : [];
    }),
  );
  const words = ledger.unknownWords.filter(({ column, word }) => columns.has(column) && word !== "…");
  const listed = words.slice(0, mostListedWords).map(({ column, word, count, codes }) => {
    // Words are counted over the whole log: where some of it lies outside the period that is no number of its cases.
    const often = ledger.outOfPeriod === 0 ? ` ×${whole(count, language)}` : "";
    return `${q(wordShown(word, language))}${often}${codes.length === 0 ? "" : ` (--map-value ${column}:"${clean(word)}"=…)`}`;
  });
  const { noun } = nounOf(result);
  const beyond = result.alongside.casesOfUnknownProcedures ?? 0;
  const unsure = result.alongside.blanksOfUnknownChannel ?? 0;
  const unpaid = result.alongside.blanksOfUnknownPayment ?? 0;
  const unread = result.alongside.casesOfUnreadFee ?? 0;
  const { kind } = result.measure ?? {};
  const isMean = kind === "mean" || kind === "reduction";
  const bounded =
    result.bounds === null
      ? null
      : (result.alongside.unknownChannel ?? excludedOf(result)) + (isMean ? 0 : beyond) + unsure + unpaid + unread;
  const of = (caseCount(result) ?? 0) + result.leftOut;
  // Where too many are left out of a mean no bounds decide.
  const isOfMost = isMean && 20 * result.leftOut > of;
  const [low, high] = result.bounds === null || isOfMost ? [null, null] : bothEnds(result, result.bounds, language);
  const count = (isOfMost ? null : bounded) ?? (result.leftOut > 0 ? result.leftOut : excludedOf(result));
  // A cut is bounded by the cases of which the channel alone is not known; what else was left out bounds nothing.
  const isOfChannel = (reason: string) => reason.endsWith("-channel");
  const isBounding = result.alongside.unknownChannel == null || low === null ? () => true : isOfChannel;
  const others = Object.entries(result.excluded).filter(([reason]) => mightBear(reason) && !isBounding(reason));
  const otherCount = others.reduce((sum, [, n]) => sum + n, 0);
  const why = [
    reasonsOf(result, language, isBounding),
    ...codesUnknown(result, language),
    ...(unsure === 0 ? [] : [sentence("blanksUnsure", { count: unsure }, language)]),
    ...(result.alongside.otherReading == null ? [] : [sentence("readingsDiffer", {}, language)]),
    ...(unpaid === 0 ? [] : [sentence("paymentsUnsure", { count: unpaid }, language)]),
    ...(result.input === "verdicts"
      ? [sentence("criteriaUndecided", { titles: titlesOf(result.lacks, results, language) }, language)]
      : []),
    ...(unread === 0 ? [] : [sentence("feesUnread", { count: unread }, language)]),
  ];
  const data = {
    low,
    high,
    count,
    of,
    noun,
    why: why.filter((one) => one !== "").join("; "),
    kind,
  };
  const beside = { count: otherCount, of, why: reasonsOf({ excluded: Object.fromEntries(others) }, language) };
  return [
    sentence("undecided", data, language),
    ...(otherCount === 0 ? [] : [sentence("leftOut", beside, language)]),
    ...(listed.length === 0
      ? []
      : [sentence("undecidedWords", { words: listed.join(", "), more: words.length - listed.length }, language)]),
  ];
}

/** Cases that might have counted: of cells that are blank, unknown, unreadable, or contradict each other. */
function excludedOf({ excluded }: Result): number {
  return Object.entries(excluded)
    .filter(([reason]) => boundsShare(reason))
    .reduce((sum, [, count]) => sum + count, 0);
}

export function trust(result: Result, language: Language): string[] {
  const lines: string[] = [];
  const { unknownChannel, casesOfUnknownProcedures, blanksOfUnknownChannel, blanksOfUnknownPayment, casesOfUnreadFee } =
    result.alongside;
  const isMean = result.measure?.kind === "mean" || result.measure?.kind === "reduction";
  const excluded =
    (unknownChannel ?? excludedOf(result)) +
    (isMean ? 0 : (casesOfUnknownProcedures ?? 0)) +
    (blanksOfUnknownChannel ?? 0) +
    (blanksOfUnknownPayment ?? 0) +
    (casesOfUnreadFee ?? 0);
  lines.push(...mix(result, language));
  const { noun } = nounOf(result);
  if (result.bounds !== null && (result.verdict === "pass" || result.verdict === "fail")) {
    const isOfReadings = excluded === 0 && result.alongside.otherReading != null;
    const isMiss = result.verdict === "fail";
    const data = { verdict: label(result.verdict, language), excluded, noun, isMiss };
    lines.push(sentence(isOfReadings ? "robustReadings" : "robust", data, language));
  }
  if (result.leftOut > 0 && (result.verdict === "pass" || result.verdict === "fail")) {
    const of = (caseCount(result) ?? 0) + result.leftOut;
    const why = [reasonsOf(result, language), ...codesUnknown(result, language)].filter((one) => one !== "");
    lines.push(sentence("leftOut", { count: result.leftOut, of, why: why.join("; ") }, language));
  }
  if (result.small) lines.push(label("small", language));
  return lines;
}

/** Says when the reduction on the same procedures lies on another side of the target, or of 0, than the raw one. */
function mix(result: Result, language: Language): string[] {
  const { measure, target: bound } = result;
  const like = result.alongside.likeForLike ?? null;
  if (measure?.kind !== "reduction" || measure.value === null || like === null) return [];
  const raw = measure.value;
  const limit = targetLimit(result);
  const times = [measure.inPerson, measure.online].map(({ sum, n }) => [BigInt(sum), BigInt(n)]);
  const [[inPerson, cases], [online, onlineCases]] = times;
  const den = inPerson * onlineCases;
  const cut = { num: 100n * (den - online * cases), den };
  const otherSide = bound !== null && limit !== null && meets(cut, bound) !== meets(exact(like), bound);
  if (!otherSide && Math.sign(raw) === Math.sign(like)) return [];
  const percent = (text: string) => withUnit(text, "percent", language);
  const data = {
    value: like,
    shown: percent(like < 0 ? about(-like, 1, language) : aboutBeside(like, limit, language)),
    cover: percent(about(result.alongside.likeForLikeCover ?? 0, 0, language)),
  };
  return [`${sentence("likeForLike", data, language)} ${sentence("mixDecides", {}, language)}`];
}
