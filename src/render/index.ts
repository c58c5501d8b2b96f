/** The outputs by name: adding one is adding a line here. */
import type { Report } from "../report.ts";
import type { Language } from "../text.ts";
import { csv } from "./csv.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { table } from "./table.ts";

/** What an output may depend on beside the report. */
export interface RenderOptions {
  readonly language: Language;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

export const renderers = {
  table,
  json,
  csv,
  markdown,
  junit,
  github,
} as const satisfies Record<string, (report: Report, options: RenderOptions) => string>;

export type Format = keyof typeof renderers;
export const formats = Object.keys(renderers) as Format[];
