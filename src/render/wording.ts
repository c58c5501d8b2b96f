/** What the text outputs share: a result's cells in words, and the lines that explain the table. */
import { casesBearing, exact, limitOf, meets } from "../measures/kinds.ts";
import { tooManyRejected } from "../report/exit.ts";
import type { Periodic, Report, Result } from "../report/report.ts";
import { exclusionText } from "../text/exclusions.ts";
import {
  about,
  aboutBeside,
  beside,
  type Clock,
  capital,
  clean,
  date,
  type Language,
  processingTime,
  q,
  whole,
  withUnit,
} from "../text/language.ts";
import { noteText } from "../text/notes.ts";
import { reasonText } from "../text/reasons.ts";
import { sentence } from "../text/sentences.ts";
import { clauseTitle, fieldTitle, groupLabel, type Label, label, type Noun } from "../text/titles.ts";

const signs = { pass: "✓", fail: "✗", undecided: "≈", "no-data": "?", "not-supplied": "·" } as const;

/** The bound of a target; null for a date or none. */
export function targetLimit({ target }: Result): number | null {
  return target === null ? null : limitOf(target);
}

/** A measure's exact value in its unit; null when there is none. */
function exactValue({ measure }: Result): readonly [num: bigint, den: bigint] | null {
  if (measure === null || measure.value === null) return null;
  switch (measure.kind) {
    case "ratio":
      return [100n * BigInt(measure.numerator), BigInt(measure.denominator)];
    case "mean":
      return [BigInt(measure.sum), BigInt((measure.per ?? 60) * measure.n)];
    case "quantile":
      return [BigInt(measure.at ?? 0), BigInt(measure.per)];
    case "reduction": {
      const base = BigInt(measure.inPerson.sum) * BigInt(measure.online.n);
      return [100n * (base - BigInt(measure.online.sum) * BigInt(measure.inPerson.n)), base];
    }
    case "average":
      return [BigInt(measure.sum), BigInt(measure.n)];
    case "count":
      return [BigInt(measure.value), 1n];
    case "minimum": {
      const { inPerson, online } = measure.of as NonNullable<typeof measure.of>;
      // Days have at most two decimals.
      const [a, b] = [inPerson, online].map((days) => BigInt(Math.round(days * 100)));
      return [100n * (a - b), a];
    }
    case "stated": {
      if (measure.denominator === undefined) {
        const { num, den } = exact(measure.value as number);
        return [num, den];
      }
      return [100n * BigInt(measure.numerator as number), BigInt(measure.denominator)];
    }
    case "date":
      return null;
  }
}

/** The lowest and the highest value, each on its own side of the target. */
function ends(result: Result, bounds: readonly [number, number], language: Language): string[] {
  const places = result.unit === "count" ? 0 : 1;
  return bounds.map((value) =>
    withUnit(aboutBeside(value, targetLimit(result), language, places), result.unit, language),
  );
}

/** 17,2%: rounded so as never to contradict the verdict; of an undecided one both ends; "" when there is no value. */
export function measured(result: Result, language: Language): string {
  if (result.verdict === "undecided" && result.reason === null && result.bounds !== null)
    return ends(result, result.bounds, language).join(" – ");
  if (result.measure?.kind === "date") return result.measure.value === null ? "" : date(result.measure.value, language);
  const value = exactValue(result);
  if (value === null) return "";
  const shown = withUnit(beside(...value, targetLimit(result), language), result.unit, language);
  // Of a KPI that is worked out as a rule it is marked when it is not.
  const isStated = result.measure?.kind === "stated" && result.input !== "figures";
  return isStated ? `${shown} ${label("stated", language)}` : shown;
}

/** ≥ 20%; the day of a milestone; "" where the plan has no target. */
export function target(result: Result, language: Language): string {
  const bounds = result.target;
  if (bounds === null) return "";
  if (bounds.by !== undefined) return `≤ ${date(bounds.by, language)}`;
  const sign =
    bounds.below !== undefined ? "<" : bounds.atMost !== undefined ? "≤" : bounds.above !== undefined ? ">" : "≥";
  const limit = targetLimit(result) as number;
  const decimals = String(limit).split(".")[1]?.length ?? 0;
  return `${sign} ${withUnit(about(limit, decimals, language), result.unit, language)}`;
}

/** ✓ ĐẠT. */
export function verdict(result: Result, language: Language): string {
  const { verdict: v, group, small, reason } = result;
  if (reason === "too-few-cases") return label("tooFewCases", language);
  // Of a result over all cases a line below says so.
  const mark = group !== null && small ? " *" : "";
  return v === null ? "" : `${signs[v]} ${label(verdictName(result) ?? v, language)}${mark}`;
}

/** A milestone has words of its own: in time, late, not due. */
function verdictName({ verdict: v, unit, reason }: Result): Label | null {
  if (unit !== "date" || v === null || v === "not-supplied") return null;
  if (v === "pass") return "inTime";
  return v === "fail" ? "late" : reason === "not-due" ? "notDue" : null;
}

/** How many cases bear on a result; null when it was not measured. */
export function casesOf({ measure }: Result): number | null {
  if (measure === null) return null;
  return measure.kind === "average" ? measure.sum : casesBearing(measure);
}

/** 8.301; 4.012 lượt of ratings, 120 TTHC of procedures. */
export function cases(result: Result, language: Language): string {
  const n = casesOf(result);
  if (n === null || result.measure?.value === null) return "";
  return whole(n, language) + label(nounOf(result).short, language);
}

/** By what the time of a result was measured: only the reduction is measured by the clock that is asked for. */
export function clockOf({ unit, measure }: Result, { options }: Pick<Report, "options">): Clock {
  if (unit.startsWith("working-")) return "working";
  return measure?.kind === "reduction" ? options.clock : "elapsed";
}

/** What a result counts: cases unless it says otherwise. */
export function nounOf({ kpi, input, measure }: Result): { noun: Noun; short: Label } {
  if (kpi.startsWith("satisfaction")) return { noun: "ratings", short: "ratingsShort" };
  if (measure?.kind === "stated") return { noun: "units", short: "casesShort" };
  if (measure?.kind === "average") return { noun: "cases", short: "casesShort" };
  if (input === "procedures") return { noun: "procedures", short: "proceduresShort" };
  if (input === "petitions") return { noun: "petitions", short: "petitionsShort" };
  return { noun: "cases", short: "casesShort" };
}

/** The name of a group as a table shows it: a procedure's code with its name, where a catalogue was given. */
export function fullName(by: string, name: string, { periodic }: Pick<Report, "periodic">, language: Language): string {
  if (clean(name) === "") return label(by === "channel" ? "noChannel" : "noName", language);
  const known = by === "procedure" && periodic !== undefined ? namesIn(periodic).get(name) : undefined;
  return known === undefined ? groupLabel(by, name, language) : `${clean(name)} ${clean(known)}`;
}

/** Looked up for every row of a table. */
const namesByReport = new WeakMap<Periodic, ReadonlyMap<string, string>>();

function namesIn(periodic: Periodic): ReadonlyMap<string, string> {
  let names = namesByReport.get(periodic);
  if (names === undefined) {
    names = new Map(periodic.procedures.map(({ code, name }) => [code, name]));
    namesByReport.set(periodic, names);
  }
  return names;
}

/** The name of a group as it is shown; a blank one is said to be so. */
export function groupName(result: Result, language: Language): string {
  const { by = "", name } = result.group ?? {};
  return name === null || name === undefined || name === ""
    ? label(by === "channel" ? "noChannel" : "noName", language)
    : groupLabel(by, name, language);
}

/** Beside a title: what the target means was read into the plan's words; a line below says what. */
const interpreted = "†";

/** The title; with the group that the plan sets the target for. */
function named(result: Result, language: Language): string {
  return result.each ? `${result.title[language]}: ${groupName(result, language)}` : result.title[language];
}

/** Whether a result stands in the table in a row of its own; those of `--by` stand below theirs. */
export function isOwn({ group, each }: Result): boolean {
  return group === null || each;
}

/** The title with what must be known of the target. */
export function title(result: Result, language: Language): string {
  const mark = result.interpretation === null ? "" : ` ${interpreted}`;
  return named(result, language) + mark + (result.aspirational ? ` (${label("aspirational", language)})` : "");
}

/** The clause in the table. */
export function clause({ clause: own }: Result, language: Language): string {
  return own === null ? "" : clauseTitle(clean(own), language);
}

/** The sections of the table with their results; groups follow their result, those beyond `top` are counted. */
export function sections(report: Report): { section: Result["section"]; rows: { result: Result; hidden: number }[] }[] {
  const shown = report.results.filter((result) => isOwn(result) && result.verdict !== "not-supplied");
  return (["quantity", "quality", "tasks", null] as const)
    .map((section) => ({
      section,
      rows: shown
        .filter((result) => result.section === section)
        .flatMap((result) => [{ result, hidden: 0 }, ...(result.each ? [] : topGroups(report, result))]),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function topGroups(report: Report, { key }: Result): { result: Result; hidden: number }[] {
  return report.options.by.flatMap((by) => {
    const groups = report.results.filter((result) => result.key === key && result.group?.by === by);
    const top = groups
      .toSorted((a, b) => (casesOf(b) ?? 0) - (casesOf(a) ?? 0))
      .slice(0, report.options.top)
      // Months are read in their order.
      .sort((a, b) => (by === "month" ? groups.indexOf(a) - groups.indexOf(b) : 0));
    const hidden = groups.length - top.length;
    return top.map((result, i) => ({ result, hidden: i === top.length - 1 ? hidden : 0 }));
  });
}

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

/** What each result would take, and how far it can be trusted. */
export function explanations(report: Report, language: Language): string[] {
  // Without a case there is one thing to say, and it has been said.
  if (report.ledger.counted === 0) return [];
  // A document of its own marks groups where they stand.
  const marked =
    report.periodic === undefined &&
    report.results.some(({ group, small, verdict: v }) => v && group !== null && small);
  return [
    ...missingColumns(report, language),
    ...results(report, language),
    ...statedResults(report, language),
    ...interpretations(report, language),
    ...(marked ? [label("doubtful", language)] : []),
  ];
}

/** Who states the figures that no log shows, once for all that somebody stated on a day. */
function statedResults(report: Report, language: Language): string[] {
  const bySource = new Map<string, { source: string; statedOn: string; titles: Set<string> }>();
  for (const { measure, title: own } of report.results) {
    if (measure?.kind !== "stated" && measure?.kind !== "date") continue;
    const { source, statedOn } = measure;
    if (source === null || statedOn === null) continue;
    const key = `${statedOn} ${source}`;
    const held = bySource.get(key) ?? { source, statedOn, titles: new Set() };
    held.titles.add(own[language]);
    bySource.set(key, held);
  }
  return [...bySource.values()].map(({ titles, ...data }) => {
    return sentence("stated", { ...data, titles: [...titles].join("; ") }, language);
  });
}

/** What was read into the plan's words, once for all targets of which it is said. */
function interpretations(report: Report, language: Language): string[] {
  const byText = new Map<string, string[]>();
  for (const result of report.results) {
    const { verdict: v, interpretation, title: own } = result;
    if (!isOwn(result) || v === "not-supplied" || interpretation === null) continue;
    const text = clean(interpretation[language]);
    byText.set(text, [...new Set([...(byText.get(text) ?? []), own[language]])]);
  }
  const says = label("interpretation", language);
  return [...byText].map(([text, titles]) => `${interpreted} ${titles.join("; ")} (${says}): ${text}`);
}

/** Results that lack the same columns, in one line. */
function missingColumns(report: Report, language: Language): string[] {
  const byColumns = new Map<string, Result[]>();
  for (const result of report.results) {
    if (!isOwn(result) || !lacksColumns(result)) continue;
    const key = `${result.reason} ${result.lacks.join(" ")}`;
    byColumns.set(key, [...(byColumns.get(key) ?? []), result]);
  }
  return [...byColumns.values()].map((same) => {
    const titles = [...new Set(same.map((result) => named(result, language)))].join("; ");
    return `${signs["no-data"]} ${titles}: ${reasonText(same[0].reason ?? "", same[0].lacks, language, same[0].input)}.`;
  });
}

function lacksColumns({ reason }: Result): boolean {
  return reason === "no-column" || reason === "no-table-column";
}

function results(report: Report, language: Language): string[] {
  return report.results.flatMap((result) => {
    if (!isOwn(result) || result.verdict === "not-supplied" || lacksColumns(result)) return [];
    const said = explanation(result, report, language);
    const sign = result.verdict === null ? "·" : signs[result.verdict];
    return said === "" ? [] : [`${sign} ${named(result, language)}: ${said}`];
  });
}

/** What there is to say of one result: why it has no value, what it would take, how far to trust it; "" for nothing. */
export function explanation(result: Result, report: Report, language: Language): string {
  const { verdict: v, reason } = result;
  const said = [
    ...(v === "no-data" || (v === null && reason !== null)
      ? [reasonText(reason ?? "", lacksOf(result, report, language), language, result.input)]
      : []),
    ...undecided(result, report, language),
    ...(v === "fail" ? [takes(result, report, language), missedCriteria(result, report, language)] : []),
    ...underOtherClock(result, report, language),
    ...besides(result, report, language),
    ...trust(result, language),
    // Who can mend it: a sentence of its own.
    ...(v === "fail" ? [capital(responsible(result, language).join("; "))] : []),
  ].filter((text) => text !== "");
  if (said.length === 0) return "";
  // What is a sentence of its own ends with a full stop already, which goes where something follows.
  const ended = (text: string) => text.replace(/\.+$/, "");
  return `${said.map(ended).reduce((a, b) => (/^\p{Lu}/u.test(b) ? `${a}. ${b}` : `${a}; ${b}`))}.`;
}

/** Why a target that was not judged for want of an input is none of those in the table. */
export function lackingInput(
  { title: own, reason, lacks, clause: ofClause, group }: Result,
  language: Language,
): string {
  if (reason === "groups-not-named" || reason === "needs-whole-year") {
    const data = { title: own[language], year: lacks[0], clause: ofClause, by: group?.by };
    return sentence(reason === "groups-not-named" ? "groupsNotNamed" : "needsWholeYear", data, language);
  }
  const input = reason === "criteria-not-judged" ? "verdicts" : lacks[0];
  return sentence("inputsLacking", { inputs: sentence("inputLacking", { input, count: 1 }, language) }, language);
}

/** Who has a target in hand, and what is to come of it: chủ trì: … */
export function responsible(
  target: Partial<Record<"owner" | "coOwner" | "product", string | null | undefined>>,
  language: Language,
): string[] {
  return (["owner", "coOwner", "product"] as const).flatMap((key) => {
    const named = target[key] ?? null;
    return named === null ? [] : [`${label(key, language)}: ${clean(named)}`];
  });
}

/** The quality criteria that failed, by their titles. */
function missedCriteria(result: Result, report: Report, language: Language): string {
  if (result.input !== "verdicts" || result.lacks.length === 0) return "";
  const titles = result.lacks.map((id) => report.results.find(({ kpi }) => kpi === id)?.title[language] ?? id);
  return sentence("criteriaMissed", { titles: titles.join("; ") }, language);
}

/** What a result lacks; other KPIs by their titles. */
function lacksOf({ reason, lacks }: Result, { results }: Report, language: Language): readonly string[] {
  if (reason !== "criteria-not-judged") return lacks;
  return lacks.map((id) => results.find(({ kpi }) => kpi === id)?.title[language] ?? id);
}

/** Calendar days from one ISO date to a later one. */
function daysBetween(from: string, to: string): number {
  const day = (iso: string) => {
    const [year, month, date] = iso.split("-").map(Number);
    return Date.UTC(year, month - 1, date) / 86_400_000;
  };
  return day(to) - day(from);
}

/** What must be known of a value that comes from elsewhere than a case log. */
function besides(result: Result, { plan }: Report, language: Language): string[] {
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
    const data = { count: proceduresOfClause, unknown: casesOfUnknownProcedures ?? 0 };
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
function underOtherClock({ alongside, measure }: Result, { options }: Report, language: Language): string[] {
  const { otherClock: value, otherClockOnlineMean: online, otherClockInPersonMean: inPerson } = alongside;
  if (measure?.kind !== "reduction") return [];
  const clock = options.clock === "working" ? "elapsed" : "working";
  const cases = alongside.otherClockCases ?? 0;
  const of = cases + (alongside.otherClockWithout ?? 0);
  if (value === null) return [sentence("otherClockFew", { clock, cases, of }, language)];
  if (value === undefined || online == null || inPerson == null) return [];
  const time = (mean: number) => processingTime(mean, measure.sumsIn, clock, language);
  const shown = withUnit(about(Math.abs(value), 1, language), "percent", language);
  return [
    sentence(
      "otherClock",
      { clock, value, shown, cases, of, online: time(online), inPerson: time(inPerson) },
      language,
    ),
  ];
}

export function takes(result: Result, { options }: Report, language: Language): string {
  const { slack, measure } = result;
  if (result.reason === "milestone-missed") return reasonText(result.reason, [], language);
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
    const time = (value: number, keeps?: "most") =>
      processingTime(value, measure.sumsIn, options.clock, language, keeps);
    const means = {
      online: time(measure.online.sum / measure.online.n),
      inPerson: time(measure.inPerson.sum / measure.inPerson.n),
    };
    return `${sentence("bothMeans", means, language)}; ${sentence("onlineMean", { mean: time(slack.onlineMean, "most") }, language)}`;
  }
  return "";
}

/** Why cases could not be used, with how many: "ngày giờ không đọc được" 12. */
function reasonsOf({ excluded }: Result, language: Language): string {
  return Object.entries(excluded)
    .filter(([reason]) => reason === "outside-calendar" || /^(no|bad)-/.test(reason))
    .map(([reason, count]) => `${exclusionText(reason, language)} (${whole(count, language)})`)
    .join("; ");
}

/** Words of which no more are listed. */
const mostListedWords = 3;

/** What stands in the way of a verdict: how many cases for what reason, the words, and the option that settles them. */
export function undecided(result: Result, { ledger }: Report, language: Language): string[] {
  if (result.verdict !== "undecided") return [];
  if (result.reason !== null) return [reasonText(result.reason, [], language)];
  const columns = new Set(
    Object.keys(result.excluded).flatMap((reason) => {
      return reason.startsWith("bad-") ? [reason.slice("bad-".length).replaceAll("-", "_")] : [];
    }),
  );
  const words = ledger.unknownWords.filter(({ column, word }) => columns.has(column) && word !== "…");
  const listed = words.slice(0, mostListedWords).map(({ column, word, count }) => {
    return `${q(word)} ×${whole(count, language)} (--map-value ${column}:"${clean(word)}"=…)`;
  });
  const { noun } = nounOf(result);
  const beyond = result.alongside.casesOfUnknownProcedures ?? 0;
  const unsure = result.alongside.blanksOfUnknownChannel ?? 0;
  const unpaid = result.alongside.blanksOfUnknownPayment ?? 0;
  const bounded =
    result.bounds === null ? null : (result.alongside.unknownChannel ?? excludedOf(result)) + beyond + unsure + unpaid;
  const [low, high] = result.bounds === null ? [null, null] : ends(result, result.bounds, language);
  const count = bounded ?? (result.leftOut > 0 ? result.leftOut : excludedOf(result));
  const of = (casesOf(result) ?? 0) + result.leftOut;
  const why = [
    reasonsOf(result, language),
    ...(beyond === 0 ? [] : [sentence("codesUnknown", { count: beyond }, language)]),
    ...(unsure === 0 ? [] : [sentence("blanksUnsure", { count: unsure }, language)]),
    ...(result.alongside.otherReading == null ? [] : [sentence("readingsDiffer", {}, language)]),
    ...(unpaid === 0 ? [] : [sentence("paymentsUnsure", { count: unpaid }, language)]),
  ];
  const data = {
    low,
    high,
    count,
    of,
    noun,
    why: why.filter((one) => one !== "").join("; "),
    kind: result.measure?.kind,
  };
  return [
    sentence("undecided", data, language),
    ...(listed.length === 0
      ? []
      : [sentence("undecidedWords", { words: listed.join(", "), more: words.length - listed.length }, language)]),
  ];
}

/** Cases that might have counted: for a blank, unknown or unreadable cell. */
function excludedOf({ excluded }: Result): number {
  return Object.entries(excluded)
    .filter(([reason]) => /^(no|bad)-/.test(reason) && reason !== "no-column" && reason !== "no-time-of-day")
    .reduce((sum, [, count]) => sum + count, 0);
}

function trust(result: Result, language: Language): string[] {
  const lines: string[] = [];
  const excluded = result.alongside.unknownChannel ?? excludedOf(result);
  if (result.kpi === "processing-time-reduction") lines.push(...mix(result, language));
  const { noun } = nounOf(result);
  if (result.bounds !== null && result.verdict === "pass") {
    const isOfReadings = excluded === 0 && result.alongside.otherReading != null;
    const data = { verdict: label("pass", language), excluded, noun };
    lines.push(sentence(isOfReadings ? "robustReadings" : "robust", data, language));
  }
  if (result.leftOut > 0 && (result.verdict === "pass" || result.verdict === "fail")) {
    const of = (casesOf(result) ?? 0) + result.leftOut;
    lines.push(sentence("leftOut", { count: result.leftOut, of, why: reasonsOf(result, language) }, language));
  }
  if (result.small) lines.push(label("small", language));
  return lines;
}

/** Says when the reduction on the same procedures lies on another side of the target, or of 0, than the raw one. */
function mix(result: Result, language: Language): string[] {
  const raw = result.measure?.kind === "reduction" ? result.measure.value : null;
  const like = result.alongside.likeForLike ?? null;
  if (raw === null || like === null) return [];
  const limit = targetLimit(result);
  const otherSide = limit !== null && raw >= limit !== like >= limit;
  if (!otherSide && Math.sign(raw) === Math.sign(like)) return [];
  const percent = (text: string) => withUnit(text, "percent", language);
  const data = {
    value: like,
    shown: percent(like < 0 ? about(-like, 1, language) : aboutBeside(like, limit, language)),
    cover: percent(about(result.alongside.likeForLikeCover ?? 0, 0, language)),
  };
  return [`${sentence("likeForLike", data, language)} ${sentence("mixDecides", {}, language)}`];
}

/** Kinds of fault that are listed before the rest is counted. */
const mostIssues = 8;

/** What must be known before the table is read. */
export function warnings(report: Report, language: Language): string[] {
  const { ledger, options, days, period } = report;
  const lines: string[] = [];
  if (tooManyRejected(report)) {
    lines.push(sentence("tooManyRejected", { ...ledger, limit: options.maxRejects }, language));
  }
  if (ledger.counted === 0) {
    const data = { from: days?.from ?? null, to: days?.to ?? null, hasPeriod: period !== null };
    lines.push(sentence("noCase", data, language));
  }
  return lines;
}

/** How many cases are on time, and overdue, whatever the plan; nothing where the log has no due time. */
export function serviceLines({ service }: Report, language: Language): string[] {
  if (service === null) return [];
  const { onTime, of, overdue, index } = service;
  const share = (num: number, den: number) =>
    den === 0 ? "–" : withUnit(beside(100n * BigInt(num), BigInt(den), 100, language), "percent", language);
  const data = {
    share: share(onTime, of),
    onTime,
    of,
    overdue,
    index: index === null ? null : share(index.inTime, index.of),
    inTime: index?.inTime,
    all: index?.of,
  };
  return [sentence("service", data, language)];
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
        { ...word, line: firstLine, header: headerOf(input, column), codes: codes.join(", ") },
        language,
      );
    }),
    ...ledger.issues
      // A log that is cut off has a note of its own.
      .filter(
        ({ code, input, column }) =>
          code !== "truncated" && (code !== "unknown-word" || !known.has(`${input} ${column}`)),
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
  const asOf = judgedOn === null ? "" : ` · ${sentence("asOf", { asOf: judgedOn }, language)}`;
  lines.push((period === null ? label("allPeriod", language) : sentence("period", period, language)) + asOf);
  if (options.clock === "working") lines.push(sentence("workingClock", {}, language));
  lines.push(sentence("ledger", { ...ledger }, language));
  const others = report.inputs.filter(({ kind }) => kind !== "cases").map(({ name }) => clean(name));
  if (others.length > 0) lines.push(sentence("beside", { inputs: others.join(", ") }, language));
  lines.push(...lackingInputs(report, language));
  if (summary.pass + summary.fail + summary.undecided + summary.noData === 0)
    lines.push(label("nothingJudged", language));
  lines.push(...serviceLines(report, language));
  lines.push(sentence("summary", { ...summary }, language));
  return lines;
}

/** The targets for which something was not given, by what would supply it. */
export function lackingInputs(report: Report, language: Language): string[] {
  const lacking = new Map<string, number>();
  const lines: string[] = [];
  for (const result of report.results) {
    const { verdict: v, lacks, reason, clause, group } = result;
    if (v !== "not-supplied") continue;
    if (reason === "input-not-given") lacking.set(lacks[0], (lacking.get(lacks[0]) ?? 0) + 1);
    else if (reason === "criteria-not-judged") lacking.set("verdicts", (lacking.get("verdicts") ?? 0) + 1);
    else {
      const data = { title: result.title[language], year: lacks[0], clause, by: group?.by };
      lines.push(sentence(reason === "groups-not-named" ? "groupsNotNamed" : "needsWholeYear", data, language));
    }
  }
  if (lacking.size === 0) return lines;
  const inputs = [...lacking].map(([input, count]) => sentence("inputLacking", { input, count }, language)).join(", ");
  return [sentence("inputsLacking", { inputs }, language), ...lines];
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
