/** The plan and year that a command is asked for. */
import { UserError } from "../errors.ts";
import { planIds, shippedPlan } from "../plans/index.ts";
import type { Plan } from "../plans/plan.ts";
import { machine } from "../platform/index.ts";
import { nearest } from "./choices.ts";

/** A plan, and the file that it came from: null for one that comes with the program. */
export interface FoundPlan {
  readonly plan: Plan;
  readonly file: string | null;
  /** The file as it is written. */
  readonly text: () => string;
}

/**
 * The plan of an id, or of a file of the user's own.
 *
 * @throws UserError `unknown-plan`, `plan-faults`, and those of a file that cannot be read
 */
export async function planOf(name: string): Promise<FoundPlan> {
  const shipped = await shippedPlan(name);
  if (shipped !== null) return { ...shipped, file: null };
  const isFile = machine.files.facts(name) !== null;
  if (isFile || /[/\\]|\.(json|ya?ml)$/i.test(name)) {
    const { planFrom } = await import("./plan-file.ts");
    return { ...planFrom(name), file: machine.paths.basename(name) };
  }
  throw new UserError("unknown-plan", { plan: name, plans: planIds, nearest: nearest(name, planIds) });
}

/** @throws UserError `missing-option`, `year-without-targets`: never another year's numbers */
export function yearOf(plan: Plan, year: string | undefined, command: string): number {
  if (year === undefined) throw new UserError("missing-option", { option: "--year <year>", command });
  if (!Object.hasOwn(plan.years, year)) {
    throw new UserError("year-without-targets", { plan: plan.id, year, years: Object.keys(plan.years) });
  }
  return Number(year);
}
