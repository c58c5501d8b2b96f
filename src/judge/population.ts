/** A clause's own population: the procedures whose cases a target over the case log counts. */

import electronicResultShare from "../kpis/electronic-result-share.ts";
import type { Kpi } from "../kpis/kpi.ts";
import onlineElectronicResultShare from "../kpis/online-electronic-result-share.ts";
import type { Target } from "../plans/plan.ts";
import type { Procedure } from "../records/procedure.ts";
import type { Aim } from "./known.ts";
import { populationColumns, populationOf, type Rows } from "./tables.ts";

/** The procedures of a target, and all that the catalogue knows, by code. */
export interface CasePopulation {
  readonly codes: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
}

/** Whether a KPI speaks of electronic results, which procedures without a document cannot have. */
export function isOfDocument({ id }: Pick<Kpi, "id">): boolean {
  return id === electronicResultShare.id || id === onlineElectronicResultShare.id;
}

/** Whether a target over the case log speaks of some procedures only. */
export function isSelective({ population, list, codes }: Target): boolean {
  return population !== undefined || list !== undefined || codes !== undefined;
}

/**
 * The procedures whose cases count; null where all do, or where the catalogue does not say. A procedure that gives no
 * document as its result can have no electronic one.
 */
export function casePopulation(
  kpi: Pick<Kpi, "id">,
  target: Target | null,
  procedures: Rows<Procedure> | null,
  isSame: (a: string, b: string) => boolean,
): CasePopulation | null {
  if (procedures === null || target?.each !== undefined) return null;
  const isOfDocuments = isOfDocument(kpi) && procedures.columns.has("hasDocument");
  const isSelected = target !== null && isSelective(target);
  if (!isOfDocuments && !isSelected) return null;
  if (isSelected && populationColumns(target).some((column) => !procedures.columns.has(column))) return null;
  const { rows } = populationOf(isSelected ? target : null, procedures.rows, null, isSame);
  return {
    codes: new Set(
      rows.filter(({ hasDocument }) => !isOfDocuments || hasDocument).map(({ procedureCode }) => procedureCode),
    ),
    known: new Set(procedures.rows.map(({ procedureCode }) => procedureCode)),
  };
}

/** A target whose population could not be applied, with a † that says so. */
export function overAllCases(target: Target, aim: Pick<Aim, "wordsOfAllCases">): Target {
  const own = target.interpretation;
  const said = aim.wordsOfAllCases(isSelective(target) ? target : null);
  const both = (language: keyof typeof said) =>
    own === undefined ? said[language] : `${own[language]} ${said[language]}`;
  return { ...target, interpretation: { vi: both("vi"), en: both("en") } };
}
