/** What a KPI is, on one page: the source of `kpi explain` and of docs/. */

import type { About, AnyKpi, StatedKpi, VerdictKpi } from "../kpis/kpi.ts";
import { lawNotes } from "../kpis/law.ts";
import { exactValue } from "../measures/kinds.ts";
import type { Measure } from "../measures/measure.ts";
import type { Plan, Target } from "../plans/plan.ts";
import { snake } from "../records/case.ts";
import type { Page } from "../render/page.ts";
import {
  cellWords,
  eventRule,
  type Heading,
  inputRule,
  leftOutWords,
  noPlan,
  quantileWords,
} from "../text/exclusions.ts";
import {
  date,
  dateTime,
  decimal,
  duration,
  type Language,
  about as rounded,
  whole,
  withUnit,
} from "../text/language.ts";
import { type MethodId, methodHeadings, methodPages } from "../text/method-pages.ts";
import { sentence } from "../text/sentences.ts";
import { clauseTitle, fieldTitle } from "../text/titles.ts";
import { isoDate } from "../time/civil.ts";

/** The page of a KPI in one language. */
export function pageOf(about: AnyKpi, plans: readonly Plan[], language: Language): Page {
  const kpi = about.over === "figures" || about.over === "verdicts" ? null : about;
  const parts: { heading: Heading; lines: string[] }[] = [
    { heading: "definition", lines: [about.definition[language]] },
    { heading: "formula", lines: [about.formula[language]] },
    { heading: "input", lines: [inputRule(about.over === "cases+procedures" ? "joint" : about.input, language)] },
  ];
  if (kpi !== null && "when" in kpi && typeof kpi.when === "string") {
    parts.push({ heading: "event", lines: [eventRule(kpi.when, language)] });
  }
  if (kpi !== null && "channels" in kpi && kpi.channels !== undefined) {
    parts.push({ heading: "channels", lines: [kpi.channels.join(", ")] });
  }
  if (kpi !== null)
    parts.push({
      heading: "columns",
      lines: [
        columnsOf(kpi)
          .map((id) => columnTitle(id, language))
          .join("; "),
      ],
    });
  parts.push({ heading: "targets", lines: targetLines(about, plans, language) });
  if (about.regulation !== undefined) {
    const lines = [about.regulation[language], ...lawNotes(about.regulation, null).map((note) => note[language])];
    parts.push({ heading: "regulation", lines });
  }
  if (about.choices !== undefined) {
    parts.push({ heading: "choices", lines: about.choices.map((choice) => choice[language]) });
  }
  return {
    id: about.id,
    title: about.title[language],
    parts,
    example: kpi === null ? null : exampleOf(kpi, about, language),
  };
}

/** The page of a method of the report. */
export function methodPageOf(id: MethodId, language: Language): Page {
  const { title, ...page } = methodPages[id];
  const headings = Object.keys(methodHeadings) as (keyof typeof methodHeadings)[];
  const parts = headings.map((heading) => ({ heading, lines: [page[heading][language]] }));
  return { id, title: title[language], parts, example: null };
}

type WorkedOutKpi = Exclude<AnyKpi, StatedKpi | VerdictKpi>;

/** The columns that a KPI reads; of what is worked out, those that it is worked out of. */
function columnsOf(kpi: WorkedOutKpi): string[] {
  const workedOut: Readonly<Record<string, readonly string[]>> = {
    submissionTime: ["loginAt", "submittedAt"],
    processingTime: ["receivedAt", "returnedAt"],
    completedAt: ["finishedAt"],
    procedure: ["procedureCode"],
    publishBy: [],
    answerBy: ["dueOn"],
  };
  const needs = kpi.needs.flatMap((need) => workedOut[need] ?? [need]);
  const texts = "texts" in kpi ? (kpi.texts ?? []) : [];
  const channel = "channels" in kpi && kpi.channels !== undefined ? ["channel"] : [];
  const joined = "columns" in kpi ? kpi.columns : [];
  return [...new Set([...channel, ...needs, ...texts, ...joined])].map((need) => snake(need));
}

function columnTitle(id: string, language: Language): string {
  const title = fieldTitle(id, "vi");
  return language === "vi" ? `${title} (${id})` : `${id} (${title})`;
}

function boundText(target: Target, about: About, language: Language): string {
  if (target.by !== undefined) return `≤ ${date(target.by, language)}`;
  const [sign, limit] = (
    [
      ["<", target.below],
      ["≤", target.atMost],
      ["≥", target.atLeast],
      [">", target.above],
    ] as const
  ).find(([, value]) => value !== undefined) as [string, number];
  const places = String(limit).split(".")[1]?.length ?? 0;
  return `${sign} ${withUnit(rounded(limit, places, language), about.unit, language)}`;
}

/** The bound of a target in words of the table: ≥ 20%, < 8 phút, ≤ 30/9/2025. */
export { boundText };

function targetLines(about: About, plans: readonly Plan[], language: Language): string[] {
  const lines = plans.flatMap(({ id, years }) =>
    Object.entries(years).flatMap(([year, targets]) =>
      targets
        .filter(({ kpi }) => kpi === about.id)
        .map((target) => {
          const clauses = [target.clause, ...(target.also ?? [])].map((clause) => clauseTitle(clause, language));
          const read = target.interpretation === undefined ? "" : ` † ${target.interpretation[language]}`;
          return `${id} ${year}, ${clauses.join("; ")}: ${boundText(target, about, language)}. “${target.quote}”${read}`;
        }),
    ),
  );
  return lines.length > 0 ? lines : [noPlan[language]];
}

function exampleOf(kpi: WorkedOutKpi, about: About, language: Language): Page["example"] {
  const rows: readonly Readonly<Record<string, unknown>>[] =
    "cases" in kpi.example ? kpi.example.cases : kpi.example.rows;
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const isLog = "cases" in kpi.example;
  return {
    columns: fields.map((field) => exampleTitle(field, language)),
    rows: rows.map((row) => fields.map((field) => cellText(field, row[field], isLog, language))),
    gives: measureText(kpi.example.gives, about, language),
    note: noteOf(kpi.example, language),
  };
}

/** What must be known beside the rows: as of when, where that decides. */
function noteOf(example: WorkedOutKpi["example"], language: Language): string | null {
  if ("note" in example && example.note !== undefined) return example.note[language];
  // A rule of a plan says itself which cases it cannot use.
  const { gives } = example;
  const excluded = "excluded" in gives && gives.kind !== "reduction" ? Object.entries(gives.excluded ?? {}) : [];
  if (excluded.length > 0) return leftOutWords(excluded, language);
  if ("asOfDay" in example && example.asOfDay !== undefined) {
    return sentence("asOf", { asOf: isoDate(example.asOfDay) }, language);
  }
  return null;
}

function exampleTitle(field: string, language: Language): string {
  const workedOut: Readonly<Record<string, string>> = {
    submissionTime: "submission_duration",
    processingTime: "processing_duration",
    completedAt: "finished_at",
    procedure: "procedure_code",
    publishBy: "publish_by",
    answerBy: "answer_by",
  };
  return fieldTitle(workedOut[field] ?? snake(field), language);
}

/** A value of an example as a reader would see it in a log; times of examples count from their first day. */
function cellText(field: string, value: unknown, isLog: boolean, language: Language): string {
  if (value === null || value === undefined) return cellWords.blank[language];
  if (typeof value === "boolean") return cellWords[value ? "yes" : "no"][language];
  if (Array.isArray(value)) return value.join("; ");
  if (typeof value === "object") {
    const { seconds, days } = value as { seconds: number | null; days: number };
    return seconds === null ? `${days} ${cellWords.day[language]}` : duration(seconds, language);
  }
  if (typeof value === "number" && field === "submissionTime") return duration(value, language);
  if (typeof value === "number" && /At$/.test(field)) {
    const clock = new Date(value * 1000).toISOString().slice(11, 19);
    return `${cellWords.day[language]} ${Math.floor(value / 86_400) + 1}, ${clock}`;
  }
  if (typeof value === "number" && !isLog && /(On|By)$/.test(field)) return date(isoDate(value), language);
  if (typeof value === "string" && /At$/.test(field)) return dateTime(value.replace(" ", "T"), language);
  return typeof value === "number" ? whole(value, language) : String(value);
}

/** A measure in words: 2 ÷ 3 = 66,7%. */
export function measureText(measure: Measure, { unit }: Pick<About, "unit">, language: Language): string {
  const value = exactValue(measure);
  const shown =
    value === null
      ? ""
      : withUnit(decimal(value.num, value.den, value.num % value.den === 0n ? 0 : 1, language), unit, language);
  const n = (number: number) => whole(number, language);
  switch (measure.kind) {
    case "ratio":
      return `${n(measure.numerator)} ÷ ${n(measure.denominator)} = ${shown}`;
    case "mean":
      // A sum of days is no duration.
      return `${measure.per === 1 ? n(measure.sum) : duration(measure.sum, language)} ÷ ${n(measure.n)} = ${shown}`;
    case "quantile":
      return `${quantileWords(measure.p, measure.n, language)}: ${shown}`;
    case "reduction": {
      const of = ({ sum, n: cases }: { sum: number; n: number }) => duration(sum / cases, language);
      const [a, b] = [of(measure.inPerson), of(measure.online)];
      return `(${a} − ${b}) ÷ ${a} = ${shown}`;
    }
    case "average":
      return `${n(measure.sum)} ÷ ${n(measure.n)} = ${shown}`;
    case "minimum": {
      if (measure.least === null) return "";
      const { name, inPerson, online } = measure.least;
      return `${name}: (${inPerson} − ${online}) ÷ ${inPerson} = ${shown}`;
    }
    case "date":
      return date(measure.date, language);
    case "count":
    case "stated":
      return shown;
  }
}
