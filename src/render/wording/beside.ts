/** What must be known beside a value: the same figure from elsewhere, by the other clock, and with blank cells counted otherwise. */

import type { Result } from "../../judge/verdict.ts";
import { limitOf, meets } from "../../measures/exact.ts";
import type { Report } from "../../report/report.ts";
import { about, aboutBeside, beside, type Language, processingTime, withUnit } from "../../text/language.ts";
import { sentence } from "../../text/sentences.ts";
import { nounOf } from "./values.ts";

/** What must be known of a value that comes from elsewhere than a case log. */
export function besides(result: Result, { plan }: Report, language: Language): string[] {
  const { measure, alongside } = result;
  const said: string[] = [];
  if (measure?.kind === "minimum" && measure.of !== null) said.push(sentence("least", measure.of, language));
  if (measure?.kind === "average" && measure.value !== null) {
    said.push(sentence("wholeProvince", { cases: measure.sum, services: measure.n }, language));
  }
  const isPlans = plan.kpis?.some(({ kpi }) => kpi === result.kpi) === true;
  said.push(...blanks(result, isPlans, language));
  said.push(...evidence(result, language));
  const { proceduresOfClause, casesOfUnknownProcedures } = alongside;
  if (proceduresOfClause != null) {
    const isMean = measure?.kind === "mean" || measure?.kind === "reduction";
    const data = { count: proceduresOfClause, unknown: casesOfUnknownProcedures ?? 0, isMean };
    said.push(sentence("casesOfClause", data, language));
  }
  const { servicesMeetingAll, servicesJudged, servicesNotJudged } = alongside;
  if (servicesJudged != null) {
    const share = servicesJudged === 0 ? 0 : (100 * (servicesMeetingAll ?? 0)) / servicesJudged;
    const shown = servicesJudged === 0 ? null : withUnit(about(share, 1, language), "percent", language);
    const data = { met: servicesMeetingAll, of: servicesJudged, without: servicesNotJudged, share: shown };
    said.push(sentence("servicesMeetingAll", data, language));
  }
  const missing = alongside.notInCatalogue ?? 0;
  if (missing > 0) said.push(sentence("notInCatalogue", { count: missing }, language));
  const waiting = result.excluded["not-due"] ?? 0;
  if (waiting > 0) said.push(sentence("notDueYet", { count: waiting, noun: nounOf(result).noun }, language));
  const outside = result.excluded["outside-calendar"] ?? 0;
  if (outside > 0) said.push(sentence("outsideCalendar", { count: outside, noun: nounOf(result).noun }, language));
  return said;
}

/** What is stated beside what is worked out, or the other way round, and by how much they differ. */
function evidence({ beside: other, measure, unit, target }: Result, language: Language): string[] {
  if (other === undefined || measure === null || measure.kind === "date" || measure.value === null) return [];
  const difference = measure.value - other.value;
  const isSame = Math.abs(difference) < 1e-9;
  const apart = withUnit(about(Math.abs(difference), 1, language), unit === "percent" ? "points" : unit, language);
  const value = withUnit(aboutBeside(other.value, limitOf(target ?? {}), language), unit, language);
  const data = {
    value,
    difference: isSame ? null : apart,
    more: difference > 0,
    source: other.source,
    statedOn: other.statedOn,
  };
  return [sentence(other.from === "figures" ? "statedBeside" : "workedOutBeside", data, language)];
}

/** Blank cells of a yes or no that count as one of them: always as yes, and as no where they could turn the verdict. */
function blanks({ measure, alongside, target }: Result, isPlans: boolean, language: Language): string[] {
  if (measure?.kind !== "ratio" || measure.denominator === 0) return [];
  const { numerator, denominator } = measure;
  const isMet = (n: number) =>
    target === null || limitOf(target) === null
      ? null
      : meets({ num: 100n * BigInt(n), den: BigInt(denominator) }, target);
  const told = (name: "blanksAsNo" | "blanksAsYes", other: number): string => {
    const met = isMet(other);
    const turns = met !== isMet(numerator);
    const value = withUnit(
      beside(100n * BigInt(other), BigInt(denominator), limitOf(target ?? {}), language),
      "percent",
      language,
    );
    return sentence(
      isPlans ? `${name}Own` : name,
      { count: alongside[name], value, met: turns ? met : null },
      language,
    );
  };
  const [asNo, asYes] = [alongside.blanksAsNo ?? 0, alongside.blanksAsYes ?? 0];
  return [
    ...(asYes > 0 ? [told("blanksAsYes", numerator - asYes)] : []),
    ...(asNo > 0 && isMet(numerator + asNo) !== isMet(numerator) ? [told("blanksAsNo", numerator + asNo)] : []),
  ];
}

/** The reduction and both means under the clock by which nothing was judged, where both were asked for. */
export function underOtherClock(
  { alongside, measure, target, verdict, bounds }: Result,
  { options }: Report,
  language: Language,
): string[] {
  const { otherClock: value, otherClockOnlineMean: online, otherClockInPersonMean: inPerson } = alongside;
  // Of cases that may be on either side the other clock does not know the side either.
  if (measure?.kind !== "reduction" || (verdict === "undecided" && bounds !== null)) return [];
  const clock = options.clock === "working" ? "elapsed" : "working";
  const cases = alongside.otherClockCases ?? 0;
  const of = cases + (alongside.otherClockWithout ?? 0);
  if (value === null) return [sentence("otherClockFew", { clock, cases, of }, language)];
  if (value === undefined || online == null || inPerson == null) return [];
  const time = (mean: number) => processingTime(mean, measure.sumsIn, clock, language);
  // On the side of the target on which it lies, as the figure that is judged.
  const number = value < 0 ? about(-value, 1, language) : aboutBeside(value, limitOf(target ?? {}), language);
  const shown = withUnit(number, "percent", language);
  return [
    sentence(
      "otherClock",
      { clock, value, shown, cases, of, online: time(online), inPerson: time(inPerson) },
      language,
    ),
  ];
}
