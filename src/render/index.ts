/** The outputs by name: adding one is adding a line here. */
import type { Report } from "../report/report.ts";
import { csv } from "./csv.ts";
import { formCsv, formTable } from "./form-text.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import type { RenderOptions } from "./options.ts";
import { scoreCsv, scoreTable } from "./score-text.ts";
import { table } from "./table.ts";

/** Text, or the bytes of a file that is none; those whose libraries take long to load are loaded when they are asked for. */
type Renderer = (report: Report, options: RenderOptions) => string | Promise<string | Uint8Array>;

type Text = (report: Report, options: RenderOptions) => string;

/** The points alone, or the form, where nothing else was asked for. */
const orPart =
  (whole: Text, score: typeof scoreTable, form: Text): Text =>
  (report, options) => {
    if (options.only === "form") return form(report, options);
    return options.only === "score" && report.score !== undefined
      ? score({ ...report, score: report.score }, options)
      : whole(report, options);
  };

export const renderers = {
  table: orPart(table, scoreTable, formTable),
  json,
  csv: orPart(csv, scoreCsv, formCsv),
  markdown,
  junit,
  github,
  html: async (report: Report, options: RenderOptions) => (await import("./html.ts")).html(report, options),
  docx: async (report: Report, options: RenderOptions) => (await import("./docx.ts")).docx(report, options),
  xlsx: async (report: Report, options: RenderOptions) => (await import("./xlsx.ts")).xlsx(report, options),
} as const satisfies Record<string, Renderer>;

export type Format = keyof typeof renderers;
export const formats = Object.keys(renderers) as Format[];
