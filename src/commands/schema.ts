/** kpi schema: the contracts of the outputs as JSON Schema. */
import { toJSONSchema } from "zod/mini";
import { reportSchema } from "../report/schema.ts";
import { choiceOf, schemaNames } from "../run/choices.ts";
import { comparisonSchema } from "../run/comparison-schema.ts";
import type { Context } from "../run/io.ts";
import { partSchema } from "../tally/file-schema.ts";
import { configSchema } from "./config.ts";

const schemas = { report: reportSchema, config: configSchema, tally: partSchema, compare: comparisonSchema } as const;

export function schemaCommand(what: string, { io }: Context): number {
  const choice = choiceOf("kpi schema", what, schemaNames);
  io.out(`${JSON.stringify(toJSONSchema(schemas[choice]), null, 2)}\n`);
  return 0;
}
