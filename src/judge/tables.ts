/** Results from what is supplied beside the case log: the procedure catalogue, the petitions log, stated figures. */

import type { CatalogueKpi, PetitionKpi, RowKpi } from "../kpis/kpi.ts";
import type { Measure } from "../measures/measure.ts";
import type { Target } from "../plans/plan.ts";
import { snake } from "../records/case.ts";
import type { Figure } from "../records/figure.ts";
import type { Petition } from "../records/petition.ts";
import type { Procedure } from "../records/procedure.ts";
import { type Held, judged, notSupplied, withoutValue } from "./result.ts";
import type { Result } from "./verdict.ts";

/** The rows of a small log with the columns that it has. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly columns: ReadonlySet<string>;
}

/** Days since 1970-01-01, both inclusive. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** What was given beside the case log; null for what was not. */
export interface Supplied {
  readonly procedures: Rows<Procedure> | null;
  readonly petitions: Rows<Petition> | null;
  readonly figures: readonly Figure[] | null;
}

/** When the figures speak. */
export interface When {
  /** The day at whose end open things are judged; null when the log has no date. */
  readonly asOfDay: number | null;
  /** The same as 2025-12-31. */
  readonly asOf: string | null;
  /** What is stated after this day is not known in the report: the end of its period, or the as-of day that was given. */
  readonly statedUntil: string | null;
  /** Null when everything counts. */
  readonly period: Days | null;
  /** The year of the targets. */
  readonly year: number;
  /** The period is a calendar year. */
  readonly isWholeYear: boolean;
}

/** Folds the rows on which a KPI bears; those that it cannot use are counted by reason. */
export function overRows<Row>(
  kpi: RowKpi<Row>,
  rows: readonly Row[],
  { asOfDay, period }: Pick<When, "asOfDay" | "period">,
): { measure: Measure; excluded: Record<string, number> } {
  const state = kpi.fold.start(false);
  const excluded = new Map<string, number>();
  const blanks = kpi.needs.filter((need) => !kpi.mayBeBlank.includes(need));
  for (const row of rows) {
    const day = kpi.when?.(row);
    if (day === null) continue;
    if (typeof day === "number" && period !== null && (day < period.from || day > period.to)) continue;
    const blank = blanks.find((need) => row[need] === null);
    const reason =
      blank === undefined
        ? (kpi.without?.(row, { asOfDay }) ?? null)
        : `no-${snake(String(blank)).replaceAll("_", "-")}`;
    if (reason === null) kpi.fold.add(state, row, 1);
    else excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
  }
  const facts = { asOfDay, lastDay: period?.to ?? null, processingInDays: false, submissionInDays: false };
  return { measure: kpi.fold.finish(state, facts), excluded: inOrder(excluded) };
}

function inOrder(excluded: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...excluded].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The columns in which a target's population is read. */
export function populationColumns({ population, list, codes, each }: Target): (keyof Procedure)[] {
  return [
    ...(population?.levels === undefined ? [] : (["level"] as const)),
    ...(population?.fields === undefined && each !== "field" ? [] : (["field"] as const)),
    ...(population?.excluded === undefined ? [] : (["excluded"] as const)),
    ...(population?.onPortal === undefined ? [] : (["onPortal"] as const)),
    ...(population?.eligible === undefined ? [] : (["eligible"] as const)),
    ...(list === undefined ? [] : (["lists"] as const)),
    ...(codes === undefined ? [] : (["procedureCode"] as const)),
  ];
}

/** The procedures of which a target speaks; one that does not say to whom it belongs is counted by reason. */
export function populationOf(
  target: Target | null,
  procedures: readonly Procedure[],
  field: string | null,
  isSame: (a: string, b: string) => boolean,
): { rows: Procedure[]; excluded: Map<string, number> } {
  const excluded = new Map<string, number>();
  const leaveOut = (reason: string) => {
    excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
    return false;
  };
  const { population, list, codes } = target ?? {};
  const rows = procedures.filter((procedure) => {
    if (list !== undefined && !procedure.lists.includes(list.toLowerCase())) return false;
    if (codes !== undefined && !codes.includes(procedure.procedureCode)) return false;
    if (population?.excluded === false && procedure.excluded) return false;
    if (population?.onPortal === true && !procedure.onPortal) return false;
    if (population?.eligible === "full" && procedure.eligible !== "full") return false;
    const { level } = procedure;
    if (population?.levels !== undefined) {
      if (level === null) return leaveOut("no-level");
      if (level === "other" || !population.levels.includes(level)) return false;
    }
    const wanted = [population?.fields, field === null ? undefined : [field]].filter((fields) => fields !== undefined);
    if (wanted.length === 0) return true;
    const own = procedure.field;
    if (own === null) return leaveOut("no-field");
    return wanted.every((fields) => fields.some((one) => isSame(one, own)));
  });
  return { rows, excluded };
}

/** Tags that are told of when the wanted one is not among them. */
const mostTags = 8;

/** Tags of the catalogue, for a message that lacks one. */
export function tagsOf(procedures: readonly Procedure[]): string[] {
  return [...new Set(procedures.flatMap(({ lists }) => lists))].sort().slice(0, mostTags);
}

/** The result of a target over the catalogue; for one field of its procedures, where the plan sets it for each. */
export function fromCatalogue(
  held: Held,
  kpi: CatalogueKpi,
  { procedures }: Supplied,
  when: When,
  group: Result["group"],
  isSame: (a: string, b: string) => boolean,
): Result {
  const { target } = held;
  if (procedures === null) return notSupplied(held, "input-not-given", ["procedures"], group);
  if (kpi.selects !== undefined && target?.[kpi.selects] === undefined) {
    return withoutValue(held, "no-list", [], { group });
  }
  const needed = [...kpi.needs, ...(target === null ? [] : populationColumns(target))];
  // publishBy is worked out of announcedOn.
  const lacks = [...new Set(needed)].filter((need) => need !== "publishBy" && !procedures.columns.has(need));
  if (lacks.length > 0) return withoutValue(held, "no-table-column", lacks.map(snake), { group });
  const { rows, excluded: outside } = populationOf(target, procedures.rows, group?.name ?? null, isSame);
  const { measure, excluded } = overRows(kpi, rows, when);
  for (const [reason, count] of Object.entries(excluded)) outside.set(reason, (outside.get(reason) ?? 0) + count);
  const alongside: Result["alongside"] =
    target?.codes === undefined ? {} : { notInCatalogue: new Set(target.codes).size - rows.length };
  const shown = { group, excluded: inOrder(outside), isCensus: true, alongside };
  if (rows.length === 0 && target?.list !== undefined) {
    const lacks = [target.list, ...tagsOf(procedures.rows)];
    return withoutValue(held, "no-tagged-row", lacks, { group, excluded: shown.excluded });
  }
  return judged(held, measure, { ...shown, reason: "no-row", lacks: [] });
}

/** The result of a target over the petitions log. */
export function fromPetitions(held: Held, kpi: PetitionKpi, { petitions }: Supplied, when: When): Result {
  if (petitions === null) return notSupplied(held, "input-not-given", ["petitions"]);
  const lacks = (["answeredOn"] as const).filter((column) => !petitions.columns.has(column));
  if (lacks.length > 0) return withoutValue(held, "no-table-column", lacks.map(snake));
  const { measure, excluded } = overRows(kpi, petitions.rows, when);
  return judged(held, measure, { group: null, excluded, reason: "no-petition", lacks: [] });
}

/** What is stated of a year: by the day of the report, and after it, which is not known in it. */
function statedOf(
  { about }: Held,
  figures: readonly Figure[],
  { year, statedUntil }: When,
): { own: Figure[]; later?: Figure | undefined } {
  const ofYear = figures.filter((one) => one.figure === about.id && one.year === year);
  // Of a task that was done the day of the deed counts, whenever it was stated.
  const dayOf = ({ statedOn, value }: Figure) => (about.unit === "date" ? String(value) : statedOn);
  const own = ofYear.filter((one) => statedUntil === null || dayOf(one) <= statedUntil);
  return { own, later: ofYear.find((one) => !own.includes(one)) };
}

/** The figure that is stated for a target: the row that names its clause, else one that names none. */
export function figureOf(held: Held, figures: readonly Figure[], when: When): Figure | undefined {
  const { own } = statedOf(held, figures, when);
  const clause = held.target?.clause;
  return own.find((one) => one.clause !== null && one.clause === clause) ?? own.find((one) => one.clause === null);
}

/** The result of a figure or a milestone that the office states. */
export function fromFigures(held: Held, { figures }: Pick<Supplied, "figures">, when: When): Result {
  const { about, target } = held;
  if (figures === null) return notSupplied(held, "input-not-given", ["figures"]);
  const { later } = statedOf(held, figures, when);
  const figure = figureOf(held, figures, when);
  if (figure !== undefined) {
    const { value, of, source, statedOn } = figure;
    const measure: Measure =
      about.unit === "date"
        ? { kind: "date", date: value, source, statedOn }
        : { kind: "stated", value, of, source, statedOn };
    return judged(held, measure, { group: null, excluded: {}, reason: "none-stated", lacks: [] });
  }
  if (target?.by === undefined && later !== undefined && when.statedUntil !== null) {
    return withoutValue(held, "stated-later", [later.statedOn, when.statedUntil]);
  }
  if (target?.by === undefined) return withoutValue(held, "figure-not-stated", [about.id, String(when.year)]);
  // A milestone that the file leaves out has not been reached: late, or not due yet.
  if (when.asOf === null) return withoutValue(held, "no-as-of", []);
  const nothing = { kind: "date", value: null, source: null, statedOn: null } as const;
  // What is stated after the last day that is judged is named, and does not count in it.
  const told = later === undefined || when.statedUntil === null ? [] : [later.value, when.statedUntil];
  return target.by < when.asOf
    ? withoutValue(held, "milestone-missed", told, { measure: nothing, verdict: "fail" })
    : withoutValue(held, "not-due", told, { measure: nothing });
}
