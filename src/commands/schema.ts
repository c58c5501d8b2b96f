/** kpi schema: the contracts of the outputs as JSON Schema. */
import { toJSONSchema } from "zod/mini";
import { UserError } from "../errors.ts";
import { reportSchema } from "../report-schema.ts";
import type { Context } from "./io.ts";
import { nearest } from "./logs.ts";

const schemas = { report: reportSchema } as const;

export function schemaCommand(what: string, { io }: Context): number {
  const choices = Object.keys(schemas);
  if (!Object.hasOwn(schemas, what)) {
    throw new UserError("bad-choice", { option: "kpi schema", value: what, choices, nearest: nearest(what, choices) });
  }
  io.out(`${JSON.stringify(toJSONSchema(schemas[what as keyof typeof schemas]), null, 2)}\n`);
  return 0;
}
