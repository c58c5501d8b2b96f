/** A plan from a file of the user's own, in JSON or YAML: every fault of it at once, each with its path and line. */
import * as z from "zod/mini";
import { UserError } from "../errors.ts";
import { allKpis, catalogueKpis } from "../kpis/index.ts";
import type { About } from "../kpis/kpi.ts";
import { ownKpis } from "../kpis/own.ts";
import { qualityCriteria } from "../kpis/quality-criteria-met.ts";
import { conditionKeys, ownKpiSchema } from "../plans/own-schema.ts";
import { bounds, type Plan, type Target } from "../plans/plan.ts";
import { dueSchema, dutySchema, planSchema, targetSchema } from "../plans/schema.ts";
import { nearest } from "./choices.ts";
import { ownFaults, ownKeysAt } from "./own-faults.ts";
import { ruleFormula } from "./rule-words.ts";
import { type Found, type Path, readYaml, type YamlFault } from "./yaml-file.ts";

const planKeys = Object.keys(planSchema.shape);
const dutyKeys = Object.keys(dutySchema.shape);
const dueKeys = Object.keys(dueSchema.shape);
const targetKeys = [
  ...bounds,
  ...["kpi", "deadline", "clause", "also", "quote", "section", "population", "each", "groups", "codes", "list"],
  ...["interpretation", "aspirational", "points", "owner", "coOwner", "product"],
];

/**
 * Reads a plan and says all that is wrong with it.
 *
 * @returns the plan, unless there are faults
 * @throws UserError `no-file`, `cannot-read`, `empty-yaml`, `yaml-not-utf-8`
 */
export function readPlan(file: string): { plan: Plan | null; faults: readonly YamlFault[]; text: string } {
  const keysAt = (path: Path) => {
    if (path.length === 0) return planKeys;
    if (path[0] === "years" && path.length === 3) return targetKeys;
    if (path[0] === "kpis") return ownKeysAt(path, conditionKeys);
    if (path[0] !== "duties") return [];
    return path.length === 2 ? dutyKeys : path[2] === "due" && path.length === 4 ? dueKeys : [];
  };
  const { value, faults, text } = readYaml(file, planSchema, keysAt, meaningFaults);
  if (value?.kpis === undefined) return { plan: value, faults, text };
  // A rule says itself what it works out, where the plan does not.
  const kpis = value.kpis.map((kpi) => ({ ...kpi, formula: kpi.formula ?? ruleFormula(kpi) }));
  return { plan: { ...value, kpis }, faults, text };
}

/**
 * A plan to judge by, and its file as it is written.
 *
 * @throws UserError `plan-faults`, and what `readPlan` throws
 */
export function planFrom(file: string): { plan: Plan; text: () => string } {
  const { plan, faults, text } = readPlan(file);
  if (plan === null) throw new UserError("plan-faults", { file, faults });
  return { plan, text: () => text };
}

/** What keeps to the form and means nothing, or not what it says. */
function meaningFaults(raw: unknown): Found[] {
  const kpis = (raw as { kpis?: unknown } | null)?.kpis;
  const sound = z.array(ownKpiSchema).safeParse(kpis).data;
  const faults = ownFaults(kpis);
  // Only what can be used is made into KPIs; of the others the targets are held against their ids.
  const own = faults.length === 0 ? ownKpis(sound) : [];
  const ids = Array.isArray(kpis) ? kpis.map((kpi) => (kpi as { id?: unknown } | null)?.id) : [];
  return [...faults, ...targetsFaults(raw, own, ids)];
}

/**
 * @param ours the plan's own KPIs, where all of them can be used
 * @param ids theirs, whether or not they can
 */
function targetsFaults(raw: unknown, ours: readonly About[], ids: readonly unknown[]): Found[] {
  const years = (raw as { years?: unknown } | null)?.years;
  if (typeof years !== "object" || years === null) return [];
  return Object.entries(years).flatMap(([year, all]) => {
    if (!Array.isArray(all)) return [];
    const sound = all.map((target) => targetSchema.safeParse(target).data);
    const targets = sound.filter((target) => target !== undefined);
    const seen = new Set<string>();
    return all.flatMap((target: unknown, i): Found[] => {
      const path = ["years", year, i];
      const kpi = (target as { kpi?: unknown } | null)?.kpi;
      const all = [...allKpis, ...ours];
      const about = all.find(({ id }) => id === kpi);
      if (about === undefined) {
        if (typeof kpi !== "string" || ids.includes(kpi)) return [];
        const known = all.map(({ id }) => id);
        return [{ path: [...path, "kpi"], code: "unknown-kpi", data: { kpi, nearest: nearest(kpi, known) } }];
      }
      const own = sound[i];
      if (own === undefined) return [];
      const { kpi: id, clause, below, atMost, atLeast, above, by, list, each, population, codes } = own;
      const same = JSON.stringify([id, clause, below, atMost, atLeast, above, by, list, each, population, codes]);
      const twice: Found[] = seen.has(same) ? [{ path, code: "same-target" }] : [];
      seen.add(same);
      return [
        ...twice,
        ...targetFaults(own, about, targets).map((fault) => ({ ...fault, path: [...path, ...fault.path] })),
      ];
    });
  });
}

function targetFaults(target: Target, about: About, targets: readonly Target[]): Found[] {
  const faults: Found[] = [];
  const fault = (path: Path, code: string, data: Found["data"] = {}) => faults.push({ path, code, data });
  const bound = bounds.find((key) => target[key] !== undefined) ?? "by";
  if (about.unit === "date" && bound !== "by") fault([bound], "milestone-needs-by");
  if (about.unit !== "date" && bound === "by") fault(["by"], "by-without-milestone");
  const limit = bound === "by" ? null : (target[bound] ?? null);
  if (limit !== null && limit < 0) fault([bound], "negative");
  if (limit !== null && limit > 100 && about.unit === "percent" && about.mayExceed !== true) {
    fault([bound], "over-hundred");
  }
  if (limit === 0 && bound === "below") fault([bound], "never-met");
  if (bound === "above" && limit === 100 && about.unit === "percent") fault([bound], "never-met");
  for (const key of ["codes", "groups"] as const) {
    const names = target[key] ?? [];
    const twice = names.findIndex((name, i) => names.indexOf(name) !== i);
    if (twice >= 0) fault([key, twice], "repeated");
  }
  if (target.codes !== undefined && limit !== null && limit > target.codes.length && about.unit === "count") {
    fault([bound], "more-than-codes", { count: target.codes.length });
  }
  const selects = catalogueKpis.find(({ id }) => id === about.id)?.selects;
  if (selects !== undefined && target[selects] === undefined) fault([], "needs-selection", { key: selects });
  if (about.input !== "procedures") {
    // Over the case log the cases of these procedures count, where a catalogue is given.
    if (target.population !== undefined && about.input !== "cases")
      fault(["population"], "only-for-catalogue", { key: "population" });
    if (target.list !== undefined && about.input !== "cases") fault(["list"], "only-for-catalogue", { key: "list" });
    if (target.codes !== undefined && about.input !== "figures" && about.input !== "cases")
      fault(["codes"], "only-for-catalogue", { key: "codes" });
  }
  if (target.each !== undefined) {
    const possible =
      about.input === "cases"
        ? // A KPI that compares channels says nothing of one of them.
          ["agency", "procedure", "field", ...(about.comparesChannels === true ? [] : ["channel"])]
        : catalogueKpis.some(({ id }) => id === about.id)
          ? ["field"]
          : [];
    if (!possible.includes(target.each)) fault(["each"], "bad-each", { possible });
  }
  if (about.input === "verdicts" && target.atLeast !== undefined) {
    const own = qualityCriteria.filter((id) => targets.some(({ kpi }) => kpi === id));
    const lacks = qualityCriteria.filter((id) => !own.some((one) => one === id));
    if (target.atLeast > own.length) fault(["atLeast"], "criteria-lacking", { have: own.length, lacks });
  }
  return faults;
}
