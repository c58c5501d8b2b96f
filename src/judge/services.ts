/** Of each online service by itself: whether it meets every quality criterion; told beside the verdict, never judged. */
import { catalogueKpis } from "../kpis/index.ts";
import { limitOf, meets } from "../measures/exact.ts";
import { exactValue } from "../measures/kinds.ts";
import { isOnlineService, type Procedure } from "../records/procedure.ts";
import type { judged } from "./result.ts";
import { overRows, type Supplied, type When } from "./tables.ts";

type Result = ReturnType<typeof judged>;

/**
 * How many online services of the catalogue meet all criteria, of those that can be judged: where the log is grouped by
 * procedure. A service of too few cases for one of them cannot.
 */
export function servicesMeetingAll(
  criteria: readonly Result[],
  results: readonly Result[],
  { procedures }: Supplied,
  when: When,
): Result["alongside"] {
  const isGrouped = results.some(({ group }) => group?.by === "procedure");
  if (procedures === null || !isGrouped) return {};
  const verdicts = new Map(
    results.flatMap(({ key, group, verdict }) =>
      group?.by === "procedure" ? [[`${key} ${group.name}`, verdict] as const] : [],
    ),
  );
  const services = procedures.rows.filter(isOnlineService);
  const met = services.map((service) => {
    const own = criteria.map((criterion) =>
      criterion.input === "procedures"
        ? meetsItself(criterion, service, when)
        : verdictOf(verdicts.get(`${criterion.key} ${service.procedureCode}`)),
    );
    return own.includes(null) ? null : own.every((one) => one === true);
  });
  const judged = met.filter((one) => one !== null);
  return {
    servicesMeetingAll: judged.filter((one) => one).length,
    servicesJudged: judged.length,
    servicesNotJudged: met.length - judged.length,
  };
}

function verdictOf(verdict: Result["verdict"] | undefined): boolean | null {
  return verdict === "pass" ? true : verdict === "fail" ? false : null;
}

/** A criterion over the catalogue, of one of its rows. */
function meetsItself({ kpi: id, target }: Result, service: Procedure, when: When): boolean | null {
  const kpi = catalogueKpis.find((one) => one.id === id);
  if (kpi === undefined || target === null || limitOf(target) === null) return null;
  const value = exactValue(overRows(kpi, [service], when).measure);
  return value === null ? null : meets(value, target);
}
