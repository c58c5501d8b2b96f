import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, it } from "vitest";

/** Who may import whom. `*` ends a prefix; what is not listed may not be imported. */
const rules: readonly { part: string; may: readonly string[]; reason: string }[] = [
  { part: "errors.ts", may: [], reason: "everything may throw, so it knows of nothing" },
  { part: "text.ts", may: [], reason: "sentences are made from codes and data alone" },
  {
    part: "text/changes.ts",
    may: ["text.ts", "text/*", "verify.ts"],
    reason: "sentences are made from codes and data",
  },
  { part: "text/*", may: ["text.ts", "text/*"], reason: "sentences are made from codes and data alone" },
  { part: "procedure.ts", may: ["case.ts"], reason: "a row is what it is whoever reads or folds it" },
  { part: "petition.ts", may: [], reason: "a row is what it is whoever reads or folds it" },
  { part: "figure.ts", may: [], reason: "a row is what it is whoever reads or judges it" },
  { part: "case.ts", may: [], reason: "a Case is what it is whoever reads or folds it" },
  { part: "fold.ts", may: [], reason: "combinators know of no field" },
  { part: "kinds.ts", may: ["case.ts", "fold.ts"], reason: "what stands between reading and folding knows of neither" },
  {
    part: "flow.ts",
    may: ["case.ts", "fold.ts", "time/*"],
    reason: "what comes in and goes out is counted of the cases alone",
  },
  { part: "cells.ts", may: [], reason: "it counts pairs of numbers" },
  {
    part: "kpi.ts",
    may: ["fold.ts", "case.ts", "procedure.ts", "petition.ts", "text.ts"],
    reason: "a KPI's shape has no outputs",
  },
  {
    part: "kpis/index.ts",
    may: ["kpi.ts", "kpis/*"],
    reason: "the list of KPIs",
  },
  {
    part: "kpis/*",
    may: ["kpi.ts", "fold.ts", "case.ts", "procedure.ts", "petition.ts", "time/*"],
    reason: "a KPI knows of no plan, other KPI, file, language or clock",
  },
  { part: "plan.ts", may: ["text.ts"], reason: "a plan is data" },
  { part: "plan-schema.ts", may: ["plan.ts", "zod/mini"], reason: "apart, so that a check need not load zod" },
  { part: "plans/index.ts", may: ["plan.ts", "plans/*"], reason: "the list of plans" },
  { part: "plans/*", may: ["plan.ts"], reason: "a plan is data" },
  { part: "judge.ts", may: ["kpi.ts", "plan.ts"], reason: "a verdict follows from a measure and a bound alone" },
  { part: "statistics.ts", may: ["fold.ts"], reason: "formulas over sums" },
  {
    part: "time/*",
    may: ["text.ts", "errors.ts", "time/*", "tally.ts", "date-fns", "@date-fns/utc/date/mini"],
    reason: "time knows of no KPI (of tally.ts: the shape of a range of days)",
  },
  {
    part: "read/kernel.as.ts",
    may: [],
    reason: "it is compiled to WebAssembly",
  },
  {
    part: "read/*",
    may: [
      "case.ts",
      "procedure.ts",
      "petition.ts",
      "figure.ts",
      "fold.ts",
      "kinds.ts",
      "text.ts",
      "errors.ts",
      "time/*",
      "read/*",
      "csv-parse/sync",
      "read-excel-file/node",
      "zod/mini",
      "node:fs",
      "node:buffer",
      "node:stream/promises",
      "node:zlib",
      "fastest-levenshtein",
    ],
    reason: "reading knows of no KPI (of fold.ts: the weight of a case)",
  },
  {
    part: "tally.ts",
    may: ["case.ts", "cells.ts", "errors.ts", "flow.ts", "fold.ts", "hits.ts", "kinds.ts", "kpi.ts", "time/*"],
    reason: "folding knows of no plan and no file",
  },
  {
    part: "part-schema.ts",
    may: ["zod/mini"],
    reason: "apart, so that a check need not load zod",
  },
  { part: "pack.ts", may: ["node:zlib"], reason: "it packs whatever it is given" },
  {
    part: "part-sum.ts",
    may: [
      "case.ts",
      "errors.ts",
      "flow.ts",
      "fold.ts",
      "hits.ts",
      "kpis/*",
      "pack.ts",
      "part.ts",
      "part-schema.ts",
      "pass.ts",
      "read/*",
      "tally.ts",
      "time/*",
    ],
    reason: "parts are added up whoever has read them",
  },
  {
    part: "part.ts",
    may: [
      "case.ts",
      "errors.ts",
      "flow.ts",
      "fold.ts",
      "hits.ts",
      "kpis/*",
      "pack.ts",
      "part-schema.ts",
      "pass.ts",
      "read/*",
      "tally.ts",
      "time/*",
    ],
    reason: "what was tallied is made ready for a file, whoever writes it",
  },
  { part: "report.ts", may: ["kpi.ts", "judge.ts", "text.ts"], reason: "the contract that every output is made from" },
  { part: "report-schema.ts", may: ["report.ts", "zod/mini"], reason: "apart, so that a check need not load zod" },
  { part: "verify.ts", may: ["report.ts", "text.ts"], reason: "what has changed is seen in the reports alone" },
  { part: "inspect.ts", may: [], reason: "it counts what it is shown" },
  {
    part: "ground.ts",
    may: ["case.ts", "fold.ts", "kpi.ts"],
    reason: "what the columns allow is known before any plan is",
  },
  {
    part: "result.ts",
    may: ["judge.ts", "kpi.ts", "plan.ts", "report.ts", "statistics.ts"],
    reason: "a result is a measure held against a target, whatever it was measured on",
  },
  {
    part: "supplied.ts",
    may: ["case.ts", "figure.ts", "kpi.ts", "petition.ts", "plan.ts", "procedure.ts", "report.ts", "result.ts"],
    reason: "rows are folded and judged without a file",
  },
  {
    part: "check.ts",
    may: [
      "case.ts",
      "fold.ts",
      "ground.ts",
      "kpi.ts",
      "kpis/*",
      "plan.ts",
      "judge.ts",
      "report.ts",
      "result.ts",
      "statistics.ts",
      "supplied.ts",
      "tally.ts",
      "errors.ts",
    ],
    reason: "judging touches no file and no output",
  },
  {
    part: "explain/*",
    may: [
      "case.ts",
      "fold.ts",
      "ground.ts",
      "judge.ts",
      "kpi.ts",
      "kpis/*",
      "plan.ts",
      "tally.ts",
      "text.ts",
      "text/*",
      "time/*",
    ],
    reason:
      "an explanation is made from what the KPIs and plans say of themselves, and by the code that makes the figures",
  },
  {
    part: "hits.ts",
    may: ["case.ts", "fold.ts", "time/*"],
    reason: "when the events of a case were is a matter of the case alone",
  },
  {
    part: "form.ts",
    may: ["errors.ts", "flow.ts", "report.ts", "tally.ts", "time/*"],
    reason: "the form is made of what was counted, whatever it is written as",
  },
  { part: "views.ts", may: ["errors.ts", "kpi.ts", "tally.ts"], reason: "tallies are put together without their log" },
  {
    part: "periodic.ts",
    may: [
      "check.ts",
      "fold.ts",
      "ground.ts",
      "judge.ts",
      "kpi.ts",
      "kpis/*",
      "plan.ts",
      "report.ts",
      "tally.ts",
      "time/*",
      "views.ts",
    ],
    reason: "a report of a period is made of tallies, as a check is",
  },
  { part: "render/png.ts", may: ["node:zlib"], reason: "the system's packer: those in JavaScript take a second" },
  {
    part: "render/pictures.ts",
    may: ["render/png.ts", "@resvg/resvg-wasm", "@resvg/*", "@expo-google-fonts/*"],
    reason: "a picture is made of a drawing alone",
  },
  {
    part: "render/charts.ts",
    may: ["render/document.ts", "@observablehq/plot", "linkedom"],
    reason: "a chart is a drawing",
  },
  { part: "render/zip.ts", may: ["fflate"], reason: "a file is a file whatever it says" },
  {
    part: "render/docx.ts",
    may: ["report.ts", "text.ts", "text/*", "render/*", "docx"],
    reason: "an output is a function of the Report",
  },
  {
    part: "render/xlsx.ts",
    may: ["report.ts", "text.ts", "text/*", "render/*", "write-excel-file/node"],
    reason: "an output is a function of the Report",
  },
  {
    part: "render/*",
    may: ["report.ts", "explain/*", "text.ts", "text/*", "render/*", "chalk", "cli-table3"],
    reason: "an output is a function of the Report, or of a KPI's page",
  },
  {
    part: "sample/*",
    may: ["case.ts", "time/*", "sample/*", "pure-rand/*"],
    reason: "known answers owe nothing to the folds",
  },
];

const src = resolve("src");

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : entry.name.endsWith(".ts") ? [path] : [];
  });
}

const matches = (name: string, pattern: string) =>
  pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

const files = sources(src)
  .map((path) => ({ name: relative(src, path), text: readFileSync(path, "utf8"), path }))
  .filter(({ name }) => name !== "read/kernel.generated.ts");

it.each(files)("$name imports only what its part may", ({ name, text, path }) => {
  const rule = rules.find(({ part }) => matches(name, part));
  if (rule === undefined) {
    // commands, pass, crew, worker, start, cli and index may import everything.
    expect(name).toMatch(/^(commands\/.+|pass|crew|worker|start|cli|index)\.ts$/);
    return;
  }
  for (const [, from] of text.matchAll(/(?:import|export)[^"';]*?from "([^"]+)"/g)) {
    const imported = from.startsWith(".") ? relative(src, resolve(dirname(path), from)) : from;
    const allowed = rule.may.some((pattern) => matches(imported, pattern));
    expect(allowed, `${name} imports ${imported}: ${rule.reason}`).toBe(true);
  }
});

it("only cli.ts speaks of the process, and nothing makes a Date of a string", () => {
  for (const { name, text } of files) {
    if (name !== "cli.ts") expect(text, name).not.toMatch(/\bprocess\.(exit|env|argv|stdout|stderr|stdin)\b/);
    expect(text, name).not.toMatch(/new Date\(["'`]/);
  }
});
