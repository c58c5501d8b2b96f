/** kpi plans: the plans that come with the program, one of them in full, a plan of the user's own, the schema. */
import { toJSONSchema } from "zod/mini";
import { kpiOf } from "../kpis/index.ts";
import { ownKpis } from "../kpis/own.ts";
import { shippedPlans } from "../plans/index.ts";
import { bounds, type Plan, type Target } from "../plans/plan.ts";
import { planSchema } from "../plans/schema.ts";
import { columns, wrap } from "../render/lines.ts";
import { responsible } from "../render/wording/targets.ts";
import { choiceOf, formatsOf } from "../run/choices.ts";
import { dutiesText, dutyLines } from "../run/duties.ts";
import type { Context } from "../run/io.ts";
import { boundText } from "../run/kpi-page.ts";
import { planOf, yearOf } from "../run/plan.ts";
import { readPlan } from "../run/plan-file.ts";
import { type Bilingual, clean, date, type Language } from "../text/language.ts";
import { planFaultText } from "../text/plan-faults.ts";
import { sentence } from "../text/sentences.ts";
import { clauseTitle, fieldTitle, label, levelTitle } from "../text/titles.ts";
import type { OptionsOf } from "./options.ts";

/** kpi plans: a line a plan. */
export async function listPlans({ io, language }: Context): Promise<number> {
  const rows = (await shippedPlans()).map(({ id, title, years }) => [
    id,
    Object.entries(years)
      .map(([year, targets]) => `${year}: ${targets.length}`)
      .join(", "),
    title[language],
  ]);
  const head = ["--plan", label("targets", language), label("plan", language)];
  io.out(`${columns([head, ...rows], io.columns).join("\n")}\n`);
  return 0;
}

/** kpi plans show: every target with its clause and words; as YAML the file itself, to start one's own from; as JSON what it says. */
export async function showPlan(
  name: string,
  options: OptionsOf<"yearOfPlan" | "formatOfPlan">,
  { io, language }: Context,
): Promise<number> {
  const format = choiceOf("--format", options.format, formatsOf.plan);
  const { plan, text } = await planOf(name);
  if (format === "yaml") {
    io.out(text());
    return 0;
  }
  const years =
    options.year === undefined ? Object.keys(plan.years) : [String(yearOf(plan, options.year, "plans show"))];
  if (format === "json") {
    const shown = { ...plan, years: Object.fromEntries(years.map((year) => [year, plan.years[year]])) };
    io.out(`${JSON.stringify(shown, null, 2)}\n`);
    return 0;
  }
  io.out(`${planLines(plan, years, language, io.columns ?? 120).join("\n")}\n`);
  return 0;
}

function planLines(plan: Plan, years: readonly string[], language: Language, width: number): string[] {
  const facts = [
    plan.issuer,
    plan.place,
    ...(plan.replaces === undefined ? [] : [`${label("replaces", language)} ${plan.replaces}`]),
  ];
  return [
    `${clean(plan.title[language])} (${plan.id})`,
    ...wrap(facts.map(clean).join(" · "), width),
    ...plan.sources.flatMap((source) => wrap(`${label("source", language)}: ${clean(source)}`, width)),
    ...years.flatMap((year) => [
      "",
      sentence("planYear", { year, count: plan.years[year].length }, language),
      ...plan.years[year].flatMap((target) => targetLines(target, plan, language, width)),
    ]),
    ...(plan.duties === undefined
      ? []
      : ["", label("duties", language), ...plan.duties.flatMap((duty) => dutyLines(duty, language, width))]),
    ...(plan.contradictions === undefined
      ? []
      : [
          "",
          label("contradictions", language),
          ...plan.contradictions.flatMap(({ clauses, says }) =>
            wrap(
              `  ${clauses.map((one) => clauseTitle(clean(one), language)).join("; ")}: ${clean(says[language])}`,
              width,
            ),
          ),
        ]),
  ];
}

function interpretationLines(says: Bilingual, language: Language, width: number): string[] {
  return wrap(`    † ${label("interpretation", language)}: ${clean(says[language])}`, width);
}

function targetLines(target: Target, plan: Plan, language: Language, width: number): string[] {
  const about = kpiOf(target.kpi, ownKpis(plan.kpis));
  if (about === undefined) throw new Error(`the plan names a KPI that does not exist: ${target.kpi}`);
  const clauses = [target.clause, ...(target.also ?? [])].map((clause) => clauseTitle(clean(clause), language));
  const { population, list, codes, each, groups, deadline } = target;
  const details = [
    ...(population?.levels === undefined
      ? []
      : [`${label("levels", language)}: ${population.levels.map((level) => levelTitle(level, language)).join(", ")}`]),
    ...(population?.fields === undefined
      ? []
      : [`${label("fields", language)}: ${population.fields.map(clean).join("; ")}`]),
    ...(list === undefined ? [] : [`${label("list", language)}: ${clean(list)}`]),
    ...(codes === undefined ? [] : [`${label("codes", language)}: ${codes.join(", ")}`]),
    ...(each === undefined
      ? []
      : [
          `${label("each", language)} ${fieldTitle(each === "procedure" ? "procedure_code" : each, language)}${groups === undefined ? "" : ` (${groups.map(clean).join("; ")})`}`,
        ]),
    ...(deadline === undefined ? [] : [`${label("deadline", language)} ${date(deadline, language)}`]),
    ...responsible(target, language),
  ];
  const mark = target.aspirational ? ` (${label("aspirational", language)})` : "";
  const shown = about.title[language] + mark;
  return [
    "",
    ...wrap(`  ${clauses.join("; ")} · ${shown} (${about.id}) ${boundText(target, about, language)}`, width),
    ...wrap(`    “${clean(target.quote)}”`, width),
    ...(details.length === 0 ? [] : wrap(`    ${details.join(" · ")}`, width)),
    ...(target.interpretation === undefined ? [] : interpretationLines(target.interpretation, language, width)),
  ];
}

/** kpi plans duties: the days on which reports and surveys are due. */
export async function planDuties(
  name: string,
  options: OptionsOf<"yearOfDuties" | "formatOfDuties">,
  { io, language }: Context,
): Promise<number> {
  const format = choiceOf("--format", options.format, formatsOf.duties);
  const { plan } = await planOf(name);
  const years =
    options.year === undefined ? Object.keys(plan.years).map(Number) : [yearOf(plan, options.year, "plans duties")];
  io.out(dutiesText({ plan, years, language, width: io.columns ?? 120 }, format));
  return 0;
}

/** kpi plans check: 0 for a plan that can be used, 1 with its faults, 2 for a file that cannot be read. */
export function checkPlan(file: string, { io, language }: Context): number {
  const { plan, faults } = readPlan(file);
  if (plan === null) {
    const lines = faults.map((fault) => `  ${planFaultText(fault, language)}\n`);
    io.out(`${sentence("planFaults", { file, count: faults.length }, language)}\n${lines.join("")}`);
    return 1;
  }
  const count = Object.values(plan.years).flat().length;
  io.out(`${sentence("planSound", { file, count, years: Object.keys(plan.years).join(", ") }, language)}\n`);
  return 0;
}

/** kpi plans schema: what a plan must look like, for editors that check as one writes. */
export function planSchemaCommand({ io }: Context): number {
  const schema = toJSONSchema(planSchema, {
    override: ({ jsonSchema }) => {
      // A target has exactly one bound, which zod says in code.
      if (jsonSchema.properties !== undefined && "kpi" in jsonSchema.properties) {
        jsonSchema.oneOf = bounds.map((bound) => ({ required: [bound] }));
      }
    },
  });
  io.out(`${JSON.stringify(schema, null, 2)}\n`);
  return 0;
}
