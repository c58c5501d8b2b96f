/** kpi index: the points of the national index (Decision 766/QĐ-TTg) for a period, and what costs them. */
import { UserError } from "../errors.ts";
import type { Context } from "../run/io.ts";
import { type ScoreAsked, scoreMade, scoreOptions } from "../run/score.ts";
import { type OutputOptions, refuseVerdicts, withOutputs } from "./outputs.ts";

/** The options of `kpi index`. */
export type ScoreOptions = ScoreAsked & OutputOptions;

/** Runs the command: a score is no verdict, so that a target missed is no failure here. */
export async function scoreCommand(files: readonly string[], given: ScoreOptions, context: Context): Promise<number> {
  refuseVerdicts(given);
  const { portal: alsoRead = [] } = given;
  const options = { ...scoreOptions(given), only: "score" as const, alsoRead };
  if (given.unit !== undefined && alsoRead.length === 0) throw new UserError("unit-without-portal");
  return withOutputs(files, options, context, () => scoreMade(files, given, context));
}
